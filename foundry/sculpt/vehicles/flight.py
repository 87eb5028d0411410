"""What flies besides airliners: jets, airships, gliders, parachutes; and what people send to the Moon and to Mars."""

from __future__ import annotations

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture
from bozzetto.foundry.sculpt.vehicles.flying import paint_of
from bozzetto.foundry.sculpt.vehicles.ground import side_solid
from bozzetto.foundry.sculpt.vehicles.racing import sections

CELLS = m.Material("cells", m.srgb("#2a478f"), 0.2)
FOIL = m.GOLD.coloured("#d9a53a", "foil")


def flat(outline: list[tuple[float, float]], thick: float, bevel: float = 0.0) -> s.Solid:
    """A plate about y = 0 from its plan: outline of (x, z)."""
    return s.extrude(outline, thick, bevel).rotate((90, 0, 0))


def propeller(radius: float, blades: int, chord: float) -> s.Solid:
    """Blades in XY about the Z axis, and a spinner towards +Z."""
    blade = s.ellipsoid(chord / 2, radius / 2, chord * 0.16, 16).rotate((0, 25, 0)).translate((0, radius / 2, 0))
    spinner = s.ellipsoid(chord * 0.55, chord * 0.55, chord * 0.9, 20)
    return s.union([blade.rotate((0, 0, 360 / blades * k + 20)) for k in range(blades)] + [spinner])


@sculpture(
    "fighter jet",
    size=(10, 26),
    synonyms=("jet fighter", "fighter plane", "fighter aircraft"),
    kinds=("warplane", "combat aircraft", "fighter bomber", "stealth fighter", "military jet"),
)
def fighter_jet(rng: np.random.Generator) -> Sculpture:
    """A pointed nose, a bubble canopy, swept wings with missiles, two fins and two nozzles."""
    colour = s.pick(rng, ("#8d979f", "#7c868c", "#6a7a68", "#54616e"))
    coat = paint_of(colour, 0.5)
    sweep = rng.uniform(0.0, 0.12)
    hull = sections(
        [
            (1.3, 0.012, 0.29, 0.31),
            (1.1, 0.055, 0.25, 0.35),
            (0.6, 0.11, 0.2, 0.43),
            (0.15, 0.17, 0.18, 0.46),
            (-0.4, 0.22, 0.18, 0.44),
            (-0.95, 0.2, 0.2, 0.41),
        ],
        0.8,
    )
    cone = sections([(1.31, 0.012, 0.288, 0.312), (1.1, 0.058, 0.247, 0.353)], 0.8)
    canopy = s.ellipsoid(0.09, 0.11, 0.34, 36).translate((0, 0.44, 0.52))
    intakes = s.mirrored(s.box(0.15, 0.2, 0.7, 0.02).translate((0.22, 0.2, -0.05)))
    mouths = s.mirrored(s.box(0.11, 0.15, 0.03).translate((0.22, 0.225, 0.3)))
    wing = flat([(0.1, 0.5), (0.3, 0.24), (0.98, -0.42 - sweep), (0.98, -0.62 - sweep), (0.1, -0.66)], 0.06, 0.02)
    tail = flat([(0.14, -0.74), (0.54, -1.06), (0.54, -1.24), (0.14, -1.08)], 0.05, 0.015)
    planes = s.mirrored(s.union([wing.translate((0, 0.32, 0)), tail.translate((0, 0.3, 0))]))
    fin = side_solid([(-0.45, 0.38), (-0.86, 0.92), (-1.06, 0.92), (-1.0, 0.36)], 0.06, 0.015)
    fins = s.mirrored(fin.translate((0, -0.4, 0)).rotate((0, 0, -14)).translate((0.19, 0.4, 0)))
    nozzles = s.mirrored(
        s.cylinder(0.24, 0.085, 0.11, 28).rotate((90, 0, 0)).translate((0.105, 0.3, -1.14))
        - s.cylinder(0.2, 0.06, segments=24).rotate((90, 0, 0)).translate((0.105, 0.3, -1.26))
    )
    glow = s.mirrored(s.cylinder(0.03, 0.08, segments=24).rotate((90, 0, 0)).translate((0.105, 0.3, -1.1)))
    missile, heads = [], []
    for x, z in ((0.42, -0.02), (0.68, -0.26)):
        y = 0.2
        missile.append(s.rod((x, y, z - 0.3), (x, y, z + 0.2), 0.034, segments=16))
        missile.append(s.box(0.17, 0.025, 0.1).translate((x, y - 0.01, z - 0.26)))
        missile.append(s.box(0.025, 0.17, 0.1).translate((x, y - 0.085, z - 0.26)))
        missile.append(s.box(0.03, 0.1, 0.22).translate((x, y + 0.02, z - 0.06)))
        heads.append(s.rod((x, y, z + 0.2), (x, y, z + 0.32), 0.034, 0.005, 16))
    tips = s.rod((0.99, 0.32, -0.72 - sweep), (0.99, 0.32, -0.2 - sweep), 0.03, 0.018)
    badge = s.mirrored(s.cylinder(0.03, 0.11, segments=32).translate((0.62, 0.335, -0.38)))
    star = s.mirrored(s.extrude(s.star(5, 0.1, 0.042), 0.03).rotate((-90, 0, 0)).translate((0.62, 0.36, -0.38)))
    mark = s.pick(rng, ("#c8322c", "#24488f", "#f0b41e"))
    band = side_solid([(-0.78, 0.82), (-0.86, 0.92), (-1.06, 0.92), (-1.05, 0.82)], 0.075)
    bands = s.mirrored(band.translate((0, -0.4, 0)).rotate((0, 0, -14)).translate((0.19, 0.4, 0)))
    return finished(
        [
            Part("fuselage", s.union([hull, intakes]), coat, 40),
            Part("wings", planes + fins, coat.shaded(0.93), 20),
            Part("nose", cone, coat.shaded(0.6), 40),
            Part("canopy", canopy, m.WINDOW.coloured("#2f4c66"), 60),
            Part("intakes", mouths, m.BLACK, 20),
            Part("nozzles", nozzles, m.IRON.shaded(0.7), 40),
            Part("glow", glow, m.EMBER, 20),
            Part("missiles", s.union([*missile, tips]).mirror((1, 0, 0)) + s.union([*missile, tips]), m.WHITE, 30),
            Part("warheads", s.mirrored(s.union(heads)), m.RED, 40),
            Part("badges", badge, paint_of("#24488f"), 20),
            Part("stars", star, m.WHITE, 20),
            Part("bands", bands, paint_of(mark), 20),
        ],
        rng.uniform(5.6, 6.8),
        {"top": (0, 0.55, 0.5), "seat": (0, 0.4, 0.5)},
    )


