"""Ships of their own kind, from the longship to the aircraft carrier; bows to +Z."""

from __future__ import annotations

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Point, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.vehicles.boats import layered, rail_of
from bozzetto.foundry.sculpt.vehicles.flight import flat
from bozzetto.foundry.sculpt.vehicles.flying import paint_of
from bozzetto.foundry.sculpt.vehicles.ground import side_solid
from bozzetto.foundry.sculpt.vehicles.sea import hull_of, sail


@sculpture(
    "viking ship",
    size=(12, 42),
    synonyms=("longship", "viking longship", "viking boat", "dragon ship"),
    kinds=("drakkar", "viking longboat", "knarr"),
)
def viking_ship(rng: np.random.Generator) -> Sculpture:
    """A long open hull with both ends swept up, a dragon's head, shields along the sides, oars and a striped sail."""
    wood = s.pick(rng, (m.OAK, m.WALNUT, m.OLD_WOOD)).shaded(0.85).varied(rng)
    stations = [
        (-1.3, 0.015, 0.95, 0.8),
        (-1.12, 0.09, 0.62, 0.36),
        (-0.85, 0.2, 0.44, 0.12),
        (-0.4, 0.29, 0.34, 0.01),
        (0.1, 0.31, 0.32, 0.0),
        (0.5, 0.28, 0.34, 0.01),
        (0.9, 0.19, 0.45, 0.13),
        (1.14, 0.09, 0.63, 0.36),
        (1.3, 0.015, 0.95, 0.8),
    ]
    hull = hull_of(stations, 0.1)
    rails = s.union(
        [rail_of(stations, 0.024), rail_of([(z, w * 0.97, t - 0.11, k) for z, w, t, k in stations[1:-1]], 0.017)]
    )
    neck = s.tube(
        s.curve([(0, 0.84, 1.27), (0, 1.05, 1.36), (0, 1.28, 1.36), (0, 1.4, 1.4)], 24),
        s.interpolate([0.065, 0.075, 0.07, 0.07], 24),
        14,
    )
    head = s.hull(
        [s.sphere(0.1, 20).translate((0, 1.4, 1.4)), s.ellipsoid(0.055, 0.05, 0.06, 16).translate((0, 1.4, 1.62))]
    )
    jaw = s.hull(
        [s.sphere(0.05, 14).translate((0, 1.32, 1.4)), s.ellipsoid(0.04, 0.028, 0.05, 14).translate((0, 1.29, 1.58))]
    )
    horns = s.mirrored(s.rod((0.05, 1.46, 1.36), (0.11, 1.6, 1.24), 0.034, 0.012, 10))
    crest = s.union([s.cone(0.11, 0.04, 8).rotate((-100, 0, 0)).translate((0, y, 1.31)) for y in (0.98, 1.12, 1.26)])
    eyes = s.mirrored(s.sphere(0.03, 14).translate((0.08, 1.44, 1.46)))
    tail = s.tube(
        s.curve(
            [(0, 0.84, -1.27), (0, 1.05, -1.36), (0, 1.26, -1.32), (0, 1.3, -1.18), (0, 1.2, -1.14), (0, 1.16, -1.22)],
            32,
        ),
        s.interpolate([0.065, 0.07, 0.06, 0.05, 0.04, 0.03], 32),
        12,
    )
    hues = s.pick(rng, (("#c8322c", "#e8b42a"), ("#24508a", "#e9e2cc"), ("#c8322c", "#2a2a2e"), ("#2f7a48", "#e8b42a")))
    shields: tuple[list[s.Solid], list[s.Solid]] = ([], [])
    bosses = []
    for k, z in enumerate(np.linspace(-0.78, 0.82, 8)):
        w = float(np.interp(z, [q[0] for q in stations], [q[1] for q in stations]))
        y = float(np.interp(z, [q[0] for q in stations], [q[2] for q in stations])) - 0.05
        disc = s.rod((w + 0.005, y, z), (w + 0.05, y, z), 0.105, segments=28)
        shields[k % 2].append(s.mirrored(disc))
        bosses.append(s.mirrored(s.ellipsoid(0.03, 0.036, 0.036, 14).translate((w + 0.055, y, z))))
    oars = []
    for z in np.linspace(-0.62, 0.64, 5):
        w = float(np.interp(z, [q[0] for q in stations], [q[1] for q in stations]))
        oars.append(s.rod((w * 0.8, 0.36, z), (w + 0.5, 0.02, z - 0.14), 0.02, segments=8))
        oars.append(s.beam((w + 0.36, 0.12, z - 0.1), (w + 0.56, -0.02, z - 0.155), 0.09, 0.03))
    mast = s.rod((0, 0.1, 0.0), (0, 1.62, 0.0), 0.036, 0.028) + s.rod((-0.62, 1.48, 0.04), (0.62, 1.48, 0.04), 0.026)
    mast += s.sphere(0.05, 16).translate((0, 1.64, 0))
    cloth = sail(0.72, 1.47, 1.12, 1.14, 0.16).translate((0, 0, 0.06))
    a, b = (
        np.array(m.srgb(c))
        for c in s.pick(rng, (("#c8322c", "#f2ead6"), ("#b5282a", "#e8d9b0"), ("#24508a", "#f2ead6")), (3, 2, 1))
    )
    count = int(s.pick(rng, (4, 5)))

    def stripes(p: np.ndarray) -> np.ndarray:
        share = np.clip(np.sin(p[:, 0] * np.pi * count / 0.57 + np.pi / 2) * 6 + 0.5, 0, 1)[:, None]
        return np.asarray(a * share + b * (1 - share), float)

    stays = s.union(
        [s.rod((0, 1.58, 0), (0, 0.95, z), 0.014, segments=6) for z in (1.3, -1.28)]
        + [s.rod((x, 0.72, 0.08), (x * 0.5, 0.36, -0.5), 0.014, segments=6) for x in (-0.54, 0.54)]
    )
    thwarts = s.group([s.box(0.5, 0.03, 0.08).translate((0, 0.27, z)) for z in (-0.5, -0.2, 0.2, 0.5)])
    return finished(
        [
            Part("hull", hull, wood, 50),
            Part("rails", rails, wood.shaded(0.7), 50),
            Part(
                "dragon", s.union([neck, head, jaw, horns, crest, tail]), m.BRASS.coloured("#b07a2c", "gilded wood"), 50
            ),
            Part("eyes", eyes, m.EYE_BLACK, 60),
            Part("shields", s.group(shields[0]), paint_of(hues[0]), 30),
            Part("other shields", s.group(shields[1]), paint_of(hues[1]), 30),
            Part("bosses", s.group(bosses), m.STEEL, 50),
            Part("oars", s.mirrored(s.union(oars)), m.PINE, 40),
            Part("mast", mast, m.OAK, 50),
            Part("sail", cloth.refine_to_length(0.05), m.CANVAS, 30, stripes),
            Part("stays", stays, m.ROPE.shaded(0.6), 40),
            Part("thwarts", thwarts, m.OAK, 20),
        ],
        rng.uniform(7, 9.5),
        {"inside": (0, 0.25, 0.3)},
    )


