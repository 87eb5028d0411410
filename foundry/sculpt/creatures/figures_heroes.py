"""Heroes: in capes, in the ring, in space and on the throne of Egypt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.creatures.figure_kit import (
    AKIMBO,
    BROAD,
    GUARD,
    MAN,
    PORT_LEFT,
    PORT_RIGHT,
    cloth,
    gun,
    skin_of,
    staff,
)
from bozzetto.foundry.sculpt.creatures.figures import Figure
from bozzetto.foundry.sculpt.sculpture import Sculpture, at, sculpture

Array = NDArray[np.float64]


@sculpture(
    "superhero",
    size=(1.5, 2.8),
    synonyms=("super hero",),
    plural="superheroes",
    kinds=("superman", "superheroine", "masked hero"),
)
def superhero(rng: np.random.Generator) -> Sculpture:
    """Fists on the hips, a cape, trunks and an emblem."""
    suit, cape, trim = s.pick(
        rng,
        (
            ("#2456b8", "#c8242c", "#f2c832"),
            ("#2456b8", "#c8242c", "#f2c832"),
            ("#b8242c", "#f0b82a", "#f2d24a"),
            ("#2f3440", "#1f2026", "#f2c832"),
            ("#2a8a4a", "#e8c032", "#f2d24a"),
        ),
        (5, 5, 2, 1, 1),
    )
    hair = s.pick(rng, ("#1d1a1c", "#4a2f1c", "#c99a4a"))
    fig = Figure(BROAD, skin_of(rng), AKIMBO, AKIMBO)
    fig.face(hair, "#2a62a8", mouth="smile", jaw=1.12)
    fig.hair("short", hair)
    mask = fig.skull.grow(0.014).common(f.box(at(fig.head + (0, 0.006, 0.15)), (0.3, 0.052, 0.15), 0.03))
    holes = f.ellipsoid(at(fig.head + (0.068, 0.0, 0.15)), (0.047, 0.036, 0.12)).both_sides()
    fig.add("mask", cloth(cape), mask.cut(holes).solid(56), 70)
    fig.shirt(cloth(suit), 0.98, grow=0.006, cells=60)
    fig.trousers(cloth(suit), grow=0.004)
    trunks = fig.legs_field(0.014, fig.build.stance).solid(56).trim_by_plane((0, 1, 0), fig.hip - 0.13)
    fig.add("trunks", cloth(cape), trunks, 70)
    fig.hands(cloth(cape), left="fist", right="fist")
    fig.cuffs(cloth(cape), 0.016, 0.66, 1.0)
    fig.boots(cloth(cape), 0.34, cuff=cloth(trim))
    fig.belt(cloth(trim), fig.hip + 0.06, m.GOLD, grow=0.022, high=0.06)
    emblem = s.extrude([(0, -0.11), (0.12, 0.03), (0.08, 0.095), (-0.08, 0.095), (-0.12, 0.03)], 0.03, 0.008)
    bolt = s.extrude(
        [(0.02, 0.075), (-0.045, -0.01), (-0.005, -0.01), (-0.025, -0.08), (0.045, 0.015), (0.005, 0.015)], 0.03, 0.004
    )
    place = at(fig.before(0, fig.hip + 0.29, 0.006))
    fig.add("emblem", cloth(trim), emblem.rotate((-8, 0, 0)).translate(place), 30)
    fig.add("bolt", cloth(cape), bolt.rotate((-8, 0, 0)).translate((place[0], place[1], place[2] + 0.014)), 20)
    fig.cape(cloth(cape), 0.08, 0.5, sweep=62, back=0.16, wide=0.31, folds=4)
    knots = s.mirrored(s.sphere(0.05, 16).translate((0.2, fig.shoulder + 0.035, 0.07)))
    fig.add("clasps", m.GOLD, knots, 60)
    return fig.finished(rng.uniform(1.12, 1.2))


@sculpture(
    "boxer", size=(1.5, 2.6), synonyms=("prizefighter",), kinds=("pugilist", "kickboxer", "heavyweight"), tint=False
)
def boxer(rng: np.random.Generator) -> Sculpture:
    """Gloves up, bare-chested, in shorts and high boots."""
    glove, shorts = s.pick(rng, (("#c8202a", "#2456b8"), ("#c8202a", "#26262c"), ("#2456b8", "#c8202a")))
    fig = Figure(
        BROAD, s.pick(rng, ("#74492f", "#d9a178", "#e9bd98")), GUARD, ((0.07, -0.2, 0.09), (-0.02, -0.05, 0.24))
    )
    fig.face("#1d1a1c", mouth="flat", frown=0.02, nose=1.2)
    fig.hair("short", "#1d1a1c")
    fig.bare_body()
    fig.bare_legs()
    chest = s.mirrored(
        s.ellipsoid(0.095, 0.065, 0.03, 20).rotate((0, 12, 0)).translate(at(fig.before(0.1, fig.hip + 0.315, -0.012)))
    )
    belly = s.mirrored(
        s.group(
            [
                s.ellipsoid(0.04, 0.03, 0.018, 14).translate(at(fig.before(0.045, y, -0.006)))
                for y in (fig.hip + 0.12, fig.hip + 0.185)
            ]
        )
    )
    fig.add("muscles", fig.skin, chest + belly, 60)
    for side in ("left", "right"):
        c = fig.grip(side) + np.array([0, 0.02, 0.02])
        mitt = f.ellipsoid(at(c), (0.098, 0.105, 0.11)).blend(
            f.capsule(
                at(c + (0.07 if side == "right" else -0.07, -0.02, 0.02)),
                at(c + (0.06 if side == "right" else -0.06, 0.06, 0.07)),
                0.042,
            ),
            0.03,
        )
        fig.add("gloves", m.PAINT.coloured(glove), mitt.solid(30), 180)
    fig.cuffs(m.WHITE, 0.032, 0.74, 0.92)
    pants = fig.legs_field(0.04, fig.build.stance).solid(56).trim_by_plane((0, 1, 0), 0.36)
    fig.add("shorts", cloth(shorts), pants, 70)
    stripe = s.mirrored(
        s.capsule((fig.build.hips + 0.035, fig.hip, 0), (fig.build.stance + 0.12, 0.38, 0.01), 0.03, segments=12)
    )
    fig.add("stripes", m.WHITE, stripe, 60)
    fig.belt(m.WHITE, fig.hip + 0.06, None, grow=0.045, high=0.08)
    fig.boots(m.PAINT.coloured(glove), 0.28)
    laces = s.mirrored(
        s.group(
            [
                s.box(0.07, 0.018, 0.03).translate((fig.build.stance, y, fig.build.leg * 0.72 + 0.03))
                for y in (0.14, 0.18, 0.22)
            ]
        )
    )
    fig.add("laces", m.WHITE, laces, 30)
    return fig.finished(rng.uniform(1.08, 1.16))


@sculpture(
    "space marine",
    size=(1.6, 3.2),
    synonyms=("space trooper", "space soldier"),
    kinds=("stormtrooper", "power armor", "power armour"),
)
def space_marine(rng: np.random.Generator) -> Sculpture:
    """Plates from head to foot, a closed helmet and a blaster."""
    plate, under, light = s.pick(
        rng,
        (
            ("#ecedee", "#24262b", "#2a2c30"),
            ("#2f5aa8", "#26282e", "#ff5a2a"),
            ("#5a6a44", "#26282e", "#6fd8ff"),
            ("#a8262c", "#26282e", "#7fff8a"),
        ),
        (5, 4, 2, 1),
    )
    fig = Figure(BROAD, "#24262b", PORT_LEFT, PORT_RIGHT)
    armour, dark = m.PAINT.coloured(plate), m.RUBBER.coloured(under)
    fig.shirt(dark, 1.0, grow=0.004, name="suit")
    fig.trousers(dark, grow=0.004, name="suit")
    chest = fig.shell(fig.hip + 0.2, fig.hip + 0.42, 0.05, 48)
    belly = fig.shell(fig.hip + 0.06, fig.hip + 0.17, 0.035, 44)
    fig.add("chest plate", armour, s.group([chest, belly]), 50)
    fig.belt(armour.shaded(0.75), fig.hip, armour, grow=0.035, high=0.07)
    pads = []
    for side, sign in (("left", 1), ("right", -1)):
        joint = fig.arms[side][0]
        pads.append(
            s.ellipsoid(0.15, 0.135, 0.15, 32)
            .trim_by_plane((0, 1, 0), -0.05)
            .rotate((0, 0, -22 * sign))
            .translate(at(joint + (0.045 * sign, 0.03, 0)))
        )
        pads += [fig.sleeve(side, 0.46, 0.03, 0.24), fig.sleeve(side, 0.94, 0.034, 0.6)]
    fig.add("arm plates", armour, s.union(pads), 50)
    fig.hands(dark, left="fist", right="fist", size=1.1)
    x, r = fig.build.stance, fig.build.leg
    thigh = s.capsule((x * 0.95, fig.hip - 0.1, 0.005), (x, fig.hip * 0.62, 0.015), r + 0.032, r + 0.02)
    shin = s.capsule((x, fig.hip * 0.4, 0.015), (x, 0.14, 0), r + 0.008, r + 0.012)
    knee = s.ellipsoid(0.075, 0.075, 0.05, 20).translate((x, fig.hip * 0.51, r + 0.02))
    cod = s.hull(
        [
            s.ellipsoid(0.11, 0.03, 0.1, 16).translate((0, fig.hip, 0.05)),
            s.ellipsoid(0.05, 0.03, 0.08, 16).translate((0, fig.hip - 0.13, 0.04)),
        ]
    )
    fig.add("leg plates", armour, s.group([s.mirrored(thigh), s.mirrored(shin), s.mirrored(knee), cod]), 50)
    fig.boots(armour, 0.16, long=0.05, wide=1.25, sole=dark)
    c = fig.head - np.array([0, 0.03, 0])
    helm = f.ellipsoid(at(c + (0, 0.05, -0.01)), (0.2, 0.185, 0.21)).blend(
        f.box(at(c + (0, -0.1, 0.05)), (0.15, 0.09, 0.14), 0.06), 0.08
    )
    fig.add("helmet", armour, helm.solid(52), 180)
    visor = helm.grow(0.006).common(f.box(at(c + (0, 0.0, 0.17)), (0.155, 0.035, 0.12), 0.02))
    slot = helm.grow(0.006).common(f.box(at(c + (0, -0.09, 0.2)), (0.028, 0.06, 0.1), 0.01))
    grille = helm.grow(0.005).common(f.box(at(c + (0.09, -0.12, 0.18)), (0.03, 0.035, 0.09), 0.012).both_sides())
    glow = (
        m.Material("visor", m.srgb(light), 0.1)
        if light == "#2a2c30"
        else m.Material("visor", m.srgb(light), 0.1, emission=m.srgb(light))
    )
    fig.add("visor", glow, (visor | slot).solid(56), 60)
    fig.add("grille", m.BLACK, grille.solid(56), 60)
    crest = s.tube(s.curve([(0, c[1] + 0.17, 0.15), (0, c[1] + 0.245, -0.01), (0, c[1] + 0.14, -0.2)], 14), 0.026, 10)
    fig.add("crest", armour.shaded(0.75), crest, 60)
    pack = s.rounded_box(0.34, 0.34, 0.16, 0.05).translate((0, fig.hip + 0.1, -0.28))
    jets = s.mirrored(s.cylinder(0.4, 0.075, segments=24, bevel=0.03).translate((0.14, fig.hip + 0.08, -0.34)))
    fig.add("pack", armour.shaded(0.85), pack, 50)
    fig.add("tanks", m.DARK_STEEL, jets, 50)
    fig.carry(gun(1.2))
    return fig.finished(rng.uniform(1.18, 1.3))


@sculpture(
    "pharaoh", size=(1.4, 2.6), synonyms=("egyptian king", "tutankhamun", "king tut"), kinds=("ramses",), tint=False
)
def pharaoh(rng: np.random.Generator) -> Sculpture:
    """A striped headcloth, a broad collar, a kilt, crook and flail."""
    cross = ((0.11, -0.21, 0.06), (-0.1, -0.17, 0.19))
    fig = Figure(MAN, s.pick(rng, ("#b57d52", "#a06a42", "#8a5a3a")), cross, ((0.11, -0.21, 0.06), (-0.1, -0.15, 0.22)))
    fig.face("#1d1a1c", mouth="flat", ears="none")
    kohl = s.mirrored(fig.line(((0.03, -0.02), (0.075, -0.045), (0.115, -0.02), (0.145, -0.025)), 0.013, 0.004))
    fig.add("kohl", m.BLACK, kohl, 60)
    fig.bare_body()
    fig.bare_legs()
    fig.hands(left="fist", right="fist")
    fig.feet()
    straps = s.mirrored(
        s.tube(
            s.curve(
                [
                    (fig.build.stance - 0.06, 0.06, 0.05),
                    (fig.build.stance, 0.1, 0.08),
                    (fig.build.stance + 0.07, 0.06, 0.05),
                ],
                10,
            ),
            0.02,
            8,
        )
    )
    fig.add("sandals", m.GOLD, s.group([straps, s.mirrored(fig.sole(0.0, 1.0))]), 50)
    c = fig.head

    def ball(x: float, y: float, z: float, rx: float, ry: float, rz: float) -> f.Field:
        return f.ellipsoid(at(c + (x, y, z)), (rx, ry, rz))

    cap = ball(0, 0.05, -0.02, 0.195, 0.19, 0.2)
    fall = f.limb(
        np.array([c + (0.17, 0.06, -0.02), c + (0.235, -0.14, -0.03), c + (0.2, -0.2, -0.02)]),
        np.array([0.06, 0.075, 0.06]),
    )
    lappet = f.box(at(c + (0.145, -0.31, 0.1)), (0.06, 0.14, 0.035), 0.02).blend(
        f.capsule(at(c + (0.2, -0.14, 0.0)), at(c + (0.15, -0.24, 0.085)), 0.05, 0.045), 0.04
    )
    back = f.ellipsoid(at(c + (0, -0.15, -0.13)), (0.18, 0.2, 0.09))
    nemes = cap.blend(fall.both_sides(), 0.06).blend(lappet.both_sides(), 0.04).blend(back, 0.06)
    nemes = nemes.cut(ball(0, -0.07, 0.17, 0.145, 0.205, 0.17), 0.01)
    gold, blue = np.array(m.srgb("#e6b422")), np.array(m.srgb("#24469a"))

    def striped(p: Array) -> Array:
        low = np.clip((c[1] - 0.16 - p[:, 1]) * 40, 0, 1) * (p[:, 2] > 0.03)
        slant = p[:, 1] * (1 - low) + p[:, 1] * low + 0.35 * np.abs(p[:, 0]) * (1 - low)
        return mix(np.tile(gold, (len(p), 1)), blue, ((slant % 0.075) < 0.034) * 1.0)

    fig.add("headcloth", m.GOLD, nemes.solid(56), 60, striped, 0.024)
    band = s.torus(0.176, 0.026, 44, 10).scale((1, 1, 1.06)).rotate((-10, 0, 0)).translate(at(c + (0, 0.105, 0)))
    cobra = s.tube(
        s.curve([c + (0, 0.1, 0.19), c + (0, 0.16, 0.235), c + (0, 0.23, 0.22), c + (0, 0.25, 0.25)], 14),
        s.interpolate([0.025, 0.05, 0.036, 0.02], 14),
        12,
    )
    fig.add("cobra", m.GOLD.shaded(1.1), band + cobra, 60)
    chin = s.capsule(at(fig.spot(0, -0.2, -0.03)), at(fig.spot(0, -0.2, -0.01) + (0, -0.16, 0.05)), 0.028, 0.036, 14)
    fig.add("beard", m.PAINT.coloured("#24469a"), chin, 60)
    collar = fig.ring(fig.hip + 0.31, 0.115, 0.045, -0.005)

    def rows(p: Array) -> Array:
        k = ((p[:, 1] - fig.hip) / 0.03 % 3).astype(int)
        return np.array([m.srgb(x) for x in ("#e6b422", "#24469a", "#c8402c")])[k]

    fig.add("collar", m.GOLD, collar.refine_to_length(0.015), 50, rows)
    fig.skirt(cloth("#f2eee2"), fig.hip + 0.08, 0.36, 0.22, folds=16, grow=0.016, name="kilt")
    apron = (
        s.extrude([(-0.055, 0), (0.055, 0), (0.1, -0.34), (-0.1, -0.34)], 0.035, 0.008)
        .rotate((9, 0, 0))
        .translate((0, fig.hip + 0.08, 0.16))
    )
    fig.add("apron", m.GOLD, apron, 30)
    fig.belt(m.GOLD, fig.hip + 0.05, m.PAINT.coloured("#24469a"), grow=0.03, high=0.055)
    fig.cuffs(m.GOLD, 0.018, 0.8, 0.96)
    bands = s.group([fig.sleeve(side, 0.36, 0.018, 0.26) for side in ("left", "right")])
    fig.add("arm rings", m.GOLD, bands, 40)
    hook = s.curve([(0, 0.3, 0), (0, 0.38, 0), (0.05, 0.44, 0), (0.11, 0.4, 0), (0.11, 0.35, 0)], 16)
    rings = s.group([s.cylinder(0.03, 0.028, segments=14).translate((0, y, 0)) for y in (-0.2, -0.08, 0.12, 0.24)])
    fig.hold(
        "right",
        [
            ("crook", m.GOLD, staff(0.3, 0.24, 0.02) + s.tube(hook, 0.022, 10)),
            ("crook rings", m.PAINT.coloured("#24469a"), rings),
        ],
        (0, 0, -46),
    )
    lashes = s.group(
        [s.capsule((0.0, 0.31, 0.012 * k), (0.16 + 0.01 * k, 0.12, 0.045 * k), 0.016, 0.02, 8) for k in (-1, 0, 1)]
    )
    fig.hold(
        "left",
        [("flail", m.GOLD, staff(0.32, 0.24, 0.02) + lashes), ("flail rings", m.PAINT.coloured("#24469a"), rings)],
        (0, 0, 46),
    )
    return fig.finished(rng.uniform(1.04, 1.1))
