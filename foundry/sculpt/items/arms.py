"""Blades, pole arms, clubs, and a sword of light. What has a grip stands on it, its point up."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import PchipInterpolator

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.items.weapons import (
    FITTINGS,
    GRIPS,
    JEWELS,
    axe_bit,
    blade,
    shaft,
    wrapped_grip,
)
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Point, Sculpture, at, sculpture
from bozzetto.foundry.sculpt.solids import Solid


def curved_blade(centre: np.ndarray, back: np.ndarray, edge: np.ndarray, thick: float) -> tuple[Solid, Solid]:
    """A one-edged blade in XY along a centre line [N, 2], from `back` [N] on its left to `edge` [N] on its right; and
    its bright edge.
    """
    tangent = np.gradient(centre, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    normal = np.stack([tangent[:, 1], -tangent[:, 0]], 1)
    left, right = centre - normal * back[:, None], centre + normal * edge[:, None]
    inner = centre + normal * (edge * 0.35)[:, None]
    body = s.extrude(np.concatenate([left, right[::-1]]), thick, thick * 0.3)
    bright = s.extrude(np.concatenate([inner, (right * 1.0)[::-1]]), thick * 1.12)
    return body, bright


def cord_grip(a: Assembly, colour: Material, under: Material, length: float, radius: float, low: float) -> None:
    """A grip wound with crossing cords that leave diamonds of what is under them."""
    core = s.cylinder(length, radius, segments=20).scale((1, 1, 0.8)).translate((0, low, 0))
    a.add("grip", colour, core)
    count = max(4, int(length / (radius * 1.9)))
    gem = s.extrude([(0, -radius * 0.72), (radius * 0.55, 0), (0, radius * 0.72), (-radius * 0.55, 0)], radius * 1.75)
    for y in np.linspace(low + radius, low + length - radius, count):
        a.add("diamonds", under, gem.translate((0, y, 0)))


@sculpture(
    "katana", synonyms=("samurai sword",), kinds=("wakizashi", "ninja sword", "tachi"), size=(0.9, 1.35), tint=False
)
def katana(rng: np.random.Generator) -> Sculpture:
    """A slender curved blade with one bright edge, a round guard, a long wound grip."""
    a = Assembly()
    wrap = s.pick(rng, ("#1f1f24", "#7a1f24", "#1f3358", "#2f2a24"), (4, 2, 2, 1))
    gold = s.pick(rng, (m.GOLD, m.BRASS, m.IRON))
    r, grip = 0.026, rng.uniform(0.25, 0.28)
    cord_grip(a, m.CLOTH.coloured(wrap, "cord"), m.IVORY, grip, r, 0.012)
    a.add("pommel", gold, s.cylinder(0.022, r * 1.1, segments=20).scale((1, 1, 0.82)))
    y = grip + 0.012
    a.add(
        "guard",
        m.IRON.shaded(0.7),
        s.cylinder(0.022, 0.066, segments=32, bevel=0.005).scale((1, 1, 0.9)).translate((0, y, 0)),
    )
    a.add("guard rim", gold, s.torus(0.064, 0.009, 32, 8).scale((1, 1, 0.9)).translate((0, y + 0.011, 0)))
    a.add("collar", gold, s.box(0.05, 0.045, 0.034).translate((0, y + 0.02, 0)))
    length, bow = rng.uniform(0.72, 0.82), rng.uniform(0.075, 0.11)
    t = np.linspace(0, 1, 30)
    centre = np.stack([-bow * t**1.9, y + 0.05 + length * t], 1)
    back = np.interp(t, [0, 0.94, 1], [0.021, 0.018, 0.016])
    edge = np.interp(t, [0, 0.9, 0.95, 1.0], [0.026, 0.023, 0.012, -0.0155])
    body, bright = curved_blade(centre, back * 1.2, edge * 1.2, 0.036)
    a.add("blade", m.STEEL.shaded(0.86).varied(rng, 0.04), body, smooth=20)
    a.add("edge", m.STEEL.coloured("#e4e8ec", "edge"), bright, smooth=20)
    return a.build({"top": (-bow, y + 0.05 + length, 0), "hand": (0, grip * 0.6, 0)})


@sculpture("trident", synonyms=("three pronged spear",), kinds=("poseidon trident", "pitchfork spear"), size=(1.3, 2.2))
def trident(rng: np.random.Generator) -> Sculpture:
    """A staff with three barbed prongs, golden as the sea god's, or of iron on wood."""
    a = Assembly()
    metal, wood = s.pick(
        rng,
        (
            (m.RED, m.BLACK),
            (m.BRONZE, m.BRONZE.shaded(0.8)),
            (m.STEEL, m.WALNUT),
            (m.GOLD, m.GOLD.shaded(0.85)),
        ),
        (1, 2, 2, 4),
    )
    high, r = rng.uniform(1.05, 1.25), 0.026
    a.add("shaft", wood.varied(rng, 0.04), s.cylinder(high, r, segments=16))
    a.add("butt", metal, s.sphere(r * 1.7, 16).translate((0, r * 1.3, 0)))
    for y in (0.42, 0.72):
        a.add("rings", metal.shaded(0.8), s.cylinder(0.04, r * 1.3, segments=20).translate((0, high * y, 0)))
    wide, tall = rng.uniform(0.15, 0.19), rng.uniform(0.38, 0.46)
    a.add(
        "socket",
        metal,
        s.revolve([(0, 0), (r * 1.3, 0), (r * 2.1, 0.09), (r * 1.2, 0.13), (0, 0.13)], 20).translate(
            (0, high - 0.08, 0)
        ),
    )
    a.add("prongs", metal, s.rod((0, high, 0), (0, high + tall * 0.8, 0), r * 1.05))
    for side in (-1, 1):
        path = s.curve(
            [
                (0, high + 0.03, 0),
                (side * wide * 0.7, high + 0.06, 0),
                (side * wide, high + 0.2, 0),
                (side * wide * 0.96, high + tall * 0.74, 0),
            ],
            20,
        )
        a.add("prongs", metal, s.tube(path, r * 1.05, 12), smooth=60)
    head = s.extrude(
        [(0, 0.16), (0.056, 0.03), (0.026, 0.045), (0.026, 0), (-0.026, 0), (-0.026, 0.045), (-0.056, 0.03)],
        0.044,
        0.01,
    )
    a.add("points", metal.shaded(1.12), head.translate((0, high + tall * 0.8, 0)))
    for side in (-1, 1):
        a.add("points", metal.shaded(1.12), head.translate((side * wide * 0.96, high + tall * 0.7, 0)))
    gem = s.pick(rng, JEWELS)
    a.add("jewel", gem, s.ellipsoid(0.035, 0.035, 0.04, 18).translate((0, high + 0.05, 0.018)), smooth=60)
    return a.build({"top": (0, high + tall * 0.8 + 0.16, 0), "hand": (0, high * 0.5, 0)})


