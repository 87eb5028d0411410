"""Buildings that everybody knows, and grand ones of their kinds: pagodas, cathedrals, mosques, palaces."""

import numpy as np
from scipy.interpolate import PchipInterpolator

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.solids import Solid

SHADOW = m.BLACK.coloured("#3a3028", "shadow")
QUARTERS = (0.0, 90.0, 180.0, 270.0)


def onion(radius: float, height: float, segments: int = 40) -> Solid:
    """An onion dome on y = 0, widest a quarter up, ending in a tip."""
    r, h = radius, height
    line = s.profile(
        [(r * 0.86, 0), (r, h * 0.22), (r * 0.92, h * 0.42), (r * 0.55, h * 0.68), (r * 0.16, h * 0.88), (0, h)], 32
    )
    return s.revolve([(0, 0), *line], segments)


def flared_roof(half: float, top: float, rise: float, lift: float, thick: float, sides: int = 4) -> Solid:
    """A hollow-curved roof over a regular polygon on y = 0, its corners raised by `lift`; `half` and `top` are the
    distances of the sides at the eaves and above.
    """
    per = 10
    angle = np.arange(sides * per) * 2 * np.pi / (sides * per)
    within = (angle + np.pi / sides) % (2 * np.pi / sides) - np.pi / sides
    reach = 1 / np.cos(within)
    corner = (np.abs(within) / (np.pi / sides)) ** 3
    rings = []
    for u, sunk in ((0.0, thick), *((float(u), 0.0) for u in np.linspace(0, 1, 9))):
        r = (top + (half - top) * (1 - u) ** 1.7) * reach
        y = rise * u + lift * corner * (1 - u) ** 2 - sunk
        rings.append(np.stack([r * np.sin(angle), y, r * np.cos(angle)], 1))
    return s.loft(np.array(rings))


@sculpture("pagoda", synonyms=("japanese pagoda", "chinese pagoda"), kinds=("asian temple",), size=(20, 70))
def pagoda(rng: np.random.Generator) -> Sculpture:
    """Storeys that grow smaller, each under a flared roof with raised corners, and a spire with rings."""
    a = Assembly()
    wood = m.PAINT.coloured(s.pick(rng, ("#b23a2c", "#a83a2a", "#8c3226")), "red lacquer").varied(rng, 0.05)
    roof = m.SLATE.coloured(s.pick(rng, ("#46505a", "#4c5661", "#3f6a5a")), "roof tile").varied(rng, 0.06)
    sides = int(s.pick(rng, (4, 4, 8)))
    storeys = int(s.pick(rng, (5, 5, 3, 7))) if sides == 4 else int(s.pick(rng, (5, 7)))
    half, high = rng.uniform(4.2, 5.0), rng.uniform(3.9, 4.4)
    shrink = 0.88 if storeys < 7 else 0.91
    fit = 1 / np.cos(np.pi / sides)
    a.add("base", m.STONE, s.prism(1.4, half * 1.75 * fit, sides).translate((0, 0, 0)))
    a.add("base", m.STONE, s.box(half * 0.9, 0.9, half * 0.9).translate((0, 0, half * 1.6)))
    a.add("railing", wood.shaded(0.9), s.prism(0.8, half * 1.3 * fit, sides).translate((0, 1.39, 0)))
    y = 1.4
    for k in range(storeys):
        h, r = high * (1.15 if k == 0 else 0.86), half * shrink**k
        a.add("walls", m.PLASTER.coloured("#eee3c8", "plaster"), s.prism(h, r * 0.93 * fit, sides).translate((0, y, 0)))
        post = s.cylinder(h, r * 0.1, segments=10)
        for q in range(sides):
            yaw = 360 * q / sides
            for along in (-1, -0.36, 0.36, 1):
                x = along * r * np.tan(np.pi / sides) * 0.98
                a.add("posts", wood, masonry.set_in(post, r * 0.95, y, yaw, x))
            panel = s.box(r * np.tan(np.pi / sides) * 0.62, h * 0.78, 0.3)
            a.add("doors", wood.shaded(0.62), masonry.set_in(panel, r * 0.9, y, yaw))
        a.add("beams", wood, s.prism(h * 0.16, r * 1.05 * fit, sides).translate((0, y + h * 0.84, 0)))
        y += h
        last = k == storeys - 1
        rise = r * (1.0 if last else 0.36)
        over = r * 1.52 if sides == 4 else r * 1.45
        a.add(
            "roof", roof, flared_roof(over, 0.15 if last else r * 0.9, rise, r * 0.34, 0.45, sides).translate((0, y, 0))
        )
        eaves = flared_roof(over * 0.96, r * 0.8, 0.25, r * 0.34, 0.3, sides)
        a.add("eaves", wood.shaded(0.85), eaves.translate((0, y - 0.3, 0)))
        y += rise - (0 if last else 0.1)
    spire = high * 2.2
    a.add("spire", m.GOLD, s.cylinder(spire, 0.34, 0.2, 12).translate((0, y - 0.3, 0)))
    for k in range(6):
        ring = s.cylinder(0.25, 0.85 - 0.07 * k, segments=20)
        a.add("spire", m.GOLD, ring.translate((0, y + spire * (0.15 + 0.11 * k), 0)))
    a.add("spire", m.GOLD, s.sphere(0.5, 16).translate((0, y + spire - 0.3, 0)))
    return a.build({"top": (0, y + spire, 0), "door": (0, 1.4, half)})


