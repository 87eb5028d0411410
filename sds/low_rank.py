"""Low-rank changes of a frozen network (LoRA, Hu et al. 2021, arXiv 2106.09685), attached only while they are wanted.

The network's own modules are not replaced: forward hooks add scale * up(down(x)) to the outputs, and are taken off
again, so that the same network serves as the frozen prior and as the learned score in one step.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator
from typing import Any

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn


class LowRank(nn.Module):
    """Low-rank changes of a network's linear and convolutional modules, and a shift of its time embedding by camera.

    Everything starts without effect.

    Args:
        net: the frozen network.
        chosen: (name, module) -> whether a module is changed.
        rank: of the changes, positive.
        generator: of the initial values.
        embedding: module of the network whose output [B, E] is shifted; None shifts nothing.
        features: width F of the camera's features.
        width: E.

    Raises:
        ValueError: nothing was chosen, or the rank is not positive.
    """

    def __init__(
        self,
        net: nn.Module,
        chosen: Callable[[str, nn.Module], bool],
        rank: int,
        generator: torch.Generator,
        embedding: nn.Module | None = None,
        features: int = 0,
        width: int = 0,
    ) -> None:
        super().__init__()
        if rank < 1:
            raise ValueError(f"rank: expected a positive number, got {rank}")
        self._targets = {
            name: module
            for name, module in net.named_modules()
            if isinstance(module, nn.Linear | nn.Conv2d) and chosen(name, module)
        }
        if not self._targets:
            raise ValueError("no module of the network was chosen to be changed")
        # In lists, because a module as an attribute would become a part of this one, and of its checkpoints.
        self._net = [net]
        self._embedding = [] if embedding is None else [embedding]
        downs, ups = [], []
        for module in self._targets.values():
            inputs = module.weight[0].numel()
            shape = (rank, *module.weight.shape[1:])
            downs.append(nn.Parameter(torch.randn(shape, generator=generator) / math.sqrt(inputs)))
            ups.append(nn.Parameter(torch.zeros(module.weight.shape[0], rank)))
        self.down, self.up = nn.ParameterList(downs), nn.ParameterList(ups)
        if embedding is not None:
            self.camera_in = nn.Parameter(torch.randn(64, features, generator=generator) / math.sqrt(features))
            self.camera_out = nn.Parameter(torch.zeros(width, 64))

    @contextlib.contextmanager
    def attached(self, camera: Float[Tensor, "b f"] | None = None) -> Iterator[None]:
        """While inside, the network computes with the changes.

        Args:
            camera: features [B, F] of the cameras; None shifts nothing.
        """
        # A compiled network has its hooks from when it was compiled, and knows of no others: while these are on, it is
        # called as it was written.
        compiled, self._net[0]._compiled_call_impl = self._net[0]._compiled_call_impl, None
        handles = []
        for (_, module), down, up in zip(self._targets.items(), self.down, self.up, strict=True):
            handles.append(module.register_forward_hook(_hook(down, up)))
        if self._embedding and camera is not None:
            shift = F.linear(F.silu(F.linear(camera.to(self.camera_in), self.camera_in)), self.camera_out)
            handles.append(self._embedding[0].register_forward_hook(lambda _m, _x, y: y + shift.to(y)))
        try:
            yield
        finally:
            for handle in handles:
                handle.remove()
            self._net[0]._compiled_call_impl = compiled


def _hook(down: Tensor, up: Tensor) -> Callable[[nn.Module, tuple[Any, ...], Tensor], Tensor]:
    """Adds up(down(x)) to a module's output."""

    def add(module: nn.Module, inputs: tuple[Any, ...], output: Tensor) -> Tensor:
        x = inputs[0].to(down)
        if isinstance(module, nn.Conv2d):
            h = F.conv2d(x, down, None, module.stride, module.padding, module.dilation)
            return output + F.conv2d(h, up[:, :, None, None]).to(output)
        return output + F.linear(F.linear(x, down), up).to(output)

    return add