@sculpture("zeppelin", size=(40, 260), synonyms=("airship", "blimp", "dirigible"), kinds=("barrage balloon",))
def zeppelin(rng: np.random.Generator) -> Sculpture:
    """A long ribbed hull with four fins, a gondola below and engines beside it."""
    colour, trim = s.pick(
        rng,
        (("#c9ccd0", "#b5322a"), ("#d8d2c2", "#2f5fae"), ("#b9bec4", "#3a4a5a"), ("#e8e2d0", "#d1702a")),
    )
    girth = rng.uniform(0.36, 0.42)
    outline = s.profile(
        [
            (0, 1.25),
            (girth * 0.45, 1.14),
            (girth * 0.85, 0.8),
            (girth, 0.25),
            (girth * 0.9, -0.35),
            (girth * 0.5, -0.95),
        ]
        + [(0.06, -1.24), (0, -1.26)],
        44,
    )
    base, second = np.array(m.srgb(colour)), np.array(m.srgb(trim))
    hull = s.revolve(outline[::-1], 20).rotate((90, 0, 0)).rotate((0, 0, 9)).refine_to_length(0.09)

    def paint(p: np.ndarray) -> np.ndarray:
        cap = np.clip((p[:, 2] - 0.95) * 30 + 0.5, 0, 1)[:, None]
        seam = np.clip((0.14 - np.abs(np.mod(p[:, 2] + 0.1, 0.42) - 0.21)) * -20 + 0.4, 0, 1)[:, None] * 0.1
        return np.asarray((base * (1 - seam)) * (1 - cap) + second * cap, float)

    fin = side_solid([(-0.72, 0.1), (-0.95, 0.58), (-1.22, 0.62), (-1.26, 0.1)], 0.06, 0.02)
    fins = s.union([fin.rotate((0, 0, 90 * k)) for k in range(4)])
    rudder = side_solid([(-1.1, 0.3), (-1.1, 0.61), (-1.24, 0.63), (-1.27, 0.3)], 0.075)
    rudders = s.union([rudder.rotate((0, 0, 90 * k)) for k in range(4)])
    low = -girth
    cabin = s.hull(
        [
            s.rounded_box(0.22, 0.18, 0.7, 0.06).translate((0, low - 0.16, 0.22)),
            s.rounded_box(0.16, 0.1, 0.9, 0.04).translate((0, low - 0.04, 0.22)),
        ]
    )
    panes = s.mirrored(
        s.group([s.box(0.03, 0.075, 0.085).translate((0.105, low - 0.12, z)) for z in np.linspace(-0.02, 0.46, 5)])
    ) + s.box(0.14, 0.075, 0.04).translate((0, low - 0.12, 0.56))
    pods, screws = [], []
    for z in (-0.1, -0.55):
        x, y = girth * 0.8, low * 0.72
        pods.append(s.ellipsoid(0.065, 0.065, 0.13, 24).translate((x, y, z)))
        pods.append(s.rod((x * 0.7, y * 0.8, z), (x, y, z), 0.035))
        screws.append(propeller(0.15, 2, 0.06).rotate((0, 180, 0)).translate((x, y, z - 0.14)))
    stripe = s.mirrored(s.box(0.03, 0.07, 1.0).translate((girth * 0.985, -0.03, 0.12)))
    return finished(
        [
            Part("hull", hull, m.Material("skin", m.srgb(colour), 0.45), 12, paint),
            Part("stripe", stripe, paint_of(trim), 20),
            Part("fins", fins, paint_of(colour, 0.45).shaded(0.9), 20),
            Part("rudders", rudders, paint_of(trim), 20),
            Part("gondola", cabin, paint_of(trim).shaded(0.8), 40),
            Part("windows", panes, m.LIT_WINDOW, 20),
            Part("engines", s.mirrored(s.union(pods)), m.IRON.shaded(0.8), 50),
            Part("propellers", s.mirrored(s.union(screws)), m.OAK.shaded(0.7), 40),
        ],
        rng.uniform(22, 60),
    )


