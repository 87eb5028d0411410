"""What NVIDIA cards, driver and compilers this machine has, as torch and the driver's library tell; nothing is run."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
from dataclasses import dataclass

import torch

from bozzetto.card_kernels import missing_kernels

FIX_NO_CARD = "install an NVIDIA card and its driver, or use 'cpu'"
FIX_TORCH_BUILD = "install a CUDA build of torch, on Linux: pip install --force-reinstall torch"


@dataclass(frozen=True)
class CardReport:
    """Cards and what is needed to compute on them."""

    cards: tuple[str, ...]
    """Of each card that torch sees: name, compute capability, memory."""
    driver_cuda: tuple[int, int] | None
    """The newest CUDA that the driver runs; None without a driver."""
    torch_cuda: str | None
    """The CUDA that torch was built for; None for a build without."""
    nvcc: str | None
    """Path and version of the CUDA compiler, which tiny-cuda-nn and nerfacc are built with."""
    problem: str = ""
    """Why torch cannot compute on a card; empty where it can."""
    fix: str = ""
    """What would help."""

    def lines(self) -> list[str]:
        """The report, a line a fact."""
        driver = "none" if self.driver_cuda is None else f"runs CUDA {_version(self.driver_cuda)} and older"
        build = f"built for CUDA {self.torch_cuda}" if self.torch_cuda else "built without CUDA"
        return [
            f"cards: {'; '.join(self.cards) or 'none that torch sees'}",
            f"driver: {driver}",
            f"torch {torch.__version__}: {build}",
            f"nvcc: {self.nvcc or 'not on PATH'}",
            *([f"problem: {self.problem}; {self.fix}"] if self.problem else []),
        ]


def card_report() -> CardReport:
    """What is there now. Nothing is raised: what cannot be learnt is absent from the report."""
    driver, built_for = driver_cuda(), torch.version.cuda
    cards: tuple[str, ...] = ()
    if torch.cuda.is_available():
        cards = tuple(_card(index) for index in range(torch.cuda.device_count()))
        problem, fix = missing_kernels()
    elif built_for is None:
        problem = "torch was built without CUDA" + ("" if driver is None else ", though there is a driver for a card")
        fix = FIX_NO_CARD if driver is None else FIX_TORCH_BUILD
    elif driver is None:
        problem, fix = "there is no NVIDIA driver", FIX_NO_CARD
    elif driver[0] < _numbers(built_for)[0]:
        # Within a major version an older driver will do.
        problem = f"the driver is too old: it runs CUDA {_version(driver)}, and torch was built for {built_for}"
        fix = f"update NVIDIA's driver, or install a build of torch for CUDA {driver[0]}"
    else:
        problem, fix = "no card is visible to torch", "look at nvidia-smi and at CUDA_VISIBLE_DEVICES"
    return CardReport(cards, driver, built_for, nvcc(), problem, fix)


def driver_cuda() -> tuple[int, int] | None:
    """Major and minor of the newest CUDA that the driver runs; None without a driver."""
    for name in ("libcuda.so.1", "nvcuda.dll"):
        try:
            library, version = ctypes.CDLL(name), ctypes.c_int()
        except OSError:
            continue
        if library.cuDriverGetVersion(ctypes.byref(version)) == 0:
            return version.value // 1000, version.value % 1000 // 10
    return None


def nvcc() -> str | None:
    """Path and version of `nvcc`; None where it is not on PATH."""
    path = shutil.which("nvcc")
    if path is None:
        return None
    try:
        text = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=30).stdout
    except (OSError, subprocess.TimeoutExpired):
        return f"{path}, which does not answer"
    release = re.search(r"release (\d+\.\d+)", text)
    return f"{path}, CUDA {release[1]}" if release else path


def nvcc_problem() -> str:
    """Why extensions of torch cannot be built here by nvcc; empty where they can."""
    compiler, built_for = nvcc(), torch.version.cuda
    if compiler is None:
        return "nvcc is not on PATH: install the CUDA toolkit" + (f" {built_for}" if built_for else "")
    release = re.search(r"CUDA (\d+)\.", compiler)
    if built_for and release and int(release[1]) != _numbers(built_for)[0]:
        return f"nvcc is of another CUDA than torch's {built_for}: {compiler}"
    return ""


def _card(index: int) -> str:
    major, minor = torch.cuda.get_device_capability(index)
    memory = torch.cuda.get_device_properties(index).total_memory
    return f"{torch.cuda.get_device_name(index)}, sm_{major}{minor}, {memory / 2**30:.0f} GiB"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _version(numbers: tuple[int, int]) -> str:
    return f"{numbers[0]}.{numbers[1]}"
