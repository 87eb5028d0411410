"""``python -m bozzetto.bench materials --part pairs``: runs of prompts with a material, beside the true object in it.

A material and an object are drawn by lot; no training saw the two together. The truth is the mesh that the noun was
learnt from: what of it has its main colour (``bozzetto.sds.tint``) is made of the solid texture, asked at every
pixel's place, and the rest stays as it is. The run's GLB is read back with its maps. Both are seen by the same
cameras, of those that no fit saw.
"""

from __future__ import annotations

import io
import json
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from bozzetto.atomic import write_bytes
from bozzetto.bench.materials import MaterialJudge, solid_pixels, spread
from bozzetto.bench.nouns import learnt_objects
from bozzetto.export.files.glb import glb_json
from bozzetto.export.files.materials import linear_to_srgb, srgb_to_linear
from bozzetto.export.material.bend import bent_normals
from bozzetto.export.material.look import MATERIALS, OWN_MEAN, Look
from bozzetto.export.material.paint import optics_of, shade_of, toned
from bozzetto.export.material.preview import BEHIND, LIGHTS, Framing, framed, pictured
from bozzetto.export.material.surface import Surface, blend, plain
from bozzetto.export.mesh.mesh import Array, Mesh, PbrMaps
from bozzetto.export.texture.compare import psnr
from bozzetto.foundry.nouns import model_of
from bozzetto.jobs.config.run_config import make_config, override
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.teach.mesh_views import Model, look_at_model, unseen_cameras
from bozzetto.jobs.train.looks import with_looks
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.scene import Thing
from bozzetto.sds.tint import LUMINANCE, PAINT_DISTANCE

PIXELS = 96
CAMERAS = (0, 3, 5, 6)
"""Which of the held-out cameras look: each side once, from 10 and from 30 degrees in turn."""


@dataclass(frozen=True)
class MadePair:
    """One material on one noun, by a prompt, beside the true object with the true material."""

    prompt: str
    material: str
    noun: str
    instance: int
    painted: float
    """Share of the true object's pixels that is of the material."""
    iou: float
    albedo_psnr: float
    """On grey, as all of a picture."""
    relit_psnr: float
    """The same, mean over four lights."""
    albedo_psnr_within: float
    """Where both are the object, alone."""
    relit_psnr_within: float
    roughness_error: float
    """Mean absolute, where both are, of what is of the material."""
    metallic_error: float
    found: str
    """What the judge of pictures takes the run's mesh for."""
    ceiling: str
    """What it takes the true object's pictures for."""
    material_seconds: float | None
    """Of the stage that paints the maps."""
    seconds: float


@dataclass(frozen=True)
class _View:
    """What a camera sees of one side's object."""

    framing: Framing
    surface: Surface
    normals: Array
    share: Array | None
    """[N] of the samples, how much is of the material; None where nobody knows."""


