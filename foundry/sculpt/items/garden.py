"""Rakes, hoes, forks, sickles, scythes and watering cans."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright

CHROME = m.STEEL.coloured("#c3c7cb", "chrome")


def _crescent(arc: np.ndarray, wide: np.ndarray) -> np.ndarray:
    """An outline about a curve [N, 2] that starts wide and ends in a point."""
    tangent = np.gradient(arc, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], 1)
    return np.concatenate([arc + normal * wide[:, None], (arc - normal * wide[:, None])[::-1]])


def _pole(a: Assembly, rng: np.random.Generator, low: float, high: float, r: float = 0.0185) -> None:
    wood = s.pick(rng, (m.PINE, m.OAK, m.BIRCH)).varied(rng)
    a.add("pole", wood, s.rod((0, low, 0), (0, high, 0), r, r * 0.95), s.sphere(r * 0.97, 16).translate((0, high, 0)))


@sculpture("rake", synonyms=("garden rake",), kinds=("leaf rake", "bow rake", "lawn rake"), size=(1.1, 1.6))
def rake(rng: np.random.Generator) -> Sculpture:
    """A pole over a head on the ground: a bar of teeth, or a fan for leaves."""
    a = Assembly()
    high = rng.uniform(1.15, 1.3)
    metal = s.pick(rng, (m.DARK_STEEL, bright(rng, ("green", "red", "orange"))))
    if s.chance(rng, 0.5):
        w = rng.uniform(0.4, 0.46)
        long = 0.1
        a.add("bar", metal, s.box(w, 0.034, 0.032, 0.004).translate((0, long, 0)))
        count = 11
        teeth = [
            s.rod((x, long + 0.01, 0), (x, 0.0, 0.022), 0.0125, 0.006)
            for x in np.linspace(-w / 2 + 0.013, w / 2 - 0.013, count)
        ]
        a.add("teeth", metal.shaded(0.9, "teeth"), *teeth)
        neck = s.curve([(-w * 0.42, long + 0.02, 0), (-w * 0.36, long + 0.09, 0), (0, long + 0.15, 0)], 18)
        a.add(
            "bow", metal, s.mirrored(s.tube(neck, 0.0125, 12)), s.rod((0, long + 0.12, 0), (0, long + 0.26, 0), 0.024)
        )
        _pole(a, rng, long + 0.18, high)
    else:
        fan, long = rng.uniform(0.24, 0.27), rng.uniform(0.42, 0.46)
        for k in range(11):
            t = -1 + 2 * k / 10
            tine = s.curve(
                [
                    (t * 0.012, long, 0),
                    (t * fan * 0.55, long * 0.5, 0),
                    (t * fan * 0.97, 0.06, 0.0),
                    (t * fan * 1.02, 0.0, 0.045),
                ],
                18,
            )
            a.add("tines", metal, s.tube(tine, np.tile((0.0125, 0.0095), (18, 1)), 8, up=(1, 0, 0)))
        a.add(
            "braces",
            metal.shaded(0.75, "brace"),
            *[
                s.box(2 * fan * q, 0.026, 0.03, 0.003).translate((0, long * y, 0))
                for y, q in ((0.42, 0.66), (0.68, 0.38))
            ],
        )
        a.add("socket", metal.shaded(0.75, "brace"), s.cylinder(0.12, 0.034, 0.024).translate((0, long - 0.03, 0)))
        _pole(a, rng, long, high)
    return a.build({"top": (0, high, 0), "hand": (0, high * 0.75, 0)}).grounded()


@sculpture("hoe", synonyms=("garden hoe",), kinds=("mattock hoe", "grub hoe"), size=(1.1, 1.5), tint=False)
def hoe(rng: np.random.Generator) -> Sculpture:
    """A pole over a broad blade that looks to +X."""
    a = Assembly()
    high = rng.uniform(1.1, 1.25)
    steel = m.DARK_STEEL.varied(rng)
    wide, long = rng.uniform(0.2, 0.23), rng.uniform(0.15, 0.17)
    x = 0.16
    blade = (
        s.extrude([(-wide * 0.5, 0), (wide * 0.5, 0), (wide * 0.4, long), (-wide * 0.4, long)], 0.02, 0.004)
        .rotate((0, 90, 0))
        .rotate((0, 0, 14))
        .translate((x + 0.03, 0, 0))
    )
    a.add("blade", steel, blade)
    edge = s.box(0.024, 0.026, wide, 0.004).translate((x + 0.028, 0, 0))
    a.add("edge", CHROME, edge)
    neck = s.curve([(x, long * 0.86, 0), (x * 0.72, long * 1.45, 0), (0.015, long * 1.62, 0), (0, long * 2.1, 0)], 24)
    a.add("neck", steel.shaded(0.85, "neck"), s.tube(neck, s.interpolate((0.0185, 0.017, 0.02), 24), 12))
    a.add("socket", steel.shaded(0.85, "neck"), s.rod((0, long * 1.9, 0), (0, long * 2.6, 0), 0.026, 0.023))
    _pole(a, rng, long * 2.2, high)
    return a.build({"top": (0, high, 0), "hand": (0, high * 0.75, 0)}).grounded()


@sculpture(
    "pitchfork",
    synonyms=("hay fork", "hayfork"),
    kinds=("garden fork", "dung fork", "trident fork"),
    size=(1.1, 1.6),
    tint=False,
)
def pitchfork(rng: np.random.Generator) -> Sculpture:
    """Three or four long tines up, on a pole that it stands on."""
    a = Assembly()
    pole, tine = rng.uniform(0.85, 0.95), rng.uniform(0.3, 0.34)
    steel = s.pick(rng, (m.DARK_STEEL, m.IRON)).varied(rng)
    count = int(s.pick(rng, (3, 4, 4)))
    w = 0.085 * (count - 1) * rng.uniform(1.0, 1.1)
    _pole(a, rng, 0.0, pole, 0.02)
    a.add("socket", steel, s.rod((0, pole - 0.12, 0), (0, pole + 0.03, 0), 0.0265, 0.02))
    for k in range(count):
        x = -w / 2 + w * k / (count - 1)
        path = s.curve(
            [
                (0, pole, 0),
                (x * 0.72, pole + 0.025, 0),
                (x * 0.98, pole + 0.085, 0.01),
                (x, pole + tine * 0.6, 0.014),
                (x, pole + tine, 0.0),
            ],
            26,
        )
        a.add("tines", steel, s.tube(path, s.interpolate((0.0165, 0.0155, 0.014, 0.0125, 0.004), 26), 10))
    return a.build({"top": (0, pole + tine, 0), "hand": (0, pole * 0.6, 0)}).grounded()


@sculpture("sickle", synonyms=("hand sickle",), kinds=("reaping hook", "kama"), size=(0.3, 0.55), tint=False)
def sickle(rng: np.random.Generator) -> Sculpture:
    """A crescent blade on a short grip, which it stands on, its edge to -X."""
    a = Assembly()
    grip, r = rng.uniform(0.12, 0.135), rng.uniform(0.125, 0.145)
    wood = s.pick(rng, (m.OAK, m.WALNUT, bright(rng, ("red",)))).varied(rng)
    shape = s.profile(
        [
            (0, 0),
            (0.0155, 0.001),
            (0.0165, 0.01),
            (0.0125, grip * 0.4),
            (0.0155, grip * 0.75),
            (0.0125, grip),
            (0, grip),
        ],
        30,
    )
    a.add("handle", wood, s.revolve(shape, 28), smooth=60)
    a.add("ferrule", m.BRASS, s.cylinder(0.016, 0.0145).translate((0, grip - 0.006, 0)))
    angle = np.linspace(-72, 150, 44)
    arc = r * np.stack([np.cos(np.radians(angle)), np.sin(np.radians(angle))], 1)
    arc += (0.0, grip + 0.03) - arc[0]
    arc = np.concatenate([[(0.0, grip + 0.004)], arc])
    wide = s.interpolate((0.0085, 0.0125, 0.019, 0.0205, 0.017, 0.0015), len(arc))
    outline = _crescent(arc, wide)
    a.add("blade", m.STEEL.varied(rng, 0.05), s.extrude(outline, 0.011, 0.0))
    tangent = np.gradient(arc, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    edge = arc + np.stack([-tangent[:, 1], tangent[:, 0]], 1) * (wide * 0.8)[:, None]
    a.add(
        "edge",
        m.WHITE.coloured("#e6eaec", "edge"),
        s.tube(np.concatenate([edge[8:-3], np.zeros((len(edge) - 11, 1))], 1), 0.0046, 8),
    )
    made = a.build({"hand": (0, grip * 0.5, 0), "top": (0, 0.3, 0)}).grounded()
    return made


@sculpture(
    "scythe", synonyms=("grim reaper's scythe",), kinds=("grass scythe", "reaper's scythe"), size=(1.5, 2.3), tint=False
)
def scythe(rng: np.random.Generator) -> Sculpture:
    """A long bent shaft with two grips; the blade on top curves to -X."""
    a = Assembly()
    high, reach = rng.uniform(1.45, 1.6), rng.uniform(0.72, 0.82)
    wood = s.pick(rng, (m.OAK, m.OLD_WOOD, m.WALNUT)).varied(rng)
    sway = rng.uniform(0.03, 0.06)
    path = s.curve([(0.06, 0, 0), (0.06 + sway, high * 0.3, 0), (0.03 - sway, high * 0.7, 0), (0.03, high, 0)], 40)
    a.add("shaft", wood, s.tube(path, 0.0225, 14))
    for q in (0.36, 0.62):
        at = path[int(q * 39)]
        a.add(
            "grips",
            wood.shaded(0.85, "grips"),
            s.capsule(at, at + (0.13, 0.03, 0), 0.0185),
            s.rod(at - (0, 0.028, 0), at + (0, 0.028, 0), 0.03),
        )
    arc = s.curve(
        [(0.05, high + 0.01), (-reach * 0.3, high + 0.075), (-reach * 0.72, high - 0.005), (-reach, high - 0.19)], 44
    )
    wide = s.interpolate((0.028, 0.052, 0.05, 0.036, 0.002), 44)
    a.add("blade", m.STEEL.varied(rng, 0.05), s.extrude(_crescent(arc, wide), 0.034, 0.0))
    tangent = np.gradient(arc, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], 1)
    low = arc + normal * (wide * 0.8)[:, None]
    a.add(
        "edge",
        m.WHITE.coloured("#e6eaec", "edge"),
        s.tube(np.concatenate([low[6:-3], np.zeros((35, 1))], 1), 0.0185, 8),
    )
    a.add("ring", m.IRON, s.rod((0.03, high - 0.07, 0), (0.03, high + 0.045, 0), 0.032))
    return a.build({"top": (0, high + 0.06, 0), "hand": tuple(path[22])}).grounded()


@sculpture("watering can", kinds=("garden watering can", "watering pot"), size=(0.42, 0.75))
def watering_can(rng: np.random.Generator) -> Sculpture:
    """A can with a long spout and a rose to -X, a handle at the back and one on top."""
    a = Assembly()
    r, high = rng.uniform(0.095, 0.108), rng.uniform(0.2, 0.23)
    tin = s.pick(
        rng,
        (m.STEEL.shaded(0.9, "zinc"), bright(rng, ("green", "blue", "red", "yellow")), bright(rng, ("green", "blue"))),
    ).varied(rng, 0.04)
    a.add("can", tin, s.lathe([(0, 0), (r, 0), (r * 0.98, high * 0.5), (r * 0.93, high)], 0.008, 52), smooth=50)
    a.add(
        "rims",
        tin.shaded(0.85, "rims"),
        s.torus(r * 0.99, 0.0075, 52, 10).translate((0, 0.007, 0)),
        s.torus(r * 0.93, 0.0075, 52, 10).translate((0, high, 0)),
        s.torus(r * 0.975, 0.0055, 52, 8).translate((0, high * 0.62, 0)),
    )
    shield = s.cylinder(0.014, r * 0.93, segments=48).translate((0, high - 0.012, 0)).trim_by_plane((-1, 0, 0), -0.02)
    a.add("cover", tin.shaded(0.95, "cover"), shield)
    a.add("inside", m.WATER, s.cylinder(0.012, r * 0.92, segments=44).translate((0, high * 0.8, 0)))
    reach = rng.uniform(0.2, 0.235)
    tip = np.array((-r - reach, high * rng.uniform(1.08, 1.2), 0))
    root = np.array((-r * 0.9, high * 0.22, 0))
    a.add("spout", tin, s.rod(root, tip, 0.029, 0.0145, 24), smooth=50)
    a.add(
        "brace", tin.shaded(0.85, "rims"), s.rod((-r * 0.9, high * 0.93, 0), tuple(root + (tip - root) * 0.62), 0.0068)
    )
    along = (tip - root) / np.linalg.norm(tip - root)
    rose = s.aim(s.cylinder(0.045, 0.015, 0.046, 36), along).translate(tuple(tip - along * 0.004))
    a.add("rose", tin if s.chance(rng, 0.4) else m.BRASS, rose)
    dots = [
        s.cylinder(0.003, 0.0042, segments=10).translate((q * np.sin(t), 0.041, q * np.cos(t)))
        for q, n in ((0.0, 1), (0.018, 6), (0.034, 11))
        for t in np.arange(n) * 2 * np.pi / n
    ]
    a.add("holes", m.BLACK, s.aim(s.group(dots), along).translate(tuple(tip - along * 0.002)))
    back = s.curve(
        [
            (r * 0.9, high * 0.95, 0),
            (r * 1.7, high * 0.98, 0),
            (r * 1.95, high * 0.6, 0),
            (r * 1.6, high * 0.28, 0),
            (r * 0.95, high * 0.22, 0),
        ],
        34,
    )
    a.add("handle", tin.shaded(0.85, "rims"), s.tube(back, np.tile((0.0095, 0.0125), (34, 1)), 12, up=(0, 1, 0)))
    arch = s.curve(
        [(-r * 0.6, high, 0), (-r * 0.35, high + 0.065, 0), (r * 0.45, high + 0.072, 0), (r * 0.85, high * 0.98, 0)], 30
    )
    a.add("top handle", tin.shaded(0.85, "rims"), s.tube(arch, np.tile((0.0095, 0.0125), (30, 1)), 12, up=(0, 1, 0)))
    return a.build(
        {"top": (0, high + 0.07, 0), "inside": (0, high * 0.8, 0), "hand": (r * 1.85, high * 0.6, 0)}
    ).grounded()
