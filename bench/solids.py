"""Ten known solids, the fields made of them, and scores of a surface against them.

A field is a falling sigmoid of the signed distance, `PEAK / (1 + exp(distance / WIDTH))` per metre, so that the level
`PEAK / 2` is exactly the solid's surface, edges and all.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import trimesh

from bozzetto.export.mesh.bvh import Tree, build_tree, cast_rays, nearest_points
from bozzetto.export.mesh.lod import surface_samples
from bozzetto.export.mesh.mesh import Array, Mesh, diagonal_of, face_normals
from bozzetto.export.mesh.raster import PRIOR_DISTANCE, PRIOR_FOVY, orbit_c2w

PEAK, WIDTH = 200.0, 0.01
ViewFn = Callable[[float, float, int], tuple[Array, Array]]
"""(azimuth, elevation, resolution) -> premultiplied colour [H, W, 3] and opacity [H, W]."""


@dataclass(frozen=True)
class SurfaceScore:
    """A surface against the truth; lengths in percent of the truth's diagonal."""

    chamfer: float
    """Mean distance of samples of either surface from the other one, averaged over both ways."""
    hausdorff: float
    """Greatest of those distances."""
    normals: float
    """Mean cosine between the normals of samples and of the nearest faces, both ways; 1 is right."""
    f_score: float
    """Harmonic mean of the shares of samples within `threshold` of the other surface; 1 is right."""


def known_solids() -> dict[str, Mesh]:
    """Ten closed solids within the ball of radius 0.9: round, edged, thin, hollow through, and both."""
    turn = trimesh.transformations.euler_matrix(0.5, 0.4, 0.3)
    shapes = {
        "box": trimesh.creation.box((1.0, 0.8, 0.6)),
        "octahedron": trimesh.Trimesh(*_octahedron(0.8)),
        "star": trimesh.Trimesh(*_star(5, 0.75, 0.35, 0.5)),
        "plate": trimesh.creation.box((1.2, 0.9, 0.08)),
        "cylinder": trimesh.creation.cylinder(radius=0.4, height=1.0, sections=256),
        "cone": trimesh.creation.cone(radius=0.6, height=1.1, sections=256),
        "tube": trimesh.creation.annulus(r_min=0.35, r_max=0.55, height=0.6, sections=256),
        "capsule": trimesh.creation.capsule(height=0.7, radius=0.3, count=(96, 96)),
        "ball": trimesh.creation.icosphere(subdivisions=5, radius=0.7),
        "torus": trimesh.creation.torus(0.5, 0.2, major_sections=256, minor_sections=128),
    }
    out = {}
    for name, body in shapes.items():
        if name == "cone":
            body.apply_translation((0.0, 0.0, -0.4))
        # Turned, for a grid meets planes along its axes without an error.
        body.apply_transform(turn)
        out[name] = Mesh(np.asarray(body.vertices, np.float32), np.asarray(body.faces, np.int32))
    return out


def signed_distance(mesh: Mesh) -> Callable[[Array], Array]:
    """The signed distance to a closed mesh, negative inside.

    Args:
        mesh: closed, wound outward.

    Returns:
        [N, 3] -> [N] float64, metres.
    """
    tree = build_tree(mesh)
    normals = face_normals(mesh.vertices, mesh.faces)
    # A direction that no edge is likely to lie along.
    ray = np.array([0.3713906763541037, 0.5570860145311556, 0.7427813527082074])

    def distance(points: Array) -> Array:
        far = nearest_points(tree, points).distances
        hits = cast_rays(tree, points, np.broadcast_to(ray, points.shape))
        # From inside, the first face that a ray meets is left from behind.
        inside = (hits.faces >= 0) & (normals[hits.faces] @ ray > 0)
        return np.where(inside, -far, far)

    return distance


def field_of(mesh: Mesh, peak: float = PEAK, width: float = WIDTH) -> Callable[[Array], Array]:
    """The density of a solid.

    Args:
        mesh: closed, wound outward.
        peak: per metre, deep inside.
        width: metres over which it falls.

    Returns:
        [N, 3] float32 -> [N] float32, per metre; `peak` / 2 on the surface.
    """
    distance = signed_distance(mesh)
    return lambda p: (peak / (1 + np.exp(np.clip(distance(p) / width, -60, 60)))).astype(np.float32)


