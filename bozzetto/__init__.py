"""bozzetto: a prompt becomes a textured mesh.

import bozzetto
run = bozzetto.generate("a red chair")
bozzetto.export_mesh(run, "chair.glb")
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bozzetto.api import export_mesh, generate, load, presets, resume, runs, teach, texture
    from bozzetto.jobs.config.errors import BozzettoError, ConfigError, PromptError, RunInterrupted
    from bozzetto.jobs.config.run_config import RunConfig
    from bozzetto.jobs.store.progress import Progress
    from bozzetto.jobs.store.runs import Run

__version__ = "0.1.0"
__all__ = [
    "BozzettoError",
    "ConfigError",
    "Progress",
    "PromptError",
    "Run",
    "RunConfig",
    "RunInterrupted",
    "export_mesh",
    "generate",
    "load",
    "presets",
    "resume",
    "runs",
    "teach",
    "texture",
]

# Resolved on first use: the rooms import this package first, and none of them may load torch for a name of another.
_HOMES = {
    "bozzetto.api": ("export_mesh", "generate", "load", "presets", "resume", "runs", "teach", "texture"),
    "bozzetto.jobs.config.errors": ("BozzettoError", "ConfigError", "PromptError", "RunInterrupted"),
    "bozzetto.jobs.config.run_config": ("RunConfig",),
    "bozzetto.jobs.store.progress": ("Progress",),
    "bozzetto.jobs.store.runs": ("Run",),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
