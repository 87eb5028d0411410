"""Routes of work on a result that is no job: new maps for its mesh by words, and a noun taught from it.

Each is a command of its own in a process of its own, as an export is; the page asks how it stands until it has ended.
"""

import importlib.util
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from bozzetto.viewer.http_json import RequestError, Values, get, post, text
from bozzetto.viewer.meshes import TEXTURED
from bozzetto.viewer.store import StoreError
from bozzetto.viewer.workbench import Workbench

KINDS = {"texture": "bozzetto.jobs.cli.texture", "teach": "bozzetto.jobs.cli.teach"}
"""Kinds of work, and the module that has the command."""


def offered() -> list[str]:
    """The kinds of work that this installation has."""
    return [kind for kind, module in KINDS.items() if importlib.util.find_spec(module) is not None]


def routes(workbench: Workbench, root: str) -> list[Route]:
    """The routes below a path."""
    path = f"{root}/runs/{{name}}/work/{{kind}}"
    return [
        post(path, lambda request, values: start(workbench, request, values)),
        get(path, lambda request, _: status(workbench, request)),
    ]


def start(workbench: Workbench, request: Request, values: Values) -> dict[str, Any]:
    """Starts the work with the words that the request holds."""
    folder, kind = _of(workbench, request)
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
    workbench.commands.start((folder, kind), arguments[kind])
    return status(workbench, request)


def status(workbench: Workbench, request: Request) -> dict[str, Any]:
    """How the work stands; once a noun is taught, prompts know it."""
    folder, kind = _of(workbench, request)
    found = workbench.commands.status((folder, kind))
    done = bool(found.output) and not found.running and not found.problem
    if kind == "teach" and done:
        workbench.forget_prior(found.output)
    return {"running": found.running, "seconds": round(found.seconds, 1), "problem": found.problem, "done": done}


def _of(workbench: Workbench, request: Request) -> tuple[Path, str]:
    kind = str(request.path_params["kind"])
    if kind not in offered():
        raise RequestError(f"expected one of {', '.join(offered()) or 'nothing'}, got {kind!r:.40}")
    return workbench.store.run(request.path_params["name"]).path.absolute(), kind
