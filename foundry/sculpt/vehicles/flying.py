"""What flies: rockets, saucers, aircraft, balloons. Noses point along +Z, rockets up."""

from __future__ import annotations

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture


def paint_of(colour: str, roughness: float = 0.35) -> m.Material:
    """A coat of paint."""
    return m.PAINT.coloured(colour) if roughness == 0.35 else m.Material("paint", m.srgb(colour), roughness)


@sculpture("rocket", size=(4, 70), synonyms=("rocket ship", "missile"))
def rocket(rng: np.random.Generator) -> Sculpture:
    """A spindle on three fins."""
    body, trim = s.pick(rng, (("#eceae4", "#c9302a"), ("#d9dde2", "#2f5fae"), ("#e8e2d2", "#e07a1f")))
    wide = rng.uniform(0.24, 0.3)
    outline = s.profile(
        [(0.16, 0.28), (wide * 0.92, 0.5), (wide, 0.95), (wide * 0.8, 1.45), (wide * 0.42, 1.75), (0, 1.95)], 60
    )
    hull = s.revolve(np.concatenate([[(0, 0.28)], outline]), 56)
    nose = s.revolve(np.concatenate([[(0.0, 1.5)], [(r + 0.006, y) for r, y in outline if y >= 1.5], [(0, 1.965)]]), 56)
    band = s.torus(wide + 0.002, 0.016, 56, 10).translate((0, 0.94, 0))
    fin = s.extrude(
        s.curve([(0.1, 0.62), (0.36, 0.42), (0.5, 0.0), (0.4, 0.02), (0.1, 0.3)], 40, closed=True), 0.045, 0.018
    )
    fins = s.around(fin.rotate((0, 90, 0)), int(rng.integers(3, 5)), 45)
    window = s.cylinder(0.05, 0.1, segments=40).rotate((90, 0, 0)).translate((0, 1.18, wide * 0.86))
    ring = s.torus(0.105, 0.022, 40, 10).rotate((90, 0, 0)).translate((0, 1.18, wide * 0.95))
    bell = s.revolve([(0, 0.32), (0.09, 0.32), (0.17, 0.12), (0.15, 0.12), (0.07, 0.28), (0, 0.28)], 40)
    flame = s.revolve(s.profile([(0, -0.3), (0.05, -0.2), (0.12, 0.0), (0.13, 0.14), (0, 0.16)], 24), 32)
    parts = [
        Part("hull", hull, paint_of(body), 60),
        Part("nose", nose, paint_of(trim), 60),
        Part("band", band, paint_of(trim), 60),
        Part("fins", fins, paint_of(trim), 30),
        Part("window", window, m.WINDOW, 60),
        Part("rim", ring, m.STEEL, 60),
        Part("nozzle", bell, m.DARK_STEEL, 60),
    ]
    if s.chance(rng, 0.3):
        parts.append(Part("flame", flame, m.FLAME, 60))
    return finished(parts, rng.uniform(5, 12), {"top": (0, 1.96, 0)})


