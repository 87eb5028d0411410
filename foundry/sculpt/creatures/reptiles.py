"""Dragons, dinosaurs and what crawls: they look along +Z."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import cells, mix, noise, painted, two_tone
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import bead_eyes

Array = NDArray[np.float64]


def _hide(colour: str) -> m.Material:
    return m.Material("scales", m.srgb(colour), 0.55)


def _leg(hip: Array, knee: Array, ankle: Array, foot: Array, thick: float) -> f.Field:
    """A bent leg with a foot that points ahead, on the right side."""
    limb = f.limb(np.array([hip, knee, ankle, foot]), [thick, thick * 0.75, thick * 0.5, thick * 0.5])
    toe = foot + (0, -thick * 0.1, thick * 0.55)
    return limb.blend(f.ellipsoid(at(toe), (thick * 0.6, thick * 0.38, thick * 0.95)), thick * 0.3)


def _claws(foot: Array, thick: float) -> s.Solid:
    """Three claws before a foot."""
    tips = []
    for x in (-0.38, 0.0, 0.38):
        root = foot + (x * thick, -thick * 0.12, thick * 1.25)
        tips.append(s.rod(at(root), at(root + (x * thick * 0.2, -thick * 0.2, thick * 0.5)), thick * 0.17, 0.004, 10))
    return s.group(tips)


def _plates(spine: Array, normals: Array, heights: Array, thick: float, width: float = 0.5) -> s.Solid:
    """Triangles standing along a spine."""
    plates = []
    for point, up, high in zip(spine, normals, heights, strict=True):
        outline = [(-high * width, -high * 0.25), (high * width, -high * 0.25), (-high * 0.2, high)]
        plate = s.extrude(outline, thick).rotate((0, -90, 0))
        plates.append(s.aim(plate, up).translate(at(point)))
    return s.group(plates)


def _wing(span: float, chord: float, fingers: int = 4) -> tuple[s.Solid, s.Solid]:
    """A bat's wing in the XZ plane from the origin along +X: bones, and the skin between them."""
    wrist = np.array([span * 0.42, 0.0, chord * 0.3])
    tips = []
    for k in range(fingers):
        share = k / (fingers - 1)
        tips.append(np.array([span * (1 - 0.62 * share), 0.0, -chord * (0.05 + 0.9 * share)]))
    arm = s.tube(
        s.curve(np.array([np.zeros(3), wrist * (0.5, 1, 1.2), wrist]), 14), s.interpolate([0.05, 0.036, 0.032], 14), 10
    )
    bones = [arm, *(s.rod(at(wrist), at(tip), 0.026, 0.008, 10) for tip in tips)]
    outline: list[tuple[float, float]] = [(0.0, 0.0), (wrist[0], wrist[2])]
    for first, second in zip(tips, [*tips[1:], np.array([0.0, 0.0, -chord * 0.75])], strict=True):
        outline.append((first[0], first[2]))
        middle = (first + second) / 2
        inward = middle + (wrist - middle) * 0.22
        outline += [(float(p[0]), float(p[2])) for p in s.curve([first, inward, second], 9)[1:-1]]
    outline.append((0.0, -chord * 0.75))
    skin = s.extrude(outline, 0.018).rotate((90, 0, 0)).scale((1, 1, -1))
    return s.union(bones), skin


