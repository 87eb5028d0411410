"""Chairs, thrones, tables, benches, beds, wardrobes, clocks, teapots, mugs, vases."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.solids import Solid

WOODS = (m.OAK, m.PINE, m.WALNUT, m.MAHOGANY, m.BIRCH, m.EBONY)
CLOTHS = tuple(
    m.CLOTH.coloured(c, "upholstery")
    for c in ("#a63c3c", "#3f5f8a", "#5f7f5a", "#c9a24a", "#6f4f7a", "#8a8f94", "#d8cdb8")
)


def turned_leg(height: float, radius: float) -> Solid:
    """A turned leg on y = 0, `height` long."""
    r, h = radius, height
    turned = [
        (r * 0.55, 0),
        (r * 0.75, h * 0.04),
        (r * 0.5, h * 0.1),
        (r * 0.95, h * 0.45),
        (r * 0.6, h * 0.62),
        (r * 0.9, h * 0.68),
        (r * 0.6, h * 0.74),
        (r, h * 0.8),
        (r, h),
    ]
    return s.revolve([(0, 0), *s.profile(turned, 36), (0, h)], 20)


@sculpture(
    "chair",
    synonyms=("dining chair", "side chair"),
    kinds=("kitchen chair", "windsor chair", "desk chair"),
    size=(0.95, 1.4),
    words=("upholstered", "modern"),
)
def chair(rng: np.random.Generator) -> Sculpture:
    """A ladderback, a spindle-back, an upholstered or a moulded chair."""
    a = Assembly()
    wood = s.pick(rng, WOODS).varied(rng)
    w, d, seat, back = (
        rng.uniform(0.42, 0.48),
        rng.uniform(0.41, 0.46),
        rng.uniform(0.43, 0.47),
        rng.uniform(0.44, 0.56),
    )
    kind = s.pick(rng, ("ladder", "spindle", "upholstered", "modern"))
    words: tuple[str, ...] = ()
    top = seat + back
    if kind == "modern":
        shell = m.PLASTIC.coloured(m.HUES[s.pick(rng, ("white", "red", "teal", "yellow", "black", "orange"))], "shell")
        line = s.curve(
            [
                (d * 0.5, seat - 0.025),
                (d * 0.42, seat + 0.005),
                (-d * 0.1, seat - 0.012),
                (-d * 0.36, seat + 0.02),
                (-d * 0.5, seat + back * 0.5),
                (-d * 0.6, top),
            ],
            26,
        )
        rows = []
        for z, y in line:
            t = np.clip((y - seat) / back, 0, 1)
            half = w * (0.5 - 0.06 * t) * (1 - 0.25 * np.clip((t - 0.85) / 0.15, 0, 1) ** 2)
            across = np.linspace(-1, 1, 13)
            dish = 0.045 * across**2
            rows.append(np.stack([half * across, y + dish * (1 - t), z + dish * 1.4 * t], 1))
        grid = np.array(rows)
        normal = np.cross(np.gradient(grid, axis=0), np.gradient(grid, axis=1))
        normal /= np.linalg.norm(normal, axis=2, keepdims=True)
        rings = np.concatenate([grid, (grid + 0.009 * normal)[:, ::-1]], 1)
        a.add("shell", shell, s.loft(rings), smooth=60)
        legs = s.pick(rng, (m.BIRCH, m.OAK, m.STEEL))
        r = 0.009 if legs.name == "steel" else 0.0165
        for x in (-1, 1):
            for z in (-1, 1):
                a.add(
                    "legs",
                    legs,
                    s.rod((x * w * 0.26, seat - 0.01, z * d * 0.24), (x * w * 0.47, 0, z * d * 0.5), r, r * 0.65),
                )
            a.add(
                "braces",
                m.STEEL,
                s.rod(
                    (x * w * 0.36, seat * 0.55, -d * 0.36), (-x * w * 0.36, seat * 0.55, d * 0.36), 0.004, segments=8
                ),
            )
        words = ("modern",)
        return a.build(
            {"seat": (0, seat, 0), "top": (0, top, -d * 0.6), "back": (0, seat + back * 0.5, -d * 0.48)}, words
        )
    lean = back * 0.16
    leg = 0.036
    round_legs = kind == "spindle"
    for x in (-1, 1):
        if round_legs:
            splay = w * 0.05
            for z in (-1, 1):
                a.add(
                    "legs",
                    wood,
                    s.aim(turned_leg(np.hypot(seat, splay), 0.021).rotate((180, 0, 0)).translate((0, 0, 0)), (0, 1, 0))
                    .rotate((z * 5, 0, -x * -5))
                    .translate((x * w * 0.38, seat - 0.012, z * d * 0.38)),
                )
        else:
            front = s.box(leg, seat - 0.01, leg, 0.004).translate((x * (w - leg) / 2, 0, (d - leg) / 2))
            front = s.taper(front.translate((-x * (w - leg) / 2, 0, -(d - leg) / 2)), 1 / 0.7).scale((0.7, 1, 0.7))
            front = front.translate((x * (w - leg) / 2, 0, (d - leg) / 2))
            post = s.tube(
                s.curve(
                    [
                        (x * (w - leg) / 2, 0, -d / 2 - 0.035),
                        (x * (w - leg) / 2, seat, -(d - leg) / 2),
                        (x * (w - leg) / 2, top, -(d - leg) / 2 - lean),
                    ],
                    20,
                ),
                leg / 2,
                section=s.rectangle(2, 2, radius=0.3),
                up=(1, 0, 0),
            )
            a.add("legs", wood, front, post.trim_by_plane((0, 1, 0), 0))
            a.add(
                "stretchers",
                wood.shaded(0.92),
                s.box(0.02, 0.03, d * 0.9, 0.003).translate((x * (w - leg) / 2, seat * 0.34, -0.01)),
            )
    if not round_legs:
        a.add(
            "apron",
            wood.shaded(0.92),
            *[s.box(w - leg, 0.055, 0.02, 0.003).translate((0, seat - 0.075, z * (d - leg) / 2)) for z in (-1, 1)],
            *[s.box(0.02, 0.055, d - leg, 0.003).translate((x * (w - leg) / 2, seat - 0.075, 0)) for x in (-1, 1)],
        )
        a.add("stretchers", wood.shaded(0.92), s.box(w - leg, 0.03, 0.02, 0.003).translate((0, seat * 0.34, 0)))
    plank = (
        s.extrude(s.rectangle(w, d, radius=0.03 if not round_legs else 0.12), 0.026, 0.006)
        .rotate((-90, 0, 0))
        .translate((0, seat - 0.013, 0))
    )
    a.add("seat", wood, plank)
    mid = -(d - leg) / 2
    if kind == "upholstered":
        cloth = s.pick(rng, CLOTHS).varied(rng, 0.05)
        a.add(
            "cushion",
            cloth,
            s.rounded_box(w * 0.92, 0.06, d * 0.9, 0.028, 20).translate((0, seat - 0.005, 0.005)),
            smooth=60,
        )
        pad = (
            s.rounded_box(w * 0.78, back * 0.62, 0.05, 0.024, 20)
            .rotate((-np.degrees(np.arctan(lean / back)), 0, 0))
            .translate((0, seat + back * 0.25, mid - lean * 0.28))
        )
        a.add("cushion", cloth, pad, smooth=60)
        words = ("upholstered",)
    if kind in ("ladder", "upholstered"):
        for share in (0.3, 0.58, 0.9) if kind == "ladder" else (0.2, 0.93):
            bow = np.stack(
                [
                    np.linspace(-1, 1, 9) * (w - leg) / 2,
                    np.full(9, seat + back * share) + 0.012 * (1 - np.linspace(-1, 1, 9) ** 2),
                    mid - lean * share**1.4 - 0.018 * (1 - np.linspace(-1, 1, 9) ** 2),
                ],
                1,
            )
            a.add(
                "back",
                wood,
                s.tube(
                    bow, np.array([[back * 0.075, 0.0085]] * 9), 12, up=(0, 1, 0), section=s.rectangle(2, 2, radius=0.5)
                ),
            )
    else:
        count = int(rng.integers(5, 8))
        for k in range(count):
            aside = (k / (count - 1) - 0.5) * 2
            a.add(
                "spindles",
                wood.shaded(0.95),
                s.tube(
                    s.curve(
                        [
                            (aside * w * 0.34, seat - 0.01, mid + 0.02),
                            (aside * w * 0.4, seat + back * 0.5, mid - lean * 0.4),
                            (aside * w * 0.44, seat + back * 0.95, mid - lean),
                        ],
                        10,
                    ),
                    s.interpolate((0.008, 0.011, 0.007), 10),
                    10,
                ),
            )
        t = np.linspace(-1, 1, 17)
        rail = np.stack([t * w * 0.53, top - 0.02 + 0.025 * (1 - t**2), mid - lean - 0.03 * (1 - t**2)], 1)
        a.add("back", wood, s.tube(rail, np.array([[0.036, 0.011]] * 17), 12, up=(0, 1, 0)))
    return a.build(
        {
            "seat": (0, seat + (0.05 if kind == "upholstered" else 0.0), 0),
            "top": (0, top, mid - lean),
            "back": (0, seat + back * 0.5, mid),
        },
        words,
    ).grounded()


@sculpture(
    "throne",
    synonyms=("royal throne", "king's throne"),
    kinds=("regal chair",),
    size=(1.8, 3.6),
    material="golden",
)
def throne(rng: np.random.Generator) -> Sculpture:
    """A gilded chair of state on a dais: tall pointed back, arms with lions' balls, cushions, finials, jewels."""
    a = Assembly()
    frame = s.pick(rng, (m.GOLD, m.GOLD, m.MAHOGANY, m.STONE, m.EBONY)).varied(rng, 0.04)
    trim = m.GOLD if frame.name != "gold" else m.GOLD.shaded(0.8)
    velvet = m.VELVET.coloured(s.pick(rng, ("#8a1f2f", "#2f3f8a", "#5a2a7a", "#1f5a3f")), "velvet")
    w, d, seat = rng.uniform(0.68, 0.78), rng.uniform(0.58, 0.66), 0.52
    top = rng.uniform(1.5, 1.85)
    for k in range(2):
        a.add(
            "dais",
            m.MARBLE.shaded(0.8 + 0.12 * k),
            s.box(w * (2.0 - 0.35 * k), 0.11, d * (2.2 - 0.4 * k), 0.012).translate((0, 0.11 * k, 0.05)),
        )
    a.add(
        "carpet",
        velvet,
        s.box(w * 0.5, 0.012, d * 0.6).translate((0, 0.218, d * 0.66)),
        s.box(w * 0.5, 0.012, 0.3).translate((0, 0.108, d * 1.08)),
    )
    base = 0.22
    a.add(
        "seat",
        frame,
        s.box(w, 0.14, d, 0.015).translate((0, base + seat - 0.16, 0)),
        s.box(w * 0.9, seat - 0.1, d * 0.86, 0.01).translate((0, base, 0)),
    )
    a.add(
        "cushion",
        velvet,
        s.rounded_box(w * 0.78, 0.1, d * 0.86, 0.045, 20).translate((0, base + seat - 0.035, 0.02)),
        smooth=60,
    )
    peak = s.pick(rng, (0.0, 0.5, 1.0))
    back = s.extrude(s.arch_outline(w * 1.02, top - seat + 0.35, peak), 0.1, 0.012).translate(
        (0, base + seat - 0.35, -d / 2)
    )
    a.add("back", frame, back)
    panel = s.extrude(s.arch_outline(w * 0.72, top - seat - 0.08, peak), 0.06, 0.02).translate(
        (0, base + seat + 0.02, -d / 2 + 0.045)
    )
    a.add("back cushion", velvet, panel, smooth=40)
    buttons = [
        s.sphere(0.016, 12).translate(
            (x * w * 0.2 + (0.1 * w if j % 2 else 0), base + seat + 0.2 + 0.16 * j, -d / 2 + 0.078)
        )
        for j in range(int((top - seat - 0.4) / 0.16))
        for x in ((-1, 0, 1) if j % 2 == 0 else (-1, 0))
    ]
    a.add("buttons", trim, s.group(buttons))
    jewel = Material("jewel", m.srgb(s.pick(rng, ("#b5122e", "#1546a8", "#0f8a55"))), 0.08)
    for x in (-1, 1):
        post = s.cylinder(top - 0.06, 0.05, segments=20).translate((x * w * 0.53, base, -d / 2))
        a.add(
            "posts",
            trim,
            post,
            *[
                s.torus(0.052, 0.014, 24, 8).translate((x * w * 0.53, base + y, -d / 2))
                for y in (0.3, 0.7, 1.1, top - 0.08)
            ],
        )
        knob = s.revolve([(0, 0), *s.profile([(0.045, 0), (0.03, 0.03), (0.07, 0.1), (0.03, 0.17), (0, 0.24)], 24)], 24)
        a.add("finials", trim, knob.translate((x * w * 0.53, base + top - 0.07, -d / 2)))
        arm_y = base + seat + 0.24
        a.add("arms", frame, s.rounded_box(0.1, 0.06, d * 0.96, 0.025).translate((x * w * 0.48, arm_y, 0.03)))
        a.add(
            "arm pads",
            velvet,
            s.rounded_box(0.075, 0.03, d * 0.6, 0.014).translate((x * w * 0.48, arm_y + 0.05, -0.02)),
        )
        a.add("posts", trim, turned_leg(seat + 0.25, 0.04).translate((x * w * 0.48, base, d * 0.43)))
        a.add("finials", trim, s.sphere(0.062, 28).translate((x * w * 0.48, arm_y + 0.045, d * 0.5)))
        scroll = s.torus(0.05, 0.018, 24, 10).rotate((0, 0, 90)).translate((x * w * 0.48, arm_y - 0.08, d * 0.46))
        a.add("scrolls", trim, scroll)
        a.add("feet", trim, s.sphere(0.062, 20).scale((1, 0.75, 1)).translate((x * w * 0.42, base + 0.035, d * 0.43)))
    crest_y = base + top + (0.1 if peak == 0 else 0.02)
    crest = s.extrude(
        [(-0.16, 0), (0.16, 0), (0.2, 0.18), (0.1, 0.09), (0, 0.24), (-0.1, 0.09), (-0.2, 0.18)], 0.05, 0.008
    )
    a.add("crest", trim, crest.translate((0, crest_y - 0.05, -d / 2)))
    a.add(
        "jewels",
        jewel,
        *[
            s.sphere(0.022, 14).translate(p)
            for p in (
                (0, crest_y + 0.19, -d / 2),
                (-0.2, crest_y + 0.13, -d / 2),
                (0.2, crest_y + 0.13, -d / 2),
                (0, crest_y + 0.02, -d / 2 + 0.025),
            )
        ],
    )
    return a.build(
        {
            "seat": (0, base + seat + 0.06, 0.02),
            "top": (0, crest_y + 0.2, -d / 2),
            "back": (0, base + seat + 0.5, -d / 2 + 0.08),
            "hand": (w * 0.48, base + seat + 0.35, d * 0.4),
        }
    ).grounded()