@sculpture(
    "halberd",
    synonyms=("poleaxe", "pole axe"),
    kinds=("partisan", "glaive", "voulge", "polearm"),
    size=(1.4, 2.4),
    tint=False,
)
def halberd(rng: np.random.Generator) -> Sculpture:
    """A pole with an axe's blade on one side, a hook on the other and a spike on top."""
    a = Assembly()
    high, r = rng.uniform(1.3, 1.5), 0.026
    shaft(a, s.pick(rng, (m.OAK, m.WALNUT, m.RED.shaded(0.7))).varied(rng), high, r)
    steel = s.pick(rng, (m.STEEL, m.DARK_STEEL)).varied(rng, 0.05)
    size, spread = rng.uniform(0.23, 0.27), rng.uniform(0.34, 0.42)
    y = high - 0.1
    a.add("blade", steel, axe_bit(size, 0.07, spread).translate((0, y, 0)), smooth=20)
    hook = s.extrude(
        s.curve([(0, 0.06), (-0.1, 0.05), (-0.2, -0.05), (-0.22, -0.12), (-0.12, -0.06), (0, -0.06)], 30, closed=True),
        0.042,
    )
    a.add("hook", steel, hook.translate((0, y, 0)), smooth=20)
    a.add("socket", m.IRON, s.cylinder(0.34, r * 1.5, segments=16).translate((0, y - 0.18, 0)))
    a.add("spike", steel, blade(0.36, 0.075, 0.04, 0.3, False).translate((0, high + 0.02, 0)), smooth=12)
    a.add("collar", m.BRASS, s.cylinder(0.05, r * 1.7, segments=20).translate((0, high - 0.01, 0)))
    a.add("collar", m.BRASS, s.cylinder(0.04, r * 1.6, segments=20).translate((0, y - 0.2, 0)))
    if s.chance(rng, 0.6):
        hue = m.CLOTH.coloured(m.HUES[s.pick(rng, ("red", "blue", "yellow"))], "tassel")
        a.add(
            "tassel",
            hue,
            s.cylinder(0.16, 0.045, 0.03, 14).translate((0, y - 0.36, 0)),
            s.sphere(0.035, 14).translate((0, y - 0.2, 0)),
        )
    return a.build({"top": (0, high + 0.36, 0), "hand": (0, high * 0.45, 0)})


