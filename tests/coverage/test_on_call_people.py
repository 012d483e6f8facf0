"""Who is on call at an hour, and what part of their time people are."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rotations_written import WEB, ZONES, is_covered, organization, rotations

from orgmodel.coverage import covers, minutes_a_week, on_call_at, people_of, shares, zone_of
from orgmodel.model import ALWAYS, Organization, Rotation, RotationId

TEAM = """
teams:
  - id: web
    name: Web
    headcount: 8
    members: [{id: ana, name: Ana Sousa}, {id: bo, name: Bo Li}, {id: bo-2, name: Bo Li}]
"""
LONDON = ZoneInfo("Europe/London")


def on_call(rotations_written, instant):
    found = on_call_at(organization(TEAM + f"rotations: [{rotations_written}]"), WEB, instant)
    return [(on.rotation.id, on.people) for on in found]


def test_members_are_named_and_plain_names_are_what_they_are():
    turn = "{id: turn, team: web, coverage: 24x7, members: [ana, Kim Lee, Ana Sousa]}"
    assert on_call(turn, datetime(2026, 11, 22, 3, tzinfo=UTC)) == [("turn", ("Ana Sousa", "Kim Lee"))]


@pytest.mark.parametrize(
    ("members", "people"),
    [("members: 8", ("one of 8",)), ("members: 1", ("one person",)), ("level: 1", ())],
)
def test_people_that_are_counted_or_unknown_are_on_call_all_the_same(members, people):
    turn = f"{{id: turn, team: web, coverage: 24x7, {members}}}"
    assert on_call(turn, datetime(2026, 11, 22, 3, tzinfo=UTC)) == [("turn", people)]


@pytest.mark.parametrize("members", ["members: 0", "members: []"])
def test_nobody_is_on_call_in_a_rotation_without_people(members):
    assert on_call(f"{{id: turn, team: web, coverage: 24x7, {members}}}", datetime(2026, 11, 22, 3, tzinfo=UTC)) == []


def test_levels_come_in_their_order_and_only_those_that_cover_the_hour():
    levels = """
{id: third, team: web, level: 3, coverage: 24x7}, {id: nights, team: web, level: 1, coverage: ["Mon-Sun 20:00-08:00"]},
{id: days, team: web, level: 1, coverage: business-hours}, {id: unknown, team: web, level: 1},
{id: second, team: web, level: 2, coverage: ["Mon-Sun 08:00-20:00"]}
"""
    assert [name for name, _ in on_call(levels, datetime(2026, 11, 23, 9, tzinfo=UTC))] == ["days", "second", "third"]
    assert [name for name, _ in on_call(levels, datetime(2026, 11, 23, 7, 59, tzinfo=UTC))] == ["nights", "third"]


def test_the_hour_is_that_of_the_rotation_wherever_it_is_asked_from():
    nights = '{id: nights, team: web, coverage: ["Sun 22:00-07:00"], timezone: Asia/Kolkata}'
    monday = datetime(2026, 11, 23, 1, 29, tzinfo=UTC)
    assert on_call(nights, monday) == on_call(nights, monday.astimezone(LONDON)) == [("nights", ())]
    assert on_call(nights, monday.replace(minute=30)) == []


def test_an_hour_that_comes_twice_is_covered_twice():
    model = organization('rotations: [{id: hour, team: web, coverage: ["Sun 01:00-01:30"], timezone: Europe/London}]')
    sunday = [datetime(2026, 10, 25, hour, minute, tzinfo=UTC) for hour in (0, 1) for minute in (0, 29, 30, 59)]
    assert [covers(model, model.rotations[0], instant) for instant in sunday] == [True, True, False, False] * 2


def test_nobody_knows_who_covers_an_hour_where_coverage_is_unknown():
    model = organization("rotations: [{id: a, team: web}, {id: b, team: web, members: 0}]")
    assert [covers(model, rotation, datetime(2026, 11, 22, tzinfo=UTC)) for rotation in model.rotations] == [
        None,
        False,
    ]


@settings(deadline=None)
@given(rotations(), st.datetimes(datetime(2015, 1, 1), datetime(2037, 1, 1)), st.sampled_from(ZONES[:-1]))  # noqa: DTZ001
def test_a_rotation_covers_what_the_clock_on_its_wall_says(found, local, zone):
    model = Organization("Drawn", rotations=found)
    instant = local.replace(tzinfo=ZoneInfo(zone))
    there = {rotation.id for rotation in found if is_covered(rotation, zone_of(model, rotation), instant)}
    empty = {rotation.id for rotation in found if rotation.members in (0, ())}
    assert {rotation.id for rotation in found if covers(model, rotation, instant)} == there - empty
    assert {on.rotation.id for on in on_call_at(model, WEB, instant)} == there - empty


def share_of(model):
    found = shares(organization(model))
    return {share.subject: share.percent for share in (*found.people, *found.rotations, *found.teams)}


def test_turns_are_taken_evenly():
    assert share_of(TEAM + "rotations: [{id: all, team: web, coverage: 24x7, members: [ana, bo, Kim Lee]}]") == {
        "person:web/ana": pytest.approx(100 / 3),
        "person:web/bo": pytest.approx(100 / 3),
        "person:web/Kim Lee": pytest.approx(100 / 3),
    }


def test_a_person_is_summed_over_all_rotations_by_id_and_by_name():
    model = (
        TEAM
        + """
