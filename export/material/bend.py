"""From a material's height to the normals that it shows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bozzetto.export.material.surface import Points, ShadeFn, Surface, mean_of
from bozzetto.export.mesh.mesh import Array

STEEPEST = 1.4
"""Largest slope that a normal is bent by: beyond it, what is steep is a wall that no map can show."""


def bent_normals(shade: ShadeFn, points: Points, step: float) -> tuple[Surface, Array]:
    """A material about points, and the normals that its height gives the surface.

    It is asked for at three places a `step` apart along the surface: the differences of its height bend the normals
    (Blinn 1978, in object space), so that no seam of an atlas shows, and the mean of the rest keeps out what is finer
    than the step.

    Args:
        shade: the material.
        points: N of them.
        step: object units, the spacing of texels.

    Returns:
        The surface, and [N, 3] unit normals, float32.
    """
    n = points.normal
    smallest = np.eye(3, dtype=np.float32)[np.argmin(np.abs(n), axis=1)]
    tangent = np.cross(n, smallest)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    bitangent = np.cross(n, tangent)
    # Three places about the point, whose mean is the point: a texel has the mean of what is within it.
    first = (points.position - np.float32(step / 3) * (tangent + bitangent)).astype(np.float32)
    surface = shade(points.moved(first))
    others = [
        shade(points.moved((first + np.float32(step) * axis).astype(np.float32))) for axis in (tangent, bitangent)
    ]
    slopes = [(there.height - surface.height) / step for there in others]
    surface = mean_of([surface, *others])
    size = np.hypot(*slopes)
    limit = np.minimum(1.0, STEEPEST / np.maximum(size, 1e-9))
    bent = n - (slopes[0] * limit)[:, None] * tangent - (slopes[1] * limit)[:, None] * bitangent
    bent /= np.linalg.norm(bent, axis=1, keepdims=True)
    return surface, bent.astype(np.float32)


def at(points: Points, part: slice) -> Points:
    """Some of the points."""
    return replace(points, position=points.position[part], normal=points.normal[part])
