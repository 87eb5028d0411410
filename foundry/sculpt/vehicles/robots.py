"""Robots, astronauts and visitors."""

from __future__ import annotations

import numpy as np

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import bead_eyes
from bozzetto.foundry.sculpt.vehicles.flying import paint_of


def _glow(colour: str) -> m.Material:
    return m.Material("light", m.srgb(colour), 0.2, emission=m.srgb(colour))


@sculpture("robot", size=(0.2, 4), synonyms=("android", "mech"))
def robot(rng: np.random.Generator) -> Sculpture:
    """A box head, jointed limbs, a chest of dials."""
    coat, trim, light = s.pick(
        rng,
        (
            ("#a9b2bb", "#e07a2a", "#4fd8ff"),
            ("#c9d0d4", "#2f6fc0", "#ffd24a"),
            ("#e2b02a", "#2a2d33", "#7fff6a"),
            ("#b5433a", "#efe9dc", "#7fe6ff"),
            ("#5a6a74", "#c9a24a", "#ff5a3a"),
        ),
    )
    steel = m.STEEL.coloured(coat, "steel")
    boxy = s.chance(rng, 0.6)
    head = s.rounded_box(0.42, 0.34, 0.34, 0.05 if boxy else 0.15).translate((0, 1.36, 0))
    chest = s.rounded_box(0.56, 0.52, 0.36, 0.06 if boxy else 0.14).translate((0, 0.74, 0))
    hips = s.rounded_box(0.4, 0.16, 0.28, 0.04).translate((0, 0.56, 0))
    neck = s.cylinder(0.14, 0.07, segments=24).translate((0, 1.24, 0))
    collar = s.torus(0.1, 0.025, 32, 10).translate((0, 1.28, 0))
    joints, plates = [neck, collar, s.cylinder(0.1, 0.13, segments=24).translate((0, 0.66, 0))], [head, chest, hips]
    swing = rng.uniform(-30, 30)
    for side in (1, -1):
        shoulder = np.array([0.36 * side, 1.12, 0.0])
        joints.append(s.sphere(0.105, 28).translate(at(shoulder)))
        turn = swing * side
        elbow = shoulder + np.array([0.07 * side, -0.3 * np.cos(np.radians(turn)), 0.3 * np.sin(np.radians(turn))])
        wrist = elbow + np.array([0.0, -0.24, 0.1])
        plates.append(s.rod(at(shoulder + (elbow - shoulder) * 0.2), at(elbow), 0.07, segments=24))
        joints.append(s.sphere(0.075, 24).translate(at(elbow)))
        plates.append(s.rod(at(elbow + (wrist - elbow) * 0.2), at(wrist), 0.065, 0.085, 24))
        palm = wrist + (0, -0.05, 0.02)
        joints.append(s.sphere(0.06, 20).translate(at(palm)))
        for dx, dz in ((0.05, 0.03), (-0.05, 0.03), (0.0, -0.05)):
            joints.append(
                s.tube(
                    s.curve([palm, palm + (dx * 1.4, -0.06, dz * 1.4), palm + (dx * 0.7, -0.13, dz * 0.7)], 8), 0.022, 8
                )
            )
        hip = np.array([0.13 * side, 0.58, 0.0])
        joints.append(s.sphere(0.085, 24).translate(at(hip)))
        plates.append(s.rod(at(hip - (0, 0.06, 0)), at(hip - (0, 0.26, 0)), 0.075, segments=24))
        joints.append(s.rod(at(hip + (-0.075, -0.29, 0)), at(hip + (0.075, -0.29, 0)), 0.06, segments=24))
        plates.append(s.rod(at(hip - (0, 0.32, 0)), at(hip - (0, 0.5, 0)), 0.07, 0.09, 24))
        plates.append(s.rounded_box(0.19, 0.1, 0.32, 0.035).translate((0.13 * side, 0.0, 0.05)))
    visor = s.rounded_box(0.36, 0.13, 0.05, 0.02).translate((0, 1.5, 0.155))
    eyes = s.mirrored(s.rod((0.085, 1.565, 0.17), (0.085, 1.565, 0.205), 0.042, segments=28))
    mouth = s.group([s.box(0.02, 0.045, 0.02).translate((x, 1.42, 0.165)) for x in np.linspace(-0.08, 0.08, 6)])
    aerial = s.rod((0, 1.68, 0), (0, 1.86, 0), 0.014) + s.cylinder(0.03, 0.05, 0.035, 20).translate((0, 1.69, 0))
    ball = s.sphere(0.042, 24).translate((0, 1.88, 0))
    ears = s.mirrored(s.rod((0.2, 1.53, 0), (0.26, 1.53, 0), 0.08, 0.06, 28))
    panel = s.rounded_box(0.34, 0.24, 0.04, 0.015).translate((0, 0.92, 0.175))
    dial = s.rod((-0.08, 1.06, 0.18), (-0.08, 1.06, 0.205), 0.058, segments=28)
    buttons = s.group(
        [s.sphere(0.024, 16).translate((0.05 + 0.06 * k, 1.09, 0.195)) for k in range(2)]
        + [s.box(0.05, 0.02, 0.02).translate((0.02 + 0.06 * k - 0.12, 0.95, 0.19)) for k in range(5)]
    )
    pack = s.rounded_box(0.36, 0.36, 0.12, 0.04).translate((0, 0.84, -0.22))
    bolts = s.mirrored(s.group([s.sphere(0.016, 10).translate((0.23, y, 0.172)) for y in (0.82, 1.18)]))
    return finished(
        [
            Part("plates", s.group(plates), steel, 40),
            Part("joints", s.group(joints), m.DARK_STEEL, 50),
            Part("visor", visor, m.BLACK, 40),
            Part("eyes", eyes, _glow(light), 40),
            Part("mouth", mouth, m.BLACK, 20),
            Part("aerial", aerial, m.DARK_STEEL, 50),
            Part("light", ball, _glow(light), 60),
            Part("ears", ears, paint_of(trim), 50),
            Part("panel", panel, paint_of(trim), 40),
            Part("dial", dial, _glow(light), 40),
            Part("buttons", buttons, m.RED, 50),
            Part("pack", pack, paint_of(trim), 40),
            Part("bolts", bolts, m.DARK_STEEL, 50),
        ],
        rng.uniform(0.8, 1.3),
        {"head": (0, 1.7, 0), "hand": (0.43, 0.55, 0.1)},
    )


