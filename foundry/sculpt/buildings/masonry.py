"""What several buildings have: battlements, roofs, windows, doors, flags, rough stones in walls.

Openings and stones face +Z about the origin; `set_in` brings them to a wall.
"""

from __future__ import annotations

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly
from bozzetto.foundry.sculpt.solids import Solid


def set_in(
    solid: Solid, out: float, up: float, yaw: float, along: float = 0.0, x: float = 0.0, z: float = 0.0
) -> Solid:
    """Something that faces +Z, on a wall `out` metres from an axis at (x, z) that looks `yaw` degrees from +Z to +X."""
    return solid.translate((along, up, out)).rotate((0, yaw, 0)).translate((x, 0, z))


def battlement_ring(radius: float, wall: float, height: float, merlons: int, segments: int = 32) -> Solid:
    """A round parapet on y = 0 whose upper half is notched."""
    ring = s.cylinder(height, radius, segments=segments) - s.cylinder(height * 3, radius - wall, segments=segments)
    width = np.pi * radius / merlons
    notch = s.box(width, height, wall * 4).translate((0, height * 0.5, radius))
    return ring - s.around(notch, merlons)


def battlement_row(length: float, wall: float, height: float, merlon: float) -> Solid:
    """A straight parapet along X on y = 0 whose upper half is notched."""
    count = max(1, round(length / (2 * merlon)) - 1)
    notch = s.box(length / (2 * count + 1), height, wall * 2).translate((0, height * 0.5, 0))
    step = 2 * length / (2 * count + 1)
    return s.box(length, height, wall) - s.row(notch, count, (step, 0, 0))


def battlement_square(side: float, wall: float, height: float, merlon: float) -> Solid:
    """A square parapet on y = 0."""
    row = battlement_row(side, wall, height, merlon).translate((0, 0, side / 2 - wall / 2))
    return s.union([row.rotate((0, 90 * k, 0)) for k in range(4)])


def gable(width: float, rise: float, depth: float) -> Solid:
    """A triangular prism on y = 0 with its ridge along Z."""
    return s.extrude([(-width / 2, 0), (width / 2, 0), (0, rise)], depth)


def shingled_roof(width: float, rise: float, depth: float, eaves: float, thick: float, courses: int = 7) -> Solid:
    """A gabled roof's two slopes in overlapping courses, its ridge along Z, to rest on a `gable`."""
    slope = rise / (width / 2)
    reach = width / 2 + eaves
    top = rise + thick
    right = [(0.0, rise), (reach, rise - slope * reach)]
    step = reach / courses
    for k in range(courses, 0, -1):
        x = k * step
        right.append((x, top - slope * x + thick * 0.5))
        right.append((x - step, top - slope * (x - step)))
    left = [(-x, y) for x, y in reversed(right)][1:-1]
    return s.extrude([*right, *left], depth + 2 * eaves)


def hip_roof(width: float, rise: float, depth: float, ridge: float = 0.0) -> Solid:
    """A hipped roof on y = 0; `ridge` metres long along X, or a pyramid."""
    w, d = width / 2, depth / 2
    points = [(x, y, z) for y in (0.0, 0.12) for x in (-w, w) for z in (-d, d)]
    return Solid.hull_points(np.array([*points, (-ridge / 2, rise, 0.0), (ridge / 2, rise, 0.0)]))


def arched(width: float, height: float, frame: float, pointed: float = 0.0) -> tuple[Solid, Solid]:
    """The frame and the filling of an arched opening on y = 0, in the plane z = 0."""
    outer = s.arch_outline(width + 2 * frame, height + frame, pointed)
    inner = s.arch_outline(width, height, pointed)
    filling = s.extrude(inner, frame * 0.8)
    return s.extrude(outer, frame * 1.6) - s.extrude(inner, frame * 4).translate((0, -0.001, 0)), filling


def square_window(width: float, height: float, frame: float, bars: tuple[int, int] = (1, 1)) -> tuple[Solid, Solid]:
    """The frame with glazing bars (across, down) and a sill, and the pane, of a window about y = 0."""
    outer = s.rectangle(width + 2 * frame, height + 2 * frame)
    rim = s.extrude(outer, frame * 1.6, holes=[s.rectangle(width, height)])
    rim += s.box(width + 4 * frame, frame, frame * 3).translate((0, -height / 2 - frame, frame * 0.6))
    across, down = bars
    for k in range(across):
        x = width * ((k + 1) / (across + 1) - 0.5)
        rim += s.box(frame * 0.6, height, frame * 1.2).translate((x, -height / 2, 0))
    for k in range(down):
        y = height * ((k + 1) / (down + 1) - 0.5)
        rim += s.box(width, frame * 0.6, frame * 1.2).translate((0, y - frame * 0.3, 0))
    return rim, s.box(width, height, frame * 0.8).translate((0, -height / 2, 0))