@sculpture("dragon", size=(4, 22), synonyms=("wyvern",), kinds=("fire dragon",))
def dragon(rng: np.random.Generator) -> Sculpture:
    """Four legs, bat's wings, a ridge, horns."""
    hue, belly, web = s.pick(
        rng,
        (
            ("#9c2a22", "#d9a05a", "#c4572f"),
            ("#2f6b3a", "#c9c27a", "#5f8a3a"),
            ("#2c3f66", "#a7b3c4", "#566d9c"),
            ("#3a3338", "#8a6a5a", "#6b2f2f"),
        ),
    )
    trunk = f.ellipsoid((0, 0.66, 0.1), (0.24, 0.26, 0.36)).blend(
        f.ellipsoid((0, 0.62, -0.26), (0.19, 0.21, 0.26)), 0.15
    )
    neck = s.curve([(0, 0.74, 0.3), (0, 0.98, 0.5), (0, 1.22, 0.5), (0, 1.36, 0.66)], 20)
    tail = s.curve(
        [
            (0, 0.6, -0.4),
            (0.02, 0.42, -0.75),
            (rng.uniform(-0.2, 0.2), 0.2, -1.15),
            (rng.uniform(-0.3, 0.3), 0.1, -1.65),
        ],
        24,
    )
    body = trunk.blend(f.limb(neck, s.interpolate([0.17, 0.12, 0.1, 0.1], 20)), 0.12)
    body = body.blend(f.limb(tail, s.interpolate([0.16, 0.12, 0.07, 0.02], 24)), 0.12)
    head = np.array([0, 1.38, 0.72])
    skull = f.ellipsoid(at(head), (0.11, 0.1, 0.15)).blend(
        f.capsule(at(head + (0, -0.01, 0.1)), at(head + (0, -0.05, 0.34)), 0.075, 0.055), 0.05
    )
    skull = skull.blend(f.capsule(at(head + (0, -0.08, 0.06)), at(head + (0, -0.12, 0.3)), 0.05, 0.038), 0.02)
    skull = skull.blend(f.ellipsoid(at(head + (0.03, 0.02, 0.34)), (0.024, 0.024, 0.03)).both_sides(), 0.02)
    front = np.array([0.2, 0.09, 0.36])
    back = np.array([0.23, 0.09, -0.22])
    legs = _leg(np.array([0.15, 0.6, 0.22]), np.array([0.22, 0.4, 0.16]), np.array([0.2, 0.18, 0.3]), front, 0.1)
    legs = legs | _leg(
        np.array([0.14, 0.58, -0.26]), np.array([0.26, 0.44, -0.06]), np.array([0.23, 0.22, -0.34]), back, 0.13
    )
    body = body.blend(skull, 0.06).blend(legs.both_sides(), 0.06)
    hide = _hide(hue)
    paint = two_tone(hue, belly, lambda p: _under_belly(p), noise(rng, 0.25))
    spine = np.concatenate(
        [
            neck[::-2],
            np.array([(0, 0.91, 0.2), (0, 0.91, 0.05), (0, 0.87, -0.1), (0, 0.83, -0.25), (0, 0.76, -0.4)]),
            tail[3::2],
        ]
    )
    along = np.gradient(spine, axis=0)
    up = np.stack([0 * along[:, 0], along[:, 2] * -1, along[:, 1]], 1)
    up = np.where(up[:, 1:2] < -0.05, -up, up)
    offset = np.concatenate([s.interpolate([0.09, 0.13], 10), np.zeros(5), s.interpolate([0.1, 0.02], len(tail[3::2]))])
    up /= np.linalg.norm(up, axis=1, keepdims=True)
    heights = s.interpolate([0.06, 0.1, 0.12, 0.08, 0.03], len(spine))
    ridge = _plates(spine + up * offset[:, None] * 0.9, up, heights, 0.028)
    bones, skin = _wing(rng.uniform(1.5, 1.9), 0.75)
    lift, sweep = rng.uniform(24, 42), rng.uniform(-10, 14)
    place = at(np.array([0.14, 0.84, 0.16]))
    wings = [x.rotate((0, sweep, lift)).translate(place) for x in (bones, skin)]
    horn = s.tube(
        s.curve([head + (0.06, 0.07, -0.06), head + (0.09, 0.15, -0.18), head + (0.1, 0.17, -0.36)], 14),
        s.interpolate([0.035, 0.026, 0.005], 14),
        10,
    )
    brow = s.cone(0.09, 0.03, 8).rotate((-60, 0, -30)).translate(at(head + (0.085, 0.03, -0.04)))
    teeth = s.group(
        [
            s.cone(0.04, 0.012, 6)
            .rotate((180, 0, 0))
            .translate(at(head + (0.042 - 0.012 * k, -0.07 - 0.008 * k, 0.2 + 0.045 * k)))
            for k in range(3)
        ]
    )
    spade = (
        s.extrude([(0, 0.16), (0.1, -0.02), (0, -0.07), (-0.1, -0.02)], 0.03)
        .rotate((-90, 0, 0))
        .translate(at(tail[-1]))
    )
    parts = [
        Part("body", body.solid(104), hide, 180, paint),
        Part("ridge", ridge, hide.coloured(web), 0),
        Part("wing bones", s.mirrored(wings[0]), hide, 50),
        Part("wing skin", s.mirrored(wings[1]), hide.coloured(web, "wing skin"), 20),
        Part("horns", s.mirrored(s.group([horn, brow])), m.HORN, 50),
        Part("teeth", s.mirrored(teeth), m.IVORY, 0),
        Part("tail blade", spade, hide.coloured(web), 0),
        Part("claws", s.mirrored(s.group([_claws(front, 0.1), _claws(back, 0.13)])), m.CLAW, 50),
        *bead_eyes(at(head + (0.085, 0.04, 0.06)), 0.024, "#e8b820"),
    ]
    return finished(parts, rng.uniform(2.2, 4.5), {"back": (0, 0.92, 0.0), "head": (0, 1.48, 0.72)})


def _under_belly(p: Array) -> Array:
    low = np.clip((0.58 - p[:, 1]) / 0.06 + 0.5, 0, 1) * (np.abs(p[:, 0]) < 0.13) * (p[:, 2] > -0.6) * (p[:, 1] > 0.36)
    throat = np.clip((p[:, 2] - (0.42 + 0.14 * np.clip((p[:, 1] - 0.75) / 0.5, 0, 1))) / 0.05 + 0.5, 0, 1)
    return np.maximum(low, throat * (p[:, 1] > 0.62) * (p[:, 1] < 1.26) * (np.abs(p[:, 0]) < 0.1))


