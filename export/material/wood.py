"""Wood: rings about a trunk's axis outside of the object, fibres and pores along it.

Albedos of finished woods: Marschner et al. 2005, "Measuring and Modeling the Appearance of Finished Wood", and display
colours of the Wood Database (wood-database.com), made linear; gloss of a satin finish.
"""

from __future__ import annotations

import numpy as np

from bozzetto.export.material.noise import cells, fbm, gradient_noise, mix, smoothstep
from bozzetto.export.material.surface import Material, Optics, Points, ShadeFn, Surface, along_grain, plain, planar
from bozzetto.export.mesh.mesh import Array

SOURCE = "Marschner et al. 2005; wood-database.com"
Rgb = tuple[float, float, float]


def _grain(points: Points, rings: float, wander: float) -> tuple[Array, Array, Array, Array]:
    """Late wood of the rings, fibres, pores and board tone, [N] each in [0, 1] but the tone, about 0."""
    q = along_grain(points) + np.array([0.0, 0.0, 0.31 * points.seed], np.float32)
    bend = wander * fbm(q * [1.1, 1.1, 0.45], 2, seed=3 + points.seed)
    radius = np.hypot(q[:, 0] + 1.25 + 0.06 * q[:, 2], q[:, 1] + 0.7) + bend
    # Years are not alike.
    year = radius * rings + 0.6 * gradient_noise(np.stack([radius * rings * 0.35, 0 * radius, 0 * radius], 1), 9)
    t = year - np.floor(year)
    # Some years are hardly to be told from the next.
    much = 0.65 + 0.6 * gradient_noise(np.stack([np.floor(year) * 0.73, 0 * radius, 0 * radius], 1), 19)
    late = np.clip(much, 0.25, 1) * smoothstep(t, 0.25, 0.88) * smoothstep(t, 1.0, 0.92)
    fibre = 0.5 + 0.5 * fbm(q * [42, 42, 1.6], 3, seed=21)
    pores = smoothstep(gradient_noise(q * [95, 95, 4.5], 33), 0.28, 0.55)
    tone = gradient_noise(q * [0.8, 0.8, 0.3], 41)
    return late, fibre, pores, tone


def _wood(
    light: Rgb, dark: Rgb, rings: float = 26, wander: float = 0.09, porous: float = 0.5, gloss: float = 0.45
) -> ShadeFn:
    def shade(points: Points) -> Surface:
        late, fibre, pores, tone = _grain(points, rings, wander)
        albedo = mix(light, dark, np.clip(0.75 * late + 0.45 * (fibre - 0.5), 0, 1))
        pore = porous * pores * (0.35 + 0.65 * (1 - late))
        albedo = albedo * ((1 + 0.16 * tone) * (1 - 0.5 * pore))[:, None]
        roughness = gloss + 0.12 * (fibre - 0.5) - 0.06 * late + 0.25 * pore
        height = 0.0014 * (fibre - 0.5) - 0.003 * pore + 0.0003 * late
        return plain(len(points), albedo, roughness, height=height)

    return shade


def _bamboo(points: Points) -> Surface:
    """Culms side by side, upright, with a node every now and then."""
    u, v, axis = planar(points)
    width = 0.13
    number = np.floor(u / width)
    across = u / width - number - 0.5
    tone = cells(np.stack([number, 0 * u, axis.astype(np.float32)], 1) + 0.5, 5, 0.0)[2]
    along = v / 0.55 + tone * 3
    near = np.abs(along - np.round(along)) * 0.55
    node = smoothstep(near, 0.022, 0.008)
    fibre = fbm(np.stack([u * 90, v * 3, axis * 7.0], 1), 2, 3)
    albedo = mix((0.60, 0.43, 0.20), (0.44, 0.31, 0.11), np.clip(0.5 + 0.5 * fibre, 0, 1)) * (0.8 + 0.4 * tone)[:, None]
    albedo = mix(albedo, albedo * [0.45, 0.4, 0.35], np.clip(0.8 * smoothstep(near, 0.03, 0.0), 0, 1))
    gap = smoothstep(np.abs(across), 0.44, 0.5)
    albedo = albedo * (1 - 0.75 * gap)[:, None]
    height = 0.035 * np.sqrt(np.maximum(0.25 - across**2, 0)) + 0.008 * node
    return plain(len(points), albedo, 0.32 + 0.1 * gap, height=height, dye=1.0)


