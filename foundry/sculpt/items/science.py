"""Laboratory glass, instruments of measuring and seeing, and models of what is too small to see."""

from dataclasses import replace

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

CHROME = m.STEEL.coloured("#c6cace", "chrome")
LAB_GLASS = Material("laboratory glass", m.srgb("#d3e6ea"), 0.05, transmission=0.55, word="glass")
LIQUIDS = ("#2fae4e", "#1f7fd6", "#8a35c8", "#e0762a", "#d6337a")


def liquid(rng: np.random.Generator) -> Material:
    """A bright solution."""
    return Material("solution", m.srgb(s.pick(rng, LIQUIDS)), 0.15, transmission=0.15).lit(0.2)


def band(outer: np.ndarray, y: float, thick: float, out: float = 0.0012) -> s.Solid:
    """A thin ring about a vessel with the profile `outer` [N, 2] at height y."""
    ys = np.array((y, y + thick))
    q = np.interp(ys, outer[:, 1], outer[:, 0]) + out
    return s.revolve([(q[0] - 3 * out, ys[0]), (q[0], ys[0]), (q[1], ys[1]), (q[1] - 3 * out, ys[1])], 48)


@sculpture(
    "flask",
    synonyms=("erlenmeyer flask", "conical flask", "laboratory flask", "chemistry flask"),
    kinds=("lab flask", "retort flask", "florence flask"),
    size=(0.17, 0.3),
    tint=False,
)
def flask(rng: np.random.Generator) -> Sculpture:
    """A cone of glass with a straight neck, marks and a bright liquid with bubbles; or round-bellied."""
    a = Assembly()
    r = rng.uniform(0.05, 0.056)
    neck, wall = r * 0.34, 0.0045
    high = rng.uniform(0.155, 0.175)
    if s.chance(rng, 0.75):
        shape = [
            (0, 0),
            (r * 0.9, 0),
            (r, r * 0.12),
            (r * 0.94, r * 0.32),
            (neck * 1.06, high * 0.68),
            (neck, high * 0.74),
            (neck, high * 0.96),
            (neck * 1.3, high),
        ]
    else:
        shape = [
            (0, 0),
            (r * 0.5, 0),
            (r * 0.86, r * 0.3),
            (r, r * 0.85),
            (r * 0.84, r * 1.45),
            (neck * 1.15, r * 1.92),
            (neck, high * 0.72),
            (neck, high * 0.96),
            (neck * 1.3, high),
        ]
    outer = s.profile(shape, 40)
    a.add("glass", LAB_GLASS, s.lathe(outer, wall, 56), smooth=50)
    a.add("rim", LAB_GLASS.shaded(0.88, "rim"), s.torus(neck * 1.3, 0.0036, 40, 10).translate((0, high, 0)))
    level = high * rng.uniform(0.34, 0.42)
    inner = [(max(q - wall, 0.0), max(y, wall * 1.2)) for q, y in outer if q > 0 and y < level and q > wall]
    edge = float(np.interp(level, outer[:, 1], outer[:, 0])) - wall
    fill = liquid(rng)
    a.add("liquid", fill, s.revolve([(0, wall * 1.2), *inner, (edge, level), (0, level)], 48), smooth=50)
    bubbles = []
    for k in range(7):
        y = level * rng.uniform(0.9, 1.25)
        q = float(np.interp(y, outer[:, 1], outer[:, 0])) * rng.uniform(0.1, 0.75)
        t = 2.4 * k
        bubbles.append(s.sphere(r * rng.uniform(0.07, 0.13), 14).translate((q * np.sin(t), y, q * np.cos(t))))
    a.add("bubbles", fill.shaded(1.35, "bubbles"), s.union(bubbles))
    marks = [
        band(outer, high * y, 0.0042) ^ s.box(r * w, 1, 1).translate((0, 0, 0.5))
        for y, w in ((0.16, 0.8), (0.26, 0.55), (0.36, 0.8), (0.46, 0.5))
    ]
    a.add("marks", m.WHITE, *marks)
    return a.build({"top": (0, high, 0), "inside": (0, level, 0)}).grounded()


