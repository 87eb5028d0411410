"""Triton decides when it is first imported whether its interpreter runs the kernels: so this comes before all tests."""

import os

import torch

if not torch.cuda.is_available():
    os.environ.setdefault("TRITON_INTERPRET", "1")
