"""What horses, reindeer and people draw: coaches, chariots, wagons, rickshaws, sleighs; fronts to +Z."""

from __future__ import annotations

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.vehicles.flying import paint_of
from bozzetto.foundry.sculpt.vehicles.ground import side_solid


def spoked(radius: float, spokes: int, thick: float = 0.05) -> tuple[s.Solid, s.Solid]:
    """A wooden wheel about the X axis, in the origin, and its iron tyre."""
    felloe = s.torus(radius - thick * 1.1, thick * 0.8, 44, 10)
    arms = s.around(s.rod((0, 0, 0), (0, 0, radius - thick), thick * 0.55, thick * 0.45, 10), spokes)
    hub = s.cylinder(thick * 3.4, radius * 0.14, segments=20).translate((0, -thick * 1.7, 0))
    tyre = s.cylinder(thick * 1.5, radius, segments=48).translate((0, -thick * 0.75, 0)) - s.cylinder(
        thick * 3, radius - thick * 0.6, segments=48
    ).translate((0, -thick * 1.5, 0))
    return s.union([felloe, arms, hub]).rotate((0, 0, 90)), tyre.rotate((0, 0, 90))


@sculpture(
    "carriage",
    size=(3.5, 8),
    synonyms=("horse carriage", "horse drawn carriage", "royal carriage", "stagecoach"),
    kinds=("coach and four", "hansom cab", "brougham", "horse buggy"),
)
def carriage(rng: np.random.Generator) -> Sculpture:
    """A closed coach hung between small wheels before and great ones behind, a driver's seat, lamps, gilding."""
    colour, gilt = s.pick(
        rng,
        (
            ("#8a1f2a", "#e6b83a"),
            ("#24407a", "#e6b83a"),
            ("#2a2a30", "#d8a83a"),
            ("#2f5f45", "#e6b83a"),
            ("#efe9dc", "#e6b83a"),
        ),
    )
    coat = paint_of(colour, 0.3)
    gold = m.GOLD.coloured(gilt, "gilding")
    y = 0.52
    belly = [
        (0.5, y + 0.16),
        (0.52, y + 0.42),
        (0.62, y + 0.98),
        (-0.62, y + 0.98),
        (-0.52, y + 0.42),
        (-0.5, y + 0.16),
    ]
    belly += [(-0.3, y), (0.3, y)]
    body = side_solid(belly, 0.84, 0.03)
    roof = side_solid(
        [(0.7, y + 0.96), (0.66, y + 1.04), (0.3, y + 1.14), (-0.3, y + 1.14), (-0.66, y + 1.04), (-0.7, y + 0.96)],
        0.94,
        0.03,
    )
    edge = side_solid([(0.73, y + 0.94), (0.73, y + 1.0), (-0.73, y + 1.0), (-0.73, y + 0.94)], 0.98, 0.01)
    knobs = s.group([s.sphere(0.07, 16).translate((x, y + 1.08, z)) for x in (-0.42, 0.42) for z in (-0.62, 0.62)])
    finial = s.revolve(s.profile([(0, 0), (0.14, 0), (0.06, 0.08), (0.1, 0.16), (0, 0.26)], 16), 20).translate(
        (0, y + 1.12, 0)
    )
    panes = s.mirrored(
        s.union(
            [
                s.box(0.03, 0.34, 0.3).translate((0.415, y + 0.52, 0)),
                s.box(0.03, 0.28, 0.17).translate((0.415, y + 0.55, 0.36)),
                s.box(0.03, 0.28, 0.17).translate((0.415, y + 0.55, -0.36)),
            ]
        )
    ) + s.box(0.5, 0.3, 0.05).rotate((-10, 0, 0)).translate((0, y + 0.56, 0.57))
    frames = s.mirrored(
        s.union(
            [s.box(0.045, 0.8, 0.035).translate((0.412, y + 0.12, z)) for z in (-0.2, 0.2)]
            + [
                s.box(0.045, 0.035, 0.44).translate((0.412, y + 0.46, 0)),
                s.box(0.045, 0.035, 0.44).translate((0.412, y + 0.88, 0)),
                s.box(0.045, 0.04, 1.02).translate((0.412, y + 0.42, 0)),
            ]
        )
    )
    crest = s.mirrored(s.ellipsoid(0.03, 0.09, 0.08, 20).translate((0.425, y + 0.28, 0)))
    perch = s.box(0.16, 0.09, 2.3).translate((0, 0.4, 0.1))
    springs = s.mirrored(
        s.tube(s.curve([(0.3, 0.44, 1.02), (0.32, 0.7, 0.98), (0.33, 0.8, 0.72), (0.33, 0.72, 0.52)], 20), 0.04, 10)
        + s.tube(
            s.curve([(0.3, 0.44, -1.02), (0.32, 0.74, -1.0), (0.33, 0.84, -0.76), (0.33, 0.74, -0.52)], 20), 0.04, 10
        )
    )
    box_seat = s.rounded_box(0.66, 0.14, 0.34, 0.04).translate((0, 1.08, 0.98))
    foot = s.hull(
        [s.box(0.6, 0.06, 0.26).translate((0, 1.02, 0.96)), s.box(0.4, 0.06, 0.3).translate((0, 0.46, 0.96))]
    ) + side_solid([(1.08, 0.5), (1.34, 0.62), (1.46, 0.92), (1.4, 0.94), (1.28, 0.7), (1.08, 0.6)], 0.56)
    cloth = s.rounded_box(0.62, 0.22, 0.08, 0.03).translate((0, 1.18, 0.84))
    small, big = 0.34, 0.5
    wood_s, tyre_s = spoked(small, 8, 0.05)
    wood_b, tyre_b = spoked(big, 10, 0.055)
    spots = [(x, small, 1.02) for x in (-0.5, 0.5)], [(x, big, -0.96) for x in (-0.53, 0.53)]
    axles = s.rod((-0.5, small, 1.02), (0.5, small, 1.02), 0.05) + s.rod((-0.53, big, -0.96), (0.53, big, -0.96), 0.05)
    shafts = s.mirrored(s.tube(s.curve([(0.16, 0.4, 1.15), (0.24, 0.44, 1.5), (0.24, 0.56, 1.95)], 16), 0.036, 10))
    lamps = s.mirrored(s.prism(0.16, 0.075, 6).translate((0.49, y + 0.56, 0.58)))
    caps = s.mirrored(
        s.cone(0.1, 0.09, 6).translate((0.49, y + 0.72, 0.58)) + s.sphere(0.05, 12).translate((0.49, y + 0.55, 0.58))
    )
    steps = s.mirrored(
        s.box(0.16, 0.04, 0.24).translate((0.46, y - 0.12, 0)) + s.box(0.04, 0.2, 0.04).translate((0.4, y - 0.1, 0))
    )
    wheels_ = s.group([wood_s.translate(p) for p in spots[0]] + [wood_b.translate(p) for p in spots[1]])
    tyres = s.group([tyre_s.translate(p) for p in spots[0]] + [tyre_b.translate(p) for p in spots[1]])
    return finished(
        [
            Part("body", body, coat, 30),
            Part("roof", roof, coat.shaded(0.85), 30),
            Part("gilding", s.union([edge, knobs, finial, frames, crest]), gold, 40),
            Part("windows", panes, m.WINDOW, 20),
            Part("perch", perch + foot, coat.shaded(0.75), 20),
            Part("springs", springs, gold.shaded(0.85), 50),
            Part(
                "driver's seat",
                box_seat + cloth,
                m.VELVET.coloured("#5a1a22" if colour != "#8a1f2a" else "#2a2a30"),
                40,
            ),
            Part("wheels", wheels_, gold if colour in ("#8a1f2a", "#24407a", "#efe9dc") else coat, 40),
            Part("tyres", tyres, m.IRON.shaded(0.7), 40),
            Part("axles", axles, m.IRON.shaded(0.7), 40),
            Part("shafts", shafts, m.WALNUT, 50),
            Part("lamps", lamps, m.LAMP_GLOW, 20),
            Part("lamp caps", caps, gold, 30),
            Part("steps", steps, m.IRON, 20),
        ],
        rng.uniform(1.4, 1.7),
        {"seat": (0, 1.22, 1.0), "inside": (0, y + 0.3, 0)},
    )


