"""Ground truth: results beside the objects that the prior was trained on, from cameras that training never used.

Silhouette IoU and PSNR (plain albedo, the mean of that on white and that on black) over the eight held-out views of
each object, of the exported mesh and of the field. On white alone, a pole that is too thick gains by being too pale.
With the oracle prior (exact renders of the object itself) the same loop gives what a perfect prior would: the
difference is the prior's. Relit, result and object stand in the same light: light that was baked into the albedo would
be there twice.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from bozzetto.export.files.glb import read_glb
from bozzetto.export.mesh.mesh import Mesh, without_alpha
from bozzetto.export.mesh.raster import rasterize
from bozzetto.export.surface.iso_level import silhouette_threshold
from bozzetto.export.texture.compare import psnr
from bozzetto.foundry.assets import load_mesh
from bozzetto.foundry.batches import ViewData
from bozzetto.foundry.evaluate import plain_views
from bozzetto.foundry.views import TRUTH_VIEWS, Scene
from bozzetto.jobs.store.runs import Run
from bozzetto.jobs.train.loop import load_trained
from bozzetto.jobs.train.views import cameras_of
from bozzetto.nerf.rendering import render_image
from bozzetto.sds.conditioning import Views
from bozzetto.sds.tint import COLOURS

SILHOUETTE_OPACITY = 0.5
"""Opacity above this belongs to a mesh's silhouette; for objects and fields, see ``silhouette_threshold``."""

RELIGHT_DIRECTIONS = ((0.4, 0.6, 0.7), (-0.8, 0.4, 0.4), (0.0, 1.0, 0.3), (0.9, -0.1, 0.5))
"""Lights of the relit views in turn, directions in the camera's frame; the rest of the light is RELIT_AMBIENT."""

RELIGHT_AMBIENT = 0.25


@dataclass(frozen=True)
class Case:
    """A prompt and the object that answers it; ``colour`` is a re-tint, never seen with this noun in training."""

    prompt: str
    object: int
    colour: str | None = None


@dataclass(frozen=True)
class Score:
    """Means over the held-out views. ``iou``, ``psnr`` of the mesh; ``field_iou``, ``field_psnr`` of the volume
    render.
    """

    iou: float
    psnr: float
    field_iou: float
    field_psnr: float
    relit_psnr: float
    """Of the mesh in the lights RELIT, beside the object in the same."""
    coverage: float
    """Mean share of the frame that the mesh's silhouette covers."""
    true_coverage: float
    """The same of the object."""
    saturated: float
    """Share of the mesh's pixels with every channel at an end of its range, less the same share of the object's."""


def oracle_renderer(
    folder: Path, index: int, resolution: int, colour: str | None = None, two_faced: bool = False
) -> Callable[[Views], Tensor]:
    """``render_fn`` of ``bozzetto.sds.oracle.OraclePrior``: the object's own renders in the views' light and
    background.

    Args:
        folder: of the foundry. index: of the object. resolution: pixels along a side.
        colour: a colour word to re-tint the object with.
        two_faced: show the front from behind too, as a prior does that knows no backs: it provokes Janus.
    """
    scene = Scene(load_mesh(folder / "meshes" / f"{index:03d}.npz"))
    paint, _ = scene.main_colour()
    tint = None if colour is None else torch.tensor([COLOURS[colour]])

    def render(views: Views) -> Tensor:
        images = []
        for k in range(len(views)):
            azimuth, elevation = float(views.azimuth[k]), float(views.elevation[k])
            if two_faced and math.cos(azimuth) < 0:
                azimuth += math.pi
            window = float(views.zoom[k]), (float(views.center[k, 0]), float(views.center[k, 1]))
            buffers = torch.from_numpy(scene.buffers(azimuth, elevation, paint, resolution, *window))
            view = views[k : k + 1]
            image, _ = ViewData.compose(buffers[None], view.background, view.light, view.ambient, tint)
            images.append(image[0].permute(2, 0, 1))
        return torch.stack(images) * 2 - 1

    return render


def iou_of(a: np.ndarray, b: np.ndarray) -> float:
    """Intersection over union of two masks; 1 where both are empty."""
    union = (a | b).sum()
    return float((a & b).sum() / union) if union else 1.0