@sculpture(
    "yacht",
    size=(12, 48),
    synonyms=("motor yacht", "superyacht", "luxury yacht"),
    kinds=("cabin cruiser", "mega yacht"),
)
def yacht(rng: np.random.Generator) -> Sculpture:
    """A white motor yacht: a raked bow, tiers of raked decks with dark windows, a mast with radar."""
    trim = s.pick(rng, ("#1f3a6a", "#2a2e34", "#1f6a8a"))
    stations = [
        (-1.2, 0.29, 0.36, 0.08),
        (-0.8, 0.31, 0.36, 0.02),
        (-0.2, 0.32, 0.38, 0.0),
        (0.4, 0.28, 0.43, 0.02),
        (0.9, 0.15, 0.5, 0.12),
        (1.3, 0.012, 0.58, 0.42),
    ]
    hull = hull_of(stations)
    white = paint_of("#f5f5f2", 0.2)
    deck = flat([(-0.27, -1.18), (0.27, -1.18), (0.29, -0.5), (-0.29, -0.5)], 0.04).translate((0, 0.365, 0))
    main = side_solid([(0.72, 0.38), (0.3, 0.62), (-0.78, 0.62), (-0.84, 0.34)], 0.5, 0.02)
    upper = side_solid([(0.24, 0.6), (-0.06, 0.82), (-0.62, 0.82), (-0.72, 0.6)], 0.42, 0.02)
    roof = side_solid([(0.1, 0.8), (0.02, 0.86), (-0.92, 0.84), (-0.92, 0.79)], 0.46, 0.015)
    over = side_solid([(0.38, 0.6), (0.3, 0.66), (-1.04, 0.64), (-1.04, 0.59)], 0.54, 0.015)
    panes = side_solid([(0.62, 0.44), (0.42, 0.56), (-0.66, 0.56), (-0.7, 0.44)], 0.53) + side_solid(
        [(0.19, 0.66), (0.02, 0.78), (-0.52, 0.78), (-0.58, 0.66)], 0.45
    )

    def slope(a: Point, b: Point, w: float) -> s.Solid:
        return s.beam(a, b, w, 0.03)

    panes += slope((0, 0.45, 0.63), (0, 0.59, 0.39), 0.42) + slope((0, 0.65, 0.2), (0, 0.79, 0.01), 0.34)
    ports = s.mirrored(
        s.group(
            [
                s.rod((x - 0.02, 0.3, z), (x + 0.025, 0.3, z), 0.036, segments=16)
                for x, z in ((0.285, 0.4), (0.3, 0.2), (0.31, 0.0), (0.315, -0.2), (0.31, -0.4))
            ]
        )
    )
    stripe = rail_of([(z, w * 0.985, top - 0.2, k) for z, w, top, k in stations[:-1]], 0.022)
    rails = rail_of([(z, w * 0.88, top, k) for z, w, top, k in stations[3:]], 0.016, 0.1)
    posts = s.mirrored(
        s.group(
            [
                s.rod((w * 0.88, t, z), (w * 0.88, t + 0.1, z), 0.014, segments=8)
                for z, w, t in ((0.4, 0.28, 0.43), (0.65, 0.22, 0.46), (0.9, 0.15, 0.5), (1.1, 0.08, 0.54))
            ]
        )
    )
    arch = s.mirrored(
        side_solid([(-0.42, 0.84), (-0.56, 1.06), (-0.68, 1.06), (-0.6, 0.84)], 0.05).translate((0.17, 0, 0))
    )
    arch += s.box(0.42, 0.06, 0.14, 0.02).translate((0, 1.03, -0.62))
    radar = s.ellipsoid(0.07, 0.06, 0.07, 20).translate((0.1, 1.12, -0.62)) + s.ellipsoid(
        0.07, 0.06, 0.07, 20
    ).translate((-0.1, 1.12, -0.62))
    mast = s.rod((0, 1.06, -0.62), (0, 1.3, -0.66), 0.02, 0.014) + s.box(0.26, 0.03, 0.05).translate((0, 1.17, -0.58))
    lounge = s.mirrored(s.rounded_box(0.12, 0.09, 0.24, 0.03).translate((0.15, 0.38, -1.0)))
    return finished(
        [
            *layered(hull, 0.13, paint_of(trim), white),
            Part("decks", s.union([main, upper, roof, over]), white, 20),
            Part("windows", panes + ports, m.WINDOW.coloured("#263645"), 20),
            Part("stripe", stripe, paint_of(trim), 40),
            Part("teak", deck, m.PINE, 20),
            Part("rails", s.union([rails, posts]), m.STEEL, 40),
            Part("arch", s.union([arch, radar]), white, 40),
            Part("mast", mast, m.STEEL, 40),
            Part("lounges", lounge, paint_of(trim), 40),
        ],
        rng.uniform(7, 14),
    )


