"""Street food, bowls, plates and what is baked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix, noise, painted
from bozzetto.foundry.sculpt.food.fruit import peel
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import leaf

Array = NDArray[np.float64]


def stuff(name: str, colour: str, roughness: float = 0.7) -> m.Material:
    """Something to eat."""
    return m.Material(name, m.srgb(colour), roughness)


def bits(rng: np.random.Generator, where: Array, solid: s.Solid) -> s.Solid:
    """A copy at each place, turned at random."""
    return s.group([solid.rotate(at(rng.uniform(0, 360, 3))).translate(at(p)) for p in where])


def plate(radius: float) -> s.Solid:
    """A flat plate with a rim, its floor at y = 0.04."""
    outline = [
        (0, 0),
        (radius * 0.6, 0.0),
        (radius * 0.72, 0.03),
        (radius, 0.09),
        (radius, 0.115),
        (radius * 0.7, 0.06),
        (0, 0.04),
    ]
    return s.revolve(outline, 64)


def bowl(radius: float, high: float) -> s.Solid:
    """A deep bowl on a foot ring."""
    outline = s.profile(
        [
            (0, 0),
            (radius * 0.42, 0),
            (radius * 0.42, 0.06),
            (radius * 0.74, high * 0.35),
            (radius * 0.94, high * 0.75),
            (radius, high),
        ],
        28,
    )
    return s.lathe(outline, 0.05, 64)


@sculpture("burrito", size=(0.15, 0.4), kinds=("wrap", "enchilada"))
def burrito(rng: np.random.Generator) -> Sculpture:
    """A rolled tortilla, half of it in foil, its cut end to the front."""
    r, long = 0.36, rng.uniform(1.5, 1.75)
    roll = s.revolve(
        s.profile(
            [
                (0, 0),
                (r * 0.8, 0.02),
                (r, 0.15),
                (r * 1.03, long * 0.5),
                (r * 0.97, long - 0.02),
                (r * 0.9, long),
                (0, long),
            ],
            40,
        ),
        40,
    )
    roll = s.roughened(roll.refine_to_length(0.08), rng, 0.012, 0.3)
    toast = noise(rng, 0.22)
    paint = painted(np.array(m.srgb("#ecd3a0")), np.array(m.srgb("#a8743c")), lambda p: toast(p) * 1.3 - 0.55)
    flap = s.tube(
        np.stack([0 * (t := np.linspace(0, 1, 16)), 0.1 + t * (long - 0.12), 0 * t], 1)
        + np.stack([(r + 0.0) * np.sin(0.5 + 0.8 * t), 0 * t, (r + 0.0) * np.cos(0.5 + 0.8 * t)], 1),
        np.full((16, 2), (0.03, 0.06)),
        10,
    )
    foil = s.revolve(
        [
            (0, -0.02),
            (r * 0.85, -0.02),
            (r * 1.07, 0.14),
            (r * 1.1, long * 0.46),
            (r * 1.02, long * 0.5),
            (0, long * 0.48),
        ],
        40,
    )
    foil = s.roughened(foil.refine_to_length(0.07), rng, 0.028, 0.12)
    fill: list[Part] = []
    for name, colour, size, count in (
        ("beans", "#4a2418", 0.07, 12),
        ("rice", "#f4ead0", 0.06, 12),
        ("lettuce", "#7fb03a", 0.075, 11),
        ("tomato", "#cf3a26", 0.07, 11),
        ("cheese", "#f2b430", 0.06, 7),
    ):
        q, d = rng.uniform(0, 6.28, count), np.sqrt(rng.uniform(0, 1, count)) * r * 0.74
        where = np.stack([d * np.cos(q), np.full(count, long + rng.uniform(-0.01, 0.04)), d * np.sin(q)], 1)
        fill.append(
            Part(name, bits(rng, where, s.ellipsoid(size, size * 0.7, size * 0.8, 12)), stuff(name, colour), 60)
        )
    parts = [
        Part("tortilla", roll, stuff("tortilla", "#ecd3a0"), 60, paint),
        Part("flap", flap, stuff("tortilla", "#dcbd84"), 60),
        Part("foil", foil, m.SILVER, 20),
        *fill,
    ]
    turn = float(rng.uniform(35, 50))
    laid = [
        Part(p.name, p.solid.rotate((90, 0, 0)).rotate((-8, turn, 0)), p.material, p.smooth, p.paint) for p in parts
    ]
    return finished(laid, rng.uniform(0.1, 0.115))


@sculpture("taco", size=(0.1, 0.3))
def taco(rng: np.random.Generator) -> Sculpture:
    """A folded shell, its filling up."""
    radius, rho = 0.8, 0.26
    disc = s.extrude(s.circle(radius, 64), 0.05).refine_to_length(0.07)

    def folded(p: Array) -> Array:
        u, off = p[:, 1], p[:, 2]
        side, reach = np.sign(u), np.abs(u)
        turn = np.minimum(reach / rho, np.pi / 2 - 0.14)
        rest = reach - turn * rho
        z = (rho + off) * np.sin(turn) + rest * np.cos(turn)
        y = rho - (rho + off) * np.cos(turn) + rest * np.sin(turn)
        return np.stack([p[:, 0], y, side * z], 1)

    shell = s.roughened(s.warp(disc, folded), rng, 0.012, 0.3)
    toast = noise(rng, 0.16)
    paint = painted(np.array(m.srgb("#eebf52")), np.array(m.srgb("#b9772a")), lambda p: toast(p) * 1.2 - 0.5)
    inside = s.ellipsoid(0.68, 0.4, 0.2, 40).translate((0, 0.5, 0))
    parts = [
        Part("shell", shell, stuff("shell", "#eebf52"), 60, paint),
        Part("meat", s.roughened(inside.refine_to_length(0.07), rng, 0.04, 0.12), stuff("meat", "#6e3a1e"), 40),
    ]
    for name, colour, solid, count, up in (
        ("lettuce", "#6fb23a", s.ellipsoid(0.16, 0.035, 0.09, 12), 26, 0.0),
        ("tomato", "#d4342a", s.box(0.12, 0.1, 0.12, 0.02), 11, 0.06),
        ("cheese", "#f7cf4a", s.capsule((-0.08, 0, 0), (0.08, 0, 0), 0.024, segments=8), 18, 0.07),
    ):
        x = rng.uniform(-0.6, 0.6, count)
        y = 0.52 + 0.36 * np.sqrt(1 - (x / 0.72) ** 2) + up + rng.uniform(-0.05, 0.04, count)
        where = np.stack([x, y, rng.uniform(-0.2, 0.2, count)], 1)
        parts.append(Part(name, bits(rng, where, solid), stuff(name, colour), 40))
    return finished(parts, rng.uniform(0.09, 0.11))


def _strands(rng: np.random.Generator, count: int, reach: float, level: float, dome: float, thick: float) -> s.Solid:
    """Noodles heaped about the middle: rings and waves on a dome."""
    strands = []
    for _ in range(count):
        q = np.linspace(0, rng.uniform(3.5, 6.0), 26) + rng.uniform(0, 6.28)
        centre = rng.uniform(-0.35, 0.35, 2) * reach
        r = reach * rng.uniform(0.25, 0.62) * (1 + 0.12 * np.sin(3 * q + rng.uniform(0, 6)))
        x, z = centre[0] + r * np.cos(q), centre[1] + r * np.sin(q)
        d = np.hypot(x, z) / reach
        x, z = x / np.maximum(d, 1), z / np.maximum(d, 1)
        y = (
            level
            + dome * np.sqrt(np.clip(1 - np.minimum(d, 1) ** 2, 0.0, 1))
            + rng.uniform(-0.03, 0.04)
            + 0.015 * np.sin(5 * q)
        )
        strands.append(s.tube(np.stack([x, y, z], 1), thick, 8))
    return s.group(strands)


@sculpture(
    "ramen",
    size=(0.15, 0.5),
    synonyms=("bowl of ramen", "ramen bowl"),
    kinds=("noodle soup", "bowl of noodles", "pho", "udon"),
    plural="ramen",
)
def ramen(rng: np.random.Generator) -> Sculpture:
    """Noodles in broth with half an egg, nori, a swirl of fish cake, greens; chopsticks on the rim."""
    high = rng.uniform(0.78, 0.9)
    outer, inner = s.pick(
        rng, (("#b5241f", "#f4efe4"), ("#26262b", "#d9402f"), ("#f1ece0", "#f1ece0"), ("#27408f", "#f4efe4"))
    )
    level = high * 0.8
    a, b = np.array(m.srgb(outer)), np.array(m.srgb(inner))

    def glaze(p: Array) -> Array:
        r = np.hypot(p[:, 0], p[:, 2])
        wall = np.interp(p[:, 1], (0, high * 0.35, high * 0.75, high), (0.4, 0.71, 0.91, 0.97))
        band = (np.abs(p[:, 1] - high * 0.85) < 0.035) & (r > wall)
        return mix(
            np.where((r < wall)[:, None] & (p[:, 1:2] > 0.07), b, a), np.array(m.srgb("#f0d9a0")), band.astype(float)
        )

    parts = [Part("bowl", bowl(1.0, high).refine_to_length(0.08), m.CERAMIC.coloured(outer, "bowl"), 50, glaze)]
    parts.append(
        Part(
            "broth", s.cylinder(0.05, 0.92, segments=56).translate((0, level - 0.05, 0)), stuff("broth", "#b5742c", 0.2)
        )
    )
    parts.append(Part("noodles", _strands(rng, 18, 0.84, level - 0.04, 0.1, 0.036), stuff("noodles", "#f2d68a")))
    half = s.ellipsoid(0.24, 0.2, 0.19, 32).trim_by_plane((0, -1, 0), -0.03)
    for x, z, turn in ((0.3, 0.38, 20), (0.62, 0.12, 70)) if s.chance(rng, 0.6) else ((0.42, 0.3, 30),):
        put = (x, level + 0.14, z)
        parts.append(Part("egg", half.rotate((14, turn, 0)).translate(put), stuff("egg white", "#f8f4ea", 0.4), 60))
        yolk = s.ellipsoid(0.12, 0.05, 0.11, 24).translate((0, 0.03, 0)).rotate((14, turn, 0)).translate(put)
        parts.append(Part("yolk", yolk, stuff("yolk", "#f29a1e", 0.4), 60))
    nori = s.union(
        [
            s.box(0.42, 0.55, 0.035, 0.005).rotate((-14, 12, 0)).translate((-0.3, level - 0.04, -0.6)),
            s.box(0.36, 0.5, 0.035, 0.005).rotate((-16, -14, 0)).translate((0.08, level - 0.04, -0.68)),
        ]
    )
    parts.append(Part("nori", nori, stuff("nori", "#20301f", 0.6)))
    cake = s.cylinder(0.06, 0.2, segments=40).translate((-0.38, level + 0.06, 0.42))
    swirl = s.tube(
        np.stack([0.11 * (t := np.linspace(0.15, 1, 24)) * np.cos(7 * t), 0 * t, 0.11 * t * np.sin(7 * t)], 1), 0.024, 8
    )
    parts += [
        Part("fish cake", cake, m.WHITE),
        Part("swirl", swirl.translate((-0.38, level + 0.125, 0.42)), stuff("swirl", "#ee6f9a")),
    ]
    pork = s.group(
        [
            s.roughened(s.ellipsoid(0.26, 0.05, 0.22, 32).refine_to_length(0.08), rng, 0.02, 0.2)
            .rotate((10, 0, k * 12))
            .translate((-0.5 + 0.24 * k, level + 0.09 + 0.04 * k, -0.12))
            for k in range(2)
        ]
    )
    rose = noise(rng, 0.16)
    parts.append(
        Part(
            "pork",
            pork,
            stuff("pork", "#b5765a"),
            60,
            painted(np.array(m.srgb("#a8603f")), np.array(m.srgb("#efc4a4")), lambda p: rose(p) * 1.4 - 0.2),
        )
    )
    q, d = rng.uniform(0, 6.28, 26), np.sqrt(rng.uniform(0, 1, 26)) * 0.34
    onion = np.stack([0.12 + d * np.cos(q), np.full(26, level + 0.11), d * np.sin(q)], 1)
    parts.append(Part("scallions", bits(rng, onion, s.torus(0.045, 0.02, 14, 8)), stuff("scallions", "#5fa83a"), 60))
    if s.chance(rng, 0.65):
        sticks = [
            s.rod((0.2 + dx, high + 0.03, 1.02), (0.95 + dx * 0.4, high + 0.05, -0.85), 0.028, 0.04, 10)
            for dx in (0.0, 0.16)
        ]
        parts.append(Part("chopsticks", s.group(sticks), m.MAHOGANY, 50))
    return finished(parts, rng.uniform(0.095, 0.11))


@sculpture(
    "soup", size=(0.15, 0.5), synonyms=("bowl of soup", "soup bowl"), kinds=("stew", "broth", "tomato soup", "chowder")
)
def soup(rng: np.random.Generator) -> Sculpture:
    """In a bowl on a saucer, with a spoon in it, cream and parsley."""
    colour, cream = s.pick(
        rng, (("#7f9a3a", "#f0eeda"), ("#e8952a", "#f7ecd6"), ("#d4421f", "#f4e6d2"), ("#d9a648", "#fbf4e4"))
    )
    high = rng.uniform(0.55, 0.64)
    china = (
        m.PORCELAIN
        if s.chance(rng, 0.6)
        else m.CERAMIC.coloured(s.pick(rng, ("#5a86a8", "#b5603a", "#e6d3ae")), "bowl")
    )
    level = high * 0.82
    curve = noise(rng, 0.9)
    a, b = np.array(m.srgb(colour)), np.array(m.srgb(cream))

    def swirl(p: Array) -> Array:
        d, q = np.hypot(p[:, 0] + 0.1, p[:, 2] - 0.1), np.arctan2(p[:, 2] - 0.1, p[:, 0] + 0.1)
        line = np.abs(((d / 0.3 - q / (2 * np.pi) + 0.1 * curve(p)) % 1) - 0.5) < 0.13
        return mix(np.tile(a, (len(p), 1)), b, (line & (d < 0.55) & (d > 0.06)).astype(float))

    pool = s.cylinder(0.04, 0.91, segments=64).translate((0, level - 0.04, 0)).refine_to_length(0.035)
    parts = [
        Part("saucer", plate(1.25), china, 50),
        Part("bowl", bowl(1.0, high).translate((0, 0.05, 0)), china, 50),
        Part("soup", pool.translate((0, 0.05, 0)), stuff("soup", colour, 0.25), 40, swirl),
    ]
    green = s.group(
        [leaf(0.17, 0.12, 0.03, 25, 4).rotate((78, t, 0)).translate((0.28, level + 0.08, 0.15)) for t in (0, 120, 240)]
    )
    parts.append(Part("parsley", green, m.LEAF, 40))
    dip = np.array([-0.35, level, -0.25])
    spoon = s.tube(
        s.curve([dip, dip + (-0.4, 0.2, -0.3), dip + (-0.95, 0.5, -0.65)], 20),
        s.interpolate([0.035, 0.032, 0.05], 20),
        10,
    )
    parts.append(
        Part("spoon", spoon + s.ellipsoid(0.2, 0.04, 0.14, 20).rotate((0, -35, 18)).translate(at(dip)), m.SILVER, 50)
    )
    return finished(parts, rng.uniform(0.09, 0.105))


@sculpture(
    "spaghetti",
    size=(0.2, 0.5),
    synonyms=("plate of spaghetti", "pasta"),
    kinds=("noodles", "plate of pasta", "fettuccine"),
    plural="spaghetti",
)
def spaghetti(rng: np.random.Generator) -> Sculpture:
    """A heap on a plate with tomato sauce, meatballs, basil."""
    base = s.ellipsoid(0.72, 0.32, 0.72, 48).trim_by_plane((0, 1, 0), 0.0).translate((0, 0.05, 0))
    noodle = stuff("noodles", "#f0cd72")
    tower = rng.uniform(0.38, 0.46)
    sauce = s.roughened(s.ellipsoid(0.42, 0.17, 0.42, 40).refine_to_length(0.08), rng, 0.05, 0.22).translate(
        (0, tower, 0)
    )
    parts = [
        Part("plate", plate(1.12), m.PORCELAIN if s.chance(rng, 0.7) else m.CERAMIC.coloured("#6f9ab5", "plate"), 50),
        Part("heap", base, noodle.shaded(0.85, "heap"), 60),
        Part("noodles", _strands(rng, 34, 0.8, 0.06, 0.34, 0.04), noodle, 60),
        Part("sauce", sauce, stuff("sauce", "#c22f1c", 0.35), 60),
    ]
    if s.chance(rng, 0.75):
        balls = [
            s.roughened(s.sphere(0.15, 24).refine_to_length(0.06), rng, 0.012, 0.08).translate(p)
            for p in ((-0.17, tower + 0.14, 0.14), (0.2, tower + 0.12, 0.1), (0.0, tower + 0.16, -0.16))
        ]
        parts.append(Part("meatballs", s.group(balls), stuff("meat", "#6a3820"), 60))
    basil = s.group(
        [leaf(0.3, 0.19, 0.03, 35, 6).rotate((65, t, 0)).translate((0.02, tower + 0.22, 0.02)) for t in (20, 150, 265)]
    )
    parts.append(Part("basil", basil, m.LEAF, 40))
    return finished(parts, rng.uniform(0.12, 0.14))


@sculpture("sausage", size=(0.1, 0.4), synonyms=("sausages",), kinds=("bratwurst", "wurst", "chorizo"))
def sausage(rng: np.random.Generator) -> Sculpture:
    """One to three links, bent, with twisted ends and the grill's marks."""
    colour = s.pick(rng, ("#a84a26", "#b8562c", "#8f3a22"))
    count = s.pick(rng, (2, 1, 3))
    links, tips = [], []
    for k in range(count):
        path = s.curve(
            [(-0.85, 0.0, 0.16), (-0.4, 0.0, -0.02), (0.0, 0.0, -0.07), (0.4, 0.0, -0.02), (0.85, 0.0, 0.16)], 40
        )
        radii = 0.21 * np.sqrt(np.clip(1 - np.linspace(-1, 1, 40) ** 8, 0.02, 1))
        put = (float(rng.uniform(-0.05, 0.05)), 0.21, 0.44 * (k - (count - 1) / 2))
        if count == 3 and k == 1:
            put = (put[0], 0.21, put[2])
        links.append(s.tube(path, radii, 24).translate(put))
        for e in (0, -1):
            out = np.array([-1.0 if e == 0 else 1.0, 0, 0.4])
            tips.append(s.rod(at(path[e] - out * 0.03), at(path[e] + out * 0.09), 0.03, 0.05, 10).translate(put))
    a, b = np.array(m.srgb(colour)), np.array(m.srgb("#3f1a10"))

    def grill(p: Array) -> Array:
        line = (np.sin((p[:, 0] + 0.5 * p[:, 2]) * 2 * np.pi / 0.34) > 0.72) & (p[:, 1] > 0.24)
        return mix(np.tile(a, (len(p), 1)), b, 0.8 * line.astype(float))

    body = s.union(links).refine_to_length(0.05)
    return finished(
        [
            Part("sausage", body, peel(colour, 0.3), 60, grill),
            Part("tips", s.group(tips), peel(colour).shaded(0.8), 60),
        ],
        rng.uniform(0.085, 0.1),
    )


