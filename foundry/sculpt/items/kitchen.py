"""Pans, cutters and small utensils of the kitchen."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright

BRIGHT = ("red", "blue", "green", "orange", "teal")
CHROME = m.STEEL.coloured("#c3c7cb", "stainless steel")
IRONWARE = m.IRON.coloured("#303236", "cast iron")


def ear(r: float, y: float, reach: float, thick: float, wide: float) -> s.Solid:
    """A loop handle at the right of a vessel of radius r, and its image at the left."""
    path = s.curve(
        [
            (r * 0.97, y, wide),
            (r + reach, y + reach * 0.2, wide * 0.7),
            (r + reach, y + reach * 0.2, -wide * 0.7),
            (r * 0.97, y, -wide),
        ],
        20,
    )
    return s.mirrored(s.tube(path, thick, 12))


@sculpture(
    "frying pan",
    synonyms=("skillet", "frypan", "fry pan"),
    kinds=("saute pan", "crepe pan", "omelette pan"),
    size=(0.38, 0.62),
)
def frying_pan(rng: np.random.Generator) -> Sculpture:
    """A shallow pan with a long handle to +X: coated, or of cast iron in one piece."""
    a = Assembly()
    style = s.pick(rng, ("coated", "coated", "cast iron"))
    r, high = rng.uniform(0.125, 0.15), rng.uniform(0.042, 0.052)
    low = r * rng.uniform(0.76, 0.84)
    outside = IRONWARE if style == "cast iron" else s.pick(rng, (m.DARK_STEEL, CHROME, bright(rng, ("red", "blue"))))
    wall = 0.009
    a.add(
        "pan",
        outside.varied(rng, 0.05),
        s.lathe([(0, 0), (low, 0), (low + (r - low) * 0.6, high * 0.45), (r, high)], wall, 56),
        smooth=50,
    )
    coat = IRONWARE.shaded(0.85, "coating")
    lining = s.lathe([(0, wall * 0.9), (low - wall * 0.4, wall * 0.9), (r - wall * 0.55, high + 0.001)], wall * 0.6, 56)
    a.add("coating", coat, lining, smooth=50)
    reach = r * rng.uniform(1.35, 1.55)
    path = s.curve(
        [(r * 0.95, high * 0.78, 0), (r + reach * 0.35, high * 1.15, 0), (r + reach, high * rng.uniform(1.5, 1.9), 0)],
        24,
    )
    grip = m.BLACK if style == "cast iron" or s.chance(rng, 0.6) else s.pick(rng, (m.WALNUT, m.OAK))
    grip = IRONWARE if style == "cast iron" else grip
    wide = np.stack(
        [
            s.interpolate((0.008, 0.0095, 0.011, 0.0105, 0.008), 24),
            s.interpolate((0.012, 0.011, 0.016, 0.0175, 0.012), 24),
        ],
        1,
    )
    if style != "cast iron":
        a.add("bracket", m.STEEL, s.tube(path[:9], wide[:9] * 0.92, 14, up=(0, 1, 0)))
        a.add("handle", grip, s.tube(path[7:], wide[7:], 16, up=(0, 1, 0)))
    else:
        a.add(
            "handle",
            grip,
            s.tube(path, wide, 16, up=(0, 1, 0)) - s.cylinder(1, 0.007).translate((r + reach * 0.92, 0, 0)),
        )
    return a.build({"top": (0, high, 0), "inside": (0, wall * 1.6, 0), "hand": tuple(path[18])}).grounded()


@sculpture("wok", kinds=("stir fry pan", "karahi"), size=(0.4, 0.75), tint=False)
def wok(rng: np.random.Generator) -> Sculpture:
    """A deep round-bottomed pan: with a wooden handle and an ear, or with two ears."""
    a = Assembly()
    r, high = rng.uniform(0.165, 0.19), rng.uniform(0.095, 0.115)
    angle = np.linspace(8, 78, 16)
    bowl = np.stack([np.sin(np.radians(angle)), 1 - np.cos(np.radians(angle))], 1)
    bowl = bowl / bowl[-1] * (r, high)
    bowl[:, 1] -= bowl[0, 1]
    steel = s.pick(rng, (IRONWARE.shaded(1.25), m.IRON.shaded(0.8))).varied(rng, 0.06)
    a.add("bowl", steel, s.lathe(np.concatenate([[(0, 0)], bowl]), 0.009, 60), smooth=50)
    a.add("rim", steel.shaded(1.35, "rim"), s.torus(r - 0.003, 0.0075, 60, 10).translate((0, bowl[-1, 1] - 0.002, 0)))
    y = float(bowl[-1, 1])
    wood = s.pick(rng, (m.OAK, m.PINE, m.WALNUT)).varied(rng)
    if s.chance(rng, 0.7):
        reach = rng.uniform(0.17, 0.2)
        tip = np.array((r + reach, y + reach * 0.42, 0))
        root = np.array((r * 0.97, y * 0.9, 0))
        a.add("socket", steel, s.rod(root, root + (tip - root) * 0.4, 0.0105))
        a.add("handle", wood, s.capsule(root + (tip - root) * 0.36, tip, 0.0135, 0.0165))
        a.add("ear", wood, ear(r, y * 0.92, 0.032, 0.008, 0.035) ^ s.box(1, 2, 1).translate((-0.5, -1, 0)))
    else:
        a.add("ears", wood if s.chance(rng, 0.5) else steel, ear(r, y * 0.92, 0.04, 0.0095, 0.045))
    return a.build({"top": (0, y, 0), "inside": (0, 0.02, 0)}).grounded()


@sculpture("rolling pin", kinds=("pastry roller",), size=(0.36, 0.56), material="wooden")
def rolling_pin(rng: np.random.Generator) -> Sculpture:
    """A roller with a turned grip at each end, along X."""
    a = Assembly()
    r, length, grip = rng.uniform(0.03, 0.036), rng.uniform(0.23, 0.27), rng.uniform(0.085, 0.1)
    wood = s.pick(rng, (m.BIRCH, m.PINE, m.OAK)).varied(rng)
    a.add(
        "roller",
        wood,
        s.cylinder(length, r, segments=40, bevel=0.005).rotate((0, 0, -90)).translate((-length / 2, 0, 0)),
    )
    ends = wood.shaded(0.72, "grip") if s.chance(rng, 0.6) else bright(rng, ("red", "blue", "green"))
    q = r * 0.62
    shape = s.profile(
        [
            (0, 0),
            (q * 0.62, 0),
            (q * 0.62, grip * 0.12),
            (q, grip * 0.3),
            (q * 0.8, grip * 0.62),
            (q * 1.02, grip * 0.88),
            (q * 0.6, grip),
            (0, grip),
        ],
        30,
    )
    a.add(
        "grips",
        ends,
        s.mirrored(s.revolve(shape, 28).rotate((0, 0, -90)).translate((length / 2 - 0.001, 0, 0))),
        smooth=60,
    )
    return a.build({"top": (0, r, 0), "hand": (length / 2 + grip * 0.5, 0, 0)}).moved((0, r, 0))


@sculpture(
    "whisk", synonyms=("balloon whisk", "egg whisk"), kinds=("wire whisk", "egg beater"), size=(0.26, 0.38), tint=False
)
def whisk(rng: np.random.Generator) -> Sculpture:
    """A balloon of wires on a handle, which it stands on."""
    a = Assembly()
    grip, high = rng.uniform(0.11, 0.13), rng.uniform(0.16, 0.19)
    belly, wire = rng.uniform(0.042, 0.05), 0.0042
    if s.chance(rng, 0.5):
        handle = s.pick(rng, (m.OAK, m.WALNUT)).varied(rng)
    else:
        handle = s.pick(rng, (m.BLACK, bright(rng, BRIGHT), CHROME))
    shape = s.profile(
        [(0, 0), (0.011, 0.001), (0.0155, 0.012), (0.012, grip * 0.4), (0.0145, grip * 0.85), (0.012, grip), (0, grip)],
        30,
    )
    a.add("handle", handle, s.revolve(shape, 28), smooth=60)
    a.add("collar", CHROME, s.cylinder(0.022, 0.0135, 0.0105).translate((0, grip - 0.003, 0)))
    half = s.curve(
        [
            (0.006, grip),
            (belly * 0.55, grip + high * 0.35),
            (belly, grip + high * 0.72),
            (belly * 0.62, grip + high * 0.95),
            (0, grip + high),
        ],
        22,
    )
    loop = np.concatenate([half, (half * (-1, 1))[-2::-1]])
    path = np.concatenate([loop, np.zeros((len(loop), 1))], 1)
    count = 4
    a.add(
        "wires",
        CHROME,
        *[s.tube(path * (1, 1 - 0.004 * k, 1), wire, 8).rotate((0, 180 * k / count, 0)) for k in range(count)],
    )
    return a.build({"top": (0, grip + high, 0), "hand": (0, grip * 0.5, 0)})


@sculpture("spatula", synonyms=("turner", "kitchen spatula"), kinds=("fish slice", "pancake turner"), size=(0.28, 0.42))
def spatula(rng: np.random.Generator) -> Sculpture:
    """A slotted turner, or a soft scraper, its blade up."""
    a = Assembly()
    grip, neck = rng.uniform(0.12, 0.14), rng.uniform(0.08, 0.1)
    wide, long = rng.uniform(0.076, 0.09), rng.uniform(0.09, 0.105)
    y = grip + neck
    if s.chance(rng, 0.72):
        blade = s.pick(rng, (CHROME, m.BLACK, CHROME))
        outline = s.curve(
            [
                (-wide * 0.36, 0),
                (-wide * 0.5, long * 0.25),
                (-wide * 0.5, long * 0.95),
                (0, long),
                (wide * 0.5, long * 0.95),
                (wide * 0.5, long * 0.25),
                (wide * 0.36, 0),
                (0, -0.006),
            ],
            48,
            closed=True,
        )
        slots = [s.rectangle(0.0085, long * 0.58, (x * wide * 0.27, long * 0.53), 0.004) for x in (-1, 0, 1)]
        plate = s.extrude(outline, 0.008, 0.0015, slots)
        a.add("blade", blade, plate.rotate((-14, 0, 0)).translate((0, y, 0.004)))
        hand = bright(rng, BRIGHT) if s.chance(rng, 0.4) else m.BLACK
    else:
        blade = bright(rng, BRIGHT)
        outline = s.rectangle(wide * 0.72, long, (0, long / 2), 0.016)
        a.add("blade", blade, s.extrude(outline, 0.014, 0.005).translate((0, y, 0)))
        hand = s.pick(rng, (m.OAK, m.BIRCH))
    a.add("neck", CHROME if hand.name != "oak" else hand, s.rod((0, grip * 0.9, 0), (0, y + 0.012, 0), 0.0065, 0.0055))
    shape = np.stack(
        [
            s.interpolate((0.009, 0.013, 0.011, 0.0125, 0.007), 24),
            s.interpolate((0.0075, 0.01, 0.009, 0.01, 0.0065), 24),
        ],
        1,
    )
    path = np.stack([np.zeros(24), np.linspace(0, grip, 24), np.zeros(24)], 1)
    a.add("handle", hand, s.tube(path, shape, 18, up=(1, 0, 0)), smooth=50)
    return a.build({"top": (0, y + long * 0.95, 0), "hand": (0, grip * 0.5, 0)})


@sculpture("ladle", synonyms=("soup ladle",), kinds=("dipper", "soup dipper"), size=(0.26, 0.42))
def ladle(rng: np.random.Generator) -> Sculpture:
    """A round bowl that it stands on, and a long handle with a hook at the left."""
    a = Assembly()
    r, high = rng.uniform(0.042, 0.05), rng.uniform(0.25, 0.3)
    metal = s.pick(rng, (CHROME, CHROME, m.COPPER)).varied(rng, 0.04)
    angle = np.radians(np.linspace(0, 90, 14))
    cup = np.stack([r * np.sin(angle), r * 0.85 * (1 - np.cos(angle))], 1)
    a.add("bowl", metal, s.lathe(cup, 0.006, 48), smooth=60)
    top = r * 0.85
    path = s.curve(
        [(-r * 0.93, top * 0.75, 0), (-r * 1.12, top * 1.6, 0), (-r * 1.3, high * 0.6, 0), (-r * 1.36, high * 0.93, 0)],
        24,
    )
    a.add(
        "stem",
        metal,
        s.tube(
            path,
            np.stack([s.interpolate((0.0055, 0.006), 24), s.interpolate((0.009, 0.0075), 24)], 1),
            12,
            up=(1, 0, 0),
        ),
    )
    hook = s.curve(
        [
            (-r * 1.36, high * 0.9, 0),
            (-r * 1.36, high * 0.98, 0),
            (-r * 1.6, high * 1.035, 0),
            (-r * 1.82, high * 0.98, 0),
        ],
        16,
    )
    a.add("hook", metal, s.tube(hook, 0.006, 12))
    if s.chance(rng, 0.6):
        grip = s.pick(rng, (m.BLACK, m.WALNUT, bright(rng, BRIGHT)))
        keep = path[12:23]
        a.add("grip", grip, s.tube(keep, np.tile((0.0095, 0.0125), (len(keep), 1)), 14, up=(1, 0, 0)))
    return a.build({"top": (-r * 1.5, high, 0), "inside": (0, 0.01, 0), "hand": tuple(path[18])}).grounded()


@sculpture(
    "grater",
    synonyms=("cheese grater", "box grater"),
    kinds=("vegetable grater", "shredder"),
    size=(0.2, 0.34),
    tint=False,
)
def grater(rng: np.random.Generator) -> Sculpture:
    """A box of four rasping sides, narrower towards a handle on top."""
    a = Assembly()
    high, wide, deep = rng.uniform(0.19, 0.22), rng.uniform(0.1, 0.115), rng.uniform(0.075, 0.09)
    slim = rng.uniform(0.66, 0.74)
    steel = CHROME.varied(rng, 0.04)
    body = s.taper(s.box(wide, high, deep, 0.004), slim)
    a.add("body", steel, body.translate((0, 0.002, 0)))
    a.add(
        "base",
        steel.shaded(0.8, "rim") if s.chance(rng, 0.5) else bright(rng, BRIGHT),
        s.box(wide * 1.06, high * 0.06, deep * 1.06, 0.003),
    )
    a.add(
        "cap",
        m.BLACK,
        s.box(wide * slim * 1.05, high * 0.05, deep * slim * 1.05, 0.003).translate((0, high - 0.006, 0)),
    )
    dark = m.DARK_STEEL.shaded(0.5, "holes")
    for turn, half, across, rows, columns, size in (
        (0, deep, wide, 7, 4, 0.0068),
        (180, deep, wide, 9, 5, 0.005),
        (90, wide, deep, 5, 2, 0.009),
        (270, wide, deep, 8, 4, 0.0052),
    ):
        lean = np.degrees(np.arctan(half / 2 * (1 - slim) / high))
        holes = []
        for j in range(rows):
            share = 0.14 + 0.74 * (j + 0.5) / rows
            q = 1 + (slim - 1) * share
            for k in range(columns):
                x = ((k + 0.5) / columns - 0.5) * across * 0.86 * q + (
                    0.25 if j % 2 else -0.25
                ) * across * 0.3 / columns
                hole = s.cylinder(0.006, size, segments=12).rotate((90, 0, 0))
                if columns == 2:
                    hole = hole.scale((1.7, 0.6, 1))
                holes.append(
                    hole.translate((0, 0, -0.003)).rotate((-lean, 0, 0)).translate((x, share * high, half / 2 * q))
                )
        a.add("holes", dark, s.group(holes).rotate((0, turn, 0)))
    w, rise = wide * slim * 0.42, rng.uniform(0.035, 0.045)
    arch = s.curve(
        [
            (-w, high, 0),
            (-w, high + rise * 0.7, 0),
            (-w * 0.6, high + rise, 0),
            (w * 0.6, high + rise, 0),
            (w, high + rise * 0.7, 0),
            (w, high, 0),
        ],
        30,
    )
    grip = m.BLACK if s.chance(rng, 0.5) else bright(rng, BRIGHT)
    a.add("handle", grip, s.tube(arch, np.tile((0.007, 0.01), (30, 1)), 14, up=(0, 0, 1)))
    return a.build({"top": (0, high + rise, 0), "hand": (0, high + rise, 0)})


@sculpture(
    "corkscrew", synonyms=("wine opener",), kinds=("wine corkscrew", "bottle screw"), size=(0.1, 0.22), tint=False
)
def corkscrew(rng: np.random.Generator) -> Sculpture:
    """A wire screw, its tip down, under a wooden crossbar; or with two levers."""
    a = Assembly()
    worm, r, wire = rng.uniform(0.055, 0.065), rng.uniform(0.0085, 0.01), 0.0032
    steel = CHROME.shaded(0.92)
    path = s.helix(1.0, worm, 4.5, 120)
    path[:, [0, 2]] *= (r * np.clip(np.linspace(0, 5, 120), 0.15, 1))[:, None]
    a.add("screw", steel, s.tube(path, wire * np.clip(np.linspace(0.3, 6, 120), 0, 1), 10))
    if s.chance(rng, 0.6):
        top = worm + 0.035
        a.add(
            "shank",
            steel,
            s.rod((path[-1, 0], worm - 0.003, path[-1, 2]), (0, worm + 0.01, 0), 0.0042),
            s.rod((0, worm + 0.006, 0), (0, top, 0), 0.0048),
        )
        half = rng.uniform(0.042, 0.05)
        q = rng.uniform(0.0115, 0.0135)
        shape = s.profile(
            [
                (0, -half),
                (q * 0.8, -half),
                (q * 1.05, -half * 0.8),
                (q * 0.85, -half * 0.4),
                (q * 1.1, 0),
                (q * 0.85, half * 0.4),
                (q * 1.05, half * 0.8),
                (q * 0.8, half),
                (0, half),
            ],
            40,
        )
        wood = s.pick(rng, (m.OAK, m.WALNUT, m.MAHOGANY)).varied(rng)
        a.add("handle", wood, s.revolve(shape, 28).rotate((0, 0, 90)).translate((0, top, 0)), smooth=60)
        a.add("collar", m.BRASS, s.cylinder(0.008, 0.0075).translate((0, top - q - 0.006, 0)))
        return a.build({"top": (0, top + q, 0), "hand": (0, top, 0)}).grounded()
    low = worm * 0.6
    ring = s.lathe([(0.0165, 0), (0.0175, 0.008), (0.0165, 0.018)], 0.005, 32)
    posts = s.mirrored(s.box(0.0075, worm * 0.4, 0.012, 0.002).translate((0.0125, 0.012, 0)))
    a.add(
        "frame",
        steel,
        (ring + posts).translate((0, low, 0)),
        s.cylinder(0.014, 0.0155, segments=32, bevel=0.002).translate((0, worm + 0.004, 0)),
    )
    a.add("shaft", steel.shaded(0.85), s.cylinder(0.05, 0.006).translate((0, worm - 0.002, 0)))
    a.add(
        "key", steel, s.extrude(s.circle(0.017, 28), 0.008, 0.002, [s.circle(0.008, 20)]).translate((0, worm + 0.06, 0))
    )
    for x in (-1, 1):
        hub = (x * 0.018, worm + 0.004, 0)
        tip = (x * 0.058, worm + 0.052, 0)
        a.add(
            "levers",
            steel,
            s.rod((hub[0], hub[1], -0.006), (hub[0], hub[1], 0.006), 0.011),
            s.beam(hub, tip, 0.01, 0.011),
            s.capsule((tip[0], tip[1], -0.003), (tip[0], tip[1], 0.003), 0.009),
        )
    return a.build({"top": (0, worm + 0.077, 0), "hand": (0, worm + 0.06, 0)}).grounded()


@sculpture("colander", synonyms=("pasta strainer",), kinds=("strainer", "sieve", "kitchen strainer"), size=(0.28, 0.52))
def colander(rng: np.random.Generator) -> Sculpture:
    """A bowl full of holes on a foot, with two handles."""
    a = Assembly()
    r, high = rng.uniform(0.115, 0.135), rng.uniform(0.095, 0.11)
    skin = s.pick(rng, (CHROME, bright(rng, BRIGHT), m.WHITE, CHROME)).varied(rng, 0.04)
    foot = 0.016
    shape = s.profile(
        [(0, foot), (r * 0.45, foot + 0.002), (r * 0.8, high * 0.42), (r * 0.94, high * 0.75), (r, high)], 24
    )
    a.add("bowl", skin, s.lathe(shape, 0.007, 56), smooth=50)
    a.add("foot", skin, s.lathe([(r * 0.5, 0), (r * 0.46, foot + 0.008)], 0.008, 40))
    a.add("rim", skin.shaded(0.92, "rim"), s.torus(r, 0.007, 56, 10).translate((0, high, 0)))
    holes = []
    for y, count in ((0.36, 14), (0.55, 18), (0.74, 18)):
        q = float(np.interp(y * high, shape[:, 1], shape[:, 0]))
        slope = (float(np.interp(y * high + 0.004, shape[:, 1], shape[:, 0])) - q) / 0.004
        normal = np.array((0, -slope, 1.0)) / np.hypot(slope, 1)
        at = np.array((0, y * high, q - 0.0035))
        hole = s.rod(at - normal * 0.0055, at + normal * 0.0055, 0.0066, segments=12)
        holes.append(s.around(hole, count, 360 / count / 2 if y == 0.55 else 0))
    a.add("holes", m.BLACK.coloured("#3c4046", "holes"), *holes)
    a.add("handles", skin, ear(r, high * 0.9, 0.03, 0.0072, 0.036))
    return a.build({"top": (0, high, 0), "inside": (0, foot + 0.01, 0)}).grounded()


@sculpture(
    "chopsticks",
    synonyms=("pair of chopsticks",),
    kinds=("chopstick",),
    plural="chopsticks",
    size=(0.2, 0.3),
    material="wooden",
)
def chopsticks(rng: np.random.Generator) -> Sculpture:
    """Two sticks as they are held, their tips down and together."""
    a = Assembly()
    long, thick = rng.uniform(0.22, 0.25), rng.uniform(0.0066, 0.0078)
    wood = s.pick(rng, (m.MAHOGANY.coloured("#9e2b20", "lacquer"), m.BIRCH, m.EBONY, m.OAK)).varied(rng, 0.06)
    band = m.GOLD if wood.name in ("lacquer", "ebony") else m.RED
    lean = rng.uniform(5.5, 8.0)
    square = s.rectangle(2, 2, radius=0.5)
    path = np.stack([np.zeros(20), np.linspace(0, long, 20), np.zeros(20)], 1)
    radius = s.interpolate((0.5, 0.72, 0.95, 1.0), 20) * thick
    for x in (-1, 1):
        place = lambda solid: solid.rotate((0, 0, -x * lean)).translate((x * thick * 0.75, 0, 0))  # noqa: B023, E731
        a.add("sticks", wood, place(s.tube(path, radius, section=square)))
        for share in (0.9, 0.84):
            a.add(
                "bands", band, place(s.box(thick * 2.12, 0.006, thick * 2.12, 0.0008).translate((0, long * share, 0)))
            )
    return a.build({"top": (0, long, 0), "hand": (0, long * 0.7, 0)}).grounded()


@sculpture(
    "cleaver",
    synonyms=("meat cleaver", "butcher's cleaver"),
    kinds=("chopper knife", "butcher knife", "chinese cleaver"),
    size=(0.26, 0.42),
    tint=False,
)
def cleaver(rng: np.random.Generator) -> Sculpture:
    """A broad blade on its edge with a hole, and a riveted grip at the right."""
    a = Assembly()
    long, high, grip = rng.uniform(0.165, 0.19), rng.uniform(0.085, 0.1), rng.uniform(0.11, 0.125)
    steel = m.STEEL.varied(rng, 0.04)
    outline = s.curve([(0.004, 0.01), (long * 0.5, -0.0), (long, 0.004)], 12)
    outline = np.concatenate([outline * (-1, 1), [(-long, high), (-long * 0.02, high), (0.0, high * 0.98)]])
    blade = s.extrude(outline, 0.0095, 0.0, [s.circle(0.0095, 24, centre=(-long + 0.022, high - 0.022))])
    thin = s.hull(
        [
            s.box(2, 0.0002, 0.004).translate((0, -0.001, 0)),
            s.box(2, 0.02, 0.02).translate((0, 0.03, 0)),
            s.box(2, 0.02, 0.02).translate((0, 0.1, 0)),
        ]
    )
    a.add("blade", steel, blade ^ thin)
    edge = s.extrude(outline + (0, 0), 0.011) ^ s.box(1, 0.014, 1)
    a.add("edge", m.WHITE.coloured("#dfe3e6", "edge"), edge ^ thin.scale((1, 1, 1.06)))
    wood = s.pick(rng, (m.WALNUT, m.MAHOGANY, m.OAK, m.BLACK)).varied(rng)
    y = high * 0.8
    a.add("bolster", steel.shaded(0.8), s.box(0.014, 0.032, 0.02, 0.003).translate((0.004, y - 0.016, 0)))
    path = s.curve([(0.008, y, 0), (grip * 0.5, y - 0.002, 0), (grip, y - 0.01, 0)], 20)
    shape = np.stack(
        [
            s.interpolate((0.013, 0.0155, 0.0135, 0.0165, 0.014), 20),
            s.interpolate((0.0105, 0.0125, 0.011, 0.0125, 0.01), 20),
        ],
        1,
    )
    a.add("handle", wood, s.tube(path, shape, 18, up=(0, 1, 0)))
    a.add(
        "rivets",
        m.BRASS,
        *[
            s.rod((x * grip, y - 0.003, -0.0135), (x * grip, y - 0.003, 0.0135), 0.0042, segments=12)
            for x in (0.25, 0.5, 0.75)
        ],
    )
    return a.build({"top": (-long * 0.5, high, 0), "hand": (grip * 0.5, y, 0)}).grounded()


@sculpture("pizza cutter", synonyms=("pizza wheel", "pizza slicer"), kinds=("rolling cutter",), size=(0.18, 0.3))
def pizza_cutter(rng: np.random.Generator) -> Sculpture:
    """A round blade that it stands on, under a guard and an upright grip."""
    a = Assembly()
    r, grip = rng.uniform(0.042, 0.05), rng.uniform(0.105, 0.12)
    disc = (
        s.revolve([(0, -0.0035), (r * 0.82, -0.0035), (r, -0.0008), (r, 0.0008), (r * 0.82, 0.0035), (0, 0.0035)], 56)
        .rotate((90, 0, 0))
        .translate((0, r, 0))
    )
    a.add("wheel", CHROME, disc)
    a.add(
        "ring",
        m.STEEL.shaded(0.75),
        (s.cylinder(0.0084, r * 0.56, segments=40) - s.cylinder(1, r * 0.48, segments=40).translate((0, -0.5, 0)))
        .translate((0, -0.0042, 0))
        .rotate((90, 0, 0))
        .translate((0, r, 0)),
    )
    hand = bright(rng, BRIGHT) if s.chance(rng, 0.5) else s.pick(rng, (m.BLACK, m.OAK))
    top = 2 * r + 0.012
    fork = s.mirrored(s.beam((0, r * 0.85, 0.0085), (0, top + 0.004, 0.0085), 0.02, 0.006, 0.001, up=(0, 0, 1)), "z")
    a.add("fork", m.STEEL.shaded(0.9), fork)
    a.add("axle", m.DARK_STEEL, s.rod((0, r, -0.014), (0, r, 0.014), 0.0085, segments=20))
    a.add("guard", hand, s.ellipsoid(0.026, 0.008, 0.017, 28).translate((0, top + 0.006, 0)))
    path = np.stack([np.zeros(24), np.linspace(top, top + grip, 24), np.zeros(24)], 1)
    shape = np.stack(
        [
            s.interpolate((0.012, 0.0155, 0.013, 0.0155, 0.009), 24),
            s.interpolate((0.011, 0.013, 0.0115, 0.013, 0.008), 24),
        ],
        1,
    )
    a.add("handle", hand, s.tube(path, shape, 20, up=(1, 0, 0)), smooth=50)
    return a.build({"top": (0, top + grip, 0), "hand": (0, top + grip * 0.5, 0)}).grounded()
