"""Jobs that begin with somebody's mesh: painted anew by words, or learnt as a noun."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import QueueError
from bozzetto.jobs.store.progress import ProgressFn


def carry_out_mesh_task(kind: str, values: Mapping[str, Any], home: Path, folder: Path, progress: ProgressFn) -> None:
    """Carries out a job of the kind `texture` or `teach`.

    Args:
        kind: of the job.
        values: what it is asked for: `mesh`, a path inside the home folder; `prompt` or `name`; further ones by the
            names of `bozzetto.jobs.pipeline.texture.TextureOptions` and `bozzetto.jobs.teach.teach.NewNoun`.
        home: the home folder.
        folder: where files go; made if need be.
        progress: is called at each part.
    Raises:
        QueueError: the task cannot be read, or its mesh is gone.
        BozzettoError: it cannot be done.
    """
    given = dict(values)
    mesh = _inside(home, given.pop("mesh", None))
    try:
        if kind == "texture":
            from bozzetto.jobs.pipeline.texture import TextureOptions, texture_mesh

            prompt = str(given.pop("prompt"))
            texture_mesh(mesh, prompt, folder, TextureOptions(**given), progress=progress)
            return
        from bozzetto.jobs.teach.teach import NewNoun, Source, teach

        front, take_over = given.pop("front", "auto"), bool(given.pop("replace", False))
        source = Source(mesh, front=front, units=given.pop("units", None), up=given.pop("up", None))
        said: dict[str, Any] = {k: tuple(value) if isinstance(value, list) else value for k, value in given.items()}
        noun = NewNoun(**said)
        teach(source, noun, take_over=take_over, progress=progress)
    except (KeyError, TypeError) as error:
        raise QueueError(f"the task asks for what this version does not know: {error}") from error


def _inside(home: Path, stored: object) -> Path:
    """A path of a task, which must lie in the home folder.

    Raises:
        QueueError: it does not, or there is nothing.
    """
    path = (home / stored).resolve() if isinstance(stored, str) else None
    if path is None or not path.is_relative_to(home.resolve()) or not path.is_file():
        raise QueueError("the mesh of this job is gone; send it again")
    return path
