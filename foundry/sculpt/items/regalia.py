"""Wands, staffs and sceptres, a quiver, pieces of plate armour."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import PchipInterpolator

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.items.weapons import (
    JEWELS,
)
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, at, sculpture
from bozzetto.foundry.sculpt.solids import Solid


@sculpture(
    "magic wand",
    synonyms=("wand", "fairy wand", "magician wand"),
    kinds=("conductor baton", "star wand"),
    size=(0.25, 0.6),
    words=("starry",),
)
def magic_wand(rng: np.random.Generator) -> Sculpture:
    """A stick with a golden star and ribbons, or a magician's, black with white ends and sparks."""
    a = Assembly()
    high, r = rng.uniform(0.3, 0.36), 0.0105
    starry = s.chance(rng, 0.6)
    gold = m.GOLD.coloured("#f2c22e", "star")
    if starry:
        colour = s.pick(rng, ("#e86aa0", "#f4efe6", "#8a5ac8", "#5aa8e0"))
        a.add("stick", m.PAINT.coloured(colour, "stick"), s.cylinder(high, r, segments=20), smooth=60)
        stripe = s.tube(s.helix(r * 1.0, high * 0.92, 5, 80), 0.0042, 8)
        a.add("stripe", m.WHITE if colour != "#f4efe6" else m.PAINT.coloured("#e86aa0", "stripe"), stripe, smooth=60)
        a.add("knob", gold, s.sphere(r * 1.5, 18).translate((0, r, 0)), smooth=60)
        size = rng.uniform(0.07, 0.085)
        star = s.extrude(s.star(5, size, size * 0.45), 0.032, 0.009).translate((0, high + size * 0.6, 0))
        a.add("star", gold, star, smooth=10)
        hue = m.CLOTH.coloured(s.pick(rng, ("#e86aa0", "#8a5ac8", "#5aa8e0")), "ribbon")
        for side in (-1, 1):
            loop = s.curve(
                [
                    (0, high - 0.03, 0.008),
                    (side * 0.03, high - 0.02, 0.012),
                    (side * 0.05, high - 0.06, 0.01),
                    (side * 0.035, high - 0.1, 0.012),
                ],
                16,
            )
            a.add("ribbon", hue, s.tube(loop, np.array([[0.0035, 0.009]]), 8, up=(0, 0, 1)), smooth=60)
        top = high + size * 1.6
    else:
        black = m.BLACK if s.chance(rng, 0.8) else m.EBONY
        a.add("stick", black, s.cylinder(high, r * 1.1, segments=24).translate((0, 0, 0)), smooth=60)
        for y in (-0.001, high - high * 0.17 + 0.001):
            a.add(
                "ends",
                m.WHITE,
                s.cylinder(high * 0.17, r * 1.22, segments=24, bevel=0.0015).translate((0, y, 0)),
                smooth=40,
            )
        glow = m.LAMP_GLOW.coloured("#ffd84a", "spark")
        for x, y, size in ((0.045, 0.02, 0.03), (-0.05, 0.035, 0.022), (0.012, 0.075, 0.026)):
            four = s.star(4, size, size * 0.36)
            a.add("sparks", glow, s.extrude(four, 0.014, 0.003).translate((x, high + y, 0)), smooth=10)
        a.add(
            "sparks",
            glow,
            s.rod((0, high, 0), (0.012, high + 0.06, 0), 0.004, 0.003, 8),
            s.rod((0.002, high, 0), (0.045, high + 0.02, 0), 0.004, 0.003, 8),
            s.rod((-0.002, high, 0), (-0.05, high + 0.035, 0), 0.004, 0.003, 8),
        )
        top = high + 0.1
    return a.build({"top": (0, top, 0), "hand": (0, high * 0.15, 0)}, ("starry",) if starry else ()).grounded()


