"""Dice, chess pieces, gift boxes, balloons, snowmen, planets."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Part, Sculpture, sculpture
from bozzetto.foundry.sculpt.solids import Solid

PIPS = {
    1: ((0, 0),),
    2: ((-1, -1), (1, 1)),
    3: ((-1, -1), (0, 0), (1, 1)),
    4: ((-1, -1), (1, 1), (-1, 1), (1, -1)),
    5: ((-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)),
    6: ((-1, -1), (1, 1), (-1, 1), (1, -1), (-1, 0), (1, 0)),
}


def die(side: float, rounding: float) -> tuple[Solid, Solid]:
    """A die on y = 0, opposite faces making seven, and its pips."""
    cube = s.rounded_box(side, side, side, rounding, 24).translate((0, -side / 2, 0))
    pips = []
    for value, turn in (
        (1, (-90, 0, 0)),
        (6, (90, 0, 0)),
        (2, (0, 0, 0)),
        (5, (0, 180, 0)),
        (3, (0, 90, 0)),
        (4, (0, -90, 0)),
    ):
        for x, y in PIPS[value]:
            ball = (
                s.sphere(side * 0.105, 20)
                .scale((1, 1, 0.7))
                .translate((x * side * 0.25, y * side * 0.25, side / 2 + side * 0.02))
            )
            pips.append(ball.rotate(turn))
    holes = s.union(pips)
    inlay = holes ^ s.rounded_box(side * 0.97, side * 0.97, side * 0.97, rounding, 24).translate((0, -side * 0.485, 0))
    return (cube - holes).translate((0, side / 2, 0)), inlay.translate((0, side / 2, 0))


@sculpture(
    "dice", synonyms=("die", "gaming dice"), plural="dice", kinds=("game die", "pair of dice"), size=(0.02, 0.09)
)
def dice(rng: np.random.Generator) -> Sculpture:
    """One or two dice with inlaid pips."""
    a = Assembly()
    body = m.PLASTIC.coloured(
        s.pick(rng, ("#f2efe6", "#f2efe6", "#c4302b", "#26262a", "#2f5fae", "#3f8a45", "#6c3d92")), "die"
    )
    light = sum(body.base_colour) > 1.9
    pip = m.BLACK if light else m.WHITE
    side = rng.uniform(0.016, 0.022)
    cube, pips = die(side, side * rng.uniform(0.1, 0.2))
    poses = [(0.0, 0.0, 0.0)]
    if s.chance(rng, 0.5):
        poses = [(-side * 0.68, side * 0.1, 0.0), (side * 0.68, -side * 0.2, 90.0)]
    for x, z, tilt in poses:
        turn = rng.uniform(-35, 35)
        for name, material, solid in (("die", body, cube), ("pips", pip, pips)):
            posed = (
                solid.translate((0, -side / 2, 0)).rotate((tilt, 0, 0)).rotate((0, turn, 0)).translate((x, side / 2, z))
            )
            a.add(name, material, posed)
    return a.build({"top": (poses[0][0], side, poses[0][1])})


CHESS_SETS = (
    ("white", m.IVORY),
    ("black", m.EBONY),
    ("wooden", m.BIRCH),
    ("wooden", m.WALNUT),
    ("marble", m.MARBLE),
    ("golden", m.GOLD),
)


def chess_foot(a: Assembly, rng: np.random.Generator, height: float, waist: float) -> tuple[Material, float, float]:
    """A turned foot and column; its material, the radius of the foot, and the y on which the head stands."""
    _, material = s.pick(rng, CHESS_SETS)
    material = material.varied(rng, 0.04)
    r = height * rng.uniform(0.2, 0.23) if height > 0.06 else height * rng.uniform(0.27, 0.3)
    top = height * waist
    turned = [
        (r, 0.0),
        (r * 1.02, height * 0.025),
        (r * 0.98, height * 0.06),
        (r * 0.84, height * 0.075),
        (r * 0.88, height * 0.1),
        (r * 0.8, height * 0.14),
        (r * 0.5, height * 0.22),
        (r * 0.36, height * 0.38),
        (r * 0.33, top * 0.86),
        (r * 0.4, top * 0.93),
        (r * 0.62, top * 0.955),
        (r * 0.64, top * 0.975),
        (r * 0.46, top),
    ]
    a.add("body", material, s.revolve([(0, 0), *s.profile(turned, 44), (0, top)], 48), smooth=40)
    a.add("collar", material, s.torus(r * 0.45, height * 0.013, 40, 10).translate((0, top + height * 0.006, 0)))
    a.add(
        "felt",
        m.VELVET.coloured("#2f5a3a", "felt"),
        s.cylinder(height * 0.012, r * 0.97, segments=40).translate((0, -height * 0.01, 0)),
    )
    return material, r, top


@sculpture("chess king", synonyms=("king chess piece",), kinds=("chess piece",), size=(0.09, 0.14), tint=False)
def chess_king(rng: np.random.Generator) -> Sculpture:
    """A Staunton king with a cross."""
    a = Assembly()
    high = rng.uniform(0.088, 0.104)
    material, r, y = chess_foot(a, rng, high, 0.6)
    head = s.profile(
        [
            (r * 0.4, 0),
            (r * 0.44, high * 0.05),
            (r * 0.66, high * 0.2),
            (r * 0.62, high * 0.215),
            (r * 0.3, high * 0.245),
            (0, high * 0.26),
        ],
        28,
    )
    a.add(
        "head",
        material,
        s.revolve([(0, 0), *head], 48).translate((0, y, 0)),
        s.torus(r * 0.62, high * 0.011, 40, 10).translate((0, y + high * 0.205, 0)),
    )
    top = y + high * 0.25
    flare = [
        (-0.35, 0),
        (0.35, 0),
        (0.2, 0.42),
        (0.6, 0.3),
        (0.6, 0.78),
        (0.2, 0.64),
        (0.34, 1.0),
        (-0.34, 1.0),
        (-0.2, 0.64),
        (-0.6, 0.78),
        (-0.6, 0.3),
        (-0.2, 0.42),
    ]
    cross = s.extrude(np.array(flare) * high * 0.13, high * 0.04, high * 0.006)
    a.add("cross", material, cross.translate((0, top, 0)))
    return a.build({"top": (0, top + high * 0.13, 0)}).grounded()


@sculpture("chess queen", synonyms=("queen chess piece",), size=(0.08, 0.13), tint=False)
def chess_queen(rng: np.random.Generator) -> Sculpture:
    """A Staunton queen with a coronet."""
    a = Assembly()
    high = rng.uniform(0.08, 0.094)
    material, r, y = chess_foot(a, rng, high, 0.64)
    head = s.profile(
        [
            (r * 0.38, 0),
            (r * 0.42, high * 0.06),
            (r * 0.74, high * 0.24),
            (r * 0.68, high * 0.245),
            (r * 0.5, high * 0.225),
            (0, high * 0.22),
        ],
        26,
    )
    bowl = s.revolve([(0, 0), *head], 54)
    notches = s.around(s.sphere(r * 0.2, 14).translate((0, high * 0.275, r * 0.74)), 9)
    a.add("head", material, (bowl - notches).translate((0, y, 0)))
    a.add(
        "orb",
        material,
        s.sphere(r * 0.2, 24).translate((0, y + high * 0.31, 0)),
        s.ellipsoid(r * 0.56, high * 0.09, r * 0.56).translate((0, y + high * 0.205, 0)),
    )
    return a.build({"top": (0, y + high * 0.31 + r * 0.2, 0)}).grounded()


@sculpture("chess rook", synonyms=("rook", "rook chess piece"), size=(0.05, 0.09), tint=False)
def chess_rook(rng: np.random.Generator) -> Sculpture:
    """A tower with battlements."""
    a = Assembly()
    high = rng.uniform(0.05, 0.06)
    material, r, y = chess_foot(a, rng, high, 0.68)
    crown, wall = r * 0.78, high * 0.2
    solid = s.revolve(
        [
            (0, 0),
            (r * 0.46, 0),
            (crown * 0.85, high * 0.06),
            (crown, high * 0.075),
            (crown, wall + high * 0.09),
            (crown * 0.68, wall + high * 0.09),
            (crown * 0.68, high * 0.12),
            (0, high * 0.12),
        ],
        48,
    )
    notch = s.box(crown * 0.3, high, crown).translate((0, wall, crown * 0.8))
    a.add("head", material, (solid - s.around(notch, 6, 30)).translate((0, y, 0)))
    return a.build({"top": (0, y + wall + high * 0.09, crown * 0.85)}).grounded()


@sculpture("chess bishop", synonyms=("bishop chess piece",), size=(0.06, 0.11), tint=False)
def chess_bishop(rng: np.random.Generator) -> Sculpture:
    """A mitre with its slit."""
    a = Assembly()
    high = rng.uniform(0.066, 0.078)
    material, r, y = chess_foot(a, rng, high, 0.62)
    head = s.profile(
        [(r * 0.34, 0), (r * 0.6, high * 0.09), (r * 0.62, high * 0.15), (r * 0.36, high * 0.27), (0, high * 0.31)], 28
    )
    mitre = s.revolve([(0, 0), *head], 48)
    slit = s.box(r * 0.13, high * 0.3, r * 2).rotate((0, 0, -28)).translate((r * 0.12, high * 0.13, r * 0.42))
    a.add(
        "head",
        material,
        (mitre - slit).translate((0, y, 0)),
        s.sphere(r * 0.17, 20).translate((0, y + high * 0.325, 0)),
    )
    return a.build({"top": (0, y + high * 0.325 + r * 0.17, 0)}).grounded()


@sculpture("chess pawn", synonyms=("pawn", "pawn chess piece"), size=(0.04, 0.075), tint=False)
def chess_pawn(rng: np.random.Generator) -> Sculpture:
    """A ball on a collar."""
    a = Assembly()
    high = rng.uniform(0.042, 0.05)
    material, r, y = chess_foot(a, rng, high, 0.66)
    a.add("head", material, s.sphere(r * 0.62, 36).translate((0, y + r * 0.52, 0)))
    return a.build({"top": (0, y + r * 1.14, 0)}).grounded()


@sculpture("chess knight", synonyms=("knight chess piece",), size=(0.055, 0.1), tint=False)
def chess_knight(rng: np.random.Generator) -> Sculpture:
    """A horse's head on a turned foot; it looks to the front."""
    a = Assembly()
    high = rng.uniform(0.06, 0.07)
    material, r, y = chess_foot(a, rng, high, 0.3)
    size = high * 0.72
    # Profile in (forward, up), in shares of the head's height.
    face = np.array(
        [
            (-0.3, 0.0),
            (0.3, 0.0),
            (0.26, 0.16),
            (0.12, 0.36),
            (0.16, 0.47),
            (0.36, 0.5),
            (0.52, 0.46),
            (0.58, 0.56),
            (0.54, 0.68),
            (0.34, 0.84),
            (0.2, 0.92),
            (0.14, 1.06),
            (0.02, 0.96),
            (-0.14, 0.88),
            (-0.28, 0.72),
            (-0.37, 0.46),
            (-0.35, 0.2),
        ]
    )
    outline = s.curve(face * size, 72, closed=True)
    slab = s.extrude(outline, size * 0.5).refine_to_length(size * 0.06)

    def rounded(p: np.ndarray) -> np.ndarray:
        up = p[:, 1] / size
        wide = np.interp(up, (0, 0.3, 0.55, 0.8, 1.1), (1.0, 0.74, 0.7, 0.55, 0.22))
        ahead = np.clip(p[:, 0] / size - 0.15, 0, 1)
        return np.stack([p[:, 0], p[:, 1], p[:, 2] * wide * (1 - 0.55 * ahead / 0.45)], 1)

    head = s.warp(slab, rounded)
    eye = s.mirrored(s.sphere(size * 0.045, 14).translate((size * 0.2, size * 0.76, size * 0.135)), "z")
    nostril = s.mirrored(s.sphere(size * 0.03, 12).translate((size * 0.5, size * 0.58, size * 0.085)), "z")
    mouth = s.box(size * 0.22, size * 0.022, size).translate((size * 0.5, size * 0.51, 0))
    mane = [
        s.ellipsoid(size * 0.085, size * 0.075, size * 0.12, 16).translate((size * x, size * q, 0))
        for x, q in ((-0.06, 0.95), (-0.19, 0.85), (-0.29, 0.72), (-0.35, 0.58), (-0.37, 0.43), (-0.36, 0.28))
    ]
    turn = lambda solid: solid.rotate((0, -90, 0)).translate((0, y - high * 0.01, -size * 0.02))  # noqa: E731
    a.add("head", material, turn(head - mouth - nostril), smooth=50)
    a.add("mane", material.shaded(0.9), turn(s.union(mane)))
    a.add("eyes", material.shaded(0.45) if sum(material.base_colour) > 1 else material.shaded(1.8), turn(eye))
    return a.build({"top": (0, y + size * 1.0, 0)}).grounded()


