"""What is worn about the neck, the waist and on the feet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.items.clothes import striped
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@sculpture("scarf", size=(0.5, 1.3), synonyms=("muffler", "shawl"))
def scarf(rng: np.random.Generator) -> Sculpture:
    """Wound about a neck that is not there, both ends hanging in front, with fringes."""
    hue, mark = s.pick(
        rng,
        (
            ("#c4302b", "#f4efe2"),
            ("#2f5bb0", "#f2d24a"),
            ("#3a7a4a", "#e8d8b0"),
            ("#8a5a3a", "#e8d2a8"),
            ("#6c3d92", "#d8c0ea"),
        ),
    )
    q = np.linspace(0, 2 * np.pi, 56, endpoint=False)
    rings = []
    for k in range(2):
        r, y = 0.125 + 0.02 * (k == 0), 0.66 + 0.075 * k
        rings.append(
            s.tube(
                np.stack([r * np.sin(q), y + 0.03 * np.cos(q + 2.6 * k) - 0.03 * np.cos(q), r * 0.9 * np.cos(q)], 1),
                np.full((56, 2), (0.058, 0.05)),
                14,
                closed=True,
                up=(0, 1, 0),
            )
        )
    ends, fringe = [], []
    wool = m.WOOL.coloured(hue, "wool")
    for e, low in ((-1, rng.uniform(0.06, 0.12)), (1, rng.uniform(0.16, 0.26))):
        path = s.curve(
            [(-e * 0.03, 0.68, 0.13), (e * 0.035, 0.56, 0.185), (e * 0.085, 0.36, 0.16), (e * 0.095, low, 0.15)], 30
        )
        ends.append(
            s.tube(
                path,
                np.stack([s.interpolate([0.045, 0.066, 0.075, 0.075], 30), np.full(30, 0.02)], 1),
                16,
                up=(1, 0, 0),
            )
        )
        for k in range(6):
            x = e * 0.095 + (k - 2.5) * 0.025
            fringe.append(
                s.capsule((x, low + 0.01, 0.15), (x + 0.004 * (k - 2.5), low - 0.06, 0.152), 0.0105, 0.009, 8)
            )

    def bands(p: Array) -> Mask:
        hang = (p[:, 2] > 0.1) & (p[:, 1] < 0.54)
        ring = np.sin(np.arctan2(p[:, 0], p[:, 2]) * 7) > 0.35
        return np.where(hang, np.sin(p[:, 1] * 2 * np.pi / 0.13) > 0.1, ring)

    paint = striped(hue, mark, bands)
    whole = s.union([*rings, *ends]).refine_to_length(0.02)
    return finished(
        [Part("scarf", whole, wool, 60, paint), Part("fringe", s.group(fringe), m.WOOL.coloured(mark, "fringe"), 60)],
        rng.uniform(0.95, 1.15),
    )


@sculpture("tie", size=(0.4, 0.9), synonyms=("necktie",), kinds=("cravat",))
def tie(rng: np.random.Generator) -> Sculpture:
    """Knotted, with the loop for the collar, its point down."""
    hue, mark = s.pick(
        rng,
        (
            ("#5a2f6a", "#e8c8e0"),
            ("#27408f", "#e8e4da"),
            ("#2f6a4a", "#f0d8a0"),
            ("#b5242f", "#f0d8a0"),
            ("#26262b", "#8a8d96"),
        ),
    )
    long = rng.uniform(0.42, 0.48)
    right = [(0.0, 0.0), (0.055, 0.06), (0.024, long)]
    blade = s.extrude([*right, (-0.024, long), (-0.055, 0.06)], 0.022, 0.006).refine_to_length(0.008)
    behind = s.extrude(
        [(0.0, 0.1), (0.03, 0.135), (0.018, long), (-0.018, long), (-0.03, 0.135)], 0.016, 0.004
    ).translate((0.012, 0, -0.02))
    knot = s.hull(
        [
            s.box(0.05, 0.01, 0.036, 0.004).translate((0, long - 0.005, 0)),
            s.box(0.08, 0.01, 0.045, 0.004).translate((0, long + 0.055, 0)),
        ]
    )
    q = np.linspace(-0.4, 2 * np.pi + 0.4, 48)
    loop = np.stack([0.068 * np.sin(q), long + 0.058 + 0.03 * (1 - np.cos(q)), -0.068 + 0.072 * np.cos(q)], 1)[4:-4]
    collar = s.tube(loop, np.full((40, 2), (0.022, 0.009)), 10, up=(0, 1, 0))
    style = s.pick(rng, ("stripes", "stripes", "dots", "plain"))

    def marks(p: Array) -> Mask:
        if style == "stripes":
            return np.sin((p[:, 1] + 0.8 * p[:, 0]) * 2 * np.pi / 0.062) > 0.45
        if style == "dots":
            u, v = (p[:, 0] / 0.026 + 0.5 * (np.floor(p[:, 1] / 0.024) % 2)) % 1 - 0.5, (p[:, 1] / 0.024) % 1 - 0.5
            return np.hypot(u, v) < 0.25
        return p[:, 1] < -1

    silk = m.CLOTH.coloured(hue, "silk")
    paint = striped(hue, mark, marks)
    parts = [
        Part("tie", blade, silk, 40, paint),
        Part("knot", knot.refine_to_length(0.012), silk.shaded(0.92, "knot"), 40, paint),
        Part("tail", behind, silk.shaded(0.75, "tail"), 40),
        Part("collar", collar, silk.shaded(0.85, "collar"), 50),
    ]
    return finished(parts, rng.uniform(0.98, 1.1))


@sculpture("bow tie", size=(0.1, 0.25), synonyms=("bowtie",))
def bow_tie(rng: np.random.Generator) -> Sculpture:
    """Two fans and a knot."""
    hue, mark = s.pick(
        rng, (("#26262b", "#55585e"), ("#c4202b", "#f6f2ea"), ("#27408f", "#f6f2ea"), ("#6c3d92", "#f2d24a"))
    )
    wide, high = rng.uniform(0.065, 0.072), rng.uniform(0.033, 0.038)
    outline = s.curve(
        [
            (0.0, -0.011),
            (wide * 0.5, -high * 0.7),
            (wide * 0.96, -high),
            (wide * 0.93, 0.0),
            (wide * 0.96, high),
            (wide * 0.5, high * 0.7),
            (0.0, 0.011),
        ],
        48,
    )
    fan = s.extrude(outline, 0.02, 0.006).refine_to_length(0.0035)

    def folded(p: Array) -> Array:
        ridge = (
            0.006 * np.cos(p[:, 1] / np.maximum(0.2 + p[:, 0] / wide, 0.2) * 260) * np.clip(1 - p[:, 0] / wide, 0, 1)
        )
        return np.stack([p[:, 0], p[:, 1], p[:, 2] * (0.7 + 0.7 * p[:, 0] / wide) + ridge], 1)

    dotted = s.chance(rng, 0.55)

    def marks(p: Array) -> Mask:
        u, v = (
            (np.abs(p[:, 0]) / 0.019) % 1 - 0.5,
            (p[:, 1] / 0.019 + 0.5 * (np.floor(np.abs(p[:, 0]) / 0.019) % 2)) % 1 - 0.5,
        )
        return (np.hypot(u, v) < 0.24) if dotted else (np.abs(p[:, 0]) > wide * 1.5)

    silk = m.CLOTH.coloured(hue, "silk")
    back = s.mirrored(s.warp(fan, folded)).scale((0.92, 0.85, 1)).translate((0, 0, -0.012))
    knot = s.rounded_box(0.024, 0.03, 0.034, 0.009).translate((0, -0.015, 0))
    parts = [
        Part("fans", s.mirrored(s.warp(fan, folded)), silk, 50, striped(hue, mark, marks)),
        Part("back", back, silk.shaded(0.8, "back"), 50),
        Part("knot", knot, silk.shaded(0.85, "knot"), 60),
    ]
    return finished(parts, rng.uniform(0.95, 1.15))


@sculpture("belt", size=(0.2, 0.5), kinds=("waist belt", "leather belt"), material="leather")
def belt(rng: np.random.Generator) -> Sculpture:
    """Buckled into a ring, its buckle to the front."""
    hide = m.LEATHER.coloured(s.pick(rng, ("#7a4a2a", "#2c2523", "#9a5f30", "#8f2a2a")), "leather").varied(rng, 0.05)
    r, high = rng.uniform(0.125, 0.14), rng.uniform(0.042, 0.05)
    flat = 0.86
    ring = s.cylinder(high, r, segments=96, bevel=0.003) - s.cylinder(1, r - 0.0085, segments=80).translate(
        (0, -0.4, 0)
    )
    tongue = (
        s.cylinder(high * 0.94, r + 0.0085, segments=96, bevel=0.003)
        - s.cylinder(1, r - 0.002, segments=80).translate((0, -0.4, 0))
    ).translate((0, high * 0.03, 0))
    sector = s.extrude(np.concatenate([[(0.0, 0.0)], s.arc(1.0, 8, 90, 12)]), 1.0).rotate((90, 0, 0))
    tongue = tongue ^ sector.translate((0, high / 2, 0))
    metal = m.BRASS if s.chance(rng, 0.5) else m.STEEL
    z = r + 0.012
    frame = s.extrude(
        s.rectangle(high * 1.25, high * 1.3, radius=0.01),
        0.013,
        0.003,
        [s.rectangle(high * 0.8, high * 0.85, radius=0.006)],
    ).translate((0, high / 2, z))
    pin = s.rod((-high * 0.55, high / 2, z + 0.005), (high * 0.6, high / 2, z + 0.007), 0.004, segments=12)
    keeper = s.box(0.016, high * 1.12, 0.024, 0.003).rotate((0, 22, 0)).translate((r * 0.42, -high * 0.06, r * 0.935))
    holes = []
    for q in (30, 38, 46, 54):
        t = np.radians(q)
        holes.append(s.sphere(0.005, 12).translate(((r + 0.006) * np.sin(t), high / 2, (r + 0.006) * np.cos(t))))
    stitches = s.group([s.torus(r + 0.0005, 0.002, 96, 6).translate((0, y, 0)) for y in (high * 0.12, high * 0.88)])
    squash = lambda x: x.scale((1, 1, flat)).translate((0, 0, 0))  # noqa: E731
    near = lambda x: x.translate((0, 0, -r * (1 - flat)))  # noqa: E731
    parts = [
        Part("strap", squash(ring), hide, 40),
        Part("tongue", squash(tongue), hide.shaded(0.9, "tongue"), 40),
        Part("stitches", squash(stitches), hide.shaded(1.5, "stitches"), 60),
        Part("holes", squash(s.group(holes)), m.BLACK, 60),
        Part("keeper", near(keeper), hide.shaded(0.75, "keeper")),
        Part("buckle", near(s.group([frame, pin])), metal, 40),
    ]
    return finished(parts, rng.uniform(0.95, 1.1))


SOLE = [
    (0.0, -0.5),
    (0.13, -0.47),
    (0.165, -0.34),
    (0.13, -0.1),
    (0.15, 0.1),
    (0.2, 0.28),
    (0.16, 0.44),
    (0.03, 0.5),
    (-0.1, 0.45),
    (-0.17, 0.3),
    (-0.15, 0.1),
    (-0.11, -0.1),
    (-0.14, -0.34),
    (-0.11, -0.47),
]


def _sole(thick: float, grow: float = 0.0) -> s.Solid:
    """The right foot's sole on the ground, one unit long, its toes to +Z."""
    points = s.curve(np.asarray(SOLE), 64, closed=True) * (1 + grow)
    return (
        s.extrude(points[:, :] * (1, -1), thick, thick * 0.25)
        .rotate((90, 0, 0))
        .translate((0, thick / 2, 0))
        .scale((1, 1, 1))
    )