@sculpture(
    "cruise ship",
    size=(90, 400),
    synonyms=("ocean liner", "cruise liner", "passenger ship"),
    kinds=("titanic", "ferry boat"),
)
def cruise_ship(rng: np.random.Generator) -> Sculpture:
    """A long hull under many white decks of windows, orange lifeboats, a funnel (or three, of an old liner)."""
    old = s.chance(rng, 0.25)
    hull_colour, funnel_colour = s.pick(
        rng, (("#f4f4f1", "#24508a"), ("#1f3352", "#d1322c"), ("#f4f4f1", "#d1322c"), ("#22262c", "#e0842a"))
    )
    if old:
        hull_colour, funnel_colour = "#22242a", s.pick(rng, ("#d8862e", "#c8402a"))
    stations = [
        (-1.5, 0.16, 0.36, 0.14),
        (-1.3, 0.23, 0.35, 0.04),
        (-0.6, 0.25, 0.34, 0.0),
        (0.5, 0.25, 0.35, 0.0),
        (1.1, 0.17, 0.39, 0.03),
        (1.4, 0.07, 0.43, 0.1),
        (1.6, 0.01, 0.47, 0.3),
    ]
    hull = hull_of(stations)
    tiers = [(0.34, 1.06, -1.36, 0.47), (0.44, 0.98, -1.3, 0.45), (0.54, 0.9, -1.22, 0.44), (0.64, 0.82, -1.1, 0.42)]
    if old:
        tiers = tiers[:3]
    decks, panes, slabs = [], [], []
    for y, front, back, wide in tiers:
        outline = [(front, y), (front - 0.08, y + 0.1), (back + 0.03, y + 0.1), (back, y)]
        decks.append(side_solid(outline, wide))
        slabs.append(
            side_solid(
                [
                    (front + 0.02, y - 0.012),
                    (front + 0.02, y + 0.016),
                    (back - 0.03, y + 0.016),
                    (back - 0.03, y - 0.012),
                ],
                wide + 0.05,
            )
        )
        count = int((front - back) / 0.085)
        panes.append(
            s.mirrored(
                s.group(
                    [
                        s.box(0.022, 0.05, 0.052).translate((wide / 2, y + 0.032, z))
                        for z in np.linspace(back + 0.1, front - 0.14, count)
                    ]
                )
            )
        )
        panes.append(s.box(wide * 0.8, 0.045, 0.03).rotate((-38, 0, 0)).translate((0, y + 0.04, front - 0.035)))
    top = tiers[-1][0] + 0.1
    slabs.append(side_solid([(0.76, top - 0.01), (0.74, top + 0.03), (-1.08, top + 0.03), (-1.08, top - 0.01)], 0.46))
    ports = s.mirrored(
        s.group([s.rod((0.225, 0.25, z), (0.262, 0.25, z), 0.02, segments=10) for z in np.linspace(-1.0, 0.75, 20)])
    )
    boats = s.mirrored(
        s.group([s.ellipsoid(0.05, 0.045, 0.1, 16).translate((0.27, 0.505, z)) for z in np.linspace(-0.95, 0.55, 7)])
    )
    bridge = s.box(0.56, 0.09, 0.14, 0.015).translate((0, top - 0.06, 0.72))
    glass = s.box(0.57, 0.04, 0.145).translate((0, top - 0.03, 0.722))
    funnels, caps, bands = [], [], []
    for z in (0.2, -0.25, -0.7) if old else (-0.62,):
        section = (
            [(z + 0.13, top), (z + 0.03, top + 0.34), (z - 0.16, top + 0.34), (z - 0.15, top)]
            if not old
            else [(z + 0.09, top), (z + 0.04, top + 0.42), (z - 0.1, top + 0.42), (z - 0.08, top)]
        )
        funnels.append(side_solid(section, 0.17, 0.03))
        high = 0.34 if not old else 0.42
        caps.append(s.box(0.18, 0.09, 0.2).translate((0, top + high - 0.08, z - (0.065 if not old else 0.03))))
        bands.append(s.box(0.185, 0.05, 0.24).translate((0, top + high * 0.5, z - 0.03)))
    mast = s.rod((0, top, 0.5), (0, top + 0.3, 0.44), 0.022) + s.box(0.2, 0.025, 0.03).translate((0, top + 0.2, 0.46))
    fore = s.rod((0, 0.4, 1.22), (0, 0.62, 1.22), 0.018)
    pool = s.box(0.2, 0.02, 0.3).translate((0, top + 0.02, -0.1))
    lower = "#b5322a" if hull_colour != "#f4f4f1" else s.pick(rng, ("#24508a", "#b5322a"))
    return finished(
        [
            *layered(hull, 0.1, paint_of(lower), paint_of(hull_colour, 0.3)),
            Part("decks", s.union([*decks, bridge]), paint_of("#f6f6f3", 0.3), 20),
            Part("slabs", s.group(slabs), paint_of("#e2e4e6", 0.3), 20),
            Part("windows", s.group([*panes, ports, glass]), m.WINDOW.coloured("#3a566e"), 20),
            Part("lifeboats", boats, paint_of("#ee7a22"), 50),
            Part("funnels", s.union(funnels), paint_of(funnel_colour), 30),
            Part("funnel caps", s.union(caps), m.BLACK, 20),
            Part("funnel bands", s.union(bands), m.WHITE, 20),
            Part("masts", mast + fore, m.STEEL, 40),
            *([] if old else [Part("pool", pool, m.WATER, 20)]),
        ],
        rng.uniform(55, 110),
    )


