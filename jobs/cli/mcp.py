"""`bozzetto mcp`: a server of the Model Context Protocol on standard input and output, so that an assistant can make a
model. It works on this machine's queue, or on a server's (`--server`)."""

import importlib.util
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from bozzetto import __version__
from bozzetto.jobs.config.errors import BozzettoError

MAX_WORDS = 200
INSTRUCTIONS = (
    "bozzetto makes textured 3D meshes from prompts. The embedded prior knows a closed vocabulary: read_prompt says "
    "how a prompt is read before work is put into it, list_words what words there are. generate returns at once with a "
    "job; job_status tells how far it is, and where its files are once it has succeeded. A draft takes half a minute "
    "on two cores, a standard run a minute or two."
)


@dataclass(frozen=True)
class Mcp:
    """Serve the Model Context Protocol on standard input and output, for assistants."""

    server: str = ""
    """Work on a server (`bozzetto serve`) instead of this machine; its key is taken from $BOZZETTO_KEY."""
    folder: Path = Path("bozzetto-models")
    """Where files from a server go."""
    debug: bool = False
    """Show the traceback of an error."""


class Workbench(Protocol):
    """What the tools work on."""

    def generate(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Asks for a model; the job."""

    def export(self, job: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Asks for further files of one; the job."""

    def status(self, job: str) -> dict[str, Any]:
        """A job."""

    def cancel(self, job: str) -> dict[str, Any]:
        """Stops a job; the job."""

    def read(self, prompt: str) -> dict[str, Any]:
        """How a prompt is read."""

    def words(self, prefix: str) -> list[str]:
        """Known words."""


def run_mcp(command: Mcp) -> int:
    """Serves until the other side goes; the exit code.

    Raises:
        BozzettoError: the extra is missing.
    """
    if importlib.util.find_spec("mcp") is None:
        raise BozzettoError("the protocol needs its SDK; install it with: pip install 'bozzetto[mcp]'")
    make_server(RemoteWorkbench(command.server, command.folder) if command.server else LocalWorkbench()).run("stdio")
    return 0


def make_server(workbench: Workbench) -> Any:
    """The MCP server with its tools.

    Args:
        workbench: what they work on.
    """
    from mcp.server.mcpserver import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError

    server = MCPServer("bozzetto", version=__version__, instructions=INSTRUCTIONS)

    def told(function: Any, *arguments: Any) -> Any:
        try:
            return function(*arguments)
        except BozzettoError as error:
            # What a person would be told, for the assistant to act on.
            raise ToolError(str(error)) from error

    @server.tool()
    def generate(
        prompt: str,
        preset: str = "draft",
        seed: int = 0,
        negative: str = "",
        formats: list[str] | None = None,
    ) -> dict[str, Any]:
        """Begin a textured 3D mesh from a prompt. Returns a job at once; ask job_status for its progress and files.

        Args:
            prompt: what to make, such as "a red teddy bear".
            preset: draft, standard or fine.
            seed: another one gives another model.
            negative: what to stay away from.
            formats: further formats beside glb and obj, of ply, stl, 3mf, usd, usda, usdz.
        """
        request = {"prompt": prompt, "preset": preset, "seed": seed, "negative": negative, "formats": formats}
        result: dict[str, Any] = told(workbench.generate, request)
        return result

    @server.tool()
    def job_status(job: str, wait_seconds: float = 0.0) -> dict[str, Any]:
        """Say how far a job is, and where its files are once it has succeeded.

        Args:
            job: its number.
            wait_seconds: come back when it has ended, or after so long, at most 60.
        """
        until = time.monotonic() + min(max(wait_seconds, 0.0), 60.0)
        while True:
            result: dict[str, Any] = told(workbench.status, job)
            if result["state"] in ("succeeded", "failed", "cancelled") or time.monotonic() >= until:
                return result
            time.sleep(0.5)

    @server.tool()
    def export(
        job: str, formats: list[str] | None = None, target: str = "", size: float | None = None
    ) -> dict[str, Any]:
        """Begin further files of a model that is made. Returns a job.

        Args:
            job: number of the job that made it.
            formats: of glb, obj, ply, stl, 3mf, usd, usda, usdz.
            target: unity, unreal, blender, ar, print or film: units, axes, maps and formats as they expect them.
            size: longest side in metres.
        """
        result: dict[str, Any] = told(workbench.export, job, {"formats": formats, "target": target, "size": size})
        return result

    @server.tool()
    def cancel(job: str) -> dict[str, Any]:
        """Stop a job for good.

        Args:
            job: its number.
        """
        result: dict[str, Any] = told(workbench.cancel, job)
        return result

    @server.tool()
    def read_prompt(prompt: str) -> dict[str, Any]:
        """Say how a prompt is read: whether something can be made of it, and which words are not known.

        Args:
            prompt: the prompt.
        """
        result: dict[str, Any] = told(workbench.read, prompt)
        return result

    @server.tool()
    def list_words(prefix: str = "") -> list[str]:
        """List words that the embedded prior knows: objects, colours, materials.

        Args:
            prefix: only those that begin so.
        """
        result: list[str] = told(workbench.words, prefix)[:MAX_WORDS]
        return result

    return server


class LocalWorkbench:
    """This machine's queue, and a worker that is started where none is alive."""

    def __init__(self) -> None:
        self._prior: Any = None

    def generate(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """See Workbench."""
        from bozzetto.jobs.config.run_config import make_config
        from bozzetto.jobs.pipeline.generate import prepare
        from bozzetto.jobs.queue.jobs import Queue
        from bozzetto.jobs.queue.schema import Task
        from bozzetto.jobs.queue.worker import start_worker

        config = make_config(
            request["prompt"], request["preset"], seed=request["seed"], negative=request["negative"] or None
        )
        # Before it is queued: what no worker could do should be said now.
        prepare(config, self._embedded())
        formats = _formats(request.get("formats"))
        with Queue() as queue:
            job = queue.add_task(Task(config, options={"formats": formats} if formats else None))
            start_worker(queue)
        return self.status(str(job.id))

    def export(self, job: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """See Workbench."""
        from bozzetto.jobs.config.errors import QueueError
        from bozzetto.jobs.queue.jobs import Queue
        from bozzetto.jobs.queue.schema import Task
        from bozzetto.jobs.queue.worker import start_worker
        from bozzetto.jobs.store.runs import Run

        options = {"formats": _formats(request.get("formats")), "preset": request.get("target") or ""}
        if request.get("size") is not None:
            options["size"] = request["size"]
        with Queue() as queue:
            made = queue.get(_number(job))
            if made.status != "done" or made.run is None or made.kind != "generate":
                raise QueueError(f"job {job} is {made.status}; only a model that is made can be exported")
            task = Task(Run(made.run).config, kind="export", options=options, run=made.run)
            added = queue.add_task(task)
            start_worker(queue)
        return self.status(str(added.id))

    def status(self, job: str) -> dict[str, Any]:
        """See Workbench."""
        from bozzetto.jobs.queue.jobs import Queue
        from bozzetto.jobs.queue.worker import export_folder, start_worker

        with Queue() as queue:
            one = queue.get(_number(job))
            place = queue.place(one)
            if one.status in ("queued", "running"):
                # One that was killed is started again.
                start_worker(queue)
        state = {"done": "succeeded", "damaged": "failed"}.get(one.status, one.status)
        files: list[str] = []
        if state == "succeeded" and one.run is not None:
            folders = [export_folder(one)] if one.kind == "export" else [one.run, export_folder(one)]
            hidden = ("config.json", "state.json", "origin.json")
            files = [
                str(path)
                for folder in folders
                for path in sorted(folder.glob("[!.]*.*"))
                if path.is_file() and path.name not in hidden and path.suffix != ".jsonl"
            ]
        return {
            "job": str(one.id),
            "state": state,
            "stage": one.stage,
            "step": one.step,
            "steps": one.total,
            "place": place,
            "seconds_left": one.seconds_left,
            "reason": one.reason,
            "files": files,
        }

    def cancel(self, job: str) -> dict[str, Any]:
        """See Workbench."""
        from bozzetto.jobs.queue.jobs import Queue

        with Queue() as queue:
            queue.cancel(_number(job))
        return self.status(job)

    def read(self, prompt: str) -> dict[str, Any]:
        """See Workbench."""
        from bozzetto.jobs.config.errors import ConfigError, PromptError
        from bozzetto.jobs.config.prompts import check_prompt
        from bozzetto.jobs.train.priors import read_prompt

        try:
            reading: Any = read_prompt(self._embedded(), check_prompt(prompt), "")
        except (PromptError, ConfigError) as error:
            return {"usable": False, "problem": str(error)}
        return {
            "usable": True,
            "unknown": {word.word: list(word.nearest) for word in reading.unknown},
            "read_as": dict(reading.assumed),
            "notes": list(reading.notes),
        }

    def words(self, prefix: str) -> list[str]:
        """See Workbench."""
        lexicon = self._embedded().lexicon
        return sorted(word for word in lexicon.words if word.startswith(prefix.lower()))

    def _embedded(self) -> Any:
        from bozzetto.jobs.train.priors import load_prior

        if self._prior is None:
            self._prior = load_prior("embedded")
        return self._prior


class RemoteWorkbench:
    """A server; files are fetched once a job has succeeded.

    Args:
        url: of the server.
        folder: where files go, each job's into one of its own.
    """

    def __init__(self, url: str, folder: Path) -> None:
        from bozzetto.client import Client
        from bozzetto.jobs.cli.serve import server_errors

        with server_errors():
            self._client = Client(url, patience=20.0)
        self._folder = folder

    def generate(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """See Workbench."""
        return self._told(lambda: self._client.generate(**request))

    def export(self, job: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """See Workbench."""
        return self._told(lambda: self._client.export(job, **{k: v or None for k, v in request.items()}))

    def status(self, job: str) -> dict[str, Any]:
        """See Workbench."""
        return self._told(lambda: self._client.job(job))

    def cancel(self, job: str) -> dict[str, Any]:
        """See Workbench."""
        return self._told(lambda: self._client.cancel(job))

    def read(self, prompt: str) -> dict[str, Any]:
        """See Workbench."""
        from bozzetto.jobs.cli.serve import server_errors

        with server_errors():
            return dict(self._client.read(prompt))

    def words(self, prefix: str) -> list[str]:
        """See Workbench."""
        from bozzetto.jobs.cli.serve import server_errors

        with server_errors():
            known = self._client.words(prefix)
        return sorted([*(word["name"] for word in known["objects"]), *known["adjectives"]])

    def _told(self, ask: Any) -> dict[str, Any]:
        from bozzetto.jobs.cli.serve import server_errors

        with server_errors():
            job = ask()
            folder = self._folder / f"job-{job.id}"
            files: list[str] = []
            if job.state == "succeeded":
                missing = [name for name in job.files if not (folder / name).is_file()]
                self._client.download(job, folder, missing)
                files = [str((folder / name).absolute()) for name in job.files]
        return {
            "job": job.id,
            "state": job.state,
            "stage": job.stage,
            "step": job.step,
            "steps": job.steps,
            "place": job.place,
            "seconds_left": job.seconds_left,
            "reason": job.error or job.data.get("note", ""),
            "files": files,
        }


def _formats(given: Any) -> list[str]:
    """Formats as a list of known ones.

    Raises:
        ConfigError: one is not known.
    """
    from bozzetto.export.files.axes_units import FORMATS
    from bozzetto.jobs.config.errors import ConfigError

    names = [str(name).lower() for name in given or ()]
    unknown = [name for name in names if name not in FORMATS]
    if unknown:
        raise ConfigError(f"unknown format {unknown[0]!r:.40}; known are {', '.join(FORMATS)}")
    return names


def _number(job: str) -> int:
    """A job's number.

    Raises:
        QueueError: it is none.
    """
    from bozzetto.jobs.config.errors import QueueError

    if not str(job).isdecimal() or len(str(job)) > 18:
        raise QueueError(f"a job is named by its number, such as 12; got {job!r:.40}")
    return int(job)
