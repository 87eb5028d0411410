"""From a request to what the queue keeps: the configuration that the command line would make of it, checked."""

import contextlib
import functools
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import BozzettoError, ConfigError, PriorError
from bozzetto.jobs.config.prompts import check_prompt
from bozzetto.jobs.config.recipes import RECIPES
from bozzetto.jobs.config.run_config import RunConfig, make_config, nearest, override
from bozzetto.jobs.config.settings_help import setting_groups
from bozzetto.jobs.queue.schema import Task
from bozzetto.jobs.queue.worker import word_packs
from bozzetto.jobs.store.runs import Run
from bozzetto.jobs.train.priors import load_prior, read_prompt
from bozzetto.service.keys import Caller
from bozzetto.service.models import (
    AssumedWord,
    ExportRequest,
    GenerationRequest,
    ObjectRequest,
    ReadAnswer,
    TextureRequest,
    UnknownWord,
    WordAnswer,
    WordsAnswer,
)
from bozzetto.service.problems import Problem
from bozzetto.service.settings import Settings

OWN_FIELDS = ("prompt", "negative", "prior", "preset", "seed", "steps", "recipe", "threads")
"""Settings that have a field of their own in a request, or are the server's affair."""
REFUSED_GROUPS = ("hub", "fit")
_PARSING = threading.Lock()
REFUSED = (
    *("field.backend", "field.device", "novel_view.prior", "text.debias"),
    *("save.checkpoint_every", "save.metrics_every"),
)


def generation_tasks(
    request: GenerationRequest, settings: Settings, caller: Caller, reader: "PromptReader"
) -> list[Task]:
    """The jobs that a request asks for.

    Raises:
        Problem, BozzettoError: something of it cannot be done here; which is said.
    """
    seeds = request.seeds if request.seeds is not None else [request.seed or 0]
    if len(seeds) > settings.bounds.seeds:
        raise Problem(
            422, "invalid", f"at most {settings.bounds.seeds} seeds at once", [("seeds", f"got {len(seeds)} of them")]
        )
    preset: str | RunConfig = request.preset
    if request.recipe is not None:
        if request.recipe not in RECIPES:
            raise Problem(
                422,
                "invalid",
                f"unknown recipe {request.recipe!r}",
                [("recipe", nearest(request.recipe, list(RECIPES)))],
            )
        preset = RECIPES[request.recipe].config
    config = make_config(
        request.prompt,
        preset,
        seed=seeds[0],
        steps=request.steps,
        negative=request.negative or None,
        prior=request.prior,
    )
    if config.prior not in settings.priors:
        known = ", ".join(settings.priors)
        raise Problem(
            422, "prior", f"this server does not offer the prior {config.prior!r}", [("prior", f"offered are {known}")]
        )
    wanted = [f"{name}={_text(value)}" for name, value in request.settings.items() if _check_setting(name)]
    wanted += [] if request.faces is None else [f"mesh.max_faces={request.faces}"]
    wanted += [] if request.texture is None else [f"mesh.texture_size={request.texture}"]
    config = override(config, wanted)
    if config.steps > settings.bounds.steps:
        detail = f"a job on this server has at most {settings.bounds.steps} steps"
        raise Problem(422, "invalid", detail, [("steps", f"got {config.steps}")])
    reader.check(config)
    options: dict[str, Any] | None = None
    if request.formats is not None or request.target is not None:
        options = {"formats": request.formats or [], "preset": request.target or "", "size": request.size}
        if request.faces is not None:
            options["faces"] = request.faces
        if request.texture is not None:
            options["texture"] = request.texture
    return [
        Task(
            config if seed == config.seed else replace(config, seed=seed),
            options=options,
            owner=caller.name,
            at_once=caller.running,
        )
        for seed in seeds
    ]


def export_task(request: ExportRequest, run: Path, caller: Caller) -> Task:
    """The job that writes further files of a run."""
    options = request.model_dump(exclude={"job", "run", "callback", "target", "maps"}, exclude_none=True)
    options["preset"] = request.target or ""
    if request.maps is not None:
        options["normal_map"] = request.maps in ("normal", "both")
        options["occlusion"] = request.maps in ("occlusion", "both")
    return Task(Run(run).config, kind="export", options=options, run=run, owner=caller.name, at_once=caller.running)