@sculpture(
    "cathedral", synonyms=("gothic cathedral",), kinds=("notre dame", "gothic church", "basilica"), size=(60, 130)
)
def cathedral(rng: np.random.Generator) -> Sculpture:
    """Two towers with three portals and a rose window between, a long nave with buttresses, transept, spire, choir."""
    a = Assembly()
    stone = s.pick(rng, (m.LIMESTONE, m.SANDSTONE.shaded(1.05), m.STONE.shaded(1.1))).varied(rng, 0.04)
    roof = s.pick(rng, (m.SLATE, m.COPPER.coloured("#6f9a88", "verdigris"), m.SLATE.shaded(1.2))).varied(rng, 0.06)
    trim, glass = stone.shaded(0.84), m.WINDOW.coloured("#3f5580", "stained glass")
    w, d, high = rng.uniform(13, 15), rng.uniform(44, 52), rng.uniform(18, 21)
    rise = w * 0.62
    aisle = w * 0.42
    a.add("nave", stone, s.box(w, high, d), masonry.gable(w, rise, d).translate((0, high - 0.01, 0)))
    a.add("roof", roof, masonry.shingled_roof(w, rise, d - 1, 0.6, 0.5, 6).translate((0, high, -0.5)))
    a.add("aisles", stone.shaded(0.97), s.box(w + 2 * aisle, high * 0.5, d * 0.92).translate((0, 0, -d * 0.04)))
    lean = s.extrude([(0, 0), (aisle, 0), (0, aisle * 0.6)], d * 0.92)
    for x in (-1.0, 1.0):
        slope = lean if x > 0 else lean.mirror((1, 0, 0))
        a.add("roof", roof, slope.translate((x * w / 2, high * 0.5, -d * 0.04)))
    z = -d * 0.2
    arms = s.box(w * 2.5, high, w) + masonry.gable(w, rise, w * 2.5).rotate((0, 90, 0)).translate((0, high - 0.01, 0))
    a.add("transept", stone, arms.translate((0, 0, z)))
    cross = masonry.shingled_roof(w, rise, w * 2.5 - 1, 0.6, 0.5, 6).rotate((0, 90, 0))
    a.add("roof", roof, cross.translate((0, high, z)))
    choir = s.cylinder(high * 0.9, w * 0.5, segments=16).translate((0, 0, -d / 2))
    a.add("nave", stone, choir, s.cylinder(high * 0.45, w * 0.85, segments=16).translate((0, 0, -d / 2)))
    a.add("roof", roof, s.cone(w * 0.5, w * 0.56, 16).translate((0, high * 0.9, -d / 2)))
    frame, pane = masonry.arched(1.8, high * 0.4, 0.4, 0.7)
    bays = 6
    for yaw in (90.0, 270.0):
        for k in range(bays):
            along = d * (0.8 * (k + 0.5) / bays - 0.4)
            a.add("window frames", trim, masonry.set_in(frame, w / 2, high * 0.56, yaw, along))
            a.add("windows", glass, masonry.set_in(pane, w / 2 + 0.1, high * 0.56, yaw, along))
            a.add("windows", glass, masonry.set_in(pane.scale((1, 0.75, 1)), w / 2 + aisle, high * 0.1, yaw, along))
        for k in range(bays + 1):
            along = d * (0.8 * k / bays - 0.4)
            pier = s.box(1.3, high * 0.72, 2.2) + s.cone(2.4, 0.9, 4).translate((0, high * 0.72, 0))
            a.add("buttresses", trim, masonry.set_in(pier, w / 2 + aisle, 0, yaw, along))
            fly = s.beam((0, high * 0.66, w / 2 + aisle), (0, high * 0.9, w / 2 - 0.5), 1.0, 1.2)
            a.add("buttresses", trim, fly.translate((along, 0, 0)).rotate((0, yaw, 0)))
    side, tower_h = w * 0.62, (high + rise) * rng.uniform(1.3, 1.5)
    front = d / 2 + side * 0.5
    spires = s.chance(rng, 0.5)
    a.add("front", stone, s.box(w * 0.8, high * 1.3, side).translate((0, 0, d / 2)))
    belfry, louvre = masonry.arched(side * 0.22, tower_h * 0.22, 0.4, 0.7)
    for x in (-1.0, 1.0):
        cx = x * w * 0.68
        a.add("towers", stone, s.box(side, tower_h, side).translate((cx, 0, d / 2)))
        for level in (0.36, 0.62, 0.985):
            a.add("string courses", trim, s.box(side + 1, 0.9, side + 1).translate((cx, tower_h * level, d / 2)))
        for p in (-1, 1):
            for q in (-1, 1):
                pier = s.box(1.5, tower_h * 0.96, 1.5).translate((cx + p * side / 2, 0, d / 2 + q * side / 2))
                a.add("buttresses", trim, pier)
                tip = s.prism(tower_h * 0.1, 1.0, 4, 0.05).translate(
                    (cx + p * side / 2, tower_h * 0.96, d / 2 + q * side / 2)
                )
                a.add("pinnacles", trim, tip)
        for yaw in QUARTERS:
            for along in (-0.19, 0.19):
                a.add(
                    "window frames",
                    trim,
                    masonry.set_in(belfry, side / 2, tower_h * 0.69, yaw, along * side, cx, d / 2),
                )
                a.add(
                    "belfry",
                    SHADOW,
                    masonry.set_in(louvre, side / 2 + 0.1, tower_h * 0.69, yaw, along * side, cx, d / 2),
                )
        if spires:
            a.add("spires", roof, s.prism(tower_h * 0.5, side * 0.6, 8, 0.1).translate((cx, tower_h, d / 2)))
    for x, scale in ((0.0, 1.0), (-w * 0.68, 0.8), (w * 0.68, 0.8)):
        surround, leaf = masonry.arched(w * 0.26 * scale, high * 0.36 * scale, 1.0, 0.8)
        a.add("portals", trim, surround.translate((x, 0, front)))
        a.add("doors", m.OAK.shaded(0.6), leaf.translate((x, 0, front)))
    rose = s.cylinder(1.0, w * 0.27, segments=32).rotate((90, 0, 0)).translate((0, high * 0.86, front))
    a.add("windows", glass, rose)
    rim = s.torus(w * 0.27, 0.5, 32, 8).rotate((90, 0, 0)) + s.union(
        [s.box(w * 0.52, 0.4, 0.6).translate((0, -0.2, 0.2)).rotate((0, 0, 45 * k)) for k in range(4)]
    )
    a.add("window frames", trim, rim.translate((0, high * 0.86, front + 0.2)))
    spire = (high + rise) * 0.75
    a.add("spires", roof, s.prism(spire, 2.4, 8, 0.2).translate((0, high + rise - 1, z)))
    top = tower_h * 1.5 if spires else max(high + rise - 1 + spire, tower_h * 1.06)
    return a.build({"top": (0, top, z), "door": (0, 0, front)})


