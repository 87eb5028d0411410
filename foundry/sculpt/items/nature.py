"""Sky, rocks, water, crystals and gold, fires, hives and nests."""

import numpy as np

from bozzetto.foundry.sculpt import colouring
from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Part, Sculpture, finished, sculpture

GOLDEN_ANGLE = np.pi * (3 - 5**0.5)


def spread(count: int) -> np.ndarray:
    """Directions [count, 3], even over the sphere, by the golden angle."""
    y = 1 - 2 * (np.arange(count) + 0.5) / count
    r, t = np.sqrt(1 - y**2), GOLDEN_ANGLE * np.arange(count)
    return np.stack([r * np.sin(t), y, r * np.cos(t)], 1)


def _cratered(rng: np.random.Generator, body: f.Field, centres: np.ndarray, sizes: np.ndarray) -> f.Field:
    """A body with bowls of radius `sizes` [N] about points `centres` [N, 3] of its surface."""
    for centre, size in zip(centres, sizes, strict=True):
        out = centre / np.linalg.norm(centre)
        body = body.cut(f.sphere(tuple(centre + out * size * 0.45), float(size)), float(size) * 0.25)
    return body


@sculpture("moon", synonyms=("full moon",), kinds=("lunar globe",), size=(2, 6), tint=False)
def moon(rng: np.random.Generator) -> Sculpture:
    """A pale grey ball with craters and dark plains."""
    body = f.sphere((0, 0, 0), 1.0)
    where = spread(26) @ _turn(rng)
    sizes = rng.permutation(np.concatenate([rng.uniform(0.2, 0.28, 7), rng.uniform(0.08, 0.16, 19)]))
    ball = _cratered(rng, body, where, sizes).solid(60)
    noise = colouring.noise(rng, 1.5)
    light, dark = np.array(m.srgb("#d9d7cf")), np.array(m.srgb("#9a9890"))

    def paint(p: np.ndarray) -> np.ndarray:
        inside = 1 - np.linalg.norm(p, axis=1)
        share = np.clip(0.5 + 0.9 * noise(p), 0, 1) * 0.75 + np.clip(inside * 9, 0, 1) * 0.45
        return colouring.mix(np.tile(light, (len(p), 1)), dark, np.clip(share, 0, 1))

    grey = m.STONE.coloured("#c4c2ba", "moon dust")
    return finished([Part("moon", ball, grey, 60, paint)], float(rng.uniform(0.9, 1.3)))


def _turn(rng: np.random.Generator) -> np.ndarray:
    """A random turn [3, 3]."""
    q, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    return q


@sculpture("crescent moon", synonyms=("crescent",), kinds=("half moon", "new moon"), size=(0.8, 3))
def crescent_moon(rng: np.random.Generator) -> Sculpture:
    """A golden sickle with pointed ends, open to the right, thick in the middle."""
    shift, r = rng.uniform(0.42, 0.5), rng.uniform(0.86, 0.92)
    disc = s.sphere(1.0, 72).scale((1, 1, 0.42))
    bite = s.sphere(1.0, 72).scale((r, r, 4)).translate((shift, 0.08, 0))
    yellow = m.PLASTIC.coloured(s.pick(rng, ("#f2c83a", "#f0c540", "#f5d35a")), "moonlight").varied(rng, 0.03)
    return finished([Part("crescent", (disc - bite).rotate((0, 0, -14)), yellow, 50)], float(rng.uniform(0.5, 0.8)))


