"""More vegetables and fruit; what has an inside worth seeing is shown with a half beside it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix, noise, painted
from bozzetto.foundry.sculpt.food.fruit import peel, round_fruit, spotted, stalk, top_tinted
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import leaf

Array = NDArray[np.float64]


def tops(
    rng: np.random.Generator, y: float, count: int, high: float, wide: float, lean: float
) -> tuple[s.Solid, s.Solid]:
    """Stalks and broad leaves of a root, from its crown at height y."""
    stems, blades = [], []
    for k in range(count):
        turn = 360 * k / count + float(rng.uniform(-18, 18))
        q = np.radians(turn)
        tip = lean * rng.uniform(0.5, 1.1)
        top = y + high * rng.uniform(0.4, 0.5)
        path = s.curve(
            [
                (0.05 * np.sin(q), y - 0.05, 0.05 * np.cos(q)),
                (tip * 0.35 * np.sin(q), (y + top) / 2, tip * 0.35 * np.cos(q)),
                (tip * np.sin(q), top, tip * np.cos(q)),
            ],
            12,
        )
        stems.append(s.tube(path, s.interpolate([0.055, 0.04, 0.035], 12), 8))
        pad = leaf(high * 0.7, wide, 0.035, 35, 7).rotate((8 + 28 * tip / lean, 0, 0)).rotate((0, turn, 0))
        blades.append(pad.translate((tip * 0.9 * np.sin(q), top - 0.1, tip * 0.9 * np.cos(q))))
    return s.group(stems), s.group(blades)


def rooty(y: float, radius: float, bend: float = 0.05) -> s.Solid:
    """The tail of a root, from a radius at y down to the ground."""
    return s.tube(
        s.curve([(0, y, 0), (bend, y * 0.5, 0), (0, 0.0, bend)], 16),
        s.interpolate([radius, radius * 0.4, 0.02], 16),
        12,
    )


@sculpture("artichoke", size=(0.09, 0.25))
def artichoke(rng: np.random.Generator) -> Sculpture:
    """Overlapping pointed scales in spirals on a stalk."""
    hue, blush = s.pick(rng, (("#7f9a52", "#8a6a86"), ("#8aa05a", "#9a7a6a"), ("#6f8f5a", "#7a5a86")))
    core = s.ellipsoid(0.5, 0.55, 0.5, 36).translate((0, 0.85, 0))
    scales = []
    rows = (
        (0.42, 0.36, 9, 20),
        (0.6, 0.48, 10, 9),
        (0.78, 0.52, 10, 0),
        (0.94, 0.5, 9, -9),
        (1.1, 0.42, 8, -19),
        (1.24, 0.31, 6, -30),
        (1.34, 0.17, 4, -42),
    )
    for k, (y, r, count, lean) in enumerate(rows):
        outline = s.curve(
            [(0, -0.18), (0.17, -0.05), (0.17, 0.12), (0.0, 0.34), (-0.17, 0.12), (-0.17, -0.05)], 28, True
        )
        pad = s.extrude(outline, 0.055, 0.015).refine_to_length(0.09)
        pad = s.warp(
            pad,
            lambda p: (
                p - np.stack([0 * p[:, 0], 0 * p[:, 0], 1.3 * p[:, 0] ** 2 + 0.5 * np.clip(p[:, 1], 0, 1) ** 2], 1)
            ),
        )
        for j in range(count):
            turn = 360 * (j + 0.5 * (k % 2)) / count
            scales.append(pad.rotate((lean, 0, 0)).translate((0, y, r + 0.03)).rotate((0, turn, 0)))
    stem = s.rod((0, 0, 0), (0, 0.5, 0), 0.14, 0.17, 24)
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(blush))
    paint = lambda p: mix(np.tile(a, (len(p), 1)), b, np.clip((np.sin(p[:, 1] * 36) - 0.2) * 0.5, 0, 0.6))  # noqa: E731
    return finished(
        [
            Part("scales", s.group(scales), peel(hue, 0.6), 40, paint),
            Part("core", core, peel(hue, 0.6).shaded(0.6), 60),
            Part("stalk", stem, m.STEM, 50),
        ],
        rng.uniform(0.07, 0.085),
    )


@sculpture("asparagus", size=(0.15, 0.4), synonyms=("asparagus spears",), plural="asparagus")
def asparagus(rng: np.random.Generator) -> Sculpture:
    """A bundle of spears, standing, bound."""
    count = 8
    spears, scales = [], []
    for k in range(count):
        d = 0.0 if k == 0 else 0.2
        q = 2 * np.pi * k / (count - 1)
        out = np.array([np.sin(q), 0, np.cos(q)]) * d
        high = rng.uniform(1.75, 2.05)
        tip = out * 1.25 + (0, high, 0)
        spears.append(s.rod(at(out), at(tip - (0, 0.36, 0)), 0.095, 0.085, 16))
        head = s.revolve(s.profile([(0, 0), (0.085, 0.0), (0.105, 0.12), (0.07, 0.3), (0, 0.4)], 20), 16)
        scales.append(head.translate(at(tip - (0, 0.38, 0))))
        for j in range(9):
            y, r = 0.04 * j, 0.1 - 0.006 * j
            a = 2.4 * j
            bud = s.ellipsoid(0.045, 0.075, 0.03, 10).translate((r * np.sin(a), 0, r * np.cos(a)))
            scales.append(bud.translate(at(tip - (0, 0.34 - y, 0))))
        for j in range(4):
            y = high * (0.25 + 0.14 * j)
            a = 2.4 * j + k
            p = out * (1 + 0.25 * y / high) + (0.09 * np.sin(a), y, 0.09 * np.cos(a))
            scales.append(s.ellipsoid(0.05, 0.09, 0.035, 10).rotate((0, float(np.degrees(a)), 0)).translate(at(p)))
    hue = s.pick(rng, ("#7fae4a", "#6fa03f", "#8fb85a"))
    band = s.torus(0.31, 0.05, 40, 10).scale((1, 1.6, 1)).translate((0, 0.75, 0))
    paint = top_tinted("#d8dca0", hue, 0.35, 0.5)
    parts = [
        Part("spears", s.union(spears).refine_to_length(0.12), peel(hue, 0.6), 60, paint),
        Part("tips", s.group(scales), peel("#6a7f4a", 0.6) if s.chance(rng, 0.5) else peel("#7a6a86", 0.6), 60),
        Part("band", band, m.ROPE if s.chance(rng, 0.5) else m.RUBBER.coloured("#c4302b"), 60),
    ]
    return finished(parts, rng.uniform(0.1, 0.12))


@sculpture("cauliflower", size=(0.15, 0.4))
def cauliflower(rng: np.random.Generator) -> Sculpture:
    """A white curd in green leaves."""
    curds = []
    for k in range(36):
        share = (k + 0.5) / 36
        y, q = 1 - 1.05 * share, 2.4 * k
        r = np.sqrt(max(1 - y * y, 0))
        centre = np.array([0.48 * r * np.sin(q), 0.52 + 0.36 * y, 0.48 * r * np.cos(q)])
        curds.append(s.sphere(0.17, 16).translate(at(centre)))
    crown = s.union([*curds, s.ellipsoid(0.52, 0.4, 0.52, 32).translate((0, 0.5, 0))])
    points, normals = s.scattered(crown, rng, 320, 0.075)
    grain = s.group([s.sphere(0.055, 8).translate(at(p)) for p, n in zip(points, normals, strict=True) if n[1] > -0.3])
    leaves = []
    for k in range(9):
        big = 0.92 if k % 2 else 0.78
        pad = (
            leaf(big, 0.62, 0.05, -38, 8)
            .rotate((34 if k % 2 else 26, 0, 0))
            .translate((0, 0.02, 0.16))
            .rotate((0, 40 * k, 0))
        )
        leaves.append(pad)
    ribs = s.group(
        [
            s.tube(
                s.curve([(0, 0.04, 0.18), (0, 0.22, 0.5), (0, 0.5, 0.66)], 10), s.interpolate([0.06, 0.035], 10), 8
            ).rotate((0, 40 * k, 0))
            for k in range(9)
        ]
    )
    base = s.cylinder(0.2, 0.22, 0.3, 28)
    parts = [
        Part("curd", s.group([crown, grain]), peel(s.pick(rng, ("#f6f0de", "#f8f4e6", "#f2e8cc")), 0.9), 60),
        Part("leaves", s.group(leaves), m.LEAF.coloured("#7aae52", "leaves"), 40),
        Part("ribs", ribs, m.STEM.coloured("#cfe0a8", "ribs"), 60),
        Part("base", base, m.STEM.coloured("#dfe8c0", "base")),
    ]
    return finished(parts, rng.uniform(0.13, 0.16))


@sculpture("celery", size=(0.25, 0.6), synonyms=("stalk of celery",), plural="celery")
def celery(rng: np.random.Generator) -> Sculpture:
    """Ribbed stalks joined below, leaves above."""
    stalks, leaves, ribs = [], [], []
    for k in range(9):
        ring = k >= 3
        q = 2 * np.pi * k / (6 if ring else 3) + (0.5 if ring else 0)
        d = np.array([np.sin(q), 0, np.cos(q)])
        reach = (0.3 if ring else 0.12) * rng.uniform(0.9, 1.15)
        high = (1.45 if ring else 1.7) * rng.uniform(0.94, 1.06)
        base = d * (0.2 if ring else 0.08)
        path = s.curve([base, base * 1.25 + (0, 0.35, 0), d * reach + (0, high, 0)], 18)
        width = np.stack([s.interpolate([0.075, 0.085, 0.07, 0.05], 18), s.interpolate([0.15, 0.16, 0.1, 0.05], 18)], 1)
        stalks.append(s.tube(path, width, 14, up=at(d)))
        side = np.array([d[2], 0, -d[0]])
        for e in (-0.5, 0, 0.5):
            ribs.append(s.tube(path[1:16] + d * 0.066 * (1 - abs(e) * 0.25) + side * e * 0.14, 0.022, 5))
        for j in range(3):
            leaves.append(
                leaf(0.36, 0.34, 0.03, 30, 2)
                .rotate((float(rng.uniform(15, 60)), float(np.degrees(q)) + 60 * (j - 1), 0))
                .translate(at(path[-1]))
            )
    hue = s.pick(rng, ("#a8cf6a", "#b5d67a", "#9cc45c"))
    parts = [
        Part(
            "stalks", s.union(stalks).refine_to_length(0.3), peel(hue, 0.5), 50, top_tinted("#e6edc4", hue, 0.25, 0.6)
        ),
        Part("ribs", s.group(ribs), peel(hue, 0.5).shaded(0.86, "ribs"), 60),
        Part("leaves", s.group(leaves), m.LEAF.coloured("#5f9f3a", "leaves"), 40),
    ]
    return finished(parts, rng.uniform(0.17, 0.2))


@sculpture("radish", size=(0.08, 0.25), plural="radishes", synonyms=("radishes",))
def radish(rng: np.random.Generator) -> Sculpture:
    """Round and red, its tip white, with leaves; one, or a bunch of three."""
    hue = s.pick(rng, ("#d4244a", "#c41f3a", "#d93a6a"))
    ball = s.profile([(0, 0.22), (0.08, 0.24), (0.3, 0.4), (0.44, 0.68), (0.38, 0.94), (0.16, 1.08), (0, 1.1)], 40)
    root = s.revolve(ball, 40).refine_to_length(0.1) + rooty(0.3, 0.07)
    stems, blades = tops(rng, 1.05, 5, 1.05, 0.5, 0.42)
    places = ((0, 0, 0),) if s.chance(rng, 0.55) else ((-0.44, 0, 0.1), (0.44, 0, 0.14), (0.0, 0, -0.42))
    put = lambda x: s.group([x.rotate((0, 70 * k, 0)).translate(p) for k, p in enumerate(places)])  # noqa: E731
    parts = [
        Part("root", put(root), peel(hue, 0.3), 60, top_tinted("#fbf2ee", hue, 0.42, 0.16)),
        Part("stalks", put(stems), m.STEM.coloured("#a8c46a", "stalks"), 60),
        Part("leaves", put(blades), m.LEAF, 40),
    ]
    return finished(parts, rng.uniform(0.06, 0.07))


@sculpture("turnip", size=(0.12, 0.35), kinds=("rutabaga", "swede", "kohlrabi"))
def turnip(rng: np.random.Generator) -> Sculpture:
    """White below, purple above, with leaves."""
    purple = s.pick(rng, ("#9a4a8a", "#a8508f", "#8a3f7a"))
    ball = s.profile([(0, 0.18), (0.14, 0.22), (0.5, 0.45), (0.62, 0.7), (0.5, 0.96), (0.2, 1.06), (0, 1.06)], 40)
    root = s.revolve(ball, 44).refine_to_length(0.1) + rooty(0.34, 0.12)
    stems, blades = tops(rng, 1.03, 6, 1.05, 0.46, 0.4)
    parts = [
        Part("root", root, peel("#f6efe6", 0.4), 60, top_tinted("#f6efe2", purple, 0.76, 0.22)),
        Part("stalks", stems, m.STEM.coloured("#a8c47a", "stalks"), 60),
        Part("leaves", blades, m.LEAF, 40),
    ]
    return finished(parts, rng.uniform(0.09, 0.11))


@sculpture("beetroot", size=(0.12, 0.4), synonyms=("beet", "beets"))
def beetroot(rng: np.random.Generator) -> Sculpture:
    """Dark red, with red stalks and veined leaves."""
    hue = s.pick(rng, ("#6a1734", "#7a1c3c", "#5a142c"))
    ball = s.profile([(0, 0.2), (0.12, 0.25), (0.44, 0.5), (0.54, 0.76), (0.44, 1.0), (0.2, 1.1), (0, 1.12)], 40)
    root = s.roughened((s.revolve(ball, 44) + rooty(0.36, 0.1)).refine_to_length(0.1), rng, 0.012, 0.2)
    stems, blades = tops(rng, 1.08, 6, 1.3, 0.5, 0.45)

    def streak(p: Array) -> Array:
        return mix(
            np.tile(np.array(m.srgb(hue)), (len(p), 1)),
            np.array(m.srgb("#3a0d1e")),
            0.5 * np.clip(np.sin(p[:, 1] * 30) - 0.5, 0, 1),
        )

    parts = [
        Part("root", root, peel(hue, 0.5), 60, streak),
        Part("stalks", stems, m.STEM.coloured("#b5284f", "stalks"), 60),
        Part("leaves", blades, m.LEAF.coloured("#4a8a3a", "leaves"), 40),
    ]
    return finished(parts, rng.uniform(0.09, 0.11))


@sculpture("leek", size=(0.25, 0.6), kinds=("spring onion", "green onion", "scallion"))
def leek(rng: np.random.Generator) -> Sculpture:
    """White below with rootlets, then green, a fan of flat leaves above."""
    r, tall = rng.uniform(0.13, 0.16), 1.15
    shaft = s.revolve(
        s.profile([(0, 0.1), (r * 0.9, 0.1), (r * 1.25, 0.18), (r, 0.4), (r * 1.02, tall), (0, tall)], 40), 32
    ).refine_to_length(0.08)
    blades = []
    for k in range(7):
        e = -1 if k % 2 else 1
        lean = (0.1 + 0.09 * k) * e
        high = 1.75 - 0.08 * k
        z = 0.03 * (k - 3)
        path = s.curve(
            [
                (e * 0.02, tall - 0.2 - 0.03 * k, z),
                (lean * 0.35, tall + 0.2, z),
                (lean, high + 0.1, z),
                (lean * 1.6, high + 0.02 * (k < 3) - 0.02 * k, z),
            ],
            20,
        )
        blades.append(
            s.tube(
                path,
                np.stack([s.interpolate([r * 0.9, 0.11, 0.09, 0.012], 20), np.full(20, 0.028)], 1),
                10,
                up=(e * 0.9, 0.1, 0.35),
            )
        )
    roots = s.group(
        [
            s.tube(
                s.curve(
                    [
                        (0, 0.12, 0),
                        (0.08 * np.sin(q), 0.05, 0.08 * np.cos(q)),
                        (0.15 * np.sin(q), 0.0, 0.15 * np.cos(q)),
                    ],
                    8,
                ),
                0.012,
                6,
            )
            for q in np.linspace(0, 6.28, 12, endpoint=False)
        ]
    )
    paint = top_tinted("#f6f6e8", "#8fbf5a", 0.75, 0.5)
    parts = [
        Part("shaft", shaft, peel("#f6f6e8", 0.5), 60, paint),
        Part("leaves", s.group(blades), m.LEAF.coloured(s.pick(rng, ("#4f8f4a", "#5a9a52")), "leaves"), 40),
        Part("roots", roots, m.ROPE.coloured("#e6dcc0", "roots"), 60),
    ]
    return finished(parts, rng.uniform(0.2, 0.24))


@sculpture(
    "pea pod",
    size=(0.06, 0.2),
    synonyms=("peas in a pod", "pea", "peas"),
    kinds=("green peas", "snap pea", "green bean"),
)
def pea_pod(rng: np.random.Generator) -> Sculpture:
    """Open, its peas in a row."""
    count = int(rng.integers(6, 8))
    z = np.linspace(-1.0, 1.0, 40)
    lift = 0.1 * z**2
    wide = 0.27 * np.sqrt(np.clip(1 - np.abs(z) ** 3, 0.0, 1)) + 0.02
    q = np.radians(np.linspace(-205, 25, 26))
    outer = np.stack(
        [
            np.stack([w * np.cos(q), 0.3 + y + w * 1.05 * np.sin(q), np.full(26, zz)], 1)
            for w, y, zz in zip(wide, lift, z, strict=True)
        ]
    )
    inner = np.stack(
        [
            np.stack(
                [(w - 0.045) * np.cos(q[::-1]), 0.305 + y + (w - 0.045) * 1.05 * np.sin(q[::-1]), np.full(26, zz)], 1
            )
            for w, y, zz in zip(np.maximum(wide, 0.06), lift, z, strict=True)
        ]
    )
    pod = s.loft(np.concatenate([outer, inner], 1))
    rows = np.linspace(-0.74, 0.74, count)
    peas = s.group(
        [
            s.sphere(float(np.interp(abs(x), (0, 0.8), (0.205, 0.15))), 28).translate((0, 0.31 + 0.1 * x * x, float(x)))
            for x in rows
        ]
    )
    stem = s.tube(
        s.curve([(0, 0.4, -0.97), (0, 0.44, -1.12), (0.03, 0.52, -1.25)], 12),
        s.interpolate([0.06, 0.035, 0.05], 12),
        10,
    )
    cap = s.group(
        [leaf(0.22, 0.12, 0.025, 40, 4).rotate((60, 180 + t, 0)).translate((0, 0.42, -1.0)) for t in (-50, 0, 50)]
    )
    tip = s.tube(s.curve([(0, 0.4, 0.98), (0, 0.44, 1.1), (0, 0.5, 1.17)], 8), s.interpolate([0.045, 0.012], 8), 8)
    hue = s.pick(rng, ("#5fa83a", "#6fb544", "#549a36"))
    parts = [
        Part("pod", pod, peel(hue, 0.4), 50),
        Part("peas", peas, peel("#8fce4a", 0.35), 60),
        Part("stalk", s.group([stem, tip]), m.STEM, 60),
        Part("cap", cap, m.LEAF, 40),
    ]
    return finished(parts, rng.uniform(0.04, 0.05)).turned(float(rng.uniform(50, 75)))


@sculpture("ginger", size=(0.08, 0.25), synonyms=("ginger root",), kinds=("turmeric", "galangal"), tint=False)
def ginger(rng: np.random.Generator) -> Sculpture:
    """A knobbly root with fingers and rings, a cut end pale yellow."""
    body = f.capsule((-0.6, 0.22, 0), (0.55, 0.24, 0.05), 0.22, 0.2)
    knobs = [
        ((-0.35, 0.22, 0.05), (-0.5, 0.3, 0.55), 0.19),
        ((0.0, 0.24, 0), (0.08, 0.3, -0.55), 0.19),
        ((0.3, 0.25, 0.05), (0.55, 0.35, 0.5), 0.17),
        ((-0.1, 0.25, 0.05), (-0.12, 0.68, 0.1), 0.17),
        ((0.5, 0.24, 0), (0.85, 0.42, -0.25), 0.17),
        ((-0.6, 0.22, 0), (-0.9, 0.36, -0.25), 0.17),
    ]
    for a, b, r in knobs:
        tip = np.array(b) + rng.normal(0, 0.05, 3)
        tip[1] = max(tip[1], r)
        body = body.blend(f.capsule(a, at(tip), r * 1.05, r), 0.08)
    solid = s.roughened(body.solid(76), rng, 0.014, 0.12)
    solid = solid.trim_by_plane((-1, 0, 0), -0.93)
    skin, ring, flesh = (np.array(m.srgb(c)) for c in ("#c9a36a", "#9a7444", "#f2dc7a"))
    wave = noise(rng, 0.3)

    def paint(p: Array) -> Array:
        lines = np.sin((np.linalg.norm(p - (0, 0.2, 0), axis=1) + 0.05 * wave(p)) * 34) > 0.72
        return mix(np.tile(skin, (len(p), 1)), ring, 0.7 * lines)

    cut = s.cylinder(0.02, 0.135, segments=28).rotate((0, 0, -90)).translate((0.925, 0.42, -0.25))
    return finished(
        [
            Part("root", solid.refine_to_length(0.05), peel("#c9a36a", 0.8), 180, paint),
            Part("cut", cut ^ solid.scale((1.05, 1, 1)), peel("#f2dc7a", 0.6).coloured(at(flesh))),
        ],
        rng.uniform(0.055, 0.07),
    )


@sculpture("zucchini", size=(0.15, 0.4), synonyms=("courgette",), kinds=("marrow", "gourd"), plural="zucchinis")
def zucchini(rng: np.random.Generator) -> Sculpture:
    """Dark green, flecked, with a five-sided stalk; some with slices."""
    base, fleck = s.pick(rng, (("#2f5f2a", "#7fa04a"), ("#3a6a30", "#93b05a"), ("#28521f", "#6a9040")))
    path = s.curve([(-1.1, 0.24, 0.1), (-0.4, 0.24, -0.03), (0.4, 0.24, -0.03), (1.05, 0.25, 0.1)], 50)
    body = s.tube(path, s.interpolate([0.05, 0.22, 0.25, 0.24, 0.22, 0.16, 0.12], 50), 32)
    dots, wave = noise(rng, 0.09), noise(rng, 0.5)

    def paint(p: Array) -> Array:
        stripes = np.sin(np.arctan2(p[:, 2], p[:, 1] - 0.24) * 6 + 0.4 * wave(p))
        return mix(
            np.tile(np.array(m.srgb(base)), (len(p), 1)),
            np.array(m.srgb(fleck)),
            np.clip(dots(p) * 1.2 + 0.35 * stripes - 0.25, 0, 0.85),
        )

    end = path[-1]
    stem = s.taper(s.prism(0.34, 0.15, 5), 0.6).rotate((0, 0, -80)).translate(at(end - (0.06, 0.0, 0)))
    parts = [
        Part("skin", body.refine_to_length(0.05), peel(base, 0.4), 60, paint),
        Part("stalk", stem, m.STEM.coloured("#9ab06a", "stalk"), 30),
        Part("blossom end", s.sphere(0.06, 16).translate(at(path[0])), m.BARK.coloured("#c4a86a", "end"), 60),
    ]
    if s.chance(rng, 0.55):
        discs = s.group(
            [
                s.cylinder(0.09, 0.25, segments=40)
                .rotate((q, 0, 0))
                .translate((x, 0.02 + 0.1 * (q > 10), 0.55 + 0.04 * k))
                for k, (x, q) in enumerate(((-0.5, 0), (-0.1, 24), (0.28, 24)))
            ]
        )
        rims = s.group(
            [
                s.torus(0.245, 0.022, 40, 8)
                .rotate((q, 0, 0))
                .translate((x, 0.02 + 0.1 * (q > 10) + dy, 0.55 + 0.04 * k))
                for k, (x, q) in enumerate(((-0.5, 0), (-0.1, 24), (0.28, 24)))
                for dy in (0.015, 0.075)
            ]
        )
        seeds = s.group(
            [
                s.ellipsoid(0.03, 0.01, 0.015, 10)
                .translate((0.12 * np.cos(t), 0.095, 0.12 * np.sin(t)))
                .rotate((q, 0, 0))
                .translate((x, 0.02 + 0.1 * (q > 10), 0.55 + 0.04 * k))
                for k, (x, q) in enumerate(((-0.5, 0), (-0.1, 24), (0.28, 24)))
                for t in np.linspace(0, 6.28, 8, endpoint=False)
            ]
        )
        parts += [
            Part("slices", discs, peel("#eef2c4", 0.5)),
            Part("rims", rims, peel(base, 0.4), 60),
            Part("seeds", seeds, peel("#d2d890", 0.5), 60),
        ]
    return finished(parts, rng.uniform(0.09, 0.11))


@sculpture("sweet potato", size=(0.12, 0.35), kinds=("yam", "cassava"), plural="sweet potatoes")
def sweet_potato(rng: np.random.Generator) -> Sculpture:
    """Pointed at both ends, red-brown, a cut half showing orange."""
    hue = s.pick(rng, ("#a8542f", "#b5603a", "#9a4a3f"))

    def tuber() -> s.Solid:
        path = s.curve(
            [(-1.1, 0.3, 0.06), (-0.5, 0.32, -0.05), (0.2, 0.33, 0.03), (0.75, 0.3, -0.02), (1.15, 0.26, 0.1)], 44
        )
        return s.roughened(
            s.tube(path, s.interpolate([0.02, 0.2, 0.33, 0.35, 0.26, 0.1, 0.02], 44), 28).refine_to_length(0.08),
            rng,
            0.02,
            0.3,
        )

    pock = noise(rng, 0.12)

    def paint(p: Array) -> Array:
        return mix(
            np.tile(np.array(m.srgb(hue)), (len(p), 1)),
            np.array(m.srgb(hue)) * 0.62,
            np.clip(pock(p) * 1.5 - 0.6, 0, 1),
        )

    whole = tuber()
    half = tuber().trim_by_plane((-1, 0, 0), -0.05)
    face = s.cylinder(0.03, 0.31, segments=40).rotate((0, 0, -90)).translate((0.035, 0.325, 0.015))
    place = lambda x: x.rotate((0, -58, 0)).translate((0.4, 0, 0.72))  # noqa: E731
    parts = [
        Part("tuber", whole, peel(hue, 0.8), 60, paint),
        Part("half", place(half), peel(hue, 0.8), 60, paint),
        Part("flesh", place(face), peel("#f0902e", 0.6)),
    ]
    return finished(parts, rng.uniform(0.075, 0.09))


@sculpture(
    "dragon fruit", size=(0.1, 0.3), synonyms=("pitaya", "pitahaya", "dragonfruit"), plural="dragon fruit", tint=False
)
def dragon_fruit(rng: np.random.Generator) -> Sculpture:
    """Pink with green-tipped flaps, and a half: white with black seeds."""
    hue = s.pick(rng, ("#e0316f", "#d92a62", "#e8487f"))
    outline = [(0, 0.06), (0.3, 0.1), (0.56, 0.45), (0.58, 0.8), (0.4, 1.18), (0.18, 1.32), (0, 1.34)]
    body = round_fruit(outline, 0.1)
    flaps = []
    for k in range(22):
        share = (k + 0.5) / 22
        y = 0.16 + 1.12 * share
        r = float(np.interp(y, [0.06, 0.1, 0.45, 0.8, 1.18, 1.32], [0.0, 0.3, 0.56, 0.58, 0.4, 0.18]))
        long = 0.34 + 0.14 * share
        pad = (
            leaf(long, 0.2, 0.045, 30, 5)
            .rotate((38 - 20 * share, 0, 0))
            .translate((0, y, r - 0.05))
            .rotate((0, 137.5 * k, 0))
        )
        flaps.append(pad)
    a, green = np.array(m.srgb(hue)), np.array(m.srgb("#7fb04a"))

    def tips(p: Array) -> Array:
        r = np.hypot(p[:, 0], p[:, 2])
        skin = np.interp(
            p[:, 1], [0.06, 0.1, 0.45, 0.8, 1.18, 1.32, 1.34, 1.8], [0.0, 0.3, 0.56, 0.58, 0.4, 0.18, 0.0, -0.3]
        )
        return mix(np.tile(a, (len(p), 1)), green, np.clip((r - skin - 0.04) / 0.12, 0, 1))

    parts = [
        Part("skin", body, peel(hue, 0.4), 180),
        Part("flaps", s.group(flaps).refine_to_length(0.12), peel(hue, 0.4), 40, tips),
    ]
    if s.chance(rng, 0.75):
        half = s.ellipsoid(0.56, 0.64, 0.56, 40).trim_by_plane((0, 0, -1), 0.0)
        face = s.ellipsoid(0.5, 0.58, 0.03, 40)
        seeds = rng.uniform(-0.44, 0.44, (90, 2))
        seeds = seeds[np.hypot(seeds[:, 0] / 0.44, seeds[:, 1] / 0.52) < 1]
        dots = s.group([s.sphere(0.022, 8).translate((x, y, 0.028)) for x, y in seeds])
        place = lambda x: x.rotate((-38, 0, 0)).rotate((0, 20, 0)).translate((0.78, 0.42, 0.78))  # noqa: E731
        parts += [
            Part("half", place(half), peel(hue, 0.4), 60),
            Part("flesh", place(face), peel("#f8f4f2", 0.5), 60),
            Part("seeds", place(dots), m.BLACK, 60),
        ]
    return finished(parts, rng.uniform(0.075, 0.09))


@sculpture("papaya", size=(0.15, 0.45), synonyms=("pawpaw",))
def papaya(rng: np.random.Generator) -> Sculpture:
    """A whole one, and a half: orange, a hollow full of black seeds."""
    base, blush = s.pick(rng, (("#8fa63a", "#f0a83a"), ("#c9b03a", "#ee8a2e"), ("#6f9a3a", "#e8b84a")))
    outline = [(0, 0.04), (0.2, 0.06), (0.52, 0.4), (0.56, 0.75), (0.4, 1.2), (0.24, 1.5), (0.1, 1.58), (0, 1.57)]
    body = round_fruit(outline, 0.1)
    cloud = spotted(base, blush, 1.0, rng, 0.9)
    parts = [Part("skin", body, peel(base, 0.4), 180, cloud), Part("stalk", stalk(0.14, 1.56, 0.05, 0.03), m.BARK, 60)]
    half = body.trim_by_plane((0, 0, -1), 0.0)
    face = round_fruit(
        [(0, 0.1), (0.16, 0.12), (0.46, 0.44), (0.5, 0.75), (0.35, 1.18), (0.19, 1.46), (0, 1.5)], 0.2
    ).scale((1, 1, 0.06))
    pit = s.ellipsoid(0.22, 0.42, 0.03, 32).translate((0, 0.72, 0.022))
    where = rng.uniform((-0.2, 0.36), (0.2, 1.08), (150, 2))
    where = where[np.hypot(where[:, 0] / 0.19, (where[:, 1] - 0.72) / 0.37) < 1]
    seeds = s.group([s.sphere(0.045, 10).translate((x, y, 0.045)) for x, y in where[:70]])
    place = lambda x: x.rotate((-24, 0, 0)).rotate((0, -18, 0)).translate((-0.85, 0.0, 0.62))  # noqa: E731
    parts += [
        Part("half", place(half), peel(base, 0.4), 60, cloud),
        Part("flesh", place(face), peel("#f28a3a", 0.5), 60),
        Part("hollow", place(pit), peel("#d9662a", 0.6), 60),
        Part("seeds", place(seeds), m.BLACK.coloured("#26211f", "seeds"), 60),
    ]
    return finished(parts, rng.uniform(0.11, 0.14))


@sculpture("pomegranate", size=(0.08, 0.25))
def pomegranate(rng: np.random.Generator) -> Sculpture:
    """Red with a crown, and a piece full of seeds."""
    base, blush = s.pick(rng, (("#b5202c", "#d9703a"), ("#c4304a", "#e08a5a"), ("#a81f2a", "#c9502f")))
    outline = [(0, 0.05), (0.3, 0.06), (0.6, 0.3), (0.66, 0.62), (0.5, 0.98), (0.22, 1.14), (0.15, 1.24), (0, 1.24)]
    body = s.swell(
        round_fruit(outline, 0.1),
        lambda p: 1 + 0.025 * np.cos(6 * np.arctan2(p[:, 0], p[:, 2])),
    )
    crown = s.around(leaf(0.28, 0.17, 0.05, -30, 4).rotate((24, 0, 0)).translate((0, 1.16, 0.12)), 6)
    tube = s.lathe([(0.1, 1.1), (0.15, 1.1), (0.17, 1.3)], 0.04, 28)
    cloud = spotted(base, blush, 0.7, rng, 0.8)
    parts = [
        Part("skin", body, peel(base, 0.35), 180, cloud),
        Part("crown", s.group([crown, tube]), peel(base, 0.4).shaded(0.9, "crown"), 40),
    ]
    if s.chance(rng, 0.8):
        half = s.ellipsoid(0.6, 0.56, 0.6, 40).trim_by_plane((0, 0, -1), 0.0)
        face = s.ellipsoid(0.55, 0.51, 0.03, 40)
        seeds = []
        for k in range(5):
            for j in range(12):
                q = np.radians(72 * k + 90 + rng.uniform(-26, 26))
                r = 0.12 + 0.33 * np.sqrt((j + 0.5) / 12)
                seeds.append(
                    s.ellipsoid(0.062, 0.075, 0.05, 10)
                    .rotate((0, 0, float(np.degrees(q)) - 90))
                    .translate((r * np.cos(q), r * 0.93 * np.sin(q), 0.035))
                )
        place = lambda x: x.rotate((-34, 0, 0)).rotate((0, 18, 0)).translate((0.72, 0.42, 0.72))  # noqa: E731
        parts += [
            Part("half", place(half), peel(base, 0.35), 60, None),
            Part("pith", place(face), peel("#f4e2b8", 0.6), 60),
            Part("seeds", place(s.group(seeds)), peel("#c4142f", 0.15), 60),
        ]
    return finished(parts, rng.uniform(0.06, 0.075))


@sculpture("fig", size=(0.05, 0.16))
def fig(rng: np.random.Generator) -> Sculpture:
    """A purple drop, and a half: pale rim, red and seeded inside."""
    base, light = s.pick(rng, (("#4a2a4f", "#8a5a7a"), ("#5a3050", "#a07a5a"), ("#3f2a4a", "#7a6a5a")))
    outline = [(0, 0.04), (0.12, 0.04), (0.5, 0.2), (0.6, 0.5), (0.42, 0.85), (0.18, 1.08), (0.09, 1.24), (0, 1.25)]
    body = s.swell(
        round_fruit(outline, 0.1),
        lambda p: 1 + 0.02 * np.cos(14 * np.arctan2(p[:, 0], p[:, 2])),
    )

    def streaks(p: Array) -> Array:
        q = np.sin(np.arctan2(p[:, 0], p[:, 2]) * 9)
        return mix(
            np.tile(np.array(m.srgb(base)), (len(p), 1)),
            np.array(m.srgb(light)),
            np.clip(0.6 * q * (p[:, 1] > 0.2) + np.clip((p[:, 1] - 0.95) * 2, 0, 0.7), 0, 0.8),
        )

    half = body.trim_by_plane((0, 0, -1), 0.0)
    face = round_fruit(
        [(0, 0.06), (0.12, 0.07), (0.46, 0.22), (0.55, 0.5), (0.38, 0.83), (0.14, 1.05), (0, 1.1)], 0.2
    ).scale((1, 1, 0.05))
    red = round_fruit(
        [(0, 0.16), (0.1, 0.17), (0.36, 0.3), (0.42, 0.5), (0.26, 0.78), (0.08, 0.92), (0, 0.94)], 0.2
    ).scale((1, 1, 0.08))
    where = rng.uniform((-0.34, 0.22), (0.34, 0.8), (70, 2))
    where = where[np.hypot(where[:, 0] / 0.34, (where[:, 1] - 0.5) / 0.32) < 1]
    seeds = s.group([s.sphere(0.025, 8).translate((x, y, 0.034)) for x, y in where])
    place = lambda x: x.rotate((-26, 0, 0)).rotate((0, 14, 0)).translate((0.7, 0.04, 0.72))  # noqa: E731
    parts = [
        Part("skin", body, peel(base, 0.5), 180, streaks),
        Part("stalk", stalk(0.16, 1.2, 0.06, 0.05), m.STEM.shaded(0.8), 60),
        Part("half", place(half), peel(base, 0.5), 60, None),
        Part("rim", place(face), peel("#f0e2cc", 0.6), 60),
        Part("flesh", place(red), peel("#c4425a", 0.4), 60),
        Part("seeds", place(seeds), peel("#f0d088", 0.5), 60),
    ]
    return finished(parts, rng.uniform(0.035, 0.045))


@sculpture("walnut", size=(0.03, 0.12), tint=False)
def walnut(rng: np.random.Generator) -> Sculpture:
    """A wrinkled shell with a seam, and an open half with its kernel."""
    hue = s.pick(rng, ("#c49a62", "#b58a54", "#d0a870"))
    seam = s.torus(0.495, 0.05, 48, 10).rotate((90, 0, 0)).scale((1, 1.12, 1)).translate((0, 0.52, 0))

    def shell() -> s.Solid:
        ball = s.ellipsoid(0.5, 0.56, 0.5, 48).refine_to_length(0.07)
        return s.roughened(s.roughened(ball, rng, 0.026, 0.16), rng, 0.012, 0.08).translate((0, 0.52, 0))

    groove = noise(rng, 0.12)
    paint = painted(
        np.array(m.srgb(hue)), np.array(m.srgb(hue)) * 0.62, lambda p: np.clip(np.abs(groove(p)) * -3 + 0.9, 0, 1)
    )
    lobes = []
    for e in (-1, 1):
        for k in range(5):
            q = np.linspace(-1.3, 1.3, 16)
            x = e * (0.09 + 0.075 * k)
            reach = np.sqrt(max(0.42**2 - x * x, 0.01))
            path = np.stack(
                [x + 0.03 * np.sin(q * 5 + k), reach * np.sin(q) * 0.98, 0.05 + 0.03 * np.cos(q * 4 + k)], 1
            )
            lobes.append(s.tube(path, 0.056, 10))
    put = lambda x: x.rotate((-50, 0, 0)).rotate((0, 20, 0)).translate((0.72, 0.42, 0.62))  # noqa: E731
    half = shell().translate((0, -0.52, 0)).trim_by_plane((0, 0, -1), 0.0)
    bed = s.ellipsoid(0.44, 0.5, 0.03, 40)
    parts = [
        Part("shell", shell(), m.BARK.coloured(hue, "shell"), 60, paint),
        Part("seam", seam, m.BARK.coloured(hue, "seam").shaded(0.85), 60),
        Part("half", put(half), m.BARK.coloured(hue, "shell"), 60, paint),
        Part("bed", put(bed), m.BARK.coloured("#8a5f38", "bed"), 60),
        Part("kernel", put(s.group(lobes)), peel("#d9ab6a", 0.7), 50),
    ]
    return finished(parts, rng.uniform(0.036, 0.042))
