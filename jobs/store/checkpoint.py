"""Checkpoints from which a run goes on as if it had never stopped, bit for bit on the same machine and thread count.

A generation is two files, `step-00000120.safetensors` (every tensor) and `step-00000120.json` (every number, and the
sha256 of the first). The JSON is written last, so a generation without it, or whose digest differs, was cut short and
is passed over. Two generations are kept. Nothing is unpickled.
"""

import contextlib
import hashlib
import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor, nn

from bozzetto.atomic import write_bytes
from bozzetto.jobs.config.errors import CheckpointError
from bozzetto.jobs.store.runs import Run, disk_errors, write_json

GENERATIONS = 2
FORMAT = 1

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Checkpoint:
    """All that a run needs to go on."""

    step: int
    """Steps done."""
    tensors: dict[str, Tensor]
    """Weights, moments of the optimiser, occupancy, generator states, by dotted name."""
    numbers: dict[str, Any] = field(default_factory=dict)
    """What is no tensor: counters and rates, JSON values."""


def save_checkpoint(run: Run, checkpoint: Checkpoint) -> Path:
    """Writes a generation and removes those before the last GENERATIONS.

    Returns:
        The path of its JSON file.
    Raises:
        DiskError: it could not be written; the generations before it are untouched.
    """
    folder = run.path / "checkpoints"
    stem = f"step-{checkpoint.step:08d}"
    data = safetensors.torch.save({name: tensor.detach().contiguous() for name, tensor in checkpoint.tensors.items()})
    record = {
        "format": FORMAT,
        "step": checkpoint.step,
        "sha256": hashlib.sha256(data).hexdigest(),
        "numbers": checkpoint.numbers,
    }
    with disk_errors(f"write the checkpoint of step {checkpoint.step} to {folder}"):
        # A generation of the same step that is about to be replaced must not be taken for whole in between.
        (folder / f"{stem}.json").unlink(missing_ok=True)
        write_bytes(folder / f"{stem}.safetensors", data)
        write_json(folder / f"{stem}.json", record)
    for old in _stems(folder)[:-GENERATIONS]:
        for suffix in (".json", ".safetensors"):
            with contextlib.suppress(OSError):
                (folder / f"{old}{suffix}").unlink(missing_ok=True)
    return folder / f"{stem}.json"


def load_checkpoint(run: Run) -> tuple[Checkpoint | None, list[str]]:
    """The newest generation that is whole.

    Returns:
        The checkpoint (None when none was ever written), and a message for each newer generation that was passed over.
    Raises:
        CheckpointError: there are generations and none of them is whole.
    """
    folder = run.path / "checkpoints"
    problems: list[str] = []
    for stem in reversed(_stems(folder)):
        try:
            return _read(folder, stem), problems
        except (OSError, ValueError, KeyError, SafetensorError) as error:
            problems.append(f"checkpoint {stem} is damaged ({error}); trying the one before it")
    if problems:
        raise CheckpointError(f"no checkpoint in {folder} can be read: " + "; ".join(problems))
    return None, []


def drop_checkpoints_after(run: Run, step: int) -> None:
    """Removes generations later than `step`, so that a damaged one is never chosen over what is written next."""
    folder = run.path / "checkpoints"
    for stem in _stems(folder):
        if int(stem.removeprefix("step-")) > step:
            for suffix in (".json", ".safetensors"):
                with contextlib.suppress(OSError):
                    (folder / f"{stem}{suffix}").unlink(missing_ok=True)


def pack_module(prefix: str, module: nn.Module) -> dict[str, Tensor]:
    """The parameters and buffers of a module, by dotted name."""
    return {f"{prefix}.{name}": tensor.detach().clone() for name, tensor in module.state_dict().items()}


def unpack_module(prefix: str, module: nn.Module, tensors: dict[str, Tensor]) -> None:
    """Puts `pack_module`'s tensors back; names and shapes must be the module's own."""
    start = f"{prefix}."
    state = {name.removeprefix(start): tensor for name, tensor in tensors.items() if name.startswith(start)}
    module.load_state_dict(state, strict=True)


def pack_optimizer(prefix: str, optimizer: torch.optim.Optimizer) -> dict[str, Tensor]:
    """The moments and step counts of an optimiser, by parameter number; rates follow from the step."""
    state = optimizer.state_dict()["state"]
    return {
        f"{prefix}.{number}.{key}": torch.as_tensor(value).detach().clone()
        for number, values in state.items()
        for key, value in values.items()
    }


def unpack_optimizer(prefix: str, optimizer: torch.optim.Optimizer, tensors: dict[str, Tensor]) -> None:
    """Puts `pack_optimizer`'s tensors back into an optimiser of the same parameters."""
    state: dict[int, dict[str, Tensor]] = {}
    for name, tensor in tensors.items():
        if name.startswith(f"{prefix}."):
            number, key = name.removeprefix(f"{prefix}.").split(".", 1)
            state.setdefault(int(number), {})[key] = tensor.clone()
    optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})


def _stems(folder: Path) -> list[str]:
    """Names of the generations, oldest first, whole or not."""
    return sorted({path.stem for path in folder.glob("step-*") if path.suffix in (".json", ".safetensors")})


def _read(folder: Path, stem: str) -> Checkpoint:
    """One generation; raises when a file is missing, short or altered."""
    record = json.loads((folder / f"{stem}.json").read_text(encoding="utf-8"))
    if record["format"] != FORMAT:
        raise ValueError(f"its format is {record['format']}, this version reads {FORMAT}")
    data = (folder / f"{stem}.safetensors").read_bytes()
    if hashlib.sha256(data).hexdigest() != record["sha256"]:
        raise ValueError("its contents do not match its digest")
    return Checkpoint(record["step"], safetensors.torch.load(data), record["numbers"])
