"""What other rules found, as the rules about findings ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orgmodel.findings import SEVERITIES, Severity
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import Subject, TeamId, subject_parts
from orgmodel.rules.rule import Found
from orgmodel.sentences import listed

Findings = Mapping[str, tuple[Found, ...]]
"""By rule; one without a severity has its rule's, which is the worst that it gives."""


def first_subjects(findings: Findings, codes: Iterable[str], at_least: Severity) -> tuple[Subject, ...]:
    """What findings of these rules are about, sorted, those that are milder left out."""
    bad = SEVERITIES[: SEVERITIES.index(at_least) + 1]
    return tuple(
        sorted(
            {
                each.subjects[0]
                for code in codes
                for each in findings.get(code, ())
                if each.severity is None or each.severity in bad
            }
        )
    )


class Fault(NamedTuple):
    """Why nobody can work on a row, in the words of a sentence; `teams` are those that have too much already."""

    said: str
    advice: str
    teams: tuple[TeamId, ...] = ()


class Faults(NamedTuple):
    """The rows in nobody's hands, and the teams that have too much."""

    nobody: frozenset[Subject]
    unanswered: frozenset[Subject]
    overloaded: frozenset[TeamId]

    @classmethod
    def among(cls, findings: Findings) -> Faults:
        loads = [code for code in findings if code.startswith("LOAD")]
        return cls(
            frozenset(first_subjects(findings, ["GAP001"], "error")),
            frozenset(first_subjects(findings, ["GAP002"], "error")),
            frozenset(TeamId(subject_parts(about)[1]) for about in first_subjects(findings, loads, "warning")),
        )

    def of(self, graph: OrgGraph, row: RowFacts) -> Fault | None:
        if row.subject in self.nobody:
            return Fault(f"Nobody does “{row.name}”", "decide which team does it.")
        if row.subject in self.unanswered:
            return Fault(f"Nobody answers for “{row.name}”", "let one of the teams that do it answer for it.")
        busy = [team for team in row.owners if team in self.overloaded]
        if not busy:
            return None
        busy.sort(key=graph.by_name)
        names = listed([graph.name(team) for team in busy], most=4)
        has = "has" if len(busy) == 1 else "have"
        advice = f"take other work from {names}, or give the row to a team with room for it."
        return Fault(f"{names} {has} “{row.name}” and too much besides", advice, tuple(busy))
