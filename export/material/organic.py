"""Paper, food, plants, bone, snow, earth, fire."""

from __future__ import annotations

import numpy as np

from bozzetto.export.material.noise import cells, fbm, gradient_noise, mix, scattered, smoothstep
from bozzetto.export.material.surface import Material, Optics, Points, Surface, plain, planar
from bozzetto.export.mesh.mesh import Array

EARTH = "USGS spectral library 7 (Kokaly et al. 2017)"


def _paper(points: Points) -> Surface:
    p = points.position
    fibre = fbm(p * 50, 3, 3)
    first, second, tone = cells(p * 2.2, 5)
    fold = smoothstep(second - first, 0.03, 0.0)
    albedo = np.asarray((0.794, 0.80, 0.80)) * (1 + 0.03 * fibre + 0.05 * (tone - 0.5) - 0.1 * fold)[:, None]
    return plain(len(points), albedo, 0.85, height=0.001 * fibre + 0.018 * first)


def _cardboard(points: Points) -> Surface:
    u, v, _ = planar(points)
    flute = np.cos(u * 2 * np.pi / 0.035)
    fibre = fbm(points.position * [45, 60, 45], 3, 4)
    cloud = fbm(points.position * 2, 3, 7)
    albedo = np.asarray((0.40, 0.265, 0.15)) * (1 + 0.045 * flute + 0.14 * fibre + 0.08 * cloud)[:, None]
    return plain(len(points), albedo, 0.88, height=0.0018 * flute + 0.001 * fibre)


def _chocolate(points: Points) -> Surface:
    soft, bloom = fbm(points.position * 5, 3, 4), smoothstep(fbm(points.position * 2.2, 4, 6), 0.2, 0.6)
    albedo = mix(np.asarray((0.115, 0.052, 0.028)) * (1 + 0.15 * soft)[:, None], (0.23, 0.14, 0.095), 0.3 * bloom)
    return plain(len(points), albedo, 0.3 + 0.2 * bloom, height=0.01 * soft)


def _cheese(points: Points) -> Surface:
    first, _, tone = cells(points.position * 3.6, 6)
    radius = 0.18 + 0.28 * tone
    hole = smoothstep(first, radius, radius - 0.06)
    small, _, t = cells(points.position * 11, 9)
    hole = np.clip(hole + smoothstep(small, 0.22, 0.16) * (t > 0.5), 0, 1)
    cloud = fbm(points.position * 3, 3, 5)
    albedo = mix(np.asarray((0.86, 0.58, 0.13)) * (1 + 0.08 * cloud)[:, None], (0.42, 0.21, 0.022), 0.85 * hole)
    return plain(len(points), albedo, 0.42, height=-0.045 * hole, transmission=0.0)


def _bread(points: Points) -> Surface:
    p = points.position
    crust, pore = fbm(p * 1.7, 3, 3), cells(p * 30, 5)[0]
    dark = smoothstep(crust, -0.6, 0.7)
    albedo = mix((0.56, 0.30, 0.10), (0.24, 0.085, 0.022), dark) * (0.75 + 0.4 * pore)[:, None]
    return plain(len(points), albedo, 0.75, height=0.012 * crust + 0.006 * pore)


def _gingerbread(points: Points) -> Surface:
    pore, cloud = cells(points.position * 38, 5)[0], fbm(points.position * 3, 3, 6)
    crumb = fbm(points.position * 60, 2, 8)
    albedo = np.asarray((0.30, 0.135, 0.05)) * (0.75 + 0.35 * pore + 0.25 * cloud + 0.12 * crumb)[:, None]
    return plain(len(points), albedo, 0.9, height=0.008 * pore + 0.003 * crumb)


def _candy(points: Points) -> Surface:
    """Cane: a red spiral on white."""
    p = points.position
    turn = np.arctan2(p[:, 2], p[:, 0]) / (2 * np.pi)
    t = turn * 2 + p[:, 1] * 2.6
    f = np.abs(t - np.round(t))
    red = smoothstep(f, 0.27, 0.25)
    thin = smoothstep(np.abs(f - 0.36), 0.025, 0.015)
    return plain(
        len(points),
        mix((0.82, 0.80, 0.77), (0.62, 0.012, 0.018), np.clip(red + thin, 0, 1)),
        0.12,
        coat=0.8,
        dye=np.clip(red + thin, 0, 1),
    )