@sculpture("parachute", size=(5, 14), kinds=("parasail", "skydiver", "paratrooper"))
def parachute(rng: np.random.Generator) -> Sculpture:
    """An open canopy of coloured gores, its lines running together to somebody who hangs from them."""
    pair = s.pick(
        rng,
        (
            ("#d8322a", "#f4f1e8"),
            ("#e8771c", "#f4f1e8"),
            ("#2456b8", "#f2c322"),
            ("#2f9a4a", "#f4f1e8"),
            ("#d8322a", "#f2c322"),
        ),
    )
    colours = np.array([m.srgb(c) for c in pair])
    gores = int(s.pick(rng, (10, 12)))
    r, rise, low = 1.0, rng.uniform(0.56, 0.68), 1.62
    angle = np.linspace(0, np.pi / 2, 16)
    outer = np.stack([r * np.cos(angle), low + rise * np.sin(angle)], 1)
    inner = np.stack([(r - 0.05) * np.cos(angle), low + (rise - 0.05) * np.sin(angle)], 1)[::-1]
    shell = s.revolve(np.concatenate([outer, inner]), gores * 8).refine_to_length(0.1)

    def scalloped(p: np.ndarray) -> np.ndarray:
        wave = np.abs(np.cos(gores / 2 * np.arctan2(p[:, 0], p[:, 2])))
        share = np.hypot(p[:, 0], p[:, 2])
        scale = 1 - 0.07 * (1 - wave) * share
        lift = 0.16 * wave * np.clip(share, 0, 1) ** 4
        return np.stack(
            [p[:, 0] * scale, p[:, 1] + lift * np.clip(1 - (p[:, 1] - low) / rise, 0, 1), p[:, 2] * scale], 1
        )

    def paint(p: np.ndarray) -> np.ndarray:
        gore = np.floor(np.mod(np.arctan2(p[:, 0], p[:, 2]) / (2 * np.pi), 1) * gores).astype(int)
        return np.asarray(colours[gore % 2], float)

    canopy = s.warp(shell, scalloped)
    lines = []
    for k in range(gores):
        turn = 2 * np.pi * (k + 0.0) / gores
        x, z = np.sin(turn), np.cos(turn)
        to = (0.13 if x > 0 else -0.13, 0.78, 0.0)
        lines.append(s.rod((x * 0.95, low + 0.03, z * 0.95), to, 0.022, segments=8))
    suit = m.CLOTH.coloured(s.pick(rng, ("#4a5a3a", "#2f4a7a", "#b5322a", "#3a3a40")), "suit")
    body = s.capsule((0, 0.42, 0), (0, 0.66, 0), 0.11, 0.12)
    legs = s.mirrored(
        s.capsule((0.06, 0.4, 0), (0.09, 0.22, 0.05), 0.065, 0.055)
        + s.capsule((0.09, 0.22, 0.05), (0.1, 0.06, 0.0), 0.055, 0.045)
    )
    arms = s.mirrored(
        s.capsule((0.11, 0.68, 0), (0.2, 0.8, 0.03), 0.05, 0.045)
        + s.capsule((0.2, 0.8, 0.03), (0.14, 0.96, 0.02), 0.045, 0.04)
    )
    boots = s.mirrored(s.rounded_box(0.09, 0.09, 0.17, 0.03).translate((0.1, 0, 0.03)))
    head = s.sphere(0.1, 24).translate((0, 0.88, 0.0))
    face = s.ellipsoid(0.075, 0.07, 0.05, 20).translate((0, 0.87, 0.065))
    pack = s.rounded_box(0.22, 0.3, 0.13, 0.04).translate((0, 0.42, -0.14))
    straps = s.mirrored(s.box(0.05, 0.34, 0.26).translate((0.07, 0.4, 0.0)))
    return finished(
        [
            Part("canopy", canopy, m.Material("nylon", m.srgb(pair[0]), 0.6), 30, paint),
            Part("lines", s.group(lines), m.ROPE.coloured("#5c5850"), 40),
            Part("suit", s.union([body, legs, arms]), suit, 60),
            Part("boots", boots, m.BLACK, 40),
            Part("helmet", head, m.WHITE.coloured("#3a4048"), 60),
            Part("face", face, m.SKIN, 60),
            Part("pack", pack + straps, m.LEATHER, 40),
        ],
        rng.uniform(2.2, 3.2),
        {"top": (0, low + rise, 0), "hand": (0.14, 0.96, 0)},
    )


@sculpture("jetpack", size=(0.8, 1.8), synonyms=("jet pack", "rocket pack", "rocket belt"))
def jetpack(rng: np.random.Generator) -> Sculpture:
    """Two tanks with pointed caps on a frame, nozzles with flames, handles, and straps behind."""
    body, cap = s.pick(
        rng, (("#c9ccd0", "#d1272a"), ("#d1272a", "#f2efe6"), ("#f0b41e", "#2a2a2e"), ("#2f5fae", "#e8e4da"))
    )
    r, high, x = rng.uniform(0.155, 0.175), rng.uniform(0.62, 0.72), 0.21
    low = 0.52

    def pair(solid: s.Solid) -> s.Solid:
        return s.mirrored(solid.translate((x, 0, 0)))

    tank = s.revolve(s.profile([(0, low), (r * 0.8, low), (r, low + 0.07), (r, low + high), (0, low + high)], 24), 36)
    nose = s.revolve(
        s.profile([(0, low + high - 0.02), (r * 1.05, low + high - 0.02), (r * 0.75, low + high + 0.16)], 12).tolist()
        + [(0.03, low + high + 0.3), (0, low + high + 0.31)],
        36,
    )
    bands = s.union([s.cylinder(0.06, r * 1.06, segments=36).translate((0, low + high * k, 0)) for k in (0.22, 0.7)])
    nozzle = s.revolve([(0, low + 0.02), (r * 0.45, low + 0.02), (r * 0.85, low - 0.18), (0, low - 0.18)], 32)
    flame = s.revolve(s.profile([(0, 0.0), (r * 0.35, 0.1), (r * 0.7, low - 0.2), (0, low - 0.16)], 20), 28)
    core = s.revolve(s.profile([(0, 0.12), (r * 0.25, 0.2), (r * 0.45, low - 0.17), (0, low - 0.15)], 20), 24)
    spine = s.rounded_box(0.3, high * 0.85, 0.2, 0.05).translate((0, low + 0.06, -0.05))
    dial = s.cylinder(0.04, 0.075, segments=28).rotate((90, 0, 0)).translate((0, low + high * 0.56, 0.06))
    ring = s.torus(0.078, 0.018, 28, 8).rotate((90, 0, 0)).translate((0, low + high * 0.56, 0.1))
    lamp = s.sphere(0.04, 16).translate((0, low + high * 0.28, 0.06))
    arm = s.tube(
        s.curve(
            [
                (r + 0.02, low + 0.12, -0.02),
                (r + 0.16, low + 0.1, -0.06),
                (r + 0.2, low + 0.1, -0.3),
                (r + 0.2, low + 0.14, -0.38),
            ],
            20,
        ),
        0.034,
        10,
    )
    grip = s.rod((r + 0.2, low + 0.1, -0.4), (r + 0.2, low + 0.28, -0.42), 0.045)
    strap = s.tube(
        s.curve(
            [
                (-0.06, low + high * 0.9, -0.1),
                (-0.05, low + high * 0.9, -0.3),
                (-0.02, low + high * 0.5, -0.38),
                (-0.05, low + 0.1, -0.3),
            ]
            + [(-0.06, low + 0.08, -0.1)],
            28,
        ),
        0.04,
        10,
    )
    fin = s.extrude(
        [(r - 0.02, low + 0.05), (r + 0.16, low - 0.06), (r + 0.16, low + 0.08), (r - 0.02, low + 0.4)], 0.045
    )
    return finished(
        [
            Part("tanks", pair(tank), paint_of(body, 0.3), 50),
            Part("caps", pair(nose), paint_of(cap, 0.3), 50),
            Part("bands", pair(bands), m.IRON.shaded(0.8), 40),
            Part("fins", pair(fin), paint_of(cap, 0.3), 20),
            Part("nozzles", pair(nozzle), m.IRON.shaded(0.8), 40),
            Part("flames", pair(flame), m.FLAME, 60),
            Part("cores", pair(core.translate((0, 0, 0.0))), m.LAMP_GLOW, 60),
            Part("frame", spine, m.DARK_STEEL, 40),
            Part("dial", dial, m.WHITE, 20),
            Part("ring", ring, m.BRASS, 50),
            Part("lamp", lamp, m.EMBER, 60),
            Part("arms", pair(arm), m.DARK_STEEL, 50),
            Part("grips", pair(grip), m.BLACK, 50),
            Part("straps", pair(strap), m.LEATHER, 50),
        ],
        rng.uniform(0.62, 0.78),
        {"back": (0, low + high * 0.5, -0.2)},
    )


