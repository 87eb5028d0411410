"""Reads Wavefront OBJ + MTL out of a zip library, with what the furniture libraries need and common readers drop:
negative
indices, ``d``/``Tr``, line continuations, texture names in the wrong case. Indices are -1 where a corner has none."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, UnidentifiedImageError

TEXTURE_LIMIT = 256
"""Textures are reduced (box filter) to this many pixels a side: a 64-pixel view samples no finer."""


@dataclass(frozen=True)
class Material:
    """Diffuse colour [3] and opacity in [0, 1]; ``texture`` uint8 [H, W, 4] or None."""

    name: str
    diffuse: tuple[float, float, float] = (0.7, 0.7, 0.7)
    opacity: float = 1.0
    texture: np.ndarray | None = None


@dataclass(frozen=True)
class Wavefront:
    """A triangulated OBJ: vertices [V, 3], uvs [T, 2], normals [M, 3]; indices of each [F, 3]; material [F]."""

    vertices: np.ndarray
    uvs: np.ndarray
    normals: np.ndarray
    faces: np.ndarray
    face_uvs: np.ndarray
    face_normals: np.ndarray
    face_materials: np.ndarray
    materials: list[Material]
    missing: list[str] = field(default_factory=list)


def _floats(words: list[str], n: int) -> list[float] | None:
    try:
        return [float(w) for w in words[:n]] if len(words) >= n else None
    except ValueError:
        return None


def _find(names: dict[str, str], folder: str, name: str) -> str | None:
    name = name.replace("\\", "/").strip()
    for candidate in (name, posixpath.basename(name), name.split()[-1] if name else name):
        path = posixpath.normpath(posixpath.join(folder, candidate)).lower()
        if path in names:
            return names[path]
    return None


def _texture(archive: zipfile.ZipFile, path: str) -> np.ndarray | None:
    try:
        image = Image.open(io.BytesIO(archive.read(path))).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError):
        return None
    scale = TEXTURE_LIMIT / max(image.size)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.BOX)
    return np.asarray(image, np.uint8)


def _materials(archive: zipfile.ZipFile, names: dict[str, str], path: str, missing: list[str]) -> dict[str, Material]:
    raw: dict[str, dict] = {}
    current: dict | None = None
    for line in archive.read(path).decode("latin-1").splitlines():
        words = line.split()
        if not words:
            continue
        key, rest = words[0], words[1:]
        if key == "newmtl":
            current = raw.setdefault(" ".join(rest), {})
        elif current is None:
            continue
        elif key == "Kd" and (value := _floats(rest, 3)):
            current["diffuse"] = tuple(min(max(v, 0.0), 1.0) for v in value)
        elif key == "d" and (value := _floats(rest[-1:], 1)):
            current["opacity"] = min(max(value[0], 0.0), 1.0)
        elif key == "Tr" and (value := _floats(rest[-1:], 1)):
            current["opacity"] = min(max(1 - value[0], 0.0), 1.0)
        elif key == "map_Kd":
            current["map"] = line.strip()[len("map_Kd") :].strip()
    out = {}
    for name, values in raw.items():
        if name_map := values.pop("map", None):
            member = _find(names, posixpath.dirname(path), name_map)
            values["texture"] = _texture(archive, member) if member else None
            if values["texture"] is None:
                missing.append(name_map)
        out[name] = Material(name, **values)
    return out


def read_wavefront(archive: zipfile.ZipFile, path: str) -> Wavefront:
    """Reads one OBJ of an open zip archive.

    Args:
        archive: the open library.
        path: the member's name.
    Returns:
        the mesh, in the file's own frame and units.
    Raises:
        KeyError: no such member. ValueError: the file has no faces.
    """
    names = {n.lower(): n for n in archive.namelist()}
    folder = posixpath.dirname(path)
    vertices: list[list[float]] = []
    uvs: list[list[float]] = []
    normals: list[list[float]] = []
    corners: list[tuple[int, ...]] = []
    owners: list[int] = []
    library: dict[str, Material] = {}
    used: dict[str, int] = {}
    missing: list[str] = []
    current = -1
    text = archive.read(path).decode("latin-1").replace("\\\r\n", " ").replace("\\\n", " ")
    for line in text.splitlines():
        head = line[:2]
        if head == "v ":
            vertices.append([float(w) for w in line.split()[1:4]])
        elif head == "vt":
            uvs.append([float(w) for w in line.split()[1:3]])
        elif head == "vn":
            normals.append([float(w) for w in line.split()[1:4]])
        elif head == "f ":
            polygon = []
            for word in line.split()[1:]:
                index = []
                for part, size in zip((word + "//").split("/"), (len(vertices), len(uvs), len(normals)), strict=False):
                    i = int(part) if part else 0
                    index.append(i - 1 if i > 0 else size + i if i < 0 else -1)
                polygon.append(index)
            if current < 0:
                current = used.setdefault("", 0)
            for k in range(1, len(polygon) - 1):
                a, b, c = polygon[0], polygon[k], polygon[k + 1]
                corners.append((a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]))
                owners.append(current)
        elif line.startswith("mtllib"):
            if member := _find(names, folder, line[6:].strip()):
                library.update(_materials(archive, names, member, missing))
        elif line.startswith("usemtl"):
            current = used.setdefault(line[6:].strip(), len(used))
    if not corners:
        raise ValueError(f"{path} has no faces")
    table: np.ndarray = np.asarray(corners, np.int32).reshape(-1, 3, 3)
    return Wavefront(
        vertices=np.asarray(vertices, np.float64).reshape(-1, 3),
        uvs=np.asarray(uvs, np.float32).reshape(-1, 2),
        normals=np.asarray(normals, np.float32).reshape(-1, 3),
        faces=table[:, 0],
        face_uvs=table[:, 1],
        face_normals=table[:, 2],
        face_materials=np.asarray(owners, np.int32),
        materials=[library.get(name, Material(name)) for name in used],
        missing=missing,
    )
