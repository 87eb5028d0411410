"""What has strings: harps, lyres, lutes and the cello; their strings and necks are thicker than life, to be seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.items.music import figure_eight
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, at, sculpture

Array = NDArray[np.float64]
GUT = m.WHITE.coloured("#ece6d4", "strings")


@sculpture("harp", size=(1.2, 2.4), kinds=("concert harp", "celtic harp"))
def harp(rng: np.random.Generator) -> Sculpture:
    """A column, a curved neck, a slanted sound box, strings between them, in the XY plane."""
    a = Assembly()
    gilt = s.pick(rng, (m.GOLD, m.GOLD, m.WALNUT, m.MAHOGANY)).varied(rng, 0.05)
    concert = s.chance(rng, 0.7)
    high, wide = rng.uniform(1.6, 1.75), rng.uniform(0.36, 0.42)
    neck = s.curve(
        [
            (-wide, high - 0.04),
            (-wide * 0.72, high - 0.08),
            (0.0, high * 0.8),
            (wide * 0.6, high * 0.83),
            (wide, high * 0.76),
        ],
        40,
    )
    path = np.concatenate([neck, np.zeros((40, 1))], 1)
    a.add(
        "neck",
        gilt,
        s.tube(path, np.stack([s.interpolate([0.05, 0.06, 0.07, 0.06], 40), np.full(40, 0.034)], 1), 14, up=(0, 1, 0)),
        smooth=50,
    )
    low, top = np.array([-wide * 0.62, 0.1, 0.0]), np.array([wide, high * 0.76, 0.0])
    rings = []
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    along = (top - low) / np.linalg.norm(top - low)
    out = np.array([along[1], -along[0], 0.0])
    for share in np.linspace(0, 1, 8):
        width, deep = 0.17 - 0.1 * share, 0.17 - 0.09 * share
        bulge = np.clip(np.cos(turn), -0.15, 1)
        middle = low + (top - low) * share
        rings.append(middle + bulge[:, None] * deep * out + np.sin(turn)[:, None] * width * np.array([0, 0, 1.0]))
    a.add("sound box", gilt.shaded(0.85, "sound box"), s.loft(np.array(rings)), smooth=60)
    a.add(
        "base", gilt.shaded(0.9, "base"), s.rounded_box(wide * 1.15, 0.13, 0.36, 0.04).translate((-wide * 0.55, 0, 0))
    )
    if concert:
        ring = [s.torus(0.052, 0.014, 32, 10).translate((-wide, y, 0)) for y in (0.2, high * 0.84, high * 0.9)]
        crown = s.revolve(
            s.profile(
                [(0, high - 0.1), (0.045, high - 0.1), (0.085, high + 0.05), (0.06, high + 0.08), (0, high + 0.09)], 24
            ),
            24,
        )
        a.add(
            "column",
            gilt,
            s.cylinder(high - 0.12, 0.048, 0.04, 28).translate((-wide, 0.06, 0)),
            *ring,
            crown.translate((-wide, 0, 0)),
        )
    else:
        bow = s.curve([(-wide * 0.75, 0.08, 0), (-wide * 1.25, high * 0.5, 0), (-wide, high - 0.04, 0)], 24)
        a.add("column", gilt, s.tube(bow, s.interpolate([0.055, 0.045, 0.045], 24), 14), smooth=60)
    count = int(rng.integers(11, 14))
    for x in np.linspace(-wide * 0.72, wide * 0.76, count):
        y1 = float(np.interp(x, neck[:, 0], neck[:, 1]))
        y0 = float(low[1] + (top[1] - low[1]) * (x - low[0]) / (top[0] - low[0])) if x > low[0] else 0.1
        if y1 - y0 > 0.12:
            a.add("strings", GUT, s.rod((x, y0 - 0.02, 0), (x, y1, 0), 0.0085, segments=8))
    return a.build({"top": (-wide, high, 0)}).grounded()


def _bowed_outline(length: float) -> Array:
    """Half of a violin's outline and its image, on y = 0."""
    right = s.curve([(0, 0), (0.07, 0.012), (0.104, 0.075), (0.094, 0.125)], 16)
    waist = s.curve([(0.1, 0.135), (0.066, 0.165), (0.056, 0.2), (0.072, 0.232)], 12)
    upper = s.curve([(0.078, 0.244), (0.084, 0.285), (0.068, 0.335), (0.025, 0.354), (0, 0.356)], 16)
    half = np.concatenate([right, waist, upper]) * length / 0.356
    outline = np.concatenate([half, half[::-1][1:-1] * (-1, 1)])
    return outline if s.signed_area(outline) > 0 else outline[::-1]


