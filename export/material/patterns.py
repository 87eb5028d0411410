"""Patterns: a second colour over what is below, whose own grain shows through both."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bozzetto.export.material.layers import Ink
from bozzetto.export.material.noise import cells, fbm, gradient_noise, mix, smoothstep
from bozzetto.export.material.surface import Layer, Points, Surface, blend, changed, plain, planar
from bozzetto.export.mesh.mesh import Array

SOFT = 0.004
"""Half width of an edge between two colours, object units."""


def _band(x: Array, period: float, share: float) -> Array:
    """1 in a share of each period, with soft edges."""
    far = np.abs(x / period - np.round(x / period)) * period
    return smoothstep(far, share * period / 2 + SOFT, share * period / 2 - SOFT)


def _striped(points: Points, below: Surface, ink: Ink) -> Surface:
    """Level stripes on what is upright, else along z."""
    y = np.where(np.abs(points.normal[:, 1]) > 0.9, points.position[:, 2], points.position[:, 1])
    return blend(below, ink.painted(below, ink.second), _band(y + 0.05, 0.22, 0.5))


def _pinstriped(points: Points, below: Surface, ink: Ink) -> Surface:
    u, _, _ = planar(points, 0.085)
    return blend(below, ink.painted(below, ink.second), _band(u, 0.085, 0.14))


def _checkered(points: Points, below: Surface, ink: Ink) -> Surface:
    side = 0.17
    u, v, _ = planar(points, 2 * side)
    sign = np.sin(np.pi * u / side) * np.sin(np.pi * v / side)
    return blend(below, ink.painted(below, ink.second), smoothstep(sign, -0.06, 0.06))


def _polka(points: Points, below: Surface, ink: Ink) -> Surface:
    side = 0.23
    u, v, _ = planar(points, side)
    row = np.round(v / side * 1.1547)
    du = u / side - 0.5 * (row % 2)
    far = np.hypot(du - np.round(du), (v / side * 1.1547 - row) / 1.1547) * side
    return blend(below, ink.painted(below, ink.second), smoothstep(far, 0.068 + SOFT, 0.068 - SOFT))


def _spotted(points: Points, below: Surface, ink: Ink) -> Surface:
    first, _, tone = cells(points.position * 3.7 + 0.25 * fbm(points.position * 4, 2, 3)[:, None], 5, 0.8)
    radius = 0.24 + 0.16 * tone
    return blend(below, ink.painted(below, ink.second), smoothstep(first, radius + 0.015, radius - 0.015))


def _plaid(points: Points, below: Surface, ink: Ink) -> Surface:
    """Tartan: bands of the second colour both ways, mixed where they cross, and a thin dark line."""
    side = 0.34
    u, v, _ = planar(points, side)
    wide = 0.5 * _band(u, side, 0.42) + 0.5 * _band(v, side, 0.42)
    thin = np.maximum(_band(u + side / 2, side, 0.06), _band(v + side / 2, side, 0.06))
    dark = np.maximum(_band(u + side * 0.33, side, 0.05), _band(v + side * 0.33, side, 0.05))
    out = blend(below, ink.painted(below, ink.second), wide)
    third = ink.colours[2] if len(ink.colours) > 2 else np.array([0.72, 0.55, 0.08], np.float32)
    out = blend(out, ink.painted(below, third), 0.8 * thin)
    return blend(out, ink.painted(below, np.array([0.02, 0.02, 0.022], np.float32)), 0.75 * dark)


def _floral(points: Points, below: Surface, ink: Ink) -> Surface:
    """Flowers of five petals and leaves, strewn by a jittered lattice on the plane of the surface."""
    out = below
    petals = ink.colours[1] if len(ink.colours) > 1 else np.array([0.60, 0.06, 0.14], np.float32)
    for scale, shift, leafy in ((0.24, 0.0, True), (0.30, 0.37, False), (0.19, 0.71, False)):
        u, v, axis = planar(points, scale)
        gu, gv = np.floor(u / scale + shift), np.floor(v / scale + shift)
        lattice = np.stack([gu + 0.5, gv + 0.5, axis + 0.5], 1)
        one, _, two = cells(lattice, 7 + int(10 * shift), 0.0)
        _, _, three = cells(lattice, 17 + int(10 * shift), 0.0)
        du = (u / scale + shift - gu - 0.5) + 0.34 * (two - 0.5)
        dv = (v / scale + shift - gv - 0.5) + 0.34 * (three - 0.5)
        radius, angle = np.hypot(du, dv), np.arctan2(dv, du) + 6.28 * two
        if leafy:
            shape = smoothstep(radius - 0.30 * np.abs(np.cos(angle)) ** 3, 0.02, -0.02)
            out = blend(out, ink.painted(below, np.array([0.06, 0.20, 0.05], np.float32)), shape)
            continue
        here = (three > 0.3).astype(np.float32)
        petal = smoothstep(radius - 0.20 - 0.09 * np.cos(5 * angle), 0.02, -0.02) * here
        tone = petals * (0.75 + 0.6 * two)[:, None]
        painted = ink.painted(below, petals)
        painted = changed(
            painted, albedo=painted.albedo * (tone / np.maximum(petals, 1e-3)) * (0.65 + 1.2 * radius)[:, None]
        )
        out = blend(out, painted, petal)
        out = blend(
            out, ink.painted(below, np.array([0.78, 0.52, 0.05], np.float32)), smoothstep(radius, 0.085, 0.06) * here
        )
    return out


def _camouflage(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    palette = ((0.145, 0.165, 0.07), (0.035, 0.065, 0.022), (0.115, 0.07, 0.035), (0.018, 0.018, 0.016))
    if len(ink.colours) > 0:
        first = ink.colours[0]
        palette = (first, first * 0.4, first * 0.7 + 0.06, first * 0.14)  # type: ignore[assignment]
    out = ink.painted(below, np.asarray(palette[0], np.float32))
    for k, threshold in ((1, 0.02), (2, 0.10), (3, 0.2)):
        share = smoothstep(fbm(p * [2.2, 2.8, 2.2], 3, 31 + k), threshold - 0.012, threshold + 0.012)
        out = blend(out, ink.painted(below, np.asarray(palette[k], np.float32)), share)
    return out


def _zebra(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    warp = p[:, 1] + 0.55 * p[:, 0] + 0.20 * fbm(p * 1.7, 3, 41)
    stripe = smoothstep(np.sin(warp * 30) + 0.9 * gradient_noise(p * 3, 42), -0.06, 0.06)
    white = ink.painted(below, np.array([0.72, 0.69, 0.63], np.float32))
    return blend(white, ink.painted(below, np.array([0.018, 0.017, 0.016], np.float32)), stripe)


def _leopard(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    first, _, tone = cells(p * 6.6 + 0.28 * fbm(p * 7, 2, 51)[:, None], 52, 0.85)
    ring = smoothstep(np.abs(first - 0.34), 0.15, 0.10) * smoothstep(fbm(p * 12, 2, 53), -0.35, -0.2)
    middle = smoothstep(first, 0.24, 0.18)
    out = ink.painted(below, np.array([0.52, 0.31, 0.11], np.float32))
    out = blend(out, ink.painted(below, np.array([0.27, 0.12, 0.035], np.float32)), 0.85 * middle)
    return blend(out, ink.painted(below, np.array([0.02, 0.015, 0.012], np.float32)), ring)


def _zigzag(points: Points, below: Surface, ink: Ink) -> Surface:
    u, v, _ = planar(points, 0.16)
    w = u / 0.16
    return blend(below, ink.painted(below, ink.second), _band(v + 0.16 * np.abs(w - np.round(w)), 0.15, 0.5))


def _argyle(points: Points, below: Surface, ink: Ink) -> Surface:
    u, v, _ = planar(points, 0.24)
    a, b = u / 0.24 + v / 0.36, u / 0.24 - v / 0.36
    sign = np.sin(np.pi * a) * np.sin(np.pi * b)
    out = blend(below, ink.painted(below, ink.second), smoothstep(sign, -0.05, 0.05))
    line = np.maximum(_band(a + 0.5, 1.0, 0.035), _band(b + 0.5, 1.0, 0.035))
    return blend(out, ink.painted(below, np.array([0.70, 0.66, 0.58], np.float32)), line)


def _stars(points: Points, below: Surface, ink: Ink) -> Surface:
    side = 0.27
    u, v, _ = planar(points, side)
    row = np.floor(v / side)
    su = u / side + 0.5 * (row % 2)
    du, dv = su - np.floor(su) - 0.5, v / side - row - 0.5
    angle = np.arctan2(du, dv)
    wedge = np.abs((angle + np.pi / 5) % (2 * np.pi / 5) - np.pi / 5)
    # A star's edge from its tip (radius 0.36) to its notch (0.14).
    tip, notch = np.array([0.36, 0.0]), 0.14 * np.array([np.cos(np.pi / 5), np.sin(np.pi / 5)])
    x, y = np.hypot(du, dv) * np.cos(wedge), np.hypot(du, dv) * np.sin(wedge)
    side_of = (notch[0] - tip[0]) * (y - tip[1]) - (notch[1] - tip[1]) * (x - tip[0])
    return blend(below, ink.painted(below, ink.second), smoothstep(side_of, -0.003, 0.003))


def _ombre(points: Points, below: Surface, ink: Ink) -> Surface:
    return blend(
        below,
        ink.painted(below, ink.second),
        smoothstep(points.position[:, 1], -0.7 * points.extent[1], 0.7 * points.extent[1]),
    )


def _rainbow(points: Points, below: Surface, ink: Ink) -> Surface:
    bands = np.array(
        [
            [0.42, 0.01, 0.02],
            [0.66, 0.16, 0.01],
            [0.72, 0.50, 0.03],
            [0.03, 0.26, 0.05],
            [0.015, 0.09, 0.42],
            [0.13, 0.025, 0.28],
        ],
        np.float32,
    )
    t = np.clip((0.95 - points.position[:, 1] / max(points.extent[1], 1e-3)) / 1.9, 0, 0.9999) * 6
    k = t.astype(int)
    edge = smoothstep(t - k, 1 - 0.04, 1.0)
    colour = mix(bands[k], bands[np.minimum(k + 1, 5)], edge)
    tone = np.clip((below.albedo @ np.array([0.2126, 0.7152, 0.0722], np.float32)) / max(ink.mean, 1e-3), 0.25, 1.7)
    return changed(below, albedo=below.albedo + (colour * tone[:, None] - below.albedo) * below.dye[:, None])


def _tie_dye(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    bands = np.array(
        [[0.50, 0.02, 0.10], [0.68, 0.42, 0.03], [0.03, 0.34, 0.16], [0.03, 0.14, 0.50], [0.30, 0.05, 0.40]], np.float32
    )
    swirl = np.hypot(p[:, 0], p[:, 1]) * 4.5 + np.arctan2(p[:, 1], p[:, 0]) * 0.8 + 1.1 * fbm(p * 3, 4, 61)
    t = swirl - 5 * np.floor(swirl / 5)
    k = np.minimum(t.astype(int), 4)
    colour = mix(bands[k], bands[(k + 1) % 5], smoothstep(t - k, 0.2, 0.9))
    colour = mix(colour, (0.74, 0.72, 0.68), 0.5 * smoothstep(fbm(p * 8, 3, 62), 0.0, 0.5))
    tone = np.clip((below.albedo @ np.array([0.2126, 0.7152, 0.0722], np.float32)) / max(ink.mean, 1e-3), 0.25, 1.7)
    return changed(below, albedo=below.albedo + (colour * tone[:, None] - below.albedo) * below.dye[:, None])


def _honeycomb(points: Points, below: Surface, ink: Ink) -> Surface:
    side = 0.13
    u, v, _ = planar(points, side)
    # The nearest of two rectangular lattices is the hexagonal one's.
    ax, ay = u / side, v / (side * 1.7320508)
    da = np.stack([ax - np.round(ax), (ay - np.round(ay)) * 1.7320508], 1)
    db = np.stack([ax + 0.5 - np.round(ax + 0.5), (ay + 0.5 - np.round(ay + 0.5)) * 1.7320508], 1)
    d = np.where((np.linalg.norm(da, axis=1) < np.linalg.norm(db, axis=1))[:, None], da, db)
    far = np.maximum(np.abs(d[:, 0]), np.abs(0.5 * d[:, 0]) + 0.8660254 * np.abs(d[:, 1]))
    wall = smoothstep(far, 0.42, 0.46)
    out = blend(below, ink.painted(below, ink.second), wall)
    return changed(out, height=out.height + 0.012 * wall)


def _splattered(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    out = below
    colours = ink.colours[1:] or (
        np.array([0.50, 0.02, 0.03], np.float32),
        np.array([0.02, 0.12, 0.46], np.float32),
        np.array([0.70, 0.50, 0.03], np.float32),
    )
    for k, colour in enumerate(colours):
        first, _, tone = cells(p * 3.4 + 0.12 * fbm(p * 9, 3, 71)[:, None], 72 + k)
        small, _, t = cells(p * 9, 82 + k)
        radius = 0.42 * tone**3
        share = np.maximum(
            smoothstep(first, radius + 0.02, radius - 0.02), smoothstep(small, 0.30 * t**4 + 0.02, 0.30 * t**4 - 0.02)
        )
        painted = changed(ink.painted(below, colour), roughness=0.35, metallic=0.0, height=below.height + 0.004)
        out = blend(out, painted, share)
    return out


def _galaxy(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    cloud, warm = fbm(p * 1.8, 5, 91), fbm(p * 1.5, 4, 93)
    colour = mix((0.006, 0.006, 0.02), (0.13, 0.05, 0.28), smoothstep(cloud, -0.2, 0.5))
    colour = mix(colour, (0.30, 0.09, 0.22), smoothstep(warm, 0.15, 0.6))
    first, _, tone = cells(p * 26, 94)
    star = smoothstep(first, 0.10 + 0.12 * (tone > 0.94), 0.04)
    return changed(
        below, albedo=mix(colour, (0.86, 0.86, 0.82), star), emission=0.6 * star[:, None] * np.ones(3, np.float32)
    )


def _scrolls(points: Points, side: float) -> tuple[Array, Array]:
    """Spirals that turn out of one another, and the leaves and bosses between them, each [N] in [0, 1]."""
    u, v, _ = planar(points, 2 * side)
    column, row = np.round(u / side), np.round(v / side)
    x, y = u / side - column, v / side - row
    # Neighbours turn the other way, so that their arms run into each other.
    hand = np.where((column + row) % 2 == 0, 1.0, -1.0)
    radius, angle = np.hypot(x, y), np.arctan2(y, x * hand)
    turn = angle / (2 * np.pi) - 2.1 * np.sqrt(np.clip(radius, 1e-6, None))
    arm = np.abs(turn * 2 - np.round(turn * 2))
    scroll = smoothstep(arm, 0.24, 0.10) * smoothstep(radius, 0.56, 0.42)
    leaf = smoothstep(np.abs(np.abs(x) + np.abs(y) - 0.86), 0.10, 0.04)
    boss = smoothstep(radius, 0.075, 0.045)
    return scroll, np.maximum(leaf, boss)


def _ornate(points: Points, below: Surface, ink: Ink) -> Surface:
    """Carved scrolls, raised, between beaded borders; grime lies in the ground."""
    raised = np.maximum(*_scrolls(points, 0.36))
    ground = (1 - raised)[:, None]
    out = changed(below, albedo=below.albedo * (1 - 0.38 * ground), height=below.height + 0.022 * raised)
    # A second colour gilds what is raised.
    return blend(out, ink.painted(out, ink.colours[1]), raised) if len(ink.colours) > 1 else out


def _inlaid(metal: tuple[float, float, float]) -> Callable[[Points, Surface, Ink], Surface]:
    """Scrolls of a metal, a little raised, on a surface that stays as it is: trim, leaf, inlay."""

    def apply(points: Points, below: Surface, ink: Ink) -> Surface:
        raised = np.maximum(*_scrolls(points, 0.44))
        wear = 0.05 * fbm(points.position * 20, 2, 251)
        leaf = plain(
            len(points), metal, 0.2 + wear, metallic=1.0, height=below.height + 0.008 * raised, dye=0.0
        )  # fmt: skip
        return blend(below, leaf, raised)

    return apply


def _embroidered(thread: tuple[float, float, float] | None) -> Callable[[Points, Surface, Ink], Surface]:
    """Scrolls and leaves in satin stitch: threads side by side, across the line that they fill."""

    def apply(points: Points, below: Surface, ink: Ink) -> Surface:
        scroll, leaf = _scrolls(points, 0.34)
        u, v, _ = planar(points, 2 * np.pi / 420)
        filled = np.maximum(scroll, leaf)
        strand = 0.5 + 0.5 * np.sin((u + v) * 420 + 2.0 * fbm(points.position * 9, 2, 252))
        colour = np.asarray(ink.second if thread is None else thread, np.float32)
        silk = plain(
            len(points), colour * (0.72 + 0.36 * strand)[:, None], 0.38, metallic=0.0 if thread is None else 0.75,
            height=below.height + 0.010 * filled + 0.002 * strand, sheen=colour * 0.25, dye=0.0,
        )  # fmt: skip
        return blend(below, silk, smoothstep(filled, 0.3, 0.6))

    return apply


PATCHES = np.array(
    [
        [0.42, 0.03, 0.04], [0.04, 0.12, 0.32], [0.60, 0.40, 0.08], [0.08, 0.26, 0.12], [0.62, 0.58, 0.48],
        [0.28, 0.07, 0.24], [0.62, 0.24, 0.10], [0.14, 0.34, 0.40],
    ],
    np.float32,
)  # fmt: skip
"""Of cotton prints: turkey red, indigo, mustard, bottle green, calico, plum, rust, teal."""


def _patchwork(points: Points, below: Surface, ink: Ink) -> Surface:
    """Squares of cotton, plain, striped, dotted or checked, sewn together; each seam lies in a groove."""
    side = 0.27
    u, v, axis = planar(points, side)
    gu, gv = np.floor(u / side), np.floor(v / side)
    _, _, which = cells(np.stack([gu + 0.5, gv + 0.5, axis + 0.5], 1), 261, 0.0)
    _, _, print_ = cells(np.stack([gu + 0.5, gv + 0.5, axis + 0.5], 1), 262, 0.0)
    palette = PATCHES if len(ink.colours) < 2 else np.asarray(ink.colours, np.float32)
    k = np.minimum((which * len(palette)).astype(int), len(palette) - 1)
    first, second = palette[k], 0.35 * palette[(k + 3) % len(palette)] + 0.65 * np.array([0.70, 0.68, 0.60], np.float32)
    x, y = u / side - gu - 0.5, v / side - gv - 0.5
    dots = np.hypot(x * 5 - np.round(x * 5), y * 5 - np.round(y * 5))
    shown = np.select(
        [print_ < 0.28, print_ < 0.50, print_ < 0.74],
        [np.zeros_like(x), _band(x, 0.2, 0.4), smoothstep(dots, 0.30, 0.24)],
        0.5 * _band(x, 0.25, 0.5) + 0.5 * _band(y, 0.25, 0.5),
    )
    cloth = mix(first, second, shown.astype(np.float32))
    border = 0.5 - np.maximum(np.abs(x), np.abs(y))
    seam = smoothstep(border, 0.05, 0.0)
    stitch = smoothstep(np.abs(border - 0.085), 0.014, 0.006) * (np.sin((u + v) * 130) > -0.2)
    cloth = mix(cloth * (1 - 0.45 * seam)[:, None], (0.72, 0.70, 0.64), 0.8 * stitch.astype(np.float32))
    return changed(
        below, albedo=below.albedo + (cloth - below.albedo) * below.dye[:, None], metallic=0.0, coat=0.0,
        roughness=np.maximum(below.roughness, 0.82), height=below.height - 0.016 * seam - 0.004 * stitch,
    )  # fmt: skip


def _abstract(points: Points, below: Surface, ink: Ink) -> Surface:
    """Curved fields of colour between dark lines, some of them crossed by bands."""
    p = points.position
    bent = p + 0.28 * np.stack([fbm(p * 1.6 + shift, 2, 271) for shift in (0.0, 7.3, 15.1)], 1)
    first, second, tone = cells(bent * 2.1, 272)
    palette = PATCHES if len(ink.colours) < 2 else np.asarray(ink.colours, np.float32)
    k = np.minimum((tone * len(palette)).astype(int), len(palette) - 1)
    band = _band(bent[:, 1] + bent[:, 0], 0.16, 0.4) * ((tone * 13) % 1 > 0.55)
    colour = mix(palette[k], palette[(k + 2) % len(palette)], band.astype(np.float32))
    colour = mix(colour, (0.02, 0.02, 0.022), smoothstep(second - first, 0.06, 0.03))
    return changed(below, albedo=below.albedo + (colour - below.albedo) * below.dye[:, None])


def _studded(points: Points, below: Surface, ink: Ink) -> Surface:
    """Rounded heads of steel nails in a lattice, or of a second colour's stone."""
    side = 0.2
    u, v, _ = planar(points, side)
    row = np.round(v / side * 1.1547)
    du = u / side - 0.5 * (row % 2)
    far = np.hypot(du - np.round(du), (v / side * 1.1547 - row) / 1.1547) * side
    head = smoothstep(far, 0.040, 0.036)
    dome = np.sqrt(np.clip(1 - (far / 0.04) ** 2, 0, 1))
    stone = len(ink.colours) > 1
    stud = plain(
        len(points), ink.colours[1] if stone else (0.669, 0.639, 0.598), 0.08 if stone else 0.24,
        metallic=0.0 if stone else 1.0, height=below.height + 0.03 * dome, coat=1.0 if stone else 0.0, dye=0.0,
    )  # fmt: skip
    return blend(changed(below, albedo=below.albedo * (1 - 0.4 * smoothstep(far, 0.055, 0.04))[:, None]), stud, head)


