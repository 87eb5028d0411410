"""The rasteriser's conventions, against a coloured cube and an analytic ball."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from bozzetto.export.mesh.mesh import Mesh, without_alpha
from bozzetto.export.mesh.raster import PRIOR_DISTANCE, PRIOR_FOVY, flat_shaded, orbit_c2w, rasterize, silhouettes
from bozzetto.export.surface.density_grid import sample_density
from bozzetto.export.surface.marching_cubes import extract_surface

RED, GREEN, BLUE = (1, 0, 0), (0, 1, 0), (0, 0, 1)
CYAN, MAGENTA, YELLOW = (0, 1, 1), (1, 0, 1), (1, 1, 0)


@pytest.mark.parametrize(
    ("azimuth_deg", "elevation_deg", "color"),
    [
        (0, 0, BLUE), (90, 0, RED), (180, 0, YELLOW), (270, 0, CYAN), (-90, 0, CYAN),
        (0, 89, GREEN), (30, -89, MAGENTA),
    ],
)  # fmt: skip
def test_which_face_is_seen(fields, azimuth_deg, elevation_deg, color):
    view = rasterize(fields.colored_cube(), math.radians(azimuth_deg), math.radians(elevation_deg), 33, 33)
    np.testing.assert_allclose(view.rgb[0, 16, 16], color, atol=1e-6)


def test_left_is_left_and_up_is_up(fields):
    # From +30 degrees of azimuth the +X side shows on the right, from above the top shows on top.
    view = rasterize(fields.colored_cube(), math.radians(30), math.radians(30), 64, 64).rgb[0]
    rows, columns = np.mgrid[:64, :64]

    def middle(color):
        seen = np.abs(view - color).max(axis=-1) < 1e-3
        assert seen.sum() > 50
        return rows[seen].mean(), columns[seen].mean()

    assert middle(RED)[1] > middle(BLUE)[1] + 5
    assert middle(GREEN)[0] < middle(BLUE)[0] - 5


def test_small_marker_lands_where_projection_says():
    point = np.array([0.4, 0.3, 0.2])
    corners = point + 0.01 * np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]])
    faces = [[0, 2, 4], [2, 1, 4], [1, 3, 4], [3, 0, 4], [2, 0, 5], [1, 2, 5], [3, 1, 5], [0, 3, 5]]
    azimuth, elevation, width, height = 0.7, 0.4, 300, 200
    view = rasterize(Mesh(corners.astype(np.float32), np.array(faces, np.int32)), azimuth, elevation, width, height)
    local = np.linalg.inv(orbit_c2w(azimuth, elevation)[0]) @ np.append(point, 1)
    scale = height / 2 / math.tan(PRIOR_FOVY / 2)
    x, y = width / 2 + scale * local[0] / -local[2], height / 2 - scale * local[1] / -local[2]
    weight = view.alpha[0] / view.alpha[0].sum()
    rows, columns = np.mgrid[:height, :width] + 0.5
    assert (weight * columns).sum() == pytest.approx(x, abs=0.1)
    assert (weight * rows).sum() == pytest.approx(y, abs=0.1)


def test_orbit_is_right_handed():
    c2w = orbit_c2w([0.0, 1.0, -2.0], [0.0, 0.5, -1.2], 3.0)
    rotation = c2w[:, :3, :3]
    np.testing.assert_allclose(rotation @ rotation.transpose(0, 2, 1), np.eye(3)[None].repeat(3, 0), atol=1e-12)
    np.testing.assert_allclose(np.linalg.det(rotation), 1.0)
    np.testing.assert_allclose(c2w[0, :3, 3], [0, 0, 3])
    np.testing.assert_allclose(orbit_c2w(math.pi / 2, 0.0, 3.0)[0, :3, 3], [3, 0, 0], atol=1e-12)


@pytest.fixture(scope="module")
def ball_mesh(fields):
    density_fn = fields.density(fields.ball(0.6))
    return extract_surface(sample_density(density_fn, 64), fields.PEAK / 2, density_fn=density_fn)


def test_silhouette_depth_and_normal_of_a_ball(ball_mesh):
    size = 128
    view = rasterize(ball_mesh, 0.3, 0.2, size, size, supersample=1)
    x = ((np.arange(size) + 0.5) / size * 2 - 1) * math.tan(PRIOR_FOVY / 2)
    slope = np.hypot(x[None, :], x[:, None])
    true = slope < math.tan(math.asin(0.6 / PRIOR_DISTANCE))
    assert (true & (view.alpha[0] > 0)).sum() / (true | (view.alpha[0] > 0)).sum() > 0.99
    np.testing.assert_array_equal(silhouettes(ball_mesh, 0.3, 0.2, size)[0], view.alpha[0] > 0)

    inside = slope < 0.9 * math.tan(math.asin(0.6 / PRIOR_DISTANCE))
    cosine = 1 / np.sqrt(1 + slope**2)
    expected = PRIOR_DISTANCE * cosine - np.sqrt(
        0.36 - PRIOR_DISTANCE**2 * (1 - cosine**2), where=inside, out=slope * 0
    )
    assert np.abs(view.depth[0] - expected)[inside].max() < 2e-3
    assert np.isinf(view.depth[0][~true & (view.alpha[0] == 0)]).all()

    c2w = orbit_c2w(0.3, 0.2)[0]
    rays = np.stack(np.broadcast_arrays(x[None, :], -x[:, None], -1.0), axis=-1) * cosine[..., None]
    points = c2w[:3, 3] + (rays @ c2w[:3, :3].T) * expected[..., None]
    assert ((view.normal[0] * points).sum(-1)[inside] / 0.6).min() > 0.99


def test_shading_follows_the_formula(ball_mesh):
    ambient = 0.3
    light = np.array([0.2, 0.5, 0.6])
    light /= np.linalg.norm(light)
    views = {"azimuth": 0.9, "elevation": -0.4, "width": 64, "height": 64, "supersample": 1}
    plain = rasterize(ball_mesh, **views)
    lit = rasterize(ball_mesh, **views, light=light, ambient=ambient)
    world = orbit_c2w(0.9, -0.4)[0, :3, :3] @ light
    factor = ambient + (1 - ambient) * np.maximum(0, plain.normal[0] @ world)
    np.testing.assert_allclose(lit.rgb[0], plain.rgb[0] * factor[..., None], atol=1e-5)
    # The light moves with the camera: a ball looks the same from everywhere.
    other = rasterize(ball_mesh, 0.1, 0.2, 64, 64, light=light, ambient=ambient)
    here = rasterize(ball_mesh, 2.1, 0.2, 64, 64, light=light, ambient=ambient)
    assert np.abs(other.rgb - here.rgb).mean() < 0.01


def test_supersampling_averages_and_composites(fields):
    cube = fields.colored_cube()
    fine = rasterize(cube, 0.5, 0.3, 80, 80, supersample=1)
    coarse = rasterize(cube, 0.5, 0.3, 40, 40, supersample=2)
    np.testing.assert_allclose(coarse.alpha[0], fine.alpha[0].reshape(40, 2, 40, 2).mean((1, 3)), atol=1e-6)
    np.testing.assert_allclose(coarse.rgb[0], fine.rgb[0].reshape(40, 2, 40, 2, 3).mean((1, 3)), atol=1e-6)
    over = coarse.over((1.0, 0.0, 0.0))
    assert over.dtype == np.uint8 and tuple(over[0, 0, 0]) == (255, 0, 0)


def test_same_bits_twice(fields):
    a, b = (rasterize(fields.colored_cube(), [0.1, 2.0], 0.3, 50, 40) for _ in range(2))
    for name in ("rgb", "alpha", "depth", "normal"):
        assert getattr(a, name).tobytes() == getattr(b, name).tobytes()
    assert a.rgb.shape == (2, 40, 50, 3)


def test_texture_is_looked_up_with_v_up():
    # A square that faces +Z; the top row of the image must show on top.
    vertices = np.array([[-0.5, -0.5, 0], [0.5, -0.5, 0], [0.5, 0.5, 0], [-0.5, 0.5, 0]], np.float32)
    uv = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    texture = np.zeros((8, 8, 3), np.uint8)
    texture[:4, :4], texture[:4, 4:], texture[4:, :4] = (255, 0, 0), (0, 255, 0), (0, 0, 255)
    square = Mesh(vertices, np.array([[0, 1, 2], [0, 2, 3]], np.int32), uv, texture=texture)
    view = rasterize(square, 0.0, 0.0, 64, 64).rgb[0]
    np.testing.assert_allclose(view[24, 24], RED, atol=1e-6)
    np.testing.assert_allclose(view[24, 40], GREEN, atol=1e-6)
    np.testing.assert_allclose(view[40, 24], BLUE, atol=1e-6)
    np.testing.assert_allclose(view[40, 40], (0, 0, 0), atol=1e-6)


def panes(*depths):
    """Squares that face +Z, one behind the other, each with a half of the texture to itself: red, and blue."""
    square = np.array([[-0.5, -0.5, 0], [0.5, -0.5, 0], [0.5, 0.5, 0], [-0.5, 0.5, 0]], np.float32)
    vertices = np.concatenate([square + np.array([0, 0, z], np.float32) for z in depths])
    faces = np.concatenate([np.array([[0, 1, 2], [0, 2, 3]]) + 4 * k for k in range(len(depths))]).astype(np.int32)
    uv = np.repeat(np.array([[0.25, 0.5], [0.75, 0.5]], np.float32)[: len(depths)], 4, axis=0)
    texture = np.zeros((8, 8, 4), np.uint8)
    texture[:, :4], texture[:, 4:] = (255, 0, 0, 51), (0, 0, 255, 204)
    return Mesh(vertices, faces, uv, texture=texture)


def test_light_goes_through_layer_by_layer():
    view = rasterize(panes(0.2, -0.2), 0.0, 0.0, 32, 32)
    # A fifth is red; of the other four fifths, four fifths are blue.
    np.testing.assert_allclose(view.rgb[0, 16, 16], (0.2, 0.0, 0.8 * 0.8), atol=1e-6)
    np.testing.assert_allclose(view.alpha[0, 16, 16], 1 - 0.8 * 0.2, atol=1e-6)
    np.testing.assert_allclose(view.normal[0, 16, 16], (0.0, 0.0, 0.84), atol=1e-6)
    assert view.depth[0, 16, 16] == pytest.approx(PRIOR_DISTANCE - 0.2, abs=5e-3), "of the nearest"
    # The order of the faces does not count, but that of the panes does.
    np.testing.assert_allclose(rasterize(panes(-0.2, 0.2), 0.0, 0.0, 32, 32).rgb[0, 16, 16], (0.04, 0, 0.8), atol=1e-6)
    # Their backs are not drawn; of a mesh that stops all light they are.
    assert rasterize(panes(0.2, -0.2), math.pi, 0.0, 32, 32).alpha.max() == 0
    assert rasterize(without_alpha(panes(0.2, -0.2)), math.pi, 0.0, 32, 32).alpha.max() == 1


def test_a_texture_that_stops_all_light_is_an_opaque_one():
    one = panes(0.2)
    whole = replace(one, texture=np.concatenate([one.texture[..., :3], np.full((8, 8, 1), 255, np.uint8)], axis=2))
    a, b = rasterize(whole, 0.3, 0.2, 40, 40), rasterize(without_alpha(one), 0.3, 0.2, 40, 40)
    for name in ("rgb", "alpha", "depth", "normal"):
        np.testing.assert_array_equal(getattr(a, name), getattr(b, name))


def test_faces_that_share_an_edge_are_one_layer(fields):
    """Every pixel of a clear cube goes through one front face or two of its sides', never twice through an edge."""
    cube = fields.colored_cube()
    clear = replace(
        cube, uv=np.full((len(cube.vertices), 2), 0.5, np.float32), texture=np.full((4, 4, 4), 127, np.uint8)
    )
    for turn in (0.0, math.pi / 4, 0.7):
        view = rasterize(clear, turn, 0.0, 65, 65, supersample=1)
        np.testing.assert_allclose(view.alpha[view.alpha > 0], 127 / 255, atol=1e-6)


def test_face_behind_the_camera_is_left_out(fields):
    """From inside the cube only its far wall is whole in front of the camera."""
    view = rasterize(fields.colored_cube(), 0.0, 0.0, 16, 16, distance=0.2)
    np.testing.assert_allclose(view.rgb[0], np.broadcast_to(YELLOW, (16, 16, 3)), atol=1e-6)
    np.testing.assert_allclose(view.depth[0].min(), 0.7, atol=0.01)


def test_flat_shading_keeps_the_picture(fields):
    cube = fields.colored_cube()
    a, b = rasterize(cube, 0.5, 0.4, 40, 40), rasterize(flat_shaded(cube), 0.5, 0.4, 40, 40)
    np.testing.assert_allclose(a.rgb, b.rgb, atol=1e-6)


def test_empty_mesh_gives_an_empty_picture():
    empty = Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32))
    view = rasterize(empty, 0.0, 0.0, 8, 8)
    assert view.alpha.max() == 0 and (view.over(1.0) == 255).all()
    assert not silhouettes(empty, 0.0, 0.0, 8).any()