@sculpture(
    "wizard staff",
    synonyms=("magic staff", "mage staff", "wizard's staff"),
    kinds=("sorcerer staff", "crystal staff"),
    size=(1.2, 2.2),
    tint=False,
)
def wizard_staff(rng: np.random.Generator) -> Sculpture:
    """A gnarled pole whose top curls about a glowing crystal or ball."""
    a = Assembly()
    wood = s.pick(rng, (m.WALNUT, m.OAK.shaded(0.85), m.OLD_WOOD)).varied(rng)
    high = rng.uniform(1.2, 1.4)
    glow = m.srgb(s.pick(rng, ("#4ac8ff", "#8a5aff", "#5aff8a", "#ff6a5a"), (4, 3, 2, 1)))
    light = Material("crystal", glow, 0.1).lit(0.6)
    wave = rng.uniform(0.012, 0.022)
    ys = np.linspace(0, high, 28)
    phase = rng.uniform(0, 6)
    path = np.stack([wave * np.sin(ys * 7 + phase), ys, wave * np.cos(ys * 5 + phase)], 1)
    radius = 0.029 + 0.006 * np.sin(ys * 17 + phase) + 0.008 * (ys / high)
    a.add("pole", wood, s.tube(path, radius, 12), smooth=60)
    tip = path[-1]
    ball = rng.uniform(0.085, 0.1)
    centre = tip + (0, ball * 1.25, 0)
    prongs = 4
    for k in range(prongs):
        t = 2 * np.pi * k / prongs + 0.4
        out = np.array((np.sin(t), 0, np.cos(t)))
        knots = [
            tip - (0, 0.05, 0),
            tip + out * ball * 0.95 + (0, ball * 0.5, 0),
            centre + out * ball * 1.25 + (0, ball * 0.35, 0),
            centre + out * ball * 0.62 + (0, ball * 1.35, 0),
        ]
        a.add("prongs", wood, s.tube(s.curve(knots, 20), s.interpolate((0.034, 0.03, 0.026, 0.012), 20), 10), smooth=60)
    if s.chance(rng, 0.5):
        shape = s.hull(
            [
                s.prism(0.02, ball * 0.7, 6),
                s.sphere(0.004, 8).translate((0, ball * 1.15, 0)),
                s.sphere(0.004, 8).translate((0, -ball * 0.85, 0)),
            ]
        )
        a.add("crystal", light, shape.translate(tuple(centre)), smooth=5)
    else:
        a.add("crystal", light, s.sphere(ball * 0.86, 28).translate(tuple(centre)), smooth=80)
    for q in (0.42, 0.62):
        k = int(q * 27)
        a.add("bands", m.GOLD, s.cylinder(0.035, float(radius[k]) * 1.25, segments=20).translate(tuple(path[k])))
    wrap = s.union(
        [s.torus(float(radius[14 + k]) * 1.06, 0.011, 18, 6).translate(tuple(path[14 + k])) for k in range(3)]
    )
    a.add("wrap", m.LEATHER, wrap)
    a.add("foot", m.IRON, s.cylinder(0.06, 0.03, 0.038, 16).translate((float(path[0, 0]), 0, float(path[0, 2]))))
    return a.build({"top": at(centre + (0, ball, 0)), "hand": (0, high * 0.55, 0)}).grounded()


