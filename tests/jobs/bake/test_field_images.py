"""`bozzetto render`: what each kind of picture shows, at any size in tiles, and what is refused."""

import math

import av
import numpy as np
import pytest
import torch
from PIL import Image

import bozzetto.jobs.bake.field_images
from bozzetto.jobs.bake.field_images import PictureOptions, camera, picture, raw_picture, render_run
from bozzetto.jobs.config.errors import CheckpointError, ConfigError
from bozzetto.jobs.store.checkpoint import save_checkpoint
from bozzetto.jobs.store.runs import create_run
from bozzetto.jobs.train.train_state import new_state, pack
from bozzetto.nerf.cameras import PRIOR_DISTANCE, Rays, camera_rays, orbit_c2w, pixel_rays
from tests.jobs.known_object import small_config


def ball_run(tmp_path, steps=1):
    """A run whose field is the starting ball, with a grid that knows it."""
    run = create_run(small_config(), tmp_path / "run")
    state = new_state(run.config)
    for _ in range(3):
        state.grid.update(state.field.density, state.generators["grid"])
    state.step = steps
    save_checkpoint(run, pack(state))
    return run


@pytest.fixture
def trained(tmp_path):
    run = ball_run(tmp_path)
    return run, bozzetto.jobs.bake.field_images.load_trained(run)


def see(trained, what, raw=False, **options):
    chosen = PictureOptions(**{"width": 33, "height": 33, "what": what, "elevation_deg": 0.0, **options})
    function = raw_picture if raw else picture
    return function(trained[1], camera(chosen, chosen.azimuth_deg), chosen, 1 / 24)


def test_depth_is_the_distance_to_the_ball_and_nothing_has_none(trained):
    depth = see(trained, "depth", raw=True)[..., 0]
    opacity = see(trained, "opacity", raw=True)[..., 0]
    assert opacity[16, 16] > 0.9 and opacity[0, 0] == 0
    assert PRIOR_DISTANCE - 0.7 < depth[16, 16] < PRIOR_DISTANCE and depth[0, 0] == 0
    shown = see(trained, "depth")
    assert shown[16, 16, 0] == round(255 * (PRIOR_DISTANCE + 1 - depth[16, 16]) / 2) and shown[0, 0, 0] == 0


def test_normals_of_the_ball_point_at_who_looks(trained):
    normals = see(trained, "normal", raw=True, azimuth_deg=90.0)
    assert normals[16, 16, 0] > 0.95  # from +X
    assert np.allclose(np.linalg.norm(normals[16, 16]), 1, atol=1e-5)
    colours = see(trained, "normal", azimuth_deg=90.0)
    assert colours[16, 16, 0] > 245 and colours[0, 0].tolist() == [255, 255, 255]


def test_lit_colour_is_never_brighter_than_the_plain_one_and_lies_before_the_background(trained):
    lit, plain = see(trained, "rgb", background=0.0), see(trained, "albedo", background=0.0)
    assert (lit.astype(int) <= plain.astype(int) + 1).all() and int(plain.max()) > 50
    assert lit.astype(int).sum() < 0.98 * plain.astype(int).sum()
    assert see(trained, "albedo", background=0.5)[0, 0].tolist() == [128, 128, 128]


def test_occupancy_shows_the_marched_cells_round_the_ball(trained):
    shown, opacity = see(trained, "occupancy")[..., 0], see(trained, "opacity", raw=True)[..., 0]
    assert shown[16, 16] > 0 and shown[0, 0] == 0
    assert bool((shown[opacity > 0.5] > 0).all())


@pytest.mark.parametrize("what", ["rgb", "depth", "occupancy"])
def test_tiles_and_sizes_change_nothing(trained, what, monkeypatch):
    whole = see(trained, what, width=40, height=25)
    monkeypatch.setattr(bozzetto.jobs.bake.field_images, "TILE", 37)
    assert np.abs(see(trained, what, width=40, height=25).astype(int) - whole).max() <= 1
    assert whole.shape == (25, 40, 3)


def test_memory_does_not_grow_with_the_picture(trained, monkeypatch):
    # The largest tensor that any tile makes is as large for a picture of sixteen times the pixels.
    sizes = []
    original = bozzetto.jobs.bake.field_images._ray_values

    def watched(t, view, rays, options, step_size):
        sizes.append(len(rays))
        return original(t, view, rays, options, step_size)

    monkeypatch.setattr(bozzetto.jobs.bake.field_images, "TILE", 256)
    monkeypatch.setattr(bozzetto.jobs.bake.field_images, "_ray_values", watched)
    see(trained, "opacity", width=64, height=64)
    assert max(sizes) == 256 and sum(sizes) == 64 * 64


