"""``python -m bozzetto.bench input``: every kind of file that people have is read right, noted or refused by name."""

from __future__ import annotations

import json as json_module
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bozzetto.bench.input_cases import Case, gltf_cases, obj_cases, other_cases, ply_cases
from bozzetto.bench.input_more import more_cases
from bozzetto.bench.input_usd import usd_cases
from bozzetto.export.files.read import UnreadableMeshError, read_source


@dataclass(frozen=True)
class Outcome:
    """What became of a case."""

    kind: str
    name: str
    expected: str
    found: str
    """`right`, `noted`, `refused`, or `wrong`: read without a word, or with the wrong ones."""
    said: str
    """Notes, refusal, or what is wrong."""
    seconds: float


def all_cases() -> list[Case]:
    """Every kind."""
    cases = [*gltf_cases(), *obj_cases(), *ply_cases(), *other_cases(), *more_cases(), *usd_cases()]
    order = list(dict.fromkeys(case.kind for case in cases))
    return sorted(cases, key=lambda case: order.index(case.kind))


def outcome(case: Case, folder: Path) -> Outcome:
    """Makes a case's file, reads it and compares.

    Args:
        case: the case.
        folder: an empty one.
    """
    path = case.make(folder)
    start = time.perf_counter()
    try:
        options = case.options or {}
        source = read_source(path, units=options.get("units"), up=options.get("up"))
    except UnreadableMeshError as error:
        found = "refused" if case.expected == "refused" and case.words in str(error) else "wrong"
        said = str(error)
    else:
        said = "; ".join(source.notes)
        wrong = case.check(source) if case.check is not None else ""
        if wrong or case.expected == "refused":
            found, said = "wrong", wrong or f"it was read ({said or 'without a word'})"
        elif case.expected == "noted":
            found = "noted" if case.words in said else "wrong"
        else:
            found = "right"
    took = round(time.perf_counter() - start, 3)
    return Outcome(case.kind, case.name, case.expected, found, said.replace(str(folder), "."), took)


def outcomes(cases: list[Case] | None = None) -> list[Outcome]:
    """All cases, each in a folder of its own that is gone afterwards.

    Args:
        cases: by default all.
    """
    rows = []
    for case in all_cases() if cases is None else cases:
        with tempfile.TemporaryDirectory(prefix="input-") as folder:
            rows.append(outcome(case, Path(folder)))
    return rows


def table_of(rows: list[Outcome]) -> str:
    """The outcomes as text, a count by kind last."""
    lines = [f"{row.kind:7} {row.name:32} {row.found:8} {row.said[:90]}" for row in rows]
    lines.append("")
    for kind in dict.fromkeys(row.kind for row in rows):
        mine = [row.found for row in rows if row.kind == kind]
        counts = ", ".join(f"{mine.count(found)} {found}" for found in ("right", "noted", "refused", "wrong"))
        lines.append(f"{kind:7} {len(mine):3} cases: {counts}")
    return "\n".join(lines)


def write(rows: list[Outcome], path: Path) -> None:
    """The outcomes as JSON."""
    path.write_text(json_module.dumps([asdict(row) for row in rows], indent=1) + "\n")
