"""What is baked and sweet, and what is drunk and spread."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix, noise, painted
from bozzetto.foundry.sculpt.food.dishes import CHOCOLATE, CREAM, CRUST, icing
from bozzetto.foundry.sculpt.food.fruit import peel
from bozzetto.foundry.sculpt.food.meals import plate, stuff
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture

Array = NDArray[np.float64]


@sculpture("bagel", size=(0.08, 0.25), synonyms=("beigel",))
def bagel(rng: np.random.Generator) -> Sculpture:
    """A fat ring, shiny and brown, with seeds; or cut and filled."""
    seeds = s.pick(rng, ("#f4e6c4", "#f4e6c4", "#26221f"))
    filled = s.chance(rng, 0.4)
    ring = s.torus(0.56, 0.33, 64, 28).scale((1, 0.9, 1))
    blush = noise(rng, 0.5)
    paint = painted(
        np.array(m.srgb("#a8622a")),
        np.array(m.srgb("#d9a25c")),
        lambda p: (
            0.35 * blush(p)
            + np.clip((-0.02 - p[:, 1]) * 2.5, 0, 0.8)
            + np.clip((np.hypot(p[:, 0], p[:, 2]) - 0.75) * -1.2, 0, 0.3)
        ),
    )
    points, normals = s.scattered(ring, rng, 420, 0.07)
    grains = s.group(
        [
            s.aim(s.ellipsoid(0.022, 0.05, 0.022, 8), np.cross(n, rng.normal(size=3))).translate(at(p))
            for p, n in zip(points, normals, strict=True)
            if n[1] > 0.25
        ]
    )
    lift = (0, 0.14, 0) if filled else (0, 0, 0)
    top = ring.trim_by_plane((0, 1, 0), 0.0) if filled else ring
    parts = [
        Part("crust", top.refine_to_length(0.08).translate(lift), CRUST, 60, paint),
        Part("seeds", grains.translate(lift), stuff("seeds", seeds), 60),
    ]
    if filled:
        spread = s.roughened(
            s.torus(0.56, 0.33, 56, 14).scale((1, 0.24, 1)).refine_to_length(0.1), rng, 0.02, 0.2
        ).translate((0, 0.07, 0))
        low = ring.trim_by_plane((0, -1, 0), 0.0)
        parts += [Part("cream cheese", spread, CREAM, 60), Part("lower half", low, CRUST.coloured("#c48a48"), 60)]
    return finished(parts, rng.uniform(0.055, 0.065))


@sculpture("muffin", size=(0.06, 0.2), kinds=("blueberry muffin", "chocolate muffin"))
def muffin(rng: np.random.Generator) -> Sculpture:
    """A cracked dome over a fluted paper cup, with chips or berries."""
    dough, chip, paper = s.pick(
        rng, (("#c98a42", "#3a2012", "#e8d3a8"), ("#d9a65a", "#33407a", "#f0ead8"), ("#5a3320", "#2a160c", "#8a5a3a"))
    )
    cup = s.cylinder(0.62, 0.5, 0.7, 96)
    fluted = s.swell(cup, lambda p: 1 + 0.035 * np.sin(32 * np.arctan2(p[:, 0], p[:, 2])))
    dome = s.revolve(
        s.profile([(0, 0.5), (0.68, 0.54), (0.86, 0.66), (0.84, 0.82), (0.6, 1.06), (0.25, 1.18), (0, 1.2)], 40), 56
    )
    dome = s.roughened(dome.refine_to_length(0.07), rng, 0.035, 0.24)
    crumb = noise(rng, 0.2)
    paint = painted(
        np.array(m.srgb(dough)),
        np.array(m.srgb(dough)) * 0.72,
        lambda p: crumb(p) * 0.8 + np.clip((p[:, 1] - 0.95) * 1.5, 0, 0.4),
    )
    points, normals = s.scattered(dome, rng, 60, 0.15)
    chips = s.group(
        [
            s.ellipsoid(0.085, 0.06, 0.085, 12).translate(at(p))
            for p, n in zip(points, normals, strict=True)
            if n[1] > 0.05
        ][:24]
    )
    parts = [
        Part("paper", fluted, m.PAPER.coloured(paper, "paper"), 20),
        Part("dough", dome, stuff("dough", dough, 0.9), 60, paint),
        Part("chips", chips, stuff("chips", chip, 0.4), 60),
    ]
    return finished(parts, rng.uniform(0.05, 0.06))


@sculpture("macaron", size=(0.03, 0.25), synonyms=("macarons", "french macaron"))
def macaron(rng: np.random.Generator) -> Sculpture:
    """Two smooth shells with ruffled feet and cream between; one, or a heap."""
    colours = list(rng.permutation(np.array(["#f0a0b4", "#a8d29a", "#f2d488", "#c4a8e0", "#8fc8dc", "#c98a5a"])))
    places = s.pick(
        rng,
        (
            [(0, 0, 0, 0), (0.1, 0.78, 0.0, 6), (-0.05, 1.56, 0.04, -5)],
            [(0.0, 0.0, 0.0, 0.0)],
            [(-0.56, 0, 0.1, 0), (0.56, 0, 0.1, 0), (0.0, 0.76, 0.1, 0)],
        ),
    )
    cap = s.revolve(s.profile([(0, 0.0), (0.5, 0.0), (0.515, 0.07), (0.46, 0.17), (0.26, 0.245), (0, 0.26)], 28), 48)
    foot = s.roughened(s.torus(0.46, 0.065, 56, 10).scale((1, 0.8, 1)).refine_to_length(0.06), rng, 0.02, 0.06)
    parts = []
    for (x, y, z, lean), colour in zip(places, colours, strict=False):
        shell = stuff("shell", str(colour), 0.55)
        put = lambda solid: solid.rotate((0, 0, lean)).translate((x, y, z))  # noqa: B023, E731
        both = s.group([cap.translate((0, 0.48, 0)), cap.mirror((0, 1, 0)).translate((0, 0.26, 0))])
        feet = s.group([foot.translate((0, 0.475, 0)), foot.translate((0, 0.265, 0))])
        parts += [
            Part("shells", put(both), shell, 60),
            Part("feet", put(feet), shell.shaded(0.9, "feet"), 30),
            Part("cream", put(s.cylinder(0.2, 0.475, segments=48, bevel=0.05).translate((0, 0.27, 0))), CREAM, 40),
        ]
    return finished(parts, rng.uniform(0.042, 0.048))


@sculpture("cheesecake", size=(0.12, 0.45))
def cheesecake(rng: np.random.Generator) -> Sculpture:
    """Round, a piece gone: a crust of crumbs, white cream, berries on top."""
    glaze, berry = s.pick(rng, (("#c21f2e", "#d82a38"), ("#4a3a8a", "#3a3a80"), ("#c21f2e", "#d82a38")))
    gap = float(rng.uniform(44, 56))
    wedge = (
        s.extrude(np.concatenate([[(0.0, 0.0)], s.arc(2.0, 90 - gap / 2, 90 + gap / 2, 12)]), 3.0)
        .rotate((90, 0, 0))
        .rotate((0, 25, 0))
    )
    base = s.cylinder(0.13, 1.0, segments=72) + (s.cylinder(0.3, 1.0, segments=72) - s.cylinder(1, 0.93, segments=64))
    base = s.roughened(base.refine_to_length(0.09), rng, 0.015, 0.1)
    body = s.cylinder(0.42, 0.965, segments=72, bevel=0.04).translate((0, 0.06, 0))
    top = s.roughened(s.cylinder(0.07, 0.88, segments=64, bevel=0.03).refine_to_length(0.12), rng, 0.03, 0.3).translate(
        (0, 0.45, 0)
    )
    berries = []
    for k in range(10):
        q = 2 * np.pi * (k + 0.5) / 10
        berries.append(s.ellipsoid(0.12, 0.12, 0.12, 20).translate((0.7 * np.sin(q), 0.56, 0.7 * np.cos(q))))
    berries += [
        s.ellipsoid(0.13, 0.14, 0.13, 20).translate((0.24 * np.sin(q), 0.58, 0.24 * np.cos(q))) for q in (0.4, 2.5, 4.6)
    ]
    parts = [
        Part("crust", base - wedge, stuff("crust", "#b07a3e", 0.95), 40),
        Part("cream", body - wedge, stuff("cream", "#fbf1d6", 0.6), 40),
        Part("glaze", top - wedge, icing(glaze), 50),
        Part("berries", s.union(berries) - wedge, peel(berry, 0.25), 60),
        Part("plate", plate(1.32).translate((0, -0.045, 0)), m.PORCELAIN, 50),
    ]
    return finished(parts, rng.uniform(0.1, 0.12))


@sculpture("jelly", size=(0.1, 0.35), synonyms=("jello", "gelatin dessert"), kinds=("gelatin", "jelly dessert"))
def jelly(rng: np.random.Generator) -> Sculpture:
    """Turned out of a fluted mould on a plate."""
    hue = s.pick(rng, ("#3fae3a", "#d8202f", "#f07a1e", "#8a2f9a"))
    folds = int(rng.integers(8, 12))
    tiers = s.profile(
        [(0, 0), (0.82, 0.0), (0.86, 0.08), (0.78, 0.42), (0.66, 0.5), (0.6, 0.86), (0.42, 0.96), (0, 0.98)], 48
    )
    mould = s.revolve(tiers, 96).refine_to_length(0.06)

    def fluted(p: Array) -> Array:
        r = np.hypot(p[:, 0], p[:, 2])
        k = 1 + 0.07 * np.clip(r / 0.4, 0, 1) * np.cos(folds * np.arctan2(p[:, 0], p[:, 2]))
        return np.stack([p[:, 0] * k + 0.03 * p[:, 1] ** 2, p[:, 1], p[:, 2] * k], 1)

    body = m.Material("jelly", m.srgb(hue), 0.08, transmission=0.2)
    parts = [
        Part("jelly", s.warp(mould, fluted).translate((0, 0.04, 0)), body, 60),
        Part("plate", plate(1.2), m.PORCELAIN, 50),
    ]
    if s.chance(rng, 0.5):
        swirl = s.group(
            [s.torus(0.17 - 0.055 * k, 0.08, 32, 12).translate((0.03, 1.04 + 0.08 * k, 0)) for k in range(3)]
        )
        parts += [
            Part("cream", swirl, CREAM, 60),
            Part("cherry", s.sphere(0.1, 24).translate((0.03, 1.32, 0)), peel("#c2182a", 0.15), 60),
        ]
    return finished(parts, rng.uniform(0.075, 0.09))


@sculpture(
    "gingerbread man",
    size=(0.08, 0.3),
    synonyms=("gingerbread", "gingerbread cookie"),
    plural="gingerbread men",
    tint=False,
)
def gingerbread_man(rng: np.random.Generator) -> Sculpture:
    """Standing, iced along its edges, with buttons and a smile."""
    arm = rng.uniform(-0.06, 0.1)
    body = f.capsule((0, 0.75, 0), (0, 1.05, 0), 0.3, 0.28).blend(f.sphere((0, 1.52, 0), 0.34), 0.1)
    body = body.blend(f.capsule((0.15, 1.12, 0), (0.66, 1.08 + arm, 0), 0.17, 0.16).both_sides(), 0.1)
    body = body.blend(f.capsule((0.14, 0.7, 0), (0.33, 0.19, 0), 0.2, 0.19).both_sides(), 0.1)
    flat = f.Field(
        lambda p: np.maximum(body.distance(p * (1, 1, 0)), np.abs(p[:, 2]) - 0.12) - 0.03,
        body.low - 0.05,
        body.high + 0.05,
    )
    dough, white = np.array(m.srgb("#a8642c")), np.array(m.srgb("#fbf7ee"))
    crumb = noise(rng, 0.12)

    def paint(p: Array) -> Array:
        front = p[:, 2] > 0.1
        edge = body.distance(p * (1, 1, 0))
        line = (np.abs(edge + 0.075) < 0.028) & front
        cuffs = (
            front
            & (edge < -0.06)
            & (
                (np.abs(np.abs(p[:, 0]) - 0.56 + 0.02 * np.sin(p[:, 1] * 40)) < 0.035)
                & (p[:, 1] > 0.9)
                & (p[:, 1] < 1.35)
            )
        )
        shade = 1 - 0.08 * crumb(p)[:, None]
        return np.where((line | cuffs)[:, None], white, np.clip(dough * shade, 0, 1))

    solid = flat.solid(110)
    eyes = s.mirrored(s.sphere(0.055, 16).translate((0.12, 1.6, 0.15)))
    mouth = s.tube(s.curve([(-0.14, 1.45, 0.15), (0, 1.37, 0.15), (0.14, 1.45, 0.15)], 16), 0.032, 10)
    hues = s.pick(rng, (("#d8202f", "#3f9a3a"), ("#3f7ac4", "#d8202f"), ("#f2c02e", "#d8202f")))
    buttons = s.group([s.sphere(0.062, 18).scale((1, 1, 0.6)).translate((0, y, 0.15)) for y in (0.72, 0.92, 1.12)])
    bow = s.mirrored(s.ellipsoid(0.1, 0.065, 0.05, 18).translate((0.09, 1.24, 0.16)))
    parts = [
        Part("dough", solid, stuff("gingerbread", "#a8642c", 0.9), 180, paint),
        Part("eyes", eyes, CHOCOLATE, 60),
        Part("mouth", mouth, icing("#fbf7ee"), 60),
        Part("buttons", buttons, icing(hues[0]), 60),
        Part("bow", bow, icing(hues[1]), 60),
    ]
    return finished(parts, rng.uniform(0.06, 0.075))


@sculpture("milkshake", size=(0.15, 0.4), synonyms=("shake", "smoothie"), kinds=("frappe", "ice cream soda", "sundae"))
def milkshake(rng: np.random.Generator) -> Sculpture:
    """In a tall footed glass with cream, a cherry and a straw."""
    hue, stripe = s.pick(
        rng, (("#f6e8c4", "#d8304a"), ("#7a4a2e", "#e8d8c0"), ("#f2a3b8", "#d8304a"), ("#a8d8a0", "#f4f4ee"))
    )
    outer = [
        (0, 0),
        (0.36, 0.0),
        (0.37, 0.05),
        (0.12, 0.12),
        (0.13, 0.24),
        (0.26, 0.4),
        (0.36, 0.9),
        (0.45, 1.7),
        (0.47, 1.72),
    ]
    glass = s.lathe(s.profile(outer, 40), 0.03, 48)
    drink = s.revolve(
        s.profile([(0, 0.28), (0.14, 0.28), (0.25, 0.44), (0.35, 0.92), (0.432, 1.66), (0, 1.68)], 32), 44
    )
    foot = s.revolve([(0, 0.001), (0.365, 0.001), (0.36, 0.05), (0.12, 0.13), (0.12, 0.26), (0, 0.3)], 44)
    swirl = s.union(
        [
            s.swell(
                s.torus(r, h, 48, 14).translate((0.03 * k, 1.74 + 0.15 * k, 0)).refine_to_length(0.07),
                lambda p: 1 + 0.06 * np.sin(9 * np.arctan2(p[:, 0], p[:, 2])),
            )
            for k, (r, h) in enumerate(((0.3, 0.15), (0.2, 0.13), (0.09, 0.11)))
        ]
    )
    core = s.cone(0.5, 0.36, 32).translate((0, 1.66, 0))
    straw = s.rod((-0.12, 1.2, -0.05), (-0.42, 2.45, -0.16), 0.05, segments=16).refine_to_length(0.04)
    a, b = np.array(m.srgb("#f6f4ee")), np.array(m.srgb(stripe))
    parts = [
        Part("shake", drink, stuff("shake", hue, 0.4), 50),
        Part("foot", foot, m.GLASS.coloured("#cfdfe2", "foot"), 50),
        Part("glass", glass, m.GLASS, 50),
        Part("cream", swirl + core, CREAM, 50),
        Part("cherry", s.sphere(0.12, 24).translate((0.06, 2.24, 0)), peel("#c2182a", 0.15), 60),
        Part("stalk", s.tube(s.curve([(0.06, 2.33, 0), (0.1, 2.48, 0), (0.2, 2.56, 0)], 8), 0.022, 8), m.STEM, 60),
        Part(
            "straw",
            straw,
            m.PLASTIC,
            50,
            lambda p: mix(np.tile(a, (len(p), 1)), b, (np.sin(p[:, 1] * 26) > 0).astype(float)),
        ),
    ]
    return finished(parts, rng.uniform(0.085, 0.1))


@sculpture(
    "soda can",
    size=(0.11, 0.2),
    synonyms=("can of soda", "cola can", "drink can"),
    kinds=("beer can", "can of beer", "pop can", "aluminum can"),
)
def soda_can(rng: np.random.Generator) -> Sculpture:
    """Aluminium, a printed coat, a tab."""
    hue, mark = s.pick(
        rng,
        (
            ("#c8202a", "#f6f4ee"),
            ("#1f4fae", "#f6f4ee"),
            ("#2f8f3a", "#f2d83a"),
            ("#f08a1e", "#f6f4ee"),
            ("#26262b", "#d8b04a"),
        ),
    )
    coat = s.revolve(
        s.profile([(0, 0.006), (0.026, 0.006), (0.033, 0.011), (0.033, 0.108), (0.0285, 0.118), (0, 0.118)], 60), 64
    ).refine_to_length(0.006)
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(mark))
    bend = rng.uniform(0.6, 1.0)

    def paint(p: Array) -> Array:
        q = np.arctan2(p[:, 0], p[:, 2])
        wave = np.abs(p[:, 1] - 0.056 - 0.02 * np.sin(2 * q) * bend) < 0.008 + 0.005 * np.cos(q)
        rings = (np.abs(p[:, 1] - 0.101) < 0.0022) | (np.abs(p[:, 1] - 0.016) < 0.0022)
        disc = (np.hypot(np.abs(q) - 0.0, (p[:, 1] - 0.06) * 30) < 0.42) | (
            np.hypot(np.abs(q) - np.pi, (p[:, 1] - 0.06) * 30) < 0.42
        )
        return mix(np.tile(a, (len(p), 1)), b, (wave | rings | disc).astype(float))

    ends = s.union(
        [
            s.revolve([(0, 0.004), (0.019, 0.004), (0.0235, 0.0), (0.0265, 0.001), (0.029, 0.008), (0, 0.01)], 56),
            s.revolve(
                [
                    (0, 0.112),
                    (0.0283, 0.117),
                    (0.0262, 0.1215),
                    (0.0265, 0.1235),
                    (0.0245, 0.1235),
                    (0.0235, 0.12),
                    (0, 0.1195),
                ],
                56,
            ),
        ]
    )
    tab = (
        s.extrude(s.circle(0.0062, 28, 0.011), 0.002, 0.0004, [s.circle(0.0036, 20, 0.004, (0, -0.005))])
        .rotate((-90, 0, 0))
        .translate((0, 0.1213, 0.004))
    )
    hole = s.ellipsoid(0.0075, 0.0008, 0.0055, 24).translate((0, 0.1197, -0.013))
    parts = [
        Part("coat", coat, m.PAINT.coloured(hue, "coat"), 40, paint),
        Part("ends", ends, m.SILVER, 40),
        Part("tab", tab, m.STEEL),
        Part("mouth", hole, m.DARK_STEEL, 60),
    ]
    return finished(parts, rng.uniform(0.97, 1.1), {"hand": (0, 0.06, 0)})


@sculpture(
    "jam jar",
    size=(0.09, 0.25),
    synonyms=("jar of jam", "jam"),
    kinds=("marmalade", "jelly jar", "preserves", "mason jar"),
)
def jam_jar(rng: np.random.Generator) -> Sculpture:
    """Glass full of jam, with a label, under a checked cloth or a lid of tin."""
    hue = s.pick(rng, ("#a8142a", "#5a1f5a", "#c42838", "#e07a1a"))
    glass = s.revolve(
        s.profile(
            [(0, 0), (0.36, 0.0), (0.42, 0.05), (0.43, 0.4), (0.43, 0.66), (0.36, 0.8), (0.34, 0.9), (0, 0.9)], 44
        ),
        56,
    )
    paper = (s.cylinder(0.36, 0.445, segments=64) - s.cylinder(1, 0.42, segments=56).translate((0, -0.1, 0))).translate(
        (0, 0.18, 0)
    )
    paper = paper ^ s.box(0.62, 2, 1).translate((0, -0.5, 0.5))
    fruit = s.group(
        [
            s.sphere(0.055, 16).translate((dx, 0.36 + dy, 0.445 - 0.6 * dx * dx))
            for dx, dy in ((-0.07, 0.03), (0.07, 0.03), (0.0, -0.05))
        ]
    )
    lines = s.box(0.3, 0.025, 0.03).translate((0, 0.22, 0.43))
    sprig = s.mirrored(s.ellipsoid(0.07, 0.03, 0.02, 16).rotate((0, 0, 20)).translate((0.05, 0.455, 0.44)))
    parts = [
        Part("jam", glass, m.Material("jam", m.srgb(hue), 0.12), 50),
        Part("label", paper, m.PAPER.coloured("#f6efdc", "label")),
        Part("fruit", fruit, peel(hue, 0.3), 60),
        Part("lines", lines, m.BLACK),
        Part("sprig", sprig, m.LEAF, 60),
    ]
    if s.chance(rng, 0.55):
        a, b = np.array(m.srgb("#f4f0e6")), np.array(m.srgb(s.pick(rng, ("#c8303a", "#3a64b0", "#c8303a"))))
        cloth = s.revolve(
            s.profile(
                [(0, 1.06), (0.36, 1.05), (0.41, 1.0), (0.4, 0.9), (0.5, 0.76), (0.47, 0.74), (0.36, 0.86), (0.0, 0.9)],
                40,
            ),
            96,
        ).refine_to_length(0.04)
        frill = s.swell(
            cloth,
            lambda p: 1 + 0.09 * np.sin(12 * np.arctan2(p[:, 0], p[:, 2])) * np.clip((0.88 - p[:, 1]) / 0.1, 0, 1),
        )
        paint = lambda p: a + (b - a) * (0.5 * (np.sin(p[:, 0] * 28) > 0) + 0.5 * (np.sin(p[:, 2] * 28) > 0))[:, None]  # noqa: E731
        parts += [
            Part("cloth", frill, m.CLOTH.coloured("#c8303a", "cloth"), 40, paint),
            Part("string", s.torus(0.405, 0.025, 48, 10).translate((0, 0.89, 0)), m.ROPE, 60),
        ]
    else:
        lid = s.cylinder(0.15, 0.4, segments=56, bevel=0.03).translate((0, 0.86, 0))
        ribs = s.around(s.box(0.03, 0.11, 0.03).translate((0, 0.88, 0.395)), 36)
        parts.append(Part("lid", lid + ribs, s.pick(rng, (m.GOLD, m.RED, m.WHITE)), 30))
    return finished(parts, rng.uniform(0.095, 0.12))


@sculpture(
    "ketchup bottle",
    size=(0.15, 0.35),
    synonyms=("ketchup", "bottle of ketchup", "catsup"),
    kinds=("sauce bottle", "catsup bottle"),
)
def ketchup_bottle(rng: np.random.Generator) -> Sculpture:
    """A red squeeze bottle with a label and a white cap."""
    hue = s.pick(rng, ("#c41f1c", "#b81a18", "#cc2a20", "#c41f1c"))
    slim = rng.uniform(0.62, 0.75)
    outline = [
        (0, 0),
        (0.34, 0.0),
        (0.4, 0.06),
        (0.37, 0.5),
        (0.41, 0.95),
        (0.36, 1.25),
        (0.2, 1.48),
        (0.18, 1.56),
        (0, 1.56),
    ]
    body = s.revolve(s.profile(outline, 48), 56).scale((1, 1, slim))
    cap = s.revolve(
        s.profile([(0, 1.5), (0.22, 1.5), (0.23, 1.54), (0.21, 1.72), (0.11, 1.78), (0.08, 1.98), (0.0, 2.0)], 28), 40
    )
    label = s.revolve([(0.3, 0.22), (0.405, 0.22), (0.394, 0.5), (0.42, 0.86), (0.3, 0.86)], 64).scale((1, 1, slim))
    face = label ^ s.box(0.58, 3, 2).translate((0, -0.5, 1.0))
    tomato = s.ellipsoid(0.13, 0.12, 0.05, 24).translate((0, 0.52, 0.385 * slim))
    green = s.extrude(s.star(5, 0.085, 0.03), 0.06).translate((0, 0.64, 0.4 * slim))
    bar = s.box(0.42, 0.06, 0.06).translate((0, 0.31, 0.37 * slim)) + s.box(0.42, 0.06, 0.06).translate(
        (0, 0.74, 0.375 * slim)
    )
    parts = [
        Part("bottle", body, m.PLASTIC.coloured(hue, "bottle"), 50),
        Part(
            "cap",
            cap,
            m.PLASTIC.coloured("#f4f2ec", "cap") if s.chance(rng, 0.75) else m.PLASTIC.coloured("#3a8a3a", "cap"),
            40,
        ),
        Part("label", face, m.PAPER.coloured("#f8f4e6", "label")),
        Part("tomato", tomato, peel("#d8301f"), 60),
        Part("leaf", green, m.LEAF),
        Part("bars", bar, m.PLASTIC.coloured("#3a8a3a", "bars")),
    ]
    return finished(parts, rng.uniform(0.1, 0.115), {"hand": (0, 0.8, 0)})
