"""The one command of a change in the Inspector, for one thing or for several at once; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from orgmodel.commands import (
    ChangeDecision,
    ChangeEscalation,
    ChangeField,
    ChangeFields,
    ChangeView,
    ChangeWaiver,
    Command,
    Together,
)
from orgmodel.document import Decision, Document, View, Waiver
from orgmodel.errors import CommandRefused
from orgmodel.model import Escalation, Member, Subject, TeamId
from orgmodel.model.value import changed
from ui.inspector.held import field_of, held, with_held
from ui.things import person_parts, several_said

Give = Callable[[Any], Any]
"""What a field holds from now on, made from what it holds."""

_REPLACED: dict[type, Callable[[Any, Any], Command]] = {
    Escalation: ChangeEscalation,
    Waiver: ChangeWaiver,
    Decision: ChangeDecision,
    View: ChangeView,
}
"""Things that have no id: each is named by its whole value, and another is put in its place."""


def set_to(given: Any) -> Give:
    return lambda _: given


def change(document: Document, named: Sequence[Subject], things: Sequence[Any], path: str, give: Give) -> Command:
    """Give a field of every one of some things of one kind a value; one step, however many they are."""
    field = field_of(path)
    after = tuple(with_held(thing, path, give(held(thing, path))) for thing in things)
    title = f"Change {field.replace('_', ' ')} of {several_said(named)}"
    if type(things[0]) in _REPLACED:
        replace = _REPLACED[type(things[0])]
        return _together(
            title,
            [replace(thing, changed(thing, **{field: given})) for thing, given in zip(things, after, strict=True)],
        )
    if isinstance(things[0], Member):
        return _together(title, _of_members(document, named, things, field, after))
    groups: dict[Any, list[Subject]] = {}
    for each, given in zip(named, after, strict=True):
        groups.setdefault(given, []).append(each)
    return _together(title, [_set(tuple(subjects), field, given) for given, subjects in groups.items()])


def refusal_of(document: Document, command: Command) -> str:
    """Why a command would be refused; nothing where it would not be."""
    try:
        command.apply(document)
    except CommandRefused as refusal:
        return str(refusal)
    return ""


def _set(subjects: tuple[Subject, ...], field: str, given: Any) -> Command:
    return ChangeField(subjects[0], field, given) if len(subjects) == 1 else ChangeFields(subjects, field, given)


def _of_members(
    document: Document, named: Sequence[Subject], things: Sequence[Member], field: str, after: Sequence[Any]
) -> list[Command]:
    """One change for each team that some of the people are in."""
    new: dict[TeamId, dict[str, Member]] = {}
    for each, member, given in zip(named, things, after, strict=True):
        new.setdefault(person_parts(each)[0], {})[member.id] = changed(member, **{field: given})
    teams = document.organization.team_by_id
    return [
        ChangeField(
            teams[team].subject, "members", tuple(people.get(member.id, member) for member in teams[team].members)
        )
        for team, people in new.items()
    ]


def _together(title: str, commands: Sequence[Command]) -> Command:
    return commands[0] if len(commands) == 1 else Together(title, tuple(commands))
