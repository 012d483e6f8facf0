"""Hours that nobody has: to the minute, in real weeks, across changes of clocks, and at which times of the year."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from rotations_written import WEB, minutes_of_days, organization

from orgmodel.coverage import (
    around_the_clock,
    covers,
    in_words,
    open_in_week,
    uncovered,
)

TODAY = date(2026, 11, 22)


def said(model, *, whole_week=True, today=TODAY):
    """What is open at all, and what is open on level 1, in words."""
    found = uncovered(organization(model), WEB, today, whole_week=whole_week)
    return [str(gap) for gap in found.nobody], [str(gap) for gap in found.no_first_level]


LONDON = "teams: [{id: web, name: Web, sites: [{name: London, timezone: Europe/London}]}]\n"
TWO_SITES = """
teams:
  - id: web
    name: Web
    sites:
      - {name: Denver, timezone: America/Denver, headcount: 3}
      - {name: London, timezone: Europe/London, headcount: 5}
"""


def test_nights_are_joined_over_midnight_and_the_weekend_is_one_gap():
    days = 'rotations: [{id: days, team: web, coverage: ["Mon-Fri 07:00-22:00"]}]'
    assert said(LONDON + days) == (["Mon-Thu 22:00-07:00 and Fri 22:00-Mon 07:00"], [])


def test_one_night_is_said_by_the_day_it_begins():
    model = 'rotations: [{id: most, team: web, coverage: ["Tue-Sun 07:00-07:00", "Mon 07:00-22:00"]}]'
    assert said(LONDON + model) == (["Mon 22:00-07:00"], [])


def test_a_night_from_sunday_into_monday_belongs_to_both_ends_of_the_week():
    model = 'rotations: [{id: nights, team: web, coverage: ["Mon-Sun 19:00-07:00"]}]'
    assert said(LONDON + model) == (["every day 07:00-19:00"], [])


def test_windows_that_wrap_over_the_weekend():
    model = 'rotations: [{id: weekend, team: web, coverage: ["Sat-Mon 00:00-24:00"]}]'
    assert said(LONDON + model) == (["Tue 00:00-Fri 24:00"], [])


def test_hours_that_only_a_later_level_has():
    model = """
rotations:
  - {id: days, team: web, level: 1, coverage: ["Mon-Fri 09:00-17:00"]}
  - {id: back-up, team: web, level: 2, coverage: ["Mon-Fri 07:00-19:00"]}
"""
    assert said(LONDON + model, whole_week=False) == ([], ["Mon-Fri 07:00-09:00 and Mon-Fri 17:00-19:00"])
    nobody, no_first_level = said(LONDON + model)
    assert nobody == ["Mon-Thu 19:00-07:00 and Fri 19:00-Mon 07:00"]
    assert no_first_level == ["Mon-Fri 07:00-09:00 and Mon-Fri 17:00-19:00"]


DAYS_HALF = "{id: a, team: web, coverage: ['Mon-Sun 08:00-20:00']}"
HANDOVER = """
rotations:
  - {id: london, team: web, coverage: ["Mon-Sun 08:00-20:00"], timezone: Europe/London}
  - {id: denver, team: web, coverage: ["Mon-Sun 13:00-01:00"], timezone: America/Denver}
"""


def test_london_and_denver_miss_each_other_while_only_one_of_them_has_changed_its_clocks():
    assert said(TWO_SITES + HANDOVER) == (
        ["every day 07:00-08:00 from 15 to 27 March 2027 and from 31 October to 7 November 2027"],
        [],
    )


def test_the_clocks_of_two_sites_are_an_hour_nearer_on_those_very_days():
    model = organization(TWO_SITES + HANDOVER)
    at = {day: datetime(2027, 3, day, 7, 30, tzinfo=ZoneInfo("Europe/London")) for day in (14, 15, 27, 28)}
    heard = {day: any(covers(model, rotation, instant) for rotation in model.rotations) for day, instant in at.items()}
    assert heard == {14: True, 15: False, 27: False, 28: True}


def test_what_moves_with_a_clock_far_away_is_told_apart_from_what_stays():
    model = 'rotations: [{id: denver, team: web, coverage: ["Mon-Sun 09:00-17:00"], timezone: America/Denver}]'
    gaps = uncovered(organization(LONDON + model), WEB, TODAY, whole_week=True).nobody
    assert [gap.hours for gap in gaps] == [
        ("every day 00:00-15:00",),
        ("every day 15:00-16:00",),
        ("every day 23:00-24:00",),
    ]
    assert [gap.when for gap in gaps] == [
        "",
        "except from 14 to 27 March 2027 and from 31 October to 6 November 2027",
        "from 14 to 27 March 2027 and from 31 October to 6 November 2027",
    ]
    assert [gap.minutes for gap in gaps] == [7 * 15 * 60, 7 * 60, 7 * 60]


def test_half_hours_of_india_in_london():
    model = """
