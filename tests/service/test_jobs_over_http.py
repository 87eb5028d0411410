"""Jobs over HTTP: asked for, listed, stopped, exported, deleted; and the same bits as on the command line."""

import json

import pytest

from bozzetto.jobs.cli.main import main
from bozzetto.jobs.queue.jobs import Queue
from bozzetto.jobs.queue.worker import work
from bozzetto.jobs.store.runs import load_run
from tests.service.serving import TINY, request, serving


def files_of(run):
    """What a run made, without what tells times, places and versions apart."""
    names = ("mesh.glb", "mesh.obj", "mesh.mtl", "mesh.png", "turntable.webp", "view_front.png", "config.json")
    return {name: (run.path / name).read_bytes() for name in names}


def test_a_job_over_http_and_one_of_the_command_line_give_the_same_bits(server, home, capsys):
    made = server.ask("POST", "/v1/generations", request(seed=5))
    assert made.status == 202 and made.headers["location"] == "/v1/jobs/1"
    server.work()
    over_http = load_run(server.ask("GET", "/v1/jobs/1").json["run"])
    settings = [f"--set={name}={value}" for name, value in TINY.items()]
    assert main(["generate", "a red chair", "--preset=draft", "--steps=2", "--seed=5", "--quiet", *settings]) == 0
    by_command = load_run(capsys.readouterr().out.strip())
    assert files_of(over_http) == files_of(by_command)
    assert [p.read_bytes() for p in over_http.previews] == [p.read_bytes() for p in by_command.previews] != []


def test_a_job_from_its_request_to_its_files(done):
    server, number = done
    job = server.ask("GET", f"/v1/jobs/{number}").json
    assert (job["state"], job["progress"], job["step"], job["steps"]) == ("succeeded", 1.0, 2, 2)
    assert job["prompt"] == "a red chair" and job["place"] == 0 and job["error"] is None and job["ended"]
    names = {file["name"] for file in job["files"]}
    assert {"mesh.glb", "mesh.obj", "mesh.mtl", "mesh.png", "report.json", "turntable.webp"} <= names
    assert {"export/mesh.stl", "export/mesh.ply"} <= names and not {"config.json", "state.json", "log.txt"} & names
    for file in job["files"]:
        answer = server.ask("GET", file["url"])
        assert answer.status == 200 and len(answer.data) == file["bytes"] and answer.data
        assert answer.headers["content-type"].startswith(file["media_type"])
    glb = server.ask("GET", f"/v1/jobs/{number}/files/mesh.glb")
    assert glb.data[:4] == b"glTF" and glb.headers["content-type"] == "model/gltf-binary"
    assert glb.headers["content-disposition"].startswith('attachment; filename="a-red-chair-')
    assert server.ask("GET", job["preview"]).data[:4] == b"\x89PNG"


def test_a_request_counts_once_however_often_it_is_sent(server):
    headers = {"Idempotency-Key": "one"}
    first = server.ask("POST", "/v1/generations", request(seeds=[1, 2, 3]), headers)
    again = server.ask("POST", "/v1/generations", request(seeds=[1, 2, 3]), headers)
    assert first.json["ids"] == again.json["ids"] == ["1", "2", "3"]
    assert "idempotency-replayed" not in first.headers and again.headers["idempotency-replayed"] == "true"
    other = server.ask("POST", "/v1/generations", request(seeds=[1, 2]), headers)
    assert other.status == 409 and other.json["code"] == "idempotency-key"
    assert server.ask("POST", "/v1/generations", request()).json["id"] == "4"
    wrong = server.ask("POST", "/v1/generations", request(), {"Idempotency-Key": "with space"})
    assert wrong.status == 400 and wrong.json["errors"][0]["field"] == "Idempotency-Key"
    jobs = Queue(server.settings.folder / "queue.db").jobs()
    assert [job.seed for job in jobs] == [1, 2, 3, 0]


