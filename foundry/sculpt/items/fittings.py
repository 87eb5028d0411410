"""Switches, sockets, plugs and knobs of a house."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

CHROME = m.STEEL.coloured("#c6cace", "chrome")
OFF_WHITE = m.WHITE.coloured("#f1eee6", "off-white")


def _plate(a: Assembly, rng: np.random.Generator, w: float, high: float, material: Material) -> float:
    """A wall plate that stands on y = 0; returns its front's z."""
    thick = 0.011
    a.add(
        "plate",
        material,
        s.extrude(s.rectangle(w, high, (0, high / 2), 0.008), thick, 0.003).translate((0, 0, thick / 2)),
    )
    a.add(
        "screws",
        m.STEEL,
        *[s.rod((0, high * y, thick - 0.002), (0, high * y, thick + 0.0015), 0.0035) for y in (0.09, 0.91)],
    )
    return thick


@sculpture(
    "light switch",
    synonyms=("wall switch",),
    kinds=("toggle switch", "rocker switch", "electric switch"),
    plural="light switches",
    size=(0.1, 0.17),
)
def light_switch(rng: np.random.Generator) -> Sculpture:
    """A wall plate with a toggle or a rocker."""
    a = Assembly()
    w, high = rng.uniform(0.072, 0.08), rng.uniform(0.112, 0.122)
    cover = s.pick(rng, (OFF_WHITE, m.WHITE, m.BRASS)).varied(rng, 0.03)
    z = _plate(a, rng, w, high, cover)
    lever = OFF_WHITE.shaded(0.9, "lever") if cover.name != "brass" else m.BLACK
    if not s.chance(rng, 0.35):
        a.add(
            "slot",
            m.BLACK.shaded(2.2, "slot"),
            s.extrude(s.rectangle(0.019, 0.036, (0, high / 2), 0.003), 0.004).translate((0, 0, z)),
        )
        up = 1 if s.chance(rng, 0.7) else -1
        toggle = s.hull(
            [
                s.box(0.013, 0.013, 0.004).translate((0, -0.0065, 0)),
                s.box(0.0105, 0.0115, 0.004).translate((0, up * 0.014 - 0.006, 0.024)),
            ]
        )
        a.add("lever", lever, toggle.translate((0, high / 2, z)))
    else:
        a.add(
            "gap",
            m.BLACK.shaded(2.5, "gap"),
            s.extrude(s.rectangle(0.04, 0.072, (0, high / 2), 0.004), 0.003).translate((0, 0, z)),
        )
        rocker = s.hull(
            [
                s.box(0.035, 0.002, 0.004).translate((0, -0.033, 0)),
                s.box(0.035, 0.002, 0.004).translate((0, 0.031, 0)),
                s.box(0.035, 0.006, 0.004).translate((0, 0.027, 0.01)),
                s.box(0.035, 0.004, 0.004).translate((0, -0.003, 0.003)),
            ]
        )
        a.add("lever", lever.shaded(1.07, "rocker"), rocker.translate((0, high / 2, z)))
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "power outlet",
    synonyms=("wall outlet", "electrical outlet", "wall socket", "electrical socket", "power socket"),
    kinds=("power point", "mains socket", "outlet"),
    size=(0.1, 0.18),
)
def power_outlet(rng: np.random.Generator) -> Sculpture:
    """A wall plate with two American receptacles, or with one round European one."""
    a = Assembly()
    black = m.BLACK
    if s.chance(rng, 0.7):
        w, high = rng.uniform(0.072, 0.08), rng.uniform(0.116, 0.126)
        cover = s.pick(rng, (OFF_WHITE, m.WHITE)).varied(rng, 0.03)
        z = _plate(a, rng, w, high, cover)
        for y in (0.29, 0.71):
            face = s.extrude(s.circle(0.0215, 40), 0.006, 0.001) ^ s.box(0.06, 0.036, 1).translate((0, -0.018, 0))
            a.add("faces", cover.shaded(0.78, "face"), face.translate((0, high * y, z + 0.002)))
            slots = [
                s.box(0.0042, h, 0.003).translate((x, high * y - 0.001, z + 0.0045))
                for x, h in ((-0.0085, 0.0125), (0.0085, 0.0105))
            ]
            ground = s.rod((0, high * y - 0.0095, z + 0.003), (0, high * y - 0.0095, z + 0.006), 0.0038)
            a.add("slots", black, *slots, ground)
        return a.build({"top": (0, high, 0)}).grounded()
    w = rng.uniform(0.082, 0.09)
    cover = m.WHITE.varied(rng, 0.03)
    thick = 0.012
    plate = s.extrude(s.rectangle(w, w, (0, w / 2), 0.006), thick, 0.002).translate((0, 0, thick / 2))
    well = s.rod((0, w / 2, thick - 0.007), (0, w / 2, 1), w * 0.235, segments=48)
    a.add("plate", cover, plate - well)
    ring = s.torus(w * 0.24, 0.004, 48, 8).rotate((90, 0, 0)).translate((0, w / 2, thick))
    a.add("ring", cover.shaded(0.85, "ring"), ring)
    a.add(
        "well", cover.shaded(0.75, "well"), s.rod((0, w / 2, 0.002), (0, w / 2, thick - 0.0065), w * 0.237, segments=40)
    )
    a.add(
        "holes",
        black,
        *[s.rod((x * 0.0095, w / 2, 0.004), (x * 0.0095, w / 2, thick - 0.005), 0.0042) for x in (-1, 1)],
    )
    a.add(
        "contacts",
        m.STEEL,
        *[s.box(0.006, 0.006, 0.01).translate((0, w / 2 + e * w * 0.225 - 0.003, thick - 0.004)) for e in (-1, 1)],
    )
    return a.build({"top": (0, w, 0)}).grounded()


