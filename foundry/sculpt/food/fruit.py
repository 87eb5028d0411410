"""Fruit and vegetables: most are revolved, and carry their own leaves, stalks and seeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix, noise, painted
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import leaf

Array = NDArray[np.float64]


def peel(colour: str, roughness: float = 0.4) -> m.Material:
    """A skin of fruit."""
    return m.Material("peel", m.srgb(colour), roughness)


def round_fruit(outline: Sequence[tuple[float, float]], fine: float = 0.05, segments: int = 48) -> s.Solid:
    """A revolved fruit from (radius, y) of its outline, bottom's middle to top's, fine enough to be painted."""
    return s.revolve(s.profile(outline, 48), segments).refine_to_length(fine)


def stalk(height: float, y: float, radius: float = 0.03, lean: float = 0.08) -> s.Solid:
    """A bent stalk."""
    path = s.curve([(0, y - 0.06, 0), (lean * 0.3, y + height * 0.5, 0), (lean, y + height, 0)], 12)
    return s.tube(path, s.interpolate([radius, radius * 0.8, radius * 1.3], 12), 10)


def spotted(base: str, dots: str, amount: float, rng: np.random.Generator, scale: float) -> Callable[[Array], Array]:
    """A paint of one colour with clouds of another."""
    cloud = noise(rng, scale)
    a, b = np.array(m.srgb(base)), np.array(m.srgb(dots))
    return lambda p: mix(np.tile(a, (len(p), 1)), b, np.clip(cloud(p) * amount, 0, 1))


def top_tinted(base: str, top: str, edge: float, soft: float) -> Callable[[Array], Array]:
    """A paint that turns to another colour above `edge`."""
    a, b = np.array(m.srgb(base)), np.array(m.srgb(top))
    return lambda p: mix(np.tile(a, (len(p), 1)), b, np.clip((p[:, 1] - edge) / soft + 0.5, 0, 1))


APPLE = [
    (0, 0.1),
    (0.1, 0.05),
    (0.3, 0.0),
    (0.62, 0.22),
    (0.8, 0.62),
    (0.78, 1.0),
    (0.55, 1.28),
    (0.25, 1.34),
    (0.08, 1.22),
    (0, 1.14),
]


@sculpture("apple", size=(0.06, 0.2))
def apple(rng: np.random.Generator) -> Sculpture:
    """Red, green or yellow, with a leaf."""
    base, blush = s.pick(rng, (("#b3221f", "#d9903a"), ("#7fae2f", "#b9c94a"), ("#d9b53a", "#d9702f")))
    fruit = s.warp(
        round_fruit(APPLE, 0.09),
        lambda p: p * (1 + 0.035 * np.cos(5 * np.arctan2(p[:, 0:1], p[:, 2:3])) * (1 - p[:, 1:2] / 1.4)),
    )
    green = leaf(0.6, 0.34).rotate((-60, 60, 0)).translate((0.03, 1.3, 0))
    return finished(
        [
            Part("flesh", fruit, peel(base, 0.3), 180, spotted(base, blush, 0.8, rng, 0.9)),
            Part("stalk", stalk(0.42, 1.2), m.BARK, 60),
            Part("leaf", green, m.LEAF, 40),
        ],
        rng.uniform(0.045, 0.06),
    )


@sculpture("pear", size=(0.08, 0.25))
def pear(rng: np.random.Generator) -> Sculpture:
    """Narrow above."""
    base, blush = s.pick(rng, (("#b7bf3a", "#c98a3a"), ("#8a6a3a", "#b58a4a"), ("#d9c25a", "#c9553a")))
    tall = rng.uniform(1.9, 2.2)
    fruit = round_fruit(
        [
            (0, 0.08),
            (0.3, 0.0),
            (0.68, 0.25),
            (0.78, 0.65),
            (0.6, 1.1),
            (0.38, tall * 0.75),
            (0.3, tall * 0.92),
            (0.14, tall),
            (0, tall - 0.04),
        ],
        0.1,
    )
    return finished(
        [
            Part("flesh", fruit, peel(base), 180, spotted(base, blush, 0.7, rng, 0.8)),
            Part("stalk", stalk(0.4, tall - 0.05), m.BARK, 60),
            Part("leaf", leaf(0.5, 0.28).rotate((-55, 40, 0)).translate((0.02, tall + 0.05, 0)), m.LEAF, 40),
        ],
        rng.uniform(0.045, 0.055),
    )


def _citrus(rng: np.random.Generator, colour: str, tall: float, tip: float) -> list[Part]:
    outline = [
        (0, 0.0 - tip),
        (0.1 + tip, 0.02),
        (0.5, 0.12),
        (0.8, tall * 0.5),
        (0.5, tall - 0.12),
        (0.1 + tip, tall - 0.02),
        (0, tall + tip),
    ]
    fruit = s.roughened(round_fruit(outline, 0.07), rng, 0.008, 0.1)
    button = s.prism(0.05, 0.1, 5, 0.06).translate((0, tall + tip - 0.03, 0))
    return [
        Part("flesh", fruit, peel(colour, 0.5), 180),
        Part("button", button, m.STEM.shaded(0.8), 30),
        Part("leaf", leaf(0.55, 0.3).rotate((-70, 30, 0)).translate((0, tall + tip, 0)), m.DARK_LEAF, 40),
    ]


@sculpture("tangerine", size=(0.05, 0.16), synonyms=("mandarin", "clementine", "oranges", "orange fruit"))
def tangerine(rng: np.random.Generator) -> Sculpture:
    """Oranges and what is like them."""
    return finished(_citrus(rng, "#f07a1a", rng.uniform(1.25, 1.6), 0.0), 0.042)


@sculpture("lemon", size=(0.06, 0.2))
def lemon(rng: np.random.Generator) -> Sculpture:
    """A nipple at both ends."""
    return finished(_citrus(rng, "#f2d22e", rng.uniform(1.7, 1.9), 0.14), 0.036)


@sculpture("lime", size=(0.04, 0.16))
def lime(rng: np.random.Generator) -> Sculpture:
    """A small green lemon."""
    return finished(_citrus(rng, "#6fae2a", rng.uniform(1.5, 1.7), 0.08), 0.03)


@sculpture("grapefruit", size=(0.1, 0.25))
def grapefruit(rng: np.random.Generator) -> Sculpture:
    """Large and pink-yellow."""
    return finished(_citrus(rng, "#f0a85a", rng.uniform(1.45, 1.55), 0.0), 0.065)


def _stone_fruit(rng: np.random.Generator, base: str, blush: str, tall: float, soft: float) -> list[Part]:
    fruit = round_fruit(
        [
            (0, 0.0),
            (0.3, 0.03),
            (0.7, 0.3),
            (0.8, tall * 0.55),
            (0.62, tall * 0.86),
            (0.2, tall),
            (0.06, tall - 0.06),
            (0, tall - 0.12),
        ],
        0.08,
    )
    groove = lambda p: p * (1 - 0.07 * np.exp(-((np.arctan2(p[:, 0:1], p[:, 2:3]) / 0.16) ** 2)))  # noqa: E731
    return [
        Part("flesh", s.warp(fruit, groove), peel(base, soft), 180, spotted(base, blush, 0.8, rng, 0.9)),
        Part("stalk", stalk(0.22, tall - 0.08), m.BARK, 60),
        Part("leaf", leaf(0.7, 0.26).rotate((-62, 70, 0)).translate((0, tall - 0.06, 0)), m.LEAF, 40),
    ]


@sculpture("peach", size=(0.05, 0.18), synonyms=("nectarine", "apricot"), plural="peaches")
def peach(rng: np.random.Generator) -> Sculpture:
    """Soft, with a blush and a groove."""
    return finished(_stone_fruit(rng, "#f2b07a", "#e0654a", 1.45, 0.9), rng.uniform(0.042, 0.048))


@sculpture("plum", size=(0.04, 0.15))
def plum(rng: np.random.Generator) -> Sculpture:
    """Purple."""
    return finished(_stone_fruit(rng, "#5a2a5f", "#7f3f7a", 1.6, 0.35), rng.uniform(0.029, 0.034))


@sculpture("mango", size=(0.08, 0.25), plural="mangoes")
def mango(rng: np.random.Generator) -> Sculpture:
    """A bent oval, green to red."""
    body = (
        f.ellipsoid((0, 0.7, 0), (0.52, 0.72, 0.45))
        .blend(f.ellipsoid((0.16, 0.4, 0), (0.4, 0.36, 0.36)), 0.3)
        .solid(56)
    )
    a, b, c = (np.array(m.srgb(x)) for x in ("#e8a52e", "#c9452a", "#7f9a3a"))
    blush = painted(a, b, lambda p: 0.5 + p[:, 0] * 1.2)

    def paint(p: Array) -> Array:
        return mix(blush(p), c, np.clip((p[:, 1] - 1.05) * 2.2, 0, 1))

    return finished(
        [Part("flesh", body, peel("#e8a52e", 0.35), 180, paint), Part("stalk", stalk(0.14, 1.42), m.BARK, 60)],
        rng.uniform(0.07, 0.085),
    )


@sculpture("cherries", size=(0.04, 0.2), synonyms=("cherry",), plural="cherries")
def cherries(rng: np.random.Generator) -> Sculpture:
    """Two on one stalk."""
    ball = s.revolve(s.profile([(0, 0.0), (0.35, 0.04), (0.5, 0.42), (0.36, 0.8), (0.1, 0.88), (0, 0.8)], 32), 40)
    where = ((-0.5, 0.0, 0.1), (0.5, 0.12, -0.1))
    top = np.array([0.15, 2.1, 0])
    stalks = [
        s.tube(
            s.curve([np.array(w) + (0, 0.8, 0), (np.array(w) + top) / 2 + (0.12 * np.sign(w[0]), 0.5, 0), top], 20),
            0.035,
            10,
        )
        for w in where
    ]
    return finished(
        [
            Part(
                "flesh",
                s.group([ball.translate(w) for w in where]),
                peel(s.pick(rng, ("#a3141f", "#c9202a", "#6f1020")), 0.15),
                60,
            ),
            Part("stalks", s.union(stalks), m.STEM, 60),
            Part("leaf", leaf(0.9, 0.5).rotate((-70, 80, 0)).translate(at(top)), m.LEAF, 40),
        ],
        rng.uniform(0.024, 0.028),
    )


@sculpture("banana", size=(0.12, 0.35))
def banana(rng: np.random.Generator) -> Sculpture:
    """One, bent."""
    angle = np.radians(np.linspace(-62, 62, 32))
    path = np.stack([0.9 * np.sin(angle), 0.9 - 0.9 * np.cos(angle) + 0.16, 0 * angle], 1)
    section = s.circle(1.0, 5)[:, ::-1]
    fruit = s.tube(
        path,
        s.interpolate([0.06, 0.13, 0.165, 0.17, 0.165, 0.14, 0.06], 32),
        section=s.curve(section, 30, closed=True) * 0.98,
        up=(0, 0, 1),
    )
    end = s.tube(np.array([path[-1] - (0.02, 0.03, 0), path[-1] + (0.09, 0.16, 0)]), np.array([0.055, 0.05]), 10)
    tip = s.sphere(0.06, 14).translate(at(path[0]))
    base, brown = np.array(m.srgb("#f0cf3a")), np.array(m.srgb("#7a5a24"))
    cloud = noise(rng, 0.12)
    paint = painted(base, brown, lambda p: cloud(p) * 3 - 2.2)
    return finished(
        [
            Part("peel", fruit.refine_to_length(0.05), peel("#f0cf3a"), 70, paint),
            Part("stalk", end, peel("#a8b04a"), 60),
            Part("tip", tip, peel("#5f4a24"), 60),
        ],
        rng.uniform(0.1, 0.13),
    )


@sculpture("bananas", size=(0.15, 0.4), synonyms=("bunch of bananas",), plural="bananas")
def bananas(rng: np.random.Generator) -> Sculpture:
    """A hand of five."""
    hand = []
    for k in range(5):
        turn = np.radians(-44 + 22 * k)
        path = s.curve(
            [
                (0.03 * np.sin(turn), 1.25, 0.03 * np.cos(turn)),
                (0.28 * np.sin(turn), 1.02, 0.3 * np.cos(turn)),
                (0.62 * np.sin(turn), 0.55, 0.6 * np.cos(turn)),
                (0.68 * np.sin(turn), 0.08, 0.62 * np.cos(turn)),
            ],
            24,
        )
        hand.append(s.tube(path, s.interpolate([0.05, 0.1, 0.135, 0.13, 0.04], 24), 16))
    crown = s.capsule((0, 1.22, 0), (0, 1.42, -0.05), 0.1, 0.07)
    return finished(
        [Part("peel", s.union(hand), peel("#efcd38"), 60), Part("crown", crown, peel("#8a8a3a"), 60)],
        rng.uniform(0.13, 0.16),
    )


@sculpture("grapes", size=(0.1, 0.3), synonyms=("grape", "bunch of grapes"), plural="grapes")
def grapes(rng: np.random.Generator) -> Sculpture:
    """A bunch."""
    colour = s.pick(rng, ("#5a2a6a", "#8fae3a", "#7a1f3a"))
    balls = []
    for level in range(8):
        y = 1.5 - 0.2 * level
        radius = 0.42 * np.sin(np.pi * (1 - level / 8.6) ** 0.75) + 0.02
        count = max(1, round(2 * np.pi * radius / 0.26))
        for k in range(count):
            turn = 2 * np.pi * (k + 0.5 * (level % 2)) / count + rng.uniform(-0.1, 0.1)
            balls.append(
                s.ellipsoid(0.145, 0.16, 0.145, 18).translate(
                    (radius * np.sin(turn), y + rng.uniform(-0.03, 0.03), radius * np.cos(turn))
                )
            )
    return finished(
        [
            Part("grapes", s.group(balls), peel(colour, 0.25), 60),
            Part("stalk", stalk(0.4, 1.6, 0.04), m.BARK, 60),
            Part("leaf", leaf(0.6, 0.6).rotate((-50, 30, 0)).translate((0, 1.66, 0)), m.LEAF, 40),
        ],
        0.09,
    )


@sculpture("blueberries", size=(0.02, 0.12), synonyms=("blueberry",), plural="blueberries")
def blueberries(rng: np.random.Generator) -> Sculpture:
    """Three with crowns and leaves."""
    berry = s.sphere(0.5, 36).translate((0, 0.5, 0))
    crown = s.around(s.cone(0.16, 0.08, 8).rotate((25, 0, 0)).translate((0, 0.93, 0.14)), 5)
    spots = ((-0.5, 0, 0.2), (0.5, 0, 0.15), (0.0, 0, -0.62), (0.02, 0.78, -0.1))
    turns = [(float(rng.uniform(-30, 30)), float(rng.uniform(0, 360)), float(rng.uniform(-30, 30))) for _ in spots]

    def lay(what: s.Solid) -> s.Solid:
        return s.group(
            [
                what.translate((0, -0.5, 0)).rotate(t).translate((x, y + 0.5, z))
                for (x, y, z), t in zip(spots, turns, strict=True)
            ]
        )

    leaves = s.group([leaf(0.7, 0.36).rotate((-85, t, 0)).translate((0, 0.3, -0.2)) for t in (150, 215)])
    return finished(
        [
            Part("berries", lay(berry), peel("#3a4a8a", 0.7), 180),
            Part("crowns", lay(crown), peel("#2a3566", 0.8), 40),
            Part("leaves", leaves, m.LEAF, 40),
        ],
        0.02,
    )


@sculpture("strawberry", size=(0.02, 0.1), plural="strawberries")
def strawberry(rng: np.random.Generator) -> Sculpture:
    """With seeds and a green cap."""
    tall = rng.uniform(1.25, 1.45)
    fruit = s.revolve(
        s.profile(
            [
                (0, 0.0),
                (0.16, 0.05),
                (0.42, tall * 0.4),
                (0.56, tall * 0.75),
                (0.42, tall * 0.97),
                (0.12, tall),
                (0, tall - 0.05),
            ],
            40,
        ),
        48,
    )
    points, normals = s.scattered(fruit, rng, 90, 0.13)
    seeds = [
        s.aim(s.ellipsoid(0.025, 0.02, 0.025, 10).scale((1, 1, 1.5)), n).translate(at(p))
        for p, n in zip(points, normals, strict=True)
        if n[1] < 0.8
    ]
    cap = s.around(leaf(0.42, 0.2, 0.02, 70).rotate((64, 0, 0)).translate((0, tall - 0.04, 0.03)), 8)
    return finished(
        [
            Part("flesh", fruit, peel("#d2232a", 0.3), 180),
            Part("seeds", s.group(seeds), m.THATCH, 60),
            Part("cap", cap + stalk(0.25, tall), m.LEAF, 40),
        ],
        rng.uniform(0.022, 0.03),
    )


@sculpture("raspberry", size=(0.015, 0.08), plural="raspberries", synonyms=("blackberry",))
def raspberry(rng: np.random.Generator) -> Sculpture:
    """Drupelets in rings."""
    balls = []
    for level in range(7):
        y = 0.12 + 0.14 * level
        radius = 0.42 * np.sqrt(max(0.02, 1 - ((y - 0.62) / 0.62) ** 2)) if level < 6 else 0.2
        count = max(1, round(2 * np.pi * radius / 0.2))
        balls += [
            s.sphere(0.12, 14).translate((radius * np.sin(t), y, radius * np.cos(t)))
            for t in (2 * np.pi * (k + 0.5 * (level % 2)) / count for k in range(count))
        ]
    core = s.ellipsoid(0.38, 0.56, 0.38, 24).translate((0, 0.58, 0))
    cap = s.around(leaf(0.34, 0.16, 0.018, 60).rotate((66, 0, 0)).translate((0, 1.12, 0.02)), 6)
    return finished(
        [
            Part("flesh", s.union([core, *balls]), peel(s.pick(rng, ("#c92a4a", "#33203f")), 0.4), 60),
            Part("cap", cap, m.LEAF, 40),
        ],
        rng.uniform(0.02, 0.024),
    )


@sculpture("watermelon", size=(0.25, 0.6))
def watermelon(rng: np.random.Generator) -> Sculpture:
    """Whole, striped."""
    fruit = s.ellipsoid(0.62, 0.6, rng.uniform(0.65, 0.85), 64).refine_to_length(0.07)
    wave = noise(rng, 0.25)
    a, b = np.array(m.srgb("#7fae4a")), np.array(m.srgb("#1f4f24"))
    paint = painted(a, b, lambda p: np.sin(9 * np.arctan2(p[:, 0], p[:, 1]) + 1.3 * wave(p)) * 3)
    end = s.tube(s.curve([(0, 0, -0.6), (0, 0.05, -0.9), (0.08, 0.1, -1.0)], 10), 0.03, 10)
    return finished(
        [Part("rind", fruit, peel("#4f8a3a", 0.35), 180, paint), Part("stalk", end, m.STEM, 60)], rng.uniform(0.2, 0.25)
    )


@sculpture("slice of watermelon", size=(0.15, 0.5), synonyms=("watermelon slice",), plural="slices of watermelon")
def watermelon_slice(rng: np.random.Generator) -> Sculpture:
    """A half disc with seeds."""
    half = np.concatenate([s.arc(0.9, 180, 360, 40)])
    inner, flesh = s.arc(0.82, 180, 360, 40), s.arc(0.76, 180, 360, 40)
    seeds = [
        s.ellipsoid(0.03, 0.05, 0.02, 12).rotate((0, 0, float(rng.uniform(-30, 30)))).translate((x, y, z))
        for z in (0.12, -0.12)
        for x, y in ((-0.45, -0.2), (-0.2, -0.35), (0.05, -0.18), (0.3, -0.38), (0.5, -0.15), (-0.05, -0.55))
    ]
    return finished(
        [
            Part("rind", s.extrude(half, 0.22) - s.extrude(inner, 0.3), peel("#2f7a35"), 40),
            Part("white", s.extrude(inner, 0.218) - s.extrude(flesh, 0.3), peel("#e4efc4", 0.7), 40),
            Part("flesh", s.extrude(flesh, 0.24), peel("#e2384a", 0.7), 40),
            Part("seeds", s.group(seeds), m.BLACK, 60),
        ],
        rng.uniform(0.13, 0.18),
    )


@sculpture("melon", size=(0.15, 0.35), synonyms=("cantaloupe",))
def melon(rng: np.random.Generator) -> Sculpture:
    """Netted."""
    fruit = s.swell(
        round_fruit([(0, 0), (0.4, 0.04), (0.8, 0.5), (0.8, 0.9), (0.4, 1.36), (0, 1.4)], 0.06, 64),
        lambda p: 1 + 0.03 * np.abs(np.cos(5 * np.arctan2(p[:, 0], p[:, 2]))),
    )
    wave, cross = noise(rng, 0.12), noise(rng, 0.1)
    a, b = np.array(m.srgb("#c9b56a")), np.array(m.srgb("#e8dfb4"))
    paint = painted(a, b, lambda p: (0.25 - np.minimum(np.abs(wave(p)), np.abs(cross(p)))) * 5)
    return finished(
        [Part("rind", fruit, peel("#c9b56a", 0.8), 180, paint), Part("stalk", stalk(0.2, 1.38, 0.05), m.STEM, 60)],
        rng.uniform(0.1, 0.12),
    )


@sculpture("coconut", size=(0.12, 0.3))
def coconut(rng: np.random.Generator) -> Sculpture:
    """Half, with its flesh, or whole."""
    shell = s.roughened(s.ellipsoid(0.6, 0.64, 0.6, 48).refine_to_length(0.08), rng, 0.02, 0.08)
    husk = m.Material("husk", m.srgb("#6a4527"), 0.95)
    if s.chance(rng, 0.5):
        lower = shell.trim_by_plane((0, -1, 0), -0.05) - s.sphere(0.52, 40).translate((0, 0.02, 0))
        flesh = (s.sphere(0.54, 40).translate((0, 0.02, 0)) - s.sphere(0.42, 40).translate((0, 0.04, 0))).trim_by_plane(
            (0, -1, 0), -0.06
        )
        return finished([Part("shell", lower, husk, 60), Part("flesh", flesh, peel("#f7f5ee", 0.5), 60)], 0.11)
    eyes = s.group([s.sphere(0.07, 14).translate((0.2 * np.sin(t), 0.6, 0.2 * np.cos(t))) for t in (0.0, 2.1, 4.2)])
    return finished([Part("shell", shell, husk, 60), Part("eyes", eyes, husk.shaded(0.4), 60)], 0.11)


def _half_fruit(skin: str, flesh: str, core: str, outline: Sequence[tuple[float, float]]) -> list[Part]:
    whole = s.revolve(s.profile(outline, 40), 48)
    inner = s.revolve(s.profile([(max(0.0, r - 0.05), y) for r, y in outline], 40), 48)
    cut = whole.trim_by_plane((0, 0, -1), 0)
    face = inner.trim_by_plane((0, 0, -1), -0.012).translate((0, 0, 0.012))
    a, b = np.array(m.srgb(flesh)), np.array(m.srgb(core))
    middle = np.array([0, 0.62, 0])
    paint = painted(b, a, lambda p: (np.linalg.norm(p - middle, axis=1) - 0.25) * 4)
    return [
        Part("peel", cut, peel(skin, 0.8), 50),
        Part("flesh", face.refine_to_length(0.06), peel(flesh, 0.5), 50, paint),
    ]


@sculpture("avocado", size=(0.08, 0.2))
def avocado(rng: np.random.Generator) -> Sculpture:
    """Cut in half, with its stone."""
    outline = [(0, 0.0), (0.4, 0.06), (0.66, 0.5), (0.52, 1.05), (0.28, 1.5), (0.12, 1.66), (0, 1.68)]
    stone = Part("stone", s.sphere(0.31, 40).translate((0, 0.56, 0.0)), m.Material("stone", m.srgb("#7a4a24"), 0.4), 60)
    halves = _half_fruit("#3a4f24", "#dbe08a", "#f0e9a8", outline)
    return finished([*halves, stone], rng.uniform(0.065, 0.08))


@sculpture("kiwi", size=(0.04, 0.12), synonyms=("kiwi fruit", "kiwifruit"))
def kiwi(rng: np.random.Generator) -> Sculpture:
    """Cut in half."""
    outline = [(0, 0.0), (0.35, 0.05), (0.6, 0.4), (0.6, 0.84), (0.35, 1.18), (0, 1.24)]

    turns = np.linspace(0, 2 * np.pi, 25)[:-1]
    dots = [
        s.ellipsoid(0.018, 0.04, 0.02, 10)
        .rotate((0, 0, -np.degrees(t)))
        .translate((0.28 * np.sin(t), 0.62 + 0.3 * np.cos(t), 0.016))
        for t in turns
    ]
    heart = s.ellipsoid(0.13, 0.18, 0.02, 24).translate((0, 0.62, 0.012))
    parts = _half_fruit("#7a5a35", "#8fbf3a", "#a8cf5a", outline)
    parts += [Part("seeds", s.group(dots), m.BLACK, 60), Part("heart", heart, peel("#f2efc8"), 60)]
    return finished(parts, rng.uniform(0.042, 0.048))


@sculpture("pineapple", size=(0.2, 0.5))
def pineapple(rng: np.random.Generator) -> Sculpture:
    """Scales in spirals and a crown."""
    tall = rng.uniform(1.35, 1.6)
    outline = s.profile([(0, 0), (0.36, 0.02), (0.54, tall * 0.4), (0.5, tall * 0.75), (0.28, tall), (0, tall)], 40)
    body = s.revolve(outline, 48)
    scales = []
    for k in range(150):
        share = (k + 0.5) / 150
        y = 0.04 + share * (tall - 0.12)
        radius = float(np.interp(y, outline[1:-1, 1], outline[1:-1, 0]))
        turn = k * 2.39996
        solid = s.prism(0.05, 0.115, 4, 0.03).rotate((90, 0, 0)).scale((0.9, 1.1, 1))
        scales.append(solid.translate((0, y, radius - 0.015)).rotate((0, np.degrees(turn), 0)))
    leaves = []
    for k in range(26):
        turn, up = k * 137.5, 18 + 62 * (k / 26)
        leaves.append(
            leaf(0.75 - 0.2 * (1 - k / 26), 0.16, 0.02, -22, 4)
            .rotate((90 - up, 0, 0))
            .rotate((0, turn, 0))
            .translate((0, tall - 0.03 + 0.008 * k, 0))
        )
    return finished(
        [
            Part("flesh", body, peel("#8a5a1f", 0.7), 60),
            Part("scales", s.group(scales), peel("#d9a02e", 0.6), 20),
            Part("crown", s.group(leaves), m.Material("leaf", m.srgb("#4a7a3a"), 0.6), 40),
        ],
        rng.uniform(0.12, 0.15),
    )


# Vegetables.


@sculpture("tomato", size=(0.05, 0.15), plural="tomatoes")
def tomato(rng: np.random.Generator) -> Sculpture:
    """Ribbed a little."""
    lobes = int(rng.integers(4, 7))
    fruit = s.swell(
        round_fruit([(0, 0.04), (0.3, 0.0), (0.72, 0.25), (0.8, 0.6), (0.6, 1.0), (0.2, 1.08), (0, 0.98)], 0.08),
        lambda p: 1 + 0.03 * np.cos(lobes * np.arctan2(p[:, 0], p[:, 2])),
    )
    star = s.around(leaf(0.42, 0.13, 0.02, 40).rotate((74, 0, 0)).translate((0, 1.03, 0.02)), 5)
    return finished(
        [Part("flesh", fruit, peel("#d1301f", 0.2), 180), Part("calyx", star + stalk(0.22, 1.02, 0.04), m.LEAF, 40)],
        rng.uniform(0.045, 0.055),
    )


@sculpture("carrot", size=(0.12, 0.4))
def carrot(rng: np.random.Generator) -> Sculpture:
    """With its greens."""
    tall = rng.uniform(1.9, 2.4)
    root = s.roughened(
        s.revolve(
            s.profile([(0, 0.0), (0.05, 0.05), (0.2, tall * 0.5), (0.34, tall * 0.92), (0.24, tall), (0, tall)], 48), 32
        ),
        rng,
        0.012,
        0.1,
        0.12,
    )
    rings = s.group(
        [s.torus(0.06 + 0.26 * y / tall, 0.012, 32, 8).translate((0, y, 0)) for y in np.linspace(0.35, tall * 0.85, 8)]
    )
    greens = []
    for k in range(9):
        turn = np.radians(40 * k)
        lean = rng.uniform(0.15, 0.5)
        path = s.curve(
            [
                (0, tall - 0.05, 0),
                (lean * 0.4 * np.sin(turn), tall + 0.4, lean * 0.4 * np.cos(turn)),
                (lean * np.sin(turn), tall + rng.uniform(0.8, 1.1), lean * np.cos(turn)),
            ],
            10,
        )
        greens.append(s.tube(path, s.interpolate([0.035, 0.02], 10), 8))
        for q in (5, 7, 9):
            greens += [
                s.ellipsoid(0.1, 0.14, 0.03, 12)
                .rotate((float(rng.uniform(-40, 40)), float(rng.uniform(0, 180)), 0))
                .translate(at(path[q]))
            ]
    return finished(
        [
            Part("root", root, peel("#ec7a22", 0.6), 60),
            Part("rings", rings, peel("#c9601a", 0.7), 60),
            Part("greens", s.group(greens), m.LEAF, 50),
        ],
        rng.uniform(0.07, 0.09),
    )


@sculpture("corn", size=(0.25, 0.5), synonyms=("corn cob", "ear of corn", "maize"), plural="corn")
def corn(rng: np.random.Generator) -> Sculpture:
    """A cob in its husk."""
    kernels = []
    for row in range(20):
        y = 0.35 + row * 0.088
        radius = 0.29 * np.sqrt(max(0.02, 1 - ((row - 7) / 15.0) ** 2))
        kernels.append(s.around(s.ellipsoid(0.048, 0.05, 0.05, 8).translate((0, y, radius)), 14, 12.8 * (row % 2)))
    core = s.revolve(s.profile([(0, 0.2), (0.26, 0.3), (0.28, 1.0), (0.18, 1.9), (0, 2.1)], 24), 24)
    husk = s.group(
        [
            s.warp(
                leaf(1.5, 0.72, 0.025, -35).rotate((8, 0, 0)),
                lambda p: p + np.stack([0 * p[:, 0], 0 * p[:, 0], 0.34 - 0.6 * p[:, 0] ** 2], 1),
            )
            .rotate((0, t, 0))
            .translate((0, 0.1, 0))
            for t in (95, 180, 265)
        ]
    )
    return finished(
        [
            Part("kernels", s.group(kernels), peel("#f0c22e", 0.35), 60),
            Part("core", core, peel("#e2b64a", 0.7), 60),
            Part("husk", husk + s.cylinder(0.3, 0.1, 0.16).translate((0, 0, 0)), m.STEM, 40),
        ],
        rng.uniform(0.09, 0.11),
    )


@sculpture("cucumber", size=(0.15, 0.4))
def cucumber(rng: np.random.Generator) -> Sculpture:
    """Lying, with warts."""
    path = s.curve([(-1.0, 0.22, 0), (0, 0.2, rng.uniform(-0.1, 0.1)), (1.0, 0.24, 0)], 30)
    body = s.tube(path, s.interpolate([0.08, 0.2, 0.22, 0.22, 0.2, 0.08], 30), 28)
    points, normals = s.scattered(body, rng, 120, 0.11)
    warts = s.group([s.sphere(0.014, 8).translate(at(p)) for p in points])
    a, b = np.array(m.srgb("#2f6b2f")), np.array(m.srgb("#7fae5a"))

    def light(p: Array) -> Array:
        lines = np.clip(np.sin(9 * np.arctan2(p[:, 2], p[:, 1] - 0.21)) - 0.4, 0, 1)
        return lines * np.clip(np.abs(p[:, 0]) - 0.2, 0, 1)

    return finished(
        [
            Part("peel", body.refine_to_length(0.06), peel("#2f6b2f", 0.35), 180, painted(a, b, light)),
            Part("warts", warts, peel("#6a9a4a"), 60),
        ],
        rng.uniform(0.1, 0.13),
    )


@sculpture("eggplant", size=(0.12, 0.35), synonyms=("aubergine",))
def eggplant(rng: np.random.Generator) -> Sculpture:
    """Purple, with a green cap."""
    fruit = s.bend(
        s.revolve(
            s.profile([(0, 0), (0.3, 0.03), (0.52, 0.4), (0.44, 0.95), (0.28, 1.5), (0.2, 1.72), (0, 1.76)], 48), 48
        ),
        rng.uniform(5, 25),
        0.08,
    )
    lift = float(s.bounds(fruit)[1][1])
    top = float(s.arrays(fruit)[0][s.arrays(fruit)[0][:, 1].argmax(), 0])
    cap = s.around(leaf(0.46, 0.24, 0.03, 60).rotate((120, 0, 0)).translate((0, 0.04, 0.02)), 5).translate(
        (top, lift - 0.02, 0)
    )
    stem = s.tube(
        s.curve([(top, lift - 0.1, 0), (top + 0.04, lift + 0.22, 0), (top + 0.14, lift + 0.4, 0)], 10),
        s.interpolate([0.15, 0.07, 0.06], 10),
        12,
    )
    return finished(
        [Part("peel", fruit, peel("#3f1f4a", 0.15), 180), Part("cap", cap + stem, m.STEM.shaded(0.85), 40)],
        rng.uniform(0.1, 0.12),
    )


@sculpture("bell pepper", size=(0.08, 0.2), synonyms=("paprika", "capsicum"))
def bell_pepper(rng: np.random.Generator) -> Sculpture:
    """Four lobes."""
    lobes = int(rng.integers(3, 5))
    fruit = s.swell(
        round_fruit(
            [(0, 0.1), (0.2, 0.0), (0.48, 0.12), (0.62, 0.6), (0.66, 1.0), (0.42, 1.26), (0.14, 1.2), (0, 1.1)], 0.06
        ),
        lambda p: 1 + 0.1 * np.abs(np.cos(lobes / 2 * np.arctan2(p[:, 0], p[:, 2]))) - 0.06,
    )
    stem = s.tube(
        s.curve([(0, 1.08, 0), (0.02, 1.35, 0), (0.12, 1.5, 0)], 10), s.interpolate([0.2, 0.07, 0.09], 10), 12
    )
    return finished(
        [
            Part("flesh", fruit, peel(s.pick(rng, ("#c9201f", "#e8b81f", "#3f8a2f", "#e07a1f")), 0.2), 180),
            Part("stalk", stem, m.STEM, 60),
        ],
        rng.uniform(0.06, 0.07),
    )


@sculpture("chili pepper", size=(0.06, 0.2), synonyms=("chili", "chilli", "hot pepper", "jalapeno"))
def chili_pepper(rng: np.random.Generator) -> Sculpture:
    """Long and hot."""
    path = s.curve([(0, 1.7, 0), (0.03, 1.1, 0), (0.14, 0.5, 0), (rng.uniform(0.35, 0.6), 0.02, 0)], 28)
    body = s.tube(path, s.interpolate([0.16, 0.21, 0.17, 0.09, 0.01], 28), 24)
    stem = s.tube(s.curve([(0, 1.62, 0), (0, 1.85, 0), (-0.12, 2.1, 0)], 12), s.interpolate([0.17, 0.06, 0.05], 12), 12)
    return finished(
        [
            Part("flesh", body, peel(s.pick(rng, ("#cf1f1a", "#2f8a2f", "#e8901f")), 0.15), 180),
            Part("stalk", stem, m.STEM, 60),
        ],
        rng.uniform(0.045, 0.06),
    )


@sculpture("onion", size=(0.06, 0.2))
def onion(rng: np.random.Generator) -> Sculpture:
    """With dry skin."""
    base, line = s.pick(rng, (("#c98a3a", "#8a5a24"), ("#8a2a4a", "#5f1a35"), ("#efe9da", "#cfc8a8")))
    bulb = round_fruit(
        [
            (0, 0.03),
            (0.15, 0.0),
            (0.6, 0.3),
            (0.7, 0.6),
            (0.45, 1.0),
            (0.14, 1.22),
            (0.1, 1.5),
            (0.02, 1.56),
            (0, 1.56),
        ],
        0.06,
        64,
    )
    a, b = np.array(m.srgb(base)), np.array(m.srgb(line))
    paint = painted(a, b, lambda p: np.sin(16 * np.arctan2(p[:, 0], p[:, 2])) * 0.7 - 0.1)
    roots = s.group(
        [
            s.rod((0.05 * np.sin(t), 0.03, 0.05 * np.cos(t)), (0.2 * np.sin(t), -0.1, 0.2 * np.cos(t)), 0.012, 0.006, 6)
            for t in np.linspace(0, 6, 14)
        ]
    )
    return finished(
        [Part("skin", bulb, peel(base, 0.3), 180, paint), Part("roots", roots, m.THATCH, 40)], rng.uniform(0.05, 0.06)
    )


@sculpture("garlic", size=(0.07, 0.18))
def garlic(rng: np.random.Generator) -> Sculpture:
    """Cloves in a bulb."""
    bulb = s.swell(
        round_fruit(
            [(0, 0.05), (0.2, 0.0), (0.6, 0.22), (0.66, 0.5), (0.4, 0.85), (0.12, 1.1), (0.09, 1.5), (0, 1.52)],
            0.05,
            72,
        ),
        lambda p: 1 + 0.13 * np.abs(np.sin(4 * np.arctan2(p[:, 0], p[:, 2]))) * np.clip(1.2 - p[:, 1], 0, 1),
    )
    a, b = np.array(m.srgb("#f2ede2")), np.array(m.srgb("#b79ab0"))
    paint = painted(a, b, lambda p: np.clip(np.sin(12 * np.arctan2(p[:, 0], p[:, 2])) - 0.55, 0, 1) * 0.8)
    return finished([Part("skin", bulb, peel("#f2ede2", 0.6), 180, paint)], rng.uniform(0.04, 0.05))


@sculpture("potato", size=(0.06, 0.2), plural="potatoes")
def potato(rng: np.random.Generator) -> Sculpture:
    """Lumpy, with eyes."""
    lump = s.roughened(s.ellipsoid(0.5, 0.45, rng.uniform(0.6, 0.8), 48), rng, 0.06, 0.5, 0.1)
    points, _ = s.scattered(lump, rng, 14, 0.3)
    eyes = s.group([s.sphere(0.035, 10).translate(at(p)) for p in points])
    return finished(
        [
            Part("skin", lump, peel("#b78a54", 0.85), 180, spotted("#b78a54", "#8f6a3f", 0.6, rng, 0.25)),
            Part("eyes", eyes, peel("#7a5a35", 0.9), 60),
        ],
        rng.uniform(0.06, 0.08),
    )


@sculpture("pumpkin", size=(0.4, 1.0))
def pumpkin(rng: np.random.Generator) -> Sculpture:
    """Ribbed, orange."""
    return finished(_pumpkin(rng), rng.uniform(0.2, 0.28))


def _pumpkin(rng: np.random.Generator) -> list[Part]:
    ribs = int(rng.integers(9, 13))
    fruit = round_fruit(
        [(0, 0.12), (0.25, 0.0), (0.75, 0.15), (0.95, 0.55), (0.75, 1.0), (0.3, 1.14), (0.08, 1.02), (0, 0.96)],
        0.06,
        96,
    )
    body = s.swell(
        fruit,
        lambda p: 1 + 0.09 * np.abs(np.sin(ribs / 2 * np.arctan2(p[:, 0], p[:, 2]))),
    )
    a, b = np.array(m.srgb("#e5791d")), np.array(m.srgb("#b9540f"))
    paint = painted(b, a, lambda p: np.abs(np.sin(ribs / 2 * np.arctan2(p[:, 0], p[:, 2]))) * 1.6)
    stem = s.tube(
        s.curve([(0, 0.95, 0), (0.02, 1.2, 0.02), (0.18, 1.4, 0.06)], 12),
        s.interpolate([0.17, 0.09, 0.1], 12),
        section=s.star(5, 1.0, 0.8),
    )
    return [Part("rind", body, peel("#e5791d", 0.5), 180, paint), Part("stalk", stem, m.STEM.shaded(0.75), 40)]


@sculpture(
    "jack o lantern", size=(0.4, 1.1), synonyms=("halloween pumpkin", "carved pumpkin"), plural="jack o lanterns"
)
def jack_o_lantern(rng: np.random.Generator) -> Sculpture:
    """A pumpkin with a lit face."""
    body, stem = _pumpkin(rng)
    eye = s.extrude([(-0.17, 0), (0.17, 0), (0, 0.26)], 1.0).translate((0.32, 0.62, 0.7))
    nose = s.extrude([(-0.08, 0), (0.08, 0), (0, 0.13)], 1.0).translate((0, 0.5, 0.7))
    grin = s.extrude(
        np.concatenate([s.arc(0.55, 205, 335, 16) + (0, 0.66), (s.arc(0.55, 335, 205, 16) * (0.9, 0.55) + (0, 0.62))]),
        1.0,
    ).translate((0, 0.1, 0.7))
    teeth = s.group([s.box(0.1, 0.12, 1.0).translate((x, y, 0.7)) for x, y in ((-0.2, 0.28), (0.18, 0.28), (0.0, 0.1))])
    holes = s.union([s.mirrored(eye), nose, grin - teeth])
    hollow = s.ellipsoid(0.8, 0.48, 0.8, 48).translate((0, 0.56, 0))
    lit = s.ellipsoid(0.79, 0.47, 0.79, 48).translate((0, 0.56, 0)) - s.ellipsoid(0.72, 0.4, 0.72, 40).translate(
        (0, 0.56, 0)
    )
    return finished(
        [
            Part("rind", body.solid - hollow - holes, body.material, 60, body.paint),
            stem,
            Part("light", lit, m.FLAME, 180),
        ],
        rng.uniform(0.2, 0.28),
    )


@sculpture("broccoli", size=(0.18, 0.4), plural="broccoli")
def broccoli(rng: np.random.Generator) -> Sculpture:
    """Florets on a stem."""
    stems = [s.cylinder(0.5, 0.2, 0.18, 20)]
    heads = []
    for k in range(11):
        turn, out = k * 2.4, 0.12 + 0.34 * np.sqrt(k / 11)
        tip = np.array([out * np.sin(turn), 1.05 - out * 0.7, out * np.cos(turn)])
        stems.append(s.rod((0, 0.38, 0), at(tip), 0.09, 0.07, 10))
        heads.append(s.sphere(0.24, 20).translate(at(tip)))
    crown = s.union(heads)
    points, normals = s.scattered(crown, rng, 260, 0.07)
    beads = [s.sphere(0.055, 8).translate(at(p)) for p, n in zip(points, normals, strict=True)]
    return finished(
        [
            Part("stem", s.union(stems), peel("#9cbf6a", 0.7), 50),
            Part("florets", s.group([crown, *beads]), peel("#3f7a35", 0.9), 60),
        ],
        rng.uniform(0.1, 0.13),
    )


@sculpture("cabbage", size=(0.25, 0.5), synonyms=("lettuce",))
def cabbage(rng: np.random.Generator) -> Sculpture:
    """Leaves round a heart."""
    heart = s.sphere(0.5, 40).translate((0, 0.5, 0))
    sheets = []
    for k in range(11):
        ring = 0 if k < 5 else 1
        size = 0.78 if ring == 0 else 0.95
        shell = (s.sphere(0.54 + 0.07 * ring, 36) - s.sphere(0.515 + 0.07 * ring, 36)).translate((0, 0.5, 0))
        cap = s.sphere(size * 0.55, 24).translate((0, 0.36, 0.58))
        sheets.append(
            s.roughened(
                (shell ^ cap).rotate((float(rng.uniform(-25, 10)) + 18 * ring, 72 * k + 36 * ring, 0)),
                rng,
                0.03,
                0.25,
                0.06,
            )
        )
    green = peel(s.pick(rng, ("#8fbf5a", "#a3c97a", "#6f4a7a")), 0.6)
    return finished(
        [Part("heart", heart, green.shaded(1.12), 180), Part("leaves", s.group(sheets), green, 50)],
        rng.uniform(0.14, 0.18),
    )


@sculpture("olive", size=(0.012, 0.05))
def olive(rng: np.random.Generator) -> Sculpture:
    """Green with a red pimento, or black."""
    if s.chance(rng, 0.6):
        body = s.ellipsoid(0.42, 0.55, 0.42, 40) - s.cylinder(0.5, 0.12).translate((0, 0.25, 0))
        return finished(
            [
                Part("flesh", body, peel("#8a9a3a", 0.25), 60),
                Part("pimento", s.sphere(0.13, 20).translate((0, 0.46, 0)), peel("#c9302a", 0.3), 60),
            ],
            rng.uniform(0.016, 0.02),
        )
    return finished(
        [Part("flesh", s.ellipsoid(0.42, 0.52, 0.42, 40), peel("#26202a", 0.2), 60)], rng.uniform(0.016, 0.02)
    )


@sculpture("peanut", size=(0.02, 0.08))
def peanut(rng: np.random.Generator) -> Sculpture:
    """In its shell."""
    shell = (
        f.ellipsoid((0, 0.4, 0), (0.36, 0.4, 0.36)).blend(f.ellipsoid((0, 1.05, 0), (0.3, 0.36, 0.3)), 0.25).solid(56)
    )
    body = s.roughened(shell, rng, 0.02, 0.14).rotate((0, 0, 72)).translate((0.7, 0.35, 0))
    return finished(
        [Part("shell", body, peel("#d0a468", 0.9), 180, spotted("#d0a468", "#a87c46", 0.7, rng, 0.12))], 0.025
    )


@sculpture("chestnut", size=(0.02, 0.07))
def chestnut(rng: np.random.Generator) -> Sculpture:
    """Brown and shining."""
    nut = s.warp(
        s.revolve(s.profile([(0, 0), (0.4, 0.02), (0.62, 0.35), (0.5, 0.75), (0.16, 1.0), (0, 1.12)], 40), 48),
        lambda p: p * (1.0, 1.0, 0.72),
    )
    a, b = np.array(m.srgb("#6b331a")), np.array(m.srgb("#c9a06a"))
    paint = painted(a, b, lambda p: (0.2 - p[:, 1]) / 0.05 + 0.5)
    return finished(
        [Part("nut", nut.refine_to_length(0.07), peel("#6b331a", 0.2), 180, paint)], rng.uniform(0.024, 0.028)
    )


@sculpture("acorn", size=(0.02, 0.07))
def acorn(rng: np.random.Generator) -> Sculpture:
    """A nut in its cup."""
    nut = s.revolve(s.profile([(0, 0), (0.06, 0.04), (0.35, 0.3), (0.42, 0.7), (0.38, 0.9), (0, 0.9)], 40), 40)
    cup = s.revolve(s.profile([(0, 0.78), (0.46, 0.76), (0.48, 0.95), (0.3, 1.2), (0, 1.26)], 32), 40)
    points, normals = s.scattered(cup, rng, 130, 0.075)
    warts = [s.sphere(0.04, 8).translate(at(p)) for p, n in zip(points, normals, strict=True) if p[1] > 0.79]
    return finished(
        [
            Part("nut", nut, peel("#b9843f", 0.3), 180),
            Part("cup", s.group([cup, *warts]), m.BARK.shaded(1.2), 50),
            Part("stalk", stalk(0.24, 1.25, 0.05), m.BARK, 60),
        ],
        0.024,
    )


@sculpture("mushroom", size=(0.04, 0.4), synonyms=("toadstool",))
def mushroom(rng: np.random.Generator) -> Sculpture:
    """A fly agaric, a champignon or a cep."""
    cap_colour, dots, stem_colour = s.pick(
        rng, (("#c9231f", True, "#f2ede0"), ("#e8dfce", False, "#f2ede2"), ("#7a4a26", False, "#e2d3b5"))
    )
    flat = rng.uniform(0.3, 0.55)
    cap = s.revolve(
        s.profile([(0, 0.92), (0.3, 0.9), (0.7, 0.86), (0.76, 0.95), (0.5, 0.95 + flat * 0.75), (0, 0.98 + flat)], 48),
        56,
    )
    gills = s.around(s.box(0.012, 0.06, 0.56).translate((0, 0.85, 0.38)), 48)
    stem = s.revolve(s.profile([(0, 0), (0.26, 0.02), (0.24, 0.2), (0.16, 0.6), (0.17, 0.95), (0, 0.95)], 32), 36)
    parts = [
        Part("cap", cap, peel(cap_colour, 0.4), 180),
        Part("gills", gills, peel("#e9dcc4", 0.9), 20),
        Part("stem", stem, peel(stem_colour, 0.8), 60),
    ]
    if dots:
        points, normals = s.scattered(cap, rng, 34, 0.2)
        patches = [
            s.aim(
                s.ellipsoid(0.075, 0.03, 0.075, 12).scale((rng.uniform(0.6, 1.2), 1, rng.uniform(0.6, 1.2))), n
            ).translate(at(p))
            for p, n in zip(points, normals, strict=True)
            if n[1] > 0.25
        ]
        parts += [
            Part("spots", s.group(patches), peel("#f7f3e8", 0.9), 60),
            Part("skirt", s.cylinder(0.1, 0.26, 0.17, 32).translate((0, 0.66, 0)), peel("#f2ede0", 0.9), 50),
        ]
    return finished(parts, rng.uniform(0.06, 0.12))
