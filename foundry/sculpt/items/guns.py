"""Guns, which point to +Z, and a hand grenade."""

from __future__ import annotations

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.vehicles.ground import side_solid


@sculpture(
    "rifle",
    synonyms=("hunting rifle", "sniper rifle"),
    kinds=("carbine", "assault rifle", "air rifle", "musket"),
    size=(0.9, 1.45),
    tint=False,
)
def rifle(rng: np.random.Generator) -> Sculpture:
    """A wooden stock, a bolt, a long barrel, a telescopic sight; its muzzle to the front."""
    a = Assembly()
    wood = s.pick(rng, (m.WALNUT, m.OAK, m.MAHOGANY)).varied(rng)
    black = m.DARK_STEEL.shaded(0.55)
    stock = [
        (-0.56, -0.12),
        (-0.57, 0.02),
        (-0.34, 0.04),
        (-0.24, 0.025),
        (-0.2, 0.06),
        (0.3, 0.06),
        (0.32, 0.01),
        (0.1, -0.005),
        (-0.1, -0.02),
    ]
    stock += [(-0.16, -0.045), (-0.24, -0.055), (-0.34, -0.055)]
    a.add("stock", wood, side_solid(stock, 0.058, 0.014), smooth=40)
    a.add(
        "butt plate",
        m.RUBBER,
        side_solid(
            [(-0.585, -0.125), (-0.6, -0.1), (-0.6, 0.01), (-0.585, 0.025), (-0.56, 0.025), (-0.56, -0.125)], 0.06
        ),
    )
    long = rng.uniform(0.56, 0.64)
    a.add("receiver", black, s.box(0.055, 0.06, 0.34, 0.01).translate((0, 0.04, -0.02)))
    a.add("barrel", black, s.rod((0, 0.074, 0.1), (0, 0.074, long), 0.024, 0.02), smooth=60)
    a.add("barrel", black, s.rod((0, 0.074, long - 0.06), (0, 0.074, long + 0.02), 0.027), smooth=60)
    a.add(
        "bolt",
        m.STEEL,
        s.rod((-0.02, 0.075, -0.12), (-0.075, 0.05, -0.14), 0.013),
        s.sphere(0.021, 14).translate((-0.085, 0.045, -0.145)),
    )
    guard = s.tube(
        [(0, y, z) for z, y in s.curve([(-0.03, -0.01), (-0.045, -0.06), (-0.1, -0.075), (-0.15, -0.05)], 16)], 0.011, 8
    )
    a.add("trigger guard", black, guard, s.beam((0, -0.01, -0.09), (0, -0.05, -0.08), 0.014, 0.02))
    a.add("magazine", black, s.box(0.042, 0.08, 0.12).translate((0, -0.075, 0.06)))
    y = 0.145
    scope = s.union(
        [
            s.rod((0, y, -0.16), (0, y, 0.16), 0.024),
            s.rod((0, y, 0.1), (0, y, 0.16), 0.024, 0.038),
            s.rod((0, y, 0.16), (0, y, 0.23), 0.038),
            s.rod((0, y, -0.22), (0, y, -0.14), 0.034),
            s.box(0.045, 0.034, 0.04).translate((0, y + 0.012, -0.01)),
        ]
    )
    a.add("scope", m.BLACK, scope, smooth=40)
    a.add("lenses", m.WINDOW, s.rod((0, y, 0.225), (0, y, 0.236), 0.031), s.rod((0, y, -0.226), (0, y, -0.215), 0.028))
    a.add("mounts", black, *[s.box(0.03, 0.06, 0.034).translate((0, 0.085, z)) for z in (-0.09, 0.09)])
    sling = s.tube(
        [(0, q, z) for z, q in s.curve([(-0.46, -0.1), (-0.2, -0.15), (0.06, -0.13), (0.27, 0.0)], 24)],
        np.array([[0.009, 0.02]]),
        8,
    )
    if s.chance(rng, 0.4):
        a.add("sling", m.LEATHER, sling, smooth=60)
    return a.build({"top": (0, y + 0.045, 0), "hand": (0, -0.02, -0.2)}).grounded()