def _strap(x0: float, x1: float, z0: float, z1: float, high: float, wide: float, low: float) -> s.Solid:
    """A band over the foot from (x0, z0) to (x1, z1)."""
    t = np.linspace(0, np.pi, 20)
    share = (1 - np.cos(t)) / 2
    path = np.stack([x0 + (x1 - x0) * share, low + (high - low) * np.sin(t) ** 0.8, z0 + (z1 - z0) * share], 1)
    return s.tube(path, np.full((20, 2), (wide, 0.02)), 12, up=(0, 0, 1))


@sculpture("sandal", size=(0.2, 0.45), synonyms=("sandals",))
def sandal(rng: np.random.Generator) -> Sculpture:
    """One: a sole with straps over the toes, the instep and about the heel."""
    hide = m.LEATHER.coloured(s.pick(rng, ("#8a5430", "#5a3a26", "#b5773f", "#2c2624")), "straps").varied(rng, 0.05)
    thick = rng.uniform(0.075, 0.1)
    bed = _sole(0.05).translate((0, thick, 0))
    base = _sole(thick + 0.01, 0.03)
    top = thick + 0.03
    straps = [_strap(-0.16, 0.19, 0.24, 0.3, 0.25, 0.055, top), _strap(-0.13, 0.15, 0.02, 0.06, 0.34, 0.05, top)]
    straps.append(
        s.tube(
            s.curve(
                [
                    (-0.125, top, -0.12),
                    (-0.13, 0.36, -0.24),
                    (0.0, 0.42, -0.46),
                    (0.14, 0.36, -0.24),
                    (0.13, top, -0.12),
                ],
                32,
            ),
            np.full((32, 2), (0.045, 0.02)),
            12,
            up=(0, 1, 0),
        )
    )
    straps.append(
        s.tube(
            s.curve([(-0.12, 0.37, -0.27), (-0.06, 0.44, -0.1), (0.06, 0.44, -0.1), (0.12, 0.37, -0.27)], 24),
            np.full((24, 2), (0.035, 0.02)),
            12,
            up=(0, 1, 0),
        )
    )
    straps.append(
        s.tube(
            [(0.0, 0.24, 0.25), (0.0, 0.33, 0.06), (0.0, 0.42, -0.09)], np.full((3, 2), (0.04, 0.018)), 10, up=(1, 0, 0)
        )
    )
    buckles = s.group(
        [
            s.box(0.06, 0.08, 0.03, 0.008).rotate((0, 90, 0)).translate((0.152, y, z))
            for y, z in ((0.2, 0.05), (0.31, -0.22))
        ]
    )
    parts = [
        Part("sole", base, m.RUBBER.coloured("#3a2c22", "sole"), 40),
        Part("bed", bed, m.LEATHER.coloured("#c49a66", "bed"), 40),
        Part("straps", s.union(straps), hide, 50),
        Part("buckles", buckles, m.BRASS),
    ]
    return finished(parts, rng.uniform(0.25, 0.29), {"inside": (0, 0.2, -0.1)})


