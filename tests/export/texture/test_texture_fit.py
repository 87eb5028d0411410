"""A texture that is fitted to the field's renders, and dents that are filtered away."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest

import bozzetto.export.texture.maps as maps
import bozzetto.stages as stages
from bozzetto.export.mesh.denoise import smooth_bilateral
from bozzetto.export.mesh.mesh import Mesh, face_normals, mesh_health, transparent_faces
from bozzetto.export.mesh.raster import orbit_c2w, rasterize, surface_hits
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_mesh import FieldFunctions, field_to_model
from bozzetto.export.package.levels import further_levels
from bozzetto.export.texture.compare import compare_views
from bozzetto.export.texture.texture_fit import OPAQUE, match_colors, match_opacity
from bozzetto.stages import StageTimeoutError


@pytest.fixture(scope="module")
def fog(fields):
    """A soft ball whose colour changes with depth, so that no render shows the colour of its iso surface."""
    density = fields.density(fields.ball(0.55), peak=40.0, width=0.05)

    def color(points):
        depth = np.clip((np.linalg.norm(points, axis=1) - 0.4) / 0.3, 0, 1)[:, None]
        return depth * np.array([0.9, 0.2, 0.1]) + (1 - depth) * fields.rainbow(points)

    return density, color, fields.view(density, color)


def test_a_fitted_texture_is_closer_to_the_field(fields, fog):
    density, color, view = fog
    settings = ExportSettings(
        resolution=48, coarse_resolution=32, max_faces=3000, texture_size=256, isolevel_pixels=48, isolevel_views=3
    )
    scores = {}
    for name, fitted in (("plain", replace(settings, match_views=0)), ("fitted", settings)):
        model = field_to_model(FieldFunctions(density, color, lambda a, e, r: view(a, e, r)[1], view=view), fitted)
        assert (model.offsets is None) == (name == "plain")
        scores[name] = compare_views(model.mesh, view, n_views=3, resolution=64)
    assert scores["fitted"].psnr_surface > scores["plain"].psnr_surface + 4
    assert scores["fitted"].psnr > scores["plain"].psnr
    # No opaque surface can be better than the limit, up to pixels that the limit rounds to black or white.
    assert scores["fitted"].psnr < scores["fitted"].psnr_limit + 0.5
    assert scores["fitted"].psnr_rim < scores["fitted"].psnr < scores["fitted"].psnr_surface


def test_offsets_recover_a_known_shift(fields, make):
    """Renders that are 0.2 redder than the colour callable everywhere are matched by 0.2 of red everywhere seen."""
    mesh = make(fields.ball(0.6), 32)
    density = fields.density(fields.ball(0.6), peak=4000.0, width=0.002)
    view = fields.view(density, lambda p: np.full((len(p), 3), (0.7, 0.5, 0.5)))
    offsets = match_colors(mesh, lambda p: np.full((len(p), 3), 0.5), view, n_views=6, resolution=64)
    seen = mesh.vertices[mesh.vertices[:, 1] > -0.1]
    np.testing.assert_allclose(offsets(seen), np.broadcast_to([0.2, 0.0, 0.0], seen.shape), atol=0.01)


def test_clearness_comes_back_from_what_is_seen_through_its_layers(fields, make):
    """A bubble with a thick wall, clear above and nearly opaque below: most rays go through two front faces of it."""
    mesh = make(lambda p: np.maximum(fields.ball(0.6)(p), -fields.ball(0.45)(p)), 40)
    stopped = np.where(mesh.vertices[:, 1] > 0, 0.3, 0.8)
    painted = painted_at_vertices(mesh, stopped)

    def opacity(azimuth: float, elevation: float, resolution: int):
        return OPAQUE * rasterize(painted, azimuth, elevation, resolution, resolution, supersample=1).alpha[0]

    found = match_opacity(mesh, opacity, n_views=8, resolution=64)(mesh.vertices)[:, 0]
    outside = np.linalg.norm(mesh.vertices, axis=1) > 0.5
    for part, true in ((mesh.vertices[:, 1] > 0.15, 0.3), (mesh.vertices[:, 1] < -0.15, 0.8)):
        assert np.median(found[outside & part]) == pytest.approx(true, abs=0.06)
    # An opaque one stays so, at its silhouette too, where pixels are half beside it.
    whole = match_opacity(mesh, lambda *view: view_of(mesh, *view), n_views=8, resolution=64)
    assert whole(mesh.vertices).min() > 0.95


def view_of(mesh, azimuth, elevation, resolution):
    return OPAQUE * rasterize(mesh, azimuth, elevation, resolution, resolution, supersample=2).alpha[0]


def painted_at_vertices(mesh: Mesh, stopped: np.ndarray) -> Mesh:
    """A mesh whose texture is a row of texels, a level of opacity each."""
    levels, index = np.unique(stopped, return_inverse=True)
    texture = np.full((4, 8 * len(levels), 4), 255, np.uint8)
    texture[..., 3] = np.repeat(np.round(levels * 255), 8)
    uv = np.stack([(index + 0.5) / len(levels), np.full(len(index), 0.5)], axis=1).astype(np.float32)
    return replace(mesh, uv=uv, texture=texture)


def test_a_clear_field_becomes_a_clear_mesh(fields):
    density = fields.density(fields.ball(0.6))
    settings = ExportSettings(
        resolution=32, coarse_resolution=24, isolevel=fields.PEAK / 2, max_faces=800, texture_size=64, match_views=6,
        match_pixels=48, denoise_iterations=0,
    )  # fmt: skip
    hard = fields.view(density, fields.rainbow)
    model = field_to_model(
        FieldFunctions(density, fields.rainbow, view=hard, alpha=lambda a, e, r: 0.4 * hard(a, e, r)[1]), settings
    )
    assert model.mesh.has_alpha and model.opacity is not None and transparent_faces(model.mesh).all()
    assert np.median(model.mesh.texture[..., 3]) / 255 == pytest.approx(0.4 / OPAQUE, abs=0.03)
    (lower,) = further_levels(
        model.low_poly, model.high_poly, fields.rainbow, settings, 1, offsets=model.offsets, opacity=model.opacity
    )
    assert lower.mesh.has_alpha
    assert np.median(lower.mesh.texture[..., 3]) / 255 == pytest.approx(0.4 / OPAQUE, abs=0.03)
    seen = compare_views(model.mesh, lambda a, e, r: tuple(0.4 / OPAQUE * part for part in hard(a, e, r)), n_views=2)
    solid = field_to_model(FieldFunctions(density, fields.rainbow, view=hard), settings)
    assert not solid.mesh.has_alpha and solid.opacity is None
    assert seen.psnr_surface > 34
    assert seen.iou == pytest.approx(compare_views(solid.mesh, hard, n_views=2).iou, abs=0.02), "glass is there too"


def test_views_and_colours_are_checked(fields, make):
    mesh = make(fields.ball(0.6), 24)
    ones = lambda a, e, r: (np.ones((r, r, 3)), np.ones((r, r)))  # noqa: E731
    with pytest.raises(ValueError, match="view_fn must return"):
        match_colors(mesh, fields.rainbow, lambda a, e, r: (np.ones((r, r)), np.ones((r, r))), resolution=16)
    with pytest.raises(ValueError, match="NaN or infinite"):
        match_colors(mesh, lambda p: np.full((len(p), 3), np.nan), ones, resolution=16)
    with pytest.raises(ValueError, match="opacity_fn must return"):
        match_opacity(mesh, lambda a, e, r: np.ones((r, 2)), resolution=16)
    for bad in ({"match_views": -1}, {"match_pixels": 4}):
        with pytest.raises(ValueError, match="match_views"):
            ExportSettings(**bad)


def test_hits_lie_on_the_rays_of_their_pixels(fields, make):
    mesh = make(fields.ball(0.6), 32)
    face_id, bary = surface_hits(mesh, 0.4, 0.2, 33)
    np.testing.assert_allclose(bary[face_id >= 0].sum(axis=-1), 1, atol=1e-6)
    center = np.einsum("k,kc->c", bary[16, 16], mesh.vertices[mesh.faces[face_id[16, 16]]])
    toward = orbit_c2w(0.4, 0.2)[0][:3, 2]
    np.testing.assert_allclose(center, 0.6 * toward, atol=5e-3)
    assert face_id[0, 0] == -1


def _flat_share(mesh: Mesh, axes: np.ndarray) -> float:
    """Mean angle in degrees between each face and the nearest of some directions, by area."""
    normals = face_normals(mesh.vertices, mesh.faces)
    area = np.linalg.norm(normals, axis=1)
    cosine = np.clip((normals / area[:, None]) @ axes.T, -1, 1).max(axis=1)
    return math.degrees(float((np.arccos(cosine) * area).sum() / area.sum()))


def test_dents_go_and_edges_stay(fields, make):
    rng = np.random.default_rng(0)
    box = make(fields.box(), 64)
    axes = np.concatenate([np.eye(3), -np.eye(3)])
    noisy = replace(box, vertices=(box.vertices + rng.normal(0, 0.004, box.vertices.shape)).astype(np.float32))
    smooth = smooth_bilateral(noisy, 25)
    assert _flat_share(noisy, axes) > 12 and _flat_share(smooth, axes) < 4
    health = mesh_health(smooth)
    assert health.watertight and health.volume == pytest.approx(mesh_health(noisy).volume, rel=1e-3)
    # A corner of the box is still where it was.
    corner = np.array([0.5, 0.4, 0.3])
    before, after = (np.linalg.norm(mesh.vertices - corner, axis=1).min() for mesh in (box, smooth))
    assert after < before + 0.01
    assert smooth_bilateral(box, 0) is box


def test_stages_have_a_time_limit(fields, monkeypatch):
    density = fields.density(fields.ball(0.6))
    settings = ExportSettings(
        resolution=40, coarse_resolution=32, isolevel=fields.PEAK / 2, max_faces=800, texture_size=128, uv_time_limit=0,
        normal_map=True, occlusion=True, match_views=0, denoise_iterations=0,
    )  # fmt: skip
    # A clock of which each look takes a second: the second look of a stage is over a limit of a second and a half.
    clock = itertools.count()
    monkeypatch.setattr(stages.time, "perf_counter", lambda: float(next(clock)))
    monkeypatch.setattr(maps, "BLOCK", 512)
    with pytest.raises(StageTimeoutError, match="'grid' was .* done after 1.5 s: lower resolution"):
        field_to_model(FieldFunctions(density, fields.rainbow), replace(settings, stage_time_limit=1.5, block=4096))
    model = field_to_model(FieldFunctions(density, fields.rainbow), replace(settings, stage_time_limit=3.5))
    assert model.mesh.texture is not None and model.mesh.normal_map is None and model.mesh.occlusion is None
    assert model.report.map_note.startswith("no normal map: not done after 3.5 s; no occlusion")
    full = field_to_model(FieldFunctions(density, fields.rainbow), settings)
    assert full.mesh.normal_map is not None and full.mesh.occlusion is not None and full.report.map_note == ""
    with pytest.raises(ValueError, match="stage_time_limit must be positive"):
        ExportSettings(stage_time_limit=0)
