"""Cloth, knit, hide and fur; fibres scatter light at grazing angles (sheen: Estevez and Kulla 2017)."""

from __future__ import annotations

import numpy as np

from bozzetto.export.material.noise import cells, fbm, gradient_noise, mix, ridges, smoothstep
from bozzetto.export.material.surface import Material, Optics, Points, ShadeFn, Surface, plain, planar
from bozzetto.export.mesh.mesh import Array

SOURCE = "spectraldb.com textile samples; Estevez and Kulla 2017 for the sheen"
NAP = Optics(sheen_roughness=0.45)
Rgb = tuple[float, float, float]


def _weave(u: Array, v: Array, thread: float) -> tuple[Array, Array]:
    """Height of a plain weave in [0, 1], and where the weft lies on top."""
    su, sv = u / thread, v / thread
    iu, iv = np.floor(su), np.floor(sv)
    fu, fv = su - iu - 0.5, sv - iv - 0.5
    weft = (iu + iv) % 2 == 0
    over, along = np.where(weft, fv, fu), np.where(weft, fu, fv)
    return np.sqrt(np.maximum(1 - 3.6 * over**2, 0)) * np.sqrt(np.maximum(np.cos(along * np.pi), 0)), weft


def _cloth(colour: Rgb, thread: float, roughness: float = 0.9, sheen: float = 0.25, depth: float = 0.5) -> ShadeFn:
    def shade(points: Points) -> Surface:
        u, v, _ = planar(points)
        wave = 0.15 * thread * gradient_noise(points.position * 9, 4)
        height, _ = _weave(u + wave, v + wave, thread)
        slub = fbm(np.stack([u * 30, v * 30, 0 * u], 1), 2, 5)
        fold = fbm(points.position * 2.2, 3, 8)
        tone = (1 - depth + depth * height) * (1 + 0.1 * slub + 0.06 * fold)
        albedo = np.asarray(colour) * tone[:, None]
        return plain(
            len(points),
            albedo,
            roughness,
            height=0.35 * thread * height + 0.008 * fold,
            sheen=sheen * np.asarray(colour),
        )

    return shade


def _knit(points: Points) -> Surface:
    """Stocking stitch: columns of V."""
    wide, high = 0.062, 0.046
    u, v, _ = planar(points, wide)
    su = u / wide
    column = np.floor(su)
    fu = su - column - 0.5
    sv = v / high - 1.15 * np.abs(fu)
    fv = sv - np.floor(sv) - 0.5
    yarn = np.sqrt(np.maximum(1 - 4.2 * fv**2, 0)) * np.sqrt(np.maximum(1 - (4 * np.abs(np.abs(fu) - 0.25)) ** 2, 0))
    ply = 0.5 + 0.5 * np.sin(34 * fv + 20 * np.abs(fu))
    fuzz = fbm(points.position * 90, 2, 4)
    tone = 0.32 + 0.62 * yarn + 0.10 * ply * yarn + 0.08 * fuzz
    wool = np.asarray((0.62, 0.55, 0.45))
    return plain(len(points), wool * tone[:, None], 0.95, height=0.02 * yarn + 0.002 * fuzz, sheen=0.35 * wool)


def _denim(points: Points) -> Surface:
    """Twill: blue warp over white weft, one over and two under."""
    u, v, _ = planar(points)
    thread = 0.009
    diagonal = (u + v) / thread / 3
    f = diagonal - np.floor(diagonal)
    rib = np.sqrt(np.maximum(1 - (2.2 * (f - 0.5)) ** 2, 0))
    slub = fbm(np.stack([u * 55, v * 5, 0 * u], 1), 3, 5)
    wear = smoothstep(fbm(points.position * 2.2, 4, 6), 0.05, 0.6)
    indigo = mix((0.022, 0.052, 0.135), (0.13, 0.20, 0.32), np.clip(0.32 + 0.5 * slub + 0.55 * wear, 0, 1))
    albedo = mix(np.asarray((0.36, 0.38, 0.40)), indigo, np.clip(0.35 + 0.75 * rib, 0, 1))
    return plain(len(points), albedo, 0.92, height=0.005 * rib + 0.002 * slub, sheen=(0.06, 0.08, 0.12))