@sculpture("robot dog", size=(0.4, 2), plural="robot dogs")
def robot_dog(rng: np.random.Generator) -> Sculpture:
    """Four folding legs under a box."""
    coat = s.pick(rng, ("#f0b81d", "#d9dcdf", "#3a4048"))
    body = s.rounded_box(0.32, 0.22, 0.95, 0.07).translate((0, 0.62, 0))
    head = s.rounded_box(0.26, 0.18, 0.24, 0.06).translate((0, 0.66, 0.56))
    face = s.rounded_box(0.22, 0.12, 0.03, 0.012).translate((0, 0.69, 0.675))
    eyes = s.mirrored(s.sphere(0.026, 16).translate((0.06, 0.75, 0.7)))
    thighs, shins, joints, feet = [], [], [], []
    for x in (0.22, -0.22):
        for z in (0.36, -0.36):
            hip, knee, foot = (x, 0.68, z), (x * 1.1, 0.38, z - 0.2), (x * 1.1, 0.05, z + 0.02)
            joints += [
                s.rod((x * 0.7, 0.68, z), (x * 1.25, 0.68, z), 0.085, segments=24),
                s.sphere(0.055, 16).translate(knee),
            ]
            thighs.append(s.capsule(hip, knee, 0.07, 0.05))
            shins.append(s.rod(knee, foot, 0.035, 0.026))
            feet.append(s.sphere(0.05, 16).translate(foot))
    sensor = s.rounded_box(0.14, 0.07, 0.2, 0.03).translate((0, 0.83, 0.2))
    return finished(
        [
            Part("body", s.union([body, head]), paint_of(coat), 50),
            Part("face", face, m.BLACK, 40),
            Part("eyes", eyes, _glow("#5fd8ff"), 60),
            Part("thighs", s.group(thighs), paint_of(coat), 50),
            Part("shins", s.group(shins), m.DARK_STEEL, 50),
            Part("joints", s.group(joints), m.BLACK, 50),
            Part("feet", s.group(feet), m.RUBBER, 60),
            Part("sensor", sensor, m.DARK_STEEL, 50),
        ],
        rng.uniform(0.6, 0.9),
        {"back": (0, 0.84, 0), "head": (0, 0.84, 0.56)},
    )


