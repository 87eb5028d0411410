"""Vacuum cleaners, irons, mops, and things for sewing."""

from dataclasses import replace

import numpy as np

from bozzetto.foundry.sculpt import fields
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright

CHROME = m.STEEL.coloured("#c6cace", "chrome")
OFF_WHITE = m.WHITE.coloured("#f1eee6", "off-white")


@sculpture(
    "vacuum cleaner",
    synonyms=("vacuum", "hoover"),
    kinds=("upright vacuum", "canister vacuum", "vacuum sweeper"),
    size=(0.75, 1.35),
)
def vacuum_cleaner(rng: np.random.Generator) -> Sculpture:
    """An upright one with a dust cup and a loop to hold, or a canister on wheels with a hose and a wand."""
    a = Assembly()
    coat = bright(rng, ("red", "blue", "purple", "green"))
    dark = m.PLASTIC.coloured("#2e3036", "dark plastic")
    if s.chance(rng, 0.6):
        high, w = rng.uniform(1.0, 1.1), rng.uniform(0.3, 0.34)
        head = s.hull(
            [
                s.rounded_box(w, 0.05, 0.24, 0.02).translate((0, 0.012, 0.05)),
                s.rounded_box(w * 0.7, 0.1, 0.1, 0.03).translate((0, 0.012, -0.02)),
            ]
        )
        a.add("head", coat, head, smooth=45)
        a.add("bumper", dark, s.rounded_box(w * 1.03, 0.034, 0.06, 0.012).translate((0, 0.008, 0.15)))
        a.add("lamp", m.LAMP_GLOW, s.rounded_box(w * 0.42, 0.022, 0.02, 0.008).translate((0, 0.052, 0.148)))
        a.add(
            "wheels",
            dark,
            *[s.rod((x * w * 0.3, 0.05, -0.075), (x * w * 0.47, 0.05, -0.075), 0.05, segments=28) for x in (-1, 1)],
        )
        lean = -rng.uniform(14, 18)
        place = lambda solid: solid.rotate((lean, 0, 0)).translate((0, 0.08, -0.035))  # noqa: E731
        a.add("neck", dark, place(s.rod((-0.07, 0, 0), (0.07, 0, 0), 0.05)), place(s.rounded_box(0.13, 0.1, 0.1, 0.03)))
        body = high * 0.44
        a.add("body", coat, place(s.rounded_box(0.185, body, 0.075, 0.03).translate((0, 0.07, -0.05))), smooth=45)
        cup = Material("dust cup", m.srgb("#9fb4bd"), 0.1, transmission=0.25)
        a.add("dust cup", cup, place(s.cylinder(body * 0.55, 0.076, 0.082, 40, 0.006).translate((0, 0.11, 0.03))))
        a.add(
            "dust",
            m.CLOTH.coloured("#77695a", "dust"),
            place(s.cylinder(body * 0.17, 0.0765, segments=40).translate((0, 0.112, 0.03))),
        )
        a.add(
            "cup lid",
            dark,
            place(s.cylinder(0.03, 0.088, 0.08, 40, 0.006).translate((0, 0.108 + body * 0.55, 0.03))),
            place(s.cylinder(0.035, 0.078, 0.085, 40, 0.006).translate((0, 0.08, 0.03))),
        )
        a.add(
            "motor cap",
            coat,
            place(s.ellipsoid(0.082, 0.075, 0.082).translate((0, 0.135 + body * 0.55, 0.025))),
            smooth=60,
        )
        a.add("pole", dark.shaded(1.6, "pole"), place(s.rod((0, body * 0.8, -0.06), (0, high * 0.83, -0.06), 0.02)))
        loop = s.curve(
            [
                (0, high * 0.78, -0.06),
                (0, high * 0.86, -0.095),
                (0, high * 0.97, -0.1),
                (0, high * 1.0, -0.05),
                (0, high * 0.94, 0.0),
                (0, high * 0.84, -0.03),
                (0, high * 0.79, -0.055),
            ],
            40,
        )
        a.add("handle", coat.shaded(0.92, "handle"), place(s.tube(loop, 0.019, 12)))
        hose = s.curve(
            [
                (0.06, 0.06, -0.06),
                (0.13, body * 0.4, -0.09),
                (0.13, body * 0.9, -0.09),
                (0.07, body * 1.15, -0.09),
                (0.02, body * 1.0, -0.085),
            ],
            44,
        )
        a.add("hose", m.BLACK, place(s.tube(hose, 0.018 + 0.003 * np.cos(np.arange(44) * np.pi), 12)), smooth=20)
        made = a.build()
        return replace(
            made,
            anchors={
                "top": (0, float(made.bounds[1][1]), float(made.bounds[0][2]) + 0.06),
                "hand": (0, high * 0.95, -0.33),
            },
        ).grounded()
    long, high = rng.uniform(0.4, 0.44), rng.uniform(0.24, 0.27)
    a.add(
        "body",
        coat,
        s.hull(
            [
                s.rounded_box(0.26, high * 0.55, long * 0.8, 0.06).translate((0, 0.05, 0)),
                s.rounded_box(0.2, high * 0.8, long * 0.5, 0.06).translate((0, 0.05, -0.03)),
            ]
        ),
        smooth=45,
    )
    a.add("band", dark, s.rounded_box(0.275, 0.05, long * 0.84, 0.02).translate((0, 0.085, 0)))
    a.add(
        "wheels",
        dark,
        *[
            s.rod((x * 0.125, 0.085, -long * 0.26), (x * 0.165, 0.085, -long * 0.26), 0.085, segments=36)
            for x in (-1, 1)
        ],
    )
    a.add(
        "hubs",
        CHROME,
        *[s.rod((x * 0.16, 0.085, -long * 0.26), (x * 0.17, 0.085, -long * 0.26), 0.04) for x in (-1, 1)],
    )
    a.add("castor", dark, s.rod((-0.03, 0.03, long * 0.33), (0.03, 0.03, long * 0.33), 0.03))
    grip = s.curve(
        [
            (0, high * 0.9, -long * 0.2),
            (0, high * 1.24, -long * 0.12),
            (0, high * 1.24, long * 0.1),
            (0, high * 0.85, long * 0.2),
        ],
        20,
    )
    a.add("grip", dark, s.tube(grip, 0.016, 12))
    wand_top = np.array((0.26, 0.75, -0.05))
    wand_low = np.array((0.26, 0.06, 0.42))
    hose = s.curve(
        [
            (0, high * 0.7, long * 0.36),
            (0.02, high * 1.3, long * 0.62),
            (0.1, high * 2.4, long * 0.45),
            (0.2, 0.84, 0.0),
            tuple(wand_top),
        ],
        70,
    )
    a.add("hose", m.BLACK.shaded(1.3), s.tube(hose, 0.021 + 0.003 * np.cos(np.arange(70) * np.pi), 12), smooth=20)
    a.add("wand", CHROME, s.rod(wand_top, wand_low, 0.019))
    a.add("wand grip", dark, s.rod(wand_top, wand_top + (wand_low - wand_top) * 0.25, 0.026))
    a.add(
        "nozzle",
        dark,
        s.hull(
            [
                s.rounded_box(0.28, 0.035, 0.09, 0.015).translate((0.26, 0, 0.46)),
                s.sphere(0.032, 16).translate(tuple(wand_low)),
            ]
        ),
    )
    return a.build({"top": (0, high * 1.24, 0), "hand": tuple(wand_top)}).grounded()


