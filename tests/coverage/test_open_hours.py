"""Hours that nobody has: to the minute, in real weeks, across changes of clocks, and at which times of the year."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rotations_written import WEB, ZONES, is_covered, minutes_of_days, organization, rotations

from orgmodel.coverage import (
    around_the_clock,
    covers,
    in_words,
    open_in_week,
    spans_in_week,
    team_zone,
    uncovered,
    zone_named,
    zone_of,
)
from orgmodel.coverage.weeks import Clock, covered, hours_of, open_between
from orgmodel.coverage.zones import WEEKS_AHEAD, first_week, offsets
from orgmodel.model import Organization, Site, Team

TODAY = date(2026, 11, 22)
EPOCH = datetime(1, 1, 1, tzinfo=UTC)
CHANGES = (*(date(2027, 3, day) for day in (14, 28)), *(date(2027, *day) for day in ((4, 3), (9, 5), (9, 26), (10, 3))))
DAYS = st.sampled_from((*CHANGES, date(2027, 10, 31), date(2027, 11, 7))) | st.dates(TODAY, date(2028, 12, 31))
"""Days on which clocks are changed, and any other."""


def said(model, *, whole_week=True, today=TODAY):
    """What is open at all, and what is open on level 1, in words."""
    found = uncovered(organization(model), WEB, today, whole_week=whole_week)
    return [str(gap) for gap in found.nobody], [str(gap) for gap in found.no_first_level]


def drawn(found, zone="Europe/London"):
    return Organization("Drawn", teams=(Team(WEB, "Web", sites=(Site("Here", zone),)),), rotations=found)


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


@pytest.mark.parametrize(
    ("team", "rotation", "rotation_zone", "team_clock"),
    [
        ("", "timezone: Asia/Kolkata", "Asia/Kolkata", "Asia/Kolkata"),
        ("", "", "UTC", "UTC"),
        ("sites: [{name: A, timezone: Europe/London}, {name: B}]", "", "Europe/London", "Europe/London"),
        ("sites: [{name: A, timezone: Europe/London}]", "timezone: Asia/Kolkata", "Asia/Kolkata", "Europe/London"),
        (
            "sites: [{name: A, timezone: Europe/London, headcount: 3}, {name: B, timezone: Asia/Tokyo, headcount: 5}]",
            *("", "UTC", "Asia/Tokyo"),
        ),
        ("", "timezone: Nowhere/Such", "UTC", "UTC"),
    ],
)
def test_whose_clock_it_is(team, rotation, rotation_zone, team_clock):
    unknown = "Nowhere/Such" in rotation
    model = organization(
        f"teams: [{{id: web, name: Web, {team}}}]\n"
        f"rotations: [{{id: turn, team: web, {rotation if not unknown else ''}}}]"
    )
    turn = model.rotations[0]
    if unknown:
        turn = type(turn)(turn.id, turn.team, timezone="Nowhere/Such")
    assert zone_of(model, turn).key == rotation_zone
    assert team_zone(model, WEB).key == team_clock


@given(st.sampled_from(sorted(available_timezones())), st.dates(date(2015, 1, 1), date(2037, 1, 1)))
def test_clocks_are_changed_at_the_minute_at_which_they_are(name, today):
    zone = zone_named(name)
    parts = offsets(zone, first_week(today))
    assert [part.since for part in parts[1:]] == [part.until for part in parts[:-1]]
    for part in parts:
        for minute in (part.since, part.until - 1):
            instant = EPOCH + timedelta(minutes=minute)
            assert instant.astimezone(zone).utcoffset() == timedelta(minutes=part.minutes)


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "..", "Europe", "Europe/London\0", "zone.tab", "a" * 5000, "\ud800"]
)
def test_a_name_that_is_no_zone_is_utc(name):
    assert zone_named(name).key == "UTC"


@pytest.mark.parametrize("today", [date.min, date(1890, 5, 5), date(2040, 1, 1), date.max])
def test_any_day_has_an_answer(today):
    found = uncovered(organization(TWO_SITES + HANDOVER), WEB, today, whole_week=True)
    assert len(found.nobody) <= 4


@settings(deadline=None, max_examples=60)
@given(rotations(), st.sampled_from(ZONES), DAYS, st.booleans())
def test_covered_and_open_are_the_whole_week_to_the_minute(found, zone, on, whole_week):
    """Against every minute of a real week, each looked up on the clock of each rotation."""
    model = drawn(found, zone)
    clock = Clock(zone_named(zone), first_week(on))
    start, end = clock.start_of(0), clock.start_of(1)
    hours = [hours_of(model, rotation) for rotation in found]
    both = open_between(hours, clock.monday, start, end, whole_week=whole_week)
    minutes = minutes_of_days(on - timedelta(days=on.weekday()), 7, zone_named(zone))
    assert [(instant - EPOCH) // timedelta(minutes=1) for instant in minutes] == list(range(start, end))
    clocks = [(rotation, zone_of(model, rotation)) for rotation in found]
    nobody, no_first_level = set(), set()
    for minute, instant in zip(range(start, end), minutes, strict=True):
        there = [rotation for rotation, its in clocks if is_covered(rotation, its, instant)]
        staffed = [rotation for rotation in there if rotation.members not in (0, ())]
        if not staffed and (whole_week or there):
            nobody.add(minute)
        if staffed and all(rotation.level != 1 for rotation in staffed):
            no_first_level.add(minute)
    assert [minutes_in(stretches) for stretches in both] == [nobody, no_first_level]
    by_any = covered([each for each in hours if each.staffed], clock.monday, start, end)
    assert len(minutes_in(by_any)) + len(nobody) == end - start or not whole_week


def minutes_in(stretches):
    return {minute for start, end in stretches for minute in range(start, end)}


@settings(deadline=None, max_examples=100)
@given(rotations(), st.sampled_from(ZONES), st.integers(0, 365), st.booleans())
def test_every_open_minute_of_the_year_is_said_with_its_time_of_the_year(found, zone, ahead, whole_week):
    model = drawn(found, zone)
    on = TODAY + timedelta(days=ahead)
    clocks = [(rotation, zone_of(model, rotation)) for rotation in found if rotation.members not in (0, ())]
    needed = [(rotation, zone_of(model, rotation)) for rotation in found]
    gaps = [gap for gap in uncovered(model, WEB, TODAY, whole_week=whole_week).nobody if is_at(gap, on)]
    told = minutes_in(span for gap in gaps for span in gap.spans)
    for instant in minutes_of_days(on, 1, zone_named(zone))[::5]:
        local = instant.astimezone(zone_named(zone))
        is_open = not any(is_covered(rotation, its, instant) for rotation, its in clocks)
        wanted = whole_week or any(is_covered(rotation, its, instant) for rotation, its in needed)
        if is_open and wanted:
            assert on.weekday() * 1440 + local.hour * 60 + local.minute in told


def is_at(gap, on):
    return not gap.periods or any(
        (period.first is None or period.first <= on) and (period.last is None or on <= period.last)
        for period in gap.periods
    )


@settings(deadline=None, max_examples=100)
@given(rotations(), st.sampled_from(ZONES), st.integers(0, WEEKS_AHEAD - 1), st.booleans())
def test_what_is_said_to_be_open_is_open_in_a_week_well_within_its_time_of_the_year(found, zone, week, whole_week):
    model, shown_by = drawn(found, zone), zone_named(zone)
    monday = TODAY + timedelta(days=7 * week - TODAY.weekday())
    answer = uncovered(model, WEB, TODAY, whole_week=whole_week)
    actual = open_in_week(model, WEB, monday, shown_by, whole_week=whole_week)
    skipped = minutes_in(Clock(shown_by, first_week(monday)).skipped_in(0))
    for gaps, spans in zip((answer.nobody, answer.no_first_level), actual, strict=True):
        for gap in gaps:
            if all(is_at(gap, monday + timedelta(days=day)) for day in range(-7, 14)):
                assert minutes_in(gap.spans) <= minutes_in(spans) | skipped


@settings(deadline=None, max_examples=60)
@given(rotations(most=5), st.sampled_from(ZONES), st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_rotations_makes_no_difference(found, zone, random, whole_week):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert uncovered(drawn(found, zone), WEB, TODAY, whole_week=whole_week) == uncovered(
        drawn(tuple(shuffled), zone), WEB, TODAY, whole_week=whole_week
    )


@settings(deadline=None, max_examples=60)
@given(rotations(), st.sampled_from(ZONES), DAYS)
def test_a_week_strip_shows_what_the_clock_shows(found, zone, on):
    """Each minute that a clock shows in the week, of those it shows twice either."""
    model, shown_by = drawn(found), zone_named(zone)
    monday = on - timedelta(days=on.weekday())
    for rotation in found:
        strip = minutes_in(spans_in_week(model, rotation, on, shown_by))
        its = zone_of(model, rotation)
        covered_minutes = set()
        for instant in minutes_of_days(monday, 7, shown_by)[::3]:
            local = instant.astimezone(shown_by)
            if is_covered(rotation, its, instant):
                covered_minutes.add(local.weekday() * 1440 + local.hour * 60 + local.minute)
        assert covered_minutes <= strip


@given(st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_a_rotation_around_the_clock_leaves_nothing_open_in_any_zone(one, other):
    for level, missing in ((1, []), (2, ["all week"])):
        model = organization(f"rotations: [{{id: all, team: web, level: {level}, coverage: 24x7}}]")
        moved = (type(each)(each.id, each.team, each.level, each.coverage, other) for each in model.rotations)
        answer = uncovered(drawn(tuple(moved), one), WEB, TODAY, whole_week=True)
        assert answer.nobody == ()
        assert [str(gap) for gap in answer.no_first_level] == missing
