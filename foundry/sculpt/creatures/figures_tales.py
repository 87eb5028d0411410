"""People of tales: pirates, royalty, witches, what haunts and what has wings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.creatures.figure_kit import (
    AKIMBO,
    DOWN,
    HAIRS,
    HOLD,
    MAN,
    PALE,
    PRAYER,
    STOUT,
    WOMAN,
    Held,
    cloth,
    hat,
    ragged,
    skin_of,
    staff,
)
from bozzetto.foundry.sculpt.creatures.figures import Figure
from bozzetto.foundry.sculpt.creatures.wings import feather_wing, insect_wing
from bozzetto.foundry.sculpt.sculpture import Sculpture, at, sculpture

Array = NDArray[np.float64]


def sabre(long: float, bow: float, wide: float = 0.045, hilt: m.Material = m.GOLD) -> Held:
    """A blade up from a fist, bent towards -X by `bow`, with a guard and a grip."""
    way = s.curve([(0, 0.04, 0), (0.02, long * 0.5, 0), (-bow, long, 0)], 24)
    radii = np.stack([s.interpolate([wide * 0.8, wide, wide * 0.9, 0.008], 24), np.full(24, 0.014)], 1)
    guard = s.ellipsoid(0.085, 0.022, 0.07, 24).translate((0, 0.075, 0))
    bar = s.tube(s.curve([(0.07, 0.07, 0), (0.1, 0, 0), (0.03, -0.09, 0)], 10), 0.016, 8)
    grip = s.cylinder(0.19, 0.024, segments=16).translate((0, -0.1, 0)) + s.sphere(0.036, 16).translate((0, -0.11, 0))
    return [("blade", m.STEEL, s.tube(way, radii, 12, up=(1, 0, 0))), ("hilt", hilt, guard + bar + grip)]


def crown(radius: float, high: float, points: int, ball: float = 0.022) -> s.Solid:
    """A ring with points that end in balls, on y = 0."""
    ring = s.cylinder(high * 0.42, radius, radius * 1.06, 40) - s.cylinder(high, radius * 0.84, segments=40)
    wide = np.pi * radius / points
    spike = s.extrude([(-wide, 0), (wide, 0), (wide * 0.3, high * 0.7), (0, high), (-wide * 0.3, high * 0.7)], 0.028)
    spike = spike + s.sphere(ball, 14).translate((0, high, 0))
    return ring + s.around(spike.rotate((8, 0, 0)).translate((0, high * 0.2, radius * 1.0)), points)


def skull_badge(size: float) -> s.Solid:
    """A skull over crossed bones, flat to the front, about the origin."""
    skull = s.ellipsoid(0.5, 0.46, 0.25, 24).translate((0, 0.2, 0)) + s.rounded_box(0.5, 0.32, 0.3, 0.08).translate(
        (0, -0.36, 0)
    )
    holes = s.mirrored(s.ellipsoid(0.14, 0.15, 0.5, 16).translate((0.2, 0.14, 0.25)))
    bones = [s.capsule((-0.8, -0.75, 0), (0.8, -0.2, 0), 0.12, segments=10)]
    bones.append(bones[0].mirror((1, 0, 0)))
    return (s.union([skull, *bones]) - holes).scale((size,) * 3)


def bicorne(wide: float, high: float, thick: float) -> s.Solid:
    """The raised brims in front and behind, meeting at both sides."""
    half = [(0, 0.0), (0.6, -0.015), (1.0, 0.03), (0.93, 0.2), (0.62, 0.55), (0.3, 0.9), (0, 1.0)]
    right = s.curve([(x * wide, y * high) for x, y in half], 30)
    outline = np.concatenate([right, (right * (-1, 1))[-2:0:-1]])
    panel = s.warp(
        s.extrude(outline, thick),
        lambda p: p + np.stack([0 * p[:, 0], 0 * p[:, 0], 0.2 - 0.2 * (p[:, 0] / wide) ** 2 - 0.15 * p[:, 1]], 1),
        0.04,
    )
    return panel + panel.mirror((0, 0, 1))


@sculpture("pirate", size=(1.5, 2.8), synonyms=("buccaneer", "pirate captain"), kinds=("corsair", "sea rover"))
def pirate(rng: np.random.Generator) -> Sculpture:
    """A captain in a coat with a hook, or a sailor in stripes; both with a cutlass and an eye patch."""
    hair, coat = s.pick(rng, HAIRS[:3]), s.pick(rng, ("#a8262b", "#a8262b", "#26406e", "#5a2440"))
    fig = Figure(MAN, s.pick(rng, ("#e0ab82", "#d9a178", "#b57d52")), DOWN, HOLD)
    captain = s.chance(rng, 0.75)
    fig.face(hair, mouth="smile", nose=1.2, frown=0.01)
    fig.beard(hair, rng.uniform(0.02, 0.1))
    patch = s.ellipsoid(0.056, 0.056, 0.02, 24).rotate((0, 16, 0)).translate(at(fig.spot(0.07, 0.0, 0.008)))
    strap = s.torus(0.178, 0.013, 44, 8).scale((0.99, 1, 1.04)).rotate((-8, 0, 14))
    fig.add("eye patch", m.BLACK, patch + strap.translate(at(fig.head + (0, 0.055, -0.012))), 60)
    fig.trousers(cloth("#3a322c"), grow=0.02)
    fig.boots(m.LEATHER.coloured("#4a2e1c"), 0.34, cuff=m.LEATHER.coloured("#6a4228"))
    if captain:
        fig.hair("long", hair)
        fig.shirt(cloth(coat), 0.9, grow=0.028, flare=1.2, name="coat")
        fig.skirt(cloth(coat), fig.hip + 0.1, 0.3, 0.31, grow=0.03, split=20, depth=0.85, name="coat")
        panel = s.hull(
            [
                s.ellipsoid(0.075, 0.05, 0.03, 16).translate(at(fig.before(0, y, 0.02)))
                for y in (fig.hip + 0.08, fig.hip + 0.38)
            ]
        )
        fig.add("ruffle", m.WHITE, panel, 60)
        edge = [
            fig.before(x, y, 0.034)
            for x, y in ((0.085, fig.hip + 0.4), (0.085, fig.hip + 0.25), (0.08, fig.hip + 0.06))
        ]
        fig.add("trim", m.GOLD, s.mirrored(s.tube(s.curve(edge, 16), 0.018, 8)), 60)
        fig.cuffs(m.GOLD, 0.05, 0.72, 0.8)
        fig.belt(m.DARK_LEATHER, grow=0.045, high=0.075)
        fig.add(
            "hat",
            m.BLACK.coloured("#211d22"),
            fig.on_head(bicorne(0.36, 0.24, 0.04) + s.dome(0.195, 0.17, 36), 0.075),
            50,
        )
        fig.add("hat trim", m.GOLD, fig.on_head(bicorne(0.385, 0.27, 0.022), 0.066), 50)
        badge = skull_badge(0.075).rotate((-12, 0, 0)).translate((0, 0.1, 0.205))
        fig.add("badge", m.WHITE, fig.on_head(badge, 0.075), 40)
    else:
        low, step = fig.hip, 0.075

        def striped(p: Array) -> Array:
            return mix(
                np.tile(m.srgb("#efece2"), (len(p), 1)),
                np.array(m.srgb(coat)),
                ((p[:, 1] - low) % step < step / 2).astype(np.float64),
            )

        fig.shirt(cloth("#efece2"), 0.62, paint=striped, cells=64)
        fig.bare_arms()
        fig.belt(cloth("#26222a"), None, None, grow=0.034, high=0.09)
        cap = s.ellipsoid(0.193, 0.17, 0.203, 32).trim_by_plane((0, 1, 0), 0.0)
        tails = s.union([s.capsule((0.1, 0.02, -0.19), (0.16 + dx, -0.16, -0.22), 0.04, 0.03, 12) for dx in (0, 0.07)])
        knot = s.sphere(0.05, 16).translate((0.11, 0.03, -0.18))
        fig.add("bandana", cloth(coat), fig.on_head(s.union([cap, tails, knot]), 0.05), 50)
    fig.hands(left="none" if captain else "open", right="fist")
    if captain:
        wrist = fig.arms["left"][2]
        cup = s.cylinder(0.07, 0.055, 0.07, 24).rotate((180, 0, 0)).translate(at(wrist + (0, 0.02, 0)))
        hook = s.curve([(0, -0.03, 0), (0, -0.1, 0), (0, -0.17, 0.05), (0, -0.13, 0.11), (0, -0.08, 0.1)], 20) + wrist
        fig.add("hook", m.STEEL, s.tube(hook, s.interpolate([0.022, 0.02, 0.01], 20), 10), 60)
        fig.add("cup", m.DARK_LEATHER, cup, 40)
    fig.hold("right", sabre(rng.uniform(0.6, 0.7), 0.12, 0.05), (28, 0, 10))
    return fig.finished(rng.uniform(1.05, 1.13))


@sculpture("mermaid", size=(1.0, 2.6), synonyms=("sea maiden",), plural="mermaids")
def mermaid(rng: np.random.Generator) -> Sculpture:
    """A woman to the waist, below it a scaly tail with a fluke."""
    hair, tail, top = s.pick(
        rng,
        (
            ("#b8361f", "#2f9a6a", "#7a4fae"),
            ("#d9a844", "#2a8a9a", "#e0709a"),
            ("#2a1d1a", "#6a4fae", "#e0a83a"),
            ("#b8361f", "#2f9a8a", "#8a5fc0"),
        ),
    )
    fig = Figure(WOMAN, s.pick(rng, ("#ecc4a4", "#ecc4a4", "#c08a60")), DOWN, ((0.16, -0.15, 0.06), (0.2, -0.02, 0.24)))
    fig.face(hair, "#2a7a6a", female=True, lips="#c0504a")
    fig.hair("princess", hair)
    fig.bare_body()
    fig.hands()
    hip = fig.hip
    way = s.curve(
        [(0, hip + 0.14, 0), (0, hip - 0.02, 0.0), (0.05, hip - 0.22, 0.04), (0.03, 0.28, 0.03), (-0.02, 0.15, 0.0)], 30
    )
    radii = s.interpolate([0.118, 0.172, 0.155, 0.105, 0.05], 30)
    body = s.tube(way, np.stack([radii, radii * 0.8], 1), 32, up=(1, 0, 0)).refine_to_length(0.016)
    base, dark = np.array(m.srgb(tail)), np.array(m.srgb(tail)) * 0.68

    def scales(p: Array) -> Array:
        row = p[:, 1] / 0.055
        u = np.arctan2(p[:, 0], p[:, 2]) * 2.6 + 0.5 * (np.floor(row) % 2)
        edge = np.hypot((u % 1) - 0.5, (row % 1) * 0.8)
        return mix(np.tile(base, (len(p), 1)), dark, np.clip((edge - 0.42) / 0.12, 0, 1))

    fig.add("tail", m.SCALES.coloured(tail), body, 60, scales)
    lobe = s.curve(
        [(0, 0.06), (0.09, 0.1), (0.24, 0.16), (0.36, 0.12), (0.33, 0.02), (0.2, -0.05), (0.1, -0.1), (0, -0.06)], 30
    )
    fluke = s.extrude(np.concatenate([lobe, (lobe * (-1, 1))[-2:0:-1]]), 0.05, 0.012)
    fluke = s.warp(fluke, lambda p: p + np.stack([0 * p[:, 0], 0 * p[:, 0], 0.9 * p[:, 0] ** 2], 1), 0.05)
    fig.add("fluke", m.SCALES.coloured(tail).shaded(1.25), fluke.translate((-0.02, 0.1, 0.0)), 50)
    waist = s.torus(0.13, 0.028, 40, 10).scale((1.02, 1, 0.78)).translate((0, hip + 0.12, 0.004))
    fig.add("waist fin", m.SCALES.coloured(tail).shaded(1.25), waist, 60)
    z = fig.build.chest * fig.build.deep * 0.72
    shell = s.ellipsoid(0.068, 0.062, 0.045, 24).translate((0.072, hip + 0.265, z + 0.045))
    strap = s.tube(
        fig.course(lambda a: hip + 0.255 + 0 * a, 0.004, 32),
        np.tile((0.016, 0.01), (32, 1)),
        8,
        closed=True,
        up=(0, 1, 0),
    )
    fig.add("shells", m.PAINT.coloured(top), s.mirrored(shell) + strap, 60)
    star = s.extrude(s.star(5, 0.055, 0.025), 0.03, 0.008).rotate((-10, 30, 0))
    fig.add("starfish", m.PAINT.coloured("#e8843a"), star.translate(at(fig.head + (0.13, 0.13, 0.11))), 20)
    return fig.finished(rng.uniform(1.0, 1.1))


def _gown(fig: Figure, main: m.Material, second: m.Material, flare: float, folds: int, bulge: float = 0.1) -> None:
    hip = fig.hip
    fig.add("bodice", main, fig.shell(hip + 0.05, hip + 0.355, 0.012), 70)
    fig.skirt(main, hip + 0.13, 0.0, flare, grow=0.014, folds=folds, bulge=bulge)
    hem = fig.skirt_solid(hip + 0.13, -0.004, flare * 1.02, 0.02, folds, bulge).trim_by_plane((0, -1, 0), -0.055)
    fig.add("hem", second, hem, 60)
    fig.belt(second, hip + 0.1, None, grow=0.024, high=0.045)


@sculpture("princess", size=(1.5, 2.4), words=("pink", "blue", "yellow"), plural="princesses", kinds=("infanta",))
def princess(rng: np.random.Generator) -> Sculpture:
    """A ball gown, long hair, a tiara."""
    word, gown, trim = s.pick(
        rng,
        (("pink", "#ee86b4", "#fbd9e8"), ("blue", "#7db4e6", "#e6f2fb"), ("yellow", "#f2c33c", "#fbeec0")),
        (4, 2, 1),
    )
    hair, skin = s.pick(rng, (("#f0c860", PALE), ("#f0c860", "#e9bd98"), ("#33221a", "#9a6642"), ("#b8562a", PALE)))
    fig = Figure(WOMAN, skin, *(((0.12, -0.19, 0.0), (0.22, -0.36, 0.1)),) * 2)
    fig.face("#8a5f30" if hair == "#f0c860" else hair, "#3a6fa8", female=True, lips="#c8505a")
    fig.hair("princess", hair)
    fig.bare_body()
    _gown(fig, cloth(gown), cloth(trim), rng.uniform(0.42, 0.47), 12)
    puffs = [
        s.ellipsoid(0.1, 0.085, 0.095, 24).translate(at(fig.arms[k][0] + (dx, -0.01, 0)))
        for k, dx in (("left", 0.03), ("right", -0.03))
    ]
    fig.add("sleeves", cloth(gown), s.group(puffs), 60)
    gloves = [fig.sleeve(side, 1, 0.008, 0.5) for side in ("left", "right")]
    fig.hands(m.WHITE)
    fig.add("gloves", m.WHITE, s.union(gloves), 60)
    _tiara(fig, rng)
    beads = fig.course(lambda a: fig.hip + 0.4 - 0.03 * np.cos(np.radians(a)), 0.004, 26)
    gem = s.ellipsoid(0.03, 0.036, 0.02, 14).translate(at(fig.before(0, fig.hip + 0.34, 0.016)))
    fig.add("necklace", m.GOLD, s.tube(beads, 0.014, 8, closed=True) + gem, 60)
    return replace(fig.finished(rng.uniform(0.98, 1.06)), words=(word,))


def _tiara(fig: Figure, rng: np.random.Generator) -> None:
    ring = crown(0.15, 0.15, 9, 0.02)
    fig.add("crown", m.GOLD, fig.on_head(ring, 0.13, -10), 40)
    gem = s.ellipsoid(0.028, 0.034, 0.02, 14).translate((0, 0.05, 0.16))
    fig.add(
        "gem", m.Material("jewel", m.srgb(s.pick(rng, ("#d0243f", "#2a6fd0"))), 0.1), fig.on_head(gem, 0.13, -10), 60
    )


def _royal_crown(fig: Figure, cap: str) -> None:
    fig.add("crown", m.GOLD, fig.on_head(crown(0.19, 0.2, 7, 0.03), 0.1), 40)
    gems = s.around(s.ellipsoid(0.026, 0.03, 0.018, 12).translate((0, 0.045, 0.197)), 7, 180 / 7)
    fig.add("jewels", m.Material("jewel", m.srgb("#c81e3a"), 0.1), fig.on_head(gems, 0.1), 60)
    fig.add("crown cap", m.VELVET.coloured(cap), fig.on_head(s.dome(0.165, 0.17, 32), 0.12), 60)


def _ermine(fig: Figure, rng: np.random.Generator, collar: float) -> None:
    """A white fur collar with black tails."""
    way = fig.course(lambda a: fig.hip + 0.385 - 0.035 * np.cos(np.radians(a)), 0.0, 40)
    fur = s.tube(way, collar, 14, closed=True)
    fig.add("ermine", m.WOOL.coloured("#f4f1ea"), fur, 180)
    points, normals = s.scattered(fur, rng, 34, 0.07)
    tails = [
        s.aim(s.ellipsoid(0.014, 0.008, 0.014, 8), n).translate(at(p)) for p, n in zip(points, normals, strict=True)
    ]
    fig.add("ermine tails", m.BLACK, s.group(tails), 60)


def _sceptre() -> Held:
    head = s.sphere(0.06, 20).translate((0, 0.42, 0)) + s.extrude(
        [(-0.02, 0), (0.02, 0), (0.02, 0.12), (-0.02, 0.12)], 0.04
    ).translate((0, 0.46, 0))
    bar = s.box(0.11, 0.035, 0.035).translate((0, 0.51, 0))
    collar = s.torus(0.035, 0.018, 20, 8).translate((0, 0.36, 0))
    return [
        (
            "sceptre",
            m.GOLD,
            s.union([staff(0.4, 0.2, 0.022), head, bar, collar, s.sphere(0.035, 14).translate((0, -0.2, 0))]),
        )
    ]


@sculpture("king", size=(1.5, 2.6), kinds=("emperor", "sovereign", "crowned head"))
def king(rng: np.random.Generator) -> Sculpture:
    """A crown, a beard, a mantle with ermine and a sceptre."""
    hair = s.pick(rng, ("#8a5a30", "#e6e2da", "#4a2f1c", "#b0a89c"))
    robe, mantle = s.pick(rng, (("#5a2a8a", "#b01e2c"), ("#24509a", "#b01e2c"), ("#a8262b", "#5a2a7a")))
    fig = Figure(STOUT, skin_of(rng), AKIMBO, HOLD)
    fig.face(hair, nose=1.15)
    fig.hair("bob", hair)
    fig.beard(hair, rng.uniform(0.1, 0.16), 1.2)
    fig.shirt(cloth(robe), 1.0, grow=0.018, flare=1.25, name="robe")
    fig.skirt(cloth(robe), fig.hip + 0.1, 0.06, 0.31, folds=9, grow=0.02, name="robe")
    fig.add("hem", m.GOLD, fig.skirt_solid(fig.hip + 0.1, 0.06, 0.318, 0.025, 9).trim_by_plane((0, -1, 0), -0.12), 60)
    fig.cuffs(m.WOOL.coloured("#f4f1ea"), 0.05, 0.84, 0.98)
    fig.hands(left="fist", right="fist")
    fig.belt(m.GOLD, fig.hip + 0.06, m.RED, grow=0.03, high=0.05)
    fig.shoes(m.DARK_LEATHER)
    fig.cape(m.VELVET.coloured(mantle), 0.02, 0.46, sweep=100, back=0.1, wide=0.29)
    border = fig.cape_solid(0.0, 0.475, sweep=100, back=0.105, wide=0.29).trim_by_plane((0, -1, 0), -0.09)
    fig.add("border", m.WOOL.coloured("#f4f1ea"), border, 60)
    _ermine(fig, rng, 0.075)
    chain = [fig.before(x, y, 0.1) for x, y in ((-0.13, fig.hip + 0.35), (0, fig.hip + 0.2), (0.13, fig.hip + 0.35))]
    _royal_crown(fig, mantle)
    fig.add("chain", m.GOLD, s.tube(s.curve(chain, 16), 0.018, 8) + s.sphere(0.035, 14).translate(at(chain[1])), 60)
    fig.hold("right", _sceptre(), (14, 0, 8))
    return fig.finished(rng.uniform(1.06, 1.14))


@sculpture("queen", size=(1.5, 2.6), kinds=("empress", "female monarch", "queen regnant"))
def queen(rng: np.random.Generator) -> Sculpture:
    """A crown, a gown, a mantle and a sceptre."""
    gown, trim, mantle = s.pick(
        rng, (("#7a2a8a", "#e6b422", "#b01e2c"), ("#a81e36", "#e6b422", "#5a2a7a"), ("#2a5a9a", "#e8e2d0", "#a8262b"))
    )
    hair = s.pick(rng, ("#4a2f1c", "#a8562a", "#d8d2c8", "#1d1a1c"))
    fig = Figure(WOMAN, skin_of(rng), ((0.13, -0.19, 0.0), (0.22, -0.36, 0.1)), HOLD)
    fig.face(hair, "#3a5a3a", female=True, lips="#b02a3a")
    fig.hair("bun", hair)
    fig.shirt(cloth(gown), 1.0, flare=1.3, name="bodice")
    _gown(fig, cloth(gown), m.GOLD.coloured(trim), rng.uniform(0.38, 0.43), 10, 0.06)
    front = s.hull(
        [
            s.ellipsoid(w, 0.01, 0.02, 12).translate((0, y, z))
            for w, y, z in ((0.05, fig.hip + 0.08, 0.11), (0.15, 0.03, 0.37))
        ]
    )
    fig.add("front panel", cloth("#f2e6c4"), front, 60)
    fig.hands(right="fist")
    fig.cuffs(m.GOLD.coloured(trim), 0.03, 0.9, 1.0)
    fig.cape(m.VELVET.coloured(mantle), 0.0, 0.5, sweep=95, back=0.16, wide=0.23)
    border = fig.cape_solid(-0.01, 0.515, sweep=95, back=0.165, wide=0.23).trim_by_plane((0, -1, 0), -0.08)
    fig.add("border", m.WOOL.coloured("#f4f1ea"), border, 60)
    collar = fig.cape_solid(fig.head[1] + 0.06, 0.24, fig.shoulder, 80, 0.1, 0.15, 9)
    fig.add("collar", m.WOOL.coloured("#f6f3ec"), collar, 50)
    _ermine(fig, rng, 0.05)
    _royal_crown(fig, mantle)
    gem = s.ellipsoid(0.036, 0.045, 0.022, 14).translate(at(fig.before(0, fig.hip + 0.32, 0.04)))
    fig.add("pendant", m.Material("jewel", m.srgb("#2a6fd0"), 0.1), gem, 60)
    fig.hold("right", _sceptre(), (14, 0, 8))
    return fig.finished(rng.uniform(1.0, 1.08))


@sculpture("witch", size=(1.5, 2.8), synonyms=("sorceress", "hag"), kinds=("enchantress",), plural="witches")
def witch(rng: np.random.Generator) -> Sculpture:
    """A pointed hat, a long nose, a broom."""
    skin, hair, robe, band = s.pick(
        rng,
        (
            ("#8fb84a", "#2a2230", "#3a2352", "#8a4fc0"),
            ("#8fb84a", "#d8672a", "#26222c", "#e07a24"),
            ("#e6b896", "#c8562a", "#26222c", "#7a3fa8"),
        ),
    )
    fig = Figure(WOMAN, skin, DOWN, HOLD)
    fig.face(hair, "#4a2f1e", female=True, mouth="smile", nose=1.3, frown=0.012, lips="#7a2a3a")
    hook = s.tube(
        [fig.spot(0, -0.01, 0.01), fig.spot(0, -0.045, 0.075), fig.spot(0, -0.075, 0.085)], [0.022, 0.024, 0.012], 12
    )
    fig.add("nose", fig.skin, hook + s.sphere(0.012, 10).translate(at(fig.spot(0.02, -0.03, 0.045))), 60)
    fig.hair("long", hair)
    fig.shirt(cloth(robe), 0.92, flare=2.0, name="robe")
    fig.skirt(cloth(robe), fig.hip + 0.13, 0.24, 0.3, folds=7, grow=0.016, name="robe")
    hem = ragged(fig.skirt_solid(fig.hip + 0.13, 0.14, 0.29, 0.012, 7), 0.15, rng, 0.07)
    fig.add("robe", cloth(band), hem, 50)
    fig.bare_arms()
    fig.hands(right="fist")
    low = 0.1

    def stripes(p: Array) -> Array:
        return mix(
            np.tile(m.srgb("#1d1a20"), (len(p), 1)),
            np.array(m.srgb(band)),
            ((p[:, 1] - low) % 0.11 < 0.055).astype(np.float64),
        )

    fig.trousers(cloth(band), grow=0.0, name="stockings", paint=stripes)
    fig.shoes(m.BLACK, long=0.06)
    fig.belt(m.DARK_LEATHER, fig.hip + 0.1, m.GOLD, grow=0.028, high=0.055)
    outline = [(0, 0), (0.37, -0.015), (0.37, 0.015), (0.19, 0.03), (0.15, 0.17), (0.085, 0.4), (0.03, 0.58), (0, 0.62)]
    lean = rng.uniform(0.25, 0.55)
    cone = s.warp(
        hat(outline, 0.15),
        lambda p: (
            p
            + np.stack(
                [
                    lean * np.clip(p[:, 1] - 0.25, 0, 1) ** 2,
                    0 * p[:, 0],
                    -0.8 * lean * np.clip(p[:, 1] - 0.2, 0, 1) ** 2,
                ],
                1,
            )
        ),
    )
    fig.add("hat", cloth(robe).shaded(0.85), fig.on_head(cone, 0.085), 50)
    ring = s.cylinder(0.065, 0.192, 0.178, 40).translate((0, 0.03, 0))
    fig.add("hat band", cloth(band), fig.on_head(ring, 0.085), 40)
    fig.add("hat buckle", m.GOLD, fig.on_head(s.box(0.08, 0.085, 0.03).translate((0, 0.02, 0.185)), 0.085), 30)
    grip = fig.grip("right")
    stick = staff(0.72, grip[1] - 0.3, 0.024)
    brush = s.revolve(s.profile([(0, 0.0), (0.12, 0.0), (0.125, 0.12), (0.06, 0.3), (0.035, 0.36), (0, 0.36)], 16), 18)
    brush = s.warp(
        brush, lambda p: p * (1 + 0.1 * np.sin(9 * np.arctan2(p[:, 0], p[:, 2])))[:, None] ** np.array([1, 0, 1]), 0.05
    )
    cord = s.torus(0.075, 0.016, 24, 8).translate((0, 0.27, 0))
    down = (0, -grip[1], 0)
    fig.hold(
        "right",
        [
            ("broomstick", m.OLD_WOOD, stick),
            ("brush", m.THATCH, brush.translate(down)),
            ("cord", m.DARK_LEATHER, cord.translate(down)),
        ],
    )
    return fig.finished(rng.uniform(0.98, 1.06))


@sculpture("fairy", size=(0.1, 2.4), synonyms=("pixie", "tooth fairy"), plural="fairies")
def fairy(rng: np.random.Generator) -> Sculpture:
    """Wings, a petal dress and a wand."""
    dress, wing, hair = s.pick(
        rng,
        (
            ("#e86fa8", "#bfe6f2", "#e8b84a"),
            ("#6fb84a", "#d8f0c8", "#e8b84a"),
            ("#9a6fd0", "#e6d3f6", "#b8562a"),
            ("#4aa8d8", "#d8effa", "#4a2f1c"),
        ),
    )
    fig = Figure(WOMAN, s.pick(rng, (PALE, "#d9a178", "#a8714a")), DOWN, ((0.17, -0.12, 0.06), (0.25, 0.05, 0.22)))
    fig.face(hair, "#3a7a5a", female=True, ears="pointed")
    fig.hair("bun", hair)
    fig.bare_body()
    fig.bare_legs()
    fig.add("dress", cloth(dress), fig.shell(fig.hip, fig.hip + 0.34, 0.013), 70)
    skirt = fig.skirt_solid(fig.hip + 0.13, fig.hip - 0.22, 0.29, 0.015, 8, 0.06)
    fig.add("dress", cloth(dress), skirt, 60)
    petals = s.around(
        s.ellipsoid(0.085, 0.14, 0.03, 18).translate((0, -0.1, 0)).rotate((-38, 0, 0)).translate((0, 0, 0.1)), 8
    )
    fig.add("petals", cloth(dress).shaded(1.3), petals.translate((0, fig.hip + 0.07, 0)), 60)
    fig.belt(cloth("#f2d24a"), fig.hip + 0.11, None, grow=0.024, high=0.04)
    fig.hands(right="fist")
    fig.shoes(cloth(dress).shaded(0.8))
    upper = insect_wing([(0.03, 0), (0.2, 0.26), (0.42, 0.46), (0.6, 0.44), (0.56, 0.2), (0.34, 0.02), (0.1, -0.06)])
    lower = insect_wing([(0.03, -0.02), (0.26, -0.02), (0.44, -0.16), (0.4, -0.36), (0.24, -0.36), (0.1, -0.18)])
    veins = s.group(
        [
            s.rod((0.04, 0.0, 0), tip, 0.013, 0.006, 8)
            for tip in ((0.5, 0.41, 0), (0.53, 0.24, 0), (0.36, -0.3, 0), (0.4, -0.12, 0))
        ]
    )
    for name, solid, colour in (("wings", upper + lower, wing), ("veins", veins.scale((1, 1, 2.6)), dress)):
        placed = solid.rotate((0, 16, 0)).translate((0.02, fig.hip + 0.3, -0.13))
        fig.add(name, m.Material("wing", m.srgb(colour), 0.2), s.mirrored(placed), 30)
    star = s.extrude(s.star(5, 0.1, 0.045), 0.05, 0.012).translate((0, 0.36, 0))
    fig.hold(
        "right",
        [
            ("wand", m.WHITE, staff(0.32, 0.09, 0.018)),
            ("star", m.Material("star", m.srgb("#ffd83a"), 0.3, emission=m.srgb("#8a6a10")), star),
        ],
        (16, 0, -6),
    )
    crown_ = s.around(s.sphere(0.032, 12).translate((0, 0, 0.17)), 9)
    fig.add("flowers", m.PAINT.coloured("#f6f0e0"), fig.on_head(crown_, 0.12), 60)
    return fig.finished(rng.uniform(0.9, 1.0))


@sculpture("angel", size=(1.4, 3.6), kinds=("guardian angel", "cherub", "seraph"))
def angel(rng: np.random.Generator) -> Sculpture:
    """A white robe, feathered wings, a halo."""
    hair, skin = s.pick(rng, (("#f0c860", PALE), ("#f0c860", PALE), ("#7a4a28", "#d9a178"), ("#2a1d15", "#8a5a3a")))
    fig = Figure(WOMAN, skin, PRAYER, PRAYER)
    fig.face("#a8803a" if hair == "#f0c860" else hair, "#3a6fa8", female=True)
    fig.hair("long", hair)
    white = cloth("#f6f4ee")
    fig.shirt(white, 0.95, flare=1.9, name="robe")
    fig.skirt(white, fig.hip + 0.12, 0.0, rng.uniform(0.28, 0.33), folds=9, grow=0.016, name="robe")
    fig.add("hem", m.GOLD, fig.skirt_solid(fig.hip + 0.12, -0.003, 0.32, 0.02, 9).trim_by_plane((0, -1, 0), -0.045), 60)
    fig.belt(m.GOLD, fig.hip + 0.1, None, grow=0.026, high=0.045)
    fig.hands()
    wing = feather_wing(0.44, 0.78, rng).rotate((0, rng.uniform(12, 22), 14)).translate((0.05, fig.hip + 0.3, -0.15))
    fig.add("wings", m.FEATHER.coloured("#fbfaf6"), s.mirrored(wing), 50)
    halo = s.torus(0.17, 0.026, 40, 12).rotate((-10, 0, 0)).translate(at(fig.head + (0, 0.3, -0.03)))
    fig.add("halo", m.Material("halo", m.srgb("#ffd84a"), 0.3, emission=m.srgb("#a87a14")), halo, 60)
    return fig.finished(rng.uniform(0.98, 1.06))