def _moss(points: Points) -> Surface:
    p = points.position
    clump, leaf = fbm(p * 5.5, 4, 4), fbm(p * 55, 3, 6)
    albedo = mix((0.038, 0.075, 0.012), (0.17, 0.25, 0.045), np.clip(0.5 + 0.6 * clump + 0.7 * leaf, 0, 1))
    dry = smoothstep(fbm(p * 2.3, 3, 11), 0.25, 0.6)
    return plain(
        len(points),
        mix(albedo, (0.23, 0.19, 0.06), 0.5 * dry),
        0.96,
        height=0.04 * clump + 0.016 * leaf,
        sheen=(0.10, 0.16, 0.03),
    )


def _grass(points: Points) -> Surface:
    p = points.position
    q = p * [1, 0.22, 1] + 0.05 * np.stack([fbm(p * 4, 2, k) for k in (1, 2, 3)], 1)
    blade, patch = fbm(q * 60, 3, 3), fbm(p * 4, 3, 7)
    lit = np.clip(0.5 + 0.8 * blade + 0.35 * patch, 0, 1)
    return plain(
        len(points), mix((0.012, 0.05, 0.006), (0.16, 0.33, 0.05), lit), 0.8, height=0.035 * blade + 0.02 * patch
    )


def _leaves(points: Points) -> Surface:
    """A hedge: leaves with a rib and veins over one another, dark between them."""
    high, along, across, number = scattered(points.position * 9, points.normal, 4, (0.95, 0.42))
    there = high > -1
    age = np.modf(number * 61)[0].astype(np.float32)
    rib = smoothstep(np.abs(across) * (1 - along), 0.10, 0.02)
    vein = smoothstep(np.abs(np.modf(np.abs(along * 4 - 1.3 * np.abs(across) + 9))[0] - 0.5), 0.12, 0.0)
    albedo = mix((0.040, 0.125, 0.022), (0.145, 0.27, 0.045), age) * (1 + 0.25 * vein + 0.7 * rib)[:, None]
    # What lies deep is in the shade of what lies over it.
    albedo = albedo * np.where(there, 0.25 + 0.75 * smoothstep(high, 0.05, 0.75), 0.12)[:, None]
    bow = (1 - across**2) * np.sqrt(np.maximum(1 - along**2, 0))
    height = np.where(there, 0.028 * high + 0.009 * bow - 0.003 * rib, -0.01)
    return plain(len(points), albedo, np.where(there, 0.45, 0.9), height=height)


def _straw(points: Points) -> Surface:
    u, v, axis = planar(points)
    w = 0.06 * fbm(points.position * 5, 2, 3)
    stalk = fbm(np.stack([(u + w) * 70, v * 3.5, axis * 9.0], 1), 3, 5)
    layer = v / 0.3 - np.floor(v / 0.3)
    albedo = (
        mix((0.30, 0.19, 0.065), (0.62, 0.47, 0.21), np.clip(0.5 + 0.8 * stalk, 0, 1)) * (0.62 + 0.4 * layer)[:, None]
    )
    return plain(len(points), albedo, 0.82, height=0.012 * stalk + 0.03 * layer)


def _bone(points: Points) -> Surface:
    p = points.position
    cloud, pore = fbm(p * 2.4, 4, 3), smoothstep(gradient_noise(p * [50, 22, 50], 6), 0.4, 0.62)
    crack = smoothstep(np.abs(fbm(p * [5, 1.7, 5], 3, 9)), 0.014, 0.0)
    albedo = (
        mix((0.72, 0.68, 0.55), (0.46, 0.37, 0.24), np.clip(0.3 + 0.7 * cloud, 0, 1))
        * (1 - 0.35 * pore - 0.45 * crack)[:, None]
    )
    return plain(len(points), albedo, 0.62, height=-0.004 * pore - 0.005 * crack)


def _ivory(points: Points) -> Surface:
    p = points.position
    line = np.sin(np.hypot(p[:, 0] + 0.7, p[:, 2] + 0.4) * 70 + 2 * fbm(p * 2, 3, 4))
    return plain(len(points), np.asarray((0.80, 0.73, 0.57)) * (1 + 0.02 * line)[:, None], 0.3, transmission=0.0)