@sculpture(
    "iron",
    synonyms=("clothes iron", "steam iron", "flat iron", "flatiron"),
    kinds=("pressing iron", "travel iron", "smoothing iron"),
    size=(0.27, 0.42),
)
def iron(rng: np.random.Generator) -> Sculpture:
    """A steam iron on its sole, its tip to +X."""
    a = Assembly()
    long, wide = rng.uniform(0.24, 0.27), rng.uniform(0.108, 0.122)
    half = s.curve(
        [
            (long * 0.5, 0),
            (long * 0.3, wide * 0.25),
            (0, wide * 0.45),
            (-long * 0.3, wide * 0.5),
            (-long * 0.48, wide * 0.42),
            (-long * 0.5, 0),
        ],
        32,
    )
    outline = np.concatenate([half, (half * (1, -1))[-2:0:-1]])

    def flat(scale: float, thick: float) -> s.Solid:
        return (
            s.extrude(outline * scale, thick, min(0.003, thick * 0.3)).rotate((-90, 0, 0)).translate((0, thick / 2, 0))
        )

    coat = bright(rng, ("blue", "purple", "teal", "red"))
    shell = m.WHITE if s.chance(rng, 0.65) else coat.shaded(0.8, "shell")
    a.add("sole", m.STEEL, flat(1.0, 0.012))
    a.add("skirt", coat, flat(0.975, 0.03).translate((0, 0.011, 0)))
    levels = ((0.03, 0.96, 0.0), (0.055, 0.88, -0.006), (0.075, 0.72, -0.016), (0.086, 0.5, -0.022))
    rings = [
        np.stack([outline[:, 0] * q + x, np.full(len(outline), y), outline[:, 1] * q * 0.96], 1) for y, q, x in levels
    ]
    a.add("body", shell, s.loft(np.array(rings)), smooth=50)
    rise = rng.uniform(0.13, 0.145)
    arch = s.curve(
        [
            (long * 0.22, 0.06, 0),
            (long * 0.2, rise * 0.86, 0),
            (long * 0.06, rise, 0),
            (-long * 0.25, rise * 0.98, 0),
            (-long * 0.44, rise * 0.86, 0),
            (-long * 0.43, 0.045, 0),
        ],
        40,
    )
    a.add(
        "handle",
        coat,
        s.tube(arch, np.stack([np.full(40, 0.0145), np.full(40, 0.0175)], 1), 16, up=(1, 0, 0)),
        smooth=50,
    )
    a.add("heel", coat, s.rounded_box(0.03, 0.09, wide * 0.72, 0.01).translate((-long * 0.45, 0.014, 0)))
    a.add(
        "dial", OFF_WHITE.shaded(0.9, "dial"), s.cylinder(0.013, 0.028, 0.025, 32).translate((-long * 0.06, 0.084, 0))
    )
    a.add("dial mark", m.RED, s.box(0.024, 0.004, 0.006).translate((-long * 0.03, 0.0955, 0)))
    a.add(
        "buttons",
        m.BLACK,
        s.cylinder(0.014, 0.009).translate((long * 0.1, rise + 0.007, 0)),
        s.cylinder(0.012, 0.008).translate((long * 0.2, rise * 0.86 + 0.009, 0)),
    )
    cord = s.curve(
        [
            (-long * 0.44, rise * 0.8, 0),
            (-long * 0.54, rise * 0.85, 0),
            (-long * 0.62, rise * 0.5, 0.0),
            (-long * 0.66, 0.03, 0.0),
            (-long * 0.62, 0.008, 0.03),
        ],
        30,
    )
    a.add("cord", m.BLACK, s.tube(cord, 0.0072, 10))
    return a.build({"top": (0, rise + 0.015, 0), "hand": (-long * 0.1, rise, 0)}).grounded()


