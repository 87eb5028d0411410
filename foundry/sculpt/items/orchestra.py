"""Winds, and what is struck or shaken."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Part, Sculpture, at, finished, sculpture

Array = NDArray[np.float64]


def flare(radius: float, length: float, bore: float, wall: float = 0.004) -> s.Solid:
    """A bell's horn about the Y axis, its mouth at y = 0 facing down, its throat of radius `bore` at y = length."""
    t = np.linspace(0, 1, 36)
    outer = np.stack([bore + (radius - bore) * (1 - t) ** 3.2, length * t], 1)
    inner = np.stack([np.maximum(outer[:, 0] - wall, 0.001), outer[:, 1]], 1)[::-1]
    return s.revolve(np.concatenate([outer, inner]), 48) + s.torus(radius, wall * 1.3, 48, 10)


def _brass(rng: np.random.Generator) -> m.Material:
    material: m.Material = s.pick(rng, (m.GOLD, m.BRASS, m.BRASS, m.SILVER)).varied(rng, 0.05)
    return material


@sculpture("flute", size=(0.5, 0.9), kinds=("transverse flute",), tint=False)
def flute(rng: np.random.Generator) -> Sculpture:
    """Lying crosswise, its keys up."""
    a = Assembly()
    metal = s.pick(rng, (m.SILVER, m.SILVER, m.GOLD))
    half, r = rng.uniform(0.31, 0.34), 0.0145
    a.add("tube", metal, s.rod((-half, 0, 0), (half, 0, 0), r, segments=28), smooth=60)
    for x in (-half, -half * 0.62, half * 0.68, half):
        a.add("rings", metal.shaded(0.8, "rings"), s.rod((x - 0.008, 0, 0), (x + 0.008, 0, 0), r * 1.22, segments=28))
    a.add("lip plate", metal, s.ellipsoid(0.032, 0.006, 0.022, 24).translate((-half * 0.76, r, 0.004)))
    a.add("mouth hole", m.BLACK, s.ellipsoid(0.009, 0.0035, 0.007, 16).translate((-half * 0.76, r + 0.004, 0.004)))
    for x in np.linspace(-half * 0.42, half * 0.9, int(rng.integers(12, 15))):
        a.add(
            "keys",
            metal.shaded(0.88, "keys"),
            s.cylinder(0.008, 0.0125, segments=20, bevel=0.002).translate((float(x), r - 0.001, 0)),
        )
    a.add(
        "rods",
        metal.shaded(0.7, "rods"),
        s.rod((-half * 0.45, r * 0.7, -0.016), (half * 0.9, r * 0.7, -0.016), 0.0045, segments=10),
    )
    return a.build({"top": (0, r + 0.007, 0), "hand": (0, 0, 0)}).grounded()


@sculpture("clarinet", size=(0.5, 0.9), kinds=("oboe",), tint=False)
def clarinet(rng: np.random.Generator) -> Sculpture:
    """Black with silver keys, upright on its bell."""
    a = Assembly()
    high = rng.uniform(0.6, 0.66)
    tube = [
        (0.042, 0.0),
        (0.043, 0.008),
        (0.03, 0.045),
        (0.02, 0.1),
        (0.0175, 0.16),
        (0.0165, high * 0.8),
        (0.02, high * 0.83),
        (0.0165, high * 0.87),
    ]
    beak = [(0.014, high * 0.9), (0.0135, high * 0.94), (0.009, high), (0.0, high)]
    body = s.revolve(s.profile([(0, 0.0), *tube, *beak], 60), 32)
    wedge = s.box(0.06, 0.08, 0.03).rotate((-9, 0, 0)).translate((0, high * 0.9, -0.026))
    a.add("body", m.EBONY.coloured("#222124", "grenadilla"), body - wedge, smooth=50)
    for y, r in (
        (0.01, 0.0435),
        (0.115, 0.021),
        (high * 0.45, 0.0195),
        (high * 0.47, 0.0195),
        (high * 0.8, 0.0185),
        (high * 0.885, 0.018),
    ):
        a.add("rings", m.SILVER, s.cylinder(0.009, r, segments=28, bevel=0.002).translate((0, y, 0)))
    for k, y in enumerate(np.linspace(0.17, high * 0.76, 9)):
        side = float(rng.uniform(-25, 25)) if k % 3 else 70.0 * (-1) ** k
        a.add(
            "keys",
            m.SILVER,
            s.cylinder(0.008, 0.0125, segments=18, bevel=0.002)
            .rotate((90, 0, 0))
            .translate((0, float(y), 0.019))
            .rotate((0, side, 0)),
        )
    for e in (-1, 1):
        a.add("rods", m.SILVER, s.rod((e * 0.016, 0.13, 0.01), (e * 0.016, high * 0.74, 0.01), 0.004, segments=8))
    a.add("reed", m.BIRCH, s.box(0.015, 0.055, 0.006, 0.001).translate((0, high * 0.93, -0.0125)))
    return a.build({"top": (0, high, 0), "hand": (0, high * 0.5, 0)})


