"""Counts of a server in the text format of Prometheus."""

import threading
from bisect import bisect_left
from collections import Counter

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Requests by operation and status, and how long they took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._times: dict[str, list[int]] = {}
        self._sums: Counter[str] = Counter()
        self._callbacks: Counter[str] = Counter()

    def request(self, operation: str, status: int, seconds: float) -> None:
        """Counts a request."""
        with self._lock:
            self._requests[operation, status] += 1
            times = self._times.setdefault(operation, [0] * (len(BUCKETS) + 1))
            times[bisect_left(BUCKETS, seconds)] += 1
            self._sums[operation] += seconds  # type: ignore[assignment]

    def callback(self, result: str) -> None:
        """Counts a callback: `taken`, `refused`, `failed` or `given up`."""
        with self._lock:
            self._callbacks[result] += 1

    def text(self, jobs: dict[str, int], workers: int, streams: int, callbacks: int) -> str:
        """All of it.

        Args:
            jobs: number by state.
            workers: alive.
            streams: open.
            callbacks: that wait.
        """
        lines = ["# TYPE bozzetto_jobs gauge"]
        lines += [f'bozzetto_jobs{{state="{state}"}} {count}' for state, count in jobs.items()]
        for name, value in (("workers", workers), ("event_streams", streams), ("callbacks_waiting", callbacks)):
            lines += [f"# TYPE bozzetto_{name} gauge", f"bozzetto_{name} {value}"]
        with self._lock:
            lines.append("# TYPE bozzetto_http_requests_total counter")
            for (operation, status), count in sorted(self._requests.items()):
                lines.append(f'bozzetto_http_requests_total{{operation="{operation}",status="{status}"}} {count}')
            lines.append("# TYPE bozzetto_http_request_seconds histogram")
            for operation, times in sorted(self._times.items()):
                total = 0
                for bound, count in zip((*map(str, BUCKETS), "+Inf"), times, strict=True):
                    total += count
                    lines.append(
                        f'bozzetto_http_request_seconds_bucket{{operation="{operation}",le="{bound}"}} {total}'
                    )
                lines.append(
                    f'bozzetto_http_request_seconds_sum{{operation="{operation}"}} {self._sums[operation]:.6f}'
                )
                lines.append(f'bozzetto_http_request_seconds_count{{operation="{operation}"}} {total}')
            lines.append("# TYPE bozzetto_callbacks_total counter")
            for result, count in sorted(self._callbacks.items()):
                lines.append(f'bozzetto_callbacks_total{{result="{result}"}} {count}')
        return "\n".join(lines) + "\n"
