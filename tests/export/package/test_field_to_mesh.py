"""The whole way, from a field to a file."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest

from bozzetto.export.files.glb import verify_glb, write_glb
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_mesh import FACES_OF_BULKY, FieldFunctions, field_to_model
from bozzetto.export.surface.density_grid import EmptySurfaceError, SolidFieldError, sample_density
from bozzetto.export.surface.iso_level import choose_isolevel, silhouette_target

QUICK = ExportSettings(resolution=64, coarse_resolution=48, max_faces=3000, texture_size=256)


def test_known_object(fields, tmp_path):
    distance = fields.union(fields.torus(0.5, 0.2), fields.ball(0.07, (0.0, 0.0, 0.85)))
    density_fn = fields.density(distance, 80.0, 0.02)
    heard: list[tuple[str, float]] = []
    settings = replace(QUICK, keep_fraction=0.05)
    model = field_to_model(
        FieldFunctions(density_fn, fields.rainbow, fields.opacity(density_fn)),
        settings,
        lambda *event: heard.append(event),
    )
    mesh, report = model.mesh, model.report
    assert report.watertight and report.health.winding_outward and report.health.genus == 1
    assert report.n_faces == len(mesh.faces) <= 3000 and report.n_vertices == len(mesh.vertices)
    assert report.isolevel_found and report.isolevel_iou > 0.95 and report.silhouette_iou > 0.95
    assert [part.kind for part in report.dropped] == ["floater"]
    assert report.density_range[1] == pytest.approx(80, rel=0.01)
    minor = 0.2 + 0.02 * math.log(80 / report.isolevel - 1)
    assert report.health.volume == pytest.approx(2 * math.pi**2 * 0.5 * minor**2, rel=0.015)
    assert mesh.texture.shape == (256, 256, 3) and mesh.uv is not None and mesh.normals is not None
    assert report.uv_method == "xatlas" and report.uv_overlap < 1e-4 and report.uv_utilisation > 0.3

    stages = [stage for stage, _ in heard]
    assert list(dict.fromkeys(stages)) == list(model.seconds)
    assert all(0 <= fraction <= 1 for _, fraction in heard) and heard[-1] == ("check", 1.0)
    json.dumps(report.as_dict(), allow_nan=False)
    verify_glb(write_glb(mesh, tmp_path / "mesh.glb", report.as_dict()), mesh)


def test_same_bits_twice(fields):
    density_fn = fields.density(fields.box())
    settings = ExportSettings(32, 32, isolevel=20.0, max_faces=1000, texture_size=128)
    models = [field_to_model(FieldFunctions(density_fn, fields.rainbow), settings) for _ in range(2)]
    (a, first), (b, second) = ((model.mesh, model.report) for model in models)
    for name in ("vertices", "faces", "uv", "normals", "texture"):
        assert getattr(a, name).tobytes() == getattr(b, name).tobytes()
    assert first.isolevel == 20.0 and not first.isolevel_found and first.silhouette_iou is None


def test_empty_and_solid(fields):
    for density_fn, error in (
        (lambda p: np.zeros(len(p), np.float32), EmptySurfaceError),
        (lambda p: np.full(len(p), 50.0, np.float32), SolidFieldError),
    ):
        visible = fields.opacity(fields.density(fields.ball()))
        with pytest.raises(error, match="density lies in"):
            field_to_model(FieldFunctions(density_fn, fields.rainbow, visible), QUICK)
        with pytest.raises(error, match="density lies in"):
            field_to_model(FieldFunctions(density_fn, fields.rainbow), ExportSettings(16, 16, isolevel=5.0))


def test_settings_are_checked(fields):
    with pytest.raises(ValueError, match="give an opacity"):
        field_to_model(FieldFunctions(fields.density(fields.ball()), fields.rainbow))
    for bad in (
        {"coarse_resolution": 4},
        {"resolution": 7},
        {"max_faces": 2},
        {"texture_size": 16},
        {"isolevel": -1.0},
        {"refinement": 0.5},
        {"line_length": -1.0},
    ):
        with pytest.raises(ValueError, match=next(iter(bad))):
            ExportSettings(**bad)


def test_thin_parts_get_the_level_of_the_fine_grid(fields):
    """On a grid whose cells are wider than a ring, the ring shrinks, and the level that makes up for it is too low; the
    search on the fine grid finds the right one from there."""
    density_fn = fields.density(fields.union(fields.torus(0.5, 0.02), fields.torus(0.3, 0.02)), 60.0, 0.01)
    settings = ExportSettings(max_faces=4000, texture_size=64, uv_time_limit=0.0, match_views=0)
    opacity_fn = fields.opacity(density_fn)
    fine = field_to_model(FieldFunctions(density_fn, fields.rainbow, opacity_fn), settings).report
    coarse = field_to_model(
        FieldFunctions(density_fn, fields.rainbow, opacity_fn), replace(settings, coarse_resolution=32)
    ).report
    assert coarse.isolevel == pytest.approx(fine.isolevel, rel=0.05) and fine.silhouette_iou > 0.9
    too_low = choose_isolevel(sample_density(density_fn, 32), silhouette_target(opacity_fn)).level
    assert too_low < 0.8 * fine.isolevel


def test_what_has_little_surface_gets_a_finer_grid(fields):
    """A ring that is thinner than a cell breaks into pieces; a ball has as many faces as it needs already."""
    ring, ball = fields.density(fields.torus(0.5, 0.017), 60.0, 0.004), fields.density(fields.ball(0.8), 60.0, 0.02)
    plain = ExportSettings(
        64, 64, isolevel=30.0, max_faces=8000, texture_size=64, uv_time_limit=0.0, match_views=0, smooth_iterations=0,
        denoise_iterations=0, keep_fraction=0.0,
    )  # fmt: skip
    finer = replace(plain, refinement=2.0)
    broken = field_to_model(FieldFunctions(ring, fields.rainbow), plain).report
    whole = field_to_model(FieldFunctions(ring, fields.rainbow), finer).report
    assert broken.resolution == 64 and broken.health.n_parts > 4
    assert whole.resolution == 128 and whole.health.n_parts == 1 and whole.health.genus == 1
    bulky = field_to_model(FieldFunctions(ball, fields.rainbow), finer).report
    assert bulky.resolution == 64 and bulky.raw_faces > FACES_OF_BULKY * 64**2
    # Between them: as many faces as a bulky object has.
    between = fields.density(fields.ball(0.5), 60.0, 0.02)
    found = field_to_model(FieldFunctions(between, fields.rainbow), finer).report
    assert 80 < found.resolution < 128 and found.raw_faces == pytest.approx(FACES_OF_BULKY * 64**2, rel=0.03)
    # The level is that of the finer grid.
    opacity_fn = fields.opacity(ring)
    searched = field_to_model(FieldFunctions(ring, fields.rainbow, opacity_fn), replace(finer, isolevel=None)).report
    target = silhouette_target(opacity_fn)
    alone = choose_isolevel(sample_density(ring, 128), target).level
    too_coarse = choose_isolevel(sample_density(ring, 64), target).level
    assert searched.resolution == 128 and searched.isolevel == pytest.approx(alone, rel=0.03)
    assert too_coarse != pytest.approx(alone, rel=0.03)
