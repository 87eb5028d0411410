"""Watch: jobs while they are made. The live part draws itself again every other second, and nothing else does."""

import streamlit as st

from bozzetto.jobs.queue.jobs import Job
from bozzetto.jobs.store.runs import Run
from bozzetto.viewer import session
from bozzetto.viewer.extend import carry_on, extend
from bozzetto.viewer.forecast import seconds_left
from bozzetto.viewer.pictures import data_uri
from bozzetto.viewer.store import StoreError
from bozzetto.viewer.text import duration, markup, moment, plain

EVERY = 1.5
COLOUR = "#cc6633"
MOST_SHOWN = 12
"""Pictures in the strip that shows how a run formed."""
MARKS = {
    "queued": ":material/schedule:",
    "running": ":material/play_circle:",
    "paused": ":material/pause_circle:",
    "done": ":material/check_circle:",
    "failed": ":material/error:",
    "cancelled": ":material/cancel:",
    "damaged": ":material/broken_image:",
}


def render() -> None:
    """The page."""
    queue = session.queue()
    jobs = queue.jobs(statuses=("running", "queued", "paused"), limit=200)
    jobs += queue.jobs(statuses=("done", "failed", "cancelled", "damaged"), limit=20, newest_first=True)
    if not jobs:
        st.info(
            "Nothing is being made. Start something on the Create page, and watch it form here.",
            icon=":material/visibility:",
        )
        if st.button("Create", type="primary", icon=":material/add_circle:"):
            session.go("create")
        _others(set())
        return
    by_number = {job.id: job for job in jobs}
    asked = st.query_params.get("job", "")
    if "watch_job" not in st.session_state and asked.isdecimal() and int(asked) in by_number:
        st.session_state["watch_job"] = int(asked)
    if st.session_state.get("watch_job") not in by_number:
        st.session_state["watch_job"] = jobs[0].id
    chosen = st.selectbox(
        "Job",
        list(by_number),
        key="watch_job",
        format_func=lambda number: f"{number}: {by_number[number].prompt}",
    )
    st.query_params["job"] = str(chosen)
    live(chosen, queue.get(chosen).status)
    _others({job.run.name for job in jobs if job.run is not None})


@st.fragment(run_every=EVERY)
def live(number: int, status: str) -> None:
    """The part that moves.

    Args:
        number: of the job.
        status: that the rest of the page was drawn with.
    """
    with session.explained():
        job = session.queue().get(number)
        if job.status != status:
            st.rerun()
        if session.keeper().problem and job.status in ("queued", "running"):
            st.error(plain(session.keeper().problem), icon=":material/error:")
        _job(job)


def _job(job: Job) -> None:
    run = Run(job.run) if job.run is not None and (job.run / "config.json").is_file() else None
    about = " \u00b7 ".join((f"job {job.id}", job.preset, f"seed {job.seed}", moment(job.created)))
    st.html(f'<p class="bz-title">{markup(job.prompt)}</p><p class="bz-sub">{markup(about)}</p>')
    _pictures(job, run)
    left, right = st.columns([3, 2], gap="large", vertical_alignment="bottom")
    with left:
        _state(job, run)
    with right:
        _buttons(job, run)
    if job.reason and job.status not in ("done",):
        tell = st.error if job.status in ("failed", "damaged") else st.info
        tell(plain(job.reason[:1].upper() + job.reason[1:]))
    if run is not None:
        _curve(run)


def metric_rows(run: Run | None) -> list[dict[str, float]]:
    """The logged steps of a run, those of them that are numbers; a line that says something else is passed over."""
    rows = []
    for row in run.metrics if run is not None else []:
        if isinstance(row, dict):
            numbers = {name: value for name, value in row.items() if type(value) in (int, float)}
            if "step" in numbers:
                rows.append(numbers)
    return rows


def _state(job: Job, run: Run | None) -> None:
    rows = metric_rows(run)
    step = max(job.step, int(rows[-1]["step"]) if rows else 0)
    if job.status == "done":
        st.progress(1.0, text=f"{MARKS['done']} Done: {job.total:,} steps")
        return
    pace = [(int(row["step"]), row["seconds"]) for row in rows if "seconds" in row]
    remaining = job.seconds_left if job.stage == "export" else seconds_left(pace, job.total)
    names = {"": "waiting", "training": "training", "export": "making the mesh"}
    stage = names.get(job.stage, job.stage) if job.status == "running" else job.status
    if job.status == "queued" and session.queue().counts()["running"] == 0:
        stage = "queued: a worker is being started"
    if job.wish:
        stage = {"pause": "pausing", "cancel": "stopping"}.get(job.wish, job.wish)
    st.progress(min(1.0, step / max(1, job.total)), text=f"{MARKS.get(job.status, '')} {stage.capitalize()}")
    one, two, three = st.columns(3, wrap=False)
    one.metric("Step", f"{step:,} / {job.total:,}")
    two.metric("Left", duration(remaining) if job.status == "running" else "\u2013")
    loss = rows[-1].get("loss") if rows else job.loss
    three.metric("Loss", "\u2013" if loss is None else f"{loss:.4f}")


