"""Discs, tapes and records, what plays them, and what films are made with."""

from dataclasses import replace

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Array, Assembly, Part, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright, slab

CHROME = m.STEEL.coloured("#c6cace", "chrome")
GRAPHITE = m.PLASTIC.coloured("#33353b", "graphite")
BLUE_SCREEN = m.WINDOW.coloured("#3a8fd8", "lit screen").lit(0.4)


def _record(a: Assembly, rng: np.random.Generator, r: float, thick: float) -> Material:
    """A record about the origin, lying."""
    black = m.BLACK.shaded(0.9, "vinyl")
    a.add("record", black, s.cylinder(thick, r, segments=72, bevel=thick * 0.3).translate((0, -thick / 2, 0)))
    grooves = [
        s.torus(r * q, thick * 0.16, 72, 6).translate((0, e * thick * 0.46, 0))
        for q in (0.48, 0.6, 0.72, 0.84, 0.94)
        for e in (-1, 1)
    ]
    a.add("grooves", black.shaded(2.0, "grooves"), *grooves)
    label = bright(rng, ("red", "orange", "blue", "teal"))
    a.add("label", label, s.cylinder(thick * 1.3, r * 0.35, segments=48).translate((0, -thick * 0.65, 0)))
    a.add("print", m.PAPER, s.cylinder(thick * 1.4, r * 0.2, segments=40).translate((0, -thick * 0.7, 0)))
    a.add("hole", m.BLACK, s.cylinder(thick * 1.6, r * 0.045, segments=20).translate((0, -thick * 0.8, 0)))
    return label


def _rainbow(points: Array, y: float, inner: float) -> Array:
    """The play of colours on a disc about (0, y), silver between."""
    angle = np.arctan2(points[:, 1] - y, points[:, 0])
    fan = 0.5 + 0.5 * np.cos(2 * angle - 1.1)
    phase = 2 * angle[:, None] * 1.5 + np.array((0.0, 2.1, 4.2))
    colour = 0.72 + 0.28 * np.cos(phase)
    silver = np.tile((0.8, 0.81, 0.84), (len(points), 1))
    return mix(silver, colour, np.clip(fan * 1.15, 0, 1))


def facing(solid: s.Solid, y: float) -> s.Solid:
    """What was turned about the Y axis, now about the Z axis at height y, its top to the front."""
    return solid.rotate((90, 0, 0)).translate((0, y, 0))


@sculpture(
    "compact disc",
    synonyms=("cd", "dvd", "optical disc"),
    kinds=("compact disk", "cd rom", "blu ray disc"),
    plural="compact discs",
    size=(0.14, 0.2),
    tint=False,
)
def compact_disc(rng: np.random.Generator) -> Sculpture:
    """A shining disc on its edge, rainbow-coloured on both sides, with a clear hub."""
    r = rng.uniform(0.058, 0.062)
    thick = 0.0042
    hub = r * rng.uniform(0.3, 0.34)
    disc = facing(
        s.revolve([(hub, -thick / 2), (r, -thick / 2), (r, thick / 2), (hub, thick / 2)], 96), r
    ).refine_to_length(0.005)
    a = Assembly()
    a.add(
        "hub",
        m.GLASS.coloured("#dfe6ea", "clear hub"),
        facing(
            s.revolve(
                [
                    (r * 0.125, -thick * 0.45),
                    (hub + 0.0006, -thick * 0.45),
                    (hub + 0.0006, thick * 0.45),
                    (r * 0.125, thick * 0.45),
                ],
                48,
            ),
            r,
        ),
    )
    a.add("ring", CHROME.shaded(0.75), facing(s.torus(hub, 0.0016, 60, 8), r))
    a.add("edge", CHROME.shaded(0.9, "edge"), facing(s.torus(r - 0.0004, thick * 0.52, 72, 8), r))
    made = a.build({"top": (0, 2 * r, 0)})
    shine = Part("disc", disc, CHROME, 35, lambda p: _rainbow(p, r, hub))
    return replace(made, parts=(shine, *made.parts)).grounded()


