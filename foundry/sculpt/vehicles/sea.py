"""What floats and dives; bows to +Z."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.vehicles.flying import paint_of


def hull_of(stations: Sequence[tuple[float, float, float, float]], deck: float = 0.0) -> s.Solid:
    """A boat's hull through (z, half width at the deck, deck's y, keel's y); `deck` hollows it to that depth."""
    rings = []
    side = np.linspace(0, np.pi, 15)
    for z, wide, top, keel in sorted(stations):
        x, y = wide * np.cos(side) * (0.75 + 0.25 * np.abs(np.cos(side))), top - (top - keel) * np.sin(side) ** 0.7
        rings.append(np.stack([x, y, np.full(15, z)], 1)[::-1])
    outer = s.loft(np.array(rings))
    if deck <= 0:
        return outer
    inner = outer.scale((0.9, 1, 0.93)).translate((0, 0.0, 0))
    return outer - (
        inner.translate((0, 0.02, 0))
        ^ s.box(9, deck + 9, 9).translate((0, min(t for _, _, t, _ in stations) - deck, 0))
    )


def sail(low: float, high: float, foot: float, head: float, belly: float) -> s.Solid:
    """A square sail about z = 0, bellied to +Z."""
    flat = s.extrude([(-foot / 2, low), (foot / 2, low), (head / 2, high), (-head / 2, high)], 0.018)
    return s.warp(
        flat,
        lambda p: (
            p
            + np.stack(
                [
                    0 * p[:, 0],
                    0 * p[:, 0],
                    belly * np.cos(np.pi * p[:, 0] / (foot * 1.05)) * np.sin(np.pi * (p[:, 1] - low) / (high - low)),
                ],
                1,
            )
        ),
        0.06,
    )


