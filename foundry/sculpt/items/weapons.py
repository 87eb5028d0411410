"""Swords, daggers, axes, hammers, spears, shields, bows, crossbows, helmets, cannons. What has a grip stands on it."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.solids import Solid

FITTINGS = (m.GOLD, m.BRONZE, m.BRASS, m.DARK_STEEL, m.SILVER)
GRIPS = (m.LEATHER, m.DARK_LEATHER, m.LEATHER.coloured("#5a1f22"), m.LEATHER.coloured("#2b3a55"))
JEWELS = tuple(m.Material("jewel", m.srgb(c), 0.1) for c in ("#b5122e", "#1546a8", "#0f8a55", "#7a2fa0"))


def blade(length: float, width: float, thick: float, tip: float, fuller: bool, belly: float = 0.0) -> Solid:
    """A two-edged blade up from y = 0, flat to the front; the last `tip` metres end in a point, `belly` widens it."""
    rings = []
    for y in np.unique(np.concatenate([np.linspace(0, length - tip, 9), np.linspace(length - tip, length, 9)])):
        share = max(0.0, (y - length + tip) / tip)
        w = (
            width
            / 2
            * (1 - 0.18 * y / length + belly * np.sin(np.pi * y / length))
            * np.sqrt(max(1 - share**1.8, 1e-5))
        )
        t = thick / 2 * (1 - 0.45 * y / length) * max(1 - share**3, 0.02)
        dent = 0.55 if fuller and y < length * 0.68 else 1.0
        xs = (-1.0, -0.42, -0.2, 0.2, 0.42, 1.0)
        zs = (0.0, 0.92, dent, dent, 0.92, 0.0)
        front = [(w * x, y, t * z) for x, z in zip(xs, zs, strict=True)]
        back = [(w * x, y, -t * z) for x, z in zip(xs[4:0:-1], zs[4:0:-1], strict=True)]
        rings.append([*front, *back])
    return s.loft(rings)


def wrapped_grip(length: float, radius: float, turns: int) -> tuple[Solid, Solid]:
    """A grip up from y = 0, a little thicker in its middle, and the cord wound round it."""
    core = s.revolve([(0, 0), (radius * 0.85, 0), (radius, length * 0.5), (radius * 0.88, length), (0, length)], 24)
    cord = s.tube(s.helix(radius * 0.96, length * 0.96, turns, turns * 14) + (0, length * 0.02, 0), radius * 0.13, 6)
    flat = (1.0, 1.0, 0.78)
    return core.scale(flat), cord.scale(flat)


def pommel(rng: np.random.Generator, radius: float, a: Assembly, metal: Material, y: float) -> None:
    """A disc, ball or lobed end, its middle at y."""
    kind = s.pick(rng, ("disc", "ball", "facets"))
    if kind == "disc":
        solid = (
            s.cylinder(radius * 1.1, radius, segments=28, bevel=radius * 0.3)
            .rotate((90, 0, 0))
            .translate((0, 0, -radius * 0.55))
        )
        a.add(
            "jewel",
            s.pick(rng, JEWELS),
            s.ellipsoid(radius * 0.42, radius * 0.42, radius * 0.7, 20).translate((0, y, 0)),
        )
    elif kind == "ball":
        solid = s.sphere(radius * 0.95, 24)
    else:
        solid = s.sphere(radius * 1.05, 8)
    a.add("pommel", metal, solid.translate((0, y, 0)), smooth=35 if kind != "facets" else 5)


def guard(rng: np.random.Generator, width: float, thick: float) -> Solid:
    """A cross-guard about the origin: straight, drooping or with knobs."""
    droop = rng.uniform(-0.02, 0.3) * width
    half = [(0, 0, 0), (width * 0.28, 0, 0), (width / 2, droop * 0.5, 0)]
    arm = s.tube(s.curve(half, 14), s.interpolate((thick, thick * 0.8, thick * 0.95), 14), 14, up=(0, 0, 1))
    knob = s.sphere(thick * rng.uniform(1.1, 1.5), 18).translate((width / 2, droop * 0.5, 0))
    return s.mirrored(arm + knob) + s.rounded_box(thick * 3.4, thick * 2.0, thick * 2.2, thick * 0.4).translate(
        (0, -thick, 0)
    )


@sculpture(
    "sword",
    synonyms=("longsword", "broadsword", "knight sword"),
    kinds=("claymore", "excalibur"),
    size=(0.85, 1.5),
    words=("long",),
    tint=False,
)
def sword(rng: np.random.Generator) -> Sculpture:
    """A knight's sword, point up: blade with a fuller, cross-guard, wound grip, pommel."""
    a = Assembly()
    metal, steel = s.pick(rng, FITTINGS).varied(rng, 0.05), m.STEEL.varied(rng, 0.04)
    long = s.chance(rng, 0.4)
    length, width = rng.uniform(0.88, 1.0) if long else rng.uniform(0.66, 0.78), rng.uniform(0.062, 0.078)
    grip_h, r = (0.22 if long else 0.13) * rng.uniform(0.92, 1.1), 0.0185
    knob = rng.uniform(0.028, 0.034)
    pommel(rng, knob, a, metal, knob)
    low = knob * 1.85
    core, cord = wrapped_grip(grip_h, r, int(grip_h / 0.013))
    leather = s.pick(rng, GRIPS)
    a.add("grip", leather, core.translate((0, low, 0)))
    a.add("grip wire", s.pick(rng, (metal, leather.shaded(0.7))), cord.translate((0, low, 0)))
    y = low + grip_h
    a.add("guard", metal, guard(rng, rng.uniform(0.2, 0.27), 0.0145).translate((0, y + 0.008, 0)))
    a.add(
        "blade",
        steel,
        blade(length, width, 0.014, rng.uniform(0.09, 0.16), s.chance(rng, 0.75)).translate((0, y + 0.012, 0)),
        smooth=12,
    )
    if s.chance(rng, 0.5):
        a.add("jewel", s.pick(rng, JEWELS), s.ellipsoid(0.009, 0.009, 0.016, 18).translate((0, y + 0.008, 0)))
    return a.build({"top": (0, y + length, 0), "hand": (0, low + grip_h / 2, 0)}, ("long",) if long else ())


