"""Birds, from one description: the unit is the body's length from breast to rump; a bird looks along +Z."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.colouring import mix
from bozzetto.foundry.sculpt.creatures.tables import check_words, enter, read_table
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, at

Array = NDArray[np.float64]


BEAKS = ("bent", "duck", "hook", "long", "pouch", "short", "toucan")
FANS = ("cock", "flat", "turkey", "wheel")
EXTRAS = ("belly white", "comb", "crest", "face disc", "flippers", "s neck", "snood", "topknot", "tufts")


@dataclass(frozen=True)
class Bird:
    """Proportions of a bird, in body lengths.

    Args:
        height: metres from the ground to the crown.
        back, breast, head, wing, tail: colours. cap: colour of the crown, or "".
        plump: half width of the body. deep: half height. tilt: how far the body stands up, degrees.
        neck: length, and its thickness. bow: how far the neck swings forward. crown: radius of the head.
        beak: shape, and length. bill: its colour.
        leg: length. shank: radius. foot: colour of legs and feet. webbed: whether it swims.
        fan: tail's shape, length, width. spread: whether the wings are out.
        extras: what else it wears.
    """

    height: tuple[float, float]
    back: str
    breast: str = ""
    head: str = ""
    wing: str = ""
    tail: str = ""
    cap: str = ""
    plump: float = 0.3
    deep: float = 0.32
    tilt: float = 22.0
    neck: float = 0.15
    thick: float = 0.14
    bow: float = 0.1
    crown: float = 0.2
    beak: str = "short"
    long: float = 0.16
    bill: str = "#e59a2b"
    leg: float = 0.3
    shank: float = 0.025
    foot: str = "#e08a2a"
    webbed: bool = False
    fan: tuple[str, float, float] = ("flat", 0.35, 0.2)
    spread: bool = False
    eye: float = 0.035
    extras: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_words("beak", (self.beak,), BEAKS)
        check_words("tail", (self.fan[0],), FANS)
        check_words("further mark", self.extras, EXTRAS)


def bird(b: Bird, rng: np.random.Generator) -> Sculpture:
    """The bird of a description, each proportion off by a few hundredths."""
    names = ("plump", "deep", "neck", "crown", "long", "leg")
    b = replace(
        b,
        **{name: getattr(b, name) * float(rng.uniform(0.94, 1.06)) for name in names},
        tilt=b.tilt + rng.uniform(-4, 4),
    )
    angle = np.radians(b.tilt)
    ahead = np.array([0, np.sin(angle), np.cos(angle)])
    over = np.array([0, np.cos(angle), -np.sin(angle)])
    middle = np.array([0, b.leg + b.deep + 0.12 * np.sin(angle), 0.0])
    trunk = f.ellipsoid((0, 0, 0), (b.plump, b.deep, 0.5)).rotate((-b.tilt, 0, 0)).move(middle)
    rump = (
        f.ellipsoid((0, 0, 0), (b.plump * 0.6, b.deep * 0.55, 0.3))
        .rotate((-b.tilt, 0, 0))
        .move(middle - ahead * 0.38 + over * 0.04)
    )
    base = middle + ahead * 0.3 + over * b.deep * 0.3
    head = base + np.array([0, b.neck + b.crown * 0.75, b.bow + 0.05])
    knots = np.array(
        [base - ahead * 0.05, base + (0, b.neck * 0.45, b.bow * 0.75), head - (0, b.crown * 0.4, b.crown * 0.2)]
    )
    if "s neck" in b.extras:
        knots = np.array(
            [
                base - ahead * 0.05,
                base + (0, b.neck * 0.2, 0.22),
                base + (0, b.neck * 0.62, 0.0),
                head - (0, 0.02, b.crown * 0.3),
            ]
        )
    path = s.curve(knots, 14)
    neck = f.limb(path, s.interpolate([b.thick * 1.5, b.thick, b.thick * 0.9], 14))
    skull = f.ellipsoid(at(head), (b.crown * 0.88, b.crown * 0.92, b.crown))
    body = trunk.blend(rump, 0.12).blend(neck, 0.14).blend(skull, 0.07)
    thighs = f.capsule(
        at(middle + (b.plump * 0.5, -b.deep * 0.55, 0)),
        at(middle + (b.plump * 0.48, -b.deep * 0.95, 0.02)),
        b.shank * 3.6,
        b.shank * 1.7,
    )
    solid = body.blend(thighs.both_sides(), 0.06).solid(72)
    scale = float(rng.uniform(*b.height)) / float(head[1] + b.crown * 0.92)
    colours = {n: np.array(m.srgb(getattr(b, n) or b.back)) for n in ("back", "breast", "head", "wing", "tail")}

    def paint(points: Array) -> Array:
        p = points / scale
        local = p - middle
        under = np.clip((0.02 - local @ over + 0.25 * (local @ ahead)) / 0.08, 0, 1)
        out = mix(np.tile(colours["back"], (len(p), 1)), colours["breast"], under)
        up = np.clip((p[:, 1] - base[1] - b.neck * 0.35) / 0.05 + 0.5, 0, 1) * (p[:, 2] > base[2] - 0.25)
        out = mix(out, colours["head"], up)
        if b.cap:
            out = mix(out, np.array(m.srgb(b.cap)), np.clip((p[:, 1] - head[1] - b.crown * 0.25) / 0.03 + 0.5, 0, 1))
        if "face disc" in b.extras:
            face = np.clip(
                (b.crown * 0.5 - np.hypot(np.abs(p[:, 0]) - b.crown * 0.36, p[:, 1] - head[1])) / 0.03 + 0.5, 0, 1
            ) * (p[:, 2] > head[2] + b.crown * 0.2)
            out = mix(out, np.array(m.srgb("#efe2cb")), face)
        if "belly white" in b.extras:
            front = (
                np.clip((p[:, 2] - middle[2] - 0.02) / 0.04 + 0.5, 0, 1)
                * (np.abs(p[:, 0]) < b.plump * 0.8)
                * (p[:, 1] < base[1] + 0.05)
            )
            out = mix(out, np.array(m.srgb("#f7f5ef")), front)
        return out

    parts: list[Part] = []

    def add(name: str, what: s.Solid | None, colour: str | m.Material, smooth: float = 70) -> None:
        if what is not None:
            stuff = colour if isinstance(colour, m.Material) else m.FEATHER.coloured(colour)
            parts.append(Part(name, what.scale((scale,) * 3), stuff, smooth))

    parts.append(Part("body", solid.scale((scale,) * 3), m.FEATHER.coloured(b.back), 180, paint))
    wing = b.wing or b.back
    if b.spread:
        feathers = []
        for k in range(9):
            turn = 8 + k * 9.5
            size = 0.95 - 0.055 * abs(k - 2)
            feathers.append(
                s.ellipsoid(size / 2, 0.014, 0.075, 20)
                .translate((size / 2, 0.006 * k, 0))
                .rotate((0, turn, 0))
                .translate((0.42 - 0.042 * k, 0.0, 0.0))
            )
        arm = s.tube(
            s.curve([(0, 0, 0.06), (0.3, 0.03, 0.13), (0.75, 0.02, 0.05)], 16),
            s.interpolate([0.085, 0.06, 0.03], 16),
            12,
        )
        pinion = (
            s.union([arm, *feathers])
            .rotate((0, 0, 12))
            .translate(at(middle + over * b.deep * 0.45 + ahead * 0.14 + (b.plump * 0.55, 0, 0)))
        )
        add("wings", s.mirrored(pinion), wing)
    elif "flippers" in b.extras:
        flipper = (
            s.ellipsoid(0.04, 0.34, 0.12, 24)
            .rotate((-b.tilt * 0.12, 0, 13))
            .translate(at(middle + (b.plump * 1.0, -0.04, -0.02)))
        )
        add("wings", s.mirrored(flipper), wing)
    else:
        folded = s.ellipsoid(b.plump * 0.26, b.deep * 0.62, 0.46, 28).rotate((-b.tilt * 0.75, -7, 0))
        tip = (
            s.ellipsoid(0.03, 0.07, 0.26, 20)
            .rotate((-b.tilt * 0.6, -12, 0))
            .translate(at(-ahead * 0.42 - (0.06, 0, 0)))
        )
        folded = (folded + tip).translate(at(middle + (b.plump * 0.86, 0.02, -0.06)))
        add("wings", s.mirrored(folded), wing)
    shape, length, width = b.fan
    root = middle - ahead * 0.5 + over * 0.06
    if shape == "flat":
        fan = [
            s.ellipsoid(width * 0.22, 0.02, length / 2, 20).translate((0, 0, -length / 2)).rotate((0, turn, 0))
            for turn in (-14, -7, 0, 7, 14)
        ]
        add("tail", s.union(fan).rotate((-b.tilt * 0.7, 0, 0)).translate(at(root + ahead * 0.1)), b.tail or b.back)
    elif shape == "cock":
        plumes = []
        for k in range(7):
            lean, side = 0.18 + 0.07 * k, 0.045 * (k - 3)
            path = s.curve(
                [
                    root + ahead * 0.14,
                    root + (side, 0.25 * length / 0.5, -lean * 0.6),
                    root + (side * 2, 0.3 * length / 0.5, -lean - 0.12),
                    root + (side * 2, 0.05, -lean - 0.2),
                ],
                20,
            )
            plumes.append(
                s.tube(
                    path,
                    np.stack([s.interpolate([0.03, 0.055, 0.045, 0.008], 20), np.full(20, 0.02)], 1),
                    8,
                    up=(0, 0, 1),
                )
            )
        add("tail", s.union(plumes), b.tail or b.back)
    elif shape == "wheel":
        eyes, plumes = [], []
        for ring, (radius, count) in enumerate(((0.95, 17), (0.66, 13), (0.42, 9))):
            for k in range(count):
                turn = np.radians(-78 + 156 * k / (count - 1))
                where = np.array([np.sin(turn) * radius, np.cos(turn) * radius, -0.02 * ring])
                plumes.append(
                    s.ellipsoid(0.085, 0.16, 0.014, 20).rotate((0, 0, -np.degrees(turn))).translate(at(where))
                )
                eyes.append(s.ellipsoid(0.05, 0.06, 0.035, 16).translate(at(where + (0, 0.03, 0.012))))
        disc = s.extrude(np.concatenate([[(0.0, 0.0)], s.arc(0.95, 12, 168, 40)]), 0.02)
        place = at(root + (0, -0.05, 0.06))
        add("train", (s.union(plumes) + disc).rotate((-14, 0, 0)).translate(place), b.tail)
        add("eyespots", s.group(eyes).rotate((-14, 0, 0)).translate(place), "#2a49b5")
    elif shape == "turkey":
        plumes = [
            s.ellipsoid(0.075, length / 2, 0.02, 20).translate((0, length / 2, 0)).rotate((0, 0, turn))
            for turn in np.linspace(-80, 80, 15)
        ]
        tips = [
            s.ellipsoid(0.074, 0.05, 0.024, 20).translate((0, length * 0.92, 0)).rotate((0, 0, turn))
            for turn in np.linspace(-80, 80, 15)
        ]
        place = at(root + (0, 0.0, 0.08))
        add("tail", s.union(plumes).rotate((-16, 0, 0)).translate(place), b.tail or b.back)
        add("tail tips", s.group(tips).rotate((-16, 0, 0)).translate(place), "#e3d3b2")
    # Beak.
    snout = head + (0, -b.crown * 0.08, b.crown * 0.86)
    bill = m.HORN.coloured(b.bill)
    if b.beak == "short":
        add(
            "beak",
            s.cone(b.long, b.crown * 0.3, 20)
            .scale((1, 1, 0.8))
            .rotate((90, 0, 0))
            .translate(at(snout - (0, 0.01, 0.02))),
            bill,
        )
    elif b.beak == "hook":
        path = s.curve(
            [snout - (0, 0, 0.05), snout + (0, 0.03, b.long * 0.5), snout + (0, -b.long * 0.5, b.long * 0.8)], 16
        )
        add("beak", s.tube(path, s.interpolate([b.crown * 0.4, b.crown * 0.33, 0.006], 16), 16), bill)
    elif b.beak == "duck":
        add(
            "beak",
            s.union(
                [
                    s.ellipsoid(b.crown * 0.42, b.crown * 0.13, b.long * 0.62, 24),
                    s.ellipsoid(b.crown * 0.34, b.crown * 0.3, b.long * 0.3, 20).translate((0, 0.01, -b.long * 0.25)),
                ]
            )
            .rotate((8, 0, 0))
            .translate(at(snout + (0, -b.crown * 0.16, b.long * 0.3))),
            bill,
        )
    elif b.beak == "long":
        add(
            "beak",
            s.rod(at(snout - (0, 0, 0.04)), at(snout + (0, -b.long * 0.22, b.long)), b.crown * 0.2, 0.006, 16),
            bill,
        )
    elif b.beak == "pouch":
        add(
            "beak",
            s.union(
                [
                    s.rod(at(snout - (0, 0, 0.04)), at(snout + (0, -b.long * 0.3, b.long)), b.crown * 0.2, 0.02, 16),
                    s.ellipsoid(b.crown * 0.26, b.crown * 0.6, b.long * 0.42, 24)
                    .rotate((16, 0, 0))
                    .translate(at(snout + (0, -b.crown * 0.55, b.long * 0.42))),
                ]
            ),
            bill,
        )
    elif b.beak == "toucan":
        path = s.curve([snout - (0, 0, 0.05), snout + (0, 0.05, b.long * 0.5), snout + (0, -0.06, b.long)], 18)
        add(
            "beak",
            s.tube(
                path,
                np.stack(
                    [
                        s.interpolate([b.crown * 0.5, b.crown * 0.52, b.crown * 0.12], 18),
                        s.interpolate([b.crown * 0.32, b.crown * 0.3, b.crown * 0.08], 18),
                    ],
                    1,
                ),
                20,
                up=(0, 1, 0),
            ),
            bill,
        )
    elif b.beak == "bent":
        path = s.curve(
            [snout - (0, 0, 0.05), snout + (0, 0.0, b.long * 0.55), snout + (0, -b.long * 0.55, b.long * 0.7)], 18
        )
        add("beak", s.tube(path, s.interpolate([b.crown * 0.42, b.crown * 0.36, 0.01], 18), 16), bill)
    eye = head + np.array([0.72, 0.2, 0.55]) * (b.crown * 0.88, b.crown * 0.92, b.crown)
    if "face disc" in b.extras:
        eye = head + np.array([0.4, 0.08, 0.86]) * b.crown
        add("irises", s.mirrored(s.sphere(b.eye * 1.5, 24).translate(at(eye))), m.EYE_WHITE.coloured("#f0b429"))
        eye = eye + np.array([0.0, 0, b.eye * 0.75])
    add("eyes", s.mirrored(s.sphere(b.eye, 20).translate(at(eye))), m.EYE_BLACK)
    # Legs.
    foot = m.HORN.coloured(b.foot)
    hip = middle + (b.plump * 0.48, -b.deep * 0.9, 0.02)
    ankle = np.array([hip[0], 0.02, hip[2] + 0.02])
    shank = s.rod(at(hip), at(ankle), b.shank, b.shank * 0.85, 12)
    if b.leg > 0.7:
        knee = (hip + ankle) / 2 - (0, 0, 0.06)
        shank = s.union(
            [
                s.capsule(at(hip), at(knee), b.shank, b.shank * 1.1, 12),
                s.capsule(at(knee), at(ankle), b.shank * 1.1, b.shank * 0.8, 12),
            ]
        )
    if b.webbed:
        web = s.extrude(
            [(-0.035, 0), (-0.14, 0.24), (-0.05, 0.21), (0, 0.27), (0.05, 0.21), (0.14, 0.24), (0.035, 0)], 0.028
        ).rotate((90, 0, 0))
        feet = web.translate((ankle[0], 0.014, ankle[2] - 0.04))
    else:
        toes = [
            s.capsule(
                (ankle[0], 0.018, ankle[2]),
                (ankle[0] + reach * np.sin(t), 0.014, ankle[2] + reach * np.cos(t)),
                b.shank * 0.9,
                0.008,
                10,
            )
            for t, reach in ((-0.5, 0.17), (0.0, 0.2), (0.5, 0.17), (np.pi, 0.12))
        ]
        feet = s.union(toes)
    add("legs", s.mirrored(shank + feet), foot)
    # Whatever else.
    if "comb" in b.extras:
        comb = [
            s.ellipsoid(0.022, r, r * 0.85, 16).translate(
                at(head + (0, b.crown * 0.92 + 0.02 - abs(k - 1) * 0.02, 0.09 - 0.085 * k))
            )
            for k, r in enumerate((0.06, 0.08, 0.06))
        ]
        wattle = s.ellipsoid(0.03, 0.075, 0.035, 16).translate(at(snout + (0.03, -b.crown * 0.62, -0.02)))
        add("comb", s.union([*comb, s.mirrored(wattle)]), m.SKIN.coloured("#c8202a"))
    if "crest" in b.extras:
        plumes = [
            s.rod(
                at(head + (0, b.crown * 0.8, -0.02)),
                at(head + (0.07 * k, b.crown * 0.8 + 0.24, -0.05 - 0.02 * abs(k))),
                0.006,
                0.004,
                8,
            )
            + s.sphere(0.026, 12).translate(at(head + (0.07 * k, b.crown * 0.8 + 0.25, -0.05 - 0.02 * abs(k))))
            for k in (-2, -1, 0, 1, 2)
        ]
        add("crest", s.group(plumes), b.head or b.back)
    if "topknot" in b.extras:
        add(
            "crest",
            s.union(
                [
                    s.ellipsoid(0.02, 0.17, 0.05, 16)
                    .translate((0, 0.15, 0))
                    .rotate((-t, 0, 0))
                    .translate(at(head + (0, b.crown * 0.62, -0.04)))
                    for t in (5, 28, 52)
                ]
            ),
            "#f3ead0",
        )
    if "snood" in b.extras:
        add(
            "snood",
            s.union(
                [
                    s.capsule(at(snout + (0, 0.03, 0)), at(snout + (0.02, -0.16, 0.05)), 0.028, 0.02),
                    s.ellipsoid(0.05, 0.12, 0.05, 16).translate(at(snout - (0, 0.2, 0.06))),
                ]
            ),
            m.SKIN.coloured("#c8202a"),
        )
    if "tufts" in b.extras:
        add(
            "tufts",
            s.mirrored(
                s.cone(0.17, 0.06, 14).rotate((-8, 0, -24)).translate(at(head + (b.crown * 0.55, b.crown * 0.6, 0)))
            ),
            b.back,
        )
    anchors = {"head": at((head + (0, b.crown * 0.9, 0)) * scale), "back": at((middle + over * b.deep) * scale)}
    return Sculpture(tuple(parts), {**anchors, "top": anchors["head"]}).grounded()


BIRDS = read_table(Path(__file__).with_name("birds.yaml"), Bird)
for _noun, (_bird, _names) in BIRDS.items():
    _low, _high = _bird.height
    enter(_noun, partial(bird, _bird), (_low, _high * 4.5), _names, __name__)
