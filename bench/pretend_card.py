"""A card that is not there: tensors that say cuda:0 and compute on the CPU, by the rules of a CUDA build of torch.

    with PretendCard() as card:  # torch.zeros(3, device="cuda"), x.to("cuda"), module.to("cuda") all work inside
        ...
    card.waits, card.copies, card.operations  # by line of this package

What a card refuses is refused (operands on two devices, `.numpy()`, an index on a card into a tensor of the CPU, a
generator of the other device, a Triton kernel while another card is current), with the line where it happens. What it
does slowly is counted: times that the host waits for it, copies to it, and operations, each of which is a kernel
launched or more. Triton's kernels run in its interpreter (TRITON_INTERPRET=1 before Triton is imported), on what is
inside. Trials of backends pass untried. Memory that nobody has written holds no numbers.

CUDA graphs are recorded operation by operation, and replayed into the tensors that the operations gave; inside a
recording the host may neither wait nor copy. A number that the host has put into a recorded operation stays.

It proves where tensors are and how often the host waits. It proves nothing of a kernel's results on a card, of memory
or of speed.

How: a wrapper subclass whose C++ device is `lazy` (autograd runs that on the caller's thread) and whose Python device
is cuda:0; a TorchFunctionMode turns `cuda` into `lazy` in arguments, a TorchDispatchMode catches what is made there.
"""

from __future__ import annotations

import collections
import contextlib
import functools
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import safetensors.torch
import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode, _disable_current_modes
from torch.utils._pytree import tree_flatten, tree_map

from bozzetto.bench.triton_interpreter import quickened
from bozzetto.nerf import backend

ROOMS = Path(__file__).resolve().parents[1]
OUTSIDE, INSIDE = torch.device("cuda", 0), torch.device("lazy", 0)
FREE_BYTES, ALL_BYTES = 130 << 30, 140 << 30
VIEWS = frozenset(
    (
        "view",
        "_unsafe_view",
        "as_strided",
        "slice",
        "select",
        "t",
        "transpose",
        "permute",
        "expand",
        "squeeze",
        "unsqueeze",
        "detach",
        "alias",
        "split",
        "split_with_sizes",
        "unbind",
        "diagonal",
        "_reshape_alias",
        "unfold",
        "lift_fresh",
        "view_as_real",
        "chunk",
        "reshape",
        "empty",
        "empty_like",
        "new_empty",
        "empty_strided",
        "new_empty_strided",
        "_local_scalar_dense",
    )
)
"""Operations that launch nothing."""
UNWRITTEN = frozenset(("empty", "empty_like", "new_empty", "empty_strided", "new_empty_strided"))
"""Operations whose result holds whatever was there."""
WAITING = frozenset(
    (
        "_local_scalar_dense",
        "nonzero",
        "masked_select",
        "equal",
        "unique_dim",
        "_unique2",
        "is_nonzero",
        "repeat_interleave",
    )
)
"""Operations whose result, or its size, the host waits for."""
CROSSING = frozenset(("_to_copy", "copy_", "to", "set_"))
"""Operations that take tensors of both devices."""
INDEXING = frozenset(("index", "index_put", "index_put_", "_index_put_impl_", "_unsafe_index"))


class MixedDevicesError(RuntimeError):
    """What a CUDA build of torch would refuse."""


class RecordingError(RuntimeError):
    """What cannot be recorded as a CUDA graph."""