def _theropod(rng: np.random.Generator, hue: str, belly: str, big: bool) -> list[Part]:
    jaw = 1.0 if big else 0.72
    hips = np.array([0, 0.86, 0.0])
    body = f.ellipsoid(at(hips + (0, 0.04, 0.16)), (0.19, 0.23, 0.34)).blend(
        f.ellipsoid(at(hips), (0.17, 0.2, 0.24)), 0.1
    )
    neck = s.curve([hips + (0, 0.12, 0.36), hips + (0, 0.3, 0.48), hips + (0, 0.42, 0.6)], 10)
    body = body.blend(f.limb(neck, s.interpolate([0.16, 0.12, 0.12], 10)), 0.1)
    tail = s.curve(
        [
            hips + (0, 0.02, -0.1),
            hips + (rng.uniform(-0.1, 0.1), 0.02, -0.6),
            hips + (rng.uniform(-0.2, 0.2), 0.1, -1.2),
        ],
        20,
    )
    body = body.blend(f.limb(tail, s.interpolate([0.17, 0.09, 0.015], 20)), 0.12)
    head = hips + (0, 0.48, 0.66)
    skull = f.ellipsoid(at(head), (0.125 * jaw, 0.14 * jaw, 0.17)).blend(
        f.box(at(head + (0, -0.01, 0.22 * jaw)), (0.085 * jaw, 0.085 * jaw, 0.2 * jaw), 0.05), 0.06
    )
    under = f.box(at(head + (0, -0.15 * jaw, 0.17 * jaw)), (0.07 * jaw, 0.035, 0.2 * jaw), 0.03).blend(
        f.ellipsoid(at(head - (0, 0.1 * jaw, 0.02)), (0.09 * jaw, 0.08, 0.1)), 0.04
    )
    foot = np.array([0.17, 0.07, 0.1])
    legs = _leg(hips + (0.12, -0.04, 0.0), hips + (0.19, -0.34, 0.2), hips + (0.17, -0.58, -0.06), foot, 0.13)
    arm = f.limb(
        np.array([hips + (0.14, 0.06, 0.42), hips + (0.18, -0.06, 0.44), hips + (0.16, -0.08, 0.56)]),
        [0.045, 0.032, 0.026],
    )
    body = body.blend(skull | under, 0.04).blend(legs.both_sides(), 0.07).blend(arm.both_sides(), 0.03)
    hide = _hide(hue)
    wave = noise(rng, 0.5)

    def under_part(p: Array) -> Array:
        return np.clip((0.76 - 0.1 * p[:, 2] - p[:, 1]) / 0.1 + 0.5, 0, 1) * (np.abs(p[:, 0]) < 0.14) * (p[:, 1] > 0.5)

    def stripes(p: Array) -> Array:
        return np.clip(np.sin(p[:, 2] * 22 + wave(p)) * 2, -1, 1) * (p[:, 1] > 0.85)

    rows = []
    for k in range(7):
        z = 0.07 + 0.045 * k
        rows.append(
            s.cone(0.045 * jaw, 0.013, 6)
            .rotate((180, 0, 0))
            .translate(at(head + (0.072 * jaw, -0.085 * jaw, z * jaw * 1.05)))
        )
        rows.append(s.cone(0.036 * jaw, 0.012, 6).translate(at(head + (0.058 * jaw, -0.125 * jaw, (z + 0.02) * jaw))))
    claws = [_claws(foot, 0.13)]
    for x in (-0.012, 0.014):
        root = hips + (0.16 + x, -0.085, 0.575)
        claws.append(s.rod(at(root), at(root + (0, -0.04, 0.035)), 0.012, 0.003, 8))
    return [
        Part("body", body.solid(120), hide, 180, two_tone(hue, belly, under_part, stripes)),
        Part("teeth", s.mirrored(s.group(rows)), m.IVORY, 0),
        Part("claws", s.mirrored(s.group(claws)), m.CLAW, 50),
        *bead_eyes(at(head + (0.105 * jaw, 0.05, 0.05)), 0.022, "#e0b030"),
    ]


@sculpture("t rex", size=(6, 20), synonyms=("tyrannosaurus", "tyrannosaurus rex", "trex", "dinosaur"), plural="t rexes")
def t_rex(rng: np.random.Generator) -> Sculpture:
    """A great head on two legs."""
    hue, belly = s.pick(rng, (("#6b7a3c", "#cfc68c"), ("#7a5a38", "#d9c49a"), ("#4f6a58", "#c4cdb0")))
    return finished(
        _theropod(rng, hue, belly, True), rng.uniform(3.0, 3.8), {"back": (0, 1.08, 0.0), "head": (0, 1.5, 0.66)}
    )


@sculpture("velociraptor", size=(1, 4), synonyms=("raptor",))
def velociraptor(rng: np.random.Generator) -> Sculpture:
    """Small and quick."""
    hue, belly = s.pick(rng, (("#8a6a3a", "#e0cfa4"), ("#4f7a6a", "#d0d8b8")))
    return finished(
        _theropod(rng, hue, belly, False), rng.uniform(0.7, 1.0), {"back": (0, 1.08, 0.0), "head": (0, 1.5, 0.66)}
    )


def _saurian(
    rng: np.random.Generator,
    hue: str,
    belly: str,
    neck: Array,
    neck_radii: list[float],
    tail: Array,
    legs: float,
    deep: float,
    girth: float,
    cells_: int = 120,
) -> tuple[f.Field, m.Material, Callable[[Array], Array]]:
    """A body on four pillars with a neck and a tail."""
    body = f.ellipsoid((0, legs + deep * 0.8, 0), (girth, deep, 0.5)).blend(
        f.limb(neck, s.interpolate(neck_radii, len(neck))), 0.15
    )
    body = body.blend(f.limb(tail, s.interpolate([deep * 0.62, deep * 0.4, 0.02], len(tail))), 0.18)
    for z, x in ((0.3, girth * 0.72), (-0.3, girth * 0.76)):
        leg = f.limb(
            np.array([(x * 0.85, legs + deep * 0.45, z), (x, legs * 0.55, z + 0.02), (x, 0.05, z)]), [0.14, 0.105, 0.1]
        )
        body = body.blend(leg.both_sides(), 0.09)
    level = legs + deep * 0.45
    wave = noise(rng, 0.4)
    paint = two_tone(
        hue,
        belly,
        lambda p: (
            np.clip((level - p[:, 1]) / 0.12 + 0.5, 0, 1) * (np.abs(p[:, 0]) < girth * 0.55) * (p[:, 1] > legs * 0.7)
        ),
        lambda p: np.clip(wave(p) * 1.5, -1, 1) * (p[:, 1] > level + 0.1),
    )
    return body, _hide(hue), paint


