"""Cameras: round trips, and which way is front, left, up."""

import math

import pytest
import torch

from bozzetto.nerf import (
    PRIOR_DISTANCE,
    PRIOR_FOVY,
    Cameras,
    FieldOutput,
    OccupancyGrid,
    Rays,
    camera_rays,
    light_to_world,
    look_at,
    orbit_c2w,
    over,
    per_ray,
    project,
    render_image,
)
from bozzetto.nerf.backend import Backend


def some_cameras(n=5, width=12, height=8, windows=True, seed=0):
    generator = torch.Generator().manual_seed(seed)
    azimuth = torch.rand(n, generator=generator, dtype=torch.float64) * 2 * math.pi
    elevation = torch.rand(n, generator=generator, dtype=torch.float64) * 2 - 1
    zoom = 1 + torch.rand(n, generator=generator, dtype=torch.float64)
    center = torch.rand(n, 2, generator=generator, dtype=torch.float64) - 0.5
    fovy = torch.full((n,), PRIOR_FOVY, dtype=torch.float64)
    c2w = orbit_c2w(azimuth, elevation, 3.0)
    return Cameras(c2w, fovy, width, height, zoom, center) if windows else Cameras(c2w, fovy, width, height)


class CubeField:
    """A cube of half side 0.5 whose faces have six colours: the least that `render` asks of a field."""

    backend: Backend = "torch"
    faces = {
        (0, 1): (1.0, 0.0, 0.0),  # +X red
        (0, -1): (0.0, 1.0, 0.0),  # -X green
        (1, 1): (0.0, 0.0, 1.0),  # +Y blue
        (1, -1): (1.0, 1.0, 0.0),  # -Y yellow
        (2, 1): (1.0, 0.0, 1.0),  # +Z (front) magenta
        (2, -1): (0.0, 1.0, 1.0),  # -Z cyan
    }

    def __call__(self, x):
        axis = x.abs().argmax(-1)
        sign = x.gather(1, axis[:, None])[:, 0].sign()
        albedo = torch.zeros_like(x)
        for (face_axis, face_sign), colour in self.faces.items():
            albedo[(axis == face_axis) & (sign == face_sign)] = torch.tensor(colour)
        return FieldOutput(torch.where(x.abs().amax(-1) < 0.5, 200.0, 0.0), albedo)

    def normals(self, x):
        raise NotImplementedError

    normals_finite_difference = normals


def see_cube(azimuth_deg, elevation_deg, size=33, **window):
    angle = torch.deg2rad(torch.tensor([azimuth_deg, elevation_deg], dtype=torch.float32))
    cameras = Cameras(orbit_c2w(angle[:1], angle[1:]), torch.tensor([PRIOR_FOVY]), size, size, **window)
    return render_image(CubeField(), OccupancyGrid(resolution=16), cameras, step_size=1 / 48)


def assert_colour(pixel, face):
    assert torch.allclose(pixel, torch.tensor(CubeField.faces[face]), atol=0.02), (pixel, face)


def test_project_inverts_camera_rays():
    cameras = some_cameras()
    rays = camera_rays(cameras)
    n, h, w = len(cameras), cameras.height, cameras.width
    points = (rays.origins + 2.5 * rays.directions).reshape(n, h * w, 3)
    row, col = torch.meshgrid(torch.arange(h), torch.arange(w), indexing="ij")
    expected = torch.stack([col, row], -1).reshape(-1, 2) + 0.5
    for view in range(n):
        pixels, depth = project(points[view], cameras)
        assert torch.allclose(pixels[view], expected.double(), atol=1e-9)
        assert bool((depth[view] > 0).all())


def test_jittered_rays_stay_inside_their_pixels_and_are_reproducible():
    cameras = some_cameras(n=1)
    rays = camera_rays(cameras, torch.Generator().manual_seed(3))
    again = camera_rays(cameras, torch.Generator().manual_seed(3))
    assert torch.equal(rays.directions, again.directions)
    pixels, _ = project(rays.origins + rays.directions, cameras)
    row, col = torch.meshgrid(torch.arange(cameras.height), torch.arange(cameras.width), indexing="ij")
    inside = pixels[0] - torch.stack([col, row], -1).reshape(-1, 2)
    assert float(inside.min()) >= 0 and float(inside.max()) <= 1 and float(inside.std()) > 0.2


def test_azimuth_90_is_on_plus_x_and_elevation_is_above():
    quarter = torch.tensor([0.0, math.pi / 2, 0.0], dtype=torch.float64)
    elevation = torch.tensor([0.0, 0.0, math.pi / 2], dtype=torch.float64)
    c2w = orbit_c2w(quarter, elevation, 2.0)
    expected = torch.tensor([[0, 0, 2], [2, 0, 0], [0, 2, 0]], dtype=torch.float64)
    assert torch.allclose(c2w[:, :3, 3], expected, atol=1e-12)
    rotation = c2w[:, :3, :3]
    assert torch.allclose(rotation @ rotation.transpose(1, 2), torch.eye(3, dtype=torch.float64).expand(3, 3, 3))
    assert torch.allclose(torch.linalg.det(rotation), torch.ones(3, dtype=torch.float64))


