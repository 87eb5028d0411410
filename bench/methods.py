"""The distillation methods as the bench compares them: the same loop, schedule and regularisers, another gradient."""

from __future__ import annotations

METHODS = {
    "x0": (),
    "sds": ("guidance.method=sds",),
    "csd": ("guidance.method=csd",),
    "nfsd": ("guidance.method=nfsd",),
    "ism": ("guidance.method=ism",),
    "sdi": ("guidance.method=sdi",),
    "hifa": ("guidance.method=hifa",),
    "vsd": ("guidance.method=vsd",),
}
"""What each method changes of the preset."""


def settings_of(method: str) -> tuple[str, ...]:
    """The settings of a method.

    Raises:
        ValueError: there is no such method; the message names those that there are.
    """
    if method not in METHODS:
        raise ValueError(f"unknown method {method!r}; there are {', '.join(METHODS)}")
    return METHODS[method]
