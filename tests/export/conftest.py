"""Known fields: densities that are a falling sigmoid of a signed distance."""

from __future__ import annotations

import math
from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pytest

from bozzetto.export.mesh.mesh import Mesh
from bozzetto.export.mesh.raster import PRIOR_DISTANCE, PRIOR_FOVY, orbit_c2w
from bozzetto.export.surface.density_grid import sample_density
from bozzetto.export.surface.marching_cubes import extract_surface

PEAK, WIDTH = 100.0, 0.02


def ball(radius=0.6, center=(0.0, 0.0, 0.0)) -> Callable:
    return lambda p: np.linalg.norm(p - np.asarray(center), axis=1) - radius


def box(half=(0.5, 0.4, 0.3)) -> Callable:
    def distance(p):
        q = np.abs(p) - np.asarray(half)
        return np.linalg.norm(np.maximum(q, 0), axis=1) + np.minimum(q.max(axis=1), 0)

    return distance


def torus(major=0.5, minor=0.2) -> Callable:
    return lambda p: np.hypot(np.hypot(p[:, 0], p[:, 1]) - major, p[:, 2]) - minor


def union(*distances) -> Callable:
    return lambda p: np.min([d(p) for d in distances], axis=0)


def density(distance: Callable, peak=PEAK, width=WIDTH) -> Callable:
    """Reaches peak / 2 where the distance is zero."""
    return lambda p: (peak / (1 + np.exp(np.clip(distance(p.astype(np.float64)) / width, -60, 60)))).astype(np.float32)


def opacity(density_fn: Callable, n_samples=64) -> Callable:
    """Quadrature of 1 - exp(-integral of sigma) along the rays of the prior's camera, through the unit sphere."""

    def render(azimuth, elevation, resolution):
        c2w = orbit_c2w(azimuth, elevation)[0]
        x = ((np.arange(resolution) + 0.5) / resolution * 2 - 1) * math.tan(PRIOR_FOVY / 2)
        rays = np.stack(np.broadcast_arrays(x[None, :], -x[:, None], -1.0), axis=-1)
        rays = (rays / np.linalg.norm(rays, axis=-1, keepdims=True)) @ c2w[:3, :3].T
        t = np.linspace(PRIOR_DISTANCE - 1, PRIOR_DISTANCE + 1, n_samples)
        total = np.zeros((resolution, resolution))
        for distance in t:
            points = (c2w[:3, 3] + distance * rays).reshape(-1, 3).astype(np.float32)
            total += density_fn(points).reshape(total.shape) * (t[1] - t[0])
        return (1 - np.exp(-total)).astype(np.float32)

    return render


def view(density_fn: Callable, color_fn: Callable, n_samples=96) -> Callable:
    """Emission and absorption along the same rays: premultiplied colour and opacity."""

    def render(azimuth, elevation, resolution):
        c2w = orbit_c2w(azimuth, elevation)[0]
        x = ((np.arange(resolution) + 0.5) / resolution * 2 - 1) * math.tan(PRIOR_FOVY / 2)
        rays = np.stack(np.broadcast_arrays(x[None, :], -x[:, None], -1.0), axis=-1).reshape(-1, 3)
        rays = (rays / np.linalg.norm(rays, axis=-1, keepdims=True)) @ c2w[:3, :3].T
        rgb, trans = np.zeros((len(rays), 3)), np.ones(len(rays))
        edges = np.linspace(PRIOR_DISTANCE - 1, PRIOR_DISTANCE + 1, n_samples + 1)
        for t in (edges[1:] + edges[:-1]) / 2:
            points = (c2w[:3, 3] + t * rays).astype(np.float32)
            alpha = 1 - np.exp(-density_fn(points).astype(float) * 2 / n_samples)
            rgb += (trans * alpha)[:, None] * color_fn(points)
            trans *= 1 - alpha
        return rgb.reshape(resolution, resolution, 3), 1 - trans.reshape(resolution, resolution)

    return render


def rainbow(p):
    """Smooth, and different everywhere on a surface."""
    return 0.5 + 0.45 * np.sin(p * np.array([7.0, 6.0, 5.0]) + np.array([0.0, 1.0, 2.0]))


def colored_cube(half=0.5) -> Mesh:
    """Each face its own colour: +X red, -X cyan, +Y green, -Y magenta, +Z blue, -Z yellow."""
    vertices, faces, colors = [], [], []
    for axis in range(3):
        for sign in (1, -1):
            u, v = np.eye(3)[(axis + 1) % 3], np.eye(3)[(axis + 2) % 3] * sign
            center = np.eye(3)[axis] * sign
            first = len(vertices)
            vertices += [half * (center + a * u + b * v) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
            faces += [[first, first + 1, first + 2], [first, first + 2, first + 3]]
            color = np.eye(3)[axis] * 255
            colors += [color if sign > 0 else 255 - color] * 4
    return Mesh(np.array(vertices, np.float32), np.array(faces, np.int32), colors=np.array(colors).astype(np.uint8))


@pytest.fixture(scope="session")
def fields() -> SimpleNamespace:
    return SimpleNamespace(
        PEAK=PEAK, WIDTH=WIDTH, ball=ball, box=box, torus=torus, union=union, density=density, opacity=opacity,
        view=view, rainbow=rainbow, colored_cube=colored_cube,
    )  # fmt: skip


@pytest.fixture(scope="session")
def make(fields) -> Callable[..., Mesh]:
    """The surface of a signed distance."""

    def build(distance, n=64):
        density_fn = fields.density(distance)
        return extract_surface(sample_density(density_fn, n), fields.PEAK / 2, density_fn=density_fn)

    return build
