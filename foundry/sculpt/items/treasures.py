"""Potions, chests, crowns, rings, gems, coins, goblets, scrolls, books, keys, padlocks, trophies."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.solids import Solid

PRECIOUS = (m.GOLD, m.GOLD, m.SILVER, m.BRONZE)
JEWEL_COLOURS = {
    "red": "#b5122e",
    "blue": "#1546a8",
    "green": "#0f8a55",
    "purple": "#7a2fa0",
    "yellow": "#e0a915",
    "white": "#dfeaf2",
}


def jewel(rng: np.random.Generator) -> Material:
    """A cut stone's material."""
    hue = s.pick(rng, tuple(JEWEL_COLOURS))
    return Material(f"{hue} jewel", m.srgb(JEWEL_COLOURS[hue]), 0.05, transmission=0.15)


def brilliant(radius: float, sides: int = 8) -> Solid:
    """A cut stone, its tip at y = 0, its table up: crown, girdle and pavilion in facets."""
    angle = np.arange(sides) * 2 * np.pi / sides
    turned = angle + np.pi / sides
    points = [(0.0, 0.0, 0.0)]
    for y, r, at in (
        (0.62, 0.72, turned),
        (0.86, 1.0, angle),
        (0.92, 1.0, angle),
        (1.1, 0.8, turned),
        (1.24, 0.55, angle),
    ):
        points += [(r * np.sin(t), y, r * np.cos(t)) for t in at]
    return Solid.hull_points(np.array(points) * radius)


@sculpture(
    "potion",
    synonyms=("magic potion", "potion bottle", "health potion"),
    kinds=("elixir", "mana potion", "vial", "poison bottle"),
    size=(0.13, 0.32),
    words=("round", "tall"),
)
def potion(rng: np.random.Generator) -> Sculpture:
    """A glass bottle of glowing liquid with bubbles, a cork, a collar and, often, a label."""
    a = Assembly()
    hue, glow = s.pick(
        rng,
        (
            ("#c2202e", "red"),
            ("#1f6fd0", "blue"),
            ("#2fae4e", "green"),
            ("#8a35c8", "purple"),
            ("#e8b21f", "yellow"),
            ("#e0559a", "pink"),
            ("#20b5a8", "teal"),
        ),
    )
    r = rng.uniform(0.045, 0.06)
    kind = s.pick(rng, ("round", "cone", "tall", "heart"), (0.4, 0.3, 0.2, 0.1))
    neck = r * rng.uniform(0.28, 0.36)
    if kind == "round":
        body, shoulder = (
            [(r * 0.55, 0), (r * 0.86, r * 0.25), (r, r * 0.85), (r * 0.82, r * 1.5), (neck * 1.1, r * 1.92)],
            r * 1.92,
        )
    elif kind == "cone":
        body, shoulder = (
            [(r * 0.98, 0), (r * 1.05, r * 0.12), (r * 0.9, r * 0.5), (r * 0.55, r * 1.3), (neck * 1.05, r * 1.95)],
            r * 1.95,
        )
    elif kind == "tall":
        body, shoulder = (
            [(r * 0.62, 0), (r * 0.68, r * 0.1), (r * 0.68, r * 1.9), (r * 0.6, r * 2.3), (neck, r * 2.6)],
            r * 2.6,
        )
    else:
        body, shoulder = (
            [(r * 0.3, 0), (r * 0.5, r * 0.3), (r * 1.02, r * 1.2), (r * 0.85, r * 1.7), (neck, r * 1.98)],
            r * 1.98,
        )
    top = shoulder + r * rng.uniform(0.45, 0.75)
    outer = s.profile([*body, (neck, (shoulder + top) / 2), (neck * 1.35, top)], 36)
    glass = s.lathe(np.concatenate([[(0, 0)], outer]), r * 0.06, 48)
    a.add("bottle", m.GLASS.coloured("#cfe4e8"), glass, smooth=60)
    level = shoulder * rng.uniform(0.72, 0.88)
    inner = [(q - r * 0.065, y) for q, y in outer if r * 0.08 < y < level]
    edge = float(np.interp(level, outer[:, 1], outer[:, 0])) - r * 0.065
    liquid = s.revolve([(0, r * 0.065), (inner[0][0], r * 0.075), *inner, (edge, level), (0, level)], 48)
    material = Material("potion", m.srgb(hue), 0.15, transmission=0.25, word=glow).lit(0.35)
    a.add("liquid", material, liquid, smooth=60)
    bubbles = []
    for _ in range(9):
        q, yaw, y = rng.uniform(0.1, 0.75), rng.uniform(0, 6.3), rng.uniform(0.15, 0.95) * level
        reach = (float(np.interp(y, outer[:, 1], outer[:, 0])) - r * 0.03) * (0.5 + q / 2)
        bubbles.append(
            s.sphere(r * rng.uniform(0.05, 0.1), 12).translate((reach * np.sin(yaw), y, reach * np.cos(yaw)))
        )
    a.add("bubbles", material.shaded(1.5, "bubble"), s.union(bubbles))
    a.add(
        "cork",
        m.PINE.coloured("#b98a56", "cork"),
        s.cylinder(r * 0.55, neck * 0.92, neck * 1.12, 24, r * 0.04).translate((0, top - r * 0.22, 0)),
    )
    metal = s.pick(rng, (m.GOLD, m.SILVER, m.BRONZE, m.ROPE))
    a.add(
        "collar",
        metal,
        s.torus(neck * 1.12, neck * 0.2, 32, 10).translate((0, shoulder + r * 0.1, 0)),
        s.torus(neck * 1.38, neck * 0.16, 32, 10).translate((0, top, 0)),
    )
    if s.chance(rng, 0.55):
        low, high = shoulder * 0.26, shoulder * 0.56
        band = [(float(np.interp(y, outer[:, 1], outer[:, 0])) + r * 0.02, y) for y in np.linspace(low, high, 8)]
        label = s.revolve([*band, *[(q - r * 0.06, y) for q, y in band[::-1]]], 48) ^ s.box(r * 1.15, 1, 1).translate(
            (0, 0, 0.5)
        )
        a.add("label", m.PARCHMENT, label)
        mark = s.extrude(s.star(4, r * 0.2, r * 0.08), 1).translate((0, (low + high) / 2, 0.5))
        ring = s.revolve([(q + r * 0.008, y) for q, y in band] + [(q - r * 0.04, y) for q, y in band[::-1]], 48)
        a.add("emblem", material.shaded(0.7, "emblem"), ring ^ mark)
    words = {"round": ("round",), "tall": ("tall",)}.get(kind, ())
    return a.build({"top": (0, top + r * 0.33, 0), "hand": (0, shoulder + r * 0.2, 0)}, words)


