"""States: what time, hands and weather do to a material, as functions of the surface below."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bozzetto.export.material.layers import Ink, turned
from bozzetto.export.material.noise import cells, fbm, gradient_noise, mix, smoothstep
from bozzetto.export.material.surface import Layer, Optics, Points, Surface, blend, changed, luminance, plain
from bozzetto.export.mesh.mesh import Array

RUST = "iron oxides by the USGS spectral library 7 (goethite, hematite)"


def _rusty(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    # It runs down from where it begins.
    field = fbm(p * 2.4, 5, 61) + 0.3 * fbm(p * 9, 4, 62) + 0.3 * fbm(p * [8.0, 1.1, 8.0], 3, 65)
    share = smoothstep(field, -0.22, 0.10)
    tone, grain = fbm(p * 6, 4, 63), fbm(p * 48, 3, 64)
    rust = mix((0.185, 0.066, 0.024), (0.058, 0.025, 0.016), np.clip(0.4 + 0.9 * tone + 0.6 * grain, 0, 1))
    # Bright where it is young: at its rim, and in spots.
    fresh = np.maximum(smoothstep(field, 0.14, -0.08), 0.7 * smoothstep(fbm(p * 15, 3, 66), 0.2, 0.5))
    rust = mix(rust, (0.36, 0.14, 0.038), 0.6 * fresh)
    above = plain(len(points), rust, 0.92 + 0.05 * grain, height=0.010 * tone + 0.005 * grain + 0.004, dye=0.0)
    stain = changed(
        below, albedo=below.albedo * mix((1.0, 1.0, 1.0), (0.75, 0.58, 0.46), smoothstep(field, -0.5, -0.1))
    )
    return blend(stain, above, share)


def _painted(points: Points, below: Surface, ink: Ink) -> Surface:
    """A film of paint, gone in chips."""
    p = points.position
    colour = ink.colours[0] if ink.colours else np.array([0.10, 0.28, 0.30], np.float32)
    chip = smoothstep(fbm(p * 3.4, 5, 71) + 0.25 * fbm(p * 22, 3, 72), 0.40, 0.46)
    brush = fbm(p * [4, 50, 50] if points.extent[0] > points.extent[1] else p * [50, 4, 50], 2, 73)
    film = plain(
        len(points), colour * (1 + 0.05 * brush)[:, None], 0.42 + 0.06 * brush,
        height=below.height * 0.35 + 0.004 + 0.0008 * brush,
    )  # fmt: skip
    return blend(film, below, chip)


def _worn(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    scuff = smoothstep(fbm(p * 3.2, 5, 81) + 0.3 * fbm(p * 26, 3, 82), 0.06, 0.55)
    crack = smoothstep(np.abs(fbm(p * 7, 4, 83)), 0.03, 0.0) * smoothstep(fbm(p * 2, 3, 84), -0.1, 0.3)
    grey = luminance(below.albedo)[:, None]
    pale = (0.62 * below.albedo + 0.38 * grey) * 1.55 + 0.045
    albedo = mix(below.albedo, pale, 0.75 * scuff) * (1 - 0.5 * crack)[:, None]
    return changed(
        below, albedo=albedo, roughness=below.roughness + (0.85 - below.roughness) * (0.6 * scuff),
        height=below.height - 0.006 * crack - 0.002 * scuff, coat=below.coat * (1 - scuff),
    )  # fmt: skip


def _lines(points: Points) -> Array:
    """Scratches in several directions, [N] in [0, 1]."""
    total = np.zeros(len(points), np.float32)
    for k in range(5):
        q = turned(points, 0.7 + 1.13 * k) * np.array([0.5, 15.0, 2.4], np.float32)
        thin = smoothstep(np.abs(gradient_noise(q, 91 + k)), 0.022, 0.0)
        total = np.maximum(total, thin * smoothstep(fbm(points.position * 2.5, 2, 97 + k), 0.0, 0.3))
    return total


def _scratched(points: Points, below: Surface, ink: Ink) -> Surface:
    line = _lines(points)
    bright = mix(below.albedo, np.clip(below.albedo * 1.5 + 0.12, 0, 1), 0.8 * line)
    return changed(
        below,
        albedo=bright,
        roughness=below.roughness + 0.25 * line,
        height=below.height - 0.004 * line,
        coat=below.coat * (1 - line),
    )


def _dirty(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    field = fbm(p * 2.6, 5, 101) + 0.3 * fbm(p * 17, 3, 102) - 0.25 * p[:, 1]
    share = 0.85 * smoothstep(field, -0.1, 0.55) + 0.15 * smoothstep(field, -0.6, 0.0)
    grime = np.asarray((0.075, 0.055, 0.036)) * (1 + 0.3 * fbm(p * 30, 2, 103))[:, None]
    return changed(
        below,
        albedo=mix(below.albedo, grime, share),
        roughness=below.roughness + (0.95 - below.roughness) * share,
        metallic=below.metallic * (1 - share),
        coat=below.coat * (1 - share),
        transmission=below.transmission * (1 - share),
    )


def _dusty(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    up = smoothstep(points.normal[:, 1] + 0.3 * fbm(p * 3, 4, 105), -0.35, 0.9)
    share = np.clip(0.15 + 0.75 * up, 0, 1) * np.clip(0.85 + 0.3 * fbm(p * 40, 2, 106), 0, 1)
    dust = changed(below, albedo=(0.36, 0.33, 0.285), roughness=1.0, metallic=0.0, coat=0.0, transmission=0.0)
    return blend(below, dust, share.astype(np.float32))


def _weathered(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    streak = fbm(p * [9, 1.1, 9], 4, 111)
    bleach = smoothstep(fbm(p * 2.2, 4, 112) + 0.4 * streak, -0.4, 0.5)
    grey = luminance(below.albedo)[:, None]
    pale = (0.35 * below.albedo + 0.65 * grey) * 1.15 + 0.03
    albedo = mix(below.albedo, pale, 0.85 * bleach) * (1 - 0.35 * smoothstep(streak, 0.1, 0.55))[:, None]
    crack = smoothstep(np.abs(fbm(p * [13, 2.2, 13], 3, 113)), 0.03, 0.0)
    albedo = albedo * (1 - 0.6 * crack)[:, None]
    return changed(
        below, albedo=albedo, roughness=below.roughness + (0.92 - below.roughness) * 0.85, coat=below.coat * 0.15,
        metallic=below.metallic * (1 - 0.5 * bleach), height=below.height * 1.5 - 0.008 * crack,
    )  # fmt: skip


def _burnt(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    field = fbm(p * 2.0, 5, 121) + 0.25 * p[:, 1]
    scorch, char = smoothstep(field, -0.45, 0.05), smoothstep(field, -0.12, 0.22)
    first, second, tone = cells(p * 13, 123, 0.9)
    crack = smoothstep(second - first, 0.12, 0.0)
    brown = below.albedo * np.asarray((0.40, 0.24, 0.13))
    black = np.asarray((0.016, 0.0145, 0.0135)) * (0.7 + 0.8 * tone)[:, None] * (1 - 0.5 * crack)[:, None]
    out = changed(below, albedo=mix(below.albedo, brown, scorch), coat=below.coat * (1 - scorch))
    above = plain(len(points), black, 0.78 + 0.2 * tone, height=below.height - 0.012 * crack, dye=0.0)
    return blend(out, above, char)


def _glowing(points: Points, below: Surface, ink: Ink) -> Surface:
    colour = ink.colours[0] if ink.colours else None
    light = below.albedo if colour is None else np.broadcast_to(colour, below.albedo.shape)
    peak = light.max(axis=1, keepdims=True) if colour is None else float(np.max(colour))
    return changed(
        below,
        emission=np.clip(light / np.maximum(peak, 0.05), 0, 1)
        * (0.75 + 0.25 * smoothstep(fbm(points.position * 3, 3, 131), -0.4, 0.4))[:, None],
    )


def _mossy(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    field = 0.55 * points.normal[:, 1] + fbm(p * 2.6, 5, 141) + 0.3 * fbm(p * 14, 3, 142)
    share = smoothstep(field, 0.12, 0.34)
    leaf, clump = fbm(p * 55, 3, 144), fbm(p * 6, 3, 145)
    green = mix((0.04, 0.08, 0.013), (0.18, 0.26, 0.05), np.clip(0.5 + 0.7 * leaf + 0.4 * clump, 0, 1))
    above = plain(
        len(points),
        green,
        0.96,
        height=below.height + 0.02 + 0.02 * clump + 0.012 * leaf,
        sheen=(0.08, 0.13, 0.03),
        dye=0.0,
    )
    return blend(below, above, share)


def _snowy(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    share = smoothstep(points.normal[:, 1] + 0.35 * fbm(p * 3.2, 4, 151), 0.10, 0.36)
    drift = fbm(p * 3, 3, 152)
    above = plain(
        len(points),
        np.asarray((0.85, 0.86, 0.88)) * (1 + 0.03 * drift)[:, None],
        0.75,
        height=0.03 + 0.02 * drift + 0.002 * fbm(p * 90, 2, 153),
        dye=0.0,
    )
    return blend(below, above, share)


def _frozen(points: Points, below: Surface, ink: Ink) -> Surface:
    """A film of ice under hoarfrost, whose needles branch from coarse to fine."""
    p = points.position
    bent = p + 0.05 * np.stack([fbm(p * 4, 3, 163 + k) for k in range(3)], 1)
    needle = np.zeros(len(points), np.float32)
    for k, size in enumerate((5.0, 13.0, 31.0)):
        first, second, _ = cells(turned(points.moved(bent), 0.8 * k) * np.array([size, 0.45 * size, size]), 167 + k)
        needle = np.maximum(needle, smoothstep(second - first, 0.16, 0.0) * 0.8**k)
    film = smoothstep(fbm(p * 1.9, 4, 162), -0.45, 0.35)
    share = np.clip(0.30 + 0.38 * film + 0.55 * needle * (0.35 + 0.65 * film), 0, 0.95).astype(np.float32)
    ice = mix((0.52, 0.68, 0.78), (0.86, 0.91, 0.94), np.clip(0.25 + 0.75 * needle, 0, 1))
    above = changed(
        below, albedo=ice, roughness=0.25 + 0.5 * needle, metallic=0.0, height=below.height + 0.008 * needle * film
    )
    return changed(blend(below, above, share), coat=np.maximum(below.coat, 0.8 * (1 - needle)))


def _cracked(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    first, second, _ = cells(p * 3.2 + 0.3 * fbm(p * 3.5, 4, 171)[:, None], 172)
    crack = smoothstep(second - first, 0.040, 0.012)
    return changed(
        below, albedo=below.albedo * (1 - 0.88 * crack)[:, None], roughness=below.roughness + 0.3 * crack,
        height=below.height - 0.022 * crack, coat=below.coat * (1 - crack),
    )  # fmt: skip


def _polished(points: Points, below: Surface, ink: Ink) -> Surface:
    return changed(
        below,
        roughness=0.06 + 0.12 * below.roughness,
        height=0.35 * below.height,
        coat=np.maximum(below.coat, 1 - below.metallic),
    )


def _matte(points: Points, below: Surface, ink: Ink) -> Surface:
    return changed(below, roughness=np.maximum(below.roughness, 0.88 - 0.28 * below.metallic), coat=0.0)


def _hammered(points: Points, below: Surface, ink: Ink) -> Surface:
    first, _, tone = cells(points.position * 9.5, 181, 0.8)
    return changed(
        below, height=below.height + 0.075 * np.minimum(first, 0.62) ** 2, roughness=below.roughness + 0.05 * tone
    )


def _brushed(points: Points, below: Surface, ink: Ink) -> Surface:
    q = points.position * ([2, 150, 150] if points.extent[0] > points.extent[1] else [150, 2, 150])
    line = fbm(q, 2, 191)
    return changed(
        below,
        roughness=np.maximum(below.roughness, 0.26) + 0.1 * line,
        albedo=below.albedo * (1 + 0.07 * line)[:, None],
        height=below.height + 0.0006 * line,
    )


def _frosted(points: Points, below: Surface, ink: Ink) -> Surface:
    grain = fbm(points.position * 120, 2, 195)
    return changed(
        below,
        roughness=np.maximum(below.roughness, 0.52) + 0.05 * grain,
        coat=0.0,
        height=below.height + 0.0012 * grain,
    )


def _clear(points: Points, below: Surface, ink: Ink) -> Surface:
    pale = np.sqrt(np.clip(below.albedo, 0, 1))
    return changed(
        below,
        albedo=pale,
        transmission=np.maximum(below.transmission, 0.92),
        roughness=0.5 * below.roughness,
        metallic=0.0,
    )


def _wet(points: Points, below: Surface, ink: Ink) -> Surface:
    """Water in the pores darkens (Lekner and Dorf 1988) and lies on top as a film."""
    drops, _, tone = cells(points.position * 24, 201)
    drop = smoothstep(drops, 0.34, 0.2) * (tone > 0.55)
    return changed(
        below,
        albedo=below.albedo**1.35 * 0.85,
        roughness=0.12 + 0.2 * below.roughness,
        coat=1.0,
        height=below.height * 0.6 + 0.006 * drop,
    )


def _verdigris(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    field = fbm(p * 2.6, 5, 211) + 0.35 * fbm(p * [14, 3, 14], 3, 212)
    share = smoothstep(field, -0.35, 0.2)
    grain = fbm(p * 40, 3, 213)
    green = (
        mix((0.13, 0.33, 0.26), (0.30, 0.50, 0.42), np.clip(0.5 + 0.9 * fbm(p * 7, 4, 214), 0, 1))
        * (1 + 0.15 * grain)[:, None]
    )
    above = plain(len(points), green, 0.88, height=0.006 * grain + 0.003, dye=0.0)
    dark = changed(below, albedo=below.albedo * mix((1.0, 1.0, 1.0), (0.42, 0.36, 0.32), smoothstep(field, -0.8, -0.2)))
    return blend(dark, above, share)


def _glittery(points: Points, below: Surface, ink: Ink) -> Surface:
    first, _, tone = cells(points.position * 52, 221)
    flake = smoothstep(first, 0.5, 0.38) * (tone > 0.25)
    bright = np.clip(below.albedo * 1.4 + 0.22 * (tone > 0.8)[:, None], 0, 1)
    tilt = 0.018 * ((tone * 91) % 1) * (first - 0.2)
    return changed(
        below,
        albedo=mix(below.albedo * 0.8, bright, flake),
        metallic=np.maximum(below.metallic, flake),
        roughness=mix(below.roughness, 0.18, flake),
        height=below.height + tilt,
    )


def _dried(points: Points, below: Surface, ink: Ink) -> Surface:
    p = points.position
    wrinkle = np.abs(fbm(p * 6, 4, 231))
    return changed(
        below,
        albedo=below.albedo * (0.62 + 0.7 * wrinkle)[:, None],
        roughness=np.maximum(below.roughness, 0.7),
        height=below.height + 0.045 * wrinkle,
    )


def _vibrant(points: Points, below: Surface, ink: Ink) -> Surface:
    """Colours at their fullest: away from their grey, as far as the albedo of a paint goes, and none darker."""
    grey = luminance(below.albedo)[:, None]
    full = grey + 1.45 * (below.albedo - grey)
    lift = np.minimum(1.25, 0.9 / np.maximum(full.max(1, keepdims=True), 0.05))
    return changed(below, albedo=np.clip(full * np.maximum(lift, 1.0), 0.004, 0.9))


def _folded(points: Points, below: Surface, ink: Ink) -> Surface:
    """Creases along straight lines, with a face of its own slope between each two, as paper that was folded has."""
    p = turned(points, 0.6)
    relief, crease = np.zeros(len(points), np.float32), np.zeros(len(points), np.float32)
    for k, side in enumerate((0.62, 0.47, 0.81)):
        along = p @ np.array([[0.8, 0.6, 0.0], [0.0, 0.8, 0.6], [0.6, 0.0, -0.8]], np.float32)[k] / side + 0.31 * k
        far = np.abs(along - np.round(along))
        relief += side * far
        crease = np.maximum(crease, smoothstep(far * side, 0.012, 0.003))
    return changed(
        below,
        albedo=below.albedo * (1 - 0.22 * crease)[:, None],
        roughness=np.maximum(below.roughness, 0.6 * crease),
        height=below.height + 0.12 * relief,
    )


def _cobwebbed(points: Points, below: Surface, ink: Ink) -> Surface:
    """Dust, and threads that hang between points of it: the walls of cells, and fine ones across."""
    p = points.position
    dust = _dusty(points, below, ink)
    threads = np.zeros(len(points), np.float32)
    for k, fine in enumerate((2.6, 5.2)):
        first, second, _ = cells(p * fine, 241 + k)
        threads = np.maximum(threads, smoothstep(second - first, 0.075, 0.02) * (0.9 - 0.35 * k))
    first, _, _ = cells(p * 2.6, 241)
    rings = np.abs(first * 9 - np.round(first * 9))
    threads = np.maximum(threads, 0.55 * smoothstep(rings, 0.12, 0.04))
    share = threads * smoothstep(fbm(p * 1.7, 3, 243), -0.35, 0.25)
    web = plain(len(points), (0.62, 0.61, 0.58), 0.95, height=dust.height + 0.004, dye=0.0)
    return blend(dust, web, 0.8 * share)


def _emissive(optics: Optics) -> Optics:
    return replace(optics, emissive_strength=1.5)


LAYERS = (
    Layer("rusty", ("rusty", "rusted", "rusting", "corroded"), _rusty, "states", "brown", under="iron", source=RUST),
    Layer("painted", ("painted",), _painted, "states", under="wood"),
    Layer(
        "worn",
        (
            "worn",
            "worn out",
            "chipped",
            "frayed",
            "well worn",
            "well used",
            "distressed",
            "battered",
            "shabby",
            "vintage",
            "tattered",
            "faded",
            "worn in",
            "well loved",
            "loved",
            "used",
            "threadbare",
        ),
        _worn,
        "states",
    ),
    Layer("scratched", ("scratched", "scuffed", "scuffed up", "scratchy"), _scratched, "states"),
    Layer("dirty", ("dirty", "grimy", "muddy", "filthy", "stained"), _dirty, "states"),
    Layer("dusty", ("dusty", "sooty"), _dusty, "states"),
    Layer(
        "weathered",
        (
            "weathered",
            "weather beaten",
            "rustic",
            "yellowed",
            "old",
            "very old",
            "aged",
            "ancient",
            "antique",
            "abandoned",
            "bleached",
        ),
        _weathered,
        "states",
    ),
    Layer("burnt", ("burnt", "burned", "charred", "scorched"), _burnt, "states", "black"),
    Layer(
        "glowing",
        ("glowing", "luminous", "neon", "illuminated", "glow in the dark"),
        _glowing,
        "states",
        optics=_emissive,
    ),
    Layer("mossy", ("mossy", "moss covered", "overgrown"), _mossy, "states", under="stone"),
    Layer("snowy", ("snowy", "snow covered"), _snowy, "states", "white"),
    Layer("frozen", ("frozen", "frosty"), _frozen, "states"),
    Layer("cracked", ("cracked", "broken", "fractured"), _cracked, "states"),
    Layer(
        "polished", ("polished", "smooth", "shiny", "glossy", "gleaming", "lustrous", "brand new"), _polished, "states"
    ),
    Layer("matte", ("matte", "matt", "dull"), _matte, "states"),
    Layer("hammered", ("hammered", "beaten", "dented"), _hammered, "states", under="copper"),
    Layer("brushed", ("brushed",), _brushed, "states", under="steel"),
    Layer("frosted", ("frosted", "sandblasted"), _frosted, "states", under="glass"),
    Layer("transparent", ("transparent", "translucent", "clear", "see through"), _clear, "states", under="plastic"),
    Layer("wet", ("wet", "slimy", "dripping"), _wet, "states"),
    Layer(
        "verdigris",
        ("verdigris", "patinated", "oxidized", "oxidised", "tarnished"),
        _verdigris,
        "states",
        "green",
        under="copper",
    ),
    Layer(
        "glittery",
        ("glittery", "glitter", "sparkly", "sparkling", "sequined", "bejeweled", "shimmering", "shimmery"),
        _glittery,
        "states",
    ),
    Layer("vibrant", ("vibrant", "bright", "vivid", "brilliant", "saturated"), _vibrant, "states"),
    Layer("folded", ("folded", "creased"), _folded, "states"),
    Layer("cobwebbed", ("cobwebbed", "cobweb covered", "cobwebby"), _cobwebbed, "states"),
    Layer("wrinkled", ("wrinkled", "crumpled", "shriveled", "withered"), _dried, "states"),
)
