"""What haunts: vampires, zombies, skeletons, mummies, and scarecrows."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.creatures.figure_kit import (
    AHEAD,
    DOWN,
    MAN,
    OUT,
    cloth,
    hat,
    hide,
    ragged,
    ribbon,
)
from bozzetto.foundry.sculpt.creatures.figures import Figure
from bozzetto.foundry.sculpt.sculpture import Sculpture, at, sculpture

Array = NDArray[np.float64]


@sculpture("vampire", size=(1.5, 2.6), synonyms=("dracula", "count dracula"), kinds=("vampire lord",), tint=False)
def vampire(rng: np.random.Generator) -> Sculpture:
    """Pale, with fangs, in a black cape lined with red."""
    fig = Figure(MAN, s.pick(rng, ("#dcdfe0", "#e6e0da", "#c8d2c4")), *(((0.17, -0.17, 0.0), (0.24, -0.28, 0.18)),) * 2)
    hair = s.pick(rng, ("#16141a", "#16141a", "#5a5a60"))
    fig.face("#16141a", "#b01e22", mouth="none", frown=0.022, ears="pointed", jaw=0.94)
    fig.hair("peak", hair)
    mouth = fig.line(((-0.062, -0.1), (0, -0.112), (0.062, -0.1)), 0.017)
    fangs = s.mirrored(s.cone(0.05, 0.015, 10).rotate((180, 0, 0)).translate(at(fig.spot(0.035, -0.108, 0.006))))
    fig.add("mouth", hide("#6a1418"), mouth, 60)
    fig.add("fangs", m.WHITE, fangs, 30)
    black = cloth("#1f1d24")
    fig.trousers(black)
    fig.shoes(m.BLACK)
    fig.shirt(black, 0.94, name="jacket")
    fig.hands()
    fig.cuffs(m.WHITE, 0.02, 0.93, 1.0)
    bib = s.hull(
        [
            s.ellipsoid(0.07, 0.03, 0.02, 14).translate(at(fig.before(0, fig.hip + 0.39, 0.012))),
            s.ellipsoid(0.02, 0.02, 0.02, 12).translate(at(fig.before(0, fig.hip + 0.16, 0.014))),
        ]
    )
    fig.add("shirt front", m.WHITE, bib, 60)
    bow = s.mirrored(s.cone(0.08, 0.04, 12).rotate((0, 0, 90)).translate((0.08, 0, 0))) + s.sphere(0.022, 12)
    fig.add("bow tie", m.RED.coloured("#a8161c"), bow.translate(at(fig.before(0, fig.hip + 0.4, 0.03))), 50)
    medal = s.ellipsoid(0.032, 0.032, 0.015, 16).translate(at(fig.before(0, fig.hip + 0.27, 0.024)))
    fig.add("medallion", m.GOLD, medal, 60)
    red = m.VELVET.coloured("#b0181e")
    fig.cape(black.shaded(0.9), 0.03, 0.5, sweep=105, back=0.06, wide=0.27, lining=red)
    edge = fig.head[1] + 0.06
    fig.add("collar", black.shaded(0.9), fig.cape_solid(edge, 0.31, fig.shoulder - 0.02, 105, 0.1, 0.17, 1), 40)
    fig.add(
        "lining",
        red,
        fig.cape_solid(edge - 0.012, 0.285, fig.shoulder - 0.02, 103, 0.08, 0.15, 1).translate((0, 0, 0.02)),
        40,
    )
    return fig.finished(rng.uniform(1.08, 1.15))


@sculpture("zombie", size=(1.4, 2.6), kinds=("ghoul", "walking dead"))
def zombie(rng: np.random.Generator) -> Sculpture:
    """Green, in rags, its arms stretched out."""
    skin, shirt = s.pick(
        rng, (("#86a85e", "#7a3f3a"), ("#86a85e", "#4a6a8a"), ("#9aab84", "#6a5a44"), ("#7f9c6a", "#8a3a34"))
    )
    reach = ((0.03, -0.05 + rng.uniform(-0.03, 0.03), 0.2), (-0.02, 0.0, 0.41))
    fig = Figure(MAN, skin, AHEAD, reach)
    fig.face("#3a4a2a", "#d8d24a", mouth="none", frown=-0.016, jaw=1.06)
    mouth = s.ellipsoid(0.06, 0.032, 0.03, 20).translate(at(fig.spot(0, -0.115, -0.012)))
    teeth = s.group([s.box(0.02, 0.024, 0.02).translate(at(fig.spot(x, -0.1, -0.002))) for x in (-0.035, 0.005, 0.036)])
    fig.add("mouth", hide("#3a1412"), mouth, 60)
    fig.add("teeth", m.BONE, teeth, 20)
    fig.add("hair", m.FUR.coloured("#33302a"), s.roughened(fig.hair_field("short").solid(40), rng, 0.02, 0.07), 30)
    wound = fig.line(((-0.13, 0.09), (-0.09, 0.05), (-0.1, -0.03)), 0.026, 0.0)
    fig.add(
        "wounds",
        hide("#8a1e1e"),
        s.group([wound, s.ellipsoid(0.06, 0.05, 0.03, 16).translate(at(fig.before(0.07, fig.hip + 0.2, 0.012)))]),
        60,
    )
    fig.bare_body()
    fig.bare_legs()
    trunk = fig.trunk.grow(0.018).solid(56)
    fig.add("shirt", cloth(shirt), ragged(trunk, fig.hip - 0.03, rng), 50)
    sleeves = [fig.sleeve(side, share, 0.022) for side, share in (("left", 0.5), ("right", 0.3))]
    fig.add("shirt", cloth(shirt), s.union(sleeves), 50)
    legs = fig.legs_field(0.016, fig.build.stance).solid(56)
    fig.add("trousers", cloth("#3f4450"), ragged(legs, 0.17, rng, 0.12), 50)
    fig.hands()
    fig.shoes(m.DARK_LEATHER)
    rib = s.group(
        [
            s.capsule(at(fig.before(-0.11, y, 0.02)), at(fig.before(-0.03, y - 0.01, 0.02)), 0.014, segments=8)
            for y in (fig.hip + 0.2, fig.hip + 0.25, fig.hip + 0.3)
        ]
    )
    fig.add("ribs", m.BONE, rib, 60)
    return fig.finished(rng.uniform(1.05, 1.13))


@sculpture("skeleton", size=(1.4, 2.6), synonyms=("human skeleton",))
def skeleton(rng: np.random.Generator) -> Sculpture:
    """Bones: skull, ribs, pelvis, limbs."""
    fig = Figure(MAN, "#e6dcc2", DOWN, s.pick(rng, (DOWN, ((0.19, -0.1, 0.02), (0.26, 0.12, 0.06)))))
    bone = m.BONE.coloured(s.pick(rng, ("#ece4cf", "#e2d6b8", "#f0ece0")))
    c, hip = fig.head, fig.hip

    def ball(x: float, y: float, z: float, r: tuple[float, float, float]) -> f.Field:
        return f.ellipsoid(at(c + (x, y, z)), r)

    skull = ball(0, 0.045, -0.01, (0.168, 0.165, 0.175)).blend(
        ball(0.08, -0.06, 0.08, (0.055, 0.04, 0.06)).both_sides(), 0.05
    )
    skull = skull.blend(f.box(at(c + (0, -0.09, 0.07)), (0.078, 0.05, 0.075), 0.03), 0.06)
    skull = skull.cut(ball(0.066, -0.005, 0.17, (0.05, 0.052, 0.075)).both_sides(), 0.015)
    skull = skull.cut(ball(0, -0.07, 0.165, (0.02, 0.032, 0.05)), 0.01)
    jaw = f.box(at(c + (0, -0.165, 0.06)), (0.08, 0.032, 0.075), 0.028).blend(
        f.capsule(at(c + (0.085, -0.15, 0.02)), at(c + (0.11, -0.06, -0.02)), 0.026).both_sides(), 0.03
    )
    fig.add("skull", bone, (skull | jaw).solid(72), 180)
    sockets = s.mirrored(s.ellipsoid(0.045, 0.047, 0.03, 20).translate(at(c + (0.066, -0.005, 0.108))))
    nose = s.ellipsoid(0.018, 0.03, 0.02, 14).translate(at(c + (0, -0.07, 0.128)))
    gap = s.box(0.15, 0.012, 0.06).translate(at(c + (0, -0.142, 0.09)))
    lines = s.group(
        [
            s.box(0.009, 0.055, 0.02).translate((x, c[1] - 0.164, c[2] + 0.14 - 2.0 * x * x))
            for x in np.linspace(-0.06, 0.06, 5)
        ]
    )
    fig.add("sockets", m.EYE_BLACK, s.group([sockets, nose, gap, lines]), 60)
    spine = [
        s.cylinder(0.05, 0.036, segments=14, bevel=0.012).translate((0, y, -0.03))
        for y in np.arange(hip - 0.02, c[1] - 0.16, 0.062)
    ]
    cord = s.rod((0, hip - 0.04, -0.03), (0, c[1] - 0.1, -0.02), 0.024)
    ribs = []
    for k, y in enumerate(np.linspace(hip + 0.17, hip + 0.37, 5)):
        wide = (0.15, 0.175, 0.185, 0.17, 0.125)[k]
        half = s.curve(
            [
                (0, y + 0.03, -0.06),
                (wide * 0.85, y + 0.02, -0.08),
                (wide, y - 0.015, 0.02),
                (wide * 0.6, y - 0.03, 0.115),
                (0.02, y - 0.015, 0.13),
            ],
            20,
        )
        ribs.append(s.mirrored(s.tube(half, 0.0215, 8)))
    breast = s.capsule((0, hip + 0.2, 0.13), (0, hip + 0.38, 0.115), 0.03, segments=12)
    collar = s.mirrored(
        s.tube(s.curve([(0.0, hip + 0.41, 0.1), (0.1, hip + 0.43, 0.07), (0.215, hip + 0.4, -0.01)], 12), 0.024, 8)
    )
    blade = s.mirrored(s.ellipsoid(0.075, 0.1, 0.022, 16).rotate((0, 0, 12)).translate((0.13, hip + 0.32, -0.11)))
    wings = (
        f.ellipsoid((0.1, hip + 0.02, -0.01), (0.09, 0.085, 0.06))
        .both_sides(0.04)
        .blend(f.ellipsoid((0, hip - 0.05, 0.0), (0.1, 0.05, 0.06)), 0.04)
    )
    pelvis = wings.cut(f.ellipsoid((0, hip + 0.05, 0.03), (0.075, 0.07, 0.2)), 0.02).solid(44)
    fig.add("ribs", bone, s.union([*spine, cord, *ribs, breast, collar, blade]), 50)
    fig.add("pelvis", bone, pelvis, 180)

    def long_bone(a: Array, b: Array, r: float) -> s.Solid:
        return s.union(
            [
                s.capsule(a, b, r, segments=12),
                s.sphere(r * 1.6, 14).translate(at(a)),
                s.sphere(r * 1.6, 14).translate(at(b)),
            ]
        )

    limbs = []
    for side in ("left", "right"):
        joint, elbow, wrist = fig.arms[side]
        limbs += [long_bone(joint, elbow, 0.03), long_bone(elbow, wrist, 0.028), fig.hand_solid(side, "open", 1.05)]
    for x in (0.11, -0.11):
        top, knee, foot = np.array([x, hip - 0.04, 0]), np.array([x, hip * 0.52, 0.02]), np.array([x, 0.09, -0.02])
        limbs += [long_bone(top, knee, 0.036), long_bone(knee, foot, 0.033)]
        limbs += [
            s.capsule(at(foot + (0, -0.03, 0)), (x * (1 + dx), 0.028, 0.15), 0.028, 0.024, 10)
            for dx in (-0.3, 0.05, 0.4)
        ]
    fig.add("limbs", bone, s.union(limbs), 60)
    return fig.finished(rng.uniform(1.05, 1.13))


def _wrapped(step: float, slant: float) -> Callable[[Array], Array]:
    """Where bandages overlap: a saw of the height, [N, 3] -> [N] in [0, 1]."""
    return lambda p: ((p[:, 1] + slant * p[:, 0] + 0.02 * np.sin(9 * p[:, 2])) / step) % 1


@sculpture("mummy", size=(1.4, 2.6), plural="mummies", kinds=("egyptian mummy",))
def mummy(rng: np.random.Generator) -> Sculpture:
    """Wrapped in bandages, its eyes in the dark between them."""
    base = np.array(m.srgb(s.pick(rng, ("#ddd0ae", "#d3c39a", "#e4dcc6"))))
    fig = Figure(MAN, "#6a5a44", AHEAD, ((0.05, -0.1, 0.19), (0.02, -0.12, 0.4)))
    saw = _wrapped(0.085, 0.35)
    sideways = lambda p: ((p[:, 2] + 0.4 * p[:, 1]) / 0.085) % 1  # noqa: E731

    def shade(wind: Callable[[Array], Array]) -> Callable[[Array], Array]:
        return lambda p: base * (1 - 0.38 * np.clip((wind(p) - 0.8) / 0.15, 0, 1))[:, None]

    c = fig.head
    head = f.ellipsoid(at(c + (0, 0.02, 0)), (0.18, 0.195, 0.19)).blend(
        f.ellipsoid(at(c + (0, -0.1, 0.03)), (0.135, 0.11, 0.13)), 0.08
    )
    neck = f.capsule((0, fig.hip + 0.37, 0), at(c - (0, 0.1, 0.02)), 0.085)
    fig.skull = head
    head = head.blend(neck, 0.04).displaced(lambda p: 0.012 * saw(p), 0.012)
    slit = f.box(at(c + (0, 0.0, 0.19)), (0.135, 0.038, 0.08), 0.03)
    linen = cloth("#ddd0ae")
    fig.add("head", linen, head.cut(slit, 0.01).solid(44), 60, shade(saw))
    fig.add(
        "dark",
        m.BLACK.coloured("#2a2018"),
        s.rounded_box(0.25, 0.07, 0.12, 0.03).translate(at(c + (0, -0.035, 0.075))),
        60,
    )
    glow = m.Material("eyes", m.srgb("#ffd83a"), 0.3, emission=m.srgb("#ffb81e"))
    fig.add("eyes", glow, s.mirrored(s.sphere(0.03, 18).translate(at(c + (0.062, 0.0, 0.14)))), 60)
    legs = fig.legs_field(0.015, 0.115).blend(f.ellipsoid((0.118, 0.05, 0.05), (0.08, 0.055, 0.14)).both_sides(), 0.03)
    body = (
        fig.trunk.grow(0.014)
        .blend(legs, 0.04)
        .displaced(lambda p: 0.012 * saw(p), 0.012)
        .solid(64)
        .trim_by_plane((0, 1, 0), 0)
    )
    fig.add("body", linen, body, 60, shade(saw))
    for side in ("left", "right"):
        path = s.curve(fig.arms[side], 6)
        arm = f.limb(path, s.interpolate([0.082, 0.076, 0.068], 6))
        fig.add("arms", linen, arm.displaced(lambda p: 0.012 * sideways(p), 0.012).solid(38), 60, shade(sideways))
    fig.hands(linen.shaded(0.9))
    loose = []
    for root, sway in ((fig.grip("left"), 0.05), (fig.arms["right"][1], -0.06), (c + (-0.16, -0.1, -0.06), -0.06)):
        end = root + (sway * 0.4, -rng.uniform(0.26, 0.34), 0.03)
        loose.append(ribbon([root, root + (sway, -0.14, 0.01), end], 0.034, up=(0, 0, 1)))
    fig.add("loose ends", linen, s.group(loose), 40)
    return fig.finished(rng.uniform(1.05, 1.13))


@sculpture("scarecrow", size=(1.6, 3.4), synonyms=("straw man",))
def scarecrow(rng: np.random.Generator) -> Sculpture:
    """On a pole, arms out, straw at its cuffs, a bird on its arm."""
    main, second = s.pick(rng, (("#b8382e", "#7a2420"), ("#3a6aa0", "#24466e"), ("#c98a2e", "#8a5a1e")))
    fig = Figure(MAN, "#d3b27a", OUT, OUT)
    sack = f.ellipsoid(at(fig.head), (0.18, 0.2, 0.18)).blend(
        f.capsule(at(fig.head - (0, 0.15, 0)), at(fig.head - (0, 0.24, 0)), 0.09, 0.1), 0.06
    )
    fig.skull = sack
    fig.add("head", m.CANVAS.coloured("#d3b27a"), sack.solid(46), 180)
    buttons = s.mirrored(s.rod(at(fig.spot(0.07, 0.01, -0.02)), at(fig.spot(0.07, 0.01, 0.02)), 0.038, segments=24))
    stitches = [fig.line(((-0.09, -0.07), (-0.04, -0.105), (0.04, -0.105), (0.09, -0.07)), 0.012)]
    stitches += [
        fig.line(((x, y - 0.03), (x, y + 0.03)), 0.011)
        for x, y in ((-0.06, -0.09), (-0.02, -0.108), (0.02, -0.108), (0.06, -0.09))
    ]
    fig.add("face", m.BLACK.coloured("#33261c"), s.group([buttons, *stitches]), 40)
    nose = s.extrude([(-0.035, 0), (0.035, 0), (0, 0.06)], 0.02).translate(at(fig.spot(0, -0.055, 0.004)))
    fig.add("nose", cloth("#c8602a"), nose, 20)

    def plaid(p: Array) -> Array:
        line = np.maximum((p[:, 0] % 0.1 < 0.035) * 0.6, (p[:, 1] % 0.1 < 0.035) * 0.6)
        return mix(np.tile(m.srgb(main), (len(p), 1)), np.array(m.srgb(second)), line)

    fig.shirt(cloth(main), 0.95, grow=0.03, low=fig.hip - 0.1, paint=plaid, cells=60, flare=1.15)
    fig.trousers(cloth("#4a5f86"), to=0.2, grow=0.03, flare=0.01)
    fig.belt(m.ROPE, fig.hip + 0.03, None, grow=0.045, high=0.045)
    straw = []
    roots = [(fig.arms[k][2], np.array([sign, 0, 0.0])) for k, sign in (("left", 1), ("right", -1))]
    roots += [(np.array([x, 0.22, 0]), np.array([0, -1.0, 0])) for x in (fig.build.stance, -fig.build.stance)]
    roots += [(fig.head - (0, 0.2, 0), np.array([0, -0.35, 0.0]))]
    for root, way in roots:
        for _ in range(13 if way[1] != -0.35 else 18):
            spread = rng.normal(size=3) * (0.35 if way[1] != -0.35 else 0.8)
            ahead = way + spread - way * max(0.0, -float(spread @ way))
            ahead /= np.linalg.norm(ahead)
            straw.append(s.rod(at(root - way * 0.02), at(root + ahead * rng.uniform(0.12, 0.18)), 0.018, 0.008, 6))
    fig.add("straw", m.THATCH.coloured("#e0bc54"), s.group(straw), 20)
    patch = s.box(0.13, 0.13, 0.03, 0.008)
    fig.add(
        "patches",
        cloth("#e0a83a"),
        s.group(
            [
                patch.rotate((0, 0, 8)).translate(at(fig.before(0.08, fig.hip + 0.1, 0.036))),
                patch.scale((0.8, 0.9, 1)).translate((-fig.build.stance, fig.hip * 0.45, fig.build.leg + 0.034)),
            ]
        ),
        20,
    )
    brim = [(0, 0), (0.35, -0.03), (0.35, 0.0), (0.2, 0.03), (0.18, 0.12), (0.13, 0.22), (0, 0.25)]
    fig.add("hat", m.THATCH.coloured("#d3a844"), s.roughened(fig.on_head(hat(brim, -0.1), 0.08), rng, 0.012, 0.1), 40)
    fig.add(
        "hat band",
        cloth(main).shaded(0.8),
        fig.on_head(s.cylinder(0.05, 0.2, 0.192, 36).translate((0, 0.035, 0)), 0.08),
        40,
    )
    pole = s.cylinder(fig.hip + 0.3, 0.04, segments=14).translate((0, -0.12, -0.1))
    cross = s.rod((-0.62, fig.shoulder, -0.02), (0.62, fig.shoulder, -0.02), 0.03)
    fig.add("pole", m.OLD_WOOD, s.union([pole, cross]), 40)
    perch = fig.arms["left"][1] + (0.03, 0.13, 0)
    crow = s.union(
        [
            s.ellipsoid(0.055, 0.06, 0.1, 20).rotate((-25, 0, 0)),
            s.sphere(0.05, 18).translate((0, 0.075, 0.06)),
            s.capsule((0, -0.02, -0.08), (0, -0.08, -0.17), 0.03, 0.02, 10),
        ]
    )
    fig.add("crow", m.BLACK, crow.translate(at(perch)), 60)
    fig.add("beak", m.YELLOW, s.cone(0.06, 0.02, 10).rotate((90, 0, 0)).translate(at(perch + (0, 0.07, 0.1))), 40)
    return fig.finished(rng.uniform(1.08, 1.2))
