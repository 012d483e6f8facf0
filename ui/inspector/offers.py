"""What there is to pick in the fields that name other things, and what it is called there; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from orgmodel.document import Document
from orgmodel.model import (
    ALERT,
    ORGANIZATION,
    Organization,
    Subject,
    Team,
    TeamId,
    subject,
    subject_parts,
)
from ui import things
from ui.inspector.fields import Choices, ManyField, Named, Offer, PickField
from ui.translation import tr

_INDEXES: Final = {
    "teams": "team_by_id",
    "services": "service_by_id",
    "layers": "layer_by_id",
    "areas": "area_by_id",
    "responsibilities": "row_by_id",
}
_KINDS: Final = {
    "teams": "team",
    "services": "service",
    "layers": "layer",
    "areas": "area",
    "responsibilities": "responsibility",
}


def one_of(label: str, field: str, items: str, *, optional: bool = True) -> PickField:
    """A field that names one thing of the organisation, other than itself."""
    return PickField(label, field, _others(items), _name_in(items), _KINDS[items], optional)


def many_of(label: str, field: str, items: str, more: str, another: str = "") -> ManyField:
    """A field that names several things of the organisation, other than itself."""

    def leads(_document: Document, _named: Subject, item: Any) -> Subject:
        return subject(_KINDS[items], item)

    return ManyField(label, field, _others(items), _name_in(items), leads, more, another)


def escalation_starts(document: Document, _named: Subject, _escalation: Any) -> Choices:
    """Where an escalation can begin: at the alert, or with a team."""
    return ((ALERT, "Alert"), *((team.id, team.name) for team in document.organization.teams))


def team_name(document: Document, _named: Subject, team: TeamId) -> str:
    return (
        _missing(team)
        if team != ALERT and team not in document.organization.team_by_id
        else (document.organization.team_name(team))
    )


@cache
def _all_zones() -> Choices:
    from zoneinfo import available_timezones

    places = (zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))
    return tuple((zone, zone) for zone in ("UTC", *sorted(places)))


def zones(_document: Document, _named: Subject, _thing: Any) -> Choices:
    return _all_zones()


def as_written(_document: Document, _named: Subject, item: Any) -> str:
    return str(item)


def sites(document: Document, named: Subject, _member: Any) -> Choices:
    """The sites of the team that the sheet is of, or that the person is in."""
    team = _team_of(document, named)
    return tuple((site.name, site.name) for site in team.sites) if team else ()


def turn_takers(document: Document, named: Subject, _rotation: Any) -> Choices:
    team = _team_of(document, named)
    return tuple((str(member.id), member.name) for member in team.members) if team else ()


def turn_taker_name(document: Document, named: Subject, item: Any) -> str:
    if isinstance(item, int):
        return "1 person" if item == 1 else f"{item:,} people"
    team = _team_of(document, named)
    return team.name_of(item) if team else str(item)


def turn_taker_subject(document: Document, named: Subject, item: Any) -> Subject | None:
    team = _team_of(document, named)
    is_listed = team is not None and any(member.id == item for member in team.members)
    return subject("person", f"{team.id}/{item}") if team and is_listed else None


def matrices(_document: Document, _named: Subject, _service: Any) -> Choices:
    from orgmodel.catalogue import matrices as shipped

    return tuple((matrix.id, matrix.name) for matrix in shipped())


def matrix_name(_document: Document, _named: Subject, item: str) -> str:
    return dict(matrices(_document, _named, None)).get(item, item)


def matrix_rows(document: Document, named: Subject, _line: Any) -> Choices:
    """The rows of the reference matrix that a service was made from."""
    from orgmodel.catalogue import matrices as shipped

    service = things.find(document, named)
    found = next((matrix for matrix in shipped() if service and matrix.id == service.matrix), None)
    return tuple((str(row.id), row.name) for row in found.rows) if found else ()


def matrix_row_name(document: Document, named: Subject, item: str) -> str:
    return dict(matrix_rows(document, named, None)).get(item, item)


def activities(document: Document, _named: Subject, _row: Any) -> Choices:
    return tuple(
        (f"{held.id}/{activity.id}", f"{activity.id}. {activity.text} ({held.name})")
        for held in things.questionnaires(document.organization)
        for activity in held.activities
    )


def activity_name(document: Document, _named: Subject, item: str) -> str:
    questionnaire, _, identifier = item.partition("/")
    held = things.questionnaire_of(document.organization, questionnaire)
    found = next((each for each in held.activities if each.id == identifier), None) if held else None
    return f"{identifier}. {found.text}" if found else item


def questionnaires(document: Document, _named: Subject, _assessment: Any) -> Choices:
    return tuple((held.id, held.name) for held in things.questionnaires(document.organization))


def questionnaire_name(document: Document, _named: Subject, item: str) -> str:
    return things.questionnaire_name(document.organization, item)


def question_sections(document: Document, named: Subject, _line: Any) -> Choices:
    held = things.find(document, named)
    return tuple((section.id, section.name) for section in held.sections)


def question_section_name(document: Document, named: Subject, item: str) -> str:
    return dict(question_sections(document, named, None)).get(item, item)


def everything(document: Document, _named: Subject, _thing: Any) -> Choices:
    """Everything of the model that something can be said about."""
    organization = document.organization
    return (
        (ORGANIZATION, f"{organization.name} (organisation)"),
        *(
            (thing.subject, f"{thing.name} ({tr(things.KIND_CAPTIONS[kind]).lower()})")
            for items, kind in _KINDS.items()
            for thing in getattr(organization, items)
        ),
        *_without_names(document, organization),
    )


def thing_name(document: Document, _named: Subject, item: Subject) -> str:
    return things.name_of(document, item)


def thing_itself(_document: Document, _named: Subject, item: Subject) -> Subject:
    return item


def rules(_document: Document, _named: Subject, _waiver: Any) -> Choices:
    from orgmodel.rules import CATALOGUE

    return tuple((rule.code, f"{rule.code} {rule.name.replace('-', ' ')}") for rule in CATALOGUE)


def rule_name(document: Document, named: Subject, item: str) -> str:
    return dict(rules(document, named, None)).get(item, item)


def _without_names(document: Document, organization: Organization) -> Choices:
    escalations = dict.fromkeys(each.subject for each in organization.escalations)
    held = (
        *escalations,
        *(rotation.subject for rotation in organization.rotations),
        *(assessment.subject for assessment in organization.assessments),
    )
    kinds = things.KIND_CAPTIONS
    return tuple(
        (each, f"{things.name_of(document, each)} ({tr(kinds[subject_parts(each)[0]]).lower()})") for each in held
    )


def _others(items: str) -> Offer:
    def offered(document: Document, _named: Subject, thing: Any) -> Choices:
        itself = getattr(thing, "id", None) if type(thing) is type(next(iter(held(document)), None)) else None
        return tuple((each.id, each.name) for each in held(document) if each.id != itself)

    def held(document: Document) -> tuple[Any, ...]:
        return tuple(getattr(document.organization, items))

    return offered


def _name_in(items: str) -> Named:
    def name(document: Document, _named: Subject, item: Any) -> str:
        index: Mapping[Any, Any] = getattr(document.organization, _INDEXES[items])
        return index[item].name if item in index else _missing(item)

    return name


def _missing(item: Any) -> str:
    return f"{item} (missing)"


def _team_of(document: Document, named: Subject) -> Team | None:
    kind = subject_parts(named)[0]
    if kind == "person":
        return document.organization.team_by_id.get(things.person_parts(named)[0])
    thing = things.find(document, named)
    return things.team_of(document.organization, thing, named) if thing is not None else None