@sculpture(
    "treasure chest",
    synonyms=("chest", "pirate chest"),
    kinds=("strongbox", "coffer", "loot chest"),
    size=(0.75, 1.6),
    words=("open",),
    material="wooden",
    tint=False,
)
def treasure_chest(rng: np.random.Generator) -> Sculpture:
    """A planked chest with a barrel lid, iron bands and a lock; open ones are full of gold and jewels."""
    a = Assembly()
    wood, metal = (
        s.pick(rng, (m.OAK, m.WALNUT, m.MAHOGANY)).varied(rng),
        s.pick(rng, (m.IRON, m.BRASS, m.GOLD, m.DARK_STEEL)).varied(rng, 0.05),
    )
    w, d, high = rng.uniform(0.62, 0.8), rng.uniform(0.4, 0.48), rng.uniform(0.28, 0.34)
    t, r = 0.035, d / 2
    opened = s.chance(rng, 0.6)
    for k in range(4):
        shade = wood.shaded(0.9 + 0.09 * (k % 2))
        low, tall = high * k / 4, high / 4 * 0.96
        ring = s.box(w, tall, d, 0.006) - s.box(w - 2 * t, 1, d - 2 * t).translate((0, -0.3, 0))
        a.add(f"planks {k % 2}", shade, ring.translate((0, low + 0.02, 0)))
    a.add("floor", wood.shaded(0.7), s.box(w - 0.01, 0.03, d - 0.01).translate((0, 0.015, 0)))
    lid = s.cylinder(w, r, segments=40).rotate((0, 0, 90)).translate((w / 2, 0, 0)).trim_by_plane((0, 1, 0), 0)
    lid -= (
        s.cylinder(w - 2 * t, r - t, segments=40)
        .rotate((0, 0, 90))
        .translate((w / 2 - t, 0, 0))
        .trim_by_plane((0, 1, 0), -1)
    )
    grooves = s.union(
        [s.box(w * 1.1, 0.006, 0.03).translate((0, 0, r)).rotate((-a_deg, 0, 0)) for a_deg in range(18, 180, 24)]
    )
    lid -= grooves
    bands = []
    for x in (-0.42, 0.0, 0.42):
        band = s.cylinder(0.055, r + 0.014, segments=40).rotate((0, 0, 90)) - s.cylinder(
            0.2, r - 0.01, segments=40
        ).rotate((0, 0, 90)).translate((0.05, 0, 0))
        bands.append(band.trim_by_plane((0, 1, 0), 0).translate((x * w + 0.0275, 0, 0)))
    studs = [
        s.sphere(0.011, 10).translate((x * w, 0, r + 0.014)).rotate((-a_deg, 0, 0))
        for x in (-0.42, 0.42)
        for a_deg in (15, 50, 90, 130, 165)
    ]
    hasp = s.box(0.075, 0.1, 0.018, 0.006).translate((0, -0.05, r + 0.016))
    turn = rng.uniform(48, 72) if opened else 0.0
    pose = lambda solid: solid.translate((0, 0, r)).rotate((-turn, 0, 0)).translate((0, high + 0.022, -r))  # noqa: E731
    a.add("lid", wood, pose(lid))
    a.add("bands", metal, *[pose(b) for b in bands])
    a.add("studs", metal.shaded(1.1), *[pose(b) for b in studs])
    a.add("hasp", metal, pose(hasp))
    for x in (-0.42, 0.0, 0.42):
        strip = s.box(0.055, high, 0.02, 0.005).translate((x * w, 0.02, d / 2 + 0.004)) + s.box(
            0.055, high, 0.02, 0.005
        ).translate((x * w, 0.02, -d / 2 - 0.004))
        a.add("bands", metal, strip)
    corner = s.box(0.06, high + 0.01, 0.06, 0.008).translate((w / 2 - 0.015, 0.0, d / 2 - 0.015))
    a.add(
        "corners", metal, s.mirrored(s.mirrored(corner), "z") - s.box(w - 2 * t, 1, d - 2 * t).translate((0, 0.03, 0))
    )
    lock = (
        s.extrude(s.arch_outline(0.11, 0.12), 0.035, 0.006)
        .rotate((180, 0, 0))
        .translate((0, high - 0.01, d / 2 + 0.012))
    )
    hole = s.cylinder(0.1, 0.013, segments=16).rotate((90, 0, 0)).translate((0, high - 0.055, d / 2)) + s.box(
        0.013, 0.04, 0.2
    ).translate((0, high - 0.095, d / 2))
    a.add("lock", m.GOLD if metal.name != "gold" else m.IRON, lock - hole.translate((0, 0, 0.01)))
    for x in (-1, 1):
        grip = s.tube(
            np.stack(
                [
                    np.full(12, x * (w / 2 + 0.012)) + x * 0.03 * np.sin(np.linspace(0, np.pi, 12)),
                    high * 0.62 - 0.05 * np.sin(np.linspace(0, np.pi, 12)),
                    0.075 * np.cos(np.linspace(0, np.pi, 12)),
                ],
                1,
            ),
            0.009,
            8,
        )
        a.add("handles", m.IRON, grip)
    if opened:
        heap = s.ellipsoid(w / 2 - t - 0.01, 0.12, d / 2 - t - 0.01, 28).translate((0, high - 0.035, 0)) ^ s.box(
            w - 2 * t - 0.01, 2, d - 2 * t - 0.01
        )
        a.add(
            "gold",
            m.GOLD.shaded(0.85),
            heap,
            s.box(w - 2 * t - 0.01, high * 0.5, d - 2 * t - 0.01).translate((0, high * 0.45, 0)),
        )
        top = heap.trim_by_plane((0, 1, 0), high)
        points, normals = s.scattered(top, rng, 90)
        coins = [
            s.aim(s.cylinder(0.008, 0.026, segments=16), n + rng.normal(0, 0.5, 3)).translate(tuple(p))
            for p, n in zip(points, normals, strict=True)
            if n[1] > 0.2
        ]
        a.add("coins", m.GOLD, s.group(coins))
        spots, _ = s.scattered(top, rng, 14, 0.06)
        for p in spots:
            if p[1] > high:
                a.add(
                    "jewels " + str(int(rng.integers(3))),
                    jewel(rng),
                    s.aim(brilliant(rng.uniform(0.018, 0.03)), rng.normal(0, 1, 3)).translate(tuple(p + (0, 0.012, 0))),
                    smooth=0,
                )
    return a.build({"top": (0, high + r, 0 if not opened else -r), "inside": (0, high, 0)}, ("open",) if opened else ())