def _wicker(points: Points) -> Surface:
    """Basket weave: canes over and under upright stakes."""
    u, v, axis = planar(points)
    su, sv = u / 0.14, v / 0.05
    row = np.floor(sv)
    over = np.cos(np.pi * (su + (row % 2)))
    fv = sv - row - 0.5
    stake = smoothstep(np.abs(su - np.round(su)), 0.2, 0.08)
    cane = np.sqrt(np.maximum(1 - 4 * fv**2, 0))
    height = 0.016 * cane * (0.55 + 0.45 * over) + 0.010 * stake * (over < 0)
    fibre = fbm(np.stack([u * 25, v * 120, axis * 7.0], 1), 2, 8)
    tone = cells(np.stack([row * 0.77 + 0.5, np.floor(su) + 0.5, axis + 0.5], 1), 3, 0.0)[2]
    albedo = (
        mix((0.46, 0.29, 0.13), (0.30, 0.17, 0.065), np.clip(0.5 + 0.5 * fibre, 0, 1)) * (0.75 + 0.5 * tone)[:, None]
    )
    albedo = albedo * (0.18 + 0.82 * np.clip(cane * (0.62 + 0.38 * over), 0, 1))[:, None]
    return plain(len(points), albedo, 0.6, height=height)


def _cork(points: Points) -> Surface:
    first, second, tone = cells(points.position * 26, 4)
    grain = fbm(points.position * 60, 3, 5)
    albedo = mix((0.42, 0.25, 0.12), (0.29, 0.16, 0.07), tone) * (1 + 0.25 * grain)[:, None]
    dark = smoothstep(fbm(points.position * 15, 3, 6), 0.28, 0.45)
    edge = smoothstep(second - first, 0.10, 0.0)
    albedo = mix(albedo, (0.06, 0.032, 0.016), np.clip(0.85 * dark + 0.35 * edge, 0, 1))
    return plain(len(points), albedo, 0.88, height=0.006 * grain - 0.01 * dark - 0.004 * edge)


def _bark(points: Points) -> Surface:
    q = along_grain(points) if points.extent[1] > points.extent[0] else points.position[:, [0, 2, 1]]
    ridge = 1 - np.abs(fbm(q * [7, 7, 1.8], 4, 2)) * 2
    fine = fbm(q * [40, 40, 14], 3, 5)
    deep = smoothstep(ridge, 0.75, 0.98)
    albedo = mix((0.17, 0.115, 0.075), (0.045, 0.028, 0.018), deep) * (1 + 0.35 * fine)[:, None]
    return plain(len(points), albedo, 0.92, height=-0.03 * deep + 0.006 * fine)


SATIN = Optics(coat_roughness=0.3)
MATERIALS = (
    Material(
        "wood",
        ("wooden", "wood", "timber", "hardwood"),
        _wood((0.36, 0.205, 0.098), (0.19, 0.09, 0.036)),
        "wooden",
        "wood",
        SATIN,
        SOURCE,
    ),
    Material(
        "oak",
        ("oak", "oaken"),
        _wood((0.40, 0.255, 0.135), (0.245, 0.14, 0.062), 30, 0.07, 1.0, 0.5),
        "wooden",
        "wood",
        SATIN,
        SOURCE,
    ),
    Material(
        "walnut",
        ("walnut",),
        _wood((0.155, 0.085, 0.047), (0.062, 0.032, 0.018), 24, 0.12, 0.7, 0.42),
        "wooden",
        "wood",
        SATIN,
        SOURCE,
    ),
    Material(
        "pine",
        ("pine", "pinewood", "softwood"),
        _wood((0.62, 0.43, 0.22), (0.42, 0.225, 0.085), 19, 0.13, 0.0, 0.48),
        "wooden",
        "wood",
        SATIN,
        SOURCE,
    ),
    Material(
        "mahogany",
        ("mahogany", "rosewood", "cherry wood"),
        _wood((0.215, 0.072, 0.036), (0.11, 0.032, 0.017), 34, 0.06, 0.6, 0.3),
        "wooden",
        "wood",
        SATIN,
        SOURCE,
    ),
    Material(
        "ebony",
        ("ebony",),
        _wood((0.036, 0.029, 0.025), (0.016, 0.013, 0.012), 34, 0.05, 0.3, 0.25),
        "black",
        "wood",
        SATIN,
        SOURCE,
    ),
    Material(
        "birch",
        ("birch", "maple wood", "ash wood"),
        _wood((0.66, 0.50, 0.33), (0.52, 0.36, 0.21), 22, 0.12, 0.2, 0.45),
        "wooden",
        "wood",
        SATIN,
        SOURCE,
    ),
    Material("bamboo", ("bamboo",), _bamboo, "yellow", "wood", Optics(), SOURCE),
    Material("wicker", ("wicker", "rattan", "woven cane"), _wicker, "brown", "wood", Optics(), SOURCE),
    Material("cork", ("cork",), _cork, "brown", "wood", Optics(), SOURCE),
    Material("bark", ("bark", "tree bark"), _bark, "brown", "wood", Optics(), SOURCE),
)
