"""What the rules about the chain advise: nothing that cannot help, and nothing that makes another finding worse."""

from __future__ import annotations

from datetime import date

import pytest
from test_rule_cases import document_of

from orgmodel.analysis import analyse
from orgmodel.sentences import lasting

TODAY = date(2026, 11, 22)


def only(document, code):
    (finding,) = (finding for finding in analyse(document, TODAY).findings if finding.code == code)
    return finding


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (5, "5 minutes"),
        (301 / 60, "5 minutes 1 second"),
        (0.5, "30 seconds"),
        (90, "90 minutes"),
        (61 / 60 + 1 / 6000, "1 minute 1.01 seconds"),
    ],
)
def test_minutes_are_said_as_people_say_them(minutes, said):
    assert lasting(minutes) == said


def test_a_page_waits_minutes_and_seconds():
    slow = only(
        document_of("""
teams: [{id: desk, name: Desk}, {id: web, name: Web}]
services: [{id: shop, name: Shop, user_facing: true}]
responsibilities: [{id: database, name: Database, service: shop, raci: {web: A}}]
escalations: [{from: alert, to: desk}, {from: desk, to: web, after: 301s}]
"""),
        "ESC005",
    )
    assert slow.message == (
        "A page for Shop waits 5 minutes 1 second until Web is tried; 5 minutes are the most for what users see."
    )
    assert dict(slow.numbers)["minutes"] == 5.02


LEFT_OUT = """
teams:
  - {id: fl, name: Frontline, kind: frontline}
  - {id: sre, name: SRE, kind: application-sre}
  - {id: dev, name: Devs, kind: application}
services: [{id: s1, name: Shop}, {id: s2, name: Till}]
responsibilities: [{id: hooks, name: Webhooks, service: s2, layer: application, paged: true, raci: {dev: A}}]
escalations:
  - {from: alert, to: fl}
  - {from: fl, to: sre, after: 5m, FIRST}
  - {from: sre, to: dev, after: 15m, SECOND}
"""


@pytest.mark.parametrize(
    ("first", "second", "advice"),
    [
        ("services: [s1]", "services: [s1, s2]", "Let the escalation from Frontline to SRE cover Till too."),
        (
            "services: [s1]",
            "layers: [infrastructure]",
            "Let the escalations from Frontline to SRE and from SRE to Devs cover Till and the layer Application too.",
        ),
        ("kind: inform", "services: [s2]", "Add an escalation from Frontline to Devs."),
    ],
)
def test_a_way_that_leaves_the_service_out_is_widened(first, second, advice):
    document = document_of(LEFT_OUT.replace("FIRST", first).replace("SECOND", second))
    lost = only(document, "ESC001")
    assert lost.advice == advice
    after = analyse(lost.fixes[0].command.apply(document), TODAY).findings
    before = {(finding.code, finding.subjects[0]) for finding in analyse(document, TODAY).findings}
    if advice.startswith("Let"):
        assert lost.fixes[0].label.startswith("Let Frontline → SRE")
        assert {(finding.code, finding.subjects[0]) for finding in after} - before <= {
            ("SPOF002", "team:sre"),
            ("SPOF002", "team:fl"),
            ("ESC003", "team:dev"),
        }


def test_of_ways_that_leave_the_service_out_the_one_to_a_team_at_work_on_it_is_widened():
    lost = only(
        document_of("""
teams:
  - {id: fl, name: Frontline, kind: frontline}
  - {id: a, name: A, kind: application-sre}
  - {id: b, name: B, kind: application-sre}
  - {id: dev, name: Devs, kind: application}
services: [{id: s1, name: Shop}, {id: s2, name: Till}]
responsibilities:
  - {id: hooks, name: Webhooks, service: s2, layer: application, paged: true, raci: {dev: A}}
  - {id: database, name: Database, service: s2, layer: environment, paged: false, raci: {b: A}}
escalations:
  - {from: alert, to: fl}
  - {from: fl, to: a, after: 5m, services: [s1]}
  - {from: fl, to: b, after: 5m, services: [s1]}
  - {from: a, to: dev, after: 15m}
  - {from: b, to: dev, after: 15m}
"""),
        "ESC001",
    )
    assert lost.advice == "Let the escalation from Frontline to B cover Till too."


def test_a_way_to_management_is_from_the_last_team():
    lost = only(
        document_of("""
teams:
  - {id: head, name: Head, kind: governance}
  - {id: fl, name: Zeta Frontline, kind: frontline}
  - {id: sre, name: SRE, kind: application-sre}
responsibilities: [{id: crisis, name: Crisis, paged: true, criticality: 1, raci: {head: A}}]
escalations: [{from: alert, to: fl}, {from: fl, to: sre, after: 5m}]
"""),
        "ESC001",
    )
    assert lost.message == "A page for “Crisis” never reaches Head: it gets no further than Zeta Frontline and SRE."
    assert lost.advice == "Add an escalation from SRE to Head."
    assert [fix.label for fix in lost.fixes] == ["Add escalation SRE → Head"]