@sculpture("drone", size=(0.2, 1.5), synonyms=("quadcopter",))
def drone(rng: np.random.Generator) -> Sculpture:
    """Four rotors and a camera."""
    coat = s.pick(rng, ("#e8e9ea", "#2f3338", "#c9302a"))
    body = s.rounded_box(0.3, 0.13, 0.44, 0.06).translate((0, 0.2, 0))
    corners = [(x, z) for x in (0.46, -0.46) for z in (0.42, -0.42)]
    arms = s.union([s.rod((0, 0.26, 0), (x, 0.29, z), 0.045, 0.035) for x, z in corners])
    motors = s.group([s.cylinder(0.12, 0.055, segments=24).translate((x, 0.24, z)) for x, z in corners])
    blades = s.group(
        [
            s.around(
                s.heave(
                    s.box(0.05, 0.01, 0.3, 0.003).translate((0, 0.365, 0.16)),
                    lambda p: 0.3 * p[:, 0],
                ),
                2,
                float(rng.uniform(0, 180)),
            ).translate((x, 0, z))
            for x, z in corners
        ]
    )
    legs = s.mirrored(
        s.tube(
            s.curve(
                [
                    (0.13, 0.22, 0.16),
                    (0.24, 0.05, 0.16),
                    (0.24, 0.02, 0.05),
                    (0.24, 0.02, -0.05),
                    (0.24, 0.05, -0.16),
                    (0.13, 0.22, -0.16),
                ],
                30,
            ),
            0.018,
            8,
        )
    )
    camera = s.union(
        [s.sphere(0.07, 28).translate((0, 0.14, 0.14)), s.rod((0, 0.14, 0.18), (0, 0.14, 0.225), 0.04, segments=24)]
    )
    lens = s.rod((0, 0.14, 0.22), (0, 0.14, 0.23), 0.03, segments=24)
    lamps = s.mirrored(s.sphere(0.02, 12).translate((0.1, 0.26, 0.215)))
    return finished(
        [
            Part("body", s.union([body, arms]), paint_of(coat), 50),
            Part("motors", motors, m.DARK_STEEL, 40),
            Part("blades", blades, m.BLACK, 20),
            Part("legs", legs, m.BLACK, 50),
            Part("camera", camera, m.DARK_STEEL, 50),
            Part("lens", lens, m.EYE_BLACK, 40),
            Part("lights", lamps, _glow("#6aff7a"), 60),
        ],
        rng.uniform(0.4, 0.6),
    )


