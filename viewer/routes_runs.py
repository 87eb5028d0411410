"""Routes of runs: the library, one run, its marks, its pictures and meshes, and what it can be the start of."""

import io
from dataclasses import asdict
from typing import Any

from PIL import Image
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bozzetto.jobs.config.diff import differences
from bozzetto.jobs.config.run_config import PRESETS, config_to_dict
from bozzetto.jobs.store.runs import STILLS, Run, is_locked
from bozzetto.jobs.store.units import format_duration
from bozzetto.viewer import actions
from bozzetto.viewer.continue_run import extend_run, resume_run
from bozzetto.viewer.events import job_row
from bozzetto.viewer.field_renderer import parse_camera_pose, shown_checkpoints
from bozzetto.viewer.http_json import RequestError, Values, get, names, post, text, whole
from bozzetto.viewer.meshes import MAX_BYTES, mesh_files, same_bounds
from bozzetto.viewer.pictures import clear_picture, first_frame, thumbnail, turn_strip
from bozzetto.viewer.routes_prompt import added, watched
from bozzetto.viewer.share import facts
from bozzetto.viewer.store import Entry, Store, StoreError, read_object
from bozzetto.viewer.workbench import Workbench

STATES: dict[str, tuple[str, ...]] = {
    "all": (),
    "done": ("done",),
    "unfinished": ("created", "running", "interrupted", "failed"),
    "damaged": ("damaged",),
}
MAX_PAGE = 200
MAX_COMPARED = 4
OPEN_JOBS = ("queued", "running", "paused")
FRAME_EDGES = (64, 512)
FRAME_SECONDS = 20.0
"""For which a picture of the field is waited for."""
CHART_POINTS = 300


def routes(workbench: Workbench, root: str) -> list[Route]:
    """The routes below a path."""
    run = f"{root}/runs/{{name}}"

    def of_run(function: Any) -> Any:
        return lambda request, values: function(workbench, request.path_params["name"], values)

    return [
        get(f"{root}/runs", lambda _, values: listing(workbench, values)),
        get(f"{root}/compare", lambda _, values: compare(workbench, values)),
        get(f"{root}/bin", lambda _, values: binned(workbench)),
        post(f"{root}/bin/purge", lambda _, values: purge(workbench, values)),
        post(f"{root}/bin/restore", lambda _, values: restore(workbench, values)),
        post(f"{root}/runs/tag", lambda _, values: tag_many(workbench, values)),
        post(f"{root}/runs/delete", lambda _, values: delete_many(workbench, values)),
        get(run, of_run(details)),
        get(f"{run}/metrics", of_run(metrics)),
        get(f"{run}/thumb", of_run(thumb)),
        get(f"{run}/turn", of_run(turn)),
        get(f"{run}/stills/{{side}}", lambda request, _: still(workbench, request)),
        get(f"{run}/previews/{{step}}", lambda request, _: preview(workbench, request)),
        get(f"{run}/estimates/{{step}}", lambda request, _: preview(workbench, request, "estimates")),
        get(f"{run}/mesh", of_run(mesh)),
        get(f"{run}/field", of_run(field)),
        post(f"{run}/stars", of_run(stars)),
        post(f"{run}/tags", of_run(tags)),
        post(f"{run}/again", of_run(again)),
        post(f"{run}/refine", of_run(refine)),
        post(f"{run}/recolour", of_run(recolour)),
        post(f"{run}/longer", of_run(longer)),
        post(f"{run}/continue", of_run(go_on)),
        post(f"{root}/jobs/{{number:int}}/{{action}}", lambda request, _: control(workbench, request)),
    ]


# The library.


def entry_row(entry: Entry) -> dict[str, Any]:
    """A run as lists show it."""
    return {
        "name": entry.name,
        "prompt": entry.prompt,
        "preset": entry.preset,
        "seed": entry.seed,
        "status": entry.status,
        "step": entry.step,
        "steps": entry.steps,
        "created": entry.created,
        "seconds": entry.seconds,
        "faces": entry.faces,
        "stars": entry.stars,
        "tags": entry.tags,
        "damage": entry.damage,
        "v": round(entry.updated * 1000) % 1_000_000_007,
    }


