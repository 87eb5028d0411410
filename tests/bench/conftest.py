"""One tiny foundry for all tests of the bench: it is rendered once, and no test changes what is in it."""

import pytest

from tests.bench import tiny_foundry


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Meshes, assets, lexicon and views of three primitives."""
    pytest.importorskip("embreex", reason="the optional packages of the foundry are not installed")
    return tiny_foundry.make_foundry(tmp_path_factory.mktemp("foundry") / "foundry")
