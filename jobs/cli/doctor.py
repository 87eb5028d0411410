"""`bozzetto doctor`: what this machine and this installation can do, and what would mend what they cannot."""

import importlib.metadata
import importlib.util
import os
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.store.report import PACKAGES
from bozzetto.jobs.store.runs import home
from bozzetto.jobs.train.kernel_cache import cache_folders, kernels_compiled
from bozzetto.jobs.train.priors import list_priors

FREE_BYTES = 1 << 30


@dataclass(frozen=True)
class Check:
    """One line of the doctor's report."""

    name: str
    """What was looked at."""
    ok: bool
    """Whether it is as it should be."""
    result: str
    """What it is."""
    fix: str = ""
    """The command or action that would mend it."""
    needed: bool = True
    """Whether bozzetto cannot work without it."""


def checkup() -> list[Check]:
    """All checks. Nothing here raises: what fails is a line of its own."""
    return [_python(), *_packages(), _cores(), *_backends(), *_priors(), _compiled(), _home(), _queue(), *_extras()]


def _python() -> Check:
    ok = (3, 10) <= sys.version_info[:2] < (3, 13)
    return Check("python", ok, f"{platform.python_version()} on {platform.platform()}", "use Python 3.10, 3.11 or 3.12")


def _packages() -> list[Check]:
    checks = []
    for name in PACKAGES:
        try:
            checks.append(Check(name, True, importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            checks.append(Check(name, False, "absent", f"pip install -c constraints.txt {name}"))
    return checks


def _cores() -> Check:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Check("cores", True, f"{cores} for this process")


def _backends() -> list[Check]:
    """Field and renderer: which backend a run takes by itself, and each one on the device that it is for."""
    from bozzetto.nerf.backend import device_of, obstacle, place_field
    from bozzetto.nerf.cards import card_report
    from bozzetto.nerf.field_config import BACKENDS, FieldConfig

    report = card_report()
    fix = f"{report.problem}: {report.fix}" if report.problem else ""
    checks = [Check("card", not report.problem, "; ".join(report.lines()[:4]), fix, needed=False)]
    checks += [Check("backend in use", True, f"{place_field(FieldConfig())}, unless --backend names another")]
    for name in BACKENDS[1:]:
        where = device_of(name)
        problem = obstacle(name, "cuda:0" if where.type == "cuda" else "cpu")
        if problem is None:
            checks.append(Check(f"backend {name}", True, f"works on {where}", needed=False))
        else:
            needed = name in ("torch", "cpu")
            checks.append(Check(f"backend {name}", False, problem.reason, problem.fix, needed=needed))
    return checks


def _priors() -> list[Check]:
    checks = []
    for info in list_priors():
        if info.name == "embedded":
            fix = "pip install --force-reinstall --no-deps bozzetto"
            result = "weights present and whole" if info.available else info.why_not
            checks.append(Check("prior embedded", info.available, result, fix))
    return checks


def _compiled() -> Check:
    folders = [folder for folder in cache_folders() if folder.is_dir()]
    if kernels_compiled():
        return Check("compiled kernels", True, f"cached in {folders[0]}", needed=False)
    where = folders[0] if folders else cache_folders()[0]
    fix = "none needed: the first run compiles them, on all cores, and keeps them"
    return Check("compiled kernels", False, f"none yet in {where}", fix, needed=False)


def _home() -> Check:
    folder = home()
    existing = next((place for place in (folder, *folder.parents) if place.exists()), Path("/"))
    try:
        free = shutil.disk_usage(existing).free
    except OSError as error:
        return Check("home folder", False, f"{folder}: {error}", "set BOZZETTO_HOME to a folder that you can write")
    writable = os.access(existing, os.W_OK) and existing.is_dir()
    result = f"{folder}, {free / 2**30:.1f} GiB free" + ("" if writable else ", not writable")
    return Check("home folder", writable and free > FREE_BYTES, result, "set BOZZETTO_HOME to a folder with space")


def _queue() -> Check:
    """The queue, which the rest works without."""
    try:
        with Queue() as queue:
            counts = ", ".join(f"{count} {status}" for status, count in queue.counts().items() if count)
            return Check("queue", True, f"{counts or 'no jobs'}; {len(queue.workers())} workers", needed=False)
    except BozzettoError as error:
        return Check("queue", False, str(error), "bozzetto queue repair", needed=False)


def _extras() -> list[Check]:
    """What is optional."""
    checks = []
    for module, extra, what in (
        ("diffusers", "diffusers", "priors from model hubs"),
        ("nerfacc", "cuda", "marching on NVIDIA cards, beside tiny-cuda-nn"),
        ("triton", "triton", "our own kernels on NVIDIA cards"),
        ("streamlit", "viewer", "the browser workbench"),
        ("embreex", "foundry", "training the embedded prior again"),
    ):
        try:
            there = importlib.util.find_spec(module) is not None
        except (ImportError, ValueError, BozzettoError):
            there = False
        result, fix = f"{what}: {'installed' if there else 'absent'}", f'pip install "bozzetto[{extra}]"'
        checks.append(Check(f"extra {extra}", there, result, fix, needed=False))
    return checks
