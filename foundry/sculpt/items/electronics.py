"""Devices for networks, data and virtual worlds."""

from dataclasses import replace

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright, slab

CHROME = m.STEEL.coloured("#c6cace", "chrome")
GRAPHITE = m.PLASTIC.coloured("#33353b", "graphite")
SCREEN = m.WINDOW.coloured("#1d2430", "screen")
LED = m.GREEN.coloured("#46e06a", "green light").lit(0.9)
BLUE_SCREEN = m.WINDOW.coloured("#3a8fd8", "lit screen").lit(0.4)


@sculpture(
    "router",
    synonyms=("wifi router", "wireless router", "wi fi router"),
    kinds=("modem", "internet router", "access point"),
    size=(0.25, 0.5),
)
def router(rng: np.random.Generator) -> Sculpture:
    """A flat box with aerials behind and a row of green lights in front."""
    a = Assembly()
    w, d, high = rng.uniform(0.22, 0.26), rng.uniform(0.14, 0.16), rng.uniform(0.036, 0.044)
    case = s.pick(rng, (m.BLACK.shaded(1.4, "black case"), m.WHITE, m.BLACK.shaded(1.4, "black case"))).varied(
        rng, 0.04
    )
    dark = case.name == "black case"
    a.add("case", case, s.taper(s.rounded_box(w, high, d, 0.012), 0.93), smooth=45)
    a.add(
        "panel",
        m.BLACK.shaded(0.7, "panel") if dark else m.WHITE.shaded(0.8, "panel"),
        s.box(w * 0.8, 0.004, d * 0.5, 0.001).translate((0, high - 0.002, -0.012)),
    )
    a.add(
        "vents",
        m.BLACK.shaded(0.4, "vents") if dark else m.DARK_STEEL,
        s.row(s.box(w * 0.05, 0.003, d * 0.36), 7, (w * 0.1, 0, 0)).translate((0, high + 0.0008, -0.012)),
    )
    count = int(s.pick(rng, (2, 3, 4, 3)))
    long = rng.uniform(0.15, 0.18)
    for k in range(count):
        x = (k / (count - 1) - 0.5) * w * 0.84
        tilt = -(k / (count - 1) - 0.5) * 16
        aerial = s.box(0.017, long, 0.0115, 0.003).rotate((0, 0, tilt)).translate((x, high * 0.55, -d / 2 - 0.006))
        a.add(
            "aerials",
            case.shaded(0.85, "aerials") if not dark else case.shaded(0.8, "aerials"),
            aerial,
            s.rod((x - 0.011, high * 0.5, -d / 2 - 0.006), (x + 0.011, high * 0.5, -d / 2 - 0.006), 0.0105),
        )
    a.add(
        "lights",
        LED,
        *[
            s.box(0.0085, 0.0065, 0.008).translate((x * w, high * 0.42, d / 2 - 0.004))
            for x in np.linspace(-0.32, 0.2, 6)
        ],
    )
    a.add("power light", m.RED.lit(0.8), s.box(0.0085, 0.0065, 0.008).translate((w * 0.34, high * 0.42, d / 2 - 0.004)))
    a.add(
        "ports", m.YELLOW, s.row(s.box(0.02, 0.017, 0.008), 5, (0.03, 0, 0)).translate((0, high * 0.25, -d / 2 + 0.0))
    )
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "usb stick",
    synonyms=("usb drive", "usb flash drive", "flash drive", "thumb drive", "memory stick"),
    kinds=("pen drive", "usb key"),
    size=(0.055, 0.1),
)
def usb_stick(rng: np.random.Generator) -> Sculpture:
    """A small body, upright, its metal connector up: with a loop below, or in a swivel sleeve."""
    a = Assembly()
    long, w, high = rng.uniform(0.038, 0.044), rng.uniform(0.018, 0.02), rng.uniform(0.0092, 0.0105)
    coat = bright(rng, ("red", "blue", "black", "green", "orange"))
    y = high / 2
    a.add("body", coat, s.rounded_box(long, high, w, 0.0034, 12).translate((long / 2, 0, 0)), smooth=45)
    plug = s.box(0.0185, 0.0058, 0.0132, 0.0005).translate((-0.0085, y - 0.0029, 0))
    holes = [s.box(0.0034, 0.02, 0.0034).translate((-0.0105, 0, z * 0.0032)) for z in (-1, 1)]
    a.add("connector", CHROME, plug - s.union(holes))
    a.add("holes", m.BLACK, s.box(0.015, 0.0042, 0.012).translate((-0.009, y - 0.0021, 0)))
    if s.chance(rng, 0.45):
        steel = CHROME.shaded(0.9, "sleeve")
        for e in (-1, 1):
            arm = (
                s.extrude(s.rectangle(long * 0.86, w * 0.92, radius=0.006), 0.0018)
                .rotate((-90, 0, 0))
                .translate((long * 0.62, y + e * (high / 2 + 0.0009), 0))
            )
            a.add("sleeve", steel, arm)
        a.add("sleeve", steel, s.box(0.0018, high + 0.0036, w * 0.6).translate((long * 1.045, -0.0018, 0)))
        a.add("rivet", m.DARK_STEEL, s.cylinder(high + 0.0056, 0.0034).translate((long * 0.8, -0.0028, 0)))
    else:
        a.add("label", m.WHITE, s.box(long * 0.55, 0.0012, w * 0.56).translate((long * 0.42, high - 0.0006, 0)))
        a.add("light", BLUE_SCREEN, s.box(0.003, 0.0014, 0.005).translate((long * 0.82, high - 0.0006, 0)))
        a.add("loop", coat.shaded(0.8, "loop"), s.torus(0.0048, 0.0019, 24, 10).translate((long + 0.0035, y, 0)))
    made = a.build()
    parts = (replace(part, solid=part.solid.rotate((0, 0, -90)).rotate((0, -90, 0))) for part in made.parts)
    made = Sculpture(tuple(parts)).grounded()
    return replace(made, anchors={"top": (0, float(made.bounds[1][1]), 0)})


