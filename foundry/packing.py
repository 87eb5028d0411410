"""What training needs, small enough to carry to another machine: the objects in one file, the weights in parts.

The 640 objects take 39 MB (their renders 2.9 GB): positions in 16 bits, normals in 8, texture coordinates in steps of
1/4096, indices as differences, all of it LZMA, and textures as WebP. The other machine unpacks, renders and trains.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from bozzetto.atomic import atomic_file, write_bytes
from bozzetto.foundry.assets import load_assets, load_mesh, save_mesh
from bozzetto.foundry.wavefront import Material, Wavefront

TEXTURE_QUALITY = 85
"""Of WebP."""
STEPS: dict[str, tuple[float, type[np.signedinteger]]] = {
    "vertices": (1 / 32767, np.int16),
    "normals": (1 / 127, np.int8),
    "uvs": (1 / 4096, np.int32),
}
"""Size of a step and type of what is rounded; positions lie in [-1, 1]."""
INDICES = ("faces", "face_uvs", "face_normals", "face_materials")
WEIGHT_FILES = ("embedded.safetensors", "embedded.json", "lexicon.json")
LISTS = ("assets.json", "lexicon.json")
PART_BYTES = 15_000_000
"""Largest part of the weights."""


def pack_objects(folder: Path, path: Path, progress: Callable[[int, int], None] = lambda done, total: None) -> Path:
    """Writes the objects of ``folder`` (what ``assets`` made there) into one zip file, atomically.

    Raises:
        FileNotFoundError: ``assets`` has not run there; the message names the command.
    """
    assets = load_assets(folder)
    with atomic_file(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        for name in LISTS:
            archive.write(folder / name, name)
        for k in range(len(assets)):
            _write(archive, f"{k:03d}", load_mesh(folder / "meshes" / f"{k:03d}.npz"))
            progress(k + 1, len(assets))
    return path


def _write(archive: zipfile.ZipFile, name: str, mesh: Wavefront) -> None:
    arrays = {
        "diffuse": np.asarray([m.diffuse for m in mesh.materials], np.float32),
        "opacity": np.asarray([m.opacity for m in mesh.materials], np.float32),
    }
    for key, (step, kind) in STEPS.items():
        arrays[key] = np.round(getattr(mesh, key) / step).clip(np.iinfo(kind).min, np.iinfo(kind).max).astype(kind)
    for key in INDICES:
        arrays[key] = np.diff(getattr(mesh, key).astype(np.int32), axis=0, prepend=np.int32(0))
    for key, array in arrays.items():
        stream = io.BytesIO()
        np.save(stream, np.asfortranarray(array), allow_pickle=False)
        archive.writestr(f"{name}/{key}.npy", stream.getvalue())
    for k, material in enumerate(mesh.materials):
        if material.texture is not None:
            stream = io.BytesIO()
            Image.fromarray(material.texture).save(stream, "WEBP", quality=TEXTURE_QUALITY)
            archive.writestr(f"{name}/{k}.webp", stream.getvalue(), zipfile.ZIP_STORED)


def unpack_objects(path: Path, folder: Path, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Restores into ``folder`` what ``pack_objects`` packed, as ``assets`` leaves it; returns the number of objects.

    Raises:
        ValueError: the file is not such a pack, or is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            (folder / "meshes").mkdir(parents=True, exist_ok=True)
            count = len(json.loads(archive.read("assets.json")))
            for k in range(count):
                save_mesh(folder / "meshes" / f"{k:03d}.npz", _read(archive, names, f"{k:03d}"))
                progress(k + 1, count)
            for name in reversed(LISTS):  # the list of assets last: with it the folder counts as complete
                write_bytes(folder / name, archive.read(name))
    except (zipfile.BadZipFile, KeyError, OSError, ValueError) as error:
        raise ValueError(f"{path}: expected a file that 'python -m bozzetto.foundry pack' wrote ({error})") from error
    return count


def _read(archive: zipfile.ZipFile, names: set[str], name: str) -> Wavefront:
    def array(key: str) -> np.ndarray:
        return np.load(io.BytesIO(archive.read(f"{name}/{key}.npy")), allow_pickle=False)

    textures = {
        k: np.asarray(Image.open(io.BytesIO(archive.read(f"{name}/{k}.webp"))).convert("RGBA"))
        for k in range(len(array("opacity")))
        if f"{name}/{k}.webp" in names
    }
    materials = [
        Material(str(k), tuple(diffuse), float(opacity), textures.get(k))
        for k, (diffuse, opacity) in enumerate(zip(array("diffuse"), array("opacity"), strict=True))
    ]
    parts = {key: array(key).astype(np.float32) * np.float32(step) for key, (step, _) in STEPS.items()}
    parts |= {key: np.cumsum(array(key), axis=0, dtype=np.int32) for key in INDICES}
    arrays: dict[str, Any] = {key: np.ascontiguousarray(value) for key, value in parts.items()}
    return Wavefront(**arrays, materials=materials)


def split_weights(weights: Path, folder: Path) -> list[Path]:
    """Shipped weights in parts, with their description and lexicon; ``join_weights`` restores them.

    Raises:
        FileNotFoundError: there are no weights in the folder; the message names the command that writes them.
    """
    missing = [name for name in WEIGHT_FILES if not (weights / name).is_file()]
    if missing:
        raise FileNotFoundError(f"{weights} has no {', '.join(missing)}: run 'python -m bozzetto.foundry ship' first")
    parts = split(weights / WEIGHT_FILES[0], folder)
    names = [*WEIGHT_FILES[1:], *_packs(weights)]
    return [*parts, *(Path(shutil.copyfile(weights / name, folder / name)) for name in names)]


def _packs(folder: Path) -> list[str]:
    """The word packs beside the network, as the description of its weights names them."""
    names = json.loads((folder / "embedded.json").read_text(encoding="utf-8")).get("packs", [])
    return [Path(str(name)).name for name in names]


def join_weights(folder: Path, weights: Path) -> Path:
    """Restores what ``split_weights`` wrote; the description last: with it the weights count as whole.

    Raises:
        ValueError: a part is missing or damaged; the message names it.
    """
    path = join(folder, weights / WEIGHT_FILES[0])
    packs = _packs(folder) if (folder / "embedded.json").is_file() else []
    for name in (*packs, *reversed(WEIGHT_FILES[1:])):
        try:
            data = (folder / name).read_bytes()
        except OSError as error:
            raise ValueError(f"{folder / name} is missing: bring it over again ({error})") from error
        write_bytes(weights / name, data)
    return path


def split(path: Path, folder: Path, size: int = PART_BYTES) -> list[Path]:
    """Cuts a file into ``folder/NNN.part`` of at most ``size`` bytes and ``parts.json``, which ``join`` checks."""
    folder.mkdir(parents=True, exist_ok=True)
    parts: list[Path] = []
    digests: list[str] = []
    with path.open("rb") as file:
        while block := file.read(size):
            parts.append(folder / f"{len(parts):03d}.part")
            parts[-1].write_bytes(block)
            digests.append(hashlib.sha256(block).hexdigest())
    (folder / "parts.json").write_text(json.dumps({"name": path.name, "sha256": digests}, indent=1))
    return [*parts, folder / "parts.json"]


def join(folder: Path, path: Path) -> Path:
    """Puts together what ``split`` cut, atomically.

    Raises:
        ValueError: a part is missing or damaged; the message names it.
    """
    try:
        digests = json.loads((folder / "parts.json").read_text())["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(
            f"{folder}: expected the parts that 'python -m bozzetto.foundry split' wrote ({error})"
        ) from error
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_file(path) as file:
        for k, digest in enumerate(digests):
            part = folder / f"{k:03d}.part"
            if not part.is_file() or hashlib.sha256(part.read_bytes()).hexdigest() != digest:
                raise ValueError(f"{part} is missing or damaged: bring it over again")
            with part.open("rb") as source:
                shutil.copyfileobj(source, file)
    return path
