"""Flowers, cut and in pots."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import leaf

Array = NDArray[np.float64]


def petal_stuff(colour: str) -> m.Material:
    """The surface of a petal."""
    return m.Material("petal", m.srgb(colour), 0.7)


def stem_of(high: float, radius: float, lean: float) -> s.Solid:
    """A stem from the ground to (lean, high, 0)."""
    return s.tube(
        s.curve([(0, 0, 0), (lean * 0.2, high * 0.5, 0), (lean, high, 0)], 20),
        s.interpolate([radius * 1.2, radius, radius * 0.9], 20),
        12,
    )


def cup(radius: float, high: float, wide: float, curl: float, thick: float = 0.016) -> s.Solid:
    """A petal: part of a bell about +Y, wide degrees of it, its rim curled outwards."""
    t, a = np.linspace(0, 1, 12), np.radians(np.linspace(-wide / 2, wide / 2, 13))
    rows = []
    for share in t:
        narrow = 1 - 0.55 * share**4
        r = radius * (0.25 + 0.75 * np.sin(np.pi / 2 * min(1.0, share * 1.25))) + curl * max(0.0, share - 0.6) ** 2
        rows.append(
            np.stack(
                [
                    r * np.sin(a * narrow),
                    np.full(13, high * share) - 0.12 * high * share * (a / a[-1]) ** 2,
                    r * np.cos(a * narrow),
                ],
                1,
            )
        )
    outer = np.array(rows)
    inner = outer * (1 - thick / radius, 1, 1 - thick / radius) + (0, thick * 0.3, 0)
    grid = np.concatenate([outer.reshape(-1, 3), inner.reshape(-1, 3)])
    n, w = 12, 13
    faces = []
    for i in range(n - 1):
        for j in range(w - 1):
            p, q, u, v = i * w + j, i * w + j + 1, (i + 1) * w + j, (i + 1) * w + j + 1
            faces += [(p, q, v), (p, v, u)]
            o = n * w
            faces += [(o + p, o + v, o + q), (o + p, o + u, o + v)]
    rim = (
        [j for j in range(w)]
        + [i * w + w - 1 for i in range(1, n)]
        + [(n - 1) * w + j for j in range(w - 2, -1, -1)]
        + [i * w for i in range(n - 2, 0, -1)]
    )
    for p, q in zip(rim, rim[1:] + rim[:1], strict=True):
        o = n * w
        faces += [(p, o + q, q), (p, o + p, o + q)]
    return s.from_mesh(grid, faces)


@sculpture("rose", size=(0.2, 1.2))
def rose(rng: np.random.Generator) -> Sculpture:
    """Rings of petals, thorns, leaves."""
    colour = s.pick(rng, ("#b5162a", "#c9203a", "#f0a8b8", "#f4e9d8", "#f2c83a"))
    petals = []
    for ring, (radius, high, count, curl) in enumerate(
        ((0.05, 0.25, 3, 0.0), (0.09, 0.26, 4, 0.0), (0.13, 0.25, 5, 0.2), (0.16, 0.22, 6, 0.5))
    ):
        for k in range(count):
            turn = 360 / count * k + 37 * ring + float(rng.uniform(-6, 6))
            petals.append(cup(radius, high, 420 / count, curl).rotate((0, turn, 0)))
    flower = s.group([*petals, s.ellipsoid(0.05, 0.1, 0.05, 20).translate((0, 0.1, 0))]).translate((0.04, 0.98, 0))
    stalk = stem_of(1.0, 0.02, 0.04)
    thorns = s.group(
        [
            s.cone(0.05, 0.014, 6)
            .rotate((0, 0, -70))
            .translate((0.012, 0, 0))
            .rotate((0, float(rng.uniform(0, 360)), 0))
            .translate((0.01, y, 0))
            for y in np.linspace(0.15, 0.8, 7)
        ]
    )
    sepals = s.around(leaf(0.16, 0.06, 0.012, 40, 5).rotate((100, 0, 0)), 5).translate((0.04, 0.99, 0)) + s.sphere(
        0.045, 18
    ).translate((0.04, 0.97, 0))
    leaves = s.group(
        [
            leaf(0.3, 0.17, 0.012, 35, 6).rotate((62, turn, 0)).translate((0.01, y, 0))
            for turn, y in ((60, 0.4), (215, 0.55), (130, 0.68))
        ]
    )
    return finished(
        [
            Part("petals", flower, petal_stuff(colour), 60),
            Part("stem", stalk + thorns, m.STEM.shaded(0.7), 60),
            Part("sepals", sepals, m.LEAF, 40),
            Part("leaves", leaves, m.DARK_LEAF, 40),
        ],
        rng.uniform(0.35, 0.5),
    )


def _ray_flower(
    rng: np.random.Generator,
    petal: str,
    heart: str,
    count: int,
    length: float,
    width: float,
    disc: float,
    high: float,
    rows: int,
    tilt: float,
) -> list[Part]:
    rays = []
    for row in range(rows):
        for k in range(count):
            turn = 360 / count * (k + 0.5 * row) + float(rng.uniform(-3, 3))
            rays.append(
                leaf(length * (1 - 0.12 * row), width, 0.014, 14, 6)
                .rotate((90 - 8 - 10 * row, 0, 0))
                .translate((0, 0.012 * row, disc * 0.8))
                .rotate((0, turn, 0))
            )
    eye = s.ellipsoid(disc, disc * 0.36, disc, 40)
    points, normals = s.scattered(eye, rng, 150, disc * 0.12)
    seeds = [s.sphere(disc * 0.06, 6).translate(at(p)) for p, n in zip(points, normals, strict=True) if n[1] > 0.3]
    head = (tilt, 0, 0)
    place = (0.05, high, 0.0)
    back = s.cylinder(0.03, disc * 0.9, segments=28).translate((0, -0.04, 0))
    parts = [
        Part("petals", s.group(rays).rotate(head).translate(place), petal_stuff(petal), 40),
        Part("heart", eye.rotate(head).translate(place), petal_stuff(heart), 60),
        Part("seeds", s.group(seeds).rotate(head).translate(place), petal_stuff(heart).shaded(1.4), 60),
        Part("back", back.rotate(head).translate(place), m.STEM, 40),
    ]
    return [*parts, Part("stem", stem_of(high, 0.028, 0.05), m.STEM, 60)]


@sculpture("sunflower", size=(0.8, 4))
def sunflower(rng: np.random.Generator) -> Sculpture:
    """A brown disc, yellow rays, broad leaves."""
    parts = _ray_flower(rng, "#f2b81d", "#4a2f1a", 20, 0.3, 0.11, 0.22, 1.4, 2, rng.uniform(50, 75))
    leaves = s.group(
        [
            leaf(0.42, 0.3, 0.014, 40, 6).rotate((60, turn, 0)).translate((0.015, y, 0))
            for turn, y in ((70, 0.4), (250, 0.6), (150, 0.8), (330, 0.95))
        ]
    )
    return finished([*parts, Part("leaves", leaves, m.LEAF, 40)], rng.uniform(0.8, 1.3))


@sculpture("daisy", size=(0.15, 1.2), plural="daisies", synonyms=("camomile",))
def daisy(rng: np.random.Generator) -> Sculpture:
    """White rays about yellow."""
    parts = _ray_flower(
        rng,
        s.pick(rng, ("#f7f6f1", "#f7f6f1", "#f0b6c6")),
        "#f0b81d",
        16,
        0.32,
        0.11,
        0.14,
        0.95,
        1,
        rng.uniform(30, 60),
    )
    leaves = s.group(
        [leaf(0.3, 0.1, 0.012, 30, 6).rotate((70, turn, 0)).translate((0.0, 0.05, 0)) for turn in (20, 120, 200, 300)]
    )
    return finished([*parts, Part("leaves", leaves, m.LEAF, 40)], rng.uniform(0.25, 0.4))


@sculpture("tulip", size=(0.2, 1.0))
def tulip(rng: np.random.Generator) -> Sculpture:
    """A cup of six petals."""
    colour = s.pick(rng, ("#d1202f", "#f2b82a", "#e06aa0", "#7a3f9a", "#f2efe6", "#ee7a2a"))
    petals = s.group(
        [cup(0.16 - 0.02 * (k % 2), 0.4, 85, -0.2, 0.02).rotate((0, 60 * k, 0)) for k in range(6)]
    ).translate((0.03, 0.95, 0))
    base = s.ellipsoid(0.055, 0.05, 0.055, 24).translate((0.03, 0.97, 0))
    leaves = s.group(
        [leaf(0.85, 0.2, 0.014, 30, 8).rotate((14, turn, 0)).translate((0, 0.02, 0)) for turn in (30, 210)]
    )
    return finished(
        [
            Part("petals", petals + base, petal_stuff(colour), 60),
            Part("stem", stem_of(0.97, 0.026, 0.03), m.STEM, 60),
            Part("leaves", leaves, m.LEAF.coloured("#5f9a5a"), 40),
        ],
        rng.uniform(0.3, 0.45),
    )


@sculpture("lotus", size=(0.2, 1.0), synonyms=("water lily",), plural="lotuses")
def lotus(rng: np.random.Generator) -> Sculpture:
    """Open, on its pads."""
    colour = s.pick(rng, ("#f2a8c0", "#f7eef0", "#e07aa8"))
    petals = []
    for row, (count, up, length) in enumerate(((10, 18, 0.5), (9, 38, 0.48), (7, 60, 0.42))):
        petals += [
            leaf(length, 0.22, 0.016, -34, 6)
            .rotate((90 - up, 0, 0))
            .translate((0, 0.06 + 0.02 * row, 0.05))
            .rotate((0, 360 / count * k + 18 * row, 0))
            for k in range(count)
        ]
    heart = s.revolve(s.profile([(0, 0.08), (0.07, 0.1), (0.1, 0.24), (0, 0.26)], 16), 28)
    threads = s.around(s.rod((0, 0.1, 0.09), (0, 0.28, 0.14), 0.008, segments=6), 18)
    pad = (
        s.extrude(np.concatenate([[(0.0, 0.0)], s.arc(0.55, 12, 348, 40)]), 0.025)
        .rotate((90, 0, 0))
        .translate((0, 0.02, 0))
    )
    pads = s.group(
        [pad.rotate((0, 40, 0)).translate((0.3, 0, 0.1)), pad.rotate((0, 190, 0)).translate((-0.34, 0.012, -0.12))]
    )
    return finished(
        [
            Part("petals", s.group(petals), petal_stuff(colour), 40),
            Part("heart", heart, petal_stuff("#c9c23a"), 50),
            Part("threads", threads, petal_stuff("#f0c84a"), 50),
            Part("pads", pads, m.LEAF, 20),
        ],
        rng.uniform(0.25, 0.4),
    )


@sculpture("bouquet", size=(0.3, 1.2), synonyms=("bunch of flowers", "flowers"))
def bouquet(rng: np.random.Generator) -> Sculpture:
    """Five kinds in paper."""
    colours = rng.permutation(np.array(["#d1202f", "#f2b82a", "#e06aa0", "#7a3f9a", "#f7f6f1", "#ee7a2a", "#5a7fd0"]))
    parts: list[Part] = []
    spots = (
        [(0.0, 0.9, 0.05)]
        + [(0.2 * np.sin(t), 0.82, 0.2 * np.cos(t)) for t in np.linspace(0, 2 * np.pi, 7)[:-1]]
        + [(0.33 * np.sin(t), 0.7, 0.33 * np.cos(t)) for t in np.linspace(0.3, 2 * np.pi + 0.3, 9)[:-1]]
    )
    heads: dict[str, list[s.Solid]] = {}
    for k, spot in enumerate(spots):
        out = np.array([spot[0], 0.5, spot[2]])
        rays = s.union(
            [
                s.ellipsoid(0.045, 0.016, 0.075, 14).translate((0, 0.012, 0.075)).rotate((0, 51.4 * j, 0))
                for j in range(7)
            ]
        )
        heads.setdefault(str(colours[k % 5]), []).append(s.aim(rays, out).translate(at(np.array(spot))))
    hearts = s.group(
        [s.sphere(0.042, 14).translate(at(np.array(p) + 0.02 * np.array([p[0], 0.5, p[2]]))) for p in spots]
    )
    stems = s.group([s.rod((p[0] * 0.12, 0.02, p[2] * 0.12), at(np.array(p)), 0.012, segments=6) for p in spots])
    greens = s.group(
        [
            leaf(0.34, 0.12, 0.01, 30, 5)
            .rotate((34, turn, 0))
            .translate((0.14 * np.sin(np.radians(turn)), 0.5, 0.14 * np.cos(np.radians(turn))))
            for turn in range(0, 360, 40)
        ]
    )
    paper = s.revolve([(0.08, 0.1), (0.3, 0.62), (0.285, 0.62), (0.06, 0.12), (0, 0.12), (0, 0.1)], 40)
    paper = s.heave(
        paper,
        lambda p: 0.035 * np.sin(7 * np.arctan2(p[:, 0], p[:, 2])) * np.clip((p[:, 1] - 0.3) * 3, 0, 1),
        0.05,
    )
    ribbon = s.torus(0.125, 0.022, 36, 10).translate((0, 0.22, 0))
    for colour, solids in heads.items():
        parts.append(Part("petals", s.group(solids), petal_stuff(colour), 50))
    return finished(
        [
            *parts,
            Part("hearts", hearts, petal_stuff("#e8b02a"), 60),
            Part("stems", stems, m.STEM, 50),
            Part("leaves", greens, m.LEAF, 40),
            Part("paper", paper, m.PAPER, 40),
            Part("ribbon", ribbon, m.VELVET, 60),
        ],
        rng.uniform(0.4, 0.55),
    )


@sculpture("cactus", size=(0.15, 6), plural="cacti", words=("tall",))
def cactus(rng: np.random.Generator) -> Sculpture:
    """A saguaro with arms, or a small one in a pot."""
    green = m.Material("cactus", m.srgb(s.pick(rng, ("#4a8a4a", "#5a8f3f", "#3f7a5a"))), 0.7)
    ribs = int(rng.integers(9, 13))

    def column(path: Array, radius: float) -> s.Solid:
        line = s.curve(path, 26)
        taper = np.concatenate(
            [np.full(20, radius), radius * np.sqrt(np.maximum(0.02, 1 - np.linspace(0.05, 0.98, 6) ** 2))]
        )
        angle = np.arange(ribs * 6) * 2 * np.pi / (ribs * 6)
        wave = 1 + 0.1 * np.cos(ribs * angle)
        return s.tube(line, taper, section=np.stack([wave * np.cos(angle), wave * np.sin(angle)], 1))

    solids = [column(np.array([(0, 0, 0), (0, 0.7, 0), (0, 1.4, 0)]), 0.16)]
    for k in range(int(rng.integers(1, 4))):
        turn, y, up = 2.1 * k + rng.uniform(0, 0.8), rng.uniform(0.4, 0.8), rng.uniform(0.3, 0.55)
        out = np.array([np.sin(turn), 0, np.cos(turn)])
        solids.append(
            column(
                np.array(
                    [
                        out * 0.05 + (0, y, 0),
                        out * 0.3 + (0, y + 0.02, 0),
                        out * 0.38 + (0, y + 0.2, 0),
                        out * 0.38 + (0, y + up, 0),
                    ]
                ),
                0.095,
            )
        )
    body = s.union(solids)
    points, normals = s.scattered(body, rng, 170, 0.06)
    spines = s.group([s.rod(at(p), at(p + n * 0.06), 0.005, 0.001, 5) for p, n in zip(points, normals, strict=True)])
    parts = [Part("body", body, green, 40), Part("spines", spines, m.BONE, 40)]
    if s.chance(rng, 0.5):
        pot = s.revolve(
            [
                (0, -0.34),
                (0.22, -0.34),
                (0.3, -0.04),
                (0.34, -0.04),
                (0.35, 0.06),
                (0.28, 0.06),
                (0.27, 0.02),
                (0, 0.02),
            ],
            44,
        )
        flower = s.around(s.ellipsoid(0.03, 0.015, 0.06, 12).translate((0, 1.42, 0.05)), 7)
        parts += [Part("pot", pot, m.CLAY, 40), Part("flower", flower, petal_stuff("#e06aa0"), 50)]
        return finished(parts, rng.uniform(0.15, 0.25))
    return finished(parts, rng.uniform(1.5, 2.6), {})


@sculpture("seedling", size=(0.03, 0.4), synonyms=("sprout",))
def seedling(rng: np.random.Generator) -> Sculpture:
    """Two leaves out of a heap of earth."""
    heap = s.roughened(s.dome(0.4, 0.2, 40), rng, 0.02, 0.1, 0.08)
    stalk = s.tube(s.curve([(0, 0.1, 0), (0.02, 0.4, 0), (0.0, 0.7, 0)], 14), s.interpolate([0.04, 0.03], 14), 12)
    leaves = s.group(
        [leaf(0.42, 0.26, 0.02, 50, 6).rotate((50, turn, 0)).translate((0, 0.68, 0)) for turn in (90, 270)]
    )
    return finished(
        [
            Part("earth", heap.trim_by_plane((0, 1, 0), 0), m.EARTH, 60),
            Part("stem", stalk, m.STEM, 60),
            Part("leaves", leaves, m.LEAF, 40),
        ],
        rng.uniform(0.08, 0.15),
    )


@sculpture("clover", size=(0.04, 0.3), synonyms=("four leaf clover", "shamrock"))
def clover(rng: np.random.Generator) -> Sculpture:
    """Three or four hearts on a stem."""
    count = 4 if s.chance(rng, 0.6) else 3
    heart = s.extrude(
        s.curve(
            [(0, 0), (0.2, 0.2), (0.22, 0.36), (0.1, 0.42), (0, 0.34), (-0.1, 0.42), (-0.22, 0.36), (-0.2, 0.2)],
            48,
            closed=True,
        ),
        0.03,
        0.012,
    )
    petals = (
        s.around(heart.rotate((68, 0, 0)).translate((0, 0.0, 0.01)), count).rotate((22, 0, 0)).translate((0, 0.72, 0))
    )
    return finished(
        [Part("leaves", petals, m.LEAF.coloured("#3f8f3a"), 30), Part("stem", stem_of(0.72, 0.02, 0.0), m.STEM, 60)],
        rng.uniform(0.08, 0.12),
    )