def measure_pairs(
    out: Path, pairs: int, preset: str, judge: MaterialJudge, say: Callable[[str], None] = print
) -> dict[str, Any]:
    """Runs and scores them; what ``pairs.json`` in the folder holds is kept.

    Args:
        out: folder; is made. pairs: how many, by lot. preset: of the runs. judge: of materials.
        say: is told of each.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / "pairs.json"
    rows = [MadePair(**row) for row in json.loads(path.read_text())["rows"]] if path.is_file() else []
    prior = EmbeddedPrior()
    result: dict[str, Any] = {}
    for k, (material, noun, instance) in enumerate(drawn_pairs(prior, pairs)):
        if any((row.material, row.noun) == (material, noun) for row in rows):
            continue
        known = prior.vocabulary[noun].noun.instances[instance]
        model = model_of(known.source, out)
        row = _pair(out, material, noun, instance, model, known.tintable, preset, judge)
        rows.append(row)
        scores = f"albedo {row.albedo_psnr:.1f} dB, relit {row.relit_psnr:.1f} dB, judged {row.found} ({row.ceiling})"
        say(f"{k + 1}/{pairs} {row.prompt}: IoU {row.iou:.3f}, {scores}, {row.seconds:.0f} s")
        result = {"figures": figures_of(rows), "preset": preset, "rows": [asdict(row) for row in rows]}
        write_bytes(path, json.dumps(result, indent=1).encode())
    return result or {"figures": figures_of(rows), "preset": preset, "rows": [asdict(row) for row in rows]}


def drawn_pairs(prior: EmbeddedPrior, count: int) -> list[tuple[str, str, int]]:
    """Materials that have a colour of their own, nouns, and which of their objects, by lot; pairs that a prompt reads
    as something else ("a cheese grater") are drawn again."""
    rng = np.random.default_rng(0)
    lexicon = with_looks(prior.lexicon)
    objects = learnt_objects(prior)
    names = sorted(name for name, material in MATERIALS.items() if not material.any_colour)
    out: list[tuple[str, str, int]] = []
    left = list(rng.permutation(len(objects)))
    while len(out) < count and left:
        for name in rng.permutation(names):
            if not left or len(out) == count:
                break
            noun, instance = objects[left.pop(0)]
            reading = lexicon.read(prompt_of(str(name), noun), "en")
            thing = reading.scene
            if isinstance(thing, Thing) and thing.noun == noun and thing.looks == (name,) and not reading.unknown:
                out.append((str(name), noun, instance))
    return out


def prompt_of(material: str, noun: str) -> str:
    """What is asked for."""
    return f"a {MATERIALS[material].words[0]} {noun}"


def _pair(
    out: Path, material: str, noun: str, instance: int, model: Model, tintable: bool, preset: str, judge: MaterialJudge
) -> MadePair:
    prompt = prompt_of(material, noun)
    folder = out / "runs" / prompt.replace(" ", "-")
    shutil.rmtree(folder, ignore_errors=True)
    begin = time.perf_counter()
    run = generate(override(make_config(prompt, preset), [f"text.instance={instance}"]), out=folder)
    seconds = time.perf_counter() - begin
    assert run.mesh is not None
    made, look = read_painted(run.mesh), Look.of([material])
    stages = json.loads((folder / "report.json").read_text()).get("stages", {})
    truth = look_at_model(model, unseen_cameras(), 64, 2)
    has_paint = tintable and truth.can_be_tinted
    whole = _with_corner_normals(model)
    scores: dict[str, list[float]] = {key: [] for key in ("iou", "albedo", "relit", "albedo in", "relit in")}
    rough: list[float] = []
    metal: list[float] = []
    painted: list[float] = []
    found, true = [], []
    pictures = []
    for azimuth, elevation in unseen_cameras()[list(CAMERAS)]:
        one = _true_view(model, whole, truth.colour.numpy(), has_paint, look, azimuth, elevation)
        other = _made_view(made, azimuth, elevation)
        optics, own_optics = look.optics, optics_of(made)
        masks = [solid_pixels(view.framing) for view in (one, other)]
        both, either = masks[0] & masks[1], masks[0] | masks[1]
        scores["iou"].append(both.sum() / max(int(either.sum()), 1))
        albedos = [_plate(view.framing, linear_to_srgb(view.surface.albedo), BEHIND) for view in (one, other)]
        _compare(scores, "albedo", albedos[0], albedos[1], both)
        lit = []
        for light in LIGHTS:
            sides = [
                pictured(view.framing, view.surface, view.normals, o, environment=light) / 255.0
                for view, o in ((one, optics), (other, own_optics))
            ]
            _compare(scores, "relit", sides[0], sides[1], both)
            lit.append(sides)
        assert one.share is not None
        share = _plate(one.framing, one.share[:, None], 0.0)[..., 0]
        inside = both & (share > 0.6)
        painted.append(float(share[masks[0]].mean()))
        if inside.any():
            for values, name in ((rough, "roughness"), (metal, "metallic")):
                maps = [_plate(v.framing, getattr(v.surface, name)[:, None], 0.0)[..., 0] for v in (one, other)]
                values.append(float(np.abs(maps[0] - maps[1])[inside].mean()))
            shown = [[albedos[side], lit[0][side], lit[-1][side]] for side in (0, 1)]
            true.append(judge.features(shown[0], inside))
            found.append(judge.features(shown[1], inside))
        pictures.append(np.concatenate([albedos[0], lit[0][0], albedos[1], lit[0][1]]))
    _keep(out / "sheets" / f"{prompt.replace(' ', '-')}.webp", np.concatenate(pictures, 1))
    shutil.rmtree(folder / "checkpoints", ignore_errors=True)
    mean = {key: round(float(np.mean(values)), 4) for key, values in scores.items()}
    return MadePair(
        prompt, material, noun, instance, round(float(np.mean(painted)), 4),
        mean["iou"], mean["albedo"], mean["relit"], mean["albedo in"], mean["relit in"],
        round(float(np.mean(rough)), 4) if rough else float("nan"),
        round(float(np.mean(metal)), 4) if metal else float("nan"),
        judge.find(np.mean(found, 0)) if found else "", judge.find(np.mean(true, 0)) if true else "",
        stages.get("material"), round(seconds, 1),
    )  # fmt: skip


def _compare(scores: dict[str, list[float]], key: str, one: Array, other: Array, both: Array) -> None:
    squares = (one - other) ** 2
    scores[key].append(psnr(float(squares.mean())))
    if both.any():
        scores[f"{key} in"].append(psnr(float(squares[both].mean())))


def _true_view(
    model: Model, whole: Mesh, colour: Array, has_paint: bool, look: Look, azimuth: float, elevation: float
) -> _View:
    """The true object, what is of its main colour made of a look."""
    view = framed(whole, azimuth=azimuth, elevation=elevation, size=PIXELS)
    display = _display(model, view)
    part = model.part[view.faces]
    stuff = model.material[part]
    own = plain(
        len(part), srgb_to_linear(display).astype(np.float32),
        np.array([m.roughness for m in model.materials], np.float32)[stuff],
        metallic=np.array([m.metallic for m in model.materials], np.float32)[stuff],
    )  # fmt: skip
    if not has_paint:
        share, tone = np.ones(len(part), np.float32), np.ones(len(part), np.float32)
    else:
        share = (np.linalg.norm(display - colour, axis=1) < PAINT_DISTANCE).astype(np.float32)
        light = display @ np.array(LUMINANCE)
        tone = np.clip(light / max(float(light[share > 0].mean()) if share.any() else 1.0, 0.05), 0, 2) * 0.6 + 0.4
    made, bent = bent_normals(lambda at: look.shade(at, None, OWN_MEAN), view.points, view.spacing)
    made = toned(made, tone)
    normals = view.points.normal + (bent - view.points.normal) * share[:, None]
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return _View(view, blend(own, made, share), normals, share)


def _made_view(mesh: Mesh, azimuth: float, elevation: float) -> _View:
    view = framed(mesh, azimuth=azimuth, elevation=elevation, size=PIXELS)
    surface, normals = shade_of(mesh)(view.faces, view.bary)
    return _View(view, surface, normals, None)


def _display(model: Model, view: Framing) -> Array:
    """Display colours [N, 3] of a model's own paints."""
    out = np.empty((len(view.faces), 3))
    part = model.part[view.faces]
    starts = np.searchsorted(model.part, np.arange(len(model.paints)))
    for number in np.unique(part):
        here = part == number
        out[here] = model.paints[number](view.faces[here] - starts[number], view.bary[here])[:, :3]
    clipped: Array = out.clip(0, 1)
    return clipped