@sculpture("dagger", synonyms=("stiletto",), kinds=("combat knife", "dirk", "poniard"), size=(0.25, 0.46), tint=False)
def dagger(rng: np.random.Generator) -> Sculpture:
    """A dagger, point up, leaf-shaped or narrow."""
    a = Assembly()
    metal = s.pick(rng, FITTINGS).varied(rng, 0.05)
    length, width = rng.uniform(0.19, 0.25), rng.uniform(0.034, 0.044)
    knob, grip_h = rng.uniform(0.015, 0.019), rng.uniform(0.09, 0.105)
    pommel(rng, knob, a, metal, knob)
    low = knob * 1.8
    core, cord = wrapped_grip(grip_h, 0.0125, 9)
    a.add("grip", s.pick(rng, (*GRIPS, m.EBONY, m.IVORY)), core.translate((0, low, 0)))
    a.add("grip wire", metal, cord.translate((0, low, 0)))
    y = low + grip_h
    a.add("guard", metal, guard(rng, rng.uniform(0.075, 0.1), 0.0075).translate((0, y + 0.005, 0)))
    body = blade(length, width, 0.0085, length * rng.uniform(0.35, 0.6), False, rng.uniform(0.0, 0.3))
    a.add("blade", m.STEEL.varied(rng, 0.05), body.translate((0, y + 0.008, 0)), smooth=12)
    return a.build({"top": (0, y + length, 0), "hand": (0, low + grip_h / 2, 0)})


def shaft(a: Assembly, wood: Material, height: float, radius: float) -> None:
    """A wooden handle up from y = 0, with a leather wrap and an iron butt."""
    a.add("handle", wood, s.cylinder(height, radius, radius * 0.92, 20, radius * 0.3))
    a.add("butt", m.IRON, s.cylinder(radius * 1.8, radius * 1.18, segments=20, bevel=radius * 0.25))


def axe_bit(size: float, thick: float, spread: float) -> Solid:
    """An axe's head towards +X, its middle at y = 0, its edge `size` metres from the axis and `spread` high."""
    edge = [(size * np.cos(t) + size * 0.0, spread / 2 * np.sin(t) / np.sin(1.0)) for t in np.linspace(-1.0, 1.0, 13)]
    edge = [(size * (0.82 + 0.18 * (x / size)), y) for x, y in edge]
    neck = spread * 0.2
    upper = s.curve([edge[-1], (size * 0.45, neck * 1.15), (0.0, neck)], 10)
    lower = s.curve([(0.0, -neck), (size * 0.45, -neck * 1.15), edge[0]], 10)
    outline = np.concatenate([edge[:-1], upper, lower[:-1]])
    plate = s.extrude(outline, thick)

    def wedge(p: np.ndarray) -> np.ndarray:
        z = p[:, 2] * np.clip(1.02 - (np.clip(p[:, 0], 0, None) / size) ** 1.3, 0.03, 1)
        return np.stack([p[:, 0], p[:, 1], z], 1)

    return s.warp(plate, wedge, size * 0.14)


@sculpture(
    "axe",
    synonyms=("hatchet", "battle axe"),
    kinds=("tomahawk", "woodcutter axe", "ax"),
    size=(0.5, 1.25),
    words=("double",),
    tint=False,
)
def axe(rng: np.random.Generator) -> Sculpture:
    """A battle axe with one or two blades on an ash handle."""
    a = Assembly()
    wood = s.pick(rng, (m.OAK, m.WALNUT, m.BIRCH)).varied(rng)
    double = s.chance(rng, 0.45)
    high = rng.uniform(0.75, 0.95) if double else rng.uniform(0.5, 0.8)
    r = high * 0.02
    shaft(a, wood, high, r)
    core, cord = wrapped_grip(high * 0.26, r * 1.12, 9)
    a.add(
        "grip",
        s.pick(rng, GRIPS),
        core.scale((1, 1, 1.28)).translate((0, high * 0.06, 0)),
        cord.scale((1, 1, 1.28)).translate((0, high * 0.06, 0)),
    )
    size, spread, thick = high * rng.uniform(0.22, 0.27), high * rng.uniform(0.3, 0.4), high * 0.045
    y = high * 0.86
    bit = axe_bit(size, thick, spread)
    steel = s.pick(rng, (m.STEEL, m.DARK_STEEL)).varied(rng, 0.05)
    a.add("blade", steel, bit.translate((0, y, 0)), smooth=20)
    if double:
        a.add("blade", steel, bit.mirror((1, 0, 0)).translate((0, y, 0)), smooth=20)
        a.add("spike", steel, s.cone(high * 0.13, r * 1.1, 12).translate((0, high, 0)))
    else:
        a.add(
            "poll",
            steel,
            s.rounded_box(thick * 1.6, spread * 0.36, thick, thick * 0.2).translate(
                (-thick * 0.8, y - spread * 0.18, 0)
            ),
        )
    a.add(
        "socket",
        m.IRON,
        s.cylinder(spread * 0.44, r * 1.35, segments=20, bevel=r * 0.2).translate((0, y - spread * 0.22, 0)),
    )
    if s.chance(rng, 0.5):
        a.add(
            "rivets",
            m.BRASS,
            *[
                s.sphere(r * 0.35, 12).translate((0, y + spread * q, z * r * 1.3))
                for q in (-0.12, 0.12)
                for z in (-1, 1)
            ],
        )
    return a.build({"top": (0, high, 0), "hand": (0, high * 0.18, 0)}, ("double",) if double else ())


