"""What is tried with other escalations is what a graph made from nothing says of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import TEAMS, escalations, organizations

from orgmodel.graph import OrgGraph, passages_of


def ways_of(chain):
    return {source: dict(targets) for source, targets in chain.escalations.items() if targets}


def known(graph):
    """Have a graph look at everything once, as rules do."""
    return (graph.chains, graph.dead_ends, graph.passages, graph.backing, graph.owned, graph.held, graph.standing_in)


@given(organizations(), st.lists(escalations(TEAMS), max_size=3), st.data())
def test_a_graph_with_other_escalations_is_that_of_the_other_organisation(organization, more, data):
    graph = OrgGraph(organization)
    known(graph)
    kept = [each for each in organization.escalations if data.draw(st.booleans())]
    others = (*kept, *(each for each in more if each not in kept))
    tried, anew = graph.with_escalations(others), OrgGraph(organization.copy_with(escalations=others))
    assert tried.organization == anew.organization
    assert [ways_of(chain) for chain in tried.chains] == [ways_of(chain) for chain in anew.chains]
    assert [chain.places for chain in tried.chains] == [chain.places for chain in anew.chains]
    assert tried.dead_ends == anew.dead_ends
    assert list(tried.passages.values()) == list(anew.passages.values())
    assert tried.critical_teams == anew.critical_teams
    assert tried.backing == anew.backing


@given(organizations())
def test_the_chain_of_a_row_by_itself_has_the_ways_of_the_one_it_shares(organization):
    graph = OrgGraph(organization)
    for row in organization.responsibilities:
        assert ways_of(graph.chain_by_itself(row)) == ways_of(graph.chain_of(row))


@given(organizations(), st.data())
def test_a_chain_without_an_escalation_has_the_passages_of_the_file_without_it(organization, data):
    if not organization.escalations or not organization.responsibilities:
        return
    gone = data.draw(st.sampled_from(organization.escalations))
    graph = OrgGraph(organization)
    left = tuple(each for each in organization.escalations if each != gone)
    without = OrgGraph(organization.copy_with(escalations=left))
    for row in organization.responsibilities:
        chain, other = graph.chain_of(row).without(gone, graph.present_ids), without.chain_of(row)
        assert ways_of(chain) == ways_of(other)
        rows = graph.rows_at(graph.chain_of(row).places)
        assert passages_of(chain, rows) == passages_of(other, rows)


def test_what_was_remembered_of_other_escalations_is_not_taken_over():
    from orgmodel.catalogue import template

    graph = OrgGraph(template("four-teams").organization)
    graph.remembered_by_value("ways", lambda: "with all")
    assert graph.with_escalations(()).remembered_by_value("ways", lambda: "with none") == "with none"