def _person(arms_out: float) -> f.Field:
    """A stocky figure, about 1.6 units high, feet on the ground."""
    body = f.ellipsoid((0, 0.86, 0), (0.24, 0.27, 0.17)).blend(f.ellipsoid((0, 0.6, 0), (0.21, 0.17, 0.17)), 0.1)
    leg = f.limb(np.array([(0.11, 0.56, 0), (0.13, 0.3, 0.01), (0.13, 0.1, 0.0)]), [0.11, 0.1, 0.095]).blend(
        f.ellipsoid((0.13, 0.06, 0.06), (0.1, 0.075, 0.16)), 0.04
    )
    arm = f.limb(
        np.array(
            [
                (0.22, 1.02, 0),
                (0.34 + 0.1 * arms_out, 0.84, 0.02),
                (0.38 + 0.2 * arms_out, 0.62 + 0.16 * arms_out, 0.08),
            ]
        ),
        [0.095, 0.08, 0.075],
    )
    hand = f.ellipsoid((0.39 + 0.2 * arms_out, 0.56 + 0.18 * arms_out, 0.09), (0.075, 0.085, 0.075))
    return body.blend(leg.both_sides(), 0.05).blend(arm.blend(hand, 0.03).both_sides(), 0.05)


@sculpture("astronaut", size=(1.5, 3.2), synonyms=("spaceman", "cosmonaut"))
def astronaut(rng: np.random.Generator) -> Sculpture:
    """A suit, a helmet with a gold visor, a pack."""
    suit = m.Material("suit", m.srgb("#efefec"), 0.8)
    trim = s.pick(rng, ("#e0702a", "#2f5fae", "#c9302a"))
    body = _person(rng.uniform(0, 0.5)).solid(88)
    helmet = s.sphere(0.27, 48).translate((0, 1.36, 0.0)) + s.cylinder(0.06, 0.22, segments=40).translate((0, 1.1, 0))
    visor = s.ellipsoid(0.22, 0.19, 0.18, 44).translate((0, 1.37, 0.125))
    pack = s.rounded_box(0.42, 0.58, 0.2, 0.05).translate((0, 0.66, -0.26))
    panel = s.rounded_box(0.22, 0.15, 0.07, 0.02).translate((0, 0.86, 0.15))
    knobs = s.group([s.sphere(0.022, 12).translate((x, 0.95, 0.225)) for x in (-0.06, 0.0, 0.06)])
    rings = s.mirrored(
        s.group(
            [
                s.torus(0.1, 0.022, 32, 10).translate((0.13, 0.2, 0.0)),
                s.torus(0.105, 0.022, 32, 10).translate((0.12, 0.4, 0.0)),
            ]
        )
    )
    hose = s.mirrored(s.tube(s.curve([(0.09, 0.94, 0.18), (0.2, 1.06, 0.16), (0.2, 1.1, -0.16)], 16), 0.024, 10))
    return finished(
        [
            Part("suit", body, suit, 180),
            Part("helmet", helmet, suit.shaded(0.98), 60),
            Part("visor", visor, m.Material("visor", m.srgb("#c98a2a"), 0.08, 0.9), 60),
            Part("pack", pack, suit.shaded(0.88), 50),
            Part("panel", panel, m.STEEL, 40),
            Part("knobs", knobs, m.RED, 60),
            Part("rings", rings, paint_of(trim), 60),
            Part("hoses", hose, m.DARK_STEEL, 60),
        ],
        rng.uniform(1.05, 1.15),
        {"head": (0, 1.63, 0)},
    )


