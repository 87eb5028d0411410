"""Machines of building sites and roads: diggers, dozers, tippers, cranes, mixers, rollers, ploughs; fronts to +Z."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.vehicles.flying import paint_of
from bozzetto.foundry.sculpt.vehicles.ground import LAMP, TAIL_LAMP, side_solid, wheels

Level = tuple[float, float, float, float]
"""y, z of the back, z of the front, width along X."""
YELLOWS = ("#f2b21c", "#f0bc28", "#ee9a1e")
AMBER = m.Material("beacon", m.srgb("#ff9a1a"), 0.2, emission=m.srgb("#b35f08"))


def corners(level: Level) -> list[tuple[float, float, float]]:
    """The four corners of a level rectangle."""
    y, back, front, width = level
    return [(-width / 2, y, back), (width / 2, y, back), (width / 2, y, front), (-width / 2, y, front)]


def frustum(low: Level, high: Level) -> s.Solid:
    """What lies between two level rectangles."""
    return s.loft([corners(low), corners(high)])


def glasshouse(
    sill: Level, eaves: Level, bar: float = 0.06, roof: float = 0.06, posts: Sequence[float] = ()
) -> tuple[s.Solid, s.Solid]:
    """The panes of a cab between two levels, and its posts and roof; `posts`: shares of the way from back to front
    where there are further ones.
    """
    low, high = np.array(corners(sill)), np.array(corners(eaves))
    feet, heads = list(low), list(high)
    for share in posts:
        for a, b in ((0, 3), (1, 2)):
            feet.append(low[a] + (low[b] - low[a]) * share)
            heads.append(high[a] + (high[b] - high[a]) * share)
    bars = [s.beam(a, b, bar, bar) for a, b in zip(feet, heads, strict=True)]
    y, back, front, width = eaves
    under = (y - roof * 0.3, back - bar * 0.7, front + bar * 0.7, width + bar * 1.4)
    over = (y + roof, back + bar * 0.2, front - bar * 0.2, width)
    return frustum(sill, eaves), s.union([*bars, frustum(under, over)])


def crawlers(track: float, back: float, front: float, radius: float, width: float) -> list[Part]:
    """Two crawler belts with lugs, their rollers in them, standing on the ground."""

    def pill(x: float, r: float, wide: float) -> s.Solid:
        ends = (back + radius, front - radius)
        return s.hull([s.rod((x - wide / 2, radius, z), (x + wide / 2, radius, z), r, segments=28) for z in ends])

    belts, rollers = [], []
    straight = np.linspace(back + radius, front - radius, max(int((front - back) / radius * 2.2), 4))
    lug = s.box(width, radius * 0.16, radius * 0.22)
    for x in (-track / 2, track / 2):
        belts.append(pill(x, radius, width) - pill(x, radius * 0.74, width * 1.3))
        belts += [lug.translate((x, y, z)) for z in straight for y in (-radius * 0.1, 2 * radius - radius * 0.06)]
        for end, sign in ((back + radius, -1), (front - radius, 1)):
            belts += [
                lug.translate((0, radius * 0.94, 0)).rotate((sign * turn, 0, 0)).translate((x, radius, end))
                for turn in (35, 70, 105, 140)
            ]
        rollers.append(pill(x, radius * 0.76, width * 0.55))
        count = max(3, int((front - back) / radius / 1.6))
        for z in np.linspace(back + radius, front - radius, count):
            r = radius * 0.62
            rollers.append(s.rod((x - width * 0.46, radius, z), (x + width * 0.46, radius, z), r, segments=24))
            rollers.append(s.rod((x - width * 0.52, radius, z), (x + width * 0.52, radius, z), r * 0.35, segments=16))
    return [Part("belts", s.union(belts), m.RUBBER, 20), Part("rollers", s.union(rollers), m.DARK_STEEL, 40)]


def blade_outline(height: float, reach: float, thick: float) -> np.ndarray:
    """The section (z, y) of a hollow blade whose edges are at z = 0 and whose middle lies `reach` behind them."""
    y = np.linspace(0, height, 9)
    hollow = -reach * np.sin(np.pi * np.clip(y / height * 0.92 + 0.04, 0, 1))
    front = np.stack([hollow, y], 1)
    return np.concatenate([front, (front - (thick, 0))[::-1]])


@sculpture(
    "excavator",
    size=(6, 14),
    synonyms=("digger",),
    kinds=("backhoe", "steam shovel", "power shovel", "mechanical digger"),
)
def excavator(rng: np.random.Generator) -> Sculpture:
    """On crawlers: a house with a cab, a bent boom, a stick and a toothed bucket."""
    coat = paint_of(s.pick(rng, YELLOWS), 0.4)
    slew = s.cylinder(0.18, 0.42).translate((0, 0.46, 0)) + s.box(0.7, 0.2, 0.9).translate((0, 0.22, 0))
    deck = s.box(1.36, 0.16, 1.8, 0.03).translate((0, 0.62, -0.28))
    hood = s.rounded_box(1.3, 0.52, 0.95, 0.08).translate((0, 0.74, -0.55))
    weight = s.rounded_box(1.36, 0.56, 0.4, 0.14).translate((0, 0.64, -1.1))
    chest = s.box(0.48, 0.34, 0.75, 0.05).translate((-0.42, 0.74, 0.2))
    glass, frame = glasshouse((1.04, -0.12, 0.62, 0.52), (1.6, -0.1, 0.5, 0.48), 0.06, 0.07)
    glass, frame = glass.translate((0.4, 0, 0)), frame.translate((0.4, 0, 0))
    foot = s.box(0.55, 0.34, 0.78, 0.03).translate((0.4, 0.72, 0.25))
    boom = side_solid(
        [(0.4, 0.86), (0.64, 0.8), (1.32, 1.72), (2.15, 1.98), (2.15, 2.18), (1.15, 2.1), (0.96, 1.96)], 0.24, 0.02
    )
    stick = side_solid([(1.92, 2.34), (2.22, 2.2), (2.66, 1.0), (2.5, 0.94), (1.98, 1.94)], 0.19, 0.02)
    bucket = side_solid([(2.42, 1.04), (2.7, 0.98), (2.82, 0.64), (2.68, 0.36), (2.3, 0.26), (1.98, 0.5)], 0.7)
    bucket -= side_solid(
        [(2.36, 1.0), (2.6, 0.88), (2.71, 0.64), (2.6, 0.46), (2.3, 0.37), (1.9, 0.6), (1.9, 0.98)], 0.54
    )
    teeth = s.group(
        [s.beam((x, 0.48, 2.06), (x, 0.62, 1.84), 0.09, 0.06) for x in np.linspace(-0.28, 0.28, 4)],
    )
    thick = 0.055
    outer = s.mirrored(s.rod((0.19, 0.78, 0.76), (0.19, 1.32, 1.08), thick * 1.3)) + s.rod(
        (0, 2.2, 1.0), (0, 2.34, 1.5), thick * 1.4
    )
    rams = s.mirrored(s.rod((0.19, 1.2, 1.0), (0.19, 1.74, 1.32), thick * 0.9)) + s.union(
        [
            s.rod((0, 2.32, 1.4), (0, 2.36, 2.0), thick),
            s.rod((0, 1.95, 2.34), (0, 1.08, 2.78), thick),
        ]
    )
    pipe = s.rod((-0.4, 1.2, -0.7), (-0.4, 1.5, -0.7), 0.06)
    lamps = s.box(0.12, 0.09, 0.08).translate((0, 1.9, 1.0)) + s.mirrored(
        s.box(0.1, 0.07, 0.05).translate((0.16, 1.66, 0.48))
    ).translate((0.4, 0, 0))
    band = s.box(1.38, 0.1, 0.9).translate((0, 0.86, -0.56))
    return finished(
        [
            Part("house", s.union([hood, foot, frame, chest, boom, stick]), coat, 30),
            Part("deck", s.union([deck, slew]), m.IRON.shaded(0.7), 30),
            Part("counterweight", weight + pipe, m.IRON.shaded(0.75), 30),
            Part("stripe", band, m.BLACK, 20),
            Part("windows", glass, m.WINDOW, 20),
            Part("bucket", bucket + teeth, m.IRON.shaded(0.8), 20),
            Part("ram sleeves", outer, m.IRON.shaded(0.7), 40),
            Part("rams", rams, m.STEEL, 40),
            Part("lamps", lamps, LAMP, 20),
            *crawlers(1.06, -1.05, 0.95, 0.25, 0.36),
        ],
        rng.uniform(1.9, 2.5),
        {"top": (0, 2.34, 1.95), "seat": (0.4, 1.0, 0.2)},
    )


@sculpture("bulldozer", size=(5, 11), synonyms=("dozer",), kinds=("caterpillar tractor", "angledozer", "crawler"))
def bulldozer(rng: np.random.Generator) -> Sculpture:
    """On crawlers: a bonnet, a cab, a great hollow blade before and a ripper behind."""
    coat = paint_of(s.pick(rng, YELLOWS), 0.4)
    hull = s.box(0.66, 0.46, 1.9, 0.03).translate((0, 0.28, 0.0))
    hood = side_solid([(1.0, 0.5), (1.0, 1.02), (0.9, 1.1), (0.05, 1.16), (0.05, 0.5)], 0.64, 0.03)
    fenders = s.box(1.44, 0.08, 1.25, 0.02).translate((0, 0.7, -0.4))
    foot = s.box(0.84, 0.44, 0.92, 0.03).translate((0, 0.72, -0.4))
    glass, frame = glasshouse((1.14, -0.86, 0.06, 0.82), (1.68, -0.82, 0.0, 0.78), 0.08, 0.09)
    tank = s.rounded_box(0.84, 0.5, 0.26, 0.06).translate((0, 0.74, -0.92))
    grille = s.box(0.5, 0.42, 0.03).translate((0, 0.56, 0.998))
    bars = s.group([s.box(0.5, 0.035, 0.05).translate((0, 0.6 + 0.1 * k, 0.998)) for k in range(4)])
    pipe = s.rod((0.14, 1.1, 0.5), (0.14, 1.6, 0.5), 0.055) + s.rod((0.14, 1.58, 0.5), (0.14, 1.68, 0.44), 0.06)
    section = blade_outline(0.86, 0.16, 0.12) + (1.55, 0.02)
    blade = side_solid([(z, y) for z, y in section], 1.9)
    ends = s.mirrored(
        side_solid([(1.55, 0.02), (1.58, 0.86), (1.28, 0.86), (1.26, 0.02)], 0.08).translate((0.92, 0, 0))
    )
    edge = s.box(1.94, 0.12, 0.12).translate((0, 0.0, 1.52))
    arms = s.mirrored(s.beam((0.86, 0.36, -0.1), (0.82, 0.24, 1.34), 0.12, 0.16))
    rams = s.mirrored(s.rod((0.28, 0.98, 0.85), (0.3, 0.5, 1.36), 0.05))
    ripper = s.box(0.9, 0.16, 0.3).translate((0, 0.42, -1.1)) + s.group(
        [
            side_solid([(-1.15, 0.5), (-1.28, 0.5), (-1.3, 0.2), (-1.14, 0.04), (-1.18, 0.22)], 0.1).translate(
                (x, 0, 0)
            )
            for x in (-0.32, 0, 0.32)
        ]
    )
    lamps = s.mirrored(s.box(0.13, 0.1, 0.08).translate((0.3, 1.66, 0.06)))
    return finished(
        [
            Part("body", s.union([hood, foot, frame, tank, fenders]), coat, 30),
            Part("frame", hull, m.IRON.shaded(0.7), 20),
            Part("blade", blade + ends, coat.shaded(0.96), 40),
            Part("edge", edge, m.STEEL, 20),
            Part("arms", arms, coat.shaded(0.85), 20),
            Part("rams", rams, m.STEEL, 40),
            Part("ripper", ripper, m.IRON.shaded(0.8), 20),
            Part("windows", glass, m.WINDOW, 20),
            Part("grille", grille, m.BLACK, 20),
            Part("bars", bars, m.IRON, 20),
            Part("exhaust", pipe, m.BLACK, 40),
            Part("lamps", lamps, LAMP, 20),
            *crawlers(1.06, -1.0, 0.95, 0.31, 0.36),
        ],
        rng.uniform(1.9, 2.4),
        {"top": (0, 1.77, -0.4), "seat": (0, 1.16, -0.4)},
    )


@sculpture(
    "dump truck", size=(6, 14), synonyms=("dumper truck", "tipper truck"), kinds=("dumper", "tipper", "dump lorry")
)
def dump_truck(rng: np.random.Generator) -> Sculpture:
    """A tipping bed with a shelter over the cab, on great wheels; loaded, empty or tipped."""
    coat = paint_of(s.pick(rng, (*YELLOWS, "#d8402c"), (3, 3, 2, 1)), 0.4)
    state = s.pick(rng, ("loaded", "empty", "tipped"), (5, 2, 2))
    chassis = s.box(0.62, 0.26, 2.7, 0.02).translate((0, 0.36, 0.05))
    nose = side_solid([(1.5, 0.36), (1.52, 0.82), (1.44, 0.9), (0.98, 0.98), (0.98, 0.36)], 0.98, 0.03)
    foot = s.box(1.12, 0.62, 0.56, 0.03).translate((0, 0.4, 0.76))
    glass, frame = glasshouse((1.0, 0.5, 1.04, 1.08), (1.42, 0.5, 0.94, 1.0), 0.08, 0.06)
    grille = s.box(0.6, 0.3, 0.03).translate((0, 0.5, 1.51))
    bars = s.group([s.box(0.6, 0.035, 0.05).translate((0, 0.54 + 0.08 * k, 1.512)) for k in range(3)])
    bumper = s.box(1.16, 0.16, 0.16, 0.03).translate((0, 0.26, 1.52))
    lamps = s.mirrored(s.box(0.14, 0.12, 0.05).translate((0.39, 0.6, 1.51)))
    outer = side_solid([(0.42, 0.8), (0.42, 1.66), (-1.62, 1.52), (-1.5, 1.06), (-1.0, 0.72)], 1.5)
    inner = side_solid([(0.32, 0.9), (0.32, 2.3), (-2.0, 2.3), (-1.8, 1.28), (-1.44, 1.12), (-0.98, 0.84)], 1.32)
    ribs = s.mirrored(
        s.group([s.box(0.09, 0.62 - 0.1 * k, 0.1).translate((0.77, 0.92 + 0.1 * k, 0.2 - 0.5 * k)) for k in range(4)])
    ) + s.mirrored(s.beam((0.77, 1.62, 0.42), (0.77, 1.48, -1.6), 0.1, 0.1))
    shelter = s.box(1.5, 0.1, 0.95, 0.02).translate((0, 1.58, 0.82)) + s.mirrored(
        s.box(0.09, 0.18, 0.95).translate((0.71, 1.58, 0.82))
    )
    bed = (outer - inner) + ribs + shelter
    heap = s.roughened(s.ellipsoid(0.66, 0.5, 0.95, 40), rng, 0.05, 0.35, 0.09).translate((0, 1.42, -0.5)) ^ side_solid(
        [(0.36, 0.85), (0.36, 2.3), (-1.6, 2.3), (-1.5, 1.1), (-1.0, 0.8)], 1.34
    )

    def tipped(solid: s.Solid) -> s.Solid:
        if state != "tipped":
            return solid
        return solid.translate((0, -0.78, 1.05)).rotate((-38, 0, 0)).translate((0, 0.78, -1.05))

    ram = s.rod((0, 0.5, 0.0), (0, 1.3 if state == "tipped" else 0.8, -0.1), 0.09)
    tail = s.mirrored(s.box(0.14, 0.1, 0.04).translate((0.3, 0.42, -1.31)))
    parts = [
        Part("cab", s.union([nose, foot, frame]), coat, 30),
        Part("bed", tipped(bed), coat.shaded(0.97), 20),
        Part("chassis", chassis + bumper, m.IRON.shaded(0.6), 20),
        Part("ram", ram, m.STEEL, 40),
        Part("windows", glass, m.WINDOW, 20),
        Part("grille", grille, m.BLACK, 20),
        Part("bars", bars, m.STEEL, 20),
        Part("headlights", lamps, LAMP, 20),
        Part("tail lights", tail, TAIL_LAMP, 20),
        *wheels(0.4, 0.36, 1.14, (0.95, -0.85)),
    ]
    if state == "loaded":
        parts.append(Part("load", heap, s.pick(rng, (m.EARTH, m.SAND, m.STONE)).varied(rng), 60))
    return finished(parts, rng.uniform(2.2, 2.8), {"seat": (0, 1.0, 0.7), "inside": (0, 1.1, -0.5)})


@sculpture(
    "construction crane", size=(35, 110), synonyms=("tower crane", "building crane"), kinds=("crane machine", "derrick")
)
def construction_crane(rng: np.random.Generator) -> Sculpture:
    """A lattice mast, a jib to +X with a trolley and a hook, a counterweight and ties from the head."""
    coat = paint_of(s.pick(rng, ("#f2b81c", "#e8791e", "#d8322a"), (4, 2, 2)), 0.4)
    high, reach = rng.uniform(1.9, 2.15), rng.uniform(1.75, 2.05)
    half, post, brace = 0.13, 0.042, 0.028
    bars = []
    sides = [(-half, -half), (half, -half), (half, half), (-half, half)]
    for x, z in sides:
        bars.append(s.beam((x, 0.1, z), (x, high, z), post * 2, post * 2))
    levels = np.linspace(0.12, high, 8)
    for k, (low, top) in enumerate(zip(levels[:-1], levels[1:], strict=True)):
        for (ax, az), (bx, bz) in zip(sides, sides[1:] + sides[:1], strict=True):
            bars.append(s.rod((ax, top, az), (bx, top, bz), brace, segments=6))
            ends = ((ax, low, az), (bx, top, bz)) if k % 2 else ((bx, low, bz), (ax, top, az))
            bars.append(s.rod(*ends, brace, segments=6))
    y, rise = high + 0.16, 0.2
    for z in (-0.11, 0.11):
        bars.append(s.beam((-0.75, y, z), (reach, y, z), 0.07, 0.07))
    bars.append(s.beam((0.12, y + rise, 0), (reach - 0.1, y + rise, 0), 0.07, 0.07))
    bars.append(s.rod((reach - 0.1, y + rise, 0), (reach, y, 0), brace, segments=6))
    steps = np.linspace(0.12, reach - 0.08, 9)
    for a, b in zip(steps[:-1], steps[1:], strict=True):
        for z in (-0.11, 0.11):
            bars.append(s.rod((a, y, z), ((a + b) / 2, y + rise, 0), brace, segments=6))
            bars.append(s.rod(((a + b) / 2, y + rise, 0), (b, y, z), brace, segments=6))
    walkway = s.box(0.72, 0.05, 0.26).translate((-0.4, y - 0.01, 0))
    peak = y + rng.uniform(0.62, 0.72)
    head = [s.beam((x, y, z), (0, peak, 0), 0.06, 0.06) for x in (-0.1, 0.1) for z in (-0.1, 0.1)]
    ties = s.union(
        [
            s.rod((0, peak, 0), (reach * 0.72, y + rise, 0), 0.028, segments=8),
            s.rod((0, peak, 0), (reach * 0.34, y + rise, 0), 0.028, segments=8),
            s.rod((0, peak, 0), (-0.68, y, 0), 0.03, segments=8),
        ]
    )
    ring = s.cylinder(0.14, 0.2, segments=24).translate((0, high, 0))
    weights = s.group([s.box(0.13, 0.36, 0.34, 0.015).translate((-0.74 + 0.15 * k, y - 0.3, 0)) for k in range(3)])
    glass, frame = glasshouse((0.02, -0.12, 0.12, 0.2), (0.2, -0.12, 0.12, 0.22), 0.03, 0.04)

    def place(solid: s.Solid) -> s.Solid:
        return solid.translate((0.27, high - 0.14, 0.16))

    cab = place(frame + s.box(0.24, 0.05, 0.28))
    out = reach * rng.uniform(0.6, 0.85)
    drop = rng.uniform(0.75, 1.2)
    trolley = s.box(0.2, 0.09, 0.28).translate((out, y - 0.1, 0))
    cable = s.mirrored(s.rod((0.035, y - 0.08, 0), (0.035, y - drop, 0), 0.018, segments=8)).translate((out, 0, 0))
    block = s.box(0.16, 0.14, 0.1, 0.02).translate((out, y - drop - 0.1, 0))
    hook = s.tube([(*(s.arc(0.075, 90, -150, 14)[k] + (out, y - drop - 0.2)), 0.0) for k in range(14)], 0.028, 10)
    base = s.box(0.8, 0.14, 0.8, 0.02)
    return finished(
        [
            Part("lattice", s.group([*bars, *head]), coat, 30),
            Part("cab", cab, coat.shaded(0.92), 20),
            Part("windows", place(glass), m.WINDOW, 20),
            Part("ring", ring + walkway, m.IRON.shaded(0.8), 40),
            Part("ties", ties, m.DARK_STEEL, 40),
            Part("counterweight", weights, m.CONCRETE.shaded(0.8), 20),
            Part("trolley", trolley + block, m.IRON.shaded(0.8), 20),
            Part("cable", cable, m.BLACK, 40),
            Part("hook", hook, paint_of("#d8322a"), 50),
            Part("base", base, m.CONCRETE, 20),
        ],
        rng.uniform(14, 22),
        {"top": (0, peak, 0)},
    )


def lorry(coat: m.Material, trim: m.Material, back: float, axles: Sequence[float], radius: float) -> list[Part]:
    """A lorry's cab (z from 0.8 to 1.5) and chassis, without what it carries."""
    foot = side_solid([(1.48, 0.28), (1.5, 0.8), (0.8, 0.8), (0.8, 0.28)], 0.98, 0.03)
    glass, frame = glasshouse((0.79, 0.82, 1.48, 0.94), (1.3, 0.82, 1.36, 0.9), 0.08, 0.07, (0.45,))
    rear = s.box(0.92, 0.5, 0.06).translate((0, 0.8, 0.83))
    arches = s.union([s.rod((-1, radius, z), (1, radius, z), radius * 1.14, segments=32) for z in axles])
    grille = s.box(0.56, 0.24, 0.03).translate((0, 0.44, 1.495))
    bars = s.group([s.box(0.58, 0.035, 0.05).translate((0, 0.48 + 0.07 * k, 1.495)) for k in range(3)])
    bumper = s.box(1.04, 0.16, 0.14, 0.03).translate((0, 0.22, 1.48))
    lamps = s.mirrored(s.box(0.14, 0.11, 0.05).translate((0.38, 0.5, 1.495)))
    chassis = s.box(0.6, 0.18, 1.46 - back, 0.02).translate((0, 0.34, (1.46 + back) / 2))
    guards = s.mirrored(
        s.union(
            [
                s.rod((0.28, radius, z), (0.52, radius, z), radius * 1.2, segments=32)
                - s.rod((0.2, radius, z), (0.6, radius, z), radius * 1.06, segments=32)
                for z in axles
                if z < 0.6
            ]
        ).trim_by_plane((0, 1, 0), radius * 1.15)
    )
    mirrors = s.mirrored(s.box(0.08, 0.24, 0.08, 0.02).translate((0.56, 0.9, 1.36)))
    tail = s.mirrored(s.box(0.14, 0.09, 0.04).translate((0.26, 0.38, back - 0.01)))
    return [
        Part("cab", s.union([foot, frame, rear]) - arches, coat, 30),
        Part("windows", glass, m.WINDOW, 20),
        Part("chassis", chassis, m.IRON.shaded(0.55), 20),
        Part("guards", guards, m.BLACK, 40),
        Part("bumper", bumper, trim, 20),
        Part("grille", grille, m.BLACK, 20),
        Part("bars", bars, m.STEEL, 20),
        Part("mirrors", mirrors, m.BLACK, 20),
        Part("headlights", lamps, LAMP, 20),
        Part("tail lights", tail, TAIL_LAMP, 20),
        *wheels(radius, 0.22, 0.84, axles),
    ]