def test_the_ball_fits_whatever_the_shape_of_the_picture(trained):
    for width, height in ((20, 60), (60, 20)):
        opacity = see(trained, "opacity", raw=True, width=width, height=height)[..., 0]
        edge = np.concatenate([opacity[0], opacity[-1], opacity[:, 0], opacity[:, -1]])
        assert edge.max() < 0.3 < opacity.max()


def test_rays_of_single_pixels_are_those_of_the_whole_image():
    azimuth = torch.tensor([0.3, 2.0])
    from bozzetto.nerf.cameras import Cameras

    cameras = Cameras(
        orbit_c2w(azimuth, azimuth / 5),
        torch.tensor([0.7, 0.5]),
        7,
        5,
        torch.tensor([1.0, 2.0]),
        torch.tensor([[0.0, 0.0], [0.3, -0.2]]),
    )
    every = camera_rays(cameras)
    index = torch.tensor([0, 3, 34, 35, 50, 69])
    some: Rays = pixel_rays(cameras, index)
    assert torch.allclose(some.origins, every.origins[index]) and torch.allclose(
        some.directions, every.directions[index], atol=1e-6
    )


def test_files_are_written_by_their_ending(tmp_path):
    run = ball_run(tmp_path)
    small = {"width": 16, "height": 12}
    (png,) = render_run(run, tmp_path / "new" / "a.png", PictureOptions(**small))
    assert Image.open(png).size == (16, 12)
    (npy,) = render_run(run, tmp_path / "a.npy", PictureOptions(**small, what="normal"))
    assert np.load(npy, allow_pickle=False).shape == (12, 16, 3)
    (webp,) = render_run(run, tmp_path / "a.webp", PictureOptions(**small, turntable=3))
    assert Image.open(webp).n_frames >= 1
    (mp4,) = render_run(run, tmp_path / "a.mp4", PictureOptions(**small, turntable=3))
    with av.open(str(mp4)) as movie:
        assert [frame.to_ndarray(format="rgb24").shape for frame in movie.decode(video=0)] == [(12, 16, 3)] * 3
    frames = render_run(run, tmp_path / "turn", PictureOptions(**small, turntable=3))
    assert [frame.name for frame in frames] == [f"rgb_{k:04d}.png" for k in range(3)]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"width": 0}, "sides of 1 to 32768 pixels, got 0 x 512"),
        ({"width": 32768, "height": 32768}, "at most 268435456 pixels"),
        ({"elevation_deg": 91.0}, "-90 to 90"),
        ({"azimuth_deg": math.nan}, "a finite number of degrees"),
        ({"turntable": -1}, "0 to 3600 frames, got -1"),
        ({"what": "colour"}, "expected one of rgb, albedo"),
        ({"background": 2.0}, r"background: expected in \[0, 1\], got 2"),
    ],
)
def test_what_cannot_be_rendered_is_refused(options, message):
    with pytest.raises(ConfigError, match=message):
        PictureOptions(**options)


def test_files_of_another_kind_and_runs_without_a_field_are_refused(tmp_path):
    run = create_run(small_config(), tmp_path / "run")
    with pytest.raises(CheckpointError, match="has nothing"):
        render_run(run, tmp_path / "a.png")
    for name, turntable in (("a.jpg", 0), ("a", 0), ("a.png", 3), ("a.webp", 0), ("a.mp4", 0)):
        with pytest.raises(ConfigError, match="out: expected"):
            render_run(run, tmp_path / name, PictureOptions(turntable=turntable))
    with pytest.raises(ConfigError, match="do not fit into one file"):
        render_run(run, tmp_path / "a.webp", PictureOptions(width=4000, height=4000, turntable=36))


def test_a_run_of_a_cuda_backend_can_be_looked_at_without_a_card(tmp_path, monkeypatch):
    monkeypatch.delenv("TRITON_INTERPRET", raising=False)
    run = ball_run(tmp_path)
    path = run.path / "config.json"
    path.write_text(path.read_text().replace('"backend": "auto"', '"backend": "tcnn"'))
    (png,) = render_run(run, tmp_path / "a.png", PictureOptions(width=8, height=8))
    assert png.is_file()
    if not torch.cuda.is_available():
        with pytest.raises(ConfigError, match="backend 'triton' cannot run"):
            render_run(run, tmp_path / "a.png", PictureOptions(width=8, height=8, backend="triton"))