@sculpture(
    "beaker",
    synonyms=("laboratory beaker", "glass beaker"),
    kinds=("lab beaker", "griffin beaker"),
    size=(0.13, 0.24),
    tint=False,
)
def beaker(rng: np.random.Generator) -> Sculpture:
    """A straight glass vessel with a lip at the left, marks to the front, and a bright liquid."""
    a = Assembly()
    r, high, wall = rng.uniform(0.042, 0.048), rng.uniform(0.115, 0.13), 0.0042
    outer = np.array([(0, 0), (r * 0.92, 0), (r, r * 0.1), (r, high * 0.94), (r * 1.07, high)])
    body = s.lathe(outer, wall, 56)
    lip = s.hull(
        [
            s.sphere(0.0045, 12).translate((-r * 1.36, high - 0.001, 0)),
            s.box(0.004, 0.024, r * 0.75).translate((-r * 0.97, high - 0.024, 0)),
        ]
    )
    a.add("glass", LAB_GLASS, body + (lip - s.cylinder(1, r * 0.96, segments=40)), smooth=50)
    a.add("rim", LAB_GLASS.shaded(0.88, "rim"), s.torus(r * 1.06, 0.0028, 48, 8).translate((0, high, 0)))
    level = high * rng.uniform(0.45, 0.62)
    fill = liquid(rng)
    a.add(
        "liquid",
        fill,
        s.cylinder(level - wall * 1.2, r - wall * 0.95, segments=48).translate((0, wall * 1.2, 0)),
        smooth=50,
    )
    a.add(
        "bubbles",
        fill.shaded(1.35, "bubbles"),
        *[
            s.sphere(q, 14).translate((x * r, level, z * r))
            for x, z, q in ((0.3, 0.2, 0.007), (-0.25, 0.35, 0.0055), (0.1, -0.4, 0.0065), (-0.4, -0.2, 0.005))
        ],
    )
    marks = []
    for k in range(6):
        w = 0.85 if k % 2 == 0 else 0.5
        ring = band(outer, high * (0.18 + 0.12 * k), 0.0042) ^ s.box(r * w, 1, 1).translate(
            (r * (w - 0.85) / 2, 0, 0.5)
        )
        marks.append(ring)
    a.add("marks", m.WHITE, *marks)
    return a.build({"top": (0, high, 0), "inside": (0, level, 0)}).grounded()


@sculpture("stethoscope", kinds=("doctor's stethoscope",), size=(0.4, 0.75))
def stethoscope(rng: np.random.Generator) -> Sculpture:
    """Upright as it is worn: two ear pieces, a fork of tubes, and the chest piece on its hose at the right."""
    a = Assembly()
    hue = s.pick(rng, ("black", "teal", "blue", "red", "black"))
    hose = m.RUBBER.coloured(m.HUES[hue], f"{hue} hose")
    w, high = rng.uniform(0.065, 0.075), rng.uniform(0.4, 0.44)
    fork = high * 0.52
    tube = 0.0095
    left = s.curve([(-0.012, fork, 0), (-w * 0.8, fork + high * 0.12, 0), (-w * 1.05, fork + high * 0.26, 0)], 24)
    a.add("hose", hose, s.mirrored(s.tube(left, tube, 12)), s.sphere(0.016, 16).translate((0, fork, 0)))
    ear = s.curve(
        [
            (-w * 1.04, fork + high * 0.24, 0),
            (-w * 1.02, fork + high * 0.36, 0),
            (-w * 0.82, fork + high * 0.45, 0),
            (-w * 0.42, fork + high * 0.48, 0),
        ],
        24,
    )
    a.add("ear tubes", CHROME, s.mirrored(s.tube(ear, 0.0075, 12)))
    a.add(
        "ear tips",
        m.BLACK if hue != "black" else m.WHITE.shaded(0.85, "ear tips"),
        s.mirrored(s.ellipsoid(0.0155, 0.013, 0.013).translate((-w * 0.36, fork + high * 0.482, 0))),
    )
    x = w * 0.85
    low = s.curve(
        [
            (0, fork, 0),
            (-0.004, fork * 0.66, 0),
            (-w * 0.35, fork * 0.34, 0),
            (-w * 0.25, 0.02, 0),
            (w * 0.35, 0.018, 0),
            (x * 1.02, fork * 0.2, 0),
            (x, fork * 0.42, 0),
        ],
        60,
    )
    a.add("hose", hose, s.tube(low, tube, 12))
    y = fork * 0.42 + 0.04
    r = rng.uniform(0.034, 0.038)
    disc = (
        s.revolve([(0, -0.012), (r * 0.75, -0.012), (r, -0.004), (r, 0.006), (r * 0.9, 0.01), (0, 0.01)], 44)
        .rotate((90, 0, 0))
        .translate((x, y + r * 0.35, 0.004))
    )
    a.add("chest piece", CHROME, disc, s.rod((x, y - 0.05, 0), (x, y + 0.0, 0), 0.0105))
    a.add(
        "membrane",
        m.WHITE.shaded(0.94, "membrane"),
        s.rod((x, y + r * 0.35, 0.01), (x, y + r * 0.35, 0.0165), r * 0.82, segments=40),
    )
    a.add(
        "ring",
        hose if hue != "black" else m.DARK_STEEL,
        s.torus(r * 0.9, 0.0035, 44, 8).rotate((90, 0, 0)).translate((x, y + r * 0.35, 0.0145)),
    )
    return a.build({"top": (0, fork + high * 0.49, 0)}).grounded()