@sculpture("trombone", size=(0.9, 1.7), material="golden", tint=False)
def trombone(rng: np.random.Generator) -> Sculpture:
    """Level, its bell and its slide to +X."""
    a = Assembly()
    brass = _brass(rng)
    r, up = 0.0135, rng.uniform(0.16, 0.18)
    out = rng.uniform(0.62, 0.78)
    bow = [(-0.42 - up / 2 * np.sin(q), up / 2 + up / 2 * np.cos(q), 0.0) for q in np.linspace(0, np.pi, 20)]
    path = [(0.1, up, 0.0), (-0.2, up, 0.0), *bow, (-0.3, 0.0, 0.0), (-0.1, 0.0, 0.0)]
    radii = s.interpolate([0.02, 0.018, r, r], len(path))
    a.add("bow", brass, s.tube(np.array(path), radii, 16), smooth=60)
    a.add(
        "bell",
        brass,
        flare(rng.uniform(0.1, 0.115), 0.36, 0.019).rotate((0, 0, 90)).translate((0.42, up, 0)),
        smooth=60,
    )
    w = 0.085
    turn = [(out + w / 2 * np.sin(q), 0.0, w / 2 - w / 2 * np.cos(q)) for q in np.linspace(0, np.pi, 16)]
    slide = np.array([(-0.12, 0.0, 0.0), (out * 0.5, 0.0, 0.0), *turn, (out * 0.5, 0.0, w), (-0.2, 0.0, w)])
    a.add("slide", m.SILVER if s.chance(rng, 0.5) else brass, s.tube(slide, r, 14), smooth=60)
    for x in (-0.1, 0.06, out - 0.02):
        a.add("braces", brass.shaded(0.8, "braces"), s.rod((x, 0, 0), (x, 0, w), 0.0095, segments=12))
    for x in (-0.36, -0.14):
        a.add("stays", brass.shaded(0.8, "stays"), s.rod((x, 0, 0), (x, up, 0), 0.0095, segments=12))
    a.add("mouthpiece", m.SILVER, s.rod((-0.2, 0, w), (-0.27, 0, w), 0.012, 0.024, 24))
    a.add(
        "weight",
        brass.shaded(0.85, "weight"),
        s.cylinder(0.05, 0.03, segments=24, bevel=0.006).rotate((0, 0, 90)).translate((-0.38, up * 0.5, 0)),
    )
    return a.build({"top": (0.3, up + 0.1, 0), "hand": (0, 0, 0.04)}).grounded()


