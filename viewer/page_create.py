"""Create: from a few words to a job in the queue, with what the prior makes of them shown before anything is spent."""

import io
import random
from collections.abc import Sequence

import streamlit as st
from PIL import Image

from bozzetto.jobs.config.errors import BozzettoError
from bozzetto.jobs.config.run_config import PRESETS, RunConfig, make_config
from bozzetto.jobs.store.resources import check_room, resources_free, resources_needed, size
from bozzetto.jobs.train.scene_scale import scene_scale_of
from bozzetto.viewer import session
from bozzetto.viewer.forecast import START_SECONDS, predict_seconds
from bozzetto.viewer.pictures import data_uri, thumbnail
from bozzetto.viewer.preview import SIDES, sample
from bozzetto.viewer.text import duration, markup, plain
from bozzetto.viewer.vocabulary import EXAMPLES, Reading, read, replaced, suggestions

MAX_TRIES = 8
LATEST = 6
PRESET_HELP = {
    "draft": "A first look in the shortest time.",
    "standard": "What most prompts want.",
    "fine": "More steps, finer mesh and texture.",
}


def configurations(
    prompt: str, negative: str, preset: str, prior: str, seed: int, tries: int, steps: int | None
) -> list[RunConfig]:
    """The configurations of a start: one a try, with seeds that follow each other.

    Raises:
        PromptError, ConfigError: something of it cannot be used.
    """
    return [
        make_config(prompt, preset, negative=negative, prior=prior, seed=seed + n, steps=steps) for n in range(tries)
    ]


def render() -> None:
    """The page."""
    state = st.session_state
    # Widgets that are not on the page lose their values; these are kept for whoever comes back from another page.
    for name, first in (
        ("prompt", ""),
        ("negative", ""),
        ("preset", "draft"),
        ("seed", 0),
        ("tries", 1),
        ("prior", ""),
    ):
        state.setdefault(f"kept_{name}", first)
        state.setdefault(f"create_{name}", state[f"kept_{name}"])

    left, right = st.columns([3, 2], gap="large")
    with left:
        prompt = st.text_input(
            "What shall be made?",
            key="create_prompt",
            placeholder="a red teddy bear",
            max_chars=500,
            live=True,
            help="A kind of object, with a colour or a material if you like, or up to six of them (a cat on a chair). "
            "The Prompt guide shows every word.",
        )
        reading = _guidance(prompt)
        picked = st.segmented_control(
            "Preset", list(PRESETS), key="create_preset", required=True, width="stretch", format_func=str.capitalize
        )
        preset: str = picked if picked is not None and picked in PRESETS else "draft"
        st.caption(f"{PRESET_HELP.get(preset, '')} {PRESETS[preset].steps:,} steps.")
        with st.expander("More settings"):
            settings = _settings(preset)
        start_place = st.container()
    with right:
        st.markdown("**What the prior sees**")
        picture_place = st.container(border=True)

    negative, seed, tries, steps, prior_name = settings
    for name, value in (
        ("prompt", prompt),
        ("negative", negative),
        ("preset", preset),
        ("seed", seed),
        ("tries", tries),
        ("prior", prior_name),
    ):
        state[f"kept_{name}"] = value
    configs, problem = list[RunConfig](), ""
    if reading is not None and not reading.problem:
        try:
            configs = configurations(prompt, negative, preset, prior_name, int(seed), int(tries), steps)
        except BozzettoError as error:
            problem = str(error)
    with start_place:
        _start(reading, configs, problem, preset)
    _latest()
    # Last, because it takes most of a second: by now the rest of the page stands.
    with picture_place:
        _pictures(reading, problem, prompt, negative, prior_name, int(seed))


