"""Garments: they hang as if worn, open below and at the neck, their front to +Z."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, finished, sculpture

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Paint = Callable[[Array], Array]


def fabric(colour: str, name: str = "cloth") -> m.Material:
    """A cloth of a colour."""
    return m.CLOTH.coloured(colour, name)


def striped(base: str, other: str, share: Callable[[Array], Mask]) -> Paint:
    """A paint: the other colour where `share` holds."""
    a, b = np.array(m.srgb(base)), np.array(m.srgb(other))
    return lambda p: mix(np.tile(a, (len(p), 1)), b, share(p).astype(float))


def oval(radius: float, thick: float, flat: float, high: float = 0.0) -> s.Solid:
    """A band about the Y axis, flattened front to back, `high` tall (or as thick)."""
    if high <= 0:
        return s.torus(radius, thick, 56, 12).scale((1, 1, flat))
    ring = s.cylinder(high, radius + thick, segments=64, bevel=thick * 0.6) - s.cylinder(
        high * 3, radius - thick, segments=56
    ).translate((0, -high, 0))
    return ring.scale((1, 1, flat))


def _torso(wide: float, high: float, deep: float, waist: float) -> f.Field:
    """From the hem at y = 0 up to the shoulders."""
    rows = ((0.0, 1.0), (0.5, waist), (0.82, 1.0))
    body = f.ellipsoid((0, high * 0.8, 0), (wide * 0.98, high * 0.2, deep))
    for y, share in rows:
        body = body.blend(f.ellipsoid((0, high * y, 0), (wide * share, high * 0.3, deep)), 0.14 * high)
    return body.cut(f.box((0, -high, 0), (1, high, 1)), 0.0)


def _garment(
    wide: float,
    high: float,
    deep: float,
    sleeve: tuple[float, float, float] | None,
    waist: float = 0.94,
    wall: float = 0.016,
    neck: float = 0.085,
) -> f.Field:
    """A hollow top; `sleeve`: where its end is (x, y) and its radius there."""
    body = _torso(wide, high, deep, waist)
    if sleeve is not None:
        x, y, r = sleeve
        elbow = ((wide + x) / 2 + 0.03, (high * 0.86 + y) / 2 + 0.03, 0.0)
        arm = f.limb(np.array([(wide * 0.72, high * 0.86, 0), elbow, (x, y, 0.02)]), [0.095, 0.085, r])
        body = body.blend(arm.both_sides(), 0.05)
    shell = body.cut(body.grow(-wall).cut(f.box((0, high * 1.02, 0), (1, high * 0.06, 1))))
    shell = shell.cut(f.box((0, -0.5, 0), (wide * 0.93, 0.53, deep * 0.84)))
    return shell.cut(f.ellipsoid((0, high * 1.03, 0.015), (neck, 0.085, neck * 0.85)), 0.01)


def _cuffs(x: float, y: float, r: float, ahead: float, lean: float) -> s.Solid:
    ring = s.cylinder(0.055, r * 1.04, segments=28, bevel=0.01).rotate((0, 0, lean)).translate((x, y - 0.035, ahead))
    return s.mirrored(ring)


@sculpture("sweater", size=(0.6, 1.4), synonyms=("jumper", "pullover"), kinds=("christmas sweater", "sweatshirt"))
def sweater(rng: np.random.Generator) -> Sculpture:
    """Knitted, with ribbed hems, and bands over the chest or a deer's zigzags."""
    hue, mark = s.pick(
        rng,
        (
            ("#b5302a", "#f4efe2"),
            ("#2f5a8f", "#f4efe2"),
            ("#3a7a4a", "#f2d8a0"),
            ("#d9a23a", "#7a3a1f"),
            ("#e6dcc6", "#8f3a2f"),
        ),
    )
    wide, high, deep = rng.uniform(0.24, 0.26), 0.68, 0.13
    end = (rng.uniform(0.36, 0.4), 0.15, 0.05)
    solid = _garment(wide, high, deep, end).solid(76)
    zig = int(rng.integers(10, 14))

    def bands(p: Array) -> Mask:
        wave = 0.012 * np.abs(((p[:, 0] * zig * 4) % 2) - 1)
        y = p[:, 1]
        return (
            (np.abs(y - 0.4 - wave) < 0.011)
            | (np.abs(y - 0.45) < 0.007)
            | (np.abs(y - 0.365) < 0.007)
            | (np.abs(y - 0.16 + wave) < 0.01)
        )

    wool = m.WOOL.coloured(hue, "wool")
    hems = s.union(
        [
            oval(wide * 0.965, 0.02, deep / wide * 1.0, 0.06),
            oval(0.088, 0.02, 0.86).rotate((8, 0, 0)).translate((0, high * 1.0, 0.012)),
            _cuffs(end[0], end[1], end[2], 0.02, 12),
        ]
    )
    parts = [
        Part("wool", solid, wool, 180, striped(hue, mark, bands)),
        Part("ribs", hems, wool.shaded(0.8, "ribs"), 40),
    ]
    return finished(parts, rng.uniform(0.95, 1.1), {"inside": (0, 0.3, 0)})


