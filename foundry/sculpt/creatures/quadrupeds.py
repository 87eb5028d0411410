"""Animals on four legs, from one description: unit of length is the shoulder's height, the animal looks along +Z."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.creatures.coats import Coat, marks, mix
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, sculpture

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Beast:
    """Proportions of an animal, in shoulder heights.

    Args:
        height: metres at the shoulder, least and greatest.
        length: from chest to rump. chest, hips: half of the trunk's height in front and behind. broad: width of the trunk
            over its height. waist: thickness of the trunk's middle, of the mean of both ends'.
        neck: length. rise: its angle over the horizontal, degrees. nape, throat: its radius at the shoulders and the head.
        head: half length, half height, half width of the skull. snout: length, radius at the skull and at the tip, how far it
            drops. leg, foot: radius at the body and above the foot.
        hoof, claws: what the foot is (else a paw).
        ears: shape and length. tail: shape, length, radius.
        horns: kind, or "".
        hump: heights of humps from front to back. mane: "lion", "horse", "wool", "bison" or "".
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
    patches: tuple[str, ...] = field(default=())


def _at(*values: float) -> tuple[float, float, float]:
    x, y, z = (float(v) for v in values)
    return x, y, z


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
    chest = f.ellipsoid(_at(*at.chest), (b.chest * w, b.chest, b.chest * 1.2))
    hips = f.ellipsoid(_at(*at.hips), (b.hips * w, b.hips, b.hips * 1.15))
    middle = (at.chest + at.hips) / 2 - (0, 0.02, 0)
    radius = (b.chest + b.hips) / 2 * b.waist
    belly = f.ellipsoid(_at(*middle), (radius * w * 1.02, radius, b.length * 0.36))
    body = f.melt(0.12, chest, belly, hips)
    for k, height in enumerate(b.hump):
        z = np.linspace(at.chest[2] * 0.75, at.hips[2] * 0.6, len(b.hump))[k] if len(b.hump) > 1 else at.chest[2] * 0.2
        body = body.blend(f.ellipsoid(_at(0, 0.96, z), (b.chest * w * 0.62, height, b.chest * 0.85)), 0.12)
    return body


