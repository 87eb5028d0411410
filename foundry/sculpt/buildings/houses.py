"""Houses, cottages, barns, churches."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

WALLS = ("#ece2cc", "#d9c7a3", "#f1efe8", "#b9c8cf", "#d8a48a", "#c9d3b4", "#e7cf8f", "#9fb6c4")
ROOFS = (m.ROOF_TILE, m.SLATE, m.ROOF_TILE.coloured("#8c3b2e"), m.SLATE.coloured("#5b4a44"))
TRIM = m.WHITE.coloured("#f4f1e8", "trim")
BARN_RED = m.PAINT.coloured("#9c2f27", "barn red")


def windows(
    a: Assembly,
    trim: Material,
    pane: Material,
    size: tuple[float, float],
    places: list[tuple[float, float, float, float]],
) -> None:
    """Windows with sills at places (out, up, yaw, along)."""
    frame, glass = masonry.square_window(*size, 0.09)
    for out, up, yaw, along in places:
        a.add("window frames", trim, masonry.set_in(frame, out, up, yaw, along))
        a.add("windows", pane, masonry.set_in(glass, out, up, yaw, along))


def shutters(
    a: Assembly, paint: Material, size: tuple[float, float], places: list[tuple[float, float, float, float]]
) -> None:
    """A pair of shutters beside each window."""
    w, h = size
    leaf = s.box(w * 0.5, h * 1.08, 0.07, 0.015).translate((0, -h * 0.54, 0.06))
    leaf -= s.row(s.box(w, 0.03, 0.05).translate((0, 0, 0.1)), 6, (0, h * 0.15, 0))
    for out, up, yaw, along in places:
        for side in (-1, 1):
            a.add("shutters", paint, masonry.set_in(leaf, out, up, yaw, along + side * (w * 0.75 + 0.1)))


@sculpture(
    "house",
    synonyms=("home", "family house"),
    kinds=("villa", "suburban house", "bungalow", "farmhouse", "mansion", "townhouse"),
    size=(11, 22),
    words=("tall", "wide"),
)
def house(rng: np.random.Generator) -> Sculpture:
    """A gabled house of one or two floors with a porch, a chimney, framed windows and, often, a dormer."""
    a = Assembly()
    wall = m.PLASTER.coloured(s.pick(rng, WALLS), "wall").varied(rng, 0.04)
    if s.chance(rng, 0.2):
        wall = m.BRICK.varied(rng, 0.08)
    roof = s.pick(rng, ROOFS).varied(rng, 0.06)
    floors = int(s.pick(rng, (1, 2), (0.4, 0.6)))
    w, d, storey = rng.uniform(7.5, 9.5), rng.uniform(6, 7.5), rng.uniform(2.7, 3.0)
    base, high = 0.5, 0.5 + floors * storey
    rise = d * rng.uniform(0.36, 0.48)
    door_paint = m.PAINT.coloured(m.HUES[s.pick(rng, ("red", "blue", "green", "brown", "teal"))], "door paint")
    a.add("plinth", m.STONE, s.box(w + 0.3, base, d + 0.3, 0.04))
    a.add("walls", wall, s.box(w, high - base, d).translate((0, base, 0)))
    a.add("walls", wall, masonry.gable(d, rise, w).rotate((0, 90, 0)).translate((0, high, 0)))
    if m.BRICK.name != wall.name:
        corner = s.box(0.2, high - base, 0.2).translate((w / 2, base, d / 2))
        a.add("trim", TRIM, s.mirrored(s.mirrored(corner), "z"))
    shell = masonry.shingled_roof(d, rise, w, 0.5, 0.22, 8).rotate((0, 90, 0)).translate((0, high, 0))
    a.add("roof", roof, shell)
    a.add("ridge", roof.shaded(0.8), s.box(w + 1.1, 0.22, 0.34, 0.06).translate((0, high + rise + 0.18, 0)))
    size = (1.05, 1.35)
    middle = base + storey * 0.55
    places = [(d / 2, middle, 0.0, x * w * 0.31) for x in (-1, 1)]
    places += [(d / 2, middle, 180.0, x * w * 0.27) for x in (-1, 1)]
    places += [(w / 2, middle, yaw, x * d * 0.24) for yaw in (90.0, 270.0) for x in (-1, 1)]
    if floors == 2:
        upper = middle + storey
        places += [(d / 2, upper, yaw, x * w * 0.31) for yaw in (0.0, 180.0) for x in (-1, 0, 1)]
        places += [(w / 2, upper, yaw, x * d * 0.24) for yaw in (90.0, 270.0) for x in (-1, 1)]
    pane = m.LIT_WINDOW if s.chance(rng, 0.2) else m.WINDOW
    windows(a, TRIM, pane, size, places)
    windows(a, TRIM, pane, (0.7, 0.7), [(w / 2, high + rise * 0.36, yaw, 0.0) for yaw in (90.0, 270.0)])
    if s.chance(rng, 0.5):
        shutters(a, door_paint, size, [p for p in places if p[2] == 0.0 and abs(p[3]) > 0.1])
    surround, leaf, iron = masonry.plank_door(1.05, 2.15, 0.13, False)
    for name, material, solid in (
        ("door frame", TRIM, surround),
        ("door", door_paint, leaf),
        ("door fittings", m.BRASS, iron),
    ):
        a.add(name, material, solid.translate((0, base, d / 2)))
    porch_d, porch_w = rng.uniform(1.4, 2.0), rng.uniform(2.6, 3.4)
    front = d / 2 + porch_d
    a.add("plinth", m.STONE, s.box(porch_w, base, porch_d).translate((0, 0, d / 2 + porch_d / 2)))
    steps = [
        s.box(porch_w * 0.6, base * (2 - k) / 3, 0.35).translate((0, 0, front + 0.15 + 0.33 * k)) for k in range(2)
    ]
    a.add("steps", m.STONE.shaded(0.92), *steps)
    eave = base + 2.5
    for x in (-1, 1):
        post = s.box(0.16, eave - base, 0.16, 0.02).translate((x * (porch_w / 2 - 0.15), base, front - 0.15))
        rail = s.box(0.07, 0.07, porch_d).translate((x * (porch_w / 2 - 0.15), base + 0.85, d / 2 + porch_d / 2))
        bars = s.row(s.box(0.05, 0.85, 0.05), 5, (0, 0, porch_d / 6))
        a.add("porch", TRIM, post, rail, bars.translate((x * (porch_w / 2 - 0.15), base, d / 2 + porch_d / 2)))
    peak = porch_w * 0.3
    a.add("porch", TRIM, masonry.gable(porch_w, peak, 0.2).translate((0, eave, front - 0.1)))
    a.add("porch", TRIM, s.box(porch_w, 0.16, porch_d).translate((0, eave - 0.02, d / 2 + porch_d / 2)))
    a.add(
        "roof",
        roof,
        masonry.shingled_roof(porch_w, peak, porch_d, 0.2, 0.12, 4).translate((0, eave, d / 2 + porch_d / 2)),
    )
    if s.chance(rng, 0.5):
        for x in (-1, 1):
            side, z = x * w * 0.27, d * 0.25
            y = high + rise * 0.42
            a.add("dormers", wall, s.box(1.3, 1.2, 1.7).translate((side, y - 0.5, z)))
            a.add("roof", roof, masonry.shingled_roof(1.3, 0.6, 1.9, 0.15, 0.1, 3).translate((side, y + 0.7, z)))
            a.add("dormers", wall, masonry.gable(1.3, 0.6, 1.7).translate((side, y + 0.7, z)))
            windows(a, TRIM, pane, (0.7, 0.8), [(z + 0.85, y + 0.15, 0.0, side)])
    masonry.chimney(a, m.BRICK, w * 0.3 * s.pick(rng, (-1, 1)), -d * 0.14, high + rise * 0.3, high + rise + 0.9, 0.75)
    words = ("tall",) if floors == 2 else ("wide",)
    return a.build({"top": (0, high + rise + 0.3, 0), "door": (0, base, d / 2 + 0.2)}, words)


@sculpture("cottage", synonyms=("thatched cottage",), kinds=("lodge",), size=(7, 14))
def cottage(rng: np.random.Generator) -> Sculpture:
    """A low timber-framed cottage under a thick thatched roof, with a stone chimney at its end."""
    a = Assembly()
    plaster = m.PLASTER.varied(rng, 0.05)
    beams = s.pick(rng, (m.WALNUT, m.OAK.shaded(0.6), m.EBONY)).varied(rng, 0.05)
    thatch = m.THATCH.varied(rng, 0.12)
    w, d, high = rng.uniform(5.2, 6.6), rng.uniform(4.0, 4.8), rng.uniform(2.2, 2.5)
    rise = d * rng.uniform(0.62, 0.78)
    a.add("plinth", m.STONE, s.box(w + 0.3, 0.5, d + 0.3, 0.05))
    for yaw, length, out in ((0, w, d), (90, d, w), (180, w, d), (270, d, w)):
        stones = masonry.wall_stones(rng, length + 0.2, 0.5, 0.5, 14, 0.06)
        a.add("plinth stones", m.STONE.shaded(0.85), masonry.set_in(stones, out / 2 + 0.15, 0, yaw))
    a.add("walls", plaster, s.box(w, high - 0.4, d).translate((0, 0.4, 0)))
    a.add("walls", plaster, masonry.gable(d, rise, w).rotate((0, 90, 0)).translate((0, high, 0)))
    t = 0.16
    for yaw, length, out in ((0, w, d), (90, d, w), (180, w, d), (270, d, w)):
        frame = [s.box(length, t, t).translate((0, y, 0)) for y in (0.5, high * 0.55, high - t)]
        frame += [s.box(t, high - 0.5, t).translate((x * length / 2, 0.5, 0)) for x in (-0.99, -0.42, 0.42, 0.99)]
        frame += [
            s.beam((x * length * 0.48, 0.6, 0), (x * length * 0.26, high - 0.1, 0), t, t * 0.8, up=(0, 0, 1))
            for x in (-1, 1)
        ]
        if yaw in (90, 270):
            frame += [
                s.box(t, rise * 0.9, t).translate((0, high, 0)),
                s.box(length * 0.5, t, t).translate((0, high + rise * 0.45, 0)),
            ]
        a.add("beams", beams, masonry.set_in(s.union(frame), out / 2, 0, yaw))
    # Thatch: a soft slab, thick at its eaves.
    over, thick = 0.55, 0.42
    slope = rise / (d / 2)
    reach = d / 2 + over
    under = [(-reach, -slope * over), (0.0, rise), (reach, -slope * over)]
    upper = [(reach + 0.08, -slope * over + thick * 0.8), (d * 0.2, rise * 0.72 + thick), (0.0, rise + thick * 1.25)]
    outline = np.array([*under, *upper, *[(-x, y) for x, y in upper[1::-1]]])
    slab = s.extrude(outline, w + 2 * over, 0.12).rotate((0, 90, 0))
    slab = s.roughened(slab, rng, 0.05, 0.9, 0.35)
    a.add("roof", thatch, slab.translate((0, high, 0)))
    crest = s.rounded_box(w + 2 * over + 0.2, 0.4, 0.7, 0.16).translate((0, rise + thick * 0.85, 0))
    a.add("roof ridge", thatch.shaded(0.82), s.roughened(crest, rng, 0.03, 0.6, 0.3).translate((0, high, 0)))
    ends = (-1.0, 1.0)
    rods = [
        s.rod(
            (x * (w / 2 + over - 0.1), rise + thick * 1.3, -0.3),
            (x * (w / 2 + over - 0.1), rise + thick * 1.3, 0.3),
            0.05,
        )
        for x in ends
    ]
    a.add("roof ridge", thatch.shaded(0.7), s.union(rods).translate((0, high, 0)))
    paint = m.PAINT.coloured(m.HUES[s.pick(rng, ("red", "blue", "green", "teal"))], "paint")
    frame, pane = masonry.square_window(0.75, 0.8, 0.08, (1, 1))
    places = [(d / 2, 1.45, 0.0, x * w * 0.33) for x in (-1, 1)]
    places += [(d / 2, 1.45, 180.0, x * w * 0.25) for x in (-1, 1)] + [(w / 2, 1.45, 90.0, 0.0)]
    glass = s.pick(rng, (m.WINDOW, m.LIT_WINDOW))
    for out, up, facing, along in places:
        a.add("window frames", beams, masonry.set_in(frame, out + 0.05, up, facing, along))
        a.add("windows", glass, masonry.set_in(pane, out + 0.05, up, facing, along))
    for x in (-1, 1):
        tray = s.box(1.0, 0.2, 0.25, 0.02).translate((x * w * 0.33, 0.78, d / 2 + 0.22))
        a.add("flower boxes", m.OAK, tray)
        for k in range(7):
            spot = (
                x * w * 0.33 + 0.14 * (k - 3),
                1.02 + rng.uniform(-0.02, 0.05),
                d / 2 + 0.22 + rng.uniform(-0.07, 0.07),
            )
            hue = s.pick(rng, ("red", "pink", "yellow", "white"))
            a.add(f"flowers {hue}", m.LEAF.coloured(m.HUES[hue], f"petal {hue}"), s.sphere(0.085, 10).translate(spot))
            a.add("leaves", m.LEAF, s.sphere(0.08, 8).translate((spot[0], 0.96, spot[2])))
    round_top = s.chance(rng, 0.6)
    surround, leaf, iron = masonry.plank_door(0.95, 1.95, 0.15, round_top)
    for name, material, solid in (("door frame", beams, surround), ("door", paint, leaf), ("hinges", m.IRON, iron)):
        a.add(name, material, solid.translate((0, 0.1, d / 2 + 0.05)))
    a.add("step", m.STONE, s.box(1.5, 0.2, 0.7, 0.05).translate((0, 0, d / 2 + 0.45)))
    stack_h = high + rise + 0.9
    stack = s.taper(s.box(1.1, stack_h, 1.0, 0.06), 0.72).translate((-w / 2 - 0.3, 0, 0))
    a.add(
        "chimney", m.STONE.shaded(0.95), stack, s.box(1.0, 0.16, 0.95, 0.03).translate((-w / 2 - 0.3, stack_h - 0.1, 0))
    )
    rough = s.union(
        [
            masonry.set_in(masonry.wall_stones(rng, 0.8, stack_h * 0.9, 0.42, 14, 0.12), 0.42, 0, 90 * k)
            for k in range(4)
        ]
    )
    a.add("chimney stones", m.STONE.shaded(0.82), rough.translate((-w / 2 - 0.3, 0, 0)))
    return a.build({"top": (0, high + rise + thick * 1.2, 0), "door": (0, 0.2, d / 2 + 0.2)})


@sculpture("barn", synonyms=("farm barn",), kinds=("stable", "shed", "granary"), size=(14, 28))
def barn(rng: np.random.Generator) -> Sculpture:
    """A boarded barn under a gambrel roof with big crossed doors and a hay loft."""
    a = Assembly()
    paint = s.pick(rng, (BARN_RED, BARN_RED, BARN_RED, m.OLD_WOOD, m.PAINT.coloured("#4f6f52", "barn green"))).varied(
        rng, 0.06
    )
    roof = s.pick(rng, (m.SLATE, m.DARK_STEEL, m.SLATE.coloured("#6b5b50"))).varied(rng, 0.05)
    w, d, high = rng.uniform(8, 10), rng.uniform(10, 14), rng.uniform(3.4, 4.2)
    knee_x, knee_y, rise = w * 0.34, w * 0.27, w * 0.4
    end = np.array([(-w / 2, 0), (w / 2, 0), (w / 2, high), (knee_x, high + knee_y), (0, high + rise)])
    end = np.concatenate([end, [(-knee_x, high + knee_y), (-w / 2, high)]])
    body = s.extrude(end, d)
    grooves = s.row(s.box(0.1, 30, 0.14), int(w / 0.9), (0.9, 0, 0))
    side_grooves = s.row(s.box(0.14, 30, 0.1), int(d / 0.9), (0, 0, 0.9))
    cuts = [grooves.translate((0, 0, z * d / 2)) for z in (-1, 1)] + [
        side_grooves.translate((x * w / 2, 0, 0)) for x in (-1, 1)
    ]
    a.add("walls", paint, (body - s.union(cuts)).translate((0, 0.03, 0)))
    a.add("plinth", m.STONE, s.box(w + 0.2, 0.35, d + 0.2, 0.03))
    t, over = 0.2, 0.5
    drop = 0.45
    lower = [(w / 2 + drop * 0.8, high - drop), (knee_x, high + knee_y), (0.0, high + rise)]
    upper = [(x * 1.0 + t * 0.7 * (x > 0), y + t) for x, y in lower]
    shell = np.array([*lower, *[(-x, y) for x, y in lower[-2::-1]], *[(-x, y) for x, y in upper], *upper[-2::-1]])
    a.add("roof", roof, s.extrude(shell, d + 2 * over))
    trim_shell = np.array(
        [
            *[(x, y - 0.22) for x, y in lower],
            *[(-x, y - 0.22) for x, y in lower[-2::-1]],
            *[(-x, y) for x, y in lower],
            *lower[-2::-1],
        ]
    )
    for z in (-1, 1):
        a.add("trim", TRIM, s.extrude(trim_shell, 0.16).translate((0, 0, z * (d / 2 + 0.07))))
    for x in (-1, 1):
        for z in (-1, 1):
            a.add("trim", TRIM, s.box(0.28, high, 0.28).translate((x * w / 2, 0, z * d / 2)))
    door_w, door_h = w * 0.42, high * 0.86
    for x in (-1, 1):
        cx, leaf_w = x * door_w / 4, door_w / 2 - 0.03
        a.add("doors", paint.shaded(0.88), s.box(leaf_w, door_h, 0.14).translate((cx, 0.1, d / 2 + 0.06)))
        bars = [s.box(leaf_w, 0.18, 0.12).translate((0, y, 0)) for y in (0.0, door_h / 2 - 0.09, door_h - 0.18)]
        bars += [s.box(0.18, door_h, 0.12).translate((e * (leaf_w / 2 - 0.09), 0, 0)) for e in (-1, 1)]
        for low in (0.1, door_h / 2):
            for flip in (-1, 1):
                half = leaf_w / 2 - 0.12
                bars.append(
                    s.beam((-flip * half, low, 0), (flip * half, low + door_h / 2 - 0.15, 0), 0.15, 0.1, up=(0, 0, 1))
                )
        a.add("door trim", TRIM, s.union(bars).translate((cx, 0.1, d / 2 + 0.16)))
    loft = s.box(1.3, 1.4, 0.14).translate((0, high + 0.3, d / 2 + 0.06))
    a.add("loft door", paint.shaded(0.88), loft)
    edge = s.extrude(s.rectangle(1.5, 1.6), 0.2, holes=[s.rectangle(1.2, 1.3)]).translate((0, high + 1.0, d / 2 + 0.1))
    cross = [s.beam((-f * 0.6, -0.65, 0), (f * 0.6, 0.65, 0), 0.14, 0.1, up=(0, 0, 1)) for f in (-1, 1)]
    a.add("door trim", TRIM, edge, *[c.translate((0, high + 1.0, d / 2 + 0.13)) for c in cross])
    a.add("hoist", m.OAK, s.box(0.2, 0.2, 1.3).translate((0, high + rise - 0.7, d / 2 + 0.5)))
    frame, pane = masonry.square_window(0.8, 0.8, 0.1)
    for yaw in (90.0, 270.0):
        for along in (-0.3, 0.0, 0.3):
            a.add("window frames", TRIM, masonry.set_in(frame, w / 2, high * 0.55, yaw, along * d))
            a.add("windows", m.WINDOW, masonry.set_in(pane, w / 2, high * 0.55, yaw, along * d))
    if s.chance(rng, 0.6):
        base = high + rise
        a.add("cupola", TRIM, s.box(1.1, 1.3, 1.1, 0.03).translate((0, base - 0.2, 0)))
        louvres = s.row(s.box(0.8, 0.07, 1.16), 5, (0, 0.16, 0)).translate((0, base + 0.65, 0))
        a.add("louvres", roof, louvres, louvres.rotate((0, 90, 0)))
        a.add("roof", roof, masonry.hip_roof(1.6, 0.9, 1.6).translate((0, base + 1.1, 0)))
        vane = s.rod((0, 0, 0), (0, 0.9, 0), 0.04) + s.rod((-0.4, 0.6, 0), (0.4, 0.6, 0), 0.03)
        a.add(
            "weather vane",
            m.IRON,
            (vane + s.box(0.3, 0.3, 0.04).translate((-0.35, 0.45, 0))).translate((0, base + 1.9, 0)),
        )
    return a.build({"top": (0, high + rise + t, 0), "door": (0, 0.1, d / 2 + 0.2)})


@sculpture(
    "church",
    synonyms=("chapel",),
    plural="churches",
    kinds=("abbey", "parish church", "minster"),
    size=(22, 48),
)
def church(rng: np.random.Generator) -> Sculpture:
    """A nave with buttresses and pointed windows, an apse, and a tower with a spire and a cross at the front."""
    a = Assembly()
    stone = s.pick(rng, (m.LIMESTONE, m.STONE, m.PLASTER, m.SANDSTONE)).varied(rng, 0.05)
    roof = s.pick(rng, ROOFS).varied(rng, 0.06)
    glass = m.WINDOW.coloured(s.pick(rng, ("#3f5f8a", "#56719a", "#7a4a6a", "#3c6b66")), "stained glass")
    w, d, high = rng.uniform(7, 8.5), rng.uniform(12, 16), rng.uniform(5, 6.2)
    rise = w * rng.uniform(0.55, 0.75)
    trim = stone.shaded(0.82)
    a.add("walls", stone, s.box(w, high, d), masonry.gable(w, rise, d).translate((0, high, 0)))
    a.add("plinth", trim, s.box(w + 0.5, 0.6, d + 0.5, 0.06))
    a.add("roof", roof, masonry.shingled_roof(w, rise, d, 0.4, 0.22, 9).translate((0, high, 0)))
    apse = s.cylinder(high * 0.85, w * 0.36, segments=24).translate((0, 0, -d / 2))
    a.add("walls", stone, apse)
    a.add("roof", roof, s.cone(w * 0.4, w * 0.4, 24).translate((0, high * 0.85, -d / 2)))
    frame, pane = masonry.arched(0.85, 2.7, 0.18, 0.6)
    bays = 4
    for yaw in (90.0, 270.0):
        for k in range(bays):
            along = d * ((k + 0.5) / bays - 0.5)
            a.add("window frames", trim, masonry.set_in(frame, w / 2, 1.6, yaw, along))
            a.add("windows", glass, masonry.set_in(pane, w / 2, 1.6, yaw, along))
        for k in range(bays + 1):
            along = d * 0.97 * (k / bays - 0.5)
            low = s.box(0.55, high * 0.62, 1.3).translate((0, 0, 0.4)) + s.box(0.55, high * 0.9, 0.7).translate(
                (0, 0, 0.2)
            )
            a.add("buttresses", stone.shaded(0.92), masonry.set_in(low, w / 2, 0, yaw, along))
    for yaw in (-50.0, 0.0, 50.0):
        solid = frame.translate((0, 1.4, w * 0.36)).rotate((0, 180 + yaw, 0)).translate((0, 0, -d / 2))
        a.add("window frames", trim, solid)
        a.add("windows", glass, pane.translate((0, 1.4, w * 0.36)).rotate((0, 180 + yaw, 0)).translate((0, 0, -d / 2)))
    side = w * rng.uniform(0.5, 0.58)
    tower_h = (high + rise) * rng.uniform(1.15, 1.35)
    z = d / 2 + side * 0.2
    front = z + side / 2
    a.add("tower", stone, s.box(side, tower_h, side).translate((0, 0, z)))
    for k in range(1, 4):
        a.add(
            "string courses", trim, s.box(side + 0.3, 0.25, side + 0.3, 0.05).translate((0, tower_h * k / 3 - 0.25, z))
        )
    for x in (-1, 1):
        for e in (-1, 1):
            pier = s.box(0.7, tower_h * 0.66, 0.7, 0.05).translate((x * side / 2, 0, z + e * side / 2))
            a.add("buttresses", stone.shaded(0.92), pier)
    belfry, louvre = masonry.arched(0.9, 2.2, 0.16, 0.6)
    slats = s.row(s.box(0.9, 0.1, 0.2), 7, (0, 0.28, 0)).translate((0, 1.05, 0.05))
    for yaw in (0.0, 90.0, 180.0, 270.0):
        y = tower_h * 0.72
        a.add("window frames", trim, masonry.set_in(belfry, side / 2, y, yaw, 0, 0, z))
        a.add("belfry", m.BLACK.coloured("#2c2a28", "dark"), masonry.set_in(louvre, side / 2, y, yaw, 0, 0, z))
        a.add("louvres", m.OLD_WOOD, masonry.set_in(slats ^ louvre.scale((1, 1, 4)), side / 2, y, yaw, 0, 0, z))
    spire = side * rng.uniform(1.6, 2.4)
    if s.chance(rng, 0.7):
        cap = s.prism(spire, side * 0.62, 8, 0.02) + s.prism(0.5, side * 0.78, 4, side * 0.7)
    else:
        cap = masonry.hip_roof(side * 1.16, spire * 0.7, side * 1.16)
        spire *= 0.7
    a.add("spire", roof, cap.translate((0, tower_h, z)))
    cross = s.box(0.14, 1.5, 0.14) + s.box(0.85, 0.14, 0.14).translate((0, 0.9, 0)) + s.sphere(0.2, 14)
    a.add("cross", m.GOLD, cross.translate((0, tower_h + spire, z)))
    surround, leaf = masonry.arched(1.5, 2.8, 0.3, 0.5)
    a.add("door frame", trim, surround.translate((0, 0.3, front)))
    a.add("door", m.OAK.shaded(0.75), leaf.translate((0, 0.3, front)))
    a.add("door fittings", m.IRON, s.box(0.05, 2.7, 0.3).translate((0, 0.3, front)))
    rose = s.cylinder(0.4, 0.95, segments=28).rotate((90, 0, 0)) - s.cylinder(1, 0.78, segments=28).rotate(
        (90, 0, 0)
    ).translate((0, 0, 0.5))
    spokes = s.union([s.box(1.7, 0.1, 0.2).translate((0, -0.05, 0)).rotate((0, 0, 45 * k)) for k in range(4)])
    a.add("window frames", trim, (rose + spokes).translate((0, tower_h * 0.5, front)))
    a.add("windows", glass, s.cylinder(0.2, 0.85, segments=28).rotate((90, 0, 0)).translate((0, tower_h * 0.5, front)))
    a.add(
        "steps",
        trim,
        s.box(3.0, 0.3, 1.2).translate((0, 0, front + 0.5)),
        s.box(3.6, 0.15, 1.8).translate((0, 0, front + 0.8)),
    )
    return a.build({"top": (0, tower_h + spire + 1.5, z), "door": (0, 0.3, front + 0.3)})
