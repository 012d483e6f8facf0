"""One row of two that are the same work: whatever was said of each is said of the one that stays."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.assign import row_of
from orgmodel.commands.rows import without_rows
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Duration, Letters, Organization, Raci, Responsibility, RowId, TeamId, letters_from
from orgmodel.model.value import changed, value


@value
class MergeRows:
    """Make one row of two: `into` stays where it is and keeps its name; the letters of both add up, the stronger first.

    What depends on the row that goes depends on the one that stays, and waivers, decisions and views are about that
    one. Where the two differ the graver stands: it is paged if one of them is, as critical as the more critical, and
    takes the greater effort; it is agreed and confirmed only where both are, alike.
    """

    row: RowId
    into: RowId

    def label(self, document: Document) -> str:
        rows = document.organization.row_by_id
        goes, stays = (rows[row].name if row in rows else row for row in (self.row, self.into))
        return f"Merge row {goes} into {stays}"

    def apply(self, document: Document) -> Document:
        goes, stays = row_of(document, self.row), row_of(document, self.into)
        if goes is stays:
            raise CommandRefused(f"“{stays.name}” cannot be merged with itself: choose another row.")
        organization = document.organization
        merged = _merged(organization, goes, stays)

        def pointed(row: Responsibility) -> Responsibility:
            if row is stays:
                return merged
            return changed(row, depends_on=_pointed(row.depends_on, goes.id, stays.id))

        rows = names.mapped(organization.responsibilities, pointed)
        after = document.with_organization(organization.copy_with(responsibilities=rows))
        return without_rows(names.with_subjects_renamed(after, {goes.subject: stays.subject}), frozenset({goes.id}))


def _merged(organization: Organization, goes: Responsibility, stays: Responsibility) -> Responsibility:
    depends_on = _pointed((*stays.depends_on, *goes.depends_on), goes.id, stays.id)
    return changed(
        stays,
        area=stays.area or goes.area,
        criticality=_criticality(organization, goes, stays),
        paged=_paged(stays, goes),
        runbook=stays.runbook or goes.runbook,
        effort=_greater(stays.effort, goes.effort),
        depends_on=tuple(row for row in depends_on if row != stays.id),
        activities=tuple(dict.fromkeys((*stays.activities, *goes.activities))),
        raci=_added_up(stays.raci, goes.raci),
        confirmed=stays.confirmed if goes.confirmed == stays.confirmed else None,
        state=stays.state if goes.state == stays.state else "open",
    )


def _criticality(organization: Organization, goes: Responsibility, stays: Responsibility) -> int | None:
    """What the staying row has to say so that it is as critical as the more critical of the two."""
    known = [number for row in (stays, goes) if (number := organization.criticality_of(row)) is not None]
    graver = min(known, default=None)
    return stays.criticality if graver == organization.criticality_of(stays) else graver


def _paged(*rows: Responsibility) -> bool | None:
    """Yes where one of them says yes; what is known where only one is."""
    known = [row.paged for row in rows if row.paged is not None]
    return any(known) if known else None


def _greater(one: Duration | None, other: Duration | None) -> Duration | None:
    if one is None or other is None:
        return one or other
    return other if other.minutes > one.minutes else one


def _pointed(depends_on: tuple[RowId, ...], goes: RowId, stays: RowId) -> tuple[RowId, ...]:
    """With one row in another's place, each once; the very same tuple where that changes nothing."""
    after = tuple(dict.fromkeys(stays if row == goes else row for row in depends_on))
    return depends_on if after == depends_on else after


def _added_up(stays: Raci, goes: Raci) -> Raci:
    letters: dict[TeamId, Letters] = dict(stays)
    for team, cell in goes.items():
        letters[team] = letters_from(letters.get(team, "") + cell) or cell
    return stays if letters == dict(stays) else Raci(letters)