@sculpture(
    "cargo ship",
    size=(60, 420),
    synonyms=("container ship", "freighter", "container vessel"),
    kinds=("freight ship", "cargo vessel"),
)
def cargo_ship(rng: np.random.Generator) -> Sculpture:
    """A long hull stacked with coloured containers, the white bridge and the funnel astern."""
    hull_colour = s.pick(rng, ("#22406b", "#1f2a33", "#8a2a26", "#1f5a4a"))
    stations = [
        (-1.55, 0.19, 0.36, 0.14),
        (-1.3, 0.25, 0.34, 0.03),
        (-0.6, 0.27, 0.33, 0.0),
        (0.7, 0.27, 0.33, 0.0),
        (1.15, 0.2, 0.36, 0.02),
        (1.45, 0.09, 0.43, 0.06),
        (1.62, 0.012, 0.47, 0.26),
    ]
    hull = hull_of(stations)
    colours = ["#c8402c", "#2f66b0", "#e8952a", "#3a8a55", "#d8d6ce", "#7a3f30"]
    boxes: dict[str, list[s.Solid]] = {c: [] for c in colours}
    bays = np.linspace(-0.72, 1.02, 6)
    for bay in bays:
        across = 3 if bay > 0.95 else 4
        for k in range(across):
            stack = int(rng.integers(2, 5)) if bay < 0.95 else int(rng.integers(1, 3))
            for level in range(stack):
                colour = colours[int(rng.integers(len(colours)))]
                x = (k - (across - 1) / 2) * 0.134
                boxes[colour].append(s.box(0.124, 0.118, 0.325).translate((x, 0.335 + 0.124 * level, bay)))
    house = s.box(0.5, 0.62, 0.24, 0.01).translate((0, 0.33, -1.08)) + s.box(0.6, 0.1, 0.2, 0.01).translate(
        (0, 0.93, -1.06)
    )
    panes = (
        s.box(0.56, 0.05, 0.03).translate((0, 0.96, -0.96))
        + s.group(
            [
                s.box(0.05, 0.05, 0.03).translate((x, y, -0.965))
                for y in (0.62, 0.75, 0.86)
                for x in np.linspace(-0.19, 0.19, 5)
            ]
        )
        + s.mirrored(
            s.group(
                [s.box(0.02, 0.05, 0.05).translate((0.25, y, z)) for y in (0.5, 0.64, 0.78) for z in (-1.15, -1.03)]
            )
        )
    )
    funnel = s.box(0.2, 0.5, 0.18, 0.02).translate((0, 0.34, -1.36))
    band = s.box(0.21, 0.1, 0.19).translate((0, 0.66, -1.36))
    cap = s.box(0.16, 0.05, 0.14).translate((0, 0.83, -1.36))
    mast = s.rod((0, 1.0, -1.08), (0, 1.26, -1.08), 0.022) + s.rod((0, 0.42, 1.38), (0, 0.72, 1.38), 0.02)
    rails = rail_of(stations, 0.018)
    boat = s.mirrored(s.ellipsoid(0.05, 0.05, 0.11, 16).translate((0.24, 0.5, -1.3)))
    parts = [
        *layered(hull, 0.11, paint_of("#a8342a"), paint_of(hull_colour, 0.4)),
        Part("rails", rails, paint_of(hull_colour, 0.4).shaded(1.5), 40),
        Part("house", house, m.WHITE, 20),
        Part("windows", panes, m.WINDOW, 20),
        Part("funnel", funnel, paint_of(hull_colour, 0.4), 20),
        Part("funnel band", band, paint_of("#e8952a"), 20),
        Part("funnel cap", cap, m.BLACK, 20),
        Part("masts", mast, m.STEEL, 40),
        Part("lifeboats", boat, paint_of("#ee7a22"), 50),
    ]
    parts += [Part("containers", s.group(solids), paint_of(c, 0.6), 20) for c, solids in boxes.items() if solids]
    return finished(parts, rng.uniform(40, 100), {"top": (0, 1.26, -1.08)})


