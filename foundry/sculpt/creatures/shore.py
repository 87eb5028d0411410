"""More of what lives in and by the water: shells, spines, tusks, flippers. They look along +Z."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix, noise
from bozzetto.foundry.sculpt.creatures.sea import _fin, _swimmer
from bozzetto.foundry.sculpt.creatures.wild import beads, coloured
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture

Array = NDArray[np.float64]


def wet(colour: str) -> m.Material:
    """A wet skin."""
    return m.Material("skin", m.srgb(colour), 0.35)


def flukes(half: float, deep: float, thick: float) -> s.Solid:
    """A whale's tail, flat on y = 0, its root at the origin, its points behind."""
    right = [(0.0, 0.3), (0.4, -0.1), (1.0, -0.75), (0.5, -0.62), (0.12, -0.55), (0, -0.4)]
    points = np.array(right + [(-x, y) for x, y in right[-2:0:-1]]) * (half, deep)
    return s.extrude(s.curve(points, 48, closed=True), thick, thick * 0.4).rotate((90, 0, 0))


@sculpture("narwhal", size=(4, 9))
def narwhal(rng: np.random.Generator) -> Sculpture:
    """A spotted whale with a long twisted tusk."""
    body = _swimmer(
        [
            (0.5, 0.06, 0.06, 0.0),
            (0.45, 0.13, 0.135, 0.005),
            (0.28, 0.18, 0.185, 0.0),
            (0.02, 0.18, 0.18, 0.0),
            (-0.24, 0.11, 0.12, 0.01),
            (-0.42, 0.045, 0.06, 0.02),
            (-0.5, 0.03, 0.04, 0.03),
        ],
        56,
    )
    dark, light = s.pick(rng, (("#5c6a78", "#e6e9ea"), ("#6f7f8c", "#eef0f0"), ("#4a5663", "#dfe3e4")))
    blot = noise(rng, 0.12)
    a, b = np.array(m.srgb(dark)), np.array(m.srgb(light))

    def paint(p: Array) -> Array:
        y = p[:, 1] / 0.18
        share = np.clip((0.1 - y) * 1.4 + 0.45 * np.clip(blot(p), -1, 1), 0, 1)
        return mix(np.tile(a, (len(p), 1)), b, np.clip((share - 0.3) * 3, 0, 1))

    long = rng.uniform(0.6, 0.72)
    tusk = s.twist(s.prism(long, 0.028, 5, 0.007), 500, 0.02).rotate((84, 0, 0)).translate((0.02, -0.02, 0.45))
    flipper = s.ellipsoid(0.13, 0.02, 0.06, 24).translate((0.1, 0, 0)).rotate((0, 30, -24)).translate((0.13, -0.1, 0.2))
    ridge = s.ellipsoid(0.02, 0.03, 0.16, 20).translate((0, 0.16, -0.12))
    skin = wet(dark)
    parts = [
        Part("body", body.refine_to_length(0.025), skin, 180, paint),
        Part(
            "fins",
            s.union([flukes(0.24, 0.16, 0.034).translate((0, 0.03, -0.5)), s.mirrored(flipper), ridge]),
            skin.shaded(0.9),
            40,
        ),
        Part("tusk", tusk, m.IVORY, 20),
        Part(
            "mouth",
            s.tube(s.curve([(-0.1, -0.06, 0.42), (0, -0.065, 0.485), (0.1, -0.06, 0.42)], 16), 0.008, 8),
            skin.shaded(0.5),
            60,
        ),
        *beads(0.15, 0.005, 0.36, 0.017),
    ]
    return finished(parts, rng.uniform(3.4, 4.4))


