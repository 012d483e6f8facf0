"""What is selected, as a sentence for the status bar."""

from __future__ import annotations

from typing import Final

from orgmodel.document import Document
from orgmodel.model import (
    PHRASES,
    Organization,
    Responsibility,
    RotationId,
    RowId,
    Subject,
    TeamId,
    find,
    kind_word,
    name_of,
    subject_parts,
)
from orgmodel.verdicts import owners_of, verdict_of
from ui import things
from ui.ink_line import Words
from ui.translation import marked, tr
from ui.written_hours import coverage_text

_UNOWNED: Final = {
    "nobody": marked("nobody does it"),
    "nobody answers": marked("nobody answers for it"),
    "missing owner": marked("it is with a team that is not there"),
}


def selection_sentence(
    document: Document, selection: tuple[Subject, ...], team: TeamId | None, cells: int = 0
) -> tuple[Words, ...]:
    """Names in bold, the rest in plain words: `Database × Web Application SRE: A, answers for it`, `6 cells in 3 rows`.

    `cells` is how many cells of the matrix are selected together, where there are several.
    """
    selection = tuple(each for each in selection if _is_there(document, each))
    if not selection:
        return (Words(tr("Nothing selected")),)
    if cells > 1:
        return _cells_sentence(document.organization, selection, cells)
    if len(selection) > 1 and len({subject_parts(each)[0] for each in selection}) == 1 and team is None:
        return (Words(tr("{things} selected", things=things.several_said(selection))),)
    return _thing_sentence(document, selection[0], team)


def _is_there(document: Document, named: Subject) -> bool:
    """Whether there is something to name: a team that only letters, pages or rotations name is named too."""
    kind, key = subject_parts(named)
    if kind not in things.KIND_CAPTIONS or things.find(document, named) is not None:
        return True
    return kind == "team" and _is_named(document.organization, TeamId(key))


def _is_named(organization: Organization, team: TeamId) -> bool:
    escalations, turns = organization.escalations, organization.rotations
    return (
        any(team in row.raci for row in organization.responsibilities)
        or any(team in (each.source, each.target) for each in escalations)
        or any(turn.team == team for turn in turns)
    )


def _thing_sentence(document: Document, named: Subject, team: TeamId | None) -> tuple[Words, ...]:
    organization, (kind, key) = document.organization, subject_parts(named)
    if kind == "responsibility" and RowId(key) in organization.row_by_id:
        return _row_sentence(organization, organization.row_by_id[RowId(key)], team)
    if kind == "team" and TeamId(key) in organization.team_by_id:
        return _team_sentence(organization, TeamId(key))
    if kind == "escalation":
        return _escalation_sentence(organization, named)
    if kind == "rotation":
        return _rotation_sentence(organization, RotationId(key))
    return _other_sentence(document, named)


def _cells_sentence(organization: Organization, selection: tuple[Subject, ...], cells: int) -> tuple[Words, ...]:
    counted = _bold(tr("{count} cells", count=f"{cells:,}"))
    if len(selection) == 1:
        return counted, Words(tr(" of ")), _bold(name_of(organization, selection[0]))
    return counted, Words(
        tr(" in {count} {things}", count=f"{len(selection):,}", things=tr(kind_word(selection[0], len(selection))))
    )


def _other_sentence(document: Document, named: Subject) -> tuple[Words, ...]:
    kind, key = subject_parts(named)
    if kind == "waiver":
        return Words(tr("The waiver of ")), _bold(key.partition("/")[0])
    return (_bold(things.name_of(document, named)),)


def _row_sentence(organization: Organization, row: Responsibility, team: TeamId | None) -> tuple[Words, ...]:
    if team is not None:
        letters = row.letters_of(team)
        says = f": {letters}, {tr(PHRASES[letters])}" if letters else tr(": no letter")
        return _bold(row.name), Words(" × "), _bold(organization.team_name(team)), Words(says)
    owners = owners_of(organization, row)
    if len(owners) == 1:
        says = tr(" answers for it") if owners[0] in row.raci.accountable else tr(" does it alone")
        return _bold(row.name), Words(": "), _bold(organization.team_name(owners[0])), Words(says)
    if owners:
        return _bold(row.name), Words(tr(": {count} teams answer for it", count=len(owners)))
    return _bold(row.name), Words(f": {tr(_UNOWNED[verdict_of(organization, row)])}")


def _team_sentence(organization: Organization, team: TeamId) -> tuple[Words, ...]:
    pages = [escalation for escalation in organization.escalations if escalation.carries_pages]
    sources = sum(escalation.target == team for escalation in pages)
    targets = sum(escalation.source == team for escalation in pages)
    return (
        _bold(organization.team_name(team)),
        Words(
            tr(
                ": receives from {sources}, escalates to {targets}",
                sources=sources or tr("nobody"),
                targets=targets or tr("nobody"),
            )
        ),
    )


def _rotation_sentence(organization: Organization, identifier: RotationId) -> tuple[Words, ...]:
    found = next((each for each in organization.rotations if each.id == identifier), None)
    if found is None:
        return (_bold(identifier),)
    whose, level = _bold(organization.team_name(found.team)), tr(", level {level}", level=found.level)
    hours = coverage_text(found.coverage) if found.coverage else tr("hours unknown")
    return _bold(found.id), Words(tr(" of ")), whose, Words(f"{level}: {hours}")


def _escalation_sentence(organization: Organization, named: Subject) -> tuple[Words, ...]:
    found = find(organization, named)
    if not found:
        return (Words(tr("{escalation}: no such escalation", escalation=subject_parts(named)[1])),)
    says = [tr("after {time}", time=found.after)] if found.after else []
    says += [tr("when {condition}", condition=found.when)] if found.when else []
    ends = _bold(organization.team_name(found.source)), Words(" → "), _bold(organization.team_name(found.target))
    return (*ends, Words(": " + ", ".join(says))) if says else ends


def _bold(name: str) -> Words:
    return Words(name, "ink", "semibold")
