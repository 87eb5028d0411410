"""Objects of a scene come to stand where the words say, touching and not within one another."""

import numpy as np
import pytest

from bozzetto.sds.layout import RADIUS, Placement, arrange
from bozzetto.sds.scene import Group, Thing

EDGE = 48
AXIS = (np.arange(EDGE) + 0.5) / EDGE * 2 - 1
Z, Y, X = np.meshgrid(AXIS, AXIS, AXIS, indexing="ij")
SEAT = (abs(X) < 0.4) & (abs(Z) < 0.4) & (abs(Y) < 0.05)
BACK = (abs(X) < 0.4) & (abs(Z + 0.35) < 0.05) & (abs(Y - 0.4) < 0.4)
LEGS = (abs(abs(X) - 0.35) < 0.05) & (abs(abs(Z) - 0.35) < 0.05) & (abs(Y + 0.35) < 0.35)
TOP = (abs(X) < 0.7) & (abs(Z) < 0.5) & (abs(Y - 0.3) < 0.06)
CORNERS = (abs(abs(X) - 0.65) < 0.05) & (abs(abs(Z) - 0.45) < 0.05) & (abs(Y) < 0.3)
SHAPES = {
    "cube": (abs(X) < 0.5) & (abs(Y) < 0.5) & (abs(Z) < 0.5),
    "ball": X**2 + Y**2 + Z**2 < 0.8**2,
    "chair": SEAT | BACK | LEGS,
    "bowl": (X**2 + Y**2 + Z**2 < 0.8**2) & (X**2 + Y**2 + Z**2 > 0.65**2) & (Y < 0),
    "table": TOP | CORNERS,
    "nothing": np.zeros((EDGE,) * 3, bool),
}
CUBE, BALL, CHAIR, BOWL, TABLE = (Thing(noun) for noun in ("cube", "ball", "chair", "bowl", "table"))


def points_of(place: Placement) -> np.ndarray:
    z, y, x = np.nonzero(SHAPES[place.thing.noun])
    return place.scale * np.stack([AXIS[x], AXIS[y], AXIS[z]], 1) + place.offset


def placed(scene, sizes=None):
    places = arrange(scene, lambda thing: SHAPES[thing.noun], lambda thing: (sizes or {}).get(thing.noun))
    points = [points_of(place) for place in places]
    cell = 2 / EDGE
    for cloud, place in zip(points, places, strict=True):
        assert np.linalg.norm(cloud, axis=1).max() < RADIUS + 1e-6, "within the ball that the cameras see"
        assert place.thing.noun in SHAPES
    extent = np.concatenate(points)
    assert np.linalg.norm(extent, axis=1).max() > RADIUS - 2 * cell, "and fills it"
    return places, points


def overlap(a: np.ndarray, b: np.ndarray, cell: float) -> float:
    """Share of the first's cells that the second has too."""
    own, other = ({tuple(c) for c in np.floor(p / cell).astype(int)} for p in (a, b))
    return len(own & other) / len(own)


@pytest.mark.parametrize("base", [CUBE, CHAIR, TABLE])
def test_what_is_on_something_rests_on_it(base):
    (ball, below), (upper, lower) = placed(Group("on", (BALL, base)))
    cell = 2 / EDGE * below.scale
    top = lower[:, 1].max()
    if base is CHAIR:  # on the seat, not on the back
        top = below.offset[1] + 0.05 * below.scale
        assert upper[:, 2].mean() > below.offset[2] - 0.1 * below.scale
    assert upper[:, 1].min() == pytest.approx(top, abs=2.5 * cell)
    assert overlap(upper, lower, cell) < 0.05
    assert ball.scale < below.scale


def test_what_is_in_a_bowl_lies_in_its_middle_below_the_rim():
    _, (fruit, bowl) = placed(Group("on", (BALL, BOWL)), {"ball": 0.1, "bowl": 0.8})
    assert fruit[:, 1].min() < bowl[:, 1].max() - 0.2
    np.testing.assert_allclose(fruit.mean(0)[[0, 2]], bowl.mean(0)[[0, 2]], atol=0.08)


HEAD = (X**2 + (Y - 0.3) ** 2 + (Z - 0.6) ** 2 < 0.2**2) | ((abs(Z) < 0.6) & (abs(X) < 0.3) & (abs(Y) < 0.3))
TAIL = (abs(X) < 0.05) & (abs(Z + 0.6) < 0.05) & (abs(Y - 0.3) < 0.6)
BRIM = (X**2 + Z**2 < 0.8**2) & (abs(Y + 0.3) < 0.06) | (X**2 + Z**2 < 0.45**2) & (abs(Y) < 0.36)


