"""Adam for a field's parameters, one fused pass over each of them.

The arithmetic is PyTorch's own (``torch.optim.Adam(fused=True)``, Kingma and Ba 2015, arXiv 1412.6980), bit for bit.
PyTorch's optimiser classes load its compiler the first time that one is made, more than a second before the first step;
this one doesn't.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor


@dataclass
class Group:
    """Parameters that share a learning rate."""

    parameters: list[Tensor]
    rate: float


class Adam:
    """Adam without weight decay.

    Args:
        groups: parameters and their learning rate, a pair a group.
        betas: decay of the averages of the gradient and of its square, in [0, 1).
        eps: added to the root of the second average.
    """

    def __init__(
        self, groups: Iterable[tuple[Sequence[Tensor], float]], betas: tuple[float, float], eps: float
    ) -> None:
        self.groups = [Group(list(parameters), rate) for parameters, rate in groups]
        self.betas, self.eps = betas, eps
        self._moments: dict[int, dict[str, Tensor]] = {}

    @property
    def parameters(self) -> list[Tensor]:
        """All parameters, group by group; a state's numbers are places in this list."""
        return [parameter for group in self.groups for parameter in group.parameters]

    def zero_grad(self) -> None:
        """Drops the gradients."""
        for parameter in self.parameters:
            parameter.grad = None

    @torch.no_grad()
    def step(self) -> None:
        """Moves every parameter that has a gradient."""
        number = 0
        for group in self.groups:
            chosen: list[tuple[Tensor, Tensor, dict[str, Tensor]]] = []
            for parameter in group.parameters:
                if parameter.grad is not None:
                    if number not in self._moments:
                        self._moments[number] = _no_moments(parameter)
                    chosen.append((parameter, parameter.grad, self._moments[number]))
                number += 1
            if not chosen:
                continue
            counts = [moments["step"] for _, _, moments in chosen]
            torch._foreach_add_(counts, 1)
            torch._fused_adam_(
                [parameter for parameter, _, _ in chosen],
                [gradient for _, gradient, _ in chosen],
                [moments["exp_avg"] for _, _, moments in chosen],
                [moments["exp_avg_sq"] for _, _, moments in chosen],
                [],
                counts,
                lr=group.rate,
                beta1=self.betas[0],
                beta2=self.betas[1],
                weight_decay=0.0,
                eps=self.eps,
                amsgrad=False,
                maximize=False,
            )

    def state_dict(self) -> dict[str, Any]:
        """As PyTorch's optimisers give it, without the groups' settings: "state" has ``exp_avg``, ``exp_avg_sq`` and
        ``step`` of each parameter that was moved, by its number; not copies.
        """
        return {"state": self._moments, "param_groups": []}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Takes over the "state" that ``state_dict`` gave, on the parameters' devices.

        Raises:
            ValueError: it is that of other parameters.
        """
        parameters, taken = self.parameters, {}
        for number, moments in state_dict["state"].items():
            fits = 0 <= number < len(parameters) and set(moments) == {"exp_avg", "exp_avg_sq", "step"}
            if not fits or any(moments[key].shape != parameters[number].shape for key in ("exp_avg", "exp_avg_sq")):
                shapes = {key: tuple(value.shape) for key, value in moments.items()}
                raise ValueError(
                    f"the optimiser's state of parameter {number} is {shapes}, which no parameter here has"
                )
            device = parameters[number].device
            taken[number] = {key: value.to(device, torch.float32) for key, value in moments.items()}
        self._moments = taken


def _no_moments(parameter: Tensor) -> dict[str, Tensor]:
    return {
        "step": torch.zeros((), dtype=torch.float32, device=parameter.device),
        "exp_avg": torch.zeros_like(parameter, memory_format=torch.preserve_format),
        "exp_avg_sq": torch.zeros_like(parameter, memory_format=torch.preserve_format),
    }