def _guidance(prompt: str) -> Reading | None:
    """Suggestions, unknown words and their neighbours; None while nothing has been typed."""
    words = session.words()
    if words is not None:
        offered = suggestions(words, prompt)
        if offered:
            label = "Or begin with" if not prompt.strip() else "Suggestions"
            st.pills(label, offered, key="create_offer", on_change=_take_offer, format_func=plain, wrap=True)
    if not prompt.strip():
        return None
    reading = read(session.prior(st.session_state.get("kept_prior") or "embedded"), prompt)
    if reading.problem:
        st.error(plain(reading.problem[:1].upper() + reading.problem[1:] + "."), icon=":material/block:")
    for word, nearest in reading.unknown[:4]:
        if not reading.problem:
            st.warning(
                f"The prior does not know \u201c{plain(word)}\u201d and will pass over it.", icon=":material/help:"
            )
        if nearest:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.caption(f"Instead of {plain(word)}:", width="content")
                for known in nearest:
                    st.button(
                        plain(known), key=f"swap-{word}-{known}", on_click=_put, args=(replaced(prompt, word, known),)
                    )
    for word, known in reading.assumed:
        st.info(f"\u201c{plain(word)}\u201d is read as {plain(known)}.", icon=":material/info:")
    for note in reading.notes:
        st.info(plain(note[:1].upper() + note[1:] + "."), icon=":material/info:")
    return reading


def _take_offer() -> None:
    chosen = st.session_state.get("create_offer")
    if chosen:
        _put(chosen)
    st.session_state["create_offer"] = None


def _put(prompt: str) -> None:
    st.session_state["create_prompt"] = prompt


def _settings(preset: str) -> tuple[str, int, int, int | None, str]:
    negative = st.text_input(
        "What to stay away from", key="create_negative", max_chars=500, placeholder="for example: black"
    )
    one, two, three = st.columns(3)
    with one:
        seed = st.number_input("Seed", 0, 2**53 - 1, key="create_seed", help="The same seed gives the same result.")
        st.button("Another seed", icon=":material/casino:", on_click=_roll)
    with two:
        tries = st.number_input(
            "Tries", 1, MAX_TRIES, key="create_tries", help="Jobs with seeds that follow each other, to choose from."
        )
    with three:
        own = st.number_input(
            "Steps", 0, 1_000_000, 0, step=50, help=f"0 takes those of the preset, {PRESETS[preset].steps:,}."
        )
    usable = [info for info in session.priors() if info.available]
    names = [info.name for info in usable]
    if st.session_state["create_prior"] not in names:
        st.session_state["create_prior"] = names[0] if names else None
    chosen = st.selectbox("Prior", names, key="create_prior", placeholder="none can be used")
    for info in session.priors():
        if info.name == chosen:
            st.caption(plain(info.what))
    others = [info for info in session.priors() if not info.available]
    if others:
        with st.popover("Priors that cannot be used here"):
            for info in others:
                st.markdown(f"**{plain(info.name)}**: {plain(info.what)}. {plain(info.why_not)}")
    return negative or "", int(seed), int(tries), int(own) or None, chosen or "embedded"


def _roll() -> None:
    st.session_state["create_seed"] = random.randrange(100_000)


def _start(reading: Reading | None, configs: Sequence[RunConfig], problem: str, preset: str) -> None:
    """What the start would cost, and the button; `configs` is empty while there is a problem."""
    shortage = _costs(configs, preset) if configs else ""
    ready = bool(configs) and reading is not None and not reading.problem and not shortage
    label = "Start" if len(configs) < 2 else f"Start {len(configs)} tries"
    pressed = st.button(
        label, type="primary", icon=":material/play_arrow:", width="stretch", disabled=not ready, shortcut="Ctrl+Enter"
    )
    if shortage:
        st.error(plain(shortage[:1].upper() + shortage[1:]), icon=":material/error:")
    elif problem and reading is not None and not reading.problem:
        st.error(plain(problem[:1].upper() + problem[1:]), icon=":material/error:")
    elif reading is None:
        st.caption("Say what shall be made first.")
    if pressed and ready:
        jobs = session.queue().add_many(configs)
        session.keeper().nudge()
        session.go("watch", job=str(jobs[0].id))


