"""Dwellings: log cabins, huts, yurts, tipis, and those of tales: under a hill, in a mushroom, of gingerbread."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

DARK = m.BLACK.coloured("#2e2620", "dark")


@sculpture(
    "log cabin", synonyms=("log house", "cabin"), kinds=("log hut", "hunting lodge"), size=(7, 14), material="wooden"
)
def log_cabin(rng: np.random.Generator) -> Sculpture:
    """Round logs crossing at the corners, a plank roof, a stone chimney, a porch with posts, a door, windows."""
    a = Assembly()
    wood = s.pick(rng, (m.OAK, m.PINE.shaded(0.85), m.WALNUT.shaded(1.3))).varied(rng, 0.06)
    shades = [wood, wood.shaded(0.88), wood.shaded(1.08)]
    roof = s.pick(rng, (m.WALNUT.shaded(0.9), m.SLATE, m.PAINT.coloured("#3f6348", "green"))).varied(rng, 0.06)
    w, d = rng.uniform(5.4, 6.4), rng.uniform(4.2, 4.8)
    r, rows = 0.21, int(rng.integers(6, 8))
    step = r * 1.8
    high = rows * step + 0.3
    over = 0.5
    a.add("base", m.STONE, s.box(w + 0.5, 0.35, d + 0.5, 0.05))
    a.add("inner walls", wood.shaded(0.7), s.box(w - 0.1, high - 0.3, d - 0.1).translate((0, 0.3, 0)))
    for k in range(rows):
        y = 0.3 + r + step * k
        for q in (-1, 1):
            long = (
                s.cylinder(w + 2 * over, r, segments=12)
                .rotate((0, 0, 90))
                .translate(((w + 2 * over) / 2, y, q * d / 2))
            )
            a.add(f"logs {k % 3}", shades[k % 3], long)
            cross = (
                s.cylinder(d + 2 * over, r, segments=12)
                .rotate((90, 0, 0))
                .translate((q * w / 2, y + step / 2, -(d + 2 * over) / 2))
            )
            a.add(f"logs {(k + 1) % 3}", shades[(k + 1) % 3], cross)
            for z in (-1.0, 1.0):
                a.add(
                    "log ends",
                    m.BIRCH,
                    s.cylinder(0.05, r * 0.8, segments=12)
                    .rotate((0, 0, 90))
                    .translate((q * (w / 2 + over) + 0.025 + q * 0.01, y, z * d / 2)),
                )
                a.add(
                    "log ends",
                    m.BIRCH,
                    s.cylinder(0.05, r * 0.8, segments=12)
                    .rotate((90, 0, 0))
                    .translate((q * w / 2, y + step / 2, z * (d / 2 + over) - 0.025 + z * 0.01)),
                )
    rise = d * rng.uniform(0.46, 0.58)
    a.add("gables", wood.shaded(0.94), masonry.gable(d, rise, w).rotate((0, 90, 0)).translate((0, high, 0)))
    planks = s.row(s.box(0.08, rise * 2, 0.05), 9, (d / 9, 0, 0))
    inside = s.extrude([(-d / 2 + 0.1, 0), (d / 2 - 0.1, 0), (0, rise - 0.12)], 9)
    for yaw in (90.0, 270.0):
        a.add("grooves", wood.shaded(0.6), masonry.set_in(planks ^ inside, w / 2, high, yaw))
    shingles = masonry.shingled_roof(d, rise, w + 0.3, 0.55, 0.16, 6).rotate((0, 90, 0)).translate((0, high, 0))
    a.add("roof", roof, shingles)
    # A porch before the front wall.
    deep = 1.5
    z = d / 2 + deep
    a.add("porch", wood.shaded(0.8), s.box(w * 0.94, 0.3, deep + 0.3).translate((0, 0, d / 2 + deep / 2)))
    for x in (-0.45, -0.16, 0.16, 0.45):
        a.add("posts", wood.shaded(0.85), s.cylinder(high - 0.5, 0.12, segments=10).translate((x * w, 0.2, z)))
    lean = s.beam((0, high + 0.16, d / 2 - 0.1), (0, high - 0.42, z + 0.45), w + 0.9, 0.14)
    a.add("roof", roof.shaded(0.92), lean)
    for x in (-1, 1):
        for y in (0.65, 1.0):
            a.add("railing", wood.shaded(0.85), s.rod((x * w * 0.45, y, z), (x * w * 0.16, y, z), 0.07, segments=8))
    a.add("steps", m.STONE, s.box(1.4, 0.16, 0.6).translate((0, 0, z + 0.4)))
    a.add("door frame", wood.shaded(0.6), s.box(1.25, 2.1, 0.2).translate((0, 0.3, d / 2 + r * 0.9)))
    a.add(
        "door",
        m.PAINT.coloured(s.pick(rng, ("#8a3a2a", "#2f5f46", "#5a3a22")), "door"),
        s.box(1.0, 1.95, 0.3).translate((0, 0.3, d / 2 + r * 0.9)),
    )
    a.add("knob", m.BRASS, s.sphere(0.07, 10).translate((0.38, 1.25, d / 2 + r + 0.16)))
    frame, pane = masonry.square_window(0.8, 0.8, 0.1, (1, 1))
    glass = s.pick(rng, (m.LIT_WINDOW, m.WINDOW))
    spots = [(d / 2, 0.0, -w * 0.3), (d / 2, 0.0, w * 0.3), (d / 2, 180.0, 0.0), (w / 2, 90.0, 0.0)]
    for out, yaw, along in spots:
        a.add("window frames", wood.shaded(0.6), masonry.set_in(frame, out + r + 0.06, 1.55, yaw, along))
        a.add("windows", glass, masonry.set_in(pane, out + r + 0.06, 1.55, yaw, along))
    top = high + rise + 0.8
    stack = s.taper(s.box(1.3, top, 1.1, 0.06), 0.68).translate((-w / 2 - 0.55, 0, 0))
    a.add("chimney", m.STONE, stack)
    rough = s.union(
        [masonry.set_in(masonry.wall_stones(rng, 0.9, top * 0.92, 0.42, 16, 0.12), 0.47, 0, 90 * k) for k in range(4)]
    )
    a.add("chimney stones", m.STONE.shaded(0.8), rough.translate((-w / 2 - 0.55, 0, 0)))
    a.add("chimney", m.STONE.shaded(0.7), s.box(1.05, 0.2, 0.95).translate((-w / 2 - 0.55, top - 0.1, 0)))
    return a.build({"top": (0, high + rise + 0.2, 0), "door": (0, 0.3, d / 2 + 0.4)})


@sculpture("hut", synonyms=("mud hut", "thatched hut"), kinds=("shack", "tiki hut", "african hut"), size=(4.5, 13))
def hut(rng: np.random.Generator) -> Sculpture:
    """A round clay hut, or a square one of canes on stilts, under a tall roof of thatch."""
    a = Assembly()
    thatch = m.THATCH.varied(rng, 0.1)
    wood = m.OAK.shaded(0.75).varied(rng, 0.08)
    stilts = not s.chance(rng, 0.7)
    if not stilts:
        r, high = rng.uniform(1.9, 2.2), rng.uniform(1.9, 2.2)
        clay = m.CLAY.coloured(s.pick(rng, ("#b98a5e", "#a8744c", "#c49c70")), "mud").varied(rng, 0.05)
        a.add("walls", clay, s.cylinder(high, r * 1.02, r * 0.98, 40).translate((0, 0.02, 0)))
        a.add("base", clay.shaded(0.7), s.cylinder(0.25, r * 1.1, segments=40))
        band = m.PAINT.coloured("#efe3c8", "whitewash")
        a.add("band", band, s.cylinder(0.22, r * 1.03, segments=40).translate((0, high * 0.62, 0)))
        tooth = s.extrude([(-0.2, 0), (0.2, 0), (0, 0.34)], 0.14).translate((0, high * 0.28, r * 1.0))
        a.add("band", band, s.around(tooth, 14, 24, 310))
        for k in range(16):
            post = s.cylinder(high, 0.07, segments=8).translate((0, 0, r * 1.3))
            if k % 2 == 0 and k not in (0,):
                a.add("posts", wood, post.rotate((0, 22.5 * k, 0)))
        face, low, eaves = r * 1.0, 0.0, r * 1.44
    else:
        r, low, high = rng.uniform(1.6, 1.8), rng.uniform(1.0, 1.3), 1.9
        cane = m.BIRCH.coloured("#c9a860", "bamboo").varied(rng, 0.06)
        a.add(
            "posts",
            wood,
            *[
                s.cylinder(low + high, 0.14, segments=10).translate((x * r, 0, z * r))
                for x in (-1, 0, 1)
                for z in (-1, 1)
            ],
        )
        a.add("floor", wood.shaded(1.2), s.box(r * 2.5, 0.2, r * 2.9).translate((0, low, r * 0.2)))
        a.add("walls", cane, s.box(r * 2, high, r * 2).translate((0, low + 0.1, 0)))
        pole = s.cylinder(high, 0.1, segments=8)
        for yaw in (0.0, 90.0, 180.0, 270.0):
            a.add("canes", cane.shaded(0.86), masonry.set_in(s.row(pole, 11, (r * 0.19, 0, 0)), r, low + 0.1, yaw))
        for x in (-0.35, 0.35):
            a.add("ladder", wood, s.rod((x, 0, r * 2.1), (x, low + 0.2, r * 1.6), 0.08, segments=8))
        a.add(
            "ladder",
            wood,
            *[
                s.rod((-0.35, low * u, r * (2.1 - 0.5 * u)), (0.35, low * u, r * (2.1 - 0.5 * u)), 0.06, segments=8)
                for u in (0.2, 0.5, 0.8)
            ],
        )
        face, eaves = r + 0.08, r * 1.85
    y = low + high
    rise = eaves * rng.uniform(0.86, 1.05)
    layers = 5
    for k in range(layers):
        u0, u1 = k / layers, (k + 1) / layers
        r0, r1 = eaves * (1 - u0) * 1.0, eaves * (1 - u1)
        piece = (
            s.cylinder(rise / layers + 0.22, r0 + 0.1, r1 + 0.16, 36)
            if not stilts
            else s.prism(rise / layers + 0.22, (r0 + 0.1) * 1.2, 4, (r1 + 0.16) * 1.2)
        )
        piece = s.roughened(piece, rng, 0.05, 0.6, 0.4)
        a.add(
            f"roof {k % 2}",
            thatch.shaded(1.0 if k % 2 else 0.88),
            piece.translate((0, y - 0.3 + rise * u0 - (0.2 if k else 0), 0)),
        )
    top = y - 0.3 + rise
    a.add(
        "knot",
        thatch.shaded(0.7),
        s.cylinder(0.5, 0.22, 0.16, 14).translate((0, top - 0.2, 0)),
        s.sphere(0.24, 14).translate((0, top + 0.3, 0)),
    )
    doorway = s.extrude(
        s.arch_outline(0.95, high * 0.84) if not stilts else s.rectangle(0.95, high * 0.8, (0, high * 0.4)), 0.3
    )
    a.add("doorway", DARK, doorway.translate((0, low + 0.12, face)))
    surround = s.extrude(s.arch_outline(1.25, high * 0.92), 0.24) if not stilts else s.box(1.3, high * 0.88, 0.24)
    a.add("door frame", wood, surround.translate((0, low + 0.1, face)))
    return a.build({"top": (0, top + 0.5, 0), "door": (0, low + 0.1, face)}).grounded()


@sculpture("yurt", synonyms=("ger", "mongolian yurt"), kinds=("nomad tent",), size=(5, 11))
def yurt(rng: np.random.Generator) -> Sculpture:
    """A low round tent of white felt with ropes and a patterned band, a shallow roof with a crown, a painted door."""
    a = Assembly()
    felt = m.WOOL.coloured(s.pick(rng, ("#efe8d8", "#f2efe6", "#e6dac2")), "felt").varied(rng, 0.03)
    band = m.CLOTH.coloured(s.pick(rng, ("#b3372e", "#2f5fae", "#b3372e", "#3f7f5a")), "band")
    r, high = rng.uniform(2.5, 3.2), rng.uniform(1.6, 1.8)
    rise = r * rng.uniform(0.4, 0.5)
    a.add("floor", m.OAK.shaded(0.8), s.cylinder(0.2, r * 1.08, segments=48))
    a.add("walls", felt, s.cylinder(high, r, segments=56).translate((0, 0.15, 0)))
    for y in (0.45, 1.0):
        a.add("ropes", m.ROPE, s.torus(r * 1.01, 0.055, 56, 8).translate((0, y, 0)))
    a.add("band", band, s.cylinder(0.34, r * 1.025, segments=56).translate((0, high - 0.22, 0)))
    tooth = s.extrude([(-0.13, 0), (0.13, 0), (0, 0.26)], 0.1).translate((0, high - 0.18, r * 1.02))
    a.add("pattern", m.GOLD.coloured("#e6c24a"), s.around(tooth, 40))
    y = high + 0.13
    line = s.profile([(r * 1.07, 0), (r * 1.03, 0.1), (r * 0.62, rise * 0.62), (0.5, rise)], 20)
    a.add("roof", felt.shaded(0.97), s.revolve([(0, 0), *line, (0, rise)], 56).translate((0, y, 0)))
    strap = s.tube([(0, y + v + 0.03, u) for u, v in line[4:]], 0.06, 6)
    a.add("ropes", m.ROPE, s.around(strap, 12, 15))
    a.add("crown", m.OAK.shaded(0.7), s.cylinder(0.24, 0.62, segments=28).translate((0, y + rise - 0.06, 0)))
    cross = s.union([s.box(1.1, 0.1, 0.1).rotate((0, 90 * k, 0)).translate((0, y + rise + 0.16, 0)) for k in range(2)])
    a.add("crown", m.OAK.shaded(0.7), cross)
    if s.chance(rng, 0.6):
        a.add(
            "pipe",
            m.DARK_STEEL,
            s.cylinder(1.1, 0.14, segments=14).translate((0.2, y + rise - 0.1, -0.15)),
            s.cone(0.2, 0.26, 14).translate((0.2, y + rise + 1.05, -0.15)),
        )
    hue = m.PAINT.coloured(s.pick(rng, ("#c8642a", "#2f6fae", "#b3372e")), "door")
    a.add("door frame", hue.shaded(0.72), s.box(1.35, high + 0.02, 0.5).translate((0, 0.16, r - 0.05)))
    a.add("door", hue, *[s.box(0.5, high * 0.84, 0.2).translate((x * 0.27, 0.22, r + 0.15)) for x in (-1, 1)])
    for x in (-1, 1):
        diamond = s.extrude([(-0.14, 0), (0, -0.26), (0.14, 0), (0, 0.26)], 0.12).translate(
            (x * 0.27, 0.22 + high * 0.42, r + 0.24)
        )
        a.add("pattern", m.GOLD.coloured("#e6c24a"), diamond)
    a.add("step", m.OAK.shaded(0.8), s.box(1.3, 0.14, 0.6).translate((0, 0, r + 0.4)))
    return a.build({"top": (0, y + rise + 0.25, 0), "door": (0, 0.2, r + 0.3)})


@sculpture("tipi", synonyms=("teepee", "tepee"), kinds=("wigwam", "indian tent"), size=(5, 11))
def tipi(rng: np.random.Generator) -> Sculpture:
    """A tall cone of hides over poles that cross above it, with painted bands, smoke flaps and a door."""
    a = Assembly()
    hide = m.CANVAS.coloured(s.pick(rng, ("#e6d3a8", "#dcc496", "#eee0c0")), "hide").varied(rng, 0.04)
    paint = m.PAINT.coloured(s.pick(rng, ("#a8412e", "#2f6f86", "#a8412e")), "band")
    r, high = rng.uniform(2.0, 2.4), rng.uniform(4.2, 4.9)
    neck = 0.3

    def at(y: float) -> float:
        return r + (neck - r) * y / high

    a.add("hide", hide, s.cylinder(high, r, neck, 20))
    seam = s.rod((0, 0, r), (0, high, neck), 0.045, segments=6)
    a.add("seams", hide.shaded(0.86), s.around(seam, 10, 18))
    for y0, y1 in ((0.12, 0.5), (high * 0.66, high * 0.74)):
        a.add("bands", paint, s.cylinder(y1 - y0, at(y0) + 0.035, at(y1) + 0.035, 20).translate((0, y0, 0)))
    dark = m.PAINT.coloured("#3a2f2a", "dark paint")
    lean = float(np.degrees(np.arctan2(r - neck, high)))
    tooth = s.extrude([(-0.24, 0), (0.24, 0), (0, 0.5)], 0.12).rotate((-lean, 0, 0)).translate((0, 0.62, at(0.62)))
    a.add("signs", dark, s.around(tooth, 12, 30, 300))
    disc = (
        s.cylinder(0.12, 0.34, segments=20)
        .rotate((90 - lean, 0, 0))
        .translate((0, high * 0.46, at(high * 0.46) - 0.02))
    )
    a.add("signs", paint, s.around(disc, 3, 90, 180))
    poles = int(rng.integers(8, 11))
    for k in range(poles):
        yaw = 360 * k / poles + rng.uniform(-6, 6)
        out = rng.uniform(0.42, 0.62)
        pole = s.rod((0, high * 0.88, at(high * 0.88) - 0.12), (0, high + rng.uniform(0.7, 1.0), -out), 0.07, 0.055, 8)
        a.add("poles", m.OAK.shaded(0.8), pole.rotate((0, float(yaw), 0)))
    opening = s.extrude(s.arch_outline(0.9, 1.6, 0.5), 0.2).rotate((-lean, 0, 0)).translate((0, 0.02, at(0) - 0.02))
    a.add("doorway", DARK, opening)
    flap = (
        s.extrude([(-0.45, 0.1), (-0.2, 1.5), (-0.95, 1.2), (-1.0, 0.1)], 0.1)
        .rotate((-lean, -14, 0))
        .translate((0.06, 0.02, at(0) + 0.02))
    )
    a.add("flap", hide.shaded(0.8), flap)
    for x in (-1, 1):
        wing = s.extrude([(0.03, 0), (0.06, 1.2), (0.55, 1.15), (0.4, 0.3)], 0.09)
        wing = wing if x > 0 else wing.mirror((1, 0, 0))
        a.add(
            "smoke flaps",
            hide.shaded(0.92),
            wing.rotate((-lean, x * 22, 0)).translate((0, high - 1.25, at(high - 1.25) + 0.05)),
        )
    pins = [
        s.rod((-0.14, y, at(y) + 0.03), (0.14, y, at(y) + 0.03), 0.045, segments=6)
        for y in np.arange(1.75, high - 1.2, 0.26)
    ]
    a.add("pins", m.OAK.shaded(0.6), *pins)
    return a.build({"top": (0, high + 0.8, 0), "door": (0, 0, r)}).grounded()


@sculpture("hobbit hole", synonyms=("hobbit house",), kinds=("hobbit home", "earth house"), size=(6, 15), tint=False)
def hobbit_hole(rng: np.random.Generator) -> Sculpture:
    """A grassy mound with a round coloured door and round windows in a stone front, a chimney, and flowers."""
    a = Assembly()
    grass = m.GRASS.varied(rng, 0.08)
    r, high = rng.uniform(3.2, 3.6), rng.uniform(2.5, 2.8)
    mound = s.roughened(s.dome(r, high, 40).scale((1.15, 1, 0.95)), rng, 0.12, 2.2, 0.5)
    front = r * 0.58
    cut = s.box(20, 10, 10).translate((0, -1, front + 5))
    a.add("mound", grass, (mound - cut).trim_by_plane((0, 1, 0), 0), smooth=60)
    wide = r * 0.94
    face = s.extrude(s.circle(wide, 48, high * 0.88), 0.3).trim_by_plane((0, 1, 0), 0)
    a.add("front", m.SANDSTONE.coloured("#d9c49a", "stone front"), face.translate((0, 0, front)))
    rim = s.extrude(s.circle(wide * 1.06, 48, high * 0.95), 0.6) - s.extrude(s.circle(wide * 0.98, 48, high * 0.86), 3)
    a.add("verge", grass.shaded(0.85), rim.trim_by_plane((0, 1, 0), 0).translate((0, 0, front)))
    z = front + 0.12
    door_r = high * 0.36
    hue = m.PAINT.coloured(m.HUES[s.pick(rng, ("yellow", "red", "blue", "green", "green"))], "door")
    centre = door_r + 0.16

    def ring(radius: float, wall: float, deep: float) -> s.Solid:
        return s.extrude(s.circle(radius + wall, 40), deep) - s.extrude(s.circle(radius, 40), deep * 3)

    a.add("door frame", m.OAK.shaded(0.7), ring(door_r, 0.2, 0.34).translate((0, centre, z)))
    a.add("door", hue, s.extrude(s.circle(door_r, 40), 0.22).translate((0, centre, z)))
    planks = s.row(s.box(0.05, door_r * 1.8, 0.06), 5, (door_r * 0.34, 0, 0)).translate(
        (0, centre - door_r * 0.9, z + 0.1)
    )
    a.add("door planks", hue.shaded(0.7), planks ^ s.extrude(s.circle(door_r * 0.95, 32), 9).translate((0, centre, 0)))
    a.add("knob", m.BRASS, s.sphere(0.13, 16).translate((0, centre, z + 0.16)))
    for x in (-1.0, 1.0):
        at = (x * wide * 0.62, high * 0.36, z)
        a.add(
            "window frames",
            m.OAK.shaded(0.7),
            ring(0.36, 0.13, 0.3).translate(at),
            s.box(0.72, 0.09, 0.2).translate((at[0], at[1] - 0.04, z)),
            s.box(0.09, 0.72, 0.2).translate((at[0], at[1] - 0.36, z)),
        )
        a.add("windows", m.LIT_WINDOW, s.extrude(s.circle(0.36, 28), 0.12).translate(at))
    base = s.roughened(s.cylinder(0.25, r * 1.35, r * 1.25, 40), rng, 0.04, 1.5, 0.6).trim_by_plane((0, 1, 0), 0)
    a.add("ground", grass.shaded(0.9), base, smooth=60)
    for k in range(5):
        stone = s.ellipsoid(0.42, 0.12, 0.28, 16).translate((0.16 * np.sin(k * 1.7), 0.24, front + 0.55 + 0.52 * k))
        a.add("path", m.STONE, stone)
    x = -r * 0.4
    a.add("chimney", m.BRICK, s.cylinder(high * 0.62, 0.32, 0.28, 16).translate((x, high * 0.72, -0.4)))
    a.add("chimney", m.BRICK.shaded(0.8), s.cylinder(0.18, 0.38, segments=16).translate((x, high * 1.3, -0.4)))
    for _ in range(34):
        yaw, up = rng.uniform(0, 360), rng.uniform(0.15, 1.2)
        spot = np.array(
            (
                1.15 * r * np.cos(up) * np.sin(np.radians(yaw)),
                high * np.sin(up),
                0.95 * r * np.cos(up) * np.cos(np.radians(yaw)),
            )
        )
        if spot[2] < front - 0.1:
            hue = s.pick(rng, ("red", "pink", "yellow", "white"))
            a.add(
                f"flowers {hue}", m.LEAF.coloured(m.HUES[hue], f"petal {hue}"), s.sphere(0.12, 8).translate(tuple(spot))
            )
    for side in (-1, 1):
        for k in range(4):
            bush = s.sphere(float(rng.uniform(0.22, 0.3)), 12).translate((side * (0.9 + 0.42 * k), 0.3, front + 0.5))
            a.add("bushes", m.DARK_LEAF, bush)
    return a.build({"top": (0, high, 0), "door": (0, 0.2, front + 0.3)})


@sculpture(
    "mushroom house",
    synonyms=("toadstool house",),
    kinds=("fairy house", "gnome house", "mushroom cottage"),
    size=(1.5, 7),
)
def mushroom_house(rng: np.random.Generator) -> Sculpture:
    """A house in a toadstool: a white-spotted cap for a roof, and a door, windows and a chimney."""
    a = Assembly()
    cap_m = m.PAINT.coloured(s.pick(rng, ("#c8322a", "#c8322a", "#c8322a", "#d8742a", "#8a4fa0")), "cap").varied(
        rng, 0.05
    )
    stem = m.PLASTER.coloured("#f0e6cf", "stem").varied(rng, 0.03)
    r, high = rng.uniform(0.78, 0.9), rng.uniform(1.2, 1.4)
    line = s.profile([(r * 1.08, 0), (r, high * 0.3), (r * 0.84, high * 0.8), (r * 0.9, high * 1.1)], 24)
    a.add("stem", stem, s.revolve([(0, 0), *line, (0, high * 1.1)], 44).translate((0, 0.03, 0)), smooth=60)
    wide, tall = r * rng.uniform(1.95, 2.15), r * rng.uniform(1.45, 1.7)
    y = high * 0.94
    shape = s.profile(
        [
            (wide * 0.9, -0.06 * tall),
            (wide, 0.06 * tall),
            (wide * 0.93, tall * 0.3),
            (wide * 0.66, tall * 0.7),
            (wide * 0.3, tall * 0.94),
            (0, tall),
        ],
        36,
    )
    a.add("cap", cap_m, s.revolve([(0, -0.02), (r * 0.6, 0.02), *shape], 56).translate((0, y, 0)), smooth=60)
    a.add("gills", stem.shaded(0.86), s.cylinder(0.14, wide * 0.88, segments=48).translate((0, y - 0.13, 0)))
    spots = [(0.93, 0.0)]
    for level, count, shift in ((0.72, 5, 0.3), (0.36, 8, 0.0)):
        spots += [(level, 360 * (k + shift) / count + rng.uniform(-8, 8)) for k in range(count)]
    for level, yaw in spots:
        u = float(np.interp(level * tall, shape[:, 1], shape[:, 0]))
        ahead = float(np.interp(level * tall + 0.04 * tall, shape[:, 1], shape[:, 0]))
        normal = np.array((0.0, u - ahead, 0.04 * tall)) if level < 0.9 else np.array((0.0, 1.0, 0.0))
        size = rng.uniform(0.15, 0.22) * wide * 0.8
        at = (0, level * tall, u) if level < 0.9 else (0, tall, 0)
        disc = s.aim(s.ellipsoid(size, 0.06, size, 20), normal).translate(at).rotate((0, yaw, 0))
        a.add("spots", m.WHITE, disc.translate((0, y, 0)), smooth=60)
    surround, leaf, iron = masonry.plank_door(0.52, high * 0.68, 0.1, True)
    front = r * 0.97
    paint = m.PAINT.coloured(m.HUES[s.pick(rng, ("brown", "green", "blue"))], "door")
    for name, material, solid in (
        ("door frame", m.OAK.shaded(0.7), surround),
        ("door", paint, leaf),
        ("hinges", m.BRASS, iron),
    ):
        a.add(name, material, solid.translate((0, 0.06, front)))
    frame, pane = masonry.arched(0.28, 0.4, 0.07)
    for yaw in (62.0, 118.0, 180.0, 242.0, 298.0):
        a.add("window frames", m.OAK.shaded(0.7), masonry.set_in(frame, r * 0.95, high * 0.34, yaw))
        a.add("windows", m.LIT_WINDOW, masonry.set_in(pane, r * 0.95, high * 0.34, yaw))
    a.add("chimney", m.BRICK, s.cylinder(tall * 0.8, 0.15, 0.13, 16).translate((wide * 0.5, y + tall * 0.42, -0.1)))
    a.add(
        "chimney",
        m.BRICK.shaded(0.75),
        s.cylinder(0.1, 0.2, segments=16).translate((wide * 0.5, y + tall * 1.18, -0.1)),
    )
    a.add("grass", m.GRASS, s.cylinder(0.1, wide * 0.92, wide * 0.86, 40))
    a.add(
        "step", m.STONE, s.ellipsoid(0.4, 0.13, 0.26, 20).translate((0, 0.06, front + 0.3)).trim_by_plane((0, 1, 0), 0)
    )
    for k in range(7):
        yaw = 30 + 300 * k / 6
        tuft = s.cone(0.24, 0.1, 8).translate((0, 0.06, wide * 0.72)).rotate((0, yaw, 0))
        a.add("tufts", m.LEAF, tuft)
    return a.build({"top": (0, y + tall, 0), "door": (0, 0.1, front)})


@sculpture("gingerbread house", kinds=("candy house", "witch's candy house"), size=(0.2, 0.5), tint=False)
def gingerbread_house(rng: np.random.Generator) -> Sculpture:
    """A house of brown biscuit with white icing on every edge, sweets on its roof, and a candy cane by the door."""
    a = Assembly()
    biscuit = m.CLAY.coloured(s.pick(rng, ("#a9652f", "#9a5a2a", "#b0703a")), "gingerbread").varied(rng, 0.05)
    icing = m.PORCELAIN.coloured("#fbf8f2", "icing")
    hues = ("#d8342f", "#3f9a45", "#f0c02f", "#3f7fd0", "#e87aa6", "#f08a2f")
    w, d, high = rng.uniform(1.5, 1.7), rng.uniform(1.7, 2.0), rng.uniform(0.95, 1.1)
    rise = w * rng.uniform(0.62, 0.76)
    t = 0.075
    a.add("board", icing, s.rounded_box(w * 1.9, 0.1, d * 1.55, 0.05))
    a.add(
        "walls",
        biscuit,
        s.box(w, high, d).translate((0, 0.08, 0)),
        masonry.gable(w, rise, d).translate((0, high + 0.07, 0)),
    )
    y = high + 0.08
    slope = rise / (w / 2)
    reach = w / 2 + 0.24
    outline = [
        (-reach, -slope * 0.24),
        (0, rise),
        (reach, -slope * 0.24),
        (reach, -slope * 0.24 + 0.16),
        (0, rise + 0.2),
        (-reach, -slope * 0.24 + 0.16),
    ]
    a.add("roof", biscuit.shaded(0.84), s.extrude(outline, d + 0.4).translate((0, y, 0)))
    # Icing along the roof's edges, in drops, and on corners.
    for z in (-1.0, 1.0):
        for x in (-1, 1):
            a.add(
                "icing",
                icing,
                s.capsule(
                    (0, y + rise + 0.12, z * (d / 2 + 0.2)),
                    (x * reach, y - slope * 0.24 + 0.08, z * (d / 2 + 0.2)),
                    0.1,
                    segments=12,
                ),
            )
            a.add("icing", icing, s.capsule((x * w / 2, 0.1, z * d / 2), (x * w / 2, y, z * d / 2), t, segments=12))
    a.add(
        "icing",
        icing,
        s.capsule((0, y + rise + 0.18, -d / 2 - 0.2), (0, y + rise + 0.18, d / 2 + 0.2), 0.12, segments=12),
    )
    for x in (-1, 1):
        a.add(
            "icing",
            icing,
            s.capsule(
                (x * reach, y - slope * 0.24 + 0.1, -d / 2 - 0.2),
                (x * reach, y - slope * 0.24 + 0.1, d / 2 + 0.2),
                0.09,
                segments=12,
            ),
        )
        for k in range(8):
            z = (d + 0.3) * ((k + 0.5) / 8 - 0.5)
            drop = rng.uniform(0.08, 0.2)
            a.add(
                "icing",
                icing,
                s.capsule(
                    (x * reach, y - slope * 0.24 + 0.08, z), (x * reach, y - slope * 0.24 - drop, z), 0.07, 0.055, 12
                ),
            )
        for i in range(3):
            for j in range(4):
                u = 0.2 + 0.27 * i
                at = (
                    x * reach * u,
                    y + rise + 0.19 - (rise + slope * 0.24 + 0.02) * u,
                    d * ((j + (0.5 if i % 2 else 0.3)) / 4 - 0.45),
                )
                hue = hues[int(rng.integers(6))]
                a.add(
                    f"sweets {hue}",
                    m.PLASTIC.coloured(hue, f"sweet {hue}"),
                    s.sphere(0.13, 16).translate(at),
                    smooth=60,
                )
    front = d / 2
    a.add("door frame", icing, s.extrude(s.arch_outline(0.56, 0.86), 0.1).translate((0, 0.08, front)))
    a.add(
        "door",
        m.CLAY.coloured("#6b3417", "chocolate"),
        s.extrude(s.arch_outline(0.42, 0.76), 0.16).translate((0, 0.08, front)),
    )
    a.add("knob", m.PLASTIC.coloured(hues[2], "sweet"), s.sphere(0.05, 12).translate((0.12, 0.42, front + 0.09)))
    window = s.extrude(s.circle(0.17, 24), 0.12)
    a.add("icing", icing, s.extrude(s.circle(0.24, 24), 0.08).translate((0, high + 0.26, front)))
    a.add("windows", m.LIT_WINDOW, window.translate((0, high + 0.26, front)))
    for yaw in (90.0, 180.0, 270.0):
        for along in (-0.26, 0.26):
            out = d / 2 if yaw == 180.0 else w / 2
            a.add("icing", icing, masonry.set_in(s.box(0.46, 0.46, 0.08), out, 0.4, yaw, along * d))
            a.add("windows", m.LIT_WINDOW, masonry.set_in(s.box(0.34, 0.34, 0.13), out, 0.46, yaw, along * d))
            bars = s.box(0.07, 0.36, 0.17).translate((0, 0.45, 0)) + s.box(0.36, 0.07, 0.17).translate((0, 0.6, 0))
            a.add("icing", icing, masonry.set_in(bars, out, 0, yaw, along * d))
    for k, x in enumerate((-1, 1)):
        path = [
            (x * 0.52, 0.05, front + 0.16),
            (x * 0.52, 0.5, front + 0.16),
            (x * 0.52, 0.78, front + 0.16),
            (x * 0.6, 0.92, front + 0.16),
            (x * 0.72, 0.86, front + 0.16),
            (x * 0.74, 0.74, front + 0.16),
        ]
        line = s.curve(path, 28)
        for q in range(9):
            piece = s.tube(line[3 * q : 3 * q + 4], 0.066, 10)
            a.add("canes red" if q % 2 else "canes white", m.RED if q % 2 else m.WHITE, piece)
        sweet = hues[(3 + k) % 6]
        a.add(
            f"sweets {sweet}",
            m.PLASTIC.coloured(sweet, f"sweet {sweet}"),
            s.sphere(0.16, 18).translate((x * w * 0.72, 0.2, front * 0.6)),
            s.sphere(0.16, 18).translate((x * w * 0.72, 0.2, -front * 0.4)),
        )
    a.add("chimney", biscuit.shaded(0.9), s.box(0.32, 0.62, 0.32).translate((w * 0.27, y + rise * 0.5, -d * 0.22)))
    a.add("icing", icing, s.rounded_box(0.42, 0.16, 0.42, 0.07).translate((w * 0.27, y + rise * 0.5 + 0.56, -d * 0.22)))
    top = y + rise + 0.3
    done = a.build({"top": (0, top, 0), "door": (0, 0.1, front)})
    return done.scaled(float(rng.uniform(0.085, 0.1)))