@sculpture(
    "dna",
    synonyms=("dna helix", "double helix", "dna strand", "dna molecule"),
    kinds=("deoxyribonucleic acid", "dna model"),
    plural="dna",
    size=(0.25, 0.6),
    tint=False,
)
def dna(rng: np.random.Generator) -> Sculpture:
    """A model of the double helix, upright: two ribbons and rungs of two colours each."""
    a = Assembly()
    high = rng.uniform(0.34, 0.4)
    r = high * rng.uniform(0.145, 0.165)
    turns = rng.uniform(1.45, 1.7)
    first, second = s.pick(
        rng,
        (
            (m.BLUE, m.RED),
            (m.BLUE, m.YELLOW),
            (m.PLASTIC.coloured("#7a3fb0", "purple"), m.PLASTIC.coloured("#2aa7a0", "teal")),
        ),
    )
    count = 90
    angle = np.linspace(0, turns * 2 * np.pi, count)
    y = np.linspace(0, high, count)
    thick = high * 0.03
    for k, material in enumerate((first, second)):
        t = angle + (np.pi * 0.92 if k else 0.0)
        path = np.stack([r * np.sin(t), y, r * np.cos(t)], 1)
        a.add(
            f"strand {k}",
            material,
            s.tube(path, thick, 12),
            s.sphere(thick, 14).translate(tuple(path[0])),
            s.sphere(thick, 14).translate(tuple(path[-1])),
            smooth=60,
        )
    colours = [
        m.PAINT.coloured(c, n)
        for c, n in (("#e05a4a", "adenine"), ("#f0c040", "thymine"), ("#4aa860", "guanine"), ("#e8e4da", "cytosine"))
    ]
    pairs = ((0, 1), (1, 0), (2, 3), (3, 2))
    rungs = 13
    for k in range(rungs):
        t = angle[-1] * (k + 0.5) / rungs
        v = high * (k + 0.5) / rungs
        p = np.array((r * np.sin(t), v, r * np.cos(t)))
        q = np.array((r * np.sin(t + np.pi * 0.92), v, r * np.cos(t + np.pi * 0.92)))
        one, two = pairs[int(rng.integers(0, 4))]
        middle = (p + q) / 2
        a.add(f"base {one}", colours[one], s.rod(p, middle, thick * 0.55, segments=12))
        a.add(f"base {two}", colours[two], s.rod(middle, q, thick * 0.55, segments=12))
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "atom",
    synonyms=("atom model", "atomic model"),
    kinds=("atom symbol", "bohr model", "molecule"),
    size=(0.25, 0.55),
    tint=False,
)
def atom(rng: np.random.Generator) -> Sculpture:
    """A cluster of protons and neutrons within three crossed orbits, an electron on each."""
    a = Assembly()
    r = rng.uniform(0.14, 0.165)
    ball = r * rng.uniform(0.115, 0.13)
    points = [(0.0, 0.0, 0.0)]
    for k in range(12):
        t, z = k * 2.39996, 1 - 2 * (k + 0.5) / 12
        q = np.sqrt(1 - z * z)
        points.append((q * np.cos(t), z, q * np.sin(t)))
    spread = ball * 1.45
    balls = [s.sphere(ball, 18).translate(tuple(np.array(p) * spread)) for p in points]
    a.add("protons", m.RED, s.union(balls[0::2]), smooth=60)
    a.add("neutrons", m.BLUE if s.chance(rng, 0.6) else m.YELLOW, s.union(balls[1::2]), smooth=60)
    ring = m.STEEL.shaded(0.95, "orbit") if s.chance(rng, 0.5) else m.PLASTIC.coloured("#3a8fd0", "orbit")
    wire = r * 0.03
    flat = rng.uniform(0.38, 0.46)
    angle = np.arange(72) * 2 * np.pi / 72
    oval = np.stack([r * np.cos(angle), flat * r * np.sin(angle), 0 * angle], 1)
    for k in range(3):
        place = lambda solid: solid.rotate((0, (24, -24, 0)[k], 0)).rotate((0, 0, 90 + 60 * k))  # noqa: B023, E731
        a.add("orbits", ring, place(s.tube(oval, wire, 10, closed=True)), smooth=60)
        t = (0.7, 2.6, 4.6)[k] + rng.uniform(-0.2, 0.2)
        a.add(
            "electrons",
            m.YELLOW.coloured("#f2c32c", "electron"),
            place(s.sphere(r * 0.085, 20).translate((r * np.cos(t), flat * r * np.sin(t), 0))),
            smooth=60,
        )
    made = a.build().grounded()
    return replace(made, anchors={"top": (0, float(made.bounds[1][1]), 0)})