@sculpture(
    "crown",
    synonyms=("royal crown",),
    kinds=("diadem", "coronet", "king's crown", "queen's crown"),
    size=(0.2, 0.36),
    material="golden",
    tint=False,
)
def crown(rng: np.random.Generator) -> Sculpture:
    """A band with points, balls and jewels; royal ones have arches, a cap and fur."""
    a = Assembly()
    metal = s.pick(rng, (m.GOLD, m.GOLD, m.GOLD, m.SILVER)).varied(rng, 0.04)
    r, band = 0.092, rng.uniform(0.028, 0.038)
    count = int(rng.integers(6, 10))
    flare = rng.uniform(0.0, 0.16)
    tall = rng.uniform(0.05, 0.075)
    royal = s.chance(rng, 0.45)
    shape = s.pick(rng, ("points", "lobes", "waves"))
    angle = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    wave = np.cos(angle * count)
    edge = {
        "points": 1 - np.abs(((angle * count / np.pi + 1) % 2) - 1),
        "lobes": np.sqrt(np.abs(wave)) * (wave > 0),
        "waves": 0.5 + 0.5 * wave,
    }[shape]
    if shape == "points":
        edge = np.abs(((angle * count / np.pi) % 2) - 1)
    rings = []
    for side, level in ((1.0, 0.0), (1.0, 0.5), (1.0, 1.0), (0.955, 1.0), (0.955, 0.5), (0.955, 0.0)):
        rise = level * (band + tall * edge)
        out = r * side * (1 + flare * rise / (band + tall))
        rings.append(np.stack([out * np.sin(angle), rise, out * np.cos(angle)], 1))
    loop = np.stack(rings)
    n = loop.shape[1]
    i, j = np.arange(len(loop))[:, None] * n, np.arange(n)[None]
    up, following = np.roll(i, -1, 0), (j + 1) % n
    quads = np.concatenate(
        [
            np.stack([i + j, i + following, up + following], -1).reshape(-1, 3),
            np.stack([i + j, up + following, up + j], -1).reshape(-1, 3),
        ]
    )
    a.add("band", metal, s.from_mesh(loop.reshape(-1, 3), quads), smooth=30)
    for y, thick in ((0.002, 0.0055), (band, 0.0035)):
        a.add(
            "rims",
            metal.shaded(0.88),
            s.torus(r * (1 + flare * y / (band + tall)) * 0.985, thick, 64, 10).translate((0, y + 0.003, 0)),
        )
    tip = band + tall
    reach = r * (1 + flare) * 0.978
    balls = [
        s.sphere(0.0085, 16).translate((reach * np.sin(t), tip + 0.003, reach * np.cos(t)))
        for t in 2 * np.pi * np.arange(count) / count
    ]
    a.add("pearls", s.pick(rng, (m.WHITE.coloured("#f6f1e6", "pearl"), metal)), s.group(balls))
    first, second = jewel(rng), jewel(rng)
    for q in range(count * 2):
        yaw = 180 / count * q
        stone = s.ellipsoid(0.0075, 0.009, 0.006, 10) if q % 2 else s.ellipsoid(0.0095, 0.0115, 0.007, 10)
        a.add(
            "jewels" if q % 2 else "great jewels",
            second if q % 2 else first,
            stone.translate((0, band * 0.55, r * 1.015)).rotate((0, yaw, 0)),
            smooth=5,
        )
        if q % 2 == 0:
            bezel = (
                s.torus(0.0105, 0.0022, 20, 8)
                .scale((1, 1, 1.2))
                .rotate((90, 0, 0))
                .translate((0, band * 0.55, r * 1.01))
                .rotate((0, yaw, 0))
            )
            a.add("bezels", metal, bezel)
            if shape != "lobes":
                a.add(
                    "jewels",
                    second,
                    s.ellipsoid(0.0055, 0.0075, 0.005, 10)
                    .translate((0, band + tall * 0.38, r * (1.0 + flare * 0.7)))
                    .rotate((0, yaw, 0)),
                    smooth=5,
                )
    top = tip + 0.01
    if royal:
        velvet = m.VELVET.coloured(s.pick(rng, ("#8a1f2f", "#3a2a6f", "#1f4f6f")), "velvet")
        peak = tip * 1.05
        cap = s.revolve(
            s.profile(
                [(r * 0.93, 0.004), (r * 0.96, band), (r * 0.92, band + tall * 0.6), (r * 0.6, peak * 0.97), (0, peak)],
                24,
            ).tolist()
            + [(0, 0.004)],
            48,
        )
        a.add("cap", velvet, cap)
        for yaw in (0, 90):
            t = np.linspace(0, np.pi, 32)
            arch = np.stack(
                [
                    reach * 0.97 * np.cos(t),
                    band + (peak - band) * 1.12 * np.sin(t) ** 0.6 - 0.004 * np.exp(-((t - np.pi / 2) ** 2) * 20),
                    np.zeros(32),
                ],
                1,
            )
            a.add(
                "arches",
                metal,
                s.tube(arch, np.array([[0.003, 0.008]] * 32), 10, up=(1, 0, 0))
                .rotate((0, yaw, 0))
                .trim_by_plane((0, 1, 0), band * 0.9),
            )
        y = band + (peak - band) * 1.12
        a.add("orb", metal, s.sphere(0.013, 20).translate((0, y + 0.01, 0)))
        cross = s.box(0.006, 0.026, 0.005, 0.001) + s.box(0.02, 0.006, 0.005, 0.001).translate((0, 0.012, 0))
        a.add("orb", metal, cross.translate((0, y + 0.021, 0)))
        fur = s.torus(r * 0.99, 0.0135, 48, 14)
        a.add("fur", m.WOOL, s.roughened(fur, rng, 0.0018, 0.012).translate((0, 0.0135, 0)).trim_by_plane((0, 1, 0), 0))
        spots = [
            s.ellipsoid(0.003, 0.0045, 0.003, 8)
            .translate((0, 0.014, r * 0.99 + 0.0135))
            .rotate((0, 360 / 14 * q + 12, 0))
            for q in range(14)
        ]
        a.add("ermine", m.BLACK, s.group(spots))
        top = y + 0.045
    made = a.build({"top": (0, top, 0), "inside": (0, 0.01, 0)})
    return made.grounded()


