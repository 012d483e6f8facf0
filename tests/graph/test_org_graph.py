"""The graph of an organisation: what is in it, what is left out, and what an edit re-uses."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from strategies import organizations

from orgmodel.graph import OrgGraph, row_facts
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
    ways = OrgGraph(organization).whole_chain.ways
    assert {source: list(targets) for source, targets in ways.items()} == {"alert": ["sre"], "sre": ["app"]}
    assert [way.after.count for way in ways["sre"]["app"]] == [15, 30]


def test_each_row_has_the_ways_that_cover_it(organization):
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
    assert len(graph.chains[0].rows) == 50


def test_an_edit_of_one_row_leaves_the_facts_of_the_others(organization):
    before = OrgGraph(organization).rows
    row = Responsibility("tills", "Tills", raci=Raci({"sre": "A"}))
    after = OrgGraph(organization.with_responsibility(row)).rows
    assert [new is old for new, old in zip(after, before, strict=True)] == [True, False, True]
    gone = without_sre(organization)
    assert OrgGraph(gone).rows[2].owners == ()


def test_another_thread_between_two_steps_does_not_lend_its_facts(organization, monkeypatch):
    gone = without_sre(organization)

    class Interrupting(frozenset):
        """Compares as a thread would that is held up while another one finishes."""

        __hash__ = frozenset.__hash__

        def __eq__(self, other):
            row_facts._last = row_facts._Remembered(frozenset(), {})
            row_facts.facts_of(gone)
            return frozenset(self) == other

    facts = row_facts.facts_of(organization)
    held = {id(each.row): each for each in facts}
    monkeypatch.setattr(row_facts, "_last", row_facts._Remembered(Interrupting(organization.teams_there), held))
    assert all(new is old for new, old in zip(row_facts.facts_of(organization), facts, strict=True))


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
        for team, through in chain.on_every_way_to(graph.present).items():
            ways = list(nx.all_simple_paths(covering, ALERT, team))
            assert through == frozenset.intersection(*(frozenset(way[1:-1]) for way in ways))
