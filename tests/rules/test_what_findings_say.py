"""The words of findings where they once could be read in two ways, and the limits that stand beside them."""

from __future__ import annotations

from datetime import date

import pytest
from test_rule_cases import cases, document_of

from orgmodel.analysis import analyse


def the_finding(code, model):
    """The only one of the rule."""
    (finding,) = findings(code, model)
    return finding


def findings(code, model):
    return [each for each in analyse(document_of(model), date(2026, 11, 22)).findings if each.code == code]


@pytest.mark.parametrize(
    ("people", "advice", "limit"),
    [
        (18, "Split it, or write down why it is of that size.", ("team size max", 9)),
        (
            3,
            "Join it with another team, or give it people, or write down why it is of that size.",
            ("team size min", 5),
        ),
    ],
)
def test_a_team_too_large_is_split_and_one_too_small_is_joined(people, advice, limit):
    finding = the_finding("LOAD004", f"teams: [{{id: web, name: Web, headcount: {people}}}]")
    assert finding.advice == advice
    assert limit in finding.numbers


def test_an_error_says_the_limit_that_it_exceeds_beside_the_one_of_the_warning():
    rotation = "{id: nights, team: web, coverage: ['Mon-Sun 20:00-08:00'], members: [Ana]}"
    finding = the_finding("ONC003", f"teams: [{{id: web, name: Web}}]\nrotations: [{rotation}]")
    assert finding.message.endswith(
        "50 percent of the time: more than 25 percent is too much, and 33.4 percent is the utmost."
    )


def test_an_overload_says_the_mean_the_deviation_and_how_many_of_them_are_usual():
    teams = ", ".join(f"{{id: t{number}, name: Team {number}, headcount: 5}}" for number in range(8))
    row = "{id: database, name: Database, criticality: 1, raci: {web: A}}"
    model = f"teams: [{{id: web, name: Web, headcount: 2}}, {teams}]\nresponsibilities: [{row}]"
    finding = the_finding("LOAD003", model)
    assert finding.message.endswith("usual here (the mean 0.22 and 2 standard deviations of 0.63).")
    numbers = dict(finding.numbers)
    assert numbers["overload deviations"] == 2
    assert numbers["limit"] == numbers["mean"] + 2 * numbers["standard deviation"]
    assert (numbers["teams compared"], numbers["teams that it takes"]) == (9, 8)
    assert finding.advice == (
        "Give some of its rows to teams that carry less: of its kind, Team 0, Team 1, Team 2 and 5 more carry least, "
        "0 a head each."
    )


LIMITS = {
    "LOAD002": ("operations_percent", "toil_percent"),
    "MAT002": ("rating_contradicted",),
    "ONC003": ("on_call_share", "on_call_share_error"),
    "OVR002": ("service_owners",),
    "OVR005": ("name_similarity",),
    "SPOF003": ("hub_dependants",),
    "STA001": ("stale_days",),
}


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if case.code in LIMITS and case.name.startswith("fails_")],
    ids=lambda case: f"{case.code}-{case.name}",
)
def test_limits_that_are_ours_are_among_the_numbers(case):
    limit = case.document.organization.settings.limit
    for finding in analyse(case.document, date(2026, 11, 22)).findings:
        if finding.code == case.code and finding.subjects[0] != "organization":
            assert {limit(name) for name in LIMITS[case.code]} & {number for _, number in finding.numbers}