@sculpture("alien", size=(0.8, 3), synonyms=("extraterrestrial", "martian"))
def alien(rng: np.random.Generator) -> Sculpture:
    """A great head and dark eyes."""
    hue = s.pick(rng, ("#7fae5a", "#9aa7b0", "#8a7fc0"))
    body = f.ellipsoid((0, 0.66, 0), (0.15, 0.2, 0.11)).blend(f.capsule((0, 0.82, 0), (0, 1.0, 0), 0.06, 0.05), 0.06)
    body = body.blend(f.ellipsoid((0, 1.28, 0.0), (0.27, 0.28, 0.24)), 0.06).blend(
        f.ellipsoid((0, 1.08, 0.06), (0.13, 0.13, 0.12)), 0.12
    )
    leg = f.limb(np.array([(0.08, 0.54, 0), (0.11, 0.3, 0.03), (0.1, 0.07, 0)]), [0.07, 0.05, 0.045]).blend(
        f.ellipsoid((0.1, 0.04, 0.06), (0.06, 0.04, 0.11)), 0.03
    )
    arm = f.limb(np.array([(0.14, 0.8, 0), (0.25, 0.62, 0.03), (0.3, 0.42, 0.1)]), [0.05, 0.04, 0.036])
    body = body.blend(leg.both_sides(), 0.05).blend(arm.both_sides(), 0.04)
    fingers = s.mirrored(
        s.group(
            [
                s.capsule((0.3, 0.42, 0.1), (0.3 + dx, 0.3, 0.13 + dz), 0.026, 0.014, 10)
                for dx, dz in ((0.04, 0.03), (0.0, 0.05), (-0.03, 0.0))
            ]
        )
    )
    eyes = s.mirrored(s.ellipsoid(0.085, 0.13, 0.06, 36).rotate((0, 22, -32)).translate((0.12, 1.22, 0.2)))
    mouth = s.box(0.08, 0.012, 0.02).translate((0, 1.0, 0.165))
    skin = m.SKIN.coloured(hue)
    return finished(
        [
            Part("body", body.solid(96), skin, 180),
            Part("fingers", fingers, skin, 60),
            Part("eyes", eyes, m.EYE_BLACK, 60),
            Part("mouth", mouth, skin.shaded(0.5), 30),
        ],
        rng.uniform(0.8, 1.2),
        {"head": (0, 1.56, 0)},
    )


