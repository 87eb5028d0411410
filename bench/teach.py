"""``python -m bozzetto.bench teach``: objects that training never saw, taught and then asked for, beside their truth.

mesh      the leave-out list (``teach_objects.json``: models of the furniture libraries that no noun uses), taught from
          their mesh: the stored volume, its re-tints, relit, and the mesh of a run of the new prompt, beside the object
known     nouns that the network was trained with, by the same measure
scene     pairs of those that were taught, side by side in one run, beside both objects
picture   objects from one rendered picture, beside the object from 30 to 180 degrees away: as they are taught, lifted
          alone, the nearest noun alone, and a flat card. In turns one of the leave-out list and a sculpture whose noun
          the prior is made to forget; in turns of both a three-quarter view and one from the front
posed     objects from 24 posed pictures, beside the object
photo     cutting out: the object before a textured ground with a shadow, off centre, as a noisy JPEG
packs     what was known with 200 packs installed, bit by bit; loading with 0, 200 and 2,000

The order of objects is a fixed lot. Everything goes into ``teach.json`` and a page with the pictures of all cases; what
is there already is not done again.
"""

from __future__ import annotations

import base64
import io
import itertools
import json
import math
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from bozzetto import foundry
from bozzetto.atomic import write_bytes
from bozzetto.bench.page import STYLE
from bozzetto.bench.truth import RELIGHT_AMBIENT, RELIGHT_DIRECTIONS, Pictures, iou_of, mesh_views
from bozzetto.export.files.glb import read_glb
from bozzetto.export.files.read import Scene
from bozzetto.export.files.read_parts import Material, Part, Texture
from bozzetto.export.mesh.mesh import Mesh, without_alpha
from bozzetto.export.mesh.raster import PRIOR_FOVY, orbit_c2w
from bozzetto.foundry.assets import CatalogueEntry, read_catalogue, unpack_model
from bozzetto.foundry.nouns import model_of
from bozzetto.foundry.sculpt.sculpture import catalogue as sculptures
from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.teach.learn import surface_of
from bozzetto.jobs.teach.lift import SIDES, lift
from bozzetto.jobs.teach.mesh_views import Model, as_model, fit_cameras, look_at_model, read_model, unseen_cameras
from bozzetto.jobs.teach.nearest import search
from bozzetto.jobs.teach.pictures import cut_out
from bozzetto.jobs.teach.sides import lifted_model
from bozzetto.jobs.teach.teach import NewNoun, Source, Taught, teach
from bozzetto.jobs.train.priors import load_prior
from bozzetto.sds.conditioning import Views
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.layout import Placement
from bozzetto.sds.scene import Group
from bozzetto.sds.tint import COLOURS
from bozzetto.sds.vocabulary import Entry
from bozzetto.sds.volume_fit import TrueViews
from bozzetto.sds.word_pack import Instance, InstanceData, Noun, NounData, WordPack, copy_nouns, write_pack

OBJECTS = Path(__file__).parent / "teach_objects.json"
Case = Literal["mesh", "known", "scene", "picture", "posed", "photo", "packs"]
CASES: tuple[Case, ...] = get_args(Case)
SIZE = 64
LOT = 32
"""Seed of the order of objects, and of which sculptures and known nouns there are."""
SCULPTURES, SCULPTURE_SEED = 30, 1000
"""Nouns whose sculpture is taught from a picture, and the seed of it, which no shipped object has."""
PICTURE_CAMERAS = ((math.radians(30), math.radians(15)), (0.0, math.radians(8)))
"""Azimuth and elevation of the one picture, in turns."""
AWAY_DEG = (30, 60, 90, 180)
WAYS = ("taught", "lifted", "noun", "card")
POSED_VIEWS, POSED_PIXELS = 24, 128
TINTS = ("red", "green", "blue")
PROMPTS = ("a {}", "a red {}", "a {0} and a blue {0}", "a wooden {} beside a cat", "a {} on a table")


def leave_out(folder: Path, limit: int) -> list[tuple[CatalogueEntry, Path]]:
    """The objects of the list with their files, unpacked into a folder, by lot."""
    catalogue = {entry.id: entry for entry in read_catalogue()}
    names = json.loads(OBJECTS.read_text(encoding="utf-8"))
    chosen = [catalogue[names[k]] for k in np.random.default_rng(LOT).permutation(len(names))[:limit]]
    return [(entry, unpack_model(entry, folder)) for entry in chosen]