@sculpture(
    "shotgun",
    synonyms=("double barreled shotgun", "pump shotgun"),
    kinds=("blunderbuss", "hunting gun"),
    size=(0.8, 1.3),
    tint=False,
)
def shotgun(rng: np.random.Generator) -> Sculpture:
    """Two barrels side by side, or one over a pump grip; a wooden stock; its muzzle to the front."""
    a = Assembly()
    wood = s.pick(rng, (m.WALNUT, m.OAK, m.MAHOGANY)).varied(rng)
    black = m.DARK_STEEL.shaded(0.6)
    double = s.chance(rng, 0.6)
    stock = [
        (-0.5, -0.15),
        (-0.52, -0.01),
        (-0.3, 0.03),
        (-0.18, 0.03),
        (-0.12, 0.06),
        (-0.1, -0.015),
        (-0.2, -0.04),
        (-0.28, -0.075),
    ]
    a.add("stock", wood, side_solid(stock, 0.06, 0.014), smooth=40)
    a.add(
        "butt plate", m.RUBBER, side_solid([(-0.5, -0.152), (-0.53, -0.145), (-0.545, -0.015), (-0.52, -0.008)], 0.062)
    )
    long = rng.uniform(0.5, 0.58)
    receiver = m.STEEL if double else black
    a.add(
        "receiver",
        receiver,
        side_solid([(-0.14, -0.02), (-0.14, 0.065), (-0.02, 0.095), (0.08, 0.095), (0.08, -0.012)], 0.07, 0.008),
    )
    guard = s.tube(
        [(0, y, z) for z, y in s.curve([(-0.01, -0.015), (-0.03, -0.07), (-0.09, -0.08), (-0.14, -0.03)], 16)], 0.012, 8
    )
    a.add(
        "trigger guard",
        black,
        guard,
        s.beam((0, -0.01, -0.06), (0, -0.055, -0.05), 0.014, 0.02),
        s.beam((0, -0.01, -0.095), (0, -0.05, -0.085), 0.014, 0.018),
    )
    if double:
        for x in (-0.0265, 0.0265):
            bore = s.rod((x, 0.066, 0.06), (x, 0.066, long), 0.027) - s.rod(
                (x, 0.066, long - 0.06), (x, 0.066, long + 0.1), 0.018
            )
            a.add("barrels", black, bore, smooth=60)
        a.add("rib", black, s.box(0.018, 0.02, long - 0.08).translate((0, 0.08, (long + 0.08) / 2)))
        a.add(
            "fore-end",
            wood,
            side_solid([(0.08, 0.05), (0.08, -0.005), (0.24, 0.008), (0.34, 0.03), (0.34, 0.05)], 0.082, 0.012),
            smooth=40,
        )
        a.add("hammers", black, *[s.beam((x, 0.07, -0.11), (x, 0.13, -0.15), 0.018, 0.024) for x in (-0.024, 0.024)])
    else:
        bore = s.rod((0, 0.075, 0.06), (0, 0.075, long), 0.026) - s.rod(
            (0, 0.075, long - 0.06), (0, 0.075, long + 0.1), 0.017
        )
        a.add("barrels", black, bore, s.rod((0, 0.02, 0.06), (0, 0.02, long - 0.1), 0.023), smooth=60)
        a.add("fore-end", wood, s.rod((0, 0.02, 0.16), (0, 0.02, 0.36), 0.042), smooth=60)
        a.add(
            "grooves",
            wood.shaded(0.6),
            *[s.rod((0, 0.02, z), (0, 0.02, z + 0.014), 0.0435) for z in np.linspace(0.18, 0.32, 5)],
        )
        a.add("clamp", black, s.box(0.05, 0.11, 0.03).translate((0, -0.002, long - 0.13)))
    a.add("bead", m.BRASS, s.sphere(0.014, 12).translate((0, 0.107, long - 0.02)))
    return a.build({"top": (0, 0.11, 0.1), "hand": (0, 0.0, -0.2)}, ()).grounded()


