"""What is put on paper, and the counts that several sections print, each worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from orgmodel.diagram.carried import carried
from orgmodel.document import Document
from orgmodel.findings import Finding, Report, rows_named
from orgmodel.model import Organization, Responsibility, RowId, Subject, Team, TeamId, TeamKind, subject_parts
from orgmodel.pdf.narrowing import narrowed
from orgmodel.pdf.order import STANDARD, Order
from orgmodel.pdf.style import Sheet, landscape, portrait
from orgmodel.pdf.type.typesetting import Names
from orgmodel.sentences import day
from orgmodel.verdicts import Verdict, owners_of, verdict_of

if TYPE_CHECKING:
    from orgmodel.comparison import Comparison  # which runs the rules, and so takes long to import

Way = tuple[TeamId, TeamId]
"""From a team, or the alert, to a team."""


class Tally(NamedTuple):
    """How many rows there are, and how many of each verdict."""

    rows: int
    owned: int
    nobody: int
    shared: int
    unanswered: int
    missing: int
    agreed: int


class Carried(NamedTuple):
    """How many rows a team answers for, and how many more it does the work of."""

    answers: int
    does: int


class Matter:
    """The document and its report, as the sections read them: no more of both than the order wants.

    `organization` holds the rows and services asked for, with every team they name; `teams` are those that get a line
    or a page of their own. A section that can lie either way lies on `sheet`.
    """

    def __init__(self, document: Document, report: Report, today: date, order: Order = STANDARD) -> None:
        self.order = order
        self._whole = document
        self.document, self.report = narrowed(document, report, order)
        self.organization: Organization = self.document.organization
        self.today = today
        self.portrait: Sheet = portrait(order.page)
        self.landscape: Sheet = landscape(order.page)
        self.sheet: Sheet = self.landscape if order.turned == "landscape" else self.portrait
        self.names = Names()
        self._owners: dict[RowId, tuple[TeamId, ...]] = {}

    @property
    def scenario(self) -> str:
        """Which state of things this is, in a few words."""
        organization = self.organization
        effective = f" from {day(organization.effective)}" if organization.effective else ""
        if organization.based_on:
            return f"Scenario{effective}, based on {organization.based_on}"
        return f"Scenario{effective}" if effective else "As it is today"

    @cached_property
    def teams(self) -> tuple[Team, ...]:
        """The teams asked for, else all that are not archived, in the order of the file."""
        asked = self.order.teams
        return tuple(
            team for team in self.organization.teams if (team.id in asked if asked else team.status != "archived")
        )

    def owners(self, row: Responsibility) -> tuple[TeamId, ...]:
        """The teams that answer for a row: those with A, else the only one that does the work."""
        known = self._owners.get(row.id)
        if known is None:
            known = self._owners[row.id] = owners_of(self.organization, row)
        return known

    def verdict(self, row: Responsibility) -> Verdict:
        return verdict_of(self.organization, row)

    def tally(self, rows: Iterable[Responsibility]) -> Tally:
        every = tuple(rows)
        verdicts = [self.verdict(row) for row in every]
        shared = verdicts.count("several answer")
        return Tally(
            len(every),
            verdicts.count("owned") + shared,
            verdicts.count("nobody"),
            shared,
            verdicts.count("nobody answers"),
            verdicts.count("missing owner"),
            sum(row.state == "agreed" for row in every),
        )

    @cached_property
    def total(self) -> Tally:
        return self.tally(self.organization.responsibilities)

    @cached_property
    def carried(self) -> Mapping[TeamId, Carried]:
        """What each team of the file carries; A swallows R."""
        counts = carried(self.organization.responsibilities, None)
        teams = (team.id for team in self.organization.teams)
        return {team: Carried(counts.answers.get(team, 0), counts.does.get(team, 0)) for team in teams}

    def kind_of(self, team: TeamId) -> TeamKind:
        found = self.organization.team_by_id.get(team)
        return found.kind if found else "other"

    def on_call(self, team: TeamId) -> str | None:
        """When somebody of a team can be reached: `24x7`, `Mon–Fri`; None if that is unknown."""
        from orgmodel.diagram.cover import days_covered  # which loads time zones

        return days_covered(self.organization, team)

    @cached_property
    def comparison(self) -> Comparison | None:
        """What differs from the baseline; None where there is none."""
        before = self.order.before
        if before is None:
            return None
        from orgmodel.pdf.changes_compared import compared_for

        return compared_for(self.order, before, self._whole, self.report, self.today)

    @cached_property
    def lost_ways(self) -> Mapping[Way, str]:
        """The escalations on which a page waits for nobody, each with the sentence that says why."""
        return {way: finding.message for finding in self._of("ESC011") for way in _ways_of(finding)}

    @cached_property
    def missing_ways(self) -> Mapping[Way, tuple[Responsibility, ...]]:
        """The escalations without which a page does not arrive, each with the rows whose pages those are."""
        ways: dict[Way, tuple[Responsibility, ...]] = {}
        for finding in self._of("ESC001"):
            for way in _ways_of(finding):
                ways[way] = (*ways.get(way, ()), *rows_named(self.organization, finding))
        return ways

    @cached_property
    def ways_lost(self) -> int | None:
        """In how many places a page is lost; None where nobody could tell."""
        places = {_ways_of(finding) or finding.subjects[:1] for code in LOSING for finding in self._of(code)}
        if places:
            return len(places)
        unjudged = any(missed.code in LOSING for missed in self.report.not_assessed)
        return None if unjudged or not self.organization.escalations else 0

    def _of(self, code: str) -> list[Finding]:
        return [finding for finding in self.report.findings if finding.code == code]


def _ways_of(finding: Finding) -> tuple[Way, ...]:
    return tuple((_end(source), _end(target)) for source, target in finding.evidence.ways)


def _end(named: Subject) -> TeamId:
    return TeamId(subject_parts(named)[1] or str(named))


LOSING: Sequence[str] = ("ESC001", "ESC002", "ESC011")
"""The rules whose findings are pages that nobody gets."""
