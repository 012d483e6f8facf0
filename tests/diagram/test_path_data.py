"""Path data is read as SVG reads it."""

import math

import pytest

from orgmodel.diagram.marks import BOX, KIND_GLYPHS, MARKS
from orgmodel.diagram.path import Close, Cubic, Line, Move, rounded, segments


def test_relative_commands_are_made_absolute():
    assert segments("m2 3l4 5h-1v2z") == (Move(2, 3), Line(6, 8), Line(5, 8), Line(5, 10), Close())


def test_numbers_after_a_move_are_lines_and_close_returns_to_the_start():
    assert segments("M1 1 2 2Zl1 0") == (Move(1, 1), Line(2, 2), Close(), Line(2, 1))


def test_a_smooth_cubic_mirrors_the_control_point_before():
    assert segments("M0 0C0 1 2 3 4 4S8 8 9 9")[-1] == Cubic(6, 5, 8, 8, 9, 9)
    assert segments("M4 4S8 8 9 9")[-1] == Cubic(4, 4, 8, 8, 9, 9)


def test_a_quadratic_becomes_a_cubic():
    assert segments("M0 0Q3 3 6 0")[-1] == Cubic(2, 2, 4, 2, 6, 0)


def test_flags_of_an_arc_need_nothing_between_them():
    assert segments("M20 19A2 2 0 0022 17") == segments("M20 19A2 2 0 0 0 22 17")


@pytest.mark.parametrize(("sweep", "side"), [(0, 1), (1, -1)])
def test_an_arc_keeps_its_radius_and_its_side(sweep, side):
    _, *curves = segments(f"M0 0A10 10 0 0 {sweep} 20 0")
    assert len(curves) == 2
    assert curves[-1][-2:] == (20, 0)
    middle = curves[0]
    assert (middle.x, middle.y) == pytest.approx((10, side * 10))
    for curve in curves:
        assert math.dist((curve.x, curve.y), (10, 0)) == pytest.approx(10)


def test_an_arc_too_short_for_its_ends_is_stretched_and_one_without_radius_is_a_line():
    assert segments("M0 0A1 1 0 0 1 20 0")[1].y == pytest.approx(-10)
    assert segments("M0 0A0 1 0 0 1 20 0") == (Move(0, 0), Line(20, 0))
    assert segments("M5 5A1 1 0 0 1 5 5") == (Move(5, 5),)


@pytest.mark.parametrize("data", ["M1", "M1 1X", "1 1", "M0 0Z 3 3", "M0 0A1 1 0 2 0 1 1"])
def test_anything_else_is_refused(data):
    with pytest.raises(ValueError, match="path data"):
        segments(data)


def test_every_glyph_is_path_data_inside_its_box():
    glyphs = [part.data for mark in MARKS.values() for part in mark.parts]
    for data in [*glyphs, *(glyph.data for glyph in KIND_GLYPHS.values())]:
        for segment in segments(data):
            for end in segment[-2:]:
                assert -0.01 <= end <= BOX + 0.01, data


def test_bends_are_rounded_and_ends_stay():
    bent = rounded([(0, 0), (100, 0), (100, 50)], 8)
    assert bent[0] == Move(0, 0)
    assert bent[1] == Line(92, 0)
    assert isinstance(bent[2], Cubic)
    assert bent[2][-2:] == (100, 8)
    assert bent[-1] == Line(100, 50)


def test_a_bend_with_little_room_takes_a_smaller_radius():
    assert rounded([(0, 0), (100, 0), (100, 6)], 8)[1] == Line(97, 0)
