"""Trees: trunks that fork, and crowns of leaf balls, needles or fronds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import leaf

Array = NDArray[np.float64]


def branches(
    rng: np.random.Generator, trunk: float, radius: float, count: int, spread: float, rise: float
) -> tuple[s.Solid, Array]:
    """A trunk with forks, and the places [N, 3] where its twigs end."""
    lean = rng.uniform(-0.05, 0.05, 2)
    path = s.curve([(0, 0, 0), (lean[0], trunk * 0.5, lean[1]), (lean[0] * 2, trunk, lean[1] * 2)], 16)
    flare = s.interpolate([radius * 1.7, radius * 1.05, radius * 0.9, radius * 0.7], 16)
    solids, ends = [s.tube(path, flare, 14)], []
    turn = rng.uniform(0, 2 * np.pi)
    for k in range(count):
        turn += 2.4 + rng.uniform(-0.3, 0.3)
        start = path[int(15 - 5 * (k / max(count - 1, 1)))]
        out = spread * rng.uniform(0.7, 1.1)
        end = start + np.array([out * np.sin(turn), rise * rng.uniform(0.7, 1.2), out * np.cos(turn)])
        middle = (start + end) / 2 + (0, -0.06 * rise, 0)
        limb = s.curve([start - (0, 0.04, 0), middle, end], 12)
        solids.append(s.tube(limb, s.interpolate([radius * 0.55, radius * 0.36, radius * 0.14], 12), 9))
        ends.append(end)
        for _ in range(2):
            swing = turn + rng.uniform(-0.9, 0.9)
            twig = middle + np.array([0.5 * out * np.sin(swing), 0.55 * rise, 0.5 * out * np.cos(swing)])
            solids.append(
                s.tube(
                    s.curve([middle, (middle + twig) / 2 + (0, -0.02, 0), twig], 8),
                    s.interpolate([radius * 0.3, radius * 0.1], 8),
                    7,
                )
            )
            ends.append(twig)
    return s.union(solids), np.array([*ends, path[-1] + (0, rise * 0.9, 0)])


def crown(
    rng: np.random.Generator, ends: Array, size: float, flat: float, dots: int, dot: float
) -> tuple[s.Solid, s.Solid]:
    """Balls of leaves about the ends of twigs, and tufts on them that break their outline."""
    balls = [
        s.ellipsoid(size * a, size * flat * a, size * a, 20).translate(at(p))
        for p, a in zip(ends, rng.uniform(0.75, 1.15, len(ends)), strict=True)
    ]
    whole = s.roughened(s.union(balls), rng, size * 0.1, size * 0.45, size * 0.3)
    points, normals = s.scattered(whole, rng, dots, dot * 1.1)
    tufts = [
        s.aim(s.ellipsoid(dot, dot * 0.7, dot, 6), n).translate(at(p)) for p, n in zip(points, normals, strict=True)
    ]
    return whole, s.group(tufts)


def _broad(
    rng: np.random.Generator, bark: m.Material, foliage: m.Material, tall: float, wide: float, fruit: str = ""
) -> list[Part]:
    wood, ends = branches(rng, tall, 0.085, 6, wide, 0.42)
    whole, tufts = crown(rng, ends, 0.3, 0.85, 260, 0.055)
    parts = [
        Part("trunk", wood, bark, 60),
        Part("crown", whole, foliage, 180),
        Part("leaves", tufts, foliage.shaded(1.18), 60),
    ]
    if fruit:
        points, normals = s.scattered(whole, rng, 26, 0.16)
        parts.append(
            Part(
                "fruit",
                s.group(
                    [s.sphere(0.045, 14).translate(at(p + n * 0.04)) for p, n in zip(points, normals, strict=True)]
                ),
                m.Material("fruit", m.srgb(fruit), 0.3),
                60,
            )
        )
    return parts


@sculpture("oak tree", size=(4, 26))
def oak_tree(rng: np.random.Generator) -> Sculpture:
    """Broad and green."""
    return finished(_broad(rng, m.BARK, m.LEAF.varied(rng), 0.55, 0.5), rng.uniform(5, 9))


@sculpture("autumn tree", size=(4, 26), synonyms=("fall tree",))
def autumn_tree(rng: np.random.Generator) -> Sculpture:
    """In red, orange or gold."""
    return finished(
        _broad(rng, m.BARK, m.LEAF.coloured(s.pick(rng, ("#d9701f", "#c2402a", "#e0a52a"))), 0.6, 0.45),
        rng.uniform(4, 8),
    )


@sculpture("cherry blossom tree", size=(3, 14), synonyms=("cherry tree", "sakura", "sakura tree"))
def cherry_blossom_tree(rng: np.random.Generator) -> Sculpture:
    """In pink."""
    return finished(
        _broad(rng, m.BARK.shaded(0.8), m.LEAF.coloured(s.pick(rng, ("#f2b6c6", "#f0a3ba", "#f7d3dc"))), 0.6, 0.52),
        rng.uniform(3, 5),
    )


@sculpture("apple tree", size=(3, 14))
def apple_tree(rng: np.random.Generator) -> Sculpture:
    """With red apples."""
    return finished(_broad(rng, m.BARK, m.LEAF.varied(rng), 0.5, 0.45, "#c9201f"), rng.uniform(2.5, 4))


@sculpture("orange tree", size=(2.5, 14))
def orange_tree(rng: np.random.Generator) -> Sculpture:
    """With oranges."""
    return finished(_broad(rng, m.BARK, m.DARK_LEAF.varied(rng), 0.5, 0.42, "#ee8a1c"), rng.uniform(2.2, 3.2))


@sculpture("birch", size=(4, 22), synonyms=("birch tree",), plural="birches")
def birch(rng: np.random.Generator) -> Sculpture:
    """A white trunk with black marks."""
    parts = _broad(rng, m.BIRCH_BARK, m.LEAF.coloured("#8fb04a"), 0.95, 0.3)
    marks = s.group(
        [
            s.box(rng.uniform(0.04, 0.09), 0.014, 0.02)
            .translate((0, y, 0.082))
            .rotate((0, float(rng.uniform(0, 360)), 0))
            for y in rng.uniform(0.1, 0.8, 14)
        ]
    )
    return finished([*parts, Part("marks", marks, m.BLACK, 20)], rng.uniform(4, 7))


@sculpture("dead tree", size=(3, 16), synonyms=("bare tree", "spooky tree"))
def dead_tree(rng: np.random.Generator) -> Sculpture:
    """No leaves."""
    wood, ends = branches(rng, 0.8, 0.1, 9, 0.55, 0.4)
    twigs = [
        s.tube(
            s.curve(
                [e, e + rng.uniform(-0.12, 0.12, 3) + (0, 0.1, 0), e + rng.uniform(-0.22, 0.22, 3) + (0, 0.16, 0)], 6
            ),
            s.interpolate([0.014, 0.004], 6),
            6,
        )
        for e in ends
        for _ in range(2)
    ]
    return finished(
        [Part("wood", s.union([wood, *twigs]), m.BARK.coloured(s.pick(rng, ("#5b4a3f", "#6f655c", "#3f3733"))), 60)],
        rng.uniform(3.5, 6),
    )


def _scalloped(count: int, radius: float) -> Callable[[Array], Array]:
    def wave(p: Array) -> Array:
        out = np.clip(np.hypot(p[:, 0], p[:, 2]) / radius, 0, 1)
        scale = 1 + 0.1 * np.cos(count * np.arctan2(p[:, 0], p[:, 2])) * out
        return np.stack([p[:, 0] * scale, p[:, 1], p[:, 2] * scale], 1)

    return wave


def _conifer(rng: np.random.Generator, foliage: m.Material, snow: bool) -> list[Part]:
    tiers = int(rng.integers(5, 8))
    layers, caps = [], []
    for k in range(tiers):
        share = k / (tiers - 1)
        radius, y, high = 0.52 * (1 - share) + 0.13, 0.32 + 1.2 * share, 0.42 - 0.12 * share
        skirt = s.revolve(
            s.profile(
                [
                    (0, y + high),
                    (radius * 0.3, y + high * 0.55),
                    (radius, y),
                    (radius * 0.9, y - 0.03),
                    (0.05, y + 0.12),
                    (0, y + 0.12),
                ],
                30,
            ),
            44,
        )
        ripple = int(rng.integers(9, 13))
        layers.append(s.warp(skirt, _scalloped(ripple, radius)).rotate((0, float(rng.uniform(0, 360)), 0)))
        if snow:
            caps.append(
                layers[-1].scale((0.93, 1, 0.93)).translate((0, 0.045, 0)).trim_by_plane((0, 1, 0), y + high * 0.16)
            )
    trunk = s.cylinder(0.5, 0.09, 0.06, 16)
    parts = [Part("trunk", trunk, m.BARK, 50), Part("needles", s.group(layers), foliage, 40)]
    return parts + ([Part("snow", s.group(caps), m.SNOW, 50)] if snow else [])


@sculpture("fir tree", size=(3, 25), synonyms=("fir", "spruce", "evergreen tree", "conifer"))
def fir_tree(rng: np.random.Generator) -> Sculpture:
    """Tiers of needles."""
    return finished(_conifer(rng, m.NEEDLES.varied(rng), False), rng.uniform(3, 7))


@sculpture("snowy fir tree", size=(3, 25), synonyms=("snow covered tree", "snowy tree"))
def snowy_fir_tree(rng: np.random.Generator) -> Sculpture:
    """Tiers of needles under snow."""
    return finished(_conifer(rng, m.NEEDLES.varied(rng), True), rng.uniform(3, 6))


@sculpture("willow", size=(4, 22), synonyms=("willow tree", "weeping willow"))
def willow(rng: np.random.Generator) -> Sculpture:
    """Hanging withes."""
    wood, ends = branches(rng, 0.75, 0.1, 7, 0.5, 0.4)
    withes = []
    for end in ends:
        for _ in range(7):
            turn, out = rng.uniform(0, 2 * np.pi), rng.uniform(0.05, 0.26)
            low = max(0.08, end[1] - rng.uniform(0.5, 0.95))
            tip = np.array([end[0] * 1.2 + out * np.sin(turn), low, end[2] * 1.2 + out * np.cos(turn)])
            path = s.curve(
                [
                    end + (0, -0.02, 0),
                    (end + tip) / 2 + (0, 0.28, 0) + 0.3 * np.array([tip[0] - end[0], 0, tip[2] - end[2]]),
                    tip,
                ],
                9,
            )
            withes.append(s.tube(path, s.interpolate([0.045, 0.05, 0.04, 0.012], 9), 6))
    dome, _ = crown(rng, ends, 0.24, 0.7, 10, 0.05)
    green = m.LEAF.coloured("#86a548")
    return finished(
        [
            Part("trunk", wood, m.BARK, 60),
            Part("crown", dome, green, 180),
            Part("withes", s.group(withes), green.shaded(1.1), 60),
        ],
        rng.uniform(4, 7),
    )


def frond(length: float, width: float, droop: float) -> s.Solid:
    """A palm's leaf from the origin along +Z, drooping: a rib with leaflets."""
    rib = s.curve([(0, 0, 0), (0, 0.16 * length, 0.45 * length), (0, -droop * length, length)], 20)
    blades = [s.tube(rib, s.interpolate([0.02, 0.014, 0.005], 20), 6)]
    for k in range(2, 20):
        side = width * np.sin(np.pi * (k / 20) ** 0.7) + 0.02
        for sign in (1, -1):
            tip = rib[k] + np.array([sign * side, -0.25 * side, 0.3 * side])
            blades.append(
                s.tube(
                    np.array([rib[k], (rib[k] + tip) / 2 + (0, 0.02, 0), tip]),
                    np.array([(0.006, 0.02), (0.006, 0.022), (0.003, 0.004)]),
                    6,
                    up=(0, 1, 0),
                )
            )
    return s.group(blades)