@sculpture(
    "table",
    synonyms=("dining table",),
    kinds=("kitchen table", "round table", "coffee table", "side table"),
    size=(1.0, 2.4),
    words=("round", "long"),
)
def table(rng: np.random.Generator) -> Sculpture:
    """A rectangular table on four legs or trestles, or a round one on a pillar."""
    a = Assembly()
    wood = s.pick(rng, WOODS[:5]).varied(rng)
    high, t = rng.uniform(0.72, 0.77), rng.uniform(0.03, 0.045)
    kind = s.pick(rng, ("legs", "turned", "round", "trestle"))
    words: tuple[str, ...] = ()
    if kind == "round":
        r = rng.uniform(0.45, 0.65)
        a.add("top", wood, s.cylinder(t, r, segments=64, bevel=t * 0.25).translate((0, high - t, 0)))
        a.add(
            "top edge", wood.shaded(0.85), s.cylinder(0.05, r * 0.82, segments=56).translate((0, high - t - 0.049, 0))
        )
        pillar = s.profile([(0.05, 0.1), (0.075, 0.22), (0.045, 0.34), (0.06, 0.55), (0.1, high - t - 0.05)], 30)
        a.add("pillar", wood, s.revolve([(0, 0.1), *pillar, (0, high - t - 0.05)], 36))
        foot = s.tube(
            s.curve([(0, 0.2, 0.03), (0, 0.17, r * 0.35), (0, 0.035, r * 0.7)], 14),
            np.stack([s.interpolate((0.055, 0.04, 0.028), 14), s.interpolate((0.028, 0.025, 0.024), 14)], 1),
            12,
            up=(0, 1, 0),
        )
        a.add("feet", wood.shaded(0.92), s.around(foot, int(s.pick(rng, (3, 4)))))
        words = ("round",)
    else:
        w, d = rng.uniform(1.2, 1.9), rng.uniform(0.75, 0.95)
        boards = 5
        for k in range(boards):
            a.add(
                f"top {k % 2}",
                wood.shaded(0.97 + 0.06 * (k % 2)),
                s.box(w, t, d / boards * 0.994, 0.004).translate((0, high - t, d * ((k + 0.5) / boards - 0.5))),
            )
        if kind == "trestle":
            for x in (-1, 1):
                cx = x * w * 0.34
                a.add(
                    "trestles",
                    wood.shaded(0.9),
                    s.box(0.09, 0.07, d * 0.8, 0.01).translate((cx, 0, 0)),
                    s.box(0.09, 0.06, d * 0.7, 0.01).translate((cx, high - t - 0.06, 0)),
                    s.box(0.1, high - t - 0.1, 0.16, 0.01).translate((cx, 0.05, 0)),
                )
            a.add("beam", wood.shaded(0.85), s.box(w * 0.84, 0.1, 0.05, 0.008).translate((0, high * 0.3, 0)))
            a.add(
                "pegs",
                wood.shaded(0.7),
                *[s.box(0.025, 0.16, 0.03, 0.004).translate((x * w * 0.405, high * 0.3 - 0.03, 0)) for x in (-1, 1)],
            )
        else:
            inset = 0.06
            for x in (-1, 1):
                for z in (-1, 1):
                    at = (x * (w / 2 - inset - 0.03), 0, z * (d / 2 - inset - 0.03))
                    leg = (
                        turned_leg(high - t, 0.045)
                        if kind == "turned"
                        else s.taper(s.box(0.042, high - t, 0.042, 0.004), 1.6)
                    )
                    a.add("legs", wood.shaded(0.93), leg.translate(at))
            a.add(
                "apron",
                wood.shaded(0.9),
                *[
                    s.box(w - 2 * inset - 0.08, 0.09, 0.022).translate(
                        (0, high - t - 0.089, z * (d / 2 - inset - 0.03))
                    )
                    for z in (-1, 1)
                ],
                *[
                    s.box(0.022, 0.09, d - 2 * inset - 0.08).translate(
                        (x * (w / 2 - inset - 0.03), high - t - 0.089, 0)
                    )
                    for x in (-1, 1)
                ],
            )
        words = ("long",) if w > 1.6 else ()
    return a.build({"top": (0, high, 0)}, words)


