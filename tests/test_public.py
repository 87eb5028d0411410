"""The public face: a dozen names, and the way from a prompt to a file in two lines."""

import ast
import importlib.metadata

import pytest

import bozzetto
from bozzetto.export.files.glb import verify_glb
from tests.jobs.known_object import box_oracle, small_config


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))


def test_the_names_exist_and_are_about_a_dozen():
    assert all(hasattr(bozzetto, name) for name in bozzetto.__all__)
    assert len(bozzetto.__all__) <= 15


def test_the_version_is_the_distribution_s():
    assert importlib.metadata.version("bozzetto") == bozzetto.__version__


def test_generate_load_export(tmp_path):
    seen: list[bozzetto.Progress] = []
    run = bozzetto.generate("a box", preset=small_config(12), prior=box_oracle(16), threads=1, progress=seen.append)
    assert run.state.status == "done" and run.mesh is not None
    assert {progress.stage for progress in seen} == {"training", "export"}
    assert max(progress.step for progress in seen if progress.stage == "training") == 12
    assert [other.path for other in bozzetto.runs()] == [run.path]
    assert bozzetto.load("latest").config == run.config
    assert bozzetto.resume(run).path == run.path

    files = bozzetto.export_mesh(run, tmp_path / "box.glb", faces=200)
    assert files == [tmp_path / "box.glb"]
    assert verify_glb(files[0]).extras["prompt"] == "a box"
    with pytest.raises(bozzetto.BozzettoError, match="format"):
        bozzetto.export_mesh(run, tmp_path / "box.step")


def test_errors_are_of_one_family():
    for call in (
        lambda: bozzetto.generate(""),
        lambda: bozzetto.generate(3),  # type: ignore[arg-type]
        lambda: bozzetto.generate("a box", preset="best"),
        lambda: bozzetto.generate("a box", settings=("guidance.scale=nan",)),
        lambda: bozzetto.load("nothing-there"),
    ):
        with pytest.raises(bozzetto.BozzettoError):
            call()


def test_the_loop_stays_flat():
    """A newcomer reads `train` from top to bottom: nothing in its loop is nested deeper than a condition or a `try`."""
    import inspect

    from bozzetto.jobs.train.loop import train

    def depth(node: ast.AST) -> int:
        blocks = (ast.While, ast.For, ast.If, ast.Try, ast.With)
        return isinstance(node, blocks) + max((depth(child) for child in ast.iter_child_nodes(node)), default=0)

    source = inspect.getsource(train)
    assert depth(ast.parse(source)) <= 4 and len(source.splitlines()) < 160
