"""What a new or changed thing may name: everything that it names now and did not name before has to be there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from orgmodel.commands import references as names
from orgmodel.commands.allowed import check_field, check_thing
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ORGANIZATION,
    Assessment,
    Organization,
    Questionnaire,
    Responsibility,
    Rotation,
    Service,
    Subject,
    Team,
    TeamId,
    find,
    kind_word,
    subject_parts,
)
from orgmodel.model.value import fields_of

Relation = Callable[[Organization, Any, Sequence[Any]], None]
"""Organization, the thing and what its field names newly; raises `CommandRefused`."""


def check_new(organization: Organization, thing: Any) -> None:
    """Refuse a new thing that no file could hold, or that names what is not there."""
    check_thing(thing)
    relations = RELATIONS.get(type(thing), {})
    for field in fields_of(thing):
        if field in relations:
            relations[field](organization, thing, _named(getattr(thing, field)))


def check_change(organization: Organization, thing: Any, field: str, given: Any) -> None:
    """The same for a field of a thing that is there; what it named before may stay, though it be gone."""
    check_field(type(thing), field, given)
    relation = RELATIONS.get(type(thing), {}).get(field)
    if relation is not None:
        before = frozenset(_named(getattr(thing, field)))
        newly = tuple(name for name in _named(given) if name not in before)
        if newly:
            relation(organization, thing, newly)


def check_subjects(document: Document, subjects: Sequence[Subject], before: Sequence[Subject] = ()) -> None:
    """Refuse subjects of things that are not there, unless they were named before."""
    for named in subjects:
        if named not in before and not _is_there(document, named):
            raise CommandRefused(f"There is no {kind_word(named)} “{subject_parts(named)[1]}”.")


def check_ratings(organization: Organization, assessment: Assessment) -> None:
    """Refuse ratings and totals of what a questionnaire of the organisation's own does not have."""
    for held in organization.questionnaires:
        if held.id == assessment.questionnaire:
            check_fits(held, assessment)


def check_fits(questionnaire: Questionnaire, assessment: Assessment) -> None:
    activities = {activity.id for activity in questionnaire.activities}
    sections = {section.id for section in questionnaire.sections}
    for rated, _ in assessment.ratings:
        if rated not in activities:
            raise CommandRefused(f"{questionnaire.name} has no question “{rated}” to rate.")
    for total, _ in assessment.printed_totals:
        if total not in sections:
            raise CommandRefused(f"{questionnaire.name} has no section “{total}” to give a total of.")


def _named(given: Any) -> tuple[Any, ...]:
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)


def _is_there(document: Document, named: Subject) -> bool:
    kind, identifier = subject_parts(named)
    organization = document.organization
    if kind == "person":
        return _is_somebody(organization, identifier)
    if kind == "assessment":
        return any(assessment.id == identifier for assessment in organization.assessments)
    if kind == "waiver":
        rule, _, place = identifier.partition("/")
        return 1 <= int(place) <= sum(waiver.rule == rule for waiver in document.waivers)
    return kind == "questionnaire" or named == ORGANIZATION or find(organization, named) is not None


def _is_somebody(organization: Organization, identifier: str) -> bool:
    """Whether a team lists the person, or names them by hand as its lead or in a rotation."""
    team_id, _, person = identifier.partition("/")
    team = organization.team_by_id.get(TeamId(team_id))
    if team is None:
        return False
    turns = (rotation.members for rotation in organization.rotations if rotation.team == team_id)
    by_hand = (name for members in turns if isinstance(members, tuple) for name in members)
    return person in {team.lead, *(member.id for member in team.members), *by_hand}


def _supports(organization: Organization, team: Team, named: Sequence[TeamId]) -> None:
    names.check_teams(organization, [served for served in named if served != team.id])
    names.check_not_itself("A team cannot support itself.", team.id in named)


def _parent(organization: Organization, team: Team, named: Sequence[TeamId]) -> None:
    for parent in named:
        names.check_parents(organization, team.id, parent)
        names.team_of(organization, parent)


def _needs_rows(organization: Organization, row: Responsibility, named: Sequence[Any]) -> None:
    names.check_not_itself("A row cannot depend on itself.", row.id in named)
    names.check_rows(organization, named)


def _needs_services(organization: Organization, service: Service, named: Sequence[Any]) -> None:
    names.check_not_itself("A service cannot depend on itself.", service.id in named)
    names.check_services(organization, named)


def _activities(organization: Organization, _row: Responsibility, named: Sequence[str]) -> None:
    own = {held.id: {activity.id for activity in held.activities} for held in organization.questionnaires}
    for activity in named:
        questionnaire, _, identifier = activity.partition("/")
        if questionnaire in own and identifier not in own[questionnaire]:
            raise CommandRefused(f"There is no activity “{activity}”: choose one of that questionnaire.")


RELATIONS: Final[Mapping[type, Mapping[str, Relation]]] = {
    Team: {"supports": _supports, "parent": _parent},
    Service: {
        "team": lambda organization, _service, named: names.check_teams(organization, named),
        "depends_on": _needs_services,
    },
    Responsibility: {
        "service": lambda organization, _row, named: names.check_services(organization, named),
        "layer": lambda organization, _row, named: names.check_layers(organization, named),
        "area": lambda organization, _row, named: names.check_areas(organization, named),
        "depends_on": _needs_rows,
        "raci": lambda organization, _row, named: names.check_teams(organization, named),
        "activities": _activities,
    },
    Rotation: {"team": lambda organization, _rotation, named: names.check_teams(organization, named)},
}
"""The fields that name other things, and what has to be there."""