@sculpture(
    "cement mixer",
    size=(7, 14),
    synonyms=("concrete mixer", "cement truck", "mixer truck", "cement mixer truck"),
    kinds=("concrete truck", "concrete mixer truck"),
)
def cement_mixer(rng: np.random.Generator) -> Sculpture:
    """A lorry with a slanting drum in spiral stripes, a hopper and a chute behind."""
    coat, stripe, ground = s.pick(
        rng,
        (
            ("#e8862a", "#e8862a", "#eceae4"),
            ("#2f66b8", "#2f66b8", "#eceae4"),
            ("#c8322c", "#c8322c", "#e6e6e2"),
            ("#f0b41e", "#f0b41e", "#e9e7e1"),
        ),
    )
    start, end = np.array((0.0, 0.98, 0.74)), np.array((0.0, 1.42, -1.42))
    axis = (end - start) / np.linalg.norm(end - start)
    length = float(np.linalg.norm(end - start))
    side = s.profile(
        [(0.0, 0.0), (0.3, 0.0), (0.5, 0.36), (0.58, 0.8), (0.54, 1.15), (0.34, 1.9), (0.26, length), (0, length)], 40
    )
    drum = s.aim(s.revolve(side, 48), axis).translate(tuple(start)).refine_to_length(0.06)
    colours = np.array(m.srgb(ground)), np.array(m.srgb(stripe))
    turns = rng.uniform(4.6, 5.6)

    def paint(p: np.ndarray) -> np.ndarray:
        along = (p - start) @ axis
        across = p - start - along[:, None] * axis
        angle = np.arctan2(across[:, 0], across @ np.cross(axis, (1.0, 0.0, 0.0)))
        return mix(*colours, np.clip(np.sin(angle - turns * along) * 5 + 0.2, 0, 1))

    ring = s.aim(s.torus(0.54, 0.06, 40, 10), axis).translate(tuple(start + axis * 1.3))
    stands = s.union(
        [
            s.mirrored(s.beam((0.26, 0.4, -1.0), (0.42, 1.0, -0.62), 0.1, 0.12)),
            s.mirrored(s.beam((0.26, 0.4, -1.3), (0.24, 1.3, -1.3), 0.1, 0.12)),
            s.box(0.56, 0.62, 0.16).translate((0, 0.44, 0.68)),
        ]
    )
    hopper = s.hull(
        [
            s.box(0.56, 0.03, 0.4).translate((0, 1.86, -1.5)),
            s.box(0.26, 0.03, 0.2).translate((0, 1.5, -1.46)),
        ]
    ) - s.hull(
        [
            s.box(0.46, 0.03, 0.3).translate((0, 1.88, -1.5)),
            s.box(0.16, 0.03, 0.12).translate((0, 1.6, -1.46)),
        ]
    )
    chute = s.beam((0, 1.14, -1.5), (0, 0.56, -1.95), 0.32, 0.1) - s.beam((0, 1.22, -1.5), (0, 0.64, -1.97), 0.2, 0.1)
    spout = s.rod((0, 1.44, -1.5), (0, 1.1, -1.54), 0.13)
    ladder = s.mirrored(s.rod((0.1, 0.4, 0), (0.1, 1.5, 0), 0.03)) + s.group(
        [s.rod((-0.1, y, 0), (0.1, y, 0), 0.024, segments=8) for y in np.linspace(0.5, 1.4, 6)]
    )
    tank = s.rod((-0.44, 0.62, 0.56), (0.44, 0.62, 0.56), 0.12)
    return finished(
        [
            *lorry(paint_of(coat, 0.3), paint_of(coat, 0.3), -1.5, (1.1, -0.5, -1.05), 0.28),
            Part("drum", drum, paint_of(ground, 0.4), 50, paint),
            Part("ring", ring, m.IRON, 50),
            Part("stands", stands, m.IRON.shaded(0.7), 20),
            Part("hopper", hopper + spout, paint_of(coat, 0.3), 30),
            Part("chute", chute, m.STEEL, 20),
            Part("ladder", ladder.translate((0.34, 0, -1.62)), m.STEEL, 40),
            Part("water tank", tank, m.STEEL, 40),
        ],
        rng.uniform(2.3, 2.8),
        {"seat": (0, 0.8, 1.1)},
    )