def _saturated_share(pictures: np.ndarray, solid: np.ndarray) -> float:
    """Share of the solid pixels that have every channel within 0.01 of 0 or of 1."""
    colours = pictures[solid]
    return float(((colours < 0.01) | (colours > 0.99)).all(-1).mean()) if len(colours) else 0.0


@dataclass(frozen=True)
class Pictures:
    """Views ``white`` [N, H, W, 3] on white, and ``alpha`` [N, H, W]."""

    white: np.ndarray
    alpha: np.ndarray

    def psnr(self, other: Pictures) -> float:
        """Mean over views and over grounds, white and black, dB."""
        pairs = [(self.white, other.white), (self.black, other.black)]
        errors = [float(((a - b) ** 2).mean()) for mine, theirs in pairs for a, b in zip(mine, theirs, strict=True)]
        return float(np.mean([psnr(error) for error in errors]))

    @property
    def black(self) -> np.ndarray:
        """The same views on black."""
        return self.white - (1 - self.alpha[..., None])


def mesh_views(
    mesh: Mesh, cameras: np.ndarray, size: int, light: np.ndarray | None = None, ambient: float = 1.0
) -> Pictures:
    """Renders of a mesh in plain albedo or by lights [N, 3]."""
    render = rasterize(mesh, cameras[:, 0], cameras[:, 1], size, size, supersample=3, light=light, ambient=ambient)
    return Pictures(render.rgb + (1 - render.alpha[..., None]), render.alpha)


def relit_views(run: Run, data: ViewData, case: Case, size: int = 64) -> tuple[Pictures, Pictures]:
    """The mesh's renders in the lights RELIT, ``size`` pixels across, and the object's, 64 across."""
    assert run.mesh is not None
    lights = torch.tensor(RELIGHT_DIRECTIONS).repeat(TRUTH_VIEWS // len(RELIGHT_DIRECTIONS), 1)
    lights = lights / lights.norm(dim=1, keepdim=True)
    truth, alpha, cameras = data.truth(case.object, case.colour, light=lights, ambient=RELIGHT_AMBIENT)
    result = mesh_views(read_glb(run.mesh), cameras.numpy(), size, lights.numpy(), RELIGHT_AMBIENT)
    return result, Pictures(truth.numpy(), alpha.numpy())


def score(run: Run, data: ViewData, case: Case) -> tuple[Score, np.ndarray, np.ndarray]:
    """Scores a finished run.

    Returns:
        the score, the true views [8, 64, 64, 3] and the mesh's [8, 64, 64, 3].
    """
    image, alpha, cameras = data.truth(case.object, case.colour)
    truth, solid = Pictures(image.numpy(), alpha.numpy()), alpha.numpy() >= silhouette_threshold(alpha.numpy())
    assert run.mesh is not None
    mesh = read_glb(run.mesh)
    result = mesh_views(mesh, cameras.numpy(), image.shape[1])
    # Glass belongs to the silhouette too.
    silhouette = (
        mesh_views(without_alpha(mesh), cameras.numpy(), image.shape[1]).alpha if mesh.has_alpha else result.alpha
    )
    silhouette = silhouette > SILHOUETTE_OPACITY
    trained = load_trained(run)
    cameras_64 = cameras_of(plain_views(cameras), image.shape[1])
    volume = render_image(trained.field, trained.grid, cameras_64, step_size=run.config.render.step_size)
    field = Pictures((volume.rgb + (1 - volume.opacity[..., None])).numpy(), volume.opacity.numpy())
    field_mask = field.alpha >= silhouette_threshold(field.alpha)
    relit, relit_truth = relit_views(run, data, case)
    n = range(len(solid))
    means = Score(
        iou=float(np.mean([iou_of(silhouette[k], solid[k]) for k in n])),
        psnr=result.psnr(truth),
        field_iou=float(np.mean([iou_of(field_mask[k], solid[k]) for k in n])),
        field_psnr=field.psnr(truth),
        relit_psnr=relit.psnr(relit_truth),
        coverage=float(silhouette.mean()),
        true_coverage=float(solid.mean()),
        saturated=_saturated_share(result.white, silhouette) - _saturated_share(truth.white, solid),
    )
    return means, truth.white, result.white
