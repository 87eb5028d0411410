"""Cars of their own kind: monster trucks, racing cars, karts, golf carts, jeeps, limousines; fronts to +Z."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import PchipInterpolator

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.vehicles.flying import paint_of
from bozzetto.foundry.sculpt.vehicles.ground import LAMP, TAIL_LAMP, side_solid, wheel, wheels
from bozzetto.foundry.sculpt.vehicles.works import glasshouse

BRIGHT = ("#d1272a", "#2456b8", "#f0b41e", "#2f9a4a", "#e8701c", "#6a35a8")


def mud_wheel(radius: float, width: float, lugs: int) -> tuple[s.Solid, s.Solid]:
    """A tyre with great lugs and its rim about the X axis, in the origin."""
    tyre = s.rod((-width / 2, 0, 0), (width / 2, 0, 0), radius * 0.93, segments=44) - s.mirrored(
        s.rod((width * 0.3, 0, 0), (width, 0, 0), radius * 0.55, segments=36)
    )
    block = s.box(width * 0.5, radius * 0.16, radius * 0.2).translate((width * 0.25, radius * 0.87, 0))
    treads = [block.rotate((360 / lugs * k, 0, 0)) for k in range(lugs)]
    treads += [block.translate((-width * 0.5, 0, 0)).rotate((360 / lugs * (k + 0.5), 0, 0)) for k in range(lugs)]
    _, rim = wheel(radius * 0.98, width * 0.92, 6)
    return s.union([tyre, *treads]), rim


@sculpture("monster truck", size=(4, 9), kinds=("bigfoot truck", "big wheel truck"))
def monster_truck(rng: np.random.Generator) -> Sculpture:
    """A pickup's body on springs high above four enormous wheels."""
    colour = s.pick(rng, BRIGHT)
    flash = s.pick(rng, [c for c in ("#f2c322", "#f2f0ea", "#e8501c", "#1d1d20") if c != colour])
    coat = paint_of(colour, 0.3)
    radius, wide, track, axles = rng.uniform(0.5, 0.55), 0.44, 1.26, (0.74, -0.74)
    up = radius * 2 - 0.16
    body = side_solid(
        [(1.06, 0), (1.1, 0.2), (1.0, 0.32), (0.5, 0.36), (-1.06, 0.36), (-1.1, 0.06), (-1.0, 0)], 0.98, 0.04
    )
    body -= s.box(0.8, 0.4, 0.74).translate((0, 0.16, -0.62))
    glass, frame = glasshouse((0.36, -0.2, 0.54, 0.9), (0.72, -0.16, 0.2, 0.74), 0.08, 0.06, (0.35,))
    arches = s.union([s.rod((-1, radius - up, z), (1, radius - up, z), radius * 1.06, segments=44) for z in axles])
    shell = (body - arches) + frame
    side = s.mirrored(
        side_solid(
            [(1.0, 0.28), (0.5, 0.24), (0.2, 0.3), (-0.2, 0.2), (-0.5, 0.3), (-1.0, 0.22), (-0.5, 0.12), (0.3, 0.1)],
            0.03,
        ).translate((0.486, 0, 0))
        - arches
    )
    bonnet = s.box(0.3, 0.03, 0.5).translate((0, 0.335, 0.76))
    grille = s.box(0.6, 0.15, 0.03).translate((0, 0.1, 1.085))
    lamps = s.mirrored(s.cylinder(0.05, 0.07, segments=20).rotate((90, 0, 0)).translate((0.38, 0.2, 1.05)))
    tail = s.mirrored(s.box(0.1, 0.12, 0.03).translate((0.4, 0.18, -1.08)))
    bar = s.mirrored(s.rod((0.36, 0.3, -0.3), (0.36, 0.84, -0.24), 0.035)) + s.rod(
        (-0.38, 0.84, -0.24), (0.38, 0.84, -0.24), 0.035
    )
    spots = s.group(
        [
            s.cylinder(0.07, 0.07, segments=20).rotate((90, 0, 0)).translate((x, 0.88, -0.22))
            for x in (-0.27, -0.09, 0.09, 0.27)
        ]
    )
    stacks = s.mirrored(s.rod((0.34, 0.3, -0.42), (0.34, 0.86, -0.46), 0.05))

    def lift(solid: s.Solid) -> s.Solid:
        return solid.translate((0, up, 0))

    chassis = s.box(0.44, 0.16, 1.9).translate((0, up - 0.1, 0))
    beams, springs = [], []
    for z in axles:
        beams.append(s.rod((-track / 2, radius, z), (track / 2, radius, z), 0.09))
        beams.append(s.sphere(0.15, 20).translate((0, radius, z)))
        beams.append(s.mirrored(s.beam((0.3, radius, z), (0.2, up - 0.02, z * 0.3), 0.07, 0.07)))
        springs.append(s.mirrored(s.rod((0.36, radius + 0.04, z * 0.9), (0.36, up + 0.2, z * 0.62), 0.06)))
    tyre, rim = mud_wheel(radius, wide, 14)
    spots_of = [(x, radius, z) for z in axles for x in (-track / 2, track / 2)]
    return finished(
        [
            Part("body", lift(shell), coat, 30),
            Part("flash", lift(side + bonnet), paint_of(flash), 20),
            Part("windows", lift(glass), m.WINDOW, 20),
            Part("grille", lift(grille), m.BLACK, 20),
            Part("headlights", lift(lamps), LAMP, 40),
            Part("tail lights", lift(tail), TAIL_LAMP, 20),
            Part("roll bar", lift(bar), m.BLACK, 40),
            Part("spotlights", lift(spots), LAMP, 40),
            Part("exhausts", lift(stacks), m.STEEL, 40),
            Part("chassis", s.union([chassis, *beams]), m.IRON.shaded(0.7), 30),
            Part("springs", s.union(springs), paint_of("#f2c322"), 40),
            Part("tyres", s.group([tyre.translate(p) for p in spots_of]), m.RUBBER, 20),
            Part("rims", s.group([rim.translate(p) for p in spots_of]), m.STEEL, 40),
        ],
        rng.uniform(2.0, 2.5),
        {"top": (0, up + 0.8, 0), "seat": (0, up + 0.36, 0.1)},
    )