def _futuristic(points: Points, below: Surface, ink: Ink) -> Surface:
    """Satin panels with gaps between them, in some of which light runs."""
    gaps, lit = np.zeros(len(points), np.float32), np.zeros(len(points), np.float32)
    for k, (wide, high) in enumerate(((0.62, 0.40), (0.21, 0.13))):
        u, v, axis = planar(points, wide)
        row = np.floor(v / high)
        x = u / wide + 0.37 * row
        lattice = np.stack([np.floor(x) + 0.5, row + 0.5, axis + 0.5], 1)
        tone = cells(lattice, 281 + k, 0.0)[2]
        # The smaller panels divide some of the larger ones.
        here = np.ones(len(points)) if k == 0 else (tone > 0.7).astype(np.float32)
        edge = np.minimum(np.abs(x - np.round(x)) * wide, np.abs(v / high - np.round(v / high)) * high)
        gaps = np.maximum(gaps, here * smoothstep(edge, 0.010, 0.005)).astype(np.float32)
        if k == 0:
            lit = (smoothstep(np.abs(v / high - np.round(v / high)) * high, 0.010, 0.005) * (tone > 0.35)).astype(
                np.float32
            )
    glow = ink.colours[1] if len(ink.colours) > 1 else np.array([0.05, 0.62, 0.90], np.float32)
    panels = changed(below, roughness=np.minimum(below.roughness, 0.28), coat=np.maximum(below.coat, 0.6))
    return changed(
        panels, albedo=panels.albedo * (1 - 0.85 * gaps)[:, None], height=panels.height - 0.010 * gaps,
        emission=np.maximum(panels.emission, lit[:, None] * glow), coat=panels.coat * (1 - gaps),
    )  # fmt: skip


