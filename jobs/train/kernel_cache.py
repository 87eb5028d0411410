"""Whether the compiled kernels are there from an earlier run."""

import importlib.util
import os
from pathlib import Path

MODULES = ("activation", "encoding", "fused", "marching", "compositing", "unet_kernels", "volume_kernels")


def kernels_compiled() -> bool:
    """Whether the code of every module of kernels is cached, so that nothing needs compiling now."""
    folders = cache_folders()
    return all(any(True for folder in folders for _ in folder.rglob(f"{name}.*.nbi")) for name in MODULES)


def cache_folders() -> list[Path]:
    """Where numba may keep that code, the likeliest place first."""
    chosen = os.environ.get("NUMBA_CACHE_DIR")
    if chosen:
        return [Path(chosen)]
    specs = (importlib.util.find_spec(name) for name in ("bozzetto.nerf.kernels", "bozzetto.sds"))
    places = [place for spec in specs if spec for place in spec.submodule_search_locations or []]
    # Numba falls back to a folder of the user's where it may not write beside the source.
    user = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "numba"
    return [*(Path(place) / "__pycache__" for place in places), user]