def listing(workbench: Workbench, values: Values) -> dict[str, Any]:
    """A part of the runs by search, filters and order."""
    state = text(values, "state", "all")
    if state not in STATES:
        raise RequestError(f"state: expected one of {', '.join(STATES)}, got {state!r:.60}")
    store = workbench.store
    page = store.page(
        text(values, "search"),
        tags=names(values, "tags", 20),
        stars=whole(values, "stars", 0, 0, 5),
        statuses=STATES[state],
        sort=text(values, "sort", "newest"),
        offset=whole(values, "offset", 0, 0, 10**9),
        limit=whole(values, "limit", 60, 0, MAX_PAGE),
    )
    rows = [entry_row(entry) for entry in page.entries]
    return {"runs": rows, "total": page.total, "tags": store.tags(), "notice": store.notice}


def compare(workbench: Workbench, values: Values) -> dict[str, Any]:
    """Two to four runs side by side, and what differs in their settings."""
    store = workbench.store
    entries = [entry for name in names(values, "runs", 50) if (entry := store.get(name)) is not None][:MAX_COMPARED]
    configs = [read_object(store.run(entry.name).path / "config.json") for entry in entries]
    rows = differences(configs) if len(configs) > 1 else {}
    return {
        "runs": [entry_row(entry) | {"meshes": mesh_rows(store, entry.name)} for entry in entries],
        "differences": [{"setting": key, "values": found} for key, found in rows.items()],
    }


def details(workbench: Workbench, name: str, values: Values) -> dict[str, Any]:
    """All that the inspector shows of a run."""
    store = workbench.store
    entry = existing(store, name)
    run = store.run(name)
    job = workbench.queue.of_run(run.path)
    config = read_object(run.path / "config.json")
    preset = PRESETS.get(entry.preset)
    changed = differences([config_to_dict(preset), config]) if preset is not None and config else {}
    checkpoints = shown_checkpoints(run)
    return entry_row(entry) | {
        "negative": entry.negative,
        "prior": entry.prior,
        "reason": entry.reason,
        "facts": [*facts(entry)[1:], *report_facts(run)],
        "settings": [[key, pair[0], pair[1]] for key, pair in changed.items() if key != "prompt"],
        "meshes": mesh_rows(store, name),
        "hasCheckpoint": bool(checkpoints),
        "checkpoint": checkpoints[-1].stem if checkpoints else "",
        "previews": [path.stem for path in run.previews],
        "estimates": [path.stem for path in run.estimates],
        "stills": [side for side in STILLS if (run.path / f"view_{side}.png").is_file()],
        "hasTurntable": (run.path / "turntable.webp").is_file(),
        "job": job_row(job) if job is not None else None,
        "finer": actions.NEXT_PRESET.get(entry.preset, ""),
        "folder": str(run.path),
    }


def mesh_rows(store: Store, name: str) -> list[dict[str, Any]]:
    """The meshes of a run that can be looked at, the finest first."""
    folder, rows = store.run(name).path, []
    for label, path in mesh_files(folder).items():
        stamp = path.stat()
        rows.append(
            {
                "label": label,
                "bytes": stamp.st_size,
                "stamp": f"{stamp.st_mtime_ns % 10**12}",
                "tooLarge": stamp.st_size > MAX_BYTES,
                "likeField": same_bounds(folder / "mesh.glb", path),
            }
        )
    return rows


def report_facts(run: Run) -> list[tuple[str, str]]:
    """What a finished run's report adds to the library's entry; nothing of a report that cannot be read."""
    report = read_object(run.path / "report.json")
    rows = []
    for key, name in (("training", "Training"), ("export", "Export")):
        seconds = report.get("seconds")
        value = seconds.get(key) if isinstance(seconds, dict) else None
        if isinstance(value, int | float):
            rows.append((name, format_duration(value)))
    unknown = report.get("unknown_words")
    if isinstance(unknown, list) and unknown:
        words = [str(word.get("word", "")) if isinstance(word, dict) else str(word) for word in unknown[:8]]
        rows.append(("Ignored words", ", ".join(words)))
    versions = report.get("versions")
    if isinstance(versions, dict) and isinstance(versions.get("bozzetto"), str):
        rows.append(("Made with", f"bozzetto {versions['bozzetto']}"))
    return rows


