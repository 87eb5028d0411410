"""The commands of the queue, of sweeps and of comparing runs: each parses, calls one function and prints."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import tyro

from bozzetto.jobs.cli.output import print_lines
from bozzetto.jobs.store.progress import ProgressFn

if TYPE_CHECKING:
    from bozzetto.jobs.queue.jobs import Queue
    from bozzetto.jobs.queue.schema import Job

ShownFn = Callable[[bool], AbstractContextManager[ProgressFn]]
"""Shows the progress of a run on the terminal, or nothing when it is to be quiet."""


@dataclass(frozen=True)
class Add:
    """Add jobs: a prompt, or a file of prompts; several seeds; settings with several values.

    Every setting of a run is a flag too, such as --optim.lr-network 0.01; --help-settings lists them all.
    """

    prompt: Annotated[str, tyro.conf.Positional] = ""
    """What to make, for example "a red teddy bear"; leave out with --file."""
    file: Path | None = None
    """Prompts from a .txt (one a line), .csv (column `prompt`, others are settings) or .jsonl file."""
    preset: Literal["draft", "standard", "fine"] = "standard"
    """How much work to put in."""
    seed: int = 0
    """First seed."""
    seeds: int = 1
    """Seeds of each prompt, counted up."""
    steps: int | None = None
    """Optimisation steps; by default the preset's."""
    negative: str = ""
    """What to stay away from."""
    prior: str = "embedded"
    """Image prior; see `bozzetto priors`."""
    threads: int | None = None
    """CPU threads; by default as many as have a core to themselves when the run begins."""
    set: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A setting such as guidance.scale=7, or with several values, guidance.scale=3,5,7, for a job with each."""
    priority: int = 0
    """Higher goes first."""
    batch: str = ""
    """A name that these jobs share."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class ListJobs:
    """List the jobs and the workers."""

    batch: str | None = None
    """Only the jobs of this batch."""
    status: str = ""
    """Only these statuses, separated by commas."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class ShowJob:
    """Show a job."""

    job: Annotated[int, tyro.conf.Positional]
    """Its number."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Cancel:
    """Stop jobs for good: those that wait at once, those that run after their step. Their runs are kept."""

    jobs: Annotated[tuple[int, ...], tyro.conf.Positional]
    """Their numbers."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Retry:
    """Queue failed or cancelled jobs again; their runs go on from their last checkpoints."""

    jobs: Annotated[tuple[int, ...], tyro.conf.Positional]
    """Their numbers."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Pause:
    """Hold jobs; one that runs stops after its step, with a checkpoint."""

    jobs: Annotated[tuple[int, ...], tyro.conf.Positional]
    """Their numbers."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class ResumeJobs:
    """Let paused jobs go on."""

    jobs: Annotated[tuple[int, ...], tyro.conf.Positional]
    """Their numbers."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Priority:
    """Change when a job's turn comes."""

    job: Annotated[int, tyro.conf.Positional]
    """Its number."""
    priority: Annotated[int, tyro.conf.Positional]
    """Higher goes first; 0 by default."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Clear:
    """Take finished jobs off the list; their runs are kept."""

    status: str = "done,failed,cancelled,damaged"
    """Statuses, separated by commas; also queued and paused."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Repair:
    """Save what can be read of a damaged queue into a new one; stop the workers first."""

    debug: bool = False
    """Show the traceback of an error."""


Action = (
    Annotated[Add, tyro.conf.subcommand(name="add")]
    | Annotated[ListJobs, tyro.conf.subcommand(name="list")]
    | Annotated[ShowJob, tyro.conf.subcommand(name="show")]
    | Annotated[Cancel, tyro.conf.subcommand(name="cancel")]
    | Annotated[Retry, tyro.conf.subcommand(name="retry")]
    | Annotated[Pause, tyro.conf.subcommand(name="pause")]
    | Annotated[ResumeJobs, tyro.conf.subcommand(name="resume")]
    | Annotated[Priority, tyro.conf.subcommand(name="priority")]
    | Annotated[Clear, tyro.conf.subcommand(name="clear")]
    | Annotated[Repair, tyro.conf.subcommand(name="repair")]
)


@dataclass(frozen=True)
class QueueCommand:
    """Jobs that workers carry out, one after the other."""

    action: Action

    @property
    def debug(self) -> bool:
        """The action's."""
        return self.action.debug


