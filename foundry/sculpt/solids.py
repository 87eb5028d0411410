"""Makers of solids: metres, +Y up, +Z the front, angles in degrees.

A solid is a `manifold3d.Manifold`, closed and without self-intersections; `a + b`, `a - b`, `a ^ b` (what they share),
`.translate((x, y, z))`, `.rotate((x, y, z))` (degrees, about X, then Y, then Z), `.scale((x, y, z))`, `.hull()` are its
own.
What stands (boxes, cylinders, cones, what is revolved) stands on y = 0 about the Y axis; what is round about a point
(spheres, tori) lies about the origin; what is extruded has its outline in XY and its thickness about z = 0.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.interpolate import CubicSpline, PchipInterpolator

try:
    from manifold3d import CrossSection, FillRule, Manifold, Mesh64, OpType, triangulate
except ImportError as error:
    raise ImportError("sculpting needs manifold3d: pip install 'bozzetto[foundry]'") from error

Array = NDArray[np.float64]
Point = tuple[float, float, float]
Solid: TypeAlias = Manifold


# Standing and round things.


def box(width: float, height: float, depth: float, bevel: float = 0.0) -> Solid:
    """A box on the ground, `width` along X, `depth` along Z; all its edges are chamfered by `bevel`."""
    if bevel <= 0:
        return Manifold.cube((width, height, depth)).translate((-width / 2, 0, -depth / 2))
    b = min(bevel, 0.49 * min(width, height, depth))
    return (
        union(
            [
                Manifold.cube((width - 2 * x, height - 2 * y, depth - 2 * z), True)
                for x, y, z in ((0, b, b), (b, 0, b), (b, b, 0))
            ]
        )
        .hull()
        .translate((0, height / 2, 0))
    )


def rounded_box(width: float, height: float, depth: float, radius: float, segments: int = 16) -> Solid:
    """A box on the ground with round edges."""
    r = min(radius, 0.49 * min(width, height, depth))
    ball = Manifold.sphere(r, segments)
    corners = [
        ball.translate((x * (width / 2 - r), height / 2 + y * (height / 2 - r), z * (depth / 2 - r)))
        for x in (-1, 1)
        for y in (-1, 1)
        for z in (-1, 1)
    ]
    return Manifold.batch_hull(corners)


def cylinder(height: float, radius: float, top: float | None = None, segments: int = 32, bevel: float = 0.0) -> Solid:
    """A cylinder on the ground, or a frustum where `top` is another radius; `bevel` chamfers both rims."""
    end = radius if top is None else top
    if bevel <= 0:
        return Manifold.cylinder(height, radius, end, segments).rotate((-90, 0, 0))
    b = min(bevel, 0.45 * height, 0.9 * max(radius, end))
    low = [(0.0, 0.0), (max(radius - b, 0.0), 0.0), (radius, b)]
    high = [(end, height - b), (max(end - b, 0.0), height), (0.0, height)]
    return revolve([*low, *high], segments)


def cone(height: float, radius: float, segments: int = 32) -> Solid:
    """A cone on the ground, its tip up."""
    return Manifold.cylinder(height, radius, 0.0, segments).rotate((-90, 0, 0))


def prism(height: float, radius: float, sides: int, top: float | None = None) -> Solid:
    """An upright regular prism or frustum with a flat side to the front; `radius` is that of the corners."""
    return cylinder(height, radius, top, sides).rotate((0, 90 - 180 / sides, 0))


def sphere(radius: float, segments: int = 32) -> Solid:
    """A ball about the origin."""
    return Manifold.sphere(radius, segments)


def ellipsoid(rx: float, ry: float, rz: float, segments: int = 32) -> Solid:
    """An ellipsoid about the origin, by its half axes."""
    return Manifold.sphere(1.0, segments).scale((rx, ry, rz))


def dome(radius: float, height: float, segments: int = 32) -> Solid:
    """The upper half of an ellipsoid, on the ground."""
    return ellipsoid(radius, height, radius, segments).trim_by_plane((0, 1, 0), 0)


def torus(major: float, minor: float, segments: int = 40, sides: int = 16) -> Solid:
    """A ring about the Y axis, round the origin."""
    angle = np.arange(sides) * 2 * math.pi / sides
    return revolve(np.stack([major + minor * np.cos(angle), minor * np.sin(angle)], 1), segments)


def capsule(a: ArrayLike, b: ArrayLike, radius: float, end: float | None = None, segments: int = 20) -> Solid:
    """The hull of two balls; `end` is the second one's radius."""
    ends = ((a, radius), (b, radius if end is None else end))
    return hull(Manifold.sphere(r, segments).translate(tuple(np.asarray(at, float))) for at, r in ends)


