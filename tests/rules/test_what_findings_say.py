"""The words of findings where they once could be read in two ways, and the limits that stand beside them."""

from __future__ import annotations

from datetime import date

import pytest
from test_rule_cases import document_of

from orgmodel.analysis import analyse


def the_finding(code, model):
    (finding,) = (each for each in analyse(document_of(model), date(2026, 11, 22)).findings if each.code == code)
    return finding


@pytest.mark.parametrize(
    ("people", "advice", "limit"),
    [
        (18, "Split it, or write down why it is of that size.", ("team size max", 9)),
        (3, "Join it with another team, or give it people, or write down why it is of that size.", ("team size min", 5)),
    ],
)
def test_a_team_too_large_is_split_and_one_too_small_is_joined(people, advice, limit):
    finding = the_finding("LOAD004", f"teams: [{{id: web, name: Web, headcount: {people}}}]")
    assert finding.advice == advice
    assert limit in finding.numbers
