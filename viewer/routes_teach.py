"""Routes of teaching from a file that was opened: a mesh, or one picture whose object is cut out.

As `bozzetto teach` does it, in a process of its own; the page asks how it stands until it has ended.
"""

from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bozzetto.viewer.http_json import RequestError, Values, get, post, text
from bozzetto.viewer.routes_files import OPENED, opened_folder, opened_source
from bozzetto.viewer.store import StoreError
from bozzetto.viewer.workbench import Workbench

FRONTS = ("auto", "+z", "-z", "+x", "-x")
SHOWS = ("auto", "front", "both", "round", "round front", "profile left", "profile right", "top")
CUTOUT = "cutout.png"


def routes(workbench: Workbench, root: str) -> list[Route]:
    """The routes below a path."""
    path = f"{root}/opened/{{key}}/teach"
    return [
        post(path, lambda request, values: start(workbench, request, values)),
        get(path, lambda request, _: status(workbench, request)),
        get(f"{path}/cutout", lambda request, _: cutout(workbench, request)),
    ]


def start(workbench: Workbench, request: Request, values: Values) -> dict[str, Any]:
    """Starts teaching a noun: its `name`, other names `also`, `author`, `licence`, `size` in metres; of a mesh its
    `front`, of a picture what it `shows`; `replace` takes over names that mean something already.
    """
    folder = opened_folder(workbench, request).absolute()
    source = opened_source(folder)
    name = text(values, "name", most=200).strip()
    if not name:
        raise RequestError("expected a name")
    arguments = ["teach", "--quiet", f"--name={name}"]
    for key in ("also", "author", "licence", "size"):
        if value := text(values, key, most=500).strip():
            arguments.append(f"--{key}={value}")
    if values.get("replace") is True:
        arguments.append("--replace")
    key, offered = ("front", FRONTS) if source.suffix in OPENED else ("shows", SHOWS)
    chosen = text(values, key, "auto")
    if chosen not in offered:
        raise RequestError(f"{key}: expected one of {', '.join(offered)}, got {chosen!r:.40}")
    arguments.append(f"--{key}={chosen}")
    if key == "shows":
        (folder / CUTOUT).unlink(missing_ok=True)
        arguments.append(f"--cutout={folder / CUTOUT}")
    # Behind the dashes nothing is taken for an option.
    workbench.commands.start((folder, "teach"), [*arguments, "--", str(source)])
    return status(workbench, request)


def status(workbench: Workbench, request: Request) -> dict[str, Any]:
    """How it stands; once a noun is taught, prompts know it."""
    folder = opened_folder(workbench, request).absolute()
    found = workbench.commands.status((folder, "teach"))
    done = bool(found.output) and not found.running and not found.problem
    if done:
        workbench.forget_prior(found.output)
    return {
        "running": found.running,
        "seconds": round(found.seconds, 1),
        "problem": found.problem,
        "done": done,
        "cutout": (folder / CUTOUT).is_file(),
    }


def cutout(workbench: Workbench, request: Request) -> Response:
    """What was taken for the object in a picture, with alpha."""
    path = opened_folder(workbench, request) / CUTOUT
    if not path.is_file():
        raise StoreError("nothing was cut out yet")
    return FileResponse(path, media_type="image/png", headers={"Cache-Control": "no-store"})
