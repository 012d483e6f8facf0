"""What would become of an edit before it is made, all of it in one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from orgmodel.analysis import Analysis
from orgmodel.commands import Command, Together
from orgmodel.commands.assign_many import AssignTeams
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.finding_changes import FindingChanges, changes_between
from orgmodel.findings import Report
from orgmodel.graph import OrgGraph
from orgmodel.model import RowId, TeamId
from orgmodel.model.value import changed, value
from orgmodel.rules.rows_said import said_of
from orgmodel.sentences import capital, counted, few, listed
from orgmodel.suggest import giving
from orgmodel.what_if.differences import (
    CutOff,
    LoadChange,
    Orphan,
    ThinLevel,
    cut_off,
    load_changes,
    orphaned,
    thin_levels,
)

_MOST_SAID: Final = 3
"""How many levels and how many new errors are said one by one."""

_SAID_ABOVE: Final = frozenset({"GAP001", "GAP002", "GAP003", "ESC001", "ONC001", "ONC002"})
"""Findings of rows without an owner, of pages that do not get there, and of levels that are too thin."""


@value
class Consequences:
    """What a command would do; nothing is done.

    `refused` is the sentence where it makes no sense: then nothing else is there. `after` is the document that it
    gives, the very same as before where nothing changes. `said` sums it up, in plain sentences.
    """

    label: str
    refused: str | None
    after: Document
    orphaned: tuple[Orphan, ...]
    cut_off: tuple[CutOff, ...]
    thin: tuple[ThinLevel, ...]
    loads: tuple[LoadChange, ...]
    report_before: Report
    report_after: Report
    said: tuple[str, ...]

    @property
    def changes(self) -> FindingChanges:
        """The findings that go, stay and come."""
        return changes_between(self.report_before, self.report_after)


def consequences(document: Document, command: Command, today: date) -> Consequences:
    """What a command would do to a document; a refusal is a sentence in it, not an exception."""
    return consequences_from(Analysis.of(document, today), command)


def consequences_from(before: Analysis, command: Command) -> Consequences:
    """The same, from an analysis that is there already."""
    document, label = before.document, command.label(before.document)
    try:
        after = command.apply(document)
    except CommandRefused as refusal:
        report = before.report
        return Consequences(label, str(refusal), document, (), (), (), (), report, report, (str(refusal),))
    if after is document:
        report = before.report
        return Consequences(label, None, document, (), (), (), (), report, report, ("Nothing changes.",))
    analysis = before.after(after, before.today)
    old, new = before.graph, analysis.graph
    found = Consequences(
        label,
        None,
        after,
        tuple(orphaned(old, new)),
        tuple(cut_off(old, new)),
        tuple(thin_levels(old, new)),
        tuple(load_changes(old, new)),
        before.report,
        analysis.report,
        (),
    )
    return changed(found, said=(*_headlines(new, found), *_unknown(old, new), _findings_said(found.changes)))


def accepted(document: Document, command: Command, owners: Mapping[RowId, TeamId]) -> Command:
    """The command together with owners for rows that it leaves without one, as one step of Undo.

    The command itself where none is chosen. Raises `CommandRefused` where the command does, or a row is not there.
    """
    if not owners:
        return command
    graph = OrgGraph(command.apply(document).organization)
    missing = sorted(owners.keys() - graph.place_of_row.keys())
    if missing:
        raise CommandRefused(f"There is no row “{missing[0]}” any more.")
    rows = sorted((graph.place_of_row[row], team) for row, team in owners.items())
    cells = tuple(cell for place, team in rows for cell in giving(graph, graph.rows[place], team))
    label = f"{command.label(document)}, with new owners for {counted(len(rows), 'row')}"
    return Together(label, (command, AssignTeams(label, cells)))


def _headlines(new: OrgGraph, found: Consequences) -> Iterator[str]:
    if found.orphaned:
        names = listed([said_of(new, new.rows[new.place_of_row[each.row]]) for each in found.orphaned], most=4)
        yield f"{capital(few(len(found.orphaned), 'row loses its owner', 'rows lose their owner'))}: {names}."
    sure = sum(each.is_paged is True for each in found.cut_off)
    perhaps = len(found.cut_off) - sure
    if sure:
        yield f"Pages for {few(sure, 'row')} no longer get to the owner."
    if perhaps:
        them = "it" if perhaps == 1 else "them"
        yield f"If an alert can land on {them}, pages for {few(perhaps, 'row')} no longer get to the owner."
    if not found.orphaned and not found.cut_off:
        yield "No row loses its owner, and every page that got to the owner still does."
    yield from (each.said for each in found.thin[:_MOST_SAID])
    yield from _rise(new, found.loads)
    others = [finding.message for finding in found.changes.new_errors if finding.code not in _SAID_ABOVE]
    yield from others[:_MOST_SAID]


def _rise(new: OrgGraph, loads: tuple[LoadChange, ...]) -> Iterator[str]:
    """Of the teams that carry more a head, the one for which it rises most."""
    rises = [
        (each.before.per_head - each.after.per_head, new.by_name(each.team), each)
        for each in loads
        if each.before and each.after and each.before.per_head is not None and each.after.per_head is not None
    ]
    rises = sorted((rise for rise in rises if rise[0] < 0), key=lambda rise: rise[:2])
    if rises:
        more = f" The load of {few(len(rises) - 1, 'other team')} rises less." if len(rises) > 1 else ""
        yield f"{rises[0][2].said}{more}"


def _unknown(old: OrgGraph, new: OrgGraph) -> Iterator[str]:
    """What nobody knows any more: how many people a team has, and what was measured when they were others."""
    for team in sorted(new.present.values(), key=lambda team: new.by_name(team.id)):
        before = old.present.get(team.id)
        if before is None or before.people == team.people:
            continue
        if team.people is None:
            yield f"How many people {team.name} has is unknown then."
        if team.workload is not None:
            yield f"What was measured of the load of {team.name} was measured with other people: measure it again."


def _findings_said(changes: FindingChanges) -> str:
    """`Five findings go, two are new (one an error), and 40 stay.`"""
    gone, new, stay = len(changes.fixed), len(changes.new), len(changes.remaining)
    errors = len(changes.new_errors)
    worst = f" ({few(errors, 'error')} among them)" if errors and new > 1 else ", an error," if errors else ""
    come = few(new, "is new", "are new") if new else "none is new"
    left = few(stay, "stays", "stay") if stay else "none stays"
    return f"{capital(few(gone, 'finding goes', 'findings go'))}, {come}{worst} and {left}."