def sections(stations: list[tuple[float, float, float, float]], power: float = 0.7, count: int = 20) -> s.Solid:
    """A hull through (z, half width, lowest y, highest y), its sections between a box and an ellipse."""
    angle = np.arange(count) * 2 * np.pi / count
    x = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** power
    y = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** power
    knots = np.array(sorted(stations))
    z = np.unique(np.concatenate([np.linspace(knots[0, 0], knots[-1, 0], 24), knots[:, 0]]))
    wide, low, high = (PchipInterpolator(knots[:, 0], knots[:, k])(z) for k in (1, 2, 3))
    return s.loft(
        [
            np.stack([w * x, (a + b) / 2 + (b - a) / 2 * y, np.full(count, at)], 1)
            for at, w, a, b in zip(z, wide, low, high, strict=True)
        ]
    )


@sculpture(
    "racing car",
    size=(4, 8),
    synonyms=("race car", "formula one car", "formula 1 car", "f1 car", "racecar"),
    kinds=("indy car", "grand prix car", "racer"),
)
def racing_car(rng: np.random.Generator) -> Sculpture:
    """A single-seater: low nose, wings before and behind, open wheels, a driver's helmet under the halo."""
    colour, trim = s.pick(
        rng,
        (
            ("#d1202a", "#f2f0ea"),
            ("#1f3f9a", "#f0b41e"),
            ("#f07a1c", "#1f6ab0"),
            ("#1f7a55", "#e8d24a"),
            ("#d8dadc", "#1fb0a8"),
        ),
    )
    coat, other = paint_of(colour, 0.25), paint_of(trim, 0.25)
    nose = sections(
        [
            (1.3, 0.06, 0.12, 0.2),
            (1.0, 0.1, 0.11, 0.29),
            (0.5, 0.16, 0.08, 0.39),
            (0.1, 0.2, 0.06, 0.43),
            (-0.3, 0.2, 0.06, 0.44),
            (-0.8, 0.13, 0.08, 0.4),
            (-1.15, 0.07, 0.16, 0.3),
        ]
    )
    box = sections(
        [(-0.14, 0.1, 0.3, 0.62), (-0.3, 0.12, 0.3, 0.7), (-0.65, 0.08, 0.3, 0.6), (-1.1, 0.035, 0.3, 0.44)], 0.85
    )
    inlet = s.ellipsoid(0.07, 0.07, 0.03, 24).translate((0, 0.6, -0.15))
    pods = s.mirrored(
        s.hull(
            [
                s.rounded_box(0.24, 0.28, 0.1, 0.05).translate((0.32, 0.07, 0.22)),
                s.rounded_box(0.24, 0.28, 0.1, 0.05).translate((0.32, 0.07, -0.1)),
                s.rounded_box(0.16, 0.14, 0.1, 0.05).translate((0.2, 0.07, -0.72)),
            ]
        )
    )
    mouths = s.mirrored(s.box(0.17, 0.17, 0.03).translate((0.33, 0.13, 0.27)))
    floor = s.extrude([(-0.42, -0.9), (0.42, -0.9), (0.42, 0.2), (0.18, 0.6), (-0.18, 0.6), (-0.42, 0.2)], 0.05).rotate(
        (90, 0, 0)
    )
    front_wing = s.box(1.12, 0.05, 0.26, 0.01).translate((0, 0.09, 1.26)) + s.mirrored(
        s.box(0.36, 0.05, 0.14).rotate((-16, 0, 0)).translate((0.36, 0.17, 1.16))
    )
    front_ends = s.mirrored(s.box(0.05, 0.2, 0.34, 0.01).translate((0.56, 0.06, 1.24)))
    rear_wing = s.box(0.84, 0.06, 0.26, 0.015).rotate((-12, 0, 0)).translate((0, 0.66, -1.16)) + s.box(
        0.84, 0.05, 0.14
    ).translate((0, 0.4, -1.2))
    rear_ends = s.mirrored(s.box(0.05, 0.44, 0.4, 0.01).translate((0.42, 0.34, -1.16)))
    strut = s.box(0.07, 0.45, 0.16).translate((0, 0.25, -1.14))
    hole = s.ellipsoid(0.15, 0.06, 0.3, 32).translate((0, 0.425, 0.04))
    helmet = s.ellipsoid(0.11, 0.12, 0.13, 32).translate((0, 0.52, -0.04))
    visor = s.ellipsoid(0.1, 0.045, 0.06, 24).translate((0, 0.53, 0.05))
    halo = s.tube(
        s.curve([(0.2, 0.5, -0.18), (0.18, 0.58, 0.1), (0, 0.58, 0.3), (-0.18, 0.58, 0.1), (-0.2, 0.5, -0.18)], 28),
        0.03,
        10,
    ) + s.rod((0, 0.57, 0.3), (0, 0.36, 0.42), 0.028)
    front, rear = (0.8, 0.235, 0.21), (-0.82, 0.25, 0.28)
    arms = []
    for z, r, _ in (front, rear):
        for y, dz in ((r * 0.7, 0.14), (r * 1.25, 0.14), (r * 0.7, -0.14), (r * 1.25, -0.14)):
            arms.append(s.mirrored(s.rod((0.08, y + 0.02, z + dz), (0.44, y, z), 0.024, segments=8)))
    tyres, rims = [], []
    for z, r, w in (front, rear):
        for x in (-0.46, 0.46):
            tyres.append(
                (
                    s.cylinder(w, r, segments=44, bevel=0.035)
                    - s.cylinder(w * 3, r * 0.55, segments=32).translate((0, -w, 0))
                )
                .translate((0, -w / 2, 0))
                .rotate((0, 0, 90))
                .translate((x, r, z))
            )
            rims.append(s.rod((x - w * 0.42, r, z), (x + w * 0.42, r, z), r * 0.57, segments=32))
    hubs = s.union(
        [
            s.rod((x * 0.46 - 0.15, r, z), (x * 0.46 + 0.15, r, z), r * 0.18)
            for z, r, _ in (front, rear)
            for x in (-1, 1)
        ]
    )
    mirrors = s.mirrored(
        s.box(0.13, 0.06, 0.05, 0.01).translate((0.28, 0.46, 0.3)) + s.rod((0.15, 0.4, 0.3), (0.28, 0.47, 0.3), 0.02)
    )
    number = s.cylinder(0.02, 0.085, segments=32).rotate((14, 0, 0)).translate((0, 0.335, 0.7))
    stripe = s.mirrored(s.box(0.03, 0.09, 0.42).translate((0.435, 0.2, 0.02)))
    light = s.box(0.08, 0.08, 0.04).translate((0, 0.24, -1.17))
    return finished(
        [
            Part("body", s.union([nose, box, pods]), coat, 50),
            Part("floor", floor.translate((0, 0.06, 0)), m.BLACK, 20),
            Part("wings", s.union([front_wing, rear_wing, strut]), other, 20),
            Part("end plates", front_ends + rear_ends, coat, 20),
            Part("openings", s.union([inlet, mouths, hole]), m.BLACK, 40),
            Part("helmet", helmet, paint_of(s.pick(rng, ("#f2f0ea", "#f0b41e", "#2456b8"))), 60),
            Part("visor", visor, m.EYE_BLACK, 60),
            Part("halo", halo, m.BLACK, 50),
            Part("suspension", s.group(arms), m.BLACK, 40),
            Part("tyres", s.group(tyres), m.RUBBER, 30),
            Part("rims", s.group(rims), m.DARK_STEEL, 30),
            Part("hubs", hubs, other, 30),
            Part("mirrors", mirrors, other, 30),
            Part("number", number, m.WHITE, 20),
            Part("stripes", stripe, other, 20),
            Part("light", light, TAIL_LAMP, 20),
        ],
        rng.uniform(1.9, 2.2),
        {"top": (0, 0.7, -0.3), "seat": (0, 0.35, 0.0)},
    )


