"""The fixes that do what they say: each is tried on a copy before it is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from orgmodel.commands import Command
from orgmodel.findings import Finding, Fix, Report
from orgmodel.graph import OrgGraph
from orgmodel.model import Subject
from orgmodel.rules import Found

About = tuple[str, Subject]
"""What makes a finding the same finding: its code and its first subject."""

_MOST_FIXES: Final = 3
_MOST_TRIED: Final = 12
"""How many fixes are offered of those proposed, and how many are tried for it."""


class Remedies:
    """The fixes of the findings of one analysis; a command that is a fix of many findings is tried once."""

    def __init__(self, graph: OrgGraph, mended_by: Callable[[Command], frozenset[About]]) -> None:
        """`mended_by` says which findings are gone once a command is applied."""
        self._graph, self._mended_by = graph, mended_by
        self._tries: dict[Command, frozenset[About]] = {}

    def of(self, code: str, observed: Found) -> tuple[Fix, ...]:
        """A few of the proposals, in their order: of each, the finding has to go and no error to come."""
        about = code, observed.subjects[0]
        good = (fix for fix in islice(self._proposals(observed), _MOST_TRIED) if about in self._tried(fix.command))
        return tuple(islice(good, _MOST_FIXES))

    def proposed(self, observed: Found) -> tuple[Fix, ...]:
        """The first few proposals, untried."""
        return tuple(islice(self._proposals(observed), _MOST_FIXES))

    def _proposals(self, observed: Found) -> Iterable[Fix]:
        return observed.fixes if isinstance(observed.fixes, tuple) else observed.fixes(self._graph)

    def _tried(self, command: Command) -> frozenset[About]:
        if command not in self._tries:
            self._tries[command] = self._mended_by(command)
        return self._tries[command]


def mended(before: Report, after: Report) -> frozenset[About]:
    """The findings that are gone; none where an error is new."""
    if _errors(after) - _errors(before):
        return frozenset()
    return frozenset(map(_about, before.findings)).difference(map(_about, after.findings))


def _errors(report: Report) -> set[About]:
    return {_about(finding) for finding in report.findings if finding.severity == "error"}


def _about(finding: Finding) -> About:
    return finding.code, finding.subjects[0]