def view_of(density_fn: Callable[[Array], Array], color_fn: Callable[[Array], Array], n_samples: int = 192) -> ViewFn:
    """A field's volume render, by quadrature along the rays of the prior's camera within the unit ball.

    Returns:
        (azimuth, elevation, resolution) -> premultiplied colour [H, W, 3] and opacity [H, W].
    """

    def render(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        c2w = orbit_c2w(azimuth, elevation)[0]
        x = ((np.arange(resolution) + 0.5) / resolution * 2 - 1) * math.tan(PRIOR_FOVY / 2)
        rays = np.stack(np.broadcast_arrays(x[None, :], -x[:, None], -1.0), axis=-1).reshape(-1, 3)
        rays = (rays / np.linalg.norm(rays, axis=-1, keepdims=True)) @ c2w[:3, :3].T
        origin = c2w[:3, 3]
        # Only where a ray is in the ball.
        along = -(rays @ origin)
        half = np.sqrt(np.maximum(1.0 - (PRIOR_DISTANCE**2 - along**2), 0.0))
        hit = np.flatnonzero(half > 0)
        rgb, trans = np.zeros((len(rays), 3)), np.ones(len(rays))
        for k in range(n_samples):
            live = hit[trans[hit] > 1e-4]
            if not len(live):
                break
            step = 2 * half[live] / n_samples
            points = origin + (along[live] - half[live] + (k + 0.5) * step)[:, None] * rays[live]
            sigmas = density_fn(points.astype(np.float32)).astype(np.float64)
            alphas = 1 - np.exp(-sigmas * step)
            opaque = alphas > 1e-4
            if opaque.any():
                colors = color_fn(points[opaque].astype(np.float32))
                rgb[live[opaque]] += (trans[live[opaque]] * alphas[opaque])[:, None] * colors
            trans[live] *= 1 - alphas
        return rgb.reshape(resolution, resolution, 3), (1 - trans).reshape(resolution, resolution)

    return render


def score_surface(
    mesh: Mesh, truth: Mesh, *, tree: Tree | None = None, n_samples: int = 40_000, threshold: float = 0.1
) -> SurfaceScore:
    """Scores a surface.

    Args:
        mesh: what was made.
        truth: what it should be.
        tree: of the truth, when there is one already.
        n_samples: samples of either surface.
        threshold: of the F-score, percent of the truth's diagonal.
    """
    scale = 100.0 / diagonal_of(truth)
    distances, cosines, shares = [], [], []
    pairs = ((mesh, truth, tree or build_tree(truth)), (truth, mesh, build_tree(mesh)))
    for source, target, where in pairs:
        points, faces = surface_samples(source, n_samples)
        nearest = nearest_points(where, points)
        here, there = _unit_normals(source)[faces], _unit_normals(target)[nearest.faces]
        distances.append(nearest.distances * scale)
        cosines.append(float(np.einsum("ni,ni->n", here, there).mean()))
        shares.append(float((distances[-1] <= threshold).mean()))
    return SurfaceScore(
        chamfer=float((distances[0].mean() + distances[1].mean()) / 2),
        hausdorff=float(max(d.max() for d in distances)),
        normals=float(np.mean(cosines)),
        f_score=2 * shares[0] * shares[1] / max(sum(shares), 1e-12),
    )


def _unit_normals(mesh: Mesh) -> Array:
    normals = face_normals(mesh.vertices, mesh.faces)
    return normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-30)


def _octahedron(radius: float) -> tuple[Array, Array]:
    vertices = radius * np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], float)
    faces = [[0, 2, 4], [2, 1, 4], [1, 3, 4], [3, 0, 4], [2, 0, 5], [1, 2, 5], [3, 1, 5], [0, 3, 5]]
    return vertices, np.array(faces)


def _star(points: int, outer: float, inner: float, height: float) -> tuple[Array, Array]:
    """A prism over a star; its outline is seen whole from the middle, so fans close it."""
    angle = np.arange(2 * points) * math.pi / points
    radius = np.where(np.arange(2 * points) % 2 == 0, outer, inner)
    ring = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    n = len(ring)
    low, high = np.c_[ring, np.full(n, -height / 2)], np.c_[ring, np.full(n, height / 2)]
    vertices = np.concatenate([low, high, [[0, 0, -height / 2], [0, 0, height / 2]]])
    i, j = np.arange(n), (np.arange(n) + 1) % n
    sides = np.concatenate([np.stack([i, j, j + n], 1), np.stack([i, j + n, i + n], 1)])
    caps = np.concatenate([np.stack([j, i, np.full(n, 2 * n)], 1), np.stack([i + n, j + n, np.full(n, 2 * n + 1)], 1)])
    return vertices, np.concatenate([sides, caps])