@sculpture("go kart", size=(1.7, 3.2), synonyms=("kart", "gokart", "go cart"), kinds=("soapbox car",))
def go_kart(rng: np.random.Generator) -> Sculpture:
    """Low tubes, small fat wheels, a bucket seat, a nose fairing, an engine beside the seat."""
    coat = paint_of(s.pick(rng, ("#d1272a", "#2456b8", "#2f9a4a", "#f0b41e")), 0.3)
    r, track = 0.17, 0.92
    rails = s.mirrored(
        s.tube(s.curve([(0.16, 0.14, 0.85), (0.3, 0.13, 0.5), (0.32, 0.13, -0.3), (0.3, 0.14, -0.8)], 24), 0.035, 10)
    ) + s.union(
        [s.rod((-track / 2, r, z), (track / 2, r, z), 0.035) for z in (0.58, -0.62)]
        + [
            s.tube(
                s.curve([(-0.42, 0.2, -0.72), (-0.38, 0.22, -0.92), (0.38, 0.22, -0.92), (0.42, 0.2, -0.72)], 24),
                0.035,
                10,
            )
        ]
    )
    floor = s.box(0.62, 0.04, 1.3).translate((0, 0.1, 0.2))
    nose = s.hull(
        [
            s.rounded_box(0.84, 0.16, 0.14, 0.06).translate((0, 0.1, 0.86)),
            s.rounded_box(0.5, 0.14, 0.12, 0.05).translate((0, 0.14, 1.0)),
            s.rounded_box(0.4, 0.12, 0.12, 0.05).translate((0, 0.34, 0.62)),
        ]
    )
    panel = s.hull(
        [
            s.box(0.3, 0.06, 0.06).translate((0, 0.3, 0.58)),
            s.box(0.24, 0.06, 0.06).translate((0, 0.56, 0.42)),
        ]
    )
    pods = s.mirrored(s.rounded_box(0.2, 0.2, 0.66, 0.07).translate((0.46, 0.09, -0.02)))
    seat = (
        s.hull(
            [
                s.rounded_box(0.42, 0.1, 0.36, 0.05).translate((0, 0.14, -0.18)),
                s.rounded_box(0.4, 0.12, 0.1, 0.05).translate((0, 0.16, -0.38)),
            ]
        )
        + s.hull(
            [
                s.rounded_box(0.42, 0.12, 0.1, 0.05).translate((0, 0.16, -0.36)),
                s.rounded_box(0.34, 0.1, 0.08, 0.04).translate((0, 0.62, -0.5)),
            ]
        )
        + s.mirrored(
            s.hull(
                [
                    s.rounded_box(0.06, 0.2, 0.3, 0.03).translate((0.2, 0.18, -0.2)),
                    s.rounded_box(0.06, 0.3, 0.1, 0.03).translate((0.19, 0.2, -0.4)),
                ]
            )
        )
    )
    steer = s.torus(0.15, 0.032, 32, 10).rotate((58, 0, 0)).translate((0, 0.56, 0.22))
    column = s.rod((0, 0.2, 0.6), (0, 0.56, 0.22), 0.03) + s.box(0.28, 0.05, 0.03).rotate((-32, 0, 0)).translate(
        (0, 0.53, 0.22)
    )
    engine = s.rounded_box(0.24, 0.26, 0.28, 0.04).translate((-0.36, 0.14, -0.46))
    fins = s.group([s.box(0.26, 0.03, 0.3).translate((-0.36, 0.42 + 0.045 * k, -0.46)) for k in range(3)]) + s.rod(
        (-0.36, 0.38, -0.46), (-0.36, 0.54, -0.46), 0.08
    )
    pipe = s.tube(
        s.curve([(-0.36, 0.3, -0.6), (-0.3, 0.34, -0.76), (0.1, 0.32, -0.8), (0.36, 0.32, -0.8)], 20), 0.05, 10
    )
    tyres, rims = [], []
    for z, w in ((0.58, 0.18), (-0.62, 0.24)):
        for x in (-track / 2, track / 2):
            tyres.append(
                (
                    s.cylinder(w, r, segments=36, bevel=0.045)
                    - s.cylinder(w * 3, r * 0.5, segments=28).translate((0, -w, 0))
                )
                .translate((0, -w / 2, 0))
                .rotate((0, 0, 90))
                .translate((x, r, z))
            )
            rims.append(s.rod((x - w * 0.4, r, z), (x + w * 0.4, r, z), r * 0.52, segments=28))
    plate = s.cylinder(0.03, 0.1, segments=28).rotate((64, 0, 0)).translate((0, 0.46, 0.51))
    return finished(
        [
            Part("frame", rails, m.DARK_STEEL, 40),
            Part("floor", floor, m.STEEL, 20),
            Part("fairings", s.union([nose, panel, pods]), coat, 40),
            Part("seat", seat, m.BLACK, 40),
            Part("steering wheel", steer, m.BLACK, 50),
            Part("column", column, m.DARK_STEEL, 40),
            Part("engine", engine + fins, m.STEEL.shaded(0.8), 20),
            Part("exhaust", pipe, m.IRON, 50),
            Part("tyres", s.group(tyres), m.RUBBER, 30),
            Part("rims", s.group(rims), paint_of("#e8c22e"), 30),
            Part("number", plate, m.WHITE, 20),
        ],
        rng.uniform(0.9, 1.05),
        {"top": (0, 0.72, -0.5), "seat": (0, 0.24, -0.18)},
    )


