"""Animals on four legs, from one description: unit of length is the shoulder's height, the animal looks along +Z."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.creatures.coats import Coat, marks
from bozzetto.foundry.sculpt.creatures.tables import check_words, enter, read_table
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture
from bozzetto.foundry.sculpt.sculpture import at as spot

Array = NDArray[np.float64]


TAILS = ("", "thin", "bushy", "curl", "horse", "level", "paddle", "short", "tuft", "up")
MANES = ("", "bison", "horse", "lion", "ridge")
PATCHES = (
    *("back stripe", "beard", "dark ears", "face stripe", "mask", "panda", "ringed tail", "snout"),
    *("ear tufts", "long hair", "pompoms", "quills", "spines", "teeth", "trunk", "tusks", "white tip", "wool"),
)


@dataclass(frozen=True)
class Beast:
    """Proportions of an animal, in shoulder heights.

    Args:
        height: metres at the shoulder, least and greatest.
        length: from chest to rump. chest, hips: half of the trunk's height in front and behind. broad: width of the
            trunk over its height. waist: thickness of the trunk's middle, of the mean of both ends'.
        neck: length. rise: its angle over the horizontal, degrees. nape, throat: its radius at the shoulders, the head.
        head: half length, half height, half width of the skull. snout: length, radius at the skull and at the tip, how
            far it drops. leg, foot: radius at the body and above the foot.
        hoof: whether the foot is one, not a paw.
        ears: shape and length. tail: shape, length, radius.
        horns: kind, or "".
        hump: heights of humps from front to back. mane: one of MANES. patches: of PATCHES, what else it wears.
    """

    height: tuple[float, float]
    coat: Coat
    length: float = 1.1
    chest: float = 0.24
    hips: float = 0.22
    broad: float = 0.78
    waist: float = 0.88
    neck: float = 0.3
    rise: float = 45.0
    nape: float = 0.15
    throat: float = 0.11
    head: tuple[float, float, float] = (0.16, 0.13, 0.11)
    snout: tuple[float, float, float, float] = (0.16, 0.085, 0.055, 0.05)
    leg: float = 0.1
    foot: float = 0.05
    hoof: bool = False
    ears: str = "pointed"
    ear: float = 0.14
    tail: str = "thin"
    tail_length: float = 0.5
    tail_radius: float = 0.035
    horns: str = ""
    hump: tuple[float, ...] = ()
    mane: str = ""
    eye: float = 0.024
    nose: str = "#1c1a1a"
    dark: str = "#2b2420"
    patches: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_words("tail", (self.tail,), TAILS)
        check_words("mane", (self.mane,), MANES)
        check_words("further mark", self.patches, PATCHES)


@dataclass(frozen=True)
class _Frame:
    """Where things are."""

    chest: Array
    hips: Array
    head: Array
    muzzle: Array


def _frame(b: Beast) -> _Frame:
    chest = np.array([0, 1 - b.chest * 0.95, b.length / 2 - b.chest * 0.9])
    hips = np.array([0, 1 - b.hips * 1.02, -b.length / 2 + b.hips * 0.9])
    angle = np.radians(b.rise)
    base = chest + (0, b.chest * 0.35, b.chest * 0.35)
    head = base + b.neck * np.array([0, np.sin(angle), np.cos(angle)]) + (0, 0, b.head[0] * 0.55)
    length, _, _, drop = b.snout
    muzzle = head + (0, -drop - b.head[1] * 0.22, b.head[0] * 0.45 + length)
    return _Frame(chest, hips, head, muzzle)


def _trunk(b: Beast, at: _Frame) -> f.Field:
    w = b.broad
    chest = f.ellipsoid(spot(at.chest), (b.chest * w, b.chest, b.chest * 1.2))
    hips = f.ellipsoid(spot(at.hips), (b.hips * w, b.hips, b.hips * 1.15))
    middle = (at.chest + at.hips) / 2 - (0, 0.02, 0)
    radius = (b.chest + b.hips) / 2 * b.waist
    belly = f.ellipsoid(spot(middle), (radius * w * 1.02, radius, b.length * 0.36))
    body = f.melt(0.12, chest, belly, hips)
    for k, height in enumerate(b.hump):
        z = np.linspace(at.chest[2] * 0.75, at.hips[2] * 0.6, len(b.hump))[k] if len(b.hump) > 1 else at.chest[2] * 0.2
        body = body.blend(f.ellipsoid(spot((0, 0.96, z)), (b.chest * w * 0.62, height, b.chest * 0.85)), 0.12)
    return body


def _head(b: Beast, at: _Frame) -> f.Field:
    half, high, wide = b.head
    length, r0, r1, _ = b.snout
    skull = f.ellipsoid(spot(at.head), (wide, high, half))
    start = at.head + (0, -high * 0.3, half * 0.35)
    snout = f.capsule(spot(start), spot(at.muzzle - (0, 0, r1)), r0, r1)
    jaw = f.capsule(spot(start - (0, r0 * 0.45, 0)), spot(at.muzzle - (0, r1 * 0.75, r1 * 1.6)), r0 * 0.75, r1 * 0.7)
    return skull.blend(snout, 0.06).blend(jaw, 0.03)


def _legs(b: Beast, at: _Frame) -> tuple[f.Field, list[Array]]:
    """The four legs as one field, and the feet's places [4]."""
    legs, feet = [], []
    wide = b.chest * b.broad * 0.62
    sole = b.foot * (1.0 if b.hoof else 0.9)
    for back, hub, z in ((False, at.chest, at.chest[2]), (True, at.hips, at.hips[2])):
        x = wide if not back else b.hips * b.broad * 0.66
        hip = np.array([x * 0.8, hub[1] - 0.02, z])
        if back:
            path = [hip, (x, 0.54 * hub[1] + 0.06, z + 0.07), (x, 0.28, z - 0.075), (x, sole, z - 0.03)]
            radii = [b.leg * 1.45, b.leg * 1.0, b.foot * 1.05, b.foot]
        else:
            path = [hip, (x, 0.52, z - 0.03), (x, 0.27, z + 0.005), (x, sole, z)]
            radii = [b.leg * 1.25, b.leg * 0.85, b.foot * 1.1, b.foot]
        points = np.array(path)
        legs.append(f.limb(points, radii))
        feet.append(points[-1])
        if not b.hoof:
            toe = points[-1] + (0, -sole + b.foot * 0.72, b.foot * 0.55)
            legs.append(f.ellipsoid(spot(toe), (b.foot * 1.12, b.foot * 0.72, b.foot * 1.6)))
    whole = legs[0]
    for leg in legs[1:]:
        whole = whole.blend(leg, 0.035)
    return whole.both_sides(), feet


