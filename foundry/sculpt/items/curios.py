"""Keepsakes and things to look at; cages and traps."""

from dataclasses import replace

import numpy as np

from bozzetto.foundry.sculpt import fields
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Part, Sculpture, finished, sculpture

CHROME = m.STEEL.coloured("#c6cace", "chrome")
DOME_GLASS = Material("dome glass", m.srgb("#d9edf4"), 0.04, transmission=0.8, word="glass")


@sculpture("lava lamp", synonyms=("lava light",), kinds=("wax lamp", "motion lamp"), size=(0.34, 0.56))
def lava_lamp(rng: np.random.Generator) -> Sculpture:
    """A spindle of coloured liquid with glowing blobs of wax between a metal foot and a metal cap."""
    a = Assembly()
    high, r = rng.uniform(0.36, 0.42), rng.uniform(0.062, 0.07)
    metal = s.pick(rng, (CHROME, m.BRASS, m.DARK_STEEL, CHROME)).varied(rng, 0.04)
    foot, cap = high * 0.3, high * 0.84
    waist = r * 0.62
    base = s.profile(
        [(0, 0), (r * 0.98, 0), (r, 0.006), (waist, foot * 0.52), (waist * 0.98, foot * 0.58), (r * 0.93, foot)], 40
    )
    a.add("foot", metal, s.revolve(np.concatenate([base, [(0, foot)]]), 48), smooth=45)
    glass = [(r * 0.93, foot), (r * 0.95, foot + (cap - foot) * 0.16), (r * 0.52, cap)]
    tone, wax_tone = s.pick(
        rng, (("#2a62d8", "#7ce0ff"), ("#6a35d8", "#ff4f9a"), ("#c8401c", "#ffd23a"), ("#7a1fb0", "#ff7a2a"))
    )
    fluid = Material("lamp liquid", m.srgb(tone), 0.1, transmission=0.65).lit(0.4)
    outer = s.profile(glass, 24)
    a.add("liquid", fluid, s.revolve(np.concatenate([[(0, foot)], outer, [(0, cap)]]), 48), smooth=60)
    wax = Material("wax", m.srgb(wax_tone), 0.4).lit(0.6)
    blobs = []
    for share, size, side, turn in (
        (0.03, 0.62, 0.0, 0),
        (0.3, 0.42, 0.34, 30),
        (0.52, 0.34, 0.32, 200),
        (0.66, 0.24, 0.36, 80),
        (0.83, 0.3, 0.12, 280),
    ):
        y = foot + (cap - foot) * share
        q = float(np.interp(y, outer[:, 1], outer[:, 0]))
        size = size * rng.uniform(1.05, 1.25) * q
        t = np.radians(turn + rng.uniform(-25, 25))
        out = min(side * q + q * 0.34, q - size * 0.72) if side else 0.0
        blobs.append(
            s.ellipsoid(size, size * rng.uniform(1.05, 1.5), size, 28).translate((out * np.sin(t), y, out * np.cos(t)))
        )
    inside = s.revolve(np.concatenate([[(0, foot)], outer * (1.015, 1), [(0, cap)]]), 48)
    a.add("wax", wax, s.union(blobs) ^ inside, smooth=60)
    a.add("cap", metal, s.cylinder(high - cap, r * 0.55, r * 0.34, 40, 0.003).translate((0, cap - 0.001, 0)), smooth=45)
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "disco ball",
    synonyms=("mirror ball", "mirrorball", "disco mirror ball"),
    kinds=("glitter ball",),
    size=(0.4, 0.85),
    tint=False,
)
def disco_ball(rng: np.random.Generator) -> Sculpture:
    """A ball of little mirrors of several tints, on a short chain."""
    r = rng.uniform(0.17, 0.2)
    rows = int(rng.integers(13, 16))
    tints = [m.srgb(c) for c in ("#e9eef2", "#aeb9c4", "#d3dbe3", "#8fa3ba", "#c9b8dc", "#a9d3e8", "#f0d9b0")]
    groups: list[list[s.Solid]] = [[] for _ in tints]
    step = np.pi / rows
    for j in range(rows):
        low, top = -np.pi / 2 + j * step, -np.pi / 2 + (j + 1) * step
        count = max(4, int(round(2 * np.pi * np.cos((low + top) / 2) / step)))
        for k in range(count):
            t0, t1 = 2 * np.pi * k / count, 2 * np.pi * (k + 1) / count
            gap_t, gap_v = (t1 - t0) * 0.07, step * 0.07
            corners = [(v, t) for v in (low + gap_v, top - gap_v) for t in (t0 + gap_t, t1 - gap_t)]
            points = np.array(
                [
                    (q * np.cos(v) * np.sin(t), q * np.sin(v), q * np.cos(v) * np.cos(t))
                    for v, t in corners
                    for q in (r * 0.93, r)
                ]
            )
            which = int(rng.choice(len(tints), p=(0.3, 0.2, 0.2, 0.1, 0.07, 0.07, 0.06)))
            groups[which].append(s.Solid.hull_points(points))
    a = Assembly()
    a.add("core", m.DARK_STEEL.shaded(0.55, "grout"), s.sphere(r * 0.955, 40), smooth=60)
    for k, tiles in enumerate(groups):
        if tiles:
            a.add(f"mirrors {k}", m.STEEL.coloured(tints[k], f"mirror {k}"), s.group(tiles), smooth=0)
    a.add("cap", CHROME, s.cylinder(0.03, r * 0.22, r * 0.16, 28).translate((0, r * 0.965, 0)))
    links = 3
    wire = r * 0.035
    for k in range(links):
        ring = s.torus(r * 0.1, wire, 24, 10).rotate((90, 0, 0)).scale((0.75, 1.15, 1)).rotate((0, 90 * (k % 2), 0))
        a.add("chain", CHROME.shaded(0.8, "chain"), ring.translate((0, r * 1.14 + r * 0.165 * k, 0)))
    made = a.build({"hand": (0, r * 1.5, 0)}).grounded()
    return replace(made, anchors={"top": (0, float(made.bounds[1][1]), 0)})