@sculpture(
    "smartwatch",
    synonyms=("smart watch",),
    kinds=("fitness watch", "apple watch", "fitness tracker"),
    plural="smartwatches",
    size=(0.09, 0.19),
)
def smartwatch(rng: np.random.Generator) -> Sculpture:
    """A square watch with rings and a clock on its lit screen, its band closed, its face to the front."""
    a = Assembly()
    w, high, thick = rng.uniform(0.036, 0.04), rng.uniform(0.043, 0.047), 0.0125
    band = s.pick(rng, (m.RUBBER, bright(rng, ("red", "blue", "orange", "teal")), m.RUBBER, m.WHITE))
    case = s.pick(rng, (GRAPHITE, CHROME, m.GOLD.coloured("#d8a98c", "rose gold")))
    y = 0.05
    ry, rz = 0.036, 0.026
    angle = np.radians(np.linspace(38, 322, 48))
    path = np.stack([np.zeros(48), y + ry * np.sin(angle), -rz * 0.86 + rz * np.cos(angle) + 0.008], 1)
    a.add(
        "band",
        band,
        s.tube(path, np.tile((0.0135, 0.0024), (48, 1)), section=s.rectangle(2, 2, radius=0.4), up=(1, 0, 0)),
        smooth=50,
    )
    a.add("buckle", case, s.box(0.031, 0.012, 0.009, 0.002).translate((0, y - 0.006, -rz * 1.86 + 0.008)))
    z = 0.0105
    a.add("case", case, s.rounded_box(w, high, thick, 0.006, 20).translate((0, y - high / 2, z)), smooth=45)
    a.add(
        "glass",
        SCREEN.shaded(0.7, "black glass"),
        s.extrude(s.rectangle(w * 0.88, high * 0.89, (0, y), 0.0065), 0.004).translate((0, 0, z + thick / 2)),
    )
    front = z + thick / 2 + 0.0022
    for k, (tone, q) in enumerate((("#e8324f", 0.0125), ("#7fe03a", 0.0094), ("#32c8e0", 0.0063))):
        ring = s.torus(q, 0.0013, 40, 8).rotate((90, 0, 0))
        a.add(f"ring {k}", Material(f"ring {k}", m.srgb(tone), 0.3).lit(0.7), ring.translate((0, y - 0.003, front)))
    a.add(
        "time",
        m.WHITE.lit(0.7),
        s.box(0.0032, 0.0052, 0.002).translate((-0.0062, y + 0.0118, front - 0.0006)),
        s.box(0.0032, 0.0052, 0.002).translate((-0.0018, y + 0.0118, front - 0.0006)),
        s.box(0.0032, 0.0052, 0.002).translate((0.0036, y + 0.0118, front - 0.0006)),
        s.box(0.0032, 0.0052, 0.002).translate((0.008, y + 0.0118, front - 0.0006)),
    )
    a.add(
        "crown",
        case.shaded(0.85, "crown"),
        s.rod((w / 2 - 0.001, y + 0.008, z), (w / 2 + 0.0042, y + 0.008, z), 0.0042),
    )
    made = a.build({"top": (0, y + 0.034, 0)}).grounded()
    return made


