"""Meshes that are sent to the service: bounded, kept under names of our own, handed on to a worker, removed."""

import contextlib
import json
import uuid

import pytest

from bozzetto.jobs.config.errors import ExportError, QueueError
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.meshes import carry_out_mesh_task
from bozzetto.service import uploads
from tests.service.serving import serving

GLB = b"glTF" + bytes(200)


def form(fields, files=(("file", "robot.glb", GLB),)):
    """A form as browsers send it; (headers, body)."""
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, filename, data in files:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        parts.append(head.encode() + b"Content-Type: model/gltf-binary\r\n\r\n" + data + b"\r\n")
    body = b"".join(parts) + f"--{boundary}--\r\n".encode()
    return {"Content-Type": f"multipart/form-data; boundary={boundary}"}, body


def send(server, path, fields, files=(("file", "robot.glb", GLB),), **headers):
    kind, body = form(fields, files)
    return server.ask("POST", path, raw=body, headers=kind | headers)


def kept(server):
    """Uploaded files that are there."""
    return sorted(path for path in (server.settings.folder / "uploads").rglob("*") if path.is_file())


def test_a_mesh_is_handed_to_a_worker_and_its_files_come_back(server, monkeypatch):
    seen = []

    def painted(mesh, prompt, folder, options, progress):
        seen.append((mesh.read_bytes(), prompt, options.texture, options.seed))
        folder.mkdir(parents=True)
        (folder / "mesh.glb").write_bytes(b"glTF painted")

    import bozzetto.jobs.pipeline.texture as pipeline

    monkeypatch.setattr(pipeline, "texture_mesh", painted)
    answer = send(server, "/v1/textures", {"prompt": "a rusty robot", "texture": "256", "seed": "3"})
    assert answer.status == 202, answer.data
    (mesh,) = kept(server)
    assert mesh.name == "mesh.glb" and mesh.read_bytes() == GLB
    server.work()
    assert seen == [(GLB, "a rusty robot", 256, 3)]
    job = server.ask("GET", "/v1/jobs/1").json
    assert job["state"] == "succeeded" and job["kind"] == "texture", job
    assert [file["name"] for file in job["files"]] == ["mesh.glb"]
    assert server.ask("GET", job["files"][0]["url"]).data == b"glTF painted"
    run = server.settings.folder / "runs" / job["run"]
    assert server.ask("DELETE", "/v1/jobs/1").status == 204
    assert kept(server) == [] and not run.exists()


def test_a_noun_is_learnt(server, monkeypatch):
    import bozzetto.jobs.teach.teach as teaching

    seen = []

    def learnt(source, noun, *, take_over, progress):
        seen.append((source.path.read_bytes(), noun.name, noun.also, take_over, source.front))

    monkeypatch.setattr(teaching, "teach", learnt)
    fields = {"name": "hover bike", "also": "floater, glider", "front": "+x", "replace": "true", "size": "2"}
    assert send(server, "/v1/objects", fields).status == 202
    server.work()
    assert server.ask("GET", "/v1/jobs/1").json["state"] == "succeeded"
    assert seen == [(GLB, "hover bike", ("floater", "glider"), True, "+x")]


def test_the_same_form_counts_once(server):
    first = send(server, "/v1/textures", {"prompt": "oak"}, **{"Idempotency-Key": "k"})
    again = send(server, "/v1/textures", {"prompt": "oak"}, **{"Idempotency-Key": "k"})
    assert first.json["id"] == again.json["id"] and len(kept(server)) == 1
    other = send(
        server, "/v1/textures", {"prompt": "oak"}, (("file", "x.glb", GLB + b"1"),), **{"Idempotency-Key": "k"}
    )
    assert other.status == 409 and len(kept(server)) == 1


