"""``python -m bozzetto.bench quality``: all prompt sets against known truth; ``scenes``: several objects in one;
``light``: what it is worth to be told the light; ``judge``, ``prompts``: what it measures with; ``methods``,
``export``, ``render``, ``step``: tables; ``attack``: kills, full disks, mutated files, forged rows;
``end-to-end``: prompt to files, beside another revision; ``many``: as many as two workers make;
``growth``: how its cost grows with a setting; ``kernels``: what the first run compiles;
``input``: files of every kind that people have; ``service``: many, slow and hostile clients of the HTTP service;
``workbench``: what watching it in a browser costs, its first paint with many runs, its frames a second.
"""

from __future__ import annotations

import functools
import json
import math
import sys
from pathlib import Path
from typing import Literal

import torch
import tyro

import bozzetto
from bozzetto.bench.comparison import compare_methods
from bozzetto.bench.coverage import coverage
from bozzetto.bench.gpu import gpu
from bozzetto.bench.hub import hub
from bozzetto.bench.judge import Judge, JudgeError, Recipe, train_judge
from bozzetto.bench.light import compare
from bozzetto.bench.light import table_of as table_of_light
from bozzetto.bench.methods import METHODS, methods_table
from bozzetto.bench.pictures import write_gallery, write_page, write_sheets
from bozzetto.bench.quality import Bench, BenchError, Plan, ceilings, jobs_of, measure, table_of
from bozzetto.bench.render import render
from bozzetto.bench.scenes import measure_scenes
from bozzetto.bench.sets import PROMPTS, SIZES, plain, recombined, synonyms, write_sets
from bozzetto.bench.step import step
from bozzetto.bench.teach import CASES, Case, measure_teach
from bozzetto.foundry.assets import EMOJI_SET
from bozzetto.foundry.batches import ViewData
from bozzetto.sds.embedded import known_words
from bozzetto.sds.lexicon import Lexicon

DATA = Path.home() / ".cache" / "bozzetto" / "foundry"


def export(
    out: Path = Path("export_bench"),
    quick: bool = False,
    json: Path | None = None,
    runs_folder: Path | None = None,
    runs: int = 20,
    resolution: int = 128,
    solids: int = 10,
    outside: int = 10,
    faces: int = 10_000,
    texels: int = 1024,
    timing_resolution: int = 256,
    blocks: int = 512,
) -> None:
    """Score the export on known solids, runs and meshes of others: surfaces, textures, files, times; text and JSON.

    Args:
        out: folder of export.json.
        quick: one solid, one run and two meshes of others on coarse grids: every part, in less than three minutes.
        json: where the tables go, if not into ``out``.
        runs_folder: of finished runs; missing ones are made there as drafts. runs: how many are exported.
        resolution: grid nodes along a side for the surfaces. solids: how many are scored, finished and textured.
        outside: how many meshes of others. faces: budget of the finished models. texels: along a side of textures.
        timing_resolution: grid nodes along a side for them. blocks: of the extraction in blocks; 0 leaves it out.
    """
    from bozzetto.bench.export import run

    if quick:
        resolution, solids, timing_resolution, blocks = 48, 1, 96, 0
        outside, runs, faces, texels = min(outside, 2), min(runs, 1), min(faces, 4000), min(texels, 512)
    run(out, resolution, solids, faces, texels, timing_resolution, blocks, runs, runs_folder, outside, json)


def quality(
    out: Path = Path("quality"),
    quick: bool = False,
    json: Path | None = None,
    sets: tuple[str, ...] = tuple(SIZES),
    seeds: tuple[int, ...] = (0,),
    limit: int | None = None,
    prior: Literal["embedded", "oracle", "two-faced-oracle"] = "embedded",
    method: str = "x0",
    preset: str = "standard",
    settings: tuple[str, ...] = (),
    threads: int = 0,
    clip: Path | None = None,
    data: Path = DATA,
) -> None:
    """Run the fixed prompt sets and score every result; JSON after every run (resumes), one HTML page, worst first.

    Args:
        out: folder of the runs, their pictures, quality.json and quality.html.
        quick: the first 12 prompts of the sets only.
        json: where the figures go, if not into ``out``.
        sets: of seen, recombined, synonyms, wide. seeds: of the runs. limit: so many prompts of each set.
        prior: "embedded"; "oracle", exact renders of the object; "two-faced-oracle", which knows no backs.
        method: of distillation. preset: of the runs. settings: more of them, as in ``bozzetto generate --set``.
        threads: of the runs; 0 takes what the machine has.
        clip: folder of a real CLIP, which judges beside the shipped judge.
        data: the foundry's folder.
    """
    if threads:
        torch.set_num_threads(threads)
    plan = Plan(prior, method, preset, tuple(settings), threads)
    plan.config("a prompt", 0)
    bench = Bench(plan, data, out, clip)
    jobs = jobs_of(sets, seeds, limit, quick)
    out.mkdir(parents=True, exist_ok=True)
    result = measure(bench, jobs, json or out / "quality.json", lambda line: print(line, flush=True))
    print(table_of(result))
    print(f"every picture, worst first: {write_page(result, out)}")
    for sheet in write_sheets(bench, result):
        print(f"contact sheet, best first: {sheet}")
    print(f"the best of each set: {write_gallery(bench, result)}")