@sculpture("bacon", size=(0.1, 0.4), synonyms=("bacon strips", "rasher"), plural="bacon")
def bacon(rng: np.random.Generator) -> Sculpture:
    """Wavy strips, side by side, streaked with fat."""
    count = int(rng.integers(2, 4))
    streak = noise(rng, 0.6)
    a, b, dark = (np.array(m.srgb(c)) for c in ("#a8302a", "#f3d2b0", "#7a1f1a"))
    parts = []
    for k in range(count):
        x = 0.5 * (k - (count - 1) / 2)
        phase = rng.uniform(0, 6.28)
        strip = s.box(0.4, 0.075, 2.0, 0.02).refine_to_length(0.06)

        def waved(p: Array, phase: float = phase, x: float = x) -> Array:
            y = p[:, 1] + 0.12 + 0.11 * np.sin(p[:, 2] * 7 + phase) + 0.25 * p[:, 0] * np.sin(p[:, 2] * 3.5 + phase)
            return np.stack([p[:, 0] + x + 0.05 * np.sin(p[:, 2] * 4 + phase), y, p[:, 2]], 1)

        def paint(p: Array, phase: float = phase, x: float = x) -> Array:
            u = p[:, 0] - x - 0.05 * np.sin(p[:, 2] * 4 + phase) + 0.03 * np.sin(p[:, 2] * 5 + phase) + 0.03 * streak(p)
            fat = np.clip((0.035 - np.abs(u + 0.07)) / 0.02 + 0.5, 0, 1) + np.clip(
                (np.abs(u - 0.02) - 0.16) / 0.02 + 0.5, 0, 1
            ) * (u > 0)
            return mix(mix(np.tile(a, (len(p), 1)), dark, 0.5 * np.clip(streak(p), 0, 1)), b, np.clip(fat, 0, 1))

        parts.append(Part("strip", s.warp(strip, waved), stuff("bacon", "#a8302a", 0.4), 60, paint))
    return finished(parts, rng.uniform(0.1, 0.115))