@sculpture("flip flops", size=(0.2, 0.5), synonyms=("flip flop", "thongs"), plural="flip flops")
def flip_flops(rng: np.random.Generator) -> Sculpture:
    """A pair, side by side."""
    hue, band = s.pick(
        rng,
        (
            ("#2fa0c4", "#f4f2ec"),
            ("#e8452f", "#26262b"),
            ("#f2c02e", "#2f7ac4"),
            ("#e87aa6", "#f4f2ec"),
            ("#3aa05a", "#26262b"),
        ),
    )
    foam = m.RUBBER.coloured(hue, "sole")
    thick = 0.07
    straps = []
    for e in (-1, 1):
        straps.append(
            s.tube(
                s.curve(
                    [
                        (0.03 - 0.0 * e, 0.09, 0.27),
                        (0.02 + e * 0.06, 0.17, 0.17),
                        (0.01 + e * 0.13, 0.13, 0.0),
                        (e * 0.125, 0.055, -0.06),
                    ],
                    22,
                ),
                np.full((22, 2), (0.028, 0.033)),
                12,
                up=(0, 1, 0),
            )
        )
    straps.append(s.capsule((0.03, 0.06, 0.29), (0.03, 0.11, 0.26), 0.03))
    bed, edge = _sole(0.03).scale((0.94, 1, 0.96)).translate((0, thick - 0.012, 0)), _sole(thick)
    turn = float(rng.uniform(2, 8))
    place = lambda x: x.rotate((0, turn, 0)).translate((0.2, 0, 0))  # noqa: E731
    parts = [
        Part("soles", s.mirrored(place(edge)), foam, 40),
        Part("beds", s.mirrored(place(bed)), foam.shaded(0.78, "beds"), 40),
        Part("straps", s.mirrored(place(s.union(straps))), m.RUBBER.coloured(band, "straps"), 60),
    ]
    return finished(parts, rng.uniform(0.25, 0.28))


