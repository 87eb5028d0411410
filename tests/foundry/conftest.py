"""Three objects of random buffers, for whatever learns from rendered views."""

import json
from dataclasses import asdict

import numpy as np
import pytest

from bozzetto.foundry.assets import Asset
from bozzetto.foundry.batches import ViewData
from bozzetto.foundry.views import CHANNELS, TRUTH_VIEWS, cameras_of
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.tint import COLOURS

NOUNS = ("box", "ball", "cone")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three "objects" of random buffers, the last of which may not be tinted."""
    path = tmp_path_factory.mktemp("foundry")
    generator = np.random.default_rng(0)
    views = 6 + TRUTH_VIEWS
    np.save(path / "views.npy", generator.integers(0, 256, (3, views, 64, 64, CHANNELS), dtype=np.uint8))
    np.save(path / "cameras.npy", np.stack([cameras_of(k, views, 0) for k in range(3)]))
    (path / "paint.json").write_text(json.dumps([{"colour": [0.8, 0.1, 0.1], "share": 0.9}] * 3))
    assets = [
        Asset(f"lib/{n}", n, (), "wooden" if n == "box" else None, n != "cone", "me", "CC0-1.0", "lib", 12, ())
        for n in NOUNS
    ]
    (path / "assets.json").write_text(json.dumps([asdict(a) for a in assets]))
    return path


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon((*NOUNS, *COLOURS, "wooden"), {"cube": "box"}, {}, frozenset(NOUNS))


@pytest.fixture(scope="module")
def data(folder, lexicon):
    return ViewData(folder, lexicon)