@sculpture("bench", synonyms=("park bench", "garden bench"), kinds=("pew",), size=(1.5, 2.3))
def bench(rng: np.random.Generator) -> Sculpture:
    """Slats between cast-iron ends with scrolled arms."""
    a = Assembly()
    wood = s.pick(rng, (m.OAK, m.PINE, m.OLD_WOOD, m.PAINT.coloured("#3f6b4a", "green paint"))).varied(rng)
    iron = s.pick(rng, (m.IRON, m.IRON.coloured("#2b2c30"), m.PAINT.coloured("#2f4a3f", "green iron")))
    w, seat, d, back = rng.uniform(1.3, 1.75), 0.44, 0.44, rng.uniform(0.4, 0.48)
    for k in range(5):
        a.add(
            "seat",
            wood.shaded(0.95 + 0.05 * (k % 2)),
            s.box(w, 0.03, d / 5 * 0.86, 0.005).translate(
                (0, seat - 0.03 + 0.012 * abs(k - 2) / 2, d * ((k + 0.5) / 5 - 0.5))
            ),
        )
    slats = int(rng.integers(3, 5))
    for k in range(slats):
        share = (k + 0.8) / slats
        slat = s.box(w, back / slats * 0.72, 0.026, 0.005).rotate((-14, 0, 0))
        a.add(
            "back",
            wood.shaded(0.95 + 0.05 * (k % 2)),
            slat.translate((0, seat + back * share - back / slats * 0.4, -d / 2 - 0.02 - 0.24 * back * share)),
        )
    for x in (-1, 1):
        cx = x * (w / 2 - 0.06)
        pieces = [
            s.tube(
                s.curve(
                    [
                        (cx, 0.0, d * 0.55),
                        (cx, seat * 0.5, d * 0.38),
                        (cx, seat - 0.02, d * 0.42),
                        (cx, seat + 0.2, d * 0.42),
                    ],
                    20,
                ),
                np.array([[0.024, 0.016]] * 20),
                10,
                up=(0, 0, 1),
            ),
            s.tube(
                s.curve(
                    [
                        (cx, 0.0, -d * 0.75),
                        (cx, seat * 0.6, -d * 0.46),
                        (cx, seat, -d * 0.5),
                        (cx, seat + back + 0.04, -d * 0.5 - 0.27 * back),
                    ],
                    20,
                ),
                np.array([[0.024, 0.016]] * 20),
                10,
                up=(0, 0, 1),
            ),
            s.beam((cx, seat - 0.045, -d * 0.5), (cx, seat - 0.045, d * 0.44), 0.03, 0.03),
            s.tube(
                s.curve(
                    [
                        (cx, seat + 0.24, -d * 0.55),
                        (cx, seat + 0.24, d * 0.2),
                        (cx, seat + 0.215, d * 0.46),
                        (cx, seat + 0.16, d * 0.48),
                        (cx, seat + 0.17, d * 0.42),
                    ],
                    24,
                ),
                np.array([[0.013, 0.024]] * 24),
                10,
                up=(0, 1, 0),
            ),
            s.tube(
                s.curve([(cx, seat - 0.05, -d * 0.3), (cx, seat * 0.45, 0), (cx, seat - 0.05, d * 0.3)], 16), 0.012, 8
            ),
            s.torus(0.06, 0.011, 24, 8).rotate((0, 0, 90)).translate((cx, seat * 0.72, 0)),
        ]
        pieces += [s.box(0.045, 0.02, 0.09, 0.004).translate((cx, 0, z)) for z in (d * 0.55, -d * 0.72)]
        a.add("ends", iron, s.union(pieces).trim_by_plane((0, 1, 0), 0))
    return a.build(
        {
            "seat": (0, seat, 0),
            "top": (0, seat + back, -d * 0.5 - 0.27 * back),
            "back": (0, seat + back * 0.5, -d / 2 - 0.06),
        }
    )