@sculpture(
    "war hammer",
    synonyms=("battle hammer", "warhammer"),
    kinds=("mallet", "maul", "sledgehammer"),
    size=(0.7, 1.3),
    tint=False,
)
def war_hammer(rng: np.random.Generator) -> Sculpture:
    """A two-handed hammer: a block of a head bound in gold, a wound handle."""
    a = Assembly()
    high = rng.uniform(0.75, 1.0)
    r = high * 0.022
    shaft(a, s.pick(rng, (m.WALNUT, m.OAK, m.EBONY)).varied(rng), high, r)
    core, cord = wrapped_grip(high * 0.45, r * 1.15, 14)
    a.add(
        "grip",
        s.pick(rng, GRIPS),
        core.scale((1, 1, 1.28)).translate((0, high * 0.08, 0)),
        cord.scale((1, 1, 1.28)).translate((0, high * 0.08, 0)),
    )
    steel, trim = (
        s.pick(rng, (m.DARK_STEEL, m.STEEL, m.STONE)).varied(rng, 0.05),
        s.pick(rng, (m.GOLD, m.BRONZE, m.BRASS)),
    )
    length, side = high * rng.uniform(0.38, 0.46), high * rng.uniform(0.17, 0.22)
    y = high * 0.86
    sides = int(s.pick(rng, (4, 8)))
    bar = s.prism(length, side / 2 / np.cos(np.pi / sides), sides).translate((0, -length / 2, 0)).rotate((0, 0, 90))
    head = s.taper(s.prism(length * 0.12, side * 0.62 / np.cos(np.pi / sides), sides), 1.0)
    a.add("head", steel, bar.translate((0, y, 0)), smooth=10)
    for x in (-1, 1):
        a.add(
            "faces",
            steel.shaded(1.15),
            head.rotate((0, 0, 90)).translate((x * length / 2 + length * 0.06, y, 0)),
            smooth=10,
        )
        ring = s.prism(length * 0.07, side * 0.58 / np.cos(np.pi / sides), sides).rotate((0, 0, 90))
        a.add("bands", trim, ring.translate((x * length * 0.24 + length * 0.035, y, 0)), smooth=10)
    a.add("socket", trim, s.box(side * 0.5, side * 1.25, side * 1.12, side * 0.05).translate((0, y - side * 0.62, 0)))
    a.add("spike", steel, s.cone(high * 0.1, side * 0.2, 8).translate((0, y + side * 0.6, 0)))
    if s.chance(rng, 0.6):
        rune = [
            s.box(side * 0.06, side * 0.5, 0.012),
            s.box(side * 0.32, side * 0.06, 0.012).translate((0, side * 0.3, 0)),
            s.box(side * 0.06, side * 0.3, 0.012).rotate((0, 0, 45)),
        ]
        glow = m.Material("rune", m.srgb("#7fd4f0"), 0.4, emission=m.srgb("#3fb4e6"))
        for along in (-0.37, 0.37):
            a.add("runes", glow, s.union(rune).translate((along * length, y - side * 0.25, side / 2)))
    return a.build({"top": (0, y + side, 0), "hand": (0, high * 0.3, 0)})


@sculpture(
    "spear",
    synonyms=("lance", "pike"),
    kinds=("javelin",),
    size=(1.5, 2.3),
    words=("long",),
    tint=False,
)
def spear(rng: np.random.Generator) -> Sculpture:
    """A spear with a leaf-shaped head, a socket, a tassel or lashings."""
    a = Assembly()
    high = rng.uniform(1.35, 1.75)
    r = rng.uniform(0.018, 0.022)
    a.add("shaft", s.pick(rng, (m.OAK, m.WALNUT, m.BIRCH)).varied(rng), s.cylinder(high, r, r * 0.9, 16))
    a.add("butt", m.IRON, s.cylinder(0.07, r * 0.5, r * 1.25, 16))
    head = rng.uniform(0.3, 0.4)
    steel = s.pick(rng, (m.STEEL, m.BRONZE)).varied(rng, 0.05)
    a.add("socket", steel, s.cylinder(0.12, r * 1.35, r * 0.9, 16).translate((0, high - 0.07, 0)))
    body = blade(head, head * rng.uniform(0.3, 0.36), 0.03, head * 0.72, False, 0.35)
    a.add("head", steel, body.translate((0, high + 0.02, 0)), smooth=12)
    if s.chance(rng, 0.6):
        hue = m.CLOTH.coloured(m.HUES[s.pick(rng, ("red", "blue", "white", "black"))], "tassel")
        locks = []
        for k in range(14):
            yaw = np.radians(360 / 14 * k)
            out = rng.uniform(0.03, 0.05)
            path = s.curve(
                [
                    (0, 0, 0),
                    (out * np.sin(yaw), -0.04, out * np.cos(yaw)),
                    (out * 0.8 * np.sin(yaw), -0.14 - rng.uniform(0, 0.03), out * 0.8 * np.cos(yaw)),
                ],
                7,
            )
            locks.append(s.tube(path, s.interpolate((0.009, 0.008, 0.003), 7), 6))
        a.add("tassel", hue, s.union(locks).translate((0, high - 0.06, 0)))
    wrap = s.union([s.torus(r * 1.05, 0.005, 18, 6).translate((0, high * 0.5 + 0.011 * k, 0)) for k in range(-7, 8)])
    a.add("grip", m.LEATHER, wrap)
    return a.build({"top": (0, high + head, 0), "hand": (0, high * 0.5, 0)}, ("long",))