def _ears(b: Beast, at: _Frame) -> s.Solid | None:
    """The right ear and its image."""
    if not b.ears:
        return None
    half, high, wide = b.head
    e = b.ear
    root = at.head + (wide * 0.62, high * 0.72, -half * 0.25)
    if b.ears == "pointed":
        ear = s.cone(e, e * 0.42, 20).scale((1, 1, 0.5)).rotate((-12, 0, -16)).translate(spot(root - (0, e * 0.15, 0)))
    elif b.ears == "round":
        ear = s.ellipsoid(e * 0.55, e * 0.58, e * 0.26, 24).rotate((0, 20, -20))
        ear = ear.translate(spot(root + (e * 0.15, e * 0.25, 0)))
    elif b.ears == "floppy":
        ear = s.ellipsoid(e * 0.16, e * 0.62, e * 0.36, 24).translate((0, -e * 0.5, 0)).rotate((0, 12, 24))
        ear = ear.translate(spot(root + (e * 0.02, e * 0.05, 0)))
    elif b.ears == "leaf":
        ear = s.ellipsoid(e * 0.6, e * 0.26, e * 0.12, 24).translate((e * 0.55, 0, 0)).rotate((0, 18, 6))
        ear = ear.translate(spot(root - (wide * 0.1, high * 0.2, 0)))
    elif b.ears == "long":
        ear = s.ellipsoid(e * 0.17, e * 0.56, e * 0.11, 24).translate((0, e * 0.45, 0)).rotate((-8, 0, -10))
        ear = ear.translate(spot(root - (wide * 0.15, e * 0.05, 0)))
    elif b.ears == "fan":
        ear = s.ellipsoid(e * 0.5, e * 0.6, e * 0.07, 32).translate((e * 0.42, -e * 0.22, 0)).rotate((0, 32, -6))
        ear = ear.translate(spot(root - (wide * 0.1, high * 0.2, 0)))
    else:
        raise ValueError(f"no ears are called {b.ears!r}")
    return s.mirrored(ear)


