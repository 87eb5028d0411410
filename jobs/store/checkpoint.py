"""Checkpoints from which a run goes on as if it had never stopped, bit for bit on the same machine and thread count.

A checkpoint is one file, `checkpoint-000007-step-00000120.safetensors`: the seventh that the run wrote, with every
tensor, and in the header's metadata every number and the SHA-256 of all of it. It is renamed into place when it is
whole. The last two that were written are kept, whatever their steps: a run that starts over goes back to step 0.
Earlier versions wrote two files, `step-00000120.safetensors` and the `.json` that committed it; they are still read.
Nothing is unpickled.
"""

import contextlib
import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor, nn

from bozzetto.atomic import atomic_file
from bozzetto.jobs.config.errors import DataError
from bozzetto.jobs.config.json_file import parse_json, read_file, read_json_object
from bozzetto.jobs.store.runs import MOST_STEPS, Run, disk_errors

KEPT = 2
"""Checkpoints of a run that stay on disk."""
FORMAT = 2
MAX_FILE_BYTES = 64 << 30
"""Greatest size of a checkpoint; a field of 24 levels of 2^24 entries has 26 GB with its moments."""
_NAME = re.compile(r"checkpoint-(\d{6,12})-step-(\d{8,12})\.safetensors")
_OLD_NAME = re.compile(r"step-(\d{8,12})\.(?:safetensors|json)")


class Optimizer(Protocol):
    """An optimiser whose state can be stored: PyTorch's, or `bozzetto.nerf.adam.Adam`."""

    def state_dict(self) -> dict[str, Any]:
        """ "state" has the tensors of each parameter, by its number."""
        ...

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Takes over what `state_dict` gave."""
        ...


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
    """Writes a checkpoint and removes those before the last KEPT.

    Returns:
        The path of its file.
    Raises:
        DiskError: it could not be written; the checkpoints before it are untouched.
    """
    folder = run.path / "checkpoints"
    earlier = _generations(folder)
    path = folder / f"checkpoint-{_next_number(folder):06d}-step-{checkpoint.step:08d}.safetensors"
    with disk_errors(f"write the checkpoint of step {checkpoint.step} to {folder}"), atomic_file(path) as file:
        for part in _encoded(checkpoint):
            file.write(part)
    for files in earlier[: 1 - KEPT]:
        _remove(files)
    return path


def load_checkpoint(run: Run) -> tuple[Checkpoint | None, list[str]]:
    """The newest checkpoint that is whole.

    Returns:
        The checkpoint, or None when there is none, and a message for each newer one that is damaged.
    """
    problems: list[str] = []
    for files in reversed(_generations(run.path / "checkpoints")):
        try:
            return _read(files), problems
        except (OSError, ValueError, KeyError, TypeError, DataError, RuntimeError, SafetensorError) as error:
            problems.append(f"the checkpoint {files[0].stem} is damaged ({error})")
    return None, problems


def drop_damaged(run: Run) -> None:
    """Removes checkpoints that are newer than the newest whole one; none where no checkpoint is whole."""
    damaged = []
    for files in reversed(_generations(run.path / "checkpoints")):
        try:
            _read(files)
        except (OSError, ValueError, KeyError, TypeError, DataError, RuntimeError, SafetensorError):
            damaged.append(files)
        else:
            for late in damaged:
                _remove(late)
            return


def pack_module(prefix: str, module: nn.Module) -> dict[str, Tensor]:
    """The parameters and buffers of a module, by dotted name."""
    return {f"{prefix}.{name}": tensor.detach().clone() for name, tensor in module.state_dict().items()}


def unpack_module(prefix: str, module: nn.Module, tensors: dict[str, Tensor]) -> None:
    """Puts `pack_module`'s tensors back; names and shapes must be the module's own."""
    start = f"{prefix}."
    state = {name.removeprefix(start): tensor for name, tensor in tensors.items() if name.startswith(start)}
    module.load_state_dict(state, strict=True)


def pack_optimizer(prefix: str, optimizer: Optimizer) -> dict[str, Tensor]:
    """The moments and step counts of an optimiser, by parameter number; rates follow from the step."""
    state = optimizer.state_dict()["state"]
    return {
        f"{prefix}.{number}.{key}": torch.as_tensor(value).detach().clone()
        for number, values in state.items()
        for key, value in values.items()
    }


def unpack_optimizer(prefix: str, optimizer: Optimizer, tensors: dict[str, Tensor]) -> None:
    """Puts `pack_optimizer`'s tensors back into an optimiser of the same parameters."""
    state: dict[int, dict[str, Tensor]] = {}
    for name, tensor in tensors.items():
        if name.startswith(f"{prefix}."):
            number, key = name.removeprefix(f"{prefix}.").split(".", 1)
            state.setdefault(int(number), {})[key] = tensor.clone()
    optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})