@sculpture(
    "snow globe",
    synonyms=("snowglobe", "snow dome"),
    kinds=("snow ball globe", "water globe"),
    size=(0.14, 0.26),
    tint=False,
)
def snow_globe(rng: np.random.Generator) -> Sculpture:
    """A glass ball on a foot with a snowy house, a fir or a snowman in it, and flakes."""
    a = Assembly()
    r = rng.uniform(0.054, 0.062)
    foot = r * rng.uniform(0.62, 0.72)
    wood = s.pick(
        rng, (m.WALNUT, m.MAHOGANY.coloured("#8e1f22", "red lacquer"), m.OAK, m.BLUE.shaded(0.7, "blue lacquer"))
    ).varied(rng, 0.05)
    shape = s.profile(
        [
            (0, 0),
            (r * 1.06, 0),
            (r * 1.06, foot * 0.2),
            (r * 0.95, foot * 0.32),
            (r * 0.86, foot * 0.78),
            (r * 0.9, foot),
            (0, foot),
        ],
        32,
    )
    a.add("foot", wood, s.revolve(shape, 48), smooth=30)
    a.add("plate", m.GOLD, s.box(r * 0.75, foot * 0.26, 0.006, 0.001).translate((0, foot * 0.44, r * 0.885)))
    centre = foot + r * 0.78
    a.add(
        "globe", DOME_GLASS, s.sphere(r, 56).translate((0, centre, 0)).trim_by_plane((0, 1, 0), foot - 0.001), smooth=60
    )
    floor = foot + r * 0.3
    ground = (
        s.ellipsoid(r * 0.9, r * 0.16, r * 0.9, 40).translate((0, floor, 0))
        + s.cylinder(r * 0.28, r * 0.62, r * 0.88, 40).translate((0, foot + 0.002, 0))
    ) ^ s.sphere(r * 0.965, 48).translate((0, centre, 0))
    a.add("snow", m.SNOW, ground, smooth=50)
    base = floor + r * 0.1
    trees: tuple[tuple[float, float, float], ...]
    style = s.pick(rng, ("house", "snowman", "house"))
    if style == "house":
        w = r * 0.62
        x = -r * 0.12
        a.add(
            "house", m.PAINT.coloured("#b5482f", "brick"), s.box(w, w * 0.62, w * 0.7).translate((x, base - 0.002, 0))
        )
        roof = s.extrude([(-w * 0.64, 0), (w * 0.64, 0), (0, w * 0.55)], w * 0.86).translate((x, base + w * 0.6, 0))
        a.add("roof", m.SNOW, roof)
        a.add("door", m.WALNUT, s.box(w * 0.2, w * 0.36, 0.004).translate((x, base, w * 0.35)))
        a.add(
            "windows",
            m.LIT_WINDOW,
            *[s.box(w * 0.2, w * 0.2, 0.004).translate((x + e * w * 0.3, base + w * 0.24, w * 0.35)) for e in (-1, 1)],
        )
        a.add(
            "chimney",
            m.BRICK.shaded(0.8),
            s.box(w * 0.15, w * 0.42, w * 0.15).translate((x + w * 0.3, base + w * 0.72, 0)),
        )
        trees = ((r * 0.48, 0.12, 0.85), (r * 0.3, -0.42, 1.05), (-r * 0.5, -0.35, 0.9))
    else:
        q = r * 0.25
        a.add(
            "snowman",
            m.WHITE,
            s.sphere(q, 24).translate((-q * 0.4, base + q * 0.8, r * 0.1)),
            s.sphere(q * 0.76, 24).translate((-q * 0.4, base + q * 2.2, r * 0.1)),
            s.sphere(q * 0.55, 24).translate((-q * 0.4, base + q * 3.2, r * 0.1)),
            smooth=60,
        )
        a.add(
            "hat",
            m.BLACK,
            s.cylinder(q * 0.1, q * 0.6, segments=24).translate((-q * 0.4, base + q * 3.58, r * 0.1)),
            s.cylinder(q * 0.5, q * 0.38, segments=24).translate((-q * 0.4, base + q * 3.6, r * 0.1)),
        )
        a.add("scarf", m.RED, s.torus(q * 0.5, q * 0.15, 24, 10).translate((-q * 0.4, base + q * 2.8, r * 0.1)))
        a.add(
            "nose",
            m.PLASTIC.coloured("#e8781c", "carrot"),
            s.cone(q * 0.5, q * 0.12, 12).rotate((90, 0, 0)).translate((-q * 0.4, base + q * 3.2, r * 0.1 + q * 0.5)),
        )
        trees = ((r * 0.45, -0.1, 1.0), (-r * 0.55, -0.25, 0.85))
    for x, z, size in trees:
        for k in range(3):
            cone = s.cone(r * 0.3 * size, r * (0.2 - 0.045 * k) * size, 20).translate(
                (x, base - 0.004 + r * 0.19 * size * k, z * r)
            )
            a.add("firs", m.NEEDLES, cone)
    flakes = []
    for _ in range(26):
        v = rng.normal(size=3)
        v = v / np.linalg.norm(v) * r * 0.9 * rng.uniform(0.5, 1.0)
        if v[1] > -r * 0.2:
            flakes.append(s.sphere(r * rng.uniform(0.028, 0.042), 8).translate((v[0], centre + v[1], v[2])))
    a.add("flakes", m.WHITE, s.group(flakes))
    return a.build({"top": (0, centre + r, 0)}).grounded()