def _tail(b: Beast, at: _Frame, rng: np.random.Generator) -> tuple[s.Solid | None, s.Solid | None]:
    """The tail, and its tuft."""
    n, r = b.tail_length, b.tail_radius
    root = at.hips + (0, b.hips * 0.55, -b.hips * 0.95)
    sway = rng.uniform(-0.12, 0.12) * n
    if b.tail == "":
        return None, None
    if b.tail == "short":
        return s.ellipsoid(r, r * 1.1, n / 2, 20).translate(spot(root - (0, 0, n * 0.3))), None
    if b.tail == "paddle":
        return s.ellipsoid(r, r * 0.22, n / 2, 32).rotate((8, 0, 0)).translate(
            spot(root - (0, b.hips * 0.75, n * 0.42))
        ), None
    if b.tail == "curl":
        path = np.array(
            [
                root,
                root + (0, 0.04, -0.06),
                root + (0.05, 0.1, -0.09),
                root + (0, 0.13, -0.04),
                root + (-0.05, 0.08, -0.06),
            ]
        )
        return s.tube(s.curve(path, 24), s.interpolate([r, r * 0.8, r * 0.4], 24), 10), None
    if b.tail == "bushy":
        knots = [
            root + (0, -0.02, 0.05),
            root + (0, -0.02, -0.1),
            root + (sway, -n * 0.3, -n * 0.55),
            root + (sway, -n * 0.42, -n * 0.95),
        ]
        return s.tube(s.curve(knots, 28), s.interpolate([r * 0.45, r * 0.8, r * 1.25, r * 1.2, 0.012], 28), 20), None
    if b.tail == "up":
        knots = [
            root + (0, -0.03, 0.06),
            root + (0, 0.05, -0.12),
            root + (0, n * 0.5, -0.2),
            root + (0, n * 0.9, -0.06),
            root + (0, n, -0.22),
        ]
        return s.tube(s.curve(knots, 28), s.interpolate([r * 0.5, r, r * 1.15, r, 0.02], 28), 20), None
    if b.tail == "level":
        knots = [
            root + (0, 0, 0.1),
            root + (0, -0.02, -0.15),
            root + (sway, -n * 0.14, -n * 0.6),
            root + (sway * 2, -n * 0.16, -n),
        ]
        return s.tube(s.curve(knots, 28), s.interpolate([r * 1.15, r, r * 0.6, r * 0.2], 28), 16), None
    knots = [
        root + (0, -0.02, 0.06),
        root + (0, -0.04, -0.07),
        root + (sway, -n * 0.5, -0.12),
        root + (sway, -n, -0.09),
    ]
    tail = s.tube(s.curve(knots, 24), s.interpolate([r, r * 0.8, r * 0.6, r * 0.5], 24), 12)
    if b.tail == "tuft":
        return tail, s.ellipsoid(r * 1.7, 0.09, r * 1.7, 20).translate(spot(knots[-1] + np.array([0, -0.05, 0])))
    if b.tail == "horse":
        knots[-1] = root + (sway, -n, -0.16)
        return None, s.tube(s.curve(knots, 24), s.interpolate([r * 0.7, r * 1.5, r * 1.9, r * 1.2, 0.01], 24), 16)
    return tail, None


