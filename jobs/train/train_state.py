"""What changes from step to step of a training, and how it goes into a checkpoint and comes back."""

from dataclasses import dataclass
from typing import Any

import torch

from bozzetto.jobs.config.errors import CheckpointError
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.store.checkpoint import Checkpoint, pack_module, pack_optimizer, unpack_module, unpack_optimizer
from bozzetto.jobs.store.runs import MOST_STEPS
from bozzetto.nerf.adam import Adam
from bozzetto.nerf.field import HashField
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.sds.particles import LearnedScore

ADAM_EPS = 1e-15
"""Instant-NGP's: most entries of a hash table see gradients far below the usual 1e-8."""
STREAMS = ("init", "views", "rays", "noise", "grid")


@dataclass
class TrainState:
    """What changes from step to step; all of it is in a checkpoint."""

    field: HashField
    grid: OccupancyGrid
    optimizer: Adam
    generators: dict[str, torch.Generator]
    step: int = 0
    rate_scale: float = 1.0
    rollbacks: int = 0
    collapsed_steps: int = 0
    seconds: float = 0.0
    initialised: bool = False
    """Whether the field is as the run begins with, the prior's shape fitted where it begins from that."""
    particle: LearnedScore | None = None
    """The learned score of the renders, for VSD only."""


def new_state(config: RunConfig) -> TrainState:
    """Field, grid, optimiser and generators before the first step, all from the run's seed."""
    # Each stream has a seed of its own, so that one more draw in one of them leaves the others as they were.
    generators = {name: torch.Generator().manual_seed(config.seed * len(STREAMS) + i) for i, name in enumerate(STREAMS)}
    field = HashField(config.field, generators["init"])
    grid = OccupancyGrid(
        config.render.grid_resolution,
        config.field.radius,
        config.render.grid_threshold,
        config.render.grid_decay,
        config.render.grid_warmup,
    ).to(field.table.device)
    encoding, network = rates(config)
    tables = [parameter for name, parameter in field.named_parameters() if name == "table"]
    layers = [parameter for name, parameter in field.named_parameters() if name != "table"]
    optimizer = Adam([(tables, encoding), (layers, network)], (config.optim.beta1, config.optim.beta2), ADAM_EPS)
    return TrainState(field, grid, optimizer, generators)


def rates(config: RunConfig) -> tuple[float, float]:
    """Learning rates of the optimiser's groups, in their order: hash tables, network."""
    return config.optim.lr_encoding, config.optim.lr_network


def pack(state: TrainState) -> Checkpoint:
    """The state as a checkpoint."""
    tensors = pack_module("field", state.field) | pack_module("grid", state.grid)
    tensors |= pack_optimizer("optimizer", state.optimizer)
    tensors |= {f"generator.{name}": generator.get_state() for name, generator in state.generators.items()}
    if state.particle is not None:
        tensors |= pack_module("particle", state.particle.score)
        tensors |= pack_optimizer("particle_optimizer", state.particle.optimizer)
    numbers = {
        "rate_scale": state.rate_scale,
        "rollbacks": state.rollbacks,
        "collapsed_steps": state.collapsed_steps,
        "seconds": state.seconds,
        "initialised": state.initialised,
    }
    return Checkpoint(state.step, tensors, numbers)


def restore(state: TrainState, checkpoint: Checkpoint) -> None:
    """Puts a checkpoint into the state.

    Raises:
        CheckpointError: it belongs to another configuration.
    """
    tensors = checkpoint.tensors
    try:
        unpack_module("field", state.field, tensors)
        unpack_module("grid", state.grid, tensors)
        unpack_optimizer("optimizer", state.optimizer, tensors)
        for name, generator in state.generators.items():
            generator.set_state(tensors[f"generator.{name}"])
        if state.particle is not None:
            unpack_module("particle", state.particle.score, tensors)
            unpack_optimizer("particle_optimizer", state.particle.optimizer, tensors)
        state.rate_scale = _number_of(checkpoint, "rate_scale", float, 0.0, 1.0)
        state.rollbacks = int(_number_of(checkpoint, "rollbacks", int, 0, MOST_STEPS))
        state.collapsed_steps = int(_number_of(checkpoint, "collapsed_steps", int, 0, MOST_STEPS))
        state.seconds = _number_of(checkpoint, "seconds", float, 0.0, 1e12)
    except (KeyError, RuntimeError, TypeError, ValueError) as error:
        why = str(error) or type(error).__name__
        raise CheckpointError(f"the checkpoint of step {checkpoint.step} does not fit config.json: {why}") from error
    # Earlier versions did not say; they began with the first shape anew where there was no step yet.
    state.initialised = bool(checkpoint.numbers.get("initialised", checkpoint.step > 0))
    state.step = checkpoint.step


def _number_of(checkpoint: Checkpoint, name: str, kind: type[int] | type[float], low: float, high: float) -> float:
    """A number of a checkpoint, checked."""
    value: Any = checkpoint.numbers[name]
    if isinstance(value, bool) or not isinstance(value, int | kind) or not low <= value <= high:
        raise ValueError(f"{name} should be a number between {low:g} and {high:g}, got {value!r:.40}")
    return float(value)