@sculpture("sun", synonyms=("sun with rays",), kinds=("shining sun",), size=(1.5, 7), tint=False)
def sun(rng: np.random.Generator) -> Sculpture:
    """A glowing ball with pointed rays about it."""
    a = Assembly()
    yellow = m.LAMP_GLOW.coloured("#ffd23a", "sun").lit(0.8)
    orange = m.FLAME.coloured(s.pick(rng, ("#ff9a1f", "#ffae2a", "#ff8a1f")), "rays").lit(0.7)
    r = 0.58
    a.add("ball", yellow, s.sphere(r, 64), smooth=60)
    count = int(s.pick(rng, (12, 10, 14)))
    long, short = rng.uniform(0.36, 0.44), rng.uniform(0.22, 0.28)
    for k in range(count):
        reach = long if k % 2 == 0 else short
        ray = s.cone(reach + 0.06, r * 2.2 / count * 1.15, 20).translate((0, r - 0.02, 0))
        a.add("rays", orange, ray.rotate((0, 0, 360 * k / count)), smooth=60)
    for yaw in (90.0,):
        for k in range(count):
            if k in (0, count // 2):
                continue
            reach = long if k % 2 == 0 else short
            ray = s.cone(reach + 0.06, r * 2.2 / count * 1.15, 20).translate((0, r - 0.02, 0))
            a.add("rays", orange, ray.rotate((0, 0, 360 * k / count)).rotate((0, yaw, 0)), smooth=60)
    done = a.build()
    return finished(done.parts, float(rng.uniform(1.2, 1.8)))


@sculpture("asteroid", kinds=("meteor", "meteorite", "space rock"), size=(2, 9), tint=False)
def asteroid(rng: np.random.Generator) -> Sculpture:
    """A lumpy potato of dark rock, pitted with craters."""
    body = f.ellipsoid((0, 0, 0), (1.0, 0.68, 0.72))
    for _ in range(6):
        at = rng.normal(size=3)
        at = at / np.linalg.norm(at) * (0.62, 0.4, 0.42)
        body = body.blend(f.sphere(tuple(at), float(rng.uniform(0.34, 0.5))), 0.25)
    noise = colouring.noise(rng, 0.7)
    body = body.displaced(lambda p: 0.05 * noise(p), 0.07)
    way = spread(22) @ _turn(rng)
    # On the surface: march outwards until the distance is nought.
    points = way * 0.3
    for _ in range(24):
        points = points - way * body.distance(points)[:, None] * 0.8
    sizes = rng.permutation(np.concatenate([rng.uniform(0.2, 0.3, 6), rng.uniform(0.08, 0.15, 16)]))
    rock = _cratered(rng, body, points, sizes).solid(64)
    base = np.array(m.srgb(s.pick(rng, ("#7a6f66", "#6f6a68", "#84735f"))))
    shade = colouring.noise(rng, 0.35)

    def paint(p: np.ndarray) -> np.ndarray:
        return np.clip(base * (1 + 0.17 * shade(p))[:, None], 0, 1)

    stone = m.DARK_STONE.coloured("#776e66", "space rock")
    return finished(
        [Part("asteroid", rock.rotate((0, 0, rng.uniform(-15, 15))), stone, 50, paint)], float(rng.uniform(1.4, 2.6))
    )


@sculpture("lightning bolt", synonyms=("thunderbolt", "lightning"), kinds=("flash of lightning",), size=(0.5, 2.5))
def lightning_bolt(rng: np.random.Generator) -> Sculpture:
    """A thick yellow zigzag that ends in a point below."""
    yellow = m.PLASTIC.coloured(s.pick(rng, ("#f7c81e", "#f9d02c", "#f5bf1a")), "lightning").lit(0.3)
    wide = rng.uniform(0.9, 1.1)
    outline = np.array(
        [(0.12, 1.0), (-0.36, 0.44), (-0.06, 0.44), (-0.22, 0.0), (0.36, 0.6), (0.05, 0.6), (0.4, 1.0)]
    ) * (wide, 1)
    bolt = s.extrude(outline, rng.uniform(0.15, 0.2), 0.025)
    return finished([Part("bolt", bolt, yellow)], float(rng.uniform(0.6, 1.4)))


@sculpture(
    "island",
    synonyms=("desert island", "tropical island"),
    kinds=("islet", "palm island", "small island"),
    size=(8, 22),
    tint=False,
)
def island(rng: np.random.Generator) -> Sculpture:
    """A mound of sand with grass, rocks and a palm tree, in a disc of sea with foam along the shore."""
    a = Assembly()
    r = rng.uniform(2.6, 3.0)
    sea = m.WATER.coloured("#2fa3c4", "sea")
    a.add("sea", sea, s.cylinder(0.5, r * 1.66, r * 1.7, 56))
    foam = (
        s.roughened(s.cylinder(0.08, r * 1.2, segments=56), rng, 0.12, 1.6, 0.4)
        .scale((1, 1, 0.92))
        .translate((0, 0.47, 0))
    )
    a.add("foam", m.WHITE.coloured("#dff2f2", "foam"), foam, smooth=60)
    sand = s.roughened(s.ellipsoid(r * 1.12, 0.85, r * 1.02, 48), rng, 0.14, 1.9, 0.4).trim_by_plane((0, 1, 0), -0.35)
    a.add("sand", m.SAND.coloured("#e8d09a"), sand.translate((0, 0.38, 0)), smooth=60)
    hill = s.roughened(s.ellipsoid(r * 0.66, 0.8, r * 0.6, 40), rng, 0.1, 1.2, 0.35).trim_by_plane((0, 1, 0), -0.3)
    a.add("grass", m.GRASS, hill.translate((-0.25, 0.86, -0.2)), smooth=60)
    foot = np.array((-0.2, 1.3, -0.1))
    lean, tall = rng.uniform(0.7, 1.1), rng.uniform(3.2, 3.8)
    path = s.curve([foot, foot + (lean * 0.25, tall * 0.5, 0), foot + (lean, tall, 0.1)], 40)
    radii = s.interpolate([0.34, 0.22, 0.19, 0.18], 40) * (1 + 0.08 * np.cos(np.arange(40) * 2 * np.pi / 4))
    a.add("trunk", m.BARK.coloured("#8f6c48"), s.tube(path, radii, 14))
    top = path[-1]
    for k in range(9):
        spine = s.curve([(0, 0, 0), (0, 0.26, 0.9), (0, -0.55, 1.85)], 10)
        blade = s.tube(
            spine,
            np.array([(0.05, w) for w in (0.08, 0.22, 0.3, 0.33, 0.33, 0.3, 0.26, 0.2, 0.13, 0.05)]),
            8,
            up=(0, 1, 0),
        )
        a.add(
            "fronds",
            m.LEAF.coloured("#3f9a3a"),
            blade.rotate((0, 40 * k + float(rng.uniform(-6, 6)), 0)).translate(tuple(top)),
        )
    for t in (0.4, 2.5, 4.6):
        a.add("coconuts", m.BARK, s.sphere(0.2, 16).translate(tuple(top + (0.22 * np.sin(t), -0.2, 0.22 * np.cos(t)))))
    for _ in range(4):
        t, size = rng.uniform(0, 6.28), rng.uniform(0.25, 0.45)
        rock = s.roughened(s.sphere(size, 14).scale((1.2, 0.8, 1)), rng, size * 0.16, size)
        a.add("rocks", m.STONE, rock.translate((r * 0.9 * np.cos(t), 0.62, r * 0.85 * np.sin(t))), smooth=20)
    return a.build({"top": (float(top[0]), float(top[1]) + 0.3, float(top[2]))}).grounded()


@sculpture("iceberg", kinds=("ice floe", "floating ice"), size=(12, 60), tint=False)
def iceberg(rng: np.random.Generator) -> Sculpture:
    """Faceted peaks of ice, white above and blue below, in a disc of dark water."""
    a = Assembly()
    white, blue = m.SNOW.coloured("#f0f7fb"), m.ICE.coloured("#8fc8e6", "blue ice")
    peaks = [((0.0, 0.0), 1.0, 1.0), ((0.62, 0.15), 0.62, 0.72), ((-0.6, -0.1), 0.5, 0.66), ((0.15, 0.5), 0.36, 0.5)]
    blocks, feet = [], []
    for (x, z), high, wide in peaks:
        high *= rng.uniform(0.9, 1.15)
        points = []
        for level, share, count in ((-0.1, 0.66, 9), (0.22, 0.7, 9), (0.62, 0.42, 7), (0.92, 0.16, 5), (1.0, 0.06, 3)):
            for k in range(count):
                t = 2 * np.pi * (k + rng.uniform(-0.25, 0.25)) / count
                q = share * wide * rng.uniform(0.86, 1.1)
                points.append((x + q * np.cos(t), 0.28 + level * high * 1.15, z + 0.8 * q * np.sin(t)))
        blocks.append(s.Solid.hull_points(np.array(points)))
        feet.append(s.Solid.hull_points(np.array([p for p in points if p[1] < 0.9]) * (1.08, 0.42, 1.08)))
    a.add("ice", white, s.union(blocks), smooth=0)
    a.add("lower ice", blue, s.union(feet).translate((0, 0.05, 0)).trim_by_plane((0, 1, 0), 0.05), smooth=0)
    cracks = [
        s.box(0.05, 0.9, 3)
        .rotate((0, float(rng.uniform(0, 180)), float(rng.uniform(12, 30))))
        .translate((float(rng.uniform(-0.4, 0.4)), 0.3, 0))
        for _ in range(2)
    ]
    shell = s.union(blocks).scale((1.012, 1.004, 1.012))
    a.add("cracks", blue, s.union(cracks) ^ shell, smooth=0)
    a.add("water", m.WATER.coloured("#2a6f96", "sea"), s.cylinder(0.2, 1.62, segments=56))
    floes = []
    for _ in range(5):
        t, r = rng.uniform(0, 6.28), rng.uniform(1.2, 1.45)
        floes.append(
            s.prism(0.12, float(rng.uniform(0.08, 0.15)), 5)
            .rotate((0, float(rng.uniform(0, 90)), 0))
            .translate((r * np.cos(t), 0.16, r * np.sin(t)))
        )
    a.add("floes", white, s.union(floes), smooth=0)
    return finished(a.build().parts, float(rng.uniform(6, 11)))


@sculpture("waterfall", synonyms=("cascade",), kinds=("falls", "cataract"), size=(5, 20), tint=False)
def waterfall(rng: np.random.Generator) -> Sculpture:
    """A cliff of stacked rocks with a sheet of water over its middle into a pool with foam, and green on top."""
    a = Assembly()
    rock = m.DARK_STONE.coloured(s.pick(rng, ("#77716a", "#6f6c68", "#80766a"))).varied(rng, 0.05)
    water = m.WATER.coloured("#5fb4dc", "water")
    high, w = rng.uniform(3.8, 4.4), rng.uniform(3.6, 4.0)
    d = 1.6
    for k in range(7):
        for x in (-1, 1):
            size = rng.uniform(0.85, 1.1)
            block = s.roughened(
                s.box(w * 0.36 * size, high / 6.2, d * rng.uniform(0.9, 1.25), 0.12), rng, 0.1, 0.9, 0.35
            )
            place = (x * w * rng.uniform(0.27, 0.36), high * k / 7 - 0.05, -d * 0.3 + 0.25 * (1 - k / 7))
            a.add(
                f"rocks {(k + (x > 0)) % 2}",
                rock.shaded(1.0 if (k + (x > 0)) % 2 else 0.84),
                block.translate(place),
                smooth=15,
            )
        back = s.roughened(s.box(w * 0.7, high / 6.4, d, 0.1), rng, 0.08, 0.9, 0.4).translate(
            (0, high * k / 7 * 0.97, -d * 0.42)
        )
        a.add("rocks 1", rock.shaded(0.84), back, smooth=15)
    lip = high * 0.965
    wide = w * rng.uniform(0.3, 0.36)
    a.add("stream", water, s.box(wide, 0.16, d * 0.75).translate((0, lip - 0.02, -d * 0.5)))
    path = s.curve(
        [
            (0, lip + 0.1, -d * 0.5),
            (0, lip + 0.08, d * 0.02),
            (0, lip - 0.5, d * 0.3),
            (0, high * 0.45, d * 0.42),
            (0, 0.15, d * 0.5),
        ],
        22,
    )
    fall = s.tube(
        path,
        np.array([(0.11, wide / 2 * q) for q in s.interpolate((1.0, 0.98, 1.04, 1.12, 1.22), 22)]),
        12,
        section=s.rectangle(2, 2, radius=0.3),
        up=(0, 1, 0),
    )
    a.add("fall", water, fall, smooth=50)
    for x in np.linspace(-0.78, 0.78, 6):
        streak = s.tube(path[5:] + (x * wide / 2, 0, 0.1), 0.045, 6)
        a.add("streaks", m.WHITE.coloured("#eef8fc", "foam"), streak)
    a.add(
        "ground",
        rock.shaded(0.72),
        s.roughened(s.cylinder(0.22, w * 0.72, segments=44), rng, 0.08, 1.2, 0.4)
        .trim_by_plane((0, 1, 0), 0)
        .translate((0, 0, d * 0.35)),
        smooth=40,
    )
    a.add(
        "pool",
        water.shaded(0.85),
        s.cylinder(0.3, w * 0.5, segments=44).scale((1, 1, 0.72)).translate((0, 0, d * 0.85)),
    )
    for _ in range(12):
        size = rng.uniform(0.12, 0.24)
        at = (rng.uniform(-0.7, 0.7) * wide, 0.28, d * 0.55 + rng.uniform(-0.1, 0.28))
        a.add("foam", m.WHITE.coloured("#eef8fc", "foam"), s.sphere(size, 12).translate(at), smooth=60)
    for k in range(11):
        t = np.pi * (k / 10) + 0.0
        size = rng.uniform(0.2, 0.36)
        stone = s.roughened(s.sphere(size, 12).scale((1.2, 0.85, 1)), rng, size * 0.14, size)
        a.add("rocks 0", rock, stone.translate((w * 0.56 * np.cos(t), 0.16, d * 0.85 + w * 0.4 * np.sin(t))), smooth=20)
    for _ in range(16):
        x = rng.uniform(0.2, 0.5) * w * s.pick(rng, (-1, 1))
        ball = s.sphere(float(rng.uniform(0.2, 0.36)), 12).translate(
            (x, high * 1.0 + 0.05, rng.uniform(-0.9, 0.15) * d)
        )
        a.add("bushes", m.LEAF, ball)
    for x in (-1, 1):
        for _ in range(4):
            ball = s.sphere(float(rng.uniform(0.14, 0.24)), 10).translate(
                (x * w * rng.uniform(0.3, 0.5), high * rng.uniform(0.25, 0.75), d * 0.32)
            )
            a.add("moss", m.DARK_LEAF, ball)
    return a.build({"top": (0, high + 0.2, -d * 0.4)}).grounded()


def _crystal(radius: float, length: float, sides: int = 6) -> s.Solid:
    """A prism with a blunt point, from the origin up."""
    return s.prism(length * 0.74, radius * 0.9, sides, radius) + s.prism(
        length * 0.26, radius, sides, radius * 0.08
    ).translate((0, length * 0.739, 0))


@sculpture(
    "crystal cluster", synonyms=("crystals", "crystal"), kinds=("quartz", "amethyst", "magic crystal"), size=(0.25, 1.2)
)
def crystal_cluster(rng: np.random.Generator) -> Sculpture:
    """Six-sided pointed crystals of several lengths that lean apart out of a rock."""
    a = Assembly()
    hue = s.pick(rng, ("#e07ab8", "#9a5fd0", "#4fa8e0", "#5fd0b0", "#9a5fd0"))
    shades = [m.PLASTIC.coloured(hue, f"crystal {k}").shaded(v) for k, v in enumerate((1.0, 1.18, 0.84))]
    base = (
        s.roughened(s.ellipsoid(0.5, 0.2, 0.46, 24), rng, 0.05, 0.3)
        .trim_by_plane((0, 1, 0), -0.06)
        .translate((0, 0.06, 0))
    )
    a.add("rock", m.DARK_STONE, base, smooth=15)
    a.add("crystals 1", shades[1], _crystal(0.17, rng.uniform(1.0, 1.15)).rotate((4, 12, -3)), smooth=0)
    for ring, count, lean, long, r in ((0, 5, 22, 0.74, 0.12), (1, 7, 44, 0.52, 0.09)):
        for k in range(count):
            yaw = 360 * (k + 0.5 * ring) / count + rng.uniform(-10, 10)
            solid = _crystal(r * rng.uniform(0.9, 1.15), long * rng.uniform(0.8, 1.15)).rotate(
                (0, float(rng.uniform(0, 60)), 0)
            )
            solid = (
                solid.translate((0, 0.04, 0))
                .rotate((lean * rng.uniform(0.8, 1.15), 0, 0))
                .translate((0, 0, 0.06 + 0.1 * ring))
            )
            a.add(f"crystals {k % 3}", shades[k % 3], solid.rotate((0, yaw, 0)), smooth=0)
    parts = [Part(p.name, p.solid.trim_by_plane((0, 1, 0), 0), p.material, p.smooth) for p in a.build().parts]
    return finished(parts, float(rng.uniform(0.25, 0.5)))


@sculpture("geode", kinds=("amethyst geode", "druse"), size=(0.15, 0.6))
def geode(rng: np.random.Generator) -> Sculpture:
    """A rough stone broken in half, its hollow to the front: bands of agate about a bed of crystals."""
    a = Assembly()
    hue = s.pick(rng, ("#8a4fc0", "#8a4fc0", "#4f8fd0", "#d070a8"))
    outer = s.roughened(s.ellipsoid(0.98, 0.9, 0.8, 48), rng, 0.1, 0.8, 0.16)
    front = s.box(4, 4, 4).translate((0, -2, 2.12))
    half = outer - front
    hollow = s.ellipsoid(0.64, 0.58, 0.56, 40).translate((0, 0, 0.12))
    a.add(
        "rind",
        m.DARK_STONE.coloured("#6f665c", "rind").varied(rng, 0.06),
        half - s.ellipsoid(0.86, 0.78, 0.7, 40).translate((0, 0, 0.12)),
        smooth=20,
    )
    rims = ((0.875, "#e6dccb"), (0.8, "#b89ac8" if hue.startswith("#8") else "#9ab8d0"), (0.72, "#f1ecf2"))
    for k, (share, colour) in enumerate(rims):
        inner = rims[k + 1][0] if k < 2 else 0.64
        shell = s.ellipsoid(share, share * 0.91, 0.72, 40) - s.ellipsoid(inner, inner * 0.91, 0.64, 40)
        band = shell.translate((0, 0, 0.12)) - front.translate((0, 0, 0.015))
        a.add(f"band {k}", m.MARBLE.coloured(colour, f"agate {k}"), band, smooth=50)
    a.add(
        "bed",
        m.PLASTIC.coloured(hue, "bed").shaded(0.55),
        s.ellipsoid(0.66, 0.6, 0.6, 40).translate((0, 0, 0.1)) - hollow - front,
        smooth=30,
    )
    shades = [m.PLASTIC.coloured(hue, f"crystal {k}").shaded(v) for k, v in enumerate((0.86, 1.05, 1.3))]
    points = spread(150)
    k = 0
    for way in points:
        if way[2] > -0.05:
            continue
        at = way * (0.63, 0.57, 0.55) + (0, 0, 0.12)
        spike = s.cylinder(float(rng.uniform(0.13, 0.22)), 0.075, 0.01, 6)
        a.add(f"crystals {k % 3}", shades[k % 3], s.aim(spike, -way * (1, 1, 0.8)).translate(tuple(at)), smooth=0)
        k += 1
    parts = [Part(p.name, p.solid.rotate((-24, 0, 0)), p.material, p.smooth) for p in a.build().parts]
    return finished(parts, float(rng.uniform(0.07, 0.15)))


@sculpture(
    "gold bar",
    synonyms=("gold ingot", "ingot"),
    kinds=("bullion", "gold brick"),
    size=(0.2, 0.36),
    material="golden",
    tint=False,
)
def gold_bar(rng: np.random.Generator) -> Sculpture:
    """A bar with sloping sides, and a stamp sunk into its top."""
    a = Assembly()
    gold = m.GOLD.varied(rng, 0.04)
    w, high, d = rng.uniform(0.24, 0.26), rng.uniform(0.062, 0.07), rng.uniform(0.11, 0.125)
    b = 0.006

    def ring(inset: float, y: float, grow: float) -> list[tuple[float, float, float]]:
        x, z = w / 2 - inset + grow, d / 2 - inset + grow
        return [(p * (x - q), y, r * (z - (b - q))) for p in (-1, 1) for r in (-1, 1) for q in (0.0, b)]

    body = s.Solid.hull_points(
        np.array(
            [*ring(0.0, b, 0.0), *ring(0.0, 0.0, -b * 0.7), *ring(0.026, high - b, 0.0), *ring(0.026, high, -b * 0.7)]
        )
    )
    tw, td = w - 0.052, d - 0.052
    sunk = s.box(tw * 0.8, 0.02, td * 0.74, 0.002).translate((0, high - 0.006, 0))
    a.add("bar", gold, body - sunk)
    a.add("stamp", gold.shaded(0.78), s.box(tw * 0.79, 0.004, td * 0.73).translate((0, high - 0.0075, 0)))
    marks = [
        s.box(tw * 0.08, 0.007, td * 0.26).translate((tw * 0.12 * (k - 2.5), high - 0.008, td * 0.16)) for k in range(6)
    ]
    marks += [s.box(tw * 0.5, 0.007, td * 0.12).translate((0, high - 0.008, -td * 0.14))]
    a.add("letters", gold.shaded(1.1), *marks)
    return a.build({"top": (0, high, 0)})


@sculpture(
    "pile of gold coins",
    synonyms=("gold coins", "heap of gold coins", "coin pile"),
    plural="piles of gold coins",
    kinds=("pile of gold", "pile of coins", "dragon hoard"),
    size=(0.25, 1.0),
    material="golden",
    tint=False,
)
def pile_of_coins(rng: np.random.Generator) -> Sculpture:
    """A heap of coins lying every way, some in stacks beside it."""
    a = Assembly()
    golds = [m.GOLD.shaded(v) for v in (1.0, 0.86, 1.14)]
    r, high = rng.uniform(0.9, 1.0), rng.uniform(0.62, 0.74)
    u = np.linspace(0, 1, 12)
    heap = s.revolve([(0, 0), *np.stack([r * (1 - u) ** 0.8, high * u**1.15], 1)], 36)
    a.add("heap", m.GOLD.shaded(0.66), heap)
    coin = s.cylinder(0.045, 0.165, segments=20) + (
        s.cylinder(0.062, 0.165, segments=20) - s.cylinder(1, 0.13, segments=16).translate((0, -0.5, 0))
    ).translate((0, -0.0085, 0))
    points, normals = s.scattered(heap, rng, 150, 0.115)
    for k, (point, normal) in enumerate(zip(points, normals, strict=True)):
        if normal[1] < 0.05:
            continue
        tilt = normal + rng.normal(size=3) * 0.32
        tilt[1] = max(tilt[1], 0.25)
        lift = point + normal * 0.012
        a.add(f"coins {k % 3}", golds[k % 3], s.aim(coin, tilt).translate(tuple(lift)))
    a.add(
        "coins 2",
        golds[2],
        s.aim(coin, (0.25, 1, 0.2)).translate((0, high - 0.02, 0)),
        s.aim(coin, (0.9, 0.35, 0.5)).translate((0.2, high * 0.82, 0.18)),
    )
    for _ in range(4):
        t = rng.uniform(0, 6.28)
        base = np.array((1.18 * r * np.cos(t), 0.0, 1.18 * r * np.sin(t)))
        for k in range(int(rng.integers(2, 6))):
            jog = rng.uniform(-0.02, 0.02, 2)
            a.add(
                f"coins {k % 3}",
                golds[k % 3],
                coin.translate((float(base[0] + jog[0]), 0.006 + 0.058 * k, float(base[2] + jog[1]))),
            )
    parts = [Part(p.name, p.solid.trim_by_plane((0, 1, 0), 0), p.material, p.smooth) for p in a.build().parts]
    return finished(parts, float(rng.uniform(0.15, 0.3)))


@sculpture("campfire", synonyms=("camp fire",), kinds=("bonfire", "log fire"), size=(0.9, 2.4), tint=False)
def campfire(rng: np.random.Generator) -> Sculpture:
    """Logs leant together within a ring of stones, with flames above embers."""
    a = Assembly()
    wood = m.BARK.coloured("#6b4a30").varied(rng, 0.06)
    r = rng.uniform(0.44, 0.52)
    a.add("ashes", m.DARK_STONE.coloured("#3d3833", "ashes"), s.cylinder(0.05, r * 1.1, r * 0.95, 32))
    stones = int(rng.integers(10, 13))
    for k in range(stones):
        size = r * rng.uniform(0.24, 0.29)
        rock = s.roughened(s.sphere(size, 16).scale((1.1, 0.85, 1)), rng, size * 0.13, size).translate(
            (0, size * 0.55, r * 1.12)
        )
        a.add(
            f"stones {k % 2}",
            m.STONE.shaded(0.8 if k % 2 else 1.0),
            rock.rotate((0, 360 * k / stones, 0)).trim_by_plane((0, 1, 0), 0),
            smooth=25,
        )
    logs = int(s.pick(rng, (6, 7)))
    for k in range(logs):
        thick = r * rng.uniform(0.13, 0.16)
        yaw = 360 * k / logs + rng.uniform(-8, 8)
        start, end = np.array((0, 0.05, r * 0.82)), np.array((rng.uniform(-0.06, 0.06), r * 0.98, -r * 0.06))
        log = s.rod(start, end, thick, thick * 0.9, 12)
        a.add("logs", wood, log.rotate((0, yaw, 0)).trim_by_plane((0, 1, 0), 0))
        cut = s.rod(end - (end - start) * 0.005, end + (end - start) * 0.02, thick * 0.82, segments=12)
        a.add("log ends", m.BIRCH, cut.rotate((0, yaw, 0)))
    a.add("embers", m.EMBER, s.ellipsoid(r * 0.62, r * 0.2, r * 0.62, 20).translate((0, 0.06, 0)))

    def tongue(x: float, z: float, wide: float, tall: float, bend: float) -> s.Solid:
        line = s.profile(
            [(wide * 0.5, 0), (wide, tall * 0.22), (wide * 0.7, tall * 0.52), (wide * 0.25, tall * 0.8), (0, tall)], 24
        )
        solid = s.revolve([(0, 0), *line], 18)
        return s.bend(solid, bend, tall / 8).rotate((0, float(rng.uniform(0, 360)), 0)).translate((x, r * 0.14, z))

    a.add("flames", m.FLAME.coloured("#ff7a1a", "outer flame"), tongue(0, 0, r * 0.42, r * 2.0, 16))
    for k in range(5):
        t = 2 * np.pi * k / 5 + 0.4
        a.add(
            "flames",
            m.FLAME.coloured("#ff7a1a", "outer flame"),
            tongue(r * 0.3 * np.cos(t), r * 0.3 * np.sin(t), r * 0.25, r * rng.uniform(1.2, 1.6), 22),
        )
        u = t + 0.6
        a.add(
            "inner flames",
            m.FLAME.coloured("#ffc83a", "inner flame"),
            tongue(r * 0.42 * np.cos(u), r * 0.42 * np.sin(u), r * 0.17, r * rng.uniform(0.8, 1.05), 20),
        )
    return a.build({"top": (0, r * 2.05, 0)}).grounded()


@sculpture("beehive", synonyms=("bee hive", "hive"), kinds=("straw hive", "honey hive"), size=(0.4, 1.3), tint=False)
def beehive(rng: np.random.Generator) -> Sculpture:
    """A golden dome of coils with a dark hole and bees about it; or a white box hive of several storeys."""
    a = Assembly()
    box = s.chance(rng, 0.25)
    if box:
        white = m.PAINT.coloured(s.pick(rng, ("#f2efe4", "#e8c860", "#a8c8d8")), "paint")
        w, d, y = 0.44, 0.5, 0.2
        a.add(
            "legs",
            m.OAK,
            *[s.box(0.06, 0.22, 0.06).translate((x * w * 0.42, 0, z * d * 0.4)) for x in (-1, 1) for z in (-1, 1)],
        )
        a.add("floor", m.OAK, s.box(w * 1.04, 0.05, d * 1.25).translate((0, y, d * 0.08)))
        for k, high in enumerate((0.26, 0.22, 0.16)):
            a.add(
                f"storeys {k % 2}",
                white.shaded(1.0 if k % 2 == 0 else 0.9),
                s.box(w, high - 0.012, d, 0.006).translate((0, y + 0.05, 0)),
            )
            a.add("grips", white.shaded(0.6), s.box(0.13, 0.035, d + 0.012).translate((0, y + 0.05 + high * 0.6, 0)))
            y += high
        a.add("entrance", m.BLACK, s.box(w * 0.5, 0.03, 0.03).translate((0, 0.25, d / 2)))
        a.add("roof", m.STEEL, s.box(w * 1.12, 0.08, d * 1.12, 0.01).translate((0, y + 0.04, 0)))
        top, r = y + 0.12, w / 2
    else:
        straw = m.THATCH.coloured(s.pick(rng, ("#d9a53a", "#cf9a3a", "#e0b04a")), "straw").varied(rng, 0.05)
        r, high = rng.uniform(0.25, 0.28), rng.uniform(0.46, 0.52)
        coils = 8
        for k in range(coils):
            u = (k + 0.5) / coils
            q = r * np.sqrt(max(1 - u**2.3, 0.0)) * (1.0 if k else 0.97)
            thick = high / coils * 0.62
            ring = s.torus(max(q - thick * 0.4, 0.02), thick, 48, 14).translate((0, 0.05 + high * u, 0))
            a.add(f"coils {k % 2}", straw.shaded(1.0 if k % 2 else 0.88), ring, smooth=60)
            a.add(
                "inside",
                straw.shaded(0.6),
                s.cylinder(high / coils * 1.02, max(q - thick * 0.3, 0.02), segments=32).translate(
                    (0, 0.05 + high * k / coils, 0)
                ),
            )
        a.add("coils 0", straw.shaded(0.88), s.sphere(high * 0.09, 20).translate((0, 0.05 + high * 1.0, 0)), smooth=60)
        top = 0.05 + high * 1.09
        a.add("stand", m.OAK.shaded(0.9), s.cylinder(0.055, r * 1.25, segments=36))
        hole = s.ellipsoid(r * 0.27, r * 0.27, r * 0.2, 28).translate((0, 0.05 + high * 0.27, r * 0.94))
        a.add("hole", m.BLACK.coloured("#241a10", "dark"), hole)
        a.add(
            "hole rim",
            straw.shaded(0.7),
            s.torus(r * 0.28, r * 0.055, 32, 10).rotate((90, 0, 0)).translate((0, 0.05 + high * 0.27, r * 1.06)),
        )
    for k in range(5):
        t = (0.35, 1.7, -0.9, 2.9, 4.0)[k]
        at = np.array((1.16 * r * np.sin(t), 0.25 + 0.26 * ((k * 0.37) % 1) * 1.4, 1.16 * r * np.cos(t)))
        size = r * 0.11
        for q, hue in ((-1, m.YELLOW), (0, m.BLACK), (1, m.YELLOW)):
            ball = s.ellipsoid(size, size * 0.9, size * 0.9, 12).translate((q * size * 0.8, 0, 0))
            a.add(f"bees {hue.name}", hue, ball.rotate((0, float(np.degrees(t)), 0)).translate(tuple(at)), smooth=60)
        wings = s.mirrored(
            s.ellipsoid(size * 0.6, size * 0.9, size * 0.22, 10)
            .rotate((35, 0, 0))
            .translate((0, size * 1.1, size * 0.5)),
            "z",
        )
        a.add("wings", m.WHITE, wings.rotate((0, float(np.degrees(t)), 0)).translate(tuple(at)))
    return a.build({"top": (0, top, 0)}).grounded()


@sculpture("bird nest", synonyms=("bird's nest", "nest"), kinds=("nest with eggs",), size=(0.18, 0.5), tint=False)
def bird_nest(rng: np.random.Generator) -> Sculpture:
    """A bowl woven of twigs with eggs in it."""
    a = Assembly()
    twig = m.BARK.coloured("#7a5a3a", "twigs").varied(rng, 0.06)
    r, high = 1.0, rng.uniform(0.58, 0.66)
    line = s.profile([(0, 0), (r * 0.55, 0.02), (r * 0.92, high * 0.5), (r * 0.92, high * 0.95)], 20)
    a.add("bowl", twig.shaded(0.7), s.lathe(line, 0.24, 40))
    twigs: list[list[s.Solid]] = [[], [], []]
    for k in range(120):
        y = high * rng.uniform(0.08, 1.08)
        q = r * (0.62 + 0.36 * np.clip(y / (high * 0.55), 0, 1)) * rng.uniform(0.94, 1.06)
        if y > high * 0.85:
            q = r * rng.uniform(0.74, 0.98)
        t0, sweep = rng.uniform(0, 6.28), rng.uniform(0.7, 1.5)
        t = t0 + np.linspace(0, sweep, 6)
        rise = rng.uniform(-0.16, 0.16)
        out = np.linspace(0, rng.uniform(0.0, 0.2), 6)
        path = np.stack([(q + out) * np.cos(t), y + rise * np.linspace(-0.5, 0.5, 6), (q + out) * np.sin(t)], 1)
        twigs[k % 3].append(s.tube(path, s.interpolate((0.034, 0.036, 0.022), 6), 6))
    for k, shade in enumerate((1.0, 1.28, 0.82)):
        a.add(f"twigs {k}", twig.shaded(shade), s.group(twigs[k]))
    hue = s.pick(rng, ("#8fd0d8", "#8fd0d8", "#f0e6d2", "#b8d8a8"))
    eggs = int(s.pick(rng, (3, 3, 4)))
    for k in range(eggs):
        turn = 2 * np.pi * k / eggs + 0.5
        shell = s.profile([(0, -0.26), (0.15, -0.2), (0.205, -0.04), (0.165, 0.14), (0.07, 0.25), (0, 0.28)], 24)
        egg = s.revolve(shell, 28).rotate((62, 0, 0)).rotate((0, float(np.degrees(turn)) + 70, 0))
        at = np.array((0.27 * np.sin(turn), high * 0.78, 0.27 * np.cos(turn)))
        a.add("eggs", m.PORCELAIN.coloured(hue, "eggshell"), egg.translate(tuple(at)), smooth=60)
    parts = [Part(p.name, p.solid.trim_by_plane((0, 1, 0), 0), p.material, p.smooth) for p in a.build().parts]
    done = finished(parts, float(rng.uniform(0.09, 0.14)))
    return done


@sculpture(
    "hay bale", synonyms=("straw bale", "bale of hay"), kinds=("haystack", "hay roll"), size=(0.9, 2.6), tint=False
)
def hay_bale(rng: np.random.Generator) -> Sculpture:
    """A bale with loose stalks: a block with two strings, or a roll with a spiral at its ends."""
    a = Assembly()
    straw = m.THATCH.coloured(s.pick(rng, ("#d9b24a", "#d0a848", "#dfbc5a")), "hay").varied(rng, 0.05)
    stalks: list[list[s.Solid]] = [[], []]
    if s.chance(rng, 0.5):
        w, high, d = rng.uniform(0.95, 1.1), rng.uniform(0.42, 0.48), rng.uniform(0.48, 0.54)
        block = s.roughened(s.box(w, high, d, 0.03), rng, 0.014, 0.16, 0.07)
        a.add("bale", straw, block, smooth=30)
        for x in (-0.24, 0.24):
            band = s.extrude(
                s.rectangle(d + 0.03, high + 0.03, (0, high / 2), 0.03),
                0.035,
                holes=[s.rectangle(d - 0.03, high - 0.03, (0, high / 2), 0.03)],
            )
            a.add("strings", m.CLOTH.coloured("#a8402e", "twine"), band.rotate((0, 90, 0)).translate((x * w, 0, 0)))
        surface, count = block, 150
        top = high
        along = np.array((1.0, 0.25, 0.6))
    else:
        r, w = rng.uniform(0.62, 0.72), rng.uniform(1.0, 1.2)
        roll = (
            s.roughened(s.cylinder(w, r, segments=44, bevel=0.04), rng, 0.014, 0.2, 0.1)
            .rotate((0, 0, 90))
            .translate((w / 2, r, 0))
        )
        a.add("bale", straw, roll, smooth=40)
        t = np.linspace(0.6, 5.2 * 2 * np.pi, 150)
        q = r * 0.93 * t / t[-1]
        for x in (-1, 1):
            spiral = np.stack([np.full(150, x * w / 2), r + q * np.cos(t), q * np.sin(t) * x], 1)
            a.add("spiral", straw.shaded(0.66), s.tube(spiral, 0.026, 6))
        for x in (-0.3, -0.1, 0.1, 0.3):
            a.add(
                "strings",
                straw.shaded(0.72),
                s.torus(r + 0.004, 0.016, 44, 6).rotate((0, 0, 90)).translate((x * w, r, 0)),
            )
        surface, count = roll, 160
        top = 2 * r
        along = np.array((0.3, 1.0, 1.0))
    points, normals = s.scattered(surface, rng, count)
    for k, (point, normal) in enumerate(zip(points, normals, strict=True)):
        way = rng.normal(size=3) * along
        way -= normal * (way @ normal) * 0.85
        way = way / np.linalg.norm(way) * rng.uniform(0.05, 0.11)
        stalks[k % 2].append(s.rod(point - way, point + way + normal * 0.012, 0.011, segments=5))
    for k, shade in enumerate((1.2, 0.8)):
        a.add(f"stalks {k}", straw.shaded(shade), s.group(stalks[k]))
    return a.build({"top": (0, top, 0), "seat": (0, top, 0)}).grounded()
