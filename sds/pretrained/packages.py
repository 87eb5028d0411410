"""The optional packages, imported when they are needed."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType, ModuleType

from bozzetto.sds.pretrained.errors import MissingPackageError

INSTALL = "pip install 'bozzetto[diffusers]'"


def diffusers() -> ModuleType:
    """The `diffusers` package, without its progress bars.

    Raises:
        MissingPackageError: it, or `transformers`, cannot be imported; the message has the install command.
    """
    # A tokenizer that has used threads warns about every later fork.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        with interrupts_held():
            package = importlib.import_module("diffusers")
            transformers = importlib.import_module("transformers")
            # Imported at the first look, and most of what there is to import.
            getattr(package, "UNet2DConditionModel", None)
            getattr(package, "AutoencoderKL", None)
            getattr(transformers, "CLIPTextModel", None)
    except ImportError as error:
        raise MissingPackageError(
            f"pretrained priors need the packages diffusers and transformers ({error}); install them with: {INSTALL}"
        ) from error
    package.utils.logging.disable_progress_bar()
    package.utils.logging.set_verbosity_error()
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    return package


@contextlib.contextmanager
def interrupts_held() -> Iterator[None]:
    """While inside, the first Ctrl-C waits for the end; the second one interrupts at once.

    The packages' own code swallows interrupts of its imports here and there, and what was half imported fails later,
    with an error that says nothing of it.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    came: list[FrameType | None] = []

    def handle(number: int, frame: FrameType | None) -> None:
        if came:
            raise KeyboardInterrupt
        came.append(frame)

    signal.signal(signal.SIGINT, handle)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        before(signal.SIGINT, came[0])


def hub() -> ModuleType:
    """The `huggingface_hub` package, which comes with `diffusers`.

    Raises:
        MissingPackageError: it cannot be imported.
    """
    try:
        return importlib.import_module("huggingface_hub")
    except ImportError as error:
        raise MissingPackageError(
            f"models from the hub need huggingface_hub ({error}); install it with: {INSTALL}"
        ) from error
