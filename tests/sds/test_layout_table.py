"""Every layout of a model that users have, on tiny models: what comes of it is the table of docs/hub-models.md."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch

pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")

from PIL import Image  # noqa: E402
from safetensors.torch import load_file, save_file  # noqa: E402

from bozzetto.sds.pretrained.errors import PretrainedError  # noqa: E402
from bozzetto.sds.pretrained.load import load_pretrained  # noqa: E402
from bozzetto.sds.pretrained.single_file import converted, recognise  # noqa: E402
from tests.sds.multiview_models import build_multiview, build_zero123  # noqa: E402
from tests.sds.tiny_models import as_gguf, as_single_file, as_transformer_file, build  # noqa: E402

PAGE = Path(__file__).resolve().parents[2] / "docs" / "hub-models.md"
BEGIN, END = "<!-- layouts: made by tests/sds/test_layout_table.py -->", "<!-- layouts end -->"
UNET = "unet/diffusion_pytorch_model.safetensors"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("table")
    for kind in ("sd", "sd-v", "sdxl", "if", "sd3", "flux"):
        build(kind, root / kind)
    for name in ("mvdream", "imagedream"):
        build_multiview(root / name, name == "imagedream")
    build_zero123(root / "zero123")
    for kind in ("sd", "sdxl"):
        as_single_file(root / kind, root / f"{kind}.safetensors")
    Image.new("RGBA", (8, 8), (200, 0, 0, 255)).save(root / "picture.png")
    return root


def changed(root, name, change):
    """A copy of Stable Diffusion's folder with a change."""
    folder = shutil.copytree(root / "sd", root / name)
    change(folder)
    return folder


def edit(path, **values):
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def one_tensor(root, name, *keys):
    save_file({key: torch.zeros(2, 2) for key in keys}, root / name)
    return root / name


def halved(folder):
    path = folder / UNET
    half = {key: value.half() for key, value in load_file(path).items()}
    save_file(half, folder / "unet/diffusion_pytorch_model.fp16.safetensors")
    path.unlink()


def scaled(path):
    """A file's matrices in eight bits, with their scales."""
    tensors = {}
    for name, value in load_file(path).items():
        tensors[name] = value
        if value.dim() == 2 and name.endswith(".weight"):
            tensors[name] = (value / 0.01).to(torch.float8_e4m3fn)
            tensors[f"{name.removesuffix('.weight')}.scale_weight"] = torch.tensor(0.01)
    save_file(tensors, path.with_name("scaled.safetensors"))
    return path.with_name("scaled.safetensors")


def gguf(path):
    as_gguf(path.with_suffix(".gguf"), load_file(path))
    return path.with_suffix(".gguf")


def pickled(folder):
    (folder / UNET).rename(folder / "unet/diffusion_pytorch_model.bin")


def without_t5(folder):
    index = json.loads((folder / "model_index.json").read_text())
    edit(folder / "model_index.json", **{key: [None, None] for key in index if key.endswith("_3")})
    for name in ("text_encoder_3", "tokenizer_3"):
        shutil.rmtree(folder / name)


