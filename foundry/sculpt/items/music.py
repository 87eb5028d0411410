"""Drums, guitars, violins, trumpets, keyboards, bells."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

TONEWOODS = (m.PINE.coloured("#d9a860", "spruce"), m.MAHOGANY, m.OAK.coloured("#b9702f", "maple"), m.WALNUT)


@sculpture(
    "drum", synonyms=("snare drum", "toy drum"), kinds=("bass drum", "bongo", "tambour", "drums"), size=(0.35, 1.0)
)
def drum(rng: np.random.Generator) -> Sculpture:
    """A side drum with hoops, zigzag cords, heads and sticks lying on it; or a tall djembe."""
    a = Assembly()
    if s.chance(rng, 0.75):
        r, high = rng.uniform(0.16, 0.22), rng.uniform(0.2, 0.32)
        hue = m.PAINT.coloured(m.HUES[s.pick(rng, ("red", "blue", "green", "teal", "purple"))], "shell").varied(
            rng, 0.06
        )
        hoop = s.pick(rng, (m.GOLD, m.OAK, m.WHITE, m.BRASS))
        a.add("shell", hue, s.cylinder(high - 0.01, r, segments=56).translate((0, 0.005, 0)))
        for y in (0.0, high - 0.036):
            band = s.cylinder(0.036, r + 0.012, segments=56, bevel=0.004) - s.cylinder(
                1, r - 0.008, segments=56
            ).translate((0, -0.5, 0))
            a.add("hoops", hoop, band.translate((0, y, 0)))
        head = m.PARCHMENT.coloured("#f0e6d2", "drumhead")
        a.add(
            "heads",
            head,
            s.cylinder(0.008, r - 0.006, segments=56, bevel=0.003).translate((0, high - 0.012, 0)),
            s.cylinder(0.006, r - 0.006, segments=56).translate((0, 0.004, 0)),
        )
        count = int(rng.integers(8, 12))
        points = [
            ((r + 0.008) * np.sin(q), high - 0.03 if k % 2 else 0.03, (r + 0.008) * np.cos(q))
            for k, q in enumerate(np.arange(2 * count) * np.pi / count)
        ]
        cords = [s.rod(p, q, 0.004, segments=8) for p, q in zip(points, points[1:] + points[:1], strict=True)]
        a.add("cords", m.ROPE.coloured("#f0e8d4", "cord"), s.union(cords))
        ears = [
            s.cylinder(0.03, 0.009, segments=12)
            .translate((0, high * 0.5, r + 0.007))
            .rotate((0, 360 / count * (k + 0.5), 0))
            for k in range(count)
        ]
        a.add("ears", m.LEATHER, *ears)
        for e in (-1, 1):
            stick = s.cylinder(r * 1.7, 0.007, 0.0045, 14) + s.ellipsoid(0.0085, 0.013, 0.0085, 14).translate(
                (0, r * 1.72, 0)
            )
            pose = (
                stick.rotate((-90, 0, 0))
                .translate((0, 0.008, r * 0.95))
                .rotate((0, e * 24, 0))
                .translate((0, high - 0.003, 0))
            )
            a.add("drumsticks", m.BIRCH, pose)
        return a.build({"top": (0, high, 0)})
    r, high = rng.uniform(0.14, 0.17), rng.uniform(0.5, 0.62)
    wood = s.pick(rng, (m.MAHOGANY, m.WALNUT, m.OAK)).varied(rng)
    body = s.profile(
        [
            (r * 0.72, 0),
            (r * 0.55, high * 0.2),
            (r * 0.5, high * 0.38),
            (r * 0.9, high * 0.66),
            (r * 1.02, high * 0.86),
            (r, high),
        ],
        36,
    )
    a.add("shell", wood, s.revolve([(0, 0), *body, (0, high)], 48))
    a.add("heads", m.PARCHMENT, s.cylinder(0.008, r * 1.0, segments=48, bevel=0.003).translate((0, high - 0.002, 0)))
    ring = float(np.interp(high * 0.83, body[:, 1], body[:, 0]))
    a.add(
        "hoops",
        m.IRON,
        *[
            s.torus(q + 0.003, 0.006, 48, 10).translate((0, high * y, 0))
            for q, y in ((r, 0.97), (ring, 0.8), (r * 0.52, 0.36))
        ],
    )
    cords = []
    count = 14
    for k in range(count):
        q0, q1 = 2 * np.pi * k / count, 2 * np.pi * (k + 0.5) / count
        top, low = (r * 1.03, high * 0.96), (r * 0.55, high * 0.37)
        middle = (float(np.interp(high * 0.66, body[:, 1], body[:, 0])) + 0.004, high * 0.66)
        for q in (q0, q1):
            path = s.curve(
                [
                    (top[0] * np.sin(q0), top[1], top[0] * np.cos(q0)),
                    (middle[0] * np.sin((q + q0) / 2), middle[1], middle[0] * np.cos((q + q0) / 2)),
                    (low[0] * np.sin(q), low[1], low[0] * np.cos(q)),
                ],
                10,
            )
            cords.append(s.tube(path, 0.0032, 6))
    a.add("cords", m.ROPE, s.union(cords))
    for y, name in ((0.06, "red"), (0.12, "yellow"), (0.18, "green")):
        q = float(np.interp(high * y, body[:, 1], body[:, 0]))
        a.add(
            f"band {name}", m.PAINT.coloured(m.HUES[name], name), s.torus(q, 0.005, 48, 8).translate((0, high * y, 0))
        )
    return a.build({"top": (0, high, 0)}).grounded()


def figure_eight(length: float, lower: float, waist: float, upper: float, count: int = 96) -> np.ndarray:
    """The outline of a body of strings on y = 0: half widths of its lower bout, waist and upper bout."""
    right = s.curve(
        [
            (0, 0),
            (lower * 0.62, length * 0.03),
            (lower, length * 0.24),
            (waist, length * 0.58),
            (upper, length * 0.8),
            (upper * 0.6, length * 0.97),
            (0.0, length),
        ],
        count // 2,
    )
    return np.concatenate([right, right[::-1][1:-1] * (-1, 1)])


@sculpture(
    "guitar",
    synonyms=("acoustic guitar", "classical guitar"),
    kinds=("folk guitar", "banjo"),
    size=(0.85, 1.2),
)
def guitar(rng: np.random.Generator) -> Sculpture:
    """An acoustic guitar, upright, its strings to the front."""
    a = Assembly()
    top_wood = s.pick(rng, TONEWOODS).varied(rng, 0.06)
    side_wood, dark = s.pick(rng, (m.MAHOGANY, m.WALNUT)).varied(rng, 0.06), m.EBONY
    length, low, waist, up = (
        rng.uniform(0.46, 0.5),
        rng.uniform(0.185, 0.2),
        rng.uniform(0.115, 0.13),
        rng.uniform(0.135, 0.15),
    )
    t = rng.uniform(0.09, 0.105)
    outline = figure_eight(length, low, waist, up)
    outline = outline if s.signed_area(outline) > 0 else outline[::-1]
    hole_y, hole_r = length * 0.65, 0.049
    bore = s.cylinder(0.02, hole_r, segments=40).rotate((90, 0, 0)).translate((0, hole_y, t / 2 - 0.012))
    a.add("sides", side_wood, s.extrude(outline, t - 0.008))
    a.add("top", top_wood, s.extrude(s.inset(outline, 0.003), 0.006).translate((0, 0, t / 2 - 0.003)) - bore)
    a.add("back", side_wood.shaded(0.9), s.extrude(s.inset(outline, 0.003), 0.006).translate((0, 0, -t / 2 + 0.003)))
    for z in (t / 2 - 0.003, -t / 2 + 0.003):
        rim = s.extrude(outline, 0.007) - s.extrude(s.inset(outline, 0.005), 0.02)
        a.add("binding", s.pick(rng, (m.IVORY, dark)), rim.translate((0, 0, z)))
    a.add(
        "sound hole",
        m.BLACK,
        s.cylinder(0.002, hole_r, segments=40).rotate((90, 0, 0)).translate((0, hole_y, t / 2 - 0.004)),
    )
    a.add(
        "rosette",
        dark,
        *[
            s.torus(q, 0.0018, 48, 6).rotate((90, 0, 0)).translate((0, hole_y, t / 2))
            for q in (hole_r + 0.003, hole_r + 0.011)
        ],
    )
    neck = rng.uniform(0.36, 0.4)
    y0, y1 = length - 0.005, length + neck
    section = np.array([(0.026, 0.0), (0.021, -0.013), (0.0, -0.02), (-0.021, -0.013), (-0.026, 0.0)])
    rings = [
        np.stack([section[:, 0] * q, np.full(5, y), t / 2 + section[:, 1]], 1)
        for y, q in ((y0 - 0.02, 1.05), (y1, 0.82))
    ]
    a.add("neck", side_wood, s.loft(rings))
    a.add("heel", side_wood, s.box(0.046, 0.05, t * 0.85, 0.006).translate((0, y0 - 0.02, 0.004)))
    board = s.extrude([(-0.028, hole_y + hole_r), (0.028, hole_y + hole_r), (0.022, y1), (-0.022, y1)], 0.006)
    a.add("fingerboard", dark, board.translate((0, 0, t / 2 + 0.003)))
    span = y1 - (length * 0.22)
    frets = [y1 - span * (1 - 2 ** (-k / 12)) for k in range(1, 18)]
    a.add(
        "frets",
        m.SILVER,
        s.group(
            [
                s.box(0.047 + 0.008 * (y1 - y) / neck, 0.0018, 0.002).translate((0, y, t / 2 + 0.0055))
                for y in frets
                if y > hole_y + hole_r
            ]
        ),
    )
    a.add(
        "inlays",
        m.IVORY,
        *[
            s.cylinder(0.001, 0.0035, segments=14)
            .rotate((90, 0, 0))
            .translate((0, (frets[k] + frets[k - 1]) / 2, t / 2 + 0.0055))
            for k in (2, 4, 6, 8, 11)
        ],
    )
    head = s.extrude(
        [
            (-0.021, 0),
            (0.021, 0),
            (0.035, 0.03),
            (0.031, 0.15),
            (0.012, 0.165),
            (-0.012, 0.165),
            (-0.031, 0.15),
            (-0.035, 0.03),
        ],
        0.016,
        0.003,
    )
    a.add("headstock", side_wood.shaded(0.85), head.rotate((-8, 0, 0)).translate((0, y1 - 0.002, t / 2 - 0.006)))
    a.add("nut", m.IVORY, s.box(0.045, 0.005, 0.01).translate((0, y1 - 0.002, t / 2 + 0.004)))
    saddle = length * 0.22
    a.add("bridge", dark, s.box(0.15, 0.026, 0.009, 0.003).translate((0, saddle - 0.013, t / 2 + 0.003)))
    a.add("saddle", m.IVORY, s.box(0.075, 0.004, 0.008).translate((0, saddle, t / 2 + 0.008)))
    for k in range(6):
        x0, x1 = 0.011 * (k - 2.5), 0.0066 * (k - 2.5)
        a.add(
            "strings",
            m.BRASS if k < 3 else m.SILVER,
            s.rod((x0, saddle, t / 2 + 0.0125), (x1, y1, t / 2 + 0.009), 0.0009, segments=6),
        )
        side, row = (-1 if k < 3 else 1), k % 3
        y = y1 + 0.045 + 0.042 * row
        z = t / 2 - 0.006 - (y - y1) * 0.14
        peg = s.rod((side * 0.03, y, z - 0.004), (side * 0.052, y, z - 0.004), 0.0035, segments=10) + s.ellipsoid(
            0.006, 0.0105, 0.005, 16
        ).translate((side * 0.055, y, z - 0.004))
        a.add("pegs", m.SILVER if s.chance(rng, 0.5) else m.IVORY, peg)
        a.add("posts", m.SILVER, s.rod((side * 0.015, y, z), (side * 0.015, y, z + 0.018), 0.0035, segments=10))
        a.add("strings", m.SILVER, s.rod((x1, y1, t / 2 + 0.009), (side * 0.015, y, z + 0.014), 0.0009, segments=6))
    guard = s.extrude(
        s.curve(
            [
                (0.05, hole_y + 0.02),
                (0.085, hole_y - 0.03),
                (0.1, hole_y - 0.1),
                (0.05, hole_y - 0.09),
                (0.045, hole_y - 0.045),
            ],
            32,
            closed=True,
        ),
        0.002,
    )
    a.add(
        "pick guard",
        s.pick(rng, (m.BLACK, m.MAHOGANY.shaded(0.6))),
        guard.translate((0, 0, t / 2 + 0.001)) - bore.translate((0, 0, 0.01)),
    )
    return a.build({"top": (0, y1 + 0.16, t / 2), "hand": (0, y1 - neck * 0.4, 0)})


@sculpture("violin", synonyms=("fiddle",), kinds=("viola",), size=(0.55, 0.9), material="wooden", tint=False)
def violin(rng: np.random.Generator) -> Sculpture:
    """A violin, upright, arched, with a scroll, f-holes, and its bow beside it."""
    a = Assembly()
    wood = m.MAHOGANY.coloured(s.pick(rng, ("#a8521f", "#8f3f1a", "#b8692c", "#6f3216")), "varnished maple").varied(
        rng, 0.05
    )
    length, t = 0.356, 0.034
    right = s.curve([(0, 0), (0.07, 0.012), (0.104, 0.075), (0.094, 0.125)], 16)
    waist = s.curve([(0.1, 0.135), (0.066, 0.165), (0.056, 0.2), (0.072, 0.232)], 12)
    upper = s.curve([(0.078, 0.244), (0.084, 0.285), (0.068, 0.335), (0.025, 0.354), (0, length)], 16)
    half = np.concatenate([right, waist, upper])
    outline = np.concatenate([half, half[::-1][1:-1] * (-1, 1)])
    outline = outline if s.signed_area(outline) > 0 else outline[::-1]
    rib = s.extrude(s.inset(outline, 0.0035), t)
    plate = s.extrude(outline, 0.004).refine_to_length(0.012)

    def arched(p: np.ndarray, sign: float) -> np.ndarray:
        x = p[:, 0] / np.interp(p[:, 1], (0, 0.08, 0.19, 0.28, 0.36), (0.06, 0.105, 0.058, 0.085, 0.03))
        y = 2 * p[:, 1] / length - 1
        rise = 0.0135 * np.clip(1 - x**2, 0, 1) * np.clip(1 - y**4, 0, 1)
        return p + np.stack([0 * rise, 0 * rise, sign * rise], 1)

    front = s.warp(plate, lambda p: arched(p, 1)).translate((0, 0, t / 2 + 0.001))
    back = s.warp(plate, lambda p: arched(p, -1)).translate((0, 0, -t / 2 - 0.001))
    a.add("ribs", wood.shaded(0.85), rib)
    a.add("plates", wood, front, back)
    hole = s.curve(
        [(0.03, 0.21), (0.026, 0.222), (0.034, 0.226), (0.037, 0.2), (0.041, 0.17), (0.05, 0.158), (0.053, 0.168)], 24
    )
    shape = s.tube(
        np.concatenate([hole, np.full((24, 1), t / 2 + 0.008)], 1), np.array([[0.014, 0.0022]] * 24), 8, up=(0, 0, 1)
    )
    a.add("f-holes", m.BLACK, s.mirrored(shape) ^ front.translate((0, 0, 0.0008)))
    board_z = t / 2 + 0.019
    y1 = length + 0.13
    a.add(
        "neck",
        wood,
        s.tube(
            [(0, length - 0.02, t / 2 + 0.004), (0, y1, t / 2 + 0.012)],
            np.array([[0.01, 0.0135], [0.0085, 0.0115]]),
            16,
            up=(0, 0, 1),
        ),
    )
    a.add("heel", wood, s.box(0.028, 0.03, t, 0.005).translate((0, length - 0.015, 0)))
    board = s.extrude([(-0.021, 0.235), (0.021, 0.235), (0.012, y1), (-0.012, y1)], 0.007, 0.002)
    a.add("fingerboard", m.EBONY, board.rotate((-2, 0, 0)).translate((0, 0, board_z + 0.006)))
    scroll = [(0.0135 * (1 - q / 16) * np.cos(q), 0.0135 * (1 - q / 16) * np.sin(q)) for q in np.linspace(-1.9, 11, 60)]
    spiral = np.stack(
        [np.zeros(60), y1 + 0.088 + np.array(scroll)[:, 1], t / 2 + 0.0 + np.array(scroll)[:, 0] - 0.004], 1
    )
    a.add(
        "scroll",
        wood,
        s.tube(spiral, s.interpolate((0.006, 0.0055, 0.005), 60), 10),
        s.cylinder(0.026, 0.004, segments=16).rotate((0, 0, 90)).translate((0.013, y1 + 0.088, t / 2 - 0.004)),
    )
    a.add(
        "peg box",
        wood,
        s.beam((0, y1 - 0.005, t / 2 + 0.01), (0, y1 + 0.078, t / 2 - 0.004), 0.021, 0.02, 0.003, up=(0, 0, 1)),
    )
    for k in range(4):
        y, e = y1 + 0.014 + 0.016 * k, (1 if k % 2 else -1)
        peg = s.rod((-e * 0.012, y, t / 2 + 0.004), (e * 0.03, y, t / 2 + 0.004), 0.0028, 0.0034, 10) + s.ellipsoid(
            0.0085, 0.0075, 0.003, 16
        ).translate((e * 0.034, y, t / 2 + 0.004))
        a.add("pegs", m.EBONY, peg)
    bridge_y = 0.192
    bridge = s.extrude(
        [
            (-0.021, 0),
            (-0.008, 0.004),
            (0.008, 0.004),
            (0.021, 0),
            (0.018, 0.024),
            (0.008, 0.03),
            (-0.008, 0.03),
            (-0.018, 0.024),
        ],
        0.004,
    ).rotate((90, 0, 0))
    a.add("bridge", m.BIRCH, bridge.translate((0, bridge_y, t / 2 + 0.011)))
    tail = s.extrude([(-0.011, 0.012), (0.011, 0.012), (0.022, 0.115), (-0.022, 0.115)], 0.006, 0.002).rotate((7, 0, 0))
    a.add("tailpiece", m.EBONY, tail.translate((0, 0, t / 2 + 0.016)))
    a.add(
        "chin rest",
        m.EBONY,
        s.ellipsoid(0.03, 0.026, 0.006, 24).translate((-0.052, 0.038, t / 2 + 0.017)),
        s.box(0.02, 0.012, t + 0.02).translate((-0.03, 0.0, 0.006)),
    )
    a.add("end pin", m.EBONY, s.rod((0, 0.004, 0), (0, -0.012, 0), 0.005))
    for k in range(4):
        x = 0.0095 * (k - 1.5)
        a.add(
            "strings",
            m.SILVER,
            s.rod((x, 0.112, t / 2 + 0.021), (x, bridge_y, t / 2 + 0.041), 0.0007, segments=6),
            s.rod((x, bridge_y, t / 2 + 0.041), (x * 0.5, y1, t / 2 + 0.026), 0.0007, segments=6),
        )
    bow_x = 0.16
    curve = np.stack(
        [np.full(16, bow_x), np.linspace(0.0, 0.6, 16), 0.016 + 0.014 * (2 * np.linspace(0, 1, 16) - 1) ** 2], 1
    )
    a.add("bow stick", m.MAHOGANY, s.tube(curve, s.interpolate((0.0045, 0.004, 0.003), 16), 10))
    a.add("bow hair", m.WHITE, s.box(0.008, 0.56, 0.002).translate((bow_x, 0.03, 0.044)))
    a.add(
        "frog",
        m.EBONY,
        s.box(0.012, 0.045, 0.024, 0.002).translate((bow_x, 0.012, 0.034)),
        s.box(0.009, 0.012, 0.02, 0.002).translate((bow_x, 0.588, 0.036)),
    )
    made = a.build({"top": (0, y1 + 0.1, 0), "hand": (0, length + 0.06, 0)}).grounded()
    return made.scaled(rng.uniform(0.94, 1.14))


@sculpture(
    "trumpet",
    kinds=("cornet", "bugle"),
    size=(0.45, 0.75),
    material="golden",
    tint=False,
)
def trumpet(rng: np.random.Generator) -> Sculpture:
    """A trumpet, lying level, its bell to +X: flared bell, bends, three valves, mouthpiece."""
    a = Assembly()
    brass = s.pick(rng, (m.GOLD, m.BRASS, m.BRASS, m.SILVER)).varied(rng, 0.05)
    flare, r, y = rng.uniform(0.058, 0.068), 0.0066, 0.12
    drop = 0.062
    bell = s.profile(
        [(flare, 0.0), (flare * 0.58, 0.03), (flare * 0.34, 0.075), (flare * 0.2, 0.14), (r * 1.15, 0.22), (r, 0.3)], 40
    )
    skin = np.concatenate([bell, [(q - 0.0018, v) for q, v in bell[::-1]]])
    shape = s.revolve(skin, 48)
    shape += s.torus(flare, 0.0026, 48, 10)
    a.add("bell", brass, shape.rotate((0, 0, 90)).translate((0.26, y, 0)), smooth=60)
    a.add("bore", m.BLACK, s.cylinder(0.004, flare * 0.19, segments=24).rotate((0, 0, 90)).translate((0.12, y, 0)))
    left = -0.2
    turn = [(left - drop / 2 * np.sin(q), y - drop / 2 + drop / 2 * np.cos(q), 0.0) for q in np.linspace(0, np.pi, 14)]
    lower = [(x, y - drop, 0.0) for x in np.linspace(left, 0.0, 8)[1:]]
    a.add(
        "tubing",
        brass,
        s.tube(np.array([(-0.03, y, 0), *[(x, y, 0) for x in np.linspace(-0.06, left, 8)], *turn[1:], *lower]), r, 14),
    )
    front = 0.2
    bend = [
        (front + drop / 2 * np.sin(q), y - drop / 2 - drop / 2 * np.cos(q), 0.02) for q in np.linspace(0, np.pi, 14)
    ]
    path = np.array(
        [
            (0.02, y - drop, 0.02),
            *[(x, y - drop, 0.02) for x in np.linspace(0.05, front, 8)],
            *bend[1:],
            *[(x, y, 0.02) for x in np.linspace(front, -0.31, 20)[1:]],
        ]
    )
    a.add("tubing", brass, s.tube(path, r * 0.93, 14))
    for x in (0.1, 0.17):
        a.add(
            "ferrules",
            brass.shaded(0.85),
            *[
                s.cylinder(0.02, r * 1.35, segments=20, bevel=0.001).rotate((0, 0, 90)).translate((x, v, 0.02))
                for v in (y, y - drop)
            ],
        )
    a.add(
        "braces",
        brass.shaded(0.85),
        s.rod((0.12, y - drop, 0.02), (0.12, y, 0.02), 0.003, segments=10),
        s.rod((-0.15, y - drop, 0), (-0.15, y, 0), 0.003, segments=10),
        s.rod((-0.12, y, 0), (-0.12, y, 0.02), 0.003, segments=10),
    )
    for k in range(3):
        x = -0.04 + 0.032 * k
        low, top = y - drop - 0.035, y + 0.02
        a.add("valves", brass, s.cylinder(top - low, 0.0125, segments=28, bevel=0.0015).translate((x, low, 0.01)))
        a.add(
            "caps",
            brass.shaded(0.8),
            *[
                s.cylinder(0.011, 0.0138, segments=28, bevel=0.001).translate((x, v, 0.01))
                for v in (low - 0.004, top - 0.006)
            ],
        )
        press = 0.012 if s.chance(rng, 0.3) else 0.026
        a.add("buttons", m.IVORY, s.cylinder(0.004, 0.0075, segments=20, bevel=0.001).translate((x, top + press, 0.01)))
        a.add("stems", m.SILVER, s.rod((x, top, 0.01), (x, top + press, 0.01), 0.0028, segments=10))
        ring = np.array(
            [(x - 0.0075 * np.cos(q), y - drop * 0.45, 0.016 + 0.034 * np.sin(q)) for q in np.linspace(0, np.pi, 14)]
        )
        a.add("slides", brass, s.tube(ring, 0.0048, 10))
    cup = s.revolve(
        [
            (0, 0),
            (0.0045, 0),
            (0.005, 0.045),
            (0.0075, 0.055),
            (0.0125, 0.064),
            (0.0132, 0.072),
            (0.0095, 0.072),
            (0, 0.06),
        ],
        32,
    )
    a.add("mouthpiece", m.SILVER, cup.rotate((0, 0, 90)).translate((-0.3, y, 0.02)))
    hook = s.tube(
        np.stack(
            [
                0.012 * np.cos(np.linspace(0, 4.6, 16)) + 0.055,
                y - drop * 0.5 + 0.012 * np.sin(np.linspace(0, 4.6, 16)) + 0.028,
                np.full(16, 0.024),
            ],
            1,
        ),
        0.0024,
        8,
    )
    a.add("hook", brass, hook)
    return a.build({"top": (-0.008, y + 0.046, 0.01), "hand": (-0.008, y - 0.03, 0.01)}).grounded()


@sculpture(
    "piano keyboard",
    synonyms=("keyboard instrument",),
    kinds=("electric piano", "electronic keyboard", "keytar"),
    size=(0.45, 1.4),
)
def piano_keyboard(rng: np.random.Generator) -> Sculpture:
    """A keyboard of some octaves with black and white keys, a panel with knobs, buttons and a display."""
    a = Assembly()
    case = m.PLASTIC.coloured(s.pick(rng, ("#26272b", "#26272b", "#b8322c", "#d9d9d6", "#3a4a6b")), "case")
    octaves = int(rng.integers(3, 6))
    key_w, key_l = 0.0225, 0.13
    count = octaves * 7 + 1
    w = count * key_w + 0.07
    d, high = rng.uniform(0.25, 0.3), 0.075
    body = s.box(w, high, d, 0.008)
    well = s.box(count * key_w + 0.004, 1, key_l + 0.01).translate((0, high * 0.45, d / 2 - key_l / 2 + 0.002))
    a.add("case", case, body - well)
    z = d / 2 - key_l / 2 - 0.003
    white = [
        s.box(key_w * 0.95, high * 0.36, key_l, 0.0015).translate(((k - (count - 1) / 2) * key_w, high * 0.45, z))
        for k in range(count)
    ]
    a.add("white keys", m.IVORY.coloured("#f5f3ea", "white keys"), s.group(white))
    black = []
    for k in range(count - 1):
        if k % 7 in (0, 1, 3, 4, 5):
            x = (k - (count - 1) / 2 + 0.5) * key_w
            black.append(
                s.taper(s.box(key_w * 0.56, high * 0.3, key_l * 0.6, 0.001), 0.85).translate(
                    (x, high * 0.72, z - key_l * 0.19)
                )
            )
    a.add("black keys", m.BLACK, s.group(black))
    top = high
    panel_z = -d / 2 + (d - key_l) / 2 - 0.006
    a.add(
        "display",
        m.Material("display", m.srgb("#7fd0c2"), 0.2, emission=m.srgb("#2f6f66")),
        s.box(w * 0.16, 0.004, 0.05, 0.001).translate((0, top - 0.001, panel_z)),
    )
    a.add(
        "knobs",
        m.DARK_STEEL,
        *[
            s.cylinder(0.014, 0.009, 0.0075, 20, 0.001).translate((-w * 0.36 + 0.035 * k, top - 0.001, panel_z))
            for k in range(4)
        ],
    )
    for k in range(8):
        hue = s.pick(rng, ("red", "yellow", "green", "white"))
        spot = (w * 0.16 + 0.024 * (k % 4), top - 0.002, panel_z - 0.02 + 0.03 * (k // 4))
        a.add(
            f"buttons {hue}", m.PLASTIC.coloured(m.HUES[hue], hue), s.box(0.014, 0.007, 0.014, 0.0015).translate(spot)
        )
    for e in (-1, 1):
        grille = s.box(w * 0.09, 0.004, 0.07, 0.001).translate((e * w * 0.42, top - 0.001, panel_z))
        slots = s.row(s.box(w * 0.08, 0.01, 0.003), 7, (0, 0, 0.009)).translate((e * w * 0.42, top - 0.001, panel_z))
        a.add("speakers", m.BLACK, grille - slots)
    a.add(
        "feet",
        m.RUBBER,
        *[
            s.cylinder(0.008, 0.012, segments=16).translate((x * w * 0.45, -0.007, q * d * 0.4))
            for x in (-1, 1)
            for q in (-1, 1)
        ],
    )
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "bell",
    synonyms=("hand bell", "church bell"),
    kinds=("school bell", "ship's bell"),
    size=(0.15, 1.7),
    material="golden",
    tint=False,
)
def bell(rng: np.random.Generator) -> Sculpture:
    """A hand bell with a turned handle, or a church bell hanging from a yoke; a clapper in either."""
    a = Assembly()
    metal = s.pick(rng, (m.BRASS, m.GOLD, m.BRONZE, m.BRONZE.shaded(0.8))).varied(rng, 0.05)
    big = s.chance(rng, 0.5)
    r = rng.uniform(0.24, 0.34) if big else rng.uniform(0.055, 0.075)
    high = r * rng.uniform(1.5, 1.75)
    outer = s.profile(
        [
            (r, 0),
            (r * 0.9, high * 0.1),
            (r * 0.68, high * 0.36),
            (r * 0.58, high * 0.7),
            (r * 0.48, high * 0.88),
            (r * 0.2, high * 0.985),
            (0, high),
        ],
        36,
    )
    inner = outer * (0.93, 0.96)
    shell = s.revolve([(0, 0), *outer], 64) - s.revolve([(0, -0.1 * r), (inner[0][0], -0.1 * r), *inner], 56)
    a.add("bell", metal, shell, s.torus(r * 0.985, r * 0.045, 64, 10).translate((0, r * 0.035, 0)))
    for share in (0.2, 0.26, 0.78):
        q = float(np.interp(high * share, outer[:, 1], outer[:, 0]))
        a.add("bands", metal.shaded(0.85), s.torus(q, r * 0.018, 56, 8).translate((0, high * share, 0)))
    a.add(
        "clapper",
        m.IRON,
        s.sphere(r * 0.17, 24).translate((0, r * 0.1, 0)),
        s.rod((0, r * 0.1, 0), (0, high * 0.92, 0), r * 0.05),
    )
    top = high
    if big:
        yoke = m.OAK.varied(rng)
        a.add(
            "crown",
            metal.shaded(0.9),
            *[
                s.torus(r * 0.14, r * 0.045, 24, 10).rotate((90, q, 0)).translate((0, high + r * 0.08, 0))
                for q in (0, 60, 120)
            ],
        )
        beam = s.box(r * 2.4, r * 0.34, r * 0.34, r * 0.04).translate((0, high + r * 0.18, 0))
        a.add("yoke", yoke, beam, s.box(r * 0.9, r * 0.2, r * 0.3, r * 0.04).translate((0, high + r * 0.5, 0)))
        a.add(
            "straps",
            m.IRON,
            *[s.box(r * 0.09, r * 0.4, r * 0.4).translate((x * r * 0.34, high + r * 0.15, 0)) for x in (-1, 1)],
        )
        a.add(
            "gudgeons",
            m.IRON,
            *[s.rod((x * r * 1.15, high + r * 0.35, 0), (x * r * 1.45, high + r * 0.35, 0), r * 0.07) for x in (-1, 1)],
        )
        top = high + r * 0.7
    else:
        long = high * rng.uniform(1.0, 1.25)
        wood = s.pick(rng, (m.WALNUT, m.EBONY, m.MAHOGANY))
        turned = s.profile(
            [
                (r * 0.24, 0),
                (r * 0.15, long * 0.08),
                (r * 0.13, long * 0.25),
                (r * 0.2, long * 0.6),
                (r * 0.16, long * 0.82),
                (r * 0.2, long * 0.93),
                (0, long),
            ],
            30,
        )
        a.add("handle", wood, s.revolve([(0, 0), *turned], 32).translate((0, high - r * 0.02, 0)))
        a.add(
            "ferrule",
            metal,
            s.cylinder(r * 0.12, r * 0.26, segments=28, bevel=r * 0.02).translate((0, high - r * 0.03, 0)),
        )
        top = high + long
    return a.build({"top": (0, top, 0), "hand": (0, (top + high) / 2, 0)}).grounded()
