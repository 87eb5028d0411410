"""The dialect of local Hunyuan3D servers, by requests as their clients send them (written from reading those)."""

import base64

import pytest

from bozzetto.jobs.config import run_config
from bozzetto.jobs.config.run_config import override
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


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"image": base64.b64encode(b"x").decode()}, "text"),
        ({"mesh": base64.b64encode(b"x").decode(), "text": "wood", "texture": True}, "mesh"),
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