@sculpture(
    "shield",
    synonyms=("knight shield", "heater shield"),
    kinds=("buckler", "round shield", "viking shield"),
    size=(0.6, 1.3),
    words=("round",),
)
def shield(rng: np.random.Generator) -> Sculpture:
    """A curved heater shield with a device, or a round one of planks with a boss; straps behind."""
    a = Assembly()
    hue = m.PAINT.coloured(m.HUES[s.pick(rng, ("red", "blue", "green", "yellow", "black", "purple"))], "field").varied(
        rng, 0.06
    )
    other = m.PAINT.coloured(s.pick(rng, ("#efe8d2", "#e6c038", "#222226", "#b8b8bb")), "device")
    metal = s.pick(rng, (m.STEEL, m.GOLD, m.IRON, m.BRONZE))
    if s.chance(rng, 0.55):
        w, high, t = rng.uniform(0.48, 0.58), rng.uniform(0.62, 0.74), 0.028
        side = s.curve([(w / 2, high), (w / 2, high * 0.62), (w * 0.36, high * 0.3), (0, 0)], 14)
        outline = np.concatenate([side * (-1, 1), side[::-1][1:]])
        depth = w * 0.2

        def curved(p: np.ndarray) -> np.ndarray:
            return np.stack([p[:, 0], p[:, 1], p[:, 2] - depth * (2 * p[:, 0] / w) ** 2], 1)

        flat = s.extrude(outline, t)
        inner = s.extrude(s.inset(outline if s.signed_area(outline) > 0 else outline[::-1], 0.022), t * 3)
        device = s.pick(rng, ("halves", "cross", "chevron", "star", "bend"))
        zone = {
            "halves": s.box(w, high * 2, 1).translate((w / 2, -0.1, 0)),
            "cross": s.box(w * 0.2, high * 2, 1).translate((0, -0.1, 0))
            + s.box(w * 2, w * 0.2, 1).translate((0, high * 0.58, 0)),
            "chevron": s.extrude(
                [(-w, 0), (0, high * 0.62), (w, 0), (w, -0.16), (0, high * 0.62 - 0.17), (-w, -0.16)], 1
            ).translate((0, 0.08, 0)),
            "star": s.extrude(s.star(int(rng.integers(5, 9)), w * 0.3, w * 0.13), 1).translate((0, high * 0.62, 0)),
            "bend": s.box(w * 0.24, high * 3, 1)
            .translate((0, -high * 1.5, 0))
            .rotate((0, 0, 38))
            .translate((0, high * 0.55, 0)),
        }[device]
        a.add("rim", metal, s.warp(s.extrude(outline, t * 1.6) - inner, curved, 0.05))
        face = flat ^ inner
        a.add("field", hue, s.warp(face - zone, curved, 0.05))
        a.add("device", other, s.warp(face ^ zone, curved, 0.05))
        if s.chance(rng, 0.6):
            studs = [
                s.sphere(0.011, 12).translate((x, y, t * 0.8 - depth * (2 * x / w) ** 2))
                for x, y in s.inset(outline if s.signed_area(outline) > 0 else outline[::-1], 0.012)[::2]
            ]
            a.add("studs", metal.shaded(0.85), s.group(studs))
        strap_y, z = high * 0.6, -depth * 0.45
        words: tuple[str, ...] = ()
        top = high
    else:
        r = rng.uniform(0.34, 0.45)
        count = 7
        for k in range(count):
            x = 2 * r * ((k + 0.5) / count - 0.5)
            plank = s.box(2 * r / count * 0.97, 2 * r, 0.02).translate((x, 0, 0)) ^ s.cylinder(
                0.2, r * 0.97, segments=48
            ).rotate((90, 0, 0)).translate((0, r, -0.1))
            a.add("planks", hue if k % 2 else other, plank)
        ring = s.torus(r * 0.97, 0.018, 56, 10).rotate((90, 0, 0)).translate((0, r, 0))
        a.add("rim", s.pick(rng, (m.IRON, m.LEATHER, m.BRONZE)), ring)
        a.add(
            "boss",
            metal,
            s.dome(r * 0.24, r * 0.19, 32).rotate((90, 0, 0)).translate((0, r, 0.005)),
            s.cylinder(0.012, r * 0.3, segments=32).rotate((90, 0, 0)).translate((0, r, 0.005)),
        )
        rivets = [
            s.sphere(0.009, 10).translate((q * np.cos(t), r + q * np.sin(t), 0.013))
            for q, n in ((r * 0.27, 8), (r * 0.9, 16))
            for t in np.arange(n) * 2 * np.pi / n
        ]
        a.add("studs", metal.shaded(0.85), s.group(rivets))
        a.add("grip bar", m.OAK, s.box(r * 1.7, 0.04, 0.03, 0.008).translate((0, r - 0.02, -0.022)))
        strap_y, z, words, top = r, -0.02, ("round",), 2 * r
    for x in (-0.09, 0.09):
        strap = np.stack(
            [
                np.full(12, x),
                strap_y + 0.06 * np.cos(np.linspace(0, np.pi, 12)),
                z - 0.05 * np.sin(np.linspace(0, np.pi, 12)),
            ],
            1,
        )
        a.add("straps", m.LEATHER, s.tube(strap, np.array([[0.006, 0.018]] * 12), 10, up=(0, 0, 1)))
    return a.build({"top": (0, top, 0), "hand": (0, strap_y, z - 0.04)}, words)


