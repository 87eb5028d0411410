"""Hats, masks and jewels beyond the usual, and a horse's gear."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.items.clothes import fabric, striped
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture

Array = NDArray[np.float64]


@sculpture("sombrero", size=(0.45, 1.1), synonyms=("mexican hat", "mariachi hat"))
def sombrero(rng: np.random.Generator) -> Sculpture:
    """A pointed crown in a vast turned-up brim, trimmed and embroidered."""
    hue, trim, thread = s.pick(
        rng,
        (
            ("#e0b95a", "#c4302b", "#2f8a4a"),
            ("#26262c", "#e8c04a", "#f2e6c8"),
            ("#e0b95a", "#2f6fc0", "#c4302b"),
            ("#b5302a", "#f2d24a", "#2f6fc0"),
        ),
    )
    brim, r, high = rng.uniform(0.3, 0.34), 0.095, rng.uniform(0.2, 0.24)
    up = 0.085
    outline = [
        (0, high),
        (r * 0.34, high * 0.97),
        (r * 0.62, high * 0.62),
        (r * 0.95, high * 0.2),
        (r * 1.15, 0.024),
        (brim * 0.62, 0.018),
        (brim * 0.86, up * 0.4 + 0.012),
        (brim - 0.004, up + 0.008),
        (brim, up),
    ]
    inner = [(brim * 0.88, up * 0.4), (brim * 0.62, 0.004), (r * 1.15, 0.0), (0, 0.0)]
    full = s.revolve(s.profile([*outline, *inner], 90), 80) - s.cone(high * 0.8, r * 0.95, 48).translate((0, -0.01, 0))
    a, b, c = (np.array(m.srgb(x)) for x in (hue, trim, thread))

    def paint(p: Array) -> Array:
        d, q = np.hypot(p[:, 0], p[:, 2]), np.arctan2(p[:, 0], p[:, 2])
        out = np.tile(a, (len(p), 1))
        zig = np.abs(((q * 16 / np.pi) % 2) - 1) * 0.025
        out = mix(out, b, (np.abs(d - brim * 0.72 - zig) < 0.012).astype(float))
        out = mix(out, c, (np.abs(d - brim * 0.88) < 0.007).astype(float))
        low = np.interp(p[:, 1], (0.03, high), (r * 1.12, 0.0))
        cone = (d < low + 0.02) & (p[:, 1] > 0.03)
        out = mix(out, b, (cone & (np.abs(p[:, 1] - 0.06) < 0.018)).astype(float))
        diamonds = np.abs(((q * 5 / np.pi) % 2) - 1) + np.abs(p[:, 1] - high * 0.55) / 0.035
        return mix(out, c, (cone & (diamonds < 0.85)).astype(float))

    rim = s.torus(brim - 0.006, 0.0095, 80, 10).translate((0, up + 0.004, 0))
    balls = s.around(s.sphere(0.012, 12).translate((0, up - 0.012, brim + 0.008)), 26)
    straw = m.ROPE.coloured(hue, "straw")
    parts = [Part("hat", full.refine_to_length(0.014), straw, 50, paint), Part("rim", rim, fabric(trim, "rim"), 60)]
    if s.chance(rng, 0.6):
        parts.append(Part("pompoms", balls, fabric(thread, "pompoms"), 60))
    return finished(parts, 1.0, {"inside": (0, 0.03, 0)})


@sculpture("beret", size=(0.22, 0.45), kinds=("military beret", "tam", "balmoral"))
def beret(rng: np.random.Generator) -> Sculpture:
    """A soft disc, leaning to a side, over a narrow band, with a stub on top."""
    hue = s.pick(rng, ("#b5202b", "#26262c", "#2f3f6a", "#6a7a4a", "#7a3a5a"))
    lean = rng.uniform(0.03, 0.05)
    outline = s.profile(
        [
            (0, 0.075),
            (0.05, 0.073),
            (0.11, 0.058),
            (0.142, 0.03),
            (0.13, 0.008),
            (0.095, 0.0),
            (0.095, -0.01),
            (0.0, -0.01),
        ],
        48,
    )
    disc = s.revolve(outline, 64).refine_to_length(0.016)
    hollow = s.cylinder(0.02, 0.08, segments=40).translate((0, -0.015, 0))

    def slouch(p: Array) -> Array:
        share = np.clip(p[:, 1] / 0.05, 0, 1)
        out = np.clip(p[:, 0], 0, 1)
        fold = 0.004 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 5) * share
        return np.stack([p[:, 0] + lean * share, p[:, 1] - 1.6 * out**2 * share + fold, p[:, 2]], 1)

    wool = m.WOOL.coloured(hue, "wool")
    stub = s.capsule((lean, 0.07, 0), (lean + 0.004, 0.096, 0), 0.0075, 0.006, 12)
    band = (
        s.cylinder(0.03, 0.1, segments=56, bevel=0.004) - s.cylinder(0.1, 0.086, segments=48).translate((0, -0.02, 0))
    ).translate((0, -0.026, 0))
    parts = [
        Part("beret", s.warp(disc - hollow, slouch), wool, 60),
        Part("stub", stub, wool.shaded(0.85, "stub"), 60),
        Part("band", band, wool.shaded(0.6, "band") if s.chance(rng, 0.5) else m.LEATHER, 40),
    ]
    return finished(parts, rng.uniform(0.98, 1.12), {"inside": (0, 0.0, 0)})


@sculpture("party hat", size=(0.18, 0.4), synonyms=("birthday hat",), kinds=("cone hat", "dunce cap"))
def party_hat(rng: np.random.Generator) -> Sculpture:
    """A cone of paper with stripes or dots and a pompom."""
    colours = [
        m.HUES[str(c)] for c in rng.permutation(np.array(["red", "yellow", "blue", "pink", "teal", "purple"]))[:3]
    ]
    r, high = rng.uniform(0.075, 0.085), rng.uniform(0.18, 0.2)
    cone = (s.cone(high, r, 64) - s.cone(high * 0.96, r * 0.94, 56).translate((0, -0.006, 0))).refine_to_length(0.004)
    style = s.pick(rng, ("dots", "stripes", "spiral"))
    a, b, c = (np.array(x) for x in colours)

    def paint(p: Array) -> Array:
        q, y = np.arctan2(p[:, 0], p[:, 2]), p[:, 1]
        out = np.tile(a, (len(p), 1))
        if style == "dots":
            row = np.floor(y / 0.034)
            count = np.maximum(np.round(9 * (1 - (row + 0.5) * 0.034 / high)), 2)
            u = ((q / (2 * np.pi) * count + 0.5 * (row % 2)) % 1 - 0.5) * 2 * np.pi * r * (1 - y / high) / count
            hit = np.hypot(u, (y % 0.034) - 0.017) < 0.0105
            out = np.where(hit[:, None], np.where((row % 2 > 0)[:, None], b, np.ones(3) * 0.95), out)
        elif style == "stripes":
            hit = np.sin(y * 2 * np.pi / 0.05) > 0
            out = np.where(hit[:, None], b, out)
        else:
            hit = np.sin(q * 1.0 + y * 2 * np.pi / 0.055) > 0.1
            out = np.where(hit[:, None], np.ones(3) * 0.95, out)
        return out

    pom = s.group([s.aim(s.cone(0.026, 0.007, 6), d).translate((0, high, 0)) for d in rng.normal(size=(50, 3))])
    trim = s.torus(r, 0.0075, 56, 10).scale((1, 1.3, 1)).translate((0, 0.008, 0))
    parts = [
        Part("cone", cone, m.PAPER.coloured(at(a), "cone"), 40, paint),
        Part("pompom", pom + s.sphere(0.018, 20).translate((0, high, 0)), m.CLOTH.coloured(at(c), "pompom"), 30),
        Part("trim", trim, m.CLOTH.coloured(at(b), "trim"), 60),
    ]
    return finished(parts, 1.0, {"inside": (0, 0.02, 0)})


def skull_and_bones(size: float) -> list[s.Solid]:
    """A flat emblem in XY about the origin: bone parts, and the holes."""
    k = size
    head = s.hull(
        [
            s.ellipsoid(0.3 * k, 0.28 * k, 0.08 * k, 24).translate((0, 0.12 * k, 0)),
            s.ellipsoid(0.18 * k, 0.16 * k, 0.07 * k, 20).translate((0, -0.12 * k, 0)),
        ]
    )
    bones = []
    for e in (-1, 1):
        a, b = np.array([-0.55 * k, -0.5 * k * e, 0.0]), np.array([0.55 * k, 0.5 * k * e, 0.0])
        side = np.array([-(b - a)[1], (b - a)[0], 0]) / np.linalg.norm(b - a) * 0.075 * k
        bones.append(s.rod(at(a), at(b), 0.07 * k))
        bones += [s.sphere(0.1 * k, 14).translate(at(end + side * d)) for end in (a, b) for d in (-1, 1)]
    holes = [s.sphere(0.085 * k, 14).translate((e * 0.12 * k, 0.1 * k, 0.06 * k)) for e in (-1, 1)]
    return [s.union([head, *[x.translate((0, -0.06 * k, -0.03 * k)) for x in bones]]), s.group(holes)]


@sculpture(
    "pirate hat",
    size=(0.3, 0.6),
    synonyms=("tricorn", "tricorne"),
    kinds=("bicorne", "bicorn", "captain's hat", "cocked hat"),
)
def pirate_hat(rng: np.random.Generator) -> Sculpture:
    """A brim turned up in front and behind, edged, with skull and bones."""
    hue, edge = s.pick(
        rng, (("#26262b", "#e0b030"), ("#26262b", "#f2efe6"), ("#4a2a20", "#e0b030"), ("#7a1f24", "#e0b030"))
    )
    wide, high = rng.uniform(0.19, 0.21), rng.uniform(0.15, 0.175)
    felt = fabric(hue, "felt")
    right = s.curve(
        [(wide, 0.03), (wide * 0.82, 0.045), (wide * 0.6, high * 0.72), (wide * 0.3, high * 0.98), (0.0, high * 1.03)],
        28,
    )
    top = np.concatenate([right, (right * (-1, 1))[::-1][1:]])
    flap = s.extrude(
        np.concatenate([top, [(-wide * 0.8, 0.0), (0.0, -0.012), (wide * 0.8, 0.0)]]), 0.014
    ).refine_to_length(0.014)

    def bent(p: Array) -> Array:
        z = 0.105 * np.sqrt(np.clip(1 - (p[:, 0] / (wide * 1.02)) ** 2, 0, 1)) + 0.12 * np.clip(p[:, 1], 0, 1)
        return np.stack([p[:, 0], p[:, 1], z + p[:, 2]], 1)

    front = s.warp(flap, bent)
    back = front.mirror((0, 0, 1))
    crown = s.revolve(s.profile([(0, 0.125), (0.06, 0.12), (0.088, 0.06), (0.09, 0.0), (0, 0.0)], 30), 48).scale(
        (1.15, 1, 1.05)
    )
    line = np.concatenate([top, np.zeros((len(top), 1))], 1)
    piping = s.tube(bent(line), 0.009, 10)
    emblem, holes = skull_and_bones(0.085)
    tilt = lambda x: x.rotate((-7, 0, 0)).translate((0, high * 0.52, 0.105 + 0.12 * high * 0.52 + 0.008))  # noqa: E731
    parts = [
        Part("brim", s.union([front, back]), felt, 40),
        Part("crown", crown, felt.shaded(0.85, "crown"), 60),
        Part(
            "edge",
            s.group([piping, piping.mirror((0, 0, 1))]),
            m.GOLD.coloured(edge, "edge") if edge != "#f2efe6" else m.WHITE,
            60,
        ),
        Part("emblem", tilt(emblem), m.BONE.coloured("#f4f1e6", "emblem"), 50),
        Part("sockets", tilt(holes), m.BLACK, 60),
    ]
    return finished(parts, rng.uniform(0.97, 1.1), {"inside": (0, 0.02, 0)})


@sculpture(
    "mask",
    size=(0.2, 0.45),
    synonyms=("face mask", "theatre mask"),
    kinds=("comedy mask", "carnival mask", "venetian mask", "masquerade mask"),
)
def mask(rng: np.random.Generator) -> Sculpture:
    """A face: laughing, sad or calm, with empty eyes; some with a band of colour and a plume."""
    mood = s.pick(rng, ("calm", "sad", "laugh"))
    hue, mark = s.pick(rng, (("#e0b030", "#7a1f24"), ("#f4f0e6", "#c4302b"), ("#f4f0e6", "#2f5bb0")))
    face = f.ellipsoid((0, 0.13, -0.02), (0.085, 0.125, 0.075)).blend(
        f.ellipsoid((0, 0.05, 0.0), (0.055, 0.055, 0.05)), 0.04
    )
    face = face.blend(f.ellipsoid((0, 0.12, 0.055), (0.014, 0.034, 0.03)), 0.025).blend(
        f.ellipsoid((0.04, 0.095, 0.035), (0.026, 0.022, 0.022)).both_sides(), 0.03
    )
    face = face.blend(f.ellipsoid((0.036, 0.175, 0.042), (0.034, 0.012, 0.014)).both_sides(), 0.02)
    face = face.cut(f.box((0, 0.1, -0.16), (1, 1, 0.16))).cut(f.ellipsoid((0, 0.125, -0.035), (0.076, 0.118, 0.072)))
    tilt = {"laugh": 14, "calm": 0, "sad": -16}[mood]
    eye = (
        f.ellipsoid((0, 0, 0), (0.023, 0.0135 if mood != "laugh" else 0.012, 0.06))
        .rotate((0, 0, -tilt * 0.8))
        .move((0.037, 0.145, 0.04))
    )
    face = face.cut(eye.both_sides(), 0.004)
    arch = {"laugh": -0.032, "calm": -0.006, "sad": 0.03}[mood]
    mouth = f.limb(
        np.array([(x, 0.057 - arch * (x / 0.042) ** 2 + arch * 0.5, 0.05) for x in np.linspace(-0.042, 0.042, 9)]),
        0.012 if mood != "calm" else 0.007,
    )
    solid = face.cut(
        f.Field(
            lambda p: mouth.distance(p * (1, 1, 0) + (0, 0, 0.05)), mouth.low - (0, 0, 0.1), mouth.high + (0, 0, 0.1)
        ),
        0.004,
    ).solid(104)
    a, b = np.array(m.srgb(hue)), np.array(m.srgb(mark))

    def paint(p: Array) -> Array:
        x, y = np.abs(p[:, 0]), p[:, 1]
        lips = (mouth.distance(np.stack([p[:, 0], y, 0 * y + 0.05], 1)) < 0.008) & (p[:, 2] > 0.0)
        q = np.radians(tilt * 0.8)
        u, v = (x - 0.037) * np.cos(q) - (y - 0.145) * np.sin(q), (x - 0.037) * np.sin(q) + (y - 0.145) * np.cos(q)
        lids = (np.hypot(u / 0.033, v / 0.0235) < 1) & (p[:, 2] > 0)
        cheeks = np.hypot(x - 0.052, y - 0.096) < 0.013
        out = mix(np.tile(a, (len(p), 1)), b, (lips | lids).astype(float))
        return mix(out, b, 0.5 * (cheeks & (p[:, 2] > 0.01)).astype(float))

    brows = s.mirrored(
        s.tube(
            s.curve(
                [(0.014, 0.172 - 0.0006 * tilt, 0.062), (0.038, 0.185, 0.06), (0.066, 0.172 + 0.0006 * tilt, 0.036)], 16
            ),
            0.0055,
            10,
        )
    )
    parts = [
        Part("face", solid.refine_to_length(0.006), m.PORCELAIN.coloured(hue, "face"), 180, paint),
        Part("brows", brows, m.BLACK if hue != "#e0b030" else fabric(mark, "brows"), 60),
    ]
    if s.chance(rng, 0.4):
        ribbons = s.mirrored(
            s.tube(
                s.curve([(0.08, 0.15, -0.005), (0.105, 0.11, -0.02), (0.1, 0.06, -0.02), (0.115, 0.01, -0.02)], 20),
                np.full((20, 2), (0.01, 0.005)),
                8,
                up=(1, 0, 0),
            )
        )
        parts.append(Part("ribbons", ribbons, fabric(mark, "ribbons"), 50))
    return finished(parts, rng.uniform(1.0, 1.15))


@sculpture("gas mask", size=(0.22, 0.5), synonyms=("respirator",), tint=False)
def gas_mask(rng: np.random.Generator) -> Sculpture:
    """Rubber, two round glasses, a canister before the mouth or two beside it, straps."""
    hue = s.pick(rng, ("#2f3130", "#4a523e", "#3a3a3e"))
    face = f.ellipsoid((0, 0.15, -0.01), (0.082, 0.115, 0.085)).blend(
        f.ellipsoid((0, 0.075, 0.045), (0.055, 0.055, 0.055)), 0.05
    )
    face = face.blend(f.capsule((0, 0.13, 0.07), (0, 0.09, 0.095), 0.02, 0.03), 0.03)
    face = face.cut(f.box((0, 0.1, -0.2), (1, 1, 0.17))).cut(f.ellipsoid((0, 0.145, -0.035), (0.07, 0.103, 0.08)))
    tilt = lambda x: x.rotate((0, 26, 0)).translate((0.042, 0.165, 0.06))  # noqa: E731
    rims = s.mirrored(tilt(s.torus(0.03, 0.0085, 40, 12).rotate((90, 0, 0))))
    glass = s.mirrored(tilt(s.ellipsoid(0.029, 0.029, 0.008, 32)))
    can, caps = [], []
    style = s.pick(rng, ("front", "front", "pair"))
    if style == "front":
        can.append(s.rod((0, 0.07, 0.08), (0, 0.045, 0.14), 0.024))
        can.append(s.rod((0, 0.047, 0.135), (0, 0.018, 0.205), 0.044, segments=36))
        caps.append(s.rod((0, 0.0165, 0.2085), (0, 0.015, 0.212), 0.03, segments=28))
        caps += [
            s.rod(
                (0, 0.047 - 0.0095 * k, 0.135 + 0.022 * k),
                (0, 0.0455 - 0.0095 * k, 0.139 + 0.022 * k),
                0.047,
                segments=36,
            )
            for k in (0, 1, 2, 3)
        ]
    else:
        for e in (-1, 1):
            can.append(s.rod((e * 0.04, 0.07, 0.06), (e * 0.085, 0.055, 0.085), 0.02))
            can.append(s.rod((e * 0.08, 0.057, 0.08), (e * 0.118, 0.045, 0.105), 0.043, segments=36))
            caps.append(s.rod((e * 0.117, 0.0455, 0.104), (e * 0.12, 0.0445, 0.106), 0.03, segments=28))
        can.append(s.rod((0, 0.075, 0.085), (0, 0.065, 0.115), 0.024))
        caps.append(s.rod((0, 0.066, 0.113), (0, 0.064, 0.118), 0.018, segments=24))
    q = np.linspace(0.35, np.pi - 0.35, 24)
    straps = [
        s.tube(
            np.stack([0.082 * np.cos(q), np.full(24, y) + 0.01 * np.sin(q), -0.02 - 0.085 * np.sin(q)], 1),
            np.full((24, 2), (0.0105, 0.005)),
            8,
            up=(0, 1, 0),
        )
        for y in (0.1, 0.18)
    ]
    straps.append(
        s.tube(
            s.curve([(0, 0.255, 0.0), (0, 0.262, -0.05), (0, 0.21, -0.1), (0, 0.11, -0.105)], 22),
            np.full((22, 2), (0.0105, 0.005)),
            8,
            up=(1, 0, 0),
        )
    )
    rubber = m.RUBBER.coloured(hue, "rubber")
    parts = [
        Part("face", face.solid(78), rubber, 180),
        Part("rims", rims, m.STEEL if s.chance(rng, 0.5) else m.BLACK.shaded(1.6, "rims"), 60),
        Part("glasses", glass, m.Material("lens", m.srgb("#9fc4c8"), 0.08), 60),
        Part(
            "canister", s.union(can), m.PAINT.coloured("#6a7052", "canister") if hue != "#4a523e" else m.DARK_STEEL, 40
        ),
        Part("caps", s.group(caps), m.PAINT.coloured("#3f4438", "caps"), 40),
        Part("straps", s.group(straps), m.CLOTH.coloured("#6a6450", "straps"), 50),
    ]
    return finished(parts, rng.uniform(0.97, 1.1))


@sculpture("necklace", size=(0.15, 0.45), kinds=("pearl necklace", "choker", "pendant necklace", "locket"), tint=False)
def necklace(rng: np.random.Generator) -> Sculpture:
    """A hanging loop of pearls or a chain of gold with a pendant."""
    style = s.pick(rng, ("pearls", "chain", "pearls"))
    knots = [
        (0, 0.0),
        (0.055, 0.018),
        (0.095, 0.09),
        (0.085, 0.17),
        (0.0, 0.215),
        (-0.085, 0.17),
        (-0.095, 0.09),
        (-0.055, 0.018),
    ]
    tall = rng.uniform(0.95, 1.1)
    lean = -22.0
    gem = s.pick(rng, ("#c4142f", "#1f8a4a", "#2a4fc0", "#7a3fc0", "#bfe6f4"))
    if style == "pearls":
        count = 40
        path = s.curve(np.array(knots) * (1, tall), count, closed=True)
        r = np.interp(path[:, 1], (0, 0.2), (0.0105, 0.0072))
        beads = s.group([s.sphere(float(k), 18).translate((x, y, 0)) for (x, y), k in zip(path, r, strict=True)])
        body = Part(
            "pearls", beads, m.Material("pearl", m.srgb(s.pick(rng, ("#f4e2dc", "#3a3a40", "#f8f3ec"))), 0.12), 60
        )
        cord = s.tube(np.concatenate([path, np.zeros((count, 1))], 1), 0.003, 8, closed=True)
    else:
        path = s.curve(np.array(knots) * (1, tall), 56, closed=True)
        links = []
        for k, (x, y) in enumerate(path):
            d = path[(k + 1) % 56] - path[k - 1]
            ring = s.torus(0.0064, 0.0026, 20, 8).scale((1.25, 1, 1)).rotate((90 if k % 2 else 0, 0, 0))
            links.append(ring.rotate((0, 0, float(np.degrees(np.arctan2(d[1], d[0]))))).translate((x, y, 0)))
        body = Part("chain", s.group(links), m.GOLD if s.chance(rng, 0.7) else m.SILVER, 50)
        cord = s.tube(np.concatenate([path, np.zeros((56, 1))], 1), 0.0018, 6, closed=True)
    metal = m.GOLD if style == "pearls" or body.material == m.GOLD else m.SILVER
    parts = [body, Part("thread", cord, metal, 60)]
    if style == "chain" or s.chance(rng, 0.6):
        setting = s.extrude(s.circle(0.02, 32, 0.024), 0.01, 0.003).translate((0, -0.036, 0))
        stone = s.ellipsoid(0.0155, 0.0195, 0.011, 24).translate((0, -0.036, 0.005))
        loop = s.torus(0.006, 0.0024, 20, 8).rotate((90, 0, 0)).translate((0, -0.009, 0))
        parts += [
            Part("setting", s.group([setting, loop]), metal, 40),
            Part("stone", stone, m.Material("gem", m.srgb(gem), 0.06), 30),
        ]
    return finished([Part(p.name, p.solid.rotate((lean, 0, 0)), p.material, p.smooth) for p in parts], 1.0)


@sculpture("bracelet", size=(0.07, 0.18), kinds=("bangle", "wristband", "armband", "charm bracelet"), tint=False)
def bracelet(rng: np.random.Generator) -> Sculpture:
    """Lying: a broad bangle with stones, or a ring of beads."""
    r = 0.032
    metal = s.pick(rng, (m.GOLD, m.GOLD, m.SILVER))
    gem = m.Material("gem", m.srgb(s.pick(rng, ("#c4142f", "#1f8a4a", "#2a4fc0", "#2fa8a8"))), 0.06)
    if s.chance(rng, 0.6):
        high = rng.uniform(0.018, 0.024)
        band = s.revolve(
            [
                (r - 0.003, 0),
                (r, -0.0008),
                (r + 0.0028, 0.003),
                (r + 0.0028, high - 0.003),
                (r, high + 0.0008),
                (r - 0.003, high),
            ],
            72,
        )
        rims = s.group([s.torus(r + 0.002, 0.0018, 64, 8).translate((0, y, 0)) for y in (0.0018, high - 0.0018)])
        stones = s.around(s.ellipsoid(0.005, 0.0055, 0.003, 16).translate((0, high / 2, r + 0.003)), 12)
        pearls = s.around(s.sphere(0.0022, 12).translate((0, high / 2, r + 0.003)), 12, start=15)
        parts = [
            Part("band", band, metal, 40),
            Part("rims", rims, metal.shaded(0.8, "rims"), 60),
            Part("stones", stones, gem, 40),
            Part("pearls", pearls, m.WHITE, 60),
        ]
    else:
        count = 18
        hues = rng.permutation(np.array(["#c4302b", "#2f8fb5", "#f2c02e", "#3a9a5a", "#7a3fae"]))[:2]
        rings = [
            s.sphere(0.0058, 20).translate((r * np.sin(q), 0.0058, r * np.cos(q)))
            for q in np.arange(count) * 2 * np.pi / count
        ]
        parts = [
            Part(f"beads {k}", s.group(rings[k::2]), m.PLASTIC.coloured(str(hues[k]), f"beads {k}"), 60) for k in (0, 1)
        ]
        charm = s.extrude(s.star(5, 0.011, 0.005), 0.004, 0.001).rotate((-60, 0, 0)).translate((0, 0.006, r + 0.0155))
        parts.append(Part("charm", charm, metal))
    return finished(parts, rng.uniform(1.0, 1.15))


@sculpture("tiara", size=(0.12, 0.3), kinds=("princess crown",), tint=False)
def tiara(rng: np.random.Generator) -> Sculpture:
    """A half ring with points and loops, rising to its front, set with stones."""
    metal = s.pick(rng, (m.SILVER, m.SILVER, m.GOLD))
    r = 0.075
    q = np.radians(np.linspace(-112, 112, 60))
    base = np.stack([r * np.sin(q), np.full(60, 0.006), r * np.cos(q) * 1.02], 1)
    bands = [s.tube(base, np.full((60, 2), (0.006, 0.0035)), 10, up=(0, 1, 0))]
    count = int(rng.integers(3, 5)) * 2 + 1
    tall = rng.uniform(0.055, 0.068)
    stones, pearls = [], []
    gem = m.Material("gem", m.srgb(s.pick(rng, ("#e05a9a", "#2a6fd0", "#c4142f", "#9adcf0", "#8a4fd0"))), 0.06)
    centre = np.linspace(-84, 84, count)
    half = 84 / (count - 1)
    for t in centre:
        high = 0.018 + (tall - 0.018) * np.cos(np.radians(t)) ** 1.6 if abs(t) < 90 else 0.018
        for e in (-1, 1):
            path = []
            for share in np.linspace(0, 1, 12):
                a = np.radians(t + e * half * (1 - share) * np.cos(share * 0.9))
                path.append((r * np.sin(a), 0.008 + high * share**0.8, r * 1.02 * np.cos(a)))
            bands.append(s.tube(np.array(path), s.interpolate([0.0036, 0.0028], 12), 8))
        a = np.radians(t)
        out = np.array([np.sin(a), 0, 1.02 * np.cos(a)])
        stone = s.ellipsoid(0.0058, 0.009, 0.004, 14).rotate((0, float(t), 0))
        stones.append(stone.translate(at(out * (r + 0.001) + (0, 0.008 + high * 0.42, 0))))
        pearls.append(s.sphere(0.0055, 16).translate(at(out * r + (0, 0.01 + high + 0.003, 0))))
    for t in np.linspace(-100, 100, 21):
        a = np.radians(t)
        pearls.append(s.sphere(0.0032, 10).translate((r * 1.05 * np.sin(a), 0.006, r * 1.07 * np.cos(a))))
    parts = [
        Part("frame", s.group(bands), metal, 60),
        Part("stones", s.group(stones), gem, 40),
        Part("pearls", s.group(pearls), m.Material("pearl", m.srgb("#f8f4ee"), 0.12), 60),
    ]
    return finished(parts, rng.uniform(1.0, 1.1), {"inside": (0, 0.005, 0)})


@sculpture("horseshoe", size=(0.13, 0.35), kinds=("lucky horseshoe",))
def horseshoe(rng: np.random.Generator) -> Sculpture:
    """Standing on its bend, its ends up, grooved, with nail holes."""
    metal = s.pick(rng, (m.GOLD, m.RUST, m.IRON, m.IRON)).varied(rng)
    wide, high = rng.uniform(0.058, 0.064), 0.15
    path = s.curve(
        [
            (-wide * 0.78, high),
            (-wide * 1.02, high * 0.62),
            (-wide * 0.92, high * 0.24),
            (0, 0.0),
            (wide * 0.92, high * 0.24),
            (wide * 1.02, high * 0.62),
            (wide * 0.78, high),
        ],
        60,
    )
    points = np.concatenate([path, np.zeros((60, 1))], 1)
    square = s.rectangle(2, 2, radius=0.35)
    shoe = s.tube(points, np.full((60, 2), (0.0095, 0.0165)), section=square, up=(0, 0, 1))
    groove, holes = [], []
    for e in (slice(8, 24), slice(36, 52)):
        groove.append(s.tube(points[e] + (0, 0, 0.0095), np.full((16, 2), (0.0016, 0.0048)), 8, up=(0, 0, 1)))
        holes += [
            s.box(0.006, 0.006, 0.023).rotate((0, 0, 45)).translate(at(points[k] + (0, -0.003, 0)))
            for k in range(e.start + 1, e.stop, 4)
        ]
    ends = s.mirrored(s.box(0.035, 0.014, 0.026, 0.004).translate((-wide * 0.78, high - 0.007, 0.002)))
    parts = [
        Part("shoe", s.union([shoe, ends]), metal, 40),
        Part("grooves", s.group(groove), metal.shaded(0.55, "grooves"), 60),
        Part("holes", s.group(holes), m.BLACK),
    ]
    return finished(parts, rng.uniform(0.95, 1.15))


@sculpture("saddle", size=(0.5, 1.5), kinds=("horse saddle", "western saddle"), material="leather")
def saddle(rng: np.random.Generator) -> Sculpture:
    """A seat with a horn before and a back behind, flaps, stirrups at both sides."""
    hide = m.LEATHER.coloured(s.pick(rng, ("#8a4f28", "#6a3a20", "#a8662f", "#3a2a22")), "leather").varied(rng, 0.05)
    seat = f.ellipsoid((0, 0.6, 0), (0.17, 0.075, 0.25)).blend(
        f.ellipsoid((0, 0.69, -0.2), (0.165, 0.085, 0.055)), 0.08
    )
    seat = seat.blend(f.ellipsoid((0, 0.68, 0.2), (0.1, 0.08, 0.06)), 0.08).cut(
        f.ellipsoid((0, 0.74, -0.02), (0.16, 0.1, 0.15)), 0.05
    )
    horn = s.rod((0, 0.7, 0.2), (0, 0.8, 0.25), 0.028, 0.022) + s.ellipsoid(0.045, 0.018, 0.045, 24).translate(
        (0, 0.81, 0.255)
    )
    skirt = s.warp(
        s.rounded_box(0.66, 0.04, 0.62, 0.018).refine_to_length(0.04),
        lambda p: np.stack(
            [0.3 * np.sin(p[:, 0] / 0.3), 0.53 + p[:, 1] - 0.34 * (1 - np.cos(p[:, 0] / 0.3)), p[:, 2]], 1
        ),
    )
    pad = s.warp(
        s.rounded_box(0.8, 0.035, 0.72, 0.015).refine_to_length(0.04),
        lambda p: np.stack(
            [0.3 * np.sin(p[:, 0] / 0.3) * 1.02, 0.497 + p[:, 1] - 0.34 * (1 - np.cos(p[:, 0] / 0.3)), p[:, 2] - 0.02],
            1,
        ),
    )
    strap = s.beam((0.3, 0.42, 0.04), (0.33, 0.17, 0.05), 0.065, 0.025, 0.006, (1, 0, 0))
    fender = s.rounded_box(0.03, 0.2, 0.15, 0.012).rotate((0, 0, -5)).translate((0.305, 0.22, 0.04))
    q = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    ring = np.stack([np.full(32, 0.335), 0.1 + 0.075 * np.sin(q), 0.05 + 0.065 * np.cos(q)], 1)
    stirrup = s.tube(ring, np.full((32, 2), (0.024, 0.013)), 10, closed=True, up=(1, 0, 0)) + s.box(
        0.06, 0.02, 0.12, 0.004
    ).translate((0.335, 0.018, 0.05))
    cloth = s.pick(rng, ("#b5302a", "#2f4a8f", "#d9c49a", "#3a6a4a"))
    stripe = lambda p: (np.abs(np.abs(p[:, 2] + 0.02) - 0.3) < 0.022) | (np.abs(np.abs(p[:, 2] + 0.02) - 0.34) < 0.008)  # noqa: E731
    studs = s.mirrored(s.group([s.sphere(0.016, 14).translate((0.29, 0.44, z)) for z in (-0.22, 0.22)]))
    parts = [
        Part("seat", seat.solid(56), hide, 180),
        Part("horn", horn, hide.shaded(0.8, "horn"), 50),
        Part("skirt", skirt, hide.shaded(0.9, "skirt"), 40),
        Part("blanket", pad.refine_to_length(0.03), fabric(cloth, "blanket"), 40, striped(cloth, "#f2ead6", stripe)),
        Part("straps", s.mirrored(s.group([strap, fender])), hide.shaded(0.75, "straps")),
        Part("stirrups", s.mirrored(stirrup), m.STEEL if s.chance(rng, 0.5) else m.OAK, 50),
        Part("studs", studs, m.SILVER, 60),
    ]
    return finished(parts, rng.uniform(0.9, 1.05), {"seat": (0, 0.66, -0.02)})
