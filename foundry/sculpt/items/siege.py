"""Engines that besiege castles, with the front that they turn to the wall to +Z; and what explodes."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, at, sculpture

TIMBERS = (m.OAK, m.WALNUT, m.OLD_WOOD)


def disc_wheels(a: Assembly, wood: Material, radius: float, track: float, axles: tuple[float, ...]) -> None:
    """Solid wooden wheels with an iron tyre and hub, standing on the ground, and their axles."""
    wide = radius * 0.36
    for z in axles:
        a.add("axles", wood.shaded(0.7), s.rod((-track / 2, radius, z), (track / 2, radius, z), radius * 0.2))
        for x in (-track / 2, track / 2):
            a.add(
                "wheels", wood.shaded(0.85), s.rod((x - wide / 2, radius, z), (x + wide / 2, radius, z), radius * 0.9)
            )
            tyre = s.rod((x - wide * 0.42, radius, z), (x + wide * 0.42, radius, z), radius, segments=32)
            a.add(
                "tyres", m.IRON, tyre - s.rod((x - wide, radius, z), (x + wide, radius, z), radius * 0.86, segments=32)
            )
            a.add("tyres", m.IRON, s.rod((x - wide * 0.7, radius, z), (x + wide * 0.7, radius, z), radius * 0.24))
            for turn in (0, 90):
                bar = (
                    s.box(wide * 1.16, radius * 1.6, radius * 0.16)
                    .translate((0, -radius * 0.8, 0))
                    .rotate((turn + 45, 0, 0))
                )
                a.add("bars", wood.shaded(0.65), bar.translate((x, radius, z)))


def lashing(a: Assembly, at: tuple[float, float, float], size: float, axis: str = "x") -> None:
    """Some turns of rope about a joint."""
    turn = {"x": (0, 0, 90), "y": (0, 0, 0), "z": (90, 0, 0)}[axis]
    for k in (-1, 0, 1):
        ring = s.torus(size, size * 0.3, 20, 8).translate((0, k * size * 0.5, 0)).rotate(turn)
        a.add("rope", m.ROPE, ring.translate(at))


@sculpture("catapult", synonyms=("mangonel", "onager"), kinds=("stone thrower",), size=(3, 7), tint=False)
def catapult(rng: np.random.Generator) -> Sculpture:
    """A wheeled frame, a twisted rope, an arm drawn back with a boulder in its cup, a padded crossbar."""
    a = Assembly()
    wood = s.pick(rng, TIMBERS).varied(rng)
    for x in (-0.42, 0.42):
        a.add("frame", wood, s.box(0.17, 0.2, 2.3, 0.01).translate((x, 0.28, 0)))
        a.add("uprights", wood, s.box(0.16, 0.95, 0.18, 0.01).translate((x, 0.4, 0.32)))
        a.add("braces", wood.shaded(0.85), s.beam((x, 0.44, 1.02), (x, 1.24, 0.36), 0.12, 0.13))
        a.add("braces", wood.shaded(0.85), s.beam((x, 0.44, -0.36), (x, 1.0, 0.28), 0.1, 0.11))
    for z in (-1.02, -0.42, 1.02):
        a.add("frame", wood, s.box(0.86, 0.16, 0.16).translate((0, 0.3, z)))
    a.add("uprights", wood, s.box(1.1, 0.18, 0.2, 0.01).translate((0, 1.28, 0.32)))
    a.add("pad", m.LEATHER, s.rounded_box(0.5, 0.24, 0.28, 0.08).translate((0, 1.24, 0.28)))
    a.add("rope", m.ROPE, s.rod((-0.56, 0.5, 0.1), (0.56, 0.5, 0.1), 0.1))
    for k in range(7):
        a.add("rope", m.ROPE, s.torus(0.1, 0.03, 20, 8).rotate((0, 0, 90)).translate((-0.33 + 0.11 * k, 0.5, 0.1)))
    a.add(
        "ratchets",
        m.IRON,
        *[s.rod((x - 0.05, 0.5, 0.1), (x + 0.05, 0.5, 0.1), 0.16, segments=12) for x in (-0.56, 0.56)],
    )
    lift = np.radians(rng.uniform(28, 42))
    to = np.array((0, np.sin(lift), -np.cos(lift)))
    foot = np.array((0, 0.5, 0.1))
    end = foot + 1.25 * to
    a.add("arm", wood.shaded(1.12), s.beam(foot - 0.1 * to, end, 0.13, 0.15))
    up = np.array((0, np.cos(lift), np.sin(lift)))
    centre = end + 0.16 * to + 0.12 * up
    cup = s.aim(s.dome(0.28, 0.2, 28).rotate((180, 0, 0)) - s.dome(0.22, 0.14, 28).rotate((180, 0, 0)), up)
    a.add("cup", wood.shaded(0.9), cup.translate(tuple(centre)))
    ball = s.roughened(s.sphere(0.23, 28), rng, 0.018, 0.2).translate(tuple(centre + 0.1 * up))
    a.add("boulder", m.STONE.varied(rng), ball, smooth=60)
    a.add("rope", m.ROPE, s.rod(foot + 0.85 * to, (0, 0.42, -1.0), 0.035))
    a.add("windlass", wood.shaded(0.75), s.rod((-0.6, 0.46, -1.02), (0.6, 0.46, -1.02), 0.07))
    for x in (-0.6, 0.6):
        a.add("windlass", wood.shaded(0.75), s.box(0.06, 0.5, 0.07).translate((x, 0.21, -1.02)))
        a.add("windlass", wood.shaded(0.75), s.box(0.06, 0.07, 0.5).translate((x, 0.42, -1.02)))
    disc_wheels(a, wood, 0.27, 1.14, (0.75, -0.72))
    top = float(max(1.46, centre[1] + 0.33))
    factor = rng.uniform(1.4, 1.8)
    return a.build({"top": (0, top, 0), "inside": at(centre)}).scaled(factor)


@sculpture("trebuchet", kinds=("counterweight engine",), size=(6, 18), tint=False)
def trebuchet(rng: np.random.Generator) -> Sculpture:
    """Two tall A-frames, a long arm over their axle, a box of stones on its short end, a sling on its long one."""
    a = Assembly()
    wood = s.pick(rng, TIMBERS).varied(rng)
    high = rng.uniform(1.35, 1.5)
    for x in (-0.36, 0.36):
        a.add("base", wood, s.box(0.14, 0.15, 2.1, 0.01).translate((x * 1.25, 0, 0)))
        for z in (-0.72, 0.72):
            a.add("legs", wood, s.beam((x * 1.25, 0.1, z), (x * 0.8, high + 0.06, z * 0.05), 0.12, 0.13))
            a.add("ties", wood.shaded(0.85), s.beam((x * 1.3, 0.12, z * 0.95), (x * 2.2, 0.08, z * 0.6), 0.09, 0.09))
        a.add("legs", wood, s.beam((x * 1.1, 0.1, 0), (x * 0.8, high, 0), 0.11, 0.11))
        a.add("ties", wood.shaded(0.85), s.beam((x * 1.1, high * 0.42, -0.46), (x * 1.1, high * 0.42, 0.46), 0.1, 0.1))
    for z in (-0.98, -0.35, 0.35, 0.98):
        a.add("base", wood, s.box(1.04, 0.12, 0.13).translate((0, 0.01, z)))
    a.add("axle", m.IRON, s.rod((-0.44, high, 0), (0.44, high, 0), 0.06))
    tilt = np.radians(rng.uniform(38, 50))
    back = np.array((0, np.sin(tilt), -np.cos(tilt)))
    pivot = np.array((0, high, 0))
    short, long = pivot - 0.5 * back, pivot + 1.5 * back
    a.add("arm", wood.shaded(1.1), s.tube([short - 0.06 * back, pivot, long], np.array([0.1, 0.09, 0.055]), 10))
    for k in (0.35, 0.7, 1.05):
        a.add("rope", m.ROPE, s.aim(s.cylinder(0.1, 0.1, segments=16), back).translate(tuple(pivot + k * back)))
    box_top = short + (0, -0.16, 0)
    chest = s.hull(
        [
            s.box(0.46, 0.03, 0.46).translate((0, -0.03, 0)),
            s.box(0.46, 0.03, 0.46).translate((0, -0.28, 0)),
            s.box(0.42, 0.03, 0.2).translate((0, -0.46, 0)),
        ]
    )

    def place(solid: s.Solid) -> s.Solid:
        return solid.translate(tuple(box_top))

    a.add("counterweight", wood.shaded(0.7), place(chest))
    for y in (-0.1, -0.28):
        a.add("bands", m.IRON, place(s.box(0.49, 0.06, 0.49).translate((0, y, 0))))
    for x in (-0.2, 0.2):
        a.add("bands", m.IRON, s.beam(tuple(box_top + (x, -0.05, 0)), tuple(short + (x * 0.4, 0.02, 0)), 0.05, 0.06))
    stones = s.roughened(s.ellipsoid(0.2, 0.13, 0.2, 24), rng, 0.03, 0.12)
    a.add("stones", m.DARK_STONE.varied(rng), place(stones), smooth=60)
    drop = long + (0, -0.62, -0.1)
    for x in (-0.05, 0.05):
        a.add("rope", m.ROPE, s.rod(long, tuple(drop + (x, 0, 0)), 0.028, segments=8))
    pouch = (s.ellipsoid(0.17, 0.13, 0.17, 24) - s.ellipsoid(0.14, 0.1, 0.14, 24)).trim_by_plane((0, -1, 0), 0)
    a.add("pouch", m.LEATHER, pouch.translate(tuple(drop)))
    a.add("boulder", m.STONE.varied(rng), s.sphere(0.145, 24).translate(tuple(drop + (0, 0.02, 0))), smooth=60)
    a.add("hook", m.IRON, s.rod(long - 0.04 * back, long + 0.12 * back, 0.035, 0.02))
    wheel_ = s.torus(0.2, 0.035, 28, 8).rotate((0, 0, 90)) + s.union(
        [s.box(0.05, 0.5, 0.05).translate((0, -0.25, 0)).rotate((t, 0, 0)) for t in (0, 60, 120)]
    )
    a.add("windlass", wood.shaded(0.8), wheel_.translate((0.5, 0.3, -0.8)), wheel_.translate((-0.5, 0.3, -0.8)))
    a.add("windlass", wood.shaded(0.8), s.rod((-0.5, 0.3, -0.8), (0.5, 0.3, -0.8), 0.065))
    factor = rng.uniform(2.8, 4.2)
    return a.build({"top": (0, float(long[1]), float(long[2]))}).scaled(factor).grounded()


@sculpture("ballista", kinds=("siege crossbow", "bolt thrower"), size=(2.5, 6), tint=False)
def ballista(rng: np.random.Generator) -> Sculpture:
    """A giant crossbow on a stand: torsion springs in a frame, two arms, a string, a great bolt in the slider."""
    a = Assembly()
    wood = s.pick(rng, TIMBERS).varied(rng)
    y = rng.uniform(0.86, 0.98)
    wheeled = s.chance(rng, 0.45)
    a.add("stock", wood, s.box(0.22, 0.14, 2.0, 0.01).translate((0, y, -0.12)))
    a.add("slider", wood.shaded(0.8), s.box(0.12, 0.07, 1.9).translate((0, y + 0.13, -0.1)))
    for level in (y - 0.12, y + 0.42):
        a.add("frame", wood.shaded(0.9), s.box(1.0, 0.13, 0.26, 0.01).translate((0, level, 0.72)))
    for x in (-0.44, 0.44):
        a.add("frame", wood.shaded(0.9), s.box(0.12, 0.54, 0.22).translate((x, y - 0.05, 0.72)))
        a.add("frame", wood.shaded(0.9), s.box(0.1, 0.54, 0.2).translate((x * 0.4, y - 0.05, 0.72)))
    for x in (-0.31, 0.31):
        a.add("springs", m.ROPE, s.rod((x, y - 0.2, 0.72), (x, y + 0.62, 0.72), 0.1))
        for k in range(6):
            a.add("springs", m.ROPE, s.torus(0.095, 0.03, 18, 8).translate((x, y + 0.03 + 0.075 * k, 0.72)))
        a.add(
            "caps",
            m.BRONZE,
            *[s.cylinder(0.08, 0.14, segments=20).translate((x, at, 0.72)) for at in (y - 0.24, y + 0.55)],
        )
    middle = y + 0.2
    tips = []
    for side in (-1, 1):
        tip = (side * 1.02, middle, 0.28)
        tips.append(tip)
        a.add("arms", wood.shaded(1.1), s.beam((side * 0.28, middle, 0.76), tip, 0.1, 0.12))
        a.add("caps", m.BRONZE, s.sphere(0.07, 16).translate(tip))
    nock = (0, middle, -0.5)
    a.add("string", m.ROPE.shaded(1.2), *[s.rod(tip, nock, 0.03, segments=8) for tip in tips])
    bolt = s.rod((0, middle + 0.02, -0.5), (0, middle + 0.02, 1.05), 0.04)
    a.add("bolt", m.BIRCH, bolt)
    a.add(
        "bolt head", m.DARK_STEEL, s.cylinder(0.3, 0.1, 0.004, 4).rotate((90, 0, 0)).translate((0, middle + 0.02, 1.02))
    )
    for turn in (90, 210, 330):
        vane = (
            s.extrude([(0, 0), (0.02, 0.13), (0.26, 0.13), (0.34, 0)], 0.035)
            .rotate((0, 90, 0))
            .rotate((0, 0, turn - 90))
        )
        a.add("vanes", m.RED, vane.translate((0, middle + 0.02, -0.14)))
    a.add("windlass", wood.shaded(0.75), s.rod((-0.3, y + 0.1, -1.0), (0.3, y + 0.1, -1.0), 0.07))
    for x in (-0.32, 0.32):
        for turn in (0, 90):
            spoke = s.box(0.06, 0.52, 0.06).translate((0, -0.26, 0)).rotate((turn + 30, 0, 0))
            a.add("windlass", wood.shaded(0.75), spoke.translate((x, y + 0.1, -1.0)))
    a.add("rope", m.ROPE, s.rod((0, y + 0.18, -0.98), (0, middle, -0.5), 0.03))
    for x in (-1, 1):
        a.add("stand", wood, s.beam((0, y + 0.02, 0.3), (x * 0.5, 0.12 if not wheeled else 0.3, 0.62), 0.12, 0.12))
        a.add("stand", wood, s.beam((0, y + 0.02, 0.1), (x * 0.44, 0.12 if not wheeled else 0.3, -0.62), 0.12, 0.12))
    a.add("stand", wood, s.box(0.16, y - 0.1, 0.18).translate((0, 0.1, 0.2)))
    if wheeled:
        for x in (-0.42, 0.42):
            a.add("base", wood.shaded(0.85), s.box(0.14, 0.14, 1.6).translate((x, 0.24, 0)))
        for z in (-0.6, 0.6):
            a.add("base", wood.shaded(0.85), s.box(0.9, 0.12, 0.14).translate((0, 0.25, z)))
        disc_wheels(a, wood, 0.24, 1.1, (0.6, -0.6))
    else:
        for x in (-0.48, 0.48):
            a.add("base", wood.shaded(0.85), s.box(0.15, 0.13, 1.6, 0.01).translate((x, 0, 0)))
        for z in (-0.6, 0.2, 0.6):
            a.add("base", wood.shaded(0.85), s.box(1.02, 0.12, 0.15).translate((0, 0.0, z)))
    factor = rng.uniform(1.15, 1.5)
    return a.build({"top": (0, y + 0.63, 0.72)}).scaled(factor).grounded()


@sculpture("battering ram", kinds=("siege ram",), size=(4, 9), tint=False)
def battering_ram(rng: np.random.Generator) -> Sculpture:
    """A log with an iron ram's head, slung by ropes under a pitched roof on wheels."""
    a = Assembly()
    wood = s.pick(rng, TIMBERS).varied(rng)
    roof = s.pick(rng, (m.OLD_WOOD, m.LEATHER.shaded(0.85), m.OLD_WOOD.shaded(0.75))).varied(rng)
    for x in (-0.48, 0.48):
        a.add("frame", wood, s.box(0.15, 0.17, 2.1, 0.01).translate((x, 0.26, -0.1)))
        for z in (-1.0, -0.1, 0.8):
            a.add("posts", wood, s.box(0.13, 0.84, 0.14).translate((x, 0.4, z)))
        a.add("frame", wood, s.box(0.15, 0.15, 2.1).translate((x, 1.14, -0.1)))
        a.add("braces", wood.shaded(0.85), s.beam((x, 0.42, -0.95), (x, 1.15, -0.15), 0.09, 0.09))
        a.add("braces", wood.shaded(0.85), s.beam((x, 0.42, 0.75), (x, 1.15, -0.05), 0.09, 0.09))
    for z in (-1.0, -0.1, 0.8):
        a.add("frame", wood, s.box(0.96, 0.13, 0.14).translate((0, 0.28, z)))
        a.add(
            "rafters",
            wood,
            s.beam((-0.56, 1.2, z), (0, 1.74, z), 0.1, 0.1),
            s.beam((0.56, 1.2, z), (0, 1.74, z), 0.1, 0.1),
        )
    a.add("frame", wood, s.box(0.13, 0.13, 2.2).translate((0, 1.66, -0.1)))
    planks = 7
    for side in (-1, 1):
        for k in range(planks):
            z = -1.18 + (k + 0.5) * 2.16 / planks
            plank = s.beam(
                (side * 0.74, 1.08, z),
                (side * 0.02, 1.8, z),
                2.16 / planks - 0.025,
                0.07,
                up=(side * 0.7, 0.72, 0),
            )
            a.add("roof", roof.shaded(1.0 if k % 2 else 0.88), plank)
    a.add("ridge", wood.shaded(0.7), s.rod((0, 1.82, -1.2), (0, 1.82, 1.0), 0.07))
    y = 0.8
    a.add("log", m.BARK.shaded(1.1), s.rod((0, y, -1.3), (0, y, 1.28), 0.2, segments=20))
    a.add("log ends", m.BIRCH, s.rod((0, y, -1.33), (0, y, -1.28), 0.18, segments=20))
    for z in (-0.72, 0.0, 0.55):
        a.add("bands", m.IRON, s.rod((0, y, z - 0.05), (0, y, z + 0.05), 0.215, segments=24))
    for z in (-0.6, 0.42):
        for x in (-1, 1):
            a.add("ropes", m.ROPE, s.rod((x * 0.2, y + 0.04, z), (x * 0.26, 1.62, z), 0.035, segments=8))
        a.add("ropes", m.ROPE, s.torus(0.21, 0.04, 28, 8).rotate((90, 0, 0)).translate((0, y, z)))
    iron = m.IRON.varied(rng, 0.05)
    a.add("head", iron, s.rod((0, y, 1.2), (0, y, 1.44), 0.25, 0.24, 24), smooth=40)
    head = s.hull(
        [
            s.ellipsoid(0.22, 0.24, 0.16, 24).translate((0, y + 0.02, 1.5)),
            s.ellipsoid(0.13, 0.13, 0.12, 20).translate((0, y - 0.08, 1.74)),
        ]
    )
    a.add("head", iron, head, smooth=60)
    for x in (-1, 1):
        t = np.linspace(-0.4, 4.2, 26)
        r = 0.2 - 0.028 * t
        path = np.stack([x * (0.24 + 0.035 * t), y + 0.1 + r * np.sin(t + 0.8), 1.46 - r * np.cos(t + 0.8)], 1)
        a.add("horns", m.BRONZE, s.tube(path, s.interpolate([0.075, 0.07, 0.05, 0.03], 26), 10), smooth=60)
    disc_wheels(a, wood, 0.28, 1.2, (0.66, -0.86))
    factor = rng.uniform(1.6, 2.2)
    return a.build({"top": (0, 1.88, -0.1)}).scaled(factor).grounded()


