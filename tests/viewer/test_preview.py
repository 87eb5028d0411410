"""What the prior sees, checked with a prior whose every answer is known."""

import io
import time

import numpy as np
import torch
from PIL import Image

from bozzetto.jobs.train.views import orbit_views
from bozzetto.sds.oracle import OraclePrior
from bozzetto.viewer import preview
from bozzetto.viewer.preview import WordPictures, sample_views
from tests.jobs.known_object import box_oracle, render_box


def red_png():
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(data, "PNG")
    return data.getvalue()


PNG = red_png()


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def test_an_exact_prior_draws_exactly_its_object_from_each_side():
    images, _ = render_box(orbit_views(torch.arange(4) * 90.0), 32)
    expected = (images * 255).round().byte().numpy()
    for drawn, known in zip(sample_views(box_oracle(32), "a box"), expected, strict=True):
        assert np.abs(pixels(drawn).astype(int) - known).max() <= 1


def test_the_same_seed_draws_the_same(monkeypatch):
    prior = box_oracle(16)
    assert sample_views(prior, "a box", seed=1, sides=2) == sample_views(prior, "a box", seed=1, sides=2)
    assert len(sample_views(prior, "a box", sides=1)) == 1


def test_word_pictures_are_drawn_once_and_kept_under_the_priors_hash(home, monkeypatch):
    calls = []
    real = preview.sample_views
    prior = box_oracle(16)

    def count(used, word, **options):
        # Another page's pictures may still be drawing, with another prior.
        if used is prior:
            calls.append(word)
        return real(used, word, **options)

    monkeypatch.setattr(preview, "sample_views", count)
    pictures = WordPictures(home, prior)
    assert pictures.get("a/../b") is None
    deadline = time.monotonic() + 60
    while missing := [word for word in ("chair", "a/../b") if pictures.get(word) is None]:
        for word in missing:
            pictures.want(word)
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert sorted(calls) == ["a/../b", "chair"]
    with Image.open(io.BytesIO(pictures.get("chair"))) as image:
        assert image.format == "WEBP" and image.size == (preview.WORD_EDGE, preview.WORD_EDGE)
    again = WordPictures(home, prior)
    assert again.get("chair") == pictures.get("chair") and len(calls) == 2
    # Other weights draw other pictures.
    other = OraclePrior(prior.render, 16) if hasattr(prior, "render") else box_oracle(16)
    other.digest = "other weights"
    assert WordPictures(home, other).get("chair") is None


def test_drawing_of_words_ends_when_nobody_looks(home, monkeypatch):
    calls = []

    def slow(prior, word, **options):
        calls.append(word)
        time.sleep(0.05)
        return [PNG]

    monkeypatch.setattr(preview, "sample_views", slow)
    monkeypatch.setattr(preview, "REQUEST_SECONDS", 1.0)
    pictures = WordPictures(home, box_oracle(16))
    for n in range(100):
        pictures.want(f"word {n}")
    thread = pictures._thread
    thread.join(20)
    assert not thread.is_alive() and 0 < len(calls) < 50
    assert calls == [f"word {n}" for n in range(len(calls))], "in turn"
    pictures.want("word 99")
    pictures._thread.join(20)
    assert calls[-1] == "word 99", "and it goes on when asked again"
    pictures.close()