@sculpture(
    "bed",
    synonyms=("single bed",),
    kinds=("double bed", "four poster bed", "bunk", "cot"),
    size=(2.2, 3.6),
)
def bed(rng: np.random.Generator) -> Sculpture:
    """A bed with head- and footboard, mattress, a folded blanket and pillows; posts and canopy in some."""
    a = Assembly()
    wood = s.pick(rng, WOODS[:5]).varied(rng)
    double = s.chance(rng, 0.6)
    w, length = rng.uniform(1.4, 1.7) if double else rng.uniform(0.9, 1.0), rng.uniform(1.95, 2.05)
    cover = s.pick(rng, CLOTHS).varied(rng, 0.05)
    low, head, foot = 0.3, rng.uniform(0.95, 1.2), rng.uniform(0.5, 0.62)
    canopy = s.chance(rng, 0.3)
    for z, high in ((-length / 2, head), (length / 2, foot)):
        for x in (-1, 1):
            tall = 2.0 if canopy else high
            a.add(
                "posts",
                wood,
                s.box(0.075, tall, 0.075, 0.008).translate((x * w / 2, 0, z)),
                s.sphere(0.05, 20).translate((x * w / 2, tall + 0.03, z)),
            )
        panel = s.box(w, high - 0.3, 0.035, 0.004).translate((0, 0.22, z))
        grooves = s.row(s.box(0.008, 3, 0.02).translate((0, 0, z + 0.022)), int(w / 0.16), (0.16, 0, 0))
        a.add("boards", wood.shaded(0.94), panel - grooves - grooves.translate((0, 0, -0.044)))
        arch = s.extrude(
            [
                (-w / 2, 0),
                (w / 2, 0),
                (w / 2, 0.05),
                *[(w / 2 * np.cos(t), 0.05 + 0.09 * np.sin(t)) for t in np.linspace(0, np.pi, 21)][1:-1],
                (-w / 2, 0.05),
            ],
            0.05,
            0.006,
        )
        a.add("rails", wood, arch.translate((0, high - 0.1, z)))
    for x in (-1, 1):
        a.add("rails", wood, s.box(0.035, 0.17, length, 0.004).translate((x * w / 2, low - 0.12, 0)))
    a.add("slats", wood.shaded(0.7), s.box(w, 0.03, length).translate((0, low - 0.06, 0)))
    a.add(
        "mattress",
        m.CLOTH.coloured("#efece2", "mattress"),
        s.rounded_box(w * 0.97, 0.22, length * 0.97, 0.06, 20).translate((0, low - 0.04, 0)),
        smooth=60,
    )
    y = low + 0.18
    blanket = s.rounded_box(w * 1.03, 0.2, length * 0.68, 0.05, 20).translate((0, y - 0.16, length * 0.16))
    a.add("blanket", cover, s.roughened(blanket, rng, 0.012, 0.3, 0.12), smooth=60)
    fold = s.rounded_box(w * 1.035, 0.09, 0.26, 0.04, 20).translate((0, y - 0.035, -length * 0.17))
    a.add("sheet", m.CLOTH.coloured("#f4f1e8", "sheet"), s.roughened(fold, rng, 0.008, 0.25, 0.1), smooth=60)
    count = 2 if double else 1
    for k in range(count):
        pillow = s.roughened(s.ellipsoid(0.33 if double else 0.3, 0.085, 0.2, 32), rng, 0.012, 0.2)
        at = ((k - (count - 1) / 2) * w * 0.48, y + 0.06, -length * 0.35)
        a.add(
            "pillows",
            m.CLOTH.coloured("#faf8f2", "pillow"),
            pillow.rotate((-14, rng.uniform(-8, 8), 0)).translate(at),
            smooth=180,
        )
    if canopy:
        a.add(
            "canopy frame",
            wood,
            *[s.box(w + 0.075, 0.06, 0.06).translate((0, 1.95, z * length / 2)) for z in (-1, 1)],
            *[s.box(0.06, 0.06, length).translate((x * w / 2, 1.95, 0)) for x in (-1, 1)],
        )
        a.add("canopy", cover, s.box(w + 0.1, 0.02, length + 0.1).translate((0, 2.0, 0)))
        drape = s.box(w + 0.12, 0.2, 0.015).refine_to_length(0.05)
        wave = lambda p: np.stack([p[:, 0], p[:, 1], p[:, 2] + 0.015 * np.sin(p[:, 0] * 40)], 1)  # noqa: E731
        a.add("canopy", cover, *[s.warp(drape, wave).translate((0, 1.82, z * (length / 2 + 0.05))) for z in (-1, 1)])
    return a.build(
        {
            "top": (0, y + 0.04, length * 0.1),
            "seat": (0, y + 0.04, length * 0.1),
            "head": (0, y + 0.12, -length * 0.35),
        },
        (),
    )