@sculpture("ham", size=(0.2, 0.6), kinds=("gammon", "roast ham", "leg of ham"))
def ham(rng: np.random.Generator) -> Sculpture:
    """A scored, glazed joint with its bone; the cut side to the front."""
    body = f.ellipsoid((0, 0.55, -0.05), (0.55, 0.5, 0.62)).blend(
        f.capsule((0, 0.5, -0.4), (0, 0.46, -0.95), 0.32, 0.17), 0.2
    )
    body = body.cut(f.box((0, 0.5, 0.8), (1, 1, 0.42)), 0.03)
    solid = body.solid(72).refine_to_length(0.05)
    glaze, line = np.array(m.srgb(s.pick(rng, ("#b5622c", "#c4773a", "#9a4a24")))), np.array(m.srgb("#6a2f16"))
    pink, fat = np.array(m.srgb("#ee9a92")), np.array(m.srgb("#f8e2cc"))
    streak = noise(rng, 0.3)

    def paint(p: Array) -> Array:
        q = np.arctan2(p[:, 0], p[:, 1] - 0.52) * 0.5
        mesh = np.minimum(np.abs(np.sin((q * 3 + p[:, 2]) * 11)), np.abs(np.sin((q * 3 - p[:, 2]) * 11)))
        out = mix(np.tile(glaze, (len(p), 1)), line, 0.8 * (mesh < 0.2).astype(float))
        cut = p[:, 2] > 0.352
        d = np.hypot(p[:, 0] / 0.46, (p[:, 1] - 0.55) / 0.41)
        face = mix(
            np.tile(pink, (len(p), 1)),
            fat,
            np.clip(0.5 * np.clip(streak(p), 0, 1) + np.clip((d - 0.86) / 0.05, 0, 1), 0, 1),
        )
        return np.where(cut[:, None], face, out)

    bone = s.cylinder(0.03, 0.1, segments=28).rotate((90, 0, 0)).translate((0.04, 0.62, 0.37))
    shank = s.union(
        [s.rod((0, 0.46, -0.9), (0, 0.46, -1.3), 0.085), s.mirrored(s.sphere(0.1, 20).translate((0.07, 0.46, -1.32)))]
    )
    parts = [
        Part("ham", solid, stuff("glaze", "#b5622c", 0.35), 40, paint),
        Part("bone", s.group([bone, shank]), m.BONE, 50),
    ]
    if s.chance(rng, 0.6):
        parts.append(Part("plate", plate(1.2).scale((0.85, 0.8, 1.05)).translate((0, -0.0, -0.25)), m.PORCELAIN, 50))
    made = finished(parts, rng.uniform(0.17, 0.21))
    return made.turned(float(rng.uniform(20, 35)))


