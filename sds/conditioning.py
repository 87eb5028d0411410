"""What a prior is given with an image: the words, and its view.

The camera of a prior: vertical field of view 40 degrees, distance 1 / sin(20 degrees), so that the unit sphere just
fits; a view is then an azimuth, an elevation and a crop (zoom and centre) of that image.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

_ROUNDING = 1e-5  # float32 rounding of a value at the end of its range, with room for a few operations
_UNIT_TOLERANCE = 1e-3  # a light that is not normalised at all misses by far more, one that is, by 1e-7


@dataclass(frozen=True, eq=False)
class Views:
    """The views of a batch of images: camera, light, background and crop.

    A pixel at NDC p in [-1, 1]^2 (x right, y up) of the crop is at `center + p / zoom` of the full image.

    Args:
        azimuth: [B] radians; 0 looks at the front from +Z, +pi/2 from +X.
        elevation: [B] radians in [-pi/2, pi/2]; positive from above.
        light: [B, 3] unit direction to the light, in the camera frame (+X right, +Y up, +Z towards the viewer).
        ambient: [B] share of ambient light in [0, 1]; 1 is plain albedo.
        background: [B, 3] solid colour, display RGB in [0, 1].
        zoom: [B] positive; 1 is the full image.
        center: [B, 2] centre of the crop in NDC of the full image, in [-1, 1]; 0 for the full image.

    Raises:
        TypeError: a field is not a floating-point tensor.
        ValueError: a shape, a range or a device does not fit, or a value is not finite.
    """

    azimuth: Tensor
    elevation: Tensor
    light: Tensor
    ambient: Tensor
    background: Tensor
    zoom: Tensor
    center: Tensor

    def __post_init__(self) -> None:
        if not isinstance(self.azimuth, Tensor) or self.azimuth.dim() != 1:
            raise ValueError(f"azimuth: expected a tensor [B], got {_describe(self.azimuth)}")
        batch = self.azimuth.shape[0]
        _check_tensor("azimuth", self.azimuth, (batch,), self.azimuth.device)
        _check_tensor("elevation", self.elevation, (batch,), self.azimuth.device)
        _check_tensor("light", self.light, (batch, 3), self.azimuth.device)
        _check_tensor("ambient", self.ambient, (batch,), self.azimuth.device)
        _check_tensor("background", self.background, (batch, 3), self.azimuth.device)
        _check_tensor("zoom", self.zoom, (batch,), self.azimuth.device)
        _check_tensor("center", self.center, (batch, 2), self.azimuth.device)
        _check_bounds("elevation", self.elevation, -math.pi / 2, math.pi / 2)
        _check_bounds("ambient", self.ambient, 0.0, 1.0)
        _check_bounds("background", self.background, 0.0, 1.0)
        _check_bounds("center", self.center, -1.0, 1.0)
        if bool((self.zoom <= 0).any()):
            raise ValueError(f"zoom: expected positive values, got a smallest of {self.zoom.min().item():g}")
        lengths = self.light.norm(dim=-1)
        if bool(((lengths - 1).abs() > _UNIT_TOLERANCE).any()):
            raise ValueError(f"light: expected unit vectors, got lengths {lengths.tolist()}")

    def __len__(self) -> int:
        return self.azimuth.shape[0]

    def __getitem__(self, index: slice | Sequence[int] | Tensor) -> "Views":
        """The views at a slice, a list of indices, an index tensor [K] or a mask [B]; an int would lose the batch."""
        if isinstance(index, int) or (isinstance(index, Tensor) and index.dim() != 1):
            raise TypeError(f"expected a slice, a list or a tensor [K] as index, got {_describe(index)}")
        if not isinstance(index, slice | Tensor):
            index = torch.as_tensor(index, dtype=torch.long, device=self.azimuth.device)
        return Views(
            azimuth=self.azimuth[index],
            elevation=self.elevation[index],
            light=self.light[index],
            ambient=self.ambient[index],
            background=self.background[index],
            zoom=self.zoom[index],
            center=self.center[index],
        )

    def to(self, device: torch.device | str) -> "Views":
        """The same views on another device."""
        return Views(
            azimuth=self.azimuth.to(device),
            elevation=self.elevation.to(device),
            light=self.light.to(device),
            ambient=self.ambient.to(device),
            background=self.background.to(device),
            zoom=self.zoom.to(device),
            center=self.center.to(device),
        )


def concatenate_views(parts: Sequence[Views]) -> Views:
    """Join batches of views, in order.

    Args:
        parts: at least one batch, all on one device.

    Returns:
        Views of batch size sum(len(part)).

    Raises:
        ValueError: `parts` is empty.
    """
    if not parts:
        raise ValueError("expected at least one batch of views, got none")
    return Views(
        azimuth=torch.cat([part.azimuth for part in parts]),
        elevation=torch.cat([part.elevation for part in parts]),
        light=torch.cat([part.light for part in parts]),
        ambient=torch.cat([part.ambient for part in parts]),
        background=torch.cat([part.background for part in parts]),
        zoom=torch.cat([part.zoom for part in parts]),
        center=torch.cat([part.center for part in parts]),
    )


@dataclass(frozen=True)
class UnknownWord:
    """A word of the prompt that the prior does not know, with the known words nearest to it, best first."""

    word: str
    nearest: tuple[str, ...]


@dataclass(frozen=True)
class NamedNoun:
    """A noun of the prompt, and the object that stands for it."""

    name: str
    instance: int
    """Which of the noun's objects, from 0."""
    instances: int
    """How many it has."""
    pack: str = ""
    """Name of the word pack's file that it comes from; empty for one that the prior is shipped with."""
    digest: str = ""
    """SHA-256 that names the pack's content."""
    author: str = ""
    licence: str = ""
    source: str = ""


