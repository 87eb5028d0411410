"""The server of the Model Context Protocol, asked by the SDK's own client over standard input and output."""

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from bozzetto.jobs.cli.main import main
from bozzetto.jobs.cli.mcp import LocalWorkbench, _formats
from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.store.processes import module_command
from tests.service.serving import request

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")


def talk(home, folder, *arguments, talk_about):
    """Starts `bozzetto mcp` and lets a coroutine talk to it."""
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    command = module_command("bozzetto", "mcp", *arguments)
    environment = {**os.environ, "BOZZETTO_HOME": str(home), "OMP_NUM_THREADS": "1"}
    parameters = StdioServerParameters(command=command[0], args=command[1:], env=environment, cwd=str(folder))

    async def run():
        async with stdio_client(parameters) as (reading, writing), ClientSession(reading, writing) as session:
            await session.initialize()
            return await talk_about(session)

    return asyncio.run(asyncio.wait_for(run(), 120))


def told(result):
    """What a tool answered."""
    return json.loads(result.content[0].text) if not _is_error(result) else result.content[0].text


def _is_error(result):
    return bool(getattr(result, "is_error", getattr(result, "isError", False)))


def test_an_assistant_reads_words_and_makes_a_model_on_a_server(server, home, tmp_path):
    """Through a server, where the smallest run can stand for a draft."""

    async def conversation(session):
        tools = {tool.name for tool in (await session.list_tools()).tools}
        words = await session.call_tool("list_words", {"prefix": "ted"})
        read = told(await session.call_tool("read_prompt", {"prompt": "a red teddy bear and a qwertyuiop"}))
        made = told(await session.call_tool("generate", {"prompt": "a red chair", "seed": 3}))
        await asyncio.to_thread(server.ask, "POST", f"/v1/jobs/{made['job']}/cancel")
        stopped = told(await session.call_tool("job_status", {"job": made["job"], "wait_seconds": 5}))
        refused = await session.call_tool("generate", {"prompt": "qwertyuiop"})
        unknown = await session.call_tool("job_status", {"job": "999"})
        small = await asyncio.to_thread(server.ask, "POST", "/v1/generations", request())
        await asyncio.to_thread(server.work)
        done = told(await session.call_tool("job_status", {"job": small.json["id"]}))
        export = told(await session.call_tool("export", {"job": small.json["id"], "formats": ["stl"]}))
        return tools, words, read, made, stopped, refused, unknown, done, export

    tools, words, read, made, stopped, refused, unknown, done, export = talk(
        home, tmp_path, "--server", server.url, talk_about=conversation
    )
    assert tools == {"generate", "job_status", "export", "cancel", "read_prompt", "list_words"}
    assert "teddy bear" in "".join(part.text for part in words.content)
    assert read["usable"] and read["unknown"][0]["word"] == "qwertyuiop"
    assert made["state"] == "queued" and stopped["state"] == "cancelled"
    assert _is_error(refused) and "qwertyuiop" in refused.content[0].text
    assert _is_error(unknown) and "no job 999" in unknown.content[0].text
    assert done["state"] == "succeeded"
    (glb,) = [path for path in done["files"] if path.endswith("mesh.glb")]
    assert Path(glb).read_bytes()[:4] == b"glTF" and str(tmp_path) in glb
    assert export["state"] == "queued"


def test_on_this_machine_it_uses_the_queue(home, monkeypatch):
    started = []
    monkeypatch.setattr("bozzetto.jobs.queue.worker.start_worker", lambda queue: started.append(queue.path))
    bench = LocalWorkbench()
    job = bench.generate({"prompt": "a red chair", "preset": "draft", "seed": 4, "negative": "", "formats": ["STL"]})
    assert job["state"] == "queued" and job["place"] == 1 and started
    with Queue() as queue:
        assert queue.config(1).seed == 4 and queue.config(1).preset == "draft"
        assert queue.options(1) == {"formats": ["stl"]}
        assert bench.cancel("1")["state"] == "cancelled"
    assert bench.read("a red teddy bear")["usable"] and not bench.read("qwertyuiop")["usable"]
    assert "teddy bear" in bench.words("ted")
    for wrong in ("x", "-1", "9" * 30, "2"):
        with pytest.raises(BozzettoError):
            bench.status(wrong)
    with pytest.raises(BozzettoError, match="only a model that is made"):
        bench.export("1", {"formats": ["stl"]})
    with pytest.raises(BozzettoError, match="unknown format"):
        _formats(["exe"])


def test_without_the_sdk_it_says_what_to_install(monkeypatch, capsys):
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "mcp" else find(name))
    assert main(["mcp"]) == 1 and "bozzetto[mcp]" in capsys.readouterr().err
    assert sys.modules.get("mcp") is mcp
