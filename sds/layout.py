"""Where the objects of a scene stand: sizes, rows, and what rests on what, found from their shapes.

Each object has a shape of its own, a volume over [-1, 1]^3. What rests on another is let down onto it: of all places
above it, the one is chosen where it comes to rest low, level and near the middle, so that a cat sits on the seat of a
chair and a strawberry lies in a bowl. Works on the voxels' centres, in numpy; takes some tenths of a second.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bozzetto.sds.scene import HEADWEAR, Scene, Thing

RADIUS = 0.9
"""Of the ball about the origin that the whole scene fills, as objects alone do."""
GAP = 0.08
"""Between things side by side, of the greatest extent of the row."""
ON_TOP, BELOW = 0.6, 0.45
"""Size of what rests on something, and of what stands below it, beside the other's, where their sizes are not known."""
LEAST = 0.35
"""The smallest size of one thing beside another: smaller ones would be nothing but a few voxels."""
SPECK = 0.02
"""Loose voxels that are a smaller share of an object than this are not part of its shape."""
NEAR_ANCHOR = 0.12
"""How far from an anchor the middle of what rests there may be, along the ground, of the way across its host."""
HEAD_HEIGHT = 0.12
"""How far down from its top a head's breadth is measured, of its owner's height."""
RAISED_TAIL = 0.45
"""How much higher than a head in the front half something behind may be, of the height."""
THROUGH = 0.05
"""What stands below something may go through it by this share."""
FAR, TILTED, LOOSE = 0.25, 0.5, 1.0
"""What an object that rests on another pays, in heights of rest: for a distance from the middle, for one of its middle
from that of what it touches, and for hanging over (its whole way across, if all of it did)."""

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Placement:
    """Where an object stands in the scene: its own point q is the scene's ``scale * q + offset``."""

    thing: Thing
    scale: float
    offset: tuple[float, float, float]


@dataclass
class _Part:
    """Objects that are placed already beside one another, as one."""

    places: list[Placement]
    points: Points
    """Centres of the solid voxels [M, 3]."""
    spacing: float
    """The largest distance between neighbouring voxels."""
    size: float | None
    """Metres across of the largest of them; None where one's is not known."""
    unit: float
    """How far across that one is here."""

    @property
    def low(self) -> Points:
        low: Points = self.points.min(0)
        return low

    @property
    def high(self) -> Points:
        high: Points = self.points.max(0)
        return high

    def moved(self, scale: float, by: Points) -> _Part:
        offset = [float(value) for value in by]
        places = [
            Placement(p.thing, scale * p.scale, (scale * x + offset[0], scale * y + offset[1], scale * z + offset[2]))
            for p in self.places
            for x, y, z in [p.offset]
        ]
        return _Part(places, scale * self.points + offset, scale * self.spacing, self.size, scale * self.unit)


def arrange(
    scene: Scene,
    solid: Callable[[Thing], NDArray[np.bool_]],
    metres: Callable[[Thing], float | None],
    anchors: Callable[[Thing], Mapping[str, tuple[float, float, float]]] = lambda thing: {},
) -> list[Placement]:
    """Places the objects of a scene within the ball of RADIUS.

    Args:
        scene: what stands where.
        solid: an object's occupancy [N, N, N] over [-1, 1]^3, indexed z, y, x; empty ones count as a ball.
        metres: how far across an object of its usual size is in the world; None where nobody knows.
        anchors: an object's named points in its own frame, [-1, 1]^3; what is not named is found from its shape.
    Returns:
        the objects, in the order of the scene's parts.
    """
    whole = _placed(scene, solid, metres, anchors)
    middle = (whole.low + whole.high) / 2
    scale = RADIUS / float(np.linalg.norm(whole.points - middle, axis=1).max() + whole.spacing / 2)
    return whole.moved(scale, -scale * middle).places


def _placed(
    scene: Scene,
    solid: Callable[[Thing], NDArray[np.bool_]],
    metres: Callable[[Thing], float | None],
    anchors: Callable[[Thing], Mapping[str, tuple[float, float, float]]],
) -> _Part:
    if isinstance(scene, Thing):
        return _one(scene, solid(scene), metres(scene))
    parts = [_placed(part, solid, metres, anchors) for part in scene.parts]
    if scene.how in ("beside", "before"):
        return _row(parts, axis=0 if scene.how == "beside" else 2)
    upper, base = parts
    where = scene.parts[1]
    point = _anchor(base, scene.at, anchors(where) if isinstance(where, Thing) else {}) if scene.at else None
    worn = HEADWEAR.get(upper.places[0].thing.noun.split()[-1])
    if point is not None and scene.at == "head" and worn is not None:
        broad, deep = worn
        breadth = _head_breadth(base, point)
        upper = upper.moved(broad * breadth / float(max(upper.high[0] - upper.low[0], upper.spacing)), np.zeros(3))
        down = np.array([0.0, -deep * min(breadth, upper.high[1] - upper.low[1]), 0.0])
        return _joined([_rested(upper, base, point, 0.0).moved(1.0, down), base])
    ratio = _relative(upper, base)
    if ratio is None:
        ratio = (ON_TOP if scene.how == "on" else BELOW) * _asked(upper) / _asked(base)
    scale = min(max(ratio, LEAST), 1.0) * base.unit / upper.unit
    upper = upper.moved(min(scale, _across(base) / _across(upper)), np.zeros(3))
    return _joined([_rested(upper, base, point, NEAR_ANCHOR) if scene.how == "on" else _sheltered(upper, base), base])


