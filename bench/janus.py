"""Janus: does the front appear at the back? By the judge's view classifier, and how far it can be trusted.

The classifier says which of eight sides a picture shows. A result has two fronts if its three back views look more
like front views than like back views, where the true object's do not. Objects whose own back the classifier takes for
a front have no front to double, and are not counted. ``check`` plants two-faced objects that it must catch.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from bench.judge import SIDES, Judge
from bench.sets import by_lot
from foundry.assets import load_mesh
from foundry.batches import ViewData
from foundry.views import Scene
from foundry.wavefront import Wavefront

FRONT, BACK = (SIDES - 1, 0, 1), (SIDES // 2 - 1, SIDES // 2, SIDES // 2 + 1)
MARGIN = 1.0
"""Mean log odds that the true views must reach on both sides for an object to have a front."""

MUST_CATCH, MAY_ACCUSE = 0.9, 0.05
"""Least share of planted objects that must be caught, and greatest of true ones that may be accused, to be trusted."""


@dataclass(frozen=True)
class JanusCheck:
    """What the classifier made of planted two-faced objects and of true ones."""

    planted: int
    caught: int
    true: int
    accused: int
    with_front: int
    """Objects of the data that have a front by the classifier."""
    objects: int

    @property
    def trusted(self) -> bool:
        """Whether the Janus rate means anything."""
        return self.planted > 0 and self.caught >= MUST_CATCH * self.planted and self.accused <= MAY_ACCUSE * self.true


def front_odds(sides: Tensor) -> tuple[float, float]:
    """Mean log odds of front against back over the front views, and over the back views.

    Args:
        sides: log p [8, 8] of the sides, views 45 degrees apart from the front on.
    """
    odds = sides[:, list(FRONT)].logsumexp(1) - sides[:, list(BACK)].logsumexp(1)
    return float(odds[list(FRONT)].mean()), float(odds[list(BACK)].mean())


def has_front(judge: Judge, noun: str, truth: np.ndarray) -> bool:
    """Whether the classifier tells the front of the true views [8, H, W, 3] of a noun from their back."""
    front, back = front_odds(judge.sides(truth, noun))
    return front > MARGIN and back < -MARGIN


def is_janus(judge: Judge, noun: str, pictures: np.ndarray, truth: np.ndarray) -> bool | None:
    """Whether the back views of [8, H, W, 3] look like fronts; None where the true object has no front."""
    if not has_front(judge, noun, truth):
        return None
    return front_odds(judge.sides(pictures, noun))[1] > 0


def two_faced(mesh: Wavefront) -> Wavefront:
    """The half of a mesh that looks to the front, and its mirror image in the place of the other."""
    front = mesh.vertices[mesh.faces].mean(1)[:, 2] >= 0
    mirror = np.array([1, 1, -1], np.float32)
    normals = mesh.normals
    face_normals = mesh.face_normals[front]
    other = np.where(face_normals >= 0, face_normals + len(normals), face_normals)
    return replace(
        mesh,
        vertices=np.concatenate([mesh.vertices, mesh.vertices * mirror]),
        normals=np.concatenate([normals, normals * mirror]) if len(normals) else normals,
        faces=np.concatenate([mesh.faces[front], mesh.faces[front] + len(mesh.vertices)]),
        face_uvs=np.concatenate([mesh.face_uvs[front]] * 2),
        face_normals=np.concatenate([face_normals, other if len(normals) else face_normals]),
        face_materials=np.concatenate([mesh.face_materials[front]] * 2),
    )


def pictures_of(mesh: Wavefront, paint: np.ndarray, cameras: np.ndarray, size: int = 64) -> np.ndarray:
    """Plain albedo on white, [N, size, size, 3], from cameras [N, 2] (azimuth and elevation, radians)."""
    scene = Scene(mesh)
    stored = torch.from_numpy(np.stack([scene.buffers(float(a), float(e), paint, size) for a, e in cameras]))
    n = len(cameras)
    light = torch.tensor([0.0, 0.0, 1.0]).expand(n, 3)
    return ViewData.compose(stored, torch.ones(n, 3), light, torch.ones(n))[0].numpy()


def check(judge: Judge, data: ViewData, folder: Path, count: int = 30) -> JanusCheck:
    """Plants ``count`` two-faced objects, by lot among those that have a front, and shows as many true ones from other
    cameras than those that said so (10 degrees round, 5 up).
    """
    truths = [data.truth(k) for k in range(len(data.assets))]
    nouns = [asset.noun for asset in data.assets]
    fronted = [k for k, (image, _, _) in enumerate(truths) if has_front(judge, nouns[k], image.numpy())]
    names = {data.assets[k].id: k for k in fronted}
    chosen = [names[name] for name in by_lot(names, "janus")][:count]
    caught = accused = 0
    for k in chosen:
        mesh, paint = load_mesh(folder / "meshes" / f"{k:03d}.npz"), data.main_colour[k].numpy()
        cameras = truths[k][2].numpy()
        planted = pictures_of(two_faced(mesh), paint, cameras)
        caught += front_odds(judge.sides(planted, nouns[k]))[1] > 0
        turned = cameras + np.array([math.radians(10), math.radians(5)], np.float32)
        accused += front_odds(judge.sides(pictures_of(mesh, paint, turned), nouns[k]))[1] > 0
    return JanusCheck(len(chosen), int(caught), len(chosen), int(accused), len(fronted), len(truths))
