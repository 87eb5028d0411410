import pytest
import torch


@pytest.fixture(autouse=True)
def _one_thread():
    """One thread, so that the tests are gentle on a shared machine; tests of threads set their own."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
