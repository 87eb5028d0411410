"""Monuments of old: sphinx, stone circle, amphitheatre, obelisk, totem pole, stone wall, portcullis."""

import numpy as np

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.sculpture import Assembly, Part, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.solids import Solid

SHADOW = m.BLACK.coloured("#2f2720", "shadow")


@sculpture("sphinx", plural="sphinxes", kinds=("great sphinx", "sphinx of giza"), size=(30, 90))
def sphinx(rng: np.random.Generator) -> Sculpture:
    """A lying lion with a man's head in a striped headcloth, its paws stretched out before it."""
    stone = m.SANDSTONE.coloured(s.pick(rng, ("#d2ae70", "#c9a468", "#d8b880")), "sandstone").varied(rng, 0.05)
    long, chest = rng.uniform(1.5, 1.75), rng.uniform(0.5, 0.56)
    body = f.capsule((0, 0.36, -long * 0.55), (0, 0.42, 0.35), 0.34, 0.34)
    body = body.blend(f.ellipsoid((0, chest, 0.42), (0.36, 0.5, 0.34)), 0.15)
    haunch = f.ellipsoid((0.34, 0.3, -long * 0.5), (0.2, 0.34, 0.42)).both_sides()
    body = body.blend(haunch, 0.12)
    hind = f.capsule((0.45, 0.1, -long * 0.55), (0.45, 0.1, -long * 0.5 + 0.65), 0.11, 0.1).both_sides()
    fore = f.box((0.27, 0.13, 1.0), (0.13, 0.13, 0.62), 0.06).both_sides()
    paws = f.ellipsoid((0.27, 0.13, 1.6), (0.16, 0.15, 0.18)).both_sides()
    body = body.blend(hind, 0.06).blend(fore, 0.08).blend(paws, 0.05)
    tail = f.limb([(0.5, 0.12, -long * 0.55 - 0.2), (0.55, 0.12, -long * 0.3), (0.5, 0.2, 0.0)], (0.07, 0.06, 0.08))
    body = body.blend(tail, 0.04)
    whole = body.solid(60).trim_by_plane((0, 1, 0), 0)
    y = chest + 0.62
    cloth = f.box((0, y + 0.02, 0.36), (0.36, 0.36, 0.2), 0.16)
    wings = f.box((0.34, y - 0.24, 0.42), (0.12, 0.3, 0.16), 0.06).rotate((0, 0, 0)).both_sides()
    cloth = cloth.blend(wings, 0.14).blend(f.ellipsoid((0, y + 0.26, 0.38), (0.3, 0.16, 0.26)), 0.1)
    cloth = cloth.blend(f.box((0, y - 0.1, 0.14), (0.22, 0.42, 0.12), 0.08), 0.1)
    face = f.ellipsoid((0, y + 0.02, 0.54), (0.235, 0.31, 0.22))
    face = face.blend(f.capsule((0, y + 0.06, 0.75), (0, y - 0.06, 0.79), 0.03, 0.05), 0.05)
    face = face.blend(f.ellipsoid((0, y - 0.2, 0.64), (0.12, 0.1, 0.12)), 0.06)
    neck = f.cylinder((0, chest, 0.42), 0.5, 0.2)
    dark = np.array(stone.shaded(0.72).base_colour)
    light = np.array(stone.shaded(1.04).base_colour)

    def stripes(points: np.ndarray) -> np.ndarray:
        band = (np.sin(points[:, 1] * 42) > 0)[:, None]
        return np.where(band, light, dark)

    eyes = s.mirrored(s.ellipsoid(0.055, 0.03, 0.03, 16).translate((0.1, y + 0.09, 0.72)))
    mouth = s.ellipsoid(0.09, 0.018, 0.03, 16).translate((0, y - 0.13, 0.755))
    claws = [
        s.box(0.02, 0.14, 0.12).translate((side * 0.27 + k * 0.07, 0.03, 1.72)) for side in (-1, 1) for k in (-1, 0, 1)
    ]
    head = cloth.solid(48).refine_to_length(0.04)
    parts = [
        Part("body", whole, stone, 60),
        Part("headcloth", head, stone.shaded(0.98), 60, stripes),
        Part("face", (face | neck).solid(44), stone.shaded(1.06), 60),
        Part("eyes", eyes, SHADOW, 60),
        Part("mouth", mouth, stone.shaded(0.6), 60),
        Part("claws", s.group(claws), stone.shaded(0.7)),
        Part("plinth", s.box(1.3, 0.14, long + 2.1).translate((0, -0.12, (1.8 - long) / 2 + 0.1)), stone.shaded(0.84)),
    ]
    return finished(parts, float(rng.uniform(12, 18)), {"back": (0, 0.8, -0.3), "head": (0, y + 0.42, 0.38)})


