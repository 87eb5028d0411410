"""Another autoencoder in the place of a model's own: a folder, a single file, or an id of the hub."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from safetensors.torch import load_file, save_file

from bozzetto.sds.pretrained.access import HUB_ID, fetch_files
from bozzetto.sds.pretrained.errors import LayoutError, MismatchError
from bozzetto.sds.pretrained.folder import PICKLED, ModelFolder, read_part
from bozzetto.sds.pretrained.packages import diffusers

FILES = ("config.json", "diffusion_pytorch_model.safetensors")


def with_autoencoder(
    folder: ModelFolder, where: str, root: Path, offline: bool, half: bool, say: Callable[[str], None]
) -> ModelFolder:
    """The model with another autoencoder.

    Args:
        folder: the model.
        where: a folder as `AutoencoderKL.save_pretrained` writes it, a .safetensors file in the names of CompVis, whose
            description is that of the model's own, or an id of the hub.
        root: where files are kept as they were converted.
        offline: use no network.
        half: prefer weights in half precision.
        say: is told what is written.

    Raises:
        LayoutError: it is none.
        MismatchError: it does not go with the model.
        AccessError: it is on the hub and cannot be fetched.
    """
    own = folder.parts.get("vae")
    if own is None:
        raise MismatchError(f"hub.vae={where}: {folder.path} works in pixels and has no autoencoder")
    path = Path(where).expanduser()
    if path.suffix.lower() in PICKLED:
        raise LayoutError(f"{path} is a pickle, which can run code and is not read; get it as .safetensors")
    if path.is_file():
        path = _converted(path, folder, root, say)
    elif not path.is_dir():
        if not HUB_ID.fullmatch(where):
            raise LayoutError(f"hub.vae={where}: no folder, no file and no hub id (owner/name)")
        path = fetch_files(where, FILES, offline)
    part = read_part(path, half)
    kind = part.config.get("_class_name", "AutoencoderKL")
    channels = part.config.get("latent_channels", 4), own.config.get("latent_channels", 4)
    if kind != "AutoencoderKL" or channels[0] != channels[1]:
        raise MismatchError(
            f"{path} is a {kind} of {channels[0]} latent channels; {folder.path} takes an AutoencoderKL of "
            f"{channels[1]}"
        )
    return replace(folder, parts={**folder.parts, "vae": part})


def _converted(path: Path, folder: ModelFolder, root: Path, say: Callable[[str], None]) -> Path:
    """A single file as a folder; made once."""
    stat, config = path.stat(), dict(folder.parts["vae"].config)
    key = hashlib.sha256(f"{path.resolve()} {stat.st_size} {stat.st_mtime_ns} {sorted(config.items())}".encode())
    made = root / f"{path.stem[:60]}-{key.hexdigest()[:16]}"
    if all((made / name).is_file() for name in FILES):
        return made
    diffusers()
    from diffusers.loaders import single_file_utils as maps

    tensors = {key.removeprefix("first_stage_model."): value for key, value in load_file(path).items()}
    if "decoder.conv_in.weight" not in tensors:
        raise LayoutError(f"{path} is no autoencoder: it has no decoder.conv_in.weight")
    say(f"{path.name}: an autoencoder; converting it once to {made}")
    if "decoder.up_blocks.0.resnets.0.conv1.weight" not in tensors:
        tensors = maps.convert_ldm_vae_checkpoint({f"first_stage_model.{k}": v for k, v in tensors.items()}, config)
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".converting-", dir=root) as temporary:
        half_made = Path(temporary) / "vae"
        half_made.mkdir()
        weights = {key: value.contiguous() for key, value in tensors.items()}
        save_file(weights, half_made / FILES[1], metadata={"format": "pt"})
        (half_made / FILES[0]).write_text(json.dumps(config | {"_class_name": "AutoencoderKL"}), encoding="utf-8")
        if not made.exists():
            half_made.rename(made)
    return made
