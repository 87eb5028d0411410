"""A sweep over seeds on a Ray cluster: the same runs as on one machine, on as many as there are.

Ray gives each run its share of processors and graphics cards, takes up again elsewhere what a lost node was working
at, and stops the worst on the way by asynchronous successive halving (ASHA, Li et al. 2020, arXiv 1810.05934; Ray
Tune's `AsyncHyperBandScheduler`). Nobody waits at a rung, so that how many finish is about what was asked for, and not
exactly: those that come to a rung first have fewer to be compared with.

Every run is sent home after each of its PARTS, whole, to the store of the machine that asked. A run whose node is lost
goes on from there, bit for bit where the machines are alike; one that was stopped can be resumed by `bozzetto resume`.
Nodes need the same version of this package and the same weights of the prior; no file system need be shared.
"""

import contextlib
import io
import logging
import os
import shutil
import socket
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError, ConfigError, DiskError, MemoryShortError, RunInterrupted
from bozzetto.jobs.config.prompts import slug
from bozzetto.jobs.config.run_config import RunConfig, config_from_dict, config_to_dict
from bozzetto.jobs.pipeline.generate import begin, resume
from bozzetto.jobs.queue.score import score_run
from bozzetto.jobs.queue.sweep import FIRST_RUNG
from bozzetto.jobs.queue.worker import LoadFn, prior_of
from bozzetto.jobs.store.report import versions
from bozzetto.jobs.store.runs import Run, disk_errors, home, lock_run, write_state
from bozzetto.jobs.train.knowledge import PriorKnowledge

PARTS = 4
"""Of a run: after each it is scored and sent home. The first rung (`bozzetto.jobs.queue.sweep.FIRST_RUNG`) lies at the
end of one."""
MAX_FAILURES = 10
"""Lost nodes and dead workers that one run is taken up again after."""
LOWEST = -1e9
"""Score of a run that failed."""
MAX_PACKED_BYTES = 4 << 30
CONNECT_SECONDS = 10.0

log = logging.getLogger(__name__)


class ClusterError(BozzettoError):
    """A cluster cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Placed:
    """A run of a sweep, as it ended."""

    seed: int
    """Of every random choice."""
    status: str
    """`done`, `cancelled` (stopped as one of the worst), or `failed`."""
    step: int
    """Steps that it made."""
    total: int
    """Steps that its configuration asks for."""
    score: float | None
    """Of its last part; higher is better."""
    run: Path
    """Its folder, in the store of this machine."""
    reason: str = ""
    """Why it failed."""


class Shelf:
    """The runs of a sweep in the store of the machine that asked for it; an actor there, so that nodes can reach it.

    Args:
        folder: the home folder.
    """

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)

    def fetch(self, name: str) -> bytes | None:
        """A run as it was sent home last, packed; None before."""
        path = self._folder / "runs" / name
        return pack(path) if (path / "config.json").is_file() else None

    def keep(self, name: str, data: bytes) -> None:
        """Puts a packed run into the store, in the place of what it was before.

        Raises:
            DiskError: it cannot be written; what was there still is.
        """
        path = self._folder / "runs" / name
        aside = self._folder / "cache" / "arriving"
        with disk_errors(f"keep the run {path}"):
            aside.mkdir(parents=True, exist_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=aside) as place:
                new, old = Path(place) / "new", Path(place) / "old"
                unpack(data, new)
                if path.exists():
                    # Stars and tags may have been given meanwhile.
                    with contextlib.suppress(FileNotFoundError):
                        shutil.copy2(path / "marks.json", new / "marks.json")
                    os.rename(path, old)
                os.rename(new, path)


def pack(folder: Path) -> bytes:
    """A run folder as a ZIP, without its lock and without half-written files."""
    data = io.BytesIO()
    # Stored: weights and pictures do not get smaller.
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as bundle:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name != "lock" and not path.name.endswith(".part"):
                bundle.write(path, path.relative_to(folder))
    return data.getvalue()


def unpack(data: bytes, folder: Path) -> None:
    """Puts a packed run into a folder that is made for it; names that would lead out of it stay inside.

    Raises:
        ClusterError: it is damaged, or larger than MAX_PACKED_BYTES.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            if sum(item.file_size for item in bundle.infolist()) > MAX_PACKED_BYTES:
                raise ClusterError(f"a run of more than {MAX_PACKED_BYTES >> 30} GiB came from the cluster")
            for name in ("previews", "checkpoints"):
                (folder / name).mkdir(parents=True, exist_ok=True)
            bundle.extractall(folder)
    except zipfile.BadZipFile as error:
        raise ClusterError(f"a run came damaged from the cluster: {error}") from error


