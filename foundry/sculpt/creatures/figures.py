"""People, dressed piece by piece: about 1.6 units high, standing on y = 0, looking along +Z, their right hand at -X.

    figure = Figure(MAN, "#e2b08a", right=HOLD)
    figure.face("#3a2a1c")
    figure.hair("short", "#3a2a1c")
    figure.hands()
    figure.shirt(cloth("#b8322c"))
    figure.trousers(cloth("#33405e"))
    figure.boots(m.LEATHER)
    return figure.finished(1.08)

Heads and hands are larger than life, as toys have them, so that a face is seen from afar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt import fields as f
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.creatures.figure_kit import (
    DOWN,
    Build,
    Held,
    Pose,
    cloth,
    hide,
)
from bozzetto.foundry.sculpt.sculpture import Part, Point, Sculpture, at, finished

Array = NDArray[np.float64]


class Figure:
    """A figure as it is dressed: each method adds parts, and each may be left out.

    Args:
        build: its proportions. skin: `#rrggbb`. left, right: poses of its arms.
    """

    def __init__(self, build: Build, skin: str, left: Pose = DOWN, right: Pose = DOWN) -> None:
        self.build, self.skin = build, hide(skin)
        self.parts: list[Part] = []
        b = build
        self.hip, self.waist = b.legs, b.legs + 0.14
        self.shoulder, self.scale = b.legs + 0.41, b.head
        self.head = np.array([0.0, b.legs + 0.475 + 0.205 * b.head, 0.015])
        self.arms: dict[str, Array] = {}
        for side, sign, pose in (("left", 1, left), ("right", -1, right)):
            joint = np.array([sign * b.shoulder, self.shoulder - 0.01, -0.01])
            turn = np.array([sign, 1, 1]) * b.reach
            self.arms[side] = np.array([joint, joint + turn * pose[0], joint + turn * pose[1]])
        self.trunk = self._trunk()
        self.skull: f.Field = f.sphere(at(self.head), 0.17 * self.scale)

    # What it is made of.

    def add(
        self,
        name: str,
        material: m.Material,
        solid: s.Solid,
        smooth: float = 60,
        paint: Callable[[Array], Array] | None = None,
        fine: float = 0.03,
    ) -> None:
        """Adds a part where it is, thinned to what its shape needs, and its paint."""
        if solid.num_tri() > 900:
            solid = solid.simplify(0.0014)
        if paint is not None:
            solid = solid.refine_to_length(fine)
        self.parts.append(Part(name, solid, material, smooth, paint))

    def _trunk(self) -> f.Field:
        b, hip = self.build, self.hip
        chest = f.ellipsoid((0, hip + 0.29, 0), (b.chest, 0.19, b.chest * b.deep))
        waist = f.ellipsoid((0, hip + 0.13, 0.005), (b.waist, 0.18, b.waist * b.deep))
        hips = f.ellipsoid((0, hip + 0.01, 0), (b.hips, 0.13, b.hips * b.deep))
        yoke = f.capsule((0, hip + 0.405, -0.01), (b.shoulder, hip + 0.395, -0.01), 0.072, b.arm * 1.05).both_sides()
        whole = f.melt(0.08, chest, waist, hips, yoke)
        if b.bust:
            z = b.chest * b.deep * 0.72
            whole = whole.blend(f.sphere((0.072, hip + 0.27, z), b.bust).both_sides(0.02), 0.035)
        if b.belly:
            whole = whole.blend(f.ellipsoid((0, hip + 0.13, 0.06), (b.waist, 0.17, b.belly)), 0.08)
        return whole

    def girth(self, y: float) -> tuple[float, float, float]:
        """Half width, half depth and the middle's z of the trunk at a height."""
        reach = np.linspace(0.02, 0.6, 291)
        ends = []
        for axis, sign in ((0, 1.0), (2, 1.0), (2, -1.0)):
            points = np.zeros((len(reach), 3))
            points[:, 1], points[:, axis] = y, reach * sign
            inside = reach[self.trunk.distance(points) < 0]
            ends.append(float(inside.max()) if len(inside) else 0.05)
        return ends[0], (ends[1] + ends[2]) / 2, (ends[1] - ends[2]) / 2

    def ring(self, y: float, height: float, grow: float, top: float | None = None) -> s.Solid:
        """An oval disc about the trunk from y upwards, `grow` beyond it, and `top` beyond it at its upper rim."""
        low, high = self.girth(y), self.girth(y + height)
        rings = []
        steps = ((y, low, grow - 0.012), (y + 0.012, low, grow), (y + height - 0.012, high, top or grow))
        for level, (rx, rz, z), more in (*steps, (y + height, high, (top or grow) - 0.012)):
            outline = s.circle(rx + more, 36, rz + more)
            rings.append(np.stack([outline[:, 0], np.full(36, level), outline[:, 1] + z], 1))
        return s.loft(rings)

    def shell(self, low: float, high: float, grow: float, cells: int = 44) -> s.Solid:
        """The trunk between two heights, `grow` thicker: breastplates, waistcoats, bodices."""
        slab = f.box((0, (low + high) / 2, 0), (1, (high - low) / 2, 1))
        return self.trunk.grow(grow).common(slab).solid(cells)

    def before(self, x: float, y: float, out: float = 0.0) -> Array:
        """The point of the trunk's front at x, y, `out` before the surface."""
        reach = np.linspace(-0.1, 0.5, 601)
        points = np.stack([np.full(601, x), np.full(601, y), reach], 1)
        inside = reach[self.trunk.distance(points) < 0]
        return np.array([x, y, (float(inside.max()) if len(inside) else 0.0) + out])

    def course(self, y: Callable[[Array], Array], out: float, count: int = 40) -> Array:
        """A closed way [count, 3] about the trunk, at heights that depend on the angle (0 in front, 90 at +X)."""
        angle = np.arange(count) * 2 * np.pi / count
        high = y(np.degrees(angle))
        reach = np.linspace(0.02, 0.5, 241)
        ahead = np.stack([np.sin(angle), 0 * angle, np.cos(angle)], 1)
        points = ahead[:, None] * reach[None, :, None] + np.array([0, 1, 0]) * high[:, None, None]
        inside = self.trunk.distance(points.reshape(-1, 3)).reshape(count, -1) < 0
        far = np.where(inside, reach, 0.02).max(1)
        far = (np.roll(far, 1) + far + np.roll(far, -1)) / 3
        return ahead * (far + out)[:, None] + np.array([0, 1, 0]) * high[:, None]

    def sash(self, name: str, material: m.Material, high: float = 0.045, out: float = 0.018, side: float = 1.0) -> None:
        """A band from one shoulder (the left one, or the right where `side` is -1) to the other hip."""
        middle, rise = self.hip + 0.22, 0.19
        path = self.course(lambda a: middle + rise * np.sin(np.radians(a)) * side, out)
        self.add(name, material, s.tube(path, np.tile((high, 0.02), (40, 1)), 10, closed=True, up=(0, 1, 0)), 50)

    def scarf(self, name: str, material: m.Material, radius: float = 0.036) -> None:
        """A roll about the neck."""
        roll = s.torus(self.build.neck + 0.036, radius, 36, 12).rotate((14, 0, 0))
        self.add(name, material, roll.translate((0, self.hip + 0.455, 0.0)))

    def buttons(
        self, material: m.Material, heights: Iterable[float], x: float = 0.0, out: float = 0.02, size: float = 0.02
    ) -> None:
        """Knobs down the front."""
        knobs = [s.ellipsoid(size, size, size * 0.7, 14).translate(at(self.before(x, y, out))) for y in heights]
        self.add("buttons", material, s.mirrored(s.group(knobs)) if x else s.group(knobs), 60)

    # Face and hair.

    def spot(self, x: float, y: float, out: float = 0.0) -> Array:
        """The point of the face at x, y from the head's middle (for a head of size 1), `out` before the surface."""
        k = self.scale
        reach = np.linspace(0.0, 0.5, 501) * k
        points = np.zeros((len(reach), 3))
        points[:, 0], points[:, 1], points[:, 2] = x * k, self.head[1] + y * k, self.head[2] + reach
        inside = reach[self.skull.distance(points) < 0]
        z = float(inside.max()) if len(inside) else 0.0
        return np.array([x * k, self.head[1] + y * k, self.head[2] + z + out * k])

    def line(self, points: Iterable[tuple[float, float]], radius: float, out: float = 0.0) -> s.Solid:
        """A stroke on the face through points as of `spot`."""
        path = s.curve([self.spot(x, y, out) for x, y in points], 12)
        return s.tube(path, s.interpolate([radius * 0.55, radius, radius * 0.55], 12) * self.scale, 8)

    def face(
        self,
        brow: str,
        iris: str = "#4a2f1e",
        *,
        female: bool = False,
        mouth: str = "smile",
        lips: str = "#9c4a42",
        ears: str = "round",
        nose: float = 1.0,
        jaw: float = 1.0,
        frown: float = 0.0,
        eye: float = 1.0,
    ) -> None:
        """Neck and head, eyes, brows, mouth and ears.

        Args:
            brow, iris, lips: colours; no brow where "". mouth: smile, flat, angry, grin or none.
            ears: round, pointed, long or none. nose, jaw, eye: sizes over the usual. frown: how far brows slope in.
        """
        k, c = self.scale, self.head
        wide = (0.9 if female else 1.0) * jaw

        def ball(x: float, y: float, z: float, rx: float, ry: float, rz: float) -> f.Field:
            return f.ellipsoid(at(c + np.array([x, y, z]) * k), (rx * k, ry * k, rz * k))

        skull = ball(0, 0.03, -0.01, 0.17, 0.175, 0.178)
        skull = skull.blend(ball(0, -0.095, 0.03, 0.126 * wide, 0.112, 0.122), 0.09 * k)
        self.skull = skull
        tip = 0.026 * nose
        whole = skull.blend(ball(0, -0.045, 0.168, tip, tip * 1.25, tip * 1.35), 0.025 * k)
        if ears == "round":
            whole = whole.blend(ball(0.176, -0.02, -0.015, 0.022, 0.048, 0.036).both_sides(), 0.015 * k)
        base = (0, self.hip + 0.37, -0.012)
        neck = f.capsule(base, at(c + np.array([0, -0.1, -0.03]) * k), self.build.neck * 1.1, self.build.neck)
        self.add("head", self.skin, whole.blend(neck, 0.035).solid(48), 180)
        if ears in ("pointed", "long"):
            far, high = (0.27, 0.1) if ears == "pointed" else (0.4, 0.07)
            path = s.curve([c + np.array(p) * k for p in ((0.14, -0.03, 0), (0.2, 0.0, -0.02), (far, high, -0.07))], 12)
            wing = s.tube(
                path,
                np.stack([s.interpolate([0.05, 0.068, 0.01], 12) * k, np.full(12, 0.022 * k)], 1),
                12,
                up=(0, 1, 0),
            )
            self.add("ears", self.skin, s.mirrored(wing))
        if eye:
            self.eyes(iris, eye, female)
        if brow:
            y = 0.062 + 0.02 * eye
            arc = ((0.03, y - 0.012 - frown), (0.07, y + 0.006), (0.112, y - 0.012 + 0.3 * frown))
            self.add("brows", cloth(brow), s.mirrored(self.line(arc, 0.011 if female else 0.016, 0.004)))
        red = hide(lips)
        if mouth == "smile":
            self.add("mouth", red, self.line(((-0.055, -0.098), (0, -0.122), (0.055, -0.098)), 0.013))
        elif mouth == "flat":
            self.add("mouth", red, self.line(((-0.045, -0.112), (0, -0.11), (0.045, -0.112)), 0.013))
        elif mouth == "angry":
            self.add("mouth", red, self.line(((-0.05, -0.125), (0, -0.105), (0.05, -0.125)), 0.014))
        elif mouth == "grin":
            self.add(
                "mouth",
                hide("#5a1f1c"),
                s.hull(
                    [
                        self.line(((-0.06, -0.09), (0.06, -0.09)), 0.012),
                        self.line(((-0.03, -0.128), (0.03, -0.128)), 0.012),
                    ]
                ),
            )
            self.add("teeth", m.EYE_WHITE, self.line(((-0.05, -0.094), (0, -0.096), (0.05, -0.094)), 0.013, 0.004))

    def eyes(self, iris: str, size: float = 1.0, lashes: bool = False, x: float = 0.068) -> None:
        """White balls with an iris, a pupil and a glint."""
        k = self.scale
        where = self.spot(x, 0.0)
        turn = (0, 14, 0)

        def ball(r: float, tall: float, thick: float, dx: float, dy: float, out: float) -> s.Solid:
            bead = s.ellipsoid(r * size * k, tall * size * k, thick * k, 24 if r > 0.03 else 14).rotate(turn)
            return s.mirrored(bead.translate(at(where + np.array([dx, dy, out]) * k)))

        self.add("eye whites", m.EYE_WHITE, ball(0.042, 0.047, 0.024, 0, 0, -0.009))
        self.add("irises", m.EYE_BLACK.coloured(iris), ball(0.031, 0.037, 0.02, -0.003, -0.002, -0.0005))
        self.add("pupils", m.EYE_BLACK, ball(0.018, 0.023, 0.018, -0.003, -0.002, 0.0055))
        self.add("glints", m.EYE_WHITE, ball(0.008, 0.009, 0.01, 0.007, 0.013, 0.016))
        if lashes:
            up = 0.047 * size
            arc = ((x - 0.042, up * 0.55), (x, up * 1.08), (x + 0.045, up * 0.8), (x + 0.062, up * 1.1))
            self.add("lashes", m.EYE_BLACK, s.mirrored(self.line(arc, 0.009, 0.008)))

    def hair_field(self, style: str) -> f.Field:
        k, c = self.scale, self.head

        def ball(x: float, y: float, z: float, rx: float, ry: float, rz: float) -> f.Field:
            return f.ellipsoid(at(c + np.array([x, y, z]) * k), (rx * k, ry * k, rz * k))

        def lock(*points: Point, radius: tuple[float, ...]) -> f.Field:
            path = s.curve([c + np.array(p) * k for p in points], 10)
            return f.limb(path, s.interpolate(radius, 10) * k)

        cap = ball(0, 0.042, -0.02, 0.186, 0.187, 0.195)
        low = -0.1
        if style == "short":
            cap = cap.blend(ball(0.05, 0.16, 0.1, 0.11, 0.06, 0.09), 0.05 * k)
        elif style in ("long", "princess"):
            fall = -0.5 if style == "princess" else -0.34
            cap = cap.blend(
                lock((0, 0.0, -0.13), (0, fall * 0.6, -0.16), (0, fall, -0.15), radius=(0.12, 0.13, 0.07)), 0.08 * k
            )
            side = lock((0.16, 0.05, -0.01), (0.185, -0.14, 0.0), (0.16, fall * 0.75, 0.05), radius=(0.05, 0.06, 0.03))
            cap = cap.blend(side.both_sides(), 0.04 * k)
            low = fall - 0.2
        elif style == "bob":
            cap = cap.blend(ball(0, -0.07, -0.05, 0.205, 0.15, 0.16), 0.06 * k)
            low = -0.2
        elif style == "bun":
            cap = cap.blend(ball(0, 0.2, -0.13, 0.09, 0.085, 0.09), 0.03 * k)
        elif style == "knot":
            cap = cap.blend(ball(0, 0.25, -0.05, 0.05, 0.07, 0.06), 0.03 * k)
        elif style == "tail":
            cap = cap.blend(
                lock((0, 0.1, -0.18), (0, 0.06, -0.3), (0, -0.25, -0.27), radius=(0.05, 0.075, 0.02)), 0.03 * k
            )
        brow = ball(0, -0.07, 0.175, 0.15, 0.185, 0.16)
        if style == "peak":
            brow = ball(0.085, -0.03, 0.175, 0.085, 0.18, 0.14).both_sides() | ball(0, -0.09, 0.175, 0.15, 0.16, 0.16)
        if style == "wreath":
            cap, low = cap.cut(ball(0, 0.2, 0.03, 0.17, 0.17, 0.2), 0.01), -0.12
        ear = ball(0.19, -0.03, 0.02, 0.05, 0.075, 0.06).both_sides()
        cap = cap.cut(brow, 0.02 * k)
        if style in ("short", "flat", "peak", "wreath", "bun", "knot", "tail"):
            cap = cap.cut(ear, 0.01 * k)
        slab = f.box(at(c + np.array([0, low + 1, 0]) * k), (k, k, k))
        return cap.common(slab)

    def hair(self, style: str, colour: str, cells: int = 46) -> None:
        """Short, flat (under a hat), long, princess, bob, bun, knot, tail, peak or wreath."""
        self.add("hair", m.FUR.coloured(colour), self.hair_field(style).solid(cells), 180)

    def beard(self, colour: str, long: float = 0.2, wide: float = 1.0, moustache: bool = True) -> None:
        """From ear to ear, down to `long` below the chin."""
        k, c = self.scale, self.head

        def ball(x: float, y: float, z: float, rx: float, ry: float, rz: float) -> f.Field:
            return f.ellipsoid(at(c + np.array([x, y, z]) * k), (rx * k, ry * k, rz * k))

        jaw = ball(0, -0.115, 0.045, 0.152, 0.12, 0.14)
        path = np.array(
            [c + np.array(p) * k for p in ((0, -0.15, 0.1), (0, -0.2 - long / 2, 0.15), (0, -0.2 - long, 0.14))]
        )
        fall = f.limb(path, np.array([0.105, 0.09, 0.03]) * k)
        broad, flat = np.array([wide, 1, 1]), np.array([1 / wide, 1, 1])
        narrow = fall.distance
        fall = f.Field(lambda p: narrow(p * flat), fall.low * broad, fall.high * broad)
        whole = jaw.blend(fall, 0.07 * k)
        whole = whole.cut(ball(0, 0.0, 0.09, 0.128, 0.125, 0.16), 0.02 * k)
        whole = whole.cut(ball(0, 0.02, -0.2, 0.3, 0.3, 0.2), 0.02 * k)
        self.add("beard", m.FUR.coloured(colour), whole.solid(44), 180)
        if moustache:
            self.moustache(colour)

    def moustache(self, colour: str, droop: float = 0.03, long: float = 0.085) -> None:
        """Two locks under the nose; `droop` below, or above where negative."""
        lock = self.line(((0.0, -0.078), (long * 0.55, -0.082), (long, -0.085 - droop)), 0.026, 0.006)
        self.add("moustache", m.FUR.coloured(colour).shaded(1.08), s.mirrored(lock))

    # Hands and arms.

    def sleeve(self, side: str, share: float, grow: float, start: float = 0.0, flare: float = 1.0) -> s.Solid:
        """A tube about an arm from the share `start` of its length to `share`, `grow` thicker than the arm."""
        a = self.build.arm
        count = 25
        path = s.curve(self.arms[side], count)
        radii = s.interpolate([a * 1.06, a * 0.98, a * 0.88, a * 0.84, a * 0.72], count) + grow
        first, last = round(start * (count - 1)), max(round(share * (count - 1)), 1)
        radii = radii * np.linspace(1, flare, count)
        tube = s.tube(path[first : last + 1], radii[first : last + 1], 16)
        return tube + s.sphere(float(radii[0]), 18).translate(at(path[0])) if start == 0 else tube

    def bare_arms(self, material: m.Material | None = None) -> None:
        """Both arms to the wrists, in the skin's colour or another."""
        both = s.union([self.sleeve("left", 1, 0), self.sleeve("right", 1, 0)])
        self.add("arms", material or self.skin, both)

    def grip(self, side: str) -> Array:
        """The middle of a fist."""
        _, elbow, wrist = self.arms[side]
        along = (wrist - elbow) / np.linalg.norm(wrist - elbow)
        return wrist + along * 0.055

    def hands(
        self, material: m.Material | None = None, left: str = "open", right: str = "open", size: float = 1.0
    ) -> None:
        """Hands (open, fist, or none) of skin, or gloves."""
        made = [
            self.hand_solid(side, kind, size) for side, kind in (("left", left), ("right", right)) if kind != "none"
        ]
        if made:
            self.add("gloves" if material else "hands", material or self.skin, s.union(made))

    def hand_solid(self, side: str, kind: str, size: float) -> s.Solid:
        _, elbow, wrist = self.arms[side]
        along = (wrist - elbow) / np.linalg.norm(wrist - elbow)
        ahead = np.array([0.0, 0, 1]) if abs(along[2]) < 0.75 else np.array([0.0, 1, 0.0])
        thumb = ahead - along * ahead.dot(along)
        thumb /= np.linalg.norm(thumb)
        flat = np.cross(thumb, along)
        if kind == "fist":
            pieces = [s.ellipsoid(0.054, 0.058, 0.05, 20).translate((0, 0.05, 0))]
            pieces += [
                s.capsule((-0.05, y, -0.03), (-0.05, y, 0.03), 0.019, segments=10) for y in (0.025, 0.055, 0.085)
            ]
            pieces.append(s.capsule((0.02, 0.03, 0.04), (-0.03, 0.06, 0.05), 0.019, segments=10))
        else:
            pieces = [s.ellipsoid(0.05, 0.058, 0.028, 20).translate((0, 0.05, 0))]
            for k, t in enumerate((0.034, 0.012, -0.011, -0.033)):
                end = (0.148, 0.158, 0.15, 0.132)[k]
                pieces.append(s.capsule((t, 0.07, 0), (t * 1.2, end, 0.008), 0.0165, 0.013, 10))
            pieces.append(s.capsule((0.035, 0.03, 0), (0.078, 0.085, 0.012), 0.018, 0.015, 10))
        pieces.append(s.capsule((0, -0.025, 0), (0, 0.04, 0), self.build.arm * 0.68, 0.036, 14))
        turn = np.stack([thumb, along, flat * (1 if side == "left" else -1)], 1)
        if np.linalg.det(turn) < 0:
            turn[:, 2] *= -1
        return s.union(pieces).scale((size,) * 3).transform(np.concatenate([turn, wrist[:, None]], 1))

    def hold(self, side: str, pieces: Held, turn: Point = (0.0, 0.0, 0.0)) -> None:
        """Puts a thing into a fist: its grip is at the origin, upright, and it is turned as solids are."""
        for name, material, solid in pieces:
            self.add(name, material, solid.rotate(turn).translate(at(self.grip(side))), 40)

    def carry(self, pieces: Held) -> None:
        """Lays a thing that points along +X, its top to +Y, into both hands, from the right one to the left."""
        start, stop = self.grip("right"), self.grip("left")
        along = (stop - start) / np.linalg.norm(stop - start)
        up = np.array([0, 1.0, 0]) - along * along[1]
        up /= np.linalg.norm(up)
        turn = np.stack([along, up, np.cross(along, up), start + (0, 0, 0.03)], 1)
        for name, material, solid in pieces:
            self.add(name, material, solid.transform(turn), 40)

    # Clothes.

    def shirt(
        self,
        material: m.Material,
        sleeves: float = 1.0,
        *,
        grow: float = 0.014,
        low: float | None = None,
        flare: float = 1.0,
        name: str = "shirt",
        paint: Callable[[Array], Array] | None = None,
        fine: float = 0.03,
        cells: int = 52,
    ) -> None:
        """The trunk in cloth down to `low`, and sleeves to a share of the arms."""
        bottom = self.hip + 0.03 if low is None else low
        body = self.trunk.grow(grow).solid(cells).trim_by_plane((0, 1, 0), bottom)
        solids = [body]
        if sleeves > 0:
            solids += [self.sleeve(side, sleeves, grow, flare=flare) for side in ("left", "right")]
        whole = s.union(solids)
        self.add(name, material, whole, 70, paint, fine)

    def bare_body(self) -> None:
        """Trunk and arms of skin."""
        self.add("body", self.skin, self.trunk.solid(56), 180)
        self.bare_arms()

    def cuffs(self, material: m.Material, grow: float = 0.024, start: float = 0.86, stop: float = 1.0) -> None:
        """Bands about both wrists."""
        both = [self.sleeve(side, stop, grow, start) for side in ("left", "right")]
        self.add("cuffs", material, s.union(both), 40)

    def legs_field(self, grow: float, stance: float) -> f.Field:
        b, hip = self.build, self.hip
        x = stance
        path = np.array([(min(x, b.hips * 0.55), hip - 0.03, 0), (x, hip * 0.52, 0.015), (x, 0.11, -0.01)])
        leg = f.limb(path, [b.leg * 1.06, b.leg * 0.86, b.leg * 0.72]).grow(grow)
        hips = f.ellipsoid((0, hip + 0.02, 0), (b.hips, 0.14, b.hips * b.deep)).grow(grow)
        return hips.blend(leg.both_sides(), 0.05)

    def trousers(
        self,
        material: m.Material,
        *,
        to: float = 0.07,
        grow: float = 0.012,
        name: str = "trousers",
        flare: float = 0.0,
        paint: Callable[[Array], Array] | None = None,
        fine: float = 0.03,
    ) -> None:
        """Down to the height `to`; `flare` widens them below the knee."""
        legs = self.legs_field(grow, self.build.stance)
        if flare:
            x = self.build.stance
            leg = f.capsule((x, self.hip * 0.4, 0.01), (x, to, 0.0), self.build.leg * 0.85, self.build.leg + flare)
            legs = legs.blend(leg.both_sides(), 0.04)
        solid = legs.solid(50).trim_by_plane((0, 1, 0), to)
        self.add(name, material, solid, 70, paint, fine)

    def bare_legs(self, material: m.Material | None = None) -> None:
        """Legs of skin, or stockings."""
        self.add(
            "legs",
            material or self.skin,
            self.legs_field(0, self.build.stance).solid(50).trim_by_plane((0, 1, 0), 0.03),
            180,
        )

    def foot(self, grow: float, long: float, wide: float) -> s.Solid:
        g, x = grow, self.build.stance
        toe = s.ellipsoid(0.074 * wide + g, 0.058 + g, 0.085 + g, 24).translate((0, 0.045, 0.1 + long))
        heel = s.ellipsoid(0.066 * wide + g, 0.06 + g, 0.075 + g, 24).translate((0, 0.05, -0.025))
        ankle = s.cylinder(0.06, self.build.leg * 0.72 + g, segments=24).translate((0, 0.085, -0.012))
        low = s.hull([toe, heel]) + s.hull([heel, ankle, toe.scale((0.8, 1, 0.6)).translate((0, 0, 0.02))])
        return low.trim_by_plane((0, 1, 0), 0).rotate((0, 9, 0)).translate((x, 0, 0))

    def shoes(
        self, material: m.Material, *, long: float = 0.02, wide: float = 1.0, sole: m.Material | None = None
    ) -> None:
        """Low shoes."""
        foot = self.foot(0.004, long, wide)
        self.add("shoes", material, s.mirrored(foot), 50)
        self.add("soles", sole or material.shaded(0.55), s.mirrored(self.sole(long, wide)), 40)

    def sole(self, long: float, wide: float) -> s.Solid:
        low = self.foot(0.016, long, wide)
        return low.trim_by_plane((0, -1, 0), -0.03)

    def feet(self) -> None:
        """Bare feet."""
        self.add("feet", self.skin, s.mirrored(self.foot(0, 0.0, 0.95)), 60)

    def boots(
        self,
        material: m.Material,
        high: float = 0.36,
        *,
        cuff: m.Material | None = None,
        long: float = 0.03,
        wide: float = 1.08,
        sole: m.Material | None = None,
    ) -> None:
        """Boots up to a height, with a turned-down top where `cuff` is given."""
        x, r = self.build.stance, self.build.leg
        foot = self.foot(0.01, long, wide)
        shaft = s.revolve(
            s.profile(
                [(0, 0.07), (r * 0.72 + 0.026, 0.07), (r * 0.8 + 0.026, high * 0.6), (r * 0.9 + 0.03, high), (0, high)],
                16,
            ),
            28,
        ).translate((x, 0, 0.0))
        self.add("boots", material, s.mirrored(foot + shaft), 50)
        self.add("soles", sole or material.shaded(0.5), s.mirrored(self.sole(long, wide)), 40)
        if cuff is not None:
            band = s.cylinder(0.08, r * 0.9 + 0.045, r * 0.9 + 0.058, 28, 0.012).translate((x, high - 0.07, 0))
            self.add("boot tops", cuff, s.mirrored(band), 40)

    def belt(
        self,
        material: m.Material,
        y: float | None = None,
        buckle: m.Material | None = m.GOLD,
        *,
        grow: float = 0.026,
        high: float = 0.06,
    ) -> None:
        """A belt about the waist, with a buckle unless it is None."""
        level = self.hip + 0.06 if y is None else y
        self.add("belt", material, self.ring(level, high, grow), 50)
        if buckle is not None:
            _, rz, z = self.girth(level + high / 2)
            plate = s.rounded_box(0.105, high * 1.35, 0.03, 0.01).translate((0, level - high * 0.175, z + rz + grow))
            self.add("buckle", buckle, plate, 40)

    def skirt(
        self,
        material: m.Material,
        top: float,
        bottom: float,
        flare: float,
        *,
        grow: float = 0.02,
        folds: int = 0,
        bulge: float = 0.0,
        depth: float = 0.92,
        split: float = 0.0,
        name: str = "skirt",
        paint: Callable[[Array], Array] | None = None,
    ) -> None:
        """Cloth that hangs from the trunk at `top` to half the width `flare` at `bottom`.

        Args:
            bulge: share by which its middle is wider than a straight one's. depth: of its hem over its width.
            folds: waves about its hem. split: half the angle, degrees, that is open in front, as a coat's.
        """
        self.add(
            name,
            material,
            self.skirt_solid(top, bottom, flare, grow, folds, bulge, depth, split, paint is not None),
            60,
            paint,
        )

    def skirt_solid(
        self,
        top: float,
        bottom: float,
        flare: float,
        grow: float = 0.02,
        folds: int = 0,
        bulge: float = 0.0,
        depth: float = 0.92,
        split: float = 0.0,
        fine: bool = False,
    ) -> s.Solid:
        """The solid of `skirt`."""
        rx, rz, z = self.girth(top)
        count = 72 if folds or fine else 48
        angle = np.arange(count) * 2 * np.pi / count
        rings = []
        for share in np.linspace(0, 1, 22 if fine else 12):
            wide = (rx + grow) * (1 - share) + flare * share + bulge * (flare - rx) * np.sin(np.pi * share)
            deep = (rz + grow) * (1 - share) + flare * depth * share + bulge * (flare - rx) * np.sin(np.pi * share)
            wave = 1 + 0.055 * share * np.cos(folds * angle) if folds else np.ones(count)
            y = np.full(count, top + (bottom - top) * share)
            rings.append(np.stack([wide * wave * np.sin(angle), y, z * (1 - share) + deep * wave * np.cos(angle)], 1))
        solid = s.loft(rings)
        if split:
            far = flare * 2
            x = far * np.tan(np.radians(split))
            wedge = s.extrude([(0, 0), (x, far), (-x, far)], top - bottom + 0.1).rotate((90, 0, 0))
            solid = solid - wedge.translate((0, (top + bottom) / 2 - 0.02, -0.02))
        return solid

    def cape(
        self,
        material: m.Material,
        bottom: float,
        flare: float,
        *,
        top: float | None = None,
        sweep: float = 85.0,
        back: float = 0.03,
        wide: float | None = None,
        lining: m.Material | None = None,
        folds: int = 5,
    ) -> None:
        """Cloth behind the shoulders: `sweep` degrees to each side of the back, `flare` half wide at `bottom`."""
        self.add("cape", material, self.cape_solid(bottom, flare, top, sweep, back, wide, folds), 60)
        if lining is not None:
            inner = self.cape_solid(bottom + 0.012, flare - 0.03, top, sweep * 0.96, back - 0.016, wide, folds)
            self.add("lining", lining, inner.translate((0, 0, 0.022)), 60)

    def cape_solid(
        self,
        bottom: float,
        flare: float,
        top: float | None = None,
        sweep: float = 85.0,
        back: float = 0.03,
        wide: float | None = None,
        folds: int = 5,
    ) -> s.Solid:
        """The solid of `cape`."""
        high = self.shoulder + 0.05 if top is None else top
        narrow = self.build.shoulder + 0.03 if wide is None else wide
        angle = np.radians(np.linspace(-sweep, sweep, 41))
        wave = 1 + 0.05 * np.cos(angle * folds * 180 / sweep)
        outer = np.stack([np.sin(angle) * wave, np.cos(angle) * wave], 1)
        section = np.concatenate([outer, (outer * 0.84)[::-1]])
        share = np.linspace(0, 1, 9)[:: -1 if bottom < high else 1]
        path = np.stack([0 * share, high + (bottom - high) * share, -back * (0.3 + share)], 1)
        wide_at = narrow + (flare - narrow) * share**0.9
        radii = np.stack([wide_at, wide_at * (0.45 + 0.35 * share)], 1)
        return s.tube(path, radii, section=section, up=(1, 0, 0))

    # Headgear.

    def on_head(self, solid: s.Solid, lift: float = 0.06, tilt: float = -6.0) -> s.Solid:
        """A hat, made for a head of size 1 about the Y axis with its brim on y = 0, put on."""
        k = self.scale
        return solid.scale((k,) * 3).rotate((tilt, 0, 0)).translate(at(self.head + np.array([0, lift, -0.015]) * k))

    def finished(self, size: float, anchors: dict[str, Point] | None = None) -> Sculpture:
        """Standing on the ground, `size` metres a unit."""
        k = self.scale
        points = {
            "head": at(self.head + (0, 0.2 * k, 0)),
            "hand": at(self.grip("right")),
            "back": (0.0, self.shoulder - 0.1, -0.15),
        }
        return finished(self.parts, size, {**points, **(anchors or {})})