def _generations(folder: Path) -> list[tuple[Path, ...]]:
    """The files of each checkpoint, oldest first, whole or not; of earlier versions, which came first, by step."""
    old: dict[int, list[Path]] = {}
    new: dict[int, Path] = {}
    for path in sorted(folder.glob("*step-*")):
        if match := _NAME.fullmatch(path.name):
            new[int(match[1])] = path
        elif match := _OLD_NAME.fullmatch(path.name):
            old.setdefault(int(match[1]), []).append(path)
    return [*(tuple(old[step]) for step in sorted(old)), *((new[number],) for number in sorted(new))]


def _next_number(folder: Path) -> int:
    numbers = [int(match[1]) for path in folder.glob("checkpoint-*") if (match := _NAME.fullmatch(path.name))]
    return max(numbers, default=0) + 1


def _remove(files: tuple[Path, ...]) -> None:
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _encoded(checkpoint: Checkpoint) -> tuple[bytes, memoryview]:
    """A safetensors file in two parts: its header, with the record and the digest in its metadata, and its data."""
    tensors = {name: tensor.detach().contiguous() for name, tensor in checkpoint.tensors.items()}
    plain = memoryview(safetensors.torch.save(tensors))
    header, data = _split(plain)
    record = json.dumps(
        {"format": FORMAT, "step": checkpoint.step, "numbers": checkpoint.numbers}, allow_nan=False, sort_keys=True
    )
    header["__metadata__"] = {"checkpoint": record, "sha256": _digest(header, record, data)}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text, data


def _split(file: memoryview) -> tuple[dict[str, Any], memoryview]:
    """The header and the data of a safetensors file."""
    length = int.from_bytes(file[:8], "little")
    if len(file) < 8 or length > len(file) - 8:
        raise ValueError("it is cut short")
    header = parse_json(bytes(file[8 : 8 + length]))
    if not isinstance(header, dict):
        raise ValueError("its header is no JSON object")
    return header, file[8 + length :]


def _digest(header: dict[str, Any], record: str, data: memoryview) -> str:
    """SHA-256 over names, shapes, numbers and values."""
    digest = hashlib.sha256(json.dumps(header, sort_keys=True).encode())
    digest.update(record.encode())
    digest.update(data)
    return digest.hexdigest()


def _read(files: tuple[Path, ...]) -> Checkpoint:
    """One checkpoint; raises when it is missing, short, altered, or of a later version."""
    if _OLD_NAME.fullmatch(files[0].name):
        return _read_two_files(files[0].with_suffix(".json"), files[0].with_suffix(".safetensors"))
    raw = read_file(files[0], MAX_FILE_BYTES)
    header, data = _split(memoryview(raw))
    metadata = header.pop("__metadata__")
    if _digest(header, metadata["checkpoint"], data) != metadata["sha256"]:
        raise ValueError("its contents do not match its digest")
    record = parse_json(metadata["checkpoint"])
    _check_format(record["format"], FORMAT)
    return _checkpoint(record, raw)


def _read_two_files(record_path: Path, tensors_path: Path) -> Checkpoint:
    """A checkpoint of an earlier version."""
    if not record_path.is_file():
        raise ValueError("it was cut short while it was written")
    record = read_json_object(record_path)
    _check_format(record["format"], 1)
    raw = read_file(tensors_path, MAX_FILE_BYTES)
    if hashlib.sha256(raw).hexdigest() != record["sha256"]:
        raise ValueError("its contents do not match its digest")
    return _checkpoint(record, raw)


def _checkpoint(record: dict[str, Any], raw: bytes) -> Checkpoint:
    """A checkpoint from its record and its file."""
    step, numbers = record["step"], record["numbers"]
    if not isinstance(step, int) or isinstance(step, bool) or not 0 <= step <= MOST_STEPS:
        raise ValueError(f"its step is {step!r:.40}")
    if not isinstance(numbers, dict):
        raise ValueError(f"its numbers are {numbers!r:.40}")
    return Checkpoint(step, safetensors.torch.load(raw), numbers)


def _check_format(found: object, expected: int) -> None:
    if found != expected:
        raise ValueError(f"its format is {found}, this version reads {expected}")
