"""Ducks, soap, tubes, razors and dryers of the bathroom."""

import numpy as np

from bozzetto.foundry.sculpt import fields
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Part, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.shapes import bright

CHROME = m.STEEL.coloured("#c6cace", "chrome")


@sculpture(
    "rubber duck",
    synonyms=("rubber ducky", "rubber duckie", "bath duck"),
    kinds=("toy duck", "bathtub duck"),
    size=(0.09, 0.18),
)
def rubber_duck(rng: np.random.Generator) -> Sculpture:
    """The yellow duck of bathtubs, its beak to +Z."""
    tone = s.pick(rng, ("#f6cf2b", "#f4c81f", "#f7d640"))
    rubber = Material("yellow rubber", m.srgb(tone), 0.35).varied(rng, 0.03)
    head = rng.uniform(0.36, 0.4)
    y = rng.uniform(0.98, 1.06)
    body = fields.melt(
        0.22,
        fields.ellipsoid((0, 0.38, -0.05), (0.52, 0.4, 0.62)),
        fields.ellipsoid((0, 0.55, -0.58), (0.26, 0.16, 0.26)).rotate((0, 0, 0)),
        fields.capsule((0, 0.55, -0.55), (0, 0.8, -0.8), 0.16, 0.05),
        fields.sphere((0, y, 0.28), head),
    )
    body = body.blend(fields.ellipsoid((0.47, 0.47, -0.12), (0.12, 0.2, 0.36)).both_sides(), 0.06)
    body = body.common(fields.box((0, 1.0, 0), (2, 1.0, 2)))
    parts = [Part("body", body.solid(72), rubber, 60)]
    beak = s.ellipsoid(0.2, 0.07, 0.22).translate((0, y - 0.03, 0.28 + head * 0.95)) + s.ellipsoid(
        0.17, 0.055, 0.16
    ).translate((0, y - 0.13, 0.28 + head * 0.93))
    parts.append(Part("beak", beak, Material("beak", m.srgb("#e8721c"), 0.4), 60))
    at = np.array((0.42, 0.26, 0.87))
    at = at / np.linalg.norm(at) * head * 0.97 + (0, y, 0.28)
    eyes = s.mirrored(s.sphere(0.088, 20).translate(tuple(at)))
    glints = s.mirrored(s.sphere(0.034, 12).translate(tuple(at + (0.02, 0.045, 0.062))))
    parts += [Part("eyes", eyes, m.EYE_BLACK, 60), Part("glints", glints, m.WHITE, 60)]
    return finished(
        parts,
        rng.uniform(0.052, 0.062),
        {"head": (0, y + head, 0.28), "top": (0, y + head, 0.28), "back": (0, 0.75, -0.3)},
    )


@sculpture(
    "soap",
    synonyms=("bar of soap", "soap bar"),
    kinds=("cake of soap", "toilet soap", "hand soap"),
    plural="soaps",
    size=(0.08, 0.18),
)
def soap(rng: np.random.Generator) -> Sculpture:
    """A bar with a pressed oval and bubbles of foam, on a dish in a part of the cases."""
    a = Assembly()
    w, high, d = rng.uniform(0.085, 0.098), rng.uniform(0.03, 0.036), rng.uniform(0.056, 0.064)
    tone = s.pick(rng, ("#f0a9bb", "#8fcf9a", "#8cc3e6", "#f3ead0", "#f1d98a"))
    bar = m.WAX.coloured(tone, "soap").varied(rng, 0.04)
    base = 0.0
    if s.chance(rng, 0.4):
        dish = s.rounded_box(w * 1.3, 0.02, d * 1.35, 0.0095)
        a.add(
            "dish",
            m.PORCELAIN if tone != "#f3ead0" else m.CERAMIC.coloured("#4f9aa8", "dish"),
            dish - s.rounded_box(w * 1.14, 0.02, d * 1.16, 0.008).translate((0, 0.009, 0)),
        )
        base = 0.008
    cake = s.rounded_box(w, high, d, high * 0.42, 24) - s.ellipsoid(w * 0.36, 0.004, d * 0.32, 40).translate(
        (0, high, 0)
    )
    a.add("bar", bar, cake.translate((0, base, 0)), smooth=50)
    mark = s.extrude(s.circle(w * 0.3, 40, d * 0.24), 0.004, holes=[s.circle(w * 0.22, 40, d * 0.165)]).rotate(
        (-90, 0, 0)
    )
    a.add("mark", bar.shaded(0.8, "mark"), mark.translate((0, base + high - 0.003, 0)))
    foam = Material("foam", m.srgb("#f7fbfd"), 0.2)
    bubbles = []
    for x, z, count in ((-0.42, 0.3, 7), (0.45, 0.38, 6), (0.3, -0.42, 5)):
        for _ in range(count):
            q = rng.uniform(0.006, 0.0125)
            bubbles.append(
                s.sphere(q, 14).translate(
                    (
                        x * w + rng.normal(0, 0.009),
                        base + high * rng.uniform(0.0, 0.95) + q * 0.4,
                        z * d + rng.normal(0, 0.007),
                    )
                )
            )
    a.add("foam", foam, s.union(bubbles).trim_by_plane((0, 1, 0), 0), smooth=60)
    return a.build({"top": (0, base + high, 0)}).grounded()


