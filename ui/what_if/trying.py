"""How a what-if is worked out: once for the change by itself, once more with the owners that are picked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgmodel.analysis import Analysis
from orgmodel.commands import Command
from orgmodel.document import Document
from orgmodel.finding_changes import FindingChanges
from orgmodel.findings import NotAssessed
from orgmodel.model import Organization, RowId, TeamId
from orgmodel.model.value import value
from orgmodel.what_if import Consequences, LoadChange, accepted, consequences_from
from ui.before_after import ChangeBar

Owners = dict[RowId, TeamId]


@value
class Asked:
    """A change of a document, and who is to have rows that lose their owner by it."""

    document: Document
    today: date
    command: Command
    owners: tuple[tuple[RowId, TeamId], ...]


@value
class Answer:
    """`alone` is what the change does by itself to the document `before`, `whole` what it does with the new owners."""

    before: Document
    alone: Consequences
    whole: Consequences
    changes: FindingChanges
    """Of the whole: the findings that go, stay and come."""

    @property
    def no_more_assessed(self) -> tuple[NotAssessed, ...]:
        """What could be judged before the change and cannot be judged after it."""
        before = {key for each in self.whole.report_before.not_assessed for key in _unknown_of(each)}
        after = self.whole.report_after.not_assessed
        return tuple(each for each in after if not before.issuperset(_unknown_of(each)))


def _unknown_of(missing: NotAssessed) -> Iterator[tuple[str, str]]:
    """The rule, with each thing that wants an input; with the input where it is nobody's."""
    for each in missing.lacking or missing.subjects or (missing.missing,):
        yield missing.code, f"{missing.unknown} of {each}"


class Trying:
    """Keeps the analysis of the document in hand, since one document is tried with many changes."""

    def __init__(self) -> None:
        self._analysis: Analysis | None = None

    def answer(self, asked: Asked) -> Answer:
        analysis = self._analysis
        if analysis is None or analysis.document is not asked.document or analysis.today != asked.today:
            analysis = self._analysis = Analysis.of(asked.document, asked.today)
        alone = consequences_from(analysis, asked.command)
        there = {orphan.row for orphan in alone.orphaned}
        owners = {row: team for row, team in asked.owners if row in there}
        if not owners:
            return Answer(asked.document, alone, alone, alone.changes)
        whole = consequences_from(analysis, accepted(asked.document, asked.command, owners))
        return Answer(asked.document, alone, whole, whole.changes)


def bars_of(
    before: Organization, after: Organization, loads: tuple[LoadChange, ...]
) -> tuple[tuple[ChangeBar, ...], bool]:
    """What each team carries before and after, and whether that is for each of its people.

    For the whole team where the people of one of them are unknown: bars of one picture have one unit.
    """
    parts = [part for load in loads for part in (load.before, load.after) if part]
    by_head = all(part.per_head is not None for part in parts if part.total)
    return tuple(_bars(before, after, loads, by_head=by_head)), by_head


def _bars(
    before: Organization, after: Organization, loads: tuple[LoadChange, ...], *, by_head: bool
) -> Iterator[ChangeBar]:
    for load in loads:
        team = after.team_by_id.get(load.team) or before.team_by_id[load.team]
        was, now = (
            None if part is None else 0.0 if not part.total else part.per_head if by_head else part.total
            for part in (load.before, load.after)
        )
        yield ChangeBar(team.name, team.kind, was, now, is_gone=load.after is None, is_new=load.before is None)
