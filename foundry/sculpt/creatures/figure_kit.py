"""What figures are made with: colours, poses, proportions, cloths, hats and weapons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Point, at

Array = NDArray[np.float64]
Held = list[tuple[str, m.Material, s.Solid]]
"""What is held: names, materials and solids, the grip at the origin, upright."""
Pose = tuple[Point, Point]
"""Elbow and wrist of the left arm from its shoulder; the right arm's is its mirror image."""

DOWN: Pose = ((0.09, -0.21, -0.02), (0.14, -0.41, 0.07))
HOLD: Pose = ((0.12, -0.2, -0.02), (0.17, -0.22, 0.21))
"""The fist ahead of the hip, around something upright."""
RAISED: Pose = ((0.21, -0.07, 0.02), (0.27, 0.15, 0.09))
AKIMBO: Pose = ((0.2, -0.18, -0.05), (0.05, -0.37, 0.06))
PORT_RIGHT: Pose = ((0.13, -0.2, -0.04), (0.03, -0.29, 0.17))
PORT_LEFT: Pose = ((0.15, -0.17, 0.06), (-0.02, -0.12, 0.25))
"""Arms that hold a gun across the chest."""
AHEAD: Pose = ((0.03, -0.07, 0.2), (0.0, -0.04, 0.42))
OUT: Pose = ((0.22, -0.01, 0.0), (0.44, 0.0, 0.01))
GUARD: Pose = ((0.06, -0.2, 0.1), (-0.04, -0.02, 0.27))
"""A fist before the chin."""
PRAYER: Pose = ((0.05, -0.2, 0.05), (-0.16, -0.16, 0.2))
OVERHEAD: Pose = ((0.16, 0.16, 0.02), (0.06, 0.42, 0.06))

SKINS = ("#e9bd98", "#d9a178", "#b57d52", "#74492f")
PALE = "#efc9a8"
HAIRS = ("#2a1d15", "#4a2f1c", "#7a4f2a", "#c99a4a", "#1d1a1c")


def cloth(colour: str) -> m.Material:
    """Cloth of a colour."""
    return m.CLOTH.coloured(colour)


def hide(colour: str) -> m.Material:
    """Skin of a colour."""
    return m.SKIN.coloured(colour)


def skin_of(rng: np.random.Generator) -> str:
    """A colour of people's skin."""
    return str(s.pick(rng, SKINS, (4, 3, 2, 2)))


@dataclass(frozen=True)
class Build:
    """Proportions of a figure.

    Args:
        legs: height of the hips. shoulder: of its joint from the middle. chest, waist, hips: half widths.
        deep: depth of the trunk over its width. bust: radius, or 0. belly: half depth of a round one, or 0.
        arm, leg: radius where they begin. reach: length of the arms over a grown man's.
        head: size over a grown man's. neck: radius. stance: of each foot from the middle.
    """

    legs: float = 0.69
    shoulder: float = 0.215
    chest: float = 0.2
    waist: float = 0.165
    hips: float = 0.17
    deep: float = 0.72
    bust: float = 0.0
    belly: float = 0.0
    arm: float = 0.068
    leg: float = 0.1
    reach: float = 1.0
    head: float = 1.0
    neck: float = 0.07
    stance: float = 0.115


MAN = Build()
BROAD = Build(shoulder=0.265, chest=0.25, waist=0.19, hips=0.185, arm=0.09, leg=0.112, neck=0.085, stance=0.14)
STOUT = Build(shoulder=0.225, chest=0.215, waist=0.22, hips=0.21, deep=0.85, belly=0.17, arm=0.074, leg=0.108)
WOMAN = Build(
    *(0.69, 0.172, 0.152, 0.118, 0.168, 0.74), bust=0.068, arm=0.055, leg=0.092, neck=0.055, stance=0.092, head=0.97
)
SMALL = Build(
    *(0.34, 0.21, 0.205, 0.215, 0.2, 0.85), belly=0.17, arm=0.078, leg=0.105, reach=0.82, head=1.05, stance=0.125
)
"""A dwarf's."""
IMP = Build(
    0.43, 0.165, 0.155, 0.135, 0.14, 0.8, 0.0, 0.14, arm=0.055, leg=0.078, reach=0.95, head=1.12, neck=0.055, stance=0.1
)
SLIM = Build(0.74, 0.19, 0.172, 0.136, 0.15, 0.72, arm=0.058, leg=0.088, neck=0.058, stance=0.1)
GIANT = Build(
    0.56, 0.3, 0.28, 0.25, 0.22, 0.8, 0.0, 0.25, arm=0.1, leg=0.13, reach=1.2, head=1.0, neck=0.11, stance=0.16
)