@sculpture(
    "cello",
    size=(1.0, 1.7),
    synonyms=("violoncello",),
    kinds=("double bass", "contrabass"),
    material="wooden",
    tint=False,
)
def cello(rng: np.random.Generator) -> Sculpture:
    """Upright on its spike, its strings to the front, the bow beside it."""
    a = Assembly()
    wood = m.MAHOGANY.coloured(s.pick(rng, ("#a8521f", "#8f3f1a", "#b8692c")), "varnished maple").varied(rng, 0.05)
    length, deep, foot = 0.76, rng.uniform(0.13, 0.15), 0.16
    outline = _bowed_outline(length) * (1.04, 1)
    plate = s.extrude(outline, 0.012).refine_to_length(0.03)

    def arched(p: Array, sign: float) -> Array:
        x = p[:, 0] / np.interp(p[:, 1] / length, (0, 0.22, 0.53, 0.79, 1), (0.13, 0.23, 0.125, 0.185, 0.06))
        y = 2 * p[:, 1] / length - 1
        rise = 0.03 * np.clip(1 - x**2, 0, 1) * np.clip(1 - y**4, 0, 1)
        return p + np.stack([0 * rise, 0 * rise, sign * rise], 1)

    front = s.warp(plate, lambda p: arched(p, 1)).translate((0, foot, deep / 2))
    back = s.warp(plate, lambda p: arched(p, -1)).translate((0, foot, -deep / 2))
    a.add("ribs", wood.shaded(0.8, "ribs"), s.extrude(s.inset(outline, 0.008), deep).translate((0, foot, 0)))
    a.add("plates", wood, front, back)
    hole = s.curve(
        [(0.06, 0.46), (0.052, 0.485), (0.07, 0.49), (0.077, 0.43), (0.085, 0.36), (0.105, 0.335), (0.11, 0.36)], 24
    )
    shape = s.tube(
        np.concatenate([hole, np.full((24, 1), deep / 2 + 0.02)], 1), np.array([[0.03, 0.008]] * 24), 8, up=(0, 0, 1)
    )
    a.add("f-holes", m.BLACK, s.mirrored(shape).translate((0, foot, 0)) ^ front.translate((0, 0, 0.002)))
    y1, z = foot + length + 0.27, deep / 2
    a.add("neck", wood, s.beam((0, foot + length - 0.03, z), (0, y1, z + 0.02), 0.05, 0.05, 0.012, (0, 0, 1)))
    a.add("heel", wood, s.box(0.06, 0.06, deep, 0.01).translate((0, foot + length - 0.03, 0)))
    board = s.extrude([(-0.042, foot + 0.49), (0.042, foot + 0.49), (0.026, y1), (-0.026, y1)], 0.022, 0.005)
    a.add("fingerboard", m.EBONY, board.rotate((-1.5, 0, 0)).translate((0, 0, z + 0.075)))
    a.add("peg box", wood, s.beam((0, y1 - 0.01, z + 0.02), (0, y1 + 0.12, z - 0.02), 0.05, 0.05, 0.01, (0, 0, 1)))
    scroll = s.cylinder(0.06, 0.036, segments=28, bevel=0.006).rotate((0, 0, 90)).translate((0.03, y1 + 0.14, z - 0.02))
    a.add("scroll", wood, scroll)
    for k in range(4):
        y, e = y1 + 0.025 + 0.025 * k, (1 if k % 2 else -1)
        a.add("pegs", m.EBONY, s.rod((-e * 0.03, y, z), (e * 0.09, y, z), 0.008, 0.013, 12))
    a.add("bridge", m.BIRCH, s.box(0.1, 0.014, 0.085, 0.004).translate((0, foot + 0.4, z + 0.055)))
    tail = s.extrude([(-0.022, 0.05), (0.022, 0.05), (0.042, 0.26), (-0.042, 0.26)], 0.018, 0.005).rotate((6, 0, 0))
    a.add("tailpiece", m.EBONY, tail.translate((0, foot, z + 0.045)))
    a.add("spike", m.STEEL, s.rod((0, foot + 0.03, 0), (0, 0, 0.03), 0.014, 0.009))
    for k in range(4):
        x = 0.02 * (k - 1.5)
        bridge = (x, foot + 0.4, z + 0.1)
        a.add(
            "strings",
            m.SILVER,
            s.rod((x, foot + 0.24, z + 0.045), bridge, 0.0042, segments=6),
            s.rod(bridge, (x * 0.6, y1, z + 0.05), 0.0042, segments=6),
        )
    if s.chance(rng, 0.65):
        bow = s.union(
            [
                s.rod((0.34, 0.1, 0.02), (0.3, 0.86, 0.02), 0.013, 0.009),
                s.box(0.02, 0.07, 0.05).translate((0.34, 0.12, 0.04)),
            ]
        )
        a.add("bow", m.MAHOGANY, bow)
        a.add("bow hair", m.WHITE, s.beam((0.34, 0.12, 0.055), (0.3, 0.85, 0.04), 0.014, 0.01, 0, (0, 0, 1)))
    return a.build({"top": (0, y1 + 0.17, 0), "hand": (0, y1 - 0.1, z)}).grounded()


