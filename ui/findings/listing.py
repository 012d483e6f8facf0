"""Which lines the list of findings has: what passes the filter, in sections that fold, and never too many at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from orgmodel.document import Waiver
from orgmodel.findings import SEVERITIES, Finding, NotAssessed, in_groups
from orgmodel.model import Organization, name_of
from orgmodel.sentences import listed
from ui.findings.filling import remedy_of
from ui.findings.filtering import Grouping, Listed, headings_of, order_of, rules_in
from ui.findings.lines import (
    FEW,
    ExpiredLine,
    FindingLine,
    GroupKey,
    GroupLine,
    Line,
    MissingLine,
    MoreLine,
    SectionLine,
    key_of,
)

MANY: Final = 400
"""Where there are more entries than this under headings, these are folded until somebody opens them."""

WAIVED: Final = "Waived"
NOT_ASSESSED: Final = "Not assessed"

Section = tuple[str, tuple[Finding, ...]]
"""A heading, and the open findings under it."""


class Folds:
    """What somebody opened and closed of the list, and how much of each section is shown."""

    def __init__(self) -> None:
        self.opened_groups: set[GroupKey] = set()
        self._sections: dict[str, bool] = {}
        self._limits: dict[str, int] = {}

    def is_open(self, heading: str, *, usually: bool = True) -> bool:
        return self._sections.get(heading, usually)

    def fold(self, heading: str, *, closed: bool) -> None:
        self._sections[heading] = not closed

    def limit(self, heading: str) -> int:
        """How many lines of a section are shown."""
        return self._limits.get(heading, FEW)

    def show_at_least(self, heading: str, lines: int) -> None:
        """Show so many lines of a section, in whole steps."""
        self._limits[heading] = max(self.limit(heading), -(-lines // FEW) * FEW)


class Listing:
    """What passes the filter of one organisation's report, in its sections."""

    def __init__(
        self, shown: Listed, organization: Organization, grouping: Grouping, expired: Sequence[Waiver] = ()
    ) -> None:
        self.shown, self.grouping, self.expired = shown, grouping, expired
        self._organization = organization
        self._sections = _sections(shown.findings, organization, grouping)

    def lines(self, folds: Folds) -> tuple[Line, ...]:
        """The open findings first, alike ones together, then the waived, then the not assessed."""
        lines = [*self._open_lines(folds)]
        if self.shown.waived or self.expired:
            lines += self._waived_lines(folds)
        if self.shown.not_assessed:
            lines += self._missing_lines(folds)
        return tuple(lines)

    def in_order(self) -> tuple[Finding, ...]:
        """The open findings as they are listed where everything is opened, each once."""
        if self.grouping == "severity" and not any(finding.alike for finding in self.shown.findings):
            return self.shown.findings
        ordered = (each for _, section in self._sections for group in in_groups(section) for each in group)
        return tuple({id(each): each for each in ordered}.values())

    def open_up(self, finding: Finding, folds: Folds) -> None:
        """Open whatever hides a finding: its section, its group, and the lines down to it."""
        heading, findings = next((section for section in self._sections if _holds(section[1], finding)), ("", ()))
        if finding.waived:
            folds.fold(WAIVED, closed=False)
            folds.show_at_least(WAIVED, len(self.expired) + len(self.shown.waived))
        elif findings:
            folds.fold(heading, closed=False)
            folds.opened_groups.add(key_of(heading, finding))
            lines = enumerate(_flat(heading, in_groups(findings), folds), 1)
            above = next(place for place, line in lines if isinstance(line, FindingLine) and line.finding is finding)
            folds.show_at_least(heading, above)

    def _open_lines(self, folds: Folds) -> Iterator[Line]:
        grouped = [(heading, findings, in_groups(findings)) for heading, findings in self._sections]
        usually = sum(len(groups) for _, _, groups in grouped) <= MANY
        for heading, findings, groups in grouped:
            if self.grouping != "severity":
                is_open = folds.is_open(heading, usually=usually)
                yield SectionLine(heading, _counts(findings), is_open)
                if not is_open:
                    continue
            total = len(groups) + sum(len(group) for group in groups if _is_open(heading, group, folds))
            yield from _cut(_flat(heading, groups, folds), heading, total, folds)

    def _waived_lines(self, folds: Folds) -> Iterator[Line]:
        is_open = folds.is_open(WAIVED)
        counts = (("waived", len(self.shown.waived)), ("expired", len(self.expired)))
        yield SectionLine(WAIVED, tuple(count for count in counts if count[1]), is_open)
        if is_open:
            lines: list[Line] = [self._expired_line(waiver) for waiver in self.expired]
            lines += (FindingLine(WAIVED, finding) for finding in self.shown.waived)
            yield from _cut(lines, WAIVED, len(lines), folds)

    def _expired_line(self, waiver: Waiver) -> ExpiredLine:
        names = [f"“{name_of(self._organization, about)}”" for about in waiver.on]
        return ExpiredLine(waiver, listed(names, most=3))

    def _missing_lines(self, folds: Folds) -> Iterator[Line]:
        is_open = folds.is_open(NOT_ASSESSED)
        yield SectionLine(NOT_ASSESSED, (("not-assessed", len(rules_in(self.shown.not_assessed))),), is_open)
        if is_open:
            by_input: dict[str, list[NotAssessed]] = {}
            for missing in self.shown.not_assessed:
                by_input.setdefault(missing.missing, []).append(missing)
            inputs = [tuple(entries) for entries in by_input.values()]
            lines = [MissingLine(entries, remedy_of(entries[0], self._organization)) for entries in inputs]
            yield from _cut(lines, NOT_ASSESSED, len(lines), folds)


def expired_in(waivers: Iterable[Waiver], today: date) -> tuple[Waiver, ...]:
    """The waivers whose last day is past."""
    return tuple(waiver for waiver in waivers if waiver.until < today)


def _sections(findings: tuple[Finding, ...], organization: Organization, grouping: Grouping) -> list[Section]:
    """The findings under their headings; all of them under none where they stand by severity."""
    if grouping == "severity":
        return [("", findings)] if findings else []
    headings, order = headings_of(grouping, organization), order_of(grouping, organization)
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for heading in headings(finding):
            found.setdefault(heading, []).append(finding)
    return [(name, tuple(found[name])) for name in sorted(found, key=lambda name: (order.get(name, len(order)), name))]


def _flat(heading: str, groups: Iterable[tuple[Finding, ...]], folds: Folds) -> Iterator[Line]:
    for group in groups:
        if len(group) == 1:
            yield FindingLine(heading, group[0])
            continue
        is_open = _is_open(heading, group, folds)
        yield GroupLine(heading, group, is_open)
        if is_open:
            yield from (FindingLine(heading, finding, is_within=True) for finding in group)


def _is_open(heading: str, group: tuple[Finding, ...], folds: Folds) -> bool:
    return len(group) > 1 and key_of(heading, group[0]) in folds.opened_groups


def _cut(lines: Iterable[Line], heading: str, total: int, folds: Folds) -> Iterator[Line]:
    """As many lines as are shown at once, and one that stands for the rest."""
    limit = folds.limit(heading)
    yield from islice(lines, limit)
    if total > limit:
        yield MoreLine(heading, total - limit)


def _counts(findings: tuple[Finding, ...]) -> tuple[tuple[str, int], ...]:
    counts = Counter(finding.severity for finding in findings)
    return tuple((severity, counts[severity]) for severity in SEVERITIES if counts[severity])


def _holds(findings: tuple[Finding, ...], finding: Finding) -> bool:
    return any(each is finding for each in findings)
