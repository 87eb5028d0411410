"""Large and wild ones: trolls, cyclopes, yetis, werewolves, minotaurs, golems and gargoyles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.creatures.figure_kit import (
    BROAD,
    GIANT,
    HOLD,
    RAISED,
    axe,
    cloth,
    club,
    hide,
    ragged,
)
from bozzetto.foundry.sculpt.creatures.figures import Figure
from bozzetto.foundry.sculpt.creatures.figures_folk import clawed, loincloth, tusks
from bozzetto.foundry.sculpt.creatures.wings import bat_wing
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture

Array = NDArray[np.float64]


def _giant(fig: Figure, rng: np.random.Generator) -> None:
    fig.bare_body()
    fig.bare_legs()
    fig.feet()
    fig.add("claws", m.CLAW.shaded(2.2), clawed(fig, m.CLAW, 0.026), 60)


@sculpture("troll", size=(1.8, 4.4), kinds=("cave troll", "bridge troll", "mountain troll"))
def troll(rng: np.random.Generator) -> Sculpture:
    """Huge and stooping, with a great nose, wild hair and a club."""
    skin, hair = s.pick(rng, (("#7a8f7c", "#4a3a2a"), ("#7f8a5a", "#6a3f22"), ("#6a86a0", "#c8562a")))
    fig = Figure(GIANT, skin, ((0.16, -0.2, 0.04), (0.22, -0.44, 0.12)), HOLD)
    fig.head = fig.head + (0, -0.06, 0.11)
    fig.face(hair, "#c8a01e", mouth="flat", ears="pointed", jaw=1.2, frown=0.02, eye=0.8)
    fig.add(
        "nose",
        fig.skin.shaded(1.14),
        s.union(
            [
                s.ellipsoid(0.06, 0.08, 0.08, 20).translate(at(fig.spot(0, -0.045, 0.06))),
                s.mirrored(s.sphere(0.036, 14).translate(at(fig.spot(0.05, -0.085, 0.035)))),
            ]
        ),
        60,
    )
    tusks(fig, 0.085, 0.07)
    mane = fig.hair_field("short").solid(36)
    fig.add("hair", m.FUR.coloured(hair), s.roughened(mane, rng, 0.016, 0.09), 30)
    tufts = [
        s.aim(s.cone(0.17, 0.06, 10), (x, 1.0, -0.4)).translate(at(fig.head + (x * 0.12, 0.16, -0.04)))
        for x in (-0.7, -0.25, 0.25, 0.7)
    ]
    fig.add("tufts", m.FUR.coloured(hair), s.group(tufts), 40)
    _giant(fig, rng)
    fig.hands(left="open", right="fist", size=1.45)
    loincloth(fig, m.FUR.coloured("#6a4f34"), rng, fig.hip - 0.16)
    fig.hold("right", club(rng, 0.62, 0.1), (24, 0, 14))
    return fig.finished(rng.uniform(1.35, 1.7))


@sculpture("cyclops", size=(1.8, 4.6), plural="cyclopes", synonyms=("one eyed giant", "polyphemus"))
def cyclops(rng: np.random.Generator) -> Sculpture:
    """A giant with one eye, a horn and a club."""
    skin = s.pick(rng, ("#c8925a", "#d8a878", "#8aa0b0", "#b5806a"))
    fig = Figure(GIANT, skin, ((0.16, -0.2, 0.04), (0.22, -0.44, 0.12)), RAISED)
    fig.head = fig.head + (0, -0.02, 0.04)
    fig.face("", mouth="none", ears="pointed", jaw=1.15, nose=1.4, eye=0)
    where = fig.spot(0, 0.045)
    for name, material, r, out in (
        ("eye white", m.EYE_WHITE, 0.092, -0.022),
        ("iris", m.EYE_BLACK.coloured("#3a8a3a"), 0.056, 0.012),
        ("pupil", m.EYE_BLACK, 0.032, 0.03),
    ):
        fig.add(name, material, s.ellipsoid(r, r, r * 0.66, 28).translate(at(where + (0, 0, out))), 60)
    fig.add("lid", fig.skin.shaded(0.82), fig.line(((-0.11, 0.105), (0, 0.15), (0.11, 0.105)), 0.034, 0.016), 60)
    mouth = fig.line(((-0.07, -0.12), (0, -0.13), (0.07, -0.12)), 0.026, -0.006)
    teeth = s.group([s.cone(0.036, 0.015, 8).translate(at(fig.spot(x, -0.136, 0.006))) for x in (-0.05, 0.05)])
    fig.add("mouth", hide("#5a1f1c"), mouth, 60)
    fig.add("teeth", m.IVORY, teeth, 30)
    horn = s.tube(
        s.curve([(0, 0.17, 0.06), (0, 0.27, 0.12), (0, 0.37, 0.1)], 12), s.interpolate([0.055, 0.036, 0.006], 12), 12
    )
    fig.add("horn", m.HORN, horn.translate(at(fig.head)), 60)
    _giant(fig, rng)
    fig.hands(left="fist", right="fist", size=1.4)
    loincloth(fig, m.LEATHER.coloured("#7a5230"), rng, fig.hip - 0.16)
    fig.sash("strap", m.LEATHER.coloured("#7a5230"), 0.05, 0.018)
    fig.cuffs(m.IRON, 0.024, 0.76, 0.96)
    fig.hold("right", club(rng, 0.6, 0.105), (4, 0, 24))
    return fig.finished(rng.uniform(1.4, 1.8))


def _furry(field: f.Field, cells: int, rng: np.random.Generator, amount: float, scale: float) -> s.Solid:
    """A body with tufts."""
    return s.roughened(field.solid(cells), rng, amount, scale)


@sculpture("yeti", size=(1.8, 4.4), synonyms=("abominable snowman", "snow monster"), kinds=("bigfoot", "sasquatch"))
def yeti(rng: np.random.Generator) -> Sculpture:
    """White fur from head to foot, a blue face, long arms."""
    face = s.pick(rng, ("#6f9fc8", "#6f9fc8", "#8a94b8", "#7a8a94"))
    fig = Figure(GIANT, face, ((0.17, -0.2, 0.05), (0.2, -0.46, 0.14)), RAISED)
    c = fig.head = fig.head + (0, -0.02, 0.05)
    k = fig.build
    fur = fig.trunk.grow(0.02).blend(fig.legs_field(0.03, k.stance), 0.05)
    for side in ("left", "right"):
        fur = fur.blend(f.limb(s.curve(fig.arms[side], 7), s.interpolate([0.125, 0.12, 0.125, 0.11], 7)), 0.06)
    fur = fur.blend(f.ellipsoid(at(c + (0, 0.03, -0.03)), (0.21, 0.23, 0.2)), 0.1)
    fur = fur.cut(f.ellipsoid(at(c + (0, -0.01, 0.2)), (0.135, 0.15, 0.12)), 0.03)
    white = m.FUR.coloured("#f1f4f6")
    fig.add("fur", white, _furry(fur, 72, rng, 0.02, 0.1).trim_by_plane((0, 1, 0), 0.02), 40)
    points, normals = s.scattered(fur.solid(30), rng, 90, 0.1)
    keep = (normals[:, 2] < 0.75) | (points[:, 1] < c[1] - 0.2)
    tufts = [
        s.aim(s.cone(0.11, 0.045, 7), n * 0.55 + np.array([0, -0.8, 0])).translate(at(p - n * 0.012))
        for p, n in zip(points[keep], normals[keep], strict=True)
    ]
    fig.add("tufts", white.shaded(0.95), s.group(tufts), 30)
    fig.face("#c8d0d8", "#2a4a8a", mouth="none", ears="none", jaw=1.15, nose=1.3, frown=0.024)
    mouth = fig.line(((-0.075, -0.115), (0, -0.125), (0.075, -0.115)), 0.03, -0.008)
    teeth = s.mirrored(s.cone(0.055, 0.017, 8).translate(at(fig.spot(0.05, -0.135, 0.008))))
    fig.add("mouth", hide("#3a2a4a"), mouth, 60)
    fig.add("teeth", m.IVORY, teeth, 30)
    brow = fig.line(((-0.13, 0.075), (-0.06, 0.1), (0, 0.085), (0.06, 0.1), (0.13, 0.075)), 0.04, 0.0)
    fig.add("brow", white, brow, 60)
    fig.hands(size=1.5)
    foot = fig.foot(0.02, 0.05, 1.35)
    fig.add("feet", fig.skin, s.mirrored(foot), 60)
    return fig.finished(rng.uniform(1.4, 1.75))


@sculpture("werewolf", size=(1.6, 3.4), plural="werewolves", synonyms=("wolfman", "wolf man", "lycanthrope"))
def werewolf(rng: np.random.Generator) -> Sculpture:
    """A wolf's head on a man's body, in torn trousers."""
    fur, belly = s.pick(rng, (("#5f5a58", "#9a948c"), ("#6a4a34", "#a88a6a"), ("#3a383c", "#77727a")))
    fig = Figure(BROAD, fur, ((0.19, -0.13, 0.06), (0.26, -0.14, 0.26)), ((0.19, -0.13, 0.06), (0.26, -0.02, 0.24)))
    c = fig.head = fig.head + (0, -0.04, 0.08)
    coat = m.FUR.coloured(fur)

    def ball(x: float, y: float, z: float, r: tuple[float, float, float]) -> f.Field:
        return f.ellipsoid(at(c + (x, y, z)), r)

    skull = ball(0, 0.03, 0, (0.155, 0.145, 0.17)).blend(
        ball(0.12, -0.07, -0.01, (0.09, 0.09, 0.08)).both_sides(), 0.06
    )
    snout = f.capsule(at(c + (0, -0.03, 0.1)), at(c + (0, -0.055, 0.3)), 0.09, 0.062)
    jaw = f.capsule(at(c + (0, -0.115, 0.08)), at(c + (0, -0.155, 0.25)), 0.06, 0.042)
    neck = f.capsule((0, fig.hip + 0.37, -0.02), at(c - (0, 0.04, 0.06)), 0.15, 0.13)
    fig.skull = skull
    fig.add("head", coat, (skull.blend(snout, 0.06).blend(neck, 0.06) | jaw).solid(60), 180)
    fig.add("mouth", hide("#6a1a1e"), s.capsule(at(c + (0, -0.1, 0.1)), at(c + (0, -0.115, 0.24)), 0.05, 0.036), 60)
    teeth = [
        s.cone(0.045, 0.014, 8).rotate((180, 0, 0)).translate(at(c + (0.05 - 0.008 * k, -0.085, 0.3 - 0.06 * k)))
        for k in range(3)
    ]
    teeth += [s.cone(0.04, 0.013, 8).translate(at(c + (0.034, -0.13, 0.26)))]
    fig.add("teeth", m.IVORY, s.mirrored(s.group(teeth)), 30)
    fig.add("nose", m.BLACK, s.ellipsoid(0.042, 0.034, 0.03, 16).translate(at(c + (0, -0.025, 0.355))), 60)
    ear = s.cone(0.2, 0.075, 16).scale((1, 1, 0.55)).rotate((-8, 0, -16)).translate(at(c + (0.1, 0.11, -0.02)))
    fig.add("ears", coat, s.mirrored(ear), 60)
    eyes = s.mirrored(
        s.ellipsoid(0.036, 0.028, 0.026, 16).rotate((0, 0, 16)).translate(at(fig.spot(0.07, 0.045, -0.004)))
    )
    fig.add("eyes", m.Material("eyes", m.srgb("#ffd22a"), 0.2, emission=m.srgb("#8a6a0a")), eyes, 60)
    fig.add("pupils", m.EYE_BLACK, s.mirrored(s.sphere(0.015, 12).translate(at(fig.spot(0.068, 0.044, 0.014)))), 60)
    fig.add(
        "brows",
        coat.shaded(0.55),
        s.mirrored(fig.line(((0.02, 0.065), (0.07, 0.085), (0.12, 0.105)), 0.022, 0.006)),
        60,
    )
    arms = fig.trunk.grow(0.01)
    for side in ("left", "right"):
        arms = arms.blend(f.limb(s.curve(fig.arms[side], 7), s.interpolate([0.1, 0.092, 0.095, 0.08], 7)), 0.05)
    ruff = f.ellipsoid((0, fig.hip + 0.39, 0.04), (0.19, 0.11, 0.15))
    pale = np.array(m.srgb(belly))
    dark = np.array(m.srgb(fur))
    low = fig.hip + 0.35
    fig.add(
        "body",
        coat,
        s.roughened(arms.blend(ruff, 0.06).solid(60), rng, 0.008, 0.07),
        40,
        lambda p: (
            dark
            + (pale - dark)
            * (np.clip((0.15 - np.abs(p[:, 0])) / 0.04, 0, 1) * (p[:, 2] > 0.03) * (p[:, 1] < low))[:, None]
        ),
        0.04,
    )
    points, normals = s.scattered(arms.blend(ruff, 0.06).solid(30), rng, 44, 0.12)
    keep = (normals[:, 2] < 0.55) | (points[:, 1] > fig.hip + 0.3)
    tufts = [
        s.aim(s.cone(0.09, 0.036, 7), n * 0.6 + np.array([0, -0.7, 0])).translate(at(p - n * 0.01))
        for p, n in zip(points[keep], normals[keep], strict=True)
    ]
    fig.add("tufts", coat.shaded(0.85), s.group(tufts), 30)
    shins = fig.legs_field(0.0, fig.build.stance).solid(50).trim_by_plane((0, 1, 0), 0.03)
    fig.add("legs", coat, shins, 180)
    fig.add("feet", coat, s.mirrored(fig.foot(0.014, 0.05, 1.2)), 60)
    fig.add("trousers", cloth("#3f5a8a"), ragged(fig.legs_field(0.02, fig.build.stance).solid(56), 0.24, rng, 0.12), 50)
    fig.belt(m.DARK_LEATHER, fig.hip + 0.04, None, grow=0.03, high=0.05)
    fig.hands(coat.shaded(0.7), size=1.25)
    nails = [
        s.aim(s.cone(0.06, 0.016, 8), d).translate(at(fig.arms[side][2] + d * 0.19 + np.array([t, 0.01, 0])))
        for side in ("left", "right")
        for d in [(fig.arms[side][2] - fig.arms[side][1]) / np.linalg.norm(fig.arms[side][2] - fig.arms[side][1])]
        for t in (-0.03, 0.0, 0.03)
    ]
    fig.add("claws", m.CLAW, s.group([*nails, clawed(fig, m.CLAW, 0.024).translate((0, 0, 0.06))]), 60)
    tail = s.curve([(0, fig.hip + 0.02, -0.13), (0.05, fig.hip - 0.08, -0.3), (0.1, fig.hip - 0.06, -0.46)], 16)
    fig.add("tail", coat, s.tube(tail, s.interpolate([0.045, 0.085, 0.075, 0.012], 16), 14), 60)
    return fig.finished(rng.uniform(1.15, 1.28))


@sculpture("minotaur", size=(1.6, 3.8), synonyms=("bull man",), kinds=("tauren",))
def minotaur(rng: np.random.Generator) -> Sculpture:
    """A bull's head and legs, a man's chest, a great axe."""
    fur, skin = s.pick(
        rng, (("#5a3a24", "#b57d52"), ("#5a3a24", "#a86f4a"), ("#33281f", "#8a5a3a"), ("#7a5230", "#c8946a"))
    )
    fig = Figure(BROAD, skin, ((0.15, -0.19, 0.0), (0.22, -0.37, 0.11)), HOLD)
    c = fig.head = fig.head + (0, -0.02, 0.07)
    coat = m.FUR.coloured(fur)
    skull = f.ellipsoid(at(c + (0, 0.03, 0)), (0.165, 0.15, 0.17))
    snout = f.capsule(at(c + (0, -0.04, 0.09)), at(c + (0, -0.12, 0.23)), 0.105, 0.088)
    brow = f.ellipsoid(at(c + (0, 0.09, 0.1)), (0.13, 0.05, 0.07))
    neck = f.capsule((0, fig.hip + 0.38, -0.03), at(c - (0, 0.02, 0.06)), 0.16, 0.14)
    head = skull.blend(brow, 0.04).blend(snout, 0.06)
    fig.skull = head
    muzzle = np.array(m.srgb("#c9a184"))
    base = np.array(m.srgb(fur))
    fig.add(
        "head",
        coat,
        head.blend(neck, 0.08).solid(52),
        180,
        lambda p: (
            base
            + (muzzle - base)
            * np.clip((0.13 - np.linalg.norm(p - (c + (0, -0.13, 0.25)), axis=1)) / 0.02, 0, 1)[:, None]
        ),
        0.022,
    )
    tip = c + (0, -0.1, 0.305)
    fig.add(
        "nostrils", m.BLACK, s.mirrored(s.ellipsoid(0.02, 0.015, 0.02, 12).translate(at(tip + (0.038, 0.0, 0.0)))), 60
    )
    fig.add(
        "nose ring", m.GOLD, s.torus(0.05, 0.014, 24, 8).rotate((80, 0, 0)).translate(at(tip + (0, -0.055, 0.02))), 60
    )
    fig.add(
        "mouth",
        hide("#4a1a16"),
        s.tube(s.curve([c + (-0.07, -0.185, 0.22), c + (0, -0.185, 0.305), c + (0.07, -0.185, 0.22)], 10), 0.014, 8),
        60,
    )
    eyes = s.mirrored(s.ellipsoid(0.032, 0.026, 0.026, 16).translate(at(fig.spot(0.085, 0.035, -0.004))))
    fig.add("eyes", m.Material("eyes", m.srgb("#f0b820"), 0.2), eyes, 60)
    fig.add("pupils", m.EYE_BLACK, s.mirrored(s.sphere(0.016, 12).translate(at(fig.spot(0.083, 0.034, 0.012)))), 60)
    horn = s.tube(
        s.curve([(0.1, 0.1, 0.0), (0.24, 0.12, 0.01), (0.36, 0.2, 0.05), (0.36, 0.36, 0.08)], 20),
        s.interpolate([0.062, 0.056, 0.038, 0.006], 20),
        14,
    )
    fig.add("horns", m.HORN.coloured("#efe6cf"), s.mirrored(horn).translate(at(c)), 60)
    ear = s.ellipsoid(0.1, 0.042, 0.03, 20).rotate((0, 0, -12)).translate(at(c + (0.23, 0.02, -0.03)))
    fig.add("ears", coat, s.mirrored(ear), 60)
    tuft = s.union(
        [
            s.ellipsoid(0.08, 0.07, 0.07, 16).translate((0, 0.16, 0.07)),
            *(s.cone(0.13, 0.035, 8).rotate((160, 0, 20 * k)).translate((0.04 * k, 0.17, 0.13)) for k in (-1, 0, 1)),
        ]
    )
    fig.add("forelock", coat.shaded(0.6), tuft.translate(at(c)), 40)
    fig.bare_body()
    mane = f.ellipsoid((0, fig.hip + 0.36, -0.08), (0.2, 0.12, 0.12)).solid(36)
    fig.add("mane", coat.shaded(0.8), s.roughened(mane, rng, 0.02, 0.07), 30)
    chest = s.mirrored(
        s.ellipsoid(0.1, 0.07, 0.03, 20).rotate((0, 12, 0)).translate(at(fig.before(0.1, fig.hip + 0.315, -0.012)))
    )
    fig.add("muscles", fig.skin, chest, 60)
    fig.hands(left="fist", right="fist", size=1.2)
    x, hip = fig.build.stance, fig.hip
    leg = f.limb(
        np.array(
            [(x * 0.9, hip - 0.02, 0), (x * 1.1, hip * 0.58, 0.07), (x * 1.1, hip * 0.32, -0.07), (x * 1.1, 0.08, 0.0)]
        ),
        np.array([0.135, 0.115, 0.078, 0.07]),
    )
    legs = leg.both_sides().blend(f.ellipsoid((0, hip + 0.02, 0), (fig.build.hips, 0.12, 0.14)), 0.06)
    fig.add("legs", coat, s.roughened(legs.solid(56), rng, 0.008, 0.07), 60)
    hoof = s.cylinder(0.1, 0.1, 0.078, 24).scale((1, 1, 1.2)).translate((x * 1.1, 0, 0.02))
    fig.add("hooves", m.CLAW, s.mirrored(hoof), 50)
    loincloth(fig, m.LEATHER.coloured("#8a2f24"), rng, hip - 0.24, 0.03)
    fig.cuffs(m.BRONZE, 0.022, 0.74, 0.96)
    tail = s.curve([(0, hip, -0.13), (0.06, hip - 0.16, -0.26), (0.1, hip - 0.36, -0.24)], 16)
    fig.add(
        "tail",
        coat,
        s.tube(tail, 0.026, 10) + s.ellipsoid(0.05, 0.085, 0.05, 14).translate((0.1, hip - 0.42, -0.24)),
        60,
    )
    fig.hold("right", axe(0.6, 0.36, 0.24, True), (20, 0, 8))
    return fig.finished(rng.uniform(1.2, 1.4))


@sculpture(
    "golem",
    size=(1.8, 4.6),
    synonyms=("stone golem", "rock golem"),
    kinds=("stone giant", "rock monster", "colossus"),
    material="stone",
)
def golem(rng: np.random.Generator) -> Sculpture:
    """Boulders in the shape of a man, with glowing eyes and moss."""
    stone = m.STONE.coloured(s.pick(rng, ("#8f8a82", "#8f8a82", "#7a7468", "#a08a6a"))).varied(rng)
    light = s.pick(rng, ("#5fe0ff", "#5fe0ff", "#ffa02a", "#7fff6a"))

    def rock(size: tuple[float, float, float], where: tuple[float, float, float], lean: float = 0.0) -> s.Solid:
        block = s.hull(
            [
                s.ellipsoid(size[0] * 0.5, size[1] * 0.5, size[2] * 0.5, 9),
                s.box(size[0] * 0.74, size[1] * 0.84, size[2] * 0.74).translate((0, -size[1] * 0.42, 0)),
            ]
        )
        turn = (float(rng.uniform(-8, 8)), float(rng.uniform(-25, 25)), lean + float(rng.uniform(-6, 6)))
        return s.roughened(block, rng, 0.016, 0.2, 0.09).rotate(turn).translate(where)

    blocks = [
        rock((0.72, 0.52, 0.5), (0, 1.1, 0)),
        rock((0.44, 0.3, 0.36), (0, 0.78, 0.0)),
        rock((0.36, 0.22, 0.32), (0, 0.62, 0)),
    ]
    head = s.roughened(
        s.hull(
            [s.box(0.3, 0.2, 0.28, 0.04).translate((0, 0, 0)), s.box(0.22, 0.3, 0.22, 0.04).translate((0, 0.0, -0.02))]
        ),
        rng,
        0.01,
        0.15,
        0.08,
    )
    head = head.translate((0, 1.33, 0.1))
    brow = s.box(0.3, 0.07, 0.08, 0.02).translate((0, 1.48, 0.22))
    jaw = s.box(0.26, 0.09, 0.2, 0.02).translate((0, 1.31, 0.15))
    for sign in (1, -1):
        blocks += [
            rock((0.36, 0.34, 0.36), (0.46 * sign, 1.22, 0), 10 * sign),
            rock((0.25, 0.3, 0.25), (0.56 * sign, 0.96, 0.02), 8 * sign),
            rock((0.3, 0.34, 0.3), (0.6 * sign, 0.68, 0.06)),
            rock((0.3, 0.24, 0.32), (0.61 * sign, 0.44, 0.1)),
            rock((0.28, 0.3, 0.28), (0.2 * sign, 0.46, 0.02)),
            rock((0.3, 0.28, 0.3), (0.23 * sign, 0.24, 0.0)),
            s.roughened(s.box(0.32, 0.15, 0.42, 0.03), rng, 0.01, 0.2, 0.09).translate((0.24 * sign, 0.0, 0.06)),
        ]
        blocks += [
            s.capsule((0.61 * sign + dx, 0.4, 0.2), (0.6 * sign + dx, 0.3, 0.24), 0.05, 0.045, 8)
            for dx in (-0.09, 0.0, 0.09)
        ]
    glow = m.Material("glow", m.srgb(light), 0.3, emission=m.srgb(light))
    eyes = s.mirrored(s.box(0.07, 0.042, 0.04, 0.01).translate((0.068, 1.432, 0.235)))
    core = s.extrude([(0, 0.1), (0.07, 0.03), (0.05, -0.09), (-0.05, -0.09), (-0.07, 0.03)], 0.06, 0.015).translate(
        (0, 1.12, 0.25)
    )
    cracks = [
        s.tube(np.array(path), 0.016, 6)
        for path in (
            [(0.05, 1.15, 0.262), (0.14, 1.22, 0.245), (0.2, 1.2, 0.22)],
            [(-0.05, 1.16, 0.262), (-0.12, 1.24, 0.245)],
            [(-0.04, 1.04, 0.258), (-0.12, 0.97, 0.235)],
        )
    ]
    moss = [s.ellipsoid(0.17, 0.05, 0.15, 18).translate((0.47 * sign, 1.385, -0.01)) for sign in (1, -1)] + [
        s.ellipsoid(0.14, 0.04, 0.12, 18).translate((0.03, 1.575, 0.06))
    ]
    moss += [
        s.ellipsoid(0.03, 0.09, 0.03, 10).translate((0.47 * sign + dx, 1.33, 0.12))
        for sign in (1, -1)
        for dx in (-0.07, 0.03)
    ]
    return finished(
        [
            Part("stones", s.group(blocks), stone, 20),
            Part("head", s.union([head, brow, jaw]), stone.shaded(0.92), 20),
            Part("eyes", eyes, glow, 30),
            Part("core", s.group([core, *cracks]), glow, 40),
            Part("moss", s.roughened(s.group(moss), rng, 0.01, 0.05), m.GRASS.coloured("#5f8a3a"), 40),
        ],
        rng.uniform(1.3, 1.7),
        {"head": (0, 1.6, 0.08)},
    )


@sculpture("gargoyle", size=(0.5, 2.6), synonyms=("stone gargoyle",), kinds=("grotesque",), material="stone")
def gargoyle(rng: np.random.Generator) -> Sculpture:
    """A winged, horned beast of stone that crouches on a plinth."""
    stone = m.STONE.coloured(s.pick(rng, ("#84868a", "#84868a", "#75726c", "#9a958a"))).varied(rng)
    body = f.ellipsoid((0, 0.62, -0.04), (0.2, 0.24, 0.19)).blend(f.ellipsoid((0, 0.42, -0.12), (0.2, 0.17, 0.18)), 0.1)
    thigh = f.limb(
        np.array([(0.16, 0.38, -0.1), (0.29, 0.52, 0.12), (0.25, 0.25, 0.02), (0.25, 0.22, 0.12)]),
        np.array([0.12, 0.1, 0.075, 0.075]),
    )
    foot = f.ellipsoid((0.25, 0.23, 0.15), (0.085, 0.045, 0.12))
    arm = f.limb(np.array([(0.18, 0.74, 0.02), (0.2, 0.52, 0.16), (0.1, 0.28, 0.26)]), np.array([0.085, 0.065, 0.055]))
    hand = f.ellipsoid((0.095, 0.23, 0.29), (0.065, 0.045, 0.08))
    body = body.blend(thigh.blend(foot, 0.03).both_sides(), 0.05).blend(arm.blend(hand, 0.03).both_sides(), 0.05)
    c = np.array([0, 0.97, 0.14])
    head = f.ellipsoid(at(c), (0.15, 0.14, 0.15)).blend(
        f.capsule(at(c + (0, -0.04, 0.08)), at(c + (0, -0.06, 0.19)), 0.085, 0.06), 0.05
    )
    head = head.blend(f.capsule(at(c + (0, -0.11, 0.05)), at(c + (0, -0.135, 0.15)), 0.07, 0.05), 0.02)
    head = head.cut(f.ellipsoid(at(c + (0.065, 0.035, 0.135)), (0.036, 0.026, 0.05)).both_sides(), 0.01)
    head = head.cut(f.box(at(c + (0, -0.102, 0.2)), (0.075, 0.014, 0.09), 0.008))
    body = body.blend(f.capsule((0, 0.8, 0.0), at(c - (0, 0.06, 0.05)), 0.12, 0.1), 0.06).blend(head, 0.04)
    ear = s.cone(0.2, 0.06, 14).scale((1, 1, 0.5)).rotate((0, 0, -62)).translate(at(c + (0.12, 0.03, -0.02)))
    horn = s.tube(
        s.curve([c + (0.075, 0.1, 0.02), c + (0.13, 0.22, -0.02), c + (0.1, 0.32, -0.1)], 14),
        s.interpolate([0.045, 0.035, 0.006], 14),
        12,
    )
    fangs = s.mirrored(
        s.group(
            [
                s.cone(0.045, 0.014, 8).translate(at(c + (0.045, -0.115, 0.19))),
                s.cone(0.035, 0.012, 8).rotate((180, 0, 0)).translate(at(c + (0.03, -0.095, 0.235))),
            ]
        )
    )
    brow = s.mirrored(s.capsule(at(c + (0.02, 0.06, 0.145)), at(c + (0.12, 0.095, 0.1)), 0.026, 0.02, 10))
    claws = [
        s.rod((x, 0.22, z), (x * 1.05, 0.195, z + 0.06), 0.022, 0.005, 8)
        for x, z in ((0.2, 0.25), (0.25, 0.27), (0.3, 0.25), (0.055, 0.35), (0.095, 0.365), (0.135, 0.35))
    ]
    bones, skin = bat_wing(rng.uniform(0.55, 0.66), rng.uniform(0.48, 0.56), 0.04)
    wings = [x.rotate((0, 24, 12)).translate((0.07, 0.74, -0.17)) for x in (bones.scale((1, 1, 1.25)), skin)]
    tail = s.tube(
        s.curve([(0, 0.36, -0.26), (0.14, 0.27, -0.36), (0.3, 0.26, -0.2), (0.38, 0.3, -0.02)], 20),
        s.interpolate([0.05, 0.04, 0.024], 20),
        10,
    )
    barb = s.cone(0.12, 0.05, 4).rotate((60, 0, -20)).translate((0.38, 0.3, -0.02))
    base = s.box(0.74, 0.1, 0.74, 0.02) + s.box(0.62, 0.09, 0.62, 0.015).translate((0, 0.1, 0))
    pupils = s.mirrored(s.sphere(0.026, 14).translate(at(c + (0.063, 0.032, 0.108))))
    return finished(
        [
            Part("body", body.solid(80).simplify(0.0012), stone, 180),
            Part("horns", s.mirrored(s.group([ear, horn])), stone.shaded(0.85), 60),
            Part("teeth", s.group([fangs, brow]), stone.shaded(1.15), 50),
            Part("eyes", pupils, stone.shaded(0.35), 60),
            Part("claws", s.mirrored(s.group(claws)), stone.shaded(0.75), 50),
            Part("wing bones", s.mirrored(wings[0]), stone, 50),
            Part("wing skin", s.mirrored(wings[1]), stone.shaded(0.82), 20),
            Part("tail", s.group([tail, barb]), stone, 60),
            Part("plinth", base, stone.shaded(0.72), 30),
        ],
        rng.uniform(0.6, 1.1),
        {"head": at(c + (0, 0.14, 0))},
    )
