"""The page of a run stands alone, and what it says is text."""

import base64
from html.parser import HTMLParser

import pytest

from bozzetto.viewer.share import facts, share_page
from bozzetto.viewer.store import StoreError

ATTACK = "a \"box\" </script><img src=http://example.org/x onerror=alert(1)> <!-- & 'x'"


class Page(HTMLParser):
    """Collects addresses, elements, and the text of each."""

    def __init__(self, source):
        super().__init__()
        self.addresses, self.elements, self.texts, self._open = [], [], {}, []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.addresses += [value for name, value in attrs if name in ("src", "href", "action", "data")]
        self._open = [tag + "#" + dict(attrs).get("id", "")]

    def handle_data(self, data):
        for name in self._open:
            self.texts[name] = self.texts.get(name, "") + data


def test_everything_is_inside(store, make_run):
    run = make_run("r", ATTACK)
    store.refresh()
    page = Page(share_page(store, "r"))
    assert page.addresses and all(address.startswith("data:image/") for address in page.addresses)
    assert base64.b64decode(page.texts["script#glb"]) == run.mesh.read_bytes()
    assert "BozzettoViewer" in page.texts["script#"]
    assert page.texts["title#"].strip() == page.texts["h1#"].strip() == " ".join(ATTACK.split())
    assert sum(tag == "img" for tag, _ in page.elements) == 5
    policy = next(attrs["content"] for tag, attrs in page.elements if attrs.get("http-equiv"))
    assert "default-src 'none'" in policy and "http" not in policy
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)


def test_a_run_without_a_mesh_has_no_page(store, make_run):
    make_run("r", status="interrupted")
    store.refresh()
    with pytest.raises(StoreError, match="no mesh yet"):
        share_page(store, "r")
    with pytest.raises(StoreError, match="no run"):
        share_page(store, "../r")


def test_facts_tell_what_there_is(store, make_run):
    make_run("r", "a box", negative="blue")
    store.refresh()
    told = dict(facts(store.get("r")))
    assert (
        told["Prompt"] == "a box"
        and told["Negative prompt"] == "blue"
        and told["Time"] == "10 s"
        and told["Triangles"] == "12"
    )
