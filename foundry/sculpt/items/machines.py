"""Machines that take coins, play, count, lift and make power."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

BRIGHT = ("#d8342f", "#f0b42a", "#2f7fd0", "#3f9a4a", "#f07a2a", "#e8e4da")


def paint(hue: str, name: str = "paint") -> m.Material:
    """A paint of a colour `#rrggbb` or a name of `HUES`."""
    return m.PAINT.coloured(m.HUES.get(hue, hue), name)


def profiled(outline: list[tuple[float, float]], width: float, bevel: float = 0.0) -> s.Solid:
    """What has this outline of (z, y) from the side, `width` along X."""
    return s.extrude(outline, width, bevel).rotate((0, -90, 0))


@sculpture(
    "vending machine",
    synonyms=("snack machine",),
    kinds=("drinks machine", "soda machine", "drink machine"),
    size=(1.8, 2.6),
)
def vending_machine(rng: np.random.Generator) -> Sculpture:
    """A tall cabinet with rows of cans or snacks behind glass, a keypad and slot at the right, a flap below."""
    a = Assembly()
    body = paint(s.pick(rng, ("red", "#2b2d33", "#2f5fae", "red")), "cabinet").varied(rng, 0.04)
    w, d, high = rng.uniform(0.94, 1.04), rng.uniform(0.72, 0.8), rng.uniform(1.78, 1.9)
    a.add("cabinet", body, s.box(w, high, d, 0.025).translate((0, 0.06, 0)))
    a.add(
        "feet",
        m.BLACK,
        *[s.box(0.1, 0.08, 0.1).translate((x * w * 0.4, 0, z * d * 0.4)) for x in (-1, 1) for z in (-1, 1)],
    )
    z = d / 2
    wide, tall = w * 0.64, high * 0.66
    x0, y0 = -w * 0.13, high * 0.27
    a.add("recess", m.BLACK.coloured("#e6eef0", "lit inside"), s.box(wide, tall, 0.03).translate((x0, y0, z)))
    a.add(
        "window frame",
        m.BLACK,
        s.extrude(s.rectangle(wide + 0.07, tall + 0.07), 0.09, holes=[s.rectangle(wide, tall)]).translate(
            (x0, y0 + tall / 2, z)
        ),
    )
    rows = 5
    for k in range(rows):
        y = y0 + 0.02 + tall * k / rows
        a.add("shelves", m.STEEL, s.box(wide, 0.025, 0.07).translate((x0, y, z + 0.01)))
        for q in range(5):
            hue = BRIGHT[(q + 2 * k) % 6]
            x = x0 + wide * ((q + 0.5) / 5 - 0.5)
            can = (
                s.cylinder(tall / rows * 0.66, wide * 0.078, segments=14)
                if k < 3
                else s.box(wide * 0.15, tall / rows * 0.7, 0.06, 0.01)
            )
            a.add(f"goods {hue}", m.PLASTIC.coloured(hue, f"goods {hue}"), can.translate((x, y + 0.024, z + 0.015)))
    px = w * 0.37
    a.add("panel", m.DARK_STEEL.coloured("#42464c", "panel"), s.box(w * 0.2, tall, 0.05).translate((px, y0, z)))
    a.add(
        "display",
        m.BLUE.coloured("#63d0e8", "display").lit(0.5),
        s.box(w * 0.15, 0.08, 0.07).translate((px, y0 + tall * 0.78, z)),
    )
    keys = [
        s.box(0.032, 0.032, 0.08).translate((px + 0.048 * i, y0 + tall * 0.5 + 0.05 * j, z))
        for i in (-1, 0, 1)
        for j in range(4)
    ]
    a.add("keys", m.WHITE, *keys)
    a.add("slot", m.STEEL, s.box(w * 0.12, 0.06, 0.08).translate((px, y0 + tall * 0.38, z)))
    a.add("slot", m.BLACK, s.box(0.012, 0.045, 0.1).translate((px, y0 + tall * 0.385, z)))
    a.add("coin tray", m.BLACK, s.box(w * 0.12, 0.09, 0.08).translate((px, y0 + tall * 0.12, z)))
    a.add("flap", m.BLACK, s.box(w * 0.6, high * 0.12, 0.06).translate((x0, high * 0.09, z)))
    a.add("flap handle", m.STEEL, s.box(w * 0.5, 0.025, 0.09).translate((x0, high * 0.17, z)))
    a.add(
        "header",
        m.WHITE.coloured("#fbf7ec", "sign").lit(0.4),
        s.box(w * 0.9, high * 0.07, 0.05).translate((0, high * 0.955, z)),
    )
    marks = s.row(s.box(w * 0.06, high * 0.034, 0.08), 8, (w * 0.092, 0, 0)).translate((0, high * 0.972, z))
    a.add("letters", body.shaded(0.8), marks)
    return a.build({"top": (0, high + 0.06, 0)})


@sculpture(
    "arcade machine",
    synonyms=("arcade cabinet", "arcade game"),
    kinds=("coin operated game", "arcade game machine"),
    size=(1.8, 2.4),
)
def arcade_machine(rng: np.random.Generator) -> Sculpture:
    """A cabinet with shaped sides, a lit marquee, a slanted screen, joysticks and buttons, and coin doors."""
    a = Assembly()
    hue = s.pick(rng, ("#2f4fae", "#c8322f", "#2f4fae", "#6c3d92", "#2b2d33"))
    side_m = paint(hue, "side panels").varied(rng, 0.05)
    black = m.BLACK.coloured("#26272b", "cabinet")
    w, high, d = rng.uniform(0.62, 0.68), rng.uniform(1.7, 1.82), rng.uniform(0.76, 0.84)
    f, b = d / 2, -d / 2
    outline = [
        (b, 0),
        (f - 0.14, 0),
        (f - 0.12, high * 0.46),
        (f, high * 0.5),
        (f, high * 0.56),
        (f - 0.34, high * 0.64),
        (f - 0.46, high * 0.84),
        (f - 0.2, high * 0.88),
        (f - 0.22, high),
        (b, high),
    ]
    inner = [
        (b + 0.02, 0.03),
        (f - 0.18, 0.03),
        (f - 0.16, high * 0.48),
        (f - 0.04, high * 0.505),
        (f - 0.04, high * 0.545),
        (f - 0.38, high * 0.625),
        (f - 0.5, high * 0.84),
        (f - 0.24, high * 0.9),
        (f - 0.26, high - 0.02),
        (b + 0.02, high - 0.02),
    ]
    for x in (-1.0, 1.0):
        a.add("side panels", side_m, profiled(outline, 0.05).translate((x * w / 2, 0, 0)))
        stripe = profiled(
            [(b + 0.1, high * 0.2), (f - 0.2, high * 0.3), (f - 0.2, high * 0.38), (b + 0.1, high * 0.28)], 0.06
        )
        second = profiled(
            [(b + 0.1, high * 0.34), (f - 0.3, high * 0.66), (f - 0.42, high * 0.78), (b + 0.1, high * 0.42)], 0.06
        )
        a.add("stripes yellow", m.YELLOW, stripe.translate((x * w / 2, 0, 0)))
        a.add("stripes light", paint("#4fc0d8", "light"), second.translate((x * w / 2, 0, 0)))
    a.add("cabinet", black, profiled(inner, w))

    def plate(low: tuple[float, float], top: tuple[float, float], wide: float, thick: float) -> s.Solid:
        return s.beam((0, low[1], low[0]), (0, top[1], top[0]), wide, thick)

    lean = plate((f - 0.39, high * 0.645), (f - 0.49, high * 0.825), w * 0.84, 0.07)
    a.add("bezel", black.shaded(0.6), lean)
    screen = m.BLUE.coloured("#1d3f6f", "screen").lit(0.5)
    a.add("screen", screen, plate((f - 0.4, high * 0.66), (f - 0.485, high * 0.81), w * 0.72, 0.1))
    start, end = np.array((0, high * 0.66, f - 0.4)), np.array((0, high * 0.81, f - 0.485))
    along = end - start
    out = np.array((0, 0.055, 0.03)) * 0.9
    for k in range(4):
        for q in range(5):
            if (k + q) % 3 != 2 or k == 0:
                at = start + along * (0.2 + 0.2 * k) + out * 0.9 + ((q - 2) * w * 0.13, 0, 0)
                colour = ("#8fe04a", "#f0d03a", "#f05a8a")[k % 3]
                a.add(
                    f"picture {colour}",
                    m.PLASTIC.coloured(colour, f"picture {colour}").lit(0.6),
                    s.box(0.042, 0.03, 0.035).translate(tuple(at)),
                )
    a.add(
        "marquee",
        m.LIT_WINDOW.coloured("#ffd84a", "marquee"),
        plate((f - 0.2, high * 0.892), (f - 0.215, high * 0.985), w * 0.94, 0.08),
    )
    a.add(
        "marquee letters",
        m.RED,
        *[s.box(0.05, high * 0.05, 0.1).translate((x * 0.075, high * 0.912, f - 0.2)) for x in range(-3, 4)],
    )
    panel = plate((f - 0.02, high * 0.562), (f - 0.33, high * 0.638), w * 0.96, 0.04)
    a.add("control panel", paint("#d8dade", "panel"), panel)
    for x in (-0.2, 0.12):
        base = np.array((x, high * 0.595, f - 0.13))
        a.add("joysticks", m.BLACK, s.rod(base, base + (0, 0.13, 0.02), 0.014, segments=10))
        a.add("joystick balls", m.RED, s.sphere(0.04, 18).translate(tuple(base + (0, 0.14, 0.02))), smooth=60)
        for k in range(4):
            spot = base + (0.075 + 0.05 * (k % 2), 0.022 + 0.011 * (k // 2), -0.045 * (k // 2) + 0.02)
            a.add(
                f"buttons {k % 2}",
                (m.YELLOW, m.BLUE)[k % 2],
                s.cylinder(0.035, 0.021, segments=16).translate(tuple(spot)),
            )
    for x in (-0.1, 0.1):
        a.add(
            "coin doors",
            m.DARK_STEEL.coloured("#5a5e64", "coin door"),
            s.box(0.15, 0.3, 0.04).translate((x, high * 0.16, f - 0.16)),
        )
        a.add("coin slots", m.EMBER, s.box(0.045, 0.06, 0.06).translate((x, high * 0.27, f - 0.16)))
    return a.build({"top": (0, high, -0.1)})


@sculpture(
    "jukebox", plural="jukeboxes", synonyms=("juke box",), kinds=("wurlitzer", "music box machine"), size=(1.5, 2.2)
)
def jukebox(rng: np.random.Generator) -> Sculpture:
    """An arched cabinet with glowing coloured tubes round a window with records, and a grille below."""
    a = Assembly()
    wood = s.pick(rng, (m.MAHOGANY.shaded(1.1), m.WALNUT, m.MAHOGANY)).varied(rng, 0.05)
    w, high, d = rng.uniform(0.84, 0.92), rng.uniform(1.45, 1.55), rng.uniform(0.56, 0.64)
    a.add("base", m.BLACK, s.box(w * 1.04, 0.1, d * 1.04, 0.02))
    a.add("cabinet", wood, s.extrude(s.arch_outline(w, high - 0.06), d, 0.03).translate((0, 0.08, 0)))
    z = d / 2
    hues = ("#ff9a2a", "#f0502f", "#ffd24a")
    for k, (share, thick) in enumerate(((0.46, 0.058), (0.38, 0.04))):
        r = w * share
        rise = high - 0.06 - w / 2
        path = [
            (-r, 0.14, z),
            (-r, rise * 0.5, z),
            *[(x, y + 0.08 + rise, z) for x, y in s.arc(r, 180, 0, 22)],
            (r, rise * 0.5, z),
            (r, 0.14, z),
        ]
        tube = m.PLASTIC.coloured(hues[k], f"glowing tube {k}").lit(0.8)
        a.add(f"tubes {k}", tube, s.tube(path, thick, 12), smooth=60)
    for x in (-1, 1):
        for y in (0.3, 0.62, 0.92):
            a.add("chrome", m.STEEL, s.cylinder(0.07, 0.075, segments=20).translate((x * w * 0.46, y * high * 0.62, z)))
    top_y = 0.08 + high - 0.06 - w / 2
    window = s.extrude(s.circle(w * 0.33, 36), 0.05).trim_by_plane((0, 1, 0), -0.02)
    a.add("window", m.WINDOW.coloured("#3a5a78", "window"), window.translate((0, top_y, z)))
    for k in range(5):
        disc = (
            s.cylinder(0.03, 0.13, segments=28)
            .rotate((90, 0, 0))
            .rotate((0, 50, 0))
            .translate((-0.2 + 0.1 * k, top_y + 0.11, z + 0.03))
        )
        a.add("records", m.BLACK, disc)
        a.add(
            "labels",
            m.RED,
            s.cylinder(0.04, 0.05, segments=20)
            .rotate((90, 0, 0))
            .rotate((0, 50, 0))
            .translate((-0.2 + 0.1 * k, top_y + 0.11, z + 0.033)),
        )
    titles = s.box(w * 0.62, high * 0.13, 0.05).translate((0, top_y - high * 0.15, z))
    a.add("title strips", m.LAMP_GLOW.coloured("#fff3cf", "titles"), titles)
    a.add(
        "title lines",
        m.RED,
        *[
            s.box(w * 0.56, 0.016, 0.07).translate((0, top_y - high * 0.15 + high * 0.13 * (k + 0.5) / 4, z))
            for k in range(4)
        ],
    )
    a.add(
        "buttons",
        m.WHITE,
        s.row(s.box(0.04, 0.045, 0.09), 10, (w * 0.062, 0, 0)).translate((0, top_y - high * 0.19, z)),
    )
    a.add("chrome", m.STEEL, s.box(w * 0.68, 0.03, 0.08).translate((0, top_y - high * 0.205, z)))
    low = top_y - high * 0.24
    a.add("grille cloth", m.GOLD.coloured("#c98f2a", "grille"), s.box(w * 0.6, low - 0.2, 0.04).translate((0, 0.18, z)))
    bars = [s.box(0.03, low - 0.2, 0.075).translate((x * w * 0.085, 0.18, z)) for x in range(-3, 4)]
    a.add("chrome", m.STEEL, *bars, s.torus(0.12, 0.025, 32, 8).rotate((90, 0, 0)).translate((0, low * 0.55, z + 0.02)))
    a.add("emblem", m.RED, s.cylinder(0.06, 0.11, segments=28).rotate((90, 0, 0)).translate((0, low * 0.55, z + 0.04)))
    return a.build({"top": (0, high + 0.02, 0)})


@sculpture("cash register", synonyms=("cash till",), kinds=("checkout till", "vintage cash register"), size=(0.5, 1.2))
def cash_register(rng: np.random.Generator) -> Sculpture:
    """A till with stepped keys on a slope, a sum in a window above, a crank at its side and an open drawer below."""
    a = Assembly()
    body = s.pick(
        rng,
        (
            m.BRASS.coloured("#b98a3a", "brass"),
            m.BRASS.coloured("#b98a3a", "brass"),
            paint("#8a2f2a", "paint"),
            paint("#4a4e54", "paint"),
        ),
    ).varied(rng, 0.05)
    trim = m.GOLD if body.name == "paint" else body.shaded(0.72)
    w, d = rng.uniform(0.42, 0.47), rng.uniform(0.4, 0.44)
    a.add("drawer case", m.OAK.shaded(0.7), s.box(w * 1.06, 0.12, d * 1.04, 0.01))
    out = d * rng.uniform(0.2, 0.3)
    a.add("drawer", m.OAK, s.box(w * 0.94, 0.085, 0.03).translate((0, 0.018, d * 0.52 + out)))
    a.add(
        "drawer", m.OAK.shaded(0.85), s.box(w * 0.88, 0.07, out + 0.06).translate((0, 0.02, d * 0.52 + out / 2 - 0.03))
    )
    a.add("drawer knob", m.BRASS, s.sphere(0.024, 14).translate((0, 0.06, d * 0.52 + out + 0.03)))
    for q in range(4):
        x = w * 0.2 * (q - 1.5)
        a.add(
            "money",
            (m.GREEN.coloured("#7fb07a", "notes") if q % 2 else m.GOLD),
            s.box(w * 0.16, 0.025, out * 0.8).translate((x, 0.082, d * 0.5 + out / 2)),
        )
    f, b = d / 2, -d / 2
    y = 0.115
    line = [
        (b, y),
        (f, y),
        (f, y + 0.06),
        (f - 0.05, y + 0.1),
        (b + 0.17, y + 0.26),
        (b + 0.14, y + 0.44),
        (b, y + 0.44),
    ]
    a.add("body", body, profiled(line, w, 0.012))
    slope_a, slope_b = np.array((0, y + 0.1, f - 0.05)), np.array((0, y + 0.26, b + 0.17))
    for i in range(4):
        for j in range(6):
            at = slope_a + (slope_b - slope_a) * (0.14 + 0.24 * i) + ((j - 2.5) * w * 0.135, 0, 0)
            a.add("stems", m.STEEL, s.cylinder(0.03, 0.008, segments=8).translate(tuple(at)))
            key = m.WHITE if j < 4 else (m.RED if i % 2 else m.BLACK)
            a.add(f"keys {key.name}", key, s.cylinder(0.018, 0.021, segments=16).translate(tuple(at + (0, 0.026, 0))))
    head = s.box(w * 0.92, 0.15, 0.13, 0.015).translate((0, y + 0.42, b + 0.075))
    a.add("head", body, head)
    for z in (b + 0.142, b + 0.008):
        a.add(
            "window", m.WHITE.coloured("#f4efdd", "display"), s.box(w * 0.76, 0.09, 0.012).translate((0, y + 0.45, z))
        )
        a.add("sum", m.BLACK, s.row(s.box(w * 0.07, 0.055, 0.02), 4, (w * 0.16, 0, 0)).translate((0, y + 0.468, z)))
    crest = s.extrude([(-w * 0.3, 0), (w * 0.3, 0), (w * 0.2, 0.05), (0, 0.085), (-w * 0.2, 0.05)], 0.06, 0.01)
    a.add("crest", trim, crest.translate((0, y + 0.565, b + 0.075)))
    for x in (-1, 1):
        a.add(
            "trim",
            trim,
            s.torus(0.055, 0.014, 28, 8).rotate((0, 0, 90)).translate((x * w / 2, y + 0.15, -0.02)),
            s.box(0.02, 0.018, d * 0.9).translate((x * w / 2, y + 0.04, 0)),
        )
    a.add("trim", trim, s.box(w * 0.98, 0.018, 0.02).translate((0, y + 0.03, f)))
    x = w / 2
    a.add(
        "crank",
        m.STEEL,
        s.rod((x, y + 0.15, -0.02), (x + 0.045, y + 0.15, -0.02), 0.018, segments=14),
        s.beam((x + 0.04, y + 0.15, -0.02), (x + 0.04, y + 0.24, 0.08), 0.02, 0.024),
    )
    a.add("crank knob", m.EBONY, s.rod((x + 0.03, y + 0.24, 0.08), (x + 0.12, y + 0.24, 0.08), 0.02, 0.024, 14))
    return a.build({"top": (0, y + 0.64, b + 0.075)})


@sculpture(
    "atm",
    synonyms=("cash machine", "cash dispenser", "bank machine"),
    kinds=("automated teller machine", "cashpoint"),
    size=(1.4, 2.2),
)
def atm(rng: np.random.Generator) -> Sculpture:
    """A cabinet with a lit screen, a keypad on a shelf, card and note slots and a lit sign on top."""
    a = Assembly()
    body = paint(s.pick(rng, ("#2f5fae", "#2f5fae", "#2f7f5a", "#8f969c")), "cabinet").varied(rng, 0.05)
    light = m.PLASTIC.coloured("#d9dde0", "panel")
    w, d, high = rng.uniform(0.58, 0.66), rng.uniform(0.56, 0.64), rng.uniform(1.35, 1.45)
    f, b = d / 2, -d / 2
    line = [
        (b, 0),
        (f - 0.06, 0),
        (f - 0.06, high * 0.56),
        (f + 0.05, high * 0.6),
        (f + 0.05, high * 0.64),
        (f - 0.14, high * 0.7),
        (f - 0.2, high * 0.98),
        (f - 0.24, high),
        (b, high),
    ]
    a.add("cabinet", body, profiled(line, w, 0.012))
    a.add("plinth", m.BLACK, s.box(w * 0.96, 0.06, d * 0.86).translate((0, -0.005, -0.03)))
    lean_a, lean_b = np.array((0, high * 0.71, f - 0.142)), np.array((0, high * 0.97, f - 0.196))
    a.add("panel", light, s.beam(lean_a, lean_b, w * 0.88, 0.04))
    a.add(
        "screen",
        m.BLUE.coloured("#3fa8e8", "screen").lit(0.5),
        s.beam(
            lean_a + (lean_b - lean_a) * 0.2 - (w * 0.1, 0, 0),
            lean_a + (lean_b - lean_a) * 0.9 - (w * 0.1, 0, 0),
            w * 0.52,
            0.07,
        ),
    )
    for k in range(3):
        at = lean_a + (lean_b - lean_a) * (0.36 + 0.2 * k)
        a.add(
            "screen lines",
            m.WHITE,
            s.box(w * 0.34, 0.022, 0.045).translate((-w * 0.1, float(at[1]) - 0.011, float(at[2]) + 0.022)),
        )
        a.add(
            "side keys",
            m.STEEL,
            s.box(0.035, 0.03, 0.06).translate((w * 0.2, float(at[1]) - 0.015, float(at[2]) + 0.015)),
        )
    a.add(
        "card slot",
        m.GREEN.coloured("#39c06a", "card slot").lit(0.4),
        s.box(w * 0.2, 0.05, 0.06).translate((w * 0.31, high * 0.86, f - 0.17)),
    )
    a.add("slots", m.BLACK, s.box(w * 0.14, 0.014, 0.08).translate((w * 0.31, high * 0.876, f - 0.168)))
    shelf_a, shelf_b = np.array((0, high * 0.645, f + 0.04)), np.array((0, high * 0.695, f - 0.12))
    a.add("shelf", light, s.beam(shelf_a, shelf_b, w * 0.88, 0.03))
    for i in range(4):
        for j in range(4):
            at = shelf_a + (shelf_b - shelf_a) * (0.14 + 0.24 * i) + ((j - 1.5) * 0.062 - w * 0.08, 0.012, 0)
            key = m.STEEL if j < 3 else (m.RED, m.YELLOW, m.GREEN, m.STEEL)[3 - i]
            a.add(f"keys {key.name}", key, s.box(0.044, 0.024, 0.03).translate(tuple(at)))
    z = f - 0.06
    a.add("note slot frame", m.STEEL, s.box(w * 0.62, 0.13, 0.05).translate((0, high * 0.4, z)))
    a.add("slots", m.BLACK, s.box(w * 0.5, 0.05, 0.07).translate((0, high * 0.43, z)))
    notes = s.box(w * 0.4, 0.022, 0.13).translate((0, high * 0.44, z + 0.05))
    a.add("notes", m.GREEN.coloured("#8fc08a", "notes"), notes)
    a.add("door", body.shaded(0.86), s.box(w * 0.86, high * 0.3, 0.03).translate((0, high * 0.06, z)))
    a.add(
        "lock",
        m.STEEL,
        s.cylinder(0.03, 0.024, segments=14).rotate((90, 0, 0)).translate((w * 0.32, high * 0.22, z + 0.03)),
    )
    sign = s.rounded_box(w * 0.98, 0.2, 0.2, 0.03).translate((0, high - 0.01, b + 0.2))
    a.add("sign", m.LAMP_GLOW.coloured("#fff6dc", "sign"), sign)
    y, zz = high + 0.04, b + 0.2
    ink = body.shaded(0.75)
    for zs in (zz + 0.1, zz - 0.1):
        flip = 1 if zs > zz else -1
        letter_a = (
            s.beam((-0.045, 0, 0), (0, 0.12, 0), 0.026, 0.026, up=(0, 0, 1))
            + s.beam((0.045, 0, 0), (0, 0.12, 0), 0.026, 0.026, up=(0, 0, 1))
            + s.box(0.05, 0.022, 0.026).translate((0, 0.035, 0))
        )
        letter_t = s.box(0.026, 0.12, 0.026) + s.box(0.1, 0.026, 0.026).translate((0, 0.1, 0))
        letter_m = s.union(
            [s.box(0.024, 0.12, 0.026).translate((x * 0.048, 0, 0)) for x in (-1, 1)]
            + [s.beam((x * 0.048, 0.118, 0), (0, 0.045, 0), 0.024, 0.024, up=(0, 0, 1)) for x in (-1, 1)]
        )
        for k, letter in enumerate((letter_a, letter_t, letter_m)):
            a.add("letters", ink, letter.translate((flip * (k - 1) * 0.15, y, zs)))
    return a.build({"top": (0, high + 0.19, b + 0.2)}).grounded()


@sculpture(
    "robot arm",
    synonyms=("robotic arm", "industrial robot"),
    kinds=("welding robot", "mechanical arm"),
    size=(1.2, 3.2),
)
def robot_arm(rng: np.random.Generator) -> Sculpture:
    """An orange jointed arm on a turning base, with a gripper."""
    a = Assembly()
    orange = paint(s.pick(rng, ("#f0b42a", "#e8741f", "#eceeee", "#e8741f")), "paint").varied(rng, 0.05)
    dark = m.DARK_STEEL.coloured("#3a3e44", "joint")
    a.add("plate", m.STEEL.shaded(0.6), s.box(0.72, 0.06, 0.72, 0.015))
    a.add(
        "bolts",
        dark,
        *[s.cylinder(0.09, 0.04, segments=10).translate((x * 0.29, 0, z * 0.29)) for x in (-1, 1) for z in (-1, 1)],
    )
    a.add("base", dark, s.cylinder(0.2, 0.27, 0.24, 36).translate((0, 0.05, 0)))
    a.add("turntable", orange, s.cylinder(0.16, 0.25, segments=36, bevel=0.02).translate((0, 0.25, 0)))
    yaw = rng.uniform(-58, -42)
    shoulder = np.array((0.0, 0.58, 0.0))
    lean, bent = np.radians(rng.uniform(-16, -6)), np.radians(rng.uniform(66, 84))
    upper, fore = rng.uniform(0.78, 0.88), rng.uniform(0.7, 0.8)
    elbow = shoulder + upper * np.array((0, np.cos(lean), np.sin(lean)))
    wrist = elbow + fore * np.array((0, np.cos(bent), np.sin(bent)))
    tool = wrist + np.array((0, -0.2, 0.05))

    def put(name: str, material: m.Material, *solids: s.Solid, smooth: float = 35.0) -> None:
        a.add(name, material, *[x.rotate((0, yaw, 0)) for x in solids], smooth=smooth)

    def joint(at: np.ndarray, radius: float, wide: float) -> s.Solid:
        return (
            s.cylinder(wide, radius, segments=32, bevel=0.015)
            .rotate((0, 0, 90))
            .translate((wide / 2, float(at[1]), float(at[2])))
        )

    put(
        "turntable",
        orange,
        *[
            s.hull(
                [
                    joint(shoulder, 0.17, 0.09).translate((x * 0.19, 0, 0)),
                    s.box(0.09, 0.05, 0.36).translate((x * 0.19, 0.38, 0)),
                ]
            )
            for x in (-1, 1)
        ],
    )
    put("joints", dark, joint(shoulder, 0.13, 0.54), joint(elbow, 0.12, 0.4), joint(wrist, 0.085, 0.26))
    put("upper arm", orange, s.hull([joint(shoulder, 0.16, 0.22), joint(elbow, 0.13, 0.2)]))
    put(
        "motor",
        dark,
        s.cylinder(0.26, 0.1, segments=24)
        .rotate((90, 0, 0))
        .translate((0, float(elbow[1]) + 0.06, float(elbow[2]) - 0.02)),
    )
    put("elbow", orange, s.hull([joint(elbow, 0.155, 0.3), joint(elbow + (wrist - elbow) * 0.3, 0.11, 0.22)]))
    put("forearm", orange, s.hull([joint(elbow + (wrist - elbow) * 0.1, 0.115, 0.2), joint(wrist, 0.085, 0.16)]))
    put(
        "cable",
        m.RUBBER,
        s.tube(
            s.curve(
                [
                    shoulder + (0.14, 0.1, -0.1),
                    elbow + (0.16, 0.02, -0.16),
                    elbow + (0.13, 0.12, 0.14),
                    wrist + (0.1, 0.07, -0.1),
                ],
                24,
            ),
            0.032,
            8,
        ),
    )
    put("wrist", m.STEEL.shaded(0.8), s.rod(wrist, tool, 0.065, segments=20))
    put("hand", dark, s.box(0.3, 0.07, 0.12, 0.01).translate((0, float(tool[1]) - 0.06, float(tool[2]))))
    for x in (-1, 1):
        finger = s.box(0.045, 0.17, 0.08).translate((x * 0.12, float(tool[1]) - 0.21, float(tool[2])))
        tip = s.beam(
            (x * 0.12, float(tool[1]) - 0.19, float(tool[2])),
            (x * 0.06, float(tool[1]) - 0.31, float(tool[2])),
            0.045,
            0.075,
            up=(0, 0, 1),
        )
        put("fingers", m.STEEL, finger, tip)
    turn = np.radians(yaw)
    hand = (float(np.sin(turn) * tool[2]), float(tool[1]) - 0.3, float(np.cos(turn) * tool[2]))
    return a.build({"top": (0, float(max(elbow[1], wrist[1])) + 0.16, 0), "hand": hand})


@sculpture(
    "generator",
    synonyms=("power generator", "portable generator"),
    kinds=("generator set", "diesel generator"),
    size=(0.8, 1.5),
)
def generator(rng: np.random.Generator) -> Sculpture:
    """An engine and an alternator in a tube frame, under a tank, with a panel of sockets, wheels and handles."""
    a = Assembly()
    hue = s.pick(rng, ("#c8322a", "#e8b52c", "#c8322a", "#2f5fae"))
    body = paint(hue, "tank").varied(rng, 0.05)
    frame = m.DARK_STEEL.coloured("#2c2e32", "frame")
    w, high, d = rng.uniform(0.68, 0.76), rng.uniform(0.52, 0.58), rng.uniform(0.5, 0.56)
    low = 0.1
    t = 0.026
    for z in (-1.0, 1.0):
        path = s.rectangle(w, high, (0, low + high / 2), 0.09)
        loop = np.stack([path[:, 0], path[:, 1], np.full(len(path), z * d / 2)], 1)
        a.add("frame", frame, s.tube(loop, t, 10, closed=True))
    for x in (-1, 1):
        for y in (low, low + high):
            a.add("frame", frame, s.rod((x * w * 0.36, y, -d / 2), (x * w * 0.36, y, d / 2), t, segments=10))
    a.add("base", frame, s.box(w * 0.9, 0.05, d * 0.9).translate((0, low, 0)))
    a.add(
        "engine",
        m.DARK_STEEL.coloured("#5a5e62", "engine"),
        s.box(w * 0.42, high * 0.48, d * 0.6, 0.02).translate((w * 0.18, low + 0.05, 0)),
    )
    fins = s.row(s.box(0.016, high * 0.34, d * 0.64), 6, (0.045, 0, 0)).translate((w * 0.18, low + high * 0.14, 0))
    a.add("fins", m.STEEL.shaded(0.7), fins)
    a.add(
        "alternator",
        m.STEEL,
        s.cylinder(w * 0.36, high * 0.23, segments=32, bevel=0.02)
        .rotate((0, 0, 90))
        .translate((-w * 0.06, low + high * 0.32, 0)),
    )
    a.add(
        "muffler",
        m.STEEL.shaded(0.75),
        s.cylinder(d * 0.6, 0.07, segments=24, bevel=0.02)
        .rotate((90, 0, 0))
        .translate((w * 0.42, low + high * 0.34, -d * 0.3)),
    )
    a.add("tank", body, s.rounded_box(w * 0.86, high * 0.34, d * 0.84, 0.05).translate((0, low + high * 0.66, 0)))
    a.add("cap", m.BLACK, s.cylinder(0.05, 0.05, segments=20).translate((w * 0.12, low + high * 0.99, 0)))
    z = d / 2
    a.add(
        "panel",
        m.PLASTIC.coloured("#25272b", "panel"),
        s.box(w * 0.5, high * 0.42, 0.06).translate((-w * 0.2, low + high * 0.16, z - 0.02)),
    )
    for k in range(2):
        at = (-w * 0.32 + 0.15 * k, low + high * 0.29, z + 0.01)
        a.add(
            "sockets",
            m.BLUE,
            s.cylinder(0.03, 0.05, segments=20).rotate((90, 0, 0)).translate((at[0], at[1], at[2] + 0.015)),
        )
    a.add("switch", m.RED, s.box(0.04, 0.05, 0.05).translate((-w * 0.02, low + high * 0.4, z)))
    a.add(
        "meter",
        m.WHITE,
        s.cylinder(0.03, 0.045, segments=20).rotate((90, 0, 0)).translate((-w * 0.3, low + high * 0.48, z + 0.025)),
    )
    a.add("label", m.WHITE, s.box(w * 0.4, high * 0.14, 0.02).translate((0, low + high * 0.76, d * 0.42)))
    a.add(
        "starter",
        m.BLACK,
        s.cylinder(0.04, 0.11, segments=24).rotate((90, 0, 0)).translate((w * 0.2, low + high * 0.32, d * 0.3 + 0.04)),
    )
    for q in (-1, 1):
        a.add(
            "wheels",
            m.RUBBER,
            s.cylinder(0.075, 0.13, segments=28, bevel=0.015)
            .rotate((90, 0, 0))
            .translate((w * 0.3, 0.13, q * (d / 2 + 0.05) + 0.0375)),
        )
        a.add(
            "hubs",
            m.STEEL,
            s.cylinder(0.09, 0.055, segments=20)
            .rotate((90, 0, 0))
            .translate((w * 0.3, 0.13, q * (d / 2 + 0.05) + 0.045)),
        )
        a.add("feet", m.RUBBER, s.cylinder(low, 0.035, segments=14).translate((-w * 0.36, 0, q * d * 0.4)))
        a.add(
            "handles",
            frame,
            s.rod(
                (-w / 2, low + high * 0.62, q * d * 0.38),
                (-w * 0.5 - 0.26, low + high * 0.68, q * d * 0.38),
                0.022,
                segments=10,
            ),
        )
        a.add(
            "grips",
            m.RUBBER,
            s.rod(
                (-w * 0.5 - 0.12, low + high * 0.65, q * d * 0.38),
                (-w * 0.5 - 0.27, low + high * 0.682, q * d * 0.38),
                0.034,
                segments=12,
            ),
        )
    return a.build({"top": (0, low + high, 0), "hand": (-w * 0.7, low + high * 0.68, 0)}).grounded()


@sculpture(
    "solar panel",
    synonyms=("photovoltaic panel", "solar panels"),
    kinds=("solar cell", "solar array"),
    size=(1.6, 3.2),
    tint=False,
)
def solar_panel(rng: np.random.Generator) -> Sculpture:
    """A tilted blue panel of cells in a silver frame on a stand."""
    a = Assembly()
    blue = m.WINDOW.coloured(s.pick(rng, ("#1f3f7a", "#23488a", "#1b3566")), "cells").varied(rng, 0.06)
    w, long, tilt = rng.uniform(1.5, 1.75), rng.uniform(1.05, 1.2), rng.uniform(34, 42)
    columns, rows = 6, 4
    t = 0.05

    def up(solid: s.Solid) -> s.Solid:
        return solid.rotate((tilt, 0, 0)).translate((0, 0.62, 0))

    a.add("frame", m.STEEL, up(s.box(w, t, long).translate((0, -t / 2, 0))))
    cell_w, cell_d = (w - 0.1) / columns, (long - 0.1) / rows
    cells = [
        s.box(cell_w - 0.028, 0.03, cell_d - 0.028, 0.008).translate(
            ((i - (columns - 1) / 2) * cell_w, t / 2 - 0.014, (j - (rows - 1) / 2) * cell_d)
        )
        for i in range(columns)
        for j in range(rows)
    ]
    a.add("cells", blue, up(s.union(cells)))
    a.add(
        "back",
        m.WHITE.coloured("#d9dcdc", "backing"),
        up(s.box(w * 0.95, 0.02, long * 0.93).translate((0, -t / 2 - 0.012, 0))),
    )
    turn = np.radians(tilt)
    back, front = (
        (0.62 + long * 0.38 * np.sin(turn), -long * 0.38 * np.cos(turn)),
        (0.62 - long * 0.38 * np.sin(turn), long * 0.38 * np.cos(turn)),
    )
    for x in (-1, 1):
        px = x * w * 0.34
        a.add(
            "stand",
            m.DARK_STEEL,
            s.rod((px, 0, back[1]), (px, back[0] - 0.02, back[1]), 0.034, segments=12),
            s.rod((px, 0, front[1]), (px, front[0] - 0.02, front[1]), 0.034, segments=12),
        )
        a.add(
            "stand",
            m.DARK_STEEL,
            s.rod((px, 0.05, front[1]), (px, back[0] - 0.1, back[1]), 0.026, segments=10),
            s.box(0.08, 0.04, long).translate((px, 0, 0)),
        )
    a.add(
        "stand",
        m.DARK_STEEL,
        s.box(w * 0.8, 0.045, 0.06).translate((0, 0.02, back[1])),
        up(s.box(w * 0.9, 0.05, 0.06).translate((0, -t - 0.02, -long * 0.36))),
        up(s.box(w * 0.9, 0.05, 0.06).translate((0, -t - 0.02, long * 0.36))),
    )
    a.add("junction box", m.BLACK, up(s.box(0.2, 0.06, 0.14).translate((0, -t / 2 - 0.07, -long * 0.2))))
    return a.build({"top": (0, 0.62 + long / 2 * np.sin(turn), -long / 2 * float(np.cos(turn)))}).grounded()


@sculpture(
    "satellite dish",
    plural="satellite dishes",
    synonyms=("parabolic antenna", "dish antenna"),
    kinds=("radar dish", "radio telescope"),
    size=(1.0, 3.4),
    tint=False,
)
def satellite_dish(rng: np.random.Generator) -> Sculpture:
    """A white bowl that looks up to the front, with a receiver on struts before it, on a mast with feet."""
    a = Assembly()
    white = m.WHITE.coloured(s.pick(rng, ("#eceeee", "#e2e4e4", "#d4d8da")), "white paint").varied(rng, 0.02)
    steel = m.DARK_STEEL.coloured("#5f656b", "steel")
    r = rng.uniform(0.62, 0.75)
    deep, t = r * rng.uniform(0.3, 0.36), 0.035
    tilt = rng.uniform(36, 46)
    u = np.linspace(0, 1, 14)
    outer = np.stack([r * u, deep * u**2], 1)
    inner = np.stack([r * u, deep * u**2 + t], 1)
    bowl = s.revolve(np.concatenate([outer, inner[::-1]]), 56)
    high = r * 1.3

    def aimed(solid: s.Solid) -> s.Solid:
        return solid.rotate((90 - tilt, 0, 0)).translate((0, high, 0.1))

    a.add("dish", white, aimed(bowl), smooth=50)
    a.add("rim", white.shaded(0.8), aimed(s.torus(r, 0.03, 56, 8).translate((0, deep + t * 0.5, 0))))
    focus = r * 0.95
    a.add("receiver", steel, aimed(s.cylinder(r * 0.24, r * 0.1, r * 0.085, 20).translate((0, focus - r * 0.06, 0))))
    a.add(
        "receiver tip",
        m.PLASTIC.coloured("#c8342f", "receiver"),
        aimed(s.cylinder(r * 0.08, r * 0.11, segments=20).translate((0, focus - r * 0.12, 0))),
    )
    strut = s.rod((0, deep * 0.85, r * 0.92), (0, focus, r * 0.05), 0.024, segments=8)
    a.add("struts", steel, aimed(s.around(strut, 3, 0)))
    a.add(
        "mount",
        steel,
        aimed(s.cylinder(0.16, r * 0.24, r * 0.18, 24).translate((0, -0.12, 0))),
        aimed(s.box(0.12, 0.3, 0.16).translate((0, -0.3, 0))),
    )
    a.add(
        "mast",
        steel,
        s.cylinder(high - 0.02, 0.06, segments=20).translate((0, 0, -0.1)),
        s.sphere(0.1, 18).translate((0, high - 0.12, -0.1)),
    )
    a.add(
        "base",
        steel.shaded(0.85),
        s.cylinder(0.06, r * 0.55, r * 0.5, 32).translate((0, 0, -0.1)),
        s.around(s.rod((0, high * 0.42, 0.02), (0, 0.04, r * 0.5), 0.028, segments=8), 3, 60).translate((0, 0, -0.1)),
    )
    return a.build({"top": (0, high + r * float(np.cos(np.radians(tilt))), 0)}).grounded()