@sculpture("stonehenge", synonyms=("stone circle",), kinds=("henge", "dolmen", "megaliths"), size=(24, 60))
def stonehenge(rng: np.random.Generator) -> Sculpture:
    """A ring of rough uprights, many still with lintels, about a horseshoe of taller ones, on grass."""
    a = Assembly()
    stone = m.STONE.coloured(s.pick(rng, ("#9a958a", "#8f8c84", "#a39c8e"))).varied(rng, 0.05)
    r, high = rng.uniform(13, 15), rng.uniform(5.2, 6.0)
    count = 16
    standing = [k != 7 and k != 11 and not s.chance(rng, 0.08) for k in range(count)]
    a.add("grass", m.GRASS.varied(rng, 0.06), s.cylinder(0.5, r * 1.3, r * 1.25, 48))

    def rough(w: float, h: float, d: float) -> Solid:
        return s.roughened(s.taper(s.box(w, h, d, 0.3), 0.86), rng, 0.16, 1.8, 0.7)

    for k in range(count):
        yaw = 360 * (k + 0.5) / count
        shade = stone.shaded(float(rng.choice([0.9, 1.0, 1.08])))
        if standing[k]:
            block = rough(3.0, high, 1.6).translate((0, 0.3, r)).rotate((0, yaw, 0))
            a.add("uprights", shade, block, smooth=20)
            if standing[(k + 1) % count] and not s.chance(rng, 0.2):
                lintel = s.roughened(s.box(2 * r * np.tan(np.pi / count) * 1.02, 1.2, 1.7, 0.2), rng, 0.1, 1.8, 0.8)
                a.add(
                    "lintels",
                    shade,
                    lintel.translate((0, high + 0.2, r * 0.985)).rotate((0, yaw + 180 / count, 0)),
                    smooth=20,
                )
        else:
            fallen = rough(2.6, high * 0.8, 1.4).rotate((90, rng.uniform(-30, 30), 0)).translate((0, 1.1, r - 2))
            a.add("fallen", shade, fallen.rotate((0, yaw, 0)), smooth=20)
    for yaw in (180.0, 115.0, 245.0):
        tall = high * 1.35
        for x in (-1.9, 1.9):
            block = rough(2.6, tall, 1.6).translate((x, 0.3, r * 0.52)).rotate((0, yaw, 0))
            a.add("trilithons", stone.shaded(0.95), block, smooth=20)
        cap = s.roughened(s.box(6.8, 1.4, 2.0, 0.2), rng, 0.12, 1.8, 0.8)
        a.add("lintels", stone, cap.translate((0, tall + 0.2, r * 0.52)).rotate((0, yaw, 0)), smooth=20)
    return a.build({"top": (0, high * 1.35 + 1.6, -r * 0.52), "inside": (0, 0.5, 0)})