@sculpture(
    "scepter",
    synonyms=("sceptre", "royal scepter", "royal sceptre"),
    kinds=("ceremonial mace",),
    size=(0.5, 1.0),
    tint=False,
)
def scepter(rng: np.random.Generator) -> Sculpture:
    """A golden rod with jewelled knops, a crowned orb with a cross or a great jewel on top."""
    a = Assembly()
    gold = s.pick(rng, (m.GOLD, m.GOLD, m.SILVER)).varied(rng, 0.04)
    high, r = rng.uniform(0.46, 0.54), 0.0165
    inner = m.VELVET.coloured(s.pick(rng, ("#7a1420", "#24306a", "#4a1f5a")), "enamel")
    a.add("rod", gold, s.cylinder(high, r, segments=24), smooth=60)
    a.add(
        "foot",
        gold,
        s.revolve(s.profile([(0, 0), (0.022, 0), (0.032, 0.02), (0.02, 0.04), (r, 0.055), (0, 0.055)], 18), 28),
        smooth=50,
    )
    a.add("enamel", inner, s.cylinder(high * 0.28, r * 1.16, segments=24).translate((0, high * 0.2, 0)))
    for q in (0.18, 0.5, 0.72):
        knop = s.revolve(s.profile([(0, -0.022), (r, -0.02), (r * 2, 0), (r, 0.02), (0, 0.022)], 14), 24)
        a.add("knops", gold, knop.translate((0, high * q, 0)), smooth=50)
    cup = s.revolve(s.profile([(0, 0), (r, 0), (0.034, 0.03), (0.052, 0.06), (0, 0.06)], 18), 32).translate(
        (0, high - 0.02, 0)
    )
    a.add("cup", gold, cup, smooth=50)
    ball = rng.uniform(0.055, 0.064)
    y = high + 0.03 + ball
    gem = s.pick(rng, JEWELS)
    if s.chance(rng, 0.6):
        a.add("orb", gold, s.sphere(ball, 32).translate((0, y, 0)), smooth=80)
        a.add(
            "bands",
            gem,
            s.torus(ball, 0.0095, 36, 8).translate((0, y, 0)),
            s.torus(ball, 0.0095, 36, 8).rotate((90, 0, 0)).translate((0, y, 0)).trim_by_plane((0, 1, 0), y),
            smooth=60,
        )
        cross = [
            s.box(0.022, 0.09, 0.022, 0.004).translate((0, y + ball - 0.01, 0)),
            s.box(0.068, 0.022, 0.022, 0.004).translate((0, y + ball + 0.032, 0)),
        ]
        a.add("cross", gold, *cross)
        top = y + ball + 0.08
    else:
        stone = s.hull(
            [
                s.prism(0.012, ball * 0.98, 8),
                s.prism(0.01, ball * 0.6, 8).translate((0, ball * 0.75, 0)),
                s.sphere(0.003, 8).translate((0, -ball, 0)),
            ]
        )
        a.add("jewel", gem, stone.translate((0, y, 0)), smooth=5)
        claw = s.tube(
            s.curve([(0, high + 0.02, 0.04), (0, y - 0.01, ball * 1.12), (0, y + ball * 0.7, ball * 0.72)], 14),
            s.interpolate((0.013, 0.012, 0.008), 14),
            10,
        )
        a.add("claws", gold, s.around(claw, 6), smooth=60)
        top = y + ball * 0.8
    for k in range(6):
        bead = s.sphere(0.0095, 12).translate((0, high + 0.035, 0.052)).rotate((0, 60 * k, 0))
        a.add("beads", gem if k % 2 else m.IVORY, bead, smooth=60)
    return a.build({"top": (0, top, 0), "hand": (0, high * 0.34, 0)})


