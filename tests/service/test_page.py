"""The examples of docs/service.md, each run as it stands, against a server in the place of the one that they name."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bozzetto.jobs.cli.main import main
from bozzetto.jobs.config import run_config
from bozzetto.jobs.config.run_config import override
from tests.service.serving import TINY, serving

ROOT = Path(__file__).absolute().parents[2]
PAGE = (ROOT / "docs" / "service.md").read_text(encoding="utf-8")
ADDRESS = "http://127.0.0.1:8600"


def blocks(language, section):
    """Blocks of code of a language in a section of the page."""
    text = PAGE.partition(f"## {section}\n")[2].partition("\n## ")[0]
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def server(home, monkeypatch):
    """Where the examples ask for a draft, the smallest run stands for it."""
    small = [f"{name}={value}" for name, value in {**TINY, "steps": 2}.items()]
    tiny = override(run_config.PRESETS["draft"], small)
    monkeypatch.setattr(run_config, "PRESETS", {**run_config.PRESETS, "draft": tiny})
    with serving(home) as running:
        yield running


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_by_curl(server, tmp_path):
    asked, watched, fetched = blocks("shell", "By curl")

    def run(script):
        script = script.replace(ADDRESS, server.url)
        ran = subprocess.run(["bash", "-euc", script], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    answer = json.loads(run(asked))
    assert json.loads(re.search(r'`(\{"id".*?\})`', PAGE).group(1)) == answer == json.loads(run(asked))
    with server.working():
        events = run(watched)
    assert "event: state" in events and '"state":"succeeded"' in events
    assert json.loads(run(fetched).splitlines()[0])["state"] == "succeeded"
    assert (tmp_path / "mesh.glb").read_bytes()[:4] == b"glTF" and (tmp_path / "mesh.stl").stat().st_size > 84


def test_from_python(server, tmp_path, monkeypatch, capsys):
    (script,) = blocks("python", "From Python")
    monkeypatch.chdir(tmp_path)
    with server.working():
        exec(compile(script.replace(ADDRESS, server.url), "docs/service.md", "exec"), {})
    assert "succeeded 100%" in capsys.readouterr().out and (tmp_path / "chair" / "mesh.glb").is_file()


def test_by_command(server, tmp_path, monkeypatch):
    import shlex

    (line,) = re.findall(r"^    (bozzetto generate .*)$", PAGE, re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    with server.working():
        assert main(shlex.split(line.replace(ADDRESS, server.url))[1:]) == 0
    assert list(tmp_path.glob("*/mesh.glb"))


def test_in_blender_is_built(tmp_path):
    import sys

    line = re.search(r"^    python (integrations/\S+)$", PAGE, re.MULTILINE).group(1)
    ran = subprocess.run([sys.executable, str(ROOT / line), str(tmp_path)], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0 and Path(ran.stdout.strip()).is_file()


def test_for_assistants(home, tmp_path):
    pytest.importorskip("mcp", reason="the extra mcp is not installed")
    from bozzetto.jobs.store.processes import module_command
    from tests.service.test_mcp import talk

    (config,) = blocks("json", "For assistants")
    entry = json.loads(config)["mcpServers"]["bozzetto"]
    assert entry["command"] == "bozzetto"
    assert module_command(entry["command"], *entry["args"])[-1] == "mcp"

    async def conversation(session):
        return [tool.name for tool in (await session.list_tools()).tools]

    assert "generate" in talk(home, tmp_path, *entry["args"][1:], talk_about=conversation)


def test_tables_of_the_page_are_those_of_the_code():
    from bozzetto.service.application import operations_of
    from bozzetto.service.models import STATES, GenerationRequest
    from bozzetto.service.settings import Bounds, Settings

    text = PAGE.partition("## By curl")[2].partition("## From Python")[0]
    named = {(method, path) for method, path in re.findall(r"`(GET|POST|DELETE) (/\S+)`", text)}
    for one in operations_of(Settings()):
        path = one.path.replace(":path", "")
        assert any(path == p or path.endswith(f"`{p}") or f"`{path}`" in text or f"`/{path.rsplit('/', 1)[1]}`" in text
                   for _, p in named | {("", path)}), path  # fmt: skip
        assert path.split("/")[-1].strip("{}") in text
    for name in GenerationRequest.model_fields:
        assert f"`{name}`" in text or name == "prompt" or name in ("prior", "steps"), name
    assert [row for row in re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) if row in STATES.values()] == [
        *("queued", "running", "paused", "succeeded", "failed", "cancelled")
    ]
    bounds = Bounds()
    table = PAGE.partition("| bounded | to |")[2].partition("\n\n")[0]
    for value in (
        f"{bounds.json_bytes >> 10} KiB", f"{bounds.header_bytes >> 10} KiB", f"{bounds.head_seconds:.0f} s",
        f"{bounds.body_seconds:.0f} s", f"{bounds.connections}", f"{bounds.streams}, {bounds.streams_a_key}",
        f"{bounds.seeds}, {bounds.steps:,}",
    ):  # fmt: skip
        assert value in table, value


def test_units_and_container_files():
    units = blocks("ini", "Containers and units")
    assert len(units) == 2
    if shutil.which("systemd-analyze"):
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            for unit in units:
                name = re.search(r"/etc/systemd/system/(\S+)", unit).group(1).replace("@", "@1")
                # The program is not where the unit will find it; everything else is checked.
                text = re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", unit).replace("User=bozzetto\n", "")
                (Path(folder) / name).write_text(text)
                ran = subprocess.run(
                    ["systemd-analyze", "verify", "--man=no", str(Path(folder) / name)],
                    capture_output=True, text=True, timeout=60,
                )  # fmt: skip
                assert name not in ran.stderr, ran.stderr
    for unit in units:
        command = re.search(r"ExecStart=/opt/bozzetto/bin/bozzetto (.*)", unit).group(1)
        from tests.docs.claims import check_command

        assert check_command(f"bozzetto {command}") == []
    yaml = pytest.importorskip("yaml")
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text())
    assert set(compose["services"]) == {"server", "worker", "workbench"} and list(compose["volumes"]) == ["data"]
    assert compose["services"]["worker"]["deploy"]["replicas"] == 2
    for service in compose["services"].values():
        assert check_command(service["command"]) == [] and service["image"] == "bozzetto"
        assert service["volumes"] == ["data:/data"]
    docker = (ROOT / "Dockerfile").read_text()
    assert check_command(" ".join(json.loads(re.search(r"^CMD (\[.*\])$", docker, re.MULTILINE).group(1)))) == []
    extras = re.search(r"'\.\[([\w,]+)\]'", docker).group(1)
    assert check_command(f"pip install -c constraints.txt '.[{extras}]'") == []
    assert os.path.exists(ROOT / "constraints.txt")
