"""Does the mesh look like what it was made from? Renders of both, side by side."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Float32
from scipy import ndimage

from bozzetto.export.mesh.mesh import Array, Mesh
from bozzetto.export.mesh.raster import GREY, PRIOR_DISTANCE, PRIOR_FOVY, orbit_c2w, rasterize, surface_layers
from bozzetto.export.surface.iso_level import silhouette_threshold
from bozzetto.export.texture.sampling import grey

ViewFn = Callable[[float, float, int], tuple[Float[np.ndarray, "h w 3"], Float[np.ndarray, "h w"]]]
"""(azimuth, elevation, resolution) -> premultiplied display colour [H, W, 3] and opacity [H, W]; the prior's camera."""

RIM = 2
"""Pixels."""


@dataclass(frozen=True)
class ViewScores:
    """Renders of a mesh against renders of what it was made from."""

    psnr: float
    """Of all pixels of all views on white, dB."""
    psnr_worst: float
    """Of the worst view."""
    psnr_surface: float
    """Of the pixels more than `RIM` inside both silhouettes: the colours alone."""
    psnr_rim: float
    """Of the pixels within `RIM` of a silhouette: where a soft edge meets a hard one."""
    psnr_limit: float
    """Of the best that any opaque surface could show: the origin's colours behind a hard edge at half its opacity."""
    iou: float
    """Of the silhouettes, at half the opacity that is reached."""
    made: Float32[np.ndarray, "b h w 3"]
    """[B, H, W, 3] float32, the mesh's renders on white."""
    truth: Float32[np.ndarray, "b h w 3"]
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
    limit = np.empty_like(truth)
    for k in range(n_views):
        rgb, opacity = checked_view(view_fn, float(azimuth[k]), float(elevation[k]), resolution)
        limit[k] = _opaque(rgb, opacity)
        truth[k], cover[k] = rgb + (1 - opacity[..., None]), opacity
    image = rasterize(mesh, azimuth, elevation, resolution, resolution, supersample=3)
    made = image.rgb + (1 - image.alpha[..., None])
    squares = ((made - truth) ** 2).mean(axis=-1)
    errors = squares.mean(axis=(1, 2))
    threshold = silhouette_threshold(cover) if mesh.has_alpha else 0.5 * min(1.0, float(np.quantile(cover, 0.995)))
    solid, drawn = cover >= threshold, image.alpha >= (silhouette_threshold(image.alpha) if mesh.has_alpha else 0.5)
    square = np.ones((1, 2 * RIM + 1, 2 * RIM + 1), bool)
    inner = ndimage.binary_erosion(solid & drawn, square)
    rim = ndimage.binary_dilation(solid | drawn, square) & ~inner
    return ViewScores(
        psnr=psnr(float(errors.mean())),
        psnr_worst=psnr(float(errors.max())),
        psnr_surface=psnr(float(squares[inner].mean())) if inner.any() else math.nan,
        psnr_rim=psnr(float(squares[rim].mean())) if rim.any() else math.nan,
        psnr_limit=psnr(float(((limit - truth) ** 2).mean())),
        iou=float((solid & drawn).sum() / max(int((solid | drawn).sum()), 1)),
        made=made,
        truth=truth,
    )


def checked_view(
    view_fn: ViewFn, azimuth: float, elevation: float, resolution: int
) -> tuple[Float[np.ndarray, "{resolution} {resolution} 3"], Float[np.ndarray, "{resolution} {resolution}"]]:
    """A view, checked.

    Args:
        view_fn: what renders it.
        azimuth: radians.
        elevation: radians.
        resolution: pixels along a side.

    Returns:
        Premultiplied colour [H, W, 3] and opacity [H, W].

    Raises:
        ValueError: it has another shape or values that are not finite.
    """
    rgb, opacity = (np.asarray(part) for part in view_fn(azimuth, elevation, resolution))
    if rgb.shape != (resolution, resolution, 3) or opacity.shape != (resolution, resolution):
        raise ValueError(
            f"view_fn must return [{resolution}, {resolution}, 3] and [{resolution}, {resolution}], "
            f"got {list(rgb.shape)} and {list(opacity.shape)}"
        )
    if not (np.isfinite(rgb).all() and np.isfinite(opacity).all()):
        raise ValueError("view_fn returned values that are NaN or infinite")
    return rgb, opacity