def _head(b: Beast, at: _Frame) -> f.Field:
    half, high, wide = b.head
    length, r0, r1, _ = b.snout
    skull = f.ellipsoid(_at(*at.head), (wide, high, half))
    start = at.head + (0, -high * 0.3, half * 0.35)
    snout = f.capsule(_at(*start), _at(*(at.muzzle - (0, 0, r1))), r0, r1)
    jaw = f.capsule(_at(*(start - (0, r0 * 0.45, 0))), _at(*(at.muzzle - (0, r1 * 0.75, r1 * 1.6))), r0 * 0.75, r1 * 0.7)
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
            legs.append(f.ellipsoid(_at(*toe), (b.foot * 1.12, b.foot * 0.72, b.foot * 1.6)))
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
        ear = s.cone(e, e * 0.42, 20).scale((1, 1, 0.5)).rotate((-12, 0, -16)).translate(_at(*(root - (0, e * 0.15, 0))))
    elif b.ears == "round":
        ear = s.ellipsoid(e * 0.55, e * 0.58, e * 0.26, 24).rotate((0, 20, -20))
        ear = ear.translate(_at(*(root + (e * 0.15, e * 0.25, 0))))
    elif b.ears == "floppy":
        ear = s.ellipsoid(e * 0.16, e * 0.62, e * 0.36, 24).translate((0, -e * 0.5, 0)).rotate((0, 12, 24))
        ear = ear.translate(_at(*(root + (e * 0.02, e * 0.05, 0))))
    elif b.ears == "leaf":
        ear = s.ellipsoid(e * 0.6, e * 0.26, e * 0.12, 24).translate((e * 0.55, 0, 0)).rotate((0, 18, 6))
        ear = ear.translate(_at(*(root - (wide * 0.1, high * 0.2, 0))))
    elif b.ears == "long":
        ear = s.ellipsoid(e * 0.17, e * 0.56, e * 0.11, 24).translate((0, e * 0.45, 0)).rotate((-8, 0, -10))
        ear = ear.translate(_at(*(root - (wide * 0.15, e * 0.05, 0))))
    elif b.ears == "fan":
        ear = s.ellipsoid(e * 0.5, e * 0.6, e * 0.07, 32).translate((e * 0.42, -e * 0.22, 0)).rotate((0, 32, -6))
        ear = ear.translate(_at(*(root - (wide * 0.1, high * 0.2, 0))))
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
        return s.ellipsoid(r, r * 1.1, n / 2, 20).translate(_at(*(root - (0, 0, n * 0.3)))), None
    if b.tail == "curl":
        path = np.array([root, root + (0, 0.04, -0.06), root + (0.05, 0.1, -0.09), root + (0, 0.13, -0.04), root + (-0.05, 0.08, -0.06)])
        return s.tube(s.curve(path, 24), s.interpolate([r, r * 0.8, r * 0.4], 24), 10), None
    if b.tail == "bushy":
        knots = [root + (0, -0.02, 0.05), root + (0, -0.02, -0.1), root + (sway, -n * 0.3, -n * 0.55), root + (sway, -n * 0.42, -n * 0.95)]
        return s.tube(s.curve(knots, 28), s.interpolate([r * 0.45, r * 0.8, r * 1.25, r * 1.2, 0.012], 28), 20), None
    if b.tail == "up":
        knots = [root + (0, -0.03, 0.06), root + (0, 0.05, -0.12), root + (0, n * 0.5, -0.2), root + (0, n * 0.9, -0.06), root + (0, n, -0.22)]
        return s.tube(s.curve(knots, 28), s.interpolate([r * 0.5, r, r * 1.15, r, 0.02], 28), 20), None
    if b.tail == "level":
        knots = [root + (0, 0, 0.1), root + (0, -0.02, -0.15), root + (sway, -n * 0.14, -n * 0.6), root + (sway * 2, -n * 0.16, -n)]
        return s.tube(s.curve(knots, 28), s.interpolate([r * 1.15, r, r * 0.6, r * 0.2], 28), 16), None
    knots = [root + (0, -0.02, 0.06), root + (0, -0.04, -0.07), root + (sway, -n * 0.5, -0.12), root + (sway, -n, -0.09)]
    tail = s.tube(s.curve(knots, 24), s.interpolate([r, r * 0.8, r * 0.6, r * 0.5], 24), 12)
    if b.tail == "tuft":
        return tail, s.ellipsoid(r * 1.7, 0.09, r * 1.7, 20).translate(_at(*(knots[-1] + np.array([0, -0.05, 0]))))
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
        knots = [root - (0.03, 0.02, 0), root + (0.09, 0.01, 0.02), root + (0.15, 0.07, 0.04), root + (0.14, 0.15 * long, 0.05)]
        return s.mirrored(s.tube(s.curve(knots, 18), s.interpolate([0.032, 0.028, 0.006], 18), 12))
    if b.horns == "buffalo":
        knots = [root - (0.06, 0.01, 0), root + (0.12, -0.03, -0.02), root + (0.26 * long, 0.06, -0.05), root + (0.24 * long, 0.18, -0.03)]
        return s.mirrored(s.tube(s.curve(knots, 18), s.interpolate([0.06, 0.045, 0.008], 18), 12))
    if b.horns == "goat":
        knots = [root - (0.04, 0.03, 0), root + (-0.02, 0.12, -0.04), root + (0.0, 0.22 * long, -0.14), root + (0.03, 0.24 * long, -0.27)]
        return s.mirrored(s.tube(s.curve(knots, 20), s.interpolate([0.034, 0.026, 0.006], 20), 12))
    if b.horns == "ram":
        turn = np.linspace(0, 2 * np.pi * rng.uniform(0.95, 1.15), 40)
        radius = 0.15 * (1 - 0.45 * turn / turn[-1])
        path = np.stack([root[0] + 0.02 + 0.13 * turn / turn[-1], root[1] - 0.08 + radius * np.cos(turn), root[2] - 0.09 - radius * np.sin(turn) + 0.05], 1)
        return s.mirrored(s.tube(path, s.interpolate([0.055, 0.045, 0.01], 40), 12))
    if b.horns == "rhino":
        front = s.tube(s.curve([at.muzzle + (0, 0.02, -0.07), at.muzzle + (0, 0.13, 0.0), at.muzzle + (0, 0.26 * long, -0.02)], 16), s.interpolate([0.06, 0.04, 0.005], 16), 16)
        back = s.tube(s.curve([at.muzzle + (0, 0.05, -0.19), at.muzzle + (0, 0.15, -0.19)], 10), s.interpolate([0.045, 0.025, 0.005], 10), 16)
        return s.group([front, back])
    if b.horns == "unicorn":
        horn = s.twist(s.prism(0.36 * long, 0.034, 5, 0.003), 300, 0.012)
        return horn.rotate((38, 0, 0)).translate(_at(*(at.head + (0, high * 0.75, half * 0.3))))
    if b.horns == "giraffe":
        rod = s.capsule(_at(*(root - (0.02, 0.03, 0))), _at(*(root + (-0.01, 0.09, -0.03))), 0.013, 0.018)
        return s.mirrored(rod)
    if b.horns in ("antlers", "moose"):
        stem = s.curve([root - (0.02, 0.03, 0), root + (0.08, 0.12, -0.05), root + (0.17, 0.27, -0.08), root + (0.12, 0.42 * long, -0.04)], 24)
        if b.horns == "moose":
            palm = s.ellipsoid(0.16, 0.035, 0.13, 24).rotate((0, 0, 28)).translate(_at(*(root + (0.26, 0.18, -0.06))))
            tines = [s.rod(_at(*(root + (0.24 + 0.05 * k, 0.17 + 0.03 * k, 0.06 - 0.03 * k))), _at(*(root + (0.27 + 0.09 * k, 0.3 + 0.04 * k, 0.1 - 0.07 * k))), 0.02, 0.006) for k in range(4)]
            stalk = s.tube(stem[:10], 0.024, 10)
            return s.mirrored(s.union([palm, stalk, *tines]))
        beam = s.tube(stem, s.interpolate([0.024, 0.018, 0.006], 24), 10)
        tines = []
        for k, (share, up, ahead) in enumerate(((6, 0.1, 0.13), (12, 0.13, 0.1), (18, 0.12, 0.05))):
            start = stem[share]
            tines.append(s.rod(_at(*start), _at(*(start + (0.03 * k, up, ahead))), 0.016, 0.005))
        return s.mirrored(s.union([beam, *tines]))
    raise ValueError(f"no horns are called {b.horns!r}")


def _mane(b: Beast, at: _Frame, rng: np.random.Generator) -> s.Solid | None:
    half, high, wide = b.head
    if b.mane == "lion":
        ruff = f.torus((0, 0, 0), high * 1.25, high * 0.52).rotate((78, 0, 0)).move(at.head - (0, 0.01, half * 0.55))
        chest = f.ellipsoid(_at(*(at.head - (0, high * 1.35, half * 1.1))), (wide * 1.35, high * 1.6, half * 1.1))
        nape = f.ellipsoid(_at(*(at.head + (0, high * 0.2, -half * 1.3))), (wide * 1.2, high * 1.35, half * 1.2))
        return s.roughened(f.melt(0.08, ruff, chest, nape).solid(48), rng, 0.012, 0.07)
    if b.mane == "horse":
        base = at.chest + (0, b.chest * 0.9, b.chest * 0.1)
        knots = [base, (base + at.head) / 2 + (0, b.nape * 0.75, -b.nape * 0.75), at.head + (0, high * 0.95, -half * 0.6), at.head + (0, high * 1.05, half * 0.45)]
        crest = s.tube(s.curve(knots, 24), np.stack([s.interpolate([0.03, 0.085, 0.08, 0.03], 24), np.full(24, 0.03)], 1), 14, up=(0, 1, 0.01))
        return s.roughened(crest, rng, 0.008, 0.05, 0.04)
    if b.mane == "bison":
        beard = f.ellipsoid(_at(*(at.chest + (0, 0.02, 0.02))), (b.chest * b.broad * 1.08, b.chest * 1.08, b.chest * 0.95))
        front = f.ellipsoid(_at(*(at.head - (0, 0.09, 0.03))), (wide * 1.15, high * 1.35, half * 0.75))
        return s.roughened(beard.blend(front, 0.15).solid(52), rng, 0.012, 0.06)
    if b.mane == "ridge":
        spine = s.curve([at.head + (0, high, -half * 0.4), at.chest + (0, b.chest, 0), (at.chest + at.hips) / 2 + (0, b.chest * 0.95, 0)], 20)
        return s.tube(spine, np.stack([s.interpolate([0.02, 0.06, 0.02], 20), np.full(20, 0.02)], 1), 10, up=(0, 1, 0.01))
    return None