@sculpture(
    "mace", synonyms=("morning star",), kinds=("cudgel", "war club", "flanged mace"), size=(0.5, 0.95), tint=False
)
def mace(rng: np.random.Generator) -> Sculpture:
    """A short heavy club with a head of steel flanges, or a ball of spikes."""
    a = Assembly()
    high, r = rng.uniform(0.44, 0.54), 0.021
    metal = s.pick(rng, (m.STEEL, m.DARK_STEEL, m.IRON)).varied(rng, 0.05)
    trim = s.pick(rng, (m.GOLD, m.BRASS, metal.shaded(0.8)))
    spiked = s.chance(rng, 0.5)
    a.add("shaft", s.pick(rng, (m.WALNUT, m.OAK)) if spiked else metal.shaded(0.85), s.cylinder(high, r, segments=18))
    core, cord = wrapped_grip(0.17, r * 1.3, 8)
    grip = s.pick(rng, GRIPS)
    a.add(
        "grip", grip, core.scale((1, 1, 1.28)).translate((0, 0.04, 0)), cord.scale((1, 1, 1.28)).translate((0, 0.04, 0))
    )
    a.add("pommel", trim, s.sphere(r * 1.7, 20).translate((0, 0.03, 0)), smooth=60)
    a.add("rings", trim, s.cylinder(0.02, r * 1.7, segments=24).translate((0, 0.22, 0)))
    if spiked:
        ball = rng.uniform(0.085, 0.1)
        y = high + ball * 0.7
        a.add("head", metal, s.sphere(ball, 32).translate((0, y, 0)), smooth=60)
        spike = s.cone(ball * 0.72, ball * 0.24, 12).translate((0, ball * 0.9, 0))
        for tilt, count, start in ((0, 1, 0), (50, 5, 0), (90, 6, 30), (130, 5, 0)):
            for k in range(count):
                a.add(
                    "spikes",
                    metal.shaded(1.12),
                    spike.rotate((tilt, 0, 0)).rotate((0, start + 360 / count * k, 0)).translate((0, y, 0)),
                )
        top = y + ball * 1.6
    else:
        tall = rng.uniform(0.17, 0.2)
        flange = s.extrude(
            [(0, 0), (0.04, 0.01), (0.1, tall * 0.42), (0.105, tall * 0.6), (0.055, tall * 0.95), (0, tall)],
            0.024,
            0.006,
        ).translate((0, high - 0.04, 0))
        a.add("flanges", metal, s.around(flange, int(s.pick(rng, (6, 7, 8)))), smooth=20)
        a.add("head", metal.shaded(0.85), s.cylinder(tall, 0.04, segments=20).translate((0, high - 0.04, 0)))
        a.add(
            "finial",
            trim,
            s.revolve([(0, 0), (0.036, 0), (0.03, 0.03), (0, 0.07)], 20).translate((0, high + tall - 0.045, 0)),
        )
        top = high + tall + 0.025
    a.add("rings", trim, s.cylinder(0.026, r * 1.8, segments=24).translate((0, high - 0.06, 0)))
    return a.build({"top": (0, top, 0), "hand": (0, 0.12, 0)})


