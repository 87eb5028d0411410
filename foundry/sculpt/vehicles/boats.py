"""Boats of their own kind, from the raft to the hovercraft; bows to +Z."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.vehicles.flight import flat, propeller
from bozzetto.foundry.sculpt.vehicles.flying import paint_of
from bozzetto.foundry.sculpt.vehicles.ground import side_solid
from bozzetto.foundry.sculpt.vehicles.racing import sections
from bozzetto.foundry.sculpt.vehicles.sea import hull_of, sail
from bozzetto.foundry.sculpt.vehicles.works import glasshouse


def rail_of(stations: list[tuple[float, float, float, float]], radius: float, up: float = 0.0) -> s.Solid:
    """A rail along both sides of a hull's deck."""
    return s.mirrored(s.tube(s.curve([(w, top + up, z) for z, w, top, _ in stations], 40), radius, 8))


def layered(solid: s.Solid, y: float, low: m.Material, high: m.Material, name: str = "hull") -> list[Part]:
    """A solid cut at a waterline into two parts of two coats."""
    above, below = solid.split_by_plane((0, 1, 0), y)
    return [Part(name, above, high, 50), Part("bottom", below, low, 50)]


@sculpture(
    "tugboat", size=(10, 36), synonyms=("tug", "tug boat", "harbor tug"), kinds=("towboat", "fishing boat", "trawler")
)
def tugboat(rng: np.random.Generator) -> Sculpture:
    """A short stout hull with a fender and tyres, a tall wheelhouse, a banded funnel."""
    hull_colour, trim = s.pick(
        rng, (("#c8322c", "#f0b41e"), ("#22406b", "#d8402c"), ("#23272c", "#d8402c"), ("#2f6b45", "#f0b41e"))
    )
    stations = [
        (-0.95, 0.22, 0.42, 0.2),
        (-0.75, 0.33, 0.38, 0.06),
        (-0.2, 0.38, 0.36, 0.0),
        (0.3, 0.36, 0.42, 0.0),
        (0.7, 0.25, 0.52, 0.06),
        (0.95, 0.1, 0.6, 0.18),
        (1.04, 0.03, 0.63, 0.34),
    ]
    hull = hull_of(stations, 0.07)
    fender = (
        rail_of(stations, 0.045, -0.02)
        + s.sphere(0.1, 20).translate((0, 0.58, 1.02))
        + s.rod((-0.22, 0.4, -0.95), (0.22, 0.4, -0.95), 0.045)
    )
    tyre = s.torus(0.075, 0.034, 28, 10).rotate((0, 0, 90))
    tyres = s.mirrored(
        s.group(
            [
                tyre.translate((x, y, z))
                for x, y, z in ((0.37, 0.27, -0.5), (0.405, 0.26, -0.15), (0.4, 0.27, 0.2), (0.33, 0.34, 0.52))
            ]
        )
    )
    deck = flat(
        [
            (-0.28, -0.85),
            (0.28, -0.85),
            (0.34, -0.2),
            (0.3, 0.4),
            (0.14, 0.8),
            (-0.14, 0.8),
            (-0.3, 0.4),
            (-0.34, -0.2),
        ],
        0.04,
    ).translate((0, 0.36, 0))
    low = s.rounded_box(0.48, 0.34, 0.86, 0.06).translate((0, 0.36, 0.02))
    glass, frame = glasshouse((0.84, -0.06, 0.42, 0.42), (1.08, -0.08, 0.46, 0.44), 0.05, 0.07, (0.5,))
    base = s.box(0.44, 0.18, 0.5, 0.02).translate((0, 0.68, 0.18))
    front_bars = s.union([s.beam((x, 0.84, 0.42), (x, 1.08, 0.46), 0.04, 0.04) for x in (-0.07, 0.07)])
    roof = s.box(0.54, 0.06, 0.66, 0.02).translate((0, 1.1, 0.19))
    funnel = s.cylinder(0.52, 0.14, 0.13, 32).translate((0, 0.66, -0.34))
    band = s.cylinder(0.14, 0.145, 0.142, 32).translate((0, 0.86, -0.34))
    cap = s.cylinder(0.08, 0.145, segments=32).translate((0, 1.14, -0.34))
    ports = s.mirrored(
        s.group([s.rod((0.225, 0.54, z), (0.255, 0.54, z), 0.055, segments=20) for z in (-0.2, 0.05, 0.3)])
    )
    rims = s.mirrored(
        s.group(
            [s.torus(0.058, 0.016, 20, 8).rotate((0, 0, 90)).translate((0.248, 0.54, z)) for z in (-0.2, 0.05, 0.3)]
        )
    )
    mast = s.rod((0, 1.14, 0.05), (0, 1.5, 0.05), 0.028, 0.02) + s.rod((-0.13, 1.34, 0.05), (0.13, 1.34, 0.05), 0.02)
    lamp = s.sphere(0.05, 16).translate((0, 1.52, 0.05))
    winch = s.rod((-0.14, 0.46, -0.66), (0.14, 0.46, -0.66), 0.08) + s.mirrored(
        s.rod((0.12, 0.46, -0.66), (0.16, 0.46, -0.66), 0.12)
    )
    ring = s.torus(0.07, 0.026, 28, 10).rotate((0, 0, 90)).translate((0.235, 0.78, 0.1))
    return finished(
        [
            *layered(hull, 0.14, paint_of("#23272c"), paint_of(hull_colour, 0.4)),
            Part("fender", fender, m.RUBBER, 50),
            Part("tyres", tyres, m.RUBBER, 50),
            Part("deck", deck, m.PINE, 20),
            Part("house", s.union([low, base, frame, front_bars]), m.WHITE, 40),
            Part("roof", roof, paint_of(hull_colour, 0.4), 20),
            Part("windows", glass, m.WINDOW, 20),
            Part("portholes", ports, m.WINDOW, 40),
            Part("rims", rims, m.BRASS, 50),
            Part("funnel", funnel, paint_of(trim), 50),
            Part("funnel band", band, m.WHITE, 50),
            Part("funnel cap", cap, m.BLACK, 50),
            Part("mast", mast, m.OAK, 40),
            Part("lamp", lamp, m.LAMP_GLOW, 60),
            Part("winch", winch, m.IRON, 40),
            Part("life ring", ring, paint_of("#ee6a22"), 50),
        ],
        rng.uniform(7, 11),
    )