def pair(rng: np.random.Generator) -> tuple[str, str]:
    """Colours of skin and hair that go together."""
    skin = skin_of(rng)
    fair = skin in ("#e9bd98", "#d9a178")
    return skin, str(s.pick(rng, HAIRS if fair else ("#2a1d15", "#1d1a1c")))


def hat(profile: ArrayLike, curl: float = 0.0, from_radius: float = 0.22, segments: int = 48) -> s.Solid:
    """A hat of an outline (radius, y); its brim beyond a radius bends up at both sides by `curl`."""
    solid = s.revolve(s.profile(profile, 30), segments)
    if curl:

        def bent(p: Array) -> Array:
            out = np.clip(np.hypot(p[:, 0], p[:, 2]) - from_radius, 0, None)
            side = np.abs(p[:, 0]) / np.maximum(np.hypot(p[:, 0], p[:, 2]), 1e-6)
            return p + np.stack([0 * out, curl * out * (side**2 - 0.25), 0 * out], 1)

        solid = s.warp(solid, bent, 0.05)
    return solid


def staff(top: float, low: float, radius: float = 0.024) -> s.Solid:
    """A stick through a fist, from `low` below it to `top` above it."""
    return s.cylinder(top + low, radius, segments=16).translate((0, -low, 0))


def ragged(solid: s.Solid, y: float, rng: np.random.Generator, deep: float = 0.07, teeth: int = 26) -> s.Solid:
    """What is below y is torn away, in a zigzag."""
    x = np.linspace(-1.0, 1.0, teeth)
    high = y + np.where(np.arange(teeth) % 2 == 0, 1, 0) * rng.uniform(deep * 0.5, deep, teeth)
    outline = [(-1.0, y - 2), (1.0, y - 2), *zip(x[::-1], high[::-1], strict=True)]
    return solid - s.extrude(outline, 3.0)


def ribbon(
    points: ArrayLike, wide: float, thick: float = 0.014, up: Point = (1.0, 0.0, 0.0), count: int = 12
) -> s.Solid:
    """A flat band along a smooth way; its width lies along `up` as far as that is across the way."""
    way = s.curve(points, count)
    return s.tube(way, np.tile((wide, thick), (count, 1)), section=s.rectangle(2, 2), up=up)


def katana(long: float = 0.72) -> Held:
    """A bent blade, a round guard and a wrapped grip."""
    way = s.curve([(0, 0.1, 0), (0.01, 0.1 + long * 0.5, 0), (-0.06, 0.1 + long, 0)], 20)
    radii = np.stack([s.interpolate([0.034, 0.034, 0.03, 0.006], 20), np.full(20, 0.014)], 1)
    guard = s.cylinder(0.024, 0.062, segments=24).translate((0, 0.085, 0))
    grip = s.cylinder(0.24, 0.026, segments=16).translate((0, -0.15, 0))
    wraps = s.group(
        [s.torus(0.026, 0.008, 16, 6).rotate((0, 0, 18)).translate((0, y, 0)) for y in np.arange(-0.13, 0.08, 0.04)]
    )
    return [
        ("blade", m.STEEL, s.tube(way, radii, 10, up=(1, 0, 0))),
        ("guard", m.GOLD, guard),
        ("grip", m.BLACK, grip),
        ("wrapping", m.WHITE, wraps),
    ]