def _horns(b: Beast, at: _Frame, rng: np.random.Generator) -> s.Solid | None:
    half, high, wide = b.head
    root = at.head + (wide * 0.55, high * 0.8, 0)
    long = rng.uniform(0.85, 1.15)
    if b.horns == "":
        return None
    if b.horns == "cow":
        knots = [
            root - (0.03, 0.02, 0),
            root + (0.09, 0.01, 0.02),
            root + (0.15, 0.07, 0.04),
            root + (0.14, 0.15 * long, 0.05),
        ]
        return s.mirrored(s.tube(s.curve(knots, 18), s.interpolate([0.032, 0.028, 0.006], 18), 12))
    if b.horns == "buffalo":
        knots = [
            root - (0.06, 0.01, 0),
            root + (0.12, -0.03, -0.02),
            root + (0.26 * long, 0.06, -0.05),
            root + (0.24 * long, 0.18, -0.03),
        ]
        return s.mirrored(s.tube(s.curve(knots, 18), s.interpolate([0.06, 0.045, 0.008], 18), 12))
    if b.horns == "goat":
        knots = [
            root - (0.04, 0.03, 0),
            root + (-0.02, 0.12, -0.04),
            root + (0.0, 0.22 * long, -0.14),
            root + (0.03, 0.24 * long, -0.27),
        ]
        return s.mirrored(s.tube(s.curve(knots, 20), s.interpolate([0.034, 0.026, 0.006], 20), 12))
    if b.horns == "ram":
        turn = np.linspace(0, 2 * np.pi * rng.uniform(0.95, 1.15), 40)
        radius = 0.15 * (1 - 0.45 * turn / turn[-1])
        path = np.stack(
            [
                root[0] + 0.02 + 0.13 * turn / turn[-1],
                root[1] - 0.08 + radius * np.cos(turn),
                root[2] - 0.09 - radius * np.sin(turn) + 0.05,
            ],
            1,
        )
        return s.mirrored(s.tube(path, s.interpolate([0.055, 0.045, 0.01], 40), 12))
    if b.horns == "rhino":
        front = s.tube(
            s.curve(
                [at.muzzle + (0, 0.02, -0.07), at.muzzle + (0, 0.13, 0.0), at.muzzle + (0, 0.26 * long, -0.02)], 16
            ),
            s.interpolate([0.06, 0.04, 0.005], 16),
            16,
        )
        back = s.tube(
            s.curve([at.muzzle + (0, 0.05, -0.19), at.muzzle + (0, 0.15, -0.19)], 10),
            s.interpolate([0.045, 0.025, 0.005], 10),
            16,
        )
        return s.group([front, back])
    if b.horns == "unicorn":
        horn = s.twist(s.prism(0.36 * long, 0.034, 5, 0.003), 300, 0.012)
        return horn.rotate((38, 0, 0)).translate(spot(at.head + (0, high * 0.75, half * 0.3)))
    if b.horns == "giraffe":
        rod = s.capsule(spot(root - (0.02, 0.03, 0)), spot(root + (-0.01, 0.09, -0.03)), 0.013, 0.018)
        return s.mirrored(rod)
    if b.horns in ("antlers", "moose"):
        stem = s.curve(
            [
                root - (0.02, 0.03, 0),
                root + (0.08, 0.12, -0.05),
                root + (0.17, 0.27, -0.08),
                root + (0.12, 0.42 * long, -0.04),
            ],
            24,
        )
        if b.horns == "moose":
            palm = s.ellipsoid(0.16, 0.035, 0.13, 24).rotate((0, 0, 28)).translate(spot(root + (0.26, 0.18, -0.06)))
            tines = [
                s.rod(
                    spot(root + (0.24 + 0.05 * k, 0.17 + 0.03 * k, 0.06 - 0.03 * k)),
                    spot(root + (0.27 + 0.09 * k, 0.3 + 0.04 * k, 0.1 - 0.07 * k)),
                    0.02,
                    0.006,
                )
                for k in range(4)
            ]
            stalk = s.tube(stem[:10], 0.024, 10)
            return s.mirrored(s.union([palm, stalk, *tines]))
        beam = s.tube(stem, s.interpolate([0.024, 0.018, 0.006], 24), 10)
        tines = []
        for k, (share, up, ahead) in enumerate(((6, 0.1, 0.13), (12, 0.13, 0.1), (18, 0.12, 0.05))):
            start = stem[share]
            tines.append(s.rod(spot(start), spot(start + (0.03 * k, up, ahead)), 0.016, 0.005))
        return s.mirrored(s.union([beam, *tines]))
    raise ValueError(f"no horns are called {b.horns!r}")