@sculpture(
    "wardrobe", synonyms=("armoire", "closet"), kinds=("cupboard", "cabinet"), size=(1.9, 2.8), material="wooden"
)
def wardrobe(rng: np.random.Generator) -> Sculpture:
    """Two panelled doors over a drawer, a cornice, feet, knobs; a mirror in some."""
    a = Assembly()
    wood = s.pick(
        rng, (*WOODS[:5], m.PAINT.coloured("#dfe3dc", "white paint"), m.PAINT.coloured("#6f8a8f", "blue paint"))
    ).varied(rng, 0.06)
    w, d, high = rng.uniform(1.0, 1.3), rng.uniform(0.52, 0.6), rng.uniform(1.75, 2.0)
    metal = s.pick(rng, (m.BRASS, m.IRON, m.BRONZE))
    a.add("body", wood, s.box(w, high - 0.12, d, 0.006).translate((0, 0.1, 0)))
    foot = s.revolve([(0, 0), *s.profile([(0.03, 0), (0.05, 0.05), (0.035, 0.1)], 14), (0, 0.1)], 24)
    a.add(
        "feet",
        wood.shaded(0.8),
        *[foot.translate((x * (w / 2 - 0.06), 0, z * (d / 2 - 0.06))) for x in (-1, 1) for z in (-1, 1)],
    )
    a.add("base", wood.shaded(0.9), s.box(w * 1.03, 0.07, d * 1.04, 0.012).translate((0, 0.09, 0)))
    for k, out in enumerate((1.02, 1.05, 1.09)):
        a.add(
            "cornice",
            wood.shaded(0.9),
            s.box(w * out, 0.04, d * (1 + (out - 1) * 1.6), 0.008).translate((0, high - 0.05 + 0.035 * k, 0)),
        )
    if s.chance(rng, 0.5):
        arch = s.extrude([(w * 0.5 * np.cos(t), 0.16 * np.sin(t)) for t in np.linspace(0, np.pi, 21)], 0.04, 0.008)
        a.add("crest", wood.shaded(0.95), arch.translate((0, high + 0.055, d * 0.45)))
    drawer = rng.uniform(0.22, 0.28)
    front = s.box(w * 0.92, drawer - 0.05, 0.025, 0.008).translate((0, 0.2, d / 2 + 0.006))
    a.add("drawer", wood.shaded(1.06), front)
    a.add(
        "knobs",
        metal,
        *[s.sphere(0.02, 18).translate((x * w * 0.24, 0.2 + drawer * 0.4, d / 2 + 0.035)) for x in (-1, 1)],
    )
    door_h, door_w = high - drawer - 0.3, w * 0.45
    low = drawer + 0.2
    mirror = s.chance(rng, 0.3)
    split = rng.uniform(0.4, 0.6)
    for x in (-1, 1):
        cx = x * (door_w / 2 + w * 0.008)
        rim = s.extrude(s.rectangle(door_w, door_h), 0.03, 0.005)
        panels = [
            (door_h * split - 0.1, -door_h / 2 + 0.06),
            (door_h * (1 - split) - 0.09, -door_h / 2 + door_h * split + 0.03),
        ]
        if mirror:
            panels = [(door_h - 0.16, -door_h / 2 + 0.08)]
        for tall, y in panels:
            well = s.extrude(s.rectangle(door_w - 0.13, tall, (0, y + tall / 2)), 0.03)
            rim -= well.translate((0, 0, 0.02))
            raised = s.extrude(s.rectangle(door_w - 0.2, tall - 0.07, (0, y + tall / 2)), 0.02, 0.008)
            a.add(
                "mirror" if mirror else "panels",
                m.GLASS.coloured("#b9ccd3", "mirror") if mirror else wood.shaded(1.06),
                raised.translate((cx, low + door_h / 2, d / 2 + 0.008)),
            )
        a.add("doors", wood.shaded(1.03), rim.translate((cx, low + door_h / 2, d / 2 + 0.008)))
        a.add(
            "knobs",
            metal,
            s.sphere(0.02, 18).translate((x * 0.045, low + door_h * 0.5, d / 2 + 0.045)),
            s.cylinder(0.02, 0.008).rotate((90, 0, 0)).translate((x * 0.045, low + door_h * 0.5, d / 2 + 0.02)),
        )
        a.add(
            "hinges",
            metal,
            *[
                s.cylinder(0.07, 0.009, segments=12).translate(
                    (x * (door_w + w * 0.012), low + door_h * y, d / 2 + 0.012)
                )
                for y in (0.12, 0.82)
            ],
        )
    return a.build({"top": (0, high + 0.06, 0)})