@sculpture("ironing board", size=(1.2, 1.75))
def ironing_board(rng: np.random.Generator) -> Sculpture:
    """A padded board, its point to +X, on crossed legs."""
    a = Assembly()
    long, wide, high = rng.uniform(1.15, 1.3), rng.uniform(0.34, 0.4), rng.uniform(0.8, 0.9)
    half = s.curve(
        [
            (long * 0.5, 0),
            (long * 0.46, wide * 0.2),
            (long * 0.2, wide * 0.46),
            (-long * 0.1, wide * 0.5),
            (-long * 0.49, wide * 0.49),
            (-long * 0.5, 0),
        ],
        40,
    )
    outline = np.concatenate([half, (half * (1, -1))[-2:0:-1]])
    hue = s.pick(rng, ("#5b8fc4", "#c98a9c", "#7fae8a", "#b9c0c8"))
    cloth = m.CLOTH.coloured(hue, "cover").varied(rng, 0.05)
    top = s.extrude(outline, 0.05, 0.015).rotate((-90, 0, 0)).translate((0, high - 0.025, 0))
    a.add("cover", cloth, top)
    stripes = s.union(
        [s.box(0.035, 1, 2).translate((x, 0, 0)) for x in np.arange(-long * 0.5 + 0.06, long * 0.5, 0.15)]
    )
    a.add(
        "stripes",
        m.WHITE,
        s.extrude(outline * 0.985, 0.012, 0.0).rotate((-90, 0, 0)).translate((0, high - 0.003, 0))
        ^ stripes.translate((0, high - 0.5, 0)),
    )
    steel = s.pick(rng, (CHROME, m.WHITE, m.DARK_STEEL))
    spread = long * 0.34
    for e in (-1, 1):
        for z in (-1, 1):
            q = wide * (0.34 if e > 0 else 0.27)
            a.add(
                "legs",
                steel,
                s.rod((e * spread, 0.02, z * q), (-e * spread * 0.85, high - 0.04, z * wide * 0.16), 0.0165),
            )
        a.add("legs", steel, s.rod((e * spread, 0.02, -wide * 0.5), (e * spread, 0.02, wide * 0.5), 0.0185))
        a.add("feet", m.BLACK, *[s.sphere(0.025, 16).translate((e * spread, 0.025, z * wide * 0.5)) for z in (-1, 1)])
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture("sewing machine", size=(0.42, 0.7))
def sewing_machine(rng: np.random.Generator) -> Sculpture:
    """Base, pillar with a hand wheel at the right, arm, head with a needle at the left; old or new."""
    a = Assembly()
    w, high, d = rng.uniform(0.38, 0.42), rng.uniform(0.27, 0.3), rng.uniform(0.15, 0.17)
    old = s.chance(rng, 0.5)
    coat = m.BLACK if old else m.WHITE.varied(rng, 0.03)
    accent = m.GOLD if old else bright(rng, ("teal", "blue", "purple", "red"))
    base = 0.05
    if old:
        a.add("plinth", m.MAHOGANY.varied(rng), s.box(w * 1.12, base, d * 1.25, 0.008))
        a.add("bed", coat, s.box(w, 0.02, d, 0.005).translate((0, base - 0.002, 0)))
        floor = base + 0.018
        column, thick = 0.085, 0.075
        body = fields.melt(
            0.05,
            fields.box((w * 0.34, (floor + high) / 2, 0), (column / 2, (high - floor) / 2, thick / 2), 0.025),
            fields.box((0.02, high - 0.045, 0), (w * 0.4, 0.036, thick * 0.42), 0.025),
        )
        body = body | fields.box(
            (-w * 0.34, (floor + high) / 2 + 0.04, 0), (0.034, (high - floor) / 2 - 0.038, 0.033), 0.02
        )
        a.add("body", coat, body.solid(72), smooth=60)
        for y, x0, x1 in ((high - 0.045, -0.08, 0.12),):
            a.add(
                "ornament",
                accent,
                s.extrude(s.rectangle(x1 - x0, 0.02, ((x0 + x1) / 2, y), 0.01), 0.01).translate((0, 0, thick * 0.42)),
            )
        a.add(
            "ornament",
            accent,
            s.extrude(s.circle(0.022, 24, centre=(w * 0.34, (floor + high) / 2)), 0.008).translate((0, 0, thick * 0.5)),
        )
        a.add("ornament", accent, s.box(w * 0.96, 0.006, 0.008).translate((0, base + 0.006, d * 0.5 - 0.003)))
    else:
        floor = base + 0.02
        a.add("base", coat, s.rounded_box(w * 1.04, floor, d, 0.02), smooth=45)
        a.add("plate", CHROME, s.box(w * 0.34, 0.006, d * 0.7).translate((-w * 0.3, floor - 0.002, 0)))
        a.add(
            "body",
            coat,
            s.rounded_box(w * 0.27, high, d * 0.62, 0.025).translate((w * 0.37, 0.0, 0)),
            s.rounded_box(w * 1.0, high * 0.34, d * 0.62, 0.03).translate((0, high * 0.67, 0)),
            s.rounded_box(w * 0.25, high * 0.52, d * 0.6, 0.03).translate((-w * 0.375, high * 0.48, 0)),
            smooth=45,
        )
        a.add("panel", accent, s.box(w * 0.6, high * 0.2, 0.01, 0.003).translate((-0.01, high * 0.745, d * 0.308)))
        a.add(
            "dials",
            m.DARK_STEEL,
            *[
                s.rod((w * 0.38, high * q, d * 0.3), (w * 0.38, high * q, d * 0.37), 0.024, segments=28)
                for q in (0.32, 0.55)
            ],
        )
    steel = CHROME
    r = rng.uniform(0.055, 0.065)
    wheel = s.revolve(
        [(0, -0.011), (r * 0.7, -0.011), (r, -0.008), (r, 0.008), (r * 0.7, 0.011), (0, 0.011)], 44
    ).rotate((0, 0, -90))
    a.add("wheel", m.STEEL if old else accent, wheel.translate((w * (0.52 if old else 0.545), high - 0.06, 0)))
    a.add("axle", steel, s.rod((w * 0.4, high - 0.06, 0), (w * 0.56, high - 0.06, 0), 0.02))
    x = -w * 0.34 if old else -w * 0.375
    foot = high * 0.47 if not old else floor + 0.055
    a.add("needle bar", steel, s.rod((x, floor + 0.03, 0), (x, max(foot, floor + 0.07), 0), 0.0095))
    a.add("needle", steel, s.rod((x - 0.002, floor, 0.006), (x - 0.002, floor + 0.05, 0.006), 0.0055))
    a.add("foot", steel, s.box(0.028, 0.008, 0.034, 0.002).translate((x, floor + 0.003, 0.008)))
    thread = bright(rng, ("red", "blue", "green"))
    spool = (w * 0.12, high - 0.008, 0)
    a.add("thread", thread, s.cylinder(0.042, 0.0175, segments=28).translate((spool[0], spool[1] + 0.006, 0)))
    a.add(
        "spool",
        m.PINE,
        s.cylinder(0.008, 0.021, segments=28).translate(spool),
        s.cylinder(0.008, 0.021, segments=28).translate((spool[0], spool[1] + 0.046, 0)),
    )
    made = a.build({"top": (0, high, 0)}).grounded()
    return made


