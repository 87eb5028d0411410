"""A method of one's own: SDS with each noise and its opposite, beside plain SDS, on a prior with a closed form.

A method is a function from rendered images to a gradient in them (`bozzetto.sds.distillation`). The Gaussian prior
predicts the exact posterior mean, which is linear in the noise: with its opposite beside it the noise cancels, the mean
of the gradient stays. What is optimised here is one image; sds/methods/table.py is where the loop
finds its methods.

    python examples/own_method.py
"""

import torch
import tyro
from torch import Tensor

from bozzetto.sds.conditioning import Conditioning, Views
from bozzetto.sds.distillation import Distillation, check_clip, distilled, sds_gradient, weight
from bozzetto.sds.gaussian import GaussianPrior
from bozzetto.sds.prediction import check_batch, draw_noise, guided_x0
from bozzetto.sds.prior import Prior
from bozzetto.sds.schedule import add_noise, alpha, per_image, sigma


@torch.no_grad()
def antithetic_sds(
    images: Tensor,
    prior: Prior,
    conditioning: Conditioning,
    views: Views,
    t: Tensor,
    generator: torch.Generator,
    *,
    guidance_scale: float,
    grad_clip: float | None = None,
) -> Distillation:
    """The mean of SDS's gradients for a noise and for its opposite: w(t) (alpha / sigma) (x - mean of x0_hat).

    Arguments, result and errors are those of `bozzetto.sds.distillation.sds_gradient`.
    """
    check_clip(grad_clip)
    check_batch(images, prior, views, t)
    x, t = images.detach(), t.to(images)
    eps = draw_noise(x, generator)
    both = [guided_x0(prior, add_noise(x, e, t), t, conditioning, views, guidance_scale, 0.0) for e in (eps, -eps)]
    x0 = (both[0] + both[1]) / 2
    factor = weight(t, "sds") * alpha(t) / sigma(t)
    return distilled(per_image(factor, x) * (x - x0), x0, t, grad_clip)


def main(steps: int = 200, samples: int = 64, seed: int = 0) -> dict[str, tuple[float, float]]:
    """Scatter of both methods' gradients, and how near each brings an image to the prior's mean.

    Args:
        steps: of gradient descent.
        samples: gradients of which the scatter is taken.
        seed: of every noise.
    Returns:
        For each method the scatter (standard deviation over the noise, root mean square over the pixels) and the root
        mean square distance to the mean at the end.
    """
    ramp = torch.linspace(-0.8, 0.8, 16)
    mean = torch.stack([ramp.expand(16, 16), ramp[:, None].expand(16, 16), -ramp.expand(16, 16)])
    prior = GaussianPrior(mean, std=0.1)
    text, one = prior.encode_text("a ramp"), torch.ones(1)
    front = Views(
        azimuth=0 * one, elevation=0 * one, light=torch.tensor([[0.0, 0.0, 1.0]]), ambient=one,
        background=torch.ones(1, 3), zoom=one, center=torch.zeros(1, 2),
    )  # fmt: skip
    found = {}
    for name, method in (("sds", sds_gradient), ("antithetic sds", antithetic_sds)):
        generator = torch.Generator().manual_seed(seed)
        image, t = torch.zeros(1, 3, 16, 16), 0.5 * one
        gradients = [method(image, prior, text, front, t, generator, guidance_scale=1.0).grad for _ in range(samples)]
        scatter = torch.stack(gradients).std(dim=0).square().mean().sqrt().item()
        for _ in range(steps):
            image = image - 0.1 * method(image, prior, text, front, t, generator, guidance_scale=1.0).grad
        distance = (image - mean).square().mean().sqrt().item()
        found[name] = scatter, distance
        print(f"{name}: scatter {scatter:.6f}, distance to the prior's mean {distance:.6f}")
    return found


if __name__ == "__main__":
    tyro.cli(main)
