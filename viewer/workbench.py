"""What all routes of the workbench share: store, queue, priors, renderers, and the worker that is kept alive."""

import functools
import threading
from collections import OrderedDict
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.pipeline.estimate import predict_from_runs
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.store.runs import home
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.priors import PriorInfo, list_priors, load_prior
from bozzetto.viewer.commands import Commands
from bozzetto.viewer.field_renderer import FieldRenderer
from bozzetto.viewer.preview import SIDES, WordPictures, sample_views, without_white
from bozzetto.viewer.store import Store
from bozzetto.viewer.vocabulary import Vocabulary, vocabulary
from bozzetto.viewer.workers import WorkerSupervisor

MAX_SAMPLED = 200
"""Previews of prompts that are kept."""
MAX_PREDICTED = 500


class Workbench:
    """One workbench, over one home folder. Usable from several threads.

    Args:
        folder: the home folder; by default `bozzetto.jobs.store.runs.home()`.
        start_workers: whether a worker is kept alive while jobs wait.
    """

    def __init__(self, folder: Path | None = None, start_workers: bool = True) -> None:
        self.folder = home() if folder is None else folder
        self.queue = Queue(self.folder / "queue.db")
        self.supervisor = WorkerSupervisor(self.folder)
        self.renderer = FieldRenderer()
        self.thumbnailer = FieldRenderer()
        self.commands = Commands()
        self._store = Store(self.folder)
        self._loading = threading.Lock()
        self._sampled: OrderedDict[tuple[object, ...], list[bytes]] = OrderedDict()
        self._predicted: OrderedDict[tuple[object, ...], tuple[float | None, int]] = OrderedDict()
        self._priors: dict[str, Any] = {}
        self._learned: set[str] = set()
        if start_workers:
            self.supervisor.start()

    @property
    def store(self) -> Store:
        """The store of runs, brought up to date."""
        self._store.refresh()
        return self._store

    def prior(self, name: str = "embedded") -> Any:
        """A prior, loaded once.

        Raises:
            PriorError: it cannot be used here.
        """
        with self._loading:
            if name not in self._priors:
                self._priors[name] = load_prior(name)
            return self._priors[name]

    @functools.cached_property
    def priors(self) -> list[PriorInfo]:
        """Every prior, and whether it can be used here."""
        return list_priors()

    @functools.cached_property
    def words(self) -> Vocabulary | None:
        """The vocabulary of the embedded prior; None where it cannot be loaded."""
        try:
            return vocabulary(self.prior())
        except BozzettoError:
            return None

    @functools.cached_property
    def word_pictures(self) -> WordPictures:
        """Pictures of the vocabulary's words."""
        return WordPictures(self.folder, self.prior())

    def sampled(self, prior: str, prompt: str, negative: str, seed: int) -> list[bytes]:
        """Four sides of what a prior draws for a prompt, as PNG with alpha; kept for the next time.

        Raises:
            BozzettoError: the prior cannot be used here, or can make nothing of the prompt.
        """
        key = (prior, prompt, negative, seed)
        pictures = self._sampled.get(key)
        if pictures is None:
            pictures = sample_views(self.prior(prior), prompt, negative, len(SIDES), seed)
            pictures = without_white(self.prior(prior), prompt, seed, pictures)
            self._sampled[key] = pictures
            while len(self._sampled) > MAX_SAMPLED:
                self._sampled.popitem(last=False)
        return pictures

    def predicted(self, config: RunConfig) -> tuple[float | None, int]:
        """Seconds of a run by the finished runs of its kind, or None without any; and how many these are."""
        newest = self.store.page(statuses=("done",), limit=1)
        key = (repr(config), newest.total, *(entry.name for entry in newest.entries))
        if key not in self._predicted:
            knowledge = PriorKnowledge.of(self.prior(config.prior), config)
            estimate = predict_from_runs(config, knowledge, self.folder)
            self._predicted[key] = (None, 0) if estimate is None else (estimate.seconds, estimate.n_runs)
            while len(self._predicted) > MAX_PREDICTED:
                self._predicted.popitem(last=False)
        return self._predicted[key]

    def forget_prior(self, because: str) -> None:
        """Has the embedded prior and its words read again, once for each reason: it has learned a noun."""
        if because in self._learned:
            return
        self._learned.add(because)
        with self._loading:
            self._priors.pop("embedded", None)
        for name in ("words", "word_pictures"):
            self.__dict__.pop(name, None)

    def close(self) -> None:
        """Ends the processes that render."""
        self.renderer.close()
        self.thumbnailer.close()