@sculpture(
    "clock",
    synonyms=("alarm clock", "table clock"),
    kinds=("mantel clock", "timepiece", "desk clock"),
    size=(0.15, 0.55),
    words=("round",),
)
def clock(rng: np.random.Generator) -> Sculpture:
    """A twin-bell alarm clock, or a mantel clock of wood."""
    a = Assembly()
    paint = s.pick(
        rng,
        (
            *[m.PAINT.coloured(m.HUES[h], f"{h} enamel") for h in ("red", "teal", "yellow", "blue", "black")],
            m.BRASS,
            m.SILVER,
        ),
    ).varied(rng, 0.04)
    r = rng.uniform(0.055, 0.075)
    alarm = s.chance(rng, 0.65)
    metal = s.pick(rng, (m.SILVER, m.BRASS, m.GOLD))
    t = r * 0.62
    y = r * 1.22 if alarm else r * 1.5
    if alarm:
        case = s.cylinder(t, r, segments=56, bevel=t * 0.14).rotate((90, 0, 0)).translate((0, y, -t / 2))
        a.add("case", paint, case)
        for x in (-1, 1):
            a.add(
                "feet",
                metal,
                s.capsule((x * r * 0.55, y - r * 0.78, 0), (x * r * 0.8, r * 0.08, r * 0.0), r * 0.075, r * 0.09),
            )
            bell = s.dome(r * 0.42, r * 0.34, 32)
            shell = bell - s.dome(r * 0.37, r * 0.29, 28)
            turn = (0, 0, -x * 30)
            at = (x * r * 0.58, y + r * 0.98, 0)
            a.add(
                "bells",
                metal,
                shell.rotate(turn).translate(at),
                s.sphere(r * 0.06, 14).translate((0, r * 0.36, 0)).rotate(turn).translate(at),
            )
            a.add("posts", metal, s.rod((x * r * 0.5, y + r * 0.8, 0), (x * r * 0.7, y + r * 1.2, 0), r * 0.04))
        arch = np.stack(
            [
                r * 0.42 * np.cos(np.linspace(0, np.pi, 16)),
                y + r * 1.35 + r * 0.42 * np.sin(np.linspace(0, np.pi, 16)),
                0 * np.linspace(0, 1, 16),
            ],
            1,
        )
        a.add(
            "handle",
            metal,
            s.tube(arch, r * 0.045, 10),
            *[s.rod((x * r * 0.42, y + r * 1.36, 0), (x * r * 0.4, y + r * 1.1, 0), r * 0.045) for x in (-1, 1)],
        )
        a.add(
            "striker",
            metal,
            s.rod((0, y + r * 0.95, 0), (0, y + r * 1.25, 0), r * 0.03),
            s.cylinder(r * 0.2, r * 0.09).rotate((0, 0, 90)).translate((r * 0.1, y + r * 1.26, 0)),
        )
        top = y + r * 1.8
    else:
        wood = s.pick(rng, WOODS[:4]).varied(rng)
        w = r * 1.25
        body = s.extrude(s.arch_outline(2 * w, y + w, 0.0), t * 1.4, t * 0.06)
        wings = s.curve([(w * 2.1, 0), (w * 1.5, r * 0.35), (w * 0.98, r * 1.3)], 14)
        side = s.extrude(np.concatenate([[(0, 0)], wings, [(0, r * 1.3)]]), t * 1.2, t * 0.05)
        a.add("case", wood, body, s.mirrored(side))
        a.add("base", wood.shaded(0.8), s.box(w * 4.4, r * 0.16, t * 1.8, r * 0.03))
        y = y + 0.0
        t *= 1.4
        top = y + w
    z = t / 2
    a.add("bezel", metal, s.torus(r * 0.9, r * 0.06, 56, 12).rotate((90, 0, 0)).translate((0, y, z)))
    a.add(
        "face",
        m.WHITE.coloured(s.pick(rng, ("#f5f0e2", "#fbfaf5", "#e8dcc0")), "dial"),
        s.cylinder(r * 0.03, r * 0.88, segments=56).rotate((90, 0, 0)).translate((0, y, z - r * 0.005)),
    )
    marks = []
    for k in range(60):
        if k % 5 == 0:
            marks.append(
                s.box(r * 0.05, r * (0.17 if k % 15 == 0 else 0.12), r * 0.02)
                .translate((0, r * 0.64, 0))
                .rotate((0, 0, 6 * k))
            )
        else:
            marks.append(s.box(r * 0.013, r * 0.05, r * 0.02).translate((0, r * 0.74, 0)).rotate((0, 0, 6 * k)))
    a.add("marks", m.BLACK, s.group(marks).translate((0, y, z + r * 0.024)))
    hour = int(rng.integers(12))
    minute = int(rng.integers(12)) * 5
    hands = s.extrude(
        [(-r * 0.035, -r * 0.1), (r * 0.035, -r * 0.1), (r * 0.05, r * 0.3), (0, r * 0.46), (-r * 0.05, r * 0.3)],
        r * 0.02,
    ).rotate((0, 0, -30 * hour - minute / 2))
    long = s.extrude(
        [(-r * 0.025, -r * 0.12), (r * 0.025, -r * 0.12), (r * 0.035, r * 0.5), (0, r * 0.7), (-r * 0.035, r * 0.5)],
        r * 0.02,
    ).rotate((0, 0, -6 * minute))
    a.add("hands", m.BLACK, hands.translate((0, y, z + r * 0.05)), long.translate((0, y, z + r * 0.075)))
    a.add("pin", metal, s.cylinder(r * 0.1, r * 0.05, segments=20).rotate((90, 0, 0)).translate((0, y, z + r * 0.01)))
    if alarm:
        a.add(
            "second hand",
            m.RED,
            s.box(r * 0.018, r * 0.7, r * 0.012)
            .translate((0, -r * 0.1, 0))
            .rotate((0, 0, -float(rng.uniform(0, 360))))
            .translate((0, y, z + r * 0.095)),
        )
        key = s.box(r * 0.3, r * 0.16, r * 0.05, r * 0.01).translate((0, -r * 0.08, 0))
        a.add(
            "winders",
            metal,
            *[key.translate((x * r * 0.4, y - r * 0.1, -t / 2 - r * 0.1)) for x in (-1, 1)],
            *[
                s.rod((x * r * 0.4, y - r * 0.1, -t / 2), (x * r * 0.4, y - r * 0.1, -t / 2 - r * 0.12), r * 0.04)
                for x in (-1, 1)
            ],
        )
    return a.build({"top": (0, top, 0)}, ("round",) if alarm else ()).grounded()