@sculpture(
    "kebab",
    size=(0.2, 0.5),
    synonyms=("shish kebab", "skewer"),
    kinds=("shashlik", "brochette", "souvlaki", "yakitori"),
)
def kebab(rng: np.random.Generator) -> Sculpture:
    """Meat, peppers, onions and tomatoes on skewers."""
    count = s.pick(rng, (2, 3, 1))
    parts: dict[str, list[s.Solid]] = {}
    colours = {
        "meat": "#7a3f22",
        "green pepper": "#4f9a32",
        "red pepper": "#d1301f",
        "onion": "#efe3ea",
        "yellow pepper": "#f0b81e",
        "stick": "#d9b27a",
    }
    for k in range(count):
        z = 0.52 * (k - (count - 1) / 2)
        order = ("meat", "green pepper", "meat", "red pepper", "onion", "meat", "yellow pepper", "meat")
        x = -0.86
        for name in order:
            thick = 0.25 if name == "meat" else 0.13
            if name == "meat":
                solid = s.roughened(s.rounded_box(thick, 0.36, 0.36, 0.09).refine_to_length(0.08), rng, 0.03, 0.15)
            else:
                solid = s.rounded_box(thick, 0.38, 0.38, 0.055, 12)
            turn = float(rng.uniform(-25, 25))
            parts.setdefault(name, []).append(
                solid.translate((0, -0.18, 0)).rotate((turn, 0, 0)).translate((x + thick / 2, 0.24, z))
            )
            x += thick + 0.012
        parts.setdefault("stick", []).append(s.rod((-1.35, 0.24, z), (1.12, 0.24, z), 0.03, 0.018, 12))
    made = [Part(name, s.group(solids), stuff(name, colours[name], 0.5), 50) for name, solids in parts.items()]
    return finished(made, rng.uniform(0.1, 0.125))