@sculpture("siege tower", synonyms=("belfry tower",), kinds=("breaching tower",), size=(8, 22), tint=False)
def siege_tower(rng: np.random.Generator) -> Sculpture:
    """A tall tapering tower of planks on wheels, a drawbridge let down before, battlements, a ladder behind."""
    a = Assembly()
    wood = s.pick(rng, TIMBERS).varied(rng)
    high, low_w, top_w = rng.uniform(2.3, 2.6), 0.98, 0.74
    y0 = 0.34

    def width(y: float) -> float:
        return low_w + (top_w - low_w) * (y - y0) / (high - y0)

    body = s.hull([s.box(low_w, 0.02, low_w).translate((0, y0, 0)), s.box(top_w, 0.02, top_w).translate((0, high, 0))])
    door = s.box(top_w * 0.62, 0.5, 0.5).translate((0, high - 0.62, 0.35))
    a.add("walls", wood, body - door)
    a.add("inside", m.EBONY, s.box(top_w * 0.64, 0.5, 0.03).translate((0, high - 0.62, 0.12)))
    for k in range(4):
        for j, x in enumerate(np.linspace(-0.36, 0.36, 5)):
            if k == 0 and j in (1, 2, 3):
                top = high - 0.66
            else:
                top = high - 0.02
            plank = s.beam(
                (x * low_w, y0 + 0.02, low_w / 2 + 0.005),
                (x * width(top), top, width(top) / 2 + 0.005),
                0.1,
                0.045,
                up=(0, 0, 1),
            )
            a.add("planks", wood.shaded(0.84 if j % 2 else 1.12), plank.rotate((0, 90 * k, 0)))
    for y in (y0 + 0.06, y0 + 0.72, high - 0.7, high - 0.06):
        w = width(y) + 0.09
        a.add(
            "beams",
            wood.shaded(0.65),
            s.box(w, 0.1, w).translate((0, y - 0.05, 0)) - s.box(w - 0.16, 0.3, w - 0.16).translate((0, y - 0.15, 0)),
        )
    for x in (-1, 1):
        for z in (-1, 1):
            a.add(
                "beams",
                wood.shaded(0.65),
                s.beam(
                    (x * low_w / 2, y0 - 0.06, z * low_w / 2), (x * top_w / 2, high + 0.04, z * top_w / 2), 0.1, 0.1
                ),
            )
    floor = s.box(top_w + 0.2, 0.08, top_w + 0.2).translate((0, high, 0))
    a.add("beams", wood.shaded(0.65), floor)
    edge = top_w / 2 + 0.07
    for turn in (0, 90, 180, 270):
        for x in (-0.3, 0.0, 0.3):
            merlon = s.box(0.2, 0.26, 0.07).translate((x * (top_w + 0.16) / 0.8, high + 0.06, edge))
            a.add("battlements", wood, merlon.rotate((0, turn, 0)))
        a.add(
            "battlements", wood, s.box(top_w + 0.2, 0.12, 0.07).translate((0, high + 0.06, edge)).rotate((0, turn, 0))
        )
    lean = np.radians(rng.uniform(2, 26))
    sill = np.array((0.0, high - 0.64, top_w / 2 + 0.04))
    to = np.array((0, np.sin(lean), np.cos(lean)))
    out = sill + 0.66 * to
    for across in np.linspace(-0.2, 0.2, 4):
        a.add(
            "drawbridge",
            wood.shaded(1.05 if across > 0 else 0.95),
            s.beam(tuple(sill + (across, 0, 0)), tuple(out + (across, 0, 0)), 0.125, 0.06),
        )
    for share in (0.2, 0.85):
        where = sill + 0.66 * share * to + (0, -0.05, 0)
        a.add("drawbridge", wood.shaded(0.65), s.box(0.58, 0.05, 0.09).translate(tuple(where)))
    for x in (-0.24, 0.24):
        a.add(
            "ropes", m.ROPE, s.rod(tuple(out + (x, 0, 0)), (x * 1.1, high - 0.02, top_w / 2 + 0.03), 0.03, segments=8)
        )
    for side in (-1, 1):
        for y in (y0 + 0.36, y0 + 1.05):
            slit = s.box(0.05, 0.22, 0.1).translate((side * (width(y + 0.1) / 2 + 0.022), y, 0.0))
            a.add("slits", m.EBONY, slit)
    a.add(
        "slits",
        m.EBONY,
        *[s.box(0.1, 0.22, 0.05).translate((x, y0 + 0.36, width(y0 + 0.46) / 2 + 0.02)) for x in (-0.22, 0.22)],
    )
    back = -low_w / 2 - 0.07
    for x in (-0.16, 0.16):
        a.add("ladder", m.BIRCH, s.rod((x, 0.1, back - 0.03), (x, high + 0.1, -top_w / 2 - 0.09), 0.035, segments=8))
    for y in np.arange(0.28, high, 0.2):
        out_z = back - 0.03 + (y - 0.1) / high * (low_w - top_w) / 2 + 0.0
        a.add("ladder", m.BIRCH, s.rod((-0.16, y, out_z), (0.16, y, out_z), 0.03, segments=8))
    cloth = m.CLOTH.coloured(s.pick(rng, ("#b8242a", "#24508a", "#d8a82a")), "banner")
    a.add("pole", m.WALNUT, s.rod((-0.3, high, -0.3), (-0.3, high + 0.78, -0.3), 0.03))
    a.add("banner", cloth, s.extrude([(0, 0.52), (0, 0.78), (0.42, 0.65)], 0.04).translate((-0.3, high, -0.3)))
    a.add("base", wood.shaded(0.7), s.box(1.1, 0.14, 1.16, 0.01).translate((0, 0.24, 0)))
    disc_wheels(a, wood, 0.24, 1.14, (0.42, -0.42))
    factor = rng.uniform(3.2, 4.6)
    return a.build({"top": (0, high + 0.1, 0), "inside": (0, high - 0.6, 0.2)}).scaled(factor).grounded()


