"""The OpenAPI document: valid, complete, and the same models that check requests."""

import json
import re

import pytest

from bozzetto.service.application import operations_of
from bozzetto.service.models import GenerationRequest
from bozzetto.service.openapi import openapi
from bozzetto.service.settings import Settings
from tests.service.serving import request


def test_the_document_is_made_of_the_models_and_names_every_operation(done, home):
    server, _ = done
    document = server.ask("GET", "/openapi.json").json
    assert document["openapi"] == "3.1.0"
    named = {(path, method) for path, methods in document["paths"].items() for method in methods}
    listed = {(re.sub(":path", "", one.path), one.method.lower()) for one in operations_of(server.settings)}
    assert named == listed
    schemas = document["components"]["schemas"]
    assert set(schemas["GenerationRequest"]["properties"]) == set(GenerationRequest.model_fields)
    for name in re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)):
        assert name in schemas
    assert all(field.get("description") for field in schemas["JobAnswer"]["properties"].values())


def test_the_document_is_a_valid_schema_and_answers_keep_to_it(done):
    jsonschema = pytest.importorskip("jsonschema")
    server, number = done
    document = server.ask("GET", "/openapi.json").json
    for path in (f"/v1/jobs/{number}", "/v1/jobs", "/v1/words", "/v1/priors", "/v1/recipes", "/v1/presets", "/healthz"):
        answer = server.ask("GET", path)
        shape = re.sub(rf"/{number}$", "/{id}", path)
        schema = document["paths"][shape]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": document["components"]}
        jsonschema.Draft202012Validator.check_schema(whole)
        jsonschema.Draft202012Validator(whole).validate(answer.json)
    body = document["paths"]["/v1/generations"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    validator = jsonschema.Draft202012Validator({**body, "components": document["components"]})
    validator.validate(request())
    assert not validator.is_valid({"prompt": "a chair", "unknown": 1})
    assert not validator.is_valid({"prompt": "a chair", "seed": "x"})


def test_the_page_of_the_document_needs_nothing_else(done):
    server, _ = done
    page = server.ask("GET", "/docs")
    text = page.data.decode()
    assert page.headers["content-type"].startswith("text/html") and "<script" not in text
    assert (
        not re.search(r"(src|href)=.?(https?:)?//", text)
        and "default-src 'none'" in page.headers["content-security-policy"]
    )
    for one in operations_of(server.settings):
        assert one.summary in text
    assert server.ask("GET", "/").headers["location"] == "/docs"


def test_a_dialect_is_in_the_document_only_where_it_is_spoken(home):
    plain = openapi(operations_of(Settings(folder=home)))
    spoken = openapi(operations_of(Settings(folder=home, compat=("hunyuan",))))
    assert set(spoken["paths"]) - set(plain["paths"]) == {"/generate", "/send", "/status/{uid}"}


def test_words_and_how_a_prompt_is_read(done):
    server, _ = done
    words = server.ask("GET", "/v1/words").json
    assert len(words["objects"]) > 100 and "red" in words["adjectives"] and words["most_objects"] >= 2
    some = server.ask("GET", "/v1/words?prefix=ted&limit=1").json
    assert [one["name"] for one in some["objects"]] == ["teddy bear"]
    read = server.ask("POST", "/v1/read", {"prompt": "a red teddy bear and a qwertyuiop"}).json
    assert read["usable"] and [one["word"] for one in read["unknown"]] == ["qwertyuiop"]
    none = server.ask("POST", "/v1/read", {"prompt": "qwertyuiop"}).json
    assert not none["usable"] and none["problem"]
    assert {one["name"] for one in server.ask("GET", "/v1/presets").json["presets"]} == {"draft", "standard", "fine"}
    assert any(one["available"] for one in server.ask("GET", "/v1/priors").json["priors"])
    assert "dreamfusion-sd" in [one["name"] for one in server.ask("GET", "/v1/recipes").json["recipes"]]
    assert server.ask("GET", "/v1/words?nothing=1").status == 422
    assert server.ask("GET", "/v1/words?limit=1&limit=2").status == 422
    assert server.ask("GET", "/readyz").json["status"] == "ready"
