"""Run the catalogue over a document: severities, root causes, waivers, order; after an edit only what it touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Final, Self

from orgmodel.commands import Command
from orgmodel.document import Document, Waiver
from orgmodel.errors import CommandRefused
from orgmodel.findings import SEVERITIES, Details, Evidence, Finding, Fix, NotAssessed, Report
from orgmodel.graph import OrgGraph
from orgmodel.model import ORGANIZATION, Organization, Subject, kind_word, name_of, subject_parts
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE, Found, Rule, WaiverUse, hidden_in
from orgmodel.rules.judged import Judged, failure_of


def analyse(document: Document, today: date, catalogue: Sequence[Rule] = CATALOGUE) -> Report:
    """What the rules find in a document on a day; the same for the same document and day, whatever its order.

    A rule that stops with a fault of its own is named in `failures`, and the others report all the same.
    """
    return Analysis.of(document, today, catalogue).report


About = tuple[str, Subject]
"""What makes a finding the same finding: its code and its first subject."""


class Analysis:
    """A report, and what it was made from: `after` an edit only what the edit touches is judged again."""

    __slots__ = ("_catalogue", "_judged", "_missing", "_tries", "document", "graph", "report", "today")

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
        self._missing = {each: missing.get(each) or _unassessed(graph.organization, each) for each in judged}
        self._tries: dict[Command, frozenset[About]] = {}
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
        open_ones, waived, uses = self._waived(judged)
        by_waivers = [
            _of(rule, self.graph, uses)
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
                yield _of(rule, self.graph, by_code)

    def _entries(self, judged: Judged) -> tuple[NotAssessed, ...]:
        return self._missing.get(judged) or _unassessed(self.graph.organization, judged)

    def _waived(self, judged: Iterable[Judged]) -> tuple[list[Finding], list[Finding], list[WaiverUse]]:
        """The findings that stand, those that a waiver accepts, and what became of each waiver."""
        waivers = self.document.waivers
        by_target: dict[tuple[str, Subject], list[Waiver]] = {}
        for waiver in waivers:
            for about in waiver.on:
                by_target.setdefault((waiver.rule, about), []).append(waiver)
        matched: set[int] = set()
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
                accepting = by_target.get((finding.code, finding.subjects[0]), ()) if by_target else ()
                matched.update(map(id, accepting))
                valid = [waiver for waiver in accepting if self.today <= waiver.until]
                if valid:
                    waived.append(changed(finding, waived=valid[0]))
                else:
                    open_ones.append(finding)
        uses = [
            WaiverUse(waiver, about, has_expired=waiver.until < self.today, matches=id(waiver) in matched)
            for waiver, about in zip(waivers, waiver_subjects(waivers), strict=True)
        ]
        return open_ones, waived, uses

    def _finding_of(self, rule: Rule) -> Callable[[Found], Finding]:
        """What makes a finding of an observation of the rule, with the severity that the file gives it, if any."""
        code, name, source, usual = rule.code, rule.name, rule.source, rule.severity
        set_to = self.graph.organization.settings.severity_of(code)

        def finding(observed: Found) -> Finding:
            severity = observed.severity or usual if set_to is None or set_to == "off" else set_to
            details = _Worked(self, code, observed)
            return Finding(
                code,
                name,
                severity,
                observed.message,
                observed.subjects,
                source,
                details,
                observed.numbers,
                None,
                observed.alike,
            )

        return finding

    def tried(self, about: About, observed: Found) -> tuple[Fix, ...]:
        """The fixes that do what they say: each is applied to a copy, the finding has to go and no error to come."""
        proposed = observed.fixes if isinstance(observed.fixes, tuple) else observed.fixes(self.graph)
        tried = (fix for fix in islice(proposed, _MOST_TRIED) if about in self._mended_by(fix.command))
        return tuple(islice(tried, _MOST_FIXES))

    def _mended_by(self, command: Command) -> frozenset[About]:
        """The findings that are gone once a command is applied; none where it is refused or opens an error.

        The same command is often a fix of many findings: it is tried once.
        """
        if command not in self._tries:
            try:
                after = self.after(command.apply(self.document), self.today).report
            except CommandRefused:
                self._tries[command] = frozenset()
            else:
                opens = _errors(after) - _errors(self.report)
                gone = frozenset(map(_about, self.report.findings)).difference(map(_about, after.findings))
                self._tries[command] = frozenset() if opens else gone
        return self._tries[command]


class _Worked(Details):
    """The details of a finding as its rule works them out, from the graph of the analysis that the finding is of."""

    __slots__ = ("_analysis", "_code", "_observed")

    def __init__(self, analysis: Analysis, code: str, observed: Found) -> None:
        self._analysis, self._code, self._observed = analysis, code, observed
        self._advice = self._evidence = self._fixes = None

    def _advise(self) -> str:
        advice = self._observed.advice
        return advice if isinstance(advice, str) else advice(self._analysis.graph)

    def _show(self) -> Evidence:
        evidence = self._observed.evidence
        return evidence if isinstance(evidence, Evidence) else evidence(self._analysis.graph)

    def _mend(self) -> tuple[Fix, ...]:
        observed = self._observed
        return self._analysis.tried((self._code, observed.subjects[0]), observed) if observed.fixes else ()


_MOST_FIXES: Final = 3
_MOST_TRIED: Final = 12
"""How many fixes are offered of those proposed, and how many are tried for it."""


def _is_on(graph: OrgGraph, rule: Rule) -> bool:
    return graph.organization.settings.severity_of(rule.code) != "off"


def _errors(report: Report) -> set[About]:
    return {_about(finding) for finding in report.findings if finding.severity == "error"}


def _about(finding: Finding) -> About:
    return finding.code, finding.subjects[0]


def waiver_subjects(waivers: Iterable[Waiver]) -> tuple[Subject, ...]:
    """What findings call each waiver: `waiver:GAP001/1`, counted among those of its rule in the order of the file."""
    counts: dict[str, int] = {}
    subjects = []
    for waiver in waivers:
        counts[waiver.rule] = counts.get(waiver.rule, 0) + 1
        subjects.append(Subject(f"waiver:{waiver.rule}/{counts[waiver.rule]}"))
    return tuple(subjects)


def _of(rule: Rule, graph: OrgGraph, given: object) -> Judged:
    """What a rule says of the findings, or of the waivers."""
    try:
        return Judged(rule, tuple(rule.judge(graph, given)))
    except Exception as fault:  # noqa: BLE001 (it is reported, and one broken rule must not silence the others)
        return Judged(rule, failure=failure_of(rule, fault))


def _unassessed(organization: Organization, judged: Judged) -> tuple[NotAssessed, ...]:
    """One entry for each input that is unknown, with everything that could not be judged for want of it."""
    code = judged.rule.code
    if judged.failure:
        return (NotAssessed(code, (ORGANIZATION,), f"a working rule: it stopped with {judged.failure.fault}"),)
    by_input: dict[str, tuple[dict[Subject, None], dict[Subject, None]]] = {}
    for observed in judged.unjudged:
        subjects, lacking = by_input.setdefault(observed.unknown, ({}, {}))
        subjects[observed.subject] = None
        lacking.update(dict.fromkeys(observed.lacking))
    return tuple(
        NotAssessed(
            code,
            tuple(sorted(subjects)),
            _missing(organization, unknown, sorted(lacking)),
            unknown,
            tuple(sorted(lacking)),
        )
        for unknown, (subjects, lacking) in by_input.items()
    )


def _missing(organization: Organization, unknown: str, lacking: list[Subject]) -> str:
    """`criticality of 43 rows`, `headcount of 3 of 9 teams`, `headcount of Web SRE`, `escalations`."""
    if lacking == [ORGANIZATION]:
        return unknown
    if len(lacking) == 1:
        return f"{unknown} of {name_of(organization, lacking[0])}"
    kind = subject_parts(lacking[0])[0]
    total = {"responsibility": len(organization.responsibilities), "team": len(organization.teams)}.get(kind)
    share = f"{len(lacking)} of {total}" if total is not None and total > len(lacking) else f"{len(lacking)}"
    return f"{unknown} of {share} {kind_word(lacking[0], len(lacking))}"


def _order(finding: Finding) -> tuple[int, str, tuple[Subject, ...]]:
    return _RANK[finding.severity], finding.code, finding.subjects


_RANK: Final = {severity: rank for rank, severity in enumerate(SEVERITIES)}
