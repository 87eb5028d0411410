"""Weights on disk: what was packed comes back, large matrices within their scales' rounding."""

import pytest
import torch
from safetensors.torch import load_file, save_file

from bozzetto.sds.weights_file import LARGE, pack, unpack


def test_large_matrices_come_back_within_their_rounding_and_the_rest_as_half(tmp_path):
    generator = torch.Generator().manual_seed(0)
    rows = torch.randn(40, LARGE // 40 + 1, generator=generator) * torch.logspace(-4, 1, 40)[:, None]
    rows[3] = 0
    kernel = torch.randn(64, 32, 3, 3, generator=generator).to(memory_format=torch.channels_last)
    weights = {
        "basis": rows,
        "conv.weight": kernel,
        "words": torch.randn(5, 3, generator=generator),
        "bias": torch.randn(LARGE, generator=generator),
    }
    save_file(pack(weights), tmp_path / "w.safetensors")
    back = unpack(load_file(tmp_path / "w.safetensors"))
    assert back.keys() == weights.keys()
    for key in ("basis", "conv.weight"):
        # Half a step of 1/127 of each row's largest value.
        flat = weights[key].flatten(1)
        most = flat.abs().amax(1, keepdim=True) * (0.5 / 127 + 1e-6)
        assert bool(((back[key].flatten(1) - flat).abs() <= most).all())
    assert (tmp_path / "w.safetensors").stat().st_size < 1.3 * (rows.numel() + kernel.numel() + 2 * LARGE)
    for key in ("words", "bias"):
        assert torch.equal(back[key], weights[key].half().float())


def test_a_matrix_without_its_scales_is_an_error():
    packed = pack({"basis": torch.ones(2, LARGE)})
    scales = packed.pop("basis.scale")
    with pytest.raises(KeyError):
        unpack(packed)
    with pytest.raises(ValueError, match="basis has other scales"):
        unpack({**packed, "basis.scale": scales[:, None]})