@sculpture("manatee", size=(2, 5), synonyms=("sea cow",), kinds=("dugong",))
def manatee(rng: np.random.Generator) -> Sculpture:
    """A fat grey roll, a round paddle behind, a soft broad snout."""
    grey = s.pick(rng, ("#84837e", "#76797c", "#8f8a80"))
    body = f.ellipsoid((0, 0.3, 0.05), (0.29, 0.27, 0.46)).blend(
        f.capsule((0, 0.27, -0.2), (0, 0.22, -0.58), 0.21, 0.075), 0.2
    )
    body = body.blend(f.ellipsoid((0, 0.3, 0.5), (0.165, 0.155, 0.17)), 0.12).blend(
        f.ellipsoid((0.055, 0.235, 0.645), (0.095, 0.09, 0.085)).both_sides(), 0.06
    )
    flipper = (
        s.ellipsoid(0.2, 0.035, 0.085, 28).translate((0.16, 0, 0)).rotate((0, 36, -32)).translate((0.2, 0.18, 0.3))
    )
    paddle = s.ellipsoid(0.25, 0.04, 0.24, 40).translate((0, 0.2, -0.74))
    wave = noise(rng, 0.3)
    paint = coloured(
        grey,
        ("#a8a49a", lambda p: np.clip((0.16 - p[:, 1]) / 0.1, 0, 0.7)),
        ("#5f605c", lambda p: 0.35 * np.clip(wave(p), 0, 1)),
        ("#b5a89c", lambda p: np.clip((p[:, 2] - 0.64) / 0.06, 0, 0.7)),
    )
    nostrils = s.mirrored(s.ellipsoid(0.022, 0.016, 0.014, 14).translate((0.045, 0.31, 0.7)))
    mouth = s.tube(s.curve([(-0.11, 0.185, 0.67), (0, 0.205, 0.735), (0.11, 0.185, 0.67)], 18), 0.011, 8)
    whiskers = s.mirrored(
        s.group(
            [
                s.rod(
                    (0.06 + 0.03 * k, 0.23, 0.72 - 0.02 * k), (0.09 + 0.045 * k, 0.19, 0.77 - 0.02 * k), 0.007, 0.005, 6
                )
                for k in range(3)
            ]
        )
    )
    skin = wet(grey)
    parts = [
        Part("body", body.solid(84), skin, 180, paint),
        Part("flippers", s.mirrored(flipper), skin.shaded(0.85), 60),
        Part("tail", paddle, skin.shaded(0.88), 60),
        Part("mouth", s.group([nostrils, mouth]), skin.shaded(0.35), 60),
        Part("whiskers", whiskers, m.WHITE, 60),
        *beads(0.13, 0.36, 0.585, 0.018),
    ]
    return finished(parts, rng.uniform(1.9, 2.5))


@sculpture("swordfish", size=(2, 5), kinds=("marlin", "sailfish"), plural="swordfish")
def swordfish(rng: np.random.Generator) -> Sculpture:
    """A long bill, a high fin, a crescent tail."""
    back, belly = s.pick(rng, (("#2f4f7a", "#dfe6ea"), ("#3a4a5c", "#e2e4e2"), ("#26608a", "#e6ecee")))
    body = _swimmer(
        [
            (0.46, 0.02, 0.022, 0.005),
            (0.38, 0.06, 0.075, 0.0),
            (0.2, 0.095, 0.14, 0.0),
            (-0.08, 0.085, 0.125, 0.0),
            (-0.34, 0.04, 0.055, 0.0),
            (-0.48, 0.024, 0.028, 0.0),
        ],
        56,
    )
    bill = s.hull(
        [
            s.ellipsoid(0.034, 0.03, 0.03, 20).translate((0, 0.008, 0.44)),
            s.ellipsoid(0.012, 0.011, 0.01, 12).translate((0, 0.02, 0.98)),
        ]
    )
    sail = s.chance(rng, 0.3)
    fin = [(0.24, 0.1), (0.17, 0.3), (0.1, 0.33), (0.06, 0.2), (0.0, 0.1)]
    if sail:
        fin = [(0.24, 0.1), (0.2, 0.34), (0.0, 0.38), (-0.2, 0.26), (-0.26, 0.06), (0.0, 0.06)]
    dorsal = _fin(fin, 0.03)
    tail = _fin(
        [
            (-0.42, 0.02),
            (-0.56, 0.22),
            (-0.68, 0.33),
            (-0.62, 0.14),
            (-0.57, 0.0),
            (-0.62, -0.14),
            (-0.68, -0.33),
            (-0.56, -0.22),
            (-0.42, -0.02),
        ],
        0.032,
    )
    low = _fin([(-0.16, -0.08), (-0.24, -0.2), (-0.28, -0.18), (-0.26, -0.06)], 0.026)
    side = (
        s.ellipsoid(0.15, 0.016, 0.045, 22).translate((0.12, 0, 0)).rotate((0, 42, -34)).translate((0.07, -0.05, 0.24))
    )
    a, b = np.array(m.srgb(back)), np.array(m.srgb(belly))
    skin = wet(back)
    parts = [
        Part(
            "body",
            body.refine_to_length(0.025),
            skin,
            180,
            lambda p: mix(np.tile(a, (len(p), 1)), b, np.clip((-0.01 - p[:, 1]) / 0.03 + 0.5, 0, 1)),
        ),
        Part("bill", bill, skin.shaded(0.8, "bill"), 60),
        Part("fins", s.union([dorsal, tail, low, s.mirrored(side)]), skin.shaded(0.8, "fins"), 40),
        *beads(0.05, 0.03, 0.37, 0.024, "#e8e6da"),
    ]
    return finished(parts, rng.uniform(1.7, 2.4))


