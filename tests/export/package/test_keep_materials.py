"""--keep-materials: objects, materials, UV sets and textures stay what they were, and only the geometry is cleaned."""

import io
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from bozzetto.bench.input_cases import Glb, gltf_cases
from bozzetto.export.files.glb import BrokenFileError, glb_json
from bozzetto.export.files.glb_scene import verify_scene_glb, write_scene_glb
from bozzetto.export.files.read import flatten, read_scene
from bozzetto.export.files.read_parts import Encoded, Material, Part, Texture
from bozzetto.export.mesh.mesh import mesh_health
from bozzetto.jobs.bake.run_export import ExportOptions, export_anything
from bozzetto.jobs.config.errors import ExportError

CORNERS = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], float)
BOX = np.array(
    [[0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1], [2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4],
     [1, 5, 7], [1, 7, 3]],
)  # fmt: skip


def picture(kind: str, color) -> Texture:
    """A picture of 8 x 8 texels that is kept as it is encoded."""
    pixels = np.full((8, 8, 3), color, np.uint8)
    pixels[:4, :4] = 255 - np.array(color)
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, kind, **({"lossless": True} if kind == "WEBP" else {}))
    return Texture(pixels, encoded=Encoded(data.getvalue(), f"image/{kind.lower()}"))


def parts() -> list[Part]:
    """A painted box inside out, with two UV sets, and a metal one with maps; two objects."""
    uv = np.linspace(-1, 2, 16).reshape(8, 2)
    paint = Texture(
        **{**vars(picture("PNG", (200, 30, 40))), "uv_set": 1, "transform": (0.1, 0.2, 0.3, 2.0, 0.5),
           "wrap": ("mirror", "clamp"), "nearest": True},
    )  # fmt: skip
    painted = Material(
        "paint", (0.5, 1.0, 0.25, 1.0), paint, emission=(3.0, 0.0, 1.5), roughness=0.25, metallic=0.125,
        double_sided=True,
    )  # fmt: skip
    maps = {
        "metallicRoughnessTexture": (picture("PNG", (0, 100, 200)), 1.0),
        "normalTexture": (picture("WEBP", (128, 128, 250)), 0.5),
    }
    metal = Material(
        "metal", base_texture=picture("JPEG", (90, 90, 90)), alpha_mode="MASK", alpha_cutoff=0.25, transmission=0.5,
        extra=maps, factors=(0.75, 0.5),
    )  # fmt: skip
    inside_out = Part(CORNERS, BOX[:, ::-1], painted, {0: uv, 1: uv[::-1].copy()}, name="left")
    colors = np.full((8, 4), 0.5)
    return [inside_out, Part(CORNERS + (3, 0, 0), BOX, metal, {0: uv}, colors, name="right")]


def kept(tmp_path, **options):
    """What is read of the file that --keep-materials writes."""
    write_scene_glb(parts(), tmp_path / "in.glb")
    (path,) = export_anything(tmp_path / "in.glb", tmp_path / "out.glb", ExportOptions(keep_materials=True, **options))
    return path, read_scene(path, keep=True)


def test_materials_uv_sets_and_pictures_stay(tmp_path):
    path, scene = kept(tmp_path)
    left, right = sorted(scene.parts, key=lambda part: part.name)
    expected_left, expected_right = parts()
    assert (left.name, right.name) == ("left", "right")
    for part, expected in ((left, expected_left), (right, expected_right)):
        np.testing.assert_allclose(part.vertices, expected.vertices, atol=1e-6)
        assert sorted(part.uvs) == sorted(expected.uvs)
        for number, uv in expected.uvs.items():
            np.testing.assert_allclose(part.uvs[number], uv, atol=1e-6)
        given, found = expected.material, part.material
        for name in ("name", "base_color", "double_sided", "alpha_mode", "transmission", "unlit"):
            assert getattr(found, name) == getattr(given, name), name
        assert found.base_texture.encoded.data == given.base_texture.encoded.data
        for name in ("uv_set", "wrap", "nearest"):
            assert getattr(found.base_texture, name) == getattr(given.base_texture, name), name
        np.testing.assert_allclose(found.base_texture.transform, given.base_texture.transform)
        np.testing.assert_allclose(found.emission, given.emission)
    assert (left.material.roughness, left.material.metallic) == (0.25, 0.125)
    assert right.material.factors == (0.75, 0.5) and right.material.alpha_cutoff == 0.25
    for name, (texture, strength) in expected_right.material.extra.items():
        back, back_strength = right.material.extra[name]
        assert back.encoded.data == texture.encoded.data and back_strength == strength
    np.testing.assert_allclose(right.colors, 0.5)
    assert not any("becomes opacity" in note for note in scene.notes)
    tree = glb_json(path.read_bytes())
    assert [node["name"] for node in tree["nodes"]] == ["left", "right"] and len(tree["materials"]) == 2
    assert {"KHR_texture_transform", "EXT_texture_webp"} <= set(tree["extensionsUsed"])


