"""Hammers, anvils, barrels, crates, buckets, ladders, wheels, gears, anchors, umbrellas."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

WOODS = (m.OAK, m.PINE, m.WALNUT, m.OLD_WOOD)


@sculpture(
    "hammer", synonyms=("claw hammer", "carpenter hammer"), kinds=("tool hammer",), size=(0.28, 0.42), tint=False
)
def hammer(rng: np.random.Generator) -> Sculpture:
    """A claw hammer that stands on its handle, its face to +X."""
    a = Assembly()
    high = rng.uniform(0.27, 0.33)
    grip = rng.uniform(0.3, 0.45) * high
    wood = s.pick(rng, (m.OAK, m.BIRCH, m.WALNUT)).varied(rng)
    shape = np.array([[0.0155, 0.0125], [0.017, 0.013], [0.0135, 0.011], [0.012, 0.01], [0.0125, 0.0105]])
    path = np.stack([np.zeros(20), np.linspace(0, high, 20), np.zeros(20)], 1)
    radii = np.stack([s.interpolate(shape[:, k], 20) for k in range(2)], 1)
    a.add("handle", wood, s.tube(path, radii, 20, up=(1, 0, 0)))
    if s.chance(rng, 0.55):
        rubber = m.RUBBER.coloured(m.HUES[s.pick(rng, ("red", "blue", "black", "yellow"))], "grip")
        keep = path[:, 1] < grip
        sleeve = s.tube(path[keep], radii[keep] * 1.16, 20, up=(1, 0, 0))
        rings = s.union([s.box(0.1, 0.0025, 0.1).translate((0, grip * q, 0)) for q in (0.3, 0.45, 0.6, 0.75)])
        a.add("grip", rubber, sleeve - (rings - s.tube(path, radii * 1.1, 20, up=(1, 0, 0))))
    steel, y = m.DARK_STEEL.varied(rng, 0.05), high - 0.016
    a.add("head", steel, s.box(0.036, 0.034, 0.03, 0.003).translate((0, y - 0.016, 0)))
    face = s.revolve(
        [(0, 0), (0.0115, 0), (0.0105, 0.018), (0.0155, 0.026), (0.0155, 0.04), (0.0135, 0.043), (0, 0.044)], 32
    )
    a.add("head", steel, face.rotate((0, 0, -90)).translate((0.012, y + 0.002, 0)))
    prong = s.tube(
        s.curve(
            [
                (-0.01, y + 0.004, 0.007),
                (-0.045, y + 0.002, 0.008),
                (-0.072, y - 0.018, 0.011),
                (-0.082, y - 0.034, 0.012),
            ],
            16,
        ),
        np.stack([s.interpolate((0.0125, 0.008, 0.003), 16), s.interpolate((0.0075, 0.006, 0.0045), 16)], 1),
        12,
        up=(0, 1, 0),
    )
    a.add("claw", steel, s.mirrored(prong, "z"))
    return a.build({"top": (0, high, 0), "hand": (0, grip * 0.6, 0)}).grounded()


@sculpture("anvil", synonyms=("blacksmith anvil",), kinds=("smith's anvil",), size=(0.5, 1.25), tint=False)
def anvil(rng: np.random.Generator) -> Sculpture:
    """An anvil with a horn, a waist, feet and holes; in half of the cases on a block of wood with a band."""
    a = Assembly()
    iron = s.pick(rng, (m.IRON, m.DARK_STEEL.shaded(0.75))).varied(rng, 0.06)
    length, wide, high = rng.uniform(0.34, 0.42), rng.uniform(0.11, 0.13), rng.uniform(0.24, 0.28)
    face = high * 0.3
    foot = s.box(length * 0.72, high * 0.2, wide * 1.5, 0.012)
    feet = (
        foot
        - s.mirrored(s.cylinder(1, wide * 0.55, segments=32).translate((0, -0.5, wide * 1.12)), "z")
        - s.cylinder(wide * 4, length * 0.16, segments=32).rotate((90, 0, 0)).translate((0, -length * 0.1, -wide * 2))
    )
    waist = s.loft(
        [
            [(x * w, y, z * d) for x, z in ((1, 1), (-1, 1), (-1, -1), (1, -1))]
            for y, w, d in (
                (high * 0.15, length * 0.28, wide * 0.62),
                (high * 0.42, length * 0.16, wide * 0.33),
                (high * 0.55, length * 0.16, wide * 0.34),
                (high * 0.74, length * 0.34, wide * 0.5),
            )
        ]
    )
    body = s.box(length * 0.72, face, wide, 0.008).translate((-length * 0.08, high - face, 0))
    step = s.box(length * 0.16, face * 0.72, wide * 0.92, 0.006).translate((length * 0.32, high - face, 0))
    horn = s.tube(
        s.curve(
            [
                (length * 0.36, high - face * 0.62, 0),
                (length * 0.56, high - face * 0.56, 0),
                (length * 0.82, high - face * 0.3, 0),
            ],
            18,
        ),
        np.stack(
            [
                s.interpolate((face * 0.42, face * 0.36, face * 0.22, 0.004), 18),
                s.interpolate((wide * 0.44, wide * 0.36, wide * 0.22, 0.004), 18),
            ],
            1,
        ),
        20,
        up=(0, 1, 0),
    )
    heel = s.hull(
        [
            s.box(0.01, face, wide).translate((-length * 0.42, high - face, 0)),
            s.box(0.01, face * 0.55, wide * 0.9).translate((-length * 0.58, high - face * 0.55, 0)),
        ]
    )
    holes = s.box(0.02, 1, 0.02).translate((-length * 0.5, 0.1, 0)) + s.cylinder(1, 0.009, segments=16).translate(
        (-length * 0.4, 0.1, wide * 0.22)
    )
    base = 0.0
    if s.chance(rng, 0.5):
        base, r = rng.uniform(0.35, 0.45), length * 0.5
        block = s.roughened(s.cylinder(base, r * 1.04, r, 40, 0.012), rng, 0.006, 0.14, 0.08)
        a.add("block", m.OAK.varied(rng), block.trim_by_plane((0, 1, 0), 0))
        a.add(
            "bands",
            m.IRON,
            *[s.cylinder(0.035, r * 1.05, segments=40).translate((0, base * y, 0)) for y in (0.15, 0.75)],
        )
        rings = [s.torus(r * q, 0.003, 40, 6).translate((0, base + 0.0005, 0)) for q in (0.3, 0.55, 0.8)]
        a.add("rings", m.OAK.shaded(0.7), *rings)
    for solid in (feet, waist, (body + heel) - holes, step, horn):
        a.add("anvil", iron, solid.translate((0, base, 0)), smooth=30)
    plate = s.box(length * 0.71, 0.008, wide * 0.985, 0.003).translate((-length * 0.08, high - 0.005, 0)) - holes
    a.add("face", m.STEEL, plate.translate((0, base, 0)))
    return a.build({"top": (0, base + high, 0)}).grounded()


@sculpture(
    "barrel",
    synonyms=("cask", "keg"),
    kinds=("hogshead", "wine barrel", "beer barrel", "rum barrel", "tun"),
    size=(0.8, 1.4),
    material="wooden",
)
def barrel(rng: np.random.Generator) -> Sculpture:
    """Staves, hoops with rivets, set-in heads, a bung."""
    a = Assembly()
    wood, metal = s.pick(rng, WOODS).varied(rng), s.pick(rng, (m.IRON, m.DARK_STEEL, m.RUST)).varied(rng)
    high, r, belly = rng.uniform(0.75, 0.9), rng.uniform(0.26, 0.31), rng.uniform(1.16, 1.26)
    count = int(rng.integers(14, 19))
    ys = np.linspace(0, 1, 13)
    radius = r * (1 + (belly - 1) * (1 - (2 * ys - 1) ** 2))
    half = np.pi / count * 0.965
    for k in range(count):
        mid = 2 * np.pi * k / count
        rings = []
        for y, q in zip(ys, radius, strict=True):
            arc = [(q * np.sin(mid + t), y * high, q * np.cos(mid + t)) for t in (-half, -half * 0.4, half * 0.4, half)]
            inner = [((q - 0.022) * np.sin(mid + t), y * high, (q - 0.022) * np.cos(mid + t)) for t in (half, -half)]
            rings.append([*arc, *inner])
        a.add(f"staves {k % 3}", wood.shaded((1.0, 0.9, 1.08)[k % 3]), s.loft(rings), smooth=25)
    a.add(
        "inside",
        wood.shaded(0.55),
        s.revolve(
            [
                (0, 0.03),
                *[(q - 0.012, min(max(y * high, 0.03), high - 0.03)) for y, q in zip(ys, radius, strict=True)],
                (0, high - 0.03),
            ],
            36,
        ),
    )
    for y in (0.028, high - 0.045):
        planks = s.cylinder(0.017, r * 0.985, segments=40)
        grooves = s.row(s.box(0.005, 1, 2), 6, (r * 0.3, 0, 0)).translate((0, 0.012 if y > 0.1 else -0.995, 0))
        a.add("heads", wood.shaded(0.95), (planks - grooves).translate((0, y, 0)))
    for y in (0.03, 0.2, 0.34, 0.66, 0.8, 0.97):
        q0, q1 = (float(np.interp(v, ys, radius)) + 0.004 for v in (max(y - 0.025, 0.0), min(y + 0.025, 1.0)))
        low, top = max(y - 0.025, 0.0) * high, min(y + 0.025, 1.0) * high
        hoop = s.revolve([(q0 - 0.01, low), (q0, low), (q1, top), (q1 - 0.01, top)], 48)
        a.add("hoops", metal, hoop)
        a.add(
            "rivets",
            metal.shaded(1.2),
            *[
                s.sphere(0.006, 10).translate((0, (low + top) / 2, (q0 + q1) / 2)).rotate((0, 25 + e, 0))
                for e in (0, 5)
            ],
        )
    a.add(
        "bung", m.PINE, s.cylinder(0.03, 0.024, 0.02, 20).rotate((90, 0, 0)).translate((0, high / 2, r * belly - 0.005))
    )
    return a.build({"top": (0, high - 0.03, 0)})


@sculpture(
    "crate",
    synonyms=("wooden box",),
    kinds=("packing case", "supply crate", "shipping crate"),
    size=(0.75, 1.6),
    material="wooden",
)
def crate(rng: np.random.Generator) -> Sculpture:
    """Planks in a frame with diagonals and nails."""
    a = Assembly()
    wood = s.pick(rng, (*WOODS, m.BIRCH)).varied(rng)
    w = rng.uniform(0.5, 0.8)
    high, d = w * rng.uniform(0.75, 1.0), w * rng.uniform(0.85, 1.0)
    t, bar = 0.022, 0.075
    count = int(rng.integers(5, 8))
    frame = wood.shaded(0.85)
    a.add("inside", wood.shaded(0.45), s.box(w - 2.4 * t, high - 2.4 * t, d - 2.4 * t).translate((0, 1.2 * t, 0)))
    style = s.pick(rng, ("cross", "diagonal", "plain"))
    for turn, (x, y, out) in (
        ((0, 0, 0), (w, high, d)),
        ((0, 90, 0), (d, high, w)),
        ((0, 180, 0), (w, high, d)),
        ((0, 270, 0), (d, high, w)),
        ((-90, 0, 0), (w, d, high)),
        ((90, 0, 0), (w, d, high)),
    ):
        pose = lambda solid: solid.translate((0, 0, out / 2)).rotate(turn).translate((0, high / 2, 0))  # noqa: B023, E731
        step = y / count
        for k in range(count):
            plank = s.box(x - 0.01, step * 0.95, t, 0.003).translate((0, -y / 2 + step * (k + 0.025), -t))
            a.add(f"planks {k % 2}", wood.shaded(0.96 + 0.08 * (k % 2)), pose(plank))
        pieces = [s.box(x, bar, t, 0.003).translate((0, v, 0)) for v in (-y / 2, y / 2 - bar)] + [
            s.box(bar, y, t, 0.003).translate((e * (x - bar) / 2, -y / 2, 0)) for e in (-1, 1)
        ]
        if style != "plain":
            for e in (-1, 1) if style == "cross" else (1,):
                diagonal = s.beam(
                    (-e * (x / 2 - bar), -y / 2 + bar, 0),
                    (e * (x / 2 - bar), y / 2 - bar, 0),
                    bar * 0.9,
                    t * 0.9,
                    up=(0, 0, 1),
                )
                pieces.append(diagonal ^ s.box(x - bar, y - bar, 1).translate((0, -(y - bar) / 2, 0)))
        a.add("frame", frame, pose(s.union(pieces)))
        nails = [
            s.cylinder(0.004, 0.006, segments=8)
            .rotate((90, 0, 0))
            .translate((ex * (x / 2 - bar / 2), ey * (y / 2 - bar / 2), t / 2))
            for ex in (-1, 1)
            for ey in (-1, 1)
        ]
        a.add("nails", m.IRON, pose(s.group(nails)))
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture("bucket", synonyms=("pail",), kinds=("water bucket", "tub"), size=(0.35, 0.75))
def bucket(rng: np.random.Generator) -> Sculpture:
    """A pail with a handle: of staves and hoops, or of sheet metal; water in half of them."""
    a = Assembly()
    r, low, high = rng.uniform(0.14, 0.17), rng.uniform(0.7, 0.82), rng.uniform(0.24, 0.3)
    wooden = s.chance(rng, 0.5)
    shell = s.lathe(
        [(0, 0), (r * low * 0.5, 0), (r * low, 0), (r * (low + 1) / 2, high / 2), (r, high)],
        0.014 if wooden else 0.005,
        56,
    )
    if wooden:
        wood = s.pick(rng, WOODS).varied(rng)
        grooves = s.around(
            s.box(0.004, high * 2, 0.012)
            .rotate((np.degrees(np.arctan((1 - low) * r / high)), 0, 0))
            .translate((0, -0.1, r * low - 0.024 + 0.0)),
            18,
        )
        a.add("staves", wood, shell - grooves)
        for y in (0.12, 0.78):
            q0, q1 = r * (low + (1 - low) * (y - 0.04)), r * (low + (1 - low) * (y + 0.04))
            hoop = s.revolve(
                [
                    (q0 - 0.004, high * (y - 0.04)),
                    (q0 + 0.003, high * (y - 0.04)),
                    (q1 + 0.003, high * (y + 0.04)),
                    (q1 - 0.004, high * (y + 0.04)),
                ],
                48,
            )
            a.add("hoops", m.IRON, hoop)
    else:
        metal = s.pick(
            rng, (m.STEEL, m.STEEL, m.PLASTIC.coloured(m.HUES[s.pick(rng, ("red", "blue", "green", "yellow"))]))
        ).varied(rng, 0.05)
        a.add("shell", metal, shell)
        a.add(
            "rims",
            metal.shaded(0.9),
            s.torus(r, 0.0055, 56, 10).translate((0, high - 0.004, 0)),
            s.torus(r * low, 0.005, 56, 10).translate((0, 0.005, 0)),
        )
        for y in (0.5, 0.56):
            a.add(
                "ribs",
                metal.shaded(0.95),
                s.torus(r * (low + (1 - low) * y), 0.0035, 56, 8).translate((0, high * y, 0)),
            )
    y = high * 0.9
    q = r * (low + (1 - low) * 0.9)
    a.add(
        "ears", m.IRON, *[s.box(0.012, 0.05, 0.035, 0.003).translate((x * (q + 0.007), y - 0.02, 0)) for x in (-1, 1)]
    )
    tilt = s.pick(rng, (0.0, 55.0))
    angle = np.linspace(0, np.pi, 28)
    path = np.stack([(q + 0.012) * np.cos(angle), (q * 0.95) * np.sin(angle), 0 * angle], 1)
    bail = s.tube(path, 0.0042, 8).rotate((tilt, 0, 0)).translate((0, y, 0))
    a.add("bail", m.IRON, bail)
    a.add(
        "grip",
        m.OAK,
        s.capsule((-0.04, q * 0.94, 0), (0.04, q * 0.94, 0), 0.012).rotate((tilt, 0, 0)).translate((0, y, 0)),
    )
    if s.chance(rng, 0.5):
        level = high * 0.75
        a.add(
            "water",
            m.WATER,
            s.cylinder(0.02, r * (low + (1 - low) * 0.72) - 0.012, segments=48).translate((0, level - 0.02, 0)),
        )
    top = y + q * 0.95 if tilt == 0 else high
    return a.build({"top": (0, top, 0) if tilt == 0 else (0, high, r), "inside": (0, high * 0.5, 0)}).grounded()


@sculpture("ladder", kinds=("stepladder", "step ladder"), size=(1.3, 3.2), words=("tall",))
def ladder(rng: np.random.Generator) -> Sculpture:
    """A straight ladder, or a stepladder that stands by itself."""
    a = Assembly()
    wood = s.pick(rng, (*WOODS, m.STEEL.coloured("#c3c6c9", "aluminium"))).varied(rng, 0.06)
    high, w = rng.uniform(1.8, 2.4), rng.uniform(0.38, 0.46)
    if s.chance(rng, 0.5):
        for x in (-1, 1):
            a.add("rails", wood, s.box(0.045, high, 0.06, 0.008).translate((x * w / 2, 0, 0)))
        count = int(high / 0.27)
        for k in range(count):
            y = high * (k + 0.6) / (count + 0.2)
            a.add("rungs", wood.shaded(0.9), s.rod((-w / 2, y, 0), (w / 2, y, 0), 0.019, segments=14))
        return a.build({"top": (w / 2, high, 0)}, ("tall",))
    high *= 0.75
    spread = high * 0.27
    for x in (-1, 1):
        a.add(
            "rails",
            wood,
            s.beam((x * w * 0.58, 0, spread), (x * w * 0.42, high, 0.03), 0.04, 0.07, up=(0, 0, 1)).trim_by_plane(
                (0, 1, 0), 0
            ),
        )
        a.add(
            "legs",
            wood.shaded(0.92),
            s.beam(
                (x * w * 0.55, 0, -spread), (x * w * 0.42, high * 0.97, -0.03), 0.035, 0.045, up=(0, 0, 1)
            ).trim_by_plane((0, 1, 0), 0),
        )
        a.add(
            "stays",
            m.STEEL,
            s.rod(
                (x * w * 0.53, high * 0.42, spread * 0.56),
                (x * w * 0.52, high * 0.42, -spread * 0.56),
                0.006,
                segments=8,
            ),
        )
    steps = int(rng.integers(4, 7))
    for k in range(steps):
        share = (k + 1) / (steps + 0.9)
        a.add(
            "steps",
            wood.shaded(0.9),
            s.box(w * (1.12 - 0.3 * share), 0.028, 0.1, 0.005).translate(
                (0, high * share, spread * (1 - share) + 0.02)
            ),
        )
    for share in (0.18, 0.6):
        a.add(
            "legs",
            wood.shaded(0.92),
            s.box(w * (1.06 - 0.26 * share), 0.04, 0.025).translate((0, high * share, -spread * (1 - share) - 0.02)),
        )
    a.add("top", wood, s.box(w, 0.03, 0.2, 0.006).translate((0, high * 0.985, 0)))
    return a.build({"top": (0, high + 0.02, 0)}).grounded()


@sculpture(
    "wheel",
    synonyms=("wagon wheel", "cart wheel"),
    kinds=("spoked wheel", "ship wheel", "ship's wheel", "helm wheel"),
    size=(0.8, 2.5),
    material="wooden",
    tint=False,
)
def wheel(rng: np.random.Generator) -> Sculpture:
    """A cart's wheel with an iron tyre, or a ship's with handles; it stands upright and faces the front."""
    a = Assembly()
    wood = s.pick(rng, (m.OAK, m.WALNUT, m.MAHOGANY)).varied(rng)
    r = rng.uniform(0.42, 0.6)
    ship = s.chance(rng, 0.4)
    count = int(s.pick(rng, (8, 10, 12)) if not ship else s.pick(rng, (6, 8)))
    y = r * (1.32 if ship else 1.0)
    width = r * 0.13
    ring = s.revolve(
        [(r * 0.82, -width / 2), (r * 0.97, -width / 2), (r * 0.97, width / 2), (r * 0.82, width / 2)], 64
    ).rotate((90, 0, 0))
    gaps = s.union(
        [
            s.box(r * 0.012, r * 2, 1).translate((0, r * 0.5, 0)).rotate((0, 0, 360 / count * (k + 0.5)))
            for k in range(count)
        ]
    )
    core = s.cylinder(1, r * 0.93, segments=64).rotate((90, 0, 0)).translate((0, 0, -0.5))
    a.add("rim", wood, (ring - (gaps - core)).translate((0, y, 0)))
    turned = s.profile(
        [(r * 0.05, 0), (r * 0.062, r * 0.2), (r * 0.042, r * 0.42), (r * 0.058, r * 0.66), (r * 0.045, r * 0.86)], 24
    )
    spoke = s.revolve([(0, 0), *turned, (0, r * 0.86)], 16)
    hub_r = r * 0.2
    for k in range(count):
        turn = 360 / count * k
        a.add("spokes", wood.shaded(0.92), spoke.rotate((0, 0, turn)).translate((0, y, 0)))
        if ship:
            grip = s.revolve(
                [
                    (0, 0),
                    *s.profile(
                        [
                            (r * 0.035, 0),
                            (r * 0.05, r * 0.1),
                            (r * 0.035, r * 0.22),
                            (r * 0.05, r * 0.3),
                            (0, r * 0.34),
                        ],
                        24,
                    ),
                ],
                16,
            )
            a.add("handles", wood, grip.translate((0, r * 0.95, 0)).rotate((0, 0, turn)).translate((0, y, 0)))
            pin = (
                s.cylinder(width * 1.12, r * 0.018, segments=12)
                .rotate((90, 0, 0))
                .translate((0, r * 0.895, -width * 0.56))
                .rotate((0, 0, turn))
            )
            a.add("pins", m.BRASS, pin.translate((0, y, 0)))
    if ship:
        for z in (-1, 1):
            band = s.revolve([(r * 0.86, 0), (r * 0.93, 0), (r * 0.93, r * 0.012), (r * 0.86, r * 0.012)], 64).rotate(
                (90, 0, 0)
            )
            a.add("bands", m.BRASS, band.translate((0, y, z * width / 2)))
        a.add(
            "hub plate",
            m.BRASS,
            s.cylinder(width * 1.5, hub_r * 0.6, segments=32, bevel=width * 0.1)
            .rotate((90, 0, 0))
            .translate((0, y, -width * 0.75)),
        )
    else:
        tyre = s.revolve(
            [(r * 0.955, -width * 0.56), (r, -width * 0.56), (r, width * 0.56), (r * 0.955, width * 0.56)], 64
        ).rotate((90, 0, 0))
        a.add("tyre", m.IRON.varied(rng), tyre.translate((0, y, 0)))
    hub = s.revolve(
        [
            (0, -width * 1.3),
            *s.profile(
                [
                    (hub_r * 0.6, -width * 1.3),
                    (hub_r * 0.7, -width),
                    (hub_r, 0),
                    (hub_r * 0.7, width),
                    (hub_r * 0.6, width * 1.3),
                ],
                22,
            ),
            (0, width * 1.3),
        ],
        36,
    ).rotate((90, 0, 0))
    a.add("hub", wood.shaded(0.85), hub.translate((0, y, 0)))
    a.add(
        "hub bands",
        m.BRASS if ship else m.IRON,
        *[
            s.cylinder(width * 0.3, hub_r * 0.78, segments=32)
            .rotate((90, 0, 0))
            .translate((0, y, z * width - width * 0.15))
            for z in (-0.95, 0.95)
        ],
    )
    a.add(
        "axle",
        m.IRON,
        s.cylinder(width * 3, hub_r * 0.3, segments=20).rotate((90, 0, 0)).translate((0, y, -width * 1.5)),
    )
    return a.build({"top": (0, y + r * (1.3 if ship else 1.0), 0), "hub": (0, y, 0)}).grounded()


@sculpture(
    "gear",
    synonyms=("cog", "cogwheel", "gear wheel"),
    kinds=("sprocket", "steampunk gear"),
    size=(0.15, 0.55),
    tint=True,
)
def gear(rng: np.random.Generator) -> Sculpture:
    """A toothed wheel with a hub, spokes or holes and bolts; upright, facing the front."""
    a = Assembly()
    metal = s.pick(rng, (m.STEEL, m.BRASS, m.BRONZE, m.IRON, m.COPPER)).varied(rng, 0.06)
    teeth = int(rng.integers(10, 20))
    r = rng.uniform(0.07, 0.15)
    t = r * rng.uniform(0.22, 0.36)
    root = r * (1 - 2.4 / teeth)
    points = []
    for k in range(teeth):
        mid = 2 * np.pi * k / teeth
        for share, q in ((-0.3, root), (-0.15, r), (0.15, r), (0.3, root)):
            points.append((q * np.cos(mid + share * 2 * np.pi / teeth), q * np.sin(mid + share * 2 * np.pi / teeth)))
    body = s.extrude(points, t, t * 0.06)
    style = s.pick(rng, ("spokes", "holes", "plate"))
    if style == "spokes":
        count = int(rng.integers(4, 7))
        ring = s.cylinder(t * 2, root * 0.8, segments=48).rotate((90, 0, 0)).translate((0, 0, -t)) - s.cylinder(
            t * 4, r * 0.32, segments=32
        ).rotate((90, 0, 0)).translate((0, 0, -t * 2))
        arms = s.union([s.box(r * 0.15, r * 1.0, t * 4).rotate((0, 0, 360 / count * k)) for k in range(count)])
        body -= ring - arms
    elif style == "holes":
        count = int(rng.integers(5, 8))
        body -= s.union(
            [
                s.cylinder(t * 4, root * 0.17, segments=28)
                .rotate((90, 0, 0))
                .translate((0, root * 0.58, -t * 2))
                .rotate((0, 0, 360 / count * k))
                for k in range(count)
            ]
        )
    else:
        well = s.cylinder(t, root * 0.84, segments=48).rotate((90, 0, 0))
        body -= well.translate((0, 0, t * 0.3)) + well.translate((0, 0, -t * 1.3))
        a.add(
            "bolts",
            metal.shaded(0.7),
            *[
                s.prism(t * 0.3, r * 0.055, 6)
                .rotate((90 * z, 0, 0))
                .translate((0, root * 0.62, z * t * 0.28))
                .rotate((0, 0, 60 * k))
                .translate((0, r, 0))
                for k in range(6)
                for z in (-1, 1)
            ],
        )
    bore = s.cylinder(t * 4, r * 0.13, segments=32).rotate((90, 0, 0)).translate((0, 0, -t * 2)) + s.box(
        r * 0.08, r * 0.18, t * 4
    )
    hub = s.cylinder(t * 1.5, r * 0.3, segments=40, bevel=t * 0.08).rotate((90, 0, 0)).translate((0, 0, -t * 0.75))
    a.add("gear", metal, (body - bore).translate((0, r, 0)))
    a.add("hub", metal.shaded(0.85), (hub - bore).translate((0, r, 0)))
    return a.build({"top": (0, 2 * r, 0)}).grounded()


@sculpture("anchor", synonyms=("ship anchor", "boat anchor"), kinds=("admiralty anchor",), size=(0.9, 2.0), tint=False)
def anchor(rng: np.random.Generator) -> Sculpture:
    """An admiralty anchor with a stock, flukes, a ring and some chain."""
    a = Assembly()
    iron = s.pick(rng, (m.IRON, m.DARK_STEEL, m.RUST, m.IRON.coloured("#2f3f55"))).varied(rng, 0.06)
    high, r = rng.uniform(0.85, 1.2), rng.uniform(0.026, 0.034)
    wide = high * rng.uniform(0.36, 0.42)
    a.add(
        "shank",
        iron,
        s.tube(
            [(0, high * 0.06, 0), (0, high * 0.5, 0), (0, high * 0.93, 0)],
            np.array([[r * 1.35, r * 1.1], [r * 1.05, r * 0.9], [r * 0.9, r * 0.85]]),
            14,
        ),
    )
    path = s.curve(
        [(0, high * 0.05, 0), (wide * 0.5, high * 0.09, 0), (wide * 0.88, high * 0.25, 0), (wide, high * 0.38, 0)], 20
    )
    arm = s.tube(path, s.interpolate((r * 1.35, r * 1.2, r * 0.9, r * 0.5), 20), 12)
    fluke = s.hull(
        [
            s.sphere(r * 0.35, 10).translate(p)
            for p in (
                (wide * 1.02, high * 0.42, 0),
                (wide * 0.78, high * 0.27, wide * 0.24),
                (wide * 0.78, high * 0.27, -wide * 0.24),
                (wide * 0.72, high * 0.21, 0),
                (wide * 0.95, high * 0.24, 0),
            )
        ]
    )
    a.add("arms", iron, s.mirrored(arm))
    a.add("flukes", iron.shaded(0.9), s.mirrored(fluke))
    stock = s.capsule((0, high * 0.8, -wide * 0.8), (0, high * 0.8, wide * 0.8), r * 0.72)
    a.add("stock", s.pick(rng, (m.OAK, iron)), stock.rotate((0, 90, 0)))
    a.add(
        "stock ends",
        iron,
        *[s.sphere(r * 1.15, 18).translate((x * wide * 0.82, high * 0.8, 0)) for x in (-1, 1)],
        s.box(r * 3.4, r * 2.6, r * 3.0, r * 0.3).translate((0, high * 0.8 - r * 1.3, 0)),
    )
    ring_r = r * 2.3
    a.add(
        "ring",
        iron.shaded(1.1),
        s.torus(ring_r, r * 0.5, 32, 10)
        .rotate((90, 0, 0))
        .rotate((0, 35, 0))
        .translate((0, high * 0.95 + ring_r * 0.7, 0)),
    )
    a.add("eye", iron, s.sphere(r * 1.3, 18).translate((0, high * 0.94, 0)))
    link = s.tube(
        np.stack(
            [
                0.55 * np.cos(np.linspace(0, 2 * np.pi, 20, False)),
                np.sin(np.linspace(0, 2 * np.pi, 20, False)),
                np.zeros(20),
            ],
            1,
        )
        * r
        * 1.7,
        r * 0.36,
        8,
        closed=True,
    )
    way = s.curve(
        [
            (0, high * 0.95 + ring_r * 1.6, 0),
            (r * 4, high * 0.98, r * 2),
            (r * 7, high * 0.8, r * 2.5),
            (r * 6.5, high * 0.55, r * 2),
        ],
        11,
    )
    for k in range(10):
        a.add(
            "chain",
            iron.shaded(1.15),
            s.aim(link.rotate((0, 90 * (k % 2), 0)), way[k + 1] - way[k]).translate(tuple((way[k] + way[k + 1]) / 2)),
        )
    return a.build({"top": (0, high * 0.95 + ring_r * 1.7, 0)}).grounded()


@sculpture(
    "umbrella",
    synonyms=("parasol", "brolly"),
    kinds=("beach umbrella", "sunshade"),
    size=(1.4, 2.1),
    words=("striped", "open"),
)
def umbrella(rng: np.random.Generator) -> Sculpture:
    """An open umbrella on its stick, of eight gores, ribs below, a crook."""
    a = Assembly()
    one = m.CLOTH.coloured(m.HUES[s.pick(rng, ("red", "blue", "black", "green", "yellow", "purple", "pink"))], "gores")
    striped = s.chance(rng, 0.45)
    two = m.CLOTH.coloured(s.pick(rng, ("#efe9da", "#efe9da", "#e6c038")), "other gores") if striped else one
    gores, r, deep = 8, rng.uniform(0.46, 0.56), rng.uniform(0.2, 0.28)
    high = rng.uniform(0.8, 0.9)

    def sheet(k: int, lift: float) -> np.ndarray:
        rows, columns = 9, 9
        out = np.empty((rows, columns, 3))
        for i in range(rows):
            q = max(i / (rows - 1), 1e-3)
            for j in range(columns):
                v = j / (columns - 1)
                t = 2 * np.pi * (k + v) / gores
                sag = 1 - 0.085 * np.sin(np.pi * v) * q
                out[i, j] = (
                    r * q * sag * np.sin(t),
                    high - deep * (1 - np.cos(1.25 * q)) / (1 - np.cos(1.25)) + 0.02 * np.sin(np.pi * v) * q**2 + lift,
                    r * q * sag * np.cos(t),
                )
        return out

    for k in range(gores):
        upper, lower = sheet(k, 0.004), sheet(k, -0.001)
        rings = np.stack([np.concatenate([u, w[::-1]]) for u, w in zip(upper, lower, strict=True)])
        a.add("canopy" if k % 2 or not striped else "canopy stripes", one if k % 2 else two, s.loft(rings), smooth=50)
        edge = upper[:, 0]
        a.add("ribs", m.STEEL, s.tube(edge - (0, 0.008, 0), 0.0026, 8))
        tip = edge[-1]
        a.add("rib tips", m.SILVER, s.sphere(0.0075, 12).translate(tuple(tip)))
        a.add(
            "stretchers",
            m.STEEL,
            s.rod(
                (0.012 * np.sin(2 * np.pi * k / gores), high - deep * 1.15, 0.012 * np.cos(2 * np.pi * k / gores)),
                tuple(edge[4] - (0, 0.01, 0)),
                0.0022,
                segments=8,
            ),
        )
    a.add("stick", s.pick(rng, (m.STEEL, m.WALNUT, m.OAK)), s.rod((0, 0.08, 0), (0, high + 0.05, 0), 0.0075))
    a.add(
        "ferrule",
        m.SILVER,
        s.cylinder(0.06, 0.007, 0.003, 14).translate((0, high + 0.045, 0)),
        s.cylinder(0.012, 0.024, 0.012, 24).translate((0, high - 0.002, 0)),
    )
    a.add(
        "runner",
        m.BLACK,
        s.cylinder(0.05, 0.014, segments=20, bevel=0.003).translate((0, high - deep * 1.15 - 0.03, 0)),
    )
    hook = np.concatenate(
        [
            [(0, 0.16, 0), (0, 0.12, 0)],
            [(0.045 - 0.045 * np.cos(t), 0.05 - 0.045 * np.sin(t), 0) for t in np.linspace(0, np.pi, 14)],
            [(0.09, 0.065, 0)],
        ]
    )
    a.add("handle", s.pick(rng, (m.WALNUT, m.MAHOGANY, m.BLACK)), s.tube(s.curve(hook, 32), 0.012, 14))
    return a.build(
        {"top": (0, high + 0.1, 0), "hand": (0, 0.14, 0)}, ("striped", "open") if striped else ("open",)
    ).grounded()
