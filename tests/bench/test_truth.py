"""The measures of the known-truth bench, on inputs whose answers are known."""

import numpy as np
import pytest

from bench.truth import article, has_two_fronts


@pytest.fixture
def object_with_a_front():
    """Eight views of a grey thing with a red patch in front and a blue one behind."""
    views = np.full((8, 16, 16, 3), 0.5)
    views[0, 4:12, 4:12] = (1, 0, 0)
    views[4, 4:12, 4:12] = (0, 0, 1)
    return views


def test_a_planted_second_front_is_caught(object_with_a_front):
    planted = object_with_a_front.copy()
    planted[4] = planted[0]
    assert has_two_fronts(planted, object_with_a_front)
    assert not has_two_fronts(object_with_a_front, object_with_a_front)


def test_objects_without_a_front_cannot_have_two(object_with_a_front):
    ball = np.repeat(object_with_a_front[2:3], 8, 0)
    assert not has_two_fronts(object_with_a_front, ball)


@pytest.mark.parametrize(
    ("noun", "phrase"),
    [("oven", "an oven"), ("dog", "a dog"), ("tulips", "tulips"), ("bus", "a bus"), ("french fries", "french fries")],
)
def test_articles(noun, phrase):
    assert article(noun) == phrase
