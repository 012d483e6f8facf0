"""Hours of a week: windows read as the format says, joined and cut to the minute, and said in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rotations_written import coverages, organization

from orgmodel.coverage import WEEK, in_words, minutes_a_week, week_of, windows_of
from orgmodel.coverage.spans import DAY, common, joined, minutes_of, without
from orgmodel.model import ALWAYS, Coverage, Window


def hours(*windows):
    """The hours that a rotation with these windows covers, in words and as minutes a week."""
    text = ", ".join(f'"{window}"' for window in windows)
    rotation = organization(f"rotations: [{{id: turn, team: web, coverage: [{text}]}}]").rotations[0]
    return in_words(week_of(rotation.coverage)), minutes_a_week(rotation)


@pytest.mark.parametrize(
    ("windows", "said", "of_minutes"),
    [
        (["Sat 09:00-17:00"], ("Sat 09:00-17:00",), 8 * 60),
        (["Mon-Fri 07:00-19:00"], ("Mon-Fri 07:00-19:00",), 60 * 60),
        (["Sat-Mon 00:00-24:00"], ("Sat 00:00-Mon 24:00",), 3 * DAY),
        (["Sun-Tue 09:00-10:00"], ("Sun-Tue 09:00-10:00",), 3 * 60),
        (["Mon 22:00-07:00"], ("Mon 22:00-07:00",), 9 * 60),
        (["Sun 22:00-07:00"], ("Sun 22:00-07:00",), 9 * 60),
        (["Mon-Sun 22:00-07:00"], ("every day 22:00-07:00",), 63 * 60),
        (["Wed 09:00-00:00"], ("Wed 09:00-24:00",), 15 * 60),
        (["Wed 09:00-09:00"], ("Wed 09:00-Thu 09:00",), DAY),
        (["Mon-Sun 09:00-09:00"], ("all week",), WEEK),
        (["Mon-Sun 00:00-12:00", "Mon-Sun 12:00-24:00"], ("all week",), WEEK),
        (["Mon 09:00-12:00", "Mon 11:00-13:00", "Mon 10:00-10:30"], ("Mon 09:00-13:00",), 4 * 60),
        (["Mon 09:00-12:00", "Mon 12:00-13:00"], ("Mon 09:00-13:00",), 4 * 60),
        (["Sun 23:59-00:00"], ("Sun 23:59-24:00",), 1),
        (["Mon-Tue 22:00-07:00"], ("Mon 22:00-07:00", "Tue 22:00-07:00"), 18 * 60),
        (["Fri 18:00-24:00", "Sat-Sun 00:00-24:00", "Mon 00:00-08:00"], ("Fri 18:00-Mon 08:00",), 62 * 60),
        ([], (), 0),
    ],
)
def test_windows_are_read_and_said_as_people_write_them(windows, said, of_minutes):
    assert hours(*windows) == (said, of_minutes)


def test_the_week_is_in_pieces_of_itself_where_it_goes_over_sunday():
    assert week_of(Coverage(None, (Window(6, 6, 22 * 60, 6 * 60),))) == ((0, 6 * 60), (WEEK - 2 * 60, WEEK))


@given(coverages(), st.integers(0, 6))
def test_the_same_windows_some_days_later_cover_the_same_hours_some_days_later(coverage, days):
    later = Coverage(
        None,
        tuple(
            Window((window.first_day + days) % 7, (window.last_day + days) % 7, window.start, window.end)
            for window in coverage.windows
        ),
    )
    moved = {(minute + days * DAY) % WEEK for minute in minutes_in(week_of(coverage))}
    assert minutes_in(week_of(later)) == moved


@given(coverages())
def test_words_say_every_minute_and_no_other(coverage):
    week = week_of(coverage)
    said = in_words(week)
    assert minutes_in(week) == set().union(*(minutes_said(words) for words in said))
    assert len(said) == len(set(said))


@given(coverages())
def test_windows_are_written_for_any_hours_and_read_back_as_the_same(coverage):
    week = week_of(coverage)
    assert week_of(Coverage(None, windows_of(week))) == week


def test_windows_are_written_as_people_write_them():
    weekend = Window(4, 4, 22 * 60, 0), Window(5, 6, 0, 24 * 60), Window(0, 0, 0, 7 * 60)
    nights = week_of(Coverage(None, (Window(0, 3, 22 * 60, 7 * 60), *weekend)))
    assert in_words(nights) == ("Mon-Thu 22:00-07:00", "Fri 22:00-Mon 07:00")
    assert [str(window) for window in windows_of(nights)] == [
        "Mon 00:00-07:00",
        "Mon-Thu 22:00-07:00",
        "Fri 22:00-24:00",
        "Sat-Sun 00:00-24:00",
    ]
    assert [str(window) for window in windows_of(week_of(ALWAYS))] == ["Mon-Sun 00:00-24:00"]


def minutes_said(words):
    """Read back what is written, by its three forms: some days each, from one day to another, all week."""
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    if words == "all week":
        return set(range(WEEK))
    if words.startswith("every day"):
        words = words.replace("every day", "Mon-Sun")
    days, *rest = words.split(" ")
    if len(rest) == 2:
        start, day = rest[0].split("-")
        first = names.index(days) * DAY + clock(start)
        last = names.index(day) * DAY + clock(rest[1])
        return {minute % WEEK for minute in range(first, last if last > first else last + WEEK)}
    first, _, last = days.partition("-")
    start, end = (clock(time) for time in rest[0].split("-"))
    count = (names.index(last or first) - names.index(first)) % 7 + 1
    return {
        (((names.index(first) + day) * DAY) + minute) % WEEK
        for day in range(count)
        for minute in range(start, end if end > start else end + DAY)
    }


def clock(time):
    return int(time[:2]) * 60 + int(time[3:])


STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


def minutes_in(stretches):
    return {minute for start, end in stretches for minute in range(start, end)}


@given(STRETCHES, STRETCHES)
def test_joining_cutting_and_sharing_are_those_of_sets_of_minutes(left, right):
    one, other = joined(left), joined(right)
    assert minutes_in(one) == minutes_in(left)
    assert minutes_in(common(one, other)) == minutes_in(left) & minutes_in(right)
    assert minutes_in(without(one, other)) == minutes_in(left) - minutes_in(right)
    for found in (one, common(one, other), without(one, other)):
        assert list(found) == sorted(found)
        assert all(start < end for start, end in found)
        assert minutes_of(found) == len(minutes_in(found))
    assert joined([*left, *right]) == joined([*reversed(right), *left])


def test_a_coverage_that_is_unknown_has_no_minutes_and_one_without_windows_has_none_of_them():
    unknown, nothing = organization("rotations: [{id: a, team: web}, {id: b, team: web, coverage: []}]").rotations
    assert minutes_a_week(unknown) is None
    assert minutes_a_week(nothing) == 0
    assert week_of(ALWAYS) == ((0, WEEK),)