def _pearl(points: Points) -> Surface:
    swirl = fbm(points.position * 1.5, 3, 5)
    hue = 0.5 + 0.5 * np.sin(4 * swirl[:, None] + np.array([0.0, 2.1, 4.2], np.float32))
    return plain(len(points), 0.74 + 0.10 * (hue - 0.5) + np.array([0.05, 0.0, -0.03]), 0.3, coat=1.0, sheen=0.25 * hue)


def _snow(points: Points) -> Surface:
    p = points.position
    drift, grain = fbm(p * 2.6, 4, 3), fbm(p * 90, 2, 5)
    return plain(
        len(points),
        np.asarray((0.85, 0.86, 0.88)) * (1 + 0.03 * drift)[:, None],
        0.72 + 0.1 * grain,
        height=0.03 * drift + 0.0035 * grain,
    )


def _sand(points: Points) -> Surface:
    p = points.position
    ripple = np.sin(p[:, 1] * 34 + p[:, 0] * 6 + 4 * fbm(p * 1.6, 3, 4))
    grain = gradient_noise(p * 130, 6)
    albedo = np.asarray((0.44, 0.386, 0.231)) * (1 + 0.3 * grain + 0.06 * ripple)[:, None]
    return plain(len(points), albedo, 0.95, height=0.008 * ripple + 0.004 * grain)


def _mud(points: Points) -> Surface:
    p = points.position
    first, second, tone = cells(p * 4.5 + 0.3 * fbm(p * 4, 2, 3)[:, None], 8)
    crack = smoothstep(second - first, 0.075, 0.02)
    grain = fbm(p * 40, 3, 5)
    albedo = np.asarray((0.20, 0.13, 0.08)) * (0.85 + 0.3 * tone + 0.2 * grain)[:, None] * (1 - 0.75 * crack)[:, None]
    return plain(len(points), albedo, 0.93, height=-0.03 * crack + 0.003 * grain)


def _coal(points: Points) -> Surface:
    first, second, tone = cells(points.position * 6.5, 3)
    grain = fbm(points.position * 30, 3, 5)
    return plain(
        len(points),
        np.asarray((0.02, 0.02, 0.021)) * (0.7 + 0.6 * tone)[:, None],
        0.35 + 0.5 * tone,
        height=0.06 * first + 0.006 * grain,
    )


def _lava(points: Points) -> Surface:
    p = points.position
    first, second, tone = cells(p * 3.4 + 0.35 * fbm(p * 3.2, 3, 4)[:, None], 8)
    glow = smoothstep(second - first, 0.24, 0.0)
    hot = glow**1.6
    crust = np.asarray((0.03, 0.026, 0.024)) * (0.8 + 0.5 * tone)[:, None]
    # Black body of 1,000 to 1,400 K, in linear sRGB by its chromaticity.
    fire = mix((0.75, 0.035, 0.0), (1.0, 0.30, 0.015), hot)
    return plain(
        len(points), crust, 0.9, emission=fire * (glow**1.2)[:, None], height=-0.03 * glow + 0.008 * fbm(p * 25, 3, 6)
    )


def _coral(points: Points) -> Surface:
    first, second, _ = cells(points.position * 17, 3)
    pit = smoothstep(first, 0.35, 0.12)
    lump = fbm(points.position * 5, 3, 5)
    return plain(
        len(points),
        mix((0.72, 0.24, 0.17), (0.42, 0.09, 0.07), pit) * (1 + 0.15 * lump)[:, None],
        0.85,
        height=-0.014 * pit + 0.02 * lump,
    )


def _shingled(points: Points, wide: float, high: float) -> tuple[Array, Array, Array]:
    """Rows of overlapping lobes that hang down: how far inside its lobe a point is, in (0, 1], a number of the lobe in
    [0, 1), and how far left or right of its middle, in [-0.5, 0.5]."""
    u, v, axis = planar(points)
    inside, number, across = (np.zeros(len(points), np.float32) for _ in range(3))
    base = np.floor(v / high)
    # What hangs from above lies over what is below.
    for k in (2, 1, 0):
        row = base + k
        shifted = u / wide - 0.5 * (row % 2)
        du = shifted - np.round(shifted)
        down = row + 1 - v / high
        depth = 1 - (2 * du) ** 2 - np.maximum(down / 2.1, 0) ** 2
        here = (depth > 0) & (inside == 0)
        inside = np.where(here, depth, inside)
        across = np.where(here, du, across)
        tone = cells(np.stack([np.round(shifted) + 0.5, row + 0.5, axis + 0.5], 1), 5, 0.0)[2]
        number = np.where(here, tone, number)
    return inside, number, across


