"""Vessels of the kitchen and of picnics."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright

CHROME = m.STEEL.coloured("#c3c7cb", "stainless steel")
CLEAR = Material("clear glass", m.srgb("#cfe6ea"), 0.06, transmission=0.55, word="glass")


@sculpture(
    "measuring cup",
    synonyms=("measuring jug",),
    kinds=("measuring beaker", "measuring pitcher"),
    size=(0.17, 0.3),
    tint=False,
)
def measuring_cup(rng: np.random.Generator) -> Sculpture:
    """A glass jug with a spout at the left, a handle at the right, red marks and some milk or juice."""
    a = Assembly()
    r, high = rng.uniform(0.048, 0.055), rng.uniform(0.11, 0.13)
    low = r * 0.82
    wall = 0.006
    body = s.lathe([(0, 0), (low * 0.9, 0), (low, 0.008), (r, high)], wall, 56)
    lip = s.hull(
        [
            s.sphere(0.006, 12).translate((-r * 1.3, high - 0.003, 0)),
            s.box(0.006, 0.03, r * 0.9).translate((-r * 0.94, high - 0.033, 0)),
        ]
    )
    a.add("glass", CLEAR, body + (lip - s.cylinder(1, low * 0.95, segments=40)), smooth=60)
    level = high * rng.uniform(0.45, 0.6)
    fill = s.pick(rng, (m.WATER, m.WHITE, m.PLASTIC.coloured("#e8a13a", "juice")))
    q = low + (r - low) * level / high - wall * 0.9
    a.add("contents", fill, s.cylinder(level - wall, low - wall * 0.8, q, 48).translate((0, wall, 0)), smooth=50)
    handle = s.curve(
        [
            (r * 0.9, high * 0.88, 0),
            (r * 1.55, high * 0.88, 0),
            (r * 1.68, high * 0.55, 0),
            (r * 1.5, high * 0.25, 0),
            (low * 0.95, high * 0.2, 0),
        ],
        28,
    )
    a.add(
        "handle",
        CLEAR.shaded(0.9, "handle"),
        s.tube(handle, np.tile((0.0065, 0.0095), (28, 1)), 14, up=(0, 1, 0)),
        smooth=60,
    )
    marks = []
    for k in range(6):
        y = high * (0.2 + 0.115 * k)
        q = low + (r - low) * y / high
        wide = 0.62 if k % 2 else 0.95
        band = s.revolve(
            [(q - wall * 0.3, y), (q + 0.0016, y), (q + 0.0016, y + 0.0048), (q - wall * 0.3, y + 0.0048)], 48
        )
        marks.append(band ^ s.box(r * wide, 1, 1).translate((r * (wide - 0.95) / 2, 0, 0.5)))
    a.add("marks", m.RED, s.group(marks))
    return a.build({"top": (0, high, 0), "inside": (0, level, 0), "hand": (r * 1.6, high * 0.55, 0)}).grounded()


@sculpture(
    "mortar and pestle",
    synonyms=("pestle and mortar",),
    kinds=("mortar", "pestle", "molcajete"),
    plural="mortars and pestles",
    size=(0.16, 0.32),
)
def mortar_and_pestle(rng: np.random.Generator) -> Sculpture:
    """A thick bowl on a foot with a pestle that leans in it."""
    a = Assembly()
    r, high = rng.uniform(0.062, 0.074), rng.uniform(0.085, 0.1)
    stone = s.pick(rng, (m.GRANITE, m.MARBLE, m.OAK, m.DARK_STONE)).varied(rng, 0.05)
    shape = s.profile(
        [
            (0, 0),
            (r * 0.78, 0),
            (r * 0.76, high * 0.1),
            (r * 0.58, high * 0.2),
            (r * 0.86, high * 0.5),
            (r, high * 0.9),
            (r, high),
        ],
        36,
    )
    bowl = s.revolve(np.concatenate([shape, [(0, high)]]), 56)
    hollow = s.ellipsoid(r * 0.8, high * 0.66, r * 0.8, 48).translate((0, high * 1.02, 0))
    a.add("mortar", stone, bowl - hollow, smooth=50)
    a.add(
        "hollow",
        stone.shaded(0.72, "hollow"),
        (
            s.ellipsoid(r * 0.815, high * 0.675, r * 0.815, 48).translate((0, high * 1.02, 0))
            - hollow.translate((0, 0.002, 0))
        )
        ^ s.cylinder(high * 0.97, r * 0.9),
    )
    reach = rng.uniform(1.75, 2.0) * r
    tool = s.profile(
        [
            (0, 0),
            (r * 0.24, r * 0.06),
            (r * 0.3, r * 0.28),
            (r * 0.17, r * 0.75),
            (r * 0.19, reach * 0.86),
            (r * 0.22, reach * 0.95),
            (0, reach),
        ],
        36,
    )
    tilt = rng.uniform(32, 40)
    pestle = s.revolve(tool, 32).rotate((0, 0, -tilt)).rotate((0, 12, 0)).translate((-r * 0.12, high * 0.46, 0))
    a.add("pestle", stone.shaded(1.12, "pestle"), pestle, smooth=60)
    top = float(s.bounds(pestle)[1][1])
    return a.build({"top": (0, max(top, high), 0), "inside": (0, high * 0.4, 0)}).grounded()


@sculpture(
    "thermos",
    synonyms=("vacuum flask", "thermos flask", "thermos bottle"),
    kinds=("insulated bottle", "vacuum bottle"),
    plural="thermoses",
    size=(0.22, 0.42),
)
def thermos(rng: np.random.Generator) -> Sculpture:
    """A tall steel flask with a cup for a lid; in half of the cases with a handle."""
    a = Assembly()
    r, high = rng.uniform(0.042, 0.048), rng.uniform(0.19, 0.22)
    coat = s.pick(
        rng, (m.PLASTIC.coloured("#2f5a43", "hammered green"), bright(rng, ("red", "blue", "teal")), m.STEEL)
    ).varied(rng, 0.05)
    shape = s.profile(
        [(0, 0), (r * 0.96, 0), (r, 0.004), (r, high * 0.84), (r * 0.8, high * 0.97), (r * 0.78, high), (0, high)], 32
    )
    a.add("body", coat, s.revolve(shape, 48), smooth=50)
    a.add(
        "bands",
        CHROME,
        s.cylinder(0.012, r * 1.03, segments=48).translate((0, -0.002, 0)),
        s.cylinder(0.01, r * 1.03, segments=48).translate((0, high * 0.8, 0)),
    )
    cup = rng.uniform(0.06, 0.072)
    a.add(
        "cup",
        CHROME.shaded(0.95) if coat.name != "steel" else m.BLACK,
        s.cylinder(cup, r * 0.9, r * 0.8, 48, 0.005).translate((0, high - 0.005, 0)),
        smooth=50,
    )
    a.add("cup rim", CHROME.shaded(0.75), s.torus(r * 0.89, 0.0032, 48, 8).translate((0, high + 0.002, 0)))
    if s.chance(rng, 0.65):
        hook = s.curve(
            [
                (r * 0.95, high * 0.78, 0),
                (r * 1.75, high * 0.76, 0),
                (r * 1.8, high * 0.5, 0),
                (r * 1.7, high * 0.3, 0),
                (r * 0.95, high * 0.27, 0),
            ],
            26,
        )
        a.add("handle", m.BLACK, s.tube(hook, np.tile((0.0065, 0.0095), (26, 1)), 12, up=(0, 1, 0)))
    return a.build({"top": (0, high + cup - 0.005, 0), "hand": (0, high * 0.5, 0)})


@sculpture(
    "lunch box",
    synonyms=("lunchbox", "lunch pail"),
    kinds=("school lunchbox", "lunch tin"),
    plural="lunch boxes",
    size=(0.24, 0.42),
)
def lunch_box(rng: np.random.Generator) -> Sculpture:
    """A tin box with a handle and two clasps, flat or with a vaulted lid; a picture on its front."""
    a = Assembly()
    w, high, d = rng.uniform(0.2, 0.23), rng.uniform(0.13, 0.15), rng.uniform(0.09, 0.105)
    coat = bright(rng, ("red", "blue", "yellow", "teal"))
    vault = not s.chance(rng, 0.7)
    trim = s.pick(rng, (m.WHITE, m.YELLOW, m.BLACK)) if coat.name != "yellow" else m.BLACK
    if vault:
        a.add("box", coat, s.box(w, high * 0.62, d, 0.006))
        lid = (
            s.extrude(s.circle(d / 2, 40), w)
            .rotate((0, 90, 0))
            .scale((1, 0.9, 1))
            .translate((0, high * 0.62, 0))
            .trim_by_plane((0, 1, 0), high * 0.62)
        )
        a.add("lid", coat.shaded(0.85, "lid"), lid)
        top, seam = high * 0.62 + d * 0.45, high * 0.62
        a.add("seam", CHROME, s.box(w * 1.01, 0.008, d * 1.02).translate((0, seam - 0.004, 0)))
    else:
        a.add("box", coat, s.extrude(s.rectangle(w, high, (0, high / 2), 0.02), d, 0.004))
        edge = s.extrude(s.rectangle(w * 1.015, high * 1.02, (0, high / 2), 0.021), d * 0.16, 0.002)
        a.add("edge", trim, edge)
        top, seam = high, high * 0.5
        panel = s.extrude(s.rectangle(w * 0.78, high * 0.68, (0, high / 2), 0.012), 0.005)
        a.add(
            "panel",
            m.WHITE.coloured("#f4ead0", "panel"),
            panel.translate((0, 0, d / 2)),
            panel.translate((0, 0, -d / 2)),
        )
        star = s.extrude(s.star(5, high * 0.27, high * 0.12), 0.005)
        a.add(
            "emblem",
            coat.shaded(0.9, "emblem"),
            *[star.translate((0, high * 0.48, e * (d / 2 + 0.002))) for e in (-1, 1)],
        )
    for x in (-1, 1):
        y = seam - 0.014 if vault else top - 0.012
        a.add("clasps", CHROME, s.box(0.018, 0.03, 0.012, 0.002).translate((x * w * 0.32, y, d / 2 if vault else 0)))
    rise = rng.uniform(0.036, 0.044)
    arch = s.curve(
        [
            (-w * 0.22, top - 0.004, 0),
            (-w * 0.2, top + rise * 0.75, 0),
            (-w * 0.12, top + rise, 0),
            (w * 0.12, top + rise, 0),
            (w * 0.2, top + rise * 0.75, 0),
            (w * 0.22, top - 0.004, 0),
        ],
        28,
    )
    a.add(
        "handle",
        trim if trim.name != "white" else m.BLACK,
        s.tube(arch, np.tile((0.0065, 0.0105), (28, 1)), 12, up=(0, 0, 1)),
    )
    return a.build({"top": (0, top + rise, 0), "hand": (0, top + rise, 0)}).grounded()


@sculpture(
    "cooler",
    synonyms=("cooler box", "ice chest", "cool box", "esky"),
    kinds=("picnic cooler", "ice box", "cooling box"),
    size=(0.5, 0.95),
)
def cooler(rng: np.random.Generator) -> Sculpture:
    """An insulated chest: a coloured body, a white lid and a swinging handle."""
    a = Assembly()
    w, high, d = rng.uniform(0.46, 0.56), rng.uniform(0.28, 0.33), rng.uniform(0.3, 0.34)
    coat = bright(rng, ("red", "blue", "blue", "teal"))
    body = s.taper(s.rounded_box(w * 0.93, high, d * 0.93, 0.03), 1.07)
    a.add("body", coat, body, smooth=45)
    a.add("lid", m.WHITE, s.rounded_box(w * 1.03, 0.07, d * 1.05, 0.026).translate((0, high - 0.008, 0)), smooth=45)
    a.add("seam", m.BLACK.shaded(1.5), s.box(w * 0.985, 0.014, d * 0.99, 0.003).translate((0, high - 0.013, 0)))
    a.add(
        "lid panel",
        m.WHITE.shaded(0.9, "panel"),
        s.box(w * 0.7, 0.012, d * 0.65, 0.004).translate((0, high + 0.055, 0)),
    )
    grip = m.WHITE.shaded(0.95, "handle")
    up = s.chance(rng, 0.6)
    y, rise = high * 0.83, rng.uniform(0.2, 0.23)
    q = w * 0.54
    arch = np.array(
        [(-q, 0, 0), (-q, rise * 0.8, 0), (-q * 0.86, rise, 0), (q * 0.86, rise, 0), (q, rise * 0.8, 0), (q, 0, 0)]
    )
    bail = s.union([s.capsule(a0, a1, 0.017, segments=14) for a0, a1 in zip(arch[:-1], arch[1:], strict=True)])
    a.add("handle", grip, bail.rotate((0 if up else 100, 0, 0)).translate((0, y, 0)))
    a.add("pivots", m.WHITE, *[s.rod((x * w * 0.47, y, 0), (x * w * 0.57, y, 0), 0.03) for x in (-1, 1)])
    a.add("latch", m.WHITE, s.box(0.07, 0.075, 0.03, 0.006).translate((0, high - 0.055, d / 2 + 0.004)))
    a.add(
        "label",
        m.WHITE,
        s.extrude(s.rectangle(w * 0.42, high * 0.24, radius=0.02), 0.012).translate((0, high * 0.42, d * 0.487)),
    )
    top = y + rise + 0.017 if up else high + 0.065
    return a.build({"top": (0, high + 0.065, 0) if not up else (0, top, 0), "seat": (0, high + 0.065, 0)}).grounded()


@sculpture(
    "wine glass",
    synonyms=("wineglass", "glass of wine"),
    kinds=("red wine glass", "white wine glass", "stemware", "snifter"),
    plural="wine glasses",
    size=(0.16, 0.3),
    tint=False,
)
def wine_glass(rng: np.random.Generator) -> Sculpture:
    """A bowl on a stem and a foot, with red, white or pink wine in it."""
    a = Assembly()
    r, high = rng.uniform(0.038, 0.044), rng.uniform(0.19, 0.21)
    low = high * rng.uniform(0.42, 0.46)
    rim = r * rng.uniform(0.74, 0.84)
    bowl = s.profile(
        [
            (0, low),
            (r * 0.5, low + (high - low) * 0.09),
            (r * 0.93, low + (high - low) * 0.3),
            (r, low + (high - low) * 0.48),
            (rim, high),
        ],
        36,
    )
    a.add("bowl", CLEAR, s.lathe(bowl, 0.004, 56), smooth=60)
    foot = s.profile(
        [
            (0, 0),
            (r * 0.92, 0),
            (r * 0.92, 0.004),
            (r * 0.35, 0.009),
            (0.0062, 0.022),
            (0.0055, low * 0.6),
            (0.0085, low + 0.004),
            (0, low + 0.008),
        ],
        40,
    )
    a.add("stem", CLEAR.shaded(0.93, "stem"), s.revolve(foot, 44), smooth=60)
    wine = Material(
        "wine", m.srgb(s.pick(rng, ("#e3cd73", "#e59a8c", "#6d1021", "#7d1226"), (0.2, 0.1, 0.45, 0.25))), 0.15
    )
    level = low + (high - low) * rng.uniform(0.42, 0.5)
    inner = [(max(q - 0.0035, 0.0), y) for q, y in bowl if low + 0.004 < y < level]
    edge = float(np.interp(level, bowl[:, 1], bowl[:, 0])) - 0.0035
    a.add("wine", wine, s.revolve([(0, low + 0.004), *inner, (edge, level), (0, level)], 48), smooth=60)
    return a.build({"top": (0, high, 0), "inside": (0, level, 0), "hand": (0, low * 0.7, 0)})
