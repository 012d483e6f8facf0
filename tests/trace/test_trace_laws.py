"""What holds for every page on every organisation."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import ROWS, TEAMS, organizations, perhaps, some

from orgmodel.analysis import analyse
from orgmodel.coverage import on_call_at
from orgmodel.document import Document
from orgmodel.graph import OrgGraph
from orgmodel.model import ALERT
from orgmodel.trace import trace

moments = perhaps(st.datetimes(datetime(1900, 1, 2), datetime(2999, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001


@settings(max_examples=100, deadline=None)
@given(organizations(), st.sampled_from(ROWS), moments, some(TEAMS, 3))
def test_every_walk_holds_together(organization, row, at, away):
    walk = trace(organization, row, at, away)
    assert walk == trace(organization, row, at, away)
    assert (walk.row, walk.at, walk.without) == (row, at, away)
    owners = next(facts for facts in OrgGraph(organization).rows if facts.id == row).carriers
    ends = [ALERT, *(step.team for step in walk.steps)]
    assert [(step.via.source, step.via.target) for step in walk.steps] == list(pairwise(ends))
    assert len(set(ends)) == len(ends)
    assert not {*ends} & {*away}
    for step in walk.steps:
        assert step.via in organization.escalations
        assert step.via.carries_pages
        assert bool(step.on_call) == (step.is_heard is True)
        assert step.lost is None or step.is_heard is False
    known = [step.minutes for step in walk.steps if step.minutes is not None]
    assert known == sorted(known)
    assert [step.minutes for step in walk.steps][: len(known)] == known
    if walk.steps and walk.steps[-1].moment:
        on_call = on_call_at(organization, walk.steps[-1].team, walk.steps[-1].moment)
        assert bool(on_call) == bool(walk.steps[-1].on_call)
    assert walk.reached_owner == bool(walk.steps and ends[-1] in owners and walk.steps[-1].on_call)
    assert walk.reached_owner == (walk.reason is None)
    if walk.reached_owner:
        assert walk.dropped_at is None
    else:
        assert walk.dropped_at == ("alert" if len(ends) == 1 else f"team:{ends[-1]}")
        assert walk.reason.endswith(".")


@settings(max_examples=80, deadline=None)
@given(organizations(), st.sampled_from(ROWS))
def test_no_other_way_is_quicker(organization, row):
    graph = OrgGraph(organization)
    facts = next(facts for facts in graph.rows if facts.id == row)
    walk = trace(organization.copy_with(rotations=()), row)
    if not walk.steps or walk.steps[-1].team not in facts.carriers:
        assert not graph.chain_of(facts.row).reaches(facts.carriers)
        return
    covering = nx.MultiDiGraph()
    covering.add_edges_from(
        (source, target, {"way": way})
        for source, targets in graph.chain_of(facts.row).escalations.items()
        for target, ways in targets.items()
        for way in ways
    )

    def length(ways):
        return sum(way.after.minutes if way.after else 0 for way in ways)

    taken = [step.via for step in walk.steps]
    for owner in facts.carriers:
        if owner in covering:
            for path in nx.all_simple_edge_paths(covering, ALERT, owner):
                other = [covering.edges[edge]["way"] for edge in path]
                assert (round(length(taken), 6), len(taken)) <= (round(length(other), 6), len(other))


@settings(max_examples=80, deadline=None)
@given(organizations(), moments)
def test_without_a_team_that_everything_passes_through_its_rows_are_not_reached(organization, at):
    report = analyse(Document(organization), date(2026, 11, 22))
    for finding in report.findings:
        if finding.code != "SPOF002":
            continue
        for row in finding.evidence.things:
            if row.startswith("responsibility:"):
                walk = trace(
                    organization, row.removeprefix("responsibility:"), at, [finding.subjects[0].partition(":")[2]]
                )
                assert not walk.reached_owner
                assert "away" in walk.reason or "on call" in walk.reason


@settings(max_examples=60, deadline=None)
@given(organizations(), st.sampled_from(ROWS), moments, some(TEAMS, 2))
def test_the_order_of_the_file_changes_nothing(organization, row, at, away):
    turned = organization.copy_with(
        teams=organization.teams[::-1],
        escalations=organization.escalations[::-1],
        responsibilities=organization.responsibilities[::-1],
    )
    assert trace(turned, row, at, away) == trace(organization, row, at, away)
