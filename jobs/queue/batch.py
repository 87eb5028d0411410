"""Many configurations at once: prompt lists from files, several seeds, and settings with several values each."""

import csv
import io
import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bozzetto.jobs.config.errors import BozzettoError, ConfigError, DataError, DiskError
from bozzetto.jobs.config.json_file import read_file
from bozzetto.jobs.config.run_config import RunConfig, make_config, override

MAX_FILE_BYTES = 16 << 20
MAX_JOBS = 10_000


@dataclass(frozen=True)
class Entry:
    """A line of a prompt list."""

    prompt: str
    """What to make."""
    settings: tuple[str, ...] = ()
    """Its own settings, KEY=VALUE, over those of the whole list."""
    where: str = ""
    """File and line, for messages."""


def read_prompts(path: Path) -> list[Entry]:
    """The prompts of a file, by its ending.

    .txt is a prompt a line; empty lines and lines that begin with # are passed over. .csv has a header with a column
    `prompt`; other columns are settings (`seed`, `negative`, `guidance.scale`), and empty cells set nothing. .jsonl is
    a JSON object a line, with the same names as keys, or a JSON string.

    Args:
        path: a file of at most MAX_FILE_BYTES bytes of UTF-8.
    Raises:
        ConfigError: another ending, no prompt in it, or a line that cannot be read (it is named).
        DiskError: the file cannot be read.
    """
    readers = {".txt": _from_text, ".csv": _from_csv, ".jsonl": _from_jsonl}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ConfigError(f"a prompt list ends in {', '.join(readers)}; got {path.name!r}")
    try:
        text = read_file(path, MAX_FILE_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    except FileNotFoundError as error:
        raise DiskError(f"cannot read {path}: there is no such file") from error
    except DataError as error:
        raise DiskError(f"{path} {error}") from error
    entries = reader(text, path)
    if not entries:
        raise ConfigError(f"{path} holds no prompt")
    return entries


def expand(
    entries: Sequence[Entry],
    preset: str | RunConfig = "standard",
    *,
    seeds: int = 1,
    settings: Sequence[str] = (),
    **changes: object,
) -> list[RunConfig]:
    """The configurations of a list: each prompt, with each combination of values, with each seed.

    Args:
        entries: the prompts.
        preset: to begin from.
        seeds: seeds a prompt, counted up from its own.
        settings: KEY=VALUE, or KEY=A,B,C for a run with each.
        changes: as for `make_config`.
    Returns:
        At most MAX_JOBS configurations; seeds change fastest, prompts slowest.
    Raises:
        ConfigError: too many, or one that is not valid; where it stands is said.
    """
    if seeds < 1:
        raise ConfigError(f"the number of seeds must be at least 1, got {seeds}")
    choices = [_values(setting) for setting in settings]
    count = len(entries) * seeds
    for values in choices:
        count *= len(values)
    if count > MAX_JOBS:
        raise ConfigError(f"these are {count} jobs; at most {MAX_JOBS} are added at once")
    configs = []
    for entry in entries:
        try:
            for chosen in itertools.product(*choices):
                base = override(make_config(entry.prompt, preset, **changes), (*chosen, *entry.settings))
                configs += [base, *(override(base, (f"seed={base.seed + i}",)) for i in range(1, seeds))]
        except BozzettoError as error:
            raise ConfigError(f"{entry.where}: {error}" if entry.where else str(error)) from error
    return configs


def _values(setting: str) -> list[str]:
    """KEY=A,B as [KEY=A, KEY=B]."""
    key, equals, text = setting.partition("=")
    if not equals:
        raise ConfigError(f"expected KEY=VALUE or KEY=A,B,C such as guidance.scale=3,5,7, got {setting!r}")
    # A text may hold commas; only settings that are numbers or names are listed so.
    values = [text] if key.strip() in ("negative", "prompt") else text.split(",")
    return [f"{key}={value.strip()}" for value in values]


def _from_text(text: str, path: Path) -> list[Entry]:
    lines = enumerate(text.splitlines(), 1)
    kept = [(number, line.strip()) for number, line in lines if line.strip() and not line.lstrip().startswith("#")]
    return [Entry(line, (), f"{path}, line {number}") for number, line in kept]


def _from_csv(text: str, path: Path) -> list[Entry]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    entries = []
    try:
        if "prompt" not in (reader.fieldnames or ()):
            raise ConfigError(f"{path} needs a header line with a column `prompt`; its columns are {reader.fieldnames}")
        for row in reader:
            where = f"{path}, line {reader.line_num}"
            if None in row or None in row.values():
                raise ConfigError(f"{where} has not as many cells as the header: {len(reader.fieldnames or ())}")
            settings = [f"{key.strip()}={value}" for key, value in row.items() if key != "prompt" and value.strip()]
            entries.append(Entry(row["prompt"], tuple(settings), where))
    except csv.Error as error:
        raise ConfigError(f"{path}, line {reader.line_num}: {error}") from error
    return entries


def _from_jsonl(text: str, path: Path) -> list[Entry]:
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        where = f"{path}, line {number}"
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ConfigError(f"{where} is not JSON: {error}") from error
        value = {"prompt": value} if isinstance(value, str) else value
        if not isinstance(value, dict) or "prompt" not in value:
            raise ConfigError(f'{where}: expected a string, or an object such as {{"prompt": "a chair", "seed": 1}}')
        nested = [key for key, item in value.items() if isinstance(item, dict | list)]
        if nested:
            raise ConfigError(f'{where}: {nested[0]} is not a plain value; write settings as "guidance.scale": 7')
        settings = [f"{key}={_text(item)}" for key, item in value.items() if key != "prompt"]
        entries.append(Entry(value["prompt"], tuple(settings), where))
    return entries


def _text(value: object) -> str:
    """A JSON value as the command line would have it."""
    return value if isinstance(value, str) else json.dumps(value).replace("null", "none")
