"""CLIP and SigLIP as priors: how well a picture goes with a text, and the gradient of that in the picture.

Radford et al. 2021 (arXiv 2103.00020), Zhai et al. 2023 (arXiv 2303.15343). Method `clip` follows the similarity of
clean images, as DreamFields does (Jain et al. 2022, arXiv 2112.01455), averaged over crops (cutouts), as Disco
Diffusion does.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.pretrained.access import folder_digest
from bozzetto.sds.pretrained.errors import DamagedWeightsError, LayoutError, UnsupportedModelError
from bozzetto.sds.pretrained.packages import diffusers
from bozzetto.sds.pretrained.picture import CLIP_MEAN, CLIP_STD
from bozzetto.sds.schedule import alpha, per_image, sigma

KINDS = {"clip": "CLIPModel", "siglip": "SiglipModel", "siglip2": "Siglip2Model"}
"""model_type in config.json -> class of `transformers`."""
SHARPNESS = 100.0
"""Of the distribution exp(SHARPNESS cos) that a denoiser of this prior belongs to; CLIP's own learned scale."""
SMALLEST_CUT = 0.6
"""Least edge of a cutout, as a share of the image's."""


def is_clip_folder(path: Path) -> bool:
    """Whether a folder holds a model of images and texts, as its `save_pretrained` writes it."""
    return not (path / "model_index.json").is_file() and _model_type(path) in KINDS


def _model_type(path: Path) -> str:
    try:
        return str(json.loads((path / "config.json").read_text(encoding="utf-8")).get("model_type"))
    except (OSError, ValueError, AttributeError):
        return ""


