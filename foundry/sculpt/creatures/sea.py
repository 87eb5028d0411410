"""What swims: fish, whales, and what has arms, claws or a bell. They look along +Z."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix, noise, painted
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture

Array = NDArray[np.float64]


def _skin(colour: str) -> m.Material:
    return m.Material("skin", m.srgb(colour), 0.35)


def _swimmer(profile: Sequence[tuple[float, float, float, float]], count: int = 40, sides: int = 32) -> s.Solid:
    """A body through stations (z, half width, half height, middle's y), from the nose back."""
    data = np.asarray(profile, float)
    t = np.linspace(0, 1, count)
    at = np.linspace(0, 1, len(data))
    stations = np.stack([PchipInterpolator(at, data[:, k])(t) for k in range(4)], 1)
    angle = np.arange(sides) * 2 * np.pi / sides
    rings = np.stack(
        [np.stack([w * np.cos(angle), y + h * np.sin(angle), np.full(sides, z)], 1) for z, w, h, y in stations[::-1]]
    )
    return s.loft(rings)


def _fin(outline: Sequence[tuple[float, float]], thick: float) -> s.Solid:
    """A blade in the YZ plane, its outline given as (z, y)."""
    points = s.curve(np.asarray(outline, float), 40, closed=True)
    plate = s.extrude(points, thick, thick * 0.42)
    return plate.rotate((0, -90, 0))


def _counter(low: str, high: str, edge: float, soft: float, scale: float) -> Callable[[Array], Array]:
    """Dark above, light below, in units of the model."""
    a, b = np.array(m.srgb(low)), np.array(m.srgb(high))
    return lambda points: mix(
        np.tile(b, (len(points), 1)), a, np.clip((edge - points[:, 1] / scale) / soft + 0.5, 0, 1)
    )


def _eyes(x: float, y: float, z: float, size: float, white: bool = True) -> list[Part]:
    ball = s.mirrored(s.sphere(size, 24).translate((x, y, z)))
    pupil = s.mirrored(s.sphere(size * 0.66, 20).translate((x + size * 0.52, y, z + size * 0.18)))
    return [Part("eyes", ball, m.EYE_WHITE if white else m.EYE_BLACK, 60)] + (
        [Part("pupils", pupil, m.EYE_BLACK, 60)] if white else []
    )


def _fish(
    rng: np.random.Generator, colours: tuple[str, str, str], deep: float, pattern: str = "", tall: float = 1.0
) -> list[Part]:
    base, belly, fin = colours
    d, w = deep * rng.uniform(0.92, 1.08), deep * 0.42
    body = _swimmer(
        [
            (0.5, 0.01, 0.012, 0),
            (0.44, w * 0.55, d * 0.5, 0),
            (0.2, w, d, 0.01),
            (-0.1, w * 0.85, d * 0.86, 0.005),
            (-0.36, w * 0.28, d * 0.3, 0),
            (-0.46, w * 0.16, d * 0.24, 0),
        ],
        44,
    )
    wave = noise(rng, 0.3)
    a, b, c = (np.array(m.srgb(x)) for x in colours)

    def paint(p: Array) -> Array:
        out = mix(np.tile(a, (len(p), 1)), b, np.clip((-0.25 * d - p[:, 1]) / (0.4 * d) + 0.5, 0, 1))
        if pattern == "bands":
            for z in (0.26, -0.02, -0.33):
                dist = np.abs(p[:, 2] - z + 0.02 * wave(p))
                out = mix(out, np.array(m.srgb("#1b1a1c")), np.clip((0.06 - dist) / 0.01 + 0.5, 0, 1))
                out = mix(out, np.array(m.srgb("#f7f4ee")), np.clip((0.042 - dist) / 0.01 + 0.5, 0, 1))
        if pattern == "stripes":
            out = mix(out, c, np.clip(np.sin(p[:, 2] * 2 * np.pi / 0.17 + wave(p) * 0.5) * 3, 0, 1))
        if pattern == "koi":
            out = mix(out, np.array(m.srgb("#d9481f")), np.clip((wave(p * 1.1) - 0.1) * 6, 0, 1) * (p[:, 1] > -0.2 * d))
        return out

    fins = m.Material("fin", m.srgb(fin), 0.4)
    h = d * tall
    dorsal = _fin([(0.2, d * 0.9), (0.08, d + h * 0.75), (-0.14, d + h * 0.55), (-0.28, d * 0.5), (0.0, d * 0.4)], 0.02)
    tail = _fin(
        [
            (-0.4, 0.02),
            (-0.62, d * 1.15),
            (-0.74, d * 1.2),
            (-0.62, 0.0),
            (-0.74, -d * 1.2),
            (-0.62, -d * 1.15),
            (-0.4, -0.02),
        ],
        0.022,
    )
    anal = _fin([(-0.08, -d * 0.8), (-0.16, -d - h * 0.4), (-0.28, -d * 0.9 - h * 0.2), (-0.32, -d * 0.35)], 0.02)
    side = (
        _fin([(0.0, 0.0), (-0.06, 0.08), (-0.2, 0.07), (-0.18, -0.04), (-0.05, -0.05)], 0.016)
        .rotate((0, -35, 0))
        .translate((w * 0.9, -d * 0.15, 0.2))
    )
    pelvic = (
        _fin([(0.0, 0.0), (-0.05, -0.13), (-0.12, -0.14), (-0.1, 0.0)], 0.014)
        .rotate((0, 0, 18))
        .translate((w * 0.4, -d * 0.85, 0.12))
    )
    mouth = s.ellipsoid(0.028, 0.018, 0.03, 16).translate((0, -0.012, 0.485))
    parts = [
        Part("body", body.refine_to_length(0.03), m.Material("scales", m.srgb(base), 0.35), 180, paint),
        Part("fins", s.union([dorsal, tail, anal, s.mirrored(side), s.mirrored(pelvic)]), fins, 30),
        Part("mouth", mouth, _skin(base).shaded(0.7), 60),
        *_eyes(w * 0.62, d * 0.22, 0.36, 0.042),
    ]
    return parts


@sculpture("fish", size=(0.15, 0.7), synonyms=("fishes",), plural="fish")
def fish(rng: np.random.Generator) -> Sculpture:
    """A fish of the kind that children draw."""
    colours = s.pick(
        rng,
        (
            ("#8fa3ad", "#e9edee", "#6f858f"),
            ("#d97a34", "#f6dcae", "#c45a24"),
            ("#5f8f5a", "#dfe6c9", "#4a7347"),
            ("#4b84b8", "#dfeaf2", "#356a9a"),
        ),
    )
    return finished(_fish(rng, colours, rng.uniform(0.17, 0.24)), rng.uniform(0.2, 0.4))


@sculpture("goldfish", size=(0.08, 0.3), plural="goldfish")
def goldfish(rng: np.random.Generator) -> Sculpture:
    """A goldfish with large fins."""
    return finished(_fish(rng, ("#f0821e", "#fbc36a", "#f39b3c"), 0.26, tall=1.2), rng.uniform(0.1, 0.16))


@sculpture("clownfish", size=(0.06, 0.25), synonyms=("clown fish", "anemonefish"), plural="clownfish")
def clownfish(rng: np.random.Generator) -> Sculpture:
    """Orange with three white bands."""
    return finished(_fish(rng, ("#f2711c", "#f58a2e", "#ef6a18"), 0.23, "bands", 0.8), rng.uniform(0.08, 0.12))


@sculpture("tropical fish", size=(0.1, 0.4), synonyms=("angelfish",), plural="tropical fish")
def tropical_fish(rng: np.random.Generator) -> Sculpture:
    """High, flat and striped."""
    colours = s.pick(
        rng, (("#f2cf34", "#f6e28a", "#2b3a6a"), ("#3c9fd0", "#a9dcec", "#f0b02c"), ("#efece4", "#f7f5ef", "#2a2830"))
    )
    return finished(_fish(rng, colours, rng.uniform(0.3, 0.36), "stripes", 1.15), rng.uniform(0.12, 0.2))


@sculpture("koi", size=(0.3, 1.0), synonyms=("koi carp", "carp"), plural="koi")
def koi(rng: np.random.Generator) -> Sculpture:
    """White with orange patches."""
    return finished(_fish(rng, ("#f3f0ea", "#f7f5f0", "#f0ddd0"), 0.17, "koi", 0.7), rng.uniform(0.45, 0.7))


@sculpture("pufferfish", size=(0.25, 0.8), synonyms=("blowfish", "puffer fish"), plural="pufferfish")
def pufferfish(rng: np.random.Generator) -> Sculpture:
    """A ball with spines."""
    ball = s.ellipsoid(0.4, 0.4, 0.44, 56)
    snout = s.ellipsoid(0.12, 0.1, 0.12, 24).translate((0, 0, 0.42))
    paint = _counter("#f3ecd2", "#b7913f", -0.02, 0.12, 1.0)
    points, normals = s.scattered(ball, rng, 130, 0.09)
    spines = s.group(
        [
            s.rod(tuple(p - n * 0.02), tuple(p + n * 0.1), 0.016, 0.002, 8)
            for p, n in zip(points, normals, strict=True)
            if n[2] < 0.8
        ]
    )
    tail = _fin([(-0.38, 0.03), (-0.6, 0.16), (-0.66, 0.0), (-0.6, -0.16), (-0.38, -0.03)], 0.03)
    side = (
        _fin([(0.0, 0.05), (-0.16, 0.12), (-0.2, 0.0), (-0.14, -0.12), (0.0, -0.05)], 0.022)
        .rotate((0, -55, 0))
        .translate((0.36, -0.02, 0.12))
    )
    fins = m.Material("fin", m.srgb("#d8a94a"), 0.4)
    parts = [
        Part("body", ball + snout, m.Material("skin", m.srgb("#c9a24f"), 0.4), 180, paint),
        Part("spines", spines, m.BONE, 60),
        Part("fins", s.union([tail, s.mirrored(side)]), fins, 30),
        Part("mouth", s.ellipsoid(0.05, 0.035, 0.04, 20).translate((0, 0, 0.52)), _skin("#7c5a2a"), 60),
        *_eyes(0.22, 0.18, 0.3, 0.085),
    ]
    return finished(parts, rng.uniform(0.2, 0.4))


def _cetacean(rng: np.random.Generator, dark: str, light: str, shape: str) -> list[Part]:
    if shape == "dolphin":
        body = _swimmer(
            [
                (0.62, 0.012, 0.014, -0.03),
                (0.56, 0.03, 0.03, -0.035),
                (0.44, 0.05, 0.05, -0.03),
                (0.38, 0.1, 0.115, 0.0),
                (0.16, 0.14, 0.16, 0.01),
                (-0.12, 0.115, 0.135, 0.01),
                (-0.36, 0.05, 0.07, 0.0),
                (-0.5, 0.022, 0.035, 0),
            ],
            56,
        )
        dorsal = _fin([(0.06, 0.13), (-0.06, 0.24), (-0.17, 0.3), (-0.13, 0.2), (-0.14, 0.1)], 0.03)
        eye = (0.098, 0.01, 0.33, 0.013)
    else:
        body = _swimmer(
            [
                (0.56, 0.05, 0.06, -0.02),
                (0.5, 0.16, 0.15, -0.02),
                (0.3, 0.215, 0.2, -0.01),
                (0.02, 0.2, 0.185, 0),
                (-0.26, 0.1, 0.105, 0.01),
                (-0.44, 0.04, 0.05, 0.015),
                (-0.52, 0.022, 0.03, 0.02),
            ],
            56,
        )
        dorsal = _fin([(-0.1, 0.13), (-0.2, 0.22), (-0.25, 0.21), (-0.25, 0.09)], 0.03)
        eye = (0.196, -0.03, 0.34, 0.014)
        if shape == "orca":
            dorsal = _fin([(0.1, 0.15), (0.0, 0.4), (-0.06, 0.43), (-0.1, 0.16)], 0.035)
        if shape == "sperm":
            body = _swimmer(
                [
                    (0.58, 0.1, 0.14, 0.03),
                    (0.55, 0.15, 0.19, 0.03),
                    (0.3, 0.165, 0.2, 0.02),
                    (0.02, 0.16, 0.175, 0),
                    (-0.26, 0.09, 0.1, 0.0),
                    (-0.44, 0.04, 0.05, 0.01),
                    (-0.52, 0.02, 0.03, 0.02),
                ],
                56,
            )
            eye = (0.158, -0.08, 0.28, 0.012)
    fluke = (
        s.extrude(
            s.curve(
                [
                    (0.0, 0.06),
                    (0.12, -0.02),
                    (0.3, -0.13),
                    (0.16, -0.12),
                    (0.03, -0.1),
                    (0, -0.07),
                    (-0.03, -0.1),
                    (-0.16, -0.12),
                    (-0.3, -0.13),
                    (-0.12, -0.02),
                ],
                48,
                closed=True,
            ),
            0.03,
            0.012,
        )
        .rotate((90, 0, 0))
        .translate((0, 0.01 if shape == "dolphin" else 0.02, -0.52))
    )
    flipper = (
        s.ellipsoid(0.16, 0.018, 0.06, 24)
        .translate((0.13, 0, 0))
        .rotate((0, 30, -28))
        .translate((0.1 if shape == "dolphin" else 0.15, -0.09, 0.2))
    )
    a, b = np.array(m.srgb(light)), np.array(m.srgb(dark))
    wobble = noise(rng, 0.3, 1)

    def paint(p: Array) -> Array:
        edge = -0.055 + 0.012 * wobble(p)
        out = mix(np.tile(b, (len(p), 1)), a, np.clip((edge - p[:, 1]) / 0.03 + 0.5, 0, 1))
        if shape == "orca":
            patch = np.clip((1 - np.hypot((p[:, 2] - 0.34) / 0.08, (p[:, 1] - 0.04) / 0.035)) * 6, 0, 1)
            out = mix(out, a, patch)
            flank = np.clip((1 - np.hypot((p[:, 2] + 0.18) / 0.16, (p[:, 1] + 0.03) / 0.05)) * 6, 0, 1)
            out = mix(out, a, flank)
        return out

    dark_skin = _skin(dark)
    parts = [
        Part("body", body.refine_to_length(0.03), dark_skin, 180, paint),
        Part("fins", s.union([dorsal, fluke, s.mirrored(flipper)]), dark_skin, 40),
        *_eyes(*eye, white=False),
    ]
    if shape == "humpback":
        grooves = [
            s.tube(
                s.curve(
                    [
                        (x, -0.1 - 0.07 * np.cos(x * 7), 0.5 - abs(x) * 0.4),
                        (x * 1.1, -0.185 * np.cos(x * 4.2), 0.3),
                        (x * 0.9, -0.19 * np.cos(x * 4.4), 0.05),
                    ],
                    16,
                ),
                0.008,
                8,
            )
            for x in np.linspace(-0.12, 0.12, 7)
        ]
        parts.append(Part("grooves", s.group(grooves), _skin("#c8cdd0"), 60))
    return parts


@sculpture("dolphin", size=(2.4, 4.2))
def dolphin(rng: np.random.Generator) -> Sculpture:
    """A bottlenose."""
    return finished(_cetacean(rng, "#6d808f", "#d6dee3", "dolphin"), rng.uniform(1.9, 2.6))


@sculpture("whale", size=(14, 28), synonyms=("humpback whale", "blue whale"))
def whale(rng: np.random.Generator) -> Sculpture:
    """A humpback with its pleats."""
    return finished(
        _cetacean(rng, s.pick(rng, ("#3f5568", "#4a6a86", "#38444f")), "#dfe4e6", "humpback"), rng.uniform(11, 15)
    )


@sculpture("orca", size=(8, 15), synonyms=("killer whale",))
def orca(rng: np.random.Generator) -> Sculpture:
    """Black and white, with a high fin."""
    return finished(_cetacean(rng, "#1a1b1f", "#f4f4f2", "orca"), rng.uniform(6, 8))


@sculpture("sperm whale", size=(16, 28))
def sperm_whale(rng: np.random.Generator) -> Sculpture:
    """A blunt head."""
    return finished(_cetacean(rng, "#4c4a4e", "#6a686b", "sperm"), rng.uniform(13, 17))


def _shark(rng: np.random.Generator, back: str, hammer: bool) -> list[Part]:
    body = _swimmer(
        [
            (0.6, 0.012, 0.012, 0),
            (0.5, 0.07, 0.06, 0),
            (0.3, 0.115, 0.12, 0),
            (0.08, 0.115, 0.13, 0),
            (-0.22, 0.06, 0.075, 0.005),
            (-0.44, 0.022, 0.03, 0.01),
            (-0.5, 0.016, 0.02, 0.01),
        ],
        56,
    )
    if hammer:
        body = body + s.rounded_box(0.56, 0.05, 0.11, 0.024).translate((0, -0.02, 0.47))
    paint = _counter("#f2f2ef", back, -0.035, 0.025, 1.0)
    dorsal = _fin([(0.14, 0.1), (0.02, 0.25), (-0.05, 0.29), (-0.04, 0.18), (-0.06, 0.09)], 0.03)
    second = _fin([(-0.3, 0.04), (-0.36, 0.085), (-0.39, 0.08), (-0.38, 0.03)], 0.016)
    tail = _fin(
        [
            (-0.46, 0.02),
            (-0.6, 0.22),
            (-0.68, 0.3),
            (-0.6, 0.12),
            (-0.56, 0.0),
            (-0.62, -0.12),
            (-0.58, -0.12),
            (-0.48, -0.02),
        ],
        0.024,
    )
    side = s.ellipsoid(0.15, 0.014, 0.05, 24).translate((0.13, 0, 0)).rotate((0, 32, -22)).translate((0.07, -0.05, 0.2))
    gills = s.mirrored(
        s.group(
            [s.box(0.012, 0.075, 0.008).rotate((0, 0, 0)).translate((0.113, -0.04, 0.3 - 0.03 * k)) for k in range(5)]
        )
    )
    mouth = s.tube(
        s.curve([(-0.065, -0.055, 0.42), (-0.03, -0.05, 0.48), (0.03, -0.05, 0.48), (0.065, -0.055, 0.42)], 24),
        0.008,
        8,
    )
    teeth = s.group(
        [
            s.cone(0.022, 0.008, 6).rotate((180, 0, 0)).translate((x, -0.05, 0.485 - abs(x) * 0.8))
            for x in np.linspace(-0.05, 0.05, 8)
        ]
    )
    eye = (0.28, -0.0, 0.5, 0.016) if hammer else (0.082, 0.015, 0.44, 0.014)
    skin = _skin(back)
    parts = [
        Part("body", body.refine_to_length(0.03), skin, 180, paint),
        Part("fins", s.union([dorsal, second, tail, s.mirrored(side)]), skin, 40),
        Part("gills", gills, skin.shaded(0.6), 40),
        Part("mouth", mouth, _skin("#7b3b3b"), 60),
        Part("teeth", teeth, m.IVORY, 0),
        *_eyes(*eye, white=False),
    ]
    return parts


@sculpture("shark", size=(3, 7), synonyms=("great white shark",))
def shark(rng: np.random.Generator) -> Sculpture:
    """A great white."""
    return finished(_shark(rng, s.pick(rng, ("#66727c", "#56636f", "#737a80")), False), rng.uniform(3.4, 4.6))


@sculpture("hammerhead shark", size=(3, 7))
def hammerhead(rng: np.random.Generator) -> Sculpture:
    """A shark with its eyes far apart."""
    return finished(_shark(rng, "#6d7568", True), rng.uniform(3.0, 4.0))


@sculpture("stingray", size=(0.8, 3.5), synonyms=("manta ray",))
def stingray(rng: np.random.Generator) -> Sculpture:
    """A flat diamond with a whip."""
    outline = s.curve(
        [
            (0, 0.42),
            (0.18, 0.34),
            (0.62, 0.02),
            (0.3, -0.2),
            (0.06, -0.34),
            (-0.06, -0.34),
            (-0.3, -0.2),
            (-0.62, 0.02),
            (-0.18, 0.34),
        ],
        72,
        closed=True,
    )
    wing = s.extrude(outline, 0.05, 0.022).rotate((90, 0, 0))
    wing = s.heave(wing, lambda p: 0.26 * np.abs(p[:, 0]) ** 1.6 - 0.05, 0.05)
    hump = s.ellipsoid(0.2, 0.075, 0.34, 40).translate((0, -0.03, 0.06))
    tail = s.tube(
        s.curve([(0, -0.04, -0.28), (0, -0.03, -0.6), (0.05, 0.02, -1.0), (0, 0.05, -1.3)], 32),
        s.interpolate([0.03, 0.018, 0.005], 32),
        10,
    )
    skin = _skin(s.pick(rng, ("#5f6570", "#7b6b55", "#4a5560")))
    top = skin.base_colour

    def paint(p: Array) -> Array:
        under = np.tile(np.array(m.srgb("#ece8df")), (len(p), 1))
        return mix(under, np.array(top), np.clip((p[:, 1] - 0.26 * np.abs(p[:, 0]) ** 1.6 + 0.055) / 0.012 + 0.5, 0, 1))

    return finished(
        [
            Part("body", wing + hump.refine_to_length(0.05), skin, 50, paint),
            Part("tail", tail, skin, 60),
            *_eyes(0.14, 0.03, 0.26, 0.026, white=False),
        ],
        rng.uniform(0.9, 1.6),
    )


@sculpture("octopus", size=(0.3, 2.5), plural="octopuses")
def octopus(rng: np.random.Generator) -> Sculpture:
    """A mantle on eight curling arms."""
    colour = s.pick(rng, ("#c4523a", "#a8456a", "#7a4a8e", "#d0703a"))
    head = f.ellipsoid((0, 0.62, -0.04), (0.24, 0.3, 0.26)).blend(
        f.ellipsoid((0, 0.34, 0.02), (0.17, 0.15, 0.17)), 0.12
    )
    knots = []
    for k in range(8):
        turn = np.radians(22.5 + 45 * k)
        out = np.array([np.sin(turn), 0, np.cos(turn)])
        side = np.array([np.cos(turn), 0, -np.sin(turn)]) * rng.uniform(-0.22, 0.22)
        long = rng.uniform(0.85, 1.1)
        path = s.curve(
            [
                out * 0.06 + (0, 0.28, 0),
                out * 0.26 + (0, 0.14, 0),
                out * 0.48 * long + (0, 0.05, 0) + side * 0.4,
                out * 0.74 * long + (0, 0.05, 0) + side,
                out * 0.84 * long + (0, 0.13 * rng.uniform(0.4, 1.6), 0) + side * 1.5,
            ],
            11,
        )
        knots.append(path)
        head = head.blend(f.limb(path, s.interpolate([0.085, 0.07, 0.05, 0.032, 0.012], 11)), 0.05)
    body = head.solid(84)
    suckers = []
    for path in knots:
        for k in range(2, 10):
            suckers.append(
                s.sphere(0.02 * (1 - k / 13), 10)
                .scale((1, 0.5, 1))
                .translate((path[k, 0], path[k, 1] - 0.04 * (1 - k / 12), path[k, 2]))
            )
    skin = _skin(colour)
    a, b = np.array(skin.base_colour), np.array(skin.shaded(1.25).base_colour)
    spots = noise(rng, 0.16)
    paint = painted(a, b, lambda p: spots(p) * 0.8)
    return finished(
        [
            Part("body", body, skin, 180, paint),
            Part("suckers", s.group(suckers), skin.shaded(1.45), 60),
            *_eyes(0.15, 0.42, 0.13, 0.055),
        ],
        rng.uniform(0.5, 1.0),
    )


@sculpture("squid", size=(0.3, 3.0), plural="squid")
def squid(rng: np.random.Generator) -> Sculpture:
    """An arrow with ten arms, upright."""
    mantle = s.revolve(
        s.profile([(0, 1.25), (0.06, 1.18), (0.15, 0.9), (0.17, 0.6), (0.14, 0.46), (0.0, 0.44)], 40), 40
    )
    fins = s.mirrored(
        s.extrude(s.curve([(0.02, 1.22), (0.26, 0.98), (0.1, 0.82), (0.02, 0.86)], 32, closed=True), 0.03, 0.012)
    )
    head = s.ellipsoid(0.115, 0.11, 0.11, 32).translate((0, 0.4, 0))
    arms = []
    for k in range(10):
        turn = np.radians(36 * k + 18)
        out = np.array([np.sin(turn), 0, np.cos(turn)])
        long = 0.4 if k % 5 else 0.62
        path = s.curve(
            [
                out * 0.05 + (0, 0.36, 0),
                out * 0.1 + (0, 0.2, 0),
                out * rng.uniform(0.1, 0.2) + (0, 0.36 - long * 0.7, 0),
                out * rng.uniform(0.16, 0.3) + (0, 0.36 - long, 0),
            ],
            18,
        )
        arms.append(s.tube(path, s.interpolate([0.034, 0.026, 0.016, 0.006], 18), 10))
        if long > 0.5:
            arms.append(s.ellipsoid(0.022, 0.06, 0.016, 14).translate(tuple(path[-1])))
    skin = _skin(s.pick(rng, ("#d98a86", "#c46a5a", "#e0a9a0")))
    return finished(
        [
            Part("mantle", mantle + fins, skin, 40),
            Part("head", s.union([head, *arms]), skin.shaded(0.94), 50),
            *_eyes(0.1, 0.4, 0.04, 0.038),
        ],
        rng.uniform(0.35, 0.8),
    )


@sculpture("jellyfish", size=(0.2, 1.2), plural="jellyfish")
def jellyfish(rng: np.random.Generator) -> Sculpture:
    """A bell with frills and threads."""
    bell = s.revolve(
        s.profile([(0, 1.0), (0.2, 0.97), (0.36, 0.84), (0.42, 0.66), (0.38, 0.59), (0.25, 0.7), (0.0, 0.76)], 48), 56
    )
    frills = []
    for k in range(5):
        turn = np.radians(72 * k)
        out = np.array([np.sin(turn), 0, np.cos(turn)])
        path = s.curve(
            [
                out * 0.08 + (0, 0.74, 0),
                out * rng.uniform(0.06, 0.16) + (0, 0.5, 0),
                out * rng.uniform(0.02, 0.14) + (0, 0.26, 0),
                out * 0.1 + (0, 0.04, 0),
            ],
            26,
        )
        frills.append(
            s.roughened(
                s.tube(path, np.stack([s.interpolate([0.06, 0.075, 0.05, 0.015], 26), np.full(26, 0.022)], 1), 10),
                rng,
                0.014,
                0.06,
                0.05,
            )
        )
    threads = []
    for k in range(14):
        turn = np.radians(360 / 14 * k)
        out = np.array([np.sin(turn), 0, np.cos(turn)])
        low = rng.uniform(-0.1, 0.2)
        path = s.curve(
            [
                out * 0.38 + (0, 0.62, 0),
                out * 0.36 + (0, 0.42, 0),
                out * rng.uniform(0.28, 0.42) + (0, 0.3 + low * 0.5, 0),
                out * 0.34 + (0, low, 0),
            ],
            20,
        )
        threads.append(s.tube(path, s.interpolate([0.014, 0.01, 0.006], 20), 8))
    colour = s.pick(rng, ("#d98fc0", "#8fb8e0", "#e6a27c", "#b79be0"))
    clear = m.Material("jelly", m.srgb(colour), 0.2, transmission=0.25)
    return finished(
        [
            Part("bell", bell, clear, 50),
            Part("arms", s.group(frills), clear.shaded(1.12), 50),
            Part("tentacles", s.group(threads), clear.shaded(0.85), 60),
        ],
        rng.uniform(0.25, 0.6),
    )


@sculpture("crab", size=(0.1, 0.6))
def crab(rng: np.random.Generator) -> Sculpture:
    """A broad shell, eight legs, two claws."""
    colour = s.pick(rng, ("#c9432b", "#d9652c", "#a83a3a", "#3f6f86"))
    shell = f.ellipsoid((0, 0.3, 0), (0.42, 0.15, 0.3)).cut(f.box((0, 0.02, 0), (1, 0.16, 1)), 0.05).solid(56)
    under = s.ellipsoid(0.36, 0.08, 0.25, 32).translate((0, 0.21, 0))
    legs = []
    for k in range(4):
        z = 0.16 - 0.12 * k
        lean = 0.12 - 0.1 * k
        knee, foot = (
            (0.62 + 0.03 * (k in (1, 2)), 0.38, z * 1.5 + lean),
            (0.8 + 0.05 * (k in (1, 2)), 0.0, z * 1.8 + lean * 2),
        )
        legs += [s.capsule((0.34, 0.22, z), knee, 0.045, 0.034), s.rod(knee, foot, 0.034, 0.006, 12)]
    arm = [
        s.capsule((0.3, 0.24, 0.2), (0.52, 0.26, 0.4), 0.05, 0.055),
        s.capsule((0.52, 0.26, 0.4), (0.4, 0.3, 0.56), 0.06, 0.07),
    ]
    claw = s.ellipsoid(0.1, 0.085, 0.14, 28).translate((0.36, 0.31, 0.64))
    finger = s.tube(
        s.curve([(0.42, 0.31, 0.72), (0.44, 0.31, 0.84), (0.34, 0.31, 0.93)], 16),
        s.interpolate([0.06, 0.045, 0.008], 16),
        14,
    )
    thumb = s.tube(
        s.curve([(0.29, 0.31, 0.72), (0.25, 0.31, 0.82), (0.31, 0.31, 0.9)], 16),
        s.interpolate([0.05, 0.035, 0.008], 16),
        14,
    )
    skin = m.Material("shell", m.srgb(colour), 0.35)
    stalks = s.mirrored(s.rod((0.1, 0.34, 0.24), (0.12, 0.5, 0.3), 0.018, 0.016, 12))
    parts = [
        Part("shell", shell + under, skin, 60),
        Part("legs", s.mirrored(s.union(legs)), skin.shaded(0.88), 50),
        Part("claws", s.mirrored(s.union([*arm, claw, finger, thumb])), skin.shaded(1.05), 50),
        Part("stalks", stalks, skin, 60),
        *_eyes(0.12, 0.52, 0.31, 0.034, white=False),
    ]
    return finished(parts, rng.uniform(0.1, 0.22))


@sculpture("lobster", size=(0.2, 1.2))
def lobster(rng: np.random.Generator) -> Sculpture:
    """A long armoured body, claws and feelers."""
    colour = s.pick(rng, ("#b8331f", "#c9452a", "#2f4f73"))
    skin = m.Material("shell", m.srgb(colour), 0.35)
    front = s.ellipsoid(0.12, 0.12, 0.26, 36).translate((0, 0.17, 0.12)) + s.cone(0.16, 0.05, 16).rotate(
        (80, 0, 0)
    ).translate((0, 0.22, 0.3))
    rings = [
        s.ellipsoid(0.11 - 0.008 * k, 0.09 - 0.007 * k, 0.065, 28).translate((0, 0.15 - 0.006 * k, -0.14 - 0.085 * k))
        for k in range(6)
    ]
    fan = [
        s.ellipsoid(0.045, 0.012, 0.1, 20).translate((0, 0, -0.09)).rotate((0, turn, 0)).translate((0, 0.11, -0.6))
        for turn in (-50, -25, 0, 25, 50)
    ]
    legs = [
        s.tube(
            s.curve([(0.08, 0.14, 0.18 - 0.09 * k), (0.26, 0.2, 0.2 - 0.12 * k), (0.34, 0.0, 0.22 - 0.16 * k)], 14),
            s.interpolate([0.02, 0.015, 0.005], 14),
            8,
        )
        for k in range(4)
    ]
    claw = s.union(
        [
            s.tube(
                s.curve([(0.08, 0.15, 0.28), (0.22, 0.17, 0.36), (0.2, 0.17, 0.52)], 18),
                s.interpolate([0.03, 0.03, 0.045], 18),
                12,
            ),
            s.ellipsoid(0.075, 0.05, 0.13, 24).translate((0.2, 0.17, 0.62)),
            s.tube(
                s.curve([(0.24, 0.17, 0.68), (0.25, 0.17, 0.82), (0.19, 0.17, 0.9)], 14),
                s.interpolate([0.05, 0.035, 0.006], 14),
                12,
            ),
            s.tube(
                s.curve([(0.15, 0.17, 0.7), (0.12, 0.17, 0.8), (0.17, 0.17, 0.87)], 14),
                s.interpolate([0.035, 0.025, 0.006], 14),
                12,
            ),
        ]
    )
    feelers = s.tube(
        s.curve([(0.04, 0.2, 0.36), (0.2, 0.34, 0.55), (0.42, 0.4, 0.3), (0.5, 0.36, -0.1)], 36),
        s.interpolate([0.012, 0.008, 0.004], 36),
        8,
    )
    parts = [
        Part("body", s.union([front, *rings]), skin, 45),
        Part("tail fan", s.union(fan), skin.shaded(0.9), 45),
        Part("legs", s.mirrored(s.union(legs)), skin.shaded(0.9), 60),
        Part("claws", s.mirrored(claw), skin.shaded(1.06), 50),
        Part("feelers", s.mirrored(feelers), skin, 60),
        *_eyes(0.075, 0.25, 0.32, 0.022, white=False),
    ]
    return finished(parts, rng.uniform(0.25, 0.5))


@sculpture("shrimp", size=(0.03, 0.3), synonyms=("prawn",), plural="shrimp")
def shrimp(rng: np.random.Generator) -> Sculpture:
    """A bent body of rings."""
    skin = m.Material("shell", m.srgb(s.pick(rng, ("#f08a63", "#e8a184", "#f2b49a"))), 0.35)
    turn = np.linspace(-0.2, 3.7, 12)
    radius = s.interpolate([0.115, 0.125, 0.1, 0.075, 0.045], 12)
    centre = np.stack([0 * turn, 0.36 + 0.26 * np.sin(turn), 0.26 * np.cos(turn)], 1)
    rings = [
        s.aim(s.ellipsoid(r * 0.8, 0.075, r, 24), (0, np.cos(t), -np.sin(t))).translate(tuple(c))
        for c, r, t in zip(centre, radius, turn, strict=True)
    ]
    head = s.tube(
        s.curve([centre[0] + (0, 0.03, 0), centre[0] + (0, -0.02, 0.12), centre[0] + (0, 0.02, 0.3)], 14),
        s.interpolate([0.11, 0.09, 0.01], 14),
        20,
    )
    fan = [
        s.ellipsoid(0.03, 0.1, 0.012, 16)
        .translate((0, 0.09, 0))
        .rotate((0, 0, a))
        .rotate((118, 0, 0))
        .translate(tuple(centre[-1]))
        for a in (-35, 0, 35)
    ]
    legs = [
        s.tube(
            s.curve(
                [
                    centre[k] + (0.05, 0, 0),
                    centre[k] + np.array([0.07, -0.06 * np.sin(turn[k]) - 0.1, -0.1 * np.cos(turn[k])]) * 1.2,
                ],
                6,
            ),
            0.012,
            8,
        )
        for k in range(1, 7)
    ]
    feelers = s.tube(
        s.curve([centre[0] + (0.03, 0, 0.2), centre[0] + (0.12, 0.1, 0.45), centre[0] + (0.2, -0.05, 0.65)], 24),
        s.interpolate([0.01, 0.004], 24),
        8,
    )
    eye = centre[0] + (0.07, 0.06, 0.14)
    return finished(
        [
            Part("body", s.union([*rings, head, *fan]), skin, 45),
            Part("legs", s.mirrored(s.union(legs)), skin.shaded(0.9), 60),
            Part("feelers", s.mirrored(feelers), skin.shaded(0.9), 60),
            *_eyes(float(eye[0]), float(eye[1]), float(eye[2]), 0.026, white=False),
        ],
        rng.uniform(0.08, 0.16),
    )


@sculpture("starfish", size=(0.05, 0.4), synonyms=("sea star",), plural="starfish")
def starfish(rng: np.random.Generator) -> Sculpture:
    """Five arms with warts."""
    body = f.ellipsoid((0, 0.06, 0), (0.16, 0.07, 0.16))
    for k in range(5):
        turn = np.radians(72 * k + rng.uniform(-6, 6))
        tip = (0.5 * np.sin(turn), 0.03, 0.5 * np.cos(turn))
        body = body.blend(f.capsule((0, 0.06, 0), tip, 0.1, 0.035), 0.06)
    solid = body.solid(72).trim_by_plane((0, 1, 0), 0.0)
    skin = m.Material("skin", m.srgb(s.pick(rng, ("#e0703a", "#c9443a", "#d99a4a", "#8a5aa0"))), 0.8)
    points, normals = s.scattered(solid, rng, 160, 0.04)
    warts = s.group(
        [s.sphere(0.013, 8).translate(tuple(p)) for p, n in zip(points, normals, strict=True) if n[1] > 0.3]
    )
    return finished(
        [Part("body", solid, skin, 180), Part("warts", warts, skin.shaded(1.3), 60)], rng.uniform(0.12, 0.3)
    )


@sculpture("seahorse", size=(0.05, 0.4))
def seahorse(rng: np.random.Generator) -> Sculpture:
    """A curled tail, a pot belly, a horse's head."""
    skin = m.Material("skin", m.srgb(s.pick(rng, ("#e0a23a", "#d9763a", "#8fb06a", "#c9869a"))), 0.5)
    spiral = np.linspace(0, 4.6, 18)
    coil = np.stack(
        [
            0 * spiral,
            0.17 - 0.13 * (1 - spiral / 6.2) * np.cos(spiral),
            0.02 + 0.13 * (1 - spiral / 6.2) * np.sin(spiral),
        ],
        1,
    )[::-1]
    spine = np.concatenate(
        [coil, [(0, 0.16, -0.1), (0, 0.32, -0.08), (0, 0.5, 0.03), (0, 0.7, 0.02), (0, 0.84, -0.03), (0, 0.95, 0.03)]]
    )
    path = s.curve(spine, 70)
    radii = s.interpolate([0.012, 0.018, 0.03, 0.045, 0.07, 0.105, 0.115, 0.08, 0.06, 0.075], 70)
    rings = radii * (1 + 0.05 * np.cos(np.arange(70) * 2 * np.pi / 3.5))
    body = s.tube(path, rings, 20)
    snout = s.rod((0, 0.95, 0.05), (0, 0.89, 0.25), 0.05, 0.028, 16) + s.sphere(0.034, 16).translate((0, 0.89, 0.25))
    crest = s.group(
        [
            s.cone(0.07 - 0.006 * k, 0.016, 8)
            .rotate((-20 - 14 * k, 0, 0))
            .translate((0, 1.0 - 0.05 * k, 0.0 - 0.035 * k))
            for k in range(5)
        ]
    )
    dorsal = _fin([(-0.06, 0.42), (-0.2, 0.5), (-0.22, 0.62), (-0.05, 0.66)], 0.016)
    return finished(
        [
            Part("body", body + snout, skin, 60),
            Part("crest", crest, skin.shaded(0.85), 40),
            Part("fin", dorsal, skin.shaded(1.15), 40),
            *_eyes(0.06, 0.97, 0.07, 0.02, white=False),
        ],
        rng.uniform(0.1, 0.25),
    )


@sculpture("seal", size=(1.8, 3.6), synonyms=("sea lion",))
def seal(rng: np.random.Generator) -> Sculpture:
    """Resting with its head up."""
    grey = s.pick(rng, ("#7d838a", "#9a9ca0", "#5c554f"))
    body = f.ellipsoid((0, 0.24, 0.06), (0.21, 0.22, 0.36)).blend(
        f.capsule((0, 0.18, -0.1), (0, 0.09, -0.6), 0.17, 0.05), 0.15
    )
    body = (
        body.blend(f.capsule((0, 0.3, 0.26), (0, 0.54, 0.42), 0.16, 0.12), 0.12)
        .blend(f.ellipsoid((0, 0.6, 0.47), (0.12, 0.115, 0.14)), 0.06)
        .blend(f.ellipsoid((0, 0.565, 0.59), (0.075, 0.06, 0.06)), 0.05)
    )
    flipper = (
        s.ellipsoid(0.15, 0.022, 0.085, 24).translate((0.13, 0, 0)).rotate((0, 26, -10)).translate((0.14, 0.07, 0.2))
    )
    hind = s.ellipsoid(0.06, 0.02, 0.13, 20).translate((0, 0, -0.1)).rotate((0, -18, 0)).translate((0.03, 0.05, -0.58))
    skin = m.Material("skin", m.srgb(grey), 0.4)
    paint = _counter("#d9d7d2", grey, 0.17, 0.1, 1.0)
    nose = s.ellipsoid(0.03, 0.022, 0.02, 16).translate((0, 0.6, 0.645))
    whiskers = s.mirrored(
        s.group([s.rod((0.05, 0.56, 0.62), (0.17, 0.53 + 0.03 * k, 0.64), 0.003, 0.002, 6) for k in range(3)])
    )
    return finished(
        [
            Part("body", body.solid(72).trim_by_plane((0, 1, 0), 0.02), skin, 180, paint),
            Part("flippers", s.mirrored(flipper + hind), skin.shaded(0.85), 60),
            Part("nose", nose, m.EYE_BLACK, 60),
            Part("whiskers", whiskers, m.WHITE, 60),
            *_eyes(0.085, 0.64, 0.56, 0.024, white=False),
        ],
        rng.uniform(1.2, 1.8),
    )


@sculpture("walrus", size=(3.5, 6.5), plural="walruses")
def walrus(rng: np.random.Generator) -> Sculpture:
    """A seal with tusks, and twice of it."""
    skin = m.Material("skin", m.srgb("#8a5f4a"), 0.6)
    body = f.ellipsoid((0, 0.3, 0.04), (0.29, 0.29, 0.38)).blend(
        f.capsule((0, 0.22, -0.14), (0, 0.1, -0.62), 0.21, 0.06), 0.18
    )
    body = (
        body.blend(f.capsule((0, 0.4, 0.22), (0, 0.6, 0.36), 0.24, 0.17), 0.15)
        .blend(f.ellipsoid((0, 0.66, 0.4), (0.16, 0.15, 0.17)), 0.08)
        .blend(f.ellipsoid((0.06, 0.6, 0.54), (0.085, 0.075, 0.07)).both_sides(), 0.04)
    )
    flipper = (
        s.ellipsoid(0.17, 0.028, 0.1, 24).translate((0.15, 0, 0)).rotate((0, 26, -12)).translate((0.19, 0.09, 0.2))
    )
    hind = s.ellipsoid(0.07, 0.025, 0.13, 20).translate((0, 0, -0.1)).rotate((0, -18, 0)).translate((0.04, 0.06, -0.6))
    tusks = s.mirrored(
        s.tube(
            s.curve([(0.06, 0.58, 0.58), (0.075, 0.42, 0.62), (0.07, 0.26, 0.6)], 18),
            s.interpolate([0.026, 0.022, 0.005], 18),
            12,
        )
    )
    nose = s.ellipsoid(0.045, 0.03, 0.025, 16).translate((0, 0.67, 0.56))
    return finished(
        [
            Part("body", body.solid(72).trim_by_plane((0, 1, 0), 0.02), skin, 180),
            Part("flippers", s.mirrored(flipper + hind), skin.shaded(0.85), 60),
            Part("tusks", tusks, m.IVORY, 60),
            Part("nose", nose, m.EYE_BLACK, 60),
            *_eyes(0.11, 0.72, 0.51, 0.022, white=False),
        ],
        rng.uniform(2.2, 3.0),
    )