@sculpture(
    "gift box",
    synonyms=("gift", "present", "birthday present"),
    plural="gift boxes",
    kinds=("wrapped gift", "christmas present", "parcel"),
    size=(0.2, 0.75),
    words=("striped", "spotted"),
)
def gift_box(rng: np.random.Generator) -> Sculpture:
    """A box with a lid, a ribbon both ways and a bow of loops."""
    a = Assembly()
    names = [str(n) for n in rng.permutation(("red", "blue", "green", "yellow", "purple", "pink", "white", "teal"))]
    paper = m.PAPER.coloured(m.HUES[names[0]], "paper")
    silk = m.CLOTH.coloured(m.HUES[names[1]] if s.chance(rng, 0.6) else m.srgb("#e6b422"), "ribbon")
    w, d, high = rng.uniform(0.2, 0.32), rng.uniform(0.2, 0.3), rng.uniform(0.14, 0.28)
    lid = high * rng.uniform(0.2, 0.28)
    a.add("box", paper, s.box(w, high, d, 0.003))
    a.add("lid", paper.shaded(0.93), s.box(w * 1.05, lid, d * 1.05, 0.004).translate((0, high - lid * 0.9, 0)))
    words: tuple[str, ...] = ()
    top = high + lid * 0.1
    pattern = s.pick(rng, ("plain", "spotted", "striped"))
    second = m.PAPER.coloured(m.HUES[names[2]], "pattern")
    if pattern == "spotted":
        spots = []
        for yaw, length, out in ((0, w, d), (90, d, w), (180, w, d), (270, d, w)):
            for i in range(4):
                for j in range(3):
                    x = length * ((i + 0.5 + 0.5 * (j % 2)) / 4.5 - 0.5)
                    disc = (
                        s.cylinder(0.002, 0.011, segments=16)
                        .rotate((90, 0, 0))
                        .translate((x, (high - lid) * (j + 0.5) / 3, out / 2 - 0.001))
                    )
                    spots.append(disc.rotate((0, yaw, 0)))
        a.add("pattern", second, s.union(spots))
        words = ("spotted",)
    elif pattern == "striped":
        bars = [s.box(w + 0.002, 0.014, d + 0.002).translate((0, (high - lid) * q, 0)) for q in (0.15, 0.45, 0.75)]
        a.add("pattern", second, *bars)
        words = ("striped",)
    wide = rng.uniform(0.024, 0.034)
    for shape in ((wide, w, d), (w, wide, d)):
        x, z = (shape[0], d * 1.05 + 0.006) if shape[0] == wide else (w * 1.05 + 0.006, wide)
        low = (wide, d + 0.006) if shape[0] == wide else (w + 0.006, wide)
        a.add(
            "ribbon",
            silk,
            s.box(x, lid + 0.003, z).translate((0, high - lid * 0.9, 0)),
            s.box(low[0], high - lid, low[1]).translate((0, 0.001, 0)),
        )
    size = min(w, d) * rng.uniform(0.24, 0.32)
    loops = int(s.pick(rng, (2, 4, 6)))
    for k in range(loops):
        t = np.linspace(0, np.pi, 22)
        reach = np.sin(t) ** 0.8
        path = np.stack(
            [
                size * (1 - np.cos(2 * t)) / 2 * 1.1,
                size * 0.62 * np.sin(2 * t) * reach * 0.6 + size * 0.36 * np.sin(t),
                np.zeros(22),
            ],
            1,
        )
        strap = s.tube(path[1:-1], np.array([[0.0018, wide * 0.42]] * 20), 10, up=(0, 1, 0))
        a.add(
            "bow",
            silk.shaded(1.08),
            strap.rotate((0, 360 * k / loops + (0 if loops == 2 else 45), 0)).translate((0, top + 0.002, 0)),
        )
    a.add(
        "bow",
        silk.shaded(0.9),
        s.ellipsoid(size * 0.2, size * 0.17, size * 0.2, 20).translate((0, top + size * 0.12, 0)),
    )
    for x in (-1, 1):
        tail = s.curve(
            [
                (0, top + 0.012, 0),
                (x * size * 0.6, top + 0.016, size * 0.7),
                (x * size * 0.8, top + 0.008, size * 1.25),
            ],
            12,
        )
        a.add("bow", silk, s.tube(tail, np.array([[0.0015, wide * 0.36]] * 12), 8, up=(0, 1, 0)))
    return a.build({"top": (0, top + size * 0.3, 0)}, words)


