"""What people type into the fields of the Inspector, what it means, and how it is shown; where chips go."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.errors import CommandRefused
from orgmodel.model import ALWAYS, BUSINESS_HOURS, Coverage, Duration, Window
from ui.inspector.chips_editor import items_of, with_item, without_item
from ui.inspector.flow import flowed
from ui.inspector.letters import after_key
from ui.inspector.sheets import member_given
from ui.written import count, day_from, duration, level, moment_from, number, shown
from ui.written_hours import hours_from

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", None),
        ("2027-03-31", date(2027, 3, 31)),
        (" today ", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("+90d", date(2027, 2, 20)),
        ("-2 weeks", date(2026, 11, 8)),
        ("+3m", date(2027, 2, 22)),
        ("+1y", date(2027, 11, 22)),
    ],
)
def test_a_day_is_typed_as_such_or_from_today(typed, day):
    assert day_from(typed, TODAY) == day


def test_months_ahead_end_in_a_shorter_month():
    assert day_from("+3m", date(2026, 11, 30)) == date(2027, 2, 28)
    assert day_from("+1m", date(2026, 1, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize("typed", ["soon", "2027-02-30", "31.3.2027", "+", "+99999y", "2027-13-01"])
def test_what_is_no_day_is_refused_with_what_to_type(typed):
    with pytest.raises(CommandRefused, match=r"is no day: type a day as in 2027-03-31, or \+90d"):
        day_from(typed, TODAY)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 99_999))
def test_days_and_steps_in_days_are_exact(day, days):
    assert day_from(shown(day), TODAY) == day
    assert day_from(f"+{days}d", day) == day + timedelta(days=days)


def test_a_moment_is_a_day_or_a_minute_of_one():
    assert moment_from("2026-11-09 14:05", TODAY) == datetime(2026, 11, 9, 14, 5)  # noqa: DTZ001 (a clock on a wall)
    assert moment_from("+1d", TODAY) == date(2026, 11, 23)
    assert shown(moment_from("2026-11-09T14:05", TODAY)) == "2026-11-09 14:05"
    with pytest.raises(CommandRefused, match="is no minute"):
        moment_from("2026-11-09 25:05", TODAY)


def test_numbers_keep_being_whole_where_they_are():
    assert (number("45"), number("0,8"), number("20 %"), number("")) == (45, 0.8, 20, None)
    assert type(number("45")) is int
    assert (count(" 12 "), level("3")) == (12, 3)
    for parse, typed in ((number, "nan"), (number, "1e999"), (count, "-1"), (count, "²"), (level, "0"), (level, "")):
        with pytest.raises(CommandRefused):
            parse(typed)


def test_a_bare_length_of_time_is_of_the_unit_that_is_meant():
    assert duration("d")("7") == Duration(7, "d")
    assert duration("d")("12 h") == Duration(12, "h")


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("", None),
        ("24/7", ALWAYS),
        ("Business-Hours", BUSINESS_HOURS),
        ("Mon-Fri 07:00-19:00", Coverage(None, (Window(0, 4, 420, 1140),))),
        (
            "Monday – Friday 7-19, Sat 9.30-17",
            Coverage(None, (Window(0, 4, 420, 1140), Window(5, 5, 570, 1020))),
        ),
        ("daily 22:00-06:00", Coverage(None, (Window(0, 6, 1320, 360),))),
        ("weekends 00:00-24:00", Coverage(None, (Window(5, 6, 0, 1440),))),
    ],
)
def test_hours_are_typed_as_people_say_them(typed, hours):
    assert hours_from(typed) == hours
    assert hours_from(str(hours) if hours else "") == hours


@pytest.mark.parametrize("typed", ["never", "Mon 9", "Mon 25:00-26:00", "Mon 09:00-09:00", "Mon 24:00-06:00", ","])
def test_what_is_no_hours_is_refused_with_what_to_type(typed):
    with pytest.raises(CommandRefused, match="type 24x7, business hours, or days and hours"):
        hours_from(typed)


def test_members_are_a_number_or_names_and_each_stands_there_once():
    assert (member_given(" 8 "), member_given("Ana"), member_given("²")) == (8, "Ana", "²")
    assert items_of(None) == items_of(()) == ()
    assert items_of(8) == (8,)
    assert with_item(8, "ana") == ("ana",)
    assert with_item(("ana",), 8) == 8
    assert with_item(("ana",), "ana") == ("ana",)
    assert without_item(("ana", "bo"), "ana", None) == ("bo",)
    assert without_item(("ana",), "ana", None) is None
    assert without_item(("ana",), "ana", ()) == ()


def test_a_letter_on_another_makes_both_where_they_go_together():
    assert after_key("A", "R") == after_key("R", "A") == "AR"
    assert after_key("AR", "R") == "R"
    assert after_key("C", "I") == "I"


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(24, 30)), max_size=30), st.integers(40, 500))
def test_chips_stay_in_their_width_and_off_each_other(boxes, width):
    found = flowed(tuple(boxes), width, 4)
    placed = [(x, y, wide, box[1]) for (x, y, wide), box in zip(found.places, boxes, strict=True)]
    for place, (x, y, wide, high) in enumerate(placed):
        assert x >= 0
        assert x + wide <= width
        assert y + high <= found.height
        for left, top, other_wide, other_high in placed[:place]:
            assert x >= left + other_wide + 4 or x + wide + 4 <= left or y >= top + other_high + 4 or y + high <= top