def _toes(girth: float) -> s.Solid:
    nails = [
        s.ellipsoid(0.028, 0.03, 0.024, 12).translate((girth * scale + dx, 0.025, z + 0.09))
        for z, scale in ((0.3, 0.72), (-0.3, 0.76))
        for dx in (-0.05, 0.0, 0.05)
    ]
    return s.mirrored(s.group(nails))


@sculpture("sauropod", size=(8, 45), synonyms=("brontosaurus", "brachiosaurus", "diplodocus", "long neck dinosaur"))
def sauropod(rng: np.random.Generator) -> Sculpture:
    """A long neck, a long tail."""
    hue, belly = s.pick(rng, (("#6d8a6a", "#cfd3b0"), ("#7d7f8a", "#cfcac4"), ("#8a7350", "#d8caa4")))
    rise = rng.uniform(1.5, 1.95)
    neck = s.curve([(0, 0.84, 0.3), (0, 1.1, 0.7), (0, rise * 0.9, 0.95), (0, rise, 1.12)], 20)
    tail = s.curve(
        [
            (0, 0.74, -0.35),
            (0.1, 0.56, -0.9),
            (rng.uniform(-0.3, 0.3), 0.4, -1.5),
            (rng.uniform(-0.5, 0.5), 0.46, -2.0),
        ],
        24,
    )
    body, hide, paint = _saurian(rng, hue, belly, neck, [0.22, 0.13, 0.085, 0.075], tail, 0.48, 0.34, 0.28)
    head = neck[-1] + (0, 0.02, 0.06)
    body = body.blend(f.ellipsoid(at(head), (0.075, 0.07, 0.1)), 0.04).blend(
        f.capsule(at(head + (0, -0.02, 0.04)), at(head + (0, -0.05, 0.16)), 0.055, 0.045), 0.04
    )
    return finished(
        [
            Part("body", body.solid(140), hide, 180, paint),
            Part("toes", _toes(0.28), m.CLAW.shaded(1.8), 60),
            *bead_eyes(at(head + (0.062, 0.03, 0.02)), 0.015, ""),
        ],
        rng.uniform(5.0, 7.0),
        {"back": (0, 1.1, 0.0), "head": at(head + (0, 0.07, 0))},
    )


@sculpture("triceratops", size=(4, 14), plural="triceratops")
def triceratops(rng: np.random.Generator) -> Sculpture:
    """A frill and three horns."""
    hue, belly = s.pick(rng, (("#7a6a4a", "#cfc09a"), ("#5f7a6a", "#c8cfb4"), ("#80665a", "#d4beaa")))
    neck = s.curve([(0, 0.74, 0.3), (0, 0.76, 0.5), (0, 0.74, 0.66)], 10)
    tail = s.curve([(0, 0.66, -0.35), (0, 0.5, -0.75), (rng.uniform(-0.15, 0.15), 0.32, -1.15)], 18)
    body, hide, paint = _saurian(rng, hue, belly, neck, [0.24, 0.2, 0.17], tail, 0.38, 0.33, 0.3)
    head = np.array([0, 0.72, 0.74])
    body = body.blend(f.ellipsoid(at(head), (0.16, 0.17, 0.2)), 0.06).blend(
        f.capsule(at(head + (0, -0.04, 0.1)), at(head + (0, -0.13, 0.3)), 0.12, 0.07), 0.06
    )
    frill = s.ellipsoid(0.38, 0.36, 0.05, 48).rotate((-38, 0, 0)).translate(at(head + (0, 0.22, -0.16)))
    studs = s.group(
        [
            s.cone(0.07, 0.035, 8)
            .rotate((0, 0, -t))
            .translate((0.37 * np.sin(np.radians(t)), 0.35 * np.cos(np.radians(t)), 0))
            .rotate((-38, 0, 0))
            .translate(at(head + (0, 0.22, -0.16)))
            for t in range(-105, 106, 15)
        ]
    )
    brow = s.tube(
        s.curve([head + (0.09, 0.12, 0.06), head + (0.13, 0.24, 0.24), head + (0.12, 0.34, 0.46)], 16),
        s.interpolate([0.05, 0.038, 0.005], 16),
        12,
    )
    nose = s.tube(s.curve([head + (0, 0.02, 0.26), head + (0, 0.14, 0.34)], 8), s.interpolate([0.045, 0.006], 8), 12)
    beak = s.ellipsoid(0.055, 0.08, 0.06, 20).translate(at(head + (0, -0.16, 0.35)))
    return finished(
        [
            Part("body", body.solid(110), hide, 180, paint),
            Part("frill", frill, hide.shaded(0.92), 60),
            Part("studs", studs, m.HORN, 40),
            Part("horns", s.mirrored(brow) + nose, m.HORN, 60),
            Part("beak", beak, m.HORN.shaded(0.6), 60),
            Part("toes", _toes(0.3), m.CLAW.shaded(1.8), 60),
            *bead_eyes(at(head + (0.145, 0.05, 0.1)), 0.022, ""),
        ],
        rng.uniform(2.4, 3.2),
        {"back": (0, 1.02, 0.0), "head": at(head + (0, 0.2, 0))},
    )