@sculpture("piggy bank", synonyms=("money pig",), kinds=("penny bank", "coin bank", "savings pig"), size=(0.17, 0.34))
def piggy_bank(rng: np.random.Generator) -> Sculpture:
    """A round china pig, its snout to +Z, with a slot on its back and a coin in it."""
    tone = s.pick(rng, ("#f08fa8", "#f4a0b4", "#ee8aa0"))
    china = m.PORCELAIN.coloured(tone, "pink china").varied(rng, 0.04)
    plump = rng.uniform(0.95, 1.08)
    body = fields.ellipsoid((0, 0.62, 0), (0.5 * plump, 0.48 * plump, 0.6))
    for z in (-0.3, 0.3):
        body = body.blend(fields.capsule((0.27, 0.35, z), (0.29, 0.09, z * 1.06), 0.13, 0.125).both_sides(), 0.1)
    body = body.blend(fields.ellipsoid((0, 0.68, 0.44), (0.34, 0.33, 0.28)), 0.16)
    ear = fields.ellipsoid((0, 0, 0), (0.13, 0.17, 0.05)).rotate((28, 0, -24)).move((0.24, 1.0, 0.44))
    body = body.blend(ear.both_sides(), 0.06)
    solid = body.solid(64)
    parts = [Part("body", solid, china, 60)]
    snout = s.cylinder(0.16, 0.17, 0.16, 32, 0.03).rotate((90, 0, 0)).translate((0, 0.64, 0.64))
    parts.append(Part("snout", snout, china.shaded(0.86, "snout"), 45))
    nostrils = s.mirrored(s.ellipsoid(0.032, 0.048, 0.02).translate((0.062, 0.645, 0.797)))
    parts.append(Part("nostrils", nostrils, m.PAINT.coloured("#8e3f55", "nostrils"), 60))
    eyes = s.mirrored(s.sphere(0.056, 20).translate((0.185, 0.83, 0.635)))
    parts.append(Part("eyes", eyes, m.EYE_BLACK, 60))
    parts.append(Part("glints", s.mirrored(s.sphere(0.02, 10).translate((0.195, 0.856, 0.684))), m.WHITE, 60))
    top = 0.62 + 0.48 * plump
    parts.append(
        Part(
            "slot",
            s.box(0.07, 0.05, 0.34, 0.01).translate((0, top - 0.035, -0.05)),
            m.BLACK.coloured("#3a1f27", "slot"),
        )
    )
    coin = s.rod((-0.022, 0, 0), (0.022, 0, 0), 0.17, segments=40).translate((0, top + 0.06, -0.05))
    parts.append(Part("coin", coin, m.GOLD))
    curl = s.helix(0.055, 0.17, 1.6, 40)
    path = np.stack([curl[:, 0], 0.7 + curl[:, 2], -0.56 - curl[:, 1]], 1)
    parts.append(
        Part("tail", s.tube(path, s.interpolate((0.036, 0.034, 0.024), 40), 10), china.shaded(0.9, "tail"), 60)
    )
    return finished(
        parts, rng.uniform(0.12, 0.145), {"top": (0, top + 0.2, -0.05), "back": (0, top, -0.05), "head": (0, 1.0, 0.45)}
    )