@sculpture(
    "monitor",
    synonyms=("computer monitor", "computer screen", "computer display"),
    kinds=("lcd monitor", "flat panel display", "desktop monitor"),
    size=(0.6, 0.95),
)
def monitor(rng: np.random.Generator) -> Sculpture:
    """A flat screen on a stand, lit with a picture or dark."""
    a = Assembly()
    w = rng.uniform(0.54, 0.64)
    high = w * rng.uniform(0.56, 0.6)
    case = s.pick(rng, (GRAPHITE, m.BLACK, CHROME)).varied(rng, 0.05)
    lift = rng.uniform(0.11, 0.14)
    a.add(
        "case",
        case,
        slab(w, high, 0.024, 0.008, (0, lift, -0.012)),
        slab(w * 0.6, high * 0.6, 0.022, 0.02, (0, lift + high * 0.2, -0.03)),
    )
    rim = 0.015
    base = m.WINDOW.coloured("#2c5f9e", "screen")
    iw, ih = w - 2 * rim, high - 2.6 * rim
    y0 = lift + 1.6 * rim
    a.add("screen", base.lit(0.3), slab(iw, ih, 0.006, 0.0, (0, y0, 0.0075)))
    wave = s.curve([(-iw / 2, ih * 0.42), (-iw * 0.2, ih * 0.62), (iw * 0.15, ih * 0.36), (iw / 2, ih * 0.6)], 30)
    for k, (tone, drop) in enumerate((("#3f9ad6", 0.0), ("#6cc6e0", 0.2))):
        hill = np.concatenate([wave - (0, ih * drop), [(iw / 2, 0.001), (-iw / 2, 0.001)]])
        a.add(
            f"wave {k}",
            m.WINDOW.coloured(tone, f"wave {k}").lit(0.3),
            s.extrude(hill, 0.006).translate((0, y0, 0.0112 + 0.0015 * k)),
        )
    a.add("taskbar", SCREEN, slab(iw, ih * 0.07, 0.006, 0.0, (0, y0, 0.0105)))
    a.add("light", LED, slab(0.02, 0.006, 0.004, 0.0, (w * 0.42, lift + rim * 0.5, 0.0105)))
    a.add(
        "neck",
        case.shaded(0.85, "stand"),
        s.beam((0, 0.01, -0.075), (0, lift + high * 0.3, -0.045), 0.07, 0.026, 0.004, up=(0, 0, 1)),
    )
    if s.chance(rng, 0.5):
        a.add(
            "foot",
            case.shaded(0.85, "stand"),
            s.cylinder(0.018, 1, segments=48, bevel=0.006).scale((w * 0.22, 1, 0.12)).translate((0, 0, -0.04)),
        )
    else:
        a.add("foot", case.shaded(0.85, "stand"), s.box(w * 0.42, 0.018, 0.21, 0.005).translate((0, 0, -0.04)))
    return a.build({"top": (0, lift + high, 0)}).grounded()