@sculpture("hang glider", size=(7, 14), synonyms=("hangglider", "delta glider"), kinds=("paraglider", "microlight"))
def hang_glider(rng: np.random.Generator) -> Sculpture:
    """A striped delta sail on a keel, a control triangle below, a pilot lying in the harness."""
    names = s.pick(
        rng,
        (
            ("#d8322a", "#f2c322", "#2456b8"),
            ("#e8771c", "#f4f1e8", "#d8322a"),
            ("#2f9a4a", "#f2c322", "#f4f1e8"),
            ("#6a35a8", "#e86aa0", "#f2c322"),
        ),
    )
    colours = np.array([m.srgb(c) for c in names])
    y, span = 1.15, rng.uniform(1.35, 1.5)
    half = flat([(0.0, 0.85), (span, -0.42), (span * 0.98, -0.58), (0.62, -0.3), (0.0, -0.42)], 0.055)
    sail = s.heave(
        s.mirrored(half).refine_to_length(0.09),
        lambda p: (
            y
            + 0.1 * np.abs(p[:, 0])
            + 0.1 * np.sin(np.clip(np.abs(p[:, 0]) / span, 0, 1) * np.pi) * np.cos(p[:, 2] * 1.6)
        ),
    )

    def paint(p: np.ndarray) -> np.ndarray:
        edge = np.abs(p[:, 0]) * (1.27 / span) + p[:, 2] - 0.85
        band = np.where(np.abs(p[:, 0]) < 0.24, 0, np.where(edge > -0.24, 2, 1))
        return np.asarray(colours[band], float)

    keel = s.rod((0, y, 0.88), (0, y - 0.02, -0.72), 0.035)
    cross = s.mirrored(s.rod((0, y - 0.02, 0.12), (span * 0.6, y + 0.1, 0.04), 0.03))
    king = s.rod((0, y, 0.1), (0, y + 0.5, 0.06), 0.03)
    wires = s.group(
        [
            s.rod((0, y + 0.48, 0.06), (0, y + 0.03, 0.86), 0.016, segments=6),
            s.rod((0, y + 0.48, 0.06), (0, y, -0.7), 0.016, segments=6),
        ]
        + [s.rod((0, y + 0.48, 0.06), (x, y + 0.12, -0.05), 0.016, segments=6) for x in (-span * 0.7, span * 0.7)]
        + [s.rod((x, 0.24, 0.38), (x * 2.3, y + 0.06, 0.0), 0.016, segments=6) for x in (-0.42, 0.42)]
    )
    bar = s.mirrored(s.rod((0, y, 0.16), (0.44, 0.22, 0.38), 0.034)) + s.rod(
        (-0.46, 0.22, 0.38), (0.46, 0.22, 0.38), 0.036
    )
    body = s.capsule((0, 0.42, 0.24), (0, 0.46, -0.66), 0.14, 0.09)
    head = s.sphere(0.12, 24).translate((0, 0.5, 0.44))
    face = s.ellipsoid(0.08, 0.075, 0.06, 20).translate((0, 0.48, 0.53))
    arms = s.mirrored(s.capsule((0.12, 0.44, 0.22), (0.24, 0.25, 0.36), 0.05, 0.045))
    strap = s.rod((0, 0.5, -0.1), (0, y, -0.06), 0.028)
    return finished(
        [
            Part("sail", sail, m.Material("nylon", m.srgb(names[0]), 0.6), 40, paint),
            Part("keel", s.union([keel, cross, king]), m.DARK_STEEL, 40),
            Part("wires", wires, m.IRON, 40),
            Part("control bar", bar, m.BLACK, 40),
            Part("harness", body, m.CLOTH.coloured(s.pick(rng, ("#2a3a5a", "#3a3a40", "#5a2a2a")), "harness"), 60),
            Part("arms", arms, m.CLOTH.coloured("#c8322c", "sleeves"), 60),
            Part("helmet", head, m.WHITE, 60),
            Part("face", face, m.SKIN, 60),
            Part("strap", strap, m.BLACK, 40),
        ],
        rng.uniform(3.0, 3.5),
        {"hand": (0.2, 0.22, 0.38)},
    )


