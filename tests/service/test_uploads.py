"""Meshes that are sent to the service: bounded, kept under names of our own, handed on to a worker, removed."""

import contextlib
import io
import json
import resource
import struct
import uuid
import zipfile
import zlib

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


def zeros_zip(name, size):
    """A ZIP of a file of so many zeros; about a thousandth of that."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as bundle, bundle.open(name, "w", force_zip64=True) as file:
        for _ in range(size >> 20):
            file.write(bytes(1 << 20))
    return data.getvalue()


def zeros_png(edge):
    """A PNG of so many black pixels a side, one bit each; a few hundred kilobytes."""
    rows, line = zlib.compressobj(9), bytes(1 + edge // 8)
    body = b"".join([*(rows.compress(line) for _ in range(edge)), rows.flush()])
    packed = b"\x89PNG\r\n\x1a\n"
    for kind, data in (
        (b"IHDR", struct.pack(">IIBBBBB", edge, edge, 1, 0, 0, 0, 0)),
        (b"IDAT", body),
        (b"IEND", b""),
    ):
        packed += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return packed


def glb_with(png):
    """A GLB of one triangle whose texture is a picture."""
    corners = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0) + struct.pack("<6f", 0, 0, 1, 0, 0, 1)
    views = [(0, 36), (36, 24), (60, len(png))]
    document = {
        "asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0, "TEXCOORD_0": 1}, "material": 0}]}],
        "materials": [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
        "textures": [{"source": 0}], "images": [{"bufferView": 2, "mimeType": "image/png"}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 0]},
            {"bufferView": 1, "componentType": 5126, "count": 3, "type": "VEC2"},
        ],
        "bufferViews": [{"buffer": 0, "byteOffset": start, "byteLength": size} for start, size in views],
        "buffers": [{"byteLength": 60 + len(png)}],
    }  # fmt: skip
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    data = corners + png + bytes(-len(png) % 4)
    parts = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(data), b"BIN\0") + data
    return struct.pack("<4sII", b"glTF", 2, 12 + len(parts)) + parts


def test_what_is_small_and_becomes_huge_is_refused_before_it_does(server):
    png = zeros_png(60_000)
    assert len(png) < 1 << 20
    bombs = [
        ("/v1/textures", {"prompt": "oak"}, "part.3mf", zeros_zip("3D/3dmodel.model", 1 << 30)),
        ("/v1/textures", {"prompt": "oak"}, "part.usdz", zeros_zip("part.usda", 1 << 30)),
        ("/v1/textures", {"prompt": "oak"}, "part.glb", glb_with(png)),
        ("/v1/objects", {"name": "bomb"}, "part.png", png),
    ]
    for number, (path, fields, name, data) in enumerate(bombs, 1):
        assert send(server, path, fields, (("file", name, data),)).status == 202
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        server.work()
        job = server.ask("GET", f"/v1/jobs/{number}").json
        assert job["state"] == "failed", (name, job)
        detail = job["error"]["detail"]
        print(name, detail)
        assert detail and "fault" not in detail and str(server.settings.folder) not in detail, detail
        # Kilobytes, on Linux: what is refused has not been unpacked.
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000, name


def test_what_is_no_mesh_is_a_failed_job_that_says_so(server):
    send(server, "/v1/textures", {"prompt": "oak"})
    with Queue(server.settings.folder / "queue.db") as queue:
        assert json.dumps(queue.options(1))
    server.work()
    job = server.ask("GET", "/v1/jobs/1").json
    assert job["state"] == "failed" and job["error"]["detail"] and "Traceback" not in job["error"]["detail"]
    assert issubclass(ExportError, Exception) and uploads.MESHES[0] == ".glb"
