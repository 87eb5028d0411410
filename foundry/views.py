"""Step 2, ``render``: each object from many cameras, as buffers that leave light, background and tint to the training.

A view is 64 x 64 pixels of 8 bytes: albedo (3), normal in the camera frame (3, int8 stored +128), alpha, paint (how
much of the pixel belongs to the object's main colour, which a colour word may re-tint). Values are averages over the
covered part of the pixel. Cameras: the prior's (fovy 40 degrees, distance 1 / sin 20 degrees). Transparent surfaces
are composited front to back.
"""

from __future__ import annotations

import json
import math
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import numpy as np

from bozzetto.atomic import atomic_file
from bozzetto.foundry.assets import load_assets, load_mesh
from bozzetto.foundry.wavefront import Wavefront
from bozzetto.sds.tint import PAINT_DISTANCE, main_colour

FOVY = math.radians(40)
DISTANCE = 1 / math.sin(FOVY / 2)
VIEW_PIXELS = 64
SUPERSAMPLE = 3
LAYERS = 6
CHANNELS = 8
TRUTH_VIEWS = 8
"""The last views of every object are the held-out ones: azimuth k * 45 degrees, elevation 10 and 30 in turn."""


def camera_frame(azimuth: float, elevation: float) -> tuple[np.ndarray, np.ndarray]:
    """Camera position [3] and rotation [3, 3] whose columns are right, up, backward (OpenGL c2w)."""
    sin_a, cos_a, sin_e, cos_e = math.sin(azimuth), math.cos(azimuth), math.sin(elevation), math.cos(elevation)
    back = np.array([sin_a * cos_e, sin_e, cos_a * cos_e])
    right = np.array([cos_a, 0.0, -sin_a])
    return back * DISTANCE, np.stack([right, np.cross(back, right), back], 1)


