"""Between the host and a card: a copy that the host waits for costs it everything that the card has still to do."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


def upload(tensor: Tensor, device: torch.device | str) -> Tensor:
    """A tensor on a device; a copy from the host to a card is not waited for, unless a gradient shall come back.

    It goes by page-locked memory, which torch keeps until the copy is done: from other memory the driver may wait for
    all work before.
    """
    if torch.device(device).type == "cuda" and tensor.device.type == "cpu" and not tensor.requires_grad:
        # An expanded tensor, whose places overlap, cannot be page-locked.
        return tensor.contiguous().pin_memory().to(device, non_blocking=True)
    return tensor.to(device)


class _Download(torch.autograd.Function):
    """A tensor on another device; its gradient comes back without being waited for."""

    @staticmethod
    def forward(ctx: Any, tensor: Tensor, device: torch.device) -> Tensor:
        ctx.there = tensor.new_empty(0)
        return tensor.to(device)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, None]:
        back: Tensor = ctx.there.new_empty(grad.shape)
        aside = back.device.type == "cuda" and grad.device.type == "cpu"
        return back.copy_(grad.contiguous().pin_memory() if aside else grad, non_blocking=aside), None


def download(tensor: Tensor, device: torch.device | str) -> Tensor:
    """A tensor on a device, differentiable; the host waits for it once, and not for the gradient's way back."""
    device = torch.device(device)
    if tensor.device == device:
        return tensor
    moved: Tensor = _Download.apply(tensor, device)  # type: ignore[no-untyped-call]
    return moved