@sculpture("gondola", size=(8, 14), synonyms=("venetian gondola", "venice boat"))
def gondola(rng: np.random.Generator) -> Sculpture:
    """A slender black crescent with a toothed iron on the bow, red seats, gilded rims, an oar in its rest."""
    stations = [
        (-1.35, 0.012, 0.62, 0.54),
        (-1.15, 0.06, 0.46, 0.32),
        (-0.8, 0.14, 0.33, 0.12),
        (-0.3, 0.19, 0.26, 0.01),
        (0.3, 0.18, 0.27, 0.01),
        (0.8, 0.12, 0.37, 0.14),
        (1.15, 0.05, 0.52, 0.36),
        (1.32, 0.015, 0.68, 0.56),
    ]
    hull = hull_of(stations, 0.12)
    black = m.BLACK.varied(rng, 0.1)
    rims = rail_of(stations, 0.022)
    decks = s.union(
        [
            s.hull([s.box(w * 1.9, 0.02, 0.02).translate((0, y, z)) for w, y, z in (a, b)])
            for a, b in (
                ((0.12, 0.36, 0.8), (0.05, 0.51, 1.14)),
                ((0.05, 0.51, 1.14), (0.015, 0.66, 1.3)),
                ((0.14, 0.32, -0.8), (0.06, 0.45, -1.14)),
                ((0.06, 0.45, -1.14), (0.012, 0.6, -1.33)),
            )
        ]
    )
    iron = s.extrude(
        [
            (1.24, 0.5),
            (1.34, 0.62),
            (1.3, 0.8),
            (1.33, 1.0),
            (1.46, 1.06),
            (1.56, 1.0),
            (1.5, 0.9),
            (1.42, 0.88),
            (1.42, 0.6),
            (1.36, 0.5),
        ],
        0.055,
    ).rotate((0, -90, 0)) + s.group([s.box(0.055, 0.04, 0.13).translate((0, y, 1.46)) for y in (0.6, 0.67, 0.74, 0.81)])
    tail = s.tube(
        s.curve([(0, 0.58, -1.32), (0, 0.7, -1.4), (0, 0.78, -1.36)], 12), s.interpolate([0.035, 0.035, 0.028], 12), 10
    )
    cloth = m.VELVET.coloured(s.pick(rng, ("#a01f2c", "#b0242a", "#24407a"), (3, 2, 1)))
    seat = s.rounded_box(0.3, 0.1, 0.2, 0.03).translate((0, 0.16, -0.22)) + s.hull(
        [
            s.rounded_box(0.32, 0.1, 0.08, 0.03).translate((0, 0.18, -0.36)),
            s.rounded_box(0.22, 0.1, 0.06, 0.02).translate((0, 0.42, -0.42)),
        ]
    )
    stools = s.mirrored(s.rounded_box(0.1, 0.09, 0.18, 0.02).translate((0.1, 0.14, 0.22)))
    back = s.torus(0.13, 0.022, 28, 8).rotate((75, 0, 0)).scale((1, 1.1, 1)).translate((0, 0.45, -0.44))
    horses = s.mirrored(
        s.ellipsoid(0.025, 0.06, 0.05, 14).translate((0.19, 0.33, -0.12))
        + s.sphere(0.028, 12).translate((0.19, 0.4, -0.09))
    )
    rest = s.tube(s.curve([(-0.13, 0.34, -0.78), (-0.17, 0.44, -0.78), (-0.14, 0.52, -0.76)], 10), 0.028, 8)
    oar = s.rod((-0.04, 0.86, -1.05), (-0.52, 0.06, -0.42), 0.024) + s.beam(
        (-0.4, 0.26, -0.58), (-0.56, -0.02, -0.37), 0.1, 0.03
    )
    ground = s.box(0.24, 0.02, 0.9).translate((0, 0.15, 0))
    return finished(
        [
            Part("hull", s.union([hull, decks]), black, 50),
            Part("rims", rims + tail, m.GOLD.shaded(0.9), 50),
            Part("iron", iron, m.STEEL, 20),
            Part("seats", seat + stools, cloth, 50),
            Part("seat back", back, m.GOLD, 50),
            Part("ornaments", horses, m.GOLD, 50),
            Part("oar rest", rest, m.WALNUT, 50),
            Part("oar", oar, m.OAK, 40),
            Part("carpet", ground, cloth.shaded(0.8), 20),
        ],
        rng.uniform(3.2, 3.9),
        {"seat": (0, 0.26, -0.22), "inside": (0, 0.18, 0.2)},
    )


