"""Atlases and baked textures."""

from __future__ import annotations

import logging
import math
import subprocess

import numpy as np
import pytest

import bozzetto.export.texture.uv as uv_module
from bozzetto.export.mesh.clean import simplify, smooth_taubin, with_normals
from bozzetto.export.mesh.mesh import Mesh, face_normals, mesh_health
from bozzetto.export.mesh.raster import orbit_c2w, rasterize
from bozzetto.export.surface.density_grid import sample_density
from bozzetto.export.surface.marching_cubes import extract_surface
from bozzetto.export.texture import unwrap_worker
from bozzetto.export.texture.bake import bake_texture, bake_vertex_colors, fill_nearest, surface_texels
from bozzetto.export.texture.uv import Unwrap, atlas_coverage, unwrap, unwrap_box


@pytest.fixture(scope="module")
def light_mesh(fields) -> Mesh:
    density_fn = fields.density(fields.union(fields.torus(0.5, 0.18), fields.box((0.15, 0.7, 0.15))))
    mesh = extract_surface(sample_density(density_fn, 64), 50.0, density_fn=density_fn)
    return with_normals(simplify(smooth_taubin(mesh, 3), 3000))


@pytest.fixture(scope="module", params=["xatlas", "box"])
def atlas(request, light_mesh) -> Unwrap:
    result = unwrap(light_mesh, 512) if request.param == "xatlas" else unwrap_box(light_mesh, 512)
    assert result.method == request.param
    return result


def uv_areas(mesh):
    a, b, c = (mesh.uv[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    return ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]) / 2


def test_atlas_is_sound(atlas, light_mesh):
    mesh = atlas.mesh
    assert mesh.uv.min() >= 0 and mesh.uv.max() <= 1
    assert atlas.overlap < 1e-4
    assert atlas.utilisation > 0.35
    assert atlas.utilisation == pytest.approx(np.abs(uv_areas(mesh)).sum(), abs=0.02)
    # Nothing of the surface is lost, and seams weld again.
    assert len(mesh.faces) == len(light_mesh.faces)
    before, after = mesh_health(light_mesh), mesh_health(mesh)
    assert after.watertight and after.winding_outward
    assert (after.n_vertices, after.euler) == (before.n_vertices, before.euler)
    assert after.volume == pytest.approx(before.volume, rel=1e-6)
    assert atlas.note == ""


def test_charts_are_little_stretched(atlas):
    areas = uv_areas(atlas.mesh)
    # xatlas turns charts by exchanging u and v, which mirrors them; box projection mirrors none.
    assert atlas.method == "xatlas" or (areas > 0).all()
    ratio = np.abs(areas) / np.linalg.norm(face_normals(atlas.mesh.vertices, atlas.mesh.faces), axis=1)
    low, high = np.quantile(ratio, [0.02, 0.98])
    # Box projection shrinks a face by the cosine to its axis, which is at least 1 / sqrt 3.
    assert high / low < (2.0 if atlas.method == "box" else 4.0)


def test_coverage_sees_an_overlap(atlas):
    """Canary: all faces laid on one triangle, and two that share half."""
    squashed = Mesh(atlas.mesh.vertices, atlas.mesh.faces, atlas.mesh.uv % 0.25)
    assert atlas_coverage(squashed, 512)[1] > 0.1
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    square = Mesh(np.zeros((4, 3), np.float32), np.array([[0, 1, 2], [0, 2, 3]], np.int32), corners)
    assert atlas_coverage(square, 64) == (pytest.approx(1 - 64 / 64**2), 0.0)
    double = Mesh(square.vertices, np.array([[0, 1, 2], [0, 2, 3], [0, 1, 3]], np.int32), corners)
    assert atlas_coverage(double, 64)[1] > 0.4


