"""What every Triton kernel's caller checks, how it is launched, and whether the kernels are interpreted.

With TRITON_INTERPRET=1 in the environment before Triton is imported, its interpreter runs the kernels with numpy on the
CPU: that is for tests, and a thousand times slower than any other backend.
"""

from __future__ import annotations

import contextlib
import functools
from typing import Any

import torch
import triton
from torch import Tensor


def interpreted() -> bool:
    """Whether Triton's interpreter runs the kernels."""
    return bool(triton.knobs.runtime.interpret)


@functools.cache
def arch_of(device: torch.device) -> int:
    """Compute capability times ten of a card; of Hopper's for the interpreter."""
    if device.type != "cuda":
        return 90
    major, minor = torch.cuda.get_device_capability(device)
    return 10 * major + minor


def launch(kernel: Any, programs: int, *arguments: Any, **constants: Any) -> None:
    """One kernel, on the card of its tensors: Triton would launch it on torch's current one, whatever they are on.

    Args:
        kernel: compiled at its first launch.
        programs: how many.
        arguments: tensors, contiguous and all on one device, and numbers.
        constants: of the kernel, and Triton's options.
    """
    device = next(argument.device for argument in arguments if isinstance(argument, Tensor))
    with torch.cuda.device(device) if device.type == "cuda" else contextlib.nullcontext():
        kernel[(programs,)](*arguments, **constants)


def next_power_of_2(n: int) -> int:
    """The least power of two that is not below n >= 1; a tile's side must be one."""
    return 1 << (n - 1).bit_length()


def check_tensors(**tensors: Tensor) -> None:
    """Raise unless all are float32, and on one CUDA device (or on the CPU, under the interpreter).

    Raises:
        TypeError: another dtype.
        ValueError: another device, or several.
    """
    devices = {tensor.device for tensor in tensors.values()}
    for name, tensor in tensors.items():
        if tensor.dtype != torch.float32:
            raise TypeError(f"{name}: expected float32, got {tensor.dtype}; the Triton kernels take no other")
    if len(devices) > 1:
        places = ", ".join(f"{name} on {tensor.device}" for name, tensor in tensors.items())
        raise ValueError(f"expected all tensors on one device, got {places}")
    kind = next(iter(devices)).type
    if kind != ("cpu" if interpreted() else "cuda"):
        raise ValueError(
            f"backend 'triton': expected tensors on {'the CPU (interpreter)' if interpreted() else 'CUDA'}, got {kind}"
        )
