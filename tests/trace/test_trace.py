"""Pages walked on the samples, step by step as somebody with a pencil would write them out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from orgmodel.errors import NotFound
from orgmodel.model import (
    ALERT,
    ALWAYS,
    BUSINESS_HOURS,
    Duration,
    Escalation,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    Team,
    subject,
)
from orgmodel.trace import trace
from orgmodel.yaml_file import read_file, read_text

SAMPLES = Path(__file__).parents[2] / "sample_orgs"
LONDON = ZoneInfo("Europe/London")
TUESDAY = datetime(2026, 11, 24, 11, tzinfo=LONDON)
SATURDAY = datetime(2026, 11, 28, 3, tzinfo=LONDON)

DUBLIN = ("Aoife Byrne", "Brian Nolan", "Ciara Flynn", "Declan Burke", "Eimear Daly", "Fionn Casey")
SINGAPORE = ("Mei Ling Tan", "Arjun Nair", "Bao Nguyen", "Cheng Wei", "Dewi Lestari", "Farah Ismail")
STOREFRONT = (
    *("Sam Whitlock", "Aisha Rahman", "Ben Ashworth", "Chloe Martin", "Dev Patel"),
    *("Ewan Ross", "Freya Dunn", "Gareth Pugh", "Hana Kovar"),
)
DEVELOPERS = (
    *("Ines Duarte", "Adam Novak", "Bea Romero", "Callum Reid", "Dina Farouk"),
    *("Emeka Obi", "Fern Hughes", "Gita Menon", "Hamish Kerr"),
)
PLATFORM = (
    *("Amara Osei", "Björn Lind", "Carla Mendes", "Deepak Rao"),
    *("Elif Demir", "Farid Haddad", "Grete Holm", "Hiro Sato"),
)


def sample(name):
    return read_file(SAMPLES / f"{name}.yaml").document.organization


@pytest.fixture(scope="module")
def payments():
    return sample("payments_platform")


@pytest.fixture(scope="module")
def ruby():
    return sample("ruby_web")


def steps(walk):
    """Who, after how many minutes, on whose escalation, with which letters, and who is on call."""
    return [
        (step.team, step.minutes, step.via.subject.removeprefix("escalation:"), step.letters, step.on_call)
        for step in walk.steps
    ]


def minutes(count):
    return Duration(count, "m")


FIVE, FIFTEEN = minutes(5), minutes(15)


# The samples


def test_code_on_a_tuesday_morning_reaches_its_developers(payments):
    walk = trace(payments, "checkout-api-application-code", TUESDAY)
    assert steps(walk) == [
        ("frontline", 0, "alert->frontline", None, DUBLIN),
        ("checkout-sre", 5, "frontline->checkout-sre", "C", STOREFRONT),
        ("checkout", 20, "checkout-sre->checkout", "A", DEVELOPERS),
    ]
    assert (walk.dropped_at, walk.reason, walk.reached_owner, walk.minutes_total) == (None, None, True, 20)
    assert [step.moment for step in walk.steps] == [TUESDAY.replace(minute=minute) for minute in (0, 5, 20)]


def test_code_on_a_saturday_night_is_dropped_by_developers_who_sleep(payments):
    walk = trace(payments, "checkout-api-application-code", SATURDAY)
    assert steps(walk) == [
        ("frontline", 0, "alert->frontline", None, SINGAPORE),
        ("checkout-sre", 5, "frontline->checkout-sre", "C", STOREFRONT),
        ("checkout", 20, "checkout-sre->checkout", "A", ()),
    ]
    assert (walk.dropped_at, walk.reached_owner, walk.minutes_total) == ("team:checkout", False, 20)
    assert walk.reason == (
        "Nobody is on call for Checkout Team at Sat 03:20 (Europe/London): there is only the contact #checkout."
    )


@pytest.mark.parametrize(("at", "frontline"), [(TUESDAY, DUBLIN), (SATURDAY, SINGAPORE)])
def test_code_without_its_sre_is_handed_up_from_the_operations_centre(payments, at, frontline):
    walk = trace(payments, "checkout-api-application-code", at, ["checkout-sre"])
    assert steps(walk) == [
        ("frontline", 0, "alert->frontline", None, frontline),
        ("heads", 60, "frontline->heads", None, ()),
    ]
    assert (walk.dropped_at, walk.minutes_total) == ("team:heads", 60)
    assert walk.reason == (
        "Storefront SRE is away, and no other way leads from Payments Operations Centre to Checkout Team, "
        "which answers for “Application Code” of Checkout API."
    )


@pytest.mark.parametrize(("at", "frontline"), [(TUESDAY, DUBLIN), (SATURDAY, SINGAPORE)])
def test_a_page_for_the_platform_takes_the_short_way_with_and_without_the_sre(payments, at, frontline):
    straight = [
        ("frontline", 0, "alert->frontline", None, frontline),
        ("platform-sre", 5, "frontline->platform-sre", "A", PLATFORM),
    ]
    for away in ((), ("checkout-sre",)):
        walk = trace(payments, "checkout-api-database-cookbook", at, away)
        assert steps(walk) == straight
        assert walk.reached_owner


def test_where_the_file_has_no_rotations_the_walk_goes_on_and_nobody_is_known_to_hear_it(ruby):
    walk = trace(ruby, "application-code", SATURDAY)
    assert steps(walk) == [
        ("frontline", 0, "alert->frontline", None, ()),
        ("web-sre", 15, "frontline->web-sre", "C", ()),
        ("ruby-web", 45, "web-sre->ruby-web", "A", ()),
    ]
    assert (walk.dropped_at, walk.minutes_total) == ("team:ruby-web", 45)
    assert walk.reason == ("The file has no rotations, so nobody is known to be on call for Ruby Web Application Team.")
    assert {step.lost for step in walk.steps} == {None}


def test_the_owner_itself_is_away(ruby):
    walk = trace(ruby, "database", TUESDAY, ["web-sre"])
    assert steps(walk) == [("frontline", 0, "alert->frontline", "I", ())]
    assert walk.dropped_at == "team:frontline"
    assert walk.reason == (
        "Web Application SRE is away, and nobody else who answers for “Database” can be reached from Frontline Support."
    )


def test_pages_that_go_round_are_dropped_where_the_missing_escalation_would_begin():
    walk = trace(sample("ruby_web_today"), "application-error-reporting", TUESDAY)
    assert steps(walk) == [
        ("frontline", 0, "alert->frontline", None, ()),
        ("infra-sre", 60, "frontline->infra-sre", None, ()),
    ]
    assert walk.reason == (
        "No escalation for “Application Error Reporting” leads on from IT Operations to Ruby Web Application Team."
    )


def test_a_row_that_nobody_has_stops_where_it_comes_in():
    today = sample("ruby_web_today")
    for row, reason in (
        ("monitoring-standards", "Nobody does “Monitoring Standards”, so nobody can be called for it."),
        ("database", "“Database” is with dba, and nobody is there."),
    ):
        walk = trace(today, row)
        assert [step.team for step in walk.steps] == ["frontline"]
        assert (walk.dropped_at, walk.reason) == ("team:frontline", reason)


# Small organisations


DESK, SRE, APP = Team("desk", "Desk"), Team("sre", "SRE", contact="#sre"), Team("app", "App")
DATABASE = Responsibility("database", "Database", raci=Raci({"app": "A"}))


def chain(*escalations, rotations=(), teams=(DESK, SRE, APP), row=DATABASE):
    return Organization(
        "Shop", teams=teams, responsibilities=(row,), escalations=tuple(escalations), rotations=tuple(rotations)
    )


def line(desk=FIVE, sre=FIFTEEN):
    return Escalation(ALERT, "desk"), Escalation("desk", "sre", after=desk), Escalation("sre", "app", after=sre)


def always(*teams):
    return tuple(Rotation(f"{team}-primary", team, coverage=ALWAYS, members=2) for team in teams)


def test_a_team_with_nobody_on_call_costs_its_minutes_and_the_page_goes_on():
    walk = trace(chain(*line(), rotations=always("desk", "app")), "database", SATURDAY)
    assert [(step.team, step.is_heard, step.lost) for step in walk.steps] == [
        ("desk", True, None),
        ("sre", False, 15),
        ("app", True, None),
    ]
    assert walk.reached_owner
    assert walk.minutes_total == 20


def test_without_a_time_nobody_hands_it_on():
    walk = trace(chain(*line(sre=None), rotations=always("desk", "app")), "database", SATURDAY)
    assert [step.team for step in walk.steps] == ["desk", "sre"]
    assert walk.dropped_at == "team:sre"
    assert walk.reason == (
        "Nobody is on call for SRE at Sat 03:05 (Europe/London): there is only the contact #sre, "
        "and no time is given after which the page goes on by itself to App."
    )


def test_minutes_are_unknown_from_the_first_step_that_does_not_say_them():
    walk = trace(chain(*line(desk=None), rotations=always("desk", "sre", "app")), "database", SATURDAY)
    assert [(step.minutes, step.moment) for step in walk.steps] == [(0, SATURDAY), (None, None), (None, None)]
    assert walk.minutes_total is None
    assert walk.reached_owner


def test_the_quickest_way_then_the_shortest_then_the_first_by_name():
    teams = (Team("one", "Zeta"), Team("two", "Alpha"), APP)
    into = (Escalation(ALERT, "one"), Escalation(ALERT, "two"))
    for after, way in (
        ((5, 4, 9), ["two", "app"]),
        ((5, 5, 9), ["two", "app"]),
        ((4, 5, 9), ["one", "app"]),
        ((5, 5, 5), ["app"]),
    ):
        one, two, straight = map(minutes, after)
        organization = chain(
            *into,
            Escalation(ALERT, "app", after=straight),
            Escalation("one", "app", after=one),
            Escalation("two", "app", after=two),
            teams=teams,
        )
        assert [step.team for step in trace(organization, "database").steps] == way


def test_of_two_conditions_the_page_takes_the_one_that_waits_less():
    twice = (Escalation(ALERT, "app", after=minutes(30), when="by day"), Escalation(ALERT, "app", after=minutes(10)))
    for ways in (twice, twice[::-1]):
        (step,) = trace(chain(*ways), "database").steps
        assert (step.minutes, step.via) == (10, twice[1])


def test_who_is_on_call_is_asked_for_the_moment_when_the_page_gets_there():
    office = Rotation("app-office", "app", coverage=BUSINESS_HOURS, timezone="Europe/London", members=("Kim Lee",))
    organization = chain(*line(), rotations=(*always("desk", "sre"), office))
    early = trace(organization, "database", datetime(2026, 11, 24, 8, 45, tzinfo=LONDON))
    late = trace(organization, "database", datetime(2026, 11, 24, 16, 45, tzinfo=LONDON))
    assert (early.reached_owner, early.steps[-1].on_call) == (True, ("Kim Lee",))
    assert (late.reached_owner, late.steps[-1].on_call) == (False, ())


def test_minutes_pass_when_clocks_are_put_forward():
    before = datetime(2027, 3, 28, 0, 50, tzinfo=LONDON)
    walk = trace(chain(*line()), "database", before)
    assert [step.moment.isoformat() for step in walk.steps] == [
        "2027-03-28T00:50:00+00:00",
        "2027-03-28T00:55:00+00:00",
        "2027-03-28T02:10:00+01:00",
    ]


def test_at_any_hour_every_rotation_counts():
    office = Rotation("app-office", "app", coverage=BUSINESS_HOURS, members=3)
    unknown = Rotation("sre-primary", "sre")
    walk = trace(chain(*line(), rotations=(*always("desk"), unknown, office)), "database")
    assert [step.on_call for step in walk.steps] == [
        ("one of 2 (desk-primary)",),
        ("somebody (sre-primary)",),
        ("one of 3 (app-office)",),
    ]
    assert (walk.at, walk.reached_owner) == (None, True)


def test_hours_that_are_unknown_are_neither_silence_nor_an_answer():
    rotations = (*always("desk"), Rotation("sre-primary", "sre"), Rotation("app-primary", "app", members=3))
    walk = trace(chain(*line(sre=None), rotations=rotations), "database", SATURDAY)
    assert [step.is_heard for step in walk.steps] == [True, None, None]
    assert walk.dropped_at == "team:app"
    assert walk.reason == "The hours of the rotations of App are unknown, so nobody is known to be on call."


def test_with_one_of_two_owners_away_the_page_goes_to_the_other():
    row = Responsibility("database", "Database", raci=Raci({"sre": "A", "app": "A"}))
    organization = chain(*line(), row=row, rotations=always("desk", "sre", "app"))
    assert [step.team for step in trace(organization, "database").steps] == ["desk", "sre"]
    beside = organization.copy_with(escalations=(*organization.escalations, Escalation("desk", "app")))
    walk = trace(beside, "database", without=["app"])
    assert ([step.team for step in walk.steps], walk.reached_owner) == (["desk", "sre"], True)
    both = trace(beside, "database", without=["app", "sre"])
    assert (both.dropped_at, [step.team for step in both.steps]) == ("team:desk", ["desk"])


def test_of_two_owners_the_one_who_hears_it_is_reached():
    document = read_text(
        """
