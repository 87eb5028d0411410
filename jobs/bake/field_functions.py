"""A trained field, and what its prior knows of it, as the plain functions that the export takes; numpy in and out."""

import logging
import math
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from bozzetto.beside import Beside
from bozzetto.export.mesh.normal_fit import NormalFn
from bozzetto.export.surface.iso_level import OpacityFn
from bozzetto.export.texture.compare import ViewFn
from bozzetto.export.texture.texture_fit import golden_views
from bozzetto.jobs.bake.texture_refine import predicted_alpha, refined_views
from bozzetto.jobs.config.errors import PriorError, PromptError
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.store.provenance import read_provenance
from bozzetto.jobs.store.runs import Run
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.priors import load_prior
from bozzetto.jobs.train.views import cameras_of, orbit_views
from bozzetto.nerf.field import HashField
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.rendering import render_image
from bozzetto.sds.prior import Prior

Array = NDArray[Any]

log = logging.getLogger(__name__)


class FieldCallables:
    """A trained field as the plain callables that the export takes; numpy in and out.

    Args:
        field: what is exported.
        grid: where it may have density, for the volume renders.
        step_size: interval of the volume renders, world units.
    """

    def __init__(self, field: HashField, grid: OccupancyGrid, step_size: float) -> None:
        self._field, self._grid, self._step_size = field, grid, step_size

    @torch.no_grad()
    def density(self, x: Array) -> Array:
        """Densities [N] per world unit at positions [N, 3]."""
        return self._field.density(torch.from_numpy(np.ascontiguousarray(x, np.float32))).numpy()

    @torch.no_grad()
    def color(self, x: Array) -> Array:
        """Albedo [N, 3] in [0, 1] at positions [N, 3]."""
        albedo: Array = self._field(torch.from_numpy(np.ascontiguousarray(x, np.float32))).albedo.numpy()
        return albedo

    @torch.no_grad()
    def opacity(self, azimuth: float, elevation: float, resolution: int) -> Array:
        """Opacity [H, W] of the volume render from the prior's camera; radians."""
        views = orbit_views(torch.tensor([math.degrees(azimuth)]), math.degrees(elevation))
        cameras = cameras_of(views, resolution)
        return render_image(self._field, self._grid, cameras, step_size=self._step_size).opacity[0].numpy()

    @torch.no_grad()
    def view(self, azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        """Premultiplied albedo [H, W, 3] and opacity [H, W] of the volume render from the prior's camera; radians."""
        views = orbit_views(torch.tensor([math.degrees(azimuth)]), math.degrees(elevation))
        out = render_image(self._field, self._grid, cameras_of(views, resolution), step_size=self._step_size)
        return out.rgb[0].numpy(), out.opacity[0].numpy()


def prior_of(run: Run) -> Prior | None:
    """The prior that a run was made with, where it ships with the package; None where it does not, or has changed."""
    origin = read_provenance(run)
    if origin is None or origin.prior["name"] != "embedded":
        return None
    try:
        prior = load_prior("embedded")
    except PriorError as error:
        log.warning("the surface is not fitted to what the prior knows: %s", error)
        return None
    # Other weights, other words: an old run may ask for what they do not know, and its field is not theirs.
    if getattr(prior, "digest", "") != origin.prior["sha256"]:
        log.warning("the surface is not fitted to the prior: the run was made with other weights of it")
        return None
    return prior


def knowledge_of(run: Run, config: RunConfig) -> PriorKnowledge | None:
    """What the prior of `prior_of` knows of a run's prompt."""
    prior = prior_of(run)
    try:
        return None if prior is None else PriorKnowledge.of(prior, config)
    except (PriorError, PromptError) as error:
        # A word pack that the run was made with is not here any more, or is another one.
        log.warning("the surface is not fitted to what the prior knows: %s", error)
        return None


def prior_normals(knowledge: PriorKnowledge | None) -> NormalFn | None:
    """The normals that a prior knows beside how things look; None for a prior that knows none."""
    normals_fn = None if knowledge is None else knowledge.normals_fn
    if normals_fn is None:
        return None
    return lambda points, normals: normals_fn(torch.from_numpy(points), torch.from_numpy(normals)).numpy()


def texture_views(config: RunConfig, knowledge: PriorKnowledge | None, view_fn: ViewFn) -> ViewFn:
    """The renders that the texture is fitted to: refined by a prior that knows crops, else as they are."""
    crops = None if knowledge is None else knowledge.crops
    if crops is None or config.guidance.texture_refine_t == 0:
        return view_fn
    return refined_views(view_fn, crops, config.guidance.texture_refine_t, config.seed)


def prior_alpha(config: RunConfig, knowledge: PriorKnowledge | None, view_fn: ViewFn) -> OpacityFn | None:
    """The object's alpha, by a prior that knows crops; None where it is opaque or nobody knows."""
    crops = None if knowledge is None else knowledge.crops
    if crops is None or config.guidance.texture_refine_t == 0:
        return None
    return predicted_alpha(view_fn, crops, config.seed)


def views_ahead(view_fn: ViewFn, n_views: int, resolution: int, beside: Beside) -> ViewFn:
    """The same renders, with those that a texture is fitted to begun beside this thread.

    Args:
        view_fn: what renders.
        n_views: how many the texture is fitted to, see `bozzetto.export.texture.texture_fit.golden_views`.
        resolution: pixels along a side of each.
        beside: the other thread.
    """
    azimuths, elevations = golden_views(n_views)
    places = [(float(a), float(e), resolution) for a, e in zip(azimuths, elevations, strict=True)]
    # From the last on: who asks for them in their order makes those himself that have not begun.
    begun = {place: beside.start(view_fn, *place) for place in reversed(places)}

    def view(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        job = begun.pop((azimuth, elevation, resolution), None)
        return view_fn(azimuth, elevation, resolution) if job is None else job.result()

    return view


def with_alpha(view_fn: ViewFn, alpha_fn: OpacityFn | None) -> ViewFn:
    """A field's renders with what is glass by `alpha_fn`: what an exported mesh is compared with."""
    if alpha_fn is None:
        return view_fn

    def view(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        rgb, opacity = view_fn(azimuth, elevation, resolution)
        share = np.minimum(alpha_fn(azimuth, elevation, resolution) / np.maximum(opacity, 1e-6), 1.0)
        return rgb * share[..., None], opacity * share

    return view