@sculpture("stegosaurus", size=(4, 14), plural="stegosauruses")
def stegosaurus(rng: np.random.Generator) -> Sculpture:
    """Plates on its back, spikes on its tail."""
    hue, plate = s.pick(rng, (("#6f7f4a", "#c46a2f"), ("#7f6a52", "#b5533a"), ("#4f746a", "#d0923a")))
    neck = s.curve([(0, 0.68, 0.3), (0, 0.58, 0.56), (0, 0.5, 0.78)], 12)
    tail = s.curve([(0, 0.74, -0.35), (0, 0.66, -0.8), (0, 0.66, -1.25)], 18)
    body, hide, paint = _saurian(rng, hue, "#cfcf9f", neck, [0.2, 0.13, 0.08], tail, 0.42, 0.36, 0.25)
    head = neck[-1] + (0, 0.0, 0.05)
    body = body.blend(f.ellipsoid(at(head), (0.07, 0.07, 0.11)), 0.04).blend(
        f.capsule(at(head), at(head + (0, -0.03, 0.14)), 0.05, 0.035), 0.03
    )
    plates = []
    for k, z in enumerate(np.linspace(0.55, -1.0, 13)):
        high = 0.34 * np.exp(-(((z + 0.12) / 0.55) ** 2)) + 0.06
        base = (
            0.42 + 0.36 * 0.8 + 0.36 * np.sqrt(max(0.0, 1 - (z / 0.52) ** 2))
            if abs(z) < 0.45
            else 0.84 - 0.22 * abs(z) + 0.05
        )
        outline = s.curve(
            [
                (-high * 0.3, -0.06),
                (-high * 0.62, high * 0.5),
                (0, high * 1.15),
                (high * 0.62, high * 0.5),
                (high * 0.3, -0.06),
            ],
            24,
        )
        solid = s.extrude(outline, 0.03, 0.01).rotate((0, -90, 0)).rotate((0, 0, -12 if k % 2 else 12))
        plates.append(solid.translate((0.05 if k % 2 else -0.05, float(base) - 0.03, float(z))))
    spikes = s.mirrored(
        s.group([s.rod((0.02, 0.7, z), (0.22, 0.92, z - 0.14), 0.03, 0.004, 10) for z in (-1.05, -1.2)])
    )
    return finished(
        [
            Part("body", body.solid(120), hide, 180, paint),
            Part("plates", s.group(plates), hide.coloured(plate, "plates"), 30),
            Part("spikes", spikes, m.HORN, 50),
            Part("toes", _toes(0.25), m.CLAW.shaded(1.8), 60),
            *bead_eyes(at(head + (0.06, 0.025, 0.04)), 0.014, ""),
        ],
        rng.uniform(2.2, 3.0),
        {"back": (0, 1.06, 0.0), "head": at(head + (0, 0.08, 0))},
    )


@sculpture("pterodactyl", size=(1, 9), synonyms=("pteranodon", "pterosaur"))
def pterodactyl(rng: np.random.Generator) -> Sculpture:
    """A crest, a beak and wings of skin, in flight."""
    hue, web = s.pick(rng, (("#8a6a4a", "#c49a6a"), ("#6a7280", "#9aa4b0")))
    body = f.ellipsoid((0, 0.5, 0), (0.12, 0.12, 0.24)).blend(
        f.capsule((0, 0.54, 0.2), (0, 0.62, 0.38), 0.07, 0.06), 0.06
    )
    body = body.blend(f.ellipsoid((0, 0.64, 0.44), (0.065, 0.065, 0.09)), 0.04).blend(
        f.limb(
            np.array([(0.06, 0.46, -0.2), (0.09, 0.44, -0.4), (0.08, 0.42, -0.5)]), [0.035, 0.024, 0.016]
        ).both_sides(),
        0.03,
    )
    beak = s.rod((0, 0.63, 0.5), (0, 0.58, 0.92), 0.05, 0.006, 16)
    crest = s.rod((0, 0.68, 0.4), (0, 0.82, 0.1), 0.045, 0.006, 16).scale((0.6, 1, 1))
    bones, skin = _wing(1.1, 0.5, 3)
    wings = [x.rotate((0, 4, rng.uniform(4, 16))).translate((0.08, 0.54, 0.12)) for x in (bones, skin)]
    hide = _hide(hue)
    return finished(
        [
            Part("body", body.solid(72), hide, 180),
            Part("beak", beak, m.HORN, 60),
            Part("crest", crest, hide.coloured("#b5482f"), 60),
            Part("wing bones", s.mirrored(wings[0]), hide, 50),
            Part("wing skin", s.mirrored(wings[1]), hide.coloured(web), 20),
            *bead_eyes((0.056, 0.66, 0.47), 0.016, "#e0b030"),
        ],
        rng.uniform(1.5, 2.6),
        {"back": (0, 0.62, 0.0), "head": (0, 0.71, 0.44)},
    )


