"""More reptiles, a toad, and more dinosaurs. They look along +Z."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix, noise, two_tone
from bozzetto.foundry.sculpt.creatures.reptiles import _hide, _saurian, _theropod, _toes
from bozzetto.foundry.sculpt.creatures.wild import coloured
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture
from bozzetto.foundry.sculpt.shapes import bead_eyes

Array = NDArray[np.float64]


@sculpture("cobra", size=(0.4, 2.0), synonyms=("king cobra",))
def cobra(rng: np.random.Generator) -> Sculpture:
    """Coiled below, raised, its hood spread to the front."""
    hue, belly, mark = s.pick(
        rng, (("#6a5a34", "#e0cf9a", "#2f2a1c"), ("#3a3a34", "#d8cfa8", "#1c1c1a"), ("#8a6a3a", "#ead6a4", "#3a2a1a"))
    )
    turns = rng.uniform(1.9, 2.3)
    t = np.linspace(0, turns * 2 * np.pi, 70)
    radius = np.linspace(0.5, 0.26, 70)
    coil = np.stack([radius * np.sin(t), 0.07 + 0.085 * t / (2 * np.pi), radius * np.cos(t)], 1)
    end = coil[-1]
    rise = s.curve(
        [end, (end[0] * 0.5, end[1] + 0.1, -0.1), (0, 0.45, -0.16), (0, 0.75, -0.12), (0, 1.0, 0.0), (0, 1.08, 0.06)],
        60,
    )
    path = s.curve([*coil[::4], *rise[6::6]], 170)
    radii = s.interpolate([0.008, 0.05, 0.07, 0.08, 0.082, 0.08, 0.076, 0.07, 0.06], 170)
    body = s.tube(path, radii, 18)
    q = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    rings = []
    for y, w, z, d in (
        (0.56, 0.075, -0.14, 0.07),
        (0.66, 0.14, -0.125, 0.06),
        (0.78, 0.235, -0.09, 0.055),
        (0.9, 0.25, -0.045, 0.055),
        (1.0, 0.17, 0.0, 0.06),
        (1.07, 0.07, 0.04, 0.06),
    ):
        rings.append(
            np.stack([w * np.cos(q), np.full(40, y), z + d * np.sin(q) + 0.06 * (w * np.cos(q) / 0.25) ** 2], 1)
        )
    hood = s.loft(np.array(rings)).refine_to_length(0.03)
    top = np.array([0, 1.08, 0.07])
    head = f.ellipsoid(at(top), (0.088, 0.06, 0.12)).blend(
        f.capsule(at(top + (0, -0.01, 0.05)), at(top + (0, -0.02, 0.13)), 0.055, 0.042), 0.03
    )
    a, b, c = (np.array(m.srgb(x)) for x in (hue, belly, mark))

    def paint(p: Array) -> Array:
        line = -0.14 + 0.35 * np.clip(p[:, 1] - 0.62, 0, 0.5) + 0.06 * (p[:, 0] / 0.25) ** 2
        front = np.clip((p[:, 2] - line) / 0.02 + 0.5, 0, 1)
        out = mix(np.tile(a, (len(p), 1)), b, front)
        bars = front * (np.sin(p[:, 1] * 62) > 0.6) * (np.abs(p[:, 0]) < 0.11)
        ring = (1 - front) * (np.abs(np.hypot(np.abs(p[:, 0]) - 0.09, p[:, 1] - 0.87) - 0.045) < 0.017)
        return mix(out, c, np.clip(bars * 0.7 + ring, 0, 1))

    bands = noise(rng, 0.2)
    tongue = s.rod(at(top + (0, -0.02, 0.16)), at(top + (0, -0.03, 0.25)), 0.012, 0.011, 8) + s.mirrored(
        s.rod(at(top + (0.002, -0.03, 0.245)), at(top + (0.035, -0.03, 0.31)), 0.011, 0.007, 8)
    )
    hide = _hide(hue)
    parts = [
        Part("body", body, hide, 60, coloured(hue, (mark, lambda p: 0.4 * np.clip(bands(p) * 2, 0, 1)))),
        Part("hood", hood, hide, 60, paint),
        Part("head", head.solid(40), hide, 180),
        Part("tongue", tongue, m.RED, 60),
        *bead_eyes(at(top + (0.07, 0.03, 0.07)), 0.018, "#e8c030"),
    ]
    return finished(parts, rng.uniform(0.45, 0.7), {"head": at(top + (0, 0.06, 0))})


@sculpture("iguana", size=(0.6, 2.0), kinds=("monitor lizard", "komodo dragon"))
def iguana(rng: np.random.Generator) -> Sculpture:
    """Green, a crest of spines along its back, a dewlap, a long ringed tail."""
    hue, ring = s.pick(rng, (("#6fa83a", "#3f5a24"), ("#7f9a4a", "#4a4a2a"), ("#5f9a5a", "#2f4a3a")))
    body = f.ellipsoid((0, 0.19, 0), (0.13, 0.13, 0.3)).blend(
        f.capsule((0, 0.22, 0.24), (0, 0.32, 0.42), 0.095, 0.08), 0.08
    )
    body = body.blend(f.ellipsoid((0, 0.36, 0.48), (0.085, 0.085, 0.12)), 0.05).blend(
        f.capsule((0, 0.34, 0.54), (0, 0.325, 0.62), 0.06, 0.05), 0.03
    )
    sway = rng.uniform(-0.3, 0.3)
    tail = s.curve([(0, 0.17, -0.24), (0.04, 0.09, -0.52), (sway * 0.6, 0.045, -0.9), (sway, 0.035, -1.35)], 30)
    body = body.blend(f.limb(tail, s.interpolate([0.095, 0.06, 0.038, 0.016], 30)), 0.08)
    toes = []
    for z, ahead, x in ((0.2, 0.12, 0.26), (-0.2, 0.02, 0.3)):
        foot = np.array([x, 0.025, z + ahead])
        body = body.blend(
            f.limb(np.array([(0.1, 0.17, z), (x * 0.9, 0.17, z - 0.03), foot]), [0.065, 0.048, 0.032]).both_sides(),
            0.04,
        )
        toes += [
            s.capsule(at(foot), at(foot + (0.1 * np.sin(t), -0.008, 0.1 * np.cos(t))), 0.02, 0.011, 8)
            for t in np.radians((-15, 18, 50, 80))
        ]
    dewlap = s.extrude(s.curve([(0.56, 0.3), (0.5, 0.12), (0.4, 0.14), (0.36, 0.26)], 30, True), 0.032, 0.01).rotate(
        (0, -90, 0)
    )
    spine = s.curve(
        [
            (0, 0.45, 0.46),
            (0, 0.4, 0.34),
            (0, 0.335, 0.14),
            (0, 0.325, -0.06),
            (0, 0.26, -0.28),
            (0.02, 0.16, -0.5),
            (sway * 0.5, 0.09, -0.8),
        ],
        26,
    )
    high = s.interpolate([0.07, 0.1, 0.085, 0.07, 0.05, 0.035], 26)
    crest = s.group(
        [
            s.cone(h + 0.03, 0.026, 8).scale((0.7, 1, 1)).rotate((-24, 0, 0)).translate(at(p - (0, 0.03, 0)))
            for p, h in zip(spine, high, strict=True)
        ]
    )
    wave = noise(rng, 0.2)

    def bars(p: Array) -> Array:
        return 0.75 * (np.sin(p[:, 2] * 30 + 0.5 * wave(p)) > 0.35) * (p[:, 2] < -0.3) + 0.4 * (
            np.sin(p[:, 2] * 22 + wave(p)) > 0.6
        ) * (p[:, 2] > -0.3) * (p[:, 1] > 0.15)  # noqa: E731

    hide = _hide(hue)
    parts = [
        Part(
            "body",
            body.solid(140).trim_by_plane((0, 1, 0), 0.0),
            hide,
            180,
            coloured(
                hue,
                (ring, bars),
                ("#cfd6a0", lambda p: np.clip((0.1 - p[:, 1]) / 0.04, 0, 0.7) * (np.abs(p[:, 0]) < 0.1)),
            ),
        ),
        Part("crest", crest, hide.shaded(0.7, "crest"), 40),
        Part("dewlap", dewlap, hide.coloured("#b5a25a", "dewlap"), 40),
        Part("toes", s.mirrored(s.group(toes)), hide.shaded(0.85, "toes"), 60),
        Part(
            "discs",
            s.mirrored(s.ellipsoid(0.014, 0.032, 0.032, 20).translate((0.082, 0.315, 0.45))),
            hide.shaded(1.35, "discs"),
            60,
        ),
        *bead_eyes((0.072, 0.39, 0.51), 0.02, "#e0a030"),
    ]
    return finished(parts, rng.uniform(0.5, 0.7), {"back": (0, 0.33, 0.0), "head": (0, 0.45, 0.47)})


@sculpture("toad", size=(0.06, 0.35))
def toad(rng: np.random.Generator) -> Sculpture:
    """Squat, brown, all warts."""
    hue, belly = s.pick(rng, (("#7a6238", "#d9cfa0"), ("#6a5a48", "#d0c4a8"), ("#6f6f3a", "#dcd6a8")))
    body = f.ellipsoid((0, 0.27, -0.06), (0.33, 0.245, 0.36)).blend(
        f.ellipsoid((0, 0.36, 0.24), (0.27, 0.15, 0.2)), 0.12
    )
    body = body.blend(f.ellipsoid((0.155, 0.48, 0.22), (0.085, 0.08, 0.09)).both_sides(), 0.05)
    hind = f.limb(
        np.array([(0.22, 0.2, -0.22), (0.44, 0.22, 0.02), (0.38, 0.06, -0.2), (0.43, 0.04, 0.1)]),
        [0.15, 0.1, 0.065, 0.05],
    )
    front = f.limb(np.array([(0.2, 0.26, 0.2), (0.32, 0.15, 0.24), (0.24, 0.04, 0.38)]), [0.085, 0.07, 0.05])
    solid = body.blend(hind.both_sides(), 0.05).blend(front.both_sides(), 0.04).solid(80).trim_by_plane((0, 1, 0), 0.0)
    toes = []
    for root, spread in (((0.43, 0.035, 0.1), (-25, 5, 35)), ((0.24, 0.035, 0.38), (-34, 0, 34))):
        for t in np.radians(spread):
            toes.append(
                s.capsule(root, (root[0] + 0.13 * np.sin(t), 0.022, root[2] + 0.13 * np.cos(t)), 0.035, 0.02, 10)
            )
    points, normals = s.scattered(solid, rng, 150, 0.07)
    keep = (normals[:, 1] > 0.05) & (points[:, 1] > 0.2)
    warts = s.group(
        [
            s.sphere(float(r), 10).translate(at(q))
            for q, r in zip(points[keep], rng.uniform(0.02, 0.042, keep.sum()), strict=True)
        ]
    )
    glands = s.mirrored(s.ellipsoid(0.055, 0.045, 0.11, 20).rotate((12, -20, 0)).translate((0.22, 0.46, 0.06)))
    blot = noise(rng, 0.24)
    hide = m.Material("skin", m.srgb(hue), 0.75)

    def under(p: Array) -> Array:
        return (
            np.clip((0.24 + 0.3 * (p[:, 2] - 0.1) - p[:, 1]) / 0.06 + 0.5, 0, 1)
            * (np.abs(p[:, 0]) < 0.22)
            * (p[:, 2] > -0.1)
        )

    mouth = s.tube(
        s.curve(
            [(-0.25, 0.36, 0.28), (-0.12, 0.325, 0.42), (0, 0.315, 0.45), (0.12, 0.325, 0.42), (0.25, 0.36, 0.28)], 30
        ),
        0.011,
        8,
    )
    parts = [
        Part("body", solid, hide, 180, two_tone(hue, belly, under, lambda p: np.clip(blot(p) * 2.2, -1, 1))),
        Part("warts", s.group([warts, glands]), hide.shaded(0.8, "warts"), 60),
        Part("toes", s.mirrored(s.group(toes)), hide.shaded(0.9, "toes"), 60),
        Part("mouth", mouth, hide.shaded(0.4, "mouth"), 60),
        *bead_eyes((0.2, 0.5, 0.265), 0.052, "#d9952a"),
    ]
    return finished(parts, rng.uniform(0.12, 0.2), {"back": (0, 0.5, -0.05), "head": (0, 0.5, 0.22)})


@sculpture("ankylosaurus", size=(4, 14), plural="ankylosauruses", synonyms=("ankylosaur",))
def ankylosaurus(rng: np.random.Generator) -> Sculpture:
    """Low and broad, armoured with knobs and side spikes, a club on its tail."""
    hue, plate = s.pick(rng, (("#7a6a4a", "#b59a64"), ("#6a7050", "#a8a070"), ("#7f6252", "#c0a07a")))
    neck = s.curve([(0, 0.5, 0.32), (0, 0.48, 0.52), (0, 0.44, 0.64)], 10)
    tail = s.curve([(0, 0.5, -0.35), (0, 0.42, -0.8), (rng.uniform(-0.15, 0.15), 0.38, -1.25)], 18)
    body, hide, paint = _saurian(rng, hue, "#cfc49a", neck, [0.2, 0.16, 0.14], tail, 0.26, 0.27, 0.38)
    head = np.array([0, 0.42, 0.74])
    body = body.blend(f.ellipsoid(at(head), (0.145, 0.115, 0.15)), 0.06).blend(
        f.capsule(at(head + (0, -0.03, 0.08)), at(head + (0, -0.05, 0.17)), 0.085, 0.065), 0.04
    )
    solid = body.solid(116)
    club = s.union(
        [s.mirrored(s.ellipsoid(0.13, 0.1, 0.15, 28).translate((0.08, 0, 0))), s.ellipsoid(0.12, 0.11, 0.18, 28)]
    ).translate(at(tail[-1] + (0, 0, -0.05)))
    knobs = []
    for z in np.linspace(0.42, -0.42, 8):
        wide = 0.38 * np.sqrt(max(1 - (z / 0.52) ** 2, 0.05))
        for x in np.linspace(-0.72, 0.72, 5):
            y = 0.476 + 0.27 * np.sqrt(max(1 - (z / 0.5) ** 2 - (x * 0.9) ** 2, 0.02))
            knobs.append(s.cone(0.09, 0.062, 6).translate((x * wide, y - 0.03, z)))
    spikes = []
    for z in np.linspace(0.44, -0.44, 8):
        x = 0.36 * np.sqrt(max(1 - (z / 0.56) ** 2, 0.05))
        spikes.append(s.cone(0.2, 0.055, 10).rotate((0, 0, -82)).translate((x, 0.44, z)))
    for k in range(3, 15, 3):
        p = tail[k]
        spikes.append(s.cone(0.13, 0.04, 8).rotate((0, 0, -75)).translate((p[0] + 0.07 - 0.003 * k, p[1], p[2])))
        knobs.append(s.cone(0.08, 0.045, 6).translate((p[0], p[1] + 0.13 - 0.006 * k, p[2])))
    horns = [
        s.cone(0.13, 0.045, 8).rotate((0, 0, q)).translate(at(head + (0.11, dy, -0.1)))
        for q, dy in ((-58, 0.06), (-112, -0.04))
    ]
    parts = [
        Part("body", solid, hide, 180, paint),
        Part("armour", s.group(knobs), hide.coloured(plate, "armour"), 30),
        Part("spikes", s.mirrored(s.group([*spikes, *horns])), m.HORN, 40),
        Part("club", club, hide.coloured(plate, "club").shaded(0.85), 60),
        Part("toes", _toes(0.38), m.CLAW.shaded(1.8), 60),
        *bead_eyes(at(head + (0.115, 0.03, 0.08)), 0.018, ""),
    ]
    return finished(parts, rng.uniform(2.6, 3.4), {"back": (0, 0.8, 0.0), "head": at(head + (0, 0.12, 0))})


@sculpture("spinosaurus", size=(8, 24), plural="spinosauruses")
def spinosaurus(rng: np.random.Generator) -> Sculpture:
    """On two legs, a crocodile's snout, a great sail on its back."""
    hue, belly, web = s.pick(
        rng, (("#6f6a4a", "#cfc49a", "#c4572f"), ("#4f6a62", "#c8cfb4", "#d08a3a"), ("#7a5a48", "#d9c4a4", "#9a3f34"))
    )
    parts = [p for p in _theropod(rng, hue, belly, False) if p.name in ("body", "claws")]
    snout_root = np.array([0, 1.3, 0.8])
    snout = f.capsule(at(snout_root), at(snout_root + (0, -0.06, 0.42)), 0.075, 0.05).blend(
        f.ellipsoid(at(snout_root + (0, -0.055, 0.42)), (0.06, 0.05, 0.07)), 0.03
    )
    jaw = f.capsule(at(snout_root + (0, -0.1, 0.0)), at(snout_root + (0, -0.17, 0.38)), 0.05, 0.036)
    teeth = s.group(
        [
            s.cone(0.05, 0.014, 6)
            .rotate((180, 0, 0))
            .translate(at(snout_root + (0.045, -0.055 - 0.008 * k, 0.1 + 0.065 * k)))
            for k in range(6)
        ]
    )
    q = np.linspace(-0.62, 0.42, 44)
    high = 0.52 * np.clip(1 - ((q + 0.1) / 0.54) ** 2, 0, 1) ** 0.6
    outline = np.concatenate([np.stack([q, 1.02 + high], 1), np.stack([q[::-1], np.full(44, 0.86)], 1)])
    sail = s.extrude(outline, 0.045, 0.012).rotate((0, -90, 0)).refine_to_length(0.05)
    a, b = np.array(m.srgb(web)), np.array(m.srgb(hue))
    rays = s.group(
        [
            s.rod(
                (0, 0.95, z), (0, 1.0 + 0.52 * max(1 - ((z + 0.1) / 0.54) ** 2, 0.02) ** 0.6, z - 0.01), 0.034, 0.026, 8
            )
            for z in np.linspace(-0.5, 0.32, 8)
        ]
    )
    hide = _hide(hue)
    parts += [
        Part("snout", snout.blend(jaw, 0.02).solid(50), hide, 180),
        Part("teeth", s.mirrored(teeth), m.IVORY, 0),
        Part(
            "sail",
            sail,
            hide.coloured(web, "sail"),
            30,
            lambda p: mix(np.tile(a, (len(p), 1)), b, np.clip((1.12 - p[:, 1]) / 0.14, 0, 1)),
        ),
        Part("rays", rays, hide.coloured(web, "rays").shaded(0.7), 60),
        *bead_eyes((0.078, 1.39, 0.71), 0.022, "#e0b030"),
    ]
    return finished(parts, rng.uniform(3.6, 4.6), {"back": (0, 1.08, 0.0), "head": (0, 1.46, 0.66)})


