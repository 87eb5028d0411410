"""UV atlases: xatlas with a time limit, then box projection, and at the last a cell for each face."""

from __future__ import annotations

import logging
import math
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from bozzetto.export.mesh.mesh import Array, Mesh, face_normals, vertex_normals
from bozzetto.kernels import kernel

logger = logging.getLogger(__name__)

PACKED_SIZE = 1024


@dataclass(frozen=True)
class Unwrap:
    """A mesh with an atlas."""

    mesh: Mesh
    """Vertices are split along seams."""
    method: str
    """`xatlas`, `box` or `cells`."""
    n_charts: int
    utilisation: float
    """Share of the texture's texels whose centre lies in a chart, in [0, 1]."""
    overlap: float
    """Share of the covered texels that lie in two charts or more; 0 is right."""
    note: str
    """Why xatlas was not used, or empty."""


def unwrap(mesh: Mesh, texture_size: int, *, padding: int = 2, time_limit: float = 30.0) -> Unwrap:
    """Lays a mesh out on a square texture.

    Args:
        mesh: positions and faces, already simplified; xatlas slows down steeply with faces.
        texture_size: texels along a side.
        padding: texels between charts.
        time_limit: seconds for xatlas; 0 goes straight to box projection.

    Returns:
        The mesh with `uv` and `normals`, and the atlas's measures.

    Raises:
        ValueError: the mesh has no faces, or more than the texture has room for.
    """
    if len(mesh.faces) == 0:
        raise ValueError("cannot unwrap a mesh without faces")
    note = "time limit is 0"
    if time_limit > 0:
        try:
            return _unwrap_xatlas(mesh, texture_size, padding, time_limit)
        except subprocess.TimeoutExpired:
            note = f"xatlas did not finish in {time_limit:.0f} s"
        except (subprocess.CalledProcessError, OSError, RuntimeError) as error:
            note = f"xatlas failed: {error}"
        logger.warning("%s; using box projection", note)
    try:
        return replace(unwrap_box(mesh, texture_size, padding=padding), note=note)
    except ValueError as error:
        logger.warning("box projection: %s; giving each face a cell of its own", error)
        return replace(unwrap_cells(mesh, texture_size), note=f"{note}; box projection: {error}")


