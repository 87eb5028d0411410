"""A surface fitted to normals: dents go where the truth is known, nothing moves where nothing is known."""

import numpy as np
import pytest
import trimesh

from export.mesh import Mesh
from export.normals import fit_normals


def ball(radius: float = 0.6) -> Mesh:
    sphere = trimesh.creation.icosphere(4, radius)
    return Mesh(np.asarray(sphere.vertices, np.float32), np.asarray(sphere.faces, np.int32))


def box() -> Mesh:
    whole = trimesh.creation.box((1.0, 0.8, 0.6)).subdivide_loop(0)
    for _ in range(5):
        whole = whole.subdivide()
    return Mesh(np.asarray(whole.vertices, np.float32), np.asarray(whole.faces, np.int32))


def dented(mesh: Mesh, depth: float = 0.02, width: float = 0.2) -> Mesh:
    """Waves of a few cells' width across the whole surface, along its normals."""
    k = 2 * np.pi / width
    x, y, z = mesh.vertices.T
    wave = depth * (np.sin(k * x) * np.sin(k * y) + np.sin(k * y) * np.sin(k * z)) / 2
    normals = trimesh.Trimesh(mesh.vertices, mesh.faces, process=False).vertex_normals
    return Mesh((mesh.vertices + wave[:, None] * normals).astype(np.float32), mesh.faces)


def wall_of(points: np.ndarray) -> np.ndarray:
    """Normals of the box's walls: the axis along which a point is farthest out, of the box's half sizes."""
    share = points / np.array([0.5, 0.4, 0.3])
    axis = np.abs(share).argmax(1)
    out = np.zeros_like(points)
    out[np.arange(len(points)), axis] = np.sign(share[np.arange(len(points)), axis])
    return out


def test_dents_of_a_ball_go():
    truth, found = ball(), fit_normals(dented(ball()), lambda p, _: p / np.linalg.norm(p, axis=1, keepdims=True))
    before = np.abs(np.linalg.norm(dented(truth).vertices, axis=1) - 0.6)
    after = np.abs(np.linalg.norm(found.vertices, axis=1) - 0.6)
    assert np.sqrt((after**2).mean()) < 0.15 * np.sqrt((before**2).mean())


def test_walls_become_flat_and_edges_stay():
    found = fit_normals(dented(box()), lambda p, _: wall_of(p))
    solid = trimesh.Trimesh(found.vertices, found.faces, process=False)
    middles = solid.triangles_center
    inner = np.sort(np.abs(middles / np.array([0.5, 0.4, 0.3])), axis=1)[:, 1] < 0.9  # away from the edges
    angle = np.degrees(np.arccos(np.clip((solid.face_normals * wall_of(middles)).sum(1), -1, 1)))[inner]
    start = trimesh.Trimesh(dented(box()).vertices, found.faces, process=False)
    before = np.degrees(np.arccos(np.clip((start.face_normals * wall_of(start.triangles_center)).sum(1), -1, 1)))[inner]
    assert angle.mean() < 0.1 * before.mean() and before.mean() > 7
    # The box's volume is 0.48, and rounded edges would cost several percent of it.
    assert solid.volume == pytest.approx(0.48, rel=0.01)


def test_what_is_not_known_stays():
    mesh = dented(box())
    for normal_fn in (lambda p, _: np.zeros_like(p), lambda p, n: -n):
        np.testing.assert_allclose(fit_normals(mesh, normal_fn).vertices, mesh.vertices, atol=1e-6)


def test_bad_normals_are_refused():
    with pytest.raises(ValueError, match="finite"):
        fit_normals(ball(), lambda p, _: np.full_like(p, np.nan))
    with pytest.raises(ValueError, match="expected"):
        fit_normals(ball(), lambda p, _: p[:3])
    with pytest.raises(ValueError, match="length"):
        fit_normals(ball(), lambda p, n: n, length=0.0)