def test_orbit_is_look_at_the_origin():
    cameras = some_cameras()
    again = look_at(cameras.c2w[:, :3, 3], torch.zeros(3), torch.tensor([0.0, 1.0, 0.0]).double())
    assert torch.allclose(cameras.c2w, again, atol=1e-12)


def test_prior_camera_just_fits_the_unit_sphere():
    assert math.isclose(PRIOR_DISTANCE, 1 / math.sin(PRIOR_FOVY / 2), rel_tol=1e-12)


@pytest.mark.parametrize(
    ("azimuth_deg", "face"), [(0, (2, 1)), (90, (0, 1)), (180, (2, -1)), (270, (0, -1)), (-90, (0, -1))]
)
def test_cube_faces_seen_round_the_orbit(azimuth_deg, face):
    assert_colour(see_cube(azimuth_deg, 0).rgb[0, 16, 16], face)


def test_left_is_left_and_up_is_up():
    # From the front corner between +Z and +X, the +Z face is on the left of the picture and +X on the right.
    image = see_cube(45, 0).rgb[0]
    assert_colour(image[16, 13], (2, 1))
    assert_colour(image[16, 19], (0, 1))
    above = see_cube(0, 40).rgb[0]
    assert_colour(above[11, 16], (1, 1))
    assert_colour(above[19, 16], (2, 1))
    assert_colour(see_cube(0, 90).rgb[0, 16, 16], (1, 1))


def test_window_is_a_crop_of_the_full_image():
    full = see_cube(30, 20, size=32)
    upper_right = see_cube(30, 20, size=16, zoom=torch.tensor([2.0]), center=torch.tensor([[0.5, 0.5]]))
    assert torch.allclose(upper_right.rgb[0], full.rgb[0, :16, 16:], atol=1e-5)
    assert torch.allclose(upper_right.opacity[0], full.opacity[0, :16, 16:], atol=1e-5)


def test_light_in_the_camera_frame():
    # The camera at azimuth 90 has its +Z towards +X of the world and its right towards -Z.
    c2w = orbit_c2w(torch.tensor([math.pi / 2] * 2), torch.zeros(2))
    world = light_to_world(torch.tensor([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]), c2w)
    assert torch.allclose(world, torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0]]), atol=1e-6)


def test_over_adds_the_background_where_nothing_is():
    rgb = torch.tensor([[0.5, 0.0, 0.0], [0.0, 0.0, 0.0]])
    image = over(rgb, torch.tensor([1.0, 0.25]), torch.tensor([0.2, 0.4, 0.8]))
    assert torch.allclose(image, torch.tensor([[0.5, 0.0, 0.0], [0.15, 0.3, 0.6]]))


def test_per_ray_follows_the_rays():
    cameras = some_cameras(n=3, width=2, height=2)
    assert per_ray(torch.arange(3), cameras).tolist() == [0] * 4 + [1] * 4 + [2] * 4


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: Cameras(torch.eye(4), torch.ones(1), 4, 4), r"c2w: expected shape \[B, 4, 4\], got \[4, 4\]"),
        (lambda: Cameras(torch.eye(4)[None], torch.ones(2), 4, 4), r"fovy: expected shape \[1\], got \[2\]"),
        (lambda: Cameras(torch.eye(4)[None], torch.tensor([4.0]), 4, 4), r"fovy: expected radians"),
        (lambda: Cameras(torch.eye(4)[None], torch.ones(1), 0, 4), "at least 1 pixel, got 0 x 4"),
        (lambda: Cameras(torch.eye(4)[None], torch.ones(1), 4, 4, torch.zeros(1)), "zoom: expected > 0"),
        (lambda: Rays(torch.zeros(2, 3), torch.zeros(3, 3)), "expected one shape"),
        (lambda: orbit_c2w(torch.zeros(2), torch.zeros(3)), r"expected one shape \[B\], got \[2\] and \[3\]"),
        (lambda: look_at(torch.ones(1, 3), torch.ones(3), torch.tensor([0.0, 1, 0])), "target away"),
        (lambda: project(torch.zeros(3), some_cameras()), r"points: expected shape \[N, 3\], got \[3\]"),
        (lambda: per_ray(torch.zeros(7), some_cameras()), r"first dimension 5 \(views\), got shape \[7\]"),
        (lambda: light_to_world(torch.zeros(3), torch.eye(4)[None]), r"light \[B, 3\]"),
        (lambda: over(torch.zeros(4, 3), torch.zeros(5), 1.0), r"rgb: expected shape \[5, 3\]"),
    ],
)
@pytest.mark.usefixtures("normal_use")
def test_bad_input_says_what_was_expected(call, expected):
    with pytest.raises(ValueError, match=expected):
        call()