@sculpture(
    "music box",
    synonyms=("musical box",),
    kinds=("ballerina box", "jewellery music box"),
    plural="music boxes",
    size=(0.2, 0.38),
)
def music_box(rng: np.random.Generator) -> Sculpture:
    """An open box with a mirror in its lid, a crank at the side, and a dancer who turns inside."""
    a = Assembly()
    w, d, high = rng.uniform(0.15, 0.17), rng.uniform(0.11, 0.125), rng.uniform(0.06, 0.07)
    coat = s.pick(
        rng,
        (
            m.PAINT.coloured("#d98aa6", "pink lacquer"),
            m.MAHOGANY,
            m.WALNUT,
            m.PAINT.coloured("#7fb0c8", "blue lacquer"),
        ),
    ).varied(rng, 0.05)
    a.add("box", coat, s.box(w, high, d, 0.003).translate((0, 0.006, 0)))
    a.add(
        "trim",
        m.GOLD,
        s.box(w * 1.03, 0.009, d * 1.04, 0.002).translate((0, 0.004, 0)),
        (s.box(w * 1.03, 0.008, d * 1.04, 0.002) - s.box(w * 0.88, 1, d * 0.84).translate((0, -0.5, 0))).translate(
            (0, high, 0)
        ),
    )
    a.add(
        "feet",
        m.GOLD,
        *[s.sphere(0.0085, 16).translate((x * w * 0.44, 0.005, z * d * 0.42)) for x in (-1, 1) for z in (-1, 1)],
    )
    a.add("lining", m.VELVET, s.box(w * 0.9, 0.004, d * 0.86).translate((0, high + 0.0035, 0)))
    a.add(
        "emblem",
        m.GOLD,
        s.extrude(s.circle(0.02, 32, 0.013), 0.004).translate((0, high * 0.55, d / 2 + 0.001)),
        *[s.sphere(0.005, 12).translate((x * w * 0.32, high * 0.55, d / 2)) for x in (-1, 1)],
    )
    lean = lambda solid: solid.rotate((-12, 0, 0)).translate((0, high + 0.006, -d / 2 + 0.008))  # noqa: E731
    lid = rng.uniform(0.095, 0.108)
    a.add("lid", coat, lean(s.extrude(s.rectangle(w, lid, (0, lid / 2), 0.004), 0.015, 0.002)))
    a.add(
        "mirror frame",
        m.GOLD,
        lean(s.extrude(s.rectangle(w * 0.8, lid * 0.78, (0, lid * 0.52), 0.012), 0.005).translate((0, 0, 0.0085))),
    )
    a.add(
        "mirror",
        m.SILVER.coloured("#bfdbe8", "mirror"),
        lean(s.extrude(s.rectangle(w * 0.72, lid * 0.68, (0, lid * 0.52), 0.009), 0.006).translate((0, 0, 0.0095))),
    )
    y = high + 0.006
    a.add("stage", m.GOLD, s.cylinder(0.006, 0.024, segments=36).translate((0, y, 0.01)))
    z = 0.01
    skin = m.SKIN
    a.add(
        "legs",
        skin,
        s.rod((0, y + 0.004, z), (0, y + 0.036, z), 0.0036),
        s.capsule((0, y + 0.034, z), (0.008, y + 0.018, z), 0.0034),
    )
    tutu = s.revolve([(0, 0), (0.026, -0.003), (0.0265, 0.0015), (0.007, 0.009), (0, 0.009)], 32).translate(
        (0, y + 0.033, z)
    )
    a.add("tutu", m.WHITE if coat.name == "pink lacquer" else m.CLOTH.coloured("#f2a6c0", "tulle"), tutu)
    a.add(
        "bodice",
        m.CLOTH.coloured("#d6638c", "bodice"),
        s.ellipsoid(0.0072, 0.0115, 0.0062).translate((0, y + 0.049, z)),
    )
    a.add(
        "head",
        skin,
        s.sphere(0.0078, 20).translate((0, y + 0.069, z)),
        s.rod((0, y + 0.056, z), (0, y + 0.066, z), 0.003),
    )
    a.add(
        "hair",
        m.WALNUT.shaded(0.8, "hair"),
        s.sphere(0.0081, 20).translate((0, y + 0.0705, z - 0.002)),
        s.sphere(0.0042, 14).translate((0, y + 0.0785, z - 0.003)),
    )
    arm = s.curve([(0.005, y + 0.056, z), (0.018, y + 0.064, z), (0.0165, y + 0.084, z), (0.004, y + 0.094, z)], 18)
    a.add("arms", skin, s.mirrored(s.tube(arm, 0.0029, 10)))
    a.add(
        "crank",
        m.GOLD,
        s.rod((w / 2 - 0.002, high * 0.5, 0), (w / 2 + 0.018, high * 0.5, 0), 0.0045),
        s.capsule((w / 2 + 0.017, high * 0.5, 0), (w / 2 + 0.017, high * 0.5 + 0.024, 0.014), 0.0045),
        s.capsule((w / 2 + 0.017, high * 0.5 + 0.024, 0.014), (w / 2 + 0.034, high * 0.5 + 0.024, 0.014), 0.0068),
    )
    made = a.build().grounded()
    return replace(made, anchors={"top": (0, y + 0.09, 0.01)})