@sculpture(
    "vr headset",
    synonyms=("virtual reality headset", "vr goggles", "virtual reality goggles"),
    kinds=("vr glasses", "head mounted display"),
    size=(0.24, 0.46),
)
def vr_headset(rng: np.random.Generator) -> Sculpture:
    """A box for the eyes, its front to +Z, with foam behind and straps about the head."""
    a = Assembly()
    w, high, d = rng.uniform(0.175, 0.19), rng.uniform(0.09, 0.102), rng.uniform(0.07, 0.08)
    case = s.pick(rng, (GRAPHITE, m.WHITE, m.WHITE, GRAPHITE)).varied(rng, 0.03)
    dark = case.name == "graphite"
    y = high / 2 + 0.012
    outline = s.curve(
        [
            (-w / 2, 0),
            (-w * 0.46, high * 0.42),
            (-w * 0.2, high * 0.5),
            (w * 0.2, high * 0.5),
            (w * 0.46, high * 0.42),
            (w / 2, 0),
            (w * 0.44, -high * 0.42),
            (w * 0.16, -high * 0.46),
            (0, -high * 0.3),
            (-w * 0.16, -high * 0.46),
            (-w * 0.44, -high * 0.42),
        ],
        72,
        closed=True,
    )
    a.add("body", case, s.extrude(outline, d, 0.014).translate((0, y, 0.06)), smooth=45)
    face = s.extrude(outline * (0.88, 0.8), 0.012, 0.004)
    a.add(
        "visor",
        m.BLACK.shaded(0.9, "visor") if not dark else m.BLACK.shaded(0.5, "visor"),
        face.translate((0, y, 0.06 + d / 2 - 0.001)),
    )
    lens = [
        s.rod(
            (x * w * 0.33, y + e * high * 0.24, 0.06 + d / 2 + 0.001),
            (x * w * 0.33, y + e * high * 0.24, 0.06 + d / 2 + 0.0085),
            0.0115,
            segments=24,
        )
        for x in (-1, 1)
        for e in (-1, 1)
    ]
    a.add("cameras", m.WINDOW.coloured("#4c78b0", "camera"), *lens)
    a.add(
        "foam",
        m.RUBBER.coloured("#47484e", "foam"),
        s.extrude(outline * (0.94, 0.95), 0.03, 0.006, [outline * (0.76, 0.7)]).translate((0, y, 0.06 - d / 2 - 0.008)),
    )
    a.add(
        "lenses",
        m.GLASS.coloured("#9fb6c8", "lenses"),
        *[
            s.rod(
                (x * w * 0.2, y, 0.06 - d / 2 - 0.003), (x * w * 0.2, y, 0.06 - d / 2 + 0.004), high * 0.22, segments=32
            )
            for x in (-1, 1)
        ],
    )
    a.add("inside", m.BLACK, s.extrude(outline * (0.8, 0.74), 0.004).translate((0, y, 0.06 - d / 2)))
    strap = m.RUBBER.coloured("#3a3b40", "strap") if not dark else m.RUBBER.coloured("#5a5c63", "strap")
    rx, rz = w * 0.49, 0.105
    angle = np.radians(np.linspace(35, -215, 48))
    path = np.stack([rx * np.cos(angle), np.full(48, y), -0.02 + rz * np.sin(angle)], 1)
    a.add(
        "strap",
        strap,
        s.tube(path, np.tile((0.0165, 0.0045), (48, 1)), section=s.rectangle(2, 2, radius=0.4), up=(0, 1, 0)),
    )
    over = np.radians(np.linspace(20, 180, 36))
    crown = np.stack([np.zeros(36), y + 0.1 * np.sin(over), -0.025 + rz * 0.96 * np.cos(over)], 1)
    a.add(
        "strap",
        strap,
        s.tube(crown, np.tile((0.0145, 0.0045), (36, 1)), section=s.rectangle(2, 2, radius=0.4), up=(1, 0, 0)),
    )
    a.add(
        "pad", strap.shaded(0.8, "pad"), s.rounded_box(0.07, 0.055, 0.022, 0.008).translate((0, y - 0.028, -0.02 - rz))
    )
    a.add(
        "joints",
        CHROME if not dark else GRAPHITE.shaded(1.5, "joints"),
        *[s.rod((x * rx * 0.93, y, 0.035), (x * (rx + 0.008), y, 0.035), 0.018, segments=28) for x in (-1, 1)],
    )
    return a.build({"top": (0, y + 0.1, -0.02), "head": (0, y, -0.02)}).grounded()


