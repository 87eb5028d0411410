"""Candles, lanterns, torches, table lamps, hourglasses."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

METALS = (m.BRASS, m.IRON, m.BRONZE, m.SILVER, m.GOLD)


def flame(a: Assembly, at: tuple[float, float, float], size: float) -> None:
    """A drop of fire on its point, with a hotter core."""
    outer = s.revolve(
        [(0, 0), *s.profile([(0.001, 0), (size * 0.3, size * 0.3), (size * 0.22, size * 0.6), (0, size * 1.15)], 24)],
        24,
    )
    core = s.revolve(
        [(0, 0), *s.profile([(0.001, 0), (size * 0.17, size * 0.2), (size * 0.1, size * 0.45), (0, size * 0.7)], 18)],
        20,
    )
    a.add("flame", m.FLAME, outer.translate(at), smooth=60)
    a.add("flame core", m.LAMP_GLOW, core.translate((at[0], at[1] + size * 0.02, at[2] + size * 0.17)), smooth=60)


@sculpture("candle", synonyms=("lit candle",), kinds=("candlestick", "taper", "candelabra"), size=(0.12, 0.42))
def candle(rng: np.random.Generator) -> Sculpture:
    """A dripping candle with a flame, in a holder with a ring, on a stick, or by itself."""
    a = Assembly()
    wax = m.WAX.coloured(s.pick(rng, ("#f0e4c4", "#f0e4c4", "#b8322c", "#efe9f2", "#d8b98a"))).varied(rng, 0.03)
    r, high = rng.uniform(0.014, 0.03), rng.uniform(0.09, 0.16)
    kind = s.pick(rng, ("holder", "stick", "bare"))
    base = 0.0
    metal = s.pick(rng, METALS).varied(rng, 0.05)
    if kind == "holder":
        q = r * rng.uniform(2.3, 2.9)
        dish = s.lathe(s.profile([(0, 0), (q * 0.7, 0.001), (q * 0.95, 0.006), (q, 0.014)], 18), 0.002, 48)
        cup = s.cylinder(0.026, r * 1.2, segments=32, bevel=0.001) - s.cylinder(1, r * 0.98).translate((0, 0.004, 0))
        a.add("holder", metal, dish, cup, s.torus(q, 0.0022, 48, 8).translate((0, 0.0135, 0)))
        ring = s.torus(r * 0.75, 0.0034, 28, 10).rotate((90, 0, 0)).translate((q + r * 0.7, 0.016, 0))
        a.add("handle", metal, ring)
        base = 0.006
    elif kind == "stick":
        tall, q = rng.uniform(0.09, 0.15), r * 2.3
        turned = s.profile(
            [
                (q, 0),
                (q * 0.95, 0.008),
                (r * 0.5, 0.022),
                (r * 0.4, tall * 0.4),
                (r * 0.75, tall * 0.55),
                (r * 0.4, tall * 0.7),
                (r * 1.5, tall * 0.93),
                (r * 1.6, tall),
            ],
            40,
        )
        a.add("stick", metal, s.revolve([(0, 0), *turned, (0, tall)], 40))
        cup = s.cylinder(0.02, r * 1.18, segments=32) - s.cylinder(1, r * 0.98).translate((0, 0.003, 0))
        a.add("stick", metal, cup.translate((0, tall - 0.002, 0)))
        base = tall
    body = s.cylinder(high, r, segments=40) - s.ellipsoid(r * 0.72, r * 0.34, r * 0.72, 28).translate((0, high, 0))
    a.add("wax", wax, body.translate((0, base, 0)))
    rim = s.torus(r * 0.9, r * 0.13, 40, 10).translate((0, base + high - r * 0.03, 0))
    drips = []
    for _ in range(int(rng.integers(4, 9))):
        yaw, long, q = rng.uniform(0, 360), rng.uniform(0.15, 0.7) * high, r * rng.uniform(0.13, 0.22)
        drips.append(
            s.capsule((0, base + high - r * 0.05, r * 0.95), (0, base + high - long, r * 0.99), q * 0.75, q).rotate(
                (0, yaw, 0)
            )
        )
    if kind == "bare":
        for _ in range(5):
            yaw = rng.uniform(0, 360)
            drips.append(
                s.ellipsoid(r * 0.5, r * 0.2, r * 0.45, 16)
                .translate((0, r * 0.1, r))
                .rotate((0, yaw, 0))
                .trim_by_plane((0, 1, 0), 0)
            )
    a.add("drips", wax.shaded(1.05), rim, *drips)
    top = base + high - r * 0.3
    a.add(
        "wick",
        m.BLACK,
        s.tube(s.curve([(0, top, 0), (0.0005, top + r * 0.5, 0), (0.003, top + r * 0.85, 0)], 8), 0.0014, 8),
    )
    size = r * rng.uniform(1.5, 2.0)
    flame(a, (0, top + r * 0.45, 0), size)
    return a.build({"top": (0, top + r * 0.45 + size * 1.15, 0), "hand": (0, base + high * 0.4, 0)}).grounded()


@sculpture(
    "lantern",
    synonyms=("lamp lantern", "oil lantern"),
    kinds=("camping lantern", "hurricane lamp", "oil lamp"),
    size=(0.3, 0.7),
)
def lantern(rng: np.random.Generator) -> Sculpture:
    """An old lantern: base, glass between bars, a roof with vents, a ring to carry it, a flame inside."""
    a = Assembly()
    metal = s.pick(rng, (m.IRON, m.BRASS, m.BRONZE, m.COPPER, m.PAINT.coloured("#7a2f26", "enamel"))).varied(rng, 0.05)
    sides = int(s.pick(rng, (4, 6, 32)))
    r, high = rng.uniform(0.075, 0.095), rng.uniform(0.15, 0.2)
    prism = lambda h, q, top=None: s.prism(h, q, sides, top) if sides < 32 else s.cylinder(h, q, top, 32)  # noqa: E731
    for y, q, t in ((0, 1.14, 0.018), (0.017, 1.0, 0.02), (0.036, 1.08, 0.01)):
        a.add("base", metal, prism(t, r * q).translate((0, y, 0)))
    low = 0.045
    a.add("glass", m.GLASS.coloured("#e8dfc0", "lantern glass"), prism(high, r * 0.9).translate((0, low, 0)))
    count = sides if sides < 32 else 6
    bar = s.rod((0, low - 0.004, r * 0.98), (0, low + high + 0.004, r * 0.98), 0.0048, segments=10)
    a.add("bars", metal, s.around(bar, count, 180 / count))
    if s.chance(rng, 0.6):
        for y in (0.36, 0.68):
            ring = prism(0.006, r * 1.0) - prism(1, r * 0.9).translate((0, -0.4, 0))
            a.add("bars", metal, ring.translate((0, low + high * y, 0)))
    y = low + high
    roof = rng.uniform(0.5, 0.8) * r
    a.add(
        "roof",
        metal,
        prism(0.012, r * 1.16).translate((0, y, 0)),
        prism(roof, r * 1.1, r * 0.42).translate((0, y + 0.011, 0)),
    )
    vent = s.cylinder(0.03, r * 0.4, segments=28) - s.around(s.box(0.008, 0.014, 0.5).translate((0, 0.009, 0)), 5)
    a.add("vent", metal.shaded(0.75), vent.translate((0, y + 0.009 + roof, 0)))
    a.add(
        "roof",
        metal,
        s.revolve([(0, 0), (r * 0.56, 0), (r * 0.52, 0.008), (r * 0.12, 0.026), (0, 0.026)], 28).translate(
            (0, y + 0.037 + roof, 0)
        ),
    )
    top = y + 0.06 + roof
    big = r * rng.uniform(0.42, 0.55)
    a.add(
        "ring", metal.shaded(0.85), s.torus(big, 0.0052, 36, 10).rotate((90, 0, 0)).translate((0, top + big - 0.002, 0))
    )
    a.add("burner", m.BRASS, s.cylinder(0.022, r * 0.34, r * 0.22, 24).translate((0, low, 0)))
    a.add("candle", m.WAX, s.cylinder(high * 0.32, r * 0.18, segments=24).translate((0, low + 0.018, 0)))
    flame(a, (0, low + 0.016 + high * 0.32, 0), high * 0.28)
    return a.build({"top": (0, top + 2 * big, 0), "hand": (0, top + 2 * big - 0.005, 0)})


@sculpture(
    "torch", synonyms=("flaming torch", "burning torch"), kinds=("flambeau", "wall torch"), size=(0.5, 1.0), tint=False
)
def torch(rng: np.random.Generator) -> Sculpture:
    """A club bound with cloth and iron, burning."""
    a = Assembly()
    high, r = rng.uniform(0.42, 0.56), rng.uniform(0.022, 0.028)
    wood = s.pick(rng, (m.OAK, m.WALNUT, m.BARK)).varied(rng)
    a.add("handle", wood, s.roughened(s.cylinder(high, r * 0.75, r * 1.25, 20, 0.003), rng, 0.0025, 0.05, 0.03))
    coils = s.union(
        [
            s.torus(r * 0.86, r * 0.2, 20, 8)
            .rotate((rng.uniform(-9, 9), 0, rng.uniform(-9, 9)))
            .translate((0, high * 0.2 + r * 0.3 * k, 0))
            for k in range(8)
        ]
    )
    a.add("grip", m.LEATHER, coils)
    head = s.roughened(
        s.revolve(
            [
                (0, 0),
                *s.profile(
                    [(r * 1.2, 0), (r * 2.0, r * 0.9), (r * 2.15, r * 2.6), (r * 1.7, r * 4.0), (0, r * 4.4)], 26
                ),
            ],
            32,
        ),
        rng,
        r * 0.12,
        r * 0.9,
    )
    y = high - r * 0.7
    a.add("head", m.CLOTH.coloured("#5a4632", "oiled cloth"), head.translate((0, y, 0)))
    wraps = [
        s.torus(r * q, r * 0.16, 28, 8).rotate((tilt, 0, 14)).translate((0, y + r * v, 0))
        for q, v, tilt in ((2.0, 1.2, 8), (2.15, 2.0, -10), (2.1, 2.9, 6))
    ]
    a.add("bindings", m.ROPE.shaded(0.7), *wraps)
    a.add("collar", m.IRON, s.cylinder(r * 0.8, r * 1.5, r * 1.7, 24, r * 0.1).translate((0, y - r * 0.4, 0)))
    base = y + r * 2.6
    fires = []
    for k in range(7):
        yaw = 360 / 6 * k
        long = r * (rng.uniform(4.5, 6.0) if k < 6 else 8.2)
        out = r * (1.1 if k < 6 else 0.0)
        path = s.curve([(0, 0, out), (0, long * 0.4, out * 1.5), (rng.uniform(-1, 1) * r * 0.8, long, out * 0.5)], 12)
        fires.append(s.tube(path, s.interpolate((r * 1.0, r * 1.15, r * 0.7, r * 0.03), 12), 12).rotate((0, yaw, 0)))
    a.add("flame", m.FLAME.coloured("#f58a1f"), s.union(fires).translate((0, base, 0)), smooth=60)
    tips = [
        s.tube(
            s.curve([(0, 0, r * 1.9), (0, r * 2.0, r * 1.95), (0, r * 3.9, r * 1.2)], 10),
            s.interpolate((r * 0.2, r * 0.6, r * 0.02), 10),
            10,
        ).rotate((0, 60 * k + 30, 0))
        for k in range(6)
    ]
    a.add("flame core", m.FLAME.coloured("#ffd24a", "flame core"), s.union(tips).translate((0, base, 0)), smooth=60)
    embers = [
        s.sphere(r * 0.2, 8)
        .translate((rng.uniform(-1.4, 1.4) * r, base + rng.uniform(-1.2, 0.8) * r, 1.9 * r))
        .rotate((0, rng.uniform(0, 360), 0))
        for _ in range(12)
    ]
    a.add("embers", m.EMBER, *embers)
    return a.build({"top": (0, base + r * 8.2, 0), "hand": (0, high * 0.3, 0)}).grounded()


@sculpture(
    "table lamp",
    synonyms=("bedside lamp", "shaded lamp"),
    kinds=("night lamp", "standing lamp", "desk lamp"),
    size=(0.4, 0.85),
)
def table_lamp(rng: np.random.Generator) -> Sculpture:
    """A turned or bulbous foot under a shade with a lit bulb."""
    a = Assembly()
    foot = s.pick(
        rng,
        (
            m.CERAMIC.coloured(s.pick(rng, ("#2f5f8a", "#e8e2d4", "#7a9a7f", "#b8563a", "#d9a441"))),
            m.BRASS,
            m.OAK,
            m.WALNUT,
            m.SILVER,
        ),
    ).varied(rng, 0.05)
    r, high = rng.uniform(0.07, 0.095), rng.uniform(0.22, 0.3)
    shape = s.pick(rng, ("gourd", "column", "ball", "urn"))
    turned = {
        "gourd": [(r * 0.7, 0.015), (r, high * 0.3), (r * 0.45, high * 0.62), (r * 0.5, high * 0.75), (r * 0.2, high)],
        "column": [
            (r * 0.9, 0.015),
            (r * 0.32, high * 0.14),
            (r * 0.26, high * 0.5),
            (r * 0.36, high * 0.8),
            (r * 0.18, high),
        ],
        "ball": [(r * 0.4, 0.015), (r * 1.05, high * 0.42), (r * 0.5, high * 0.8), (r * 0.2, high)],
        "urn": [
            (r * 0.4, 0.015),
            (r * 0.6, high * 0.2),
            (r * 1.0, high * 0.62),
            (r * 0.55, high * 0.85),
            (r * 0.2, high),
        ],
    }[shape]
    a.add("base", foot, s.revolve([(0, 0.01), *s.profile(turned, 40), (0, high)], 48))
    a.add("foot", m.BRASS if foot.name != "brass" else m.EBONY, s.cylinder(0.018, r * 0.95, segments=48, bevel=0.003))
    a.add(
        "neck",
        m.BRASS,
        s.cylinder(0.05, 0.009, segments=16).translate((0, high - 0.003, 0)),
        s.cylinder(0.02, 0.015, segments=20, bevel=0.002).translate((0, high + 0.02, 0)),
    )
    tall, wide = rng.uniform(0.15, 0.2), r * rng.uniform(1.7, 2.1)
    top = wide * s.pick(rng, (0.5, 0.7, 0.95))
    low = high + 0.0
    cloth = m.CLOTH.coloured(s.pick(rng, ("#efe2c0", "#efe2c0", "#d9b98a", "#b8434a", "#8fa3a8")), "shade")
    glow = m.Material("lampshade", cloth.base_colour, 0.9).lit(0.25)
    shade = s.cylinder(tall, wide, top, 56) - s.cylinder(tall * 1.02, wide - 0.004, top - 0.004, 56).translate(
        (0, -0.001, 0)
    )
    a.add("shade", glow, shade.translate((0, low, 0)))
    trim = cloth.shaded(0.75)
    a.add(
        "shade trim",
        trim,
        s.torus(wide - 0.002, 0.004, 56, 8).translate((0, low + 0.002, 0)),
        s.torus(top - 0.002, 0.004, 56, 8).translate((0, low + tall - 0.002, 0)),
    )
    a.add(
        "bulb",
        m.LAMP_GLOW,
        s.sphere(0.03, 24).translate((0, high + 0.075, 0)),
        s.cylinder(0.03, 0.014, 0.024, 20).translate((0, high + 0.036, 0)),
    )
    spider = [
        s.rod((0, low + tall - 0.012, 0), (top * np.sin(q), low + tall - 0.006, top * np.cos(q)), 0.002, segments=8)
        for q in (0, 2.09, 4.19)
    ]
    a.add(
        "frame",
        m.BRASS,
        *spider,
        s.rod((0, high, 0), (0, low + tall - 0.01, 0), 0.0025, segments=8),
        s.sphere(0.008, 14).translate((0, low + tall - 0.004, 0)),
    )
    return a.build({"top": (0, low + tall, 0)})


@sculpture(
    "hourglass", synonyms=("sand timer", "sandglass"), kinds=("egg timer", "sand clock"), size=(0.2, 0.4), tint=False
)
def hourglass(rng: np.random.Generator) -> Sculpture:
    """Two bulbs of glass with running sand between plates on turned posts."""
    a = Assembly()
    wood = s.pick(rng, (m.WALNUT, m.MAHOGANY, m.OAK, m.BRASS)).varied(rng, 0.06)
    r, high = rng.uniform(0.05, 0.062), rng.uniform(0.19, 0.23)
    t = high * 0.075
    for y, flip in ((0, 1), (high, -1)):
        plate = s.revolve([(0, 0), (r * 1.22, 0), (r * 1.25, t * 0.3), (r * 1.16, t * 0.6), (r * 1.05, t), (0, t)], 48)
        a.add("plates", wood, plate.scale((1, flip, 1)).translate((0, y, 0)))
    half, neck = high / 2 - t, r * 0.075
    bulb = [(neck, 0.0), (r * 0.2, half * 0.12), (r * 0.68, half * 0.42), (r * 0.82, half * 0.72), (r * 0.6, half)]
    up = s.profile(bulb, 26)
    outline = np.concatenate([up[::-1] * (1, -1), up[1:]]) + (0, high / 2)
    glass = s.revolve([(0, t), *outline, (0, high - t)], 48)
    a.add("glass", m.GLASS.coloured("#dcebef"), glass, smooth=60)
    sand = m.SAND.coloured(s.pick(rng, ("#e0bd6f", "#d99a5a", "#e8e0cc", "#7fa6c9", "#c2566a")), "sand")
    left = rng.uniform(0.25, 0.7)
    inner = up * (0.95, 1)
    upper = [(q, y + high / 2) for q, y in inner if y < half * left]
    reach = float(np.interp(half * left, inner[:, 1], inner[:, 0]))
    a.add(
        "sand",
        sand,
        s.revolve(
            [(0, high / 2 - 0.002), *upper, (reach, high / 2 + half * left), (0, high / 2 + half * left * 0.72)], 40
        ),
    )
    fill = half * (1 - left) * 0.75
    lower = [(q, high / 2 - y) for q, y in inner[::-1] if half - y < fill]
    edge = float(np.interp(half - fill, inner[:, 1], inner[:, 0]))
    a.add("sand", sand, s.revolve([(0, t + 0.001), *lower, (edge, t + fill), (0, t + fill + edge * 0.5)], 40))
    a.add("sand", sand, s.cylinder(high / 2 - t - fill, neck * 0.5, segments=10).translate((0, t + fill, 0)))
    post = s.profile(
        [
            (0.0075, 0),
            (0.0042, high * 0.12),
            (0.0075, high * 0.32),
            (0.0045, high * 0.44),
            (0.0075, high * 0.56),
            (0.0042, high * 0.74),
            (0.0075, high - 2 * t),
        ],
        30,
    )
    column = s.revolve([(0, 0), *post, (0, high - 2 * t)], 20).translate((0, t, r * 1.02))
    count = int(s.pick(rng, (3, 4)))
    a.add("posts", wood.shaded(0.85), s.around(column, count, 45))
    a.add("collar", m.BRASS, s.torus(neck * 1.6, neck * 0.8, 28, 10).translate((0, high / 2, 0)))
    return a.build({"top": (0, high, 0)})