@sculpture(
    "raft", size=(2.2, 6), synonyms=("log raft", "wooden raft"), kinds=("float", "bamboo raft"), words=("sailing",)
)
def raft(rng: np.random.Generator) -> Sculpture:
    """Logs side by side under cross-beams, lashed with rope; a mast with a sail, or a paddle and a chest."""
    count = int(s.pick(rng, (7, 8)))
    r = 0.13
    wood = s.pick(rng, (m.OAK, m.PINE.shaded(0.85), m.OLD_WOOD)).varied(rng)
    logs, ends, cores = [], [], []
    spots = [(k - (count - 1) / 2) * r * 1.9 for k in range(count)]
    for x in spots:
        half = rng.uniform(1.0, 1.18)
        shift = rng.uniform(-0.06, 0.06)
        size = r * rng.uniform(0.92, 1.04)
        logs.append(s.rod((x, r, -half + shift), (x, r, half + shift), size, segments=16))
        ends += [
            s.rod((x, r, z - 0.015), (x, r, z + 0.015), size * 0.88, segments=16) for z in (-half + shift, half + shift)
        ]
        cores += [
            s.rod((x, r, z - 0.02), (x, r, z + 0.02), size * 0.4, segments=12) for z in (-half + shift, half + shift)
        ]
    wide = spots[-1] + r * 1.15
    beams = s.union([s.rod((-wide, r * 2 + 0.04, z), (wide, r * 2 + 0.04, z), 0.075, segments=14) for z in (-0.7, 0.7)])
    turn = s.torus(1.0, 0.2, 20, 8)
    ropes = s.group(
        [
            turn.scale((0.1, 0.12, 0.12)).rotate((0, 0, 90)).translate((x + dx, r * 2 + 0.04, z))
            for x in spots
            for dx in (-0.03, 0.03)
            for z in (-0.7, 0.7)
        ]
    )
    parts = [
        Part("logs", s.group(logs), wood, 50),
        Part("cut ends", s.group(ends), m.BIRCH, 20),
        Part("cores", s.group(cores), m.PINE.shaded(0.8), 20),
        Part("beams", beams, wood.shaded(0.75), 50),
        Part("ropes", ropes, m.ROPE.shaded(1.15), 50),
    ]
    sailing = s.chance(rng, 0.6)
    if sailing:
        mast = s.rod((0, 0.2, 0.1), (0, 1.95, 0.1), 0.06, 0.045) + s.rod((-0.7, 1.72, 0.16), (0.7, 1.72, 0.16), 0.04)
        foot = s.union(
            [s.beam((0, 0.7, 0.1), (x, 0.28, 0.1 + z), 0.06, 0.06) for x, z in ((0.3, 0), (-0.3, 0), (0, -0.35))]
        )
        cloth = sail(0.7, 1.7, 1.2, 1.26, 0.2).translate((0, 0, 0.18))
        parts += [
            Part("mast", mast + foot, wood.shaded(0.8), 50),
            Part("sail", cloth, m.CANVAS.coloured(s.pick(rng, ("#efe4c8", "#e6d3a4", "#f2ead6"))), 30),
        ]
    else:
        hut = s.box(0.5, 0.34, 0.36, 0.02).translate((0.3, 0.27, -0.3))
        parts.append(Part("chest", hut, m.WALNUT, 20))
        parts.append(
            Part(
                "bands",
                s.group([s.box(0.07, 0.36, 0.38).translate((0.3 + x, 0.265, -0.3)) for x in (-0.15, 0.15)]),
                m.IRON,
                20,
            )
        )
    paddle = s.rod((0, 0, -0.55), (0, 0, 0.4), 0.035) + s.ellipsoid(0.11, 0.03, 0.22, 20).translate((0, 0, 0.55))
    parts.append(Part("paddle", paddle.rotate((0, 14, 0)).translate((-0.52, 0.4, 0.05)), m.PINE, 50))
    done = finished(parts, rng.uniform(1.1, 1.5), {"seat": (0, 0.36, 0.6)})
    return replace(done, words=("sailing",) if sailing else ())