@sculpture("colosseum", synonyms=("coliseum", "amphitheater"), kinds=("roman arena", "amphitheatre"), size=(150, 300))
def colosseum(rng: np.random.Generator) -> Sculpture:
    """An oval of three storeys of arches and an attic, broken down to two on one side, with tiers about an arena."""
    a = Assembly()
    stone = m.SANDSTONE.coloured(s.pick(rng, ("#cfb48a", "#d6bd96", "#c8a878")), "travertine").varied(rng, 0.05)
    rx, rz = rng.uniform(84, 94), rng.uniform(68, 76)
    story = rng.uniform(11.5, 13)

    def oval(grow: float, height: float, low: float = 0.0) -> Solid:
        flat = s.extrude(s.circle(rx + grow, 96, rz + grow), height)
        return flat.rotate((-90, 0, 0)).translate((0, low + height / 2, 0))

    # What stands of the outer wall: a sector about the back.
    spread = rng.uniform(1.1, 1.3)
    angle = np.linspace(np.pi / 2 - np.pi * 0.62 * spread / 1.2, np.pi / 2 + np.pi * 0.62 * spread / 1.2, 24)
    sector = np.concatenate([[(0.0, 0.0)], 400 * np.stack([np.cos(angle), np.sin(angle)], 1)])
    kept = s.extrude(sector, 400).rotate((-90, 0, 0)).rotate((0, 80, 0))

    def arcade(grow: float, levels: int, thick: float, part: Solid | None) -> None:
        for k in range(levels):
            ring = oval(grow, story, story * k) - oval(grow - thick, story * 3, story * k - 5)
            cutter = s.extrude(s.arch_outline(5.6, story * 0.66), thick * 4)
            cuts = []
            for q in range(40):
                t = 2 * np.pi * q / 40
                yaw = np.degrees(np.arctan2(np.sin(t) / (rx + grow), np.cos(t) / (rz + grow)))
                at = ((rx + grow - thick / 2) * np.sin(t), story * k + 1.2, (rz + grow - thick / 2) * np.cos(t))
                cuts.append(cutter.rotate((0, float(yaw), 0)).translate(at))
            ring -= s.group(cuts)
            band = oval(grow + 0.9, 1.4, story * (k + 1) - 1.3) - oval(grow - thick, 9, story * (k + 1) - 5)
            a.add("arcades", stone, ring if part is None else ring ^ part)
            a.add("cornices", stone.shaded(0.88), band if part is None else band ^ part)

    arcade(0.0, 3, 5.0, kept)
    attic = oval(0.0, story, story * 3 - 0.02) - oval(-5.0, story * 3, story * 3 - 5)
    a.add("attic", stone, attic ^ kept)
    slots = s.box(2.4, 3.2, 14)
    dark = [
        slots.rotate((0, float(np.degrees(np.arctan2(np.sin(t) / rx, np.cos(t) / rz))), 0)).translate(
            ((rx - 1) * np.sin(t), story * 3.45, (rz - 1) * np.cos(t))
        )
        for t in 2 * np.pi * (np.arange(20) + 0.5) / 20
    ]
    shell = oval(0.25, story, story * 3) - oval(-3.0, story * 3, story * 3 - 5)
    a.add("windows", SHADOW, s.group(dark) ^ shell ^ kept)
    a.add("cornices", stone.shaded(0.88), (oval(1.2, 1.6, story * 4 - 1) - oval(-5.0, 9, story * 4 - 4)) ^ kept)
    a.add("shade", SHADOW.coloured("#4a3c2e"), (oval(-5.2, story * 2.9) - oval(-7.5, story * 5, -5)) ^ kept)
    arcade(-13.0, 2, 4.5, None)
    a.add("shade", SHADOW.coloured("#4a3c2e"), oval(-17.8, story * 1.95) - oval(-20, story * 5, -5))
    for k in range(6):
        ring = oval(-20 - 5.5 * k, story * (1.95 - 0.3 * k)) - oval(-26 - 5.5 * k, story * 5, -5)
        a.add("tiers", stone.shaded(0.94 if k % 2 else 0.82), ring)
    a.add("arena", m.SAND.shaded(0.9), oval(-50, 2.0))
    a.add("ground", stone.shaded(0.8), oval(2.5, 1.0))
    return a.build({"top": (0, story * 4, -rz), "inside": (0, 2, 0)})


