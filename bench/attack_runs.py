"""The commands that the attack disturbs, and what they make when nobody does; see `bozzetto.bench.attack`."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from bozzetto.bench.attack_trials import command, in_child

PROMPT = "a red apple"
STEPS = 6
SETTINGS = (
    *("save.checkpoint_every=2", "save.preview_every=2", "save.metrics_every=1", "camera.views=2", "start.steps=5"),
    *("start.points=512", "field.levels=4", "field.log2_table=12", "field.max_resolution=32", "mesh.resolution=24"),
    *("mesh.coarse_resolution=16", "mesh.max_faces=300", "mesh.texture_size=64", "mesh.uv_time_limit=0"),
    *("mesh.match_views=0", "mesh.isolevel_pixels=24", "mesh.isolevel_views=2", "pictures.resolution=24"),
    *("pictures.turntable_frames=2", "render.resolution_late=0", "render.late_from=1", "glass=no"),
    "guidance.texture_refine_t=0",
)
ARGUMENTS = (
    *("--preset=draft", f"--steps={STEPS}", "--threads=1", "--quiet"),
    *(f"--set={setting}" for setting in SETTINGS),
)
LIMIT_SECONDS = 120.0
COMPILED_SECONDS = 15.0
"""A run that takes longer compiled its kernels first, and is timed again."""


@dataclass(frozen=True)
class Work:
    """A command that is disturbed; begun again it goes on, or does it all once more."""

    name: str
    prepare: Callable[[Path], None]
    """Puts what it needs into the folder of a trial."""
    carry_out: Callable[[Path], tuple[int, str]]
    """Begins or goes on in that folder, with a home in it: the exit code, and what was printed."""
    digest: Callable[[Path], str]
    """Of what it has made there; empty where some of it is missing."""
    says_why: bool = False
    """Whether it makes the folder's `run`, whose state must say why it ended."""
    saved: Callable[[Path], int] = lambda folder: 0
    """Steps that its checkpoints there hold, which no end may make fewer."""


@dataclass(frozen=True)
class Base:
    """What nobody disturbed."""

    run: Path
    """A run's folder."""
    works: dict[str, Work]
    """What can be disturbed, by name."""
    digests: dict[str, str]
    """What each makes."""
    seconds: dict[str, float]
    """What each takes, in a process of its own."""

    def limit(self, name: str) -> float:
        """Seconds after which a work hangs."""
        return max(LIMIT_SECONDS, 8 * self.seconds[name])

    @property
    def bits(self) -> str:
        """Digest of the run's last checkpoint and of its mesh."""
        return bits_of(self.run)


def make_base(out: Path, names: Sequence[str] = ()) -> Base:
    """Makes a run, and whatever the works of these names make.

    Args:
        out: a folder.
        names: of works; others are left out.
    """
    run, images = out / "base" / "generate" / "run", out / "base-images"
    write_images(images)
    works = {work.name: work for work in works_of(run, images)}
    digests, seconds = {}, {}
    for name in ("generate", *(name for name in works if name in names and name != "generate")):
        work, folder = works[name], out / "base" / name
        for _ in range(2):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            begun = time.monotonic()
            result, ended, _ = in_child(functools.partial(_in_peace, work, folder), 4 * LIMIT_SECONDS)
            seconds[name] = time.monotonic() - begun
            digests[name] = work.digest(folder)
            if ended is not None or result is None or result[0] != 0 or not digests[name]:
                raise ValueError(f"{name}, which nobody disturbs, does not end well: {result}")
            if seconds[name] < COMPILED_SECONDS:
                break
    return Base(run, works, digests, seconds)


def _in_peace(work: Work, folder: Path) -> tuple[int, str]:
    os.environ["BOZZETTO_HOME"] = str(folder / "home")
    work.prepare(folder)
    return command_of(work, folder)


def command_of(work: Work, folder: Path) -> tuple[int, str]:
    """Carries a work out: its exit code and what it printed; an error that is none of ours is in that."""
    import traceback

    from bozzetto.jobs.config.errors import BozzettoError

    try:
        return work.carry_out(folder)
    except BozzettoError as error:
        return 1, str(error)
    except Exception:
        return 1, traceback.format_exc()


def write_images(folder: Path) -> None:
    """Posed images of a red disc, 16 pixels a side, with their transforms.json."""
    folder.mkdir()
    row, column = np.mgrid[:16, :16] - 7.5
    pixels = np.zeros((16, 16, 4), np.uint8)
    pixels[np.hypot(row, column) < 6] = (200, 20, 20, 255)
    frames = []
    for number in range(8):
        Image.fromarray(pixels).save(folder / f"r_{number}.png")
        c, s = float(np.cos(number * np.pi / 4)), float(np.sin(number * np.pi / 4))
        matrix = [[c, 0.0, s, 4 * s], [0.0, 1.0, 0.0, 0.0], [-s, 0.0, c, 4 * c], [0.0, 0.0, 0.0, 1.0]]
        frames.append({"file_path": f"./r_{number}.png", "transform_matrix": matrix})
    (folder / "transforms.json").write_text(json.dumps({"camera_angle_x": 0.7, "frames": frames}))


def bits_of(run: Path) -> str:
    """Digest of the tensors of a run's last checkpoint and of its mesh; empty where one is missing."""
    from bozzetto.jobs.store.checkpoint import load_checkpoint
    from bozzetto.jobs.store.runs import Run

    checkpoint, _ = load_checkpoint(Run(run))
    mesh = run / "mesh.glb"
    if checkpoint is None or checkpoint.step != STEPS or not mesh.is_file():
        return ""
    digest = hashlib.sha256(mesh.read_bytes())
    for name in sorted(checkpoint.tensors):
        digest.update(name.encode())
        digest.update(checkpoint.tensors[name].numpy().tobytes())
    return digest.hexdigest()[:16]


