"""Wells, bridges, fences, gates, tents, stalls, tree houses, arches, statues, fountains, graves."""

import numpy as np

from bozzetto.foundry.sculpt import fields
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture


@sculpture(
    "well",
    synonyms=("wishing well", "water well"),
    kinds=("draw well",),
    size=(2.6, 5.0),
    material="stone",
)
def well(rng: np.random.Generator) -> Sculpture:
    """A ring of stones, posts with a shingled roof, a windlass with rope and bucket."""
    a = Assembly()
    stone, wood = m.STONE.varied(rng, 0.1), s.pick(rng, (m.OAK, m.WALNUT, m.OLD_WOOD)).varied(rng)
    r, high = rng.uniform(0.75, 0.95), rng.uniform(0.8, 0.95)
    shades = [stone.shaded(f) for f in (1.0, 0.88, 1.1, 0.78)]
    courses = 4
    for k in range(courses):
        count, turn = int(rng.integers(11, 14)), rng.uniform(0, 360)
        for j in range(count):
            width = 2 * np.pi * r / count * 0.96
            block = s.rounded_box(width, high / courses * 0.98, 0.26 + rng.uniform(0, 0.05), 0.035, 8)
            spot = block.translate((0, high / courses * k, r - 0.12)).rotate((0, turn + 360 * j / count, 0))
            a.add("stones", shades[int(rng.integers(4))], spot)
    a.add(
        "mortar",
        stone.shaded(0.6),
        s.cylinder(high * 0.97, r - 0.03, segments=32) - s.cylinder(3, r - 0.2).translate((0, 0.1, 0)),
    )
    a.add("water", m.WATER.coloured("#3f7ea0"), s.cylinder(0.3, r - 0.18, segments=32).translate((0, 0.1, 0)))
    rim = s.cylinder(0.1, r + 0.08, segments=32, bevel=0.02) - s.cylinder(1, r - 0.24).translate((0, -0.3, 0))
    a.add("rim", stone.shaded(1.12), rim.translate((0, high - 0.01, 0)))
    eave = high + rng.uniform(1.05, 1.3)
    for x in (-1, 1):
        a.add("posts", wood, s.box(0.13, eave, 0.13, 0.015).translate((x * (r + 0.02), 0, 0)))
        brace = s.beam((x * r, eave - 0.4, 0), (x * (r - 0.4), eave, 0), 0.09, 0.09)
        a.add("posts", wood, brace)
    width, rise = 1.5, rng.uniform(0.55, 0.75)
    shell = masonry.shingled_roof(width, rise, 2 * r + 0.3, 0.18, 0.07, 5).rotate((0, 90, 0)).translate((0, eave, 0))
    a.add("roof", s.pick(rng, (m.ROOF_TILE, m.SLATE, m.OLD_WOOD)).varied(rng), shell)
    a.add(
        "gables",
        wood.shaded(0.9),
        *[masonry.gable(width, rise, 0.08).rotate((0, 90, 0)).translate((x * r, eave, 0)) for x in (-1, 1)],
    )
    axle = high + 0.45
    a.add(
        "windlass",
        wood.shaded(0.85),
        s.rod((-r - 0.12, axle, 0), (r + 0.12, axle, 0), 0.045),
        s.rod((-0.3, axle, 0), (0.3, axle, 0), 0.1),
    )
    crank = s.rod((r + 0.1, axle, 0), (r + 0.1, axle - 0.25, 0.12), 0.022) + s.rod(
        (r + 0.1, axle - 0.25, 0.12), (r + 0.35, axle - 0.25, 0.12), 0.022
    )
    a.add("crank", m.IRON, crank)
    coils = s.union(
        [s.torus(0.11, 0.018, 20, 8).rotate((0, 0, 90)).translate((-0.12 + 0.04 * k, axle, 0)) for k in range(7)]
    )
    drop = rng.uniform(0.28, 0.4)
    a.add("rope", m.ROPE, coils, s.rod((0, axle, 0.11), (0, axle - drop, 0.11), 0.014, segments=8))
    pail = s.lathe([(0, 0), (0.1, 0), (0.14, 0.22)], 0.015, 24).translate((0, axle - drop - 0.32, 0.11))
    handle = s.tube(np.concatenate([s.arc(0.14, 0, 180, 12), np.zeros((12, 1))], 1), 0.008, 6).translate(
        (0, axle - drop - 0.11, 0.11)
    )
    a.add("bucket", m.OAK, pail)
    a.add(
        "bucket hoops",
        m.IRON,
        handle,
        *[
            s.torus(q, 0.008, 24, 6).translate((0, axle - drop - 0.32 + y, 0.11))
            for q, y in ((0.11, 0.05), (0.136, 0.19))
        ],
    )
    return a.build({"top": (0, eave + rise + 0.1, 0), "rim": (0, high + 0.09, r)})