@dataclass(frozen=True)
class Worker:
    """Carry out the jobs of the queue; several workers may run at once."""

    once: bool = False
    """End when the queue is empty."""
    idle: float | None = None
    """End when nothing has waited for so many seconds."""
    ray: str | None = None
    """Let a Ray cluster work (extra `ray`): HOST:PORT, `auto` for the one that this machine is in, or `local`."""
    cpus: float = 1.0
    """On a cluster, processors of a run."""
    gpus: float = 0.0
    """On a cluster, graphics cards of a run, or a part of one."""
    quiet: bool = False
    """Print nothing but errors."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Sweep:
    """Start many seeds of a prompt, stop the worst on the way, finish the best, and rank them.

    Every setting of a run is a flag too, such as --optim.lr-network 0.01; --help-settings lists them all.
    """

    prompt: Annotated[str, tyro.conf.Positional]
    """What to make."""
    seeds: int = 8
    """Seeds that start."""
    keep: int = 2
    """Seeds that finish."""
    preset: Literal["draft", "standard", "fine"] = "standard"
    """How much work to put in."""
    seed: int = 0
    """First seed."""
    steps: int | None = None
    """Optimisation steps; by default the preset's."""
    negative: str = ""
    """What to stay away from."""
    prior: str = "embedded"
    """Image prior; see `bozzetto priors`."""
    threads: int | None = None
    """CPU threads; by default as many as have a core to themselves when the run begins."""
    set: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A further setting such as guidance.scale=7; may be given several times."""
    name: str = ""
    """Name of the batch; by default sweep-1, sweep-2 ..."""
    no_wait: bool = False
    """Only queue it, for workers that run already or will."""
    ray: str | None = None
    """Work on a Ray cluster (extra `ray`): HOST:PORT, `auto` for the one that this machine is in, or `local`."""
    cpus: float = 1.0
    """On a cluster, processors of a run."""
    gpus: float = 0.0
    """On a cluster, graphics cards of a run, or a part of one."""
    quiet: bool = False
    """Print nothing but errors and the ranking."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Ranking:
    """Show the ranking of a sweep."""

    name: Annotated[str, tyro.conf.Positional]
    """Name of its batch."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class EstimateCommand:
    """Say how long a run would take, and how much memory and disk, by making a few of its steps.

    Every setting of a run is a flag too, such as --optim.lr-network 0.01; --help-settings lists them all.
    """

    prompt: Annotated[str, tyro.conf.Positional]
    """What to make."""
    preset: Literal["draft", "standard", "fine"] = "standard"
    """How much work to put in."""
    steps: int | None = None
    """Optimisation steps; by default the preset's."""
    prior: str = "embedded"
    """Image prior; see `bozzetto priors`."""
    threads: int | None = None
    """CPU threads; by default as many as have a core to themselves when the run begins."""
    set: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A further setting such as guidance.scale=7; may be given several times."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Rerun:
    """Make a run again in a new folder; on the same machine, with the same result."""

    run: Annotated[str, tyro.conf.Positional]
    """The run's folder, its name, the start of its name, or `latest`."""
    out: Path | None = None
    """Folder for the new run, new or empty; by default a new one in the home folder."""
    quiet: bool = False
    """Print nothing but errors, the path of the result and what differs."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Diff:
    """Show what differs between two runs: settings, versions, hardware, results."""

    a: Annotated[str, tyro.conf.Positional]
    """The one run's folder, its name, the start of its name, or `latest`."""
    b: Annotated[str, tyro.conf.Positional]
    """The other's."""
    debug: bool = False
    """Show the traceback of an error."""


QueueCommands = (
    Annotated[QueueCommand, tyro.conf.subcommand(name="queue")]
    | Worker
    | Sweep
    | Ranking
    | Annotated[EstimateCommand, tyro.conf.subcommand(name="estimate")]
    | Rerun
    | Diff
)
"""For the command line's union of subcommands."""
KINDS = (QueueCommand, Worker, Sweep, Ranking, EstimateCommand, Rerun, Diff)