def test_developers_who_are_led_to_for_other_work_are_not_said_to_be_out_of_reach():
    cut_off = only(
        document_of("""
teams:
  - {id: sre, name: SRE, kind: application-sre}
  - {id: dev, name: Developers, kind: application}
services: [{id: shop, name: Shop, team: dev}]
responsibilities:
  - {id: database, name: Database, service: shop, layer: environment, raci: {sre: AR}}
  - {id: code, name: Code, service: shop, layer: application, raci: {sre: AR}}
escalations: [{from: alert, to: sre}, {from: sre, to: dev, layers: [application]}]
"""),
        "ESC009",
    )
    assert cut_off.message == (
        "SRE works on Shop and cannot call its developers: "
        "for some of that work no escalation leads from it to Developers."
    )


def test_whom_all_pass_through_is_to_answer_always():
    document = document_of("""
teams: [{id: desk, name: Desk}, {id: sre, name: SRE}, {id: app, name: App}]
responsibilities: [{id: code, name: Code, raci: {app: A}}]
escalations: [{from: alert, to: desk}, {from: desk, to: sre}, {from: sre, to: app}]
""")
    advice = {each.subjects[0]: each.advice for each in analyse(document, TODAY).findings if each.code == "SPOF002"}
    answers = (
        "If it does not answer, pages for one responsibility do not get through: make sure that it always answers, "
        "with a backup level or a second site"
    )
    assert advice == {
        "team:desk": f"{answers}.",
        "team:sre": f"{answers}, or give the page a second way there.",
    }


TIERS = """
teams:
  - {id: desk, name: Desk, kind: frontline}
  - {id: sre, name: SRE, kind: application-sre}
  - {id: infra, name: Infra, kind: infrastructure-sre}
responsibilities: [{id: systems, name: Systems, raci: {OWNER: A}}]
escalations:
  - {from: alert, to: desk}
  - {from: desk, to: sre, after: 5m}
  - {from: sre, to: infra, after: 5m}
  - {from: desk, to: infra, after: 5m}
"""


def test_a_short_way_is_not_taken_from_rows_that_would_then_hang_on_one_team():
    assert only(document_of(TIERS.replace("OWNER", "infra")), "ESC007").fixes == ()
    free = only(document_of(TIERS.replace("OWNER", "sre")), "ESC007")
    assert [fix.label for fix in free.fixes] == ["Remove Desk → Infra: the page gets there by the other way"]


@pytest.mark.parametrize(
    ("when", "advice"),
    [
        ("", "Let D keep the page, or hand it further up; or say on which condition it goes back."),
        (
            ", when: it is theirs",
            "Leave it as it is if the condition can be told at once; else let D keep the page, or hand it further up.",
        ),
    ],
)
def test_a_page_that_goes_down_has_no_tier_between(when, advice):
    down = document_of(f"""
teams: [{{id: sre, name: SRE, kind: application-sre}}, {{id: app, name: D, kind: application}}]
escalations: [{{from: alert, to: app}}, {{from: app, to: sre{when}}}]
""")
    assert only(down, "ESC007").advice == advice


@pytest.mark.parametrize(
    ("first", "second", "advice"),
    [
        (
            "[Kim, Ana]",
            "[Kim, Ana]",
            "Let level 2 of Web take its turns half a round later, or put somebody else on it.",
        ),
        ("[Kim]", "[Kim]", "Put somebody else on level 2 of Web."),
        ("[Kim]", "[Kim, Ana]", "Put somebody else on level 2 of Web."),
        ("[Kim, Ana]", "[Kim]", "Put somebody else on level 2 of Web."),
    ],
)
def test_half_a_round_later_is_advised_where_it_keeps_a_person_off_the_other_level(first, second, advice):
    document = document_of(f"""
teams: [{{id: web, name: Web}}]
rotations:
  - {{id: primary, team: web, coverage: 24x7, turn: 7d, members: {first}}}
  - {{id: backup, team: web, level: 2, coverage: 24x7, turn: 7d, members: {second}}}
""")
    said = {finding.advice for finding in analyse(document, TODAY).findings if finding.code == "ESC006"}
    assert said == {advice}


@pytest.mark.parametrize(
    ("turn", "advice"),
    [
        ("7d", "Let the rotation “web-first” of Web take its turns half a round later, or put somebody else on it."),
        ("1d", "Put somebody else on call in the place of Kim, for Desk or for Web."),
    ],
)
def test_between_two_teams_no_second_level_is_spoken_of(turn, advice):
    document = document_of(f"""
teams: [{{id: desk, name: Desk}}, {{id: web, name: Web}}]
rotations:
  - {{id: desk-first, team: desk, coverage: 24x7, turn: 7d, members: [Kim, Ana]}}
  - {{id: web-first, team: web, coverage: 24x7, turn: {turn}, members: [Kim, Ben]}}
escalations: [{{from: alert, to: desk}}, {{from: desk, to: web, after: 5m}}]
""")
    assert only(document, "ESC006").advice == advice
