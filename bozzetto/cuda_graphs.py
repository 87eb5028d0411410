"""CUDA graphs: what a function of fixed shapes launches on a card, recorded once and replayed by one launch.

A recording holds addresses, not values: what it reads must stay where it is, and what the host decided while it was
recorded stays decided. So a recorded function looks at no value of a tensor, copies nothing from the host and draws no
numbers there. Not run on a card yet.
"""

from __future__ import annotations

import functools
import logging
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn
from torch.utils._pytree import tree_flatten, tree_unflatten

WARM_UPS = 3
"""Calls before a recording: kernels are compiled and libraries take their workspaces in them."""
RECORD_AT = 2
"""Call of the same shapes that is recorded: a recording takes longer than some calls."""
MOST_RECORDINGS = 4
"""Kept at once by one owner; each holds the memory of its call."""

Key = TypeVar("Key")
Kept = TypeVar("Kept")

log = logging.getLogger(__name__)


def warm_up(body: Callable[[], Any]) -> None:
    """Calls a function as often as a recording wants, on a stream of its own."""
    current, aside = torch.cuda.current_stream(), torch.cuda.Stream()
    aside.wait_stream(current)
    with torch.cuda.stream(aside):
        for _ in range(WARM_UPS):
            body()
    current.wait_stream(aside)


def record(body: Callable[[], Any], pool: Any = None) -> tuple[Any, Any]:
    """A graph of what a function launches, and what the function returned; `warm_up` comes first.

    Args:
        body: launches on the current stream alone.
        pool: memory of other graphs of which no two are ever under way at once; None is one of its own.
    """
    graph = torch.cuda.CUDAGraph()
    # Other threads may allocate meanwhile.
    with torch.cuda.graph(
        graph, pool=pool, stream=_stream_of(torch.cuda.current_device()), capture_error_mode="thread_local"
    ):
        result = body()
    return graph, result


@functools.cache
def _stream_of(card: int) -> Any:
    """The stream of all recordings on a card, since a backward pass runs on that of its forward pass; torch's own
    default is one for all cards, of that on which the first was made."""
    return torch.cuda.Stream(torch.device("cuda", card))


class Recordings(Generic[Key, Kept]):
    """The recordings of one owner by what they depend on: made at the second call alike, the oldest dropped.

    After a recording that failed there are no further ones, and the log says why.

    Args:
        what: is recorded, for the log.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._calls: Counter[Key] = Counter()
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self.failed = ""
        """Why nothing is recorded any more."""

    def get(self, key: Key, make: Callable[[], Kept]) -> Kept | None:
        """The recording for a key; None where the call is to be made as it was written."""
        if self.failed:
            return None
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._calls[key] += 1
        if self._calls[key] < RECORD_AT:
            return None
        while len(self._kept) >= MOST_RECORDINGS:
            self._kept.popitem(last=False)
        try:
            self._kept[key] = make()
        except RuntimeError as error:  # what CUDA, Triton and torch raise where something cannot be recorded
            self.failed = str(error).splitlines()[0] if str(error) else type(error).__name__
            self._kept.clear()
            log.warning("%s cannot be recorded as a CUDA graph and runs without one: %s", self._what, self.failed)
            return None
        return self._kept[key]

    def __len__(self) -> int:
        return len(self._kept)


class ReplayedModule:
    """A frozen network whose calls without a gradient are replayed.

    It takes the place that `torch.nn.Module.compile` fills, so that whoever adds hooks for a while, as
    `bozzetto.sds.low_rank` does, takes it off for as long. A call with a gradient, or with what is not on a card, is
    made as it was written.

    Args:
        network: its parameters stay where they are, or change their type.
    """

    def __init__(self, network: nn.Module) -> None:
        self._network = network
        self._recordings: Recordings[Any, tuple[Any, list[Tensor], list[Any], Any]] = Recordings(type(network).__name__)

    @staticmethod
    def install(network: nn.Module) -> ReplayedModule:
        """Lets a network's calls be replayed, in place."""
        replayed = ReplayedModule(network)
        network._compiled_call_impl = replayed
        return replayed

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        flat, spec = tree_flatten((args, kwargs))
        tensors = [value for value in flat if isinstance(value, Tensor)]
        first = next(self._network.parameters())
        plain: Callable[..., Any] = self._network._call_impl
        if torch.is_grad_enabled() or not tensors or any(t.device != first.device for t in (*tensors, first)):
            return plain(*args, **kwargs)
        if first.device.type != "cuda":
            return plain(*args, **kwargs)
        described = tuple(
            (tuple(value.shape), value.stride(), value.dtype) if isinstance(value, Tensor) else repr(value)
            for value in flat
        )
        # A network that is turned to another type has its parameters elsewhere.
        key = (str(spec), described, first.dtype, first.data_ptr())
        kept = self._recordings.get(key, lambda: self._record(flat, spec))
        if kept is None:
            return plain(*args, **kwargs)
        graph, inputs, outputs, outputs_spec = kept
        with torch.cuda.device(first.device):
            copy_all(inputs, tensors)
            graph.replay()
        return tree_unflatten([v.clone() if isinstance(v, Tensor) else v for v in outputs], outputs_spec)

    def _record(self, flat: list[Any], spec: Any) -> tuple[Any, list[Tensor], list[Any], Any]:
        """Graph, its inputs, outputs and how they were nested."""
        held = [value.clone() if isinstance(value, Tensor) else value for value in flat]
        args, kwargs = tree_unflatten(held, spec)
        inputs = [value for value in held if isinstance(value, Tensor)]
        with torch.cuda.device(inputs[0].device):
            warm_up(lambda: self._network._call_impl(*args, **kwargs))
            graph, result = record(lambda: self._network._call_impl(*args, **kwargs))
        outputs, outputs_spec = tree_flatten(result)
        if strange := [type(value).__name__ for value in outputs if not isinstance(value, Tensor | int | float | None)]:
            raise RuntimeError(f"its output holds {', '.join(strange)}, whose tensors the next replay would change")
        return graph, inputs, outputs, outputs_spec


def copy_all(into: Sequence[Tensor], given: Sequence[Tensor]) -> None:
    """Copies tensors into others of the same shapes and types."""
    for target, source in zip(into, given, strict=True):
        target.copy_(source)