@sculpture("palm", size=(3, 22), synonyms=("date palm",))
def palm(rng: np.random.Generator) -> Sculpture:
    """A bent trunk with rings, fronds and nuts."""
    lean = rng.uniform(0.1, 0.45)
    path = s.curve([(0, 0, 0), (lean * 0.3, 0.7, 0), (lean, 1.6, 0)], 40)
    radii = s.interpolate([0.13, 0.085, 0.075, 0.07], 40) * (1 + 0.07 * np.cos(np.arange(40) * 2 * np.pi / 2.5))
    trunk = s.tube(path, radii, 16)
    top = path[-1]
    fronds = s.group(
        [
            frond(rng.uniform(0.75, 0.95), 0.2, rng.uniform(0.15, 0.5))
            .rotate((float(rng.uniform(-14, 8)), 360 / 11 * k + float(rng.uniform(-8, 8)), 0))
            .translate(at(top))
            for k in range(11)
        ]
    )
    nuts = s.group(
        [s.sphere(0.075, 18).translate(at(top + (0.09 * np.sin(t), -0.07, 0.09 * np.cos(t)))) for t in (0.4, 2.2, 4.4)]
    )
    return finished(
        [
            Part("trunk", trunk, m.BARK.coloured("#8a6a48"), 40),
            Part("fronds", fronds, m.LEAF.coloured("#4a8f3a"), 40),
            Part("coconuts", nuts, m.BARK, 60),
        ],
        rng.uniform(3, 6),
    )


