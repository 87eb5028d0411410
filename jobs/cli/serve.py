"""`bozzetto serve` and `bozzetto generate --server`: the service over HTTP, from both ends.

The room of the service is not known here: it is a process of its own, which reads the same command from its arguments.
"""

import contextlib
import dataclasses
import importlib.util
import signal
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import tyro

from bozzetto.jobs.config.errors import BozzettoError, ConfigError
from bozzetto.jobs.store.processes import module_command
from bozzetto.jobs.store.progress import Progress, ProgressFn

if TYPE_CHECKING:
    from bozzetto.client import Client, Job

NEEDED = ("pydantic", "starlette", "uvicorn")


@dataclass(frozen=True)
class Serve:
    """Serve the workbench over HTTP: jobs, events, files, for programs and for Blender."""

    host: str = "127.0.0.1"
    """Address to listen on; any but this machine's own needs --keys."""
    port: int = 8600
    """Port; 0 takes a free one."""
    workers: int = 1
    """Worker processes that are kept alive while jobs wait; 0 leaves that to others."""
    idle: float = 300.0
    """Seconds after which a worker without work ends."""
    ray: str = ""
    """Let a Ray cluster work instead of this machine: HOST:PORT, `auto` or `local`."""
    keys: Path | None = None
    """File of keys; without one only this machine is answered, and needs none."""
    prior: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A further image prior that requests may name; may be given several times."""
    name: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A name by which the server is reached; may be given several times."""
    cors: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """An origin, such as https://studio.example, whose pages may read answers; may be given several times."""
    callback_host: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A host, as NAME or NAME:PORT, that jobs may call back; may be given several times."""
    callback_network: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """A network that is not public, such as 10.0.0.0/8, that callbacks may go to all the same."""
    compat: Annotated[tuple[Literal["hunyuan"], ...], tyro.conf.UseAppendAction] = ()
    """Also speak the dialect of another server: /generate, /send and /status of local Hunyuan3D servers."""
    tls_cert: Path | None = None
    """Certificate for HTTPS, PEM."""
    tls_key: Path | None = None
    """Its key, PEM."""
    max_steps: int = 10_000
    """Most steps of a job."""
    max_connections: int = 1000
    """Most open connections."""
    new_key: str = ""
    """Make a key of this name in the file of --keys, print it and the secret of its callbacks, and end."""
    scopes: str = "read,write"
    """Of a new key, by commas: read, write (submit, stop, delete), admin (also the jobs of others)."""
    running: int = 2
    """Jobs of a new key that are at work at once; 0 is any number."""
    queued: int = 50
    """Jobs of a new key that may wait; 0 is any number."""
    per_hour: int = 100
    """Jobs that a new key may ask for within an hour; 0 is any number."""
    expires: str = ""
    """Of a new key, a date such as 2027-01-31."""
    list_keys: bool = False
    """List the keys in the file of --keys, and end."""
    revoke_key: str = ""
    """Refuse a key from now on, and end; a server that runs need not be started again."""
    debug: bool = False
    """Show the traceback of an error."""


def run_serve(command: Serve) -> int:
    """Runs the service as a process of its own; its exit code.

    Raises:
        BozzettoError: a package is missing.
    """
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise BozzettoError(f"the service needs {', '.join(missing)}; install it with: pip install 'bozzetto[serve]'")
    with subprocess.Popen(module_command("bozzetto.service", *to_arguments(command))) as process:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                # The terminal has interrupted the service too; it ends by itself.
                continue


def to_arguments(command: Any) -> list[str]:
    """A command of flags alone as its arguments; what has its default is left out."""
    arguments = []
    for field in dataclasses.fields(command):
        value, flag = getattr(command, field.name), f"--{field.name.replace('_', '-')}"
        if value == field.default:
            continue
        if isinstance(value, bool):
            arguments.append(flag)
        elif isinstance(value, tuple):
            arguments += [f"{flag}={item}" for item in value]
        else:
            arguments.append(f"{flag}={value}")
    return arguments


def parse_serve(arguments: Sequence[str] | None = None) -> Serve:
    """The command that arguments say; by default those of the process."""
    return tyro.cli(
        Serve, prog="bozzetto serve", args=arguments, config=(tyro.conf.FlagCreatePairsOff,), description=Serve.__doc__
    )


def generate_on_server(url: str, request: dict[str, Any], out: Path | None, progress: ProgressFn) -> Path:
    """Makes a model on a server and fetches its files.

    Args:
        url: of the server.
        request: fields of its `/v1/generations`.
        out: folder for the files, new or empty; by default one of the run's name in the working folder.
        progress: is called whenever the job has come further.
    Returns:
        The folder.
    Raises:
        BozzettoError: the server refuses or is away, the job failed, or the files cannot be written.
    """
    from bozzetto.client import Client

    if out is not None and out.is_dir() and any(out.iterdir()):
        raise ConfigError(f"{out} is not empty; give a folder that is new or empty")
    with server_errors():
        client = Client(url)
        job = client.generate(**request)
        progress(Progress("training", 0, job.steps, message=f"job {job.id} on {client.url}"))
        try:
            job = _waited(client, job, progress)
        except KeyboardInterrupt:
            # Whoever stops waiting does not want it any more; a run that goes on is asked for by the queue's commands.
            client.cancel(job)
            raise
        if job.state != "succeeded":
            raise BozzettoError(job.error or f"job {job.id} was {job.state} on the server")
        folder = out or Path(str(job.data.get("run") or f"job-{job.id}"))
        client.download(job, folder)
    return folder


def _waited(client: "Client", job: "Job", progress: ProgressFn) -> "Job":
    """The job as it ended."""

    def show(one: "Job") -> None:
        if one.state == "running":
            done = one.step if one.stage != "export" else one.steps
            progress(Progress(one.stage or "training", done, one.steps, seconds_left=one.seconds_left))

    return client.wait(job, show)


@contextlib.contextmanager
def server_errors() -> Iterator[None]:
    """What a client raises, as errors of this package."""
    from bozzetto.client import ServerError

    try:
        yield
    except ServerError as error:
        fields = "".join(f"; {name}: {message}" for name, message in error.errors.items() if message not in str(error))
        raise BozzettoError(f"{error}{fields}") from error
    except OSError as error:
        raise BozzettoError(f"cannot write the files: {error.strerror or error}") from error
    except ValueError as error:
        raise ConfigError(f"--server: {error}") from error
