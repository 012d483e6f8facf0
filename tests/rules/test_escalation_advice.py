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
  - {id: dev, name: Developers, kind: application}
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
            "Let the escalations from Frontline to SRE and from SRE to Developers cover "
            "Till and the layer Application too.",
        ),
        ("kind: inform", "services: [s2]", "Add an escalation from Frontline to Developers."),
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
