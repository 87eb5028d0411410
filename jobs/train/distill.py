"""The prior's part of a step: from rendered images to a gradient in them, by the configured method."""

from dataclasses import replace

import torch
from torch import Tensor
from torch.nn import functional as F

from bozzetto.jobs.config.errors import ConfigError, PriorError
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.nerf.field import HashField
from bozzetto.nerf.network import latents_of_color
from bozzetto.nerf.rendering import RenderOutput
from bozzetto.sds.conditioning import Views
from bozzetto.sds.distillation import Distillation
from bozzetto.sds.methods.config import SDS, HiFA
from bozzetto.sds.methods.table import CODE, Batch
from bozzetto.sds.particles import LearnedScore
from bozzetto.transfer import upload

LATENT_CHANNELS = 4
"""Of the latents that normals and opacity stand in for, see `latents_of`."""


class Distiller:
    """Asks a prior about images, by one method, over a run.

    Args:
        config: the run's, resolved.
        knowledge: the prior with its prompt.
        generator: of what the method begins with.
    Raises:
        ConfigError: the method, or a start in latents, does not go with this prior.
        PriorError: the prior can make nothing of a text that the method needs.
    """

    def __init__(self, config: RunConfig, knowledge: PriorKnowledge, generator: torch.Generator) -> None:
        self._guidance, self._knowledge = config.guidance, knowledge
        self._method, self._code = config.guidance.method, CODE[type(config.guidance.method)]
        self._latent_steps = config.guidance.latent_until * config.steps
        if self._latent_steps > 0:
            self._check_latent_start()
        self._field_latents = config.field.colors == "latents"
        self._shown: tuple[Tensor, Tensor] | None = None
        try:
            self._kept = self._code.setup(self._method, knowledge.prior, knowledge.text, generator)
        except TypeError as error:
            raise ConfigError(f"guidance.method={self._method.name}: {error}") from error
        except ValueError as error:
            raise PriorError(
                f"guidance.method={self._method.name} needs a prior that reads any text: {error}"
            ) from error

    @property
    def learned(self) -> LearnedScore | None:
        """The learned score of a method that has one; it belongs into the checkpoints."""
        return self._kept if isinstance(self._kept, LearnedScore) else None

    def sees_on(self, device: torch.device) -> torch.device:
        """Where a step's images are: on a field's card where the prior is there too, so that they never leave it, else
        on the CPU.

        Args:
            device: the field's.
        """
        prior = torch.device(self._knowledge.device)
        number = torch.cuda.current_device() if prior.type == "cuda" and prior.index is None else prior.index
        return device if (prior.type, number) == (device.type, device.index) else torch.device("cpu")

    @property
    def resolution(self) -> int:
        """Height and width of the images that the prior sees, in pixels."""
        return self._knowledge.prior.resolution

    @property
    def latent_side(self) -> int:
        """Height and width of the prior's latents; 0 where it has none."""
        latents = self._knowledge.latents
        return 0 if latents is None else latents.latent_shape[-1]

    def shows_latents(self, step: int) -> bool:
        """Whether a step shows the prior latents that need no encoder, see `latents_of`."""
        return step < self._latent_steps

    def estimates(self, most: int = 2) -> Tensor | None:
        """What the prior was last shown, and what it took for the clean image, to look at.

        Args:
            most: views; a latent prior decodes each.

        Returns:
            [2, V, 3, R, R] in [0, 1]: views above, predictions below; None before the first step, and where the prior
            was shown neither images nor a field's latents.
        """
        if self._shown is None:
            return None
        images, target = (part[:most] for part in self._shown)
        latents = self._knowledge.latents
        if latents is not None:
            if images.shape[1:] == target.shape[1:]:  # of a field of latents
                images = latents.decode(images)
            target = latents.decode(target)
        return (torch.stack([images, target.to(images)]).cpu().float() / 2 + 0.5).clamp(0, 1)

    def divisor(self, views: int, side: int) -> int:
        """What the sum over a step's images of side `side` is divided by, see `guidance.reduction`."""
        if self._guidance.reduction == "images":
            # Published recipes sum over an image's pixels.
            return views
        # Several rays of one of the prior's pixels have its gradient between them.
        return 4 * views * min(side, self.resolution) ** 2

    def __call__(self, images: Tensor, views: Views, t: Tensor, generator: torch.Generator) -> tuple[Tensor, float]:
        """The gradient of the prior's loss in the images, and the half mean squared distance to its prediction.

        Images of another resolution are scaled to the prior's, and a latent prior's gradient in latents comes back
        through its encoder, by the chain rule. What is in the shape of its latents already is taken as such.

        Args:
            images: [B, 3, H, W] in [-1, 1], or what `latents_of` makes.
            views: the B views.
            t: [B] diffusion times, or fractions of the prior's schedule (`guidance.clock`).
            generator: source of the noise.
        Returns:
            Gradient in the shape of the images, and the distance in [0, 1] colours, summed over channels, averaged over
            pixels; of a latent prior, the same of latents.
        Raises:
            FloatingPointError: something is not finite.
        """
        latents, resolution = self._knowledge.latents, self.resolution
        direct = latents is not None and tuple(images.shape[1:]) == tuple(latents.latent_shape)
        through_graph = not direct and (latents is not None or images.shape[-1] != resolution)
        with torch.enable_grad():
            leaf = images.detach().clone().requires_grad_() if through_graph else images.detach()
            scaled = leaf if direct else to_resolution(leaf, resolution)
            samples = scaled if direct or latents is None else latents.encode(scaled)
        x = samples.detach()
        out = self._code.gradient(
            self._method,
            Batch(
                samples=x,
                images=scaled.detach(),
                latent=latents is not None,
                prior=self._knowledge.prior,
                text=self._knowledge.text,
                views=views,
                t=self._time_of(t),
                generator=generator,
                scale=self._guidance.scale,
                clip=self._guidance.clip or None,
                time_of=self._time_of,
            ),
            self._kept,
        )
        target = out.x0 if latents is not None else out.x0.clamp(-1, 1)
        # Normals in the place of latents are no picture.
        self._shown = None if direct and not self._field_latents else (scaled.detach(), target)
        squared = float((x - target).square().sum())
        return to_images(out, leaf, scaled, samples), squared / (8 * x.shape[0] * x.shape[2] * x.shape[3])

    def _time_of(self, fraction: Tensor) -> Tensor:
        return self._knowledge.time_of(fraction) if self._guidance.clock == "prior" else fraction

    def _check_latent_start(self) -> None:
        latents, prior = self._knowledge.latents, self._knowledge.prior
        if latents is None or latents.latent_shape[0] != LATENT_CHANNELS:
            what = "one that sees pixels" if latents is None else f"one of {latents.latent_shape[0]} channels"
            raise ConfigError(
                f"guidance.latent_until needs a prior of {LATENT_CHANNELS} latent channels; {prior.name!r} is {what}"
            )
        if isinstance(self._method, HiFA):
            raise ConfigError("guidance.latent_until does not go with method hifa, which compares images")