class ClipPrior:
    """A prior in pixels; satisfies `bozzetto.sds.prior.Prior` and `SimilarityPrior`.

    As a `Prior` it is the distribution exp(SHARPNESS cos(image, text)) of images, whose denoiser is known where there
    is little noise (Tweedie): x0_hat = x + (sigma / alpha)^2 SHARPNESS d cos / d x at x = x_t / alpha.

    Args:
        folder: of the model.
        device: where it runs.
        say: is told what is read.

    Raises:
        LayoutError: a part is missing.
        DamagedWeightsError: the weights cannot be read, or some are missing.
        UnsupportedModelError: another kind of model.
    """

    recipe = "dreamfields"

    def __init__(self, folder: Path, device: torch.device, say: Callable[[str], None] = lambda message: None) -> None:
        diffusers()  # which says what is not installed
        import transformers

        kind = KINDS.get(_model_type(folder))
        if kind is None:
            raise UnsupportedModelError(f"{folder} holds a {_model_type(folder)}; supported are {', '.join(KINDS)}")
        if not sorted(folder.glob("*.safetensors")):
            raise LayoutError(f"{folder} has no weights (*.safetensors); pickles can run code and are not read")
        say(f"loading {kind} from {folder}")
        try:
            model, info = getattr(transformers, kind).from_pretrained(
                folder, use_safetensors=True, local_files_only=True, output_loading_info=True
            )
            self._tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise DamagedWeightsError(f"{folder} cannot be loaded: {str(error).splitlines()[0]}") from error
        missing = [key for key in info.get("missing_keys", ()) if not key.endswith("position_ids")]
        if missing:
            raise DamagedWeightsError(f"{folder}: {len(missing)} weights are missing, such as {missing[0]}")
        self._model: Any = model.to(device).eval().requires_grad_(False)
        self._mean, self._std = self._statistics(folder)
        self.name, self.device, self.resolution = str(folder), device, int(model.config.vision_config.image_size)
        self._folder = folder

    @cached_property
    def digest(self) -> str:
        """Of the weights and descriptions."""
        return folder_digest(self._folder)

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """See `bozzetto.sds.prior.Prior`; the payloads are unit vectors [1, D]."""
        lost = self._lost(prompt)
        notes = (f"the text encoder cannot take all of the prompt; it was cut before: {lost!r}",) if lost else ()
        return Conditioning(cond=self._embed(prompt), uncond=self._embed(negative), prompt=prompt, notes=notes)

    def similarity(
        self, images: Float[Tensor, "b 3 h w"], text: Float[Tensor, "_ d"], cutouts: int, generator: torch.Generator
    ) -> Float[Tensor, " b"]:
        """See `bozzetto.sds.prior.SimilarityPrior`."""
        crops = [images] if cutouts == 0 else [cutout(images, generator) for _ in range(cutouts)]
        scores = [(self._see(crop) * text.to(self.device)).sum(-1) for crop in crops]
        return torch.stack(scores).mean(0).to(images)

    def predict_x0(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> tuple[Float[Tensor, " b *shape"], Float[Tensor, " b *shape"]]:
        """See `bozzetto.sds.prior.Prior`."""
        x = noisy / per_image(alpha(t), noisy)
        step = per_image((sigma(t) / alpha(t)) ** 2, noisy) * SHARPNESS
        sides = []
        for text in (conditioning.cond, conditioning.uncond):
            with torch.enable_grad():
                leaf = x.detach().requires_grad_()
                total = self.similarity(leaf, text, 0, torch.Generator()).sum()
            sides.append(x + step * torch.autograd.grad(total, leaf)[0])
        return sides[0], sides[1]

    def _see(self, images: Tensor) -> Tensor:
        """Images in [-1, 1], of any size, as unit vectors."""
        size = (self.resolution, self.resolution)
        if images.shape[-2:] != size:
            images = F.interpolate(images, size, mode="bilinear", antialias=True, align_corners=False)
        mean, std = (torch.tensor(v, device=self.device).view(1, 3, 1, 1) for v in (self._mean, self._std))
        out = self._model.get_image_features(pixel_values=((images.to(self.device) / 2 + 0.5) - mean) / std)
        return F.normalize(_vector(out), dim=-1)

    @torch.no_grad()
    def _embed(self, text: str) -> Tensor:
        tokens = self._tokenizer(
            [text], padding="max_length", truncation=True, max_length=self._length, return_tensors="pt"
        )
        given = {key: tokens[key].to(self.device) for key in ("input_ids", "attention_mask") if key in tokens}
        return F.normalize(_vector(self._model.get_text_features(**given)), dim=-1).cpu()

    def _lost(self, text: str) -> str:
        ids = self._tokenizer(text).input_ids
        return str(self._tokenizer.decode(ids[self._length - 1 : -1], skip_special_tokens=True)).strip()

    @property
    def _length(self) -> int:
        return int(self._model.config.text_config.max_position_embeddings)

    @staticmethod
    def _statistics(folder: Path) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Mean and standard deviation of the images that the model was trained on."""
        try:
            about = json.loads((folder / "preprocessor_config.json").read_text(encoding="utf-8"))
            return tuple(about["image_mean"]), tuple(about["image_std"])
        except (OSError, ValueError, KeyError, TypeError):
            return (CLIP_MEAN, CLIP_STD) if _model_type(folder) == "clip" else ((0.5,) * 3, (0.5,) * 3)


def _vector(output: Any) -> Tensor:
    """Features as versions of `transformers` give them: a tensor, or an output that has them."""
    features: Tensor = output if isinstance(output, Tensor) else output.pooler_output
    return features


def cutout(images: Float[Tensor, "b 3 h w"], generator: torch.Generator) -> Float[Tensor, "b 3 k k"]:
    """A random square window of each image, the same for all; differentiable."""
    side = min(images.shape[-2:])
    edge = max(1, round(side * (SMALLEST_CUT + (1 - SMALLEST_CUT) * float(torch.rand((), generator=generator)))))
    top, left = (int(torch.randint(length - edge + 1, (), generator=generator)) for length in images.shape[-2:])
    return images[..., top : top + edge, left : left + edge]