@sculpture("bridge", synonyms=("arch bridge",), kinds=("footbridge", "viaduct"), size=(9, 26))
def bridge(rng: np.random.Generator) -> Sculpture:
    """A humpbacked bridge of one to three stone arches with parapets and pillars, or a wooden one with railings."""
    a = Assembly()
    wide = rng.uniform(3.0, 4.0)
    if s.chance(rng, 0.65):
        stone = s.pick(rng, (m.STONE, m.LIMESTONE, m.SANDSTONE, m.BRICK)).varied(rng, 0.06)
        spans = int(rng.integers(1, 4))
        span, pier = rng.uniform(4.2, 5.2), 1.2
        length = spans * span + (spans + 1) * pier + 2.5
        hump, base = length * rng.uniform(0.05, 0.08), span * 0.62
        x = np.linspace(-length / 2, length / 2, 25)
        deck = base + hump * (1 - (2 * x / length) ** 2)
        outline = np.concatenate([[(length / 2, 0), (-length / 2, 0)][::-1], np.stack([x, deck], 1)[::-1]])
        body = s.extrude(outline, wide)
        rings, holes = [], []
        for k in range(spans):
            cx = (k - (spans - 1) / 2) * (span + pier)
            holes.append(s.extrude(s.arch_outline(span, span * 0.55), wide * 2).translate((cx, -0.01, 0)))
            ring = s.extrude(s.arch_outline(span * 1.18, span * 0.64), wide + 0.16)
            rings.append((ring - holes[-1]).translate((0, 0, 0)) if cx == 0 else ring.translate((cx, 0, 0)) - holes[-1])
        gap = s.union(holes)
        joints = s.union([s.box(0.07, 20, 10).rotate((0, 0, t)).translate((0, 0, 0)) for t in range(0, 180, 15)])
        a.add("body", stone, body - gap)
        for k, ring in enumerate(rings):
            cx = (k - (spans - 1) / 2) * (span + pier)
            core = s.extrude(s.arch_outline(span * 1.16, span * 0.63), wide + 0.06).translate((cx, 0, 0))
            a.add("arch stones", stone.shaded(0.82), ring - (joints.translate((cx, 0, 0)) - core))
        for z in (-1, 1):
            wall = np.concatenate([np.stack([x, deck + 0.75], 1)[::-1], np.stack([x, deck - 0.05], 1)])
            a.add("parapet", stone.shaded(0.95), s.extrude(wall, 0.3).translate((0, 0, z * (wide / 2 - 0.15))))
            cap = np.concatenate([np.stack([x, deck + 0.88], 1)[::-1], np.stack([x, deck + 0.73], 1)])
            a.add("coping", stone.shaded(0.78), s.extrude(cap, 0.44).translate((0, 0, z * (wide / 2 - 0.15))))
            blocks = masonry.wall_stones(rng, length * 0.98, base, 0.7, 60, 0.06) - gap.rotate((0, 0, 0))
            a.add("stones", stone.shaded(0.9), masonry.set_in(blocks, wide / 2, 0.05, 0 if z > 0 else 180))
            for e in (-1, 1):
                post = s.box(0.6, base + 1.2, 0.6, 0.04) + s.sphere(0.26, 20).translate((0, base + 1.35, 0))
                a.add("pillars", stone.shaded(0.85), post.translate((e * (length / 2 - 0.3), 0, z * (wide / 2 - 0.15))))
            for k in range(1, spans):
                cut = s.prism(base * 0.9, pier * 0.7, 8, pier * 0.45).translate(
                    ((k - spans / 2) * (span + pier), 0, z * wide / 2)
                )
                a.add("cutwaters", stone.shaded(0.85), cut)
        road = np.concatenate([np.stack([x, deck + 0.04], 1)[::-1], np.stack([x, deck - 0.1], 1)])
        a.add("road", m.DARK_STONE.coloured("#a69a86"), s.extrude(road, wide - 0.6))
        top = float(base + hump)
    else:
        wood = s.pick(rng, (m.OAK, m.OLD_WOOD, m.WALNUT, m.PAINT.coloured("#a63a2c", "red lacquer"))).varied(rng)
        length = rng.uniform(8, 11)
        sag = length * rng.uniform(0.1, 0.16)
        walkway = [(x, 0.9 + sag * (1 - (2 * x / length) ** 2)) for x in np.linspace(-length / 2, length / 2, 31)]
        for x, y in walkway:
            slope = np.degrees(np.arctan(-8 * sag * x / length**2))
            plank = s.box(length / 31 * 0.92, 0.09, wide, 0.012).rotate((0, 0, slope)).translate((x, y, 0))
            a.add("planks", m.OAK.shaded(0.92 + 0.08 * (abs(round(x * 7)) % 3)), plank)
        line = np.array(walkway)
        for z in (-1, 1):
            girder = np.concatenate([line - (0, 0.02), (line - (0, 0.32))[::-1]])
            a.add("girders", wood.shaded(0.85), s.extrude(girder[::-1], 0.2).translate((0, 0, z * wide * 0.42)))
            for high, thick in ((1.0, 0.12), (0.55, 0.08)):
                rail = np.concatenate([line + (0, high), (line + (0, high - thick))[::-1]])
                a.add("railing", wood, s.extrude(rail[::-1], thick).translate((0, 0, z * (wide / 2 - 0.1))))
            for x, y in walkway[::5]:
                post = s.box(0.16, 1.25, 0.16, 0.02) + s.prism(0.12, 0.13, 4, 0.02).translate((0, 1.25, 0))
                a.add("posts", wood, post.translate((x, y - 0.1, z * (wide / 2 - 0.1))))
        for x, y in (walkway[4], walkway[-5]):
            for z in (-1, 1):
                a.add(
                    "piles", wood.shaded(0.7), s.cylinder(y - 0.2, 0.16, segments=14).translate((x, 0, z * wide * 0.42))
                )
            a.add("piles", wood.shaded(0.7), s.box(0.2, 0.2, wide).translate((x, y - 0.42, 0)))
        for e in (-1, 1):
            a.add("banks", m.STONE, s.box(1.2, 0.95, wide * 1.1, 0.1).translate((e * length / 2, 0, 0)))
        top = float(0.9 + sag)
    return a.build({"top": (0, top, 0), "deck": (0, top, 0)})


@sculpture(
    "fence",
    synonyms=("picket fence", "garden fence"),
    kinds=("palisade", "paling"),
    size=(2, 4.5),
    material="wooden",
)
def fence(rng: np.random.Generator) -> Sculpture:
    """Pickets, or split rails, between posts."""
    a = Assembly()
    length, high = rng.uniform(2.4, 3.6), rng.uniform(0.9, 1.25)
    paint = s.pick(rng, (m.WHITE.coloured("#f3f1ea", "white paint"), m.PINE, m.OLD_WOOD, m.OAK)).varied(rng, 0.04)
    posts = 3
    for k in range(posts):
        post = s.box(0.12, high * 1.1, 0.12, 0.012) + s.prism(0.1, 0.1, 4, 0.01).translate((0, high * 1.1, 0))
        a.add("posts", paint.shaded(0.95), post.translate((length * (k / (posts - 1) - 0.5), 0, -0.06)))
    if s.chance(rng, 0.7):
        for y in (0.25, 0.75):
            a.add("rails", paint.shaded(0.92), s.box(length, 0.09, 0.05, 0.008).translate((0, high * y, -0.03)))
        count = int(length / 0.15)
        tip = s.pick(rng, ("point", "round", "flat"))
        w = 0.095
        shape = {
            "point": [(w / 2, high - w * 0.6), (0, high), (-w / 2, high - w * 0.6)],
            "round": [(w / 2 * np.cos(t), high - w / 2 + w / 2 * np.sin(t)) for t in np.linspace(0, np.pi, 9)],
            "flat": [(w / 2, high), (-w / 2, high)],
        }[tip]
        picket = s.extrude([(-w / 2, 0.06), (w / 2, 0.06), *shape], 0.024, 0.005)
        for k in range(count):
            x = length * ((k + 0.5) / count - 0.5)
            a.add("pickets", paint, picket.scale((1, 1 + rng.uniform(-0.01, 0.01), 1)).translate((x, 0, 0.006)))
    else:
        for k in range(posts - 1):
            for y in (0.3, 0.6, 0.9):
                x0 = length * (k / (posts - 1) - 0.5)
                rail = s.box(length / (posts - 1) + 0.16, 0.1, 0.07, 0.02).rotate((0, 0, rng.uniform(-1.5, 1.5)))
                a.add("rails", paint, rail.translate((x0 + length / (posts - 1) / 2, high * y, rng.uniform(0.0, 0.03))))
    return a.build({"top": (0, high, 0)})