LAYERS = (
    Layer("striped", ("striped", "stripy", "stripey", "stripes", "banded"), _striped, "patterns"),
    Layer("pinstriped", ("pinstriped", "pinstripe", "ribbed"), _pinstriped, "patterns"),
    Layer("checkered", ("checkered", "chequered", "checked", "checkerboard", "gingham"), _checkered, "patterns"),
    Layer("polka dot", ("polka dot", "polka dots", "polka dotted", "dotted"), _polka, "patterns"),
    Layer("spotted", ("spotted", "spotty", "speckled", "dappled"), _spotted, "patterns"),
    Layer("plaid", ("plaid", "flannel", "tartan", "houndstooth"), _plaid, "patterns"),
    Layer(
        "floral",
        (
            "floral",
            "flowery",
            "flower patterned",
            "flowered",
            "floral pattern",
            "floral patterns",
            "floral print",
            "floral design",
        ),
        _floral,
        "patterns",
    ),
    Layer("camouflage", ("camouflage", "camo"), _camouflage, "patterns", "green"),
    Layer("zebra print", ("zebra print", "zebra striped"), _zebra, "patterns", "white"),
    Layer("leopard print", ("leopard print", "animal print", "cheetah print"), _leopard, "patterns", "orange"),
    Layer("zigzag", ("zigzag", "chevron"), _zigzag, "patterns"),
    Layer("argyle", ("argyle", "harlequin", "diamond patterned"), _argyle, "patterns"),
    Layer("starry", ("star patterned", "starry", "star spangled"), _stars, "patterns"),
    Layer("ombre", ("ombre", "gradient", "two tone", "two toned"), _ombre, "patterns"),
    Layer(
        "rainbow",
        (
            "rainbow coloured",
            "rainbow colored",
            "multicolored",
            "multicoloured",
            "colorful",
            "colourful",
            "rainbow striped",
        ),
        _rainbow,
        "patterns",
    ),
    Layer("tie dye", ("tie dye", "tie dyed", "psychedelic"), _tie_dye, "patterns"),
    Layer(
        "ornate",
        (
            "ornate",
            "carved",
            "engraved",
            "filigree",
            "ornamented",
            "embossed",
            "baroque",
            "ornate details",
            "ornate detailing",
            "ornate carvings",
        ),
        _ornate,
        "patterns",
    ),
    Layer("honeycomb", ("honeycomb", "hexagonal", "latticed"), _honeycomb, "patterns"),
    Layer("splattered", ("paint splattered", "splattered", "speckled with paint"), _splattered, "patterns"),
    Layer("galaxy", ("galaxy", "galactic", "cosmic"), _galaxy, "patterns", "black"),
    Layer("patchwork", ("patchwork", "patched", "quilted patchwork"), _patchwork, "patterns"),
    Layer("abstract", ("abstract", "abstract patterned", "abstract design", "cubist"), _abstract, "patterns"),
    Layer("embroidered", ("embroidered", "stitched", "embroidery"), _embroidered(None), "patterns"),
    Layer(
        "gold embroidered",
        ("gold embroidered", "gold stitched"),
        _embroidered((1.0, 0.773, 0.307)),
        "patterns",
    ),
    Layer("gold trimmed", ("gold trimmed", "gold inlaid", "gold accented"), _inlaid((1.0, 0.773, 0.307)), "patterns"),
    Layer(
        "silver trimmed",
        ("silver trimmed", "silver inlaid", "silver accented"),
        _inlaid((0.991, 0.985, 0.974)),
        "patterns",
    ),
    Layer("studded", ("studded", "riveted", "gem studded"), _studded, "patterns"),
    Layer(
        "futuristic",
        ("futuristic", "sci fi", "scifi", "cyberpunk", "high tech"),
        _futuristic,
        "patterns",
    ),
)