@sculpture(
    "dynamite",
    synonyms=("dynamite sticks", "stick of dynamite", "tnt"),
    kinds=("explosives",),
    size=(0.2, 0.55),
    plural="dynamite",
)
def dynamite(rng: np.random.Generator) -> Sculpture:
    """Red sticks bound by black tape, with a fuse that sparks; on some a clock with wires."""
    a = Assembly()
    count = int(s.pick(rng, (7, 5, 3), (4, 2, 2)))
    r, high = 0.024, 0.2
    red = m.PAPER.coloured(s.pick(rng, ("#c8242a", "#d13028", "#b81f26")), "red paper")
    if count == 7:
        spots = [(0.0, 0.0)] + [(2 * r * np.sin(t), 2 * r * np.cos(t)) for t in np.arange(6) * np.pi / 3 + np.pi / 6]
    elif count == 5:
        spots = [((k - 1) * 2 * r, r * 0.87) for k in range(3)] + [((k - 0.5) * 2 * r, -r * 0.87) for k in range(2)]
    else:
        spots = [((k - 1) * 2 * r, 0.0) for k in range(3)]
    for x, z in spots:
        top = high + rng.uniform(-0.006, 0.006)
        a.add("sticks", red, s.cylinder(top, r, segments=24, bevel=0.003).translate((x, 0, z)))
        a.add("ends", m.PAPER, s.cylinder(0.004, r * 0.8, segments=20).translate((x, top - 0.002, z)))
    outer = s.hull([s.cylinder(1.0, r * 1.1, segments=20).translate((x, 0, z)) for x, z in spots])
    for y in (0.035, 0.135):
        a.add("tape", m.BLACK, outer.scale((1.02, 0.026, 1.02)).translate((0, y, 0)))
    bend = rng.uniform(0.03, 0.06)
    path = s.curve(
        [
            (0, high - 0.01, 0),
            (0.004, high + 0.04, 0.0),
            (bend, high + 0.075, 0.01),
            (bend * 0.9 + 0.03, high + 0.12, 0.0),
        ],
        20,
    )
    a.add("fuse", m.ROPE.shaded(0.9), s.tube(path, 0.0075, 8), smooth=60)
    tip = tuple(path[-1])
    a.add("spark", m.FLAME, s.sphere(0.016, 14).translate(tip), smooth=60)
    for k in range(7):
        way = np.array((np.sin(k * 0.9), np.cos(k * 0.9), 0.5 * np.cos(k * 2.1)))
        a.add("spark", m.FLAME, s.rod(tip, tuple(np.array(tip) + 0.034 * way), 0.007, 0.001, 6))
    if not s.chance(rng, 0.72):
        face = 2 * r + r if count == 7 else r * (1.87 if count == 5 else 1)
        a.add("clock", m.BLACK.shaded(1.6), s.box(0.09, 0.06, 0.03, 0.004).translate((0, 0.07, face + 0.012)))
        a.add(
            "display",
            m.Material("display", m.srgb("#ff4a3a"), 0.3, emission=m.srgb("#c82a20")),
            s.box(0.066, 0.032, 0.01).translate((0, 0.084, face + 0.026)),
        )
        for x, hue in ((-0.03, "#2f66b0"), (0.03, "#e8b42a")):
            wire = s.tube(
                s.curve(
                    [
                        (x, 0.12, face + 0.01),
                        (x * 1.4, 0.19, face + 0.005),
                        (x, high + 0.03, face * 0.5),
                        (x * 0.6, high - 0.01, 0.0),
                    ],
                    16,
                ),
                0.006,
                8,
            )
            a.add("wire", m.PLASTIC.coloured(hue, "wire"), wire, smooth=60)
    return a.build({"top": (0, high, 0)}).scaled(rng.uniform(0.95, 1.15))