def test_xatlas_in_time_or_box(light_mesh, caplog):
    with caplog.at_level(logging.WARNING):
        late = unwrap(light_mesh, 256, time_limit=0.01)
    assert late.method == "box" and "did not finish" in late.note and late.note in caplog.text
    assert unwrap(light_mesh, 256, time_limit=0).method == "box"


def test_crash_of_xatlas_falls_back(light_mesh, monkeypatch):
    def crash(command, **_):
        return subprocess.CompletedProcess(command, -11, "", "")

    monkeypatch.setattr(uv_module.subprocess, "run", crash)
    result = unwrap(light_mesh, 256)
    assert result.method == "box" and "exit status -11" in result.note


def test_box_projection_of_a_folded_chart():
    """A spiral ramp folds over itself when seen from above; the layers must go to different charts."""
    turn = np.linspace(0, 4 * math.pi, 129)
    inner = np.stack([0.3 * np.cos(turn), turn * 0.03, 0.3 * np.sin(turn)], axis=1)
    outer = inner * [2.5, 1, 2.5]
    vertices = np.concatenate([inner, outer]).astype(np.float32)
    i = np.arange(128)
    faces = np.concatenate([np.stack([i, i + 1, i + 129], 1), np.stack([i + 1, i + 130, i + 129], 1)])
    result = unwrap_box(Mesh(vertices, faces.astype(np.int32)), 512)
    assert result.overlap < 1e-3 and result.n_charts >= 2
    assert result.mesh.uv.min() >= 0 and result.mesh.uv.max() <= 1


def test_box_projection_on_a_texture_with_little_room():
    rng = np.random.default_rng(0)
    corners = (rng.uniform(-1, 1, (900, 1, 3)) + rng.normal(0, 0.05, (900, 3, 3))).reshape(-1, 3).astype(np.float32)
    soup = Mesh(corners, np.arange(2700, dtype=np.int32).reshape(-1, 3))
    assert unwrap_box(soup, 64).n_charts == 900
    with pytest.raises(ValueError, match="900 charts do not fit on a texture of 16 texels"):
        unwrap_box(soup, 16)


def psnr(a, b):
    return 10 * math.log10(1 / np.mean((a - b) ** 2))


def test_baked_texture_shows_the_colour_function(atlas, fields):
    mesh = bake_texture(atlas.mesh, fields.rainbow, 512)
    azimuth, elevation = np.arange(6) * 1.1, np.linspace(-0.8, 0.9, 6)
    view = rasterize(mesh, azimuth, elevation, 160, 160, supersample=1)
    c2w = orbit_c2w(azimuth, elevation)
    x = ((np.arange(160) + 0.5) / 80 - 1) * math.tan(math.radians(20))
    rays = np.stack(np.broadcast_arrays(x[None, :], -x[:, None], -1.0), axis=-1)
    rays /= np.linalg.norm(rays, axis=-1, keepdims=True)
    for i in range(6):
        seen = view.alpha[i] > 0
        points = c2w[i, :3, 3] + (rays @ c2w[i, :3, :3].T)[seen] * view.depth[i][seen][:, None]
        assert psnr(view.rgb[i][seen], fields.rainbow(points)) > 38
        # Seams too: no pixel is far off.
        assert np.abs(view.rgb[i][seen] - fields.rainbow(points)).max() < 0.12


def test_mip_maps_do_not_bleed(atlas, fields):
    """With one colour on the surface, no texel may hold another one."""
    mesh = bake_texture(atlas.mesh, lambda p: np.full((len(p), 3), (0.2, 0.4, 0.6)), 256)
    assert (mesh.texture == np.array([51, 102, 153])).all()


def test_inset_asks_inside(atlas, fields):
    outside, inside = [], []
    bake_texture(atlas.mesh, lambda p: outside.append(p) or np.zeros((len(p), 3)), 128)
    bake_texture(atlas.mesh, lambda p: inside.append(p) or np.zeros((len(p), 3)), 128, inset=0.03)
    np.testing.assert_allclose(
        np.linalg.norm(np.concatenate(outside) - np.concatenate(inside), axis=1), 0.03, atol=1e-5
    )
    distance = fields.union(fields.torus(0.5, 0.18), fields.box((0.15, 0.7, 0.15)))
    assert np.mean(distance(np.concatenate(inside)) < -0.02) > 0.95