def _velvet(points: Points) -> Surface:
    nap = fbm(points.position * 2.6, 4, 5)
    fine = fbm(points.position * 130, 2, 6)
    albedo = np.asarray((0.20, 0.012, 0.03)) * (0.75 + 0.5 * nap + 0.18 * fine)[:, None]
    return plain(
        len(points), albedo, 0.85, height=0.006 * nap + 0.0012 * fine, sheen=np.asarray((0.95, 0.32, 0.42)) * 0.8
    )


def _silk(points: Points) -> Surface:
    u, v, _ = planar(points)
    thread = fbm(np.stack([u * 220, v * 9, 0 * u], 1), 2, 4)
    drape = fbm(points.position * 1.8, 3, 7)
    return plain(
        len(points),
        np.asarray((0.66, 0.60, 0.50)) * (1 + 0.05 * thread)[:, None],
        0.24 + 0.06 * thread,
        height=0.0006 * thread + 0.030 * drape,
        coat=0.35,
        sheen=(0.5, 0.47, 0.42),
    )


def _leather(points: Points) -> Surface:
    p = points.position
    warp = p + 0.02 * np.stack([gradient_noise(p * 12, k) for k in (1, 2, 3)], 1)
    first, second, tone = cells(warp * 34, 6)
    crease = smoothstep(second - first, 0.22, 0.02)
    large = smoothstep(np.abs(fbm(p * 4.5, 3, 9)), 0.06, 0.0)
    cloud = fbm(p * 2.4, 4, 4)
    albedo = (
        np.asarray((0.165, 0.072, 0.032))
        * (1 + 0.35 * cloud + 0.1 * tone)[:, None]
        * (1 - 0.35 * crease - 0.2 * large)[:, None]
    )
    return plain(
        len(points), albedo, 0.42 + 0.22 * crease + 0.1 * cloud, height=-0.0055 * crease - 0.006 * large + 0.003 * cloud
    )


def _suede(points: Points) -> Surface:
    nap, fine = fbm(points.position * 3.5, 4, 3), fbm(points.position * 100, 2, 5)
    albedo = np.asarray((0.30, 0.185, 0.105)) * (1 + 0.3 * nap + 0.2 * fine)[:, None]
    return plain(len(points), albedo, 0.96, height=0.002 * fine, sheen=(0.2, 0.15, 0.1))


def _fur(colour: Rgb, tip: Rgb, length: float) -> ShadeFn:
    """Short hair: strands along a wandering direction, in tufts."""

    def shade(points: Points) -> Surface:
        p = points.position
        flow = np.stack([0.10 * fbm(p * 2.2, 2, k) for k in (1, 2, 3)], 1)
        down = np.array([0.0, 1.0, 0.0], np.float32)
        q = (p + flow) * (1 - (1 - 1 / length) * down)
        strand = fbm(q * 75, 3, 5)
        tuft = fbm(q * 14, 3, 8)
        lit = np.clip(0.5 + 0.55 * strand + 0.6 * tuft, 0, 1)
        albedo = mix(np.asarray(colour) * 0.45, tip, lit)
        return plain(len(points), albedo, 0.95, height=0.010 * strand + 0.024 * tuft, sheen=0.45 * np.asarray(tip))

    return shade


def _felt(points: Points) -> Surface:
    fibre = ridges(points.position * 38, 3, 4)
    soft = fbm(points.position * 5, 3, 6)
    return plain(
        len(points),
        np.asarray((0.34, 0.33, 0.32)) * (0.75 + 0.35 * fibre + 0.1 * soft)[:, None],
        0.98,
        height=0.004 * fibre + 0.006 * soft,
        sheen=(0.2, 0.2, 0.2),
    )


