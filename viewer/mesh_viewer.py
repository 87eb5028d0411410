"""The 3D viewer as a Streamlit component, with its files served from the package.

Meshes travel through the page's own socket, so no address anywhere names a file of the store.
"""

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.components.v1 import declare_component

STATIC = Path(__file__).parent / "static"
MAX_BYTES = 150_000_000


@dataclass(frozen=True)
class ViewerModel:
    """One mesh of the 3D viewer."""

    key: str
    """What it is and of when: the mesh is loaded again only when this changes."""
    label: str
    """Shown above it, as text."""
    note: str
    """Shown below the label, smaller."""
    glb: bytes
    """The file."""


def mesh_viewer(models: Sequence[ViewerModel], key: str, height: int = 560, report_camera: bool = False) -> object:
    """Shows one to four meshes under one camera.

    Args:
        models: the meshes.
        key: of the component on the page.
        height: in pixels; less on narrow screens.
        report_camera: whether it reports its camera whenever that has come to rest.
    Returns:
        The camera that it reported last, see `bozzetto.viewer.field_renderer.read_pose`; None before the first.
    """
    about = [{"key": model.key, "label": model.label, "note": model.note} for model in models]
    files: dict[str, Any] = {f"glb{n}": model.glb for n, model in enumerate(models)}
    # Declared at each use: Streamlit registers a component only while a page is being drawn.
    component = declare_component("mesh_viewer", path=str(STATIC))
    return component(models=about, height=height, report_camera=report_camera, key=key, default=None, **files)


def glb_bounds(path: Path) -> tuple[list[float], list[float]] | None:
    """The least and the greatest corner that a GLB declares for its positions; None when it cannot be read."""
    try:
        with open(path, "rb") as file:
            magic, _, _, length, kind = struct.unpack("<5I", file.read(20))
            if magic != 0x46546C67 or kind != 0x4E4F534A or length > MAX_BYTES:
                return None
            document = json.loads(file.read(length))
        bounds = [
            document["accessors"][primitive["attributes"]["POSITION"]]
            for mesh in document["meshes"]
            for primitive in mesh["primitives"]
        ]
        low = [min(float(bound["min"][axis]) for bound in bounds) for axis in range(3)]
        high = [max(float(bound["max"][axis]) for bound in bounds) for axis in range(3)]
    except (OSError, ValueError, KeyError, TypeError, IndexError, struct.error, RecursionError):
        return None
    return low, high
