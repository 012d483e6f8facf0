"""The analysis against networkx alone: building who does what, and what depends on what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import networkx as nx

from benchmarks.timing import Result, paired
from orgmodel.analysis import Analysis, analyse
from orgmodel.commands import AssignTeam
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import Letters, Organization
from orgmodel.model.value import changed
from orgmodel.yaml_file import read_file

TODAY = date(2026, 11, 22)


def analysing(reference: Path, department: Path, enterprise: Path) -> list[Result]:
    """The whole of a file, against time and against networkx; then after one letter was changed, against the whole."""
    results = []
    for name, file, runs, most, times, share in (
        ("reference", reference, 25, 0.008, None, None),
        ("department", department, 15, 0.060, None, 1 / 20),
        ("enterprise", enterprise, 5, 0.600, 8.0, 1 / 50),
    ):
        document = read_file(file).document
        ours, floor = partial(_whole, document), partial(networks, document.organization)
        whole = paired(f"analysis, {name}: all rules", ours, floor, times, runs)
        results += [Result(f"{whole.name}, in time", whole.ours, None, most, is_ratio=False), whole]
        edits = iter(_followed(document, runs))
        results.append(
            paired(
                f"analysis, {name}: after an edit",
                partial(_next, edits),
                ours,
                share,
                runs,
            )
        )
    return results


def _whole(document: Document) -> Report:
    """The analysis of an equal document that nothing is remembered of."""
    return analyse(
        document.with_organization(changed(document.organization, name=f"{document.organization.name} ")), TODAY
    )


def _next(edits: Iterator[Callable[[], Report]]) -> Report:
    return next(edits)()


def _followed(document: Document, count: int) -> Iterator[Callable[[], Report]]:
    """The analysis of one edit after another, each begun where the one before ended; the first is made beforehand."""
    analysis = Analysis.of(document, TODAY)
    for edited in _edits(document, count):

        def follow(edited: Document = edited) -> Report:
            nonlocal analysis
            analysis = analysis.after(edited, TODAY)
            return analysis.report

        yield follow


def _edits(document: Document, count: int) -> list[Document]:
    """The same document with another letter in one cell each time, one that makes and unmakes an owner."""
    organization = document.organization
    row, team = organization.responsibilities[3].id, organization.teams[0].id
    letters: list[Letters] = ["A", "R"]
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