@sculpture("quiver", synonyms=("arrow quiver", "quiver of arrows"), kinds=("arrow bag",), size=(0.6, 1.1))
def quiver(rng: np.random.Generator) -> Sculpture:
    """A leather tube with bands and a shoulder strap, arrows with bright feathers standing out of it."""
    a = Assembly()
    hide = s.pick(rng, (m.LEATHER, m.DARK_LEATHER.shaded(1.3), m.LEATHER.coloured("#5a6a3a"))).varied(rng)
    trim = s.pick(rng, (m.DARK_LEATHER, m.GOLD, m.LEATHER.shaded(1.5)))
    high, r = rng.uniform(0.5, 0.56), rng.uniform(0.078, 0.09)
    outer = s.lathe([(0, 0), (r * 0.72, 0), (r * 0.8, 0.02), (r * 1.0, high)], 0.016, 36)
    a.add("tube", hide, outer, smooth=50)
    a.add("dark", m.BLACK, s.cylinder(0.02, r * 0.84, segments=28).translate((0, high - 0.06, 0)))
    for y, q in ((0.0, 0.81), (0.2, 0.86), (0.72, 0.98), (0.94, 1.04)):
        a.add(
            "bands",
            trim,
            s.cylinder(0.034, r * q + 0.01, r * q + 0.012, 36).translate((0, high * y, 0))
            - s.cylinder(0.3, r * 0.7, segments=24).translate((0, high * y - 0.1, 0)),
        )
    diamond = s.extrude([(0, -0.05), (0.03, 0), (0, 0.05), (-0.03, 0)], 0.03).translate((0, high * 0.47, r * 0.9))
    a.add("badge", trim, diamond)
    strap = s.tube(
        s.curve(
            [
                (0, high * 0.92, -r),
                (0.05, high * 0.86, -r * 2.1),
                (0.06, high * 0.5, -r * 2.7),
                (0.05, high * 0.2, -r * 2.0),
                (0, high * 0.1, -r * 0.8),
            ],
            32,
        ),
        np.array([[0.008, 0.022]]),
        8,
        up=(0, 0, 1),
    )
    a.add("strap", hide.shaded(0.75), strap, smooth=60)
    hues = s.pick(rng, (("#c8242a", "#f2efe6"), ("#2f66b0", "#f2efe6"), ("#2f8a4a", "#e8b42a"), ("#c8242a", "#e8b42a")))
    spots = [(0.0, 0.0)] + [
        (0.052 * np.sin(t), 0.052 * np.cos(t)) for t in np.arange(5) * 2 * np.pi / 5 + rng.uniform(0, 6)
    ]
    for k, (x, z) in enumerate(spots):
        top = high + rng.uniform(0.17, 0.25)
        foot = np.array((x * 0.6, 0.08, z * 0.6))
        tip = np.array((x * 1.5, top, z * 1.5))
        along = (tip - foot) / np.linalg.norm(tip - foot)
        a.add("arrows", m.BIRCH, s.rod(foot, tip, 0.0095, segments=10))
        vanes = s.union(
            [
                s.extrude([(0, 0), (0.034, 0.02), (0.034, 0.1), (0, 0.125)], 0.013).rotate((0, 120 * j + 40 * k, 0))
                for j in range(3)
            ]
        )
        a.add(
            "feathers" if k % 2 else "other feathers",
            m.FEATHER.coloured(hues[k % 2], f"vane {k % 2}"),
            s.aim(vanes, along).translate(tuple(tip - 0.14 * along)),
        )
        a.add("nocks", m.BONE, s.sphere(0.013, 12).translate(tuple(tip)))
    return a.build(
        {"top": (0, high + 0.2, 0), "inside": (0, high * 0.5, 0), "back": (0, high * 0.5, -r * 2)}
    ).grounded()


