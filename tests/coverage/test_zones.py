"""Whose clock counts, and when it is changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rotations_written import WEB, organization

from orgmodel.coverage import team_zone, zone_named, zone_of
from orgmodel.coverage.zones import first_week, offsets

EPOCH = datetime(1, 1, 1, tzinfo=UTC)


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