def rod(a: ArrayLike, b: ArrayLike, radius: float, end: float | None = None, segments: int = 16) -> Solid:
    """A cylinder from a to b; `end` is its radius at b."""
    start, stop = np.asarray(a, float), np.asarray(b, float)
    length = float(np.linalg.norm(stop - start))
    return aim(cylinder(length, radius, end, segments), stop - start).translate(tuple(start))


def beam(
    a: ArrayLike, b: ArrayLike, width: float, depth: float, bevel: float = 0.0, up: Point = (0.0, 1.0, 0.0)
) -> Solid:
    """A bar of rectangular section from a to b: `depth` along `up` as far as that is across it, `width` across both."""
    start, stop = np.asarray(a, float), np.asarray(b, float)
    along = stop - start
    length = float(np.linalg.norm(along))
    along /= length
    side = np.cross(along, up)
    if np.linalg.norm(side) < 1e-6:
        side = np.cross(along, (0.0, 0.0, 1.0))
        if np.linalg.norm(side) < 1e-6:
            side = np.array([1.0, 0.0, 0.0])
    side /= np.linalg.norm(side)
    upright = np.cross(side, along)
    # Columns: where the box's X, Y and Z go.
    turn = np.stack([side, along, -upright], 1)
    return box(width, length, depth, bevel).transform(np.concatenate([turn, start[:, None]], 1))


# From outlines and curves.


def revolve(profile: ArrayLike, segments: int = 40) -> Solid:
    """What a profile sweeps out about the Y axis.

    Args:
        profile: [N, 2] of (radius, y), a closed outline; its part at negative radii is left out. An open one that
            begins and ends on the axis is closed along it.
        segments: around.
    """
    points = np.asarray(profile, float)
    section = CrossSection([points], FillRule.NonZero if signed_area(points) > 0 else FillRule.Negative)
    if section.is_empty():
        raise ValueError("the profile to be revolved encloses nothing")
    return Manifold.revolve(section, segments).rotate((-90, 0, 0))


def lathe(profile: ArrayLike, wall: float, segments: int = 40) -> Solid:
    """A vessel: the outer profile [N, 2] of (radius, y) from the bottom's middle up to the rim, hollow to a wall."""
    outer = np.asarray(profile, float)
    edge = np.diff(outer, axis=0)
    edge /= np.maximum(np.linalg.norm(edge, axis=1, keepdims=True), 1e-12)
    normal = np.stack([-edge[:, 1], edge[:, 0]], 1)
    before, after = normal[[0, *range(len(normal))]], normal[[*range(len(normal)), -1]]
    # Mitred, up to a length of 2.5 walls.
    inner = outer + wall * (before + after) / np.maximum(1 + (before * after).sum(1, keepdims=True), 0.32)
    inner[:, 0] = np.maximum(inner[:, 0], 0)
    inner[:, 1] = np.maximum(inner[:, 1], outer[:, 1].min() + wall)
    inner[-1, 1] = outer[-1, 1]
    top = outer[-1, 1]
    full = revolve(np.concatenate([outer, [[0.0, top]]]), segments)
    cut = np.concatenate([inner, [[inner[-1, 0], top + wall], [0.0, top + wall]]])
    return full - revolve(np.concatenate([[[0.0, inner[0, 1]]], cut]), segments)


def signed_area(outline: Array) -> float:
    """Of a polygon [N, 2]; positive when counter-clockwise."""
    x, y = outline.T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


