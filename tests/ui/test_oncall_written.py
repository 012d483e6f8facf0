"""What people type for a rotation, and who is said to have a page: values, without a window."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.coverage import usual_zone, week_of, zones_to_offer
from orgmodel.diagram.week_axis import week_axis
from orgmodel.diagram.week_hours import held_of
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALWAYS,
    BUSINESS_HOURS,
    Duration,
    Member,
    Organization,
    Rotation,
    RotationId,
    Site,
    Team,
    TeamId,
)
from tests.strategies import COVERAGES
from ui.oncall.moment import At, holder_of, moment_elsewhere, moment_title
from ui.oncall.state import matching
from ui.oncall.written import members_from, members_shown, pages_from
from ui.written import duration, shown
from ui.written_hours import hours_from, hours_text

SRE = Team(TeamId("sre"), "Web SRE", members=(Member("ana", "Ana Sousa"), Member("bo", "Bo Li")))
AXIS = week_axis(date(2026, 11, 24), ZoneInfo("Europe/London"))
SATURDAY = AXIS.instant_of(5 * 1440 + 180)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("24x7", "24x7"),
        ("Around the clock", "24x7"),
        ("business hours", "business-hours"),
        ("Mon-Fri 09:00-17:00", "business-hours"),
        ("mon–fri 7–19", "Mon-Fri 07:00-19:00"),
        ("Monday - Friday 0700-1930", "Mon-Fri 07:00-19:30"),
        ("weekdays 8-18, weekend 10-16", "Mon-Fri 08:00-18:00, Sat-Sun 10:00-16:00"),
        ("every day 22:00-06:00", "Mon-Sun 22:00-06:00"),
        ("Sat 9-24", "Sat 09:00-24:00"),
        ("Fri-Mon 9-17; Wed 10-12", "Fri-Mon 09:00-17:00, Wed 10:00-12:00"),
        ("Sat 00:00-Mon 08:00", "Mon 00:00-08:00, Sat-Sun 00:00-24:00"),
    ],
)
def test_hours_are_read_as_people_write_them(text, written):
    found = hours_from(text)
    assert str(found) == written or week_of(found) == week_of(hours_from(written))


@pytest.mark.parametrize(
    "text", ["soon", "Mon", "9-17", "Mon 25:00-26:00", "Mon 24:00-08:00", "Mon 9-9", "Foo 9-17", ","]
)
def test_what_is_no_hours_is_refused_with_advice(text):
    with pytest.raises(CommandRefused, match="Mon-Fri 07:00-19:00"):
        hours_from(text)


def test_nothing_is_unknown():
    read = (hours_from, members_from(SRE), duration("h"), pages_from)
    assert [parse("  ") for parse in read] == [None] * len(read)


@given(st.sampled_from(COVERAGES))
def test_what_is_shown_of_hours_is_read_back_as_the_same_minutes(coverage):
    assert week_of(hours_from(shown(coverage))) == week_of(coverage)
    assert week_of(hours_from(hours_text(held_of(coverage)))) == week_of(coverage)


def test_members_are_a_number_or_names_and_those_of_the_team_by_their_ids():
    read = members_from(SRE)
    assert read("8") == 8
    assert read("Ana Sousa, bo li, Kim Lee") == ("ana", "bo", "Kim Lee")
    assert members_shown(("ana", "Kim Lee"), SRE) == "Ana Sousa, Kim Lee"
    assert read(members_shown(("ana", "bo"), SRE)) == ("ana", "bo")
    with pytest.raises(CommandRefused):
        read(", ,")
    with pytest.raises(CommandRefused):
        read("99999999")


def test_numbers_are_checked_with_sentences():
    assert (pages_from("0,8"), pages_from("3")) == (0.8, 3)
    assert duration("h")("12") == Duration(12, "h")
    assert duration("h")("90m") == Duration(90, "m")
    for text in ("-1", "nan"):
        with pytest.raises(CommandRefused):
            pages_from(text)
    for text in ("soon", "1h30m"):
        with pytest.raises(CommandRefused):
            duration("h")(text)


def said(*rotations, need="own", is_away=False, instant=SATURDAY):
    organization = Organization("Small", teams=(SRE,), rotations=rotations)
    found = holder_of(organization, SRE.id, At(AXIS, instant), need, is_away=is_away)
    return found.tone, found.said


def rotation(name="r", **more):
    return Rotation(RotationId(name), SRE.id, **{"timezone": "Europe/London", **more})


def test_who_has_it_is_said_by_name_where_few_and_by_number_else():
    assert said(rotation(coverage=ALWAYS, members=("ana", "bo"))) == ("there", "Ana Sousa or Bo Li")
    assert said(rotation(coverage=ALWAYS, members=8)) == ("there", "one of 8")
    assert said(rotation(coverage=ALWAYS)) == ("there", "somebody, unknown who")
    two = said(rotation(coverage=BUSINESS_HOURS, members=3), rotation("s", level=2, coverage=ALWAYS, members=("bo",)))
    assert two == ("there", "level 2: Bo Li")


def test_nobody_is_a_gap_only_where_somebody_is_needed():
    days = rotation(coverage=BUSINESS_HOURS, members=3)
    assert said(days) == ("off", "off until Mon 09:00")
    assert said(days, need="week") == ("nobody", "nobody")
    assert said(days, need="unknown") == ("unknown", "nobody; unknown if needed")
    assert said(days, is_away=True) == ("nobody", "away: nobody")
    assert said(rotation()) == ("unknown", "hours unknown")
    assert said() == ("unknown", "unknown: no rotation")
    assert said(rotation(coverage=ALWAYS, members=0)) == ("nobody", "nobody in it")


def test_a_moment_is_said_here_and_elsewhere():
    assert moment_title(AXIS, SATURDAY) == "Saturday 03:00"
    zones = ("Europe/London", "America/Denver", "Europe/Lisbon", "Asia/Kolkata")
    assert moment_elsewhere(AXIS, SATURDAY, zones) == "Europe/London; Friday 20:00 in Denver; 08:30 in Kolkata"


def test_the_usual_zone_is_that_of_most_teams_and_the_files_own_are_offered_first():
    def team(name, zone):
        return Team(TeamId(name), name, sites=(Site(name, zone),))

    organization = Organization(
        "Zones",
        teams=(team("a", "America/Denver"), team("b", "Europe/London"), team("c", "Europe/London")),
        rotations=tuple(Rotation(RotationId(name), TeamId(name)) for name in "abc"),
    )
    assert usual_zone(organization) == "Europe/London"
    assert zones_to_offer(organization)[:3] == ("America/Denver", "Europe/London", "UTC")
    assert usual_zone(Organization("None")) == "UTC"


@settings(max_examples=25)
@given(st.text(max_size=12))
def test_any_words_are_looked_for_without_harm(words):
    organization = Organization("Small", teams=(SRE,), rotations=(rotation(members=("ana", "Zoe")),))
    assert set(matching(organization, words)) <= {SRE.id}
    assert matching(organization, "zoe web") == (SRE.id,)