@sculpture("gate", synonyms=("garden gate",), kinds=("entrance gate", "gateway", "portal"), size=(4, 8))
def gate(rng: np.random.Generator) -> Sculpture:
    """Two wings of wrought iron between pillars, or of planks."""
    a = Assembly()
    stone = s.pick(rng, (m.STONE, m.BRICK, m.LIMESTONE)).varied(rng, 0.06)
    wide, high, side = rng.uniform(2.6, 3.6), rng.uniform(1.9, 2.4), rng.uniform(0.5, 0.65)
    for x in (-1, 1):
        at = (x * (wide / 2 + side / 2), 0, 0)
        a.add("pillars", stone, s.box(side, high * 1.12, side, 0.02).translate(at))
        a.add(
            "caps",
            stone.shaded(0.82),
            s.box(side * 1.3, 0.14, side * 1.3, 0.03).translate((at[0], high * 1.12, 0)),
            s.box(side * 1.25, 0.25, side * 1.25, 0.03).translate(at),
        )
        ball = s.sphere(side * 0.38, 24).translate((at[0], high * 1.12 + 0.14 + side * 0.33, 0))
        a.add("caps", stone.shaded(0.9), ball)
        for k in range(4):
            blocks = masonry.wall_stones(rng, side, high * 1.05, 0.26, 9, 0.025)
            a.add("stones", stone.shaded(0.88), masonry.set_in(blocks, side / 2, 0.05, 90 * k).translate(at))
    iron = s.chance(rng, 0.65)
    metal, wood = m.IRON.coloured("#2c2d30", "wrought iron"), m.OAK.varied(rng)
    leaf = wide / 2 - 0.03
    for x in (-1, 1):
        cx = x * wide / 4
        if iron:
            count = 7
            for k in range(count):
                u = leaf * (k / (count - 1) - 0.5)
                tall = high * (0.86 + 0.14 * np.cos(np.pi * (cx + u) / wide))
                bar = s.rod((cx + u, 0.08, 0), (cx + u, tall, 0), 0.016, segments=8)
                spike = s.cone(0.14, 0.035, 8).translate((cx + u, tall, 0))
                a.add("bars", metal, bar)
                a.add("spikes", m.GOLD, spike)
            for y in (0.1, high * 0.45, high * 0.8):
                a.add("bars", metal, s.box(leaf, 0.05, 0.03).translate((cx, y, 0)))
            for e in (-1, 1):
                scroll = np.array(
                    [
                        (0.17 * (1 - t / 9.0) * np.cos(t), 0.17 * (1 - t / 9.0) * np.sin(t), 0)
                        for t in np.linspace(0, 7, 32)
                    ]
                )
                a.add(
                    "scrolls",
                    metal,
                    s.tube(scroll * (e, 1, 1), 0.014, 6).translate((cx + e * leaf * 0.22, high * 0.62, 0.01)),
                )
            ring = s.torus(0.12, 0.014, 24, 8).rotate((90, 0, 0))
            a.add("scrolls", metal, *[ring.translate((cx + u * leaf, high * 0.28, 0.01)) for u in (-0.33, 0.0, 0.33)])
        else:
            count = 6
            for k in range(count):
                u = leaf * ((k + 0.5) / count - 0.5)
                tall = high * (0.82 + 0.16 * np.cos(np.pi * (cx + u) / wide))
                a.add(
                    "planks",
                    wood.shaded(0.94 + 0.06 * (k % 3)),
                    s.box(leaf / count * 0.95, tall, 0.06, 0.008).translate((cx + u, 0.06, 0)),
                )
            bars = [s.box(leaf, 0.14, 0.06, 0.01).translate((cx, y, 0.05)) for y in (0.3, high * 0.7)]
            a.add(
                "braces",
                wood.shaded(0.8),
                *bars,
                s.beam((cx - leaf * 0.45, 0.36, 0.05), (cx + leaf * 0.45, high * 0.74, 0.05), 0.13, 0.05, up=(0, 0, 1)),
            )
            a.add(
                "hinges",
                metal,
                *[s.box(leaf * 0.6, 0.06, 0.03).translate((cx + x * leaf * 0.2, y, 0.09)) for y in (0.35, high * 0.75)],
            )
    a.add("lock", m.IRON, s.box(0.14, 0.22, 0.09, 0.01).translate((0, high * 0.42, 0)))
    return a.build({"top": (wide / 2 + side / 2, high * 1.12 + 0.14 + side * 0.7, 0)})


