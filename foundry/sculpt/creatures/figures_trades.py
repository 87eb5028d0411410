"""People at work: in kitchens, wards and fields, on the beat, on stages and in cloisters."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.creatures.figure_kit import (
    AKIMBO,
    DOWN,
    HOLD,
    MAN,
    OVERHEAD,
    PRAYER,
    RAISED,
    STOUT,
    WOMAN,
    cloth,
    hat,
    hide,
    pair,
    staff,
)
from bozzetto.foundry.sculpt.creatures.figures import Figure
from bozzetto.foundry.sculpt.sculpture import Sculpture, at, sculpture

Array = NDArray[np.float64]


def cross(size: float, thick: float = 0.03) -> s.Solid:
    """A cross with equal arms, flat to the front, about the origin."""
    bar = s.box(size, size * 0.34, thick).translate((0, -size * 0.17, 0))
    return bar + bar.rotate((0, 0, 90))


def clipboard() -> list[tuple[str, m.Material, s.Solid]]:
    """A board with a sheet of paper."""
    board = s.rounded_box(0.22, 0.3, 0.022, 0.01).translate((0, -0.06, 0.0))
    paper = s.box(0.19, 0.25, 0.02).translate((0, -0.045, 0.008))
    lines = s.group([s.box(0.13, 0.014, 0.02).translate((0, y, 0.012)) for y in (0.0, 0.045, 0.09, 0.135)])
    clip = s.box(0.09, 0.04, 0.04).translate((0, 0.215, 0.005))
    return [("board", m.OAK, board), ("paper", m.WHITE, paper), ("writing", m.IRON, lines), ("clip", m.STEEL, clip)]


@sculpture(
    "clown",
    size=(1.4, 2.8),
    synonyms=("circus clown",),
    kinds=("jester", "buffoon", "harlequin", "merry andrew"),
    tint=False,
)
def clown(rng: np.random.Generator) -> Sculpture:
    """A white face with a red nose, tufts of hair, a ruff and great shoes."""
    hair, left, right, shoe = s.pick(
        rng,
        (
            ("#e0342a", "#f2c832", "#2f7fd0", "#c8242c"),
            ("#f07a1e", "#3fa84a", "#f2c832", "#c8242c"),
            ("#2f9a4a", "#e0342a", "#f2c832", "#2f6fd0"),
        ),
    )
    fig = Figure(STOUT, "#f4ece4", ((0.17, -0.15, 0.02), (0.27, -0.24, 0.12)), RAISED)
    fig.face("", "#2a62a8", mouth="none", nose=0.8, ears="none")
    mouth = fig.line(((-0.1, -0.075), (-0.05, -0.125), (0, -0.138), (0.05, -0.125), (0.1, -0.075)), 0.036, -0.008)
    smile = fig.line(((-0.075, -0.095), (0, -0.13), (0.075, -0.095)), 0.012, 0.02)
    fig.add("mouth", hide("#d8242c"), mouth, 60)
    fig.add("smile", hide("#5a1216"), smile, 60)
    fig.add("nose", m.PAINT.coloured("#e0202a"), s.sphere(0.058, 24).translate(at(fig.spot(0, -0.04, 0.035))), 60)
    paint = s.mirrored(
        s.group(
            [
                s.capsule(at(fig.spot(0.072, 0.05, 0.0)), at(fig.spot(0.072, 0.115, -0.004)), 0.02, 0.008, 12),
                s.capsule(at(fig.spot(0.072, -0.05, -0.002)), at(fig.spot(0.072, -0.08, -0.002)), 0.018, 0.006, 12),
            ]
        )
    )
    fig.add("face paint", hide("#2f6fd0"), paint, 60)
    c = fig.head
    tufts = []
    for _ in range(22):
        y, z, x = rng.uniform(-0.12, 0.14), rng.uniform(-0.14, 0.06), rng.uniform(0.17, 0.25)
        tufts.append(s.sphere(rng.uniform(0.055, 0.075), 12).translate(at(c + (x, y, z))))
    fig.add("hair", m.FUR.coloured(hair), s.mirrored(s.union(tufts)), 40)
    fig.shirt(cloth(left), 0.9, grow=0.03, low=fig.hip - 0.1, flare=1.25, name="suit")
    fig.trousers(cloth(left), grow=0.045, flare=0.05, to=0.13, name="suit")
    suit = [fig.parts.pop().solid for _ in range(2)]
    for x, colour in ((1, left), (-1, right)):
        fig.add("suit", cloth(colour), s.group([piece.trim_by_plane((x, 0, 0), 0) for piece in suit]), 70)
    for x, colour in ((1, right), (-1, left)):
        spots = [
            s.ellipsoid(0.04, 0.04, 0.016, 16).translate(at(fig.before(px * x, fig.hip + py, 0.03)))
            for px, py in ((0.1, 0.3), (0.13, 0.12), (0.08, 0.0))
        ]
        spots += [
            s.ellipsoid(0.038, 0.038, 0.02, 16).translate((x * (fig.build.stance + 0.02), y, 0.145))
            for y in (0.25, 0.42)
        ]
        fig.add("dots", cloth(colour), s.group(spots), 60)
    fig.buttons(cloth("#e0342a"), (fig.hip + 0.3, fig.hip + 0.15, fig.hip + 0.02), out=0.035, size=0.045)
    lap = s.group(
        [
            s.ellipsoid(0.07, 0.03, 0.1, 14).rotate((18, 0, 0)).translate((0, 0, 0.15)).rotate((0, k * 30, 0))
            for k in range(12)
        ]
    )
    fig.add("ruff", m.WHITE, lap.translate((0, fig.shoulder + 0.045, 0)), 60)
    frill = s.group(
        [
            s.around(s.ellipsoid(0.03, 0.035, 0.045, 12).translate((0, 0, 0.065)), 8).translate(
                at(fig.arms[k][2] - (fig.arms[k][2] - fig.arms[k][1]) * 0.1)
            )
            for k in ("left", "right")
        ]
    )
    fig.add("cuffs", m.WHITE, frill, 60)
    fig.hands(m.WHITE, right="fist")
    fig.shoes(m.PAINT.coloured(shoe), long=0.12, wide=1.35)
    cone = s.cone(0.2, 0.085, 32).rotate((-6, 0, -14)).translate((0.05, 0.13, 0.02))
    fig.add("hat", cloth(right), fig.on_head(cone, 0.06), 60)
    fig.add("pompom", cloth("#f2c832"), fig.on_head(s.sphere(0.042, 16).translate((0.1, 0.33, 0.0)), 0.06), 60)
    balloon = s.ellipsoid(0.15, 0.175, 0.15, 28).translate((0.0, 0.6, 0)) + s.cone(0.05, 0.03, 12).translate(
        (0, 0.41, 0)
    )
    fig.hold(
        "right",
        [
            ("string", m.WHITE, staff(0.44, 0.1, 0.013)),
            ("balloon", m.PAINT.coloured(hair if hair != "#f07a1e" else "#e0342a"), balloon),
        ],
        (0, 0, 12),
    )
    return fig.finished(rng.uniform(1.04, 1.1))


@sculpture("chef", size=(1.5, 2.8), synonyms=("cook", "master chef"), kinds=("pastry cook", "baker", "sous chef"))
def chef(rng: np.random.Generator) -> Sculpture:
    """A tall white hat, a double-breasted jacket, a moustache and a ladle or a pan."""
    hair, scarf = (
        s.pick(rng, ("#2a1d15", "#4a2f1c", "#1d1a1c")),
        s.pick(rng, ("#d0262c", "#d0262c", "#2a5aa8", "#2f8a4a")),
    )
    fig = Figure(STOUT, s.pick(rng, ("#e9bd98", "#e9bd98", "#b57d52")), AKIMBO, HOLD)
    fig.face(hair, nose=1.3)
    fig.hair("flat", hair)
    fig.moustache(hair, -0.02, 0.105)
    white = cloth("#f6f5f1")
    fig.shirt(white, 0.97, grow=0.02, low=fig.hip - 0.08, name="jacket")
    fig.trousers(cloth("#3c3f48"), grow=0.014)
    fig.cuffs(white.shaded(0.86), 0.03, 0.86, 0.98)
    fig.hands(left="fist", right="fist")
    fig.shoes(m.BLACK)
    heights = tuple(fig.hip + y for y in (0.18, 0.26, 0.34))
    fig.buttons(m.BLACK, heights, x=0.075, out=0.022, size=0.024)
    apron = fig.skirt_solid(fig.hip + 0.1, 0.3, 0.245, 0.034, 0, 0.06, 0.98).trim_by_plane((0, 0, 1), 0.05)
    fig.add("apron", white.shaded(0.93), apron, 60)
    fig.belt(white.shaded(0.8), fig.hip + 0.07, None, grow=0.04, high=0.045)
    ends = s.mirrored(
        s.hull(
            [
                s.sphere(0.022, 10).translate(at(fig.before(0.0, fig.hip + 0.38, 0.035))),
                s.ellipsoid(0.035, 0.02, 0.02, 10).translate(at(fig.before(0.075, fig.hip + 0.3, 0.03))),
            ]
        )
    )
    fig.add("neckerchief", cloth(scarf), ends, 60)
    fig.scarf("neckerchief", cloth(scarf))
    band = s.cylinder(0.17, 0.187, 0.19, 44)
    puff = s.ellipsoid(0.255, 0.12, 0.255, 56).translate((0, 0.25, 0))
    puff = s.warp(
        puff,
        lambda p: p * (1 + 0.07 * np.cos(8 * np.arctan2(p[:, 0], p[:, 2])))[:, None] ** np.array([1.0, 0.0, 1.0]),
        0.03,
    )
    lumps = s.around(s.sphere(0.095, 18).translate((0, 0.33, 0.11)), 5, 20) + s.sphere(0.11, 18).translate((0, 0.34, 0))
    fig.add("hat", white, fig.on_head(s.union([band, puff, lumps]), 0.085), 70)
    if s.chance(rng, 0.55):
        bowl = s.lathe([(0, 0), (0.07, 0.02), (0.095, 0.08)], 0.018, 24).rotate((0, 0, 60)).translate((0.06, 0.5, 0))
        fig.hold("right", [("ladle", m.STEEL, staff(0.52, 0.12, 0.02) + bowl)], (16, 0, 12))
    else:
        pan = s.lathe([(0, 0), (0.15, 0.0), (0.18, 0.06)], 0.02, 36).rotate((90, 0, 0)).translate((0, 0.42, 0))
        fig.hold(
            "right", [("pan", m.IRON.shaded(0.7), pan), ("pan handle", m.BLACK, staff(0.26, 0.1, 0.024))], (12, 0, 12)
        )
    return fig.finished(rng.uniform(1.05, 1.12))


def _peaked_cap(fig: Figure, colour: str, badge: m.Material) -> None:
    band = s.cylinder(0.075, 0.192, segments=44)
    top = s.heave(
        s.cylinder(0.075, 0.195, 0.255, 44).translate((0, 0.06, 0))
        + s.ellipsoid(0.252, 0.045, 0.252, 44).translate((0, 0.132, 0)),
        lambda p: 0.3 * p[:, 2] * np.clip(p[:, 1] - 0.06, 0, 0.1) / 0.1 * 0.6,
    )
    peak = (
        s.ellipsoid(0.185, 0.02, 0.15, 36)
        .rotate((20, 0, 0))
        .translate((0, -0.012, 0.175))
        .trim_by_plane((0, 0, 1), 0.08)
    )
    fig.add("cap", cloth(colour), fig.on_head(top, 0.09, -4), 60)
    fig.add("cap band", m.BLACK, fig.on_head(band, 0.09, -4), 50)
    fig.add("peak", m.BLACK, fig.on_head(peak, 0.09, -4), 50)
    star = s.extrude(s.star(5, 0.055, 0.026), 0.04, 0.008) + s.ellipsoid(0.036, 0.036, 0.022, 14)
    fig.add("cap badge", badge, fig.on_head(star.rotate((-8, 0, 0)).translate((0, 0.09, 0.212)), 0.09, -4), 30)


@sculpture(
    "police officer",
    size=(1.5, 2.6),
    synonyms=("policeman", "cop", "policewoman"),
    kinds=("constable", "police constable", "patrolman", "security guard"),
)
def police_officer(rng: np.random.Generator) -> Sculpture:
    """A peaked cap, a blue uniform with a badge, a belt with a radio and a baton."""
    skin, hair = pair(rng)
    female = s.chance(rng, 0.25)
    shirt, dark = s.pick(rng, (("#2c4a86", "#1f2c4e"), ("#2c4a86", "#1f2c4e"), ("#7fa8d8", "#24304e")))
    fig = Figure(WOMAN if female else MAN, skin, DOWN, HOLD)
    fig.face(hair, female=female, mouth="smile")
    fig.hair("bun" if female else "flat", hair)
    fig.shirt(cloth(shirt), 0.97)
    fig.trousers(cloth(dark))
    fig.shoes(m.BLACK)
    fig.hands(right="fist")
    fig.cuffs(cloth(dark), 0.022, 0.9, 1.0)
    tie = s.hull(
        [
            s.ellipsoid(0.03, 0.02, 0.015, 10).translate(at(fig.before(0, fig.hip + 0.4, 0.022))),
            s.ellipsoid(0.042, 0.03, 0.012, 12).translate(at(fig.before(0, fig.hip + 0.2, 0.018))),
        ]
    )
    fig.add("tie", cloth("#14182a"), tie, 50)
    fig.add("collar", cloth(shirt).shaded(1.25), fig.ring(fig.hip + 0.415, 0.055, 0.035, -0.005), 40)
    shield = s.extrude(
        [(0, -0.055), (0.042, -0.02), (0.045, 0.035), (0, 0.055), (-0.045, 0.035), (-0.042, -0.02)], 0.03, 0.008
    )
    x = 0.1 if not female else 0.085
    fig.add("badge", m.GOLD, shield.translate(at(fig.before(x, fig.hip + 0.3, 0.024))), 30)
    pockets = s.rounded_box(0.09, 0.075, 0.022, 0.008)
    fig.add(
        "pockets", cloth(shirt).shaded(0.8), s.group([pockets.translate(at(fig.before(-x, fig.hip + 0.26, 0.016)))]), 40
    )
    straps = s.mirrored(
        s.rounded_box(0.11, 0.024, 0.06, 0.008)
        .rotate((0, 0, -10))
        .translate((fig.build.shoulder - 0.03, fig.shoulder + 0.055, -0.01))
    )
    fig.add("epaulettes", cloth(dark), straps, 40)
    fig.belt(m.BLACK, fig.hip + 0.03, m.GOLD, grow=0.03, high=0.065)
    hips = fig.build.hips
    holster = s.hull(
        [
            s.ellipsoid(0.035, 0.03, 0.05, 12).translate((-hips - 0.03, fig.hip + 0.04, 0)),
            s.ellipsoid(0.03, 0.025, 0.035, 12).translate((-hips - 0.04, fig.hip - 0.11, 0.02)),
        ]
    )
    radio = s.rounded_box(0.055, 0.12, 0.05, 0.012).translate((hips + 0.03, fig.hip, 0.0)) + s.rod(
        (hips + 0.03, fig.hip + 0.1, 0), (hips + 0.03, fig.hip + 0.2, 0), 0.013
    )
    fig.add("kit", m.BLACK, s.group([holster, radio]), 50)
    _peaked_cap(fig, dark, m.GOLD)
    fig.hold("right", [("baton", m.BLACK, s.capsule((0, -0.12, 0), (0, 0.38, 0), 0.027, segments=14))], (30, 0, 10))
    return fig.finished(rng.uniform(1.04, 1.12))


@sculpture(
    "firefighter", size=(1.5, 2.8), synonyms=("fireman", "firewoman"), kinds=("fire fighter",), plural="firefighters"
)
def firefighter(rng: np.random.Generator) -> Sculpture:
    """A ridged helmet, a coat with bright bands, an air tank and an axe."""
    coat, helmet = s.pick(
        rng, (("#c9a24a", "#c8202a"), ("#c9a24a", "#c8202a"), ("#2a2e3a", "#e8b820"), ("#b8362a", "#e8b820"))
    )
    skin, hair = pair(rng)
    fig = Figure(MAN, skin, DOWN, HOLD)
    fig.face(hair)
    fig.hair("flat", hair)
    if s.chance(rng, 0.4):
        fig.moustache(hair)
    stuff, bright = cloth(coat), m.Material("bright band", m.srgb("#e6f04a" if coat != "#c9a24a" else "#f4f2e0"), 0.4)
    fig.shirt(stuff, 0.97, grow=0.032, flare=1.1, name="coat")
    fig.skirt(stuff, fig.hip + 0.1, 0.46, 0.235, grow=0.034, depth=0.85, name="coat")
    fig.trousers(stuff, grow=0.03)
    fig.boots(m.RUBBER, 0.2, wide=1.15)
    bands = [fig.ring(fig.hip + 0.24, 0.05, 0.042)]
    bands += [fig.sleeve(side, hi, 0.042, lo) for side in ("left", "right") for lo, hi in ((0.3, 0.4), (0.76, 0.88))]
    leg = s.mirrored(
        s.cylinder(0.05, fig.build.leg * 0.86 + 0.038, segments=28).translate((fig.build.stance, 0.26, 0.005))
    )
    hem = (
        fig.skirt_solid(fig.hip + 0.1, 0.46, 0.243, 0.04, 0, 0, 0.86)
        .trim_by_plane((0, -1, 0), -0.53)
        .trim_by_plane((0, 1, 0), 0.48)
    )
    fig.add("bright bands", bright, s.union([*bands, leg, hem]), 50)
    fig.hands(m.DARK_LEATHER, right="fist", size=1.08)
    fig.add("collar", stuff.shaded(0.7), fig.ring(fig.hip + 0.4, 0.1, 0.02, 0.0), 40)
    clasps = s.group(
        [s.box(0.075, 0.03, 0.03).translate(at(fig.before(0, y, 0.038))) for y in (fig.hip + 0.17, fig.hip + 0.33)]
    )
    fig.add("clasps", m.STEEL, clasps, 30)
    fig.belt(m.BLACK, fig.hip + 0.06, m.STEEL, grow=0.045, high=0.05)
    red = m.PAINT.coloured(helmet)
    dome = s.ellipsoid(0.205, 0.205, 0.22, 44).trim_by_plane((0, 1, 0), 0)
    ridges = s.union(
        [
            s.tube(
                s.curve([(0, 0.0, 0.225), (0, 0.15, 0.16), (0, 0.213, 0), (0, 0.15, -0.16), (0, 0.0, -0.225)], 24),
                0.024,
                8,
            ).rotate((0, k, 0))
            for k in (0, 60, 120)
        ]
    )
    brim = s.warp(
        s.cylinder(0.03, 0.28, segments=48),
        lambda p: np.stack(
            [
                p[:, 0] * 0.92,
                p[:, 1] - 0.35 * np.clip(-p[:, 2] - 0.15, 0, 1),
                p[:, 2] * np.where(p[:, 2] < 0, 1.3, 0.98),
            ],
            1,
        ),
        0.05,
    )
    fig.add("helmet", red, fig.on_head(s.union([dome, ridges, brim]), 0.075, -4), 50)
    shield = (
        s.extrude([(-0.07, -0.02), (0.07, -0.02), (0.08, 0.1), (0, 0.16), (-0.08, 0.1)], 0.035, 0.01)
        .rotate((-14, 0, 0))
        .translate((0, 0.03, 0.24))
    )
    fig.add("shield", m.GOLD, fig.on_head(shield, 0.075, -4), 30)
    tank = s.capsule((0, fig.hip + 0.08, -0.25), (0, fig.hip + 0.36, -0.24), 0.085, segments=24)
    straps = s.mirrored(
        s.tube(
            s.curve(
                [
                    fig.before(0.1, fig.hip + 0.14, 0.04),
                    fig.before(0.11, fig.hip + 0.34, 0.04),
                    np.array((0.12, fig.shoulder + 0.08, 0.0)),
                    np.array((0.09, fig.hip + 0.34, -0.2)),
                ],
                16,
            ),
            0.024,
            8,
        )
    )
    fig.add("tank", m.PAINT.coloured("#e8c020"), tank, 60)
    fig.add("straps", m.BLACK, straps, 60)
    bit = s.extrude(
        [(0.0, 0.06), (0.15, 0.12), (0.17, -0.0), (0.15, -0.12), (0.0, -0.04), (-0.16, 0.0), (-0.02, 0.06)], 0.05, 0.014
    ).translate((0, 0.46, 0))
    fig.hold("right", [("axe haft", m.OAK, staff(0.5, 0.32, 0.024)), ("axe head", m.RED, bit)], (18, 160, 0))
    return fig.finished(rng.uniform(1.06, 1.13))


@sculpture(
    "doctor",
    size=(1.4, 2.6),
    synonyms=("physician", "medical doctor"),
    kinds=("surgeon", "general practitioner", "medic", "veterinarian"),
)
def doctor(rng: np.random.Generator) -> Sculpture:
    """A white coat, a stethoscope, a clipboard."""
    skin, hair = pair(rng)
    scrubs = s.pick(rng, ("#4a9ac8", "#4a9ac8", "#3f9a8a", "#7a8fa8"))
    female = s.chance(rng, 0.35)
    fig = Figure(WOMAN if female else MAN, skin, ((0.13, -0.2, -0.01), (0.03, -0.2, 0.22)), DOWN)
    fig.face(hair, female=female)
    fig.hair("tail" if female else "short", hair)
    rims = [
        s.torus(0.056, 0.011, 28, 8)
        .rotate((90, 0, 0))
        .rotate((0, 12 * k, 0))
        .translate(at(fig.spot(0.07 * k, 0.0, 0.026)))
        for k in (1, -1)
    ]
    bridge = fig.line(((-0.02, 0.005), (0, 0.012), (0.02, 0.005)), 0.014, 0.016)
    arms_ = s.mirrored(s.rod(at(fig.spot(0.125, 0.01, 0.008)), at(fig.head + (0.185, 0.01, -0.03)), 0.011))
    fig.add("glasses", m.BLACK, s.group([*rims, bridge, arms_]), 60)
    white = cloth("#f7f7f4")
    fig.add("scrubs", cloth(scrubs), fig.trunk.grow(0.012).solid(52).trim_by_plane((0, 1, 0), fig.hip - 0.02), 70)
    fig.trousers(cloth("#3a4252" if not female else scrubs))
    fig.shoes(m.BLACK if not female else m.WHITE)
    fig.shirt(white, 0.97, grow=0.03, flare=1.1, low=fig.hip + 0.1, name="coat")
    opening = s.extrude([(-0.015, -0.25), (0.015, -0.25), (0.075, 0.3), (-0.075, 0.3)], 1).translate(
        (0, fig.hip + 0.2, 0.55)
    )
    last = fig.parts.pop()
    fig.add("coat", white, last.solid - opening, 60)
    fig.skirt(white, fig.hip + 0.12, 0.34, 0.26, grow=0.036, split=10, depth=0.88, bulge=0.3, name="coat")
    lapel = s.extrude([(0.0, 0.0), (0.085, 0.075), (0.1, 0.0), (0.07, -0.16)], 0.03, 0.006)
    placed = [lapel.translate(at(fig.before(0.045, fig.hip + 0.34, 0.03)))]
    fig.add("lapels", white.shaded(0.88), s.mirrored(placed[0]), 30)
    pockets = s.mirrored(
        s.rounded_box(0.1, 0.09, 0.03, 0.008).rotate((-6, 22, 0)).translate((0.14, fig.hip - 0.14, 0.17))
    )
    fig.add("pockets", white.shaded(0.85), pockets, 40)
    pen = s.group([s.box(0.07, 0.06, 0.03).translate(at(fig.before(-0.115, fig.hip + 0.24, 0.03)))])
    fig.add("breast pocket", white.shaded(0.88), pen, 40)
    fig.hands(left="fist")
    way = [
        np.array((0.0, fig.shoulder + 0.05, -0.1)),
        np.array((0.1, fig.shoulder + 0.06, -0.03)),
        fig.before(0.09, fig.hip + 0.36, 0.05),
        fig.before(0.06, fig.hip + 0.26, 0.055),
        fig.before(0.0, fig.hip + 0.2, 0.05),
    ]
    end = fig.before(-0.075, fig.hip + 0.15, 0.055)
    right = [*[p * (-1, 1, 1) for p in way[:3]], end + (0, 0.09, 0.0), end]
    tube = s.tube(s.curve(way, 24), 0.017, 8) + s.tube(s.curve(right, 24), 0.017, 8)
    fig.add("stethoscope", m.BLACK.coloured("#2f3a52"), tube, 60)
    fig.add("chest piece", m.STEEL, s.rod(at(end - (0, 0, 0.015)), at(end + (0, 0, 0.025)), 0.042, segments=24), 50)
    fig.hold("left", clipboard(), (-18, 8, 0))
    return fig.finished(rng.uniform(1.02, 1.1))


@sculpture("nurse", size=(1.4, 2.4), kinds=("registered nurse", "hospital nurse"))
def nurse(rng: np.random.Generator) -> Sculpture:
    """A cap with a red cross, a dress and an apron, a syringe or a clipboard."""
    skin, hair = pair(rng)
    dress = s.pick(rng, ("#8fc2e8", "#8fc2e8", "#f4b8c8", "#f4f4f0"))
    fig = Figure(WOMAN, skin, ((0.13, -0.2, -0.01), (0.03, -0.2, 0.22)), DOWN)
    fig.face(hair, female=True)
    fig.hair("bob", hair)
    fig.bare_arms()
    fig.bare_legs(m.CLOTH.coloured("#f4f1ea"))
    fig.shirt(cloth(dress), 0.36, grow=0.014, name="dress", flare=1.3)
    fig.skirt(cloth(dress), fig.hip + 0.13, 0.33, 0.245, grow=0.016, depth=0.92, bulge=0.3, name="dress")
    white, red = cloth("#fbfaf7"), m.PAINT.coloured("#d8202a")
    fig.add("cuffs", white, s.union([fig.sleeve(k, 0.42, 0.03, 0.32) for k in ("left", "right")]), 40)
    bib = fig.shell(fig.hip + 0.12, fig.hip + 0.33, 0.024).trim_by_plane((0, 0, 1), 0.03)
    side = s.box(0.2, 1, 1).translate((0, fig.hip - 0.3, 0))
    front = fig.skirt_solid(fig.hip + 0.13, 0.37, 0.25, 0.026, 0, 0.3, 0.94).trim_by_plane((0, 0, 1), 0.05)
    fig.add("apron", white, s.group([bib ^ side, front]), 60)
    fig.add("cross", red, cross(0.1).translate(at(fig.before(0.0, fig.hip + 0.28, 0.026))), 20)
    fig.belt(white, fig.hip + 0.105, None, grow=0.03, high=0.045)
    fig.add("collar", white, fig.ring(fig.hip + 0.4, 0.045, 0.05, 0.01), 40)
    cap = s.extrude([(-0.15, 0), (0.15, 0), (0.2, 0.15), (0.1, 0.17), (-0.1, 0.17), (-0.2, 0.15)], 0.05, 0.012)
    cap = s.warp(cap, lambda p: p - np.stack([0 * p[:, 0], 0 * p[:, 0], 3.0 * p[:, 0] ** 2], 1), 0.04) + s.dome(
        0.17, 0.08, 30
    ).translate((0, 0.0, -0.12))
    fig.add("cap", white, fig.on_head(cap.rotate((-12, 0, 0)).translate((0, 0.05, 0.1)), 0.08), 50)
    fig.add("cap cross", red, fig.on_head(cross(0.1).rotate((-12, 0, 0)).translate((0, 0.135, 0.12)), 0.08), 20)
    fig.hands(left="fist")
    fig.shoes(m.WHITE)
    if s.chance(rng, 0.6):
        fig.hold("left", clipboard(), (-18, 8, 0))
    else:
        barrel = s.cylinder(0.2, 0.04, segments=20).translate((0, 0.04, 0))
        plunger = (
            s.rod((0, -0.12, 0), (0, 0.04, 0), 0.018)
            + s.cylinder(0.024, 0.05, segments=20).translate((0, -0.13, 0))
            + s.rod((0, 0.24, 0), (0, 0.38, 0), 0.013)
        )
        fig.hold(
            "left",
            [
                ("syringe", m.GLASS.coloured("#bfe0ee"), barrel),
                ("plunger", m.STEEL, plunger),
                ("dose", red, s.cylinder(0.1, 0.042, segments=20).translate((0, 0.1, 0))),
            ],
            (10, 0, -10),
        )
    return fig.finished(rng.uniform(1.0, 1.07))


def _frilled(plate: s.Solid, phase: float) -> s.Solid:
    """A tutu's layer with waves about its rim."""

    def waved(p: Array) -> Array:
        rise = 0.022 * (np.hypot(p[:, 0], p[:, 2]) / 0.36) ** 2 * np.cos(14 * np.arctan2(p[:, 0], p[:, 2]) + phase)
        return p + np.stack([0 * p[:, 0], rise, 0 * p[:, 0]], 1)

    return s.warp(plate, waved, 0.05)


