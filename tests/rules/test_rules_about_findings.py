"""What overload, as other rules find it, makes of a rating that is too good and of one that is weak."""

from __future__ import annotations

from datetime import date

import pytest
from test_rule_cases import document_of

from orgmodel.graph import OrgGraph
from orgmodel.model import subject
from orgmodel.rules.assessments.maturity import rating_contradicted, weak_and_unowned
from orgmodel.rules.rule import Found, found

MODEL = """
teams:
  - {id: sre, name: SRE, kind: application-sre, headcount: 6, workload: {operations: 70, toil: 40}}
  - {id: ops, name: Ops, kind: other, workload: {operations: 20}}
responsibilities:
  - {id: toil, name: Toil Report, activities: [bt-sre-maturity/17], raci: {sre: A}}
  - {id: manual, name: Manual Work, activities: [bt-sre-maturity/4], raci: {sre: R, ops: A}}
assessments:
  - id: may
    questionnaire: bt-sre-maturity
    date: 2026-05-04
    ratings: {"3": 1, "4": RATED, "10": 1, "12": 1, "14": 1, "17": RATED}
"""


def said(rule, rated, findings):
    graph = OrgGraph(document_of(MODEL.replace("RATED", str(rated))).organization, date(2026, 11, 22))
    return [each for each in rule.judge(graph, findings) if isinstance(each, Found)]


def load(severity=None, team="sre"):
    return (found(subject("team", team), message="Too much.", advice="Less.", severity=severity),)


@pytest.mark.parametrize("severity", [None, "error", "warning"])
def test_good_ratings_of_toil_are_contradicted_where_operations_take_the_week(severity):
    (contradicted,) = said(rating_contradicted, 4, {"LOAD002": load(severity)})
    assert contradicted.subjects == ("assessment:may",)
    assert contradicted.message.endswith(
        "(ratings of 3 or better are compared): automating manual work is rated 4, and operations take too much of "
        "the week of SRE; "
        "watching toil is rated 4, and operations take too much of the week of SRE."
    )
    assert contradicted.evidence.things == ("assessment:may", "team:sre")


@pytest.mark.parametrize(
    ("rated", "findings"), [(4, {}), (2, {"LOAD002": load()}), (4, {"LOAD001": load()}), (4, {"LOAD002": ()})]
)
def test_nothing_is_contradicted_without_both(rated, findings):
    assert said(rating_contradicted, rated, findings) == []


@pytest.mark.parametrize("code", ["LOAD001", "LOAD002", "LOAD003", "LOAD004", "LOAD005"])
def test_a_weak_activity_in_the_hands_of_a_team_with_too_much_goes_to_the_top(code):
    (weak,) = said(weak_and_unowned, 2, {code: load("warning")})
    assert weak.subjects == ("responsibility:toil", "team:sre")
    assert weak.message.startswith(
        "SRE has “Toil Report” and too much besides, and the activity that depends on it is rated 2: “"
    )


@pytest.mark.parametrize(
    ("rated", "findings"), [(2, {}), (3, {"LOAD002": load()}), (2, {"LOAD004": load("info")}), (2, {"GAP006": load()})]
)
def test_a_weak_activity_in_good_hands_does_not(rated, findings):
    assert said(weak_and_unowned, rated, findings) == []


def test_it_is_who_answers_that_counts_and_not_who_helps():
    findings = {"LOAD001": load(team="ops")}
    assert [each.subjects[0] for each in said(weak_and_unowned, 1, findings)] == ["responsibility:manual"]
