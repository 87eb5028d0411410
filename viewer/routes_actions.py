"""Routes of actions on a result that are no jobs: new maps for its mesh by words, and a noun taught from it.

Each is a command of its own in a process of its own, as an export is; the page asks how it stands until it has ended.
"""

from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from bozzetto.viewer.http_json import RequestError, Values, get, post, text
from bozzetto.viewer.meshes import TEXTURED
from bozzetto.viewer.store import StoreError
from bozzetto.viewer.workbench import Workbench

ACTIONS = ("texture", "teach")
"""Each is the command of its name."""


def routes(workbench: Workbench, root: str) -> list[Route]:
    """The routes below a path."""
    path = f"{root}/runs/{{name}}/actions/{{kind}}"
    return [
        post(path, lambda request, values: start(workbench, request, values)),
        get(path, lambda request, _: status(workbench, request)),
    ]


def start(workbench: Workbench, request: Request, values: Values) -> dict[str, Any]:
    """Starts the action with the words that the request holds."""
    folder, action = _of(workbench, request)
    words = text(values, "words", most=500).strip()
    if not words:
        raise RequestError("expected words")
    if not (folder / "mesh.glb").is_file():
        raise StoreError(f"{folder.name} has no mesh")
    arguments = {
        # Behind the dashes nothing is taken for an option.
        "texture": ["texture", "--quiet", "--out", str(folder / TEXTURED), "--", str(folder / "mesh.glb"), words],
        "teach": ["teach", "--quiet", f"--name={words}", "--", str(folder)],
    }
    workbench.commands.start((folder, action), arguments[action])
    return status(workbench, request)


def status(workbench: Workbench, request: Request) -> dict[str, Any]:
    """How the action stands; once a noun is taught, prompts know it."""
    folder, action = _of(workbench, request)
    found = workbench.commands.status((folder, action))
    done = bool(found.output) and not found.running and not found.problem
    if action == "teach" and done:
        workbench.forget_prior(found.output)
    return {"running": found.running, "seconds": round(found.seconds, 1), "problem": found.problem, "done": done}


def _of(workbench: Workbench, request: Request) -> tuple[Path, str]:
    action = str(request.path_params["kind"])
    if action not in ACTIONS:
        raise RequestError(f"expected one of {', '.join(ACTIONS)}, got {action!r:.40}")
    return workbench.store.run(request.path_params["name"]).path.absolute(), action
