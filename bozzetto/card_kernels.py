"""Whether torch, as it was built, has machine code for a card that it sees."""

from __future__ import annotations

import re

import torch


def missing_kernels(card: int = 0) -> tuple[str, str]:
    """What is missing on a card that torch sees, and what would help; two empty strings where it can compute there."""
    major, minor = torch.cuda.get_device_capability(card)
    names = torch.cuda.get_arch_list()
    built = [int(number) for name in names for number in re.findall(r"\d+", name.rpartition("_")[2])]
    # Machine code runs on later minor versions of its major; PTX on all later cards.
    if not built or any(code // 10 == major and code % 10 <= minor for code in built):
        return "", ""
    if any(name.startswith("compute_") and int(re.findall(r"\d+", name)[0]) <= 10 * major + minor for name in names):
        return "", ""
    return f"torch {torch.__version__} has no kernels for sm_{major}{minor}", "install a build of torch for this card"
