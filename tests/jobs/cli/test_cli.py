"""The command through its real entry point: what it prints, where, and with what exit code."""

import functools
import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import bozzetto.export.package.field_to_mesh
import bozzetto.jobs.pipeline.generate
import bozzetto.jobs.train.oom_retry
from bozzetto.jobs.cli.main import main
from bozzetto.jobs.config.run_config import PRESETS
from bozzetto.jobs.store.runs import Run, create_run, load_run, lock_run
from bozzetto.sds.oracle import MixtureOraclePrior
from tests.jobs.known_object import box_oracle, render_box, small_config

ROOT = Path(__file__).resolve().parents[3]
SMALL = [
    "--threads=1",
    *("--set=field.levels=4", "--set=field.log2_table=12", "--set=field.max_resolution=32", "--set=camera.views=2"),
    *(
        "--set=mesh.coarse_resolution=16",
        "--set=mesh.resolution=24",
        "--set=mesh.texture_size=64",
        "--set=mesh.max_faces=300",
    ),
    *("--set=mesh.uv_time_limit=0", "--set=pictures.resolution=24", "--set=pictures.turntable_frames=2"),
]


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))


@pytest.fixture
def box_prior(monkeypatch):
    """The oracle of the box, under whatever name the command asks for; it knows one name, "a box"."""

    def images(views):
        return render_box(views, 16)[0].permute(0, 3, 1, 2) * 2 - 1

    monkeypatch.setattr(
        bozzetto.jobs.pipeline.generate, "load_prior", lambda name, *_: MixtureOraclePrior({"a box": images}, 16)
    )