def run_queue_command(
    command: QueueCommand | Worker | Sweep | Ranking | EstimateCommand | Rerun | Diff, shown: ShownFn
) -> int:
    """The one function of each command; its exit code."""
    if isinstance(command, QueueCommand):
        return _queue(command.action)
    if isinstance(command, Worker):
        return _worker(command, shown)
    if isinstance(command, Sweep):
        return _sweep(command, shown)
    if isinstance(command, Ranking):
        from bozzetto.jobs.queue.jobs import Queue
        from bozzetto.jobs.queue.sweep import ranking_lines

        with Queue() as queue:
            print_lines(ranking_lines(queue.ranking(command.name)))
    elif isinstance(command, EstimateCommand):
        from bozzetto.jobs.pipeline.generate import predict
        from bozzetto.jobs.queue.batch import Entry, expand

        configs = expand(
            [Entry(command.prompt)],
            command.preset,
            settings=command.set,
            steps=command.steps,
            prior=command.prior,
            threads=command.threads,
        )
        for config in configs:
            print(predict(config, measured=True))
    elif isinstance(command, Rerun):
        from bozzetto.jobs.pipeline.compare import compare, rerun
        from bozzetto.jobs.store.runs import load_run

        old = load_run(command.run)
        with shown(command.quiet) as progress:
            new = rerun(old, out=command.out, progress=progress)
        print(new.path)
        comparison = compare(old, new)
        print_lines(comparison.lines(old.path.name, new.path.name))
        return 0 if comparison.same_weights else 1
    else:
        from bozzetto.jobs.pipeline.compare import compare
        from bozzetto.jobs.store.runs import load_run

        one, other = load_run(command.a), load_run(command.b)
        print_lines(compare(one, other).lines(str(one.path), str(other.path)))
    return 0


def _queue(action: Action) -> int:
    from bozzetto.jobs.queue.jobs import Queue

    if isinstance(action, Add):
        return _add(action)
    with Queue() as queue:
        if isinstance(action, Cancel | Retry | Pause | ResumeJobs):
            request = {Cancel: queue.cancel, Retry: queue.retry, Pause: queue.pause, ResumeJobs: queue.resume}[
                type(action)
            ]
            for number in action.jobs:
                print_lines([job_line(request(number))])
        else:
            _queue_action(queue, action)
    return 0


def _queue_action(queue: "Queue", action: ListJobs | ShowJob | Clear | Repair | Priority) -> None:
    from bozzetto.jobs.queue.repair import repair

    if isinstance(action, ListJobs):
        statuses = [name.strip() for name in action.status.split(",") if name.strip()]
        print_lines(job_lines(queue, statuses, action.batch))
    elif isinstance(action, ShowJob):
        from bozzetto.jobs.config.diff import flatten
        from bozzetto.jobs.config.run_config import config_to_dict

        job = queue.get(action.job)
        for name, value in vars(job).items():
            if name in ("created", "started", "ended") and value is not None:
                value = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(value))
            if value not in (None, "", False):
                print_lines([f"{name:13} {value}"])
        for name, setting in flatten(config_to_dict(queue.config(action.job))).items():
            print_lines([f"  {name} = {setting}"])
    elif isinstance(action, Clear):
        statuses = [name.strip() for name in action.status.split(",") if name.strip()]
        print(f"{queue.clear(statuses)} jobs taken off the list; their runs are kept")
    elif isinstance(action, Repair):
        queue.close()
        done = repair(queue.path)
        if done.aside is None:
            print("the queue is whole")
        else:
            print(f"{done.saved} jobs saved, {done.mended} of them mended, {done.lost} lost")
            print_lines([f"the damaged file is {done.aside}"])
    else:
        print_lines([job_line(queue.set_priority(action.job, action.priority))])


def _add(action: Add) -> int:
    from bozzetto.jobs.config.errors import ConfigError
    from bozzetto.jobs.pipeline.generate import predict, prepare
    from bozzetto.jobs.queue.batch import Entry, expand, read_prompts
    from bozzetto.jobs.queue.jobs import Queue
    from bozzetto.jobs.train.priors import load_prior

    if bool(action.prompt) == (action.file is not None):
        raise ConfigError("give either a prompt or --file, and not both")
    entries = [Entry(action.prompt)] if action.file is None else read_prompts(action.file)
    configs = expand(
        entries,
        action.preset,
        seeds=action.seeds,
        settings=action.set,
        seed=action.seed,
        steps=action.steps,
        negative=action.negative,
        prior=action.prior,
        threads=action.threads,
    )
    # Before anything is queued: what no worker could do should be said now. Seeds change nothing about that.
    kinds = {(c.prompt, c.negative, c.prior, c.hub, c.text, c.mesh, c.field, c.steps): c for c in configs}
    priors = {}
    for config in kinds.values():
        key = (config.prior, config.hub)
        if key not in priors:
            priors[key] = load_prior(*key)
        prepare(config, priors[key])
    first = next(iter(kinds.values()))
    print(f"the first of them will take {predict(first, prior=priors[first.prior, first.hub])}", file=sys.stderr)
    with Queue() as queue:
        for job in queue.add_many(configs, priority=action.priority, batch=action.batch):
            print_lines([job_line(job)])
    return 0


