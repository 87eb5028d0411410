"""How much of what people ask for is known: of lists of prompts, the share in which an object is found, and the share
in which every word that says something is understood.

T3Bench's prompts (THU-LYJ-Lab/T3Bench, data/prompt_*.txt; 300) and DreamFusion's (threestudio's
load/prompt_library.json; 415) are not ours to copy: their files are named on the command line. The list of game words
is our own.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bozzetto.jobs.train.looks import with_looks
from bozzetto.sds.embedded import known_words
from bozzetto.sds.lexicon import Lexicon

GAME_WORDS = Path(__file__).parent / "prompts" / "game_words.txt"


@dataclass(frozen=True)
class Coverage:
    """What is known of a list."""

    name: str
    prompts: int
    with_object: int
    """Prompts in which an object is found."""
    understood: int
    """Prompts of those in which nothing is left that was not understood."""
    corrected: int
    """Prompts of which a word was read as another that it nearly is."""
    missing: tuple[tuple[str, int], ...]
    """Words that were not understood, and in how many prompts; the most frequent first."""


def covered(name: str, prompts: list[str], lexicon: Lexicon) -> Coverage:
    """What a lexicon knows of some English prompts."""
    found = understood = corrected = 0
    missing: Counter[str] = Counter()
    for prompt in prompts:
        reading = lexicon.read(prompt, "en")
        has_object = bool(lexicon.objects.intersection(reading.words))
        found += has_object
        understood += has_object and not reading.unknown and not reading.left_out
        words = set(prompt.lower().split())
        corrected += any(written in words for written, read in reading.assumed if written.isalpha() and read in words)
        missing.update({word.word for word in reading.unknown})
    counts = tuple(sorted(missing.items(), key=lambda pair: (-pair[1], pair[0])))
    return Coverage(name, len(prompts), found, understood, corrected, counts)


def lists(t3bench: Path | None, dreamfusion: Path | None) -> dict[str, list[str]]:
    """Name -> prompts.

    Args:
        t3bench: the folder of prompt_single.txt, prompt_surr.txt and prompt_multi.txt.
        dreamfusion: the JSON file whose key "dreamfusion" has the prompts.
    Raises:
        FileNotFoundError: a file is not there.
        ValueError: the JSON has no such list.
    """
    out: dict[str, list[str]] = {}
    for part in ("single", "surr", "multi") if t3bench else ():
        out[f"T3Bench {part}"] = _lines(Path(t3bench or "") / f"prompt_{part}.txt")
    if t3bench:
        out["T3Bench"] = [prompt for prompts in list(out.values()) for prompt in prompts]
    if dreamfusion:
        data = json.loads(dreamfusion.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or not isinstance(data.get("dreamfusion"), list):
            raise ValueError(f'{dreamfusion}: expected a list under "dreamfusion"')
        out["DreamFusion"] = [str(prompt) for prompt in data["dreamfusion"]]
    out["game words"] = _lines(GAME_WORDS)
    return out


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def table_of(rows: list[Coverage], words: int = 12) -> str:
    """The coverage as a table for people, with the words that are asked for most and not known."""
    out = [f"{'list':16} {'prompts':>8} {'object':>14} {'all words':>14}"]
    for row in rows:
        share = [f"{n} ({100 * n / max(row.prompts, 1):.0f} %)" for n in (row.with_object, row.understood)]
        out.append(f"{row.name:16} {row.prompts:8} {share[0]:>14} {share[1]:>14}")
    for row in rows:
        out += ["", f"{row.name}, not understood: " + ", ".join(f"{word} ({n})" for word, n in row.missing[:words])]
    return "\n".join(out)


def coverage(
    t3bench: Path | None = None, dreamfusion: Path | None = None, json: Path | None = None, words: int = 12
) -> None:
    """How much of what people ask for is known: an object found, all words understood.

    Args:
        t3bench: folder of T3Bench's prompt_single.txt, prompt_surr.txt, prompt_multi.txt.
        dreamfusion: threestudio's prompt_library.json.
        json: where the figures go as JSON. words: of each list that are not understood, to show.
    """
    lexicon = with_looks(known_words())
    rows = [covered(name, prompts, lexicon) for name, prompts in lists(t3bench, dreamfusion).items()]
    print(table_of(rows, words))
    if json is not None:
        _write(rows, json)


def _write(rows: list[Coverage], path: Path) -> None:
    data = [
        {"list": r.name, "prompts": r.prompts, "with_object": r.with_object, "understood": r.understood}
        | {"missing": dict(r.missing)}
        for r in rows
    ]
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
