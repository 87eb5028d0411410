"""Plastics, rubber, wax, lacquers."""

from __future__ import annotations

import numpy as np

from bozzetto.export.material.noise import cells, fbm, mix, smoothstep
from bozzetto.export.material.surface import Material, Optics, Points, Surface, plain, planar

SOURCE = "physicallybased.info (indices of refraction); common dyes"


def _plastic(points: Points) -> Surface:
    peel = fbm(points.position * 28, 2, 4)
    return plain(len(points), (0.60, 0.60, 0.59), 0.26 + 0.02 * peel, height=0.0003 * peel)


def _rubber(points: Points) -> Surface:
    dust, grain = fbm(points.position * 3, 4, 3), fbm(points.position * 80, 2, 6)
    albedo = np.asarray((0.025, 0.025, 0.026)) * (1 + 0.5 * np.maximum(dust, 0))[:, None]
    return plain(len(points), albedo, 0.68 + 0.06 * grain, height=0.0015 * grain)


def _foam(points: Points) -> Surface:
    first, second, tone = cells(points.position * 24, 3)
    edge = smoothstep(second - first, 0.14, 0.0)
    return plain(
        len(points),
        np.asarray((0.86, 0.86, 0.85)) * (0.95 + 0.05 * tone - 0.13 * edge)[:, None],
        0.75,
        height=-0.006 * edge,
    )


def _sponge(points: Points) -> Surface:
    p = points.position
    first, _, tone = cells(p * 13, 3)
    small, _, _ = cells(p * 31, 5)
    hole = np.clip(smoothstep(first, 0.42, 0.28) * (tone > 0.3) + 0.7 * smoothstep(small, 0.34, 0.2), 0, 1)
    albedo = mix(np.asarray((0.72, 0.53, 0.13)), (0.20, 0.12, 0.02), 0.9 * hole)
    return plain(len(points), albedo, 0.95, height=-0.03 * hole)


def _wax(points: Points) -> Surface:
    p = points.position
    run = fbm(p * [6, 1.4, 6], 3, 5)
    return plain(
        len(points),
        np.asarray((0.72, 0.62, 0.42)) * (1 + 0.06 * run)[:, None],
        0.34,
        height=0.012 * run,
        transmission=0.05,
    )


def _lacquer(points: Points) -> Surface:
    """Car paint: flakes under a clear coat."""
    flake = cells(points.position * 120, 3)[2]
    albedo = np.asarray((0.26, 0.012, 0.014)) * (0.8 + 0.5 * flake)[:, None]
    return plain(len(points), albedo, 0.38 - 0.1 * flake, metallic=0.45, coat=1.0)


def _carbon(points: Points) -> Surface:
    """Carbon fibre: 2 x 2 twill under resin."""
    u, v, _ = planar(points)
    t = 0.032
    su, sv = u / t, v / t
    iu, iv = np.floor(su), np.floor(sv)
    weft = (iu + iv) % 4 < 2
    f = np.where(weft, sv - iv, su - iu) - 0.5
    fibre = fbm(np.stack([np.where(weft, u * 10, u * 300), np.where(weft, v * 300, v * 10), 0 * u], 1), 2, 4)
    tone = np.where(weft, 1.5, 0.55) * (1 - 1.6 * f**2) * (1 + 0.25 * fibre)
    return plain(
        len(points),
        np.asarray((0.045, 0.046, 0.05)) * tone[:, None],
        np.where(weft, 0.32, 0.45),
        metallic=0.4,
        coat=1.0,
        height=0.0008 * (0.25 - f**2),
        dye=0.7,
    )


def _resin(points: Points) -> Surface:
    swirl = fbm(points.position * 1.7 + 0.8 * fbm(points.position * 1.2, 3, 6)[:, None], 4, 3)
    albedo = mix((0.05, 0.35, 0.55), (0.62, 0.86, 0.90), smoothstep(swirl, -0.35, 0.45))
    return plain(len(points), albedo, 0.06, transmission=0.55, coat=0.6)


def _vinyl(points: Points) -> Surface:
    grain = fbm(points.position * 60, 2, 4)
    return plain(len(points), (0.05, 0.05, 0.052), 0.3 + 0.05 * grain, height=0.0004 * grain)


def _lego(points: Points) -> Surface:
    """Toy bricks: studs on top, joints on the sides."""
    u, v, axis = planar(points)
    side = 0.2
    fu = u / side - np.floor(u / side) - 0.5
    fv = v / (side if True else side) - np.floor(v / side) - 0.5
    stud = smoothstep(np.hypot(fu, fv), 0.33, 0.29) * (axis == 1)
    fh = v / (1.2 * side) - np.floor(v / (1.2 * side))
    joint = smoothstep(np.minimum(fh, 1 - fh), 0.03, 0.012) * (axis != 1)
    tone = cells(np.stack([np.floor(v / (1.2 * side)) * (axis != 1) + 0.5, axis + 0.5, 0 * u + 0.5], 1), 3, 0.0)[2]
    albedo = np.asarray((0.55, 0.025, 0.02)) * ((0.94 + 0.1 * tone) * (1 - 0.55 * joint))[:, None]
    return plain(len(points), albedo, 0.18, height=0.03 * stud - 0.01 * joint)


MATERIALS = (
    Material(
        "plastic",
        ("plastic", "polymer", "vinyl toy", "acrylic"),
        _plastic,
        "white",
        "plastic",
        Optics(ior=1.49),
        SOURCE,
        any_colour=True,
    ),
    Material(
        "rubber",
        ("rubber", "rubbery", "silicone", "latex"),
        _rubber,
        "black",
        "plastic",
        Optics(ior=1.52),
        "physicallybased.info (tire)",
        any_colour=True,
    ),
    Material("foam", ("foam", "styrofoam", "polystyrene"), _foam, "white", "plastic", source=SOURCE),
    Material("sponge", ("sponge", "spongy"), _sponge, "yellow", "plastic", source=SOURCE),
    Material("wax", ("wax", "waxen", "candle wax", "soap"), _wax, "white", "plastic", Optics(ior=1.45), SOURCE),
    Material(
        "lacquer",
        ("lacquered", "lacquer", "enamel", "enamelled", "enameled", "car paint", "varnished"),
        _lacquer,
        "red",
        "plastic",
        Optics(ior=1.6),
        SOURCE,
        any_colour=True,
    ),
    Material(
        "carbon fibre", ("carbon fibre", "carbon fiber", "carbon"), _carbon, "black", "plastic", Optics(ior=1.6), SOURCE
    ),
    Material(
        "resin", ("resin", "epoxy", "jelly", "gummy", "gelatine"), _resin, "blue", "plastic", Optics(ior=1.5), SOURCE
    ),
    Material(
        "vinyl",
        ("vinyl", "patent leather", "pvc", "latex rubber"),
        _vinyl,
        "black",
        "plastic",
        Optics(ior=1.542),
        SOURCE,
    ),
    Material(
        "toy bricks",
        ("lego", "toy brick", "toy bricks"),
        _lego,
        "red",
        "plastic",
        Optics(ior=1.53),
        SOURCE,
        any_colour=True,
    ),
)