def layouts(root):
    """Name of the layout -> what loads or recognises it."""
    picture = {"image": root / "picture.png"}

    def folder(name, **options):
        return lambda: load_pretrained(str(root / name), offline=True, device="cpu", models=root / "kept", **options)

    def copy(name, change):
        return lambda: load_pretrained(str(changed(root, name, change)), offline=True, device="cpu")

    def file(path):
        return lambda: recognise(path)

    def single(kind, parts=True, base=False, store=None):
        def load():
            names = {"parts": parts, "prefix": "model.diffusion_model." if parts else ""}
            path = as_transformer_file(root / kind, root / f"{kind}-{parts}.safetensors", **names)
            path = path if store is None else store(path)
            configs = {part.parent.name: json.loads(part.read_text()) for part in (root / kind).glob("*/config.json")}
            return converted(
                path, root / "kept", replace(recognise(path), configs=configs), base=root / kind if base else None
            )

        return load

    def sd3_without():
        change = shutil.copytree(root / "sd3", root / "sd3-small")
        without_t5(change)
        return load_pretrained(str(change), offline=True, device="cpu")

    scheduler = "scheduler/scheduler_config.json"
    ldm = "model.diffusion_model."
    inlet = dict(load_file(root / "sd.safetensors"))
    inlet[f"{ldm}input_blocks.0.0.weight"] = torch.zeros(16, 9, 3, 3)
    save_file(inlet, root / "inpainting.safetensors")
    return {
        "Stable Diffusion 1.x or 2.x base, a folder of diffusers": folder("sd"),
        "the same, predicting velocity": folder("sd-v"),
        "Stable Diffusion XL, a folder": folder("sdxl"),
        "DeepFloyd IF stage I, a folder": folder("if"),
        "Stable Diffusion 3, a folder": folder("sd3"),
        "the same without its T5 encoder": sd3_without,
        "FLUX.1, a folder": folder("flux"),
        "MVDream, the folder of its community pipeline": folder("mvdream"),
        "ImageDream, the folder of its community pipeline, with `--image`": folder("imagedream", **picture),
        "Zero123, the folder of its community pipeline, with `--image`": folder("zero123", **picture),
        "Zero123 without a picture": folder("zero123"),
        "files of one part in half precision only": copy("halved", halved),
        "Stable Diffusion in one .safetensors": file(root / "sd.safetensors"),
        "Stable Diffusion XL in one .safetensors": file(root / "sdxl.safetensors"),
        "Stable Diffusion 3 in one .safetensors with its CLIP encoders": single("sd3"),
        "Stable Diffusion 3's transformer alone in one file": single("sd3", parts=False),
        "the same, with `hub.base`": single("sd3", parts=False, base=True),
        "FLUX.1 in one .safetensors": single("flux"),
        "the same, with `hub.base`, which lends T5's tokenizer": single("flux", base=True),
        "FLUX.1's transformer alone, with `hub.base`": single("flux", parts=False, base=True),
        "the same in 8-bit floats, with scales or without": single("flux", parts=False, base=True, store=scaled),
        "the same as GGUF, for which the package `gguf` is needed": single("flux", parts=False, base=True, store=gguf),
        "a GGUF file without `hub.base`": single("flux", parts=False, store=gguf),
        "weights in 4 bits (nf4, nvfp4) in one .safetensors": file(
            one_tensor(root, "nf4.safetensors", "double_blocks.0.img_attn.qkv.weight.absmax")
        ),
        "a pickle (.ckpt)": file(root / "model.ckpt"),
        "a LoRA as a model": file(one_tensor(root, "lora.safetensors", "unet.a.lora_A.weight")),
        "an autoencoder alone as a model": file(one_tensor(root, "vae.safetensors", "decoder.conv_in.weight")),
        "an inpainting model in one file": file(root / "inpainting.safetensors"),
        "weights of a part as a pickle only": copy("pickled", pickled),
        "an EDM schedule (Playground)": copy("edm", lambda f: edit(f / scheduler, _class_name="EDMEulerScheduler")),
        "a latent consistency model": copy("lcm", lambda f: edit(f / "unet/config.json", time_cond_proj_dim=8)),
    }


def outcome(root, load):
    """`works`, or `refused` with the reason's first part, without the paths."""
    try:
        load()
    except PretrainedError as error:
        words = [word for word in str(error).split() if not word.startswith(str(root))]
        return "refused: " + re.split(r";|\. (?=[A-Z])", " ".join(words))[0]
    return "works"


def test_the_page_s_table_is_what_comes_of_each_layout(root):
    rows = [f"| {name} | {outcome(root, load)} |" for name, load in layouts(root).items()]
    table = "\n".join(["| layout | |", "|---|---|", *rows])
    page = PAGE.read_text(encoding="utf-8")
    assert page.count(BEGIN) == 1 and page.count(END) == 1
    there = page.split(BEGIN)[1].split(END)[0].strip()
    assert there == table, f"docs/hub-models.md should have:\n{table}"