def command(*arguments: str, **options) -> subprocess.CompletedProcess[str]:
    """`python -m bozzetto` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bozzetto", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, **options
    )


def test_help_names_every_command_and_option():
    text = command("--help")
    assert text.returncode == 0
    for name in ("generate", "resume", "export", "list", "show", "doctor", "priors"):
        assert name in text.stdout
    options = command("generate", "--help").stdout
    for name in ("--preset", "--seed", "--steps", "--out", "--negative", "--prior", "--threads", "--quiet"):
        assert name in options
    for preset in PRESETS:
        assert preset in options


def test_arguments_that_cannot_be_parsed_exit_with_2():
    for arguments in (
        [],
        ["generate"],
        ["generate", "x", "--preset", "huge"],
        ["generate", "x", "--steps", "many"],
        ["fly"],
    ):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2, arguments


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["generate", ""], "prompt is empty"),
        (["generate", "a" * 501], "at most 500"),
        (["generate", "a\x07chair"], "U+0007"),
        (["generate", "a chair", "--steps", "-5"], "steps must be between"),
        (["generate", "a chair", "--seed", "-1"], "seed must be between"),
        (["generate", "a chair", "--threads", "99999999"], "threads must be between"),
        (["generate", "a chair", "--set", "guidance.scal=3"], "did you mean 'guidance.scale'"),
        (["generate", "a chair", "--set", "field.backend=tcnn"], "field.backend"),
        (["generate", "a chair", "--prior", "dall-e"], "unknown prior"),
        (["generate", "a chair", "--prior", "oracle"], "in Python"),
        (["generate", "a chair", "--out", "/proc/nowhere"], "cannot"),
        (["resume", "no-such-run"], "no run at"),
        (["show", ""], "no run at"),
        (["export", "../../etc"], "no run at"),
    ],
)
def test_bad_input_is_one_line_on_stderr_and_exit_code_1(arguments, said, capfd, monkeypatch):
    if "--prior" not in arguments:
        monkeypatch.setattr(bozzetto.jobs.pipeline.generate, "load_prior", lambda name, *_: box_oracle(16))
    assert main(arguments) == 1
    out, err = capfd.readouterr()
    # What the run would have taken may have been said before.
    *before, last = err.splitlines()
    assert said in last and last.startswith("bozzetto: ")
    assert all(line.startswith(("this will take", "looking for", "starting the libraries")) for line in before)
    assert "Traceback" not in err and out == ""


def test_from_prompt_to_files_and_again_from_the_checkpoint(box_prior, tmp_path, capfd):
    folder = tmp_path / "run"
    assert main(["generate", "<b>a box</b>", "--preset=draft", "--steps=30", f"--out={folder}", *SMALL]) == 0
    out, err = capfd.readouterr()
    assert out.startswith(f"Done: {folder}") and out.count("\n") == 1
    assert "does not know '<b>a box</b>'; nearest that it knows: a box" in err and "training" in err and "export" in err
    names = {path.name for path in folder.iterdir()}
    assert {"mesh.glb", "mesh.obj", "mesh.mtl", "mesh.png", "turntable.webp", "report.json", "config.json"} <= names
    assert {f"view_{side}.png" for side in ("front", "right", "back", "left")} <= names
    report = json.loads((folder / "report.json").read_text())
    assert report["prompt"] == "<b>a box</b>" and report["config"]["steps"] == 30
    assert {"marching", "field", "compositing", "prior", "backward", "optimiser"} <= report["training_split"].keys()
    assert report["export"]["watertight"] and report["unknown_words"]

    assert main(["show", str(folder)]) == 0
    shown = capfd.readouterr().out
    assert "done, step 30 of 30" in shown and "mesh.glb" in shown
    assert main(["resume", str(folder), "--quiet"]) == 0
    assert capfd.readouterr().out == f"{folder}\n"

    glb = tmp_path / "other" / "box.glb"
    assert main(["export", str(folder), "--out", str(glb), "--faces", "100", "--texture", "128", "--quiet"]) == 0
    assert capfd.readouterr().out == f"{glb}\n"
    import trimesh

    small, whole = trimesh.load_scene(glb), trimesh.load_scene(folder / "mesh.glb")
    faces = [sum(len(body.faces) for body in scene.geometry.values()) for scene in (small, whole)]
    assert 4 <= faces[0] <= 100 < faces[1] <= 300
    assert main(["export", str(folder), "--out", str(tmp_path / "box.fbx")]) == 1
    assert ".glb" in capfd.readouterr().err
    assert main(["export", str(folder), "--format", "fbx"]) == 1
    assert "fbx" in capfd.readouterr().err
    assert main(["export", str(folder), "--texture", "1000000"]) == 1


def test_a_folder_in_use_is_refused(box_prior, tmp_path, capfd):
    run = create_run(small_config(4), tmp_path / "run")
    with lock_run(run.path):
        for arguments in (["resume", str(run.path)], ["generate", "x", f"--out={run.path}"], ["export", str(run.path)]):
            assert main(arguments) == 1
            assert "in use by another run" in capfd.readouterr().err


def test_list_shows_every_run_even_a_damaged_one(tmp_path, capfd):
    assert main(["list"]) == 0
    assert "no runs" in capfd.readouterr().out
    create_run(replace(small_config(), prompt="a [red]box[/red]"))
    damaged = create_run(small_config())
    (damaged.path / "state.json").write_text("{")
    assert main(["list"]) == 0
    out = capfd.readouterr().out
    assert out.count("\n") == 2 and "a [red]box[/red]" in out and "damaged" in out


def test_an_empty_field_at_export_is_named_and_kept(box_prior, tmp_path, capfd, monkeypatch):
    import torch

    from bozzetto.jobs.bake.field_functions import FieldCallables

    monkeypatch.setattr(FieldCallables, "density", lambda self, x: torch.zeros(len(x)).numpy())
    folder = tmp_path / "run"
    assert main(["generate", "a box", "--steps=6", f"--out={folder}", *SMALL]) == 1
    err = capfd.readouterr().err.splitlines()[-1]
    assert "density" in err and "checkpoints" in err
    assert load_run(folder).state.status == "failed" and list((folder / "checkpoints").iterdir())


def test_ctrl_c_while_exporting_says_how_to_go_on(box_prior, tmp_path, capfd, monkeypatch):
    def interrupted(field):
        os.kill(os.getpid(), signal.SIGINT)

    folder = tmp_path / "run"
    # A shell's background job begins with Ctrl-C ignored, and the tests may run in one.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setattr(bozzetto.export.package.field_to_mesh, "sample_coarse_grid", interrupted)
    assert main(["generate", "a box", "--steps=4", f"--out={folder}", *SMALL]) == 130
    assert f"bozzetto resume {folder}" in capfd.readouterr().err
    monkeypatch.undo()
    signal.signal(signal.SIGINT, before)
    state = Run(folder).state
    assert (state.status, state.stage, state.step) == ("interrupted", "export", 4)


def test_doctor_and_priors_answer(capfd):
    assert main(["priors"]) == 0
    assert "embedded" in capfd.readouterr().out
    assert main(["doctor"]) in (0, 1)
    out = capfd.readouterr().out
    for name in ("python", "torch", "cores", "backend cpu", "prior embedded", "compiled kernels", "home folder"):
        assert name in out


def test_doctor_fails_when_the_home_folder_cannot_be_written(capfd, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", "/proc/nowhere")
    assert main(["doctor"]) == 1
    assert "FAIL home folder" in capfd.readouterr().out


def test_a_fault_of_ours_is_one_line_and_debug_shows_where(box_prior, capfd, monkeypatch):
    def broken(*arguments, **options):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(bozzetto.jobs.train.oom_retry, "train", broken)
    assert main(["generate", "a box"]) == 1
    assert "ZeroDivisionError: oops" in capfd.readouterr().err
    assert main(["generate", "a box", "--debug"]) == 1
    assert "Traceback" in capfd.readouterr().err


@pytest.mark.parametrize("damage", ["truncated", "altered", "absent", "no description"])
def test_damaged_weights_are_named_before_anything_is_made(damage, tmp_path, capfd, monkeypatch):
    from bozzetto.sds import embedded

    folder = tmp_path / "weights"
    shutil.copytree(embedded.WEIGHTS, folder)
    weights = folder / "embedded.safetensors"
    whole = weights.read_bytes()
    if damage == "truncated":
        weights.write_bytes(whole[: len(whole) // 2])
    elif damage == "altered":
        weights.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    else:
        (weights if damage == "absent" else folder / "embedded.json").unlink()
    monkeypatch.setattr(embedded, "EmbeddedPrior", functools.partial(embedded.EmbeddedPrior, folder))
    assert main(["generate", "a chair"]) == 1
    err = capfd.readouterr().err
    assert "embedded prior" in err and "reinstall" in err and err.count("\n") == 1
    assert not (tmp_path / "home").exists()
    assert main(["doctor"]) == 1
    assert "FAIL prior embedded" in capfd.readouterr().out


def test_a_prompt_without_a_known_object_leaves_nothing_behind(tmp_path, capfd):
    assert main(["generate", "xyzzy plugh"]) == 1
    err = capfd.readouterr().err
    assert "xyzzy" in err and err.count("\n") == 1
    assert not (tmp_path / "home").exists()