@sculpture(
    "cassette",
    synonyms=("cassette tape", "audio cassette", "tape cassette"),
    kinds=("compact cassette", "mixtape", "music cassette"),
    size=(0.1, 0.16),
)
def cassette(rng: np.random.Generator) -> Sculpture:
    """A tape in its case, upright: label with stripes, window, two toothed hubs."""
    a = Assembly()
    w, high, thick = rng.uniform(0.1, 0.106), rng.uniform(0.064, 0.068), 0.0115
    case = s.pick(rng, (GRAPHITE, m.WHITE.shaded(0.9, "case"), GRAPHITE, bright(rng, ("red", "blue", "teal")))).varied(
        rng, 0.05
    )
    a.add("case", case, s.extrude(s.rectangle(w, high, (0, high / 2), 0.004), thick, 0.0015))
    foot = s.extrude(
        [(-w * 0.34, 0), (w * 0.34, 0), (w * 0.3, high * 0.2), (-w * 0.3, high * 0.2)], thick + 0.004, 0.001
    )
    a.add("foot", case.shaded(0.85, "foot"), foot)
    first, second = s.pick(rng, (("orange", "red"), ("teal", "blue"), ("yellow", "orange"), ("pink", "purple")))
    z = thick / 2
    for e in (-1, 1):
        turn = lambda solid: solid.rotate((0, 90 - 90 * e, 0))  # noqa: B023, E731
        a.add(
            "label",
            m.PAPER.coloured("#f6f0de", "label"),
            turn(slab(w * 0.88, high * 0.66, 0.0016, 0.003, (0, high * 0.27, z - 0.0006))),
        )
        a.add(
            "stripe",
            m.PAINT.coloured(m.HUES[first], first),
            turn(slab(w * 0.88, high * 0.1, 0.002, 0.0, (0, high * 0.44, z - 0.0006))),
        )
        a.add(
            "second stripe",
            m.PAINT.coloured(m.HUES[second], second),
            turn(slab(w * 0.88, high * 0.1, 0.002, 0.0, (0, high * 0.32, z - 0.0006))),
        )
        a.add("lines", m.SLATE, turn(slab(w * 0.7, high * 0.025, 0.002, 0.0, (0, high * 0.83, z - 0.0006))))
        a.add(
            "window",
            m.BLACK.shaded(0.9, "window"),
            turn(slab(w * 0.56, high * 0.24, 0.003, high * 0.11, (0, high * 0.44, z - 0.0006))),
        )
        for x in (-1, 1):
            hub = s.rod(
                (x * w * 0.2, high * 0.56, z), (x * w * 0.2, high * 0.56, z + 0.0036), high * 0.1, segments=28
            ) - s.rod(
                (x * w * 0.2, high * 0.56, z - 0.01), (x * w * 0.2, high * 0.56, z + 0.02), high * 0.05, segments=20
            )
            a.add("hubs", m.WHITE, turn(hub))
        a.add(
            "holes",
            m.BLACK,
            turn(
                s.group(
                    [
                        s.rod((x * w, high * y, z + 0.001), (x * w, high * y, z + 0.0026), 0.0024, segments=14)
                        for x, y in ((-0.22, 0.09), (-0.08, 0.08), (0.08, 0.08), (0.22, 0.09))
                    ]
                )
            ),
        )
        a.add(
            "screws",
            CHROME,
            turn(
                s.group(
                    [
                        s.rod(
                            (x * w * 0.46, high * y, z - 0.001),
                            (x * w * 0.46, high * y, z + 0.0012),
                            0.0022,
                            segments=12,
                        )
                        for x in (-1, 1)
                        for y in (0.08, 0.93)
                    ]
                )
            ),
        )
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "vinyl record",
    synonyms=("gramophone record", "phonograph record", "lp record"),
    kinds=("vinyl disc", "record album", "long playing record", "vinyl"),
    size=(0.36, 0.5),
    tint=False,
)
def vinyl_record(rng: np.random.Generator) -> Sculpture:
    """A black disc on its edge with grooves and a coloured label; half in its sleeve in part of the cases."""
    a = Assembly()
    r = rng.uniform(0.145, 0.155)
    _record(a, rng, r, 0.011)
    made = a.build()
    made = Sculpture(tuple(replace(part, solid=facing(part.solid, r)) for part in made.parts), {"top": (0, 2 * r, 0)})
    if s.chance(rng, 0.3):
        cover = bright(rng, ("orange", "teal", "red", "purple"))
        side = 2 * r * 1.03
        sleeve = slab(side, side, 0.018, 0.003, (-r * 0.75, 0, -0.009))
        sun = slab(side * 0.5, side * 0.5, 0.024, side * 0.249, (-r * 0.75, side * 0.25, -0.012))
        made = replace(made, parts=(*made.parts, Part("sleeve", sleeve, cover), Part("picture", sun, m.PAPER)))
    return made.grounded()


