"""The settings of each distillation method, in modules without torch, so that a configuration is read quickly.

A method is chosen by its settings: `METHODS` names them, `bozzetto.sds.methods.table.CODE` has the code of each. Their
names are distinct where they mean different things, and the same where they mean the same, for a configuration shows
them beside each other.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

Weighting = Literal["sds", "uniform", "fantasia3d", "velocity"]
"""The factor w(t), see `bozzetto.sds.distillation.weight`."""


def _in(default: Any, low: float, high: float) -> Any:
    """A number field whose value must lie in [low, high]."""
    return field(default=default, metadata={"low": low, "high": high})


@dataclass(frozen=True)
class X0:
    """Squared distance to the guided prediction of the clean image (MVDream, arXiv 2308.16512)."""

    name: ClassVar[str] = "x0"
    rescale: float = _in(0.0, 0.0, 1.0)
    """Pull of the guided prediction's contrast towards the conditional one's (Lin et al. 2023); 0 is none."""
    clamp: bool = True
    """Keep the guided prediction in the range of images."""


@dataclass(frozen=True)
class SDS:
    """Score distillation sampling (DreamFusion, arXiv 2209.14988)."""

    name: ClassVar[str] = "sds"
    weighting: Weighting = "sds"
    """Factor w(t), see sds/distillation.py; `velocity` is for rectified flows."""
    rescale: float = _in(0.0, 0.0, 1.0)
    """Pull of the guided prediction's contrast towards the conditional one's (Lin et al. 2023); 0 is none."""


@dataclass(frozen=True)
class CSD:
    """Classifier score distillation (arXiv 2310.19415)."""

    name: ClassVar[str] = "csd"
    weighting: Weighting = "sds"
    """Factor w(t), see sds/distillation.py; `velocity` is for rectified flows."""


@dataclass(frozen=True)
class NFSD:
    """Noise-free score distillation (arXiv 2310.17590)."""

    name: ClassVar[str] = "nfsd"
    weighting: Weighting = "sds"
    """Factor w(t), see sds/distillation.py; `velocity` is for rectified flows."""


@dataclass(frozen=True)
class ISM:
    """Interval score matching (LucidDreamer, arXiv 2311.11284)."""

    name: ClassVar[str] = "ism"
    weighting: Weighting = "sds"
    """Factor w(t), see sds/distillation.py; `velocity` is for rectified flows."""
    interval: float = _in(0.05, 1e-4, 0.9)
    """Distance of its two times."""
    stride: float = _in(0.2, 1e-3, 1.0)
    """Largest step of its inversion."""


@dataclass(frozen=True)
class SDI:
    """Score distillation via inversion (arXiv 2405.15891)."""

    name: ClassVar[str] = "sdi"
    inversion_scale: float = _in(-7.5, -200.0, 200.0)
    """Guidance of the inversion."""
    inversion_steps: int = _in(10, 1, 1000)
    """Steps of the inversion."""
    inversion_eta: float = _in(0.3, 0.0, 1.0)
    """Share of noise in the inversion."""


@dataclass(frozen=True)
class HiFA:
    """Residuals in latents and in the image (HiFA, arXiv 2305.18766)."""

    name: ClassVar[str] = "hifa"
    weighting: Weighting = "sds"
    """Factor w(t), see sds/distillation.py; `velocity` is for rectified flows."""
    rescale: float = _in(0.0, 0.0, 1.0)
    """Pull of the guided prediction's contrast towards the conditional one's (Lin et al. 2023); 0 is none."""
    image_weight: float = _in(0.01, 0.0, 1e3)
    """Weight of the residual in the image."""


@dataclass(frozen=True)
class VSD:
    """Variational score distillation (ProlificDreamer, arXiv 2305.16213)."""

    name: ClassVar[str] = "vsd"
    weighting: Weighting = "sds"
    """Factor w(t), see sds/distillation.py; `velocity` is for rectified flows."""
    lora_rank: int = _in(4, 1, 256)
    """Rank of the learned score."""
    lora_lr: float = _in(1e-4, 1e-8, 1.0)
    """Its learning rate."""


@dataclass(frozen=True)
class Similarity:
    """CLIP guidance (DreamFields, arXiv 2112.01455): up the similarity of clean images and the text."""

    name: ClassVar[str] = "clip"
    cutouts: int = _in(8, 0, 256)
    """Random crops that the similarity is averaged over (Disco Diffusion); 0 is the whole image alone."""
    strength: float = _in(1.0, 0.0, 1e6)
    """Factor of its gradient."""


Method = X0 | SDS | CSD | NFSD | ISM | SDI | HiFA | VSD | Similarity
METHODS: Mapping[str, type[Method]] = types.MappingProxyType(
    {method.name: method for method in (X0, SDS, CSD, NFSD, ISM, SDI, HiFA, VSD, Similarity)}
)
