"""Beasts of myth: pegasus, griffin, phoenix, centaur and hydra. They look along +Z."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import cells, mix
from bozzetto.foundry.sculpt.creatures.figure_kit import (
    HOLD,
    MAN,
    bow,
    skin_of,
)
from bozzetto.foundry.sculpt.creatures.figures import Figure
from bozzetto.foundry.sculpt.creatures.quadrupeds import BEASTS, Beast, beast
from bozzetto.foundry.sculpt.creatures.wings import feather_wing
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import bead_eyes

Array = NDArray[np.float64]


def _unit_beast(b: Beast, rng: np.random.Generator) -> tuple[Sculpture, float]:
    """An animal, its shoulder one unit high, and its true height."""
    made = beast(b, rng)
    height = made.anchors["back"][1]
    return made.scaled(1 / height), height


@sculpture("pegasus", size=(1.6, 6.0), synonyms=("winged horse", "flying horse"), plural="pegasi")
def pegasus(rng: np.random.Generator) -> Sculpture:
    """A white horse with feathered wings."""
    coat, mane = s.pick(rng, (("#f8f7f4", "#e8dcc0"), ("#f8f7f4", "#cfd8ea"), ("#f4efe6", "#e6c98a")))
    unicorn = BEASTS["unicorn"][0]
    made, height = _unit_beast(replace(unicorn, horns="", dark=mane, coat=replace(unicorn.coat, base=coat)), rng)
    wing = feather_wing(0.62, 0.78, rng, 0.85).rotate((0, 0, rng.uniform(34, 44))).rotate((0, rng.uniform(40, 52), 0))
    placed = wing.scale((1, 1, 1.25)).translate((0.12, 0.9, 0.12))
    parts = (*made.parts, Part("wings", s.mirrored(placed), m.FEATHER.coloured("#fdfcf8"), 50))
    return Sculpture(parts, {**made.anchors, "top": (0.0, placed.bounding_box()[4], 0.0)}).scaled(height)


@sculpture("griffin", size=(1.6, 6.0), synonyms=("gryphon",), kinds=("hippogriff", "opinicus"))
def griffin(rng: np.random.Generator) -> Sculpture:
    """A lion's body, an eagle's head, talons and wings."""
    fur, feather, wing_colour = s.pick(
        rng, (("#c98f3f", "#f4efe2", "#8a5a2e"), ("#c98f3f", "#e0b870", "#7a4a26"), ("#b07a3a", "#f4efe2", "#a06a34"))
    )
    lion = BEASTS["lioness"][0]
    b = replace(
        lion,
        ears="",
        snout=(0.02, 0.08, 0.06, 0.0),
        neck=0.3,
        rise=52,
        length=1.2,
        coat=replace(lion.coat, base=fur, muzzle=""),
        nose="",
    )
    made, height = _unit_beast(b, rng)
    parts = [part for part in made.parts if part.name not in ("body", "eyes")]
    body = next(part for part in made.parts if part.name == "body")
    parts.append(replace(body, solid=body.solid.simplify(0.0015).refine_to_length(0.06)))
    head = np.array(made.anchors["head"]) - (0, b.head[1], 0)
    chest = np.array([0, 0.74, b.length / 2 - 0.26])
    skull = f.ellipsoid(at(head + (0, 0.01, 0)), (0.155, 0.165, 0.175))
    neck = f.limb(
        np.array([head - (0, 0.06, 0.06), (head + chest) / 2 + (0, 0.02, -0.02), chest]), np.array([0.17, 0.225, 0.275])
    )
    ruff = skull.blend(neck, 0.1)
    parts.append(Part("head feathers", ruff.solid(52).simplify(0.001), m.FEATHER.coloured(feather), 180))
    points, normals = s.scattered(ruff.solid(26), rng, 70, 0.085)
    keep = points[:, 1] < head[1] - 0.08
    tufts = [
        s.aim(s.ellipsoid(0.05, 0.1, 0.022, 10), n * 0.35 + np.array([0, -0.9, -0.1])).translate(at(p + n * 0.004))
        for p, n in zip(points[keep], normals[keep], strict=True)
    ]
    parts.append(Part("ruff", s.group(tufts), m.FEATHER.coloured(feather).shaded(0.9), 50))
    bill = s.tube(
        s.curve([head + (0, -0.01, 0.1), head + (0, -0.01, 0.22), head + (0, -0.07, 0.3), head + (0, -0.16, 0.29)], 20),
        s.interpolate([0.085, 0.07, 0.045, 0.008], 20),
        16,
    )
    lower = s.capsule(at(head + (0, -0.085, 0.1)), at(head + (0, -0.1, 0.2)), 0.045, 0.022)
    parts.append(Part("beak", bill + lower, m.HORN.coloured("#eeb024"), 60))
    eyes = bead_eyes(at(head + (0.125, 0.045, 0.1)), 0.034, "#e8a81c")
    brow = s.mirrored(s.capsule(at(head + (0.06, 0.1, 0.16)), at(head + (0.16, 0.09, 0.03)), 0.03, 0.02, 12))
    ears = s.mirrored(s.cone(0.18, 0.055, 14).rotate((-16, 0, -22)).translate(at(head + (0.085, 0.12, -0.03))))
    parts += [
        *eyes,
        Part("brows", brow, m.FEATHER.coloured(feather), 60),
        Part("ear tufts", ears, m.FEATHER.coloured(wing_colour), 50),
    ]
    x, z = b.chest * b.broad * 0.62, b.length / 2 - b.chest * 0.9
    shin = s.capsule((x, 0.36, z), (x, 0.07, z), 0.082, 0.06)
    toes = [
        s.capsule((x, 0.055, z), (x + dx, 0.04, z + dz), 0.045, 0.034, 10)
        for dx, dz in ((-0.06, 0.13), (0, 0.15), (0.06, 0.13))
    ]
    nails = [
        s.rod((x + dx, 0.045, z + dz), (x + dx * 1.3, 0.012, z + dz + 0.07), 0.026, 0.005, 8)
        for dx, dz in ((-0.06, 0.13), (0, 0.15), (0.06, 0.13))
    ]
    parts.append(Part("talons", s.mirrored(s.union([shin, *toes])), m.HORN.coloured("#e8b030"), 60))
    parts.append(Part("claws", s.mirrored(s.group(nails)), m.CLAW, 50))
    wing = feather_wing(0.64, 0.8, rng, 0.85).rotate((0, 0, rng.uniform(32, 42))).rotate((0, rng.uniform(40, 52), 0))
    placed = wing.scale((1, 1, 1.25)).translate((0.13, 0.86, 0.1))
    parts.append(Part("wings", s.mirrored(placed), m.FEATHER.coloured(wing_colour), 50))
    anchors = {**made.anchors, "top": (0.0, placed.bounding_box()[4], 0.0)}
    return Sculpture(tuple(parts), anchors).scaled(height)


@sculpture("phoenix", size=(1.0, 4.5), plural="phoenixes")
def phoenix(rng: np.random.Generator) -> Sculpture:
    """A bird of fire: wings raised, a crest, long plumes for a tail."""
    low, mid, high = (
        np.array(m.srgb(c)) for c in s.pick(rng, (("#c81e1e", "#f07a1e", "#ffd23a"), ("#b0181e", "#e85a1e", "#ffc02a")))
    )

    def burning(p: Array) -> Array:
        far = np.clip(np.linalg.norm((p - (0, 0.95, 0.05)) * (1, 0.9, 1), axis=1) / 0.85, 0, 1)
        first = mix(np.tile(low, (len(p), 1)), mid, np.clip(far * 2, 0, 1))
        return mix(first, high, np.clip(far * 2 - 1, 0, 1))

    fire = m.Material("fire", m.srgb("#e8641e"), 0.7, emission=m.srgb("#4a1606"))
    body = f.ellipsoid((0, 0, 0), (0.17, 0.25, 0.17)).rotate((22, 0, 0)).move((0, 0.92, 0.02))
    neck = f.limb(
        s.curve([(0, 1.02, 0.08), (0, 1.22, 0.14), (0, 1.36, 0.12), (0, 1.45, 0.17)], 10),
        s.interpolate([0.15, 0.09, 0.075, 0.08], 10),
    )
    head = np.array([0, 1.47, 0.19])
    body = body.blend(neck, 0.1).blend(f.ellipsoid(at(head), (0.095, 0.095, 0.11)), 0.05)
    thigh = f.capsule((0.085, 0.78, 0.02), (0.095, 0.62, 0.04), 0.09, 0.055)
    body = body.blend(thigh.both_sides(), 0.06)
    wing = feather_wing(0.74, 1.0, rng, 0.92).rotate((0, rng.uniform(10, 20), rng.uniform(30, 40)))
    wings = s.mirrored(wing.scale((1, 1, 1.25)).translate((0.1, 1.05, -0.02)))
    plumes = []
    for k, x in enumerate((-0.3, -0.17, 0.0, 0.17, 0.3)):
        end = 0.1 + 0.05 * abs(k - 2)
        way = s.curve(
            [
                (0, 0.78, -0.12),
                (x * 0.5, 0.52, -0.32),
                (x * 1.1, 0.22, -0.55),
                (x * 1.5, end, -0.85),
                (x * 1.7, end + 0.09, -1.0),
            ],
            24,
        )
        plumes.append(
            s.tube(
                way,
                np.stack([s.interpolate([0.03, 0.05, 0.055, 0.075, 0.014], 24), np.full(24, 0.026)], 1),
                12,
                up=(1, 0, 0),
            )
        )
        plumes.append(s.ellipsoid(0.085, 0.05, 0.1, 18).translate(at(way[20])))
    crest = [
        s.tube(
            s.curve([head + (0, 0.07, -0.02), head + (x, 0.2, -0.09), head + (x * 1.6, 0.27, -0.22)], 12),
            np.stack([s.interpolate([0.022, 0.04, 0.012], 12), np.full(12, 0.02)], 1),
            10,
        )
        for x in (-0.07, 0.0, 0.07)
    ]
    beak = s.tube(
        s.curve([head + (0, 0.0, 0.08), head + (0, -0.005, 0.16), head + (0, -0.07, 0.2)], 12),
        s.interpolate([0.05, 0.04, 0.008], 12),
        12,
    )
    foot = np.array([0.1, 0.03, 0.04])
    legs = [s.capsule((0.098, 0.62, 0.04), at(foot + (0, 0.03, 0)), 0.036, 0.03, 12)]
    legs += [
        s.capsule(at(foot), at(foot + (dx, 0, dz)), 0.032, 0.02, 10)
        for dx, dz in ((-0.06, 0.13), (0, 0.15), (0.06, 0.13), (0, -0.1))
    ]
    return finished(
        [
            Part("body", body.solid(64).simplify(0.001).refine_to_length(0.05), fire, 180, burning),
            Part("wings", wings.refine_to_length(0.07), fire, 50, burning),
            Part("tail", s.group(plumes).refine_to_length(0.07), fire, 60, burning),
            Part("crest", s.group(crest), m.FLAME, 60),
            Part("beak", beak, m.HORN.coloured("#f2c03a"), 60),
            Part("legs", s.mirrored(s.group(legs)), m.HORN.coloured("#e8a02a"), 60),
            *bead_eyes(at(head + (0.075, 0.03, 0.065)), 0.022, ""),
        ],
        rng.uniform(0.8, 1.3),
        {"head": at(head + (0, 0.1, 0))},
    )


@sculpture("centaur", size=(1.8, 4.2), kinds=("kentaur", "horse man"))
def centaur(rng: np.random.Generator) -> Sculpture:
    """A man to the waist, a horse below it, with a bow or a spear."""
    archer = s.chance(rng, 0.7)
    coat, hair = s.pick(
        rng,
        (
            ("#7b4a2b", "#33241a"),
            ("#7b4a2b", "#33241a"),
            ("#b98a5a", "#5a3a22"),
            ("#3a302c", "#1d1a1c"),
            ("#dcd6cc", "#8a6a44"),
        ),
        (5, 4, 3, 1, 1),
    )
    fig = Figure(
        replace(MAN, legs=0.92, arm=0.076, shoulder=0.235, chest=0.215),
        skin_of(rng),
        ((0.17, -0.17, 0.04), (0.24, -0.2, 0.2)),
        HOLD,
    )
    fig.face(hair, mouth="smile")
    fig.hair("long", hair)
    if s.chance(rng, 0.4):
        fig.beard(hair, 0.02)
    fig.bare_body()
    fig.hands(left="fist", right="fist")
    fig.cuffs(m.LEATHER, 0.02, 0.74, 0.97)
    fig.sash("baldric", m.LEATHER, 0.034, 0.014)
    spear = s.cylinder(1.75, 0.024, segments=14).translate((0, -0.75, 0))
    point = s.extrude([(-0.055, 0.0), (0.055, 0.0), (0.0, 0.24)], 0.035, 0.01).translate((0, 1.0, 0))
    if archer:
        fig.hold("left", bow(), (0, 38, 0))
    else:
        fig.hold("right", [("spear", m.OAK, spear), ("spear head", m.STEEL, point)])
    front = 0.36
    human = Sculpture(tuple(fig.parts)).moved((0, 0, front)).parts
    body = f.ellipsoid((0, 0.78, 0.22), (0.215, 0.235, 0.3)).blend(
        f.ellipsoid((0, 0.78, -0.48), (0.215, 0.235, 0.29)), 0.15
    )
    body = body.blend(f.ellipsoid((0, 0.76, -0.12), (0.2, 0.21, 0.45)), 0.1).blend(
        f.ellipsoid((0, 0.95, front - 0.02), (0.19, 0.14, 0.15)), 0.1
    )
    feet = []
    for back, z in ((False, 0.3), (True, -0.52)):
        x = 0.135
        if back:
            path = [(x * 0.9, 0.76, z), (x, 0.5, z + 0.07), (x, 0.29, z - 0.08), (x, 0.07, z - 0.03)]
            radii = [0.15, 0.1, 0.056, 0.05]
        else:
            path = [(x * 0.9, 0.74, z), (x, 0.5, z - 0.02), (x, 0.29, z + 0.01), (x, 0.07, z)]
            radii = [0.12, 0.085, 0.058, 0.05]
        body = body.blend(f.limb(np.array(path), np.array(radii)).both_sides(), 0.05)
        feet.append(path[-1])
    hooves = [s.cylinder(0.09, 0.075, 0.058, 20).scale((1, 1, 1.15)).translate((p[0], 0, p[2])) for p in feet]
    tail = s.tube(
        s.curve([(0, 0.92, -0.72), (0, 0.86, -0.9), (0, 0.55, -0.97), (0, 0.26, -0.92)], 20),
        s.interpolate([0.04, 0.075, 0.085, 0.015], 20),
        14,
    )
    fur = m.FUR.coloured(coat)
    parts = [
        *human,
        Part("horse", body.solid(72).simplify(0.0012), fur, 180),
        Part("hooves", s.mirrored(s.group(hooves)), m.CLAW, 50),
        Part("tail", tail, m.FUR.coloured(hair), 60),
        Part("belt", fig.ring(fig.hip + 0.09, 0.07, 0.028).translate((0, 0, front)), m.DARK_LEATHER, 50),
    ]
    head = fig.head + (0, 0.2, front)
    return finished(parts, rng.uniform(1.08, 1.25), {"head": at(head), "back": (0, 1.0, -0.3)})


@sculpture("hydra", size=(3, 16), synonyms=("lernaean hydra", "many headed dragon"), kinds=("three headed dragon",))
def hydra(rng: np.random.Generator) -> Sculpture:
    """A heavy body with many necks, each with a dragon's head."""
    count = int(s.pick(rng, (5, 3, 7), (6, 1, 1)))
    hue, belly, crest = s.pick(
        rng,
        (
            ("#2f7a5a", "#cfc98a", "#c8502a"),
            ("#2f7a5a", "#cfc98a", "#c8502a"),
            ("#4a4f8a", "#b8b4c8", "#c83a5a"),
            ("#5f7a2f", "#d8cf9a", "#8a2f2a"),
        ),
    )
    body = f.ellipsoid((0, 0.5, 0), (0.33, 0.3, 0.42)).blend(f.ellipsoid((0, 0.55, 0.26), (0.32, 0.26, 0.24)), 0.15)
    tail = s.curve([(0, 0.45, -0.3), (0.08, 0.26, -0.75), (-0.12, 0.13, -1.1), (0.14, 0.1, -1.45)], 24)
    body = body.blend(f.limb(tail, s.interpolate([0.23, 0.15, 0.08, 0.02], 24)), 0.15)
    feet = ((0.33, 0.06, 0.36), (0.35, 0.06, -0.24))
    for x, y, z in feet:
        leg = f.limb(
            np.array([(x * 0.7, 0.5, z - 0.08), (x * 1.05, 0.3, z - 0.06), (x, y + 0.02, z - 0.06)]),
            np.array([0.17, 0.12, 0.1]),
        )
        body = body.blend(leg.blend(f.ellipsoid((x, y, z + 0.02), (0.12, 0.065, 0.16)), 0.05).both_sides(), 0.07)
    necks: list[f.Field] = []
    horns, eyes, pupils, teeth, fins, tongues = [], [], [], [], [], []
    angles = np.linspace(-1, 1, count)
    for k, share in enumerate(angles):
        side = share * (0.62 if count < 6 else 0.75)
        up = 1.52 - 0.42 * abs(share) ** 1.4 + rng.uniform(-0.04, 0.04)
        ahead = 0.5 + 0.2 * (k % 2) + 0.12 * abs(share)
        way = s.curve(
            [
                (side * 0.22, 0.6, 0.3),
                (side * 0.75, 0.92, 0.45),
                (side * 1.15, up * 0.82, 0.3),
                (side * 1.2, up, ahead - 0.08),
            ],
            16,
        )
        neck = f.limb(way, s.interpolate([0.15, 0.105, 0.09, 0.09], 16))
        c = way[-1] + (0, 0.02, 0.05)
        turn = np.array([np.sin(share * 0.5), 0, np.cos(share * 0.5)])
        right = np.array([turn[2], 0, -turn[0]])

        def spot(
            x: float, y: float, z: float, c: Array = c, turn: Array = turn, right: Array = right
        ) -> tuple[float, float, float]:
            return at(c + right * x + np.array([0, y, 0]) + turn * z)

        skull = f.sphere(at(c), 0.115).blend(f.capsule(spot(0, -0.005, 0.06), spot(0, -0.03, 0.27), 0.085, 0.062), 0.05)
        jaw = f.capsule(spot(0, -0.1, 0.04), spot(0, -0.15, 0.23), 0.055, 0.042)
        necks.append(neck.blend(skull, 0.05) | jaw)
        for sign in (1, -1):
            horns.append(
                s.tube(
                    s.curve(
                        [
                            spot(0.055 * sign, 0.08, -0.03),
                            spot(0.09 * sign, 0.15, -0.12),
                            spot(0.1 * sign, 0.16, -0.24),
                        ],
                        10,
                    ),
                    s.interpolate([0.034, 0.026, 0.006], 10),
                    8,
                )
            )
            eyes.append(s.sphere(0.034, 14).translate(spot(0.085 * sign, 0.045, 0.065)))
            pupils.append(s.sphere(0.018, 10).translate(spot(0.1 * sign, 0.05, 0.085)))
            teeth += [
                s.cone(0.045, 0.014, 6)
                .rotate((180, 0, 0))
                .translate(spot((0.052 - 0.01 * j) * sign, -0.065, 0.16 + 0.07 * j))
                for j in (0, 1)
            ]
        for j in range(3, 14, 3):
            direction = np.gradient(way, axis=0)[j]
            back = np.cross(direction, right)
            back = back / np.linalg.norm(back)
            back = -back if back[2] > 0 else back
            spike = s.extrude([(-0.055, 0), (0.055, 0), (-0.02, 0.13)], 0.03).rotate((0, 90, 0))
            fins.append(s.aim(spike, back).translate(at(way[j] + back * 0.075)))
        tongues.append(s.capsule(spot(0, -0.1, 0.16), spot(0, -0.13, 0.36), 0.026, 0.012, 8))
    for y, z in ((0.84, 0.1), (0.8, -0.1), (0.72, -0.3), (0.5, -0.52), (0.35, -0.75)):
        fins.append(
            s.extrude([(-0.09, -0.04), (0.09, -0.04), (-0.04, 0.14)], 0.035)
            .rotate((0, 90, 0))
            .translate((0.02, y - 0.03, z))
        )
    low, high = np.array([-1.0, 0, -1.6]), np.array([1.0, 1.8, 1.1])
    nearest = cells(rng, low, high, 0.16)
    first, second = np.array(m.srgb(hue)), np.array(m.srgb(belly))

    def paint(p: Array) -> Array:
        near, beyond = nearest(p)
        out = mix(np.tile(first, (len(p), 1)), first * 0.72, np.clip((0.03 - (beyond - near)) / 0.02, 0, 1))
        under = (
            np.clip((0.42 - p[:, 1]) / 0.06 + 0.5, 0, 1)
            * (np.abs(p[:, 0]) < 0.17)
            * (p[:, 2] > -0.5)
            * (p[:, 1] > 0.15)
        )
        return mix(out, second, under)

    for neck in necks:
        body = body.blend(neck, 0.05)
    claws = [
        s.rod((x + dx, 0.05, z + 0.14), (x + dx * 1.2, 0.015, z + 0.23), 0.03, 0.006, 8)
        for x, _, z in feet
        for dx in (-0.06, 0.0, 0.06)
    ]
    hide = m.SCALES.coloured(hue)
    return finished(
        [
            Part("body", body.solid(112).simplify(0.0015).refine_to_length(0.055), hide, 180, paint),
            Part("fins", s.group(fins), hide.coloured(crest), 0),
            Part("horns", s.group(horns), m.HORN, 50),
            Part("eyes", s.group(eyes), m.Material("eyes", m.srgb("#ffd02a"), 0.2), 60),
            Part("pupils", s.group(pupils), m.EYE_BLACK, 60),
            Part("teeth", s.group(teeth), m.IVORY, 0),
            Part("tongues", s.group(tongues), m.SKIN.coloured("#c8303a"), 60),
            Part("claws", s.mirrored(s.group(claws)), m.CLAW, 50),
        ],
        rng.uniform(2.2, 4.0),
        {"back": (0, 0.85, -0.05)},
    )
