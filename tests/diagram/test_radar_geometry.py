"""The radar, the rating boxes and the scale of shares as geometry."""

from itertools import pairwise
from math import cos, hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.diagram.bars import bar_of, rating_boxes, scale_of
from orgmodel.diagram.radar import MOST_SPOKES, has_radar, radar_of, spaced

scores = st.lists(st.none() | st.floats(1, 5), min_size=3, max_size=MOST_SPOKES).filter(has_radar)
HEIGHT, GAP, RADIUS = 9.0, 2.0, 27.0


def radar(rated):
    return radar_of(rated, RADIUS, HEIGHT, GAP)


@given(scores)
def test_each_rating_is_as_far_out_as_it_says_and_what_is_not_rated_has_no_point(rated):
    for score, spoke in zip(rated, radar(rated).spokes, strict=True):
        if score is None:
            assert spoke.at is None
        else:
            assert hypot(*spoke.at) == pytest.approx(RADIUS * score / 5)


@given(scores)
def test_lines_and_ground_pass_over_nothing_that_is_not_rated(rated):
    made = radar(rated)
    points = [spoke.at for spoke in made.spokes]
    beside = {(points[place - 1], points[place]) for place in range(len(points))}
    assert set(made.lines) <= beside
    assert {(start, end) for _, start, end in made.grounds} == set(made.lines)
    assert len(made.lines) + len(made.links) == sum(score is not None for score in rated)
    if None not in rated:
        assert not made.links


@given(scores)
def test_labels_reach_neither_into_the_rings_nor_into_each_other(rated):
    made = radar(rated)
    for side in ("left", "right"):
        tops = sorted(spoke.label.y for spoke in made.spokes if spoke.align == side)
        assert all(after - before >= HEIGHT - 1e-6 for before, after in pairwise(tops))
    for spoke in made.spokes:
        x, top = spoke.label
        nearest = 0.0 if top < 0 < top + HEIGHT else min(abs(top), abs(top + HEIGHT))
        if spoke.align != "centre":
            assert hypot(x, nearest) >= RADIUS * cos(pi / len(rated))
        assert made.top <= top
        assert top + HEIGHT <= made.bottom + 1e-9


@pytest.mark.parametrize(("rated", "says"), [([3, 2], False), ([3, None, 2, None], False), ([3, None, 2, 1], True)])
def test_a_radar_needs_three_ratings(rated, says):
    assert has_radar(rated) is says
    if not says:
        with pytest.raises(ValueError, match="three ratings"):
            radar(rated)


def test_more_spokes_than_can_be_told_apart_make_no_radar():
    assert has_radar([3] * MOST_SPOKES)
    assert not has_radar([3] * (MOST_SPOKES + 1))


def test_five_spokes_stand_clockwise_from_the_top():
    spokes = radar([5, 5, 5, 5, 5]).spokes
    assert spokes[0].at == pytest.approx((0, -RADIUS))
    assert [spoke.align for spoke in spokes] == ["centre", "left", "left", "right", "right"]


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=30), st.floats(0.1, 10))
def test_what_is_spaced_keeps_its_order_and_its_distance(wanted, distance):
    wanted = sorted(wanted)
    found = spaced(wanted, [1.0] * len(wanted), distance)
    assert all(after - before >= distance - 1e-6 for before, after in pairwise(found))
    assert sum(found) == pytest.approx(sum(wanted), abs=1e-6)


def test_what_has_room_stays_where_it_is():
    assert spaced([0.0, 10.0, 30.0], [1.0, 1.0, 1.0], 5) == [0.0, 10.0, 30.0]


@given(st.none() | st.floats(0, 5), st.floats(20, 200))
def test_rating_boxes_are_filled_from_the_left_as_far_as_the_rating_goes(score, width):
    boxes = list(rating_boxes(score, width, 1))
    assert sum(box.filled for box in boxes) == pytest.approx(score or 0)
    assert boxes[-1].x + boxes[-1].width == pytest.approx(width)
    assert [box.filled for box in boxes] == sorted((box.filled for box in boxes), reverse=True)


def test_bars_share_one_scale_that_shows_what_is_above_the_limit():
    scale = scale_of(25, [10, None, 16.7])
    assert scale == 40
    assert bar_of(10, 25, scale, 80) == (20, 50)
    assert bar_of(None, 25, scale, 80) == (None, 50)
    assert bar_of(90, 25, scale_of(25, [90]), 80).length == 80
