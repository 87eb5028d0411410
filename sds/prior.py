"""What the rest of the workbench asks of an image prior."""

from typing import Protocol

from torch import Tensor

from sds.conditioning import Conditioning, Views


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

    def predict_x0(self, noisy: Tensor, t: Tensor, conditioning: Conditioning, views: Views) -> tuple[Tensor, Tensor]:
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
