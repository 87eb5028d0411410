"""The colours of a fixed surface by a prior that knows images: distilled from all sides, then refined view by view.

The unknowns are display colours at the corners of faces about as fine as a pixel, welded where the mesh has seams, so
that no seam can show. What a camera sees of them is linear. First they are distilled from random sides (DreamFusion,
Poole et al. 2022, arXiv 2209.14988, with the geometry held). Then each view is rendered, noised, denoised in a few
steps, and put back where it sees the surface well; what an earlier view of the round has painted is held while the rest
is denoised (TEXTure, Richardson et al. 2023, arXiv 2302.01721). A round ends with one least-squares solve of all its
views, in which what one view alone shows, such as a highlight, counts little.

Light is kept out: views are rendered without it; what of a view's brightness goes with how surfaces are turned to that
camera, beside what all views say, is its light, and is taken out of it; so is the rest of a light from above, by which
surfaces that face up are brighter than those that face down (both by spherical harmonics of the first degree,
Ramamoorthi and Hanrahan 2001).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Float
from scipy.sparse import coo_matrix, csr_matrix, diags, eye
from torch import Tensor

from bozzetto.export.mesh.conjugate_gradients import solve_positive
from bozzetto.export.mesh.mesh import Array, Mesh, vertex_adjacency, vertex_normals
from bozzetto.export.mesh.raster import PRIOR_DISTANCE, orbit_c2w, surface_hits
from bozzetto.export.texture.texture_fit import golden_views
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.views import orbit_views
from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import sds_gradient
from bozzetto.sds.prediction import check_finite, draw_noise, guided_x0, predictions_of, times_like
from bozzetto.sds.schedule import add_noise, alpha, per_image, sigma
from bozzetto.transfer import upload

LEAST_COSINE = 0.15
"""Between the surface's normal and the view's, below which a pixel says nothing of the surface."""
OUTLIER = 0.08
"""Of a view's colour beside what all views say, display units, from which it counts less (Cauchy's weight)."""
SMOOTHNESS, RIDGE = 0.02, 1e-4
"""Weights of an edge, and of what was there before, beside a pixel."""
LIGHT_LIMIT = 0.5
"""Most of the log brightness that is taken for light, to either side."""
PAINT = 0.15
"""Log brightness that a direction does not explain, from which a place is taken for paint (Cauchy's weight)."""
MAX_RESOLUTION = 512


@dataclass(frozen=True)
class DistillSettings:
    """How a surface is painted by a prior."""

    steps: int = 100
    """Of distillation; 0 begins with the rounds."""
    rate: float = 0.02
    """Adam's, of the colours."""
    views: int = 10
    """Of a round, from all sides."""
    rounds: tuple[float, ...] = (0.85, 0.6, 0.4)
    """Diffusion times that the views of each round are noised to, as fractions of the prior's own schedule."""
    denoise_steps: int = 12
    """From there to a clean image."""
    scale: float = 7.5
    """Of classifier-free guidance."""
    remove_light: bool = True


@dataclass(frozen=True, eq=False)
class _Seen:
    """What a camera sees of the surface, in P pixels."""

    pixels: Tensor
    """[P] int64, of an image of R x R."""
    corners: Tensor
    """[P, 3] int64, the vertices of the face."""
    bary: Float[Tensor, "p 3"]
    facing: Float[Tensor, "p 3"]
    """Normals in the camera's axes."""
    weight: Float[Tensor, " p"]
    """How well: the squared cosine, 0 below LEAST_COSINE."""
    size: int

    def image(self, colours: Float[Tensor, "v 3"], ground: float) -> Float[Tensor, "3 r r"]:
        """The surface in plain colours on grey; differentiable."""
        seen = (colours[self.corners] * self.bary[..., None]).sum(1)
        flat = torch.full((self.size**2, 3), ground, device=seen.device).index_copy(0, self.pixels, seen)
        return flat.T.reshape(3, self.size, self.size)

    def to(self, device: torch.device | str) -> _Seen:
        """The same on a device."""
        moved: dict[str, Any] = {
            f.name: upload(getattr(self, f.name), device) for f in fields(self) if f.name != "size"
        }
        return replace(self, **moved)

    def mask(self, values: Tensor) -> Float[Tensor, "1 r r"]:
        """Values [P] as an image, 0 elsewhere."""
        flat = torch.zeros(self.size**2).index_copy(0, self.pixels, values)
        return flat.view(1, self.size, self.size)

    def matrix(self, vertices: int) -> csr_matrix:
        """What takes colours of vertices to the pixels."""
        rows = np.repeat(np.arange(len(self.pixels)), 3)
        entries = (self.bary.double().numpy().reshape(-1), (rows, self.corners.numpy().reshape(-1)))
        return coo_matrix(entries, shape=(len(self.pixels), vertices)).tocsr()


def distilled_colours(
    fit: Mesh,
    knowledge: PriorKnowledge,
    start: Float[np.ndarray, "v 3"],
    seed: int,
    settings: DistillSettings = DistillSettings(),
    report: Callable[[float], None] = lambda fraction: None,
) -> Float[np.ndarray, "v 3"]:
    """Display colours [V, 3] of a surface's vertices, in [0, 1].

    Args:
        fit: welded, in the prior's frame, with faces about as fine as a pixel; see `pixel_size`.
        knowledge: a prior and its prompt.
        start: colours to begin with.
        seed: of noise and views.
        settings: how.
        report: called with the fraction done.
    """
    painter = _Painter(fit, knowledge, seed, settings)
    total = settings.steps + len(settings.rounds) * settings.views
    colours = torch.from_numpy(np.ascontiguousarray(start, np.float32)).clamp(0, 1)
    colours = painter.distil(colours, lambda done: report(done / total))
    for k, time in enumerate(settings.rounds):
        before = settings.steps + k * settings.views
        colours = painter.refine(colours, time, k == 0, lambda done, before=before: report((before + done) / total))  # type: ignore[misc]
    return colours.double().numpy()


def pixel_size(knowledge: PriorKnowledge) -> float:
    """Of the prior's image at the middle of the frame, world units."""
    across = 2 * PRIOR_DISTANCE * math.tan(math.radians(20))
    return across / min(knowledge.prior.resolution, MAX_RESOLUTION)


class _Painter:
    def __init__(self, fit: Mesh, knowledge: PriorKnowledge, seed: int, settings: DistillSettings) -> None:
        self.fit, self.knowledge, self.settings = fit, knowledge, settings
        self.normals = vertex_normals(fit.vertices, fit.faces)
        self.random = torch.Generator().manual_seed(seed)
        self.size = knowledge.prior.resolution
        # Opposite sides in turn, the front first: what is beside what is known comes late.
        azimuth, elevation = golden_views(max(settings.views - 2, 1))
        around = np.arange(settings.views) * 2 * math.pi / max(settings.views - 2, 1)
        height = np.where(np.arange(settings.views) % 2, 0.35, 0.1)
        around[-2:], height[-2:] = (0.4, 0.4 + math.pi), (1.35, -0.6)
        order = sorted(range(settings.views), key=lambda k: (k >= settings.views - 2, k % 2, k))
        count = self.knowledge.views_at_once
        if count > 1:
            # A prior of several views wants them level and evenly apart.
            groups = max(1, round(settings.views / count))
            around = np.concatenate(
                [np.arange(count) * 2 * math.pi / count + g * math.pi / count / groups for g in range(groups)]
            )
            height, order = np.full(len(around), 0.2), list(range(len(around)))
        self.cameras = [(float(around[k]), float(height[k])) for k in order]
        self.seen = [self._look(*camera) for camera in self.cameras]
        spare = [(float(a), float(e)) for a, e in zip(azimuth, elevation, strict=True)]
        self.random_cameras = self.cameras if count > 1 else self.cameras + spare
        self.random_seen = self.seen if count > 1 else self.seen + [self._look(*camera) for camera in spare]

    def _look(self, azimuth: float, elevation: float) -> _Seen:
        face, bary = surface_hits(self.fit, azimuth, elevation, self.size)
        flat = face.reshape(-1)
        hit = np.flatnonzero(flat >= 0)
        corners, weights = self.fit.faces[flat[hit]], bary.reshape(-1, 3)[hit]
        points = np.einsum("pk,pki->pi", weights, self.fit.vertices[corners])
        c2w = orbit_c2w(azimuth, elevation, PRIOR_DISTANCE)[0]
        towards = c2w[:3, 3] - points
        towards /= np.linalg.norm(towards, axis=1, keepdims=True)
        normals = np.einsum("pk,pki->pi", weights, self.normals[corners])
        cosine = np.abs(np.einsum("pi,pi->p", normals, towards))
        weight = np.where(cosine > LEAST_COSINE, cosine**2, 0.0)
        return _Seen(
            torch.from_numpy(hit),
            torch.from_numpy(corners.astype(np.int64)),
            torch.from_numpy(weights.astype(np.float32)),
            torch.from_numpy((normals @ c2w[:3, :3]).astype(np.float32)),
            torch.from_numpy(weight.astype(np.float32)),
            self.size,
        )

    def _views(self, cameras: list[tuple[float, float]], ground: float) -> Views:
        views = orbit_views(torch.tensor([math.degrees(azimuth) for azimuth, _ in cameras]), 0.0, ground)
        return replace(views, elevation=torch.tensor([elevation for _, elevation in cameras]))

    def _time(self, fraction: float) -> Tensor:
        return self.knowledge.time_of(torch.tensor([fraction])).clamp(0.005, 0.995)

    def distil(self, colours: Tensor, report: Callable[[int], None]) -> Tensor:
        """Steps of score distillation on the colours, from random sides and on random greys."""
        settings, knowledge = self.settings, self.knowledge
        if settings.steps == 0:
            return colours
        latents, device = knowledge.latents, knowledge.device
        # Colours and cameras are where the prior is, so that no image leaves its card.
        unknown = upload(colours.clone(), device).requires_grad_()
        random_seen = [seen.to(device) for seen in self.random_seen]
        optimiser = torch.optim.Adam([unknown], lr=settings.rate, betas=(0.9, 0.99), eps=1e-8)
        group = knowledge.views_at_once
        for step in range(settings.steps):
            first = int(torch.randint(len(self.random_seen) // group, (1,), generator=self.random)) * group
            which = list(range(first, first + group))
            ground = float(torch.rand(1, generator=self.random))
            images = torch.stack([random_seen[k].image(unknown, ground) for k in which]) * 2 - 1
            samples = images if latents is None else latents.encode(images)
            most = 0.98 + (0.5 - 0.98) * step / settings.steps
            fraction = 0.02 + (most - 0.02) * float(torch.rand(1, generator=self.random))
            told = sds_gradient(
                samples,
                knowledge.prior,
                knowledge.text,
                self._views([self.random_cameras[k] for k in which], ground),
                self._time(fraction).expand(group),
                self.random,
                guidance_scale=settings.scale,
            )
            optimiser.zero_grad(set_to_none=True)
            samples.backward(gradient=told.grad / group)
            optimiser.step()
            with torch.no_grad():
                unknown.clamp_(0, 1)
            report(step + 1)
        return unknown.detach().to(colours)

    def refine(self, colours: Tensor, fraction: float, hold: bool, report: Callable[[int], None]) -> Tensor:
        """A round: every view denoised from a time, in turn, and all of them solved together.

        Args:
            hold: whether what earlier views of the round have painted is held while the rest is denoised.
        """
        vertices, group = len(colours), self.knowledge.views_at_once
        known = torch.zeros(vertices)
        now, images = colours.clone(), []
        for first in range(0, len(self.seen), group):
            part = self.seen[first : first + group]
            ground = 0.5
            pictures = torch.stack([seen.image(now, ground) for seen in part])
            fresh = torch.ones(len(part), 1, self.size, self.size)
            if hold and first:
                held = [(known[seen.corners] * seen.bary).sum(1) for seen in part]
                fresh = torch.stack(
                    [1 - seen.mask(h / (h + seen.weight + 1e-6)) for seen, h in zip(part, held, strict=True)]
                )
            views = self._views(self.cameras[first : first + group], ground)
            made = self._denoised(pictures, fresh, fraction, views)
            for seen, image in zip(part, made, strict=True):
                shown = image.reshape(3, -1).T[seen.pixels]
                images.append(shown)
                self._put(now, known, seen, shown)
            report(first + len(part))
        solved = self._solved(colours, images)
        if not self.settings.remove_light:
            return solved
        images = [
            shown / _light(shown, (solved[seen.corners] * seen.bary[..., None]).sum(1), seen.facing)
            for seen, shown in zip(self.seen, images, strict=True)
        ]
        return self._without_skylight(self._solved(solved, images))

    @torch.no_grad()
    def _denoised(self, pictures: Tensor, fresh: Tensor, fraction: float, views: Views) -> Tensor:
        """Pictures [B, 3, R, R] in [0, 1] noised and denoised where they are fresh [B, 1, R, R] (DDIM, Song et al.
        2020, arXiv 2010.02502)."""
        knowledge, settings = self.knowledge, self.settings
        latents, device = knowledge.latents, knowledge.device
        clean = upload(pictures * 2 - 1, device)
        clean = clean if latents is None else latents.encode(clean)
        open_ = F.interpolate(upload(fresh, device).to(clean), size=clean.shape[-2:], mode="area")
        noise = draw_noise(clean, self.random)
        times = [
            times_like(self._time(fraction * (1 - k / settings.denoise_steps)), clean).expand(len(clean))
            for k in range(settings.denoise_steps)
        ]
        x = add_noise(clean, noise, times[0])
        x0 = clean
        for k, t in enumerate(times):
            x0 = guided_x0(knowledge.prior, x, t, knowledge.text, views, settings.scale, checked=False)
            if k + 1 < len(times):
                later = times[k + 1]
                eps = (x - per_image(alpha(t), x) * x0) / per_image(sigma(t), x)
                x = per_image(alpha(later), x) * x0 + per_image(sigma(later), x) * eps
                x = open_ * x + (1 - open_) * add_noise(clean, noise, later)
        check_finite(predictions_of(knowledge.prior), x0, times[-1])  # what one of them began is in the last
        made = open_ * x0 + (1 - open_) * clean
        if latents is not None:
            made = latents.decode(made)
        return (made.float().cpu() * 0.5 + 0.5).clamp(0, 1)

    def _put(self, now: Tensor, known: Tensor, seen: _Seen, shown: Tensor) -> None:
        """Adds a view to what the round knows, by how well it sees."""
        share = seen.bary * seen.weight[:, None]
        total, weight = torch.zeros_like(now), torch.zeros_like(known)
        for corner in range(3):
            total.index_add_(0, seen.corners[:, corner], shown * share[:, corner, None])
            weight.index_add_(0, seen.corners[:, corner], share[:, corner])
        met = weight > 0
        mixed = (now[met] * known[met][:, None] + total[met]) / (known[met] + weight[met])[:, None]
        now[met] = mixed
        known += weight

    def _solved(self, before: Tensor, images: list[Tensor]) -> Tensor:
        """The colours that all views of a round say, least squares reweighted once."""
        count = len(before)
        adjacency = vertex_adjacency(self.fit.faces, count)
        smooth = SMOOTHNESS * (diags(np.asarray(adjacency.sum(axis=1)).reshape(-1)) - adjacency)
        matrices = [seen.matrix(count) for seen in self.seen]
        weights = [seen.weight.double().numpy() for seen in self.seen]
        colours: Array = before.double().numpy()
        for again in range(2):
            system, right = smooth + RIDGE * eye(count), np.zeros_like(colours)
            for matrix, weight, image in zip(matrices, weights, images, strict=True):
                shown: Array = image.double().numpy()
                away = shown - matrix @ colours
                robust = weight / (1 + (away**2).sum(1) / OUTLIER**2) if again else weight
                weighted = matrix.T @ diags(robust)
                system = system + weighted @ matrix
                right += weighted @ away
            colours = colours + solve_positive(
                csr_matrix(system), right - smooth @ colours, tolerance=1e-4, max_iterations=200
            )
        return torch.from_numpy(colours.clip(0, 1)).float()

    def _without_skylight(self, colours: Tensor) -> Tensor:
        """Colours without a light from above: what faces up is no darker for it."""
        upward = torch.from_numpy(self.normals[:, 1:2].astype(np.float32))
        slope = _slopes(_brightness(colours), upward)
        return (colours / (slope.clamp(min=0) * upward[:, 0]).clamp(-LIGHT_LIMIT, LIGHT_LIMIT).exp()[:, None]).clamp(
            0, 1
        )


def _light(shown: Tensor, plain: Tensor, facing: Tensor) -> Float[Tensor, "p 1"]:
    """By what one view's colours [P, 3] are brighter than what all say [P, 3], as far as normals [P, 3] explain it."""
    slope = _slopes(_brightness(shown) - _brightness(plain), facing)
    return (facing @ slope).clamp(-LIGHT_LIMIT, LIGHT_LIMIT).exp()[:, None]


def _brightness(colours: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
    return colours.mean(1).clamp(min=0.02).log()


def _slopes(values: Float[Tensor, " n"], directions: Float[Tensor, "n d"]) -> Float[Tensor, " d"]:
    """How values [N] go with directions [N, D], least squares with a constant, reweighted."""
    terms = torch.cat([torch.ones_like(directions[:, :1]), directions], 1).double()
    ridge = 0.02 * len(values) * torch.eye(terms.shape[1], dtype=torch.float64)
    ridge[0, 0] = 0
    weight, found = torch.ones(len(values), dtype=torch.float64), torch.zeros(terms.shape[1], dtype=torch.float64)
    for _ in range(6):
        weighted = terms * weight[:, None]
        found = torch.linalg.solve(
            terms.T @ weighted + ridge + 1e-6 * torch.eye(len(ridge)), weighted.T @ values.double()
        )
        weight = 1 / (1 + ((values - terms @ found) / PAINT) ** 2)
    return found[1:].float()