def test_texels_lie_on_the_surface(atlas, fields):
    texels = surface_texels(atlas.mesh, 256)
    distance = fields.union(fields.torus(0.5, 0.18), fields.box((0.15, 0.7, 0.15)))
    assert np.quantile(np.abs(distance(texels.positions.astype(np.float64))), 0.99) < 0.02
    share = len(texels.rows) / 256**2
    assert atlas_coverage(atlas.mesh, 256)[0] < share < 1


def test_colours_are_evaluated_in_blocks_and_checked(atlas):
    sizes = []
    bake_texture(atlas.mesh, lambda p: sizes.append(len(p)) or np.zeros((len(p), 3)), 128, block=1000)
    assert max(sizes) == 1000
    with pytest.raises(ValueError, match="color_fn must return"):
        bake_texture(atlas.mesh, lambda p: np.zeros((len(p), 4)), 128)
    with pytest.raises(ValueError, match="NaN"):
        bake_texture(atlas.mesh, lambda p: np.full((len(p), 3), np.nan), 128)
    with pytest.raises(ValueError, match="unwrap it first"):
        bake_texture(Mesh(atlas.mesh.vertices, atlas.mesh.faces), lambda p: p, 128)


def test_fill_nearest_against_brute_force():
    rng = np.random.default_rng(0)
    texture = rng.integers(0, 255, (20, 20, 3)).astype(np.uint8)
    empty = rng.random((20, 20)) < 0.9
    filled = fill_nearest(texture, empty)
    rows, columns = np.nonzero(~empty)
    for r in range(20):
        for c in range(20):
            squared = (rows - r) ** 2 + (columns - c) ** 2
            nearest = squared == squared.min()
            assert (texture[rows[nearest], columns[nearest]] == filled[r, c]).all(axis=1).any()


def test_vertex_colors(light_mesh, fields):
    mesh = bake_vertex_colors(light_mesh, fields.rainbow)
    np.testing.assert_allclose(mesh.colors / 255, fields.rainbow(light_mesh.vertices), atol=0.51 / 255)


def test_a_large_mesh_is_cut_into_pieces_and_put_together_as_it_was():
    turns, rounds = np.meshgrid(np.arange(100), np.arange(60), indexing="ij")
    a, b = turns.ravel() * math.tau / 100, rounds.ravel() * math.tau / 60
    ring = 0.6 + 0.25 * np.cos(b)
    vertices = np.stack([ring * np.cos(a), 0.25 * np.sin(b), ring * np.sin(a)], 1).astype(np.float32)
    corner = [((turns + i) % 100 * 60 + (rounds + j) % 60).ravel() for i, j in ((0, 0), (0, 1), (1, 1), (1, 0))]
    faces = np.concatenate(
        [np.stack([corner[0], corner[1], corner[2]], 1), np.stack([corner[0], corner[2], corner[3]], 1)]
    )
    cut = unwrap_worker.pieces(vertices, faces)
    assert len(cut) == 4 and max(map(len, cut)) <= unwrap_worker.PIECE_FACES
    assert np.array_equal(np.sort(np.concatenate(cut)), np.arange(len(faces)))
    result = unwrap(Mesh(vertices, faces.astype(np.int32)), 512)
    assert result.method == "xatlas" and result.overlap == 0 and result.utilisation > 0.4
    # Face for face the mesh that it was, and no seam where there need be none: vertices are shared within a chart.
    assert np.array_equal(result.mesh.vertices[result.mesh.faces], vertices[faces])
    assert len(result.mesh.vertices) < 1.4 * len(vertices)
