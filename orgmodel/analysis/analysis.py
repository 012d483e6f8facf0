"""A report of a document, and what it was made from: after an edit only what that touches is judged again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, Self

from orgmodel.analysis.remedies import About, Remedies, mended
from orgmodel.analysis.unassessed import unassessed
from orgmodel.analysis.waivers import Waivers
from orgmodel.commands import Command
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.findings import SEVERITIES, Details, Evidence, Finding, NotAssessed, Report
from orgmodel.graph import OrgGraph
from orgmodel.model import Subject
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE, Found, Rule, hidden_in
from orgmodel.rules.judged import Judged


def analyse(document: Document, today: date, catalogue: Sequence[Rule] = CATALOGUE) -> Report:
    """What the rules find in a document on a day; the same for the same document and day, whatever its order.

    A rule that stops with a fault of its own is named in `failures`, and the others report all the same.
    """
    return Analysis.of(document, today, catalogue).report


class Analysis:
    """A report, and what it was made from: `after` an edit only what the edit touches is judged again."""

    __slots__ = ("_catalogue", "_judged", "_missing", "_remedies", "document", "graph", "report", "today")

    def __init__(
        self,
        document: Document,
        today: date,
        graph: OrgGraph,
        *,
        catalogue: Sequence[Rule],
        judged: tuple[Judged, ...],
        missing: Mapping[Judged, tuple[NotAssessed, ...]],
    ) -> None:
        self.document, self.today, self.graph = document, today, graph
        self._catalogue, self._judged = catalogue, judged
        self._missing = {each: missing.get(each) or unassessed(graph.organization, each) for each in judged}
        self._remedies = Remedies(graph, self._mended_by)
        self.report = self._report()

    @classmethod
    def of(cls, document: Document, today: date, catalogue: Sequence[Rule] = CATALOGUE) -> Self:
        graph = OrgGraph(document.organization, today)
        judged = tuple(
            Judged.of(rule, graph)
            for rule in catalogue
            if rule.about not in ("findings", "waivers") and _is_on(graph, rule)
        )
        return cls(document, today, graph, catalogue=catalogue, judged=judged, missing={})

    def after(self, document: Document, today: date) -> Self:
        """The analysis of an edited document; its report is the one that `analyse` would give."""
        for each in self._judged:
            each.ask(self.graph)
        derived = self.graph.after(document.organization) if today == self.today else None
        if derived is None:
            return self.of(document, today, self._catalogue)
        graph, edits = derived
        judged = tuple(each.after(self.graph, graph, edits) for each in self._judged)
        is_renamed = any(edit.before.name != edit.after.name for edit in edits)  # what is missing is said by name
        missing = {} if is_renamed else self._missing
        return type(self)(document, today, graph, catalogue=self._catalogue, judged=judged, missing=missing)

    def _report(self) -> Report:
        judged = [*self._judged, *self._judged_by_findings()]
        waivers = Waivers(self.document.waivers, self.today)
        open_ones, waived = self._told_apart(judged, waivers)
        by_waivers = [
            Judged.given(rule, self.graph, waivers.uses())
            for rule in self._catalogue
            if rule.about == "waivers" and _is_on(self.graph, rule)
        ]
        open_ones += [self._finding_of(each.rule)(observed) for each in by_waivers for observed in each.found]
        judged += by_waivers
        return Report(
            findings=tuple(sorted(open_ones, key=_order)),
            waived=tuple(sorted(waived, key=_order)),
            not_assessed=tuple(
                sorted(
                    (entry for each in judged for entry in self._entries(each)),
                    key=lambda entry: (entry.code, entry.missing, entry.subjects),
                )
            ),
            clean=tuple(sorted(each.rule.code for each in judged if not (each.found or each.unjudged or each.failure))),
            as_of=self.today,
            failures=tuple(each.failure for each in judged if each.failure),
        )

    def _judged_by_findings(self) -> Iterator[Judged]:
        by_code: dict[str, tuple[Found, ...]] = {each.rule.code: each.found for each in self._judged}
        for rule in self._catalogue:
            if rule.about == "findings" and _is_on(self.graph, rule):
                yield Judged.given(rule, self.graph, by_code)

    def _entries(self, judged: Judged) -> tuple[NotAssessed, ...]:
        return self._missing.get(judged) or unassessed(self.graph.organization, judged)

    def _told_apart(self, judged: Iterable[Judged], waivers: Waivers) -> tuple[list[Finding], list[Finding]]:
        """The findings that stand, and those that a waiver accepts."""
        open_ones, waived = [], []
        hidden = hidden_in(
            {each.rule.code: [(seen.severity or each.rule.severity, seen) for seen in each.found] for each in judged}
        )
        for each in judged:
            repeats, finding_of = hidden.get(each.rule.code), self._finding_of(each.rule)
            for observed in each.found:
                if repeats and repeats(observed):
                    continue
                finding = finding_of(observed)
                waiver = waivers.accepting(finding)
                if waiver:
                    waived.append(changed(finding, waived=waiver))
                else:
                    open_ones.append(finding)
        return open_ones, waived

    def _finding_of(self, rule: Rule) -> Callable[[Found], Finding]:
        """What makes a finding of an observation of the rule, with the severity that the file gives it, if any."""
        code, name, source, usual = rule.code, rule.name, rule.source, rule.severity
        set_to = self.graph.organization.settings.severity_of(code)

        def finding(observed: Found) -> Finding:
            severity = observed.severity or usual if set_to is None or set_to == "off" else set_to
            return Finding(
                code,
                name,
                severity,
                observed.message,
                observed.subjects,
                source,
                self._details(code, observed),
                observed.numbers,
                None,
                observed.alike,
            )

        return finding

    def _details(self, code: str, observed: Found) -> Details:
        """What a finding is shown with, worked out by its rule from the graph of the analysis that it is of."""
        advice, evidence = observed.advice, observed.evidence
        return Details(
            advice if isinstance(advice, str) else partial(advice, self.graph),
            evidence if isinstance(evidence, Evidence) else partial(evidence, self.graph),
            partial(self._remedies.of, code, observed) if observed.fixes else (),
            partial(self._remedies.proposed, observed),
        )

    def _mended_by(self, command: Command) -> frozenset[About]:
        """The findings that are gone once a command is applied; none where it is refused or opens an error."""
        try:
            after = self.after(command.apply(self.document), self.today)
        except CommandRefused:
            return frozenset()
        return mended(self.report, after.report)


def _is_on(graph: OrgGraph, rule: Rule) -> bool:
    return graph.organization.settings.severity_of(rule.code) != "off"


def _order(finding: Finding) -> tuple[int, str, tuple[Subject, ...]]:
    return _RANK[finding.severity], finding.code, finding.subjects


_RANK: Final = {severity: rank for rank, severity in enumerate(SEVERITIES)}