@sculpture(
    "toothpaste",
    synonyms=("tube of toothpaste", "toothpaste tube"),
    kinds=("dental cream", "tooth paste"),
    size=(0.14, 0.26),
)
def toothpaste(rng: np.random.Generator) -> Sculpture:
    """A tube on its cap, its crimped end up, with stripes and a sparkle."""
    a = Assembly()
    r, high = rng.uniform(0.023, 0.026), rng.uniform(0.12, 0.14)
    cap = rng.uniform(0.024, 0.03)
    angle = np.arange(40) * 2 * np.pi / 40
    rings = []
    for y, x, z in (
        (0, r, r),
        (0.004, r * 1.02, r * 1.02),
        (high * 0.4, r * 1.12, r * 0.85),
        (high * 0.75, r * 1.3, r * 0.48),
        (high * 0.93, r * 1.4, 0.0042),
        (high, r * 1.4, 0.0036),
    ):
        rings.append(np.stack([x * np.cos(angle), np.full(40, y + cap), z * np.sin(angle)], 1))
    tube = s.loft(np.array(rings))
    hue = s.pick(rng, ("blue", "red", "green", "teal"))
    ink = m.PLASTIC.coloured(m.HUES[hue], hue)
    a.add("tube", m.WHITE, tube, smooth=40)
    shell = s.warp(tube, lambda p: p * (1.012, 1, 1.04))
    second = m.RED if hue != "red" else m.BLUE
    a.add("band", ink, shell ^ s.box(1, high * 0.24, 1).translate((0, cap + high * 0.08, 0)))
    a.add("stripe", second, shell ^ s.box(1, high * 0.08, 1).translate((0, cap + high * 0.37, 0)))
    word = s.extrude(s.rectangle(r * 1.55, high * 0.13, radius=0.004), 1).translate((0, cap + high * 0.6, 0.5))
    a.add("name", ink, shell ^ word)
    a.add(
        "crimp",
        ink.shaded(0.9, "crimp"),
        s.box(r * 2.83, high * 0.1, 0.0095, 0.002).translate((0, cap + high * 0.92, 0)),
    )
    ridges = s.around(s.box(0.0022, cap, 0.003).translate((0, 0, r * 0.8)), 24)
    a.add(
        "cap",
        ink if s.chance(rng, 0.5) else m.WHITE.shaded(0.92, "cap"),
        s.cylinder(cap + 0.002, r * 0.82, r * 0.76, 36, 0.003) + ridges,
    )
    return a.build({"top": (0, cap + high, 0), "hand": (0, cap + high * 0.5, 0)}).grounded()


@sculpture("razor", synonyms=("shaving razor",), kinds=("safety razor", "disposable razor", "shaver"), size=(0.12, 0.2))
def razor(rng: np.random.Generator) -> Sculpture:
    """A T of a head and a grip, which it stands on: of plastic with blades, or of chrome."""
    a = Assembly()
    high = rng.uniform(0.115, 0.13)
    wide = rng.uniform(0.046, 0.052)
    if s.chance(rng, 0.6):
        coat = bright(rng, ("blue", "orange", "teal", "red"))
        path = s.curve(
            [(0, 0, 0), (0, high * 0.3, 0.004), (0, high * 0.7, 0.0), (0, high * 0.92, -0.006), (0, high, 0.0)], 28
        )
        shape = np.stack(
            [
                s.interpolate((0.0068, 0.0085, 0.0065, 0.0055, 0.005), 28),
                s.interpolate((0.008, 0.0105, 0.008, 0.008, 0.0095), 28),
            ],
            1,
        )
        a.add("handle", coat, s.tube(path, shape, 18, up=(0, 0, 1)), smooth=50)
        a.add(
            "grip",
            m.RUBBER,
            *[
                s.ellipsoid(0.0072, 0.0026, 0.004).translate((0, high * q, 0.0105))
                for q in (0.2, 0.28, 0.36, 0.44, 0.52)
            ],
        )
        tilt = lambda solid: solid.rotate((-28, 0, 0)).translate((0, high + 0.002, 0.004))  # noqa: E731
        a.add(
            "head",
            m.BLACK.shaded(1.6, "head"),
            tilt(s.rounded_box(wide, 0.03, 0.011, 0.0045).translate((0, -0.006, 0))),
        )
        a.add(
            "strip",
            Material("lubricating strip", m.srgb("#7fd0c2"), 0.3),
            tilt(s.box(wide * 0.86, 0.0055, 0.003).translate((0, 0.0165, 0.0052))),
        )
        a.add(
            "blades",
            CHROME,
            *[tilt(s.box(wide * 0.86, 0.0022, 0.004).translate((0, y, 0.005))) for y in (0.0, 0.0045, 0.009)],
        )
        return a.build({"top": (0, high + 0.025, 0), "hand": (0, high * 0.4, 0)}).grounded()
    grip = s.pick(rng, (CHROME, m.EBONY, m.IVORY))
    shape = s.profile(
        [
            (0, 0),
            (0.0075, 0.001),
            (0.0088, 0.008),
            (0.0072, 0.016),
            (0.0082, high * 0.5),
            (0.0072, high * 0.76),
            (0.0088, high * 0.8),
            (0.0055, high * 0.86),
            (0.0055, high),
            (0, high),
        ],
        50,
    )
    a.add("handle", grip, s.revolve(shape, 28), smooth=50)
    a.add(
        "collars",
        CHROME.shaded(0.85),
        s.cylinder(0.005, 0.0095).translate((0, high * 0.78, 0)),
        s.cylinder(0.005, 0.009).translate((0, 0.0, 0)),
    )
    head = s.extrude(s.curve([(-0.013, 0), (0, 0.0075), (0.013, 0), (0, -0.002)], 30, closed=True), wide, 0.002).rotate(
        (0, 90, 0)
    )
    a.add("head", CHROME, head.translate((0, high + 0.004, 0)))
    a.add("comb", CHROME.shaded(0.75), s.box(wide * 0.98, 0.0042, 0.022, 0.001).translate((0, high - 0.003, 0)))
    a.add("blade", m.WHITE, s.box(wide * 1.06, 0.0024, 0.027).translate((0, high + 0.0012, 0)))
    return a.build({"top": (0, high + 0.01, 0), "hand": (0, high * 0.4, 0)}).grounded()