def test_only_the_geometry_is_cleaned(tmp_path):
    first, second = parts()
    bad = np.concatenate([second.faces, second.faces[:2], [[0, 0, 1]]])
    write_scene_glb([first, Part(**{**vars(second), "faces": bad})], tmp_path / "in.glb")
    files = export_anything(tmp_path / "in.glb", tmp_path / "out", ExportOptions(keep_materials=True))
    report = json.loads((tmp_path / "out" / "in_report.json").read_text())
    assert [path.suffix for path in files] == [".glb", ".json", ".html"]
    assert any("dropped 3 faces" in note for note in report["notes"])
    assert any("flipped the winding of 12 faces" in note for note in report["notes"])
    assert report["input"]["objects"] == 2 and report["input"]["materials"] == 2
    source = flatten(read_scene(files[0]), files[0])
    assert len(source.mesh.faces) == 24 and mesh_health(source.mesh).volume == pytest.approx(2.0)


def test_size_and_hull_go_with_it(tmp_path):
    write_scene_glb(parts(), tmp_path / "in.glb")
    options = ExportOptions(keep_materials=True, size=8.0, collision=True, report=False)
    glb, hull = export_anything(tmp_path / "in.glb", tmp_path / "out", options)
    low, high = (f(np.concatenate([p.vertices for p in read_scene(glb).parts]), 0) for f in (np.min, np.max))
    assert float((high - low).max()) == pytest.approx(8.0) and hull.name == "in_collision.glb"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"faces": 100}, "leave out --faces"),
        ({"lods": 1, "close": True}, "leave out --lods, --close"),
        ({"normal_map": True}, "leave out --maps"),
        ({"texture": 512}, "leave out --texture"),
        ({"formats": ("obj",)}, "--keep-materials writes glb, and obj was asked for"),
    ],
)
def test_what_cannot_be_had_with_it_is_refused(tmp_path, options, message):
    write_scene_glb(parts(), tmp_path / "in.glb")
    with pytest.raises(ExportError, match=message):
        export_anything(tmp_path / "in.glb", tmp_path / "out", ExportOptions(keep_materials=True, **options))


def test_materials_of_other_formats_are_kept_too(tmp_path):
    (tmp_path / "in.obj").write_text(
        "mtllib in.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\nvt 0 0\nvt 1 0\nvt 0 1\n"
        "o first\nusemtl red\nf 1/1 3/3 2/2\nf 1/1 2/2 4/3\no second\nusemtl blue\nf 1/1 4/3 3/2\nf 2/1 3/2 4/3\n"
    )
    (tmp_path / "in.mtl").write_text("newmtl red\nKd 1 0 0\nmap_Kd a.bmp\nnewmtl blue\nKd 0 0 1\n")
    Image.new("RGB", (4, 4), (250, 120, 60)).save(tmp_path / "a.bmp")
    (path,) = export_anything(tmp_path / "in.obj", tmp_path / "out.glb", ExportOptions(keep_materials=True))
    back = {part.name: part for part in read_scene(path, keep=True).parts}
    assert set(back) == {"first", "second"}
    assert back["first"].material.name == "red" and back["first"].material.base_texture.encoded.mime == "image/png"
    assert back["second"].material.base_color[:3] == (0.0, 0.0, 1.0)


