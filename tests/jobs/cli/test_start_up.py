"""Commands that only look start at once: what they import is counted, not how long it takes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import bozzetto
from bozzetto.jobs.cli.main import main
from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.store.runs import create_run

HEAVY = ("torch", "numpy", "numba", "scipy", "trimesh", "PIL", "safetensors", "rich.progress", "yaml", "streamlit")
MOST_MODULES = 400
"""Of all, the interpreter's own included; numpy alone brings some 150, torch some 1,000."""
PROBE = """
import sys
from bozzetto.jobs.cli.main import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
print(code, len(sys.modules), *(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""


def imported(arguments: list[str], home: Path) -> list[str]:
    """Exit code, number of modules, and the heavy ones among them, of a command in a process of its own."""
    result = subprocess.run(
        [sys.executable, "-c", PROBE.format(heavy=HEAVY), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"BOZZETTO_HOME": str(home)},
    )
    return result.stderr.splitlines()[-1].split()


@pytest.mark.parametrize(
    "arguments", [["list"], ["show", "latest"], ["queue", "list"], ["--help"], ["generate", "--help"], ["--version"]]
)
def test_nothing_heavy_is_imported(arguments, tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path))
    create_run(make_config("a chair", steps=3))
    code, count, *heavy = imported(arguments, tmp_path)
    assert code == "0" and heavy == [] and int(count) < MOST_MODULES


def test_the_probe_sees_what_is_imported(tmp_path):
    """The canary: `priors` needs torch."""
    assert "torch" in imported(["priors"], tmp_path)


def test_a_run_begins_without_scipy_and_takes_a_gradient_without_sympy():
    """Each takes a quarter of a second or more to import; views of twice the prior's size have the gradient."""
    code = """
import sys, torch
import bozzetto.jobs.pipeline.generate, bozzetto.jobs.train.looks, bozzetto.sds.embedded
from bozzetto.jobs.train.distill import to_images, to_resolution
from bozzetto.sds.distillation import Distillation
leaf = torch.rand(1, 3, 8, 8, requires_grad=True)
scaled = to_resolution(leaf, 4)
ones = torch.ones(1, 3, 4, 4)
gradient = to_images(Distillation(grad=ones, x0=ones, t=ones, loss=ones), leaf, scaled, scaled)
heavy = [name for name in ("scipy.sparse", "scipy.ndimage", "sympy") if name in sys.modules]
print(bool((gradient == 0.25).all()), *heavy)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.split() == ["True"], done.stderr


def test_the_version_is_printed(capfd):
    for flag in ("--version", "-V"):
        assert main([flag]) == 0
        assert capfd.readouterr().out == f"bozzetto {bozzetto.__version__}\n"
