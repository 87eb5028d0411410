"""A quad-dominant version of a surface, for those who subdivide, sculpt or rig it.

Instant Meshes (Jakob et al. 2015, "Instant Field-Aligned Meshes", ACM TOG 34(6)), by the package `pyinstantmeshes`. It
runs in a process of its own, which is stopped when it takes too long, and whose fall leaves ours standing.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import Float, Int32

from bozzetto.atomic import write_bytes
from bozzetto.export.files.materials import GENERATOR
from bozzetto.export.mesh.clean import merge_and_prune
from bozzetto.export.mesh.mesh import Array, Mesh
from bozzetto.export.texture.sampling import mesh_color_fn

MIN_FACES, MAX_FACES = 50, 200_000
"""Faces that can be asked for."""
REMESH_TIME_LIMIT = 120.0
"""Seconds."""
_CHILD = (
    "import sys, pyinstantmeshes as m; "
    "m.remesh_file(sys.argv[1], sys.argv[2], target_face_count=int(sys.argv[3]), deterministic=True, "
    "extrinsic=True, crease_angle=20.0)"
)
# Extrinsic smoothing and creases keep edges sharp: a box of 1,500 quads is off by 0.001 % of the diagonal on average,
# else by 0.058 %.


class QuadsMissingError(ImportError):
    """The package that makes quads is not installed."""


@dataclass(frozen=True)
class QuadMesh:
    """Polygons of three and four corners."""

    mesh: Mesh
    """Its triangles: each quad split along its shorter diagonal. Vertices and colours are the polygons' own."""
    quads: Int32[np.ndarray, "q 4"]
    """[Q, 4] int32, counter-clockwise from outside."""
    triangles: Int32[np.ndarray, "t 3"]
    """[T, 3] int32, the same."""

    @property
    def share(self) -> float:
        """Quads over all polygons."""
        return len(self.quads) / max(1, len(self.quads) + len(self.triangles))


def quads_available() -> bool:
    """Whether the package is installed."""
    return importlib.util.find_spec("pyinstantmeshes") is not None


def check_quads(faces: int) -> None:
    """Raises unless so many quads can be made.

    Raises:
        ValueError: the number is out of [MIN_FACES, MAX_FACES].
        QuadsMissingError: the package is absent; the message says how to install it.
    """
    if not MIN_FACES <= faces <= MAX_FACES:
        raise ValueError(f"quads must be {MIN_FACES} to {MAX_FACES:,} faces, got {faces:,}")
    if not quads_available():
        raise QuadsMissingError("quads need pyinstantmeshes: pip install 'bozzetto[quads]' (Python 3.11 or later)")


def quad_dominant(
    mesh: Mesh, faces: int, source: Mesh | None = None, time_limit: float = REMESH_TIME_LIMIT
) -> QuadMesh:
    """Remeshes a surface into about `faces` polygons, nearly all of them quads that follow its curvature.

    Args:
        mesh: the surface, best as it was before simplification; seams are welded.
        faces: how many, MIN_FACES to MAX_FACES; the library keeps to it within some per cent.
        source: gives the vertices their colours, by its texture or its vertex colours; None gives none.
        time_limit: seconds.

    Returns:
        The polygons. Where quads do not fit, fans of triangles stand round a vertex.

    Raises:
        ValueError: `faces` is out of range, or no polygons came out: the surface is too small or broken, or it took
            longer than the time limit.
        QuadsMissingError: the package is absent.
    """
    check_quads(faces)
    welded = merge_and_prune(Mesh(mesh.vertices, mesh.faces))
    with tempfile.TemporaryDirectory(prefix="bozzetto-quads-") as place:
        source_path, result_path = Path(place) / "surface.obj", Path(place) / "quads.obj"
        lines = ["v {:.9g} {:.9g} {:.9g}".format(*v) for v in welded.vertices.tolist()]
        lines += ["f {} {} {}".format(*f) for f in (welded.faces + 1).tolist()]
        source_path.write_text("\n".join(lines) + "\n")
        command = [sys.executable, "-c", _CHILD, str(source_path), str(result_path), str(faces)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=time_limit, check=False)
        except subprocess.TimeoutExpired:
            raise ValueError(f"no quads after {time_limit:g} s; ask for fewer, or for none") from None
        if done.returncode or not result_path.is_file():
            errors = done.stderr.decode(errors="replace").strip().splitlines()
            raise ValueError(f"no quads: {errors[-1] if errors else f'the remesher ended with {done.returncode}'}")
        vertices, quads, triangles = _read(result_path)
    if not len(quads):
        raise ValueError("no quads came out: the surface is too small or too broken for so many faces")
    whole = Mesh(vertices, np.concatenate([_split(vertices, quads), triangles]).astype(np.int32))
    if source is not None:
        colors = mesh_color_fn(source)(vertices)
        whole = replace(whole, colors=(np.clip(colors, 0, 1) * 255 + 0.5).astype(np.uint8))
    return QuadMesh(whole, quads, triangles)


def write_quads(
    quads: QuadMesh, vertices: Float[np.ndarray, "v 3"], path: Path, metadata: Mapping[str, Any] | None = None
) -> Path:
    """Writes the polygons as an OBJ, with vertex colours where there are any.

    Args:
        quads: the polygons.
        vertices: [V, 3], where their vertices stand in the file's frame.
        path: of the OBJ; its folder must exist.
        metadata: goes to a comment, as JSON.

    Raises:
        OSError: it cannot be written.
    """
    lines = [f"# {GENERATOR} {json.dumps(dict(metadata or {}), allow_nan=False)}", "o object"]
    rows = vertices.tolist()
    if quads.mesh.colors is not None:
        rows = [[*v, *c] for v, c in zip(rows, (quads.mesh.colors / 255.0).tolist(), strict=True)]
    lines += ["v " + " ".join(f"{x:.7g}" for x in row) for row in rows]
    for polygons in (quads.quads, quads.triangles):
        lines += ["f " + " ".join(str(i) for i in face) for face in (polygons + 1).tolist()]
    write_bytes(path, ("\n".join(lines) + "\n").encode())
    return path


def _read(path: Path) -> tuple[Array, Array, Array]:
    """Vertices [V, 3] float32, quads [Q, 4] and triangles [T, 3] int32 of an OBJ of positions and faces."""
    vertices: list[list[float]] = []
    quads: list[list[int]] = []
    triangles: list[list[int]] = []
    for line in path.read_text().splitlines():
        key, *words = line.split() or [""]
        if key == "v":
            vertices.append([float(word) for word in words[:3]])
        elif key == "f":
            corners = [int(word.split("/")[0]) - 1 for word in words]
            if len(corners) == 4:
                quads.append(corners)
            else:  # a pentagon or more becomes a fan
                triangles += [[corners[0], b, c] for b, c in zip(corners[1:], corners[2:], strict=False)]
    return (
        np.array(vertices, np.float32).reshape(-1, 3),
        np.array(quads, np.int32).reshape(-1, 4),
        np.array(triangles, np.int32).reshape(-1, 3),
    )


def _split(vertices: Array, quads: Array) -> Array:
    """Two triangles for each quad, [2 Q, 3], along the shorter diagonal."""
    a, b, c, d = (vertices[quads[:, k]] for k in range(4))
    first = np.linalg.norm(a - c, axis=1) <= np.linalg.norm(b - d, axis=1)
    along = np.where(first[:, None], quads[:, [0, 1, 2]], quads[:, [0, 1, 3]])
    other = np.where(first[:, None], quads[:, [0, 2, 3]], quads[:, [1, 2, 3]])
    return np.concatenate([along, other])
