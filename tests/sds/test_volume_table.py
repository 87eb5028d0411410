"""The nouns' volumes on disk: what can be seen comes back within its rounding, and what cannot costs nothing."""

import pytest
import torch

from bozzetto.sds.volume import Volume, VolumeLayout, composite, inside
from bozzetto.sds.volume_kernels import ABSENT, FEATURES
from bozzetto.sds.volume_table import (
    FEATURE_LEVELS,
    LEVELS,
    MAX_VALUE,
    PREFIX,
    StoredVolumes,
    VolumeTable,
    _all_around,
    store,
    visible_voxels,
)

EDGE = 20
VOXELS = len(inside(EDGE))


def radius() -> torch.Tensor:
    """Of each kept voxel's centre."""
    axis = (torch.arange(EDGE) + 0.5) / EDGE * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    return torch.stack([x, y, z], -1).norm(dim=-1).flatten()[inside(EDGE)]


def shell() -> torch.Tensor:
    """One row: a ball of radius .6 with a soft edge, features at random, an unseen hole in its middle."""
    generator = torch.Generator().manual_seed(0)
    opacity = ((0.6 - radius()) * 20).clamp(-6, 6)
    opacity = torch.where(radius() < 0.2, -1.0, opacity)
    return torch.cat([opacity, torch.randn(VOXELS * FEATURES, generator=generator)])


def test_what_is_seen_is_a_shell():
    seen = visible_voxels(shell()[:VOXELS], EDGE)
    assert not seen[radius() < 0.35].any() and not seen[radius() > 0.8].any()
    assert seen[(radius() > 0.5) & (radius() < 0.6)].all()


def test_stored_volumes_come_back_where_they_are_seen():
    rows = torch.stack([shell(), torch.full_like(shell(), -5.0), -shell()])
    stored = StoredVolumes(store(rows, EDGE), EDGE)
    assert len(stored) == 3
    back = stored(torch.tensor([2, 0, 1]))[torch.tensor([1, 2, 0])]
    for row, found in zip(rows, back, strict=True):
        seen = visible_voxels(row[:VOXELS], EDGE)
        clamped = row[:VOXELS].clamp(ABSENT, MAX_VALUE)
        step = (MAX_VALUE - ABSENT) / LEVELS
        torch.testing.assert_close(found[:VOXELS][seen], clamped[seen], atol=0.501 * step, rtol=0)
        ends = torch.tensor([ABSENT, MAX_VALUE])
        assert torch.isclose(found[:VOXELS][~seen][:, None], ends).any(1).all()
        told, kept = row[VOXELS:].view(-1, FEATURES), found[VOXELS:].view(-1, FEATURES)
        assert not kept[~seen].any()
        if seen.any():
            most = told[seen].abs().amax(0) * (0.501 / FEATURE_LEVELS)
            assert ((kept[seen] - told[seen]).abs() <= most).all()
    # What is hidden keeps its side, and no more: the hole in the middle, and what is solid around it.
    assert back[0][:VOXELS][radius() < 0.2].eq(ABSENT).all()
    assert back[0][:VOXELS][(radius() > 0.21) & (radius() < 0.35)].eq(MAX_VALUE).all()


def test_a_stored_ball_looks_as_it_did():
    layout = VolumeLayout(embedding=4, edge=EDGE, resolution=1)
    row = shell()[None]
    stored = StoredVolumes(store(row, EDGE), EDGE)
    where = torch.stack(list(_all_around()))[::6]

    def look(rows):
        volume = layout.draw(rows, torch.zeros(1, 4))
        return composite(Volume(volume.opacity, volume.features), where, 24, torch.zeros(8, dtype=torch.long))

    true, shown = look(row), look(stored(torch.tensor([0])))
    error = float((true - shown)[..., 1:].square().mean() / true[..., 1:].square().mean())
    # Rounding alone, in steps of an eleventh of the largest of some thousand normal numbers, is of .01 of the variance.
    assert error < 0.015
    # The canary: where what is seen little is left out, as by a threshold of 200, it shows.
    shown = look(StoredVolumes(store(row, EDGE, min_visibility=200.0), EDGE)(torch.tensor([0])))
    assert float((true - shown)[..., 1:].square().mean() / true[..., 1:].square().mean()) > 2 * error
    # A tenth of what float32 takes, although these features are noise.
    assert sum(len(t) for k, t in store(row, EDGE).items() if k == PREFIX + "data") < 0.1 * 4 * row.numel()


def test_a_table_learns_only_the_rows_that_were_asked_for():
    table = VolumeTable(3, 4)
    table(torch.tensor([3, 1, 1])).sum().backward()
    assert table.rows.grad.is_sparse
    assert table.rows.grad.to_dense().sum(1).ne(0).tolist() == [False, True, False, True]


@pytest.mark.parametrize("harm", ["short", "scales", "missing"])
def test_what_store_did_not_make_is_refused(harm):
    tensors = store(shell()[None], EDGE)
    if harm == "short":
        tensors[PREFIX + "data"] = tensors[PREFIX + "data"][:-1]
    elif harm == "scales":
        tensors[PREFIX + "scale"] = tensors[PREFIX + "scale"][:, 1:]
    else:
        del tensors[PREFIX + "ends"]
    with pytest.raises((KeyError, ValueError)):
        StoredVolumes(tensors, EDGE)
