"""What the dock of findings says of itself: beside its title, and where there is nothing to list; no Qt."""

from __future__ import annotations

from orgmodel.findings import Report
from orgmodel.sentences import counted
from ui.findings.filtering import Listed, rules_in

NOTHING_HIDDEN = Listed((), (), (), 0)


def caption(report: Report | None, shown: Listed = NOTHING_HIDDEN) -> str:
    """What stands beside the dock's title: `9 open, 1 waived`; `3 of 9 open` where a filter hides some."""
    if report is None:
        return "looking …"
    if shown.hidden:
        return f"{len(shown.findings):,} of {len(report.findings):,} open"
    waived = f", {len(report.waived):,} waived" if report.waived else ""
    return f"{len(report.findings):,} open{waived}"


def empty_sentences(report: Report | None, shown: Listed) -> tuple[str, str, str] | None:
    """What to say where nothing is found, in bold and below, and what to press; None where there are findings."""
    if report is None:
        return "Looking for findings …", "They appear here, and where they are.", ""
    if shown.hidden and not (shown.findings or shown.waived or shown.not_assessed):
        return "No finding matches.", f"{shown.hidden:,} {'is' if shown.hidden == 1 else 'are'} hidden.", "Clear filter"
    if report.findings:
        return None
    clean, unjudged = len(report.clean), len(rules_in(report.not_assessed))
    verbs = ("is" if clean == 1 else "are", "was" if unjudged == 1 else "were")
    return "No findings.", f"{counted(clean, 'rule')} {verbs[0]} clean, {unjudged:,} {verbs[1]} not assessed.", ""
