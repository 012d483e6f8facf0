"""The analysis against networkx alone: building who does what, and what depends on what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import networkx as nx

from benchmarks.timing import Result, paired
from orgmodel.analysis import analyse
from orgmodel.commands import AssignTeam
from orgmodel.document import Document
from orgmodel.model import Letters, Organization
from orgmodel.yaml_file import read_file

TODAY = date(2026, 11, 22)


def analysing(reference: Path, department: Path, enterprise: Path) -> list[Result]:
    """Of a file that was just read, and again after one letter was changed; nothing is promised yet."""
    results = []
    for name, file, runs in (
        ("reference", reference, 25),
        ("department", department, 9),
        ("enterprise", enterprise, 3),
    ):
        read = [read_file(file).document for _ in range(runs)]
        edited = _edits(read[0], runs)
        for when, documents in (("whole", iter(read)), ("after an edit", iter(edited))):
            results.append(
                paired(
                    f"analysis, {name}, {when}",
                    lambda documents=documents: analyse(next(documents), TODAY),
                    lambda organization=read[0].organization: networks(organization),
                    None,
                    runs,
                )
            )
            analyse(edited[0], TODAY)
    return results


def _edits(document: Document, count: int) -> list[Document]:
    """The same document with another letter in one cell each time."""
    organization = document.organization
    row, team = organization.responsibilities[3].id, organization.teams[0].id
    letters: list[Letters] = ["C", "I"]
    made = []
    for step in range(count):
        document = AssignTeam(row, team, letters[step % 2]).apply(document)
        made.append(document)
    return made


def networks(organization: Organization) -> tuple[nx.Graph[str], nx.DiGraph[str]]:
    """Teams and rows by letters, rows and services by what they depend on."""
    bipartite: nx.Graph[str] = nx.Graph()
    bipartite.add_nodes_from((team.id for team in organization.teams), side="team")
    bipartite.add_nodes_from((row.id for row in organization.responsibilities), side="row")
    depends: nx.DiGraph[str] = nx.DiGraph()
    for row in organization.responsibilities:
        bipartite.add_edges_from((team, row.id, {"letters": letters}) for team, letters in row.raci.items())
        depends.add_node(row.id)
        depends.add_edges_from((row.id, other) for other in row.depends_on)
        if row.service:
            depends.add_edge(row.service, row.id)
    for service in organization.services:
        depends.add_edges_from((service.id, other) for other in service.depends_on)
    return bipartite, depends