@sculpture(
    "steamroller", size=(3.5, 9), synonyms=("road roller", "steam roller"), kinds=("compactor", "roller compactor")
)
def steamroller(rng: np.random.Generator) -> Sculpture:
    """A great drum in a fork before, two smooth wheels behind, a roof; with a boiler and a funnel, or a bonnet."""
    old = s.chance(rng, 0.35)
    coat = paint_of(s.pick(rng, ("#2f6b3d", "#7a2a26", "#2b4f8a")) if old else s.pick(rng, YELLOWS), 0.4)
    r, wide = rng.uniform(0.42, 0.46), 0.98
    drum = s.rod((-wide / 2, r, 0.95), (wide / 2, r, 0.95), r, segments=56) - s.mirrored(
        s.rod((wide / 2 - 0.05, r, 0.95), (wide, r, 0.95), r * 0.8, segments=48)
    )
    hub = s.rod((-wide / 2 - 0.06, r, 0.95), (wide / 2 + 0.06, r, 0.95), 0.1)
    fork = s.mirrored(s.beam((wide / 2 + 0.07, r, 0.95), (wide / 2 + 0.07, r * 2.15, 0.8), 0.09, 0.22)) + s.box(
        wide + 0.22, 0.14, 0.3
    ).translate((0, r * 2.1, 0.78))
    neck = s.box(0.3, 0.3, 0.5).translate((0, r * 1.9, 0.55))
    big = 0.52
    back = s.rod((-0.13, big, 0), (0.13, big, 0), big, segments=52) - s.mirrored(
        s.rod((0.08, big, 0), (0.3, big, 0), big * 0.78, segments=44)
    )
    disc = s.rod((-0.15, big, 0), (0.15, big, 0), big * 0.28, segments=28) + s.group(
        [s.box(0.12, big * 1.6, 0.09).translate((0, -big * 0.8, 0)).rotate((t, 0, 0)) for t in (0, 45, 90, 135)]
    ).translate((0, big, 0))

    def place(solid: s.Solid) -> s.Solid:
        return s.group([solid.translate((x, 0, -0.62)) for x in (-0.52, 0.52)])

    floor = s.box(0.74, 0.5, 1.0, 0.03).translate((0, 0.42, -0.5))
    seat = s.box(0.4, 0.12, 0.34, 0.03).translate((0, 0.92, -0.68)) + s.box(0.4, 0.36, 0.1, 0.03).translate(
        (0, 0.98, -0.86)
    )
    wheel_ = s.torus(0.15, 0.035, 28, 8).rotate((35, 0, 0)).translate((0, 1.2, -0.3)) + s.rod(
        (0, 0.9, -0.12), (0, 1.2, -0.3), 0.035
    )
    posts = s.group([s.rod((x, 0.8, z), (x, 1.78, z), 0.04) for x in (-0.36, 0.36) for z in (-0.98, 0.2)])
    roof = s.rounded_box(0.98, 0.12, 1.45, 0.05).translate((0, 1.76, -0.38))
    if old:
        body = s.rod((0, 0.95, -0.2), (0, 0.95, 0.82), 0.29, segments=40)
        funnel = s.revolve([(0, 0), (0.1, 0), (0.08, 0.5), (0.14, 0.62), (0.14, 0.7), (0, 0.7)], 28).translate(
            (0, 1.18, 0.66)
        )
        bands = s.group([s.rod((0, 0.95, z), (0, 0.95, z + 0.06), 0.3, segments=40) for z in (0.05, 0.4, 0.76)])
        extra = [Part("funnel", funnel, m.BLACK, 40), Part("bands", bands, m.BRASS, 40)]
    else:
        body = side_solid([(0.62, 0.6), (0.62, 1.0), (0.5, 1.1), (-0.1, 1.14), (-0.1, 0.6)], 0.62, 0.03)
        grille = s.box(0.44, 0.3, 0.03).translate((0, 0.68, 0.62))
        pipe = s.rod((0.2, 1.1, 0.3), (0.2, 1.5, 0.3), 0.05)
        lamps = s.mirrored(s.box(0.12, 0.1, 0.06).translate((0.4, r * 2.14 + 0.06, 0.94)))
        extra = [
            Part("grille", grille + pipe, m.BLACK, 20),
            Part("lamps", lamps, LAMP, 20),
        ]
    return finished(
        [
            Part("body", s.union([body, floor, fork, neck]), coat, 40),
            Part("roof", roof, coat if not old else m.BLACK, 50),
            Part("posts", posts, m.BLACK, 40),
            Part("drum", drum, m.STEEL.shaded(0.85), 40),
            Part("hub", hub, m.IRON, 40),
            Part("back wheels", place(back), m.STEEL.shaded(0.85) if old else m.RUBBER, 40),
            Part("spokes", place(disc), coat.shaded(0.9) if not old else m.IRON, 40),
            Part("seat", seat, m.BLACK, 30),
            Part("steering wheel", wheel_, m.BLACK, 50),
            *extra,
        ],
        rng.uniform(1.6, 2.1),
        {"top": (0, 1.88, -0.38), "seat": (0, 1.04, -0.65)},
    )


