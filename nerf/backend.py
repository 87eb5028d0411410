"""Which implementation of the field and the renderer runs, and on which device.

    torch         any device   the definition: plain autograd
    cpu           CPU          compiled kernels (numba), `nerf/kernels/`
    tcnn          CUDA         tiny-cuda-nn for encoding and network, `nerf/tcnn.py`; our Triton kernels for the rest
    triton        CUDA         our own Triton kernels, `nerf/kernels/triton_*.py`
    tcnn-nerfacc  CUDA         tiny-cuda-nn and nerfacc, `nerf/nerfacc_ops.py`; by name only

None of the CUDA backends has run on a card yet. What each computes with stands in `nerf/operations.py`. `auto` is a
card where there is one, with the first of `tcnn`, `triton` and `torch` that passes its trial, else `cpu`. A backend
asked for by name that cannot run is an error, never a silent fallback.

A trial (`nerf/selfcheck.py`) lets a backend compute beside the definition. It runs in a process of its own, so that a
kernel that dies takes nothing along, when a CUDA backend is first asked about; a passed one is remembered in the
user's cache folder for these versions and this card, a failed one for the process. Nothing is probed at import.

With TRITON_INTERPRET=1 in the environment, `triton` runs on the CPU, in Triton's interpreter: for tests, very slowly.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import importlib.util
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch

from bozzetto.nerf.cards import FIX_NO_CARD, card_report, nvcc_problem
from bozzetto.nerf.field_config import BACKENDS, Backend, FieldConfig
from bozzetto.nerf.operations import operations_of

FIX_TRITON = 'pip install "bozzetto[triton]"'
FIX_TCNN = (
    'pip install ninja wheel "setuptools<82" && pip install --no-build-isolation '
    '"git+https://github.com/NVlabs/tiny-cuda-nn/#subdirectory=bindings/torch"'
)
"""Its build asks for pkg_resources, which setuptools 82 dropped, and for the torch that is installed."""
FIX_NERFACC = (
    'pip install "bozzetto[cuda]" && export NVCC_APPEND_FLAGS=-std=c++17'
    "  # nerfacc is compiled at its first use; it defines a lerp of its own, which C++20 has too"
)
AUTO_ORDER: dict[str, tuple[Backend, ...]] = {"cpu": ("cpu",), "cuda": ("tcnn", "triton")}
"""What `auto` tries on a kind of device, the fastest first; `torch` is what is left."""
MAX_TRIAL_DIFFERENCE = {"tcnn": 5e-2, "tcnn-nerfacc": 5e-2, "triton": 5e-3, "torch": 5e-3}
"""Greatest relative difference from the definition. `tcnn` computes in float16; in float32, one unit in a million that
is on here and off there moves the norm of a gradient by 0.001."""
TRIAL_SECONDS = 600
"""After which a trial is given up; the first one compiles every kernel."""
MODULES = {
    "tcnn": (("tinycudann", FIX_TCNN), ("triton", FIX_TRITON)),
    "tcnn-nerfacc": (("tinycudann", FIX_TCNN), ("nerfacc", FIX_NERFACC)),
    "triton": (("triton", FIX_TRITON),),
}
"""What a backend needs, each with the command that installs it."""

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


@dataclass(frozen=True)
class Placement:
    """Where a field lives and what computes it."""

    backend: Backend
    device: torch.device
    reason: str
    """Why, in a few words."""

    def __str__(self) -> str:
        return f"{self.backend} on {self.device} ({self.reason})"


class BackendUnavailableError(RuntimeError):
    """A backend was asked for by name and cannot run here."""


def place_field(config: FieldConfig) -> Placement:
    """Where a field of this configuration begins, and the backend that computes it.

    Args:
        config: `backend` and `device` may each be `auto` or named.

    Raises:
        BackendUnavailableError: what is named cannot run here.
        ValueError: the backend cannot run a field of these sizes.
    """
    if config.device != "auto":
        device = torch.device(config.device)
        placement = Placement(resolve_backend(config.backend, device, config), device, "field.device names the device")
    elif config.backend == "auto":
        placement = _best_placement(config)
    else:
        device = device_of(config.backend)
        placement = Placement(resolve_backend(config.backend, device), device, "field.backend names the backend")
    operations_of(placement.backend, config.mixed_precision).check_config(config)
    if config.deterministic and placement.backend == "torch" and placement.device.type == "cuda":
        raise ValueError("deterministic: the sums of 'torch' have no order on a card; use 'triton', or device 'cpu'")
    if config.cuda_graphs and placement.backend == "torch" and placement.device.type == "cuda":
        raise ValueError("cuda_graphs: the steps of 'torch' cannot be recorded; use 'triton'")
    return placement


def device_of(backend: str) -> torch.device:
    """The device that a named backend runs on by itself: a card for those of CUDA, and for `torch` where one is."""
    if backend == "cpu" or (backend == "triton" and _interpreted()):
        return torch.device("cpu")
    if backend == "torch" and not torch.cuda.is_available():
        return torch.device("cpu")
    return torch.device("cuda")


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
    place = _name_of(device)
    if name not in BACKENDS:
        raise ValueError(f"backend: expected one of {', '.join(BACKENDS)}, got {name!r}")
    if name == "auto":
        for candidate in AUTO_ORDER.get(place.partition(":")[0], ()):
            if obstacle(candidate, place) is None and _fits(candidate, config):
                return candidate
        name = "torch"
    problem = obstacle(name, place)
    if problem is not None:
        raise BackendUnavailableError(f"backend {name!r} cannot run: {problem}")
    return cast(Backend, name)


def _best_placement(config: FieldConfig) -> Placement:
    """A card with the best backend that works there, else the CPU."""
    on_cpu = resolve_backend("auto", "cpu", config)
    if not torch.cuda.is_available():
        return Placement(on_cpu, torch.device("cpu"), card_report().problem)
    try:
        backend = resolve_backend("auto", "cuda", config)
    except BackendUnavailableError as error:
        return Placement(on_cpu, torch.device("cpu"), str(error))
    passed_over = [name for name in AUTO_ORDER["cuda"][: _place_in_order(backend)]]
    reasons = [f"not {name}: {obstacle(name, 'cuda:0') or 'the field is too large for it'}" for name in passed_over]
    return Placement(backend, torch.device("cuda"), "; ".join(["the best that passed its trial", *reasons]))


def _place_in_order(backend: Backend) -> int:
    order = AUTO_ORDER["cuda"]
    return order.index(backend) if backend in order else len(order)


def _name_of(device: torch.device | str) -> str:
    """A device by name, a card always with its number."""
    device = torch.device(device)
    return f"cuda:{device.index or 0}" if device.type == "cuda" else device.type


@functools.cache
def obstacle(name: str, device: str) -> Obstacle | None:
    """What keeps a backend from running on a device, asked once a process; None when nothing does.

    Args:
        name: a backend, not `auto`.
        device: `cpu`, `cuda:0` or another of torch's.
    """
    kind = torch.device(device).type
    if name == "torch" and kind != "cuda":
        return None
    if name == "cpu":
        if kind == "cpu":
            return None
        return Obstacle(f"it needs tensors on a CPU, got {kind}", "use 'torch' there")
    if name == "triton" and importlib.util.find_spec("triton") is None:
        return Obstacle("Triton is not installed", FIX_TRITON)
    if name == "triton" and kind == "cpu" and _interpreted():
        return None
    if not torch.cuda.is_available():
        report = card_report()
        return Obstacle(f"no CUDA device is visible to torch: {report.problem}", report.fix or FIX_NO_CARD)
    if kind != "cuda":
        return Obstacle(f"it needs tensors on CUDA, got {kind}", "move the field there, or use 'cpu' or 'torch'")
    number = torch.device(device).index or 0
    if number >= torch.cuda.device_count():
        return Obstacle(f"there is no card {number}", f"cards 0 to {torch.cuda.device_count() - 1} are there")
    for module, fix in MODULES.get(name, ()):
        if importlib.util.find_spec(module) is None:
            hint = nvcc_problem() if module in ("tinycudann", "nerfacc") else ""
            return Obstacle(f"{module} is not installed" + (f", and {hint}" if hint else ""), fix)
    problem = trial(name, device)
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


def run_selfcheck(name: str, device: str) -> float:
    """The greatest difference of a backend from the definition, computed in a process of its own.

    Raises:
        RuntimeError: the process failed or died, or did not end in TRIAL_SECONDS; the message says how.
    """
    program = f"from bozzetto.nerf.selfcheck import main; main({name!r}, {device!r})"
    environment = {key: value for key, value in os.environ.items() if key != "TRITON_INTERPRET"}
    # The working folder is not on the module search path of `-c` then, whatever a user keeps there.
    program = f"import sys; sys.path[:] = filter(None, sys.path); {program}"
    try:
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=TRIAL_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise RuntimeError(f"it did not end in {TRIAL_SECONDS} s") from error
    if done.returncode < 0:
        raise RuntimeError(f"its process died of {signal.Signals(-done.returncode).name}")
    if done.returncode > 0:
        lines = done.stderr.strip().splitlines()
        raise RuntimeError(lines[-1] if lines else f"its process ended with {done.returncode}")
    return float(json.loads(done.stdout.strip().splitlines()[-1])["difference"])


def trial(name: str, device: str, check: Callable[[str, str], float] | None = None) -> Obstacle | None:
    """Lets a CUDA backend compute beside the definition; None when it passes, now or earlier with these versions.

    Args:
        name: the backend.
        device: a card, by name and number.
        check: gives the greatest difference; `run_selfcheck` by default.
    """
    record = _record_of(name, device)
    if record.is_file():
        return None
    commands = [command for _, command in MODULES.get(name, ())]
    fix = f"build it again on this machine: {'; '.join(commands)}" if commands else "use 'cpu'"
    try:
        difference = (check or run_selfcheck)(name, device)
    except Exception as error:  # a broken build may raise anything, and must not end the process
        return Obstacle(f"it failed at its first use: {error}", fix, broken=True)
    if not difference <= MAX_TRIAL_DIFFERENCE[name]:
        return Obstacle(f"its results differ from the definition by {difference:.2g}", fix, broken=True)
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(json.dumps({"backend": name, "device": device, "difference": difference}), encoding="utf-8")
    except OSError as error:
        log.info("the trial of backend %r is not remembered: %s", name, error)
    return None


def _record_of(name: str, device: str) -> Path:
    """Where a passed trial is remembered: its name says what it depends on."""
    versions = [torch.__version__, str(torch.version.cuda)]
    for module, _ in MODULES.get(name, ()):
        try:
            versions.append(f"{module} {importlib.metadata.version(module)}")
        except importlib.metadata.PackageNotFoundError:
            versions.append(f"{module} without a version")
    index = torch.device(device).index or 0
    versions += [torch.cuda.get_device_name(index), str(torch.cuda.get_device_capability(index))]
    versions += [str(card_report().driver_cuda)]
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        versions.append(hashlib.sha256(path.read_bytes()).hexdigest())
    digest = hashlib.sha256(repr(versions).encode()).hexdigest()[:16]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "bozzetto" / "trials" / f"{name}-{digest}.json"


def _interpreted() -> bool:
    """Whether Triton is installed and its interpreter is switched on; answered without importing it."""
    requested = os.environ.get("TRITON_INTERPRET", "").lower() in ("1", "true", "yes", "on", "y")
    return requested and importlib.util.find_spec("triton") is not None