@sculpture("space shuttle", size=(20, 60))
def space_shuttle(rng: np.random.Generator) -> Sculpture:
    """Standing on its tail, with tank and boosters."""
    orbiter = s.revolve(s.profile([(0, 0.1), (0.14, 0.1), (0.16, 0.5), (0.15, 1.1), (0.06, 1.35), (0, 1.38)], 40), 40)
    wing = s.extrude([(0.1, 0.95), (0.2, 0.7), (0.52, 0.18), (0.5, 0.08), (0.1, 0.1)], 0.05, 0.02).translate(
        (0, 0, -0.05)
    )
    tail = (
        s.extrude([(0.0, 0.42), (0.3, 0.06), (0.3, 0.0), (0.0, 0.05)], 0.035, 0.012)
        .rotate((0, -90, 0))
        .translate((0, 0.06, 0.1))
    )
    tank = s.revolve(
        s.profile([(0, 0.1), (0.22, 0.14), (0.24, 0.4), (0.24, 1.3), (0.1, 1.68), (0, 1.74)], 40), 48
    ).translate((0, 0, -0.42))
    booster = s.revolve([(0, 0.0), (0.13, 0.0), (0.1, 0.14), (0.1, 1.35), (0, 1.55)], 36).translate((0.32, 0, -0.42))
    engines = s.group(
        [
            s.revolve([(0, 0.12), (0.05, 0.12), (0.085, 0.0), (0.07, 0.0), (0, 0.06)], 24).translate((x, 0, z))
            for x, z in ((0.07, 0.04), (-0.07, 0.04), (0, -0.06))
        ]
    )
    window = s.box(0.15, 0.05, 0.05).rotate((-14, 0, 0)).translate((0, 1.17, 0.11))
    belly = s.mirrored(s.extrude([(0.02, 0.95), (0.2, 0.66), (0.5, 0.17), (0.48, 0.09), (0.02, 0.11)], 0.02)).translate(
        (0, 0, -0.085)
    )
    return finished(
        [
            Part("orbiter", s.union([orbiter, s.mirrored(wing), tail]), paint_of("#f0efea"), 40),
            Part("belly", belly, m.BLACK, 20),
            Part("tank", tank, paint_of("#b5653a"), 60),
            Part("boosters", s.mirrored(booster), paint_of("#e9e7e1"), 50),
            Part("engines", engines, m.DARK_STEEL, 50),
            Part("window", window, m.WINDOW, 20),
        ],
        rng.uniform(20, 26),
    )


@sculpture("ufo", size=(3, 40), synonyms=("flying saucer", "alien ship"))
def ufo(rng: np.random.Generator) -> Sculpture:
    """A disc with lights, a dome and three legs."""
    hull_colour, glow = s.pick(rng, (("#a9b0b8", "#6fe06a"), ("#7f8794", "#62c8ff"), ("#b7b2a6", "#ffb04a")))
    high = rng.uniform(0.16, 0.24)
    hull = s.revolve(
        s.profile([(0, 0.32), (0.4, 0.33), (1.0, 0.5), (1.02, 0.54), (0.5, 0.52 + high), (0, 0.56 + high)], 60), 72
    )
    rim = s.torus(1.0, 0.035, 72, 12).translate((0, 0.52, 0))
    count = int(rng.integers(10, 16))
    lights = s.around(s.sphere(0.065, 20).translate((0, 0.62, 0.84)), count)
    dome = s.dome(0.4, rng.uniform(0.32, 0.42), 48).translate((0, 0.5 + high, 0))
    beam = s.revolve([(0, 0.26), (0.26, 0.26), (0.3, 0.35), (0, 0.36)], 40)
    legs = s.around(
        s.union(
            [
                s.rod((0, 0.42, 0.45), (0, 0.04, 0.72), 0.035, 0.03),
                s.cylinder(0.04, 0.1, segments=24).translate((0, 0, 0.73)),
            ]
        ),
        3,
    )
    pilot = s.union(
        [
            s.ellipsoid(0.13, 0.15, 0.13, 28).translate((0, 0.68 + high, 0)),
            s.ellipsoid(0.1, 0.14, 0.1, 24).translate((0, 0.52 + high, 0)),
        ]
    )
    eyes = s.mirrored(s.ellipsoid(0.035, 0.06, 0.03, 16).rotate((0, 0, -24)).translate((0.06, 0.69 + high, 0.11)))
    parts = [
        Part("hull", hull, m.STEEL.coloured(hull_colour), 40),
        Part("rim", rim, m.DARK_STEEL, 60),
        Part("lights", lights, m.Material("light", m.srgb(glow), 0.3, emission=m.srgb(glow)), 60),
        Part("dome", dome, m.Material("dome", m.srgb("#8fc9d6"), 0.05, transmission=0.6), 60),
        Part("ray", beam, m.Material("light", m.srgb(glow), 0.3, emission=m.srgb(glow)), 60),
        Part("legs", legs, m.DARK_STEEL, 50),
        Part("pilot", pilot, m.SKIN.coloured("#7fae5a"), 60),
        Part("eyes", eyes, m.EYE_BLACK, 60),
    ]
    return finished(parts, rng.uniform(3, 5))


