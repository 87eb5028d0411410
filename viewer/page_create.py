"""Create: from a few words to a job in the queue, with a 2D preview before anything is spent.

Prompt and settings are kept in the address, so that a reload or a bookmark brings them back.
"""

import io
import random
from collections.abc import Sequence

import streamlit as st
from PIL import Image

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.run_config import PRESETS, RunConfig, make_config
from bozzetto.jobs.pipeline.estimate import predict_from_runs
from bozzetto.jobs.store.resources import check_room, resources_free, resources_needed
from bozzetto.jobs.store.runs import home
from bozzetto.jobs.store.units import format_bytes, format_duration
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.viewer import session
from bozzetto.viewer.pictures import data_uri, thumbnail
from bozzetto.viewer.preview import SIDES, sample_views
from bozzetto.viewer.text import escape_html, escape_md, sentence
from bozzetto.viewer.vocabulary import EXAMPLES, PromptReading, interpret, replace_word, suggestions

MAX_VARIATIONS = 8
MAX_STEPS = 1_000_000
RECENT_RUNS = 6
WORKER_START_SECONDS = 4.0
"""What a worker takes to start: imports and the prior."""
PRESET_HELP = {
    "draft": "A first look in the shortest time.",
    "standard": "Right for most prompts.",
    "fine": "More steps, a finer mesh and texture.",
}


def configurations(
    prompt: str, negative: str, preset: str, prior: str, seed: int, variations: int, steps: int | None
) -> list[RunConfig]:
    """The configurations of a start: one a variation, with seeds that follow each other.

    Raises:
        PromptError, ConfigError: something of it cannot be used.
    """
    return [
        make_config(prompt, preset, negative=negative, prior=prior, seed=seed + n, steps=steps)
        for n in range(variations)
    ]


def render() -> None:
    """The page."""
    session.page_heading("Create", hidden=True)
    left, right = st.columns([3, 2], gap="large")
    with left:
        # Without a limit: Streamlit empties a box that more is pasted into; too much is said below.
        prompt = (
            st.text_input(
                "What do you want to make?",
                key="prompt",
                bind="query-params",
                placeholder="a red teddy bear",
                live=True,
                help="An object, with a colour or a material if you like, or up to six of them (a cat on a chair). "
                "The Prompt guide shows every word.",
            )
            or ""
        )
        reading = _prompt_help(prompt)
        preset = st.segmented_control(
            "Preset",
            list(PRESETS),
            default="draft",
            key="preset",
            bind="query-params",
            required=True,
            width="stretch",
            format_func=str.capitalize,
        )
        if preset not in PRESETS:
            preset = "draft"
        st.caption(f"{PRESET_HELP.get(preset, '')} {PRESETS[preset].steps:,} steps.")
        with st.expander("More settings"):
            negative, seed, variations, steps, prior_name = _settings(preset)
        start_area = st.container()
    with right:
        session.section_heading("2D preview")
        picture_area = st.container(border=True)
    configs, problem = list[RunConfig](), ""
    if reading is not None and not reading.problem:
        try:
            configs = configurations(prompt, negative, preset, prior_name, seed, variations, steps)
        except BozzettoError as error:
            problem = str(error)
    with start_area:
        _start(reading, configs, problem)
    _recent()
    # Last, because it takes most of a second: by now the rest of the page stands.
    with picture_area:
        _preview(reading, problem, prompt, negative, prior_name, seed)


def _prompt_help(prompt: str) -> PromptReading | None:
    """Suggestions, unknown words and their neighbours; None while nothing has been typed."""
    words = session.words()
    reading = None
    if prompt.strip():
        reading = interpret(session.prior(st.session_state.get("prior") or "embedded"), prompt)
    if words is not None:
        offered = suggestions(words, prompt, [word for word, _ in reading.unknown] if reading is not None else ())
        if offered:
            label = "Suggestions" if prompt.strip() else "Examples"
            st.pills(label, offered, key="suggestion", on_change=_take_suggestion, format_func=escape_md, wrap=True)
    if reading is None:
        return None
    if reading.has_no_object:
        # No error while somebody types: most prompts begin without an object.
        n_objects = f"{len(words.objects):,} " if words is not None else ""
        st.caption(f":material/info: No known object yet. The Prompt guide shows all {n_objects}objects.")
    elif reading.problem:
        st.error(escape_md(sentence(reading.problem)), icon=":material/block:")
    for word, nearest in reading.unknown[:4]:
        if not reading.problem:
            st.caption(f":material/info: \u2018{escape_md(word)}\u2019 isn't known and will be ignored.")
        if nearest:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.caption(f"Replace \u2018{escape_md(word)}\u2019 with", width="content")
                for similar in nearest:
                    st.button(
                        escape_md(similar),
                        key=f"swap-{word}-{similar}",
                        on_click=_set_prompt,
                        args=(replace_word(prompt, word, similar),),
                    )
    for word, similar in reading.assumed:
        st.caption(f":material/info: \u2018{escape_md(word)}\u2019 is read as {escape_md(similar)}.")
    for note in reading.notes:
        st.caption(f":material/info: {escape_md(sentence(note))}")
    return reading