def _scales(points: Points) -> Surface:
    """Overlapping scales, as of a snake or a dragon."""
    inside, tone, _ = _shingled(points, 0.085, 0.05)
    albedo = mix((0.02, 0.05, 0.015), (0.13, 0.22, 0.06), np.clip(0.2 + 0.8 * inside * (0.7 + 0.6 * tone), 0, 1))
    return plain(len(points), albedo, 0.36, height=0.018 * np.sqrt(np.maximum(inside, 0)))


def _feathers(points: Points) -> Surface:
    inside, tone, across = _shingled(points, 0.12, 0.085)
    barb = np.sin(np.abs(across) * 110 + inside * 30)
    quill = smoothstep(np.abs(across), 0.035, 0.012)
    albedo = (
        np.asarray((0.64, 0.61, 0.56))
        * (0.42 + 0.55 * smoothstep(inside, 0.0, 0.22) + 0.05 * barb + 0.12 * (tone - 0.5) + 0.06 * quill)[:, None]
    )
    return plain(
        len(points),
        albedo,
        0.8,
        height=0.016 * np.sqrt(np.maximum(inside, 0)) + 0.0015 * barb + 0.003 * quill,
        sheen=(0.2, 0.2, 0.2),
    )


MATERIALS = (
    Material("paper", ("paper", "origami", "papier mache"), _paper, "white", "organic"),
    Material("cardboard", ("cardboard", "carton"), _cardboard, "brown", "organic"),
    Material("chocolate", ("chocolate",), _chocolate, "brown", "organic"),
    Material("cheese", ("cheese", "cheesy"), _cheese, "yellow", "organic", source="spectraldb.com"),
    Material("bread", ("bread", "bread crust"), _bread, "brown", "organic", source="spectraldb.com"),
    Material("gingerbread", ("gingerbread", "biscuit"), _gingerbread, "brown", "organic", source="spectraldb.com"),
    Material("candy cane", ("candy cane", "candy", "peppermint"), _candy, "red", "organic"),
    Material("moss", ("moss",), _moss, "green", "organic", source=EARTH),
    Material("grass", ("grass", "grassy", "turf"), _grass, "green", "organic", source=EARTH),
    Material("leaves", ("leafy", "ivy", "topiary"), _leaves, "green", "organic", source=EARTH),
    Material("straw", ("straw", "thatched", "thatch", "hay"), _straw, "yellow", "organic", source=EARTH),
    Material("bone", ("bone", "bony"), _bone, "white", "organic"),
    Material("ivory", ("ivory",), _ivory, "white", "organic", Optics(ior=1.54)),
    Material(
        "pearl",
        ("pearl", "opal", "opalescent", "iridescent", "pearly", "mother of pearl", "nacre"),
        _pearl,
        "white",
        "organic",
        Optics(ior=1.68),
    ),
    Material("snow", ("snow",), _snow, "white", "organic", Optics(ior=1.31)),
    Material("sand", ("sand", "sandy"), _sand, "yellow", "organic"),
    Material("mud", ("mud", "dirt", "soil", "cracked earth", "adobe"), _mud, "brown", "organic", source=EARTH),
    Material("coal", ("coal", "charcoal"), _coal, "black", "organic"),
    Material(
        "lava",
        ("lava", "magma", "molten"),
        _lava,
        "black",
        "organic",
        Optics(emissive_strength=3.0),
        "black body of 1,000 to 1,400 K",
    ),
    Material("coral", ("coral",), _coral, "pink", "organic", source=EARTH),
    Material(
        "scales", ("scaly", "scaled", "snakeskin", "reptilian"), _scales, "green", "organic", source="spectraldb.com"
    ),
    Material("feathers", ("feathered", "feathery", "feathers"), _feathers, "white", "organic", source="spectraldb.com"),
)