def novel_view_distiller(config: RunConfig, knowledge: PriorKnowledge, generator: torch.Generator) -> Distiller | None:
    """The run's second prior at work, by SDS with its own guidance; None where the run has none.

    Args:
        config: the run's, resolved.
        knowledge: of both priors.
        generator: as for `Distiller`.
    """
    if knowledge.novel_view is None:
        return None
    guidance = replace(config.guidance, method=SDS(), scale=config.novel_view.scale, latent_until=0.0)
    return Distiller(replace(config, guidance=guidance), knowledge.novel_view, generator)


def to_resolution(images: Tensor, resolution: int) -> Tensor:
    """Images [B, 3, H, H] scaled to [B, 3, resolution, resolution]; differentiable."""
    size = (resolution, resolution)
    if images.shape[-1] > resolution:
        # Several rays a pixel are their mean, as a pixel of what the prior was taught is; a triangle's wider support
        # would ask for edges that are too sharp.
        return F.interpolate(images, size, mode="area")
    if images.shape[-1] < resolution:
        return F.interpolate(images, size, mode="bilinear", align_corners=False)
    return images


def to_images(out: Distillation, leaf: Tensor, scaled: Tensor, samples: Tensor) -> Tensor:
    """The gradient in the rendered images `leaf`, of which `scaled` and then `samples` were made, by the chain rule."""
    outputs: list[tuple[Tensor, Tensor]] = [(samples, out.grad)]
    if out.pixel_grad is not None:
        outputs.append((scaled, out.pixel_grad))
    if samples is scaled:
        outputs = [(scaled, out.grad if out.pixel_grad is None else out.grad + out.pixel_grad)]
    if samples is leaf:
        return outputs[0][1]
    # The same gradient as by `grad_outputs`, for which torch would first import SymPy, in .4 s.
    total = sum(((tensor * by.to(tensor)).sum() for tensor, by in outputs), start=leaf.new_zeros(()))
    (gradient,) = torch.autograd.grad(total, leaf)
    return gradient


def latents_of(out: RenderOutput, views: int, side: int) -> Tensor:
    """Views as latents that need no encoder: normal times opacity, and opacity, each in [-1, 1].

    Chen et al. 2023 (Fantasia3D), section 3.2: a latent prior reads the shape in them well enough to begin with.

    Args:
        out: [views * side * side] rays, with normals.
        views: B.
        side: pixels along an edge, the latents' own.

    Returns:
        [B, 4, side, side].
    """
    assert out.normal is not None
    pixels = torch.cat([out.normal * out.opacity[:, None], out.opacity[:, None] * 2 - 1], dim=-1)
    return pixels.view(views, side, side, 4).permute(0, 3, 1, 2)


def field_latents(field: HashField, out: RenderOutput, views: Views, side: int) -> Tensor:
    """Views of a field of latents, before the latents of the views' plain backgrounds.

    Metzer et al. 2022 (Latent-NeRF, arXiv 2211.07600): what is rendered is a latent prior's input, and its
    encoder is not needed. Their background is a network; a colour is the shortest latents that are shown so here.

    Args:
        field: what was rendered.
        out: [views * side * side] rays, with latents.
        views: B views.
        side: pixels along an edge, the latents' own.

    Returns:
        [B, 4, side, side].
    """
    assert out.latents is not None and field.latent_colors is not None
    where = out.opacity.device
    behind = latents_of_color(upload(views.background, where), field.latent_colors.detach().to(where))
    image = out.latents.view(len(views), side * side, -1)
    image = image + (1 - out.opacity).view(len(views), -1, 1) * behind[:, None]
    return image.view(len(views), side, side, -1).permute(0, 3, 1, 2)
