"""The field's part of a training step as two CUDA graphs: samples to what rays gather, and the gradient back.

A graph has one shape, and a step's number of samples is never the same: as in instant-ngp (Mueller et al. 2022), whose
batches have a fixed number, samples are padded to a budget, here one of eight sizes an octave. What is padded has no
length, belongs to no ray's run, and adds nothing. Marching is not in the graphs: the host waits there for the number.

A step is padded whether it is replayed or not, so that both give the same bits.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol, cast

import torch
from torch import Tensor, nn
from torch.autograd.function import once_differentiable
from torch.nn import functional as F

from bozzetto.cuda_graphs import Recordings, record, warm_up
from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.hash_layout import HashLayout
from bozzetto.nerf.operations import Operations
from bozzetto.nerf.volrend import Composited, Samples

LEAST_BUDGET = 64
"""Samples of the smallest graph."""
SIZES_AN_OCTAVE = 8
"""So that at most an eighth of a step is padding."""


class TrainableField(Protocol):
    """What of `bozzetto.nerf.field.HashField` is recorded: an `nn.Module` that gives densities and albedo."""

    table: nn.Parameter
    layout: HashLayout

    @property
    def operations(self) -> Operations:
        """What it computes with."""
        ...

    def named_parameters(self) -> Iterator[tuple[str, nn.Parameter]]:
        """As of `nn.Module`."""
        ...

    def parameters(self) -> Iterator[nn.Parameter]:
        """As of `nn.Module`."""
        ...

    def __call__(self, x: Tensor) -> Any:
        """A `bozzetto.nerf.field.FieldOutput`."""
        ...


def budget_of(n: int) -> int:
    """The number of samples that n >= 1 of them are padded to."""
    step = max(LEAST_BUDGET, (1 << (n.bit_length() - 1)) // SIZES_AN_OCTAVE)
    return -(-n // step) * step


def padded(samples: Samples, budget: int) -> Samples:
    """Samples with more behind them that no ray owns, of no length."""
    more = (0, budget - len(samples))
    ray_indices, t_starts, t_ends = (F.pad(c, more) for c in (samples.ray_indices, samples.t_starts, samples.t_ends))
    return Samples(ray_indices, t_starts, t_ends, samples.ray_offsets)


@dataclass
class _Recorded:
    """A step of one shape, recorded."""

    rays: Rays
    samples: Samples
    """Read by the graphs; what is behind a step's own samples has no length."""
    forward: Any
    backward: Any
    gathered: tuple[Tensor, ...]
    """Albedo, opacity, distance, weights."""
    cotangents: tuple[Tensor, ...]
    gradients: tuple[Tensor, ...]
    parameters: tuple[int, ...]
    """Where they were."""
    constants: Tensor
    """Read by the kernels, and kept elsewhere only for a while."""
    serial: int = 0
    """Counts the replays."""


class _Step:
    """A replayed forward pass whose backward pass has not been."""


