"""Each way through the export announces its stages for its settings, and reports those and no others, in order."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import bozzetto.export.package.deliver as deliver_module
from bozzetto.export.files.stl import write_stl
from bozzetto.export.package.deliver import DeliverySettings
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.field_to_files import export_field, field_file_stages
from bozzetto.export.package.field_to_mesh import field_stages, field_to_model
from bozzetto.export.package.mesh_to_mesh import RemeshSettings, export_mesh_file, mesh_stages
from bozzetto.export.package.stages import Stages

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

    def check(self, announced: tuple[str, ...]) -> None:
        """Each stage as announced, from 0 to 1 before the next one begins."""
        assert [stage for stage, _ in itertools.groupby(self.calls, key=lambda call: call[0])] == list(announced)
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
    for line_length, refinement, coarse, normal_map, occlusion, seen in choices:
        settings = replace(
            SMALL, line_length=line_length, refinement=refinement, coarse_resolution=coarse, normal_map=normal_map,
            occlusion=occlusion, isolevel=50.0 if seen is None else None,
        )  # fmt: skip
        reports = Reports()
        model = field_to_model(density_fn, fields.rainbow, seen, settings, reports)
        announced = field_stages(settings, silhouettes=seen is not None)
        reports.check(announced)
        assert tuple(model.report.seconds) == announced


def test_stages_of_a_field_s_files(fields, tmp_path, cheap):
    density_fn = fields.density(fields.ball(0.7), width=0.05)

    def view_fn(azimuth, elevation, resolution):
        return np.zeros((resolution, resolution, 3)), np.zeros((resolution, resolution))

    # Turntables and quads are the same for a mesh file.
    for delivery in (one for one in deliveries() if not one.turntable and not one.quads):
        reports = Reports()
        source = view_fn if delivery.views else None
        made = export_field(
            density_fn, fields.rainbow, None, tmp_path, "ball", SMALL, delivery, {},
            source_view_fn=source, progress=reports,
        )  # fmt: skip
        announced = field_file_stages(SMALL, delivery, silhouettes=False, compared=source is not None)
        reports.check(announced)
        assert tuple(made.report["seconds"]) == announced


def test_stages_of_a_mesh_file(fields, tmp_path, cheap):
    write_stl(fields.colored_cube(), tmp_path / "cube.stl")
    for delivery in deliveries():
        reports = Reports()
        made = export_mesh_file(
            tmp_path / "cube.stl",
            tmp_path,
            "out",
            RemeshSettings(12, 64, uv_time_limit=0.0),
            delivery,
            progress=reports,
        )
        reports.check(mesh_stages(delivery))
        assert tuple(made.report["seconds"]) == mesh_stages(delivery)
        assert Path(made.files[0]).name == "out.glb"


def test_canary_a_stage_that_nobody_announced_is_noticed():
    reports = Reports()
    stages = Stages(reports)
    for name in ("grid", "surface"):
        with stages.stage(name):
            pass
    reports.check(("grid", "surface"))
    for announced in (("grid",), ("surface", "grid"), ("grid", "maps", "surface")):
        with pytest.raises(AssertionError):
            reports.check(announced)