@sculpture("glider", size=(12, 32), synonyms=("sailplane", "glider plane"), kinds=("soaring plane",))
def glider(rng: np.random.Generator) -> Sculpture:
    """A slender white aircraft without an engine: very long narrow wings, a bubble canopy, a T-shaped tail."""
    trim = s.pick(rng, ("#d1272a", "#2456b8", "#e8771c"))
    span, y = rng.uniform(1.45, 1.65), 0.3
    hull = sections(
        [
            (0.86, 0.02, 0.2, 0.25),
            (0.7, 0.085, 0.14, 0.32),
            (0.35, 0.125, 0.1, 0.38),
            (0.0, 0.1, 0.14, 0.38),
            (-0.4, 0.05, 0.24, 0.35),
            (-1.2, 0.035, 0.28, 0.35),
        ],
        0.9,
    )
    canopy = s.ellipsoid(0.1, 0.11, 0.27, 36).translate((0, 0.33, 0.4))
    wing = s.extrude(
        [(0.0, 0.22), (span * 0.6, 0.18), (span, 0.09), (span, -0.03), (span * 0.6, -0.1), (0, -0.13)], 0.085, 0.03
    )

    def place(solid: s.Solid) -> s.Solid:
        return s.mirrored(solid.rotate((90, 0, 0)).rotate((0, 0, 3.5)).translate((0, y + 0.05, 0.02)))

    tips = s.extrude([(span * 0.86, 0.13), (span + 0.005, 0.095), (span + 0.005, -0.035), (span * 0.86, -0.07)], 0.095)
    fin = side_solid([(-0.92, 0.32), (-1.06, 0.74), (-1.24, 0.74), (-1.26, 0.28)], 0.055, 0.015)
    tail = s.mirrored(flat([(0, -1.0), (0.46, -1.08), (0.46, -1.18), (0, -1.24)], 0.07, 0.02)).translate((0, 0.75, 0))
    band = side_solid([(-1.0, 0.48), (-1.04, 0.62), (-1.255, 0.62), (-1.26, 0.48)], 0.07)
    wheel = s.rod((-0.03, 0.1, 0.1), (0.03, 0.1, 0.1), 0.075, segments=28)
    nose = sections([(0.875, 0.02, 0.19, 0.255), (0.72, 0.086, 0.14, 0.325)], 0.9)
    return finished(
        [
            Part("fuselage", hull, paint_of("#f4f4f1", 0.25), 50),
            Part("wings", place(wing) + tail, paint_of("#eceeee", 0.25), 30),
            Part("fin", fin, paint_of("#f4f4f1", 0.25), 20),
            Part("wing tips", place(tips), paint_of(trim), 20),
            Part("band", band, paint_of(trim), 20),
            Part("nose", nose, paint_of(trim), 50),
            Part("canopy", canopy, m.WINDOW, 60),
            Part("wheel", wheel, m.RUBBER, 40),
        ],
        rng.uniform(4.4, 6.5),
        {"seat": (0, 0.3, 0.4)},
    )


@sculpture(
    "seaplane", size=(8, 22), synonyms=("floatplane", "float plane", "water plane"), kinds=("flying boat", "hydroplane")
)
def seaplane(rng: np.random.Generator) -> Sculpture:
    """A high wing on struts, a propeller, two long floats instead of wheels."""
    colour, trim = s.pick(
        rng, (("#f2c024", "#b5322a"), ("#d8322a", "#f2f0ea"), ("#f2f0ea", "#24508a"), ("#2f7ab0", "#f2f0ea"))
    )
    coat = paint_of(colour, 0.3)
    hull = sections(
        [
            (0.95, 0.12, 0.46, 0.7),
            (0.8, 0.15, 0.42, 0.76),
            (0.45, 0.18, 0.4, 0.84),
            (0.1, 0.18, 0.4, 0.98),
            (-0.3, 0.14, 0.44, 0.94),
            (-0.8, 0.07, 0.56, 0.8),
            (-1.15, 0.03, 0.62, 0.76),
        ],
        0.6,
    )
    wing = s.extrude(s.rectangle(2.7, 0.46, radius=0.12), 0.085, 0.025).rotate((90, 0, 0)).translate((0, 1.0, 0.16))
    tips = s.mirrored(
        s.extrude(s.rectangle(0.28, 0.47, radius=0.1), 0.095).rotate((90, 0, 0)).translate((1.22, 1.0, 0.16))
    )
    struts = s.mirrored(
        s.beam((0.16, 0.5, 0.2), (0.82, 0.97, 0.2), 0.05, 0.05)
        + s.beam((0.16, 0.5, 0.02), (0.82, 0.97, 0.05), 0.05, 0.05)
    )
    tail = s.extrude(s.rectangle(0.92, 0.3, radius=0.1), 0.055, 0.015).rotate((90, 0, 0)).translate((0, 0.72, -1.05))
    fin = side_solid([(-0.75, 0.72), (-1.04, 1.16), (-1.22, 1.16), (-1.24, 0.66)], 0.06, 0.015)
    floats, lines = [], []
    shape = [
        (0.98, 0.03, 0.2, 0.26),
        (0.8, 0.09, 0.07, 0.27),
        (0.3, 0.115, 0.0, 0.25),
        (-0.15, 0.105, 0.02, 0.24),
        (-0.9, 0.05, 0.15, 0.23),
    ]
    floats.append(sections(shape, 0.7).translate((0.36, 0, 0)))
    for z, to in ((0.55, 0.5), (-0.25, -0.15)):
        lines.append(s.mirrored(s.beam((0.36, 0.2, z), (0.14, 0.5, to), 0.05, 0.06)))
        lines.append(s.rod((-0.36, 0.2, z), (0.36, 0.2, z), 0.03))
    cowl = s.cylinder(0.16, 0.165, segments=36, bevel=0.03).rotate((90, 0, 0)).translate((0, 0.58, 0.88))
    screw = propeller(0.42, int(s.pick(rng, (2, 3))), 0.1).translate((0, 0.58, 1.1))
    panes = s.mirrored(s.group([s.box(0.03, 0.15, 0.17).translate((0.172, 0.72, z)) for z in (0.24, 0.02, -0.2)]))
    screen = s.beam((0, 0.78, 0.46), (0, 0.95, 0.2), 0.27, 0.05)
    stripe = s.mirrored(s.box(0.03, 0.07, 0.8).translate((0.172, 0.58, 0.2)))
    band = side_solid([(-0.93, 0.95), (-1.04, 1.12), (-1.225, 1.12), (-1.23, 0.95)], 0.075)
    return finished(
        [
            Part("fuselage", hull, coat, 40),
            Part("wings", s.union([wing, tail, fin]), coat, 30),
            Part("trim", s.union([tips, stripe, band]), paint_of(trim), 20),
            Part("struts", s.union([struts, *lines]), m.DARK_STEEL, 30),
            Part("floats", s.mirrored(floats[0]), paint_of(trim if trim != "#f2f0ea" else "#c9ccd0", 0.3), 40),
            Part("cowl", cowl, m.IRON.shaded(0.8), 40),
            Part("propeller", screw, m.BLACK, 40),
            Part("windows", panes + screen, m.WINDOW, 20),
        ],
        rng.uniform(3.6, 4.6),
        {"seat": (0, 0.66, 0.3)},
    )