@sculpture(
    "urn", synonyms=("funeral urn", "cremation urn"), kinds=("burial urn", "ash urn", "grecian urn"), size=(0.3, 0.6)
)
def urn(rng: np.random.Generator) -> Sculpture:
    """A shouldered vessel on a foot with a lid and a knob; two handles in half of the cases."""
    a = Assembly()
    r, high = rng.uniform(0.092, 0.105), rng.uniform(0.25, 0.29)
    body = s.pick(
        rng,
        (m.BRONZE, m.MARBLE, m.BLACK.shaded(1.2, "black enamel"), m.BRASS, m.PAINT.coloured("#2c4a6e", "blue enamel")),
    ).varied(rng, 0.05)
    trim = m.GOLD if body.name != "brass" else m.BRONZE.shaded(0.7, "dark bronze")
    shape = s.profile(
        [
            (0, 0),
            (r * 0.62, 0),
            (r * 0.62, high * 0.035),
            (r * 0.34, high * 0.11),
            (r * 0.36, high * 0.15),
            (r * 0.72, high * 0.36),
            (r, high * 0.66),
            (r * 0.93, high * 0.8),
            (r * 0.56, high * 0.93),
            (r * 0.52, high * 0.97),
            (r * 0.66, high),
            (0, high),
        ],
        60,
    )
    a.add("body", body, s.revolve(shape, 56), smooth=45)
    at = lambda y: float(np.interp(y * high, shape[:-1, 1], shape[:-1, 0]))  # noqa: E731
    a.add(
        "bands",
        trim,
        *[s.torus(at(y), 0.0048, 56, 10).translate((0, y * high, 0)) for y in (0.72, 0.57)],
        s.torus(r * 0.355, 0.0052, 40, 10).translate((0, high * 0.125, 0)),
        s.torus(r * 0.645, 0.0045, 44, 10).translate((0, high * 0.998, 0)),
    )
    lid = s.profile(
        [
            (0, high * 1.0),
            (r * 0.6, high * 1.0),
            (r * 0.52, high * 1.05),
            (r * 0.28, high * 1.11),
            (r * 0.12, high * 1.14),
            (0, high * 1.15),
        ],
        30,
    )
    a.add("lid", body.shaded(1.04, "lid"), s.revolve(lid, 48), smooth=45)
    knob = s.profile(
        [(0, 0), (r * 0.12, 0), (r * 0.09, r * 0.08), (r * 0.17, r * 0.22), (r * 0.12, r * 0.36), (0, r * 0.44)], 24
    )
    a.add("knob", trim, s.revolve(knob, 28).translate((0, high * 1.135, 0)), smooth=60)
    if s.chance(rng, 0.55):
        loop = s.curve(
            [
                (at(0.9) * 0.97, high * 0.9, 0),
                (r * 1.12, high * 0.96, 0),
                (r * 1.36, high * 0.82, 0),
                (r * 1.2, high * 0.66, 0),
                (at(0.62) * 0.97, high * 0.62, 0),
            ],
            34,
        )
        a.add("handles", trim, s.mirrored(s.tube(loop, np.tile((0.0068, 0.009), (34, 1)), 12, up=(0, 0, 1))), smooth=60)
    return a.build({"top": (0, high * 1.135 + r * 0.44, 0)}).grounded()