def _anchor(base: _Part, name: str, known: Mapping[str, tuple[float, float, float]]) -> Points | None:
    """Where an anchor of an object is. A head that nobody set is found: the top of the front half, as fronts face +Z;
    None where another anchor is not known.
    """
    if name in known:
        place = base.places[0]
        point: Points = place.scale * np.array(known[name]) + np.array(place.offset)
        return point
    if name != "head":
        return None
    height = base.high[1] - base.low[1]
    front = base.points[base.points[:, 2] >= (base.low[2] + base.high[2]) / 2]
    if not len(front) or front[:, 1].max() < base.high[1] - RAISED_TAIL * height:
        front = base.points
    highest = front[front[:, 1] > front[:, 1].max() - 0.5 * HEAD_HEIGHT * height]
    middle: Points = highest.mean(0)
    middle[1] = highest[:, 1].max()
    return middle


def _head_breadth(base: _Part, point: Points) -> float:
    """How broad an object is a little below the top of its head, from side to side."""
    height, across = base.high[1] - base.low[1], _across(base)
    near = np.linalg.norm(base.points[:, [0, 2]] - point[[0, 2]], axis=1) < 0.25 * across
    slab = base.points[near & (base.points[:, 1] > point[1] - HEAD_HEIGHT * height)]
    if not len(slab):
        return base.spacing
    # Ears and horns stand out: the middle four fifths of the voxels.
    low, high = np.quantile(slab[:, 0], [0.1, 0.9])
    return float(max(high - low, 2 * base.spacing))


def _one(thing: Thing, occupied: NDArray[np.bool_], metres: float | None) -> _Part:
    from scipy import ndimage  # here, since it takes a tenth of a second to import and few prompts need it

    edge = len(occupied)
    centres = (np.arange(edge) + 0.5) / edge * 2 - 1
    labels, count = ndimage.label(occupied, np.ones((3, 3, 3)))
    if count:
        members = np.bincount(labels.reshape(-1))[1:]
        occupied = np.isin(labels, np.nonzero(members >= SPECK * members.sum())[0] + 1)
    else:
        squares = centres**2
        occupied = squares[:, None, None] + squares[:, None] + squares < RADIUS**2
    z, y, x = np.nonzero(occupied)
    points = np.stack([centres[x], centres[y], centres[z]], 1)
    size = None if metres is None else metres * thing.size
    unit = thing.size * float(np.linalg.norm(np.ptp(points, axis=0)))
    return _Part(
        [Placement(thing, thing.size, (0.0, 0.0, 0.0))], thing.size * points, thing.size * 2 / edge, size, unit
    )


def _across(part: _Part) -> float:
    return float(np.linalg.norm(part.high - part.low))


def _asked(part: _Part) -> float:
    """The size that the words give a part, beside its usual one."""
    return math.prod(p.thing.size for p in part.places) ** (1 / len(part.places))


def _relative(part: _Part, other: _Part) -> float | None:
    """How far across a part's largest is beside another's: the root of the truth, so that a bird on a car is no speck;
    None where nobody knows.
    """
    if part.size is None or other.size is None:
        return None
    return math.sqrt(part.size / other.size)


def _row(parts: list[_Part], axis: int) -> _Part:
    """One after another along an axis, on one ground: the first leftmost, or nearest to the viewer, who is at +z."""
    scaled = parts[:1]
    for part in parts[1:]:
        relative = _relative(part, parts[0])
        if relative is not None:
            relative = min(max(relative, LEAST), 1 / LEAST) * parts[0].unit / part.unit
        scaled.append(part.moved(relative or 1.0, np.zeros(3)))
    gap = GAP * max(_across(part) for part in scaled)
    sign = 1.0 if axis == 0 else -1.0
    at, out = 0.0, []
    for part in scaled:
        offset = -(part.low + part.high) / 2
        offset[1] = -part.low[1]
        extent = part.high[axis] - part.low[axis] + part.spacing
        offset[axis] += at + sign * extent / 2
        at += sign * (extent + gap)
        out.append(part.moved(1.0, offset))
    return _joined(out)