@dataclass(frozen=True)
class Subject:
    """An object of which one picture is shown."""

    id: str
    model: Callable[[], Model]
    hidden: str = ""
    """The noun that the prior is made to forget."""


def subjects(folder: Path, limit: int) -> list[Subject]:
    """Objects for one picture: in turns of the leave-out list and sculptures, by lot."""
    objects = [Subject(e.id, lambda e=e: model_of(e.id, folder)) for e, _ in leave_out(folder, SCULPTURES)]  # type: ignore[misc]
    nouns = sorted(sculptures())
    chosen = [nouns[k] for k in np.random.default_rng(LOT).permutation(len(nouns))[:SCULPTURES]]
    made = [
        Subject(source, lambda source=source: model_of(source, folder), noun)  # type: ignore[misc]
        for noun, source in ((noun, f"sculpted: {noun}, seed {SCULPTURE_SEED}") for noun in chosen)
    ]
    return [subject for pair in zip(objects, made, strict=True) for subject in pair][:limit]


def name_of(entry: CatalogueEntry, number: int) -> str:
    """What an object is called here: no name that means something already."""
    letters = "".join(c for c in entry.name.lower() if c.isalpha() or c == " ").split()[:2]
    return " ".join([f"tt{number}", *letters])


def as_pictures(surface: Tensor, light: np.ndarray | None = None, cameras: np.ndarray | None = None) -> Pictures:
    """Surfaces [N, 7, S, S] on white, in plain albedo or by lights [N, 3] in the cameras' frames."""
    alpha = surface[:, 0].clamp(0, 1).numpy()
    colour = surface[:, 4:].movedim(1, -1).numpy()
    if light is not None and cameras is not None:
        sin_a, cos_a, sin_e, cos_e = (f(cameras[:, k]) for k in (0, 1) for f in (np.sin, np.cos))
        zero = np.zeros_like(sin_a)
        right = np.stack([cos_a, zero, -sin_a], 1)
        up = np.stack([-sin_a * sin_e, cos_e, -cos_a * sin_e], 1)
        back = np.stack([sin_a * cos_e, sin_e, cos_a * cos_e], 1)
        world = np.einsum("nij,ni->nj", np.stack([right, up, back], 1), light)
        normal = surface[:, 1:4].movedim(1, -1).numpy() / np.maximum(alpha[..., None], 1e-6)
        facing = np.clip(np.einsum("nhwc,nc->nhw", normal, world), 0, 1)[..., None]
        colour = colour * (RELIGHT_AMBIENT + (1 - RELIGHT_AMBIENT) * facing)
    return Pictures(colour.clip(0, 1) + 1 - alpha[..., None], alpha)


def mean_iou(one: np.ndarray, other: np.ndarray) -> float:
    """Of silhouettes of alphas [N, H, W]."""
    return float(np.mean([iou_of(a > 0.5, b > 0.5) for a, b in zip(one, other, strict=True)]))


def mesh_scores(path: Path, truth: TrueViews) -> tuple[Pictures, dict[str, float]]:
    """A mesh's views, and how they compare with the true object's: IoU, PSNR of base colour, PSNR relit."""
    mesh = without_alpha(read_glb(path))
    cameras = truth.cameras.numpy().astype(np.float64)
    lights = lights_of(len(cameras))
    made, true = mesh_views(mesh, cameras, SIZE), as_pictures(truth.surface)
    relit = mesh_views(mesh, cameras, SIZE, lights, RELIGHT_AMBIENT)
    return made, {
        "iou": mean_iou(made.alpha, true.alpha),
        "psnr": made.psnr(true),
        "relit_psnr": relit.psnr(as_pictures(truth.surface, lights, cameras)),
    }


