"""Balls, clubs, boards and weights; what is long stands upright."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture

Array = NDArray[np.float64]


def spread_on_ball(count: int) -> Array:
    """Directions [count, 3], about evenly over the sphere."""
    k = np.arange(count) + 0.5
    y, turn = 1 - 2 * k / count, np.pi * (1 + 5**0.5) * k
    r = np.sqrt(1 - y * y)
    return np.stack([r * np.sin(turn), y, r * np.cos(turn)], 1)


def rod_of(outline: list[tuple[float, float]], segments: int = 36) -> s.Solid:
    """A revolved rod through (radius, y), closed at both ends."""
    knots = [(0.0, outline[0][1]), *outline, (0.0, outline[-1][1])]
    return s.revolve(s.profile(knots, 56), segments)


@sculpture("baseball bat", size=(0.6, 1.2), kinds=("softball bat", "cricket bat"), words=("wooden",))
def baseball_bat(rng: np.random.Generator) -> Sculpture:
    """Upright on its knob: of ash with a dark grip, or painted."""
    fat, high = rng.uniform(0.043, 0.049), rng.uniform(0.78, 0.9)
    wooden = s.chance(rng, 0.7)
    wood = s.pick(rng, (m.BIRCH, m.PINE, m.OAK)).varied(rng)
    hue = m.PAINT.coloured(m.HUES[s.pick(rng, ("black", "blue", "red"))])
    stuff = wood if wooden else hue
    outline = [(0.03, 0.0), (0.036, 0.012), (0.03, 0.028), (0.02, 0.05), (0.021, high * 0.3), (0.03, high * 0.5)]
    bat = rod_of([*outline, (fat, high * 0.74), (fat, high * 0.95), (fat * 0.8, high * 0.99)])
    grip = s.cylinder(high * 0.25, 0.0225, segments=28).translate((0, 0.04, 0))
    rings = s.group([s.torus(0.0225, 0.0028, 24, 8).translate((0, 0.05 + 0.022 * k, 0)) for k in range(9)])
    band = s.cylinder(0.018, fat + 0.001, segments=40).translate((0, high * 0.8, 0))
    parts = [
        Part("bat", bat, stuff, 60),
        Part("grip", s.union([grip, rings]), m.DARK_LEATHER.coloured("#2b2524"), 50),
        Part("band", band, m.BLACK if wooden else m.WHITE, 50),
    ]
    return finished(parts, 1.0, {"hand": (0, high * 0.15, 0)})  # fmt: skip


@sculpture("baseball glove", size=(0.25, 0.55), synonyms=("baseball mitt", "catcher's mitt"), material="leather")
def baseball_glove(rng: np.random.Generator) -> Sculpture:
    """Four fat fingers, a thumb, a web, a deep pocket to the front."""
    leather = m.LEATHER.coloured(s.pick(rng, ("#a9622e", "#8a4a24", "#c08040"))).varied(rng, 0.05)
    palm = f.ellipsoid((0, 0.36, 0), (0.36, 0.36, 0.17))
    tips = []
    for k, (x, y, lean) in enumerate(((-0.36, 0.78, -0.2), (-0.17, 0.92, -0.08), (0.03, 0.94, 0.02), (0.2, 0.86, 0.1))):
        root = (x * 0.8, 0.42, -0.03)
        tip = (x + lean * 0.35, y, 0.05 + 0.02 * (k in (0, 3)))
        tips.append((root, tip))
        palm = palm.blend(f.capsule(root, tip, 0.12, 0.105), 0.03)
    palm = palm.blend(f.capsule((0.24, 0.2, 0.0), (0.47, 0.58, 0.1), 0.14, 0.105), 0.05)
    palm = palm.blend(f.cylinder((0, 0.0, -0.02), 0.2, 0.22, 0.06), 0.08)
    palm = palm.cut(f.ellipsoid((0.04, 0.44, 0.26), (0.27, 0.3, 0.24)), 0.06)
    dark = leather.shaded(0.62, "lacing")
    web = [s.beam((0.2 + 0.03 * k, 0.84 - 0.09 * k, 0.06), (0.42, 0.66 - 0.07 * k, 0.1), 0.045, 0.04) for k in range(4)]
    web += [
        s.beam((0.25 + 0.07 * k, 0.84 - 0.06 * k, 0.08), (0.27 + 0.05 * k, 0.5, 0.08), 0.045, 0.04) for k in range(3)
    ]
    strap = s.torus(0.225, 0.03, 40, 10).scale((1, 1.5, 1)).translate((0, 0.1, -0.02))
    seams = [s.rod(at(np.array(a) + (0, 0.1, 0.11)), at(np.array(b) + (0, -0.02, 0.1)), 0.014) for a, b in tips]
    hide = palm.solid(80)
    low = m.srgb("#6a3a1c")
    base = np.array(leather.base_colour)

    def paint(p: Array) -> Array:
        pocket = np.clip((0.3 - np.hypot(p[:, 0] - 0.03, p[:, 1] - 0.42)) / 0.08, 0, 1) * (p[:, 2] > -0.02)
        return mix(np.tile(base, (len(p), 1)), low, 0.55 * pocket)

    parts = [
        Part("glove", hide, leather, 180, paint),
        Part("web", s.union(web), leather.shaded(0.8, "web"), 40),
        Part("lacing", s.group([strap, *seams]), dark, 40),
    ]
    return finished(parts, rng.uniform(0.26, 0.32), {"inside": (0.03, 0.12, 0.05)})


@sculpture("hockey stick", size=(1.0, 2.0), kinds=("ice hockey stick", "field hockey stick"))
def hockey_stick(rng: np.random.Generator) -> Sculpture:
    """A straight shaft, a blade on the ice, black tape."""
    long, lean = rng.uniform(1.2, 1.4), np.radians(rng.uniform(22, 28))
    shaft = m.PAINT.coloured(s.pick(rng, ("#c99a5b", "#b53a32", "#2f5bb0", "#2a2a2d")), "shaft")
    heel = np.array([0.0, 0.06, 0.0])
    top = heel + long * np.array([-np.sin(lean), np.cos(lean), 0])
    ahead = (heel - top) / long
    blade = s.extrude(
        s.curve(
            [(-0.03, 0.1), (-0.01, 0.0), (0.16, 0.0), (0.33, 0.02), (0.35, 0.07), (0.3, 0.09), (0.1, 0.085)], 40, True
        ),
        0.036,
        0.008,
    )
    tape = s.beam(at(top + ahead * 0.001), at(top + ahead * 0.2), 0.046, 0.046, 0.006, (0, 0, 1))
    knob = s.beam(at(top - ahead * 0.01), at(top + ahead * 0.035), 0.058, 0.058, 0.01, (0, 0, 1))
    bands = [
        s.beam(at(heel - ahead * y), at(heel - ahead * (y + 0.05)), 0.045, 0.045, 0.004, (0, 0, 1)) for y in (0.3, 0.42)
    ]
    wrap = s.extrude([(0.1, -0.002), (0.3, -0.002), (0.3, 0.098), (0.1, 0.095)], 0.042, 0.006)
    parts = [
        Part("shaft", s.beam(at(top), at(heel), 0.04, 0.04, 0.006, (0, 0, 1)), shaft),
        Part("blade", blade, shaft.shaded(0.9, "blade")),
        Part("bands", s.group(bands), m.WHITE if shaft.base_colour != m.WHITE.base_colour else m.RED),
        Part("tape", s.group([tape, knob, wrap]), m.BLACK),
    ]
    return finished(parts, 1.0, {"hand": at(top)})


@sculpture("golf club", size=(0.7, 1.4), kinds=("golf iron", "golf driver", "putter"), tint=False)
def golf_club(rng: np.random.Generator) -> Sculpture:
    """An iron or a driver, its head on the ground."""
    high, lean = rng.uniform(0.85, 1.0), rng.uniform(0.16, 0.24)
    foot, top = np.array([0.0, 0.05, 0.0]), np.array([-lean, high, 0.0])
    grip = s.rod(at(foot + (top - foot) * 0.74), at(top), 0.016, 0.021)
    parts = [
        Part("shaft", s.rod(at(foot), at(top), 0.0115, 0.013), m.STEEL),
        Part("grip", grip + s.sphere(0.021, 16).translate(at(top)), m.RUBBER),
    ]
    if s.chance(rng, 0.55):
        head = f.ellipsoid((0.07, 0.05, -0.02), (0.1, 0.055, 0.08)).cut(
            f.box((0.07, 0.05, 0.14), (0.2, 0.1, 0.1)), 0.01
        )
        hue = s.pick(rng, ("#26262b", "#a32a28", "#2c4f9a"))
        parts.append(Part("head", head.solid(40), m.PAINT.coloured(hue, "head"), 60))
        parts.append(Part("face", s.ellipsoid(0.075, 0.034, 0.008, 24).translate((0.07, 0.05, 0.04)), m.STEEL, 50))
    else:
        blade = s.extrude(
            s.curve([(-0.02, 0.075), (-0.015, 0.0), (0.12, 0.0), (0.17, 0.05), (0.16, 0.11), (0.05, 0.07)], 40, True),
            0.034,
            0.01,
        ).rotate((-14, 0, 0))
        parts.append(Part("head", blade, m.STEEL))
        grooves = [s.box(0.1, 0.005, 0.006).translate((0.075, 0.02 + 0.013 * k, 0.018 - 0.003 * k)) for k in range(4)]
        parts.append(Part("grooves", s.group(grooves), m.DARK_STEEL))
    return finished(parts, 1.0, {"hand": (-lean, high * 0.95, 0)})


@sculpture("golf ball", size=(0.04, 0.15))
def golf_ball(rng: np.random.Generator) -> Sculpture:
    """A dimpled ball, mostly on a tee."""
    where = spread_on_ball(int(rng.integers(120, 150)))
    deep = 0.13
    dents = s.group([s.sphere(0.17, 14).translate(at(p * (1 + 0.17 - deep * 0.5))) for p in where])
    ball = (s.sphere(1.0, 72) - dents).rotate((0, float(rng.uniform(0, 360)), 0))
    white = m.PLASTIC.coloured("#f4f4f1", "ball")
    a, b = np.array(m.srgb("#f6f6f3")), np.array(m.srgb("#b9bcc2"))

    def paint(p: Array) -> Array:
        return mix(np.tile(a, (len(p), 1)), b, np.clip((0.992 - np.linalg.norm(p, axis=1)) / 0.03, 0, 1))

    parts = [Part("ball", ball, white, 30, paint)]
    if s.chance(rng, 0.6):
        tee = [(0.0, -2.9), (0.12, -2.5), (0.14, -1.6), (0.36, -1.0), (0.5, -0.86), (0.4, -0.88), (0.0, -0.95)]
        hue = s.pick(rng, ("#d9482f", "#e8b82e", "#2f6fc0", "#f08a2e"))
        parts.append(Part("tee", s.revolve(tee, 28), m.PLASTIC.coloured(hue, "tee"), 50))
    return finished(parts, 0.0214)


@sculpture("bowling pin", size=(0.3, 0.55), synonyms=("skittle", "ninepin"), tint=False)
def bowling_pin(rng: np.random.Generator) -> Sculpture:
    """White, with two red rings about its neck."""
    fat, neck = rng.uniform(0.058, 0.063), rng.uniform(0.0225, 0.026)
    outline = [(0.027, 0.0), (0.03, 0.01), (0.05, 0.06), (fat, 0.115), (0.052, 0.17), (0.034, 0.215), (neck, 0.25)]
    head = [(neck * 1.02, 0.27), (0.031, 0.31), (0.0325, 0.335), (0.025, 0.368), (0.012, 0.38)]
    body = rod_of([*outline, *head], 48).refine_to_length(0.008)
    a, b = np.array(m.srgb("#f5f3ec")), np.array(m.srgb(s.pick(rng, ("#c9252a", "#c9252a", "#c9252a", "#2a4fb0"))))
    low = 0.232 + rng.uniform(-0.004, 0.004)

    def paint(p: Array) -> Array:
        ring = (np.abs(p[:, 1] - low) < 0.0085) | (np.abs(p[:, 1] - low - 0.032) < 0.0085)
        return mix(np.tile(a, (len(p), 1)), b, ring.astype(float))

    return finished([Part("pin", body, m.PLASTIC.coloured("#f5f3ec", "pin"), 60, paint)], rng.uniform(0.97, 1.06))


@sculpture("bowling ball", size=(0.25, 0.5))
def bowling_ball(rng: np.random.Generator) -> Sculpture:
    """Glossy, with three holes above its front."""
    hue = s.pick(rng, ("#27408f", "#2a2a30", "#8f2430", "#4a2a7a", "#1f6a5f"))
    ball = s.sphere(1.0, 72)
    holes, rims = [], []
    for k, (turn, up) in enumerate(((-11, 46), (11, 46), (0, 22))):
        e, u = np.radians(turn), np.radians(up)
        d = np.array([np.sin(e) * np.cos(u), np.sin(u), np.cos(e) * np.cos(u)])
        r = 0.1 if k < 2 else 0.12
        holes.append(s.rod(at(d * 0.7), at(d * 1.2), r, segments=24))
        rims.append(s.rod(at(d * 0.72), at(d * 0.94), r * 1.02, segments=24))
    base = np.array(m.srgb(hue))
    wave = rng.normal(size=(6, 3)) * 2.4
    phase = rng.uniform(0, 6, 6)

    def swirl(p: Array) -> Array:
        share = np.clip(np.sin(p @ wave.T + phase).sum(1) * 0.25, 0, 0.35)
        return mix(np.tile(base, (len(p), 1)), np.ones(3), share)

    body = (ball - s.union(holes)).refine_to_length(0.08)
    parts = [
        Part("ball", body, m.Material("ball", m.srgb(hue), 0.12), 60, swirl),
        Part("holes", s.group(rims), m.BLACK),
    ]
    return finished(parts, rng.uniform(0.106, 0.112))


@sculpture("tennis ball", size=(0.06, 0.16), tint=False)
def tennis_ball(rng: np.random.Generator) -> Sculpture:
    """Yellow felt, a white seam."""
    t = np.arange(120) * 2 * np.pi / 120
    a, b = rng.uniform(0.68, 0.74), 0.28
    b = 1 - a
    seam = np.stack(
        [a * np.cos(t) + b * np.cos(3 * t), 2 * np.sqrt(a * b) * np.sin(2 * t), a * np.sin(t) - b * np.sin(3 * t)], 1
    )
    tilt = float(rng.uniform(20, 40))
    line = s.tube(seam * 0.985, 0.055, 10, closed=True).rotate((tilt, 25, 0))
    felt = m.CLOTH.coloured(s.pick(rng, ("#cfe03a", "#d6e24a", "#c6dc30")), "felt")
    ball = s.roughened(s.sphere(1.0, 64), rng, 0.008, 0.08)
    parts = [Part("ball", ball, felt, 60), Part("seam", line, m.WHITE, 60)]
    return finished(parts, rng.uniform(0.033, 0.035))


@sculpture("shuttlecock", size=(0.07, 0.16), synonyms=("badminton shuttlecock", "birdie"), tint=False)
def shuttlecock(rng: np.random.Generator) -> Sculpture:
    """Feathers in a cone on a cork, the cork down."""
    count = int(rng.integers(13, 17))
    high, wide = rng.uniform(1.65, 1.85), rng.uniform(0.68, 0.76)
    cork = s.ellipsoid(0.3, 0.32, 0.3, 36).trim_by_plane((0, -1, 0), 0.0) + s.cylinder(0.2, 0.3, 0.29, 36)
    outline = s.curve(
        [
            (-0.03, 0.0),
            (-0.035, 0.6),
            (-0.15, 0.75),
            (-0.16, 1.3),
            (0, 1.48),
            (0.16, 1.3),
            (0.15, 0.75),
            (0.035, 0.6),
            (0.03, 0.0),
        ],
        40,
    )
    lean = float(np.degrees(np.arctan2(wide - 0.24, high - 0.2)))
    plume = s.extrude(outline, 0.03).scale((1, high / 1.5, 1)).rotate((lean, 14, 0)).translate((0, 0.16, 0.22))
    rings = [
        s.torus(0.24 + (wide - 0.24) * y / high + 0.02, 0.022, 48, 8).translate((0, 0.16 + y * 0.97, 0))
        for y in (high * 0.22, high * 0.4)
    ]
    band = s.cylinder(0.07, 0.312, segments=36).translate((0, 0.1, 0))
    parts = [
        Part("cork", cork, m.CLOTH.coloured("#f1e3c4", "cork"), 60),
        Part("band", band, m.GREEN if s.chance(rng, 0.5) else m.RED),
        Part("feathers", s.group([plume.rotate((0, 360 / count * k, 0)) for k in range(count)]), m.WHITE),
        Part("cords", s.group(rings), m.ROPE.coloured("#c9c4b4", "cord")),
    ]
    return finished(parts, rng.uniform(0.042, 0.05))


@sculpture("dumbbell", size=(0.2, 0.6), synonyms=("hand weight",), kinds=("dumbbells", "weights"))
def dumbbell(rng: np.random.Generator) -> Sculpture:
    """Lying crosswise: six-sided heads of rubber, or stacked discs."""
    style = s.pick(rng, ("vinyl", "discs", "hex", "hex"))
    grip = rng.uniform(0.13, 0.15)
    bar = s.cylinder(grip + 0.06, 0.02, segments=28).translate((0, -grip / 2 - 0.03, 0))
    swell = s.ellipsoid(0.024, grip * 0.42, 0.024, 28)
    heads = []
    hue = m.RUBBER.coloured("#2a2a2e", "heads")
    if style == "hex":
        r, w = rng.uniform(0.06, 0.07), rng.uniform(0.085, 0.1)
        head = s.prism(w, r * 1.0, 6).rotate((0, 30, 0))
        slim = s.prism(w + 0.02, r * 0.85, 6).rotate((0, 30, 0)).translate((0, -0.01, 0))
        heads = [(head ^ s.cylinder(w, r * 1.1)) + slim]
    elif style == "discs":
        w = 0.09
        heads = [
            s.cylinder(0.028, r, segments=40, bevel=0.005).translate((0, 0.03 * k, 0))
            for k, r in enumerate((0.075, 0.075, 0.058))
        ]
        heads.append(s.cylinder(0.11, 0.02, segments=24))
    else:
        hue = m.PLASTIC.coloured(m.HUES[s.pick(rng, ("pink", "blue", "purple", "teal"))], "heads")
        w = 0.075
        heads = [s.ellipsoid(0.055, 0.045, 0.055, 36).translate((0, 0.03, 0))]
    end = s.union(heads).translate((0, grip / 2 - 0.004, 0))
    both = s.group([end, end.rotate((180, 0, 0))]).rotate((0, 0, 90))
    metal = hue if style == "vinyl" else m.STEEL
    parts = [Part("heads", both, hue), Part("grip", s.union([bar, swell]).rotate((0, 0, 90)), metal, 50)]
    return finished(parts, 1.0, {"hand": (0, 0.06, 0)})


@sculpture("barbell", size=(1.2, 2.6), kinds=("weightlifting bar",))
def barbell(rng: np.random.Generator) -> Sculpture:
    """A bar with discs, lying crosswise."""
    half, r = rng.uniform(0.78, 0.9), rng.uniform(0.22, 0.25)
    bar = s.cylinder(2 * half, 0.022, segments=24).translate((0, -half, 0))
    colours = s.pick(
        rng, (("#26262a", "#26262a", "#3a3a40"), ("#c4302b", "#2f5bb0", "#efc32f"), ("#26262a", "#c4302b", "#26262a"))
    )
    parts = [Part("bar", bar.rotate((0, 0, 90)), m.STEEL, 50)]
    y = half * rng.uniform(0.6, 0.66)
    parts.append(
        Part(
            "collars", s.mirrored(s.cylinder(0.03, 0.05, segments=28).rotate((0, 0, 90)).translate((y, 0, 0))), m.STEEL
        )
    )
    for k, (share, thick) in enumerate(((1.0, 0.06), (0.85, 0.05), (0.6, 0.04))):
        disc = s.cylinder(thick, r * share, segments=56, bevel=0.012) - s.torus(
            r * share * 0.66, 0.016, 48, 8
        ).translate((0, thick, 0))
        parts.append(
            Part(
                f"discs {k}",
                s.mirrored(disc.rotate((0, 0, -90)).translate((y + 0.0, 0, 0))),
                m.RUBBER.coloured(colours[k], f"disc {k}"),
            )
        )
        y += thick + 0.004
    clip = s.cylinder(0.04, 0.042, segments=28, bevel=0.006).rotate((0, 0, -90)).translate((y, 0, 0))
    parts.append(Part("clips", s.mirrored(clip), m.DARK_STEEL))
    return finished(parts, 1.0, {"hand": (0, r + 0.02, 0)})


@sculpture("kettlebell", size=(0.2, 0.5))
def kettlebell(rng: np.random.Generator) -> Sculpture:
    """A ball of iron with a handle."""
    ball = s.sphere(0.11, 56).translate((0, 0.1, 0)).trim_by_plane((0, 1, 0), 0.008)
    wide = rng.uniform(0.066, 0.076)
    path = s.curve(
        [
            (-wide * 0.85, 0.15, 0),
            (-wide, 0.215, 0),
            (-wide * 0.7, 0.268, 0),
            (0, 0.28, 0),
            (wide * 0.7, 0.268, 0),
            (wide, 0.215, 0),
            (wide * 0.85, 0.15, 0),
        ],
        44,
    )
    handle = s.tube(path, s.interpolate([0.026, 0.019, 0.018, 0.019, 0.026], 44), 18)
    hue = s.pick(rng, ("#2a2a2e", "#2a2a2e", "#c4302b", "#2f5bb0", "#efb52f"))
    body = m.RUBBER.coloured("#2c2c30", "iron") if hue == "#2a2a2e" else m.PAINT.coloured(hue, "coat")
    plate = s.cylinder(0.012, 0.052, segments=36, bevel=0.003).rotate((90, 0, 0)).translate((0, 0.1, 0.105))
    parts = [Part("ball", ball, body, 60), Part("handle", handle, m.RUBBER.coloured("#3a3a3f", "handle"), 60)]
    parts.append(Part("plate", plate, m.WHITE if s.chance(rng, 0.5) else m.STEEL))
    return finished(parts, rng.uniform(0.9, 1.1), {"hand": (0, 0.28, 0)})


def _board(outline: Array, thick: float, rocker: float, edge: float) -> s.Solid:
    """A plate in XY whose ends bend to the front."""
    plate = s.extrude(outline, thick, thick * 0.3).refine_to_length(edge)
    low, high = s.bounds(plate)
    middle, half = (low[1] + high[1]) / 2, (high[1] - low[1]) / 2

    def bent(p: Array) -> Array:
        share = np.clip((np.abs(p[:, 1] - middle) / half - 0.72) / 0.28, 0, 1)
        return p + np.stack([0 * share, 0 * share, rocker * share**2], 1)

    return s.warp(plate, bent)


@sculpture("surfboard", size=(1.4, 2.6))
def surfboard(rng: np.random.Generator) -> Sculpture:
    """Upright on its tail, its deck to the front, its fins behind."""
    high, wide = rng.uniform(1.75, 2.0), rng.uniform(0.27, 0.3)
    right = s.curve(
        [(0.05, 0), (wide * 0.75, high * 0.14), (wide, high * 0.48), (wide * 0.68, high * 0.82), (0.0, high)], 40
    )
    outline = np.concatenate([right, (right * (-1, 1))[::-1][1:]])
    base, stripe = s.pick(
        rng, (("#f4efe2", "#2f8fb5"), ("#f2d24a", "#d9482f"), ("#f4efe2", "#d9482f"), ("#3fb0a8", "#f4efe2"))
    )
    solid = _board(outline, 0.075, 0.05, 0.05)
    a, b = np.array(m.srgb(base)), np.array(m.srgb(stripe))

    def paint(p: Array) -> Array:
        share = (np.abs(p[:, 0]) < 0.022) | (np.abs(np.abs(p[:, 0]) - 0.085) < 0.018)
        ends = (p[:, 1] > high * 0.84) & (p[:, 1] < high * 0.93)
        return mix(np.tile(a, (len(p), 1)), b, (share | ends).astype(float))

    blade = (
        s.extrude([(0.0, 0.0), (0.16, 0.0), (0.06, 0.13), (0.0, 0.17)], 0.028, 0.008)
        .rotate((0, -90, 0))
        .rotate((-90, 0, 0))
    )
    fins = [blade.translate((x, 0.2 + 0.12 * (x != 0), -0.03)) for x in (-0.12, 0.0, 0.12)]
    parts = [
        Part("board", solid.refine_to_length(0.03), m.PLASTIC.coloured(base, "board"), 40, paint),
        Part("fins", s.group(fins), m.PLASTIC.coloured(stripe, "fins")),
    ]
    return finished(parts, 1.0)


@sculpture("snowboard", size=(1.1, 2.0))
def snowboard(rng: np.random.Generator) -> Sculpture:
    """Upright, bent at both ends, with two bindings to the front."""
    high, wide = rng.uniform(1.4, 1.55), rng.uniform(0.15, 0.165)
    r = wide * 1.02
    ends = s.arc(r, 0, 180, 25)
    outline = np.concatenate(
        [
            ends + (0, high - r),
            s.curve([(-r, high - r), (-wide * 0.86, high / 2), (-r, r)], 12)[1:-1],
            -ends + (0, r),
            s.curve([(r, r), (wide * 0.86, high / 2), (r, high - r)], 12)[1:-1],
        ]
    )
    base, mark = s.pick(
        rng, (("#2b2f3a", "#e8452f"), ("#d9f0f4", "#2a6fc0"), ("#f2b82e", "#2b2f3a"), ("#7a3fae", "#5fe0c0"))
    )
    a, b = np.array(m.srgb(base)), np.array(m.srgb(mark))
    slope = rng.uniform(0.8, 1.4)

    def paint(p: Array) -> Array:
        band = np.sin((p[:, 1] + slope * p[:, 0]) * 2 * np.pi / 0.55) > 0.45
        return mix(np.tile(a, (len(p), 1)), b, band.astype(float))

    bindings, straps = [], []
    for y in (high / 2 - 0.25, high / 2 + 0.25):
        bindings.append(s.rounded_box(0.24, 0.12, 0.03, 0.012).translate((0, y - 0.06, 0.03)))
        back = s.extrude(s.rectangle(0.13, 0.17, radius=0.04), 0.03).rotate((0, 90, 0)).translate((-0.11, y, 0.1))
        bindings.append(back)
        for x in (-0.04, 0.07):
            arch = np.stack(
                [
                    np.full(13, x),
                    y + 0.062 * np.cos(np.linspace(0, np.pi, 13)),
                    0.035 + 0.085 * np.sin(np.linspace(0, np.pi, 13)),
                ],
                1,
            )
            straps.append(s.tube(arch, np.full((13, 2), (0.012, 0.02)), 10, up=(0, 1, 0)))
    solid = _board(outline, 0.034, 0.07, 0.03)
    parts = [
        Part("board", solid, m.PLASTIC.coloured(base, "board"), 40, paint),
        Part("bindings", s.union(bindings), m.BLACK),
        Part("straps", s.group(straps), m.PLASTIC.coloured("#d8d8d6", "straps"), 50),
    ]
    return finished(parts, 1.0)


@sculpture("skis", size=(1.2, 2.3), synonyms=("ski", "pair of skis"), plural="skis")
def skis(rng: np.random.Generator) -> Sculpture:
    """A pair, upright, their tips bent to the front, with bindings and two poles."""
    high = rng.uniform(1.45, 1.6)
    hue, mark = s.pick(
        rng, (("#c4302b", "#f4f2ec"), ("#2f5bb0", "#f2d24a"), ("#26262a", "#e8452f"), ("#f4f2ec", "#2f8fb5"))
    )
    right = s.curve(
        [(0.05, 0.0), (0.062, 0.1), (0.05, high * 0.5), (0.064, high * 0.86), (0.045, high * 0.96), (0, high)], 40
    )
    outline = np.concatenate([right, (right * (-1, 1))[::-1][1:]])
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(mark))
    plate = s.extrude(outline, 0.034, 0.008).refine_to_length(0.03)
    plate = s.warp(
        plate, lambda p: p + np.stack([0 * p[:, 0], 0 * p[:, 0], 1.6 * np.clip(p[:, 1] - high * 0.84, 0, 1) ** 1.6], 1)
    )

    def paint(p: Array) -> Array:
        band = (np.abs(p[:, 1] - high * 0.72) < 0.09) | (np.abs(p[:, 1] - high * 0.2) < 0.05)
        return mix(np.tile(a, (len(p), 1)), b, band.astype(float))

    x = 0.085
    toe = s.rounded_box(0.08, 0.08, 0.06, 0.015).translate((x, high * 0.52, 0.035))
    heel = s.rounded_box(0.08, 0.11, 0.075, 0.015).translate((x, high * 0.34, 0.04))
    bed = s.box(0.07, high * 0.2, 0.02, 0.004).translate((x, high * 0.36, 0.022))
    pole = s.union(
        [
            s.rod((0.24, 0.0, 0), (0.21, high * 0.82, 0.0), 0.008, 0.013),
            s.cylinder(0.014, 0.05, segments=24).translate((0.237, 0.08, 0)),
        ]
    )
    grip = s.capsule((0.2125, high * 0.74, 0), (0.209, high * 0.84, 0), 0.022, 0.024)
    parts = [
        Part("skis", s.mirrored(plate.translate((x, 0, 0))), m.PLASTIC.coloured(hue, "skis"), 40, paint),
        Part("bindings", s.mirrored(s.union([toe, heel, bed])), m.BLACK),
        Part("poles", s.mirrored(pole), m.STEEL),
        Part("grips", s.mirrored(grip), m.RUBBER, 60),
    ]
    return finished(parts, 1.0)


@sculpture("football helmet", size=(0.3, 0.7), synonyms=("american football helmet",))
def football_helmet(rng: np.random.Generator) -> Sculpture:
    """A shell with a stripe, an ear's hole and a cage before the face."""
    hue, stripe = s.pick(
        rng, (("#b5202a", "#f4f2ec"), ("#1f3a7a", "#f2c02e"), ("#1f5f3f", "#f2c02e"), ("#e8e6e0", "#c4302b"))
    )
    shell = f.ellipsoid((0, 0.17, 0), (0.125, 0.145, 0.155)).blend(
        f.ellipsoid((0.06, 0.09, 0.02), (0.075, 0.09, 0.1)).both_sides(), 0.05
    )
    shell = shell.cut(f.ellipsoid((0, 0.14, 0.02), (0.107, 0.14, 0.13)), 0.01)
    face = f.box((0, 0.085, 0.16), (0.098, 0.082, 0.12), 0.05)
    shell = shell.cut(face, 0.015).cut(f.box((0, -0.05, 0), (0.4, 0.07, 0.4)), 0.01)
    hole = f.capsule((-0.3, 0.13, 0.0), (0.3, 0.13, 0.0), 0.022)
    solid = shell.cut(hole, 0.006).solid(60)
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(stripe))

    def paint(p: Array) -> Array:
        line = (np.abs(p[:, 0]) < 0.02) & (p[:, 1] > 0.17)
        dark = (p[:, 0] ** 2 / 0.112**2 + (p[:, 1] - 0.14) ** 2 / 0.145**2 + (p[:, 2] - 0.02) ** 2 / 0.135**2) < 1
        out = mix(np.tile(a, (len(p), 1)), b, line.astype(float))
        return mix(out, np.array(m.srgb("#3a3a40")), dark.astype(float))

    def hoop(y: float, reach: float, wide: float = 0.112) -> s.Solid:
        path = s.curve(
            [(-wide, y, 0.06), (-wide * 0.92, y, 0.15), (0, y - 0.006, reach), (wide * 0.92, y, 0.15), (wide, y, 0.06)],
            32,
        )
        return s.tube(path, 0.0085, 10)

    bars = [hoop(0.1, 0.215), hoop(0.055, 0.22), hoop(0.02, 0.2)]
    bars += [
        s.mirrored(s.tube(s.curve([(0.035, 0.17, 0.165), (0.036, 0.1, 0.207), (0.034, 0.02, 0.193)], 14), 0.0085, 10))
    ]
    parts = [
        Part("shell", solid, m.Material("shell", m.srgb(hue), 0.2), 180, paint),
        Part("cage", s.union(bars), m.PAINT.coloured(s.pick(rng, ("#d8d8d6", "#3a3a40", stripe)), "cage"), 50),
    ]
    return finished(parts, rng.uniform(0.98, 1.08), {"inside": (0, 0.15, 0)})