@sculpture("hoodie", size=(0.6, 1.7), synonyms=("hooded sweatshirt",), kinds=("hooded jacket",))
def hoodie(rng: np.random.Generator) -> Sculpture:
    """With its hood up, a pocket, two cords."""
    hue = s.pick(rng, ("#7f8a94", "#2f5bb0", "#b5302a", "#2a2c33", "#4a8a5a", "#d9a23a"))
    wide, high, deep = rng.uniform(0.25, 0.27), 0.66, 0.14
    end = (rng.uniform(0.37, 0.41), 0.12, 0.055)
    body = _garment(wide, high, deep, end)
    hood = f.ellipsoid((0, high + 0.13, -0.015), (0.125, 0.165, 0.135)).blend(
        f.ellipsoid((0, high + 0.02, -0.02), (0.14, 0.07, 0.12)), 0.05
    )
    hood = hood.cut(f.ellipsoid((0, high + 0.12, 0.04), (0.098, 0.135, 0.13)), 0.012)
    cloth = fabric(hue)
    pocket = s.extrude(
        [(-0.14, 0.0), (0.14, 0.0), (0.14, 0.06), (0.09, 0.14), (-0.09, 0.14), (-0.14, 0.06)], 0.03, 0.008
    )
    pocket = s.warp(
        pocket.refine_to_length(0.03), lambda p: p - np.stack([0 * p[:, 0], 0 * p[:, 0], 1.4 * p[:, 0] ** 2], 1)
    ).translate((0, 0.09, deep - 0.006))
    cords = s.mirrored(
        s.tube(
            s.curve(
                [(0.045, high - 0.01, 0.09), (0.055, high - 0.08, deep + 0.012), (0.05, high - 0.22, deep + 0.014)], 16
            ),
            0.0105,
            10,
        )
    )
    hems = s.union([oval(wide * 0.965, 0.02, deep / wide, 0.06), _cuffs(end[0], end[1], end[2], 0.02, 12)])
    inner = np.array(cloth.shaded(0.5).base_colour)
    base = np.array(cloth.base_colour)

    def shade(p: Array) -> Array:
        hole = ((p[:, 0] / 0.108) ** 2 + ((p[:, 1] - high - 0.12) / 0.145) ** 2 + ((p[:, 2] - 0.04) / 0.136) ** 2) < 1
        return mix(np.tile(base, (len(p), 1)), inner, hole.astype(float))

    zip_ = s.chance(rng, 0.35)
    parts = [
        Part("body", (body.blend(hood, 0.03)).solid(84), cloth, 180, shade),
        Part("pocket", pocket, cloth.shaded(0.9, "pocket"), 40),
        Part("ribs", hems, cloth.shaded(0.8, "ribs"), 40),
        Part("cords", cords, m.WHITE, 60),
    ]
    if zip_:
        parts.append(Part("zip", s.box(0.02, high - 0.05, 0.02).translate((0, 0.0, deep - 0.004)), m.STEEL))
    return finished(parts, rng.uniform(0.95, 1.1), {"inside": (0, 0.3, 0), "head": (0, high + 0.29, 0)})


