"""A rough mesh that a field's density is held to (Sketch-Shape of Latent-NeRF, Metzer et al. 2022, arXiv 2211.07600).

The mesh is asked once, at the nodes of a grid: how far its surface is, and whether they lie inside. That is one answer
for all nodes that hang together away from the surface, by how often the mesh goes round one of them; next to the
surface it counts for nothing anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from bozzetto.export.mesh.mesh import Mesh
from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.run_config import RegularConfig, RunConfig
from bozzetto.nerf.cameras import Rays
from bozzetto.nerf.field import HashField
from bozzetto.nerf.rendering import RenderOutput
from bozzetto.transfer import upload

Array = NDArray[np.float64]

NODES = 64
"""Along an edge of the grid over [-1, 1]^3."""
MESH_RADIUS = 0.7
"""Of the mesh about its centre."""
NEAR = 0.3
"""How near the surface the density is free: standard deviation, world units."""
DEPTH = 0.2
"""Thickness at which a density's opacity is compared with the mesh's inside, world units."""
SURE = 0.01
"""What of the other answer each point of the mesh is thought to be."""


@dataclass(frozen=True)
class GuideShape:
    """A mesh at the nodes of a grid.

    Args:
        maps: [1, 2, D, H, W] over z, y, x in [-1, 1]: 1 inside and 0 outside; and the weight, 0 on the surface and 1
            far from it.
    """

    maps: Tensor

    def __call__(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Inside, 0 or 1, and weight in [0, 1], [N] each, at x [N, 3], world."""
        grid = x.view(1, 1, 1, -1, 3)
        inside = F.grid_sample(self.maps[:, :1], grid, mode="nearest", padding_mode="border", align_corners=True)
        weight = F.grid_sample(self.maps[:, 1:], grid, mode="bilinear", padding_mode="border", align_corners=True)
        return inside.view(-1), weight.view(-1)


def read_guide_shape(config: RunConfig) -> GuideShape | None:
    """The mesh that a run is held to; None where there is none.

    Raises:
        ConfigError: its weight is above zero and there is none, or it cannot be read.
    """
    check_guide_given(config)
    if not guides(config.regular):
        return None
    # Most runs need neither these readers nor what searches meshes.
    from bozzetto.export.files.read import flatten, read_scene
    from bozzetto.export.files.read_limits import UnreadableMeshError

    path = Path(config.regular.guide_mesh).expanduser()
    try:
        mesh = flatten(read_scene(path), path).mesh
    except (UnreadableMeshError, OSError) as error:
        raise ConfigError(f"regular.guide_mesh: {error}") from error
    return guide_shape_of(mesh)


def guides(regular: RegularConfig) -> bool:
    """Whether a field is held to a mesh at any time."""
    return max(regular.guide_shape.begin, regular.guide_shape.end) > 0


def check_guide_given(config: RunConfig) -> None:
    """ConfigError where a run needs a mesh to be held to and has none; asked before anything is fetched."""
    if guides(config.regular) and not config.regular.guide_mesh:
        raise ConfigError("regular.guide_shape needs a mesh: give regular.guide_mesh=FILE")


def guide_shape_of(mesh: Mesh) -> GuideShape:
    """A mesh as a guide: its vertices' mean in the middle, its farthest vertex MESH_RADIUS from there."""
    from scipy import ndimage

    from bozzetto.export.mesh.bvh import build_tree, nearest_points

    used = np.unique(mesh.faces)
    points = mesh.vertices.astype(np.float64)
    points = points - points[used].mean(axis=0)
    points *= MESH_RADIUS / max(float(np.linalg.norm(points[used], axis=1).max()), 1e-30)
    placed = Mesh(points.astype(np.float32), mesh.faces)
    axis = np.linspace(-1, 1, NODES)
    z, y, x = np.meshgrid(axis, axis, axis, indexing="ij")
    nodes = np.stack([x, y, z], -1)
    distances = nearest_points(build_tree(placed), nodes.reshape(-1, 3)).distances.reshape(x.shape)
    # A step from node to node is shorter than that, so that none crosses the surface.
    labels, count = ndimage.label(distances > 2 / (NODES - 1))
    inside = np.zeros(count + 1, np.float32)
    for label, farthest in enumerate(ndimage.maximum_position(distances, labels, np.arange(1, count + 1)), 1):
        inside[label] = abs(winding_number(placed, nodes[farthest])) > 0.5
    weight = 1 - np.exp(-0.5 * (distances / NEAR) ** 2)
    maps = np.stack([inside[labels], weight.astype(np.float32)])
    return GuideShape(torch.from_numpy(maps)[None])


def winding_number(mesh: Mesh, point: Array) -> float:
    """How often a mesh goes round a point (Van Oosterom and Strackee 1983)."""
    a, b, c = np.moveaxis(mesh.vertices[mesh.faces].astype(np.float64) - point, 1, 0)
    la, lb, lc = (np.linalg.norm(corner, axis=1) for corner in (a, b, c))
    volume = (a * np.cross(b, c)).sum(1)
    dots = la * lb * lc + (a * b).sum(1) * lc + (b * c).sum(1) * la + (c * a).sum(1) * lb
    return float(np.arctan2(volume, dots).sum() / (2 * np.pi))


def guide_loss(
    guide: GuideShape, field: HashField, out: RenderOutput, rays: Rays, points: int, generator: torch.Generator
) -> Tensor:
    """The cross entropy of opacity and the mesh's inside, summed over the samples of a step.

    As Latent-NeRF has it, -o log q - (1 - o) log(1 - q) with o the opacity of DEPTH and q the inside, SURE from 0 and
    1. It is found from some of the samples, drawn at random, and times their number: its expectation is the sum. It is
    where the field is.

    Args:
        guide: the mesh.
        field: what is trained.
        out: of R rays, with their samples.
        rays: those R.
        points: samples that are drawn.
        generator: draws them.
    """
    if out.samples is None:
        raise ValueError("guide_shape: expected the samples of the rays, got none")
    total, device = len(out.samples), field.table.device
    if total == 0:
        return field.table.new_zeros(())
    chosen = upload(torch.randint(total, (points,), generator=generator), out.opacity.device)
    ray = out.samples.ray_indices[chosen]
    seen = rays.to(out.opacity.device)
    x = seen.origins[ray] + out.samples.t_mids[chosen][:, None] * seen.directions[ray]
    inside, weight = (upload(value, device) for value in guide(x.detach().cpu()))
    opacity = -torch.expm1(-DEPTH * field.density(upload(x, device)))
    sure = inside.clamp(SURE, 1 - SURE)
    entropy = -(opacity * sure.log() + (1 - opacity) * (1 - sure).log())
    return total * (weight * entropy).mean()
