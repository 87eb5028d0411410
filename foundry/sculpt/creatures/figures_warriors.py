"""People who fight: of Japan, the north, the plains, the guard, the future and the ring."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix, noise
from bozzetto.foundry.sculpt.creatures.figure_kit import (
    AKIMBO,
    BROAD,
    DOWN,
    HAIRS,
    HOLD,
    MAN,
    PORT_LEFT,
    PORT_RIGHT,
    axe,
    cloth,
    gun,
    hat,
    katana,
    ribbon,
    skin_of,
)
from bozzetto.foundry.sculpt.creatures.figures import Figure
from bozzetto.foundry.sculpt.sculpture import Sculpture, at, sculpture

Array = NDArray[np.float64]


def camouflage(rng: np.random.Generator, colours: tuple[str, ...]) -> Callable[[Array], Array]:
    """Blotches of three colours."""
    first, second = noise(rng, 0.42, 1), noise(rng, 0.36, 1)
    a, b, c = (np.array(m.srgb(colour)) for colour in colours)

    def paint(p: Array) -> Array:
        out = mix(np.tile(a, (len(p), 1)), b, np.clip((first(p) - 0.1) * 8, 0, 1))
        return mix(out, c, np.clip((second(p) - 0.35) * 8, 0, 1))

    return paint


@sculpture("ninja", size=(1.4, 2.8), synonyms=("shinobi",))
def ninja(rng: np.random.Generator) -> Sculpture:
    """Hooded to the eyes, a sash, swords on the back and in the hand."""
    suit, trim = s.pick(
        rng, (("#24242c", "#b8242a"), ("#24242c", "#b8242a"), ("#26314e", "#8a8f99"), ("#24242c", "#5a4fa8"))
    )
    fig = Figure(
        MAN, skin_of(rng), ((0.17, -0.16, 0.04), (0.1, -0.14, 0.24)), ((0.17, -0.15, 0.03), (0.22, -0.06, 0.22))
    )
    fig.face("#1d1a1c", mouth="none", frown=0.024, ears="none")
    dark = cloth(suit)
    slit = f.box(at(fig.head + (0, 0.018, 0.2)), (0.142, 0.056, 0.12), 0.035)
    hood = fig.skull.grow(0.02).blend(
        f.capsule((0, fig.hip + 0.37, -0.01), at(fig.head - (0, 0.15, 0)), 0.1, 0.09), 0.05
    )
    fig.add("hood", dark, hood.cut(slit, 0.008).solid(60), 70)
    fig.shirt(dark, 0.98, grow=0.02)
    wrap = [
        s.hull([s.ellipsoid(0.045, 0.02, 0.015, 12).translate(at(fig.before(x, y, 0.016))) for x, y in ends])
        for ends in (((-0.1, fig.hip + 0.4), (0.0, fig.hip + 0.22)), ((0.1, fig.hip + 0.4), (0.02, fig.hip + 0.2)))
    ]
    fig.add("lapels", dark.shaded(1.7), s.group(wrap), 50)
    fig.trousers(dark, grow=0.03)
    grey = cloth(suit).shaded(1.9)
    bands = [
        s.torus(fig.build.leg * 0.74 + 0.02, 0.02, 28, 8).translate((x, y, 0))
        for x in (fig.build.stance, -fig.build.stance)
        for y in (0.12, 0.17, 0.22, 0.27)
    ]
    fig.add("wrappings", grey, s.group(bands), 60)
    fig.cuffs(grey, 0.026, 0.62, 0.97)
    fig.hands(dark, right="fist")
    fig.shoes(m.BLACK)
    red = cloth(trim)
    fig.belt(red, fig.hip + 0.05, None, grow=0.04, high=0.075)
    tail = [
        ribbon(
            [
                fig.before(0.07, fig.hip + 0.06, 0.05),
                fig.before(0.1, fig.hip - 0.03, 0.1),
                np.array((0.12 + dx, fig.hip - 0.2, 0.17)),
            ],
            0.045,
        )
        for dx in (0, 0.07)
    ]
    fig.add("sash ends", red, s.group(tail), 40)
    band = s.cylinder(0.06, 0.197, segments=40).scale((0.99, 1, 1.04)).translate(at(fig.head + (0, 0.085, -0.008)))
    knot = fig.head + (0.03, 0.11, -0.2)
    ends = [
        ribbon([knot, knot + (0.06 + dx, 0.0, -0.1), knot + (0.12 + dx, -0.1 - dx, -0.2)], 0.035, up=(0, 1, 0))
        for dx in (-0.02, 0.07)
    ]
    fig.add("headband", red, s.union([band, s.sphere(0.035, 14).translate(at(knot)), *ends]), 40)
    fig.add("plate", m.STEEL, s.rounded_box(0.14, 0.05, 0.02, 0.008).translate(at(fig.head + (0, 0.09, 0.193))), 40)
    back = [("scabbard", m.BLACK.coloured("#3a1a1c"), s.capsule((0, -0.1, 0), (0, 0.45, 0), 0.034, segments=14))]
    back += [(n, q, x.translate((0, 0.4, 0))) for n, q, x in katana(0.05) if n != "blade"]
    for name, material, solid in back:
        fig.add(
            name,
            material,
            solid.translate((0, -0.02, 0)).rotate((0, 0, 42)).translate((0.12, fig.hip + 0.14, -0.2)),
            40,
        )
    fig.hold("right", katana(0.66), (30, 0, -14))
    return fig.finished(rng.uniform(1.03, 1.1))


@sculpture("samurai", size=(1.5, 3.0), plural="samurai", kinds=("shogun", "ronin", "samurai warrior"))
def samurai(rng: np.random.Generator) -> Sculpture:
    """Laced armour, a horned helmet, a katana."""
    main, lace = s.pick(
        rng, (("#a8242a", "#26242a"), ("#a8242a", "#26242a"), ("#2a4a7a", "#c9a24a"), ("#2c2c34", "#b8262c"))
    )
    fig = Figure(MAN, s.pick(rng, ("#e0b48c", "#d9a178")), DOWN, HOLD)
    fig.face("#1d1a1c", mouth="angry", frown=0.022)
    fig.moustache("#1d1a1c", 0.04)
    base, other = np.array(m.srgb(main)), np.array(m.srgb(lace))

    def laced(p: Array) -> Array:
        row = (p[:, 1] % 0.07) / 0.07
        column = (np.arctan2(p[:, 0], p[:, 2]) * 5.5) % 1
        return mix(np.tile(base, (len(p), 1)), other, np.maximum((row < 0.3) * 1.0, 0.5 * (column < 0.16)))

    plate = m.PAINT.coloured(main)
    fig.shirt(cloth("#3a3644"), 0.95, flare=1.5)
    fig.trousers(cloth("#3a3644"), to=0.22, grow=0.05, flare=0.06, name="hakama")
    fig.boots(m.BLACK.coloured("#2c2a2e"), 0.3)
    fig.add("cuirass", plate, fig.shell(fig.hip + 0.06, fig.hip + 0.38, 0.04, 40).refine_to_length(0.03), 60, laced)
    for k in range(7):
        turn = k * 360 / 7
        panel = s.box(0.17, 0.26, 0.035, 0.008).translate((0, -0.25, 0)).refine_to_length(0.03)
        placed = (
            panel.rotate((-20, 0, 0)).translate((0, fig.hip + 0.1, 0.17)).scale((1.12, 1, 0.92)).rotate((0, turn, 0))
        )
        fig.add("skirt plates", plate, placed, 40, laced)
    fig.belt(cloth("#e6d9b0"), fig.hip + 0.06, None, grow=0.055, high=0.055)
    for side, sign in (("left", 1), ("right", -1)):
        joint = fig.arms[side][0]
        shoulder = s.warp(
            s.box(0.28, 0.32, 0.04, 0.01).translate((0, -0.24, 0)),
            lambda p: p + np.stack([0 * p[:, 0], 0 * p[:, 0], -1.6 * p[:, 0] ** 2], 1),
            0.03,
        )
        placed = (
            shoulder.rotate((0, 90 * sign, 0)).rotate((0, 0, 24 * sign)).translate(at(joint + (0.1 * sign, 0.11, 0.0)))
        )
        fig.add("shoulder plates", plate, placed, 40, laced)
    fig.cuffs(plate, 0.026, 0.6, 0.98)
    fig.hands(right="fist")
    iron = m.PAINT.coloured(lace)
    bowl = s.dome(0.207, 0.2, 44)
    ridges = s.around(s.tube(s.curve([(0, 0.02, 0.207), (0, 0.13, 0.165), (0, 0.2, 0.03)], 10), 0.013, 8), 10)
    neck = s.revolve([(0.19, 0.03), (0.215, 0.03), (0.34, -0.17), (0.32, -0.17)], 44)
    neck = neck - s.extrude([(0, 0), (0.36, 0.6), (-0.36, 0.6)], 1.0).rotate((90, 0, 0))
    fig.add("helmet", iron, fig.on_head(bowl + ridges, 0.07, -4), 50)
    fig.add("neck guard", plate, fig.on_head(neck.refine_to_length(0.03), 0.07, -4), 40)
    peak = s.ellipsoid(0.2, 0.02, 0.12, 32).rotate((12, 0, 0)).translate((0, 0.02, 0.17))
    fig.add("peak", iron, fig.on_head(peak, 0.07, -4), 50)
    horn = s.tube(
        s.curve([(0, 0.07, 0.22), (0.14, 0.13, 0.21), (0.23, 0.28, 0.18), (0.22, 0.46, 0.15)], 20),
        np.stack([s.interpolate([0.045, 0.045, 0.036, 0.01], 20), np.full(20, 0.016)], 1),
        12,
        up=(0, 0.6, 1),
    )
    disc = s.rod((0, 0.09, 0.205), (0, 0.09, 0.24), 0.055)
    fig.add("crest", m.GOLD, fig.on_head(s.mirrored(horn) + disc, 0.07, -4), 50)
    fig.add(
        "scabbard",
        m.BLACK.coloured("#2a1a1c"),
        s.capsule((0.23, fig.hip + 0.06, 0.1), (0.3, fig.hip - 0.1, -0.4), 0.03, segments=12),
        50,
    )
    fig.hold("right", katana(0.78), (26, 0, 6))
    return fig.finished(rng.uniform(1.05, 1.12))


@sculpture(
    "cowboy",
    size=(1.5, 2.6),
    synonyms=("cowhand", "gunslinger"),
    kinds=("cowpoke", "cowpuncher", "wrangler", "sheriff"),
)
def cowboy(rng: np.random.Generator) -> Sculpture:
    """A wide hat, a neckerchief, a waistcoat, a gun belt and boots."""
    shirt, scarf, vest = s.pick(
        rng, (("#c9a46a", "#c0262c", "#6a4226"), ("#b8322c", "#e8c040", "#5a3a22"), ("#5a7aa8", "#c0262c", "#7a4a28"))
    )
    hair = s.pick(rng, HAIRS)
    fig = Figure(MAN, skin_of(rng), ((0.17, -0.2, -0.03), (0.13, -0.36, 0.05)), HOLD)
    fig.face(hair, mouth="smile")
    fig.hair("flat", hair)
    if s.chance(rng, 0.6):
        fig.moustache(hair, 0.045, 0.1)
    fig.shirt(cloth(shirt), 0.97)
    waistcoat = fig.shell(fig.hip + 0.03, fig.hip + 0.42, 0.03, 52)
    gap = s.extrude([(-0.05, -0.3), (0.05, -0.3), (0.085, 0.5), (-0.085, 0.5)], 1).translate((0, fig.hip + 0.1, 0.5))
    fig.add("waistcoat", m.LEATHER.coloured(vest), waistcoat - gap, 60)
    fig.trousers(cloth("#35507e"), grow=0.016)
    chaps = []
    for sign in (1, -1):
        x = fig.build.stance
        leg = f.limb(
            np.array([(x * 0.9, fig.hip - 0.1, 0), (x, fig.hip * 0.5, 0.015), (x * 1.05, 0.12, 0)]),
            np.array([0.125, 0.118, 0.13]),
        )
        solid = leg.solid(40).trim_by_plane((0, 1, 0), 0.1).trim_by_plane((0, -1, 0), -(fig.hip - 0.1))
        chaps.append(solid.scale((sign, 1, 1)) if sign > 0 else solid.mirror((1, 0, 0)))
    fig.add("chaps", m.LEATHER.coloured("#8a5a34"), s.group(chaps), 60)
    fig.boots(m.LEATHER.coloured("#5a3a22"), 0.2)
    fig.hands(right="fist", left="fist")
    fig.belt(m.LEATHER.coloured("#4a2c1a"), fig.hip + 0.02, m.GOLD, grow=0.04, high=0.065)
    tip = s.hull(
        [
            s.ellipsoid(0.085, 0.02, 0.025, 14).translate(at(fig.before(0, fig.hip + 0.4, 0.022))),
            s.sphere(0.015, 10).translate(at(fig.before(0, fig.hip + 0.24, 0.03))),
        ]
    )
    fig.add("neckerchief", cloth(scarf), tip, 60)
    fig.scarf("neckerchief", cloth(scarf))
    badge = s.extrude(s.star(5, 0.05, 0.022), 0.03, 0.006).translate(at(fig.before(0.12, fig.hip + 0.3, 0.04)))
    fig.add("star", m.GOLD, badge, 20)
    felt = m.LEATHER.coloured(s.pick(rng, ("#9a6a3a", "#9a6a3a", "#5a3a24", "#3a302a")))
    outline = [(0, 0), (0.38, -0.01), (0.38, 0.02), (0.2, 0.035), (0.185, 0.17), (0.16, 0.26), (0, 0.275)]
    brim = s.warp(
        hat(outline, 0.75, 0.23),
        lambda p: (
            p * (0.86, 1, 1.02)
            - np.stack([0 * p[:, 0], 0.045 * np.exp(-((p[:, 0] / 0.06) ** 2)) * (p[:, 1] > 0.15), 0 * p[:, 0]], 1)
        ),
        0.04,
    )
    fig.add("hat", felt, fig.on_head(brim, 0.08), 60)
    fig.add(
        "hat band",
        m.DARK_LEATHER,
        fig.on_head(s.cylinder(0.045, 0.203, 0.196, 40).scale((0.88, 1, 1.03)).translate((0, 0.035, 0)), 0.08),
        40,
    )
    holster = s.hull(
        [
            s.ellipsoid(0.035, 0.03, 0.05, 14).translate((0.225, fig.hip + 0.01, 0.02)),
            s.ellipsoid(0.03, 0.03, 0.03, 14).translate((0.235, fig.hip - 0.17, 0.04)),
        ]
    )
    fig.add("holster", m.LEATHER.coloured("#4a2c1a"), holster, 50)
    fig.add(
        "gun butt",
        m.IRON,
        s.capsule((0.235, fig.hip + 0.02, 0.0), (0.245, fig.hip + 0.08, -0.03), 0.022, segments=10),
        50,
    )
    if s.chance(rng, 0.6):
        coil = s.group(
            [
                s.torus(0.135 + 0.006 * k, 0.018, 40, 8)
                .rotate((84 + 4 * k, 6 * k, 0))
                .translate((0.0, -0.11, 0.02 * k))
                for k in (-1, 0, 1)
            ]
        )
        fig.hold("right", [("lasso", m.ROPE, coil)], (0, 60, 0))
    else:
        revolver = s.union(
            [
                s.rod((0, 0.03, 0), (0, 0.03, 0.28), 0.022),
                s.rod((0, 0.03, 0.02), (0, 0.03, 0.1), 0.04),
                s.capsule((0, 0.02, 0), (0, -0.07, -0.03), 0.028, segments=10),
            ]
        )
        fig.hold("right", [("revolver", m.DARK_STEEL, revolver.translate((0, 0.03, 0.03)))])
    return fig.finished(rng.uniform(1.07, 1.14))


@sculpture("viking", size=(1.5, 2.8), synonyms=("norseman",), kinds=("berserker", "barbarian"))
def viking(rng: np.random.Generator) -> Sculpture:
    """A horned helmet, a beard, furs, an axe and a round shield."""
    hair = s.pick(rng, ("#c8682a", "#c8682a", "#d9b05a", "#7a4a28"))
    tunic, field = s.pick(rng, (("#3f6a8a", "#b8322c"), ("#7a4a2a", "#2f5f9a"), ("#5a6a3a", "#b8322c")))
    fig = Figure(BROAD, s.pick(rng, ("#e9bd98", "#d9a178")), ((0.15, -0.19, 0.0), (0.17, -0.24, 0.2)), HOLD)
    fig.face(hair, "#3a6a9a", nose=1.3, mouth="none", frown=0.014)
    fig.hair("bob", hair)
    fig.beard(hair, rng.uniform(0.14, 0.2), 1.25)
    fig.shirt(cloth(tunic), 0.6, grow=0.02)
    fig.bare_arms()
    fig.skirt(cloth(tunic), fig.hip + 0.08, 0.42, 0.27, grow=0.02, folds=8)
    fig.cuffs(m.LEATHER, 0.02, 0.72, 0.98)
    fig.hands(left="fist", right="fist")
    fig.trousers(cloth("#5a4a3a"), grow=0.02)
    fig.boots(m.LEATHER, 0.3, cuff=m.FUR.coloured("#8a6a4a"))
    fig.belt(m.DARK_LEATHER, grow=0.04, high=0.075)
    way = fig.course(lambda a: fig.hip + 0.385 - 0.02 * np.cos(np.radians(a)), 0.0, 40)
    fur = s.tube(way, np.stack([np.full(40, 0.085), np.full(40, 0.07)], 1), 16, closed=True)
    fig.add("fur", m.FUR.coloured("#6a5038"), s.roughened(fur, rng, 0.02, 0.06), 30)
    cape = fig.cape_solid(0.3, 0.36, sweep=78, back=0.06, wide=0.28)
    fig.add("cloak", m.FUR.coloured("#5a4430"), s.roughened(cape, rng, 0.012, 0.08, 0.08), 30)
    dome = s.dome(0.2, 0.2, 40)
    rim = s.cylinder(0.06, 0.212, segments=40).translate((0, -0.005, 0))
    ridge = s.tube(
        s.curve([(0, 0.03, 0.205), (0, 0.15, 0.15), (0, 0.205, 0), (0, 0.15, -0.15), (0, 0.03, -0.205)], 24), 0.024, 8
    )
    guard = s.box(0.045, 0.13, 0.03, 0.008).translate((0, -0.09, 0.2))
    fig.add("helmet", m.STEEL, fig.on_head(dome, 0.055, -4), 50)
    fig.add("helmet bands", m.BRONZE, fig.on_head(s.union([rim, ridge, guard]), 0.055, -4), 40)
    horn = s.tube(
        s.curve([(0.17, 0.08, 0), (0.3, 0.1, 0.0), (0.39, 0.2, 0.0), (0.38, 0.38, 0.0)], 20),
        s.interpolate([0.062, 0.056, 0.04, 0.008], 20),
        16,
    )
    fig.add("horns", m.HORN.coloured("#efe4c8"), fig.on_head(s.mirrored(horn), 0.055, -4), 60)
    fig.hold("right", axe(0.5, 0.34, 0.2), (20, 150, 0))
    centre = fig.grip("left") + np.array([0.05, 0, 0.07])
    disc = s.cylinder(0.05, 0.31, segments=48).rotate((90, 0, 0))
    rim = s.torus(0.31, 0.026, 48, 10).rotate((90, 0, 0)).translate((0, 0, 0.01))
    boss = s.ellipsoid(0.075, 0.075, 0.06, 28).translate((0, 0, 0.04))
    first, second = np.array(m.srgb(field)), np.array(m.srgb("#e8dcc0"))
    turn = (4, 22, 0)
    fig.add(
        "shield",
        m.PAINT.coloured(field),
        disc.rotate(turn).translate(at(centre)),
        40,
        lambda p: mix(np.tile(first, (len(p), 1)), second, ((p[:, 0] - centre[0]) * (p[:, 1] - centre[1]) > 0) * 1.0),
    )
    fig.add("shield rim", m.IRON, (rim + boss).rotate(turn).translate(at(centre)), 50)
    return fig.finished(rng.uniform(1.08, 1.16))


@sculpture("soldier", size=(1.5, 2.8), synonyms=("army man", "infantryman"), kinds=("commando", "trooper", "guardsman"))
def soldier(rng: np.random.Generator) -> Sculpture:
    """Camouflage, a helmet, a pack and a rifle."""
    tones = s.pick(
        rng,
        (("#6a7a48", "#3f4a2c", "#8a7a52"), ("#6a7a48", "#3f4a2c", "#8a7a52"), ("#c2ab7c", "#8f7a52", "#a89468")),
        (6, 4, 1),
    )
    hair = s.pick(rng, HAIRS[:3])
    fig = Figure(MAN, skin_of(rng), PORT_LEFT, PORT_RIGHT)
    fig.face(hair, mouth="flat", frown=0.012)
    fig.hair("flat", hair)
    paint, dark = camouflage(rng, tones), cloth(tones[1])
    fig.shirt(cloth(tones[0]), 0.97, grow=0.022, paint=paint, fine=0.06)
    fig.trousers(cloth(tones[0]), grow=0.026, paint=paint, fine=0.06)
    fig.hands(left="fist", right="fist")
    fig.boots(m.BLACK.coloured("#2c2722"), 0.27)
    vest = fig.shell(fig.hip + 0.07, fig.hip + 0.4, 0.045)
    fig.add("vest", dark, vest, 60)
    pouch = s.rounded_box(0.095, 0.11, 0.06, 0.014)
    fig.add(
        "pouches",
        dark.shaded(1.25),
        s.group([pouch.translate(at(fig.before(x, fig.hip + 0.08, 0.045))) for x in (-0.11, 0, 0.11)]),
        40,
    )
    fig.belt(m.BLACK.coloured("#33302a"), fig.hip + 0.02, None, grow=0.035)
    pack = s.rounded_box(0.36, 0.38, 0.17, 0.05).translate((0, fig.hip + 0.04, -0.25))
    roll = s.capsule((-0.19, fig.hip + 0.45, -0.24), (0.19, fig.hip + 0.45, -0.24), 0.06)
    fig.add("pack", cloth(tones[1]).shaded(1.2), pack, 50)
    fig.add("bedroll", cloth(tones[2]), roll, 60)
    shell = s.ellipsoid(0.215, 0.2, 0.23, 44).trim_by_plane((0, 1, 0), -0.02) + s.cylinder(
        0.025, 0.225, segments=44
    ).scale((0.98, 1, 1.06)).translate((0, -0.03, 0))
    ear = s.mirrored(s.ellipsoid(0.035, 0.1, 0.09, 20).translate((0.19, -0.05, -0.02)))
    helmet = fig.on_head(shell + ear, 0.075, -3)
    fig.add("helmet", cloth(tones[0]), helmet, 60, paint, 0.06)
    strap = s.tube(
        s.curve(
            [
                fig.spot(-0.17, -0.03, 0.0),
                fig.spot(-0.12, -0.16, 0.01),
                fig.spot(0, -0.205, 0.005),
                fig.spot(0.12, -0.16, 0.01),
                fig.spot(0.17, -0.03, 0.0),
            ],
            20,
        ),
        0.014,
        8,
    )
    fig.add("chin strap", m.BLACK, strap, 60)
    fig.carry(gun(1.05))
    return fig.finished(rng.uniform(1.06, 1.13))


@sculpture("musketeer", size=(1.5, 2.8), kinds=("swashbuckler",))
def musketeer(rng: np.random.Generator) -> Sculpture:
    """A plumed hat, a tabard with a cross, a rapier."""
    blue, plume = s.pick(rng, (("#2a56b0", "#f2efe6"), ("#2a56b0", "#c8262c"), ("#a8262c", "#f2efe6")), (4, 3, 1))
    hair = s.pick(rng, HAIRS[:3])
    fig = Figure(MAN, s.pick(rng, ("#e9bd98", "#d9a178")), AKIMBO, HOLD)
    fig.face(hair, mouth="smile")
    fig.hair("long", hair)
    fig.moustache(hair, -0.03, 0.1)
    chin = s.hull(
        [
            s.ellipsoid(0.035, 0.02, 0.025, 12).translate(at(fig.spot(0, -0.16, 0.0))),
            s.sphere(0.01, 8).translate(at(fig.spot(0, -0.2, 0.035))),
        ]
    )
    fig.add("goatee", m.FUR.coloured(hair), chin, 60)
    fig.shirt(cloth("#8a6a4a"), 0.95, grow=0.016, flare=1.3)
    fig.trousers(cloth("#5a4634"), grow=0.03)
    fig.hands(left="fist", right="fist")
    fig.cuffs(m.WHITE, 0.04, 0.86, 1.02)
    fig.boots(m.LEATHER.coloured("#5a3a24"), 0.4, cuff=m.LEATHER.coloured("#7a5232"))
    front = [
        s.tube(
            np.array(
                [
                    fig.before(0, fig.hip + 0.41, 0.02),
                    fig.before(0, fig.hip + 0.2, 0.036),
                    (0, fig.hip - 0.02, 0.2),
                    (0, 0.36, 0.24),
                ]
            )
            * (1, 1, k),
            np.stack([[0.15, 0.17, 0.18, 0.21], [0.02] * 4], 1),
            section=s.rectangle(2, 2),
            up=(1, 0, 0),
        )
        for k in (1, -1)
    ]
    fig.add("tabard", cloth(blue), s.union([front[0], front[1], fig.shell(fig.hip + 0.02, fig.hip + 0.4, 0.028)]), 40)
    cross = s.union(
        [
            s.box(0.05, 0.28, 0.03).translate((0, -0.14, 0)),
            s.box(0.22, 0.05, 0.03).translate((0, 0.015, 0)),
            s.sphere(0.03, 12).translate((0, 0.15, 0)),
            s.sphere(0.03, 12).translate((0, -0.15, 0)),
            s.mirrored(s.sphere(0.03, 12).translate((0.12, 0.04, 0))),
        ]
    )
    fig.add(
        "cross",
        m.WHITE,
        s.group(
            [cross.translate(at(fig.before(0, fig.hip + 0.24, 0.055))), cross.translate((0, fig.hip + 0.22, -0.185))]
        ),
        40,
    )
    fig.add("lace collar", m.WHITE, fig.ring(fig.hip + 0.39, 0.07, 0.06, 0.0), 40)
    fig.belt(m.DARK_LEATHER, fig.hip + 0.04, m.GOLD, grow=0.05, high=0.06)
    outline = [(0, 0), (0.37, 0.0), (0.37, 0.025), (0.19, 0.035), (0.17, 0.17), (0.1, 0.2), (0, 0.2)]
    felt = m.CLOTH.coloured("#33282a")
    fig.add(
        "hat",
        felt,
        fig.on_head(
            s.heave(
                hat(outline),
                lambda p: 0.9 * np.clip(p[:, 0] - 0.16, 0, 1),
                0.05,
            ),
            0.08,
        ),
        50,
    )
    fig.add("hat band", m.GOLD, fig.on_head(s.cylinder(0.04, 0.192, 0.186, 40).translate((0, 0.03, 0)), 0.08), 40)
    way = s.curve([(0.18, 0.07, 0.08), (0.24, 0.26, -0.02), (0.2, 0.32, -0.22), (0.14, 0.16, -0.42)], 24)
    feather = s.tube(
        way,
        np.stack([s.interpolate([0.03, 0.085, 0.08, 0.02], 24), s.interpolate([0.02, 0.035, 0.03, 0.01], 24)], 1),
        14,
        up=(1, 0, 0),
    )
    fig.add("plume", m.FEATHER.coloured(plume), fig.on_head(feather, 0.08), 60)
    blade = s.cylinder(0.85, 0.019, 0.008, 12).translate((0, 0.06, 0))
    guard = s.lathe([(0, 0.03), (0.06, 0.05), (0.085, 0.1)], 0.02, 28) + s.rod((-0.12, 0.05, 0), (0.12, 0.05, 0), 0.017)
    grip = s.cylinder(0.17, 0.022, segments=14).translate((0, -0.1, 0)) + s.sphere(0.034, 14).translate((0, -0.11, 0))
    fig.hold("right", [("blade", m.STEEL, blade), ("hilt", m.GOLD, s.union([guard, grip]))], (30, 0, 12))
    return fig.finished(rng.uniform(1.05, 1.12))
