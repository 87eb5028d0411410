"""Tools of joiners, painters and builders."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright, shaft

CHROME = m.STEEL.coloured("#c3c7cb", "chrome")


@sculpture(
    "pliers",
    synonyms=("pair of pliers", "combination pliers"),
    kinds=("needle nose pliers", "lineman's pliers", "plyers"),
    plural="pliers",
    size=(0.17, 0.28),
)
def pliers(rng: np.random.Generator) -> Sculpture:
    """Jaws up, handles in coloured sleeves, opened a little, facing +Z."""
    a = Assembly()
    steel = m.DARK_STEEL.varied(rng, 0.05)
    sleeve = bright(rng, ("red", "blue", "yellow", "orange"))
    jaw = rng.uniform(0.05, 0.056) * (1.35 if s.chance(rng, 0.3) else 1.0)
    grip = rng.uniform(0.105, 0.12)
    half = s.curve(
        [(0.0, -0.012), (0.012, -0.014), (0.0185, -0.002), (0.017, jaw * 0.4), (0.0085, jaw * 0.95), (0.0012, jaw)], 24
    )
    one = np.concatenate([half, [(0.0012, jaw * 0.35), (0.0, 0.008)]])
    open_ = rng.uniform(5, 9)
    for x in (-1, 1):

        def place(solid: s.Solid, x: int = x) -> s.Solid:
            return (solid if x > 0 else solid.mirror((1, 0, 0))).rotate((0, 0, -x * open_)).translate((0, grip, 0))

        a.add("jaws", steel, place(s.extrude(one, 0.0125, 0.0012)))
        arm = s.curve(
            [
                (-0.008, 0.004, 0),
                (0.008, -0.018, 0),
                (0.026, -grip * 0.4, 0),
                (0.027, -grip * 0.75, 0),
                (0.02, -grip * 1.0, 0),
            ],
            30,
        )
        thick = np.tile((0.0075, 0.0062), (30, 1))
        a.add("arms", steel.shaded(0.9, "arms"), place(s.tube(arm[:16], thick[:16], 12, up=(1, 0, 0))))
        a.add(
            "sleeves",
            sleeve,
            place(
                s.tube(
                    arm[11:],
                    np.stack(
                        [s.interpolate((0.0095, 0.0105, 0.0092), 19), s.interpolate((0.0085, 0.0095, 0.0085), 19)], 1
                    ),
                    14,
                    up=(1, 0, 0),
                )
                + s.sphere(0.009, 14).translate(tuple(arm[-1]))
            ),
        )
        teeth = [s.box(0.006, 0.0016, 0.014).translate((0.002, jaw * q, 0)) for q in np.linspace(0.55, 0.95, 6)]
        a.add("teeth", steel.shaded(0.55, "teeth"), place(s.group(teeth)))
    a.add("pivot", CHROME, s.rod((0, grip, -0.0085), (0, grip, 0.0085), 0.0105, segments=28))
    return a.build({"top": (0, grip + jaw, 0), "hand": (0, grip * 0.4, 0)}).grounded()


@sculpture("chisel", synonyms=("wood chisel",), kinds=("carpenter's chisel", "cold chisel"), size=(0.2, 0.34))
def chisel(rng: np.random.Generator) -> Sculpture:
    """A flat blade with a slanting edge, up, on a wooden or plastic grip with a hoop."""
    a = Assembly()
    grip, long, wide = rng.uniform(0.115, 0.13), rng.uniform(0.115, 0.135), rng.uniform(0.024, 0.031)
    if s.chance(rng, 0.6):
        hand = s.pick(rng, (m.OAK, m.PINE, m.MAHOGANY)).varied(rng)
    else:
        hand = bright(rng, ("yellow", "red", "blue"))
    shape = s.profile(
        [
            (0, 0),
            (0.0135, 0),
            (0.0145, 0.01),
            (0.013, grip * 0.3),
            (0.0165, grip * 0.65),
            (0.011, grip * 0.92),
            (0.0105, grip),
            (0, grip),
        ],
        40,
    )
    a.add("handle", hand, s.revolve(shape, 32), smooth=50)
    a.add("hoop", m.STEEL, s.cylinder(0.012, 0.0155, 0.0155, 32).translate((0, 0.006, 0)))
    a.add("ferrule", m.BRASS, s.cylinder(0.016, 0.0125, 0.0115, 28).translate((0, grip - 0.006, 0)))
    outline = [
        (-0.0065, 0),
        (0.0065, 0),
        (0.007, long * 0.26),
        (wide / 2, long * 0.36),
        (wide / 2, long),
        (-wide / 2, long),
        (-wide / 2, long * 0.36),
        (-0.007, long * 0.26),
    ]
    blade = s.extrude(outline, 0.0085, 0.001).translate((0, grip + 0.006, 0))
    top = grip + 0.006 + long
    cut = s.box(1, 0.06, 0.02).translate((0, 0, 0.01)).rotate((-22, 0, 0)).translate((0, top - 0.021, 0.004))
    a.add("blade", m.STEEL, blade - cut)
    slope = s.extrude(outline, 0.0092).translate((0, grip + 0.006, 0)) ^ cut.translate((0, 0, -0.0022))
    a.add("bevel", m.WHITE.coloured("#e3e7ea", "ground edge"), slope - cut.translate((0, 0, 0.0002)))
    return a.build({"top": (0, top, 0), "hand": (0, grip * 0.5, 0)}).grounded()


@sculpture(
    "hand plane",
    synonyms=("wood plane", "carpenter's plane", "woodworking plane"),
    kinds=("jack plane", "block plane", "smoothing plane"),
    size=(0.22, 0.42),
    tint=False,
)
def hand_plane(rng: np.random.Generator) -> Sculpture:
    """A plane on its sole, its nose with the knob to -X, its tote to +X; of iron or of wood."""
    a = Assembly()
    long, w = rng.uniform(0.23, 0.27), rng.uniform(0.06, 0.068)
    wood = s.pick(rng, (m.MAHOGANY, m.WALNUT, m.OAK)).varied(rng)
    iron = s.chance(rng, 0.65)
    if iron:
        sole = (
            s.extrude(s.rectangle(long, w, radius=w * 0.3), 0.012, 0.002).rotate((-90, 0, 0)).translate((0, 0.006, 0))
        )
        a.add("sole", m.STEEL, sole)
        cheek = s.curve(
            [
                (-long * 0.42, 0),
                (-long * 0.3, 0.012),
                (-long * 0.1, 0.042),
                (long * 0.05, 0.042),
                (long * 0.22, 0.016),
                (long * 0.42, 0.0),
            ],
            30,
        )
        wing = s.extrude(np.concatenate([cheek, [(long * 0.42, -0.008), (-long * 0.42, -0.008)]]), 0.0075).translate(
            (0, 0.01, 0)
        )
        a.add("cheeks", m.DARK_STEEL, *[wing.translate((0, 0, z * (w / 2 - 0.004))) for z in (-1, 1)])
        floor = 0.012
    else:
        a.add("body", s.pick(rng, (m.BIRCH, m.OAK)).varied(rng), s.box(long, 0.052, w, 0.005))
        floor = 0.05
    blade = s.box(0.0075, 0.105, w * 0.62, 0.001).rotate((0, 0, -46)).translate((-long * 0.1, 0.008, 0))
    a.add("blade", CHROME, blade)
    cap = s.box(0.009, 0.06, w * 0.5, 0.002).rotate((0, 0, -46)).translate((-long * 0.1 + 0.01, 0.034, 0))
    a.add("cap", m.BRASS if not iron else m.BLACK, cap)
    a.add(
        "wheel",
        m.BRASS,
        s.cylinder(0.01, 0.013, segments=24).rotate((0, 0, -90)).translate((long * 0.09, floor + 0.03, 0)),
    )
    knob = s.profile(
        [(0, 0), (0.014, 0), (0.0095, 0.012), (0.012, 0.024), (0.0185, 0.036), (0.015, 0.047), (0, 0.051)], 28
    )
    a.add("knob", wood, s.revolve(knob, 28).translate((-long * 0.34, floor - 0.002, 0)), smooth=60)
    tote = shaft(
        [
            (long * 0.33, floor - 0.004, 0),
            (long * 0.27, floor + 0.035, 0),
            (long * 0.31, floor + 0.066, 0),
            (long * 0.25, floor + 0.088, 0),
        ],
        (0.019, 0.0145, 0.0135, 0.012, 0.014),
        0.8,
    )
    a.add("tote", wood, tote, s.ellipsoid(0.03, 0.012, 0.013).translate((long * 0.33, floor, 0)), smooth=60)
    return a.build({"top": (0, floor + 0.075, 0), "hand": (long * 0.28, floor + 0.05, 0)}).grounded()


@sculpture(
    "paintbrush",
    synonyms=("paint brush",),
    kinds=("house painter's brush", "flat brush", "artist's brush"),
    plural="paintbrushes",
    size=(0.18, 0.3),
)
def paintbrush(rng: np.random.Generator) -> Sculpture:
    """Bristles up and wet with paint, a metal ferrule, a wooden grip: a flat one, or an artist's round one."""
    a = Assembly()
    wood = s.pick(rng, (m.PINE, m.OAK, bright(rng, ("red", "blue", "yellow")))).varied(rng, 0.05)
    wet = bright(rng, ("red", "blue", "green", "yellow", "orange"))
    hair = m.ROPE.coloured(s.pick(rng, ("#c8a872", "#3d2f25", "#d8c49a")), "bristles")
    if s.chance(rng, 0.75):
        grip, wide = rng.uniform(0.105, 0.12), rng.uniform(0.052, 0.066)
        outline = s.curve(
            [
                (0, 0),
                (0.0105, 0.003),
                (0.0125, 0.016),
                (0.0085, grip * 0.45),
                (0.012, grip * 0.78),
                (wide * 0.42, grip),
            ],
            26,
        )
        outline = np.concatenate([outline, (outline * (-1, 1))[:0:-1]])
        hole = s.circle(0.0042, 16, centre=(0, 0.016))
        a.add("handle", wood, s.extrude(outline, 0.017, 0.005, [hole]), smooth=50)
        a.add("ferrule", m.STEEL, s.box(wide, 0.034, 0.022, 0.003).translate((0, grip - 0.008, 0)))
        a.add(
            "bands",
            m.DARK_STEEL,
            *[s.box(wide * 1.02, 0.003, 0.0235).translate((0, grip + y, 0)) for y in (0.0, 0.017)],
        )
        base, long = grip + 0.022, rng.uniform(0.05, 0.062)
        tuft = s.hull(
            [
                s.box(wide * 0.94, 0.004, 0.0195).translate((0, base, 0)),
                s.box(wide * 1.04, 0.004, 0.0225).translate((0, base + long * 0.65, 0)),
                s.box(wide * 0.9, 0.004, 0.008).translate((0, base + long, 0)),
            ]
        )
        grooves = s.group(
            [
                s.box(0.0018, 0.2, 0.003).translate((x, base, z))
                for x in np.linspace(-wide * 0.42, wide * 0.42, 9)
                for z in (-0.0115, 0.0115)
            ]
        )
        tuft -= grooves
        line = base + long * 0.42
        a.add("bristles", hair, tuft.trim_by_plane((0, -1, 0), -line))
        a.add("paint", wet, s.warp(tuft.trim_by_plane((0, 1, 0), line - 0.002), lambda p: p * (1.03, 1, 1.06)))
        drips = [
            s.capsule((x * wide, line, 0.0095), (x * wide, line - d, 0.0105), 0.0042, segments=12)
            for x, d in ((-0.3, 0.012), (-0.05, 0.006), (0.22, 0.015))
        ]
        a.add("drips", wet, s.union(drips))
        return a.build({"top": (0, base + long, 0), "hand": (0, grip * 0.5, 0)}).grounded()
    grip = rng.uniform(0.14, 0.155)
    shape = s.profile(
        [(0, 0), (0.0042, 0.001), (0.0062, grip * 0.3), (0.0088, grip * 0.75), (0.0072, grip), (0, grip)], 36
    )
    a.add("handle", wood, s.revolve(shape, 24), smooth=60)
    a.add("ferrule", m.BRASS, s.cylinder(0.032, 0.0078, 0.0092, 24).translate((0, grip - 0.004, 0)))
    base = grip + 0.027
    tuft = s.profile(
        [
            (0, base),
            (0.0088, base),
            (0.0125, base + 0.014),
            (0.0085, base + 0.028),
            (0.0012, base + 0.042),
            (0, base + 0.043),
        ],
        24,
    )
    body = s.revolve(tuft, 24)
    a.add("bristles", hair, body.trim_by_plane((0, -1, 0), -(base + 0.013)), smooth=60)
    a.add("paint", wet, s.warp(body.trim_by_plane((0, 1, 0), base + 0.012), lambda p: p * (1.04, 1, 1.04)), smooth=60)
    return a.build({"top": (0, base + 0.042, 0), "hand": (0, grip * 0.5, 0)}).grounded()


