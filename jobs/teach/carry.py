"""Word packs of an older network, carried over to the one that is here.

A pack's volume is read by its network's own heads, so that another network sees nothing in it. What the old network
shows of it from all sides is what the new volume is fitted to, as if it were a mesh; how well that went is said.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from bozzetto.jobs.config.errors import TeachError
from bozzetto.jobs.store.runs import disk_errors, user_path
from bozzetto.jobs.teach.learn import DEFAULT_FIT, Scores, learn, pictures, surface_of, turned_solids, webp
from bozzetto.jobs.teach.mesh_views import PIXELS, fit_cameras, unseen_cameras
from bozzetto.jobs.teach.teach import VIEWS
from bozzetto.jobs.train.priors import load_prior
from bozzetto.sds.embedded import EmbeddedPrior, WeightsError
from bozzetto.sds.tint import PAINT_DISTANCE, main_colour
from bozzetto.sds.volume import Volume, composite_cpu, place
from bozzetto.sds.volume_fit import FitConfig, TrueViews, camera_rows
from bozzetto.sds.volume_kernels import DISTANCE, FEATURES
from bozzetto.sds.word_pack import ENDING, Instance, InstanceData, NounData, PackError, WordPack, write_pack

SOLID = 0.5
"""Opacity of a pixel from which it shows a surface."""


@dataclass(frozen=True)
class Carried:
    """A pack that was carried over."""

    path: Path
    scores: tuple[tuple[str, Scores], ...]
    """Of each object, beside what the old network shows of it: the noun's name, and its number where it has several."""


def carry(
    file: str | Path,
    weights: str | Path,
    out: str | Path | None = None,
    progress: Callable[[str, int, int], None] = lambda name, done, total: None,
) -> Carried:
    """Learns the nouns of a pack anew from what its own network shows of them.

    Args:
        file: the pack. weights: folder of the weights that it was made for.
        out: the new pack; by default beside the old one, with `-carried` behind its name.
        progress: called with (name, steps done, steps).
    Raises:
        TeachError: the pack or the weights cannot be used, or do not belong together.
    """
    source, folder = user_path(file), user_path(weights)
    target = source.with_name(f"{source.stem}-carried{ENDING}") if out is None else user_path(out)
    if target.suffix != ENDING:
        raise TeachError(f"a word pack ends in {ENDING}, got {target.name!r}")
    prior = load_prior("embedded")
    assert isinstance(prior, EmbeddedPrior)
    try:
        pack = WordPack(source)
        if pack.network == prior.vocabulary.network:
            raise TeachError(f"{source} fits the weights that are here: add it with: bozzetto words add {source}")
        old = EmbeddedPrior(folder)
        nouns, scores = carried_nouns(pack, old, prior, progress=progress)
    except (OSError, PackError, WeightsError) as error:
        raise TeachError(f"{source} cannot be carried over: {error}") from error
    with disk_errors(f"write {target}"):
        write_pack(
            target,
            nouns,
            network=prior.vocabulary.network,
            edge=prior.config.volume,
            embedding=prior.config.embedding,
        )
    return Carried(target, tuple(scores))