@sculpture(
    "rain boots",
    size=(0.4, 0.8),
    synonyms=("rain boot", "wellington boots", "wellingtons", "rubber boots", "gumboots"),
    plural="rain boots",
    material="rubber",
)
def rain_boots(rng: np.random.Generator) -> Sculpture:
    """A pair of rubber boots, glossy, with dark soles and a rim."""
    hue = s.pick(rng, ("#c4302b", "#2f5bb0", "#f2c41e", "#3f8a45", "#e87aa6"))
    tall = rng.uniform(1.0, 1.2)
    boot = f.capsule((0, 0.16, -0.22), (0, tall, -0.24), 0.165, 0.2).blend(
        f.ellipsoid((0.0, 0.15, 0.2), (0.165, 0.135, 0.27)), 0.16
    )
    boot = boot.blend(f.ellipsoid((0, 0.12, -0.24), (0.16, 0.12, 0.2)), 0.08)
    boot = boot.cut(f.box((0, tall + 0.3, -0.2), (1, 0.3, 1))).cut(
        f.capsule((0, 0.34, -0.222), (0, tall + 0.3, -0.242), 0.118, 0.166)
    )
    boot = boot.cut(f.box((0, -0.2, 0), (1, 0.23, 1)))
    rubber = m.Material("rubber", m.srgb(hue), 0.2, word="rubber")
    rim = s.torus(0.192, 0.032, 48, 12).scale((1, 1.3, 1)).translate((0, tall - 0.01, -0.24))
    sole = _sole(0.075, 0.1).scale((0.98, 1, 0.98))
    heel = s.rounded_box(0.3, 0.06, 0.3, 0.03).translate((0, 0.0, -0.32))
    turn = float(rng.uniform(3, 9))
    place = lambda x: x.rotate((0, turn, 0)).translate((0.24, 0, 0))  # noqa: E731
    parts = [
        Part("boots", s.mirrored(place(boot.solid(62))), rubber, 180),
        Part("rims", s.mirrored(place(rim)), rubber.shaded(0.78, "rims"), 60),
        Part("soles", s.mirrored(place(sole + heel)), m.RUBBER.coloured("#3a3026", "soles"), 40),
    ]
    return finished(parts, rng.uniform(0.27, 0.3), {"inside": (0.24, tall, -0.24)})
