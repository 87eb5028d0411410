"""Shape words: what they ask of an object, and that a stretched volume is the volume of the object stretched."""

import math

import numpy as np
import pytest
import torch

from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.scene import SHAPE_WORDS, SHAPES, Thing
from bozzetto.sds.stretch import LESS, MORE, MOST, RADIUS, factors, solidity, stretch_of, stretched, stretched_share
from bozzetto.sds.volume import Volume, composite_cpu, picked
from bozzetto.sds.volume_fit import camera_rows
from bozzetto.sds.volume_kernels import ABSENT, FEATURES

N = 32
AXIS = (np.arange(N) + 0.5) / N * 2 - 1
Z, Y, X = np.meshgrid(AXIS, AXIS, AXIS, indexing="ij")


@pytest.fixture(scope="module")
def prior():
    return EmbeddedPrior()


def volume_of(full):
    """A volume that is solid where told."""
    opacity = torch.where(torch.from_numpy(full), 1.0, ABSENT).float()
    return Volume(opacity[None], torch.zeros(1, N, N, N, FEATURES))


def table(leg=0.08, top=0.08):
    """Four legs under a top, in a ball of .9."""
    board = (abs(X) < 0.55) & (abs(Z) < 0.4) & (abs(Y - 0.5) < top)
    legs = (abs(abs(X) - 0.45) < leg) & (abs(abs(Z) - 0.3) < leg) & (Y < 0.5) & (Y > -0.55)
    return board | legs


def extents(full):
    """Along x, y and z, voxels."""
    z, y, x = np.nonzero(full)
    return np.array([np.ptp(x), np.ptp(y), np.ptp(z)]) + 1


@pytest.mark.parametrize(
    ("shapes", "size", "expected"),
    [
        (("tall",), (1, 1, 1), (1, MORE, 1)),
        (("short", "wide"), (1, 1, 1), (MORE, LESS, 1)),
        (("long",), (1, 1, 2), (1, 1, MORE)),
        (("long",), (0.1, 2, 0.2), (1, MORE, 1)),
        (("thin",), (1, 1.2, 3), (LESS, 1, 1)),
        (("thin",), (1, 3, 1.2), (LESS, 1, LESS)),
        (("thin",), (2, 0.2, 1), (1, LESS, 1)),
        (("thick",), (2, 3, 0.2), (1, 1, MORE)),
        (("fat",), (1.1, 1, 0.8), (MORE ** (2 / 3), 1, MORE ** (2 / 3))),
        (("fat",), (0.5, 0.6, 1), (MORE ** (2 / 3), MORE ** (2 / 3), 1)),
        (("tall", "lanky"), (1, 1, 1), None),
        (("round",), (1, 1.2, 1.3), (1.56 ** (1 / 3), 1.56 ** (1 / 3) / 1.2, 1.56 ** (1 / 3) / 1.3)),
        (("tall",) * 5, (1, 1, 1), (1, MOST, 1)),
    ],
)
def test_each_word_asks_for_axes(shapes, size, expected):
    if expected is None:
        with pytest.raises(ValueError, match="shape must be one of"):
            factors(shapes, size)
    else:
        assert factors(shapes, size) == pytest.approx(expected)


@pytest.mark.parametrize("shape", SHAPES)
def test_an_object_keeps_to_its_ball_and_gets_the_proportions_asked_for(shape):
    full = table()
    volume = volume_of(full)
    stretch = stretch_of(solidity(volume), (shape,))
    new = stretched(volume, stretch, torch.eye(3, FEATURES), torch.eye(3, FEATURES).roll(3, 1))
    after = solidity(new)[..., :].numpy() > 0.5
    edge = len(after)
    z, y, x = np.nonzero(after)
    far = np.linalg.norm((np.stack([x, y, z], 1) + 0.5) / edge * 2 - 1, axis=1).max()
    assert RADIUS - 0.12 < far < RADIUS + 0.05
    wanted = extents(full) * factors((shape,), extents(full))
    got = extents(after) / edge
    # Of a flat board, a voxel more or less is a third.
    assert got / got.sum() == pytest.approx(wanted / wanted.sum(), abs=0.06 if shape == "flat" else 0.03)