@sculpture("tuba", size=(0.7, 1.5), kinds=("sousaphone", "euphonium"), material="golden", tint=False)
def tuba(rng: np.random.Generator) -> Sculpture:
    """Upright, its bell up, its valves to the front."""
    a = Assembly()
    brass = _brass(rng)
    wide = rng.uniform(0.19, 0.215)
    knots = [
        (-0.17, 0.66, 0),
        (-0.17, 0.3, 0),
        (-0.13, 0.13, 0),
        (0.0, 0.075, 0),
        (0.13, 0.13, 0),
        (0.18, 0.3, 0),
        (0.18, 0.5, 0),
        (0.13, 0.62, 0),
        (0.05, 0.66, 0),
        (-0.02, 0.6, 0.02),
        (-0.03, 0.4, 0.03),
        (0.0, 0.24, 0.04),
    ]
    path = s.curve(knots, 90)
    a.add("tube", brass, s.tube(path, s.interpolate([0.095, 0.08, 0.07, 0.058, 0.046, 0.036, 0.03], 90), 24), smooth=60)
    bell = flare(wide, 0.44, 0.092, 0.008).rotate((180, 0, 0)).translate((-0.17, 1.04, 0))
    a.add("bell", brass, bell, smooth=60)
    a.add(
        "throat",
        m.BLACK.coloured("#3a2a14", "throat"),
        s.cylinder(0.01, 0.085, segments=32).translate((-0.17, 0.74, 0)),
    )
    for k in range(3):
        x = -0.02 + 0.058 * k
        a.add(
            "valves",
            brass.shaded(0.92, "valves"),
            s.cylinder(0.22, 0.026, segments=24, bevel=0.004).translate((x, 0.26, 0.1)),
        )
        a.add(
            "caps",
            m.SILVER,
            s.cylinder(0.03, 0.029, segments=24, bevel=0.004).translate((x, 0.47, 0.1)),
            s.cylinder(0.05, 0.012, segments=16).translate((x, 0.49, 0.1)),
            s.cylinder(0.014, 0.022, segments=20).translate((x, 0.535, 0.1)),
        )
        loop = s.curve([(x, 0.4, 0.11), (x, 0.4, 0.16), (x, 0.3, 0.165), (x, 0.3, 0.11)], 20)
        a.add("slides", brass, s.tube(loop, 0.014, 10), smooth=60)
    a.add(
        "join",
        brass,
        s.tube(s.curve([(0.0, 0.24, 0.04), (-0.02, 0.28, 0.1), (0.06, 0.34, 0.1), (0.14, 0.34, 0.1)], 20), 0.024, 12),
        smooth=60,
    )
    lead = s.curve([(0.1, 0.44, 0.1), (0.2, 0.56, 0.1), (0.27, 0.66, 0.09), (0.31, 0.7, 0.05)], 24)
    a.add("lead pipe", brass, s.tube(lead, 0.014, 12), smooth=60)
    end = lead[-1]
    a.add("mouthpiece", m.SILVER, s.rod(at(end), at(end + (0.035, 0.035, -0.03)), 0.014, 0.03, 24))
    return a.build({"top": (-0.17, 1.04, 0), "hand": (0.04, 0.5, 0.12)}).grounded()


@sculpture(
    "french horn",
    size=(0.4, 0.9),
    kinds=("hunting horn", "post horn"),
    material="golden",
    tint=False,
)
def french_horn(rng: np.random.Generator) -> Sculpture:
    """Coils of tube, a great bell to the side, in the XY plane."""
    a = Assembly()
    brass = s.pick(rng, (m.SILVER, m.BRASS, m.BRASS, m.GOLD)).varied(rng, 0.05)
    big = rng.uniform(0.155, 0.165)
    q = np.linspace(-np.pi / 2, -np.pi / 2 - 1.86 * np.pi, 70)
    coil = np.stack([big * np.cos(q), 0.3 + big * np.sin(q), np.linspace(-0.02, 0.01, 70)], 1)
    lead = np.array([(0.06, 0.3 - big, -0.022), (0.02, 0.3 - big, -0.021)])
    a.add(
        "coil",
        brass,
        s.tube(np.concatenate([lead, coil]), s.interpolate([0.042, 0.034, 0.026, 0.02, 0.016], 72), 20),
        smooth=60,
    )
    q = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    for r, z in ((big * 0.84, 0.025), (big * 0.6, 0.0)):
        ring = np.stack([r * np.cos(q), 0.3 + r * np.sin(q), np.full(60, z)], 1)
        a.add("coils", brass.shaded(0.94, "coils"), s.tube(ring, 0.0125, 12, closed=True), smooth=60)
    mouth = rng.uniform(0.135, 0.15)
    a.add(
        "bell",
        brass,
        flare(mouth, 0.29, 0.04, 0.006).rotate((0, 0, 90)).translate((0.31, 0.3 - big, -0.022)),
        smooth=60,
    )
    for k in range(3):
        p = (-0.06 + 0.06 * k, 0.3, 0.03)
        a.add(
            "valves",
            brass.shaded(0.85, "valves"),
            s.cylinder(0.06, 0.026, segments=24, bevel=0.004).rotate((90, 0, 0)).translate((p[0], p[1], p[2])),
        )
        a.add("levers", m.SILVER, s.rod((p[0], p[1], 0.055), (p[0] - 0.02, p[1] + 0.12, 0.05), 0.008, 0.011, 10))
        a.add("tubes", brass, s.rod((p[0], 0.3 + big * 0.6, 0.01), (p[0], 0.3 - big * 0.6, 0.01), 0.0125, segments=12))
    pipe = s.curve([coil[-1], coil[-1] + (0.02, 0.06, 0.02), (-0.14, 0.42, 0.04), (-0.2, 0.55, 0.05)], 24)
    a.add("lead pipe", brass, s.tube(pipe, s.interpolate([0.015, 0.011], 24), 12), smooth=60)
    a.add("mouthpiece", m.SILVER, s.rod(at(pipe[-1]), at(pipe[-1] + (-0.018, 0.06, 0.004)), 0.0105, 0.02, 24))
    return a.build({"top": (0, 0.3 + big, 0), "hand": (0, 0.4, 0.05)}).grounded()