@sculpture("vest", size=(0.5, 1.0), synonyms=("waistcoat",), kinds=("gilet", "sleeveless jacket"))
def vest(rng: np.random.Generator) -> Sculpture:
    """No sleeves, a deep neck, buttons, two points below."""
    hue, back = s.pick(
        rng,
        (
            ("#5a4632", "#2f2a26"),
            ("#2c3550", "#26262c"),
            ("#7a2430", "#2c2426"),
            ("#6f767d", "#3a3f46"),
            ("#3f5a3a", "#2a2f2a"),
        ),
    )
    wide, high, deep = rng.uniform(0.215, 0.235), 0.56, 0.12
    body = _torso(wide, high, deep, 0.88)
    shell = body.cut(body.grow(-0.018).cut(f.box((0, high * 1.02, 0), (1, high * 0.05, 1))))
    shell = shell.cut(f.box((0, -0.5, 0), (wide * 0.9, 0.53, deep * 0.82)))
    shell = shell.cut(f.ellipsoid((wide * 1.08, high * 0.78, 0), (0.085, 0.15, 0.3)).both_sides(), 0.012)
    deep_v = f.Field(
        lambda p: np.maximum(np.abs(p[:, 0]) - 0.4 * (p[:, 1] - 0.3), -p[:, 2]) * 0.8,
        np.array([-0.2, 0.3, 0.0]),
        np.array([0.2, 1.0, 0.4]),
    )
    shell = shell.cut(deep_v, 0.01).cut(f.ellipsoid((0, high * 1.02, 0), (0.085, 0.06, 0.1)), 0.01)
    notch = f.Field(
        lambda p: np.maximum(np.abs(p[:, 0]) - 0.9 * (0.075 - p[:, 1]), -p[:, 2]) * 0.8,
        np.array([-0.1, -0.1, 0.0]),
        np.array([0.1, 0.1, 0.4]),
    )
    solid = shell.cut(notch, 0.006).solid(96)
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(back))

    def paint(p: Array) -> Array:
        rear = p[:, 2] < -0.012
        edge = (np.abs(np.abs(p[:, 0]) - 0.4 * (p[:, 1] - 0.3) - 0.012) < 0.01) & (p[:, 2] > 0.02) & (p[:, 1] > 0.3)
        seam = (np.abs(p[:, 0]) < 0.006) & (p[:, 2] > 0) & (p[:, 1] < 0.32)
        out = mix(np.tile(a, (len(p), 1)), b, rear.astype(float))
        return mix(out, a * 0.6, (edge | seam).astype(float))

    buttons = s.group(
        [
            s.cylinder(0.01, 0.0135, segments=20, bevel=0.002)
            .rotate((90, 0, 0))
            .translate((0, y, deep * 0.985 - 0.006))
            for y in (0.1, 0.155, 0.21, 0.265)
        ]
    )
    pockets = s.mirrored(s.box(0.09, 0.02, 0.02, 0.004).rotate((0, 14, -6)).translate((0.115, 0.17, deep * 0.86)))
    parts = [
        Part("cloth", solid, fabric(hue), 180, paint),
        Part("buttons", buttons, m.BRASS if s.chance(rng, 0.5) else m.BLACK),
        Part("pockets", pockets, fabric(hue).shaded(0.6, "pockets")),
    ]
    return finished(parts, rng.uniform(0.98, 1.1), {"inside": (0, 0.3, 0)})