@sculpture("kayak", size=(2.8, 6), synonyms=("sea kayak",), kinds=("kayak boat",))
def kayak(rng: np.random.Generator) -> Sculpture:
    """A slender closed hull with pointed ends, a round cockpit, a double paddle across it."""
    colour, trim = s.pick(
        rng,
        (
            ("#e0332a", "#f2f0ea"),
            ("#f2b41c", "#2a2a2e"),
            ("#e8701c", "#f2f0ea"),
            ("#2f7ac0", "#f2f0ea"),
            ("#3a9a4a", "#f2d84a"),
        ),
    )
    hull = sections(
        [
            (1.45, 0.015, 0.3, 0.36),
            (1.15, 0.07, 0.14, 0.34),
            (0.7, 0.16, 0.03, 0.32),
            (0.1, 0.22, 0.0, 0.31),
            (-0.5, 0.19, 0.01, 0.29),
            (-1.1, 0.08, 0.12, 0.29),
            (-1.4, 0.015, 0.26, 0.32),
        ],
        0.85,
        24,
    )
    hole = s.ellipsoid(0.145, 0.26, 0.32, 36).translate((0, 0.4, 0.02))
    rim = s.torus(1.0, 0.12, 40, 8).scale((0.16, 0.2, 0.33)).translate((0, 0.315, 0.02))
    inner = s.ellipsoid(0.14, 0.03, 0.31, 32).translate((0, 0.2, 0.02))
    seat = s.rounded_box(0.22, 0.06, 0.22, 0.02).translate((0, 0.18, -0.08)) + s.rounded_box(
        0.22, 0.2, 0.06, 0.02
    ).translate((0, 0.2, -0.24))
    stripe = rail_of(
        [
            (z, w * 0.99, (a + b) / 2 + 0.03, 0)
            for z, w, a, b in (
                (-1.36, 0.03, 0.25, 0.32),
                (-1.1, 0.08, 0.12, 0.29),
                (-0.5, 0.19, 0.02, 0.29),
                (0.1, 0.22, 0.0, 0.31),
                (0.7, 0.16, 0.03, 0.32),
                (1.15, 0.07, 0.14, 0.34),
                (1.42, 0.025, 0.28, 0.36),
            )
        ],
        0.022,
    )
    hatches = s.union(
        [
            s.cylinder(0.03, 0.09, segments=28).translate((0, 0.3, 0.75)),
            s.cylinder(0.03, 0.09, segments=28).translate((0, 0.27, -0.72)),
        ]
    )
    cords = s.union(
        [s.rod((-0.12, 0.335, z), (0.12, 0.335, z + 0.12 * d), 0.014, segments=6) for z, d in ((0.95, 1), (0.95, -1))]
    )
    y, tilt = 0.4, rng.uniform(-18, 18)
    blade = s.ellipsoid(0.2, 0.085, 0.025, 20)
    shaft = s.rod((-0.72, 0, 0), (0.72, 0, 0), 0.027)

    def turn(solid: s.Solid) -> s.Solid:
        return solid.rotate((-60, tilt, 0)).translate((0, y, 0.34))

    blades = s.mirrored(blade.translate((0.82, 0, 0)))
    return finished(
        [
            Part("hull", hull - hole, paint_of(colour, 0.25), 60),
            Part("rim", rim, m.BLACK, 50),
            Part("inside", inner, m.BLACK, 40),
            Part("seat", seat, m.RUBBER.shaded(1.6), 40),
            Part("stripe", stripe, paint_of(trim), 50),
            Part("hatches", hatches, m.BLACK, 40),
            Part("cords", cords, m.BLACK, 40),
            Part("shaft", turn(shaft), m.BLACK, 40),
            Part("blades", turn(blades), paint_of(trim if trim != "#2a2a2e" else "#f2f0ea"), 50),
        ],
        rng.uniform(1.15, 1.5),
        {"seat": (0, 0.24, -0.05), "hand": (0.3, 0.4, 0.34)},
    )