@sculpture("bush", size=(0.5, 4), synonyms=("shrub",), plural="bushes")
def bush(rng: np.random.Generator) -> Sculpture:
    """Round and low, at times with berries or flowers."""
    ends = np.concatenate([rng.uniform((-0.32, 0.2, -0.3), (0.32, 0.42, 0.3), (8, 3)), [(0, 0.45, 0)]])
    whole, tufts = crown(rng, ends, 0.24, 0.9, 240, 0.045)
    green = m.LEAF.varied(rng, 0.15)
    parts = [
        Part("leaves", whole.trim_by_plane((0, 1, 0), 0.0), green, 180),
        Part("tufts", tufts.trim_by_plane((0, 1, 0), 0.0), green.shaded(1.2), 60),
    ]
    if s.chance(rng, 0.5):
        points, normals = s.scattered(whole, rng, 30, 0.1)
        dots = [
            s.sphere(0.028, 12).translate(at(p + n * 0.03)) for p, n in zip(points, normals, strict=True) if p[1] > 0.06
        ]
        parts.append(
            Part(
                "berries",
                s.group(dots),
                m.Material("berry", m.srgb(s.pick(rng, ("#c9201f", "#f2f0ea", "#e06aa0"))), 0.4),
                60,
            )
        )
    return finished(parts, rng.uniform(0.8, 1.6))


