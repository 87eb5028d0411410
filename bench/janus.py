"""Janus: does the front appear at the back? By a view classifier on the judge's features, and how far to trust it.

A picture's side is that of the object's own renders (the judge's, from 24 cameras all around) whose features are
nearest to it, in log odds of front against back. A result has two fronts if its three back views are BACK_SHARE or more
of the way from the true back's odds to the true front's: what is planted is seldom as front-like as a front. Objects
whose own back is not told from their front, or hardly differs from it, have no front to double, and are not counted.
``check`` plants two-faced objects that must be caught.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from bozzetto.bench.judge import Judge, judge_views
from bozzetto.bench.sets import by_lot
from bozzetto.foundry.assets import load_mesh
from bozzetto.foundry.batches import ViewData
from bozzetto.foundry.views import VIEW_PIXELS, Scene
from bozzetto.foundry.wavefront import Wavefront
from bozzetto.sds.tint import COLOURS

N_SIDES = 8
"""Classes: azimuths k * 45 degrees, each the middle of its class."""

FRONT, BACK = (N_SIDES - 1, 0, 1), (N_SIDES // 2 - 1, N_SIDES // 2, N_SIDES // 2 + 1)
FRONT_MARGIN = 1.0
"""Mean log odds that the true views must reach on both sides for an object to have a front."""

FRONT_BACK_MSE = 0.01
"""Objects whose front and back differ by less than this have no front to double."""

BACK_SHARE = 0.3
"""Of 110 objects with a front, 96 % of planted two-faced ones are beyond it and no true one; at .5, 83 % and none."""

LOGIT_SCALE = 8.0
"""Factor of the cosines before the softmax over renders."""

MIN_RECALL, MAX_FALSE_POSITIVE_RATE = 0.9, 0.05
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
        return (
            self.planted > 0
            and self.caught >= MIN_RECALL * self.planted
            and self.accused <= MAX_FALSE_POSITIVE_RATE * self.true
        )


class ViewClassifier:
    """Tells from which side a picture shows a known object.

    Args:
        judge: its features. data: the objects. folder: of the foundry, where the judge's renders are or will be.
    """

    def __init__(self, judge: Judge, data: ViewData, folder: Path) -> None:
        self.judge, self.data, self.folder = judge, data, folder

    def sides(self, k: int, pictures: np.ndarray, colour: str | None = None) -> Tensor:
        """log p [N, 8] of the sides of pictures [N, H, W, 3] in [0, 1] of object ``k``, re-tinted or not."""
        views, cameras = judge_views(self.folder, k, self.data.assets[k])
        references = self.judge.layouts(plain(views, colour))
        middle = references.mean(0)
        cosines = F.normalize(self.judge.layouts(pictures) - middle, dim=1) @ F.normalize(references - middle, dim=1).T
        side = torch.round(torch.from_numpy(cameras[:, 0]) / (2 * math.pi / N_SIDES)).long() % N_SIDES
        own = [LOGIT_SCALE * cosines[:, side == n] for n in range(N_SIDES)]
        return torch.stack([c.logsumexp(1) - math.log(c.shape[1]) for c in own], 1).log_softmax(1)

    def has_front(self, k: int, truth: np.ndarray, colour: str | None = None) -> bool:
        """Whether the front of the true views [8, H, W, 3] is distinguished from their back, and differs from it."""
        front, back = front_odds(self.sides(k, truth, colour))
        return (
            front > FRONT_MARGIN
            and back < -FRONT_MARGIN
            and float(((truth[0] - truth[4]) ** 2).mean()) > FRONT_BACK_MSE
        )

    def is_doubled(self, k: int, pictures: np.ndarray, truth: np.ndarray, colour: str | None = None) -> bool:
        """Whether the back views of [8, H, W, 3] look like fronts, of an object that has one."""
        front, back = front_odds(self.sides(k, truth, colour))
        return front_odds(self.sides(k, pictures, colour))[1] > back + BACK_SHARE * (front - back)

    def is_janus(self, k: int, pictures: np.ndarray, truth: np.ndarray, colour: str | None = None) -> bool | None:
        """Whether the back views of [8, H, W, 3] look like fronts; None where the true object has no front."""
        if not self.has_front(k, truth, colour):
            return None
        return self.is_doubled(k, pictures, truth, colour)


def front_odds(sides: Tensor) -> tuple[float, float]:
    """Mean log odds of front against back over the front views, and over the back views.

    Args:
        sides: log p [8, 8] of the sides, views 45 degrees apart from the front on.
    """
    odds = sides[:, list(FRONT)].logsumexp(1) - sides[:, list(BACK)].logsumexp(1)
    return float(odds[list(FRONT)].mean()), float(odds[list(BACK)].mean())


def plain(views: np.ndarray, colour: str | None = None) -> np.ndarray:
    """Stored views uint8 [N, H, W, 8] in plain albedo on white, [N, H, W, 3] in [0, 1]."""
    n = len(views)
    tint = None if colour is None else torch.tensor(COLOURS[colour]).expand(n, 3)
    light = torch.tensor([0.0, 0.0, 1.0]).expand(n, 3)
    return ViewData.compose(torch.from_numpy(views), torch.ones(n, 3), light, torch.ones(n), tint)[0].numpy()


def two_faced(mesh: Wavefront) -> Wavefront:
    """The half of a mesh that looks to the front, and the same turned by half a turn in the place of the other."""
    front = mesh.vertices[mesh.faces].mean(1)[:, 2] >= 0
    turn = np.array([-1, 1, -1], np.float32)
    normals = mesh.normals
    face_normals = mesh.face_normals[front]
    other = np.where(face_normals >= 0, face_normals + len(normals), face_normals)
    return replace(
        mesh,
        vertices=np.concatenate([mesh.vertices, mesh.vertices * turn]),
        normals=np.concatenate([normals, normals * turn]) if len(normals) else normals,
        faces=np.concatenate([mesh.faces[front], mesh.faces[front] + len(mesh.vertices)]),
        face_uvs=np.concatenate([mesh.face_uvs[front]] * 2),
        face_normals=np.concatenate([face_normals, other if len(normals) else face_normals]),
        face_materials=np.concatenate([mesh.face_materials[front]] * 2),
    )


def pictures_of(mesh: Wavefront, paint: np.ndarray, cameras: np.ndarray, size: int = VIEW_PIXELS) -> np.ndarray:
    """Plain albedo on white, [N, size, size, 3], from cameras [N, 2] (azimuth and elevation, radians)."""
    scene = Scene(mesh)
    return plain(np.stack([scene.buffers(float(a), float(e), paint, size) for a, e in cameras]))


def check(classifier: ViewClassifier, count: int = 30) -> JanusCheck:
    """Plants ``count`` two-faced objects, by lot among those that have a front, and shows as many true ones at half the
    resolution, from 10 degrees further round and 5 up: other pictures than those that said that they have one.
    """
    data, folder = classifier.data, classifier.folder
    truths = [data.truth(k) for k in range(len(data.assets))]
    fronted = [k for k, (image, _, _) in enumerate(truths) if classifier.has_front(k, image.numpy())]
    names = {data.assets[k].id: k for k in fronted}
    chosen = [names[name] for name in by_lot(names, "janus")][:count]
    caught = accused = 0
    for k in chosen:
        mesh, paint = load_mesh(folder / "meshes" / f"{k:03d}.npz"), data.main_colour[k].numpy()
        truth, cameras = truths[k][0].numpy(), truths[k][2].numpy()
        planted = pictures_of(two_faced(mesh), paint, cameras)
        caught += classifier.is_doubled(k, planted, truth)
        turned = pictures_of(mesh, paint, cameras + np.radians(np.array([10, 5], np.float32)), VIEW_PIXELS // 2)
        accused += classifier.is_doubled(k, turned, truth)
    return JanusCheck(len(chosen), int(caught), len(chosen), int(accused), len(fronted), len(truths))