def _with_corner_normals(model: Model) -> Mesh:
    """A model's mesh, each face with corners and normals of its own."""
    index = model.mesh.faces.reshape(-1)
    normals = np.repeat(model.flat_normals, 3, axis=0)
    if model.corner_normals is not None:
        own = model.corner_normals.reshape(-1, 3)
        good = np.isfinite(own).all(1) & (np.linalg.norm(own, axis=1) > 1e-6)
        normals = np.where(good[:, None], own, normals)
    faces = np.arange(len(index), dtype=np.int32).reshape(-1, 3)
    return Mesh(model.mesh.vertices[index], faces, normals=normals.astype(np.float32))


def _plate(framing: Framing, values: Array, ground: float) -> Array:
    """[S, S, C] of what samples [N, C] show, on an even ground."""
    size, step = framing.size, framing.supersample
    image = np.full((size * step, size * step, values.shape[1]), ground)
    image[framing.hit] = values
    plate: Array = image.reshape(size, step, size, step, -1).mean(axis=(1, 3))
    return plate


def read_painted(path: Path) -> Mesh:
    """A GLB of one mesh with its maps: base colour, roughness and metallic, normals, emission, and what its extensions
    say of transmission, coat and sheen.

    Args:
        path: of a file that `bozzetto` wrote, its primitives over one list of vertices.
    """
    data = path.read_bytes()
    tree = glb_json(data)
    body = data[20 + int.from_bytes(data[12:16], "little") + 8 :]

    def array(number: int) -> Array:
        entry = tree["accessors"][number]
        view = tree["bufferViews"][entry["bufferView"]]
        kind = {5126: np.float32, 5125: np.uint32, 5123: np.uint16}[entry["componentType"]]
        width = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}[entry["type"]]
        start = view.get("byteOffset", 0) + entry.get("byteOffset", 0)
        return np.frombuffer(body, kind, entry["count"] * width, start).reshape(entry["count"], width)

    def picture(info: dict[str, Any] | None, mode: str) -> Array | None:
        if info is None:
            return None
        texture = tree["textures"][info["index"]]
        source = texture.get("source", texture.get("extensions", {}).get("EXT_texture_webp", {}).get("source"))
        view = tree["bufferViews"][tree["images"][source]["bufferView"]]
        start = view.get("byteOffset", 0)
        return np.asarray(Image.open(io.BytesIO(body[start : start + view["byteLength"]])).convert(mode))

    primitives = tree["meshes"][0]["primitives"]
    first = primitives[0]["attributes"]
    faces = np.concatenate([array(p["indices"]).reshape(-1, 3) for p in primitives]).astype(np.int32)
    material = tree["materials"][primitives[0].get("material", 0)]
    rough = material.get("pbrMetallicRoughness", {})
    more = material.get("extensions", {})
    through, coat = more.get("KHR_materials_transmission", {}), more.get("KHR_materials_clearcoat", {})
    sheen, inside = more.get("KHR_materials_sheen", {}), more.get("KHR_materials_volume", {})
    packed = picture(rough.get("metallicRoughnessTexture"), "RGB")
    through_map, coat_map = (
        picture(through.get("transmissionTexture"), "RGB"),
        picture(coat.get("clearcoatTexture"), "L"),
    )
    strength = more.get("KHR_materials_emissive_strength", {}).get("emissiveStrength", 1.0)
    pbr = PbrMaps(
        roughness_metallic=None if packed is None else np.ascontiguousarray(packed[..., 1:]),
        transmission=through.get("transmissionFactor", 0.0),
        transmission_map=None if through_map is None else np.ascontiguousarray(through_map[..., 0]),
        ior=more.get("KHR_materials_ior", {}).get("ior", 1.5),
        attenuation_distance=inside.get("attenuationDistance", 0.0),
        attenuation=tuple(inside.get("attenuationColor", (1.0, 1.0, 1.0))),
        emissive=tuple(material.get("emissiveFactor", (0.0, 0.0, 0.0))),
        emission_map=picture(material.get("emissiveTexture"), "RGB"), emissive_strength=strength,
        coat=coat.get("clearcoatFactor", 0.0), coat_map=coat_map,
        coat_roughness=coat.get("clearcoatRoughnessFactor", 0.0),
        sheen=tuple(sheen.get("sheenColorFactor", (0.0, 0.0, 0.0))),
        sheen_map=picture(sheen.get("sheenColorTexture"), "RGB"),
        sheen_roughness=sheen.get("sheenRoughnessFactor", 0.0),
        anisotropy=more.get("KHR_materials_anisotropy", {}).get("anisotropyStrength", 0.0),
    )  # fmt: skip
    down = array(first["TEXCOORD_0"])
    return Mesh(
        array(first["POSITION"]).copy(), faces,
        uv=np.stack([down[:, 0], 1 - down[:, 1]], axis=1).astype(np.float32),
        normals=array(first["NORMAL"]).copy(), texture=picture(rough.get("baseColorTexture"), "RGB"),
        normal_map=picture(material.get("normalTexture"), "RGB"),
        tangents=array(first["TANGENT"]).copy() if "TANGENT" in first else None,
        roughness=rough.get("roughnessFactor", 1.0), metallic=rough.get("metallicFactor", 1.0), pbr=pbr,
    )  # fmt: skip