@sculpture(
    "walkie talkie",
    synonyms=("two way radio",),
    kinds=("handheld radio", "cb radio", "handie talkie"),
    size=(0.18, 0.36),
)
def walkie_talkie(rng: np.random.Generator) -> Sculpture:
    """An upright radio with a stubby aerial, a knob, a small screen, a speaker and a button at the side."""
    a = Assembly()
    w, high, d = rng.uniform(0.06, 0.068), rng.uniform(0.125, 0.14), rng.uniform(0.036, 0.042)
    case = s.pick(rng, (GRAPHITE, bright(rng, ("orange", "red", "blue")), GRAPHITE)).varied(rng, 0.05)
    a.add("case", case, s.rounded_box(w, high, d, 0.008), smooth=45)
    z = d / 2
    dark = case.name == "graphite"
    accent = m.BLACK if not dark else m.PLASTIC.coloured(m.HUES[s.pick(rng, ("yellow", "orange"))], "accent")
    a.add("frame", accent, slab(w * 0.8, high * 0.26, 0.004, 0.005, (0, high * 0.66, z - 0.002)))
    a.add(
        "display",
        Material("liquid crystal", m.srgb("#b9cf9a"), 0.3).lit(0.2),
        slab(w * 0.62, high * 0.16, 0.005, 0.002, (0, high * 0.71, z - 0.001)),
    )
    a.add(
        "digits",
        m.BLACK,
        *[slab(0.005, high * 0.08, 0.003, 0.0, (x * w, high * 0.75, z + 0.0026)) for x in (-0.16, 0.0, 0.16)],
    )
    speaker = m.BLACK.shaded(0.7, "speaker") if dark else m.BLACK
    a.add("speaker", speaker, s.rod((0, high * 0.27, z - 0.004), (0, high * 0.27, z + 0.003), w * 0.36, segments=40))
    a.add(
        "slits",
        GRAPHITE.shaded(1.9, "slits"),
        *[
            slab(w * q, 0.0042, 0.003, 0.0, (0, high * y, z + 0.0015))
            for y, q in ((0.16, 0.4), (0.215, 0.58), (0.27, 0.62), (0.325, 0.56), (0.38, 0.36))
        ],
    )
    a.add(
        "buttons",
        m.WHITE.shaded(0.85, "buttons"),
        *[
            s.rod((x * w, high * 0.55, z - 0.002), (x * w, high * 0.55, z + 0.004), 0.0062, segments=20)
            for x in (-0.26, 0.0, 0.26)
        ],
    )
    long = rng.uniform(0.085, 0.1)
    x = -w * 0.28
    a.add(
        "aerial",
        m.RUBBER,
        s.cylinder(0.02, 0.0115, 0.0095).translate((x, high - 0.003, 0)),
        s.capsule((x, high, 0), (x, high + long, 0), 0.0085, 0.0062),
    )
    a.add("knob", m.BLACK, s.cylinder(0.018, 0.0105, 0.0098, 24, 0.002).translate((w * 0.24, high - 0.002, 0)))
    a.add("talk button", m.RED, s.rounded_box(0.008, 0.036, d * 0.5, 0.003).translate((-w / 2, high * 0.58, 0)))
    a.add(
        "clip",
        m.BLACK,
        s.box(w * 0.4, high * 0.5, 0.008, 0.002).translate((0, high * 0.36, -z - 0.006)),
        s.box(w * 0.4, 0.014, 0.014).translate((0, high * 0.8, -z - 0.002)),
    )
    return a.build({"top": (x, high + long, 0), "hand": (0, high * 0.4, 0)}).grounded()