@sculpture(
    "lunar lander",
    size=(6, 14),
    synonyms=("lunar module", "moon lander"),
    kinds=("moon module", "lander", "apollo lander"),
    tint=False,
)
def lunar_lander(rng: np.random.Generator) -> Sculpture:
    """A golden octagon on four splayed legs with a ladder; above it a grey, many-cornered cabin with two windows."""
    low, deep = rng.uniform(0.48, 0.54), 0.42
    stage = s.prism(deep, 0.66, 8).translate((0, low, 0))
    seams = s.group(
        [
            s.box(0.03, deep, 0.03)
            .rotate((0, t, 0))
            .translate((0.645 * np.sin(np.radians(t)), low, 0.645 * np.cos(np.radians(t))))
            for t in np.arange(22.5, 360, 45)
        ]
    )
    deck = s.prism(0.05, 0.68, 8).translate((0, low + deep, 0)) + s.prism(0.05, 0.68, 8).translate((0, low - 0.02, 0))
    bell = s.revolve([(0, low + 0.02), (0.1, low + 0.02), (0.28, low - 0.28), (0.24, low - 0.28), (0, low - 0.1)], 36)
    leg = s.union(
        [
            s.rod((0, low + deep * 0.9, 0.6), (0, 0.1, 1.16), 0.05),
            s.rod((0.3, low + 0.05, 0.5), (0, 0.34, 1.02), 0.034),
            s.rod((-0.3, low + 0.05, 0.5), (0, 0.34, 1.02), 0.034),
        ]
    )
    pad = s.revolve([(0, 0), (0.15, 0), (0.22, 0.07), (0.19, 0.09), (0, 0.06)], 32).translate((0, 0, 1.18))
    ladder = s.mirrored(s.rod((0.09, low + deep, 0.68), (0.09, 0.28, 1.17), 0.026)) + s.group(
        [
            s.rod(
                (-0.09, y, 0.68 + (low + deep - y) * 0.49 / (low + deep - 0.28)),
                (0.09, y, 0.68 + (low + deep - y) * 0.49 / (low + deep - 0.28)),
                0.024,
                segments=8,
            )
            for y in np.linspace(0.34, low + deep - 0.06, 6)
        ]
    )
    porch = s.box(0.3, 0.04, 0.3).translate((0, low + deep + 0.03, 0.64))
    top = low + deep
    cabin = s.hull(
        [
            s.rod((-0.3, top + 0.38, 0.02), (0.3, top + 0.38, 0.02), 0.34, segments=12),
            s.box(0.36, 0.5, 0.1).translate((0, top + 0.08, 0.42)),
        ]
    )
    sides = s.mirrored(
        s.hull(
            [
                s.prism(0.5, 0.22, 8).translate((0.42, top + 0.05, -0.12)),
                s.prism(0.3, 0.14, 8).translate((0.52, top + 0.14, -0.1)),
            ]
        )
    )
    rear = s.box(0.44, 0.5, 0.24, 0.04).translate((0, top + 0.06, -0.42))
    roof = s.cylinder(0.12, 0.2, segments=28).translate((0, top + 0.7, 0.0)) + s.cylinder(
        0.06, 0.14, segments=28
    ).translate((0, top + 0.82, 0.0))
    window = s.mirrored(
        s.extrude([(0.06, 0.0), (0.2, 0.0), (0.2, 0.17)], 0.05).rotate((-12, 0, 0)).translate((-0.01, top + 0.42, 0.46))
    )
    hatch = s.box(0.2, 0.26, 0.04, 0.01).translate((0, top + 0.1, 0.46))
    quads = s.union(
        [
            s.union(
                [
                    s.box(0.1, 0.1, 0.1),
                    s.cone(0.09, 0.06, 12).translate((0, -0.08, 0)),
                    s.cone(0.09, 0.06, 12).rotate((180, 0, 0)).translate((0, 0.18, 0)),
                    s.cone(0.09, 0.06, 12).rotate((90 * z, 0, 0)).translate((0, 0.05, 0.09 * z)),
                ]
            ).translate((x * 0.6, top + 0.42, z * 0.42))
            + s.rod((x * 0.36, top + 0.44, z * 0.26), (x * 0.6, top + 0.46, z * 0.42), 0.03)
            for x in (-1, 1)
            for z in (-1, 1)
        ]
    )
    dish = (s.ellipsoid(0.17, 0.17, 0.09, 28) - s.ellipsoid(0.14, 0.14, 0.07, 28)).trim_by_plane((0, 0, -1), 0).rotate(
        (-30, 25, 0)
    ).translate((0.4, top + 0.84, 0.1)) + s.rod((0.3, top + 0.6, 0.0), (0.4, top + 0.82, 0.08), 0.03)
    aerial = s.rod((-0.32, top + 0.6, -0.1), (-0.4, top + 1.05, -0.14), 0.025, 0.018)
    flag = s.box(0.03, 0.1, 0.16).translate((-0.64, low + 0.2, 0.0))
    return finished(
        [
            Part("descent stage", stage, FOIL.varied(rng, 0.05), 20),
            Part("seams", seams + deck, FOIL.shaded(0.72), 20),
            Part("engine bell", bell, m.IRON.shaded(0.7), 50),
            Part("legs", s.union([leg.rotate((0, 90 * k, 0)) for k in range(4)]), FOIL.shaded(0.9), 40),
            Part("pads", s.group([pad.rotate((0, 90 * k, 0)) for k in range(4)]), FOIL.shaded(0.8), 40),
            Part("ladder", ladder, m.STEEL, 40),
            Part("porch", porch, m.STEEL, 20),
            Part("cabin", s.union([cabin, rear]), m.STEEL.coloured("#b9bcc0"), 10),
            Part("tanks", sides, m.IRON.coloured("#6a6d72"), 10),
            Part("docking port", roof, m.IRON, 40),
            Part("windows", window, m.EYE_BLACK, 20),
            Part("hatch", hatch, m.IRON.shaded(0.8), 20),
            Part("thrusters", quads, m.DARK_STEEL, 30),
            Part("dish", dish, m.WHITE, 50),
            Part("aerial", aerial, m.STEEL, 40),
            Part("flag", flag, m.RED, 20),
        ],
        rng.uniform(2.2, 2.7),
    )