def _buttons(job: Job, run: Run | None) -> None:
    queue, keeper = session.queue(), session.keeper()
    with st.container(horizontal=True):
        if (
            job.status in ("running", "queued")
            and not job.wish
            and st.button("Pause", icon=":material/pause:", help="Saves a checkpoint and lets the next job begin.")
        ):
            queue.pause(job.id)
            st.rerun()
        if (
            (job.status == "paused" or job.wish == "pause")
            and not job.waits
            and st.button("Resume", icon=":material/play_arrow:", type="primary")
        ):
            queue.resume(job.id)
            keeper.nudge()
            st.rerun()
        if (
            job.status in ("running", "queued", "paused")
            and job.wish != "cancel"
            and st.button(
                "Stop",
                icon=":material/stop:",
                help="Ends the job. What it has made is kept, and Retry goes on from there.",
            )
        ):
            queue.cancel(job.id)
            st.rerun()
        if (
            job.status in ("running", "paused")
            and run is not None
            and st.session_state.get("watch_turn") != job.id
            and any((run.path / "checkpoints").glob("*.json"))
            and st.button(
                "Turn", icon=":material/360:", help="A turntable of the field so far; it takes some time of the job's."
            )
        ):
            st.session_state["watch_turn"] = job.id
        if job.status in ("failed", "cancelled") and st.button(
            "Retry", icon=":material/replay:", type="primary", help="Goes on from the last checkpoint."
        ):
            queue.retry(job.id)
            keeper.nudge()
            st.rerun()
        if job.status == "done" and run is not None:
            if st.button("Look", icon=":material/deployed_code:", type="primary"):
                session.go_from_fragment("look", run=run.path.name)
            with st.popover("Extend", icon=":material/more_time:"):
                more = st.number_input("More steps", 10, 100_000, max(50, job.total // 2), step=10)
                if st.button("Go on", type="primary"):
                    session.store().refresh(force=True)
                    added = extend(session.store(), queue, run.path.name, int(more))
                    keeper.nudge()
                    # Set for the next script run: the select box exists already in this one.
                    st.session_state.pop("watch_job", None)
                    session.go_from_fragment("watch", job=str(added.id))


def _pictures(job: Job, run: Run | None) -> None:
    """What there is to see: the views of the latest preview, how they came to be, the turntable."""
    previews = run.previews if run is not None else []
    if not previews or run is None:
        waits = {"running": "The first picture comes after some steps\u2026", "queued": "It waits for its turn."}
        st.html(f'<div class="bz-stage"><div class="bz-none">{waits.get(job.status, "No picture yet.")}</div></div>')
        return
    finished = run.path / "turntable.webp"
    turn = finished.read_bytes() if job.status == "done" and finished.is_file() else None
    if turn is None and st.session_state.get("watch_turn") == job.id:
        picture = session.nerf_view().turntable(run.path.absolute())
        turn = picture.data if picture is not None and not picture.problem else None
    views = f'<img class="bz-views" src="{data_uri(previews[-1].read_bytes(), "image/png")}" alt="four sides">'
    if turn is not None:
        views = f'<img class="bz-turn" src="{data_uri(turn)}" alt="turntable">{views}'
    st.html(
        f'<div class="bz-stage">{views}<span class="bz-badge">front, right, back, left at step '
        f"{int(previews[-1].stem):,}</span></div>"
    )
    if len(previews) > 1:
        chosen = previews[:: max(1, -(-len(previews) // MOST_SHOWN))]
        strip = "".join(
            f'<figure><img src="{data_uri(path.read_bytes(), "image/png")}" alt=""><figcaption>{int(path.stem):,}'
            "</figcaption></figure>"
            for path in chosen
        )
        st.html(f'<div class="bz-strip">{strip}</div>')


def _curve(run: Run) -> None:
    rows = [row for row in metric_rows(run) if "loss" in row and "opacity" in row]
    if len(rows) < 2:
        return
    keep = max(1, len(rows) // 300)
    shown = rows[::keep]
    left, right = st.columns(2)
    with left:
        st.caption("Loss: distance to what the prior would rather see")
        st.line_chart(
            {"step": [row["step"] for row in shown], "loss": [row["loss"] for row in shown]},
            x="step",
            y="loss",
            color=COLOUR,
            height=200,
        )
    with right:
        st.caption("Opacity: share of the view that is covered")
        st.line_chart(
            {"step": [row["step"] for row in shown], "opacity": [row["opacity"] for row in shown]},
            x="step",
            y="opacity",
            color=COLOUR,
            height=200,
        )


def _others(known: set[str]) -> None:
    """Runs that were stopped, or are made from a command line, and have no job in the list."""
    store = session.store()
    found = store.page(statuses=("running", "interrupted", "failed"), limit=10).entries
    found = tuple(entry for entry in found if entry.name not in known)
    if not found:
        return
    st.divider()
    st.markdown("**Runs without a job**")
    for entry in found:
        with st.container(border=True):
            st.html(f'<div class="bz-whole">{markup(entry.prompt)}</div>')
            reason = f" {entry.reason}" if entry.reason else ""
            st.caption(
                f"{plain(entry.name)}, {plain(entry.status)} at step {entry.step} of {entry.steps}.{plain(reason)}"
            )
            if entry.status == "running":
                st.caption("It belongs to a command line: Ctrl-C stops it there.")
            elif st.button("Go on", key=f"goon-{entry.name}", icon=":material/play_arrow:"):
                try:
                    job = carry_on(store, session.queue(), entry.name)
                except StoreError as error:
                    st.error(plain(error))
                    continue
                session.keeper().nudge()
                st.session_state.pop("watch_job", None)
                session.go("watch", job=str(job.id))