@sculpture(
    "record player",
    synonyms=("turntable", "vinyl player"),
    kinds=("phonograph turntable", "record deck"),
    size=(0.45, 0.75),
)
def record_player(rng: np.random.Generator) -> Sculpture:
    """A plinth with a record on its platter, an arm at the right, and, in half of the cases, an open lid."""
    a = Assembly()
    w, d, high = rng.uniform(0.42, 0.46), rng.uniform(0.34, 0.37), rng.uniform(0.085, 0.1)
    wood = s.pick(rng, (m.WALNUT, m.OAK, m.BLACK.shaded(1.4, "black plinth"), m.MAHOGANY)).varied(rng)
    base = 0.02
    a.add("plinth", wood, s.box(w, high - base, d, 0.006).translate((0, base, 0)))
    a.add(
        "feet",
        m.RUBBER,
        *[
            s.cylinder(base + 0.004, 0.022, 0.026, 24).translate((x * w * 0.42, 0, z * d * 0.4))
            for x in (-1, 1)
            for z in (-1, 1)
        ],
    )
    a.add(
        "deck",
        m.DARK_STEEL.shaded(0.6, "deck") if wood.name != "black plinth" else CHROME,
        s.box(w * 0.96, 0.006, d * 0.94).translate((0, high - 0.002, 0)),
    )
    r = d * 0.43
    x0 = -w * 0.105
    b = Assembly()
    _record(b, rng, r * 0.96, 0.01)
    a.add("platter", CHROME, s.cylinder(0.018, r, segments=64, bevel=0.003).translate((x0, high + 0.003, 0)))
    y = high + 0.027
    arm_x, arm_z = w * 0.38, -d * 0.33
    a.add("arm base", CHROME, s.cylinder(0.034, 0.034, 0.028, 32).translate((arm_x, high, arm_z)))
    arm = s.curve(
        [
            (arm_x, y + 0.016, arm_z - 0.035),
            (arm_x, y + 0.016, arm_z),
            (arm_x - 0.005, y + 0.014, d * 0.06),
            (arm_x - 0.07, y + 0.008, d * 0.24),
        ],
        30,
    )
    a.add("arm", CHROME, s.tube(arm, 0.0078, 12))
    a.add(
        "counterweight",
        m.DARK_STEEL,
        s.rod((arm_x, y + 0.016, arm_z - 0.055), (arm_x, y + 0.016, arm_z - 0.02), 0.0165),
    )
    a.add(
        "head shell",
        m.BLACK,
        s.box(0.02, 0.012, 0.04, 0.002).rotate((0, -30, 0)).translate((arm_x - 0.078, y - 0.004, d * 0.25)),
    )
    a.add(
        "knobs",
        CHROME,
        *[s.cylinder(0.014, 0.0145, segments=28, bevel=0.002).translate((w * 0.4, high, d * z)) for z in (0.3, 0.41)],
    )
    made = a.build()
    parts = [*made.parts, *(replace(part, solid=part.solid.translate((x0, y, 0))) for part in b.build().parts)]
    if s.chance(rng, 0.4):
        lid = s.box(w, d * 0.9, 0.045, 0.004) - s.box(w - 0.02, d * 0.9 - 0.02, 0.045).translate((0, 0.01, 0.011))
        parts.append(
            Part(
                "lid",
                lid.rotate((-14, 0, 0)).translate((0, high, -d / 2 + 0.012)),
                Material("smoked lid", m.srgb("#7d8891"), 0.1, transmission=0.45),
            )
        )
    return Sculpture(tuple(parts), {"top": (x0, y + 0.006, 0)}).grounded()