@sculpture(
    "ballerina",
    size=(1.4, 2.6),
    synonyms=("ballet dancer", "ballet girl"),
    kinds=("dancer", "danseuse", "figure skater"),
)
def ballerina(rng: np.random.Generator) -> Sculpture:
    """On her toes in a flat skirt, arms over her head."""
    skin, hair = pair(rng)
    tutu = s.pick(rng, ("#f4a8c4", "#f4a8c4", "#f6f2f0", "#a8c4f0"))
    fig = Figure(WOMAN, skin, OVERHEAD, OVERHEAD)
    fig.face(hair, "#4a6a8a", female=True)
    fig.hair("bun", hair)
    fig.bare_body()
    fig.hands()
    bodice = cloth(tutu)
    fig.add("bodice", bodice, fig.shell(fig.hip - 0.02, fig.hip + 0.345, 0.012), 70)
    layers = []
    for k, (radius, y) in enumerate(((0.36, 0.045), (0.385, 0.02), (0.37, -0.008))):
        plate = s.revolve(
            s.profile(
                [
                    (0, y + 0.02),
                    (0.12, y + 0.02),
                    (radius, y - 0.03),
                    (radius, y - 0.055),
                    (0.12, y - 0.03),
                    (0, y - 0.03),
                ],
                24,
            ),
            72,
        )
        layers.append(_frilled(plate, k * 2.1))
    for k, layer in enumerate(layers):
        fig.add("tutu", bodice.shaded((1.05, 0.94, 1.1)[k]), layer.translate((0, fig.hip + 0.06, 0)), 60)
    tights = m.CLOTH.coloured("#f2d0c4")
    hip = fig.hip
    for sign in (1, -1):
        z = 0.03 * sign
        leg = f.limb(
            np.array(
                [
                    (0.085 * sign, hip - 0.02, 0),
                    (0.062 * sign, hip * 0.52, 0.015 + z),
                    (0.045 * sign, 0.16, z),
                    (0.042 * sign, 0.07, 0.01 + z),
                ]
            ),
            np.array([0.098, 0.074, 0.052, 0.042]),
        )
        fig.add("tights", tights, leg.solid(44), 180)
        shoe = s.hull(
            [
                s.ellipsoid(0.042, 0.035, 0.042, 18).translate((0.042 * sign, 0.03, 0.015 + z)),
                s.ellipsoid(0.054, 0.06, 0.056, 18).translate((0.044 * sign, 0.12, 0.02 + z)),
            ]
        ).trim_by_plane((0, 1, 0), 0)
        ribbons = s.group(
            [
                s.torus(0.064, 0.014, 24, 8).rotate((0, 0, 14 * q)).translate((0.046 * sign, 0.2 + 0.03 * q, z))
                for q in (-1, 1)
            ]
        )
        fig.add("pointe shoes", cloth("#ee7fa8"), shoe + ribbons, 60)
    hips = f.ellipsoid((0, hip + 0.01, 0), (fig.build.hips, 0.13, fig.build.hips * 0.74)).solid(30)
    fig.add("tights", tights, hips, 180)
    crown = s.around(s.cone(0.06, 0.024, 10).translate((0, 0, 0.165)), 5, -36, 72)
    fig.add("tiara", m.GOLD, fig.on_head(crown, 0.13, -12), 40)
    return fig.finished(rng.uniform(0.98, 1.06))


