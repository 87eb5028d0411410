"""Which implementation of the field and the renderer runs.

    torch   any device   the definition: plain autograd
    cpu     CPU          compiled kernels (numba), `nerf/kernels/`
    tcnn    CUDA         tiny-cuda-nn and nerfacc, `nerf/tcnn.py`; not yet run on a GPU
    triton  CUDA         our own Triton kernels, `nerf/kernels/triton_*.py`; not yet run on a GPU

`auto` is `cpu` for tensors on a CPU; on CUDA the first of `tcnn`, `triton`, `torch` that works. What each computes
with stands in `nerf/operations.py`. A backend asked for by name that cannot run is an
error, never a silent fallback. Nothing is probed at import: the first time that a CUDA backend is asked about, it is
loaded and made to evaluate a small field beside the definition; what came of it is remembered for the process.

With TRITON_INTERPRET=1 in the environment, `triton` runs on the CPU, in Triton's interpreter: for tests, very slowly.
"""

from __future__ import annotations

import functools
import importlib.util
import logging
import os
from dataclasses import dataclass
from typing import cast

import torch

from bozzetto.nerf import selfcheck
from bozzetto.nerf.field_config import BACKENDS, Backend, FieldConfig
from bozzetto.nerf.operations import operations_of

FIX_CUDA = "install NVIDIA's driver and a CUDA build of torch, `pip install torch` on Linux; or use 'cpu'"
FIX_TRITON = 'pip install "bozzetto[triton]"'
FIX_TCNN = 'pip install ninja "git+https://github.com/NVlabs/tiny-cuda-nn/#subdirectory=bindings/torch"'
FIX_TCNN_AGAIN = f"build it again on this machine, with nvcc of torch's CUDA version: {FIX_TCNN} --force-reinstall"
FIX_NERFACC = 'pip install "bozzetto[cuda]"'
AUTO_ORDER: dict[str, tuple[Backend, ...]] = {"cpu": ("cpu",), "cuda": ("tcnn", "triton")}
"""What `auto` tries on a kind of device, the fastest first; `torch` is what is left."""
MAX_TRIAL_DIFFERENCE = {"tcnn": 5e-2, "triton": 1e-3}
"""Greatest difference from the definition in the trial, of values of about 1; `tcnn` computes in float16."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Obstacle:
    """Why a backend cannot run."""

    reason: str
    """What is in the way."""
    fix: str
    """The command or the choice that would help."""
    broken: bool = False
    """Whether it is installed, and failed."""

    def __str__(self) -> str:
        return f"{self.reason}; {self.fix}"


class BackendUnavailableError(RuntimeError):
    """A backend was asked for by name and cannot run here."""


def resolve_backend(name: str, device: torch.device | str, config: FieldConfig | None = None) -> Backend:
    """The backend that `name` means for tensors on `device`.

    Args:
        name: one of `BACKENDS`.
        device: where the field's tensors are.
        config: the field's; `auto` passes over a backend that cannot run its sizes.

    Returns:
        The name of a backend that can run there.

    Raises:
        ValueError: `name` is not the name of a backend.
        BackendUnavailableError: the backend exists by name but is not installed, or cannot run on `device`.
    """
    device = torch.device(device)
    if name not in BACKENDS:
        raise ValueError(f"backend: expected one of {', '.join(BACKENDS)}, got {name!r}")
    if name == "auto":
        for candidate in AUTO_ORDER.get(device.type, ()):
            if obstacle(candidate, device.type) is None and _fits(candidate, config):
                return candidate
        return "torch"
    problem = obstacle(name, device.type)
    if problem is not None:
        raise BackendUnavailableError(f"backend {name!r} cannot run: {problem}")
    return cast(Backend, name)


def device_of(name: str) -> torch.device:
    """Where a field of a backend lives from its beginning: CUDA for the backends that are for CUDA, else the CPU.

    `auto` is the CPU: a run moves to a card only when it is told to.
    """
    on_card = name == "tcnn" or (name == "triton" and not _interpreted())
    return torch.device("cuda" if on_card else "cpu")


@functools.cache
def obstacle(name: str, device_type: str) -> Obstacle | None:
    """What keeps a backend from running on a kind of device, asked once a process; None when nothing does.

    Args:
        name: a backend, not `auto`.
        device_type: `cpu`, `cuda` or another of torch's.
    """
    if name == "torch":
        return None
    if name == "cpu":
        if device_type == "cpu":
            return None
        return Obstacle(f"it needs tensors on a CPU, got {device_type}", "use 'torch' there")
    if name == "triton" and importlib.util.find_spec("triton") is None:
        return Obstacle("Triton is not installed", FIX_TRITON)
    if name == "triton" and device_type == "cpu" and _interpreted():
        return None
    if not torch.cuda.is_available():
        return Obstacle("no CUDA device is visible to torch", FIX_CUDA)
    if device_type != "cuda":
        return Obstacle(f"it needs tensors on CUDA, got {device_type}", "move the field there, or use 'cpu' or 'torch'")
    if name == "tcnn":
        for module, fix in (("tinycudann", FIX_TCNN), ("nerfacc", FIX_NERFACC)):
            if importlib.util.find_spec(module) is None:
                return Obstacle(f"{module} is not installed", fix)
    problem = _trial(name)
    if problem is not None:
        # Explained once, since the answer is kept.
        log.warning("backend %r is installed and cannot be used: %s", name, problem)
    return problem


def check_memory(numbers: int, device: torch.device | str) -> None:
    """Raise ValueError unless a field of so many parameters can be trained in a device's memory.

    Args:
        numbers: float32 parameters; with the gradient and Adam's two moments each takes 16 bytes.
        device: the CPU, whose whole memory counts, or a card, whose free memory counts.
    """
    device = torch.device(device)
    if device.type == "cuda":
        there = torch.cuda.mem_get_info(device)[0]
    elif device.type == "cpu" and hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    else:
        return
    if 16 * numbers > there:
        raise ValueError(
            f"levels, features, log2_table: the field's {numbers / 1e6:.0f} million parameters need "
            f"{16 * numbers / 2**30:.1f} GiB with gradient and Adam's moments, and {device} has "
            f"{there / 2**30:.1f} GiB; lower log2_table"
        )


def _fits(backend: Backend, config: FieldConfig | None) -> bool:
    """Whether a backend can run a field of these sizes."""
    try:
        if config is not None:
            operations_of(backend).check_config(config)
    except ValueError:
        return False
    return True


def _trial(name: str) -> Obstacle | None:
    """Lets a CUDA backend evaluate a small field and composite its samples, and compares with the definition."""
    fix = {"tcnn": FIX_TCNN_AGAIN, "triton": f"{FIX_TRITON} --force-reinstall"}[name]
    try:
        difference = selfcheck.largest_difference(cast(Backend, name), torch.device("cuda"))
    except Exception as error:  # a broken build may raise anything, and must not end the process
        return Obstacle(f"it failed at its first use: {type(error).__name__}: {error}", fix, broken=True)
    if not difference <= MAX_TRIAL_DIFFERENCE[name]:
        return Obstacle(f"its results differ from the definition by {difference:.2g}", fix, broken=True)
    return None


def _interpreted() -> bool:
    """Whether Triton is installed and its interpreter is switched on; answered without importing it."""
    requested = os.environ.get("TRITON_INTERPRET", "").lower() in ("1", "true", "yes", "on", "y")
    return requested and importlib.util.find_spec("triton") is not None