@sculpture(
    "binoculars",
    synonyms=("pair of binoculars", "field glasses"),
    kinds=("opera glasses", "field binoculars"),
    plural="binoculars",
    size=(0.17, 0.34),
    tint=False,
)
def binoculars(rng: np.random.Generator) -> Sculpture:
    """Two barrels with wide lenses to the front, prisms, eye cups behind and a wheel between."""
    a = Assembly()
    r, long = rng.uniform(0.028, 0.032), rng.uniform(0.13, 0.15)
    gap = r * rng.uniform(1.25, 1.35)
    coat = s.pick(rng, (m.RUBBER.coloured("#3b4a38", "green rubber"), m.RUBBER, m.RUBBER, m.DARK_LEATHER))
    trim = s.pick(rng, (m.DARK_STEEL, m.BRASS)) if coat.name != "dark leather" else m.BRASS
    y = r
    for x in (-1, 1):
        place = lambda solid: solid.rotate((90, 0, 0)).translate((x * gap, y, 0))  # noqa: B023, E731
        front = s.revolve(
            [
                (0, 0),
                (r * 0.72, 0),
                (r * 0.78, long * 0.18),
                (r * 0.97, long * 0.32),
                (r * 0.97, long * 0.52),
                (0, long * 0.52),
            ],
            40,
        )
        a.add("barrels", coat, place(front), smooth=30)
        a.add(
            "lens rims",
            trim,
            place(s.lathe([(r * 0.7, 0), (r, 0), (r, 0.014)], r * 0.14, 40).translate((0, long * 0.5, 0))),
            place(s.cylinder(0.008, r * 0.84, segments=36).translate((0, -0.004, 0))),
        )
        a.add(
            "lenses",
            Material("lens", m.srgb("#4a7fc0"), 0.05),
            place(s.cylinder(0.006, r * 0.88, segments=36).translate((0, long * 0.5, 0))),
        )
        a.add(
            "prisms",
            coat.shaded(1.1, "prisms"),
            s.rounded_box(r * 1.75, r * 1.85, long * 0.26, r * 0.4).translate(
                (x * gap * 0.86, y - r * 0.92, -long * 0.13)
            ),
            smooth=45,
        )
        eye = (
            s.revolve(
                [
                    (0, 0),
                    (r * 0.5, 0),
                    (r * 0.5, long * 0.14),
                    (r * 0.66, long * 0.16),
                    (r * 0.7, long * 0.27),
                    (0, long * 0.27),
                ],
                36,
            )
            .rotate((-90, 0, 0))
            .translate((x * gap * 0.78, y, -long * 0.2))
        )
        a.add("eye cups", m.RUBBER.shaded(0.75, "eye cups"), eye)
        a.add(
            "eye lenses",
            Material("eye lens", m.srgb("#8fb4d8"), 0.05),
            s.rod((x * gap * 0.78, y, -long * 0.45), (x * gap * 0.78, y, -long * 0.474), r * 0.42, segments=28),
        )
    a.add(
        "bridge",
        m.DARK_STEEL.shaded(0.8),
        s.box(gap * 1.3, r * 0.42, 0.022, 0.003).translate((0, y + r * 0.25, long * 0.16)),
        s.box(gap * 1.3, r * 0.42, 0.022, 0.003).translate((0, y + r * 0.25, -long * 0.16)),
        s.rod((0, y + r * 0.45, -long * 0.24), (0, y + r * 0.45, long * 0.22), r * 0.2),
    )
    a.add("wheel", trim, s.rod((0, y + r * 0.45, -long * 0.12), (0, y + r * 0.45, 0.0), r * 0.38, segments=24))
    return a.build({"top": (0, 2 * r, 0)}).grounded()


