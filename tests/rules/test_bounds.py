"""No shape of an organisation makes the analysis explode: twice as much of it is so many times the work, counted."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import (
    ALERT,
    ALWAYS,
    Coverage,
    Duration,
    Escalation,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    Service,
    Team,
    Window,
)
from orgmodel.suggest import plan
from orgmodel.trace import trace

TODAY = date(2026, 11, 22)
WEEK = Duration(7, "d")
NIGHTS = Coverage(None, (Window(0, 4, 22 * 60, 6 * 60), Window(5, 6, 0, 1440)))
LAYERS = ("application", "environment", "infrastructure", "frontline")
KINDS = ("frontline", "application-sre", "infrastructure-sre", "application")


def each_to_each(number: int) -> Document:
    """Teams that all escalate to each other, each with a service of the next, critical rows and one person on call."""
    teams = [f"t{each}" for each in range(number)]
    return document(
        teams=tuple(Team(team, team.title(), KINDS[at % 4], headcount=3) for at, team in enumerate(teams)),
        services=tuple(
            Service(f"s{at}", f"S{at}", team, criticality=1, depends_on=(f"s{(at + 1) % number}",))
            for at, team in enumerate(teams)
        ),
        responsibilities=tuple(
            Responsibility(
                f"r{at}",
                f"Row {at}",
                service=f"s{at}",
                layer=LAYERS[at % 4],
                criticality=1,
                paged=True,
                effort=Duration(30, "h"),
                raci=Raci({team: "A", teams[at - 1]: "R"}),
            )
            for at, team in enumerate(teams)
        ),
        rotations=tuple(
            Rotation(f"o{at}-{level}", team, level, ALWAYS, members=("Kim Lee", f"Person {at}"), turn=WEEK)
            for at, team in enumerate(teams)
            for level in (1, 2)
        ),
        escalations=(
            Escalation(ALERT, teams[0]),
            *(Escalation(one, other, after=Duration(5, "m")) for one in teams for other in teams if one != other),
        ),
    )


def in_one_ring(number: int) -> Document:
    """Rows that each depend on the next and the last on the first; every other one has nobody."""
    return document(
        teams=(Team("a", "A"), Team("b", "B")),
        responsibilities=tuple(
            Responsibility(
                f"r{at}",
                f"Row {at}",
                layer=LAYERS[at % 4],
                depends_on=(f"r{(at + 1) % number}",),
                raci=Raci({"a": "A"} if at % 2 else {}),
            )
            for at in range(number)
        ),
    )


def all_on_all(number: int) -> Document:
    """Rows that depend on all others: the square of them is what the file holds."""
    ring = in_one_ring(number).organization
    every = [row.id for row in ring.responsibilities]
    return document(
        teams=ring.teams,
        responsibilities=tuple(
            Responsibility(
                row.id,
                row.name,
                layer=row.layer,
                raci=row.raci,
                depends_on=tuple(other for other in every if other != row.id),
            )
            for row in ring.responsibilities
        ),
    )


def rotations_of_one_team(number: int, coverage: Coverage = ALWAYS, zones: tuple[str, ...] = ("UTC",)) -> Document:
    """The same three people in every rotation, on levels that go up."""
    return document(
        teams=(Team("a", "A", headcount=3),),
        responsibilities=(Responsibility("r", "Row", criticality=1, paged=True, raci=Raci({"a": "A"})),),
        escalations=(Escalation(ALERT, "a"),),
        rotations=tuple(
            Rotation(
                f"o{at:04}",
                "a",
                1 + at % 20,
                coverage,
                zones[at % len(zones)],
                ("Ana Sousa", "Ben Okafor", "Kim Lee"),
                turn=WEEK,
                hand_up=Duration(5, "m"),
            )
            for at in range(number)
        ),
    )


def nights_of_one_team(number: int) -> Document:
    return rotations_of_one_team(number, NIGHTS, ("Europe/London", "America/Denver", "Asia/Kolkata"))


def steps_in_a_row(number: int) -> Document:
    """A chain of so many teams, the last of which answers for the row; each has two levels."""
    teams = [f"t{each}" for each in range(number)]
    return document(
        teams=tuple(Team(team, team.title(), "application-sre", headcount=9) for team in teams),
        responsibilities=(Responsibility("r", "Row", criticality=1, paged=True, raci=Raci({teams[-1]: "A"})),),
        rotations=tuple(
            Rotation(f"{team}-{level}", team, level, ALWAYS, members=9) for team in teams for level in (1, 2)
        ),
        escalations=tuple(Escalation(*pair) for pair in zip((ALERT, *teams), teams, strict=False)),
    )


def one_for_all(number: int) -> Document:
    """One person in the turns of every team of a line, on call for one minute a day, in three zones."""
    minute = Coverage(None, (Window(0, 6, 600, 601),))
    zones = ("Europe/London", "America/Denver", "Asia/Kolkata")
    return document(
        teams=tuple(Team(f"t{place}", f"T {place}") for place in range(number)),
        responsibilities=(Responsibility("r", "Row", criticality=1, paged=True, raci=Raci({f"t{number - 1}": "A"})),),
        escalations=(
            Escalation(ALERT, "t0"),
            *(Escalation(f"t{place}", f"t{place + 1}") for place in range(number - 1)),
        ),
        rotations=tuple(
            Rotation(
                f"x{place}",
                f"t{place}",
                1,
                minute,
                zones[place % 3],
                ("Kim Lee", f"p{place}"),
                Duration(1 + place, "s"),
            )
            for place in range(number)
        ),
    )


def document(**lists) -> Document:
    return Document(Organization(name="Bounds", **lists))


def work(does) -> int:
    """How many functions are called: the same number on every machine, give or take what is loaded the first time."""
    count = 0

    def called(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        does()
    finally:
        sys.setprofile(before)
    return count


SHAPES = {
    "each to each": (each_to_each, 20, 10),
    "dependencies in one ring": (in_one_ring, 1000, 3),
    "all on all": (all_on_all, 100, 5),
    "rotations of one team": (rotations_of_one_team, 250, 3),
    "nights of one team": (nights_of_one_team, 100, 3),
    "one person in every team": (one_for_all, 20, 5),
    "levels one after the other": (steps_in_a_row, 30, 5),
}
"""What is made, of how many, and how many times the work twice as many may be; two of them are squares."""


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_as_much_is_a_few_times_the_work(shape):
    make, number, most = SHAPES[shape]
    small, large = make(number), make(2 * number)
    analyse(small, TODAY)
    once, twice = work(lambda: analyse(small, TODAY)), work(lambda: analyse(large, TODAY))
    assert twice < most * once


@pytest.mark.parametrize("shape", SHAPES)
def test_every_rule_has_an_answer_whatever_the_shape(shape):
    make, number, _ = SHAPES[shape]
    made = make(number)
    assert analyse(made, TODAY).failures == ()
    assert plan(made, TODAY).before.failures == ()
    row = made.organization.responsibilities[-1].id
    assert trace(made.organization, row).row == row


def test_a_circle_of_forty_is_one_finding_with_a_shortest_way_round():
    found = [each for each in analyse(each_to_each(40), TODAY).findings if each.code == "ESC002"]
    assert [each.numbers for each in found] == [(("teams in the circle", 40),)]
    assert found[0].message.count("→") == 2


@pytest.mark.parametrize("made", [each_to_each(40), one_for_all(30)], ids=["each to each", "one for all"])
def test_a_person_of_every_team_is_found(made):
    assert "person:t0/Kim Lee" in {each.subjects[0] for each in analyse(made, TODAY).findings if each.code == "ESC006"}


def test_a_person_in_thirty_rotations_is_one_finding():
    report = analyse(rotations_of_one_team(30), TODAY)
    twice = [each.message for each in report.findings if each.code == "ESC006"]
    assert len(twice) == 3
    assert all("were compared" not in message for message in twice)


def test_it_is_said_where_not_all_rotations_of_a_person_were_compared():
    report = analyse(rotations_of_one_team(1000), TODAY)
    twice = [each.message for each in report.findings if each.code == "ESC006"]
    assert len(twice) == 3
    assert all("; of 1,000 rotations 40 were compared" in message for message in twice)


def test_a_person_of_whom_the_first_rotations_do_not_clash_is_not_clean():
    mondays = tuple(Coverage(None, (Window(0, 0, at * 10, at * 10 + 5),)) for at in range(41))
    alone = document(
        teams=(Team("a", "A"),),
        rotations=tuple(
            Rotation(f"o{at:02}", "a", 1 + at % 20, hours, "UTC", ("Ana Sousa",)) for at, hours in enumerate(mondays)
        ),
    )
    missing = [each.missing for each in analyse(alone, TODAY).not_assessed if each.code == "ESC006"]
    assert missing == ["all but 40 rotations of Ana Sousa"]
