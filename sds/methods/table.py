"""The code of each method of `bozzetto.sds.methods.config`: what it does in a step, and what it keeps over a run."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import Distillation, sds_gradient, x0_reconstruction
from bozzetto.sds.methods.config import CSD, ISM, NFSD, SDI, SDS, VSD, X0, HiFA, Method, Similarity
from bozzetto.sds.methods.csd import csd_gradient
from bozzetto.sds.methods.hifa import hifa_gradient
from bozzetto.sds.methods.ism import ism_gradient
from bozzetto.sds.methods.nfsd import NEGATIVE, nfsd_gradient
from bozzetto.sds.methods.sdi import sdi_gradient
from bozzetto.sds.methods.similarity import similarity_gradient
from bozzetto.sds.methods.vsd import vsd_gradient
from bozzetto.sds.particles import LearnedScore
from bozzetto.sds.prediction import Text
from bozzetto.sds.prior import Capabilities, Prior, SimilarityPrior
from bozzetto.sds.view_prompts import ViewConditioning


@dataclass(frozen=True, eq=False)
class Batch:
    """What a method is given in a step.

    Args:
        samples: [B, ...], what the prior sees: latents, or images in [-1, 1]; no gradient is followed.
        images: [B, 3, resolution, resolution] in [-1, 1]; the samples themselves for a prior without latents.
        latent: whether the samples are latents.
        prior: the prior.
        text: of the prompt.
        views: B views.
        t: [B], times in (0, 1).
        generator: source of all noise.
        scale: of classifier-free guidance.
        clip: bound on the magnitude of each value of the gradient, or None.
        time_of: time in (0, 1) of a fraction of the schedule that the configured times are fractions of.
    """

    samples: Tensor
    images: Tensor
    latent: bool
    prior: Prior
    text: Text
    views: Views
    t: Tensor
    generator: torch.Generator
    scale: float
    clip: float | None
    time_of: Callable[[Tensor], Tensor]

    @property
    def common(self) -> tuple[Tensor, Prior, Text, Views, Tensor, torch.Generator]:
        """The arguments that all methods begin with."""
        return self.samples, self.prior, self.text, self.views, self.t, self.generator


@dataclass(frozen=True)
class MethodCode:
    """The code of a method.

    Args:
        gradient: (settings, batch, what `setup` made) -> the gradient in the samples.
        setup: (settings, prior, text, generator) -> what the method keeps over a run: a text, a learned score, None.
            ValueError or TypeError: the prior cannot do that.
    """

    gradient: Callable[[Any, Batch, Any], Distillation]
    setup: Callable[[Any, Prior, Text, torch.Generator], Any] = lambda *_: None


def _x0(method: X0, batch: Batch, kept: None) -> Distillation:
    out = x0_reconstruction(
        *batch.common, guidance_scale=batch.scale, recon_std_rescale=method.rescale, grad_clip=batch.clip
    )
    if batch.latent or batch.clip is not None or not method.clamp:
        return out
    return replace(out, grad=batch.samples - out.x0.clamp(-1, 1))


def _sds(method: SDS, batch: Batch, kept: None) -> Distillation:
    return sds_gradient(
        *batch.common, guidance_scale=batch.scale, guidance_rescale=method.rescale, weighting=method.weighting,
        grad_clip=batch.clip,
    )  # fmt: skip


def _csd(method: CSD, batch: Batch, kept: None) -> Distillation:
    return csd_gradient(*batch.common, weighting=method.weighting, grad_clip=batch.clip)


def _nfsd(method: NFSD, batch: Batch, negative: Text) -> Distillation:
    return nfsd_gradient(
        *batch.common, negative=negative, guidance_scale=batch.scale, switch=float(batch.time_of(torch.tensor(0.2))),
        weighting=method.weighting, grad_clip=batch.clip,
    )  # fmt: skip


def _negative_text(method: NFSD, prior: Prior, text: Text, generator: torch.Generator) -> Text:
    return prior.encode_text(NEGATIVE)


def _ism(method: ISM, batch: Batch, kept: None) -> Distillation:
    return ism_gradient(
        *batch.common, guidance_scale=batch.scale, interval=method.interval, stride=method.stride,
        weighting=method.weighting, grad_clip=batch.clip,
    )  # fmt: skip


def _sdi(method: SDI, batch: Batch, kept: None) -> Distillation:
    return sdi_gradient(
        *batch.common, guidance_scale=batch.scale, inversion_scale=method.inversion_scale,
        steps=method.inversion_steps, eta=method.inversion_eta, grad_clip=batch.clip,
    )  # fmt: skip


def _hifa(method: HiFA, batch: Batch, kept: None) -> Distillation:
    both = hifa_gradient(
        batch.samples, batch.images, *batch.common[1:], guidance_scale=batch.scale, guidance_rescale=method.rescale,
        image_weight=method.image_weight, weighting=method.weighting, grad_clip=batch.clip,
    )  # fmt: skip
    return replace(both.distillation, pixel_grad=both.pixel_grad)


def _vsd(method: VSD, batch: Batch, learned: LearnedScore) -> Distillation:
    out = vsd_gradient(
        *batch.common, particle=learned.score, guidance_scale=batch.scale, weighting=method.weighting,
        grad_clip=batch.clip,
    )  # fmt: skip
    learned.learn(batch.samples, batch.views, batch.generator)
    return out


def _similarity(method: Similarity, batch: Batch, prior: SimilarityPrior) -> Distillation:
    if isinstance(batch.text, ViewConditioning):
        raise ValueError("guidance.method=clip reads one text for all views; set text.view_prompts=off")
    return similarity_gradient(
        batch.samples, prior, batch.text.cond, batch.views, batch.t, batch.generator, cutouts=method.cutouts,
        strength=method.strength, grad_clip=batch.clip,
    )  # fmt: skip


def _encoder(method: Similarity, prior: Prior, text: Text, generator: torch.Generator) -> SimilarityPrior:
    encoder = Capabilities(prior).similarity
    if encoder is None:
        raise TypeError(f"it needs a CLIP or SigLIP model as prior (--prior FOLDER); {prior.name} is none")
    return encoder


def _learned_score(method: VSD, prior: Prior, text: Text, generator: torch.Generator) -> LearnedScore:
    return LearnedScore.new(prior, text, method.lora_rank, method.lora_lr, generator)


CODE: Mapping[type[Method], MethodCode] = types.MappingProxyType(
    {
        X0: MethodCode(_x0),
        SDS: MethodCode(_sds),
        CSD: MethodCode(_csd),
        NFSD: MethodCode(_nfsd, _negative_text),
        ISM: MethodCode(_ism),
        SDI: MethodCode(_sdi),
        HiFA: MethodCode(_hifa),
        VSD: MethodCode(_vsd, _learned_score),
        Similarity: MethodCode(_similarity, _encoder),
    }
)