@sculpture(
    "tripod", synonyms=("camera tripod",), kinds=("photography tripod", "camera stand"), size=(1.1, 2.0), tint=False
)
def tripod(rng: np.random.Generator) -> Sculpture:
    """Three sectioned legs with clamps, braces, a middle column and a head with a plate and a handle."""
    a = Assembly()
    high, spread = rng.uniform(1.0, 1.15), rng.uniform(0.38, 0.44)
    black = m.BLACK.shaded(1.2, "black")
    metal = s.pick(rng, (CHROME, m.DARK_STEEL))
    hub = high * 0.82
    for k in range(3):
        t = np.radians(180 + 120 * k)
        foot = np.array((spread * np.sin(t), 0.02, spread * np.cos(t)))
        top = np.array((0.045 * np.sin(t), hub, 0.045 * np.cos(t)))
        low, mid = foot + (top - foot) * 0.3, foot + (top - foot) * 0.62
        a.add("upper legs", black, s.rod(mid, top, 0.027))
        a.add("middle legs", metal, s.rod(low, mid, 0.0225))
        a.add("lower legs", black, s.rod(foot, low, 0.0185))
        along = (top - foot) / np.linalg.norm(top - foot)
        a.add(
            "clamps",
            black.shaded(1.8, "clamps"),
            *[s.rod(p - along * 0.022, p + along * 0.022, 0.032) for p in (low, mid)],
        )
        a.add("feet", m.RUBBER, s.sphere(0.028, 16).translate((foot[0], 0.026, foot[2])))
        brace = foot + (top - foot) * 0.5
        a.add("braces", metal, s.rod(brace, (0, hub * 0.56, 0), 0.0125))
    a.add("column", metal, s.rod((0, hub * 0.5, 0), (0, high * 0.93, 0), 0.0225))
    a.add(
        "collar",
        black,
        s.cylinder(0.09, 0.06, segments=32, bevel=0.012).translate((0, hub - 0.045, 0)),
        s.sphere(0.034, 16).translate((0, hub * 0.53, 0)),
    )
    a.add(
        "head",
        black,
        s.rounded_box(0.075, 0.09, 0.075, 0.016).translate((0, high * 0.92, 0)),
        s.rod((-0.055, high * 0.965, 0), (0.055, high * 0.965, 0), 0.028),
    )
    a.add("plate", metal.shaded(0.8, "plate"), s.box(0.11, 0.022, 0.13, 0.004).translate((0, high - 0.022, 0)))
    a.add(
        "handle",
        black,
        s.capsule((0, high * 0.965, -0.03), (0.05, high * 0.86, -0.33), 0.0135),
        s.capsule((0.032, high * 0.9, -0.22), (0.05, high * 0.86, -0.33), 0.021),
    )
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture("sundial", synonyms=("sun dial",), kinds=("garden sundial",), size=(0.9, 1.6), tint=False)
def sundial(rng: np.random.Generator) -> Sculpture:
    """A round dial with hour lines and a slanting gnomon on a stone pedestal."""
    a = Assembly()
    stone = s.pick(rng, (m.LIMESTONE, m.STONE, m.SANDSTONE)).varied(rng, 0.05)
    high, r = rng.uniform(0.72, 0.85), rng.uniform(0.28, 0.32)
    shape = s.profile(
        [
            (0, 0.09),
            (r * 0.62, 0.09),
            (r * 0.58, 0.13),
            (r * 0.4, 0.17),
            (r * 0.34, high * 0.45),
            (r * 0.4, high * 0.78),
            (r * 0.62, high * 0.9),
            (r * 0.66, high * 0.94),
            (0, high * 0.94),
        ],
        40,
    )
    if s.chance(rng, 0.5):
        a.add("pedestal", stone, s.revolve(shape, 44), smooth=40)
    else:
        a.add("pedestal", stone, s.revolve(shape, 8).rotate((0, 22.5, 0)), smooth=20)
    a.add(
        "base",
        stone.shaded(0.92, "base"),
        s.box(r * 1.6, 0.05, r * 1.6, 0.008),
        s.box(r * 1.35, 0.05, r * 1.35, 0.008).translate((0, 0.045, 0)),
    )
    a.add(
        "slab", stone.shaded(1.05, "slab"), s.cylinder(0.06, r, segments=56, bevel=0.012).translate((0, high - 0.06, 0))
    )
    metal = s.pick(rng, (m.BRONZE, m.BRASS, m.COPPER.coloured("#5f9a82", "verdigris")))
    a.add("dial", metal, s.cylinder(0.018, r * 0.88, segments=56).translate((0, high - 0.004, 0)))
    dark = m.BLACK.coloured("#3a2d20", "lines")
    top = high + 0.0125
    a.add(
        "ring",
        dark,
        s.torus(r * 0.8, 0.008, 56, 8).translate((0, top, 0)),
        s.torus(r * 0.56, 0.006, 48, 8).translate((0, top, 0)),
    )
    lines = []
    for hour in range(-6, 7):
        t = np.radians(hour * 15)
        direction = np.array((np.sin(t), 0, np.cos(t)))
        p, q = direction * r * 0.58, direction * r * 0.78
        lines.append(s.beam((p[0], top, p[2]), (q[0], top, q[2]), 0.017, 0.012))
    a.add("hours", dark, *lines)
    slope = s.extrude([(-r * 0.5, 0), (r * 0.5, 0), (-r * 0.5, r * rng.uniform(0.75, 0.9))], 0.026, 0.003).rotate(
        (0, -90, 0)
    )
    a.add("gnomon", metal.shaded(0.85, "gnomon"), slope.translate((0, high + 0.008, -r * 0.07)))
    return a.build({"top": (0, high + 0.02, 0)}).grounded()