def _unwrap_xatlas(mesh: Mesh, texture_size: int, padding: int, time_limit: float) -> Unwrap:
    normals = _normals(mesh)
    # Packing takes time with the area in texels; on a coarser raster the charts lie nearly as close.
    packed_size = min(texture_size, PACKED_SIZE)
    padding = math.ceil(padding * packed_size / texture_size)
    with tempfile.TemporaryDirectory(prefix="unwrap-") as folder:
        source, target = Path(folder, "in.npz"), Path(folder, "out.npz")
        np.savez(
            source, vertices=mesh.vertices.astype(np.float32), faces=mesh.faces.astype(np.uint32), normals=normals,
            resolution=packed_size, padding=padding,
        )  # fmt: skip
        worker = Path(__file__).with_name("unwrap_worker.py")
        done = subprocess.run(
            [sys.executable, str(worker), str(source), str(target)],
            timeout=time_limit, capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode != 0:
            last = (done.stderr or "").strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
            raise RuntimeError(last[0])
        with np.load(target) as data:
            mapping, corners, uv = data["mapping"], data["faces"], data["uv"]
            n_charts, n_atlases = int(data["n_charts"]), int(data["n_atlases"])
    if n_atlases != 1 or len(corners) != len(mesh.faces) or not np.isfinite(uv).all():
        raise RuntimeError(f"{n_atlases} atlases, {len(corners)} of {len(mesh.faces)} faces")
    unwrapped = Mesh(
        np.ascontiguousarray(mesh.vertices[mapping], np.float32),
        np.ascontiguousarray(corners, np.int32),
        np.clip(uv, 0.0, 1.0).astype(np.float32),
        normals[mapping],
    )
    utilisation, overlap = atlas_coverage(unwrapped, texture_size)
    return Unwrap(unwrapped, "xatlas", n_charts, utilisation, overlap, "")


def unwrap_box(mesh: Mesh, texture_size: int, *, padding: int = 2) -> Unwrap:
    """Box projection: connected faces that look along the same axis make a chart, packed on shelves.

    Where a chart folds over itself, the faces that hide each other move to charts of their own.

    Args:
        mesh: positions and faces.
        texture_size: texels along a side.
        padding: texels between charts.

    Returns:
        The mesh with `uv` and `normals`.

    Raises:
        ValueError: there are more charts than the texture has room for.
    """
    directions = face_normals(mesh.vertices, mesh.faces)
    axis = np.argmax(np.abs(directions), axis=1)
    side = axis * 2 + (directions[np.arange(len(axis)), axis] < 0)
    # Two in-plane axes, ordered so that charts are not mirrored.
    across = np.array([[1, 2], [2, 1], [2, 0], [0, 2], [0, 1], [1, 0]])[side]
    corners = mesh.vertices[mesh.faces]
    flat = np.stack(
        [np.take_along_axis(corners, across[:, None, [k]].repeat(3, 1), axis=2)[..., 0] for k in (0, 1)], axis=-1
    ).astype(np.float64)

    # Finer than the texels, for charts never fill the texture.
    cell = math.sqrt(float(np.abs(_doubled_areas(flat)).sum()) / 2) / texture_size
    chart = _chart_labels(mesh.faces, side, len(mesh.vertices))
    for attempt in range(5):
        hidden = _overlapped(flat, chart, cell)
        if not hidden.any():
            break
        fresh = chart.max() + 1
        if attempt == 4:
            chart[hidden] = fresh + np.arange(int(hidden.sum()))
        else:
            parts = _chart_labels(mesh.faces[hidden], chart[hidden], len(mesh.vertices))
            chart[hidden] = fresh + parts
        _, chart = np.unique(chart, return_inverse=True)

    n_charts = int(chart.max()) + 1
    low = np.full((n_charts, 2), np.inf)
    high = np.full((n_charts, 2), -np.inf)
    np.minimum.at(low, chart, flat.min(axis=1))
    np.maximum.at(high, chart, flat.max(axis=1))
    offset, scale = np.zeros_like(low), 0.0
    # Thousands of charts on a small texture leave no room between them.
    for gap in (padding, 1, 0):
        offset, scale = _pack_shelves(high - low, texture_size, gap)
        if scale > 0:
            break
    if scale == 0:
        raise ValueError(f"{n_charts} charts do not fit on a texture of {texture_size} texels: choose a larger one")
    placed = (flat - low[chart][:, None]) * scale + offset[chart][:, None]
    corner_uv = (placed / texture_size).reshape(-1, 2)

    keys = mesh.faces.reshape(-1).astype(np.int64) * n_charts + np.repeat(chart, 3)
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    source = mesh.faces.reshape(-1)[first]
    unwrapped = Mesh(
        mesh.vertices[source].astype(np.float32),
        inverse.reshape(-1, 3).astype(np.int32),
        np.clip(corner_uv[first], 0.0, 1.0).astype(np.float32),
        _normals(mesh)[source],
    )
    utilisation, overlap = atlas_coverage(unwrapped, texture_size)
    return Unwrap(unwrapped, "box", n_charts, utilisation, overlap, "")


def unwrap_cells(mesh: Mesh, texture_size: int) -> Unwrap:
    """Two faces to each cell of a square grid: seams everywhere, and nothing that could fail.

    Args:
        mesh: positions and faces.
        texture_size: texels along a side.

    Returns:
        The mesh with `uv` and `normals`.

    Raises:
        ValueError: a cell would be less than four texels wide.
    """
    n_faces = len(mesh.faces)
    across = math.ceil(math.sqrt(math.ceil(n_faces / 2)))
    cell = texture_size // max(across, 1)
    if cell < 4:
        raise ValueError(
            f"{n_faces} faces do not fit on a texture of {texture_size} texels: choose fewer faces or a larger texture"
        )
    number = np.arange(n_faces) // 2
    origin = np.stack([number % across, number // across], axis=1) * float(cell)
    low, high = 0.5, cell - 1.5
    # A texel and a half between the two of a cell, so that no texel has its centre in both.
    lower = np.array([[low, low], [high - 1.0, low], [low, high - 1.0]])
    upper = np.array([[high + 0.5, high + 0.5], [low + 1.5, high + 0.5], [high + 0.5, low + 1.5]])
    flat = np.where((np.arange(n_faces) % 2 == 0)[:, None, None], lower, upper) + origin[:, None]
    index = mesh.faces.reshape(-1)
    unwrapped = Mesh(
        mesh.vertices[index].astype(np.float32),
        np.arange(3 * n_faces, dtype=np.int32).reshape(-1, 3),
        (flat.reshape(-1, 2) / texture_size).astype(np.float32),
        _normals(mesh)[index],
    )
    utilisation, overlap = atlas_coverage(unwrapped, texture_size)
    return Unwrap(unwrapped, "cells", n_faces, utilisation, overlap, "")


@dataclass(frozen=True)
class UvFigures:
    """How good an atlas is."""

    utilisation: float
    """Share of the texels whose centre lies in a face, in [0, 1]."""
    overlap: float
    """Share of the covered texels that lie in two faces; 0 is right."""
    stretch: float
    """L2 stretch (Sander et al. 2001, eq. 3), scaled so that an atlas without distortion has 1."""
    stretch_worst: float
    """How far apart texels get, on the same scale: the largest singular value that 99 % of the area stays below."""
    texels_per_metre: float
    """Mean over the area."""
    density_spread: float
    """Texel density below which 5 % of the area lies, over that above which 5 % lies; 1 is even."""
    flat_faces: int
    """Faces with an area whose uv have none: their texture is one colour."""
    mirrored_faces: int
    """Faces whose uv run clockwise."""


def uv_figures(mesh: Mesh, texture_size: int) -> UvFigures:
    """Measures an atlas.

    Args:
        mesh: with `uv`.
        texture_size: texels along a side.
    """
    if mesh.uv is None:
        raise ValueError("the mesh has no uv: unwrap it first")
    corners, flat = mesh.vertices[mesh.faces].astype(np.float64), mesh.uv[mesh.faces].astype(np.float64)
    e1, e2 = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    doubled = _doubled_areas(flat)
    area, plane = np.linalg.norm(np.cross(e1, e2), axis=1) / 2, doubled / 2
    # Of the map from the atlas to space: its derivatives, then the singular values of those.
    safe = np.where(doubled != 0, doubled, 1.0)[:, None]
    d1, d2 = flat[:, 1] - flat[:, 0], flat[:, 2] - flat[:, 0]
    du, dv = (d2[:, 1:] * e1 - d1[:, 1:] * e2) / safe, (d1[:, :1] * e2 - d2[:, :1] * e1) / safe
    a, b, c = (du * du).sum(1), (du * dv).sum(1), (dv * dv).sum(1)
    root = np.sqrt((a - c) ** 2 + 4 * b**2)
    good = (np.abs(plane) > 1e-14) & (area > 0)
    flat_faces = int(((np.abs(plane) <= 1e-14) & (area > 1e-14)).sum())
    utilisation, overlap = atlas_coverage(mesh, texture_size)
    if not good.any():
        return UvFigures(utilisation, overlap, math.inf, math.inf, 0.0, 0.0, flat_faces, int((plane < 0).sum()))
    weights, scale = area[good], math.sqrt(float(np.abs(plane[good]).sum() / area[good].sum()))
    stretch = math.sqrt(float((((a + c) / 2)[good] * weights).sum() / weights.sum())) * scale
    largest = np.sqrt((a + c + root)[good] / 2) * scale
    density = np.sqrt(np.abs(plane[good]) / weights) * texture_size

    def share(values: Array, part: float) -> float:
        order = np.argsort(values)
        total = np.cumsum(weights[order])
        return float(values[order][min(np.searchsorted(total, part * total[-1]), len(order) - 1)])

    return UvFigures(
        utilisation=utilisation,
        overlap=overlap,
        stretch=stretch,
        stretch_worst=share(largest, 0.99),
        texels_per_metre=float((density * weights).sum() / weights.sum()),
        density_spread=share(density, 0.05) / max(share(density, 0.95), 1e-30),
        flat_faces=flat_faces,
        mirrored_faces=int((plane < 0).sum()),
    )


def atlas_coverage(mesh: Mesh, texture_size: int) -> tuple[float, float]:
    """How much of a texture an atlas covers, once and more than once.

    Args:
        mesh: with `uv`.
        texture_size: texels along a side.

    Returns:
        Share of texels whose centre is strictly inside a face, and share of those that are strictly inside two.
    """
    if mesh.uv is None:
        raise ValueError("the mesh has no uv")
    counts = np.zeros((texture_size, texture_size), np.uint16)
    _count_cover(np.ascontiguousarray(mesh.uv[mesh.faces], np.float64) * texture_size, counts)
    covered = int((counts > 0).sum())
    return covered / counts.size, (int((counts > 1).sum()) / covered if covered else 0.0)


def _normals(mesh: Mesh) -> Array:
    """The mesh's own normals, which may have creases, or smooth ones."""
    return mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)


def _chart_labels(faces: Array, key: Array, n_vertices: int) -> Array:
    """Connected groups, across edges, of faces that have the same key."""
    start = faces.reshape(-1).astype(np.int64)
    end = faces[:, [1, 2, 0]].reshape(-1).astype(np.int64)
    edge = np.minimum(start, end) * n_vertices + np.maximum(start, end)
    of_face = np.repeat(np.arange(len(faces)), 3)
    order = np.argsort(edge, kind="stable")
    same = edge[order][1:] == edge[order][:-1]
    left, right = of_face[order][:-1][same], of_face[order][1:][same]
    joined = key[left] == key[right]
    graph = coo_matrix((np.ones(joined.sum()), (left[joined], right[joined])), shape=(len(faces), len(faces)))
    part: Array = connected_components(graph, directed=False)[1].astype(np.int64)
    return part


def _overlapped(flat: Array, chart: Array, cell: float) -> Array:
    """Faces that cover a place of their own chart's plane which an earlier face of the chart covers already."""
    n_charts = int(chart.max()) + 1
    low = np.full((n_charts, 2), np.inf)
    high = np.full((n_charts, 2), -np.inf)
    np.minimum.at(low, chart, flat.min(axis=1))
    np.maximum.at(high, chart, flat.max(axis=1))
    # A chart may be long and thin across both axes: its raster is bounded.
    cell = max(cell, float((high - low).max()) / 4096)
    size = np.ceil((high - low) / cell).astype(np.int64) + 1
    start = np.concatenate([[0], np.cumsum(size[:, 0] * size[:, 1])])
    local = (flat - low[chart][:, None]) / cell
    hidden: Array = _mark_hidden(local, chart, start, size, np.full(start[-1], -1, np.int32))
    return hidden


def _doubled_areas(flat: Array) -> Array:
    a, b = flat[:, 1] - flat[:, 0], flat[:, 2] - flat[:, 0]
    doubled: Array = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return doubled


def _pack_shelves(sizes: Array, texture_size: int, padding: int) -> tuple[Array, float]:
    """Packs rectangles on shelves at the largest scale that fits: [C, 2] texels, and texels per metre (0: none)."""
    order = np.argsort(-sizes[:, 1], kind="stable")
    low = 0.0
    high = (texture_size - 2 * padding) / max(float(sizes.max()), 1e-12)
    best = np.zeros_like(sizes)
    for _ in range(40):
        scale = (low + high) / 2
        spot, fits = _place(sizes[order] * scale, texture_size, padding)
        if fits:
            low = scale
            best[order] = spot
        else:
            high = scale
    return best, low


@kernel()
def _place(sizes, texture_size, padding):
    spot = np.zeros_like(sizes)
    x, y, shelf = float(padding), float(padding), 0.0
    for i in range(sizes.shape[0]):
        # Whole texels apart, so that padding is what it says.
        w, h = math.ceil(sizes[i, 0]), math.ceil(sizes[i, 1])
        if x + w + padding > texture_size:
            x = float(padding)
            y += shelf + padding
            shelf = 0.0
        if x + w + padding > texture_size or y + h + padding > texture_size:
            return spot, False
        spot[i, 0], spot[i, 1] = x, y
        x += w + padding
        shelf = max(shelf, h)
    return spot, True


@kernel()
def _strictly_inside(t, px, py):
    area = (t[1, 0] - t[0, 0]) * (t[2, 1] - t[0, 1]) - (t[1, 1] - t[0, 1]) * (t[2, 0] - t[0, 0])
    if area == 0.0:
        return False
    for k in range(3):
        m = (k + 1) % 3
        side = (t[m, 0] - t[k, 0]) * (py - t[k, 1]) - (t[m, 1] - t[k, 1]) * (px - t[k, 0])
        # A thousandth of a texel: what float32 coordinates round away on a shared edge.
        reach = math.hypot(t[m, 0] - t[k, 0], t[m, 1] - t[k, 1])
        if side * (1.0 if area > 0 else -1.0) <= 1e-3 * reach:
            return False
    return True


@kernel()
def _count_cover(corners, counts):
    height, width = counts.shape
    for f in range(corners.shape[0]):
        t = corners[f]
        x0 = max(0, int(math.floor(min(t[0, 0], min(t[1, 0], t[2, 0])))))
        x1 = min(width, int(math.ceil(max(t[0, 0], max(t[1, 0], t[2, 0])))))
        y0 = max(0, int(math.floor(min(t[0, 1], min(t[1, 1], t[2, 1])))))
        y1 = min(height, int(math.ceil(max(t[0, 1], max(t[1, 1], t[2, 1])))))
        for y in range(y0, y1):
            for x in range(x0, x1):
                if _strictly_inside(t, x + 0.5, y + 0.5):
                    counts[y, x] += 1


@kernel()
def _mark_hidden(local, chart, start, size, owner):
    hidden = np.zeros(local.shape[0], np.bool_)
    for f in range(local.shape[0]):
        t = local[f]
        c = chart[f]
        width = size[c, 0]
        x1 = int(math.ceil(max(t[0, 0], max(t[1, 0], t[2, 0]))))
        y1 = int(math.ceil(max(t[0, 1], max(t[1, 1], t[2, 1]))))
        x0, y0 = int(min(t[0, 0], min(t[1, 0], t[2, 0]))), int(min(t[0, 1], min(t[1, 1], t[2, 1])))
        for y in range(y0, y1):
            for x in range(x0, x1):
                if _strictly_inside(t, x + 0.5, y + 0.5) and owner[start[c] + y * width + x] >= 0:
                    hidden[f] = True
        if not hidden[f]:
            for y in range(y0, y1):
                for x in range(x0, x1):
                    if _strictly_inside(t, x + 0.5, y + 0.5):
                        owner[start[c] + y * width + x] = f
    return hidden