@sculpture("knight", size=(1.6, 4), synonyms=("armoured knight", "armored knight"))
def knight(rng: np.random.Generator) -> Sculpture:
    """Plate, a plume, sword and shield."""
    steel = m.STEEL.varied(rng)
    hue = s.pick(rng, ("#b5202a", "#24508a", "#2f7a45", "#7a3f9a"))
    under = _person(0.25).solid(60)
    chest = f.ellipsoid((0, 0.9, 0.01), (0.27, 0.25, 0.21)).common(f.box((0, 0.92, 0), (1, 0.2, 1))).solid(40)
    skirt = s.cylinder(0.2, 0.29, 0.23, 40).translate((0, 0.5, 0))
    helm = s.cylinder(0.16, 0.2, 0.21, 40).translate((0, 1.16, 0)) + s.dome(0.21, 0.22, 40).translate((0, 1.32, 0))
    slit = s.box(0.3, 0.026, 0.06).translate((0, 1.32, 0.19))
    breaths = s.group(
        [
            s.sphere(0.013, 8).translate((x, y, 0.205 - abs(x) * 0.35))
            for x in (-0.07, -0.03, 0.03, 0.07)
            for y in (1.21, 1.25)
        ]
    )
    plume = s.tube(
        s.curve([(0, 1.5, -0.02), (0, 1.68, -0.1), (0, 1.66, -0.28), (0, 1.46, -0.36)], 24),
        s.interpolate([0.03, 0.075, 0.07, 0.015], 24),
        14,
    )
    pauldrons = s.mirrored(
        s.group(
            [
                s.ellipsoid(0.145, 0.1, 0.14, 32).translate((0.28, 1.06, 0)),
                s.ellipsoid(0.12, 0.08, 0.12, 28).translate((0.33, 0.97, 0)),
            ]
        )
    )
    greaves = s.mirrored(
        s.group(
            [
                s.capsule((0.13, 0.4, 0.01), (0.13, 0.14, 0.0), 0.115, 0.105),
                s.ellipsoid(0.09, 0.08, 0.08, 24).translate((0.125, 0.33, 0.09)),
                s.ellipsoid(0.115, 0.085, 0.18, 28).translate((0.13, 0.07, 0.06)).trim_by_plane((0, 1, 0), 0),
            ]
        )
    )
    gauntlets = s.mirrored(s.capsule((0.37, 0.82, 0.04), (0.42, 0.66, 0.09), 0.09, 0.1))
    cloth = s.box(0.26, 0.5, 0.02).translate((0, 0.3, 0.27)) + s.box(0.28, 0.5, 0.02).translate((0, 0.3, -0.27))
    belt = s.torus(0.245, 0.03, 44, 12).translate((0, 0.7, 0))
    hand = np.array([0.44, 0.61, 0.13])
    blade = s.extrude([(-0.032, 0.12), (0.032, 0.12), (0.026, 0.95), (0, 1.05), (-0.026, 0.95)], 0.02, 0.008)
    guard = s.box(0.2, 0.03, 0.04, 0.008).translate((0, 0.09, 0))
    grip = s.cylinder(0.18, 0.018).translate((0, -0.09, 0)) + s.sphere(0.034, 18).translate((0, -0.11, 0))
    lean = lambda solid: solid.rotate((26, 0, -6)).translate(at(hand))  # noqa: E731
    outline = s.curve(
        [(0, 0.3), (0.2, 0.26), (0.21, 0.02), (0.1, -0.22), (0, -0.32), (-0.1, -0.22), (-0.21, 0.02), (-0.2, 0.26)],
        48,
        closed=True,
    )

    def bow_out(solid: s.Solid) -> s.Solid:
        bent = s.warp(solid, lambda p: p * (1, 1, 1) - np.outer(1.1 * p[:, 0] ** 2, (0, 0, 1)), 0.06)
        return bent.scale((1.25, 1.25, 1)).rotate((0, -18, 0)).translate((-0.46, 0.66, 0.22))

    shield, rim = bow_out(s.extrude(outline * 0.94, 0.05)), bow_out(s.extrude(outline, 0.035))
    cross = bow_out(
        s.union([s.box(0.055, 0.5, 0.07).translate((0, -0.26, 0)), s.box(0.34, 0.055, 0.07).translate((0, 0.04, 0))])
    )
    return finished(
        [
            Part("mail", under, m.IRON, 180),
            Part("breastplate", chest, steel, 60),
            Part("skirt", skirt, m.IRON.shaded(0.85), 50),
            Part("helmet", helm, steel, 50),
            Part("slit", s.group([slit, breaths]), m.BLACK, 30),
            Part("plume", plume, m.FEATHER.coloured(hue), 60),
            Part("armour", s.group([pauldrons, greaves, gauntlets]), steel, 60),
            Part("tabard", cloth, m.CLOTH.coloured(hue), 20),
            Part("belt", belt, m.LEATHER, 60),
            Part("blade", lean(blade), m.STEEL, 0),
            Part("hilt", lean(guard + grip), m.GOLD, 50),
            Part("shield", shield, paint_of(hue), 30),
            Part("shield rim", rim, m.GOLD, 30),
            Part("cross", cross, paint_of("#f2efe6"), 30),
        ],
        rng.uniform(1.05, 1.15),
        {"head": (0, 1.54, 0)},
    )


