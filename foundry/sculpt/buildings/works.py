"""Works of farms, industry and power, and public buildings: greenhouses, silos, turbines, rigs, pylons, schools."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.solids import Solid

QUARTERS = (0.0, 90.0, 180.0, 270.0)
CORNERS = ((-1, -1), (-1, 1), (1, 1), (1, -1))


def trestle(low: float, top: float, height: float, bays: int, thick: float) -> tuple[Solid, Solid]:
    """Four leaning legs from half side `low` to `top`, and the bracing of their sides."""
    legs = [s.rod((x * low, 0, z * low), (x * top, height, z * top), thick, segments=8) for x, z in CORNERS]
    braces = []
    for k in range(bays):
        y0, y1 = height * k / bays, height * (k + 1) / bays
        r0, r1 = low + (top - low) * k / bays, low + (top - low) * (k + 1) / bays
        for q in range(4):
            (x0, z0), (x1, z1) = CORNERS[q], CORNERS[(q + 1) % 4]
            ends = ((r0 * x0, y0, r0 * z0), (r1 * x1, y1, r1 * z1)), ((r0 * x1, y0, r0 * z1), (r1 * x0, y1, r1 * z0))
            braces += [s.rod(a, b, thick * 0.6, segments=6) for a, b in ends]
            braces.append(s.rod((r1 * x0, y1, r1 * z0), (r1 * x1, y1, r1 * z1), thick * 0.7, segments=6))
    return s.union(legs), s.union(braces)


@sculpture(
    "greenhouse", synonyms=("glasshouse", "hothouse"), kinds=("orangery", "conservatory"), size=(5, 12), tint=False
)
def greenhouse(rng: np.random.Generator) -> Sculpture:
    """A glass house with a white or green frame on a low wall, ridge vents, a door, and plants by its sides."""
    a = Assembly()
    frame = m.PAINT.coloured(s.pick(rng, ("#f4f4ee", "#f4f4ee", "#2f5f46")), "frame")
    glass = m.GLASS.coloured("#a5d2cf", "glass")
    w, d, high = rng.uniform(3.0, 3.6), rng.uniform(4.6, 6.0), rng.uniform(1.9, 2.2)
    rise, low, t = w * rng.uniform(0.36, 0.44), 0.5, 0.13
    base = s.pick(rng, (m.BRICK, m.STONE))
    a.add("base", base, s.box(w + 0.16, low, d + 0.16))
    a.add(
        "glass",
        glass,
        s.box(w, high - low, d).translate((0, low, 0)),
        masonry.gable(w, rise, d).translate((0, high - 0.01, 0)),
    )
    bays = int(round(d / 0.95))
    slope = float(np.degrees(np.arctan2(rise, w / 2)))
    length = float(np.hypot(rise, w / 2))
    rafter = (
        s.box(length, t * 0.7, t)
        .translate((length / 2, -t * 0.2, 0))
        .rotate((0, 0, -slope))
        .translate((0, high + rise, 0))
    )
    for k in range(bays + 1):
        z = d * (k / bays - 0.5)
        a.add("frame", frame, *[s.box(t * 0.9, high - low, t).translate((x * w / 2, low, z)) for x in (-1, 1)])
        a.add("frame", frame, rafter.translate((0, 0, z)), rafter.mirror((1, 0, 0)).translate((0, 0, z)))
    for y in (low, (low + high) / 2, high - t):
        a.add(
            "frame",
            frame,
            s.box(w + t, t, d + t).translate((0, y, 0)) - s.box(w - 0.1, 1, d - 0.1).translate((0, y - 0.3, 0)),
        )
    a.add("frame", frame, s.box(t * 1.4, t * 1.6, d + t * 1.2).translate((0, high + rise - t * 0.6, 0)))
    for z in (-1, 1):
        for x in (-0.25, 0.25):
            a.add("frame", frame, s.box(t * 0.8, high - low + rise * 0.5, t).translate((x * w, low, z * d / 2)))
        a.add("frame", frame, s.box(t * 0.8, rise, t).translate((0, high, z * d / 2)))
    door = s.extrude(
        s.rectangle(0.95, high * 0.95, (0, high * 0.475)), 0.16, holes=[s.rectangle(0.7, high * 0.5, (0, high * 0.62))]
    )
    a.add("door", frame.shaded(0.92), door.translate((0, 0.02, d / 2 + 0.1)))
    a.add("door glass", glass.shaded(0.8), s.box(0.75, high * 0.55, 0.08).translate((0, high * 0.36, d / 2 + 0.1)))
    vent = s.box(0.9, 0.07, 0.9).rotate((0, 0, -slope + 24)).translate((w * 0.2, high + rise * 0.82, 0))
    a.add("vents", frame, vent.translate((0, 0, d * 0.22)), vent.translate((0, 0, -d * 0.22)))
    for x in (-1, 1):
        for k in range(bays):
            ball = s.sphere(float(rng.uniform(0.2, 0.3)), 12).scale((0.8, 1.2, 1))
            a.add("plants", m.LEAF, ball.translate((x * (w / 2 + 0.22), 0.2, d * ((k + 0.5) / bays - 0.5))))
    return a.build({"top": (0, high + rise, 0), "door": (0, 0, d / 2)}).grounded()


@sculpture("water tower", kinds=("water tank", "elevated tank"), size=(14, 40))
def water_tower(rng: np.random.Generator) -> Sculpture:
    """A tank on four braced legs under a conical roof, of steel or planks, or a ball on a stem."""
    a = Assembly()
    style = s.pick(rng, ("steel", "steel", "wood", "ball"))
    if style == "ball":
        paint = m.PAINT.coloured(s.pick(rng, ("#e9eef0", "#bcd6e2", "#dfe6d8")), "paint").varied(rng, 0.04)
        high, r = rng.uniform(15, 18), rng.uniform(4.8, 5.6)
        stem = s.revolve(
            [
                (0, 0),
                *s.profile([(3.2, 0), (1.7, high * 0.16), (1.3, high * 0.5), (1.6, high * 0.84), (3.4, high)], 28),
                (0, high),
            ],
            32,
        )
        a.add("stem", paint.shaded(0.92), stem)
        a.add("tank", paint, s.ellipsoid(r, r * 0.84, r, 44).translate((0, high + r * 0.55, 0)), smooth=60)
        a.add(
            "band",
            m.PAINT.coloured("#2f6fae", "blue"),
            s.cylinder(1.0, r * 1.015, segments=44).translate((0, high + r * 0.5, 0)),
        )
        top = high + r * 1.39
        a.add("hatch", m.STEEL, s.cylinder(0.6, 0.8, segments=16).translate((0, top - 0.2, 0)))
        return a.build({"top": (0, top, 0)})
    wood = style == "wood"
    tank = (
        m.OAK.shaded(0.85)
        if wood
        else m.PAINT.coloured(s.pick(rng, ("#c9d3d6", "#a8c4cc", "#b5553e", "#d8d2c0")), "paint")
    )
    tank = tank.varied(rng, 0.05)
    metal = m.DARK_STEEL if wood else tank.shaded(0.66)
    high, r, tall = rng.uniform(9, 12), rng.uniform(3.4, 4.0), rng.uniform(4.6, 5.6)
    legs, braces = trestle(r * 1.12, r * 0.74, high, 2, 0.34)
    a.add("legs", metal, legs, braces)
    a.add("feet", m.CONCRETE, *[s.box(1.3, 0.5, 1.3).translate((x * r * 1.12, 0, z * r * 1.12)) for x, z in CORNERS])
    a.add("deck", metal, s.cylinder(0.5, r * 1.14, segments=32).translate((0, high, 0)))
    if not wood:
        a.add("tank", tank.shaded(0.9), s.dome(r, r * 0.5, 32).rotate((180, 0, 0)).translate((0, high + 0.2, 0)))
    a.add("tank", tank, s.cylinder(tall, r, r * (0.96 if wood else 1), 40).translate((0, high + 0.48, 0)))
    rings = 5 if wood else 3
    for k in range(rings):
        hoop = s.cylinder(0.22, r * 1.03, segments=40).translate((0, high + 0.6 + (tall - 0.5) * k / (rings - 1), 0))
        a.add("hoops", m.IRON if wood else tank.shaded(0.8), hoop)
    rail = s.torus(r * 1.12, 0.11, 32, 6).translate((0, high + 1.4, 0))
    posts = s.around(s.rod((0, high, r * 1.12), (0, high + 1.4, r * 1.12), 0.1, segments=6), 12)
    a.add("railing", metal, rail, posts)
    y = high + 0.46 + tall
    rise = r * 0.62
    a.add(
        "roof",
        m.SLATE if wood else tank.shaded(0.74),
        s.cone(rise, r * 1.1, 36).translate((0, y, 0)),
        s.sphere(0.35, 14).translate((0, y + rise, 0)),
    )
    a.add("pipe", metal, s.cylinder(high + 0.3, 0.45, segments=12))
    ladder = s.union(
        [s.rod((x, 0, 0), (x, y, 0), 0.1, segments=6) for x in (-0.4, 0.4)]
        + [s.rod((-0.4, k, 0), (0.4, k, 0), 0.08, segments=6) for k in np.arange(0.6, y, 1.1)]
    )
    a.add("ladder", metal, ladder.translate((0, 0, r * 1.22)))
    return a.build({"top": (0, y + rise, 0)})


@sculpture("silo", synonyms=("grain silo",), kinds=("grain bin", "farm silo"), size=(10, 30))
def silo(rng: np.random.Generator) -> Sculpture:
    """A tall round store of ribbed metal or concrete staves with a dome or a cone, a ladder and a filling pipe."""
    a = Assembly()
    style = s.pick(rng, ("dome", "cone", "dome"))
    body = (
        m.STEEL.coloured("#c3c9cc", "galvanised steel")
        if style == "cone"
        else s.pick(rng, (m.CONCRETE.shaded(1.12), m.PAINT.coloured("#b4473a", "red"), m.PLASTER))
    )
    body = body.varied(rng, 0.05)
    r = rng.uniform(2.5, 3.1) if style == "dome" else rng.uniform(3.2, 4.0)
    high = r * (rng.uniform(4.2, 5.0) if style == "dome" else rng.uniform(1.9, 2.4))
    a.add("base", m.CONCRETE.shaded(0.85), s.cylinder(0.6, r * 1.1, segments=40))
    a.add("body", body, s.cylinder(high, r, segments=48).translate((0, 0.5, 0)))
    for k in range(12):
        a.add(
            "hoops",
            body.shaded(0.82),
            s.cylinder(high * 0.022, r * 1.025, segments=48).translate((0, 0.5 + high * (k + 0.5) / 12, 0)),
        )
    y = 0.5 + high
    if style == "dome":
        cap = s.pick(rng, (m.STEEL.shaded(1.05), m.PAINT.coloured("#3f6f9a", "blue")))
        a.add("roof", cap, s.dome(r * 1.04, r * 0.95, 40).translate((0, y - 0.05, 0)), smooth=50)
        a.add("hoops", body.shaded(0.7), s.cylinder(0.4, r * 1.07, segments=48).translate((0, y - 0.3, 0)))
        rise = r * 0.95
        a.add("finial", m.DARK_STEEL, s.cylinder(0.8, 0.4, 0.3, 12).translate((0, y + rise - 0.2, 0)))
    else:
        rise = r * 0.62
        a.add("roof", body.shaded(0.88), s.cylinder(rise, r * 1.06, 0.5, 40).translate((0, y - 0.05, 0)))
        rib = s.rod((0, y, r * 1.04), (0, y + rise, 0.5), 0.12, segments=6)
        a.add("hoops", body.shaded(0.75), s.around(rib, 16))
        a.add("finial", m.DARK_STEEL, s.cylinder(0.7, 0.7, segments=16).translate((0, y + rise - 0.1, 0)))
    rungs = [s.box(1.0, 0.18, 0.2).translate((0, v, 0)) for v in np.arange(1.2, y, 0.8)]
    rails = [s.box(0.2, y - 0.8, 0.24).translate((x * 0.5, 0.8, 0)) for x in (-1, 1)]
    a.add("ladder", m.DARK_STEEL, s.union(rungs + rails).translate((0, 0, r + 0.2)))
    a.add("door", m.DARK_STEEL.shaded(0.8), s.box(1.3, 2.2, 0.4).translate((0, 0.6, r)).rotate((0, 45, 0)))
    pipe = s.tube(
        s.curve([(r + 0.5, 0.4, 0), (r + 0.5, y * 0.5, 0), (r + 0.5, y, 0), (r * 0.5, y + rise * 0.9, 0)], 24), 0.3, 12
    )
    a.add("pipe", m.STEEL.shaded(0.8), pipe)
    return a.build({"top": (0, y + rise, 0)})


@sculpture("watchtower", synonyms=("lookout tower",), kinds=("fire lookout", "observation tower"), size=(9, 20))
def watchtower(rng: np.random.Generator) -> Sculpture:
    """A roofed wooden platform with a parapet on four tall braced legs, with a ladder."""
    a = Assembly()
    wood = s.pick(rng, (m.OAK, m.OLD_WOOD, m.PINE.shaded(0.9))).varied(rng, 0.06)
    roof = s.pick(rng, (m.THATCH, m.OAK.shaded(0.6), m.SLATE, m.ROOF_TILE)).varied(rng, 0.06)
    high, half = rng.uniform(6.5, 8.0), rng.uniform(1.5, 1.8)
    legs, braces = trestle(half * 1.3, half * 0.85, high, 2, 0.19)
    a.add("legs", wood, legs)
    a.add("braces", wood.shaded(0.82), braces)
    a.add("platform", wood.shaded(0.9), s.box(half * 2.4, 0.3, half * 2.4).translate((0, high, 0)))
    rail = 1.1
    for yaw in QUARTERS:
        planks = s.row(s.box(half * 0.34, rail, 0.14), 6, (half * 0.385, 0, 0))
        a.add("parapet", wood, masonry.set_in(planks, half * 1.12, high + 0.25, yaw))
        a.add(
            "parapet",
            wood.shaded(0.75),
            masonry.set_in(s.box(half * 2.36, 0.2, 0.26), half * 1.12, high + rail + 0.15, yaw),
        )
    tall = 2.6
    a.add(
        "posts",
        wood.shaded(0.8),
        *[s.box(0.26, tall, 0.26).translate((x * half * 1.08, high + 0.2, z * half * 1.08)) for x, z in CORNERS],
    )
    y = high + tall + 0.1
    a.add(
        "beams",
        wood.shaded(0.8),
        s.box(half * 2.4, 0.22, half * 2.4).translate((0, y - 0.1, 0))
        - s.box(half * 1.9, 2, half * 1.9).translate((0, y - 1, 0)),
    )
    rise = half * rng.uniform(0.85, 1.1)
    a.add("roof", roof, masonry.hip_roof(half * 3.2, rise, half * 3.2).translate((0, y, 0)))
    for k in range(1, 4):
        ring = half * 3.24 * (1 - k / 4)
        a.add(
            "roof courses",
            roof.shaded(0.84),
            masonry.hip_roof(ring + 0.16, rise * (1 - k / 4), ring + 0.16)
            .translate((0, y + 0.04 + rise * k / 4, 0))
            .trim_by_plane((0, -1, 0), -(y + rise * k / 4 + 0.2)),
        )
    tip = high * 1.0
    foot, head = (0, 0.0, half * 2.0), (0, tip, half * 1.24)
    for x in (-0.4, 0.4):
        a.add("ladder", wood.shaded(0.7), s.rod((x, *foot[1:]), (x, *head[1:]), 0.12, segments=8))
    for u in np.arange(0.06, 0.98, 0.075):
        at = np.array(foot) + (np.array(head) - foot) * u
        a.add("ladder", wood.shaded(0.7), s.rod(at - (0.4, 0, 0), at + (0.4, 0, 0), 0.1, segments=8))
    top = y + rise
    if s.chance(rng, 0.5):
        mast, cloth = masonry.flag(rng, 2.0, 1.5)
        a.add("flagpole", wood, mast.translate((0, top - 0.2, 0)))
        a.add("flag", m.CLOTH.coloured(m.HUES["red"], "flag"), cloth.translate((0, top - 0.2, 0)))
        top += 1.8
    return a.build({"top": (0, top, 0), "inside": (0, high + 0.3, 0)}).grounded()


@sculpture("wind turbine", synonyms=("wind generator",), kinds=("wind power plant",), size=(60, 160), tint=False)
def wind_turbine(rng: np.random.Generator) -> Sculpture:
    """A tapering white mast with a nacelle and three long blades."""
    a = Assembly()
    white = m.WHITE.coloured("#f0f2f2", "white paint").varied(rng, 0.02)
    high, length = rng.uniform(60, 72), rng.uniform(34, 40)
    a.add("base", m.CONCRETE, s.cylinder(1.6, 5.5, 4.6, 32))
    a.add("mast", white, s.cylinder(high, 3.2, 1.9, 32).translate((0, 1.2, 0)))
    y = high + 2.2
    nacelle = s.rounded_box(4.8, 4.8, 13, 1.6).translate((0, y - 1.6, -2.6))
    a.add("nacelle", white.shaded(0.93), nacelle, smooth=50)
    hub_z = 4.6
    a.add("hub", white.shaded(0.9), s.ellipsoid(2.7, 2.7, 3.3, 28).translate((0, y + 0.4, hub_z)), smooth=50)
    u = np.linspace(0, 1, 16)
    chord = np.interp(u, (0, 0.06, 0.22, 0.7, 1), (1.2, 1.5, 3.1, 2.0, 1.1))
    thick = np.interp(u, (0, 0.06, 0.22, 0.7, 1), (1.2, 1.2, 1.1, 0.85, 0.6))
    angle = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    rings = np.stack(
        [
            np.stack([c * 0.35 + c * np.cos(angle), np.full(20, t * length), d * np.sin(angle)], 1)
            for t, c, d in zip(u, chord, thick, strict=True)
        ]
    )
    blade = s.loft(rings)
    turn = rng.uniform(0, 25)
    red = s.chance(rng, 0.4)
    for k in range(3):
        solid = blade.rotate((0, 0, turn + 120 * k)).translate((0, y + 0.4, hub_z))
        a.add("blades", white, solid, smooth=60)
        if red:
            band = blade ^ s.box(20, length * 0.1, 20).translate((0, length * 0.8, 0))
            a.add(
                "bands", m.RED, band.scale((1.06, 1, 1.1)).rotate((0, 0, turn + 120 * k)).translate((0, y + 0.4, hub_z))
            )
    a.add("door", m.DARK_STEEL, s.box(1.6, 3, 0.6).translate((0, 1.6, 2.4)))
    reach = y + 0.4 + length * float(max(np.cos(np.radians(turn + 120 * k)) for k in range(3)))
    return a.build({"top": (0, reach, hub_z), "hub": (0, y + 0.4, hub_z)})


@sculpture("cooling tower", kinds=("nuclear power plant", "power station"), size=(100, 220), tint=False)
def cooling_tower(rng: np.random.Generator) -> Sculpture:
    """A waisted concrete shell on slanting struts, open at the top, mostly with steam."""
    a = Assembly()
    concrete = m.CONCRETE.coloured(s.pick(rng, ("#c9c6be", "#bdbab2", "#d2cfc8"))).varied(rng, 0.04)
    high, r = rng.uniform(92, 106), rng.uniform(38, 42)
    waist = r * rng.uniform(0.56, 0.62)
    line = s.profile(
        [(r, 8), (r * 0.86, high * 0.25), (waist * 1.12, high * 0.5), (waist, high * 0.72), (waist * 1.1, high)], 30
    )
    inner = [(x - 2.2, y) for x, y in line[::-1]]
    inner[0] = (inner[0][0], high + 0.001)
    a.add("shell", concrete, s.revolve(np.concatenate([line, inner]), 64), smooth=50)
    for share in (0.985, 0.06):
        y = 8 + (high - 8) * share
        x = float(np.interp(y, line[:, 1], line[:, 0]))
        a.add("rims", concrete.shaded(0.84), s.torus(x, 1.5, 64, 8).translate((0, y, 0)))
    for k in range(20):
        for lean in (-6, 6):
            foot, head = np.radians(18 * k), np.radians(18 * k + 9 + lean)
            strut = s.rod(
                (r * 1.05 * np.sin(foot), 0, r * 1.05 * np.cos(foot)),
                (r * 0.985 * np.sin(head), 10, r * 0.985 * np.cos(head)),
                1.2,
                segments=6,
            )
            a.add("struts", concrete.shaded(0.8), strut)
    a.add("basin", concrete.shaded(0.66), s.cylinder(2.4, r * 1.12, segments=64), s.cylinder(9, r * 0.84, segments=48))
    a.add(
        "dark",
        m.BLACK.coloured("#4a4a4c", "dark"),
        s.cylinder(1, waist * 0.98, segments=48).translate((0, high * 0.78, 0)),
    )
    if s.chance(rng, 0.4):
        for k in range(2):
            y = high * (0.84 + 0.09 * k)
            x = float(np.interp(y, line[:, 1], line[:, 0]))
            a.add("bands", m.RED, s.torus(x, 1.3, 64, 4).scale((1, 2.4, 1)).translate((0, y, 0)))
    top = high
    if s.chance(rng, 0.75):
        steam = []
        for k in range(9):
            size = waist * rng.uniform(0.4, 0.62)
            ang = rng.uniform(0, 6.28)
            off = waist * 0.35 * rng.uniform(0.2, 1.0)
            steam.append(
                s.sphere(size, 20).translate(
                    (off * np.cos(ang) + 3.0 * k, high + size * 0.1 + 4.2 * k, off * np.sin(ang))
                )
            )
        cloud = s.union(steam)
        a.add("steam", m.WHITE.coloured("#f4f6f8", "steam"), cloud, smooth=60)
        top = float(s.bounds(cloud)[1][1])
    return a.build({"top": (0, top, 0)})


@sculpture(
    "oil rig",
    synonyms=("oil platform", "drilling rig"),
    kinds=("offshore platform", "drilling platform"),
    size=(80, 170),
    tint=False,
)
def oil_rig(rng: np.random.Generator) -> Sculpture:
    """Decks on four braced legs with a derrick, a crane, cabins, a round helipad and a flare boom."""
    a = Assembly()
    yellow = m.PAINT.coloured(s.pick(rng, ("#e8b52c", "#d9622b", "#e8b52c")), "paint").varied(rng, 0.05)
    grey = m.DARK_STEEL.coloured("#6a737b", "steel")
    half, high = rng.uniform(17, 20), rng.uniform(26, 31)
    legs = [s.cylinder(high, 2.6, segments=16).translate((x * half * 0.86, 0, z * half * 0.86)) for x, z in CORNERS]
    _, braces = trestle(half * 0.86, half * 0.86, high * 0.84, 1, 1.7)
    a.add("legs", yellow, *legs)
    a.add("braces", yellow.shaded(0.86), braces)
    a.add("sea", m.WATER.coloured("#2f6f9a", "sea"), s.cylinder(2.4, half * 2.0, half * 1.9, 48))
    a.add(
        "decks",
        grey,
        s.box(half * 2.2, 2.4, half * 2.2).translate((0, high - 1, 0)),
        s.box(half * 2.2, 1.8, half * 2.2).translate((0, high + 6.5, 0)),
    )
    a.add(
        "modules",
        m.PAINT.coloured("#c9ccc8", "cladding"),
        s.box(half * 1.9, 6.2, half * 1.9).translate((0, high + 1, 0)),
    )
    y = high + 8.2
    a.add("cabins", m.WHITE, s.box(half * 0.9, 9, half * 0.7).translate((-half * 0.6, y, half * 0.62)))
    for k in range(3):
        a.add(
            "windows",
            m.WINDOW,
            s.box(half * 0.8, 1.3, half * 0.73).translate((-half * 0.6, y + 1.4 + 2.8 * k, half * 0.62)),
        )
    pad = s.cylinder(1.4, half * 0.55, segments=32).translate((-half * 0.75, y + 9.4, half * 0.8))
    a.add("helipad", m.GREEN.coloured("#3f6f52", "helipad"), pad)
    a.add(
        "helipad marks",
        m.WHITE,
        (
            s.torus(half * 0.42, 0.7, 32, 6)
            + s.box(1.4, 0.7, 7).translate((-2, -0.2, 0))
            + s.box(1.4, 0.7, 7).translate((2, -0.2, 0))
            + s.box(4, 0.7, 1.4).translate((0, -0.2, 0))
        ).translate((-half * 0.75, y + 10.8, half * 0.8)),
    )
    tall = rng.uniform(38, 44)
    d_legs, d_braces = trestle(7, 1.8, tall, 4, 0.85)
    at = (half * 0.2, y, -half * 0.35)
    a.add("derrick", m.PAINT.coloured("#b8382e", "red"), d_legs.translate(at))
    a.add("derrick braces", m.WHITE, d_braces.translate(at))
    a.add(
        "derrick",
        m.PAINT.coloured("#b8382e", "red"),
        s.box(5, 3, 5).translate((at[0], y + tall, at[2])),
        s.box(16, 4, 16).translate((at[0], y - 0.2, at[2])),
    )
    cx, cz = half * 0.85, half * 0.8
    a.add(
        "crane",
        yellow,
        s.cylinder(9, 1.7, segments=16).translate((cx, y - 0.2, cz)),
        s.box(5, 4, 5).translate((cx, y + 8.6, cz)),
        s.beam((cx, y + 10.5, cz), (cx + 13, y + 27, cz + 8), 1.8, 1.8),
    )
    a.add("flare", grey, s.beam((half, y, -half), (half * 1.8, y + 14, -half * 1.6), 1.8, 1.8))
    a.add("flame", m.FLAME, s.ellipsoid(1.9, 3.6, 1.9, 16).translate((half * 1.84, y + 17, -half * 1.62)))
    for k in range(3):
        tank = s.cylinder(5, 2.2, segments=20).translate((-half * 0.75, y - 0.1, -half * 0.75 + 5.4 * k))
        a.add("tanks", m.STEEL, tank)
    a.add("containers", m.BLUE, s.box(9, 3.4, 3.6).translate((half * 0.1, y - 0.1, half * 0.8)))
    a.add("containers", m.RED, s.box(9, 3.4, 3.6).translate((half * 0.1, y - 0.1, half * 0.5)))
    return a.build({"top": (at[0], y + tall + 3, at[2])})


@sculpture(
    "electricity pylon",
    synonyms=("transmission tower", "power pylon"),
    kinds=("pylon", "power line tower"),
    size=(30, 60),
    tint=False,
)
def electricity_pylon(rng: np.random.Generator) -> Sculpture:
    """A tapering lattice mast with three pairs of pointed arms and hanging insulators."""
    a = Assembly()
    steel = m.DARK_STEEL.coloured(s.pick(rng, ("#7d858a", "#6f777c", "#8a9296")), "galvanised steel").varied(rng, 0.04)
    high, low = rng.uniform(32, 38), rng.uniform(4.0, 4.8)
    waist, t = high * 0.56, 0.5
    legs, braces = trestle(low, low * 0.34, waist, 3, t)
    upper, cross = trestle(low * 0.34, low * 0.16, high - waist, 3, t * 0.9)
    a.add("lattice", steel, legs, braces, upper.translate((0, waist, 0)), cross.translate((0, waist, 0)))
    a.add("lattice", steel, s.cone(3.2, low * 0.26, 4).translate((0, high - 0.2, 0)))
    reach = rng.uniform(6.4, 7.4)
    for level, share in ((0.6, 0.9), (0.75, 1.15), (0.89, 0.85)):
        y, long = high * level, reach * share
        r = low * (0.34 - 0.18 * (level - 0.56) / 0.44)
        for x in (-1, 1):
            tip = (x * long, y + 0.2, 0)
            arm = [s.rod((x * r * 0.8, y, z * r), tip, t * 0.75, segments=6) for z in (-1, 1)]
            arm += [s.rod((x * r * 0.8, y + 1.9, z * r), tip, t * 0.75, segments=6) for z in (-1, 1)]
            arm.append(s.rod((x * long * 0.5, y + 0.1, 0), (x * long * 0.5, y + 1.2, 0), t * 0.6, segments=6))
            a.add("arms", steel, *arm)
            a.add(
                "insulators",
                m.PORCELAIN.coloured("#7a4a38", "insulator"),
                s.cylinder(1.9, 0.4, segments=10).translate((x * long * 0.97, y - 1.7, 0)),
            )
    a.add("feet", m.CONCRETE, *[s.box(1.5, 0.5, 1.5).translate((x * low, 0, z * low)) for x, z in CORNERS])
    return a.build({"top": (0, high + 3, 0)}).grounded()


def _front(a: Assembly, wall: m.Material, trim: m.Material, w: float, d: float, floors: int, high: float) -> None:
    """A block of floors with windows all round."""
    a.add("walls", wall, s.box(w, floors * high, d))
    frame, pane = masonry.square_window(1.7, high * 0.48, 0.2, (1, 0))
    for yaw, length, out in ((0.0, w, d), (90.0, d, w), (180.0, w, d), (270.0, d, w)):
        count = max(2, int(length / 3.4))
        for k in range(count):
            along = length * ((k + 0.5) / count - 0.5)
            for floor in range(floors):
                if floor == 0 and yaw == 0 and abs(along) < 3.4:
                    continue
                y = high * (floor + 0.55)
                a.add("window frames", trim, masonry.set_in(frame, out / 2, y, yaw, along))
                a.add("windows", m.WINDOW, masonry.set_in(pane, out / 2 + 0.08, y, yaw, along))


@sculpture(
    "school", synonyms=("schoolhouse", "school building"), kinds=("primary school", "high school"), size=(20, 50)
)
def school(rng: np.random.Generator) -> Sculpture:
    """A long brick house with a gabled middle, a clock, a bell turret, double doors, steps and a flag."""
    a = Assembly()
    wall = s.pick(rng, (m.BRICK, m.BRICK, m.PLASTER.coloured("#e6c98a", "plaster"))).varied(rng, 0.06)
    trim = m.WHITE
    roof = s.pick(rng, (m.SLATE, m.SLATE.shaded(0.8))).varied(rng, 0.05)
    w, d, high = rng.uniform(24, 29), rng.uniform(10, 12), 3.8
    _front(a, wall, trim, w, d, 2, high)
    y = high * 2
    a.add(
        "cornice",
        trim,
        s.box(w + 0.6, 0.5, d + 0.6).translate((0, y - 0.1, 0)),
        s.box(w + 0.2, 0.35, d + 0.2).translate((0, high, 0)),
    )
    a.add("roof", roof, masonry.hip_roof(w + 1, d * 0.36, d + 1, w - d).translate((0, y + 0.35, 0)))
    mid, deep = w * 0.3, d + 3.0
    a.add("walls", wall, s.box(mid, y + 1.4, deep).translate((0, 0, 0.2)))
    a.add(
        "gable", trim.shaded(0.95), masonry.gable(mid + 0.4, mid * 0.34, 0.5).translate((0, y + 1.5, deep / 2 + 0.15))
    )
    a.add("roof", roof, masonry.shingled_roof(mid, mid * 0.34, deep - 0.6, 0.5, 0.3, 5).translate((0, y + 1.4, 0)))
    front = deep / 2 + 0.2
    face = s.cylinder(0.4, 1.35, segments=32).rotate((90, 0, 0))
    a.add(
        "clock frame",
        m.BLACK,
        s.cylinder(0.3, 1.6, segments=32).rotate((90, 0, 0)).translate((0, y - 0.4, front + 0.25)),
    )
    a.add("clock", m.WHITE, face.translate((0, y - 0.4, front + 0.4)))
    hands = s.box(0.2, 1.0, 0.3).rotate((0, 0, -40)) + s.box(0.22, 0.75, 0.3).rotate((0, 0, 70))
    a.add("hands", m.BLACK, hands.translate((0, y - 0.4, front + 0.4)))
    frame, pane = masonry.square_window(1.6, high * 0.5, 0.2, (1, 1))
    for x in (-1, 1):
        for up in (0.5, 1.42):
            for yaw, out in ((0.0, front), (180.0, deep / 2 - 0.2)):
                a.add("window frames", trim, masonry.set_in(frame, out, high * up, yaw, x * mid * 0.34))
                a.add("windows", m.WINDOW, masonry.set_in(pane, out + 0.08, high * up, yaw, x * mid * 0.34))
    a.add("door frame", trim, s.box(3.2, 3.2, 0.4).translate((0, 0.7, front)))
    a.add(
        "door",
        m.PAINT.coloured("#2f5f8a", "door"),
        *[s.box(1.2, 2.6, 0.5).translate((x * 0.65, 0.7, front + 0.05)) for x in (-1, 1)],
    )
    sign = s.box(mid * 0.8, 0.9, 0.3).translate((0, high + 0.3, front + 0.05))
    a.add("sign", m.PAINT.coloured("#e8c24a", "sign"), sign)
    a.add(
        "steps",
        m.CONCRETE,
        *[s.box(5 + 0.9 * k, 0.7 - 0.22 * k, 1.2 + 0.7 * k).translate((0, 0, front + 0.5)) for k in range(3)],
    )
    top = y + 1.4 + mid * 0.34
    a.add(
        "turret",
        trim,
        s.box(2.2, 2.0, 2.2).translate((0, top - 0.7, 0)),
        *[s.box(0.4, 2.0, 0.4).translate((x * 0.85, top + 1.2, z * 0.85)) for x, z in CORNERS],
    )
    a.add("bell", m.GOLD, s.cylinder(1.0, 0.62, 0.3, 20).translate((0, top + 1.6, 0)))
    a.add("roof", roof, masonry.hip_roof(2.9, 2.0, 2.9).translate((0, top + 3.1, 0)))
    mast, cloth = masonry.flag(rng, 9.5, 3.2)
    a.add("flagpole", m.STEEL, (mast + s.cylinder(9.4, 0.17, segments=10)).translate((w * 0.36, 0, d / 2 + 3.5)))
    a.add("flag", m.CLOTH.coloured(m.HUES["red"], "flag"), cloth.scale((1, 1, 2)).translate((w * 0.36, 0, d / 2 + 3.5)))
    return a.build({"top": (0, top + 5, 0), "door": (0, 0.7, front + 0.4)}).grounded()


@sculpture(
    "hospital",
    synonyms=("hospital building",),
    kinds=("clinic", "infirmary", "medical center"),
    size=(25, 60),
    tint=False,
)
def hospital(rng: np.random.Generator) -> Sculpture:
    """White blocks of floors with bands of windows, red crosses, an entrance canopy and a helipad on the roof."""
    a = Assembly()
    wall, trim = m.WHITE.coloured("#eef1f2", "white wall").varied(rng, 0.02), m.CONCRETE.shaded(1.1)
    w, d, high = rng.uniform(13, 15), rng.uniform(12, 14), 3.5
    floors = int(s.pick(rng, (5, 6)))
    a.add("ground", m.CONCRETE, s.box(w * 2.5, 0.4, d * 1.6).translate((0, 0, d * 0.12)))
    blocks = [
        (0.0, w, floors, d),
        (-w * 0.85, w * 0.75, floors - 2, d * 0.86),
        (w * 0.85, w * 0.75, floors - 2, d * 0.86),
    ]
    for x, wide, count, deep in blocks:
        tall = count * high
        a.add("walls", wall, s.box(wide, tall, deep).translate((x, 0.3, 0)))
        a.add("parapet", trim.shaded(0.85), s.box(wide + 0.5, 0.8, deep + 0.5).translate((x, tall + 0.1, 0)))
        for k in range(count):
            band = s.box(wide * 0.84, high * 0.4, deep + 0.24) + s.box(wide + 0.24, high * 0.4, deep * 0.84)
            a.add("windows", m.WINDOW.coloured("#4f86a8", "window"), band.translate((x, 0.3 + high * (k + 0.4), 0)))
            for q in range(5):
                a.add(
                    "mullions",
                    wall,
                    s.box(0.34, high * 0.42, deep + 0.5).translate(
                        (x + wide * 0.84 * ((q + 0.5) / 5 - 0.5), 0.3 + high * (k + 0.39), 0)
                    ),
                )
    top = floors * high + 0.9
    size = 5.2
    cross = s.box(size, size / 3, 0.5).translate((0, -size / 6, 0)) + s.box(size / 3, size, 0.5).translate(
        (0, -size / 2, 0)
    )
    red = m.RED.coloured("#d42a2a", "red cross")
    plate = s.box(size * 1.3, size * 1.3, 0.4).translate((0, -size * 0.65, 0))
    for z, yaw in ((d / 2 + 0.3, 0.0), (-d / 2 - 0.3, 180.0)):
        at = (0, top - size * 0.75, z)
        a.add("sign", m.WHITE, plate.translate(at))
        a.add("cross", red, cross.rotate((0, yaw, 0)).translate((0, at[1], at[2] + (0.2 if z > 0 else -0.2))))
    for x, yaw in ((w * 0.5, 90.0), (-w * 0.5, 270.0)):
        a.add("cross", red, cross.scale((0.7, 0.7, 1)).rotate((0, yaw, 0)).translate((x, top - size * 0.6, 0)))
    z = d / 2
    a.add(
        "entrance", m.WINDOW.coloured("#6fa8c4", "glass"), s.box(w * 0.5, high * 0.9, 2.4).translate((0, 0.35, z + 1))
    )
    a.add("canopy", red, s.box(w * 0.66, 0.8, 4.4).translate((0, high * 0.98, z + 1.8)))
    a.add("posts", trim, *[s.cylinder(high, 0.3, segments=10).translate((x * w * 0.3, 0.2, z + 3.7)) for x in (-1, 1)])
    a.add(
        "helipad",
        m.DARK_STEEL.coloured("#50565c", "asphalt"),
        s.cylinder(0.7, w * 0.4, segments=36).translate((0, top, 0)),
    )
    marks = (
        s.torus(w * 0.33, 0.35, 36, 6).scale((1, 0.8, 1))
        + s.box(0.8, 0.5, 4.4).translate((-1.3, -0.2, 0))
        + s.box(0.8, 0.5, 4.4).translate((1.3, -0.2, 0))
        + s.box(2.6, 0.5, 0.8).translate((0, -0.2, 0))
    )
    a.add("helipad marks", m.WHITE, marks.translate((0, top + 0.7, 0)))
    return a.build({"top": (0, top + 0.7, 0), "door": (0, 0.4, z + 2.2)})


@sculpture("train station", synonyms=("railway station",), kinds=("railroad station", "train depot"), size=(22, 50))
def train_station(rng: np.random.Generator) -> Sculpture:
    """A station house with a gabled middle and a clock, a canopy over the platform, and a track before it."""
    a = Assembly()
    wall = s.pick(rng, (m.BRICK, m.PLASTER.coloured("#e2c890", "plaster"), m.BRICK)).varied(rng, 0.06)
    roof = s.pick(rng, (m.SLATE, m.ROOF_TILE)).varied(rng, 0.06)
    iron = m.PAINT.coloured(s.pick(rng, ("#2f5f46", "#8a2f2a", "#2f4f7a")), "ironwork")
    trim = m.LIMESTONE
    w, d, high = rng.uniform(20, 24), rng.uniform(7, 8), rng.uniform(4.4, 5.0)
    base = 1.1
    platform = 5.0
    z = d / 2
    a.add("ballast", m.STONE.shaded(0.75), s.box(w * 1.3, 0.4, d + platform + 5.6).translate((0, 0, 4.6)))
    a.add("platform", m.CONCRETE, s.box(w * 1.28, base, d + platform).translate((0, 0.05, platform / 2)))
    a.add("platform edge", m.YELLOW, s.box(w * 1.28, 0.12, 0.4).translate((0, base + 0.02, z + platform - 0.6)))
    track = z + platform + 2.3
    ties = s.row(s.box(0.5, 0.26, 3.0), 20, (w * 1.26 / 20, 0, 0)).translate((0, 0.36, track))
    a.add("sleepers", m.OLD_WOOD.shaded(0.7), ties)
    a.add("rails", m.DARK_STEEL, *[s.box(w * 1.3, 0.36, 0.34).translate((0, 0.6, track + x * 0.85)) for x in (-1, 1)])
    a.add("walls", wall, s.box(w, high, d).translate((0, base, 0)))
    a.add("roof", roof, masonry.hip_roof(w + 1.2, d * 0.36, d + 1.2, w - d).translate((0, base + high, 0)))
    a.add("cornice", trim, s.box(w + 0.5, 0.4, d + 0.5).translate((0, base + high - 0.2, 0)))
    mid, tall = w * 0.3, high * 1.45
    a.add("walls", wall, s.box(mid, tall, d + 1.2).translate((0, base, 0)))
    a.add("gables", wall, masonry.gable(mid, mid * 0.4, d + 1.2).translate((0, base + tall - 0.01, 0)))
    top = masonry.shingled_roof(mid, mid * 0.4, d + 1.2, 0.5, 0.3, 5)
    a.add("roof", roof, top.translate((0, base + tall, 0)))
    face = s.cylinder(0.3, 1.15, segments=32).rotate((90, 0, 0))
    hands = s.box(0.18, 0.85, 0.2).rotate((0, 0, -40)) + s.box(0.2, 0.62, 0.2).rotate((0, 0, 65))
    for yaw in (0.0, 180.0):
        out, up = d / 2 + 0.6, base + tall + 0.1
        a.add(
            "clock frame", m.BLACK, masonry.set_in(s.cylinder(0.2, 1.4, segments=32).rotate((90, 0, 0)), out, up, yaw)
        )
        a.add("clock", m.WHITE, masonry.set_in(face, out, up, yaw))
        a.add("hands", m.BLACK, masonry.set_in(hands, out + 0.32, up, yaw))
    frame, pane = masonry.arched(1.2, high * 0.62, 0.22)
    for yaw, out in ((0.0, z), (180.0, z)):
        for x in (-0.43, -0.32, -0.21, 0.21, 0.32, 0.43):
            a.add("window frames", trim, masonry.set_in(frame, out, base + high * 0.18, yaw, x * w))
            a.add("windows", m.WINDOW, masonry.set_in(pane, out + 0.05, base + high * 0.18, yaw, x * w))
        surround, leaf = masonry.arched(2.2, high * 0.72, 0.3)
        a.add("window frames", trim, masonry.set_in(surround, out + 0.6, base, yaw))
        a.add("doors", iron, masonry.set_in(leaf, out + 0.65, base, yaw))
    for yaw in (90.0, 270.0):
        for x in (-0.25, 0.25):
            a.add("window frames", trim, masonry.set_in(frame, w / 2, base + high * 0.18, yaw, x * d))
            a.add("windows", m.WINDOW, masonry.set_in(pane, w / 2 + 0.05, base + high * 0.18, yaw, x * d))
    eaves = base + high * 0.86
    canopy = s.beam((0, eaves + 0.4, z), (0, eaves - 0.3, z + platform - 0.4), w * 1.1, 0.3)
    a.add("canopy", iron.shaded(0.9), canopy)
    tooth = s.extrude([(-0.36, 0), (0.36, 0), (0, -0.6)], 0.2)
    fringe = s.row(tooth, 26, (w * 1.08 / 26, 0, 0)).translate((0, eaves - 0.35, z + platform - 0.4))
    a.add("fringe", m.WHITE, fringe)
    for k in range(6):
        x = w * (0.21 * k - 0.525)
        a.add("posts", iron, s.cylinder(eaves - base, 0.24, segments=12).translate((x, base, z + platform - 1.3)))
        brace = [
            s.rod((x, eaves - 1.4, z + platform - 1.3), (x + q, eaves - 0.2, z + platform - 1.3), 0.14) for q in (-1, 1)
        ]
        a.add("posts", iron, *brace)
    sign = s.box(5.6, 1.1, 0.24).translate((-w * 0.36, eaves + 0.55, z + platform - 0.9))
    a.add("sign", m.BLUE, sign)
    letters = s.row(s.box(0.4, 0.55, 0.34), 7, (0.68, 0, 0)).translate((-w * 0.36, eaves + 0.8, z + platform - 0.9))
    a.add("letters", m.WHITE, letters)
    for x in (-0.32, 0.12, 0.36):
        a.add("benches", m.OAK, s.box(2.4, 0.16, 0.7).translate((x * w, base + 0.55, z + 1.6)))
        a.add(
            "benches",
            m.OAK,
            s.box(2.4, 0.8, 0.16).translate((x * w, base + 0.7, z + 1.3)),
            s.box(2.0, 0.6, 0.4).translate((x * w, base, z + 1.6)),
        )
    masonry.chimney(a, m.BRICK, -w * 0.34, 0, base + high, base + high + d * 0.36 + 0.8, 1.0)
    masonry.chimney(a, m.BRICK, w * 0.34, 0, base + high, base + high + d * 0.36 + 0.8, 1.0)
    return a.build({"top": (0, base + tall + mid * 0.4, 0), "door": (0, base, z + 0.8)})