@sculpture("balloon", synonyms=("party balloon", "toy balloon"), kinds=("balloons", "helium balloon"), size=(0.5, 1.3))
def balloon(rng: np.random.Generator) -> Sculpture:
    """One balloon, or a bunch of three, with knots and wavy strings."""
    a = Assembly()
    count = int(s.pick(rng, (1, 3), (0.6, 0.4)))
    hues = [str(h) for h in rng.permutation(("red", "blue", "yellow", "green", "pink", "orange", "purple"))]
    end = np.array([0.0, 0.0, 0.0])
    top = 0.0
    for k in range(count):
        r = rng.uniform(0.12, 0.145)
        tilt = (0.0, 0.0) if count == 1 else (24 * np.cos(2.1 * k + 0.5), 24 * np.sin(2.1 * k + 0.5))
        body = s.revolve(
            [
                (0, -r * 1.28),
                *s.profile(
                    [
                        (r * 0.1, -r * 1.27),
                        (r * 0.42, -r * 0.98),
                        (r * 0.9, -r * 0.35),
                        (r, r * 0.15),
                        (r * 0.72, r * 0.82),
                        (0, r * 1.12),
                    ],
                    40,
                ),
            ],
            48,
        )
        knot = s.revolve(
            [(0, 0), (r * 0.13, -r * 0.12), (r * 0.04, 0.0), (r * 0.09, r * 0.05), (0, r * 0.06)], 24
        ).translate((0, -r * 1.3, 0))
        rubber = m.RUBBER.coloured(m.HUES[hues[k]], f"{hues[k]} rubber")
        reach = rng.uniform(0.5, 0.62)
        pose = lambda solid: solid.translate((0, reach, 0)).rotate((tilt[0], 0, tilt[1]))  # noqa: B023, E731
        a.add("balloon", Material(rubber.name, rubber.base_colour, 0.25), pose(body), smooth=60)
        a.add("knot", rubber.shaded(0.8), pose(knot))
        t = np.linspace(0, 1, 30)[:, None]
        tail = pose(s.sphere(1e-4)).bounding_box()
        start = np.array([tail[0] + tail[3], tail[1] + tail[4], tail[2] + tail[5]]) / 2
        down = start * (1 - r * 1.38 / reach)
        path = (
            down * (1 - t)
            + end * t
            + np.concatenate([0.012 * np.sin(9 * t + k), 0 * t, 0.012 * np.cos(7 * t + k)], 1) * (1 - t) * t * 4
        )
        a.add("string", m.ROPE.coloured("#e8e2d2", "string"), s.tube(path, 0.0028, 8))
        top = max(top, reach + r * 1.1)
    return a.build({"top": (0, top, 0), "hand": (0, 0, 0)}).grounded()


