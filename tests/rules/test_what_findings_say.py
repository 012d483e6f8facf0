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
    assert finding.message.endswith("unusual here: the mean is 0.22, and 2 standard deviations of 0.63 are added.")
    assert "1 row × 4 = 4; 4 ÷ 2 people = 2 a head. More than 1.48 is unusual" in finding.message
    numbers = dict(finding.numbers)
    assert numbers["overload deviations"] == 2
    assert numbers["limit"] == numbers["mean"] + 2 * numbers["standard deviation"]
    assert (numbers["teams compared"], numbers["teams that it takes"]) == (9, 8)
    assert finding.advice == (
        "Give some of what it has to teams that carry less: of its kind, Team 0, Team 1, Team 2 and 5 more carry "
        "least, 0 a head each."
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


ONE_ROW = (
    "teams: [{id: a, name: Ann}, {id: b, name: Bea}, {id: c, name: Cy}%s]\n"
    "responsibilities: [{id: x, name: X, raci: {%s}}]"
)


@pytest.mark.parametrize(
    ("letters", "advice"),
    [
        ("a: A, b: A", "Keep one; the other does the work or is asked."),
        ("a: A, b: A, c: A", "Keep one; the others do the work or are asked."),
    ],
)
def test_all_but_the_one_that_is_kept_are_spoken_of(letters, advice):
    assert the_finding("OVR001", ONE_ROW % ("", letters)).advice == advice


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("gone1: A, gone2: R", "“X” names “gone1” and “gone2”, which are no teams here."),
        ("gone1: A", "“X” names “gone1”, which is no team here."),
        ("bobs: A", "“X” names “bobs”, which is no team here (did you mean “bob”?)."),
        ("gone1: A, o: R", "“X” names “gone1”, which is no team here, and Old, which is archived."),
    ],
)
def test_teams_that_are_named_and_missing_stand_in_one_clause(letters, said):
    others = ", {id: bob, name: Bob}, {id: o, name: Old, status: archived}"
    assert the_finding("GAP003", ONE_ROW % (others, letters)).message == said


def test_a_crowd_is_a_whole_number_of_teams():
    others = "".join(f", {{id: t{number}, name: Team {number}}}" for number in range(5))
    letters = "a: A, " + ", ".join(f"{team}: I" for team in ("b", "c", "t0", "t1", "t2", "t3", "t4"))
    assert the_finding("OVR003", ONE_ROW % (others, letters)).message.endswith("are told (7 or more is a crowd).")


def test_open_hours_come_first_so_that_every_day_belongs_to_them():
    rotation = "{id: days, team: web, coverage: ['Mon-Sun 07:00-22:00'], members: 9}"
    row = "{id: database, name: Database, paged: true, criticality: 1, raci: {web: A}}"
    model = f"teams: [{{id: web, name: Web}}]\nrotations: [{rotation}]\nresponsibilities: [{row}]"
    assert the_finding("ONC004", model).message == "Every day 22:00-07:00 nobody of Web is on call (times in UTC)."


def test_hours_that_nobody_has_remain_undone():
    team = "{id: sre, name: SRE, kind: application-sre, headcount: 1, supports: [app]}"
    row = "{id: x, name: X, service: shop, raci: {sre: A}, effort: 30h}"
    model = f"teams: [{team}, {{id: app, name: App}}]\nservices: [{{id: shop, name: Shop, team: app}}]\n"
    assert "10 h a week remain undone" in the_finding("LOAD005", f"{model}responsibilities: [{row}]").advice


def test_a_row_that_nobody_does_is_given_to_the_nearest():
    team = "{id: sre, name: SRE, kind: application-sre}"
    layer = "{id: environment, name: Environment, kind: application-sre}"
    row = "{id: x, name: X, layer: environment}"
    finding = the_finding("GAP001", f"layers: [{layer}]\nteams: [{team}]\nresponsibilities: [{row}]")
    assert finding.advice.startswith("Give it to SRE: it is at home")


def test_a_broken_chain_is_counted_in_rows():
    rows = ", ".join(
        f"{{id: r{number}, name: R{number}, paged: true, criticality: 1, raci: {{web: A}}}}" for number in range(3)
    )
    way = "{from: alert, to: desk, after: 5m}"
    assessment = "{id: may, questionnaire: bt-sre-maturity, date: 2026-05-04, ratings: {'12': 4}}"
    model = (
        f"teams: [{{id: web, name: Web}}, {{id: desk, name: Desk, kind: frontline}}]\nresponsibilities: [{rows}]\n"
        f"escalations: [{way}]\nassessments: [{assessment}]"
    )
    assert "the chain breaks for three responsibilities" in the_finding("MAT002", model).message


WAIVED = (
    "teams: [{id: sre, name: SRE}, {id: ops, name: Ops}]\n"
    "responsibilities: [{id: game-days, name: Game Days, raci: {sre: A, ops: A}}]\n"
    "waivers: [{rule: %s, on: ['%s'], reason: Later., until: 2027-11-21}]"
)


@pytest.mark.parametrize(
    ("rule", "on", "why", "advice"),
    [
        (
            "OVR001",
            "team:sre",
            "it names “SRE”, and the finding is about “Game Days” (responsibility:game-days).",
            "Let it name “Game Days” (responsibility:game-days), or take it back.",
        ),
        ("GAP999", "team:sre", "there is no rule GAP999.", "Take it back, or let it name the rule that was meant."),
        (
            "GAP001",
            "team:sre",
            "there is no such finding.",
            "Take it back, or let it name what the finding is about.",
        ),
    ],
)
def test_a_waiver_that_accepts_nothing_says_why(rule, on, why, advice):
    finding = the_finding("WVR002", WAIVED % (rule, on))
    assert finding.message == f"The waiver of {rule} for “SRE” accepts nothing: {why}"
    assert finding.advice == advice


def test_a_rule_of_our_own_says_so_and_others_name_their_source():
    stale = the_finding("STA001", "review_by: 2026-11-01\nteams: [{id: sre, name: SRE}]")
    assert stale.source.said == "our own: reviews, confirmations and waivers of the model file"
    nobody = the_finding("GAP001", "responsibilities: [{id: x, name: X}]")
    assert nobody.source.said == "S12, Trackplus, RACI Matrix Analysis"


def test_who_leads_a_team_by_id_is_not_proposed_for_another():
    (finding,) = findings(
        "SPOF004",
        """
teams:
  - {id: web, name: Web, lead: Dana Reyes, members: [{id: kim, name: Kim Lee}, {id: ana, name: Ana Sousa}]}
  - {id: sre, name: SRE, lead: Dana Reyes}
  - {id: dba, name: DBA, lead: kim, members: [{id: kim, name: Kim Lee}]}
""",
    )
    assert [fix.label for fix in finding.fixes] == ["Let Ana Sousa lead Web"]
