"""Weights on disk: what was packed comes back, the basis within its scale's rounding."""

import pytest
import torch
from safetensors.torch import save_file

from sds.weights_file import BYTES, pack, read


def test_the_basis_comes_back_within_its_rounding_and_the_rest_as_half(tmp_path):
    generator = torch.Generator().manual_seed(0)
    rows = torch.randn(40, 7, generator=generator) * torch.logspace(-4, 1, 40)[:, None]
    rows[3] = 0
    weights = {BYTES: rows, "words": torch.randn(5, 3, generator=generator)}
    save_file(pack(weights), tmp_path / "w.safetensors")
    back = read(tmp_path / "w.safetensors")
    assert back.keys() == weights.keys()
    # Half a step of 1/127 of each row's largest value.
    assert bool(((back[BYTES] - rows).abs() <= rows.abs().amax(1, keepdim=True) * (0.5 / 127 + 1e-6)).all())
    assert torch.equal(back["words"], weights["words"].half().float())


def test_a_file_of_another_layout_is_an_error(tmp_path):
    save_file({"words": torch.zeros(1)}, tmp_path / "w.safetensors")
    with pytest.raises(KeyError):
        read(tmp_path / "w.safetensors")