@sculpture("mosque", kinds=("blue mosque", "muslim temple"), size=(40, 110))
def mosque(rng: np.random.Generator) -> Sculpture:
    """A square hall with a large dome among small ones, an arched porch, and slender minarets at its corners."""
    a = Assembly()
    wall = s.pick(rng, (m.MARBLE, m.LIMESTONE, m.SANDSTONE.shaded(1.1))).varied(rng, 0.04)
    dome_m = s.pick(
        rng,
        (
            m.CERAMIC.coloured("#2f8f9a", "tile"),
            m.GOLD,
            m.LEAD.coloured("#7d93a0", "lead"),
            m.CERAMIC.coloured("#2f6fae", "tile"),
        ),
    ).varied(rng, 0.05)
    trim = wall.shaded(0.84)
    w, high = rng.uniform(24, 28), rng.uniform(10, 12)
    pointed = s.chance(rng, 0.65)
    a.add("steps", wall.shaded(0.9), s.box(w * 1.7, 0.8, w * 1.7))
    a.add("hall", wall, s.box(w, high, w).translate((0, 0.7, 0)))
    a.add("cornice", trim, s.box(w + 1, 0.9, w + 1).translate((0, high + 0.2, 0)))
    y = high + 1.0
    r = w * 0.34
    a.add(
        "drum",
        wall,
        s.prism(3.6, r * 1.25, 8).translate((0, y, 0)),
        s.cylinder(5.2, r * 0.99, segments=40).translate((0, y, 0)),
    )
    slot, dark = masonry.arched(1.2, 2.6, 0.25, 0.4)
    for k in range(12):
        a.add("windows", m.WINDOW, masonry.set_in(dark, r * 0.97, y + 2.2, 30 * k + 15))
    rise = r * 1.75 if pointed else r * 1.05
    main = onion(r * 1.1, rise, 48) if pointed else s.dome(r * 1.05, rise, 48)
    a.add("domes", dome_m, main.translate((0, y + 5.1, 0)), smooth=50)
    top = y + 5.1 + rise
    small = w * 0.13
    for x in (-1, 1):
        for z in (-1, 1):
            at = (x * w * 0.35, y - 0.1, z * w * 0.35)
            a.add("drum", wall, s.cylinder(1.8, small * 0.95, segments=24).translate(at))
            cap = onion(small * 1.05, small * 1.8, 24) if pointed else s.dome(small, small, 24)
            a.add("domes", dome_m, cap.translate((at[0], at[1] + 1.7, at[2])), smooth=50)
    porch_h = high * 1.1
    a.add("porch", wall, s.box(w * 0.4, porch_h, 2.4).translate((0, 0.7, w / 2 + 1.0)))
    surround, leaf = masonry.arched(w * 0.24, porch_h * 0.82, 0.7, 0.8)
    a.add("arches", trim, surround.translate((0, 0.8, w / 2 + 2.0)))
    a.add("doorway", m.WINDOW.coloured("#2f4f66", "shade"), leaf.translate((0, 0.8, w / 2 + 2.0)))
    frame, pane = masonry.arched(w * 0.1, high * 0.62, 0.4, 0.6)
    for yaw in QUARTERS:
        for along in (-0.36, -0.22, 0.0, 0.22, 0.36):
            if yaw == 0 and abs(along) < 0.3:
                continue
            a.add("arches", trim, masonry.set_in(frame, w / 2, 1.4, yaw, along * w))
            a.add(
                "windows", m.WINDOW.coloured("#3f6478", "shade"), masonry.set_in(pane, w / 2 + 0.1, 1.4, yaw, along * w)
            )
    tall, thin = top * rng.uniform(1.2, 1.35), w * 0.058
    four = s.chance(rng, 0.6)
    for x in (-1, 1):
        for z in (-1, 1) if four else (1,):
            cx, cz = x * w * 0.68, z * w * 0.68
            a.add("minarets", wall, s.prism(high * 0.7, thin * 1.45, 8).translate((cx, 0.7, cz)))
            a.add("minarets", wall, s.cylinder(tall, thin, thin * 0.82, 16).translate((cx, 0.7, cz)))
            for level in (0.55, 0.85):
                deck = s.cylinder(tall * 0.035, thin * 0.9, thin * 1.75, 16) + s.cylinder(
                    1.2, thin * 1.75, segments=16
                ).translate((0, tall * 0.035 - 0.01, 0))
                a.add("balconies", trim, deck.translate((cx, tall * level, cz)))
            a.add("domes", dome_m, s.cone(tall * 0.16, thin * 1.1, 16).translate((cx, 0.68 + tall, cz)))
    mast = s.cylinder(3.4, 0.4, 0.3, 10)
    moon = s.extrude(s.circle(1.3, 28), 0.6) - s.extrude(s.circle(1.05, 28, centre=(0.0, 0.6)), 2)
    a.add("finial", m.GOLD, mast.translate((0, top - 0.6, 0)), moon.translate((0, top + 3.6, 0)))
    return a.build({"top": (0, top + 4.5, 0), "door": (0, 0.8, w / 2 + 2.2)})


