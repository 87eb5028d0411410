"""From what a user names to a folder on this machine: a path, a known name, or an id of the hub."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bozzetto.sds.pretrained.errors import AccessError, LayoutError, PretrainedError
from bozzetto.sds.pretrained.folder import PICKLED, inspect_folder
from bozzetto.sds.pretrained.known import KNOWN, KnownModel, find_known, nearest_known
from bozzetto.sds.pretrained.packages import hub

HUB_URL = re.compile(
    r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/(?P<id>[\w.-]+/[\w.-]+)(?:/(?:tree|blob|resolve)/(?P<revision>[^/?#]+))?"
)
HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")
WEIGHTED = ("unet", "transformer", "vae", "image_encoder", "cc_projection", "clip_camera_projection")
"""Components with weights, beside text encoders."""
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
        if (folder / "snapshots").is_dir():
            return _snapshot(folder)
        return Located(folder.resolve(), str(folder), folder_digest(folder))
    url = HUB_URL.match(where)
    if url is not None:
        where = url["id"] + (f"@{url['revision']}" if url["revision"] else "")
    name, _, revision = where.partition("@")
    model = find_known(name)
    if model is None and (where.startswith((".", "/", "~", os.sep)) or not HUB_ID.fullmatch(name)):
        raise LayoutError(f"{where!r} is no folder and no hub id (owner/name); {nearest_known(name)}")
    if model is not None and name in model.mirrors:
        say(f"{name} was taken off the hub; using {model.hub_id}, the same weights")
    repository = model.hub_id if model else name
    revision = revision or (model.revision if model else "main")
    return _fetch(repository, revision, model, offline, half, endpoint, cache, say)


def _snapshot(folder: Path) -> Located:
    """The snapshot in a repository's folder of the hub's cache (`models--OWNER--NAME`): main's, or the newest.

    Raises:
        LayoutError: there is none.
    """
    snapshots = {path.name: path for path in (folder / "snapshots").iterdir() if path.is_dir()}
    if not snapshots:
        raise LayoutError(f"{folder} holds no snapshot; fetch the model again")
    try:
        commit = (folder / "refs" / "main").read_text(encoding="utf-8").strip()
    except OSError:
        commit = ""
    if commit not in snapshots:
        commit = max(snapshots, key=lambda name: snapshots[name].stat().st_mtime)
    name = "/".join(folder.name.removeprefix("models--").split("--", 1))
    return Located(snapshots[commit], name, commit)


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
    page = f"{endpoint or package.constants.ENDPOINT}/{repository}"
    fetch_it = f"hf download {repository} --revision {revision}"
    options = {"revision": revision, "cache_dir": cache, "endpoint": endpoint}
    damaged: PretrainedError | None = None
    for path in _cached(package, repository, revision, model, cache):
        try:
            inspect_folder(path, half)
        except PretrainedError as error:
            # Cut short while it was fetched: what is missing is fetched below.
            damaged = damaged or error
            continue
        if path.name != revision and not offline and not package.constants.HF_HUB_OFFLINE:
            continue
        if path.name != revision and len(revision) == 40:
            say(f"using what is in the cache: {path.parents[1].name}, commit {path.name[:12]}, not {revision[:12]}")
        return Located(path, repository, path.name)
    if damaged is not None and (offline or package.constants.HF_HUB_OFFLINE):
        raise damaged
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
        _check_repository(repository, sorted(files), wanted)
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


def _cached(
    package: Any, repository: str, revision: str, model: KnownModel | None, cache: Path | None
) -> Iterator[Path]:
    """Snapshots in the hub's cache: of the revision, of main, and any other; under all ids that the model has had."""
    root = Path(cache or package.constants.HF_HUB_CACHE)
    for name in dict.fromkeys((repository, *((model.hub_id, *model.mirrors) if model else ()))):
        base = root / f"models--{name.replace('/', '--')}"
        commits = [revision]
        for reference in (revision, "main"):
            with contextlib.suppress(OSError):
                commits.append((base / "refs" / reference).read_text(encoding="utf-8").strip())
        with contextlib.suppress(OSError):
            commits += sorted(path.name for path in (base / "snapshots").iterdir())
        for commit in dict.fromkeys(commits):
            if (base / "snapshots" / commit / "model_index.json").is_file():
                yield base / "snapshots" / commit


def _check_repository(repository: str, names: list[str], wanted: list[str]) -> None:
    """AccessError where a repository is no model in the layout of diffusers, or has pickled weights only."""
    if "model_index.json" not in names:
        single = [name for name in names if "/" not in name and name.endswith(".safetensors")]
        raise AccessError(
            f"{repository} has no model_index.json, so it is no model in the layout of diffusers"
            + (f"; it has the single file {single[0]}: download that, and give its path" if single else "")
        )
    folders = {name.partition("/")[0] for name in names if name.endswith("/config.json")}
    weighted = {name.partition("/")[0] for name in wanted if name.endswith(".safetensors")}
    for folder in sorted(folders & ({*WEIGHTED} | {f for f in folders if "text_encoder" in f})):
        if folder not in weighted:
            pickled = [name for name in names if name.startswith(f"{folder}/") and name.endswith(PICKLED)]
            raise AccessError(
                f"{repository} has the weights of {folder} only as {pickled[0] if pickled else 'something else'}: "
                "pickles can run code and are not read; look for a revision with safetensors, or convert it"
            )


def fetch_lora(repository: str, offline: bool = False, endpoint: str | None = None, cache: Path | None = None) -> Path:
    """The LoRA file of a repository, `pytorch_lora_weights.safetensors`: from the hub's cache, else over the network.

    Raises:
        AccessError: it is not here and cannot be fetched, or the repository has none of that name.
    """
    name = "pytorch_lora_weights.safetensors"
    return fetch_files(repository, (name,), offline, endpoint, cache) / name


def fetch_files(
    repository: str, names: Sequence[str], offline: bool = False, endpoint: str | None = None, cache: Path | None = None
) -> Path:
    """The folder of some files of a repository, which lie beside each other: from the hub's cache, else the network.

    Raises:
        AccessError: one is not here and cannot be fetched.
    """
    package = hub()
    try:
        paths = [
            package.hf_hub_download(repository, name, local_files_only=offline, endpoint=endpoint, cache_dir=cache)
            for name in names
        ]
    except (
        package.errors.HfHubHTTPError,
        package.errors.LocalEntryNotFoundError,
        OSError,
        *_network_errors(),
    ) as error:
        raise AccessError(
            f"{repository} ({', '.join(names)}) is not here and cannot be fetched ({type(error).__name__}); fetch it "
            f"with: hf download {repository}, and give the path of its folder"
        ) from error
    return Path(paths[0]).parent


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
        elif folder in WEIGHTED or folder.startswith("text_encoder"):
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
    kinds: list[type[Exception]] = []
    for name, error in (("httpx", "HTTPError"), ("httpx2", "HTTPError"), ("requests", "RequestException")):
        try:
            kinds.append(getattr(__import__(name), error))
        except (ImportError, AttributeError):
            continue
    return tuple(kinds)