@sculpture("torpedo", size=(2.5, 8), plural="torpedoes", kinds=("naval torpedo",))
def torpedo(rng: np.random.Generator) -> Sculpture:
    """A long steel body with a round coloured nose to the front, four fins and a propeller behind."""
    a = Assembly()
    r = rng.uniform(0.2, 0.23)
    y = r * 1.75
    body, nose = s.pick(
        rng, (("#3f5a4a", "#c8322c"), ("#5a6570", "#e8a31c"), ("#3a4a66", "#c8322c"), ("#6a6f75", "#d8402c"))
    )

    def lie(solid: s.Solid) -> s.Solid:
        return solid.rotate((90, 0, 0)).translate((0, y, 0))

    coat = m.Material("paint", m.srgb(body), 0.45)
    tip = s.profile([(r, 0.75), (r * 0.98, 0.95), (r * 0.72, 1.14), (0.0, 1.22)], 18)
    a.add("nose", m.PAINT.coloured(nose, "nose"), lie(s.revolve([(0, 0.75), *tip.tolist()], 40)), smooth=50)
    tail = s.profile([(r * 0.3, -1.16), (r * 0.62, -0.95), (r, -0.5), (r, 0.2), (r, 0.75)], 24)
    a.add("body", coat, lie(s.revolve([(0, -1.16), *tail.tolist(), (0, 0.75)], 40)), smooth=50)
    for z in (0.74, 0.3, -0.42):
        a.add(
            "bands", m.STEEL if z < 0.5 else m.BLACK, lie(s.cylinder(0.06, r * 1.03, segments=40).translate((0, z, 0)))
        )
    fin = s.extrude([(-0.62, 0.1), (-0.86, r * 1.7), (-1.06, r * 1.7), (-1.1, 0.06)], 0.055, 0.012).rotate((0, -90, 0))
    for k in range(4):
        a.add("fins", coat.shaded(0.75), fin.rotate((0, 0, 90 * k + 45)).translate((0, y, 0)))
    ring = s.cylinder(0.1, r * 1.2, segments=40) - s.cylinder(0.3, r * 1.03, segments=40).translate((0, -0.1, 0))
    a.add("ring", coat.shaded(0.75), lie(ring.translate((0, -1.06, 0))))
    for z, turn in ((-1.17, 25), (-1.25, -25)):
        for k in range(4):
            blade = (
                s.ellipsoid(r * 0.26, r * 0.5, 0.028, 14)
                .rotate((0, turn, 0))
                .translate((0, r * 0.56, 0))
                .rotate((0, 0, 90 * k + z * 300))
            )
            a.add("propellers", m.BRASS, blade.translate((0, y, z)))
    a.add("propellers", m.BRASS, s.rod((0, y, -1.12), (0, y, -1.34), r * 0.22, r * 0.06))
    a.add("hatch", coat.shaded(0.7), s.box(r * 0.7, 0.04, 0.24).translate((0, y + r * 0.94, 0.02)))
    return a.build({"top": (0, y + r, 0), "seat": (0, y + r, 0)}).scaled(rng.uniform(1.2, 2.2)).grounded()


