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