def _mane(b: Beast, at: _Frame, rng: np.random.Generator) -> s.Solid | None:
    half, high, wide = b.head
    if b.mane == "lion":
        ruff = f.torus((0, 0, 0), high * 1.25, high * 0.52).rotate((78, 0, 0)).move(at.head - (0, 0.01, half * 0.55))
        chest = f.ellipsoid(spot(at.head - (0, high * 1.35, half * 1.1)), (wide * 1.35, high * 1.6, half * 1.1))
        nape = f.ellipsoid(spot(at.head + (0, high * 0.2, -half * 1.3)), (wide * 1.2, high * 1.35, half * 1.2))
        return s.roughened(f.melt(0.08, ruff, chest, nape).solid(48), rng, 0.012, 0.07)
    if b.mane == "horse":
        base = at.chest + (0, b.chest * 0.9, b.chest * 0.1)
        knots = [
            base,
            (base + at.head) / 2 + (0, b.nape * 0.75, -b.nape * 0.75),
            at.head + (0, high * 0.95, -half * 0.6),
            at.head + (0, high * 1.05, half * 0.45),
        ]
        crest = s.tube(
            s.curve(knots, 24),
            np.stack([s.interpolate([0.03, 0.085, 0.08, 0.03], 24), np.full(24, 0.03)], 1),
            14,
            up=(0, 1, 0.01),
        )
        return s.roughened(crest, rng, 0.008, 0.05, 0.04)
    if b.mane == "bison":
        beard = f.ellipsoid(
            spot(at.chest + (0, 0.02, 0.02)), (b.chest * b.broad * 1.08, b.chest * 1.08, b.chest * 0.95)
        )
        front = f.ellipsoid(spot(at.head - (0, 0.09, 0.03)), (wide * 1.15, high * 1.35, half * 0.75))
        return s.roughened(beard.blend(front, 0.15).solid(46), rng, 0.012, 0.06)
    if b.mane == "ridge":
        spine = s.curve(
            [
                at.head + (0, high, -half * 0.4),
                at.chest + (0, b.chest, 0),
                (at.chest + at.hips) / 2 + (0, b.chest * 0.95, 0),
            ],
            20,
        )
        return s.tube(
            spine, np.stack([s.interpolate([0.02, 0.06, 0.02], 20), np.full(20, 0.02)], 1), 10, up=(0, 1, 0.01)
        )
    return None


