"""Before all tests: Triton decides when it is first imported whether its interpreter runs the kernels, and signatures
are checked in modules that are imported after the hook."""

import os
from collections.abc import Iterator

import pytest
import torch

if not torch.cuda.is_available():
    os.environ.setdefault("TRITON_INTERPRET", "1")

from tests import shapes  # noqa: E402

shapes.install()


@pytest.fixture
def normal_use() -> Iterator[None]:
    """Signatures are not checked: what a wrong shape gives is what a user gets."""
    with shapes.unchecked():
        yield
