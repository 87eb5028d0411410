"""Routes of a prompt before it is made: how it is read, what the prior draws, what it costs; the words; the start."""

import io
from dataclasses import replace
from typing import Any

from PIL import Image
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.run_config import PRESETS, RunConfig, make_config
from bozzetto.jobs.store.resources import check_room, resources_free, resources_needed
from bozzetto.jobs.store.units import format_bytes
from bozzetto.viewer.events import job_row
from bozzetto.viewer.http_json import RequestError, Values, get, post, text, whole
from bozzetto.viewer.vocabulary import EXAMPLES, find_objects, interpret, prompt_of, replace_word, suggestions
from bozzetto.viewer.workbench import Workbench

MAX_VARIATIONS = 8
MAX_STEPS = 1_000_000
MAX_SEED = 2**53 - 1
"""The greatest whole number that a browser holds exactly."""
WORKER_START_SECONDS = 4.0
"""What a worker takes to start: imports and the prior."""
LIVE_STEPS = 20
"""Steps between the checkpoints and previews of a job that somebody watches; it changes no result."""


def routes(workbench: Workbench, root: str) -> list[Route]:
    """The routes below a path."""
    return [
        get(f"{root}/prompt", lambda _, values: read(workbench, values)),
        get(f"{root}/prompt/views", lambda _, values: views(workbench, values)),
        post(f"{root}/prompt/measure", lambda _, values: measure(workbench, values)),
        post(f"{root}/jobs", lambda _, values: start(workbench, values)),
        get(f"{root}/words", lambda _, values: words(workbench, values)),
        get(f"{root}/words/{{word}}/picture", lambda request, _: word_picture(workbench, request)),
    ]


def configurations(values: Values) -> list[RunConfig]:
    """The configurations that a request asks for: one a variation, with seeds that follow each other.

    Raises:
        RequestError, PromptError, ConfigError: something of it cannot be used.
    """
    prompt, negative = text(values, "prompt"), text(values, "negative")
    preset, prior = text(values, "preset", "draft"), text(values, "prior", "embedded")
    seed = whole(values, "seed", 0, 0, MAX_SEED)
    steps = whole(values, "steps", 0, 0, MAX_STEPS)
    variations = whole(values, "variations", 1, 1, MAX_VARIATIONS)
    return [
        watched(make_config(prompt, preset, negative=negative, prior=prior, seed=seed + n, steps=steps or None))
        for n in range(variations)
    ]


def watched(config: RunConfig) -> RunConfig:
    """The configuration with so many checkpoints and previews that the field can be seen to form."""
    save = config.save
    every = (min(save.checkpoint_every, LIVE_STEPS), min(save.preview_every, LIVE_STEPS))
    return replace(config, save=replace(save, checkpoint_every=every[0], preview_every=every[1]))


def read(workbench: Workbench, values: Values) -> dict[str, Any]:
    """How a prompt is read, and what making it would cost."""
    prompt, prior = text(values, "prompt"), text(values, "prior", "embedded")
    known = workbench.words if prior == "embedded" else None
    if not prompt.strip():
        offered = suggestions(known, "") if known is not None else EXAMPLES
        return {"empty": True, "suggestions": offered}
    reading = interpret(workbench.prior(prior), prompt, text(values, "negative"))
    unknown = [word for word, _ in reading.unknown]
    offered = suggestions(known, prompt, unknown) if known is not None else ()
    if reading.has_no_object and not offered and not any(nearest for _, nearest in reading.unknown):
        offered = EXAMPLES
    answer: dict[str, Any] = {
        "problem": "" if reading.has_no_object else reading.problem,
        "noObject": reading.has_no_object,
        "unknown": [
            {"word": word, "nearest": [{"word": n, "prompt": replace_word(prompt, word, n)} for n in nearest]}
            for word, nearest in reading.unknown
        ],
        "assumed": [{"word": word, "as": similar} for word, similar in reading.assumed],
        "notes": reading.notes,
        "suggestions": offered,
    }
    if not reading.problem:
        try:
            answer["cost"] = cost(workbench, configurations(values))
        except BozzettoError as error:
            answer["problem"] = str(error)
    return answer