@sculpture(
    "bow",
    synonyms=("longbow", "archery bow"),
    kinds=("recurve bow", "bow and arrow"),
    size=(1.1, 1.9),
    words=("long",),
    tint=False,
)
def bow(rng: np.random.Generator) -> Sculpture:
    """A recurved or a long bow with a string, an arrow on it in half of the cases."""
    a = Assembly()
    high = rng.uniform(1.15, 1.6)
    deep = high * rng.uniform(0.14, 0.19)
    recurve = s.chance(rng, 0.55)
    tip = -deep * (0.75 if recurve else 1.0)
    half = [(0.0, 0.0, 0.0), (0.0, high * 0.2, 0.01), (0.0, high * 0.4, -deep * 0.72), (0.0, high * 0.5, tip)]
    line = s.curve(half, 26)
    thick = s.interpolate((0.019, 0.016, 0.013, 0.007), 26)
    limb = s.tube(line, np.stack([thick * 0.75, thick], 1), 12, up=(0, 0, 1))
    wood = s.pick(rng, (m.OAK, m.MAHOGANY, m.WALNUT, m.BIRCH)).varied(rng)
    y = high / 2
    a.add("limbs", wood, s.mirrored(limb, "y").translate((0, y, 0)))
    a.add("grip", s.pick(rng, GRIPS), s.capsule((0, -0.055, 0), (0, 0.055, 0), 0.021).translate((0, y, 0)))
    wraps = [
        s.torus(0.021, 0.003, 18, 6).translate((0, y + e * (0.06 + 0.007 * k), 0)) for e in (-1, 1) for k in range(4)
    ]
    a.add("bindings", m.ROPE, *wraps)
    nock = (0.0, high * 0.487, tip * 0.97)
    drawn = s.chance(rng, 0.5)
    pull = tip - (high * 0.16 if drawn else 0.0)
    for e in (-1, 1):
        a.add(
            "tips",
            m.HORN,
            s.capsule((0, high * 0.47 * e, tip * 0.87), (0, high * 0.505 * e, tip * 1.02), 0.009, 0.006).translate(
                (0, y, 0)
            ),
        )
        a.add(
            "string", m.ROPE.coloured("#e8e0cc"), s.rod((0, y + e * nock[1], nock[2]), (0, y, pull), 0.0035, segments=8)
        )
    if drawn:
        arrow_solid(a, rng, (0, y + 0.02, pull), (0, y + 0.02, 0.16))
    made = a.build({"top": (0, high, tip), "hand": (0, y, 0.0)}, () if recurve else ("long",))
    return made.turned(90)


def arrow_solid(
    a: Assembly, rng: np.random.Generator, tail: tuple[float, float, float], tip: tuple[float, float, float]
) -> None:
    """An arrow from its nock to its point: shaft, head, three vanes."""
    start, stop = np.array(tail), np.array(tip)
    length = float(np.linalg.norm(stop - start))
    aim = stop - start
    thick = length * 0.009
    feather = m.FEATHER.coloured(s.pick(rng, ("#b8322c", "#efe8d8", "#3a3a3f", "#3f7a45", "#2f5fae")), "fletching")
    vane = s.extrude(
        [
            (thick, length * 0.03),
            (length * 0.06, length * 0.05),
            (length * 0.052, length * 0.17),
            (thick * 0.5, length * 0.2),
        ],
        thick * 0.5,
    )
    head = s.loft(
        [
            [(w * x, y, t * z) for x, z in ((1, 0), (0, 1), (-1, 0), (0, -1))]
            for y, w, t in (
                (length * 0.93, 0.006 * length, 0.006 * length),
                (length * 0.945, 0.034 * length, 0.013 * length),
                (length, 1e-4, 1e-4),
            )
        ]
    )
    pieces = (
        ("shaft", m.BIRCH, s.cylinder(length * 0.94, thick, segments=12)),
        ("fletching", feather, s.around(vane, 3)),
        ("head", m.STEEL, head),
        (
            "nock",
            m.HORN,
            s.cylinder(length * 0.025, thick * 1.5, segments=12)
            - s.box(thick * 0.9, length, 1).translate((0, -length + length * 0.012, 0)),
        ),
    )
    for name, material, solid in pieces:
        a.add(f"arrow {name}", material, s.aim(solid, aim).translate(tuple(start)))