@sculpture("aircraft carrier", size=(110, 480), synonyms=("carrier ship",), kinds=("flattop", "warship carrier"))
def aircraft_carrier(rng: np.random.Generator) -> Sculpture:
    """A grey hull under a wide flat deck with a slanting runway, an island to starboard, parked jets."""
    grey = paint_of(s.pick(rng, ("#838b92", "#7a838c", "#8b9093")), 0.6)
    stations = [
        (-1.6, 0.22, 0.4, 0.14),
        (-1.2, 0.27, 0.4, 0.02),
        (0.4, 0.27, 0.4, 0.0),
        (1.1, 0.16, 0.4, 0.02),
        (1.5, 0.06, 0.42, 0.12),
        (1.66, 0.012, 0.44, 0.3),
    ]
    hull = hull_of(stations)
    deck = flat(
        [
            (-0.3, -1.66),
            (0.34, -1.66),
            (0.52, -1.0),
            (0.52, 0.42),
            (0.32, 0.72),
            (0.26, 1.66),
            (-0.2, 1.66),
            (-0.26, 0.8),
            (-0.4, 0.4),
            (-0.46, -0.2),
            (-0.46, -0.9),
            (-0.34, -1.2),
        ],
        0.09,
    ).translate((0, 0.44, 0))
    flare = s.hull(
        [s.box(0.8, 0.02, 1.6).translate((0.02, 0.4, -0.4)), s.box(0.5, 0.02, 1.9).translate((0, 0.22, -0.4))]
    )
    top = 0.486
    dark = grey.shaded(0.62)
    strip = s.beam((0.06, top, -1.6), (0.36, top, 0.42), 0.34, 0.02)
    lines = s.union(
        [s.beam((0.06 + dx, top + 0.008, -1.6), (0.36 + dx, top + 0.008, 0.42), 0.03, 0.02) for dx in (-0.17, 0.17)]
        + [
            s.beam(
                (0.06 + 0.3 * t, top + 0.008, -1.6 + 2.02 * t),
                (0.06 + 0.3 * (t + 0.07), top + 0.008, -1.6 + 2.02 * (t + 0.07)),
                0.03,
                0.02,
            )
            for t in np.linspace(0.06, 0.86, 7)
        ]
        + [s.box(0.03, 0.02, 1.0).translate((x, top, 1.06)) for x in (-0.08, 0.12)]
    )
    island = s.union(
        [
            s.box(0.16, 0.22, 0.5, 0.01).translate((-0.34, top, 0.05)),
            s.box(0.2, 0.1, 0.36, 0.01).translate((-0.34, top + 0.2, 0.1)),
            s.box(0.12, 0.12, 0.2, 0.01).translate((-0.34, top + 0.28, 0.06)),
        ]
    )
    panes = s.box(0.21, 0.04, 0.37).translate((-0.34, top + 0.24, 0.1))
    mast = s.union(
        [
            s.rod((-0.34, top + 0.38, 0.04), (-0.34, top + 0.72, 0.04), 0.03, 0.02),
            s.box(0.18, 0.03, 0.04).translate((-0.34, top + 0.56, 0.04)),
            s.box(0.16, 0.09, 0.03).translate((-0.34, top + 0.42, 0.18)),
            s.cylinder(0.2, 0.04, segments=16).translate((-0.34, top + 0.3, -0.14)),
        ]
    )
    number = s.box(0.02, 0.14, 0.18).translate((-0.42, top + 0.03, 0.05))

    jet = s.union(
        [
            s.hull(
                [
                    s.ellipsoid(0.024, 0.026, 0.09, 12).translate((0, 0.04, 0)),
                    s.sphere(0.008, 8).translate((0, 0.04, 0.16)),
                ]
            ),
            flat([(0, 0.07), (0.1, -0.05), (0.1, -0.09), (0, -0.07), (-0.1, -0.09), (-0.1, -0.05)], 0.024).translate(
                (0, 0.035, 0)
            ),
            s.mirrored(
                side_solid([(-0.04, 0.04), (-0.09, 0.12), (-0.12, 0.12), (-0.11, 0.04)], 0.02).translate((0.03, 0, 0))
            ),
        ]
    )
    spots = [
        (-0.1, 1.3, 0),
        (0.14, 0.9, 0),
        (-0.26, 0.62, 30),
        (-0.34, -0.38, 60),
        (-0.34, -0.62, 60),
        (-0.3, -0.86, 60),
        (0.4, -0.75, -40),
        (0.12, -0.5, 8),
    ]
    keep = rng.permutation(len(spots))[: int(rng.integers(6, 9))]
    jets = s.group(
        [
            jet.scale((1.25, 1.25, 1.25)).rotate((0, spots[k][2], 0)).translate((spots[k][0], top, spots[k][1]))
            for k in sorted(keep)
        ]
    )
    return finished(
        [
            *layered(hull, 0.1, paint_of("#8a3a34"), grey),
            Part("sponsons", flare, grey.shaded(0.92), 20),
            Part("deck", deck, dark, 20),
            Part("runway", strip, dark.shaded(0.8), 20),
            Part("lines", lines, m.WHITE, 20),
            Part("island", island, grey.shaded(1.06), 20),
            Part("windows", panes, m.WINDOW, 20),
            Part("mast", mast, grey.shaded(0.8), 30),
            Part("number", number, m.WHITE, 20),
            Part("jets", jets, paint_of("#c9cdd1", 0.5), 20),
        ],
        rng.uniform(70, 100),
    )
