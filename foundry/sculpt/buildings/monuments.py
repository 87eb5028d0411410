"""Skyscrapers, temples, pyramids, igloos, lighthouses, windmills."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture


@sculpture(
    "skyscraper",
    synonyms=("high rise", "office tower"),
    kinds=("office building", "tower block"),
    size=(80, 230),
    words=("tall",),
    tint=False,
)
def skyscraper(rng: np.random.Generator) -> Sculpture:
    """Set-back blocks with bands of windows between piers, an entrance, and a mast or plant on top."""
    a = Assembly()
    facade = s.pick(rng, (m.CONCRETE, m.SANDSTONE, m.LIMESTONE, m.STEEL, m.BRICK.shaded(0.9))).varied(rng, 0.06)
    glass = m.WINDOW.coloured(s.pick(rng, ("#4d6a80", "#3f7f96", "#5d7f9c", "#37506b", "#6d95a8")), "window")
    w, d = rng.uniform(26, 36), rng.uniform(24, 32)
    tiers = int(rng.integers(1, 5))
    total = rng.uniform(70, 105) if tiers < 3 else rng.uniform(105, 150)
    y = 7.0
    a.add("base", facade.shaded(0.85), s.box(w * 1.08, y, d * 1.08, 0.4))
    lobby = s.box(w * 0.5, y * 0.75, 1.0).translate((0, 0.2, d * 0.54))
    a.add("lobby", glass, lobby)
    mullions = s.row(s.box(0.4, y * 0.75, 1.5), 5, (w * 0.125, 0, 0)).translate((0, 0.2, d * 0.54))
    a.add("base", facade.shaded(0.7), mullions, s.box(w * 0.6, 0.7, 4).translate((0, y * 0.78, d * 0.56)))
    style = s.pick(rng, ("piers", "bands", "grid"))
    heights = np.cumsum(rng.uniform(0.7, 1.3, tiers)[::-1])
    shares = np.diff(np.concatenate([[0.0], heights / heights[-1]]))
    for k in range(tiers):
        high = (total - 7.0) * shares[k]
        tw, td = w * (1 - 0.2 * k), d * (1 - 0.2 * k)
        a.add("glazing", glass, s.box(tw - 0.8, high, td - 0.8).translate((0, y, 0)))
        floors = max(6, int(high / 5.5))
        if style in ("bands", "grid"):
            slab = s.box(tw, high / floors * (0.42 if style == "bands" else 0.25), td)
            a.add("facade", facade, s.row(slab, floors, (0, high / floors, 0)).translate((0, y + high / 2, 0)))
        if style in ("piers", "grid"):
            for yaw, length, out in ((0, tw, td), (90, td, tw)):
                count = max(4, int(length / 3.4))
                pier = s.box(1.1, high, out + (0.5 if style == "piers" else 0.1))
                a.add(
                    "facade",
                    facade,
                    s.row(pier, count, (length * 0.97 / (count - 1) * 0.97, 0, 0))
                    .rotate((0, yaw, 0))
                    .translate((0, y, 0)),
                )
        corner = s.box(2.0, high, 2.0).translate((tw / 2 - 0.7, y, td / 2 - 0.7))
        a.add("facade", facade, s.mirrored(s.mirrored(corner), "z"))
        y += high
        a.add("cornice", facade.shaded(0.85), s.box(tw + 0.8, 1.4, td + 0.8, 0.3).translate((0, y - 0.2, 0)))
        y += 0.9
    top_w, top_d = w * (1 - 0.2 * (tiers - 1)), d * (1 - 0.2 * (tiers - 1))
    crown = s.pick(rng, ("spire", "plant", "pyramid"))
    if crown == "spire":
        high = total * 0.16
        step = s.prism(high * 0.4, top_w * 0.5, 4, top_w * 0.3)
        a.add("crown", facade.shaded(0.9), step.translate((0, y, 0)))
        a.add("spire", m.STEEL, s.cylinder(high, 1.4, 0.2, 12).translate((0, y + high * 0.38, 0)))
        y += high * 1.38
    elif crown == "pyramid":
        a.add(
            "crown",
            m.COPPER.coloured("#5f8f7e", "verdigris"),
            masonry.hip_roof(top_w * 0.94, top_w * 0.7, top_d * 0.94).translate((0, y, 0)),
        )
        y += top_w * 0.7
    else:
        a.add("plant", facade.shaded(0.75), s.box(top_w * 0.5, 5, top_d * 0.5, 0.3).translate((0, y, 0)))
        a.add(
            "plant",
            m.STEEL,
            s.row(s.cylinder(2.2, 1.3, segments=16), 3, (top_w * 0.25, 0, 0)).translate((0, y, top_d * 0.36)),
        )
        a.add("mast", m.STEEL, s.cylinder(14, 0.35, 0.1, 10).translate((0, y + 4.8, 0)))
        y += 18.8
    return a.build({"top": (0, y, 0), "door": (0, 0.2, d * 0.54 + 0.5)}, ("tall",) if total > 105 else ())


@sculpture(
    "temple",
    synonyms=("greek temple", "roman temple"),
    kinds=("parthenon", "sanctuary", "shrine"),
    size=(14, 40),
    material="stone",
)
def temple(rng: np.random.Generator) -> Sculpture:
    """A Doric temple: steps, fluted columns all round, architrave and triglyphs, pediments, an inner hall."""
    a = Assembly()
    stone = s.pick(rng, (m.MARBLE, m.LIMESTONE, m.SANDSTONE)).varied(rng, 0.04)
    roof = s.pick(rng, (m.ROOF_TILE, stone.shaded(0.92), stone.shaded(0.92)))
    front = int(s.pick(rng, (4, 6)))
    flank = front * 2 - 1 if s.chance(rng, 0.3) else front + 2
    pitch, high = 2.2, rng.uniform(5.2, 6.2)
    radius = rng.uniform(0.44, 0.52)
    w, d = (front - 1) * pitch, (flank - 1) * pitch
    for k in range(3):
        out = 1.5 + 0.45 * (2 - k)
        a.add("steps", stone.shaded(0.9 + 0.04 * k), s.box(w + 2 * out, 0.35, d + 2 * out).translate((0, 0.35 * k, 0)))
    flutes = 16
    angle = np.arange(flutes * 2) * np.pi / flutes
    ring = np.where(np.arange(flutes * 2) % 2 == 0, 1.0, 0.92)
    section = np.stack([ring * np.sin(angle), ring * np.cos(angle)], 1)
    levels = ((0.0, 1.0), (0.5, 0.95), (1.0, 0.78))
    rings = [
        np.stack([section[:, 0] * radius * r, np.full(len(section), y * high * 0.9), section[:, 1] * radius * r], 1)
        for y, r in levels
    ]
    shaft = s.loft(np.array(rings))
    capital = s.revolve([(0, 0), (radius * 0.8, 0), (radius * 1.25, high * 0.05), (0, high * 0.05)], 20).translate(
        (0, high * 0.9, 0)
    )
    abacus = s.box(radius * 2.7, high * 0.05, radius * 2.7).translate((0, high * 0.95, 0))
    column = s.group([shaft, capital.translate((0, -0.001, 0)), abacus.translate((0, -0.002, 0))])
    columns = []
    for i in range(front):
        for j in range(flank):
            if i in (0, front - 1) or j in (0, flank - 1):
                columns.append(column.translate(((i - (front - 1) / 2) * pitch, 1.05, (j - (flank - 1) / 2) * pitch)))
    a.add("columns", stone, s.group(columns), smooth=25)
    y = 1.05 + high
    bw, bd = w + 1.5, d + 1.5
    a.add("architrave", stone, (s.box(bw, 0.6, bd) - s.box(bw - 1.6, 2, bd - 1.6)).translate((0, y - 0.01, 0)))
    a.add("frieze", stone.shaded(0.93), s.box(bw - 0.1, 0.6, bd - 0.1).translate((0, y + 0.55, 0)))
    blocks = []
    for yaw, length, out in ((0, bw, bd), (90, bd, bw), (180, bw, bd), (270, bd, bw)):
        count = round(length / (pitch / 2))
        glyph = s.row(s.box(0.13, 0.56, 0.16), 3, (0.19, 0, 0))
        blocks.append(
            masonry.set_in(s.row(glyph, count, (length * 0.95 / (count - 1), 0, 0)), out / 2 - 0.02, y + 0.57, yaw)
        )
    a.add("triglyphs", stone.shaded(1.05), s.group(blocks))
    a.add("cornice", stone, s.box(bw + 0.7, 0.28, bd + 0.7, 0.06).translate((0, y + 1.12, 0)))
    rise = bw * 0.17
    gable = masonry.gable(bw + 0.3, rise, 0.3)
    a.add("pediment", stone.shaded(0.95), *[gable.translate((0, y + 1.38, e * (bd / 2 - 0.1))) for e in (-1, 1)])
    a.add("roof", roof, masonry.shingled_roof(bw, rise, bd + 0.1, 0.4, 0.25, 6).translate((0, y + 1.42, 0)))
    a.add(
        "acroteria",
        stone,
        *[
            s.sphere(0.3, 16).translate((x, y + 1.7 + (rise if x == 0 else 0), e * (bd / 2 + 0.2)))
            for x in (-bw / 2, 0, bw / 2)
            for e in (-1, 1)
        ],
    )
    hall_w, hall_d = w - 1.9, d - 2.6
    a.add("hall", stone.shaded(0.92), s.box(hall_w, high, hall_d).translate((0, 1.05, 0)))
    a.add("door", m.BRONZE, s.box(hall_w * 0.32, high * 0.66, 0.2).translate((0, 1.05, hall_d / 2 + 0.03)))
    return a.build({"top": (0, y + 1.6 + rise, 0), "door": (0, 1.05, hall_d / 2)})


@sculpture("pyramid", synonyms=("egyptian pyramid",), kinds=("great pyramid",), size=(55, 330), material="stone")
def pyramid(rng: np.random.Generator) -> Sculpture:
    """Courses of blocks, each set back, with an entrance, a capstone and worn edges."""
    a = Assembly()
    stone = s.pick(rng, (m.SANDSTONE, m.SANDSTONE.coloured("#c9a05c"), m.LIMESTONE.shaded(0.92))).varied(rng, 0.06)
    base = rng.uniform(45, 200)
    high = base * rng.uniform(0.6, 0.68)
    courses = int(rng.integers(16, 26))
    step = high / courses
    shades = [stone.shaded(f) for f in (1.0, 0.94, 1.05)]
    for k in range(courses - 1):
        side = base * (1 - k / courses)
        block = s.box(side, step * 1.001, side)
        gaps = max(4, int(side / (step * 1.5)))
        cut = s.row(s.box(step * 0.08, step * 2, step * 0.3), gaps, (side / gaps, 0, 0)).translate(
            (0, -step * 0.2, side / 2)
        )
        chipped = []
        for _ in range(3):
            x = rng.uniform(-0.5, 0.5) * side
            chipped.append(s.box(step * rng.uniform(0.6, 1.6), step, step * 0.9).translate((x, step * 0.5, side / 2)))
        cuts = s.union([s.group([cut]), *chipped])
        block -= s.union([cuts.rotate((0, 90 * q, 0)) for q in range(4)])
        a.add("courses", shades[k % 3], block.translate((0, step * k, 0)))
    cap = masonry.hip_roof(base / courses, step * 1.0, base / courses).translate((0, step * (courses - 1), 0))
    a.add("capstone", m.GOLD if s.chance(rng, 0.35) else stone.shaded(1.08), cap)
    z = base / 2 * (1 - 2.0 / courses)
    door = step * 1.8
    a.add("entrance", stone.shaded(0.85), s.box(door * 1.5, door * 1.4, step * 2.2).translate((0, 0, z + step * 0.6)))
    a.add(
        "entrance",
        stone.shaded(0.85),
        masonry.gable(door * 1.5, door * 0.6, step * 2.2).translate((0, door * 1.4, z + step * 0.6)),
    )
    a.add(
        "doorway", m.BLACK.coloured("#2a221a", "dark"), s.box(door * 0.7, door, 0.4).translate((0, 0, z + step * 1.7))
    )
    return a.build({"top": (0, high, 0), "door": (0, 0, z + step * 1.7)})


@sculpture("igloo", synonyms=("snow house",), size=(4, 9), tint=False)
def igloo(rng: np.random.Generator) -> Sculpture:
    """A dome of snow blocks laid in rings, with an entrance tunnel."""
    a = Assembly()
    snow = m.SNOW.varied(rng, 0.02)
    radius = rng.uniform(1.7, 2.3)
    high = radius * rng.uniform(0.82, 0.98)
    tunnel_r, reach = radius * 0.42, radius * rng.uniform(1.32, 1.48)
    tunnel = s.extrude(s.arch_outline(tunnel_r * 2, tunnel_r * 2.1), reach).translate((0, 0, reach / 2))
    bore = s.extrude(s.arch_outline(tunnel_r * 1.4, tunnel_r * 1.6), reach * 2).translate((0, -0.01, reach))
    rings = 6
    shells = [snow, snow.shaded(0.95), snow.shaded(0.91)]
    inner = s.dome(radius * 0.86, high * 0.86, 40)
    for k in range(rings):
        low, top = np.radians(90 * k / rings + 0.6), np.radians(90 * (k + 1) / rings - 0.6)
        angles = np.linspace(low, top, 4)
        outer = [(radius * np.cos(t), high * np.sin(t)) for t in angles]
        under = [(radius * 0.8 * np.cos(t), high * 0.8 * np.sin(t)) for t in angles[::-1]]
        ring = s.revolve([*outer, *under], 48)
        count = max(5, int(2 * np.pi * radius * np.cos((low + top) / 2) / 0.75))
        gap = s.box(0.035, high * 3, radius * 0.24).translate((0, -high, radius * 0.93 * np.cos((low + top) / 2)))
        ring -= s.around(gap, count, rng.uniform(0, 360))
        a.add("blocks", shells[k % 3], ring - bore - tunnel.scale((0.98, 0.98, 1)))
    a.add("dome", snow.shaded(0.86), inner.trim_by_plane((0, 1, 0), 0.0) - bore)
    a.add("cap", snow, s.ellipsoid(radius * 0.22, high * 0.05, radius * 0.22).translate((0, high * 0.97, 0)))
    arch = tunnel - bore - s.dome(radius * 0.9, high * 0.9)
    cuts = [s.box(5, 5, 0.03).translate((0, -0.1, reach * (0.7 + 0.15 * k))) for k in range(2)]
    core = s.extrude(s.arch_outline(tunnel_r * 1.9, tunnel_r * 2.05), reach)
    a.add("tunnel", snow.shaded(0.97), arch - (s.union(cuts) - core.translate((0, 0, reach / 2))))
    face = s.extrude(s.arch_outline(tunnel_r * 2.25, tunnel_r * 2.25), 0.22).translate((0, 0, reach)) - bore
    joints = s.union(
        [s.box(0.03, 9, 0.5).rotate((0, 0, 30 * k - 75)).translate((0, tunnel_r * 1.0, reach + 0.2)) for k in range(6)]
    )
    a.add("arch", snow, face - joints)
    a.add(
        "inside",
        snow.coloured("#5f7f9a", "shadow"),
        s.extrude(s.arch_outline(tunnel_r * 1.4, tunnel_r * 1.6), 0.1).translate((0, 0, radius * 0.8)),
    )
    skirt = s.cylinder(0.12, radius * 1.12, radius * 1.0, 40) + s.box(tunnel_r * 2.6, 0.1, reach).translate(
        (0, 0, reach / 2)
    )
    a.add("drift", snow, skirt - bore.translate((0, 0.1, 0)))
    return a.build({"top": (0, high, 0), "door": (0, 0.1, reach)})


@sculpture("lighthouse", synonyms=("light house",), kinds=("beacon",), size=(16, 42), words=("tall",))
def lighthouse(rng: np.random.Generator) -> Sculpture:
    """A tapering striped tower on rocks, with a gallery, a lantern room and a domed cap."""
    a = Assembly()
    white = m.PLASTER.coloured("#f2efe8", "whitewash")
    hue = s.pick(rng, ("red", "red", "blue", "black"))
    band = m.PAINT.coloured(m.HUES[hue], "band")
    low, top = rng.uniform(3.0, 3.6), rng.uniform(1.7, 2.1)
    tall = s.chance(rng, 0.5)
    high = rng.uniform(20, 25) if tall else rng.uniform(13, 16)
    bands = int(s.pick(rng, (5, 7)))
    ground = 1.2
    for k in range(bands):
        y0, y1 = k / bands, (k + 1) / bands
        r0, r1 = low + (top - low) * y0**0.8, low + (top - low) * y1**0.8
        piece = s.cylinder(high / bands, r0, r1, 40).translate((0, ground + high * y0, 0))
        a.add("tower bands" if k % 2 else "tower", band if k % 2 else white, piece)
    rock = s.roughened(s.cylinder(ground + 0.3, low * 1.55, low * 1.15, 28), rng, 0.3, 2.2, 0.7).trim_by_plane(
        (0, 1, 0), 0
    )
    a.add("rock", m.DARK_STONE.varied(rng), rock, smooth=10)
    boulders = []
    for _ in range(7):
        yaw, r = rng.uniform(40, 320), rng.uniform(0.5, 1.0)
        ball = s.roughened(s.sphere(r, 12).scale((1.2, 0.8, 1)), rng, r * 0.2, r * 1.2)
        boulders.append(ball.translate((0, r * 0.3, low * 1.5)).rotate((0, yaw, 0)))
    a.add("rock", m.DARK_STONE.shaded(1.15), s.union(boulders).trim_by_plane((0, 1, 0), 0), smooth=10)
    y = ground + high
    deck = top * 1.45
    a.add("gallery", m.DARK_STEEL, s.cylinder(top * 0.3, top, deck * 0.95, 36).translate((0, y - top * 0.3, 0)))
    a.add("gallery", m.DARK_STEEL, s.cylinder(0.22, deck, segments=36).translate((0, y - 0.01, 0)))
    rails = [s.torus(deck * 0.95, 0.05, 36, 8).translate((0, y + h, 0)) for h in (0.6, 1.1)]
    posts = s.around(s.rod((0, y, deck * 0.95), (0, y + 1.1, deck * 0.95), 0.045, segments=8), 16)
    a.add("railing", m.IRON, *rails, posts)
    room, glass_h = top * 0.72, top * 1.25
    a.add("lantern base", white, s.cylinder(0.6, room * 1.05, segments=32).translate((0, y + 0.2, 0)))
    a.add(
        "lantern glass", m.GLASS.coloured("#cfe3e6"), s.cylinder(glass_h, room, segments=12).translate((0, y + 0.8, 0))
    )
    bars = s.around(s.rod((0, y + 0.8, room), (0, y + 0.8 + glass_h, room), 0.06, segments=8), 12)
    a.add("lantern bars", m.IRON, bars, s.torus(room, 0.05, 36, 8).translate((0, y + 0.8 + glass_h / 2, 0)))
    a.add(
        "lamp",
        m.LAMP_GLOW,
        s.ellipsoid(room * 0.4, glass_h * 0.36, room * 0.4, 20).translate((0, y + 0.8 + glass_h / 2, 0)),
    )
    cap = s.dome(room * 1.25, room * 0.95).translate((0, y + 0.78 + glass_h, 0))
    a.add("cap", band, cap, s.cylinder(0.15, room * 1.32, segments=32).translate((0, y + 0.7 + glass_h, 0)))
    peak = y + 0.78 + glass_h + room * 0.95
    a.add(
        "finial",
        m.IRON,
        s.sphere(0.22, 14).translate((0, peak + 0.1, 0)),
        s.rod((0, peak, 0), (0, peak + 1.3, 0), 0.05),
    )
    surround, leaf, iron = masonry.plank_door(1.1, 2.1, 0.2, True)
    for name, material, solid in (("door frame", m.STONE, surround), ("door", band, leaf), ("hinges", m.IRON, iron)):
        a.add(name, material, solid.translate((0, ground, low * 0.985)))
    a.add(
        "steps",
        m.STONE,
        *[s.box(1.6, ground * (1 - k / 3), 0.6).translate((0, 0, low + 0.35 + 0.5 * k)) for k in range(3)],
    )
    frame, pane = masonry.arched(0.6, 1.1, 0.14)
    for k, yaw in enumerate((0.0, 120.0, 240.0, 20.0)):
        share = 0.3 + 0.18 * k
        out = low + (top - low) * share**0.8 - 0.03
        a.add("window frames", m.STONE, masonry.set_in(frame, out, ground + high * share, yaw))
        a.add("windows", m.WINDOW, masonry.set_in(pane, out, ground + high * share, yaw))
    return a.build({"top": (0, peak + 1.3, 0), "door": (0, ground, low)}, ("tall",) if tall else ())


@sculpture("windmill", synonyms=("mill", "dutch windmill"), kinds=("smock mill",), size=(14, 36))
def windmill(rng: np.random.Generator) -> Sculpture:
    """A smock mill: eight tapering sides, a balcony, a cap, and four lattice sails to the front."""
    a = Assembly()
    body = s.pick(rng, (m.PLASTER, m.BRICK, m.OLD_WOOD, m.THATCH.shaded(0.7))).varied(rng, 0.06)
    cap_m = s.pick(rng, (m.SLATE, m.WALNUT, m.ROOF_TILE)).varied(rng, 0.06)
    high, low, top = rng.uniform(9, 12), rng.uniform(3.2, 3.8), rng.uniform(1.9, 2.3)
    a.add("body", body, s.prism(high, low, 8, top))
    a.add("plinth", m.BRICK if body.name != "brick" else m.STONE, s.prism(high * 0.14, low * 1.05, 8, low * 0.99))
    corner = s.rod((0, 0, low * 1.0), (0, high, top * 1.0), 0.13, 0.1, 8).rotate((0, 22.5, 0))
    a.add("corner posts", m.WHITE, s.around(corner, 8))
    level = high * 0.32
    r = low + (top - low) * 0.32
    a.add("balcony", m.OAK, s.prism(0.2, r * 1.45, 8).translate((0, level, 0)))
    rail = s.prism(0.12, r * 1.42, 8) - s.prism(1, r * 1.36, 8).translate((0, -0.5, 0))
    posts = s.around(s.box(0.1, 1.0, 0.1).translate((0, level, r * 1.39)), 8, 22.5)
    struts = s.around(s.rod((0, level - r * 0.5, r * 0.95), (0, level + 0.05, r * 1.36), 0.08, segments=8), 8, 22.5)
    a.add("railing", m.WHITE, rail.translate((0, level + 1.0, 0)), rail.translate((0, level + 0.55, 0)), posts)
    a.add("struts", m.OAK, struts)
    cap = (
        s.ellipsoid(top * 1.12, top * 1.05, top * 1.35, 28)
        .trim_by_plane((0, 1, 0), -top * 0.12)
        .translate((0, high + 0.1, 0))
    )
    a.add("cap", cap_m, cap, s.cylinder(0.3, top * 1.15, segments=28).translate((0, high - 0.2, 0)))
    hub_y, hub_z = high + top * 0.42, top * 1.75
    a.add("axle", m.OAK, s.rod((0, hub_y - 0.1, 0), (0, hub_y, hub_z + 0.3), 0.28))
    a.add("hub", m.IRON, s.cylinder(0.7, 0.5, bevel=0.08).rotate((90, 0, 0)).translate((0, hub_y, hub_z - 0.35)))
    length = high * rng.uniform(0.62, 0.72)
    wide = length * 0.2
    stock = s.beam((0, 0, 0), (0, length, 0), 0.26, 0.2)
    bars = [s.box(wide, 0.09, 0.09).translate((wide / 2, length * y, 0.06)) for y in np.linspace(0.2, 0.98, 9)]
    bars += [s.box(0.09, length * 0.8, 0.09).translate((x, length * 0.19, 0.06)) for x in (wide * 0.5, wide)]
    sheet = s.box(wide * 0.96, length * 0.78, 0.03).translate((wide * 0.5, length * 0.2, 0.0))
    turn = rng.uniform(0, 90)
    for k in range(4):
        for name, material, solid in (("sails", m.OAK, stock + s.union(bars)), ("sailcloth", m.CANVAS, sheet)):
            a.add(name, material, solid.rotate((0, 0, turn + 90 * k)).translate((0, hub_y, hub_z)))
    tail = [s.rod((x * top * 0.6, high, -top * 1.1), (0, level + 0.3, -r * 1.9), 0.1, segments=8) for x in (-1, 1)]
    a.add("tail pole", m.OAK, *tail, s.rod((0, high + 0.2, -top * 1.2), (0, level + 0.2, -r * 1.95), 0.13, segments=8))
    flat = low * np.cos(np.pi / 8)
    lean = (low - top) * np.cos(np.pi / 8) / high
    surround, leaf, iron = masonry.plank_door(1.2, 2.2, 0.16, False)
    for name, material, solid in (
        ("door frame", m.WHITE, surround),
        ("door", m.PAINT.coloured(m.HUES["green"]), leaf),
        ("hinges", m.IRON, iron),
    ):
        a.add(name, material, solid.translate((0, 0, flat - 0.06)))
    frame, pane = masonry.square_window(0.7, 0.9, 0.09)
    for share in (0.5, 0.75):
        for yaw in (0.0, 90.0, 180.0, 270.0):
            tilt = np.degrees(np.arctan(lean))
            y = high * share
            for name, material, solid in (("window frames", m.WHITE, frame), ("windows", m.WINDOW, pane)):
                a.add(name, material, masonry.set_in(solid.rotate((-tilt, 0, 0)), flat - lean * y, y, yaw))
    return a.build({"top": (0, high + top, 0), "door": (0, 0, flat), "hub": (0, hub_y, hub_z)})
