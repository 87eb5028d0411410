"""Access to the workbench: foreign hosts and origins, the token of a local one, the password of a shared one."""

import asyncio
import os
import stat
import urllib.parse
from html.parser import HTMLParser

import pytest

from bozzetto.viewer import auth
from bozzetto.viewer.auth import (
    LOGIN,
    Access,
    AccessGuard,
    LoginThrottle,
    hash_password,
    host_name,
    load_token,
    local_address,
    verify_password,
)

TOKEN = "t" * 32


async def inner(scope, receive, send):
    """Stands for the workbench: says which path it was asked for."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"inside " + scope["path"].encode()})


class Answer:
    def __init__(self, messages):
        self.messages = messages
        self.status = next((m["status"] for m in messages if m["type"] == "http.response.start"), None)
        self.headers = {name.decode().lower(): value.decode() for m in messages for name, value in m.get("headers", ())}
        self.text = b"".join(m.get("body", b"") for m in messages).decode()
        self.accepted = any(m["type"] == "websocket.accept" for m in messages)

    @property
    def cookie(self):
        return self.headers["set-cookie"].split(";")[0]


def ask(guard, address="/", kind="http", method="GET", body=b"", host="localhost:8501", **headers):
    """One connection to a guard; header names by keyword, `_` for `-`; a list repeats one."""
    path, _, query = address.partition("?")
    named = {"host": host, "accept": "text/html"} | {key.replace("_", "-"): value for key, value in headers.items()}
    lines = [
        (key.encode(), value.encode())
        for key, values in named.items()
        if values is not None
        for value in (values if isinstance(values, list) else [values])
    ]
    scope = {"type": kind, "path": path, "raw_path": path.encode(), "query_string": query.encode(), "headers": lines}
    scope |= {"method": method, "scheme": "http", "server": ("127.0.0.1", 8501), "client": ("127.0.0.1", 1)}
    messages = []

    async def receive():
        if kind == "websocket":
            return {"type": "websocket.connect"}
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        messages.append(message)

    asyncio.run(guard(scope, receive, send))
    return Answer(messages)


@pytest.fixture
def local():
    return AccessGuard(inner, Access(8501, token=TOKEN))


@pytest.fixture
def shared():
    return AccessGuard(inner, Access(8501, password_hash=hash_password("correct horse")))


def logged_in(guard, address=f"/?token={TOKEN}"):
    return ask(guard, address).cookie


def test_a_guard_needs_exactly_one_secret():
    for access in (Access(1), Access(1, "a", "b")):
        with pytest.raises(ValueError, match="token or a password"):
            AccessGuard(inner, access)


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "evil.example:8501"},
        {"host": "localhost.evil.example:8501"},
        {"host": "127.0.0.1.evil.example"},
        {"host": "localhost@evil.example"},
        {"host": "192.168.1.7:8501"},
        {"host": ""},
        {"host": None},
        {"host": ["localhost:8501", "evil.example"]},
        {"origin": "http://evil.example"},
        {"origin": "http://localhost.evil.example:8501"},
        {"origin": "http://localhost:9999"},
        {"origin": "null"},
        {"origin": "null", "sec_fetch_site": "cross-site"},
        {"origin": "null", "sec_fetch_site": "same-site"},
        {"origin": "null", "sec_fetch_site": "none"},
        {"origin": "null", "sec_fetch_site": ["same-origin", "cross-site"]},
        {"origin": "http://evil.example", "sec_fetch_site": "same-origin"},
        {"origin": "file://"},
        {"origin": ["http://localhost:8501", "http://evil.example"]},
    ],
)
def test_foreign_hosts_and_origins_are_refused_whoever_asks(local, kind, headers):
    cookie = logged_in(local)
    answer = ask(local, "/_stcore/stream", kind, cookie=cookie, **headers)
    assert not answer.accepted and "inside" not in answer.text
    assert answer.status == 403 if kind == "http" else answer.messages[0]["type"] == "websocket.close"


@pytest.mark.parametrize("host", ["localhost:8501", "LOCALHOST", "127.0.0.1:8501", "[::1]:8501", "localhost:9000"])
def test_the_names_of_this_machine_are_let_through(local, host):
    cookie = logged_in(local)
    assert ask(local, "/x", host=host, cookie=cookie).text == "inside /x"
    assert ask(local, "/_stcore/stream", "websocket", host=host, origin=f"http://{host}", cookie=cookie).accepted


def test_without_the_token_nothing_is_shown(local):
    for address in ("/", "/gallery", "/media/x", "/_stcore/stream", "/component/x"):
        assert ask(local, address, accept="*/*").status == 403
        assert not ask(local, address, "websocket").accepted
    page = ask(local, "/look?run=a b&x=1")
    assert page.status == 303 and urllib.parse.parse_qs(page.headers["location"].partition("?")[2]) == {
        "next": ["/look?run=a+b&x=1"]
    }
    form = ask(local, page.headers["location"])
    assert form.status == 200 and "<label" in form.text and TOKEN not in form.text and "inside" not in form.text
    assert ask(local, "/_stcore/health", accept="*/*").text == "inside /_stcore/health", "it says only that it runs"


def test_the_token_is_exchanged_for_a_cookie_and_leaves_the_address(local):
    answer = ask(local, f"/look?run=a&token={TOKEN}&x=1")
    assert (answer.status, answer.headers["location"]) == (303, "/look?run=a&x=1")
    assert "httponly" in answer.headers["set-cookie"].lower() and "samesite=lax" in answer.headers["set-cookie"].lower()
    assert TOKEN not in answer.headers["set-cookie"]
    assert ask(local, "/look?run=a", cookie=answer.cookie).text == "inside /look"
    for wrong in ("", "x", TOKEN[:-1], TOKEN + "t", "%ff"):
        refused = ask(local, f"/look?token={wrong}")
        assert refused.status == 403 and "set-cookie" not in refused.headers
    typed = ask(local, LOGIN + "?next=/look", method="POST", body=f"secret={TOKEN}".encode())
    assert (typed.status, typed.headers["location"]) == (303, "/look")
    for cookie in ("bozzetto-8501=", f"bozzetto-8501={TOKEN}", answer.cookie.replace("8501", "8502")):
        assert ask(local, "/", cookie=cookie, accept="*/*").status == 403
    again = AccessGuard(inner, Access(8501, token=TOKEN))
    assert ask(again, "/", cookie=answer.cookie).text == "inside /", "a restart with the same token keeps tabs open"


def test_a_shared_workbench_shows_nothing_without_the_password_and_keeps_the_deep_link(shared):
    page = ask(shared, "/look?run=a", host="box.example")
    assert page.status == 303
    assert not ask(shared, "/_stcore/stream", "websocket", host="box.example").accepted
    address = page.headers["location"]
    wrong = ask(shared, address, method="POST", body=b"secret=wrong+one", host="box.example")
    assert wrong.status == 403 and "Wrong password" in wrong.text and "set-cookie" not in wrong.headers
    answer = ask(shared, address, method="POST", body=b"secret=correct+horse", host="box.example")
    assert (answer.status, answer.headers["location"]) == (303, "/look?run=a")
    for _ in range(2):  # A reload asks for nothing.
        assert ask(shared, "/look?run=a", host="box.example", cookie=answer.cookie).text == "inside /look"
    own = {"host": "box.example", "cookie": answer.cookie}
    assert ask(shared, "/_stcore/stream", "websocket", origin="https://box.example", **own).accepted
    assert not ask(shared, "/_stcore/stream", "websocket", origin="https://evil.example", **own).accepted
    other = ask(shared, address, method="POST", body=b"secret=correct+horse", host="box.example")
    assert other.cookie != answer.cookie
    assert ask(shared, LOGIN, method="POST", body=b"secret=" + b"x" * 10_000, host="box.example").status == 403


POLICIES = {
    "no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin",
    "strict-origin-when-cross-origin", "unsafe-url",
}  # fmt: skip


class Form(HTMLParser):
    """The one form of a page, and what the page and the form say about the referrer."""

    def __init__(self, source):
        super().__init__()
        self.forms, self.fields, self.policies, self.relations = [], {}, [], ""
        self.feed(source)
        [self.form] = self.forms

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.forms.append(attributes)
            self.relations = attributes.get("rel", "")
        elif tag == "meta" and attributes.get("name") == "referrer":
            self.policies.append(attributes["content"])
        elif tag in ("input", "button") and attributes.get("name"):
            self.fields[attributes["name"]] = attributes.get("value", "")


def origin_of_form(page_address, page, more_headers=()):
    """The Origin that a browser sends with a page's form: "append a request `Origin` header" of the Fetch standard, by
    the referrer policy of https://www.w3.org/TR/referrer-policy (the last token that is known counts; a `meta` and
    `rel=noreferrer` overrule it). Returns it, and the address that the form goes to."""
    form = Form(page.text)
    told = [page.headers.get("referrer-policy", ""), *more_headers, *form.policies]
    tokens = [token.strip() for text in told for token in text.split(",") if token.strip() in POLICIES]
    policy = tokens[-1] if tokens else "strict-origin-when-cross-origin"
    if "noreferrer" in form.relations.split():
        policy = "no-referrer"
    target = urllib.parse.urljoin(page_address, form.form["action"])
    (scheme, host, *_), (to_scheme, to_host, *_) = (urllib.parse.urlsplit(each) for each in (page_address, target))
    strict = policy in ("no-referrer-when-downgrade", "strict-origin", "strict-origin-when-cross-origin")
    hidden = (
        policy == "no-referrer"
        or (strict and scheme == "https" and to_scheme != "https")
        or (policy == "same-origin" and (scheme, host) != (to_scheme, to_host))
    )
    return "null" if hidden else f"{scheme}://{host}", target


@pytest.mark.parametrize(
    "kind, origin",
    [("token", "http://localhost:8501"), ("token", "http://127.0.0.1:8501"), ("password", "http://localhost:8501"),
     ("password", "http://192.168.1.7:8501"), ("password", "https://box.example")],
)  # fmt: skip
def test_the_login_form_as_a_browser_sends_it(local, shared, kind, origin):
    guard, secret = (local, TOKEN) if kind == "token" else (shared, "correct horse")
    host = origin.partition("//")[2]
    asked = ask(guard, "/?run=a+b", host=host).headers["location"]
    page = ask(guard, asked, host=host)
    form = Form(page.text)
    assert form.form["method"] == "post" and list(form.fields) == ["secret"]
    sent, target = origin_of_form(origin + asked, page)
    assert sent == origin
    address = target.removeprefix(origin)
    for answer_to, status in (("wrong one", 403), (secret, 303)):
        body = urllib.parse.urlencode({**form.fields, "secret": answer_to}).encode()
        answer = ask(guard, address, method="POST", body=body, host=host, origin=sent, sec_fetch_site="same-origin")
        assert answer.status == status
    assert answer.headers["location"] == "/?run=a+b"
    assert ask(guard, "/?run=a+b", host=host, cookie=answer.cookie).text == "inside /"
    # A proxy in between may add a policy that has the browser hide where its forms come from.
    hidden, _ = origin_of_form(origin + asked, page, ["no-referrer"])
    assert hidden == "null"
    answer = ask(guard, address, method="POST", body=body, host=host, origin=hidden, sec_fetch_site="same-origin")
    assert answer.status == 303
    assert ask(guard, address, method="POST", body=body, host=host, origin=hidden).status == 403


def test_too_many_wrong_passwords_are_told_to_wait(shared):
    for _ in range(auth.FREE_ATTEMPTS):
        assert ask(shared, LOGIN, method="POST", body=b"secret=wrong").status == 403
    answer = ask(shared, LOGIN, method="POST", body=b"secret=correct+horse")
    assert answer.status == 429 and "Try again in" in answer.text


def test_answers_forbid_the_browser_every_other_server(local):
    answer = ask(local, "/x", cookie=logged_in(local))
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'self'" in policy and "ws://localhost:8501" in policy
    assert "http:" not in policy and "https:" not in policy and "*" not in policy
    # The address may hold the token. With "no-referrer" a browser's own form would come from the origin "null".
    assert answer.headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "address",
    ["http://evil.example", "//evil.example", "/\\evil.example", "evil", "", "/a\nb", LOGIN, LOGIN + "?next=/"],
)
def test_a_login_leads_to_no_other_place(address):
    assert local_address(address) == "/"


def test_addresses_of_pages_are_kept():
    assert local_address("/look?run=a%20b&x=//y") == "/look?run=a%20b&x=//y"


@pytest.mark.parametrize(
    "header, name",
    [("A.Example.", "a.example"), ("[::1]:80", "::1"), ("[0:0:0:0:0:0:0:1]", "::1"), ("a:b", None), ("a/b", None),
     ("u@a", None), ("", None), ("a b", None), ("[::1", None)],
)  # fmt: skip
def test_host_headers(header, name):
    assert host_name(header) == name


def test_the_token_stays_and_is_its_owners(tmp_path):
    path = tmp_path / "home" / "view-token"
    token = load_token(path)
    assert len(token) >= 32 and load_token(path) == token
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("short")
    assert load_token(path) != token and load_token(path) == path.read_text().strip()
    blocked = tmp_path / "file"
    blocked.write_text("x")
    assert len(load_token(blocked / "view-token")) >= 32, "without a file it is good for this server"
    assert os.listdir(tmp_path) == ["home", "file"] or set(os.listdir(tmp_path)) == {"home", "file"}


def test_a_hash_fits_its_password_only():
    hashed = hash_password("correct horse")
    assert verify_password(hashed, "correct horse") and "correct" not in hashed
    for wrong in ("", "correct hors", "correct horse ", "Correct horse", "x" * 10_000, "\ud800"):
        assert not verify_password(hashed, wrong)
    assert hash_password("correct horse") != hashed


@pytest.mark.parametrize("damaged", ["", "scrypt", "scrypt::", "scrypt:AAAA:AAAA", "plain:x:y", "scrypt:%%:%%"])
def test_no_password_fits_a_damaged_hash(damaged):
    assert not verify_password(damaged, "") and not verify_password(damaged, "x")


def test_wrong_attempts_cost_a_growing_wait(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(auth.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(auth, "verify_password", lambda hashed, password: hashed == password)
    throttle = LoginThrottle()
    for _ in range(auth.FREE_ATTEMPTS - 1):
        assert not throttle.attempt("right", "wrong") and throttle.seconds_to_wait() == 0
    waits = []
    for _ in range(8):
        assert not throttle.attempt("right", "wrong")
        waits.append(throttle.seconds_to_wait())
        # While the wait runs not even the right one is looked at.
        assert not throttle.attempt("right", "right")
        now[0] += waits[-1]
    assert waits == sorted(waits) and waits[0] == 2 and waits[-1] == auth.MAX_WAIT_SECONDS
    assert throttle.attempt("right", "right") and throttle.seconds_to_wait() == 0