@sculpture("arrow", synonyms=("archery arrow",), kinds=("dart",), size=(0.6, 0.95), tint=False)
def arrow(rng: np.random.Generator) -> Sculpture:
    """An arrow that points up: shaft, steel head, three vanes."""
    a = Assembly()
    length = rng.uniform(0.68, 0.84)
    arrow_solid(a, rng, (0, 0, 0), (0, length, 0))
    return a.build({"top": (0, length, 0)})


@sculpture("crossbow", synonyms=("cross bow",), kinds=("arbalest",), size=(0.8, 1.35), tint=False)
def crossbow(rng: np.random.Generator) -> Sculpture:
    """A crossbow lying along Z, its bow to the front: stock, steel bow, string, trigger, stirrup, bolt."""
    a = Assembly()
    wood = s.pick(rng, (m.OAK, m.WALNUT, m.MAHOGANY)).varied(rng)
    length, span = rng.uniform(0.68, 0.8), rng.uniform(0.56, 0.72)
    y = 0.16
    front = length / 2
    side = np.array(
        [
            (-front, 0.0),
            (-front, -0.085),
            (-front * 0.55, -0.03),
            (-front * 0.2, -0.035),
            (front, -0.025),
            (front, 0.03),
            (-front * 0.3, 0.03),
            (-front * 0.6, 0.012),
        ]
    )
    stock = s.extrude(side, 0.05, 0.008).rotate((0, -90, 0)).translate((0, y, 0))
    groove = s.box(0.012, 0.02, length).translate((0, y + 0.024, length * 0.3))
    a.add("stock", wood, stock - groove)
    nose = front - 0.05
    half = s.curve([(0, 0, 0), (span * 0.25, 0, -0.01), (span * 0.5, 0, -0.13)], 16)
    thick = s.interpolate((0.016, 0.013, 0.007), 16)
    arms = s.tube(half, np.stack([thick * 1.1, thick * 0.6], 1), 10, up=(0, 1, 0))
    a.add(
        "bow", s.pick(rng, (m.STEEL, m.DARK_STEEL, wood.shaded(0.7))), s.mirrored(arms).translate((0, y + 0.012, nose))
    )
    a.add("binding", m.LEATHER, s.rounded_box(0.075, 0.072, 0.05, 0.012).translate((0, y - 0.032, nose - 0.01)))
    catch = nose - rng.uniform(0.22, 0.3)
    for e in (-1, 1):
        a.add(
            "string",
            m.ROPE.coloured("#e8e0cc"),
            s.rod((e * span * 0.49, y + 0.012, nose - 0.125), (0, y + 0.036, catch), 0.004, segments=8),
        )
    a.add(
        "nut", m.BRASS, s.cylinder(0.045, 0.016, segments=16).rotate((0, 0, 90)).translate((0.0225, y + 0.026, catch))
    )
    lever = s.tube(
        s.curve([(0, y - 0.03, catch - 0.03), (0, y - 0.075, catch - 0.06), (0, y - 0.085, catch - 0.17)], 12), 0.007, 8
    )
    a.add("trigger", m.IRON, lever)
    ring = s.tube(
        np.stack(
            [
                0.045 * np.cos(np.linspace(0, 2 * np.pi, 20, False)),
                np.zeros(20),
                0.055 * np.sin(np.linspace(0, 2 * np.pi, 20, False)),
            ],
            1,
        ),
        0.007,
        8,
        closed=True,
    )
    a.add("stirrup", m.IRON, ring.translate((0, y, front + 0.04)))
    a.add("butt plate", m.BRASS, s.box(0.054, 0.092, 0.012, 0.004).translate((0, y - 0.088, -front)))
    arrow_solid(a, rng, (0, y + 0.04, catch + 0.01), (0, y + 0.04, front + 0.06))
    return a.build({"top": (0, y + 0.05, 0), "hand": (0, y - 0.03, -front * 0.3)}).grounded()