def methods(
    out: Path = Path("methods"),
    priors: tuple[str, ...] = ("embedded", "mixture-oracle"),
    names: tuple[str, ...] = tuple(METHODS),
    prompts: int = 4,
    preset: str = "standard",
    settings: tuple[str, ...] = (),
    threads: int = 0,
    data: Path = DATA,
) -> None:
    """Compare the distillation methods: the same loop and prompts, another gradient; a table in Markdown. Resumes.

    Args:
        out: folder of the runs and of methods.md.
        priors: of embedded, oracle, mixture-oracle, two-faced-oracle. names: of the methods.
        prompts: the first so many of the set ``seen``.
        preset: of the runs. settings: more of them. threads: of the runs. data: the foundry's folder.
    """
    if threads:
        torch.set_num_threads(threads)
    bench = Bench(Plan(priors[0], "x0", preset, tuple(settings), threads), data, out)
    out.mkdir(parents=True, exist_ok=True)
    table = methods_table(compare_methods(bench, priors, names, prompts, lambda line: print(line, flush=True)))
    (out / "methods.md").write_text(table + "\n", encoding="utf-8")
    print(table)


def judge(
    train: bool = False,
    steps: int = Recipe.steps,
    start: Path | None = None,
    threads: int = 1,
    data: Path = DATA,
) -> None:
    """Print what the judge scores on true renders (the ceiling); with --train, make it again first.

    Args:
        train: render what it learns from, where that is not there yet, and train it.
        steps: of training. start: folder of a judge to go on from, for example bench/weights.
        threads: of training. data: the foundry's folder.
    """
    torch.set_num_threads(threads)
    lexicon = Lexicon.load(data / "lexicon.json")
    views = ViewData(data, lexicon)
    if train:
        path = train_judge(
            views, data, lexicon, Recipe(steps), start=start, report=lambda line: print(line, flush=True)
        )
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    print(json.dumps(ceilings(Judge(), views, data), indent=1))


def prompts(data: Path = DATA) -> None:
    """Write the prompt sets again, by their rules, from the data's nouns and what the shipped prior knows of them."""
    lexicon = known_words()
    views = ViewData(data, Lexicon.load(data / "lexicon.json"))
    modelled = {asset.noun: views.held_out(k) for k, asset in enumerate(views.assets) if asset.library != EMOJI_SET}
    sets = {
        "seen": plain(modelled, lexicon, "seen"),
        "recombined": recombined(modelled, lexicon),
        "synonyms": synonyms(modelled, lexicon),
        "wide": plain((asset.noun for asset in views.assets if asset.library == EMOJI_SET), lexicon, "wide"),
    }
    write_sets(sets)
    print(", ".join(f"{name} {len(prompts)}" for name, prompts in sets.items()), f"in {PROMPTS}")


def scenes(
    out: Path = Path("scenes"),
    limit: int = 24,
    seed: int = 0,
    preset: str = "standard",
    settings: tuple[str, ...] = (),
    threads: int = 0,
    data: Path = DATA,
) -> None:
    """Run prompts of two objects and score them against the true meshes in the same places; JSON after every run.

    Args:
        out: folder of the runs, their pictures and scenes.json. limit: so many prompts. seed: of the runs.
        preset, settings, threads: of the runs. data: the foundry's folder.
    """
    plan = Plan(preset=preset, settings=settings, threads=threads)
    result = measure_scenes(data, out, plan, limit, seed, lambda line: print(line, flush=True))
    print(json.dumps(result["summary"]))


