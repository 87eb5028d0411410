"""``python -m bozzetto.bench workbench``: what the workbench costs in a browser, beside what it may cost.

A store of its own, a draft that was really made, a server and a worker in processes of their own, and Chromium without
a screen, its WebGL in software. Needs playwright, and a Chromium on the path or in $BOZZETTO_CHROMIUM.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import trimesh

from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.pipeline.generate import generate
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.viewer.serve import TOKEN_FILE
from bozzetto.viewer.store import Store

CHROMIUM_FLAGS = ("--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader")
"""As it draws on a machine without a graphics card: layers by the processor, WebGL by SwiftShader."""
LONG_MILLISECONDS = 300_000
"""A browser may take so long for anything on a busy machine."""
REST_SECONDS = 15.0
"""So long is watched what goes over the wire."""
DRAG_FRAMES = 120
"""Movements of the pointer while frames are counted."""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
"""Seconds from the request of the page to the first of it that is seen."""
LINKED = ("config.json", "state.json", "report.json", "view_front.png", "mesh.glb")
"""Files of the run that many runs share."""


class WorkbenchBenchError(ValueError):
    """It cannot be measured here; the message says why and what to do."""


def find_chromium() -> str | None:
    """The path of a Chromium, or None."""
    return os.environ.get("BOZZETTO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


class ServedWorkbench:
    """`bozzetto view` in a process of its own, on a free port, for the store in $BOZZETTO_HOME.

    Args:
        arguments: more options of the command.
        environment: more variables of its environment.
    """

    def __init__(self, *arguments: str, **environment: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        self.home = Path(os.environ["BOZZETTO_HOME"])
        self._command = [sys.executable, "-m", "bozzetto", "view", "--no-browser", f"--port={self.port}", *arguments]
        self._environment = os.environ | environment
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(self._command, env=self._environment)
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2).read()
                return process
            except OSError:
                time.sleep(0.2)
        process.kill()
        raise AssertionError("the workbench did not come up")

    def open(self, page: Any, address: str = "/") -> None:
        """Opens the workbench in a browser that may have no cookie yet, and waits until it is there."""
        token = (self.home / TOKEN_FILE).read_text().strip()
        page.goto(f"{self.url}{address}{'&' if '?' in address else '?'}token={token}")
        page.locator(".shell").wait_for()

    def restart(self) -> None:
        """Ends the server, and starts another one at the same address."""
        self.close()
        self.process = self._start()

    def close(self) -> None:
        """Ends the server; workers go on."""
        self.process.terminate()
        self.process.wait(120)

    def end(self) -> None:
        """Ends what is being made, the workers, and then the server."""
        # Workers first: whatever becomes of the server, they would go on.
        with Queue() as queue:
            for job in queue.jobs(statuses=("queued", "running", "paused")):
                queue.cancel(job.id)
            for worker in queue.workers():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(worker.pid, signal.SIGTERM)
        self.close()


@contextlib.contextmanager
def open_chromium() -> Iterator[Any]:
    """A Chromium without a screen.

    Raises:
        WorkbenchBenchError: there is none, or no playwright.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise WorkbenchBenchError("no playwright: pip install -c constraints.txt playwright") from error
    chromium = find_chromium()
    if chromium is None:
        raise WorkbenchBenchError("no Chromium: apt-get install chromium, or set BOZZETTO_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


class Traffic:
    """What goes over the wire of a page: messages of Streamlit's socket, and bytes of everything, events included."""

    def __init__(self, page: Any) -> None:
        self.messages = self.bytes = 0
        page.on("websocket", self._follow)
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.dataReceived", lambda event: self._count(event["encodedDataLength"] or event["dataLength"]))
        session.on("Network.requestWillBeSent", lambda event: self._count(len(event["request"]["url"]) + 300))

    def _follow(self, connection: Any) -> None:
        for event in ("framereceived", "framesent"):
            connection.on(event, self._frame)

    def _frame(self, payload: str | bytes) -> None:
        self.messages += 1
        self.bytes += len(payload)

    def _count(self, size: int) -> None:
        self.bytes += size

    def of(self, page: Any, seconds: float) -> tuple[int, int]:
        """(messages of Streamlit, bytes in all) of a while."""
        self.messages = self.bytes = 0
        page.wait_for_timeout(1000 * seconds)
        return self.messages, self.bytes


@dataclass(frozen=True)
class Figure:
    """A figure that was measured, beside what was aimed at."""

    name: str
    """What was measured."""
    value: float
    """What came out."""
    unit: str
    """Of both numbers."""
    target: float
    """What was aimed at."""
    at_least: bool = False
    """Whether more is better."""

    @property
    def met(self) -> bool:
        """Whether it is as good as was aimed at."""
        return self.value >= self.target if self.at_least else self.value <= self.target

    def __str__(self) -> str:
        bound = "at least" if self.at_least else "at most"
        result = "met" if self.met else "missed"
        return f"{self.name}: {self.value:.4g} {self.unit} ({bound} {self.target:g}: {result})"


def drawn(page: Any, models: int = 1) -> Any:
    """The 3D viewer, once so many objects stand in it."""
    page.locator(f".canvas[data-models='{models}']").wait_for()
    page.wait_for_timeout(700)
    return page.locator(".viewport")


def settled(page: Any, seconds: float = 30.0) -> None:
    """Waits until the canvas has been drawn anew and then stands still; on a busy machine that takes a while."""
    page.wait_for_timeout(150)
    box, before, since, end = page.locator(".canvas"), None, time.monotonic(), time.monotonic() + seconds
    while time.monotonic() < end and time.monotonic() - since < 0.5:
        now = box.get_attribute("data-drawn")
        if now != before:
            before, since = now, time.monotonic()
        page.wait_for_timeout(60)


def measure_rest(page: Any, served: ServedWorkbench, traffic: Traffic, run: str) -> list[Figure]:
    """What a done run in view costs while nobody does anything."""
    served.open(page, f"/?run={run}")
    drawn(page)
    # Pictures that are still being drawn, and the first minute's events, are not rest.
    page.wait_for_timeout(8000)
    messages, size = traffic.of(page, REST_SECONDS)
    what = f"a done run at rest, {REST_SECONDS:g} s"
    return [
        Figure(f"{what}, messages that make Streamlit run", messages, "messages", 0),
        Figure(f"{what}, over the wire", size, "bytes", 2000),
    ]


def measure_star(page: Any, served: ServedWorkbench, traffic: Traffic) -> list[Figure]:
    """What the rating of a result in the library costs."""
    page.goto(f"{served.url}/?view=library")
    page.locator("main[data-ready='true']").wait_for()
    page.wait_for_timeout(9000)
    traffic.of(page, 0.5)
    traffic.messages = traffic.bytes = 0
    page.get_by_role("radio", name="4 of 5").first.click()
    page.wait_for_timeout(2500)
    return [
        Figure("a star, messages that make Streamlit run", traffic.messages, "messages", 0),
        Figure("a star, over the wire", traffic.bytes, "bytes", 5000),
    ]


def measure_job(page: Any, served: ServedWorkbench, traffic: Traffic, prompt: str) -> list[Figure]:
    """What it costs to watch a job at work, its field in view."""
    page.goto(f"{served.url}/?{urllib.parse.urlencode({'prompt': prompt, 'preset': 'standard'})}")
    page.locator(".promptrow .primary:not([disabled])").click()
    page.locator("img.field").wait_for()
    messages, size = traffic.of(page, REST_SECONDS)
    what = f"a job at work, {REST_SECONDS:g} s with its field in view"
    return [
        Figure(f"{what}, messages that make Streamlit run", messages, "messages", 0),
        Figure(f"{what}, over the wire", size / REST_SECONDS, "bytes/s", 30_000),
    ]


def icosphere_glb() -> bytes:
    """A ball of 20,480 faces."""
    sphere = trimesh.creation.icosphere(5)
    assert len(sphere.faces) == 20_480
    data = trimesh.Scene(sphere).export(file_type="glb")
    assert isinstance(data, bytes)
    return data


@dataclass(frozen=True)
class Frames:
    """How a mesh was drawn while it was turned by the pointer."""

    a_second: float
    """Frames."""
    processor_milliseconds: float
    """Of all processes of the browser, a frame."""
    whole: bool
    """Whether the picture has all its pixels again at rest."""


def measure_frames(browser: Any, served: ServedWorkbench, width: int = 1024, height: int = 768) -> Frames:
    """Turns `icosphere_glb` by the pointer in a window of so many pixels."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.set_default_timeout(LONG_MILLISECONDS)
    served.open(page)
    file = {"name": "ball.glb", "mimeType": "model/gltf-binary", "buffer": icosphere_glb()}
    page.locator("input[type=file]").set_input_files(file)
    page.locator(".center[data-shown='file']").wait_for()
    drawn(page)
    settled(page)
    box = page.locator(".viewport").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 - 40
    page.mouse.move(x, y)
    page.mouse.down()
    seen, driver = page.locator(".canvas"), os.getpid()
    # The first movements show it how fine its frames can be here.
    for n in range(20):
        page.mouse.move(x - n, y)
        page.wait_for_timeout(16)
    before, taken, started = int(seen.get_attribute("data-drawn")), processor_seconds(driver), time.perf_counter()
    for n in range(DRAG_FRAMES):
        page.mouse.move(x + n, y + n % 7)
        page.wait_for_timeout(16)
    seconds = time.perf_counter() - started
    taken = processor_seconds(driver) - taken
    frames = max(1, int(seen.get_attribute("data-drawn")) - before)
    page.mouse.up()
    settled(page)
    whole = seen.evaluate(
        "(n) => { const canvas = n.querySelector('canvas');"
        " return canvas.width >= canvas.clientWidth * window.devicePixelRatio - 1; }"
    )
    context.close()
    return Frames(frames / seconds, 1000 * taken / frames, whole)


def processor_seconds(root: int, name: str = "chrom") -> float:
    """Seconds of a processor that the descendants of a process have taken whose name holds a word."""
    rows: dict[int, tuple[int, str, float]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                head, _, tail = (entry / "stat").read_text().rpartition(")")
                fields = tail.split()
                ticks = int(fields[11]) + int(fields[12])
                rows[int(entry.name)] = (int(fields[1]), head.partition("(")[2], ticks / os.sysconf("SC_CLK_TCK"))
    wanted = {root}
    while more := {pid for pid, (parent, _, _) in rows.items() if parent in wanted} - wanted:
        wanted |= more
    return sum(rows[pid][2] for pid in wanted & rows.keys() if name in rows[pid][1])


def link_runs(source: Path, runs: Path, count: int) -> None:
    """Fills a folder with runs that share the files of one."""
    for n in range(count):
        target = runs / f"20260101-000000-{n:04d}"
        target.mkdir(exist_ok=True)
        for file in LINKED:
            if (source / file).is_file() and not (target / file).exists():
                os.link(source / file, target / file)


@dataclass(frozen=True)
class Opening:
    """Seconds until a page of a large store is there, of each visit."""

    painted: list[float]
    """Until the stage's first paint."""
    cards: list[float]
    """Until the library's first cards."""


def measure_opening(page: Any, served: ServedWorkbench, visits: int = 4) -> Opening:
    """How long the stage and the library of a store with many runs take to come."""
    served.open(page)
    page.wait_for_timeout(3000)
    cards = []
    for _ in range(visits):
        started = time.perf_counter()
        page.goto(f"{served.url}/?view=library", wait_until="commit")
        page.locator(".result-open").nth(10).wait_for()
        cards.append(time.perf_counter() - started)
        page.wait_for_timeout(1500)
    painted = []
    for _ in range(visits):
        page.goto(f"{served.url}/")
        page.locator(".shot").nth(10).wait_for()
        painted.append(float(page.evaluate(PAINTED)))
        page.wait_for_timeout(1500)
    return Opening(painted, cards)


def measure_workbench(out: Path, runs: int, json_file: Path | None, say: Callable[[str], None]) -> list[Figure]:
    """Measures everything, says it line by line, and writes it as JSON.

    Args:
        out: folder of the store that is made; one that is there is used again.
        runs: in the store when its pages are opened.
        json_file: where the figures go; by default workbench.json in `out`.
        say: is given each line.
    Raises:
        WorkbenchBenchError: it cannot be measured here.
    """
    store = (out / "store").absolute()
    os.environ["BOZZETTO_HOME"] = str(store)
    real = store / "runs" / "20260102-000000-chair"
    figures: list[Figure] = []

    def add(*found: Figure) -> None:
        figures.extend(found)
        for figure in found:
            say(str(figure))

    with open_chromium() as browser:
        if not (real / "mesh.glb").is_file():
            shutil.rmtree(real, ignore_errors=True)
            generate(make_config("a red chair", "draft", steps=40), out=real)
        served = ServedWorkbench()
        try:
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            page = context.new_page()
            page.set_default_timeout(LONG_MILLISECONDS)
            traffic = Traffic(page)
            add(*measure_rest(page, served, traffic, real.name))
            add(*measure_star(page, served, traffic))
            add(*measure_job(page, served, traffic, "a green cactus"))
            context.close()
        finally:
            served.end()
        link_runs(real, store / "runs", runs)
        Store(store).refresh()
        served = ServedWorkbench()
        try:
            frames = measure_frames(browser, served)
            say(f"{frames.processor_milliseconds:.0f} ms of processors a frame; at rest all pixels: {frames.whole}")
            add(Figure("20,480 faces at 1024 x 768 in software", frames.a_second, "frames/s", 20, at_least=True))
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            page = context.new_page()
            page.set_default_timeout(LONG_MILLISECONDS)
            opening = measure_opening(page, served)
            say(f"seconds of each visit: {json.dumps(asdict(opening))}")
            add(Figure(f"{runs:,} runs, first paint of the stage", statistics.median(opening.painted), "s", 1.5))
            add(Figure(f"{runs:,} runs, first cards of the library", statistics.median(opening.cards), "s", 1.5))
            context.close()
        finally:
            served.end()
    load = os.getloadavg()[0]
    say(f"{sum(figure.met for figure in figures)} of {len(figures)} as aimed at; load {load:.1f}")
    rows = [asdict(figure) | {"met": figure.met} for figure in figures]
    result = {"figures": rows, "frames": asdict(frames), "opening": asdict(opening), "load": load}
    (json_file or out / "workbench.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return figures