@sculpture(
    "jet ski",
    size=(2, 4.5),
    synonyms=("jetski", "water scooter", "personal watercraft"),
    kinds=("sea doo", "wave runner"),
)
def jet_ski(rng: np.random.Generator) -> Sculpture:
    """A short hull with a raised bonnet, a long seat astride, handlebars and a small screen."""
    colour, trim = s.pick(
        rng,
        (
            ("#e0332a", "#f4f3ef"),
            ("#2467c0", "#f4f3ef"),
            ("#f2c01c", "#2a2a2e"),
            ("#3aa04a", "#f4f3ef"),
            ("#e8701c", "#2a2a2e"),
        ),
    )
    low = sections(
        [
            (1.25, 0.02, 0.34, 0.42),
            (1.0, 0.16, 0.18, 0.42),
            (0.5, 0.32, 0.05, 0.4),
            (-0.2, 0.37, 0.0, 0.36),
            (-0.95, 0.34, 0.04, 0.32),
            (-1.05, 0.3, 0.1, 0.3),
        ],
        0.6,
    )
    band = s.union(
        [
            rail_of(
                [
                    (z, w, y, 0)
                    for z, w, y in (
                        (-1.02, 0.31, 0.28),
                        (-0.6, 0.355, 0.3),
                        (-0.2, 0.365, 0.32),
                        (0.5, 0.32, 0.36),
                        (1.0, 0.165, 0.4),
                        (1.24, 0.03, 0.42),
                    )
                ],
                0.04,
            ),
            s.rod((-0.3, 0.27, -1.04), (0.3, 0.27, -1.04), 0.04),
        ]
    )
    hood = sections(
        [
            (1.2, 0.03, 0.38, 0.46),
            (0.95, 0.17, 0.34, 0.58),
            (0.55, 0.24, 0.32, 0.76),
            (0.25, 0.2, 0.32, 0.8),
            (0.05, 0.15, 0.32, 0.66),
        ],
        0.7,
    )
    step = sections(
        [(0.3, 0.16, 0.3, 0.52), (-0.3, 0.17, 0.3, 0.54), (-0.9, 0.2, 0.26, 0.5), (-1.0, 0.17, 0.26, 0.44)], 0.6
    )
    seat = sections(
        [
            (0.16, 0.09, 0.56, 0.66),
            (-0.1, 0.14, 0.48, 0.64),
            (-0.45, 0.16, 0.48, 0.62),
            (-0.55, 0.16, 0.48, 0.7),
            (-0.85, 0.17, 0.46, 0.7),
            (-0.95, 0.13, 0.46, 0.62),
        ],
        0.6,
    )
    column = s.rod((0, 0.74, 0.34), (0, 0.94, 0.18), 0.06, 0.045)
    bars = s.tube(
        s.curve([(-0.36, 0.92, 0.06), (-0.2, 0.97, 0.14), (0, 0.94, 0.18), (0.2, 0.97, 0.14), (0.36, 0.92, 0.06)], 24),
        0.032,
        10,
    )
    grips = s.mirrored(s.rod((0.24, 0.96, 0.12), (0.38, 0.915, 0.05), 0.045))
    screen = s.hull(
        [s.box(0.34, 0.03, 0.04).translate((0, 0.74, 0.52)), s.box(0.22, 0.03, 0.03).translate((0, 0.92, 0.36))]
    )
    mirrors = s.mirrored(
        s.ellipsoid(0.06, 0.045, 0.07, 16).translate((0.26, 0.74, 0.5))
        + s.rod((0.2, 0.68, 0.5), (0.26, 0.74, 0.5), 0.025)
    )
    flash = s.mirrored(
        side_solid([(0.95, 0.42), (0.5, 0.62), (0.1, 0.52), (0.5, 0.48)], 0.05)
        .rotate((0, 12, 0))
        .translate((0.19, 0, 0.0))
    )
    nozzle = s.rod((0, 0.16, -0.95), (0, 0.16, -1.16), 0.1)
    return finished(
        [
            Part("hull", low, paint_of(trim, 0.25), 50),
            Part("bumper", band, m.BLACK, 50),
            Part("hood", s.union([hood, step]), paint_of(colour, 0.25), 50),
            Part("flash", flash, paint_of(trim, 0.25), 20),
            Part("seat", seat, m.BLACK.shaded(1.3), 50),
            Part("handlebars", column + bars, m.DARK_STEEL, 50),
            Part("grips", grips, m.BLACK, 50),
            Part("screen", screen, m.WINDOW, 30),
            Part("mirrors", mirrors, paint_of(colour, 0.25), 50),
            Part("nozzle", nozzle, m.IRON, 40),
        ],
        rng.uniform(1.15, 1.4),
        {"seat": (0, 0.64, -0.2), "hand": (0.32, 0.94, 0.1)},
    )