class SeedRun:
    """One run of a sweep, in parts; what a trial of Ray Tune does, without Ray.

    Args:
        config: of the run.
        load: the prior that it names.
        begun: the run as it was packed last, or None for a new one.
        folder: a working folder of its own, which must not exist.
    """

    def __init__(self, config: RunConfig, load: LoadFn, begun: bytes | None, folder: Path) -> None:
        prior = load(config)
        self._total = config.steps
        if begun is None:
            self.run, self._knowledge = begin(config, prior, folder)
        else:
            unpack(begun, folder)
            self.run = Run(folder)
            self._knowledge = PriorKnowledge.of(prior, self.run.config)

    def next_part(self, *, scored: bool = True) -> tuple[int, float]:
        """Goes on to the end of the next part; the last one ends with the files of the mesh.

        Args:
            scored: whether somebody asks for the score.
        Returns:
            (steps that are done, score; 0 where nobody asks).
        Raises:
            BozzettoError: the run failed, or was stopped by a signal.
        """
        at = self.run.state.step
        ends = [self._total * part // PARTS for part in range(1, PARTS)]
        goal = next((end for end in ends if end > at), self._total)
        try:
            resume(self.run, knowledge=self._knowledge, should_stop=lambda step: goal <= step < self._total)
        except RunInterrupted:
            if self.run.state.step < goal:
                raise
            write_state(self.run, "interrupted", "training", goal, self._total, "waits for its next part on a cluster")
        return self.run.state.step, score_run(self.run, self._knowledge) if scored else 0.0


def sweep_on_ray(
    address: str,
    config: RunConfig,
    seeds: int,
    keep: int,
    *,
    cpus: float = 1.0,
    gpus: float = 0.0,
    load: LoadFn = prior_of,
    report: Callable[[str], None] = lambda line: None,
) -> list[Placed]:
    """Carries a sweep over seeds out on a Ray cluster.

    Args:
        address: of the cluster: `HOST:PORT`, `auto` for the one that this machine is part of, or `local` for a cluster
            of this machine alone, which ends with the sweep.
        config: what to do; seeds are counted up from its own.
        seeds: runs that start.
        keep: about how many finish, 1 to `seeds`; with all of them nothing is stopped.
        cpus: processors of a run; also its threads, unless the configuration says another number.
        gpus: graphics cards of a run, or a part of one.
        load: the prior that a configuration names; runs on the nodes.
        report: is given a line whenever a run has come further.
    Returns:
        The runs, best first: how far each was let go counts before its score there.
    Raises:
        ClusterError: Ray is not installed, the cluster cannot be reached, or its nodes have another version.
        ConfigError: the numbers do not fit.
    """
    if not 1 <= keep <= seeds:
        raise ConfigError(f"a sweep of {seeds} seeds can keep 1 to {seeds} of them, got {keep}")
    if config.steps < 2 * PARTS:
        raise ConfigError(f"a sweep on a cluster needs at least {2 * PARTS} steps, got {config.steps}")
    if cpus <= 0 or gpus < 0:
        raise ConfigError(f"a run needs more than 0 processors and no fewer than 0 graphics cards, got {cpus}, {gpus}")
    if address.startswith("ray://"):
        raise ClusterError(
            "runs are sent home to this machine, which must be a node of the cluster: "
            "ray start --address=HOST:PORT --num-cpus=0, then --ray auto"
        )
    ray, tune = import_ray()
    if config.threads == 0:
        config = replace(config, threads=max(1, int(cpus)))
    stamp = time.strftime("%Y%m%d-%H%M%S")
    mine = [replace(config, seed=config.seed + n) for n in range(seeds)]
    names = [f"{stamp}-{slug(config.prompt)}-s{one.seed}" for one in mine]
    taken = [name for name in names if (home() / "runs" / name).exists()]
    if taken:
        raise ClusterError(f"there is a run {taken[0]} already; start the sweep again in a second")
    with connect(ray, address), tempfile.TemporaryDirectory(prefix="bozzetto-ray-") as storage:
        # Where the runs come home to; on no other node, and taking no processor.
        here = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(
            ray.get_runtime_context().get_node_id(), soft=False
        )
        shelf = ray.remote(Shelf).options(num_cpus=0, scheduling_strategy=here).remote(str(home().absolute()))
        trainable = tune.with_resources(
            tune.with_parameters(_trial_class(tune), shelf=shelf, load=load, version=versions()["bozzetto"]),
            {"cpu": cpus, "gpu": gpus},
        )
        space = [{"settings": config_to_dict(one), "name": name} for one, name in zip(mine, names, strict=True)]
        results = tune.Tuner(
            trainable,
            param_space={"job": tune.grid_search(space)},
            tune_config=tune.TuneConfig(scheduler=_scheduler(tune, config.steps, seeds, keep), reuse_actors=True),
            run_config=tune.RunConfig(
                storage_path=storage,
                failure_config=tune.FailureConfig(max_failures=MAX_FAILURES),
                callbacks=[_reporter(tune, report)],
                verbose=0,
            ),
        ).fit()
        placed = [_placed(result, one, name) for result, one, name in zip(results, mine, names, strict=True)]
    first = max(1, int(FIRST_RUNG * config.steps))
    if any(one.status == "cancelled" and (keep == seeds or one.step < first) for one in placed):
        # Ray Tune takes Ctrl-C for itself, and returns with what there is.
        raise RunInterrupted(
            f"the sweep was stopped; its runs are kept in {home() / 'runs'}, and `bozzetto resume RUN` carries one on"
        )
    for one in placed:
        if one.status == "cancelled":
            why = f"stopped by its sweep at step {one.step}, score {one.score:.4g}"
            with contextlib.suppress(BozzettoError), lock_run(one.run):
                write_state(Run(one.run), "interrupted", "training", one.step, one.total, why)
    return sorted(placed, key=_rank)


def import_ray() -> tuple[Any, Any]:
    """Ray and Ray Tune, quiet."""
    # Nobody reads the tables and event files that Tune writes beside the results; and nothing is sent anywhere.
    for name, value in (
        ("TUNE_DISABLE_AUTO_CALLBACK_LOGGERS", "1"),
        ("RAY_AIR_NEW_OUTPUT", "0"),
        ("RAY_USAGE_STATS_ENABLED", "0"),
        ("RAY_TRAIN_ENABLE_V2_MIGRATION_WARNINGS", "0"),
    ):
        os.environ.setdefault(name, value)
    try:
        import ray
        import ray.util.scheduling_strategies
        from ray import tune
    except ImportError as error:
        raise ClusterError(f"--ray needs Ray ({error}); install it with: pip install 'bozzetto[ray]'") from error
    # What happens to a run is reported by `_reporter`; what a run says of itself is in its folder.
    logging.getLogger("ray.tune").setLevel(logging.CRITICAL)
    return ray, tune


@contextlib.contextmanager
def connect(ray: Any, address: str) -> Iterator[None]:
    """In the cluster while inside; one that this process was in before is used and left as it is."""
    if ray.is_initialized():
        yield
        return
    try:
        host, colon, port = address.rpartition(":")
        if colon:
            # Ray itself would try for minutes.
            socket.create_connection((host, int(port)), timeout=CONNECT_SECONDS).close()
        ray.init(
            address=address, log_to_driver=False, logging_level=logging.ERROR, configure_logging=False,
            include_dashboard=False if address == "local" else None,
        )  # fmt: skip
    except (OSError, ValueError, OverflowError, RuntimeError) as error:
        raise ClusterError(
            f"there is no Ray cluster at {address!r} ({error}); start one with: ray start --head, "
            "or work on this machine alone: --ray local"
        ) from error
    try:
        yield
    finally:
        ray.shutdown()


def _scheduler(tune: Any, steps: int, seeds: int, keep: int) -> Any:
    """ASHA with its first rung where scores begin to mean something; none where all may finish."""
    if keep == seeds:
        return None
    from ray.tune.schedulers import ASHAScheduler

    # Rungs are at first * factor ** k below the total: with a factor of 2 and more there is one.
    return ASHAScheduler(
        time_attr="step",
        metric="score",
        mode="max",
        max_t=steps,
        grace_period=max(1, int(FIRST_RUNG * steps)),
        reduction_factor=max(seeds / keep, 2.0),
        # The last result of a run is its end, and no rung.
        stop_last_trials=True,
    )


def _trial_class(tune: Any) -> type:
    """The class of the trials; made here, because its parent is there only with Ray."""

    class Trial(tune.Trainable):
        """A `SeedRun` as Ray Tune drives it."""

        def setup(self, config: dict[str, Any], shelf: Any, load: LoadFn, version: str) -> None:
            if versions()["bozzetto"] != version:
                raise ClusterError(
                    f"this node has bozzetto {versions()['bozzetto']}, and the sweep was started by {version}; "
                    "install the same on all"
                )
            self._shelf, self._load, self._loaded = shelf, load, dict[tuple[object, ...], Any]()
            self._place: Any = None
            self._work: SeedRun | None = None
            self.reset_config(config)

        def reset_config(self, new_config: dict[str, Any]) -> bool:
            self.cleanup()
            self._job = new_config["job"]
            return True

        def step(self) -> dict[str, Any]:
            import ray

            job = self._job
            config = config_from_dict(job["settings"])
            try:
                if self._work is None:
                    begun = ray.get(self._shelf.fetch.remote(job["name"]))
                    self._place = tempfile.TemporaryDirectory(prefix="bozzetto-trial-")
                    self._work = SeedRun(config, self._prior, begun, Path(self._place.name) / "run")
                step, score = self._work.next_part()
            except (RunInterrupted, DiskError, MemoryShortError):
                # Not the run's fault: another node may have more room.
                raise
            except BozzettoError as error:
                return {"step": config.steps, "score": LOWEST, "failed": str(error), "done": True}
            ray.get(self._shelf.keep.remote(job["name"], pack(self._work.run.path)))
            return {"step": step, "score": score, "failed": "", "done": step >= config.steps}

        def _prior(self, config: RunConfig) -> Any:
            key = (config.prior, config.hub)
            if key not in self._loaded:
                self._loaded.clear()
                self._loaded[key] = self._load(config)
            return self._loaded[key]

        def save_checkpoint(self, checkpoint_dir: str) -> None:
            """Nothing: the run itself is at home after each part."""

        def load_checkpoint(self, checkpoint: Any) -> None:
            """Nothing: `step` asks for the run as it is at home."""

        def cleanup(self) -> None:
            self._work = None
            if self._place is not None:
                self._place.cleanup()
                self._place = None

    return Trial


def _reporter(tune: Any, report: Callable[[str], None]) -> Any:
    """A callback of Ray Tune that says how far the runs are."""

    class ProgressReporter(tune.Callback):
        def __reduce__(self) -> tuple[type, tuple[()]]:
            # Tune writes its set-up down, so that a sweep could be taken up again; its reports are for this process.
            return tune.Callback, ()

        def on_trial_result(
            self, iteration: int, trials: list[Any], trial: Any, result: dict[str, Any], **info: Any
        ) -> None:
            settings = trial.config["job"]["settings"]
            if result.get("failed"):
                report(f"seed {settings['seed']}: failed: {result['failed']}")
            else:
                report(
                    f"seed {settings['seed']}: step {result['step']}/{settings['steps']}, score {result['score']:.4f}"
                )

        def on_trial_recover(self, iteration: int, trials: list[Any], trial: Any, **info: Any) -> None:
            report(f"seed {trial.config['job']['settings']['seed']}: its node or worker was lost; it is taken up again")

        def on_trial_error(self, iteration: int, trials: list[Any], trial: Any, **info: Any) -> None:
            report(f"seed {trial.config['job']['settings']['seed']}: given up")

    return ProgressReporter()


def _placed(result: Any, config: RunConfig, name: str) -> Placed:
    """What became of a trial."""
    metrics = result.metrics or {}
    step, score = int(metrics.get("step", 0)), metrics.get("score")
    failed = str(metrics.get("failed") or "")
    if result.error is not None and not failed:
        failed = f"it was lost more than {MAX_FAILURES} times, the last time by: {str(result.error).strip()[-300:]}"
    status = "failed" if failed else "done" if step >= config.steps else "cancelled"
    final_score = None if failed or score is None else float(score)
    return Placed(config.seed, status, 0 if failed else step, config.steps, final_score, home() / "runs" / name, failed)


def _rank(placed: Placed) -> tuple[int, int, float, int]:
    order: Sequence[str] = ("done", "cancelled", "failed")
    score = LOWEST if placed.score is None else placed.score
    return (order.index(placed.status), -placed.step, -score, placed.seed)
