"""``python -m bozzetto.bench teach``: objects that training never saw, taught and then asked for, beside their truth.

mesh      the leave-out list (``teach_objects.json``: models of the furniture libraries that no noun uses, by lot),
          taught from their mesh: the stored volume, its re-tints, and the mesh of a run of the new prompt, beside the
          object
picture   the same objects from one rendered picture: by lifting, by the nearest noun, by what ``teach`` chooses, and a
          flat card, beside the object from 30 to 180 degrees away
photo     cutting out: the object before a textured ground with a shadow, off centre, as a noisy JPEG
packs     what was known with 200 packs installed, bit by bit; loading with 0, 200 and 2,000

Everything goes into ``teach.json`` and a page with the pictures of all cases; what is there already is not done again.
"""

from __future__ import annotations

import base64
import io
import json
import math
import os
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.bench.page import STYLE
from bozzetto.bench.truth import RELIGHT_AMBIENT, RELIGHT_DIRECTIONS, Pictures, iou_of, mesh_views
from bozzetto.export.files.glb import read_glb
from bozzetto.export.files.read import Scene
from bozzetto.export.files.read_parts import Material, Part, Texture
from bozzetto.export.mesh.mesh import without_alpha
from bozzetto.foundry.assets import CatalogueEntry, read_catalogue, unpack_model
from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.teach import words
from bozzetto.jobs.teach.learn import lit, surface_of
from bozzetto.jobs.teach.lift import SIDES, lift
from bozzetto.jobs.teach.mesh_views import Model, as_model, look_at_model, read_model, unseen_cameras
from bozzetto.jobs.teach.pictures import cut_out
from bozzetto.jobs.teach.teach import NewNoun, Source, Taught, teach
from bozzetto.jobs.train.priors import load_prior
from bozzetto.sds.conditioning import Views
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.tint import COLOURS
from bozzetto.sds.volume_fit import TrueViews
from bozzetto.sds.word_pack import Instance, InstanceData, Noun, NounData, WordPack, copy_nouns, write_pack

OBJECTS = Path(__file__).parent / "teach_objects.json"
SIZE = 64
PICTURE_CAMERA = (math.radians(30), math.radians(15))
"""Azimuth and elevation of the one picture."""
AWAY_DEG = (30, 60, 90, 180)
WAYS = ("auto", "lift", "noun", "card")
TINTS = ("red", "green", "blue")
PROMPTS = ("a {}", "a red {}", "two {}s", "a wooden {} beside a cat", "a {} on a table")


def leave_out(folder: Path, limit: int) -> list[tuple[CatalogueEntry, Path]]:
    """The objects of the list with their files, unpacked into a folder."""
    catalogue = {entry.id: entry for entry in read_catalogue()}
    out = []
    for name in json.loads(OBJECTS.read_text(encoding="utf-8"))[:limit]:
        entry = catalogue[name]
        out.append((entry, unpack_model(entry, folder)))
    return out


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
    lights = np.asarray([RELIGHT_DIRECTIONS[k % 4] for k in range(len(cameras))], np.float64)
    lights /= np.linalg.norm(lights, axis=1, keepdims=True)
    made, true = mesh_views(mesh, cameras, SIZE), as_pictures(truth.surface)
    relit = mesh_views(mesh, cameras, SIZE, lights, RELIGHT_AMBIENT)
    return made, {
        "iou": mean_iou(made.alpha, true.alpha),
        "psnr": made.psnr(true),
        "relit_psnr": relit.psnr(as_pictures(truth.surface, lights, cameras)),
    }