@sculpture(
    "archery target", size=(1.2, 2.6), synonyms=("bullseye target", "shooting target"), kinds=("bullseye",), tint=False
)
def archery_target(rng: np.random.Generator) -> Sculpture:
    """Rings of five colours on a wooden stand, mostly with arrows in it."""
    r, y = rng.uniform(0.4, 0.46), 0.72
    butt = s.cylinder(0.11, r * 1.06, segments=64, bevel=0.02).rotate((90, 0, 0)).translate((0, y, -0.06))
    parts = [Part("butt", butt, m.ROPE.coloured("#d2ae6a", "straw"))]
    for k, colour in enumerate(("#f4f2ec", "#232326", "#3a9ad9", "#d9302f", "#f4cf2e")):
        disc = s.cylinder(0.015 + 0.006 * k, r * (1 - 0.2 * k), segments=64).rotate((90, 0, 0)).translate((0, y, 0.05))
        parts.append(Part(f"ring {k}", disc, m.PAPER.coloured(colour, f"ring {k}")))
    wood = s.pick(rng, (m.OAK, m.PINE, m.WALNUT))
    legs = s.mirrored(s.beam((0.12, y + r + 0.16, -0.12), (0.42, 0, 0.06), 0.055, 0.055, 0.006, (0, 0, 1)))
    back = s.beam((0, y + r + 0.14, -0.14), (0, 0, -0.55), 0.055, 0.055, 0.006, (1, 0, 0))
    bar = s.beam((-0.4, y - r - 0.04, 0.0), (0.4, y - r - 0.04, 0.0), 0.06, 0.06, 0.006, (0, 0, 1))
    parts.append(Part("stand", s.union([legs, back, bar]), wood))
    if s.chance(rng, 0.7):
        shafts, vanes = [], []
        for _ in range(int(rng.integers(2, 4))):
            x, dy = rng.uniform(-0.16, 0.16, 2)
            end = np.array([x * 1.15, y + dy + 0.03, 0.5])
            shafts.append(s.rod((x, y + dy, 0.06), at(end), 0.014, segments=12))
            fin = s.box(0.016, 0.09, 0.12)
            vanes.append(s.union([fin.rotate((0, 0, q)) for q in (0, 120, 240)]).translate(at(end - (0, 0, 0.07))))
        parts += [Part("arrows", s.group(shafts), m.BIRCH), Part("vanes", s.group(vanes), m.RED)]
    return finished(parts, 1.0)


