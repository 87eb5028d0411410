"""Hats and boots."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.solids import Solid

INSIDE = {"inside": (0.0, 0.02, 0.0)}


def curled(solid: Solid, start: float, end: float, rise: float, sides: float) -> Solid:
    """A brim whose edge rises beyond the radius `start`, more at the sides (`sides` in [0, 1]) than in front."""

    def moved(p: np.ndarray) -> np.ndarray:
        q = np.hypot(p[:, 0], p[:, 2])
        share = np.clip((q - start) / (end - start), 0, 1) ** 1.7
        turn = (p[:, 0] / np.maximum(q, 1e-9)) ** 2
        return p + np.stack([0 * q, rise * share * (1 - sides + sides * (1.6 * turn - 0.45)), 0 * q], 1)

    return s.warp(solid, moved, (end - start) * 0.3)


@sculpture(
    "top hat",
    synonyms=("magician hat", "cylinder hat"),
    kinds=("stovepipe hat", "magician's hat"),
    size=(0.36, 0.56),
)
def top_hat(rng: np.random.Generator) -> Sculpture:
    """A silk hat: flared crown, curled brim, band with a buckle or a feather."""
    a = Assembly()
    felt = m.CLOTH.coloured(s.pick(rng, ("#26262b", "#26262b", "#26262b", "#4a3226", "#3a2f5a", "#5f6268")), "silk")
    band = m.CLOTH.coloured(m.HUES[s.pick(rng, ("red", "purple", "blue", "green", "white", "yellow"))], "band")
    r, high, brim = 0.094, rng.uniform(0.13, 0.19), rng.uniform(0.145, 0.165)
    flare = rng.uniform(1.0, 1.14)
    crown = s.profile(
        [(r, 0.004), (r * 0.965, high * 0.45), (r * flare, high * 0.97), (r * flare * 0.97, high), (0, high + 0.002)],
        36,
    )
    hollow = s.profile(
        [(r * 0.955, -0.01), (r * 0.92, high * 0.45), (r * flare * 0.95, high * 0.95), (0, high * 0.96)], 28
    )
    a.add(
        "crown",
        felt,
        s.revolve([(0, 0.004), *crown], 64).scale((0.93, 1, 1.05))
        - s.revolve([(0, -0.01), *hollow], 56).scale((0.93, 1, 1.05)),
    )
    plate = s.revolve([(r * 0.95, 0), (brim - 0.004, 0), (brim, 0.003), (brim - 0.004, 0.006), (r * 0.95, 0.006)], 72)
    a.add("brim", felt, curled(plate, r, brim, 0.03, 0.85).scale((0.93, 1, 1.05)), smooth=60)
    tall = high * rng.uniform(0.16, 0.26)
    strip = s.cylinder(tall, r * 1.012, r * 0.992, 64) - s.cylinder(1, r * 0.93, segments=48).translate((0, -0.4, 0))
    a.add("band", band, strip.scale((0.93, 1, 1.05)).translate((0, 0.006, 0)))
    z = r * 1.06
    decor = s.pick(rng, ("buckle", "feather", "plain", "bow"))
    if decor == "buckle":
        a.add(
            "buckle",
            m.GOLD,
            s.extrude(s.rectangle(0.05, tall * 1.15), 0.006, 0.001, [s.rectangle(0.034, tall * 0.7)]).translate(
                (0, 0.006 + tall / 2, z + 0.001)
            ),
        )
    elif decor == "feather":
        vane = s.tube(
            s.curve([(r * 0.95, 0.012, 0.02), (r * 1.02, high * 0.6, 0.01), (r * 1.1, high * 1.2, -0.05)], 18),
            np.stack([s.interpolate((0.004, 0.017, 0.014, 0.002), 18), np.full(18, 0.0022)], 1),
            10,
            up=(0, 0, 1),
        )
        a.add("feather", m.FEATHER.coloured(m.HUES[s.pick(rng, ("white", "red", "green", "blue"))], "feather"), vane)
    elif decor == "bow":
        loop = s.ellipsoid(0.02, 0.012, 0.006, 20).translate((0.02, 0, 0))
        a.add(
            "bow",
            band.shaded(0.85),
            (s.mirrored(loop) + s.sphere(0.008, 16)).translate((r * 0.94, 0.006 + tall / 2, 0)),
        )
    return a.build({"top": (0, high, 0), **INSIDE}).grounded()


@sculpture(
    "wizard hat",
    synonyms=("witch hat", "magic hat"),
    kinds=("pointed hat", "sorcerer hat", "witch's hat", "wizard's hat"),
    size=(0.45, 0.85),
    words=("tall", "pointed"),
)
def wizard_hat(rng: np.random.Generator) -> Sculpture:
    """A cone that bends at its tip over a wavy brim, with a band, a buckle, stars and moons."""
    a = Assembly()
    cloth = m.VELVET.coloured(s.pick(rng, ("#2f3f8f", "#4a2a7a", "#2a2a33", "#6a2f2f", "#2f5a4a", "#6b4a2f")), "cloth")
    r, high, brim = 0.098, rng.uniform(0.3, 0.4), rng.uniform(0.19, 0.24)
    lean, sway = rng.uniform(0.05, 0.16) * s.pick(rng, (-1, 1)), rng.uniform(-0.05, 0.05)
    kink = s.chance(rng, 0.6)

    def bent(p: np.ndarray) -> np.ndarray:
        t = np.clip(p[:, 1] / high, 0, 1)
        drop = 0.1 * np.clip((t - 0.62) / 0.38, 0, 1) ** 2 if kink else 0 * t
        wrinkle = 1 + 0.03 * np.sin(24 * t) * t
        return np.stack([p[:, 0] * wrinkle + lean * t**2.4, p[:, 1] - drop, p[:, 2] * wrinkle + sway * t**2], 1)

    outer = [(r, 0.0), (r * 0.9, high * 0.14), (r * 0.6, high * 0.5), (r * 0.28, high * 0.82), (r * 0.06, high)]
    cone = s.revolve([(0, 0), *s.profile(outer, 36), (0, high)], 56) - s.cone(high * 0.7, r * 0.93, 48).translate(
        (0, -0.002, 0)
    )
    a.add("cone", cloth, s.warp(cone, bent, 0.02), smooth=60)
    plate = s.revolve([(r * 0.95, 0), (brim - 0.004, 0), (brim, 0.0035), (brim - 0.004, 0.007), (r * 0.95, 0.007)], 80)
    waves, phase = int(rng.integers(2, 4)), rng.uniform(0, 6.28)

    def wavy(p: np.ndarray) -> np.ndarray:
        q = np.hypot(p[:, 0], p[:, 2])
        share = np.clip((q - r) / (brim - r), 0, 1)
        return p + np.stack(
            [0 * q, share**1.5 * (0.017 * np.sin(waves * np.arctan2(p[:, 0], p[:, 2]) + phase) - 0.008), 0 * q], 1
        )

    a.add("brim", cloth.shaded(0.92), s.warp(plate, wavy, 0.025), smooth=60)
    band = m.LEATHER if s.chance(rng, 0.5) else m.GOLD
    tall = high * 0.085
    strip = s.revolve([(r * 0.9, 0.006), (r * 1.015, 0.006), (r * 0.958, 0.006 + tall), (r * 0.85, 0.006 + tall)], 56)
    a.add("band", band, strip)
    a.add(
        "buckle",
        m.GOLD if band.name != "gold" else m.SILVER,
        s.extrude(s.rectangle(0.045, tall * 1.3), 0.007, 0.001, [s.rectangle(0.028, tall * 0.8)])
        .rotate((-14, 0, 0))
        .translate((0, 0.006 + tall * 0.5, r * 0.99)),
    )
    stars = []
    crescent = s.cylinder(0.008, 0.022, segments=28).rotate((90, 0, 0)) - s.cylinder(0.03, 0.019, segments=28).rotate(
        (90, 0, 0)
    ).translate((0.0095, 0.004, -0.01))
    for k in range(9):
        y, yaw = high * (0.16 + 0.06 * k), 137.5 * k + 20
        q = float(np.interp(y, [v for _, v in outer], [v for v, _ in outer]))
        mark = (
            crescent.translate((0, 0, -0.004))
            if k % 3 == 0
            else s.extrude(s.star(5, 0.02 - 0.0012 * k, 0.0085 - 0.0005 * k), 0.008)
        )
        tilt = -np.degrees(np.arctan(r / high))
        stars.append(mark.rotate((tilt, 0, rng.uniform(-20, 20))).translate((0, y, q)).rotate((0, yaw, 0)))
    if s.chance(rng, 0.8):
        a.add("stars", s.pick(rng, (m.GOLD, m.SILVER, m.YELLOW)), s.warp(s.union(stars), bent))
    tip = bent(np.array([[0.0, high, 0.0]]))[0]
    return a.build({"top": (float(tip[0]), float(tip[1]), float(tip[2])), **INSIDE}, ("tall", "pointed")).grounded()


@sculpture(
    "cowboy hat",
    synonyms=("western hat", "stetson"),
    kinds=("sheriff hat", "ranch hat", "ten gallon hat"),
    size=(0.4, 0.6),
)
def cowboy_hat(rng: np.random.Generator) -> Sculpture:
    """A creased crown over a brim rolled up at its sides, with a band."""
    a = Assembly()
    felt = m.LEATHER.coloured(
        s.pick(rng, ("#8a5a34", "#5d3c24", "#2b2522", "#c9a877", "#e8dcc4", "#a8794a")), "felt"
    ).varied(rng, 0.05)
    r, high, brim = 0.092, rng.uniform(0.1, 0.125), rng.uniform(0.165, 0.19)
    outer = s.profile(
        [
            (r, 0.002),
            (r * 0.96, high * 0.35),
            (r * 0.84, high * 0.8),
            (r * 0.66, high * 1.0),
            (r * 0.3, high * 1.05),
            (0, high * 1.06),
        ],
        32,
    )
    crown = s.revolve([(0, 0.002), *outer], 72) - s.revolve([(0, -0.01), *(outer * (0.95, 0.95))], 56).translate(
        (0, -0.003, 0)
    )

    def creased(p: np.ndarray) -> np.ndarray:
        t = np.clip(p[:, 1] / high, 0, 1.1)
        dent = (
            0.034
            * np.exp(-((p[:, 0] / 0.022) ** 2))
            * np.clip((t - 0.55) / 0.45, 0, 1)
            * np.exp(-((p[:, 2] / 0.085) ** 4))
        )
        pinch = (
            0.2
            * np.exp(-(((p[:, 2] - 0.075) / 0.04) ** 2))
            * np.clip((t - 0.4) / 0.5, 0, 1)
            * np.exp(-(((abs(p[:, 0]) - 0.045) / 0.03) ** 2))
        )
        return np.stack([p[:, 0] * (1 - pinch) * 0.93, p[:, 1] - dent, p[:, 2] * 1.14], 1)

    a.add("crown", felt, s.warp(crown, creased, 0.012), smooth=60)
    plate = s.revolve([(r * 0.95, 0), (brim - 0.003, 0), (brim, 0.0025), (brim - 0.003, 0.005), (r * 0.95, 0.005)], 80)
    a.add("brim", felt, curled(plate, r * 0.98, brim, rng.uniform(0.045, 0.07), 1.0).scale((0.95, 1, 1.12)), smooth=60)
    strip = s.cylinder(0.022, r * 1.015, r * 1.0, 64) - s.cylinder(1, r * 0.93, segments=48).translate((0, -0.4, 0))
    band = s.pick(rng, (m.DARK_LEATHER, m.CLOTH.coloured(m.HUES["red"], "band"), m.BLACK))
    a.add("band", band, strip.scale((0.935, 1, 1.145)).translate((0, 0.004, 0)))
    if s.chance(rng, 0.6):
        badge = (
            s.extrude(s.star(5, 0.024, 0.0105), 0.007, 0.002)
            if s.chance(rng, 0.5)
            else s.extrude(s.rectangle(0.03, 0.024, radius=0.005), 0.006, 0.001, [s.rectangle(0.02, 0.014)])
        )
        a.add("badge", m.SILVER, badge.translate((0, 0.016, r * 1.155)))
    a.add("cord", band.shaded(0.8), s.torus(r * 1.012, 0.0025, 64, 8).scale((0.935, 1, 1.145)).translate((0, 0.026, 0)))
    return a.build({"top": (0, high * 0.85, 0), **INSIDE}).grounded()


@sculpture(
    "boot",
    kinds=("cowboy boot", "riding boot", "hiking boot", "work boot"),
    size=(0.34, 0.62),
)
def boot(rng: np.random.Generator) -> Sculpture:
    """One boot, its toe to the front: laced, with straps, or a cowboy's; a sole, a heel, stitches."""
    a = Assembly()
    leather = s.pick(
        rng,
        (
            m.LEATHER,
            m.DARK_LEATHER,
            m.LEATHER.coloured("#2b2826"),
            m.LEATHER.coloured("#a8713d"),
            m.RUBBER.coloured("#c9a227", "rubber"),
            m.RUBBER.coloured("#b8322c", "rubber"),
        ),
    ).varied(rng, 0.05)
    high, length = rng.uniform(0.24, 0.36), rng.uniform(0.265, 0.29)
    w, heel = 0.048, rng.uniform(0.022, 0.04)
    kind = s.pick(rng, ("laced", "strapped", "cowboy"))
    if leather.name == "rubber":
        kind = "strapped"
    back = -length * 0.36
    spine = [
        (0.0, high, back + 0.062),
        (0.0, high * 0.72, back + 0.062),
        (0.0, high * 0.42, back + 0.062),
        (0, 0.115, back + 0.075),
        (0, 0.075, back + 0.115),
        (0, 0.058, back + 0.18),
        (0, 0.05, back + 0.235),
        (0, 0.042, back + length - 0.006),
    ]
    line = s.curve(spine, 34)
    flare = 1.16 if kind == "cowboy" else 1.06
    along = s.interpolate((0.062 * flare, 0.06, 0.053, 0.058, 0.06, 0.05, 0.042, 0.012), 34)
    across = s.interpolate((0.053 * flare, 0.05, 0.043, 0.042, 0.042, 0.046, 0.045, 0.014), 34)
    upper = s.tube(line, np.stack([along, across], 1), 32, up=(0, 0, -1))
    under = s.box(1, 1, 1).translate((0, heel * 0.6 + 0.008 - 1, 0))
    hollow = s.tube(line[:9] + (0, 0.004, 0), np.stack([along[:9] - 0.004, across[:9] - 0.004], 1), 28, up=(0, 0, -1))
    shaft = upper - under - hollow
    if kind == "cowboy":
        dip = s.cylinder(1, 0.07, segments=40).rotate((0, 0, 90)).translate((0.5, high + 0.045, back + 0.062))
        shaft -= dip
    a.add("upper", leather, shaft, smooth=60)
    foot = s.curve(
        [
            (0.0, back + 0.0),
            (w * 0.72, back + 0.025),
            (w * 0.66, back + 0.11),
            (w * 1.02, back + 0.2),
            (w * 0.6, back + length - 0.012),
            (0, back + length + 0.004),
            (-w * 0.62, back + length - 0.012),
            (-w * 0.98, back + 0.2),
            (-w * 0.66, back + 0.11),
            (-w * 0.72, back + 0.025),
        ],
        64,
        closed=True,
    )
    if s.signed_area(foot) < 0:
        foot = foot[::-1]
    grown = s.inset(foot, -0.003)
    plate = s.extrude(grown * (1, -1), 0.014, 0.002).rotate((-90, 0, 0))

    def lift(p: np.ndarray) -> np.ndarray:
        arch = np.clip((p[:, 2] - back - 0.07) / 0.09, 0, 1) * 0.999
        toe = np.clip((p[:, 2] - back - 0.22) / 0.08, 0, 1)
        return p + np.stack([0 * arch, heel * (1 - arch) + 0.012 * toe**2, 0 * arch], 1)

    a.add(
        "sole",
        m.RUBBER if s.chance(rng, 0.6) else m.LEATHER.shaded(0.6),
        s.warp(plate.translate((0, 0.007, 0)), lift, 0.02),
    )
    block = s.extrude(grown * (1, -1), heel + 0.004).rotate((-90, 0, 0)).translate((0, heel / 2 + 0.002, 0)) ^ s.box(
        1, 1, 0.075
    ).translate((0, -0.2, back + 0.034))
    a.add("heel", m.BLACK, block)
    trim = leather.shaded(0.68)
    if kind != "cowboy":
        collar = s.tube(
            np.array([(0.0, high - 0.016, back + 0.062), (0, high + 0.004, back + 0.062)]),
            np.array([[along[0] + 0.0035, across[0] + 0.0035]] * 2),
            36,
            up=(0, 0, -1),
        )
        a.add("collar", trim, collar - hollow.translate((0, 0.004, 0)) - hollow)
    if kind == "laced":
        rows = int((high - 0.12) / 0.028)
        for k in range(rows):
            y = 0.12 + 0.028 * k
            i = int(np.abs(line[:24, 1] - y).argmin())
            z = line[i, 2] + along[i] * 0.985
            for x in (-1, 1):
                a.add(
                    "eyelets",
                    m.BRASS,
                    s.torus(0.0045, 0.0018, 16, 6).rotate((90, 0, 0)).translate((x * 0.017, y, z - 0.004)),
                )
                a.add(
                    "laces",
                    m.ROPE.coloured("#e8ddc4", "laces"),
                    s.rod((x * 0.017, y, z), (-x * 0.017, y + 0.028, z - 0.002), 0.0026, segments=8),
                )
        top = 0.12 + 0.028 * rows
        for x in (-1, 1):
            loop = (
                s.torus(0.017, 0.0024, 20, 8)
                .scale((1, 1, 0.6))
                .rotate((90, 0, 0))
                .rotate((0, 0, x * 25))
                .translate((x * 0.017, top - 0.006, along[0] + back + 0.066))
            )
            a.add("laces", m.ROPE.coloured("#e8ddc4", "laces"), loop)
    elif kind == "strapped":
        for y in (high * 0.86, 0.105) if leather.name != "rubber" else (high * 0.9,):
            i = int(np.abs(line[:20, 1] - y).argmin())
            ring = s.tube(
                np.array([(0.0, y - 0.009, line[i, 2]), (0, y + 0.009, line[i, 2])]),
                np.array([[along[i] + 0.004, across[i] + 0.004]] * 2),
                36,
                up=(0, 0, -1),
            )
            inner = s.tube(
                np.array([(0.0, y - 0.02, line[i, 2]), (0, y + 0.02, line[i, 2])]),
                np.array([[along[i] - 0.004, across[i] - 0.004]] * 2),
                36,
                up=(0, 0, -1),
            )
            a.add("straps", trim, ring - inner)
            a.add(
                "buckles",
                m.BRASS,
                s.extrude(s.rectangle(0.024, 0.026), 0.005, 0.001, [s.rectangle(0.014, 0.016)])
                .rotate((0, 90, 0))
                .translate((across[i] + 0.005, y, line[i, 2])),
            )
    else:
        for x in (-1, 1):
            swirl = [
                (0.022 * np.sin(t) * (1 - t / 9), high * 0.68 + 0.05 * np.cos(t) * (1 - t / 12))
                for t in np.linspace(0, 8, 40)
            ]
            i = int(np.abs(line[:, 1] - high * 0.68).argmin())
            path = np.array(
                [
                    (x * across[i] * np.sqrt(max(1 - (z / along[i]) ** 2, 0.05)) * 1.01, y, line[i, 2] + z)
                    for z, y in swirl
                ]
            )
            a.add("stitching", s.pick(rng, (m.IVORY, m.GOLD, leather.shaded(1.5))), s.tube(path, 0.0016, 6))
            a.add(
                "pull straps",
                trim,
                s.box(0.005, 0.05, 0.026, 0.002).translate((x * (across[0] - 0.002), high - 0.052, back + 0.062)),
            )
    cap = s.tube(line[25:], np.stack([along[25:] + 0.0025, across[25:] + 0.0025], 1), 32, up=(0, 0, -1)) - under
    a.add("toe cap", trim, cap, smooth=60)
    return a.build({"top": (0, high, back + 0.062), "inside": (0, high * 0.6, back + 0.062)}).grounded()