def chain(a: Assembly, path: np.ndarray, link: float, metal: Material) -> None:
    """Links along a path [N, 3], each turned a quarter against the one before."""
    step = np.linalg.norm(np.diff(path, axis=0), axis=1)
    at = np.concatenate([[0], np.cumsum(step)])
    count = max(2, round(at[-1] / (link * 1.45)))
    ring = s.torus(link * 0.62, link * 0.26, 16, 8).scale((0.8, 1, 1.15)).rotate((90, 0, 0))
    for k in range(count):
        where = (k + 0.5) / count * at[-1]
        centre = [float(np.interp(where, at, path[:, d])) for d in range(3)]
        ahead = [
            float(
                np.interp(min(where + link, at[-1]), at, path[:, d]) - np.interp(max(where - link, 0), at, path[:, d])
            )
            for d in range(3)
        ]
        a.add("chain", metal, s.aim(ring.rotate((0, 90 * (k % 2), 0)), ahead).translate(tuple(centre)), smooth=60)


@sculpture(
    "flail", synonyms=("ball and chain flail", "chain mace"), kinds=("ball and chain",), size=(0.55, 1.2), tint=False
)
def flail(rng: np.random.Generator) -> Sculpture:
    """A handle from whose top a chain hangs with a spiked ball."""
    a = Assembly()
    high, r = rng.uniform(0.52, 0.6), 0.024
    wood = s.pick(rng, (m.OAK, m.WALNUT)).varied(rng)
    metal = s.pick(rng, (m.STEEL, m.DARK_STEEL, m.IRON)).varied(rng, 0.05)
    shaft(a, wood, high, r)
    core, cord = wrapped_grip(0.16, r * 1.22, 7)
    a.add(
        "grip",
        s.pick(rng, GRIPS),
        core.scale((1, 1, 1.28)).translate((0, 0.05, 0)),
        cord.scale((1, 1, 1.28)).translate((0, 0.05, 0)),
    )
    a.add("cap", metal, s.cylinder(0.09, r * 1.3, segments=20, bevel=0.008).translate((0, high - 0.06, 0)))
    a.add("cap", metal, s.torus(0.026, 0.011, 20, 8).rotate((90, 0, 0)).translate((0, high + 0.04, 0)))
    out, drop = rng.uniform(0.2, 0.25), rng.uniform(0.2, 0.26)
    ball = rng.uniform(0.085, 0.098)
    path = s.curve(
        [(0, high + 0.05, 0), (out * 0.45, high + 0.07, 0), (out * 0.9, high - 0.02, 0), (out, high - drop + ball, 0)],
        40,
    )
    chain(a, path, 0.03, metal.shaded(0.85))
    y = high - drop
    a.add("ball", metal, s.sphere(ball, 32).translate((out, y, 0)), smooth=60)
    spike = s.cone(ball * 0.75, ball * 0.25, 12).translate((0, ball * 0.9, 0))
    for tilt, count, start in ((45, 4, 45), (90, 6, 0), (135, 5, 0), (180, 1, 0)):
        for k in range(count):
            turned = spike.rotate((tilt, 0, 0)).rotate((0, start + 360 / count * k, 0))
            a.add("spikes", metal.shaded(1.1), turned.translate((out, y, 0)))
    return a.build({"top": (0, high + 0.07, 0), "hand": (0, 0.13, 0)})