def mesh_case(entry: CatalogueEntry, path: Path, name: str, preset: str, out: Path) -> dict[str, Any]:
    """One object taught from its mesh and made by a run."""
    row: dict[str, Any] = {"object": entry.id, "name": name}
    begin = time.perf_counter()
    taught = teach(Source(path, front="+z"), NewNoun(name, author=entry.creator, size=entry.size), take_over=True)
    row |= {
        "teach_seconds": time.perf_counter() - begin,
        "volume": {"iou": taught.scores.iou, "psnr": taught.scores.psnr},
    }
    row |= {"like": taught.like, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    truth = look_at_model(read_model(path), unseen_cameras(), SIZE, 3)
    prior, (row_of, vector) = _prior(), _arrays(taught)
    row["tinted_psnr"] = None
    if truth.can_be_tinted:
        tints = []
        for colour in TINTS:
            text = vector + prior.net.words[prior.lexicon.index[colour]]
            shown = as_pictures(surface_of(prior, row_of, text, truth.cameras, SIZE))
            wanted = truth.tinted(torch.arange(8), torch.tensor(COLOURS[colour]).expand(8, 3))
            tints.append(shown.psnr(as_pictures(wanted)))
        row["tinted_psnr"] = float(np.mean(tints))
    made = None
    if preset != "none":
        folder = out / "runs" / name.replace(" ", "-")
        begin = time.perf_counter()
        run = generate(make_config(f"a {name}", preset), out=folder)
        row["run_seconds"] = time.perf_counter() - begin
        assert run.mesh is not None
        made, row["mesh"] = mesh_scores(run.mesh, truth)
    _keep(out, f"mesh-{name}", truth, row_of, vector, made)
    return row


def picture_case(entry: CatalogueEntry, path: Path, name: str, out: Path) -> dict[str, Any]:
    """One object taught from one picture of it, in each way."""
    model = read_model(path)
    large = look_at_model(model, np.array([PICTURE_CAMERA]), 256, 2).surface[0]
    pixels = torch.cat([large[4:] / large[:1].clamp(min=1e-3), large[:1]]).clamp(0, 1)
    picture = (pixels.permute(1, 2, 0).numpy() * 255 + 0.5).astype(np.uint8)
    file = out / "pictures" / f"{name.replace(' ', '-')}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(file)
    azimuths = [PICTURE_CAMERA[0] + sign * math.radians(away) for away in AWAY_DEG for sign in (1, -1)]
    cameras = np.array([[azimuth, PICTURE_CAMERA[1]] for azimuth in azimuths])
    truth = as_pictures(look_at_model(model, cameras, SIZE, 2).surface)
    row: dict[str, Any] = {"object": entry.id, "name": name}
    prior = _prior()
    for way in ("auto", "lift", "noun"):
        begin = time.perf_counter()
        taught = teach(Source(file, way=way), NewNoun(name), take_over=True, prior=prior)
        seconds = time.perf_counter() - begin
        # What is lifted faces its picture, what is a changed noun its own front.
        turn = PICTURE_CAMERA[0] if taught.way == "lifted" else 0.0
        row_of, vector = _arrays(taught)
        seen_from = torch.tensor(cameras - [turn, 0], dtype=torch.float32)
        shown = as_pictures(surface_of(prior, row_of, vector, seen_from, SIZE))
        row[way] = {"way": taught.way, "like": taught.like, "seconds": seconds, "seen_psnr": taught.scores.psnr}
        row[way] |= {"iou": mean_iou(shown.alpha, truth.alpha), "psnr": shown.psnr(truth)}
    card = look_at_model(_card(picture), cameras - [PICTURE_CAMERA[0], 0], SIZE, 2)
    flat = as_pictures(card.surface)
    row["card"] = {"iou": mean_iou(flat.alpha, truth.alpha), "psnr": flat.psnr(truth)}
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
    surface = look_at_model(read_model(path), np.array([PICTURE_CAMERA]), side, 2).surface[0].numpy()
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


def _prior() -> EmbeddedPrior:
    prior = load_prior("embedded")
    assert isinstance(prior, EmbeddedPrior)
    return prior


def _arrays(taught: Taught) -> tuple[Tensor, Tensor]:
    pack = WordPack(taught.pack)
    k = next(k for k, noun in enumerate(pack.nouns) if noun.name == taught.name)
    vector = pack.vector(k, 0)
    assert vector is not None
    return pack.volume(k, 0), vector


def _keep(out: Path, name: str, truth: TrueViews, row: Tensor, vector: Tensor, made: Pictures | None) -> None:
    """The picture of a case: the truth, the volume, and the run's mesh below one another, from eight sides."""
    prior = _prior()
    shown = surface_of(prior, row, vector, truth.cameras, SIZE)
    rows = [np.concatenate([_on_white(p) for p in lit(s, truth.cameras)], 1) for s in (truth.surface, shown)]
    if made is not None:
        rows.append((np.concatenate(list(made.white), 1).clip(0, 1) * 255).astype(np.uint8))
    (out / "sheets").mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.concatenate(rows)).save(out / "sheets" / f"{name.replace(' ', '-')}.webp", quality=85)


def _on_white(picture: np.ndarray) -> np.ndarray:
    values = picture.astype(np.float64) / 255
    whole: np.ndarray = (values[..., :3] * values[..., 3:] + 1 - values[..., 3:]) * 255
    return whole.astype(np.uint8)