GLAZES = ("#f0ede4", "#3f6f9a", "#c9583f", "#e0b040", "#5f8a6a", "#7a4f8a", "#2b2d33", "#d98a9a")


def potted(r: float, high: float, wall: float, points: list[tuple[float, float]]) -> tuple[Solid, np.ndarray]:
    """A vessel by shares of its radius and height, and its outer profile in metres."""
    outer = s.profile([(q * r, y * high) for q, y in points], 40)
    return s.lathe(np.concatenate([[(0, 0)], outer]), wall, 56), outer


@sculpture(
    "teapot", synonyms=("tea pot",), kinds=("kettle", "tea kettle", "coffee pot"), size=(0.2, 0.42), words=("spotted",)
)
def teapot(rng: np.random.Generator) -> Sculpture:
    """A round teapot with spout to +X, handle, lid and knob; plain, banded or spotted."""
    a = Assembly()
    glaze = m.CERAMIC.coloured(s.pick(rng, GLAZES), "glaze").varied(rng, 0.04)
    trim = s.pick(rng, (m.GOLD, glaze.shaded(0.7), m.CERAMIC.coloured("#f4f1e8", "white glaze")))
    r = rng.uniform(0.075, 0.09)
    high = r * rng.uniform(1.35, 1.65)
    body = s.profile(
        [
            (r * 0.55, 0),
            (r * 0.62, r * 0.05),
            (r * 0.95, high * 0.3),
            (r, high * 0.5),
            (r * 0.82, high * 0.82),
            (r * 0.5, high),
        ],
        40,
    )
    a.add("body", glaze, s.revolve([(0, 0), *body, (0, high)], 64), smooth=60)
    lid = s.profile(
        [(r * 0.52, high - 0.002), (r * 0.46, high + r * 0.09), (r * 0.22, high + r * 0.19), (0, high + r * 0.21)], 20
    )
    a.add("lid", glaze.shaded(1.04), s.revolve([(0, high - 0.004), *lid], 56), smooth=60)
    a.add(
        "rims",
        trim,
        s.torus(r * 0.52, r * 0.035, 48, 10).translate((0, high, 0)),
        s.torus(r * 0.58, r * 0.045, 48, 10).translate((0, r * 0.04, 0)),
    )
    knob = s.revolve(
        [(0, 0), *s.profile([(r * 0.08, 0), (r * 0.06, r * 0.05), (r * 0.14, r * 0.16), (0, r * 0.26)], 20)], 28
    )
    a.add("knob", trim, knob.translate((0, high + r * 0.19, 0)))
    spout = s.tube(
        s.curve(
            [
                (r * 0.75, high * 0.3, 0),
                (r * 1.25, high * 0.42, 0),
                (r * 1.45, high * 0.78, 0),
                (r * 1.72, high * 1.0, 0),
            ],
            22,
        ),
        s.interpolate((r * 0.3, r * 0.2, r * 0.13, r * 0.115), 22),
        20,
    )
    bore = s.capsule((r * 1.6, high * 0.9, 0), (r * 1.85, high * 1.12, 0), r * 0.08)
    a.add("spout", glaze, spout - bore, smooth=60)
    path = s.curve(
        [
            (-r * 0.78, high * 0.82, 0),
            (-r * 1.35, high * 0.95, 0),
            (-r * 1.62, high * 0.6, 0),
            (-r * 1.35, high * 0.25, 0),
            (-r * 0.9, high * 0.26, 0),
        ],
        26,
    )
    a.add(
        "handle",
        s.pick(rng, (glaze, trim)),
        s.tube(path, np.stack([np.full(26, r * 0.075), np.full(26, r * 0.11)], 1), 14, up=(0, 1, 0)),
    )
    words: tuple[str, ...] = ()
    paint = m.CERAMIC.coloured(s.pick(rng, ("#f4f1e8", "#c9302f", "#2f4f8a", "#e6b422")), "decor")
    if s.chance(rng, 0.4):
        spots = []
        for j, y in enumerate((0.25, 0.5, 0.74)):
            q = float(np.interp(high * y, body[:, 1], body[:, 0]))
            for k in range(9):
                spots.append(
                    s.ellipsoid(r * 0.1, r * 0.1, r * 0.045, 16)
                    .translate((0, high * y, q * 0.985))
                    .rotate((0, 40 * k + 20 * (j % 2), 0))
                )
        a.add("spots", paint, s.union(spots))
        words = ("spotted",)
    else:
        for y in (0.34, 0.68):
            q = float(np.interp(high * y, body[:, 1], body[:, 0]))
            a.add("bands", trim, s.torus(q * 0.992, r * 0.022, 64, 8).translate((0, high * y, 0)))
    return a.build({"top": (0, high + r * 0.45, 0), "hand": (-r * 1.6, high * 0.6, 0)}, words)


