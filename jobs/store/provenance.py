"""What a run was made with: versions, hardware, weights of the prior. Kept beside its configuration as origin.json.

The same configuration, versions, weights and hardware give the same bits; `bozzetto diff` shows what is not the same.
"""

import os
import platform
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch

from bozzetto.jobs.config.diff import differences
from bozzetto.jobs.config.errors import DataError, RunFolderError
from bozzetto.jobs.config.json_file import to_dataclass
from bozzetto.jobs.store.report import versions
from bozzetto.jobs.store.runs import Run, disk_errors, read_json, write_json
from bozzetto.nerf.backend import place_field
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.sds.conditioning import Conditioning, NamedNoun
from bozzetto.sds.prediction import Text
from bozzetto.sds.prior import Prior

HARMLESS = ("versions.platform", "hardware.memory", "hardware.cores")
"""What no sum depends on; the number of threads is a setting of the run, and so are the word packs of its nouns."""


@dataclass(frozen=True)
class Provenance:
    """What a run was made with."""

    versions: dict[str, str]
    """Of Python, this package and what it computes with."""
    hardware: dict[str, str]
    """Processor, its cores for this process, memory, graphics cards."""
    prior: dict[str, str]
    """Name and SHA-256 of the weights; the latter is empty for a prior that has none. The same of a second prior, with
    `novel_view_` before."""
    backend: str
    """Of the field, as it was resolved."""
    words: dict[str, str] = field(default_factory=dict)
    """The prompt's nouns that were taught, and of whom and of which word pack they are."""


def current_provenance(
    prior: Prior, config: FieldConfig, text: Text | None = None, second: Prior | None = None
) -> Provenance:
    """What a run would be made with here and now.

    Args:
        prior: the prior.
        config: the field's, whose backend is resolved.
        text: the prompt as the prior read it, where its nouns are to be named.
        second: the run's second prior, where it has one.
    """
    about = _weights(prior)
    if second is not None:
        about |= {f"novel_view_{key}": value for key, value in _weights(second).items()}
    nouns = text.nouns if isinstance(text, Conditioning) else ()
    words = {noun.name: credit(noun) for noun in nouns if noun.pack}
    return Provenance(versions(), hardware(), about, place_field(config).backend, words)


def _weights(prior: Prior) -> dict[str, str]:
    """Name and SHA-256 of a prior's weights, and what else it says of them."""
    digest = getattr(prior, "digest", "")
    about = {"name": prior.name, "sha256": digest if isinstance(digest, str) else ""}
    return about | getattr(prior, "provenance", {})


def credit(noun: NamedNoun) -> str:
    """Of whom, under which licence and of which word pack an object is, in a line."""
    which = f", object {noun.instance} of {noun.instances}" if noun.instances > 1 else ""
    parts = (f"by {noun.author}" if noun.author else "author unknown", noun.licence or "licence unknown")
    whence = f", from {noun.source}" if noun.source else ""
    return f"{', '.join(parts)}{whence}{which} (word pack {noun.pack}, SHA-256 {noun.digest})"


def hardware() -> dict[str, str]:
    """Processor, its cores for this process, memory, graphics cards."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    about = {"processor": processor_name(), "cores": str(cores), "torch_cpu": torch.backends.cpu.get_cpu_capability()}
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        about["memory"] = f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.1f} GiB"
    if torch.cuda.is_available():
        about["cards"] = ", ".join(torch.cuda.get_device_name(i) for i in range(torch.cuda.device_count()))
    return about


def write_provenance(run: Run, origin: Provenance) -> None:
    """Keeps what a new run is made with."""
    with disk_errors(f"write {run.path / 'origin.json'}"):
        write_json(run.path / "origin.json", asdict(origin))


def read_provenance(run: Run) -> Provenance | None:
    """What a run was made with; None for one that does not say.

    Raises:
        RunFolderError: the file is damaged; without it, the run goes on all the same.
    """
    path = run.path / "origin.json"
    if not path.is_file():
        return None
    try:
        return to_dataclass(Provenance, read_json(path))
    except DataError as error:
        raise RunFolderError(f"{path} {error}") from error


def provenance_differences(one: Provenance, other: Provenance) -> dict[str, tuple[str, ...]]:
    """What differs between two provenances, by dotted name."""
    return differences([asdict(one), asdict(other)])


def differences_that_count(one: Provenance, other: Provenance) -> dict[str, tuple[str, ...]]:
    """Those of `provenance_differences` that can change a bit of the result."""
    found = provenance_differences(one, other).items()
    return {name: values for name, values in found if name not in HARMLESS and not name.startswith("words")}


def processor_name() -> str:
    """The processor's name."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