def extrude(outline: ArrayLike, depth: float, bevel: float = 0.0, holes: Sequence[ArrayLike] = ()) -> Solid:
    """A plate with an outline [N, 2] in XY, from z = -depth / 2 to depth / 2, its outer edges chamfered by `bevel`.

    A bevel moves each corner inwards along its bisector, so it must be small beside the outline's narrow places.
    """
    points = np.asarray(outline, float)
    points = points if signed_area(points) > 0 else points[::-1]
    if bevel <= 0:
        solid = Manifold.extrude(CrossSection([points]), depth).translate((0, 0, -depth / 2))
    else:
        b = min(bevel, depth * 0.49)
        inner = inset(points, b)
        levels = ((inner, -depth / 2), (points, -depth / 2 + b), (points, depth / 2 - b), (inner, depth / 2))
        rings = np.stack([np.concatenate([ring, np.full((len(ring), 1), z)], 1) for ring, z in levels])
        caps = np.asarray(triangulate([inner]))
        solid = _stitched(rings, caps, caps)
    for hole in holes:
        solid -= extrude(hole, depth * 1.01 + 1e-6)
    return solid


def inset(outline: Array, distance: float) -> Array:
    """The outline [N, 2], counter-clockwise, each side moved inwards by `distance`; corners are mitred up to 3."""
    before, after = outline - np.roll(outline, 1, 0), np.roll(outline, -1, 0) - outline
    normals = []
    for edge in (before, after):
        unit = edge / np.maximum(np.linalg.norm(edge, axis=1, keepdims=True), 1e-12)
        normals.append(np.stack([-unit[:, 1], unit[:, 0]], 1))
    bisector = normals[0] + normals[1]
    square = np.maximum((bisector**2).sum(1, keepdims=True), 4 / 9)
    return outline + distance * 2 * bisector / square


def loft(rings: ArrayLike) -> Solid:
    """A skin over sections [K, N, 3], corresponding point by point, with its ends closed by fans about their middles.

    The ends must be star-shaped about their middles. A ring of one point, repeated, makes a tip.
    """
    sections = np.asarray(rings, float)
    n = sections.shape[1]
    index = np.arange(n)
    # The middle of an end is the ring's index n, which `_stitched` adds.
    fan = np.stack([index, (index + 1) % n, np.full(n, n)], 1)
    return _stitched(sections, fan, fan, middles=True)


def _stitched(rings: Array, low: np.ndarray, high: np.ndarray, middles: bool = False) -> Solid:
    """Rings [K, N, 3] joined to a solid; `low`, `high`: the caps' triangles, counter-clockwise in the rings' sense."""
    count, n = rings.shape[:2]
    points = rings.reshape(-1, 3)
    first, last = low.copy(), high + (count - 1) * n
    if middles:
        points = np.concatenate([points, rings[[0, -1]].mean(1)])
        first[first == n] = count * n
        last[high == n] = count * n + 1
    k = np.arange(count - 1)[:, None] * n
    i = np.arange(n)[None]
    a, b = k + i, k + (i + 1) % n
    sides = np.concatenate([np.stack([a, b, b + n], -1).reshape(-1, 3), np.stack([a, b + n, a + n], -1).reshape(-1, 3)])
    faces = np.concatenate([sides, first[:, ::-1], last])
    triangles = points[faces]
    volume = np.einsum("ij,ij->i", triangles[:, 0], np.cross(triangles[:, 1], triangles[:, 2])).sum()
    return from_mesh(points, faces if volume > 0 else faces[:, ::-1])