@sculpture("skirt", size=(0.5, 1.2), kinds=("miniskirt", "pleated skirt", "kilt"))
def skirt(rng: np.random.Generator) -> Sculpture:
    """A waistband and pleats, wider below."""
    high, top = rng.uniform(0.42, 0.52), 0.16
    low = rng.uniform(0.3, 0.36)
    folds = int(rng.integers(11, 16))
    hue, mark = s.pick(
        rng,
        (
            ("#2a2c33", "#8a8d96"),
            ("#2f4a8f", "#e8e4da"),
            ("#e08aa6", "#f6e8ee"),
            ("#3f6a4a", "#c4302b"),
            ("#b5303a", "#2a2326"),
        ),
    )
    cone = s.revolve([(top, high), (low, 0.0), (low - 0.016, 0.0), (top - 0.016, high)], 180).refine_to_length(0.02)
    depth = rng.uniform(0.05, 0.075)

    def pleated(p: Array) -> Array:
        share = np.clip(1 - p[:, 1] / high, 0, 1) ** 0.8
        q = np.arctan2(p[:, 0], p[:, 2])
        k = 1 + depth * share * np.cos(folds * q)
        return np.stack([p[:, 0] * k, p[:, 1] + 0.012 * np.cos(folds * q) * (1 - p[:, 1] / high), p[:, 2] * k * 0.8], 1)

    def hem(p: Array) -> Mask:
        return (np.abs(p[:, 1] - 0.075) < 0.012) | (np.abs(p[:, 1] - 0.115) < 0.006)

    plaid = s.chance(rng, 0.4)

    def tartan(p: Array) -> Mask:
        q = np.arctan2(p[:, 0], p[:, 2] / 0.8)
        return (np.sin(q * 22) > 0.7) | (np.sin(p[:, 1] * 75) > 0.7)

    parts = [
        Part("skirt", s.warp(cone, pleated), fabric(hue), 40, striped(hue, mark, tartan if plaid else hem)),
        Part(
            "waistband",
            oval(top, 0.014, 0.8, 0.05).translate((0, high - 0.03, 0)),
            fabric(hue).shaded(0.7, "waistband"),
            40,
        ),
        Part(
            "button",
            s.cylinder(0.012, 0.015, segments=20).rotate((90, 0, 0)).translate((0.05, high - 0.005, 0.128)),
            m.BRASS,
        ),
    ]
    return finished(parts, rng.uniform(0.95, 1.1), {"inside": (0, high * 0.5, 0)})


@sculpture(
    "shorts",
    size=(0.4, 0.9),
    kinds=("swimming trunks", "swim trunks", "bermuda shorts", "boxer shorts"),
    plural="shorts",
)
def shorts(rng: np.random.Generator) -> Sculpture:
    """Two short wide legs on a waistband."""
    style = s.pick(rng, ("sport", "denim", "swim"))
    hue, mark = {
        "denim": ("#4a6f9f", "#e0b060"),
        "sport": (s.pick(rng, ("#c4302b", "#26262b", "#2f5bb0")), "#f4f2ec"),
        "swim": (s.pick(rng, ("#2fa0a8", "#f0803a")), "#f7ecd0"),
    }[style]
    out = rng.uniform(0.125, 0.14)
    leg = f.limb(np.array([(0.09, 0.26, 0), (out, 0.02, 0.0)]), [0.118, 0.128])
    body = f.ellipsoid((0, 0.34, 0), (0.195, 0.14, 0.125)).blend(leg.both_sides(), 0.06)
    body = body.cut(f.box((0, 0.5, 0), (1, 0.1, 1))).cut(f.box((0, -0.5, 0), (1, 0.5, 1)))
    inner = f.limb(np.array([(0.09, 0.2, 0), (out, -0.1, 0.0)]), [0.09, 0.112]).both_sides()
    top = f.ellipsoid((0, 0.42, 0), (0.165, 0.14, 0.1))
    solid = body.cut(inner, 0.0).cut(top).solid(72)
    flowers = rng.uniform((-0.25, 0.0), (0.25, 0.4), (26, 2))

    def marks(p: Array) -> Mask:
        if style == "denim":
            seam = (np.abs(p[:, 0]) < 0.005) & (p[:, 2] > 0) & (p[:, 1] < 0.34)
            pocket = (np.abs(np.hypot(np.abs(p[:, 0]) - 0.2, p[:, 1] - 0.39) - 0.105) < 0.006) & (p[:, 2] > 0)
            return seam | pocket | (np.abs(p[:, 1] - 0.03) < 0.005)
        if style == "sport":
            return (np.abs(p[:, 2]) < 0.03) & (np.abs(p[:, 0]) > 0.12)
        near = np.linalg.norm(p[:, None, :2] - flowers[None], axis=2).min(1)
        return (near < 0.026) & (near > 0.008)

    cloth = fabric(hue)
    band = oval(0.185, 0.014, 0.66, 0.045).translate((0, 0.365, 0))
    parts = [
        Part("cloth", solid.refine_to_length(0.02), cloth, 180, striped(hue, mark, marks)),
        Part("waistband", band, cloth.shaded(0.8, "waistband"), 40),
    ]
    if style == "denim":
        parts.append(
            Part(
                "button", s.cylinder(0.012, 0.014, segments=20).rotate((90, 0, 0)).translate((0, 0.388, 0.128)), m.BRASS
            )
        )
    else:
        cords = s.mirrored(
            s.tube(s.curve([(0.006, 0.385, 0.135), (0.03, 0.36, 0.145), (0.025, 0.28, 0.14)], 14), 0.007, 8)
        )
        parts.append(Part("cords", cords, m.WHITE, 60))
    return finished(parts, rng.uniform(1.0, 1.15), {"inside": (0, 0.2, 0)})