def _plucked(
    a: Assembly,
    outline: Array,
    deep: float,
    woods: tuple[m.Material, m.Material],
    hole: tuple[float, float],
    neck: tuple[float, float, float],
    strings: int,
    bowl: bool,
) -> float:
    """Body with a hole (y, radius), neck (its end's y, widths at the body and the nut), strings; returns the front's z.

    `bowl`: a round back instead of sides.
    """
    top_wood, dark_wood = woods
    length = float(outline[:, 1].max())
    outline = outline if s.signed_area(outline) > 0 else outline[::-1]
    z = 0.0
    if bowl:
        half = np.abs(outline[:, 0]).max()
        rows = []
        for share in np.linspace(0, 1, 9):
            shrink = np.sqrt(max(1 - share**2, 0.0)) if share < 1 else 0.02
            ring = (outline - (0, length * 0.42)) * shrink + (0, length * 0.42)
            rows.append(np.concatenate([ring, np.full((len(ring), 1), -deep * share)], 1))
        a.add("back", dark_wood, s.loft(np.array(rows)), smooth=60)
        ribs = [
            s.tube(
                np.stack(
                    [
                        half * q * np.sin(t := np.linspace(0.2, 2.9, 20)),
                        length * 0.42 + length * 0.5 * np.cos(t),
                        -deep * np.sin(t) * np.sqrt(1 - q * q) * 1.0,
                    ],
                    1,
                ),
                0.004,
                6,
            )
            for q in (-0.5, 0.0, 0.5)
        ]
        a.add("ribs", top_wood, *ribs)
    else:
        z = deep / 2
        a.add("sides", dark_wood, s.extrude(outline, deep))
    a.add("top", top_wood, s.extrude(s.inset(outline, 0.002), 0.008).translate((0, 0, z + 0.002)))
    y, r = hole
    a.add("sound hole", m.BLACK, s.cylinder(0.006, r, segments=36).rotate((90, 0, 0)).translate((0, y, z + 0.004)))
    a.add(
        "rosette",
        dark_wood.shaded(0.6, "rosette"),
        s.torus(r + 0.004, 0.005, 40, 8).rotate((90, 0, 0)).translate((0, y, z + 0.005)),
    )
    y1, w0, w1 = neck
    a.add(
        "neck",
        dark_wood,
        s.hull(
            [
                s.box(w0, 0.02, 0.03).translate((0, length - 0.04, z - 0.012)),
                s.box(w1, 0.02, 0.024).translate((0, y1 - 0.02, z - 0.006)),
            ]
        ),
    )
    board = s.extrude([(-w0 / 2, y + r * 1.1), (w0 / 2, y + r * 1.1), (w1 / 2, y1), (-w1 / 2, y1)], 0.01)
    a.add("fingerboard", m.EBONY, board.translate((0, 0, z + 0.01)))
    span = y1 - length * 0.2
    frets = [y1 - span * (1 - 2 ** (-k / 12)) for k in range(1, 13)]
    a.add(
        "frets",
        m.SILVER,
        s.group([s.box(w1 * 1.05, 0.004, 0.006).translate((0, q, z + 0.013)) for q in frets if q > y + r * 1.3]),
    )
    a.add("bridge", m.EBONY, s.box(w0 * 1.9, 0.016, 0.016, 0.004).translate((0, length * 0.19, z + 0.01)))
    for k in range(strings):
        x = (k - (strings - 1) / 2) / max(strings - 1, 1)
        a.add(
            "strings",
            GUT,
            s.rod((x * w0 * 0.8, length * 0.2, z + 0.02), (x * w1 * 0.75, y1, z + 0.02), 0.0022, segments=6),
        )
    return z