@sculpture("crocodile", size=(2, 8), synonyms=("alligator",))
def crocodile(rng: np.random.Generator) -> Sculpture:
    """Low, long and armoured."""
    hue = s.pick(rng, ("#55663a", "#4c5a40", "#6a6a44"))
    body = f.ellipsoid((0, 0.15, 0), (0.19, 0.115, 0.42))
    tail = s.curve(
        [
            (0, 0.14, -0.3),
            (0.03, 0.11, -0.7),
            (rng.uniform(-0.2, 0.2), 0.08, -1.15),
            (rng.uniform(-0.3, 0.3), 0.05, -1.5),
        ],
        22,
    )
    body = body.blend(f.limb(tail, s.interpolate([0.12, 0.09, 0.055, 0.012], 22)), 0.1).blend(
        f.capsule((0, 0.16, 0.35), (0, 0.17, 0.55), 0.12, 0.11), 0.08
    )
    body = body.blend(f.box((0, 0.185, 0.84), (0.085, 0.03, 0.27), 0.028), 0.05).blend(
        f.box((0, 0.115, 0.82), (0.08, 0.024, 0.26), 0.022), 0.025
    )
    body = body.blend(f.ellipsoid((0.055, 0.25, 0.6), (0.035, 0.035, 0.045)).both_sides(), 0.03).blend(
        f.ellipsoid((0.03, 0.215, 1.09), (0.022, 0.02, 0.024)).both_sides(), 0.02
    )
    feet = []
    for z in (0.3, -0.32):
        foot = np.array([0.33, 0.035, z + 0.06])
        leg = f.limb(np.array([(0.14, 0.15, z), (0.28, 0.15, z - 0.05), foot]), [0.075, 0.055, 0.04]).blend(
            f.ellipsoid(at(foot + (0.01, -0.01, 0.05)), (0.055, 0.024, 0.07)), 0.03
        )
        body = body.blend(leg.both_sides(), 0.05)
        feet.append(_claws(foot, 0.055))
    scutes = []
    for z in np.linspace(0.4, -1.35, 26):
        y = 0.265 - 0.06 * abs(z) if z > -0.3 else 0.25 - 0.13 * (-z - 0.3)
        xs = (0.04, 0.11) if z > -0.35 else (0.03,)
        scutes += [
            s.cone(0.045, 0.035, 5).scale((0.7, 1, 1.2)).translate((x, float(y) - 0.03 - x * 0.28, float(z)))
            for x in xs
        ]
    teeth = s.group(
        [s.cone(0.035, 0.01, 6).rotate((180, 0, 0)).translate((0.078, 0.165, 0.64 + 0.05 * k)) for k in range(9)]
    )
    hide = _hide(hue)
    blotch = noise(rng, 0.3)
    paint = two_tone(
        hue,
        "#cfcf9a",
        lambda p: np.clip((0.1 - p[:, 1]) / 0.04 + 0.5, 0, 1) * (np.abs(p[:, 0]) < 0.17),
        lambda p: np.clip(blotch(p), -1, 1),
    )
    return finished(
        [
            Part("body", body.solid(140), hide, 180, paint),
            Part("scutes", s.mirrored(s.group(scutes)), hide.shaded(0.8), 30),
            Part("teeth", s.mirrored(teeth), m.IVORY, 0),
            Part("claws", s.mirrored(s.group(feet)), m.CLAW, 50),
            *bead_eyes((0.072, 0.265, 0.62), 0.018, "#d8c040"),
        ],
        rng.uniform(1.2, 1.8),
        {"back": (0, 0.27, 0.0), "head": (0, 0.28, 0.6)},
    )


@sculpture("lizard", size=(0.1, 1.5), synonyms=("gecko", "salamander"))
def lizard(rng: np.random.Generator) -> Sculpture:
    """Sprawling, with a long tail."""
    hue, spot = s.pick(
        rng, (("#6a9a3f", "#3f5f2a"), ("#b5793a", "#5f3a1f"), ("#4a8f8a", "#2a4f5f"), ("#2a2a2c", "#e8c020"))
    )
    body = f.ellipsoid((0, 0.1, 0), (0.11, 0.085, 0.27)).blend(f.ellipsoid((0, 0.13, 0.38), (0.085, 0.065, 0.12)), 0.1)
    tail = s.curve(
        [
            (0, 0.09, -0.2),
            (0.06, 0.06, -0.5),
            (rng.uniform(-0.3, 0.3), 0.04, -0.8),
            (rng.uniform(-0.4, 0.4), 0.03, -1.05),
        ],
        22,
    )
    body = body.blend(f.limb(tail, s.interpolate([0.075, 0.05, 0.03, 0.008], 22)), 0.08)
    toes = []
    for z, ahead in ((0.18, 0.12), (-0.18, -0.06)):
        foot = np.array([0.3, 0.02, z + ahead])
        body = body.blend(
            f.limb(np.array([(0.07, 0.09, z), (0.22, 0.12, z - ahead * 0.3), foot]), [0.04, 0.03, 0.022]).both_sides(),
            0.04,
        )
        toes += [
            s.capsule(at(foot), at(foot + (0.08 * np.sin(t), -0.008, 0.08 * np.cos(t))), 0.016, 0.009, 8)
            for t in np.radians((-20, 15, 50, 85))
        ]
    hide = _hide(hue)
    nearest = cells(rng, np.array([-0.4, 0, -1.1]), np.array([0.4, 0.2, 0.5]), 0.1)
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(spot))

    def paint(p: Array) -> Array:
        out = mix(np.tile(a, (len(p), 1)), b, np.clip((0.036 - nearest(p)[0]) / 0.012 + 0.5, 0, 1))
        return mix(
            out,
            a * 0.4 + 0.6 * np.array([0.95, 0.92, 0.75]),
            np.clip((0.07 - p[:, 1]) / 0.03 + 0.5, 0, 1) * (np.abs(p[:, 0]) < 0.09),
        )

    return finished(
        [
            Part("body", body.solid(130), hide, 180, paint),
            Part("toes", s.mirrored(s.group(toes)), hide.shaded(0.9), 60),
            *bead_eyes((0.07, 0.165, 0.42), 0.026, "#e8c040"),
        ],
        rng.uniform(0.2, 0.4),
        {"back": (0, 0.18, 0.0), "head": (0, 0.19, 0.38)},
    )