@sculpture("palace", synonyms=("royal palace",), kinds=("versailles", "buckingham palace"), size=(60, 130))
def palace(rng: np.random.Generator) -> Sculpture:
    """A long front of tall windows with end pavilions, a pillared middle with a pediment, and steep blue roofs."""
    a = Assembly()
    wall = m.PLASTER.coloured(s.pick(rng, ("#efe0b8", "#f0e6d0", "#e8cfae", "#e6d9c6")), "plaster").varied(rng, 0.04)
    roof = s.pick(
        rng, (m.SLATE.coloured("#4f647e", "slate"), m.SLATE, m.COPPER.coloured("#6fa08c", "verdigris"))
    ).varied(rng, 0.05)
    trim = m.MARBLE
    w, d, high = rng.uniform(56, 66), rng.uniform(15, 18), rng.uniform(12, 14)
    dome = s.chance(rng, 0.6)
    a.add("steps", trim.shaded(0.85), s.box(w + 4, 1.0, d + 6))
    a.add("walls", wall, s.box(w, high, d).translate((0, 0.9, 0)))
    a.add("roof", roof, masonry.hip_roof(w - 1, d * 0.34, d, w - d).translate((0, high + 1.7, 0)))
    a.add(
        "cornice",
        trim,
        s.box(w + 0.8, 0.9, d + 0.8).translate((0, high + 0.9, 0)),
        s.box(w + 0.3, 0.5, d + 0.3).translate((0, high * 0.52, 0)),
    )
    blocks = [(-w * 0.46, w * 0.16), (w * 0.46, w * 0.16), (0.0, w * 0.26)]
    top = 0.0
    for x, wide in blocks:
        h, deep = high * (1.12 if x else 1.25), d * (1.35 if x else 1.5)
        a.add("walls", wall, s.box(wide, h, deep).translate((x, 0.9, 0)))
        a.add("cornice", trim, s.box(wide + 1, 1.0, deep + 1).translate((x, h + 0.9, 0)))
        if x or not dome:
            steep = s.taper(s.box(wide + 0.4, high * 0.5, deep + 0.4), 0.62).translate((x, h + 1.8, 0))
            a.add("roof", roof, steep)
            a.add("cornice", trim, s.box(wide * 0.66, 0.5, deep * 0.66).translate((x, h + 1.7 + high * 0.5, 0)))
            top = max(top, h + 2.2 + high * 0.5)
        else:
            r = wide * 0.36
            a.add("drum", wall, s.cylinder(high * 0.42, r, segments=32).translate((0, h + 1.5, 0)))
            a.add("cornice", trim, s.cylinder(0.7, r * 1.08, segments=32).translate((0, h + 1.2 + high * 0.42, 0)))
            a.add("roof", roof, s.dome(r, r * 1.05, 36).translate((0, h + 1.8 + high * 0.42, 0)), smooth=50)
            top = h + 1.8 + high * 0.42 + r
            a.add("finial", m.GOLD, s.cylinder(high * 0.3, 0.9, 0.3, 12).translate((0, top - 0.3, 0)))
            top += high * 0.3
    frame, pane = masonry.square_window(1.5, high * 0.28, 0.3, (1, 1))
    for yaw, count, out, long in (
        (0.0, 17, d / 2, w),
        (180.0, 17, d / 2, w),
        (90.0, 3, w / 2 + w * 0.04, d),
        (270.0, 3, w / 2 + w * 0.04, d),
    ):
        for k in range(count):
            along = long * ((k + 0.5) / count - 0.5) * (1.0 if count > 3 else 0.9)
            if count > 3 and any(abs(along - x * (1 if yaw == 0 else -1)) < wide / 2 + 1.2 for x, wide in blocks):
                continue
            for level in (0.3, 0.78):
                a.add("window frames", trim, masonry.set_in(frame, out, 0.9 + high * level, yaw, along))
                a.add("windows", m.WINDOW, masonry.set_in(pane, out + 0.1, 0.9 + high * level, yaw, along))
    for x, wide in blocks:
        for yaw in (0.0, 180.0):
            for k in (-1, 0, 1):
                for level in (0.3, 0.78):
                    out = d * (0.675 if x else 0.75)
                    along = (x if yaw == 0 else -x) + k * wide * 0.3
                    a.add("window frames", trim, masonry.set_in(frame, out, 0.9 + high * level, yaw, along))
                    a.add("windows", m.WINDOW, masonry.set_in(pane, out + 0.1, 0.9 + high * level, yaw, along))
    wide, z = w * 0.22, d * 0.75
    column = s.cylinder(high * 1.0, 0.85, 0.75, 14)
    a.add("columns", trim, s.row(column, 6, (wide / 5, 0, 0)).translate((0, 0.9, z + 2.4)))
    a.add("portico", trim, s.box(wide + 2.4, 1.4, 4.4).translate((0, high + 0.8, z + 1.6)))
    a.add("portico", trim, masonry.gable(wide + 3, wide * 0.24, 4.2).translate((0, high + 2.1, z + 1.6)))
    a.add(
        "steps",
        trim.shaded(0.85),
        s.box(wide * 1.1, 0.9, 6).translate((0, 0, z + 3)),
        s.box(wide * 1.2, 0.5, 8).translate((0, 0, z + 3)),
    )
    a.add("door", m.WALNUT, s.box(2.6, high * 0.42, 0.5).translate((0, 0.9, z + 0.15)))
    return a.build({"top": (0, top, 0), "door": (0, 0.9, z + 0.4)})


