"""The client: submit, wait, download; through restarts, limits and broken connections; `generate --server`."""

import asyncio
import socket
import threading
import time

import pytest

from bozzetto.client import AsyncClient, Client, Job, ServerError, _inside
from bozzetto.jobs.cli.main import main
from tests.service.serving import TINY, request, serving


def fields(**changes):
    body = request(**changes)
    return {name: value for name, value in body.items() if name != "prompt"}


def test_submit_wait_and_download(server, tmp_path):
    client = server.client()
    job = client.generate("a red chair", **fields(formats=["stl"]))
    assert job.state == "queued" and job.place == 1
    worker = threading.Thread(target=server.work)
    worker.start()
    seen = []
    job = client.wait(job, seen.append, timeout=60)
    worker.join()
    assert job.state == "succeeded" and [one.state for one in seen][-1] == "succeeded"
    progress = [one.progress for one in seen]
    assert progress == sorted(progress) and progress[-1] == 1.0
    paths = client.download(job, tmp_path / "chair")
    assert {path.relative_to(tmp_path / "chair").as_posix() for path in paths} == set(job.files)
    assert (tmp_path / "chair" / "mesh.glb").read_bytes()[:4] == b"glTF"
    assert (tmp_path / "chair" / "export" / "mesh.stl").is_file()
    assert not list((tmp_path / "chair").rglob("*.part"))
    (only,) = client.download(job, tmp_path / "one", ["mesh.obj"])
    assert only == tmp_path / "one" / "mesh.obj"
    with pytest.raises(ServerError, match="has no file 'mesh.exe'"):
        client.download(job, tmp_path, ["mesh.exe"])
    assert [one.id for one in client.jobs()] == [job.id] and list(client.jobs("failed")) == []
    client.delete(job)
    with pytest.raises(ServerError) as gone:
        client.job(job)
    assert gone.value.status == 404 and gone.value.code == "not-found"


def test_the_same_as_coroutines(server, tmp_path):
    async def use() -> list[str]:
        client = AsyncClient(server.url)
        jobs = await client.generate_many("a red chair", **fields(seeds=[1, 2]))
        await client.pause(jobs[1])
        await client.resume(jobs[1])
        await client.cancel(jobs[1])
        assert (await client.read("a red chair"))["usable"] and (await client.words("ted"))["objects"]
        worker = asyncio.create_task(asyncio.to_thread(server.work))
        seen: list[Job] = []
        done = await client.wait(jobs[0], seen.append, 60)
        await worker
        assert seen and [event.name async for event in client.events(jobs[1])] == ["state"]
        files = await client.download(done, tmp_path, ["mesh.glb"])
        await client.delete(jobs[1])
        return [done.state, files[0].name, (await client.job(done)).id]

    assert asyncio.run(use()) == ["succeeded", "mesh.glb", "1"]


def test_meshes_are_sent(server, tmp_path):
    client, mesh = server.client(), tmp_path / "my robot.glb"
    mesh.write_bytes(b"glTF" + bytes(range(256)))
    job = client.texture(mesh, "rusty iron \u2013 old", seed=3, keep_uv=True, parts=None)
    assert (job.data["kind"], job.prompt, job.data["seed"]) == ("texture", "rusty iron \u2013 old", 3)
    (kept,) = (server.settings.folder / "uploads").rglob("mesh.glb")
    assert kept.read_bytes() == mesh.read_bytes()
    assert server.service.queue.options(int(job.id))["keep_uv"] is True
    picture = tmp_path / "crate.png"
    picture.write_bytes(b"\x89PNG")
    job = asyncio.run(AsyncClient(server.url).teach(picture, "shipping crate", size=1.5))
    assert job.data["kind"] == "teach" and server.service.queue.options(int(job.id))["size"] == 1.5
    with pytest.raises(ServerError, match="ends in one of"):
        client.texture(picture, "oak")


def test_what_is_wrong_is_told_by_field(server):
    with pytest.raises(ServerError) as refused:
        server.client().generate("a chair", formats=["exe"], faces=2)
    assert refused.value.status == 422 and set(refused.value.errors) == {"formats.0", "faces"}
    with pytest.raises(ValueError, match="the address of a server"):
        Client("ftp://x")


def test_a_server_that_is_away_for_a_while_is_waited_for(home):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    client = Client(f"http://127.0.0.1:{port}", patience=20)
    found: list[Job] = []
    asking = threading.Thread(target=lambda: found.append(client.generate("a red chair", **fields())))
    asking.start()
    time.sleep(0.7)
    with serving(home, port) as first:
        asking.join(20)
        assert len(list(first.client().jobs())) == 1
    waited: list[Job] = []
    waiting = threading.Thread(target=lambda: waited.append(client.wait(found[0], timeout=60)))
    waiting.start()
    with serving(home, port) as second:
        second.work()
        waiting.join(30)
    assert [job.state for job in waited] == ["succeeded"]
    with pytest.raises(ServerError, match="cannot be reached"):
        Client(f"http://127.0.0.1:{port}", patience=0.1).jobs().__next__()


def test_a_download_goes_on_where_a_connection_broke(done, tmp_path, monkeypatch):
    server, number = done
    import http.client

    whole = server.ask("GET", f"/v1/jobs/{number}/files/mesh.glb").data
    client, starts, read = server.client(), [], http.client.HTTPResponse.read
    opened = client._open

    def breaking(method, path, data, headers):
        starts.append(headers.get("Range", ""))
        return opened(method, path, data, headers)

    def short(self, amount=None):
        if len(starts) < 3 and amount is not None:
            if self._once if hasattr(self, "_once") else False:
                raise ConnectionResetError("broken")
            self._once = True
            return read(self, 1000)
        return read(self, amount)

    monkeypatch.setattr(client, "_open", breaking)
    monkeypatch.setattr(http.client.HTTPResponse, "read", short)
    path = client.fetch(f"/v1/jobs/{number}/files/mesh.glb", tmp_path / "mesh.glb")
    assert path.read_bytes() == whole and starts == ["", "bytes=1000-", "bytes=2000-"]


def test_names_of_files_stay_inside_the_folder():
    assert _inside("export/mesh.stl").as_posix() == "export/mesh.stl"
    for name in ("../x", "/etc/passwd", "a/../../b", "C:\\x", "a\\..\\..\\b", "", "a\0b"):
        with pytest.raises(ServerError, match="leads out"):
            _inside(name)


def test_generate_on_a_server(server, tmp_path, capsys):
    settings = [f"--set={name}={value}" for name, value in TINY.items()]
    arguments = ["generate", "a red chair", "--preset=draft", "--steps=2", *settings, "--server", server.url]
    with server.working():
        assert main([*arguments, "--quiet", "--out", str(tmp_path / "chair")]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "chair")
    assert (tmp_path / "chair" / "mesh.glb").read_bytes()[:4] == b"glTF"
    assert main([*arguments, "--out", str(tmp_path / "chair")]) == 1 and "is not empty" in capsys.readouterr().err
    assert main([*arguments, "--threads=1"]) == 1 and "--threads is of this machine" in capsys.readouterr().err
    assert main(["generate", "a chair", "--set=no.such=1", "--server", server.url]) == 1
    assert "unknown setting 'no.such'" in capsys.readouterr().err
    assert main(["generate", "a chair", "--server", "nonsense"]) == 1 and "--server" in capsys.readouterr().err
