"""Six results that come with the package, for a store that is still empty; read only.

examples/examples.json    what each was made of
examples/NAME.glb         its mesh, with a texture of at most 512 texels a side
examples/NAME.webp        a turn of it, as `bozzetto.viewer.pictures.turn_strip` makes one
"""

import functools
import json
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bozzetto.viewer.http_json import get
from bozzetto.viewer.pictures import first_frame
from bozzetto.viewer.store import StoreError

FOLDER = Path(__file__).parent / "examples"
KEPT = {"Cache-Control": "private, max-age=86400"}


@functools.cache
def examples() -> tuple[dict[str, Any], ...]:
    """`name`, `prompt`, `preset`, `seed`, `seconds` that it took, `faces` and `bytes` of the GLB, of each."""
    found = json.loads((FOLDER / "examples.json").read_text(encoding="utf-8"))
    return tuple(row | {"bytes": (FOLDER / f"{row['name']}.glb").stat().st_size} for row in found)


def routes(root: str) -> list[Route]:
    """Their files, below a path; what they are is among the page's choices."""
    one = f"{root}/examples/{{name}}"
    return [
        get(f"{one}/mesh", lambda request, _: mesh(request)),
        get(f"{one}/turn", lambda request, _: turn(request)),
        get(f"{one}/thumb", lambda request, _: thumb(request)),
    ]


def mesh(request: Request) -> Response:
    """The GLB of an example."""
    name = _name(request)
    return FileResponse(FOLDER / f"{name}.glb", media_type="model/gltf-binary", filename=f"{name}.glb", headers=KEPT)


def turn(request: Request) -> Response:
    """A turn of an example, its frames beside each other."""
    return FileResponse(FOLDER / f"{_name(request)}.webp", media_type="image/webp", headers=KEPT)


def thumb(request: Request) -> Response:
    """The first frame of its turn."""
    return Response(_first(_name(request)), media_type="image/webp", headers=KEPT | {"X-Turn": "yes"})


@functools.cache
def _first(name: str) -> bytes:
    return first_frame((FOLDER / f"{name}.webp").read_bytes())


def _name(request: Request) -> str:
    name = str(request.path_params["name"])
    if name not in {row["name"] for row in examples()}:
        raise StoreError(f"there is no example {name!r:.80}")
    return name