@sculpture("farmer", size=(1.5, 2.8), synonyms=("farmhand", "peasant"), kinds=("rancher", "grower", "agriculturist"))
def farmer(rng: np.random.Generator) -> Sculpture:
    """A straw hat, dungarees, a pitchfork."""
    main, second = s.pick(
        rng, (("#c8382e", "#f0e6d8"), ("#c8382e", "#f0e6d8"), ("#d8a83a", "#8a4a24"), ("#4a8a4a", "#e8e0c8"))
    )
    skin, hair = pair(rng)
    fig = Figure(STOUT if s.chance(rng, 0.5) else MAN, skin, AKIMBO, HOLD)
    fig.face(hair, nose=1.2)
    fig.hair("flat", hair)
    if s.chance(rng, 0.4):
        fig.beard(s.pick(rng, (hair, "#d8d4cc")), 0.05)

    def plaid(p: Array) -> Array:
        line = 0.5 * ((p[:, 0] + p[:, 2]) % 0.09 < 0.04) + 0.5 * (p[:, 1] % 0.09 < 0.04)
        return mix(np.tile(m.srgb(main), (len(p), 1)), np.array(m.srgb(second)), line * 0.8)

    fig.shirt(cloth(main), 0.66, paint=plaid, cells=50, flare=1.1)
    fig.bare_arms()
    fig.hands(left="fist", right="fist")
    denim = cloth("#3f6298")
    fig.trousers(denim, grow=0.022)
    fig.add("dungarees", denim, fig.shell(fig.hip - 0.04, fig.hip + 0.13, 0.03), 60)
    bib = fig.shell(fig.hip + 0.1, fig.hip + 0.32, 0.032).trim_by_plane((0, 0, 1), 0.04) ^ s.box(0.25, 2, 2).translate(
        (0, 0, 0)
    )
    fig.add("bib", denim, bib, 60)
    front = [
        fig.before(0.1, fig.hip + 0.3, 0.034),
        fig.before(0.11, fig.hip + 0.39, 0.03),
        np.array((0.115, fig.shoulder + 0.075, -0.01)),
        np.array((0.1, fig.hip + 0.34, -0.16)),
        np.array((0.06, fig.hip + 0.1, -0.17)),
    ]
    fig.add(
        "straps", denim, s.mirrored(s.tube(s.curve(front, 20), np.tile((0.016, 0.032), (20, 1)), 10, up=(0, 0, 1))), 60
    )
    fig.buttons(m.GOLD, (fig.hip + 0.3,), x=0.1, out=0.045, size=0.026)
    fig.add(
        "pocket",
        denim.shaded(0.75),
        s.rounded_box(0.13, 0.1, 0.025, 0.01).translate(at(fig.before(0, fig.hip + 0.17, 0.034))),
        40,
    )
    fig.boots(m.LEATHER.coloured("#6a4a2c"), 0.22)
    straw = m.THATCH.coloured("#e0bc5a")
    fig.add(
        "hat",
        straw,
        fig.on_head(
            hat([(0, 0), (0.36, -0.03), (0.36, 0.0), (0.2, 0.03), (0.185, 0.13), (0.14, 0.19), (0, 0.2)], -0.08), 0.085
        ),
        60,
    )
    fig.add("hat band", cloth(main), fig.on_head(s.cylinder(0.05, 0.2, 0.194, 40).translate((0, 0.035, 0)), 0.085), 40)
    grip = fig.grip("right")
    high = 0.78
    tines = [
        s.tube(
            s.curve([(0, high - 0.04, 0), (x, high + 0.02, 0), (x * 1.05, high + 0.3, 0.02)], 14),
            s.interpolate([0.02, 0.02, 0.008], 14),
            8,
        )
        for x in (-0.12, -0.04, 0.04, 0.12)
    ]
    fig.hold("right", [("pitchfork handle", m.OAK, staff(high, grip[1], 0.024)), ("tines", m.IRON, s.union(tines))])
    return fig.finished(rng.uniform(1.03, 1.1))