def _ship(rng: np.random.Generator, wood: m.Material, cloth: str, black: bool) -> list[Part]:
    stations = [
        (-0.95, 0.2, 0.62, 0.3),
        (-0.8, 0.27, 0.56, 0.1),
        (-0.4, 0.31, 0.42, 0.0),
        (0.2, 0.31, 0.4, 0.0),
        (0.6, 0.24, 0.45, 0.04),
        (0.9, 0.1, 0.52, 0.2),
        (1.02, 0.015, 0.56, 0.4),
    ]
    hull = hull_of(stations, 0.07)
    stern = s.box(0.42, 0.22, 0.4, 0.01).translate((0, 0.42, -0.74))
    cabin_windows = s.group([s.box(0.07, 0.08, 0.02).translate((x, 0.5, -0.945)) for x in (-0.12, 0, 0.12)])
    rails = s.mirrored(
        s.tube(
            s.curve(
                [
                    (0.2, 0.66, -0.94),
                    (0.27, 0.6, -0.8),
                    (0.31, 0.45, -0.4),
                    (0.31, 0.43, 0.2),
                    (0.24, 0.48, 0.6),
                    (0.1, 0.55, 0.9),
                    (0.02, 0.58, 1.0),
                ],
                48,
            ),
            0.018,
            8,
        )
    )
    strakes = s.mirrored(
        s.tube(
            s.curve(
                [
                    (0.19, 0.5, -0.95),
                    (0.27, 0.42, -0.8),
                    (0.315, 0.31, -0.4),
                    (0.315, 0.29, 0.2),
                    (0.245, 0.34, 0.6),
                    (0.105, 0.43, 0.9),
                ],
                48,
            ),
            0.014,
            8,
        )
    )
    sprit = s.rod((0, 0.54, 0.9), (0, 0.8, 1.45), 0.026, 0.012)
    masts, yards, sails = [sprit], [], []
    for z, high, wide in ((0.5, 1.45, 0.72), (-0.05, 1.75, 0.85), (-0.62, 1.3, 0.6)):
        masts.append(s.rod((0, 0.3, z), (0, high, z), 0.03, 0.016))
        levels = ((0.58, 0.96), (1.0, high * 0.9)) if z > -0.5 else ((0.74, high * 0.9),)
        for k, (low, top) in enumerate(levels):
            shrink = 1 - 0.22 * k
            yards.append(
                s.rod((-wide * shrink / 2 - 0.05, top, z), (wide * shrink / 2 + 0.05, top, z), 0.015, segments=10)
            )
            sails.append(sail(low, top, wide * shrink, wide * shrink * 0.9, 0.14).translate((0, 0, z + 0.03)))
    nest = s.cylinder(0.07, 0.07, 0.09, 20).translate((0, 1.55, -0.05)) - s.cylinder(0.07, 0.06, 0.08, 20).translate(
        (0, 1.57, -0.05)
    )
    flag = (
        s.warp(
            s.extrude([(0, 0), (0.26, 0.0), (0.26, 0.15), (0, 0.15)], 0.012),
            lambda p: p + np.stack([0 * p[:, 0], 0 * p[:, 0], 0.025 * np.sin(p[:, 0] * 20)], 1),
            0.04,
        )
        .rotate((0, 90, 0))
        .translate((0, 1.7, -0.07))
    )
    ropes = s.mirrored(
        s.group(
            [
                s.rod((0.3, 0.44, z + dz), (0.02, high * 0.86, z), 0.006, segments=5)
                for z, high in ((0.5, 1.45), (-0.05, 1.75))
                for dz in (-0.1, 0.0, 0.1)
            ]
        )
    )
    stays = s.group(
        [
            s.rod((0, 0.8, 1.4), (0, 1.4, 0.5), 0.006, segments=5),
            s.rod((0, 1.42, 0.5), (0, 1.7, -0.05), 0.006, segments=5),
            s.rod((0, 1.7, -0.05), (0, 1.28, -0.62), 0.006, segments=5),
        ]
    )
    guns = s.mirrored(
        s.group([s.rod((0.24, 0.32, z), (0.37, 0.33, z), 0.024, segments=14) for z in (-0.35, -0.1, 0.15, 0.4)])
    )
    parts = [
        Part("hull", hull, wood, 50),
        Part("stern", stern, wood.shaded(0.85), 20),
        Part("windows", cabin_windows, m.LIT_WINDOW, 20),
        Part("rails", s.union([rails, strakes]), wood.shaded(1.35 if not black else 2.2), 50),
        Part("masts", s.union([*masts, nest]), m.OAK, 50),
        Part("yards", s.group(yards), m.OAK.shaded(0.8), 50),
        Part("sails", s.group(sails), m.CANVAS.coloured(cloth), 30),
        Part("ropes", ropes + stays, m.ROPE.shaded(0.6), 50),
        Part("flag", flag, m.CLOTH.coloured("#1d1c20" if black else "#c9302a"), 30),
        Part("guns", guns, m.IRON, 50),
    ]
    if black:
        skull = s.union(
            [
                s.ellipsoid(0.075, 0.07, 0.03, 24).translate((0, 0.03, 0)),
                s.box(0.07, 0.05, 0.03).translate((0, -0.06, 0)),
            ]
        )
        holes = s.mirrored(s.sphere(0.02, 12).translate((0.03, 0.03, 0.03)))
        bones = s.union(
            [
                s.rod((-0.12, -0.1, 0), (0.12, -0.02, 0), 0.014, segments=8),
                s.rod((-0.12, -0.02, 0), (0.12, -0.1, 0), 0.014, segments=8),
            ]
        )
        mark = (skull + bones - holes).scale((1.3, 1.3, 1)).translate((0, 0.8, 0.135))
        parts.append(Part("skull", mark.translate((0, 0, 0.02)), m.BONE, 40))
    return parts


@sculpture("ship", size=(20, 90), synonyms=("sailing ship", "tall ship", "galleon", "caravel"))
def ship(rng: np.random.Generator) -> Sculpture:
    """Three masts under full sail."""
    return finished(
        _ship(rng, s.pick(rng, (m.OAK, m.WALNUT, m.MAHOGANY)), s.pick(rng, ("#f2ead6", "#e6d9b8")), False),
        rng.uniform(12, 18),
    )


@sculpture("pirate ship", size=(20, 90))
def pirate_ship(rng: np.random.Generator) -> Sculpture:
    """Black sails and a skull."""
    return finished(
        _ship(rng, m.WALNUT.shaded(0.75), s.pick(rng, ("#2a2729", "#3a3335", "#7a1f22")), True), rng.uniform(12, 18)
    )