@sculpture(
    "gramophone",
    synonyms=("phonograph",),
    kinds=("victrola", "wind up gramophone", "graphophone"),
    size=(0.75, 1.2),
    tint=False,
)
def gramophone(rng: np.random.Generator) -> Sculpture:
    """A wooden box with a crank and a record, under a great fluted horn that opens to the front."""
    a = Assembly()
    w, high = rng.uniform(0.32, 0.35), rng.uniform(0.14, 0.16)
    wood = s.pick(rng, (m.MAHOGANY, m.OAK, m.WALNUT)).varied(rng)
    a.add("box", wood, s.box(w * 0.92, high, w * 0.92, 0.006))
    a.add(
        "mouldings",
        wood.shaded(0.8, "mouldings"),
        s.box(w * 1.02, 0.03, w * 1.02, 0.008),
        s.box(w, 0.022, w, 0.006).translate((0, high - 0.012, 0)),
    )
    a.add("inlay", m.BRASS, s.box(w * 0.6, high * 0.34, 0.008, 0.002).translate((0, high * 0.34, w * 0.46)))
    r = w * 0.43
    a.add("platter", m.BRASS, s.cylinder(0.016, r, segments=56).translate((0, high + 0.008, 0)))
    b = Assembly()
    _record(b, rng, r * 0.97, 0.011)
    y = high + 0.03
    horn = s.pick(rng, (m.BRASS, m.BRASS, m.GOLD, m.PLASTIC.coloured("#274a3c", "green lacquer"))).varied(rng, 0.04)
    path = s.curve(
        [
            (0, high + 0.05, -w * 0.5),
            (0, high + 0.16, -w * 0.66),
            (0, high + 0.3, -w * 0.52),
            (0, high + 0.385, -w * 0.12),
            (0, high + 0.41, w * 0.26),
        ],
        40,
    )
    radius = s.interpolate((0.02, 0.026, 0.04, 0.066, 0.105, 0.205), 40)
    petals = int(s.pick(rng, (8, 9, 10)))
    angle = np.arange(80) * 2 * np.pi / 80
    wave = 1 + 0.07 * np.abs(np.cos(angle * petals / 2))
    outline = np.stack([np.cos(angle) * wave, np.sin(angle) * wave], 1)
    outer = s.tube(path, radius, section=outline, up=(1, 0, 0))
    along = path[-1] - path[-2]
    along /= np.linalg.norm(along)
    inner_path = np.concatenate([path[12:], [path[-1] + along * 0.03]])
    inner_radius = np.concatenate([radius[12:] - 0.011, [radius[-1] * 1.1]])
    hollow = s.tube(inner_path, inner_radius, section=outline, up=(1, 0, 0))
    a.add("horn", horn, outer - hollow, smooth=60)
    a.add(
        "throat",
        horn.shaded(0.5, "throat"),
        s.tube(inner_path[:16], inner_radius[:16] * 1.03, section=outline, up=(1, 0, 0)),
        smooth=60,
    )
    a.add(
        "bracket",
        m.BRASS.shaded(0.75, "bracket"),
        s.rod((0, high * 0.4, -w * 0.5), (0, high + 0.07, -w * 0.5), 0.018),
        s.rod((0, high * 0.75, -w * 0.4), (0, high * 0.75, -w * 0.52), 0.02),
    )
    arm = s.curve([(0, high + 0.06, -w * 0.5), (0.03, high + 0.085, -w * 0.3), (r * 0.42, high + 0.07, -w * 0.05)], 20)
    a.add("arm", m.BRASS, s.tube(arm, s.interpolate((0.014, 0.0095), 20), 12))
    a.add("sound box", CHROME, s.rod(arm[-1] + (0.0, 0, -0.01), arm[-1] + (0.0, 0, 0.014), 0.03, segments=32))
    crank = [(w * 0.44, high * 0.5, 0), (w * 0.62, high * 0.5, 0), (w * 0.64, high * 0.22, 0.03)]
    a.add("crank", m.DARK_STEEL, *[s.capsule(p, q, 0.0095) for p, q in zip(crank[:-1], crank[1:], strict=True)])
    a.add("crank grip", wood.shaded(0.7, "grip"), s.capsule(crank[-1], (w * 0.75, high * 0.22, 0.03), 0.016))
    made = a.build()
    parts = (*made.parts, *(replace(part, solid=part.solid.translate((0, y, 0))) for part in b.build().parts))
    done = Sculpture(parts).grounded()
    return replace(done, anchors={"top": (0, float(done.bounds[1][1]), w * 0.2)})


