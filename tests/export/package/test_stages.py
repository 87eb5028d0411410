"""Each way through the export works for all of its settings; its stages report from 0 to 1, in their order."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

import bozzetto.export.package.deliver as deliver_module
from bozzetto.export.files.stl import write_stl
from bozzetto.export.package.deliver import DeliverySettings, Destination
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_files import field_file_stages
from bozzetto.export.package.field_to_mesh import FieldFunctions, field_stages
from bozzetto.export.package.mesh_to_mesh import RemeshSettings, mesh_stages
from bozzetto.stages import Stage, by_name, run_stages

SMALL = ExportSettings(
    resolution=16, coarse_resolution=16, isolevel=50.0, isolevel_views=2, isolevel_pixels=16, max_faces=60,
    texture_size=64, uv_time_limit=0.0, match_views=0, denoise_iterations=0,
)  # fmt: skip


class Reports:
    """What `progress` was called with."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, float]] = []

    def __call__(self, stage: str, fraction: float) -> None:
        self.calls.append((stage, fraction))

    def check(self, stages: list[Stage]) -> None:
        """Each stage in its place, from 0 to 1 before the next one begins."""
        announced = [stage.name for stage in stages]
        assert [stage for stage, _ in itertools.groupby(self.calls, key=lambda call: call[0])] == announced
        for _, group in itertools.groupby(self.calls, key=lambda call: call[0]):
            fractions = [fraction for _, fraction in group]
            assert fractions == sorted(fractions) and fractions[0] == 0 and fractions[-1] == 1
        assert len(set(announced)) == len(announced)


def deliveries() -> list[DeliverySettings]:
    """All combinations of what makes a stage."""
    choices = itertools.product((0, 1), (False, True), (False, True), (0, 1), (0, 1), (0, 50))
    return [
        DeliverySettings(
            ("glb",), lods=lods, collision=collision, report=report, views=views, turntable=turntable, quads=quads
        )
        for lods, collision, report, views, turntable, quads in choices
    ]


@pytest.fixture()
def cheap(monkeypatch) -> None:
    """What a stage does is not the matter here, where it takes long."""

    def no_quads(*_):
        raise ValueError("no quads")

    monkeypatch.setattr(deliver_module, "check_quads", lambda faces: None)
    monkeypatch.setattr(deliver_module, "quad_dominant", no_quads)
    monkeypatch.setattr(deliver_module, "turntable_frames", lambda *_, **__: np.zeros((1, 8, 8, 3), np.uint8))
    monkeypatch.setattr(deliver_module, "turntable_of_views", lambda *_, **__: np.zeros((1, 8, 8, 3), np.uint8))
    monkeypatch.setattr(deliver_module, "report_page", lambda *_, **__: b"")
    monkeypatch.setattr(deliver_module, "compare_views", lambda *_, **__: None)
    monkeypatch.setattr(deliver_module, "validate", lambda paths: None)


def test_stages_of_a_field(fields):
    density_fn = fields.density(fields.ball(0.7), width=0.05)
    opacity_fn = fields.opacity(density_fn, n_samples=8)
    choices = itertools.product((0.0, 0.2), (1.0, 1.5), (12, 16), (False, True), (False, True), (None, opacity_fn))
    for line_length, refinement, coarse, normal_map, occlusion, opacity in choices:
        settings = replace(
            SMALL, line_length=line_length, refinement=refinement, coarse_resolution=coarse, normal_map=normal_map,
            occlusion=occlusion, isolevel=50.0 if opacity is None else None,
        )  # fmt: skip
        reports = Reports()
        stages = field_stages(settings, silhouettes=opacity is not None)
        given = {"field": FieldFunctions(density_fn, fields.rainbow, opacity)}
        made = run_stages(stages, ("mesh",), given=given, report=by_name(reports))
        reports.check(stages)
        assert list(made["seconds"]["export"]) == [stage.name for stage in stages]
        assert (made["mesh"].normal_map is None, made["mesh"].occlusion is None) == (not normal_map, not occlusion)


def test_stages_of_a_field_s_files(fields, tmp_path, cheap):
    density_fn = fields.density(fields.ball(0.7), width=0.05)

    def view_fn(azimuth, elevation, resolution):
        return np.zeros((resolution, resolution, 3)), np.zeros((resolution, resolution))

    # Turntables and quads are the same for a mesh file.
    for delivery in (one for one in deliveries() if not one.turntable and not one.quads):
        reports = Reports()
        given = {"field": FieldFunctions(density_fn, fields.rainbow)}
        if delivery.views:
            given["source_view"] = view_fn
        stages = field_file_stages(
            SMALL, delivery, Destination(tmp_path, "ball"), silhouettes=False, compared=bool(delivery.views)
        )
        made = run_stages(stages, ("delivered",), given=given, report=by_name(reports))
        reports.check(stages)
        report = made["delivered"].report
        # The last stage writes the report, and does not know yet how long it takes.
        assert list(report["seconds"]) == [stage.name for stage in stages][:-1]
        assert [path.name for path in made["delivered"].files if path.suffix == ".html"] == (
            ["ball_report.html"] if delivery.report else []
        )


def test_stages_of_a_mesh_file(fields, tmp_path, cheap):
    write_stl(fields.colored_cube(), tmp_path / "cube.stl")
    for delivery in deliveries():
        reports = Reports()
        remesh = RemeshSettings(12, 64, uv_time_limit=0.0)
        stages = mesh_stages(tmp_path / "cube.stl", remesh, delivery, Destination(tmp_path, "out"))
        made = run_stages(stages, ("delivered",), report=by_name(reports))
        reports.check(stages)
        assert made["delivered"].files[0].name == "out.glb" and not list(tmp_path.glob(".*.part"))
        assert (tmp_path / "out_collision.glb").is_file() == delivery.collision
        for path in tmp_path.glob("out*"):
            path.unlink()


def test_canary_a_stage_that_does_not_report_is_noticed():
    reports = Reports()
    for name in ("grid", "surface"):
        for fraction in (0.0, 1.0):
            reports(name, fraction)
    grid, surface, maps = (Stage(name, lambda: None) for name in ("grid", "surface", "maps"))
    reports.check([grid, surface])
    for stages in ([grid], [surface, grid], [grid, maps, surface]):
        with pytest.raises(AssertionError):
            reports.check(stages)