@sculpture("golf cart", size=(2.8, 5), synonyms=("golf buggy", "golf car", "golfcart"), kinds=("electric cart",))
def golf_cart(rng: np.random.Generator) -> Sculpture:
    """A bench under a roof on four posts, small wheels, a windscreen, bags of clubs behind."""
    coat = paint_of(s.pick(rng, ("#2f6b4a", "#2f5fae", "#c8322c", "#e9e4d2", "#f2f1ec"), (1, 1, 1, 1, 4)), 0.3)
    r, track = 0.2, 0.8
    floor = s.box(0.86, 0.1, 1.6, 0.03).translate((0, 0.22, 0.0))
    arches = s.union([s.rod((-1, r, z), (1, r, z), r * 1.2, segments=36) for z in (0.66, -0.6)])
    cowl = side_solid(
        [(0.98, 0.2), (1.02, 0.42), (0.9, 0.62), (0.56, 0.74), (0.48, 0.62), (0.62, 0.3), (0.62, 0.2)], 0.86, 0.03
    )
    rear = side_solid([(-0.12, 0.26), (-0.12, 0.52), (-1.0, 0.56), (-1.05, 0.3), (-0.95, 0.24)], 0.88, 0.04)
    body = s.union([cowl, rear, floor]) - arches
    bench = s.rounded_box(0.84, 0.13, 0.46, 0.05).translate((0, 0.54, -0.28)) + s.rounded_box(
        0.84, 0.36, 0.12, 0.05
    ).rotate((-8, 0, 0)).translate((0, 0.68, -0.52))
    posts = s.mirrored(
        s.rod((0.38, 0.6, 0.7), (0.36, 1.46, 0.42), 0.03) + s.rod((0.4, 0.5, -0.66), (0.37, 1.46, -0.62), 0.03)
    )
    roof = s.rounded_box(0.92, 0.09, 1.34, 0.04).translate((0, 1.44, -0.1))
    screen = s.beam((0, 0.7, 0.68), (0, 1.44, 0.43), 0.7, 0.03)
    steer = s.torus(0.13, 0.03, 28, 8).rotate((40, 0, 0)).translate((0.2, 0.84, 0.34)) + s.rod(
        (0.2, 0.64, 0.56), (0.2, 0.84, 0.34), 0.03
    )
    bags, clubs = [], []
    for x in (-0.2, 0.2):

        def lean(solid: s.Solid, x: float = x) -> s.Solid:
            return solid.rotate((-10, 0, 0)).translate((x, 0.52, -0.84))

        bags.append(lean(s.cylinder(0.6, 0.13, 0.145, 24, 0.02)))
        for dx, dz in ((-0.05, 0.03), (0.05, 0.04), (0.0, -0.05)):
            clubs.append(lean(s.rod((dx, 0.5, dz), (dx * 1.6, 0.82, dz * 1.4), 0.024, segments=8)))
            clubs.append(lean(s.rounded_box(0.1, 0.06, 0.06, 0.02).translate((dx * 1.6, 0.8, dz * 1.4 + 0.02))))
    lamps = s.mirrored(s.ellipsoid(0.08, 0.05, 0.03, 20).translate((0.29, 0.48, 0.985)))
    bumper = s.box(0.8, 0.1, 0.1, 0.02).translate((0, 0.22, 1.0)) + s.box(0.8, 0.08, 0.08, 0.02).translate(
        (0, 0.24, -1.05)
    )
    return finished(
        [
            Part("body", body, coat, 40),
            Part("roof", roof, coat, 50),
            Part("posts", posts, m.BLACK, 40),
            Part("windscreen", screen, m.Material("screen", m.srgb("#b8d4de"), 0.08, transmission=0.5), 20),
            Part(
                "bench",
                bench,
                s.pick(rng, (m.LEATHER.coloured("#c9b48a"), m.LEATHER.coloured("#3a3634"), m.LEATHER)),
                40,
            ),
            Part("steering wheel", steer, m.BLACK, 50),
            Part("bags", s.union(bags), paint_of(s.pick(rng, ("#b5322a", "#24508a", "#2a2a2c"))), 40),
            Part("clubs", s.group(clubs), m.STEEL, 40),
            Part("headlights", lamps, LAMP, 60),
            Part("bumpers", bumper, m.BLACK, 20),
            *wheels(r, 0.17, track, (0.66, -0.6)),
        ],
        rng.uniform(1.1, 1.3),
        {"top": (0, 1.53, -0.1), "seat": (0, 0.67, -0.25)},
    )


