"""Tensors as files of one model hold them: .safetensors, also in 8 bits with scales beside them, and GGUF.

What is stored in few bits is read as half precision; a GPU's memory so takes no less of it than of the model's other
files. GGUF (ggml-org/ggml, docs/gguf.md) is read by the package `gguf`.
"""

from __future__ import annotations

import contextlib
import importlib
import math
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor

from bozzetto.sds.pretrained.errors import DamagedWeightsError, MissingPackageError, UnsupportedModelError
from bozzetto.sds.pretrained.folder import read_header
from bozzetto.sds.pretrained.packages import INSTALL

Entries = dict[str, tuple[str, tuple[int, ...]]]
"""Name -> type and shape of a tensor."""
GGUF = ".gguf"
EIGHT_BITS = ("F8_E4M3", "F8_E5M2")
"""As safetensors names them."""
SCALES = (".scale_weight", ".weight_scale")
"""Ends of the names of scales beside weights in eight bits; of those the stem is the layer's name."""
BESIDE = (*SCALES, ".scale_input", ".input_scale", ".comfy_quant", "scaled_fp8")
"""Ends of all names that such files have beside the weights."""
PACKED = (".absmax", ".quant_map", ".weight_scale_2")
"""Ends of names beside weights of which several are in one byte: nf4, nvfp4."""
ORIGINAL_SHAPE = "comfy.gguf.orig_shape."
"""Beginning of the keys with the shapes of tensors that were reshaped to be stored in few bits."""


def read_entries(path: Path) -> Entries:
    """What is in a file, without what belongs to how it is stored.

    Raises:
        DamagedWeightsError: it is cut short, or of another kind.
        MissingPackageError: a GGUF file, and the package that reads it is not installed.
        UnsupportedModelError: it holds weights in a way that is not read.
    """
    if path.suffix.lower() == GGUF:
        with _gguf_errors(path):
            return {tensor.name: (tensor.tensor_type.name, _gguf_shape(file, tensor)) for file, tensor in _gguf(path)}
    entries = read_header(path)
    if any(name.endswith(PACKED) or ".quant_state." in name for name in entries):
        raise UnsupportedModelError(
            f"{path} holds several weights in a byte (nf4, nvfp4); get it in fp16, bf16, fp8 or as GGUF"
        )
    for name in entries:
        if name.endswith(SCALES):
            layer = name.rpartition(".")[0]
            kind = entries.get(f"{layer}.weight", ("no such tensor", ()))[0]
            if kind not in EIGHT_BITS:
                raise UnsupportedModelError(
                    f"{path}: {name} is the scale of a weight in 8-bit floats, and {layer}.weight is {kind}; get the "
                    "model in fp16, bf16, fp8 or as GGUF"
                )
    return {name: entry for name, entry in entries.items() if not name.endswith(BESIDE)}


def read_tensors(path: Path, start: str) -> dict[str, Tensor]:
    """The tensors whose names begin so; what is in few bits in half precision.

    Args:
        path: the file.
        start: beginning of their names.

    Raises:
        DamagedWeightsError, MissingPackageError, UnsupportedModelError: as `read_entries`.
    """
    if path.suffix.lower() == GGUF:
        with _gguf_errors(path):
            return {
                tensor.name: _dequantized(file, tensor) for file, tensor in _gguf(path) if tensor.name.startswith(start)
            }
    with safe_open(path, framework="pt") as file:
        names = list(file.keys())
        scales = {name.rpartition(".")[0]: name for name in names if name.endswith(SCALES)}
        found = {}
        for name in names:
            if name.startswith(start) and not name.endswith(BESIDE):
                layer, _, kind = name.rpartition(".")
                scale = file.get_tensor(scales[layer]) if kind == "weight" and layer in scales else None
                found[name] = _plain(file.get_tensor(name), scale)
        return found


def read_bytes(entries: Entries) -> int:
    """Bytes of tensors as `read_tensors` gives them."""
    return sum(math.prod(shape) * (4 if kind in ("F32", "F64", "I32") else 2) for kind, shape in entries.values())


def _plain(value: Tensor, scale: Tensor | None) -> Tensor:
    """Eight-bit floats in half precision, which every machine computes from; times their scale, one or one a row."""
    if not (value.is_floating_point() and value.element_size() == 1):
        return value.contiguous()
    if scale is None:
        return value.to(torch.float16).contiguous()
    factor = scale.float().reshape(-1, *[1] * (value.dim() - 1)) if scale.numel() > 1 else scale.float().reshape(())
    return (value.float() * factor).to(torch.float16).contiguous()


def _package() -> ModuleType:
    try:
        return importlib.import_module("gguf")
    except ImportError as error:
        raise MissingPackageError(f"GGUF files need the package gguf; install it with: {INSTALL}") from error


def _gguf(path: Path) -> Iterator[tuple[Any, Any]]:
    """The file's reader with each of its tensors; the data is only mapped."""
    file = _package().GGUFReader(path)
    for tensor in file.tensors:
        yield file, tensor


@contextlib.contextmanager
def _gguf_errors(path: Path) -> Iterator[None]:
    """What the package raises at a file that is cut short or of another kind."""
    try:
        yield
    except NotImplementedError as error:
        raise UnsupportedModelError(f"{path}: the package gguf does not unpack {error}; get Q8_0 or Q4_K") from error
    except (ValueError, IndexError, KeyError, TypeError, OverflowError, UnicodeDecodeError) as error:
        what = (str(error).splitlines() or [type(error).__name__])[0]
        raise DamagedWeightsError(f"{path} is cut short or no GGUF file ({what:.80}); download it again") from error


def _gguf_shape(file: Any, tensor: Any) -> tuple[int, ...]:
    """In rows first; the file has its sizes the other way round."""
    field = file.get_field(f"{ORIGINAL_SHAPE}{tensor.name}")
    if field is not None:
        return tuple(int(field.parts[k][0]) for k in field.data)
    return tuple(int(size) for size in reversed(tensor.shape))


def _dequantized(file: Any, tensor: Any) -> Tensor:
    values = torch.from_numpy(_package().quants.dequantize(tensor.data, tensor.tensor_type).copy())
    whole = values.reshape(_gguf_shape(file, tensor))
    return whole if tensor.tensor_type.name == "F32" else whole.to(torch.float16)