@sculpture("chariot", size=(2.2, 5), synonyms=("war chariot", "roman chariot"), kinds=("quadriga", "racing chariot"))
def chariot(rng: np.random.Generator) -> Sculpture:
    """Two spoked wheels, a curved breastwork open behind, a pole with a yoke before."""
    colour = s.pick(
        rng,
        ("#a8242a", "#b5322a", "#24507a", "#6a2f7a"),
    )
    gold = m.GOLD.varied(rng, 0.05)
    r = rng.uniform(0.44, 0.5)
    floor_y = r * 0.95
    angle = np.radians(np.linspace(-118, 118, 41))
    wide, deep = 0.42, 0.46
    wall = []
    for k, a in enumerate(angle[:-1]):
        b = angle[k + 1]
        height = [0.34 + 0.48 * max(np.cos(t * 0.74), 0) ** 1.4 for t in (a, b)]
        pts = [(wide * np.sin(t), deep * np.cos(t) * (1.0 if np.cos(t) > 0 else 1.2)) for t in (a, b)]
        quad = [
            (x * q, floor_y + h, z * q)
            for (x, z), hh in zip(pts, height, strict=True)
            for q in (1.0, 0.87)
            for h in (0.0, hh)
        ]
        wall.append(s.Solid.hull_points(np.array(quad)))
    shell = s.union(wall)
    path = [
        (
            wide * 0.935 * np.sin(a),
            floor_y + 0.35 + 0.48 * max(np.cos(a * 0.74), 0) ** 1.4,
            deep * 0.935 * np.cos(a) * (1.0 if np.cos(a) > 0 else 1.2),
        )
        for a in angle
    ]
    rim = s.tube(path, 0.042, 10) + s.group([s.sphere(0.06, 14).translate(path[k]) for k in (0, -1)])
    base = s.tube([(x * 1.03, floor_y + 0.05, z * 1.03) for x, _, z in path], 0.034, 8)
    floor = (
        s.union([s.extrude(s.circle(wide, 40, deep), 0.07), s.box(wide * 1.9, 0.36, 0.07).translate((0, -0.36, 0))])
        .rotate((90, 0, 0))
        .translate((0, floor_y, 0))
    )
    wood, tyre = spoked(r, 8, 0.055)
    spots = [(x, r, -0.1) for x in (-0.56, 0.56)]
    axle = s.rod((-0.64, r, -0.1), (0.64, r, -0.1), 0.05)
    pole = s.tube(
        s.curve(
            [(0, floor_y - 0.02, -0.2), (0, floor_y - 0.04, 0.5), (0, floor_y + 0.12, 1.1), (0, floor_y + 0.36, 1.5)],
            24,
        ),
        0.05,
        12,
    )
    yoke = s.tube(
        s.curve(
            [
                (-0.46, floor_y + 0.3, 1.48),
                (-0.3, floor_y + 0.42, 1.5),
                (-0.12, floor_y + 0.36, 1.5),
                (0, floor_y + 0.4, 1.5),
            ]
            + [(0.12, floor_y + 0.36, 1.5), (0.3, floor_y + 0.42, 1.5), (0.46, floor_y + 0.3, 1.48)],
            40,
        ),
        0.04,
        10,
    )
    disc = s.ellipsoid(0.16, 0.16, 0.05, 28).translate((0, floor_y + 0.5, deep * 1.0))
    rays = s.extrude(s.star(8, 0.2, 0.11), 0.05).translate((0, floor_y + 0.5, deep * 0.99))
    bosses = s.mirrored(
        s.group(
            [
                s.ellipsoid(0.05, 0.07, 0.07, 16).translate((wide * np.sin(t) * 1.0, floor_y + 0.32, deep * np.cos(t)))
                for t in (0.8, 1.5)
            ]
        )
    )
    hubs = s.mirrored(s.ellipsoid(0.06, 0.085, 0.085, 16).translate((0.66, r, -0.1)))
    return finished(
        [
            Part("breastwork", shell, paint_of(colour, 0.4), 40),
            Part("rims", s.union([rim, base]), gold, 50),
            Part("floor", floor, m.OAK, 20),
            Part("wheels", s.group([wood.translate(p) for p in spots]), gold.shaded(0.95), 40),
            Part("tyres", s.group([tyre.translate(p) for p in spots]), m.IRON, 40),
            Part("axle", axle, m.IRON, 40),
            Part("hubs", hubs, paint_of(colour, 0.4), 50),
            Part("pole", s.union([pole, yoke]), m.WALNUT, 50),
            Part("sun", s.union([disc, rays]), gold, 40),
            Part("bosses", bosses, gold, 50),
        ],
        rng.uniform(1.2, 1.45),
        {"seat": (0, floor_y + 0.04, -0.1), "inside": (0, floor_y + 0.04, -0.1)},
    )