@sculpture("obelisk", kinds=("washington monument", "cleopatra's needle", "monolith"), size=(12, 40))
def obelisk(rng: np.random.Generator) -> Sculpture:
    """A tall tapered pillar of four sides with a pyramid on top, carved signs, on a stepped base."""
    a = Assembly()
    stone = s.pick(rng, (m.GRANITE.coloured("#b88a74", "pink granite"), m.SANDSTONE, m.LIMESTONE, m.GRANITE)).varied(
        rng, 0.05
    )
    side, high = rng.uniform(2.0, 2.5), rng.uniform(17, 22)
    base = side * 0.9
    a.add("steps", m.LIMESTONE, s.box(side * 3, 0.5, side * 3), s.box(side * 2.4, 1.0, side * 2.4))
    a.add(
        "pedestal",
        stone.shaded(0.86),
        s.box(side * 1.6, base + 1, side * 1.6, 0.1),
        s.box(side * 1.85, 0.5, side * 1.85, 0.08).translate((0, base + 0.8, 0)),
    )
    y = base + 1.25
    share = 0.68
    a.add("shaft", stone, s.taper(s.box(side * 1.1, high, side * 1.1), share).translate((0, y, 0)))
    tip = m.GOLD if s.chance(rng, 0.5) else stone.shaded(1.1)
    a.add(
        "tip",
        tip,
        masonry.hip_roof(side * 1.1 * share + 0.02, side * 1.05, side * 1.1 * share + 0.02).translate(
            (0, y + high - 0.02, 0)
        ),
    )
    rows = 10
    shapes = (
        s.box(0.7, 0.16, 1),
        s.cylinder(1, 0.32, segments=16).rotate((90, 0, 0)).translate((0, 0.3, 0.5)),
        s.box(0.16, 0.8, 1),
        s.box(0.7, 0.5, 1),
        s.extrude([(-0.35, 0), (0.35, 0), (0, 0.6)], 1),
        s.ellipsoid(0.42, 0.18, 0.5, 16).translate((0, 0.2, 0)),
    )
    for yaw in (0.0, 90.0, 180.0, 270.0):
        for k in range(rows):
            u = 0.08 + 0.86 * k / rows
            out = side * 0.55 * (1 - (1 - share) * u)
            mark = s.pick(rng, shapes).scale((side * 0.45, side * 0.45, 0.16))
            a.add("signs", stone.shaded(0.6), masonry.set_in(mark, out - 0.03, y + high * u, yaw))
    return a.build({"top": (0, y + high + side * 1.05, 0)})


