"""Roughness, metallic, emission, glass, coat and sheen in GLB, OBJ and USD."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from bozzetto.export.files.glb import glb_bytes, glb_json, verify_glb, write_glb
from bozzetto.export.files.obj import write_obj
from bozzetto.export.files.read import read_scene
from bozzetto.export.files.read_parts import GLASS_STOPS, paint_of
from bozzetto.export.files.usd import write_usd
from bozzetto.export.files.validator import validate
from bozzetto.export.mesh.mesh import Mesh, PbrMaps
from bozzetto.export.texture.maps import vertex_tangents
from bozzetto.export.texture.uv import unwrap_box


@pytest.fixture(scope="module")
def painted() -> Mesh:
    box = trimesh.creation.box((1.0, 0.8, 0.6))
    body = Mesh(np.asarray(box.vertices, np.float32), np.asarray(box.faces, np.int32))
    mesh = unwrap_box(body, 64).mesh
    rng = np.random.default_rng(0)

    def image(*shape: int) -> np.ndarray:
        return rng.integers(0, 256, shape).astype(np.uint8)

    pbr = PbrMaps(
        roughness_metallic=image(64, 64, 2), transmission=0.9, transmission_map=image(64, 64), ior=1.52,
        attenuation_distance=0.5, attenuation=(0.2, 0.6, 0.3), emissive=(1.0, 0.5, 0.2), emission_map=image(64, 64, 3),
        emissive_strength=4.0, coat=1.0, coat_map=image(64, 64), coat_roughness=0.05, sheen=(0.3, 0.2, 0.1),
        sheen_map=image(64, 64, 3), sheen_roughness=0.4, anisotropy=0.5,
    )  # fmt: skip
    mesh = replace(mesh, texture=image(64, 64, 3), normal_map=image(64, 64, 3), occlusion=image(32, 32), pbr=pbr)
    return replace(mesh, tangents=vertex_tangents(mesh))


def test_a_glb_of_glass_is_read_with_its_transmission_texel_by_texel(painted, tmp_path):
    half = np.where(np.arange(64) < 32, 255, 0).astype(np.uint8)[None].repeat(64, 0)
    glass = replace(painted, pbr=PbrMaps(transmission=0.9, transmission_map=half))
    scene = read_scene(write_glb(glass, tmp_path / "a.glb"))
    (part,) = scene.parts
    middles = np.full((len(part.faces), 3), 1 / 3)
    stopped = paint_of(part)(np.arange(len(part.faces)), middles)[:, 3]
    u = np.asarray(part.uvs[0])[part.faces].mean(1)[:, 0]
    np.testing.assert_allclose(stopped[u < 0.45], 1 - 0.9 * (1 - GLASS_STOPS), atol=0.01)
    np.testing.assert_allclose(stopped[u > 0.55], 1.0, atol=1e-6)
    assert not any("transmissionTexture" in note for note in scene.notes)


def test_glb_packs_occlusion_roughness_and_metallic_and_names_its_extensions(painted, tmp_path):
    path = write_glb(painted, tmp_path / "a.glb")
    verify_glb(path, painted)
    tree = glb_json(path.read_bytes())
    (material,) = tree["materials"]
    rough = material["pbrMetallicRoughness"]
    assert rough["metallicRoughnessTexture"] == material["occlusionTexture"]
    assert (rough["metallicFactor"], rough["roughnessFactor"]) == (1.0, 1.0)
    assert material["emissiveFactor"] == [1.0, 0.5, 0.2]
    extensions = material["extensions"]
    assert set(tree["extensionsUsed"]) == set(extensions)
    assert set(extensions) == {
        f"KHR_materials_{name}"
        for name in ("transmission", "volume", "ior", "emissive_strength", "clearcoat", "sheen", "anisotropy")
    }
    assert extensions["KHR_materials_volume"]["thicknessFactor"] == pytest.approx(0.15)
    diagonal = float(np.linalg.norm([1.0, 0.8, 0.6]))
    assert extensions["KHR_materials_volume"]["attenuationDistance"] == pytest.approx(0.25 * diagonal)
    assert extensions["KHR_materials_ior"] == {"ior": 1.52}
    assert len(tree["images"]) == 7


@pytest.mark.parametrize("image", ["png", "webp"])
def test_the_validator_has_nothing_to_say(painted, tmp_path, monkeypatch, image):
    monkeypatch.setenv("NODE_PATH", str(Path(__file__).parents[1] / "node_modules"))
    results = validate([write_glb(painted, tmp_path / "a.glb", image=image)])
    assert results is not None, "the glTF validator is not installed; run: npm ci --prefix tests/export"
    assert (results[0].errors, results[0].warnings) == (0, 0), results[0].messages


def test_a_mesh_without_maps_has_the_bytes_that_it_had(painted):
    plain = replace(painted, pbr=None)
    assert glb_bytes(plain) == glb_bytes(replace(plain, pbr=PbrMaps()))
    assert "extensionsUsed" not in glb_json(glb_bytes(plain))


def test_obj_has_the_pbr_statements_and_their_pictures(painted, tmp_path):
    files = write_obj(painted, tmp_path / "a.obj")
    mtl = (tmp_path / "a.mtl").read_text().splitlines()
    assert {"map_Pr a_roughness.png", "map_Pm a_metallic.png", "map_Ke a_emission.png"} <= set(mtl)
    assert {"Pc 1", "Pcr 0.05", "Ps 0.3", "aniso 0.5", "Ni 1.52", "Ke 4 2 0.8"} <= set(mtl)
    # What lets light through is a picture, not all of it.
    assert "map_d a_clear.png" in mtl and not any(line.startswith(("d ", "Tf ")) for line in mtl)
    clear = np.asarray(Image.open(tmp_path / "a_clear.png"))
    assert np.abs(clear - (255 - 0.85 * 0.9 * painted.pbr.transmission_map.astype(float))).max() <= 1
    assert {path.name for path in files} >= {"a_roughness.png", "a_metallic.png", "a_emission.png"}
    assert all(path.is_file() for path in files)


def test_usd_connects_the_packed_map(painted, tmp_path):
    usd = pytest.importorskip("pxr.Usd", reason="usd-core is not installed")
    from pxr import UsdShade

    write_usd(painted, tmp_path / "a.usda")
    stage = usd.Stage.Open(str(tmp_path / "a.usda"))
    shader = UsdShade.Shader(stage.GetPrimAtPath("/object/materials/surface/preview"))
    for name, channel in (("occlusion", "r"), ("roughness", "g"), ("metallic", "b")):
        source = shader.GetInput(name).GetConnectedSources()[0][0]
        assert source.source.GetPath().name == "orm" and source.sourceName == channel
    assert shader.GetInput("clearcoat").Get() == 1.0
    assert shader.GetInput("ior").Get() == pytest.approx(1.52)
    assert shader.GetInput("opacity").GetConnectedSources()[0][0].source.GetPath().name == "clear"
    assert shader.GetInput("emissiveColor").HasConnectedSource()


def test_glass_throughout_has_one_opacity(painted, tmp_path):
    usd = pytest.importorskip("pxr.Usd", reason="usd-core is not installed")
    from pxr import UsdShade

    glass = replace(painted, pbr=PbrMaps(transmission=0.9))
    write_usd(glass, tmp_path / "a.usda")
    stage = usd.Stage.Open(str(tmp_path / "a.usda"))
    shader = UsdShade.Shader(stage.GetPrimAtPath("/object/materials/surface/preview"))
    assert shader.GetInput("opacity").Get() == pytest.approx(1 - 0.85 * 0.9)
    write_obj(glass, tmp_path / "a.obj")
    assert "d 0.235" in (tmp_path / "a.mtl").read_text().splitlines()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"transmission": 1.5}, "transmission must be in"),
        ({"sheen_roughness": -0.1}, "sheen_roughness must be in"),
        ({"ior": 0.5}, "ior must be at least 1"),
    ],
)
def test_what_is_not_physical_is_refused(values, message):
    with pytest.raises(ValueError, match=message):
        PbrMaps(**values)
