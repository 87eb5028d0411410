"""From what a user names to a folder on this machine: a path, a known name, or an id of the hub."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from bozzetto.sds.pretrained.errors import AccessError, LayoutError, MemoryNeedError, PretrainedError
from bozzetto.sds.pretrained.folder import ModelFolder, inspect_folder
from bozzetto.sds.pretrained.known import KNOWN, KnownModel, find_known
from bozzetto.sds.pretrained.packages import hub

HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")
_GB = 1e9
_WHOLE = 1 << 26  # files of a local folder up to here are hashed whole
_EDGE = 1 << 20

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Located:
    """A model's folder on this machine.

    Args:
        path: the folder.
        name: how reports call it: hub id, or path.
        revision: commit of the hub, or a digest of the local folder's text parts and descriptions.
    """

    path: Path
    name: str
    revision: str


def locate(
    where: str,
    *,
    offline: bool = False,
    half: bool = False,
    endpoint: str | None = None,
    cache: Path | None = None,
    say: Callable[[str], None] = log.info,
) -> Located:
    """Finds a model, and fetches it where it is not here yet.

    Args:
        where: a folder, the short name or hub id of a known model, or another hub id `owner/name`, with `@revision`.
        offline: use no network; what was fetched before is found.
        half: fetch half-precision weights where the repository has them.
        endpoint: address of the hub; None is the usual one.
        cache: folder of fetched models; None is the hub's own.
        say: is told what is fetched.

    Returns:
        Where it is.

    Raises:
        AccessError: it is not here and cannot be fetched; the message has the exact next step.
        LayoutError: a path that leads nowhere.
        MissingPackageError: the hub's package is not installed.
    """
    folder = Path(where).expanduser()
    if folder.exists():
        return Located(folder.resolve(), str(folder), folder_digest(folder))
    name, _, revision = where.partition("@")
    model = find_known(name)
    if model is None and (where.startswith((".", "/", "~", os.sep)) or not HUB_ID.fullmatch(name)):
        raise LayoutError(
            f"{where!r} is no folder, no hub id (owner/name) and none of the known models: "
            + ", ".join(known.name for known in KNOWN)
        )
    if model is not None and name in model.mirrors:
        say(f"{name} was taken off the hub; using {model.hub_id}, the same weights")
    repository = model.hub_id if model else name
    revision = revision or (model.revision if model else "main")
    return _fetch(repository, revision, model, offline, half, endpoint, cache, say)


def folder_digest(folder: Path) -> str:
    """A digest of what decides a text's embedding and the model's shape: descriptions, tokenizers, text encoders.

    Files above 64 MiB enter by length and their first and last MiB, so that it takes no minutes.
    """
    digest = hashlib.sha256()
    kept = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in kept:
        inside = path.relative_to(folder)
        if not (inside.suffix == ".json" or inside.parts[0].startswith(("tokenizer", "text_encoder"))):
            continue
        size = path.stat().st_size
        digest.update(f"{inside.as_posix()}:{size};".encode())
        with path.open("rb") as file:
            if size <= _WHOLE:
                digest.update(file.read())
            else:
                digest.update(file.read(_EDGE))
                file.seek(-_EDGE, os.SEEK_END)
                digest.update(file.read())
    return digest.hexdigest()[:40]


def check_memory(folder: ModelFolder, device: torch.device, dtype: torch.dtype) -> None:
    """Compares what the prior needs at least with what is free, before anything is loaded.

    The need is its network and its VAE in `dtype`, or its text encoders where those are larger (they are freed before
    the network is loaded), and a quarter on top for what a step computes.

    Raises:
        MemoryNeedError: more than is free; the message says how much, and what to do.
    """
    width = torch.finfo(dtype).bits // 8
    text = sum(part.parameters for name, part in folder.parts.items() if name.startswith("text_encoder"))
    net = sum(part.parameters for name, part in folder.parts.items() if not name.startswith("text_encoder"))
    need = 1.25 * width * max(text, net)
    free = _free_memory(device)
    if free is not None and need > free:
        steps = "take a smaller model (bozzetto priors)"
        if dtype == torch.float32:
            steps = f"use half precision (--set hub.precision=fp16) or {steps}"
        raise MemoryNeedError(
            f"{folder.path} needs about {need / _GB:.1f} GB on {device} as {str(dtype).removeprefix('torch.')}, and "
            f"{free / _GB:.1f} GB are free: free some, {steps}"
        )


def _free_memory(device: torch.device) -> int | None:
    """Free bytes, or None where they cannot be asked for."""
    if device.type == "cuda":
        return torch.cuda.mem_get_info(device)[0]
    try:
        for line in Path("/proc/meminfo").read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        return None
    return None


def _fetch(
    repository: str,
    revision: str,
    model: KnownModel | None,
    offline: bool,
    half: bool,
    endpoint: str | None,
    cache: Path | None,
    say: Callable[[str], None],
) -> Located:
    """The snapshot of a repository: from the hub's cache, else over the network."""
    package = hub()
    errors = package.errors
    page = f"{endpoint or 'https://huggingface.co'}/{repository}"
    fetch_it = f"hf download {repository} --revision {revision}"
    options = {"revision": revision, "cache_dir": cache, "endpoint": endpoint}
    kept = package.try_to_load_from_cache(repository, "model_index.json", cache_dir=cache, revision=revision)
    if isinstance(kept, str):
        path = Path(kept).parent
        try:
            inspect_folder(path, half)
            return Located(path, repository, path.name)
        except PretrainedError:
            # Cut short while it was fetched: what is missing is fetched below.
            if offline:
                raise
    if offline or package.constants.HF_HUB_OFFLINE:
        raise AccessError(
            f"{repository} (revision {revision[:12]}) is not on this machine, and --offline forbids to fetch it; fetch "
            f"it where there is a network with: {fetch_it}, or give the path of a folder"
        )
    try:
        files = {
            entry.rfilename: entry.size or 0
            for entry in package.HfApi(endpoint=endpoint)
            .model_info(repository, revision=revision, files_metadata=True, timeout=20)
            .siblings
        }
        wanted = wanted_files(sorted(files), half)
        size = sum(files[name] for name in wanted)
        where = Path(cache or package.constants.HF_HUB_CACHE)
        _check_disk(where, size, repository)
        gated = f", licence: {model.license}" if model else ""
        say(f"fetching {repository} ({size / _GB:.1f} GB{gated}) into {where}")
        path = Path(package.snapshot_download(repository, allow_patterns=wanted, **options))
    except errors.GatedRepoError as error:
        raise AccessError(
            f"{repository} is gated: open {page} in a browser, log in, accept its terms"
            + (f" ({model.license})" if model else "")
            + ", then run: hf auth login, and start again"
        ) from error
    except errors.RevisionNotFoundError as error:
        raise AccessError(f"{repository} has no revision {revision!r}; see {page}/commits/main") from error
    except errors.RepositoryNotFoundError as error:
        raise AccessError(
            f"{repository} is not on the hub, or private and you are not logged in (hf auth login); known models: "
            + ", ".join(f"{known.name} ({known.hub_id})" for known in KNOWN)
        ) from error
    except (errors.HfHubHTTPError, errors.LocalEntryNotFoundError, OSError, *_network_errors()) as error:
        raise AccessError(
            f"{page} cannot be reached ({type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}); "
            f"check the network, or fetch it elsewhere with: {fetch_it}, and give the path of the folder"
        ) from error
    return Located(path, repository, path.name)