@sculpture("sextant", kinds=("marine sextant", "octant", "nautical sextant"), size=(0.28, 0.5), tint=False)
def sextant(rng: np.random.Generator) -> Sculpture:
    """An upright brass frame: a graduated arc below, the index arm with its mirror, a small telescope at the left."""
    a = Assembly()
    brass = s.pick(rng, (m.BRASS, m.BRASS, m.GOLD.shaded(0.85, "gilt brass"))).varied(rng, 0.04)
    dark = brass.shaded(0.6, "dark brass")
    r, t = rng.uniform(0.21, 0.23), 0.014
    high = r + 0.03
    half = 33.0
    polar = lambda q, deg: (q * np.sin(np.radians(deg)), high - q * np.cos(np.radians(deg)))  # noqa: E731
    arc = [polar(r, d) for d in np.linspace(-half, half, 28)] + [
        polar(r - 0.034, d) for d in np.linspace(half, -half, 28)
    ]
    a.add("arc", brass, s.extrude(np.array(arc), t, 0.0015))
    scale = [polar(r - 0.006, d) for d in np.linspace(-half + 1, half - 1, 24)] + [
        polar(r - 0.02, d) for d in np.linspace(half - 1, -half + 1, 24)
    ]
    a.add("scale", m.IVORY, s.extrude(np.array(scale), t + 0.004))
    ticks = []
    for d in np.linspace(-half + 3, half - 3, 13):
        p, q = polar(r - 0.006, d), polar(r - 0.019, d)
        ticks.append(s.beam((*p, 0), (*q, 0), 0.0036, t + 0.0062, up=(0, 0, 1)))
    a.add("ticks", m.BLACK, *ticks)
    for d in (-half + 2, half - 2):
        p, q = polar(0.0, d), polar(r - 0.02, d)
        a.add("frame", brass, s.beam((*p, 0), (*q, 0), 0.019, t, up=(0, 0, 1)))
    p, q = polar(r * 0.52, -half + 2), polar(r * 0.52, half - 2)
    a.add("frame", brass, s.beam((*p, 0), (*q, 0), 0.016, t * 0.9, up=(0, 0, 1)))
    a.add(
        "frame",
        brass,
        s.extrude(
            s.circle(0.034, 28, centre=(0, high - r * 0.52)),
            t * 0.9,
            0.0,
            [s.circle(0.02, 24, centre=(0, high - r * 0.52))],
        ),
    )
    aim = rng.uniform(-16, 12)
    tip = polar(r + 0.018, aim)
    a.add(
        "index arm",
        dark,
        s.beam((0, high, 0.014), (*tip, 0.014), 0.022, 0.011, up=(0, 0, 1)),
        s.rod((0, high, -0.014), (0, high, 0.026), 0.024, segments=28),
    )
    a.add(
        "vernier",
        dark,
        s.box(0.05, 0.03, 0.012, 0.002)
        .rotate((0, 0, aim))
        .translate((polar(r - 0.004, aim)[0], polar(r - 0.004, aim)[1] - 0.015, 0.016)),
    )
    a.add("screw", m.BLACK, s.rod((*tip, 0.008), (*tip, 0.034), 0.0125, segments=20))
    mirror = s.box(0.044, 0.05, 0.007, 0.001).rotate((0, 40, 0)).translate((0, high - 0.01, 0.042))
    a.add("mirror frame", dark, s.box(0.05, 0.012, 0.03).rotate((0, 40, 0)).translate((0, high - 0.012, 0.036)))
    a.add("mirror", m.SILVER.coloured("#bcd6e6", "mirror"), mirror)
    y = high - r * 0.4
    a.add(
        "telescope",
        brass,
        s.revolve(
            [
                (0, 0),
                (0.0125, 0),
                (0.0125, 0.05),
                (0.0155, 0.055),
                (0.0155, 0.1),
                (0.0195, 0.105),
                (0.0195, 0.125),
                (0, 0.125),
            ],
            32,
        )
        .rotate((0, 0, 90))
        .translate((0.155, y, 0.036)),
        s.box(0.026, 0.03, 0.03).translate((r * 0.36, y - 0.015, 0.014)),
    )
    a.add("eyepiece", m.BLACK, s.rod((0.15, y, 0.036), (0.17, y, 0.036), 0.0155))
    a.add(
        "horizon glass",
        Material("horizon glass", m.srgb("#7fb0d8"), 0.05, transmission=0.2),
        s.extrude(s.circle(0.024, 28), 0.008).rotate((0, 68, 0)).translate((-r * 0.34, y, 0.034)),
    )
    a.add(
        "shades",
        m.PLASTIC.coloured("#b8432c", "shade"),
        s.extrude(s.circle(0.0185, 24), 0.007).rotate((0, 60, 0)).translate((-r * 0.2, high - r * 0.1, 0.034)),
    )
    a.add(
        "shades",
        m.PLASTIC.coloured("#b8432c", "shade"),
        s.box(0.012, 0.05, 0.016).translate((-r * 0.17, high - r * 0.28, 0.016)),
    )
    a.add("grip", m.WALNUT, s.capsule((-0.01, high - r * 0.72, -0.048), (0.03, high - r * 0.28, -0.048), 0.0165))
    a.add(
        "grip posts",
        dark,
        s.rod((-0.008, high - r * 0.68, -0.048), (-0.008, high - r * 0.68, 0), 0.008),
        s.rod((0.028, high - r * 0.31, -0.048), (0.028, high - r * 0.31, 0), 0.008),
    )
    return a.build({"top": (0, high + 0.02, 0)}).grounded()