@session.guarded
def _take_suggestion() -> None:
    chosen = st.session_state.get("suggestion")
    if chosen:
        st.session_state["prompt"] = chosen
    st.session_state["suggestion"] = None


@session.guarded
def _set_prompt(prompt: str) -> None:
    st.session_state["prompt"] = prompt


def _settings(preset: str) -> tuple[str, int, int, int | None, str]:
    """Negative prompt, seed, variations, steps (None: the preset's) and prior."""
    negative = st.text_input(
        "Negative prompt", key="negative", bind="query-params", placeholder="for example: black", help="What to avoid."
    )
    one, two, three = st.columns(3)
    with one:
        seed = st.number_input(
            "Seed", 0, 2**53 - 1, 0, key="seed", bind="query-params", help="The same seed gives the same result."
        )
        st.button("Random seed", icon=":material/casino:", on_click=_random_seed)
    with two:
        variations = st.number_input(
            "Variations",
            1,
            MAX_VARIATIONS,
            1,
            key="variations",
            bind="query-params",
            help="Jobs with consecutive seeds, to choose from.",
        )
    with three:
        steps = st.number_input(
            "Steps",
            0,
            MAX_STEPS,
            0,
            step=50,
            key="steps",
            bind="query-params",
            help=f"0 uses the preset's {PRESETS[preset].steps:,}.",
        )
    names = [info.name for info in session.priors() if info.available]
    chosen = st.selectbox("Model", names, key="prior", bind="query-params", placeholder="none available")
    for info in session.priors():
        if info.name == chosen:
            st.caption(escape_md(info.what))
    others = [info for info in session.priors() if not info.available]
    if others:
        with st.popover("Models that can't run here"):
            for info in others:
                st.markdown(f"**{escape_md(info.name)}**: {escape_md(info.what)}. {escape_md(info.why_not)}")
    return negative or "", int(seed), int(variations), int(steps) or None, chosen or "embedded"


@session.guarded
def _random_seed() -> None:
    st.session_state["seed"] = random.randrange(100_000)


def _start(reading: PromptReading | None, configs: Sequence[RunConfig], problem: str) -> None:
    """What the start would cost, and the button; `configs` is empty while there is a problem."""
    shortage = _costs(configs) if configs else ""
    ready = bool(configs) and reading is not None and not reading.problem and not shortage
    label = "Start" if len(configs) < 2 else f"Start {len(configs)} variations"
    pressed = st.button(
        label, type="primary", icon=":material/play_arrow:", width="stretch", disabled=not ready, shortcut="Ctrl+Enter"
    )
    if shortage:
        st.error(escape_md(sentence(shortage)), icon=":material/error:")
    elif problem and reading is not None and not reading.problem:
        st.error(escape_md(sentence(problem)), icon=":material/error:")
    elif reading is None:
        st.caption("Type a prompt to start.")
    if pressed and ready:
        jobs = session.queue().add_many(configs)
        session.worker_supervisor().wake()
        session.navigate("watch", job=str(jobs[0].id))


def _costs(configs: Sequence[RunConfig]) -> str:
    """Shows what the runs will take of time, memory and disk; returns why they cannot, or an empty text."""
    config = configs[0]
    seconds, n_runs = _predicted(config)
    needed, free = resources_needed(config), resources_free()
    counts = session.queue().counts()
    waiting = counts["queued"] + counts["running"]
    parts = []
    if seconds is not None:
        source = f"{n_runs} similar runs" if n_runs > 1 else "a similar run"
        total = format_duration(WORKER_START_SECONDS + seconds * len(configs))
        parts.append(f"About **{total}**, based on {source}")
    parts.append(f"up to {format_bytes(needed.memory)} of memory")
    parts.append(f"{format_bytes(needed.disk * len(configs))} of disk")
    st.markdown(sentence(", ".join(parts)) + (f" Jobs ahead in the queue: {waiting}." if waiting else ""))
    if seconds is None:
        _measured(config)
    try:
        check_room(config)
    except BozzettoError as error:
        return str(error)
    if needed.disk * len(configs) > free.disk:
        return (
            f"these variations need up to {format_bytes(needed.disk * len(configs))} of disk, and "
            f"{format_bytes(free.disk)} are free; start fewer, or free some space"
        )
    return ""


