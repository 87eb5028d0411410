"""Herbs, ears, meadow flowers and a cone: stems and blades are thicker than life."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.plants.flowers import cup, petal_stuff
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import leaf

Array = NDArray[np.float64]


def blade(high: float, wide: float, lean: float, turn: float, thick: float = 0.02) -> s.Solid:
    """A long leaf of grass that bends over, from the origin."""
    t = np.linspace(0, 1, 18)
    out, up = lean * high * t**2.2, high * t * (1 - 0.28 * lean * t**2)
    path = np.stack([out * np.sin(np.radians(turn)), up, out * np.cos(np.radians(turn))], 1)
    width = s.interpolate([wide * 0.75, wide, wide * 0.8, wide * 0.16], 18)
    side = (float(np.cos(np.radians(turn))), 0.0, float(-np.sin(np.radians(turn))))
    return s.tube(path, np.stack([width, np.full(18, thick)], 1), 8, up=side)


@sculpture("fern", size=(0.3, 2.0), kinds=("bracken", "boston fern"))
def fern(rng: np.random.Generator) -> Sculpture:
    """Arching feathered fronds from the ground, or from a pot."""
    count = int(rng.integers(10, 14))
    potted = s.chance(rng, 0.4)
    low = 0.36 if potted else 0.0
    stems, leaves = [], []
    for k in range(count):
        turn = 2 * np.pi * (k + rng.uniform(-0.25, 0.25)) / count
        inner = k % 3 == 0
        reach, rise = (0.42, 0.98) if inner else (rng.uniform(0.72, 0.86), rng.uniform(0.5, 0.66))
        t = np.linspace(0, 1, 22)
        out = reach * (0.1 + 0.9 * t) * t**0.35
        up = (
            low
            + rise * np.sin(np.pi * (0.08 + 0.62 * t) * (0.8 if inner else 1.0))
            - rise * np.sin(np.pi * 0.08 * (0.8 if inner else 1.0))
            + 0.02
        )
        d, side = np.array([np.sin(turn), 0, np.cos(turn)]), np.array([np.cos(turn), 0, -np.sin(turn)])
        path = out[:, None] * d + up[:, None] * np.array([0, 1.0, 0])
        stems.append(s.tube(path, s.interpolate([0.022, 0.016, 0.008], 22), 8))
        along = np.gradient(path, axis=0)
        along /= np.linalg.norm(along, axis=1, keepdims=True)
        for j in range(3, 22):
            long = 0.21 * np.sin(np.pi * (0.16 + 0.8 * j / 21)) ** 0.8
            for e in (-1, 1):
                way = side * e * 0.9 + along[j] * 0.5 + (0, -0.08, 0)
                pad = s.ellipsoid(0.03, long / 2, 0.012, 8).translate((0, long / 2, 0))
                leaves.append(s.aim(pad, way).translate(at(path[j])))
    green = m.LEAF.coloured(s.pick(rng, ("#4f9a3a", "#3f8a3f", "#66a83f")), "fronds")
    parts = [Part("fronds", s.group(leaves), green, 40), Part("stems", s.group(stems), green.shaded(0.7, "stems"), 60)]
    if potted:
        pot = s.revolve(
            s.profile(
                [(0, 0), (0.2, 0.0), (0.27, 0.3), (0.3, 0.3), (0.3, 0.38), (0.25, 0.38), (0.24, 0.34), (0, 0.34)], 36
            ),
            40,
        )
        parts += [
            Part("pot", pot, m.CLAY),
            Part("soil", s.cylinder(0.03, 0.25, segments=32).translate((0, 0.335, 0)), m.EARTH),
        ]
    return finished(parts, rng.uniform(0.5, 0.8))


@sculpture(
    "venus flytrap",
    size=(0.08, 0.4),
    synonyms=("venus fly trap", "flytrap"),
    kinds=("carnivorous plant", "pitcher plant"),
)
def venus_flytrap(rng: np.random.Generator) -> Sculpture:
    """Toothed traps, red inside, on stalks in a pot."""
    pot = s.revolve(
        s.profile(
            [(0, 0), (0.24, 0.0), (0.31, 0.3), (0.35, 0.3), (0.35, 0.4), (0.29, 0.4), (0.28, 0.36), (0, 0.36)], 36
        ),
        44,
    )
    count = int(rng.integers(6, 8))
    stalks: list[s.Solid] = []
    shells: list[s.Solid] = []
    insides: list[s.Solid] = []
    teeth: list[s.Solid] = []
    for k in range(count):
        turn = 360 * k / count + float(rng.uniform(-10, 10))
        out, up = (0.0, 1.0) if k == 0 else (rng.uniform(0.34, 0.46), rng.uniform(0.62, 0.86))
        if k == 0:
            turn = 0.0
        q = np.radians(turn)
        d = np.array([np.sin(q), 0, np.cos(q)])
        tip = d * out + (0, up, 0) + (np.array([0, 0, 0.12]) if k == 0 else 0)
        path = s.curve([d * 0.06 + (0, 0.38, 0), d * out * 0.6 + (0, 0.38 + (up - 0.38) * 0.55, 0), tip], 18)
        stalks.append(
            s.tube(
                path,
                np.stack([s.interpolate([0.03, 0.065, 0.03], 18), np.full(18, 0.024)], 1),
                8,
                up=at((np.cos(q), 0, -np.sin(q))),
            )
        )
        size = 0.24 if k == 0 else 0.19
        for e in (-1, 1):
            lobe = s.ellipsoid(size * 0.8, size * 0.15, size * 0.95, 28).translate((0, 0, size * 0.86))
            lining = s.ellipsoid(size * 0.66, size * 0.09, size * 0.8, 28).translate((0, size * 0.1, size * 0.86))
            lashes = []
            for t in np.linspace(-1.25, 1.25, 9):
                base = np.array([size * 0.76 * np.sin(t), 0.0, size * 0.86 + size * 0.9 * np.cos(t)])
                lashes.append(s.rod(at(base), at(base + (0.07 * np.sin(t), 0.07, 0.1 * np.cos(t))), 0.016, 0.006, 6))
            tilt = 34 if e > 0 else -34
            for kept, solid in ((shells, lobe), (insides, lining), (teeth, s.group(lashes))):
                half = solid if e > 0 else solid.mirror((0, 1, 0))
                kept.append(half.rotate((tilt - 18, 0, 0)).rotate((0, turn, 0)).translate(at(tip)))
    green = m.LEAF.coloured(s.pick(rng, ("#6fae3a", "#5f9f3a", "#84b84a")), "traps")
    parts = [
        Part("pot", pot, m.CLAY if s.chance(rng, 0.7) else m.PLASTIC.coloured("#3a3a40", "pot")),
        Part("soil", s.cylinder(0.03, 0.29, segments=32).translate((0, 0.355, 0)), m.EARTH),
        Part("stalks", s.group(stalks), green.shaded(0.85, "stalks"), 50),
        Part("traps", s.group(shells), green, 60),
        Part("insides", s.group(insides), m.SKIN.coloured("#c92f3f", "insides"), 60),
        Part("teeth", s.group(teeth), green.shaded(1.2, "teeth"), 60),
    ]
    return finished(parts, rng.uniform(0.12, 0.17))


@sculpture("dandelion", size=(0.12, 0.6), kinds=("blowball",), tint=False)
def dandelion(rng: np.random.Generator) -> Sculpture:
    """A clock of seeds and a yellow flower on bare stalks over toothed leaves."""
    high = rng.uniform(0.9, 1.05)
    ball = np.array([-0.1, high, 0.0])
    k = np.arange(90) + 0.5
    y, q = 1 - 2 * k / 90, np.pi * (1 + 5**0.5) * k
    r = np.sqrt(1 - y * y)
    rays, tufts = [], []
    for d in np.stack([r * np.sin(q), y, r * np.cos(q)], 1):
        rays.append(s.rod(at(ball + d * 0.06), at(ball + d * 0.23), 0.008, segments=5))
        tufts.append(s.aim(s.cone(0.05, 0.045, 8).translate((0, -0.03, 0)), -d).translate(at(ball + d * 0.235)))
    flower = np.array([0.26, high * 0.7, 0.08])
    petals = []
    for ring, (count, size, lean) in enumerate(((20, 0.19, 78), (16, 0.17, 55), (11, 0.14, 30), (6, 0.11, 10))):
        for j in range(count):
            petals.append(
                s.box(0.045, size, 0.024, 0.008).rotate((lean, 360 * j / count + 9 * ring, 0)).translate(at(flower))
            )
    stalks = s.group(
        [
            s.tube(s.curve([(-0.02, 0, 0), (-0.07, high * 0.5, 0), at(ball - (0, 0.02, 0))], 20), 0.02, 10),
            s.tube(s.curve([(0.03, 0, 0), (0.18, high * 0.4, 0.04), at(flower - (0, 0.02, 0))], 20), 0.02, 10),
        ]
    )
    cups = s.group(
        [
            s.sphere(0.06, 18).translate(at(ball)),
            s.ellipsoid(0.065, 0.07, 0.065, 18).translate(at(flower - (0, 0.04, 0))),
        ]
    )
    edge = [(0.0, 0.0), (0.025, 0.02)]
    for j in range(5):
        edge += [(0.05 + 0.012 * j, 0.1 + 0.075 * j), (0.026 + 0.008 * j, 0.12 + 0.075 * j)]
    edge += [(0.07, 0.47), (0.0, 0.58)]
    outline = np.array(edge + [(-x, y) for x, y in edge[-2:0:-1]])
    leaves = []
    for j in range(7):
        toothed = s.extrude(outline, 0.02).refine_to_length(0.06)
        toothed = s.warp(
            toothed, lambda p: np.stack([p[:, 0], p[:, 1] * np.cos(0.5 * p[:, 1]), p[:, 2] - 0.6 * p[:, 1] ** 2], 1)
        )
        leaves.append(
            toothed.rotate((float(rng.uniform(52, 66)), 360 * j / 7 + float(rng.uniform(-12, 12)), 0)).translate(
                (0, 0.01, 0)
            )
        )
    parts = [
        Part("rays", s.group(rays), m.STEM.coloured("#c9bfa8", "rays"), 60),
        Part("tufts", s.group(tufts), m.FEATHER.coloured("#f6f5f0", "tufts"), 60),
        Part("petals", s.group(petals), petal_stuff("#f4c41e"), 40),
        Part("stalks", stalks, m.STEM, 60),
        Part("cups", cups, m.STEM.shaded(0.75), 60),
        Part("leaves", s.group(leaves), m.LEAF, 30),
    ]
    return finished(parts, rng.uniform(0.2, 0.3))


@sculpture("daffodil", size=(0.2, 0.7), synonyms=("narcissus",), kinds=("jonquil",))
def daffodil(rng: np.random.Generator) -> Sculpture:
    """A frilled trumpet in a star of six petals, looking ahead; blades below."""
    outer, inner = s.pick(rng, (("#f6e88a", "#f2c41e"), ("#f6f2e4", "#f0a81e"), ("#f6d832", "#f0a81e")))
    high = rng.uniform(0.92, 1.05)
    petal = s.curve([(0, 0), (0.1, 0.12), (0.1, 0.22), (0.0, 0.36), (-0.1, 0.22), (-0.1, 0.12)], 32, True)
    star = s.group(
        [
            s.extrude(petal, 0.028, 0.008).rotate((12, 0, 0)).rotate((0, 0, 60 * k)).translate((0, 0, -0.008 * (k % 2)))
            for k in range(6)
        ]
    )
    flute = s.revolve(
        s.profile(
            [
                (0, 0),
                (0.07, 0.0),
                (0.085, 0.1),
                (0.1, 0.18),
                (0.15, 0.25),
                (0.13, 0.245),
                (0.08, 0.17),
                (0.06, 0.06),
                (0, 0.05),
            ],
            36,
        ),
        60,
    ).refine_to_length(0.03)
    flute = s.swell(
        flute,
        lambda p: 1 + 0.1 * np.sin(12 * np.arctan2(p[:, 0], p[:, 2])) * np.clip((p[:, 1] - 0.14) / 0.1, 0, 1),
    ).rotate((90, 0, 0))
    pistil = s.union([s.rod((0, 0, 0.02), (0, 0, 0.15), 0.018), s.sphere(0.028, 14).translate((0, 0, 0.16))])
    nod = float(rng.uniform(4, 16))
    place = lambda x: x.rotate((nod, 0, 0)).translate((0, high, 0.1))  # noqa: E731
    stem = s.tube(
        s.curve(
            [(0, 0, 0), (0, high * 0.6, -0.02), (0, high * 0.95, -0.04), (0, high + 0.03, 0.03), (0, high, 0.1)], 28
        ),
        s.interpolate([0.03, 0.026, 0.026], 28),
        12,
    )
    sheath = s.ellipsoid(0.03, 0.09, 0.022, 16).rotate((-24, 0, 0)).translate((0, high * 0.93, -0.05))
    blades = s.group(
        [
            blade(high * h, 0.045, lean, turn)
            for h, lean, turn in ((0.82, 0.25, 60), (0.7, 0.4, 200), (0.76, 0.3, 310), (0.6, 0.5, 130))
        ]
    )
    parts = [
        Part("petals", place(star), petal_stuff(outer), 40),
        Part("trumpet", place(flute), petal_stuff(inner), 50),
        Part("pistil", place(pistil), petal_stuff("#e8e06a"), 60),
        Part("stem", stem, m.STEM, 60),
        Part("sheath", sheath, m.BARK.coloured("#b59a6a", "sheath"), 60),
        Part("blades", blades, m.LEAF.coloured("#5a9a4a", "blades"), 40),
    ]
    return finished(parts, rng.uniform(0.3, 0.42))


@sculpture("poppy", size=(0.2, 0.9), plural="poppies", synonyms=("poppies",))
def poppy(rng: np.random.Generator) -> Sculpture:
    """A red bowl of four petals, black at its heart; a bud and a seed head."""
    hue = s.pick(rng, ("#d8241e", "#d8241e", "#e8502a"))
    high = rng.uniform(0.95, 1.1)
    petals = []
    for k in range(4):
        petals.append(cup(0.27 if k % 2 else 0.24, 0.23, 128, 0.55, 0.024).rotate((0, 90 * k + 45, 0)))
    tilt = float(rng.uniform(22, 34))
    head = np.array([0.0, high, 0.03])
    place = lambda x: x.rotate((tilt, 0, 0)).translate(at(head))  # noqa: E731
    heart = s.ellipsoid(0.062, 0.075, 0.062, 24).translate((0, 0.08, 0)) + s.cylinder(
        0.02, 0.07, segments=24
    ).translate((0, 0.14, 0))
    dark = s.ellipsoid(0.13, 0.03, 0.13, 24).translate((0, 0.05, 0))
    beads = s.around(
        s.rod((0.05, 0.05, 0), (0.115, 0.13, 0), 0.011) + s.sphere(0.022, 10).translate((0.118, 0.135, 0)), 14
    )
    bud = np.array([0.24, high * 0.74, -0.05])
    pod = np.array([-0.24, high * 0.62, -0.03])
    stalks = s.group(
        [
            s.tube(s.curve([(0, 0, 0), (0.02, high * 0.55, -0.03), at(head)], 22), 0.018, 10),
            s.tube(s.curve([(0.02, 0, 0), (0.1, high * 0.5, 0), (0.17, high * 0.83, -0.05), at(bud)], 24), 0.016, 10),
            s.tube(s.curve([(-0.02, 0, 0), (-0.15, high * 0.35, 0), at(pod)], 20), 0.016, 10),
        ]
    )
    green = s.group(
        [
            s.ellipsoid(0.055, 0.09, 0.055, 20).translate(at(bud - (0, 0.06, 0))),
            s.ellipsoid(0.06, 0.08, 0.06, 20).translate(at(pod + (0, 0.05, 0))),
            s.cylinder(0.024, 0.07, segments=20).translate(at(pod + (0, 0.12, 0))),
        ]
    )
    leaves = s.group(
        [
            leaf(0.36, 0.13, 0.02, 35, 8).rotate((58, turn, 0)).translate((0, y, 0))
            for turn, y in ((30, 0.04), (150, 0.06), (270, 0.05), (200, 0.3))
        ]
    )
    parts = [
        Part("petals", place(s.group(petals)), petal_stuff(hue), 50),
        Part("blotch", place(dark), petal_stuff("#241a1e"), 60),
        Part("heart", place(heart), m.STEM.shaded(0.7, "heart"), 60),
        Part("stamens", place(beads), petal_stuff("#2a2226"), 60),
        Part("stalks", stalks, m.STEM, 60),
        Part("heads", green, m.STEM.shaded(0.85, "heads"), 60),
        Part("leaves", leaves, m.LEAF, 40),
    ]
    return finished(parts, rng.uniform(0.35, 0.5))


@sculpture("lavender", size=(0.25, 0.9), kinds=("lavender bush", "sage flower"), tint=False)
def lavender(rng: np.random.Generator) -> Sculpture:
    """A tuft of purple spikes on grey-green stalks."""
    count = int(rng.integers(15, 20))
    stalks, spikes, leaves = [], [], []
    for k in range(count):
        turn = 2.4 * k
        share = np.sqrt((k + 0.5) / count)
        d = np.array([np.sin(turn), 0, np.cos(turn)])
        high = 0.98 - 0.24 * share**2 + rng.uniform(-0.05, 0.05)
        root, tip = d * 0.07 * share, d * 0.42 * share + (0, high, 0)
        low = root + (tip - root) * 0.62
        stalks.append(s.tube(s.curve([root, (root + low) / 2 + (0, 0.05, 0), low, tip], 14), 0.012, 8))
        way = (tip - low) / np.linalg.norm(tip - low)
        for j in range(6):
            p = low + (tip - low) * (0.05 + 0.19 * j)
            fat = 0.05 - 0.005 * j
            for q in range(4):
                a = np.radians(90 * q + 45 * (j % 2))
                spikes.append(
                    s.ellipsoid(fat * 0.62, fat * 0.85, fat * 0.62, 8).translate(
                        at(p + (fat * 0.6 * np.cos(a), 0, fat * 0.6 * np.sin(a)))
                    )
                )
        spikes.append(s.ellipsoid(0.024, 0.04, 0.024, 8).translate(at(tip + way * 0.02)))
    for k in range(26):
        leaves.append(blade(float(rng.uniform(0.26, 0.42)), 0.022, float(rng.uniform(0.3, 0.7)), 137.5 * k, 0.014))
    purple = petal_stuff(s.pick(rng, ("#7a5ab8", "#6a4aa8", "#9a7ad0")))
    return finished(
        [
            Part("flowers", s.group(spikes), purple, 60),
            Part("stalks", s.group(stalks), m.STEM.coloured("#7f9a6a", "stalks"), 60),
            Part("leaves", s.group(leaves), m.LEAF.coloured("#7f9a7a", "leaves"), 40),
        ],
        rng.uniform(0.4, 0.55),
    )


@sculpture(
    "wheat",
    size=(0.4, 1.6),
    synonyms=("ears of wheat", "sheaf of wheat"),
    kinds=("barley", "rye", "grain"),
    plural="wheat",
    tint=False,
)
def wheat(rng: np.random.Generator) -> Sculpture:
    """A sheaf of golden ears, bound; or some stalks standing."""
    bound = s.chance(rng, 0.6)
    count = 12 if bound else 7
    stalks, grains, awns, blades = [], [], [], []
    for k in range(count):
        turn = 2.4 * k + 0.3
        share = np.sqrt((k + 0.2) / count)
        d = np.array([np.sin(turn), 0, np.cos(turn)])
        high = 0.78 - 0.12 * share + rng.uniform(-0.03, 0.03)
        if bound:
            knots = [d * 0.2 * share, d * 0.055 * share + (0, 0.36, 0), d * (0.34 * share) + (0, high, 0)]
        else:
            knots = [d * 0.12 * share, d * 0.17 * share + (0, 0.4, 0), d * 0.34 * share + (0, high, 0)]
        path = s.curve(knots, 20)
        stalks.append(s.tube(path, 0.0125, 8))
        way = path[-1] - path[-3]
        way /= np.linalg.norm(way)
        side = np.cross(way, (0.3, 0.1, 1.0))
        side /= np.linalg.norm(side)
        third = np.cross(way, side)
        for j in range(6):
            p = path[-1] + way * 0.046 * j
            for q in range(4):
                out = (side, third, -side, -third)[q]
                grain = s.aim(s.ellipsoid(0.023, 0.046, 0.023, 8), way + out * 0.45)
                grains.append(grain.translate(at(p + out * 0.028 + way * (0.012 * (q % 2)))))
                if j > 1 and q < 2:
                    awns.append(s.rod(at(p), at(p + way * 0.22 + out * (0.09 if q else -0.09)), 0.008, 0.005, 5))
        grains.append(s.aim(s.ellipsoid(0.022, 0.05, 0.022, 8), way).translate(at(path[-1] + way * 0.29)))
        if k % 3 == 0 and not bound:
            blades.append(blade(0.5, 0.028, 0.8, float(np.degrees(turn)), 0.014).translate(at(path[2])))
    gold = s.pick(rng, ("#e0b04a", "#d9a83a", "#e8c062"))
    straw = m.ROPE.coloured(gold, "ears")
    parts = [
        Part("ears", s.group(grains), straw, 60),
        Part("awns", s.group(awns), straw.shaded(1.12, "awns"), 60),
        Part("stalks", s.group(stalks), straw.shaded(0.88, "stalks"), 60),
    ]
    if bound:
        parts.append(
            Part(
                "band",
                s.torus(0.075, 0.03, 32, 10).scale((1, 1.2, 1)).translate((0, 0.36, 0)),
                m.RED if s.chance(rng, 0.5) else m.ROPE,
                60,
            )
        )
    else:
        parts.append(Part("blades", s.group(blades), straw.shaded(0.8, "blades"), 40))
    return finished(parts, rng.uniform(0.6, 0.85))


@sculpture(
    "cattail", size=(0.8, 2.6), synonyms=("bulrush", "cattails", "reed mace"), kinds=("reed", "reeds"), tint=False
)
def cattail(rng: np.random.Generator) -> Sculpture:
    """Brown cylinders on tall stalks among blades."""
    count = int(rng.integers(3, 5))
    stalks, heads, tips = [], [], []
    for k in range(count):
        turn = 360 * k / count + float(rng.uniform(-20, 20))
        d = np.array([np.sin(np.radians(turn)), 0, np.cos(np.radians(turn))])
        high = (1.0, 0.84, 0.92, 0.76)[k] * rng.uniform(0.96, 1.04)
        top = d * 0.15 + (0, high, 0)
        path = s.curve([d * 0.05, d * 0.1 + (0, high * 0.5, 0), top], 16)
        stalks.append(s.tube(path, s.interpolate([0.017, 0.013], 16), 8))
        way = np.array([d[0] * 0.1, 1, d[2] * 0.1])
        heads.append(s.capsule(at(top - way * 0.24), at(top - way * 0.06), 0.042, 0.042))
        tips.append(s.rod(at(top - way * 0.03), at(top + way * 0.06), 0.013, 0.008, 8))
    blades = [
        blade(
            float(rng.uniform(0.62, 0.92)),
            0.034,
            float(rng.uniform(0.18, 0.5)),
            51 * k + float(rng.uniform(-15, 15)),
            0.014,
        ).translate((0.06 * np.sin(2.1 * k), 0, 0.06 * np.cos(2.1 * k)))
        for k in range(9)
    ]
    parts = [
        Part("heads", s.group(heads), m.VELVET.coloured(s.pick(rng, ("#6a3f22", "#7a4a28", "#5a3620")), "heads"), 60),
        Part("stalks", s.group(stalks), m.STEM.coloured("#8a9a4a", "stalks"), 60),
        Part("tips", s.group(tips), m.ROPE, 60),
        Part("blades", s.group(blades), m.LEAF.coloured("#5f9440", "blades"), 40),
    ]
    return finished(parts, rng.uniform(1.2, 1.7))


@sculpture("pinecone", size=(0.05, 0.3), synonyms=("pine cone", "fir cone", "conifer cone"), tint=False)
def pinecone(rng: np.random.Generator) -> Sculpture:
    """Open scales in spirals, standing on its base."""
    hue = s.pick(rng, ("#7a5232", "#6a4629", "#8a6238"))
    count = 96
    scales, tips = [], []
    tall = rng.uniform(1.25, 1.5)
    for k in range(count):
        share = (k + 0.5) / count
        y = 0.1 + tall * 0.92 * share
        r = 0.44 * np.sin(np.pi * (0.24 + 0.74 * share)) ** 0.75
        turn = 137.5 * k
        lift = -12 + 66 * share
        size = 0.26 * (1 - 0.5 * share)
        pad = s.ellipsoid(size * 0.62, 0.035, size * 0.85, 14).translate((0, 0, r * 0.62))
        nib = s.ellipsoid(size * 0.36, 0.045, 0.06, 10).translate((0, 0.012, r * 0.62 + size * 0.74))
        place = lambda x: x.rotate((-lift, 0, 0)).rotate((0, turn, 0)).translate((0, y, 0))  # noqa: B023, E731
        scales.append(place(pad))
        tips.append(place(nib))
    core = s.revolve(s.profile([(0, 0.0), (0.2, 0.02), (0.3, tall * 0.35), (0.16, tall * 0.8), (0, tall)], 28), 28)
    wood = m.BARK.coloured(hue, "scales")
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(hue)) * 0.6

    def shade(p: Array) -> Array:
        return mix(
            np.tile(b, (len(p), 1)),
            a,
            np.clip(
                np.hypot(p[:, 0], p[:, 2])
                / (0.42 * np.sin(np.pi * np.clip(0.24 + 0.74 * p[:, 1] / (tall + 0.1), 0, 1)) ** 0.75 + 0.08),
                0,
                1,
            )
            ** 2,
        )

    parts = [
        Part("scales", s.group(scales), wood, 40, shade),
        Part("tips", s.group(tips), wood.coloured("#b5966a", "tips"), 50),
        Part("core", core, wood.shaded(0.6, "core"), 60),
    ]
    return finished(parts, rng.uniform(0.055, 0.085))