def beast(b: Beast, rng: np.random.Generator, cells: int = 84) -> Sculpture:
    """The animal of a description, each proportion off by a few hundredths."""
    names = ("length", "chest", "hips", "neck", "nape", "leg", "foot", "ear", "tail_length")
    b = replace(b, **{name: getattr(b, name) * float(rng.uniform(0.95, 1.05)) for name in names}, rise=b.rise + rng.uniform(-5, 5))
    height = float(rng.uniform(*b.height))
    at = _frame(b)
    half, high, wide = b.head
    base = at.chest + (0, b.chest * 0.25, b.chest * 0.2)
    neck = f.capsule(_at(*base), _at(*(at.head - (0, high * 0.25, half * 0.35))), b.nape, b.throat)
    legs, feet = _legs(b, at)
    body = _trunk(b, at).blend(neck, 0.14).blend(legs, 0.06).blend(_head(b, at), 0.06)
    solid = body.solid(cells).trim_by_plane((0, 1, 0), 0)
    mark = marks(b.coat, rng, at.hips - 0.6, at.head + 0.6)
    coat = b.coat
    colour = {name: np.array(coat.colour(name)) for name in ("base", "belly", "legs", "muzzle", "second")}
    floor = (at.chest[1] + at.hips[1]) / 2 - (b.chest + b.hips) / 2 * 0.45

    def paint(points: Array) -> Array:
        p = points / height
        under = np.clip((floor - p[:, 1]) / 0.08 + 0.5, 0, 1) * np.clip((p[:, 1] - 0.38 * floor) / 0.15, 0, 1)
        under *= (p[:, 2] < at.chest[2] + b.chest * 1.05) & (np.abs(p[:, 0]) < b.chest * b.broad * 0.75)
        out = mix(np.tile(colour["base"], (len(p), 1)), colour["belly"], under)
        marked = mark(p) * (1 - 0.8 * under)
        face = np.clip((p[:, 2] - (at.head[2] + half * 0.72)) / (0.25 * half) + 0.5, 0, 1) * (p[:, 1] < at.head[1] + high * 0.45)
        out = mix(out, colour["second"], marked * (1 - face))
        sock = np.clip((coat.sock * floor - p[:, 1]) / 0.05 + 0.5, 0, 1) if coat.legs else np.zeros(len(p))
        out = mix(out, colour["legs"], sock)
        out = mix(out, colour["muzzle"], face) if coat.muzzle else out
        return _special(b, at, p, out)

    fur = m.FUR.coloured(coat.colour("base"))
    parts = [Part("body", solid.scale((height,) * 3), fur, 180, paint)]
    dark = m.BLACK.coloured(b.dark)

    def add(name: str, what: s.Solid | None, material: m.Material, smooth: float = 60) -> None:
        if what is not None:
            parts.append(Part(name, what.scale((height,) * 3), material, smooth))

    ear_colour = b.dark if "dark ears" in b.patches else coat.base
    add("ears", _ears(b, at), m.FUR.coloured(ear_colour))
    tail, tuft = _tail(b, at, rng)
    if tail is not None:
        long = b.tail_length
        tip = b.dark if "dark tip" in b.patches else "#f4f1ea" if "white tip" in b.patches else ""
        end = at.hips[2] - b.hips - long * 0.62

        def paint_tail(points: Array) -> Array:
            p = points / height
            out = np.tile(colour["base"], (len(p), 1))
            if "ringed tail" in b.patches:
                out = mix(out, m.srgb(b.dark), np.clip(np.sin(np.linalg.norm(p - at.hips, axis=1) * 2 * np.pi / 0.13) * 3 + 0.5, 0, 1))
            out = mix(out, colour["second"], mark(p)) if coat.pattern == "stripes" else out
            return mix(out, m.srgb(tip), np.clip((end - p[:, 2]) / 0.05 + 0.5, 0, 1)) if tip else out

        parts.append(Part("tail", tail.refine_to_length(0.05).scale((height,) * 3), fur, 60, paint_tail))
    add("tuft", tuft, dark)
    add("mane", _mane(b, at, rng), dark, 40)
    horn = m.HORN.coloured("#f1d990") if b.horns == "unicorn" else m.HORN
    horn = m.HORN.coloured(b.dark) if b.horns in ("buffalo", "moose", "antlers") and "pale horns" not in b.patches else horn
    add("horns", _horns(b, at, rng), horn)
    out = np.array([0.74, 0.34, 0.58])
    eye = at.head + out * (wide, high, half) * 0.97
    add("eyes", s.mirrored(s.sphere(b.eye, 20).translate(_at(*eye))), m.EYE_BLACK)
    r1 = b.snout[2]
    nose = s.ellipsoid(r1 * 0.55, r1 * 0.4, r1 * 0.35, 20).translate(_at(*(at.muzzle + (0, r1 * 0.5, -r1 * 0.25))))
    if "snout" in b.patches:
        disc = s.cylinder(0.03, r1 * 1.05, r1 * 1.0, 24).rotate((90, 0, 0)).translate(_at(*(at.muzzle - (0, 0, 0.012))))
        holes = s.mirrored(s.sphere(r1 * 0.2, 12).translate(_at(r1 * 0.4, at.muzzle[1], at.muzzle[2] + 0.016)))
        add("snout", disc, m.SKIN.coloured(b.nose))
        add("nostrils", holes, dark)
    elif b.nose:
        add("nose", nose, m.BLACK.coloured(b.nose))
    if b.hoof:
        hooves = [s.cylinder(b.foot * 1.25, b.foot * 1.3, b.foot * 1.05, 20).translate(_at(q[0], 0, q[2])) for q in feet]
        add("hooves", s.mirrored(s.group(hooves)), m.CLAW.coloured(b.dark))
    for name, extra, material in _extras(b, at, rng):
        add(name, extra, material)
    top = float(max(solid.bounding_box()[4], 1.0))
    anchors = {
        "back": _at(*(np.array([0, 1.0, (at.chest[2] + at.hips[2]) / 2]) * height)),
        "head": _at(*((at.head + (0, high, 0)) * height)),
        "top": _at(0, top * height, 0),
    }
    return Sculpture(tuple(parts), anchors)