@sculpture("frisbee", size=(0.2, 0.5), synonyms=("flying disc",))
def frisbee(rng: np.random.Generator) -> Sculpture:
    """A disc with a turned-down rim and rings."""
    r = rng.uniform(0.125, 0.14)
    top = [
        (0, 0.038),
        (r * 0.55, 0.0375),
        (r * 0.86, 0.034),
        (r * 0.98, 0.022),
        (r, 0.008),
        (r * 0.985, 0.0),
        (r * 0.93, 0.0),
    ]
    disc = s.revolve([*top, (r * 0.92, 0.018), (r * 0.83, 0.027), (0, 0.03)], 72)
    rings = s.union(
        [s.torus(r * q, 0.003, 64, 8).translate((0, y, 0)) for q, y in ((0.84, 0.0345), (0.76, 0.0358), (0.68, 0.0366))]
    )
    hue = m.HUES[s.pick(rng, ("red", "blue", "yellow", "orange", "green"))]
    label = s.cylinder(0.0395, r * 0.45, segments=48) - s.cylinder(0.1, r * 0.3, segments=40).translate((0, -0.01, 0))
    star = s.extrude(s.star(5, r * 0.24, r * 0.1), 0.04).rotate((-90, 0, 0)).translate((0, 0.0195, 0))
    tray = s.union([label.trim_by_plane((0, 1, 0), 0.03), star.trim_by_plane((0, 1, 0), 0.03)])
    plastic = m.PLASTIC.coloured(hue, "disc")
    parts = [
        Part("disc", disc, plastic, 40),
        Part("rings", rings, plastic.shaded(0.75, "rings"), 50),
        Part("print", tray, m.WHITE),
    ]
    return finished(parts, 1.0)