@sculpture("bagpipes", size=(0.6, 1.5), synonyms=("bagpipe",), kinds=("highland pipes",), plural="bagpipes")
def bagpipes(rng: np.random.Generator) -> Sculpture:
    """A bag of tartan, three drones up, a chanter down, a blow pipe."""
    a = Assembly()
    hue, line = s.pick(rng, (("#a8242a", "#1f4a2e"), ("#1f5a3a", "#1f2f6a"), ("#1f2f6a", "#c4302b")))
    bag = f.ellipsoid((0, 0.42, 0), (0.24, 0.13, 0.12)).blend(
        f.capsule((0.12, 0.42, 0), (0.3, 0.36, 0.04), 0.075, 0.045), 0.08
    )
    base, dark = np.array(m.srgb(hue)), np.array(m.srgb(line))

    def tartan(p: Array) -> Array:
        share = 0.75 * (np.abs(np.sin(p[:, 0] * 34)) > 0.75) + 0.5 * (np.abs(np.sin(p[:, 1] * 34)) > 0.75)
        out = base + (dark - base) * np.clip(share, 0, 1)[:, None]
        thin = (np.abs(np.sin(p[:, 0] * 34 + 1.57)) > 0.985) | (np.abs(np.sin(p[:, 1] * 34 + 1.57)) > 0.985)
        return np.where(thin[:, None], np.array(m.srgb("#f0d060")), out)

    wood, white = m.EBONY.coloured("#2c211d", "blackwood"), m.IVORY
    pipes = [
        ((-0.16, 0.5, -0.02), (-0.34, 1.0, -0.06)),
        ((-0.07, 0.52, -0.02), (-0.13, 0.9, -0.05)),
        ((0.02, 0.52, -0.02), (0.07, 0.88, -0.04)),
    ]
    for low, top in pipes:
        p, q = np.array(low), np.array(top)
        a.add("drones", wood, s.rod(low, top, 0.017, 0.015), s.rod(at(p + (q - p) * 0.8), at(q), 0.024, 0.032))
        for share in (0.12, 0.45, 0.78):
            a.add("ferrules", white, s.rod(at(p + (q - p) * share), at(p + (q - p) * (share + 0.07)), 0.026))
        a.add("ferrules", white, s.rod(at(q), at(q + (q - p) * 0.02), 0.036))
    a.add("blow pipe", wood, s.rod((0.16, 0.5, 0.02), (0.28, 0.74, 0.1), 0.016, 0.013))
    a.add(
        "ferrules",
        white,
        s.rod((0.16, 0.5, 0.02), (0.18, 0.54, 0.033), 0.026),
        s.rod((0.28, 0.74, 0.1), (0.298, 0.775, 0.112), 0.019),
    )
    a.add("chanter", wood, s.rod((0.3, 0.36, 0.04), (0.25, 0.02, 0.12), 0.015, 0.02))
    a.add(
        "ferrules",
        white,
        s.rod((0.305, 0.38, 0.035), (0.297, 0.34, 0.045), 0.03),
        s.rod((0.252, 0.03, 0.118), (0.249, 0.0, 0.122), 0.034),
    )
    built = a.build({"hand": (0.27, 0.2, 0.08)})
    parts = (Part("bag", bag.solid(90), m.CLOTH.coloured(hue, "tartan"), 180, tartan), *built.parts)
    return finished(parts, rng.uniform(0.95, 1.1), built.anchors)