@sculpture(
    "spool of thread",
    synonyms=("thread spool", "reel of thread", "cotton reel"),
    kinds=("bobbin", "sewing thread", "spool"),
    plural="spools of thread",
    size=(0.06, 0.13),
)
def spool_of_thread(rng: np.random.Generator) -> Sculpture:
    """A wooden spool wound with coloured thread, whose end hangs off."""
    a = Assembly()
    r, high = rng.uniform(0.021, 0.025), rng.uniform(0.05, 0.06)
    wood = s.pick(rng, (m.BIRCH, m.PINE, m.OAK)).varied(rng)
    flange = high * 0.12
    plate = s.revolve(
        [(0, 0), (r * 0.92, 0), (r, flange * 0.3), (r, flange * 0.6), (r * 0.75, flange), (0, flange)], 44
    )
    a.add("spool", wood, plate, plate.rotate((180, 0, 0)).translate((0, high, 0)))
    a.add("hole", wood.shaded(0.35, "hole"), s.cylinder(0.002, r * 0.28, segments=24).translate((0, high - 0.0012, 0)))
    q = r * rng.uniform(0.82, 0.9)
    ys = np.linspace(flange * 0.9, high - flange * 0.9, 34)
    shape = np.stack([q + 0.0005 * (np.arange(34) % 2) - 0.0012 * (np.abs(np.linspace(-1, 1, 34)) ** 6), ys], 1)
    thread = bright(rng, ("red", "blue", "green", "purple", "teal"))
    a.add("thread", thread, s.revolve(np.concatenate([[(0, ys[0])], shape, [(0, ys[-1])]]), 44), smooth=20)
    end = s.curve(
        [
            (0, high * 0.62, q),
            (q * 0.8, high * 0.55, q * 0.75),
            (q * 1.3, high * 0.3, q * 0.7),
            (q * 1.35, 0.004, q * 0.9),
            (q * 2.0, 0.0016, q * 1.5),
        ],
        40,
    )
    a.add("end", thread.shaded(0.93, "end"), s.tube(end, 0.0013, 8))
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture("mop", synonyms=("string mop", "floor mop"), kinds=("cotton mop", "swab"), size=(0.95, 1.4))
def mop(rng: np.random.Generator) -> Sculpture:
    """A pole with a head of thick strings that spread on the floor."""
    a = Assembly()
    high, r = rng.uniform(0.95, 1.05), rng.uniform(0.19, 0.21)
    pole = s.pick(rng, (m.PINE, m.OAK, bright(rng, ("blue", "red", "green")))).varied(rng, 0.05)
    neck = rng.uniform(0.26, 0.3)
    a.add("pole", pole, s.rod((0, neck * 0.8, 0), (0, high, 0), 0.0175), s.sphere(0.0185, 16).translate((0, high, 0)))
    a.add(
        "collar",
        bright(rng, ("red", "blue", "green")),
        s.cylinder(0.075, 0.036, 0.024, 28, 0.004).translate((0, neck - 0.01, 0)),
        s.ellipsoid(0.062, 0.03, 0.062).translate((0, neck, 0)),
    )
    yarn = (
        m.WOOL
        if not s.chance(rng, 0.3)
        else m.WOOL.coloured(m.HUES[s.pick(rng, ("blue", "teal"))], "microfibre").shaded(1.2)
    )
    strands: dict[int, list[s.Solid]] = {0: [], 1: []}
    for layer, (count, reach) in enumerate(((17, 1.0), (13, 0.72))):
        for k in range(count):
            angle = 2 * np.pi * (k + 0.5 * layer + rng.uniform(-0.15, 0.15)) / count
            out, low = r * reach * rng.uniform(0.88, 1.08), rng.uniform(0.015, 0.03)
            direction = np.array((np.sin(angle), 0, np.cos(angle)))
            path = s.curve(
                [
                    direction * 0.015 + (0, neck + 0.012, 0),
                    direction * out * 0.4 + (0, neck * 0.95, 0),
                    direction * out * 0.78 + (0, neck * 0.5, 0),
                    direction * out + (0, low, 0),
                ],
                14,
            )
            strands[k % 2].append(s.tube(path, s.interpolate((0.015, 0.019, 0.017), 14), 8))
    a.add("strings", yarn, s.group(strands[0]), smooth=60)
    a.add("strings in shade", yarn.shaded(0.88, "yarn in shade"), s.group(strands[1]), smooth=60)
    return a.build({"top": (0, high + 0.018, 0), "hand": (0, high * 0.8, 0)}).grounded()
