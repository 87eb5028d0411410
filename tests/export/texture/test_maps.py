"""The search tree, maps, levels of detail, hull: against brute force and closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numba import njit

from bozzetto.export.mesh.bvh import EMPTY_NODE, LEAF_SIZE, _box_entry, build_tree, cast_rays, nearest_points
from bozzetto.export.mesh.clean import fill_holes, merge_and_prune, orient_faces, simplify, with_creases, with_normals
from bozzetto.export.mesh.lod import collision_hull, deviation, lod_chain, surface_samples
from bozzetto.export.mesh.mesh import Mesh, face_normals, mesh_health, select_faces
from bozzetto.export.surface.density_grid import sample_density
from bozzetto.export.surface.marching_cubes import extract_surface
from bozzetto.export.texture.bake import bake_texture, surface_texels
from bozzetto.export.texture.maps import bake_normal_map, bake_occlusion, cosine_directions
from bozzetto.export.texture.sampling import mesh_color_fn
from bozzetto.export.texture.uv import unwrap, unwrap_cells, uv_figures


@pytest.fixture(scope="module")
def shape(fields) -> Mesh:
    density_fn = fields.density(fields.union(fields.torus(0.5, 0.18), fields.box((0.15, 0.7, 0.15))))
    return extract_surface(sample_density(density_fn, 48), 50.0, density_fn=density_fn)


@pytest.fixture(scope="module")
def ball(fields) -> Mesh:
    density_fn = fields.density(fields.ball(0.6))
    return with_normals(extract_surface(sample_density(density_fn, 48), 50.0, density_fn=density_fn))


def test_no_ray_enters_the_empty_part_of_a_tree(shape):
    """A complete tree has up to as many empty leaves as full ones; visiting them made bakes ten times as slow."""
    tree = build_tree(shape)
    leaves = len(tree.low) // 2 + 1
    full = -(-len(shape.faces) // LEAF_SIZE)
    empty = (tree.low == EMPTY_NODE).all(1)
    assert empty[len(tree.low) // 2 :].sum() == leaves - full > 0
    np.testing.assert_allclose([tree.low[0], tree.high[0]], [shape.vertices.min(0), shape.vertices.max(0)])
    assert (tree.high[~empty] < 2).all()
    enter = njit(lambda low, high, o, i: _box_entry(low, high, o[0], o[1], o[2], i[0], i[1], i[2], np.inf))
    rng = np.random.default_rng(0)
    for origin, direction in zip(*rng.uniform(-1, 1, (2, 20, 3)), strict=True):
        for node in np.flatnonzero(empty)[:3]:
            assert enter(tree.low[node], tree.high[node], origin, 1 / direction) == np.inf


def test_nearest_points_and_rays_against_brute_force(shape):
    rng = np.random.default_rng(0)
    points, directions = rng.uniform(-1, 1, (2, 60, 3))
    tree = build_tree(shape)
    found, hits = nearest_points(tree, points), cast_rays(tree, points, directions)
    corners = shape.vertices[shape.faces].astype(np.float64)
    place = np.einsum("nk,nki->ni", found.bary, corners[found.faces])
    np.testing.assert_allclose(np.linalg.norm(place - points, axis=1), found.distances, atol=1e-12)
    # Points spread over all faces come no nearer, but for their own spacing.
    samples, _ = surface_samples(shape, 200_000)
    for k in range(20):
        brute = np.linalg.norm(samples - points[k], axis=1).min()
        assert brute - 0.01 < found.distances[k] <= brute + 1e-12
    for k in range(60):
        a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
        p = np.cross(directions[k], b)
        det = np.einsum("fi,fi->f", a, p)
        s = points[k] - corners[:, 0]
        u, q = np.einsum("fi,fi->f", s, p) / det, np.cross(s, a)
        v, t = q @ directions[k] / det, np.einsum("fi,fi->f", b, q) / det
        met = (u >= 0) & (v >= 0) & (u + v <= 1) & (t >= 0)
        assert hits.distances[k] == pytest.approx(t[met].min() if met.any() else math.inf)


def test_normal_map_gives_a_light_ball_its_normals_back(ball):
    light = with_normals(simplify(ball, 80))
    mesh = bake_normal_map(unwrap(light, 256).mesh, ball, 256)
    texels = surface_texels(mesh, 256)
    local = mesh.normal_map[texels.rows, texels.columns] / 127.5 - 1
    corners = mesh.faces[texels.faces]
    tangent = np.einsum("nk,nki->ni", texels.bary, mesh.tangents[corners, :3])
    tangent -= texels.normals * np.einsum("ni,ni->n", tangent, texels.normals)[:, None]
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    bitangent = np.cross(texels.normals, tangent) * mesh.tangents[corners[:, 0], 3:]
    world = local[:, :1] * tangent + local[:, 1:2] * bitangent + local[:, 2:] * texels.normals
    world /= np.linalg.norm(world, axis=1, keepdims=True)
    radial = texels.positions / np.linalg.norm(texels.positions, axis=1, keepdims=True)
    before = np.degrees(np.arccos(np.clip((texels.normals * radial).sum(1), -1, 1)))
    after = np.degrees(np.arccos(np.clip((world * radial).sum(1), -1, 1)))
    # Eight bits are a third of a degree; the dense ball has its own facets.
    assert after.mean() < 1.0 and after.mean() < 0.45 * before.mean() and np.quantile(after, 0.999) < 4
    assert mesh.normal_map[..., 2].min() >= 128


def test_occlusion_of_a_ball_and_of_a_corner(ball, fields):
    mesh = bake_occlusion(unwrap(with_normals(simplify(ball, 400)), 128).mesh, ball, 128)
    assert mesh.occlusion.min() > 240
    # Two walls that meet at a right angle, seen from close to the edge: half of the cosine-weighted sky is left.
    walls = np.array([[-9, 0, 0], [9, 0, 0], [9, 0, 9], [-9, 0, 9], [-9, 9, 0], [9, 9, 0]], np.float32)
    faces = np.array([[0, 3, 2], [0, 2, 1], [0, 1, 5], [0, 5, 4]], np.int32)
    from bozzetto.export.mesh.bvh import visibility

    point = np.array([[0.0, 0.0, 1e-3]])
    seen = visibility(
        build_tree(Mesh(walls, faces)),
        point,
        np.array([[0.0, 1.0, 0.0]]),
        cosine_directions(4096),
        offset=1e-5,
        reach=99.0,
    )
    assert seen[0] == pytest.approx(0.5, abs=0.02)


def test_colours_of_a_mesh_are_those_of_its_texture(shape, fields):
    textured = bake_texture(unwrap(with_normals(simplify(shape, 3000)), 512).mesh, fields.rainbow, 512)
    points, _ = surface_samples(textured, 2000)
    assert np.abs(mesh_color_fn(textured)(points) - fields.rainbow(points)).mean() < 0.01


def test_deviation_of_known_surfaces(ball):
    bigger = Mesh((ball.vertices * 1.1).astype(np.float32), ball.faces)
    apart = deviation(bigger, ball)
    expected = 100 * 0.06 / (1.2 * math.sqrt(3))
    assert apart.mean == pytest.approx(expected, rel=0.02) and apart.hausdorff == pytest.approx(expected, rel=0.03)
    assert deviation(ball, ball).hausdorff < 1e-5


def test_lods_halve_and_stray_further(shape):
    chain = lod_chain(simplify(shape, 2000), 3)
    assert [len(mesh.faces) for mesh in chain] == pytest.approx([1000, 500, 250], abs=4)
    apart = [deviation(mesh, shape).mean for mesh in chain]
    assert apart == sorted(apart)
    assert all(mesh_health(mesh).watertight and mesh_health(mesh).genus == 2 for mesh in chain)
    with pytest.raises(ValueError, match="lods"):
        lod_chain(shape, 9)


@pytest.mark.parametrize("budget", [12, 64, 255])
def test_hull_is_convex_closed_and_around(shape, budget):
    hull = collision_hull(shape, budget)
    assert len(hull.vertices) <= budget
    health = mesh_health(hull)
    assert health.watertight and health.winding_outward and health.genus == 0
    normals = face_normals(hull.vertices, hull.faces)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    offsets = np.einsum("fi,fi->f", normals, hull.vertices[hull.faces[:, 0]])
    assert (shape.vertices @ normals.T - offsets).max() < 5e-4
    assert (hull.vertices @ normals.T - offsets).max() < 5e-4
    flat = Mesh(np.eye(3, dtype=np.float32), np.array([[0, 1, 2]], np.int32))
    with pytest.raises(ValueError, match="flat"):
        collision_hull(flat)


def test_holes_are_closed_where_they_are_holes(shape, ball):
    rng = np.random.default_rng(0)
    centers = shape.vertices[shape.faces].mean(axis=1)
    holed = merge_and_prune(shape)
    centers = holed.vertices[holed.faces].mean(axis=1)
    keep = np.ones(len(centers), bool)
    for place in centers[rng.integers(0, len(centers), 3)]:
        keep[np.linalg.norm(centers - place, axis=1) < 0.08] = False
    filled, holes = fill_holes(select_faces(holed, keep))
    assert holes.closed >= 2 and holes.left == 0
    health = mesh_health(filled)
    assert health.watertight and health.winding_outward
    assert health.volume == pytest.approx(mesh_health(shape).volume, rel=0.02)
    bowl = select_faces(ball, ball.vertices[ball.faces].mean(axis=1)[:, 1] < 0)
    kept, none = fill_holes(bowl)
    assert none.closed == 0 and none.left == 1 and kept is bowl


def test_faces_are_wound_outward_again(shape):
    flip = np.random.default_rng(0).random(len(shape.faces)) < 0.4
    mixed = Mesh(shape.vertices, np.where(flip[:, None], shape.faces[:, ::-1], shape.faces).astype(np.int32))
    assert not mesh_health(mixed).winding_outward
    mended, turned = orient_faces(mixed)
    assert mesh_health(mended).winding_outward and turned > 0
    inside_out, turned = orient_faces(Mesh(shape.vertices, shape.faces[:, ::-1]))
    assert mesh_health(inside_out).winding_outward and turned == len(shape.faces)


def test_creases_split_a_cube_and_not_a_ball(fields, ball):
    cube = with_creases(merge_and_prune(fields.colored_cube()), math.radians(40))
    assert len(cube.vertices) == 24
    np.testing.assert_allclose(np.abs(cube.normals).max(axis=1), 1, atol=1e-6)
    assert len(with_creases(merge_and_prune(ball), math.radians(40)).vertices) == len(ball.vertices)


def test_a_cell_for_each_face_always_ends(shape):
    light = with_normals(simplify(shape, 2000))
    atlas = unwrap_cells(light, 512)
    assert atlas.overlap == 0 and atlas.method == "cells" and len(atlas.mesh.faces) == len(light.faces)
    assert np.array_equal(atlas.mesh.vertices[atlas.mesh.faces], light.vertices[light.faces])
    with pytest.raises(ValueError, match="fewer faces or a larger texture"):
        unwrap_cells(light, 64)


def test_uv_figures_of_known_atlases():
    square = np.array([[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0]], np.float32)
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    uv = np.array([[0, 0], [0.5, 0], [0.5, 0.5], [0, 0.5]], np.float32)
    even = uv_figures(Mesh(square, faces, uv), 256)
    assert even.stretch == pytest.approx(1) and even.stretch_worst == pytest.approx(1)
    assert even.texels_per_metre == pytest.approx(64) and even.density_spread == pytest.approx(1)
    assert even.utilisation == pytest.approx(0.25, abs=0.01) and even.overlap == 0 and even.mirrored_faces == 0
    # Squeezed to a quarter along u: singular values 2 and 1/2 of the even map.
    squeezed = uv_figures(Mesh(square, faces, uv * np.array([0.25, 1], np.float32)), 256)
    assert squeezed.stretch == pytest.approx(math.sqrt((4 + 0.25) / 2)) and squeezed.stretch_worst == pytest.approx(2)
    mirrored = uv_figures(Mesh(square, faces, uv[:, ::-1].copy()), 256)
    assert mirrored.mirrored_faces == 2 and mirrored.stretch == pytest.approx(1)
    flat = uv_figures(Mesh(square, faces, uv * 0), 256)
    assert flat.flat_faces == 2 and math.isinf(flat.stretch)
