"""Seams of an atlas: found, measured, closed."""

from dataclasses import replace

import numpy as np
import trimesh

from bozzetto.export.mesh.mesh import Mesh
from bozzetto.export.texture.bake import surface_texels
from bozzetto.export.texture.seams import seam_difference, seam_edges, with_closed_seams
from bozzetto.export.texture.uv import unwrap_box


def boxed(size: int = 96) -> Mesh:
    body = trimesh.creation.box((1.0, 0.8, 0.6))
    return unwrap_box(Mesh(np.asarray(body.vertices, np.float32), np.asarray(body.faces, np.int32)), size).mesh


def test_the_edges_of_a_box_are_its_seams():
    mesh = boxed()
    first, second = seam_edges(mesh)
    assert len(first) == 12
    assert np.array_equal(mesh.vertices[first], mesh.vertices[second]), "both sides in the same order"
    assert seam_difference(mesh) is None
    assert seam_difference(replace(mesh, texture=np.full((96, 96, 3), 77, np.uint8))) == 0


def test_what_differs_across_seams_is_closed_and_nothing_else_changes():
    mesh = boxed()
    texels = surface_texels(mesh, 96)
    picture = np.full((96, 96, 3), 128, np.uint8)
    # Each face of the box in a grain of its own: no two sides agree.
    picture[texels.rows, texels.columns] = np.random.default_rng(0).integers(40, 216, (len(texels.rows), 3))
    rough = replace(mesh, texture=picture)
    before = seam_difference(rough)
    closed = with_closed_seams(rough)
    assert before is not None and before > 0.1
    after = seam_difference(closed)
    assert after is not None and after < 0.01
    assert closed.texture is not None
    changed = (closed.texture != picture).any(-1).mean()
    assert changed < 0.2
    assert np.array_equal(closed.vertices, mesh.vertices) and closed.uv is mesh.uv
    even = replace(mesh, texture=np.full((96, 96, 3), 77, np.uint8))
    assert np.array_equal(with_closed_seams(even).texture, even.texture)


def test_a_surface_without_seams_stays_as_it_is():
    plane = trimesh.creation.box((1, 1, 1))
    square = Mesh(np.asarray(plane.vertices[:3], np.float32), np.array([[0, 1, 2]], np.int32))
    square = replace(square, uv=np.array([[0, 0], [1, 0], [0, 1]], np.float32), texture=np.zeros((8, 8, 3), np.uint8))
    assert with_closed_seams(square) is square