class StepGraphs:
    """The recordings of one field's training steps.

    Of a render whose gradient is still to come the graphs hold the only activations: another render meanwhile is made
    without graphs.
    """

    def __init__(self) -> None:
        self._recordings: Recordings[tuple[int, int, str], _Recorded] = Recordings("a training step of the field")
        self._pool: Any = None
        self._under_way: weakref.ref[_Step] | None = None
        self.replays = 0
        """Forward passes that were replayed."""

    @property
    def failed(self) -> str:
        """Why nothing is recorded any more; empty while all is well."""
        return self._recordings.failed

    def gather(self, field: TrainableField, rays: Rays, samples: Samples) -> Composited:
        """What rays gather of a field from their samples, differentiable in its parameters.

        Args:
            field: of the backend `triton`.
            rays: R rays on its card.
            samples: N packed samples on them.
        """
        n = len(samples)
        if n == 0:
            return evaluate(field, rays, samples)
        budget = budget_of(n)
        if self._under_way is None or self._under_way() is None:
            key = (budget, len(rays), str(field.table.device))
            recorded = self._recordings.get(key, lambda: self._record(field, rays, padded(samples, budget)))
            if recorded is not None and recorded.parameters != _places(field):
                # The field was moved, or given other parameters.
                self._recordings = Recordings("a training step of the field")
                recorded = None
            if recorded is not None:
                sums = _Replayed.apply(self, recorded, rays, samples, *field.parameters())  # type: ignore[no-untyped-call]
                albedo, opacity, distance, weights = sums
                return Composited(albedo, opacity, distance, weights[:n])
        sums = evaluate(field, rays, padded(samples, budget))
        return Composited(sums.albedo, sums.opacity, sums.distance, sums.weights[:n])

    def begin(self, step: _Step) -> None:
        """A replayed forward pass has begun whose backward pass is to come."""
        self._under_way = weakref.ref(step)
        self.replays += 1

    def end(self) -> None:
        """That backward pass was made."""
        self._under_way = None

    def _record(self, field: TrainableField, rays: Rays, samples: Samples) -> _Recorded:
        from bozzetto.nerf.kernels.triton_encoding import level_rows

        rays = Rays(rays.origins.clone(), rays.directions.clone())
        samples = Samples(samples.ray_indices, samples.t_starts, samples.t_ends, samples.ray_offsets.clone())

        def forward() -> tuple[tuple[Tensor, ...], list[Tensor]]:
            # Leaves of their own: those of the parameters may belong to a graph of autograd on another stream.
            leaves = {name: p.detach().requires_grad_() for name, p in field.named_parameters()}
            with torch.enable_grad():
                sums = evaluate(field, rays, samples, leaves)
            return (sums.albedo, sums.opacity, sums.distance, sums.weights), list(leaves.values())

        def both() -> None:
            outputs, leaves = forward()
            torch.autograd.grad(outputs, leaves, [torch.zeros_like(output) for output in outputs])

        with torch.cuda.device(field.table.device):
            constants = level_rows(field.layout, field.table.device)
            warm_up(both)
            self._pool = self._pool or torch.cuda.graph_pool_handle()
            forward_graph, (outputs, leaves) = record(forward, self._pool)
            cotangents = tuple(torch.zeros_like(output) for output in outputs)
            backward_graph, gradients = record(lambda: torch.autograd.grad(outputs, leaves, cotangents), self._pool)
        gathered = tuple(output.detach() for output in outputs)
        return _Recorded(
            rays, samples, forward_graph, backward_graph, gathered, cotangents, gradients, _places(field), constants
        )


def evaluate(
    field: TrainableField, rays: Rays, samples: Samples, parameters: dict[str, Tensor] | None = None
) -> Composited:
    """What rays gather of a field from their samples.

    Args:
        field: is called, so that hooks on it are.
        rays: R rays.
        samples: N packed samples on them, and any more behind that no ray owns.
        parameters: in the place of the field's own; None for those.
    """
    run = field.operations
    x = run.positions(rays, samples)
    out = field(x) if parameters is None else torch.func.functional_call(cast(nn.Module, field), parameters, (x,))
    return run.composite(out.sigmas, out.albedo, samples, len(rays))


def _places(field: TrainableField) -> tuple[int, ...]:
    return tuple(parameter.data_ptr() for parameter in field.parameters())


class _Replayed(torch.autograd.Function):
    """The two graphs as one operation of autograd; what it gives is copied from them."""

    @staticmethod
    def forward(
        ctx: Any, graphs: StepGraphs, recorded: _Recorded, rays: Rays, samples: Samples, *parameters: Tensor
    ) -> tuple[Tensor, ...]:
        n, mine = len(samples), recorded.samples
        with torch.cuda.device(mine.t_starts.device):
            recorded.rays.origins.copy_(rays.origins)
            recorded.rays.directions.copy_(rays.directions)
            # Padded samples keep the rays that they had: any will do.
            for into, given in (
                (mine.ray_indices[:n], samples.ray_indices),
                (mine.t_starts[:n], samples.t_starts),
                (mine.t_ends[:n], samples.t_ends),
                (mine.ray_offsets, samples.ray_offsets),
            ):
                into.copy_(given)
            mine.t_starts[n:].zero_()
            mine.t_ends[n:].zero_()
            recorded.forward.replay()
        recorded.serial += 1
        ctx.set_materialize_grads(False)
        ctx.graphs, ctx.recorded, ctx.serial, ctx.step = graphs, recorded, recorded.serial, _Step()
        graphs.begin(ctx.step)
        return tuple(output.clone() for output in recorded.gathered)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, *given: Tensor | None) -> tuple[Any, ...]:
        recorded: _Recorded = ctx.recorded
        if recorded.serial != ctx.serial:
            raise RuntimeError("the graphs of this render were replayed for another one since; render again")
        with torch.cuda.device(recorded.samples.t_starts.device):
            for into, cotangent in zip(recorded.cotangents, given, strict=True):
                into.zero_() if cotangent is None else into.copy_(cotangent)
            recorded.backward.replay()
            gradients = [gradient.clone() for gradient in recorded.gradients]
        ctx.graphs.end()
        return (None, None, None, None, *gradients)