@sculpture(
    "mars rover",
    size=(2.5, 5.5),
    synonyms=("rover", "planetary rover"),
    kinds=("lunar rover", "moon buggy", "moon rover"),
)
def mars_rover(rng: np.random.Generator) -> Sculpture:
    """Six wheels on rocker arms, a flat body, a mast with a camera head, an arm before and a power unit behind."""
    r, track = rng.uniform(0.2, 0.22), 1.14
    wide = 0.24
    axles = (0.86, 0.02, -0.8)
    tyre = s.rod((-wide / 2, 0, 0), (wide / 2, 0, 0), r, segments=36) - s.mirrored(
        s.rod((wide * 0.2, 0, 0), (wide, 0, 0), r * 0.8, segments=32)
    )
    cleats = s.union(
        [s.box(wide, r * 0.12, r * 0.16).translate((0, r * 0.95, 0)).rotate((30 * k, 0, 0)) for k in range(12)]
    )
    spokes = s.union(
        [s.box(wide * 0.7, r * 1.7, r * 0.2).translate((0, -r * 0.85, 0)).rotate((60 * k, 0, 0)) for k in range(3)]
        + [s.rod((-wide * 0.52, 0, 0), (wide * 0.52, 0, 0), r * 0.3, segments=20)]
    )
    spots = [(x, r, z) for z in axles for x in (-track / 2, track / 2)]
    arms = s.mirrored(
        s.union(
            [
                s.beam((0.46, r + 0.04, 0.86), (0.46, 0.56, 0.62), 0.08, 0.08),
                s.beam((0.46, 0.56, 0.62), (0.45, 0.62, -0.1), 0.08, 0.09),
                s.beam((0.45, 0.62, -0.1), (0.45, 0.42, -0.42), 0.08, 0.08),
                s.beam((0.46, r + 0.04, 0.02), (0.45, 0.42, -0.42), 0.08, 0.08),
                s.beam((0.46, r + 0.04, -0.8), (0.45, 0.42, -0.42), 0.08, 0.08),
                s.rod((0.3, 0.6, 0.1), (0.47, 0.6, 0.1), 0.08),
            ]
        )
    )
    stubs = s.union([s.rod((x * 0.4, r, z), (x * track / 2, r, z), 0.05) for z in axles for x in (-1, 1)])
    body = s.box(0.76, 0.34, 1.16, 0.03).translate((0, 0.44, -0.04))
    deck = s.box(0.86, 0.06, 1.28, 0.015).translate((0, 0.78, -0.04))
    boxes = s.box(0.22, 0.1, 0.3, 0.02).translate((-0.2, 0.84, -0.34)) + s.box(0.16, 0.14, 0.16, 0.02).translate(
        (0.22, 0.84, -0.2)
    )
    mast = s.rod((0.22, 0.82, 0.42), (0.22, 1.46, 0.42), 0.05)
    head = s.box(0.44, 0.2, 0.2, 0.03).translate((0.22, 1.44, 0.44))
    eyes = s.group(
        [
            s.cylinder(0.05, 0.055, segments=24).rotate((90, 0, 0)).translate((0.22 + x, 1.54, 0.52))
            for x in (-0.15, 0.15)
        ]
    )
    big_eye = s.cylinder(0.05, 0.075, segments=28).rotate((90, 0, 0)).translate((0.22, 1.55, 0.525))
    dish = s.prism(0.06, 0.2, 6).rotate((38, 0, 0)).translate((-0.24, 1.04, -0.1)) + s.rod(
        (-0.24, 0.82, -0.14), (-0.24, 1.04, -0.12), 0.035
    )
    power = s.rod((0, 0.66, -0.66), (0, 0.9, -1.08), 0.13, segments=24)
    vanes = s.union(
        [
            s.aim(s.box(0.5, 0.34, 0.04).rotate((0, 45 * k, 0)), (0, 0.24, -0.42)).translate((0, 0.72, -0.76))
            for k in range(4)
        ]
    )
    arm = s.union(
        [
            s.beam((-0.26, 0.6, 0.5), (-0.26, 0.74, 0.92), 0.09, 0.09),
            s.beam((-0.26, 0.74, 0.92), (-0.26, 0.42, 1.18), 0.08, 0.08),
            s.sphere(0.08, 16).translate((-0.26, 0.74, 0.92)),
            s.sphere(0.07, 16).translate((-0.26, 0.6, 0.5)),
        ]
    )
    tool = s.rod((-0.36, 0.4, 1.2), (-0.16, 0.4, 1.2), 0.1, segments=20) + s.rod(
        (-0.26, 0.4, 1.2), (-0.26, 0.26, 1.24), 0.045, 0.03
    )
    panel = s.box(0.5, 0.03, 0.5).translate((0.06, 0.835, -0.06))
    return finished(
        [
            Part("body", body + boxes, m.WHITE.coloured("#e6e4de"), 20),
            Part("deck", deck, m.WHITE.coloured("#f2f0ea"), 20),
            Part("panel", panel.translate((-0.0, -0.005, 0)), FOIL, 20),
            Part("tyres", s.group([(tyre + cleats).translate(p) for p in spots]), m.IRON.shaded(0.75), 20),
            Part("spokes", s.group([spokes.translate(p) for p in spots]), m.STEEL, 30),
            Part("suspension", arms + stubs, m.DARK_STEEL, 30),
            Part("mast", mast + head, m.WHITE, 30),
            Part("cameras", eyes, m.EYE_BLACK, 40),
            Part("laser eye", big_eye, m.WINDOW, 40),
            Part("dish", dish, FOIL, 30),
            Part("power unit", power + vanes, m.IRON.shaded(0.7), 30),
            Part("arm", arm, m.STEEL, 30),
            Part("tool", tool, m.IRON, 30),
        ],
        rng.uniform(1.3, 1.7),
        {"top": (0.22, 1.64, 0.44)},
    )