@sculpture(
    "knight helmet",
    synonyms=("medieval helmet", "helm", "great helm"),
    kinds=("armor helmet", "knight's helmet", "armet", "sallet"),
    size=(0.36, 0.75),
    tint=False,
)
def knight_helmet(rng: np.random.Generator) -> Sculpture:
    """A close helmet with a pointed visor, slits and breaths, rivets, and often a plume."""
    a = Assembly()
    steel = s.pick(rng, (m.STEEL, m.DARK_STEEL, m.STEEL.coloured("#8d9197"))).varied(rng, 0.05)
    trim = s.pick(rng, (m.GOLD, m.BRASS, m.BRONZE, m.SILVER))
    w, high, d = 0.115, rng.uniform(0.28, 0.31), 0.135
    shape = s.profile(
        [
            (0.112, 0),
            (0.104, 0.035),
            (0.098, 0.08),
            (0.113, 0.14),
            (0.115, 0.2),
            (0.095, 0.262),
            (0.05, high - 0.008),
            (0, high),
        ],
        30,
    )
    skull = s.revolve([(0, 0), *shape], 48).scale((w / 0.115, 1, d / 0.115))
    hollow = (
        s.revolve([(0, -0.01), *(shape * (0.93, 0.96))], 40).scale((w / 0.115, 1, d / 0.115)).translate((0, -0.006, 0))
    )
    dark = m.BLACK.coloured("#161618", "dark")
    a.add("skull", steel, skull - hollow)
    inner = (
        s.revolve([(0, 0.0), *(shape * (0.925, 0.94))], 32).scale((w / 0.115, 1, d / 0.115)).translate((0, 0.006, 0))
    )
    a.add("lining", dark, inner)
    beak = rng.uniform(0.035, 0.075)

    def pointed(p: np.ndarray) -> np.ndarray:
        front = np.clip(p[:, 2] / d, 0, 1) ** 3 * np.exp(-(((p[:, 1] - 0.115) / 0.07) ** 2))
        return p + np.stack([-0.25 * p[:, 0] * front, np.zeros(len(p)), beak * front], 1)

    visor = s.revolve([(0, 0.055), *[(r * 1.055, y) for r, y in shape if 0.05 < y < 0.215], (0, 0.215)], 64).scale(
        (w / 0.115, 1, d / 0.115)
    )
    visor -= s.revolve([(0, 0.0), *(shape * (1.012, 1.0))], 48).scale((w / 0.115, 1, d / 0.115))
    visor = visor.trim_by_plane((0, 0, 1), -0.02)
    visor = s.warp(visor, pointed, 0.02)
    slit = s.box(0.078, 0.011, 0.4).translate((0.052, 0.166, 0.2))
    holes = [
        s.cylinder(0.4, 0.0045, segments=10).rotate((90, 0, 0)).translate((0.025 + 0.014 * i, 0.085 + 0.017 * j, 0.0))
        for i in range(4)
        for j in range(3)
    ]
    cuts = s.mirrored(s.union([slit, *holes]))
    a.add("visor", steel.shaded(1.06), visor - cuts)
    a.add(
        "eye slits",
        dark,
        (
            s.warp(
                s.revolve([(0, 0.055), *[(r * 1.03, y) for r, y in shape if 0.05 < y < 0.215], (0, 0.215)], 48)
                .scale((w / 0.115, 1, d / 0.115))
                .trim_by_plane((0, 0, 1), 0.0),
                pointed,
                0.02,
            )
        )
        ^ s.box(1, 0.3, 1).translate((0, 0.06, 0.5)),
    )
    for x in (-1, 1):
        a.add(
            "pivots",
            trim,
            s.cylinder(0.014, 0.018, segments=20, bevel=0.003)
            .rotate((0, 0, -90 * x))
            .translate((x * w * 1.0, 0.178, 0.0)),
        )
    angles = np.linspace(-2.2, 2.2, 11)
    crest = np.stack(
        [np.zeros(11), 0.14 + (high - 0.14 + 0.006) * np.cos(angles * 0.55), d * 1.02 * np.sin(angles * 0.55)], 1
    )
    a.add("comb", trim, s.tube(s.curve(crest, 24), np.array([[0.012, 0.004]] * 24), 10, up=(0, 1, 0)))
    neck = (
        s.revolve([(0.1, -0.0), (0.135, -0.03), (0.14, -0.028), (0.112, 0.012)], 48)
        .scale((1, 1, 1.15))
        .translate((0, 0.03, 0))
    )
    a.add("gorget", steel.shaded(0.92), neck)
    a.add("rim", trim, s.torus(0.1375, 0.0045, 48, 8).scale((1, 1, 1.15)).translate((0, 0.001, 0)))
    rivets = [
        s.sphere(0.0045, 8).translate((0.125 * np.sin(t), 0.016, 0.1437 * np.cos(t)))
        for t in np.arange(14) * 2 * np.pi / 14
    ]
    a.add("rivets", trim, s.group(rivets))
    top = high
    if s.chance(rng, 0.65):
        hue = m.FEATHER.coloured(m.HUES[s.pick(rng, ("red", "blue", "white", "purple", "green"))], "plume")
        long = rng.uniform(0.8, 1.2)
        fronds = []
        for k in range(9):
            aside = 0.012 * (k - 4)
            path = s.curve(
                [
                    (0, high - 0.01, -0.02),
                    (aside * 0.8, high + 0.075 * long, -0.05),
                    (aside * 1.6, high + 0.07 * long, -0.13),
                    (aside * 2.2, high - 0.06, -0.2 * long),
                ],
                14,
            )
            fronds.append(s.tube(path, s.interpolate((0.008, 0.021, 0.024, 0.006), 14), 8))
        a.add("plume", hue, s.union(fronds))
        a.add("plume holder", trim, s.cylinder(0.035, 0.013, 0.009, 16).translate((0, high - 0.014, -0.02)))
        top = high + 0.09 * long
    return a.build({"top": (0, top, -0.02), "inside": (0, 0.1, 0)}).grounded()