@sculpture("snake", size=(0.2, 3), synonyms=("serpent",), kinds=("python",))
def snake(rng: np.random.Generator) -> Sculpture:
    """Coiled, its head up."""
    hue, band = s.pick(
        rng, (("#5f8a3a", "#2f4f24"), ("#c9a24a", "#5f3f1f"), ("#b5402f", "#1f1f22"), ("#3f3a3f", "#d9b83a"))
    )
    turns = rng.uniform(2.0, 2.7)
    t = np.linspace(0, turns * 2 * np.pi, 80)
    radius = np.linspace(0.56, 0.24, 80)
    coil = np.stack([radius * np.sin(t), 0.07 + 0.1 * t / (2 * np.pi), radius * np.cos(t)], 1)
    end = coil[-1]
    path = s.curve([*coil[::4], end + (0, 0.14, 0.0), (0.05, end[1] + 0.38, -0.06), (0, end[1] + 0.58, 0.08)], 170)
    radii = s.interpolate([0.006, 0.045, 0.07, 0.078, 0.078, 0.075, 0.066, 0.056], 170)
    body = s.tube(path, radii, 18)
    top = path[-1]
    head = (
        f.ellipsoid(at(top + (0, 0.02, 0.07)), (0.082, 0.05, 0.12))
        .blend(f.capsule(at(top), at(top + (0, 0, 0.12)), 0.055, 0.04), 0.03)
        .solid(36)
    )
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(band))

    def paint(p: Array) -> Array:
        nearest = np.linalg.norm(p[:, None] - path[None, ::2], axis=2).argmin(1) * 2
        wave = np.sin(length[np.minimum(nearest, 169)] * 2 * np.pi / 0.22)
        return mix(np.tile(a, (len(p), 1)), b, np.clip(wave * 3 + 0.2, 0, 1))

    tongue = s.rod(at(top + (0, 0.01, 0.18)), at(top + (0, 0.0, 0.27)), 0.007, 0.006, 8) + s.mirrored(
        s.rod(at(top + (0, 0, 0.265)), at(top + (0.02, 0.0, 0.31)), 0.006, 0.003, 8)
    )
    hide = _hide(hue)
    return finished(
        [
            Part("body", body, hide, 60, paint),
            Part("head", head, hide, 180),
            Part("tongue", tongue, m.RED, 60),
            *bead_eyes(at(top + (0.062, 0.045, 0.11)), 0.016, "#f0d040"),
        ],
        rng.uniform(0.5, 0.9),
        {"head": at(top + (0, 0.07, 0.07))},
    )


def _turtle(rng: np.random.Generator, sea: bool) -> Sculpture:
    shell_hue, skin_hue = s.pick(rng, (("#6a5a2f", "#7a8a4a"), ("#4f6a3a", "#8a9a5a"), ("#7a4f2f", "#a39a6a")))
    high = 0.2 if sea else rng.uniform(0.3, 0.36)
    shell = s.ellipsoid(0.36, high, 0.42, 64).trim_by_plane((0, 1, 0), 0.0).translate((0, 0.16, 0))
    rim = s.torus(0.37, 0.04, 56, 14).scale((1, 0.8, 1.14)).translate((0, 0.17, 0))
    belly = s.ellipsoid(0.33, 0.07, 0.39, 40).translate((0, 0.16, 0))
    nearest = cells(rng, np.array([-0.4, 0.2, -0.45]), np.array([0.4, 0.5, 0.45]), 0.21)
    a = np.array(m.srgb(shell_hue))

    def plates(p: Array) -> Array:
        first, second = nearest(p * (1, 0.3, 1) + (0, 0.25, 0))
        return mix(np.tile(a * 1.15, (len(p), 1)), a * 0.5, np.clip((0.028 - (second - first)) / 0.014 + 0.5, 0, 1))

    skin = _hide(skin_hue)
    head = f.capsule((0, 0.2, 0.36), (0, 0.3, 0.52), 0.075, 0.065).blend(
        f.ellipsoid((0, 0.33, 0.58), (0.08, 0.075, 0.1)), 0.05
    )
    body = head.blend(f.capsule((0, 0.15, -0.4), (0, 0.09, -0.56), 0.05, 0.01), 0.02)
    if sea:
        front = f.limb(np.array([(0.24, 0.16, 0.26), (0.5, 0.14, 0.24), (0.74, 0.1, 0.02)]), [0.07, 0.065, 0.02])
        back = f.limb(np.array([(0.2, 0.15, -0.3), (0.36, 0.12, -0.46), (0.42, 0.1, -0.56)]), [0.06, 0.055, 0.025])
    else:
        front = f.limb(np.array([(0.22, 0.18, 0.24), (0.34, 0.12, 0.32), (0.34, 0.05, 0.36)]), [0.085, 0.08, 0.075])
        back = f.limb(np.array([(0.22, 0.18, -0.26), (0.32, 0.12, -0.3), (0.32, 0.05, -0.3)]), [0.085, 0.08, 0.075])
    limbs = (front | back).both_sides()
    body = body | limbs
    solid = body.solid(90)
    if sea:
        solid = s.warp(solid, lambda p: np.where(np.abs(p[:, :1]) > 0.2, p * (1, 0.55, 1) + (0, 0.06, 0), p))
    parts = [
        Part("shell", shell.refine_to_length(0.035), m.Material("shell", m.srgb(shell_hue), 0.4), 60, plates),
        Part("rim", rim + belly, m.Material("shell", m.srgb(shell_hue), 0.4).shaded(1.2), 60),
        Part("body", solid.trim_by_plane((0, 1, 0), 0.0), skin, 180),
        *bead_eyes((0.07, 0.35, 0.62), 0.02, ""),
    ]
    return finished(
        parts,
        rng.uniform(0.3, 0.6) if not sea else rng.uniform(0.9, 1.2),
        {"back": (0, 0.16 + high, 0.0), "head": (0, 0.41, 0.58)},
    )