@sculpture("paint roller", kinds=("roller brush", "wall roller"), size=(0.3, 0.52))
def paint_roller(rng: np.random.Generator) -> Sculpture:
    """A fleece roller along X on a bent wire, over an upright grip."""
    a = Assembly()
    r, w, high = rng.uniform(0.026, 0.032), rng.uniform(0.19, 0.23), rng.uniform(0.27, 0.31)
    wet = bright(rng, ("red", "blue", "green", "yellow", "orange"))
    grip = rng.uniform(0.115, 0.13)
    nap = m.WOOL
    y = high
    cloth = s.cylinder(w, r, segments=40, bevel=0.006).rotate((0, 0, -90)).translate((-w / 2, y, 0))
    cover = (
        s.cylinder(w * 0.8, r * 1.045, segments=40, bevel=0.004).rotate((0, 0, -90)).translate((-w / 2 - 0.002, y, 0))
    )
    a.add("fleece", nap, cloth)
    a.add("paint", wet, cover)
    a.add(
        "caps", m.DARK_STEEL, *[s.rod((x * w / 2 - 0.002, y, 0), (x * w / 2 + 0.004, y, 0), r * 0.6) for x in (-1, 1)]
    )
    q = w / 2 + 0.028
    bends = [(w / 2 - 0.02, y, 0), (q, y, 0), (q, y - 0.075, 0), (0, y - 0.105, 0), (0, grip * 0.8, 0)]
    a.add(
        "wire",
        CHROME.shaded(0.85),
        s.union([s.capsule(b0, b1, 0.0062, segments=14) for b0, b1 in zip(bends[:-1], bends[1:], strict=True)]),
    )
    hand = m.BLACK.shaded(1.3) if s.chance(rng, 0.35) else bright(rng, ("red", "blue", "yellow"))
    shape = s.profile(
        [
            (0, 0),
            (0.0145, 0.001),
            (0.0165, 0.012),
            (0.0125, grip * 0.35),
            (0.016, grip * 0.75),
            (0.011, grip * 0.97),
            (0, grip),
        ],
        36,
    )
    a.add("handle", hand, s.revolve(shape, 28), smooth=60)
    return a.build({"top": (0, y + r, 0), "hand": (0, grip * 0.5, 0)}).grounded()


