"""Stone, masonry, minerals.

Measured: marble, concrete, brick and sand by physicallybased.info; granite, slate, limestone and sandstone by the USGS
spectral library (Kokaly et al. 2017, doi:10.3133/ds1035), averaged over the visible bands.
"""

from __future__ import annotations

import numpy as np

from bozzetto.export.material.noise import cells, fbm, gradient_noise, mix, smoothstep
from bozzetto.export.material.surface import Material, Optics, Points, ShadeFn, Surface, plain, planar
from bozzetto.export.mesh.mesh import Array

USGS = "USGS spectral library 7 (Kokaly et al. 2017)"
Rgb = tuple[float, float, float]


ALONG = np.array([[0.78, 0.55, 0.30], [-0.47, 0.82, -0.32], [-0.42, 0.11, 0.90]]).T
"""Turns a bed of stone askew: no vein runs along an edge of what is cut from it."""


def _veins(p: Array, scale: float, seed: int) -> Array:
    """Sharp veins of changing strength that run along a bed, [N] in [0, 1]."""
    q = p @ ALONG * [1.0, 0.42, 0.7] * scale
    warp = np.stack([fbm(q * 1.3, 5, seed + k, 0.45) for k in (1, 2, 3)], 1)
    line = np.abs(fbm(q * 0.9 + 0.42 * warp, 2, seed, 0.4))
    strength = smoothstep(fbm(q * 0.8, 2, seed + 7), -0.35, 0.4)
    return strength * (0.8 * smoothstep(line, 0.026, 0.0) + 0.38 * smoothstep(line, 0.22, 0.0) ** 2)


def _marble(light: Rgb, vein: Rgb, much: float = 1.0) -> ShadeFn:
    def shade(points: Points) -> Surface:
        p = points.position + 0.37 * points.seed
        cloud = fbm(p * 1.6, 4, 31)
        veins = np.clip(_veins(p, 1.9, 3) + 0.55 * _veins(p, 4.3, 13), 0, 1)
        albedo = np.asarray(light) * (1 + 0.10 * cloud)[:, None]
        return plain(len(points), mix(albedo, vein, much * veins), 0.14 + 0.08 * veins, coat=0.0)

    return shade


def _granite(points: Points) -> Surface:
    """Large feldspars among quartz, plagioclase and mica, crystals of unlike size that bound one another raggedly."""
    p = points.position * 40
    p = p + 0.35 * np.stack([gradient_noise(p * 1.3, seed) for seed in (5, 6, 7)], 1)
    _, _, big = cells(p * 0.75, 2)
    _, _, small = cells(p * 1.7, 8)
    fine = fbm(p * 2.2, 2, 9)
    grains = np.array([[0.50, 0.48, 0.455], [0.33, 0.32, 0.31], [0.24, 0.235, 0.23], [0.045, 0.043, 0.042]], np.float32)
    albedo = grains[np.searchsorted([0.36, 0.68, 0.86], small)]
    albedo = mix(albedo, (0.47, 0.385, 0.335), 0.85 * ((big > 0.66) & (small < 0.88)))
    mica = small > 0.86
    return plain(len(points), albedo * (1 + 0.16 * fine)[:, None], 0.22 + 0.14 * mica)


def _concrete(points: Points) -> Surface:
    p = points.position
    stain = fbm(p * 1.7, 5, 4)
    grain = fbm(p * 55, 3, 9)
    first, _, tone = cells(p * 15, 12)
    hole = smoothstep(first, 0.17, 0.10) * (tone > 0.55)
    albedo = np.asarray((0.41, 0.405, 0.385)) * (1 + 0.28 * stain + 0.12 * grain)[:, None] * (1 - 0.6 * hole)[:, None]
    return plain(len(points), albedo, 0.86 + 0.06 * grain, height=0.003 * grain - 0.016 * hole + 0.004 * stain)


def _rock(light: Rgb, dark: Rgb, cracks: float = 1.0, rough: float = 0.88) -> ShadeFn:
    def shade(points: Points) -> Surface:
        p = points.position
        large, grain = fbm(p * 3.2, 5, 6), fbm(p * 40, 4, 5)
        crack = cracks * smoothstep(np.abs(fbm(p * 2.4, 4, 15)), 0.028, 0.0)
        albedo = mix(light, dark, np.clip(0.5 - 0.7 * large, 0, 1)) * (1 + 0.3 * grain)[:, None]
        albedo = albedo * (1 - 0.65 * crack)[:, None]
        return plain(len(points), albedo, rough, height=0.028 * large + 0.005 * grain - 0.02 * crack)

    return shade