@sculpture(
    "camcorder",
    synonyms=("video camera", "handycam"),
    kinds=("home video camera", "video recorder camera"),
    size=(0.2, 0.42),
)
def camcorder(rng: np.random.Generator) -> Sculpture:
    """A small film camera: lens to the front, an open screen at the left, a strap at the right, an eyepiece behind."""
    a = Assembly()
    long, high, w = rng.uniform(0.15, 0.17), rng.uniform(0.078, 0.088), rng.uniform(0.062, 0.07)
    case = s.pick(rng, (GRAPHITE, m.STEEL.shaded(0.92, "silver case"), GRAPHITE)).varied(rng, 0.05)
    y = 0.045
    a.add("body", case, s.rounded_box(w, high, long, 0.018).translate((0, 0, -0.01)), smooth=45)
    a.add(
        "lens barrel",
        m.BLACK,
        s.cylinder(0.05, 0.033, 0.036, 40, 0.003).rotate((90, 0, 0)).translate((0, y, long / 2 - 0.026)),
    )
    a.add("lens ring", CHROME, s.torus(0.0325, 0.0034, 40, 10).rotate((90, 0, 0)).translate((0, y, long / 2 + 0.0235)))
    a.add(
        "lens",
        Material("lens", m.srgb("#3c5a8c"), 0.05),
        s.ellipsoid(0.028, 0.028, 0.011).translate((0, y, long / 2 + 0.019)),
        smooth=60,
    )
    a.add("glint", m.WHITE, s.sphere(0.0052, 12).translate((-0.0105, y + 0.0115, long / 2 + 0.0265)))
    sw, sh = 0.074, 0.052
    screen = s.box(sw, sh, 0.01, 0.002).translate((-w / 2 - sw / 2 + 0.002, y - sh / 2 + 0.006, 0.0))
    a.add("screen case", case.shaded(0.9, "screen case"), screen)
    a.add(
        "picture",
        BLUE_SCREEN,
        s.box(sw * 0.86, sh * 0.8, 0.004).translate((-w / 2 - sw / 2 + 0.0, y - sh * 0.4 + 0.006, -0.0052)),
    )
    a.add("hinge", m.BLACK, s.rod((-w / 2, y - 0.024, 0), (-w / 2, y + 0.036, 0), 0.0062))
    strap = s.curve(
        [
            (w / 2 - 0.004, y - 0.01, long * 0.36),
            (w / 2 + 0.024, y - 0.006, long * 0.2),
            (w / 2 + 0.03, y - 0.006, -long * 0.12),
            (w / 2 + 0.02, y - 0.01, -long * 0.36),
            (w / 2 - 0.004, y - 0.012, -long * 0.46),
        ],
        30,
    )
    a.add(
        "strap",
        m.BLACK,
        s.tube(strap, np.tile((0.0165, 0.0042), (30, 1)), section=s.rectangle(2, 2, radius=0.5), up=(0, 1, 0)),
    )
    a.add(
        "eyepiece", m.BLACK, s.rounded_box(0.032, 0.028, 0.05, 0.008).translate((0.004, high * 0.62, -long / 2 - 0.02))
    )
    a.add("shoe", m.BLACK, s.box(0.024, 0.014, 0.07, 0.004).translate((0, high - 0.004, 0.01)))
    a.add("record light", m.RED.lit(0.9), s.sphere(0.0058, 14).translate((w * 0.28, high * 0.86, long / 2 - 0.012)))
    a.add(
        "record button",
        m.RED,
        s.rod((w * 0.2, y * 0.8, -long / 2 - 0.008), (w * 0.2, y * 0.8, -long / 2 - 0.016), 0.0085),
    )
    return a.build({"top": (0, high + 0.01, 0.01), "hand": (w / 2, y, 0)}).grounded()