def metrics(workbench: Workbench, name: str, values: Values) -> dict[str, Any]:
    """Loss and opacity by step, thinned to CHART_POINTS."""
    rows = []
    for row in workbench.store.run(name).metrics:
        numbers = [row.get(key) for key in ("step", "loss", "opacity")]
        if all(type(value) in (int, float) for value in numbers):
            rows.append(numbers)
    return {"rows": rows[:: max(1, -(-len(rows) // CHART_POINTS))]}


# Pictures and meshes.


def thumb(workbench: Workbench, name: str, values: Values) -> Response:
    """The three-quarter view of a run with alpha, once it is drawn; until then, and without a mesh, its front."""
    store = workbench.store
    strip, drawn = turn_strip(store, name, workbench.thumbnailer, want=True)
    data = strip if strip is not None else thumbnail(store, name)
    if data is None:
        raise StoreError(f"{name} has no picture yet")
    wait = strip is None and not drawn
    headers = {"Cache-Control": "no-store" if wait else "private, max-age=86400", "X-Turn": "no" if wait else "yes"}
    return Response(data if strip is None else first_frame(strip, store), media_type="image/webp", headers=headers)


def turn(workbench: Workbench, name: str, values: Values) -> Response:
    """A turn of a run's mesh: its frames beside each other, with alpha."""
    strip, _ = turn_strip(workbench.store, name, workbench.thumbnailer, want=True)
    if strip is None:
        return Response(status_code=202, headers={"Cache-Control": "no-store", "Retry-After": "1"})
    return Response(strip, media_type="image/webp", headers={"Cache-Control": "private, max-age=86400"})


def still(workbench: Workbench, request: Request) -> Response:
    """One of the four stills of a run, its ground transparent."""
    store, side = workbench.store, request.path_params["side"]
    path = store.run(request.path_params["name"]).path / f"view_{side}.png"
    data = clear_picture(store, path) if side in STILLS else None
    if data is None:
        raise StoreError("there is no such picture")
    return Response(data, media_type="image/webp", headers={"Cache-Control": "private, max-age=60"})


def preview(workbench: Workbench, request: Request, kind: str = "previews") -> Response:
    """The four views of a run at a step, beside each other with alpha; of `estimates` what its prior was shown and
    predicted."""
    run, step = workbench.store.run(request.path_params["name"]), request.path_params["step"]
    for path in run.previews if kind == "previews" else run.estimates:
        if path.stem == step and kind == "previews":
            data = clear_picture(workbench.store, path, views=len(STILLS))
            if data is not None:
                return Response(data, media_type="image/webp", headers={"Cache-Control": "private, max-age=600"})
        elif path.stem == step:
            return FileResponse(path, media_type="image/png", headers={"Cache-Control": "private, max-age=600"})
    raise StoreError("there is no picture of that step")


def mesh(workbench: Workbench, name: str, values: Values) -> Response:
    """A GLB of a run to look at: of `level`, by default the finest."""
    path = mesh_files(workbench.store.run(name).path).get(text(values, "level", "full"))
    if path is None:
        raise StoreError(f"{name} has no such mesh; it may have just been deleted")
    return FileResponse(path, media_type="model/gltf-binary", headers={"Cache-Control": "private, max-age=86400"})


def field(workbench: Workbench, name: str, values: Values) -> Response:
    """The field of a run from a camera, as WebP with alpha.

    `px py pz tx ty tz`: camera and target; `fovy`: radians; `aspect`; `edge`: longer side in pixels; `client`: whoever
    asks, whose earlier question that still waits is dropped (204).
    """
    pose = parse_camera_pose(
        {
            "position": [values.get(f"p{axis}") for axis in "xyz"],
            "target": [values.get(f"t{axis}") for axis in "xyz"],
            "fovy": values.get("fovy"),
            "aspect": values.get("aspect"),
            "key": "",
        },
        "",
    )
    if pose is None:
        raise RequestError("expected a camera: px py pz tx ty tz fovy aspect")
    run = workbench.store.run(name)
    edge = whole(values, "edge", 160, *FRAME_EDGES)
    picture, before = None, shown_checkpoints(run)
    if not before and not is_locked(run.path):
        raise StoreError(f"{name} has no checkpoint, so its field can't be shown")
    for _ in range(2 if before else 0):
        picture = workbench.renderer.wait_view(
            run.path.absolute(), pose, edge, text(values, "client", "", 64), FRAME_SECONDS
        )
        now = shown_checkpoints(run)
        if picture is None or not picture.problem or now == before:
            break
        # A run at work has put a newer checkpoint into the place of the one that was being read.
        before = now
    # The lock says whether it is at work; the index may be a second behind.
    if picture is None or (picture.problem and is_locked(run.path)):
        # There is another one soon, for which the page asks anyway.
        return Response(status_code=204, headers={"Cache-Control": "no-store"})
    if picture.problem:
        raise RequestError(picture.problem)
    headers = {"Cache-Control": "no-store", "X-Seconds": f"{picture.seconds:.3f}"}
    return Response(webp(picture.data), media_type="image/webp", headers=headers)


def webp(png: bytes) -> bytes:
    """A picture with alpha as WebP, a tenth of the bytes."""
    data = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.save(data, "WEBP", quality=84, method=2)
    return data.getvalue()


# Marks.


def existing(store: Store, name: str) -> Entry:
    """The entry of a run.

    Raises:
        StoreError: there is none of that name.
    """
    entry = store.get(name)
    if entry is None:
        raise StoreError(f"there is no run {name!r}; it may have been deleted or renamed")
    return entry


def stars(workbench: Workbench, name: str, values: Values) -> dict[str, Any]:
    """Rates a run."""
    workbench.store.set_stars(name, whole(values, "stars", 0, 0, 5))
    return {"stars": existing(workbench.store, name).stars}


def tags(workbench: Workbench, name: str, values: Values) -> dict[str, Any]:
    """Replaces the tags of a run."""
    workbench.store.set_tags(name, names(values, "tags"))
    return {"tags": existing(workbench.store, name).tags}


def tag_many(workbench: Workbench, values: Values) -> dict[str, Any]:
    """Adds a tag to several runs."""
    store, tag = workbench.store, text(values, "tag", most=200)
    chosen = names(values, "runs", 1000)
    for name in chosen:
        store.set_tags(name, [*existing(store, name).tags, tag])
    return {"changed": len(chosen)}


def delete_many(workbench: Workbench, values: Values) -> dict[str, Any]:
    """Moves runs to the bin; returns their names there, for `restore`."""
    store, moved = workbench.store, []
    for name in names(values, "runs", 1000):
        job = workbench.queue.of_run(store.run(name).path)
        if job is not None and job.status in OPEN_JOBS:
            raise StoreError(f"{name} is {job.status}; stop it, then delete it")
        moved.append(store.delete(name))
    return {"binned": moved}


def binned(workbench: Workbench) -> dict[str, Any]:
    """The runs in the bin."""
    return {"runs": [asdict(run) for run in workbench.store.binned()]}


def restore(workbench: Workbench, values: Values) -> dict[str, Any]:
    """Puts runs of the bin back."""
    return {"restored": [workbench.store.restore(name) for name in names(values, "runs", 1000)]}


def purge(workbench: Workbench, values: Values) -> dict[str, Any]:
    """Deletes runs of the bin for good."""
    chosen = names(values, "runs", 1000)
    for name in chosen:
        workbench.store.purge(name)
    return {"deleted": len(chosen)}


# What a run can be the start of.


def again(workbench: Workbench, name: str, values: Values) -> dict[str, Any]:
    """The same with the next seed, or with several."""
    count = whole(values, "count", 1, 1, 8)
    store = workbench.store
    return added(workbench, [watched(config) for config in actions.again(store, store.run(name), count)])


def refine(workbench: Workbench, name: str, values: Values) -> dict[str, Any]:
    """The same prompt and seed with the next finer preset."""
    return added(workbench, [watched(actions.refined(workbench.store.run(name)))])


def recolour(workbench: Workbench, name: str, values: Values) -> dict[str, Any]:
    """The same with another colour or material."""
    run = workbench.store.run(name)
    return added(workbench, [watched(actions.recoloured(run, workbench.words, text(values, "colour", most=60)))])


def longer(workbench: Workbench, name: str, values: Values) -> dict[str, Any]:
    """More steps for a finished run."""
    workbench.store.refresh(force=True)
    job = extend_run(workbench.store, workbench.queue, name, whole(values, "steps", 100, 1, 1_000_000))
    workbench.supervisor.wake()
    return {"jobs": [job_row(job)], "batch": ""}


def go_on(workbench: Workbench, name: str, values: Values) -> dict[str, Any]:
    """A run that stopped, to its end."""
    job = resume_run(workbench.store, workbench.queue, name)
    workbench.supervisor.wake()
    return {"jobs": [job_row(job)], "batch": ""}


def control(workbench: Workbench, request: Request) -> dict[str, Any]:
    """Pauses, resumes, cancels or retries a job, or lets it go first."""
    queue, job = workbench.queue, request.path_params["number"]
    action = request.path_params["action"]
    calls = {"pause": queue.pause, "resume": queue.resume, "cancel": queue.cancel, "retry": queue.retry}
    if action == "first":
        highest = max((other.priority for other in queue.jobs(statuses=("queued",))), default=0)
        changed = queue.set_priority(job, highest + 1)
    elif action in calls:
        changed = calls[action](job)
    else:
        raise RequestError(f"expected pause, resume, cancel, retry or first, got {action!r:.60}")
    workbench.supervisor.wake()
    return {"job": job_row(changed)}
