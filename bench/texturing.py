"""``python -m bozzetto.bench materials --part outside`` and ``--part stripped``: `bozzetto texture` under test.

outside    furniture that no noun uses (``teach_objects.json``), some of it unwrapped by somebody else's xatlas, and
           surfaces that a formula gives with UV of their own, each in a look by lot: bits of positions, indices and UV;
           base colour across seams, and how much light could be in it; glTF's validator
stripped   objects that the prior knows, by lot, without their colours, painted again by their names alone: base colour
           from eight sides beside their own, and beside what the prior's nearest picture of eight gives each place
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
import trimesh
import xatlas
from PIL import Image
from scipy.ndimage import distance_transform_edt
from trimesh.visual.material import PBRMaterial

from bozzetto.atomic import write_bytes
from bozzetto.bench.materials import spread
from bozzetto.bench.nouns import learnt_objects
from bozzetto.bench.teach import as_pictures, leave_out
from bozzetto.export.files.glb import glb_json
from bozzetto.export.files.glb_parts import NamedMesh, write_parts_glb
from bozzetto.export.files.materials import srgb_to_linear
from bozzetto.export.files.read import flatten, read_scene
from bozzetto.export.material.look import LAYERS, MATERIALS
from bozzetto.export.material.paint import optics_of, shade_of
from bozzetto.export.material.preview import framed, pictured
from bozzetto.export.material.surface import luminance
from bozzetto.export.mesh.mesh import Array, Mesh
from bozzetto.export.mesh.raster import PRIOR_DISTANCE, PRIOR_FOVY, orbit_c2w
from bozzetto.export.texture.bake import surface_texels
from bozzetto.export.texture.sampling import sample_texture
from bozzetto.foundry.nouns import model_of
from bozzetto.jobs.pipeline.texture import TextureOptions, texture_mesh
from bozzetto.jobs.teach.learn import shown_surface
from bozzetto.jobs.teach.mesh_views import Model, look_at_model, read_model, unseen_cameras
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.tint import COLOURS
from bozzetto.sds.volume import picked

SIZE, PICTURE_PIXELS, SHOWN_PIXELS = 64, 128, 160
FORMULAS, UNWRAPPED = 5, 5
"""How many of the outside meshes bring UV of their own: surfaces by formula, furniture unwrapped by xatlas."""
MOST_FACES = 60_000
"""Of a mesh from outside, so that none takes minutes."""


def measure_outside(out: Path, count: int, texture: int, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Paints meshes from elsewhere; what ``outside.json`` in the folder holds is kept.

    Args:
        out: folder; is made. count: how many, ten of them with UV of their own, as far as there are so many.
        texture: texels along a side. say: is told of each.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / "outside.json"
    rows: list[dict[str, Any]] = json.loads(path.read_text())["rows"] if path.is_file() else []
    rng = np.random.default_rng(0)
    made = list(zip(outside_meshes(out, count), looks_by_lot(rng, count), strict=False))
    for (name, source, keeps), look in made:
        if any(row["mesh"] == name for row in rows):
            continue
        rows.append({"mesh": name, "look": look} | _outside(source, look, keeps, texture, out / f"painted-{name}"))
        say(f"{len(rows)}/{len(made)} {json.dumps(rows[-1])}")
        write_bytes(path, json.dumps({"figures": outside_figures(rows), "rows": rows}, indent=1).encode())
    return {"figures": outside_figures(rows), "rows": rows}


def outside_meshes(out: Path, count: int) -> list[tuple[str, Path, bool]]:
    """Names, files, and whether their UV are to be kept."""
    found: list[tuple[str, Path, bool]] = []
    for name, (vertices, uv, faces) in list(_formulas().items())[:FORMULAS]:
        found.append((name, _foreign(vertices, uv, faces, out / f"{name}.glb"), True))
    furniture = []
    for entry, path in leave_out(out / "furniture", 1000):
        if sum(len(part.faces) for part in read_scene(path).parts) <= MOST_FACES:
            furniture.append((entry.id.rsplit("/", 1)[1], path))
    for name, path in furniture[:UNWRAPPED]:
        whole = flatten(read_scene(path), path).mesh
        atlas = xatlas.Atlas()
        atlas.add_mesh(whole.vertices, whole.faces)
        packing = xatlas.PackOptions()
        packing.padding, packing.resolution = 4, 1024
        atlas.generate(pack_options=packing)
        vmapping, faces, uv = atlas[0]
        found.append((f"{name}-unwrapped", _foreign(whole.vertices[vmapping], uv, faces, out / f"{name}-uv.glb"), True))
    found += [(name, path, False) for name, path in furniture[UNWRAPPED:]]
    return found[:count]


def looks_by_lot(rng: np.random.Generator, count: int) -> list[str]:
    """Materials, half of them with a colour, half under a state or a pattern."""
    names, layers, colours = sorted(MATERIALS), sorted(LAYERS), sorted(COLOURS)
    out = []
    for name in rng.permutation(names)[:count]:
        words = [MATERIALS[str(name)].words[0]]
        if rng.random() < 0.5:
            words.insert(0, str(rng.choice(colours)))
        if rng.random() < 0.5:
            words.insert(0, LAYERS[str(rng.choice(layers))].words[0])
        out.append(" ".join(words))
    return out


def _outside(source: Path, look: str, keeps: bool, texture: int, folder: Path) -> dict[str, Any]:
    begin = time.perf_counter()
    made = texture_mesh(source, look, folder, TextureOptions(texture=texture, keep_uv=keeps))
    seconds = time.perf_counter() - begin
    # As the command reads it: the objects of an OBJ stay apart, each with its faces in their order.
    before, after = (flatten(read_scene(path, keep=True), path).mesh for path in (source, made.files[0]))
    same = np.array_equal(before.vertices[before.faces], after.vertices[after.faces])
    row: dict[str, Any] = {"faces": len(after.faces), "kept_uv": made.report["kept_uv"], "same_triangles": bool(same)}
    row["same_bits"] = _same_bits(source, made.files[0]) if keeps else None
    row |= {"seam": made.report["seam_difference"], "validator": made.report["validator"]}
    row["light"] = round(max(light_in(mesh) for mesh in made.meshes), 4)
    _keep(folder.with_suffix(".webp"), _six_sides(made.meshes[0]))
    return row | {"seconds": round(seconds, 1)}


def light_in(mesh: Mesh) -> float:
    """How much of a base colour could be light: the deviation, over the mean, of what the second-order spherical
    harmonics of the normals explain of its linear luminance (Ramamoorthi and Hanrahan 2001: all that a diffuse surface
    shows of an environment)."""
    assert mesh.texture is not None
    size = mesh.texture.shape[0]
    texels = surface_texels(mesh, size)
    pick = slice(None, None, max(1, len(texels.rows) // 60_000))
    x, y, z = texels.normals[pick].astype(np.float64).T
    basis = np.stack([np.ones_like(x), x, y, z, x * y, y * z, x * z, x * x - y * y, 3 * z * z - 1], 1)
    linear = srgb_to_linear(mesh.texture[texels.rows[pick], texels.columns[pick], :3] / 255.0)
    bright = luminance(linear.astype(np.float32)).astype(np.float64)
    fitted = basis @ np.linalg.lstsq(basis, bright, rcond=None)[0]
    return float(fitted.std() / max(float(bright.mean()), 1e-3))


def outside_figures(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Means and worst cases."""
    seams = {row["mesh"]: row["seam"] for row in rows if row["seam"] is not None}
    lights = {f"{row['look']} on {row['mesh']}": row["light"] for row in rows}
    return {
        "meshes": len(rows),
        "with UV that were kept": sum(bool(row["kept_uv"]) for row in rows),
        "same_triangles": all(row["same_triangles"] for row in rows),
        "same_bits": all(row["same_bits"] for row in rows if row["same_bits"] is not None),
        "seam": {"mean": round(float(np.mean(list(seams.values()))), 5), "worst": max(seams.items(), key=_second)}
        if seams
        else None,
        "seams_above_one_percent": sorted(name for name, seam in seams.items() if seam > 0.01),
        "light": {"median": round(float(np.median(list(lights.values()))), 4), "most": _most(lights, 4)}
        if rows
        else None,
        "validator_errors": sum((row["validator"] or {"errors": 0})["errors"] for row in rows),
        "validator_warnings": sum((row["validator"] or {"warnings": 0})["warnings"] for row in rows),
        "not_validated": sum(row["validator"] is None for row in rows),
        "seconds": spread([row["seconds"] for row in rows]) if rows else None,
    }


