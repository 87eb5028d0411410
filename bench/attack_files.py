"""The parts of the attack that mutate files and forge rows of the queue; see `bozzetto.bench.attack`."""

from __future__ import annotations

import copy
import functools
import hashlib
import io
import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import struct
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numba
import numpy as np
from numba.misc.appdirs import AppDirs
from PIL import Image

from bozzetto.bench.attack_runs import Base
from bozzetto.bench.attack_trials import (
    FAULT,
    HUNG,
    MEMORY_BYTES,
    REFUSED,
    WHOLE,
    Outcome,
    Row,
    command,
    in_child,
    is_fault,
)

CASE_SECONDS = 10.0
"""For one file; a trial that takes longer hangs."""
BATCH = 50
"""Files that one process reads."""
_CPU_SECONDS = CASE_SECONDS * 1.5

TOKENS = (
    *(b"[" * 5000, b"{" * 5000, b'{"a":' * 3000, b"9" * 400, b"9" * 5000, b"1e999", b"-1", b"0", b"NaN", b"Infinity"),
    *(b"null", b"true", b'"\\ud800"', b"\xff\xfe", b"\0" * 16, b"../../../../etc/passwd", b"/dev/zero", b"\x1b[2J"),
    *(b"&a [*a, *a]", b"<<: *a", b"!!python/object/apply:os.system ['true']", b"1e308", b"2147483648", b"\r\n"),
)
WORDS = (
    *(b"nan", b"inf", b"-inf", b"1e400", b"-1", b"0", b"1", b"3.5", b"1e38", b"2147483647", b"4294967296"),
    *(b"9" * 30, b"1/1/1", b"-1/-1/-1", b"1//", b"//1", b"f", b"v", b"vt", b"usemtl", b"\n", b" ", b"", b"#", b'"'),
    *(b"element", b"property", b"list", b"facet", b"x" * 70_000, b"\xef\xbb\xbf", b"\0", b"../../../../etc/passwd"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 1, 2**31, 2**63, 10**400, 1e308, -1e308, float("nan"), float("inf"), 0.5),
    *("", "x", "\ud800", "\x1b]0;x\x07", "../../../../etc/passwd", "/dev/zero", "a\0b", "x" * 100_000),
    *([], {}, [1], [[1], [2]], {"a": 1}, [None] * 3, [float("nan")] * 16, list(range(1000))),
)


@dataclass(frozen=True)
class Kind:
    """A kind of file."""

    name: str
    seeds: tuple[Path, ...]
    """Whole files, of which one at a time is mutated."""
    read: Callable[[Path], None]
    """Reads what was mutated, as the commands do; whatever it raises that is no refusal is a fault."""
    text: bool = True
    """Whether tokens of text are put in."""
    folders: tuple[Path, ...] = ()
    """Where it may open files, beside the seeds' own folder."""


