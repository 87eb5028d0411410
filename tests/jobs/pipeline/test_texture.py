"""New maps for somebody's mesh: geometry and UV by the bit, words for all and for parts, refusals, alignment."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import trimesh
from PIL import Image
from trimesh.visual.material import PBRMaterial

from bozzetto.export.files.glb import glb_json
from bozzetto.export.mesh.mesh import Mesh
from bozzetto.export.texture.bake import surface_texels
from bozzetto.jobs.bake.align import align
from bozzetto.jobs.bake.material import material_list, material_thumbnail
from bozzetto.jobs.config.errors import ExportError, PromptError
from bozzetto.jobs.pipeline.texture import TextureOptions, looks_in, texture_mesh

SMALL = TextureOptions(texture=64)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """`plain.glb` of two materials without UV; `uv.glb` with UV and a texture; `doubled.glb`, whose UV cover twice."""
    here = tmp_path_factory.mktemp("meshes")
    body, knob = trimesh.creation.box((1.0, 0.6, 0.4)), trimesh.creation.icosphere(subdivisions=2, radius=0.1)
    knob.apply_translation((0, 0.4, 0))
    scene = trimesh.Scene()
    for mesh, name in ((body, "shell"), (knob, "handle")):
        material = PBRMaterial(name=name, baseColorFactor=[0.2, 0.4, 0.9, 1.0], metallicFactor=0.0)
        mesh.visual = trimesh.visual.TextureVisuals(material=material)
        scene.add_geometry(mesh, name)
    scene.export(here / "plain.glb")
    n = 12
    u, v = np.meshgrid(np.linspace(0.05, 0.95, n), np.linspace(0.05, 0.95, n), indexing="ij")
    vertices = np.stack([u - 0.5, 0.2 * np.sin(4 * u), v - 0.5], -1).reshape(-1, 3)
    k = np.arange((n - 1) * (n - 1))
    a = k // (n - 1) * n + k % (n - 1)
    faces = np.concatenate([np.stack([a, a + 1, a + n], 1), np.stack([a + 1, a + n + 1, a + n], 1)])
    picture = Image.fromarray(np.random.default_rng(0).integers(0, 256, (32, 32, 3)).astype(np.uint8))
    for name, first in (("uv", u), ("doubled", np.abs(u - 0.5))):
        material = PBRMaterial(name="cloth", baseColorTexture=picture, metallicFactor=0.0, roughnessFactor=0.5)
        visual = trimesh.visual.TextureVisuals(uv=np.stack([first, v], -1).reshape(-1, 2), material=material)
        trimesh.Trimesh(vertices, faces, visual=visual, process=False).export(here / f"{name}.glb")
    return here


def accessor(path: Path, name: str) -> np.ndarray:
    """An attribute, or the indices, of the first primitive."""
    data = path.read_bytes()
    tree = glb_json(data)
    body = data[20 + int.from_bytes(data[12:16], "little") + 8 :]
    primitive = tree["meshes"][0]["primitives"][0]
    entry = tree["accessors"][primitive["indices"] if name == "indices" else primitive["attributes"][name]]
    start = tree["bufferViews"][entry["bufferView"]].get("byteOffset", 0) + entry.get("byteOffset", 0)
    kind = {5126: np.float32, 5125: np.uint32, 5123: np.uint16}[entry["componentType"]]
    return np.frombuffer(body, kind, entry["count"] * {"SCALAR": 1, "VEC2": 2, "VEC3": 3}[entry["type"]], start)


def test_vertices_indices_and_uv_stay_bit_by_bit(folder, tmp_path):
    made = texture_mesh(folder / "uv.glb", "polished walnut", tmp_path, replace(SMALL, keep_uv=True))
    assert made.report["kept_uv"] is True
    for name in ("POSITION", "TEXCOORD_0"):
        assert accessor(made.files[0], name).tobytes() == accessor(folder / "uv.glb", name).tobytes(), name
    assert np.array_equal(accessor(made.files[0], "indices"), accessor(folder / "uv.glb", "indices"))
    # The old picture lies beside.
    before = [path for path in made.files if "before" in path.name]
    assert len(before) == 1 and np.asarray(Image.open(before[0])).shape == (32, 32, 3)
    material = glb_json(made.files[0].read_bytes())["materials"][0]
    assert "metallicRoughnessTexture" in material["pbrMetallicRoughness"] and "normalTexture" in material


def test_uv_that_lie_on_one_another_are_made_anew_or_refused(folder, tmp_path):
    made = texture_mesh(folder / "doubled.glb", "marble", tmp_path, SMALL)
    assert made.report["kept_uv"] is False
    assert any("new UV were made" in note and "two places" in note for note in made.report["notes"])
    with pytest.raises(ExportError, match="--keep-uv: the UV of doubled.glb cannot be kept"):
        texture_mesh(folder / "doubled.glb", "marble", tmp_path, replace(SMALL, keep_uv=True))
    with pytest.raises(ExportError, match="there are none"):
        texture_mesh(folder / "plain.glb", "marble", tmp_path, replace(SMALL, keep_uv=True))


def test_parts_have_their_own_words(folder, tmp_path):
    options = replace(SMALL, parts="handle: gold", texture=256)
    made = texture_mesh(folder / "plain.glb", "a red plastic thing", tmp_path, options)
    (mesh,) = made.meshes
    assert made.report["parts"] == ["shell", "handle"]
    assert made.report["materials"][1] == {"part": "handle", "looks": ["gold"], "faces": 320}
    assert "'thing' is not understood" in made.report["notes"]
    texels = surface_texels(mesh, 256)
    metallic = mesh.pbr.roughness_metallic[texels.rows, texels.columns, 1]
    handle = texels.positions[:, 1] > 0.31
    assert (metallic[handle] > 150).mean() > 0.95 and (metallic[~handle] == 0).mean() > 0.95
    with pytest.raises(PromptError, match="there is no part 'wheel'; the file has 0: shell, 1: handle"):
        texture_mesh(folder / "plain.glb", "red plastic", tmp_path, replace(SMALL, parts="wheel: gold"))
    with pytest.raises(PromptError, match="names no material"):
        texture_mesh(folder / "plain.glb", "red plastic", tmp_path, replace(SMALL, parts="handle gold"))


def test_a_mask_says_where(folder, tmp_path):
    mask = np.zeros((64, 64), np.uint8)
    mask[:, 32:] = 255
    Image.fromarray(mask).save(tmp_path / "mask.png")
    options = replace(SMALL, mask=tmp_path / "mask.png", keep_uv=True)
    (mesh,) = texture_mesh(folder / "uv.glb", "gold", tmp_path / "out", options).meshes
    metallic = mesh.pbr.roughness_metallic[..., 1]
    assert (metallic[8:56, 36:56] == 255).all() and (metallic[8:56, 8:28] == 0).all()
    (tmp_path / "bad.png").write_bytes(b"no picture")
    with pytest.raises(ExportError, match="--mask: .* cannot be read as a picture"):
        texture_mesh(folder / "uv.glb", "gold", tmp_path / "out", replace(SMALL, mask=tmp_path / "bad.png"))


def test_what_says_nothing_is_refused(folder, tmp_path):
    with pytest.raises(PromptError, match="says nothing to paint"):
        texture_mesh(folder / "uv.glb", "quixotic flummery", tmp_path, SMALL)
    with pytest.raises(ExportError, match="there is no mesh file"):
        texture_mesh(folder / "absent.glb", "gold", tmp_path, SMALL)
    with pytest.raises(ExportError, match="the mesh itself"):
        texture_mesh(folder / "uv.glb", "gold", folder / "uv.glb", SMALL)
    with pytest.raises(ExportError, match="texture must be 64 to 4096"):
        TextureOptions(texture=10)


def test_a_known_noun_is_turned_to_where_the_prior_has_it():
    """A box with a tall back, as a chair: found again however it is turned, and however large it is."""

    def density(points: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x, y, z = points.unbind(1)
        seat = (x.abs() < 0.45) & (z.abs() < 0.45) & ((y + 0.1).abs() < 0.25)
        back = (x.abs() < 0.45) & ((z + 0.4).abs() < 0.12) & (y > -0.1) & (y < 0.75)
        return torch.where(seat | back, 100.0, 0.0), torch.full_like(points, 0.5)

    seat, back = trimesh.creation.box((0.9, 0.5, 0.9)), trimesh.creation.box((0.9, 0.85, 0.24))
    seat.apply_translation((0, -0.1, 0))
    back.apply_translation((0, 0.325, -0.4))
    body = trimesh.util.concatenate([seat, back])
    body.apply_transform(trimesh.transformations.rotation_matrix(np.pi / 2, (0, 1, 0)))
    body.apply_scale(7.0)
    body.apply_translation((3.0, 1.0, -2.0))
    mesh = Mesh(np.asarray(body.vertices, np.float32), np.asarray(body.faces, np.int32))
    found = align(mesh, density)
    assert found.overlap > 0.8
    # The tall back stands behind again.
    top = mesh.vertices[mesh.vertices[:, 1] > mesh.vertices[:, 1].max() - 0.1]
    assert found.points(top)[:, 2].mean() < -0.3
    assert abs(found.points(mesh.vertices)[:, 0].max() - 0.45) < 0.12


def test_words_of_looks_in_any_text():
    assert looks_in("a Rusty, cast-iron robot") == (("rusty", "iron"), ("robot",))
    assert looks_in("dark blue polka-dot porcelain") == (("dark blue", "polka dot", "porcelain"), ())


def test_every_material_has_a_thumbnail():
    entries = material_list()
    assert len({entry.name for entry in entries}) == len(entries) > 120
    gold, oak = (material_thumbnail(name, 32).astype(float) for name in ("gold", "oak"))
    assert gold.shape == (32, 32, 3) and np.abs(gold - oak).mean() > 5
    assert (gold[0, 0] > 250).all(), "on white"
    assert material_thumbnail("rusty", 32).shape == material_thumbnail("striped", 32).shape