def _second(pair: tuple[str, float]) -> float:
    return pair[1]


def _most(values: dict[str, float], count: int) -> dict[str, float]:
    return dict(sorted(values.items(), key=_second, reverse=True)[:count])


def measure_stripped(out: Path, count: int, texture: int, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Paints known nouns again; what ``stripped.json`` in the folder holds is kept.

    Args:
        out: folder; is made. count: how many, by lot. texture: texels along a side. say: is told of each.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / "stripped.json"
    rows: list[dict[str, Any]] = json.loads(path.read_text())["rows"] if path.is_file() else []
    prior = EmbeddedPrior()
    # A name alone means the first of a noun's objects.
    nouns = [noun for noun, instance in learnt_objects(prior) if instance == 0]
    for noun in np.random.default_rng(1).permutation(nouns)[:count]:
        if any(row["noun"] == noun for row in rows):
            continue
        rows.append(_stripped(prior, str(noun), texture, out))
        say(f"{len(rows)}/{count} {json.dumps(rows[-1])}")
        write_bytes(path, json.dumps({"figures": stripped_figures(rows), "rows": rows}, indent=1).encode())
    return {"figures": stripped_figures(rows), "rows": rows}


def _stripped(prior: EmbeddedPrior, noun: str, texture: int, out: Path) -> dict[str, Any]:
    stem = noun.replace(" ", "-")
    model = model_of(prior.vocabulary[noun].noun.instances[0].source, out)
    # In its own size and place, and without a colour.
    bare = Mesh((model.mesh.vertices / model.scale + model.centre).astype(np.float32), model.mesh.faces)
    source = write_parts_glb([NamedMesh(stem, bare)], out / f"{stem}-bare.glb")
    begin = time.perf_counter()
    made = texture_mesh(source, f"a {noun}", out / f"painted-{stem}", TextureOptions(texture=texture))
    seconds = time.perf_counter() - begin
    cameras = unseen_cameras()
    truth = look_at_model(model, cameras, SIZE, 3).surface
    painted = look_at_model(read_model(made.files[0]), cameras, SIZE, 3).surface
    nearest = look_at_model(_in_nearest_pictures(prior, noun, model), cameras, SIZE, 3).surface
    grey = look_at_model(read_model(source), cameras, SIZE, 3).surface
    strips = [np.concatenate(list(as_pictures(one).white[::2]), 1) for one in (truth, painted, nearest)]
    _keep(out / f"painted-{stem}.webp", (np.concatenate(strips).clip(0, 1) * 255).astype(np.uint8))
    row: dict[str, Any] = {"noun": noun, "overlap": made.report["overlap_with_noun"], "seconds": round(seconds, 1)}
    for name, surface in (("painted", painted), ("nearest", nearest), ("grey", grey)):
        row[f"{name}_psnr"] = round(as_pictures(surface).psnr(as_pictures(truth)), 2)
    return row | {"notes": made.report["notes"]}


def stripped_figures(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Means and worst cases."""
    if not rows:
        return {"nouns": 0}
    values = sorted((row["painted_psnr"], row["noun"]) for row in rows)
    return {
        "nouns": len(rows),
        **{f"{name}_psnr": spread([row[f"{name}_psnr"] for row in rows]) for name in ("painted", "nearest", "grey")},
        "median_painted_psnr": round(float(np.median([row["painted_psnr"] for row in rows])), 2),
        "at_least_26_db": sum(row["painted_psnr"] >= 26 for row in rows),
        "better_than_nearest": sum(row["painted_psnr"] > row["nearest_psnr"] for row in rows),
        "worst": dict((noun, value) for value, noun in values[:5]),
        "not_painted_as_its_noun": [row["noun"] for row in rows if row["overlap"] is None],
        "seconds": spread([row["seconds"] for row in rows]),
    }


def _in_nearest_pictures(prior: EmbeddedPrior, noun: str, model: Model) -> Model:
    """The object, each place in the colour of the prior's picture from the nearest of eight sides, whatever hides it:
    what lifting pictures onto a surface gives without a fit."""
    cameras = torch.tensor([[k * math.pi / 4, 0.25] for k in range(8)], dtype=torch.float32)
    conditioning = prior.encode_text(f"a {noun}")
    assert isinstance(conditioning, Conditioning)
    volume = picked(prior.volumes(conditioning).volumes, slice(1))
    shown = shown_surface(prior, volume, cameras, PICTURE_PIXELS).numpy()
    pictures, places = [], []
    for k, (azimuth, elevation) in enumerate(cameras.numpy().astype(np.float64)):
        albedo = shown[k, 4:] / np.maximum(shown[k, :1], 1e-3)
        # What is not the object has the colour of what is nearest to it.
        index = distance_transform_edt(shown[k, 0] < 0.5, return_distances=False, return_indices=True)
        pictures.append((albedo[:, index[0], index[1]].transpose(1, 2, 0).clip(0, 1) * 255).astype(np.uint8))
        places.append(orbit_c2w(azimuth, elevation, PRIOR_DISTANCE)[0])
    corners, flat = model.mesh.vertices[model.mesh.faces].astype(np.float64), model.flat_normals

    def paint(face: Array, bary: Array) -> Array:
        points = np.einsum("nk,nki->ni", bary, corners[face])
        towards = np.stack([place[:3, 2] for place in places])
        side = (flat[face] @ towards.T).argmax(1)
        out = np.ones((len(face), 4))
        for k, (picture, place) in enumerate(zip(pictures, places, strict=True)):
            here = side == k
            local = (points[here] - place[:3, 3]) @ place[:3, :3]
            ndc = local[:, :2] / (-local[:, 2:] * math.tan(PRIOR_FOVY / 2))
            out[here, :3] = sample_texture(picture, ndc / 2 + 0.5)
        return out

    one = Model(
        model.mesh, model.corner_normals, (paint,), np.zeros_like(model.part), model.materials[:1],
        np.zeros(1, np.int16), model.metres, model.turn, model.centre, model.scale, (),
    )  # fmt: skip
    return one


def _foreign(vertices: Array, uv: Array, faces: Array, path: Path) -> Path:
    """A GLB of somebody else's writer, with UV [V, 2], v up, and a picture."""
    picture = Image.fromarray(np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8))
    material = PBRMaterial(name="theirs", baseColorTexture=picture, metallicFactor=0.0, roughnessFactor=0.5)
    visual = trimesh.visual.TextureVisuals(uv=uv, material=material)
    trimesh.Trimesh(vertices, faces, visual=visual, process=False).export(path)
    return path


def _formulas() -> dict[str, tuple[Array, Array, Array]]:
    """Surfaces over the unit square, whose own parameters are their UV: positions [V, 3], UV [V, 2], faces [F, 3]."""
    turn = 2 * np.pi

    def torus(u: Array, v: Array) -> Array:
        ring = 0.6 + 0.25 * np.cos(turn * v)
        return np.stack([ring * np.cos(turn * u), 0.25 * np.sin(turn * v), ring * np.sin(turn * u)], -1)

    def trefoil(u: Array, v: Array) -> Array:
        t = turn * u
        middle = np.stack([np.sin(t) + 2 * np.sin(2 * t), np.cos(t) - 2 * np.cos(2 * t), -np.sin(3 * t)], -1) * 0.25
        along = np.stack([np.cos(t) + 4 * np.cos(2 * t), -np.sin(t) + 4 * np.sin(2 * t), -3 * np.cos(3 * t)], -1)
        along /= np.linalg.norm(along, axis=-1, keepdims=True)
        side = np.cross(along, [0.0, 0.0, 1.0])
        side /= np.linalg.norm(side, axis=-1, keepdims=True)
        up = np.cross(side, along)
        around = turn * v
        return middle + 0.13 * (np.cos(around)[..., None] * side + np.sin(around)[..., None] * up)

    def shell(u: Array, v: Array) -> Array:
        t, around, grow = 6 * np.pi * u, turn * v, 0.05 + 0.4 * u**2
        ring = grow * (1 + 0.8 * np.cos(around))
        return np.stack([ring * np.cos(t), 0.8 * grow * np.sin(around) - 1.4 * u**2 + 0.6, ring * np.sin(t)], -1)

    def vase(u: Array, v: Array) -> Array:
        ring = 0.35 + 0.16 * np.sin(turn * v + 0.6) + 0.05 * v
        return np.stack([ring * np.cos(turn * u), 1.6 * v - 0.8, -ring * np.sin(turn * u)], -1)

    def wave(u: Array, v: Array) -> Array:
        return np.stack([2 * u - 1, 0.2 * np.sin(9 * u) * np.cos(7 * v), 1 - 2 * v], -1)

    out = {}
    for name, surface in {"torus": torus, "trefoil": trefoil, "shell": shell, "vase": vase, "wave": wave}.items():
        n, m = 97, 49
        u, v = np.meshgrid(np.linspace(0, 1, n), np.linspace(0, 1, m), indexing="ij")
        k = np.arange((n - 1) * (m - 1))
        a = k // (m - 1) * m + k % (m - 1)
        faces = np.concatenate([np.stack([a, a + 1, a + m], 1), np.stack([a + 1, a + m + 1, a + m], 1)])
        # Half a texel and more from the border, as a filter wants it.
        inside = 0.01 + 0.98 * np.stack([u, v], -1).reshape(-1, 2)
        # What closes meets in the very same places.
        closes = name in ("torus", "trefoil", "vase"), name in ("torus", "trefoil", "shell")
        places = surface(u % 1 if closes[0] else u, v % 1 if closes[1] else v)
        corners = places.reshape(-1, 3)[faces]
        if name != "wave" and np.einsum("ni,ni->", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])) < 0:
            faces = faces[:, ::-1]
        out[name] = places.reshape(-1, 3), inside, faces
    return out