@sculpture(
    "cannon",
    synonyms=("ship cannon", "field gun"),
    kinds=("artillery", "howitzer", "bombard"),
    size=(1.6, 3.4),
    tint=False,
)
def cannon(rng: np.random.Generator) -> Sculpture:
    """A muzzle-loader on a wheeled carriage, its muzzle to the front, balls beside it."""
    a = Assembly()
    metal = s.pick(rng, (m.IRON, m.BRONZE, m.DARK_STEEL.coloured("#3d4044"))).varied(rng, 0.05)
    wood = s.pick(rng, (m.OAK, m.WALNUT, m.PAINT.coloured("#7a2f26", "paint"))).varied(rng)
    length, r = rng.uniform(1.35, 1.75), rng.uniform(0.15, 0.19)
    barrel = [
        (0, -0.16),
        (0.035, -0.155),
        (0.055, -0.11),
        (0.03, -0.06),
        (0.05, -0.03),
        (1.0, 0.0),
        (1.08, 0.02),
        (1.08, 0.07),
        (1.0, 0.1),
        (0.93, 0.42),
        (0.98, 0.43),
        (0.98, 0.47),
        (0.9, 0.48),
        (0.72, 0.86),
        (0.78, 0.9),
        (0.92, 0.955),
        (0.9, 1.0),
        (0.5, 1.0),
    ]
    outline = [(q * r if k > 4 else q * r * 6 * 0.35, y * length) for k, (q, y) in enumerate(barrel)]
    tube_solid = s.revolve([*outline, (0, length)], 36) - s.cylinder(length, r * 0.48, segments=28).translate(
        (0, length * 0.35, 0)
    )
    pitch = rng.uniform(6, 14)
    wheel_r = rng.uniform(0.42, 0.55)
    axle_z, y = 0.08, wheel_r + r * 1.35
    pose = lambda solid: solid.translate((0, -length * 0.42, 0)).rotate((90 - pitch, 0, 0)).translate((0, y, axle_z))  # noqa: E731
    a.add("barrel", metal, pose(tube_solid))
    a.add("bore", m.BLACK, pose(s.cylinder(0.02, r * 0.47, segments=28).translate((0, length * 0.7, 0))))
    trunnion = s.rod((-r * 1.7, length * 0.45, 0), (r * 1.7, length * 0.45, 0), r * 0.3)
    a.add("trunnions", metal, pose(trunnion))
    a.add("fuse", m.ROPE, pose(s.rod((0, length * 0.07, -r * 0.9), (0, length * 0.05, -r * 1.6), 0.012, segments=8)))
    cheek = [
        (length * 0.3, wheel_r - 0.14),
        (length * 0.32, y + r * 0.15),
        (length * 0.02, y + r * 0.15),
        (-length * 0.25, y - r * 0.6),
        (-length * 0.82, 0.2),
        (-length * 0.82, 0.0),
        (-length * 0.66, 0.0),
        (-length * 0.1, wheel_r - 0.16),
    ]
    for x in (-1, 1):
        plank = s.extrude(cheek, 0.09, 0.012).rotate((0, -90, 0)).translate((x * r * 1.3, 0, axle_z))
        a.add("carriage", wood, plank)
    for zz, yy in ((-length * 0.7, 0.04), (-length * 0.35, wheel_r * 0.62), (length * 0.2, wheel_r)):
        a.add("carriage", wood, s.box(r * 2.6, 0.1, 0.1, 0.01).translate((0, yy, axle_z + zz)))
    a.add(
        "bands",
        m.IRON,
        *[s.box(0.1, 0.05, 0.26, 0.01).translate((x * r * 1.3, y + r * 0.16, axle_z + 0.1)) for x in (-1, 1)],
    )
    track = r * 1.3 + 0.19
    a.add("axle", m.OAK.shaded(0.7), s.rod((-track - 0.09, wheel_r, axle_z), (track + 0.09, wheel_r, axle_z), 0.05))
    rim = s.revolve(
        [(wheel_r * 0.84, -0.04), (wheel_r * 0.975, -0.04), (wheel_r * 0.975, 0.04), (wheel_r * 0.84, 0.04)], 40
    ).rotate((0, 0, 90))
    tyre = s.revolve(
        [(wheel_r * 0.96, -0.045), (wheel_r, -0.045), (wheel_r, 0.045), (wheel_r * 0.96, 0.045)], 40
    ).rotate((0, 0, 90))
    spokes = s.union(
        [s.rod((0, 0, 0), (0, wheel_r * 0.9, 0), 0.03, 0.024, 10).rotate((360 / 12 * k, 0, 0)) for k in range(12)]
    )
    hub = s.cylinder(0.2, 0.085, segments=20, bevel=0.015).rotate((0, 0, 90)).translate((0.1, 0, 0))
    for x in (-1, 1):
        at = (x * track, wheel_r, axle_z)
        a.add("wheels", wood.shaded(0.85), s.union([rim, spokes, hub]).translate(at))
        a.add(
            "tyres",
            m.IRON,
            tyre.translate(at),
            s.cylinder(0.05, 0.05, segments=16)
            .rotate((0, 0, 90))
            .translate((at[0] + 0.025 + x * 0.11, wheel_r, axle_z)),
        )
    ball = r * 0.45
    spots = [(0, 0), (2, 0), (1, 1.732), (1, 0.577)]
    x0, z0 = track + 0.42, axle_z - 0.25
    heap = [
        s.sphere(ball, 24).translate((x0 + q * ball, ball + (1.633 * ball if k == 3 else 0), z0 + w * ball))
        for k, (q, w) in enumerate(spots)
    ]
    a.add("cannonballs", m.IRON.shaded(0.7), s.group(heap))
    return a.build(
        {
            "top": (0, y + r, axle_z),
            "muzzle": (0, y + length * 0.58 * np.sin(np.radians(pitch)), axle_z + length * 0.57),
        }
    )
