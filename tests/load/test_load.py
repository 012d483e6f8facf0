"""What a team carries: sums worked out by hand, and the laws that they keep whatever people write."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import TEAMS, organizations

from orgmodel.graph import OrgGraph
from orgmodel.load import Load, loads, rows_by_criticality, rows_of, weight_of
from orgmodel.model import Duration, Organization, Rotation, RotationId, TeamId
from orgmodel.model.value import changed
from orgmodel.yaml_file import read_text


def load(model: str, team: str = "sre") -> Load:
    document = read_text(f"format: orgmodel/1\nname: Example\n{model}", "example.yaml").document
    return loads(OrgGraph(document.organization))[TeamId(team)]


def test_rows_weigh_by_criticality_and_are_shared_by_the_people():
    rows = "\n".join(
        f"  - {{id: r{number}, name: R, criticality: {criticality}, raci: {{sre: {letters}, app: C}}}}"
        for number, (criticality, letters) in enumerate([(1, "A"), (1, "AR"), (1, "R"), *[(3, "A")] * 5])
    )
    part = load(
        f"teams: [{{id: sre, name: SRE, headcount: 8}}, {{id: app, name: App}}]\nresponsibilities:\n{rows}"
    ).rows
    assert part.said == "3 rows × 4 + 5 rows × 2 = 22 ÷ 8 people = 2.75 a head"
    assert (part.total, part.per_head, part.unknown) == (22, 2.75, ())


def test_a_row_takes_the_criticality_of_its_service_and_an_unknown_one_is_weighed_as_the_middle():
    part = load("""
teams: [{id: sre, name: SRE, headcount: 1}]
services: [{id: shop, name: Shop, criticality: 2}, {id: till, name: Till}]
responsibilities:
  - {id: code, name: Code, service: shop, raci: {sre: A}}
  - {id: rails, name: Rails, service: till, raci: {sre: A}}
""").rows
    assert part.said == "1 row × 3 + 1 row of unknown criticality × 2.5 = 5.5 ÷ 1 person = 5.5 a head"
    assert part.unknown == ("criticality of 1 row",)


def test_without_a_headcount_there_is_a_sum_and_nothing_a_head():
    part = load(
        "teams: [{id: sre, name: SRE}]\nresponsibilities: [{id: a, name: A, criticality: 4, raci: {sre: R}}]"
    ).rows
    assert (part.said, part.per_head, part.unknown) == ("1 row × 1 = 1; headcount unknown", None, ("headcount",))


def test_effort_of_all_teams_together_is_split_evenly_over_those_that_do_the_work():
    part = load("""
teams: [{id: sre, name: SRE, headcount: 2}, {id: app, name: App}]
responsibilities:
  - {id: a, name: A, effort: 6h, raci: {sre: AR}}
  - {id: b, name: B, effort: 90m, raci: {sre: R, app: A}}
  - {id: c, name: C, effort: 9h, raci: {sre: R, app: AR}}
  - {id: d, name: D, effort: 100h, raci: {sre: A, app: R}}
""").effort
    said = "7.5 h of 2 rows + 9 h of 1 row ÷ 2 teams = 12 h a week ÷ (2 people × 40 h) = 15 %"
    assert part.said == f"{said}; shared rows are split evenly"
    assert (part.total, part.per_head, part.share, part.unknown, part.is_least) == (12, 6, 15, (), False)


def test_people_give_hours_by_their_share_of_full_time_where_they_are_listed():
    part = load("""
teams: [{id: sre, name: SRE, members: [{id: a, name: A, fte: 0.5}, {id: b, name: B, fte: 0.25}, {id: c, name: C}]}]
responsibilities: [{id: a, name: A, effort: 7h, raci: {sre: A}}]
""").effort
    assert part.said == "7 h of 1 row = 7 h a week ÷ (1.75 full-time people × 40 h) = 10 %"
    assert part.share == 10


def test_rows_without_effort_make_the_sum_a_least():
    part = load("""
teams: [{id: sre, name: SRE, headcount: 1}]
responsibilities: [{id: a, name: A, effort: 4h, raci: {sre: A}}, {id: b, name: B, raci: {sre: A}}]
""").effort
    assert part.is_least
    assert part.unknown == ("effort of 1 row",)
    assert part.said == (
        "4 h of 1 row = at least 4 h a week ÷ (1 person × 40 h) = at least 10 %; effort of 1 row unknown"
    )


def test_effort_that_nobody_gave_is_unknown_and_not_zero():
    part = load(
        "teams: [{id: sre, name: SRE, headcount: 1}]\nresponsibilities: [{id: a, name: A, raci: {sre: A}}]"
    ).effort
    assert (part.said, part.total, part.per_head, part.share) == ("effort unknown", None, None, None)


@pytest.mark.parametrize(
    ("rotations", "said", "per_head"),
    [
        ("[{id: a, team: sre, pages_per_day: 4}]", "4.0 pages a day ÷ 12 people = 0.33 each", 4 / 12),
        ("[{id: a, team: sre, pages_per_day: 1.2}, {id: b, team: sre, level: 2, pages_per_day: 0}]",
         "1.2 + 0.0 = 1.2 pages a day ÷ 12 people = 0.10 each", 0.1),
        ("[{id: a, team: sre, pages_per_day: 1.2}, {id: b, team: sre, level: 2}]",
         "at least 1.2 pages a day ÷ 12 people = at least 0.10 each; pages a day of 1 rotation unknown", 0.1),
        ("[{id: a, team: sre}]", "pages a day unknown", None),
        ("[]", "pages a day unknown", None),
    ],
)  # fmt: skip
def test_pages_a_day_are_those_of_all_rotations(rotations, said, per_head):
    part = load(f"teams: [{{id: sre, name: SRE, headcount: 12}}]\nrotations: {rotations}").pages
    assert part.said == said
    assert part.per_head == (None if per_head is None else pytest.approx(per_head))


def test_services_are_counted_by_complexity():
    part = load("""