@sculpture(
    "covered wagon",
    size=(3.5, 8),
    synonyms=("conestoga wagon", "prairie schooner", "pioneer wagon"),
    kinds=("wagon", "waggon", "horse wagon"),
)
def covered_wagon(rng: np.random.Generator) -> Sculpture:
    """A plank box on four spoked wheels under a white bonnet on hoops, open at both ends."""
    wood = s.pick(rng, (m.OAK, m.WALNUT, m.OLD_WOOD)).varied(rng)
    cloth = m.CANVAS.coloured(s.pick(rng, ("#f2ead8", "#e9dcc0", "#efe6cf"))).varied(rng, 0.03)
    small, big = 0.4, 0.5
    y = 0.56
    box = s.hull([s.box(0.8, 0.03, 1.7).translate((0, y, 0)), s.box(0.94, 0.03, 2.0).translate((0, y + 0.38, 0))])
    hollow = s.hull(
        [s.box(0.68, 0.03, 1.58).translate((0, y + 0.08, 0)), s.box(0.84, 0.03, 1.9).translate((0, y + 0.4, 0))]
    )
    planks = s.mirrored(
        s.union(
            [
                s.beam(
                    (0.41 + 0.07 * t, y + 0.38 * t, -0.87 - 0.1 * t),
                    (0.41 + 0.07 * t, y + 0.38 * t, 0.87 + 0.1 * t),
                    0.05,
                    0.045,
                )
                for t in (0.34, 0.68, 1.0)
            ]
        )
    )
    ribs = s.mirrored(
        s.group([s.beam((0.415, y - 0.02, z), (0.49, y + 0.42, z * 1.1), 0.06, 0.08) for z in (-0.7, -0.24, 0.24, 0.7)])
    )
    angle = np.radians(np.linspace(-8, 188, 30))
    wide, tall = 0.53, rng.uniform(0.78, 0.88)
    outer = np.stack([wide * np.cos(angle), tall * np.sin(angle)], 1)
    inner = np.stack([(wide - 0.06) * np.cos(angle), (tall - 0.06) * np.sin(angle)], 1)[::-1]
    shell = s.extrude(np.concatenate([outer, inner]), 2.24).refine_to_length(0.12)
    rise = rng.uniform(0.1, 0.18)

    def bulged(p: np.ndarray) -> np.ndarray:
        sag = 0.035 * np.cos(p[:, 2] * 2 * np.pi / 0.56) - 0.035
        scale = 1 + sag
        lift = rise * (p[:, 2] / 1.1) ** 2
        return np.stack(
            [
                p[:, 0] * scale,
                y + 0.4 + p[:, 1] * scale + lift * np.clip(p[:, 1] / tall, 0, 1),
                p[:, 2] * (1 + 0.1 * np.clip(p[:, 1] / tall, 0, 1)),
            ],
            1,
        )

    bonnet = s.warp(shell, bulged)
    front, rear = (0.74, small), (-0.72, big)
    parts_w, tyres = [], []
    for z, r in (front, rear):
        wood_w, tyre = spoked(r, 10 if r == big else 8, 0.052)
        for x in (-0.58, 0.58):
            parts_w.append(wood_w.translate((x, r, z)))
            tyres.append(tyre.translate((x, r, z)))
    axles = s.union(
        [s.rod((-0.58, r, z), (0.58, r, z), 0.055) for z, r in (front, rear)]
        + [s.box(0.5, y - r + 0.02, 0.2).translate((0, r, z)) for z, r in (front, rear)]
    )
    pole = s.rod((0, 0.42, 0.7), (0, 0.46, 1.75), 0.045) + s.rod((-0.34, 0.47, 1.36), (0.34, 0.47, 1.36), 0.04)
    seat = s.box(0.86, 0.06, 0.26).translate((0, y + 0.46, 0.96)) + s.box(0.8, 0.3, 0.05).translate((0, y + 0.2, 1.06))
    barrel = s.revolve(s.profile([(0, 0), (0.1, 0), (0.13, 0.14), (0.1, 0.28), (0, 0.28)], 16), 24).translate(
        (0.5, y + 0.02, -0.0)
    )
    shelf = s.box(0.2, 0.05, 0.3).translate((0.5, y - 0.02, 0.0))
    lever = s.rod((-0.56, 0.5, -0.2), (-0.54, 1.05, -0.1), 0.03)
    parts = [
        Part("box", (box - hollow) + seat + shelf, wood, 20),
        Part("planks", planks + ribs, wood.shaded(0.75), 20),
        Part("bonnet", bonnet, cloth, 50),
        Part("wheels", s.group(parts_w), wood.shaded(1.12), 40),
        Part("tyres", s.group(tyres), m.IRON, 40),
        Part("axles", axles, wood.shaded(0.65), 30),
        Part("pole", pole, wood.shaded(0.85), 40),
        Part("barrel", barrel, m.OAK.shaded(0.8), 40),
        Part("brake", lever, m.IRON, 40),
    ]
    return finished(parts, rng.uniform(1.4, 1.7), {"seat": (0, y + 0.52, 0.96), "inside": (0, y + 0.1, 0)})


