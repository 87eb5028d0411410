"""The dialect of local Hunyuan3D servers, by requests as their clients send them (written from reading those)."""

import base64
import io

import pytest
from PIL import Image

import bozzetto.jobs.pipeline.texture as pipeline
import bozzetto.jobs.teach.teach as teaching
from bozzetto.jobs.config import run_config
from bozzetto.jobs.config.run_config import override
from bozzetto.jobs.teach.words import as_name
from bozzetto.service import compat_hunyuan
from bozzetto.service.compat_hunyuan import noun_of
from bozzetto.service.keys import add_key
from tests.service.serving import TINY, serving

# What the operator of Tencent's add-on for Blender posts, and what blender-mcp's local mode does: the same fields.
ADD_ON = {
    "text": "a red chair",
    "octree_resolution": 256,
    "num_inference_steps": 20,
    "guidance_scale": 5.5,
    "texture": True,
}
BLENDER_MCP = {
    "octree_resolution": 256,
    "num_inference_steps": 20,
    "guidance_scale": 5.5,
    "texture": False,
    "text": "a red chair",
}


@pytest.fixture
def server(home, monkeypatch):
    # Their clients name no preset and no settings, so the smallest run stands where the standard one does.
    small = [f"{name}={value}" for name, value in {**TINY, "steps": 2}.items()]
    tiny = override(run_config.PRESETS["standard"], small)
    monkeypatch.setattr(run_config, "PRESETS", {**run_config.PRESETS, "standard": tiny})
    with serving(home, compat=("hunyuan",)) as running:
        yield running


def generate(server, body):
    """Posts to /generate while a worker works."""
    with server.working():
        return server.ask("POST", "/generate", body)


@pytest.mark.parametrize("body", [ADD_ON, BLENDER_MCP], ids=["add-on", "blender-mcp"])
def test_a_client_posts_text_and_takes_the_bytes_of_a_glb(server, body):
    answer = generate(server, body)
    assert answer.status == 200 and answer.data[:4] == b"glTF", answer.data[:200]
    assert answer.headers["x-bozzetto-ignored"].split(", ")[0] == "octree_resolution"


def test_send_and_status(server):
    sent = server.ask("POST", "/send", {**ADD_ON, "seed": 7, "face_count": 60})
    assert sent.status == 200
    uid = sent.json["uid"]
    assert server.ask("GET", f"/status/{uid}").json["status"] == "processing"
    server.work()
    done = server.ask("GET", f"/status/{uid}").json
    assert done["status"] == "completed" and base64.b64decode(done["model_base64"])[:4] == b"glTF"
    job = server.ask("GET", f"/v1/jobs/{uid}").json
    assert job["seed"] == 7
    assert server.ask("GET", "/status/..%2f..").status == 404 and server.ask("GET", "/status/99").status == 404


def test_other_formats(server):
    answer = generate(server, {"text": "a red chair", "type": "stl"})
    assert answer.status == 200 and answer.headers["content-type"] == "model/stl"


def encoded(data):
    return base64.b64encode(data).decode()


def test_a_picture_is_learnt_and_made(server, monkeypatch):
    learnt = []

    def teach(source, noun, *, take_over, progress):
        learnt.append((source.path.suffix, source.path.read_bytes()[:4], noun.name, take_over))

    monkeypatch.setattr(teaching, "teach", teach)
    # What is learnt stands for a noun that is known here, since nothing is.
    monkeypatch.setattr(compat_hunyuan, "noun_of", lambda picture: "chair")
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(picture, "PNG")
    body = {"image": encoded(picture.getvalue()), "seed": 5, "texture": True}
    answer = generate(server, body)
    assert answer.status == 200 and answer.data[:4] == b"glTF", answer.data[:200]
    assert learnt == [(".png", b"\x89PNG", "chair", True)]
    jobs = server.ask("GET", "/v1/jobs").json["jobs"]
    assert [(job["kind"], job["seed"]) for job in jobs] == [("generate", 5), ("teach", 0)]
    # In pieces: the model is begun by who asks, once.
    uid = server.ask("POST", "/send", {**body, "image": "data:image/png;base64," + body["image"], "seed": 6}).json[
        "uid"
    ]
    for _ in range(2):
        assert server.ask("GET", f"/status/{uid}").json["status"] == "processing"
        server.work()
    done = server.ask("GET", f"/status/{uid}").json
    assert done["status"] == "completed" and base64.b64decode(done["model_base64"])[:4] == b"glTF"
    assert len(server.ask("GET", "/v1/jobs").json["jobs"]) == 4
    assert as_name(noun_of(b"x")) == noun_of(b"x") != noun_of(b"y")


def test_a_mesh_is_textured(server, monkeypatch):
    def painted(mesh, prompt, folder, options, progress):
        folder.mkdir(parents=True)
        (folder / "mesh.glb").write_bytes(mesh.read_bytes() + prompt.encode())

    monkeypatch.setattr(pipeline, "texture_mesh", painted)
    answer = generate(server, {"mesh": encoded(b"glTF" + bytes(40)), "text": "oak", "texture": True})
    assert answer.status == 200 and answer.data == b"glTF" + bytes(40) + b"oak"
    assert "x-bozzetto-ignored" not in answer.headers


def test_a_picture_needs_a_key_that_may_teach(home, tmp_path):
    keys = tmp_path / "keys.json"
    key = add_key(keys, "studio", ("read", "write"), running=1, queued=5, per_hour=50)
    with serving(home, compat=("hunyuan",), keys=keys) as server:
        image = encoded(b"\x89PNG\r\n")
        answer = server.ask("POST", "/send", {"image": image}, {"Authorization": f"Bearer {key}"})
        assert answer.status == 403 and "admin" in answer.json["text"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"image": encoded(b"x")}, "PNG"),
        ({"image": "~" * 7}, "base64"),
        ({"mesh": encoded(b"x"), "text": "wood", "texture": True}, "GLB"),
        ({"mesh": encoded(b"glTF")}, "text"),
        ({"mesh": encoded(b"glTF"), "text": "wood", "type": "stl"}, "glb"),
        ({}, "text"),
        ({"text": "qwertyuiop"}, "qwertyuiop"),
        ({"text": "a chair", "type": "../x"}, "type is"),
    ],
)
def test_what_cannot_be_done_is_said_as_their_server_says_it(server, body, said):
    for path in ("/generate", "/send"):
        answer = server.ask("POST", path, body)
        assert answer.status == 404 and answer.json["error_code"] == 1 and said in answer.json["text"]


def test_it_is_spoken_only_where_it_is_asked_for(home):
    with serving(home) as plain:
        assert plain.ask("POST", "/generate", ADD_ON).status == 404
