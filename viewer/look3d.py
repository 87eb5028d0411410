"""The 3D view as a Streamlit component, with its files served from the package.

Meshes travel through the page's own socket, so no address anywhere names a file of the store.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.components.v1 import declare_component

STATIC = Path(__file__).parent / "static"
MAX_BYTES = 150_000_000


@dataclass(frozen=True)
class Shown:
    """One mesh of the 3D view."""

    key: str
    """What it is and of when: the mesh is loaded again only when this changes."""
    label: str
    """Shown above it, as text."""
    note: str
    """Shown below the label, smaller."""
    glb: bytes
    """The file."""


def look(models: Sequence[Shown], key: str, height: int = 560) -> None:
    """Shows one to four meshes under one camera.

    Args:
        models: the meshes.
        key: of the component on the page.
        height: in pixels; less on narrow screens.
    """
    about = [{"key": model.key, "label": model.label, "note": model.note} for model in models]
    files: dict[str, Any] = {f"glb{n}": model.glb for n, model in enumerate(models)}
    # Declared at each use: Streamlit registers a component only while a page is being drawn.
    component = declare_component("look", path=str(STATIC))
    component(models=about, height=height, key=key, default=None, **files)
