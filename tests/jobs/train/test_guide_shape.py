"""A field held to a rough mesh: inside and outside, the loss of Latent-NeRF, and a run that takes the mesh's shape."""

from dataclasses import replace

import numpy as np
import pytest
import torch
import trimesh

from bozzetto.export.mesh.mesh import Mesh
from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.run_config import GuidanceConfig, Ramp, RegularConfig
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.store.runs import create_run
from bozzetto.jobs.train.guide_shape import NEAR, guide_loss, guide_shape_of, read_guide_shape, winding_number
from bozzetto.jobs.train.views import cameras_of, orbit_views
from bozzetto.nerf.cameras import camera_rays
from bozzetto.nerf.field import HashField
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render
from tests.jobs.known_object import box_oracle, small_config, train_with


def mesh_of(shape):
    return Mesh(np.asarray(shape.vertices, np.float32), np.asarray(shape.faces, np.int32))


def test_a_mesh_says_what_is_inside_and_how_far_its_surface_is():
    # A bowl: an outer and an inner ball that is turned inside out, open nowhere.
    ball, hollow = trimesh.creation.icosphere(3, 2.0), trimesh.creation.icosphere(3, 1.2)
    hollow.invert()
    shell = trimesh.util.concatenate([ball, hollow])
    guide = guide_shape_of(mesh_of(shell))
    radius = torch.tensor([0.0, 0.2, 0.56, 0.69, 0.95])
    inside, weight = guide(torch.nn.functional.pad(radius[:, None], (0, 2)))
    assert inside[[0, 1, 2, 4]].tolist() == [0.0, 0.0, 1.0, 0.0], "the hollow is outside"
    distance = torch.minimum((radius - 0.7).abs(), (radius - 0.42).abs())
    # Between nodes the distance is that of the nodes around.
    assert torch.allclose(weight, 1 - torch.exp(-0.5 * (distance / NEAR) ** 2), atol=0.06)
    assert winding_number(mesh_of(ball), np.zeros(3)) == pytest.approx(1.0)
    assert winding_number(mesh_of(ball), np.array([3.0, 0, 0])) == pytest.approx(0.0, abs=1e-6)


def test_the_loss_is_the_cross_entropy_summed_over_the_samples():
    field = HashField(FieldConfig(levels=4, max_resolution=16, log2_table=10, hidden=16, blob_height=6.0))
    grid = OccupancyGrid(16, 1.0)
    grid.update(field.density, torch.Generator().manual_seed(0))
    rays = camera_rays(cameras_of(orbit_views(torch.tensor([0.0])), 8))
    out = render(field, grid, rays, step_size=1 / 12)
    guide = guide_shape_of(mesh_of(trimesh.creation.box((1.0, 2.0, 1.0))))
    x = rays.origins[out.samples.ray_indices] + out.samples.t_mids[:, None] * rays.directions[out.samples.ray_indices]
    inside, weight = guide(x)
    assert 0 < float(inside.mean()) < 1
    with torch.no_grad():
        opacity = 1 - torch.exp(-0.2 * field.density(x))
    q = inside.clamp(0.01, 0.99)
    expected = float((-weight * (opacity * q.log() + (1 - opacity) * (1 - q).log())).sum())
    loss = guide_loss(guide, field, out, rays, 50_000, torch.Generator().manual_seed(0))
    assert float(loss.detach()) == pytest.approx(expected, rel=0.03)
    (slope,) = torch.autograd.grad(loss, field.table)
    assert bool(slope.isfinite().all()) and float(slope.abs().max()) > 0
    with pytest.raises(ValueError, match="expected the samples"):
        guide_loss(guide, field, out.without_samples(), rays, 10, torch.Generator())


def test_a_run_takes_the_shape_of_its_mesh(tmp_path):
    trimesh.creation.box((0.6, 2.0, 0.6)).export(tmp_path / "post.obj")
    regular = RegularConfig(guide_shape=Ramp(0.01, 0.01), guide_mesh=str(tmp_path / "post.obj"))
    config = small_config(40, regular=regular, guidance=GuidanceConfig(weight=1e-6))
    field = train_with(create_run(config, tmp_path / "run"), box_oracle(16)).field
    with torch.no_grad():
        sigmas = field.density(torch.tensor([[0.0, 0.45, 0.0], [0.0, -0.45, 0.0], [0.5, 0.0, 0.0], [0.0, 0.0, -0.5]]))
    assert float(sigmas[:2].min()) > 4 * float(sigmas[2:].max()), sigmas


def test_a_mesh_that_is_not_there_is_said_before_anything_begins(tmp_path):
    config = small_config(2, regular=RegularConfig(guide_shape=Ramp(1.0, 1.0)))
    with pytest.raises(ConfigError, match=r"give regular\.guide_mesh=FILE"):
        generate(config, out=tmp_path / "run")
    absent = replace(config, regular=replace(config.regular, guide_mesh=str(tmp_path / "absent.obj")))
    with pytest.raises(ConfigError, match=r"regular\.guide_mesh: .*absent\.obj"):
        read_guide_shape(absent)
    assert read_guide_shape(small_config(2)) is None
