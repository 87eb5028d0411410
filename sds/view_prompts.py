"""View-dependent prompts: another text for the front, the sides, the back and from above (DreamFusion, section 3.2).

For priors that read text and know nothing of cameras. "discrete" takes the text of the sector that the azimuth
falls in, "interpolated" mixes the embeddings of the two nearest by azimuth, as Perp-Neg does. Thresholds and curves are
threestudio's defaults.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.sds.conditioning import Conditioning, UnknownWord, Views
from bozzetto.sds.prior import Prior
from bozzetto.sds.text import TextEmbedding, blend

Mode = Literal["discrete", "interpolated"]
SIDES = ("side", "front", "back", "overhead")
# a exp(-b r) + c: how much the wrong view's text counts as negative, r from 0 (this view) to 1 (the other).
F_SIDE_BACK, F_FRONT_SIDE_BACK = (1.0, 0.5, -0.606), (1.0, 0.5, 0.967)
F_FRONT_SIDE = F_SIDE_FRONT = (4.0, 0.5, -2.426)


@dataclass(frozen=True)
class ViewPrompts:
    """How views are put into words for a prior.

    Args:
        mode: one text a view, or a mixture.
        front: half-width of the front sector, radians.
        back: half-width of the back sector, radians.
        overhead: elevation above which a view is from above, radians.
        perp_neg: lead away from the texts of the wrong views, see `bozzetto.sds.perp_neg`; mixes as "interpolated"
            does.
    """

    mode: Mode = "discrete"
    front: float = math.radians(45)
    back: float = math.radians(45)
    overhead: float = math.radians(60)
    perp_neg: bool = False


@dataclass(frozen=True, eq=False)
class ViewConditioning:
    """A prompt as each side's text. In the place of a `Conditioning` wherever the views are given.

    Args:
        sides: conditionings in the order of SIDES, all with the same unconditional side.
        options: how they are chosen.
        prompt: the text as it was given.
    """

    sides: tuple[Conditioning, Conditioning, Conditioning, Conditioning]
    options: ViewPrompts
    prompt: str

    @property
    def unknown(self) -> tuple[UnknownWord, ...]:
        """Words that the prior does not know."""
        return self.sides[1].unknown

    @property
    def assumed(self) -> tuple[tuple[str, str], ...]:
        """Words that the prior reads as others."""
        return self.sides[1].assumed

    @property
    def notes(self) -> tuple[str, ...]:
        """What whoever gave the prompt should read, each once."""
        return tuple(dict.fromkeys(note for side in self.sides for note in side.notes))

    def at(self, views: Views) -> Conditioning:
        """The conditioning of a batch of views, one text for each."""
        texts: list[TextEmbedding] = [side.cond for side in self.sides]
        return Conditioning(blend(texts, side_weights(views, self.options)), self.sides[0].uncond, self.prompt)

    def negatives(self, views: Views) -> tuple[Conditioning, Float[Tensor, "b 2"]]:
        """For Perp-Neg: the two wrong views of each view, and how much they count.

        Returns:
            A conditioning whose cond is the first and whose uncond is the second; weights [B, 2], at most 0.
        """
        texts: list[TextEmbedding] = [side.cond for side in self.sides]
        first, second, weights = perp_neg_weights(views, self.options)
        return Conditioning(blend(texts, first), blend(texts, second), self.prompt), weights


def encode_views(
    prior: Prior, prompt: str, negative: str, options: ViewPrompts, per_side: tuple[str, str, str, str] | None = None
) -> ViewConditioning:
    """Encodes a prompt for each side: "PROMPT, side view" and so on.

    Args:
        prior: one that reads text: its payloads are `bozzetto.sds.text.TextEmbedding`.
        prompt: what is to be made.
        negative: what guidance leads away from, in every view.
        options: how the texts are chosen.
        per_side: texts in the order of SIDES instead of the prompt's, see `bozzetto.sds.debias`.

    Raises:
        TypeError: the prior's conditioning is no text embedding; such priors take the view itself.
    """
    texts = per_side or (prompt,) * 4
    words = ("side view", "front view", "back view", "overhead view")
    encoded = tuple(prior.encode_text(f"{text}, {word}", negative) for text, word in zip(texts, words, strict=True))
    if not isinstance(encoded[0].cond, TextEmbedding):
        raise TypeError(f"view-dependent prompts are for priors that read text; {prior.name} takes the view itself")
    return ViewConditioning((encoded[0], encoded[1], encoded[2], encoded[3]), options, prompt)


def side_weights(views: Views, options: ViewPrompts) -> Float[Tensor, "b 4"]:
    """How much of each side's text each view gets.

    Returns:
        [B, 4] in the order of SIDES; rows add up to 1.
    """
    turn = _turn(views)
    weights = torch.zeros(len(views), 4, dtype=turn.dtype, device=turn.device)
    if options.mode == "interpolated" or options.perp_neg:
        share = turn / (math.pi / 2)  # 0 front, 1 side, 2 back
        weights[:, 1] = (1 - share).clamp(min=0)
        weights[:, 2] = (share - 1).clamp(min=0)
        weights[:, 0] = 1 - weights[:, 1] - weights[:, 2]
    else:
        weights[:, 1] = (turn < options.front).to(turn)
        weights[:, 2] = (turn > math.pi - options.back).to(turn) * (1 - weights[:, 1])
        weights[:, 0] = 1 - weights[:, 1] - weights[:, 2]
    above = (views.elevation > options.overhead)[:, None]
    return torch.where(above, torch.tensor([0.0, 0.0, 0.0, 1.0]).to(weights), weights)


def perp_neg_weights(
    views: Views, options: ViewPrompts
) -> tuple[Float[Tensor, "b 4"], Float[Tensor, "b 4"], Float[Tensor, "b 2"]]:
    """The negatives of Perp-Neg (arXiv 2304.04968), with threestudio's curves.

    Returns:
        Side weights of the first and of the second negative text, [B, 4] each, and their guidance weights [B, 2].
    """
    turn = _turn(views)
    share = turn / (math.pi / 2)
    front_half = turn < math.pi / 2
    side, front = torch.eye(4)[0].to(turn), torch.eye(4)[1].to(turn)
    first = torch.where(front_half[:, None], front, side)
    second = torch.where(front_half[:, None], side, front)
    to_front, to_side = 1 - share, 2 - share
    near = torch.stack([_decay(F_FRONT_SIDE, to_front), _decay(F_SIDE_FRONT, 1 - to_front)], 1)
    far = torch.stack([_decay(F_SIDE_BACK, to_side), _decay(F_FRONT_SIDE_BACK, to_side)], 1)
    weights = -torch.where(front_half[:, None], near, far)
    return first, second, torch.where((views.elevation > options.overhead)[:, None], 0.0, weights)


def _turn(views: Views) -> Float[Tensor, " b"]:
    """Angle from the front, [B] in [0, pi]."""
    return (torch.remainder(views.azimuth + math.pi, 2 * math.pi) - math.pi).abs()


def _decay(curve: tuple[float, float, float], r: Tensor) -> Tensor:
    a, b, c = curve
    return a * torch.exp(-b * r) + c