def plank_door(width: float, height: float, frame: float, round_top: bool) -> tuple[Solid, Solid, Solid]:
    """Frame, planks and iron of a door on y = 0, in the plane z = 0."""
    if round_top:
        surround, leaf = arched(width, height, frame)
        outline = s.extrude(s.arch_outline(width, height), frame * 4)
    else:
        rim = s.rectangle(width + 2 * frame, height + frame, (0, (height + frame) / 2))
        inner = s.rectangle(width, height + 0.02, (0, height / 2 - 0.01))
        surround = s.extrude(rim, frame * 1.6, holes=[inner])
        leaf = s.box(width, height, frame * 0.8)
        outline = leaf.scale((1, 1, 5))
    count = 5
    grooves = s.row(s.box(width * 0.02, height * 2, 0.03), count - 1, (width / count, 0, 0)).translate(
        (0, -0.1, 0.4 * frame)
    )
    leaf -= grooves
    bands = [s.box(width * 0.8, height * 0.05, frame * 0.4).translate((0, height * y, frame * 0.4)) for y in (0.2, 0.7)]
    knob = s.sphere(width * 0.05, 16).translate((width * 0.36, height * 0.45, frame * 0.55))
    return surround, leaf, s.union([*bands, knob]) ^ outline.scale((1, 1, 3))


def flag(rng: np.random.Generator, pole: float, width: float, thick: float = 0.07) -> tuple[Solid, Solid]:
    """A pole on y = 0, `pole` metres high and `thick` widths of the flag across, and a flag that waves along +X."""
    mast = s.rod((0, 0, 0), (0, pole, 0), width * thick / 2) + s.sphere(width * thick, 12).translate((0, pole, 0))
    high = width * 0.6
    tail = s.pick(rng, ([(width, high / 2)], [(width, 0.0), (width * 0.72, high / 2), (width, high)]))
    cloth = s.extrude([(0, 0), *tail, (0, high)], width * max(thick * 0.6, 0.04)).translate((0, pole - high * 1.05, 0))
    phase = rng.uniform(0, 6.28)

    def waved(p: np.ndarray) -> np.ndarray:
        z = p[:, 2] + 0.12 * p[:, 0] * np.sin(6.0 * p[:, 0] / width + phase)
        return np.stack([p[:, 0], p[:, 1], z], 1)

    return mast, s.warp(cloth, waved, width * 0.12)


def wall_stones(rng: np.random.Generator, width: float, height: float, size: float, count: int, out: float) -> Solid:
    """Blocks of irregular size that stand `out` from a wall about x = 0 on y = 0, facing +Z."""
    rows = max(1, int(height / (size * 0.6)))
    blocks = []
    for _ in range(count):
        w = size * rng.uniform(0.7, 1.5)
        y = (rng.integers(rows) + 0.5) * height / rows
        x = rng.uniform(-1, 1) * max(width / 2 - w / 2, 0.0)
        high = size * 0.5
        blocks.append(s.box(w, high, out * 2, out * 0.5).translate((x, y - high / 2, 0)))
    return s.union(blocks)


def round_stones(
    rng: np.random.Generator, radius: float, height: float, size: float, count: int, out: float, top: float = 0.0
) -> Solid:
    """Blocks that stand `out` from a round wall on y = 0; `top` is its radius at `height`, by default the same."""
    blocks = []
    rows = max(1, int(height / (size * 0.6)))
    for _ in range(count):
        row = rng.integers(rows)
        y = (row + 0.5) * height / rows
        r = radius + ((top or radius) - radius) * y / height
        block = s.box(size * rng.uniform(0.7, 1.4), size * 0.5, out * 2, out * 0.5)
        blocks.append(block.translate((0, y - size * 0.25, r - out * 0.1)).rotate((0, rng.uniform(0, 360), 0)))
    return s.union(blocks)


def chimney(a: Assembly, material: Material, x: float, z: float, low: float, high: float, side: float) -> None:
    """A chimney with a cap and a pot, from y = low to high."""
    shaft = s.box(side, high - low, side).translate((x, low, z))
    cap = s.box(side * 1.25, side * 0.22, side * 1.25, side * 0.03).translate((x, high - side * 0.3, z))
    a.add("chimney", material, shaft + cap)
    pot = s.cylinder(side * 0.45, side * 0.24, side * 0.2) - s.cylinder(side, side * 0.15).translate((0, side * 0.1, 0))
    a.add("chimney pot", m.CLAY, pot.translate((x, high - side * 0.09, z)))
