"""From what the rules say to a report: what repeats others left out, what a waiver accepts set apart, all in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from orgmodel.analysis.judgement import Judgement, is_on
from orgmodel.analysis.remedies import Explained, Remedies
from orgmodel.analysis.waivers import Waivers
from orgmodel.findings import SEVERITIES, Finding, Report
from orgmodel.model import Subject
from orgmodel.model.value import changed
from orgmodel.rules import Found, Rule, hidden_in
from orgmodel.rules.judged import Judged


def report_of(judgement: Judgement) -> Report:
    remedies = Remedies(judgement, report_of)
    judged = [*judgement.judged, *_by_findings(judgement)]
    waivers = Waivers(judgement.document.waivers, judgement.today)
    open_ones, waived = _told_apart(judged, waivers, remedies)
    by_waivers = [
        Judged.given(rule, judgement.graph, waivers.uses())
        for rule in judgement.catalogue
        if rule.about == "waivers" and is_on(judgement.graph, rule)
    ]
    open_ones += [_finding_of(each.rule, remedies)(observed) for each in by_waivers for observed in each.found]
    judged += by_waivers
    return Report(
        findings=tuple(sorted(open_ones, key=_order)),
        waived=tuple(sorted(waived, key=_order)),
        not_assessed=tuple(
            sorted(
                (entry for each in judged for entry in judgement.missing_of(each)),
                key=lambda entry: (entry.code, entry.missing, entry.subjects),
            )
        ),
        clean=tuple(sorted(each.rule.code for each in judged if not (each.found or each.unjudged or each.failure))),
        as_of=judgement.today,
        failures=tuple(each.failure for each in judged if each.failure),
    )


def _by_findings(judgement: Judgement) -> Iterator[Judged]:
    by_code: dict[str, tuple[Found, ...]] = {each.rule.code: each.found for each in judgement.judged}
    for rule in judgement.catalogue:
        if rule.about == "findings" and is_on(judgement.graph, rule):
            yield Judged.given(rule, judgement.graph, by_code)


def _told_apart(judged: Iterable[Judged], waivers: Waivers, remedies: Remedies) -> tuple[list[Finding], list[Finding]]:
    """The findings that stand, and those that a waiver accepts."""
    open_ones, waived = [], []
    hidden = hidden_in(
        {each.rule.code: [(seen.severity or each.rule.severity, seen) for seen in each.found] for each in judged}
    )
    for each in judged:
        repeats, finding_of = hidden.get(each.rule.code), _finding_of(each.rule, remedies)
        is_waived = each.rule.code in waivers.codes
        for observed in each.found:
            if repeats and repeats(observed):
                continue
            finding = finding_of(observed)
            waiver = waivers.accepting(finding) if is_waived else None
            if waiver:
                waived.append(changed(finding, waived=waiver))
            else:
                open_ones.append(finding)
    return open_ones, waived


def _finding_of(rule: Rule, remedies: Remedies) -> Callable[[Found], Finding]:
    """What makes a finding of an observation of the rule, with the severity that the file gives it, if any."""
    code, name, source, usual = rule.code, rule.name, rule.source, rule.severity
    set_to = remedies.graph.organization.settings.severity_of(code)

    def finding(observed: Found) -> Finding:
        severity = observed.severity or usual if set_to is None or set_to == "off" else set_to
        return Finding(
            code,
            name,
            severity,
            observed.message,
            observed.subjects,
            source,
            Explained(remedies, code, observed),
            observed.numbers,
            None,
            observed.alike,
        )

    return finding


def _order(finding: Finding) -> tuple[int, str, tuple[Subject, ...]]:
    return _RANK[finding.severity], finding.code, finding.subjects


_RANK: Final = {severity: rank for rank, severity in enumerate(SEVERITIES)}