def beast(b: Beast, rng: np.random.Generator, cells: int = 80) -> Sculpture:
    """The animal of a description, each proportion off by a few hundredths."""
    names = ("length", "chest", "hips", "neck", "nape", "leg", "foot", "ear", "tail_length")
    b = replace(
        b,
        **{name: getattr(b, name) * float(rng.uniform(0.95, 1.05)) for name in names},
        rise=b.rise + rng.uniform(-5, 5),
    )
    height = float(rng.uniform(*b.height))
    at = _frame(b)
    half, high, wide = b.head
    base = at.chest + (0, b.chest * 0.25, b.chest * 0.2)
    neck = f.capsule(spot(base), spot(at.head - (0, high * 0.25, half * 0.35)), b.nape, b.throat)
    legs, feet = _legs(b, at)
    body = _trunk(b, at).blend(neck, 0.14).blend(legs, 0.06).blend(_head(b, at), 0.06)
    solid = body.solid(cells).trim_by_plane((0, 1, 0), 0)
    mark = marks(b.coat, rng, at.hips - 0.6, at.head + 0.6)
    coat = b.coat
    colour = {name: np.array(coat.colour(name)) for name in ("base", "belly", "legs", "muzzle", "second")}
    floor = (at.chest[1] + at.hips[1]) / 2 - (b.chest + b.hips) / 2 * 0.45

    def paint(p: Array) -> Array:
        under = np.clip((floor - p[:, 1]) / 0.08 + 0.5, 0, 1) * np.clip((p[:, 1] - 0.38 * floor) / 0.15, 0, 1)
        under *= (p[:, 2] < at.chest[2] + b.chest * 1.05) & (np.abs(p[:, 0]) < b.chest * b.broad * 0.75)
        out = mix(np.tile(colour["base"], (len(p), 1)), colour["belly"], under)
        marked = mark(p) * (1 - 0.8 * under)
        reach = 0.62 * b.snout[0] + 1.1 * b.snout[1]
        face = np.clip((reach - np.linalg.norm(p - at.muzzle, axis=1)) / (0.25 * half) + 0.5, 0, 1)
        out = mix(out, colour["second"], marked * (1 - face))
        sock = np.clip((coat.sock * floor - p[:, 1]) / 0.05 + 0.5, 0, 1) if coat.legs else np.zeros(len(p))
        out = mix(out, colour["legs"], sock)
        out = mix(out, colour["muzzle"], face) if coat.muzzle else out
        return _special(b, at, p, out)

    fur = m.FUR.coloured(coat.colour("base"))
    parts = [Part("body", solid, fur, 180, paint)]
    dark = m.BLACK.coloured(b.dark)

    def add(name: str, what: s.Solid | None, material: m.Material, smooth: float = 60) -> None:
        if what is not None:
            parts.append(Part(name, what, material, smooth))

    ear_colour = b.dark if "dark ears" in b.patches else coat.base
    add("ears", _ears(b, at), m.FUR.coloured(ear_colour))
    tail, tuft = _tail(b, at, rng)
    if tail is not None:
        long = b.tail_length
        tip = "#f4f1ea" if "white tip" in b.patches else ""
        end = at.hips[2] - b.hips - long * 0.62

        def paint_tail(p: Array) -> Array:
            out = np.tile(colour["base"], (len(p), 1))
            if "ringed tail" in b.patches:
                out = mix(
                    out,
                    m.srgb(b.dark),
                    np.clip(np.sin(np.linalg.norm(p - at.hips, axis=1) * 2 * np.pi / 0.13) * 3 + 0.5, 0, 1),
                )
            out = mix(out, colour["second"], mark(p)) if coat.pattern == "stripes" else out
            return mix(out, m.srgb(tip), np.clip((end - p[:, 2]) / 0.05 + 0.5, 0, 1)) if tip else out

        parts.append(Part("tail", tail.refine_to_length(0.05), fur, 60, paint_tail))
    add("tuft", tuft, dark)
    add("mane", _mane(b, at, rng), dark, 40)
    horn = m.HORN.coloured("#f1d990") if b.horns == "unicorn" else m.HORN
    horn = (
        m.HORN.coloured(b.dark)
        if b.horns in ("buffalo", "moose", "antlers") and "pale horns" not in b.patches
        else horn
    )
    add("horns", _horns(b, at, rng), horn)
    out = np.array([0.74, 0.34, 0.58])
    eye = at.head + out * (wide, high, half) * 0.97
    add("eyes", s.mirrored(s.sphere(b.eye, 20).translate(spot(eye))), m.EYE_BLACK)
    r1 = b.snout[2]
    nose = s.ellipsoid(r1 * 0.55, r1 * 0.4, r1 * 0.35, 20).translate(spot(at.muzzle + (0, r1 * 0.5, -r1 * 0.25)))
    if "snout" in b.patches:
        disc = s.cylinder(0.03, r1 * 1.05, r1 * 1.0, 24).rotate((90, 0, 0)).translate(spot(at.muzzle - (0, 0, 0.012)))
        holes = s.mirrored(s.sphere(r1 * 0.2, 12).translate(spot((r1 * 0.4, at.muzzle[1], at.muzzle[2] + 0.016))))
        add("snout", disc, m.SKIN.coloured(b.nose))
        add("nostrils", holes, dark)
    elif b.nose:
        add("nose", nose, m.BLACK.coloured(b.nose))
    if b.hoof:
        hooves = [
            s.cylinder(b.foot * 1.25, b.foot * 1.3, b.foot * 1.05, 20).translate(spot((q[0], 0, q[2]))) for q in feet
        ]
        add("hooves", s.mirrored(s.group(hooves)), m.CLAW.coloured(b.dark))
    for name, extra, material in _extras(b, at, rng):
        add(name, extra, material)
    top = float(max(solid.bounding_box()[4], 1.0))
    anchors = {
        "back": (0.0, 1.0, float(at.chest[2] + at.hips[2]) / 2),
        "head": spot(at.head + (0, high, 0)),
        "top": (0.0, top, 0.0),
    }
    return Sculpture(tuple(parts), anchors).scaled(height)


