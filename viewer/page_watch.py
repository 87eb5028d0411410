"""Watch: jobs while they are made. The live part draws itself again while a job moves, and nothing else does."""

import streamlit as st

from bozzetto.jobs.queue.schema import Job
from bozzetto.jobs.store.runs import Run
from bozzetto.jobs.store.units import format_duration
from bozzetto.viewer import session
from bozzetto.viewer.continue_run import extend_run, resume_run
from bozzetto.viewer.pictures import data_uri
from bozzetto.viewer.text import escape_html, escape_md, format_time, sentence

REFRESH_SECONDS = 1.5
CHART_COLOUR = "#cc6633"
MAX_PREVIEWS = 12
"""Pictures in the strip that shows how a run formed."""
ACTIVE = ("queued", "running")
ICONS = {
    "queued": ":material/schedule:",
    "running": ":material/play_circle:",
    "paused": ":material/pause_circle:",
    "done": ":material/check_circle:",
    "failed": ":material/error:",
    "cancelled": ":material/cancel:",
    "damaged": ":material/broken_image:",
}
STAGES = {"": "Starting", "training": "Training", "export": "Exporting the mesh"}


def render() -> None:
    """The page."""
    queue = session.queue()
    jobs = queue.jobs(statuses=("running", "queued", "paused"), limit=200)
    jobs += queue.jobs(statuses=("done", "failed", "cancelled", "damaged"), limit=20, newest_first=True)
    if not jobs:
        session.page_heading("Watch", hidden=True)
        st.info("No jobs yet. Start one on the Create page and watch it form here.", icon=":material/visibility:")
        if st.button("Create", type="primary", icon=":material/add_circle:"):
            session.navigate("create")
        _runs_without_job(set())
        return
    by_number = {job.id: job for job in jobs}
    address = st.query_params.get("job", "")
    number = int(address) if address.isascii() and address.isdecimal() and len(address) < 19 else None
    # An address that names a job wins over the last choice, so that Back and Forward work; a choice changes it.
    if number in by_number and st.session_state.get("watch_address") != address:
        st.session_state["watch_job"] = number
    if st.session_state.get("watch_job") not in by_number:
        st.session_state["watch_job"] = jobs[0].id
    chosen = st.selectbox(
        "Job",
        list(by_number),
        key="watch_job",
        format_func=lambda number: f"{number}: {by_number[number].prompt}",
    )
    st.query_params["job"] = st.session_state["watch_address"] = str(chosen)
    status = queue.get(chosen).status
    # A job at rest costs nothing: only one that moves is drawn again and again.
    moving = status in ACTIVE or st.session_state.get("watch_turntable") == chosen
    st.fragment(_live, run_every=REFRESH_SECONDS if moving else None)(chosen, status)
    _runs_without_job({job.run.name for job in jobs if job.run is not None})


@session.bounded
def _live(number: int, status: str) -> None:
    """The part that is drawn again.

    Args:
        number: of the job.
        status: that the rest of the page was drawn with.
    """
    job = session.queue().get(number)
    if job.status != status:
        st.rerun()
    problem = session.worker_supervisor().problem
    if problem and job.status in ACTIVE:
        st.error(escape_md(sentence(problem)), icon=":material/error:")
    run = Run(job.run) if job.run is not None and (job.run / "config.json").is_file() else None
    about = " \u00b7 ".join((f"Job {job.id}", job.preset, f"seed {job.seed}", format_time(job.created)))
    session.page_heading(job.prompt, about)
    _pictures(job, run)
    left, right = st.columns([3, 2], gap="large", vertical_alignment="bottom")
    with left:
        _progress(job, run)
    with right:
        _buttons(job, run)
    if job.reason and job.status != "done":
        box = st.error if job.status in ("failed", "damaged") else st.info
        box(escape_md(sentence(job.reason)))
    if run is not None:
        _charts(run)