def texture_task(request: TextureRequest, mesh: str, caller: Caller) -> Task:
    """The job that paints a mesh.

    Args:
        request: what is asked for.
        mesh: of the uploaded file, relative to the home folder.
        caller: who asks.
    Raises:
        PromptError: the prompt cannot be used as text.
    """
    options = request.model_dump(exclude={"callback"}, exclude_none=True) | {"mesh": mesh}
    config = make_config(request.prompt, seed=request.seed)
    return Task(config, kind="texture", options=options, owner=caller.name, at_once=caller.running)


def teach_task(request: ObjectRequest, mesh: str, caller: Caller) -> Task:
    """The job that learns a noun; as for `texture_task`."""
    options = request.model_dump(exclude={"callback", "also"}, exclude_none=True) | {"mesh": mesh}
    options["also"] = [name.strip() for name in request.also.split(",") if name.strip()]
    return Task(make_config(request.name), kind="teach", options=options, owner=caller.name, at_once=caller.running)


class PromptReader:
    """Reads prompts with the embedded prior, which is loaded once; one at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def load(self) -> None:
        """Loads the prior; where it cannot be, the first request says why. Reads the settings' own texts, too."""
        _texts()
        with self._lock, contextlib.suppress(PriorError):
            self._prior()

    def check(self, config: RunConfig) -> None:
        """Refuses a prompt that no worker could do anything with; that of a pretrained prior is its worker's affair.

        Raises:
            PromptError: why.
        """
        if config.prior == "embedded":
            with self._lock:
                read_prompt(self._prior(), config.prompt, config.negative, config.text)

    def read(self, prompt: str, negative: str) -> ReadAnswer:
        """How the embedded prior reads a prompt."""
        with self._lock:
            prior = self._prior()
            lexicon: Any = getattr(prior, "lexicon", None)
            try:
                check_prompt(prompt)
                check_prompt(negative, "negative prompt", allow_empty=True)
                reading: Any = read_prompt(prior, prompt, negative)
            except PriorError:
                raise
            except BozzettoError as error:
                unknown = lexicon.read(prompt).unknown if lexicon is not None and prompt.isprintable() else ()
                return ReadAnswer(usable=False, problem=str(error), unknown=_unknown(unknown), assumed=[], notes=[])
        assumed = [AssumedWord(word=word, read_as=known) for word, known in reading.assumed]
        return ReadAnswer(
            usable=True, problem="", unknown=_unknown(reading.unknown), assumed=assumed, notes=list(reading.notes)
        )

    def words(self) -> WordsAnswer:
        """The words that the embedded prior knows."""
        with self._lock:
            lexicon: Any = self._prior().lexicon
        others: dict[str, list[str]] = {}
        for alias, word in lexicon.aliases.items():
            others.setdefault(word, []).append(alias)
        objects = [WordAnswer(name=n, aliases=sorted(others.get(n, []))) for n in sorted(lexicon.objects)]
        adjectives = [word for word in lexicon.words if word not in lexicon.objects]
        return WordsAnswer(objects=objects, adjectives=adjectives, most_objects=lexicon.most_objects)

    def _prior(self) -> Any:
        return _embedded(word_packs())


@functools.lru_cache(maxsize=1)
def _embedded(packs: tuple[tuple[str, int], ...]) -> Any:
    """The embedded prior with the word packs that there are, one for all servers of a process."""
    return load_prior("embedded")


def _unknown(words: Any) -> list[UnknownWord]:
    return [UnknownWord(word=word.word, nearest=list(word.nearest)) for word in words]


def _texts() -> frozenset[str]:
    """Settings that take any text: files, folders, devices, ids of hubs."""
    # Python 3.11 may not parse source in two threads at once (cpython issue 106905).
    with _PARSING:
        return _texts_once()


@functools.cache
def _texts_once() -> frozenset[str]:
    return frozenset(setting.name for group in setting_groups() for setting in group.settings if setting.kind == "text")


def _check_setting(name: str) -> bool:
    """True; or a Problem for a setting that a request may not make."""
    key = name.strip()
    group = key.partition(".")[0]
    if key in OWN_FIELDS:
        raise Problem(
            422, "invalid", f"{key} is no further setting", [(f"settings.{key}", "it has a field of its own, or none")]
        )
    if group in REFUSED_GROUPS or key in REFUSED or key in _texts() or "=" in key:
        detail = f"the setting {key:.100} cannot be made over HTTP"
        raise Problem(422, "invalid", detail, [(f"settings.{key:.100}", "it is the server's affair")])
    return True


def _text(value: str | int | float | bool | None) -> str:
    """A value as the command line would have it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and len(value) > 200:
        raise ConfigError(f"a setting has at most 200 characters, got {len(value)}")
    return "none" if value is None else str(value)