@sculpture(
    "ring",
    kinds=("wedding ring", "engagement ring", "magic ring", "signet ring"),
    size=(0.025, 0.05),
    material="golden",
    tint=False,
)
def ring(rng: np.random.Generator) -> Sculpture:
    """A finger ring that stands upright, its stone up, held by claws."""
    a = Assembly()
    metal = s.pick(rng, (m.GOLD, m.SILVER, m.GOLD.coloured("#d99a7a", "rose gold"))).varied(rng, 0.03)
    r, t = 0.0098, rng.uniform(0.0013, 0.0019)
    wide = rng.uniform(1.0, 1.6)
    band = s.torus(r, t, 72, 20).scale((1, wide, 1)).rotate((90, 0, 0)).translate((0, r + t, 0))
    a.add("band", metal, band)
    stone_r = rng.uniform(0.0036, 0.0052)
    y = 2 * r + 1.4 * t
    stone = jewel(rng)
    a.add("stone", stone, brilliant(stone_r, int(s.pick(rng, (6, 8)))).translate((0, y, 0)), smooth=0)
    claws = [
        s.rod(
            (0, y - t, 0),
            (stone_r * 1.02 * np.sin(q), y + stone_r * 1.0, stone_r * 1.02 * np.cos(q)),
            t * 0.42,
            t * 0.34,
            10,
        )
        + s.sphere(t * 0.45, 10).translate((stone_r * 0.99 * np.sin(q), y + stone_r, stone_r * 0.99 * np.cos(q)))
        for q in np.radians(45 + 90 * np.arange(4))
    ]
    a.add("claws", metal, *claws, s.torus(stone_r * 0.55, t * 0.4, 24, 8).translate((0, y + stone_r * 0.4, 0)))
    if s.chance(rng, 0.6):
        small = jewel(rng)
        for side in (-1, 1):
            for k in range(3):
                q = np.radians(24 + 15 * k) * side
                piece = s.aim(
                    brilliant(stone_r * 0.3, 6).translate((0, r + t * 0.7, 0)), (np.sin(q), np.cos(q), 0)
                ).translate((0, r + t, 0))
                a.add("small stones", small, piece, smooth=0)
    return a.build({"top": (0, y + stone_r * 1.24, 0), "stone": (0, y + stone_r, 0), "inside": (0, r + t, 0)})


@sculpture(
    "gem",
    synonyms=("gemstone", "diamond", "jewel"),
    kinds=("precious stone",),
    size=(0.03, 0.16),
)
def gem(rng: np.random.Generator) -> Sculpture:
    """A cut stone, table up: brilliant, step cut, or a pear; it stands on its tip."""
    a = Assembly()
    r = rng.uniform(0.02, 0.045)
    kind = s.pick(rng, ("brilliant", "emerald", "long"))
    stone = jewel(rng)
    if kind == "brilliant":
        solid = brilliant(r, int(s.pick(rng, (6, 8, 10))))
    elif kind == "emerald":
        rings = []
        for y, q in ((0.0, 0.25), (0.4, 0.68), (0.75, 0.93), (0.95, 1.0), (1.03, 1.0), (1.2, 0.84), (1.34, 0.66)):
            x, z, c = q, q * 0.72, q * 0.24
            rings += [
                (sx * (x - (0 if e else c)), y, sz * (z - (c if e else 0)))
                for sx in (-1, 1)
                for sz in (-1, 1)
                for e in (0, 1)
            ]
        solid = Solid.hull_points(np.array(rings) * r)
    else:
        sides = int(s.pick(rng, (6, 8)))
        rings = [
            (q * np.sin(t), y, q * np.cos(t))
            for y, q in ((0.0, 0.0), (0.9, 0.75), (1.9, 0.78), (2.6, 0.0))
            for t in np.arange(sides) * 2 * np.pi / sides
        ]
        solid = Solid.hull_points(np.array(rings) * r)
    a.add("gem", stone, solid.rotate((0, rng.uniform(0, 40), 0)), smooth=0)
    low, high = s.bounds(solid)
    return a.build({"top": (0, float(high[1]), 0)})


@sculpture(
    "coin",
    kinds=("doubloon", "token", "medallion", "penny"),
    size=(0.03, 0.07),
    material="golden",
    tint=False,
)
def coin(rng: np.random.Generator) -> Sculpture:
    """A coin on its edge: a raised rim, a device and beads on either side, a milled edge."""
    a = Assembly()
    metal = s.pick(rng, (m.GOLD, m.GOLD, m.SILVER, m.BRONZE, m.COPPER)).varied(rng, 0.04)
    r = rng.uniform(0.014, 0.02)
    t = r * rng.uniform(0.16, 0.22)
    teeth = 60
    angle = np.arange(teeth * 2) * np.pi / teeth
    milled = np.where(np.arange(teeth * 2) % 2 == 0, r, r * 0.975)
    edge = s.extrude(np.stack([milled * np.cos(angle), milled * np.sin(angle)], 1), t)
    well = s.cylinder(t, r * 0.86, segments=56).rotate((90, 0, 0))
    body = edge - well.translate((0, 0, t * 0.3)) - well.translate((0, 0, -t * 1.3))
    a.add("coin", metal.shaded(0.88), body.translate((0, r, 0)), smooth=25)
    beads = [
        s.sphere(r * 0.035, 8).translate((r * 0.78 * np.cos(q), r + r * 0.78 * np.sin(q), z * t * 0.3))
        for q in np.arange(28) * 2 * np.pi / 28
        for z in (-1, 1)
    ]
    a.add("beads", metal.shaded(1.12), s.group(beads))
    device = s.pick(rng, ("star", "crown", "skull", "square", "anchor"))
    if device == "star":
        relief = s.extrude(s.star(5, r * 0.6, r * 0.25), t * 0.86, t * 0.1)
    elif device == "crown":
        q = r * 0.55
        relief = s.extrude(
            [
                (-q, -q * 0.55),
                (q, -q * 0.55),
                (q * 1.1, q * 0.6),
                (q * 0.5, -q * 0.02),
                (0, q * 0.8),
                (-q * 0.5, -q * 0.02),
                (-q * 1.1, q * 0.6),
            ],
            t * 0.86,
        )
    elif device == "skull":
        q = r * 0.45
        relief = s.cylinder(t * 0.86, q, segments=32).rotate((90, 0, 0)).translate((0, q * 0.25, -t * 0.43)) + s.box(
            q * 1.1, q * 0.9, t * 0.86
        ).translate((0, -q * 1.15, 0))
        eyes = [
            s.cylinder(1, q * 0.26, segments=16).rotate((90, 0, 0)).translate((e * q * 0.42, q * 0.15, -0.5))
            for e in (-1, 1)
        ]
        relief -= s.union(
            [
                *eyes,
                s.extrude([(-q * 0.14, -q * 0.5), (q * 0.14, -q * 0.5), (0, -q * 0.2)], 1),
                *[s.box(q * 0.06, q * 0.4, 1).translate((e * q * 0.27, -q * 1.2, 0)) for e in (-1, 0, 1)],
            ]
        )
    elif device == "square":
        relief = s.extrude(
            s.rectangle(r * 0.95, r * 0.95, radius=r * 0.06), t * 0.86, holes=[s.rectangle(r * 0.6, r * 0.6)]
        )
    else:
        q = r * 0.5
        hook = s.tube(np.concatenate([s.arc(q * 0.72, 200, 340, 18), np.zeros((18, 1))], 1), q * 0.13, 8).scale(
            (1, 1, t * 2.4 / q)
        )
        relief = (
            s.box(q * 0.22, q * 1.9, t * 0.86).translate((0, -q, 0))
            + s.box(q * 0.9, q * 0.18, t * 0.86).translate((0, q * 0.45, 0))
            + hook.translate((0, -q * 0.3, 0))
            + s.torus(q * 0.2, q * 0.08, 20, 8)
            .rotate((90, 0, 0))
            .scale((1, 1, t * 2.4 / q))
            .translate((0, q * 1.05, 0))
        )
    a.add("device", metal.shaded(1.1), relief.translate((0, r, 0)))
    return a.build({"top": (0, 2 * r, 0)})