@sculpture("totem pole", synonyms=("totem",), kinds=("tiki statue", "carved pole"), size=(3, 9), material="wooden")
def totem_pole(rng: np.random.Generator) -> Sculpture:
    """A trunk of carved painted faces one on another, with beaks and teeth, and wings spread at the top."""
    a = Assembly()
    wood = m.OAK.shaded(0.85).varied(rng, 0.06)
    paints = [
        m.PAINT.coloured(c, n)
        for c, n in (("#b5382c", "red"), ("#2f7f86", "teal"), ("#e0a83a", "ochre"), ("#2c2a2a", "black"))
    ]
    r, high = rng.uniform(0.4, 0.48), rng.uniform(0.95, 1.1)
    faces = int(s.pick(rng, (4, 4, 3, 5)))
    order = list(rng.permutation(4))
    a.add("base", wood.shaded(0.7), s.cylinder(0.3, r * 1.35, segments=28, bevel=0.05))
    y = 0.28
    for k in range(faces):
        main, second = paints[order[k % 3]], paints[order[(k + 1) % 3]]
        a.add("trunk", wood if k % 2 else main, s.cylinder(high, r, segments=32).translate((0, y, 0)))
        a.add(
            "bands",
            second if k % 2 else wood,
            s.cylinder(high * 0.14, r * 1.12, segments=32).translate((0, y + high * 0.9, 0)),
        )
        for x in (-1, 1):
            eye = s.ellipsoid(r * 0.27, r * 0.24, r * 0.2, 20)
            a.add("eyes", m.WHITE, eye.translate((x * r * 0.42, y + high * 0.62, r * 0.86)))
            a.add("pupils", m.BLACK, s.sphere(r * 0.13, 16).translate((x * r * 0.44, y + high * 0.62, r * 1.02)))
            brow = s.beam(
                (x * r * 0.1, y + high * 0.76, r * 1.0), (x * r * 0.8, y + high * 0.82, r * 0.75), r * 0.2, r * 0.2
            )
            a.add("brows", paints[3], brow)
            ear = s.ellipsoid(r * 0.2, high * 0.2, r * 0.14, 16).translate((x * r * 1.02, y + high * 0.6, 0.1 * r))
            a.add("ears", second, ear)
        kind = "beak" if k == faces - 1 or s.chance(rng, 0.3) else "mouth"
        if kind == "beak":
            beak = s.hull(
                [
                    s.sphere(r * 0.3, 16).translate((0, y + high * 0.42, r * 0.8)),
                    s.sphere(r * 0.1, 12).translate((0, y + high * 0.3, r * 1.9)),
                ]
            )
            a.add("beaks", paints[2], beak)
        else:
            a.add(
                "noses",
                second,
                s.ellipsoid(r * 0.2, high * 0.14, r * 0.3, 16).translate((0, y + high * 0.48, r * 0.98)),
            )
            a.add(
                "mouths",
                paints[3],
                s.rounded_box(r * 1.1, high * 0.24, r * 0.5, r * 0.1).translate((0, y + high * 0.12, r * 0.82)),
            )
            teeth = s.row(s.box(r * 0.14, high * 0.1, r * 0.5), 5, (r * 0.2, 0, 0)).translate(
                (0, y + high * 0.19, r * 0.87)
            )
            a.add("teeth", m.WHITE, teeth)
        if k == faces - 1:
            wing = s.extrude(
                [(0, 0.1), (0.5, 0.34), (1.25, 0.42), (1.2, 0.24), (1.0, -0.02), (0.6, -0.2), (0, -0.28)],
                r * 0.36,
                0.02,
            )
            wing = wing.scale((r / 0.44,) * 3)
            stripe = s.extrude([(0.3, 0.16), (1.1, 0.3), (1.0, 0.1), (0.3, -0.1)], r * 0.46).scale((r / 0.44,) * 3)
            for x in (-1, 1):
                place = (x * r * 0.8, y + high * 0.4, -r * 0.2)
                a.add("wings", main, (wing if x > 0 else wing.mirror((1, 0, 0))).translate(place))
                a.add("feathers", paints[2], (stripe if x > 0 else stripe.mirror((1, 0, 0))).translate(place))
        y += high
    a.add("cap", paints[order[0]], s.dome(r * 1.05, r * 0.7, 28).translate((0, y - 0.01, 0)))
    return a.build({"top": (0, y + r * 0.68, 0)})