def light(
    out: Path = Path("light"), minutes: float = 8, limit: int | None = None, threads: int = 1, data: Path = DATA
) -> None:
    """Relight what is made by a prior conditioned on light and by one that is not, both trained here. Resumes.

    Args:
        out: folder of the two priors, of their runs and of light.json.
        minutes: of one core for each prior. limit: so many objects of the 32. threads: of the training and the runs.
        data: the foundry's folder.
    """
    torch.set_num_threads(threads)
    pairs = compare(data, out, minutes, limit, Plan(threads=threads), lambda line: print(line, flush=True))
    print(table_of_light(pairs))


def attack(
    out: Path = Path("attack"),
    parts: tuple[
        Literal["kills", "disk", "clock", "files", "crafted", "traced", "rows", "database"],
        ...,
    ] = ("kills", "disk", "clock", "files", "crafted", "rows"),
    kills: int = 15,
    writes: int | None = None,
    shard: tuple[int, int] = (0, 1),
    files: int = 2000,
    rows: int = 500,
    clocks: int = 20,
    seed: int = 0,
    commands: tuple[
        Literal["generate", "export", "fit", "texture", "teach", "worker", "two workers", "gallery", "view", "serve"],
        ...,
    ] = (),
    disks: tuple[Literal["full", "read-only", "failing", "vanished"], ...] = (),
    most_kills: int = 10,
    seconds: float = float("inf"),
    quick: bool = False,
) -> None:
    """End runs, take their disk away, mutate files, forge rows of the queue; exits with 1 when something is lost.

    The parts `traced` and `database` need strace.

    Args:
        out: folder that is emptied and worked in; what went wrong is kept there.
        parts: of the attack. kills: trials of each of the commands. most_kills: in one trial, one after the other.
        seconds: after which no further trial of kills of a command, or of a disk, is begun.
        writes: of the writes of a command, at most so many meet a disk that goes bad; by default every one.
        shard: (k, n), of those writes, and of SQLite's calls, only the k-th of every n, from 0 on: several calls of
            this command try all of them.
        files: mutated ones, of all kinds together. rows: forged rows and mutated files of the queue.
        clocks: jumps of the clock. seed: of the random choices.
        commands: that are ended, and whose disk goes bad; by default all. disks: ways in which a disk goes bad; by
            default all. quick: a small part of kills, disk, files and rows, of those that are asked for, in half a
            minute.
    """
    from bozzetto.bench.attack import COMMANDS, DISKS, run
    from bozzetto.bench.attack_trials import table

    if quick:
        kills, writes, files, rows, most_kills = min(kills, 1), 1, min(files, 35), min(rows, 8), 1
        commands, disks = ("generate",), ("full",)
        parts = tuple(part for part in parts if part in ("kills", "disk", "files", "rows"))
    results = run(
        out.absolute(),
        parts,
        kills=kills,
        most_kills=most_kills,
        writes=writes,
        shard=shard,
        files=files,
        rows=rows,
        clocks=clocks,
        seed=seed,
        report=lambda line: print(line, flush=True),
        commands=commands or COMMANDS,
        disks=disks or DISKS,
        seconds=seconds,
    )
    print(table(results))
    if any(row.failures for row in results):
        sys.exit(1)


def service(
    out: Path = Path("service"),
    parts: tuple[Literal["load", "streams", "slow", "fuzz", "hostile", "keys", "bits"], ...] = (
        *("load", "streams", "slow", "fuzz", "hostile", "keys", "bits"),
    ),
    submissions: int = 1000,
    clients: int = 50,
    streams: int = 200,
    slow_clients: int = 300,
    requests: int = 5000,
    trials: int = 3000,
    seconds: float = 420.0,
    seed: int = 0,
    quick: bool = False,
) -> None:
    """Serve on loopback, under load, kills, slow and hostile clients; exits with 1 when something is lost or told.

    Args:
        out: folder that is worked in; figures are in service.json. parts: what is done.
        submissions: of the load. clients: at once. streams: of events, open at once. slow_clients: of a byte a second.
        requests: made up from the OpenAPI document (needs schemathesis). trials: hostile requests; wrong keys.
        seconds: that load and requests may take each. seed: of what is made up. quick: a small part of each.
    """
    from bozzetto.bench.service import run, table

    if quick:
        submissions, clients, streams, slow_clients, requests, trials = 20, 5, 10, 40, 300, 60
    results = run(
        out.absolute(),
        parts,
        submissions=submissions,
        clients=clients,
        streams_open=streams,
        slow_clients=slow_clients,
        requests=requests,
        trials=trials,
        seconds=seconds,
        seed=seed,
        report=lambda line: print(line, flush=True),
    )
    print(table(results))
    if any(result.failures for result in results):
        sys.exit(1)