@sculpture(
    "machine gun",
    synonyms=("minigun", "light machine gun"),
    kinds=("gatling gun", "tommy gun", "submachine gun", "heavy machine gun"),
    size=(1.0, 1.9),
    tint=False,
)
def machine_gun(rng: np.random.Generator) -> Sculpture:
    """A pierced barrel jacket, a box for the belt of cartridges, a bipod, a shoulder stock; its muzzle to the front."""
    a = Assembly()
    dark = m.IRON.coloured(s.pick(rng, ("#35383c", "#2c3036", "#3a3d38")), "gunmetal")
    wood = s.pick(rng, (m.WALNUT, m.BLACK, m.OAK)).varied(rng)
    y = 0.4
    a.add("receiver", dark, s.box(0.11, 0.13, 0.5, 0.012).translate((0, y - 0.06, -0.1)))
    a.add(
        "cover",
        dark.shaded(1.2),
        side_solid([(0.13, y + 0.06), (0.08, y + 0.1), (-0.22, y + 0.1), (-0.28, y + 0.06)], 0.1),
    )
    stock = [
        (-0.33, y + 0.05),
        (-0.48, y + 0.035),
        (-0.66, y + 0.05),
        (-0.67, y - 0.15),
        (-0.54, y - 0.1),
        (-0.33, y - 0.04),
    ]
    a.add("stock", wood, side_solid(stock, 0.075, 0.014), smooth=40)
    grip = side_solid([(-0.16, y - 0.05), (-0.25, y - 0.05), (-0.3, y - 0.22), (-0.21, y - 0.23)], 0.062, 0.012)
    a.add("grip", wood, grip, smooth=40)
    guard = s.tube(
        [(0, q, z) for z, q in s.curve([(-0.06, y - 0.05), (-0.07, y - 0.12), (-0.13, y - 0.14), (-0.2, y - 0.1)], 14)],
        0.013,
        8,
    )
    a.add("trigger guard", dark, guard)
    jacket = s.rod((0, y + 0.02, 0.12), (0, y + 0.02, 0.5), 0.06, segments=28)
    holes = s.union(
        [
            s.rod((-0.2, 0, z), (0.2, 0, z), 0.021, segments=12).rotate((0, 0, t)).translate((0, y + 0.02, 0))
            for z in np.linspace(0.19, 0.44, 5)
            for t in (0, 60, 120)
        ]
    )
    a.add("jacket", dark.shaded(0.9), jacket - holes, smooth=40)
    a.add("barrel", dark.shaded(0.75), s.rod((0, y + 0.02, 0.1), (0, y + 0.02, 0.78), 0.029), smooth=60)
    a.add("muzzle", dark, s.rod((0, y + 0.02, 0.72), (0, y + 0.02, 0.84), 0.035, 0.05), smooth=40)
    a.add(
        "sights",
        dark,
        s.box(0.022, 0.08, 0.03).translate((0, y + 0.05, 0.66)),
        s.box(0.05, 0.06, 0.03).translate((0, y + 0.09, -0.2)),
    )
    handle = s.tube(
        [(0, q, z) for z, q in s.curve([(0.16, y + 0.06), (0.14, y + 0.16), (0.02, y + 0.17), (-0.02, y + 0.17)], 16)],
        0.018,
        8,
    )
    a.add("handle", dark, handle)
    for x in (-1, 1):
        a.add(
            "bipod",
            dark,
            s.rod((x * 0.02, y - 0.02, 0.46), (x * 0.2, 0.02, 0.54), 0.02),
            s.box(0.06, 0.03, 0.1).translate((x * 0.2, 0, 0.55)),
        )
    tin = m.PAINT.coloured("#55613a", "ammunition box")
    a.add("box", tin, s.box(0.13, 0.17, 0.2, 0.01).translate((0.15, y - 0.26, 0.0)))
    path = s.curve([(0.15, y - 0.1, 0.0), (0.17, y + 0.0, 0.0), (0.12, y + 0.06, 0.0), (0.02, y + 0.05, 0.0)], 12)
    ends = s.curve([(-0.02, y + 0.04, 0.0), (-0.12, y + 0.03, 0.0), (-0.17, y - 0.06, 0.0), (-0.18, y - 0.2, 0.0)], 13)
    for point in (*path, *ends):
        x, q, _ = point
        a.add("cartridges", m.BRASS, s.rod((x, q, -0.06), (x, q, 0.03), 0.014, segments=10))
        a.add("bullets", m.COPPER, s.rod((x, q, 0.03), (x, q, 0.065), 0.012, 0.003, 10))
    return a.build({"top": (0, y + 0.18, 0), "hand": (0, y - 0.14, -0.23)}).scaled(rng.uniform(0.9, 1.05))