def figures_of(rows: list[MadePair]) -> dict[str, Any]:
    """Means and worst cases."""
    if not rows:
        return {"pairs": 0}
    keys = ("iou", "albedo_psnr", "relit_psnr", "albedo_psnr_within", "relit_psnr_within")
    painting = [row.material_seconds for row in rows if row.material_seconds is not None]
    return {
        "pairs": len(rows),
        **{key: spread([getattr(row, key) for row in rows]) for key in keys},
        "roughness_error": round(float(np.nanmean([row.roughness_error for row in rows])), 4),
        "metallic_error": round(float(np.nanmean([row.metallic_error for row in rows])), 4),
        "judge_finds": round(float(np.mean([row.found == row.material for row in rows])), 3),
        "judge_ceiling": round(float(np.mean([row.ceiling == row.material for row in rows])), 3),
        "judge_finds_the_same": round(float(np.mean([row.found == row.ceiling for row in rows])), 3),
        "material_seconds": spread(painting) if painting else None,
        "worst": [row.prompt for row in sorted(rows, key=lambda row: row.albedo_psnr)[:5]],
    }


def _keep(path: Path, picture: Array) -> None:
    """From the top: the true object's albedo and lit, the run's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray((picture.clip(0, 1) * 255).astype(np.uint8)).save(path, quality=85)