@sculpture(
    "cannonball stack",
    synonyms=("stack of cannonballs", "pile of cannonballs", "cannonballs"),
    kinds=("cannonball",),
    size=(0.5, 1.4),
    tint=False,
)
def cannonball_stack(rng: np.random.Generator) -> Sculpture:
    """A pyramid of iron balls, on a square or a triangle, in a wooden tray."""
    a = Assembly()
    r = rng.uniform(0.075, 0.09)
    iron = m.IRON.shaded(0.75).varied(rng, 0.06)
    tray, rows = 0.035, int(s.pick(rng, (3, 4), (1, 2)))
    for level in range(rows):
        n = rows - level
        for i in range(n):
            for k in range(n):
                x, z = ((i - (n - 1) / 2) * 2 * r, (k - (n - 1) / 2) * 2 * r)
                a.add("balls", iron, s.sphere(r, 24).translate((x, tray + r + level * r * np.sqrt(2), z)), smooth=80)
    w = rows * 2 * r
    wood = s.pick(rng, TIMBERS).varied(rng)
    a.add("tray", wood, s.box(w + 0.02, tray, w + 0.02))
    for turn in (0, 90, 180, 270):
        a.add(
            "rim", wood.shaded(0.8), s.box(w + 0.1, r * 0.9, 0.04).translate((0, 0, w / 2 + 0.02)).rotate((0, turn, 0))
        )
    return a.build({"top": (0, tray + 2 * r + (rows - 1) * r * float(np.sqrt(2)), 0)})