@sculpture(
    "tent",
    synonyms=("camping tent",),
    kinds=("marquee", "pavilion"),
    size=(3, 9),
    words=("tall", "striped"),
)
def tent(rng: np.random.Generator) -> Sculpture:
    """A ridge tent, a tipi, or a knight's round pavilion."""
    a = Assembly()
    kind = s.pick(rng, ("ridge", "tipi", "pavilion"))
    words: tuple[str, ...] = ()
    if kind == "ridge":
        cloth = m.CANVAS.coloured(
            s.pick(rng, ("#c98a3a", "#5f7f4a", "#b4532f", "#4c7a92", "#d8c9a3")), "canvas"
        ).varied(rng, 0.06)
        w, high, d = rng.uniform(1.8, 2.3), rng.uniform(1.3, 1.6), rng.uniform(2.3, 2.9)
        hollow = masonry.gable(w - 0.12, high - 0.08, d * 2).translate((0, -0.001, d * 0.55))
        shell = masonry.gable(w, high, d)
        sagged = s.warp(
            shell - hollow, lambda p: p * (1 - 0.06 * np.sin(np.pi * np.clip(p[:, 1:2] / high, 0, 1)) * (1, 0, 0)), 0.3
        )
        a.add("canvas", cloth, sagged, smooth=20)
        for x in (-1, 1):
            flap = s.extrude([(x * 0.02, high - 0.12), (x * (w / 2 - 0.02), 0.0), (x * (w / 2 - 0.5), 0.0)], 0.03)
            a.add("flaps", cloth.shaded(0.86), flap.rotate((0, x * 18, 0)).translate((x * 0.12, 0, d / 2 + 0.02)))
        a.add("poles", m.OAK, *[s.rod((0, 0, z), (0, high + 0.14, z), 0.03) for z in (-d / 2 + 0.05, d / 2 - 0.05)])
        a.add("ridge", cloth.shaded(0.8), s.box(0.12, 0.05, d + 0.02).translate((0, high - 0.05, 0)))
        a.add("floor", m.CANVAS.shaded(0.6), s.box(w - 0.1, 0.03, d - 0.05))
        for x in (-1, 1):
            for z in (-1, 0, 1):
                peg = (x * (w / 2 + 0.45), 0.0, z * d * 0.42)
                a.add("ropes", m.ROPE, s.rod((x * w * 0.3, high * 0.4, z * d * 0.42), peg, 0.012, segments=6))
                a.add(
                    "pegs", m.OAK, s.rod((peg[0], -0.0, peg[2]), (peg[0] + x * 0.05, 0.14, peg[2]), 0.022, segments=8)
                )
        top = high
    elif kind == "tipi":
        hide = m.CANVAS.coloured(s.pick(rng, ("#d9c49a", "#e6d8b8", "#c7a877")), "hide").varied(rng, 0.05)
        r, high = rng.uniform(1.5, 1.9), rng.uniform(3.0, 3.8)
        shell = s.cylinder(high, r, 0.16, 20)
        door = s.extrude([(-0.42, -0.1), (0.42, -0.1), (0.0, high * 0.42)], 4).translate((0, 0, 2))
        a.add(
            "hide",
            hide,
            (shell - door) - s.cylinder(high * 0.96, r - 0.06, 0.08, 20).translate((0, -0.01, 0)),
            smooth=12,
        )
        for y, hue in ((0.1, "red"), (0.19, "black"), (0.6, "teal")):
            rr = r + (0.16 - r) * y
            band = s.cylinder(0.16, rr + 0.012, rr + 0.012 - (r - 0.16) * 0.16 / high, 20)
            a.add(
                f"band {hue}",
                m.PAINT.coloured(m.HUES[hue], hue),
                (
                    band
                    - s.cylinder(1, rr - 0.03, segments=20).translate((0, -0.4, 0))
                    - door.translate((0, -high * y, 0))
                ).translate((0, high * y, 0)),
            )
        for k in range(9):
            yaw = np.radians(360 * k / 9 + 20)
            foot = np.array([r * np.sin(yaw), 0, r * np.cos(yaw)])
            tip = -0.22 * foot / r * 2 + (0, high * 1.22, 0)
            a.add("poles", m.OAK, s.rod(tuple(foot * 0.97), tuple(tip), 0.035, 0.022, 10))
        a.add(
            "flap",
            hide.shaded(0.8),
            s.extrude([(-0.5, 0), (-0.2, 0), (-0.02, high * 0.4)], 0.03)
            .rotate((-22, -14, 0))
            .translate((0, 0, r * 1.02)),
        )
        a.add("inside", m.BLACK.coloured("#3a2f25", "shadow"), s.cylinder(0.04, r * 0.95, segments=20))
        a.add(
            "pins",
            m.OAK,
            *[
                s.rod(
                    (-0.12, high * y, 0.02 + r + (0.16 - r) * y),
                    (0.12, high * y, 0.02 + r + (0.16 - r) * y),
                    0.014,
                    segments=6,
                )
                for y in (0.5, 0.58, 0.66, 0.74)
            ],
        )
        top, words = high, ("tall",)
    else:
        hue = s.pick(rng, ("red", "blue", "green", "yellow", "purple"))
        one, two = m.CLOTH.coloured(m.HUES[hue], "stripe"), m.CLOTH.coloured("#efe8d6", "white cloth")
        r, wall, rise = rng.uniform(1.6, 2.2), rng.uniform(1.7, 2.1), rng.uniform(1.5, 2.1)
        gores = 12
        half = 180 / gores
        doorway = s.extrude([(-0.5, -0.1), (0.5, -0.1), (0.0, wall * 0.95)], 3).translate((0, 0, r + 1.0))
        skirt = (
            s.cylinder(wall, r * 1.06, r, 48)
            - s.cylinder(wall * 2, r * 0.96, segments=48).translate((0, 0.1, 0))
            - doorway
        )
        roof = s.revolve([(0, 0), (r * 1.12, 0), (r * 0.55, rise * 0.38), (r * 0.2, rise * 0.76), (0, rise)], 48)
        wedge = s.extrude(
            [
                (0, 0),
                (9 * np.sin(np.radians(-half)), 9 * np.cos(np.radians(half))),
                (9 * np.sin(np.radians(half)), 9 * np.cos(np.radians(half))),
            ],
            30,
        )
        wedge = wedge.rotate((-90, 0, 0)).rotate((0, 180, 0))
        stripes = s.union([wedge.rotate((0, 360 * k / gores * 2, 0)) for k in range(gores // 2)])
        scallop = s.around(
            s.cylinder(0.06, r * 0.29, segments=16).rotate((90, 0, 0)).translate((0, wall, r * 1.12)), gores
        ).trim_by_plane((0, -1, 0), -wall - 0.02)
        for name, solid in (("walls", skirt), ("roof", roof.translate((0, wall, 0))), ("valance", scallop)):
            a.add(f"{name} striped", one, solid ^ stripes)
            a.add(name, two, solid - stripes)
        a.add("inside", m.BLACK.coloured("#4a3f33", "shadow"), s.cylinder(0.05, r * 0.97, segments=40))
        mast, flag = masonry.flag(rng, 1.0, 0.8)
        a.add("flagpole", m.OAK, mast.translate((0, wall + rise - 0.1, 0)))
        a.add("flag", one, flag.translate((0, wall + rise - 0.1, 0)))
        for yaw in range(30, 360, 60):
            rope = s.rod((0, wall, r * 1.1), (0, 0, r * 1.55), 0.014, segments=6).rotate((0, yaw, 0))
            a.add(
                "ropes",
                m.ROPE,
                rope,
                s.rod((0, 0, r * 1.55), (0, 0.16, r * 1.58), 0.025, segments=8).rotate((0, yaw, 0)),
            )
        top, words = wall + rise + 0.9, ("tall", "striped")
    return a.build({"top": (0, top, 0)}, words)


@sculpture(
    "market stall",
    synonyms=("stall", "market stand"),
    kinds=("fruit stand", "kiosk", "food stall"),
    size=(2.8, 4.8),
    words=("striped",),
    tint=False,
)
def market_stall(rng: np.random.Generator) -> Sculpture:
    """A counter with boxes of fruit under a striped awning."""
    a = Assembly()
    wood = s.pick(rng, (m.OAK, m.PINE, m.OLD_WOOD)).varied(rng)
    hue = m.CLOTH.coloured(m.HUES[s.pick(rng, ("red", "green", "blue", "orange", "teal"))], "stripe")
    plain = m.CLOTH.coloured("#f2ecdc", "white cloth")
    w, d, high = rng.uniform(2.0, 2.5), rng.uniform(1.1, 1.4), rng.uniform(2.1, 2.35)
    for x in (-1, 1):
        a.add(
            "posts",
            wood,
            s.box(0.1, high - 0.45, 0.1, 0.01).translate((x * w / 2, 0, d / 2)),
            s.box(0.1, high, 0.1, 0.01).translate((x * w / 2, 0, -d / 2)),
        )
        a.add("posts", wood, s.beam((x * w / 2, high - 0.45, d / 2), (x * w / 2, high, -d / 2), 0.08, 0.08))
    top = 0.85
    a.add("counter", wood, s.box(w + 0.25, 0.06, d * 0.9, 0.01).translate((0, top, 0.12)))
    count = int(w / 0.16)
    for k in range(count):
        aside = w * ((k + 0.5) / count - 0.5)
        a.add(
            f"front {k % 3}",
            wood.shaded(0.82 + 0.07 * (k % 3)),
            s.box(w / count * 0.95, top - 0.02, 0.04, 0.006).translate((aside, 0, d * 0.5)),
        )
    for x in (-1, 1):
        a.add("sides", wood.shaded(0.8), s.box(0.04, top, d * 0.85).translate((x * w / 2, 0, 0.05)))
    stripes = 8
    slant = np.degrees(np.arctan2(0.45, d))
    reach = np.hypot(d, 0.45) + 0.55
    for k in range(stripes):
        aside = (w + 0.4) * ((k + 0.5) / stripes - 0.5)
        width = (w + 0.4) / stripes
        strip = (
            s.box(width, 0.03, reach).translate((0, 0, 0.08)).rotate((slant, 0, 0)).translate((aside, high - 0.16, 0.1))
        )
        end = 0.1 + (reach / 2 + 0.08) * np.cos(np.radians(slant))
        drop = high - 0.16 - (reach / 2 + 0.08) * np.sin(np.radians(slant))
        lip = s.extrude(
            [
                (-width / 2, 0.02),
                *[(-width / 2 * np.cos(t), -0.12 - 0.09 * np.sin(t)) for t in np.linspace(0, np.pi, 9)],
                (width / 2, 0.02),
            ],
            0.03,
        )
        a.add(
            "awning stripes" if k % 2 else "awning", hue if k % 2 else plain, strip, lip.translate((aside, drop, end))
        )
    fruits = (
        ("apples", "#b8322c", 0.05),
        ("oranges", "#e0832a", 0.055),
        ("limes", "#7da33a", 0.042),
        ("lemons", "#e8cc45", 0.045),
        ("plums", "#5d3566", 0.04),
        ("peaches", "#e8a06a", 0.05),
    )
    order = rng.permutation(len(fruits))
    boxes = 4
    for k in range(boxes):
        name, colour, size = fruits[int(order[k])]
        bw, bd = w / boxes * 0.92, d * 0.52
        cx = w * ((k + 0.5) / boxes - 0.5)
        crate = s.box(bw, 0.16, bd) - s.box(bw - 0.04, 0.3, bd - 0.04).translate((0, 0.03, 0))
        a.add("crates", wood.shaded(1.1), crate.rotate((14, 0, 0)).translate((cx, top + 0.11, 0.26)))
        balls = []
        nx, nz = int(bw / (size * 2.02)), int(bd / (size * 2.02))
        for i in range(nx):
            for j in range(nz):
                jitter = rng.uniform(-0.25, 0.25, 2) * size
                spot = (
                    (i - (nx - 1) / 2) * size * 2 + jitter[0],
                    0.14 + rng.uniform(0, 0.3) * size,
                    (j - (nz - 1) / 2) * size * 2 + jitter[1],
                )
                balls.append(s.sphere(size, 12).translate(spot))
        a.add(
            name,
            m.Material(name, m.srgb(colour), 0.5),
            s.group(balls).rotate((14, 0, 0)).translate((cx, top + 0.11, 0.26)),
            smooth=60,
        )
    sign = s.box(w * 0.5, 0.26, 0.04, 0.008).translate((0, top * 0.4, d * 0.54))
    a.add("sign", hue.shaded(0.9), sign)
    return a.build({"top": (0, high, -d / 2), "counter": (0, top + 0.06, 0.1)}, ("striped",))


@sculpture("tree house", synonyms=("treehouse",), size=(6, 13), tint=False)
def tree_house(rng: np.random.Generator) -> Sculpture:
    """A cabin on a platform in a broad tree, with a ladder and a railing."""
    a = Assembly()
    bark, wood = m.BARK.varied(rng), s.pick(rng, (m.PINE, m.OAK, m.OLD_WOOD)).varied(rng)
    leaf = s.pick(rng, (m.LEAF, m.DARK_LEAF, m.LEAF.coloured("#6a9a3c"))).varied(rng)
    deck, r = rng.uniform(2.5, 3.1), rng.uniform(0.5, 0.62)
    high = deck + rng.uniform(3.4, 4.0)
    trunk = fields.limb([(0, -0.2, 0), (0.05, deck, -0.1), (0, high, -0.3)], [r * 1.15, r * 0.85, r * 0.55])
    for k in range(6):
        yaw = np.radians(60 * k + rng.uniform(-15, 15))
        far = 1.15 + rng.uniform(0, 0.3)
        trunk = trunk.blend(
            fields.capsule((0, 0.45, 0), (far * np.sin(yaw), -0.05, far * np.cos(yaw)), r * 0.5, 0.12), 0.35
        )
    tips = []
    for k in range(5):
        yaw = np.radians(72 * k + rng.uniform(-20, 20))
        far = rng.uniform(1.3, 1.9)
        tip = (far * np.sin(yaw), high + rng.uniform(-0.3, 0.5), far * np.cos(yaw) - 0.3)
        tips.append(tip)
        trunk = trunk.blend(
            fields.limb(
                s.curve([(0, high * 0.82, -0.2), (tip[0] * 0.6, high * 0.9, tip[2] * 0.6), tip], 6),
                s.interpolate((0.28, 0.2, 0.1), 6),
            ),
            0.2,
        )
    a.add("trunk", bark, trunk.solid(72).trim_by_plane((0, 1, 0), 0), smooth=180)
    for tip in [*tips, (0, high + 0.7, -0.3)]:
        blob = s.roughened(s.ellipsoid(1.0, 0.75, 1.0, 24), rng, 0.16, 0.7).scale((1.1, 1, 1.1))
        a.add(
            "leaves",
            leaf.shaded(float(s.pick(rng, (0.88, 1.0, 1.12)))),
            blob.translate((tip[0] * 1.1, tip[1] + 0.25, tip[2] * 1.1)),
            smooth=30,
        )
    side = rng.uniform(2.7, 3.1)
    for k in range(9):
        z = side * ((k + 0.5) / 9 - 0.5)
        a.add(
            f"deck {k % 2}",
            wood.shaded(0.88 + 0.1 * (k % 2)),
            s.box(side, 0.08, side / 9 * 0.94, 0.01).translate((0, deck, z)),
        )
    a.add(
        "joists",
        wood.shaded(0.7),
        *[s.box(0.14, 0.16, side).translate((x * side * 0.4, deck - 0.16, 0)) for x in (-1, 0, 1)],
    )
    a.add(
        "struts",
        wood.shaded(0.7),
        *[
            s.rod((x * 0.3, deck - 1.2, z * 0.3), (x * side * 0.42, deck - 0.05, z * side * 0.42), 0.07, segments=10)
            for x in (-1, 1)
            for z in (-1, 1)
        ],
    )
    w, d, wall = side * 0.72, side * 0.62, 1.45
    z = -side * 0.12
    floor = deck + 0.08
    a.add(
        "cabin",
        wood,
        (
            s.box(w, wall, d)
            - s.union(
                [s.box(9, 0.025, 9).translate((0, 0.2 * k, 0)) - s.box(w - 0.06, 2, d - 0.06) for k in range(1, 8)]
            )
        ).translate((0, floor, z)),
    )
    a.add("cabin", wood, masonry.gable(w, 0.75, d).translate((0, floor + wall, z)))
    roof = s.pick(rng, (m.ROOF_TILE, m.SLATE, m.THATCH, m.PAINT.coloured(m.HUES["red"]))).varied(rng)
    a.add("roof", roof, masonry.shingled_roof(w, 0.75, d, 0.25, 0.1, 5).translate((0, floor + wall, z)))
    surround, plank, iron = masonry.plank_door(0.6, 1.15, 0.07, s.chance(rng, 0.5))
    for name, material, solid in (
        ("door frame", wood.shaded(0.65), surround),
        ("door", m.PAINT.coloured(m.HUES[s.pick(rng, ("blue", "green", "red"))]), plank),
        ("hinges", m.IRON, iron),
    ):
        a.add(name, material, solid.translate((-w * 0.2, floor, z + d / 2)))
    frame, pane = masonry.square_window(0.42, 0.42, 0.05)
    for out, yaw, along in ((d / 2, 0.0, w * 0.26), (w / 2, 90.0, 0.0), (w / 2, 270.0, 0.0), (d / 2, 180.0, 0.0)):
        for name, material, solid in (("window frames", wood.shaded(0.65), frame), ("windows", m.LIT_WINDOW, pane)):
            a.add(name, material, masonry.set_in(solid, out, floor + 0.75, yaw, along, 0, z))
    for yaw in (0, 90, 180, 270):
        if yaw != 0:
            a.add(
                "railing",
                wood.shaded(0.9),
                s.box(side, 0.06, 0.06).translate((0, floor + 0.7, side / 2 - 0.05)).rotate((0, yaw, 0)),
            )
        bars = s.row(s.box(0.05, 0.75, 0.05), 8, (side / 7.4, 0, 0)).translate((0, floor - 0.02, side / 2 - 0.05))
        a.add(
            "railing",
            wood.shaded(0.9),
            bars.rotate((0, yaw, 0)) if yaw else bars - s.box(0.9, 3, 9).translate((side * 0.28, floor - 1, 0)),
        )
    a.add(
        "railing",
        wood.shaded(0.9),
        s.box(side * 0.64, 0.06, 0.06).translate((-side * 0.18, floor + 0.7, side / 2 - 0.05)),
    )
    x, foot = side * 0.28, side / 2 + 0.75
    for e in (-1, 1):
        a.add(
            "ladder",
            wood.shaded(0.8),
            s.rod((x + e * 0.28, 0, foot), (x + e * 0.28, deck + 0.5, side / 2 - 0.02), 0.045, segments=10),
        )
    for k in range(9):
        share = (k + 0.6) / 10
        y, zz = share * (deck + 0.5), foot + share * (side / 2 - 0.02 - foot)
        a.add("ladder", wood.shaded(0.8), s.rod((x - 0.3, y, zz), (x + 0.3, y, zz), 0.03, segments=8))
    return a.build({"top": (0, high + 1.5, -0.3), "deck": (-side * 0.3, floor, side * 0.35)})


@sculpture(
    "stone arch",
    synonyms=("ruin", "ruins", "ruined arch"),
    kinds=("archway",),
    size=(5, 12),
    material="stone",
)
def stone_arch(rng: np.random.Generator) -> Sculpture:
    """A ruined arch of blocks with a broken column beside it, fallen drums and ivy."""
    a = Assembly()
    stone = s.pick(rng, (m.LIMESTONE, m.STONE, m.SANDSTONE)).varied(rng, 0.06)
    shades = [stone.shaded(f) for f in (1.0, 0.9, 1.08, 0.83)]
    span, pier, depth, high = rng.uniform(2.0, 2.6), rng.uniform(0.8, 1.0), 0.9, rng.uniform(2.2, 2.8)

    def block(w: float, h: float, d: float) -> s.Solid:
        return s.box(w * 0.985, h * 0.985, d + rng.uniform(-0.06, 0.06), 0.045)

    rows = 6
    for x in (-1, 1):
        for k in range(rows):
            parts = 1 if k % 2 else 2
            for j in range(parts):
                off = 0 if parts == 1 else (j - 0.5) * pier / 2
                piece = block(pier / parts, high / rows, depth).translate(
                    (x * (span / 2 + pier / 2) + off, high / rows * k, 0)
                )
                a.add("piers", shades[int(rng.integers(4))], piece)
        a.add(
            "impost",
            shades[3],
            s.box(pier * 1.15, 0.2, depth * 1.12, 0.03).translate((x * (span / 2 + pier / 2), high - 0.02, 0)),
        )
    count = 11
    broken = int(rng.integers(6, 9)) if s.chance(rng, 0.45) else count
    inner, outer = span / 2, span / 2 + 0.62
    for k in range(count):
        if broken <= k < count - 1:
            continue
        t0, t1 = np.pi * k / count + 0.012, np.pi * (k + 1) / count - 0.012
        reach = outer + (0.12 if k == count // 2 else 0)
        ring = [(inner * np.cos(t), inner * np.sin(t)) for t in np.linspace(t0, t1, 3)]
        far = [(reach * np.cos(t), reach * np.sin(t)) for t in np.linspace(t1, t0, 3)]
        stone_piece = s.extrude([*ring, *far], depth + rng.uniform(-0.05, 0.05), 0.04).translate((0, high + 0.17, 0))
        a.add("arch stones", shades[int(rng.integers(4))], stone_piece)
    if broken == count:
        for k in range(5):
            piece = block(0.72, 0.36, depth).translate(((k - 2) * 0.74, high + 0.15 + outer + 0.02, 0))
            if s.chance(rng, 0.75) or k in (1, 2, 3):
                a.add("coping", shades[int(rng.integers(4))], piece)
    cx = -(span / 2 + pier + 1.1)
    drum = s.cylinder(0.6, 0.34, 0.33, 20, 0.03) - s.around(
        s.cylinder(2, 0.05, segments=8).translate((0, -0.5, 0.36)), 12
    )
    a.add("column", shades[2], s.box(1.0, 0.22, 1.0, 0.03).translate((cx, 0, 0.2)))
    drums = int(rng.integers(2, 4))
    for k in range(drums):
        piece = drum.rotate((0, rng.uniform(0, 30), 0)).translate((cx, 0.2 + 0.6 * k, 0.2))
        if k == drums - 1:
            piece = piece.trim_by_plane((0.35, -0.9, 0.2), -0.9 * (0.2 + 0.6 * k + 0.42) + 0.35 * cx + 0.04)
        a.add("column", shades[k % 2], piece)
    fallen = drum.rotate((90, 0, 0)).rotate((0, rng.uniform(10, 60), 0)).translate((-0.5, 0.33, depth / 2 + 0.9))
    a.add("fallen stones", shades[0], fallen)
    for _ in range(8):
        size = rng.uniform(0.18, 0.42)
        rubble = s.box(size * 1.4, size, size * 1.1, size * 0.12).rotate(
            (rng.uniform(-25, 25), rng.uniform(0, 360), rng.uniform(-25, 25))
        )
        spot = (
            rng.uniform(-span, span * 0.9),
            rng.uniform(0.0, 0.05),
            s.pick(rng, (-1, 1)) * (depth / 2 + rng.uniform(0.25, 1.0)),
        )
        a.add("fallen stones", shades[int(rng.integers(4))], rubble.translate(spot).trim_by_plane((0, 1, 0), 0.0))
    base = s.roughened(s.cylinder(0.16, span / 2 + pier + 1.9, segments=40).scale((1, 1, 0.55)), rng, 0.05, 0.9, 0.4)
    a.add("ground", m.GRASS.varied(rng), base.trim_by_plane((0, 1, 0), 0.0), smooth=20)
    ivy = []
    x = s.pick(rng, (-1, 1)) * (span / 2 + pier / 2)
    for _ in range(46):
        y = high * rng.random() ** 0.7
        spread = pier * 0.5 * (1 - 0.4 * y / high)
        ball = s.sphere(rng.uniform(0.08, 0.15), 8).scale((1, 1, 0.6))
        ivy.append(ball.translate((x + rng.uniform(-1, 1) * spread, y, depth / 2 + 0.02)))
    a.add("ivy", m.DARK_LEAF.varied(rng), s.union(ivy), smooth=10)
    return a.build({"top": (0, high + outer + 0.2, 0)})


def _figure(rng: np.random.Generator, high: float) -> fields.Field:
    """A standing draped figure on y = 0, one arm raised with a torch or a sword's hilt."""
    h = high
    lift = rng.uniform(0.0, 1.0)
    body = fields.melt(
        0.08 * h,
        fields.ellipsoid((0, 0.62 * h, 0), (0.105 * h, 0.16 * h, 0.07 * h)),
        fields.ellipsoid((0, 0.5 * h, 0), (0.1 * h, 0.1 * h, 0.075 * h)),
        fields.capsule((-0.05 * h, 0.48 * h, 0), (-0.075 * h, 0.03 * h, -0.02 * h), 0.075 * h, 0.085 * h),
        fields.capsule((0.05 * h, 0.48 * h, 0.02 * h), (0.07 * h, 0.03 * h, 0.05 * h), 0.075 * h, 0.08 * h),
    )
    head = fields.ellipsoid((0, 0.905 * h, 0.005 * h), (0.055 * h, 0.072 * h, 0.064 * h))
    hair = fields.ellipsoid((0, 0.925 * h, -0.02 * h), (0.062 * h, 0.062 * h, 0.06 * h))
    nose = fields.capsule((0, 0.91 * h, 0.06 * h), (0, 0.89 * h, 0.075 * h), 0.008 * h, 0.011 * h)
    neck = fields.capsule((0, 0.75 * h, -0.005 * h), (0, 0.87 * h, 0), 0.036 * h, 0.032 * h)
    body = body.blend(neck, 0.03 * h).blend(head.blend(hair, 0.02 * h).blend(nose, 0.01 * h), 0.015 * h)
    shoulders = fields.capsule((-0.1 * h, 0.735 * h, 0), (0.1 * h, 0.735 * h, 0), 0.048 * h)
    body = body.blend(shoulders, 0.05 * h)
    raised = [(0.12 * h, 0.74 * h, 0), (0.2 * h, 0.82 * h, 0.03 * h), (0.19 * h, (0.95 + 0.1 * lift) * h, 0.05 * h)]
    resting = [(-0.12 * h, 0.74 * h, 0), (-0.165 * h, 0.6 * h, 0.0), (-0.09 * h, 0.5 * h, 0.09 * h)]
    for arm in (raised, resting):
        body = body.blend(fields.limb(arm, [0.042 * h, 0.034 * h, 0.026 * h]), 0.03 * h)
        body = body.blend(fields.sphere(arm[-1], 0.032 * h), 0.015 * h)
    folds = 22.0 / (0.1 * h)
    return body.displaced(
        lambda p: (
            0.006
            * h
            * np.sin(folds * 0.35 * p[:, 0] + 3 * np.sin(6 * p[:, 1] / h))
            * (p[:, 1] < 0.6 * h)
            * np.clip(3 * (0.6 - p[:, 1] / h), 0, 1)
        ),
        0.008 * h,
    )


@sculpture(
    "statue",
    synonyms=("sculpture",),
    kinds=("monument", "figure on a pedestal"),
    size=(2.4, 5.5),
    material="stone",
)
def statue(rng: np.random.Generator) -> Sculpture:
    """A draped figure with a raised torch on a moulded pedestal."""
    a = Assembly()
    skin = s.pick(rng, (m.MARBLE, m.BRONZE.coloured("#6f8f7c", "verdigris"), m.STONE, m.BRONZE)).varied(rng, 0.03)
    stone = s.pick(rng, (m.GRANITE, m.LIMESTONE, m.STONE)).varied(rng, 0.05)
    base, side = rng.uniform(0.8, 1.3), rng.uniform(0.75, 0.95)
    high = rng.uniform(1.7, 2.2)
    round_base = s.chance(rng, 0.4)
    levels = [
        (0.0, side * 1.5, 0.14),
        (0.13, side * 1.3, 0.14),
        (0.26, side, base - 0.4),
        (base - 0.15, side * 1.22, 0.16),
    ]
    for y, wide, tall in levels:
        solid = s.cylinder(tall, wide / 2, segments=40, bevel=0.025) if round_base else s.box(wide, tall, wide, 0.025)
        a.add("pedestal", stone, solid.translate((0, y, 0)))
    if not round_base:
        panel = s.box(side * 0.7, (base - 0.4) * 0.6, 0.04, 0.01).translate((0, 0.26 + (base - 0.4) * 0.2, side / 2))
        a.add("plaque", m.BRONZE, panel)
    figure = _figure(rng, high).solid(110).trim_by_plane((0, 1, 0), 0.0)
    low, top = s.bounds(figure)
    a.add("figure", skin, figure.translate((0, base, 0)), smooth=180)
    hand = (0.19 * high, float(top[1]) - 0.02, 0.05 * high)
    stick = s.cylinder(0.26, 0.025, 0.05, 16).translate((hand[0], base + hand[1] - 0.14, hand[2]))
    bowl = s.cylinder(0.06, 0.05, 0.085, 20).translate((hand[0], base + hand[1] + 0.11, hand[2]))
    a.add("torch", skin.shaded(0.9), stick + bowl)
    fire = s.revolve(s.profile([(0, 0), (0.06, 0.05), (0.045, 0.12), (0, 0.22)], 16), 16)
    a.add("torch flame", m.GOLD, fire.translate((hand[0], base + hand[1] + 0.16, hand[2])))
    a.add(
        "plinth",
        skin.shaded(0.85),
        s.cylinder(0.09, high * 0.2, segments=32, bevel=0.02).translate((0, base - 0.02, 0)),
    )
    return a.build(
        {
            "top": (hand[0], base + hand[1] + 0.38, hand[2]),
            "head": (0, base + 0.97 * high, 0),
            "hand": (-0.09 * high, base + 0.5 * high, 0.12 * high),
        }
    )


@sculpture(
    "fountain",
    synonyms=("water fountain",),
    kinds=("garden fountain",),
    size=(3, 7.5),
    material="stone",
)
def fountain(rng: np.random.Generator) -> Sculpture:
    """A basin with tiers of bowls, water in them, and jets that fall from bowl to bowl."""
    a = Assembly()
    stone = s.pick(rng, (m.LIMESTONE, m.MARBLE, m.STONE, m.SANDSTONE)).varied(rng, 0.05)
    r, rim = rng.uniform(1.5, 2.1), rng.uniform(0.45, 0.6)
    sides = int(s.pick(rng, (8, 40)))
    outer = s.prism(rim, r, 8) if sides == 8 else s.cylinder(rim, r, segments=40)
    hole = s.prism(rim, r * 0.87, 8) if sides == 8 else s.cylinder(rim, r * 0.87, segments=40)
    lip = (s.prism(0.12, r * 1.06, 8) if sides == 8 else s.cylinder(0.12, r * 1.06, segments=40)).translate(
        (0, rim - 0.06, 0)
    )
    foot = s.prism(0.12, r * 1.08, 8) if sides == 8 else s.cylinder(0.12, r * 1.08, segments=40)
    a.add("basin", stone, (outer + lip + foot) - hole.translate((0, 0.12, 0)))
    water = m.WATER.coloured("#5fa8c8")
    a.add(
        "water",
        water,
        (s.prism(0.2, r * 0.88, 8) if sides == 8 else s.cylinder(0.2, r * 0.88, segments=40)).translate(
            (0, rim - 0.32, 0)
        ),
    )
    tiers = int(rng.integers(2, 4))
    y, radius = 0.1, r * 0.5
    pillar = s.profile([(r * 0.2, 0), (r * 0.2, 0.12), (r * 0.1, 0.25), (r * 0.13, 0.5), (r * 0.08, 0.8)], 20)
    level_below = rim - 0.12
    for k in range(tiers):
        tall = rng.uniform(0.85, 1.05) * 0.85**k
        shape = pillar * ((0.8**k), tall / 0.8)
        a.add("column", stone.shaded(0.95), s.revolve([(0, 0), *shape, (0, tall)], 32).translate((0, y, 0)))
        y += tall
        bowl = s.lathe(
            s.profile([(0, 0), (radius * 0.25, 0), (radius * 0.7, radius * 0.13), (radius, radius * 0.4)], 18),
            radius * 0.07,
            40,
        )
        a.add(
            "bowls",
            stone,
            bowl.translate((0, y - 0.03, 0)),
            s.torus(radius * 0.98, radius * 0.05, 40, 10).translate((0, y + radius * 0.36, 0)),
        )
        a.add(
            "water", water, s.cylinder(radius * 0.06, radius * 0.93, segments=40).translate((0, y + radius * 0.27, 0))
        )
        streams = []
        for j in range(10):
            path = np.array(
                [(radius * 0.95, y + radius * 0.38), (radius * 1.12, y + radius * 0.32), (radius * 1.2, level_below)]
            )
            line = s.curve(path, 10)
            points = np.stack([np.zeros(10), line[:, 1], line[:, 0]], 1)
            streams.append(s.tube(points, s.interpolate((0.02, 0.03, 0.022), 10), 8).rotate((0, 36 * j, 0)))
        a.add("falling water", water.coloured("#a9d7ea", "falling water"), s.union(streams))
        level_below = y + radius * 0.3
        y += radius * 0.25
        radius *= 0.56
    a.add(
        "finial",
        stone,
        s.revolve(
            s.profile([(0, 0), (0.13, 0.0), (0.07, 0.12), (0.14, 0.26), (0.05, 0.42), (0, 0.48)], 24), 24
        ).translate((0, y - 0.05, 0)),
    )
    jets = [
        s.tube(
            s.curve([(0, y + 0.38, 0), (0.1, y + 0.72, 0), (0.22, y + 0.55, 0), (0.26, y + 0.15, 0)], 14),
            s.interpolate((0.03, 0.025, 0.018), 14),
            8,
        ).rotate((0, 60 * j, 0))
        for j in range(6)
    ]
    a.add("falling water", water.coloured("#a9d7ea", "falling water"), s.union(jets))
    return a.build({"top": (0, y + 0.4, 0), "rim": (0, rim + 0.06, r * 0.95)})


@sculpture(
    "gravestone",
    synonyms=("tombstone", "headstone", "grave"),
    kinds=("tomb", "gravestones"),
    size=(1.0, 2.6),
    material="stone",
)
def gravestone(rng: np.random.Generator) -> Sculpture:
    """A worn headstone, round, pointed or a cross, on a plinth before a mound, with grass."""
    a = Assembly()
    stone = s.pick(rng, (m.STONE, m.GRANITE, m.DARK_STONE, m.MARBLE.shaded(0.85))).varied(rng, 0.06)
    w, high, t = rng.uniform(0.5, 0.65), rng.uniform(0.8, 1.05), rng.uniform(0.12, 0.16)
    kind = s.pick(rng, ("round", "pointed", "cross", "shoulders"))
    marks: list[s.Solid] = []
    if kind == "cross":
        upright = s.box(w * 0.34, high * 1.15, t, 0.02)
        arms = s.box(w * 1.05, w * 0.32, t, 0.02).translate((0, high * 0.72, 0))
        ring = (s.torus(w * 0.33, t * 0.3, 32, 8).rotate((90, 0, 0))).translate((0, high * 0.72 + w * 0.16, 0))
        slab = upright + arms + ring
    elif kind == "shoulders":
        bump = [(w * 0.3 * np.cos(x), high * 0.86 + w * 0.26 * np.sin(x)) for x in np.linspace(0, np.pi, 13)]
        slab = s.extrude([(-w / 2, 0), (w / 2, 0), (w / 2, high * 0.86), *bump, (-w / 2, high * 0.86)], t, 0.015)
    else:
        slab = s.extrude(s.arch_outline(w, high, 0.5 if kind == "pointed" else 0.0), t, 0.018)
    if kind != "cross":
        panel = s.extrude(s.arch_outline(w * 0.78, high * 0.8), 0.03).translate((0, high * 0.08, t / 2))
        slab -= panel
        lines = [
            s.box(w * q, 0.035, 0.04).translate((0, high * y, t / 2))
            for q, y in ((0.42, 0.64), (0.55, 0.52), (0.55, 0.42), (0.3, 0.32))
        ]
        cross = s.box(0.03, 0.16, 0.02) + s.box(0.1, 0.03, 0.02).translate((0, 0.1, 0))
        marks = [line.translate((0, 0, -0.025)) for line in lines] + [cross.translate((0, high * 0.7, t / 2 - 0.012))]
    if s.chance(rng, 0.5):
        side = s.pick(rng, (-1, 1))
        slab = slab.trim_by_plane((-side * 0.8, -0.6, 0), -0.8 * w * 0.42 - 0.6 * high * 0.95)
    lean = (rng.uniform(-6, 1), 0, rng.uniform(-3, 3))
    z = -0.55
    a.add("headstone", stone, slab.rotate(lean).translate((0, 0.14, z)))
    a.add("inscription", stone.shaded(0.6), *[mark.rotate(lean).translate((0, 0.14, z)) for mark in marks])
    a.add("plinth", stone.shaded(0.82), s.box(w * 1.3, 0.17, t * 2.2, 0.02).translate((0, 0, z)))
    mound = s.roughened(s.ellipsoid(w * 0.62, 0.17, 0.75, 24), rng, 0.025, 0.2).trim_by_plane((0, 1, 0), 0)
    a.add("earth", m.EARTH.varied(rng), mound.translate((0, 0, 0.28)))
    tufts = []
    for _ in range(26):
        x, zz = rng.uniform(-w * 0.75, w * 0.75), rng.uniform(-0.75, 1.05)
        if abs(x) < w * 0.5 and zz > -0.3:
            continue
        tufts.append(
            s.cone(rng.uniform(0.1, 0.2), 0.022, 6)
            .rotate((rng.uniform(-20, 20), 0, rng.uniform(-20, 20)))
            .translate((x, 0.0, zz))
        )
    a.add("grass", m.GRASS.varied(rng), s.union(tufts).trim_by_plane((0, 1, 0), 0))
    a.add(
        "ground",
        m.GRASS.shaded(0.75),
        s.extrude(s.rectangle(w * 1.7, 2.0, radius=0.2), 0.05).rotate((-90, 0, 0)).translate((0, 0.025, 0.13)),
    )
    return a.build({"top": (0, high + 0.14, z)})