def _brick(points: Points) -> Surface:
    high, wide, joint = 0.105, 0.31, 0.011
    u, v, axis = planar(points, wide)
    wobble = 0.004 * gradient_noise(points.position * 14, 3)
    row = np.floor((v + wobble) / high)
    su = (u + wobble) / wide + 0.5 * (row % 2)
    column = np.floor(su)
    inside = np.minimum(
        np.minimum(su - column, 1 - su + column) * wide,
        np.minimum(v + wobble - row * high, (row + 1) * high - v - wobble),
    )
    body = smoothstep(inside, joint * 0.55, joint * 1.1)
    tone = cells(np.stack([column + 0.5, row + 0.5, axis * 3 + 0.5], 1), 7, 0.0)[2]
    grain, large = fbm(points.position * 50, 3, 4), fbm(points.position * 8, 3, 14)
    clay = np.asarray((0.262, 0.095, 0.061)) * (0.72 + 0.62 * tone + 0.22 * grain + 0.2 * large)[:, None]
    clay = mix(clay, (0.10, 0.055, 0.05), 0.6 * (tone > 0.88))
    mortar = np.asarray((0.40, 0.37, 0.33)) * (1 + 0.15 * grain)[:, None]
    return plain(len(points), mix(mortar, clay, body), 0.9, height=0.014 * body + 0.003 * grain, dye=body)


def _cobbles(points: Points) -> Surface:
    first, second, tone = cells(points.position * 5.5, 3, 0.9)
    gap = second - first
    body = smoothstep(gap, 0.04, 0.16)
    grain = fbm(points.position * 30, 3, 5)
    stone = mix((0.30, 0.285, 0.265), (0.15, 0.145, 0.14), tone) * (1 + 0.25 * grain)[:, None]
    albedo = mix(np.asarray((0.09, 0.08, 0.068)), stone, body)
    return plain(len(points), albedo, 0.82, height=0.05 * smoothstep(gap, 0.0, 0.5) + 0.004 * grain, dye=body)


def _sandstone(points: Points) -> Surface:
    p = points.position
    layer = gradient_noise(np.stack([p[:, 0] * 0.5, p[:, 1] * 9 + 0.6 * fbm(p * 1.5, 3, 2), p[:, 2] * 0.5], 1), 6)
    grain = fbm(p * 80, 2, 5)
    albedo = mix((0.56, 0.40, 0.24), (0.42, 0.24, 0.12), np.clip(0.5 + 0.8 * layer, 0, 1)) * (1 + 0.2 * grain)[:, None]
    return plain(len(points), albedo, 0.93, height=0.008 * layer + 0.003 * grain)


def _slate(points: Points) -> Surface:
    p = points.position
    layer = fbm(p * [3, 14, 3], 4, 3)
    step = np.floor(layer * 5) / 5
    albedo = np.asarray((0.075, 0.083, 0.095)) * (1 + 0.6 * layer)[:, None]
    return plain(len(points), albedo, 0.55 + 0.1 * layer, height=0.02 * step + 0.004 * fbm(p * 40, 2, 8))


def _terrazzo(points: Points) -> Surface:
    first, second, tone = cells(points.position * 9, 21)
    chip = smoothstep(second - first, 0.10, 0.15) * (tone > 0.2)
    palette = np.array(
        [[0.60, 0.24, 0.18], [0.16, 0.30, 0.28], [0.07, 0.07, 0.08], [0.62, 0.47, 0.25], [0.35, 0.37, 0.42]], np.float32
    )
    albedo = mix(np.asarray((0.70, 0.67, 0.62)), palette[(tone * 997 % 5).astype(int)], chip)
    return plain(len(points), albedo, 0.2, dye=1 - chip)


def _obsidian(points: Points) -> Surface:
    band = fbm(points.position * [2, 6, 2], 3, 4)
    shell = np.sin(22 * np.linalg.norm(points.position - [1.4, 0.8, 0.6], axis=1) + 3 * band)
    return plain(len(points), np.asarray((0.012, 0.012, 0.014)) * (1 + 0.5 * band)[:, None], 0.06, height=0.002 * shell)