@sculpture(
    "wreath",
    synonyms=("christmas wreath", "advent wreath"),
    kinds=("door wreath", "laurel wreath", "garland"),
    size=(0.45, 0.85),
    tint=False,
)
def wreath(rng: np.random.Generator) -> Sculpture:
    """An upright ring of fir twigs with red berries or golden balls, and a bow below or above."""
    a = Assembly()
    r, thick = rng.uniform(0.19, 0.215), rng.uniform(0.05, 0.058)
    greens = (m.NEEDLES, m.DARK_LEAF, m.NEEDLES.shaded(1.35, "young needles"))
    angle = np.arange(60) * 2 * np.pi / 60
    ring = np.stack([r * np.cos(angle), r * np.sin(angle), 0 * angle], 1)
    a.add("core", m.NEEDLES.shaded(0.8, "core"), s.tube(ring, thick * 0.72, 12, closed=True))
    tufts: list[list[s.Solid]] = [[], [], []]
    for k in range(150):
        t = 2 * np.pi * (k + rng.uniform(-0.3, 0.3)) / 150
        side = rng.uniform(0, 2 * np.pi)
        out = np.array((np.cos(t), np.sin(t), 0.0))
        along = np.array((-np.sin(t), np.cos(t), 0.0))
        normal = np.cos(side) * out + np.sin(side) * np.array((0, 0, 1.0))
        start = out * r + normal * thick * 0.5
        tip = start + (normal * 0.55 + along * 0.85) * thick * rng.uniform(0.95, 1.25)
        tufts[k % 3].append(s.rod(start, tip, thick * 0.2, thick * 0.05, 6))
    for k, group in enumerate(tufts):
        a.add(f"needles {k}", greens[k], s.group(group), smooth=60)
    gold = s.chance(rng, 0.35)
    ornament = m.GOLD if gold else m.RED.coloured("#c81f2a", "berry")
    count = 11
    for k in range(count):
        t = 2 * np.pi * (k + 0.5) / count + rng.uniform(-0.08, 0.08) - np.pi / 2
        q = r + thick * rng.uniform(-0.35, 0.35)
        balls = [(0, 0, 1.0)] if gold else [(0.22, 0.1, 0.68), (-0.2, 0.14, 0.68), (0.02, -0.22, 0.68)]
        for x, y, size in balls:
            a.add(
                "ornaments",
                ornament,
                s.sphere(thick * 0.36 * size, 16).translate(
                    (q * np.cos(t) + x * thick, q * np.sin(t) + y * thick, thick * 0.92)
                ),
            )
    ribbon = m.RED.coloured("#c2202c", "ribbon") if not gold or s.chance(rng, 0.5) else m.GOLD
    y = -r if s.chance(rng, 0.6) else r
    z = thick * 1.05
    for x in (-1, 1):
        loop = s.curve(
            [
                (0, y, z),
                (x * 0.055, y + 0.05, z + 0.012),
                (x * 0.115, y + 0.042, z),
                (x * 0.12, y - 0.026, z),
                (x * 0.06, y - 0.02, z + 0.012),
                (0, y, z),
            ],
            40,
        )
        a.add(
            "bow",
            ribbon,
            s.tube(loop, np.tile((0.024, 0.0075), (40, 1)), section=s.rectangle(2, 2, radius=0.5), up=(0, 0, 1)),
        )
        tail = s.curve([(0, y, z), (x * 0.035, y - 0.06, z + 0.006), (x * 0.065, y - 0.135, z)], 20)
        a.add(
            "tails",
            ribbon.shaded(0.85, "tails"),
            s.tube(tail, np.tile((0.0075, 0.021), (20, 1)), section=s.rectangle(2, 2, radius=0.5), up=(0, 0, 1)),
        )
    a.add("knot", ribbon.shaded(0.9, "knot"), s.ellipsoid(0.026, 0.024, 0.022).translate((0, y, z + 0.008)))
    made = a.build({"inside": (0, 0, 0)}).grounded()
    return replace(made, anchors={**made.anchors, "top": (0, float(made.bounds[1][1]), 0)})


