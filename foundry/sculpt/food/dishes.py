"""Bread, dishes and sweets."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import noise, painted
from bozzetto.foundry.sculpt.food.fruit import peel
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import leaf

Array = NDArray[np.float64]
CRUST = m.Material("crust", m.srgb("#b8763a"), 0.85)
CRUMB = m.Material("crumb", m.srgb("#ecd2a0"), 0.95)
CREAM = m.Material("cream", m.srgb("#f7efe0"), 0.6)
CHOCOLATE = m.Material("chocolate", m.srgb("#4a2a1a"), 0.4)
ICINGS = ("#f29ab8", "#4a2a1a", "#f4ece0", "#8fd0d8", "#c9a0dc", "#f2d24a")


def icing(colour: str) -> m.Material:
    """Sugar icing."""
    return m.Material("icing", m.srgb(colour), 0.3)


def sprinkles(rng: np.random.Generator, surface: s.Solid, count: int, size: float, least_up: float) -> list[Part]:
    """Coloured grains on what of a surface faces up."""
    points, normals = s.scattered(surface, rng, count * 3, size * 2.2)
    grains: dict[str, list[s.Solid]] = {}
    for k, (p, n) in enumerate(zip(points, normals, strict=True)):
        if n[1] > least_up:
            across = np.cross(n, rng.normal(size=3))
            colour = ("#e0303a", "#f2c830", "#3fa0d8", "#5fb84a", "#f7f4ee")[k % 5]
            grains.setdefault(colour, []).append(
                s.aim(s.ellipsoid(size * 0.3, size, size * 0.3, 8), across).translate(at(p + n * size * 0.15))
            )
    return [Part("sprinkles", s.group(solids), icing(colour), 60) for colour, solids in grains.items()]


@sculpture("doughnut", size=(0.07, 0.2), synonyms=("donut",))
def doughnut(rng: np.random.Generator) -> Sculpture:
    """Iced, with sprinkles."""
    dough = s.torus(0.55, 0.3, 64, 28).scale((1, 0.82, 1))
    over = s.torus(0.55, 0.312, 72, 28).scale((1, 0.83, 1))
    drips = int(rng.integers(7, 11))
    phase = rng.uniform(0, 6)

    def edge(p: Array) -> Array:
        turn = np.arctan2(p[:, 0], p[:, 2])
        low = 0.02 + 0.05 * np.sin(drips * turn + phase) + 0.03 * np.sin(2.7 * drips * turn)
        return np.stack([p[:, 0], np.where(p[:, 1] < 0.001, low * 0.999, p[:, 1]), p[:, 2]], 1)

    glaze = s.warp(over.trim_by_plane((0, 1, 0), 0.0).refine_to_length(0.08), edge)
    band = np.array(m.srgb("#e8c48a"))
    paint = painted(np.array(m.srgb("#b8763a")), band, lambda p: 1 - np.abs(p[:, 1]) / 0.05)
    parts = [
        Part("dough", dough.refine_to_length(0.08), CRUST, 180, paint),
        Part("icing", glaze, icing(s.pick(rng, ICINGS)), 60),
    ]
    return finished(parts + sprinkles(rng, over, 45, 0.05, 0.35), rng.uniform(0.05, 0.06))


@sculpture("ice cream", size=(0.12, 0.35), synonyms=("ice cream cone", "icecream"))
def ice_cream(rng: np.random.Generator) -> Sculpture:
    """One to three scoops in a waffle cone."""
    cone = s.revolve([(0, 0), (0.03, 0.0), (0.36, 1.1), (0.3, 1.1), (0, 0.1)], 48)
    lines = []
    for sign in (1, -1):
        for k in range(10):
            up = np.linspace(0.05, 1.08, 14)
            turn = sign * 2.2 * up + 2 * np.pi * k / 10
            r = 0.03 + 0.33 * up / 1.1 + 0.004
            lines.append(s.tube(np.stack([r * np.sin(turn), up, r * np.cos(turn)], 1), 0.012, 6))
    flavours = rng.permutation(np.array(["#f2a0b0", "#f4e8c8", "#5a3422", "#a8d8b0", "#e8b85a", "#b8a0dc"]))
    parts = [
        Part("cone", cone, m.Material("waffle", m.srgb("#d9a05a"), 0.8), 50),
        Part("waffle", s.group(lines), m.Material("waffle", m.srgb("#b97c3a"), 0.8), 50),
    ]
    y = 1.22
    for k in range(int(rng.integers(1, 4))):
        ball = s.roughened(s.sphere(0.4 - 0.04 * k, 44).refine_to_length(0.08), rng, 0.016, 0.12)
        skirt = s.swell(
            s.torus(0.34 - 0.04 * k, 0.075, 48, 12).refine_to_length(0.08),
            lambda p: 1 + 0.08 * np.sin(9 * np.arctan2(p[:, 0], p[:, 2])),
        )
        parts.append(
            Part(
                "scoop",
                (ball + skirt.translate((0, -0.13, 0))).translate((0, y, 0)),
                m.Material("ice cream", m.srgb(str(flavours[k])), 0.7),
                60,
            )
        )
        y += 0.44
    cherry = s.sphere(0.085, 28).translate((0, y - 0.02, 0))
    stem = s.tube(s.curve([(0, y + 0.04, 0), (0.03, y + 0.16, 0), (0.1, y + 0.22, 0)], 8), 0.012, 8)
    return finished(
        [*parts, Part("cherry", cherry, peel("#c2182a", 0.15), 60), Part("stalk", stem, m.STEM, 60)],
        rng.uniform(0.1, 0.12),
    )


@sculpture("pizza", size=(0.25, 0.7))
def pizza(rng: np.random.Generator) -> Sculpture:
    """Salami, olives, basil."""
    base = s.roughened(s.cylinder(0.06, 0.95, segments=72), rng, 0.008, 0.2, 0.12)
    rim = s.roughened(s.torus(0.92, 0.085, 72, 14).translate((0, 0.06, 0)), rng, 0.015, 0.16, 0.08)
    cheese = s.roughened(
        s.cylinder(0.05, 0.87, segments=72).translate((0, 0.04, 0)).refine_to_length(0.1), rng, 0.012, 0.16
    )
    blotch = noise(rng, 0.16)
    paint = painted(
        np.array(m.srgb("#f2c95a")),
        np.array(m.srgb("#c9432a")),
        lambda p: blotch(p) * 1.6 - 0.5 + np.clip((np.hypot(p[:, 0], p[:, 2]) - 0.8) * 8, 0, 1),
    )
    spots: list[Array] = []
    while len(spots) < 22:
        p = rng.uniform(-0.74, 0.74, 2)
        if np.hypot(*p) < 0.74 and all(np.hypot(*(p - q)) > 0.22 for q in spots):
            spots.append(p)
    salami = s.group(
        [
            s.cylinder(0.025, 0.125, segments=28, bevel=0.008)
            .rotate((float(rng.uniform(-5, 5)), 0, float(rng.uniform(-5, 5))))
            .translate((p[0], 0.085, p[1]))
            for p in spots[:11]
        ]
    )
    olives = s.group([s.torus(0.04, 0.02, 20, 10).translate((p[0], 0.105, p[1])) for p in spots[11:17]])
    basil = s.group(
        [
            leaf(0.17, 0.1, 0.008, 30, 4).rotate((82, float(rng.uniform(0, 360)), 0)).translate((p[0], 0.1, p[1]))
            for p in spots[17:]
        ]
    )
    return finished(
        [
            Part("crust", base + rim, CRUST.coloured("#d09a54"), 60),
            Part("cheese", cheese, m.Material("cheese", m.srgb("#f2c95a"), 0.5), 60, paint),
            Part("salami", salami, m.Material("salami", m.srgb("#b0322a"), 0.5), 40),
            Part("olives", olives, m.BLACK, 60),
            Part("basil", basil, m.LEAF, 40),
        ],
        rng.uniform(0.15, 0.19),
    )


@sculpture("slice of pizza", size=(0.12, 0.4), synonyms=("pizza slice",), plural="slices of pizza")
def pizza_slice(rng: np.random.Generator) -> Sculpture:
    """One eighth, lying."""
    arc = s.arc(1.0, 68, 112, 14)
    outline = np.concatenate([[(0.0, 0.0)], arc])
    base = s.extrude(outline, 0.05).rotate((90, 0, 0)).translate((0, 0.03, -0.5))
    cheese = s.roughened(
        s.extrude(np.concatenate([[(0.0, 0.03)], arc * 0.93]), 0.05)
        .rotate((90, 0, 0))
        .translate((0, 0.065, -0.5))
        .refine_to_length(0.07),
        rng,
        0.01,
        0.12,
    )
    rim = s.tube(np.stack([arc[:, 0], np.full(14, 0.07), arc[:, 1] - 0.5], 1), 0.075, 14)
    salami = s.group(
        [
            s.cylinder(0.025, 0.1, segments=28).translate((x, 0.085, z))
            for x, z in ((0.0, -0.12), (-0.13, 0.2), (0.14, 0.22))
        ]
    )
    basil = leaf(0.18, 0.1, 0.008, 30, 4).rotate((82, 50, 0)).translate((0.02, 0.1, 0.06))
    return finished(
        [
            Part("crust", base + rim, CRUST.coloured("#d09a54"), 50),
            Part("cheese", cheese, m.Material("cheese", m.srgb("#f2c04a"), 0.5), 60),
            Part("salami", salami, m.Material("salami", m.srgb("#b0322a"), 0.5), 40),
            Part("basil", basil, m.LEAF, 40),
        ],
        rng.uniform(0.16, 0.2),
    )


@sculpture("cake", size=(0.15, 0.7), synonyms=("layer cake",))
def cake(rng: np.random.Generator) -> Sculpture:
    """Tiers with icing, drips and berries."""
    tiers = int(rng.integers(1, 4))
    body, drip, berry = s.pick(
        rng,
        (
            ("#f7ece0", "#f08aac", "#c9202a"),
            ("#6a4028", "#3a2012", "#c9202a"),
            ("#f4e2ea", "#4a2a1a", "#3a4a8a"),
            ("#e8f0ea", "#8fd0c8", "#f2c830"),
        ),
    )
    layers, tops, pearls, y = [], [], [], 0.04
    for k in range(tiers):
        r, high = 0.62 - 0.17 * k, 0.36 - 0.03 * k
        layers.append(s.cylinder(high, r, segments=64, bevel=0.03).translate((0, y, 0)))
        rim = [
            s.capsule(
                (r * np.sin(t) * 1.005, y + high - 0.02, r * np.cos(t) * 1.005),
                (r * np.sin(t) * 1.012, y + high - float(rng.uniform(0.06, 0.2)), r * np.cos(t) * 1.012),
                0.045,
                0.04,
                12,
            )
            for t in np.linspace(0, 2 * np.pi, int(26 * r / 0.62) + 1)[:-1]
        ]
        tops.append(
            s.union([s.cylinder(0.035, r + 0.02, segments=64, bevel=0.014).translate((0, y + high - 0.015, 0)), *rim])
        )
        pearls.append(s.around(s.sphere(0.03, 14).translate((0, y + 0.02, r + 0.012)), int(40 * r / 0.62)))
        y += high
    r = 0.62 - 0.17 * (tiers - 1)
    swirls = s.around(
        s.twist(s.revolve(s.profile([(0, 0), (0.085, 0.0), (0.07, 0.06), (0, 0.15)], 20), 12), 120, 0.03).translate(
            (0, y + 0.01, r * 0.72)
        ),
        max(5, int(8 * r / 0.62)),
    )
    berries = s.around(s.sphere(0.05, 20).translate((0, y + 0.16, r * 0.72)), max(5, int(8 * r / 0.62)))
    plate = s.revolve([(0, 0), (0.4, 0), (0.78, 0.035), (0.78, 0.05), (0, 0.045)], 56)
    return finished(
        [
            Part("cake", s.group(layers), icing(body), 50),
            Part("icing", s.group(tops), icing(drip), 60),
            Part("pearls", s.group(pearls), CREAM, 60),
            Part("cream", swirls, CREAM, 50),
            Part("berries", berries, peel(berry, 0.2), 60),
            Part("plate", plate, m.PORCELAIN, 50),
        ],
        rng.uniform(0.17, 0.22),
    )


@sculpture("cookie", size=(0.05, 0.15), synonyms=("biscuit", "chocolate chip cookie"))
def cookie(rng: np.random.Generator) -> Sculpture:
    """With chips."""
    body = s.roughened(
        s.revolve(s.profile([(0, 0.02), (0.5, 0.0), (0.62, 0.08), (0.5, 0.17), (0, 0.2)], 36), 56).refine_to_length(
            0.08
        ),
        rng,
        0.022,
        0.22,
    )
    points, normals = s.scattered(body, rng, 60, 0.16)
    chips = s.group(
        [
            s.roughened(s.ellipsoid(0.055, 0.04, 0.05, 12), rng, 0.008, 0.05).translate(at(p))
            for p, n in zip(points, normals, strict=True)
            if n[1] > 0.4
        ]
    )
    tan = noise(rng, 0.2)
    paint = painted(
        np.array(m.srgb("#c98f4e")),
        np.array(m.srgb("#a86a30")),
        lambda p: tan(p) * 0.6 + np.clip((np.hypot(p[:, 0], p[:, 2]) - 0.45) * 3, 0, 1),
    )
    return finished(
        [Part("dough", body, CRUST.coloured("#c98f4e"), 180, paint), Part("chips", chips, CHOCOLATE, 60)],
        rng.uniform(0.05, 0.065),
    )


@sculpture("croissant", size=(0.1, 0.3))
def croissant(rng: np.random.Generator) -> Sculpture:
    """A crescent of rolled layers."""
    rings = []
    for k in range(9):
        t = (k - 4) / 4
        turn = np.radians(72 * t)
        r = 0.29 * (1 - 0.72 * abs(t) ** 1.4)
        centre = np.array([0.62 * np.sin(turn), r * 0.92, 0.62 - 0.62 * np.cos(turn)])
        rings.append(f.ellipsoid((0, 0, 0), (0.15, r, r * 0.95)).rotate((0, float(-np.degrees(turn)), 0)).move(centre))
    whole = rings[0]
    for ring in rings[1:]:
        whole = whole.blend(ring, 0.035)
    body = whole.solid(84)
    paint = painted(
        np.array(m.srgb("#d9963f")),
        np.array(m.srgb("#a4601f")),
        lambda p: 0.6 - np.abs(np.sin(np.arctan2(p[:, 0], 0.62 - p[:, 2]) * 7.2)) * 1.2 + (p[:, 1] - 0.3),
    )
    return finished([Part("pastry", body, CRUST.coloured("#d9963f"), 180, paint)], rng.uniform(0.1, 0.13))


@sculpture("pretzel", size=(0.08, 0.3))
def pretzel(rng: np.random.Generator) -> Sculpture:
    """A knot with salt, lying."""
    path = s.curve(
        [
            (0.12, 0.16, 0.5),
            (0.3, 0.14, 0.3),
            (0.0, 0.2, -0.02),
            (-0.34, 0.12, -0.1),
            (-0.62, 0.12, -0.42),
            (-0.36, 0.12, -0.76),
            (0, 0.12, -0.82),
            (0.36, 0.12, -0.76),
            (0.62, 0.12, -0.42),
            (0.34, 0.12, -0.1),
            (0.0, 0.28, 0.0),
            (-0.3, 0.14, 0.3),
            (-0.12, 0.16, 0.5),
        ],
        110,
    ) * (1, 1, -1)
    dough = s.tube(path, s.interpolate([0.07, 0.075, 0.1, 0.13, 0.14, 0.13, 0.1, 0.075, 0.07], 110), 16)
    points, normals = s.scattered(dough, rng, 140, 0.08)
    salt = s.group(
        [
            s.box(0.026, 0.026, 0.026).rotate(tuple(float(x) for x in rng.uniform(0, 90, 3))).translate(at(p))
            for p, n in zip(points, normals, strict=True)
            if n[1] > 0.45
        ]
    )
    return finished(
        [Part("dough", dough, CRUST.coloured("#a4541f"), 60), Part("salt", salt, m.WHITE, 0)], rng.uniform(0.09, 0.12)
    )


@sculpture("baguette", size=(0.4, 0.9), synonyms=("french bread",))
def baguette(rng: np.random.Generator) -> Sculpture:
    """A long loaf with slashes."""
    loaf = s.tube(
        s.curve([(-1, 0.14, 0), (0, 0.15, 0.03), (1, 0.14, 0)], 40),
        np.stack(
            [
                s.interpolate([0.03, 0.13, 0.145, 0.145, 0.13, 0.03], 40),
                s.interpolate([0.03, 0.16, 0.18, 0.18, 0.16, 0.03], 40),
            ],
            1,
        ),
        28,
        up=(0, 1, 0),
    )
    slashes = s.group(
        [
            s.ellipsoid(0.13, 0.03, 0.045, 20).rotate((0, 28, 0)).translate((x, 0.275, 0.01))
            for x in np.linspace(-0.72, 0.72, 6)
        ]
    )
    return finished(
        [Part("crust", s.roughened(loaf, rng, 0.008, 0.1, 0.06), CRUST, 60), Part("slashes", slashes, CRUMB, 60)],
        rng.uniform(0.26, 0.34),
    )


@sculpture("sandwich", size=(0.1, 0.3))
def sandwich(rng: np.random.Generator) -> Sculpture:
    """Toast with ham, cheese, lettuce and tomato."""
    slice_outline = s.curve(
        [
            (-0.45, -0.45),
            (0.45, -0.45),
            (0.46, 0.2),
            (0.5, 0.4),
            (0.3, 0.52),
            (0, 0.46),
            (-0.3, 0.52),
            (-0.5, 0.4),
            (-0.46, 0.2),
        ],
        60,
        closed=True,
    )
    bread = s.extrude(slice_outline, 0.13, 0.03).rotate((-90, 0, 0))
    crumb = s.extrude(slice_outline * 0.93, 0.136).rotate((-90, 0, 0))
    lettuce = s.heave(
        s.cylinder(0.02, 0.53, segments=64).refine_to_length(0.05),
        lambda p: 0.045 * np.sin(11 * np.arctan2(p[:, 0], p[:, 2])) * np.hypot(p[:, 0], p[:, 2]) * 2,
    ).translate((0, 0.19, 0))
    ham = s.roughened(s.cylinder(0.03, 0.49, segments=48).refine_to_length(0.08), rng, 0.012, 0.2).translate(
        (0, 0.235, 0)
    )
    cheese = s.warp(
        s.box(1.0, 0.025, 1.0).refine_to_length(0.08),
        lambda p: (
            p - np.stack([0 * p[:, 0], 0.3 * np.clip(np.abs(p[:, 0]) + np.abs(p[:, 2]) - 0.72, 0, 1), 0 * p[:, 0]], 1)
        ),
    ).translate((0, 0.28, 0))
    tomato = s.group(
        [
            s.cylinder(0.035, 0.2, segments=32).translate((x, 0.305, z))
            for x, z in ((0.2, 0.22), (-0.2, 0.2), (0.2, -0.2), (-0.2, -0.22))
        ]
    )
    where = ((0, 0.08, 0), (0, 0.41, 0))
    return finished(
        [
            Part("crust", s.group([bread.translate(p) for p in where]), CRUST, 50),
            Part("crumb", s.group([crumb.translate(p) for p in where]), CRUMB, 30),
            Part("lettuce", lettuce, m.LEAF.coloured("#7fbf4a"), 40),
            Part("ham", ham, peel("#e8a0a0", 0.5), 40),
            Part("cheese", cheese, m.Material("cheese", m.srgb("#f2b82a"), 0.4), 20),
            Part("tomato", tomato, peel("#d1301f", 0.3), 40),
        ],
        rng.uniform(0.12, 0.15),
    )


@sculpture("cheese", size=(0.08, 0.35), synonyms=("swiss cheese", "wedge of cheese"), plural="cheese")
def cheese(rng: np.random.Generator) -> Sculpture:
    """A wedge with holes."""
    wedge = (
        s.extrude(np.concatenate([[(0.0, -0.65)], s.arc(1.15, 68, 112, 16) + (0, -0.65)]), 0.5, 0.02)
        .rotate((-90, 0, 0))
        .translate((0, 0.25, 0))
    )
    points, _ = s.scattered(wedge, rng, 26, 0.16)
    holes = s.union([s.sphere(float(rng.uniform(0.04, 0.1)), 20).translate(at(p)) for p in points])
    return finished(
        [Part("cheese", wedge - holes, m.Material("cheese", m.srgb("#f2c23a"), 0.5), 50)], rng.uniform(0.12, 0.16)
    )


@sculpture("fried egg", size=(0.06, 0.25), synonyms=("sunny side up egg",))
def fried_egg(rng: np.random.Generator) -> Sculpture:
    """White and yolk."""
    angle = np.linspace(0, 2 * np.pi, 24)[:-1]
    r = 0.6 + 0.1 * np.sin(3 * angle + rng.uniform(0, 6)) + 0.06 * np.sin(5 * angle + rng.uniform(0, 6))
    white = (
        s.extrude(s.curve(np.stack([r * np.cos(angle), r * np.sin(angle)], 1), 90, closed=True), 0.09, 0.04)
        .rotate((-90, 0, 0))
        .translate((0, 0.045, 0))
    )
    yolk = s.dome(0.26, 0.2, 48).translate((float(rng.uniform(-0.08, 0.08)), 0.06, float(rng.uniform(-0.08, 0.08))))
    return finished(
        [Part("white", white, peel("#f9f7f0", 0.3), 50), Part("yolk", yolk, peel("#f2a81d", 0.15), 60)],
        rng.uniform(0.06, 0.08),
    )


@sculpture("egg", size=(0.04, 0.2))
def egg(rng: np.random.Generator) -> Sculpture:
    """Brown or white."""
    shell = s.revolve(s.profile([(0, 0.0), (0.3, 0.08), (0.5, 0.5), (0.42, 0.92), (0.2, 1.24), (0, 1.34)], 56), 56)
    colour = s.pick(rng, ("#d9b08a", "#f3efe6", "#cfe0e0"))
    dots = noise(rng, 0.06)
    paint = painted(np.array(m.srgb(colour)), np.array(m.srgb(colour)) * 0.7, lambda p: dots(p) * 3 - 2.4)
    return finished(
        [Part("shell", shell.refine_to_length(0.06), peel(colour, 0.5), 180, paint)], rng.uniform(0.042, 0.05)
    )


@sculpture("lollipop", size=(0.1, 0.35))
def lollipop(rng: np.random.Generator) -> Sculpture:
    """A spiral on a stick."""
    a, b = s.pick(rng, (("#e8303f", "#f7f2ea"), ("#f29ab8", "#f2d24a"), ("#3fa0d8", "#f7f2ea"), ("#7ac04a", "#f2d24a")))
    disc = s.extrude(s.circle(0.4, 72), 0.14, 0.05).refine_to_length(0.025).translate((0, 1.35, 0))
    twist = lambda p: np.sin(np.arctan2(p[:, 1] - 1.35, p[:, 0]) * 2 - np.hypot(p[:, 0], p[:, 1] - 1.35) * 17) * 4 + 0.5  # noqa: E731
    stick = s.cylinder(1.0, 0.03, segments=20)
    return finished(
        [
            Part("candy", disc, icing(a), 60, painted(np.array(m.srgb(a)), np.array(m.srgb(b)), twist)),
            Part("stick", stick, m.PAPER, 60),
        ],
        rng.uniform(0.09, 0.12),
    )


@sculpture("candy cane", size=(0.08, 0.35))
def candy_cane(rng: np.random.Generator) -> Sculpture:
    """A striped hook."""
    turn = np.radians(np.linspace(180, 10, 18))
    path = np.concatenate(
        [
            np.stack([np.full(14, -0.3), np.linspace(0, 1.0, 14), np.zeros(14)], 1),
            np.stack([0.3 * np.cos(turn), 1.04 + 0.3 * np.sin(turn), 0 * turn], 1),
        ]
    )
    line = s.curve(path, 120)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    cane = s.tube(line, 0.085, 24)

    def stripe(p: Array) -> Array:
        near = np.linalg.norm(p[:, None] - line[None], axis=2).argmin(1)
        around = np.arctan2(
            p[:, 2], np.linalg.norm(p[:, :2] - line[near, :2], axis=1) * np.sign(p[:, 0] - line[near, 0] + 1e-9)
        )
        return np.sin(length[near] * 2 * np.pi / 0.26 + around) * 5 + 0.5

    ball = s.sphere(0.085, 24)
    return finished(
        [
            Part(
                "candy",
                s.union([cane, ball.translate(at(line[0])), ball.translate(at(line[-1]))]).refine_to_length(0.04),
                icing("#f7f3ee"),
                60,
                painted(np.array(m.srgb("#f7f3ee")), np.array(m.srgb("#d1202a")), stripe),
            )
        ],
        rng.uniform(0.1, 0.13),
    )


@sculpture("sushi", size=(0.04, 0.2), plural="sushi")
def sushi(rng: np.random.Generator) -> Sculpture:
    """Salmon or shrimp on rice, with a band of nori."""
    rice = s.roughened(s.rounded_box(0.5, 0.34, 1.0, 0.15).refine_to_length(0.06), rng, 0.014, 0.06)
    slab = s.warp(
        s.rounded_box(0.56, 0.12, 1.2, 0.05).refine_to_length(0.07),
        lambda p: (
            p
            - np.stack(
                [0 * p[:, 0], 0.35 * np.clip(np.abs(p[:, 2]) - 0.3, 0, 1) ** 1.5 + 0.9 * p[:, 0] ** 2, 0 * p[:, 0]], 1
            )
        ),
    ).translate((0, 0.33, 0))
    colour = s.pick(rng, ("#f2885a", "#d1473a", "#f0a890"))
    lines = painted(
        np.array(m.srgb(colour)),
        np.array(m.srgb("#f7dcc8")),
        lambda p: np.sin((p[:, 2] + 0.5 * np.abs(p[:, 0])) * 34) * 3 - 1.6,
    )
    parts = [
        Part("rice", rice, m.Material("rice", m.srgb("#f4f1e8"), 0.8), 60),
        Part("fish", slab, peel(colour, 0.3), 60, lines),
    ]
    if s.chance(rng, 0.5):
        band = s.rounded_box(0.6, 0.5, 0.2, 0.06).translate((0, -0.01, 0)) - s.rounded_box(
            0.57, 0.47, 0.3, 0.06
        ).translate((0, 0.005, 0))
        parts.append(Part("nori", band, m.Material("nori", m.srgb("#1f2a22"), 0.6), 40))
    return finished(parts, rng.uniform(0.045, 0.055))


@sculpture("pancakes", size=(0.12, 0.4), synonyms=("pancake", "stack of pancakes"), plural="pancakes")
def pancakes(rng: np.random.Generator) -> Sculpture:
    """A stack with butter and syrup."""
    stack = []
    for k in range(5):
        cake_ = s.revolve(s.profile([(0, 0), (0.6, 0.0), (0.68, 0.055), (0.6, 0.11), (0, 0.11)], 24), 56)
        stack.append(
            cake_.scale((rng.uniform(0.94, 1.03), 1, rng.uniform(0.94, 1.03))).translate(
                (float(rng.uniform(-0.03, 0.03)), 0.06 + 0.108 * k, float(rng.uniform(-0.03, 0.03)))
            )
        )
    top = 0.06 + 0.108 * 5
    syrup = s.union(
        [
            s.cylinder(0.022, 0.42, segments=48, bevel=0.01).translate((0, top - 0.004, 0)),
            *(
                s.capsule(
                    (0.4 * np.sin(t), top, 0.4 * np.cos(t)),
                    (0.7 * np.sin(t), top - 0.01, 0.7 * np.cos(t)),
                    0.06,
                    0.05,
                    12,
                )
                + s.capsule(
                    (0.69 * np.sin(t), top - 0.01, 0.69 * np.cos(t)),
                    (0.7 * np.sin(t), top - float(rng.uniform(0.1, 0.4)), 0.7 * np.cos(t)),
                    0.05,
                    0.045,
                    12,
                )
                for t in np.linspace(0, 6.28, 8)[:-1] + rng.uniform(-0.2, 0.2, 7)
            ),
        ]
    )
    butter = s.rounded_box(0.24, 0.1, 0.24, 0.025).rotate((0, 25, 0)).translate((0, top + 0.015, 0))
    plate = s.revolve([(0, 0), (0.5, 0), (1.0, 0.06), (1.0, 0.08), (0, 0.06)], 56)
    edge = painted(
        np.array(m.srgb("#c98a42")), np.array(m.srgb("#eccb8e")), lambda p: (np.hypot(p[:, 0], p[:, 2]) - 0.6) * 14
    )
    return finished(
        [
            Part("pancakes", s.group(stack).refine_to_length(0.1), CRUST, 50, edge),
            Part("syrup", syrup, m.Material("syrup", m.srgb("#8a4a14"), 0.1), 60),
            Part("butter", butter, peel("#f7de7a", 0.4), 50),
            Part("plate", plate, m.PORCELAIN, 50),
        ],
        rng.uniform(0.12, 0.15),
    )
