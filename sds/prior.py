"""What the rest of the workbench asks of an image prior."""

from typing import Protocol, runtime_checkable

import torch
from jaxtyping import Float
from torch import Tensor, nn

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.paint import Paint


class Prior(Protocol):
    """A frozen image prior: a denoiser that knows a text and a view.

    No gradient flows through a prior: its callers run it without autograd, and take what it returns as constants.
    """

    @property
    def name(self) -> str:
        """A short name for run folders and reports."""
        ...

    @property
    def resolution(self) -> int:
        """Height and width of the images that the prior sees, in pixels."""
        ...

    def encode_text(self, prompt: str, negative: str = "") -> Conditioning:
        """Encode a prompt.

        Args:
            prompt: what the image shows.
            negative: what guidance leads away from; empty is no text.

        Returns:
            The conditioning, only for this prior's `predict_x0`.
        """
        ...

    def predict_x0(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> tuple[Float[Tensor, " b *shape"], Float[Tensor, " b *shape"]]:
        """Predict the clean images, with the condition and without.

        Args:
            noisy: x_t, [B, 3, resolution, resolution].
            t: time in (0, 1), [B].
            conditioning: what `encode_text` of this prior returned; one text for all images.
            views: B views.

        Returns:
            (cond, uncond): predictions of x0, each [B, 3, resolution, resolution], about in [-1, 1].
        """
        ...


@runtime_checkable
class LatentPrior(Prior, Protocol):
    """A prior that thinks in latents: its `predict_x0` takes and gives latents instead of images.

    Distillation then happens on latents, and the chain rule through `encode` takes its gradient to the images.
    """

    @property
    def latent_shape(self) -> tuple[int, int, int]:
        """Channels, height and width of what `predict_x0` sees."""
        ...

    def encode(self, images: Float[Tensor, "b 3 r r"]) -> Float[Tensor, "b c h w"]:
        """Images as latents. Differentiable, unlike everything else of a prior.

        Args:
            images: [B, 3, resolution, resolution] in [-1, 1].

        Returns:
            Latents, [B, *latent_shape], about unit scale.
        """
        ...

    def decode(self, latents: Float[Tensor, "b c h w"]) -> Float[Tensor, "b 3 r r"]:
        """Latents as images, without gradient.

        Args:
            latents: [B, *latent_shape].

        Returns:
            [B, 3, resolution, resolution], about in [-1, 1].
        """
        ...


@runtime_checkable
class ScheduledPrior(Prior, Protocol):
    """A prior with a noise schedule of its own, whose fractions published recipes are written in."""

    def time_of(self, fraction: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
        """Our time at a fraction of the prior's own schedule.

        Args:
            fraction: in [0, 1], any shape; 0 is clean.

        Returns:
            Times in (0, 1), of the same shape.
        """
        ...


@runtime_checkable
class ConditionalOnlyPrior(Prior, Protocol):
    """A prior that need not predict without the condition where guidance does not ask for it."""

    def predict_cond(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], conditioning: Conditioning, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """The first of what `predict_x0` returns, for half of the work."""
        ...


@runtime_checkable
class SimilarityPrior(Prior, Protocol):
    """A prior that says how well images go with a text, such as CLIP."""

    def similarity(
        self, images: Float[Tensor, "b 3 h w"], text: Tensor, cutouts: int, generator: torch.Generator
    ) -> Float[Tensor, " b"]:
        """Cosines of images and a text. Differentiable in the images.

        Args:
            images: [B, 3, H, W] in [-1, 1].
            text: the payload `cond` of what `encode_text` of this prior returned.
            cutouts: random crops that are averaged over; 0 is the whole image alone.
            generator: of the crops.
        """
        ...


@runtime_checkable
class SurfaceNormalPrior(Prior, Protocol):
    """A prior that knows how surfaces of what a text means are turned, beside how they look."""

    def normals_at(
        self, points: Float[Tensor, "p 3"], directions: Float[Tensor, "p 3"], conditioning: Conditioning
    ) -> Float[Tensor, "p 3"]:
        """Normals near points of a surface.

        Args:
            points: [P, 3], world.
            directions: unit normals of the surface there, [P, 3]; which side of a thin part is meant.
            conditioning: what `encode_text` of this prior returned.

        Returns:
            [P, 3] in world axes; of length 1 where the prior is sure, 0 where it knows nothing.
        """
        ...


@runtime_checkable
class ShapePrior(Prior, Protocol):
    """A prior that knows roughly what a text means in three dimensions, which a field may begin as."""

    def shape_at(
        self, points: Float[Tensor, "p 3"], conditioning: Conditioning
    ) -> tuple[Float[Tensor, " p"], Float[Tensor, "p 3"]]:
        """What is at points.

        Args:
            points: [P, 3], world.
            conditioning: what `encode_text` of this prior returned.

        Returns:
            Densities [P] per world unit, and albedo [P, 3] in [0, 1], which means nothing where there is no density.
        """
        ...


@runtime_checkable
class ScenePrior(Prior, Protocol):
    """A prior that knows where the parts of what a text means are, and can look at each as closely as at an object."""

    def object_crops(self, conditioning: Conditioning) -> Float[Tensor, "k 4"]:
        """What to look at closely.

        Args:
            conditioning: what `encode_text` of this prior returned.

        Returns:
            [K, 4] balls about the parts: centre, world, and radius, as a share of what an object alone has.
        """
        ...


@runtime_checkable
class InstancePrior(Prior, Protocol):
    """A prior that may have several objects for a noun."""

    def encode_text(
        self, prompt: str, negative: str = "", *, instance: int | None = None, seed: int = 0, language: str = "auto"
    ) -> Conditioning:
        """Encode a prompt, as every prior does.

        Args:
            prompt: what the image shows.
            negative: what guidance leads away from; empty is no text.
            instance: which object of those nouns that have several, from 0; None lets the seed choose.
            seed: 0 or more.
            language: of the prompt, a code of ``bozzetto.sds.language.read.languages``, or ``auto``.
        """
        ...

    @property
    def has_instances(self) -> bool:
        """Whether it takes these three."""
        ...


@runtime_checkable
class PaintPrior(Prior, Protocol):
    """A prior that knows which part of an object the words for its looks (`bozzetto.sds.looks`) paint."""

    def looks_of(self, conditioning: Conditioning) -> tuple[tuple[str, ...], ...]:
        """The looks of each object of a text, in its scene's order; empty where it has none but plain colours."""
        ...

    def paint_at(
        self, points: Float[Tensor, "p 3"], normals: Float[Tensor, "p 3"], conditioning: Conditioning
    ) -> list[Paint]:
        """Which part of a surface the looks of each object paint that has any.

        Args:
            points: [P, 3] of the surface, in [-1, 1].
            normals: [P, 3] unit, outward.
            conditioning: what `encode_text` of this prior returned.
        """
        ...

    def finish_at(self, points: Float[Tensor, "p 3"], conditioning: Conditioning) -> Float[Tensor, "p 6"] | None:
        """Roughness, metallic, transmission, and emission as linear light, [P, 6] in [0, 1], of a surface [P, 3] as the
        objects' own materials have them, whatever looks their words give them; None where nothing is known of them."""
        ...


@runtime_checkable
class TrainablePrior(Prior, Protocol):
    """A prior whose network can be seen through, so that low-rank changes of it can be trained (VSD)."""

    @property
    def denoiser(self) -> nn.Module:
        """The frozen network."""
        ...

    @property
    def embedding_module(self) -> nn.Module | None:
        """The module of the network whose output is its time embedding, [B, E]; None of one that takes the view."""
        ...

    @property
    def low_rank_layers(self) -> tuple[str, ...]:
        """How the names of the layers end that are changed."""
        ...

    def x0_of(
        self, noisy: Float[Tensor, " b *shape"], t: Float[Tensor, " b"], text: object, views: Views
    ) -> Float[Tensor, " b *shape"]:
        """As one side of `predict_x0`, with autograd.

        Args:
            noisy: [B, ...] as for `predict_x0`.
            t: time in (0, 1), [B].
            text: a payload of this prior's conditioning.
            views: B views.

        Returns:
            The prediction of x0, [B, ...].
        """
        ...


class Capabilities:
    """What a prior can do beyond what every prior does, each None where it cannot. Nothing else asks what kind it is.

    Args:
        prior: any prior.
    """

    def __init__(self, prior: Prior) -> None:
        self._prior = prior

    @property
    def latents(self) -> LatentPrior | None:
        """The prior, where it thinks in latents."""
        return self._prior if isinstance(self._prior, LatentPrior) else None

    @property
    def schedule(self) -> ScheduledPrior | None:
        """The prior, where it has a noise schedule of its own."""
        return self._prior if isinstance(self._prior, ScheduledPrior) else None

    @property
    def conditional_only(self) -> ConditionalOnlyPrior | None:
        """The prior, where it can leave the unconditional prediction out."""
        return self._prior if isinstance(self._prior, ConditionalOnlyPrior) else None

    @property
    def similarity(self) -> SimilarityPrior | None:
        """The prior, where it says how well images go with a text."""
        return self._prior if isinstance(self._prior, SimilarityPrior) else None

    @property
    def surface_normals(self) -> SurfaceNormalPrior | None:
        """The prior, where it knows surface normals."""
        return self._prior if isinstance(self._prior, SurfaceNormalPrior) else None

    @property
    def shape(self) -> ShapePrior | None:
        """The prior, where it knows a shape in three dimensions."""
        return self._prior if isinstance(self._prior, ShapePrior) else None

    @property
    def scene(self) -> ScenePrior | None:
        """The prior, where it knows the parts of a scene."""
        return self._prior if isinstance(self._prior, ScenePrior) else None

    @property
    def instances(self) -> InstancePrior | None:
        """The prior, where a noun may have several objects and prompts several languages."""
        return self._prior if isinstance(self._prior, InstancePrior) else None

    @property
    def paint(self) -> PaintPrior | None:
        """The prior, where it knows what words for materials paint."""
        return self._prior if isinstance(self._prior, PaintPrior) else None

    @property
    def trainable(self) -> TrainablePrior | None:
        """The prior, where low-rank changes of its network can be trained."""
        return self._prior if isinstance(self._prior, TrainablePrior) else None


def sample_shape(prior: Prior) -> tuple[int, int, int]:
    """Channels, height and width of what the prior's `predict_x0` sees: latents or images."""
    latents = Capabilities(prior).latents
    return (3, prior.resolution, prior.resolution) if latents is None else latents.latent_shape