@sculpture("wizard", size=(1.6, 4), synonyms=("sorcerer", "mage", "warlock"))
def wizard(rng: np.random.Generator) -> Sculpture:
    """A robe, a pointed hat, a beard and a staff."""
    hue, stars = s.pick(
        rng, (("#3a3f9a", "#f2d24a"), ("#5a2a7a", "#f2d24a"), ("#24607a", "#e8e2d0"), ("#7a7d85", "#c9d0d8"))
    )
    robe = s.revolve(
        s.profile([(0, 0.0), (0.42, 0.0), (0.36, 0.3), (0.25, 0.75), (0.24, 1.05), (0.12, 1.2), (0, 1.22)], 48), 56
    )
    robe = s.swell(
        robe,
        lambda p: 1 + 0.05 * np.sin(9 * np.arctan2(p[:, 0], p[:, 2])) * np.clip(0.8 - p[:, 1], 0, 1),
        0.06,
    )
    sleeve = s.mirrored(
        s.tube(
            s.curve([(0.18, 1.08, 0), (0.36, 0.86, 0.06), (0.44, 0.8, 0.24)], 16),
            s.interpolate([0.09, 0.11, 0.15], 16),
            20,
        )
    )
    hand = s.mirrored(s.sphere(0.065, 24).translate((0.45, 0.8, 0.29)))
    head = s.ellipsoid(0.15, 0.17, 0.15, 36).translate((0, 1.34, 0.02)) + s.ellipsoid(0.035, 0.04, 0.05, 16).translate(
        (0, 1.32, 0.17)
    )
    beard = (
        f.ellipsoid((0, 1.2, 0.1), (0.15, 0.14, 0.1))
        .blend(f.limb(np.array([(0, 1.14, 0.14), (0, 0.9, 0.24), (0, 0.66, 0.27)]), [0.12, 0.085, 0.01]), 0.08)
        .cut(f.ellipsoid((0, 1.34, 0.06), (0.13, 0.12, 0.14)), 0.02)
        .solid(56)
    )
    hat = s.revolve(
        s.profile([(0, 1.4), (0.34, 1.4), (0.34, 1.42), (0.18, 1.45), (0.12, 1.7), (0.06, 1.95), (0.0, 2.12)], 48), 48
    )
    hat = s.warp(
        hat,
        lambda p: (
            p
            + np.stack(
                [0.5 * np.clip(p[:, 1] - 1.55, 0, 1) ** 2, 0 * p[:, 0], -0.3 * np.clip(p[:, 1] - 1.55, 0, 1) ** 2], 1
            )
        ),
        0.05,
    )
    band = s.torus(0.175, 0.02, 40, 10).translate((0, 1.47, 0))
    points, normals = s.scattered(robe, rng, 16, 0.25)
    marks = s.group(
        [
            s.aim(s.extrude(s.star(5, 0.045, 0.019), 0.012).rotate((90, 0, 0)), n).translate(at(p + n * 0.003))
            for p, n in zip(points, normals, strict=True)
            if abs(n[1]) < 0.6
        ]
    )
    staff = s.tube(
        s.curve(
            [
                (0.46, 0.0, 0.32),
                (0.45, 0.8, 0.31),
                (0.47, 1.5, 0.31),
                (0.4, 1.66, 0.31),
                (0.46, 1.78, 0.31),
                (0.56, 1.72, 0.31),
            ],
            48,
        ),
        0.026,
        10,
    )
    gem = s.sphere(0.07, 28).translate((0.485, 1.66, 0.31))
    brows = s.mirrored(s.ellipsoid(0.045, 0.016, 0.02, 14).rotate((0, 0, -14)).translate((0.055, 1.42, 0.15)))
    return finished(
        [
            Part("robe", s.union([robe, sleeve]), m.CLOTH.coloured(hue), 60),
            Part("hands", hand, m.SKIN, 60),
            Part("head", head, m.SKIN, 60),
            Part("beard", beard, m.WOOL.coloured("#e9e7e2"), 180),
            Part("brows", brows, m.WOOL.coloured("#e9e7e2"), 60),
            Part("hat", hat, m.CLOTH.coloured(hue).shaded(0.9), 50),
            Part("band", band, m.GOLD.coloured(stars), 60),
            Part("stars", marks, m.GOLD.coloured(stars), 0),
            Part("staff", staff, m.OAK.shaded(0.7), 60),
            Part("gem", gem, _glow("#6fd8ff"), 60),
            *bead_eyes((0.055, 1.37, 0.15), 0.02, ""),
        ],
        rng.uniform(0.95, 1.05),
        {"head": (0, 1.52, 0)},
    )
