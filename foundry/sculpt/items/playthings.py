"""Toys and games."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture

Array = NDArray[np.float64]
BRIGHT = ("#d9302f", "#2f6fc0", "#f2c02e", "#3a9a4a", "#f0802e")


@sculpture("yo yo", size=(0.05, 0.25), synonyms=("yoyo",))
def yo_yo(rng: np.random.Generator) -> Sculpture:
    """Upright, its face to the front, the string up to a loop."""
    hue, mark = (str(c) for c in rng.permutation(np.array(BRIGHT))[:2])
    half = s.revolve(
        s.profile(
            [
                (0, 0.002),
                (0.022, 0.002),
                (0.0285, 0.005),
                (0.029, 0.011),
                (0.022, 0.0165),
                (0.014, 0.0155),
                (0, 0.0155),
            ],
            40,
        ),
        56,
    )
    disc = s.cylinder(0.0015, 0.0135, segments=40).translate((0, 0.015, 0))
    star = s.extrude(s.star(5, 0.0115, 0.005), 0.003).rotate((-90, 0, 0)).translate((0, 0.0165, 0))
    put = lambda x: (x + x.mirror((0, 1, 0))).rotate((90, 0, 0)).translate((0, 0.029, 0))  # noqa: E731
    rise = rng.uniform(0.085, 0.1)
    loop = s.torus(0.009, 0.0019, 28, 8).rotate((90, 0, 0)).translate((0, rise + 0.009, 0))
    line = s.tube(s.curve([(0.0075, 0.03, 0), (0.009, 0.05, 0), (0.003, 0.07, 0), (0, rise, 0)], 20), 0.0019, 8)
    wound = s.cylinder(0.0045, 0.0185, segments=36).rotate((90, 0, 0)).translate((0, 0.029, -0.00225))
    parts = [
        Part("halves", put(half), m.PLASTIC.coloured(hue, "halves"), 40),
        Part("faces", put(disc), m.PLASTIC.coloured("#f6f4ee", "faces")),
        Part("stars", put(star), m.PLASTIC.coloured(mark, "stars")),
        Part("string", s.group([loop, line, wound]), m.ROPE.coloured("#f2ecd8", "string"), 60),
    ]
    return finished(parts, rng.uniform(1.0, 1.1))


@sculpture("spinning top", size=(0.05, 0.2), synonyms=("toy top",), kinds=("humming top", "dreidel"))
def spinning_top(rng: np.random.Generator) -> Sculpture:
    """On its point, turned, with painted rings and a stem."""
    hues = [np.array(m.srgb(str(c))) for c in rng.permutation(np.array([*BRIGHT, "#f4efe2"]))[:4]]
    wide = rng.uniform(0.04, 0.046)
    outline = [
        (0, 0.0),
        (0.003, 0.002),
        (0.008, 0.016),
        (wide * 0.7, 0.034),
        (wide, 0.052),
        (wide * 0.94, 0.062),
        (wide * 0.6, 0.07),
        (0.012, 0.076),
        (0.0085, 0.086),
        (0.0075, 0.104),
        (0.011, 0.109),
        (0.0095, 0.117),
        (0, 0.118),
    ]
    body = s.revolve(s.profile(outline, 70), 64).refine_to_length(0.004)

    def paint(p: Array) -> Array:
        y = p[:, 1]
        bands = np.digitize(y, [0.016, 0.03, 0.042, 0.05, 0.06, 0.068, 0.076])
        table = np.array([m.srgb("#c9c9cc"), hues[0], hues[1], hues[2], hues[0], hues[3], hues[1], hues[0]])
        return table[bands]

    rings = s.group(
        [
            s.torus(
                float(np.interp(y, [0.034, 0.052, 0.062, 0.07], [wide * 0.7, wide, wide * 0.94, wide * 0.6])),
                0.0016,
                56,
                8,
            ).translate((0, y, 0))
            for y in (0.05, 0.06)
        ]
    )
    base = m.PAINT.coloured(at(hues[0]), "wood")
    made = [Part("top", body, base, 50, paint), Part("rings", rings, m.WHITE, 60)]
    return finished(made, rng.uniform(0.9, 1.1))


def brick(across: int, along: int, high: float = 0.0096) -> s.Solid:
    """A brick of studs, lying, its length along X."""
    body = s.box(0.008 * along, high, 0.008 * across, 0.0004)
    studs = [
        s.cylinder(0.0026, 0.0026, segments=24, bevel=0.0004).translate(
            (0.008 * (x - (along - 1) / 2), high - 0.0005, 0.008 * (z - (across - 1) / 2))
        )
        for x in range(along)
        for z in range(across)
    ]
    hollow = s.box(0.008 * along - 0.003, high - 0.002, 0.008 * across - 0.003).translate((0, -0.001, 0))
    tubes = [s.cylinder(high - 0.002, 0.0032, segments=20) for _ in range(along - 1)] if across == 2 else []
    whole = s.union([body, *studs]) - hollow
    return s.union([whole, *[t.translate((0.008 * (x - (along - 2) / 2), 0, 0)) for x, t in enumerate(tubes)]])


@sculpture(
    "lego brick",
    size=(0.02, 0.08),
    synonyms=("lego", "toy brick", "building brick"),
    kinds=("lego bricks", "lego block"),
)
def lego_brick(rng: np.random.Generator) -> Sculpture:
    """Two by four studs; or two by two; or a few on one another."""
    style = s.pick(rng, ("stack", "2", "4", "4"))
    hues = [str(c) for c in rng.permutation(np.array(BRIGHT))]
    hues = ["#d9302f", *[h for h in hues if h != "#d9302f"]] if s.chance(rng, 0.5) else hues
    if style == "stack":
        return finished(
            [
                Part(
                    f"brick {k}",
                    brick(2, n).rotate((0, q, 0)).translate((x, 0.0096 * k, 0)),
                    m.PLASTIC.coloured(hues[k], f"brick {k}"),
                )
                for k, (n, q, x) in enumerate(((4, 0, 0.0), (4, 90, 0.004), (2, 0, 0.004)))
            ],
            1.0,
        )
    solid = brick(2, 4 if style == "4" else 2)
    return finished([Part("brick", solid, m.PLASTIC.coloured(hues[0], "brick"))], rng.uniform(0.99, 1.03))


def letter(name: str, size: float, thick: float) -> s.Solid:
    """A, B or C in XY about the origin."""
    k = size
    if name == "A":
        bars = [
            s.beam((e * 0.36 * k, -0.45 * k, 0), (e * 0.03 * k, 0.45 * k, 0), 0.17 * k, thick, 0, (0, 0, 1))
            for e in (-1, 1)
        ]
        return s.union([*bars, s.box(0.5 * k, 0.14 * k, thick).translate((0, -0.22 * k, 0))])
    if name == "B":
        back = s.box(0.17 * k, 0.92 * k, thick).translate((-0.25 * k, -0.46 * k, 0))
        loops = [
            s.extrude(
                np.concatenate([s.arc(r * k, -90, 90, 20), [(-0.25 * k, r * k), (-0.25 * k, -r * k)]]),
                thick,
                0,
                [
                    np.concatenate(
                        [s.arc((r - 0.15) * k, -90, 90, 20), [(-0.2 * k, (r - 0.15) * k), (-0.2 * k, -(r - 0.15) * k)]]
                    )
                ],
            ).translate((0, y * k, 0))
            for r, y in ((0.25, -0.21), (0.23, 0.23))
        ]
        return s.union([back, *loops])
    arc = np.concatenate([s.arc(0.46 * k, 48, 312, 36), s.arc(0.28 * k, 312, 48, 36)])
    return s.extrude(arc, thick)


@sculpture(
    "toy blocks",
    size=(0.08, 0.25),
    synonyms=("alphabet blocks", "building blocks", "letter blocks"),
    kinds=("baby blocks", "wooden blocks", "toy block"),
    plural="toy blocks",
)
def toy_blocks(rng: np.random.Generator) -> Sculpture:
    """Three wooden cubes with letters, two below and one on them."""
    side = 0.045
    hues = [str(c) for c in rng.permutation(np.array(["#d9302f", "#2f6fc0", "#f2b01e", "#3a9a4a"]))]
    parts: list[Part] = []
    for k, (x, y, z, turn) in enumerate(((-0.026, 0.0, 0.0, 8), (0.026, 0.0, 0.003, -10), (0.002, side, 0.0, 14))):
        q = float(turn + rng.uniform(-6, 6))
        place = lambda a: a.rotate((0, q, 0)).translate((x, y, z))  # noqa: B023, E731
        frame, glyphs = [], []
        for face, (rx, ry) in enumerate(((0, 0), (0, 90), (0, 180), (0, 270), (-90, 0))):
            put = lambda a: a.translate((0, 0, side / 2)).rotate((rx, ry, 0)).translate((0, side / 2, 0))  # noqa: B023, E731
            rim = s.extrude(
                s.rectangle(side * 0.98, side * 0.98, radius=0.004),
                0.003,
                0,
                [s.rectangle(side * 0.74, side * 0.74, radius=0.003)],
            )
            frame.append(put(rim))
            glyphs.append(put(letter("ABC"[(k + face) % 3], side * 0.56, 0.004)))
        parts.append(Part(f"cube {k}", place(s.rounded_box(side, side, side, 0.003)), m.BIRCH))
        parts.append(Part(f"frame {k}", place(s.group(frame)), m.PAINT.coloured(hues[k], f"frame {k}")))
        parts.append(Part(f"letters {k}", place(s.group(glyphs)), m.PAINT.coloured(hues[(k + 1) % 4], f"letters {k}")))
    return finished(parts, rng.uniform(0.95, 1.1))


@sculpture(
    "jack in the box",
    size=(0.2, 0.6),
    synonyms=("jack in a box",),
    kinds=("clown in a box",),
    plural="jack in the boxes",
)
def jack_in_the_box(rng: np.random.Generator) -> Sculpture:
    """An open painted box, a spring, a clown with a pointed hat, a crank."""
    hue, other, dress = (
        str(c) for c in rng.permutation(np.array(["#d9302f", "#2f6fc0", "#f2c02e", "#3a9a4a", "#7a3fae"]))[:3]
    )
    side = 0.14
    box = s.box(side, side, side, 0.004) - s.box(side - 0.016, side, side - 0.016).translate((0, 0.01, 0))
    lid = (
        s.box(side, 0.01, side, 0.003)
        .translate((0, 0, -side / 2))
        .rotate((72, 0, 0))
        .translate((0, side - 0.002, -side / 2))
    )
    edges = [
        s.box(side + 0.004, 0.012, 0.012).translate((0, y, e * side / 2)) for y in (0, side - 0.012) for e in (-1, 1)
    ]
    edges += [
        s.box(0.012, 0.012, side + 0.004).translate((e * side / 2, y, 0)) for y in (0, side - 0.012) for e in (-1, 1)
    ]
    edges += [s.box(0.012, side, 0.012).translate((e * side / 2, 0, g * side / 2)) for e in (-1, 1) for g in (-1, 1)]
    stars = []
    for ry in (0, 90, 180, 270):
        stars.append(s.extrude(s.star(5, 0.042, 0.018), 0.008).translate((0, side * 0.5, side / 2)).rotate((0, ry, 0)))
    crank = s.union(
        [
            s.rod((side / 2, 0.06, 0), (side / 2 + 0.03, 0.06, 0), 0.006),
            s.rod((side / 2 + 0.026, 0.06, 0), (side / 2 + 0.026, 0.1, 0.02), 0.006),
        ]
    )
    knob = s.capsule((side / 2 + 0.026, 0.1, 0.02), (side / 2 + 0.052, 0.1, 0.02), 0.0095)
    sway = float(rng.uniform(-0.02, 0.02))
    coil = s.tube(
        s.helix(0.036, 0.15, 5.0, 120)
        + np.stack([sway * np.linspace(0, 1, 120) ** 2, np.full(120, 0.03), np.zeros(120)], 1),
        0.0062,
        10,
    )
    y = 0.19
    body = s.revolve(
        s.profile([(0, y - 0.02), (0.052, y - 0.015), (0.045, y + 0.02), (0.022, y + 0.055), (0, y + 0.056)], 24), 36
    ).translate((sway, 0, 0))
    arms = s.group(
        [s.capsule((sway + e * 0.03, y + 0.03, 0), (sway + e * 0.085, y + 0.05, 0.02), 0.015, 0.013) for e in (-1, 1)]
    )
    hands = s.group([s.sphere(0.017, 18).translate((sway + e * 0.092, y + 0.054, 0.023)) for e in (-1, 1)])
    ruff = s.group(
        [
            s.sphere(0.017, 14).translate((sway + 0.036 * np.sin(q), y + 0.054, 0.036 * np.cos(q)))
            for q in np.linspace(0, 6.28, 10, endpoint=False)
        ]
    )
    hy = y + 0.1
    head = s.sphere(0.05, 36).translate((sway, hy, 0))
    nose = s.sphere(0.0145, 20).translate((sway, hy - 0.002, 0.052))
    eyes = s.group([s.sphere(0.0085, 14).translate((sway + e * 0.018, hy + 0.014, 0.0445)) for e in (-1, 1)])
    mouth = s.tube(
        s.curve(
            [(sway - 0.024, hy - 0.014, 0.0425), (sway, hy - 0.028, 0.043), (sway + 0.024, hy - 0.014, 0.0425)], 16
        ),
        0.0048,
        10,
    )
    hair = s.group(
        [
            s.sphere(0.021, 16).translate((sway + e * (0.047 - 0.003 * k), hy + 0.012 - 0.017 * k, -0.004))
            for e in (-1, 1)
            for k in (-0.6, 0.6)
        ]
    )
    hat = s.cone(0.1, 0.04, 36).rotate((-8, 0, 0)).translate((sway, hy + 0.032, -0.004))
    pom = s.sphere(0.0155, 18).translate((sway, hy + 0.13, -0.018))
    parts = [
        Part("box", s.group([box, lid]), m.PAINT.coloured(hue, "box")),
        Part("edges", s.union(edges), m.PAINT.coloured(other, "edges")),
        Part("stars", s.group(stars), m.PAINT.coloured("#f6f2e6", "stars")),
        Part("crank", crank, m.STEEL),
        Part("knob", s.group([knob, nose, mouth]), m.RED, 60),
        Part("spring", coil, m.STEEL, 60),
        Part("dress", s.group([body, arms]), m.CLOTH.coloured(dress, "dress"), 60),
        Part("ruff", s.group([ruff, hands, pom]), m.WHITE, 60),
        Part("head", head, m.SKIN.coloured("#f6dcc4", "head"), 60),
        Part("eyes", eyes, m.EYE_BLACK, 60),
        Part("hair", hair, m.WOOL.coloured("#f07a1e", "hair"), 60),
        Part("hat", hat, m.CLOTH.coloured(other, "hat"), 50),
    ]
    return finished(parts, rng.uniform(0.95, 1.1))


@sculpture("domino", size=(0.04, 0.15), synonyms=("dominoes", "domino tile"))
def domino(rng: np.random.Generator) -> Sculpture:
    """A tile, upright, its spots to the front; or a row of three."""
    dark = s.chance(rng, 0.5)
    body, spots = (m.PLASTIC.coloured("#232327", "tile"), m.WHITE) if dark else (m.IVORY, m.BLACK)
    grid = {1: [(0, 0)], 2: [(-1, 1), (1, -1)], 3: [(-1, 1), (0, 0), (1, -1)], 4: [(-1, 1), (1, -1), (1, 1), (-1, -1)]}
    grid[5], grid[6] = [*grid[4], (0, 0)], [*grid[4], (-1, 0), (1, 0)]
    tiles, pips, bars = [], [], []
    count = 3 if s.chance(rng, 0.35) else 1
    for k in range(count):
        lean = 0.0 if count == 1 else float(rng.uniform(-3, 3))
        x = 0.03 * (k - (count - 1) / 2)
        place = lambda a: a.rotate((0, lean, 0)).translate((x, 0, -0.012 * abs(k - 1) if count > 1 else 0))  # noqa: B023, E731
        tiles.append(place(s.rounded_box(0.026, 0.052, 0.0095, 0.002)))
        bars.append(place(s.box(0.021, 0.0016, 0.0012).translate((0, 0.0252, 0.0048))))
        for middle in (0.039, 0.013):
            for u, v in grid[int(rng.integers(1, 7)) if count > 1 or middle < 0.02 else int(rng.integers(4, 7))]:
                pips.append(
                    place(s.sphere(0.0027, 16).scale((1, 1, 0.45)).translate((0.0072 * u, middle + 0.0076 * v, 0.0046)))
                )
    return finished(
        [
            Part("tiles", s.group(tiles), body),
            Part("spots", s.group(pips), spots, 60),
            Part("bars", s.group(bars), m.BRASS if dark else m.BLACK),
        ],
        rng.uniform(0.98, 1.15),
    )


@sculpture("roulette wheel", size=(0.5, 1.25), synonyms=("roulette",), kinds=("casino wheel",), tint=False)
def roulette_wheel(rng: np.random.Generator) -> Sculpture:
    """A wooden bowl, pockets of red and black and a green one, a turret of brass, a ball."""
    wood = s.pick(rng, (m.MAHOGANY, m.WALNUT, m.OAK)).varied(rng)
    r = rng.uniform(0.36, 0.4)
    rim = s.revolve(
        s.profile(
            [
                (r * 0.72, 0.0),
                (r * 0.9, 0.0),
                (r, 0.05),
                (r, 0.11),
                (r * 0.95, 0.125),
                (r * 0.9, 0.11),
                (r * 0.76, 0.062),
                (r * 0.72, 0.05),
            ],
            50,
        ),
        96,
    )
    track = s.revolve([(r * 0.752, 0.066), (r * 0.9, 0.114), (r * 0.885, 0.118), (r * 0.752, 0.072)], 96)
    count, tone = 25, []
    for k in range(count):
        q0, q1 = 90 + 360 * k / count, 90 + 360 * (k + 1) / count
        ring = np.concatenate([s.arc(r * 0.73, q0, q1, 5), s.arc(r * 0.5, q1, q0, 5)])
        tone.append(s.extrude(ring, 0.03).rotate((-90, 0, 0)).translate((0, 0.04, 0)))
    numbers = []
    for k in range(count):
        q0, q1 = 90 + 360 * k / count, 90 + 360 * (k + 1) / count
        ring = np.concatenate([s.arc(r * 0.745, q0, q1, 5), s.arc(r * 0.64, q1, q0, 5)])
        numbers.append(s.extrude(ring, 0.03).rotate((-90, 0, 0)).translate((0, 0.053, 0)))
    walls = s.around(s.box(0.007, 0.03, r * 0.13).translate((0, 0.04, r * 0.565)), count)
    cone = s.revolve(
        s.profile([(0, 0.11), (r * 0.12, 0.1), (r * 0.3, 0.075), (r * 0.5, 0.06), (r * 0.5, 0.0), (0, 0.0)], 40), 64
    )
    spokes = s.around(
        s.union([s.rod((0, 0.17, 0), (0, 0.165, r * 0.2), 0.011), s.sphere(0.02, 16).translate((0, 0.165, r * 0.21))]),
        4,
        start=45,
    )
    turret = s.revolve(
        s.profile(
            [
                (0, 0.1),
                (0.05, 0.1),
                (0.03, 0.12),
                (0.02, 0.16),
                (0.032, 0.18),
                (0.018, 0.2),
                (0.026, 0.225),
                (0, 0.245),
            ],
            40,
        ),
        32,
    )
    studs = s.around(
        s.extrude([(0, -0.02), (0.011, 0), (0, 0.02), (-0.011, 0)], 0.012)
        .rotate((-66, 0, 0))
        .translate((0, 0.096, r * 0.83)),
        8,
    )
    ball = s.sphere(0.02, 24).translate((r * 0.58 * np.sin(0.7), 0.072, r * 0.58 * np.cos(0.7)))
    parts = [
        Part("bowl", rim, wood, 40),
        Part("track", track, wood.shaded(1.35, "track"), 60),
        Part("red", s.group([x for x in (*tone[1::2], *numbers[1::2])]), m.PAINT.coloured("#c4202a", "red")),
        Part("black", s.group([x for x in (*tone[2::2], *numbers[2::2])]), m.PAINT.coloured("#1c1c20", "black")),
        Part("green", s.group([tone[0], numbers[0]]), m.PAINT.coloured("#1f8a4a", "green")),
        Part("walls", walls, m.BRASS),
        Part("cone", cone, wood.shaded(1.1, "cone"), 60),
        Part("turret", s.union([turret, spokes]), m.GOLD, 50),
        Part("diamonds", studs, m.GOLD),
        Part("ball", ball, m.WHITE, 60),
    ]
    return finished(parts, 1.0)
