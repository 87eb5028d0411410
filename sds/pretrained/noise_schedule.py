"""A diffusion model's own schedule, from its scheduler's description; what is not understood is refused by name."""

from __future__ import annotations

import inspect
import json
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.pretrained.errors import LayoutError, UnsupportedModelError
from bozzetto.sds.pretrained.folder import ModelFolder
from bozzetto.sds.pretrained.levels import log_snr_table
from bozzetto.sds.pretrained.packages import diffusers

PREDICTIONS = ("epsilon", "v_prediction", "sample")
VARIANCE_PRESERVING = (
    "DDIMScheduler",
    "DDPMScheduler",
    "DEISMultistepScheduler",
    "DPMSolverMultistepScheduler",
    "DPMSolverSinglestepScheduler",
    "EulerAncestralDiscreteScheduler",
    "EulerDiscreteScheduler",
    "HeunDiscreteScheduler",
    "KDPM2AncestralDiscreteScheduler",
    "KDPM2DiscreteScheduler",
    "LMSDiscreteScheduler",
    "PNDMScheduler",
    "UniPCMultistepScheduler",
)
"""Samplers of x_t = sqrt(alphas_cumprod) x0 + sqrt(1 - alphas_cumprod) eps, which differ in how they walk down it."""
FLOW_MATCHING = ("FlowMatchEulerDiscreteScheduler", "FlowMatchHeunDiscreteScheduler")
WHY_NOT = {
    "EDM": "an EDM schedule (Karras et al. 2022) scales what its network sees in another way",
    "LCM": "a latent consistency model predicts the end of a trajectory, not a score",
    "TCD": "a trajectory consistency model predicts the end of a trajectory, not a score",
    "FlowMatch": "a rectified flow's schedule does not go with a network of noise steps",
}
"""Parts of scheduler names -> why they are refused."""
LEAST_SIGNAL = 2.0**-24
"""alphas_cumprod of the last step of a schedule of zero terminal SNR, as diffusers takes it: the log SNR is finite."""


@dataclass(frozen=True, eq=False)
class NoiseSchedule:
    """What a model was trained on.

    Args:
        prediction: one of PREDICTIONS, what its network gives.
        table: log SNR of its steps, float64 [T], decreasing; see `bozzetto.sds.pretrained.levels`.
        zero_empty: whether an empty negative prompt is zeros in the place of an embedding.
    """

    prediction: str
    table: Float[Tensor, " steps"]
    zero_empty: bool


def read_noise_schedule(folder: ModelFolder) -> NoiseSchedule:
    """The schedule of a model of noise steps.

    Raises:
        LayoutError: the scheduler's description cannot be read.
        UnsupportedModelError: its class, or what it predicts, is not understood.
    """
    path, config = scheduler_config(folder)
    name = str(config.get("_class_name"))
    if name not in VARIANCE_PRESERVING:
        reason = next((why for part, why in WHY_NOT.items() if part in name), "it is not known here")
        raise UnsupportedModelError(
            f"{path}: the scheduler is a {name}, and {reason}; supported are {', '.join(VARIANCE_PRESERVING)}. If the "
            "model was trained on one of them, put its scheduler_config.json there"
        )
    kind = getattr(diffusers(), name)
    if config.get("use_flow_sigmas"):
        raise UnsupportedModelError(f"{path}: use_flow_sigmas makes it a rectified flow, which this network is not")
    try:
        names = set(inspect.signature(kind.__init__).parameters) - {"self"}
        scheduler = kind(**{key: value for key, value in config.items() if key in names})
        alphas_cumprod = torch.as_tensor(scheduler.alphas_cumprod)
        index = json.loads((folder.path / "model_index.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, NotImplementedError, ImportError) as error:
        raise LayoutError(f"{path} cannot be read ({error}); download the model again") from error
    prediction = scheduler.config.prediction_type
    if prediction not in PREDICTIONS:
        raise UnsupportedModelError(f"{path}: predicts {prediction!r}; supported are {', '.join(PREDICTIONS)}")
    if config.get("rescale_betas_zero_snr") and prediction == "epsilon":
        raise UnsupportedModelError(
            f"{path}: rescale_betas_zero_snr with prediction_type epsilon: the last step is all noise, in "
            "which the noise cannot be told apart; such models predict v_prediction"
        )
    table = log_snr_table(alphas_cumprod.double().clamp(min=LEAST_SIGNAL))
    return NoiseSchedule(prediction, table, bool(index.get("force_zeros_for_empty_prompt", True)))


def read_flow_shift(folder: ModelFolder) -> float:
    """The `shift` of a rectified flow's scheduler; 1 where it depends on the image's size, as FLUX's does.

    Raises:
        LayoutError: the scheduler's description cannot be read.
        UnsupportedModelError: it is of another class.
    """
    path, config = scheduler_config(folder)
    name = str(config.get("_class_name"))
    if name not in FLOW_MATCHING:
        raise UnsupportedModelError(
            f"{path}: the scheduler is a {name}, and the network a rectified flow's; supported are "
            + ", ".join(FLOW_MATCHING)
        )
    try:
        return 1.0 if config.get("use_dynamic_shifting") else float(config.get("shift", 1.0))
    except (TypeError, ValueError) as error:
        raise LayoutError(f"{path} cannot be read ({error}); download the model again") from error


def scheduler_config(folder: ModelFolder) -> tuple[str, dict[str, Any]]:
    """Path and content of a model's scheduler_config.json.

    Raises:
        LayoutError: it is absent or no JSON object.
    """
    path = folder.path / "scheduler" / "scheduler_config.json"
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(config, dict):
            raise ValueError(f"expected a JSON object, got {type(config).__name__}")
    except (OSError, ValueError) as error:
        raise LayoutError(f"{path} cannot be read ({error}); download the model again") from error
    return str(path), config