def _jade(points: Points) -> Surface:
    cloud, fine = fbm(points.position * 2.2, 5, 6), fbm(points.position * 11, 3, 16)
    albedo = mix((0.10, 0.34, 0.16), (0.36, 0.56, 0.36), np.clip(0.45 + 0.65 * cloud + 0.2 * fine, 0, 1))
    return plain(len(points), albedo, 0.16, transmission=0.06, coat=0.4)


def _malachite(points: Points) -> Surface:
    first, _, tone = cells(points.position * 1.6 + 0.12 * fbm(points.position * 3, 3, 4)[:, None], 3)
    band = np.sin(first * 62 + tone * 6)
    albedo = mix((0.012, 0.16, 0.075), (0.06, 0.42, 0.24), smoothstep(band, -0.6, 0.7))
    return plain(len(points), albedo, 0.14)


def _lapis(points: Points) -> Surface:
    p = points.position
    cloud = fbm(p * 3, 4, 6)
    fleck = smoothstep(fbm(p * 26, 2, 9), 0.52, 0.6) * smoothstep(fbm(p * 2, 2, 3), -0.1, 0.2)
    chalk = smoothstep(_veins(p, 2.0, 5), 0.35, 0.9)
    albedo = mix(np.asarray((0.016, 0.045, 0.25)) * (1 + 0.6 * cloud)[:, None], (0.45, 0.47, 0.52), 0.55 * chalk)
    albedo = mix(albedo, (1.0, 0.773, 0.307), fleck)
    return plain(len(points), albedo, 0.2 + 0.1 * chalk, metallic=fleck)


def _plaster(points: Points) -> Surface:
    strokes, grain = fbm(points.position * [5, 9, 5], 4, 3), fbm(points.position * 60, 2, 5)
    return plain(
        len(points),
        np.asarray((0.73, 0.71, 0.67)) * (1 + 0.05 * strokes)[:, None],
        0.92,
        height=0.006 * strokes + 0.002 * grain,
    )


MATERIALS = (
    Material(
        "stone",
        ("stone", "rock", "rocky"),
        _rock((0.33, 0.31, 0.285), (0.17, 0.16, 0.15)),
        "gray",
        "stone",
        source=USGS,
    ),
    Material(
        "marble",
        ("marble", "white marble", "carrara"),
        _marble((0.83, 0.791, 0.753), (0.30, 0.305, 0.32)),
        "white",
        "stone",
    ),
    Material(
        "black marble", ("black marble",), _marble((0.022, 0.022, 0.024), (0.62, 0.59, 0.53), 0.6), "black", "stone"
    ),
    Material("granite", ("granite",), _granite, "gray", "stone", source=USGS),
    Material(
        "concrete", ("concrete", "cement"), _concrete, "gray", "stone", source="Lagarde 2011, by physicallybased.info"
    ),
    Material("brick", ("brick", "bricks"), _brick, "brown", "stone"),
    Material("cobblestone", ("cobblestone", "cobbled"), _cobbles, "gray", "stone", source=USGS),
    Material("sandstone", ("sandstone",), _sandstone, "orange", "stone", source=USGS),
    Material(
        "limestone",
        ("limestone", "travertine"),
        _rock((0.58, 0.52, 0.42), (0.44, 0.385, 0.30), 0.3),
        "white",
        "stone",
        source=USGS,
    ),
    Material("slate", ("slate",), _slate, "black", "stone", source=USGS),
    Material("obsidian", ("obsidian", "volcanic glass", "onyx"), _obsidian, "black", "stone", Optics(ior=1.49), USGS),
    Material("terrazzo", ("terrazzo",), _terrazzo, "white", "stone", source=USGS),
    Material(
        "jade",
        ("jade", "nephrite"),
        _jade,
        "green",
        "stone",
        Optics(ior=1.62, attenuation_distance=0.1, attenuation=(0.25, 0.6, 0.3)),
        USGS,
    ),
    Material("malachite", ("malachite",), _malachite, "green", "stone", Optics(ior=1.66), USGS),
    Material("lapis lazuli", ("lapis lazuli", "lapis"), _lapis, "blue", "stone", source=USGS),
    Material("plaster", ("plaster", "gypsum", "stucco", "chalk"), _plaster, "white", "stone", source=USGS),
)
