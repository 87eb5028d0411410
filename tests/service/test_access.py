"""Who is answered: keys, scopes, owners, limits, hosts, origins."""

import json
import os
import time
from dataclasses import replace

import pytest

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.service.guard import host_name, is_loopback
from bozzetto.service.keys import KeyFile, KeysError, add_key, read_entries, revoke_key, secret_text, webhook_secret
from bozzetto.service.server import main
from bozzetto.service.settings import Settings, to_network
from tests.service.serving import request, serving


def bearer(key):
    return {"Authorization": f"Bearer {key}"}


@pytest.fixture
def keys(tmp_path):
    path = tmp_path / "keys.json"
    limits = {"running": 1, "queued": 3, "per_hour": 5}
    made = {
        "ada": add_key(path, "ada", ("read", "write"), **limits),
        "bob": add_key(path, "bob", ("read", "write"), **limits),
        "eye": add_key(path, "eye", ("read",), **limits),
        "root": add_key(path, "root", ("admin",), running=0, queued=0, per_hour=0),
    }
    return path, made


@pytest.fixture
def guarded(home, keys):
    with serving(home, keys=keys[0]) as server:
        yield server, keys[1], keys[0]


def test_no_key_and_wrong_keys_are_refused(guarded):
    server, made, _ = guarded
    wrong = (
        None,
        "",
        "Bearer",
        "Bearer ",
        f"Basic {made['ada']}",
        f"Bearer {made['ada']}x",
        f"Bearer {made['ada'][:-1]}",
        f"Bearer {made['ada'].swapcase()}",
        "Bearer " + "x" * 4000,
        "Bearer \xff\xfe",
    )
    for value in wrong:
        answer = server.ask("GET", "/v1/jobs", headers={} if value is None else {"Authorization": value})
        assert answer.status == 401 and answer.headers["www-authenticate"].startswith("Bearer"), value
        assert (
            server.ask("POST", "/v1/generations", request(), {} if value is None else {"Authorization": value}).status
            == 401
        )
    for path in ("/healthz", "/readyz", "/openapi.json", "/docs"):
        assert server.ask("GET", path).status == 200
    assert server.ask("GET", "/metrics").status == 401
    assert server.ask("GET", "/metrics", headers=bearer(made["ada"])).status == 403
    assert b"bozzetto_jobs" in server.ask("GET", "/metrics", headers=bearer(made["root"])).data


def test_scopes(guarded):
    server, made, _ = guarded
    assert server.ask("GET", "/v1/words?limit=1", headers=bearer(made["eye"])).status == 200
    refused = server.ask("POST", "/v1/generations", request(), bearer(made["eye"]))
    assert refused.status == 403 and "write" in refused.json["detail"]


def test_everybody_sees_their_own_jobs_only(guarded):
    server, made, _ = guarded
    number = server.ask("POST", "/v1/generations", request(), bearer(made["ada"])).json["id"]
    for method, path in (
        ("GET", "/v1/jobs/N"),
        ("GET", "/v1/jobs/N/events"),
        ("GET", "/v1/jobs/N/files/mesh.glb"),
        ("POST", "/v1/jobs/N/cancel"),
        ("POST", "/v1/jobs/N/pause"),
        ("DELETE", "/v1/jobs/N"),
    ):
        other, none = (server.ask(method, path.replace("N", n), headers=bearer(made["bob"])) for n in (number, "999"))
        assert other.status == none.status == 404, path
        # Not even that it is there.
        assert other.data.replace(f"job {number}".encode(), b"N") == none.data.replace(b"job 999", b"N")
    assert server.ask("POST", "/v1/exports", {"job": number}, bearer(made["bob"])).status == 404
    assert server.ask("GET", "/v1/jobs", headers=bearer(made["bob"])).json["jobs"] == []
    assert len(server.ask("GET", "/v1/jobs", headers=bearer(made["ada"])).json["jobs"]) == 1
    assert len(server.ask("GET", "/v1/jobs", headers=bearer(made["root"])).json["jobs"]) == 1
    # A run by its name is for who sees all: names can be guessed.
    assert server.ask("POST", "/v1/exports", {"run": "x"}, bearer(made["ada"])).status == 404


