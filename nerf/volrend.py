"""Emission-absorption volume rendering of packed samples, the definition (Max 1995; Mildenhall et al. 2020, eq. 3).

Conventions: samples are packed: N intervals [t_starts, t_ends] of constant density, sorted by ray and along each ray,
with `ray_indices` saying whose they are and `ray_offsets` where each ray's run begins. Distances are in world units
along unit directions; densities are per world unit. Light that no sample absorbs, 1 - opacity, goes to the background.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from jaxtyping import Float, Int64
from torch import Tensor

from bozzetto.nerf.cameras import Rays

MAX_OPTICAL_DEPTH = 1e3
"""Optical depth past which exp(-depth) is zero even in float64."""


@dataclass(frozen=True)
class Samples:
    """N packed samples on R rays.

    Args:
        ray_indices: int64 [N], ascending.
        t_starts: [N], ascending along a ray.
        t_ends: [N].
        ray_offsets: int64 [R + 1]; ray r owns samples ray_offsets[r] to ray_offsets[r + 1] - 1.
    """

    ray_indices: Int64[Tensor, " n"]
    t_starts: Float[Tensor, " n"]
    t_ends: Float[Tensor, " n"]
    ray_offsets: Int64[Tensor, " offsets"]

    def __len__(self) -> int:
        return self.ray_indices.shape[0]

    @property
    def n_rays(self) -> int:
        """R."""
        return self.ray_offsets.shape[0] - 1

    def to(self, device: torch.device | str) -> Samples:
        """The same samples on a device."""
        columns = (self.ray_indices, self.t_starts, self.t_ends, self.ray_offsets)
        return Samples(*(column.to(device) for column in columns))

    @property
    def t_mids(self) -> Float[Tensor, " n"]:
        """[N] middle of each interval, where the field is evaluated."""
        return 0.5 * (self.t_starts + self.t_ends)


WeightsFn = Callable[[Tensor, Samples, int], tuple[Tensor, Tensor]]
AccumulateFn = Callable[[Tensor, "Tensor | None", Tensor, int], Tensor]


@dataclass(frozen=True)
class Composited:
    """What R rays gather from their N samples.

    Args:
        albedo: [R, 3] sum of w_i albedo_i, premultiplied.
        opacity: [R] sum of w_i, in [0, 1].
        distance: [R] sum of w_i t_i, with t_i the middle of the interval.
        weights: [N] w_i.
    """

    albedo: Float[Tensor, "rays 3"]
    opacity: Float[Tensor, " rays"]
    distance: Float[Tensor, " rays"]
    weights: Float[Tensor, " n"]


def pack(
    ray_indices: Int64[Tensor, " n"], t_starts: Float[Tensor, " n"], t_ends: Float[Tensor, " n"], n_rays: int
) -> Samples:
    """Samples from their three columns.

    Args:
        ray_indices: int64 [N], ascending, 0 to n_rays - 1.
        t_starts: [N].
        t_ends: [N], not before t_starts.
        n_rays: R.

    Returns:
        Samples with offsets.

    Raises:
        ValueError: shapes differ, indices are not sorted or are out of range, or an interval ends before it starts.
    """
    if ray_indices.ndim != 1 or not ray_indices.shape == t_starts.shape == t_ends.shape:
        raise ValueError(
            "ray_indices, t_starts, t_ends: expected one shape [N], got "
            f"{list(ray_indices.shape)}, {list(t_starts.shape)}, {list(t_ends.shape)}"
        )
    if ray_indices.numel() and (int(ray_indices.min()) < 0 or int(ray_indices.max()) >= n_rays):
        raise ValueError(
            f"ray_indices: expected 0 to {n_rays - 1}, got {int(ray_indices.min())} to {int(ray_indices.max())}"
        )
    if not bool((ray_indices[1:] >= ray_indices[:-1]).all()):
        raise ValueError("ray_indices: expected ascending order, got an unsorted list")
    if not bool((t_ends >= t_starts).all()):
        raise ValueError("t_ends: expected none before its t_starts")
    counts = torch.bincount(ray_indices, minlength=n_rays)
    return Samples(ray_indices, t_starts, t_ends, torch.cat([counts.new_zeros(1), counts.cumsum(0)]))


def weights_from_density(
    sigmas: Float[Tensor, " n"], samples: Samples, n_rays: int
) -> tuple[Float[Tensor, " n"], Float[Tensor, " n"]]:
    """How much of a ray's light each sample gives.

    w_i = T_i (1 - exp(-sigma_i delta_i)) with T_i = exp(-sum_{j<i} sigma_j delta_j) (Mildenhall et al. 2020, eq. 3).

    Differentiable in `sigmas` only.

    Args:
        sigmas: [N] >= 0, density of each interval.
        samples: N packed samples.
        n_rays: R.

    Returns:
        weights [N] in [0, 1] and trans [N], the transmittance up to the start of each interval.

    Raises:
        ValueError: sizes do not match.
    """
    check_density(sigmas, samples, n_rays)
    # Past that depth nothing is left even in float64, and infinity would spread to the rays behind; NaN is put back
    # below.
    optical = (sigmas * (samples.t_ends - samples.t_starts)).clamp(max=MAX_OPTICAL_DEPTH)
    nan = optical.isnan()
    # One running sum over all rays, less each ray's own start; float64 because that difference cancels.
    total = optical.masked_fill(nan, 0.0).double().cumsum(0)
    before = total - optical.masked_fill(nan, 0.0)
    first = samples.ray_offsets[samples.ray_indices]
    trans = torch.exp(before[first] - before).to(sigmas.dtype)
    nans_before = nan.cumsum(0) - nan.long()
    trans = trans.masked_fill(nans_before > nans_before[first], torch.nan)
    return trans * -torch.expm1(-optical), trans


def positions(rays: Rays, samples: Samples) -> Float[Tensor, "n 3"]:
    """Where the samples are: the middles of their intervals.

    Args:
        rays: R rays.
        samples: N packed samples on them.

    Returns:
        [N, 3].
    """
    r = samples.ray_indices
    return torch.addcmul(rays.origins[r], rays.directions[r], samples.t_mids[:, None])


def accumulate(
    weights: Float[Tensor, " n"],
    values: Float[Tensor, "n c"] | None,
    ray_indices: Int64[Tensor, " n"],
    n_rays: int,
) -> Float[Tensor, "rays channels"]:
    """Weighted sum along each ray, sum_i w_i v_i.

    Differentiable in `weights` and `values`.

    Args:
        weights: [N].
        values: [N, C], or None for ones (C = 1).
        ray_indices: int64 [N], ascending.
        n_rays: R.

    Returns:
        [R, C].

    Raises:
        ValueError: sizes do not match.
    """
    check_accumulate(weights, values, ray_indices)
    weighted = weights[:, None] if values is None else weights[:, None] * values
    out = torch.zeros(n_rays, weighted.shape[1], dtype=weighted.dtype, device=weighted.device)
    return out.index_add(0, ray_indices, weighted)


def composite(
    sigmas: Float[Tensor, " n"],
    albedo: Float[Tensor, "n 3"],
    samples: Samples,
    n_rays: int,
    *,
    weights_from_density: WeightsFn = weights_from_density,
    accumulate: AccumulateFn = accumulate,
) -> Composited:
    """All that a ray gathers: colour, opacity and distance.

    Differentiable in `sigmas` and `albedo`.

    Args:
        sigmas: [N] >= 0.
        albedo: [N, 3].
        samples: N packed samples.
        n_rays: R.
        weights_from_density: a backend's; by default the definition.
        accumulate: a backend's; by default the definition.

    Returns:
        Sums of R rays, weights of N samples.

    Raises:
        ValueError: sizes do not match.
    """
    check_composite(sigmas, albedo, samples, n_rays)
    weights, _ = weights_from_density(sigmas, samples, n_rays)
    t_mids = samples.t_mids[:, None]
    values = torch.cat([albedo, torch.ones_like(t_mids), t_mids], -1)
    sums = accumulate(weights, values, samples.ray_indices, n_rays)
    return Composited(sums[:, :3], sums[:, 3], sums[:, 4], weights)


def check_density(sigmas: Float[Tensor, " n"], samples: Samples, n_rays: int) -> None:
    """Raise ValueError unless there is one density a sample and n_rays is the samples' own."""
    if tuple(sigmas.shape) != (len(samples),):
        raise ValueError(f"sigmas: expected shape {[len(samples)]}, got {list(sigmas.shape)}")
    if n_rays != samples.n_rays:
        raise ValueError(f"n_rays: expected {samples.n_rays} (the samples'), got {n_rays}")


def check_composite(sigmas: Float[Tensor, " n"], albedo: Float[Tensor, "n 3"], samples: Samples, n_rays: int) -> None:
    """Raise ValueError unless there is one density and one albedo a sample and n_rays is the samples' own."""
    check_density(sigmas, samples, n_rays)
    if tuple(albedo.shape) != (len(samples), 3):
        raise ValueError(f"albedo: expected shape {[len(samples), 3]}, got {list(albedo.shape)}")


def check_accumulate(
    weights: Float[Tensor, " n"], values: Float[Tensor, "n c"] | None, ray_indices: Int64[Tensor, " n"]
) -> None:
    """Raise ValueError unless weights are [N], values [N, C] or None, ray_indices [N]."""
    if weights.ndim != 1 or weights.shape != ray_indices.shape:
        raise ValueError(
            f"weights, ray_indices: expected one shape [N], got {list(weights.shape)}, {list(ray_indices.shape)}"
        )
    if values is not None and (values.ndim != 2 or values.shape[0] != weights.shape[0]):
        raise ValueError(f"values: expected shape [{weights.shape[0]}, C] or None, got {list(values.shape)}")
