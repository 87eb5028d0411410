"""The optional packages, imported when they are needed."""

from __future__ import annotations

import importlib
import os
from types import ModuleType

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
        package = importlib.import_module("diffusers")
        importlib.import_module("transformers")
    except ImportError as error:
        raise MissingPackageError(
            f"pretrained priors need the packages diffusers and transformers ({error}); install them with: {INSTALL}"
        ) from error
    package.utils.logging.disable_progress_bar()
    package.utils.logging.set_verbosity_error()
    transformers = importlib.import_module("transformers")
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    return package


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
