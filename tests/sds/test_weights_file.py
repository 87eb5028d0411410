"""Weights on disk: what was packed comes back, large matrices within their scales' rounding."""

import pytest
import torch
from safetensors.torch import save_file

from sds.weights_file import HUGE, LARGE, pack, read


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
    back = read(tmp_path / "w.safetensors")
    assert back.keys() == weights.keys()
    for key in ("basis", "conv.weight"):
        # Half a step of 1/127 of each row's largest value.
        flat = weights[key].flatten(1)
        most = flat.abs().amax(1, keepdim=True) * (0.5 / 127 + 1e-6)
        assert bool(((back[key].flatten(1) - flat).abs() <= most).all())
    assert (tmp_path / "w.safetensors").stat().st_size < 1.3 * (rows.numel() + kernel.numel() + 2 * LARGE)
    for key in ("words", "bias"):
        assert torch.equal(back[key], weights[key].half().float())


def test_a_huge_matrix_takes_six_bits_a_number(tmp_path):
    generator = torch.Generator().manual_seed(0)
    huge = torch.randn(HUGE // 64, 64, generator=generator) * torch.logspace(-4, 1, HUGE // 64)[:, None]
    huge[5] = 0
    weights = {"basis": huge, "odd": torch.randn(HUGE // 64, 65, generator=generator)}
    save_file(pack(weights), tmp_path / "w.safetensors")
    back = read(tmp_path / "w.safetensors")
    for key, levels in (("basis", 31), ("odd", 127)):
        most = weights[key].abs().amax(1, keepdim=True) * (0.5 / levels + 1e-6)
        assert bool(((back[key] - weights[key]).abs() <= most).all())
        # Every level is used: nothing of the six bits, or the eight, is lost on the way.
        scale = weights[key].abs().amax(1, keepdim=True).clamp(min=1e-8) / levels
        assert torch.unique((back[key] / scale).round()).tolist() == list(range(-levels, levels + 1))
    assert (tmp_path / "w.safetensors").stat().st_size < (0.75 + 65 / 64 + 8 / 64 + 0.01) * HUGE


def test_a_matrix_without_its_scales_is_an_error(tmp_path):
    packed = pack({"basis": torch.ones(2, LARGE)})
    scales = packed.pop("basis.scale")
    save_file(packed, tmp_path / "w.safetensors")
    with pytest.raises(KeyError):
        read(tmp_path / "w.safetensors")
    save_file({**packed, "basis.scale": scales[:, None]}, tmp_path / "w.safetensors")
    with pytest.raises(ValueError, match="basis has other scales"):
        read(tmp_path / "w.safetensors")
