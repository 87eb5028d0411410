"""Step 1, ``assets``: the catalogue of Debian's ``sweethome3d-furniture``, and emoji lifted into 3D
(``bozzetto.foundry.emoji``) -> normalised, captioned, credited objects.

``objects.json`` beside this file is the curated list: one object a noun, chosen by eye, with synonyms and mended
names (the catalogue calls a spring rider "Motorbike" and a sock "Socket"). Everything else in the catalogue is listed
with the reason why it was left out. The libraries have +Y up and +Z as the front, which is the project's frame: only
the catalogue's own rotation is applied.
"""

from __future__ import annotations

import json
import math
import re
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from bozzetto.atomic import atomic_file
from bozzetto.foundry.emoji import lift, read_picture, read_table, with_tuples
from bozzetto.foundry.wavefront import Material, Wavefront, read_wavefront
from bozzetto.jobs.teach.lift import SIDES

MODELS_FOLDER = Path("/usr/share/sweethome3d/furniture")
"""Where Debian's package ``sweethome3d-furniture`` puts its libraries."""

LICENCES = {
    "BlendSwap-CC-0": "CC0-1.0",
    "BlendSwap-CC-BY": "CC-BY-3.0",
    "KatorLegaz": "CC-BY-3.0-US",
    "Reallusion": "CC-BY-3.0-US",
    "Scopia": "CC-BY-3.0",
}
EMOJI_SET = "Fluent emoji"
"""The library of the objects that were lifted from pictures."""
OBJECT_RADIUS = 0.9
"""Objects are centred on their bounding box and scaled into a sphere of this radius."""

EXCLUDED_NAMES = re.compile(
    r"\b(socket|plug|switch|dimmer|parking|arrow|crossing|rails?|window|shutter|blind|radiator|railing|sidewalk|bathmat|tatami"
    r"|doormat|carpet|rug|curtain|antenna|RJ45|smoke detector|intercom|bill|newspaper|escalator|elevator)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class CatalogueEntry:
    """One line of the libraries' own catalogue."""

    id: str
    library: str
    name: str
    creator: str
    model: str
    rotation: tuple[float, ...] | None
    size: float | None
    """Metres across, corner to corner."""


@dataclass(frozen=True)
class Asset:
    """One usable object: what it is called, who made it, and under which licence."""

    id: str
    noun: str
    synonyms: tuple[str, ...]
    material: str | None
    tint: bool
    creator: str
    licence: str
    library: str
    faces: int
    missing_textures: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    """Nearly the same things, which are read as this one."""
    size: float | None = None
    """Metres across, corner to corner, where the catalogue says it."""


def read_catalogue(source: Path = MODELS_FOLDER) -> list[CatalogueEntry]:
    """The catalogues of all five libraries, in order.

    Raises:
        FileNotFoundError: the package is not installed; the message says how to install it.
    """
    entries = []
    for library in sorted(LICENCES):
        path = source / f"{library}.sh3f"
        if not path.is_file():
            raise FileNotFoundError(f"{path} is missing: install it with 'apt-get install sweethome3d-furniture'")
        with zipfile.ZipFile(path) as archive:
            text = archive.read("PluginFurnitureCatalog.properties").decode("latin-1")
        records: dict[int, dict[str, str]] = {}
        for line in text.splitlines():
            if match := re.match(r"([A-Za-z]+)#(\d+)=(.*)", line.strip()):
                value = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m.group(1), 16)), match.group(3)).strip()
                records.setdefault(int(match.group(2)), {})[match.group(1)] = value
        for _, record in sorted(records.items()):
            if "model" in record:
                model = record["model"].lstrip("/")
                rotation = record.get("modelRotation")
                entries.append(
                    CatalogueEntry(
                        id=f"{library}/{model.rsplit('/', 1)[0]}",
                        library=library,
                        name=record["name"],
                        creator=record.get("creator", library),
                        model=model,
                        rotation=tuple(float(x) for x in rotation.split()) if rotation else None,
                        size=_metres(record),
                    )
                )
    return entries


def unpack_model(entry: CatalogueEntry, folder: Path, source: Path = MODELS_FOLDER) -> Path:
    """Writes a model with its materials and textures into a folder of its own in ``folder``, once.

    Returns:
        the OBJ file.
    """
    place = folder / entry.id.replace("/", "_")
    if not place.is_dir():
        place.mkdir(parents=True)
        with zipfile.ZipFile(source / f"{entry.library}.sh3f") as archive:
            prefix = entry.model.rsplit("/", 1)[0] + "/"
            for member in archive.namelist():
                if member.startswith(prefix) and not member.endswith("/"):
                    (place / Path(member).name).write_bytes(archive.read(member))
    return place / Path(entry.model).name


def _metres(record: dict[str, str]) -> float | None:
    """Corner to corner of a catalogue's box, whose sides are in centimetres."""
    sides = [float(record.get(side, "nan")) for side in ("width", "depth", "height")]
    across = math.hypot(*sides) / 100
    return round(across, 3) if math.isfinite(across) else None


