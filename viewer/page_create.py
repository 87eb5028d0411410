"""Create: from a few words to a job in the queue, with what the prior makes of them shown before anything is spent."""

import random

import streamlit as st

from jobs.config import PRESETS, RunConfig, make_config
from viewer import shell
from viewer.forecast import START_SECONDS, predict_seconds
from viewer.preview import SIDES, sample
from viewer.text import duration, plain
from viewer.vocabulary import EXAMPLES, Reading, read, replaced, suggestions

MAX_TRIES = 8
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
            help="A kind of object, with a colour or a material if you like. The Prompt guide shows every word.",
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
    with start_place:
        _start(reading, prompt, negative, preset, prior_name, int(seed), int(tries), steps)
    # Last, because it takes most of a second: by now the rest of the page stands.
    with picture_place:
        _pictures(reading, prompt, negative, prior_name, int(seed))


def _guidance(prompt: str) -> Reading | None:
    """Suggestions, unknown words and their neighbours; None while nothing has been typed."""
    words = shell.words()
    if words is not None:
        offered = suggestions(words, prompt)
        if offered:
            label = "Or begin with" if not prompt.strip() else "Suggestions"
            st.pills(label, offered, key="create_offer", on_change=_take_offer, format_func=plain, wrap=True)
    if not prompt.strip():
        return None
    reading = read(shell.prior(st.session_state.get("kept_prior") or "embedded"), prompt)
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
    usable = [info for info in shell.priors() if info.available]
    names = [info.name for info in usable]
    if st.session_state["create_prior"] not in names:
        st.session_state["create_prior"] = names[0] if names else None
    chosen = st.selectbox("Prior", names, key="create_prior", placeholder="none can be used")
    for info in shell.priors():
        if info.name == chosen:
            st.caption(plain(info.what))
    others = [info for info in shell.priors() if not info.available]
    if others:
        with st.popover("Priors that cannot be used here"):
            for info in others:
                st.markdown(f"**{plain(info.name)}**: {plain(info.what)}. {plain(info.why_not)}")
    return negative or "", int(seed), int(tries), int(own) or None, chosen or "embedded"


def _roll() -> None:
    st.session_state["create_seed"] = random.randrange(100_000)


def _start(
    reading: Reading | None,
    prompt: str,
    negative: str,
    preset: str,
    prior: str,
    seed: int,
    tries: int,
    steps: int | None,
) -> None:
    timings = shell.store().timings(preset)
    each = predict_seconds(timings, steps or PRESETS[preset].steps)
    counts = shell.queue().counts()
    before = counts["queued"] + counts["running"]
    if each is None:
        told = f"No finished {preset} run yet to predict the time by."
    else:
        told = f"About **{duration(START_SECONDS + each * tries)}** on this machine, going by finished {preset} runs."
    if before:
        told += f" Jobs before it: {before}."
    st.markdown(told)
    ready = reading is not None and not reading.problem
    label = "Start" if tries == 1 else f"Start {tries} tries"
    pressed = st.button(
        label, type="primary", icon=":material/play_arrow:", width="stretch", disabled=not ready, shortcut="Ctrl+Enter"
    )
    if not ready and reading is None:
        st.caption("Say what shall be made first.")
    if pressed and ready:
        jobs = shell.queue().add_many(configurations(prompt, negative, preset, prior, seed, tries, steps))
        shell.keeper().nudge()
        shell.go("watch", job=str(jobs[0].id))


def _pictures(reading: Reading | None, prompt: str, negative: str, prior: str, seed: int) -> None:
    if reading is None:
        st.caption(f"Four sides of it, in a second, before any 3D is spent. Try \u201c{EXAMPLES[0]}\u201d.")
        return
    if reading.problem:
        st.caption("Nothing: there is no object in the prompt that it knows.")
        return
    pictures = _sample(getattr(shell.prior(prior), "digest", prior), prior, prompt, negative, seed)
    for row in (0, 2):
        for column, side in zip(st.columns(2, wrap=False), (row, row + 1), strict=True):
            column.image(pictures[side], caption=SIDES[side], width="stretch")
    st.caption("Its own drawing, 32 pixels wide. The 3D object is made to agree with many of these from all around.")


@st.cache_data(show_spinner="Drawing\u2026", max_entries=200)
def _sample(digest: str, prior: str, prompt: str, negative: str, seed: int) -> list[bytes]:
    return sample(shell.prior(prior), prompt, negative, len(SIDES), seed)
