"""Things for writing, reckoning and drawing, and other things of a desk."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright, slab

CHROME = m.STEEL.coloured("#c6cace", "chrome")
GRAPHITE = m.BLACK.coloured("#33343a", "graphite")


@sculpture("ruler", kinds=("measuring stick", "straightedge", "school ruler"), size=(0.15, 0.34))
def ruler(rng: np.random.Generator) -> Sculpture:
    """An upright rule with marks along both edges, facing +Z."""
    a = Assembly()
    high, w, thick = rng.uniform(0.17, 0.2), rng.uniform(0.034, 0.04), 0.0075
    body = s.pick(
        rng,
        (
            m.YELLOW.coloured("#f0c94a", "yellow ruler"),
            m.BIRCH.coloured("#dcb477", "beech"),
            bright(rng, ("green", "orange")),
            m.STEEL,
        ),
    ).varied(rng, 0.04)
    a.add(
        "rule",
        body,
        s.extrude(
            s.rectangle(w, high, (0, high / 2), 0.002), thick, 0.0012, [s.circle(0.004, 20, centre=(0, high - 0.01))]
        ),
    )
    marks = []
    step = 0.008
    for k, y in enumerate(np.arange(0.01, high - 0.006, step)):
        long = w * (0.4 if k % 5 == 0 else 0.22)
        for x in (-1, 1):
            if x > 0 and k % 2:
                continue
            marks.append(s.box(long, 0.0025, thick + 0.002).translate((x * (w / 2 - long / 2 - 0.0004), y, 0)))
    a.add("marks", m.BLACK, s.group(marks))
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "pen",
    synonyms=("ballpoint pen", "ballpoint", "biro"),
    kinds=("fountain pen", "ball point", "writing pen"),
    size=(0.12, 0.18),
)
def pen(rng: np.random.Generator) -> Sculpture:
    """A ballpoint on its tip, its clip to the front: one with a push button, or one with a cap off."""
    a = Assembly()
    high, r = rng.uniform(0.125, 0.138), rng.uniform(0.0062, 0.0072)
    coat = bright(rng, ("red", "green", "blue", "black"))
    metal = CHROME if s.chance(rng, 0.6) else m.GOLD
    a.add("tip", metal, s.revolve([(0, 0), (0.0014, 0), (0.002, 0.004), (r * 0.78, 0.019), (0, 0.019)], 28))
    grip = m.RUBBER if coat.name != "black" else m.BLACK.shaded(2.2, "grip")
    shape = s.profile([(0, 0.018), (r * 0.85, 0.018), (r * 1.02, 0.03), (r, 0.05), (0, 0.05)], 24)
    a.add("grip", grip if s.chance(rng, 0.6) else coat, s.revolve(shape, 32))
    a.add(
        "barrel",
        coat,
        s.revolve(
            [
                (0, 0.049),
                (r, 0.049),
                (r, high * 0.6),
                (r * 0.96, high - 0.012),
                (r * 0.75, high - 0.004),
                (0, high - 0.003),
            ],
            32,
        ),
        smooth=50,
    )
    a.add(
        "ring",
        metal,
        s.cylinder(0.0045, r * 1.08, segments=32).translate((0, high * 0.58, 0)),
        s.cylinder(0.004, r * 1.04, segments=32).translate((0, high - 0.013, 0)),
    )
    a.add("button", metal, s.cylinder(0.016, r * 0.52, segments=24, bevel=0.001).translate((0, high - 0.006, 0)))
    clip = (
        s.box(0.0058, 0.038, 0.0034, 0.001).translate((0, high - 0.05, r + 0.0028))
        + s.box(0.0058, 0.005, 0.009, 0.001).translate((0, high - 0.0135, r))
        + s.sphere(0.0032, 12).translate((0, high - 0.049, r + 0.0016))
    )
    a.add("clip", metal, clip)
    return a.build({"top": (0, high + 0.01, 0), "hand": (0, 0.04, 0)}).grounded()


@sculpture("crayon", synonyms=("wax crayon",), kinds=("colored crayon", "coloured crayon"), size=(0.07, 0.12))
def crayon(rng: np.random.Generator) -> Sculpture:
    """A stick of coloured wax in a paper sleeve with two dark bands, its point up."""
    a = Assembly()
    high, r = rng.uniform(0.078, 0.092), rng.uniform(0.0066, 0.0076)
    hue = s.pick(rng, ("orange", "blue", "green", "red", "purple", "yellow"))
    wax = m.WAX.coloured(m.HUES[hue], f"{hue} wax").varied(rng, 0.05)
    a.add(
        "wax",
        wax,
        s.revolve(
            [
                (0, 0),
                (r * 0.96, 0),
                (r * 0.96, high * 0.83),
                (r * 0.78, high * 0.84),
                (r * 0.3, high * 0.99),
                (r * 0.22, high),
                (0, high),
            ],
            36,
        ),
    )
    a.add(
        "sleeve",
        wax.shaded(1.16, "sleeve"),
        s.cylinder(high * 0.72, r * 1.07, segments=36).translate((0, high * 0.045, 0)),
    )
    ink = m.BLACK
    a.add(
        "bands",
        ink,
        *[
            s.cylinder(high * 0.02, r * 1.12, segments=36).translate((0, high * q, 0))
            for q in (0.075, 0.115, 0.68, 0.72)
        ],
    )
    oval = s.extrude(s.circle(r * 0.72, 28, high * 0.2), 1).translate((0, high * 0.4, 0))
    a.add("label", ink, oval ^ s.cylinder(high * 0.6, r * 1.12, segments=36).translate((0, high * 0.1, 0)))
    return a.build({"top": (0, high, 0), "hand": (0, high * 0.5, 0)})


@sculpture("eraser", kinds=("rubber eraser", "pencil eraser", "ink eraser"), size=(0.045, 0.1))
def eraser(rng: np.random.Generator) -> Sculpture:
    """A white block in a coloured card sleeve, or a slanted pink one."""
    a = Assembly()
    long, high, d = rng.uniform(0.055, 0.066), rng.uniform(0.015, 0.018), rng.uniform(0.024, 0.028)
    if s.chance(rng, 0.5):
        pink = m.RUBBER.coloured("#e58f98", "pink rubber").varied(rng, 0.05)
        slant = high * 0.7
        body = s.extrude(
            [
                (-long / 2 - slant / 2, 0),
                (long / 2 - slant / 2, 0),
                (long / 2 + slant / 2, high),
                (-long / 2 + slant / 2, high),
            ],
            d,
            0.0025,
        )
        a.add("rubber", pink, body)
        a.add(
            "label",
            pink.shaded(0.62, "print"),
            s.box(long * 0.55, 0.002, d * 0.3).translate((0, high - 0.0012, 0)),
            s.box(long * 0.55, high * 0.28, 0.002).translate((0, high * 0.36, d / 2)),
            s.box(long * 0.55, high * 0.28, 0.002).translate((0, high * 0.36, -d / 2)),
        )
        return a.build({"top": (0, high, 0)}).grounded()
    a.add("rubber", m.WHITE, s.rounded_box(long, high, d, 0.004), smooth=50)
    hue = bright(rng, ("blue", "blue", "green", "red"))
    x = -long * 0.1
    sleeve = s.box(long * 0.7, high * 1.08, d * 1.06).translate((x, -high * 0.03, 0))
    a.add("sleeve", hue, sleeve)
    a.add(
        "stripes",
        m.WHITE.shaded(0.98, "stripe"),
        s.box(long * 0.16, high * 1.1, d * 1.075).translate((x, -high * 0.035, 0)),
    )
    a.add("ends", m.BLACK, s.box(long * 0.1, high * 1.1, d * 1.075).translate((x + long * 0.27, -high * 0.035, 0)))
    a.add(
        "dust",
        m.WHITE.shaded(0.8, "worn"),
        s.ellipsoid(0.004, high * 0.4, d * 0.42).translate((long / 2 - 0.0028, high * 0.5, 0)),
    )
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture("pencil sharpener", kinds=("sharpener",), size=(0.06, 0.17), tint=True)
def pencil_sharpener(rng: np.random.Generator) -> Sculpture:
    """A wedge with a blade and a screw on top, a pencil in its hole at the right, a shaving at the left."""
    a = Assembly()
    long, high, d = rng.uniform(0.034, 0.038), rng.uniform(0.019, 0.021), rng.uniform(0.0215, 0.0235)
    coat = s.pick(rng, (CHROME, bright(rng, ("red", "blue", "green", "orange")), bright(rng, ("red", "blue", "green"))))
    body = s.extrude([(-long / 2, 0), (long / 2, 0), (long / 2, high), (-long / 2, high * 0.66)], d, 0.0016)
    grips = s.group(
        [
            s.box(0.002, high * 0.7, 1).translate((x * long, -high * 0.1, e * (0.5 + d / 2 - 0.0012)))
            for x in (-0.18, -0.06, 0.06, 0.18)
            for e in (-1, 1)
        ]
    )
    a.add("body", coat, body - grips)
    tilt = np.degrees(np.arctan(high * 0.34 / long))
    place = lambda solid: solid.rotate((0, 0, tilt)).translate((0, high * 0.83, 0))  # noqa: E731
    dark = m.DARK_STEEL.shaded(0.7) if coat.name != "chrome" else m.DARK_STEEL.shaded(0.6)
    a.add("opening", m.BLACK, place(s.box(long * 0.8, 0.003, d * 0.36).translate((-long * 0.02, -0.002, -d * 0.24))))
    a.add(
        "blade",
        m.STEEL.shaded(1.12, "blade"),
        place(s.box(long * 0.88, 0.0028, d * 0.48, 0.0005).rotate((0, 5, 0)).translate((0, 0.0, d * 0.14))),
    )
    a.add("screw", dark, place(s.cylinder(0.0042, 0.0042, segments=24).translate((0.001, 0.0005, d * 0.16))))
    y = high * 0.47
    lead = m.YELLOW.coloured(s.pick(rng, ("#f0b72c", "#d8392f", "#3a78c0")), "lacquer")
    reach = rng.uniform(0.03, 0.036)
    six = s.prism(reach, 0.0068, 6).rotate((0, 0, -90))
    a.add("pencil", lead, six.translate((long / 2 + 0.006, y, 0)))
    a.add("wood", m.BIRCH, s.cylinder(0.012, 0.0045, 0.0066).rotate((0, 0, -90)).translate((long / 2 - 0.003, y, 0)))
    a.add(
        "ferrule",
        CHROME.shaded(0.85),
        s.cylinder(0.008, 0.0069).rotate((0, 0, -90)).translate((long / 2 + reach + 0.004, y, 0)),
    )
    a.add(
        "rubber",
        m.RUBBER.coloured("#e58f98", "pink rubber"),
        s.cylinder(0.008, 0.0064, segments=24, bevel=0.0015)
        .rotate((0, 0, -90))
        .translate((long / 2 + reach + 0.0115, y, 0)),
    )
    curl = s.helix(0.0075, 0.02, 1.6, 40).copy()
    curl = np.stack([-long * 0.62 - curl[:, 1] * 0.5, 0.009 + curl[:, 0], curl[:, 2] + d * 0.25], 1)
    a.add("shaving", m.BIRCH.shaded(1.05, "shaving"), s.tube(curl, np.tile((0.0013, 0.0045), (40, 1)), 8, up=(0, 1, 0)))
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "notebook",
    synonyms=("spiral notebook",),
    kinds=("notepad", "writing pad", "exercise book", "journal"),
    size=(0.2, 0.34),
)
def notebook(rng: np.random.Generator) -> Sculpture:
    """A closed book, upright, its cover to the front: wire-bound at the left, or with an elastic band."""
    a = Assembly()
    w, high, thick = rng.uniform(0.145, 0.16), rng.uniform(0.2, 0.225), rng.uniform(0.02, 0.026)
    cover = bright(rng, ("red", "blue", "green", "teal", "purple", "black"))
    leaves = slab(w * 0.96, high * 0.97, thick * 0.8, 0.0, (-0.0, high * 0.015, -thick * 0.4))
    a.add("leaves", m.PAPER.coloured("#f3efe2", "paper"), leaves)
    if s.chance(rng, 0.65):
        for z in (-1, 1):
            a.add("cover", cover, slab(w, high, thick * 0.16, 0.006, (0, 0, z * thick * 0.45 - thick * 0.08)))
        x = -w / 2 + 0.008
        count = 13
        rings = [
            s.torus(thick * 0.72, 0.0026, 24, 8).translate((-w / 2 - 0.0, high * (0.06 + 0.88 * k / (count - 1)), 0))
            for k in range(count)
        ]
        a.add("wire", m.DARK_STEEL, s.group(rings))
        a.add(
            "holes",
            m.BLACK,
            s.group(
                [
                    s.rod(
                        (x + 0.006, high * (0.06 + 0.88 * k / (count - 1)), -thick * 0.54),
                        (x + 0.006, high * (0.06 + 0.88 * k / (count - 1)), thick * 0.54),
                        0.003,
                        segments=10,
                    )
                    for k in range(count)
                ]
            ),
        )
        a.add("label", m.WHITE, slab(w * 0.56, high * 0.24, 0.003, 0.004, (w * 0.05, high * 0.6, thick * 0.52)))
        a.add(
            "lines",
            m.DARK_STEEL.shaded(0.8, "lines"),
            *[slab(w * 0.42, 0.0035, 0.003, 0.0, (w * 0.05, high * y, thick * 0.55)) for y in (0.66, 0.72, 0.78)],
        )
    else:
        for z in (-1, 1):
            a.add("cover", cover, slab(w, high, thick * 0.16, 0.012, (0, 0, z * thick * 0.45 - thick * 0.08)))
        spine = (
            s.extrude(s.rectangle(0.012, thick * 1.06, radius=0.005), high)
            .rotate((-90, 0, 0))
            .translate((-w / 2 + 0.004, high / 2, 0))
        )
        a.add("cover", cover, spine)
        band = m.BLACK if cover.name != "black" else m.RED
        ring = (
            s.extrude(s.rectangle(0.009, thick * 1.22), high * 1.01)
            .rotate((-90, 0, 0))
            .translate((w * 0.36, high / 2, 0))
        )
        a.add("band", band, ring)
        a.add("ribbon", m.RED if band.name != "red" else m.YELLOW, slab(0.008, 0.03, 0.003, 0.0, (0.02, -0.0, -0.0015)))
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture("clipboard", kinds=("clip board",), size=(0.3, 0.45))
def clipboard(rng: np.random.Generator) -> Sculpture:
    """A brown board, upright, with a written sheet under a metal clip."""
    a = Assembly()
    w, high = rng.uniform(0.22, 0.24), rng.uniform(0.3, 0.33)
    board = s.pick(
        rng,
        (
            m.OAK.coloured("#a06c3a", "hardboard"),
            m.OAK.coloured("#8d5a30", "hardboard"),
            bright(rng, ("blue", "black")),
        ),
    ).varied(rng, 0.05)
    a.add("board", board, s.extrude(s.rectangle(w, high, (0, high / 2), 0.014), 0.011, 0.002))
    a.add("sheet", m.WHITE, slab(w * 0.86, high * 0.87, 0.004, 0.0, (0, high * 0.035, 0.005)))
    lines = []
    tick = []
    boxed = s.chance(rng, 0.5)
    for k in range(6):
        y = high * (0.7 - 0.105 * k)
        long = w * rng.uniform(0.42, 0.54)
        x = -w * 0.3 + long / 2 + (w * 0.12 if boxed else 0)
        lines.append(slab(long, 0.0085, 0.0035, 0.0, (x, y, 0.0072)))
        if boxed:
            tick.append(slab(0.018, 0.018, 0.0035, 0.0, (-w * 0.3, y - 0.005, 0.0072)))
    a.add("lines", m.SLATE.coloured("#6d7580", "print"), *lines)
    a.add("boxes", m.GREEN, *tick)
    clip = s.extrude(
        np.array(
            [
                (-w * 0.24, 0),
                (w * 0.24, 0),
                (w * 0.24, 0.028),
                (w * 0.13, 0.036),
                (w * 0.1, 0.062),
                (-w * 0.1, 0.062),
                (-w * 0.13, 0.036),
                (-w * 0.24, 0.028),
            ]
        ),
        0.016,
        0.004,
        [s.circle(0.0085, 24, centre=(0, 0.047))],
    )
    a.add("clip", m.STEEL, clip.translate((0, high - 0.043, 0.011)))
    a.add(
        "roll",
        m.STEEL.shaded(0.85, "roll"),
        s.rod((-w * 0.25, high - 0.014, 0.014), (w * 0.25, high - 0.014, 0.014), 0.01),
    )
    return a.build({"top": (0, high + 0.019, 0)}).grounded()


@sculpture(
    "envelope", synonyms=("letter envelope",), kinds=("mail envelope", "sealed envelope", "letter"), size=(0.16, 0.32)
)
def envelope(rng: np.random.Generator) -> Sculpture:
    """An envelope on its long edge, its flap to the front with a seal, stamp and address on the back."""
    a = Assembly()
    w, high, thick = rng.uniform(0.18, 0.2), rng.uniform(0.115, 0.13), rng.uniform(0.01, 0.012)
    paper = m.PAPER.coloured(s.pick(rng, ("#f4f1e8", "#efe6cf", "#d7b98a", "#f4f1e8")), "envelope").varied(rng, 0.03)
    a.add("body", paper, s.extrude(s.rectangle(w, high, (0, high / 2), 0.002), thick, 0.0025))
    z = thick / 2
    fold = paper.shaded(0.9, "fold")
    lower = [(-w / 2 + 0.001, 0.001), (w / 2 - 0.001, 0.001), (0, high * 0.56)]
    a.add("fold", fold, s.extrude(lower, 0.003).translate((0, 0, z)))
    flap = [(-w / 2 + 0.001, high - 0.001), (0, high * 0.4), (w / 2 - 0.001, high - 0.001)]
    a.add("flap", paper.shaded(1.03, "flap"), s.extrude(flap, 0.0045).translate((0, 0, z + 0.001)))
    edge = paper.shaded(0.6, "crease")
    for p, q in (((-w / 2, high - 0.002), (0, high * 0.4)), ((w / 2, high - 0.002), (0, high * 0.4))):
        a.add("crease", edge, s.rod((*p, z + 0.0018), (*q, z + 0.0018), 0.0019, segments=8))
    for x in (-1, 1):
        a.add(
            "crease",
            edge,
            s.rod((x * w / 2, 0.002, z + 0.0005), (x * w * 0.05, high * 0.5, z + 0.0005), 0.0016, segments=8),
        )
    if not s.chance(rng, 0.35):
        a.add(
            "seal",
            m.WAX.coloured("#a8201f", "sealing wax"),
            s.rod((0, high * 0.44, z), (0, high * 0.44, z + 0.0075), 0.0145, segments=28),
        )
        a.add(
            "seal mark",
            m.WAX.coloured("#7f1516", "sealing wax mark"),
            s.extrude(s.star(5, 0.0085, 0.004), 0.002).translate((0, high * 0.44, z + 0.0078)),
        )
    a.add("stamp", m.RED, slab(0.026, 0.03, 0.0025, 0.0, (-w * 0.37, high * 0.66, -z - 0.0014)))
    a.add(
        "address",
        m.SLATE,
        *[
            slab(w * q, 0.005, 0.0025, 0.0, (0, high * y, -z - 0.0014))
            for y, q in ((0.5, 0.4), (0.38, 0.34), (0.26, 0.38))
        ],
    )
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture("paper clip", synonyms=("paperclip",), kinds=("gem clip",), size=(0.03, 0.07))
def paper_clip(rng: np.random.Generator) -> Sculpture:
    """A bent wire, upright, its loops to be seen from the front."""
    a = Assembly()
    high, w = rng.uniform(0.036, 0.044), rng.uniform(0.0115, 0.013)
    wire = rng.uniform(0.0011, 0.0013)
    metal = s.pick(rng, (bright(rng, ("red", "blue", "green")), CHROME, m.STEEL)).varied(rng, 0.04)
    points: list[tuple[float, float, float]] = []

    def bow(x0: float, x1: float, y: float, up: int) -> None:
        q, mid = (x1 - x0) / 2, (x0 + x1) / 2
        for t in np.linspace(np.pi, 0, 12):
            points.append((mid + q * np.cos(t), y + up * abs(q) * np.sin(t), 0.0))

    x = [-w / 2, w / 2, -w * 0.3, w * 0.3]
    points.append((x[0], high * 0.3, 0.0))
    bow(x[0], x[1], high - w / 2, 1)
    bow(x[1], x[2], w * 0.4, -1)
    bow(x[2], x[3], high * 0.76, 1)
    points.append((x[3], high * 0.34, 0.0))
    path = np.array(points)
    length = np.linspace(-1, 1, len(path))
    path[:, 2] = wire * 0.6 * np.sign(length) * (np.abs(length) > 0.05)
    a.add(
        "wire",
        metal,
        s.union([s.capsule(p, q, wire, segments=12) for p, q in zip(path[:-1], path[1:], strict=True)]),
        smooth=60,
    )
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture("push pin", synonyms=("pushpin", "thumbtack", "drawing pin"), kinds=("map pin", "tack"), size=(0.02, 0.045))
def push_pin(rng: np.random.Generator) -> Sculpture:
    """A pin with a waisted plastic head, its point down."""
    a = Assembly()
    high = rng.uniform(0.024, 0.028)
    r = high * rng.uniform(0.19, 0.215)
    pin = high * 0.42
    coat = bright(rng, ("green", "blue", "yellow", "red", "red"))
    a.add("pin", CHROME, s.revolve([(0, 0), (r * 0.16, pin * 0.28), (r * 0.19, pin + 0.001), (0, pin + 0.001)], 20))
    top = high - pin
    shape = s.profile(
        [
            (0, 0),
            (r * 0.96, 0),
            (r, top * 0.1),
            (r * 0.95, top * 0.2),
            (r * 0.5, top * 0.3),
            (r * 0.46, top * 0.55),
            (r * 0.58, top * 0.76),
            (r * 0.84, top * 0.84),
            (r * 0.9, top * 0.93),
            (r * 0.84, top),
            (0, top),
        ],
        60,
    )
    a.add("head", coat, s.revolve(shape, 44).translate((0, pin, 0)), smooth=50)
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "calculator", synonyms=("pocket calculator",), kinds=("electronic calculator", "desk calculator"), size=(0.14, 0.26)
)
def calculator(rng: np.random.Generator) -> Sculpture:
    """An upright case with a display and a field of keys, leaning back a little."""
    a = Assembly()
    w, high, thick = rng.uniform(0.09, 0.1), rng.uniform(0.145, 0.16), 0.018
    case = s.pick(rng, (GRAPHITE, m.WHITE.shaded(0.92, "case"), GRAPHITE, bright(rng, ("blue", "teal")))).varied(
        rng, 0.05
    )
    tilt = lambda solid: solid.rotate((-14, 0, 0)).translate((0, 0.006, 0))  # noqa: E731
    a.add("case", case, tilt(s.extrude(s.rectangle(w, high, (0, high / 2), 0.009), thick, 0.003)))
    z = thick / 2
    dark = case.name == "graphite"
    a.add(
        "frame",
        m.BLACK if not dark else m.BLACK.shaded(0.6, "frame"),
        tilt(slab(w * 0.88, high * 0.23, 0.003, 0.004, (0, high * 0.72, z - 0.001))),
    )
    a.add(
        "display",
        Material("liquid crystal", m.srgb("#a9bd9c"), 0.25),
        tilt(slab(w * 0.8, high * 0.15, 0.0035, 0.002, (0, high * 0.745, z - 0.0002))),
    )
    digits = [slab(0.0042, high * 0.085, 0.003, 0.0, (w * q, high * 0.775, z + 0.0012)) for q in (0.1, 0.19, 0.28)]
    a.add("digits", m.BLACK, tilt(s.group(digits)))
    keys: dict[str, list[s.Solid]] = {"digit keys": [], "operator keys": [], "clear keys": []}
    for j in range(5):
        for i in range(4):
            name = "clear keys" if j == 4 and i < 2 else ("operator keys" if i == 3 or j == 4 else "digit keys")
            key = s.rounded_box(w * 0.165, high * 0.078, 0.008, 0.003, 10).translate(
                ((i - 1.5) * w * 0.215, high * (0.065 + 0.122 * j), z + 0.0008)
            )
            keys[name].append(key)
    a.add("digit keys", m.WHITE if dark else GRAPHITE.shaded(1.2), tilt(s.group(keys["digit keys"])))
    a.add("operator keys", m.PLASTIC.coloured("#e08a2c", "orange key"), tilt(s.group(keys["operator keys"])))
    a.add("clear keys", m.RED, tilt(s.group(keys["clear keys"])))
    made = a.build().grounded()
    return Sculpture(made.parts, {"top": (0, float(made.bounds[1][1]), -0.03)})


@sculpture("abacus", kinds=("counting frame", "soroban"), plural="abacuses", size=(0.3, 0.55), material="wooden")
def abacus(rng: np.random.Generator) -> Sculpture:
    """An upright wooden frame with rods of beads: one colour a row, or with a bar between the beads of one and five."""
    a = Assembly()
    w, high = rng.uniform(0.28, 0.32), rng.uniform(0.22, 0.25)
    wood = s.pick(rng, (m.OAK, m.MAHOGANY, m.PINE)).varied(rng)
    t = 0.022
    frame = s.union(
        [
            s.box(w, t, 0.034, 0.003),
            s.box(w, t, 0.034, 0.003).translate((0, high - t, 0)),
            *[s.box(t, high, 0.034, 0.003).translate((x * (w - t) / 2, 0, 0)) for x in (-1, 1)],
        ]
    )
    a.add("frame", wood, frame)
    a.add(
        "feet",
        wood.shaded(0.85, "feet"),
        *[s.box(0.03, 0.018, 0.085, 0.004).translate((x * (w / 2 - 0.015), -0.012, 0)) for x in (-1, 1)],
    )
    inner = w - 2 * t
    if s.chance(rng, 0.7):
        rows = 5
        hues = ("red", "orange", "yellow", "green", "blue")
        order = hues if s.chance(rng, 0.7) else hues[::-1]
        step = (high - 2 * t) / rows
        bead = s.revolve(
            s.profile([(0, -0.0095), (step * 0.26, -0.0095), (step * 0.44, 0), (step * 0.26, 0.0095), (0, 0.0095)], 14),
            24,
        ).rotate((0, 0, -90))
        for k in range(rows):
            y = t + step * (k + 0.5)
            a.add("rods", CHROME, s.rod((-w / 2 + 0.01, y, 0), (w / 2 - 0.01, y, 0), 0.0042))
            left = int(rng.integers(3, 8))
            count = 10
            places = [-inner / 2 + 0.011 + 0.0192 * i for i in range(left)] + [
                inner / 2 - 0.011 - 0.0192 * i for i in range(count - left)
            ]
            a.add(
                f"beads {k}",
                m.PAINT.coloured(m.HUES[order[k]], order[k]),
                s.group([bead.translate((x, y, 0)) for x in places]),
                smooth=60,
            )
    else:
        columns = 9
        bar = high * 0.66
        a.add("frame", wood, s.box(w - t, 0.014, 0.03).translate((0, bar - 0.007, 0)))
        step = inner / columns
        r = step * 0.45
        bead = s.revolve([(0, -0.0105), (r * 0.4, -0.0105), (r, 0), (r * 0.4, 0.0105), (0, 0.0105)], 20)
        tone = s.pick(rng, (m.MAHOGANY.shaded(1.3, "bead"), m.BLACK, m.RED))
        for k in range(columns):
            x = -inner / 2 + step * (k + 0.5)
            a.add("rods", m.BIRCH, s.rod((x, 0.01, 0), (x, high - 0.01, 0), 0.004))
            digit = int(rng.integers(0, 10))
            ones, five = digit % 5, digit // 5
            ys = [bar - 0.019 - 0.0212 * i for i in range(ones)] + [t + 0.011 + 0.0212 * i for i in range(4 - ones)]
            ys.append(bar + 0.019 if five else high - t - 0.011)
            a.add("beads", tone, s.group([bead.translate((x, y, 0)) for y in ys]), smooth=20)
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "easel",
    synonyms=("painter's easel", "artist's easel"),
    kinds=("painting easel", "art easel"),
    size=(1.4, 2.2),
    tint=False,
)
def easel(rng: np.random.Generator) -> Sculpture:
    """Three legs with a ledge, and a canvas on it with a painted landscape or a portrait of colours."""
    a = Assembly()
    high, spread = rng.uniform(1.5, 1.7), rng.uniform(0.34, 0.4)
    wood = s.pick(rng, (m.OAK, m.PINE, m.BIRCH)).varied(rng)
    thick = 0.042
    for x in (-1, 1):
        a.add(
            "legs",
            wood,
            s.beam((x * spread, 0, 0.14), (x * 0.05, high, -0.1), thick, thick, up=(0, 0, 1)).trim_by_plane(
                (0, 1, 0), 0
            ),
        )
    a.add(
        "legs",
        wood,
        s.beam((0, 0, -0.52), (0, high * 0.95, -0.13), thick, thick, up=(0, 0, 1)).trim_by_plane((0, 1, 0), 0),
    )
    a.add("head", wood.shaded(0.85, "head"), s.box(0.16, 0.07, 0.05, 0.006).translate((0, high - 0.08, -0.09)))
    at = lambda y: 0.14 - 0.24 * y / high  # noqa: E731
    ledge = high * 0.36
    a.add(
        "ledge",
        wood.shaded(0.85, "ledge"),
        s.box(0.7, 0.045, 0.1, 0.006).translate((0, ledge - 0.045, at(ledge) + 0.045)),
    )
    a.add("bar", wood.shaded(0.92, "bar"), s.box(spread * 1.35, 0.045, 0.03).translate((0, high * 0.2, at(high * 0.2))))
    w, tall = rng.uniform(0.62, 0.74), rng.uniform(0.56, 0.66)
    lean = -np.degrees(np.arctan(0.24 / high))
    place = lambda solid: solid.rotate((lean, 0, 0)).translate((0, ledge, at(ledge) + 0.045))  # noqa: E731
    a.add("canvas", m.CANVAS.coloured("#f3efe4", "canvas"), place(slab(w, tall, 0.045, 0.0, (0, 0, -0.022))))
    z = 0.019
    sky = m.PAINT.coloured("#8ec4e8", "sky")
    a.add("sky", sky, place(slab(w * 0.88, tall * 0.86, 0.012, 0.0, (0, tall * 0.07, z))))
    q = w * 0.44
    frame = s.extrude(s.rectangle(w * 0.88, tall * 0.86, (0, tall * 0.5)), 1)
    far = [
        (-q, tall * 0.07),
        (q, tall * 0.07),
        (q, tall * 0.5),
        (q * 0.4, tall * 0.72),
        (q * 0.1, tall * 0.52),
        (-q * 0.35, tall * 0.66),
        (-q, tall * 0.4),
    ]
    a.add(
        "mountains",
        m.PAINT.coloured("#7a78a8", "mountains"),
        place(s.extrude(far, 0.014).translate((0, 0, z + 0.007)) ^ frame),
    )
    near = s.curve([(-q, tall * 0.32), (-q * 0.4, tall * 0.42), (q * 0.3, tall * 0.28), (q, tall * 0.36)], 24)
    a.add(
        "meadow",
        m.PAINT.coloured("#6aa04a", "meadow"),
        place(
            s.extrude(np.concatenate([near, [(q, tall * 0.07), (-q, tall * 0.07)]]), 0.014).translate((0, 0, z + 0.009))
            ^ frame
        ),
    )
    a.add(
        "sun",
        m.PAINT.coloured("#f4c63a", "sun"),
        place(
            s.extrude(s.circle(tall * 0.085, 28, centre=(-q * 0.62, tall * 0.78)), 0.014).translate((0, 0, z + 0.007))
        ),
    )
    return a.build({"top": (0, high, -0.1)}).grounded()


@sculpture(
    "typewriter", synonyms=("manual typewriter",), kinds=("portable typewriter", "typing machine"), size=(0.4, 0.72)
)
def typewriter(rng: np.random.Generator) -> Sculpture:
    """A case with rows of round keys, a carriage with a roller and knobs, and a sheet of paper."""
    a = Assembly()
    w, d = rng.uniform(0.33, 0.36), rng.uniform(0.3, 0.33)
    coat = s.pick(
        rng,
        (
            m.BLACK.shaded(1.2, "black lacquer"),
            bright(rng, ("teal", "red")),
            m.BLACK.shaded(1.2, "black lacquer"),
            bright(rng, ("green", "blue")),
        ),
    )
    side = [
        (d * 0.5, 0),
        (d * 0.5, 0.028),
        (d * 0.12, 0.075),
        (d * 0.02, 0.118),
        (-d * 0.3, 0.13),
        (-d * 0.5, 0.1),
        (-d * 0.5, 0),
    ]
    body = s.extrude(np.array(side), w, 0.008).rotate((0, -90, 0))
    a.add("case", coat, body)
    slope = np.degrees(np.arctan(0.047 / (d * 0.38)))
    deck = lambda solid: solid.rotate((slope, 0, 0)).translate((0, 0.026, d * 0.49))  # noqa: E731
    a.add(
        "key bed",
        m.BLACK.shaded(0.8, "key bed"),
        deck(s.box(w * 0.9, 0.012, d * 0.34).translate((0, -0.002, -d * 0.2))),
    )
    rim, cap = [], []
    for j in range(4):
        for i in range(10):
            x = (i - 4.5) * w * 0.082 + (j % 2 - 0.5) * w * 0.035
            at = (x, 0.008, -d * (0.085 + 0.082 * j))
            rim.append(s.cylinder(0.012, w * 0.034, segments=16).translate(at))
            cap.append(s.cylinder(0.0145, w * 0.026, segments=14).translate(at))
    a.add("key rims", CHROME, deck(s.group(rim)))
    a.add("keys", m.IVORY if s.chance(rng, 0.6) else m.BLACK, deck(s.group(cap)))
    a.add(
        "space bar",
        m.BLACK.shaded(1.5, "space bar"),
        deck(s.box(w * 0.5, 0.014, 0.017, 0.003).translate((0, 0.004, -d * 0.022))),
    )
    a.add(
        "type basket",
        m.DARK_STEEL,
        s.cylinder(0.02, w * 0.24, segments=36).translate((0, 0.112, -d * 0.04)).trim_by_plane((0, 0, -1), -d * 0.06),
    )
    y, z = 0.158, -d * 0.3
    a.add("carriage", m.DARK_STEEL, s.box(w * 1.04, 0.03, 0.06, 0.005).translate((0, 0.122, z - 0.005)))
    a.add("roller", m.RUBBER, s.rod((-w * 0.54, y, z), (w * 0.54, y, z), 0.0215, segments=28))
    a.add(
        "knobs",
        m.BLACK.shaded(1.4, "knobs"),
        *[s.rod((e * w * 0.53, y, z), (e * w * 0.6, y, z), 0.0255, segments=28) for e in (-1, 1)],
    )
    a.add(
        "lever",
        CHROME,
        s.tube(
            s.curve(
                [(-w * 0.53, y - 0.01, z + 0.02), (-w * 0.62, y + 0.02, z + 0.05), (-w * 0.62, y + 0.035, z + 0.085)],
                14,
            ),
            0.0075,
            10,
        ),
    )
    high = rng.uniform(0.12, 0.15)
    sheet = s.box(w * 0.62, high + 0.03, 0.0095).rotate((-12, 0, 0)).translate((0, y - 0.005, z - 0.008))
    a.add("paper", m.WHITE, sheet)
    lines = [
        s.box(w * q, 0.006, 0.0022)
        .translate((w * (q - 0.48) / 2, v, 0.0052))
        .rotate((-12, 0, 0))
        .translate((0, y - 0.005, z - 0.008))
        for v, q in ((high * 0.5, 0.48), (high * 0.7, 0.4), (high * 0.9, 0.46))
    ]
    a.add("text", m.SLATE, *lines)
    a.add(
        "spools",
        CHROME.shaded(0.9),
        *[
            s.cylinder(0.014, 0.036, segments=28, bevel=0.003).translate((e * w * 0.3, 0.122, -d * 0.1))
            for e in (-1, 1)
        ],
    )
    return a.build({"top": (0, y + high, z - 0.03)}).grounded()
