"""The server of the workbench: address, port and access, then Streamlit with viewer/app.py and our own routes."""

import argparse
import gc
import getpass
import logging
import os
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.store.runs import home
from bozzetto.viewer.auth import MIN_PASSWORD_LENGTH, Access, AccessGuard, hash_password, load_token
from bozzetto.viewer.shell import ShellPage

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from streamlit import App

    from bozzetto.viewer.workbench import Workbench

APP = Path(__file__).parent / "app.py"
FIRST_PORT, PORTS = 8501, 50
PASSWORD = "BOZZETTO_VIEW_PASSWORD"
LOOPBACK = "127.0.0.1"
TOKEN_FILE = "view-token"
"""In the home folder: the token of local workbenches."""


class ServeError(Exception):
    """The server cannot be started; the message says why and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves until it is interrupted.

    Args:
        arguments: `--port N`, `--no-browser`, `--share`; by default those of the process.
    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(prog="bozzetto view", description="Open the workbench in the browser.")
    parser.add_argument("--port", type=int, help=f"port; by default the first free one from {FIRST_PORT}")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    parser.add_argument("--share", action="store_true", help="listen on all addresses; asks for a password")
    parser.add_argument("--api", action="store_true", help="also serve the queue over HTTP, as `bozzetto serve` does")
    parser.add_argument("--keys", type=Path, help="file of keys for --api; without one only this machine is answered")
    options = parser.parse_args(arguments)
    try:
        address = "0.0.0.0" if options.share else LOOPBACK
        password_hash = hash_password(ask_password()) if options.share else ""
        port = choose_port(address, options.port)
    except ServeError as error:
        print(f"bozzetto: {error}", file=sys.stderr)
        return 1
    # The password is needed no more, and the processes that are started from here should not see it.
    os.environ.pop(PASSWORD, None)
    token = "" if options.share else load_token(home() / TOKEN_FILE)
    url = f"http://localhost:{port}/" + (f"?token={token}" if token else "")
    print(f"bozzetto: the workbench is at {url} (Ctrl-C ends it; jobs go on)", flush=True)
    if options.share:
        print(
            "bozzetto: it can be reached from other machines, by password and without encryption; on a network that "
            "you do not trust put an HTTPS proxy before it",
            file=sys.stderr,
            flush=True,
        )
    from bozzetto.viewer.workbench import Workbench

    api = None
    if options.api:
        from bozzetto.service.beside import begin_beside

        try:
            api = begin_beside(options.keys)
        except BozzettoError as error:
            print(f"bozzetto: {error}", file=sys.stderr)
            return 1
    workbench = Workbench()
    spare_the_collector()
    browser_url = "" if options.no_browser else url
    threading.Thread(target=_when_ready, args=(workbench, port, browser_url), daemon=True).start()
    try:
        return _run(create_app(Access(port, token, password_hash), workbench, api), settings(address, port))
    finally:
        workbench.close()
        if api is not None:
            api.state.service.stop()


def settings(address: str, port: int) -> dict[str, Any]:
    """Streamlit's options: nothing is sent anywhere, nothing watched, no uploads, no tracebacks on the page."""
    return {
        "server.address": address,
        "server.port": port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.maxUploadSize": 1,
        "server.enableXsrfProtection": True,
        "server.enableCORS": True,
        "browser.gatherUsageStats": False,
        # Without it Streamlit asks a service on the internet for the address of this machine.
        "browser.serverAddress": "localhost",
        "client.toolbarMode": "viewer",
        "client.showErrorDetails": "none",
        # Links to search engines and chat services.
        "client.showErrorLinks": "false",
        "logger.level": "warning",
        "logger.hideWelcomeMessage": True,
        # A colour for each, because one for both would pin the page to light.
        "theme.light.primaryColor": "#a3481a",
        "theme.dark.primaryColor": "#e08a55",
    }


def create_app(access: Access, workbench: "Workbench", api: "Starlette | None" = None) -> "App":
    """The workbench as an ASGI application, behind its guard; and, where it is given, the service beside it."""
    from starlette.middleware import Middleware
    from streamlit import App

    from bozzetto.viewer.routes import routes

    beside: list[Middleware] = []
    if api is not None:
        from bozzetto.service.beside import Beside

        # First of all: it has keys, and no password and no cookies.
        beside = [Middleware(Beside, api=api)]
    return App(
        APP,
        routes=routes(workbench),
        middleware=[*beside, Middleware(AccessGuard, access=access), Middleware(ShellPage)],
        on_script_error=show_unexpected_error,
    )


def show_unexpected_error(error: Exception) -> bool:
    """Shows an error of the script as one sentence; what it is goes to the terminal."""
    import streamlit as st

    logging.getLogger(__name__).error("the script failed", exc_info=error)
    st.error(
        "The workbench couldn't be shown. Reload the page; details are in the terminal that runs the workbench.",
        icon=":material/error:",
    )
    return True


def choose_port(address: str, wanted: int | None) -> int:
    """A free port: the wanted one, or the first from FIRST_PORT.

    Raises:
        ServeError: it is out of range or taken.
    """
    if wanted is not None:
        if not 1 <= wanted <= 65535:
            raise ServeError(f"--port must be between 1 and 65535, got {wanted}")
        if not _is_free(address, wanted):
            raise ServeError(
                f"port {wanted} cannot be used: something listens there already, or it is not allowed; "
                "leave --port out to take a free one"
            )
        return wanted
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        if _is_free(address, port):
            return port
    raise ServeError(f"no free port from {FIRST_PORT} to {FIRST_PORT + PORTS - 1}; give one with --port")


def ask_password() -> str:
    """The password for `--share`: from the environment, else from the terminal.

    Raises:
        ServeError: there is none, or it is too short.
    """
    password = os.environ.get(PASSWORD)
    if password is None:
        if not sys.stdin.isatty():
            raise ServeError(f"--share needs a password: set {PASSWORD}, or start it in a terminal, which asks for one")
        password = getpass.getpass(f"Password for visitors (at least {MIN_PASSWORD_LENGTH} characters): ")
    if len(password) < MIN_PASSWORD_LENGTH:
        raise ServeError(f"the password must have at least {MIN_PASSWORD_LENGTH} characters, got {len(password)}")
    return password


def _is_free(address: str, port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def _when_ready(workbench: "Workbench", port: int, browser_url: str) -> None:
    """Opens the browser, if it shall, once the server answers, and loads what the first prompt will need."""
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=2):
                break
        except (OSError, urllib.error.URLError):
            time.sleep(0.25)
    if browser_url:
        webbrowser.open(browser_url)
    _ = workbench.words
    spare_the_collector()


def spare_the_collector() -> None:
    """Takes what is loaded by now out of the garbage collector's sight.

    Streamlit collects all generations after each run of a page and of each part that draws itself again. Over torch and
    its company that takes a third of a second each time, during which no other thread of Python gets on.
    """
    gc.collect()
    gc.freeze()


def _run(app: "App", config: dict[str, Any]) -> int:
    try:
        app.run(config=config)
    except KeyboardInterrupt:
        return 0
    return 0