@sculpture("eiffel tower", kinds=("tour eiffel",), size=(280, 420), tint=False)
def eiffel_tower(rng: np.random.Generator) -> Sculpture:
    """Four curved legs with arches between, three platforms, joined above the second, and a mast."""
    a = Assembly()
    iron = m.IRON.coloured(s.pick(rng, ("#7a6048", "#86694e", "#6f5a48")), "painted iron").varied(rng, 0.05)
    scale = rng.uniform(0.94, 1.06)
    levels = np.array([0.0, 57, 115, 190, 276])
    reach = np.array([50.0, 28.5, 13.5, 5.5, 2.6])
    thick = np.array([13.5, 9.5, 7.0, 5.6, 3.6])
    # Masonry feet, then legs that end where they meet.
    y = np.linspace(0, 276, 40)
    out, half = (PchipInterpolator(levels, v)(y) for v in (reach, thick))
    for x in (-1, 1):
        for z in (-1, 1):
            path = np.stack([x * out, y, z * out], 1)
            # Horizontal square sections, whose corners are the edges of the leg.
            ring = s.rectangle(2, 2)
            rings = [
                np.stack([p[0] + ring[:, 0] * h, np.full(4, p[1]), p[2] + ring[:, 1] * h], 1)
                for p, h in zip(path, half, strict=True)
            ]
            core = np.array(rings)
            a.add("panels", iron.shaded(0.85), s.loft(core))
            for k in range(4):
                a.add("legs", iron, s.tube(core[:, k], half * 0.22 + 0.5, 6))
            for k in range(1, 38, 2):
                h, p = half[k], path[k]
                a.add("lattice", iron, s.box(2 * h + 1.6, 1.6, 2 * h + 1.6).translate((p[0], p[1], p[2])))
            a.add("feet", m.LIMESTONE, s.box(36, 7, 36).translate((x * 50, 0, z * 50)))
    for level, side, tall in ((55.0, 82.0, 8.0), (112.0, 45.0, 6.5), (272.0, 17.0, 6.0)):
        a.add("platforms", iron.shaded(1.12), s.box(side, tall, side).translate((0, level, 0)))
        a.add("platforms", iron.shaded(0.9), s.box(side + 4, 2.2, side + 4).translate((0, level + tall - 1, 0)))
    bow = s.extrude([*s.arc(38, 0, 180, 32), *s.arc(32, 180, 0, 32)], 6).translate((0, 13, 0))
    for yaw in QUARTERS:
        a.add("arches", iron, bow.rotate((-14, 0, 0)).translate((0, 0, 45)).rotate((0, yaw, 0)))
    a.add("top", iron, s.prism(12, 8.5, 8, 5).translate((0, 279, 0)), s.dome(6, 7, 16).translate((0, 290, 0)))
    a.add("mast", iron, s.cylinder(32, 3.0, 2.0, 10).translate((0, 294, 0)))
    return a.build({"top": (0, 326, 0)}).scaled(float(scale))


