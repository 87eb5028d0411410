"""`/openapi.json` (OpenAPI 3.1) from the operations and the models that check their requests, and a page of it."""

import html
import re
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from bozzetto import __version__
from bozzetto.service.operations import Operation
from bozzetto.service.problems import MEDIA_TYPE, ProblemDetails

DESCRIPTION = (
    "Text to 3D over HTTP. A request becomes a job of the queue, which the command line and the workbench use too. "
    "Errors are `application/problem+json`."
)
WHY = {
    400: "The request cannot be read.",
    401: "No key, or one that is not known.",
    403: "The key may not do that, or the request comes from elsewhere.",
    404: "There is no such thing, or it is somebody else's.",
    405: "There is no such method here.",
    408: "The request did not come in time.",
    409: "Its state does not allow that, or the Idempotency-Key was used for something else.",
    413: "The request is too large.",
    414: "The address is too long.",
    415: "The request is of another kind than expected.",
    416: "The range lies outside the file.",
    422: "A field is not valid; `errors` names it.",
    429: "A limit of the key is reached; `Retry-After` says when to try again.",
    431: "The headers are too large.",
    503: "The server cannot do that just now.",
    507: "The disk of the server is full.",
}
ALWAYS = (400, 403, 404, 405, 414, 431, 503)
KEYED = (401,)
WITH_BODY = (408, 413, 415, 422)


def openapi(operations: Sequence[Operation], base: str = "") -> dict[str, Any]:
    """The document.

    Args:
        operations: what the server offers.
        base: where it is mounted.
    """
    models: list[tuple[type[BaseModel], JsonSchemaMode]] = [(ProblemDetails, "serialization")]
    for one in operations:
        models += [(one.body, "validation")] if one.body is not None else []
        models += [(given, "serialization") for given in (one.answer, one.refusal) if given is not None]
    places, definitions = models_json_schema(
        list(dict.fromkeys(models)), ref_template="#/components/schemas/{model}", by_alias=True
    )
    paths: dict[str, dict[str, Any]] = {}
    for one in operations:
        paths.setdefault(re.sub(r":path}", "}", one.path), {})[one.method.lower()] = _operation(one, places)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "bozzetto",
            "version": __version__,
            "description": DESCRIPTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": base or "/"}],
        "paths": paths,
        "components": {
            "schemas": definitions.get("$defs", {}),
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(one: Operation, places: Any) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": schema} for name, schema in one.path_schemas.items()
    ]
    if one.query is not None:
        schema = one.query.model_json_schema()
        for name, field in schema.get("properties", {}).items():
            text = field.pop("description", "")
            parameters.append({"name": name, "in": "query", "required": False, "schema": field, "description": text})
    for name, (text, kind) in one.headers.items():
        parameters.append({"name": name, "in": "header", "required": False, "schema": kind, "description": text})
    answers: dict[str, Any] = {str(one.status): {"description": "Done."}}
    if one.answer is not None:
        schema = places[one.answer, "serialization"]
        answers[str(one.status)]["content"] = {"application/json": {"schema": schema}}
    elif one.media:
        answers[str(one.status)]["content"] = {one.media: {"schema": {"type": "string"}}}
    if one.status == 202:
        answers["202"]["headers"] = {"Location": {"description": "Of the job.", "schema": {"type": "string"}}}
    for status, text in one.further.items():
        answers[str(status)] = {"description": text}
    problem = {MEDIA_TYPE: {"schema": places[ProblemDetails, "serialization"]}}
    has_body = one.body is not None or one.form is not None
    errors = {*ALWAYS, *one.errors, *(KEYED if one.scope else ()), *(WITH_BODY if has_body else ())}
    errors |= {422} if one.query is not None else set()
    if one.refusal is not None:
        problem = {**problem, "application/json": {"schema": places[one.refusal, "serialization"]}}
    for status in sorted(errors):
        answers[str(status)] = {"description": WHY[status], "content": problem}
    result: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.summary,
        "tags": [one.tag],
        "parameters": parameters,
        "responses": answers,
    }
    if one.scope:
        # The empty one: a server without keys asks for none.
        result["security"] = [{"key": []}, {}]
        result["description"] = f"Scope of the key: `{one.scope}`."
    if one.body is not None:
        result["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": places[one.body, "validation"]}},
        }
    if one.form is not None:
        # The model refuses what it does not know, so the file stands among its fields.
        whole = one.form.model_json_schema()
        whole["properties"]["file"] = {"type": "string", "format": "binary", "description": "The mesh."}
        whole["required"] = [*whole.get("required", ()), "file"]
        result["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": whole}}}
    return result