@sculpture(
    "breastplate",
    synonyms=("chest armor", "chestplate", "cuirass", "chest armour"),
    kinds=("body armor", "plate armor", "armor vest"),
    size=(0.6, 1.1),
    tint=False,
)
def breastplate(rng: np.random.Generator) -> Sculpture:
    """A cuirass: a ridged chest, a narrow waist, a flared skirt of hoops, openings for neck and arms."""
    a = Assembly()
    metal, trim = s.pick(
        rng, ((m.STEEL, m.GOLD), (m.STEEL, m.BRASS), (m.BRONZE, m.GOLD), (m.DARK_STEEL, m.GOLD)), (4, 2, 2, 1)
    )
    metal = metal.varied(rng, 0.04)
    levels = [
        (0.1, 0.185, 0.13),
        (0.16, 0.165, 0.12),
        (0.24, 0.18, 0.14),
        (0.36, 0.215, 0.17),
        (0.46, 0.22, 0.165),
        (0.55, 0.2, 0.13),
        (0.62, 0.13, 0.095),
    ]
    count = 48
    angle = np.arange(count) * 2 * np.pi / count

    def shell(shrink: float, more: float) -> Solid:
        rings = []
        knots = np.array(levels)
        for y in np.linspace(0.1 - more, 0.62 + more, 22):
            w, d = (
                float(PchipInterpolator(knots[:, 0], knots[:, k], extrapolate=True)(np.clip(y, 0.1, 0.62)))
                for k in (1, 2)
            )
            ridge = 1 + 0.16 * np.clip(np.cos(angle - np.pi / 2), 0, 1) ** 14 * np.clip(
                (y - 0.1) / 0.2, 0, 1
            ) * np.clip((0.62 - y) / 0.15, 0, 1)
            rings.append(
                np.stack([(w - shrink) * np.cos(angle), np.full(count, y), (d - shrink) * np.sin(angle) * ridge], 1)
            )
        return s.loft(rings)

    holes = s.union(
        [s.ellipsoid(0.14, 0.115, 0.105, 32).translate((x * 0.24, 0.5, 0)) for x in (-1, 1)]
        + [s.ellipsoid(0.105, 0.11, 0.12, 32).translate((0, 0.64, 0.01))]
    )
    solid = shell(0, 0) - shell(0.022, 0.06) - holes
    a.add("plate", metal, solid, smooth=40)
    for x in (-1, 1):
        t = np.linspace(0, 2 * np.pi, 33)[:-1]
        edge = np.stack([np.full(32, x * 0.18), 0.5 + 0.105 * np.cos(t), 0.096 * np.sin(t)], 1)
        edge[:, 0] = x * np.interp(edge[:, 1], [0.39, 0.46, 0.55, 0.61], [0.2, 0.185, 0.165, 0.14])
        a.add("trim", trim, s.tube(edge, 0.013, 8, closed=True), smooth=60)
    t = np.linspace(0, 2 * np.pi, 41)[:-1]
    collar = np.stack([0.105 * np.cos(t), 0.6 - 0.035 * np.sin(t) * (np.sin(t) > 0), 0.01 + 0.105 * np.sin(t)], 1)
    a.add("collar", trim, s.tube(collar, 0.015, 8, closed=True), smooth=60)
    belt = np.stack([0.168 * np.cos(t), np.full(40, 0.155), 0.125 * np.sin(t)], 1)
    a.add("belt", m.LEATHER, s.tube(belt, np.tile([[0.022, 0.016]], (40, 1)), 8, closed=True, up=(0, 1, 0)), smooth=60)
    for k, (y, w, d) in enumerate(((0.09, 0.195, 0.15), (0.045, 0.215, 0.168), (0.0, 0.235, 0.185))):
        outer = s.loft(
            [
                np.stack([(w + f) * np.cos(angle), np.full(count, q), (d + f) * np.sin(angle)], 1)
                for q, f in ((y, 0.014), (y + 0.065, -0.008))
            ]
        )
        inner = s.loft(
            [
                np.stack([(w + f - 0.02) * np.cos(angle), np.full(count, q), (d + f - 0.02) * np.sin(angle)], 1)
                for q, f in ((y - 0.01, 0.014), (y + 0.075, -0.008))
            ]
        )
        a.add("skirt", metal.shaded(0.92 if k % 2 else 1.02), outer - inner, smooth=40)
    hem = np.stack([0.249 * np.cos(t), np.full(40, 0.006), 0.199 * np.sin(t)], 1)
    a.add("trim", trim, s.tube(hem, 0.012, 8, closed=True), smooth=60)
    for x in (-1, 1):
        a.add(
            "straps",
            m.LEATHER,
            s.tube(
                s.curve([(x * 0.12, 0.595, 0.075), (x * 0.125, 0.635, 0.0), (x * 0.12, 0.595, -0.075)], 14),
                np.array([[0.012, 0.028]]),
                8,
                up=(0, 1, 0),
            ),
            smooth=60,
        )
        a.add("buckles", trim, s.sphere(0.018, 14).translate((x * 0.12, 0.595, 0.08)), smooth=60)
    mark = s.pick(rng, ("cross", "star", "sun"))
    if mark == "cross":
        crest = s.union(
            [s.box(0.042, 0.17, 0.07).translate((0, -0.085, 0)), s.box(0.13, 0.042, 0.07).translate((0, 0.0, 0))]
        )
    else:
        crest = s.extrude(s.star(5 if mark == "star" else 10, 0.068, 0.032 if mark == "star" else 0.042), 0.07)
    a.add("crest", trim, crest.translate((0, 0.39, 0.178)))
    return a.build({"top": (0, 0.63, 0)}).scaled(rng.uniform(0.98, 1.12)).grounded()


