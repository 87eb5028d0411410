"""What drives on roads, rails and fields; fronts to +Z."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.vehicles.flying import paint_of

LAMP = m.Material("lamp", m.srgb("#fff3cf"), 0.15, emission=m.srgb("#665c40"))
TAIL_LAMP = m.Material("tail lamp", m.srgb("#c9201f"), 0.2)


def wheel(radius: float, width: float, spokes: int = 5) -> tuple[s.Solid, s.Solid]:
    """A tyre and its rim about the X axis, in the origin."""
    tyre = s.torus(radius * 0.76, radius * 0.24, 44, 14).scale((1, width / (radius * 0.48), 1)).rotate((0, 0, 90))
    disc = s.cylinder(width * 0.55, radius * 0.58, segments=36).translate((0, -width * 0.275, 0))
    holes = s.around(
        s.cylinder(width * 1.2, radius * 0.13, segments=16).translate((0, -width * 0.6, radius * 0.37)), spokes
    )
    hub = s.cylinder(width * 0.75, radius * 0.14, segments=20).translate((0, -width * 0.375, 0))
    return tyre, (disc - holes + hub).rotate((0, 0, 90))


def wheels(radius: float, width: float, track: float, axles: Sequence[float]) -> list[Part]:
    """Wheels on both sides at the z of each axle, standing on the ground."""
    tyre, rim = wheel(radius, width)
    spots = [(x, radius, z) for z in axles for x in (-track / 2, track / 2)]
    return [
        Part("tyres", s.group([tyre.translate(p) for p in spots]), m.RUBBER, 50),
        Part("rims", s.group([rim.translate(p) for p in spots]), m.STEEL, 40),
    ]


def side_solid(outline: Sequence[tuple[float, float]], width: float, bevel: float = 0.02) -> s.Solid:
    """A body from its side view: outline of (z, y), as wide as `width`."""
    return s.extrude(outline, width, bevel).rotate((0, -90, 0))


def _car(rng: np.random.Generator, colour: str, kind: str) -> list[Part]:
    """A saloon by its side view, with arches cut out: about 2 units long."""
    length, wide, high = 2.05, 0.84, 0.66
    body = side_solid(
        [(1.0, 0.2), (1.02, 0.34), (0.94, 0.42), (0.45, 0.47), (-0.7, 0.49), (-1.0, 0.46), (-1.03, 0.3), (-1.0, 0.2)],
        wide,
        0.05,
    )
    roof = (
        [(0.5, 0.45), (0.16, high), (-0.48, high + 0.01), (-0.82, 0.47)]
        if kind != "pickup"
        else [(0.46, 0.45), (0.18, high + 0.02), (-0.12, high + 0.02), (-0.2, 0.47)]
    )
    if kind == "van":
        roof = [(0.66, 0.45), (0.34, 0.86), (-0.96, 0.88), (-1.02, 0.45)]
    cabin = s.taper(side_solid(roof, wide * 0.94, 0.03).translate((0, -0.45, 0)), 0.86).translate((0, 0.45, 0))
    inset = [(z * 0.94 if z > 0 else z * 0.95, 0.47 + (y - 0.47) * 0.84 if y > 0.47 else 0.47) for z, y in roof]
    panes = s.taper(side_solid(inset, wide * 0.985, 0.0).translate((0, -0.45, 0)), 0.85).translate((0, 0.45, 0))
    pillars = [s.box(1.2, 0.5, 0.05).translate((0, 0.4, z)) for z in ((-0.14,) if kind != "van" else (0.16, -0.5))]
    if kind == "van":
        panes = panes - s.box(2, 1, 0.9).translate((0, 0.3, -0.55))
        pillars = []
    side = panes - s.union([*pillars, s.box(2, 1, 0.001).translate((0, 0, 5))])
    screen_f = s.taper(
        side_solid([(z + 0.012, y) for z, y in inset], wide * 0.8, 0.0).translate((0, -0.45, 0)), 0.85
    ).translate((0, 0.45, 0)) - s.box(2, 2, 4).translate((0, 0, (roof[1][0] + 0.02) - 2))
    screen_b = s.taper(
        side_solid([(z - 0.012, y) for z, y in inset], wide * 0.8, 0.0).translate((0, -0.45, 0)), 0.85
    ).translate((0, 0.45, 0)) - s.box(2, 2, 4).translate((0, 0, (roof[2][0] - 0.02) + 2))
    radius, axles = 0.19, (0.62, -0.63)
    arches = s.union([s.rod((-1, radius, z), (1, radius, z), radius * 1.18, segments=40) for z in axles])
    shell = body + cabin
    if kind == "pickup":
        shell = shell - s.box(wide * 0.84, 0.4, 0.74).translate((0, 0.3, -0.6))
    shell = shell - arches
    floor = s.box(wide * 0.86, 0.14, length * 0.93).translate((0, 0.17, 0)) - arches
    lamps = s.mirrored(s.ellipsoid(0.09, 0.045, 0.04, 24).translate((wide * 0.34, 0.37, 0.99)))
    tail = s.mirrored(s.box(0.12, 0.06, 0.02).translate((wide * 0.37, 0.36, -1.02)))
    grille = s.box(wide * 0.4, 0.07, 0.02).translate((0, 0.27, 1.01))
    bumper = s.group([s.rounded_box(wide * 1.0, 0.06, 0.06, 0.025).translate((0, 0.2, z)) for z in (1.01, -1.02)])
    handles = s.mirrored(
        s.group([s.box(0.012, 0.018, 0.08).translate((wide / 2 + 0.002, 0.42, z)) for z in (0.0, -0.34)])
    )
    mirrors = s.mirrored(s.ellipsoid(0.045, 0.035, 0.03, 16).translate((wide / 2 + 0.03, 0.5, 0.36)))
    parts = [
        Part("body", shell, paint_of(colour, 0.25), 40),
        Part("windows", s.group([side, screen_f, screen_b]), m.WINDOW, 20),
        Part("floor", floor, m.BLACK, 20),
        Part("headlights", lamps, LAMP, 60),
        Part("tail lights", tail, TAIL_LAMP, 20),
        Part("grille", grille, m.BLACK, 20),
        Part("bumpers", bumper, m.DARK_STEEL, 50),
        Part("handles", handles, m.STEEL, 20),
        Part("mirrors", mirrors, paint_of(colour, 0.25), 60),
    ]
    return parts + wheels(radius, 0.14, wide * 0.86, axles)


@sculpture("taxi", size=(3.5, 7), synonyms=("cab", "taxicab"))
def taxi(rng: np.random.Generator) -> Sculpture:
    """Yellow, with checks and a sign."""
    checks = []
    for k in range(22):
        for level in range(2):
            if (k + level) % 2 == 0:
                checks.append(s.box(0.008, 0.03, 0.05).translate((0.424, 0.385 - 0.03 * level, 0.55 - 0.05 * k)))
    sign = s.box(0.24, 0.08, 0.12, 0.02).translate((0, 0.67, -0.12))
    return finished(
        [
            *_car(rng, "#f2bd1d", "saloon"),
            Part("checks", s.mirrored(s.group(checks)), m.BLACK, 20),
            Part("sign", sign, LAMP, 20),
        ],
        rng.uniform(2.1, 2.3),
        {"top": (0, 0.75, -0.12)},
    )


@sculpture("police car", size=(3.5, 7), synonyms=("cop car",))
def police_car(rng: np.random.Generator) -> Sculpture:
    """Black and white with a light bar."""
    doors = s.mirrored(s.box(0.014, 0.2, 0.72).translate((0.418, 0.25, -0.06)))
    bar = s.box(0.5, 0.03, 0.12, 0.01).translate((0, 0.67, -0.1))
    red, blue = (
        s.box(0.2, 0.06, 0.1, 0.02).translate((0.13, 0.695, -0.1)),
        s.box(0.2, 0.06, 0.1, 0.02).translate((-0.13, 0.695, -0.1)),
    )
    star = s.mirrored(s.extrude(s.star(5, 0.07, 0.03), 0.012).rotate((0, 90, 0)).translate((0.43, 0.36, -0.06)))
    glow = lambda colour: m.Material("beacon", m.srgb(colour), 0.2, emission=m.srgb(colour))  # noqa: E731
    return finished(
        [
            *_car(rng, "#1d1f24", "saloon"),
            Part("doors", doors, paint_of("#f2f2ef", 0.25), 20),
            Part("bar", bar, m.DARK_STEEL, 20),
            Part("red light", red, glow("#e0202a"), 20),
            Part("blue light", blue, glow("#2050e0"), 20),
            Part("badges", star, m.GOLD, 0),
        ],
        rng.uniform(2.1, 2.3),
        {"top": (0, 0.75, -0.1)},
    )


@sculpture("pickup truck", size=(4, 8), synonyms=("pickup", "ute"))
def pickup_truck(rng: np.random.Generator) -> Sculpture:
    """An open bed behind the cab."""
    colour = s.pick(rng, ("#b5322a", "#2f5f8a", "#3f6b45", "#8a8d90", "#e2ddd0"))
    return finished(_car(rng, colour, "pickup"), rng.uniform(2.4, 2.7))


@sculpture("ambulance", size=(4, 9))
def ambulance(rng: np.random.Generator) -> Sculpture:
    """A white van with red crosses and a beacon."""
    cross = s.mirrored(
        s.union(
            [
                s.box(0.012, 0.08, 0.24).translate((0.412, 0.58, -0.5)),
                s.box(0.012, 0.24, 0.08).translate((0.412, 0.5, -0.5)),
            ]
        )
    )
    stripe = s.mirrored(s.box(0.012, 0.06, 1.9).translate((0.421, 0.36, 0)))
    beacons = s.mirrored(s.rounded_box(0.2, 0.08, 0.1, 0.03).translate((0.2, 0.86, 0.2)))
    light = m.Material("beacon", m.srgb("#2060e0"), 0.2, emission=m.srgb("#2050c0"))
    return finished(
        [
            *_car(rng, "#f3f3f0", "van"),
            Part("crosses", cross, paint_of("#d1202a"), 20),
            Part("stripes", stripe, paint_of("#d1202a"), 20),
            Part("beacons", beacons, light, 60),
        ],
        rng.uniform(2.4, 2.8),
    )


@sculpture("delivery van", size=(4, 9))
def delivery_van(rng: np.random.Generator) -> Sculpture:
    """A closed van."""
    return finished(_car(rng, s.pick(rng, ("#e2ddd0", "#2f5f8a", "#d9a52a", "#6a7a5a")), "van"), rng.uniform(2.3, 2.7))


@sculpture("fire truck", size=(6, 14), synonyms=("fire engine",))
def fire_truck(rng: np.random.Generator) -> Sculpture:
    """A cab, lockers and a ladder on top."""
    red = paint_of("#c9201f", 0.25)
    cab = side_solid([(1.2, 0.22), (1.22, 0.5), (1.08, 0.86), (0.6, 0.86), (0.6, 0.22)], 0.74, 0.03)
    box = s.box(0.74, 0.62, 1.72, 0.02).translate((0, 0.24, -0.3))
    glass = side_solid([(1.215, 0.53), (1.1, 0.8), (0.98, 0.8), (0.98, 0.53)], 0.64, 0.0) + s.mirrored(
        s.box(0.01, 0.26, 0.28).translate((0.368, 0.53, 0.82))
    )
    lockers = s.mirrored(s.group([s.box(0.014, 0.34, 0.4).translate((0.368, 0.38, z)) for z in (0.28, -0.2, -0.68)]))
    stripe = s.mirrored(s.box(0.016, 0.05, 2.35).translate((0.368, 0.29, 0.02)))
    rails = s.mirrored(s.box(0.03, 0.05, 2.0).translate((0.14, 0.95, 0)))
    rungs = s.group(
        [s.rod((-0.14, 0.975, z), (0.14, 0.975, z), 0.014, segments=8) for z in np.linspace(-0.95, 0.95, 16)]
    )
    stand = s.group([s.box(0.34, 0.1, 0.1).translate((0, 0.86, z)) for z in (-0.8, 0.4)])
    bar = s.mirrored(s.rounded_box(0.2, 0.09, 0.12, 0.03).translate((0.18, 0.86, 0.9)))
    lamps = s.mirrored(s.sphere(0.06, 20).translate((0.26, 0.36, 1.2)))
    bumper = s.box(0.78, 0.1, 0.1, 0.02).translate((0, 0.18, 1.22))
    arches = s.union([s.rod((-1, 0.19, z), (1, 0.19, z), 0.22, segments=40) for z in (0.86, -0.5, -0.93)])
    floor = s.box(0.66, 0.14, 2.3).translate((0, 0.14, 0)) - arches
    light = m.Material("beacon", m.srgb("#2060e0"), 0.2, emission=m.srgb("#2050c0"))
    parts = [
        Part("body", (cab + box) - arches, red, 30),
        Part("windows", glass, m.WINDOW, 20),
        Part("lockers", lockers, m.STEEL, 20),
        Part("stripe", stripe, paint_of("#f3f1ea"), 20),
        Part("ladder", rails + rungs, m.STEEL, 30),
        Part("stand", stand, m.DARK_STEEL, 20),
        Part("beacons", bar, light, 60),
        Part("headlights", lamps, LAMP, 60),
        Part("bumper", bumper, m.STEEL, 20),
        Part("floor", floor, m.BLACK, 20),
    ]
    return finished(parts + wheels(0.19, 0.15, 0.64, (0.86, -0.5, -0.93)), rng.uniform(3.0, 3.6))


@sculpture("school bus", size=(6, 14), plural="school buses")
def school_bus(rng: np.random.Generator) -> Sculpture:
    """Yellow, with a bonnet."""
    yellow = paint_of("#f2b01d", 0.3)
    body = side_solid([(0.85, 0.24), (0.85, 0.9), (-1.2, 0.92), (-1.24, 0.24)], 0.76, 0.05) + side_solid(
        [(1.24, 0.24), (1.22, 0.5), (0.8, 0.56), (0.8, 0.24)], 0.62, 0.04
    )
    panes = (
        s.mirrored(s.group([s.box(0.012, 0.2, 0.22).translate((0.378, 0.6, 0.5 - 0.27 * k)) for k in range(6)]))
        + s.box(0.6, 0.26, 0.012).translate((0, 0.58, 0.852))
        + s.box(0.5, 0.24, 0.012).translate((0, 0.58, -1.235))
    )
    lines = s.mirrored(s.group([s.box(0.014, 0.03, 2.0).translate((0.376, y, -0.18)) for y in (0.36, 0.5)]))
    arches = s.union([s.rod((-1, 0.19, z), (1, 0.19, z), 0.22, segments=40) for z in (0.88, -0.72)])
    lamps = s.mirrored(s.sphere(0.055, 20).translate((0.22, 0.38, 1.22)))
    stop = s.prism(0.014, 0.1, 8).rotate((0, 0, 90)).translate((0.4, 0.5, 0.72))
    bumper = s.box(0.74, 0.08, 0.08, 0.02).translate((0, 0.2, 1.24)) + s.box(0.78, 0.08, 0.06, 0.02).translate(
        (0, 0.2, -1.25)
    )
    grille = s.box(0.3, 0.14, 0.014).translate((0, 0.32, 1.235))
    floor = s.box(0.66, 0.14, 2.3).translate((0, 0.14, 0)) - arches
    parts = [
        Part("body", body - arches, yellow, 40),
        Part("windows", panes, m.WINDOW, 20),
        Part("lines", lines, m.BLACK, 20),
        Part("headlights", lamps, LAMP, 60),
        Part("stop sign", stop, paint_of("#c9201f"), 20),
        Part("bumpers", bumper, m.BLACK, 20),
        Part("grille", grille, m.BLACK, 20),
        Part("floor", floor, m.BLACK, 20),
    ]
    return finished(parts + wheels(0.19, 0.15, 0.66, (0.88, -0.72)), rng.uniform(3.2, 3.8))


@sculpture("tractor", size=(3, 7))
def tractor(rng: np.random.Generator) -> Sculpture:
    """Great wheels behind, small ones before."""
    colour = s.pick(rng, ("#c9302a", "#3f8a35", "#2f62b0", "#e08a1f"))
    coat = paint_of(colour)
    hood = s.box(0.4, 0.36, 0.95, 0.05).translate((0, 0.5, 0.48))
    seat_box = s.box(0.5, 0.3, 0.6, 0.03).translate((0, 0.42, -0.3))
    fenders = s.mirrored(
        (
            s.rod((0.33, 0.52, -0.4), (0.6, 0.52, -0.4), 0.6, segments=48)
            - s.rod((0.2, 0.52, -0.4), (0.8, 0.52, -0.4), 0.56, segments=48)
        )
        .trim_by_plane((0, 1, 0), 0.62)
        .trim_by_plane((0, 0.4, 1), -0.1)
    )
    posts = s.group([s.rod((x, 0.7, z), (x * 0.92, 1.42, z * 0.9), 0.03) for x in (-0.28, 0.28) for z in (-0.62, 0.05)])
    roof = s.rounded_box(0.7, 0.09, 0.86, 0.04).translate((0, 1.4, -0.28))
    panes = s.taper(s.box(0.54, 0.68, 0.62).translate((0, 0.72, -0.28)), 0.94)
    grille = s.group([s.box(0.3, 0.024, 0.02).translate((0, 0.56 + 0.05 * k, 0.955)) for k in range(5)])
    lamps = s.mirrored(s.cylinder(0.04, 0.055, segments=24).rotate((90, 0, 0)).translate((0.13, 0.8, 0.94)))
    pipe = s.rod((0.12, 0.84, 0.62), (0.12, 1.28, 0.62), 0.032) + s.rod((0.12, 1.26, 0.62), (0.12, 1.34, 0.58), 0.04)
    big, big_rim = wheel(0.52, 0.26, 6)
    treads = s.around(s.box(0.07, 0.05, 0.24).translate((0, 0.5, 0)).rotate((0, 0, 0)).rotate((90, 0, 0)), 1)
    lugs = s.group(
        [
            s.box(0.25, 0.05, 0.06).rotate((0, 22, 0)).translate((0, 0.49, 0)).rotate((360 / 22 * k, 0, 0))
            for k in range(22)
        ]
    )
    small, small_rim = wheel(0.28, 0.16, 5)
    rear = [(x, 0.52, -0.4) for x in (-0.5, 0.5)]
    front = [(x, 0.28, 0.72) for x in (-0.38, 0.38)]
    tyres = s.group([(big + lugs).translate(p) for p in rear] + [small.translate(p) for p in front])
    rims = s.group([big_rim.translate(p) for p in rear] + [small_rim.translate(p) for p in front])
    axle = (
        s.rod((-0.5, 0.52, -0.4), (0.5, 0.52, -0.4), 0.08)
        + s.rod((-0.38, 0.28, 0.72), (0.38, 0.28, 0.72), 0.05)
        + s.box(0.3, 0.28, 1.2).translate((0, 0.3, 0.2))
    )
    del treads
    return finished(
        [
            Part("body", s.union([hood, seat_box]), coat, 40),
            Part("fenders", fenders, coat, 50),
            Part("posts", posts, m.BLACK, 40),
            Part("roof", roof, coat, 60),
            Part("windows", panes, m.Material("glass", m.srgb("#7fa0b0"), 0.06, transmission=0.4), 20),
            Part("grille", grille, m.BLACK, 20),
            Part("lamps", lamps, LAMP, 60),
            Part("exhaust", pipe, m.DARK_STEEL, 50),
            Part("tyres", tyres, m.RUBBER, 40),
            Part("rims", rims, paint_of("#e8c22e"), 40),
            Part("axles", axle, m.DARK_STEEL, 40),
        ],
        rng.uniform(1.8, 2.3),
    )


@sculpture("tank", size=(5, 14), synonyms=("battle tank", "panzer"))
def tank(rng: np.random.Generator) -> Sculpture:
    """Tracks, a turret and a gun."""
    coat = paint_of(s.pick(rng, ("#5f6b3f", "#8a7d55", "#55604a", "#7a7d80")), 0.8)
    hull = side_solid([(1.0, 0.36), (0.82, 0.52), (-0.98, 0.54), (-1.04, 0.36), (-0.85, 0.16), (0.8, 0.16)], 0.66, 0.02)
    skirt = side_solid([(1.02, 0.44), (0.95, 0.52), (-1.0, 0.52), (-1.04, 0.44)], 1.1, 0.01)
    belt = s.curve(
        [
            (1.0, 0.32),
            (0.8, 0.06),
            (0.2, 0.03),
            (-0.5, 0.03),
            (-0.82, 0.07),
            (-1.06, 0.32),
            (-0.85, 0.46),
            (0, 0.46),
            (0.8, 0.46),
        ],
        90,
        closed=True,
    )
    inner = s.inset(belt if s.signed_area(belt) > 0 else belt[::-1], 0.05)
    track = s.extrude(belt, 0.22).rotate((0, -90, 0)) - s.extrude(inner, 0.3).rotate((0, -90, 0))
    links = s.group(
        [
            s.box(0.23, 0.028, 0.03)
            .translate((0, -0.014, 0))
            .rotate((float(np.degrees(np.arctan2(*(belt[(k + 1) % 90] - belt[k - 1])[::-1]))) * -1, 0, 0))
            .translate((0, float(belt[k, 1]), float(belt[k, 0])))
            for k in range(0, 90, 2)
        ]
    )
    rollers = s.group(
        [s.rod((-0.1, 0.19, z), (0.1, 0.19, z), 0.13, segments=28) for z in np.linspace(-0.72, 0.7, 6)]
        + [s.rod((-0.1, 0.3, z), (0.1, 0.3, z), 0.12, segments=28) for z in (0.88, -0.92)]
    )
    place = lambda solid: s.mirrored(solid.translate((0.44, 0, 0)))  # noqa: E731
    turret = s.hull(
        [
            s.prism(0.02, 0.44, 8).translate((0, 0.54, -0.08)).scale((1, 1, 1.1)),
            s.prism(0.02, 0.34, 8).translate((0, 0.78, -0.12)).scale((1, 1, 1.1)),
            s.box(0.3, 0.14, 0.1).translate((0, 0.58, 0.42)),
        ]
    )
    turn = rng.uniform(-25, 25)
    barrel = (
        s.rod((0, 0.66, 0.4), (0, 0.7, 1.55), 0.055, 0.042, 28)
        + s.rod((0, 0.695, 1.5), (0, 0.7, 1.64), 0.06, segments=28)
        + s.rod((0, 0.66, 0.4), (0, 0.675, 0.62), 0.085, segments=28)
    )
    hatch = s.cylinder(0.05, 0.13, segments=28).translate((0.12, 0.78, -0.2)) + s.cylinder(
        0.09, 0.1, segments=28
    ).translate((-0.14, 0.76, -0.12))
    aerial = s.rod((-0.25, 0.75, -0.38), (-0.27, 1.3, -0.45), 0.008, 0.004, 8)
    lamps = s.mirrored(s.cylinder(0.05, 0.05, segments=20).rotate((90, 0, 0)).translate((0.3, 0.47, 0.9)))
    spin = lambda solid: solid.rotate((0, turn, 0))  # noqa: E731
    return finished(
        [
            Part("hull", hull + skirt, coat, 20),
            Part("turret", spin(turret), coat.shaded(0.95), 20),
            Part("barrel", spin(barrel), coat.shaded(0.85), 40),
            Part("hatches", spin(hatch), coat.shaded(0.8), 40),
            Part("aerial", spin(aerial), m.BLACK, 40),
            Part("tracks", place(track + links), m.IRON.shaded(0.6), 20),
            Part("rollers", place(rollers), coat.shaded(0.75), 40),
            Part("lamps", lamps, LAMP, 60),
        ],
        rng.uniform(2.6, 3.4),
        {"top": (0, 0.83, -0.1)},
    )


@sculpture("steam locomotive", size=(6, 25), synonyms=("steam train", "train", "steam engine", "locomotive"))
def steam_locomotive(rng: np.random.Generator) -> Sculpture:
    """A boiler, a cab, a funnel and rods."""
    body, trim = s.pick(
        rng, (("#26292c", "#b5322a"), ("#24502f", "#c9a24a"), ("#7a1f24", "#c9a24a"), ("#24407a", "#c9a24a"))
    )
    boiler = s.rod((0, 0.62, -0.5), (0, 0.62, 0.95), 0.24, segments=48) + s.rod(
        (0, 0.62, 0.9), (0, 0.62, 1.06), 0.25, segments=48
    )
    door = s.rod((0, 0.62, 1.05), (0, 0.62, 1.1), 0.2, 0.16, segments=40) + s.ellipsoid(0.05, 0.05, 0.03, 16).translate(
        (0, 0.62, 1.11)
    )
    bands = s.group([s.rod((0, 0.62, z), (0, 0.62, z + 0.03), 0.247, segments=48) for z in (-0.25, 0.1, 0.45, 0.8)])
    funnel = s.revolve(
        s.profile([(0, 0), (0.1, 0), (0.08, 0.14), (0.12, 0.32), (0.15, 0.36), (0.11, 0.36), (0, 0.2)], 30), 32
    ).translate((0, 0.82, 0.85))
    domes = s.group(
        [
            s.revolve(s.profile([(0, 0), (0.12, 0), (0.12, 0.1), (0.07, 0.2), (0, 0.22)], 20), 28).translate(
                (0, 0.82, z)
            )
            for z in (0.42, 0.02)
        ]
    )
    cab = (
        s.box(0.66, 0.7, 0.5).translate((0, 0.4, -0.72))
        - s.box(0.56, 0.62, 0.5).translate((0, 0.4, -0.76))
        - s.box(1.0, 0.24, 0.3).translate((0, 0.74, -0.72))
        - s.mirrored(s.box(0.16, 0.2, 0.6).translate((0.2, 0.78, -0.5)))
    )
    roof = (
        s.rod((0, 0.72, -1.02), (0, 0.72, -0.42), 0.5, segments=64)
        - s.rod((0, 0.66, -1.1), (0, 0.66, -0.3), 0.5, segments=64)
    ).trim_by_plane((0, 1, 0), 1.04)
    frame = s.box(0.4, 0.14, 2.0).translate((0, 0.28, 0.05)) + s.box(0.7, 0.06, 1.5).translate((0, 0.38, 0.25))
    cowcatcher = s.group(
        [
            s.rod((x, 0.36, 1.1), (x * 0.5, 0.05, 1.42 - abs(x) * 0.45), 0.022, segments=10)
            for x in np.linspace(-0.34, 0.34, 9)
        ]
    ) + s.box(0.74, 0.1, 0.08).translate((0, 0.3, 1.1))
    cylinders = s.mirrored(s.rod((0.32, 0.26, 0.72), (0.32, 0.26, 1.02), 0.11, segments=28))

    def rail_wheel(radius: float) -> s.Solid:
        ring = s.torus(radius * 0.88, radius * 0.12, 40, 10).scale((1, 0.6, 1))
        spokes = s.around(s.box(0.03, 0.03, radius * 0.8).translate((0, -0.015, radius * 0.44)), 10)
        return (ring + spokes + s.cylinder(0.07, radius * 0.18, segments=20).translate((0, -0.035, 0))).rotate(
            (0, 0, 90)
        )

    big = s.group([rail_wheel(0.24).translate((x, 0.24, z)) for x in (-0.3, 0.3) for z in (-0.55, -0.05, 0.45)])
    small = s.group([rail_wheel(0.13).translate((x, 0.13, z)) for x in (-0.3, 0.3) for z in (0.8, 1.08)])
    rods = s.mirrored(
        s.box(0.03, 0.05, 1.06).translate((0.36, 0.17, -0.05))
        + s.beam((0.38, 0.2, -0.05), (0.36, 0.26, 0.8), 0.025, 0.04)
    )
    lamp = s.rod((0, 0.98, 1.0), (0, 0.98, 1.12), 0.08, segments=24)
    coat = paint_of(body)
    return finished(
        [
            Part("boiler", boiler, coat, 50),
            Part("smokebox door", door, m.BLACK, 50),
            Part("bands", bands, m.BRASS, 40),
            Part("funnel", funnel, m.BLACK, 50),
            Part("domes", domes, m.BRASS, 60),
            Part("cab", cab, coat, 20),
            Part("roof", roof, m.BLACK, 40),
            Part("frame", frame, paint_of(trim), 20),
            Part("cowcatcher", cowcatcher, paint_of(trim), 40),
            Part("cylinders", cylinders, m.DARK_STEEL, 40),
            Part("wheels", s.group([big, small]), paint_of(trim), 40),
            Part("rods", rods, m.STEEL, 20),
            Part("lamp", lamp, LAMP, 40),
        ],
        rng.uniform(3.2, 4.2),
    )