def _special(b: Beast, at: _Frame, p: Array, out: Array) -> Array:
    """What no other animal wears."""
    half, high, _ = b.head
    near = np.linalg.norm((p - at.head) / (1, 1, 1), axis=1)
    if "panda" in b.patches:
        black = np.array(m.srgb("#1d1c1e"))
        limbs = np.clip((0.52 - p[:, 1]) / 0.05 + 0.5, 0, 1)
        yoke = np.clip((0.17 - np.abs(p[:, 2] - at.chest[2])) / 0.04 + 0.5, 0, 1) * (p[:, 1] < at.head[1] - high * 0.2)
        eyes = np.clip((0.055 - np.linalg.norm(np.abs(p) * (1, 1, 0) - (0.085, at.head[1] + high * 0.22, 0), axis=1)) / 0.015 + 0.5, 0, 1) * (p[:, 2] > at.head[2])
        out = mix(out, black, np.maximum(np.maximum(limbs, yoke), eyes))
    if "mask" in b.patches:
        band = np.clip((high * 0.28 - np.abs(p[:, 1] - at.head[1] - high * 0.28)) / 0.02 + 0.5, 0, 1) * (p[:, 2] > at.head[2]) * (near < half * 1.35)
        out = mix(out, np.array(m.srgb(b.dark)), band)
    if "face stripe" in b.patches or "back stripe" in b.patches:
        white = np.array(m.srgb("#f2efe8"))
        if "face stripe" in b.patches:
            stripe = np.clip((0.03 - np.abs(p[:, 0])) / 0.012 + 0.5, 0, 1) * (p[:, 2] > at.head[2] - half) * (p[:, 1] > at.head[1] - high * 0.3)
            out = mix(out, white, stripe)
        if "back stripe" in b.patches:
            line = np.clip((0.075 - np.abs(np.abs(p[:, 0]) - 0.03)) / 0.03, 0, 1) * (p[:, 1] > at.hips[1] + b.hips * 0.35)
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
        knots = [root, root + (0, -0.16, 0.16), (0, 0.45, root[2] + 0.2), (0, low + 0.08, root[2] + 0.16), (0, low, root[2] + 0.26)]
        found.append(("trunk", s.tube(s.curve(knots, 36), s.interpolate([0.12, 0.085, 0.06, 0.045, 0.04], 36), 20), hide))
    if "tusks" in b.patches:
        long = 0.42 if b.height[1] > 3 else 0.12
        root = at.muzzle + (wide * 0.62, -b.snout[2] * 0.2, -0.06) if long < 0.3 else at.head + (wide * 0.5, -high * 0.55, half * 0.6)
        reach = [root, root + (long * 0.12, -long * 0.38, long * 0.45), root + (long * 0.12, -long * 0.1, long * 0.95)] if long > 0.3 else [root, root + (0.03, 0.02, 0.05), root + (0.03, 0.1, 0.07)]
        found.append(("tusks", s.mirrored(s.tube(s.curve(reach, 20), s.interpolate([long * 0.09, long * 0.075, 0.004], 20), 12)), m.IVORY))
    if "spines" in b.patches:
        trunk = _trunk(b, at).solid(40)
        points, normals = s.scattered(trunk, rng, 420, 0.028)
        keep = (normals[:, 1] > -0.15) & (points[:, 2] < at.chest[2] + 0.12)
        tip = normals[keep] * 0.16 + np.array([0, 0.03, -0.09])
        spines = [s.rod(_at(*q), _at(*(q + t)), 0.011, 0.002, 5) for q, t in zip(points[keep], tip, strict=True)]
        found.append(("spines", s.group(spines), m.FUR.coloured("#6b5a48")))
    if "wool" in b.patches:
        trunk = _trunk(b, at).grow(0.03)
        wool = s.roughened(trunk.solid(60), rng, 0.016, 0.06)
        cap = s.roughened(s.ellipsoid(wide * 0.85, high * 0.5, half * 0.65, 28).translate(_at(*(at.head + (0, high * 0.85, -half * 0.2)))), rng, 0.01, 0.05)
        found.append(("wool", s.group([wool, cap]), m.WOOL.coloured(b.coat.colour("base"))))
    if "teeth" in b.patches:
        front = at.muzzle + (0, -b.snout[2] * 0.85, -b.snout[2] * 0.35)
        found.append(("teeth", s.box(0.035, 0.04, 0.014).translate(_at(*(front - (0, 0.02, 0)))), m.IVORY))
    if "beard" in b.patches:
        chin = at.muzzle - (0, b.snout[2] * 1.2, 0.05)
        found.append(("beard", s.cone(0.13, 0.035, 12).rotate((180, 0, 0)).translate(_at(*(chin + (0, 0.02, 0)))), hide))
    return found


