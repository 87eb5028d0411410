"""New maps for somebody's mesh: geometry and UV by the bit, words for all and for parts, refusals, alignment."""

import functools
import json
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
from bozzetto.jobs.bake.align import align, refined
from bozzetto.jobs.bake.material import material_list, material_thumbnail
from bozzetto.jobs.bake.texture_distill import DistillSettings, distilled_colours
from bozzetto.jobs.cli.main import main
from bozzetto.jobs.config.errors import ExportError, PromptError
from bozzetto.jobs.pipeline.texture import TextureOptions, looks_in, texture_mesh, without_name
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.priors import load_prior
from bozzetto.sds.oracle import OraclePrior
from tests.jobs import known_object

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


def test_a_mesh_that_is_no_cheese_is_made_of_it(folder, tmp_path):
    made = texture_mesh(folder / "uv.glb", "green cheese", tmp_path, replace(SMALL, keep_uv=True))
    assert made.report["materials"][0]["looks"] == ["green", "cheese"] and made.report["overlap_with_noun"] is None


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
    fine = refined(mesh, found, density)
    low, high = (getattr(fine.points(mesh.vertices), end)(axis=0) for end in ("min", "max"))
    np.testing.assert_allclose(low, (-0.45, -0.35, -0.52), atol=0.03)
    np.testing.assert_allclose(high, (0.45, 0.75, 0.45), atol=0.03)
    np.testing.assert_allclose(fine.turn @ fine.turn.T, np.eye(3), atol=1e-9)


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


@pytest.fixture
def known_box(tmp_path, monkeypatch) -> tuple[Path, OraclePrior]:
    """A box without colours, as a GLB, and the exact denoiser of one of its shape whose sides have a colour each."""
    half = known_object.HALF_SIZE * 0.9 / known_object.HALF_SIZE.norm()
    monkeypatch.setattr(known_object, "HALF_SIZE", half)
    trimesh.creation.box((2 * half).tolist()).export(tmp_path / "box.glb")
    return tmp_path / "box.glb", known_object.box_oracle(32)


def side_errors(mesh: Mesh) -> dict[int, float]:
    """Mean error of the base colour in the middle of each side, by 2 * axis + (0 towards +, 1 towards -)."""
    assert mesh.texture is not None
    texels = surface_texels(mesh, len(mesh.texture))
    colours = mesh.texture[texels.rows, texels.columns, :3] / 255
    far = np.abs(texels.positions) / np.abs(texels.positions).max(0)
    axis = far.argmax(1)
    middle = np.sort(far, 1)[:, 1] < 0.7
    side = 2 * axis + (texels.positions[np.arange(len(axis)), axis] < 0)
    wanted = known_object.FACES.numpy().reshape(6, 3)[side]
    return {k: float(np.abs(colours - wanted)[middle & (side == k)].mean()) for k in range(6)}


def test_a_prior_that_knows_images_paints_every_side_as_it_sees_it(known_box, tmp_path):
    path, prior = known_box
    options = TextureOptions(texture=64, steps=5)
    made = texture_mesh(path, "a bronze box", tmp_path / "out", options, prior=prior)
    errors = side_errors(made.meshes[0])
    assert max(errors.values()) < 0.06, errors
    # Seams lie where the colours of two sides meet, which differ by 0.4.
    assert made.report["seam_difference"] < 0.06 and made.report["prior"] == prior.name
    corners = [accessor(file, "POSITION").reshape(-1, 3)[accessor(file, "indices")] for file in (path, made.files[0])]
    assert np.array_equal(*corners)
    # The words still say what it is made of, beside the colours that the prior gave it.
    maps = made.meshes[0].pbr
    assert maps is not None and maps.roughness_metallic is not None and maps.roughness_metallic[..., 1].mean() > 200


def test_light_that_such_a_prior_paints_is_taken_out(known_box):
    path, plain = known_box
    normals = torch.stack([torch.eye(3), -torch.eye(3)], 1)

    def lit(views):
        """The box in one colour, by a light from above."""
        up = 0.5 + 0.5 * normals[..., 1]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                known_object, "FACES", 0.6 * torch.ones_like(known_object.FACES) * (0.4 + 0.6 * up[..., None])
            )
            return known_object.render_box(views, 32)[0].permute(0, 3, 1, 2) * 2 - 1

    prior = OraclePrior(lit, 32)
    knowledge = PriorKnowledge(prior, prior.encode_text("a box"))
    box = trimesh.load(path, force="mesh")
    vertices, faces = trimesh.remesh.subdivide_to_size(box.vertices, box.faces, 0.1)
    fine = trimesh.Trimesh(vertices, faces)
    fine.merge_vertices()
    fit = Mesh(np.asarray(fine.vertices, np.float32), np.asarray(fine.faces, np.int32))
    start = np.full((len(fit.vertices), 3), 0.5)
    spread = []
    for remove in (False, True):
        settings = DistillSettings(steps=0, views=6, rounds=(0.8,), denoise_steps=4, remove_light=remove)
        spread.append(float(distilled_colours(fit, knowledge, start, 0, settings).std()))
    assert spread[1] < 0.6 * spread[0], spread
    assert float(distilled_colours(fit, knowledge, start, 0, settings).std()) == spread[1]


def test_a_pretrained_model_paints_from_the_command_line(known_box, tmp_path, capfd, monkeypatch):
    short = functools.partial(DistillSettings, views=4, rounds=(0.6,), denoise_steps=2)
    monkeypatch.setattr("bozzetto.jobs.pipeline.texture.DistillSettings", short)
    diffusers = pytest.importorskip("diffusers", reason="the extra hub is not installed")
    assert diffusers
    from tests.sds.tiny_models import build

    folder, out = build("sd-small", tmp_path / "sd"), tmp_path / "out"
    hub = ["--set", "hub.resolution=16", "--set", "hub.device=cpu", "--set", "hub.offline=true"]
    common = ["--out", str(out), "--texture", "64", "--quiet", f"--prior={folder}", "--steps", "1", *hub]
    assert main(["texture", str(known_box[0]), "a red box", *common]) == 0
    assert json.loads((out / "box_report.json").read_text())["prior"] == str(folder)
    with np.errstate(all="raise"):
        colours = glb_json((out / "box.glb").read_bytes())["materials"][0]["pbrMetallicRoughness"]
    assert "baseColorTexture" in colours
    assert main(["texture", str(known_box[0]), "a red box", "--prior", "nobody-knows-it"]) != 0
    assert "unknown prior" in capfd.readouterr().err


def test_a_mask_bounds_what_a_prior_paints(known_box, tmp_path):
    path, prior = known_box
    Image.fromarray(np.zeros((8, 8), np.uint8)).save(tmp_path / "none.png")
    options = TextureOptions(texture=64, steps=0, mask=tmp_path / "none.png")
    made = texture_mesh(path, "a box", tmp_path / "out", options, prior=prior)
    texture = made.meshes[0].texture
    assert texture is not None and texture.reshape(-1, texture.shape[-1])[:, :3].std(0).max() < 1


def test_a_nouns_own_name_is_no_material():
    lexicon = load_prior("embedded").lexicon
    for prompt, noun, looks in (
        ("a magnifying glass", "magnifying glass", ()),
        ("a golden magnifying glass", "magnifying glass", ("gold",)),
        ("a glass vase", "vase", ("glass",)),
        ("a rusty chainsaw", "chainsaw", ("rusty",)),
    ):
        assert looks_in(without_name(prompt, noun, lexicon))[0] == looks, prompt