def test_limits_of_a_key(guarded):
    server, made, _ = guarded
    ada, bob = bearer(made["ada"]), bearer(made["bob"])
    for _ in range(3):
        assert server.ask("POST", "/v1/generations", request(), ada).status == 202
    full = server.ask("POST", "/v1/generations", request(), ada)
    assert full.status == 429 and full.json["code"] == "limit" and int(full.headers["retry-after"]) >= 1
    assert server.ask("POST", "/v1/generations", request(), bob).status == 202, "the limit is the key's own"
    for number in ("1", "2", "3"):
        server.ask("POST", f"/v1/jobs/{number}/cancel", headers=ada)
        server.ask("DELETE", f"/v1/jobs/{number}", headers=ada)
    assert server.ask("POST", "/v1/generations", request(seeds=[1, 2]), ada).status == 202
    server.ask("POST", "/v1/jobs/5/cancel", headers=ada)
    hour = server.ask("POST", "/v1/generations", request(), ada)
    assert hour.status == 429 and 3500 < int(hour.headers["retry-after"]) <= 3600, "deleted ones count too"
    # The same request is answered all the same, since it adds nothing.
    key = {"Idempotency-Key": "k"}
    assert server.ask("POST", "/v1/generations", request(), bob | key).status == 202
    assert server.ask("POST", "/v1/generations", request(), bob | key).status == 202


def test_an_idempotency_key_is_the_key_s_own(guarded):
    server, made, _ = guarded
    same = {"Idempotency-Key": "same"}
    one = server.ask("POST", "/v1/generations", request(), bearer(made["ada"]) | same)
    other = server.ask("POST", "/v1/generations", request("a blue car"), bearer(made["bob"]) | same)
    assert one.status == other.status == 202 and one.json["id"] != other.json["id"]


def test_a_key_is_revoked_while_the_server_runs(guarded):
    server, made, path = guarded
    assert server.ask("GET", "/v1/jobs", headers=bearer(made["ada"])).status == 200
    revoke_key(path, "ada")
    assert server.ask("GET", "/v1/jobs", headers=bearer(made["ada"])).status == 401
    assert server.ask("GET", "/v1/jobs", headers=bearer(made["bob"])).status == 200
    path.write_text("{")
    assert server.ask("GET", "/v1/jobs", headers=bearer(made["bob"])).status == 503, "nobody is let in by accident"
    path.write_text('{"keys": []}')
    assert server.ask("GET", "/v1/jobs", headers=bearer(made["bob"])).status == 401


def test_keys_are_kept_as_hashes_and_expire(tmp_path):
    path = tmp_path / "keys.json"
    key = add_key(path, "ada", ("read",), running=1, queued=1, per_hour=1, expires="2030-01-01")
    assert key not in path.read_text() and os.stat(path).st_mode & 0o777 == 0o600
    (entry,) = read_entries(path)
    assert set(entry) == {"name", "sha256", "scopes", "running", "queued", "per_hour", "expires"}
    file = KeyFile(path)
    assert file.find(key, time.time()).name == "ada" and file.find(key, 1_900_000_000.0) is None
    for wrong in ({"scopes": ["all"]}, {"sha256": "x"}, {"running": -1}, {"expires": "soon"}, {"name": ""}):
        path.write_text(json.dumps({"keys": [{**entry, **wrong}]}))
        with pytest.raises(KeysError):
            KeyFile(path).find(key, time.time())
    with pytest.raises(ConfigError, match="made of letters"):
        add_key(path, "a b", ("read",), running=1, queued=1, per_hour=1)


def test_secrets_of_callbacks_are_of_one_key_and_stay(tmp_path):
    one = webhook_secret(tmp_path, "ada")
    assert one == webhook_secret(tmp_path, "ada") != webhook_secret(tmp_path, "bob")
    assert secret_text(one).startswith("whsec_") and os.stat(tmp_path / "service-secret").st_mode & 0o777 == 0o600


def test_keys_by_command(tmp_path, home, capsys):
    file = f"--keys={tmp_path / 'keys.json'}"
    assert main([file, "--new-key=ada", "--scopes=read,write", "--per-hour=7"]) == 0
    out = capsys.readouterr().out
    assert "bz_" in out and "whsec_" in out
    assert main([file, "--new-key=ada"]) == 1 and "there is a key 'ada' already" in capsys.readouterr().err
    assert main([file, "--list-keys"]) == 0
    listed = capsys.readouterr().out
    assert "ada" in listed and "per_hour 7" in listed and "bz_" not in listed
    assert main([file, "--revoke-key=ada"]) == 0 and read_entries(tmp_path / "keys.json") == []
    assert main([file, "--revoke-key=ada"]) == 1
    assert main(["--new-key=ada"]) == 1 and "--keys FILE" in capsys.readouterr().err