@sculpture(
    "scimitar",
    synonyms=("cutlass", "falchion"),
    kinds=("pirate sword", "shamshir", "yataghan", "sabre", "saber"),
    size=(0.75, 1.15),
    tint=False,
)
def scimitar(rng: np.random.Generator) -> Sculpture:
    """A broad blade that curves back and widens before its point, a golden guard, a hooked pommel."""
    a = Assembly()
    gold = s.pick(rng, (m.GOLD, m.BRASS, m.BRONZE)).varied(rng, 0.05)
    grip, r = 0.13, 0.02
    core, cord = wrapped_grip(grip, r, 8)
    a.add("grip", s.pick(rng, (*GRIPS, m.EBONY)), core.translate((0, 0.045, 0)))
    a.add("grip wire", gold, cord.translate((0, 0.045, 0)))
    knob = s.hull([s.sphere(0.03, 18).translate((0, 0.034, 0)), s.sphere(0.022, 16).translate((0.03, 0.024, 0))])
    a.add("pommel", gold, knob, smooth=60)
    y = 0.045 + grip
    for side in (-1, 1):
        path = s.curve(
            [(0, y + 0.01, 0), (side * 0.06, y + 0.01, 0), (side * 0.1, y + (0.035 if side > 0 else -0.02), 0)], 14
        )
        a.add("guard", gold, s.tube(path, s.interpolate((0.018, 0.015, 0.017), 14), 12), smooth=60)
        a.add("guard", gold, s.sphere(0.022, 16).translate(tuple(path[-1])), smooth=60)
    a.add("guard", gold, s.rounded_box(0.06, 0.05, 0.045, 0.01).translate((0, y - 0.012, 0)))
    length, bow = rng.uniform(0.62, 0.7), rng.uniform(0.17, 0.22)
    t = np.linspace(0, 1, 34)
    centre = np.stack([0.03 * np.sin(np.pi * t) - bow * t**2.2, y + 0.03 + length * t], 1)
    back = PchipInterpolator([0, 0.5, 0.72, 0.9, 1], [0.022, 0.026, 0.034, 0.018, 0.004])(t)
    edge = PchipInterpolator([0, 0.5, 0.75, 0.9, 1], [0.026, 0.04, 0.05, 0.034, -0.002])(t)
    body, bright = curved_blade(centre, back * 1.1, edge * 1.1, 0.034)
    a.add("blade", m.STEEL.shaded(0.86).varied(rng, 0.04), body, smooth=20)
    a.add("edge", m.STEEL.coloured("#e4e8ec", "edge"), bright, smooth=20)
    a.add("jewel", s.pick(rng, JEWELS), s.ellipsoid(0.016, 0.016, 0.026, 18).translate((0, y + 0.012, 0)), smooth=60)
    return a.build({"top": (float(centre[-1, 0]), float(centre[-1, 1]), 0), "hand": (0, 0.1, 0)})