@dataclass(frozen=True, eq=False)
class Conditioning:
    """An encoded prompt.

    `cond` and `uncond` are the prior's own: only the prior that made them reads them. Each is None or has
    `.to(device)`, as a tensor has.

    Args:
        cond: payload of the prompt.
        uncond: payload of the negative prompt, or of no text.
        prompt: the text as it was given.
        unknown: the words of the prompt that the prior does not know.
        assumed: (word of the prompt, known word that it is read as), where the two do not mean quite the same.
        notes: sentences that whoever gave the prompt should read.
        nouns: the objects that it names, where the prior knows objects.

    Raises:
        TypeError: `prompt` is not a string, `unknown` holds something else than `UnknownWord`, or a payload cannot be
            moved.
    """

    cond: Any
    uncond: Any
    prompt: str
    unknown: tuple[UnknownWord, ...] = ()
    assumed: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    nouns: tuple[NamedNoun, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.prompt, str):
            raise TypeError(f"prompt: expected a string, got {_describe(self.prompt)}")
        object.__setattr__(self, "unknown", tuple(self.unknown))  # a list is welcome, and is frozen here
        for word in self.unknown:
            if not isinstance(word, UnknownWord):
                raise TypeError(f"unknown: expected UnknownWord, got {_describe(word)}")
        for name, payload in (("cond", self.cond), ("uncond", self.uncond)):
            if payload is not None and not callable(getattr(payload, "to", None)):
                raise TypeError(f"{name}: expected None or an object with .to(device), got {_describe(payload)}")

    def to(self, device: torch.device | str) -> "Conditioning":
        """The same conditioning with both payloads on another device."""
        return Conditioning(
            cond=None if self.cond is None else self.cond.to(device),
            uncond=None if self.uncond is None else self.uncond.to(device),
            prompt=self.prompt,
            unknown=self.unknown,
            assumed=self.assumed,
            notes=self.notes,
            nouns=self.nouns,
        )


def _check_tensor(name: str, value: object, shape: tuple[int, ...], device: torch.device) -> None:
    if not isinstance(value, Tensor) or not value.is_floating_point():
        raise TypeError(f"{name}: expected a floating-point tensor, got {_describe(value)}")
    if value.shape != shape:
        raise ValueError(f"{name}: expected shape {shape}, got {tuple(value.shape)}")
    if value.device != device:
        raise ValueError(f"{name}: expected device {device} as azimuth has, got {value.device}")
    if not bool(value.isfinite().all()):
        raise ValueError(f"{name}: expected finite values, got {value.tolist()}")


def _check_bounds(name: str, value: Tensor, low: float, high: float) -> None:
    if bool(((value < low - _ROUNDING) | (value > high + _ROUNDING)).any()):
        raise ValueError(
            f"{name}: expected values in [{low:.4g}, {high:.4g}], got {value.min().item():g} to {value.max().item():g}"
        )


def _describe(value: object) -> str:
    if isinstance(value, Tensor):
        return f"a {value.dtype} tensor of shape {tuple(value.shape)}"
    return f"{type(value).__name__} {value!r}"