def docs_page(document: dict[str, Any]) -> str:
    """The document as one HTML page that needs nothing else: no script, no font, no other host."""
    parts = []
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            parts.append(_operation_html(path, method, operation, document))
    schemas = "".join(
        f'<section id="{html.escape(name)}"><h3>{html.escape(name)}</h3><p>{_prose(schema.get("description", ""))}</p>'
        f"{_fields_html(schema)}</section>"
        for name, schema in sorted(document["components"]["schemas"].items())
    )
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>bozzetto: HTTP API</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>bozzetto {html.escape(document["info"]["version"])}: HTTP API</h1>
<p>{_prose(document["info"]["description"])} The same for programs: <a href="openapi.json">openapi.json</a>.</p>
<h2>Operations</h2>
{"".join(parts)}
<h2>Models</h2>
{schemas}
</main>
</body>
</html>
"""


_STYLE = """
:root { color-scheme: light dark; --line: #8886; --accent: #a3481a; }
@media (prefers-color-scheme: dark) { :root { --accent: #e08a55; } }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 16px 20px 64px; }
details, section { border: 1px solid var(--line); border-radius: 8px; margin: 8px 0; padding: 8px 14px; }
section h3 { margin: 4px 0; }
summary { cursor: pointer; }
summary b { display: inline-block; min-width: 4.5em; color: var(--accent); }
code, summary b { font-family: ui-monospace, monospace; font-size: .92em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 3px 12px 3px 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
a { color: var(--accent); }
"""


def _operation_html(path: str, method: str, operation: dict[str, Any], document: dict[str, Any]) -> str:
    rows = [
        (parameter["name"], f"{parameter['in']}, {_kind(parameter['schema'])}", parameter.get("description", ""))
        for parameter in operation["parameters"]
    ]
    body = operation.get("requestBody", {}).get("content", {})
    sent = "".join(f"<p>Takes {html.escape(kind)}: {_link(one['schema'])}</p>" for kind, one in body.items())
    answers = "".join(
        f"<tr><td>{status}</td><td>{_prose(one['description'])}</td>"
        f"<td>{_content_html(one.get('content', {}))}</td></tr>"
        for status, one in operation["responses"].items()
    )
    about = f"<p>{_prose(operation['description'])}</p>" if "description" in operation else ""
    title = f"<b>{method.upper()}</b><code>{html.escape(path)}</code> {_prose(operation['summary'])}"
    return f"<details><summary>{title}</summary>{about}{_rows_html(rows)}{sent}<table>{answers}</table></details>"


def _content_html(content: dict[str, Any]) -> str:
    return ", ".join(_link(one["schema"]) or html.escape(kind) for kind, one in content.items())


def _fields_html(schema: dict[str, Any]) -> str:
    needed = set(schema.get("required", ()))
    return _rows_html(
        [
            (name, _kind(field) + (", required" if name in needed else ""), field.get("description", ""))
            for name, field in schema.get("properties", {}).items()
        ]
    )


def _rows_html(rows: Sequence[tuple[str, str, str]]) -> str:
    cells = "".join(
        f"<tr><td><code>{html.escape(name)}</code></td><td>{kind}</td><td>{_prose(text)}</td></tr>"
        for name, kind, text in rows
    )
    return f"<table>{cells}</table>" if rows else ""


def _kind(schema: dict[str, Any]) -> str:
    """A schema in a few words, as HTML."""
    if "$ref" in schema:
        return _link(schema)
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_kind(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return html.escape(" | ".join(map(str, schema["enum"])))
    if "const" in schema:
        return html.escape(str(schema["const"]))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    bounds = [
        f"{word} {schema[key]}"
        for key, word in (("minimum", "from"), ("maximum", "to"), ("maxLength", "at most"), ("maxItems", "at most"))
        if key in schema
    ]
    return html.escape(" ".join([str(schema.get("type", "anything")), *bounds]))


def _link(schema: dict[str, Any]) -> str:
    if "$ref" not in schema:
        return ""
    name = html.escape(schema["$ref"].rpartition("/")[2])
    return f'<a href="#{name}">{name}</a>'


def _prose(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))