@sculpture("jeep", size=(3.5, 6.5), synonyms=("army jeep",), kinds=("landrover", "land rover", "four wheel drive"))
def jeep(rng: np.random.Generator) -> Sculpture:
    """Flat sides and bonnet, seven slots, round lamps, wings over the wheels, an upright windscreen, a spare wheel."""
    army = s.chance(rng, 0.6)
    coat = paint_of(
        s.pick(rng, ("#5f6b3c", "#56623f", "#6b6f45")) if army else s.pick(rng, ("#c8322c", "#f0a81e", "#2f5fae")), 0.6
    )
    closed = s.chance(rng, 0.3)
    r, track, axles = 0.27, 0.84, (0.66, -0.66)
    tub = s.box(0.86, 0.42, 1.2, 0.02).translate((0, 0.34, -0.45)) - s.box(0.7, 0.5, 0.98).translate((0, 0.46, -0.42))
    doors = s.mirrored(s.rod((0.3, 0.86, -0.05), (0.6, 0.86, -0.05), 0.22, segments=28))
    bonnet = side_solid([(0.98, 0.34), (0.98, 0.78), (0.2, 0.86), (0.1, 0.86), (0.1, 0.34)], 0.72, 0.02)
    arches = s.union([s.rod((-1, r, z), (1, r, z), r * 1.12, segments=36) for z in axles])
    wings = s.mirrored(
        side_solid(
            [(1.06, 0.48), (1.0, 0.62), (0.5, 0.64), (0.2, 0.34), (0.32, 0.34), (0.54, 0.55), (0.94, 0.54)], 0.26
        ).translate((0.43, 0, 0))
        + side_solid(
            [(-0.3, 0.52), (-0.36, 0.62), (-1.0, 0.62), (-1.06, 0.5), (-1.0, 0.5), (-0.94, 0.54), (-0.4, 0.54)], 0.14
        ).translate((0.47, 0, 0))
    )
    face = s.box(0.72, 0.44, 0.08, 0.02).translate((0, 0.36, 0.99))
    slots = s.group([s.box(0.038, 0.24, 0.03).translate((x, 0.46, 1.025)) for x in np.linspace(-0.18, 0.18, 7)])
    lamps = s.mirrored(s.cylinder(0.05, 0.085, segments=28).rotate((90, 0, 0)).translate((0.27, 0.6, 1.0)))
    rims = s.mirrored(s.torus(0.085, 0.018, 28, 8).rotate((90, 0, 0)).translate((0.27, 0.6, 1.04)))
    screen_frame = s.box(0.78, 0.42, 0.07).translate((0, 0, 0)) - s.box(0.64, 0.28, 0.2).translate((0, 0.07, 0))
    pane = s.box(0.66, 0.3, 0.03).translate((0, 0.06, 0))

    def rake(solid: s.Solid) -> s.Solid:
        return solid.rotate((-9, 0, 0)).translate((0, 0.8, 0.14))

    bumper = s.box(0.96, 0.12, 0.1).translate((0, 0.3, 1.1)) + s.box(0.8, 0.1, 0.08).translate((0, 0.3, -1.08))
    seats = s.union(
        [
            s.rounded_box(0.28, 0.1, 0.3, 0.03).translate((x, 0.5, -0.22))
            + s.rounded_box(0.28, 0.36, 0.09, 0.03).translate((x, 0.54, -0.38))
            for x in (-0.19, 0.19)
        ]
        + [s.rounded_box(0.66, 0.32, 0.1, 0.03).translate((0, 0.5, -0.84))]
    )
    steer = s.torus(0.11, 0.026, 28, 8).rotate((50, 0, 0)).translate((0.19, 0.84, 0.02))
    tyre, rim = wheel(r, 0.19)
    spare = tyre.rotate((0, 90, 0)).translate((0, 0.62, -1.16))
    spare_rim = rim.rotate((0, 90, 0)).translate((0, 0.62, -1.16))
    bar = s.tube(
        s.curve(
            [
                (0.38, 0.7, -0.62),
                (0.37, 1.16, -0.6),
                (0.24, 1.24, -0.6),
                (-0.24, 1.24, -0.6),
                (-0.37, 1.16, -0.6),
                (-0.38, 0.7, -0.62),
            ],
            40,
        ),
        0.035,
        10,
    )
    chassis = s.box(0.56, 0.16, 2.0).translate((0, 0.24, 0))
    parts = [
        Part("body", s.union([tub - doors, bonnet, face]) - arches, coat, 20),
        Part("wings", wings, coat if army else m.BLACK, 30),
        Part("chassis", chassis, m.BLACK, 20),
        Part("slots", slots, m.BLACK, 20),
        Part("headlights", lamps, LAMP, 40),
        Part("lamp rims", rims, m.BLACK if army else m.STEEL, 40),
        Part("windscreen frame", rake(screen_frame), coat, 20),
        Part("windscreen", rake(pane), m.Material("screen", m.srgb("#9fbcc8"), 0.08, transmission=0.4), 20),
        Part("bumpers", bumper, m.BLACK if not army else coat.shaded(0.75), 20),
        Part("seats", seats, m.LEATHER.coloured("#3f3a2e"), 30),
        Part("steering wheel", steer, m.BLACK, 50),
        Part("spare tyre", spare, m.RUBBER, 50),
        Part("spare rim", spare_rim, coat.shaded(0.85), 40),
        *wheels(r, 0.2, track, axles),
    ]
    if army:
        star = s.extrude(s.star(5, 0.13, 0.055), 0.03).rotate((-90, 0, 0)).rotate((6, 0, 0)).translate((0, 0.835, 0.6))
        parts.append(Part("star", star, m.WHITE, 20))
    if closed:
        top = s.hull(
            [s.box(0.84, 0.03, 1.2).translate((0, 0.76, -0.45)), s.box(0.78, 0.03, 1.12).translate((0, 1.22, -0.46))]
        )
        parts.append(Part("hood", top - s.box(2, 0.5, 0.6).translate((0, 0.7, 0.0)), m.CANVAS.shaded(0.8), 30))
        parts.append(Part("roof", s.box(0.8, 0.06, 1.24, 0.02).translate((0, 1.2, -0.42)), m.CANVAS.shaded(0.8), 30))
    else:
        parts.append(Part("roll bar", bar, m.BLACK, 40))
    return finished(parts, rng.uniform(1.6, 1.9), {"top": (0, 1.25, -0.5), "seat": (0.19, 0.6, -0.2)})