def test_jobs_are_paged_newest_first_and_know_their_place(server):
    server.ask("POST", "/v1/generations", request(seeds=list(range(7))))
    seen, cursor = [], ""
    while True:
        page = server.ask("GET", f"/v1/jobs?limit=3{cursor}").json
        seen += [(job["id"], job["place"]) for job in page["jobs"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert seen == [(str(n), n) for n in range(7, 0, -1)]
    assert len(server.ask("GET", "/v1/jobs?state=queued").json["jobs"]) == 7
    assert server.ask("GET", "/v1/jobs?state=succeeded").json["jobs"] == []


def test_jobs_are_held_stopped_and_removed(server):
    server.ask("POST", "/v1/generations", request())
    assert server.ask("POST", "/v1/jobs/1/pause").json["state"] == "paused"
    assert server.ask("POST", "/v1/jobs/1/resume").json["state"] == "queued"
    assert server.ask("DELETE", "/v1/jobs/1").status == 409
    assert server.ask("POST", "/v1/jobs/1/cancel").json["state"] == "cancelled"
    again = server.ask("POST", "/v1/jobs/1/resume")
    assert again.status == 409 and "only a paused job" in again.json["detail"]
    assert server.ask("DELETE", "/v1/jobs/1").status == 204
    assert server.ask("GET", "/v1/jobs/1").status == 404 and server.ask("DELETE", "/v1/jobs/1").status == 404


def test_deleting_a_job_removes_its_run_and_no_other(server):
    server.ask("POST", "/v1/generations", request(seeds=[1, 2]))
    server.work()
    runs = server.settings.folder / "runs"
    assert len(list(runs.iterdir())) == 2
    assert server.ask("DELETE", "/v1/jobs/1").status == 204
    (left,) = runs.iterdir()
    assert left.name == server.ask("GET", "/v1/jobs/2").json["run"]
    export = server.ask("POST", "/v1/exports", {"job": "2", "formats": ["stl"]})
    server.work()
    number = export.json["id"]
    assert [f["name"] for f in server.ask("GET", f"/v1/jobs/{number}").json["files"] if "stl" in f["name"]] == [
        "mesh.stl"
    ]
    # Two jobs share the run now: it goes with the last one.
    assert server.ask("DELETE", f"/v1/jobs/{number}").status == 204 and left.is_dir()
    assert not (left / "export" / f"job-{number}").exists() and (left / "mesh.glb").is_file()


def test_exports_name_their_job_or_run(done):
    server, number = done
    run = server.ask("GET", f"/v1/jobs/{number}").json["run"]
    by_run = server.ask("POST", "/v1/exports", {"run": run, "formats": ["obj"], "faces": 50, "maps": "none"})
    assert by_run.status == 202
    server.work()
    job = server.ask("GET", by_run.json["url"]).json
    assert job["state"] == "succeeded" and "mesh.obj" in {file["name"] for file in job["files"]}
    for body, status in (
        ({"job": "999", "formats": ["stl"]}, 404),
        ({"run": "../elsewhere", "formats": ["stl"]}, 404),
        ({"job": by_run.json["id"], "formats": ["stl"]}, 409),
        ({"formats": ["stl"]}, 422),
        ({"job": "1", "run": run}, 422),
        ({"job": "1", "formats": ["exe"]}, 422),
    ):
        assert server.ask("POST", "/v1/exports", body).status == status, body


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"prompt": ""}, "prompt"),
        ({"prompt": "x" * 501}, "prompt"),
        ({"prompt": "a\u0007chair"}, "prompt"),
        ({"prompt": "qwertyuiop asdfgh"}, "prompt"),
        ({"prompt": "a chair", "seed": -1}, "seed"),
        ({"prompt": "a chair", "seed": 1.5}, "seed"),
        ({"prompt": "a chair", "seed": 2**63}, "seed"),
        ({"prompt": "a chair", "seeds": []}, "seeds"),
        ({"prompt": "a chair", "seeds": list(range(65))}, "seeds"),
        ({"prompt": "a chair", "preset": "best"}, "preset"),
        ({"prompt": "a chair", "steps": 0}, "steps"),
        ({"prompt": "a chair", "steps": 10_001}, "steps"),
        ({"prompt": "a chair", "prior": "sd21"}, "prior"),
        ({"prompt": "a chair", "prior": "/etc"}, "prior"),
        ({"prompt": "a chair", "recipe": "none"}, "recipe"),
        ({"prompt": "a chair", "recipe": "dreamfusion-sd"}, "prior"),
        ({"prompt": "a chair", "formats": ["exe"]}, "formats.0"),
        ({"prompt": "a chair", "faces": 3}, "faces"),
        ({"prompt": "a chair", "texture": "big"}, "texture"),
        ({"prompt": "a chair", "unknown": 1}, "unknown"),
        ({"prompt": "a chair", "settings": {"no.such": 1}}, "settings"),
        ({"prompt": "a chair", "settings": {"guidance.scale": [1]}}, "settings.guidance.scale.str"),
        ({"prompt": "a chair", "settings": {"hub.lora": "/etc/passwd"}}, "settings.hub.lora"),
        ({"prompt": "a chair", "settings": {"fit.images": "/etc/passwd"}}, "settings.fit.images"),
        ({"prompt": "a chair", "settings": {"text.debias_model": "/etc"}}, "settings.text.debias_model"),
        ({"prompt": "a chair", "settings": {"prompt": "x"}}, "settings.prompt"),
        ({"prompt": "a chair", "settings": {"threads": 64}}, "settings.threads"),
        ({"prompt": "a chair", "callback": "https://example.org/"}, "callback"),
    ],
)
def test_what_is_wrong_is_named(done, body, field):
    server, _ = done
    answer = server.ask("POST", "/v1/generations", body)
    assert answer.status == 422 and answer.headers["content-type"] == "application/problem+json"
    problem = answer.json
    assert problem["status"] == 422 and problem["title"] and problem["detail"]
    assert field in [error["field"] for error in problem["errors"]]
    assert "Traceback" not in answer.data.decode()


