"""What cleaning keeps: cavities, open things, sheets with two sides, labels, normals; and what it says."""

import numpy as np
import pytest
import trimesh

from bozzetto.bench.input_cases import Glb
from bozzetto.export.files.glb import glb_json, write_glb
from bozzetto.export.files.read import read_source
from bozzetto.export.mesh.clean import merge_and_prune, orient_faces, with_authored_normals, with_creases
from bozzetto.export.mesh.mesh import Mesh, face_normals, mesh_health
from bozzetto.export.package.deliver import DeliverySettings
from bozzetto.export.package.mesh_to_mesh import RemeshSettings, export_mesh_file

PLAIN = DeliverySettings(("glb",), views=0)


def joined(*meshes: Mesh) -> Mesh:
    starts = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes)])
    faces = [mesh.faces + start for mesh, start in zip(meshes, starts[:-1], strict=True)]
    return Mesh(np.concatenate([m.vertices for m in meshes]), np.concatenate(faces).astype(np.int32))


def box(size: float = 1.0, at=(0, 0, 0), inward: bool = False) -> Mesh:
    body = trimesh.creation.box((size,) * 3)
    faces = body.faces[:, ::-1] if inward else body.faces
    return Mesh((body.vertices + at).astype(np.float32), faces.astype(np.int32))


def ball(inward: bool = False, drop: int = 0) -> Mesh:
    body = trimesh.creation.icosphere(2)
    faces = body.faces[drop:, ::-1] if inward else body.faces[drop:]
    return Mesh(body.vertices.astype(np.float32), faces.astype(np.int32))


CORNERS = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float32)
SQUARE = Mesh(CORNERS, np.array([[0, 1, 2], [0, 2, 3]], np.int32))
BACK = Mesh(SQUARE.vertices, SQUARE.faces[:, ::-1])


@pytest.mark.parametrize(
    ("parts", "volume"),
    [
        ([box(), box(0.8, inward=True)], 1 - 0.512),
        ([box(inward=True), box(0.8)], 1 - 0.512),
        # An object within another one is no cavity.
        ([box(), box(0.5)], 1.125),
        ([box(inward=True), box(0.5, inward=True)], 1.125),
        ([box(inward=True), box(at=(3, 0, 0))], 2.0),
        ([box(), box(0.8, inward=True), box(0.2, at=(3, 0, 0), inward=True)], 1 - 0.512 + 0.008),
    ],
)
def test_cavities_stay_and_nothing_is_inside_out(parts, volume):
    turned, _ = orient_faces(merge_and_prune(joined(*parts)))
    assert mesh_health(turned).volume == pytest.approx(volume, rel=1e-5)


def test_what_is_nearly_closed_is_wound_outward_and_sheets_are_left():
    turned, n = orient_faces(merge_and_prune(ball(inward=True, drop=1)))
    assert n == len(turned.faces) and mesh_health(turned).volume > 4
    for sheet in (SQUARE, BACK):
        assert orient_faces(merge_and_prune(sheet))[1] == 0


def test_a_sheet_with_two_sides_stays_and_a_wall_between_solids_goes():
    both = merge_and_prune(joined(SQUARE, BACK), keep_sheets=True)
    assert len(both.faces) == 4 and len(both.vertices) == 8
    assert orient_faces(both)[1] == 0 and mesh_health(both).area == pytest.approx(2.0)
    sides = np.sign(face_normals(both.vertices, both.faces)[:, 2])
    assert sides.tolist() in ([1, 1, -1, -1], [-1, -1, 1, 1])
    wall = merge_and_prune(joined(box(), box(at=(1, 0, 0))), keep_sheets=True)
    pairs = 24 - len(wall.faces)
    # The diagonals of the shared wall may differ; where they agree it is gone.
    assert pairs in (0, 4)
    inside = merge_and_prune(joined(ball(), ball(inward=True)), keep_sheets=True)
    assert len(inside.faces) == 320 and mesh_health(orient_faces(inside)[0]).volume > 4
    assert len(merge_and_prune(joined(SQUARE, BACK)).faces) == 0


def test_front_and_back_keep_their_colours(tmp_path):
    made = Glb()
    red, blue = made.material(None, [1, 0, 0, 1]), made.material(None, [0, 0, 1, 1])
    corners = made.accessor(SQUARE.vertices, "VEC3")
    for faces, material in ((SQUARE.faces, red), (BACK.faces, blue)):
        index = made.accessor(faces.reshape(-1), "SCALAR", 5123)
        made.show({"attributes": {"POSITION": corners}, "indices": index, "material": material})
    (tmp_path / "in.glb").write_bytes(made.bytes())
    color_fn = read_source(tmp_path / "in.glb").color_fn
    assert color_fn(np.array([[0.3, 0.4, 0.01]]))[0] == pytest.approx([1, 0, 0])
    assert color_fn(np.array([[0.3, 0.4, -0.01]]))[0] == pytest.approx([0, 0, 1])
    export_mesh_file(tmp_path / "in.glb", tmp_path, "out", RemeshSettings(texture_size=64), PLAIN)
    back = read_source(tmp_path / "out.glb")
    assert len(back.mesh.faces) == 4
    assert np.abs(back.color_fn(np.array([[0.3, 0.4, 0.01], [0.3, 0.4, -0.01]])) - [[1, 0, 0], [0, 0, 1]]).max() < 0.05