def test_a_file_that_lost_something_is_noticed(tmp_path):
    path = write_scene_glb(parts(), tmp_path / "in.glb")
    verify_scene_glb(path, parts())
    first, second = parts()
    for wrong in ([first], [first, Part(**{**vars(second), "material": Material()})]):
        with pytest.raises(BrokenFileError):
            verify_scene_glb(write_scene_glb(wrong, tmp_path / "wrong.glb"), parts())
    with pytest.raises(ValueError, match="without faces"):
        write_scene_glb([], tmp_path / "empty.glb")


def test_a_file_made_by_hand_keeps_its_nodes(tmp_path):
    made = Glb()
    made.tree["nodes"], made.tree["meshes"] = [], []
    for k, name in enumerate(("seat", "leg")):
        material = made.add("materials", {"name": f"m{k}", "pbrMetallicRoughness": {"roughnessFactor": 0.1 + k / 2}})
        primitive = {
            "attributes": {"POSITION": made.accessor(CORNERS, "VEC3")},
            "indices": made.accessor(BOX.reshape(-1), "SCALAR", 5125),
            "material": material,
        }
        made.tree["nodes"].append({"name": name, "mesh": made.add("meshes", {"primitives": [primitive]})})
        made.tree["nodes"][-1]["translation"] = [5.0 * k, 0, 0]
    made.tree["scenes"] = [{"nodes": [0, 1]}]
    (tmp_path / "in.glb").write_bytes(made.bytes())
    (path,) = export_anything(tmp_path / "in.glb", tmp_path / "out.glb", ExportOptions(keep_materials=True))
    scene = read_scene(path, keep=True)
    found = {part.name: (part.material.name, round(part.material.roughness, 3)) for part in scene.parts}
    assert found == {"seat": ("m0", 0.1), "leg": ("m1", 0.6)}


EXTENSIONS = {
    "KHR_materials_anisotropy": {"anisotropyStrength": 0.6, "anisotropyRotation": 1.5},
    "KHR_materials_clearcoat": {"clearcoatFactor": 0.9, "clearcoatRoughnessFactor": 0.1},
    "KHR_materials_diffuse_transmission": {"diffuseTransmissionColorFactor": [1.0, 0.9, 0.8]},
    "KHR_materials_dispersion": {"dispersion": 0.2},
    "KHR_materials_emissive_strength": {"emissiveStrength": 4.0},
    "KHR_materials_ior": {"ior": 1.4},
    "KHR_materials_iridescence": {"iridescenceFactor": 1.0, "iridescenceThicknessMaximum": 300.0},
    "KHR_materials_sheen": {"sheenColorFactor": [0.5, 0.4, 0.25], "sheenRoughnessFactor": 0.3},
    "KHR_materials_specular": {"specularFactor": 0.5, "specularColorFactor": [1.0, 0.5, 0.5]},
    "KHR_materials_transmission": {"transmissionFactor": 0.75},
    "KHR_materials_volume": {"thicknessFactor": 0.25, "attenuationDistance": 2.0, "attenuationColor": [0.5, 1.0, 0.5]},
}


def extended(tmp_path) -> None:
    """A box whose material has every extension that is kept, some with textures, in a node twice as large."""
    made = Glb()
    coat, glass = made.texture(), made.texture()
    extensions = json.loads(json.dumps(EXTENSIONS))
    turned = {"extensions": {"KHR_texture_transform": {"offset": [0.5, 0.0]}}}
    extensions["KHR_materials_clearcoat"]["clearcoatNormalTexture"] = {"index": coat, "scale": 0.5, **turned}
    extensions["KHR_materials_transmission"]["transmissionTexture"] = {"index": glass}
    material = made.material(extensions=extensions, emissiveFactor=[1.0, 0.5, 0.25])
    made.show({**made.box(), "material": material}, scale=[2, 2, 2]).used(*EXTENSIONS, "KHR_texture_transform")
    (tmp_path / "in.glb").write_bytes(made.bytes())


