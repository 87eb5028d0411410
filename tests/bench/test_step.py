"""The step's bench at its smallest: every part is timed, the table is whole, and the ways render the same scene."""

import json
from dataclasses import replace

import pytest
import torch

pytest.importorskip("diffusers", reason="the optional packages of pretrained priors are not installed")

from bozzetto.bench.step import our_render, shaded_views, step, step_table, threestudio_cold_render, threestudio_render  # noqa: E402
from bozzetto.jobs.config.recipes import RECIPES  # noqa: E402
from bozzetto.jobs.train.views import cameras_of  # noqa: E402
from bozzetto.nerf.cameras import camera_rays  # noqa: E402
from bozzetto.nerf.field import HashField  # noqa: E402
from bozzetto.nerf.field_config import FieldConfig  # noqa: E402
from bozzetto.nerf.occupancy import OccupancyGrid  # noqa: E402


def test_the_table_is_whole_and_says_that_it_ran_without_a_gpu(tmp_path, capsys):
    path = tmp_path / "step.json"
    step(json_file=path, steps=1, shrink=16)
    record = json.loads(path.read_text())
    out = capsys.readouterr().out
    if not torch.cuda.is_available():
        assert "not run on a GPU" in out and "not run on a GPU" in record["device"]
    assert "1/16 of their size" in out
    rows = {row["name"]: row for row in record["rows"]}
    for way in ("our way", "threestudio way", "threestudio way, cold grid"):
        parts = sum(rows[f"{way}: {part}"]["seconds"] for part in ("render", "prior", "backward"))
        assert rows[f"{way}: whole step"]["seconds"] == pytest.approx(parts) and parts > 0
    rays = record["rays"]
    assert rows["threestudio way, cold grid: whole step"]["samples"] == 512 * rays
    assert 0 < rows["our way: whole step"]["samples"] < 512 * rays
    assert record["peak_gb"] > 0 and rows["floor: U-Net with guidance + encoder forward and backward"]["seconds"] > 0


def test_all_ways_see_the_same_silhouette():
    config = RECIPES["dreamfusion-sd"].config
    config = replace(config, render=replace(config.render, step_size=1 / 64), light=replace(config.light))
    draw = torch.Generator().manual_seed(0)
    field = HashField(FieldConfig(levels=4, max_resolution=16, log2_table=10, hidden=16, blob_height=8.0), draw)
    grid = OccupancyGrid(16, field.config.radius, 0.01)
    grid.update(field.density, draw)
    views = shaded_views(config, draw)
    cameras = cameras_of(views, 8)
    rays = camera_rays(cameras)
    with torch.no_grad():
        opacities = [
            way(field, grid, rays, views, cameras, config, torch.Generator().manual_seed(1))[0][1]
            for way in (our_render, threestudio_render, threestudio_cold_render)
        ]
    torch.testing.assert_close(opacities[0], opacities[1], rtol=0, atol=1e-5)
    torch.testing.assert_close(opacities[0], opacities[2], rtol=0, atol=0.05)


def test_the_embedded_shape_is_one_too(monkeypatch):
    from bozzetto.sds.oracle import OraclePrior

    monkeypatch.setattr(
        "bozzetto.sds.embedded.EmbeddedPrior",
        lambda device: OraclePrior(lambda views: torch.zeros(len(views), 3, 16, 16), 16),
    )
    rows, about = step_table("embedded", 1, 8, torch.device("cpu"))
    assert len(rows) == 13 and about["side"] == 8
