"""The things of a document, found by their subjects, and what people call them.

Beside what the model names it finds people, assessments, questionnaires and waivers, and what was said and the steps
of the presentation, which are counted from one: `decision:2`, `view:1`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from orgmodel import model
from orgmodel.document import Decision, Document, Waiver
from orgmodel.model import (
    Assessment,
    Escalation,
    Member,
    Organization,
    Rotation,
    Subject,
    Team,
    TeamId,
    kind_word,
    subject,
    subject_parts,
)
from ui.translation import marked, tr

KIND_CAPTIONS: Final = {
    "responsibility": marked("Row"),
    "team": marked("Team"),
    "service": marked("Service"),
    "layer": marked("Layer"),
    "area": marked("Area"),
    "rotation": marked("Rotation"),
    "escalation": marked("Escalation"),
    "person": marked("Person"),
    "questionnaire": marked("Questionnaire"),
    "assessment": marked("Assessment"),
    "waiver": marked("Waiver"),
    "decision": marked("Decision"),
    "view": marked("Step"),
    "organization": marked("Organisation"),
}
"""What a thing of each kind is called at the head of the Inspector, which has fields for it."""

_IN_ORGANIZATION: Final = {"assessment": "assessments", "questionnaire": "questionnaires"}
_COUNTED: Final = {"decision": "decisions", "view": "views"}
_SEVERAL: Final = {"view": marked("steps")}


def find(document: Document, named: Subject) -> Any:
    """The thing that a subject names, of several escalations between two teams the first; None where there is none."""
    kind, identifier = subject_parts(named)
    organization = document.organization
    if kind == "person":
        return _member(organization, identifier)
    if kind in _IN_ORGANIZATION:
        held = getattr(organization, _IN_ORGANIZATION[kind])
        return next((thing for thing in held if thing.id == identifier), None)
    if kind in _COUNTED:
        return _nth(getattr(document, _COUNTED[kind]), identifier)
    if kind == "waiver":
        rule, _, place = identifier.partition("/")
        return _nth([waiver for waiver in document.waivers if waiver.rule == rule], place)
    return model.find(organization, named) if kind in KIND_CAPTIONS else None


def find_all(document: Document, named: Sequence[Subject]) -> tuple[Any, ...]:
    """The things that are there of several; of an escalation every one between its two teams."""
    if len(named) == 1 and subject_parts(named[0])[0] == "escalation":
        return tuple(each for each in document.organization.escalations if each.subject == named[0])
    found = (find(document, each) for each in named)
    return tuple(thing for thing in found if thing is not None)


def shown_of(document: Document, selection: Sequence[Subject], *, only_first: bool) -> tuple[Subject, ...]:
    """What of a selection the Inspector shows: its first thing, or all of them where they are of one kind."""
    kinds = {subject_parts(named)[0] for named in selection}
    if len(selection) > 1 and len(kinds) == 1 and not only_first and kinds <= KIND_CAPTIONS.keys():
        there = tuple(named for named in selection if find(document, named) is not None)
        if len(there) > 1:
            return there
    first = next((named for named in selection if find(document, named) is not None), None)
    return () if first is None else (first,)


def subject_of(document: Document, thing: Any, before: Subject) -> Subject:
    """The subject of a thing now that it is another value; `before` where it has none of its own."""
    if isinstance(thing, Escalation):
        return thing.subject
    if isinstance(thing, Waiver):
        alike = [waiver for waiver in document.waivers if waiver.rule == thing.rule]
        return subject("waiver", f"{thing.rule}/{alike.index(thing) + 1}") if thing in alike else before
    return before


def name_of(document: Document, named: Subject) -> str:
    """What people call a thing, whichever of the kinds it is of."""
    thing, organization = find(document, named), document.organization
    if type(thing) in _NAMES:
        return _NAMES[type(thing)](organization, thing)
    name: str = getattr(thing, "name", None) or model.name_of(organization, named)
    return name


_NAMES: Final[Mapping[type, Callable[[Organization, Any], str]]] = {
    Decision: lambda _, decision: str(decision.text),
    Waiver: lambda _, waiver: tr("Waiver of {rule}", rule=waiver.rule),
    Assessment: lambda organization, assessment: (
        f"{questionnaire_name(organization, assessment.questionnaire)}, {assessment.date.isoformat()}"
    ),
    Rotation: lambda organization, rotation: tr(
        "{team}, level {level}", team=organization.team_name(rotation.team), level=rotation.level
    ),
}
"""The things that have no name of their own."""


def several_said(named: Sequence[Subject]) -> str:
    """`6 rows`."""
    kind = subject_parts(named[0])[0]
    return f"{len(named):,} {tr(_SEVERAL.get(kind) or kind_word(named[0], len(named)))}"


def person_parts(named: Subject) -> tuple[TeamId, str]:
    """The team and the id of a person."""
    team, _, member = subject_parts(named)[1].partition("/")
    return TeamId(team), member


def questionnaires(organization: Organization) -> tuple[model.Questionnaire, ...]:
    """The organisation's own, and those that ship and that none of its own stands in the place of."""
    from orgmodel.catalogue import questionnaires as shipped

    own = {each.id for each in organization.questionnaires}
    return (*organization.questionnaires, *(each for each in shipped() if each.id not in own))


def questionnaire_of(organization: Organization, identifier: str) -> model.Questionnaire | None:
    return next((each for each in questionnaires(organization) if each.id == identifier), None)


def questionnaire_name(organization: Organization, identifier: str) -> str:
    found = questionnaire_of(organization, identifier)
    return found.name if found else identifier


def team_of(organization: Organization, thing: Any, named: Subject) -> Team | None:
    """The team of a rotation, of a person, or the team itself."""
    if isinstance(thing, Member):
        return organization.team_by_id.get(person_parts(named)[0])
    return thing if isinstance(thing, Team) else organization.team_by_id.get(thing.team)


def _member(organization: Organization, identifier: str) -> Member | None:
    team, _, member = identifier.partition("/")
    found = organization.team_by_id.get(TeamId(team))
    members = found.members if found else ()
    return next((each for each in members if each.id == member), None)


def _nth(things: Sequence[Any], place: str) -> Any:
    """The one at a place that is counted from one."""
    number = int(place) if place.isdecimal() and len(place) < 9 else 0
    return things[number - 1] if 0 < number <= len(things) else None
