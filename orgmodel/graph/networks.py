"""The other networks of an organisation: who holds what, what rests on what, who is on call where (B, D, P in RULES).

Nodes are subjects (`team:web-sre`); a person who is named plainly and belongs to no team is `person:` and that name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.model import Organization, Subject, TeamId, subject

if TYPE_CHECKING:
    import networkx as nx


def ownership(organization: Organization, present: frozenset[TeamId]) -> nx.Graph[Subject]:
    """B: teams that are there and rows, an edge with `letters` where a team has some."""
    import networkx as nx

    graph: nx.Graph[Subject] = nx.Graph()
    graph.add_nodes_from((subject("team", team.id) for team in organization.teams if team.id in present), side="team")
    for row in organization.responsibilities:
        graph.add_node(row.subject, side="row")
        for team, letters in row.raci.items():
            if team in present:
                graph.add_edge(subject("team", team), row.subject, letters=letters)
    return graph


def dependencies(organization: Organization) -> nx.DiGraph[Subject]:
    """D: services and rows, an edge from what depends to what it depends on; those that are not there are left out."""
    import networkx as nx

    graph: nx.DiGraph[Subject] = nx.DiGraph()
    graph.add_nodes_from(service.subject for service in organization.services)
    graph.add_nodes_from(row.subject for row in organization.responsibilities)
    graph.add_edges_from(
        (service.subject, subject("service", other))
        for service in organization.services
        for other in service.depends_on
        if other in organization.service_by_id
    )
    graph.add_edges_from(
        (row.subject, subject("responsibility", other))
        for row in organization.responsibilities
        for other in row.depends_on
        if other in organization.row_by_id
    )
    return graph


def people(organization: Organization, present: frozenset[TeamId]) -> nx.Graph[Subject]:
    """P: people, teams and rotations, an edge where a person is in a team or on a rotation."""
    import networkx as nx

    graph: nx.Graph[Subject] = nx.Graph()
    known: dict[TeamId, dict[str, Subject]] = {}
    for team in organization.teams:
        if team.id in present:
            graph.add_node(team.subject)
            known[team.id] = {}
            for member in team.members:
                person = subject("person", f"{team.id}/{member.id}")
                known[team.id] |= {member.id: person, member.name: person}
                graph.add_edge(person, team.subject)
    for rotation in organization.rotations:
        if rotation.team not in present:
            continue
        graph.add_edge(rotation.subject, subject("team", rotation.team))
        if isinstance(rotation.members, tuple):
            for named in rotation.members:
                graph.add_edge(known[rotation.team].get(named) or subject("person", named), rotation.subject)
    return graph