@sculpture("harmonica", size=(0.09, 0.25), synonyms=("mouth organ",), tint=False)
def harmonica(rng: np.random.Generator) -> Sculpture:
    """Covers of metal over a comb, its holes to the front."""
    wide, deep = rng.uniform(0.1, 0.12), 0.03
    comb = m.PAINT.coloured(s.pick(rng, ("#7a3a22", "#26262a", "#b5202a", "#1f3a7a")), "comb")
    body = s.box(wide, 0.013, deep, 0.001).translate((0, 0.0095, 0))
    holes, step = [], wide * 0.088
    for k in range(10):
        holes.append(s.box(step * 0.62, 0.008, 0.012).translate(((k - 4.5) * step, 0.012, deep / 2 - 0.004)))
    outline = s.curve(
        [(-deep / 2, 0.0), (-deep / 2 + 0.002, 0.006), (0.0, 0.01), (deep / 2 - 0.006, 0.007), (deep / 2 - 0.003, 0.0)],
        24,
    )
    cover = s.extrude(outline, wide * 0.97).rotate((0, -90, 0)).translate((0, 0.0215, 0))
    covers = cover + cover.translate((0, -0.016, 0)).mirror((0, 1, 0)).translate((0, 0.016, 0))
    label = s.box(wide * 0.5, 0.004, 0.012).rotate((0, 0, 0)).translate((0, 0.0275, -0.002))
    parts = [
        Part("comb", body - s.union(holes), comb),
        Part("holes", s.group([h.translate((0, 0, -0.002)).scale((0.96, 0.96, 1)) for h in holes]), m.BLACK),
        Part("covers", covers, m.SILVER if s.chance(rng, 0.75) else m.GOLD, 50),
        Part("label", label, comb.shaded(0.8, "label")),
    ]
    return finished(parts, 1.0)


@sculpture("maracas", size=(0.2, 0.5), synonyms=("maraca", "rattles"), plural="maracas")
def maracas(rng: np.random.Generator) -> Sculpture:
    """Two, upright, leaning apart."""
    hue, band = s.pick(
        rng, (("#d9352a", "#f2c830"), ("#e8a22e", "#c4302b"), ("#2f8a4a", "#f2c830"), ("#8a4a24", "#e8c890"))
    )
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(band))
    lean = float(rng.uniform(16, 24))
    head = s.ellipsoid(0.052, 0.066, 0.052, 40).translate((0, 0.2, 0)).refine_to_length(0.008)
    handle = s.revolve(
        s.profile([(0, 0), (0.014, 0.0), (0.0165, 0.012), (0.0115, 0.05), (0.013, 0.15), (0, 0.15)], 24), 24
    )

    def paint(p: Array) -> Array:
        t = np.radians(lean)
        y = p[:, 1] * np.cos(t) + np.abs(p[:, 0]) * np.sin(t)
        zig = np.abs(((np.arctan2(p[:, 2], p[:, 1]) * 6) % 2) - 1) * 0.012
        mark = (np.abs(y - 0.21 - zig) < 0.008) | (np.abs(y - 0.185) < 0.004) | (np.abs(y - 0.245) < 0.004)
        return a + (b - a) * mark[:, None]

    place = lambda x: x.rotate((0, 0, -lean)).translate((0.012, 0, 0))  # noqa: E731
    parts = [
        Part("heads", s.mirrored(place(head)), m.PAINT.coloured(hue, "gourd"), 180, paint),
        Part("handles", s.mirrored(place(handle)), m.BIRCH, 60),
    ]
    return finished(parts, rng.uniform(0.95, 1.1), {"hand": (0.03, 0.08, 0)})


@sculpture("tambourine", size=(0.2, 0.45))
def tambourine(rng: np.random.Generator) -> Sculpture:
    """Upright on its rim, its skin to the front, pairs of jingles in its frame."""
    r, deep = rng.uniform(0.115, 0.13), rng.uniform(0.05, 0.058)
    wood = s.pick(rng, (m.OAK, m.PINE, m.PAINT.coloured("#b5302a"), m.PAINT.coloured("#2f5bb0")))
    hoop = s.cylinder(deep, r, segments=72, bevel=0.004) - s.cylinder(deep * 2, r - 0.014, segments=64).translate(
        (0, -deep / 2, 0)
    )
    slot = s.box(0.045, deep * 0.42, 0.06).translate((0, deep * 0.24, r))
    count = int(rng.integers(6, 8))
    jingle = s.group(
        [
            s.revolve([(0, 0), (0.006, 0.006), (0.02, 0.001), (0.02, 0.003), (0.006, 0.009), (0, 0.003)], 28).translate(
                (0, dy, r - 0.002)
            )
            for dy in (deep * 0.3, deep * 0.5)
        ]
    )
    pin = s.cylinder(deep * 0.5, 0.003, segments=10).translate((0, deep * 0.2, r - 0.002))
    skin = s.cylinder(0.006, r - 0.004, segments=64).translate((0, deep - 0.005, 0))
    place = lambda x: x.rotate((90, 0, 0)).translate((0, r, -deep / 2))  # noqa: E731
    tacks = s.around(s.sphere(0.004, 10).translate((0, deep * 0.86, r)), 24)
    parts = [
        Part("frame", place(hoop - s.around(slot, count)), wood),
        Part("jingles", place(s.around(jingle, count)), m.BRASS if s.chance(rng, 0.7) else m.SILVER, 50),
        Part("pins", place(s.around(pin, count)), m.STEEL),
        Part("tacks", place(tacks), m.BRASS, 60),
        Part("skin", place(skin), m.PARCHMENT.coloured("#f1e8d4", "skin")),
    ]
    return finished(parts, 1.0, {"hand": (0, 0.01, 0)})