@sculpture("sailboat", size=(4, 25), synonyms=("sailing boat",))
def sailboat(rng: np.random.Generator) -> Sculpture:
    """One mast, two sails."""
    colour = s.pick(rng, ("#f2f1ec", "#24508a", "#b5322a"))
    hull = hull_of(
        [
            (-0.7, 0.2, 0.34, 0.14),
            (-0.3, 0.26, 0.32, 0.04),
            (0.2, 0.24, 0.34, 0.04),
            (0.6, 0.11, 0.38, 0.12),
            (0.8, 0.01, 0.42, 0.3),
        ],
        0.05,
    )
    cabin = s.rounded_box(0.26, 0.1, 0.5, 0.04).translate((0, 0.3, 0.1))
    ports = s.mirrored(s.group([s.ellipsoid(0.01, 0.025, 0.04, 16).translate((0.13, 0.36, z)) for z in (0.0, 0.2)]))
    mast = s.rod((0, 0.3, 0.12), (0, 1.75, 0.12), 0.02, 0.012) + s.rod((0, 0.52, 0.12), (0, 0.5, -0.6), 0.014)

    def triangle(points: list[tuple[float, float]], bulge: float) -> s.Solid:
        plate = s.extrude(points, 0.014).rotate((0, -90, 0))
        centre = np.mean(points, axis=0)
        return s.warp(
            plate,
            lambda p: (
                p
                + np.stack(
                    [
                        bulge * np.exp(-(((p[:, 2] - centre[0]) / 0.25) ** 2 + ((p[:, 1] - centre[1]) / 0.45) ** 2)),
                        0 * p[:, 0],
                        0 * p[:, 0],
                    ],
                    1,
                )
            ),
            0.06,
        )

    main = triangle([(0.1, 0.56), (-0.58, 0.54), (0.1, 1.7)], 0.1)
    jib = triangle([(0.74, 0.46), (0.16, 0.5), (0.15, 1.5)], 0.08)
    keel = s.extrude([(0.2, 0.08), (0.1, -0.22), (-0.16, -0.22), (-0.2, 0.08)], 0.035, 0.01).rotate(
        (0, -90, 0)
    ) + s.extrude([(-0.56, 0.2), (-0.54, -0.1), (-0.68, -0.1), (-0.72, 0.24)], 0.025).rotate((0, -90, 0))
    stays = s.rod((0, 0.42, 0.78), (0, 1.7, 0.12), 0.005, segments=5) + s.rod(
        (0, 0.36, -0.7), (0, 1.72, 0.12), 0.005, segments=5
    )
    return finished(
        [
            Part("hull", hull, paint_of(colour), 50),
            Part("cabin", cabin, paint_of("#efe9dc"), 60),
            Part("ports", ports, m.WINDOW, 60),
            Part("mast", mast, m.STEEL, 50),
            Part("sails", s.group([main, jib]), m.CANVAS.coloured(s.pick(rng, ("#f7f4ea", "#e8e2d0", "#d9622f"))), 40),
            Part("keel", keel, m.DARK_STEEL, 20),
            Part("stays", stays, m.STEEL, 50),
        ],
        rng.uniform(4, 6),
    )