@sculpture(
    "goblet", synonyms=("chalice", "grail"), kinds=("wine cup", "holy grail"), size=(0.14, 0.28), material="golden"
)
def goblet(rng: np.random.Generator) -> Sculpture:
    """A stemmed cup with a knop, a rim, jewels and wine in it."""
    a = Assembly()
    metal = s.pick(rng, (m.GOLD, m.SILVER, m.BRONZE, m.GOLD, m.DARK_STEEL)).varied(rng, 0.04)
    r, high = rng.uniform(0.042, 0.052), rng.uniform(0.15, 0.19)
    cup = high * rng.uniform(0.46, 0.54)
    stem = high - cup
    foot = r * rng.uniform(0.78, 0.95)
    lower = s.profile(
        [
            (foot, 0.002),
            (foot * 0.96, 0.009),
            (foot * 0.4, 0.018),
            (0.008, stem * 0.42),
            (0.016, stem * 0.52),
            (0.007, stem * 0.64),
            (0.011, stem),
        ],
        28,
    )
    a.add("stem", metal, s.revolve([(0, 0), (foot, 0), *lower, (0, stem)], 48))
    outer = s.profile(
        [(0.0, 0), (0.012, 0.001), (r * 0.72, cup * 0.24), (r * 0.98, cup * 0.62), (r * rng.uniform(0.94, 1.1), cup)],
        26,
    )
    a.add("cup", metal, s.lathe(outer, 0.0024, 56).translate((0, stem - 0.002, 0)))
    a.add("rim", metal.shaded(1.1), s.torus(float(outer[-1, 0]) - 0.0012, 0.002, 56, 8).translate((0, high - 0.002, 0)))
    level = cup * 0.84
    inner = float(np.interp(level, outer[:, 1], outer[:, 0])) - 0.002
    a.add(
        "wine",
        m.Material("wine", m.srgb("#5f1024"), 0.1),
        s.cylinder(0.006, inner, segments=48).translate((0, stem + level - 0.008, 0)),
    )
    mid = cup * 0.55
    reach = float(np.interp(mid, outer[:, 1], outer[:, 0]))
    stones = int(s.pick(rng, (0, 6, 8)))
    one = jewel(rng)
    for k in range(stones):
        yaw = 360 / stones * k
        a.add(
            "jewels",
            one,
            s.ellipsoid(0.005, 0.006, 0.004, 12).translate((0, stem + mid, reach)).rotate((0, yaw, 0)),
            smooth=8,
        )
        bezel = s.torus(0.006, 0.0011, 20, 6).rotate((90, 0, 0)).translate((0, stem + mid, reach)).rotate((0, yaw, 0))
        a.add("bezels", metal.shaded(0.85), bezel)
    for y in (0.28, 0.78):
        q = float(np.interp(cup * y, outer[:, 1], outer[:, 0]))
        a.add("bands", metal.shaded(0.85), s.torus(q, 0.0013, 48, 8).translate((0, stem + cup * y, 0)))
    return a.build({"top": (0, high, 0), "inside": (0, stem + level, 0), "hand": (0, stem * 0.6, 0)})