teams: [{id: sre, name: SRE}]
services:
  - {id: a, name: A, team: sre, complexity: simple}
  - {id: b, name: B, team: sre, complexity: complex}
  - {id: c, name: C, team: sre, complexity: simple}
  - {id: d, name: D, team: sre}
  - {id: e, name: E, complexity: complex}
""").services
    assert part.said == "1 complex + 2 simple + 1 of unknown complexity = 4 services"
    assert (part.total, part.unknown) == (4, ("complexity of 1 service",))


def test_hand_offs_are_the_teams_on_either_side_however_many_conditions_there_are():
    model = """
teams: [{id: desk, name: Desk}, {id: sre, name: SRE}, {id: app, name: App}, {id: head, name: Head}]
escalations:
  - {from: alert, to: desk}
  - {from: desk, to: sre, when: it rains}
  - {from: desk, to: sre, when: it snows}
  - {from: sre, to: app}
  - {from: sre, to: head, kind: hierarchic}
  - {from: sre, to: desk, kind: inform}
"""
    assert load(model).hand_offs.said == "from 1 team + to 2 teams = 3 hand-offs"
    assert load(model, "desk").hand_offs.said == "from 0 teams + to 1 team = 1 hand-off; pages enter here"
    assert load("teams: [{id: sre, name: SRE}]").hand_offs.total is None


def test_archived_and_missing_teams_carry_nothing_and_a_team_without_people_holds_no_letters():
    model = """
teams: [{id: sre, name: SRE, headcount: 0}, {id: old, name: Old, status: archived}]
responsibilities: [{id: a, name: A, criticality: 1, raci: {sre: A, old: A, gone: A}}]
"""
    assert [part.per_head for part in load(model).parts] == [None] * 5
    assert load(model).rows.said == "no rows"
    for name in ("old", "gone"):
        with pytest.raises(KeyError):
            load(model, name)


@st.composite
def busy_organizations(draw):
    organization = draw(organizations())
    efforts = st.none() | st.builds(Duration, st.integers(0, 500), st.sampled_from("smhd"))
    pages = st.none() | st.floats(0, 50)
    return organization.copy_with(
        responsibilities=tuple(changed(row, effort=draw(efforts)) for row in organization.responsibilities),
        rotations=tuple(
            Rotation(RotationId(f"r{number}"), draw(st.sampled_from(TEAMS)), pages_per_day=draw(pages))
            for number in range(draw(st.integers(0, 4)))
        ),
    )


@given(busy_organizations())
def test_every_total_is_the_sum_of_its_terms_and_a_head_is_its_share(organization: Organization):
    for team, held in loads(OrgGraph(organization)).items():
        people = organization.team_by_id[team].people
        for part in held.parts:
            if part.total is None:
                assert part.unknown
                assert part.per_head is None
                assert part.terms == ()
                continue
            assert isclose(part.total, sum(term.total for term in part.terms), abs_tol=1e-9)
            assert part.per_head is None or isclose(part.per_head * people, part.total, abs_tol=1e-9)
            assert part.is_least <= bool(part.unknown)


@given(busy_organizations(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_changes_nothing(organization: Organization, random):
    shuffled = organization.copy_with(
        **{
            name: tuple(random.sample(held, len(held)))
            for name in ("teams", "services", "responsibilities", "rotations", "escalations")
            for held in [getattr(organization, name)]
        }
    )
    assert dict(loads(OrgGraph(shuffled))) == dict(loads(OrgGraph(organization)))


@given(busy_organizations())
def test_no_effort_is_lost_or_counted_twice(organization: Organization):
    graph = OrgGraph(organization)
    done = [row.row.effort.minutes / 60 for row in graph.rows if row.doers and row.row.effort is not None]
    shared = [held.effort.total or 0 for held in loads(graph).values()]
    assert isclose(sum(shared), sum(done), abs_tol=1e-6)


@given(busy_organizations(), st.data())
@settings(max_examples=60)
def test_after_an_edit_the_load_is_that_of_the_new_organization(organization: Organization, data):
    graph = OrgGraph(organization)
    before = dict(loads(graph))
    row = data.draw(st.sampled_from(organization.responsibilities))
    team, letters = data.draw(st.sampled_from(TEAMS)), data.draw(st.sampled_from(("A", "R", "C", None)))
    edited = organization.with_responsibility(changed(row, raci=row.raci.with_letters(team, letters), criticality=3))
    derived = graph.after(edited)
    assert derived is not None
    assert dict(loads(derived[0])) == dict(loads(OrgGraph(edited)))
    assert dict(loads(graph)) == before


@given(busy_organizations())
def test_the_weight_of_the_rows_is_the_one_that_is_said(organization: Organization):
    graph = OrgGraph(organization)
    for team, counts in rows_by_criticality(graph).items():
        assert rows_of(graph, team) == loads(graph)[team].rows
        assert weight_of(counts) == loads(graph)[team].rows.total