@sculpture(
    "space station",
    size=(50, 160),
    synonyms=("orbital station",),
    kinds=("space lab", "space laboratory", "iss"),
    tint=False,
)
def space_station(rng: np.random.Generator) -> Sculpture:
    """Joined white modules, a truss across them with eight great solar panels, radiators."""
    wing = CELLS if s.chance(rng, 0.7) else m.Material("cells", m.srgb("#b9772c"), 0.3)
    y = 0.95
    span = rng.uniform(1.55, 1.75)
    truss = s.union(
        [
            s.beam((-span, y + dy, dz), (span, y + dy, dz), 0.06, 0.06)
            for dy, dz in ((-0.08, -0.08), (0.08, -0.08), (0.08, 0.08), (-0.08, 0.08))
        ]
        + [
            s.beam((x, y - 0.08, z), (x + 0.17, y + 0.08, z), 0.04, 0.04)
            for x in np.arange(-span, span - 0.2, 0.24)
            for z in (-0.08, 0.08)
        ]
    )
    panels, masts = [], []
    for x in (span * 0.62, span * 0.97):
        for sign in (-1, 1):
            centre = y + sign * 0.53
            panels += [s.box(0.2, 0.78, 0.045).translate((x + dx, centre - 0.39, 0)) for dx in (-0.125, 0.125)]
            masts.append(s.beam((x, y, 0), (x, centre + sign * 0.4, 0), 0.05, 0.05))
            masts.append(s.box(0.46, 0.04, 0.06).translate((x, centre + sign * 0.4 - 0.02, 0)))
            masts += [s.box(0.46, 0.022, 0.055).translate((x, centre + dy - 0.011, 0)) for dy in (-0.2, 0.0, 0.2)]

    def module(a: tuple[float, float, float], b: tuple[float, float, float], r: float) -> s.Solid:
        start, stop = np.array(a), np.array(b)
        cap = (stop - start) / np.linalg.norm(stop - start) * r * 0.4
        return s.union(
            [
                s.rod(start + cap, stop - cap, r, segments=32),
                s.rod(start, start + cap, r * 0.6, r, 32),
                s.rod(stop - cap, stop, r, r * 0.6, 32),
            ]
        )

    low = y - 0.3
    hull = s.union(
        [
            module((0, low, -0.75), (0, low, -0.1), 0.17),
            module((0, low, -0.14), (0, low, 0.46), 0.17),
            module((0, low, 0.42), (0, low, 0.86), 0.14),
            module((0, low, 0.62), (0.62, low, 0.62), 0.15),
            module((0, low, 0.62), (-0.56, low, 0.62), 0.15),
            module((0, low, -1.2), (0, low, -0.72), 0.14),
            module((0, low - 0.42, 0.14), (0, low, 0.14), 0.13),
            s.box(0.14, 0.3, 0.14).translate((0, low, 0)),
        ]
    )
    rings = s.union(
        [s.rod((0, low, z - 0.03), (0, low, z + 0.03), 0.18, segments=32) for z in (-0.6, -0.28, 0.02, 0.3)]
    )
    ends = s.union(
        [
            s.rod((0, low, 0.84), (0, low, 0.92), 0.1, segments=28),
            s.rod((0.6, low, 0.62), (0.68, low, 0.62), 0.1, segments=28),
            s.rod((-0.54, low, 0.62), (-0.62, low, 0.62), 0.1, segments=28),
            s.rod((0, low - 0.5, 0.14), (0, low - 0.4, 0.14), 0.1, segments=28),
        ]
    )
    small = s.mirrored(s.box(0.42, 0.04, 0.16).translate((0.38, low - 0.02, -1.0)))
    radiators = s.mirrored(s.box(0.2, 0.05, 0.62).translate((0.34, y - 0.1, -0.42)))
    windows = s.group(
        [
            s.rod((x, low + 0.04, z), (x * 1.1, low + 0.05, z), 0.05, segments=16)
            for x in (-0.165, 0.165)
            for z in (-0.45, 0.16)
        ]
    )
    return finished(
        [
            Part("truss", truss, m.STEEL.coloured("#a9adb3"), 20),
            Part("panels", s.mirrored(s.group(panels)), wing, 10),
            Part("masts", s.mirrored(s.union(masts)), m.GOLD.coloured("#c9a04a"), 20),
            Part("modules", hull, m.WHITE.coloured("#e9e8e3"), 40),
            Part("rings", rings, m.STEEL.coloured("#9a9ea4"), 40),
            Part("ports", ends, m.IRON, 40),
            Part("small panels", small, CELLS, 20),
            Part("radiators", radiators, m.WHITE, 20),
            Part("windows", windows, m.WINDOW, 30),
        ],
        rng.uniform(18, 30),
    )
