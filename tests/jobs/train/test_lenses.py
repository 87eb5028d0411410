"""Directions of distorted, fisheye and panoramic lenses against their forward models, written out anew here."""

import math

import numpy as np
import pytest
import torch

from bozzetto.jobs.train.lenses import MODELS, directions, misses


def across_of(points: np.ndarray, kind: str, k: dict[str, float]) -> np.ndarray:
    """Where points [N, 3] in OpenCV's axes (+Y down, +Z forward) appear, in focal lengths from the centre."""
    x, y = points[:, 0] / points[:, 2], points[:, 1] / points[:, 2]
    r2 = x**2 + y**2
    if kind == "perspective":
        up = 1 + k.get("k1", 0) * r2 + k.get("k2", 0) * r2**2 + k.get("k3", 0) * r2**3 + k.get("k4", 0) * r2**4
        down = 1 + k.get("d1", 0) * r2 + k.get("d2", 0) * r2**2 + k.get("d3", 0) * r2**3
        p1, p2 = k.get("p1", 0), k.get("p2", 0)
        return np.stack(
            [
                x * up / down + 2 * p1 * x * y + p2 * (r2 + 2 * x**2),
                y * up / down + p1 * (r2 + 2 * y**2) + 2 * p2 * x * y,
            ],
            axis=1,
        )
    theta = np.arctan2(np.hypot(points[:, 0], points[:, 1]), points[:, 2])
    bent = theta * (1 + sum(k.get(f"k{i}", 0) * theta ** (2 * i) for i in (1, 2, 3, 4)))
    around = np.arctan2(points[:, 1], points[:, 0])
    return np.stack([bent * np.cos(around), bent * np.sin(around)], axis=1)


def row_of(k: dict[str, float]) -> torch.Tensor:
    return torch.tensor([k.get(name, 0.0) for name in ("k1", "k2", "k3", "k4", "p1", "p2", "d1", "d2", "d3")])


@pytest.mark.parametrize(
    ("kind", "k"),
    [
        ("perspective", {}),
        ("perspective", {"k1": -0.28, "k2": 0.08, "p1": 1e-3, "p2": -2e-3}),
        ("perspective", {"k1": 0.1, "k2": 0.05, "k3": 0.02, "d1": 0.03, "d2": 0.01}),
        ("fisheye", {}),
        ("fisheye", {"k1": 0.05, "k2": -0.01, "k3": 0.002, "k4": -0.0004}),
    ],
)
def test_what_a_lens_projects_is_found_again(kind, k):
    rng = np.random.default_rng(0)
    angle = rng.uniform(0.001, 0.7 if kind == "perspective" else 1.5, 500)
    around = rng.uniform(0, 2 * math.pi, 500)
    points = np.stack([np.sin(angle) * np.cos(around), np.sin(angle) * np.sin(around), np.cos(angle)], axis=1)
    across = torch.from_numpy(across_of(points, kind, k))
    d = row_of(k).double().expand(500, 9)
    found = directions(kind, across, d).numpy()
    assert np.abs(found - points * [1, -1, -1]).max() < 1e-6
    assert float(misses(kind, across, d).max()) < 1e-6


def test_a_fold_is_seen():
    across = torch.tensor([[0.0, 0.0], [3.0, 0.0]]).double()
    missed = misses("perspective", across, row_of({"k1": -0.4}).double().expand(2, 9))
    assert float(missed[0]) < 1e-9 and float(missed[1]) > 0.5


def test_a_panorama_looks_all_round():
    quarter = math.pi / 2
    across = torch.tensor([[0.0, 0.0], [quarter, 0.0], [2 * quarter, 0.0], [0.0, -quarter], [0.0, quarter]])
    found = directions("equirectangular", across, torch.zeros(5, 9))
    wanted = torch.tensor([[0.0, 0, -1], [1, 0, 0], [0, 0, 1], [0, 1, 0], [0, -1, 0]])
    assert torch.allclose(found, wanted, atol=1e-6)


def test_every_model_by_name_has_a_projection():
    assert set(MODELS.values()) == {"perspective", "fisheye", "equirectangular"}