@sculpture(
    "ray gun",
    synonyms=("raygun", "laser gun", "blaster"),
    kinds=("laser pistol", "space gun", "plasma gun", "phaser"),
    size=(0.22, 0.5),
)
def ray_gun(rng: np.random.Generator) -> Sculpture:
    """A rounded body with fins, rings about the barrel, a glowing ball at its tip; it points to the front."""
    a = Assembly()
    body, trim, glow = s.pick(
        rng,
        (
            ("#d1302a", "#f0c02a", "#6fe0ff"),
            ("#2f8a8a", "#e8862a", "#ffd84a"),
            ("#6a3aa8", "#f0c02a", "#7fff6a"),
            ("#c9ccd0", "#d1302a", "#6fff8a"),
        ),
    )
    coat, other = m.PAINT.coloured(body, "body"), m.PAINT.coloured(trim, "trim")
    light = m.Material("glow", m.srgb(glow), 0.2, emission=m.srgb(glow))
    y = 0.14

    def lie(solid: s.Solid) -> s.Solid:
        return solid.rotate((90, 0, 0)).translate((0, y, 0))

    a.add(
        "body",
        coat,
        lie(
            s.revolve(
                s.profile(
                    [(0, -0.13), (0.03, -0.12), (0.052, -0.06), (0.05, 0.0), (0.026, 0.07), (0.02, 0.09), (0, 0.09)], 30
                ),
                36,
            )
        ),
        smooth=60,
    )
    a.add("knob", other, s.sphere(0.02, 18).translate((0, y, -0.135)), smooth=60)
    a.add("barrel", other, lie(s.cylinder(0.14, 0.014, segments=20).translate((0, 0.05, 0))), smooth=60)
    for k, (z, r) in enumerate(((0.09, 0.045), (0.122, 0.037), (0.152, 0.03))):
        a.add(
            "rings",
            coat if k % 2 else m.STEEL,
            lie(s.cylinder(0.012, r, segments=32, bevel=0.003).translate((0, z, 0))),
            smooth=40,
        )
    a.add("tip", light, s.sphere(0.024, 22).translate((0, y, 0.195)), smooth=60)
    fin = side_solid([(-0.1, y + 0.03), (-0.13, y + 0.1), (-0.08, y + 0.09), (0.03, y + 0.035)], 0.016, 0.004)
    a.add("fins", other, fin)
    for turn in (120, 240):
        a.add("fins", other, fin.translate((0, -y, 0)).rotate((0, 0, turn)).translate((0, y, 0)))
    a.add("band", other, lie(s.cylinder(0.02, 0.0535, segments=36).translate((0, -0.04, 0))))
    grip = side_solid(
        [(-0.025, y - 0.03), (-0.085, y - 0.03), (-0.125, 0.005), (-0.11, 0), (-0.06, 0), (-0.055, 0.012)], 0.038, 0.008
    )
    a.add("grip", m.BLACK, grip, smooth=40)
    guard = s.tube(
        [
            (0, q, z)
            for z, q in s.curve([(0.035, y - 0.03), (0.03, y - 0.07), (-0.01, y - 0.085), (-0.05, y - 0.075)], 16)
        ],
        0.0075,
        8,
    )
    a.add("guard", m.STEEL, guard, s.beam((0, y - 0.03, -0.012), (0, y - 0.065, -0.004), 0.012, 0.014))
    for x in (-1, 1):
        a.add("dials", light, s.ellipsoid(0.008, 0.018, 0.018, 18).translate((x * 0.05, y + 0.012, -0.02)), smooth=60)
    return a.build({"top": (0, y + 0.1, -0.1), "hand": (0, 0.06, -0.08)}).scaled(rng.uniform(0.9, 1.1))