@sculpture("axolotl", size=(0.12, 0.5))
def axolotl(rng: np.random.Generator) -> Sculpture:
    """A broad smiling head with feathered gills, a finned tail."""
    hue, gill = s.pick(
        rng, (("#f0d89a", "#e0766a"), ("#5a5a4a", "#8a4a5a"), ("#f4b8c4", "#d9486a"), ("#f4b8c4", "#d9486a"))
    )
    body = f.ellipsoid((0, 0.16, 0.0), (0.13, 0.115, 0.32)).blend(f.ellipsoid((0, 0.18, 0.4), (0.2, 0.115, 0.17)), 0.1)
    tail = s.curve([(0, 0.15, -0.25), (0.02, 0.12, -0.5), (rng.uniform(-0.14, 0.14), 0.1, -0.85)], 16)
    body = body.blend(f.limb(tail, s.interpolate([0.095, 0.06, 0.015], 16)), 0.08)
    toes = []
    for x, z, ahead in ((0.1, 0.2, 0.1), (0.1, -0.2, -0.02)):
        foot = np.array([x + 0.16, 0.03, z + ahead])
        body = body.blend(
            f.limb(
                np.array([(x, 0.14, z), (x + 0.12, 0.1, z + ahead * 0.2), foot]), [0.055, 0.044, 0.036]
            ).both_sides(),
            0.04,
        )
        toes += [
            s.capsule(at(foot), at(foot + (0.085 * np.sin(t), -0.006, 0.085 * np.cos(t))), 0.024, 0.015, 8)
            for t in np.radians((-20, 20, 60))
        ]
    fin = _fin([(0.1, 0.24), (-0.2, 0.3), (-0.6, 0.27), (-0.95, 0.12), (-0.8, 0.0), (-0.5, 0.03), (-0.3, 0.1)], 0.026)
    skew = float(np.degrees(np.arctan2(-tail[-1][0], 0.6)))
    fin = fin.translate((0, 0, 0.25)).rotate((0, -skew, 0)).translate((0, 0, -0.25))
    stalks, fringes = [], []
    for _k, (up, back) in enumerate(((64, -0.04), (30, -0.1), (0, -0.07))):
        t = np.radians(up)
        root = np.array([0.15, 0.2 + 0.03 * (up > 20), 0.3])
        tip = root + np.array([0.24 * np.cos(t), 0.24 * np.sin(t) + 0.02, back])
        path = s.curve([root, (root + tip) / 2 + (0, 0.03, 0), tip], 14)
        stalks.append(s.tube(path, s.interpolate([0.032, 0.02], 14), 10))
        across = np.array([-np.sin(t), np.cos(t), 0])
        for j in range(3, 14, 2):
            for e in (-1, 1):
                fringes.append(
                    s.capsule(at(path[j]), at(path[j] + across * e * 0.06 + (0.02, 0, -0.015)), 0.015, 0.01, 8)
                )
    mouth = s.tube(
        s.curve(
            [(-0.15, 0.175, 0.47), (-0.08, 0.135, 0.555), (0, 0.128, 0.575), (0.08, 0.135, 0.555), (0.15, 0.175, 0.47)],
            28,
        ),
        0.011,
        8,
    )
    freckles = noise(rng, 0.06)
    skin = wet(hue)
    belly = lambda p: np.clip((0.1 - p[:, 1]) / 0.06, 0, 0.6)  # noqa: E731
    parts = [
        Part(
            "body",
            body.solid(112).trim_by_plane((0, 1, 0), 0.0),
            skin,
            180,
            coloured(hue, ("#fdeeee", belly), (gill, lambda p: 0.4 * np.clip(freckles(p) * 3 - 2, 0, 1))),
        ),
        Part("fin", fin, skin.shaded(0.94, "fin"), 40),
        Part("toes", s.mirrored(s.group(toes)), skin, 60),
        Part("gills", s.mirrored(s.group(stalks)), wet(gill).shaded(1.05), 60),
        Part("fringes", s.mirrored(s.group(fringes)), wet(gill), 60),
        Part("mouth", mouth, wet(gill).shaded(0.6, "mouth"), 60),
        *beads(0.145, 0.235, 0.49, 0.024),
    ]
    return finished(parts, rng.uniform(0.16, 0.24), {"head": (0, 0.3, 0.4)})


