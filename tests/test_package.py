"""What is installed, and that a user's own files of the same names as ours disturb no command."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bozzetto.jobs.store.processes import module_command

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("nerf", "sds", "export", "jobs", "viewer", "service", "foundry", "bench")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this tree, built offline from a copy, since a build leaves folders behind."""
    copy, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    for name in (*ROOMS, "bozzetto"):
        ignored = shutil.ignore_patterns("__pycache__", *(ROOMS if name == "bozzetto" else ()))
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    build = "import sys, setuptools.build_meta as m; print(m.build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", build, str(out)], cwd=copy, check=True, capture_output=True)
    (path,) = out.glob("*.whl")
    return path


def test_a_wheel_puts_nothing_but_bozzetto_into_site_packages(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (record,) = (name for name in archive.namelist() if name.endswith(".dist-info/RECORD"))
        files = [line.split(",")[0] for line in archive.read(record).decode().splitlines()]
        (tops,) = (name for name in archive.namelist() if name.endswith("top_level.txt"))
        assert archive.read(tops).decode().split() == ["bozzetto"]
    version = wheel.name.split("-")[1]
    assert {name.split("/")[0] for name in files} == {"bozzetto", f"bozzetto-{version}.dist-info"}
    installed = {name for name in files if name.endswith(".py")}
    expected = {str(path.relative_to(ROOT)) for path in (ROOT / "bozzetto").glob("*.py")}
    expected |= {f"bozzetto/{path.relative_to(ROOT)}" for room in ROOMS for path in (ROOT / room).rglob("*.py")}
    assert installed == expected
    assert {"bozzetto/py.typed", "bozzetto/sds/weights/embedded.safetensors", "bozzetto/foundry/objects.json"} <= set(
        files
    )


@pytest.fixture
def hostile_folder(tmp_path):
    """A working folder with files of a user's own, each of which says so when it is run."""
    for name in ("nerf", "sds", "export", "jobs", "viewer", "queue", "torch", "numba", "bozzetto"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('a file of the working folder was imported')\n")
    for name in ("config", "store", "text", "random", "json", "numpy"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a file of the working folder was imported')\n")
    return tmp_path


def test_files_of_the_working_folder_are_not_imported(hostile_folder):
    environment = os.environ | {"BOZZETTO_HOME": str(hostile_folder / "home"), "PYTHONPATH": str(ROOT)}
    for command in (
        module_command("bozzetto", "list"),
        module_command("bozzetto", "recipes"),
        module_command("bozzetto.viewer", "--help"),
        module_command("bozzetto.jobs.bake.render_server"),
    ):
        ended = subprocess.run(
            command, cwd=hostile_folder, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        assert ended.returncode == 0 and "working folder" not in ended.stderr, (command, ended.stderr)


def test_canary_without_the_guard_they_are(hostile_folder):
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONSAFEPATH", None)
    plain = [sys.executable, "-m", "bozzetto", "list"]
    ended = subprocess.run(plain, cwd=hostile_folder, env=environment, capture_output=True, text=True)
    assert "working folder" in ended.stderr


def test_processes_are_started_by_that_command_alone():
    for room in ROOMS[:5]:
        for path in sorted((ROOT / room).rglob("*.py")):
            if path.name != "processes.py":
                assert '"-m"' not in path.read_text(encoding="utf-8"), f"{path}: use module_command"


def test_the_fallback_of_python_3_10_is_the_same(hostile_folder, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 14, "final", 0))
    command = module_command("bozzetto", "recipes")
    assert "-P" not in command
    monkeypatch.undo()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    ended = subprocess.run(command, cwd=hostile_folder, env=environment, capture_output=True, text=True)
    assert ended.returncode == 0 and "dreamfusion" in ended.stdout, ended.stderr