rotations:
  - {id: india, team: web, coverage: ["Mon-Fri 09:00-18:00"], timezone: Asia/Kolkata}
  - {id: london, team: web, coverage: ["Mon-Fri 12:30-24:00"], timezone: Europe/London}
"""
    assert said(LONDON + model)[0] == [
        "Tue-Fri 00:00-03:30 and Sat 00:00-Mon 03:30",
        "Mon-Fri 03:30-04:30 from 29 March to 29 October 2027",
    ]


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 10, 20), "from 25 October to 1 November 2026"),
        (date(2026, 10, 27), "except from 2 November 2026 to "),
    ],
)
def test_a_week_of_change_may_be_that_of_the_day_asked_about(today, first):
    assert said(TWO_SITES + HANDOVER, today=today)[0][0].startswith(f"every day 07:00-08:00 {first}")


def test_it_is_the_hours_of_the_day_asked_about_and_of_twelve_months_from_it():
    model = TWO_SITES + HANDOVER
    assert said(model, today=date(2027, 3, 20))[0] == [
        "every day 07:00-08:00 except from 28 March to 30 October 2027 and from 8 November 2027 to 12 March 2028"
    ]


@pytest.mark.parametrize(("sunday", "hours"), [(date(2027, 3, 28), 23), (date(2026, 10, 25), 25), (TODAY, 24)])
def test_windows_that_touch_leave_nothing_open_on_days_of_23_and_25_hours(sunday, hours):
    windows = '["Mon-Sun 00:00-01:30", "Mon-Sun 01:30-02:00", "Mon-Sun 02:00-09:00", "Mon-Sun 09:00-24:00"]'
    model = organization(LONDON + f"rotations: [{{id: all, team: web, coverage: {windows}}}]")
    zone = ZoneInfo("Europe/London")
    for instant in minutes_of_days(sunday, 1, zone):
        assert covers(model, model.rotations[0], instant)
    assert len(minutes_of_days(sunday, 1, zone)) == hours * 60
    assert open_in_week(model, WEB, sunday, zone, whole_week=True) == ((), ())
    assert said(LONDON + f"rotations: [{{id: all, team: web, coverage: {windows}}}]") == ([], [])


def test_another_zone_that_covers_the_week_covers_the_days_of_23_and_25_hours_too():
    windows = '["Mon-Sun 00:00-08:00", "Mon-Sun 08:00-24:00"]'
    model = f"rotations: [{{id: all, team: web, coverage: {windows}, timezone: America/Denver}}]"
    assert said(LONDON + model) == ([], [])


def test_a_gap_goes_on_over_the_hour_that_a_clock_skips():
    model = organization(LONDON + 'rotations: [{id: days, team: web, coverage: ["Mon-Fri 07:00-22:00"]}]')
    strips = [
        in_words(open_in_week(model, WEB, day, ZoneInfo("Europe/London"), whole_week=True)[0])
        for day in (TODAY, date(2027, 3, 28), date(2027, 10, 31))
    ]
    assert strips == [("Mon-Thu 22:00-07:00", "Fri 22:00-Mon 07:00")] * 3


@pytest.mark.parametrize("today", [TODAY, date(2027, 3, 26), date(2026, 3, 26)])
def test_an_hour_that_a_clock_skips_is_open_every_week_all_the_same(today):
    model = """