class Scene:
    """A mesh in an Embree scene, and the albedo, opacity and normal of its surface points."""

    def __init__(self, mesh: Wavefront) -> None:
        try:
            from embreex.mesh_construction import TriangleMesh
            from embreex.rtcore_scene import EmbreeScene
        except ImportError as error:
            raise ImportError("rendering training views needs embreex: pip install 'bozzetto[foundry]'") from error
        self.mesh = mesh
        self.triangles = np.ascontiguousarray(mesh.vertices[mesh.faces], np.float32)
        edge1, edge2 = self.triangles[:, 1] - self.triangles[:, 0], self.triangles[:, 2] - self.triangles[:, 0]
        cross = np.cross(edge1, edge2)
        self.face_normals = cross / np.maximum(np.linalg.norm(cross, axis=1, keepdims=True), 1e-20)
        self.diffuse = np.asarray([m.diffuse for m in mesh.materials], np.float32)
        self.opacity = np.asarray([m.opacity for m in mesh.materials], np.float32)
        self.embree = EmbreeScene()
        self._keep = TriangleMesh(self.embree, self.triangles)

    def surface(self, face: np.ndarray, points: np.ndarray, directions: np.ndarray) -> tuple[np.ndarray, ...]:
        """Albedo [N, 3], opacity [N] and two-sided unit normal [N, 3] at points [N, 3] of faces [N]."""
        mesh = self.mesh
        a, b, c = (self.triangles[face, k] for k in range(3))
        v0, v1, v2 = b - a, c - a, points - a
        d00, d01, d11 = (v0 * v0).sum(1), (v0 * v1).sum(1), (v1 * v1).sum(1)
        d20, d21 = (v2 * v0).sum(1), (v2 * v1).sum(1)
        det = d00 * d11 - d01 * d01
        det = np.where(np.abs(det) < 1e-20, 1e-20, det)
        v, w = (d11 * d20 - d01 * d21) / det, (d00 * d21 - d01 * d20) / det
        bary = np.stack([1 - v - w, v, w], 1).clip(0, 1)
        material = mesh.face_materials[face]
        albedo, opacity = self.diffuse[material].copy(), self.opacity[material].copy()
        for k in np.unique(material):
            texture = mesh.materials[k].texture
            if texture is None:
                continue
            chosen = np.flatnonzero(material == k)
            index = mesh.face_uvs[face[chosen]]
            ok = ((index >= 0) & (index < len(mesh.uvs))).all(1)
            chosen, index = chosen[ok], index[ok]
            uv = np.nan_to_num((mesh.uvs[index] * bary[chosen][..., None]).sum(1))
            height, width = texture.shape[:2]
            x = (np.floor((uv[:, 0] % 1) * width).astype(int)) % width
            y = (np.floor((1 - uv[:, 1] % 1) * height).astype(int)) % height
            texel = texture[y, x].astype(np.float32) / 255
            albedo[chosen] = texel[:, :3]
            opacity[chosen] *= texel[:, 3]
        normal = self.face_normals[face].copy()
        if len(mesh.normals):
            index = mesh.face_normals[face]
            ok = ((index >= 0) & (index < len(mesh.normals))).all(1)
            smooth = (mesh.normals[np.where(ok[:, None], index, 0)] * bary[..., None]).sum(1)
            length = np.linalg.norm(smooth, axis=1)
            ok &= length > 1e-6
            normal[ok] = smooth[ok] / length[ok, None]
        normal[(normal * directions).sum(1) > 0] *= -1
        return albedo, opacity, normal

    def trace(
        self,
        azimuth: float,
        elevation: float,
        size: int,
        supersample: int,
        zoom: float = 1.0,
        center: tuple[float, float] = (0.0, 0.0),
    ) -> tuple[np.ndarray, ...]:
        """Front-to-back composite of one view, N = (size * supersample)^2 rays, row-major from the top left.

        ``zoom`` and ``center`` choose a window of the image: NDC p of the window is at center + p / zoom.

        Returns:
            per layer albedo [L, N, 3], normal in the camera frame [L, N, 3], weight [L, N].
        """
        origin, rotation = camera_frame(azimuth, elevation)
        n = size * supersample
        grid = (np.arange(n) + 0.5) / n * 2 - 1
        x, y = np.meshgrid(center[0] + grid / zoom, center[1] - grid / zoom)
        x, y = x * math.tan(FOVY / 2), y * math.tan(FOVY / 2)
        directions = np.stack([x, y, -np.ones_like(x)], -1).reshape(-1, 3) @ rotation.T
        directions = np.ascontiguousarray(directions / np.linalg.norm(directions, axis=1, keepdims=True), np.float32)
        origins = np.broadcast_to(origin.astype(np.float32), directions.shape).copy()
        albedo = np.zeros((LAYERS, n * n, 3), np.float32)
        normals = np.zeros((LAYERS, n * n, 3), np.float32)
        weights = np.zeros((LAYERS, n * n), np.float32)
        light = np.ones(n * n, np.float32)
        active = np.arange(n * n)
        for layer in range(LAYERS):
            if not len(active):
                break
            hit = self.embree.run(
                np.ascontiguousarray(origins[active]), np.ascontiguousarray(directions[active]), output=True, dists=None
            )
            hit_mask = hit["primID"] >= 0
            active, face, distance = active[hit_mask], hit["primID"][hit_mask], hit["tfar"][hit_mask]
            if not len(active):
                break
            points = origins[active] + directions[active] * distance[:, None]
            colour, opacity, normal = self.surface(face, points, directions[active])
            albedo[layer, active], normals[layer, active] = colour, normal @ rotation
            weights[layer, active] = light[active] * opacity
            light[active] *= 1 - opacity
            origins[active] = points + directions[active] * 1e-3
            active = active[light[active] > 0.02]
        return albedo, normals, weights

    def main_colour(self) -> tuple[np.ndarray, float]:
        """The commonest visible colour [3], and the share of the visible surface within PAINT_DISTANCE of it."""
        samples, shares = [], []
        for k in range(8):
            albedo, _, weights = self.trace(k * math.pi / 4, math.radians(20), 48, 1)
            samples.append(albedo.reshape(-1, 3))
            shares.append(weights.reshape(-1))
        return main_colour(np.concatenate(samples), np.concatenate(shares))

    def buffers(
        self,
        azimuth: float,
        elevation: float,
        paint: np.ndarray,
        size: int = VIEW_PIXELS,
        zoom: float = 1.0,
        center: tuple[float, float] = (0.0, 0.0),
    ) -> np.ndarray:
        """One view as uint8 [size, size, 8]; see the module's text, and ``trace`` for the window."""
        albedo, normals, weights = self.trace(azimuth, elevation, size, SUPERSAMPLE, zoom, center)
        paints = np.linalg.norm(albedo - paint, axis=-1) < PAINT_DISTANCE
        layers = [albedo, normals, np.ones_like(weights)[..., None], paints[..., None]]
        stack = np.concatenate(layers, -1) * weights[..., None]
        image = stack.sum(0).reshape(size, SUPERSAMPLE, size, SUPERSAMPLE, CHANNELS).mean((1, 3))
        alpha = np.maximum(image[..., 6:7], 1e-6)
        image[..., :6] /= alpha
        image[..., 7:] /= alpha
        image[..., 3:6] = image[..., 3:6] * (127 / 255) + 128 / 255
        return (image.clip(0, 1) * 255 + 0.5).astype(np.uint8)