def _costs(configs: Sequence[RunConfig], preset: str) -> str:
    """Says what the runs will take of time, memory and disk; returns why they cannot, or an empty text."""
    store, config = session.store(), configs[0]
    timings = store.timings(preset)
    others = [] if timings else [timing for name in PRESETS for timing in store.timings(name)]
    each = predict_seconds(timings or others, config.steps, scene_scale_of(config, session.prior(config.prior)))
    needed, free = resources_needed(config), resources_free()
    counts = session.queue().counts()
    before = counts["queued"] + counts["running"]
    told = []
    if each is not None:
        by = f"finished {preset} runs" if timings else "runs of other presets"
        told.append(f"about **{duration(START_SECONDS + each * len(configs))}** here, going by {by}")
    told.append(f"up to {size(needed.memory)} of memory beside the prior and its libraries")
    told.append(f"{size(needed.disk * len(configs))} of disk")
    text = ", ".join(told)
    st.markdown(text[:1].upper() + text[1:] + "." + (f" Jobs before it: {before}." if before else ""))
    if each is None:
        _measured(config)
    try:
        check_room(config)
    except BozzettoError as error:
        return str(error)
    if needed.disk * len(configs) > free.disk:
        return (
            f"these tries need up to {size(needed.disk * len(configs))} of disk, and {size(free.disk)} are free; "
            "start fewer, or free some space"
        )
    return ""


def _measured(config: RunConfig) -> None:
    """The time by a few steps that are made for it, where no finished run tells it."""
    key = ("estimate", config.preset, config.steps, config.prior)
    commands = session.commands()
    standing = commands.standing(key)
    if standing.running:
        _await_estimate(key)
    elif standing.output:
        st.caption(f"Measured: {plain(standing.output)}.")
    elif standing.problem:
        st.caption(f"It could not be measured: {plain(standing.problem)}")
    elif st.button(
        "Measure the time",
        icon=":material/timer:",
        help="Makes a few steps, which takes some seconds.",
        type="tertiary",
    ):
        arguments = ["estimate", "--preset", config.preset, "--steps", str(config.steps), "--prior", config.prior]
        # Behind the dashes nothing is taken for an option.
        commands.start(key, [*arguments, "--", config.prompt])
        st.rerun()


@st.fragment(run_every=0.7)
def _await_estimate(key: tuple[object, ...]) -> None:
    standing = session.commands().standing(key)
    if not standing.running:
        st.rerun()
    st.caption(f":material/progress_activity: Making a few steps, {duration(standing.seconds)}\u2026")


def _latest() -> None:
    """The newest results, so that whoever comes back goes on from there."""
    store = session.store()
    found = store.page(statuses=("done",), limit=LATEST).entries
    if not found:
        return
    st.html('<div class="bz-rule"></div>')
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown("**Made lately**", width="content")
        with st.popover("Prompts used before", icon=":material/history:", type="tertiary"):
            for prompt in store.prompts(20):
                st.button(plain(prompt), key=f"again-{prompt}", on_click=_put, args=(prompt,), type="tertiary")
    with st.container(horizontal=True, gap="small"):
        for entry in found:
            with st.container(key=f"card-{entry.name}", gap="xsmall"):
                picture = thumbnail(store, entry.name)
                inside = (
                    f'<img src="{data_uri(picture)}" alt="">' if picture else '<div class="bz-none">no picture</div>'
                )
                title = markup(entry.prompt)
                st.html(f'<div class="bz-card">{inside}</div><div class="bz-name" title="{title}">{title}</div>')
                if st.button(f"Look at {plain(entry.prompt)}", key=f"open-{entry.name}"):
                    session.go("look", run=entry.name)


def _pictures(reading: Reading | None, problem: str, prompt: str, negative: str, prior: str, seed: int) -> None:
    if reading is None:
        st.html('<div class="bz-four">' + "".join(f"<div>{side}</div>" for side in SIDES) + "</div>")
        st.caption(f"Four sides of it, in a few seconds, before any 3D is spent. Try \u201c{EXAMPLES[0]}\u201d.")
        return
    if reading.problem:
        st.caption("Nothing: there is no object in the prompt that it knows.")
        return
    if problem:
        st.caption("Nothing: something of the settings cannot be used.")
        return
    pictures = _sample(getattr(session.prior(prior), "digest", prior), prior, prompt, negative, seed)
    for row in (0, 2):
        for column, side in zip(st.columns(2, wrap=False), (row, row + 1), strict=True):
            column.image(pictures[side], caption=SIDES[side], width="stretch")
    width = Image.open(io.BytesIO(pictures[0])).width
    st.caption(f"Its own drawing, {width} pixels wide. The 3D object is made to agree with many such from all around.")


@st.cache_data(show_spinner="Drawing\u2026", max_entries=200)
def _sample(digest: str, prior: str, prompt: str, negative: str, seed: int) -> list[bytes]:
    return sample(session.prior(prior), prompt, negative, len(SIDES), seed)