@sculpture("kimono", size=(1.5, 2.6), synonyms=("yukata",), kinds=("bathrobe", "robe", "dressing gown"))
def kimono(rng: np.random.Generator) -> Sculpture:
    """Spread: a straight body, hanging sleeves, crossed collar, a broad belt."""
    hue, bloom, belt = s.pick(
        rng,
        (
            ("#b5243a", "#f6d8dc", "#e8c04a"),
            ("#2f3f7a", "#e8b8cc", "#c9302b"),
            ("#e8a0b4", "#fdf3f5", "#7a3a6a"),
            ("#2f7a6a", "#f4e2b0", "#e8772e"),
        ),
    )
    high, half, drop = 1.35, rng.uniform(0.6, 0.68), rng.uniform(0.5, 0.66)
    deep = 0.11
    rings = []
    q = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    for y, w, d in (
        (0.0, 0.36, 1.15),
        (0.3, 0.31, 1.1),
        (0.72, 0.26, 1.0),
        (0.95, 0.27, 1.0),
        (1.2, 0.28, 0.95),
        (high - 0.06, 0.26, 0.8),
        (high, 0.16, 0.6),
    ):
        x, z = np.sign(np.cos(q)) * np.abs(np.cos(q)) ** 0.6, np.sign(np.sin(q)) * np.abs(np.sin(q)) ** 0.8
        rings.append(np.stack([w * x, np.full(40, y), deep * d * z], 1))
    body = s.loft(np.array(rings)).refine_to_length(0.05)
    outline = s.curve(
        [
            (0.2, high - 0.02),
            (half * 0.6, high - 0.06),
            (half, high - 0.07),
            (half + 0.02, high - drop * 0.5),
            (half, high - drop),
            (half - 0.26, high - drop - 0.01),
            (half - 0.3, high - 0.34),
            (0.2, high - 0.34),
        ],
        48,
        True,
    )
    sleeve = s.extrude(outline, 0.12, 0.035).refine_to_length(0.05)
    spots = np.concatenate(
        [rng.uniform((-0.36, 0.0), (0.36, 0.75), (20, 2)), rng.uniform((-0.7, high - drop), (0.7, high - 0.1), (26, 2))]
    )
    turn = rng.uniform(0, 6, len(spots))

    def flowers(p: Array) -> Mask:
        d = p[:, None, :2] - spots[None]
        r = np.linalg.norm(d, axis=2)
        petal = 0.05 * (0.75 + 0.25 * np.cos(5 * (np.arctan2(d[:, :, 0], d[:, :, 1]) + turn)))
        hems = (p[:, 1] < 0.05) | (np.abs(p[:, 0]) > half - 0.015)
        return ((r < petal) & (r > 0.014)).any(1) | hems

    silk = m.CLOTH.coloured(hue, "silk")
    paint = striped(hue, bloom, flowers)
    collar = []
    for e in (-1, 1):
        path = s.curve(
            [
                (0.02 * e, high + 0.01, -0.06),
                (e * 0.085, high - 0.005, 0.01),
                (e * 0.05, 1.16, 0.125),
                (-e * 0.045, 0.98, 0.13),
            ],
            24,
        )
        collar.append(s.tube(path, np.full((24, 2), (0.05, 0.016)), 10, up=(e, 0.3, 0)))
    obi = s.cylinder(0.2, 1.0, segments=56, bevel=0.04).scale((0.29, 1, 0.14)).translate((0, 0.76, 0))
    cord = s.cylinder(0.03, 1.0, segments=56).scale((0.297, 1, 0.146)).translate((0, 0.845, 0))
    knot = s.rounded_box(0.24, 0.24, 0.1, 0.03).translate((0, 0.74, -0.17))
    parts = [
        Part("body", body.refine_to_length(0.025), silk, 60, paint),
        Part("sleeves", s.mirrored(sleeve).refine_to_length(0.025), silk, 60, paint),
        Part("collar", s.union(collar), m.CLOTH.coloured("#f6f2ea", "collar"), 60),
        Part("obi", s.group([obi, knot]), m.CLOTH.coloured(belt, "obi"), 40),
        Part("cord", cord, m.CLOTH.coloured(hue, "cord").shaded(0.6), 40),
    ]
    return finished(parts, rng.uniform(0.98, 1.08), {"inside": (0, 0.6, 0)})