def test_settings_are_those_of_the_command_line(server):
    server.ask("POST", "/v1/generations", {"prompt": "a chair", "settings": {"guidance.scale": 7, "glass": "no"}})
    config = Queue(server.settings.folder / "queue.db").config(1)
    assert config.guidance.scale == 7.0 and config.glass == "no" and config.preset == "standard" and config.seed == 0


def test_a_failed_job_says_why_and_names_no_folder(server):
    server.ask("POST", "/v1/generations", request())
    queue = Queue(server.settings.folder / "queue.db")
    job = queue.lease("somebody/1/1/1/1")
    queue.finish(job, "failed", reason=f"cannot write {job.run}/mesh.glb: free some space")
    found = server.ask("GET", "/v1/jobs/1").json
    assert found["state"] == "failed" and "free some space" in found["error"]["detail"]
    assert str(server.settings.folder) not in json.dumps(found)


def test_jobs_of_one_key_that_may_run_at_once(home):
    with serving(home) as server:
        caller_queue = Queue(home / "queue.db")
        from bozzetto.jobs.config.run_config import make_config
        from bozzetto.jobs.queue.schema import Task

        for _ in range(2):
            caller_queue.add_task(Task(make_config("a chair"), owner="one", at_once=1))
        caller_queue.add_task(Task(make_config("a chair"), owner="two", at_once=1))
        leased = [caller_queue.lease(f"w/{n}/1/1/1") for n in range(3)]
        assert [job and job.id for job in leased] == [1, 3, None]
        assert server.ask("GET", "/v1/jobs/2").json["place"] == 1


def test_an_export_that_is_stopped_leaves_nothing_half_written(server):
    server.ask("POST", "/v1/generations", request())
    server.work()
    server.ask("POST", "/v1/exports", {"job": "1", "formats": ["stl"], "turntable": 8})
    with Queue(server.settings.folder / "queue.db") as queue:

        def cancel(job):
            queue.cancel(job.id)
            import contextlib

            return contextlib.nullcontext(lambda progress: None)

        work(queue, once=True, show=cancel)
    job = server.ask("GET", "/v1/jobs/2").json
    assert job["state"] == "cancelled" and job["files"] == []