@sculpture("spaceship", size=(8, 90), synonyms=("starship", "spacecraft", "starfighter"))
def spaceship(rng: np.random.Generator) -> Sculpture:
    """A fighter with swept wings and engines."""
    hull_colour, trim, glow = s.pick(
        rng, (("#c9ccd0", "#b5322a", "#6fd0ff"), ("#8a93a0", "#e0a52a", "#ff8a3a"), ("#e2ded4", "#2f5fae", "#7fe0ff"))
    )
    stations = [(0.9, 0.02, 0.015), (0.55, 0.1, 0.07), (0.15, 0.17, 0.13), (-0.4, 0.2, 0.15), (-0.7, 0.16, 0.13)]
    angle = np.arange(12) * 2 * np.pi / 12
    rings = [
        np.stack(
            [
                w * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** 0.7,
                0.3 + h * np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** 0.7,
                np.full(12, z),
            ],
            1,
        )
        for z, w, h in stations[::-1]
    ]
    hull = s.loft(np.array(rings))
    sweep, dihedral = rng.uniform(0.2, 0.5), rng.uniform(-10, 8)

    def mounted(solid: s.Solid) -> s.Solid:
        return s.mirrored(solid.rotate((0, 0, dihedral)).translate((0, 0.28, 0)))

    def flat(outline: list[tuple[float, float]], thick: float, bevel: float = 0.0) -> s.Solid:
        return s.extrude(outline, thick, bevel).rotate((90, 0, 0))

    tip = -0.15 - sweep
    outline = [(0.12, 0.15), (0.85, tip), (0.85, -0.5 - sweep * 0.6), (0.12, -0.55)]
    wing = mounted(flat(outline, 0.05, 0.018))
    gun = mounted(s.rod((0.85, 0, -0.5 - sweep * 0.6), (0.85, 0, tip + 0.35), 0.024, 0.016))

    def chord(x: float) -> tuple[float, float]:
        share = (x - 0.12) / 0.73
        return 0.15 + share * (tip - 0.15), -0.55 + share * (0.05 - sweep * 0.6)

    (a, b), (c, d) = chord(0.52), chord(0.66)
    stripe = mounted(flat([(0.52, a), (0.66, c), (0.66, d), (0.52, b)], 0.056))
    cockpit = s.ellipsoid(0.095, 0.085, 0.26, 36).translate((0, 0.4, 0.2))
    engines = [
        s.cylinder(0.5, 0.1, 0.09, 28).rotate((-90, 0, 0)).translate((x, y, -0.85 + 0.5))
        for x, y in ((0.2, 0.3), (0.0, 0.4))
    ]
    pods = s.union([engines[0], engines[0].mirror((1, 0, 0)), engines[1]]).translate((0, 0, 0))
    glows = s.group(
        [
            s.cylinder(0.03, 0.075, segments=28).rotate((90, 0, 0)).translate((x, y, -0.87))
            for x, y in ((0.2, 0.3), (-0.2, 0.3), (0.0, 0.4))
        ]
    )
    fin = s.extrude([(-0.35, 0.4), (-0.62, 0.78), (-0.78, 0.78), (-0.7, 0.38)], 0.04, 0.014).rotate((0, -90, 0))
    gear = s.group(
        [
            s.rod((x, 0.2, z), (x, 0.02, z), 0.025) + s.ellipsoid(0.05, 0.02, 0.07, 16).translate((x, 0.02, z))
            for x, z in ((0, 0.45), (0.25, -0.4), (-0.25, -0.4))
        ]
    )
    return finished(
        [
            Part("hull", hull, paint_of(hull_colour), 30),
            Part("wings", wing + fin, paint_of(hull_colour).shaded(0.92), 20),
            Part("stripes", stripe, paint_of(trim), 20),
            Part("cockpit", cockpit, m.WINDOW, 60),
            Part("engines", pods, m.DARK_STEEL, 40),
            Part("glow", glows, m.Material("light", m.srgb(glow), 0.3, emission=m.srgb(glow)), 60),
            Part("guns", gun, m.DARK_STEEL, 40),
            Part("gear", gear, m.DARK_STEEL, 40),
        ],
        rng.uniform(6, 14),
    )


