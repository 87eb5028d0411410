"""A stand-in for tiny-cuda-nn's torch bindings, without CUDA: its layouts, types, paddings, roundings and refusals.

As `tinycudann/modules.py` has it: inputs are float32 and padded to a multiple of 256 samples, parameters are rounded to
float16, outputs are float16, and gradients go through float16 at 128 times their size.
"""

from __future__ import annotations

import importlib.machinery
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor
from torch.nn import functional as F

LOSS_SCALE = 128
PRIMES = (1, 2654435761, 805459861)


class _Half(torch.autograd.Function):
    """Rounded to float16, and its gradient at LOSS_SCALE times its size; what is too large becomes infinite."""

    @staticmethod
    def forward(ctx, x):
        return x.half().float()

    @staticmethod
    def backward(ctx, grad):
        return (grad * LOSS_SCALE).half().float() / LOSS_SCALE


half = _Half.apply


class Module(torch.nn.Module):
    """What `Encoding` and `Network` share."""

    n_input_dims: int
    n_output_dims: int

    def __init__(self) -> None:
        super().__init__()
        self.params = torch.nn.Parameter(torch.zeros(self.n_params()))

    def n_params(self) -> int:
        raise NotImplementedError

    def run(self, x: Tensor, params: Tensor) -> Tensor:
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        n = x.shape[0]
        if n == 0:
            raise RuntimeError("Input batch is empty")
        assert x.shape[1] == self.n_input_dims and x.dtype == torch.float32, (x.shape, x.dtype)
        assert self.params.shape == (self.n_params(),), (self.params.shape, self.n_params())
        x = F.pad(x, [0, 0, 0, -n % 256])
        return self.run(x.contiguous(), half(self.params))[:n, : self.n_output_dims].half()


class Encoding(Module):
    """`Composite` of `HashGrid` encodings, as `grid.h` has them."""

    def __init__(self, n_input_dims: int, encoding_config: dict) -> None:
        assert encoding_config["otype"] == "Composite"
        self.n_input_dims, self.levels = n_input_dims, encoding_config["nested"]
        self.n_output_dims = sum(level["n_features_per_level"] for level in self.levels)
        super().__init__()

    def sizes(self) -> list[int]:
        """Numbers of each level, padded to a multiple of 8 entries."""
        corners = [level["base_resolution"] ** 3 for level in self.levels]
        return [
            min(-(-count // 8) * 8, 1 << level["log2_hashmap_size"]) * level["n_features_per_level"]
            for count, level in zip(corners, self.levels, strict=True)
        ]

    def n_params(self) -> int:
        return sum(self.sizes())

    def run(self, x: Tensor, params: Tensor) -> Tensor:
        columns = []
        for i, (level, part) in enumerate(zip(self.levels, params.split(self.sizes()), strict=True)):
            features, side = level["n_features_per_level"], level["base_resolution"]
            table = part.reshape(-1, features)
            scaled = x[:, 3 * i : 3 * i + 3] * (side - 1.0) + 0.5
            cell = scaled.detach().floor()
            frac = scaled - cell
            total = table.new_zeros(x.shape[0], features)
            for corner in range(8):
                bits = torch.tensor([corner >> d & 1 for d in range(3)], device=x.device)
                weight = torch.where(bits == 1, frac, 1 - frac).prod(-1, keepdim=True)
                place = (cell + bits).long() & 0xFFFFFFFF
                if table.shape[0] >= side**3:
                    index = place[:, 0] + place[:, 1] * side + place[:, 2] * side * side
                else:
                    index = place[:, 0] * PRIMES[0] ^ place[:, 1] * PRIMES[1] ^ place[:, 2] * PRIMES[2]
                total = half(total + half(weight) * table[(index & 0xFFFFFFFF) % table.shape[0]])
            columns.append(total)
        return torch.cat(columns, -1)


class Network(Module):
    """`FullyFusedMLP`."""

    def __init__(self, n_input_dims: int, n_output_dims: int, network_config: dict) -> None:
        assert network_config["otype"] == "FullyFusedMLP" and n_input_dims % 16 == 0
        assert network_config["n_neurons"] in (16, 32, 64, 128)
        self.n_input_dims, self.n_output_dims, self.config = n_input_dims, n_output_dims, network_config
        super().__init__()

    def shapes(self) -> list[tuple[int, int]]:
        """Of the matrices."""
        width, deep = self.config["n_neurons"], self.config["n_hidden_layers"]
        return [(width, self.n_input_dims), *[(width, width)] * (deep - 1), (16, width)]

    def n_params(self) -> int:
        return sum(rows * columns for rows, columns in self.shapes())

    def run(self, x: Tensor, params: Tensor) -> Tensor:
        h = half(x)
        parts = params.split([rows * columns for rows, columns in self.shapes()])
        for k, (part, shape) in enumerate(zip(parts, self.shapes(), strict=True)):
            h = half(h @ part.reshape(shape).T)
            if k < len(parts) - 1:
                h = h.relu()
        return h


@contextmanager
def installed() -> Iterator[None]:
    """While inside, `import tinycudann` gives this stand-in, and tensors of any device pass for a card's."""
    from bozzetto.nerf import tcnn

    module = types.ModuleType("tinycudann")
    module.__spec__ = importlib.machinery.ModuleSpec("tinycudann", None)
    module.Encoding, module.Network = Encoding, Network  # type: ignore[attr-defined]
    before, check = sys.modules.get("tinycudann"), tcnn.check_on_card
    sys.modules["tinycudann"] = module
    tcnn.check_on_card = lambda **tensors: None
    tcnn._encoding.cache_clear()
    tcnn._network.cache_clear()
    try:
        yield
    finally:
        tcnn.check_on_card = check
        tcnn._encoding.cache_clear()
        tcnn._network.cache_clear()
        del sys.modules["tinycudann"]
        if before is not None:
            sys.modules["tinycudann"] = before