def _joined(parts: list[_Part]) -> _Part:
    sizes = [part.size for part in parts]
    largest = max(parts, key=lambda part: part.size or part.unit)
    return _Part(
        [place for part in parts for place in part.places],
        np.concatenate([part.points for part in parts]),
        max(part.spacing for part in parts),
        None if None in sizes else largest.size,
        largest.unit,
    )


def _columns(part: _Part, cell: float, top: bool) -> NDArray[np.float64]:
    """Heights [X, Z] of the highest (lowest) point in each cell of the ground from ``part.low``; NaN where is none."""
    cells = np.floor((part.points[:, [0, 2]] - part.low[[0, 2]]) / cell + 1e-6).astype(int)
    heights = np.full(cells.max(0) + 1, -np.inf)
    np.maximum.at(heights, (cells[:, 0], cells[:, 1]), part.points[:, 1] * (1 if top else -1))
    heights[np.isinf(heights)] = np.nan
    return heights if top else -heights


def _rested(upper: _Part, base: _Part, point: Points | None = None, near: float = 0.0) -> _Part:
    """The upper part let down onto the base: its middle at most ``near`` of the way across the base from a point, along
    the ground, where one is given; else near the middle of the base.
    """
    cell = max(upper.spacing, base.spacing)
    ground, bottom = _columns(base, cell, top=True), _columns(upper, cell, top=False)
    shape, foot = np.array(ground.shape), np.array(bottom.shape)
    padded = np.full(shape + 2 * foot, np.nan)
    padded[foot[0] : foot[0] + shape[0], foot[1] : foot[1] + shape[1]] = ground
    middle = (foot - 1) / 2
    centre = (shape - 1) / 2 if point is None else (point[[0, 2]] - base.low[[0, 2]]) / cell - 0.5
    within = np.inf if point is None else max(near * _across(base), 0.75 * cell)
    best, chosen = np.inf, (0, 0, float(np.nanmax(ground) - np.nanmin(bottom)))
    for i, k in _over(shape, foot):
        below = padded[i + foot[0] : i + 2 * foot[0], k + foot[1] : k + 2 * foot[1]]
        gaps = below - bottom
        if np.isnan(gaps).all():
            continue
        rest = float(np.nanmax(gaps))
        touching = np.argwhere(gaps > rest - 1.5 * cell)
        tilted = np.linalg.norm(touching.mean(0) - middle) * cell
        far = np.linalg.norm(np.array([i, k]) + middle - centre) * cell
        if far > within:
            continue
        loose = 1 - np.isfinite(gaps).sum() / np.isfinite(bottom).sum()
        cost = float(rest + TILTED * tilted + FAR * far + LOOSE * loose * _across(upper))
        if cost < best:
            best, chosen = cost, (i, k, rest)
    i, k, rest = chosen
    offset = np.array([base.low[0] + i * cell - upper.low[0], rest + cell / 2, base.low[2] + k * cell - upper.low[2]])
    return upper.moved(1.0, offset)


def _over(shape: NDArray[np.int_], foot: NDArray[np.int_]) -> Iterator[tuple[int, int]]:
    """Cells of the base at which the upper part's own first cell may lie, so that its middle is above the base."""
    for i in range(-(foot[0] // 2), shape[0] - foot[0] // 2):
        for k in range(-(foot[1] // 2), shape[1] - foot[1] // 2):
            yield i, k


def _sheltered(lower: _Part, roof: _Part) -> _Part:
    """The lower part on the ground amid the roof's own, smaller where it would not go under; else before it."""
    for shrink in (1.0, 0.8, 0.6):
        small = lower.moved(shrink, np.zeros(3))
        offset = (roof.low + roof.high) / 2 - (small.low + small.high) / 2
        offset[1] = roof.low[1] - small.low[1]
        moved = small.moved(1.0, offset)
        if not _overlaps(moved, roof):
            return moved
    offset = (roof.low + roof.high) / 2 - (lower.low + lower.high) / 2
    offset[1], offset[2] = roof.low[1] - lower.low[1], roof.high[2] - lower.low[2] + GAP * _across(roof)
    return lower.moved(1.0, offset)


def _overlaps(a: _Part, b: _Part) -> bool:
    """Whether more of a than may pass (a stretcher between a table's legs) is where b is."""
    cell = max(a.spacing, b.spacing)
    own, other = ({tuple(c) for c in np.floor(part.points / cell).astype(int)} for part in (a, b))
    return len(own & other) > THROUGH * len(own)