def test_open_things_stay_open_unless_they_are_to_be_closed(tmp_path):
    bucket = trimesh.creation.cylinder(1.0, 2.0, sections=24)
    keep = bucket.triangles_center[:, 2] < 0.99
    bucket.update_faces(keep)
    bucket.export(tmp_path / "in.obj")
    made = export_mesh_file(tmp_path / "in.obj", tmp_path, "open", None, PLAIN)
    assert made.report["levels"][0]["health"]["boundary_edges"] == 24
    assert any("--close" in note for note in made.report["notes"])
    # An OBJ cannot say that its inside is seen too; what is open means it.
    assert glb_json((tmp_path / "open.glb").read_bytes())["materials"][0]["doubleSided"] is True
    made = export_mesh_file(tmp_path / "in.obj", tmp_path, "closed", RemeshSettings(close=True), PLAIN)
    assert made.report["levels"][0]["health"]["watertight"]
    assert "doubleSided" not in glb_json((tmp_path / "closed.glb").read_bytes())["materials"][0]


def test_a_budget_that_cannot_be_met_is_said_to(tmp_path):
    rng = np.random.default_rng(0)
    one = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float32) * 0.01
    faces = np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]])
    vertices = (rng.random((300, 1, 3)) + one).reshape(-1, 3).astype(np.float32)
    mesh = Mesh(vertices, (faces + 4 * np.arange(300)[:, None, None]).reshape(-1, 3).astype(np.int32))
    write_glb(mesh, tmp_path / "in.glb")
    made = export_mesh_file(tmp_path / "in.glb", tmp_path, "out", RemeshSettings(100), PLAIN)
    note = next(note for note in made.report["notes"] if "were asked for" in note)
    assert note.startswith("100 faces were asked for and 1200 are left: its 300 separate parts")


def test_authored_normals_follow_their_faces(tmp_path):
    mesh = box()
    told = mesh.vertices[mesh.faces] / np.linalg.norm(mesh.vertices[mesh.faces], axis=2, keepdims=True)
    # Wound the other way and in another order: the normals are found all the same, and turned along.
    other = Mesh(mesh.vertices, mesh.faces[::-1, ::-1])
    kept = with_authored_normals(other, with_creases(other, 0.5), mesh, told.astype(np.float32))
    assert np.abs(kept.normals + kept.vertices / np.linalg.norm(kept.vertices, axis=1, keepdims=True)).max() < 1e-4
    assert len(kept.vertices) == 8
    some = told.astype(np.float32).copy()
    some[0] = np.nan
    mixed = with_authored_normals(mesh, with_creases(mesh, 0.5), mesh, some)
    assert np.isfinite(mixed.normals).all() and len(mixed.vertices) == 11


def test_parts_of_different_metal_and_roughness_get_a_map(tmp_path):
    made, primitives = Glb(), []
    corners = trimesh.creation.box((1, 1, 1))
    for k, (metallic, roughness) in enumerate([(1.0, 0.25), (0.0, 0.75)]):
        pbr = {"baseColorFactor": [1.0 - k, 0.2, k, 1], "metallicFactor": metallic, "roughnessFactor": roughness}
        primitives.append(
            {
                "attributes": {"POSITION": made.accessor(corners.vertices + (2.0 * k, 0, 0), "VEC3")},
                "indices": made.accessor(corners.faces.reshape(-1), "SCALAR", 5125),
                "material": made.add("materials", {"pbrMetallicRoughness": pbr}),
            }
        )
    (tmp_path / "in.glb").write_bytes(made.show(*primitives).bytes())
    delivered = export_mesh_file(tmp_path / "in.glb", tmp_path, "out", RemeshSettings(texture_size=64), PLAIN)
    assert not any("metallic" in note for note in delivered.report["notes"])
    mesh = delivered.mesh
    side = mesh.texture.shape[0]
    texel = np.clip((mesh.uv * (1, -1) + (0, 1)) * side, 0, side - 1).astype(int)
    at = mesh.pbr.roughness_metallic[texel[:, 1], texel[:, 0]] / 255.0
    left = mesh.vertices[:, 0] < 0
    np.testing.assert_allclose(at[left], np.broadcast_to([0.25, 1.0], at[left].shape), atol=0.01)
    np.testing.assert_allclose(at[~left], np.broadcast_to([0.75, 0.0], at[~left].shape), atol=0.01)
    (material,) = glb_json((tmp_path / "out.glb").read_bytes())["materials"]
    assert "metallicRoughnessTexture" in material["pbrMetallicRoughness"]
