"""Fired clay, glazed and not, and glass."""

from __future__ import annotations

import numpy as np

from bozzetto.export.material.noise import cells, fbm, gradient_noise, mix, smoothstep
from bozzetto.export.material.surface import Material, Optics, Points, Surface, plain, planar

GLAZE = Optics(coat_roughness=0.04)
WINDOW = Optics(ior=1.52)


def _ceramic(points: Points) -> Surface:
    """Glazed stoneware: the glaze pools a little, and breaks into specks."""
    pool, speck = fbm(points.position * 2.0, 3, 5), gradient_noise(points.position * 42, 9)
    albedo = np.asarray((0.66, 0.64, 0.585)) * (1 + 0.07 * pool)[:, None]
    albedo = albedo * (1 - 0.25 * smoothstep(speck, 0.55, 0.7))[:, None]
    return plain(len(points), albedo, 0.28, coat=1.0, height=0.003 * pool)


def _porcelain(points: Points) -> Surface:
    return plain(
        len(points),
        np.asarray((0.745, 0.745, 0.723)) * (1 + 0.015 * fbm(points.position * 2, 2, 3))[:, None],
        0.12,
        coat=1.0,
    )


def _terracotta(points: Points) -> Surface:
    p = points.position
    cloud, grain = fbm(p * 2.5, 4, 4), fbm(p * 70, 2, 6)
    turned = gradient_noise(np.stack([0 * p[:, 0], p[:, 1] * 30, 0 * p[:, 0]], 1), 8)
    bloom = smoothstep(fbm(p * 1.8, 4, 12), 0.1, 0.5)
    albedo = mix(
        np.asarray((0.46, 0.185, 0.092)) * (1 + 0.16 * cloud + 0.08 * grain)[:, None], (0.56, 0.40, 0.31), 0.35 * bloom
    )
    return plain(len(points), albedo, 0.9, height=0.002 * grain + 0.0035 * turned)


def _clay(points: Points) -> Surface:
    p = points.position
    dents, grain = fbm(p * 4.5, 3, 7), fbm(p * 50, 2, 5)
    return plain(
        len(points),
        np.asarray((0.40, 0.33, 0.265)) * (1 + 0.1 * dents + 0.06 * grain)[:, None],
        0.8,
        height=0.022 * dents + 0.002 * grain,
    )


def _tiles(points: Points) -> Surface:
    side = 0.17
    u, v, axis = planar(points, side)
    fu, fv = u / side - np.floor(u / side), v / side - np.floor(v / side)
    edge = np.minimum(np.minimum(fu, 1 - fu), np.minimum(fv, 1 - fv))
    body = smoothstep(edge, 0.03, 0.055)
    tone = cells(np.stack([np.floor(u / side) + 0.5, np.floor(v / side) + 0.5, axis + 0.5], 1), 3, 0.0)[2]
    tile = np.asarray((0.70, 0.70, 0.68)) * (0.86 + 0.18 * tone)[:, None]
    return plain(
        len(points), mix(np.asarray((0.30, 0.29, 0.27)), tile, body), mix(0.9, 0.14, body), coat=body,
        height=0.008 * smoothstep(edge, 0.02, 0.10) + 0.002 * fbm(points.position * 5, 2, 3), dye=body,
    )  # fmt: skip


def _mosaic(points: Points) -> Surface:
    first, second, tone = cells(points.position * 13, 5, 0.65)
    body = smoothstep(second - first, 0.06, 0.14)
    stone = mix(
        (0.08, 0.25, 0.36),
        (0.62, 0.56, 0.42),
        smoothstep(fbm(points.position * 2.2, 2, 3) + 0.6 * (tone - 0.5), -0.05, 0.05),
    )
    stone = stone * (0.65 + 0.7 * ((tone * 57) % 1))[:, None]
    return plain(
        len(points),
        mix(np.asarray((0.36, 0.34, 0.31)), stone, body),
        mix(0.9, 0.2, body),
        height=0.012 * body,
        dye=body,
    )


def _raku(points: Points) -> Surface:
    """Crackle glaze: smoke in its cracks."""
    warp = points.position * 7 + 0.25 * fbm(points.position * 5, 2, 3)[:, None]
    first, second, tone = cells(warp, 8)
    crack = smoothstep(second - first, 0.045, 0.012)
    glaze = mix((0.60, 0.63, 0.58), (0.44, 0.54, 0.50), np.clip(0.5 + fbm(points.position * 2, 3, 4), 0, 1))
    return plain(
        len(points), mix(glaze, (0.035, 0.03, 0.027), 0.9 * crack), 0.22, coat=1 - crack, height=-0.003 * crack
    )


def _glass(points: Points) -> Surface:
    return plain(
        len(points), (0.97, 0.985, 0.98), 0.03, transmission=1.0, height=0.0012 * fbm(points.position * 3, 2, 5)
    )