@sculpture(
    "cymbals", size=(0.4, 1.0), synonyms=("cymbal", "hand cymbals"), plural="cymbals", material="brass", tint=False
)
def cymbals(rng: np.random.Generator) -> Sculpture:
    """A pair, upright, half facing each other, with straps of leather behind."""
    r = rng.uniform(0.19, 0.22)
    metal = s.pick(rng, (m.BRASS, m.GOLD, m.BRONZE)).varied(rng, 0.05)
    outline = [
        (0, 0.055),
        (0.025, 0.052),
        (0.05, 0.035),
        (0.062, 0.022),
        (r, 0.0),
        (r, 0.008),
        (0.066, 0.031),
        (0.052, 0.046),
        (0.025, 0.062),
        (0, 0.066),
    ]
    plate = s.revolve(outline, 72)
    grooves = s.union(
        [
            s.torus(q, 0.0028, 64, 6).translate((0, 0.03 - 0.0235 * (q - 0.062) / (r - 0.062), 0))
            for q in (r * 0.5, r * 0.68, r * 0.85)
        ]
    )
    strap = s.tube(
        s.curve([(0.018, 0.06, 0), (0.03, 0.1, 0), (0, 0.125, 0), (-0.03, 0.1, 0), (-0.018, 0.06, 0)], 24),
        np.full((24, 2), (0.012, 0.016)),
        10,
        up=(0, 0, 1),
    )
    open_ = float(rng.uniform(38, 48))
    place = lambda x: x.rotate((0, 0, -90)).rotate((0, open_, 0)).translate((0.13, r, 0))  # noqa: E731
    parts = [
        Part("plates", s.mirrored(place(plate)), metal, 40),
        Part("grooves", s.mirrored(place(grooves)), metal.shaded(0.75, "grooves"), 60),
        Part("straps", s.mirrored(place(strap)), m.LEATHER, 50),
    ]
    return finished(parts, 1.0, {"hand": (0.2, r, -0.05)})


@sculpture("gong", size=(0.8, 2.0), synonyms=("tam tam",), tint=False)
def gong(rng: np.random.Generator) -> Sculpture:
    """A bronze disc with a boss, hung in a wooden frame, a mallet beside it."""
    r = rng.uniform(0.3, 0.35)
    metal = s.pick(rng, (m.BRASS, m.GOLD, m.BRONZE)).varied(rng, 0.05)
    wood = s.pick(rng, (m.WALNUT, m.MAHOGANY, m.PAINT.coloured("#a8241f", "lacquer"), m.EBONY))
    outline = [
        (0, 0.085),
        (0.05, 0.08),
        (r * 0.25, 0.05),
        (r * 0.3, 0.035),
        (r * 0.84, 0.03),
        (r, 0.0),
        (r * 0.985, -0.055),
        (r * 0.95, -0.05),
        (r * 0.9, 0.0),
        (0, 0.005),
    ]
    disc = s.revolve(outline, 72).rotate((90, 0, 0))
    y, half, high = 0.16 + r, r + 0.13, 2 * r + 0.36
    posts = s.mirrored(s.box(0.06, high, 0.06, 0.008).translate((half, 0, 0)))
    bar = s.box(2 * half + 0.24, 0.06, 0.07, 0.01).translate((0, high - 0.03, 0))
    low = s.box(2 * half, 0.045, 0.05, 0.006).translate((0, 0.07, 0))
    feet = s.mirrored(s.box(0.075, 0.06, 0.4, 0.015).translate((half, 0, 0)))
    tips = s.mirrored(s.box(0.06, 0.09, 0.08, 0.015).rotate((0, 0, 20)).translate((half + 0.12, high - 0.03, 0)))
    cords = s.mirrored(s.rod((r * 0.45, y + r * 0.82, 0), (r * 0.55, high, 0), 0.011))
    ring = s.torus(r * 0.62, 0.012, 64, 8).rotate((90, 0, 0)).translate((0, y, 0.028))
    stick = s.rod((half + 0.07, 0.16, 0.05), (half + 0.07, 0.62, 0.05), 0.016)
    ball = s.ellipsoid(0.05, 0.06, 0.05, 24).translate((half + 0.07, 0.64, 0.05))
    parts = [
        Part("gong", disc.translate((0, y, 0)), metal, 40),
        Part("ring", ring, metal.shaded(0.7, "ring"), 60),
        Part("frame", s.union([posts, bar, low, feet, tips]), wood),
        Part("cords", cords, m.ROPE),
        Part("mallet", stick, m.BIRCH),
        Part("mallet head", ball, m.CLOTH.coloured("#c9302b", "felt"), 60),
    ]
    return finished(parts, 1.0)