@pytest.mark.parametrize(
    ("fields", "files", "status"),
    [
        ({"prompt": "oak"}, (), 422),
        ({}, (("file", "a.glb", GLB),), 422),
        ({"prompt": "oak", "unknown": "1"}, (("file", "a.glb", GLB),), 422),
        ({"prompt": "oak", "texture": "7"}, (("file", "a.glb", GLB),), 422),
        ({"prompt": "oak", "mesh": "queue.db"}, (("file", "a.glb", GLB),), 422),
        ({"prompt": "oak"}, (("file", "a.exe", GLB),), 422),
        ({"prompt": "oak"}, (("file", "a.glb", b""),), 422),
        ({"prompt": "oak"}, (("file", "a.glb", GLB), ("file", "b.glb", GLB)), 400),
        ({"prompt": "oak"}, (("other", "a.glb", GLB),), 422),
        ({"prompt": "x" * 20_000}, (("file", "a.glb", GLB),), 400),
        ({f"f{n}": "1" for n in range(60)}, (("file", "a.glb", GLB),), 400),
        ({"prompt": "oak", "callback": "https://studio.test/"}, (("file", "a.glb", GLB),), 422),
    ],
)
def test_what_is_wrong_leaves_nothing_behind(server, fields, files, status):
    answer = send(server, "/v1/textures", fields, files)
    assert answer.status == status, answer.data
    assert kept(server) == [] and answer.headers["content-type"] == "application/problem+json"


def test_names_of_files_are_not_used(server):
    for name in ("../../evil.glb", "/etc/evil.glb", "a\\..\\evil.GLB", "x" * 300 + ".glb"):
        assert send(server, "/v1/textures", {"prompt": "oak"}, (("file", name, GLB),)).status == 202
    assert {path.name for path in kept(server)} == {"mesh.glb"}
    assert all(path.parent.parent == server.settings.folder / "uploads" for path in kept(server))


def test_forms_are_bounded(home):
    from dataclasses import replace

    from bozzetto.service.settings import Bounds

    with serving(home, bounds=replace(Bounds(), upload_bytes=1 << 20)) as server:
        answer = send(server, "/v1/textures", {"prompt": "oak"}, (("file", "a.glb", bytes(1 << 20) + b"1"),))
        assert answer.status == 413 and kept(server) == []
        kind, body = form({"prompt": "oak"}, (("file", "a.glb", bytes(4 << 20)),))
        # By its announced length; whoever goes on sending finds the connection closed.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            assert server.ask("POST", "/v1/textures", raw=body, headers=kind).status == 413
        assert kept(server) == []
        for bad in (b"", b"--x--", body[:1000], b"no form at all", b"\r\n" * 5000):
            assert server.ask("POST", "/v1/textures", raw=bad, headers=kind).status in (400, 422), bad[:20]
        assert server.ask("POST", "/v1/textures", raw=b"{}").status == 415
        none = {"Content-Type": "multipart/form-data"}
        assert server.ask("POST", "/v1/textures", raw=body[:500], headers=none).status == 400


def test_a_task_reads_no_file_outside_of_the_home_folder(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "secret.glb").write_bytes(GLB)
    (tmp_path / "home" / "link.glb").symlink_to(tmp_path / "secret.glb")
    for mesh in ("../secret.glb", str(tmp_path / "secret.glb"), "link.glb", "none.glb", None, 3):
        with pytest.raises(QueueError, match="is gone"):
            carry_out_mesh_task("texture", {"mesh": mesh, "prompt": "oak"}, tmp_path / "home", tmp_path / "o", print)
    (tmp_path / "home" / "a.glb").write_bytes(GLB)
    for values in ({"mesh": "a.glb"}, {"mesh": "a.glb", "prompt": "oak", "nothing": 1}):
        with pytest.raises(QueueError, match="does not know"):
            carry_out_mesh_task("texture", values, tmp_path / "home", tmp_path / "o", print)


def test_what_is_no_mesh_is_a_failed_job_that_says_so(server):
    send(server, "/v1/textures", {"prompt": "oak"})
    with Queue(server.settings.folder / "queue.db") as queue:
        assert json.dumps(queue.options(1))
    server.work()
    job = server.ask("GET", "/v1/jobs/1").json
    assert job["state"] == "failed" and job["error"]["detail"] and "Traceback" not in job["error"]["detail"]
    assert issubclass(ExportError, Exception) and uploads.ENDINGS[0] == ".glb"
