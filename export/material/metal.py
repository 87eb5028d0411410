"""Metals: specular colours at normal incidence from measured indices of refraction, and how they are worked."""

from __future__ import annotations

import numpy as np

from bozzetto.export.material.noise import cells, fbm, gradient_noise, mix, smoothstep
from bozzetto.export.material.surface import Material, Optics, Points, ShadeFn, Surface, along_grain, plain

Rgb = tuple[float, float, float]
BRUSHED = Optics(anisotropy=0.6)


def _polished(f0: Rgb, roughness: float, tarnish: Rgb = (0.0, 0.0, 0.0), much: float = 0.0) -> ShadeFn:
    """Smooth metal with finger marks; `tarnish` dulls it in clouds."""

    def shade(points: Points) -> Surface:
        p = points.position
        cloud = fbm(p * 2.3, 4, 11 + points.seed)
        marks = smoothstep(fbm(p * 9, 3, 5), 0.05, 0.5)
        dull = much * smoothstep(cloud, -0.25, 0.45)
        albedo = mix(f0, tarnish, dull)
        return plain(
            len(points), albedo, roughness + 0.07 * marks + 0.28 * dull, metallic=1 - 0.25 * dull,
            height=0.0004 * cloud,
        )  # fmt: skip

    return shade


def _brushed(f0: Rgb, roughness: float) -> ShadeFn:
    def shade(points: Points) -> Surface:
        q = along_grain(points)
        lines = fbm(q * [150, 150, 2.0], 2, 5)
        cloud = fbm(q * 3, 3, 7)
        albedo = np.asarray(f0) * (1 + 0.06 * lines + 0.03 * cloud)[:, None]
        return plain(len(points), albedo, roughness + 0.10 * lines + 0.04 * cloud, metallic=1.0, height=0.0006 * lines)

    return shade


def _cast_iron(points: Points) -> Surface:
    """Black iron: sand-cast, oxide over most of it."""
    p = points.position
    grain = fbm(p * 45, 3, 3)
    cloud = fbm(p * 3, 4, 5)
    oxide = np.clip(0.62 + 0.5 * cloud, 0, 1)
    albedo = mix((0.53, 0.513, 0.494), (0.10, 0.093, 0.088), oxide) * (1 + 0.12 * grain)[:, None]
    return plain(
        len(points), albedo, 0.46 + 0.14 * oxide + 0.08 * grain, metallic=1 - 0.35 * oxide, height=0.004 * grain
    )


def _tin(points: Points) -> Surface:
    """Galvanised: spangles of zinc."""
    first, second, tone = cells(points.position * 9, 6)
    edge = smoothstep(second - first, 0.05, 0.0)
    albedo = np.asarray((0.72, 0.74, 0.75)) * (0.72 + 0.4 * tone - 0.1 * edge)[:, None]
    return plain(len(points), albedo, 0.26 + 0.22 * tone, metallic=1.0, height=0.0008 * tone)


def _foil(points: Points) -> Surface:
    first, second, tone = cells(points.position * 7 + 0.35 * gradient_noise(points.position * 5, 3)[:, None], 6)
    fold = second - first
    return plain(len(points), (0.916, 0.923, 0.924), 0.16 + 0.08 * tone, metallic=1.0, height=0.03 * fold)


MATERIALS = (
    Material("metal", ("metal", "metallic"), _brushed((0.62, 0.60, 0.575), 0.3), "metal", "metal", BRUSHED),
    Material(
        "steel",
        ("steel", "stainless steel", "stainless"),
        _brushed((0.669, 0.639, 0.598), 0.24),
        "gray",
        "metal",
        BRUSHED,
    ),
    Material("iron", ("iron", "cast iron", "iron cast", "wrought iron"), _cast_iron, "black", "metal"),
    Material("aluminium", ("aluminium", "aluminum"), _brushed((0.916, 0.923, 0.924), 0.34), "gray", "metal", BRUSHED),
    Material("titanium", ("titanium",), _brushed((0.441, 0.40, 0.361), 0.3), "gray", "metal", BRUSHED),
    Material(
        "chrome", ("chrome", "chromed", "chromium", "mirrored"), _polished((0.654, 0.685, 0.701), 0.04), "gray", "metal"
    ),
    Material(
        "silver",
        ("silver", "sterling silver"),
        _polished((0.991, 0.985, 0.974), 0.14, (0.45, 0.40, 0.33), 0.12),
        "gray",
        "metal",
    ),
    Material(
        "gold", ("golden", "gold", "gilded", "gold plated"), _polished((1.0, 0.773, 0.307), 0.16), "yellow", "metal"
    ),
    Material("copper", ("copper",), _polished((0.932, 0.623, 0.522), 0.18, (0.36, 0.16, 0.09), 0.4), "orange", "metal"),
    Material(
        "brass", ("brass", "brazen"), _polished((0.91, 0.778, 0.423), 0.2, (0.36, 0.25, 0.09), 0.35), "yellow", "metal"
    ),
    Material(
        "bronze",
        ("bronze", "bronzed"),
        _polished((0.66, 0.43, 0.24), 0.28, (0.12, 0.072, 0.036), 0.75),
        "brown",
        "metal",
    ),
    Material("rose gold", ("rose gold",), _polished((0.95, 0.68, 0.55), 0.16), "pink", "metal"),
    Material("platinum", ("platinum",), _polished((0.765, 0.73, 0.676), 0.12), "gray", "metal"),
    Material(
        "lead",
        ("lead", "leaden", "pewter"),
        _polished((0.626, 0.64, 0.693), 0.42, (0.22, 0.22, 0.24), 0.7),
        "gray",
        "metal",
    ),
    Material("galvanised metal", ("galvanised", "galvanized", "zinc", "tin"), _tin, "gray", "metal"),
    Material("foil", ("foil", "tinfoil", "aluminium foil"), _foil, "gray", "metal"),
)