class CardTensor(Tensor):
    """A tensor that says that it is on a card."""

    elem: Tensor

    @staticmethod
    def __new__(cls, elem: Tensor) -> CardTensor:
        out = Tensor._make_wrapper_subclass(
            cls, elem.size(), strides=elem.stride(), storage_offset=elem.storage_offset(), dtype=elem.dtype,
            layout=elem.layout, device=INSIDE, requires_grad=False,
        )  # fmt: skip
        out.elem = elem
        return out

    device = property(lambda self: _stack[-1].device if _stack else OUTSIDE)
    is_cuda = property(lambda self: True)
    is_cpu = property(lambda self: False)

    def numpy(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() first")

    __array__ = numpy

    def data_ptr(self) -> int:
        return self.elem.data_ptr()

    def tolist(self) -> Any:
        _active().waited("tolist")
        return self.elem.tolist()

    def __repr__(self) -> str:  # type: ignore[override]
        return f"CardTensor({self.elem})"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return format(self.item(), spec) if self.dim() == 0 else repr(self)

    @classmethod
    def __torch_dispatch__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:  # type: ignore[override]
        return _run(func, args, kwargs or {})


class PretendCard(TorchFunctionMode):
    """While inside, torch has a card; what was done with it is counted by line.

    Args:
        index: of the card. With 1, what is made on cuda:0, or while cuda:0 is current, is refused.
    """

    device: torch.device
    operations: collections.Counter[str]
    """Operations on the card that are no views."""
    waits: collections.Counter[str]
    """Times that the host waits for the card."""
    copies: collections.Counter[str]
    """Copies from the host to the card."""
    copied_bytes: int

    def __init__(self, index: int = 0) -> None:
        super().__init__()
        self.device = torch.device("cuda", index)
        self.current = 0
        """torch's current card."""
        self.recording: _Graph | None = None
        """The graph that takes the operations down."""
        self.replays = 0
        self.reset()

    def reset(self) -> None:
        """Counts from zero again."""
        self.operations, self.waits, self.copies = (collections.Counter() for _ in range(3))
        self.copied_bytes = 0

    def waited(self, why: str) -> None:
        """Counts that the host waits for the card."""
        if self.recording is not None:
            raise RecordingError(f"the host waits inside a recording ({why}), at {_line()}")
        self.waits[f"{_line()} {why}"] += 1

    def copied(self, tensor: Tensor, waiting: bool = True) -> None:
        """Counts a copy to the card, which the host waits for, and for all before it, unless it says otherwise."""
        if self.recording is not None:
            raise RecordingError(f"the host copies to the card inside a recording, at {_line()}")
        self.copies[_line()] += 1
        self.copied_bytes += tensor.numel() * tensor.element_size()
        if waiting:
            self.waits[f"{_line()} copy"] += 1

    def totals(self) -> dict[str, int]:
        """Operations, waits, copies and bytes copied since the last reset."""
        counters = {"operations": self.operations, "waits": self.waits, "copies": self.copies}
        return {name: sum(counter.values()) for name, counter in counters.items()} | {"copied_bytes": self.copied_bytes}

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = dict(kwargs or {})
        name = getattr(func, "__name__", "")
        if name == "__get__" and args and isinstance(args[0], CardTensor):
            # The property on the class, not the C++ one.
            which = getattr(getattr(func, "__self__", None), "__name__", "")
            if which in ("device", "is_cuda"):
                return self.device if which == "device" else True
        if name == "__set__" and isinstance(args[0], CardTensor) and isinstance(args[1], CardTensor):
            # Of `data`: what is inside changes too.
            func(*args)
            args[0].elem = args[1].elem
            return None
        if func is torch.device:
            return func(*args, **kwargs)
        if name == "data_ptr" and args and isinstance(args[0], CardTensor):
            return args[0].elem.data_ptr()
        if name == "cuda" and args:
            return torch.Tensor.to(args[0], INSIDE)
        if name == "to" and any(isinstance(a, CardTensor) for a in args[1:]):
            other = next(a for a in args[1:] if isinstance(a, CardTensor))
            return torch.Tensor.to(args[0], INSIDE, other.dtype, **kwargs)
        if name in ("tensor", "as_tensor", "asarray") and _on_card(kwargs.get("device")):
            _inward(kwargs["device"])
            made = args[0] if isinstance(args[0], CardTensor) else func(*args, **{**kwargs, "device": "cpu"})
            return torch.Tensor.to(made, INSIDE)
        if name == "new_tensor" and isinstance(args[0], CardTensor):
            kwargs.setdefault("dtype", args[0].dtype)
            return torch.Tensor.to(torch.tensor(*args[1:], **kwargs), INSIDE)
        args = tuple(_inward(a) for a in args)
        if "device" in kwargs:
            kwargs["device"] = _inward(kwargs["device"])
        return func(*args, **kwargs)

    def __enter__(self) -> PretendCard:
        self._exits = contextlib.ExitStack()
        enter = self._exits.enter_context
        for name, value in {
            "is_available": lambda: True,
            "mem_get_info": lambda *a: (FREE_BYTES, ALL_BYTES),
            "empty_cache": lambda: None,
            "device_count": lambda: self.device.index + 1,
            "get_device_name": lambda *a: "pretended card",
            "get_device_properties": lambda *a: SimpleNamespace(total_memory=ALL_BYTES, multi_processor_count=132),
            "get_device_capability": lambda *a: (9, 0),
            "get_arch_list": lambda: ["sm_90"],
            "synchronize": lambda *a: None,
            "max_memory_allocated": lambda *a: 0,
            "memory_allocated": lambda *a: 0,
            "reset_peak_memory_stats": lambda *a: None,
            "current_device": lambda: self.current,
            "device": self.made_current,
            "Stream": _Stream,
            "current_stream": lambda *a: _Stream(),
            "stream": lambda stream: contextlib.nullcontext(),
            "CUDAGraph": _Graph,
            "graph": self.recorded,
            "graph_pool_handle": lambda: (0, 0),
            "set_sync_debug_mode": lambda *a: None,
            "Event": _Clock,
        }.items():
            enter(mock.patch.object(torch.cuda, name, value))
        enter(mock.patch.object(torch.version, "cuda", "13.0"))
        enter(mock.patch.object(torch.backends.cuda, "is_built", lambda: True))
        save = safetensors.torch.save
        enter(mock.patch.object(safetensors.torch, "save", lambda tensors, *a: save(_downloaded(tensors), *a)))
        enter(mock.patch.object(backend, "trial", lambda name, device: None))
        enter(_triton_on_the_card())
        backend.obstacle.cache_clear()
        self._exits.callback(backend.obstacle.cache_clear)
        enter(_Factories())
        _stack.append(self)
        super().__enter__()
        return self

    @contextlib.contextmanager
    def made_current(self, device: Any) -> Iterator[None]:
        """In the place of torch.cuda.device."""
        before, given = self.current, torch.device("cuda", device) if isinstance(device, int) else torch.device(device)
        self.current = before if given.index is None else given.index
        try:
            yield
        finally:
            self.current = before

    @contextlib.contextmanager
    def recorded(
        self, graph: _Graph, pool: Any = None, stream: Any = None, capture_error_mode: str = "global"
    ) -> Iterator[None]:
        """In the place of torch.cuda.graph, whose own stream is of the first card."""
        if (0 if stream is None else stream.card) != self.current:
            raise RecordingError(f"a recording on cuda:{self.current} by a stream of another card, at {_line()}")
        if self.recording is not None:
            raise RecordingError("a recording inside a recording")
        self.recording = graph
        try:
            yield
        finally:
            self.recording = None

    def __exit__(self, *error: Any) -> None:
        super().__exit__(*error)
        _stack.pop()
        self._exits.close()


class _Clock:
    """In the place of an event of CUDA."""

    def __init__(self, enable_timing: bool = False) -> None:
        self.at = 0.0

    def record(self) -> None:
        self.at = time.perf_counter()

    def elapsed_time(self, other: _Clock) -> float:
        """Milliseconds."""
        return 1000 * (other.at - self.at)


class _Stream:
    """In the place of a stream of CUDA."""

    def __init__(self, device: Any = None) -> None:
        index = None if device is None else torch.device(device).index
        self.card = _active().current if index is None else index

    def wait_stream(self, other: _Stream) -> None:
        """Everything here is done in order."""


class _Graph:
    """In the place of a CUDA graph: the operations that were done while it was recorded."""

    def __init__(self) -> None:
        self.operations: list[Callable[[], None]] = []

    def replay(self) -> None:
        """Does them again, into the tensors that they gave."""
        card = _active()
        card.replays += 1
        card.operations[f"{_line()} replay"] += 1
        with torch._C.DisableTorchFunction(), _disable_current_modes():
            for operation in self.operations:
                operation()


def _replaying(func: Any, args: Any, kwargs: Any, out: Any) -> Callable[[], None]:
    """What does an operation again, and puts what it gives where it was."""
    before = [value for value in tree_flatten(out)[0] if isinstance(value, Tensor)]

    def again() -> None:
        given = [value for value in tree_flatten(func(*args, **kwargs))[0] if isinstance(value, Tensor)]
        for old, new in zip(before, given, strict=True):
            if func.overloadpacket.__name__ in UNWRITTEN:
                _spoil(old)
            elif old.untyped_storage().data_ptr() != new.untyped_storage().data_ptr():
                old.copy_(new)

    return again


def _spoil(tensor: Tensor) -> None:
    """Whatever lies in memory that nobody has written."""
    if tensor.is_floating_point():
        tensor.fill_(float("nan"))


_stack: list[PretendCard] = []


def _downloaded(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """As safetensors itself does it: what is on a card is copied to the host."""
    return {name: tensor.cpu() if isinstance(tensor, CardTensor) else tensor for name, tensor in tensors.items()}


def _active() -> PretendCard:
    return _stack[-1]


def _on_card(device: Any) -> bool:
    if device is None or isinstance(device, int):
        return False
    return torch.device(device).type in ("cuda", "lazy")


def _inward(value: Any) -> Any:
    """cuda as lazy, in arguments."""
    if isinstance(value, str) and (value == "cuda" or value.startswith("cuda:")):
        value = torch.device(value)
    if isinstance(value, torch.device) and value.type == "cuda":
        card = _active()
        if (card.current if value.index is None else value.index) != card.device.index:
            raise MixedDevicesError(f"something goes to {value}, and everything else is on {card.device}, at {_line()}")
        return INSIDE
    return value


def _line() -> str:
    """The innermost line of this package that is no part of the pretence."""
    frame: Any = sys._getframe(1)
    while frame is not None:
        if name := _name_of(frame.f_code.co_filename):
            return f"{name}:{frame.f_lineno}"
        frame = frame.f_back
    return "?"


@functools.cache
def _name_of(path: str) -> str:
    """A file of this package by its place in it; empty for others, and for this one."""
    real = os.path.realpath(path)
    ours = real.startswith(str(ROOMS)) and "site-packages" not in real and real != os.path.realpath(__file__)
    return os.path.relpath(real, ROOMS) if ours else ""


def _run(func: Any, args: Any, kwargs: Any) -> Any:
    """One operation, of which an operand is on the card or whose result shall be there."""
    name = func.overloadpacket.__name__
    cards: list[CardTensor] = []
    others: list[Tensor] = []
    generators: list[torch.Generator] = []

    def opened(value: Any) -> Any:
        """What is inside; a quarter of the time of torch's walk through nested arguments."""
        if isinstance(value, Tensor):
            if isinstance(value, CardTensor):
                cards.append(value)
                return value.elem
            others.append(value)
        elif isinstance(value, list | tuple):
            return type(value)(map(opened, value))
        elif isinstance(value, torch.Generator):
            generators.append(value)
        return value

    inner_args = opened(tuple(args))
    inner_kwargs = {key: opened(value) for key, value in kwargs.items()}
    card = _stack[-1] if _stack else PretendCard()
    made_on_card = _on_card(kwargs.get("device"))
    to_cpu = kwargs.get("device") is not None and not made_on_card
    if cards and others and name not in CROSSING:
        _check_mixed(func, name, args, others, card)
    if (cards or made_on_card) and generators:
        raise MixedDevicesError(f"{func}: expected a 'cuda' device type for generator but found 'cpu', at {_line()}")
    own = {id(a.elem): a for a in cards}
    if made_on_card:
        inner_kwargs = {**inner_kwargs, "device": torch.device("cpu")}
    if cards and _waits(name, args, to_cpu, others):
        card.waited(name)
    if (name == "_to_copy" and not cards and made_on_card) or (
        name == "copy_" and others and isinstance(args[0], CardTensor)
    ):
        asynchronous = kwargs.get("non_blocking") or (name == "copy_" and len(args) > 2 and args[2])
        card.copied(others[0], not asynchronous)
    out = func(*inner_args, **inner_kwargs)
    on_card = made_on_card or (bool(cards) and not to_cpu and name != "_local_scalar_dense")
    if name == "copy_":
        on_card = isinstance(args[0], CardTensor)
    if on_card and name in UNWRITTEN:
        _spoil(out)
    if on_card and card.recording is not None:
        card.recording.operations.append(_replaying(func, inner_args, inner_kwargs, out))
    if on_card and name not in VIEWS:
        card.operations[_line()] += 1
    if name == "copy_" and on_card:
        return args[0]

    def wrap(value: Any) -> Any:
        if not isinstance(value, Tensor) or isinstance(value, CardTensor) or not on_card:
            return value
        # An operation in place gives back the tensor that it was given.
        return own[id(value)] if id(value) in own else CardTensor(value)

    return wrap(out) if isinstance(out, Tensor) else tree_map(wrap, out)


def _waits(name: str, args: Any, to_cpu: bool, others: list[Tensor]) -> bool:
    """Whether the host waits for this operation."""
    if name in INDEXING:
        masks = [i for i in args[1] if isinstance(i, Tensor) and i.dtype in (torch.bool, torch.uint8)]
        return bool(masks)
    if name == "copy_":
        return bool(others) and not isinstance(args[0], CardTensor)
    return name in WAITING or (name == "_to_copy" and to_cpu)


def _check_mixed(func: Any, name: str, args: Any, others: list[Tensor], card: PretendCard) -> None:
    """Raises where operands are on two devices; a number on the CPU is no such operand."""
    if name in INDEXING:
        if not isinstance(args[0], CardTensor):
            raise MixedDevicesError(f"{func}: indices on the card into a tensor of the CPU, at {_line()}")
        values = [a for a in args[2:3] if isinstance(a, Tensor) and not isinstance(a, CardTensor) and a.dim() > 0]
        if values:
            raise MixedDevicesError(f"{func}: a CPU value into a CUDA tensor, at {_line()}")
        card.copied(others[0])  # the index goes up, each time
        return
    shapes = [tuple(other.shape) for other in others if other.dim() > 0]
    if shapes:
        raise MixedDevicesError(
            f"{func}: expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu "
            f"{shapes}, at {_line()}"
        )


def _holds_card(values: Any) -> bool:
    """Whether a tensor of a card is among values, or in lists among them."""
    return any(isinstance(v, CardTensor) or (isinstance(v, list | tuple) and _holds_card(v)) for v in values)


class _Factories(TorchDispatchMode):
    """Catches what is made on the card out of nothing, or out of a tensor of the CPU."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        name = func.overloadpacket.__name__
        if name == "is_pinned":
            return False
        if name in ("pin_memory", "_pin_memory"):
            if any(size > 1 and stride == 0 for size, stride in zip(args[0].size(), args[0].stride(), strict=True)):
                raise RuntimeError(f"unsupported operation: an expanded tensor is to be page-locked, at {_line()}")
            return args[0].clone()
        if _on_card(kwargs.get("device")) or _holds_card((*args, *kwargs.values())):
            return _run(func, args, kwargs)
        return func(*args, **kwargs)


@contextlib.contextmanager
def _triton_on_the_card() -> Iterator[None]:
    """Triton's interpreter on what is inside; that it is the interpreter is not said."""
    try:
        import triton
        from triton.runtime import interpreter
    except ImportError:
        yield
        return
    from bozzetto.nerf.kernels import triton_launch, triton_network

    if not triton.knobs.runtime.interpret:
        raise RuntimeError("set TRITON_INTERPRET=1 before Triton is imported: its kernels run in the interpreter")
    plain = interpreter.GridExecutor.__call__

    def launch(self: Any, *args: Any, **kwargs: Any) -> Any:
        devices = {a.device.type for a in args if isinstance(a, Tensor)}
        if len(devices) > 1:
            raise MixedDevicesError(f"a Triton kernel was given tensors on {sorted(devices)}, at {_line()}")
        opened = [a.elem if isinstance(a, CardTensor) else a for a in args]
        if _stack:
            card = _active()
            card.operations[_line()] += 1
            if card.current != card.device.index:
                raise MixedDevicesError(
                    f"a Triton kernel would be launched on cuda:{card.current}, and its tensors are on {card.device}, "
                    f"at {_line()}"
                )
            if card.recording is not None:
                card.recording.operations.append(lambda: plain(self, *opened, **kwargs))
        with torch._C.DisableTorchFunction(), _disable_current_modes():
            return plain(self, *opened, **kwargs)

    with contextlib.ExitStack() as stack:
        stack.enter_context(quickened())
        stack.enter_context(mock.patch.object(interpreter.GridExecutor, "__call__", launch))
        for module in (triton_launch, triton_network):
            stack.enter_context(mock.patch.object(module, "interpreted", lambda: False))
        stack.enter_context(mock.patch.object(backend, "_interpreted", lambda: False))
        yield