def cost(workbench: Workbench, configs: list[RunConfig]) -> dict[str, Any]:
    """What runs will take of time, memory and disk, and why they cannot be made, if so."""
    config = configs[0]
    seconds, n_runs = workbench.predicted(config)
    if seconds is None:
        # Runs with other versions or weights say something too, if only about.
        seconds = workbench.store.typical_seconds(config.preset, config.steps)
    needed, free = resources_needed(config), resources_free(workbench.folder)
    counts = workbench.queue.counts()
    answer: dict[str, Any] = {
        "seconds": None if seconds is None else WORKER_START_SECONDS + seconds * len(configs),
        "runs": n_runs,
        "memory": format_bytes(needed.memory),
        "disk": format_bytes(needed.disk * len(configs)),
        "ahead": counts["queued"] + counts["running"],
        "shortage": "",
    }
    measured = workbench.commands.status(_measure_key(config))
    answer["measuring"], answer["measured"] = measured.running, measured.output or measured.problem
    try:
        check_room(config, workbench.folder)
    except BozzettoError as error:
        answer["shortage"] = str(error)
    if needed.disk * len(configs) > free.disk:
        answer["shortage"] = (
            f"these variations need up to {answer['disk']} of disk, and {format_bytes(free.disk)} are free; start "
            "fewer, or free some space"
        )
    return answer


def measure(workbench: Workbench, values: Values) -> dict[str, Any]:
    """Has a few steps of a prompt made, to tell its time where no finished run does; `read` has the result."""
    config = configurations(values)[0]
    arguments = ["estimate", "--preset", config.preset, "--steps", str(config.steps), "--prior", config.prior]
    # Behind the dashes nothing is taken for an option.
    workbench.commands.start(_measure_key(config), [*arguments, "--", config.prompt])
    return {}


def _measure_key(config: RunConfig) -> tuple[object, ...]:
    return ("estimate", config.prompt, config.preset, config.steps, config.prior)


def views(workbench: Workbench, values: Values) -> Response:
    """Four sides of what the prior draws, beside each other, as one picture with alpha."""
    pictures = workbench.sampled(
        text(values, "prior", "embedded"),
        text(values, "prompt"),
        text(values, "negative"),
        whole(values, "seed", 0, 0, MAX_SEED),
    )
    images = [Image.open(io.BytesIO(png)) for png in pictures]
    strip = Image.new("RGBA", (sum(image.width for image in images), images[0].height))
    for n, image in enumerate(images):
        strip.paste(image, (n * image.width, 0))
    data = io.BytesIO()
    strip.save(data, "WEBP", quality=90)
    return Response(data.getvalue(), media_type="image/webp", headers={"Cache-Control": "private, max-age=3600"})


def start(workbench: Workbench, values: Values) -> dict[str, Any]:
    """Queues what a request asks for."""
    configs = configurations(values)
    reading = interpret(workbench.prior(configs[0].prior), configs[0].prompt, configs[0].negative)
    if reading.problem:
        raise RequestError(reading.problem)
    shortage = cost(workbench, configs)["shortage"]
    if shortage:
        raise RequestError(shortage)
    return added(workbench, configs)


def added(workbench: Workbench, configs: list[RunConfig]) -> dict[str, Any]:
    """Puts configurations into the queue, several of them as one batch, and has a worker start."""
    batch = ""
    if len(configs) > 1:
        taken = {job.batch for job in workbench.queue.jobs()}
        batch = next(name for n in range(1, len(taken) + 2) if (name := f"variations-{n}") not in taken)
    jobs = workbench.queue.add_many(configs, batch=batch)
    workbench.supervisor.wake()
    return {"jobs": [job_row(job) for job in jobs], "batch": batch}


def words(workbench: Workbench, values: Values) -> dict[str, Any]:
    """The words of the embedded prior."""
    known = workbench.words
    if known is None:
        return {"objects": [], "adjectives": [], "examples": EXAMPLES, "most": 1, "total": 0}
    found, colour = find_objects(known, text(values, "search")), text(values, "colour", most=60)
    if colour and colour not in known.adjectives:
        raise RequestError(f"colour: expected one that the model knows, got {colour!r:.60}")
    return {
        "objects": [
            {"name": word.name, "aliases": word.aliases, "prompt": prompt_of(word.name, colour)} for word in found
        ],
        "adjectives": known.adjectives,
        "examples": EXAMPLES,
        "most": known.most_objects,
        "total": len(known.objects),
    }


def word_picture(workbench: Workbench, request: Request) -> Response:
    """The picture of a word; 202 while it is being drawn."""
    word, known = request.path_params["word"], workbench.words
    if known is None or all(word != entry.name for entry in known.objects):
        raise RequestError(f"expected a word that the model knows, got {word!r:.60}")
    picture = workbench.word_pictures.get(word)
    if picture is None:
        workbench.word_pictures.want(word)
        return Response(status_code=202, headers={"Cache-Control": "no-store", "Retry-After": "1"})
    return Response(picture, media_type="image/webp", headers={"Cache-Control": "private, max-age=86400"})


PRESET_ROWS = [{"name": name, "steps": preset.steps} for name, preset in PRESETS.items()]
"""What the prompt bar offers."""
