"""Files of jobs: in part, unchanged, and never one that is not the job's."""

import os
from urllib.parse import quote

import pytest


def test_parts_of_a_file(done):
    server, number = done
    path = f"/v1/jobs/{number}/files/mesh.glb"
    whole = server.ask("GET", path)
    size, etag = len(whole.data), whole.headers["etag"]
    for text, start, end in (
        ("bytes=0-3", 0, 4),
        ("bytes=10-", 10, size),
        ("bytes=-7", size - 7, size),
        (f"bytes=5-{size + 100}", 5, size),
        (f"bytes=-{size + 100}", 0, size),
    ):
        part = server.ask("GET", path, headers={"Range": text})
        assert part.status == 206 and part.data == whole.data[start:end], text
        assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{size}"
    outside = server.ask("GET", path, headers={"Range": f"bytes={size}-"})
    assert outside.status == 416 and outside.headers["content-range"] == f"bytes */{size}"
    for text in ("bytes=3-1", "bytes=-", "bytes=0-1,4-5", "lines=1-2", "bytes=x-"):
        assert server.ask("GET", path, headers={"Range": text}).data == whole.data, text
    assert server.ask("GET", path, headers={"Range": "bytes=0-3", "If-Range": etag}).status == 206
    assert server.ask("GET", path, headers={"Range": "bytes=0-3", "If-Range": '"other"'}).data == whole.data
    same = server.ask("GET", path, headers={"If-None-Match": f'"other", {etag}'})
    assert same.status == 304 and same.data == b""
    head = server.ask("HEAD", path)
    assert head.status == 200 and head.data == b"" and head.headers["content-length"] == str(size)


@pytest.mark.parametrize(
    "name",
    [
        "../config.json",
        "config.json",
        "state.json",
        "log.txt",
        "checkpoints",
        "previews",
        "previews/../config.json",
        "previews/..%2f..%2f..%2fqueue.db",
        "..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "%2fetc%2fpasswd",
        "/etc/passwd",
        "export/../mesh.glb",
        "mesh.glb%00",
        "mesh.glb/",
        "./mesh.glb",
        "mesh%2eglb/..",
        "\\..\\..\\queue.db",
    ],
)
def test_no_name_leads_out_of_what_a_job_made(done, name):
    server, number = done
    answer = server.ask("GET", f"/v1/jobs/{number}/files/{quote(name, safe='/%.')}")
    assert answer.status == 404 and answer.headers["content-type"] == "application/problem+json"


def test_links_and_pipes_in_a_run_are_not_followed(done, tmp_path):
    server, number = done
    run = server.settings.folder / "runs" / server.ask("GET", f"/v1/jobs/{number}").json["run"]
    (tmp_path / "secret.json").write_text("secret")
    (run / "leak.json").symlink_to(tmp_path / "secret.json")
    os.mkfifo(run / "pipe.png")
    try:
        names = [file["name"] for file in server.ask("GET", f"/v1/jobs/{number}").json["files"]]
        assert "leak.json" not in names and "pipe.png" not in names
        assert server.ask("GET", f"/v1/jobs/{number}/files/leak.json").status == 404
        assert server.ask("GET", f"/v1/jobs/{number}/files/pipe.png").status == 404
    finally:
        (run / "leak.json").unlink()
        (run / "pipe.png").unlink()
