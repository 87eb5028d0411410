"""Does the mesh look like what it was made from? Renders of both, side by side."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from export.mesh import Array, Mesh
from export.raster import PRIOR_DISTANCE, PRIOR_FOVY, orbit_c2w, rasterize

ViewFn = Callable[[float, float, int], tuple[Array, Array]]
"""(azimuth, elevation, resolution) -> premultiplied display colour [H, W, 3] and opacity [H, W]; the prior's camera."""


@dataclass(frozen=True)
class ViewScores:
    """Renders of a mesh against renders of what it was made from."""

    psnr: float
    """Of all pixels of all views on white, dB."""
    psnr_worst: float
    """Of the worst view."""
    psnr_surface: float
    """Of the pixels that both cover wholly: the colours without the silhouette."""
    iou: float
    """Of the silhouettes, at half the opacity that is reached."""
    made: Array
    """[B, H, W, 3] float32, the mesh's renders on white."""
    truth: Array
    """[B, H, W, 3] float32."""


def compare_views(mesh: Mesh, view_fn: ViewFn, *, n_views: int = 8, resolution: int = 128) -> ViewScores:
    """Renders a mesh and its origin from the same cameras, unlit.

    Args:
        mesh: textured, in the frame of the views.
        view_fn: renders of the origin.
        n_views: views around the object, two elevations in turn.
        resolution: pixels along a side.

    Returns:
        Scores and pictures.

    Raises:
        ValueError: the callable returns another shape or values that are not finite.
    """
    azimuth = (np.arange(n_views) + 0.125) * (2 * math.pi / n_views)
    elevation = np.where(np.arange(n_views) % 2 == 0, math.radians(10.0), math.radians(35.0))
    truth = np.empty((n_views, resolution, resolution, 3), np.float32)
    cover = np.empty((n_views, resolution, resolution), np.float32)
    for k in range(n_views):
        rgb, opacity = view_fn(float(azimuth[k]), float(elevation[k]), resolution)
        rgb, opacity = np.asarray(rgb), np.asarray(opacity)
        if rgb.shape != (resolution, resolution, 3) or opacity.shape != (resolution, resolution):
            raise ValueError(
                f"view_fn must return [{resolution}, {resolution}, 3] and [{resolution}, {resolution}], "
                f"got {list(rgb.shape)} and {list(opacity.shape)}"
            )
        if not (np.isfinite(rgb).all() and np.isfinite(opacity).all()):
            raise ValueError("view_fn returned values that are NaN or infinite")
        truth[k], cover[k] = rgb + (1 - opacity[..., None]), opacity
    seen = rasterize(mesh, azimuth, elevation, resolution, resolution, supersample=3)
    made = seen.rgb + (1 - seen.alpha[..., None])
    errors = ((made - truth) ** 2).mean(axis=(1, 2, 3))
    both = (seen.alpha > 0.999) & (cover > 0.99)
    threshold = 0.5 * min(1.0, float(np.quantile(cover, 0.995)))
    solid, drawn = cover >= threshold, seen.alpha >= 0.5
    return ViewScores(
        psnr=_psnr(float(errors.mean())),
        psnr_worst=_psnr(float(errors.max())),
        psnr_surface=_psnr(float(((made - truth)[both] ** 2).mean())) if both.any() else math.nan,
        iou=float((solid & drawn).sum() / max(int((solid | drawn).sum()), 1)),
        made=made,
        truth=truth,
    )


def painted_view_fn(mesh: Mesh, color_fn: Callable[[Array], Array] | None, supersample: int = 2) -> ViewFn:
    """Renders of a mesh whose colours are a function of space, such as one of many materials.

    Args:
        mesh: positions and faces.
        color_fn: [N, 3] -> [N, 3]; None paints it light grey.
        supersample: samples along each side of a pixel.
    """

    def view(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        size = resolution * supersample
        seen = rasterize(mesh, azimuth, elevation, size, size, supersample=1)
        hit = seen.alpha[0] > 0
        rgb = np.zeros((size, size, 3))
        if hit.any():
            c2w = orbit_c2w(azimuth, elevation, PRIOR_DISTANCE)[0]
            x = ((np.arange(size) + 0.5) / size * 2 - 1) * math.tan(PRIOR_FOVY / 2)
            rays = np.stack(np.broadcast_arrays(x[None, :], -x[:, None], -1.0), axis=-1)[hit]
            rays = (rays / np.linalg.norm(rays, axis=-1, keepdims=True)) @ c2w[:3, :3].T
            points = c2w[:3, 3] + rays * seen.depth[0][hit][:, None]
            rgb[hit] = 0.7 if color_fn is None else color_fn(points.astype(np.float32))
        shape = (resolution, supersample, resolution, supersample)
        return rgb.reshape(*shape, 3).mean(axis=(1, 3)), hit.astype(float).reshape(shape).mean(axis=(1, 3))

    return view


def _psnr(error: float) -> float:
    return -10.0 * math.log10(max(error, 1e-10))
