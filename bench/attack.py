"""``python -m bozzetto.bench attack``: is anything lost, does anything hang, does a bad file stop the others?

Everything runs in processes of its own with a time limit and a limit of memory, in a folder of its own, and nothing
leaves this machine. Eight parts:

kills   generate, export, fit, texture, teach, a worker, one of two workers, changes of the gallery, the workbench and
        the service are ended at random moments (SIGKILL, SIGTERM, SIGINT) and gone on with; what comes out must have
        the same bits as when nobody ended them.
disk    the n-th write of generate, export, texture, teach and a worker meets a full, read-only, failing or vanished
        disk, for every n; the reason must reach ``show``, and the command, gone on with, must make the same bits.
clock   the wall clock of one of two workers jumps by a day or a year; each job is carried out once, with the same bits.
files   configurations, states, metrics, reports, checkpoints, recipes, prompt lists, transforms.json and meshes,
        mutated by bytes, by tokens and by JSON value: each is read or refused in a sentence, and no file is opened that
        is neither the case's nor a part of what is installed.
crafted meshes and transforms.json made to do harm: each is read or refused within 30 s and 1.5 GB.
traced  mutated files, and every command, under strace: what libraries in C open is seen, too.
rows    the queue's rows forged, its file cut and mutated: every call answers, and the other jobs go on.
database  each of SQLite's calls on the queue fails (full, read-only or failing disk), or is the last of its process.

`traced` and `database` need strace.
"""

from __future__ import annotations

import logging
import os
import random
import shutil
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from bozzetto.bench.attack_clock import attack_the_clock
from bozzetto.bench.attack_crafted import attack_by_crafted
from bozzetto.bench.attack_database import attack_the_database
from bozzetto.bench.attack_disk import attack_the_disk
from bozzetto.bench.attack_files import attack_files, attack_rows
from bozzetto.bench.attack_kills import attack_by_kills
from bozzetto.bench.attack_runs import make_base
from bozzetto.bench.attack_traced import attack_traced
from bozzetto.bench.attack_trials import Row

COMMANDS = (*("generate", "export", "fit", "texture", "teach", "worker", "two workers", "gallery", "view", "serve"),)
"""What is ended at random moments."""
WRITERS = ("generate", "export", "texture", "teach", "worker")
"""What meets a bad disk."""
DISKS = ("full", "read-only", "failing", "vanished")
"""Ways in which a disk goes bad."""


def run(
    out: Path,
    parts: Sequence[str],
    *,
    kills: int,
    most_kills: int,
    writes: int | None,
    shard: tuple[int, int],
    files: int,
    rows: int,
    clocks: int,
    seed: int,
    report: Callable[[str], None],
    commands: Sequence[str] = COMMANDS,
    disks: Sequence[str] = DISKS,
    seconds: float = float("inf"),
) -> list[Row]:
    """Carries the attack out.

    Args:
        out: folder for runs and files, emptied first.
        parts: of kills, disk, clock, files, crafted, traced, rows, database.
        kills: trials of each of `commands`, with one to `most_kills` kills each.
        writes: of the writes of a command, at most so many are made to fail, evenly; None is every one.
        shard: (k, n), of those writes, and of SQLite's calls, only the k-th of every n, from 0 on.
        files: mutated files, over all kinds; `traced` reads one in twenty of them.
        rows: forged rows of the queue.
        clocks: jumps of the clock.
        seed: of the random choices.
        report: is called with a line for each row that is done.
        commands: that are ended, and those of WRITERS that meet a bad disk. disks: ways in which one goes bad.
        seconds: after which no further trial of kills of a command, or of a command on a bad disk, is begun.
    """
    # Once here, and not in each of the processes that are forked from this one.
    import bozzetto.export.files.read
    import bozzetto.jobs.bake.run_export
    import bozzetto.jobs.cli.main
    import bozzetto.jobs.pipeline.fit
    import bozzetto.jobs.pipeline.generate
    import bozzetto.jobs.pipeline.texture
    import bozzetto.jobs.queue.worker
    import bozzetto.jobs.teach.teach
    import bozzetto.jobs.train.transforms_json
    import bozzetto.sds.embedded
    import bozzetto.viewer.store  # noqa: F401

    # A shell that starts this in the background lets it ignore Ctrl-C, and so would all that it ends by that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # What is damaged is said many thousand times.
    logging.disable(logging.WARNING)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    _share_the_prior(out)
    chance = random.Random(seed)
    results: list[Row] = []

    def done(row: Row) -> None:
        results.append(row)
        kills = f"{row.kills} kills, " if row.part == "kills" else ""
        failed = "".join(f"\n  {example}" for example in row.examples[:3])
        report(
            f"{row.part}, {row.what}: {row.trials} trials, {kills}{row.failures} failures, "
            f"longest {row.seconds:.1f} s{failed}"
        )

    wanted = set(commands) & {*COMMANDS, *WRITERS} if {"kills", "disk", "traced"} & set(parts) else set()
    if {"two workers"} & wanted or "clock" in parts:
        wanted.add("worker")
    base = make_base(out, tuple(wanted))
    if "kills" in parts:
        for row in attack_by_kills(base, out, kills, chance, commands, most_kills, seconds):
            done(row)
    if "disk" in parts:
        writers = [name for name in WRITERS if name in commands]
        for row in attack_the_disk(base, out, writes, shard, disks, writers, seconds):
            done(row)
    if "clock" in parts:
        done(attack_the_clock(base, out, clocks, chance))
    if "files" in parts:
        for row in attack_files(base, out, files, chance):
            done(row)
    if "crafted" in parts:
        for row in attack_by_crafted(out):
            done(row)
    if "traced" in parts:
        for row in attack_traced(base, out, files // 140, chance):
            done(row)
    if "rows" in parts:
        done(attack_rows(base, out, rows, chance))
    if "database" in parts:
        for row in attack_the_database(base, out, shard):
            done(row)
    return results


def _share_the_prior(out: Path) -> None:
    """Loads the embedded prior once: what is forked from this process has it, as long as no words were taught there."""
    from bozzetto.jobs.train import priors
    from bozzetto.sds.vocabulary import installed_packs

    load, shared = priors._load_embedded, dict[str, object]()

    def loaded(device: str = "cpu") -> object:
        if device not in shared or installed_packs(priors.words_folder()):
            return load(device)
        return shared[device]

    os.environ["BOZZETTO_HOME"] = str(out / "home")
    torch.set_num_threads(1)
    shared["cpu"] = load("cpu")
    priors._load_embedded = loaded  # type: ignore[assignment]
