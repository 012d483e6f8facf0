"""What a finding is shown with, worked out when somebody asks; of its fixes those that do what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from orgmodel.analysis.judgement import Judgement
from orgmodel.commands import Command
from orgmodel.errors import CommandRefused
from orgmodel.findings import Details, Evidence, Fix, Report
from orgmodel.graph import OrgGraph
from orgmodel.model import Subject
from orgmodel.rules import Found

About = tuple[str, Subject]
"""What makes a finding the same finding: its code and its first subject."""

_MOST_FIXES: Final = 3
_MOST_TRIED: Final = 12
"""How many fixes are offered of those proposed, and how many are tried for it."""


class Remedies:
    """The fixes of the findings of one report: each is tried on a copy, a fix of many findings once."""

    def __init__(self, judgement: Judgement, report_of: Callable[[Judgement], Report]) -> None:
        self._judgement, self._report_of = judgement, report_of
        self._before: tuple[frozenset[About], frozenset[About]] | None = None
        self._tries: dict[Command, frozenset[About]] = {}

    @property
    def graph(self) -> OrgGraph:
        return self._judgement.graph

    def of(self, code: str, observed: Found) -> tuple[Fix, ...]:
        """A few of the proposals, in their order: of each, the finding has to go and no error to come."""
        about = code, observed.subjects[0]
        good = (fix for fix in islice(self._proposals(observed), _MOST_TRIED) if about in self._tried(fix.command))
        return tuple(islice(good, _MOST_FIXES))

    def proposed(self, observed: Found) -> tuple[Fix, ...]:
        """The first few proposals, untried."""
        return tuple(islice(self._proposals(observed), _MOST_FIXES))

    def _proposals(self, observed: Found) -> Iterable[Fix]:
        return observed.fixes if isinstance(observed.fixes, tuple) else observed.fixes(self.graph)

    def _tried(self, command: Command) -> frozenset[About]:
        if command not in self._tries:
            self._tries[command] = self._mended_by(command)
        return self._tries[command]

    def _mended_by(self, command: Command) -> frozenset[About]:
        """The findings that are gone once a command is applied; none where it is refused or opens an error."""
        judgement = self._judgement
        try:
            after = self._report_of(judgement.after(command.apply(judgement.document), judgement.today))
        except CommandRefused:
            return frozenset()
        if self._before is None:  # not the report that asks: its findings would keep themselves alive
            self._before = _said(self._report_of(judgement))
        (found, errors), (still_found, errors_then) = self._before, _said(after)
        return frozenset() if errors_then - errors else found - still_found


class Explained(Details):
    """Details that the rule works out when first asked, from the graph of the analysis that they are of.

    One small object, for after every edit there are as many again as there are findings.
    """

    __slots__ = ("_advice", "_code", "_evidence", "_fixes", "_observed", "_remedies")

    def __init__(self, remedies: Remedies, code: str, observed: Found) -> None:
        self._remedies, self._code, self._observed = remedies, code, observed
        self._advice: str | None = None
        self._evidence: Evidence | None = None
        self._fixes: tuple[Fix, ...] | None = None if observed.fixes else ()

    @property
    def advice(self) -> str:
        advice = self._advice  # read once: another thread may put the answer there
        if advice is None:
            said = self._observed.advice
            advice = self._advice = said if isinstance(said, str) else said(self._remedies.graph)
        return advice

    @property
    def evidence(self) -> Evidence:
        evidence = self._evidence
        if evidence is None:
            shown = self._observed.evidence
            evidence = self._evidence = shown if isinstance(shown, Evidence) else shown(self._remedies.graph)
        return evidence

    @property
    def fixes_known(self) -> bool:
        return self._fixes is not None

    @property
    def fixes(self) -> tuple[Fix, ...]:
        fixes = self._fixes
        if fixes is None:
            fixes = self._fixes = self._remedies.of(self._code, self._observed)
        return fixes

    @property
    def proposed(self) -> tuple[Fix, ...]:
        fixes = self._fixes
        return self._remedies.proposed(self._observed) if fixes is None else fixes


def _said(report: Report) -> tuple[frozenset[About], frozenset[About]]:
    """What a report finds, and the errors among it."""
    return (
        frozenset((finding.code, finding.subjects[0]) for finding in report.findings),
        frozenset((finding.code, finding.subjects[0]) for finding in report.findings if finding.severity == "error"),
    )