@sculpture("hermit crab", size=(0.04, 0.25))
def hermit_crab(rng: np.random.Generator) -> Sculpture:
    """In a coiled shell, claws, legs and eyes on stalks before it."""
    hue, band = s.pick(rng, (("#e8cfa4", "#a8643a"), ("#d9b8a0", "#8a4a4a"), ("#c9c4b0", "#6a6a54")))
    red = s.pick(rng, ("#d9512c", "#c43a2a", "#e07a3a"))
    turns = 3.3
    t = np.linspace(0, 1, 130)
    q = turns * 2 * np.pi * t
    size = 0.3 * (1 - t) ** 1.25 + 0.012
    centre = np.stack(
        [0.26 * (1 - t) ** 1.3 * np.sin(q), 0.86 * (1 - (1 - t) ** 1.25), 0.26 * (1 - t) ** 1.3 * np.cos(q)], 1
    )
    coil = s.tube(centre, size, 22)
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(band))
    stripe = noise(rng, 0.2)

    def paint(p: Array) -> Array:
        r = np.hypot(p[:, 0], p[:, 2] + 0.2)
        return mix(
            np.tile(a, (len(p), 1)), b, np.clip(np.sin(np.arctan2(p[:, 1] - 0.45, r) * 16 + stripe(p)) * 2 - 0.4, 0, 1)
        )

    shell = coil.rotate((-58, 0, 0)).rotate((0, 18, 0)).translate((0, 0.4, -0.12))
    body = f.ellipsoid((0, 0.3, 0.2), (0.17, 0.14, 0.2)).solid(36)
    legs = []
    for z, d in ((0.26, 0.16), (0.16, -0.02)):
        legs += [
            s.capsule((0.1, 0.24, z), (0.4, 0.36, z + d), 0.055, 0.045),
            s.rod((0.4, 0.36, z + d), (0.58, 0.0, z + d * 1.6), 0.045, 0.01, 12),
        ]
    claws = []
    for e, k in ((1, 1.25), (-1, 0.85)):
        claws += [
            s.capsule((e * 0.1, 0.26, 0.32), (e * 0.26, 0.22, 0.46), 0.055, 0.06),
            s.ellipsoid(0.11 * k, 0.1 * k, 0.15 * k, 24).translate((e * 0.27, 0.18 * k**0.5, 0.56)),
            s.tube(
                s.curve(
                    [(e * 0.33, 0.2, 0.62), (e * 0.33, 0.2, 0.62 + 0.16 * k), (e * 0.25, 0.19, 0.62 + 0.23 * k)], 12
                ),
                s.interpolate([0.06 * k, 0.045 * k, 0.01], 12),
                12,
            ),
            s.tube(
                s.curve(
                    [(e * 0.2, 0.13, 0.62), (e * 0.17, 0.13, 0.62 + 0.14 * k), (e * 0.22, 0.15, 0.62 + 0.2 * k)], 12
                ),
                s.interpolate([0.05 * k, 0.038 * k, 0.01], 12),
                12,
            ),
        ]
    stalks = s.mirrored(s.rod((0.06, 0.38, 0.32), (0.09, 0.56, 0.4), 0.024, 0.022, 12))
    feelers = s.mirrored(
        s.tube(
            s.curve([(0.03, 0.34, 0.38), (0.12, 0.48, 0.62), (0.26, 0.5, 0.8)], 18),
            s.interpolate([0.018, 0.012], 18),
            8,
        )
    )
    skin = m.Material("crab", m.srgb(red), 0.4)
    parts = [
        Part("shell", shell.refine_to_length(0.04), m.Material("shell", m.srgb(hue), 0.4), 35, paint),
        Part("body", body, skin.shaded(0.9), 180),
        Part("legs", s.mirrored(s.union(legs)), skin.shaded(0.9, "legs"), 50),
        Part("claws", s.union(claws), skin, 50),
        Part("stalks", s.group([stalks, feelers]), skin.shaded(1.15, "stalks"), 60),
        *beads(0.092, 0.585, 0.405, 0.042),
    ]
    return finished(parts, rng.uniform(0.07, 0.11))