@sculpture("apron", size=(0.7, 1.4), kinds=("chef's apron", "pinafore"))
def apron(rng: np.random.Generator) -> Sculpture:
    """A bib with a loop for the neck, a pocket, bands to tie."""
    hue, mark = s.pick(
        rng,
        (
            ("#2c2c31", "#b58a4a"),
            ("#2f5a8f", "#f4efe2"),
            ("#f4f1e8", "#3a7a4a"),
            ("#3f6a4a", "#f2e2b8"),
            ("#b5302a", "#f4efe2"),
        ),
    )
    high = rng.uniform(0.82, 0.92)
    outline = [(-0.3, 0.03), (-0.26, 0.0), (0.26, 0.0), (0.3, 0.03), (0.32, high * 0.56)]
    right = s.curve([(0.32, high * 0.56), (0.2, high * 0.66), (0.14, high * 0.82), (0.125, high)], 14)
    points = np.concatenate([outline[:-1], right, (right * (-1, 1))[::-1]])

    def bent(p: Array) -> Array:
        return p - np.stack(
            [0 * p[:, 0], 0 * p[:, 0], 1.5 * p[:, 0] ** 2 + 0.02 * np.cos(p[:, 0] * 30) * np.clip(0.4 - p[:, 1], 0, 1)],
            1,
        )

    sheet = s.warp(s.extrude(points, 0.022, 0.005).refine_to_length(0.016), bent)
    style = s.pick(rng, ("plain", "stripes", "dots"))

    def marks(p: Array) -> Mask:
        if style == "stripes":
            return np.sin(p[:, 0] * 2 * np.pi / 0.075) > 0.3
        if style == "dots":
            u, v = (p[:, 0] / 0.07 + 0.5 * (np.floor(p[:, 1] / 0.06) % 2)) % 1 - 0.5, (p[:, 1] / 0.06) % 1 - 0.5
            return np.hypot(u, v) < 0.27
        return (p[:, 1] < 0.03) | (p[:, 1] > high - 0.03)

    cloth = fabric(hue)
    pocket = s.warp(
        s.extrude(s.rectangle(0.26, 0.17, radius=0.03), 0.02, 0.005).refine_to_length(0.03).translate((0, 0.32, 0.014)),
        bent,
    )
    hem = s.warp(s.box(0.26, 0.03, 0.024).refine_to_length(0.03).translate((0, 0.38, 0.016)), bent)
    loop = s.tube(
        s.curve(
            [
                (-0.11, high - 0.02, -0.02),
                (-0.1, high + 0.1, -0.06),
                (0, high + 0.16, -0.09),
                (0.1, high + 0.1, -0.06),
                (0.11, high - 0.02, -0.02),
            ],
            32,
        ),
        np.full((32, 2), (0.012, 0.018)),
        10,
        up=(0, 0, 1),
    )
    band = s.tube(
        s.curve(
            [
                (0.31, high * 0.55, -0.145),
                (0.3, high * 0.5, -0.26),
                (0.16, high * 0.47, -0.36),
                (0.02, high * 0.46, -0.38),
            ],
            20,
        ),
        np.full((20, 2), (0.022, 0.012)),
        10,
        up=(0, 1, 0),
    )
    bow = s.mirrored(
        s.ellipsoid(0.07, 0.035, 0.022, 20).rotate((0, 0, -20)).translate((0.065, high * 0.45, -0.385))
        + s.capsule((0.01, high * 0.45, -0.385), (0.06, high * 0.22, -0.36), 0.02, 0.025, 12)
    )
    parts = [
        Part("apron", sheet, cloth, 50, striped(hue, mark, marks)),
        Part("pocket", s.union([pocket]), cloth.shaded(0.85, "pocket"), 40),
        Part("hem", hem, fabric(mark, "hem"), 40),
        Part("bands", s.union([loop, s.mirrored(band), bow]), fabric(mark, "bands"), 50),
    ]
    return finished(parts, 1.0)