@sculpture("stone wall", synonyms=("dry stone wall",), kinds=("rampart", "rubble wall"), size=(1.8, 5))
def stone_wall(rng: np.random.Generator) -> Sculpture:
    """A length of wall of fitted rough stones under flat copings."""
    a = Assembly()
    base = m.STONE.coloured(s.pick(rng, ("#9b978e", "#a39a88", "#8d9096"))).varied(rng, 0.05)
    shades = [base.shaded(v) for v in (0.8, 0.92, 1.04, 1.14)]
    w, high, d = rng.uniform(2.2, 2.8), rng.uniform(0.95, 1.2), rng.uniform(0.4, 0.5)
    a.add("core", base.shaded(0.55), s.taper(s.box(w * 0.97, high, d * 0.86), 0.95))
    courses = 6
    step = high / courses
    for k in range(courses):
        x = -w / 2
        while x < w / 2 - 0.06:
            size = min(step * rng.uniform(1.1, 2.4), w / 2 - x)
            if w / 2 - x - size < step * 0.6:
                size = w / 2 - x
            deep = d * (1.04 - 0.02 * k) + rng.uniform(-0.02, 0.03)
            stone = s.rounded_box(size * 0.96, step * 0.95, deep, step * 0.24, 10)
            a.add(f"stones {(i := int(rng.integers(4)))}", shades[i], stone.translate((x + size / 2, step * k, 0)))
            x += size
    x = -w / 2
    while x < w / 2 - 0.06:
        size = min(rng.uniform(0.32, 0.5), w / 2 - x)
        if w / 2 - x - size < 0.15:
            size = w / 2 - x
        cap = s.rounded_box(size * 0.97, step * 0.8, d * 1.16, step * 0.2, 10)
        a.add("coping", shades[1], cap.translate((x + size / 2, high - 0.01, 0)))
        x += size
    return a.build({"top": (0, high + step * 0.8, 0)})


@sculpture("portcullis", plural="portcullises", kinds=("castle gate", "grated gate"), size=(4, 9))
def portcullis(rng: np.random.Generator) -> Sculpture:
    """A grating of iron-shod bars with spikes below, half raised in a stone gateway with battlements."""
    a = Assembly()
    stone = m.STONE.coloured(s.pick(rng, ("#a09a8e", "#8f9298", "#b0a488"))).varied(rng, 0.05)
    bars = s.pick(rng, (m.IRON.coloured("#3c3e42", "iron"), m.IRON.coloured("#3c3e42", "iron"), m.OAK.shaded(0.7)))
    w, high, d = rng.uniform(2.5, 2.9), rng.uniform(3.1, 3.5), 0.7
    pier = w * 0.26
    gate = s.extrude(s.arch_outline(w, high, s.pick(rng, (0.0, 0.4))), d * 4)
    body = s.box(w + 2 * pier, high + 0.6, d) - gate.translate((0, -0.01, 0))
    a.add("gateway", stone, body)
    for z in (-1, 1):
        rough = masonry.wall_stones(rng, w + 2 * pier, high + 0.5, 0.5, 46, 0.05) - gate.scale(
            (1.1, 1.03, 1)
        ).translate((0, -0.1, 0))
        a.add(
            "stones",
            stone.shaded(0.84),
            rough.translate((0, 0, d / 2)) if z > 0 else rough.rotate((0, 180, 0)).translate((0, 0, -d / 2)),
        )
    a.add(
        "battlements",
        stone.shaded(1.05),
        masonry.battlement_row(w + 2 * pier + 0.2, d + 0.16, 0.7, 0.42).translate((0, high + 0.59, 0)),
    )
    t, lift = 0.13, high * rng.uniform(0.12, 0.2)
    opening = gate.scale((1.02, 1.02, 1))
    count = 6
    step = w / count
    uprights = s.row(s.box(t, high, t), count, (step, 0, 0)).translate((0, lift + 0.25, 0))
    rails = s.row(s.box(w + 0.1, t, t * 0.9), 5, (0, high / 5.4, 0)).translate((0, lift + 0.3 + high * 0.42, 0))
    a.add("grating", bars, (uprights + rails) ^ opening)
    spike = s.cone(0.3, t * 0.75, 4).rotate((0, 45, 0)).rotate((180, 0, 0))
    a.add("spikes", m.IRON.shaded(0.8), s.row(spike, count, (step, 0, 0)).translate((0, lift + 0.3, 0)))
    studs = [
        s.sphere(t * 0.7, 10).translate(
            ((q - (count - 1) / 2) * step, lift + 0.3 + high * 0.42 + (j - 2) * high / 5.4 + t / 2, 0)
        )
        for q in range(count)
        for j in range(4)
    ]
    a.add("studs", m.DARK_STEEL, s.group(studs) ^ opening)
    return a.build({"top": (0, high + 1.3, 0), "door": (0, 0, 0)})