@sculpture(
    "scroll",
    synonyms=("parchment scroll", "magic scroll"),
    kinds=("papyrus", "treasure map"),
    size=(0.25, 0.55),
    material="paper",
)
def scroll(rng: np.random.Generator) -> Sculpture:
    """A scroll rolled up and tied with a seal, or hanging open between its rods."""
    a = Assembly()
    paper = m.PARCHMENT.varied(rng, 0.06)
    w, r = rng.uniform(0.2, 0.27), rng.uniform(0.018, 0.026)
    wood, metal = s.pick(rng, (m.WALNUT, m.OAK, m.EBONY)), s.pick(rng, (m.GOLD, m.BRASS, m.BRONZE))
    wax = m.WAX.coloured(s.pick(rng, ("#a51f26", "#223f7a", "#2c6a3a")), "sealing wax")

    def rod(y: float, z: float, radius: float) -> None:
        turns = np.linspace(0, 5 * np.pi, 90)
        q = radius * (0.35 + 0.65 * turns / turns[-1])
        a.add("roll", paper, s.cylinder(w, radius * 0.97, segments=36).rotate((0, 0, 90)).translate((w / 2, y, z)))
        for x in (-1, 1):
            coil = s.tube(np.stack([np.zeros(90), q * 0.92 * np.sin(turns), q * 0.92 * np.cos(turns)], 1), 0.0011, 6)
            a.add("coils", paper.shaded(0.7), coil.translate((x * w / 2, y, z)))
            a.add(
                "rods",
                wood,
                s.cylinder(0.03, radius * 0.36, segments=20)
                .rotate((0, 0, -90 * x))
                .translate((x * (w / 2 - 0.004), y, z)),
            )
            knob = s.revolve(s.profile([(0, 0), (radius * 0.6, 0.004), (radius * 0.5, 0.012), (0, 0.022)], 16), 24)
            a.add("knobs", metal, knob.rotate((0, 0, -90 * x)).translate((x * (w / 2 + 0.024), y, z)))

    if s.chance(rng, 0.65):
        high = rng.uniform(0.26, 0.36)
        rod(r * 1.05, 0.0, r)
        rod(high, 0.0, r)
        t = np.linspace(0, 1, 24)
        z = r * 0.96 - 0.022 * np.sin(np.pi * t)
        sheet = np.concatenate(
            [np.stack([z, r + (high - r) * t], 1), np.stack([z - 0.0025, r + (high - r) * t], 1)[::-1]]
        )
        a.add("sheet", paper.shaded(1.05), s.extrude(sheet, w * 0.985).rotate((0, -90, 0)))
        lines = []
        for k in range(9):
            y = r * 2.3 + (high - r * 4.2) * k / 8.5
            depth = r * 0.96 - 0.022 * np.sin(np.pi * (y - r) / (high - r))
            long = w * (0.72 if k else 0.36)
            lines.append(s.box(long, 0.0042, 0.003).translate((-(w * 0.72 - long) / 2, y, depth)))
        a.add("writing", m.BLACK.coloured("#4a3626", "ink"), s.group(lines))
        spot = (w * 0.3, r * 2.3 - 0.004, r * 0.96 - 0.022 * np.sin(np.pi * 0.14) + 0.001)
        seal = s.cylinder(0.006, 0.0165, 0.0145, 24).rotate((90, 0, 0)).translate(spot)
        a.add("seal", wax, seal)
        top = high + r
    else:
        big = r * rng.uniform(1.15, 1.45)
        rod(big, 0.0, big)
        lip = s.box(w * 0.985, 0.003, big * 0.7).rotate((-12, 0, 0)).translate((0, 2 * big - 0.003, big * 0.3))
        a.add("roll", paper.shaded(1.04), lip)
        ribbon = s.cylinder(0.02, big * 1.05, segments=36) - s.cylinder(1, big * 0.9, segments=36).translate(
            (0, -0.3, 0)
        )
        a.add(
            "ribbon",
            m.CLOTH.coloured(m.HUES[s.pick(rng, ("red", "blue", "green", "purple"))], "ribbon"),
            ribbon.rotate((0, 0, 90)).translate((0.01, big, 0)),
        )
        seal = s.cylinder(0.008, 0.019, 0.016, 24).rotate((90, 0, 0)).translate((0, big, big * 1.02))
        a.add("seal", wax, seal, s.extrude(s.star(5, 0.009, 0.004), 0.004).translate((0, big, big * 1.02 + 0.009)))
        for e in (-1, 1):
            tail = s.tube(
                s.curve([(0, big, big * 1.04), (e * 0.016, big * 0.6, big * 1.1), (e * 0.024, 0.004, big * 1.16)], 10),
                np.array([[0.0012, 0.0075]] * 10),
                8,
                up=(0, 0, 1),
            )
            a.add("ribbon", m.CLOTH.coloured(m.HUES["red"], "ribbon"), tail)
        top = 2 * big
    return a.build({"top": (0, top, 0)}).grounded()


@sculpture(
    "book",
    synonyms=("spellbook", "tome"),
    kinds=("novel", "magic book", "grimoire", "bible", "textbook", "spell book"),
    size=(0.24, 0.56),
    words=("open",),
)
def book(rng: np.random.Generator) -> Sculpture:
    """A bound book with bands on its spine, corners and an emblem, standing or lying open."""
    a = Assembly()
    cover = m.LEATHER.coloured(
        s.pick(rng, ("#7a1f24", "#233f6b", "#2f5a3a", "#5b3a22", "#4a2a5f", "#22262b")), "cover"
    ).varied(rng, 0.06)
    metal = s.pick(rng, (m.GOLD, m.BRASS, m.SILVER))
    paper = m.PAPER.varied(rng, 0.03)
    w, high, t = rng.uniform(0.15, 0.18), rng.uniform(0.21, 0.25), rng.uniform(0.036, 0.055)
    board = 0.004
    if s.chance(rng, 0.7):
        pages = s.box(w - 0.012, high - 0.012, t - 2 * board).translate((0.004, 0.006, 0))
        slits = s.row(s.box(1, 1, 0.0012), int((t - 0.01) / 0.004), (0, 0, 0.004)).translate(
            (0.5 + w / 2 - 0.006, 0, 0)
        )
        a.add("pages", paper, pages - slits)
        for z in (-1, 1):
            a.add("cover", cover, s.box(w, high, board, 0.0012).translate((0, 0, z * (t / 2 - board / 2))))
        spine = (
            s.cylinder(high, t / 2, segments=32)
            .trim_by_plane((-1, 0, 0), 0)
            .scale((0.55, 1, 1))
            .translate((-w / 2, 0, 0))
        )
        spine -= (
            s.cylinder(high * 2, t / 2 - board, segments=32).scale((0.5, 1, 1)).translate((-w / 2 + 0.003, -0.1, 0))
        )
        a.add("spine", cover.shaded(0.9), spine)
        for y in (0.12, 0.32, 0.68, 0.88):
            rib = (
                s.cylinder(0.007, t / 2 + 0.0022, segments=32)
                .trim_by_plane((-1, 0, 0), 0)
                .scale((0.58, 1, 1))
                .translate((-w / 2, high * y, 0))
            )
            a.add("spine bands", metal, rib)
        a.add(
            "title",
            metal,
            s.cylinder(high * 0.14, t / 2 + 0.0006, segments=32)
            .trim_by_plane((-1, 0, 0), -0.004)
            .scale((0.56, 1, 0.8))
            .translate((-w / 2, high * 0.43, 0)),
        )
        emblem = s.pick(
            rng,
            (
                s.extrude(s.star(5, w * 0.2, w * 0.085), 0.002),
                s.torus(w * 0.17, w * 0.02, 32, 8).rotate((90, 0, 0)) + s.extrude(s.star(4, w * 0.14, w * 0.05), 0.003),
                s.extrude(s.circle(w * 0.13, 6, w * 0.2), 0.003),
            ),
        )
        for z in (-1, 1):
            a.add("emblem", metal, emblem.translate((0.005, high * 0.55, z * t / 2)))
            frame = s.extrude(s.rectangle(w * 0.84, high * 0.86), 0.0016, holes=[s.rectangle(w * 0.8, high * 0.83)])
            a.add("frame", metal, frame.translate((0.003, high / 2, z * t / 2)))
            tri = s.extrude([(0, 0), (-0.03, 0), (0, 0.03)], 0.0034)
            for low in (0, 1):
                piece = tri if low == 0 else tri.mirror((0, 1, 0))
                a.add("corners", metal, piece.translate((w / 2 + 0.001, high * low, z * t / 2)))
        if s.chance(rng, 0.5):
            clasp = s.box(0.012, 0.02, t + 0.006, 0.003).translate((w / 2 + 0.001, 0, 0))
            a.add("clasps", metal, clasp.translate((0, high * 0.27, 0)), clasp.translate((0, high * 0.65, 0)))
        ribbon = s.box(0.008, 0.045, 0.0012).translate((w * 0.1, -0.012, 0.004))
        a.add("bookmark", m.VELVET, ribbon.translate((0, 0.012, t * 0.1)).trim_by_plane((0, 1, 0), 0.0))
        return a.build({"top": (0, high, 0)})
    x = np.linspace(0, w, 22)
    bulge = t * 0.5 * np.sin(np.pi * np.clip(x / w, 0, 1)) ** 0.8 * np.exp(-1.2 * x / w) * 1.7 + t * 0.42 * (
        1 - x / w
    ) ** 0.15 * (x < w * 0.999)
    bulge[0] = t * 0.3
    outline = np.concatenate(
        [[(0, board), (w, board)], np.stack([x[::-1], board + 0.004 + np.maximum(bulge[::-1], 0.002)], 1)]
    )
    block = s.extrude(outline, high - 0.012)
    a.add("pages", paper, s.mirrored(block))
    a.add("cover", cover, s.box(2 * w + 0.02, board, high, 0.0012))
    line = s.box(w * 0.66, 0.001, 0.0034)
    rows = []
    for side in (-1, 1):
        for k in range(13):
            down = -high * 0.36 + high * 0.06 * k
            rows.append(line.translate((side * w * 0.52, 0, down)).refine_to_length(w * 0.06))
    height = np.maximum(bulge, 0.002) + board + 0.0038
    on_page = s.heave(s.group(rows), lambda p: np.interp(abs(p[:, 0]), x, height))
    a.add("writing", m.BLACK.coloured("#5a4634", "ink"), on_page)
    mark = s.box(0.008, 0.0012, high + 0.03).translate((0.004, board + 0.004 + t * 0.32, 0.02))
    a.add("bookmark", m.VELVET, mark)
    made = a.build({"top": (0, t * 0.6, 0)}, ("open",))
    tilted = tuple(type(p)(p.name, p.solid.rotate((28, 0, 0)), p.material, p.smooth, p.paint) for p in made.parts)
    return Sculpture(tilted, {"top": (0, 0.0, 0)}, ("open",)).grounded()