@sculpture("drum kit", size=(1.2, 2.8), synonyms=("drum set", "drumset"))
def drum_kit(rng: np.random.Generator) -> Sculpture:
    """Bass drum, two toms on it, snare, floor tom, hi-hat, two cymbals."""
    a = Assembly()
    shell = m.PAINT.coloured(s.pick(rng, ("#b5202a", "#1f4fa8", "#26262a", "#e8e4da", "#2f7a5a")), "shell")
    skin, chrome = m.PARCHMENT.coloured("#f4f1e8", "skins"), m.STEEL

    def barrel(r: float, high: float, place: tuple[float, float, float], tilt: tuple[float, float, float]) -> None:
        for name, stuff, solid in (
            ("shells", shell, s.cylinder(high, r, segments=48)),
            ("skins", skin, s.cylinder(high + 0.02, r * 0.94, segments=48).translate((0, -0.01, 0))),
            ("hoops", chrome, s.group([s.torus(r, 0.014, 48, 8).translate((0, y, 0)) for y in (0.01, high - 0.01)])),
        ):
            a.add(name, stuff, solid.rotate(tilt).translate(place))

    big = rng.uniform(0.27, 0.3)
    barrel(big, 0.4, (0, big, -0.15), (90, 0, 0))
    badge = s.extrude(s.star(5, big * 0.42, big * 0.18), 0.02).translate((0, big, 0.262))
    a.add("badge", shell.shaded(0.9, "badge"), badge)
    for e in (-1, 1):
        barrel(0.15 + 0.01 * (e > 0), 0.2, (e * 0.18, 2 * big + 0.08, -0.02), (-18, 0, 0))
        a.add("stands", chrome, s.rod((e * 0.06, 2 * big - 0.05, 0.0), (e * 0.14, 2 * big + 0.15, -0.02), 0.017))
    barrel(0.2, 0.36, (0.52, 0.16, -0.32), (0, 0, 0))
    barrel(0.18, 0.14, (-0.48, 0.46, -0.34), (-6, 0, 0))
    for x, z, r, y in ((0.52, -0.32, 0.19, 0.3), (-0.48, -0.34, 0.14, 0.46)):
        for k in range(3):
            q = np.radians(120 * k + 60)
            d = np.array([np.sin(q), 0, np.cos(q)]) * r
            a.add(
                "stands",
                chrome,
                s.rod(
                    at(np.array([x, y, z]) + d * (1.05 if x > 0 else 0.2)), at(np.array([x, 0.0, z]) + d * 1.1), 0.015
                ),
            )
    gold = s.pick(rng, (m.BRASS, m.GOLD)).varied(rng, 0.05)
    plate = s.revolve(
        [(0, 0.05), (0.04, 0.045), (0.06, 0.02), (1, -0.02), (1, 0.0), (0.06, 0.045), (0.04, 0.065), (0, 0.07)], 48
    )
    for x, z, y, r, tilt in (
        (-0.72, -0.1, 0.8, 0.18, 0),
        (-0.72, -0.1, 0.83, 0.18, 180),
        (-0.52, 0.1, 1.15, 0.23, -12),
        (0.62, 0.05, 1.1, 0.26, 12),
    ):
        disc = plate.scale((r, 0.5, r)).rotate((tilt if tilt == 180 else 10, 0, tilt if tilt != 180 else 0))
        a.add("cymbals", gold, disc.translate((x, y, z)), smooth=40)
    for x, z, y in ((-0.72, -0.1, 0.9), (-0.52, 0.1, 1.19), (0.62, 0.05, 1.14)):
        a.add("stands", chrome, s.rod((x, 0.12, z), (x, y, z), 0.016))
        for k in range(3):
            q = np.radians(120 * k)
            a.add("stands", chrome, s.rod((x, 0.24, z), (x + 0.2 * np.sin(q), 0.0, z + 0.2 * np.cos(q)), 0.015))
    for e in (-1, 1):
        a.add("stands", chrome, s.rod((e * big * 0.9, big * 0.7, 0.12), (e * big * 1.35, 0.0, 0.22), 0.016))
    return a.build({"top": (0, 2 * big + 0.3, 0)}).grounded()