@sculpture("spring roll", size=(0.08, 0.3), synonyms=("egg roll", "spring rolls"), kinds=("lumpia",))
def spring_roll(rng: np.random.Generator) -> Sculpture:
    """Three fried rolls in a heap; one is cut and shows its filling."""
    golden = "#cf8a34"
    fry = noise(rng, 0.3)
    paint = painted(np.array(m.srgb(golden)), np.array(m.srgb("#8f4f1a")), lambda p: fry(p) * 0.9 - 0.1)
    rolls: list[s.Solid] = []
    fill: dict[str, list[s.Solid]] = {"carrot": [], "greens": [], "noodle": []}
    for k, (x, y, lean) in enumerate(((-0.24, 0.2, -6), (0.24, 0.2, 5), (0.0, 0.55, 24))):
        turn = lean + float(rng.uniform(-4, 4))
        body = s.revolve(
            s.profile([(0, -0.8), (0.15, -0.79), (0.21, -0.7), (0.21, 0.7), (0.15, 0.79), (0, 0.8)], 32), 32
        )
        lap = s.tube(
            np.stack([0.2 * np.sin(q := 1.2 + 0.7 * (t := np.linspace(-0.7, 0.72, 14))), t, 0.2 * np.cos(q)], 1),
            np.full((14, 2), (0.03, 0.05)),
            8,
        )
        whole = s.roughened((body + lap).refine_to_length(0.07), rng, 0.012, 0.1)
        if k == 2:
            whole = whole.trim_by_plane((0, -1, -0.35), -0.42)
            for i, (name, solid) in enumerate(
                (n, s.sphere(0.05, 10)) for n in ("carrot", "greens", "noodle") for _ in range(6)
            ):
                a, d = 2.4 * i, 0.17 * np.sqrt((i + 0.5) / 18)
                z = d * np.sin(a)
                fill[name].append(
                    solid.translate((d * np.cos(a), 0.42 - 0.35 * z, z)).rotate((90, turn, 0)).translate((x, y, 0))
                )
        rolls.append(whole.rotate((90, turn, 0)).translate((x, y, 0)))
    parts = [Part("rolls", s.group(rolls), stuff("pastry", golden, 0.5), 50, paint)]
    for name, colour in (("carrot", "#ee8a2a"), ("greens", "#6aa83a"), ("noodle", "#f6eed2")):
        parts.append(Part(name, s.group(fill[name]), stuff(name, colour), 60))
    return finished(parts, rng.uniform(0.075, 0.09))