def tube(
    path: ArrayLike,
    radius: ArrayLike,
    segments: int = 12,
    closed: bool = False,
    section: ArrayLike | None = None,
    up: Point | None = None,
) -> Solid:
    """A section swept along a curve without twisting.

    Args:
        path: [N, 3].
        radius: a number, [N], or [N, 2]: along `up`, and across it.
        segments: of a round section.
        closed: whether the path's end joins its beginning (which it does not repeat).
        section: [M, 2] outline in units of the radius instead of a circle: the first axis is along `up`.
        up: where the first section's first axis points, as far as it is across the path; any by default.
    """
    points = np.asarray(path, float)
    if closed:
        points = np.concatenate([points, points[:1]])
    count = len(points)
    scale = np.asarray(radius, float)
    if closed and scale.ndim:
        scale = np.concatenate([scale, scale[:1]])
    scale = scale[:, None] if scale.ndim == 1 else scale
    scale = np.broadcast_to(scale, (count, 2))
    tangent = np.gradient(points, axis=0)
    if closed:
        tangent[0] = tangent[-1] = points[1] - points[-2]
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-12)
    first = np.array(up if up is not None else np.eye(3)[np.abs(tangent[0]).argmin()], float)
    normals = np.empty_like(points)
    normal = first
    for k in range(count):
        normal = normal - normal.dot(tangent[k]) * tangent[k]
        normal = normal / max(float(np.linalg.norm(normal)), 1e-12)
        normals[k] = normal
    if closed:
        # What transport has turned by is spread over the way round.
        across = np.cross(tangent[-1], normals[-1])
        twist = math.atan2(normals[0].dot(across), normals[0].dot(normals[-1]))
        angles = np.linspace(0, twist, count)[:, None]
        normals = np.cos(angles) * normals + np.sin(angles) * np.cross(tangent, normals)
    across = np.cross(tangent, normals)
    if section is None:
        angle = np.arange(segments) * 2 * math.pi / segments
        outline = np.stack([np.cos(angle), np.sin(angle)], 1)
    else:
        outline = np.asarray(section, float)
    rings = points[:, None] + (
        normals[:, None] * (outline[None, :, :1] * scale[:, None, :1])
        + across[:, None] * (outline[None, :, 1:] * scale[:, None, 1:])
    )
    if not closed:
        if section is None:
            return loft(rings)
        caps = np.asarray(triangulate([outline if signed_area(outline) > 0 else outline[::-1]]))
        if signed_area(outline) <= 0:
            caps = len(outline) - 1 - caps[:, ::-1]
        return _stitched(rings, caps, caps)
    n = rings.shape[1]
    here, i = np.arange(count - 1)[:, None] * n, np.arange(n)[None]
    there, following = np.roll(here, -1, 0), (i + 1) % n
    a, b, c, d = here + i, here + following, there + i, there + following
    faces = np.concatenate([np.stack([a, b, d], -1).reshape(-1, 3), np.stack([a, d, c], -1).reshape(-1, 3)])
    points = rings[:-1].reshape(-1, 3)
    triangles = points[faces]
    volume = np.einsum("ij,ij->i", triangles[:, 0], np.cross(triangles[:, 1], triangles[:, 2])).sum()
    return from_mesh(points, faces if volume > 0 else faces[:, ::-1])


def from_mesh(vertices: ArrayLike, faces: ArrayLike) -> Solid:
    """A closed mesh as a solid; corners at the same place are one.

    Raises:
        ValueError: it is not closed, or turned inside out.
    """
    points = np.asarray(vertices, float)
    triangles = np.asarray(faces, np.int64)
    extent = float(np.ptp(points, axis=0).max())
    keys = np.round(points / max(extent * 1e-7, 1e-12)).astype(np.int64)
    _, first, same = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    triangles = same.reshape(-1)[triangles]
    a, b, c = triangles.T
    triangles = triangles[(a != b) & (b != c) & (c != a)]
    mesh = Mesh64(np.ascontiguousarray(points[first]), np.ascontiguousarray(triangles.astype(np.uint64)))
    solid = Manifold(mesh)
    if solid.is_empty():
        raise ValueError(f"the mesh is no solid: {solid.status()}")
    return solid


# Curves and outlines.