_CAT = Beast((0.9, 1.1), Coat("#c98f3f", "#e8d3a6", muzzle="#f0e6d2"), length=1.32, chest=0.25, hips=0.22, waist=0.82, neck=0.26, rise=32, nape=0.16, throat=0.13, head=(0.16, 0.145, 0.14), snout=(0.1, 0.09, 0.065, 0.05), leg=0.105, foot=0.064, ears="round", ear=0.12, tail="level", tail_length=0.85, tail_radius=0.035)
_DOG = Beast((0.65, 0.8), Coat("#7c7f84", "#cfcdc8", muzzle="#bdbab3", legs="#b3aea5"), length=1.18, chest=0.25, hips=0.2, waist=0.8, neck=0.28, rise=40, nape=0.15, throat=0.125, head=(0.15, 0.125, 0.12), snout=(0.17, 0.075, 0.045, 0.055), leg=0.09, foot=0.05, ears="pointed", ear=0.15, tail="bushy", tail_length=0.55, tail_radius=0.065)
_BEAR = Beast((1.0, 1.3), Coat("#5d3f28", "#553823", muzzle="#9a7650"), length=1.35, chest=0.34, hips=0.34, broad=0.92, waist=1.0, neck=0.2, rise=22, nape=0.24, throat=0.19, head=(0.2, 0.18, 0.18), snout=(0.15, 0.1, 0.065, 0.06), leg=0.15, foot=0.1, ears="round", ear=0.13, tail="short", tail_length=0.1, tail_radius=0.05, eye=0.022)
_CATTLE = Beast((1.3, 1.5), Coat("#f2efe8", second="#26221f", pattern="patches", scale=0.2, muzzle="#e6b9a8"), length=1.45, chest=0.32, hips=0.3, broad=0.8, waist=1.04, neck=0.3, rise=22, nape=0.19, throat=0.145, head=(0.18, 0.13, 0.125), snout=(0.19, 0.1, 0.085, 0.1), leg=0.105, foot=0.05, hoof=True, ears="leaf", ear=0.17, tail="tuft", tail_length=0.62, tail_radius=0.028, horns="cow", nose="", eye=0.024)
_HORSE = Beast((1.5, 1.7), Coat("#f3f1ec"), length=1.05, chest=0.24, hips=0.23, broad=0.74, waist=0.92, neck=0.46, rise=56, nape=0.16, throat=0.095, head=(0.14, 0.105, 0.085), snout=(0.24, 0.08, 0.055, 0.17), leg=0.09, foot=0.037, hoof=True, ears="pointed", ear=0.1, tail="horse", tail_length=0.62, tail_radius=0.045, mane="horse", eye=0.02, nose="", dark="#2c2a2a")
_MOUSE = Beast((0.05, 0.06), Coat("#8d857c", "#d6cdc2"), length=1.75, chest=0.36, hips=0.46, broad=0.9, waist=1.06, neck=0.16, rise=18, nape=0.3, throat=0.25, head=(0.3, 0.26, 0.25), snout=(0.28, 0.17, 0.06, 0.1), leg=0.11, foot=0.065, ears="round", ear=0.42, tail="level", tail_length=1.5, tail_radius=0.05, eye=0.055, nose="#e7a6a1")