def steps_of(run: Path) -> int:
    """Steps that the newest whole checkpoint of a folder holds; 0 where there is none."""
    from bozzetto.jobs.store.checkpoint import load_checkpoint
    from bozzetto.jobs.store.runs import Run

    checkpoint, _ = load_checkpoint(Run(run))
    return 0 if checkpoint is None else checkpoint.step


def files_digest(folder: Path) -> str:
    """Digest of the meshes and pictures in a folder; empty where there are none."""
    digest, any_file = hashlib.sha256(), False
    for path in sorted(folder.glob("*")):
        if path.suffix in (".glb", ".obj", ".stl", ".ply", ".png"):
            any_file = True
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16] if any_file else ""


def packs_digest(folder: Path) -> str:
    """Digest of the word packs in a folder, without how long their teaching took; empty where there are none."""
    from bozzetto.sds.word_pack import WordPack

    digest, any_file = hashlib.sha256(), False
    for path in sorted(folder.glob("*.safetensors")):
        any_file = True
        nouns = [
            replace(
                noun,
                instances=tuple(
                    replace(instance, about={k: v for k, v in instance.about.items() if k != "seconds"})
                    for instance in noun.instances
                ),
            )
            for noun in WordPack(path).nouns
        ]
        data = path.read_bytes()
        digest.update(path.name.encode() + repr(nouns).encode() + data[8 + int.from_bytes(data[:8], "little") :])
    return digest.hexdigest()[:16] if any_file else ""


def works_of(run: Path, images: Path) -> list[Work]:
    """Every command that is disturbed.

    Args:
        run: a finished run, for those that begin with one. images: posed ones.
    """

    def nothing(folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)

    def resumed(folder: Path, begin: list[str]) -> tuple[int, str]:
        # What was ended before it had made the run's folder is begun again.
        if (folder / "run" / "config.json").is_file():
            return command(["resume", str(folder / "run"), "--quiet"])
        shutil.rmtree(folder / "run", ignore_errors=True)
        return command(begin)

    def generate(folder: Path) -> tuple[int, str]:
        return resumed(folder, ["generate", PROMPT, f"--out={folder / 'run'}", *ARGUMENTS])

    def fit(folder: Path) -> tuple[int, str]:
        settings = [argument for argument in ARGUMENTS if not argument.startswith("--preset")]
        settings = [argument for argument in settings if "=glass" not in argument and "guidance" not in argument]
        return resumed(
            folder, ["fit", str(images), f"--out={folder / 'run'}", "--up=y", *settings, "--set=fit.rays=64"]
        )

    def export(folder: Path) -> tuple[int, str]:
        arguments = [f"--out={folder / 'out'}", "--format=glb,obj,stl,ply", "--report=no"]
        return command(["export", str(run), *arguments, "--quiet"])

    def texture(folder: Path) -> tuple[int, str]:
        arguments = [f"--out={folder / 'out'}", "--texture=64", "--quiet"]
        return command(["texture", str(run / "mesh.glb"), "a rusty iron thing", *arguments])

    def teach(folder: Path) -> tuple[int, str]:
        from bozzetto.jobs.teach.teach import NewNoun, Source
        from bozzetto.jobs.teach.teach import teach as learn
        from bozzetto.sds.volume_fit import FitConfig

        quick = FitConfig(steps=2, image_steps=1, image_batch=1)
        noun = NewNoun("hover barrel", like="barrel", author="Ann")
        return 0, str(learn(Source(run / "mesh.glb"), noun, take_over=True, fit=quick).pack)

    def queued(folder: Path) -> None:
        from bozzetto.jobs.queue.jobs import Queue
        from bozzetto.jobs.store.runs import Run

        nothing(folder)
        with Queue(folder / "home" / "queue.db") as queue:
            queue.add(Run(run).config)

    def worker(folder: Path) -> tuple[int, str]:
        return command(["worker", "--once", "--quiet"])

    def made(folder: Path) -> str:
        return files_digest(folder / "out")

    def packs(folder: Path) -> str:
        return packs_digest(folder / "home" / "words")

    def own(folder: Path) -> str:
        return bits_of(folder / "run")

    def own_steps(folder: Path) -> int:
        return steps_of(folder / "run")

    def steps_of_jobs(folder: Path) -> int:
        return sum(steps_of(path) for path in (folder / "home" / "runs").glob("*"))

    return [
        Work("generate", nothing, generate, own, says_why=True, saved=own_steps),
        Work("export", nothing, export, made),
        Work("fit", nothing, fit, own, says_why=True, saved=own_steps),
        Work("texture", nothing, texture, made),
        Work("teach", nothing, teach, packs),
        Work("worker", queued, worker, bits_of_jobs, saved=steps_of_jobs),
    ]


def bits_of_jobs(folder: Path) -> str:
    """As `bits_of`, of the runs of all jobs in the queue of a folder's home; empty where one is not done."""
    from bozzetto.jobs.queue.jobs import Queue

    with Queue(folder / "home" / "queue.db") as queue:
        jobs = queue.jobs()
    if any(job.status != "done" or job.run is None for job in jobs) or len({job.run for job in jobs}) != len(jobs):
        return ""
    return " ".join(bits_of(job.run) if job.run is not None else "" for job in jobs)