@sculpture("ukulele", size=(0.4, 0.8), synonyms=("uke",))
def ukulele(rng: np.random.Generator) -> Sculpture:
    """A small guitar of four strings, upright."""
    a = Assembly()
    koa = m.OAK.coloured(s.pick(rng, ("#b5713a", "#c98a4a", "#a05a2c")), "koa").varied(rng, 0.05)
    length, r = rng.uniform(0.24, 0.26), 0.03
    y1 = length + rng.uniform(0.18, 0.2)
    outline = figure_eight(length, 0.094, 0.064, 0.074)
    z = _plucked(a, outline, 0.066, (koa, koa.shaded(0.75, "sides")), (length * 0.64, r), (y1, 0.042, 0.036), 4, False)
    head = s.extrude(
        [
            (-0.02, 0),
            (0.02, 0),
            (0.032, 0.03),
            (0.03, 0.085),
            (0.012, 0.095),
            (-0.012, 0.095),
            (-0.03, 0.085),
            (-0.032, 0.03),
        ],
        0.018,
        0.004,
    )
    a.add("head", koa.shaded(0.7, "head"), head.translate((0, y1 - 0.003, z)))
    pegs = [s.capsule((0.02, y1 + y, z), (0.05, y1 + y, z), 0.006, 0.009, 12) for y in (0.035, 0.07)]
    a.add("pegs", m.IVORY, s.mirrored(s.group(pegs)))
    return a.build({"top": (0, y1 + 0.09, 0), "hand": (0, y1 - 0.05, z)}).grounded()


@sculpture("mandolin", size=(0.5, 0.9), synonyms=("mandoline",))
def mandolin(rng: np.random.Generator) -> Sculpture:
    """A drop-shaped body, four pairs of strings, upright."""
    a = Assembly()
    top, dark = (
        m.PINE.coloured(s.pick(rng, ("#dcae66", "#c98f4a")), "spruce").varied(rng, 0.05),
        s.pick(rng, (m.WALNUT, m.MAHOGANY)).varied(rng, 0.05),
    )
    length = rng.uniform(0.31, 0.34)
    right = s.curve([(0, 0), (0.07, 0.008), (0.115, 0.1), (0.09, 0.2), (0.035, length * 0.92), (0.015, length)], 30)
    outline = np.concatenate([right, right[::-1] * (-1, 1)])[:-1]
    y1 = length + 0.18
    z = _plucked(a, outline, 0.1, (top, dark), (length * 0.56, 0.034), (y1, 0.04, 0.034), 4, True)
    guard = s.extrude(s.circle(0.035, 24, 0.05), 0.008).translate((0.052, length * 0.42, z + 0.004))
    a.add("guard", m.EBONY.coloured("#4a1f16", "guard"), guard)
    head = s.extrude(
        [
            (-0.018, 0),
            (0.018, 0),
            (0.036, 0.03),
            (0.03, 0.1),
            (0.016, 0.13),
            (-0.016, 0.13),
            (-0.03, 0.1),
            (-0.036, 0.03),
        ],
        0.02,
        0.004,
    )
    a.add("head", dark, head.rotate((-8, 0, 0)).translate((0, y1 - 0.004, z)))
    pegs = [
        s.capsule((0.026, y1 + y, z - 0.006), (0.055, y1 + y, z - 0.006), 0.005, 0.008, 12) for y in (0.03, 0.06, 0.09)
    ]
    a.add("pegs", m.IVORY, s.mirrored(s.group(pegs)))
    return a.build({"top": (0, y1 + 0.12, 0), "hand": (0, y1 - 0.05, z)}).grounded()