def wanted_files(names: list[str], half: bool) -> list[str]:
    """The files of a repository that a prior reads: descriptions, tokenizers, and one set of safetensors a part.

    Args:
        names: all files, as `folder/file`.
        half: prefer the half-precision set.
    """
    kept = []
    for name in names:
        folder, slash, file = name.rpartition("/")
        if not slash:
            if file == "model_index.json":
                kept.append(name)
        elif folder.startswith(("tokenizer", "scheduler")) or file == "config.json":
            kept.append(name)
        elif folder in ("unet", "transformer", "vae") or folder.startswith("text_encoder"):
            siblings = [other for other in names if other.startswith(f"{folder}/") and "safetensors" in other]
            marked = [other for other in siblings if ".fp16" in other]
            plain = [other for other in siblings if ".fp16" not in other and ".non_ema" not in other]
            chosen = (marked or plain) if half else (plain or marked)
            if name in chosen:
                kept.append(name)
    return kept


def _check_disk(where: Path, size: int, repository: str) -> None:
    there = where
    while not there.exists() and there != there.parent:
        there = there.parent
    free = shutil.disk_usage(there).free
    if size > free:
        raise AccessError(
            f"{repository} takes {size / _GB:.1f} GB and {where} has {free / _GB:.1f} GB free; free some space or set "
            "HF_HOME to another disk"
        )


def _network_errors() -> tuple[type[Exception], ...]:
    """What the hub's HTTP client raises when there is no network; which client it is depends on its version."""
    found: list[type[Exception]] = []
    for name, error in (("httpx", "HTTPError"), ("httpx2", "HTTPError"), ("requests", "RequestException")):
        try:
            found.append(getattr(__import__(name), error))
        except (ImportError, AttributeError):
            continue
    return tuple(found)
