"""A language model that puts prompts into known words, played by a real server on the loopback address."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.pipeline import expand
from bozzetto.jobs.pipeline.expand import check_address, expand_prompt, schema, written_out
from bozzetto.sds.embedded import known_words

LEXICON = known_words()
GOOD = {
    "things": [
        {"position": "and", "count": 1, "size": "usual", "adjectives": ["red"], "noun": "dragon"},
        {"position": "on", "count": 2, "size": "tiny", "adjectives": [], "noun": "castle"},
    ]
}


@pytest.fixture
def server():
    """A server that answers as `answer` says and keeps what it was asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):  # noqa: N802
            self.server.asked.append((self.path, json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
            self.server.answer(self)

        def log_message(self, *args):
            pass

    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.asked, found.daemon_threads = [], True
    threading.Thread(target=found.serve_forever, daemon=True).start()
    found.url = f"http://127.0.0.1:{found.server_port}/v1"
    yield found
    found.shutdown()
    found.server_close()


def says(content, status=200):
    def answer(handler):
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def message(content):
    text = content if isinstance(content, str) else json.dumps(content)
    return {"choices": [{"message": {"content": text}}]}


def test_a_wish_becomes_a_prompt_in_known_words(server):
    server.answer = says(message(GOOD))
    prompt, note = expand_prompt("a fearsome wyrm guarding two forts", server.url, "tiny")
    assert prompt == "a red dragon on two tiny castle" and prompt in note and "wyrm" in note
    reading = LEXICON.read(prompt)
    assert reading.unknown == () and [t for t in reading.words] == ["red", "dragon", "castle"]
    path, asked = server.asked[0]
    assert path == "/v1/chat/completions" and asked["model"] == "tiny"
    assert asked["messages"][1]["content"] == "a fearsome wyrm guarding two forts"
    assert asked["response_format"]["json_schema"]["schema"] == schema(LEXICON)


def test_text_around_the_json_does_no_harm(server):
    server.answer = says(message("Sure! ```json\n" + json.dumps(GOOD) + "\n``` Have fun"))
    assert expand_prompt("x", server.url)[0] == "a red dragon on two tiny castle"


@pytest.mark.parametrize(
    ("content", "status", "why"),
    [
        (message({"things": [{**GOOD["things"][0], "noun": "rm -rf /"}]}), 200, "not known"),
        (message({"things": [{**GOOD["things"][0], "adjectives": ["invisible"]}]}), 200, "not known"),
        (message({"things": [{**GOOD["things"][0], "count": 99}]}), 200, "known size"),
        (message({"things": [{**GOOD["things"][0], "position": "inside out of"}]}), 200, "known size"),
        (message({"things": []}), 200, "expected 1 to 6 things"),
        (message("no JSON here"), 200, ""),
        (message({"things": [7]}), 200, "expected a thing"),
        ({"error": "no such model"}, 200, "choices"),
        (message(GOOD), 500, "it answered 500"),
        (b"not json", 200, ""),
        (b"x" * (expand.MOST_BYTES + 10), 200, "longer than"),
    ],
)
def test_what_goes_wrong_is_said_and_the_prompt_stays(server, content, status, why):
    server.answer = says(content, status)
    prompt, note = expand_prompt("a cat", server.url)
    assert prompt == "a cat" and "was no help" in note and "read as it is" in note and why in note


def test_a_slow_server_is_given_up(server, monkeypatch):
    monkeypatch.setattr(expand, "SECONDS", 0.3)

    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            try:
                handler.wfile.write(b" ")
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    server.answer = drip
    begun = time.monotonic()
    assert expand_prompt("a cat", server.url)[0] == "a cat"
    assert time.monotonic() - begun < 3


def test_a_server_that_is_not_there(server):
    server.shutdown()
    server.server_close()
    prompt, note = expand_prompt("a cat", server.url)
    assert prompt == "a cat" and "was no help" in note


def test_only_this_machine_is_asked_unless_told():
    for url in ("http://localhost:1/v1", "http://127.0.0.1:8080", "http://[::1]:8080/v1", "http://127.5.5.5"):
        assert check_address(url, anywhere=False)
    for url in ("http://192.0.2.1/v1", "https://example.com/v1", "http://localhost.example.com", "http://10.0.0.1"):
        with pytest.raises(ConfigError, match="another machine"):
            check_address(url, anywhere=False)
        assert check_address(url, anywhere=True)
    for url in ("localhost:11434", "file:///etc/passwd", "", "http://", "http://a:b@localhost/", "http://[::1/v1"):
        with pytest.raises(ConfigError, match="--expand"):
            check_address(url, anywhere=True)


def test_every_word_of_the_schema_can_be_written_and_is_read_back():
    for noun in sorted(LEXICON.objects)[::40]:
        written = written_out({"things": [{"noun": noun, "count": 1}]}, LEXICON)
        assert LEXICON.read(written).words == (noun,)
