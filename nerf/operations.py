"""Each backend's operations, side by side: what a field and a render compute with.

Every entry has the signature and the meaning of the definition in torch, which is the backend `torch`. A backend's
modules are imported when its operations are first asked for, and nothing is compiled or probed by that.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import torch
from torch import Tensor

from bozzetto.nerf import hashgrid, network, occupancy, volrend
from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.field_config import Backend, FieldConfig
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.network import EncodeFn
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.volrend import Composited, Samples

NetworkFn = Callable[[Tensor, Tensor, Sequence[Tensor], Sequence[Tensor], HashLayout], Tensor]
NetworkGradientFn = Callable[[Tensor, Tensor, Sequence[Tensor], Sequence[Tensor], HashLayout], tuple[Tensor, Tensor]]
ActivateFn = Callable[[Tensor, Tensor, FieldConfig], tuple[Tensor, Tensor]]
PositionsFn = Callable[[Rays, Samples], Tensor]
CompositeFn = Callable[[Tensor, Tensor, Samples, int], Composited]


class MarchFn(Protocol):
    """The signature of `occupancy.march`."""

    def __call__(
        self, rays: Rays, grid: OccupancyGrid, step_size: float, generator: torch.Generator | None = None
    ) -> Samples:
        """Packed samples of R rays."""
        ...


@dataclass(frozen=True)
class Operations:
    """What one backend computes with."""

    encode: EncodeFn
    """`hashgrid.encode`: differentiable in the table and in positions."""
    network: NetworkFn
    """`network.network`: encoding and MLP; differentiable in the table, the weights and the biases."""
    network_gradient: NetworkGradientFn
    """`network.network_gradient`: the first output and its gradient to positions."""
    activate: ActivateFn
    """`network.activate`: density and albedo; differentiable in the network's outputs."""
    march: MarchFn
    """`occupancy.march`: the intervals of rays in occupied cells."""
    positions: PositionsFn
    """`volrend.positions`: the middles of those intervals."""
    composite: CompositeFn
    """`volrend.composite`: what rays gather; differentiable in densities and albedo."""
    check_config: Callable[[FieldConfig], None]
    """Raises ValueError for a field that the backend cannot run."""
    needs_card: bool = False
    """Whether it runs on CUDA only."""
    cached_by_numba: bool = False
    """Whether its kernels are compiled at their first use, for about half a minute, and kept for later processes."""


def operations_of(backend: Backend, mixed_precision: bool = False, deterministic: bool = False) -> Operations:
    """A backend's operations.

    Args:
        backend: the backend's name, resolved.
        mixed_precision: float16 products with float32 sums, where the backend has them.
        deterministic: the table's gradient has the same bits each time, where the backend can have it otherwise.
    """
    return _triton(mixed_precision, True) if deterministic and backend == "triton" else TABLE[backend](mixed_precision)


@functools.cache
def _torch(mixed_precision: bool) -> Operations:
    return Operations(
        encode=hashgrid.encode,
        network=network.network,
        network_gradient=network.network_gradient,
        activate=network.activate,
        march=occupancy.march,
        positions=volrend.positions,
        composite=volrend.composite,
        check_config=lambda config: None,
    )


@functools.cache
def _cpu(mixed_precision: bool) -> Operations:
    from bozzetto.nerf import kernels

    return Operations(
        encode=kernels.encode,
        network=kernels.network,
        network_gradient=kernels.network_gradient,
        activate=kernels.activate,
        march=kernels.march,
        positions=kernels.positions,
        composite=kernels.composite,
        check_config=_check_numba_config,
        cached_by_numba=True,
    )


@functools.cache
def _tcnn(mixed_precision: bool) -> Operations:
    from bozzetto.nerf import tcnn

    return replace(
        _triton(mixed_precision),
        encode=tcnn.encode,
        network=tcnn.network,
        network_gradient=functools.partial(network.network_gradient, encode=tcnn.encode),
        check_config=_as_it_is(tcnn.check_config),
    )


@functools.cache
def _tcnn_nerfacc(mixed_precision: bool) -> Operations:
    from bozzetto.nerf import nerfacc_ops, tcnn

    return Operations(
        encode=tcnn.encode,
        network=tcnn.network,
        network_gradient=functools.partial(network.network_gradient, encode=tcnn.encode),
        activate=network.activate,
        march=nerfacc_ops.march,
        positions=volrend.positions,
        composite=functools.partial(
            volrend.composite, weights_from_density=nerfacc_ops.weights_from_density, accumulate=nerfacc_ops.accumulate
        ),
        check_config=_as_it_is(tcnn.check_config),
        needs_card=True,
    )


@functools.cache
def _triton(mixed_precision: bool, deterministic: bool = False) -> Operations:
    from bozzetto.nerf.kernels import triton_compositing, triton_encoding, triton_marching, triton_network

    return Operations(
        encode=functools.partial(triton_encoding.encode, deterministic=deterministic),
        network=functools.partial(triton_network.network, mixed_precision=mixed_precision, deterministic=deterministic),
        network_gradient=functools.partial(network.network_gradient, encode=triton_encoding.encode),
        activate=network.activate,
        march=triton_marching.march,
        positions=volrend.positions,
        composite=triton_compositing.composite,
        check_config=triton_network.check_config,
        needs_card=True,
    )


TABLE: dict[Backend, Callable[[bool], Operations]] = {
    "torch": _torch,
    "cpu": _cpu,
    "tcnn": _tcnn,
    "triton": _triton,
    "tcnn-nerfacc": _tcnn_nerfacc,
}


def _as_it_is(check: Callable[[FieldConfig], None]) -> Callable[[FieldConfig], None]:
    """The check of a backend of tiny-cuda-nn, which has neither sums in one order nor graphs."""

    def checked(config: FieldConfig) -> None:
        if config.deterministic:
            raise ValueError("deterministic: the sums of tiny-cuda-nn have no order; use 'triton', or a CPU")
        if config.cuda_graphs:
            raise ValueError("cuda_graphs: tiny-cuda-nn's calls cannot be recorded; use 'triton'")
        check(config)

    return checked


def _check_numba_config(config: FieldConfig) -> None:
    if config.features != 2 or config.hidden % 4:
        raise ValueError(
            "features, hidden: expected 2 and a multiple of 4 for the compiled kernels, got "
            f"{config.features} and {config.hidden}; use backend 'torch'"
        )