@sculpture("big ben", synonyms=("clock tower", "elizabeth tower"), kinds=("bell tower",), size=(70, 120), tint=False)
def big_ben(rng: np.random.Generator) -> Sculpture:
    """A square ribbed shaft, a wider storey with four clock faces, a belfry, steep roofs and a gilded spire."""
    a = Assembly()
    stone = m.SANDSTONE.coloured(s.pick(rng, ("#c9a968", "#cdae7a", "#bfa06a")), "sandstone").varied(rng, 0.04)
    roof = m.SLATE.coloured("#4a5058", "slate")
    side, shaft = rng.uniform(12, 13), rng.uniform(48, 54)
    a.add("plinth", stone.shaded(0.85), s.box(side * 1.14, 5, side * 1.14))
    a.add("shaft", stone, s.box(side * 0.96, shaft, side * 0.96))
    for x in (-1, 1):
        for z in (-1, 1):
            a.add(
                "corners", stone.shaded(0.92), s.box(2.2, shaft, 2.2).translate((x * side * 0.47, 0, z * side * 0.47))
            )
    rib = s.box(0.8, shaft - 5, 0.7)
    slot = s.box(0.9, shaft * 0.09, 0.5)
    for yaw in QUARTERS:
        a.add("corners", stone.shaded(0.92), masonry.set_in(s.row(rib, 4, (side * 0.19, 0, 0)), side * 0.48, 5, yaw))
        for k in range(6):
            panes = s.row(slot, 5, (side * 0.155, 0, 0))
            a.add("windows", SHADOW, masonry.set_in(panes, side * 0.475, shaft * (0.16 + 0.135 * k), yaw))
    for k in range(1, 6):
        a.add("bands", stone.shaded(0.85), s.box(side + 0.6, 1.0, side + 0.6).translate((0, shaft * k / 6, 0)))
    big, tall = side * 1.16, side * 1.2
    a.add("clock storey", stone, s.box(big, tall, big).translate((0, shaft - 0.1, 0)))
    a.add(
        "cornice",
        stone.shaded(0.85),
        s.box(big + 1.4, 1.2, big + 1.4).translate((0, shaft + tall - 0.6, 0)),
        s.box(big + 1, 1.2, big + 1).translate((0, shaft - 0.6, 0)),
    )
    middle = shaft + tall * 0.5
    face = s.cylinder(0.5, big * 0.4, segments=48).rotate((90, 0, 0))
    rim = s.torus(big * 0.41, big * 0.035, 48, 8).rotate((90, 0, 0))
    marks = s.union(
        [s.box(big * 0.03, big * 0.08, 0.4).translate((0, big * 0.28, 0)).rotate((0, 0, 30 * k)) for k in range(12)]
    )
    long = s.box(big * 0.055, big * 0.36, 0.4).translate((0, -big * 0.05, 0)).rotate((0, 0, -rng.uniform(20, 60)))
    short = s.box(big * 0.075, big * 0.24, 0.4).translate((0, -big * 0.03, 0)).rotate((0, 0, rng.uniform(40, 80)))
    for yaw in QUARTERS:
        a.add("clock frames", m.GOLD, masonry.set_in(rim, big / 2 + 0.3, middle, yaw))
        square = s.extrude(s.rectangle(big * 0.94, big * 0.94), 0.4) - s.extrude(s.circle(big * 0.41, 40), 3)
        a.add("spandrels", m.GOLD.shaded(0.72), masonry.set_in(square, big / 2 + 0.1, middle, yaw))
        a.add(
            "clock faces", m.WHITE.coloured("#f4f0e0", "opal glass"), masonry.set_in(face, big / 2 + 0.1, middle, yaw)
        )
        a.add("hands", m.BLACK, masonry.set_in(marks + long + short, big / 2 + 0.55, middle, yaw))
    y = shaft + tall
    belfry = side * 0.42
    a.add("belfry", SHADOW, s.box(big * 0.9, belfry, big * 0.9).translate((0, y, 0)))
    post = s.box(1.0, belfry, 0.9)
    for yaw in QUARTERS:
        a.add("belfry posts", stone, masonry.set_in(s.row(post, 7, (big * 0.148, 0, 0)), big * 0.46, y, yaw))
    y += belfry
    a.add("cornice", stone.shaded(0.85), s.box(big + 0.8, 1.2, big + 0.8).translate((0, y - 0.1, 0)))
    for x in (-1, 1):
        for z in (-1, 1):
            a.add("pinnacles", m.GOLD, s.cone(6, 0.9, 8).translate((x * big * 0.48, y + 1, z * big * 0.48)))
    a.add("roof", roof, s.taper(s.box(big, side * 0.8, big), 0.5).translate((0, y + 1, 0)))
    y += 1 + side * 0.8
    a.add("lantern", m.GOLD.shaded(0.9), s.box(big * 0.46, side * 0.24, big * 0.46).translate((0, y - 0.1, 0)))
    y += side * 0.24
    a.add("roof", roof, masonry.hip_roof(big * 0.56, side * 0.95, big * 0.56).translate((0, y - 0.15, 0)))
    a.add(
        "spire",
        m.GOLD,
        s.cylinder(side * 0.5, 0.5, 0.25, 10).translate((0, y + side * 0.85, 0)),
        s.sphere(0.9, 14).translate((0, y + side * 0.98, 0)),
    )
    surround, leaf = masonry.arched(2.4, 4.4, 0.6, 0.7)
    a.add("door frame", stone.shaded(0.8), surround.translate((0, 0, side * 0.57)))
    a.add("door", m.OAK.shaded(0.6), leaf.translate((0, 0, side * 0.57)))
    return a.build({"top": (0, y + side * 1.3, 0), "door": (0, 0, side * 0.6)})


