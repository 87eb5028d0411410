"""The extension for Blender: built, and, where there is a Python with `bpy`, used against a real server.

`bpy` is a third of a gigabyte and wants one version of Python, so it has a virtual environment of its own:
`BOZZETTO_BPY=/path/to/venv/bin/python pytest tests/service/test_blender.py`.
"""

import ast
import importlib.util
import json
import os
import subprocess
import threading
import zipfile
from pathlib import Path

import pytest

import bozzetto.jobs.pipeline.texture as pipeline
import bozzetto.jobs.teach.teach as teaching
from bozzetto import __version__
from bozzetto.jobs.config import run_config
from bozzetto.jobs.config.run_config import override
from tests.service.serving import TINY, serving

ROOT = Path(__file__).absolute().parents[2]
ADDON = ROOT / "integrations" / "blender"


def load(path):
    spec = importlib.util.spec_from_file_location(f"blender_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_extension_is_built_with_its_manifest_and_the_client(tmp_path):
    tomllib = pytest.importorskip("tomllib", reason="Python 3.10 has no TOML reader")
    build = load(ADDON / "build.py").build
    path = build(tmp_path)
    assert path.name == f"bozzetto-{__version__}.zip"
    with zipfile.ZipFile(path) as bundle:
        assert sorted(bundle.namelist()) == ["LICENSE", "__init__.py", "blender_manifest.toml", "client.py"]
        manifest = tomllib.loads(bundle.read("blender_manifest.toml").decode())
        assert bundle.read("client.py") == (ROOT / "bozzetto" / "client.py").read_bytes()
    # As Blender's own rules for extensions ask: see docs.blender.org, "Extensions, Getting Started".
    assert manifest["schema_version"] == "1.0.0" and manifest["id"] == "bozzetto" and manifest["version"] == __version__
    assert manifest["type"] == "add-on" and manifest["blender_version_min"] == "4.2.0"
    assert manifest["license"] == ["SPDX:Apache-2.0"] and len(manifest["tagline"]) <= 64
    for reason in manifest["permissions"].values():
        assert len(reason) <= 64 + 16 and not reason.endswith("."), reason
    assert set(manifest["permissions"]) == {"network", "files"}
    assert build(tmp_path / "again").read_bytes() == path.read_bytes(), "the same sources give the same zip"


def test_the_add_on_and_the_client_import_nothing_that_blender_lacks():
    known = {"bpy", "mathutils", "client", ""}
    import sys

    for path in (ADDON / "bozzetto" / "__init__.py", ROOT / "bozzetto" / "client.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                top = name.split(".")[0]
                assert top in known or top in sys.stdlib_module_names, f"{path.name} imports {name}"


@pytest.mark.skipif(
    not os.environ.get("BOZZETTO_BPY"), reason="opt-in: set BOZZETTO_BPY to a Python that has bpy (4.2 or later)"
)
def test_in_blender(home, tmp_path, monkeypatch):
    small = [f"{name}={value}" for name, value in {**TINY, "steps": 2}.items()]
    tiny = override(run_config.PRESETS["draft"], small)
    monkeypatch.setattr(run_config, "PRESETS", {**run_config.PRESETS, "draft": tiny})
    archive = load(ADDON / "build.py").build(tmp_path)
    learnt = []

    def painted(mesh, prompt, folder, options, progress):
        # What the exporter of Blender wrote comes back as it is: where it stands then shows what both ways do to it.
        folder.mkdir(parents=True)
        (folder / "mesh.glb").write_bytes(mesh.read_bytes())

    monkeypatch.setattr(pipeline, "texture_mesh", painted)
    monkeypatch.setattr(teaching, "teach", lambda source, noun, **_: learnt.append((noun.name, source.path.suffix)))
    with serving(home) as server:
        over = threading.Event()

        def keep_working():
            while not over.wait(0.2):
                waiting = [one for one in server.client().jobs("queued") if "car" not in one.prompt]
                if waiting:
                    server.work()

        worker = threading.Thread(target=keep_working)
        worker.start()
        try:
            command = [os.environ["BOZZETTO_BPY"], str(ROOT / "tests" / "service" / "blender_session.py")]
            environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
            ran = subprocess.run(
                [*command, str(archive), server.url, str(tmp_path)],
                capture_output=True, text=True, timeout=240, cwd=tmp_path, env=environment,
            )  # fmt: skip
        finally:
            over.set()
            worker.join(30)
        assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-3000:]
        result = json.loads(
            next(line for line in ran.stdout.splitlines() if line.startswith("RESULT ")).split(" ", 1)[1]
        )
        jobs = {one.id: one for one in server.client().jobs()}
    assert result["registered"] and result["unregistered"] and result["message"] == "done"
    assert result["names"][0] == "a red chair" and result["materials"] and result["textures"] == [[64, 64]]
    assert 4 <= result["faces"] <= 100
    sides = [high - low for low, high in zip(result["low"], result["high"], strict=True)]
    assert max(sides) == pytest.approx(2.0, rel=1e-3), "the longest side is as long as was asked for"
    for low, high, cursor in zip(result["low"], result["high"], (1.0, 2.0, 3.0), strict=True):
        assert low - 0.6 < cursor < high + 0.6, "it stands at the 3D cursor"
    assert "a red teddy bear" in result["completed"]
    assert result["longest_wait"] < 0.2, "the interface never waits for the server"
    assert result["seed"] == 5 and jobs["1"].data["seed"] == 4 and jobs["2"].data["seed"] == 5
    assert "qwertyuiop" in result["refused"] and "cancelled" in result["stopped"]
    assert result["texture_needs_words"] and result["painted"] == "done" and result["crate_hidden"]
    assert result["painted_name"].startswith("crate, oak") and result["crate_stays"]
    for mine, theirs in zip(result["crate_corners"], result["painted_corners"], strict=True):
        assert mine == pytest.approx(theirs, abs=2e-3), "the painted one stands where the other does"
    assert result["taught"] == "prompts know 'shipping crate' now" and learnt == [("shipping crate", ".glb")]
    assert (tmp_path / "blender.png").read_bytes()[:4] == b"\x89PNG"