@sculpture("lute", size=(0.6, 1.0), kinds=("oud",))
def lute(rng: np.random.Generator) -> Sculpture:
    """A great pear of a bowl, its pegs bent back."""
    a = Assembly()
    top, dark = (
        m.PINE.coloured("#dcae66", "spruce").varied(rng, 0.05),
        s.pick(rng, (m.WALNUT, m.MAHOGANY, m.OAK)).varied(rng, 0.05),
    )
    length, wide = rng.uniform(0.46, 0.5), rng.uniform(0.165, 0.18)
    right = s.curve(
        [
            (0, 0),
            (wide * 0.6, 0.012),
            (wide, length * 0.3),
            (wide * 0.72, length * 0.66),
            (0.04, length * 0.97),
            (0.03, length),
        ],
        32,
    )
    outline = np.concatenate([right, right[::-1] * (-1, 1)])[:-1]
    y1 = length + 0.2
    z = _plucked(a, outline, 0.16, (top, dark), (length * 0.56, 0.05), (y1, 0.066, 0.056), 6, True)
    box = s.beam((0, y1 - 0.01, z), (0, y1 - 0.02 + 0.03, z - 0.2), 0.055, 0.034, 0.008)
    a.add("head", dark.shaded(0.8, "head"), box)
    pegs = [
        s.rod(
            (0.02, y1 + 0.004 * k, z - 0.04 - 0.035 * k), (0.07, y1 + 0.004 * k, z - 0.04 - 0.035 * k), 0.006, 0.01, 10
        )
        for k in range(5)
    ]
    a.add("pegs", m.EBONY, s.mirrored(s.group(pegs)))
    return a.build({"top": (0, y1, 0), "hand": (0, y1 - 0.06, z)}).grounded()


@sculpture("lyre", size=(0.4, 0.9))
def lyre(rng: np.random.Generator) -> Sculpture:
    """Two bent arms on a sound box, a bar, strings."""
    a = Assembly()
    stuff = s.pick(rng, (m.GOLD, m.GOLD, m.WALNUT, m.BRASS)).varied(rng, 0.05)
    wide, high = rng.uniform(0.15, 0.175), rng.uniform(0.52, 0.58)
    body = f.ellipsoid((0, 0.13, 0), (wide * 0.98, 0.12, 0.055)).cut(f.box((0, 0.29, 0), (wide * 0.5, 0.08, 0.2)), 0.03)
    a.add("sound box", stuff, body.solid(64), smooth=180)
    a.add(
        "front",
        m.PINE.coloured("#d9a860", "spruce") if stuff.word == "golden" else m.BRASS,
        s.ellipsoid(wide * 0.62, 0.075, 0.014, 32).translate((0, 0.115, 0.052)),
    )
    a.add("foot", stuff.shaded(0.85, "foot"), s.rounded_box(wide * 1.1, 0.04, 0.12, 0.015).translate((0, -0.012, 0)))
    arm = s.curve(
        [
            (wide * 0.7, 0.16, 0),
            (wide * 1.08, 0.27, 0),
            (wide * 0.78, 0.4, 0),
            (wide * 0.82, high * 0.9, 0),
            (wide * 1.18, high, 0),
        ],
        36,
    )
    a.add("arms", stuff, s.mirrored(s.tube(arm, s.interpolate([0.034, 0.028, 0.024, 0.02, 0.022], 36), 14)), smooth=60)
    a.add("curls", stuff, s.mirrored(s.sphere(0.028, 20).translate(at(arm[-1]))))
    y = high * 0.84
    a.add(
        "bar",
        stuff.shaded(0.9, "bar"),
        s.rod((-wide, y, 0), (wide, y, 0), 0.017),
        s.mirrored(s.sphere(0.026, 18).translate((wide, y, 0))),
    )
    count = int(rng.integers(5, 8))
    for x in np.linspace(-wide * 0.48, wide * 0.48, count):
        a.add("strings", GUT, s.rod((x * 0.75, 0.09, 0.066), (x, y, 0.012), 0.0055, segments=8))
    a.add("bridge", m.EBONY, s.box(wide * 0.9, 0.016, 0.02, 0.004).translate((0, 0.085, 0.06)))
    return a.build({"top": (0, high, 0)}).grounded()