def volume_scores(row: Tensor, vector: Tensor, truth: TrueViews) -> dict[str, float | None]:
    """A volume beside the true object: IoU, PSNR of base colour, relit, and with colour words (None where the object
    has no main colour).
    """
    prior, cameras = _prior(), truth.cameras.numpy().astype(np.float64)
    shown = surface_of(prior, row, vector, truth.cameras, SIZE)
    lights = lights_of(len(cameras))
    scores: dict[str, float | None] = {
        "iou": mean_iou(as_pictures(shown).alpha, as_pictures(truth.surface).alpha),
        "psnr": as_pictures(shown).psnr(as_pictures(truth.surface)),
        "relit_psnr": as_pictures(shown, lights, cameras).psnr(as_pictures(truth.surface, lights, cameras)),
        "tinted_psnr": None,
    }
    if truth.can_be_tinted:
        tints = []
        for colour in TINTS:
            text = vector + prior.net.words[prior.lexicon.index[colour]]
            tinted = as_pictures(surface_of(prior, row, text, truth.cameras, SIZE))
            wanted = truth.tinted(torch.arange(len(cameras)), torch.tensor(COLOURS[colour]).expand(len(cameras), 3))
            tints.append(tinted.psnr(as_pictures(wanted)))
        scores["tinted_psnr"] = float(np.mean(tints))
    return scores


def lights_of(count: int) -> np.ndarray:
    """Unit directions [N, 3] of the lights of relit views, in the cameras' frames."""
    lights = np.asarray([RELIGHT_DIRECTIONS[k % len(RELIGHT_DIRECTIONS)] for k in range(count)], np.float64)
    unit: np.ndarray = lights / np.linalg.norm(lights, axis=1, keepdims=True)
    return unit