@sculpture("monk", size=(1.4, 2.4), synonyms=("friar",), kinds=("friar tuck", "abbot", "capuchin monk"))
def monk(rng: np.random.Generator) -> Sculpture:
    """A habit with a rope about it, a shaven crown, hands together."""
    habit = s.pick(rng, ("#6a4a30", "#6a4a30", "#8a6a44", "#3a332e"))
    hair = s.pick(rng, ("#5a3a22", "#8a8680", "#2a1d15"))
    fig = Figure(STOUT, s.pick(rng, ("#e9bd98", "#d9a178")), PRAYER, PRAYER)
    fig.face(hair, nose=1.15)
    fig.hair("wreath", hair)
    stuff = cloth(habit)
    fig.shirt(stuff, 0.95, grow=0.024, flare=1.8, name="habit")
    fig.skirt(stuff, fig.hip + 0.14, 0.03, 0.3, folds=8, grow=0.024, name="habit")
    fig.hands()
    fig.shoes(m.LEATHER, long=0.03)
    cowl = fig.ring(fig.hip + 0.3, 0.15, 0.06, 0.0)
    hood = (
        f.ellipsoid((0, fig.hip + 0.4, -0.14), (0.17, 0.13, 0.12))
        .cut(f.ellipsoid((0, fig.hip + 0.52, -0.1), (0.12, 0.1, 0.08)), 0.02)
        .solid(36)
    )
    fig.add("cowl", stuff.shaded(0.85), s.group([cowl, hood]), 60)
    way = fig.course(lambda a: fig.hip + 0.1 + 0 * a, 0.04, 36)
    rope = s.tube(way, 0.026, 10, closed=True)
    ends = []
    for x, low in ((0.08, 0.3), (0.12, 0.38)):
        path = [fig.before(0.08, fig.hip + 0.1, 0.045), np.array((x, fig.hip - 0.1, 0.28)), np.array((x, low, 0.31))]
        ends += [
            s.tube(s.curve(path, 12), 0.022, 8),
            *(s.sphere(0.034, 12).translate((x, y, 0.31)) for y in (low, low + 0.1)),
        ]
    fig.add("rope", m.ROPE.coloured("#e0cf9a"), s.group([rope, *ends]), 60)
    string = s.tube(
        s.curve(
            [
                fig.before(-0.12, fig.hip + 0.38, 0.05),
                fig.before(0, fig.hip + 0.22, 0.05),
                fig.before(0.12, fig.hip + 0.38, 0.05),
            ],
            16,
        ),
        0.012,
        8,
    )
    wood = s.box(0.03, 0.13, 0.03).translate((0, -0.09, 0)) + s.box(0.09, 0.03, 0.03).translate((0, -0.02, 0))
    fig.add(
        "cross", m.WALNUT.shaded(0.6), s.group([string, wood.translate(at(fig.before(0, fig.hip + 0.2, 0.06)))]), 40
    )
    return fig.finished(rng.uniform(1.02, 1.09))