rotations:
  - {id: most, team: web, coverage: ["Mon-Sat 00:00-24:00", "Sun 00:00-01:00", "Sun 02:00-24:00"]}
  - {id: denver, team: web, coverage: ["Mon 12:00-13:00"], timezone: America/Denver}
"""
    assert said(LONDON + model, today=today) == (["Sun 01:00-02:00"], [])


def test_gaps_of_single_days_are_said_with_those_days():
    """London's Sunday from one to two is Denver's Saturday evening, unless only one of them has changed its clocks."""
    model = """
rotations:
  - {id: london, team: web, coverage: ["Mon-Sat 00:00-24:00", "Sun 00:00-01:00", "Sun 02:00-24:00"]}
  - {id: denver, team: web, coverage: ["Sat 18:00-19:00"], timezone: America/Denver}
"""
    assert said(LONDON + model) == (["Sun 01:00-02:00 on 21 March 2027 and from 31 October to 7 November 2027"], [])


def test_seasons_that_go_on_at_both_ends_are_said_by_what_they_leave_out():
    model = """
rotations:
  - {id: utc, team: web, coverage: ["Mon-Sat 00:00-24:00", "Sun 00:00-01:00", "Sun 02:00-24:00"], timezone: UTC}
  - {id: london, team: web, coverage: ["Sun 02:00-03:00"], timezone: Europe/London}
"""
    assert said(LONDON + model) == (["Sun 01:00-02:00 except from 22 March to 30 October 2027"], [])


@pytest.mark.parametrize(
    ("model", "is_round"),
    [
        ("{id: all, team: web, coverage: 24x7, members: 0}", True),
        (f"{DAYS_HALF}, {{id: b, team: web, coverage: ['Mon-Sun 20:00-08:00']}}", True),
        (f"{DAYS_HALF}, {{id: b, team: web, coverage: ['Mon-Sat 20:00-08:00']}}", False),
        ("{id: a, team: web, coverage: business-hours}, {id: b, team: web}", None),
        ("{id: a, team: web, coverage: 24x7}, {id: b, team: web}", True),
        ("", False),
    ],
)
def test_whether_rotations_go_around_the_clock(model, is_round):
    found = organization(f"{LONDON}rotations: [{model}]")
    assert around_the_clock(found, found.rotations, TODAY) is is_round


@pytest.mark.parametrize("month", range(1, 13))
def test_a_handover_that_misses_an_hour_in_march_is_around_the_clock_on_any_day(month):
    found = organization(TWO_SITES + HANDOVER)
    assert around_the_clock(found, found.rotations, date(2027, month, 20))
    assert not around_the_clock(found, found.rotations[:1], date(2027, month, 20))


def test_everybody_leaves_something_open_only_by_what_is_needed():
    model = "rotations: [{id: a, team: web, coverage: business-hours}]"
    assert said(LONDON + model, whole_week=False) == ([], [])
    assert said(LONDON, whole_week=False) == ([], [])
    assert said(LONDON) == (["all week"], [])


def test_a_rotation_without_people_covers_nothing_of_what_it_is_there_for():
    model = "rotations: [{id: a, team: web, coverage: business-hours, members: []}]"
    assert said(LONDON + model, whole_week=False) == (["Mon-Fri 09:00-17:00"], [])
    model = "rotations: [{id: a, team: web, coverage: 24x7, members: 0}]"
    assert said(LONDON + model) == (["all week"], [])


def test_unknown_hours_are_named_and_taken_for_nothing():
    model = organization("rotations: [{id: b, team: web}, {id: a, team: web, level: 2}]")
    found = uncovered(model, WEB, TODAY, whole_week=True)
    assert found.unknown == ("a", "b")
    assert [str(gap) for gap in found.nobody] == ["all week"]


@pytest.mark.parametrize("today", [date.min, date(1890, 5, 5), date(2040, 1, 1), date.max])
def test_any_day_has_an_answer(today):
    found = uncovered(organization(TWO_SITES + HANDOVER), WEB, today, whole_week=True)
    assert len(found.nobody) <= 4