@sculpture("dreamcatcher", synonyms=("dream catcher",), size=(0.4, 0.85))
def dreamcatcher(rng: np.random.Generator) -> Sculpture:
    """A hoop with a net of cords and a bead, three feathers hanging from it, a loop above."""
    a = Assembly()
    r = rng.uniform(0.115, 0.13)
    drop = rng.uniform(0.16, 0.19)
    y = drop + r + 0.06
    wrap = s.pick(
        rng,
        (m.LEATHER, m.OAK.coloured("#8a5a34", "willow"), m.PLASTIC.coloured("#2d8a86", "teal suede"), m.DARK_LEATHER),
    ).varied(rng)
    angle = np.arange(64) * 2 * np.pi / 64
    hoop = np.stack([r * np.cos(angle), y + r * np.sin(angle), 0 * angle], 1)
    a.add("hoop", wrap, s.tube(hoop, 0.0115, 12, closed=True), smooth=60)
    cord = m.ROPE.coloured("#efe6d2", "cord")
    count = 8
    previous = [(r * np.sin(2 * np.pi * k / count), r * np.cos(2 * np.pi * k / count)) for k in range(count)]
    lines = []
    for q, shift in ((0.68, 0.5), (0.44, 0.0), (0.22, 0.5)):
        ring = [
            (q * r * np.sin(2 * np.pi * (k + shift) / count), q * r * np.cos(2 * np.pi * (k + shift) / count))
            for k in range(count)
        ]
        for k in range(count):
            other = (k + 1) % count if shift else (k - 1) % count
            for b in (previous[k], previous[other]):
                lines.append(s.rod((b[0], y + b[1], 0), (ring[k][0], y + ring[k][1], 0), 0.0042, segments=8))
        previous = ring
    lines += [
        s.rod(
            (previous[k][0], y + previous[k][1], 0),
            (previous[(k + 1) % count][0], y + previous[(k + 1) % count][1], 0),
            0.0042,
            segments=8,
        )
        for k in range(count)
    ]
    a.add("net", cord, s.union(lines))
    bead = s.pick(rng, (m.PLASTIC.coloured("#2aa6a0", "turquoise"), m.RED, m.BLUE))
    a.add(
        "beads",
        bead,
        s.sphere(0.0135, 18).translate((0, y, 0)),
        s.sphere(0.0105, 16).translate((r * 0.35, y + r * 0.3, 0)),
        s.sphere(0.0105, 16).translate((-r * 0.4, y - r * 0.2, 0)),
    )
    loop = s.curve(
        [(0, y + r, 0), (-0.018, y + r + 0.045, 0), (0, y + r + 0.07, 0), (0.018, y + r + 0.045, 0), (0, y + r, 0)], 28
    )
    a.add("loop", wrap, s.tube(loop, 0.0052, 8))
    plume = s.pick(
        rng, (m.FEATHER.coloured("#f0ebe0", "white feather"), m.FEATHER, m.FEATHER.coloured("#58a8a8", "teal feather"))
    )
    for x, long in ((0.0, 0.15), (-0.72, 0.125), (0.72, 0.125)):
        top = y - r * np.sqrt(max(1 - x * x, 0.02))
        px = x * r
        end = top - 0.055
        a.add("strings", cord, s.rod((px, top, 0), (px, end, 0), 0.0045, segments=8))
        a.add("beads", bead, s.sphere(0.0105, 16).translate((px, top - 0.03, 0)))
        for turn in (0, 90):
            quill = s.curve([(0, 0), (0.021, -long * 0.25), (0.023, -long * 0.62), (0, -long)], 24)
            outline = np.concatenate([quill, (quill * (-1, 1))[-2:0:-1]])
            vane = s.extrude(outline, 0.0075, 0.002).rotate((0, turn, 0)).translate((px, end + 0.004, 0))
            if turn == 0:
                a.add("feathers", plume, vane)
        tip = s.extrude(np.concatenate([quill, (quill * (-1, 1))[-2:0:-1]]) * 1.02, 0.0085) ^ s.box(
            1, long * 0.36, 1
        ).translate((0, -long * 1.05, 0))
        a.add("feather tips", plume.shaded(0.4, "feather tips"), tip.translate((px, end + 0.004, 0)))
        a.add("quills", cord, s.rod((px, end, 0), (px, end - long * 0.85, 0), 0.0052, 0.0035, 8))
    made = a.build().grounded()
    return replace(made, anchors={"top": (0, float(made.bounds[1][1]), 0)})


@sculpture("mousetrap", synonyms=("mouse trap",), kinds=("rat trap", "snap trap"), size=(0.1, 0.2), tint=False)
def mousetrap(rng: np.random.Generator) -> Sculpture:
    """A wooden board with a spring, a bow that is cocked, its catch, and a piece of cheese."""
    a = Assembly()
    long, w, t = rng.uniform(0.108, 0.12), rng.uniform(0.052, 0.058), 0.0085
    a.add("board", s.pick(rng, (m.PINE, m.BIRCH)).varied(rng), s.box(w, t, long, 0.001))
    steel = m.STEEL.shaded(0.9, "wire")
    wire = 0.0021
    a.add(
        "spring",
        m.DARK_STEEL,
        *[
            s.tube(s.helix(0.0062, w * 0.28, 5, 90), 0.0019, 8).rotate((0, 0, -90)).translate((x, t + 0.007, 0))
            for x in (-w * 0.42, w * 0.14)
        ],
    )
    a.add("axle", steel, s.rod((-w * 0.46, t + 0.007, 0), (w * 0.46, t + 0.007, 0), 0.0026))
    reach = long * 0.42
    up = rng.uniform(16, 30)
    q = w * 0.42
    bow = np.array([(-q, 0, 0), (-q, 0, -reach), (q, 0, -reach), (q, 0, 0)])
    a.add(
        "bow",
        steel,
        s.union([s.capsule(b0, b1, wire * 1.25, segments=12) for b0, b1 in zip(bow[:-1], bow[1:], strict=True)])
        .rotate((up, 0, 0))
        .translate((0, t + 0.007, 0)),
    )
    a.add(
        "catch",
        steel,
        s.capsule((0, t + 0.002, -long * 0.47), (0.002, t + reach * np.sin(np.radians(up)) + 0.014, -long * 0.3), wire),
        s.capsule((0.002, t + reach * np.sin(np.radians(up)) + 0.014, -long * 0.3), (0, t + 0.01, long * 0.16), wire),
    )
    a.add(
        "pedal",
        m.BRASS,
        s.box(w * 0.5, 0.0034, long * 0.22, 0.0008).rotate((-6, 0, 0)).translate((0, t + 0.003, long * 0.26)),
    )
    k = w * 0.36
    wedge = s.extrude([(-k * 0.85, 0), (k * 0.85, 0), (k * 0.85, k * 0.8), (-k * 0.85, k * 0.62)], k * 1.3, 0.001)
    holes = s.union(
        [s.sphere(k * 0.2, 14).translate((x * k, y * k, 0.66 * k)) for x, y in ((-0.4, 0.35), (0.25, 0.5), (0.5, 0.15))]
        + [s.sphere(k * 0.18, 14).translate((x * k, 0.72 * k, z * k)) for x, z in ((0.2, 0.1), (-0.35, -0.3))]
    )
    cheese = m.PAINT.coloured("#f2c53a", "cheese")
    a.add("cheese", cheese, (wedge - holes).translate((0, t + 0.006, long * 0.27)))
    a.add(
        "cheese holes",
        cheese.shaded(0.72, "cheese holes"),
        ((holes ^ wedge).scale((0.98, 0.98, 0.98))).translate((0, t + 0.0055, long * 0.268)),
    )
    a.add(
        "staples", m.DARK_STEEL, *[s.box(0.004, 0.006, 0.009).translate((x * w * 0.44, t - 0.001, 0)) for x in (-1, 1)]
    )
    return a.build({"top": (0, t + 0.03, 0)}).grounded()