@sculpture(
    "key",
    synonyms=("skeleton key",),
    kinds=("door key", "latchkey"),
    size=(0.08, 0.2),
    tint=False,
)
def key(rng: np.random.Generator) -> Sculpture:
    """A skeleton key upright, its bow up and its bit to the right."""
    a = Assembly()
    metal = s.pick(rng, (m.GOLD, m.BRASS, m.IRON, m.BRONZE, m.SILVER)).varied(rng, 0.05)
    length, r = rng.uniform(0.085, 0.12), rng.uniform(0.0042, 0.0052)
    a.add("shank", metal, s.cylinder(length, r, segments=20, bevel=r * 0.4))
    for y in (0.02, 0.82, 0.9, 0.97):
        a.add("collars", metal, s.torus(r * 1.1, r * 0.34, 24, 10).translate((0, length * y + 0.002, 0)))
    size = rng.uniform(0.02, 0.026)
    y = length + size * 0.9
    kind = s.pick(rng, ("ring", "trefoil", "heart", "quatrefoil"))
    t = r * 0.72
    loop = s.torus(size * 0.52, t, 32, 12).rotate((90, 0, 0))
    if kind == "ring":
        bow = s.torus(size, t * 1.15, 44, 14).rotate((90, 0, 0)).translate((0, size * 0.15, 0)) + s.sphere(
            t * 1.6, 16
        ).translate((0, size * 1.2, 0))
    elif kind == "trefoil":
        bow = s.union(
            [
                loop.translate((size * 0.72 * np.sin(q), size * 0.25 + size * 0.72 * np.cos(q), 0))
                for q in np.radians((0, 115, 245))
            ]
        )
    elif kind == "heart":
        q = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        path = (
            np.stack(
                [16 * np.sin(q) ** 3, 13 * np.cos(q) - 5 * np.cos(2 * q) - 2 * np.cos(3 * q) - np.cos(4 * q), 0 * q], 1
            )
            * size
            / 14
        )
        bow = s.tube(path, t * 1.1, 12, closed=True).translate((0, size * 0.3, 0))
    else:
        bow = s.union(
            [
                loop.translate((size * 0.62 * np.sin(q), size * 0.2 + size * 0.62 * np.cos(q), 0))
                for q in np.radians((0, 90, 180, 270))
            ]
        )
    a.add("bow", metal, bow.translate((0, y, 0)))
    bit_w, bit_h, bit_t = rng.uniform(0.018, 0.024), rng.uniform(0.02, 0.027), r * 0.9
    bit = s.box(bit_w, bit_h, bit_t, bit_t * 0.15).translate((bit_w / 2 + r * 0.4, 0, 0))
    cuts = [
        s.box(bit_w * 0.5, bit_h * 0.16, 1).translate((bit_w * 0.9 + r * 0.4, bit_h * q, 0))
        for q in rng.permutation((0.18, 0.42, 0.66))[:2]
    ]
    cuts.append(s.box(bit_w * 0.16, bit_h * 0.4, 1).translate((bit_w * 0.45 + r, -0.001, 0)))
    a.add("bit", metal, (bit - s.union(cuts)).translate((0, length * 0.07, 0)))
    top = y + size * 1.4
    return a.build({"top": (0, top, 0) if kind != "heart" else (0, y + size, 0), "hand": (0, y, 0)}).grounded()