@sculpture(
    "mug",
    synonyms=("coffee mug", "coffee cup"),
    kinds=("tea mug", "tankard"),
    size=(0.12, 0.24),
    words=("striped",),
)
def mug(rng: np.random.Generator) -> Sculpture:
    """A mug with a handle, coffee in it, and a band or a heart."""
    a = Assembly()
    glaze = m.CERAMIC.coloured(s.pick(rng, GLAZES), "glaze").varied(rng, 0.04)
    r, high = rng.uniform(0.038, 0.046), rng.uniform(0.088, 0.108)
    mid = rng.uniform(0.94, 1.08)
    shell, outer = potted(r, high, 0.0045, [(0.86, 0.0), (0.93, 0.05), (mid, 0.5), (1.0, 1.0)])
    a.add("body", glaze, shell, smooth=60)
    path = s.curve(
        [
            (r * 0.92, high * 0.82, 0),
            (r * 1.6, high * 0.8, 0),
            (r * 1.72, high * 0.45, 0),
            (r * 1.35, high * 0.2, 0),
            (r * 0.94, high * 0.22, 0),
        ],
        26,
    )
    a.add("handle", glaze, s.tube(path, np.stack([np.full(26, 0.0042), np.full(26, 0.0075)], 1), 14, up=(0, 1, 0)))
    level = high * rng.uniform(0.78, 0.9)
    reach = float(np.interp(level, outer[:, 1], outer[:, 0])) - 0.004
    a.add(
        "coffee",
        m.Material("coffee", m.srgb(s.pick(rng, ("#3b2414", "#6a4426", "#a9793f"))), 0.2),
        s.cylinder(0.01, reach, segments=48).translate((0, level - 0.01, 0)),
    )
    paint = m.CERAMIC.coloured(s.pick(rng, GLAZES), "decor")
    words: tuple[str, ...] = ()
    decor = s.pick(rng, ("bands", "heart", "plain"))
    if decor == "bands":
        for y in (0.2, 0.5, 0.8):
            low, top = high * (y - 0.06), high * (y + 0.06)
            ring = [(float(np.interp(v, outer[:, 1], outer[:, 0])), v) for v in np.linspace(low, top, 5)]
            band = s.revolve([*[(q + 0.0006, v) for q, v in ring], *[(q - 0.002, v) for q, v in ring[::-1]]], 56)
            a.add("bands", paint, band)
        words = ("striped",)
    elif decor == "heart":
        t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        shape = (
            np.stack([16 * np.sin(t) ** 3, 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)], 1)
            * high
            * 0.014
        )
        ring = s.revolve([*[(q + 0.0007, v) for q, v in outer], *[(q - 0.0015, v) for q, v in outer[::-1]]], 72)
        a.add(
            "heart",
            m.CERAMIC.coloured("#c9302f", "red glaze"),
            ring ^ s.extrude(shape, 1).translate((0, high * 0.5, 0.5)),
        )
    a.add(
        "rim",
        paint if decor != "plain" else glaze.shaded(0.9),
        s.torus(float(outer[-1, 0]) - 0.0022, 0.0027, 56, 10).translate((0, high - 0.001, 0)),
    )
    return a.build({"top": (0, high, 0), "inside": (0, level, 0), "hand": (r * 1.65, high * 0.5, 0)}, words)


@sculpture(
    "vase",
    synonyms=("flower vase",),
    plural="vases",
    kinds=("amphora", "jar", "jug"),
    size=(0.2, 0.65),
    words=("tall", "round"),
)
def vase(rng: np.random.Generator) -> Sculpture:
    """A vase in one of five forms, with bands, ribs or a meander; amphoras have handles."""
    a = Assembly()
    glaze = s.pick(rng, (*[m.CERAMIC.coloured(c, "glaze") for c in GLAZES], m.CLAY, m.PORCELAIN)).varied(rng, 0.05)
    r = rng.uniform(0.065, 0.1)
    form = s.pick(rng, ("bottle", "urn", "ball", "flare", "amphora"))
    tall = {"bottle": 3.6, "urn": 2.5, "ball": 2.0, "flare": 2.9, "amphora": 3.2}[form] * rng.uniform(0.9, 1.1)
    high = r * tall
    shape = {
        "bottle": [(0.62, 0), (0.7, 0.02), (1.0, 0.3), (0.62, 0.56), (0.3, 0.72), (0.28, 0.88), (0.4, 1.0)],
        "urn": [(0.5, 0), (0.55, 0.03), (0.8, 0.3), (1.0, 0.66), (0.72, 0.88), (0.62, 0.93), (0.74, 1.0)],
        "ball": [(0.5, 0), (0.56, 0.03), (1.0, 0.45), (0.6, 0.84), (0.5, 0.92), (0.6, 1.0)],
        "flare": [(0.55, 0), (0.6, 0.02), (0.68, 0.2), (0.5, 0.5), (0.55, 0.72), (0.95, 1.0)],
        "amphora": [
            (0.3, 0),
            (0.42, 0.02),
            (0.28, 0.07),
            (0.75, 0.34),
            (1.0, 0.6),
            (0.7, 0.78),
            (0.36, 0.85),
            (0.36, 0.95),
            (0.5, 1.0),
        ],
    }[form]
    shell, outer = potted(r, high, r * 0.06, shape)
    if form in ("flare", "ball") and s.chance(rng, 0.5):
        count = int(rng.integers(10, 18))

        def ribbed(p: np.ndarray) -> np.ndarray:
            q = 1 + 0.035 * np.cos(count * np.arctan2(p[:, 0], p[:, 2])) * np.sin(np.pi * np.clip(p[:, 1] / high, 0, 1))
            return np.stack([p[:, 0] * q, p[:, 1], p[:, 2] * q], 1)

        shell = s.warp(shell, ribbed, r * 0.12)
    a.add("body", glaze, shell, smooth=60)
    paint = s.pick(
        rng, (m.GOLD, glaze.shaded(0.55), glaze.shaded(1.35), m.CERAMIC.coloured(s.pick(rng, GLAZES), "decor"))
    )
    at = lambda y: float(np.interp(high * y, outer[:, 1], outer[:, 0]))  # noqa: E731
    a.add("rim", paint, s.torus(at(1.0) - r * 0.02, r * 0.045, 56, 10).translate((0, high - r * 0.01, 0)))
    widest = min(float(outer[outer[:, 0].argmax(), 1]) / high, 0.7)
    for y in (widest - 0.13, widest + 0.1):
        a.add("bands", paint, s.torus(at(y) * 0.995, r * 0.024, 64, 8).translate((0, high * y, 0)))
    if s.chance(rng, 0.6):
        count = 12
        y = widest - 0.015
        motif = s.pick(
            rng,
            (
                s.ellipsoid(r * 0.07, r * 0.16, r * 0.03, 16),
                s.sphere(r * 0.09, 14).scale((1, 1, 0.4)),
                s.extrude(s.star(4, r * 0.17, r * 0.06), r * 0.05),
            ),
        )
        a.add("motifs", paint, s.around(motif.translate((0, high * y, at(y) * 0.992)), count))
    if form == "amphora":
        for x in (-1, 1):
            path = s.curve(
                [
                    (x * r * 0.36, high * 0.93, 0),
                    (x * r * 0.8, high * 0.96, 0),
                    (x * r * 1.02, high * 0.82, 0),
                    (x * r * 0.84, high * 0.68, 0),
                ],
                20,
            )
            a.add(
                "handles",
                glaze.shaded(0.92),
                s.tube(path, np.stack([np.full(20, r * 0.06), np.full(20, r * 0.09)], 1), 12, up=(0, 1, 0)),
            )
    words = ("tall",) if form in ("bottle", "amphora", "flare") else ("round",)
    return a.build({"top": (0, high, 0), "inside": (0, high * 0.9, 0)}, words)