def _predicted(config: RunConfig) -> tuple[float | None, int]:
    """Seconds of a run by the finished runs of its kind, and how many these are."""
    newest = session.store().page(statuses=("done",), limit=1)
    stamp = (newest.total, *(entry.name for entry in newest.entries))
    return _predict(config, str(home()), stamp)


@st.cache_data(show_spinner=False, max_entries=500, hash_funcs={RunConfig: repr})
def _predict(config: RunConfig, folder: str, stamp: tuple[object, ...]) -> tuple[float | None, int]:
    """`folder` and `stamp` say which runs there are."""
    estimate = predict_from_runs(config, PriorKnowledge.of(session.prior(config.prior), config))
    return (None, 0) if estimate is None else (estimate.seconds, estimate.n_runs)


def _measured(config: RunConfig) -> None:
    """The time by a few steps that are made for it, where there are no similar runs."""
    key = ("estimate", config.prompt, config.preset, config.steps, config.prior)
    commands = session.commands()
    status = commands.status(key)
    if status.running:
        _await_estimate(key)
    elif status.output:
        st.caption(f"Measured: {escape_md(status.output)}.")
    elif status.problem:
        st.caption(f"Couldn't measure the time: {escape_md(status.problem)}")
    elif st.button(
        "Estimate time",
        icon=":material/timer:",
        help="Runs a few steps of this prompt, which takes some seconds.",
        type="tertiary",
    ):
        arguments = ["estimate", "--preset", config.preset, "--steps", str(config.steps), "--prior", config.prior]
        # Behind the dashes nothing is taken for an option.
        commands.start(key, [*arguments, "--", config.prompt])
        st.rerun()


@st.fragment(run_every=0.7)
@session.bounded
def _await_estimate(key: tuple[object, ...]) -> None:
    status = session.commands().status(key)
    if not status.running:
        st.rerun()
    st.caption(f":material/progress_activity: Running a few steps, {format_duration(status.seconds)}\u2026")


def _recent() -> None:
    """The newest results, so that whoever comes back goes on from there."""
    store = session.store()
    entries = store.page(statuses=("done",), limit=RECENT_RUNS).entries
    if not entries:
        return
    st.html('<div class="bz-rule"></div>')
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        with st.container(width="content"):
            session.section_heading("Recent")
        with st.popover("Recent prompts", icon=":material/history:", type="tertiary"):
            for prompt in store.prompts(20):
                st.button(
                    escape_md(prompt), key=f"again-{prompt}", on_click=_set_prompt, args=(prompt,), type="tertiary"
                )
    with st.container(horizontal=True, gap="small"):
        for entry in entries:
            with st.container(key=f"card-{entry.name}", gap="xsmall"):
                picture = thumbnail(store, entry.name)
                inside = (
                    f'<img src="{data_uri(picture)}" alt="">' if picture else '<div class="bz-none">No picture</div>'
                )
                title = escape_html(entry.prompt)
                st.html(f'<div class="bz-card">{inside}</div><div class="bz-name" title="{title}">{title}</div>')
                if st.button(f"View {escape_md(entry.prompt)}", key=f"open-{entry.name}"):
                    session.navigate("look", run=entry.name)


def _preview(reading: PromptReading | None, problem: str, prompt: str, negative: str, prior: str, seed: int) -> None:
    """Four sides of what the prior draws for the prompt."""
    if reading is None:
        st.html('<div class="bz-four">' + "".join(f"<div>{side}</div>" for side in SIDES) + "</div>")
        st.caption(f"Four sides, in a few seconds, before any 3D work. Try \u201c{EXAMPLES[0]}\u201d.")
        return
    if reading.problem:
        st.caption("Nothing to draw yet.")
        return
    if problem:
        st.caption("Check the settings on the left.")
        return
    pictures = _sampled(getattr(session.prior(prior), "digest", prior), prior, prompt, negative, seed)
    for row in (0, 2):
        for column, side in zip(st.columns(2, wrap=False), (row, row + 1), strict=True):
            column.image(
                pictures[side], caption=SIDES[side].capitalize(), width="stretch", alt=f"{prompt}, {SIDES[side]}"
            )
    width = Image.open(io.BytesIO(pictures[0])).width
    st.caption(f"Drawn by the model, {width} pixels wide. The 3D object is fitted to many such views.")


@st.cache_data(show_spinner="Drawing\u2026", max_entries=200)
def _sampled(digest: str, prior: str, prompt: str, negative: str, seed: int) -> list[bytes]:
    return sample_views(session.prior(prior), prompt, negative, len(SIDES), seed)