def summary(result: dict[str, Any]) -> dict[str, Any]:
    """Means over the cases."""

    def mean(rows: Sequence[dict[str, Any]], *keys: str) -> float | None:
        values = []
        for row in rows:
            value: Any = row
            for key in keys:
                value = None if value is None else value.get(key)
            if value is not None:
                values.append(value)
        return round(float(np.mean(values)), 4) if values else None

    meshes, pictures = result.get("mesh", []), result.get("picture", [])
    out: dict[str, Any] = {
        "mesh": {
            "objects": len(meshes),
            **{f"volume_{key}": mean(meshes, "volume", key) for key in ("iou", "psnr")},
            **{f"mesh_{key}": mean(meshes, "mesh", key) for key in ("iou", "psnr", "relit_psnr")},
            "tinted_psnr": mean(meshes, "tinted_psnr"),
            "teach_seconds": mean(meshes, "teach_seconds"),
        },
        "picture": {
            "objects": len(pictures),
            **{
                f"{way}_{key}": mean(pictures, way, key)
                for way in ("auto", "lift", "noun", "card")
                for key in ("iou", "psnr")
            },
            "auto_seconds": mean(pictures, "auto", "seconds"),
            "auto_seen_psnr": mean(pictures, "auto", "seen_psnr"),
        },
        "photo": {"objects": len(result.get("photo", [])), "iou": mean(result.get("photo", []), "iou")},
    }
    for other in ("lift", "noun", "card"):
        better = [row["auto"]["iou"] >= row[other]["iou"] - 1e-9 for row in pictures]
        out["picture"][f"no_worse_than_{other}"] = round(float(np.mean(better)), 3) if better else None
    return out


def write_page(result: dict[str, Any], out: Path) -> Path:
    """One HTML file with all pictures."""

    parts = [
        "<h1>Taught objects beside their truth</h1>",
        f"<pre>{escape(json.dumps(result['summary'], indent=1))}</pre>",
    ]
    parts.append("<p>The object above, its volume as it was learnt below, then the mesh of a run.</p>")
    for row in sorted(result.get("mesh", []), key=lambda row: row["volume"]["iou"]):
        picture = out / "sheets" / f"mesh-{row['name'].replace(' ', '-')}.webp"
        data = base64.b64encode(picture.read_bytes()).decode() if picture.is_file() else ""
        line = escape(json.dumps({key: value for key, value in row.items() if key != "name"}))
        parts.append(f'<figure><figcaption>{line}</figcaption><img alt="{escape(row["name"])}" ')
        parts.append(f'src="data:image/webp;base64,{data}"></figure>')
    for what in ("picture", "photo", "packs"):
        parts.append(f"<h2>{what}</h2><pre>{escape(json.dumps(result.get(what), indent=1))}</pre>")
    head = f'<meta charset="utf-8"><title>Taught objects</title><style>{STYLE}</style>'
    page = f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{chr(10).join(parts)}\n</body></html>\n'
    return write_bytes(out / "teach.html", page.encode())


def measure_teach(
    out: Path, cases: Sequence[str], limit: int, preset: str, say: Callable[[str], None] = print
) -> dict[str, Any]:
    """Runs cases; what ``teach.json`` in the folder holds is kept.

    Args:
        out: folder. cases: of mesh, picture, photo, packs.
        limit: objects of each. preset: of the runs that ask for taught nouns; none makes no runs.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / "teach.json"
    result: dict[str, Any] = json.loads(path.read_text()) if path.is_file() else {}
    objects = leave_out(out / "objects", limit)
    os.environ["BOZZETTO_HOME"] = str(out / "home")
    steps: dict[str, Callable[[CatalogueEntry, Path, str, int], dict[str, Any]]] = {
        "mesh": lambda entry, file, name, k: mesh_case(entry, file, name, preset, out),
        "picture": lambda entry, file, name, k: picture_case(entry, file, name, out),
        "photo": lambda entry, file, name, k: photo_case(entry, file, name, k),
    }

    def keep() -> None:
        result["summary"] = summary(result)
        write_bytes(path, json.dumps(result, indent=1).encode())

    for case in cases:
        if case == "packs":
            result["packs"] = result.get("packs") or packs_case(say)
            keep()
            continue
        done = {row["object"] for row in result.setdefault(case, [])}
        for k, (entry, file) in enumerate(objects):
            if entry.id in done:
                continue
            row = steps[case](entry, file, name_of(entry, k), k)
            result[case].append(row)
            say(f"{case} {json.dumps(row)}")
            keep()
    for pack in list(words.packs()):
        pack.path.unlink(missing_ok=True)
    keep()
    write_page(result, out)
    return result
