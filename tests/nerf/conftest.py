"""Before the tests of nerf: Triton's kernels are made for its interpreter, whatever a test does to the environment."""

import contextlib

import pytest
import torch

with contextlib.suppress(ImportError):
    import bozzetto.nerf.kernels.triton_compositing
    import bozzetto.nerf.kernels.triton_marching
    import bozzetto.nerf.kernels.triton_network  # noqa: F401


@pytest.fixture(autouse=True)
def _one_thread():
    """One thread, so that the tests are gentle on a shared machine; tests of threads set their own."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
