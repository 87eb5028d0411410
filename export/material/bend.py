"""From a material's height to the normals that it shows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bozzetto.export.material.surface import Points, ShadeFn, Surface
from bozzetto.export.mesh.mesh import Array

STEEPEST = 1.4
"""Largest slope that a normal is bent by: beyond it, what is steep is a wall that no map can show."""


def bent_normals(shade: ShadeFn, points: Points, step: float) -> tuple[Surface, Array]:
    """A material at points, and the normals that its height gives the surface.

    The height is asked for at two more points a `step` along the surface (Blinn 1978 in object space), so that no seam
    of an atlas shows, and detail finer than the step stays out.

    Args:
        shade: the material.
        points: N of them.
        step: object units, the spacing of texels.

    Returns:
        The surface, and [N, 3] unit normals, float32.
    """
    surface = shade(points)
    n = points.normal
    smallest = np.eye(3, dtype=np.float32)[np.argmin(np.abs(n), axis=1)]
    tangent = np.cross(n, smallest)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    bitangent = np.cross(n, tangent)
    slopes = []
    for axis in (tangent, bitangent):
        there = shade(points.moved((points.position + np.float32(step) * axis).astype(np.float32)))
        slopes.append((there.height - surface.height) / step)
    size = np.hypot(*slopes)
    limit = np.minimum(1.0, STEEPEST / np.maximum(size, 1e-9))
    bent = n - (slopes[0] * limit)[:, None] * tangent - (slopes[1] * limit)[:, None] * bitangent
    bent /= np.linalg.norm(bent, axis=1, keepdims=True)
    return surface, bent.astype(np.float32)


def at(points: Points, part: slice) -> Points:
    """Some of the points."""
    return replace(points, position=points.position[part], normal=points.normal[part])