def metric_rows(run: Run | None) -> list[dict[str, float]]:
    """The logged steps of a run, those of them that are numbers; a line that says something else is skipped."""
    rows = []
    for row in run.metrics if run is not None else []:
        if isinstance(row, dict):
            numbers = {name: value for name, value in row.items() if type(value) in (int, float)}
            if "step" in numbers:
                rows.append(numbers)
    return rows


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _stage(job: Job, step: int) -> str:
    """What happens with a job, in a few words."""
    requested = {"pause": "Pausing", "cancel": "Stopping"}.get(job.requested)
    if requested:
        return requested
    if job.status == "running":
        return STAGES.get(job.stage, job.stage.capitalize()) if step or job.stage == "export" else "Starting"
    if job.status == "queued":
        queue = session.queue()
        if queue.counts()["running"] == 0 and not queue.workers():
            return "Queued: starting a worker"
        ahead = sum(other.id < job.id for other in queue.jobs(statuses=("queued",), limit=1000))
        return f"Queued: {ordinal(ahead + 1)}"
    return job.status.capitalize()


def _progress(job: Job, run: Run | None) -> None:
    rows = metric_rows(run)
    step = max(job.step, int(rows[-1]["step"]) if rows else 0)
    if job.status == "done":
        st.progress(1.0, text=f"{ICONS['done']} Done: {job.total:,} steps")
        session.status_text(f"{job.prompt}: done")
        return
    stage = _stage(job, step)
    left = format_duration(job.seconds_left) if job.status == "running" and job.seconds_left is not None else ""
    text = f"{stage}, about {left} left" if left else stage
    st.progress(min(1.0, step / max(1, job.total)), text=f"{ICONS.get(job.status, '')} {escape_md(text)}")
    session.status_text(f"{job.prompt}: {stage.lower()}, {round(100 * min(1.0, step / max(1, job.total)), -1):.0f} %")
    if job.status == "running" and not step:
        st.caption(
            "Loading the model and preparing its kernels. The first run on a machine compiles them, which takes about "
            "a minute."
        )
    one, two, three = st.columns(3, wrap=False)
    one.metric("Step", f"{step:,} / {job.total:,}")
    two.metric("Time left", left or "\u2013")
    loss = rows[-1].get("loss") if rows else job.loss
    three.metric("Loss", "\u2013" if loss is None else f"{loss:.4f}")


