"""Laws of open hours: to the minute in real weeks, whatever the rotations, the zones and the day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from rotations_written import WEB, ZONES, is_covered, minutes_of_days, organization, rotations

from orgmodel.coverage import open_in_week, spans_in_week, uncovered, zone_named, zone_of
from orgmodel.coverage.weeks import Clock, covered, hours_of, open_between
from orgmodel.coverage.zones import WEEKS_AHEAD, first_week
from orgmodel.model import Organization, Site, Team

TODAY = date(2026, 11, 22)
EPOCH = datetime(1, 1, 1, tzinfo=UTC)
CHANGES = (*(date(2027, 3, day) for day in (14, 28)), *(date(2027, *day) for day in ((4, 3), (9, 5), (9, 26), (10, 3))))
DAYS = st.sampled_from((*CHANGES, date(2027, 10, 31), date(2027, 11, 7))) | st.dates(TODAY, date(2028, 12, 31))
"""Days on which clocks are changed, and any other."""


def drawn(found, zone="Europe/London"):
    return Organization("Drawn", teams=(Team(WEB, "Web", sites=(Site("Here", zone),)),), rotations=found)


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