@sculpture(
    "plug",
    synonyms=("electric plug", "power plug", "electrical plug"),
    kinds=("mains plug", "male plug"),
    size=(0.1, 0.24),
    tint=True,
)
def plug(rng: np.random.Generator) -> Sculpture:
    """A plug whose prongs point to -X and whose cable winds away to +X."""
    a = Assembly()
    coat = s.pick(
        rng,
        (
            m.BLACK.shaded(1.4, "black rubber"),
            m.WHITE.shaded(0.95, "white rubber"),
            m.BLACK.shaded(1.4, "black rubber"),
        ),
    )
    y = 0.02
    long = rng.uniform(0.042, 0.05)
    shape = s.profile(
        [(0, 0), (0.0185, 0), (0.02, 0.004), (0.0195, long * 0.4), (0.013, long * 0.75), (0.0095, long), (0, long)], 30
    )
    body = s.revolve(shape, 40).scale((1, 1, 0.85)).rotate((0, 0, -90)).translate((0, y, 0))
    a.add("body", coat, body, smooth=50)
    grooves = [
        s.torus(q, 0.0022, 28, 8).scale((1, 1, 0.9)).rotate((0, 0, 90)).translate((long * e, y, 0))
        for e, q in ((0.72, 0.0135), (0.84, 0.0118), (0.96, 0.0105))
    ]
    a.add("ribs", coat.shaded(1.25 if coat.name == "black rubber" else 0.85, "ribs"), *grooves)
    prong = m.BRASS if s.chance(rng, 0.5) else CHROME
    reach = rng.uniform(0.024, 0.028)
    if s.chance(rng, 0.5):
        a.add(
            "prongs",
            prong,
            *[
                s.rod((0.002, y, z * 0.0095), (-reach, y, z * 0.0095), 0.0034)
                + s.sphere(0.0034, 12).translate((-reach, y, z * 0.0095))
                for z in (-1, 1)
            ],
        )
    else:
        a.add(
            "prongs",
            prong,
            *[
                s.box(reach, 0.0085, 0.0036, 0.0008).translate((-reach / 2 + 0.002, y - 0.00425, z * 0.0085))
                for z in (-1, 1)
            ],
        )
    wide = rng.uniform(0.03, 0.036)
    cord = s.curve(
        [
            (long * 0.95, y, 0),
            (long + 0.02, y * 0.7, 0.0),
            (long + 0.045, 0.0055, 0.012),
            (long + 0.045, 0.0055, wide),
            (long, 0.0055, wide * 1.35),
            (long * 0.3, 0.0055, wide * 1.1),
        ],
        40,
    )
    a.add("cord", coat, s.tube(cord, 0.0056, 12))
    return a.build({"top": (0, y * 2, 0), "hand": (long * 0.5, y, 0)}).grounded()


@sculpture("doorknob", synonyms=("door knob",), kinds=("door handle", "doorhandle", "knob"), size=(0.12, 0.28))
def doorknob(rng: np.random.Generator) -> Sculpture:
    """A knob on its rose or on a long plate with a keyhole, facing +Z."""
    a = Assembly()
    metal = s.pick(rng, (CHROME, m.BRONZE, m.BRASS, m.BRASS)).varied(rng, 0.04)
    r = rng.uniform(0.028, 0.031)
    w, high = rng.uniform(0.06, 0.068), rng.uniform(0.16, 0.19)
    y = high * 0.66
    knob = s.profile(
        [
            (0, 0),
            (0.0105, 0),
            (0.0095, 0.022),
            (r * 0.7, 0.029),
            (r, 0.045),
            (r * 0.93, 0.058),
            (r * 0.55, 0.066),
            (0, 0.068),
        ],
        40,
    )
    plate = s.extrude(
        s.curve(
            [
                (-w / 2, high * 0.12),
                (-w / 2, high * 0.88),
                (-w * 0.3, high * 0.95),
                (0, high),
                (w * 0.3, high * 0.95),
                (w / 2, high * 0.88),
                (w / 2, high * 0.12),
                (w * 0.3, high * 0.05),
                (0, 0),
                (-w * 0.3, high * 0.05),
            ],
            80,
            closed=True,
        ),
        0.01,
        0.0025,
    )
    a.add("plate", metal.shaded(0.86, "plate"), plate.translate((0, 0, 0.005)))
    a.add("rose", metal, s.cylinder(0.007, w * 0.38, w * 0.3, 40, 0.001).rotate((90, 0, 0)).translate((0, y, 0.009)))
    a.add(
        "knob",
        metal if s.chance(rng, 0.75) else m.PORCELAIN,
        s.revolve(knob, 44).rotate((90, 0, 0)).translate((0, y, 0.009)),
        smooth=60,
    )
    hole = (
        s.circle(0.0075, 24, centre=(0, high * 0.26)),
        [(-0.0035, high * 0.26), (0.0035, high * 0.26), (0.0062, high * 0.26 - 0.022), (-0.0062, high * 0.26 - 0.022)],
    )
    a.add("keyhole", m.BLACK, *[s.extrude(o, 0.004).translate((0, 0, 0.0095)) for o in hole])
    a.add(
        "screws",
        metal.shaded(0.6, "screws"),
        *[s.rod((0, high * q, 0.008), (0, high * q, 0.0125), 0.0042) for q in (0.07, 0.93)],
    )
    return a.build({"top": (0, high, 0), "hand": (0, y, 0.06)}).grounded()