@sculpture("airliner", size=(20, 110), synonyms=("airplane", "aeroplane", "plane", "passenger plane", "jet"))
def airliner(rng: np.random.Generator) -> Sculpture:
    """Two or four engines under swept wings."""
    tail_colour = s.pick(rng, ("#c9302a", "#2456a6", "#1f7a4a", "#e08a1f"))
    angle = np.arange(28) * 2 * np.pi / 28
    stations = [
        (1.0, 0.01, -0.02),
        (0.95, 0.055, -0.012),
        (0.84, 0.095, 0.0),
        (0.65, 0.105, 0),
        (-0.5, 0.105, 0),
        (-0.85, 0.05, 0.035),
        (-1.0, 0.015, 0.05),
    ]
    hull = s.loft(
        np.array(
            [
                np.stack([r * np.cos(angle), 0.3 + y + r * np.sin(angle), np.full(28, z)], 1)
                for z, r, y in stations[::-1]
            ]
        )
    )
    wing = (
        s.extrude([(0.05, 0.28), (0.95, -0.32), (0.95, -0.42), (0.38, -0.2), (0.05, -0.2)], 0.035, 0.014)
        .rotate((90, 0, 0))
        .rotate((0, 0, 5))
        .translate((0, 0.25, 0))
    )
    tip = (
        s.extrude([(0, -0.32), (0.1, -0.42), (0.1, -0.47), (0, -0.42)], 0.012)
        .rotate((90, 0, 0))
        .rotate((0, 0, 72))
        .translate((0.945, 0.325, 0))
    )
    plane = (
        s.extrude([(0.02, -0.74), (0.36, -0.93), (0.36, -1.0), (0.02, -0.92)], 0.022, 0.008)
        .rotate((90, 0, 0))
        .translate((0, 0.345, 0))
    )
    fin = s.extrude([(-0.62, 0.38), (-0.86, 0.72), (-0.99, 0.72), (-0.93, 0.36)], 0.03, 0.012).rotate((0, -90, 0))
    spots = ((0.36, 0.12),) if s.chance(rng, 0.7) else ((0.32, 0.14), (0.58, -0.02))
    engine = [
        s.revolve([(0, 0.0), (0.05, 0.0), (0.062, 0.1), (0.055, 0.24), (0.042, 0.24), (0.0, 0.18)], 28)
        .rotate((90, 0, 0))
        .translate((x, 0.2 + 0.08 * x, z - 0.12))
        for x, z in spots
    ]
    windows = s.mirrored(
        s.group([s.ellipsoid(0.008, 0.014, 0.009, 10).translate((0.104, 0.325, z)) for z in np.linspace(-0.6, 0.7, 30)])
    )
    glass = s.ellipsoid(0.07, 0.022, 0.03, 20).translate((0, 0.34, 0.925))
    stripe = s.mirrored(s.box(0.006, 0.02, 1.4).translate((0.103, 0.275, 0.02)))
    wheels = s.group(
        [
            s.cylinder(0.03, 0.04, segments=20).rotate((0, 0, 90)).translate((x, 0.04, z))
            + s.rod((x - 0.02, 0.04, z), (x - 0.02, 0.22, z), 0.012)
            for x, z in ((0.02, 0.7), (0.15, -0.12), (-0.12, -0.12))
        ]
    )
    return finished(
        [
            Part("fuselage", hull, paint_of("#f3f3f0"), 50),
            Part("wings", s.mirrored(s.union([wing, plane])), paint_of("#d9dcdf"), 30),
            Part("winglets", s.mirrored(tip), paint_of(tail_colour), 30),
            Part("fin", fin, paint_of(tail_colour), 30),
            Part("engines", s.mirrored(s.union(engine)), paint_of("#b9bdc2"), 40),
            Part("windows", windows, m.WINDOW, 60),
            Part("cockpit", glass, m.WINDOW, 60),
            Part("stripe", stripe, paint_of(tail_colour), 20),
            Part("gear", wheels, m.RUBBER, 50),
        ],
        rng.uniform(15, 30),
    )