@sculpture(
    "triumphal arch",
    synonyms=("arc de triomphe", "arch of triumph"),
    kinds=("victory arch", "roman arch"),
    size=(40, 85),
)
def triumphal_arch(rng: np.random.Generator) -> Sculpture:
    """A massive block with a high arch to the front and lower ones through its sides, reliefs, cornice and attic."""
    a = Assembly()
    stone = s.pick(rng, (m.LIMESTONE, m.SANDSTONE.shaded(1.06), m.MARBLE.shaded(0.95))).varied(rng, 0.04)
    trim = stone.shaded(0.86)
    w, d, high = rng.uniform(40, 46), rng.uniform(19, 23), rng.uniform(33, 36)
    body = s.box(w, high, d)
    body -= s.extrude(s.arch_outline(w * 0.34, high * 0.72), d * 2).translate((0, -0.01, 0))
    body -= s.extrude(s.arch_outline(d * 0.4, high * 0.46), w * 2).rotate((0, 90, 0)).translate((0, -0.01, 0))
    a.add("arch", stone, body)
    a.add(
        "plinth",
        trim,
        *[
            s.box(w * 0.36, high * 0.12, d + 1.2).translate((x * w * 0.335, 0, 0))
            - s.box(w, high, d * 0.4).translate((0, -1, 0))
            for x in (-1, 1)
        ],
    )
    a.add(
        "cornice",
        trim,
        s.box(w + 2.6, 2.0, d + 2.6, 0.4).translate((0, high - 0.1, 0)),
        s.box(w + 1.2, 1.0, d + 1.2).translate((0, high * 0.82, 0)),
    )
    a.add("attic", stone, s.box(w, high * 0.22, d).translate((0, high + 1.8, 0)))
    top = high * 1.22 + 1.8
    a.add("cornice", trim, s.box(w + 1.6, 1.4, d + 1.6, 0.3).translate((0, top - 0.2, 0)))
    archivolt = s.extrude(s.arch_outline(w * 0.4, high * 0.76), 1.2) - s.extrude(
        s.arch_outline(w * 0.34, high * 0.72), 5
    ).translate((0, -0.01, 0))
    shields = s.row(s.cylinder(1.0, 1.5, segments=20).rotate((90, 0, 0)), 9, (w * 0.105, 0, 0))
    for z in (-1, 1):
        a.add("archivolts", trim, archivolt.translate((0, 0, z * d / 2)))
        a.add(
            "shields",
            trim,
            shields.translate(
                (0, high * 1.13 + 1.8, z * (d / 2 + 0.3)) if z > 0 else (0, high * 1.13 + 1.8, -d / 2 + 0.3)
            ),
        )
        for x in (-1, 1):
            at = (x * w * 0.335, high * 0.16, z * d / 2)
            a.add("reliefs", stone.shaded(0.76), s.box(w * 0.2, high * 0.34, 1.4, 0.4).translate(at))
            for _ in range(4):
                size = rng.uniform(1.5, 2.4)
                spot = (at[0] + rng.uniform(-0.07, 0.07) * w, at[1] + high * rng.uniform(0.06, 0.3), at[2])
                a.add("reliefs", stone.shaded(0.9), s.ellipsoid(size * 0.7, size * 1.3, 1.4, 14).translate(spot))
            a.add(
                "panels",
                stone.shaded(0.76),
                s.box(w * 0.22, high * 0.16, 0.6).translate((at[0], high * 0.6, z * d / 2)),
            )
    if s.chance(rng, 0.35):
        a.add("flame", m.BRONZE, s.box(w * 0.2, 2.0, d * 0.4).translate((0, top + 1, 0)))
    return a.build({"top": (0, top + 1.2, 0), "door": (0, 0, d / 2)})


@sculpture("taj mahal", kinds=("mausoleum",), size=(90, 170), tint=False)
def taj_mahal(rng: np.random.Generator) -> Sculpture:
    """A white tomb with a great onion dome among four small ones, deep pointed arches, and four minarets."""
    a = Assembly()
    white = m.MARBLE.varied(rng, 0.03)
    trim, shade = white.shaded(0.86), m.WINDOW.coloured("#8a8f9c", "shade")
    w, high = rng.uniform(54, 58), rng.uniform(20, 22)
    side = w * 1.75
    a.add("terrace", m.SANDSTONE.coloured("#b8745a", "red sandstone"), s.box(side * 1.1, 1.6, side * 1.1))
    a.add("platform", white.shaded(0.93), s.box(side, 7, side).translate((0, 1.5, 0)))
    y = 8.4
    body = s.box(w, high, w) ^ s.prism(high, w * 0.66, 8)
    a.add("tomb", white, body.translate((0, y, 0)))
    a.add("parapet", trim, (s.box(w + 1, 1.6, w + 1) ^ s.prism(4, w * 0.67, 8)).translate((0, y + high - 0.5, 0)))
    great, niche = masonry.arched(w * 0.22, high * 0.86, 1.2, 0.8)
    small, recess = masonry.arched(w * 0.1, high * 0.34, 0.8, 0.8)
    for yaw in QUARTERS:
        a.add("iwans", white, masonry.set_in(s.box(w * 0.36, high * 1.2, 3), w / 2, y, yaw))
        a.add("iwans", trim, masonry.set_in(great, w / 2 + 1.5, y, yaw))
        a.add("niches", shade, masonry.set_in(niche, w / 2 + 1.7, y, yaw))
        for along in (-0.29, 0.29):
            for level in (0.05, 0.52):
                a.add("iwans", trim, masonry.set_in(small, w / 2 + 0.1, y + high * level, yaw, along * w * 0.93))
                a.add("niches", shade, masonry.set_in(recess, w / 2 + 0.4, y + high * level, yaw, along * w * 0.93))
        for level in (0.05, 0.52):
            a.add("niches", shade, masonry.set_in(recess, w * 0.61, y + high * level, yaw + 45))
    y += high
    r = w * 0.19
    a.add("drum", white, s.cylinder(high * 0.42, r * 0.98, segments=40).translate((0, y, 0)))
    a.add("parapet", trim, s.cylinder(1.6, r * 1.04, segments=40).translate((0, y + high * 0.38, 0)))
    dome = onion(r * 1.2, r * 2.1, 48)
    a.add("domes", white, dome.translate((0, y + high * 0.41, 0)), smooth=50)
    top = y + high * 0.41 + r * 2.1
    a.add(
        "finial",
        m.GOLD,
        s.cylinder(8, 1.0, 0.5, 10).translate((0, top - 1.5, 0)),
        s.sphere(1.5, 14).translate((0, top + 1.5, 0)),
    )

    def chhatri(x: float, low: float, z: float, size: float) -> None:
        posts = s.around(s.cylinder(size * 1.2, size * 0.16, segments=8).translate((0, 0, size * 0.8)), 8)
        a.add("kiosks", white, posts.translate((x, low, z)))
        a.add("kiosks", shade, s.cylinder(size * 1.2, size * 0.6, segments=16).translate((x, low, z)))
        a.add("parapet", trim, s.cylinder(size * 0.2, size * 1.2, segments=20).translate((x, low + size * 1.15, z)))
        a.add("domes", white, onion(size, size * 1.7, 24).translate((x, low + size * 1.3, z)), smooth=50)

    for x in (-1, 1):
        for z in (-1, 1):
            chhatri(x * w * 0.31, y, z * w * 0.31, w * 0.078)
            cx, cz, tall = x * side * 0.46, z * side * 0.46, high * 1.75
            a.add("minarets", white, s.cylinder(tall, 3.4, 2.3, 20).translate((cx, 8.4, cz)))
            for level in (0.33, 0.66, 1.0):
                ring = s.cylinder(1.4, 4.4 - level * 0.8, segments=20)
                a.add("parapet", trim, ring.translate((cx, 8.4 + tall * level - 1, cz)))
            chhatri(cx, 8.6 + tall, cz, 2.9)
    return a.build({"top": (0, top + 6.5, 0), "door": (0, 8.5, w / 2 + 2)})