def normalise(mesh: Wavefront, rotation: tuple[float, ...] | None, radius: float = OBJECT_RADIUS) -> Wavefront:
    """Applies the catalogue's rotation (row-major 3x3), centres the bounding box, scales into ``radius``."""
    turn = np.eye(3) if rotation is None else np.asarray(rotation, np.float64).reshape(3, 3)
    vertices = mesh.vertices @ turn.T
    used = vertices[np.unique(mesh.faces)]
    centre = (used.min(0) + used.max(0)) / 2
    scale = radius / np.linalg.norm(used - centre, axis=1).max()
    return Wavefront(
        **{
            **mesh.__dict__,
            "vertices": ((vertices - centre) * scale).astype(np.float32),
            "normals": (mesh.normals @ turn.T).astype(np.float32),
        }
    )


def save_mesh(path: Path, mesh: Wavefront) -> None:
    """Writes a mesh as one compressed npz (no pickles)."""
    arrays = {k: v for k, v in mesh.__dict__.items() if isinstance(v, np.ndarray)}
    arrays["diffuse"] = np.asarray([m.diffuse for m in mesh.materials], np.float32)
    arrays["opacity"] = np.asarray([m.opacity for m in mesh.materials], np.float32)
    for k, material in enumerate(mesh.materials):
        if material.texture is not None:
            arrays[f"texture_{k}"] = material.texture
    with atomic_file(path) as file:
        np.savez_compressed(file, **arrays)  # type: ignore[arg-type]


def load_mesh(path: Path) -> Wavefront:
    """Reads what ``save_mesh`` wrote."""
    with np.load(path, allow_pickle=False) as data:
        materials = [
            Material(str(k), tuple(diffuse), float(opacity), data.get(f"texture_{k}"))
            for k, (diffuse, opacity) in enumerate(zip(data["diffuse"], data["opacity"], strict=True))
        ]
        names = ("vertices", "uvs", "normals", "faces", "face_uvs", "face_normals", "face_materials")
        return Wavefront(**{name: data[name] for name in names}, materials=materials)


def gather_assets(
    out: Path,
    source: Path = MODELS_FOLDER,
    emoji: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Asset]:
    """Reads, normalises and stores every curated object, and lists what of the catalogue was left out and why.

    Args:
        out: folder; receives ``meshes/NNN.npz``, ``assets.json`` and ``dropped.json``.
        source: the folder of the ``.sh3f`` libraries.
        emoji: the folder of the emoji's pictures; None leaves them out.
        progress: called with (done, total).
    Returns:
        the assets, in the order of ``objects.json`` and then ``emoji.json``, which is the order of the prior's nouns.
    Raises:
        FileNotFoundError: a library or a picture is missing; the message says how to get it.
    """
    curated = json.loads((Path(__file__).parent / "objects.json").read_text())
    catalogue = {entry.id: entry for entry in read_catalogue(source)}
    nouns = {name.lower() for o in curated for name in (o["noun"], *o["synonyms"])}
    dropped = []
    for entry in catalogue.values():
        if any(o["id"] == entry.id for o in curated):
            continue
        if EXCLUDED_NAMES.search(entry.name):
            reason = "flat, built-in or too dull to ask for"
        elif any(word in nouns for word in (entry.name.lower(), entry.name.lower().split()[-1])):
            reason = "another object already stands for this noun"
        else:
            reason = "not yet in the vocabulary"
        dropped.append({"id": entry.id, "name": entry.name, "reason": reason})
    (out / "meshes").mkdir(parents=True, exist_ok=True)
    pictures = [] if emoji is None else [(e, read_picture(emoji, e.code)) for e in read_table()]
    total = len(curated) + len(pictures)
    assets = []
    for k, o in enumerate(curated):
        entry = catalogue[o["id"]]
        with zipfile.ZipFile(source / f"{entry.library}.sh3f") as archive:
            mesh = normalise(read_wavefront(archive, entry.model), entry.rotation)
        save_mesh(out / "meshes" / f"{k:03d}.npz", mesh)
        assets.append(
            Asset(
                id=entry.id,
                noun=o["noun"],
                synonyms=tuple(o["synonyms"]),
                material=o.get("material"),
                tint=o.get("tint", True),
                creator=entry.creator,
                licence=LICENCES[entry.library],
                library=entry.library,
                faces=len(mesh.faces),
                missing_textures=tuple(mesh.missing),
                size=entry.size,
            )
        )
        progress(k + 1, total)
    for k, (e, picture) in enumerate(pictures, len(curated)):
        mesh = normalise(lift(picture, SIDES[e.side], e.turn, e.depth), None)
        save_mesh(out / "meshes" / f"{k:03d}.npz", mesh)
        assets.append(
            Asset(
                id=f"{EMOJI_SET}/{e.code}",
                noun=e.noun,
                synonyms=e.synonyms,
                material=None,
                tint=True,
                creator="Microsoft",
                licence="MIT",
                library=EMOJI_SET,
                faces=len(mesh.faces),
                missing_textures=(),
                kinds=e.kinds,
                size=e.size,
            )
        )
        progress(k + 1, total)
    (out / "assets.json").write_text(json.dumps([asdict(a) for a in assets], indent=1))
    (out / "dropped.json").write_text(json.dumps(dropped, indent=1))
    return assets


def load_assets(folder: Path) -> list[Asset]:
    """Reads ``assets.json`` back.

    Raises:
        FileNotFoundError: step 1 has not run; the message names the command.
    """
    path = folder / "assets.json"
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing: run 'python -m bozzetto.foundry assets --out {folder}' first")
    return [Asset(**with_tuples(row)) for row in json.loads(path.read_text())]