@sculpture("submarine", size=(15, 160), synonyms=("sub",))
def submarine(rng: np.random.Generator) -> Sculpture:
    """Yellow with portholes, or grey and long."""
    toy = s.chance(rng, 0.55)
    colour = s.pick(rng, ("#f0b81d", "#e07a1f", "#c9302a")) if toy else s.pick(rng, ("#4a5258", "#2f3a44", "#5a6570"))
    girth = 0.3 if toy else 0.16
    outline = s.profile(
        [(0, 1.0), (girth * 0.7, 0.88), (girth, 0.5), (girth, -0.4), (girth * 0.5, -0.85), (0.03, -1.02), (0, -1.02)],
        60,
    )
    hull = s.revolve(outline[::-1], 56).rotate((90, 0, 0))
    low = girth + 0.12
    tower = s.hull(
        [
            s.cylinder(girth * 0.9, 0.09, 0.08, 28).translate((0, girth * 0.6, 0.24)),
            s.cylinder(girth * 0.9, 0.06, 0.05, 28).translate((0, girth * 0.6, -0.02)),
        ]
    )
    top = girth * 1.5
    scope = s.tube(
        s.curve([(0, top - 0.05, 0.14), (0, top + 0.22, 0.14), (0, top + 0.26, 0.17), (0, top + 0.26, 0.22)], 16),
        0.018,
        10,
    ) + s.rod((0.03, top - 0.05, 0.04), (0.03, top + 0.14, 0.04), 0.012)
    planes = (
        s.mirrored(s.box(0.3, 0.02, 0.14, 0.006).translate((0.2, 0, -0.82)))
        + s.box(0.02, 0.5, 0.14, 0.006).translate((0, -0.25, -0.82))
        + s.mirrored(s.box(0.2, 0.018, 0.1, 0.006).translate((0.14, top - 0.1, 0.16)))
    )
    screw = s.group(
        [
            s.ellipsoid(0.045, 0.13, 0.016, 16).translate((0, 0.12, 0)).rotate((0, 28, 0)).rotate((0, 0, 72 * k))
            for k in range(5)
        ]
    ).translate((0, 0, -1.07)) + s.rod((0, 0, -1.0), (0, 0, -1.12), 0.04, 0.02)
    parts = [
        Part("hull", hull, paint_of(colour, 0.4), 60),
        Part("tower", tower, paint_of(colour, 0.4), 40),
        Part("periscope", scope, m.DARK_STEEL, 50),
        Part("planes", planes, paint_of(colour, 0.4).shaded(0.75), 20),
        Part("propeller", screw, m.BRASS, 50),
    ]
    if toy:
        spots = [(girth * 0.985, 0.04, z) for z in (0.5, 0.14, -0.22)]
        glass = s.mirrored(
            s.group([s.rod((x - 0.02, y, z), (x + 0.01, y, z), 0.075, segments=32) for x, y, z in spots])
        )
        rims = s.mirrored(
            s.group([s.torus(0.08, 0.02, 32, 10).rotate((0, 0, 90)).translate((x + 0.004, y, z)) for x, y, z in spots])
        )
        parts += [Part("portholes", glass, m.WINDOW, 40), Part("rims", rims, m.BRASS, 60)]
    del low
    return finished(parts, rng.uniform(8, 12) if toy else rng.uniform(30, 50))


@sculpture("canoe", size=(3, 8))
def canoe(rng: np.random.Generator) -> Sculpture:
    """Open, with two paddles."""
    wood = s.pick(rng, (m.OAK, m.PINE, m.MAHOGANY, paint_of("#b5322a"), paint_of("#2f6b45")))
    hull = hull_of(
        [
            (-1.05, 0.01, 0.42, 0.3),
            (-0.9, 0.06, 0.36, 0.08),
            (-0.5, 0.17, 0.28, 0.0),
            (0, 0.2, 0.26, -0.01),
            (0.5, 0.17, 0.28, 0.0),
            (0.9, 0.06, 0.36, 0.08),
            (1.05, 0.01, 0.42, 0.3),
        ],
        0.2,
    )
    seats = s.group([s.box(0.3, 0.02, 0.12).translate((0, 0.2, z)) for z in (-0.45, 0.4)])
    rims = s.mirrored(
        s.tube(
            s.curve(
                [
                    (0.0, 0.42, -1.05),
                    (0.06, 0.37, -0.9),
                    (0.17, 0.29, -0.5),
                    (0.2, 0.27, 0),
                    (0.17, 0.29, 0.5),
                    (0.06, 0.37, 0.9),
                    (0.0, 0.42, 1.05),
                ],
                48,
            ),
            0.014,
            8,
        )
    )
    paddle = s.rod((0, 0, -0.4), (0, 0, 0.35), 0.014) + s.ellipsoid(0.07, 0.014, 0.16, 20).translate((0, 0, 0.45))
    paddles = s.group(
        [
            paddle.rotate((0, 12, 0)).translate((0.04, 0.235, 0.0)),
            paddle.rotate((0, 170, 0)).translate((-0.05, 0.235, 0.05)),
        ]
    )
    return finished(
        [
            Part("hull", hull, wood, 50),
            Part("seats", seats, m.BIRCH, 20),
            Part("rims", rims, m.BIRCH.shaded(0.8), 50),
            Part("paddles", paddles, m.PINE, 50),
        ],
        rng.uniform(2.0, 2.6),
    )
