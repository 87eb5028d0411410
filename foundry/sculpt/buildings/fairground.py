"""The fairground and the beach: ferris wheels, carousels, roller coasters, sand castles."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

BRIGHT = ("#d8342f", "#f0b42a", "#2f7fd0", "#3f9a4a", "#8a4fb0", "#f07a2a")


def bright(hue: str) -> m.Material:
    """A glossy paint."""
    return m.PLASTIC.coloured(hue, f"paint {hue}")


@sculpture("ferris wheel", synonyms=("big wheel",), kinds=("observation wheel", "london eye"), size=(20, 60))
def ferris_wheel(rng: np.random.Generator) -> Sculpture:
    """Two rims with spokes between braced legs, and coloured cabins all round."""
    a = Assembly()
    frame = m.PAINT.coloured(s.pick(rng, ("#f0f0ee", "#d8dfe6", "#f0f0ee")), "frame")
    rim_m = m.PAINT.coloured(s.pick(rng, ("#c8342f", "#2f6fc0", "#c8342f", "#e0a82a")), "rim").varied(rng, 0.05)
    r, wide = rng.uniform(11, 13), 2.6
    cabins = int(s.pick(rng, (12, 10, 12)))
    hub = r + rng.uniform(3.2, 3.8)
    for z in (-1, 1):
        ring = s.torus(r, 0.34, 72, 8).rotate((90, 0, 0)).translate((0, hub, z * wide / 2))
        inner = s.torus(r * 0.66, 0.24, 60, 8).rotate((90, 0, 0)).translate((0, hub, z * wide / 2))
        a.add("rims", rim_m, ring, inner)
        for k in range(cabins):
            t = 2 * np.pi * k / cabins
            end = (r * np.sin(t), hub + r * np.cos(t), z * wide / 2)
            a.add("spokes", frame, s.rod((0, hub, z * wide / 2), end, 0.22, segments=8))
            mid = t + np.pi / cabins
            p = (r * 0.66 * np.sin(t), hub + r * 0.66 * np.cos(t), z * wide / 2)
            a.add("spokes", frame, s.rod(p, (r * np.sin(mid), hub + r * np.cos(mid), z * wide / 2), 0.18, segments=6))
        for x in (-1, 1):
            a.add("legs", rim_m.shaded(0.8), s.rod((x * r * 0.66, 0, z * 4.6), (0, hub, z * 2.2), 0.62, 0.5, 10))
        a.add(
            "legs",
            rim_m.shaded(0.8),
            s.rod((-r * 0.36, hub * 0.45, z * 3.5), (r * 0.36, hub * 0.45, z * 3.5), 0.34, segments=8),
        )
    for k in range(cabins):
        t = 2 * np.pi * k / cabins
        x, y = r * np.sin(t), hub + r * np.cos(t)
        hue = bright(BRIGHT[k % 6])
        a.add("axles", frame, s.rod((x, y, -wide / 2), (x, y, wide / 2), 0.2, segments=8))
        a.add(f"cabins {k % 6}", hue, s.rounded_box(2.2, 1.2, 1.9, 0.3).translate((x, y - 2.4, 0)))
        a.add("cabin windows", m.WINDOW.coloured("#9cc4d8", "glass"), s.box(1.7, 0.9, 1.5).translate((x, y - 1.3, 0)))
        a.add(f"cabins {k % 6}", hue, s.cylinder(0.75, 1.3, 0.3, 20).translate((x, y - 0.55, 0)))
    a.add("hub", rim_m, s.cylinder(5.4, 1.0, segments=24).rotate((90, 0, 0)).translate((0, hub, -2.7)))
    star = s.extrude(s.star(8, 2.6, 1.3), 0.4).translate((0, hub, 2.5))
    a.add("star", m.YELLOW, star, s.extrude(s.star(8, 2.6, 1.3), 0.4).translate((0, hub, -2.5)))
    a.add("base", m.CONCRETE, s.box(r * 1.7, 0.6, 11))
    a.add("platform", bright("#f0b42a"), s.box(5.5, 1.2, 4.5).translate((0, 0.1, 0)))
    a.add("booth", bright("#d8342f"), s.box(1.8, 2.4, 1.8).translate((r * 0.36, 0.5, 4.4)))
    return a.build({"top": (0, hub + r + 0.4, 0), "hub": (0, hub, 2.7)})


def _horse(rng: np.random.Generator, hue: m.Material) -> dict[str, tuple[m.Material, s.Solid]]:
    """A leaping horse a metre long to +X, its back at y = 0."""
    coat = m.PORCELAIN.coloured(s.pick(rng, ("#f4efe2", "#f4efe2", "#e0c090", "#9a6a44", "#55504c")), "horse")
    body = s.capsule((-0.42, -0.14, 0), (0.4, -0.1, 0), 0.24, 0.22, 14)
    neck = s.capsule((0.42, 0.0, 0), (0.7, 0.5, 0), 0.18, 0.12, 12)
    head = s.capsule((0.7, 0.54, 0), (0.98, 0.34, 0), 0.13, 0.09, 12)
    legs = [
        s.capsule((0.4, -0.25, z * 0.12), (0.75, -0.5, z * 0.13), 0.09, 0.07, 8)
        + s.capsule((0.75, -0.5, z * 0.13), (0.6, -0.8, z * 0.13), 0.07, 0.06, 8)
        for z in (-1, 1)
    ]
    legs += [
        s.capsule((-0.42, -0.25, z * 0.12), (-0.6, -0.55, z * 0.13), 0.1, 0.07, 8)
        + s.capsule((-0.6, -0.55, z * 0.13), (-0.85, -0.75, z * 0.13), 0.07, 0.06, 8)
        for z in (-1, 1)
    ]
    tail = s.capsule((-0.62, -0.02, 0), (-0.86, -0.36, 0), 0.1, 0.05, 10)
    mane = s.capsule((0.36, 0.2, 0), (0.6, 0.66, 0), 0.1, 0.09, 10)
    saddle = s.ellipsoid(0.24, 0.2, 0.27, 16).translate((-0.04, -0.02, 0))
    return {
        "horses": (coat, s.union([body, neck, head, *legs])),
        "manes": (m.PAINT.coloured("#d8a83a", "mane"), tail + mane),
        "saddles": (hue, saddle),
    }


@sculpture("carousel", synonyms=("merry go round", "roundabout ride"), kinds=("carrousel",), size=(8, 20))
def carousel(rng: np.random.Generator) -> Sculpture:
    """Horses on golden poles between a round platform and a striped pointed canopy with a scalloped edge."""
    a = Assembly()
    first = bright(s.pick(rng, ("#d8342f", "#2f6fc0", "#d8342f", "#c84a86")))
    second = m.PLASTIC.coloured("#f6eedc", "cream")
    r, high = rng.uniform(4.4, 5.0), rng.uniform(3.9, 4.2)
    a.add("platform", m.OAK, s.cylinder(0.5, r, segments=48))
    a.add("platform edge", first, s.cylinder(0.34, r * 1.03, segments=48).translate((0, 0.03, 0)))
    a.add("platform edge", m.GOLD, s.torus(r * 1.03, 0.1, 48, 8).translate((0, 0.42, 0)))
    core = r * 0.3
    a.add("core", second, s.prism(high, core, 12).translate((0, 0.45, 0)))
    for k in range(12):
        panel = s.box(core * 0.34, high * 0.6, 0.14).translate((0, 0.8, core * 0.965)).rotate((0, 30 * k, 0))
        a.add("mirrors", m.WINDOW.coloured("#a8cfe0", "mirror") if k % 2 else first, panel)
    y = high + 0.4
    sides = 16
    rise = r * rng.uniform(0.5, 0.6)
    for k in range(sides):
        t0, t1 = 2 * np.pi * k / sides, 2 * np.pi * (k + 1) / sides
        edge = r * 1.12
        corners = [(edge * np.sin(t), v, edge * np.cos(t)) for t in (t0, t1) for v in (0.0, 0.14)]
        wedge = s.Solid.hull_points(np.array([*corners, (0, rise, 0), (0, 0, 0)]))
        a.add("canopy 0" if k % 2 else "canopy 1", first if k % 2 else second, wedge.translate((0, y + 0.46, 0)))
        mid = (t0 + t1) / 2
        width = 2 * edge * np.sin(np.pi / sides)
        flap = s.extrude([*(s.arc(width / 2, 180, 360, 10)), (width / 2, 0.6), (-width / 2, 0.6)], 0.16)
        scallop = (
            flap.scale((1, 0.6, 1))
            .translate((0, y, edge * np.cos(np.pi / sides)))
            .rotate((0, float(np.degrees(mid)), 0))
        )
        a.add("valance 0" if k % 2 else "valance 1", second if k % 2 else first, scallop)
    a.add("ceiling", second.shaded(0.9), s.cylinder(0.3, r * 1.06, segments=48).translate((0, y + 0.2, 0)))
    a.add("trim", m.GOLD, s.torus(r * 1.12, 0.12, 48, 8).translate((0, y + 0.56, 0)))
    top = y + 0.46 + rise
    a.add(
        "finial",
        m.GOLD,
        s.sphere(0.36, 18).translate((0, top + 0.1, 0)),
        s.cylinder(1.1, 0.1, 0.08, 8).translate((0, top, 0)),
    )
    a.add("flag", first, s.extrude([(0, 0), (0.9, 0.25), (0, 0.5)], 0.12).translate((0, top + 0.65, 0)))
    horses = int(s.pick(rng, (8, 9)))
    for k in range(horses):
        yaw = 360 * (k + 0.5) / horses
        pole = s.cylinder(high, 0.085, segments=10).translate((0, 0.45, r * 0.76))
        a.add("poles", m.GOLD, pole.rotate((0, yaw, 0)))
        up = 1.95 + 0.3 * np.sin(k * 2.4)
        hue = bright(BRIGHT[k % 6])
        for name, (material, solid) in _horse(rng, hue).items():
            placed = solid.scale((1.45, 1.45, 1.45)).translate((0, up, r * 0.76)).rotate((0, yaw, 0))
            a.add(f"{name} {material.name} {material.base_colour[0]:.2f}", material, placed)
    return a.build({"top": (0, top + 0.5, 0), "seat": (0, 2.0, r * 0.76)})


@sculpture("roller coaster", synonyms=("rollercoaster",), kinds=("coaster ride",), size=(30, 90))
def roller_coaster(rng: np.random.Generator) -> Sculpture:
    """A closed track with a high hill and a vertical loop on white supports, and a train going down."""
    a = Assembly()
    hue = s.pick(rng, ("#7a3fa8", "#f0a02a", "#2f6fc0", "#d8342f", "#d8342f"))
    track, post = m.PAINT.coloured(hue, "track").varied(rng, 0.05), m.PAINT.coloured("#eceeee", "supports")
    w, d = rng.uniform(19, 22), rng.uniform(8, 9)
    hill, loop = rng.uniform(17, 20), rng.uniform(6.0, 6.8)
    low = 2.0
    # The loop stands in the front straight; the hills lie in the back one.
    turn = np.linspace(0, 2 * np.pi, 21)[1:-1]
    ring = [
        (x * 1.0 - 3 + 6 * k / 18, low + loop - loop * np.cos(t), d + 1.5 - 3.0 * k / 18)
        for k, (t, x) in enumerate(zip(turn, loop * np.sin(turn), strict=True))
    ]
    points = [(-w * 0.72, low + 2.5, d), (-w * 0.45, low, d + 1.5), *ring, (w * 0.5, low, d - 1.5)]
    points += [
        (w * 0.86, low + 3.5, d * 0.7),
        (w, low + 6, 0),
        (w * 0.86, low + 5, -d * 0.7),
        (w * 0.55, low + 1.2, -d),
    ]
    points += [(w * 0.22, low + hill * 0.5, -d), (-w * 0.08, low + 1.0, -d), (-w * 0.4, low + hill * 0.7, -d)]
    points += [
        (-w * 0.62, low + hill, -d),
        (-w * 0.86, low + hill * 0.82, -d * 0.7),
        (-w, low + hill * 0.4, 0),
        (-w * 0.9, low + 3.6, d * 0.7),
    ]
    path = s.curve(points, 260, closed=True)
    a.add("track", track, s.tube(path, 0.52, 8, closed=True))
    ahead = np.roll(path, -1, 0) - np.roll(path, 1, 0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    # Rails on either side, level except in the loop, where sideways is along Z.
    side = np.cross(ahead, (0.0, 1.0, 0.0))
    inside = (np.abs(path[:, 0]) < loop * 1.4) & (path[:, 2] > d * 0.7)
    side[inside] = np.cross(
        ahead[inside], np.stack([-path[inside, 0] * 0.3, low + loop - path[inside, 1], np.zeros(inside.sum())], 1)
    )
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-6)
    flip = np.ones(len(side))
    for k in range(1, len(side)):
        flip[k] = flip[k - 1] * (1 if side[k] @ side[k - 1] >= 0 else -1)
    side *= flip[:, None]
    for _ in range(6):
        side = (np.roll(side, 1, 0) + side + np.roll(side, -1, 0)) / 3
    ties = [s.rod(path[k] - side[k] * 1.0, path[k] + side[k] * 1.0, 0.22, segments=6) for k in range(0, 260, 4)]
    a.add("ties", track.shaded(0.7), s.group(ties))
    for sign in (-1, 1):
        a.add("rails", track.shaded(1.15), s.tube(path + sign * side * 1.0, 0.3, 6, closed=True))
    last = -100.0
    for k in range(0, 260, 6):
        x, y, z = path[k]
        if inside[k] or y < 1.0 or k - last < 8:
            continue
        last = k
        lean = 0.8 + 0.08 * y
        for sign in (-1, 1):
            foot = np.array((x, 0, z)) + sign * side[k] * lean * np.array((1, 0, 1))
            a.add("supports", post, s.rod(foot, (x, y - 0.2, z), 0.3, segments=6))
        for level in np.arange(4.5, y - 1.5, 4.5):
            reach = lean * (1 - level / y)
            middle, aside = np.array((x, level, z)), side[k] * reach * np.array((1, 0, 1))
            a.add("supports", post, s.rod(middle - aside, middle + aside, 0.22, segments=6))
    for x in (-loop * 1.06, loop * 1.06):
        a.add("supports", post, s.rod((x * 1.5, 0, d), (x * 1.03, low + loop, d), 0.4, segments=8))
    start = int(np.argmin(np.abs(path[:, 0] - w * 0.14) + 10 * (path[:, 2] > 0)))
    for k in range(4):
        j = (start + 5 * k) % 260
        up = np.cross(side[j], ahead[j])
        up *= np.sign(up[1])
        centre = path[j] + up * 1.0
        car = s.beam(centre - ahead[j] * 1.0, centre + ahead[j] * 1.0, 1.7, 1.2, 0.2, up=tuple(up))
        a.add("train", bright("#f0c42a" if hue != "#f0a02a" else "#2f6fc0"), car)
        for e in (-0.4, 0.4):
            a.add("riders", m.SKIN, s.sphere(0.36, 10).translate(tuple(centre + up * 0.9 + side[j] * e)))
    a.add(
        "ground",
        m.GRASS.shaded(0.95),
        s.extrude(s.rectangle(2 * w + 6, 2 * d + 8, radius=4), 0.5).rotate((-90, 0, 0)).translate((0, 0.05, 0.5)),
    )
    a.add(
        "station",
        bright("#3f7fc0"),
        s.box(7, 0.5, 4).translate((-w * 0.5, 4.2, d + 1)),
        *[
            s.cylinder(4.3, 0.24, segments=8).translate((-w * 0.5 + x, 0, d + 1 + z))
            for x in (-3, 3)
            for z in (-1.7, 1.7)
        ],
    )
    return a.build({"top": (-w * 0.62, low + hill, -d)}).grounded()


@sculpture("sandcastle", synonyms=("sand castle",), kinds=("castle of sand",), size=(0.4, 1.8), tint=False)
def sandcastle(rng: np.random.Generator) -> Sculpture:
    """Bucket-shaped towers with battlements on a heap of sand, a gate, shells, a flag, and a bucket's prints."""
    a = Assembly()
    sand = m.SAND.coloured(s.pick(rng, ("#dcbf84", "#d8b878", "#e2c890")), "sand").varied(rng, 0.04)
    shades = (sand, sand.shaded(0.93))
    w = rng.uniform(1.0, 1.15)
    heap = s.roughened(s.cylinder(0.34, w * 1.25, w * 0.98, 48), rng, 0.05, 0.6, 0.2).trim_by_plane((0, 1, 0), 0)
    a.add("heap", sand.shaded(0.88), heap, smooth=50)

    def bucket(x: float, z: float, low: float, r: float, high: float, shade: int) -> float:
        body = s.cylinder(high, r * 1.08, r * 0.86, 28)
        rim = s.cylinder(high * 0.24, r * 0.98, segments=28).translate((0, high * 0.96, 0))
        notch = s.union(
            [s.box(r * 0.36, high, r * 4).rotate((0, 45 * k, 0)).translate((0, high * 1.06, 0)) for k in range(4)]
        )
        hollow = s.cylinder(high, r * 0.6, segments=20).translate((0, high * 1.06, 0))
        a.add("towers", shades[shade], (body + (rim - notch - hollow)).translate((x, low, z)))
        return low + high * 1.2

    side, high = w * 0.6, rng.uniform(0.5, 0.6)
    for x in (-1, 1):
        for z in (-1, 1):
            bucket(x * side, z * side, 0.3, 0.26, high, 0)
    for yaw in (0.0, 90.0, 180.0, 270.0):
        wall = s.box(side * 2, high * 0.55, 0.2) + masonry.battlement_row(side * 2, 0.2, 0.18, 0.09).translate(
            (0, high * 0.54, 0)
        )
        a.add("walls", shades[1], masonry.set_in(wall, side, 0.3, yaw))
    a.add("keep", sand, s.taper(s.box(side * 1.1, high * 0.95, side * 1.1), 0.9).translate((0, 0.3, 0)))
    level = 0.3 + high * 0.95
    peak = bucket(0, 0, level - 0.02, 0.3, high * 0.8, 0)
    for x in (-1, 1):
        cone = s.cylinder(high * 0.4, 0.16, 0.13, 20).translate((x * side * 0.42, level - 0.02, side * 0.42))
        a.add(
            "towers",
            sand,
            cone,
            s.cone(0.26, 0.19, 20).translate((x * side * 0.42, level - 0.03 + high * 0.4, side * 0.42)),
        )
    dark = sand.shaded(0.45, "shadow")
    a.add("gate", dark, s.extrude(s.arch_outline(0.3, 0.3), 0.1).translate((0, 0.32, side + 0.09)))
    a.add(
        "gate frame",
        shades[1].shaded(0.85),
        s.extrude(s.arch_outline(0.42, 0.38), 0.08).translate((0, 0.31, side + 0.08)),
    )
    for x in (-1, 1):
        a.add(
            "windows",
            dark,
            s.extrude(s.arch_outline(0.1, 0.17), 0.1).translate((x * side, 0.3 + high * 0.45, side + 0.25)),
        )
    a.add("windows", dark, s.extrude(s.arch_outline(0.12, 0.22), 0.1).translate((0, level + high * 0.3, 0.285)))
    a.add("flagpole", m.OAK, s.rod((0, peak - high * 0.3, 0), (0, peak + 0.42, 0), 0.03, segments=8))
    hue = m.HUES[s.pick(rng, ("red", "red", "blue"))]
    a.add(
        "flag",
        m.CLOTH.coloured(hue, "flag"),
        s.extrude([(0, 0), (0.36, 0.13), (0, 0.26)], 0.05).translate((0.02, peak + 0.14, 0)),
    )
    for k in range(6):
        yaw = 30 + 50 * k
        shell = s.ellipsoid(0.09, 0.05, 0.075, 12).translate((0, 0.34, w * 0.92)).rotate((0, float(yaw), 0))
        a.add("shells", m.PORCELAIN.coloured(("#f2d4c4", "#f4efe2", "#e8b8a0")[k % 3], f"shell {k % 3}"), shell)
    star = s.extrude(s.star(5, 0.16, 0.07), 0.07, 0.02).rotate((-70, 0, 0)).translate((w * 0.55, 0.33, w * 0.86))
    a.add("starfish", m.PLASTIC.coloured("#e8743a", "starfish"), star)
    done = a.build({"top": (0, peak, 0)})
    return done.scaled(float(rng.uniform(0.26, 0.42)))