@sculpture("padlock", synonyms=("lock",), kinds=("combination lock",), size=(0.08, 0.16), tint=False)
def padlock(rng: np.random.Generator) -> Sculpture:
    """A padlock with a shackle, a keyhole plate and rivets; an open shackle stands up."""
    a = Assembly()
    metal = s.pick(rng, (m.BRASS, m.IRON, m.STEEL, m.GOLD)).varied(rng, 0.05)
    w, high, t = rng.uniform(0.052, 0.066), rng.uniform(0.046, 0.058), rng.uniform(0.02, 0.026)
    if s.chance(rng, 0.6):
        body = s.extrude(s.rectangle(w, high, (0, high / 2), 0.008), t, 0.003)
    else:
        shape = s.curve(
            [
                (0, 0),
                (w * 0.42, high * 0.2),
                (w / 2, high * 0.75),
                (w * 0.36, high),
                (-w * 0.36, high),
                (-w / 2, high * 0.75),
                (-w * 0.42, high * 0.2),
            ],
            40,
            closed=True,
        )
        body = s.extrude(shape, t, 0.003)
    low, top_y = (float(v[1]) for v in s.bounds(body))
    body = body.translate((0, -low, 0))
    high = top_y - low
    a.add("body", metal, body)
    opened = s.chance(rng, 0.3)
    r, q = w * 0.32, w * 0.085
    rise = high * 0.42 + (high * 0.3 if opened else 0)
    angle = np.linspace(0, np.pi, 20)
    arch = np.stack([r * np.cos(angle), high + rise - r * 0.2 + r * np.sin(angle), 0 * angle], 1)
    path = np.concatenate(
        [
            [(r, high * (0.7 if not opened else 0.8), 0)],
            arch,
            [(-r, high * 0.7 if not opened else high + rise * 0.35, 0)],
        ]
    )
    a.add("shackle", m.STEEL, s.tube(path, q, 14))
    a.add(
        "sockets",
        metal.shaded(0.8),
        *[s.cylinder(0.005, q * 1.5, segments=20).translate((x * r, high - 0.002, 0)) for x in (-1, 1)],
    )
    plate = s.extrude(s.circle(w * 0.2, 32, high * 0.27, (0, high * 0.45)), 0.004, 0.001)
    hole = s.cylinder(0.02, w * 0.065, segments=20).rotate((90, 0, 0)).translate((0, high * 0.5, -0.005)) + s.extrude(
        [(-w * 0.035, high * 0.28), (w * 0.035, high * 0.28), (w * 0.02, high * 0.5), (-w * 0.02, high * 0.5)], 0.03
    )
    a.add("plate", m.IRON if metal.name != "iron" else m.BRASS, (plate - hole).translate((0, 0, t / 2 + 0.001)))
    a.add("keyhole", m.BLACK, hole.scale((1, 1, 0.1)).translate((0, 0, t / 2 - 0.0005)))
    rivets = [
        s.sphere(0.0026, 10).translate((x * w * 0.38, high * y, z * t / 2))
        for x in (-1, 1)
        for y in (0.2, 0.85)
        for z in (-1, 1)
    ]
    a.add("rivets", metal.shaded(1.1), *rivets)
    return a.build({"top": (0, high + rise + r * 0.8 + q, 0)})


@sculpture(
    "trophy",
    synonyms=("trophy cup",),
    kinds=("championship cup",),
    size=(0.25, 0.6),
    material="golden",
    tint=False,
)
def trophy(rng: np.random.Generator) -> Sculpture:
    """A two-handled cup with a star on a plinth with a plate."""
    a = Assembly()
    metal = s.pick(rng, (m.GOLD, m.GOLD, m.SILVER, m.BRONZE)).varied(rng, 0.03)
    side = rng.uniform(0.1, 0.13)
    base = rng.uniform(0.06, 0.085)
    wood = s.pick(rng, (m.EBONY, m.MAHOGANY, m.WALNUT, m.MARBLE))
    round_base = s.chance(rng, 0.5)
    for y, wide, tall in (
        (0, side * 1.18, base * 0.25),
        (base * 0.25, side, base * 0.6),
        (base * 0.85, side * 0.86, base * 0.15),
    ):
        solid = s.cylinder(tall, wide / 2, segments=48, bevel=0.003) if round_base else s.box(wide, tall, wide, 0.003)
        a.add("plinth", wood, solid.translate((0, y, 0)))
    plate = s.box(side * 0.6, base * 0.34, 0.006, 0.001).translate((0, base * 0.38, side / 2))
    a.add("plate", metal, plate)
    r, cup = rng.uniform(0.06, 0.075), rng.uniform(0.13, 0.16)
    stem = rng.uniform(0.05, 0.07)
    lower = s.profile(
        [
            (0.036, 0),
            (0.034, 0.006),
            (0.012, 0.02),
            (0.009, stem * 0.5),
            (0.018, stem * 0.62),
            (0.01, stem * 0.75),
            (0.016, stem),
        ],
        28,
    )
    a.add("stem", metal, s.revolve([(0, 0), *lower, (0, stem)], 40).translate((0, base - 0.001, 0)))
    outer = s.profile([(0, 0), (0.018, 0.001), (r * 0.62, cup * 0.22), (r * 0.86, cup * 0.6), (r, cup)], 28)
    y = base + stem - 0.003
    a.add(
        "cup",
        metal,
        s.lathe(outer, 0.003, 56).translate((0, y, 0)),
        s.torus(r - 0.001, 0.0035, 56, 10).translate((0, y + cup, 0)),
    )
    reach = r * rng.uniform(1.5, 1.8)
    path = s.curve(
        [
            (r * 0.66, cup * 0.24, 0),
            (reach * 0.86, cup * 0.4, 0),
            (reach, cup * 0.74, 0),
            (reach * 0.8, cup * 0.97, 0),
            (r * 0.94, cup * 0.86, 0),
        ],
        26,
    )
    a.add(
        "handles", metal, s.mirrored(s.tube(path, s.interpolate((0.0045, 0.0065, 0.0045), 26), 12)).translate((0, y, 0))
    )
    middle = cup * 0.58
    out = float(np.interp(middle, outer[:, 1], outer[:, 0]))
    star = s.extrude(s.star(5, r * 0.36, r * 0.15), 0.012, 0.003)
    a.add("star", s.pick(rng, (metal.shaded(1.15), m.SILVER, m.RED)), star.translate((0, y + middle, out)))
    for share in (0.32, 0.9):
        q = float(np.interp(cup * share, outer[:, 1], outer[:, 0]))
        a.add("bands", metal.shaded(0.82), s.torus(q, 0.0022, 56, 8).translate((0, y + cup * share, 0)))
    return a.build({"top": (0, y + cup + 0.003, 0), "inside": (0, y + cup * 0.5, 0), "hand": (reach, y + cup * 0.7, 0)})