@sculpture(
    "paint can",
    synonyms=("can of paint", "paint tin", "tin of paint", "paint bucket"),
    kinds=("paint pot", "bucket of paint"),
    plural="paint cans",
    size=(0.24, 0.46),
)
def paint_can(rng: np.random.Generator) -> Sculpture:
    """An open tin full of paint that runs down its side, with a bail; a brush lies over it in half of the cases."""
    a = Assembly()
    r, high = rng.uniform(0.082, 0.09), rng.uniform(0.18, 0.2)
    wet = bright(rng, ("red", "blue", "green", "yellow", "orange"))
    a.add("tin", m.STEEL, s.lathe([(0, 0), (r, 0), (r, high)], 0.007, 56))
    a.add(
        "rims",
        m.STEEL.shaded(0.85),
        s.torus(r, 0.0055, 56, 10).translate((0, high - 0.002, 0)),
        s.torus(r, 0.0045, 56, 10).translate((0, 0.005, 0)),
    )
    a.add("label", m.WHITE, s.cylinder(high * 0.62, r * 1.016, segments=56).translate((0, high * 0.12, 0)))
    patch = s.cylinder(high * 0.4, r * 1.03, segments=56).translate((0, high * 0.2, 0)) ^ (
        s.box(r * 1.05, 1, 1).translate((0, 0, 0.5)) + s.box(r * 1.05, 1, 1).translate((0, 0, -0.5))
    )
    a.add("swatch", wet.shaded(0.92, "swatch"), patch)
    a.add("paint", wet, s.cylinder(0.02, r * 0.95, segments=48).translate((0, high - 0.028, 0)))
    drips = []
    for yaw, long, wide in (
        (-34, 0.5, 0.016),
        (-18, 0.24, 0.012),
        (28, 0.62, 0.018),
        (44, 0.3, 0.013),
        (10, 0.16, 0.014),
        (150, 0.4, 0.016),
    ):
        long = long * rng.uniform(0.8, 1.15) * high
        drip = s.capsule((0, high, r * 1.01), (0, high - long, r * 1.02), wide * 0.62, wide * 0.8, 16) + s.capsule(
            (0, high + 0.002, r * 0.9), (0, high + 0.001, r * 1.02), wide * 0.7, segments=14
        )
        drips.append(drip.rotate((0, yaw, 0)))
    drips.append(
        s.tube(
            np.stack(
                [
                    r * np.sin(np.linspace(-0.75, 0.9, 24)),
                    np.full(24, high + 0.002),
                    r * np.cos(np.linspace(-0.75, 0.9, 24)),
                ],
                1,
            ),
            0.0095,
            10,
        )
    )
    a.add("drips", wet, s.union(drips), smooth=60)
    q = r + 0.01
    angle = np.linspace(0, np.pi, 30)
    up = s.chance(rng, 0.6)
    bail = s.tube(np.stack([q * np.cos(angle), q * 1.02 * np.sin(angle), 0 * angle], 1), 0.0046, 10)
    a.add("bail", m.DARK_STEEL, bail.rotate((0 if up else -105, 0, 0)).translate((0, high * 0.8, 0)))
    a.add(
        "ears",
        m.STEEL.shaded(0.75),
        *[s.rod((x * r * 0.98, high * 0.8, 0), (x * (r + 0.014), high * 0.8, 0), 0.0125, segments=20) for x in (-1, 1)],
    )
    top = high * 0.8 + q * 1.02 if up else high + 0.01
    return a.build({"top": (0, top, 0), "inside": (0, high - 0.008, 0)}).grounded()