@sculpture("limousine", size=(6, 12), synonyms=("limo", "stretch limo", "stretch limousine"))
def limousine(rng: np.random.Generator) -> Sculpture:
    """A very long saloon, black or white, with a row of dark windows and bright trim."""
    colour = s.pick(rng, ("#f2f1ec", "#6b1f2a", "#1a1a1e"), (2, 1, 6))
    coat = paint_of(colour, 0.2)
    wide, half, r = 0.8, rng.uniform(1.65, 1.85), 0.2
    nose = half - 0.72
    body = side_solid(
        [
            (half, 0.16),
            (half + 0.02, 0.34),
            (half - 0.06, 0.44),
            (nose, 0.5),
            (-half + 0.45, 0.51),
            (-half, 0.47),
            (-half - 0.03, 0.3),
            (-half, 0.16),
        ],
        wide,
        0.04,
    )
    glass, frame = glasshouse(
        (0.5, -half + 0.42, nose + 0.06, wide * 0.95),
        (0.72, -half + 0.72, nose - 0.3, wide * 0.78),
        0.07,
        0.05,
        (0.2, 0.44, 0.62, 0.82),
    )
    axles = (half - 0.42, -half + 0.44)
    arches = s.union([s.rod((-1, r, z), (1, r, z), r * 1.14, segments=36) for z in axles])
    floor = s.box(wide * 0.84, 0.16, 2 * half - 0.1).translate((0, 0.14, 0)) - arches
    trim = s.mirrored(s.box(0.03, 0.045, 2 * half - 0.12).translate((wide / 2, 0.3, 0)) - arches)
    grille = s.box(0.34, 0.2, 0.05, 0.01).translate((0, 0.24, half + 0.01))
    slats = s.group([s.box(0.025, 0.16, 0.03).translate((x, 0.26, half + 0.035)) for x in np.linspace(-0.12, 0.12, 5)])
    lamps = s.mirrored(s.rounded_box(0.15, 0.1, 0.06, 0.02).translate((0.29, 0.3, half)))
    tail = s.mirrored(s.box(0.18, 0.08, 0.04).translate((0.27, 0.34, -half - 0.02)))
    bumpers = s.group(
        [s.rounded_box(wide * 1.02, 0.08, 0.08, 0.03).translate((0, 0.14, z)) for z in (half + 0.01, -half - 0.01)]
    )
    doors = s.mirrored(
        s.group(
            [s.box(0.02, 0.28, 0.025).translate((wide / 2, 0.2, z)) for z in np.linspace(-half * 0.5, nose * 0.92, 5)]
        )
    )
    aerial = s.rod((0.0, 0.5, -half + 0.3), (0.0, 0.8, -half + 0.12), 0.02, 0.014, 8)
    return finished(
        [
            Part("body", (body - arches) + frame, coat, 30),
            Part("windows", glass, m.WINDOW.shaded(1.25 if colour == "#1a1a1e" else 0.7), 20),
            Part("floor", floor, m.BLACK, 20),
            Part("trim", trim, m.STEEL, 20),
            Part("grille", grille, m.STEEL, 20),
            Part("slats", slats, m.BLACK, 20),
            Part("headlights", lamps, LAMP, 40),
            Part("tail lights", tail, TAIL_LAMP, 20),
            Part("bumpers", bumpers, m.STEEL, 40),
            Part("doors", doors, m.IRON if colour == "#1a1a1e" else coat.shaded(0.6), 20),
            Part("aerial", aerial, m.STEEL, 40),
            *wheels(r, 0.15, wide * 0.88, axles),
        ],
        rng.uniform(2.1, 2.5),
        {"top": (0, 0.77, -0.2), "seat": (0, 0.5, 0.5)},
    )