@sculpture(
    "weather vane",
    synonyms=("weathervane", "weathercock", "wind vane"),
    kinds=("rooster weather vane",),
    size=(0.9, 1.8),
    tint=False,
)
def weather_vane(rng: np.random.Generator) -> Sculpture:
    """A cock of sheet metal on an arrow over the four points of the compass, on a pole with a ball."""
    a = Assembly()
    iron = s.pick(
        rng,
        (
            m.IRON.shaded(0.65, "wrought iron"),
            m.COPPER.coloured("#5f9a82", "verdigris"),
            m.IRON.shaded(0.65, "wrought iron"),
        ),
    ).varied(rng, 0.05)
    gold = s.pick(rng, (m.GOLD, m.COPPER, iron))
    high = rng.uniform(0.62, 0.72)
    a.add("pole", iron, s.rod((0, 0, 0), (0, high + 0.12, 0), 0.0165), s.cylinder(0.03, 0.11, 0.07, 32, 0.008))
    cross = high * 0.55
    arm = rng.uniform(0.24, 0.27)
    a.add(
        "arms", iron, s.rod((-arm, cross, 0), (arm, cross, 0), 0.0125), s.rod((0, cross, -arm), (0, cross, arm), 0.0125)
    )
    h = 0.085
    bar = 0.02
    letters = {
        "N": [
            s.box(bar, h, bar).translate((-h * 0.33, 0, 0)),
            s.box(bar, h, bar).translate((h * 0.33, 0, 0)),
            s.beam((-h * 0.33, h, 0), (h * 0.33, 0, 0), bar, bar, up=(0, 0, 1)),
        ],
        "E": [
            s.box(bar, h, bar).translate((-h * 0.27, 0, 0)),
            *[s.box(h * 0.6, bar, bar).translate((0.004, y, 0)) for y in (0, h / 2 - bar / 2, h - bar)],
        ],
        "S": [
            *[s.box(h * 0.62, bar, bar).translate((0, y, 0)) for y in (0, h / 2 - bar / 2, h - bar)],
            s.box(bar, h * 0.5, bar).translate((-h * 0.25, h * 0.48, 0)),
            s.box(bar, h * 0.5, bar).translate((h * 0.25, 0.0, 0)),
        ],
        "W": [
            s.beam((-h * 0.45, h, 0), (-h * 0.2, 0, 0), bar, bar, up=(0, 0, 1)),
            s.beam((-h * 0.2, 0, 0), (0, h * 0.7, 0), bar, bar, up=(0, 0, 1)),
            s.beam((0, h * 0.7, 0), (h * 0.2, 0, 0), bar, bar, up=(0, 0, 1)),
            s.beam((h * 0.2, 0, 0), (h * 0.45, h, 0), bar, bar, up=(0, 0, 1)),
        ],
    }
    for letter, (x, z) in {"W": (-1, 0), "E": (1, 0), "N": (0, -1), "S": (0, 1)}.items():
        a.add("letters", gold, s.union(letters[letter]).translate((x * (arm + 0.035), cross - h / 2, z * (arm + 0.02))))
    a.add("ball", gold, s.sphere(0.04, 24).translate((0, high * 0.75, 0)), s.sphere(0.026, 20).translate((0, cross, 0)))
    y = high
    long = rng.uniform(0.27, 0.3)
    a.add(
        "arrow",
        gold,
        s.rod((-long, y, 0), (long, y, 0), 0.0125),
        s.extrude([(-long - 0.08, y), (-long + 0.02, y + 0.055), (-long + 0.02, y - 0.055)], 0.022, 0.003),
        s.extrude(
            [
                (long - 0.04, y),
                (long - 0.0, y + 0.055),
                (long + 0.07, y + 0.055),
                (long + 0.03, y),
                (long + 0.07, y - 0.055),
                (long, y - 0.055),
            ],
            0.022,
            0.003,
        ),
    )
    k = rng.uniform(0.3, 0.34)
    cock = (
        np.array(
            [
                (-0.06, 0.0),
                (0.08, 0.0),
                (0.2, 0.09),
                (0.3, 0.2),
                (0.5, 0.24),
                (0.62, 0.4),
                (0.62, 0.62),
                (0.5, 0.82),
                (0.32, 0.86),
                (0.42, 0.7),
                (0.4, 0.54),
                (0.26, 0.46),
                (0.08, 0.5),
                (-0.1, 0.6),
                (-0.2, 0.76),
                (-0.22, 0.88),
                (-0.34, 0.92),
                (-0.42, 0.84),
                (-0.54, 0.79),
                (-0.42, 0.74),
                (-0.4, 0.62),
                (-0.42, 0.42),
                (-0.34, 0.22),
                (-0.16, 0.08),
            ]
        )
        * k
    )
    body = s.curve(cock, 110, closed=True)
    metal = iron if gold is not iron else m.GOLD
    a.add("cock", metal, s.extrude(body + (0, y + 0.045), 0.026, 0.004))
    comb = s.curve(
        np.array(
            [(-0.18, 0.86), (-0.16, 0.98), (-0.22, 0.97), (-0.26, 1.06), (-0.31, 0.98), (-0.38, 1.02), (-0.37, 0.9)]
        )
        * k,
        40,
        closed=True,
    )
    red = m.RED.shaded(0.9, "red")
    a.add(
        "comb",
        red,
        s.extrude(comb + (0, y + 0.045), 0.03, 0.003),
        s.ellipsoid(k * 0.05, k * 0.1, 0.014).translate((-0.42 * k, y + 0.045 + 0.64 * k, 0)),
    )
    a.add(
        "eye",
        m.BLACK,
        s.rod((-0.32 * k, y + 0.045 + 0.82 * k, -0.016), (-0.32 * k, y + 0.045 + 0.82 * k, 0.016), k * 0.028),
    )
    a.add("legs", metal, s.rod((0, y, 0), (0, y + 0.06, 0), 0.018))
    return a.build({"top": (0, y + k, 0)}).grounded()