@sculpture("helicopter", size=(5, 30), synonyms=("chopper",))
def helicopter(rng: np.random.Generator) -> Sculpture:
    """A bubble, a boom and two rotors."""
    colour, trim = s.pick(
        rng, (("#c9302a", "#f2f0ea"), ("#2f5fae", "#f2f0ea"), ("#e0a52a", "#2a2a2c"), ("#5a6a4a", "#3a4432"))
    )
    cabin = s.ellipsoid(0.3, 0.29, 0.46, 48).translate((0, 0.46, 0.12))
    glass = s.ellipsoid(0.285, 0.265, 0.44, 48).translate((0, 0.5, 0.16)).trim_by_plane((0, 0.45, 0.9), 0.42)
    boom = s.tube(
        s.curve([(0, 0.55, -0.2), (0, 0.6, -0.7), (0, 0.66, -1.2)], 16), s.interpolate([0.17, 0.08, 0.05], 16), 20
    )
    fin = s.extrude([(-1.08, 0.62), (-1.28, 0.98), (-1.4, 0.98), (-1.26, 0.6)], 0.035, 0.012).rotate((0, -90, 0))
    plane = s.box(0.5, 0.025, 0.12, 0.008).translate((0, 0.62, -1.05))
    mast = (
        s.cylinder(0.2, 0.04, segments=20).translate((0, 0.72, 0.02))
        + s.cylinder(0.05, 0.09, segments=24).translate((0, 0.9, 0.02))
        + s.rounded_box(0.22, 0.14, 0.42, 0.06).translate((0, 0.68, -0.02))
    )
    blades = int(s.pick(rng, (2, 3, 4)))
    rotor = s.around(s.box(0.1, 0.014, 1.15, 0.004).translate((0, 0.925, 0.6)), blades, 25).translate((0, 0, 0.02))
    tail_rotor = s.group(
        [s.box(0.012, 0.34, 0.05).translate((0.045, -0.17, 0)).rotate((t, 0, 0)) for t in (20, 110)]
    ).translate((0, 0.86, -1.28))
    skid = s.tube(s.curve([(0.3, 0.06, 0.62), (0.3, 0.02, 0.5), (0.3, 0.02, -0.4), (0.3, 0.03, -0.48)], 24), 0.024, 10)
    struts = [s.rod((0.16, 0.26, z), (0.3, 0.03, z), 0.018) for z in (0.32, -0.15)]
    stripe = s.mirrored(s.box(0.01, 0.05, 0.5).translate((0.288, 0.36, 0.0)))
    return finished(
        [
            Part("body", s.union([cabin, boom, fin, plane]), paint_of(colour), 50),
            Part("glass", glass, m.WINDOW, 60),
            Part("mast", mast, m.DARK_STEEL, 50),
            Part("rotor", rotor, m.BLACK, 20),
            Part("tail rotor", tail_rotor, m.BLACK, 20),
            Part("skids", s.mirrored(s.union([skid, *struts])), m.DARK_STEEL, 50),
            Part("stripe", stripe, paint_of(trim), 20),
        ],
        rng.uniform(4.5, 7),
    )