@sculpture("bamboo", size=(1, 9), plural="bamboo")
def bamboo(rng: np.random.Generator) -> Sculpture:
    """Jointed canes with leaves."""
    canes, rings, leaves = [], [], []
    for _ in range(int(rng.integers(5, 8))):
        x, z, high = *rng.uniform(-0.22, 0.22, 2), rng.uniform(1.2, 1.9)
        lean = rng.uniform(-0.06, 0.06, 2)
        top = np.array([x + lean[0], high, z + lean[1]])
        canes.append(s.rod((x, 0, z), at(top), 0.034, 0.026, 14))
        for y in np.arange(0.2, high, 0.24):
            share = y / high
            point = np.array([x, 0, z]) * (1 - share) + top * share
            rings.append(s.torus(0.034, 0.008, 16, 8).translate(at(point)))
            if y > high * 0.35:
                turn = rng.uniform(0, 360)
                leaves += [
                    leaf(0.3, 0.06, 0.008, 40, 3).rotate((float(rng.uniform(35, 80)), turn + d, 0)).translate(at(point))
                    for d in (0, 40)
                ]
    green = m.STEM.coloured(s.pick(rng, ("#7fa548", "#a3a848")))
    return finished(
        [
            Part("canes", s.group(canes), green, 60),
            Part("joints", s.group(rings), green.shaded(0.75), 60),
            Part("leaves", s.group(leaves), m.LEAF, 40),
        ],
        rng.uniform(1.2, 3.0),
    )