@sculpture(
    "grenade",
    synonyms=("hand grenade", "frag grenade"),
    kinds=("pineapple grenade", "smoke grenade"),
    size=(0.09, 0.22),
)
def grenade(rng: np.random.Generator) -> Sculpture:
    """An olive body cut into blocks, a fuse with a lever along its side, a pin with a ring."""
    a = Assembly()
    green = m.PAINT.coloured(s.pick(rng, ("#55652f", "#4a5a34", "#5f6a3a")), "olive").varied(rng, 0.05)
    r, tall = 0.03, rng.uniform(0.082, 0.09)
    body = s.revolve(
        s.profile([(0, 0), (r * 0.6, 0.0), (r, tall * 0.32), (r, tall * 0.62), (r * 0.6, tall * 0.97), (0, tall)], 30),
        48,
    )
    cuts = s.union([s.box(0.0062, tall, 0.012).translate((0, 0, r * 1.0)).rotate((0, 45 * k, 0)) for k in range(8)])
    groove = s.union(
        [
            s.cylinder(0.0058, r * 1.3, segments=40).translate((0, tall * q - 0.0029, 0))
            - s.cylinder(0.02, r * 0.87, segments=40).translate((0, tall * q - 0.01, 0))
            for q in (0.3, 0.5, 0.7)
        ]
    )
    a.add("core", green.shaded(0.55), body.scale((0.93, 0.99, 0.93)))
    a.add("body", green, body - cuts - groove, smooth=40)
    neck = s.cylinder(0.016, 0.0135, 0.012, 24).translate((0, tall - 0.003, 0)) + s.cylinder(
        0.01, 0.016, segments=24, bevel=0.002
    ).translate((0, tall + 0.011, 0))
    a.add("fuse", m.DARK_STEEL, neck, smooth=40)
    lever = s.tube(
        [
            (x, y, 0)
            for x, y in s.curve(
                [
                    (-0.006, tall + 0.022),
                    (0.016, tall + 0.022),
                    (0.03, tall + 0.004),
                    (0.038, tall * 0.6),
                    (0.038, tall * 0.22),
                ],
                24,
            )
        ],
        np.array([[0.0026, 0.008]]),
        8,
        up=(1, 1, 0),
    )
    a.add("lever", m.STEEL, lever, smooth=40)
    a.add(
        "ring",
        m.BRASS,
        s.torus(0.016, 0.003, 28, 8).rotate((90, 0, 0)).rotate((0, 35, 0)).translate((-0.03, tall + 0.01, 0.004)),
        smooth=60,
    )
    a.add("pin", m.BRASS, s.rod((-0.02, tall + 0.016, 0), (0.02, tall + 0.016, 0), 0.003))
    if s.chance(rng, 0.4):
        a.add("band", m.YELLOW, s.cylinder(0.006, r * 0.72, segments=40).translate((0, tall * 0.89, 0)))
    return a.build({"top": (0, tall + 0.023, 0), "hand": (0, tall / 2, 0)}).scaled(rng.uniform(0.98, 1.12))