@sculpture("sea urchin", size=(0.06, 0.35), synonyms=("urchin",))
def sea_urchin(rng: np.random.Generator) -> Sculpture:
    """A ball of spines."""
    hue = s.pick(rng, ("#2f2238", "#4a2a5a", "#6a2f2f", "#26262e"))
    ball = s.ellipsoid(0.42, 0.34, 0.42, 40).translate((0, 0.34, 0))
    k = np.arange(230) + 0.5
    y, q = 1 - 2 * k / 230, np.pi * (1 + 5**0.5) * k
    r = np.sqrt(1 - y * y)
    spines = []
    for d in np.stack([r * np.sin(q), y, r * np.cos(q)], 1):
        if d[1] < -0.62:
            continue
        way = d + rng.normal(0, 0.08, 3)
        long = rng.uniform(0.36, 0.52) * (1 if d[1] > -0.2 else 0.62)
        root = np.array([0, 0.34, 0]) + d * (0.38, 0.3, 0.38)
        tip = root + way * long
        spines.append(s.rod(at(root), at((tip[0], max(tip[1], 0.01), tip[2])), 0.027, 0.007, 6))
    skin = m.Material("spines", m.srgb(hue), 0.4)
    return finished(
        [Part("ball", ball, skin.shaded(0.8, "ball"), 60), Part("spines", s.group(spines), skin, 30)],
        rng.uniform(0.09, 0.15),
    )


@sculpture(
    "clam",
    size=(0.05, 0.4),
    synonyms=("clam shell", "clamshell"),
    kinds=("oyster", "scallop", "mussel", "pearl oyster"),
)
def clam(rng: np.random.Generator) -> Sculpture:
    """Open towards the front, ribbed, mostly with a pearl in it."""
    hue, inner = s.pick(
        rng, (("#c9a88a", "#f4e6e2"), ("#9a8fae", "#f0e4ee"), ("#d9a8a0", "#fbeee8"), ("#a89a84", "#efe8dc"))
    )
    ribs = int(rng.integers(9, 12))
    dome = s.dome(1.0, 0.42, 72).refine_to_length(0.06) - s.dome(0.93, 0.35, 64)

    def ribbed(p: Array) -> Array:
        z = p[:, 2] + 0.9
        turn = np.arctan2(p[:, 0], z)
        r = np.hypot(p[:, 0], z)
        k = 1 + 0.045 * np.cos(turn * ribs * 2.0) * np.clip(r / 1.2, 0, 1)
        x = np.where(p[:, 2] < 0, p[:, 0] * (1 - 0.35 * np.clip(-p[:, 2], 0, 1)), p[:, 0])
        return np.stack([x * k, p[:, 1] * (k**2), p[:, 2] * 0.86], 1)

    half = s.warp(dome, ribbed)
    a = np.array(m.srgb(hue))

    def shade(p: Array) -> Array:
        r = np.hypot(p[:, 0], p[:, 2] + 0.9)
        return mix(np.tile(a, (len(p), 1)), a * 0.68, (np.sin(r * 26) > 0.45).astype(float))

    gape = float(rng.uniform(42, 58))
    lower = half.mirror((0, 1, 0)).translate((0, 0.42, 0))
    upper = half.translate((0, 0, 0.8)).rotate((-gape, 0, 0)).translate((0, 0.44, -0.8))
    low_in = s.ellipsoid(0.9, 0.05, 0.78, 48).translate((0, 0.38, 0))
    high_in = (
        s.ellipsoid(0.9, 0.04, 0.78, 48).translate((0, 0.03, 0.8)).rotate((-gape, 0, 0)).translate((0, 0.44, -0.8))
    )
    stuff, lining = m.Material("shell", m.srgb(hue), 0.5), m.Material("nacre", m.srgb(inner), 0.15)
    parts = [
        Part("lower", lower, stuff, 40, shade),
        Part("upper", upper, stuff.shaded(0.97), 40, shade),
        Part("lining", s.group([low_in, high_in]), lining, 60),
    ]
    if s.chance(rng, 0.75):
        parts.append(
            Part(
                "pearl", s.sphere(0.2, 36).translate((0, 0.56, 0.18)), m.Material("pearl", m.srgb("#fbf7f2"), 0.08), 60
            )
        )
    return finished(parts, rng.uniform(0.05, 0.08))
