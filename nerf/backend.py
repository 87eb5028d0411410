"""Which implementation of the field and the renderer runs.

    torch   any device   the definition: plain autograd
    cpu     CPU          compiled kernels (numba), `nerf/kernels/`
    tcnn    CUDA         tiny-cuda-nn and nerfacc; not in this build
    triton  CUDA         our own Triton kernels; not in this build

`auto` is `cpu` for tensors on a CPU and `torch` elsewhere. Every operation that has a kernel takes the resolved name
and has one visible `if` on it; a backend asked for by name that cannot run is an error, never a silent fallback.
"""

from __future__ import annotations

from typing import Literal, cast

import torch

Backend = Literal["torch", "cpu"]
BACKENDS = ("auto", "torch", "cpu", "tcnn", "triton")


class BackendUnavailableError(RuntimeError):
    """A backend was asked for by name and cannot run here."""


def resolve_backend(name: str, device: torch.device | str) -> Backend:
    """The backend that `name` means for tensors on `device`.

    Args:
        name: one of `BACKENDS`.
        device: where the field's tensors are.

    Returns:
        `torch` or `cpu`.

    Raises:
        ValueError: `name` is not the name of a backend.
        BackendUnavailableError: the backend exists by name but is not installed, or cannot run on `device`.
    """
    device = torch.device(device)
    if name not in BACKENDS:
        raise ValueError(f"backend: expected one of {', '.join(BACKENDS)}, got {name!r}")
    if name == "auto":
        return "cpu" if device.type == "cpu" else "torch"
    if name in ("tcnn", "triton"):
        raise BackendUnavailableError(
            f"backend {name!r} is not part of this build; use 'cpu' on a CPU, 'torch' on any device"
        )
    if name == "cpu" and device.type != "cpu":
        raise BackendUnavailableError(f"backend 'cpu' needs tensors on a CPU, got {device}; use 'torch' there")
    return cast(Backend, name)