@sculpture(
    "computer mouse",
    synonyms=("pc mouse", "optical mouse"),
    kinds=("wireless mouse", "gaming mouse"),
    plural="computer mice",
    size=(0.11, 0.26),
)
def computer_mouse(rng: np.random.Generator) -> Sculpture:
    """A rounded shell with two buttons and a wheel; its cable leaves it at the back."""
    a = Assembly()
    long, w, high = rng.uniform(0.105, 0.115), rng.uniform(0.058, 0.064), rng.uniform(0.034, 0.039)
    case = s.pick(rng, (GRAPHITE, m.WHITE.shaded(0.95, "shell"), m.WHITE.shaded(0.95, "shell"))).varied(rng, 0.04)
    light = case.name == "shell"
    outline = s.curve(
        [
            (0, long * 0.5),
            (w * 0.36, long * 0.44),
            (w * 0.46, long * 0.15),
            (w * 0.45, -long * 0.15),
            (w * 0.4, -long * 0.42),
            (0, -long * 0.5),
            (-w * 0.4, -long * 0.42),
            (-w * 0.45, -long * 0.15),
            (-w * 0.46, long * 0.15),
            (-w * 0.36, long * 0.44),
        ],
        64,
        closed=True,
    )
    rings = []
    for share, y in ((0.94, 0.0), (1.0, 0.2), (0.985, 0.45), (0.9, 0.7), (0.72, 0.88), (0.42, 0.98), (0.1, 1.0)):
        rise = 1 + 0.1 * np.cos(outline[:, 1] / long * np.pi * 1.2 - 0.4) * share
        rings.append(np.stack([outline[:, 0] * share, y * high * rise / 1.1, outline[:, 1] * share], 1))
    shell = s.loft(np.array(rings))
    # The cable's end is the back, at -Z, as the hand's owner sees it; the buttons are there.
    seam_w = 0.0024
    cut = s.box(seam_w, 1, long * 0.52).translate((0, high * 0.42, -long * 0.26)) + s.box(1, 1, seam_w).translate(
        (0, high * 0.42, 0.0)
    )
    a.add("shell", case, shell - cut, smooth=60)
    a.add("seams", m.BLACK, s.warp(shell, lambda p: p * (0.975, 0.97, 0.975) + (0, 0.0006, 0)), smooth=60)
    a.add(
        "wheel",
        m.RUBBER.coloured("#55575d", "wheel") if light else bright(rng, ("red", "blue", "green")),
        s.rod((-0.0052, high * 0.74, -long * 0.27), (0.0052, high * 0.74, -long * 0.27), 0.0115, segments=28),
    )
    cord = s.curve(
        [
            (0, high * 0.22, -long * 0.46),
            (0.0, high * 0.14, -long * 0.62),
            (0.02, 0.0045, -long * 0.82),
            (0.045, 0.0042, -long * 0.85),
            (0.06, 0.0042, -long * 0.62),
        ],
        40,
    )
    if s.chance(rng, 0.75):
        a.add("cable", m.RUBBER if not light else m.DARK_STEEL, s.tube(cord, 0.0042, 10))
    a.add(
        "badge",
        case.shaded(0.7, "badge") if light else CHROME,
        s.ellipsoid(0.008, 0.003, 0.008).translate((0, high * 0.975, long * 0.18)),
    )
    return a.build({"top": (0, high, 0), "hand": (0, high, 0)}).grounded()