@sculpture("hovercraft", size=(6, 40), synonyms=("air cushion vehicle",), plural="hovercraft")
def hovercraft(rng: np.random.Generator) -> Sculpture:
    """A black bulging skirt, a deck with a cabin before, two ducted propellers and rudders behind."""
    colour, trim = s.pick(
        rng, (("#f2f0ea", "#d1322c"), ("#e8771c", "#f2f0ea"), ("#2f66b0", "#f2f0ea"), ("#d1322c", "#f2f0ea"))
    )
    outline = s.rectangle(1.36, 2.3, radius=0.5)
    skirt = s.union(
        [
            s.tube(
                np.stack([outline[:, 0] * 0.9, np.full(len(outline), 0.17), outline[:, 1] * 0.93], 1),
                0.17,
                14,
                closed=True,
            ),
            flat([(x * 0.9, z * 0.93) for x, z in outline], 0.2).translate((0, 0.17, 0)),
        ]
    )
    lumps = s.group(
        [
            s.capsule((x * 1.02, 0.06, z * 1.02), (x * 1.0, 0.26, z * 1.0), 0.08, segments=10)
            for x, z in s.curve(outline * 0.97, 30, closed=True)
        ]
    )
    deck = flat([(x * 0.98, z * 0.98) for x, z in outline], 0.1).translate((0, 0.37, 0))
    rim = s.tube(
        np.stack([outline[:, 0] * 0.97, np.full(len(outline), 0.39), outline[:, 1] * 0.97], 1), 0.045, 8, closed=True
    )
    cabin = s.hull(
        [
            s.rounded_box(0.86, 0.16, 1.2, 0.06).translate((0, 0.4, 0.16)),
            s.rounded_box(0.68, 0.1, 0.7, 0.05).translate((0, 0.78, 0.06)),
        ]
    )
    panes = s.mirrored(
        s.group([s.beam((0.415, 0.56, z), (0.36, 0.76, z * 0.7), 0.2, 0.05, up=(1, 0, 0)) for z in (0.42, 0.16, -0.1)])
    ) + s.beam((0, 0.55, 0.72), (0, 0.8, 0.43), 0.58, 0.06)

    def place(solid: s.Solid) -> s.Solid:
        return s.mirrored(solid.translate((0.36, 0.78, -0.72)))

    duct = s.revolve([(0.3, -0.12), (0.36, -0.1), (0.37, 0.08), (0.34, 0.13), (0.3, 0.1)], 40).rotate((90, 0, 0))
    screw = propeller(0.29, 4, 0.11)
    mount = s.box(0.12, 0.5, 0.3).translate((0, -0.42, 0.0)) + s.rod((0, 0, -0.08), (0, 0, 0.16), 0.08)
    rudders = s.group([s.box(0.05, 0.62, 0.18).translate((x, -0.31, -0.26)) for x in (-0.12, 0.12)]) + s.box(
        0.3, 0.05, 0.1
    ).translate((0, 0.28, -0.2))
    stripe = s.mirrored(s.box(0.03, 0.07, 0.95).translate((0.43, 0.46, 0.14)))
    mast = s.rod((0, 0.86, 0.0), (0, 1.15, -0.05), 0.026) + s.box(0.26, 0.04, 0.05).translate((0, 1.04, -0.03))
    lamps = s.mirrored(s.box(0.1, 0.08, 0.06).translate((0.24, 0.86, 0.36)))
    return finished(
        [
            Part("skirt", s.union([skirt, lumps]), m.RUBBER, 50),
            Part("deck", deck, paint_of(colour, 0.4).shaded(0.85), 20),
            Part("rim", rim, paint_of(trim), 50),
            Part("cabin", cabin, paint_of(colour, 0.3), 40),
            Part("windows", panes, m.WINDOW, 20),
            Part("stripe", stripe, paint_of(trim), 20),
            Part("ducts", place(duct), paint_of(trim), 40),
            Part("propellers", place(screw), m.BLACK, 40),
            Part("mounts", place(mount), m.DARK_STEEL, 30),
            Part("rudders", place(rudders), paint_of(colour, 0.4), 20),
            Part("mast", mast, m.STEEL, 40),
            Part("lamps", lamps, m.LAMP_GLOW, 20),
        ],
        rng.uniform(2.8, 7),
    )
