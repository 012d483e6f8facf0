"""What the rules about the chain say to a stakeholder, and what they show on it."""

from __future__ import annotations

from datetime import date

import pytest
from test_rule_cases import document_of

from orgmodel.analysis import analyse
from orgmodel.diagram.signs import Signs
from orgmodel.document import Document
from orgmodel.model import (
    Duration,
    Escalation,
)
from orgmodel.rules import CATALOGUE

TODAY = date(2026, 11, 22)
CHAIN = [rule for rule in CATALOGUE if rule.code.startswith("ESC")]
SHOP = document_of("""
teams:
  - {id: desk, name: Desk, kind: frontline}
  - {id: sre, name: SRE, kind: application-sre}
  - {id: dev, name: Shop Team, kind: application}
  - {id: ops, name: Operations}
services: [{id: shop, name: Shop, team: dev, criticality: 1, user_facing: true}]
responsibilities:
  - {id: database, name: Database, service: shop, layer: environment, paged: true, raci: {sre: AR}}
rotations:
  - {id: desk-primary, team: desk, coverage: 24x7, turn: 7d, members: [Kim Lee, Ana Sousa]}
  - id: sre-primary
    team: sre
    coverage: ["Mon-Fri 00:00-24:00"]
    timezone: Europe/London
    turn: 7d
    members: [Kim Lee, Ben Okafor]
  - {id: ops-primary, team: ops, coverage: 24x7}
escalations:
  - {from: alert, to: desk}
  - {from: desk, to: sre, after: 15m}
""")


def findings(document, code):
    return [finding for finding in analyse(document, TODAY).findings if finding.code == code]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("ESC004", "A page for “Database” has only two to try: Desk and SRE."),
        (
            "ESC005",
            "A page for Shop waits 15 minutes until SRE is tried; 5 minutes are the most for what users see.",
        ),
        (
            "ESC006",
            "Kim Lee is on call for Desk and for SRE at the same time, and pages go from one to the other.",
        ),
        ("ESC008", "No escalation leads to Operations, so the rotation “ops-primary” is never called."),
        (
            "ESC009",
            "SRE works on Shop and cannot call its developers: for that work no escalation leads from it to Shop Team.",
        ),
        ("ESC010", "Desk hands pages to SRE without saying on which condition."),
        (
            "ESC011",
            "A page to SRE (Sat 00:00-Sun 24:00, Europe/London) is lost: nobody is on call, and no contact is named.",
        ),
    ],
)
def test_a_stakeholder_reads(code, message):
    assert [finding.message for finding in findings(SHOP, code)] == [message]


def test_the_way_into_an_empty_step_is_cut_with_its_minutes():
    organization = SHOP.organization.copy_with(
        escalations=(*SHOP.organization.escalations, Escalation("sre", "desk", after=Duration(30, "m")))
    )
    (lost,) = findings(Document(organization), "ESC011")
    assert dict(lost.numbers) == {"minutes": 30, "hours a week": 48}
    assert Signs(organization, [lost]).lost == {("team:desk", "team:sre"): lost}


def test_an_empty_entry_is_cut_at_the_alert():
    organization = SHOP.organization.copy_with(rotations=SHOP.organization.rotations[2:])
    first = next(
        finding for finding in findings(Document(organization), "ESC011") if finding.subjects == ("team:desk",)
    )
    assert ("alert", "team:desk") in Signs(organization, [first]).lost


def test_a_new_level_above_is_no_empty_step():
    (stuck,) = findings(SHOP, "ESC003")
    after = stuck.fixes[0].command.apply(SHOP)
    assert findings(after, "ESC003") == []
    assert [finding.subjects[0] for finding in findings(after, "ESC011")] == ["team:sre"]