@sculpture("birdcage", synonyms=("bird cage",), kinds=("parrot cage", "canary cage", "aviary"), size=(0.55, 1.0))
def birdcage(rng: np.random.Generator) -> Sculpture:
    """Upright bars that meet in a dome under a ring, on a round tray, with a perch and a bird."""
    a = Assembly()
    r, wall = rng.uniform(0.17, 0.19), rng.uniform(0.26, 0.3)
    metal = s.pick(rng, (m.WHITE, m.GOLD, m.BLACK.shaded(1.2, "black wire"), m.BRASS)).varied(rng, 0.04)
    tray = s.lathe([(0, 0), (r * 1.02, 0), (r * 1.08, 0.045)], 0.012, 52)
    a.add("tray", metal.shaded(0.85, "tray"), tray)
    a.add("sand", m.SAND, s.cylinder(0.014, r * 1.0, segments=44).translate((0, 0.012, 0)))
    count = 14
    wire = 0.0078
    base = 0.035
    dome = np.radians(np.linspace(0, 90, 14))
    profile = np.concatenate(
        [[(r, base), (r, base + wall * 0.5)], np.stack([r * np.cos(dome), base + wall + r * 0.92 * np.sin(dome)], 1)]
    )
    bar = np.stack([0 * profile[:, 0], profile[:, 1], profile[:, 0]], 1)
    bars = [s.tube(bar, wire, 8).rotate((0, 360 * (k + 0.5) / count, 0)) for k in range(count)]
    a.add("bars", metal, s.union(bars), smooth=60)
    a.add(
        "hoops",
        metal,
        *[s.torus(r, wire * 1.15, 52, 8).translate((0, y, 0)) for y in (base + 0.012, base + wall * 0.5, base + wall)],
        smooth=60,
    )
    top = base + wall + r * 0.92
    a.add(
        "finial",
        metal,
        s.sphere(0.024, 20).translate((0, top, 0)),
        s.torus(0.032, 0.0078, 28, 10).rotate((90, 0, 0)).translate((0, top + 0.05, 0)),
    )
    perch = base + wall * 0.42
    a.add("perch", m.OAK, s.rod((-r * 0.97, perch, 0), (r * 0.97, perch, 0), 0.0115))
    hue = s.pick(rng, ("#f2c61f", "#f2c61f", "#3f9ad6", "#5fae45"))
    plumage = m.FEATHER.coloured(hue, "plumage").varied(rng, 0.04)
    k = r * 0.44
    bird = fields.melt(
        k * 0.2,
        fields.ellipsoid((0, 0, 0), (0.36 * k, 0.55 * k, 0.36 * k)).rotate((18, 0, 0)),
        fields.sphere((0, 0.62 * k, 0.1 * k), 0.3 * k),
        fields.capsule((0, -0.35 * k, -0.15 * k), (0, -1.0 * k, -0.42 * k), 0.14 * k, 0.07 * k),
    ).solid(40)
    y = perch + 0.5 * k
    a.add("bird", plumage, bird.translate((0, y, 0)), smooth=60)
    wing = s.ellipsoid(0.1 * k, 0.42 * k, 0.24 * k).rotate((18, 0, 8)).translate((0.33 * k, y - 0.06 * k, -0.06 * k))
    a.add("wings", plumage.shaded(0.78, "wings"), s.mirrored(wing), smooth=60)
    a.add(
        "beak",
        m.PLASTIC.coloured("#e8801c", "beak"),
        s.cone(0.24 * k, 0.1 * k, 14).rotate((95, 0, 0)).translate((0, y + 0.6 * k, 0.36 * k)),
    )
    a.add("eyes", m.EYE_BLACK, s.mirrored(s.sphere(0.055 * k, 12).translate((0.19 * k, y + 0.7 * k, 0.33 * k))))
    return a.build({"top": (0, top + 0.085, 0), "inside": (0, perch, 0), "hand": (0, top + 0.05, 0)}).grounded()