def input_files(json: Path | None = None) -> None:
    """Read a small file of every kind that people have, made from known truth: right, noted, refused; none silent.

    Args:
        json: where the outcomes go as JSON; by default they are only printed.
    """
    from bozzetto.bench.input import outcomes, table_of, write

    rows = outcomes()
    print(table_of(rows))
    if json is not None:
        write(rows, json)
    if any(row.found != row.expected for row in rows):
        sys.exit(1)


def teach(
    out: Path = Path("teach_bench"),
    cases: tuple[Case, ...] = CASES,
    limit: int = 40,
    preset: Literal["none", "draft", "standard"] = "standard",
    seconds: float = math.inf,
    fit_steps: int | None = None,
) -> None:
    """Teach objects that training never saw, and ask for them, beside their truth; what is done is not done again.

    Args:
        out: folder of teach.json and teach.html. cases: what is measured; see the module.
        limit: objects of each. preset: of the runs that ask for what was taught; none makes no runs.
        seconds: nothing is begun after so many; the next call goes on there.
        fit_steps: of the reconstructions from posed pictures.
    """
    torch.set_num_threads(1)
    say = functools.partial(print, flush=True)
    result = measure_teach(out.absolute(), cases, limit, preset, say, seconds=seconds, fit_steps=fit_steps)
    print(json.dumps(result["summary"], indent=1))


def nouns(
    out: Path = Path("nouns_bench"),
    count: int = 60,
    preset: Literal["draft", "standard"] = "standard",
    seed: int = 0,
    shapes: bool = False,
) -> None:
    """Make objects that are shipped beside the network, drawn by lot, and score them beside their true meshes.

    Args:
        out: folder of nouns.json and the sheets. count: objects. preset: of the runs. seed: of the lot.
        shapes: score instead how shape words change their volumes; nothing is made.
    """
    from bozzetto.bench.nouns import measure_nouns, measure_shapes  # which need the extra `foundry`

    torch.set_num_threads(1)
    if shapes:
        print(json.dumps(measure_shapes(count, seed, lambda line: print(line, flush=True)), indent=1))
        return
    result = measure_nouns(out, count, preset, seed, lambda line: print(line, flush=True))
    print(json.dumps(result["summary"], indent=1))


def materials(
    out: Path = Path("materials_bench"),
    part: Literal["maps", "sheets", "pairs", "outside", "stripped", "bakes"] = "maps",
    count: int = 0,
    texture: int = 1024,
    preset: Literal["draft", "standard"] = "draft",
    baked: Path = Path("baked"),
) -> None:
    """Score materials by words: in maps, in runs, on meshes from elsewhere; or draw every one of them.

    Args:
        out: folder of a JSON file a part and of pictures; what is there is kept, so that a part may be taken up again.
        part: maps: materials in the maps of three objects, beside the solid textures themselves. sheets: pictures of
            all. pairs: runs of prompts with a material and a noun. outside: `bozzetto texture` on furniture and on
            formulas' surfaces. stripped: nouns without their colours, painted again by name. bakes: beside Infinigen's.
        count: how many by lot; 0 is all 101 of maps, 100 of pairs, 30 of the others.
        texture: texels along a side of the maps. preset: of the runs of pairs.
        baked: folder of GLBs that Infinigen's objects were exported to, with baked materials.
    """
    from bozzetto.bench.materials import MaterialJudge, measure, write_sheets

    torch.set_num_threads(1)

    def say(line: str) -> None:
        print(line, flush=True)

    if part == "sheets":
        write_sheets(out, say)
        return
    if part == "bakes":
        from bozzetto.bench.material_bakes import compare_bakes

        result = compare_bakes(out, baked, say)
    elif part == "maps":
        result = measure(out, count or 101, texture, say)
    elif part == "pairs":
        from bozzetto.bench.material_pairs import measure_pairs  # needs the extra `foundry`, as do the next two

        result = measure_pairs(out, count or 100, preset, MaterialJudge.taught(out / "judge.npz"), say)
    else:
        from bozzetto.bench.texturing import measure_outside, measure_stripped

        result = (measure_outside if part == "outside" else measure_stripped)(out, count or 30, texture, say)
    print(json.dumps(result["figures"], indent=1))


