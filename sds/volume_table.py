"""The volumes of the embedded prior's nouns: as training changes them, and as they lie on disk.

Every noun has a volume of its own (``bozzetto.sds.volume``), and one more stands for prompts that name none. An object
is a thin shell from outside, so a stored volume keeps features only where some camera sees them, and what is far
inside or outside costs next to nothing once it is compressed. A volume is unpacked when a prompt asks for it: loading
the prior reads no other.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

from bozzetto.sds.volume import Volume, composite_cpu, inside
from bozzetto.sds.volume_kernels import ABSENT, BIAS, FEATURES, SHARPNESS

MAX_VALUE = 2.5
"""The largest value of an opacity on disk: opaque to 1e-3."""
LEVELS = 127
"""Steps of an opacity from ABSENT to MAX_VALUE on disk."""
FEATURE_LEVELS = 11
"""Steps of a feature to either side of zero; its largest value in the volume is the last."""
MIN_VISIBILITY = 0.05
"""A voxel whose weights in all pixels of ``VISIBILITY_VIEWS`` views add up to less counts as hidden. x0 error at
t = .95 of 24 objects, whole and crops: .0035 and .0044 as trained, .0036 and .0045 by this and 11 levels, .0042 and
.0051 by .5 and 31 levels.
"""
VISIBILITY_VIEWS, VISIBILITY_PIXELS = 48, 48
PREFIX = "volumes."


class Table(Protocol):
    """Where the volumes come from."""

    def __call__(self, nouns: Int[Tensor, " p"]) -> Float[Tensor, "p values"]:
        """The rows [P, voxels inside * (1 + FEATURES)] of nouns int64 [P]; the number of nouns stands for none."""
        ...


class VolumeTable(nn.Module):
    """The volumes of ``nouns`` nouns and of none, in float32, with sparse gradients: a step of training changes the
    rows that it met.
    """

    def __init__(self, nouns: int, edge: int) -> None:
        super().__init__()
        self.rows = nn.Parameter(torch.empty(nouns + 1, len(inside(edge)) * (1 + FEATURES)))
        nn.init.normal_(self.rows, std=0.02)

    def forward(self, nouns: Int[Tensor, " p"]) -> Float[Tensor, "p values"]:
        """See ``Table``."""
        return F.embedding(nouns, self.rows, sparse=True)


class StoredVolumes:
    """The volumes of a weights file.

    Args:
        tensors: what ``store`` made.
    Raises:
        KeyError, ValueError: it did not make them.
    """

    def __init__(self, tensors: dict[str, Tensor], edge: int) -> None:
        self._data = tensors[PREFIX + "data"].numpy()
        self._ends = tensors[PREFIX + "ends"].tolist()
        self._scale = tensors[PREFIX + "scale"].float()
        self._voxels = len(inside(edge))
        if self._ends[-1:] != [len(self._data)] or self._scale.shape != (len(self._ends), FEATURES):
            raise ValueError(f"the stored volumes are {len(self._data)} bytes, expected {self._ends[-1:]}")

    def __len__(self) -> int:
        return len(self._ends)

    def __call__(self, nouns: Int[Tensor, " p"]) -> Float[Tensor, "p values"]:
        """See ``Table``."""
        return torch.stack([self._row(k) for k in nouns.tolist()]).to(nouns.device)

    def solid(self, k: int) -> Bool[Tensor, " voxels"]:
        """Which voxels of noun k are more solid than not, bool [voxels inside]; much cheaper than its row."""
        return solid_of(self.stored(k)[0], self._voxels)

    def stored(self, k: int) -> tuple[bytes, Float[Tensor, " channels"]]:
        """The volume of noun k as it lies on disk; see ``packed``."""
        begin = self._ends[k - 1] if k else 0
        return self._data[begin : self._ends[k]].tobytes(), self._scale[k]

    def _row(self, k: int) -> Float[Tensor, " values"]:
        return unpacked(*self.stored(k), self._voxels)


def solid_of(blob: bytes, voxels: int) -> Bool[Tensor, " voxels"]:
    """Which voxels of a volume as it lies on disk are more solid than not; much cheaper than its row.

    Raises:
        ValueError: ``packed`` did not make it.
    """
    try:
        plain = zlib.decompressobj().decompress(blob, voxels)
    except zlib.error as error:
        raise ValueError(f"the volume is damaged ({error})") from error
    if len(plain) != voxels:
        raise ValueError(f"the volume has {len(plain)} bytes of opacity, expected {voxels}")
    return torch.frombuffer(bytearray(plain), dtype=torch.uint8) >= solid_level()


def solid_level() -> int:
    """The least level of an opacity on disk at which a sample stops half of the light."""
    return int(np.ceil((-BIAS / SHARPNESS - ABSENT) * LEVELS / (MAX_VALUE - ABSENT)))


def unpacked(blob: bytes, scale: Float[Tensor, " channels"], voxels: int) -> Float[Tensor, " values"]:
    """The row of a volume as it lies on disk.

    Args:
        blob, scale: what ``packed`` made. voxels: of the grid, those inside.
    Raises:
        ValueError: it did not make them.
    """
    mask = -(-voxels // 8)
    most = voxels * (1 + FEATURES) + mask
    try:
        stream = zlib.decompressobj()
        # Bounded: a few bytes may claim to be gigabytes.
        data = stream.decompress(blob, most + 1)
    except zlib.error as error:
        raise ValueError(f"the volume is damaged ({error})") from error
    plain = np.frombuffer(data, np.uint8)
    bits = (
        np.unpackbits(plain[voxels : voxels + mask], count=voxels).astype(bool) if len(plain) >= voxels + mask else None
    )
    if bits is None or not stream.eof or len(plain) != voxels + mask + FEATURES * int(bits.sum()):
        raise ValueError(f"the volume has {len(plain)} bytes, which is not what {voxels} voxels take")
    opacity = torch.from_numpy(plain[:voxels].astype(np.float32)) * ((MAX_VALUE - ABSENT) / LEVELS) + ABSENT
    kept = plain[voxels + mask :].view(np.int8).reshape(FEATURES, -1)
    features = torch.zeros(voxels, FEATURES)
    features[torch.from_numpy(bits)] = torch.from_numpy(kept.T.astype(np.float32)) * scale
    return torch.cat([opacity, features.flatten()])


def store(
    rows: Float[Tensor, "k values"],
    edge: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
    min_visibility: float = MIN_VISIBILITY,
) -> dict[str, Tensor]:
    """Rows [K, voxels inside * (1 + FEATURES)] as they ship; see ``StoredVolumes``.

    Voxels that ``visible_voxels`` finds hidden keep no features.
    """
    blobs, scales = [], []
    for k, row in enumerate(rows):
        blob, scale = packed(row, edge, min_visibility)
        blobs.append(blob)
        scales.append(scale)
        progress(k + 1, len(rows))
    return {
        PREFIX + "data": torch.frombuffer(bytearray(b"".join(blobs)), dtype=torch.uint8),
        PREFIX + "ends": torch.tensor(np.cumsum([len(blob) for blob in blobs])),
        PREFIX + "scale": torch.stack(scales),
    }


def packed(
    row: Float[Tensor, " values"], edge: int, min_visibility: float = MIN_VISIBILITY
) -> tuple[bytes, Float[Tensor, " channels"]]:
    """A row [voxels inside * (1 + FEATURES)] as it lies on disk, and the steps of its features; see ``store``."""
    count = len(inside(edge))
    opacity, features = row[:count], row[count:].view(count, FEATURES)
    visible = visible_voxels(opacity, edge, min_visibility)
    # Where nothing looks, what matters is solid or empty; what is hidden behind a surface is as solid as can be.
    hidden = torch.where(opacity > 0, MAX_VALUE, ABSENT)
    level = (torch.where(visible, opacity, hidden).clamp(ABSENT, MAX_VALUE) - ABSENT) * (LEVELS / (MAX_VALUE - ABSENT))
    kept = features[visible]
    largest = kept.abs().amax(0) if len(kept) else torch.zeros(FEATURES)
    scale = (largest / FEATURE_LEVELS).clamp(min=1e-8)
    whole = (kept / scale).round().to(torch.int8)
    parts = [
        level.round().to(torch.uint8).numpy(),
        np.packbits(visible.numpy()),
        whole.T.contiguous().numpy().view(np.uint8),
    ]
    return zlib.compress(b"".join(part.tobytes() for part in parts), 9), scale


def visible_voxels(
    opacity: Float[Tensor, " voxels"], edge: int, min_visibility: float = MIN_VISIBILITY
) -> Bool[Tensor, " voxels"]:
    """Which of a volume's voxels [voxels inside] show in some view from outside, bool [voxels inside]."""
    where = inside(edge)
    grid = opacity.new_full((edge**3,), ABSENT).index_copy(0, where, opacity.detach()).view(1, edge, edge, edge)
    features = torch.zeros(1, edge, edge, edge, FEATURES, requires_grad=True)
    total = torch.zeros(edge**3)
    for camera in _all_around():
        maps = composite_cpu(Volume(grid, features), camera[None], VISIBILITY_PIXELS)
        total += torch.autograd.grad(maps[..., 1].sum(), features)[0].view(-1, FEATURES)[:, 0]
    return total[where] > min_visibility


def _all_around() -> Iterator[Tensor]:
    """Cameras [7] on Fibonacci's spiral, as ``bozzetto.sds.volume.composite`` takes them."""
    for k in range(VISIBILITY_VIEWS):
        sine = 1 - (2 * k + 1) / VISIBILITY_VIEWS
        azimuth = torch.tensor(k * np.pi * (3 - 5**0.5))
        parts = [azimuth.sin(), azimuth.cos(), torch.tensor(sine), torch.tensor((1 - sine**2) ** 0.5)]
        yield torch.stack([*parts, torch.ones(()), torch.zeros(()), torch.zeros(())]).float()