@sculpture("leaning tower of pisa", synonyms=("tower of pisa", "leaning tower"), size=(50, 80), tint=False)
def leaning_tower(rng: np.random.Generator) -> Sculpture:
    """A round white tower of eight arcaded storeys that leans."""
    a = Assembly()
    white = m.MARBLE.coloured(s.pick(rng, ("#ece5d4", "#e8e2d6", "#efeae0")), "marble").varied(rng, 0.03)
    trim = white.shaded(0.88)
    lean, r = rng.uniform(5.5, 7.0), rng.uniform(7.4, 8.0)
    story = rng.uniform(6.2, 6.6)

    def put(name: str, material: m.Material, solid: Solid) -> None:
        a.add(name, material, solid.translate((0, -1.0, 0)).rotate((0, 0, -lean)))

    low = story * 1.6
    put("ground floor", white, s.cylinder(low + 1, r, segments=40))
    column = s.cylinder(low * 0.86, 0.75, segments=10).translate((0, 1, r))
    put("columns", white, s.around(column, 15))
    put("cornices", trim, s.cylinder(1.1, r * 1.1, segments=40).translate((0, low + 0.4, 0)))
    arch = s.extrude(s.arch_outline(2.0, story * 0.78), 1.0)
    for k in range(6):
        y = low + 1 + story * k
        put("core", trim.shaded(0.62), s.cylinder(story, r * 0.78, segments=40).translate((0, y, 0)))
        shell = s.cylinder(story, r * 1.0, segments=60) - s.cylinder(story * 3, r * 0.86, segments=40).translate(
            (0, -1, 0)
        )
        cut = s.around(arch.scale((1, 1, 6)).translate((0, 0.4, r)), 18)
        put("arcades", white, (shell - cut).translate((0, y, 0)))
        put("cornices", trim, s.cylinder(0.9, r * 1.1, segments=40).translate((0, y + story - 0.8, 0)))
    y = low + 1 + story * 6
    belfry = s.cylinder(story * 1.15, r * 0.72, segments=40) - s.cylinder(story * 2, r * 0.56, segments=32).translate(
        (0, 1, 0)
    )
    belfry -= s.around(s.extrude(s.arch_outline(2.4, story * 0.75), 4).translate((0, 0.5, r * 0.7)), 8)
    put("belfry", white, belfry.translate((0, y, 0)))
    put("core", trim.shaded(0.62), s.cylinder(story, r * 0.5, segments=24).translate((0, y, 0)))
    put(
        "cornices",
        trim,
        (s.cylinder(1.0, r * 0.8, segments=40) - s.cylinder(3, r * 0.5).translate((0, -1, 0))).translate(
            (0, y + story * 1.1, 0)
        ),
    )
    door, leaf = masonry.arched(2.0, 4.2, 0.4)
    put("door", m.OAK.shaded(0.6), leaf.translate((0, 1.1, r + 0.2)))
    put("cornices", trim, door.translate((0, 1.1, r + 0.1)))
    parts = [(p, p.solid.trim_by_plane((0, 1, 0), 0.3)) for p in a.build().parts]
    ground = Assembly()
    for part, solid in parts:
        ground.add(part.name, part.material, solid)
    ground.add("base", m.STONE, s.cylinder(1.0, r * 1.5, segments=40))
    total = y + story * 1.2
    turn = np.radians(lean)
    return ground.build({"top": (float(total * np.sin(turn)), float(total * np.cos(turn)) - 1, 0), "door": (0, 1, r)})