def painted_view_fn(
    mesh: Mesh,
    color_fn: Callable[[Array], Array] | None,
    opacity_fn: Callable[[Array], Array] | None = None,
    supersample: int = 2,
) -> ViewFn:
    """Renders of a mesh whose colours are a function of space, such as one of many materials.

    Args:
        mesh: positions and faces.
        color_fn: [N, 3] -> [N, 3]; None paints it light grey.
        opacity_fn: [N, 3] -> [N, 1], how much light is stopped there, by front faces alone; None stops all.
        supersample: samples along each side of a pixel.
    """
    if opacity_fn is not None:
        return _clear_view_fn(mesh, color_fn or grey, opacity_fn, supersample)

    def view(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        size = resolution * supersample
        image = rasterize(mesh, azimuth, elevation, size, size, supersample=1)
        hit = image.alpha[0] > 0
        rgb = np.zeros((size, size, 3))
        if hit.any():
            c2w = orbit_c2w(azimuth, elevation, PRIOR_DISTANCE)[0]
            x = ((np.arange(size) + 0.5) / size * 2 - 1) * math.tan(PRIOR_FOVY / 2)
            rays = np.stack(np.broadcast_arrays(x[None, :], -x[:, None], -1.0), axis=-1)[hit]
            rays = (rays / np.linalg.norm(rays, axis=-1, keepdims=True)) @ c2w[:3, :3].T
            points = c2w[:3, 3] + rays * image.depth[0][hit][:, None]
            rgb[hit] = GREY if color_fn is None else color_fn(points.astype(np.float32))
        shape = (resolution, supersample, resolution, supersample)
        return rgb.reshape(*shape, 3).mean(axis=(1, 3)), hit.astype(float).reshape(shape).mean(axis=(1, 3))

    return view


def _clear_view_fn(
    mesh: Mesh, color_fn: Callable[[Array], Array], opacity_fn: Callable[[Array], Array], supersample: int
) -> ViewFn:
    """As `painted_view_fn`, through what light goes through."""

    def view(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        size = resolution * supersample
        rgb, trans = np.zeros((size, size, 3)), np.ones((size, size))
        for face_id, bary in surface_layers(mesh, azimuth, elevation, size):
            hit = face_id >= 0
            if not hit.any():
                break
            points = np.einsum("nk,nkc->nc", bary[hit], mesh.vertices[mesh.faces[face_id[hit]]]).astype(np.float32)
            weight = trans[hit] * opacity_fn(points)[:, 0]
            rgb[hit] += weight[:, None] * color_fn(points)
            trans[hit] -= weight
        shape = (resolution, supersample, resolution, supersample)
        return rgb.reshape(*shape, 3).mean(axis=(1, 3)), 1 - trans.reshape(shape).mean(axis=(1, 3))

    return view


def _opaque(rgb: Array, opacity: Array, times: int = 4) -> Array:
    """The view on white as a surface would show it: its own colours, and an edge where the opacity is a half."""
    height, width = opacity.shape
    hard = ndimage.zoom(opacity, times, order=1, mode="nearest", grid_mode=True) >= 0.5
    alpha = hard.reshape(height, times, width, times).mean(axis=(1, 3))[..., None]
    on_white: Array = rgb / np.maximum(opacity, 1e-6)[..., None] * alpha + (1 - alpha)
    return on_white


def psnr(mean_squared_error: float) -> float:
    """Peak signal-to-noise ratio of values in [0, 1], dB; 100 at most, which no image of 8 bits passes."""
    return -10.0 * math.log10(max(mean_squared_error, 1e-10))
