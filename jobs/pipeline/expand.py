"""Optional: a language model puts a prompt into words that the embedded prior knows.

Any server with OpenAI's chat interface will do (llama.cpp, Ollama, vLLM). It is asked for JSON by a schema that holds
only known nouns, colours, materials, sizes, counts and positions; what comes back is checked against them, written as a
plain English prompt and read like any other. Whatever goes wrong, the prompt is read as it was typed, and that is said.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import urllib.parse
from typing import Any

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.scene import COUNTS, MOST_THINGS, SHAPES, SIZES

SECONDS = 60.0
"""For the whole answer."""
MOST_BYTES = 256 * 1024
"""Of an answer."""
POSITIONS = ("and", "on", "under", "beside", "in front of", "behind", "with", "wearing", "riding")
"""How a thing goes with those before it."""
NUMBERS = {number: word for word, number in COUNTS.items() if not word.isdigit()}
NAMES_SHOWN = 4000
"""Letters of the list of nouns in the question; the schema has all of them."""


def expand_prompt(prompt: str, url: str, model: str = "default", anywhere: bool = False) -> tuple[str, str]:
    """A prompt in known words, and a sentence that says what became of it.

    Args:
        prompt: what the user typed.
        url: of the server, such as ``http://localhost:11434/v1``.
        model: its name there.
        anywhere: whether the server may be on another machine.
    Raises:
        ConfigError: the address is none, or is of another machine.
    """
    from bozzetto.sds.embedded import known_words

    host = check_address(url, anywhere)
    lexicon = known_words()
    try:
        answer = _ask(url, model, prompt, lexicon)
        written = written_out(answer, lexicon)
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError) as error:
        why = str(error) or type(error).__name__
        return prompt, f"the language model at {host} was no help ({why[:200]}); the prompt is read as it is"
    return written, f"the language model at {host} made of {prompt!r}: {written!r}"


def check_address(url: str, anywhere: bool) -> str:
    """The host and port of a server's address.

    Raises:
        ConfigError: it is no http address, or, unless ``anywhere``, not of this machine.
    """
    try:
        parts = urllib.parse.urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ConfigError(f"--expand: {url!r} is no address ({error})") from error
    if parts.scheme not in ("http", "https") or not host:
        raise ConfigError(f"--expand: expected an address such as http://localhost:11434/v1, got {url!r}")
    if parts.username or parts.password:
        raise ConfigError("--expand: leave user name and password out of the address")
    try:
        is_local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        is_local = host.lower() == "localhost"
    if not is_local and not anywhere:
        raise ConfigError(
            f"--expand: {host} is another machine, to which the prompt would be sent; --expand-anywhere allows it"
        )
    return host if port is None else f"{host}:{port}"


def schema(lexicon: Lexicon) -> dict[str, Any]:
    """The JSON schema of an answer: up to six things in known words."""
    adjectives = [word for word in lexicon.words if word not in lexicon.objects]
    thing = {
        "type": "object",
        "properties": {
            "position": {"type": "string", "enum": list(POSITIONS)},
            "count": {"type": "integer", "minimum": 1, "maximum": MOST_THINGS},
            "size": {"type": "string", "enum": ["usual", *SIZES, *SHAPES]},
            "adjectives": {"type": "array", "items": {"type": "string", "enum": adjectives}, "maxItems": 4},
            "noun": {"type": "string", "enum": sorted(lexicon.objects)},
        },
        "required": ["position", "count", "size", "adjectives", "noun"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"things": {"type": "array", "items": thing, "minItems": 1, "maxItems": MOST_THINGS}},
        "required": ["things"],
        "additionalProperties": False,
    }


def written_out(answer: Any, lexicon: Lexicon) -> str:
    """The English prompt of an answer by `schema`.

    Raises:
        ValueError: it does not keep to the schema, or names something that is not known; the message says what.
    """
    things = answer.get("things") if isinstance(answer, dict) else None
    if not isinstance(things, list) or not 1 <= len(things) <= MOST_THINGS:
        raise ValueError(f"expected 1 to {MOST_THINGS} things, got {str(answer)[:60]!r}")
    parts: list[str] = []
    for k, thing in enumerate(things):
        if not isinstance(thing, dict):
            raise ValueError(f"expected a thing with a noun, got {str(thing)[:60]!r}")
        noun, size, count = thing.get("noun"), thing.get("size", "usual"), thing.get("count", 1)
        position, adjectives = thing.get("position", "and"), thing.get("adjectives", [])
        if noun not in lexicon.objects:
            raise ValueError(f"it chose {str(noun)[:40]!r}, which is not known")
        if not isinstance(adjectives, list) or any(
            not isinstance(word, str) or word in lexicon.objects or word not in lexicon.index for word in adjectives
        ):
            raise ValueError(f"it chose {str(adjectives)[:60]}, which are not known colours or materials")
        if (
            size not in ("usual", *SIZES, *SHAPES)
            or position not in POSITIONS
            or count not in range(1, MOST_THINGS + 1)
        ):
            raise ValueError(f"expected a known size, position and count, got {str((size, position, count))[:80]}")
        words = ["a"] if count == 1 else [NUMBERS[count]]
        words += [size] if size in SHAPES or (size != "usual" and len(things) > 1) else []
        parts += [position] * (k > 0) + [*words, *adjectives, noun]
    return " ".join(parts)


def _ask(url: str, model: str, prompt: str, lexicon: Lexicon) -> Any:
    """The parsed JSON of the model's answer.

    Raises:
        OSError, http.client.HTTPException: the server cannot be reached, or is too slow.
        ValueError, KeyError, TypeError: it answered something else.
    """
    names = ", ".join(sorted(lexicon.objects))[:NAMES_SHOWN]
    task = (
        "Put the user's wish for a 3D scene into the nearest known things. The first position is not used; each "
        "further one says how the things before it stand to it. Use only known nouns, such as: " + names
    )
    body = {
        "model": model,
        "temperature": 0,
        "seed": 0,
        "max_tokens": 1000,
        "messages": [{"role": "system", "content": task}, {"role": "user", "content": prompt}],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "scene", "strict": True, "schema": schema(lexicon)},
        },
    }
    data = _post(url.rstrip("/") + "/chat/completions", json.dumps(body).encode("utf-8"))
    text = json.loads(data)["choices"][0]["message"]["content"]
    begin, end = text.find("{"), text.rfind("}")
    return json.loads(text[begin : end + 1])


def _post(url: str, body: bytes) -> bytes:
    """What a server answers; no proxy is asked and no redirection followed.

    Raises:
        OSError, http.client.HTTPException: it cannot be reached, or is too slow.
        ValueError: its status is not 200, or the answer is too long.
    """
    import time

    parts = urllib.parse.urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=SECONDS)
    deadline = time.monotonic() + SECONDS
    try:
        connection.request("POST", parts.path or "/", body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        if response.status != 200:
            raise ValueError(f"it answered {response.status} {response.reason}")
        data = b""
        while chunk := response.read1(65536):
            data += chunk
            if len(data) > MOST_BYTES:
                raise ValueError(f"its answer is longer than {MOST_BYTES} bytes")
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"no whole answer within {SECONDS:g} seconds")
            if connection.sock is not None:
                connection.sock.settimeout(left)
        return data
    finally:
        connection.close()