@sculpture("hot air balloon", size=(10, 40), synonyms=("balloon ride",))
def hot_air_balloon(rng: np.random.Generator) -> Sculpture:
    """Striped gores over a basket."""
    a, b, c = (
        np.array(m.srgb(x))
        for x in s.pick(
            rng,
            (
                ("#d1302a", "#f2c230", "#2456a6"),
                ("#e8772a", "#f4efe2", "#c9302a"),
                ("#2f8a5a", "#f2d24a", "#f4efe2"),
                ("#7a3f9a", "#e06aa0", "#f2c230"),
            ),
        )
    )
    gores = int(s.pick(rng, (12, 16)))
    skin = s.revolve(
        s.profile(
            [(0.12, 0.62), (0.3, 0.86), (0.6, 1.3), (0.68, 1.7), (0.52, 2.08), (0.2, 2.28), (0, 2.3)], 56
        ).tolist()
        + [(0, 0.66)],
        96,
    )
    ribbed = s.swell(
        skin,
        lambda p: 1 + 0.025 * np.abs(np.sin(gores / 2 * np.arctan2(p[:, 0], p[:, 2]))),
        0.06,
    )

    def paint(p: np.ndarray) -> np.ndarray:
        turn = np.arctan2(p[:, 0], p[:, 2]) * gores / (2 * np.pi)
        out = mix(np.tile(a, (len(p), 1)), b, np.clip(np.sin(turn * np.pi) * 8 + 0.5, 0, 1))
        band = np.clip((0.09 - np.abs(p[:, 1] - 1.62)) / 0.02 + 0.5, 0, 1)
        return mix(out, c, band)

    basket = s.box(0.24, 0.2, 0.24, 0.02) - s.box(0.19, 0.2, 0.19).translate((0, 0.03, 0))
    rail = s.mirrored(s.rod((0.12, 0.2, 0.12), (0.12, 0.2, -0.12), 0.018)) + s.mirrored(
        s.rod((-0.12, 0.2, 0.12), (0.12, 0.2, 0.12), 0.018), "z"
    )
    ropes = s.around(s.rod((0.11, 0.19, 0.11), (0.09, 0.66, 0.09), 0.006, segments=6), 4)
    burner = s.cylinder(0.09, 0.045, segments=20).translate((0, 0.44, 0)) + s.mirrored(
        s.rod((0, 0.44, 0), (0.1, 0.42, 0.1), 0.008)
    )
    flame = s.revolve(s.profile([(0, 0.52), (0.04, 0.56), (0.02, 0.64), (0, 0.7)], 16), 20)
    return finished(
        [
            Part("envelope", ribbed, m.Material("nylon", m.srgb("#d1302a"), 0.6), 60, paint),
            Part("basket", basket, m.Material("wicker", m.srgb("#9a6a35"), 0.9), 30),
            Part("rail", rail, m.LEATHER, 50),
            Part("ropes", ropes, m.ROPE, 50),
            Part("burner", burner, m.STEEL, 50),
            Part("flame", flame, m.FLAME, 60),
        ],
        rng.uniform(6, 9),
    )


@sculpture("satellite", size=(2, 25))
def satellite(rng: np.random.Generator) -> Sculpture:
    """A gold box, two panels, a dish."""
    body = s.box(0.4, 0.55, 0.4, 0.03).translate((0, 0.5, 0))
    panel = s.box(0.75, 0.34, 0.02).translate((0.75, 0.6, 0))
    frame = s.union(
        [
            s.rod((0.2, 0.77, 0), (0.4, 0.77, 0), 0.02),
            *(s.box(0.012, 0.36, 0.03).translate((0.375 + 0.75 * k / 5, 0.59, 0)) for k in range(6)),
            s.box(0.76, 0.012, 0.03).translate((0.75, 0.765, 0)),
        ]
    )
    dish = (
        (s.ellipsoid(0.26, 0.26, 0.13, 40) - s.ellipsoid(0.245, 0.245, 0.118, 40))
        .trim_by_plane((0, 0, -1), 0.0)
        .translate((0, 0, 0))
        .translate((0, 0.78, 0.42))
    )
    feed = (
        s.rod((0, 0.78, 0.3), (0, 0.78, 0.5), 0.012)
        + s.sphere(0.03, 16).translate((0, 0.78, 0.5))
        + s.rod((0, 0.78, 0.18), (0, 0.78, 0.32), 0.03)
    )
    mast = s.rod((0, 1.05, 0), (0, 1.4, 0), 0.012) + s.sphere(0.03, 16).translate((0, 1.4, 0))
    nozzle = s.revolve([(0, 0.5), (0.06, 0.5), (0.11, 0.36), (0.09, 0.36), (0, 0.46)], 28)
    return finished(
        [
            Part("body", body, m.GOLD.coloured("#d9a53a"), 20),
            Part("panels", s.mirrored(panel), m.Material("cells", m.srgb("#24407f"), 0.2), 10),
            Part("frames", s.mirrored(frame), m.STEEL, 20),
            Part("dish", dish, paint_of("#eceae6"), 60),
            Part("feed", feed, m.STEEL, 50),
            Part("mast", mast, m.STEEL, 50),
            Part("nozzle", nozzle, m.DARK_STEEL, 50),
        ],
        rng.uniform(2, 4),
    )