@sculpture("rickshaw", size=(2, 4.5), synonyms=("pulled rickshaw", "jinrikisha"), kinds=("trishaw", "hand cart taxi"))
def rickshaw(rng: np.random.Generator) -> Sculpture:
    """A seat with a folding hood over two great wheels, two long shafts before joined by a bar."""
    colour, cloth = s.pick(
        rng, (("#a8242a", "#2a2a2e"), ("#2a2a2e", "#a8242a"), ("#24507a", "#d8a83a"), ("#2f6b45", "#d8a83a"))
    )
    coat = paint_of(colour, 0.3)
    r = 0.52
    wood, tyre = spoked(r, 12, 0.042)
    spots = [(x, r, -0.12) for x in (-0.5, 0.5)]
    axle = s.rod((-0.5, r, -0.12), (0.5, r, -0.12), 0.045)
    tub = side_solid(
        [(0.34, 0.52), (0.26, 0.78), (-0.36, 0.78), (-0.46, 1.18), (-0.54, 1.18), (-0.5, 0.56), (-0.3, 0.48)],
        0.74,
        0.02,
    )
    sides = s.mirrored(
        side_solid([(0.3, 0.6), (0.24, 0.98), (-0.1, 1.0), (-0.42, 1.18), (-0.5, 0.6)], 0.05).translate((0.37, 0, 0))
    )
    foot = side_solid([(0.3, 0.44), (0.8, 0.4), (0.9, 0.56), (0.84, 0.58), (0.76, 0.47), (0.3, 0.52)], 0.62)
    seat = s.rounded_box(0.66, 0.14, 0.52, 0.05).translate((0, 0.76, -0.06)) + s.rounded_box(
        0.66, 0.42, 0.13, 0.05
    ).rotate((-12, 0, 0)).translate((0, 0.84, -0.36))
    shafts = s.mirrored(
        s.tube(s.curve([(0.36, 0.5, -0.5), (0.36, 0.52, 0.3), (0.35, 0.58, 1.0), (0.34, 0.72, 1.65)], 24), 0.038, 10)
    )
    bar = s.rod((-0.36, 0.72, 1.64), (0.36, 0.72, 1.64), 0.038)
    rest = s.mirrored(s.rod((0.3, 0.5, 0.75), (0.3, 0.02, 0.85), 0.032))
    springs = s.mirrored(s.tube(s.curve([(0.4, 0.54, 0.25), (0.42, 0.6, -0.12), (0.4, 0.54, -0.46)], 14), 0.035, 8))
    pivot = np.array((0.0, 0.98, -0.2))
    fans, ribs = [], []
    turns = np.radians((62, 96, 128, 160, 192))
    radius, half = 0.66, 0.4
    for a, b in zip(turns[:-1], turns[1:], strict=True):
        quad = [
            pivot + (x, q * np.sin(t), q * np.cos(t))
            for t in (a, b)
            for q in (radius, radius - 0.055)
            for x in (-half, half)
        ]
        fans.append(s.Solid.hull_points(np.array(quad)))
        if a > 1.3:
            for x in (-half, half):
                side = [
                    pivot + (x * k, q * np.sin(t), q * np.cos(t))
                    for t in (a, b)
                    for q in (radius, 0.12)
                    for k in (1.0, 0.9)
                ]
                fans.append(s.Solid.hull_points(np.array(side)))
    for t in turns:
        points = [
            pivot + (x, q * np.sin(t), q * np.cos(t))
            for x, q in (
                (-half - 0.02, 0.05),
                (-half - 0.01, radius + 0.01),
                (half + 0.01, radius + 0.01),
                (half + 0.02, 0.05),
            )
        ]
        ribs += [s.rod(p, q, 0.026, segments=8) for p, q in zip(points[:-1], points[1:], strict=True)]
    fringe = s.rod(
        pivot + (-half, radius * np.sin(turns[0]), radius * np.cos(turns[0])),
        pivot + (half, radius * np.sin(turns[0]), radius * np.cos(turns[0])),
        0.045,
    )
    lamps = s.mirrored(s.cylinder(0.15, 0.06, segments=16).translate((0.43, 0.86, 0.22)))
    guards = s.mirrored(
        (
            s.rod((0.42, r, -0.12), (0.58, r, -0.12), r + 0.09, segments=40)
            - s.rod((0.3, r, -0.12), (0.7, r, -0.12), r + 0.045, segments=40)
        ).trim_by_plane((0, 1, 0.25), r + 0.16)
    )
    return finished(
        [
            Part("body", s.union([tub, sides, foot]), coat, 20),
            Part("seat", seat, m.LEATHER.coloured("#7a1f24" if colour != "#a8242a" else "#d8b06a"), 50),
            Part("hood", s.union(fans), m.CLOTH.coloured(cloth, "hood"), 30),
            Part("hoops", s.union([*ribs, fringe]), m.BRASS, 40),
            Part(
                "wheels",
                s.group([wood.translate(p) for p in spots]),
                m.WALNUT if colour != "#2a2a2e" else coat.coloured("#a8242a"),
                40,
            ),
            Part("tyres", s.group([tyre.translate(p) for p in spots]), m.RUBBER, 40),
            Part("guards", guards, m.BLACK, 40),
            Part("axle", s.union([axle, springs]), m.IRON, 40),
            Part("shafts", s.union([shafts, bar, rest]), m.WALNUT, 50),
            Part("lamps", lamps, m.BRASS, 40),
        ],
        rng.uniform(1.1, 1.3),
        {"seat": (0, 0.9, -0.05), "hand": (0, 0.72, 1.64)},
    )


