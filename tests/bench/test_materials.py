"""The benches of materials: the judge, files read back, pairs by lot, light in a base colour, surfaces by formula."""

from dataclasses import replace

import numpy as np
import pytest
import trimesh

from bozzetto.bench.material_pairs import read_painted
from bozzetto.bench.materials import MaterialJudge
from bozzetto.bench.texturing import _foreign, _formulas, _same_bits, light_in, looks_by_lot, outside_figures
from bozzetto.export.files.glb_parts import NamedMesh, write_parts_glb
from bozzetto.export.material.look import Look
from bozzetto.export.material.paint import Coat, painted
from bozzetto.export.mesh.mesh import Mesh, vertex_normals
from bozzetto.export.texture.bake import surface_texels
from bozzetto.export.texture.uv import unwrap_box
from bozzetto.jobs.pipeline.texture import looks_in


@pytest.fixture(scope="module")
def ball() -> Mesh:
    body = trimesh.creation.icosphere(subdivisions=3, radius=0.8)
    mesh = Mesh(np.asarray(body.vertices, np.float32), np.asarray(body.faces, np.int32))
    return unwrap_box(replace(mesh, normals=vertex_normals(mesh.vertices, mesh.faces)), 128).mesh


def test_the_judge_tells_what_differs_more_than_its_kind_does():
    rng = np.random.default_rng(0)
    middles = rng.normal(size=(6, 1, 20)) * 3
    known = middles + rng.normal(size=(6, 8, 20))
    judge = MaterialJudge(known, [f"m{k}" for k in range(6)])
    asked = middles[:, 0] + rng.normal(size=(6, 20))
    assert [judge.find(one) for one in asked] == [f"m{k}" for k in range(6)]
    # A statistic that varies as much within a material as between them counts for nothing.
    known[..., 0] = rng.normal(size=(6, 8)) * 100
    loud = MaterialJudge(known, [f"m{k}" for k in range(6)])
    assert loud.find(asked[2] + np.eye(20)[0] * 60) == "m2"
    pictures = [np.full((32, 32, 3), 0.3), rng.random((32, 32, 3))]
    features = MaterialJudge.features(pictures, np.ones((32, 32), bool))
    flat, noisy = np.split(features, 2)
    assert flat[0] == pytest.approx(0.3) and flat[-2:].max() == 0 < noisy[-2:].min()


def test_a_painted_file_reads_back_with_all_its_maps(ball, tmp_path):
    made = painted(ball, [Coat(Look.of(["rusty", "iron"]), lambda texels: (texels.positions[:, 0] > 0) * 1.0)], 128)
    made = replace(made, pbr=replace(made.pbr, coat=0.5, coat_roughness=0.1, ior=1.4))
    back = read_painted(write_parts_glb([NamedMesh("ball", made)], tmp_path / "ball.glb"))
    for name in ("vertices", "faces", "texture", "normal_map", "tangents"):
        assert np.array_equal(getattr(back, name), getattr(made, name)), name
    np.testing.assert_allclose(back.uv, made.uv, atol=1e-6)
    assert np.array_equal(back.pbr.roughness_metallic, made.pbr.roughness_metallic)
    assert (back.pbr.coat, back.pbr.coat_roughness, back.pbr.ior) == (0.5, 0.1, 1.4)


def test_light_in_a_base_colour_is_found(ball):
    even = np.full((128, 128, 3), 150, np.uint8)
    assert light_in(replace(ball, texture=even)) < 1e-6
    texels = surface_texels(ball, 128)
    lit = even.copy()
    shade = 0.3 + 0.7 * texels.normals[:, 1].clip(0)
    lit[texels.rows, texels.columns] = (150 * shade ** (1 / 2.2))[:, None]
    assert light_in(replace(ball, texture=lit)) > 0.3
    grain = np.random.default_rng(0).integers(90, 200, (128, 128, 1)).astype(np.uint8).repeat(3, 2)
    assert light_in(replace(ball, texture=grain)) < 0.03


def test_surfaces_by_formula_are_closed_and_face_outwards(tmp_path):
    for name, (vertices, uv, faces) in _formulas().items():
        corners = vertices[faces]
        volume = np.einsum("ni,ni->n", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum() / 6
        assert uv.min() >= 0 and uv.max() <= 1 and np.isfinite(vertices).all(), name
        if name in ("torus", "trefoil"):
            welded = trimesh.Trimesh(vertices, faces)
            welded.merge_vertices(merge_tex=True, merge_norm=True, digits_vertex=5)
            assert welded.is_watertight, name
        if name != "wave":
            assert volume > 0, name
    vertices, uv, faces = _formulas()["torus"]
    one, other = (_foreign(vertices, uv + shift, faces, tmp_path / f"{shift}.glb") for shift in (0.0, 1e-3))
    assert _same_bits(one, one) and not _same_bits(one, other)


def test_looks_by_lot_are_read_whole():
    for look in looks_by_lot(np.random.default_rng(0), 60):
        names, unknown = looks_in(look)
        assert names and not unknown, look


def test_figures_name_the_worst():
    row = {"mesh": "a", "look": "gold", "kept_uv": True, "same_triangles": True, "same_bits": True, "seam": 0.002}
    row |= {"light": 0.01, "validator": {"errors": 0, "warnings": 1}, "seconds": 2.0}
    bad = row | {"mesh": "b", "same_bits": None, "kept_uv": False, "seam": 0.02, "validator": None}
    figures = outside_figures([row, bad])
    assert figures["seams_above_one_percent"] == ["b"] and figures["seam"]["worst"] == ("b", 0.02)
    assert (figures["with UV that were kept"], figures["not_validated"], figures["same_bits"]) == (1, 1, True)