def curve(points: ArrayLike, count: int = 24, closed: bool = False) -> Array:
    """`count` points [count, D] of a smooth curve through `points` [N, D], evenly along its length."""
    knots = np.asarray(points, float)
    if closed:
        knots = np.concatenate([knots, knots[:1]])
    step = np.linalg.norm(np.diff(knots, axis=0), axis=1)
    at = np.concatenate([[0.0], np.cumsum(np.sqrt(np.maximum(step, 1e-12)))])
    kind = "periodic" if closed else "natural"
    if len(knots) < 3:
        return np.linspace(knots[0], knots[-1], count)
    spline = CubicSpline(at, knots, bc_type=kind)
    fine = spline(np.linspace(0, at[-1], count * 16))
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(fine, axis=0), axis=1))])
    wanted = np.linspace(0, length[-1], count + 1)[:-1] if closed else np.linspace(0, length[-1], count)
    return np.stack([np.interp(wanted, length, fine[:, d]) for d in range(knots.shape[1])], 1)


def profile(points: ArrayLike, count: int = 32) -> Array:
    """[count, 2] of a smooth outline (radius, y) through `points` that nowhere overshoots in radius, for `revolve`."""
    knots = np.asarray(points, float)
    step = np.maximum(np.linalg.norm(np.diff(knots, axis=0), axis=1), 1e-9)
    at = np.concatenate([[0.0], np.cumsum(step)])
    wanted = np.unique(np.concatenate([np.linspace(0, at[-1], count), at]))
    return np.stack([PchipInterpolator(at, knots[:, d])(wanted) for d in range(2)], 1)


def interpolate(values: ArrayLike, count: int) -> Array:
    """`count` values of a smooth course through `values` at even steps, for radii along a tube."""
    knots = np.asarray(values, float)
    return PchipInterpolator(np.linspace(0, 1, len(knots)), knots)(np.linspace(0, 1, count))


def circle(radius: float, count: int = 32, ry: float | None = None, centre: tuple[float, float] = (0, 0)) -> Array:
    """An outline [count, 2]; `ry` makes it an ellipse."""
    angle = np.arange(count) * 2 * math.pi / count
    high = radius if ry is None else ry
    return np.stack([centre[0] + radius * np.cos(angle), centre[1] + high * np.sin(angle)], 1)


def rectangle(width: float, height: float, centre: tuple[float, float] = (0, 0), radius: float = 0.0) -> Array:
    """An outline [N, 2], its corners round by `radius`."""
    x, y = width / 2, height / 2
    if radius <= 0:
        return np.array([(-x, -y), (x, -y), (x, y), (-x, y)]) + centre
    r = min(radius, x * 0.999, y * 0.999)
    corners = ((x - r, -y + r, -90), (x - r, y - r, 0), (-x + r, y - r, 90), (-x + r, -y + r, 180))
    points = []
    for cx, cy, start in corners:
        for angle in np.radians(np.linspace(start, start + 90, 7)):
            points.append((cx + r * math.cos(angle), cy + r * math.sin(angle)))
    return np.asarray(points) + centre


def arch_outline(width: float, height: float, pointed: float = 0.0, count: int = 12) -> Array:
    """A door's outline [N, 2] on y = 0, round on top, or pointed (`pointed` in (0, 1] raises its tip)."""
    r = width / 2
    rise = r * (1 + pointed)
    low = height - rise
    angle = np.linspace(0, math.pi, 2 * count + 1)
    x = r * np.cos(angle)
    y = low + rise * np.sin(angle) ** (1.0 if pointed == 0 else 1 - 0.25 * min(pointed, 1))
    return np.concatenate([[(-r, 0.0), (r, 0.0)], np.stack([x, y], 1)])


def star(points: int, outer: float, inner: float) -> Array:
    """A star's outline [2 * points, 2], a tip up."""
    angle = np.arange(2 * points) * math.pi / points + math.pi / 2
    radius = np.where(np.arange(2 * points) % 2 == 0, outer, inner)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1)


def helix(radius: float, height: float, turns: float, count: int = 64) -> Array:
    """A path [count, 3] winding up about the Y axis."""
    angle = np.linspace(0, turns * 2 * math.pi, count)
    return np.stack([radius * np.sin(angle), np.linspace(0, height, count), radius * np.cos(angle)], 1)