@sculpture(
    "sleigh", size=(1.8, 4.5), synonyms=("santa sleigh", "santa's sleigh", "horse sleigh"), kinds=("reindeer sleigh",)
)
def sleigh(rng: np.random.Generator) -> Sculpture:
    """A curled red tub with gilded edges on two long runners that curl up before; often with Santa's sack."""
    colour = s.pick(rng, ("#b81f2a", "#c0242c", "#a81c28", "#1f6b40"), (3, 3, 2, 1))
    coat = paint_of(colour, 0.3)
    gold = m.GOLD.varied(rng, 0.04)
    lower = [(-0.78, 0.42), (-0.4, 0.36), (0.3, 0.36), (0.62, 0.42), (0.86, 0.62), (0.94, 0.92)]
    upper = [
        (0.86, 0.98),
        (0.72, 0.78),
        (0.5, 0.66),
        (0.2, 0.66),
        (-0.06, 0.78),
        (-0.36, 1.0),
        (-0.62, 1.22),
        (-0.9, 1.26),
    ]
    back = [(-0.98, 1.18), (-0.94, 0.9), (-0.9, 0.6)]
    outline = np.concatenate([s.curve(lower, 24), s.curve(upper, 28), s.curve(back, 8)])
    wide = 0.86
    shell = side_solid([(z, y) for z, y in outline], wide)
    hole = side_solid([(0.66, 0.5), (0.78, 0.84), (0.72, 2.0), (-0.8, 2.0), (-0.8, 0.56), (-0.5, 0.48)], wide - 0.16)
    tub = shell - hole
    trim_path = [(y, z) for z, y in np.concatenate([[(0.94, 0.94)], s.curve(upper, 28), s.curve(back, 6)[:3]])]
    edges = s.mirrored(s.tube([(wide / 2, y, z) for y, z in trim_path], 0.045, 10))
    scroll = s.tube(
        [
            (0.0, y, z)
            for z, y in s.curve([(0.84, 0.6), (0.96, 0.86), (1.06, 1.06), (1.2, 1.1), (1.26, 1.0), (1.18, 0.93)], 24)
        ],
        0.05,
        10,
    )
    dash = s.hull(
        [s.box(wide, 0.05, 0.06).translate((0, 0.9, 0.9)), s.box(wide, 0.05, 0.06).translate((0, 0.56, 0.74))]
    )
    vines = s.mirrored(
        s.tube(
            [
                (wide / 2 + 0.005, y, z)
                for z, y in s.curve(
                    [(0.5, 0.5), (0.2, 0.46), (-0.1, 0.56), (-0.3, 0.5), (-0.5, 0.66), (-0.6, 0.84), (-0.48, 0.9)], 28
                )
            ],
            0.028,
            8,
        )
    )
    runner_path = s.curve(
        [
            (-1.15, 0.06),
            (-0.6, 0.045),
            (0.2, 0.045),
            (0.8, 0.06),
            (1.2, 0.2),
            (1.4, 0.5),
            (1.32, 0.76),
            (1.14, 0.76),
            (1.12, 0.62),
        ],
        48,
    )
    runners = s.mirrored(s.tube([(0.36, y, z) for z, y in runner_path], 0.045, 10))
    struts = s.mirrored(
        s.union([s.rod((0.36, 0.05, z), (0.34, 0.42, z * 0.82), 0.036) for z in (-0.72, -0.2, 0.36, 0.8)])
    ) + s.union([s.rod((-0.36, 0.24, z), (0.36, 0.24, z), 0.032) for z in (-0.66, 0.34)])
    bench = s.rounded_box(wide - 0.18, 0.16, 0.44, 0.06).translate((0, 0.58, -0.42)) + s.rounded_box(
        wide - 0.18, 0.42, 0.14, 0.06
    ).rotate((-14, 0, 0)).translate((0, 0.68, -0.7))
    parts = [
        Part("tub", s.union([tub, dash]), coat, 30),
        Part("gilding", s.union([edges, scroll, vines]), gold, 50),
        Part("runners", runners, gold, 50),
        Part("struts", struts, gold.shaded(0.85), 40),
        Part("bench", bench, m.VELVET.coloured("#f0e6d0" if colour != "#1f6b40" else "#a81c28"), 50),
    ]
    if s.chance(rng, 0.6):
        sack = s.roughened(s.ellipsoid(0.3, 0.36, 0.3, 32), rng, 0.03, 0.25).translate((0, 0.94, 0.1))
        gifts = [
            ("#2f8a4a", s.box(0.24, 0.22, 0.22).rotate((0, 20, 12)).translate((0.2, 1.18, 0.06))),
            ("#2f66b0", s.box(0.2, 0.26, 0.2).rotate((0, -15, -14)).translate((-0.18, 1.18, 0.1))),
            ("#e8b42a", s.box(0.2, 0.2, 0.2).rotate((8, 30, 0)).translate((0.0, 1.22, -0.06))),
        ]
        parts.append(Part("sack", sack, m.CLOTH.coloured("#9a6a3a", "sack"), 60))
        parts += [Part("gift", box, paint_of(hue), 20) for hue, box in gifts]
    return finished(parts, rng.uniform(0.95, 1.2), {"seat": (0, 0.74, -0.42), "inside": (0, 0.5, 0.1)})
