"""What a server may be told: addresses, keys, bounds, hosts of callbacks. One object, made by the command line or from
the environment."""

import ipaddress
import os
from dataclasses import dataclass, field
from pathlib import Path

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.store.runs import home

IDLE_SECONDS = 300.0
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True)
class Bounds:
    """What one request, connection or stream may take."""

    json_bytes: int = 64 << 10
    """Of a JSON body."""
    compat_bytes: int = 24 << 20
    """Of a JSON body in another server's dialect, which carries pictures and meshes as text."""
    upload_bytes: int = 64 << 20
    """Of an uploaded file."""
    header_bytes: int = 16 << 10
    """Of all headers together, the address included."""
    head_seconds: float = 10.0
    """In which the head of a request must have come."""
    body_seconds: float = 30.0
    """In which a JSON body must have come; a larger one has as long again for every 4 MiB."""
    send_seconds: float = 30.0
    """In which a reader must have begun to take what was sent."""
    connections: int = 1000
    """Open at the same time; of those beyond, the one that has been waiting longest for a request is closed."""
    streams: int = 512
    """Event streams, and answers that wait for a job, open at the same time."""
    streams_a_key: int = 256
    """The same of one key."""
    steps: int = 10_000
    """Optimisation steps of a job."""
    seeds: int = 64
    """Jobs of one request."""


@dataclass(frozen=True)
class Settings:
    """A server's."""

    folder: Path = field(default_factory=home)
    """The home folder: queue, runs."""
    keys: Path | None = None
    """File of keys; without one only this machine is answered, and needs none."""
    workers: int = 1
    """Worker processes that are kept alive while jobs wait; 0 leaves that to others."""
    idle_seconds: float = IDLE_SECONDS
    """After which a worker without work ends."""
    ray: str = ""
    """Address of a Ray cluster that one worker lets work, instead of this machine."""
    priors: tuple[str, ...] = ("embedded",)
    """Image priors that may be asked for."""
    cors: tuple[str, ...] = ()
    """Origins of pages that may read answers; none by default."""
    hosts: tuple[str, ...] = ()
    """Names by which the server is reached; with any, a request by another one is refused."""
    callback_hosts: tuple[str, ...] = ()
    """Hosts, as NAME or NAME:PORT, that a job may call back; none by default."""
    callback_networks: tuple[Network, ...] = ()
    """Networks that are not public, and that callbacks may go to all the same."""
    compat: tuple[str, ...] = ()
    """Dialects of other servers: `hunyuan`."""
    bounds: Bounds = Bounds()
    """See there."""

    def __post_init__(self) -> None:
        if not 0 <= self.workers <= 64:
            raise ConfigError(f"--workers must be between 0 and 64, got {self.workers}")
        unknown = sorted(set(self.compat) - {"hunyuan"})
        if unknown:
            raise ConfigError(f"unknown dialect {unknown[0]!r}; known is hunyuan")
        for origin in self.cors:
            if origin != "*" and not origin.startswith(("http://", "https://")):
                raise ConfigError(f"--cors takes an origin such as https://studio.example, got {origin!r}")


def from_environment() -> Settings:
    """For `bozzetto.service.app`: $BOZZETTO_HOME, $BOZZETTO_KEYS, $BOZZETTO_WORKERS, $BOZZETTO_PRIORS (by commas),
    $BOZZETTO_HOSTS (by commas), $BOZZETTO_COMPAT."""
    keys = os.environ.get("BOZZETTO_KEYS")
    try:
        workers = int(os.environ.get("BOZZETTO_WORKERS", "1"))
    except ValueError:
        raise ConfigError(f"BOZZETTO_WORKERS must be a number, got {os.environ['BOZZETTO_WORKERS']!r}") from None
    return Settings(
        keys=Path(keys) if keys else None,
        workers=workers,
        priors=tuple(os.environ.get("BOZZETTO_PRIORS", "embedded").split(",")),
        hosts=tuple(name for name in os.environ.get("BOZZETTO_HOSTS", "").split(",") if name),
        compat=tuple(name for name in os.environ.get("BOZZETTO_COMPAT", "").split(",") if name),
    )


def to_network(text: str) -> Network:
    """A network such as 10.0.0.0/8.

    Raises:
        ConfigError: it is none.
    """
    try:
        return ipaddress.ip_network(text)
    except ValueError as error:
        raise ConfigError(f"--callback-network takes a network such as 10.0.0.0/8, got {text!r} ({error})") from None