@sculpture(
    "rapier", synonyms=("fencing sword", "epee"), kinds=("fencing foil", "small sword"), size=(0.95, 1.4), tint=False
)
def rapier(rng: np.random.Generator) -> Sculpture:
    """A long slim blade, a cup and a knuckle bow about the hand."""
    a = Assembly()
    metal = s.pick(rng, (*FITTINGS,)).varied(rng, 0.05)
    grip, r = 0.13, 0.019
    a.add("pommel", metal, s.ellipsoid(0.03, 0.036, 0.03, 20).translate((0, 0.036, 0)), smooth=60)
    core, cord = wrapped_grip(grip, r, 9)
    a.add("grip", s.pick(rng, GRIPS), core.translate((0, 0.065, 0)))
    a.add("grip wire", metal, cord.translate((0, 0.065, 0)))
    y = 0.065 + grip
    cup = s.dome(0.1, 0.075, 36).rotate((180, 0, 0)) - s.dome(0.085, 0.062, 36).rotate((180, 0, 0))
    a.add("cup", metal, cup.rotate((180, 0, 0)).translate((0, y - 0.02, 0)), smooth=50)
    a.add("cup rim", metal.shaded(0.85), s.torus(0.095, 0.012, 36, 8).translate((0, y - 0.02, 0)), smooth=60)
    a.add("guard", metal, s.rod((-0.16, y - 0.01, 0), (0.16, y - 0.01, 0), 0.015), smooth=60)
    a.add("guard", metal, *[s.sphere(0.024, 16).translate((x, y - 0.01, 0)) for x in (-0.16, 0.16)], smooth=60)
    bow = s.tube(s.curve([(0.09, y - 0.01, 0), (0.11, y - 0.07, 0), (0.085, 0.075, 0), (0.0, 0.04, 0)], 24), 0.014, 10)
    a.add("knuckle bow", metal, bow, smooth=60)
    length = rng.uniform(0.82, 0.95)
    a.add("ricasso", m.STEEL.shaded(0.8), s.box(0.04, 0.1, 0.03).translate((0, y + 0.04, 0)))
    a.add(
        "blade",
        m.STEEL.varied(rng, 0.04),
        blade(length, 0.052, 0.042, 0.3, False).translate((0, y + 0.03, 0)),
        smooth=12,
    )
    return a.build({"top": (0, y + 0.03 + length, 0), "hand": (0, 0.13, 0)})


@sculpture(
    "nunchucks",
    synonyms=("nunchaku", "nunchuks", "nunchuck"),
    kinds=("chain sticks",),
    size=(0.35, 0.75),
    plural="nunchucks",
)
def nunchucks(rng: np.random.Generator) -> Sculpture:
    """Two sticks leaning apart, joined at their tops by a chain."""
    a = Assembly()
    wood = s.pick(rng, (m.BLACK, m.WALNUT, m.OAK, m.RED.shaded(0.8)), (3, 2, 2, 1)).varied(rng)
    high, r, lean = rng.uniform(0.3, 0.34), 0.019, rng.uniform(13, 18)
    tops = []
    for side in (-1, 1):
        shift = (side * (0.07 + high * np.sin(np.radians(lean))), 0, 0)

        def place(solid: s.Solid, side: int = side, shift: Point = shift) -> s.Solid:
            return solid.rotate((0, 0, side * lean)).translate(shift)

        a.add("sticks", wood, place(s.cylinder(high, r * 1.08, r * 0.9, 20, 0.004)), smooth=40)
        for y in (0.03, 0.07, 0.11):
            a.add(
                "rings",
                m.GOLD if wood.base_colour[0] < 0.5 else m.BLACK,
                place(s.cylinder(0.012, r * 1.14, segments=20).translate((0, y, 0))),
            )
        a.add(
            "caps",
            m.STEEL,
            place(s.cylinder(0.035, r * 1.12, segments=20, bevel=0.004).translate((0, high - 0.022, 0))),
            smooth=40,
        )
        a.add("caps", m.STEEL, place(s.sphere(r * 0.7, 14).translate((0, high + 0.016, 0))), smooth=60)
        x = side * (0.07 + high * np.sin(np.radians(lean)) - (high + 0.02) * np.sin(np.radians(lean)))
        tops.append((x, (high + 0.02) * np.cos(np.radians(lean)), 0.0))
    peak = max(tops[0][1], tops[1][1])
    path = s.curve([tops[0], (tops[0][0] * 0.6, peak + 0.035, 0), (tops[1][0] * 0.6, peak + 0.035, 0), tops[1]], 40)
    chain(a, path, 0.021, m.STEEL)
    return a.build({"top": (0, peak + 0.04, 0), "hand": (0.1, 0.12, 0)}).grounded()