@sculpture(
    "circuit board",
    synonyms=("printed circuit board", "pcb"),
    kinds=("motherboard", "electronic board", "mainboard"),
    size=(0.16, 0.32),
)
def circuit_board(rng: np.random.Generator) -> Sculpture:
    """A green board with golden tracks, chips, capacitors and connectors, upright on its edge."""
    a = Assembly()
    w, high, thick = rng.uniform(0.16, 0.185), rng.uniform(0.12, 0.14), 0.007
    board = m.PLASTIC.coloured(s.pick(rng, ("#1c4f8c", "#1f6e3c", "#1f6e3c")), "board").varied(rng, 0.05)
    a.add(
        "board",
        board,
        s.extrude(
            s.rectangle(w, high, (0, high / 2), 0.004),
            thick,
            0.0008,
            [
                s.circle(0.0042, 16, centre=(x * (w / 2 - 0.01), high / 2 + y * (high / 2 - 0.01)))
                for x in (-1, 1)
                for y in (-1, 1)
            ],
        ),
    )
    z = thick / 2
    flat = lambda x, y, cw, ch, rise: slab(cw * w, ch * high, rise, 0.0, (x * w, y * high, z - 0.0005))  # noqa: E731
    tracks = []
    for k in range(5):
        y = 0.16 + 0.035 * k
        tracks += [flat(-0.12 + 0.02 * k, y, 0.5, 0.016, 0.0017), flat(-0.37 + 0.02 * k, y, 0.011, 0.28, 0.0017)]
        tracks += [flat(0.36 + 0.024 * k, 0.5, 0.012, 0.36, 0.0017)]
    back = [slab(w * 0.8, 0.0028, 0.0017, 0.0, (0, high * y, -z - 0.0012)) for y in np.linspace(0.15, 0.85, 8)]
    a.add("tracks", m.GOLD, *tracks, *back)
    black = m.BLACK.shaded(1.1, "chip")
    a.add(
        "chips",
        black,
        flat(-0.06, 0.42, 0.3, 0.38, 0.011),
        flat(0.24, 0.7, 0.12, 0.17, 0.009),
        flat(-0.36, 0.74, 0.14, 0.12, 0.009),
        flat(0.22, 0.1, 0.2, 0.13, 0.009),
    )
    a.add("chip marks", m.SLATE.shaded(1.7, "chip marks"), flat(-0.06, 0.52, 0.17, 0.18, 0.0122))
    pins = [
        slab(0.0042, 0.006, 0.004, 0.0, ((-0.06 + x) * w, high * y - 0.003, z - 0.0005))
        for x in np.linspace(-0.13, 0.13, 8)
        for y in (0.405, 0.815)
    ]
    a.add("pins", CHROME, *pins)
    for x, y in ((-0.4, 0.5), (-0.4, 0.38), (0.1, 0.84), (0.2, 0.9)):
        a.add(
            "capacitors",
            m.PLASTIC.coloured("#3a6fc0", "capacitor"),
            s.rod((x * w, y * high, z), (x * w, y * high, z + 0.02), 0.0078, segments=24),
        )
        a.add(
            "capacitor tops",
            CHROME,
            s.rod((x * w, y * high, z + 0.0195), (x * w, y * high, z + 0.0212), 0.0066, segments=24),
        )
    a.add(
        "resistors",
        m.RED.shaded(1.1, "resistor"),
        *[flat(x, y, 0.06, 0.04, 0.006) for x, y in ((0.05, 0.9), (-0.1, 0.9), (-0.22, 0.9))],
    )
    a.add("connectors", m.WHITE.shaded(0.93, "connector"), flat(-0.36, 0.06, 0.2, 0.12, 0.017))
    a.add("port", CHROME, slab(w * 0.16, high * 0.17, 0.024, 0.0, (w * 0.4, high * 0.04, z - 0.0005)))
    edge = [slab(w * 0.03, high * 0.07, 0.0022, 0.0, (w * x, 0.0, z - 0.0008)) for x in np.linspace(-0.16, 0.26, 9)]
    a.add("contacts", m.GOLD, *edge)
    return a.build({"top": (0, high, 0)}).grounded()