def _same_bits(one: Path, other: Path) -> bool:
    """Whether positions, indices and UV of the first primitives are the same bytes."""
    return all(_accessor(one, name) == _accessor(other, name) for name in ("POSITION", "TEXCOORD_0", "indices"))


def _accessor(path: Path, name: str) -> bytes:
    data = path.read_bytes()
    tree = glb_json(data)
    body = data[20 + int.from_bytes(data[12:16], "little") + 8 :]
    primitive = tree["meshes"][0]["primitives"][0]
    entry = tree["accessors"][primitive["indices"] if name == "indices" else primitive["attributes"][name]]
    view = tree["bufferViews"][entry["bufferView"]]
    start = view.get("byteOffset", 0) + entry.get("byteOffset", 0)
    width = {5126: 4, 5125: 4, 5123: 2}[entry["componentType"]] * {"SCALAR": 1, "VEC2": 2, "VEC3": 3}[entry["type"]]
    return body[start : start + entry["count"] * width]


def _six_sides(mesh: Mesh) -> Array:
    """A painted mesh under the studio's light from the four sides, above and below."""
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    small = Mesh(
        ((mesh.vertices - (low + high) / 2) * (1.8 / np.linalg.norm(high - low))).astype(np.float32), mesh.faces,
        normals=mesh.normals,
    )  # fmt: skip
    shade, optics, pictures = shade_of(mesh), optics_of(mesh), []
    for azimuth, elevation in ((0.4, 0.2), (2.0, 0.2), (3.5, 0.2), (5.1, 0.2), (0.4, 1.3), (0.4, -1.3)):
        view = framed(small, azimuth=azimuth, elevation=elevation, size=SHOWN_PIXELS)
        pictures.append(pictured(view, *shade(view.faces, view.bary), optics))
    return np.concatenate(pictures, 1)


def _keep(path: Path, picture: Array) -> None:
    Image.fromarray(picture).save(path, quality=85)