BEASTS: dict[str, tuple[Beast, dict[str, Sequence[str]]]] = {
    "lion": (replace(_CAT, height=(1.0, 1.2), mane="lion", tail="tuft", tail_length=0.75, dark="#6b3d1c", chest=0.27), {}),
    "lioness": (replace(_CAT, height=(0.95, 1.1), tail="tuft", tail_length=0.75, dark="#5c3a20"), {}),
    "tiger": (replace(_CAT, coat=Coat("#d9812f", "#f3e9da", muzzle="#f6efe4", second="#211a16", pattern="stripes", scale=0.19), chest=0.27), {}),
    "leopard": (replace(_CAT, height=(0.65, 0.75), coat=Coat("#d8a54e", "#f0e2c4", muzzle="#efe2c8", second="#2c211a", pattern="spots", scale=0.115)), {}),
    "black panther": (replace(_CAT, height=(0.65, 0.75), coat=Coat("#232226")), {"synonyms": ("panther",)}),
    "cheetah": (replace(_CAT, height=(0.75, 0.9), coat=Coat("#dcb36a", "#f4ead2", muzzle="#f2e6cf", second="#2a211b", pattern="spots", scale=0.085), length=1.22, chest=0.22, hips=0.18, leg=0.085, foot=0.052, head=(0.12, 0.115, 0.11)), {}),
    "snow leopard": (replace(_CAT, height=(0.55, 0.6), coat=Coat("#d5d3cf", "#f4f2ee", muzzle="#f2f0ec", second="#4e4b49", pattern="spots", scale=0.13), tail_radius=0.06), {}),
    "wolf": (_DOG, {}),
    "fox": (replace(_DOG, height=(0.36, 0.42), coat=Coat("#cf6a26", "#f4efe6", muzzle="#f4efe6", legs="#2a2120", sock=0.55), leg=0.08, foot=0.045, ear=0.2, tail_length=0.85, tail_radius=0.11, snout=(0.2, 0.075, 0.032, 0.06), patches=("white tip",)), {}),
    "arctic fox": (replace(_DOG, height=(0.28, 0.32), coat=Coat("#f1f3f4"), chest=0.3, hips=0.27, ear=0.14, tail_length=0.75, tail_radius=0.12), {}),
    "coyote": (replace(_DOG, height=(0.55, 0.62), coat=Coat("#a58d6c", "#e3d8c5", muzzle="#cbb596"), ear=0.18), {}),
    "bear": (_BEAR, {"synonyms": ("brown bear", "grizzly", "grizzly bear")}),
    "polar bear": (replace(_BEAR, coat=Coat("#f2efe6"), neck=0.3, rise=20, head=(0.18, 0.15, 0.145), height=(1.2, 1.5)), {}),
    "black bear": (replace(_BEAR, coat=Coat("#232122", muzzle="#8c6a4a"), height=(0.85, 1.0)), {}),
    "panda": (replace(_BEAR, coat=Coat("#f4f2ec"), height=(0.7, 0.85), head=(0.24, 0.22, 0.23), ear=0.17, patches=("panda", "dark ears"), dark="#1d1c1e"), {"synonyms": ("giant panda", "panda bear")}),
    "cow": (_CATTLE, {"plural": ("cows",)}),
    "ox": (replace(_CATTLE, coat=Coat("#8a5a34", "#7c4f2c", muzzle="#d6b49a"), chest=0.36, nape=0.23, height=(1.4, 1.6)), {"plural": ("oxen",)}),
    "bull": (replace(_CATTLE, coat=Coat("#33251d", muzzle="#6d5648"), chest=0.37, hips=0.29, nape=0.25, throat=0.18, height=(1.4, 1.6)), {}),
    "bison": (replace(_CATTLE, coat=Coat("#5a3f2b", muzzle="#2a211c"), chest=0.4, hips=0.27, nape=0.26, rise=2, neck=0.24, hump=(0.26,), mane="bison", dark="#3a271a", height=(1.6, 1.8)), {"synonyms": ("american buffalo",)}),
    "water buffalo": (replace(_CATTLE, coat=Coat("#4b4a4c", muzzle="#3d3c3e"), horns="buffalo", height=(1.3, 1.5), dark="#2c2a2a"), {}),
    "goat": (replace(_CATTLE, height=(0.6, 0.75), coat=Coat("#e7e0d2", muzzle="#d9cfc0"), length=1.2, chest=0.26, hips=0.25, neck=0.34, rise=46, nape=0.14, throat=0.1, head=(0.14, 0.11, 0.1), snout=(0.16, 0.075, 0.05, 0.08), ears="leaf", ear=0.15, tail="short", tail_length=0.12, tail_radius=0.03, horns="goat", patches=("beard",), nose="#8a6f66"), {}),
    "sheep": (replace(_CATTLE, height=(0.65, 0.8), coat=Coat("#eee8da", legs="#4a4340", muzzle="#4a4340", sock=0.85), length=1.2, chest=0.33, hips=0.33, broad=0.95, neck=0.2, rise=35, nape=0.18, throat=0.13, head=(0.15, 0.125, 0.11), snout=(0.13, 0.09, 0.06, 0.07), ears="leaf", ear=0.14, tail="short", tail_length=0.16, tail_radius=0.05, horns="", patches=("wool",), nose="#2d2826"), {"plural": ("sheep",)}),
    "ram": (replace(_CATTLE, height=(0.75, 0.9), coat=Coat("#cdb893", legs="#a58f6d", muzzle="#e6dac2"), length=1.2, chest=0.31, hips=0.29, broad=0.88, neck=0.28, rise=40, nape=0.17, throat=0.12, head=(0.16, 0.13, 0.11), snout=(0.15, 0.085, 0.06, 0.08), ears="leaf", ear=0.11, tail="short", tail_length=0.12, tail_radius=0.04, horns="ram", nose="#4a3b34"), {"synonyms": ("bighorn sheep",)}),
    "pig": (Beast((0.6, 0.8), Coat("#eba8a2"), length=1.6, chest=0.36, hips=0.36, broad=0.88, waist=1.06, neck=0.16, rise=10, nape=0.26, throat=0.22, head=(0.22, 0.2, 0.19), snout=(0.13, 0.13, 0.1, 0.06), leg=0.12, foot=0.062, hoof=True, ears="pointed", ear=0.2, tail="curl", tail_radius=0.022, nose="#e08d88", dark="#7c5f5a", patches=("snout",), eye=0.024), {}),
    "boar": (Beast((0.75, 0.9), Coat("#4f4138", legs="#332b26"), length=1.45, chest=0.37, hips=0.29, broad=0.74, waist=1.0, neck=0.18, rise=2, nape=0.26, throat=0.21, head=(0.22, 0.18, 0.15), snout=(0.27, 0.13, 0.07, 0.07), leg=0.1, foot=0.05, hoof=True, ears="pointed", ear=0.15, tail="tuft", tail_length=0.3, tail_radius=0.022, nose="#3b2f2c", dark="#2b2421", mane="ridge", patches=("snout", "tusks")), {"synonyms": ("wild boar",)}),
    "donkey": (replace(_HORSE, height=(1.0, 1.2), coat=Coat("#8f8a84", "#d4cec4", muzzle="#e4ded4"), ears="long", ear=0.3, tail="tuft", tail_length=0.5, tail_radius=0.026, neck=0.38, rise=46, head=(0.16, 0.12, 0.095)), {}),
    "zebra": (replace(_HORSE, height=(1.25, 1.4), coat=Coat("#f3f1ea", second="#1f1d1e", pattern="stripes", scale=0.13, muzzle="#2a2726"), tail="tuft", tail_length=0.5, tail_radius=0.028, ear=0.13), {}),
    "unicorn": (replace(_HORSE, coat=Coat("#faf7f4"), horns="unicorn", dark="#d69ad0"), {}),
    "brown horse": (replace(_HORSE, coat=Coat("#7b4a2b", legs="#2b211c", sock=0.5), dark="#231b17"), {"synonyms": ("stallion", "mare")}),
    "pony": (replace(_HORSE, height=(1.0, 1.2), coat=Coat("#b98a5a", second="#f3efe8", pattern="patches", scale=0.24), length=1.2, chest=0.29, hips=0.28, neck=0.38, leg=0.1, foot=0.046, dark="#efe6d4"), {"plural": ("ponies",)}),
    "giraffe": (Beast((2.8, 3.2), Coat("#e9cf96", second="#a5642f", pattern="net", scale=0.2, muzzle="#d8bd8c"), length=0.72, chest=0.17, hips=0.13, broad=0.74, neck=0.86, rise=68, nape=0.11, throat=0.055, head=(0.075, 0.06, 0.05), snout=(0.11, 0.045, 0.03, 0.05), leg=0.065, foot=0.028, hoof=True, ears="leaf", ear=0.09, tail="tuft", tail_length=0.34, tail_radius=0.014, horns="giraffe", nose="", eye=0.012, mane="ridge", dark="#6d4424"), {}),
    "camel": (Beast((1.8, 2.0), Coat("#c9a066", muzzle="#d9bb8d"), length=0.95, chest=0.22, hips=0.17, broad=0.78, neck=0.5, rise=40, nape=0.12, throat=0.075, head=(0.1, 0.08, 0.07), snout=(0.13, 0.06, 0.045, 0.05), leg=0.07, foot=0.042, ears="round", ear=0.06, tail="tuft", tail_length=0.35, tail_radius=0.02, hump=(0.26,), nose="#5a4635", eye=0.016, dark="#6f5230"), {"synonyms": ("dromedary",)}),
    "bactrian camel": (Beast((1.8, 2.0), Coat("#9a6a3c", muzzle="#b98a5c"), length=1.05, chest=0.23, hips=0.2, broad=0.8, neck=0.46, rise=38, nape=0.14, throat=0.09, head=(0.1, 0.085, 0.075), snout=(0.13, 0.065, 0.05, 0.05), leg=0.08, foot=0.045, ears="round", ear=0.06, tail="tuft", tail_length=0.35, tail_radius=0.02, hump=(0.25, 0.23), nose="#4a3424", eye=0.016, dark="#5a3c20"), {}),
    "llama": (Beast((1.1, 1.2), Coat("#f0e7d6", muzzle="#d9c9b0"), length=0.95, chest=0.26, hips=0.26, broad=0.9, waist=1.0, neck=0.56, rise=74, nape=0.15, throat=0.105, head=(0.12, 0.1, 0.09), snout=(0.12, 0.07, 0.048, 0.04), leg=0.1, foot=0.048, ears="long", ear=0.17, tail="short", tail_length=0.18, tail_radius=0.06, nose="#3b302b"), {}),
    "alpaca": (Beast((0.85, 1.0), Coat("#b98a62", muzzle="#d3b596"), length=0.95, chest=0.29, hips=0.29, broad=0.95, waist=1.03, neck=0.48, rise=76, nape=0.17, throat=0.13, head=(0.14, 0.14, 0.125), snout=(0.09, 0.075, 0.05, 0.03), leg=0.12, foot=0.055, ears="pointed", ear=0.13, tail="short", tail_length=0.16, tail_radius=0.06, nose="#3b302b", patches=("wool",)), {}),
    "elephant": (Beast((2.8, 3.3), Coat("#8e8f94"), length=1.2, chest=0.36, hips=0.35, broad=0.86, waist=1.03, neck=0.16, rise=24, nape=0.27, throat=0.24, head=(0.2, 0.24, 0.2), snout=(0.06, 0.15, 0.1, 0.1), leg=0.135, foot=0.112, ears="fan", ear=0.4, tail="tuft", tail_length=0.42, tail_radius=0.022, nose="", eye=0.014, dark="#55565a", patches=("trunk", "tusks")), {}),
    "mammoth": (Beast((3.1, 3.5), Coat("#6a4327"), length=1.12, chest=0.38, hips=0.32, broad=0.88, waist=1.05, neck=0.16, rise=34, nape=0.28, throat=0.25, head=(0.21, 0.28, 0.2), snout=(0.06, 0.15, 0.1, 0.1), leg=0.15, foot=0.12, ears="round", ear=0.16, tail="tuft", tail_length=0.3, tail_radius=0.028, nose="", eye=0.014, hump=(0.14,), dark="#4b2d18", patches=("trunk", "tusks")), {"synonyms": ("woolly mammoth",)}),
    "rhinoceros": (Beast((1.6, 1.8), Coat("#87868a"), length=1.55, chest=0.37, hips=0.35, broad=0.86, waist=1.03, neck=0.22, rise=-4, nape=0.28, throat=0.2, head=(0.2, 0.16, 0.15), snout=(0.24, 0.13, 0.095, 0.06), leg=0.135, foot=0.1, ears="pointed", ear=0.14, tail="tuft", tail_length=0.4, tail_radius=0.024, horns="rhino", nose="", eye=0.016, dark="#5c5b5f"), {"synonyms": ("rhino",), "plural": ("rhinoceroses",)}),
    "hippopotamus": (Beast((1.4, 1.6), Coat("#8b7a80", "#b99a98", muzzle="#a58c8e"), length=1.85, chest=0.44, hips=0.44, broad=0.9, waist=1.06, neck=0.2, rise=6, nape=0.32, throat=0.26, head=(0.25, 0.2, 0.22), snout=(0.27, 0.2, 0.18, 0.06), leg=0.15, foot=0.11, ears="round", ear=0.11, tail="short", tail_length=0.2, tail_radius=0.03, nose="", eye=0.026, patches=("teeth",)), {"synonyms": ("hippo",)}),
    "moose": (replace(_CATTLE, height=(1.8, 2.1), coat=Coat("#5a4130", legs="#9a8570", muzzle="#6d5340", sock=0.5), length=1.02, chest=0.25, hips=0.21, neck=0.28, rise=30, nape=0.17, throat=0.12, head=(0.14, 0.11, 0.095), snout=(0.24, 0.085, 0.075, 0.1), leg=0.08, foot=0.036, ear=0.13, tail="short", tail_length=0.08, tail_radius=0.03, horns="moose", hump=(0.12,), dark="#6b5138", patches=("beard",)), {"plural": ("moose",)}),
    "stag": (replace(_CATTLE, height=(1.1, 1.3), coat=Coat("#a06a3c", "#e0cdb0", muzzle="#7a5232"), length=1.0, chest=0.22, hips=0.2, neck=0.42, rise=56, nape=0.13, throat=0.085, head=(0.12, 0.095, 0.085), snout=(0.16, 0.062, 0.042, 0.08), leg=0.07, foot=0.03, ear=0.13, tail="short", tail_length=0.1, tail_radius=0.03, horns="antlers", nose="#221c1a", dark="#7b5c3e"), {"synonyms": ("elk", "red deer", "buck")}),
    "reindeer": (replace(_CATTLE, height=(1.0, 1.2), coat=Coat("#84715f", "#e9e2d6", muzzle="#cdbfac", legs="#5b4a3d"), length=1.1, chest=0.26, hips=0.23, neck=0.34, rise=30, nape=0.15, throat=0.11, head=(0.13, 0.105, 0.095), snout=(0.16, 0.075, 0.055, 0.07), leg=0.078, foot=0.038, ear=0.11, tail="short", tail_length=0.1, tail_radius=0.035, horns="antlers", nose="#2a2220", dark="#7b6148"), {"plural": ("reindeer",), "synonyms": ("caribou",)}),
    "gazelle": (replace(_CATTLE, height=(0.7, 0.85), coat=Coat("#c28a4e", "#f2eadc", muzzle="#e8d7bd"), length=0.95, chest=0.2, hips=0.18, neck=0.42, rise=62, nape=0.1, throat=0.07, head=(0.11, 0.09, 0.08), snout=(0.14, 0.058, 0.038, 0.07), leg=0.06, foot=0.025, ear=0.14, tail="short", tail_length=0.14, tail_radius=0.025, horns="goat", nose="#221c1a"), {"synonyms": ("antelope",)}),
    "mouse": (_MOUSE, {"plural": ("mice",)}),
    "rat": (replace(_MOUSE, height=(0.08, 0.1), coat=Coat("#5f564f", "#a79c90"), length=2.0, ear=0.26, head=(0.3, 0.22, 0.2), snout=(0.34, 0.16, 0.055, 0.1)), {}),
    "hamster": (replace(_MOUSE, height=(0.06, 0.07), coat=Coat("#d79a55", "#f6eee0", muzzle="#f6eee0"), length=1.35, chest=0.44, hips=0.48, broad=1.0, head=(0.34, 0.32, 0.34), snout=(0.14, 0.2, 0.1, 0.07), ear=0.24, tail="short", tail_length=0.12, tail_radius=0.06), {}),
    "guinea pig": (replace(_MOUSE, height=(0.09, 0.11), coat=Coat("#f0e8da", second="#8a5a33", pattern="patches", scale=0.4), length=1.9, chest=0.46, hips=0.48, broad=0.95, head=(0.36, 0.32, 0.3), snout=(0.16, 0.22, 0.13, 0.08), ears="floppy", ear=0.24, tail="", eye=0.05), {}),
    "squirrel": (replace(_MOUSE, height=(0.1, 0.12), coat=Coat("#a9622f", "#f2e8d8"), length=1.5, chest=0.34, hips=0.4, head=(0.27, 0.24, 0.22), snout=(0.16, 0.16, 0.08, 0.08), ears="pointed", ear=0.24, tail="up", tail_length=1.35, tail_radius=0.24, nose="#3b2a22"), {}),
    "chipmunk": (replace(_MOUSE, height=(0.06, 0.07), coat=Coat("#b5743a", "#f1e4cf"), length=1.5, chest=0.36, hips=0.42, head=(0.28, 0.25, 0.24), snout=(0.16, 0.17, 0.08, 0.08), ears="round", ear=0.22, tail="up", tail_length=0.95, tail_radius=0.13, nose="#3b2a22", patches=("back stripe",)), {}),
    "beaver": (replace(_MOUSE, height=(0.3, 0.36), coat=Coat("#6b4529"), length=1.8, chest=0.42, hips=0.5, head=(0.3, 0.27, 0.25), snout=(0.17, 0.18, 0.12, 0.06), ear=0.14, tail="", eye=0.04, nose="#231a16", patches=("teeth", "paddle")), {}),
    "otter": (replace(_MOUSE, height=(0.25, 0.3), coat=Coat("#6f4a30", "#cbb394", muzzle="#d8c5a9"), length=2.1, chest=0.33, hips=0.34, broad=0.95, neck=0.34, rise=30, head=(0.26, 0.21, 0.22), snout=(0.13, 0.16, 0.11, 0.05), ear=0.12, tail_length=1.2, tail_radius=0.13, eye=0.034, nose="#231a16"), {}),
    "badger": (replace(_MOUSE, height=(0.28, 0.32), coat=Coat("#77757a", legs="#232224", sock=0.9), length=1.9, chest=0.42, hips=0.42, head=(0.28, 0.22, 0.2), snout=(0.26, 0.15, 0.075, 0.08), ear=0.13, tail="bushy", tail_length=0.4, tail_radius=0.1, nose="#1c1a1a", eye=0.034, patches=("face stripe",)), {}),
    "skunk": (replace(_MOUSE, height=(0.2, 0.24), coat=Coat("#1f1d20"), length=1.6, chest=0.36, hips=0.42, head=(0.24, 0.2, 0.18), snout=(0.2, 0.14, 0.06, 0.07), ear=0.12, tail="up", tail_length=0.95, tail_radius=0.22, nose="#111111", eye=0.034, patches=("face stripe", "back stripe")), {}),
    "raccoon": (replace(_MOUSE, height=(0.26, 0.3), coat=Coat("#86827e", "#bdb6ad", muzzle="#e5dfd6", legs="#3a3635", sock=0.6), length=1.5, chest=0.37, hips=0.42, head=(0.27, 0.24, 0.24), snout=(0.19, 0.14, 0.065, 0.07), ears="pointed", ear=0.2, tail="bushy", tail_length=0.95, tail_radius=0.13, nose="#1c1a1a", eye=0.036, dark="#2a2726", patches=("mask", "ringed tail")), {}),
    "red panda": (replace(_MOUSE, height=(0.26, 0.3), coat=Coat("#b4532a", "#2a1d18", muzzle="#f4ece0", legs="#2a1d18", sock=0.8), length=1.5, chest=0.36, hips=0.4, head=(0.27, 0.25, 0.26), snout=(0.13, 0.14, 0.07, 0.06), ears="pointed", ear=0.24, tail="bushy", tail_length=1.1, tail_radius=0.15, nose="#1c1a1a", eye=0.036, dark="#7a3418", patches=("ringed tail",)), {}),
    "hedgehog": (replace(_MOUSE, height=(0.13, 0.15), coat=Coat("#c9a982", muzzle="#d8bf9d"), length=1.3, chest=0.42, hips=0.46, broad=1.0, waist=1.1, head=(0.26, 0.22, 0.2), snout=(0.26, 0.14, 0.05, 0.08), ear=0.15, tail="", eye=0.04, nose="#1c1a1a", patches=("spines",)), {}),
    "weasel": (replace(_MOUSE, height=(0.08, 0.1), coat=Coat("#9a5f33", "#f4eee2"), length=2.6, chest=0.3, hips=0.3, neck=0.5, rise=32, head=(0.24, 0.19, 0.18), snout=(0.15, 0.14, 0.07, 0.05), ear=0.14, tail_length=0.9, tail_radius=0.08, nose="#2a2220", eye=0.036), {"synonyms": ("ferret", "stoat")}),
    "hare": (replace(_MOUSE, height=(0.3, 0.36), coat=Coat("#a58a68", "#e9dfcd"), length=1.3, chest=0.28, hips=0.38, neck=0.28, rise=55, head=(0.22, 0.19, 0.17), snout=(0.13, 0.14, 0.075, 0.06), leg=0.11, foot=0.06, ears="long", ear=0.6, tail="short", tail_length=0.16, tail_radius=0.09, nose="#5b463c", eye=0.036), {"kinds": ("jackrabbit",)}),
    "hyena": (replace(_DOG, height=(0.75, 0.85), coat=Coat("#b39a72", muzzle="#3b332c", second="#4a3a2c", pattern="spots", scale=0.12, legs="#7d6a50"), chest=0.28, hips=0.2, ears="round", ear=0.16, tail_length=0.35, mane="ridge", dark="#4a3a2c"), {}),
}  # fmt: skip
"""Animals by noun, with further arguments of `sculpture`."""


def _enter(noun: str, what: Beast, more: dict[str, Sequence[str]]) -> None:
    def make(rng: np.random.Generator) -> Sculpture:
        return beast(what, rng)

    make.__module__ = __name__
    plural = more.get("plural", ())
    low, high = what.height
    reach = 1.0 + what.length + what.tail_length
    sculpture(
        noun,
        size=(low, high * (1.6 + reach)),
        synonyms=tuple(more.get("synonyms", ())),
        kinds=tuple(more.get("kinds", ())),
        plural=plural[0] if plural else None,
    )(make)


for _noun, (_beast, _more) in BEASTS.items():
    _enter(_noun, _beast, _more)