def carried_nouns(
    pack: WordPack,
    old: EmbeddedPrior,
    prior: EmbeddedPrior,
    fit: FitConfig = DEFAULT_FIT,
    view_count: int = VIEWS,
    progress: Callable[[str, int, int], None] = lambda name, done, total: None,
) -> tuple[list[NounData], list[tuple[str, Scores]]]:
    """The nouns of a pack of an old network for another one, and how well each object came over.

    Args:
        pack: of the old network. old, prior: the old one and the new one.
        fit: how. view_count: views of each object that the new volume is fitted to.
        progress: called with (name, steps done, steps).
    Raises:
        TeachError: the pack is not of the old network.
    """
    if pack.network != old.vocabulary.network:
        raise TeachError(
            f"{pack.path} was made for the weights {pack.network[:12]}..., and the folder has "
            f"{old.vocabulary.network[:12]}...: give the weights of the bozzetto that taught it"
        )
    nouns, scores = [], []
    for k, noun in enumerate(pack.nouns):
        instances, data = [], []
        like = noun.like
        for i, one in enumerate(noun.instances):
            name = noun.name if len(noun.instances) == 1 else f"{noun.name} {i}"
            row, vector = pack.volume(k, i), pack.vector(k, i)
            if vector is None:
                vector = old.word_vector(noun.like)
            cameras = torch.from_numpy(fit_cameras(view_count).astype(np.float32))
            views = shown_views(old, row, vector, cameras, PIXELS)
            beside = torch.from_numpy(unseen_cameras().astype(np.float32))
            unseen = shown_views(old, row, vector, beside, PIXELS)
            if like not in prior.vocabulary.known:
                like = prior.vocabulary.nearest_shapes(turned_solids(views, prior.config.volume))[0][0]
            learnt = learn(prior, views, unseen, like, fit, lambda done, total, name=name: progress(name, done, total))  # type: ignore[misc]
            scores.append((name, learnt.scores))
            same_grid = pack.edge == prior.config.volume
            index = pack.material_index(k, i) if same_grid else None
            about = {
                **one.about,
                "carried_from": pack.network[:12],
                "carried_iou": round(learnt.scores.iou, 4),
                "carried_psnr": round(learnt.scores.psnr, 2),
            }
            instances.append(_instance(one, index is not None, about))
            preview = webp(pictures(prior, learnt.row, learnt.vector)[0])
            data.append(InstanceData(learnt.row, preview, index, learnt.vector))
        nouns.append(NounData(replace(noun, instances=tuple(instances), like=like), tuple(data)))
    return nouns, scores


def _instance(one: Instance, has_materials: bool, about: dict[str, float | str]) -> Instance:
    return replace(one, materials=one.materials if has_materials else (), has_vector=True, about=about)


@torch.no_grad()
def shown_views(
    prior: EmbeddedPrior,
    row: Float[Tensor, " v"],
    vector: Float[Tensor, " e"],
    cameras: Float[Tensor, "n 2"],
    size: int,
) -> TrueViews:
    """What a network shows of a volume from cameras, as renders of an object."""
    surface = surface_of(prior, row, vector, cameras, size)
    alpha = surface[:, :1].clamp(0, 1)
    normals, albedo = surface[:, 1:4] / alpha.clamp(min=1e-3), surface[:, 4:] / alpha.clamp(min=1e-3)
    normals = normals / normals.norm(dim=1, keepdim=True).clamp(min=1e-3)
    albedo = albedo.clamp(0, 1)
    shown = torch.cat([alpha, normals * alpha, albedo * alpha], 1)
    colours, weights = albedo.movedim(1, -1).numpy(), alpha[:, 0].numpy()
    colour, share = main_colour(colours, weights)
    near = np.linalg.norm(colours - colour, axis=-1) < PAINT_DISTANCE
    return TrueViews(
        surface=shown,
        paint=torch.from_numpy(near * weights).float(),
        depth=_depths(prior, row, cameras, size),
        cameras=cameras,
        colour=torch.from_numpy(colour),
        paint_share=share,
    )


def _depths(prior: EmbeddedPrior, row: Tensor, cameras: Tensor, size: int) -> Float[Tensor, "n s s"]:
    """Distance along the camera's axis to where the light is stopped; infinite where most of it is not."""
    edge, voxels = prior.config.volume, prior.net.object.inside
    opacity, _ = place(row[None], voxels, edge)
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    places = torch.zeros(1, edge, edge, edge, FEATURES)
    places[0, ..., :3] = torch.stack([x, y, z], -1)
    of = torch.zeros(len(cameras), dtype=torch.long)
    maps = composite_cpu(Volume(opacity.view(1, edge, edge, edge), places), camera_rows(cameras), size, of)
    sin, cos = cameras.sin(), cameras.cos()
    back = torch.stack([sin[:, 0] * cos[:, 1], sin[:, 1], cos[:, 0] * cos[:, 1]], 1)
    along = (maps[..., 1:4] * back[:, None, None]).sum(-1) / maps[..., 0].clamp(min=1e-3)
    return torch.where(maps[..., 0] > SOLID, DISTANCE - along, torch.tensor(math.inf))