rotations:
  - {id: first, team: web, coverage: 24x7, members: [ana, bo]}
  - {id: second, team: web, level: 2, coverage: business-hours, members: [Ana Sousa, bo-2, kim, lee]}
"""
    )
    assert share_of(model) == {
        "person:web/ana": pytest.approx(50 + 40 / 168 * 25),
        "person:web/bo": 50,
        "person:web/bo-2": pytest.approx(40 / 168 * 25),
        "person:web/kim": pytest.approx(40 / 168 * 25),
        "person:web/lee": pytest.approx(40 / 168 * 25),
    }


def test_a_plain_name_is_one_person_wherever_it_stands_and_nobody_else():
    model = (
        TEAM
        + """
rotations:
  - {id: a, team: ops, coverage: 24x7, members: [Kim Lee, ana, Ana Sousa, Lee Kim]}
  - {id: b, team: web, coverage: 24x7, members: [Kim Lee, Bo Li]}
"""
    )
    assert people_of(organization(model)) == {
        "a": ("person:ops/Kim Lee", "person:ops/ana", "person:ops/Ana Sousa", "person:ops/Lee Kim"),
        "b": ("person:ops/Kim Lee", "person:web/Bo Li"),
    }
    assert share_of(model)["person:ops/Kim Lee"] == 75


def test_who_stands_twice_takes_two_turns():
    model = TEAM + "rotations: [{id: a, team: web, coverage: 24x7, members: [ana, bo, Ana Sousa, kim]}]"
    assert share_of(model) == {"person:web/ana": 50, "person:web/bo": 25, "person:web/kim": 25}


def test_windows_that_overlap_count_once():
    windows = '["Mon-Sun 00:00-24:00", "Mon 09:00-17:00", "Mon 10:00-11:00"]'
    model = f"rotations: [{{id: a, team: web, coverage: {windows}, members: [ana, bo]}}]"
    assert set(share_of(TEAM + model).values()) == {50}
    assert minutes_a_week(organization(model).rotations[0]) == 7 * 24 * 60


def test_of_people_who_are_counted_the_rotation_has_the_share_and_the_team_that_of_all_its_people():
    two_levels = """
rotations:
  - {id: first, team: web, coverage: 24x7, members: 6}
  - {id: second, team: web, level: 2, coverage: 24x7, members: 6}
"""
    third = pytest.approx(100 / 6)
    assert share_of(TEAM + two_levels) == {"rotation:first": third, "rotation:second": third, "team:web": 25}
    crowd = TEAM.replace("headcount: 8", "headcount: 80")
    assert share_of(crowd + two_levels)["team:web"] == third
    unknown = "teams: [{id: web, name: Web}]"
    assert share_of(unknown + two_levels)["team:web"] is None


def test_what_is_unknown_is_named_and_never_nothing():
    found = shares(
        organization(
            TEAM
            + """
rotations:
  - {id: d, team: web, members: [ana]}
  - {id: c, team: web, coverage: 24x7, members: [ana, bo]}
  - {id: b, team: web, members: 4}
  - {id: a, team: web, coverage: 24x7}
  - {id: e, team: web}
  - {id: f, team: web, members: []}
"""
        )
    )
    assert found.unknown == (
        ("a", ("members",)),
        ("b", ("coverage",)),
        ("d", ("coverage",)),
        ("e", ("coverage", "members")),
    )
    ana, bo = found.people
    assert (ana.subject, ana.percent, ana.rotations, ana.unknown) == ("person:web/ana", 50, ("c",), ("d",))
    assert (bo.percent, bo.unknown) == (50, ())
    assert [(share.percent, share.unknown) for share in found.rotations] == [(None, ("b",))]


def test_an_archived_team_is_on_call_no_more():
    model = "rotations: [{id: a, team: web, coverage: 24x7, members: [ana]}, {id: b, team: web}]"
    archived = shares(organization(TEAM.replace("headcount: 8", "status: archived") + model))
    assert archived == type(archived)((), (), (), ())


def test_one_person_in_thirty_rotations():
    written = "\n".join(f"  - {{id: r{n}, team: web, coverage: 24x7, members: [ana, bo, kim]}}" for n in range(30))
    assert share_of(f"{TEAM}rotations:\n{written}")["person:web/ana"] == 1000


@settings(deadline=None)
@given(rotations(most=6), st.randoms(use_true_random=False))
def test_shares_add_up_to_the_hours_that_are_covered_in_whatever_order(found, random):
    listed = tuple(
        Rotation(each.id, each.team, each.level, each.coverage, members=tuple(f"p{n % 4}" for n in range(1 + place)))
        for place, each in enumerate(found)
    )
    shuffled = list(listed)
    random.shuffle(shuffled)
    people = shares(Organization("Drawn", rotations=listed)).people
    assert people == shares(Organization("Drawn", rotations=tuple(shuffled))).people
    hours = sum(minutes_a_week(rotation) or 0 for rotation in listed)
    assert sum(share.percent for share in people) == pytest.approx(hours / (7 * 24 * 60) * 100, abs=1e-4)


def test_a_share_that_is_a_limit_exactly_is_not_above_it():
    crowd = tuple(f"p{number}" for number in range(44))
    eleven = tuple(Rotation(RotationId(f"r{level}"), WEB, level, ALWAYS, members=crowd) for level in range(1, 12))
    assert {share.percent for share in shares(Organization("Drawn", rotations=eleven)).people} == {25.0}