def attack_files(base: Base, out: Path, number: int, chance: random.Random) -> Iterator[Row]:
    """Reads mutated files of every kind, as many of each."""
    kinds = kinds_of(base, out)
    for kind in kinds:
        for source in kind.seeds:
            result, ended, _ = in_child(
                functools.partial(read_one, kind, source, source.read_bytes()), CASE_SECONDS * 2
            )
            if result is None or result[0] != WHOLE:
                raise ValueError(f"{source.name}, whole, is not read as one of the {kind.name}: {result or ended}")
        row, done = Row("files", kind.name), 0
        while done < max(1, number // len(kinds)):
            size = min(BATCH, max(1, number // len(kinds)) - done)
            seed, start = chance.random(), 0
            while start < size:
                note = out / "case.txt"
                work = functools.partial(_batch, kind, seed, start, size, note)
                result, ended, _ = in_child(work, _CPU_SECONDS * (size - start), MEMORY_BYTES)
                for name, *outcome in result or _noted(note):
                    row.count(Outcome(*outcome), name)
                    start += 1
                if result is None:
                    # The process died of one case: what came before it is noted, and it goes on behind.
                    row.count(Outcome(HUNG, f"ended by signal {ended}"), f"{kind.name} {seed} {start}")
                    start += 1
            done += size
        yield row


def _noted(note: Path) -> list[list[Any]]:
    try:
        return [json.loads(line) for line in note.read_text().splitlines()]
    except (OSError, ValueError):
        return []


def _batch(kind: Kind, seed: float, start: int, size: int, note: Path) -> list[list[Any]]:
    """Reads mutated files from the `start`-th on; each outcome is noted, for the case that the process dies."""
    results = []
    with open(note, "w", encoding="utf-8") as notes:
        for number in range(start, size):
            chance = random.Random(f"{seed}-{number}")
            source = chance.choice(kind.seeds)
            name = f"{source.name}, {seed:.6f}-{number}"
            data = mutated(source.read_bytes(), chance, kind.text)
            outcome = read_one(kind, source, data)
            if outcome[0] in (FAULT, HUNG):
                kept = note.parent / "failed"
                kept.mkdir(exist_ok=True)
                (kept / f"{kind.name}-{seed:.6f}-{number}-{source.name}").write_bytes(data)
            results.append([name, *outcome])
            notes.write(json.dumps(results[-1]) + "\n")
            notes.flush()
    return results


def read_one(kind: Kind, source: Path, data: bytes) -> tuple[str, str, float, float]:
    """Reads bytes in the place of a whole file: what came of it, what was said, seconds, megabytes."""

    def read() -> None:
        copied = source.with_name(f"mutated-{source.name}")
        copied.write_bytes(data)
        kind.read(copied)

    return judged(read, (source.parent, *kind.folders), CASE_SECONDS)


def judged(read: Callable[[], object], folders: Sequence[Path], seconds: float) -> tuple[str, str, float, float]:
    """What comes of reading something: the kind of outcome, what was said, seconds, megabytes.

    Args:
        read: whatever it raises that is no refusal is a fault.
        folders: where it may open files. seconds: after which it hangs.
    """
    from bozzetto.export.files.read_limits import UnreadableMeshError
    from bozzetto.jobs.config.errors import BozzettoError

    def too_long(number: int, frame: object) -> None:
        raise TimeoutError(f"not done within {seconds:.0f} s")

    before, began = _memory(), time.monotonic()
    Outside.watch(*folders)
    signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        read()
        outcome, text = WHOLE, ""
    except (BozzettoError, UnreadableMeshError) as error:
        outcome, text = REFUSED, str(error)[:200]
    except TimeoutError as error:
        outcome, text = HUNG, str(error)
    except BaseException as error:
        frames = []
        trace = error.__traceback__
        while trace is not None:
            frames.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
            trace = trace.tb_next
        outcome, text = FAULT, f"{type(error).__name__}: {str(error)[:200]} at {' '.join(frames[-4:])}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if Outside.found:
        outcome, text = FAULT, f"it opened {', '.join(Outside.found[:5])}"
    Outside.watch()
    return outcome, text, time.monotonic() - began, max(0.0, _memory() - before)


class Outside:
    """What this process opens that is neither in some folders nor a part of what is installed.

    Audit hooks stay for as long as a process lives: one watches, and only while `folders` are set.
    """

    installed = (sys.prefix, sys.base_prefix, str(Path(__file__).resolve().parents[1]), "/usr/lib", "/usr/share")
    system = ("/proc", "/sys", "/dev/null", "/dev/urandom", "/dev/shm")
    # Where Numba keeps what it compiles at a function's first call, if that is not beside the module.
    compiled = tuple(
        os.path.realpath(folder)
        for folder in (numba.config.CACHE_DIR, AppDirs("numba", False).user_cache_dir)  # type: ignore[attr-defined]
        if folder
    )
    folders: tuple[str, ...] = ()
    found: ClassVar[list[str]] = []
    _hooked = False

    @classmethod
    def watch(cls, *folders: Path) -> None:
        """Forgets what was found, and watches from now on; without folders, nothing more."""
        cls.found.clear()
        cls.folders = tuple(os.path.realpath(folder) for folder in folders)
        if not cls._hooked:
            sys.addaudithook(cls._event)
            cls._hooked = True

    @classmethod
    def _event(cls, event: str, arguments: tuple[Any, ...]) -> None:
        if not cls.folders:
            return
        if event in ("socket.connect", "os.system", "os.exec"):
            cls.found.append(f"{event} {arguments[1:]!r:.100}")
        elif event == "open" and isinstance(arguments[0], str | bytes):
            name = os.fsdecode(arguments[0])
            if "/" not in name:
                return  # in a folder that was opened before, as `shutil.rmtree` names what it removes
            try:
                path = os.path.realpath(name)
            except ValueError:
                return  # a name that no file has
            if path.endswith("/environ") or not any(_within(path, folder) for folder in cls.allowed()):
                cls.found.append(path)

    @classmethod
    def allowed(cls) -> tuple[str, ...]:
        """Folders in which files may be opened."""
        return (*cls.folders, *cls.installed, *cls.system, *cls.compiled)


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def mutated(data: bytes, chance: random.Random, text: bool) -> bytes:
    """A file with one to four changes of one kind: bytes, tokens, words, or, of a JSON file, values.

    Of a GLB, and of a ZIP archive such as a 3MF, it is mostly a part inside that is changed, and the lengths and
    checksums around it are right.
    """
    if data[:4] == b"glTF" and chance.random() < 0.7:
        return _changed_glb(data, chance)
    if data[:4] == b"PK\3\4" and chance.random() < 0.7:
        return _changed_zip(data, chance)
    way = chance.random()
    if way < 0.45 and text:
        try:
            value = json.loads(data)
        except ValueError:
            value = None
        if isinstance(value, dict | list):
            for _ in range(chance.randint(1, 3)):
                _change_value(value, chance)
            return json.dumps(value).encode()
    if way > 0.7 and text and (words := re.findall(rb"\S+|\s+", data[:1_000_000])):
        for _ in range(chance.randint(1, 3)):
            words[chance.randrange(len(words))] = chance.choice(WORDS)
        return b"".join(words)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        if not changed:
            break
        at, length = chance.randrange(len(changed)), chance.choice((1, 1, 4, 64))
        action = chance.randrange(6)
        if action == 0:
            changed[at] = chance.randrange(256)
        elif action == 1:
            del changed[at : at + length]
        elif action == 2:
            changed[at:at] = changed[at : at + length] * chance.choice((1, 2, 50))
        elif action == 3:
            del changed[at:]
        elif action == 4 and text:
            changed[at : at + length] = chance.choice(TOKENS)
        else:
            changed[at : at + length] = bytes(chance.randrange(256) for _ in range(length))
    return bytes(changed)


def _changed_glb(data: bytes, chance: random.Random) -> bytes:
    """A binary glTF whose JSON or binary chunk is changed."""
    length = struct.unpack_from("<I", data, 12)[0]
    text, binary = data[20 : 20 + length].rstrip(), data[28 + length :]
    if binary and chance.random() < 0.3:
        changed = bytearray(binary)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(changed))
            changed[at : at + 4] = chance.choice((b"\xff" * 4, b"\0\0\xc0\x7f", b"\0\0\x80\x7f", chance.randbytes(4)))
        binary = bytes(changed[: len(binary)])
    else:
        value = json.loads(text)
        for _ in range(chance.randint(1, 3)):
            _change_value(value, chance)
        text = json.dumps(value).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<II", len(text), 0x4E4F534A) + text
    if binary:
        chunks += struct.pack("<II", len(binary), 0x004E4942) + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def _changed_zip(data: bytes, chance: random.Random) -> bytes:
    """A ZIP archive of which one member is changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    members[name] = mutated(members[name], chance, text=not name.endswith((".png", ".jpg", ".usdc")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return out.getvalue()


def _change_value(value: Any, chance: random.Random) -> None:
    """Puts an odd value into a JSON value, or takes something out of it."""
    places: list[tuple[Any, Any]] = []
    nodes = [value]
    while nodes:
        node = nodes.pop()
        keys = list(node) if isinstance(node, dict) else range(len(node))
        for key in keys:
            places.append((node, key))
            if isinstance(node[key], dict | list):
                nodes.append(node[key])
    if not places:
        return
    node, key = chance.choice(places)
    if chance.random() < 0.15:
        del node[key]
    elif chance.random() < 0.1 and isinstance(node, dict):
        node[chance.choice(("", "x", "__proto__", "a\0b"))] = copy.deepcopy(chance.choice(VALUES))
    else:
        node[key] = copy.deepcopy(chance.choice(VALUES))


def kinds_of(base: Base, out: Path) -> list[Kind]:
    """All kinds, with whole files to start from in folders under `out`."""
    folder = out / "seeds"
    folder.mkdir()
    return [
        *_run_kinds(base, folder),
        _recipe_kind(folder),
        _prompt_kind(folder),
        _images_kind(folder),
        _colmap_kind(folder),
        _mesh_kind(folder),
    ]


def _run_kinds(base: Base, folder: Path) -> list[Kind]:
    """A run's files, each read by list, show, the gallery and the beginning of resume."""
    home = folder / "home"
    (home / "runs").mkdir(parents=True)
    for name in ("good", "x"):
        shutil.copytree(base.run, home / "runs" / name)
    run = home / "runs" / "x"
    state = json.loads((run / "state.json").read_text())
    (run / "state.json").write_text(json.dumps(state | {"status": "interrupted", "stage": "training"}))
    (run / "marks.json").write_text(json.dumps({"stars": 3, "tags": ["red", "small"]}))
    whole = folder / "x"
    shutil.copytree(run, whole)

    def read_run(path: Path) -> None:
        from bozzetto.jobs.store.runs import load_run
        from bozzetto.jobs.train.driver import ProgressReporter, restore_or_init
        from bozzetto.jobs.train.train_state import new_state
        from bozzetto.viewer.store import Store

        os.environ["BOZZETTO_HOME"] = str(home)
        shutil.rmtree(run)
        shutil.copytree(whole, run)
        shutil.copyfile(path, run / path.name.removeprefix("mutated-"))
        (run / path.name).unlink(missing_ok=True)
        code, text = command(["list"])
        if code != 0 or is_fault(text) or "\x1b" in text or "good  done" not in text:
            raise AssertionError(f"list: {text[-300:]}")
        code, text = command(["show", "x"])
        if is_fault(text) or "\x1b" in text or (code != 0 and text.count("\n") > 1):
            raise AssertionError(f"show: {text[-300:]}")
        store = Store(home)
        store.refresh(force=True)
        names = {entry.name for entry in store.page().entries}
        if names != {"good", "x"}:
            raise AssertionError(f"the gallery shows {names}")
        opened = load_run(run)
        if opened.config.steps > 1000 or opened.config.field.log2_table > 16 or opened.config.field.hidden > 128:
            return  # a valid run that is too large to be begun here
        state = new_state(opened.config)
        restore_or_init(opened, state, ProgressReporter(lambda progress: None, state, opened.config.steps))

    def read_checkpoint(path: Path) -> None:
        checkpoints = run / "checkpoints"
        data = path.read_bytes()
        shutil.rmtree(run)
        shutil.copytree(whole, run)
        shutil.rmtree(checkpoints)
        checkpoints.mkdir()
        # With the right digest, as somebody who means harm would make it.
        numbers = {"rate_scale": 1.0, "rollbacks": 0, "collapsed_steps": 0, "seconds": 1.0}
        record = {"format": 1, "step": 6, "sha256": hashlib.sha256(data).hexdigest(), "numbers": numbers}
        (checkpoints / "step-00000006.safetensors").write_bytes(data)
        (checkpoints / "step-00000006.json").write_text(json.dumps(record))
        from bozzetto.jobs.store.runs import Run
        from bozzetto.jobs.train.loop import load_trained

        load_trained(Run(run))

    names = ("config.json", "state.json", "metrics.jsonl", "report.json", "origin.json", "marks.json")
    (newest,) = sorted((whole / "checkpoints").glob("checkpoint-*.safetensors"))[-1:]
    return [
        Kind("run folders", tuple(whole / name for name in names), read_run, folders=(folder,)),
        Kind("checkpoints", (newest,), read_checkpoint, text=False, folders=(folder,)),
    ]


def _recipe_kind(folder: Path) -> Kind:
    import yaml

    recipe = {
        "name": "a recipe",
        "tag": "${rmspace:${system.prompt_processor.prompt},_}",
        "system_type": "dreamfusion-system",
        "data_type": "random-camera-datamodule",
        "data": {
            **{"batch_size": [1, 1], "width": [64, 512], "height": [64, 512], "resolution_milestones": [5000]},
            **{"camera_distance_range": [1.5, 2.0], "fovy_range": [40, 70], "elevation_range": [-10, 45]},
        },
        "system": {
            "geometry_type": "implicit-volume",
            "geometry": {"radius": 2.0, "pos_encoding_config": {"otype": "HashGrid", "n_levels": 16}},
            "material": {"ambient_only_steps": 2001, "soft_shading": True},
            "renderer": {"num_samples_per_ray": 512},
            "guidance_type": "stable-diffusion-guidance",
            "guidance": {
                **{"pretrained_model_name_or_path": "stabilityai/stable-diffusion-2-1-base", "guidance_scale": 100.0},
                **{"weighting_strategy": "sds", "min_step_percent": 0.02, "max_step_percent": [5000, 0.98, 0.5, 5001]},
            },
            "prompt_processor": {"prompt": "a zoomed out DSLR photo of a baby bunny", "negative_prompt": ""},
            "loss": {"lambda_sds": 1.0, "lambda_orient": [0, 10.0, 1000.0, 5000], "lambda_sparsity": 1.0},
            "optimizer": {"name": "Adam", "args": {"lr": 0.01, "betas": [0.9, 0.99], "eps": 1e-15}},
        },
        "trainer": {"max_steps": 10000, "val_check_interval": 200, "precision": "16-mixed"},
    }
    place = folder / "recipes"
    place.mkdir()
    (place / "block.yaml").write_text(yaml.safe_dump(recipe))
    (place / "flow.yaml").write_text(json.dumps(recipe))
    (place / "aliases.yaml").write_text("data: &d {width: 64, height: 64}\nmore: [*d, *d]\n" + yaml.safe_dump(
        {key: value for key, value in recipe.items() if key != "data"}
    ))  # fmt: skip

    def read(path: Path) -> None:
        from bozzetto.jobs.config.threestudio import read_recipe

        read_recipe(path)

    return Kind("recipes", tuple(sorted(place.glob("*.yaml"))), read)


def _prompt_kind(folder: Path) -> Kind:
    place = folder / "prompts"
    place.mkdir()
    (place / "a.txt").write_text("# prompts\na red chair\na wooden table\n")
    (place / "a.csv").write_text('prompt,seed,guidance.scale\n"a red, chair",1,7\na table,2,\n')
    (place / "a.jsonl").write_text('{"prompt": "a chair", "seed": 1, "guidance.scale": 3}\n"a table"\n')

    def read(path: Path) -> None:
        from bozzetto.jobs.queue.batch import expand, read_prompts

        expand(read_prompts(path), "draft", seeds=2)

    return Kind("prompt lists", tuple(sorted(place.glob("a.*"))), read)


def _images_kind(folder: Path) -> Kind:
    place = folder / "images"
    place.mkdir()
    frames = []
    for number in range(8):
        Image.new("RGBA", (16, 16), (200, 10 * number, 20, 255)).save(place / f"r_{number}.png")
        angle = number * np.pi / 4
        c, s = float(np.cos(angle)), float(np.sin(angle))
        matrix = [[c, 0.0, s, 4 * s], [0.0, 1.0, 0.0, 0.5], [-s, 0.0, c, 4 * c], [0.0, 0.0, 0.0, 1.0]]
        frames.append({"file_path": f"./r_{number}.png", "transform_matrix": matrix})
    (place / "angle.json").write_text(json.dumps({"camera_angle_x": 0.7, "frames": frames}))
    lens = {"fl_x": 20.0, "fl_y": 20.0, "cx": 8.0, "cy": 8.0, "w": 16, "h": 16, "camera_model": "OPENCV", "k1": 0.01}
    (place / "lens.json").write_text(json.dumps({**lens, "k2": 0.0, "p1": 0.0, "p2": 0.0, "frames": frames}))

    def read(path: Path) -> None:
        from bozzetto.jobs.train.transforms_json import load_images

        load_images(path, None)

    return Kind("transforms.json", (place / "angle.json", place / "lens.json"), read)


def _colmap_kind(folder: Path) -> Kind:
    """A COLMAP model, binary and text, of which one file at a time is mutated."""
    place = folder / "colmap"
    text = place / "text"
    (text / "images").mkdir(parents=True)
    lines = []
    for number in range(8):
        Image.new("RGB", (16, 16), (200, 10 * number, 20)).save(text / "images" / f"r_{number}.png")
        half = (number * np.pi / 4) / 2
        lines.append(f"{number + 1} {np.cos(half)} 0 {np.sin(half)} 0 0 0 4 {number % 2 + 1} r_{number}.png\n\n")
    (text / "cameras.txt").write_text("# cameras\n1 OPENCV 16 16 20 20 8 8 0.01 0 0 0\n2 PINHOLE 16 16 20 20 8 8\n")
    (text / "images.txt").write_text("# images\n" + "".join(lines))
    binary = place / "binary"
    shutil.copytree(text / "images", binary / "images")
    cameras = struct.pack("<QIiQQ8d", 2, 1, 4, 16, 16, 20, 20, 8, 8, 0.01, 0, 0, 0)
    (binary / "cameras.bin").write_bytes(cameras + struct.pack("<IiQQ4d", 2, 1, 16, 16, 20, 20, 8, 8))
    images = struct.pack("<Q", 8)
    for line in lines:
        index, *pose, camera, name = line.split()
        images += struct.pack("<I7dI", int(index), *map(float, pose), int(camera))
        images += name.encode() + b"\0" + struct.pack("<Qddq", 1, 1.0, 2.0, -1)
    (binary / "images.bin").write_bytes(images)

    def read(path: Path) -> None:
        from bozzetto.jobs.train.transforms_json import load_images

        name = path.name.removeprefix("mutated-")
        where = path.parent / "model"
        shutil.rmtree(where, ignore_errors=True)
        shutil.copytree(path.parent / "images", where / "images")
        for other in path.parent.glob(f"*{path.suffix}"):
            if not other.name.startswith("mutated-"):
                shutil.copyfile(path if other.name == name else other, where / other.name)
        load_images(where, None)

    files = [text / name for name in ("cameras.txt", "images.txt")]
    return Kind("COLMAP models", (*files, *(binary / name for name in ("cameras.bin", "images.bin"))), read)


def _mesh_kind(folder: Path) -> Kind:
    """Our own files, and one of every kind that people have (`bozzetto.bench.input`)."""
    from bozzetto.bench.input import all_cases
    from bozzetto.bench.solids import known_solids
    from bozzetto.export.files.glb import write_glb
    from bozzetto.export.files.obj import write_obj
    from bozzetto.export.files.ply import write_ply
    from bozzetto.export.files.stl import write_stl
    from bozzetto.export.files.threemf import write_3mf

    place = folder / "meshes"
    place.mkdir()
    mesh = known_solids()["star"]
    seeds = [
        *(write_glb(mesh, place / "a.glb"), write_ply(mesh, place / "a.ply"), write_stl(mesh, place / "a.stl")),
        *(write_3mf(mesh, place / "a.3mf"), write_obj(mesh, place / "a.obj")[0]),
    ]
    for number, case in enumerate(case for case in all_cases() if case.expected != "refused"):
        own = place / str(number)
        own.mkdir()
        seeds.append(case.make(own))

    def read(path: Path) -> None:
        from bozzetto.export.files.read import read_source

        read_source(path)

    return Kind("meshes", tuple(seeds), read)


ROW_VALUES: tuple[Any, ...] = (
    *(None, "", "x", -1, 0, 2**63 - 1, 1e308, float("inf"), b"\xff\xfe", b"", "nan", "../../../../etc", "a\0b"),
    *("elsewhere/1/1/boot/1", "a/b/c/d/e", "[[1", "{", "9" * 5000, "[" * 5000, "\x1b[2J"),
)


def attack_rows(base: Base, out: Path, number: int, chance: random.Random) -> Row:
    """Forges values of the queue's rows, or mutates its file, and makes every call; the others' jobs go on."""
    row = Row("rows", "queue")
    whole = out / "queue.db"

    def fill() -> bool:
        from bozzetto.jobs.queue.jobs import Queue
        from bozzetto.jobs.queue.leases import worker_name
        from bozzetto.jobs.store.runs import Run

        config = Run(base.run).config
        with Queue(whole) as queue:
            queue.add_many([config] * 6)
            queue.add_sweep([config] * 3, "s", keep=1, rungs=[(2, 1)])
            queue.lease(worker_name())
        db = sqlite3.connect(whole, isolation_level=None)
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA writable_schema = ON")
        # Damage does not ask for types.
        db.execute("UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE type = 'table'")
        db.close()
        return True

    in_child(fill, CASE_SECONDS)
    data = whole.read_bytes()
    for trial in range(number):
        seed = chance.random()
        start = time.monotonic()
        work = functools.partial(_one_queue, out / "queue", data, random.Random(seed))
        result, ended, _ = in_child(work, 3 * CASE_SECONDS, MEMORY_BYTES)
        if result is None:
            result = ["", HUNG if ended else FAULT, f"ended by signal {ended}", 0.0]
        row.count(Outcome(result[1], result[2], time.monotonic() - start, result[3]), f"{trial}: {result[0]}")
    return row


def _one_queue(folder: Path, data: bytes, chance: random.Random) -> tuple[str, str, str, float]:
    from bozzetto.jobs.config.errors import BozzettoError
    from bozzetto.jobs.queue.jobs import Queue
    from bozzetto.jobs.queue.leases import worker_name
    from bozzetto.jobs.queue.repair import repair

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "queue.db"
    forged = chance.random() < 0.7
    if forged:
        path.write_bytes(data)
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("PRAGMA ignore_check_constraints = ON")
        table = chance.choice(["jobs", "jobs", "jobs", "workers", "sweeps"])
        column = chance.choice([entry[1] for entry in db.execute(f"PRAGMA table_info({table})")])
        value = chance.choice(ROW_VALUES)
        name = f"{table}.{column} = {value!r:.30}"
        try:
            db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = 1", (value,))
        except (sqlite3.Error, OverflowError):
            return name, REFUSED, "by SQLite itself", 0.0
        finally:
            db.close()
    else:
        name = "mutated file"
        path.write_bytes(mutated(data, chance, text=False))
    calls: list[Callable[[Queue], object]] = [
        *(lambda q: q.jobs(), lambda q: q.counts(), lambda q: q.get(1), lambda q: q.config(1), lambda q: q.workers()),
        *(lambda q: q.sweeps(), lambda q: q.ranking("s"), lambda q: q.of_run("/x"), lambda q: q.cancel(1)),
        *(lambda q: q.pause(2), lambda q: q.lease(worker_name()), lambda q: q.unregister("w", only_if_empty=True)),
        *(lambda q: q.clear(["queued"]), lambda q: repair(q.path), lambda q: q.jobs()),
    ]
    before, kind, text = _memory(), WHOLE, ""
    for number, call in enumerate(calls):
        with Queue(path) as queue:
            try:
                call(queue)
            except BozzettoError as error:
                kind, text = REFUSED, str(error)[:200]
            except BaseException as error:
                return name, FAULT, f"call {number}: {type(error).__name__}: {str(error)[:200]}", 0.0
    with Queue(path) as queue:
        try:
            added = queue.add(_config(data))
            if forged and not any(job.id == added.id for job in queue.jobs(statuses=["queued"])):
                return name, FAULT, "a new job is not queued", 0.0
        except BozzettoError as error:
            return name, FAULT, f"after repair: {error}", 0.0
    return name, kind, text, max(0.0, _memory() - before)


def _config(data: bytes) -> Any:
    from bozzetto.jobs.config.run_config import make_config

    return make_config("a red apple", "draft", steps=len(data) % 7 + 1)
