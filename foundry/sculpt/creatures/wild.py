"""Animals that no table describes: they sit, stand upright, hang, or wear plates; they look along +Z."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import cells, mix, noise
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at, finished, sculpture

Array = NDArray[np.float64]


def near(p: Array, where: tuple[float, float, float], radius: float, soft: float = 0.02) -> Array:
    """1 about a point and its mirror image, 0 beyond: [N]."""
    q = np.abs(p * (1, 0, 0)) + p * (0, 1, 1) - np.array(where)
    return np.clip((radius - np.linalg.norm(q, axis=1)) / soft + 0.5, 0, 1)


def coloured(base: str, *marks: tuple[str, Callable[[Array], Array]]) -> Callable[[Array], Array]:
    """A paint of a base and other colours over it, each where its share is 1."""

    def paint(p: Array) -> Array:
        out = np.tile(np.array(m.srgb(base)), (len(p), 1))
        for colour, share in marks:
            out = mix(out, np.array(m.srgb(colour)), np.clip(share(p), 0, 1))
        return out

    return paint


def beads(x: float, y: float, z: float, size: float, iris: str = "") -> list[Part]:
    """Eyes: black, or of a colour with a pupil to the front."""
    ball = s.mirrored(s.sphere(size, 20).translate((x, y, z)))
    if not iris:
        return [Part("eyes", ball, m.EYE_BLACK, 60)]
    pupil = s.mirrored(s.sphere(size * 0.6, 16).translate((x + size * 0.12, y, z + size * 0.62)))
    return [Part("eyes", ball, m.EYE_WHITE.coloured(iris), 60), Part("pupils", pupil, m.EYE_BLACK, 60)]


@sculpture("chimpanzee", size=(0.8, 1.8), synonyms=("chimp",), kinds=("ape", "bonobo"))
def chimpanzee(rng: np.random.Generator) -> Sculpture:
    """Sitting, long arms down to the ground, a bare face, round ears."""
    fur, bare = s.pick(rng, (("#2a2422", "#c79c7a"), ("#332a24", "#b5896a"), ("#252224", "#8f6a52")))
    reach = rng.uniform(0.27, 0.33)
    body = f.capsule((0, 0.2, -0.04), (0, 0.6, 0.0), 0.21, 0.17).blend(
        f.ellipsoid((0, 0.28, 0.06), (0.2, 0.2, 0.18)), 0.08
    )
    head = f.ellipsoid((0, 0.88, 0.05), (0.145, 0.15, 0.15)).blend(
        f.ellipsoid((0, 0.93, 0.15), (0.11, 0.035, 0.05)), 0.03
    )
    head = head.blend(f.ellipsoid((0, 0.81, 0.18), (0.1, 0.075, 0.085)), 0.04)
    body = body.blend(f.capsule((0, 0.66, 0.0), (0, 0.8, 0.03), 0.11, 0.1), 0.08).blend(head, 0.03)
    foot, hand = (0.19, 0.045, 0.42), (reach, 0.06, 0.22)
    leg = f.limb(np.array([(0.12, 0.18, 0.02), (0.27, 0.4, 0.24), (0.2, 0.1, 0.3), foot]), [0.12, 0.09, 0.06, 0.05])
    arm = f.limb(
        np.array([(0.18, 0.6, 0.0), (0.34, 0.36, 0.02), (reach + 0.01, 0.14, 0.18), hand]), [0.105, 0.08, 0.06, 0.055]
    )
    body = body.blend(leg.both_sides(), 0.05).blend(arm.both_sides(), 0.04)
    ears = s.mirrored(s.ellipsoid(0.065, 0.075, 0.025, 24).rotate((0, 25, 0)).translate((0.175, 0.89, 0.03)))

    def face(p: Array) -> Array:
        d = np.hypot(np.maximum(np.abs(p[:, 0]) - 0.035, 0) / 0.07, (p[:, 1] - 0.86) / 0.115)
        return np.clip((1 - d) / 0.12 + 0.5, 0, 1) * (p[:, 2] > 0.1)

    paint = coloured(fur, (bare, face), (bare, lambda p: near(p, foot, 0.1)), (bare, lambda p: near(p, hand, 0.08)))
    mouth = s.tube(s.curve([(-0.075, 0.785, 0.23), (0, 0.775, 0.262), (0.075, 0.785, 0.23)], 16), 0.008, 8)
    nose = s.mirrored(s.sphere(0.013, 12).translate((0.018, 0.84, 0.255)))
    parts = [
        Part("body", body.solid(84).trim_by_plane((0, 1, 0), 0.0), m.FUR.coloured(fur), 180, paint),
        Part("ears", ears, m.SKIN.coloured(bare), 60),
        Part("mouth", s.group([mouth, nose]), m.BLACK.coloured("#3a2420"), 60),
        *beads(0.058, 0.9, 0.185, 0.022),
    ]
    return finished(parts, rng.uniform(0.75, 0.95), {"head": (0, 1.03, 0.04)})


@sculpture("meerkat", size=(0.25, 0.6), synonyms=("suricate",))
def meerkat(rng: np.random.Generator) -> Sculpture:
    """Upright on its hind legs, arms down, dark about its eyes."""
    fur, belly = s.pick(rng, (("#b5956a", "#e2d2b0"), ("#a8825a", "#dcc8a4")))
    turn = rng.uniform(-0.06, 0.06)
    body = f.capsule((0, 0.2, -0.01), (0, 0.64, 0.02), 0.145, 0.1).blend(
        f.ellipsoid((0, 0.24, 0.02), (0.16, 0.17, 0.14)), 0.08
    )
    body = body.blend(f.ellipsoid((turn, 0.87, 0.05), (0.105, 0.1, 0.115)), 0.06).blend(
        f.capsule((turn, 0.85, 0.12), (turn * 1.3, 0.82, 0.215), 0.055, 0.03), 0.04
    )
    leg = f.limb(
        np.array([(0.1, 0.22, 0.03), (0.15, 0.14, 0.08), (0.1, 0.05, -0.02), (0.11, 0.035, 0.1)]),
        [0.09, 0.065, 0.045, 0.04],
    )
    arm = f.limb(np.array([(0.1, 0.6, 0.03), (0.15, 0.45, 0.06), (0.085, 0.36, 0.15)]), [0.055, 0.042, 0.034])
    tail = f.limb(
        s.curve([(0, 0.14, -0.12), (0.03, 0.06, -0.25), (0.12, 0.035, -0.42), (0.2, 0.035, -0.56)], 14),
        s.interpolate([0.055, 0.035, 0.022], 14),
    )
    body = body.blend(leg.both_sides(), 0.05).blend(arm.both_sides(), 0.03).blend(tail, 0.05)

    def front(p: Array) -> Array:
        return np.clip((p[:, 2] - 0.06) / 0.03, 0, 1) * (np.abs(p[:, 0]) < 0.09) * (p[:, 1] < 0.76) * (p[:, 1] > 0.1)  # noqa: E731

    back = lambda p: (p[:, 2] < -0.02) * (np.sin(p[:, 1] * 58) > 0.35) * (p[:, 1] < 0.6) * (p[:, 1] > 0.16) * 0.6  # noqa: E731
    rings = lambda p: near(p - (turn, 0, 0), (0.066, 0.885, 0.115), 0.043, 0.012)  # noqa: E731
    tip = lambda p: np.clip((-0.48 - p[:, 2]) / 0.03, 0, 1)  # noqa: E731
    paint = coloured(
        fur,
        (belly, front),
        ("#5f4630", back),
        ("#2a1f1a", rings),
        ("#3a2a20", tip),
        ("#3a2a20", lambda p: near(p, (0.085, 0.36, 0.16), 0.05) * 0.7),
    )
    ears = s.mirrored(s.ellipsoid(0.03, 0.035, 0.02, 18).translate((0.1, 0.89, 0.0))).translate((turn, 0, 0))
    parts = [
        Part("body", body.solid(112).trim_by_plane((0, 1, 0), 0.0), m.FUR.coloured(fur), 180, paint),
        Part("ears", ears, m.FUR.coloured("#2a1f1a"), 60),
        Part("nose", s.ellipsoid(0.02, 0.016, 0.016, 16).translate((turn * 1.3, 0.83, 0.24)), m.EYE_BLACK, 60),
        *[Part(p.name, p.solid.translate((turn, 0, 0)), p.material, p.smooth) for p in beads(0.063, 0.89, 0.14, 0.022)],
    ]
    return finished(parts, rng.uniform(0.28, 0.34), {"head": (turn, 0.97, 0.05)})


@sculpture("lemur", size=(0.5, 1.4), synonyms=("ring tailed lemur",))
def lemur(rng: np.random.Generator) -> Sculpture:
    """Sitting, its ringed tail high behind it, orange eyes in black patches."""
    fur = s.pick(rng, ("#948f8a", "#8a7f74", "#a09a94"))
    sway = rng.uniform(-0.16, 0.16)
    body = f.capsule((0, 0.2, -0.05), (0, 0.55, 0.03), 0.19, 0.13).blend(
        f.capsule((0, 0.58, 0.04), (0, 0.7, 0.06), 0.1, 0.09), 0.06
    )
    body = body.blend(f.ellipsoid((0, 0.79, 0.08), (0.125, 0.115, 0.125)), 0.05).blend(
        f.capsule((0, 0.76, 0.17), (0, 0.72, 0.27), 0.058, 0.036), 0.04
    )
    leg = f.limb(
        np.array([(0.12, 0.18, 0.0), (0.24, 0.36, 0.18), (0.17, 0.08, 0.16), (0.16, 0.035, 0.32)]),
        [0.12, 0.08, 0.05, 0.04],
    )
    arm = f.limb(np.array([(0.12, 0.52, 0.06), (0.17, 0.34, 0.14), (0.07, 0.24, 0.28)]), [0.065, 0.05, 0.038])
    body = body.blend(leg.both_sides(), 0.05).blend(arm.both_sides(), 0.03)
    path = s.curve(
        [
            (0, 0.14, -0.18),
            (sway * 0.3, 0.16, -0.42),
            (sway, 0.55, -0.6),
            (sway, 1.0, -0.46),
            (sway * 1.4, 1.24, -0.58),
            (sway * 1.8, 1.22, -0.78),
        ],
        80,
    )
    tail = s.tube(path, s.interpolate([0.055, 0.075, 0.082, 0.085, 0.075, 0.04], 80), 20)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])

    def rings(p: Array) -> Array:
        nearest = np.linalg.norm(p[:, None] - path[None, ::2], axis=2).argmin(1) * 2
        return np.clip(np.sin(length[np.minimum(nearest, 79)] * 2 * np.pi / 0.21) * 4, 0, 1)

    def face(p: Array) -> Array:
        d = np.hypot(p[:, 0] / 0.115, (p[:, 1] - 0.78) / 0.1)
        return np.clip((1 - d) / 0.1 + 0.5, 0, 1) * (p[:, 2] > 0.1)

    def front(p: Array) -> Array:
        return (
            np.clip((p[:, 2] - 0.05) / 0.04, 0, 1)
            * (np.abs(p[:, 0]) < 0.085)
            * (p[:, 1] < 0.7)
            * (p[:, 1] > 0.08)
            * (p[:, 2] < 0.2)
        )

    paint = coloured(
        fur,
        ("#f3efe6", front),
        ("#f3efe6", face),
        ("#221e1e", lambda p: near(p, (0.062, 0.81, 0.17), 0.046, 0.012)),
        ("#221e1e", lambda p: np.clip((p[:, 2] - 0.25) / 0.02, 0, 1) * (p[:, 1] > 0.6)),
    )
    ears = s.mirrored(s.ellipsoid(0.05, 0.075, 0.03, 20).rotate((0, 0, -28)).translate((0.11, 0.89, 0.05)))
    coat = m.FUR.coloured(fur)
    parts = [
        Part("body", body.solid(92).trim_by_plane((0, 1, 0), 0.0), coat, 180, paint),
        Part("tail", tail, m.FUR.coloured("#f0ece4", "tail"), 60, coloured("#f0ece4", ("#221e1e", rings))),
        Part("ears", ears, m.FUR.coloured("#f0ece4"), 60),
        *beads(0.062, 0.815, 0.188, 0.027, "#ee8a1e"),
    ]
    return finished(parts, rng.uniform(0.45, 0.55), {"head": (0, 0.9, 0.08)})


@sculpture("sloth", size=(0.7, 1.8))
def sloth(rng: np.random.Generator) -> Sculpture:
    """Hanging by its four long limbs under a branch, its face to the front."""
    fur, dark = s.pick(rng, (("#9a8465", "#6a543c"), ("#8a7458", "#5a4632"), ("#a8977c", "#6f5a42")))
    high = rng.uniform(0.86, 0.96)
    body = f.limb(
        s.curve([(-0.4, 0.36, 0), (-0.1, 0.22, 0), (0.2, 0.26, 0.02), (0.4, 0.36, 0.05)], 12),
        s.interpolate([0.14, 0.21, 0.19, 0.13], 12),
    )
    head = np.array([0.55, 0.42, 0.1])
    body = body.blend(f.ellipsoid(at(head), (0.155, 0.145, 0.14)), 0.06).blend(
        f.ellipsoid(at(head + (0, -0.035, 0.11)), (0.075, 0.055, 0.06)), 0.03
    )
    tops = []
    for x0, x1, z in ((0.32, 0.42, 0.09), (0.3, 0.18, -0.09), (-0.34, -0.26, 0.09), (-0.34, -0.5, -0.09)):
        top = np.array([x1, high - 0.045, z * 0.75])
        tops.append(top)
        body = body.blend(
            f.limb(np.array([(x0, 0.34, z), ((x0 + x1) / 2 + 0.03, 0.62, z * 1.5), top]), [0.105, 0.08, 0.06]), 0.04
        )
    branch = s.tube(
        s.curve([(-0.95, high - 0.03, 0), (-0.3, high + 0.02, 0.02), (0.3, high, -0.02), (0.95, high + 0.06, 0)], 28),
        s.interpolate([0.075, 0.07, 0.06], 28),
        16,
    )
    twig = s.rod((0.6, high + 0.02, 0), (0.84, high + 0.28, 0.06), 0.035, 0.018, 10)
    leaves = s.group(
        [
            s.ellipsoid(0.1, 0.014, 0.05, 16)
            .rotate((10, k * 70, 20))
            .translate((0.8 + 0.03 * k, high + 0.2 + 0.05 * k, 0.05 * (k - 1)))
            for k in range(3)
        ]
    )
    claws = s.group(
        [
            s.tube(
                s.curve(
                    [
                        p + (dx, -0.01, 0.055 * np.sign(p[2])),
                        p + (dx, 0.09, 0.06 * np.sign(p[2])),
                        p + (dx, 0.13, -0.03 * np.sign(p[2])),
                    ],
                    10,
                ),
                s.interpolate([0.019, 0.012], 10),
                8,
            )
            for p in tops
            for dx in (-0.04, 0, 0.04)
        ]
    )

    def face(p: Array) -> Array:
        d = np.hypot((p[:, 0] - head[0]) / 0.135, (p[:, 1] - head[1]) / 0.115)
        return np.clip((1 - d) / 0.1 + 0.5, 0, 1) * (p[:, 2] > head[2] + 0.04)

    def streak(p: Array) -> Array:
        x, y = np.abs(p[:, 0] - head[0]), p[:, 1] - head[1]
        return (np.hypot((x - 0.078 - 0.35 * (0.02 - y)) / 0.05, (y - 0.015) / 0.034) < 1) * (p[:, 2] > head[2] + 0.04)

    streaks = noise(rng, 0.12)
    paint = coloured(
        fur, (dark, lambda p: 0.5 * np.clip(streaks(p * (1, 0.4, 1)), 0, 1)), ("#e6d6b8", face), ("#4a3626", streak)
    )
    eyes = s.group([s.sphere(0.02, 16).translate(at(head + (e * 0.062, 0.02, 0.132))) for e in (-1, 1)])
    nose = s.ellipsoid(0.032, 0.022, 0.02, 16).translate(at(head + (0, -0.015, 0.172)))
    mouth = s.tube(
        s.curve([head + (-0.055, -0.055, 0.15), head + (0, -0.07, 0.165), head + (0.055, -0.055, 0.15)], 14), 0.008, 8
    )
    parts = [
        Part("body", body.solid(104), m.FUR.coloured(fur), 180, paint),
        Part("branch", branch + twig, m.BARK, 60),
        Part("leaves", leaves, m.LEAF, 40),
        Part("claws", claws, m.HORN.coloured("#e6d8b8"), 60),
        Part("eyes", eyes, m.EYE_BLACK, 60),
        Part("nose", s.group([nose, mouth]), m.BLACK.coloured("#2e211b"), 60),
    ]
    return finished(parts, rng.uniform(0.5, 0.62))


@sculpture("armadillo", size=(0.4, 1.1))
def armadillo(rng: np.random.Generator) -> Sculpture:
    """A shell of plates with rings about its middle, a long snout, a ringed tail."""
    hue, skin = s.pick(rng, (("#9a8a74", "#c9a890"), ("#7f7468", "#b0958a"), ("#a8927a", "#d0b098")))
    high = rng.uniform(0.27, 0.3)
    body = f.ellipsoid((0, 0.3, 0), (0.22, 0.2, 0.4)).blend(
        f.capsule((0, 0.27, 0.36), (0, 0.2, 0.68), 0.105, 0.038), 0.06
    )
    for x, z in ((0.15, 0.22), (0.16, -0.24)):
        leg = f.limb(
            np.array([(x, 0.2, z), (x + 0.02, 0.06, z + 0.02), (x + 0.02, 0.035, z + 0.08)]), [0.075, 0.055, 0.042]
        )
        body = body.blend(leg.both_sides(), 0.03)
    rows = [(z, np.sqrt(max(1 - (z / 0.47) ** 2, 0.0)) ** 0.8) for z in np.linspace(-0.44, 0.42, 64)]
    q = np.radians(np.linspace(-18, 198, 40))
    rings = []
    for z, share in rows:
        bump = 0.02 * np.abs(np.sin((z + 0.16) * np.pi / 0.052)) if -0.18 < z < 0.16 else 0.014
        w, h = 0.255 * share + bump, high * share + bump
        rings.append(np.stack([w * np.cos(q), 0.26 + h * np.sin(q), np.full(40, z)], 1))
    plates = s.loft(np.array(rings)).refine_to_length(0.03)
    nearest = cells(rng, np.array([-0.3, 0.2, -0.5]), np.array([0.3, 0.6, 0.5]), 0.075)
    base, dark = np.array(m.srgb(hue)), np.array(m.srgb(hue)) * 0.58

    def paint(p: Array) -> Array:
        middle = (p[:, 2] > -0.18) & (p[:, 2] < 0.16)
        lines = np.abs(((p[:, 2] + 0.16) / 0.052 + 0.5) % 1 - 0.5) < 0.16
        first, second = nearest(p)
        return mix(np.tile(base, (len(p), 1)), dark, np.where(middle, lines, second - first < 0.014).astype(float))

    tail = s.curve(
        [
            (0, 0.24, -0.4),
            (0.02, 0.14, -0.56),
            (rng.uniform(-0.1, 0.1), 0.05, -0.78),
            (rng.uniform(-0.16, 0.16), 0.035, -0.98),
        ],
        44,
    )
    radii = s.interpolate([0.075, 0.05, 0.035, 0.014], 44) * (1 + 0.12 * (np.arange(44) % 4 == 0))
    cap = f.ellipsoid((0, 0.31, 0.42), (0.09, 0.06, 0.12)).solid(30)
    ears = s.mirrored(s.ellipsoid(0.036, 0.085, 0.024, 20).rotate((-14, 0, -14)).translate((0.062, 0.42, 0.36)))
    hide = m.Material("hide", m.srgb(skin), 0.7)
    claws = s.mirrored(
        s.group(
            [
                s.cone(0.06, 0.014, 8).rotate((100, 0, 0)).translate((x + dx, 0.022, z + 0.1))
                for x, z in ((0.17, 0.22), (0.18, -0.24))
                for dx in (-0.025, 0, 0.025)
            ]
        )
    )
    shell = m.Material("plates", m.srgb(hue), 0.6)
    parts = [
        Part("body", body.solid(88).trim_by_plane((0, 1, 0), 0.0), hide, 180),
        Part("shell", plates, shell, 30, paint),
        Part("cap", cap, shell, 60),
        Part("tail", s.tube(tail, radii, 16), shell.shaded(0.9, "tail"), 25),
        Part("ears", ears, hide.shaded(0.85, "ears"), 60),
        Part("claws", claws, m.HORN, 50),
        *beads(0.07, 0.285, 0.5, 0.016),
        Part("nose", s.sphere(0.03, 16).translate((0, 0.205, 0.715)), m.BLACK.coloured("#5a3f3a"), 60),
    ]
    return finished(parts, rng.uniform(0.4, 0.52), {"back": (0, 0.56, 0)})


@sculpture("platypus", size=(0.35, 0.95), plural="platypuses", synonyms=("duck billed platypus", "duckbill"))
def platypus(rng: np.random.Generator) -> Sculpture:
    """A flat brown body, a duck's bill, a beaver's tail, webbed feet."""
    fur = s.pick(rng, ("#6a4730", "#5a3d2c", "#7a5438"))
    body = f.ellipsoid((0, 0.19, -0.02), (0.21, 0.165, 0.4)).blend(
        f.ellipsoid((0, 0.22, 0.38), (0.125, 0.11, 0.14)), 0.12
    )
    solid = body.solid(72).trim_by_plane((0, 1, 0), 0.03)
    bill = s.hull(
        [
            s.ellipsoid(0.09, 0.035, 0.05, 24).translate((0, 0.185, 0.5)),
            s.ellipsoid(0.13, 0.026, 0.1, 32).translate((0, 0.165, 0.66)),
        ]
    )
    shield = s.ellipsoid(0.115, 0.06, 0.035, 24).translate((0, 0.2, 0.49))
    under = s.ellipsoid(0.1, 0.02, 0.1, 28).translate((0, 0.135, 0.62))
    tail = s.ellipsoid(0.155, 0.05, 0.27, 36).rotate((5, 0, 0)).translate((0, 0.14, -0.58))
    turn = rng.uniform(-8, 8)
    feet = []
    for x, z, q, size in ((0.2, 0.22, 48, 1.1), (0.19, -0.26, 110, 0.9)):
        web = (
            s.extrude(
                [(-0.04, 0), (-0.12, 0.2), (-0.055, 0.185), (0, 0.225), (0.055, 0.185), (0.12, 0.2), (0.04, 0)],
                0.035,
                0.008,
            )
            .rotate((90, 0, 0))
            .scale((size, 1, size))
        )
        feet.append(web.rotate((0, q, 0)).translate((x, 0.02, z)))
        feet.append(s.capsule((x * 0.7, 0.12, z), (x + 0.03, 0.04, z), 0.065, 0.045))
    claws = s.group(
        [
            s.cone(0.05, 0.013, 8)
            .rotate((90, 0, 0))
            .rotate((0, q, 0))
            .translate((0.2 + 0.22 * np.sin(np.radians(q)), 0.025, 0.22 + 0.22 * np.cos(np.radians(q))))
            for q in (20, 48, 76)
        ]
    )
    front = lambda p: np.clip((0.13 - p[:, 1]) / 0.05, 0, 1)  # noqa: E731
    leather = m.Material("bill", m.srgb(s.pick(rng, ("#3f4148", "#4a4444", "#55504a"))), 0.5)
    parts = [
        Part(
            "body",
            solid,
            m.FUR.coloured(fur),
            180,
            coloured(fur, ("#b8966e", front), ("#d8c8a8", lambda p: near(p, (0.07, 0.265, 0.46), 0.028, 0.01))),
        ),
        Part("bill", s.union([bill, shield, under]), leather, 50),
        Part("nostrils", s.mirrored(s.sphere(0.012, 12).translate((0.025, 0.196, 0.68))), m.BLACK, 60),
        Part("tail", tail.rotate((0, float(turn) * 0.5, 0)), m.FUR.coloured(fur).shaded(0.75, "tail"), 60),
        Part("feet", s.mirrored(s.union(feet)), leather.shaded(0.85, "feet"), 40),
        Part("claws", s.mirrored(claws), m.CLAW, 50),
        *beads(0.085, 0.275, 0.44, 0.02),
    ]
    return finished(parts, rng.uniform(0.36, 0.46), {"back": (0, 0.36, 0)})
