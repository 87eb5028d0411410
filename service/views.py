"""Jobs of the queue as answers."""

from urllib.parse import quote

from bozzetto.jobs.queue.schema import DAMAGED, Job
from bozzetto.service.files import job_files, media_type, previews
from bozzetto.service.models import STATES, JobAnswer, JobError, JobFile, progress_of, to_time


def job_answer(job: Job, place: int, base: str, *, with_files: bool = True) -> JobAnswer:
    """A job as it goes over the wire.

    Args:
        job: as the queue has it.
        place: see `JobAnswer.place`.
        base: what addresses begin with, such as the empty text, or where the service is mounted.
        with_files: name its files, which looks into its run folder.
    """
    state = STATES[job.status]
    seen = previews(job) if with_files and job.status != "queued" else []
    final = with_files and state in ("succeeded", "failed")
    created = to_time(job.created)
    assert created is not None
    return JobAnswer(
        id=str(job.id),
        kind=job.kind,
        state=state,
        stage=job.stage if state == "running" else "",
        step=job.step,
        steps=job.total,
        progress=progress_of(job),
        seconds_left=job.seconds_left if state == "running" else None,
        place=place,
        prompt=job.prompt,
        preset=job.preset,
        prior=job.prior,
        seed=job.seed,
        run=None if job.run is None else job.run.name,
        created=created,
        started=to_time(job.started),
        ended=to_time(job.ended),
        note=job.reason if state != "failed" else "",
        error=JobError(detail=_reason(job)) if state == "failed" else None,
        preview=file_url(job, f"previews/{seen[-1]}", base) if seen else None,
        files=_files(job, base) if final else [],
        events=f"{base}/v1/jobs/{job.id}/events",
    )


def file_url(job: Job, name: str, base: str) -> str:
    """Address of a file of a job."""
    return f"{base}/v1/jobs/{job.id}/files/{quote(name)}"


def _files(job: Job, base: str) -> list[JobFile]:
    found = []
    for name, path in job_files(job).items():
        try:
            size = path.stat().st_size
        except OSError:
            continue
        found.append(JobFile(name=name, bytes=size, media_type=media_type(path), url=file_url(job, name, base)))
    return found


def _reason(job: Job) -> str:
    """Why a job failed, without the folders of the server."""
    text = job.reason or "it failed without saying why"
    if job.run is not None:
        text = text.replace(str(job.run), job.run.name).replace(str(job.run.parent.parent), "~")
    return text if job.status != DAMAGED else "its row in the queue is damaged"