@sculpture(
    "hair dryer",
    synonyms=("hair drier", "hairdryer", "hairdrier", "blow dryer", "blow drier"),
    kinds=("hand blower",),
    size=(0.26, 0.42),
)
def hair_dryer(rng: np.random.Generator) -> Sculpture:
    """A barrel whose nozzle points to -X, on an upright grip."""
    a = Assembly()
    r, long, grip = rng.uniform(0.04, 0.046), rng.uniform(0.16, 0.19), rng.uniform(0.115, 0.13)
    coat = bright(rng, ("pink", "red", "purple", "teal", "black"))
    y = grip + r * 0.7
    shape = s.profile(
        [
            (0, 0),
            (r * 0.72, 0),
            (r * 0.98, r * 0.25),
            (r, long * 0.35),
            (r * 0.86, long * 0.7),
            (r * 0.74, long),
            (0, long),
        ],
        36,
    )
    barrel = s.revolve(shape, 44).rotate((0, 0, 90)).translate((long * 0.42, y, 0))
    a.add("barrel", coat, barrel, smooth=50)
    trim = m.BLACK.shaded(1.3) if coat.name != "black" else m.PLASTIC.coloured("#c23a6a", "trim")
    nozzle = s.hull(
        [
            s.cylinder(0.01, r * 0.77, segments=36).rotate((0, 0, 90)).translate((-long * 0.55, y, 0)),
            s.box(0.008, r * 1.15, r * 0.62).translate((-long * 0.86, y - r * 0.575, 0)),
        ]
    )
    a.add("nozzle", trim, nozzle, smooth=30)
    a.add("mouth", m.BLACK, s.box(0.004, r * 0.9, r * 0.34).translate((-long * 0.885, y - r * 0.45, 0)))
    a.add(
        "grille",
        m.DARK_STEEL,
        s.cylinder(0.012, r * 0.74, segments=36).rotate((0, 0, -90)).translate((long * 0.41, y, 0)),
    )
    a.add(
        "grille bars",
        m.BLACK,
        *[
            s.box(0.005, 0.0055, r * 1.2).translate((long * 0.42 + 0.0105, y + q * r, 0))
            for q in (-0.5, -0.22, 0.06, 0.34)
        ],
    )
    path = s.curve([(0.01, y, 0), (0.018, y * 0.6, 0), (0.036, 0.0, 0)], 24)
    shape2 = np.stack(
        [s.interpolate((0.023, 0.0185, 0.02, 0.0185), 24), s.interpolate((0.019, 0.0165, 0.0175, 0.016), 24)], 1
    )
    a.add("grip", coat.shaded(0.9, "grip"), s.tube(path, shape2, 20, up=(1, 0, 0)), smooth=50)
    a.add(
        "switch",
        m.WHITE if coat.name != "white" else m.RED,
        s.rounded_box(0.012, 0.03, 0.014, 0.004).translate((-0.006, y * 0.5, 0)),
    )
    cord = s.curve(
        [(0.036, 0.012, 0), (0.042, -0.012, 0), (0.07, -0.022, 0.01), (0.11, -0.02, 0.03), (0.125, -0.02, 0.0)], 30
    )
    a.add("cord", m.BLACK, s.tube(cord, s.interpolate((0.01, 0.0062, 0.0062, 0.0062), 30), 10))
    return a.build({"top": (0, y + r, 0), "hand": (0.02, y * 0.5, 0)}).grounded()