def _buttons(job: Job, run: Run | None) -> None:
    queue, supervisor = session.queue(), session.worker_supervisor()
    with st.container(horizontal=True):
        if (
            job.status in ACTIVE
            and not job.requested
            and st.button("Pause", icon=":material/pause:", help="Saves a checkpoint and lets the next job start.")
        ):
            queue.pause(job.id)
            st.rerun()
        if (
            (job.status == "paused" or job.requested == "pause")
            and not job.at_rung
            and st.button("Continue", icon=":material/play_arrow:", type="primary")
        ):
            queue.resume(job.id)
            supervisor.wake()
            st.rerun()
        if (
            job.status in (*ACTIVE, "paused")
            and job.requested != "cancel"
            and st.button("Stop", icon=":material/stop:", help="Ends the job. Its checkpoint is kept for Retry.")
        ):
            queue.cancel(job.id)
            st.rerun()
        _turntable_button(job, run)
        if job.status in ("failed", "cancelled") and st.button(
            "Retry", icon=":material/replay:", type="primary", help="Continues from the last checkpoint."
        ):
            queue.retry(job.id)
            supervisor.wake()
            st.rerun()
        if job.status == "done" and run is not None:
            if st.button("View", icon=":material/deployed_code:", type="primary"):
                session.navigate_from_fragment("look", run=run.path.name)
            with st.popover("Train longer", icon=":material/more_time:"):
                steps = st.number_input("More steps", 10, 100_000, max(50, job.total // 2), step=10)
                if st.button("Continue", type="primary"):
                    session.store().refresh(force=True)
                    added = extend_run(session.store(), queue, run.path.name, int(steps))
                    supervisor.wake()
                    # Set for the next script run: the select box exists already in this one.
                    st.session_state.pop("watch_job", None)
                    session.navigate_from_fragment("watch", job=str(added.id))


def _turntable_button(job: Job, run: Run | None) -> None:
    """Renders a turntable of the field so far: asked for, being rendered, or shown and to be rendered anew."""
    if job.status not in ("running", "paused") or run is None or not run.checkpoints:
        return
    shown = st.session_state.get("watch_turntable") == job.id
    picture = session.field_renderer().request_turntable(run.path.absolute()) if shown else None
    rendering = shown and picture is None
    label = "Rendering turntable\u2026" if rendering else "Hide turntable" if shown else "Preview turntable"
    if st.button(
        label,
        icon=":material/360:",
        disabled=rendering,
        key="turntable-button",
        help="Renders the field so far from all around; the job is slower meanwhile.",
    ):
        st.session_state["watch_turntable"] = None if shown else job.id
        st.rerun()
    if picture is not None and picture.problem:
        st.error(f"The turntable couldn't be rendered: {escape_md(picture.problem)}", icon=":material/error:")


def _pictures(job: Job, run: Run | None) -> None:
    """The views of the latest preview, the earlier ones, and the turntable."""
    previews = run.previews if run is not None else []
    if not previews or run is None:
        waits = {"running": "The first preview comes after some steps\u2026", "queued": "Waiting in the queue"}
        text = waits.get(job.status, "No preview")
        st.html(f'<div class="bz-stage"><div class="bz-none">{escape_html(text)}</div></div>')
        return
    finished = run.path / "turntable.webp"
    turntable = finished.read_bytes() if job.status == "done" and finished.is_file() else None
    if turntable is None and st.session_state.get("watch_turntable") == job.id:
        picture = session.field_renderer().request_turntable(run.path.absolute())
        turntable = picture.data if picture is not None and not picture.problem else None
    prompt, step = escape_html(job.prompt), f"{int(previews[-1].stem):,}"
    source = data_uri(previews[-1].read_bytes(), "image/png")
    views = f'<img class="bz-views" src="{source}" alt="{prompt} at step {step}: front, right, back, left">'
    if turntable is not None:
        views = f'<img class="bz-turn" src="{data_uri(turntable)}" alt="Turntable of {prompt}">{views}'
    st.html(f'<div class="bz-stage">{views}<span class="bz-badge">Front, right, back, left at step {step}</span></div>')
    if len(previews) > 1:
        chosen = previews[:: max(1, -(-len(previews) // MAX_PREVIEWS))]
        strip = "".join(
            f'<figure><img src="{data_uri(path.read_bytes(), "image/png")}" alt="Front at step {int(path.stem):,}">'
            f"<figcaption>{int(path.stem):,}</figcaption></figure>"
            for path in chosen
        )
        st.html(f'<div class="bz-strip" tabindex="0" role="group" aria-label="Earlier previews">{strip}</div>')


def _charts(run: Run) -> None:
    rows = [row for row in metric_rows(run) if "loss" in row and "opacity" in row]
    if len(rows) < 2:
        return
    keep = max(1, len(rows) // 300)
    shown = rows[::keep]
    steps = [row["step"] for row in shown]
    with st.expander("Charts", icon=":material/show_chart:"):
        left, right = st.columns(2)
        with left:
            st.caption("Loss")
            st.line_chart(
                {"step": steps, "loss": [row["loss"] for row in shown]},
                x="step",
                y="loss",
                color=CHART_COLOUR,
                height=200,
            )
        with right:
            st.caption("Opacity: share of the view that is covered")
            st.line_chart(
                {"step": steps, "opacity": [row["opacity"] for row in shown]},
                x="step",
                y="opacity",
                color=CHART_COLOUR,
                height=200,
            )


def _runs_without_job(with_job: set[str]) -> None:
    """Runs that were stopped, or are made from a command line, and have no job in the list."""
    store = session.store()
    entries = store.page(statuses=("running", "interrupted", "failed"), limit=10).entries
    entries = tuple(entry for entry in entries if entry.name not in with_job)
    if not entries:
        return
    st.divider()
    session.section_heading("Unfinished runs without a job")
    for entry in entries:
        with st.container(border=True):
            st.html(f'<div class="bz-whole">{escape_html(entry.prompt)}</div>')
            about = f"{entry.name}, {entry.status} at step {entry.step:,} of {entry.steps:,}"
            st.caption(escape_md(sentence(about) + (f" {sentence(entry.reason)}" if entry.reason else "")))
            if entry.status == "running":
                st.caption("Started from a command line; Ctrl-C stops it there.")
            elif st.button("Continue", key=f"continue-{entry.name}", icon=":material/play_arrow:"):
                with session.error_boundary():
                    job = resume_run(store, session.queue(), entry.name)
                    session.worker_supervisor().wake()
                    st.session_state.pop("watch_job", None)
                    session.navigate("watch", job=str(job.id))