@sculpture(
    "plesiosaur",
    size=(3, 14),
    synonyms=("plesiosaurus", "loch ness monster", "nessie"),
    kinds=("elasmosaurus", "sea serpent"),
)
def plesiosaur(rng: np.random.Generator) -> Sculpture:
    """A barrel with four paddles, a swan's neck, a small head."""
    hue, belly = s.pick(rng, (("#4f6a7a", "#cfd6d4"), ("#4a6a5a", "#cfd6b8"), ("#5f5a6a", "#d0cad0")))
    body = f.ellipsoid((0, 0.34, 0), (0.28, 0.22, 0.48))
    rise = rng.uniform(0.95, 1.1)
    neck = s.curve(
        [(0, 0.4, 0.34), (0, 0.5, 0.62), (0, rise * 0.72, 0.86), (0, rise, 0.96), (0, rise + 0.03, 1.06)], 24
    )
    tail = s.curve([(0, 0.32, -0.36), (0.04, 0.26, -0.62), (rng.uniform(-0.1, 0.1), 0.24, -0.95)], 14)
    body = body.blend(f.limb(neck, s.interpolate([0.17, 0.11, 0.085, 0.075], 24)), 0.14).blend(
        f.limb(tail, s.interpolate([0.15, 0.08, 0.02], 14)), 0.14
    )
    head = neck[-1] + (0, 0.0, 0.04)
    body = body.blend(f.ellipsoid(at(head), (0.085, 0.07, 0.11)), 0.04).blend(
        f.capsule(at(head + (0, -0.015, 0.06)), at(head + (0, -0.04, 0.18)), 0.055, 0.04), 0.03
    )
    paddle = s.extrude(
        s.curve([(0, 0.07), (0.25, 0.12), (0.58, 0.0), (0.6, -0.07), (0.3, -0.1), (0, -0.08)], 40, True), 0.055, 0.02
    ).rotate((90, 0, 0))
    tip = float(rng.uniform(-18, -10))
    limbs = s.group(
        [
            paddle.rotate((0, 22, tip)).translate((0.2, 0.26, 0.26)),
            paddle.scale((0.85, 1, 0.85)).rotate((0, 34, tip)).translate((0.18, 0.25, -0.28)),
        ]
    )
    wave = noise(rng, 0.3)
    level = 0.27
    under = lambda p: np.clip((level - p[:, 1]) / 0.08 + 0.5, 0, 1) * (p[:, 2] < 0.55)  # noqa: E731
    hide = m.Material("skin", m.srgb(hue), 0.4)
    mouth = s.mirrored(
        s.tube(
            s.curve([head + (0, -0.055, 0.215), head + (0.035, -0.045, 0.18), head + (0.06, -0.02, 0.06)], 14), 0.007, 8
        )
    )
    parts = [
        Part(
            "body",
            body.solid(128),
            hide,
            180,
            two_tone(hue, belly, under, lambda p: np.clip(wave(p) * 1.6, -1, 1) * (p[:, 1] > level)),
        ),
        Part("paddles", s.mirrored(limbs), hide.shaded(0.88, "paddles"), 50),
        Part("mouth", mouth, hide.shaded(0.4, "mouth"), 60),
        *bead_eyes(at(head + (0.07, 0.03, 0.05)), 0.018, ""),
    ]
    return finished(parts, rng.uniform(2.2, 3.6), {"back": (0, 0.56, 0.0), "head": at(head + (0, 0.07, 0))})