def arc(radius: float, start: float, end: float, count: int = 24) -> Array:
    """Points [count, 2] of a circle about the origin, from angle to angle (degrees, from +X towards +Y)."""
    angle = np.radians(np.linspace(start, end, count))
    return radius * np.stack([np.cos(angle), np.sin(angle)], 1)


# Many of them, and bent ones.


def union(solids: Iterable[Solid]) -> Solid:
    """All of them as one."""
    return Manifold.batch_boolean(list(solids), OpType.Add)


def group(solids: Iterable[Solid]) -> Solid:
    """All of them as they are, which is quick where many do not touch; those that overlap stay whole inside."""
    return Manifold.compose(list(solids))


def hull(solids: Iterable[Solid]) -> Solid:
    """The convex hull of all of them."""
    return Manifold.batch_hull(list(solids))


def mirrored(solid: Solid, axis: str = "x") -> Solid:
    """The solid and its mirror image across the plane at 0 of `axis`."""
    normal = {"x": (1, 0, 0), "y": (0, 1, 0), "z": (0, 0, 1)}[axis]
    return solid + solid.mirror(normal)


def row(solid: Solid, count: int, step: Point) -> Solid:
    """`count` copies, `step` from one to the next, about where the first one is."""
    shift = np.asarray(step, float)
    return group([solid.translate(tuple(shift * (k - (count - 1) / 2))) for k in range(count)])


def around(solid: Solid, count: int, start: float = 0.0, sweep: float = 360.0) -> Solid:
    """`count` copies about the Y axis, from `start` degrees on over `sweep` degrees."""
    steps = count if abs(sweep) >= 360 else max(count - 1, 1)
    return group([solid.rotate((0, start + sweep * k / steps, 0)) for k in range(count)])


def aim(solid: Solid, direction: ArrayLike) -> Solid:
    """The solid turned about the origin so that its +Y points along `direction` [3]."""
    to = np.asarray(direction, float)
    to = to / np.linalg.norm(to)
    axis = np.cross((0.0, 1.0, 0.0), to)
    sine, cosine = float(np.linalg.norm(axis)), float(to[1])
    if sine < 1e-9:
        return solid if cosine > 0 else solid.rotate((180, 0, 0))
    x, y, z = axis / sine
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    turn = np.eye(3) + sine * cross + (1 - cosine) * cross @ cross
    return solid.transform(np.concatenate([turn, np.zeros((3, 1))], 1))


def warp(solid: Solid, function: Callable[[Array], Array], edge: float | None = None) -> Solid:
    """The solid with its vertices [N, 3] moved by `function`, cut first into edges no longer than `edge` metres."""
    fine = solid if edge is None else solid.refine_to_length(edge)
    return fine.warp_batch(lambda points: np.ascontiguousarray(function(np.asarray(points))))


def swell(solid: Solid, factor: Callable[[Array], Array], edge: float | None = None) -> Solid:
    """Ribbed, lobed or fluted: X and Z are scaled by `factor` of the points, [N, 3] to [N]."""

    def scaled(points: Array) -> Array:
        scale = factor(points)
        return points * np.stack([scale, np.ones(len(points)), scale], 1)

    return warp(solid, scaled, edge)


def heave(solid: Solid, height: Callable[[Array], Array], edge: float | None = None) -> Solid:
    """Waved or sagging: Y is raised by `height` of the points, [N, 3] to metres [N]."""

    def raised(points: Array) -> Array:
        level = np.zeros(len(points))
        return points + np.stack([level, height(points), level], 1)

    return warp(solid, raised, edge)


def taper(solid: Solid, top: float, edge: float | None = None) -> Solid:
    """Narrower (or wider) towards its top: X and Z are scaled by 1 at its bottom to `top` there."""
    low, high = _span(solid, 1)

    def scaled(points: Array) -> Array:
        share = (points[:, 1:2] - low) / (high - low)
        scale = 1 + (top - 1) * share
        return np.concatenate([points[:, :1] * scale, points[:, 1:2], points[:, 2:] * scale], 1)

    return warp(solid, scaled, edge)