@sculpture("throwing star", synonyms=("ninja star", "shuriken"), kinds=("ninja weapon",), size=(0.1, 0.3), tint=False)
def throwing_star(rng: np.random.Generator) -> Sculpture:
    """A flat star of four, six or eight blades with a hole in its middle, standing upright."""
    a = Assembly()
    count = int(s.pick(rng, (8, 6, 4), (1, 2, 5)))
    r = rng.uniform(0.075, 0.095)
    steel = s.pick(rng, (m.DARK_STEEL, m.STEEL, m.IRON)).varied(rng, 0.05)
    thick = r * 0.17
    inner = r * {4: 0.36, 6: 0.5, 8: 0.6}[count]
    hole = s.cylinder(thick * 4, r * 0.15, segments=28).rotate((90, 0, 0)).translate((0, 0, -thick * 2))
    sharp = s.extrude(s.star(count, r, inner), thick * 0.55)
    middle = s.extrude(s.star(count, r * 0.72, inner * 0.9), thick, thick * 0.3)

    def place(solid: s.Solid) -> s.Solid:
        return solid.rotate((0, 0, 180 / count if count == 4 else 0)).translate((0, r, 0))

    a.add("edges", m.STEEL.coloured("#dfe3e7", "edge"), place(sharp - hole), smooth=10)
    a.add("blades", steel.shaded(0.75), place(middle - hole), smooth=10)
    a.add(
        "ring",
        steel.shaded(0.5),
        place(s.torus(r * 0.18, r * 0.05, 28, 8).scale((1, 2.1, 1)).rotate((90, 0, 0))),
        smooth=50,
    )
    return a.build({"hand": (0, r, 0), "top": (0, r + r * (0.7 if count == 4 else 1), 0)}).grounded()


@sculpture(
    "lightsaber",
    synonyms=("light saber", "laser sword", "lightsabre", "light sabre"),
    kinds=("energy sword", "beam sword"),
    size=(0.9, 1.4),
    words=("double",),
)
def lightsaber(rng: np.random.Generator) -> Sculpture:
    """A metal hilt with a black grip and a button; out of it a blade of coloured light."""
    a = Assembly()
    glow = m.srgb(s.pick(rng, ("#3a8aff", "#3adf4a", "#ff2a2a", "#a04aff"), (4, 3, 3, 1)))
    light = Material("light", glow, 0.3, emission=glow)
    core = Material(
        "core", at(tuple(0.35 * c + 0.65 for c in glow)), 0.3, emission=at(tuple(0.35 * c + 0.6 for c in glow))
    )
    r, hilt = 0.027, rng.uniform(0.25, 0.29)
    a.add("hilt", m.STEEL, s.cylinder(hilt, r, segments=28, bevel=0.004), smooth=40)
    a.add("pommel", m.DARK_STEEL, s.cylinder(0.03, r * 1.15, segments=28, bevel=0.006))
    for k in range(6):
        a.add("grip", m.BLACK, s.box(0.013, hilt * 0.42, 0.012).translate((0, 0.045, r)).rotate((0, 60 * k, 0)))
    a.add("band", m.BLACK, s.cylinder(0.03, r * 1.1, segments=28).translate((0, hilt * 0.62, 0)))
    a.add("emitter", m.STEEL, s.cylinder(0.045, r * 0.95, r * 1.3, 28).translate((0, hilt - 0.04, 0)), smooth=40)
    a.add("button", m.RED, s.sphere(0.011, 14).translate((0, hilt * 0.76, r)), smooth=60)
    a.add("box", m.BRASS, s.box(0.02, 0.045, 0.016, 0.003).translate((0, hilt * 0.45, r + 0.004)))
    length = rng.uniform(0.78, 0.88)
    a.add("blade", light, s.capsule((0, hilt - 0.01, 0), (0, hilt + length, 0), 0.03, 0.027, 28), smooth=80)
    a.add("heart", core, s.capsule((0, hilt + 0.01, 0), (0, hilt + length + 0.012, 0), 0.02, 0.018, 20), smooth=80)
    return a.build({"top": (0, hilt + length + 0.028, 0), "hand": (0, hilt * 0.4, 0)}).scaled(rng.uniform(0.96, 1.04))
