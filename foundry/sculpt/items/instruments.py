"""Globes, telescopes, microscopes, magnifying glasses."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Part, Sculpture, sculpture

LENS = m.GLASS.coloured("#c9dfe8", "lens")


@sculpture(
    "globe",
    synonyms=("desk globe", "world globe"),
    kinds=("terrestrial globe", "earth globe"),
    size=(0.4, 0.8),
    tint=False,
)
def globe(rng: np.random.Generator) -> Sculpture:
    """A tilted globe in a meridian on a turned foot; its lands are made up from the seed."""
    a = Assembly()
    metal, wood = s.pick(rng, (m.BRASS, m.GOLD, m.SILVER)), s.pick(rng, (m.WALNUT, m.MAHOGANY, m.EBONY)).varied(rng)
    r = rng.uniform(0.13, 0.17)
    base = r * rng.uniform(0.75, 0.95)
    centre = base + r * 1.22
    tilt = 23.4
    turned = s.profile(
        [
            (r * 0.72, 0),
            (r * 0.7, r * 0.09),
            (r * 0.3, r * 0.17),
            (r * 0.1, base * 0.45),
            (r * 0.17, base * 0.62),
            (r * 0.08, base * 0.8),
            (r * 0.12, base + r * 0.08),
        ],
        36,
    )
    a.add("foot", wood, s.revolve([(0, 0), *turned, (0, base + r * 0.08)], 48))
    angle = np.radians(np.linspace(-97, 97, 40)) - np.pi / 2
    arc = np.stack([r * 1.1 * np.cos(angle), r * 1.1 * np.sin(angle), 0 * angle], 1)
    meridian = (
        s.tube(arc, np.array([[r * 0.025, r * 0.055]] * 40), 10, up=(1, 0, 0)).rotate((0, 0, 90)).rotate((0, 0, -tilt))
    )
    a.add("meridian", metal, meridian.translate((0, centre, 0)))
    pole = np.array([np.sin(np.radians(tilt)), np.cos(np.radians(tilt)), 0.0])
    for e in (-1, 1):
        at = np.array([0, centre, 0]) + pole * e * r * 1.04
        a.add(
            "pins",
            metal,
            s.sphere(r * 0.07, 20).translate(tuple(at + pole * e * r * 0.09)),
            s.rod(tuple(at - pole * e * r * 0.08), tuple(at + pole * e * r * 0.08), r * 0.03),
        )
    a.add("bracket", metal, s.cylinder(r * 0.16, r * 0.09, segments=24).translate((0, base + r * 0.02, 0)))
    waves = rng.normal(size=(9, 3)) * np.array([1.6, 1.6, 1.6])
    waves[4:] *= 2.4
    phase = rng.uniform(0, 6.28, 9)
    share = np.array([1.0] * 4 + [0.45] * 5)
    sea, land, high_land, ice, sand = (
        np.array(m.srgb(c))
        for c in (s.pick(rng, ("#3f7fb5", "#2f6f9f", "#7fb3c9")), "#5f9a4a", "#a8874f", "#f0f3f5", "#d9bf7a")
    )

    def painted(p: np.ndarray) -> np.ndarray:
        q = (p - (0, centre, 0)) / r
        height = (np.sin(q @ waves.T * 1.35 + phase) * share).sum(1)
        lat = np.abs(q @ pole)
        colour = np.where((height > 0.55)[:, None], land, sea)
        colour = np.where(((height > 0.55) & (lat < 0.32) & (height < 1.5))[:, None], sand, colour)
        colour = np.where((height > 2.0)[:, None], high_land, colour)
        return np.where((lat > 0.9)[:, None], ice, colour)

    ball = Part("globe", s.sphere(r, 120).translate((0, centre, 0)), m.PAPER.coloured("#3f7fb5", "map"), 180, painted)
    made = a.build({"top": (0, centre + r, 0)})
    return Sculpture((ball, *made.parts), made.anchors)


@sculpture(
    "telescope",
    synonyms=("astronomical telescope",),
    kinds=("refractor", "spotting scope"),
    size=(1.2, 2.4),
    tint=False,
)
def telescope(rng: np.random.Generator) -> Sculpture:
    """A refractor on a wooden tripod, its lens up to the front."""
    a = Assembly()
    brass = s.pick(rng, (m.BRASS, m.GOLD, m.COPPER, m.STEEL)).varied(rng, 0.04)
    body = s.pick(rng, (m.WHITE, m.LEATHER, m.PAINT.coloured("#2f4a6b", "tube blue"), m.EBONY, brass))
    wood = s.pick(rng, (m.OAK, m.WALNUT, m.MAHOGANY)).varied(rng)
    stand, length = rng.uniform(0.85, 1.1), rng.uniform(0.75, 0.95)
    r = rng.uniform(0.042, 0.055)
    pitch = rng.uniform(22, 42)

    def pose(solid: s.Solid) -> s.Solid:
        return solid.translate((0, -length * 0.45, 0)).rotate((90 - pitch, 0, 0)).translate((0, stand + 0.09, 0))

    a.add("tube", body, pose(s.cylinder(length * 0.62, r, segments=40).translate((0, length * 0.28, 0))))
    hood = s.cylinder(length * 0.14, r * 1.28, segments=40, bevel=0.003) - s.cylinder(
        1, r * 1.16, segments=40
    ).translate((0, length * 0.03, 0))
    a.add("hood", brass, pose(hood.translate((0, length * 0.87, 0))))
    a.add("lens", LENS, pose(s.ellipsoid(r * 1.16, r * 0.25, r * 1.16, 32).translate((0, length * 0.91, 0))))
    for y in (0.28, 0.5, 0.86):
        a.add("rings", brass, pose(s.cylinder(0.022, r * 1.07, segments=40, bevel=0.003).translate((0, length * y, 0))))
    for y, q, t in ((0.14, 0.78, 0.16), (0.06, 0.55, 0.1)):
        a.add(
            "draw tubes",
            brass.shaded(0.95),
            pose(s.cylinder(length * t, r * q, segments=32).translate((0, length * y, 0))),
        )
    a.add(
        "focuser",
        brass.shaded(0.85),
        pose(s.rod((-r * 1.5, length * 0.21, 0), (r * 1.5, length * 0.21, 0), 0.006)),
        *[
            pose(
                s.cylinder(0.014, 0.022, segments=24, bevel=0.002)
                .rotate((0, 0, 90))
                .translate((x * r * 1.5 + 0.007, length * 0.21, 0))
            )
            for x in (-1, 1)
        ],
    )
    eye = s.revolve(
        [(0, 0), (r * 0.72, 0), (r * 0.6, 0.03), (r * 0.4, 0.05), (r * 0.4, length * 0.075), (0, length * 0.075)], 32
    )
    a.add("eyepiece", m.BLACK, pose(eye))
    finder = s.cylinder(length * 0.24, r * 0.3, segments=24, bevel=0.002).translate((0, length * 0.36, -r * 1.65))
    a.add(
        "finder",
        brass,
        pose(finder),
        *[pose(s.rod((0, length * y, -r * 0.9), (0, length * y, -r * 1.6), 0.005)) for y in (0.42, 0.54)],
    )
    a.add(
        "cradle",
        brass.shaded(0.85),
        s.box(r * 3.0, 0.09, 0.035, 0.006).translate((0, stand + 0.0, 0))
        - s.box(r * 2.1, 1, 1).translate((0, stand + 0.03, 0)),
        s.rod((-r * 1.45, stand + 0.08, 0), (r * 1.45, stand + 0.08, 0), 0.009),
    )
    a.add("head", brass, s.cylinder(0.06, 0.04, segments=28, bevel=0.006).translate((0, stand - 0.05, 0)))
    spread = stand * rng.uniform(0.42, 0.5)
    for k in range(3):
        yaw = np.radians(120 * k + 60)
        sx, cz = np.sin(yaw), np.cos(yaw)
        foot, hip = np.array([spread * sx, 0.0, spread * cz]), np.array([0.045 * sx, stand - 0.02, 0.045 * cz])
        across = np.array([cz, 0, -sx]) * 0.02
        for e in (-1, 1):
            a.add(
                "legs",
                wood,
                s.beam(
                    tuple(hip + across * e * 1.5),
                    tuple(foot * 0.62 + hip * 0.38 + across * e * 0.6),
                    0.02,
                    0.024,
                    up=(0, 0, 1) if abs(cz) < 0.9 else (1, 0, 0),
                ),
            )
        a.add(
            "legs",
            wood.shaded(0.9),
            s.beam(
                tuple(foot * 0.5 + hip * 0.5),
                tuple(foot + (0, 0.012, 0)),
                0.024,
                0.026,
                up=(0, 0, 1) if abs(cz) < 0.9 else (1, 0, 0),
            ),
        )
        a.add("clamps", brass, s.sphere(0.023, 20).translate(tuple(foot * 0.58 + hip * 0.42)))
        a.add("spikes", brass, s.cone(0.04, 0.014, 12).rotate((180, 0, 0)).translate((foot[0], 0.04, foot[2])))
        a.add(
            "spreader",
            brass.shaded(0.85),
            s.rod((0, stand * 0.46, 0), tuple(foot * 0.52 + hip * 0.48), 0.0065, segments=10),
        )
    a.add(
        "tray", brass.shaded(0.85), s.cylinder(0.014, 0.085, segments=32, bevel=0.003).translate((0, stand * 0.455, 0))
    )
    end = stand + 0.09 + length * 0.55 * np.sin(np.radians(pitch))
    return a.build(
        {"top": (0, end, length * 0.55 * np.cos(np.radians(pitch))), "hand": (0, stand + 0.09, 0)}
    ).grounded()


@sculpture(
    "microscope",
    synonyms=("optical microscope", "laboratory microscope"),
    kinds=("lab microscope",),
    size=(0.36, 0.58),
    tint=False,
)
def microscope(rng: np.random.Generator) -> Sculpture:
    """A laboratory microscope: foot, arm, stage with a slide, turret of objectives, tilted eyepiece, knobs."""
    a = Assembly()
    paint = s.pick(
        rng,
        (
            m.WHITE,
            m.PAINT.coloured("#d9dde0", "grey enamel"),
            m.PAINT.coloured("#2f3a4a", "dark enamel"),
            m.BRASS,
            m.PAINT.coloured("#3f6f9a", "blue enamel"),
        ),
    ).varied(rng, 0.03)
    dark, steel = m.BLACK, m.STEEL
    k = rng.uniform(0.92, 1.12)
    foot = (
        s.extrude(s.rectangle(0.15 * k, 0.2 * k, radius=0.05 * k), 0.035, 0.006)
        .rotate((-90, 0, 0))
        .translate((0, 0.0175, 0))
    )
    a.add("foot", paint, foot)
    a.add(
        "feet",
        m.RUBBER,
        *[
            s.cylinder(0.006, 0.012, segments=16).translate((x * 0.05, -0.004, z * 0.07))
            for x in (-1, 1)
            for z in (-1, 1)
        ],
    )
    arm = s.curve(
        [(0, 0.025, -0.07 * k), (0, 0.13, -0.088 * k), (0, 0.23, -0.075 * k), (0, 0.29, -0.025 * k), (0, 0.295, 0.01)],
        30,
    )
    widths = np.stack([s.interpolate((0.03, 0.024, 0.026, 0.026, 0.026), 30), np.full(30, 0.022)], 1)
    a.add("arm", paint, s.tube(arm, widths, 20, up=(0, 0, -1), section=s.rectangle(2, 2, radius=0.7)))
    stage_y = 0.125
    a.add(
        "stage",
        dark,
        s.box(0.13 * k, 0.01, 0.12 * k, 0.003).translate((0, stage_y, 0.012))
        - s.cylinder(1, 0.012).translate((0, -0.3, 0.02)),
    )
    a.add("stage arm", paint.shaded(0.85), s.box(0.05, 0.03, 0.07).translate((0, stage_y - 0.028, -0.055)))
    a.add("slide", m.GLASS, s.box(0.075, 0.0025, 0.026).translate((0, stage_y + 0.009, 0.02)))
    a.add(
        "specimen",
        m.Material("specimen", m.srgb(s.pick(rng, ("#c9408a", "#4a9a5a", "#4a6ac9"))), 0.5),
        s.ellipsoid(0.01, 0.0015, 0.007, 16).translate((0, stage_y + 0.012, 0.02)),
    )
    a.add("clips", steel, *[s.box(0.008, 0.002, 0.055).translate((x * 0.042, stage_y + 0.012, 0.0)) for x in (-1, 1)])
    a.add("lamp", m.LAMP_GLOW, s.ellipsoid(0.026, 0.012, 0.026, 24).translate((0, 0.04, 0.02)))
    a.add(
        "lamp house",
        dark,
        s.cylinder(0.016, 0.034, 0.03, 28).translate((0, 0.032, 0.02)),
        s.cylinder(0.035, 0.022, segments=24).translate((0, stage_y - 0.038, 0.02)),
    )
    head_y = 0.275
    a.add("head", paint, s.cylinder(0.055, 0.033, segments=32, bevel=0.005).translate((0, head_y, 0.02)))
    turret = s.cylinder(0.022, 0.03, 0.034, 32, 0.004).translate((0, head_y - 0.024, 0.02))
    a.add("turret", steel, turret)
    for j, (yaw, long) in enumerate(((0, 0.075), (95, 0.06), (190, 0.05), (275, 0.042))):
        body = s.cylinder(long * 0.6, 0.011, segments=20, bevel=0.001) + s.cylinder(
            long * 0.42, 0.0085, 0.0045, 20
        ).rotate((180, 0, 0))
        lens = (
            body.translate((0, -long * 0.58, 0))
            .rotate((0, 0, 0) if j == 0 else (30, 0, 0))
            .translate((0, 0, 0.0 if j == 0 else 0.019))
        )
        placed = lens.rotate((0, yaw, 0)).translate((0, head_y - 0.02, 0.02))
        a.add("objectives", steel, placed)
        hue = ("red", "yellow", "green", "blue")[j]
        ring = (
            s.cylinder(0.004, 0.0116, segments=20)
            .translate((0, -long * 0.3, 0))
            .rotate((0, 0, 0) if j == 0 else (30, 0, 0))
            .translate((0, 0, 0.0 if j == 0 else 0.019))
            .rotate((0, yaw, 0))
            .translate((0, head_y - 0.02, 0.02))
        )
        a.add(f"ring {hue}", m.PAINT.coloured(m.HUES[hue], hue), ring)
    two = s.chance(rng, 0.5)
    for x in (-0.031, 0.031) if two else (0.0,):
        pose = lambda solid: solid.rotate((42, 0, 0)).translate((x, head_y + 0.045, 0.022))  # noqa: B023, E731
        a.add("eyepiece tubes", paint, pose(s.cylinder(0.085, 0.0175, segments=28).translate((0, -0.02, 0))))
        a.add("eyepieces", dark, pose(s.cylinder(0.04, 0.0195, segments=28, bevel=0.003).translate((0, 0.06, 0))))
        a.add("lenses", LENS, pose(s.cylinder(0.002, 0.012, segments=24).translate((0, 0.0995, 0))))
    if two:
        a.add("head", paint, s.rounded_box(0.105, 0.055, 0.06, 0.018).translate((0, head_y + 0.025, 0.02)))
    for x in (-1, 1):
        coarse = s.cylinder(0.022, 0.024, segments=36, bevel=0.003) - s.around(
            s.cylinder(1, 0.0022, segments=8).translate((0, -0.3, 0.0245)), 24
        )
        a.add(
            "knobs",
            dark,
            coarse.rotate((0, 0, -90 * x)).translate((x * 0.024, 0.1, -0.078 * k)),
            s.cylinder(0.014, 0.014, segments=28, bevel=0.002)
            .rotate((0, 0, -90 * x))
            .translate((x * 0.046, 0.1, -0.078 * k)),
        )
    return a.build({"top": (0, head_y + 0.05, 0.02), "stage": (0, stage_y + 0.012, 0.02)}).grounded()


@sculpture(
    "magnifying glass",
    synonyms=("magnifier", "hand lens"),
    plural="magnifying glasses",
    kinds=("loupe", "detective glass"),
    size=(0.18, 0.34),
    tint=False,
)
def magnifying_glass(rng: np.random.Generator) -> Sculpture:
    """A lens in a rim on a turned handle; upright, facing the front."""
    a = Assembly()
    metal = s.pick(rng, (m.BRASS, m.SILVER, m.GOLD, m.STEEL, m.BLACK)).varied(rng, 0.04)
    grip = s.pick(rng, (m.WALNUT, m.EBONY, m.MAHOGANY, m.IVORY, m.BLACK)).varied(rng)
    r, long = rng.uniform(0.042, 0.055), rng.uniform(0.095, 0.125)
    turned = s.profile(
        [(0.007, 0), (0.0115, 0.006), (0.0085, long * 0.2), (0.0125, long * 0.6), (0.0085, long * 0.9), (0.0085, long)],
        36,
    )
    a.add("handle", grip, s.revolve([(0, 0), *turned, (0, long)], 32))
    a.add(
        "ferrule",
        metal,
        s.cylinder(0.016, 0.0095, 0.0065, 24, 0.001).translate((0, long - 0.003, 0)),
        s.rod((0, long, 0), (0, long + 0.022, 0), 0.0042),
        s.sphere(0.008, 20).translate((0, 0.002, 0)),
    )
    y = long + 0.018 + r
    rim = s.revolve(
        [(r * 0.94, -0.006), (r * 1.06, -0.006), (r * 1.09, 0), (r * 1.06, 0.006), (r * 0.94, 0.006)], 64
    ).rotate((90, 0, 0))
    a.add("rim", metal, rim.translate((0, y, 0)))
    lens = s.ellipsoid(r * 0.97, r * 0.97, 0.0075, 48)
    a.add("lens", LENS, lens.translate((0, y, 0)), smooth=60)
    return a.build({"top": (0, y + r * 1.09, 0), "hand": (0, long * 0.5, 0)}).grounded()