def _quilted(points: Points) -> Surface:
    u, v, _ = planar(points)
    a, b = (u + v) / 0.26, (u - v) / 0.26
    fa, fb = np.abs(a - np.round(a)), np.abs(b - np.round(b))
    puff = np.sqrt(np.clip(2 * fa, 0, 1) * np.clip(2 * fb, 0, 1))
    seam = smoothstep(np.minimum(fa, fb), 0.03, 0.0)
    return plain(
        len(points),
        np.asarray((0.52, 0.48, 0.42)) * (1 - 0.35 * seam)[:, None],
        0.7,
        height=0.075 * puff,
        sheen=(0.15, 0.14, 0.13),
    )


def _basketwork(points: Points) -> Surface:
    u, v, _ = planar(points)
    height, weft = _weave(u, v, 0.05)
    fibre = fbm(np.stack([np.where(weft, u * 20, u * 160), np.where(weft, v * 160, v * 20), 0 * u], 1), 2, 4)
    albedo = np.asarray((0.40, 0.29, 0.155)) * ((0.3 + 0.7 * height) * (1 + 0.3 * fibre))[:, None]
    return plain(len(points), albedo, 0.9, height=0.02 * height + 0.002 * fibre)


MATERIALS = (
    Material(
        "fabric",
        ("fabric", "cloth", "cotton", "linen", "upholstered", "textile"),
        _cloth((0.56, 0.52, 0.45), 0.017),
        "white",
        "fabric",
        NAP,
        SOURCE,
        any_colour=True,
    ),
    Material(
        "canvas",
        ("canvas", "burlap", "hessian", "sackcloth"),
        _cloth((0.40, 0.29, 0.17), 0.030, 0.95, 0.1, 0.75),
        "brown",
        "fabric",
        NAP,
        SOURCE,
    ),
    Material(
        "knit",
        ("knitted", "knit", "woollen", "woolen", "wool", "crocheted", "crochet", "yarn"),
        _knit,
        "white",
        "fabric",
        NAP,
        SOURCE,
        any_colour=True,
    ),
    Material("denim", ("denim", "jean"), _denim, "blue", "fabric", NAP, SOURCE),
    Material("velvet", ("velvet", "velvety", "velour"), _velvet, "red", "fabric", Optics(sheen_roughness=0.3), SOURCE),
    Material(
        "silk",
        ("silk", "silken", "satin"),
        _silk,
        "white",
        "fabric",
        Optics(sheen_roughness=0.25, anisotropy=0.4, coat_roughness=0.28),
        SOURCE,
    ),
    Material(
        "leather",
        ("leather", "leathery", "leather bound", "leatherette", "faux leather"),
        _leather,
        "leather",
        "fabric",
        source=SOURCE,
    ),
    Material("suede", ("suede", "nubuck"), _suede, "brown", "fabric", NAP, SOURCE),
    Material(
        "plush",
        ("plush", "fluffy", "fuzzy", "stuffed"),
        _fur((0.46, 0.27, 0.13), (0.54, 0.34, 0.17), 1.5),
        "plush",
        "fabric",
        Optics(sheen_roughness=0.6),
        SOURCE,
        any_colour=True,
    ),
    Material(
        "fur",
        ("furry", "fur", "faux fur", "hairy", "shaggy"),
        _fur((0.26, 0.15, 0.075), (0.52, 0.36, 0.21), 4.5),
        "brown",
        "fabric",
        Optics(sheen_roughness=0.6),
        SOURCE,
        any_colour=True,
    ),
    Material("felt", ("felt", "felted"), _felt, "gray", "fabric", NAP, SOURCE, any_colour=True),
    Material("quilt", ("quilted", "padded", "tufted"), _quilted, "white", "fabric", NAP, SOURCE, any_colour=True),
    Material(
        "woven", ("woven", "jute", "sisal", "raffia", "woven straw"), _basketwork, "brown", "fabric", source=SOURCE
    ),
)
