"""`bozzetto serve`: addresses, keys and bounds from the command line, then uvicorn with the application."""

import contextlib
import logging
import socket
import sys
from collections.abc import Sequence
from dataclasses import replace

from bozzetto.jobs.cli.serve import Serve, parse_serve
from bozzetto.jobs.config.errors import BozzettoError, ConfigError
from bozzetto.jobs.store.runs import home
from bozzetto.service.guard import is_loopback
from bozzetto.service.keys import add_key, read_entries, revoke_key, secret_text, webhook_secret
from bozzetto.service.settings import Bounds, Settings, to_network

SWITCH_SECONDS = 0.0005
"""After which a thread of the server that computes lets another one go on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves until it is interrupted; or makes, lists or revokes a key.

    Args:
        arguments: by default those of the process.
    Returns:
        The exit code.
    """
    options = parse_serve(arguments)
    try:
        if options.new_key or options.revoke_key or options.list_keys:
            return _change_keys(options)
        settings = to_settings(options)
    except BozzettoError as error:
        print(f"bozzetto: {error}", file=sys.stderr)
        return 1
    return _serve(settings, options)


def to_settings(options: Serve) -> Settings:
    """The settings for a command line.

    Raises:
        ConfigError: something does not fit together.
    """
    if options.keys is None and not (is_loopback(options.host) or options.host == "localhost"):
        raise ConfigError(
            f"{options.host} can be reached from other machines, which needs keys: "
            "bozzetto serve --keys FILE --new-key NAME makes one"
        )
    if options.keys is not None:
        try:
            read_entries(options.keys)
        except FileNotFoundError:
            raise ConfigError(
                f"there is no file {options.keys}; make a key: bozzetto serve --keys {options.keys} --new-key NAME"
            ) from None
    if (options.tls_cert is None) != (options.tls_key is None):
        raise ConfigError("give --tls-cert and --tls-key together")
    if not 0 <= options.port <= 65535:
        raise ConfigError(f"--port must be between 0 and 65535, got {options.port}")
    if options.max_steps < 1 or options.max_connections < 1:
        raise ConfigError("--max-steps and --max-connections are at least 1")
    return Settings(
        folder=home(),
        keys=options.keys,
        workers=min(options.workers, 1) if options.ray else options.workers,
        ray=options.ray,
        idle_seconds=options.idle,
        priors=("embedded", *options.prior),
        cors=tuple(options.cors),
        hosts=tuple(options.name),
        callback_hosts=tuple(options.callback_host),
        callback_networks=tuple(to_network(text) for text in options.callback_network),
        compat=tuple(options.compat),
        bounds=replace(Bounds(), steps=options.max_steps, connections=options.max_connections),
    )


def _change_keys(options: Serve) -> int:
    if options.keys is None:
        raise ConfigError("say which file of keys: --keys FILE")
    if options.list_keys:
        for entry in read_entries(options.keys):
            limits = ", ".join(
                f"{name} {entry.get(name, '-')}" for name in ("running", "queued", "per_hour", "expires")
            )
            print(f"{str(entry.get('name')):20} {','.join(map(str, entry.get('scopes', [])))}  {limits}")
    elif options.revoke_key:
        revoke_key(options.keys, options.revoke_key)
        print(f"{options.revoke_key} is refused from now on")
    else:
        scopes = tuple(name.strip() for name in options.scopes.split(",") if name.strip())
        key = add_key(
            options.keys,
            options.new_key,
            scopes,
            running=options.running,
            queued=options.queued,
            per_hour=options.per_hour,
            expires=options.expires,
        )
        print(f"key              {key}\ncallback secret  {secret_text(webhook_secret(home(), options.new_key))}")
        print("The key is shown this once.", file=sys.stderr)
    return 0


def _serve(settings: Settings, options: Serve) -> int:
    import uvicorn

    from bozzetto.service.application import create_app
    from bozzetto.service.protocol import protocol_class

    # Requests are checked by a thread that computes: answers shall not wait 5 ms for their turn, again and again.
    sys.setswitchinterval(SWITCH_SECONDS)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    config = uvicorn.Config(
        create_app(settings),
        host=options.host,
        port=options.port,
        http=protocol_class(settings.bounds),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        # What a proxy says of its clients is not believed: a server without keys goes by addresses.
        proxy_headers=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=settings.bounds.header_bytes + 4096,
        backlog=1024,
        ssl_certfile=options.tls_cert,
        ssl_keyfile=options.tls_key,
    )
    try:
        sock = _listen(options.host, options.port)
    except OSError as error:
        where = f"{options.host}:{options.port}"
        print(f"bozzetto: cannot listen on {where}: {error.strerror or error}; choose another --port", file=sys.stderr)
        return 1
    scheme = "https" if options.tls_cert else "http"
    host, port = sock.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(f"bozzetto: serving at {scheme}://{shown}:{port}/ (docs at /docs; Ctrl-C ends it; jobs go on)", flush=True)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[sock])
    except OSError as error:
        # Files of TLS that cannot be read, mostly.
        print(f"bozzetto: cannot serve: {error}", file=sys.stderr)
        return 1
    finally:
        sock.close()
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket, so that the port is known before the server says so."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    sock = socket.socket(family, kind, protocol)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen(1024)
    except BaseException:
        sock.close()
        raise
    return sock