def cameras_of(index: int, views: int, seed: int) -> np.ndarray:
    """Azimuth and elevation (radians) [views, 2] of object ``index``.

    Azimuths are stratified, elevations uniform in the sine between -15 and 65 degrees; the last TRUTH_VIEWS are the
    held-out ones.
    """
    generator = np.random.default_rng([seed, index])
    n = views - TRUTH_VIEWS
    azimuth = (np.arange(n) + generator.random(n)) * 2 * math.pi / n
    low, high = math.sin(math.radians(-15)), math.sin(math.radians(65))
    elevation = np.arcsin(low + (high - low) * generator.permutation((np.arange(n) + generator.random(n)) / n))
    truth = np.arange(TRUTH_VIEWS)
    azimuth = np.concatenate([azimuth, truth * 2 * math.pi / TRUTH_VIEWS])
    elevation = np.concatenate([elevation, np.radians(np.where(truth % 2, 30, 10))])
    return np.stack([azimuth, elevation], 1).astype(np.float32)


def _render_object(job: tuple[Path, int, int, int]) -> None:
    """Renders an object into its part, which is there whole or not at all."""
    folder, index, views, seed = job
    scene = Scene(load_mesh(folder / "meshes" / f"{index:03d}.npz"))
    colour, share = scene.main_colour()
    cameras = cameras_of(index, views, seed)
    images = np.stack([scene.buffers(float(a), float(e), colour) for a, e in cameras])
    part = folder / "parts" / f"{index:03d}.npz"
    with atomic_file(part) as file:
        np.savez(file, images=images, cameras=cameras, colour=colour, share=share)


def render_views(
    folder: Path,
    views: int = 136,
    seed: int = 0,
    workers: int = 2,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Renders every asset in ``folder``.

    Writes ``views.npy`` uint8 [O, views, 64, 64, 8], ``cameras.npy`` float32 [O, views, 2] (radians) and ``paint.json``
    (main colour and its visible share).

    Objects that are already there (``parts/NNN.npz``) are not rendered again, so an interrupted call goes on where it
    stopped.

    Raises:
        BrokenProcessPool: a worker died.
    """
    assets = load_assets(folder)
    parts = folder / "parts"
    parts.mkdir(exist_ok=True)
    todo = [(folder, k, views, seed) for k in range(len(assets)) if not (parts / f"{k:03d}.npz").is_file()]
    # Unlike a `multiprocessing.Pool`, this raises where a worker dies (for want of memory), and does not wait for it.
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        try:
            for n, done in enumerate(as_completed([pool.submit(_render_object, job) for job in todo])):
                done.result()
                progress(len(assets) - len(todo) + n + 1, len(assets))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    stack = np.lib.format.open_memmap(
        folder / "views.npy", mode="w+", dtype=np.uint8, shape=(len(assets), views, VIEW_PIXELS, VIEW_PIXELS, CHANNELS)
    )
    cameras_all, paint = [], []
    for k in range(len(assets)):
        with np.load(parts / f"{k:03d}.npz") as part:
            stack[k] = part["images"]
            cameras_all.append(part["cameras"])
            paint.append({"colour": [float(c) for c in part["colour"]], "share": float(part["share"])})
    stack.flush()
    np.save(folder / "cameras.npy", np.stack(cameras_all))
    (folder / "paint.json").write_text(json.dumps(paint))
