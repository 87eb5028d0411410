"""The workbench's own routes, beside Streamlit's on the same server and behind the same guard.

/_bozzetto/front/FILE    the front end and its fonts, from the package
/_bozzetto/api/...       JSON, pictures, meshes, files, and the events of /_bozzetto/api/events

What only reads is a GET, what changes something is a POST with a JSON body; an error is {"error": "a sentence"}.
"""

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bozzetto import __version__
from bozzetto.jobs.config.catalogue import DEFAULT, FOLDER, languages, nearest_language, read_texts
from bozzetto.viewer import (
    events,
    examples,
    routes_actions,
    routes_files,
    routes_prompt,
    routes_runs,
    routes_teach,
    swatches,
)
from bozzetto.viewer.http_json import Values, get, text
from bozzetto.viewer.shell import FRONT, STATIC
from bozzetto.viewer.store import StoreError
from bozzetto.viewer.workbench import Workbench

API = "/_bozzetto/api"
MEDIA_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
}


def routes(workbench: Workbench) -> list[Route]:
    """All of them."""
    return [
        get(f"{FRONT}/{{file}}", front_file),
        get(f"{API}/texts", lambda request, values: texts(values)),
        get(f"{API}/choices", lambda request, values: choices(workbench)),
        *events.routes(workbench, API),
        *routes_prompt.routes(workbench, API),
        *routes_runs.routes(workbench, API),
        *routes_files.routes(workbench, API),
        *routes_actions.routes(workbench, API),
        *routes_teach.routes(workbench, API),
        *swatches.routes(workbench, API),
        *examples.routes(API),
    ]


def front_file(request: Request, values: Values) -> Response:
    """A file of the front end."""
    name = request.path_params["file"]
    path = STATIC / name
    if path.parent != STATIC or path.suffix not in MEDIA_TYPES or not path.is_file():
        raise StoreError(f"there is no file {name!r:.80}")
    # Its address holds the version of its content, see shell.py.
    headers = {"Cache-Control": "private, max-age=31536000, immutable" if "v" in values else "no-cache"}
    return FileResponse(path, media_type=MEDIA_TYPES[path.suffix], headers=headers)


def texts(values: Values) -> dict[str, object]:
    """The front end's texts in the language that suits a locale."""
    language = nearest_language(text(values, "locale", most=40))
    # As they are written: what stands in braces is filled in where it is shown.
    found = read_texts(FOLDER / f"{DEFAULT}.txt") | read_texts(FOLDER / f"{language}.txt")
    return {"language": language, "texts": {key: value for key, value in found.items() if key.startswith("ui.")}}


def choices(workbench: Workbench) -> dict[str, object]:
    """What the page offers, which does not change while the server runs."""
    words = workbench.words
    return {
        "version": __version__,
        "presets": routes_prompt.PRESET_ROWS,
        "models": [
            {"name": info.name, "what": info.what, "available": info.available, "why": info.why_not}
            for info in workbench.priors
        ],
        "languages": languages(),
        "actions": routes_actions.ACTIONS,
        "objects": len(words.objects) if words is not None else 0,
        "adjectives": words.adjectives if words is not None else (),
        "maxVariations": routes_prompt.MAX_VARIATIONS,
        "export": routes_files.export_choices(),
        "examples": examples.examples(),
    }