@sculpture(
    "film reel",
    synonyms=("movie reel", "reel of film"),
    kinds=("cinema reel", "reel", "film spool"),
    size=(0.35, 0.65),
    tint=False,
)
def film_reel(rng: np.random.Generator) -> Sculpture:
    """Two flanges with round windows, the film between them and its end running out to the right, facing +Z."""
    a = Assembly()
    r, gap = rng.uniform(0.17, 0.19), rng.uniform(0.03, 0.036)
    metal = s.pick(rng, (m.STEEL, m.DARK_STEEL, m.STEEL)).varied(rng, 0.05)
    count = int(s.pick(rng, (5, 5, 6, 3)))
    q = {3: 0.22, 5: 0.2, 6: 0.175}[count]
    windows = [
        s.circle(r * q, 30, centre=(r * 0.6 * np.sin(t), r * 0.6 * np.cos(t)))
        for t in 2 * np.pi * np.arange(count) / count
    ]
    flange = s.extrude(s.circle(r, 72), 0.011, 0.002, [*windows, s.circle(r * 0.055, 16)])
    a.add("flanges", metal, *[flange.translate((0, r, z * (gap / 2 + 0.0055))) for z in (-1, 1)])
    a.add(
        "rims",
        metal.shaded(0.82, "rims"),
        *[facing(s.torus(r - 0.004, 0.0068, 72, 10), r).translate((0, 0, z * (gap / 2 + 0.0055))) for z in (-1, 1)],
    )
    film = m.BLACK.coloured("#2b2624", "film")
    a.add("film", film, s.rod((0, r, -gap / 2), (0, r, gap / 2), r * rng.uniform(0.82, 0.9), segments=64))
    a.add(
        "hub",
        metal.shaded(0.75, "hub"),
        s.rod((0, r, -gap / 2 - 0.016), (0, r, gap / 2 + 0.016), r * 0.17, segments=32),
    )
    a.add("hub hole", m.BLACK, s.rod((0, r, -gap / 2 - 0.0168), (0, r, gap / 2 + 0.0168), r * 0.055, segments=16))
    path = s.curve([(0.02, r * 0.16, 0), (r * 0.6, 0.012, 0), (r * 1.2, 0.006, 0), (r * 1.6, 0.02, 0)], 40)
    strip = s.tube(path, np.tile((gap * 0.5, 0.005), (40, 1)), section=s.rectangle(2, 2), up=(0, 0, 1))
    a.add("film end", film, strip)
    frames = [s.box(0.021, 0.016, gap * 0.56).translate((float(x), float(y) - 0.008, 0)) for x, y in path[13:-1:4, :2]]
    a.add("frames", m.PAPER.coloured("#c9b58c", "frames"), s.group(frames))
    return a.build({"top": (0, 2 * r, 0)}).grounded()