@sculpture("snowplow", size=(6, 13), synonyms=("snow plow", "snowplough", "snow plough"), kinds=("snow blower truck",))
def snowplow(rng: np.random.Generator) -> Sculpture:
    """A lorry with a wide slanting blade before it, a salt hopper and beacons."""
    coat = paint_of(s.pick(rng, ("#ee7a1c", "#f0a81e", "#e2601e")), 0.3)
    blade_colour = s.pick(rng, ("#f2c024", "#d8382c", "#e8792a"))
    section = blade_outline(0.66, 0.14, 0.1)

    def flare(p: np.ndarray) -> np.ndarray:
        return np.asarray(p * np.stack([1 + 0.12 * p[:, 1], np.ones(len(p)), np.ones(len(p))], 1), float)

    yaw = rng.uniform(12, 18)

    def fitted(solid: s.Solid) -> s.Solid:
        return solid.rotate((0, yaw, 0)).translate((0, 0.03, 2.02))

    blade = s.warp(side_solid([(z, y) for z, y in section], 1.72), flare, 0.3)
    edge = s.box(1.74, 0.1, 0.12).translate((0, -0.02, -0.02))
    marks = s.group([s.box(0.14, 0.14, 0.16).translate((x, 0.5, -0.12)) for x in (-0.72, 0.72)])
    poles = s.mirrored(
        s.rod((0.78, 0.6, -0.08), (0.82, 0.95, -0.08), 0.03) + s.sphere(0.055, 12).translate((0.82, 0.96, -0.08))
    )
    arms = s.mirrored(s.beam((0.26, 0.34, 1.4), (0.3, 0.32, 1.9), 0.12, 0.12)) + s.rod(
        (0, 0.62, 1.45), (0, 0.42, 1.9), 0.07
    )
    bin_ = s.hull(
        [
            s.box(0.98, 0.03, 1.9).translate((0, 1.28, -0.42)),
            s.box(0.5, 0.03, 1.7).translate((0, 0.5, -0.42)),
        ]
    ) - s.hull(
        [
            s.box(0.86, 0.03, 1.78).translate((0, 1.3, -0.42)),
            s.box(0.4, 0.03, 1.6).translate((0, 0.6, -0.42)),
        ]
    )
    salt = s.ellipsoid(0.42, 0.22, 0.86, 32).translate((0, 1.16, -0.42))
    ribs = s.mirrored(
        s.group([s.beam((0.28, 0.52, z), (0.5, 1.28, z), 0.08, 0.06) for z in np.linspace(-1.2, 0.36, 5)])
    )
    spinner = s.cylinder(0.08, 0.24, segments=28).translate((0, 0.22, -1.55)) + s.box(0.24, 0.4, 0.2).translate(
        (0, 0.28, -1.42)
    )
    beacons = s.mirrored(s.cylinder(0.13, 0.08, 0.06, 20).translate((0.3, 1.36, 1.08)))
    return finished(
        [
            *lorry(coat, coat, -1.4, (1.1, -0.85), 0.3),
            Part("blade", fitted(blade), paint_of(blade_colour, 0.35), 40),
            Part("edge", fitted(edge), m.BLACK, 20),
            Part("marks", fitted(marks), m.BLACK, 20),
            Part("poles", fitted(poles), m.RED, 40),
            Part("arms", arms, m.IRON.shaded(0.7), 20),
            Part("hopper", bin_ + ribs, coat, 20),
            Part("salt", salt, m.SNOW, 60),
            Part("spreader", spinner, m.STEEL, 40),
            Part("beacons", beacons, AMBER, 40),
        ],
        rng.uniform(2.1, 2.6),
        {"seat": (0, 0.8, 1.1)},
    )