@sculpture("chainsaw", synonyms=("chain saw",), kinds=("motor saw", "power saw"), size=(0.65, 1.0))
def chainsaw(rng: np.random.Generator) -> Sculpture:
    """A motor with two handles and a bar with a chain to -X."""
    a = Assembly()
    coat = bright(rng, ("orange", "red", "orange", "yellow"))
    dark = m.BLACK.shaded(1.4, "dark plastic")
    bar, w = rng.uniform(0.36, 0.42), rng.uniform(0.085, 0.095)
    y = 0.1
    plate = s.hull(
        [
            s.rod((0.06, y, -0.006), (0.06, y, 0.006), 0.038, segments=32),
            s.rod((-bar, y, -0.006), (-bar, y, 0.006), 0.034, segments=36),
        ]
    )
    a.add("bar", m.STEEL, plate.translate((0, 0, 0.055)))
    angle = np.radians(np.linspace(90, 270, 20))
    loop = np.concatenate(
        [[(0.06, y + 0.04)], np.stack([-bar + 0.038 * np.cos(angle), y + 0.038 * np.sin(angle)], 1), [(0.06, y - 0.04)]]
    )
    path = np.concatenate([loop, np.full((len(loop), 1), 0.055)], 1)
    a.add(
        "chain",
        m.DARK_STEEL.shaded(0.55, "chain"),
        s.union([s.capsule(p, q, 0.0085, segments=8) for p, q in zip(path[:-1], path[1:], strict=True)]),
    )
    teeth = []
    for x in np.arange(-bar + 0.02, 0.0, 0.034):
        teeth += [
            s.box(0.014, 0.012, 0.012).translate((x, y + 0.042, 0.055)),
            s.box(0.014, 0.012, 0.012).translate((x + 0.015, y - 0.054, 0.055)),
        ]
    for t in (140, 180, 220):
        teeth.append(
            s.box(0.013, 0.013, 0.012).translate(
                (-bar + 0.046 * np.cos(np.radians(t)), y + 0.046 * np.sin(np.radians(t)) - 0.006, 0.055)
            )
        )
    a.add("teeth", m.DARK_STEEL.shaded(0.8, "teeth"), s.union(teeth))
    body = s.rounded_box(0.26, 0.15, w * 1.5, 0.03).translate((0.14, 0.03, 0)) + s.rounded_box(
        0.19, 0.08, w * 1.25, 0.03
    ).translate((0.15, 0.14, 0))
    a.add("body", coat, body, smooth=45)
    a.add("cover", dark, s.rounded_box(0.15, 0.11, 0.03, 0.012).translate((0.09, 0.045, 0.068)))
    a.add("vents", dark, *[s.box(0.1, 0.008, 0.01).translate((0.18, 0.155 + 0.018 * k, w * 0.625)) for k in range(3)])
    a.add("starter", dark, s.rod((0.15, 0.105, -w * 0.74), (0.15, 0.105, -w * 0.8), 0.05, segments=32))
    rear = s.curve([(0.22, 0.19, 0), (0.34, 0.185, 0), (0.42, 0.14, 0), (0.4, 0.055, 0), (0.25, 0.035, 0)], 36)
    a.add("rear handle", coat.shaded(0.85, "handle"), s.tube(rear, 0.0185, 14), smooth=60)
    a.add("trigger", dark, s.box(0.03, 0.02, 0.016, 0.004).translate((0.33, 0.148, 0)))
    front = s.curve(
        [
            (0.05, 0.11, -w * 0.8),
            (0.055, 0.24, -w * 0.72),
            (0.06, 0.275, -w * 0.2),
            (0.06, 0.272, w * 0.45),
            (0.055, 0.2, w * 0.72),
        ],
        36,
    )
    a.add("front handle", dark, s.tube(front, 0.0155, 14), smooth=60)
    a.add("guard", dark, s.box(0.014, 0.11, w * 1.5, 0.004).rotate((0, 0, 16)).translate((0.0, 0.175, 0)))
    a.add(
        "spikes",
        m.STEEL,
        s.extrude(
            [(0, 0), (-0.03, 0.012), (-0.005, 0.024), (-0.03, 0.04), (-0.005, 0.05), (-0.03, 0.07), (0.01, 0.075)],
            0.012,
        ).translate((0.012, 0.05, 0.03)),
    )
    return a.build({"top": (0.15, 0.28, 0), "hand": (0.36, 0.17, 0)}).grounded()