def _stained(points: Points) -> Surface:
    first, second, tone = cells(points.position * 3.3, 4, 0.9)
    lead = smoothstep(second - first, 0.10, 0.075)
    palette = np.array(
        [
            [0.60, 0.03, 0.03],
            [0.03, 0.10, 0.55],
            [0.05, 0.38, 0.10],
            [0.80, 0.50, 0.04],
            [0.30, 0.05, 0.42],
            [0.05, 0.42, 0.50],
        ],
        np.float32,
    )
    pane = palette[(tone * 1009 % 6).astype(int)] * (1 + 0.3 * fbm(points.position * 6, 2, 6))[:, None]
    return plain(
        len(points),
        mix(pane, (0.16, 0.16, 0.17), lead),
        mix(0.08, 0.5, lead),
        metallic=lead,
        transmission=0.75 * (1 - lead),
        height=0.02 * lead + 0.003 * fbm(points.position * 8, 2, 9),
        dye=0.0,
    )


def _crystal(points: Points) -> Surface:
    """Cut lead glass: facets."""
    first, _, tone = cells(points.position * 4.2, 6, 0.7)
    return plain(len(points), (0.98, 0.985, 1.0), 0.02, transmission=1.0, height=0.085 * first)


def _ice(points: Points) -> Surface:
    p = points.position
    frost = smoothstep(fbm(p * 2.6, 4, 5), 0.0, 0.55)
    crack = smoothstep(np.abs(fbm(p * 2.1, 4, 8)), 0.035, 0.0)
    albedo = mix((0.60, 0.83, 0.95), (0.90, 0.95, 0.98), np.clip(frost + crack, 0, 1))
    return plain(
        len(points),
        albedo,
        0.10 + 0.32 * frost + 0.25 * crack,
        transmission=1 - 0.55 * np.clip(frost + 0.7 * crack, 0, 1),
        height=0.016 * fbm(p * 3.2, 3, 3) - 0.004 * crack,
    )


def _amber(points: Points) -> Surface:
    cloud, dust = fbm(points.position * 2.4, 4, 5), smoothstep(gradient_noise(points.position * 24, 7), 0.62, 0.75)
    albedo = mix((0.92, 0.45, 0.05), (0.55, 0.16, 0.012), np.clip(0.5 + 0.9 * cloud, 0, 1))
    return plain(len(points), albedo * (1 - 0.7 * dust)[:, None], 0.1, transmission=0.62 * (1 - dust), coat=0.5)


def _gem(points: Points) -> Surface:
    first, _, tone = cells(points.position * 3.4, 16, 0.55)
    return plain(
        len(points),
        np.asarray((0.62, 0.02, 0.06)) * (0.8 + 0.4 * tone)[:, None],
        0.03,
        transmission=0.75,
        height=0.11 * first,
    )


MATERIALS = (
    Material(
        "ceramic",
        ("ceramic", "glazed", "stoneware", "earthenware", "pottery", "faience"),
        _ceramic,
        "white",
        "ceramic",
        GLAZE,
    ),
    Material("porcelain", ("porcelain", "bone china", "china"), _porcelain, "white", "ceramic", GLAZE),
    Material(
        "terracotta",
        ("terracotta", "terra cotta"),
        _terracotta,
        "orange",
        "ceramic",
        source="Brick's, by physicallybased.info, fired lighter",
    ),
    Material(
        "clay",
        ("clay", "plasticine", "claymation"),
        _clay,
        "brown",
        "ceramic",
        source="USGS spectral library 7 (kaolinite, wet)",
        any_colour=True,
    ),
    Material("tiles", ("tiled", "tile", "tiles"), _tiles, "white", "ceramic", GLAZE),
    Material("mosaic", ("mosaic",), _mosaic, "blue", "ceramic"),
    Material("crackle glaze", ("crackle glaze", "crackled ceramic", "raku"), _raku, "white", "ceramic", GLAZE),
    Material("glass", ("glass",), _glass, "white", "glass", WINDOW),
    Material("stained glass", ("stained glass",), _stained, "blue", "glass", WINDOW),
    Material("crystal", ("crystal", "crystalline", "quartz", "diamond"), _crystal, "white", "glass", Optics(ior=1.7)),
    Material(
        "ice",
        ("ice", "icy"),
        _ice,
        "white",
        "glass",
        Optics(ior=1.3098, attenuation_distance=0.6, attenuation=(0.72, 0.88, 0.96)),
    ),
    Material("amber", ("amber",), _amber, "orange", "glass", Optics(ior=1.54)),
    Material("ruby", ("ruby", "gemstone", "jewelled", "jeweled"), _gem, "red", "glass", Optics(ior=1.77)),
)