@pytest.mark.parametrize("known", [{}, {"head": (0.0, 0.5, 0.6)}])
def test_a_hat_sits_on_the_head_and_is_as_large_as_that_asks(known, monkeypatch):
    monkeypatch.setitem(SHAPES, "beast", HEAD | TAIL)
    monkeypatch.setitem(SHAPES, "top hat", BRIM)
    scene = Group("on", (Thing("top hat"), Thing("beast")), "head")
    hat, beast = arrange(
        scene, lambda thing: SHAPES[thing.noun], lambda _: None, lambda thing: known if thing.noun == "beast" else {}
    )
    top = beast.scale * np.array([0.0, 0.5, 0.6]) + beast.offset
    middle = points_of(hat).mean(0)
    assert np.linalg.norm((middle - top)[[0, 2]]) < 0.12 * beast.scale, "above the head, not on the tail that is higher"
    assert points_of(hat)[:, 1].min() < top[1] < points_of(hat)[:, 1].max(), "the head goes into it"
    broad = np.ptp(points_of(hat)[:, 0]) / beast.scale
    assert 0.4 < broad < 1.0, f"a brim {broad:.2f} across on a head .4 across"


def test_a_rider_sits_at_the_anchor():
    base = {"back": (0.4, 0.5, 0.0)}
    rider, cube = arrange(
        Group("on", (BALL, CUBE), "back"), lambda thing: SHAPES[thing.noun], lambda _: None, lambda thing: base
    )
    assert rider.offset[0] - cube.offset[0] > 0.1 * cube.scale


def test_a_row_stands_on_one_ground_with_gaps_from_left_to_right():
    _, parts = placed(Group("beside", (CUBE, BALL, CHAIR)))
    lows, highs = [p[:, 0].min() for p in parts], [p[:, 0].max() for p in parts]
    assert highs[0] < lows[1] < highs[1] < lows[2]
    assert np.ptp([p[:, 1].min() for p in parts]) < 2 / EDGE


def test_what_is_before_something_is_nearer_to_the_viewer():
    _, (near, far) = placed(Group("before", (CUBE, BALL)))
    assert near[:, 2].min() > far[:, 2].max()


def test_what_is_under_a_table_stands_below_its_top_and_before_what_has_no_room():
    _, (cube, table) = placed(Group("under", (CUBE, TABLE)))
    assert cube[:, 1].max() < table[:, 1].max() and cube[:, 1].min() == pytest.approx(table[:, 1].min(), abs=0.05)
    assert np.abs(cube[:, [0, 2]].mean(0) - table[:, [0, 2]].mean(0)).max() < 0.1
    _, (small, solid) = placed(Group("under", (BALL, CUBE)))
    assert small[:, 2].min() > solid[:, 2].max()


def test_sizes_of_the_world_count_by_their_root_and_never_leave_a_speck():
    across = lambda p: float(np.linalg.norm(np.ptp(p, axis=0)))  # noqa: E731
    _, (cube, ball) = placed(Group("beside", (CUBE, BALL)), {"cube": 1.0, "ball": 4.0})
    assert across(ball) / across(cube) == pytest.approx(2.0, rel=0.02)
    _, (cube, ball) = placed(Group("beside", (CUBE, BALL)), {"cube": 0.01, "ball": 100.0})
    assert across(ball) / across(cube) < 3
    # Of three alike beside a fourth each is as large as it is.
    row = Group("beside", (Group("beside", (CUBE,) * 3), CUBE))
    assert np.ptp([across(p) for p in placed(row, {"cube": 1.0})[1]]) < 1e-6
    _, (big, small) = placed(Group("beside", (Thing("cube", size=1.6), Thing("cube", size=0.6))))
    assert across(big) / across(small) == pytest.approx(1.6 / 0.6, rel=0.02)


def test_things_that_rest_together_keep_their_row():
    _, (cube, ball, table) = placed(Group("on", (Group("beside", (CUBE, BALL)), TABLE)))
    assert cube[:, 0].max() < ball[:, 0].min()
    assert min(cube[:, 1].min(), ball[:, 1].min()) > table[:, 1].max() - 0.06


def test_an_object_without_a_shape_and_loose_voxels_do_no_harm():
    places = arrange(Group("beside", (Thing("nothing"), CUBE)), lambda thing: SHAPES[thing.noun], lambda _: None)
    assert len(places) == 2 and all(np.isfinite(place.offset).all() for place in places)
    speck = SHAPES["cube"].copy()
    speck[1, 24, 24] = True
    shapes = {"cube": speck, "ball": SHAPES["ball"]}
    alone = arrange(Group("on", (BALL, CUBE)), lambda thing: SHAPES[thing.noun], lambda _: None)
    again = arrange(Group("on", (BALL, CUBE)), lambda thing: shapes[thing.noun], lambda _: None)
    assert alone == again