@sculpture("metronome", kinds=("mechanical metronome",), size=(0.2, 0.34), tint=False)
def metronome(rng: np.random.Generator) -> Sculpture:
    """A wooden pyramid, its front open on a scale with a swinging rod and a sliding weight."""
    a = Assembly()
    high, w = rng.uniform(0.2, 0.225), rng.uniform(0.11, 0.122)
    wood = s.pick(rng, (m.MAHOGANY, m.WALNUT, m.OAK)).varied(rng)
    slim = 0.34
    body = s.taper(s.box(w, high, w * 0.92), slim)
    lean = np.degrees(np.arctan(w * 0.92 * (1 - slim) / 2 / high))
    a.add("body", wood, body.translate((0, 0.02, 0)))
    a.add("base", wood.shaded(0.8, "base"), s.box(w * 1.16, 0.024, w * 1.08, 0.004))
    a.add(
        "cap",
        wood.shaded(0.8, "base"),
        s.hull(
            [
                s.box(w * slim * 1.15, 0.006, w * slim * 1.06).translate((0, high + 0.018, 0)),
                s.box(w * slim * 0.4, 0.004, w * slim * 0.36).translate((0, high + 0.034, 0)),
            ]
        ),
    )
    face = np.array(
        [(-w * 0.4, high * 0.28), (w * 0.4, high * 0.28), (w * 0.17, high * 0.94), (-w * 0.17, high * 0.94)]
    )
    front = lambda solid: solid.rotate((-lean, 0, 0)).translate((0, 0.02, w * 0.46))  # noqa: E731
    a.add("recess", m.BLACK.coloured("#2c211b", "recess"), front(s.extrude(face, 0.006)))
    scale = np.array([(-w * 0.1, high * 0.32), (w * 0.1, high * 0.32), (w * 0.1, high * 0.9), (-w * 0.1, high * 0.9)])
    a.add("scale", m.IVORY, front(s.extrude(scale, 0.01)))
    a.add(
        "marks",
        m.BLACK,
        *[
            front(s.box(w * (0.15 if k % 2 else 0.1), 0.0034, 0.004).translate((0, high * (0.36 + 0.058 * k), 0.005)))
            for k in range(9)
        ],
    )
    swing = rng.uniform(10, 20) * s.pick(rng, (-1, 1))
    pivot = high * 0.3
    place = lambda solid: front(solid.rotate((0, 0, swing)).translate((0, pivot, 0.012)))  # noqa: E731
    a.add("rod", CHROME, place(s.rod((0, 0, 0), (0, high * 0.68, 0), 0.0042)))
    a.add(
        "weight",
        m.BRASS,
        place(
            s.extrude([(-0.015, 0), (0.015, 0), (0.0095, 0.026), (-0.0095, 0.026)], 0.0125, 0.002).translate(
                (0, high * rng.uniform(0.4, 0.5), 0)
            )
        ),
    )
    a.add("plate", m.BRASS, front(s.extrude(s.rectangle(w * 0.5, high * 0.085, (0, high * 0.17), 0.004), 0.006)))
    a.add(
        "key",
        m.BRASS,
        s.rod((w * 0.38, high * 0.28, 0), (w * 0.56, high * 0.28, 0), 0.0058),
        s.extrude(s.circle(0.014, 24, 0.01), 0.006)
        .rotate((0, 90, 0))
        .rotate((0, 90, 0))
        .translate((w * 0.6, high * 0.28, 0)),
    )
    a.add(
        "feet",
        wood.shaded(0.6, "feet"),
        *[s.sphere(0.0105, 16).translate((x * w * 0.48, 0.0, z * w * 0.44)) for x in (-1, 1) for z in (-1, 1)],
    )
    return a.build({"top": (0, high + 0.036, 0)}).grounded()