@sculpture(
    "clapperboard",
    synonyms=("clapper board", "film clapper", "film slate", "movie clapper"),
    kinds=("clapper", "movie slate", "director's clapper"),
    size=(0.35, 0.6),
    tint=False,
)
def clapperboard(rng: np.random.Generator) -> Sculpture:
    """A black slate with white lines under two striped sticks, the upper one raised from its hinge at the left."""
    a = Assembly()
    w, high, thick = rng.uniform(0.29, 0.32), rng.uniform(0.19, 0.21), 0.018
    black = m.BLACK.coloured("#232327", "slate")
    a.add("slate", black, s.extrude(s.rectangle(w, high, (0, high / 2), 0.006), thick, 0.002))
    stick = rng.uniform(0.038, 0.044)
    front = thick / 2
    lines = [slab(w * 0.92, 0.0065, 0.003, 0.0, (0, high * y, front - 0.001)) for y in (0.36, 0.68)]
    lines += [slab(0.0065, high * 0.32, 0.003, 0.0, (w * x, high * 0.36, front - 0.001)) for x in (-0.16, 0.16)]
    frame = slab(w * 0.94, high * 0.9, 0.003, 0.004, (0, high * 0.05, front - 0.001)) - slab(
        w * 0.94 - 0.013, high * 0.9 - 0.013, 1, 0.002, (0, high * 0.05 + 0.0065, -0.5)
    )
    text = [
        slab(w * q, 0.013, 0.003, 0.0, (w * x, high * y, front - 0.001))
        for x, y, q in (
            (-0.22, 0.8, 0.34),
            (-0.31, 0.5, 0.14),
            (0.0, 0.5, 0.14),
            (0.31, 0.5, 0.14),
            (-0.2, 0.2, 0.38),
            (0.28, 0.2, 0.18),
        )
    ]
    a.add("lines", m.WHITE, *lines, frame, *text)
    bar = s.extrude(s.rectangle(w, stick, (w / 2, stick / 2), 0.003), thick * 1.15, 0.0015)
    slants = []
    for k in range(6):
        x = w * (k + 0.25) / 5.6
        slants.append(
            s.extrude(
                [
                    (x, -0.01),
                    (x + w * 0.085, -0.01),
                    (x + w * 0.085 + stick * 0.7, stick + 0.01),
                    (x + stick * 0.7, stick + 0.01),
                ],
                1,
            )
        )
    slant = s.union(slants)
    stripes = s.extrude(s.rectangle(w * 0.995, stick * 0.99, (w / 2, stick / 2), 0.003), thick * 1.15 + 0.004)
    angle = rng.uniform(18, 26)
    low = lambda solid: solid.translate((-w / 2, high, 0))  # noqa: E731
    raised = lambda solid: solid.rotate((0, 0, angle)).translate((-w / 2, high + stick * 1.02, 0))  # noqa: E731
    mirrored = lambda solid: solid.translate((0, -stick / 2, 0)).mirror((0, 1, 0)).translate((0, stick / 2, 0))  # noqa: E731
    a.add("sticks", black, low(bar), raised(bar))
    a.add("stripes", m.WHITE, low(mirrored(stripes ^ slant)), raised(stripes ^ slant))
    a.add(
        "hinge",
        CHROME,
        s.rod(
            (-w / 2 + 0.018, high + stick, -thick * 0.8),
            (-w / 2 + 0.018, high + stick, thick * 0.8),
            0.017,
            segments=28,
        ),
    )
    made = a.build({"hand": (0, high * 0.3, 0)}).grounded()
    return replace(made, anchors={**made.anchors, "top": (w * 0.3, float(made.bounds[1][1]), 0)})