@sculpture("turtle", size=(0.2, 1.6), synonyms=("tortoise",))
def turtle(rng: np.random.Generator) -> Sculpture:
    """A high shell on four feet."""
    return _turtle(rng, False)


@sculpture("sea turtle", size=(0.8, 3))
def sea_turtle(rng: np.random.Generator) -> Sculpture:
    """A flat shell and flippers."""
    return _turtle(rng, True)


@sculpture("frog", size=(0.04, 0.5))
def frog(rng: np.random.Generator) -> Sculpture:
    """Sitting."""
    hue, belly = s.pick(
        rng, (("#4f9a3a", "#e3e6b0"), ("#7a9a3a", "#efe8c0"), ("#c9502a", "#2a3f8a"), ("#3a8f7a", "#dfe8c8"))
    )
    body = (
        f.ellipsoid((0, 0.3, -0.04), (0.26, 0.22, 0.32))
        .rotate((0, 0, 0))
        .blend(f.ellipsoid((0, 0.44, 0.2), (0.25, 0.15, 0.2)), 0.12)
    )
    body = body.blend(f.ellipsoid((0.15, 0.58, 0.18), (0.085, 0.085, 0.085)).both_sides(), 0.05)
    hind = f.limb(
        np.array([(0.2, 0.24, -0.2), (0.42, 0.34, 0.08), (0.36, 0.07, -0.22), (0.42, 0.03, 0.14)]),
        [0.13, 0.09, 0.055, 0.04],
    )
    front = f.limb(np.array([(0.18, 0.3, 0.2), (0.26, 0.16, 0.26), (0.22, 0.03, 0.36)]), [0.07, 0.055, 0.04])
    body = body.blend(hind.both_sides(), 0.05).blend(front.both_sides(), 0.04)
    toes = []
    for root, spread in (((0.42, 0.028, 0.14), (-25, 5, 35)), ((0.22, 0.028, 0.36), (-30, 0, 30))):
        for t in np.radians(spread):
            tip = (root[0] + 0.15 * np.sin(t), 0.022, root[2] + 0.15 * np.cos(t))
            toes += [s.capsule(root, tip, 0.024, 0.018, 10), s.sphere(0.032, 12).scale((1, 0.6, 1)).translate(tip)]
    hide = _hide(hue)
    blot = noise(rng, 0.22)
    paint = two_tone(
        hue,
        belly,
        lambda p: (
            np.clip((0.26 + 0.3 * (p[:, 2] - 0.1) - p[:, 1]) / 0.06 + 0.5, 0, 1)
            * (np.abs(p[:, 0]) < 0.2)
            * (p[:, 2] > -0.1)
        ),
        lambda p: np.clip(blot(p) * 1.4 - 0.5, -1, 1),
    )
    mouth = s.tube(s.curve([(-0.2, 0.46, 0.3), (0, 0.425, 0.41), (0.2, 0.46, 0.3)], 24), 0.009, 8)
    return finished(
        [
            Part("body", body.solid(80), hide, 180, paint),
            Part("toes", s.mirrored(s.group(toes)), hide.shaded(1.1), 60),
            Part("mouth", mouth, hide.shaded(0.45), 60),
            *bead_eyes((0.19, 0.6, 0.23), 0.055, "#e8c828"),
        ],
        rng.uniform(0.1, 0.2),
        {"back": (0, 0.52, 0.0), "head": (0, 0.6, 0.2)},
    )


@sculpture("chameleon", size=(0.1, 0.8))
def chameleon(rng: np.random.Generator) -> Sculpture:
    """A casque, turret eyes and a curled tail."""
    hue, band = s.pick(rng, (("#5fae3a", "#e0c83a"), ("#3aa58a", "#4a6fd0"), ("#d97a3a", "#7fae3a")))
    body = (
        f.ellipsoid((0, 0.36, 0), (0.12, 0.17, 0.3))
        .blend(f.ellipsoid((0, 0.45, 0.36), (0.09, 0.1, 0.15)), 0.08)
        .blend(f.capsule((0, 0.5, 0.3), (0, 0.64, 0.2), 0.06, 0.02), 0.06)
    )
    t = np.linspace(0, 5.6, 26)
    coil = np.stack([0 * t, 0.24 - 0.11 * (1 - t / 8) * np.cos(t), -0.56 - 0.13 * (1 - t / 8) * np.sin(t)], 1)
    tail = s.curve([(0, 0.34, -0.22), (0, 0.24, -0.4), *coil[::3]], 26)
    body = body.blend(f.limb(tail, s.interpolate([0.08, 0.05, 0.035, 0.012], 26)), 0.05)
    for z in (0.18, -0.18):
        body = body.blend(
            f.limb(
                np.array([(0.08, 0.32, z), (0.2, 0.22, z - 0.06), (0.14, 0.04, z + 0.04)]), [0.045, 0.034, 0.034]
            ).both_sides(),
            0.04,
        )
    turret = s.sphere(0.062, 24).translate((0.08, 0.49, 0.4))
    hide = _hide(hue)
    wave = noise(rng, 0.3)
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(band))
    paint = painted(a, b, lambda p: np.sin(p[:, 2] * 30 + wave(p)) * 2 - 0.4)
    return finished(
        [
            Part("body", body.solid(96).trim_by_plane((0, 1, 0), 0.015), hide, 180, paint),
            Part("turrets", s.mirrored(turret), hide.shaded(1.15), 60),
            *bead_eyes((0.132, 0.5, 0.42), 0.02, ""),
        ],
        rng.uniform(0.2, 0.35),
        {"back": (0, 0.53, 0.0), "head": (0, 0.64, 0.3)},
    )
