"""Folk of fantasy: goblins, dwarfs, elves, gnomes, orcs, trolls and other large and hairy ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.creatures.figure_kit import (
    BROAD,
    DOWN,
    HOLD,
    IMP,
    SLIM,
    SMALL,
    Build,
    axe,
    bow,
    cloth,
    hat,
    hide,
    ragged,
    staff,
)
from bozzetto.foundry.sculpt.creatures.figures import Figure
from bozzetto.foundry.sculpt.sculpture import Sculpture, at, sculpture

Array = NDArray[np.float64]


def tusks(fig: Figure, high: float, x: float = 0.052) -> None:
    """Two teeth up from the lower jaw."""
    root = fig.spot(x, -0.115, 0.0)
    way = s.curve([root - np.array([0, 0.02, 0.01]), root + (0.012, high * 0.45, 0.03), root + (0.012, high, 0.02)], 10)
    fig.add("tusks", m.IVORY, s.mirrored(s.tube(way, s.interpolate([0.022, 0.02, 0.005], 10), 10)), 60)


def loincloth(fig: Figure, material: m.Material, rng: np.random.Generator, low: float, grow: float = 0.02) -> None:
    """A ragged skirt."""
    cut = fig.skirt_solid(fig.hip + 0.07, low - 0.06, fig.build.hips + 0.07, grow, 6, 0.1)
    fig.add("loincloth", material, ragged(cut, low, rng, 0.08, 20), 40)
    fig.belt(m.DARK_LEATHER, fig.hip + 0.04, None, grow=grow + 0.022, high=0.055)


def clawed(fig: Figure, material: m.Material, size: float = 0.018) -> s.Solid:
    """Claws before bare feet."""
    x = fig.build.stance
    return s.mirrored(
        s.group(
            [s.rod((x + dx, 0.03, 0.15), (x + dx * 1.15, 0.016, 0.2), size, 0.004, 10) for dx in (-0.035, 0.01, 0.055)]
        )
    )


@sculpture("goblin", size=(0.8, 2.0), kinds=("hobgoblin", "imp", "gremlin", "kobold"))
def goblin(rng: np.random.Generator) -> Sculpture:
    """Small and green, with great ears, a long nose and a dagger."""
    skin = s.pick(rng, ("#6f9f3c", "#6f9f3c", "#86a84a", "#5a8a4a"))
    fig = Figure(IMP, skin, DOWN, HOLD)
    fig.face("#3a4a1c", "#e8c020", mouth="grin", ears="long", frown=0.03, eye=1.12)
    nose = s.tube(
        [fig.spot(0, 0.0, 0.0), fig.spot(0, -0.045, 0.09), fig.spot(0, -0.085, 0.14)], [0.03, 0.036, 0.014], 12
    )
    fig.add("nose", fig.skin, nose, 60)
    fangs = s.mirrored(s.cone(0.045, 0.014, 8).translate(at(fig.spot(0.04, -0.13, 0.004))))
    fig.add("fangs", m.IVORY, fangs, 30)
    fig.bare_body()
    fig.bare_legs()
    fig.hands(right="fist", size=1.1)
    fig.feet()
    fig.add("claws", m.CLAW, clawed(fig, m.CLAW), 60)
    leather = m.LEATHER.coloured(s.pick(rng, ("#7a4f2a", "#5a3f2c", "#6a3a2a")))
    vest = fig.shell(fig.hip + 0.02, fig.hip + 0.4, 0.016, 44)
    gap = s.extrude([(-0.02, -0.3), (0.02, -0.3), (0.09, 0.45), (-0.09, 0.45)], 1).translate((0, fig.hip + 0.1, 0.5))
    fig.add("jerkin", leather, vest - gap, 60)
    loincloth(fig, cloth("#8a7a52"), rng, fig.hip - 0.17, 0.016)
    fig.cuffs(m.DARK_LEATHER, 0.014, 0.7, 0.95)
    rings = s.mirrored(s.torus(0.032, 0.011, 18, 8).rotate((90, 30, 0)).translate(at(fig.head + (0.36, -0.01, -0.06))))
    fig.add("earrings", m.GOLD, rings, 60)
    blade = s.extrude(
        [(-0.04, 0.09), (0.045, 0.09), (0.05, 0.2), (0.03, 0.3), (0.0, 0.42), (-0.03, 0.3), (-0.05, 0.24)], 0.03, 0.01
    )
    hilt = s.rounded_box(0.15, 0.03, 0.045, 0.01).translate((0, 0.07, 0)) + s.cylinder(
        0.17, 0.024, segments=14
    ).translate((0, -0.1, 0))
    fig.hold("right", [("blade", m.STEEL, blade), ("hilt", m.BRONZE, hilt)], (34, 0, 8))
    return fig.finished(rng.uniform(0.8, 0.95))


@sculpture(
    "dwarf", size=(1.1, 2.2), synonyms=("dwarven warrior",), plural="dwarves", kinds=("dwarf warrior", "miner dwarf")
)
def dwarf(rng: np.random.Generator) -> Sculpture:
    """Short and broad, with a beard to the belt, a helmet and an axe."""
    hair = s.pick(rng, ("#c8642a", "#8a5a30", "#4a2f1c", "#d8d2c6"), (5, 2, 2, 1))
    tunic = s.pick(rng, ("#2f5a8a", "#7a2a2a", "#3f6a3a"))
    fig = Figure(SMALL, s.pick(rng, ("#e9bd98", "#dba57e")), DOWN, HOLD)
    fig.face(hair, "#3a5a7a", nose=1.7, mouth="none", frown=0.012)
    fig.hair("bob", hair)
    fig.beard(hair, rng.uniform(0.24, 0.3), 1.55)
    rings = [s.torus(0.05, 0.02, 20, 8).translate(at(fig.head + np.array([0, -0.4, 0.16]) * fig.scale))]
    fig.add("beard ring", m.GOLD, s.group(rings), 60)
    fig.shirt(cloth(tunic), 0.8, grow=0.02, flare=1.2)
    fig.skirt(cloth(tunic), fig.hip + 0.08, fig.hip - 0.16, 0.295, grow=0.024, folds=8)
    mail = fig.shell(fig.hip + 0.1, fig.hip + 0.38, 0.034)
    fig.add("mail", m.DARK_STEEL, mail, 60)
    fig.cuffs(m.LEATHER, 0.026, 0.74, 0.98)
    fig.bare_arms()
    fig.hands(left="fist", right="fist", size=1.12)
    fig.trousers(cloth("#4a3f36"), grow=0.01)
    fig.boots(m.DARK_LEATHER, 0.22, cuff=m.FUR.coloured("#8a6a4a"), wide=1.2)
    fig.belt(m.LEATHER.coloured("#4a2c1a"), fig.hip + 0.03, m.GOLD, grow=0.05, high=0.085)
    pads = s.mirrored(
        s.ellipsoid(0.135, 0.1, 0.13, 28)
        .trim_by_plane((0, 1, 0), -0.03)
        .rotate((0, 0, -18))
        .translate((fig.build.shoulder + 0.03, fig.shoulder + 0.0, -0.01))
    )
    fig.add("shoulder plates", m.STEEL, pads, 50)
    dome = s.dome(0.205, 0.19, 40)
    rim = s.cylinder(0.06, 0.216, segments=40).translate((0, -0.01, 0)) + s.cone(0.12, 0.05, 16).translate((0, 0.16, 0))
    ridge = s.tube(s.curve([(0, 0.03, 0.21), (0, 0.14, 0.155), (0, 0.195, 0)], 14), 0.026, 8)
    fig.add("helmet", m.STEEL, fig.on_head(dome, 0.055, -4), 50)
    fig.add("helmet bands", m.GOLD, fig.on_head(s.union([rim, ridge]), 0.055, -4), 40)
    if s.chance(rng, 0.5):
        horn = s.tube(
            s.curve([(0.18, 0.06, 0), (0.27, 0.08, 0.02), (0.31, 0.2, 0.04)], 14),
            s.interpolate([0.05, 0.04, 0.008], 14),
            14,
        )
        fig.add("horns", m.HORN, fig.on_head(s.mirrored(horn), 0.055, -4), 60)
    fig.hold("right", axe(0.42, 0.3, 0.19, True), (14, 0, 6))
    return fig.finished(rng.uniform(1.0, 1.12))


@sculpture(
    "elf", size=(1.4, 2.6), plural="elves", synonyms=("elven archer",), kinds=("wood elf", "high elf", "legolas")
)
def elf(rng: np.random.Generator) -> Sculpture:
    """Pointed ears, long hair, a green tunic and cloak, a bow and a quiver."""
    hair = s.pick(rng, ("#e8c868", "#e8c868", "#d8d4c8", "#7a4a28"))
    tunic, cloak = s.pick(rng, (("#4f8a3a", "#2f5a34"), ("#4f8a3a", "#2f5a34"), ("#5a7a4a", "#6a4a30")))
    female = s.chance(rng, 0.4)
    body = (
        Build(0.74, 0.168, 0.15, 0.115, 0.16, 0.74, 0.06, arm=0.052, leg=0.088, neck=0.052, stance=0.09, head=0.96)
        if female
        else SLIM
    )
    fig = Figure(body, s.pick(rng, ("#efcfae", "#e9bd98")), ((0.17, -0.17, 0.04), (0.24, -0.2, 0.2)), DOWN)
    fig.face("#8a6a30" if hair == "#e8c868" else hair, "#3a8a5a", female=female, ears="pointed")
    fig.hair("princess", hair)
    fig.shirt(cloth(tunic).shaded(1.3), 0.97)
    fig.add("tunic", cloth(tunic), fig.shell(fig.hip, fig.hip + 0.4, 0.026), 70)
    fig.skirt(cloth(tunic), fig.hip + 0.1, fig.hip - 0.2, 0.225, grow=0.028, folds=7)
    fig.trousers(cloth("#8a7048"))
    fig.boots(m.LEATHER.coloured("#6a4628"), 0.36, cuff=m.LEATHER.coloured("#8a6038"))
    fig.belt(m.LEATHER, fig.hip + 0.07, m.GOLD, grow=0.042, high=0.05)
    fig.cuffs(m.LEATHER, 0.022, 0.68, 0.97)
    fig.hands(left="fist")
    fig.sash("baldric", m.LEATHER, 0.025, 0.036, -1)
    fig.cape(cloth(cloak), 0.14, 0.33, sweep=72, back=0.1, wide=fig.build.shoulder + 0.03)
    clasp = s.extrude(s.circle(0.04, 20, 0.055), 0.03, 0.01).translate(at(fig.before(0, fig.hip + 0.39, 0.03)))
    collar = fig.ring(fig.hip + 0.38, 0.07, 0.045, 0.0)
    fig.add("cloak collar", cloth(cloak), collar, 50)
    fig.add("clasp", m.GOLD, clasp, 40)
    band = (
        s.torus(0.187, 0.014, 44, 8)
        .scale((1, 1, 1.03))
        .rotate((-14, 0, 0))
        .translate(at(fig.head + np.array([0, 0.1, -0.01]) * fig.scale))
    )
    gem = s.ellipsoid(0.022, 0.03, 0.016, 12).translate(at(fig.spot(0, 0.1, 0.03)))
    fig.add("circlet", m.GOLD, band, 60)
    fig.add("gem", m.Material("jewel", m.srgb("#2fb86a"), 0.1), gem, 60)
    tube = s.cylinder(0.42, 0.06, 0.075, 20)
    shafts = s.group(
        [
            s.rod((x, 0.36, z), (x * 1.5, 0.5, z * 1.5), 0.012)
            for x, z in ((0.03, 0), (-0.03, 0.02), (0, -0.03), (0.01, 0.035))
        ]
    )
    feathers = s.group(
        [
            s.ellipsoid(0.026, 0.06, 0.026, 10).translate((x * 1.5, 0.53, z * 1.5))
            for x, z in ((0.03, 0), (-0.03, 0.02), (0, -0.03), (0.01, 0.035))
        ]
    )
    for name, material, solid in (
        ("quiver", m.LEATHER, tube),
        ("arrows", m.OAK, shafts),
        ("fletching", m.RED, feathers),
    ):
        fig.add(
            name,
            material,
            solid.translate((0, -0.1, 0)).rotate((-6, 0, 24)).translate((-0.02, fig.hip + 0.16, -0.23)),
            40,
        )
    fig.hold("left", bow(), (0, 38, 0))
    return fig.finished(rng.uniform(1.04, 1.12))


@sculpture("gnome", size=(0.25, 1.0), synonyms=("garden gnome", "lawn gnome"), kinds=("garden dwarf", "leprechaun"))
def gnome(rng: np.random.Generator) -> Sculpture:
    """A tall pointed cap, a white beard, a spade, a toadstool or a lantern."""
    cap, coat = s.pick(
        rng, (("#c8242a", "#2f62b0"), ("#c8242a", "#2f62b0"), ("#c8242a", "#3f8a44"), ("#2f8a4a", "#b83a2e"))
    )
    fig = Figure(SMALL, "#ecb896", ((0.2, -0.16, 0.0), (0.14, -0.3, 0.12)), HOLD)
    white = "#f6f3ec"
    fig.face(white, "#3a5a7a", nose=2.0, mouth="smile")
    fig.hair("bob", white)
    fig.beard(white, rng.uniform(0.14, 0.2), 1.5)
    fig.shirt(cloth(coat), 0.96, grow=0.024, flare=1.2)
    fig.skirt(cloth(coat), fig.hip + 0.08, fig.hip - 0.15, 0.27, grow=0.024)
    fig.cuffs(cloth(coat).shaded(0.75), 0.034, 0.86, 1.0)
    fig.hands(left="fist", right="fist", size=1.1)
    fig.trousers(cloth("#6a4a30"))
    fig.boots(m.LEATHER.coloured("#3a2a1e"), 0.2, wide=1.2)
    fig.belt(m.DARK_LEATHER, fig.hip + 0.03, m.GOLD, grow=0.045, high=0.075)
    fig.buttons(m.GOLD, (fig.hip + 0.16,), out=0.03, size=0.026)
    lean = rng.uniform(0.05, 0.4)
    cone = s.warp(
        hat([(0, -0.02), (0.2, -0.03), (0.215, 0.01), (0.19, 0.06), (0.13, 0.28), (0.05, 0.52), (0, 0.6)]),
        lambda p: p - np.stack([0 * p[:, 0], 0 * p[:, 0], lean * np.clip(p[:, 1] - 0.2, 0, 1) ** 2], 1),
    )
    fig.add("cap", cloth(cap), fig.on_head(cone, 0.07, -8), 60)
    thing = s.pick(rng, ("toadstool", "spade", "lantern"))
    grip = fig.grip("right")
    if thing == "spade":
        blade = s.extrude(
            s.curve([(-0.08, 0.0), (-0.075, -0.13), (0, -0.22), (0.075, -0.13), (0.08, 0.0)], 20), 0.03
        ).translate((0, -grip[1] + 0.23, 0))
        handle = staff(0.42, grip[1] - 0.2, 0.022) + s.rod((-0.07, 0.42, 0), (0.07, 0.42, 0), 0.024)
        fig.hold("right", [("spade handle", m.OAK, handle), ("spade", m.STEEL, blade)])
    elif thing == "lantern":
        ring = s.torus(0.05, 0.014, 20, 8).rotate((90, 0, 0)).translate((0, -0.04, 0.02))
        frame = s.cylinder(0.03, 0.075, segments=20).translate((0, -0.31, 0.02)) + s.cone(0.08, 0.085, 20).translate(
            (0, -0.15, 0.02)
        )
        glow = s.cylinder(0.14, 0.058, segments=20).translate((0, -0.29, 0.02))
        fig.hold("right", [("lantern", m.IRON, frame + ring), ("light", m.LAMP_GLOW, glow)])
    else:
        stem = s.cylinder(0.3, 0.045, 0.036, 20)
        top = s.dome(0.14, 0.12, 32).translate((0, 0.28, 0))
        spots, _ = s.scattered(top, rng, 9, 0.075)
        flecks = s.group([s.sphere(0.024, 12).translate(at(p)) for p in spots if p[1] > 0.3])
        for name, material, solid in (
            ("stem", m.WHITE, stem),
            ("mushroom cap", m.PAINT.coloured("#d0262c"), top),
            ("flecks", m.WHITE, flecks),
        ):
            fig.add(name, material, solid.translate((grip[0] - 0.03, 0, grip[2] + 0.03)), 60)
    return fig.finished(rng.uniform(0.28, 0.42))


@sculpture("orc", size=(1.6, 3.4), synonyms=("ork", "orc warrior"), kinds=("uruk",))
def orc(rng: np.random.Generator) -> Sculpture:
    """Green and broad, with tusks, spiked leather and a great axe."""
    skin = s.pick(rng, ("#5f8a3f", "#5f8a3f", "#6a7a4a", "#7a8a5a"))
    fig = Figure(BROAD, skin, ((0.13, -0.2, 0.0), (0.2, -0.38, 0.1)), HOLD)
    fig.head = fig.head + (0, -0.03, 0.04)
    fig.face("#1d1a16", "#c8501e", mouth="flat", ears="pointed", jaw=1.28, nose=1.5, frown=0.034, eye=0.88)
    tusks(fig, 0.1, 0.062)
    tail = s.union(
        [
            s.sphere(0.05, 14).translate((0, 0.2, -0.06)),
            s.tube(
                s.curve([(0, 0.22, -0.06), (0, 0.32, -0.14), (0, 0.2, -0.3)], 12),
                s.interpolate([0.04, 0.05, 0.012], 12),
                10,
            ),
        ]
    )
    fig.add("topknot", m.FUR.coloured("#1d1a16"), tail.translate(at(fig.head)), 60)
    fig.bare_body()
    fig.hands(left="fist", right="fist", size=1.2)
    fig.trousers(cloth("#5a4a3a"), grow=0.02)
    fig.boots(m.DARK_LEATHER, 0.3, cuff=m.FUR.coloured("#6a5a48"), wide=1.2)
    loincloth(fig, m.LEATHER.coloured("#5a3a24"), rng, 0.44)
    fig.sash("strap", m.DARK_LEATHER, 0.035, 0.016)
    fig.cuffs(m.IRON, 0.024, 0.72, 0.96)
    for side, sign in (("left", 1), ("right", -1)):
        joint = fig.arms[side][0]
        pad = s.ellipsoid(0.15, 0.115, 0.15, 28).trim_by_plane((0, 1, 0), -0.02)
        spikes = s.group(
            [
                s.aim(s.cone(0.12, 0.034, 12), (x, 1.0, z)).translate((x * 0.1, 0.09, z * 0.1))
                for x, z in ((0.0, 0.0), (0.9, 0.4), (0.9, -0.5))
            ]
        )
        for name, material, solid in (("shoulder plates", m.IRON, pad), ("spikes", m.BONE, spikes)):
            placed = solid if sign > 0 else solid.mirror((1, 0, 0))
            fig.add(
                name, material, placed.rotate((0, 0, -16 * sign)).translate(at(joint + (0.03 * sign, 0.035, 0))), 50
            )
    paint = s.mirrored(fig.line(((0.03, -0.05), (0.08, -0.06), (0.13, -0.04)), 0.018, 0.002))
    fig.add("war paint", hide("#a8281e"), paint, 60)
    fig.hold("right", axe(0.58, 0.34, 0.22, True), (20, 0, 8))
    return fig.finished(rng.uniform(1.16, 1.3))