def _special(b: Beast, at: _Frame, p: Array, out: Array) -> Array:
    """What no other animal wears."""
    half, high, _ = b.head
    near = np.linalg.norm(p - at.head, axis=1)
    if "panda" in b.patches:
        black = np.array(m.srgb("#1d1c1e"))
        limbs = np.clip((0.52 - p[:, 1]) / 0.05 + 0.5, 0, 1)
        yoke = np.clip((0.17 - np.abs(p[:, 2] - at.chest[2])) / 0.04 + 0.5, 0, 1) * (p[:, 1] < at.head[1] - high * 0.2)
        eyes = np.clip(
            (0.055 - np.linalg.norm(np.abs(p) * (1, 1, 0) - (0.085, at.head[1] + high * 0.22, 0), axis=1)) / 0.015
            + 0.5,
            0,
            1,
        ) * (p[:, 2] > at.head[2])
        out = mix(out, black, np.maximum(np.maximum(limbs, yoke), eyes))
    if "mask" in b.patches:
        band = (
            np.clip((high * 0.28 - np.abs(p[:, 1] - at.head[1] - high * 0.28)) / 0.02 + 0.5, 0, 1)
            * (p[:, 2] > at.head[2])
            * (near < half * 1.35)
        )
        out = mix(out, np.array(m.srgb(b.dark)), band)
    if "face stripe" in b.patches or "back stripe" in b.patches:
        white = np.array(m.srgb("#f2efe8"))
        if "face stripe" in b.patches:
            stripe = (
                np.clip((0.03 - np.abs(p[:, 0])) / 0.012 + 0.5, 0, 1)
                * (p[:, 2] > at.head[2] - half)
                * (p[:, 1] > at.head[1] - high * 0.3)
            )
            out = mix(out, white, stripe)
        if "back stripe" in b.patches:
            line = np.clip((0.075 - np.abs(np.abs(p[:, 0]) - 0.03)) / 0.03, 0, 1) * (
                p[:, 1] > at.hips[1] + b.hips * 0.35
            )
            out = mix(out, white, line)
    return out


