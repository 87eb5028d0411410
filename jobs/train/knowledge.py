"""What a prior knows of a prompt, beside how it looks: shape, surface normals, crops, scene parts, transparency."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from torch import Tensor

from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.train.glass import CropDenoiser, transparent_share
from bozzetto.jobs.train.priors import load_novel_view, read_prompt
from bozzetto.jobs.train.views import WHOLE_OBJECT
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.paint import Paint
from bozzetto.sds.prediction import Text
from bozzetto.sds.prior import Capabilities, LatentPrior, Prior

log = logging.getLogger(__name__)

ShapeFn = Callable[[Tensor], tuple[Tensor, Tensor]]
"""Positions [P, 3] -> densities [P] per world unit, albedo [P, 3] in [0, 1]."""
PaintFn = Callable[[Tensor, Tensor], list[Paint]]
"""Points [P, 3] of a surface and unit normals there [P, 3] -> which part the looks of each object paint."""
NormalsFn = Callable[[Tensor, Tensor], Tensor]
"""Points [P, 3] and unit normals there [P, 3] -> normals [P, 3], shorter where the prior is unsure."""


@dataclass(frozen=True, eq=False)
class PriorKnowledge:
    """A prior with one prompt, encoded once. What the prior cannot tell is None; nobody else asks what kind it is."""

    prior: Prior
    """The prior."""
    text: Text
    """The prompt and the negative prompt, as the prior encoded them."""
    novel_view: PriorKnowledge | None = None
    """What the run's second prior knows, which continues a picture; None for a run of one prior."""

    @classmethod
    def of(cls, prior: Prior, config: RunConfig, notify: Callable[[str], None] = log.warning) -> PriorKnowledge:
        """What a prior knows of a run's prompt; with it the run's second prior, where it has one.

        Args:
            prior: the run's.
            config: the run's.
            notify: is called with what is fetched for the second prior, in a sentence.
        Raises:
            PromptError, ConfigError, PriorError: see `bozzetto.jobs.train.priors.read_prompt` and `load_novel_view`.
        """
        second = None
        if config.novel_view.prior:
            other = load_novel_view(config, prior, notify)
            second = cls(other, read_prompt(other, config.prompt, config.negative))
        return cls(prior, read_prompt(prior, config.prompt, config.negative, config.text, config.seed), second)

    @property
    def second_prior(self) -> Prior | None:
        """The run's second prior."""
        return None if self.novel_view is None else self.novel_view.prior

    @property
    def device(self) -> str:
        """Where the prior runs."""
        return str(getattr(self.prior, "device", "cpu"))

    @property
    def views_at_once(self) -> int:
        """Views of an object that the prior looks at together, or the second one does."""
        second = 1 if self.novel_view is None else self.novel_view.views_at_once
        return max(int(getattr(self.prior, "views_at_once", 1)), second)

    @property
    def latents(self) -> LatentPrior | None:
        """The prior as one that thinks in latents."""
        return self._able.latents

    def time_of(self, fraction: Tensor) -> Tensor:
        """Our diffusion time at a fraction of the prior's own schedule; the fraction itself where it has none."""
        return fraction if self._able.schedule is None else self._able.schedule.time_of(fraction)

    @property
    def shape_fn(self) -> ShapeFn | None:
        """Rough density and albedo in three dimensions."""
        prior, text = self._able.shape, self._plain_text
        if text is None or prior is None:
            return None
        return lambda points: prior.shape_at(points, text)

    @property
    def normals_fn(self) -> NormalsFn | None:
        """Normals near a surface."""
        prior, text = self._able.surface_normals, self._plain_text
        if text is None or prior is None:
            return None
        return lambda points, normals: prior.normals_at(points, normals, text)

    @property
    def crops(self) -> CropDenoiser | None:
        """One-step denoising of crops of any scale."""
        prior, text = self._able.conditional_only, self._plain_text
        if text is None or prior is None or self._able.scene is None:
            return None
        return CropDenoiser(self.prior.resolution, lambda noisy, t, views: prior.predict_cond(noisy, t, text, views))

    @property
    def paint_fn(self) -> PaintFn | None:
        """What words for materials, states and patterns paint; None where the prompt has none."""
        prior, text = self._able.paint, self._plain_text
        if text is None or prior is None or not any(prior.looks_of(text)):
            return None
        return lambda points, normals: prior.paint_at(points, normals, text)

    @cached_property
    def scene_parts(self) -> Tensor | None:
        """Balls [K, 4] about the objects of the scene: centre, world, and radius as a share of an object's alone."""
        prior, text = self._able.scene, self._plain_text
        return None if text is None or prior is None else prior.object_crops(text)

    @property
    def object_crops(self) -> Tensor:
        """The balls [K, 4] that close views look at: the scene's parts, or one about everything."""
        return WHOLE_OBJECT if self.scene_parts is None else self.scene_parts

    def transparent_share(self, seed: int) -> float | None:
        """Share of the object's pixels that light goes through, in [0, 1]."""
        return None if self.crops is None else transparent_share(self.crops, seed)

    @cached_property
    def _able(self) -> Capabilities:
        return Capabilities(self.prior)

    @property
    def _plain_text(self) -> Conditioning | None:
        """The text where it is one for all views; what goes by the view is of priors that know only images."""
        return self.text if isinstance(self.text, Conditioning) else None