def test_what_does_not_fit_together_is_said_at_the_start(tmp_path, home, capsys):
    for arguments, said in (
        (["--host=0.0.0.0"], "needs keys"),
        (["--host=::"], "needs keys"),
        ([f"--keys={tmp_path / 'none.json'}"], "there is no file"),
        (["--tls-cert=a.pem"], "together"),
        (["--port=70000"], "between 0 and 65535"),
        (["--workers=-1"], "--workers"),
        (["--cors=studio"], "origin"),
        (["--callback-network=x"], "10.0.0.0/8"),
        (["--max-steps=0"], "at least 1"),
    ):
        assert main(arguments) == 1, arguments
        assert said in capsys.readouterr().err


def test_without_keys_other_names_and_pages_of_other_sites_are_refused(server):
    assert server.ask("GET", "/healthz", headers={"Host": "localhost:8600"}).status == 200
    assert server.ask("GET", "/healthz", headers={"Host": f"127.0.0.1:{server.port}"}).status == 200
    for host in ("evil.example", "127.0.0.1.evil.example", "user@localhost", "localhost/../x", "", "a b"):
        assert server.ask("GET", "/healthz", headers={"Host": host}).status in (400, 403), host
    own = f"http://127.0.0.1:{server.port}"
    assert server.ask("GET", "/v1/jobs", headers={"Origin": own}).status == 200
    for origin in ("https://evil.example", "null", "http://127.0.0.1:1", "file://"):
        assert server.ask("POST", "/v1/generations", request(), {"Origin": origin}).status == 403, origin
    # What a form of another site can send without asking first.
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
        assert server.ask("POST", "/v1/generations", request(), {"Content-Type": kind}).status == 415


def test_origins_that_are_named_may_read(home):
    with serving(home, cors=("https://studio.example",)) as server:
        headers = {"Origin": "https://studio.example", "Access-Control-Request-Method": "POST"}
        asked = server.ask("OPTIONS", "/v1/generations", headers=headers)
        assert asked.status == 200 and asked.headers["access-control-allow-origin"] == "https://studio.example"
        answer = server.ask("GET", "/v1/jobs", headers={"Origin": "https://studio.example"})
        assert answer.headers["access-control-allow-origin"] == "https://studio.example"
        assert server.ask("GET", "/v1/jobs", headers={"Origin": "https://evil.example"}).status == 403
    with serving(home) as server:
        assert "access-control-allow-origin" not in server.ask("GET", "/v1/jobs").headers


def test_hosts_and_addresses():
    assert host_name("LOCALHOST:80") == "localhost" and host_name("[::1]:80") == "::1"
    assert host_name("a@b") is None and host_name("b/x") is None and host_name("x:y") is None
    assert is_loopback("127.9.9.9") and is_loopback("::1") and is_loopback("::ffff:127.0.0.1")
    assert not is_loopback("10.0.0.1") and not is_loopback("localhost.evil") and not is_loopback("0.0.0.0")


def test_a_stranger_by_address_is_refused_without_keys(home):
    import anyio

    from bozzetto.service.guard import Guard

    answers = []

    async def app(scope, receive, send):
        answers.append("let in")

    async def send(message):
        answers.append(message)

    scope = {
        "type": "http", "method": "GET", "path": "/", "raw_path": b"/", "query_string": b"",
        "headers": [(b"host", b"localhost")], "client": ("10.0.0.9", 5),
    }  # fmt: skip
    anyio.run(Guard(app, Settings(folder=home)), scope, None, send)
    assert answers[0]["status"] == 403
    answers.clear()
    anyio.run(Guard(app, Settings(folder=home)), scope | {"client": ("127.0.0.1", 5)}, None, send)
    assert answers == ["let in"]


def test_settings_of_the_environment(monkeypatch, tmp_path):
    from bozzetto.service.settings import from_environment

    monkeypatch.setenv("BOZZETTO_KEYS", str(tmp_path / "k"))
    monkeypatch.setenv("BOZZETTO_WORKERS", "3")
    monkeypatch.setenv("BOZZETTO_COMPAT", "hunyuan")
    settings = from_environment()
    assert settings.keys == tmp_path / "k" and settings.workers == 3 and settings.compat == ("hunyuan",)
    monkeypatch.setenv("BOZZETTO_WORKERS", "many")
    with pytest.raises(ConfigError, match="BOZZETTO_WORKERS"):
        from_environment()
    with pytest.raises(ConfigError):
        replace(settings, compat=("meshy",))
    assert str(to_network("10.0.0.0/8")) == "10.0.0.0/8"