def mesh_case(entry: CatalogueEntry, path: Path, name: str, preset: str, out: Path) -> dict[str, Any]:
    """One object taught from its mesh and made by a run."""
    row: dict[str, Any] = {"object": entry.id, "name": name}
    begin = time.perf_counter()
    taught = teach(
        Source(path, front="+z"), NewNoun(name, author=entry.creator, size=entry.size), take_over=True, prior=_prior()
    )
    row |= {"teach_seconds": time.perf_counter() - begin, "like": taught.like}
    row |= {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    truth = _truth(read_model(path), taught)
    row_of, vector = _arrays(taught)
    row["volume"] = volume_scores(row_of, vector, truth)
    made = None
    if preset != "none":
        begin = time.perf_counter()
        run = generate(make_config(f"a {name}", preset), out=_run_folder(out, name))
        row["run_seconds"] = time.perf_counter() - begin
        assert run.mesh is not None
        made, row["mesh"] = mesh_scores(run.mesh, truth)
    shown = as_pictures(surface_of(_prior(), row_of, vector, truth.cameras, SIZE))
    _keep(out, f"mesh-{name}", [as_pictures(truth.surface), shown, *([made] if made is not None else [])])
    return row


def _run_folder(out: Path, name: str) -> Path:
    """Where a case's run goes; what a case that was broken off left there goes."""
    folder = out / "runs" / name.replace(" ", "-")
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def known_case(noun: str, source: str, folder: Path) -> dict[str, Any]:
    """One noun that the network was trained with."""
    entry = _prior().vocabulary.known[noun]
    truth = look_at_model(model_of(source, folder), unseen_cameras(), SIZE, 3)
    scores = volume_scores(entry.source.volume(entry.number, 0), _prior().word_vector(noun), truth)
    return {"object": source, "name": noun, "volume": scores}


def known_objects(limit: int) -> list[tuple[str, str]]:
    """Nouns that the network was trained with from a model, by lot, and which model."""
    prior = _prior()
    # A sculpture has taken the place of some, and some do not stand in their file as they were trained.
    turned = {entry.id for entry in read_catalogue() if entry.rotation is not None}
    rows = json.loads((Path(foundry.__file__).parent / "objects.json").read_text(encoding="utf-8"))
    chosen = []
    for row in rows:
        entry = prior.vocabulary.known.get(row["noun"])
        own = entry is not None and entry.noun.instances[0].source in ("", row["id"])
        if own and row["id"] not in turned:
            chosen.append((row["noun"], row["id"]))
    return [chosen[k] for k in np.random.default_rng(LOT).permutation(len(chosen))[:limit]]


def together(models: Sequence[Model], places: Sequence[Placement]) -> Model:
    """Models as one, each where a scene has it."""
    vertices = [
        model.mesh.vertices * place.scale + np.asarray(place.offset, np.float32)
        for model, place in zip(models, places, strict=True)
    ]
    faces, counts = [model.mesh.faces for model in models], [0, *np.cumsum([len(v) for v in vertices])[:-1]]
    normals = [
        np.full((len(model.mesh.faces), 3, 3), np.nan, np.float32)
        if model.corner_normals is None
        else model.corner_normals
        for model in models
    ]
    parts = [0, *np.cumsum([len(model.paints) for model in models])[:-1]]
    return replace(
        models[0],
        mesh=Mesh(
            np.concatenate(vertices).astype(np.float32),
            np.concatenate([face + count for face, count in zip(faces, counts, strict=True)]).astype(np.int32),
        ),
        corner_normals=np.concatenate(normals),
        paints=tuple(paint for model in models for paint in model.paints),
        part=np.concatenate([model.part + first for model, first in zip(models, parts, strict=True)]),
        material=np.zeros(sum(len(model.paints) for model in models), np.int16),
    )


def scene_case(
    one: dict[str, Any], other: dict[str, Any], files: dict[str, Path], preset: str, out: Path
) -> dict[str, Any]:
    """Two taught objects side by side."""
    prompt = f"a {one['name']} beside a {other['name']}"
    row: dict[str, Any] = {"object": f"{one['object']}, {other['object']}", "name": prompt}
    prior = load_prior("embedded")
    assert isinstance(prior, EmbeddedPrior)
    scene = prior.encode_text(prompt).cond.scene
    assert isinstance(scene, Group)
    models = [read_model(files[part["object"]]) for part in (one, other)]
    truth = look_at_model(together(models, prior.placements(scene)), unseen_cameras(), SIZE, 3)
    run = generate(make_config(prompt, "draft" if preset == "none" else preset), out=_run_folder(out, prompt))
    assert run.mesh is not None
    made, row["mesh"] = mesh_scores(run.mesh, truth)
    _keep(out, f"scene-{prompt}", [as_pictures(truth.surface), made])
    return row


def picture_case(subject: Subject, number: int, out: Path) -> dict[str, Any]:
    """One object taught from one picture of it, beside simpler ways."""
    model, name = subject.model(), f"shown thing {number}"
    camera = PICTURE_CAMERAS[number // 2 % 2]
    large = look_at_model(model, np.array([camera]), 256, 2).surface[0]
    pixels = torch.cat([large[4:] / large[:1].clamp(min=1e-3), large[:1]]).clamp(0, 1)
    picture = (pixels.permute(1, 2, 0).numpy() * 255 + 0.5).astype(np.uint8)
    file = out / "pictures" / f"{name.replace(' ', '-')}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(file)
    away = np.array([sign * math.radians(angle) for angle in AWAY_DEG for sign in (1, -1)])

    def around(azimuth: float) -> np.ndarray:
        return np.stack([azimuth + away, np.full(len(away), camera[1])], 1)

    truth = as_pictures(look_at_model(model, around(camera[0]), SIZE, 2).surface)
    row: dict[str, Any] = {"object": subject.id, "name": name, "camera": [round(math.degrees(a)) for a in camera]}
    prior = _without(subject.hidden)
    begin = time.perf_counter()
    taught = teach(file, NewNoun(name), take_over=True, prior=prior)
    row["taught"] = {"way": taught.way, "like": taught.like, "seconds": time.perf_counter() - begin}
    row["taught"] |= {"seen_iou": taught.scores.iou, "seen_psnr": taught.scores.psnr}
    from_side = (0.0, 0.0) if taught.seen_from is None else taught.seen_from
    seen_from = torch.tensor(around(from_side[0]), dtype=torch.float32)
    shown = {"taught": as_pictures(surface_of(prior, *_arrays(taught), seen_from, SIZE))}
    taught.pack.unlink()
    shown["lifted"] = as_pictures(look_at_model(lifted_model(picture, "front"), around(0.0), SIZE, 2).surface)
    match = taught.match or search(prior, picture)[0]
    entry = prior.vocabulary.known[match.noun]
    sides = torch.tensor(around(match.azimuth), dtype=torch.float32)
    volume = entry.source.volume(entry.number, match.instance)
    shown["noun"] = as_pictures(surface_of(prior, volume, prior.word_vector(match.noun), sides, SIZE))
    shown["card"] = as_pictures(look_at_model(_card(picture), around(0.0), SIZE, 2).surface)
    for way, made in shown.items():
        row[way] = row.get(way, {}) | {"iou": mean_iou(made.alpha, truth.alpha), "psnr": made.psnr(truth)}
        row[way]["by_angle"] = {
            str(angle): mean_iou(made.alpha[2 * k : 2 * k + 2], truth.alpha[2 * k : 2 * k + 2])
            for k, angle in enumerate(AWAY_DEG)
        }
    row["noun"]["like"] = match.noun
    whole = as_pictures(F.interpolate(large[None], (SIZE, SIZE), mode="area"))
    _keep(out, f"picture-{name}", [_beside(whole, truth), *(_beside(whole, shown[way]) for way in WAYS)])
    return row


def _beside(first: Pictures, others: Pictures) -> Pictures:
    return Pictures(np.concatenate([first.white, others.white]), np.concatenate([first.alpha, others.alpha]))


def _without(noun: str) -> EmbeddedPrior:
    """A prior that has forgotten a noun, as something that a picture may be like."""
    prior = _prior()
    if noun in prior.vocabulary.known:
        prior.vocabulary.known = {name: entry for name, entry in prior.vocabulary.known.items() if name != noun}
    return prior


def posed_case(entry: CatalogueEntry, path: Path, name: str, steps: int | None, out: Path) -> dict[str, Any]:
    """One object taught from posed pictures."""
    folder, model = out / "posed" / name.replace(" ", "-"), read_model(path)
    folder.mkdir(parents=True, exist_ok=True)
    cameras = fit_cameras(POSED_VIEWS)
    poses = orbit_c2w(cameras[:, 0], cameras[:, 1])
    # The format has +Z up.
    poses = np.array([[1, 0, 0, 0], [0, 0, -1, 0], [0, 1, 0, 0], [0, 0, 0, 1.0]]) @ poses
    surface = look_at_model(model, cameras, POSED_PIXELS, 2).surface
    frames = []
    for k, (view, pose) in enumerate(zip(surface, poses, strict=True)):
        pixels = torch.cat([view[4:] / view[:1].clamp(min=1e-3), view[:1]]).clamp(0, 1).permute(1, 2, 0)
        Image.fromarray((pixels.numpy() * 255 + 0.5).astype(np.uint8)).save(folder / f"{k:02d}.png")
        frames.append({"file_path": f"{k:02d}.png", "transform_matrix": pose.tolist()})
    text = json.dumps({"camera_angle_x": PRIOR_FOVY, "frames": frames})
    (folder / "transforms.json").write_text(text, encoding="utf-8")
    row: dict[str, Any] = {"object": entry.id, "name": name}
    begin = time.perf_counter()
    taught = teach(
        Source(folder, front="+z", fit_steps=steps), NewNoun(f"{name} posed"), take_over=True, prior=_prior()
    )
    row["seconds"] = time.perf_counter() - begin
    truth = _truth(model, taught)
    row["volume"] = volume_scores(*_arrays(taught), truth)
    shown = as_pictures(surface_of(_prior(), *_arrays(taught), truth.cameras, SIZE))
    _keep(out, f"posed-{name}", [as_pictures(truth.surface), shown])
    taught.pack.unlink()
    return row


def _card(picture: np.ndarray) -> Model:
    """The picture on a thin card."""
    made = lift(picture, SIDES["both"], depth=0.03)
    corners = made.faces.reshape(-1)
    uv = made.uvs[made.face_uvs.reshape(-1)].astype(np.float64)
    material = Material(name="picture", base_texture=Texture(made.texture[..., :3]))
    faces = np.arange(len(corners)).reshape(-1, 3)
    part = Part(made.vertices[corners].astype(np.float64), faces, material, {0: np.stack([uv[:, 0], 1 - uv[:, 1]], 1)})
    return as_model(Scene((part,), (), "glb"), Path("card"))


def photo_case(entry: CatalogueEntry, path: Path, name: str, seed: int) -> dict[str, Any]:
    """Cutting one object out of what a photograph would show."""
    rng = np.random.default_rng(seed)
    size, side = 256, 170
    surface = look_at_model(read_model(path), np.array([PICTURE_CAMERAS[0]]), side, 2).surface[0].numpy()
    ground = rng.normal(0, 1, (size // 8, size // 8, 3))
    noise = np.asarray(Image.fromarray((ground * 20 + 128).clip(0, 255).astype(np.uint8)).resize((size, size)), float)
    base = rng.uniform(0.35, 0.8, 3)
    picture = base + (noise / 255 - 0.5) * 0.25 + rng.normal(0, 0.02, (size, size, 3))
    alpha, at = np.zeros((size, size)), rng.integers(5, size - side - 5, 2)
    window = slice(at[0], at[0] + side), slice(at[1], at[1] + side)
    shade = np.zeros((size, size))
    shade[at[0] + side * 3 // 4 : at[0] + side, window[1]] = 0.35
    picture *= (
        1
        - np.asarray(Image.fromarray((shade * 255).astype(np.uint8)).resize((32, 32)).resize((size, size)))[..., None]
        / 255
    )
    alpha[window] = surface[0]
    picture[window] = picture[window] * (1 - surface[0][..., None]) + surface[4:].transpose(1, 2, 0)
    file = io.BytesIO()
    Image.fromarray((picture.clip(0, 1) * 255).astype(np.uint8)).save(file, "JPEG", quality=60)
    shot = np.asarray(Image.open(io.BytesIO(file.getvalue())).convert("RGBA"))
    row: dict[str, Any] = {"object": entry.id, "name": name}
    try:
        found = cut_out(shot)
    except ValueError as error:
        return row | {"iou": 0.0, "how": str(error)[:80]}
    return row | {"iou": iou_of(found.pixels[..., 3] > 127, alpha > 0.5), "how": found.how}


def packs_case(say: Callable[[str], None]) -> dict[str, Any]:
    """What packs cost, and that they change nothing."""
    plain = EmbeddedPrior()
    nouns = sorted(plain.lexicon.objects)[:: len(plain.lexicon.objects) // 10][:10]
    prompts = [template.format(noun) for noun in nouns for template in PROMPTS]
    source = plain.vocabulary.shipped.volume(plain.lexicon.index["chair"], 0)
    result: dict[str, Any] = {"prompts": len(prompts), "loading": {}}
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "thing-0.safetensors"
        about = Noun("packed thing 0", (Instance(author="nobody"),), like="chair")
        write_pack(
            first,
            [NounData(about, (InstanceData(source),))],
            network=plain.vocabulary.network,
            edge=plain.config.volume,
            embedding=plain.config.embedding,
        )
        files = [first]
        for k in range(1, 2000):
            files.append(Path(folder) / f"thing-{k}.safetensors")
            copy_nouns(files[-1], [(WordPack(first), 0, replace(about, name=f"packed thing {k}"))])
        for count in (0, 200, 2000):
            before, begin = _resident(), time.perf_counter()
            prior = EmbeddedPrior(packs=files[:count])
            result["loading"][count] = {"seconds": time.perf_counter() - begin, "mb": _resident() - before}
            if count == 200:
                result["same_bits"] = sum(_same(plain, prior, prompt) for prompt in prompts)
                say(f"{result['same_bits']} of {len(prompts)} prompts have the same bits")
            del prior
    return result


def _resident() -> float:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _same(one: EmbeddedPrior, other: EmbeddedPrior, prompt: str) -> bool:
    views = Views(
        azimuth=torch.tensor([0.5]),
        elevation=torch.tensor([0.2]),
        light=torch.tensor([[0.0, 0.0, 1.0]]),
        ambient=torch.ones(1),
        background=torch.ones(1, 3),
        zoom=torch.ones(1),
        center=torch.zeros(1, 2),
    )
    noisy, t = torch.randn(1, 3, 32, 32, generator=torch.Generator().manual_seed(1)), torch.tensor([0.8])
    results = [prior.predict_x0(noisy, t, prior.encode_text(prompt), views) for prior in (one, other)]
    return all(torch.equal(a, b) for a, b in zip(*results, strict=True))


@cache
def _shipped() -> EmbeddedPrior:
    return EmbeddedPrior()


def _prior() -> EmbeddedPrior:
    """The prior without what was taught, loaded once, and knowing all nouns."""
    prior = _shipped()
    prior.vocabulary.known = {**_every_noun()}
    return prior


@cache
def _every_noun() -> dict[str, Entry]:
    return dict(_shipped().vocabulary.known)


def _truth(model: Model, taught: Taught) -> TrueViews:
    """The object from sides that it was not fitted to; of two colours that are as common its main one is that which was
    learnt.
    """
    pack = WordPack(taught.pack)
    k = next(k for k, noun in enumerate(pack.nouns) if noun.name == taught.name)
    return look_at_model(model, unseen_cameras(), SIZE, 3, colour=pack.nouns[k].instances[0].colour)


def _arrays(taught: Taught) -> tuple[Tensor, Tensor]:
    pack = WordPack(taught.pack)
    k = next(k for k, noun in enumerate(pack.nouns) if noun.name == taught.name)
    vector = pack.vector(k, 0)
    assert vector is not None
    return pack.volume(k, 0), vector


def _keep(out: Path, name: str, rows: Sequence[Pictures]) -> None:
    """The pictures of a case: the truth, and what was made below it, in plain base colours."""
    (out / "sheets").mkdir(parents=True, exist_ok=True)
    sheet = np.concatenate([np.concatenate(list(row.white), 1) for row in rows]).clip(0, 1)
    Image.fromarray((sheet * 255 + 0.5).astype(np.uint8)).save(_sheet_file(out, name), quality=90)


def _sheet_file(out: Path, name: str) -> Path:
    return out / "sheets" / f"{name.replace(' ', '-')}.webp"


def spread(rows: Sequence[dict[str, Any]], *keys: str) -> dict[str, float] | None:
    """Mean, standard deviation, least and greatest of a figure over the cases that have it."""
    values = []
    for row in rows:
        value: Any = row
        for key in keys:
            value = None if value is None else value.get(key)
        if value is not None:
            values.append(float(value))
    if not values:
        return None
    figures = (float(np.mean(values)), float(np.std(values)), min(values), max(values))
    return {key: round(value, 3) for key, value in zip(("mean", "sd", "least", "most"), figures, strict=True)}


def summary(result: dict[str, Any]) -> dict[str, Any]:
    """Of each case, how many there are, and the spread of its figures."""
    scores = ("iou", "psnr", "relit_psnr")
    meshes, pictures = result.get("mesh", []), result.get("picture", [])
    out: dict[str, Any] = {
        "mesh": {
            "objects": len(meshes),
            "volume": {key: spread(meshes, "volume", key) for key in (*scores, "tinted_psnr")},
            "mesh of a run": {key: spread(meshes, "mesh", key) for key in scores},
            **{key: spread(meshes, key) for key in ("teach_seconds", "run_seconds", "peak_mb")},
        },
    }
    for case in ("known", "posed"):
        rows = result.get(case, [])
        out[case] = {"objects": len(rows), "volume": {k: spread(rows, "volume", k) for k in (*scores, "tinted_psnr")}}
    # Of the objects that were taught both ways.
    same = {row["object"]: row["volume"]["psnr"] for row in meshes}
    less = [row["volume"]["psnr"] - same[row["object"]] for row in result.get("posed", []) if row["object"] in same]
    out["posed"]["beside_mesh_psnr"] = round(float(np.mean(less)), 2) if less else None
    out["posed"]["seconds"] = spread(result.get("posed", []), "seconds")
    scenes = result.get("scene", [])
    out["scene"] = {"scenes": len(scenes), **{key: spread(scenes, "mesh", key) for key in scores}}
    out["picture"] = {
        "objects": len(pictures),
        **{way: {key: spread(pictures, way, key) for key in ("iou", "psnr")} for way in WAYS},
        "by_angle": {
            str(angle): {way: (spread(pictures, way, "by_angle", str(angle)) or {}).get("mean") for way in WAYS}
            for angle in AWAY_DEG
        },
        **{key: spread(pictures, "taught", key) for key in ("seconds", "seen_iou", "seen_psnr")},
    }
    for other in WAYS[1:]:
        better = {key: [row["taught"][key] > row[other][key] for row in pictures] for key in ("iou", "psnr")}
        out["picture"][f"better_than_{other}"] = {
            k: round(float(np.mean(v)), 3) if v else None for k, v in better.items()
        }
    photos = result.get("photo", [])
    out["photo"] = {"objects": len(photos), "iou": spread(photos, "iou")}
    return out


def write_page(result: dict[str, Any], out: Path) -> Path:
    """One HTML file with all pictures."""

    parts = [
        "<h1>Taught objects beside their truth</h1>",
        f"<pre>{escape(json.dumps(result['summary'], indent=1))}</pre>",
    ]
    rows = {
        "mesh": "The object above, its volume as it was learnt below, then the mesh of a run.",
        "scene": "Both objects above, the mesh of a run below.",
        "picture": "The picture, then the object from both sides; below what was learnt, the picture lifted alone, the "
        "nearest noun alone, a flat card.",
        "posed": "The object above, its volume as it was learnt below.",
    }
    for case, said in rows.items():
        parts.append(f"<h2>{case}</h2><p>{said}</p>")
        shown = {"mesh": "volume", "posed": "volume", "scene": "mesh", "picture": "taught"}[case]
        for row in sorted(result.get(case, []), key=lambda row: row[shown]["iou"]):
            picture = _sheet_file(out, f"{case}-{row['name']}")
            data = base64.b64encode(picture.read_bytes()).decode() if picture.is_file() else ""
            line = escape(json.dumps({key: value for key, value in row.items() if key != "name"}))
            parts.append(f'<figure><figcaption>{line}</figcaption><img alt="{escape(row["name"])}" ')
            parts.append(f'src="data:image/webp;base64,{data}"></figure>')
    for what in ("known", "photo", "packs"):
        parts.append(f"<h2>{what}</h2><pre>{escape(json.dumps(result.get(what), indent=1))}</pre>")
    head = f'<meta charset="utf-8"><title>Taught objects</title><style>{STYLE}</style>'
    page = f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{chr(10).join(parts)}\n</body></html>\n'
    return write_bytes(out / "teach.html", page.encode())


def measure_teach(
    out: Path,
    cases: Sequence[str],
    limit: int,
    preset: str,
    say: Callable[[str], None] = print,
    *,
    seconds: float = math.inf,
    fit_steps: int | None = None,
) -> dict[str, Any]:
    """Runs cases; what ``teach.json`` in the folder holds is kept.

    Args:
        out: folder. cases: of CASES.
        limit: objects of each. preset: of the runs that ask for taught nouns; none makes no runs.
        seconds: nothing is begun after so many; the next call goes on there.
        fit_steps: of the reconstructions from posed pictures.
    """
    begin = time.perf_counter()
    out.mkdir(parents=True, exist_ok=True)
    path = out / "teach.json"
    result: dict[str, Any] = json.loads(path.read_text()) if path.is_file() else {}
    folder = out / "objects"
    objects = leave_out(folder, limit)
    files = {entry.id: file for entry, file in leave_out(folder, 1000)}
    os.environ["BOZZETTO_HOME"] = str(out / "home")

    def keep() -> None:
        result["summary"] = summary(result)
        write_bytes(path, json.dumps(result, indent=1).encode())

    def jobs(case: str) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
        if case == "picture":
            for k, one in enumerate(subjects(folder, limit)):
                yield one.id, lambda one=one, k=k: picture_case(one, k, out)  # type: ignore[misc]
        elif case == "known":
            for noun, source in known_objects(limit):
                yield source, lambda noun=noun, source=source: known_case(noun, source, folder)  # type: ignore[misc]
        elif case == "scene":
            taught = [row for row in result.get("mesh", []) if row.get("mesh")][:limit]
            for one, other in itertools.pairwise(taught):
                key = f"{one['object']}, {other['object']}"
                yield key, lambda one=one, other=other: scene_case(one, other, files, preset, out)  # type: ignore[misc]
        else:
            for k, (entry, file) in enumerate(objects):
                name = name_of(entry, k)
                made: dict[str, Callable[[], dict[str, Any]]] = {
                    "mesh": lambda entry=entry, file=file, name=name: mesh_case(entry, file, name, preset, out),  # type: ignore[misc]
                    "posed": lambda entry=entry, file=file, name=name: posed_case(entry, file, name, fit_steps, out),  # type: ignore[misc]
                    "photo": lambda entry=entry, file=file, name=name, k=k: photo_case(entry, file, name, k),  # type: ignore[misc]
                }
                yield entry.id, made[case]

    for case in cases:
        if case == "packs":
            if "packs" not in result and time.perf_counter() - begin < seconds:
                result["packs"] = packs_case(say)
                keep()
            continue
        done = {row["object"] for row in result.setdefault(case, [])}
        for name, job in jobs(case):
            if name in done:
                continue
            if time.perf_counter() - begin > seconds:
                break
            row = job()
            result[case].append(row)
            say(f"{case} {json.dumps(row)}")
            keep()
    keep()
    write_page(result, out)
    return result