@sculpture(
    "snowman", synonyms=("snow man",), plural="snowmen", kinds=("frosty the snowman",), size=(1.3, 2.7), tint=False
)
def snowman(rng: np.random.Generator) -> Sculpture:
    """Balls of snow with a carrot, coal, arms of twigs, a scarf and a hat."""
    a = Assembly()
    snow = m.SNOW
    sizes = [rng.uniform(0.42, 0.5), rng.uniform(0.31, 0.36), rng.uniform(0.22, 0.25)]
    if s.chance(rng, 0.25):
        sizes = [sizes[0], sizes[2] * 1.1]
    y, centres = 0.0, []
    for k, r in enumerate(sizes):
        y += r * (0.86 if k == 0 else 0.72)
        centres.append(y)
        ball = s.roughened(s.sphere(r, 48).scale((1, 0.93, 1)), rng, r * 0.025, r * 0.6)
        a.add("snow", snow, ball.translate((0, y, 0)).trim_by_plane((0, 1, 0), 0), smooth=60)
        y += r * 0.72
    coal = m.BLACK.coloured("#26242a", "coal")
    head_y, head_r = centres[-1], sizes[-1]
    front = lambda r, yaw, pitch: (r * np.cos(pitch) * np.sin(yaw), r * np.sin(pitch), r * np.cos(pitch) * np.cos(yaw))  # noqa: E731
    eyes = [s.sphere(head_r * 0.1, 8).translate(front(head_r * 0.97, e * 0.34, 0.24)) for e in (-1, 1)]
    smile = [
        s.sphere(head_r * 0.062, 8).translate(front(head_r * 0.97, q, -0.42 + 0.32 * q * q * 2.2))
        for q in np.linspace(-0.5, 0.5, 6)
    ]
    a.add("coal", coal, *[b.translate((0, head_y, 0)) for b in eyes + smile], smooth=5)
    buttons = 3 if len(sizes) == 3 else 2
    body_y, body_r = centres[-2], sizes[-2]
    a.add(
        "coal",
        coal,
        *[
            s.sphere(body_r * 0.085, 10).translate(front(body_r * 0.985, 0, q)).translate((0, body_y, 0))
            for q in np.linspace(0.45, -0.5, buttons)
        ],
        smooth=5,
    )
    long = head_r * rng.uniform(0.75, 1.1)
    carrot = s.cylinder(long, head_r * 0.15, head_r * 0.015, 16)
    rings = s.union(
        [
            s.torus(head_r * 0.15 * (1 - q) + 0.001, head_r * 0.012, 16, 6).translate((0, long * q, 0))
            for q in (0.12, 0.3, 0.52)
        ]
    )
    a.add(
        "carrot",
        m.Material("carrot", m.srgb("#e2761f"), 0.7),
        (carrot + rings).rotate((84, 0, 0)).translate((0, head_y + head_r * 0.02, head_r * 0.9)),
    )
    for e in (-1, 1):
        up = rng.uniform(0.15, 0.5)
        path = s.curve(
            [
                (e * body_r * 0.85, body_y + 0.05, 0),
                (e * body_r * 1.5, body_y + 0.1 + up * 0.3, 0.05),
                (e * body_r * 2.05, body_y + 0.1 + up * 0.6, 0.1),
            ],
            10,
        )
        a.add("arms", m.BARK, s.tube(path, s.interpolate((0.022, 0.018, 0.013), 10), 8))
        for q in (-0.6, 0.1, 0.8):
            tip = path[-1] + 0.12 * np.array([e * np.cos(q), np.sin(q) + 0.2, 0.1])
            a.add("arms", m.BARK, s.rod(tuple(path[-2]), tuple(tip), 0.011, 0.005, 8))
    hue = m.WOOL.coloured(m.HUES[s.pick(rng, ("red", "green", "blue", "orange", "purple"))], "scarf")
    neck = head_y - head_r * 0.72
    wide = min(head_r, body_r) * 0.8
    a.add("scarf", hue, s.torus(wide, head_r * 0.17, 44, 14).scale((1, 0.9, 1)).translate((0, neck, 0)))
    tail = s.curve(
        [
            (wide * 0.55, neck, wide * 0.85),
            (wide * 0.62, neck - 0.12, body_r * 0.98),
            (wide * 0.6, neck - 0.3, body_r * 1.08),
        ],
        12,
    )
    a.add("scarf", hue, s.tube(tail, np.array([[0.022, 0.062]] * 12), 10, up=(0, 0, 1)))
    stripe = s.tube(tail[7:10], np.array([[0.024, 0.064]] * 3), 10, up=(0, 0, 1))
    a.add("scarf stripes", m.WOOL, stripe)
    top = head_y + head_r * 0.9
    if s.chance(rng, 0.65):
        brim = s.cylinder(0.03, head_r * 1.05, segments=40, bevel=0.008)
        tall = head_r * rng.uniform(0.9, 1.2)
        hat = m.CLOTH.coloured("#2a2a30", "felt")
        a.add(
            "hat",
            hat,
            brim.translate((0, top - 0.09, 0)),
            s.cylinder(tall, head_r * 0.66, head_r * 0.72, 40, 0.01).translate((0, top - 0.07, 0)),
        )
        a.add("hat band", hue, s.cylinder(0.065, head_r * 0.69, head_r * 0.7, 40).translate((0, top - 0.062, 0)))
        top += tall - 0.07
    else:
        cap = s.dome(head_r * 0.98, head_r * 0.85, 40)
        ridges = s.around(
            s.tube(
                np.stack(
                    [
                        np.zeros(10),
                        head_r * 0.86 * np.sin(np.linspace(0.15, 1.5, 10)),
                        head_r * 0.985 * np.cos(np.linspace(0.15, 1.5, 10)),
                    ],
                    1,
                ),
                head_r * 0.06,
                6,
            ),
            18,
        )
        a.add("hat", hue, (cap + ridges).translate((0, head_y + head_r * 0.28, 0)))
        a.add(
            "pompom",
            m.WOOL,
            s.roughened(s.sphere(head_r * 0.26, 20), rng, 0.014, 0.04).translate((0, head_y + head_r * 1.25, 0)),
            s.torus(head_r * 0.98, head_r * 0.15, 40, 12).translate((0, head_y + head_r * 0.3, 0)),
        )
        top = head_y + head_r * 1.5
    return a.build({"top": (0, top, 0), "head": (0, head_y, 0), "hand": (body_r * 1.9, body_y + 0.2, 0.1)})


