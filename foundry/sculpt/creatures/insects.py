"""What has six legs, or many, or none: legs, feelers and wings are thicker than life. They look along +Z."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix, noise
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture

Array = NDArray[np.float64]


def shell(colour: str, roughness: float = 0.35) -> m.Material:
    """A hard skin."""
    return m.Material("shell", m.srgb(colour), roughness)


def leg(points: list[tuple[float, float, float]], radius: float, end: float = 0.5) -> s.Solid:
    """A jointed leg through points, on the right side, its last at the foot."""
    radii = np.linspace(radius, radius * end, len(points))
    pieces = [s.capsule(a, b, r0, r1, 10) for a, b, r0, r1 in zip(points, points[1:], radii, radii[1:], strict=False)]
    return s.union(pieces)


def wing(
    outline: list[tuple[float, float]], thick: float, lift: float, sweep: float, root: tuple[float, float, float]
) -> s.Solid:
    """A flat wing along +X from its root; the outline is (x, z)."""
    points = s.curve(np.asarray(outline, float), 44, closed=True)
    plate = s.extrude(points * (1, -1), thick, thick * 0.3).rotate((90, 0, 0)).rotate((0, 0, 0))
    low, high = s.bounds(plate)
    return plate.translate((0, -(low[1] + high[1]) / 2, 0)).rotate((0, sweep, 0)).rotate((0, 0, lift)).translate(root)


VEINED = m.Material("wing", m.srgb("#cfe2ea"), 0.2, transmission=0.25)


def _banded(base: str, other: str, rings: float, phase: float, start: float) -> Callable[[Array], Array]:
    a, b = np.array(m.srgb(base)), np.array(m.srgb(other))
    return lambda p: mix(
        np.tile(a, (len(p), 1)), b, ((np.sin(p[:, 2] * rings + phase) > 0.05) & (p[:, 2] < start)).astype(float)
    )


@sculpture("dragonfly", size=(0.05, 0.25), kinds=("damselfly",), plural="dragonflies")
def dragonfly(rng: np.random.Generator) -> Sculpture:
    """A long thin body, two pairs of wings straight out, great eyes."""
    hue, ring = s.pick(
        rng, (("#2f9ab5", "#174a5c"), ("#3f9a4a", "#1f4f2a"), ("#c4402f", "#6a1f1a"), ("#3f5fc0", "#1f2a5a"))
    )
    y = 0.34
    thorax = s.ellipsoid(0.105, 0.125, 0.19, 32).translate((0, y, 0.1))
    path = np.array([(0, y + 0.02, 0.0), (0, y + 0.015, -0.3), (0, y, -0.7), (0, y - 0.01, -1.05)])
    tail = s.tube(
        s.curve(path, 44),
        s.interpolate([0.07, 0.05, 0.045, 0.06, 0.03], 44) * (1 + 0.09 * np.sin(np.arange(44) * 1.15)),
        18,
    )
    eyes = s.mirrored(s.ellipsoid(0.088, 0.1, 0.1, 24).translate((0.065, y + 0.04, 0.33)))
    head = s.ellipsoid(0.08, 0.08, 0.07, 24).translate((0, y - 0.02, 0.33))
    front = [(0.0, 0.03), (0.4, 0.09), (0.85, 0.08), (0.94, 0.0), (0.8, -0.12), (0.4, -0.1), (0.0, -0.04)]
    back = [(0.0, 0.03), (0.4, 0.07), (0.8, 0.04), (0.88, -0.06), (0.66, -0.2), (0.3, -0.18), (0.0, -0.05)]
    lift = float(rng.uniform(2, 10))
    wings = [
        wing(front, 0.03, lift, -8, (0.05, y + 0.08, 0.14)),
        wing(back, 0.03, lift * 0.6, 12, (0.05, y + 0.07, -0.01)),
    ]
    veins = [
        s.rod(
            (0.05, y + 0.085, 0.15),
            at((0.93 * np.cos(np.radians(lift)), y + 0.085 + 0.93 * np.sin(np.radians(lift)), 0.28)),
            0.02,
            0.012,
            8,
        )
    ]
    marks = [
        s.ellipsoid(0.06, 0.025, 0.03, 14).translate((x, y + 0.07 + x * np.tan(np.radians(q)), z))
        for x, z, q in ((0.8, 0.24, lift), (0.76, -0.18, lift * 0.6))
    ]
    legs = [
        leg([(0.05, y - 0.08, z), (0.2, y - 0.12, z + d), (0.24, 0.02, z + 2.4 * d)], 0.022, 0.6)
        for z, d in ((0.2, 0.06), (0.11, 0.01), (0.03, -0.06))
    ]
    body = shell(hue)
    parts = [
        Part("body", s.union([thorax, head]), body, 60),
        Part("tail", tail, body, 60, _banded(hue, ring, 34, 0, -0.1)),
        Part("eyes", eyes, shell(s.pick(rng, ("#7a2f1f", "#2a5a3a", "#3a2a5a")), 0.15), 60),
        Part("wings", s.mirrored(s.group(wings)), VEINED, 40),
        Part("veins", s.mirrored(s.group(veins)), body.shaded(0.5, "veins"), 50),
        Part("spots", s.mirrored(s.group(marks)), m.BLACK, 50),
        Part("legs", s.mirrored(s.group(legs)), m.BLACK, 60),
    ]
    return finished(parts, rng.uniform(0.05, 0.06))


@sculpture("praying mantis", size=(0.05, 0.2), synonyms=("mantis",), plural="praying mantises")
def praying_mantis(rng: np.random.Generator) -> Sculpture:
    """A raised long neck, folded arms with spines, a three-cornered head."""
    hue = s.pick(rng, ("#6fae3a", "#8fbf4a", "#a8854a"))
    skin, dark = shell(hue), shell(hue).shaded(0.75)
    tail = s.ellipsoid(0.1, 0.1, 0.4, 32).rotate((10, 0, 0)).translate((0, 0.46, -0.42))
    wings = s.ellipsoid(0.1, 0.06, 0.43, 28).rotate((10, 0, 0)).translate((0, 0.53, -0.44))
    neck = s.tube(
        s.curve([(0, 0.5, -0.08), (0, 0.66, 0.1), (0, 0.86, 0.24), (0, 0.98, 0.3)], 22),
        s.interpolate([0.075, 0.06, 0.07, 0.045], 22),
        16,
    )
    head = s.hull(
        [s.mirrored(s.sphere(0.055, 18).translate((0.11, 1.06, 0.32))), s.sphere(0.035, 16).translate((0, 0.95, 0.4))]
    )
    eyes = s.mirrored(s.ellipsoid(0.05, 0.07, 0.06, 20).translate((0.125, 1.07, 0.33)))
    feelers = s.mirrored(
        s.tube(
            s.curve([(0.03, 1.1, 0.36), (0.1, 1.26, 0.44), (0.2, 1.36, 0.56)], 16), s.interpolate([0.02, 0.014], 16), 8
        )
    )
    arm = [
        s.capsule((0.05, 0.86, 0.24), (0.11, 0.66, 0.36), 0.035, 0.04),
        s.capsule((0.11, 0.66, 0.36), (0.14, 0.92, 0.62), 0.055, 0.042),
        s.capsule((0.14, 0.92, 0.62), (0.1, 0.7, 0.54), 0.038, 0.022),
        s.capsule((0.1, 0.7, 0.54), (0.08, 0.62, 0.56), 0.022, 0.016),
    ]
    spines = [
        s.cone(0.05, 0.016, 8).rotate((100, 0, 0)).translate((0.12 + 0.005 * k, 0.7 + 0.055 * k, 0.44 + 0.045 * k))
        for k in range(4)
    ]
    legs = [
        leg([(0.06, 0.48, -0.1), (0.36, 0.6, 0.06), (0.44, 0.02, 0.16)], 0.032, 0.6),
        leg([(0.06, 0.46, -0.2), (0.4, 0.6, -0.36), (0.5, 0.02, -0.52)], 0.032, 0.6),
    ]
    feet = s.group(
        [
            s.capsule((0.44, 0.02, 0.16), (0.49, 0.018, 0.24), 0.022, 0.016, 10),
            s.capsule((0.5, 0.02, -0.52), (0.56, 0.018, -0.6), 0.022, 0.016, 10),
        ]
    )
    parts = [
        Part("body", s.union([tail, neck, head]), skin, 60),
        Part("wings", wings, dark, 60),
        Part("arms", s.mirrored(s.union([*arm, *spines])), skin.shaded(1.1), 60),
        Part("legs", s.mirrored(s.group([*legs, feet])), dark, 60),
        Part("eyes", eyes, shell("#d8d24a" if hue != "#a8854a" else "#3a2a1c", 0.15), 60),
        Part("feelers", feelers, dark, 60),
    ]
    return finished(parts, rng.uniform(0.045, 0.06), {"head": (0, 1.1, 0.33)})


def _stinger(rng: np.random.Generator, hue: str, ring: str) -> list[Part]:
    y = 0.42
    thorax = s.ellipsoid(0.16, 0.17, 0.19, 36).translate((0, y, 0.1))
    tail = s.revolve(
        s.profile(
            [(0, -0.02), (0.035, 0.0), (0.06, 0.06), (0.2, 0.24), (0.185, 0.42), (0.1, 0.62), (0.02, 0.74), (0, 0.78)],
            50,
        ),
        36,
    ).refine_to_length(0.035)
    tilt = float(rng.uniform(106, 116))
    tail = tail.rotate((-tilt, 0, 0)).translate((0, y + 0.02, -0.06))
    head = s.ellipsoid(0.13, 0.14, 0.09, 32).translate((0, y - 0.01, 0.34))
    eyes = s.mirrored(s.ellipsoid(0.05, 0.085, 0.06, 20).translate((0.095, y + 0.02, 0.37)))
    feelers = s.mirrored(leg([(0.04, y + 0.09, 0.4), (0.1, y + 0.25, 0.5), (0.13, y + 0.2, 0.66)], 0.026, 0.8))
    front = [(0.0, 0.03), (0.3, 0.1), (0.72, 0.09), (0.78, 0.0), (0.55, -0.13), (0.2, -0.1), (0.0, -0.03)]
    hind = [(0.0, 0.02), (0.3, 0.07), (0.5, 0.03), (0.5, -0.06), (0.3, -0.11), (0.0, -0.03)]
    lift = float(rng.uniform(24, 36))
    wings = [
        wing(front, 0.03, lift, 34, (0.06, y + 0.12, 0.1)),
        wing(hind, 0.028, lift * 0.75, 48, (0.06, y + 0.11, 0.02)),
    ]
    legs = [
        leg(
            [(0.1, y - 0.12, z), (0.3, y - 0.08, z + d), (0.36, 0.16, z + 1.8 * d), (0.42, 0.015, z + 2.6 * d)],
            0.035,
            0.5,
        )
        for z, d in ((0.2, 0.1), (0.1, 0.0), (0.0, -0.13))
    ]
    return [
        Part("thorax", s.union([thorax, head]), shell(ring), 60),
        Part("tail", tail, shell(hue), 60, _banded(hue, ring, 42, 0.6, -0.16)),
        Part("face", s.ellipsoid(0.07, 0.09, 0.03, 20).translate((0, y - 0.04, 0.41)), shell(hue), 60),
        Part(
            "collar",
            s.mirrored(s.ellipsoid(0.05, 0.03, 0.06, 16).rotate((0, 30, 0)).translate((0.1, y + 0.12, 0.18))),
            shell(hue),
            60,
        ),
        Part("eyes", eyes, shell("#2a1712", 0.12), 60),
        Part("feelers", feelers, m.BLACK, 60),
        Part("wings", s.mirrored(s.group(wings)), VEINED.coloured("#e6d8b4"), 40),
        Part("legs", s.mirrored(s.group(legs)), shell("#d99a1e"), 60),
    ]


@sculpture("wasp", size=(0.015, 0.15), synonyms=("hornet", "yellow jacket"))
def wasp(rng: np.random.Generator) -> Sculpture:
    """A narrow waist, yellow and black rings, a sting."""
    hue = s.pick(rng, ("#f2c01e", "#f2c01e", "#e8951e"))
    return finished(_stinger(rng, hue, "#1c1a18"), rng.uniform(0.022, 0.03))


@sculpture("mosquito", size=(0.008, 0.1), synonyms=("gnat",), plural="mosquitoes")
def mosquito(rng: np.random.Generator) -> Sculpture:
    """Long legs, a hump, a sting ahead and down."""
    hue, ring = s.pick(rng, (("#5a4636", "#e8e0d0"), ("#3a3230", "#f0ece4"), ("#6a5a4a", "#c9b89a")))
    y = 0.62
    hump = s.ellipsoid(0.12, 0.15, 0.17, 32).translate((0, y, 0.02))
    tail = s.tube(
        s.curve([(0, y, -0.08), (0, y - 0.05, -0.35), (0, y - 0.15, -0.68)], 36),
        s.interpolate([0.07, 0.085, 0.07, 0.025], 36),
        18,
    ).refine_to_length(0.04)
    head = s.sphere(0.085, 24).translate((0, y - 0.06, 0.24))
    sting = s.rod((0, y - 0.08, 0.3), (0, y - 0.34, 0.62), 0.026, 0.013, 12)
    feelers = s.mirrored(
        s.tube(
            s.curve([(0.03, y - 0.03, 0.3), (0.1, y + 0.02, 0.44), (0.16, y - 0.03, 0.58)], 14),
            s.interpolate([0.03, 0.022], 14),
            8,
        )
    )
    outline = [(0.0, 0.03), (0.3, 0.07), (0.68, 0.06), (0.76, 0.0), (0.6, -0.09), (0.2, -0.08), (0.0, -0.03)]
    wings = wing(outline, 0.028, float(rng.uniform(12, 24)), float(rng.uniform(44, 54)), (0.05, y + 0.12, 0.0))
    legs = [
        leg(
            [(0.07, y - 0.1, z), (0.36, y + rise, z + d), (0.52, 0.24, z + 2.2 * d), (0.62, 0.015, z + 3.0 * d)],
            0.028,
            0.6,
        )
        for z, d, rise in ((0.1, 0.16, 0.06), (0.0, 0.02, 0.1), (-0.06, -0.2, 0.16))
    ]
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(ring))
    parts = [
        Part("body", s.union([hump, head]), shell(hue), 60),
        Part(
            "tail",
            tail,
            shell(hue),
            60,
            lambda p: mix(np.tile(a, (len(p), 1)), b, (np.sin(p[:, 2] * 46) > 0.45).astype(float)),
        ),
        Part("sting", sting, m.BLACK, 60),
        Part("feelers", feelers, shell(hue).shaded(0.6), 60),
        Part("wings", s.mirrored(wings), VEINED, 40),
        Part("legs", s.mirrored(s.group(legs)), shell(hue).shaded(0.55), 60),
        Part("eyes", s.mirrored(s.sphere(0.045, 16).translate((0.06, y - 0.04, 0.28))), m.EYE_BLACK, 60),
    ]
    return finished(parts, rng.uniform(0.012, 0.02))


@sculpture("moth", size=(0.03, 0.25))
def moth(rng: np.random.Generator) -> Sculpture:
    """Resting, broad wings spread flat, feathered feelers, eye spots."""
    hue, band, spot = s.pick(
        rng, (("#b08a5c", "#6a4a2c", "#2a1c14"), ("#8f8a80", "#54504a", "#e8dcc4"), ("#c9b48a", "#8a5a34", "#3a2418"))
    )
    y = 0.14
    body = f.capsule((0, y, 0.18), (0, y - 0.01, -0.36), 0.105, 0.045).blend(
        f.ellipsoid((0, y + 0.01, 0.16), (0.12, 0.11, 0.16)), 0.05
    )
    fuzzy = s.roughened(body.solid(56), rng, 0.012, 0.05)
    front = [(0.0, 0.06), (0.4, 0.42), (0.86, 0.5), (0.96, 0.4), (0.8, 0.1), (0.62, -0.08), (0.2, -0.12), (0.0, -0.06)]
    hind = [(0.0, 0.06), (0.3, 0.02), (0.64, -0.06), (0.66, -0.3), (0.46, -0.5), (0.2, -0.42), (0.0, -0.1)]
    lift = float(rng.uniform(4, 12))
    wings = s.mirrored(
        s.union(
            [
                wing(front, 0.04, lift, 0, (0.05, y + 0.03, 0.06)),
                wing(hind, 0.036, lift * 0.6, 0, (0.05, y + 0.005, -0.02)),
            ]
        )
    ).refine_to_length(0.02)
    wave = noise(rng, 0.3)
    a, b, c = (np.array(m.srgb(x)) for x in (hue, band, spot))

    def paint(p: Array) -> Array:
        r = np.hypot(p[:, 0], p[:, 2] * 1.1) + 0.03 * wave(p)
        out = mix(
            np.tile(a, (len(p), 1)), b, ((np.abs(r - 0.82) < 0.05) | (np.abs(r - 0.36) < 0.03)).astype(float) * 0.9
        )
        out = mix(out, np.full(3, 0.92), 0.45 * (np.abs(r - 0.74) < 0.022).astype(float))
        for x, z, q in ((0.56, 0.24, 0.085), (0.42, -0.22, 0.095)):
            d = np.hypot(np.abs(p[:, 0]) - x, p[:, 2] - z)
            out = mix(out, c, (d < q).astype(float))
            out = mix(out, np.array(m.srgb("#e8a23a")), (d < q * 0.55).astype(float))
        return out

    combs = []
    for e in (-1, 1):
        path = s.curve([(e * 0.04, y + 0.06, 0.32), (e * 0.12, y + 0.12, 0.44), (e * 0.26, y + 0.12, 0.54)], 16)
        combs.append(
            s.tube(path, np.stack([np.full(16, 0.018), s.interpolate([0.02, 0.06, 0.012], 16)], 1), 10, up=(0, 1, 0))
        )
    legs = [
        leg([(0.06, y - 0.06, z), (0.2, y - 0.03, z + d), (0.26, 0.02, z + 1.6 * d)], 0.026, 0.7)
        for z, d in ((0.2, 0.1), (0.1, 0.0))
    ]
    fur = m.FUR.coloured(hue, "fur")
    parts = [
        Part("body", fuzzy, fur.shaded(0.85), 60),
        Part("wings", wings, m.FEATHER.coloured(hue, "wings"), 40, paint),
        Part("feelers", s.group(combs), fur.shaded(0.6, "feelers"), 50),
        Part("legs", s.mirrored(s.group(legs)), fur.shaded(0.6, "legs"), 60),
        Part("eyes", s.mirrored(s.sphere(0.045, 16).translate((0.075, y + 0.03, 0.3))), m.EYE_BLACK, 60),
    ]
    return finished(parts, rng.uniform(0.04, 0.06))


@sculpture("centipede", size=(0.04, 0.3), kinds=("millipede",))
def centipede(rng: np.random.Generator) -> Sculpture:
    """A winding row of flat rings, a pair of legs to each."""
    hue, feet = s.pick(rng, (("#9a4a24", "#e0a03a"), ("#5a2f22", "#c9702f"), ("#7a3a2a", "#d8b04a")))
    count = int(rng.integers(16, 19))
    z = np.linspace(0.95, -0.95, count)
    sway, phase = rng.uniform(0.16, 0.24), rng.uniform(0, 6.28)
    x = sway * np.sin(z * 3.2 + phase)
    slope = sway * 3.2 * np.cos(z * 3.2 + phase)
    rings, legs = [], []
    for k in range(count):
        turn = float(np.degrees(np.arctan(slope[k])))
        wide = 0.11 * (1 - 0.35 * (k / count) ** 2)
        rings.append(s.ellipsoid(wide, 0.07, 0.075, 24).rotate((0, turn, 0)).translate((x[k], 0.11, z[k])))
        if k > 0:
            swing = 0.05 * np.sin(k * 1.3)
            for e in (-1, 1):
                long = 0.2 if k < count - 1 else 0.16
                back = -0.04 - 0.1 * k / count + e * swing
                pair = leg(
                    [(e * 0.08, 0.1, 0), (e * (0.08 + long * 0.6), 0.13, back * 0.4), (e * (0.08 + long), 0.02, back)],
                    0.027,
                    0.6,
                )
                legs.append(pair.rotate((0, turn, 0)).translate((x[k], 0, z[k])))
    head = np.array([x[0], 0.11, z[0] + 0.03])
    feelers = s.group(
        [
            s.tube(
                s.curve(
                    [head + (e * 0.04, 0.04, 0.05), head + (e * 0.14, 0.1, 0.2), head + (e * 0.28, 0.05, 0.32)], 16
                ),
                s.interpolate([0.024, 0.014], 16),
                8,
            )
            for e in (-1, 1)
        ]
    )
    tail = s.group(
        [
            s.tube(
                s.curve(
                    [
                        (x[-1] + e * 0.03, 0.1, z[-1]),
                        (x[-1] + e * 0.1, 0.1, z[-1] - 0.16),
                        (x[-1] + e * 0.14, 0.04, z[-1] - 0.3),
                    ],
                    12,
                ),
                s.interpolate([0.03, 0.016], 12),
                8,
            )
            for e in (-1, 1)
        ]
    )
    jaws = s.group(
        [
            s.tube(
                s.curve(
                    [head + (e * 0.07, -0.03, 0.03), head + (e * 0.08, -0.04, 0.12), head + (e * 0.02, -0.05, 0.15)], 10
                ),
                s.interpolate([0.03, 0.012], 10),
                8,
            )
            for e in (-1, 1)
        ]
    )
    skin = shell(hue)
    parts = [
        Part("rings", s.union(rings), skin, 35),
        Part("head", s.ellipsoid(0.1, 0.065, 0.085, 24).translate(at(head)), shell("#b5281e"), 60),
        Part("legs", s.group(legs), shell(feet), 60),
        Part("feelers", s.group([feelers, tail, jaws]), shell(feet).shaded(0.85), 60),
        Part(
            "eyes",
            s.group([s.sphere(0.026, 14).translate(at(head + (e * 0.065, 0.045, 0.04))) for e in (-1, 1)]),
            m.EYE_BLACK,
            60,
        ),
    ]
    return finished(parts, rng.uniform(0.045, 0.08))


@sculpture("worm", size=(0.04, 0.3), synonyms=("earthworm",), kinds=("leech", "maggot"))
def worm(rng: np.random.Generator) -> Sculpture:
    """Pink, ringed, in a wave on the ground, a band near its raised head."""
    hue = s.pick(rng, ("#d8877a", "#c9746a", "#e0a090"))
    e = s.pick(rng, (-1, 1))
    path = s.curve(
        [
            (-0.12 * e, 0.3, 0.72),
            (-0.1 * e, 0.13, 0.62),
            (-0.02 * e, 0.085, 0.48),
            (0.26 * e, 0.085, 0.3),
            (0.2 * e, 0.085, 0.02),
            (-0.22 * e, 0.085, -0.1),
            (-0.3 * e, 0.085, -0.4),
            (0.05 * e, 0.08, -0.6),
            (0.36 * e, 0.06, -0.66),
        ],
        150,
    )
    radii = s.interpolate([0.03, 0.078, 0.085, 0.088, 0.085, 0.08, 0.07, 0.02], 150)
    ringed = radii * (1 + 0.055 * np.sin(np.arange(150) * 2 * np.pi / 4))
    band = s.tube(path[24:38], radii[24:38] * 1.16, 20)
    skin = m.Material("skin", m.srgb(hue), 0.3)
    parts = [Part("body", s.tube(path, ringed, 20), skin, 25), Part("band", band, skin.shaded(1.15, "band"), 60)]
    return finished(parts, rng.uniform(0.06, 0.11))