@pytest.mark.parametrize("size", [None, 6.0])
def test_extensions_of_materials_go_through_as_they_are(tmp_path, size):
    extended(tmp_path)
    options = ExportOptions(keep_materials=True, size=size, report=False)
    (path,) = export_anything(tmp_path / "in.glb", tmp_path / "out.glb", options)
    tree = glb_json(path.read_bytes())
    (material,) = tree["materials"]
    found = material["extensions"]
    assert set(found) == set(EXTENSIONS) and set(EXTENSIONS) <= set(tree["extensionsUsed"])
    coat = found["KHR_materials_clearcoat"].pop("clearcoatNormalTexture")
    assert coat["scale"] == 0.5 and coat["extensions"]["KHR_texture_transform"]["offset"] == [0.5, 0.0]
    assert "index" in found["KHR_materials_transmission"].pop("transmissionTexture")
    # The box of 1 m stands twice as large: its thickness is the mesh's own, the distance is the world's.
    world = 1.0 if size is None else size / 2
    lengths = {"thicknessFactor": 0.25 * 2 * world, "attenuationDistance": 2.0 * world}
    expected = EXTENSIONS | {"KHR_materials_volume": EXTENSIONS["KHR_materials_volume"] | lengths}
    for name, values in expected.items():
        assert found[name] == {k: pytest.approx(v) for k, v in values.items()}, name
    assert material["emissiveFactor"] == [1.0, 0.5, 0.25]


def test_without_keeping_them_the_extensions_are_said_to_be_left_out(tmp_path):
    extended(tmp_path)
    notes = " ".join(read_scene(tmp_path / "in.glb").notes)
    assert all(word in notes for word in ("clear coats", "sheen", "absorption", "iridescence", "anisotropy"))
    assert "left out" not in " ".join(read_scene(tmp_path / "in.glb", keep=True).notes)


def test_a_ktx2_picture_becomes_a_png(tmp_path):
    pytest.importorskip("opengl_basisu", reason="KTX2 is read by the extra `ktx2`")
    (case,) = (case for case in gltf_cases() if case.name == "KTX2 texture, UASTC, required")
    path = case.make(tmp_path)
    (out,) = export_anything(path, tmp_path / "out.glb", ExportOptions(keep_materials=True, report=False))
    (part,) = read_scene(out, keep=True).parts
    assert part.material.base_texture.encoded.mime == "image/png"
    assert tuple(part.material.base_texture.pixels[2, 2]) == (255, 0, 0)


def test_tangents_stay_and_turn_with_what_they_stand_on(tmp_path):
    """Of the box that is inside out the normals are turned, and so v runs the other way about them."""
    made = []
    for part, side in zip(parts(), (-1.0, 1.0), strict=True):
        normals = side * (part.vertices - part.vertices.mean(axis=0))
        along = np.cross(normals, [0.3, 0.5, -0.7])
        along /= np.linalg.norm(along, axis=1, keepdims=True)
        made.append(replace(part, normals=normals, tangents=np.pad(along, ((0, 0), (0, 1)), constant_values=1.0)))
    write_scene_glb(made, tmp_path / "in.glb")
    options = ExportOptions(keep_materials=True, report=False)
    (path,) = export_anything(tmp_path / "in.glb", tmp_path / "out.glb", options)
    back = {part.name: part for part in read_scene(path, keep=True).parts}
    for part, side in zip(made, (-1.0, 1.0), strict=True):
        found = back[part.name]
        np.testing.assert_allclose(found.tangents[:, :3], part.tangents[:, :3], atol=1e-6)
        assert (found.tangents[:, 3] == side).all() and (found.normals * part.normals * side).sum() > 0
    assert read_scene(path).parts[0].tangents is None


def test_that_it_was_moved_is_said_beside_whatever_else_is(tmp_path):
    made = Glb()
    red = made.material(None, [1, 0, 0, 1], doubleSided=True)
    made.show({**made.box(), "material": red}, translation=[5e6, 0, 0]).show(made.box(), translation=[5e6 + 3, 0, 0])
    (tmp_path / "in.glb").write_bytes(made.bytes())
    export_anything(tmp_path / "in.glb", tmp_path / "out", ExportOptions(keep_materials=True))
    (note,) = json.loads((tmp_path / "out" / "in_report.json").read_text())["notes"]
    assert "it was moved by (-5000002, -0, -0)" in note