@sculpture("triangle", size=(0.15, 0.4), synonyms=("musical triangle",), tint=False)
def triangle(rng: np.random.Generator) -> Sculpture:
    """A bent rod of steel with an open corner, its beater, a loop of cord."""
    side = rng.uniform(0.17, 0.19)
    high, r, bend = side * 0.866, 0.0085, 0.014
    low, tip, end = np.array([-side / 2, 0.0, 0.0]), np.array([0.0, high, 0.0]), np.array([side / 2, 0.0, 0.0])
    right, rise, fall = (end - low) / side, (tip - low) / side, (end - tip) / side
    knots = [end - right * 0.03, low + right * bend, low + (right + rise) * bend * 0.25, low + rise * bend]
    knots += [tip - rise * bend, tip + (fall - rise) * bend * 0.25, tip + fall * bend, end - fall * 0.006]
    steps = [np.linspace(a, b, 4, endpoint=False) for a, b in zip(knots, knots[1:], strict=False)]
    rod = s.tube(np.concatenate([*steps, knots[-1:]]), r, 14)
    loop = s.tube(
        s.curve(
            [
                (0, high - 0.02, 0.012),
                (0.006, high + 0.02, 0),
                (0, high + 0.05, 0),
                (-0.006, high + 0.02, 0),
                (0, high - 0.02, -0.012),
            ],
            20,
        ),
        0.004,
        8,
    )
    beater = s.union(
        [
            s.rod((side * 0.62, -0.004, 0.02), (side * 0.5, high * 0.95, 0.02), 0.006),
            s.capsule((side * 0.5, high * 0.95, 0.02), (side * 0.49, high * 1.05, 0.02), 0.009),
        ]
    )
    steel = s.pick(rng, (m.STEEL, m.SILVER))
    parts = [
        Part("triangle", rod, steel, 60),
        Part("cord", loop, m.RED, 60),
        Part("beater", beater, steel.shaded(0.85, "beater"), 60),
    ]
    return finished(parts, 1.0)


@sculpture("whistle", size=(0.04, 0.12), synonyms=("referee whistle", "sports whistle"))
def whistle(rng: np.random.Generator) -> Sculpture:
    """A chamber, a mouthpiece to the side, a ring; its side to the front."""
    hue = s.pick(rng, ("#c4302b", "#26262a", "#e8b82e", "#2f5bb0", ""))
    body = m.PLASTIC.coloured(hue, "body") if hue else m.SILVER
    r, wide = 0.0145, rng.uniform(0.018, 0.022)
    drum = s.cylinder(wide, r, segments=44, bevel=0.002).rotate((90, 0, 0)).translate((0, r, -wide / 2))
    pipe = s.extrude(
        [(-0.001, 2 * r), (0.036, 2 * r - 0.001), (0.036, 2 * r - 0.0095), (0.006, 2 * r - 0.013)], wide, 0.0015
    )
    slot = s.box(0.006, 0.009, wide * 0.8).translate((0.004, 2 * r - 0.0045, 0))
    hollow = s.cylinder(wide * 0.7, r * 0.74, segments=32).rotate((90, 0, 0)).translate((0, r, -wide * 0.35))
    hole = s.sphere(0.0032, 20).translate((0.002, 2 * r - 0.005, 0))
    lug = s.extrude(s.circle(0.005, 24), 0.005, 0, [s.circle(0.0024, 16)]).translate((-r - 0.002, r * 1.35, 0))
    ring = s.torus(0.008, 0.0016, 32, 10).rotate((90, 0, 0)).rotate((0, 90, 0)).translate((-r - 0.009, r * 1.3, 0))
    button = s.cylinder(wide + 0.002, r * 0.5, segments=28).rotate((90, 0, 0)).translate((0, r, -wide / 2 - 0.001))
    parts = [
        Part("body", (drum + pipe + lug) - slot - hollow, body, 50),
        Part("ball", hole, m.PINE, 60),
        Part("slot", slot.scale((0.98, 0.5, 0.9)).translate((0, r, 0)), m.BLACK),
        Part("badge", button, body.shaded(0.75, "badge")),
        Part("ring", ring, m.STEEL, 60),
    ]
    return finished(parts, rng.uniform(1.0, 1.25))