def twist(solid: Solid, degrees: float, edge: float) -> Solid:
    """Turned about the Y axis, from nothing at the bottom to `degrees` at the top."""
    low, high = _span(solid, 1)

    def turned(points: Array) -> Array:
        angle = np.radians(degrees) * (points[:, 1] - low) / (high - low)
        cos, sin = np.cos(angle), np.sin(angle)
        x, z = points[:, 0], points[:, 2]
        return np.stack([cos * x + sin * z, points[:, 1], -sin * x + cos * z], 1)

    return warp(solid, turned, edge)


def bend(solid: Solid, degrees: float, edge: float) -> Solid:
    """An upright solid bent towards +X as a circle's arc: its bottom stays, its top turns by `degrees`."""
    low, high = _span(solid, 1)
    total = math.radians(degrees)
    if abs(total) < 1e-6:
        return solid
    radius = (high - low) / total

    def bent(points: Array) -> Array:
        angle = (points[:, 1] - low) / radius
        reach = radius - points[:, 0]
        return np.stack([radius - reach * np.cos(angle), low + reach * np.sin(angle), points[:, 2]], 1)

    return warp(solid, bent, edge)


def roughened(solid: Solid, rng: np.random.Generator, amount: float, scale: float, edge: float | None = None) -> Solid:
    """Every vertex moved by up to about `amount` metres by smooth noise of wavelength `scale` metres."""
    waves = rng.normal(size=(3, 6, 3)) / scale * 2.2
    phases = rng.uniform(0, 2 * math.pi, (3, 6))

    def moved(points: Array) -> Array:
        waved = np.sin(np.einsum("nd,akd->nak", points, waves) + phases).mean(2)
        return points + amount * 1.7 * waved

    return warp(solid, moved, edge)


def scattered(solid: Solid, rng: np.random.Generator, count: int, apart: float = 0.0) -> tuple[Array, Array]:
    """Points [N, 3] on the surface, even by area, and the outward normals [N, 3] there; N <= count where they would be
    nearer than `apart` metres.
    """
    vertices, faces = arrays(solid)
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    cross = np.cross(b - a, c - a)
    area = np.linalg.norm(cross, axis=1)
    tries = count if apart <= 0 else count * 6
    chosen = rng.choice(len(faces), tries, p=area / area.sum())
    u, v = rng.random((2, tries, 1))
    flip = u + v > 1
    u, v = np.where(flip, 1 - u, u), np.where(flip, 1 - v, v)
    points = a[chosen] + u * (b - a)[chosen] + v * (c - a)[chosen]
    normals = cross[chosen] / area[chosen, None]
    if apart <= 0:
        return points, normals
    kept: list[int] = []
    for k, point in enumerate(points):
        if len(kept) == count:
            break
        if not kept or np.linalg.norm(points[kept] - point, axis=1).min() >= apart:
            kept.append(k)
    return points[kept], normals[kept]


def arrays(solid: Solid) -> tuple[Array, NDArray[np.int64]]:
    """Vertices [V, 3] and faces [F, 3] of a solid."""
    mesh = solid.to_mesh64()
    return np.asarray(mesh.vert_properties, float)[:, :3], np.asarray(mesh.tri_verts).astype(np.int64)


def bounds(solid: Solid) -> tuple[Array, Array]:
    """Lowest and highest corner [3]."""
    corners = np.array(solid.bounding_box(), np.float64)
    return corners[:3], corners[3:]


def _span(solid: Solid, axis: int) -> tuple[float, float]:
    low, high = bounds(solid)
    return float(low[axis]), float(high[axis])


# Chance.


def pick(rng: np.random.Generator, options: Sequence[Any], weights: Sequence[float] | None = None) -> Any:
    """One of the options, as it is (`Generator.choice` would make arrays of tuples)."""
    share = None if weights is None else np.asarray(weights, float) / np.sum(weights)
    return options[int(rng.choice(len(options), p=share))]


def chance(rng: np.random.Generator, share: float) -> bool:
    """True in `share` of the cases."""
    return bool(rng.random() < share)