def _extras(b: Beast, at: _Frame, rng: np.random.Generator) -> list[tuple[str, s.Solid, m.Material]]:
    """Trunks, tusks, whiskers, spines, wool."""
    found: list[tuple[str, s.Solid, m.Material]] = []
    half, high, wide = b.head
    hide = m.FUR.coloured(b.coat.colour("base"))
    if "trunk" in b.patches:
        root = at.head + (0, -high * 0.25, half * 0.75)
        low = 0.1 + 0.1 * rng.random()
        reach = root[2]
        down = [(0, 0.45, reach + 0.2), (0, low + 0.08, reach + 0.16), (0, low, reach + 0.26)]
        knots = np.array([root, root + (0, -0.16, 0.16), *down])
        found.append(
            ("trunk", s.tube(s.curve(knots, 36), s.interpolate([0.12, 0.085, 0.06, 0.045, 0.04], 36), 20), hide)
        )
    if "tusks" in b.patches:
        long = 0.42 if b.height[1] > 3 else 0.12
        root = (
            at.muzzle + (wide * 0.62, -b.snout[2] * 0.2, -0.06)
            if long < 0.3
            else at.head + (wide * 0.5, -high * 0.55, half * 0.6)
        )
        reach = (
            [root, root + (long * 0.12, -long * 0.38, long * 0.45), root + (long * 0.12, -long * 0.1, long * 0.95)]
            if long > 0.3
            else [root, root + (0.03, 0.02, 0.05), root + (0.03, 0.1, 0.07)]
        )
        found.append(
            (
                "tusks",
                s.mirrored(s.tube(s.curve(reach, 20), s.interpolate([long * 0.09, long * 0.075, 0.004], 20), 12)),
                m.IVORY,
            )
        )
    if "spines" in b.patches:
        trunk = _trunk(b, at).solid(40)
        points, normals = s.scattered(trunk, rng, 420, 0.028)
        keep = (normals[:, 1] > -0.15) & (points[:, 2] < at.chest[2] + 0.12)
        tip = normals[keep] * 0.16 + np.array([0, 0.03, -0.09])
        spines = [s.rod(spot(q), spot(q + t), 0.011, 0.002, 5) for q, t in zip(points[keep], tip, strict=True)]
        found.append(("spines", s.group(spines), m.FUR.coloured("#6b5a48")))
    if "quills" in b.patches:
        points, normals = s.scattered(_trunk(b, at).solid(40), rng, 330, 0.045)
        keep = (normals[:, 1] > -0.25) & (points[:, 2] < at.chest[2] + b.chest * 0.55)
        points, normals = points[keep], normals[keep]
        rear = np.clip((at.chest[2] - points[:, 2]) / b.length, 0, 1)[:, None]
        tips = normals * (0.2 + 0.24 * rear) + np.array([0, 0.12, -0.3]) * (0.4 + rear)
        ends = zip(points, tips, strict=True)
        pairs = [
            (s.rod(spot(q), spot(q + 0.62 * t), 0.017, 0.014, 5), spot(q + 0.62 * t), spot(q + t)) for q, t in ends
        ]
        found.append(("quills", s.group([rod for rod, _, _ in pairs]), m.FUR.coloured(b.dark)))
        found.append(("quill tips", s.group([s.rod(q, r, 0.014, 0.004, 5) for _, q, r in pairs]), m.HORN))
    if "long hair" in b.patches:
        wide, long = b.chest * b.broad * 1.05, b.length * 0.5
        skirt = f.ellipsoid(spot((0, 0.52, (at.chest[2] + at.hips[2]) / 2)), (wide, 0.4, long))
        skirt = skirt.cut(f.box((0, -0.36, 0), (2, 0.5, 2)))
        fringe = s.roughened(skirt.solid(54), rng, 0.018, 0.07)
        found.append(("long hair", fringe, hide.shaded(0.85, "long hair")))
    if "ear tufts" in b.patches:
        root = at.head + (wide * 0.62 + b.ear * 0.2, high * 0.72 + b.ear * 0.66, -half * 0.25 - b.ear * 0.14)
        tuft = s.rod(spot(root), spot(root + (b.ear * 0.14, b.ear * 0.62, -b.ear * 0.1)), b.ear * 0.1, b.ear * 0.04, 10)
        ruff = s.ellipsoid(wide * 0.5, high * 0.75, half * 0.4, 24).rotate((0, 0, 24))
        ruff = ruff.translate(spot(at.head + (wide * 0.72, -high * 0.5, -half * 0.1)))
        found += [("ear tufts", s.mirrored(tuft), m.BLACK), ("cheeks", s.mirrored(ruff), hide.shaded(1.1, "cheeks"))]
    if "pompoms" in b.patches:
        mid = at.chest - (0, 0.01, b.chest * 0.25)
        balls = [(spot(mid), (b.chest * 1.02, b.chest * 1.12, b.chest * 1.35))]
        balls.append((spot(at.head + (0, high * 0.85, -half * 0.25)), (wide * 1.05, high * 0.85, half * 0.9)))
        tail = at.hips + (0, b.hips * 0.55 + b.tail_length, -b.hips * 0.95 - 0.2)
        balls.append((spot(tail), (0.1, 0.1, 0.1)))
        for hub, x in ((at.chest, b.chest * 0.62), (at.hips - (0, 0, 0.04), b.hips * 0.66)):
            for e in (-1, 1):
                balls.append(((e * x * b.broad, 0.17, float(hub[2])), (0.085, 0.095, 0.085)))
        tufts = [s.ellipsoid(*size, 32).refine_to_length(0.05).translate(where) for where, size in balls]
        fluffy = [s.roughened(ball, rng, 0.012, 0.05) for ball in tufts]
        found.append(("pompoms", s.group(fluffy), m.WOOL.coloured(b.coat.colour("base"))))
    if "wool" in b.patches:
        trunk = _trunk(b, at).grow(0.03)
        wool = s.roughened(trunk.solid(54), rng, 0.016, 0.06)
        cap = s.roughened(
            s.ellipsoid(wide * 0.85, high * 0.5, half * 0.65, 28).translate(
                spot(at.head + (0, high * 0.85, -half * 0.2))
            ),
            rng,
            0.01,
            0.05,
        )
        found.append(("wool", s.group([wool, cap]), m.WOOL.coloured(b.coat.colour("base"))))
    if "teeth" in b.patches:
        front = at.muzzle + (0, -b.snout[2] * 0.85, -b.snout[2] * 0.35)
        found.append(("teeth", s.box(0.035, 0.04, 0.014).translate(spot(front - (0, 0.02, 0))), m.IVORY))
    if "beard" in b.patches:
        chin = at.muzzle - (0, b.snout[2] * 1.2, 0.05)
        found.append(("beard", s.cone(0.13, 0.035, 12).rotate((180, 0, 0)).translate(spot(chin + (0, 0.02, 0))), hide))
    return found


BEASTS = read_table(Path(__file__).with_name("quadrupeds.yaml"), Beast)
for _noun, (_beast, _names) in BEASTS.items():
    _low, _high = _beast.height
    _reach = 2.6 + _beast.length + _beast.tail_length
    enter(_noun, partial(beast, _beast), (_low, _high * _reach), _names, __name__)