def test_legs_and_boards_keep_their_thickness():
    full = table()
    stretch = stretch_of(solidity(volume_of(full)), ("tall",))
    board = stretch.forward((0, 0.58, 0))[1] - stretch.forward((0, 0.42, 0))[1]
    wide = stretch_of(solidity(volume_of(full)), ("wide",))
    leg = wide.forward((0.53, 0, 0))[0] - wide.forward((0.37, 0, 0))[0]
    # Beside what does not change: how deep the table is.
    deep = [(s.forward((0, 0, 0.4))[2] - s.forward((0, 0, -0.4))[2]) / 0.8 for s in (stretch, wide)]
    assert board / 0.16 / deep[0] < 1.3
    assert leg / 0.16 / deep[1] < 1.3


def test_a_ball_is_scaled_evenly():
    ball = X**2 + Y**2 + Z**2 < 0.8**2
    stretch = stretch_of(solidity(volume_of(ball)), ("tall",))
    up = np.array([stretch.forward((0, y, 0))[1] for y in np.linspace(-0.6, 0.6, 13)])
    steps = np.diff(up)
    assert steps.max() / steps.min() < 1.6
    there = [stretch.forward(p) for p in ((0.3, -0.2, 0.5), (-0.7, 0.7, 0.1))]
    back = [[float(stretch.backward(k, np.array(q[k]))) for k in range(3)] for q in there]
    assert np.allclose(back, [(0.3, -0.2, 0.5), (-0.7, 0.7, 0.1)], atol=1e-6)


def test_normals_follow_the_surface_and_albedo_stays(prior):
    conditioning = prior.encode_text("a ball of yarn")
    plain = picked(prior.volumes(conditioning).volumes, slice(1))
    flat = picked(prior.volumes(prior.encode_text("a flat ball of yarn")).volumes, slice(1))
    cameras = torch.tensor([[0.0, math.radians(25)]])

    def seen(volume):
        maps = composite_cpu(volume, camera_rows(cameras), 48, torch.zeros(1, dtype=torch.long))
        surface = prior.net.object.surface(maps.permute(0, 3, 1, 2))[0]
        solid = surface[0] > 0.9
        normals = torch.nn.functional.normalize(surface[1:4, solid], dim=0)
        return normals, surface[4:7, solid].mean(1)

    with torch.no_grad():
        (up, colour), (up_flat, colour_flat) = seen(plain), seen(flat)
    assert up_flat[1].mean() > up[1].mean() + 0.1
    assert colour_flat == pytest.approx(colour, abs=0.05)


def test_parts_move_along():
    full = table()
    stretch = stretch_of(solidity(volume_of(full)), ("tall",))
    board = torch.from_numpy((full & (Y > 0.4)).astype(np.float32)).reshape(-1)
    edge = stretch.edge(N)
    moved = stretched_share(board, stretch, edge).view(edge, edge, edge).numpy() > 0.5
    height = (np.nonzero(moved)[1] + 0.5) / edge * 2 - 1
    assert stretch.forward((0, 0.45, 0))[1] - 0.05 < height.min()
    assert height.max() < stretch.forward((0, 0.58, 0))[1] + 0.05


@pytest.mark.parametrize(
    ("prompt", "shape", "unknown"),
    [
        ("a tall red chair", ("tall",), ()),
        ("a long, thin wooden table", ("long", "thin"), ()),
        ("a rabbit with long ears", (), ("long", "ears")),
        ("a long-haired cat", (), ("long", "haired")),
        ("a round table", (), ()),
        ("un perro alto", ("tall",), ()),
        ("一把高椅子", None, ()),
    ],
)
def test_shape_words_are_read(prior, prompt, shape, unknown):
    reading = prior.read(prompt)
    assert isinstance(reading.scene, Thing)
    assert shape is None or reading.scene.shape == shape
    assert tuple(u.word for u in reading.unknown) == unknown


def test_a_scene_stretches_each_its_own(prior):
    reading = prior.read("a tall dog beside a short chair")
    assert [part.shape for part in reading.scene.parts] == [("tall",), ("short",)]
    conditioning = prior.encode_text("a tall dog beside a short chair")
    assert sum("shape is changed" in note for note in conditioning.notes) == 2
    tall, usual = (
        prior.placements(prior.encode_text(prompt).cond.scene)[0].scale
        for prompt in ("a tall dog beside a crate", "a dog beside a crate")
    )
    assert tall != usual


def test_every_word_has_a_change():
    assert set(SHAPE_WORDS.values()) == set(SHAPES)