def _worker(command: Worker, shown: ShownFn) -> int:
    from bozzetto.jobs.queue.jobs import Queue
    from bozzetto.jobs.queue.schema import Job
    from bozzetto.jobs.queue.worker import work

    def ended(job: Job) -> None:
        print_lines([job_line(job)])

    if command.ray is not None:
        from bozzetto.jobs.queue.ray_worker import work_on_ray

        with Queue() as queue:
            work_on_ray(
                queue, command.ray, once=command.once, idle=command.idle, cpus=command.cpus, gpus=command.gpus,
                ended=ended,
            )  # fmt: skip
        return 0
    with Queue() as queue:
        work(queue, once=command.once, idle=command.idle, show=_shower(command.quiet, shown), ended=ended)
    return 0


def _sweep(command: Sweep, shown: ShownFn) -> int:
    from bozzetto.jobs.config.errors import ConfigError
    from bozzetto.jobs.config.run_config import make_config, override
    from bozzetto.jobs.pipeline.generate import predict, prepare
    from bozzetto.jobs.queue.jobs import Queue
    from bozzetto.jobs.queue.sweep import add_sweep, carry_out, ranking_lines
    from bozzetto.jobs.train.priors import load_prior

    config = make_config(
        command.prompt,
        command.preset,
        seed=command.seed,
        steps=command.steps,
        negative=command.negative,
        prior=command.prior,
        threads=command.threads,
    )
    config = override(config, command.set)
    prior = load_prior(config.prior, config.hub)
    prepare(config, prior)
    if command.ray is not None:
        from bozzetto.jobs.queue.ray_sweep import sweep_on_ray

        def report(line: str) -> None:
            if not command.quiet:
                print_lines([line], sys.stderr)

        if command.name or command.no_wait:
            raise ConfigError("a sweep on a cluster is not queued: leave --name and --no-wait out")
        placed = sweep_on_ray(
            command.ray, config, command.seeds, command.keep, cpus=command.cpus, gpus=command.gpus, report=report
        )
        print_lines(ranking_lines(placed))
        return 0 if any(one.status == "done" for one in placed) else 1
    if not command.quiet:
        print(f"each seed that finishes will take {predict(config, prior=prior)}", file=sys.stderr)
    with Queue() as queue:
        name = add_sweep(queue, config, command.seeds, command.keep, command.name)
        if command.no_wait:
            print_lines([f"queued as {name}; carry it out with: bozzetto worker --once"])
            return 0
        carry_out(queue, name, show=_shower(command.quiet, shown))
        print_lines(ranking_lines(queue.ranking(name)))
    return 0


def _shower(quiet: bool, shown: ShownFn) -> "Callable[[Job], AbstractContextManager[ProgressFn]]":
    """Says which job starts, and shows its progress."""

    @contextlib.contextmanager
    def show(job: "Job") -> Iterator[ProgressFn]:
        if not quiet:
            print_lines([job_line(job)], sys.stderr)
        with shown(quiet) as progress:
            yield progress

    return show


def job_lines(queue: "Queue", statuses: list[str], batch: str | None) -> list[str]:
    """What `bozzetto queue list` prints: a line a job, then counts and workers."""
    lines = [job_line(job) for job in queue.jobs(statuses=statuses, batch=batch)]
    counts = ", ".join(f"{count} {status}" for status, count in queue.counts().items() if count)
    workers = queue.workers()
    staff = f"{len(workers)} workers" if workers else "no worker; start one with: bozzetto worker --once"
    return [*lines, f"{counts}; {staff}"] if counts else ['no jobs yet; add one with: bozzetto queue add "a red chair"']


def job_line(job: "Job") -> str:
    """A job in a line: number, status, steps, seed, prompt, batch, reason or run."""
    requested = f" -> {job.requested}" if job.requested else ""
    batch = f" [{job.batch}]" if job.batch else ""
    priority = f" priority {job.priority}" if job.priority else ""
    left = f", {job.seconds_left:.0f} s left" if job.seconds_left is not None and job.status == "running" else ""
    more = job.reason or (str(job.run) if job.run else "")
    steps = f"{job.step}/{job.total}{left}"
    line = f"{job.id:5}  {job.status}{requested}  {steps}  seed {job.seed}{priority}{batch}  {job.prompt}"
    return f"{line}  ({more})" if more else line