format: orgmodel/1
name: Night
teams: [{id: sre, name: Web SRE}, {id: dev, name: Developers}]
responsibilities: [{id: code, name: Code, raci: {sre: A, dev: A}}]
rotations:
  - {id: sre-days, team: sre, coverage: business-hours, members: 3}
  - {id: dev-always, team: dev, coverage: 24x7, members: 8}
escalations: [{from: alert, to: sre}, {from: sre, to: dev, after: 5m}]
""",
        "night.yaml",
    ).document
    walk = trace(document.organization, "code", SATURDAY)
    assert [step.team for step in walk.steps] == ["sre", "dev"]
    assert (walk.reached_owner, walk.minutes_total) == (True, 5)


def test_where_several_do_it_and_nobody_answers_no_owner_is_reached():
    document = read_text(
        """
format: orgmodel/1
name: Shared
teams: [{id: sre, name: Web SRE}, {id: infra, name: Infrastructure}]
responsibilities: [{id: code, name: Code, raci: {sre: R, infra: R}}]
rotations: [{id: sre-always, team: sre, coverage: 24x7, members: 8}]
escalations: [{from: alert, to: sre}]
""",
        "shared.yaml",
    ).document
    walk = trace(document.organization, "code", SATURDAY)
    assert not walk.reached_owner
    assert (
        walk.reason == "Nobody answers for “Code”: Infrastructure and Web SRE do it together, and none of them owns it."
    )


def test_without_escalations_the_alert_keeps_it():
    walk = trace(chain(), "database")
    assert (walk.steps, walk.dropped_at, walk.minutes_total) == ((), "alert", 0)
    assert walk.reason == "The file has no escalations, so no page gets to App."


def test_the_entry_is_away():
    walk = trace(chain(*line()), "database", without=["desk", "desk"])
    assert (walk.steps, walk.dropped_at, walk.without) == ((), "alert", ("desk",))
    assert walk.reason == ("Desk is away, and no other way leads from the alert to App, which answers for “Database”.")


def test_what_is_not_there_is_refused_with_the_nearest_name():
    organization = chain(*line())
    with pytest.raises(NotFound, match=r"no row “databse”\. Did you mean “database”"):
        trace(organization, "databse")
    with pytest.raises(NotFound, match=r"no team “desc”\. Did you mean “desk”"):
        trace(organization, "database", without=["desc"])


def test_an_escalation_that_waits_longer_than_the_calendar():
    ages = Duration(999_999_999, "d")
    walk = trace(chain(*line(sre=ages), rotations=always("desk", "sre", "app")), "database", SATURDAY)
    assert walk.minutes_total == 999_999_999 * 24 * 60 + 5
    assert (walk.steps[-1].moment, walk.reached_owner) == (None, False)


def test_a_hundred_teams_that_all_call_each_other():
    teams = tuple(Team(f"t{place}", f"T {place:02}") for place in range(100))
    row = Responsibility("database", "Database", raci=Raci({"t99": "A"}))
    ways = [Escalation(ALERT, "t0")]
    ways += [
        Escalation(f"t{a}", f"t{b}", after=minutes(abs(a - b) ** 2)) for a in range(100) for b in range(100) if a != b
    ]
    walk = trace(chain(*ways, teams=teams, row=row), "database")
    assert [step.team for step in walk.steps] == [f"t{place}" for place in range(100)]
    assert walk.minutes_total == 99
    assert walk.dropped_at == subject("team", "t99")