def axe(haft: float, low: float, bit: float, double: bool = False) -> Held:
    """A haft through a fist and a broad bit to +X, and to -X where `double`."""
    outline = [
        (0.0, -0.06),
        (0.35, -0.3),
        (0.78, -0.62),
        (1.0, -0.3),
        (1.06, 0.05),
        (1.0, 0.4),
        (0.78, 0.68),
        (0.35, 0.3),
        (0.0, 0.08),
    ]
    blade = s.extrude(np.array(outline) * bit, 0.05, 0.016).translate((0.01, haft - bit * 0.45, 0))
    head = s.rounded_box(0.07, bit * 0.5, 0.075, 0.012).translate((0, haft - bit * 0.7, 0))
    blades = [blade, head] + ([blade.mirror((1, 0, 0))] if double else [])
    return [("haft", m.OAK.shaded(0.75), staff(haft, low, 0.026)), ("axe head", m.STEEL, s.union(blades))]


def gun(scale: float = 1.0) -> Held:
    """A rifle along +X, its grip at the origin, its sights to +Y."""
    body = s.box(0.3, 0.075, 0.055, 0.012).translate((0.1, 0.0, 0))
    stock = s.extrude([(-0.04, 0.06), (-0.3, 0.05), (-0.32, -0.08), (-0.26, -0.08), (-0.04, 0.0)], 0.05, 0.012)
    fore = s.box(0.2, 0.065, 0.06, 0.016).translate((0.34, 0.005, 0))
    barrel = s.rod((0.4, 0.04, 0), (0.66, 0.04, 0), 0.019) + s.rod((0.6, 0.04, 0), (0.68, 0.04, 0), 0.027)
    magazine = s.box(0.06, 0.16, 0.045, 0.008).translate((0, -0.13, 0)).rotate((0, 0, 12)).translate((0.13, 0.0, 0))
    sight = s.rod((0.04, 0.105, 0), (0.2, 0.105, 0), 0.022) + s.box(0.03, 0.05, 0.03).translate((0.12, 0.06, 0))
    grip = s.box(0.05, 0.1, 0.045, 0.01).translate((0, -0.09, 0)).rotate((0, 0, -14))
    dark = s.union([body, barrel, magazine, sight, grip])
    return [
        (n, q, x.scale((scale,) * 3))
        for n, q, x in (
            ("gun", m.BLACK.coloured("#2a2c30"), dark),
            ("stock", m.BLACK.coloured("#4a4638"), s.union([stock, fore])),
        )
    ]


def club(rng: np.random.Generator, high: float, thick: float) -> Held:
    """A thick cudgel with knots."""
    path = s.curve([(0, -0.14, 0), (0.01, high * 0.5, 0), (0, high, 0)], 20)
    wood = s.tube(path, s.interpolate([0.035, 0.042, thick * 0.8, thick, thick * 0.75], 20), 16)
    points, normals = s.scattered(wood, rng, 7, 0.12)
    knots = [
        s.aim(s.cone(0.07, 0.032, 10), n).translate(at(p))
        for p, n in zip(points, normals, strict=True)
        if p[1] > high * 0.55
    ]
    return (
        [("club", m.OAK.shaded(0.7), s.roughened(wood, rng, 0.006, 0.1)), ("knots", m.BONE, s.group(knots))]
        if knots
        else [("club", m.OAK.shaded(0.7), wood)]
    )


def bow() -> Held:
    """A strung bow, its string behind the fist."""
    half = [(0, 0, 0.02), (0, 0.2, 0.06), (0, 0.42, -0.02), (0, 0.55, -0.14)]
    way = s.curve([*((x, -y, z) for x, y, z in half[:0:-1]), *half], 40)
    limbs = s.tube(way, s.interpolate([0.014, 0.024, 0.03, 0.024, 0.014], 40), 10)
    string = s.rod((0, -0.54, -0.135), (0, 0.54, -0.135), 0.01, segments=8)
    return [("bow", m.WALNUT.shaded(1.2), limbs), ("bow string", m.WHITE, string)]
