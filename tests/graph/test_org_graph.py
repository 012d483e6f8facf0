"""The graph of an organisation: what is in it, what is left out, and what an edit re-uses."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from strategies import organizations

from orgmodel.graph import OrgGraph
from orgmodel.model import (
    ALERT,
    Duration,
    Escalation,
    Member,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    Service,
    Team,
)
from orgmodel.model.value import changed


@pytest.fixture
def organization():
    return Organization(
        name="Shop",
        teams=(
            Team("app", "App Team", members=(Member("kim", "Kim Lee"),)),
            Team("sre", "App SRE"),
            Team("old", "Old Team", status="archived"),
        ),
        services=(Service("shop", "Shop", depends_on=("till",)), Service("till", "Till")),
        responsibilities=(
            Responsibility("code", "Code", service="shop", layer="application", raci=Raci({"app": "A", "old": "A"})),
            Responsibility("tills", "Tills", service="till", layer="application", depends_on=("code",)),
            Responsibility("calendar", "Calendar", raci=Raci({"sre": "R", "ghost": "R"})),
        ),
        rotations=(Rotation("app-primary", "app", members=("kim", "Lee Ahn")),),
        escalations=(
            Escalation(ALERT, "sre", after=Duration(0, "m")),
            Escalation("sre", "app", after=Duration(30, "m"), services=("shop",)),
            Escalation("sre", "app", after=Duration(15, "m"), when="at night"),
            Escalation("app", "sre", kind="inform"),
            Escalation("sre", "old"),
            Escalation("sre", "ghost"),
        ),
    )


def without_sre(organization):
    teams = (organization.teams[0], Team("sre", "App SRE", status="archived"), organization.teams[2])
    return organization.copy_with(teams=teams)


def test_a_row_has_the_letters_of_teams_that_are_there(organization):
    code, tills, calendar = OrgGraph(organization).rows
    assert (code.accountable, code.doers, code.owners) == (("app",), ("app",), ("app",))
    assert (tills.doers, tills.owners) == ((), ())
    assert (calendar.accountable, calendar.owners) == ((), ("sre",))


def test_pages_go_between_teams_that_are_there(organization):
    escalations = OrgGraph(organization).whole_chain.escalations
    assert {source: list(targets) for source, targets in escalations.items()} == {"alert": ["sre"], "sre": ["app"]}
    assert [each.after.count for each in escalations["sre"]["app"]] == [15, 30]


def test_each_row_has_the_escalations_that_cover_it(organization):
    limited = organization.copy_with(escalations=(organization.escalations[0], organization.escalations[1]))
    graph = OrgGraph(limited)
    code, tills, calendar = (row.row for row in graph.rows)
    assert graph.chain_of(code).reaches(("app",))
    assert not graph.chain_of(tills).reaches(("app",))
    assert graph.chain_of(calendar).reaches(("app",))
    assert graph.chain_of(code) is graph.chain_of(calendar)
    assert len(graph.chains) == 2


def test_only_layers_and_services_that_escalations_name_make_chains(organization):
    rows = tuple(Responsibility(f"row-{place}", "Row", layer=f"layer-{place}") for place in range(50))
    graph = OrgGraph(organization.copy_with(responsibilities=rows))
    assert len(graph.chains) == 1
    assert len(graph.chains[0].places) == 50


def test_an_edit_of_one_row_leaves_the_facts_of_the_others(organization):
    before = OrgGraph(organization)
    row = Responsibility("tills", "Tills", service="till", layer="application", raci=Raci({"sre": "A"}))
    assert before.owned == {"app": (0,), "sre": (2,)}
    assert before.dependants == {"code": (1,)}
    chains, after = before.chains, before.after(organization.with_responsibility(row))
    assert after is not None
    graph, edits = after
    assert [(edit.place, edit.after.row) for edit in edits] == [(1, row)]
    assert [new is old for new, old in zip(graph.rows, before.rows, strict=True)] == [True, False, True]
    assert graph.owned == {"app": (0,), "sre": (1, 2)}
    assert graph.dependants == {}
    assert graph.chains is chains


def test_what_no_edited_row_touches_stays_the_same_object(organization):
    before = OrgGraph(organization)
    owned, namesakes = before.owned, before.namesakes
    row = organization.responsibilities[0]
    graph, _ = before.after(organization.with_responsibility(changed(row, raci=row.raci.with_letters("sre", "C"))))
    assert graph.owned is owned
    assert graph.namesakes is namesakes


@pytest.mark.parametrize(
    "edit",
    [
        without_sre,
        lambda organization: organization.copy_with(responsibilities=organization.responsibilities[:2]),
        lambda organization: organization.copy_with(responsibilities=organization.responsibilities[::-1]),
    ],
    ids=["a team", "a row less", "another order"],
)
def test_an_edit_of_anything_but_rows_begins_anew(organization, edit):
    assert OrgGraph(organization).after(edit(organization)) is None


@settings(max_examples=60, deadline=None)
@given(organizations())
def test_reach_circles_and_dominators_agree_with_networkx(organization):
    graph = OrgGraph(organization)
    for row in graph.rows:
        chain = graph.chain_of(row.row)
        covering = nx.DiGraph()
        covering.add_nodes_from([ALERT, *graph.present])
        covering.add_edges_from(
            (way.source, way.target)
            for way in organization.escalations
            if way.carries_pages
            and way.covers(row.row.layer, row.row.service)
            and way.target in graph.present
            and (way.source in graph.present or way.source == ALERT)
        )
        assert set(chain.reach) == {ALERT} | nx.descendants(covering, ALERT)
        strong = {frozenset(part) for part in nx.strongly_connected_components(covering) if len(part) > 1}
        assert set(chain.circles()) == strong
        for circle in strong:
            start = sorted(circle)[0]
            trip = chain.round_trip(circle, start)
            assert trip[0] == trip[-1] == start
            assert all(covering.has_edge(*pair) for pair in pairwise(trip))
        for team, through in chain.on_every_path_to(graph.present).items():
            ways = list(nx.all_simple_paths(covering, ALERT, team))
            assert through == frozenset.intersection(*(frozenset(way[1:-1]) for way in ways))