@sculpture(
    "planet",
    synonyms=("ringed planet", "saturn"),
    kinds=("gas giant", "jupiter", "alien planet"),
    size=(4.5, 8.0),
    words=("striped",),
    tint=False,
)
def planet(rng: np.random.Generator) -> Sculpture:
    """A banded planet in tilted rings, with a storm and moons, as a model of a metre's radius."""
    tilt = (rng.uniform(8, 22), 0.0, rng.uniform(-24, 24))
    schemes = (
        ("#e4c590", "#c99a62", "#f1dfb9", "#a9743f"),
        ("#7fb4d9", "#4a83bd", "#b9dcef", "#2f5f9a"),
        ("#c96f4a", "#8f3f2c", "#e3a27a", "#6b2a22"),
        ("#8fc7a0", "#4f9a79", "#cfe8c4", "#2f6f60"),
        ("#b98fd6", "#7a52b0", "#e2c8ee", "#53338a"),
    )
    colours = np.array([m.srgb(c) for c in s.pick(rng, schemes)])
    levels = np.sort(rng.uniform(-0.95, 0.95, 11))
    chosen = colours[rng.integers(0, 4, 12)]
    phase = rng.uniform(0, 6.28)
    spot = np.array([0.62, -0.28, 0.74]) / np.linalg.norm([0.62, -0.28, 0.74])

    def banded(p: np.ndarray) -> np.ndarray:
        q = _unturned(p, tilt)
        lat = q[:, 1] + 0.022 * np.sin(7 * np.arctan2(q[:, 0], q[:, 2]) + phase + 9 * q[:, 1])
        colour = chosen[np.searchsorted(levels, lat)]
        storm = np.linalg.norm((q - spot) * (1.0, 1.9, 1.0), axis=1)
        return np.where((storm < 0.3)[:, None], colours[3], colour)

    ball = s.sphere(1.0, 128).scale((1, 0.95, 1)).rotate(tilt)
    parts = [Part("planet", ball, m.Material("planet", m.srgb("#c99a62"), 0.8), 180, banded)]
    ring = [(1.3, 1.52, colours[1]), (1.55, 1.78, colours[2]), (1.81, 2.0 + rng.uniform(0, 0.2), colours[0])]
    for k, (inner, outer, colour) in enumerate(ring):
        disc = s.revolve([(inner, -0.012), (outer, -0.012), (outer, 0.012), (inner, 0.012)], 96).rotate(tilt)
        r, g, b = (float(c) for c in colour)
        parts.append(Part(f"ring {k + 1}", disc, m.Material(f"ring {k + 1}", (r, g, b), 0.8)))
    for k in range(int(rng.integers(0, 3))):
        yaw = rng.uniform(0, 6.28)
        moon = s.roughened(s.sphere(rng.uniform(0.07, 0.13), 28), rng, 0.008, 0.06)
        parts.append(
            Part("moon", moon.translate((1.75 * np.sin(yaw), 0.75 - 0.9 * k, 1.55 * np.cos(yaw))), m.STONE.varied(rng))
        )
    return Sculpture(tuple(parts), {"top": (0, 0.95, 0)}, ("striped",))


def _unturned(points: np.ndarray, degrees: tuple[float, float, float]) -> np.ndarray:
    """Points before they were turned by `Manifold.rotate`."""
    x, _, z = np.radians(degrees)
    cz, sz, cx, sx = np.cos(z), np.sin(z), np.cos(x), np.sin(x)
    q = np.stack([cz * points[:, 0] + sz * points[:, 1], -sz * points[:, 0] + cz * points[:, 1], points[:, 2]], 1)
    return np.stack([q[:, 0], cx * q[:, 1] + sx * q[:, 2], -sx * q[:, 1] + cx * q[:, 2]], 1)