def end_to_end(
    out: Path = Path("end_to_end_bench"),
    against: str = "",
    presets: tuple[str, ...] = ("draft", "standard"),
    threads: tuple[int, ...] = (1, 0),
    busy: bool = True,
    limit: int = 3,
    rounds: int = 1,
    steps: int = 0,
    json: Path | None = None,
) -> None:
    """Time the command from prompt to files, in turns with another revision, alone and beside a busy process.

    Args:
        out: folder of the runs and of end_to_end.json.
        against: a revision of this repository, such as HEAD~10; by default this one is timed alone.
        presets: of the runs. threads: of the runs; 0 is the program's own choice.
        busy: each case also beside a process that keeps one core busy.
        limit: prompts, spread over the set ``seen``. rounds: of all of them.
        steps: of each run, for a quick look; 0 leaves the preset's.
        json: where the figures go, if not into ``out``.
    """
    from bozzetto.bench.end_to_end import end_to_end as measure_runs

    measure_runs(
        out, against=against, presets=presets, threads=threads, busy=busy, limit=limit, rounds=rounds, steps=steps,
        json_file=json, say=lambda line: print(line, flush=True),
    )  # fmt: skip


def workbench(out: Path = Path("workbench_bench"), runs: int = 1000, json: Path | None = None) -> None:
    """Measure the workbench in Chromium: messages and bytes while one watches, frames a second, first paint.

    Args:
        out: folder of the store that is made for it, and of workbench.json.
        runs: in the store when its pages are opened.
        json: where the figures go, if not into ``out``.
    """
    from bozzetto.bench.workbench import measure_workbench

    out.mkdir(parents=True, exist_ok=True)
    measure_workbench(out, runs, json, lambda line: print(line, flush=True))


def many(
    out: Path = Path("many_bench"),
    against: str = "",
    preset: Literal["draft", "standard", "fine"] = "draft",
    runs: int = 8,
    workers: int = 2,
    steps: int = 0,
) -> None:
    """Time many runs: commands one after the other, also of another revision, and jobs for workers of one thread each.

    Args:
        out: folder of the runs and of many_runs.json.
        against: a revision of this repository, such as HEAD~10; by default this one alone.
        preset: of the runs. runs: how many. workers: at work together.
        steps: of each run, for a quick look; 0 leaves the preset's.
    """
    from bozzetto.bench.end_to_end import many_runs

    many_runs(
        out, against=against, preset=preset, runs=runs, workers=workers, steps=steps,
        say=lambda line: print(line, flush=True),
    )  # fmt: skip


def growth(
    out: Path = Path("growth_bench"),
    preset: Literal["draft", "standard", "fine"] = "draft",
    json: Path | None = None,
) -> None:
    """How the cost of a run grows with image size, steps, grid, faces, texture and objects, one at a time.

    Args:
        out: folder of the runs and of growth.json; what is there already is kept.
        preset: of the runs.
        json: where the figures go, if not into ``out``.
    """
    from bozzetto.bench.growth import growth as measure_growth

    measure_growth(out, preset=preset, json_file=json, say=lambda line: print(line, flush=True))


def kernels(steps: int = 20, write: bool = False) -> None:
    """What the first run on a machine compiles: the processor's seconds by kernel, and whether the list of what every
    run calls is right.

    Args:
        steps: of the two runs that are made.
        write: make that list anew.
    """
    from bozzetto.bench.kernels import kernels as measure_kernels

    measure_kernels(steps=steps, write=write, say=lambda line: print(line, flush=True))


def main() -> None:
    """The command line."""
    try:
        tyro.extras.subcommand_cli_from_dict(
            {
                "quality": quality,
                "methods": methods,
                "scenes": scenes,
                "light": light,
                "judge": judge,
                "prompts": prompts,
                "export": export,
                "render": render,
                "step": step,
                "materials": materials,
                "teach": teach,
                "nouns": nouns,
                "gpu": gpu,
                "hub": hub,
                "attack": attack,
                "input": input_files,
                "service": service,
                "workbench": workbench,
                "coverage": coverage,
                "end-to-end": end_to_end,
                "many": many,
                "growth": growth,
                "kernels": kernels,
            },
            prog="python -m bozzetto.bench",
            description=__doc__,
        )
    except (FileNotFoundError, ValueError, JudgeError, BenchError, bozzetto.BozzettoError) as error:
        sys.exit(f"bench: {error}")


if __name__ == "__main__":
    main()
