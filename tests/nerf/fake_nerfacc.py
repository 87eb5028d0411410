"""A stand-in for nerfacc 0.5.3's grid: its traversal (grid.cu, utils_grid.cuh) line by line, in float32, ray by ray."""

import contextlib
import sys
import types
from unittest import mock

import numpy as np
import torch

f32 = np.float32


def traverse(origins, directions, cells, near, far, step):
    """Ray, start and end of each interval, as `traverse_grids_kernel` gives them.

    Args:
        origins, directions: [R, 3] float32.
        cells: [n, n, n] bool, x first.
        near, far: [R] float32.
        step: float32.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        to_low, to_high = (-1 - origins) / directions, (1 - origins) / directions
    enter = np.minimum(to_low, to_high).max(1).astype(f32)
    leave = np.maximum(to_low, to_high).min(1).astype(f32)
    n, out = len(cells), []
    voxel, half = f32(2) / f32(n), step * f32(0.5)
    for i in np.flatnonzero((leave > enter) & (leave > 0)):
        last, first, end = near[i], max(enter[i], near[i]), min(leave[i], far[i])
        if first >= end:
            continue
        while last + half < first:
            last += step
        o, d = origins[i], directions[i]
        current, over, turn = np.zeros(3, int), np.zeros(3, int), np.sign(d).astype(int)
        distance, delta = np.zeros(3, f32), np.zeros(3, f32)
        for axis in range(3):
            begin, final = (o[axis] + d[axis] * t for t in (first + f32(1e-6), end - f32(1e-6)))
            current[axis], last_cell = (
                min(max(int((place + f32(1)) / f32(2) * f32(n)), 0), n - 1) for place in (begin, final)
            )
            over[axis] = last_cell + turn[axis]
            distance[axis] = delta[axis] = end
            if d[axis] != 0:
                border = f32(current[axis] + (d[axis] > 0)) * voxel
                distance[axis] = (f32(-1) + (border - begin)) / d[axis] + first
                delta[axis] = voxel / d[axis] * f32(turn[axis])
        while True:
            until = min(distance.min(), end)
            occupied = cells[tuple(current)]
            while last + half < until:
                if occupied:
                    out.append((i, last, last + step))
                last += step
            x, y, z = distance
            axis = 0 if x < y and x < z else 1 if y < z else 2
            current[axis] += turn[axis]
            distance[axis] += delta[axis]
            if current[axis] == over[axis]:
                break
    return [np.array(column) for column in zip(*out, strict=True)]


class OccGridEstimator:
    """The part of `nerfacc.OccGridEstimator` that is asked for."""

    def __init__(self, roi_aabb, resolution, levels):
        assert roi_aabb == [-1.0, -1.0, -1.0, 1.0, 1.0, 1.0] and levels == 1
        self.binaries = torch.zeros(1, resolution, resolution, resolution, dtype=torch.bool)

    def to(self, device):
        """Where it is."""
        return self

    def sampling(self, origins, directions, near_plane, t_min, t_max, render_step_size):
        """Its own (ray_indices, t_starts, t_ends); rays have t_min and t_max of their own, within the planes."""
        near = torch.clamp(t_min, min=near_plane)
        rays, starts, ends = traverse(
            origins.numpy(), directions.numpy(), self.binaries[0].numpy(), near.numpy(), t_max.float().numpy(),
            f32(render_step_size),
        )  # fmt: skip
        return torch.from_numpy(rays), torch.from_numpy(starts), torch.from_numpy(ends)


@contextlib.contextmanager
def installed():
    """While inside, `import nerfacc` gives the stand-in, and tensors of the CPU count as a card's."""
    from bozzetto.nerf import nerfacc_ops

    module = types.ModuleType("nerfacc")
    module.OccGridEstimator = OccGridEstimator
    with (
        mock.patch.dict(sys.modules, {"nerfacc": module}),
        mock.patch.object(nerfacc_ops, "check_on_card", lambda **tensors: None),
    ):
        yield