@sculpture(
    "gauntlet",
    synonyms=("armored glove", "armoured glove", "iron glove"),
    kinds=("plate glove", "steel glove"),
    size=(0.28, 0.6),
    tint=False,
)
def gauntlet(rng: np.random.Generator) -> Sculpture:
    """A knight's glove of plates standing on its flared cuff: jointed fingers, knuckles, a thumb aside."""
    a = Assembly()
    metal, trim = s.pick(
        rng, ((m.GOLD, m.BRONZE), (m.DARK_STEEL, m.SILVER), (m.STEEL, m.BRASS), (m.STEEL, m.GOLD)), (1, 2, 2, 4)
    )
    metal = metal.varied(rng, 0.04)
    cuff = s.lathe([(0.05, 0.0), (0.074, 0.0), (0.058, 0.07), (0.042, 0.13)], 0.01, 32).scale((1, 1, 0.85))
    a.add(
        "cuff", metal, cuff + s.cylinder(0.03, 0.05, 0.045, 28).translate((0, 0.075, 0)).scale((1, 1, 0.8)), smooth=40
    )
    a.add("trim", trim, s.torus(0.071, 0.0075, 36, 8).scale((1, 1, 0.85)).translate((0, 0.006, 0)), smooth=60)
    a.add("trim", trim, s.torus(0.045, 0.007, 32, 8).scale((1, 1, 0.82)).translate((0, 0.126, 0)), smooth=60)
    for k in range(3):
        y = 0.13 + 0.026 * k
        plate = s.hull(
            [
                s.rounded_box(0.09 + 0.006 * k, 0.012, 0.052, 0.006).translate((0, y - 0.004, 0)),
                s.rounded_box(0.086 + 0.006 * k, 0.012, 0.044, 0.006).translate((0, y + 0.022, 0)),
            ]
        )
        a.add("plates", metal.shaded(0.92 if k % 2 else 1.04), plate, smooth=30)
    top = 0.222
    a.add(
        "knuckles",
        trim,
        *[
            s.ellipsoid(0.014, 0.013, 0.013, 16).translate((x, top - 0.004, 0.02))
            for x in (-0.039, -0.013, 0.013, 0.039)
        ],
        smooth=60,
    )
    lengths = (0.074, 0.094, 0.1, 0.084)
    for k, (x, length) in enumerate(zip((0.042, 0.0145, -0.0135, -0.041), lengths[::-1], strict=True)):
        fan = (k - 1.5) * -4.5
        curl = rng.uniform(4, 14)
        base, lean = np.array((x, top - 0.01, 0.0)), 0.0
        for j, share in enumerate((0.42, 0.33, 0.25)):
            lean += curl * (j > 0)
            step = length * share
            piece = s.hull(
                [
                    s.rounded_box(0.026 - 0.002 * j, step * 1.08, 0.027 - 0.002 * j, 0.007),
                    s.rounded_box(0.021 - 0.002 * j, step * 1.12, 0.022 - 0.002 * j, 0.006),
                ]
            )
            turned = piece.rotate((lean, 0, 0)).rotate((0, 0, -fan if x < 0 else -fan))
            a.add("fingers", metal.shaded(1.0 if j % 2 else 0.9), turned.translate(tuple(base)), smooth=30)
            up = np.array(
                (np.sin(np.radians(fan)) * np.cos(np.radians(lean)), np.cos(np.radians(lean)), np.sin(np.radians(lean)))
            )
            base = base + up * step
    thumb = np.array((0.048, 0.155, 0.008))
    for j, (step, angle) in enumerate(((0.045, 42), (0.036, 26), (0.03, 14))):
        piece = s.rounded_box(0.028 - 0.002 * j, step * 1.1, 0.03 - 0.002 * j, 0.008).rotate((8, 0, -angle))
        a.add("fingers", metal.shaded(1.0 if j % 2 else 0.9), piece.translate(tuple(thumb)), smooth=30)
        thumb = thumb + step * np.array((np.sin(np.radians(angle)), np.cos(np.radians(angle)), 0.1))
    a.add("palm", m.DARK_LEATHER, s.rounded_box(0.082, 0.08, 0.02, 0.008).translate((0, 0.135, -0.022)), smooth=40)
    a.add("rivets", trim, *[s.sphere(0.0055, 12).translate((x * 0.044, 0.07, 0.043)) for x in (-1, 0, 1)], smooth=60)
    return a.build({"top": (0, top + 0.1, 0), "inside": (0, 0.1, 0)}).scaled(rng.uniform(1.0, 1.15)).grounded()