@sculpture(
    "jackhammer",
    synonyms=("jack hammer", "pneumatic hammer", "pneumatic drill"),
    kinds=("demolition hammer", "rock drill"),
    size=(1.0, 1.6),
)
def jackhammer(rng: np.random.Generator) -> Sculpture:
    """A cylinder with a crossbar of two grips above and a chisel below, which it stands on."""
    a = Assembly()
    high = rng.uniform(1.05, 1.2)
    coat = bright(rng, ("red", "orange", "yellow", "yellow"))
    dark = m.DARK_STEEL.shaded(0.75)
    bit = rng.uniform(0.34, 0.38)
    a.add(
        "chisel",
        m.STEEL,
        s.hull([s.prism(0.1, 0.032, 6).translate((0, 0.14, 0)), s.box(0.05, 0.004, 0.012)]),
        s.prism(bit, 0.03, 6).translate((0, 0.12, 0)),
    )
    a.add(
        "collar",
        dark,
        s.cylinder(0.05, 0.056, segments=32, bevel=0.01).translate((0, bit - 0.005, 0)),
        s.cylinder(0.16, 0.058, 0.062, 32, 0.01).translate((0, bit + 0.03, 0)),
    )
    spring = s.helix(0.062, 0.11, 4, 80) + (0, bit + 0.05, 0)
    a.add("spring", m.STEEL, s.tube(spring, 0.0125, 8))
    body = bit + 0.17
    top = high - 0.12
    a.add("body", coat, s.cylinder(top - body, 0.082, 0.09, 36, 0.015).translate((0, body, 0)), smooth=45)
    a.add(
        "ribs",
        dark,
        *[
            s.cylinder(0.018, 0.096, segments=36, bevel=0.004).translate((0, body + (top - body) * q, 0))
            for q in (0.12, 0.28, 0.44)
        ],
    )
    a.add("bolts", dark, *[s.rod((x * 0.094, body + 0.02, 0.0), (x * 0.094, top - 0.02, 0), 0.015) for x in (-1, 1)])
    a.add("head", dark, s.rounded_box(0.24, 0.13, 0.19, 0.03).translate((0, top - 0.02, 0)), smooth=45)
    y = top + 0.055
    wide = rng.uniform(0.27, 0.3)
    a.add("crossbar", dark, s.rod((-wide, y, 0), (wide, y, 0), 0.024))
    a.add(
        "grips", m.RUBBER.shaded(0.9), *[s.capsule((x * wide * 0.52, y, 0), (x * wide, y, 0), 0.034) for x in (-1, 1)]
    )
    hose = s.curve(
        [
            (0.08, top + 0.02, -0.06),
            (0.14, top + 0.02, -0.18),
            (0.16, top * 0.55, -0.26),
            (0.2, 0.06, -0.26),
            (0.32, 0.03, -0.12),
            (0.4, 0.03, 0.05),
        ],
        50,
    )
    a.add("hose", m.RUBBER, s.tube(hose, 0.023, 12))
    return a.build({"top": (0, y + 0.06, 0), "hand": (wide * 0.75, y, 0)}).grounded()
