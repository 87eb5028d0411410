"""``python -m bozzetto.bench service``: the service under load, kills, slow and hostile clients; on loopback, bounded.

``load``: many clients at once, while the server and its workers are killed; ``streams``: many event streams;
``slow``: clients that send their requests byte by byte; ``fuzz``: requests made up from the OpenAPI document
(schemathesis); ``hostile``: names, headers, bodies and callbacks that are made to do harm; ``keys``: whether the time
of an answer tells how much of a key is right; ``bits``: a job over HTTP against one of the command line.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import random
import re
import secrets
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.worker import start_worker
from bozzetto.jobs.store.processes import module_command

HOST = "127.0.0.1"
FINAL = ("succeeded", "failed", "cancelled")
SMALL = {
    "scene_scale": 1, "camera.views": 1, "start.steps": 1, "start.points": 64, "field.levels": 2,
    "field.base_resolution": 8, "field.max_resolution": 16, "field.log2_table": 8, "field.hidden": 16,
    "render.step_size": 0.25, "render.grid_resolution": 8, "save.preview_resolution": 8, "mesh.resolution": 10,
    "mesh.coarse_resolution": 8, "mesh.isolevel_pixels": 8, "mesh.isolevel_views": 1, "mesh.max_faces": 50,
    "mesh.texture_size": 64, "mesh.uv_time_limit": 0, "mesh.match_views": 0, "pictures.resolution": 16,
    "pictures.turntable_frames": 0,
}  # fmt: skip
"""Settings of a run with all its parts, of about a second."""
RUNNING_SHARE = 0.1
"""Of the submissions, those that are carried out; the others are cancelled by who asked, as soon as they are taken."""

PAUSE_SECONDS = 0.5
"""Of a client between two looks at its job, on average."""
WORKER_IDLE_SECONDS = 3600.0
"""After which a worker ends that has nothing to do."""


@dataclass
class Result:
    """What a part found."""

    part: str
    figures: dict[str, Any] = field(default_factory=dict)
    """By name."""
    failures: list[str] = field(default_factory=list)
    """What must not be."""


class Served:
    """A server as a process of its own, and its workers, which are started as a server starts its own.

    Args:
        folder: the home folder.
        workers: processes of `bozzetto worker`, besides it.
        arguments: of the server.
    """

    def __init__(self, folder: Path, workers: int = 0, arguments: tuple[str, ...] = ()) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port = int(probe.getsockname()[1])
        self._arguments = arguments
        self._environment = os.environ | {"BOZZETTO_HOME": str(folder), "OMP_NUM_THREADS": "1"}
        self.log = folder / "server.log"
        self.server = self._serve()
        self.workers: list[int] = []
        self._start_workers(workers)

    def _serve(self) -> subprocess.Popen[bytes]:
        command = module_command("bozzetto.service", f"--port={self.port}", "--workers=0", *self._arguments)
        with open(self.log, "ab") as output:
            process = subprocess.Popen(command, stdout=output, stderr=output, env=self._environment)
        until = time.monotonic() + 120
        while time.monotonic() < until:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if ask(self.port, "GET", "/healthz")[0] == 200:
                    return process
            time.sleep(0.05)
        process.kill()
        process.wait()
        raise RuntimeError(f"the server did not start; see {self.log}")

    def _start_workers(self, count: int) -> None:
        """Starts workers until there are so many."""
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        with Queue(self.folder / "queue.db") as queue:
            while len(self.workers) < count:
                started = start_worker(queue, most=count, idle=WORKER_IDLE_SECONDS)
                if started is not None:
                    self.workers.append(started)

    def kill_server(self) -> float:
        """Kills the server and starts it again; seconds until it answers."""
        self.server.kill()
        self.server.wait()
        started = time.monotonic()
        self.server = self._serve()
        return time.monotonic() - started

    def kill_worker(self) -> None:
        """Kills a worker and starts another one."""
        count, victim = len(self.workers), self.workers.pop(0)
        os.kill(victim, signal.SIGKILL)
        while not _has_ended(victim):
            time.sleep(0.005)
        self._start_workers(count)

    def memory(self) -> tuple[float, float]:
        """(now, at most) of the server's process, in MB."""
        text = Path(f"/proc/{self.server.pid}/status").read_text()
        return tuple(int(re.search(rf"{name}:\s+(\d+)", text).group(1)) / 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[union-attr,return-value]

    def close(self) -> None:
        """Ends all of them."""
        self.server.terminate()
        for worker in self.workers:
            os.kill(worker, signal.SIGTERM)
        until = time.monotonic() + 30
        for worker in self.workers:
            while not _has_ended(worker):
                if time.monotonic() > until:
                    os.kill(worker, signal.SIGKILL)
                time.sleep(0.05)
        try:
            self.server.wait(30)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()


def _has_ended(child: int) -> bool:
    """Whether a child process is gone; one that `subprocess` has waited for by itself is."""
    try:
        return os.waitpid(child, os.WNOHANG)[0] != 0
    except ChildProcessError:
        return True


@contextlib.contextmanager
def served(folder: Path, workers: int = 0, *arguments: str) -> Iterator[Served]:
    """A server while inside."""
    one = Served(folder, workers, arguments)
    try:
        yield one
    finally:
        one.close()


def ask(
    port: int,
    method: str,
    path: str,
    body: Any = None,
    headers: dict[str, str] | None = None,
    connection: http.client.HTTPConnection | None = None,
) -> tuple[int, dict[str, str], bytes]:
    """A request; status, headers in lower case, body."""
    own = connection or http.client.HTTPConnection(HOST, port, timeout=60)
    try:
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        sent = ({"Content-Type": "application/json"} if data is not None else {}) | (headers or {})
        own.request(method, path, data, sent)
        answer = own.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        if connection is None:
            own.close()


def small_request(seed: int, steps: int = 1) -> dict[str, Any]:
    """The smallest job that is a whole one."""
    return {"prompt": "a red chair", "preset": "draft", "steps": steps, "seed": seed, "settings": SMALL}


def quantile(values: list[float], q: float) -> float:
    """In milliseconds, of seconds."""
    return round(1000 * sorted(values)[min(len(values) - 1, int(q * len(values)))], 1) if values else 0.0


class _Clients:
    """Clients that submit, look and cancel, all at once; each sends again what was not answered."""

    def __init__(self, one: Served, submissions: int, clients: int, seed: int) -> None:
        self._served, self._left = one, iter(range(submissions))
        self._lock = threading.Lock()
        self.jobs: dict[str, set[str]] = {}
        self.gets: list[float] = []
        self.posts: list[float] = []
        self.statuses: Counter[int] = Counter()
        self.broken = 0
        self.done = 0
        self._threads = [
            threading.Thread(target=self._run, args=(random.Random(seed + n),), daemon=True) for n in range(clients)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def join(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _run(self, chance: random.Random) -> None:
        connection: http.client.HTTPConnection | None = None

        def send(method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
            nonlocal connection
            while True:
                connection = connection or http.client.HTTPConnection(HOST, self._served.port, timeout=60)
                started = time.perf_counter()
                try:
                    status, _, data = ask(self._served.port, method, path, body, headers, connection)
                except (OSError, http.client.HTTPException):
                    # The server was killed: nobody knows whether the request counted. It is sent again.
                    connection.close()
                    connection = None
                    with self._lock:
                        self.broken += 1
                    time.sleep(0.5)
                    continue
                taken = time.perf_counter() - started
                with self._lock:
                    self.statuses[status] += 1
                    if status < 400 and method == "GET":
                        self.gets.append(taken)
                    elif status < 400 and path == "/v1/generations":
                        self.posts.append(taken)
                if status in (429, 503):
                    time.sleep(0.5)
                    continue
                return status, json.loads(data) if data else None

        while True:
            with self._lock:
                number = next(self._left, None)
            if number is None:
                break
            key = f"{number}-{secrets.token_hex(4)}"
            body = small_request(number)
            ids = set()
            # Every third one is sent twice on purpose.
            for _ in range(2 if number % 3 == 0 else 1):
                status, answer = send("POST", "/v1/generations", body, {"Idempotency-Key": key})
                ids |= set(answer["ids"]) if status == 202 else {f"refused {status}"}
            with self._lock:
                self.jobs[key] = ids
                self.done += 1
            job = min(ids)
            for _ in range(3):
                # As one who looks now and then; without a pause, fifty would only measure how long their queue is.
                time.sleep(chance.uniform(0.0, 2 * PAUSE_SECONDS))
                send("GET", f"/v1/jobs/{job}")
            if chance.random() > RUNNING_SHARE:
                send("POST", f"/v1/jobs/{job}/cancel")
        if connection is not None:
            connection.close()


def load(out: Path, submissions: int, clients: int, report: Callable[[str], None], seconds: float) -> Result:
    """Many clients at once, while the server is killed once and its workers three times."""
    result = Result("load")
    with served(out / "load", 2) as one:
        # The first run on a machine compiles its kernels, which is not what is measured.
        first = json.loads(ask(one.port, "POST", "/v1/generations", small_request(0))[2])["id"]
        while json.loads(ask(one.port, "GET", f"/v1/jobs/{first}")[2])["state"] not in FINAL:
            time.sleep(0.5)
        ask(one.port, "DELETE", f"/v1/jobs/{first}")
        report("load: warm")
        crowd = _Clients(one, submissions, clients, 0)
        before, started = one.memory(), time.monotonic()
        crowd.start()
        kills = [(0.2, "worker"), (0.4, "server"), (0.6, "worker"), (0.8, "worker")]
        back = 0.0
        while crowd.done < submissions and time.monotonic() - started < seconds:
            if kills and crowd.done >= kills[0][0] * submissions:
                _, what = kills.pop(0)
                if what == "server":
                    back = one.kill_server()
                else:
                    one.kill_worker()
                report(f"load: {what} killed after {crowd.done} submissions")
            time.sleep(0.05)
        submitted = time.monotonic() - started
        if not crowd.join(60) or crowd.done < submissions:
            result.failures.append(f"only {crowd.done} of {submissions} submissions were answered in time")
        report(f"load: {crowd.done} submissions in {submitted:.0f} s; the rest is carried out")
        queue = Queue(one.folder / "queue.db")
        while time.monotonic() - started < seconds:
            counts = queue.counts()
            if not counts["queued"] + counts["running"]:
                break
            time.sleep(1.0)
        counts, jobs, runs = queue.counts(), queue.jobs(), list((one.folder / "runs").glob("*"))
        accepted = [next(iter(ids)) for ids in crowd.jobs.values() if len(ids) == 1]
        doubled = [key for key, ids in crowd.jobs.items() if len(ids) != 1]
        known = {str(job.id) for job in jobs}
        if doubled:
            result.failures.append(f"{len(doubled)} requests became several jobs, or none: {doubled[:3]}")
        if set(accepted) != known or len(set(accepted)) != len(accepted):
            result.failures.append(f"{len(accepted)} jobs were accepted and {len(known)} are in the queue")
        if counts["queued"] or counts["running"]:
            result.failures.append(f"not all ended in {seconds:.0f} s: {counts}")
        if counts["failed"]:
            reasons = [job.reason for job in jobs if job.status == "failed"][:2]
            result.failures.append(f"{counts['failed']} failed: {reasons}")
        done = [job for job in jobs if job.status == "done"]
        unfinished = [job.id for job in done if job.run is None or not (job.run / "mesh.glb").is_file()]
        if unfinished or len({job.run for job in jobs if job.run}) != len(runs):
            result.failures.append(f"jobs without their mesh, or runs of no job: {unfinished[:5]}, {len(runs)} runs")
        if any(status >= 500 and status != 503 for status in crowd.statuses):
            result.failures.append(f"statuses {dict(crowd.statuses)}")
        _, _, text = ask(one.port, "GET", "/metrics")
        after = one.memory()
        result.figures = {
            "submissions": crowd.done, "clients": clients, "jobs": len(jobs), "succeeded": counts["done"],
            "cancelled": counts["cancelled"], "taken over from a killed worker": sum(job.attempts > 1 for job in jobs),
            "tries while the server was down": crowd.broken, "seconds to submit": round(submitted, 1),
            "submissions/s": round(crowd.done / submitted, 1),
            "seconds until all ended": round(time.monotonic() - started, 1),
            "server back after s": round(back, 1), "GETs": len(crowd.gets),
            **{f"GET p{int(100 * q)} ms": quantile(crowd.gets, q) for q in (0.5, 0.95, 0.99)},
            **{f"POST p{int(100 * q)} ms": quantile(crowd.posts, q) for q in (0.5, 0.99)},
            "GET p99 ms inside the server, below": _inside(text.decode(), "get_job", 0.99),
            "memory MB before, after, most": [round(before[0]), round(after[0]), round(after[1])],
        }  # fmt: skip
        if "Traceback" in one.log.read_text():
            result.failures.append(f"a traceback in {one.log}")
    return result


def _inside(text: str, operation: str, q: float) -> float:
    """A bound of a quantile of an operation's times, by the server's own histogram, in ms."""
    pattern = rf'bucket{{operation="{operation}",le="([^"]+)"}} (\d+)'
    buckets = [(float(bound), int(count)) for bound, count in re.findall(pattern, text)]
    total = buckets[-1][1] if buckets else 0
    return next((1000 * bound for bound, count in buckets if count >= q * total), 0.0)


def streams(out: Path, count: int, report: Callable[[str], None]) -> Result:
    """Many event streams at once, each of which hears of the end of its job; others are answered meanwhile."""
    result = Result("streams")
    with served(out / "streams") as one:
        numbers = []
        for start in range(0, count, 50):
            seeds = list(range(start, min(start + 50, count)))
            body = {**small_request(0), "seeds": seeds}
            del body["seed"]
            numbers += json.loads(ask(one.port, "POST", "/v1/generations", body)[2])["ids"]
        before, heard, opened = one.memory(), dict[str, list[str]](), threading.Semaphore(0)

        def listen(number: str) -> None:
            connection = http.client.HTTPConnection(HOST, one.port, timeout=120)
            connection.request("GET", f"/v1/jobs/{number}/events")
            answer = connection.getresponse()
            lines: list[str] = []
            opened.release()
            while line := answer.readline():
                lines.append(line.decode())
            heard[number] = lines
            connection.close()

        threads = [threading.Thread(target=listen, args=(number,), daemon=True) for number in numbers]
        for thread in threads:
            thread.start()
        for _ in threads:
            opened.acquire(timeout=60)
        time.sleep(2)
        during, gets = one.memory(), list[float]()
        connection = http.client.HTTPConnection(HOST, one.port, timeout=60)
        for number in numbers * 5:
            started = time.perf_counter()
            ask(one.port, "GET", f"/v1/jobs/{number}", connection=connection)
            gets.append(time.perf_counter() - started)
        refused = 0
        report(f"streams: {count} are open")
        told = time.monotonic()
        for number in numbers:
            refused += ask(one.port, "POST", f"/v1/jobs/{number}/cancel", connection=connection)[0] != 200
        for thread in threads:
            thread.join(60)
        ended = time.monotonic() - told
        whole = [number for number in numbers if any('"state":"cancelled"' in line for line in heard.get(number, ()))]
        if len(whole) != count or refused:
            result.failures.append(f"{len(whole)} of {count} streams heard of the end; {refused} cancels were refused")
        left = 1
        until = time.monotonic() + 10
        while left and time.monotonic() < until:
            left = int(re.search(rb"bozzetto_event_streams (\d+)", ask(one.port, "GET", "/metrics")[2]).group(1))  # type: ignore[union-attr]
        if left:
            result.failures.append(f"{left} streams are still counted as open")
        result.figures = {
            "streams": count, "heard of the end": len(whole), "seconds from first cancel to last end": round(ended, 2),
            **{f"GET p{int(100 * q)} ms meanwhile": quantile(gets, q) for q in (0.5, 0.99)},
            "kB of memory a stream": round(1024 * (during[0] - before[0]) / count, 1),
            "memory MB at most": round(one.memory()[1]),
        }  # fmt: skip
    return result


def slow(out: Path, count: int, report: Callable[[str], None], seconds: float = 20.0) -> Result:
    """Clients that send a byte a second, more of them than connections may be open; others are answered meanwhile."""
    result = Result("slow")
    with served(out / "slow", 0, f"--max-connections={count // 2}") as one:
        over, closed = threading.Event(), Counter[str]()

        def trickle() -> None:
            head = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"x" * 4096
            while not over.is_set():
                try:
                    with socket.create_connection((HOST, one.port), timeout=5) as sock:
                        for byte in head:
                            sock.sendall(bytes([byte]))
                            if over.wait(1.0):
                                return
                except OSError:
                    closed["closed by the server"] += 1
                    time.sleep(0.2)

        threads = [threading.Thread(target=trickle, daemon=True) for _ in range(count)]
        for thread in threads:
            thread.start()
        time.sleep(2)
        report(f"slow: {count} clients trickle")
        gets, broken, until = list[float](), 0, time.monotonic() + seconds
        while time.monotonic() < until:
            started = time.perf_counter()
            try:
                status = ask(one.port, "GET", "/v1/jobs")[0]
                broken += status != 200
                gets.append(time.perf_counter() - started)
            except (OSError, http.client.HTTPException):
                broken += 1
            time.sleep(0.02)
        over.set()
        for thread in threads:
            thread.join(10)
        if broken:
            result.failures.append(f"{broken} of {len(gets) + broken} requests of others were not answered")
        result.figures = {
            "slow clients": count, "connections that may be open": count // 2, "closed by the server": closed.total(),
            "requests of others": len(gets), **{f"GET p{int(100 * q)} ms": quantile(gets, q) for q in (0.5, 0.99)},
            "memory MB at most": round(one.memory()[1]),
        }  # fmt: skip
    return result


def fuzz(out: Path, requests: int, report: Callable[[str], None], seconds: float, seed: int) -> Result:
    """Requests made up from the OpenAPI document, by schemathesis, in as many rounds as it takes."""
    result = Result("fuzz")
    with served(out / "fuzz", 0, "--compat=hunyuan", "--callback-host=studio.test") as one:
        outside = _tree(out, one.folder)
        # Jobs whose numbers the made up ones may hit.
        for n in range(3):
            ask(one.port, "POST", "/v1/generations", small_request(n))
        started, rounds, counted = time.monotonic(), 0, 0
        while counted < requests and time.monotonic() - started < seconds:
            command = [
                sys.executable, "-m", "schemathesis.cli", "run", f"http://{HOST}:{one.port}/openapi.json",
                "--checks", "not_a_server_error,content_type_conformance,response_schema_conformance",
                "--max-examples", "60", "--seed", str(seed + rounds), "--no-color", "--request-timeout", "20",
                # Which wait for a job that nobody works at.
                "--exclude-path", "/generate", "--exclude-path", "/v1/jobs/{id}/events", "--workers", "2",
                "--phases", "examples,coverage,fuzzing",
            ]  # fmt: skip
            left = max(30.0, seconds - (time.monotonic() - started))
            try:
                ran = subprocess.run(command, capture_output=True, text=True, timeout=left, errors="replace")
                (out / f"schemathesis-{rounds}.txt").write_text(ran.stdout + ran.stderr)
                if ran.returncode not in (0, 1) or "No module named" in ran.stderr:
                    result.failures.append(f"schemathesis did not run: {ran.stderr[-300:]}")
                    break
                if ran.returncode == 1:
                    result.failures.append(f"schemathesis found something: {out / f'schemathesis-{rounds}.txt'}")
            except subprocess.TimeoutExpired:
                report("fuzz: a round was cut short")
            rounds += 1
            counted, statuses = _counted(ask(one.port, "GET", "/metrics")[2].decode())
            report(f"fuzz: {counted} requests after {time.monotonic() - started:.0f} s")
        counted, statuses = _counted(ask(one.port, "GET", "/metrics")[2].decode())
        bad = {status: number for status, number in statuses.items() if status >= 500}
        if bad:
            result.failures.append(f"answers {bad}")
        if counted < requests:
            result.failures.append(f"only {counted} of {requests} requests were made")
        if "Traceback" in one.log.read_text():
            result.failures.append(f"a traceback in {one.log}")
        changed = {path for path in _tree(out, one.folder) ^ outside if "schemathesis" not in path}
        if changed:
            result.failures.append(f"written or removed outside of the home folder: {sorted(changed)[:3]}")
        result.figures = {
            "requests": counted, "rounds": rounds, "answers by status": dict(sorted(statuses.items())),
            "seconds": round(time.monotonic() - started), "memory MB at most": round(one.memory()[1]),
        }  # fmt: skip
    return result


def _counted(text: str) -> tuple[int, Counter[int]]:
    """Requests that a server has answered, by its own count; by status."""
    statuses: Counter[int] = Counter()
    for status, number in re.findall(r'http_requests_total{operation="[^"]+",status="(\d+)"} (\d+)', text):
        statuses[int(status)] += int(number)
    return statuses.total(), statuses


def _tree(out: Path, without: Path) -> set[str]:
    return {str(path) for path in out.rglob("*") if not path.is_relative_to(without)}


def hostile(out: Path, trials: int, report: Callable[[str], None], seed: int) -> Result:
    """Names that lead out, headers and bodies made to do harm, callbacks to where none may go."""
    result, chance = Result("hostile"), random.Random(seed)
    secret = secrets.token_hex(16)
    (out / "secret.json").write_text(secret)
    with served(out / "hostile", 0, "--callback-host=studio.test") as one:
        ask(one.port, "POST", "/v1/generations", small_request(0))
        statuses: dict[str, Counter[int]] = {}
        parts = [
            *("..", ".", "%2e%2e", "..%2f", "%2f", "..\\", "%5c", "%00", "secret.json", "queue.db", "service-secret"),
            *("config.json", "previews", "export", "mesh.glb", "etc", "passwd", "%252e%252e", "....//", "%c0%ae%c0%ae"),
            *("~root", "file:", "C:%5c"),
        ]

        def traversal() -> tuple[str, str, Any, dict[str, str]]:
            name = "/".join(chance.choice(parts) for _ in range(chance.randint(1, 8)))
            return "GET", f"/v1/jobs/{chance.choice(['1', '..', '1/..', '%2e%2e', '-1', '01'])}/files/{name}", None, {}

        def injection() -> tuple[str, str, Any, dict[str, str]]:
            evil = chance.choice(["%0d%0aX-Evil:1", "%0aX-Evil:1", "%00", "%e2%80%a8X-Evil:1", "\\r\\nX-Evil:1"])
            where = chance.choice(["/v1/jobs/{}", "/v1/words?prefix={}", "/v1/jobs?cursor={}", "/{}", "/docs?x={}"])
            headers = {"Idempotency-Key": chance.choice(["a\tb", "\x7f", "x" * 300, "\xff"]), "Last-Event-ID": "x\x01y"}
            return "GET", where.format(evil), None, headers

        def nested() -> tuple[str, str, Any, dict[str, str]]:
            depth = chance.choice([33, 100, 10_000, 30_000])
            opening, closing = chance.choice([(b"[", b"]"), (b'{"a":', b"}")])
            body = b'{"prompt":"a chair","settings":' + opening * depth + b"1" + closing * depth + b"}"
            return "POST", "/v1/generations", body, {}

        def oversized() -> tuple[str, str, Any, dict[str, str]]:
            body = chance.choice(
                [
                    b'{"prompt":"' + b"x" * chance.choice([501, 60_000, 70_000, 5 << 20]) + b'"}',
                    b'{"prompt":"a chair","seed":' + b"9" * chance.choice([20, 4000, 60_000]) + b"}",
                    b'{"prompt":"a chair","seeds":[' + b",".join([b"1"] * 20_000) + b"]}",
                    json.dumps({"prompt": "a chair", "settings": {f"k{n}": 1 for n in range(3000)}}).encode(),
                ]
            )
            return "POST", "/v1/generations", body, {}

        def settings() -> tuple[str, str, Any, dict[str, str]]:
            names = ["hub.lora", "fit.images", "text.debias_model", "hub.image", "prior", "field.device", "hub.device"]
            key = chance.choice([*names, "__class__", "mesh.__init__", "a.b.c.d", "", ".", "prompt", "out"])
            values = ["/etc/passwd", str(out / "secret.json"), "../../x", "http://127.0.0.1:1/", "$(id)", 1e308]
            value = chance.choice(values)
            return "POST", "/v1/generations", {"prompt": "a chair", "settings": {key: value}}, {}

        def callback() -> tuple[str, str, Any, dict[str, str]]:
            inside = ["127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.0.0.1", "0x7f000001", "0"]
            tricks = ["studio.test@127.0.0.1", "127.0.0.1#studio.test", "studio.test.evil.test", "[::ffff:127.0.0.1]"]
            host = chance.choice([*inside, *tricks, "studio.test%00.evil.test", "evil.test\\@studio.test"])
            scheme = chance.choice(["http", "https", "ftp", "file", "gopher", "HTTP"])
            return "POST", "/v1/generations", {"prompt": "a chair", "callback": f"{scheme}://{host}/x"}, {}

        kinds = (traversal, injection, nested, oversized, settings, callback)
        before = len(Queue(one.folder / "queue.db").jobs())
        started = time.monotonic()
        for n in range(trials):
            kind = kinds[n % len(kinds)]
            method, path, body, headers = kind()
            try:
                status, found, data = ask(one.port, method, path, body, headers)
            except (ValueError, http.client.HTTPException, OSError) as error:
                # The client itself refuses to send it, or the server hung up on a body that it had refused.
                status, found, data = 0, {}, str(error).encode()
            statuses.setdefault(kind.__name__, Counter())[status] += 1
            if status >= 500 or (200 <= status < 300 and kind not in (injection,)) or "x-evil" in found:
                result.failures.append(f"{kind.__name__}: {status} for {path[:100]} {str(body)[:100]}")
            if secret.encode() in data or b"Traceback" in data or str(one.folder).encode() in data:
                result.failures.append(f"{kind.__name__}: told what it must not, for {path[:100]}")
        if len(Queue(one.folder / "queue.db").jobs()) != before:
            result.failures.append("one of them became a job")
        if "Traceback" in one.log.read_text():
            result.failures.append(f"a traceback in {one.log}")
        result.figures = {
            "trials": trials, "seconds": round(time.monotonic() - started),
            **{name: dict(sorted(counts.items())) for name, counts in statuses.items()},
            "memory MB at most": round(one.memory()[1]),
        }  # fmt: skip
    result.failures = result.failures[:20]
    return result


def keys(out: Path, trials: int, report: Callable[[str], None]) -> Result:
    """Whether the time of an answer tells how much of a key is right; and that no wrong one is let in."""
    from bozzetto.service.keys import add_key

    result, path = Result("keys"), out / "keys.json"
    path.unlink(missing_ok=True)
    key = add_key(path, "bench", ("read",), running=1, queued=1, per_hour=1)
    with served(out / "keys", 0, f"--keys={path}") as one:
        connection = http.client.HTTPConnection(HOST, one.port, timeout=60)
        guesses = {
            "nothing of it": "bz_" + secrets.token_urlsafe(32),
            "half of it": key[: len(key) // 2] + secrets.token_urlsafe(32)[: len(key) - len(key) // 2],
            "all but the last character": key[:-1] + ("A" if key[-1] != "A" else "B"),
        }
        times: dict[str, list[float]] = {name: [] for name in guesses}
        for _ in range(trials):
            for name, guess in guesses.items():
                started = time.perf_counter()
                headers = {"Authorization": f"Bearer {guess}"}
                status = ask(one.port, "GET", "/v1/jobs", None, headers, connection)[0]
                times[name].append(time.perf_counter() - started)
                if status != 401:
                    result.failures.append(f"{name} was answered {status}")
        if ask(one.port, "GET", "/v1/jobs", None, {"Authorization": f"Bearer {key}"}, connection)[0] != 200:
            result.failures.append("the right key was refused")
        medians = {name: statistics.median(found) * 1e6 for name, found in times.items()}
        # Of a median, by the spread of the middle half.
        errors = {name: 1.25e6 * _spread(found) / len(found) ** 0.5 for name, found in times.items()}
        result.figures = {
            "wrong keys": 3 * trials,
            **{f"median us, {name}": f"{medians[name]:.1f} +- {errors[name]:.1f}" for name in guesses},
        }
    return result


def _spread(values: list[float]) -> float:
    """The standard deviation of the middle half, as of a normal distribution."""
    quarters = statistics.quantiles(values, n=4)
    return (quarters[2] - quarters[0]) / 1.35


def bits(out: Path, report: Callable[[str], None]) -> Result:
    """A job over HTTP and a run of the command line with the same settings, byte for byte."""
    result = Result("bits")
    with served(out / "bits", 1) as one:
        number = json.loads(ask(one.port, "POST", "/v1/generations", small_request(7, 4))[2])["id"]
        until = time.monotonic() + 240
        while time.monotonic() < until:
            job = json.loads(ask(one.port, "GET", f"/v1/jobs/{number}")[2])
            if job["state"] in FINAL:
                break
            time.sleep(0.5)
        settings = [f"--set={name}={value}" for name, value in SMALL.items()]
        arguments = ["generate", "a red chair", "--preset=draft", "--steps=4", "--seed=7", "--quiet", *settings]
        environment = os.environ | {"BOZZETTO_HOME": str(out / "bits-command"), "OMP_NUM_THREADS": "1"}
        ran = subprocess.run(module_command("bozzetto", *arguments), capture_output=True, text=True, env=environment)
        if job["state"] != "succeeded" or ran.returncode:
            result.failures.append(f"{job['state']}, {ran.stderr[-300:]}")
            return result
        by_command, same = Path(ran.stdout.strip()), []
        for file in job["files"]:
            if file["name"] == "report.json":
                continue  # which says how long it took
            data = ask(one.port, "GET", file["url"])[2]
            if data != (by_command / file["name"]).read_bytes():
                result.failures.append(f"{file['name']} differs")
            same.append(file["name"])
        result.figures = {"files compared": same}
    return result


PARTS = ("load", "streams", "slow", "fuzz", "hostile", "keys", "bits")


def run(
    out: Path,
    parts: tuple[str, ...],
    *,
    submissions: int,
    clients: int,
    streams_open: int,
    slow_clients: int,
    requests: int,
    trials: int,
    seconds: float,
    seed: int,
    report: Callable[[str], None],
) -> list[Result]:
    """The parts that are asked for, one after the other.

    Args:
        out: folder that each part empties its own folder in.
        parts: of PARTS.
        submissions: of `load`. clients: at once. streams_open: of `streams`. slow_clients: of `slow`.
        requests: of `fuzz`. trials: of `hostile` and `keys`.
        seconds: that `load` and `fuzz` may take each. seed: of what is made up.
        report: is given lines.
    """
    out.mkdir(parents=True, exist_ok=True)
    results = []
    for part in parts:
        shutil.rmtree(out / part, ignore_errors=True)
        results.append(
            load(out, submissions, clients, report, seconds) if part == "load"
            else streams(out, streams_open, report) if part == "streams"
            else slow(out, slow_clients, report) if part == "slow"
            else fuzz(out, requests, report, seconds, seed) if part == "fuzz"
            else hostile(out, trials, report, seed) if part == "hostile"
            else keys(out, trials, report) if part == "keys"
            else bits(out, report)
        )  # fmt: skip
        path = out / "service.json"
        found = json.loads(path.read_text()) if path.is_file() else {}
        found[part] = {"figures": results[-1].figures, "failures": results[-1].failures}
        path.write_text(json.dumps(found, indent=1) + "\n")
    return results


def table(results: list[Result]) -> str:
    """What the parts found, for people."""
    lines = []
    for result in results:
        lines.append(f"{result.part}: {'FAILED' if result.failures else 'ok'}")
        lines += [f"  {name}: {value}" for name, value in result.figures.items()]
        lines += [f"  ! {failure}" for failure in result.failures]
    return "\n".join(lines)
