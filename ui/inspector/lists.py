"""The lists of things that have sheets of their own: rotations, services, assessments, what was said; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from orgmodel.commands import (
    AddAssessment,
    AddDecision,
    AddQuestionnaire,
    AddRotation,
    AddService,
    Command,
    MoveEscalation,
    MoveService,
    MoveView,
    RemoveAssessment,
    RemoveDecision,
    RemoveQuestionnaire,
    RemoveRotation,
    RemoveService,
    RemoveView,
    RemoveWaiver,
)
from orgmodel.document import Decision, Document
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALERT,
    Assessment,
    Escalation,
    Organization,
    Questionnaire,
    Rotation,
    RotationId,
    Service,
    ServiceId,
    Subject,
    Team,
    id_from_name,
    subject,
    subject_parts,
)
from ui import things
from ui.inspector.fields import LENS_NAMES, Asked, Link, ListField
from ui.steps import step_from
from ui.translation import marked
from ui.written import shown


def _rotations_of_team(document: Document, team: Team) -> tuple[Link, ...]:
    return tuple(
        Link(each.subject, each.id, f"level {each.level}, {each.coverage or 'hours unknown'}")
        for each in document.organization.rotations_of.get(team.id, ())
    )


def _escalations_in(document: Document, team: Team) -> tuple[Link, ...]:
    name = document.organization.team_name
    return tuple(
        Link(escalation.subject, name(escalation.source), _escalation_says(escalation))
        for escalation in _into(document, team)
    )


def _escalations_out(document: Document, team: Team) -> tuple[Link, ...]:
    name = document.organization.team_name
    return tuple(
        Link(escalation.subject, name(escalation.target), _escalation_says(escalation))
        for escalation in _out_of(document, team)
    )


def _into(document: Document, team: Team) -> tuple[Escalation, ...]:
    return tuple(escalation for escalation in document.organization.escalations if escalation.target == team.id)


def _out_of(document: Document, team: Team) -> tuple[Escalation, ...]:
    return tuple(escalation for escalation in document.organization.escalations if escalation.source == team.id)


def _move_among(listed: Callable[[Document, Team], tuple[Escalation, ...]]) -> Callable[..., Command]:
    """Put an escalation before or behind another of those that are listed; those of other teams let it pass."""

    def move(document: Document, team: Team, place: int, to: int) -> Command:
        escalations = listed(document, team)
        return MoveEscalation(escalations[place], document.organization.escalations.index(escalations[to]))

    return move


def _escalation_says(escalation: Escalation) -> str:
    minutes = f"{escalation.after.minutes:g} min" if escalation.after else "minutes unknown"
    after = "at once" if escalation.source == ALERT else minutes
    return f"{after}, on condition" if escalation.is_conditional else after


def _rotations(_document: Document, organization: Organization) -> tuple[Link, ...]:
    return tuple(
        Link(each.subject, each.id, f"{organization.team_name(each.team)}, level {each.level}")
        for each in organization.rotations
    )


def _add_rotation_of(document: Document, team: Team, _: Asked) -> tuple[Command, Subject]:
    held = document.organization.rotations_of.get(team.id, ())
    level = max((each.level for each in held), default=0) + 1
    taken = {str(each.id) for each in document.organization.rotations}
    made = Rotation(RotationId(id_from_name(f"{team.id} {level}", taken)), team.id, level=min(level, 20))
    return AddRotation(made), made.subject


def _add_rotation(document: Document, organization: Organization, asked: Asked) -> tuple[Command, Subject]:
    there = [team for team in organization.teams if team.id in organization.teams_there]
    team = next((team for team in there if team.id not in organization.rotations_of), next(iter(there), None))
    if team is None:
        raise CommandRefused("Add a team first: a rotation is of one.")
    return _add_rotation_of(document, team, asked)


def _services(_document: Document, organization: Organization) -> tuple[Link, ...]:
    return tuple(
        Link(each.subject, each.name, organization.team_name(each.team) if each.team else "team unknown")
        for each in organization.services
    )


def _add_service(_document: Document, organization: Organization, _: Asked) -> tuple[Command, Subject]:
    made = Service(ServiceId(id_from_name("New service", {each.id for each in organization.services})), "New service")
    return AddService(made), made.subject


def _assessments(_document: Document, organization: Organization) -> tuple[Link, ...]:
    return tuple(
        Link(each.subject, things.questionnaire_name(organization, each.questionnaire), shown(each.date))
        for each in organization.assessments
    )


def _add_assessment(_document: Document, organization: Organization, asked: Asked) -> tuple[Command, Subject]:
    (held, *_) = things.questionnaires(organization)
    taken = {each.id for each in organization.assessments}
    made = Assessment(id_from_name(f"{held.id} {asked.today.isoformat()}", taken), held.id, asked.today)
    return AddAssessment(made), made.subject


def _questionnaires(_document: Document, organization: Organization) -> tuple[Link, ...]:
    return tuple(
        Link(subject("questionnaire", each.id), each.name, f"{len(each.activities)} questions")
        for each in organization.questionnaires
    )


def _add_questionnaire(_document: Document, organization: Organization, _: Asked) -> tuple[Command, Subject]:
    taken = {each.id for each in things.questionnaires(organization)}
    made = Questionnaire(id_from_name("New questionnaire", taken), "New questionnaire")
    return AddQuestionnaire(made), subject("questionnaire", made.id)


def _decisions(document: Document, _organization: Organization) -> tuple[Link, ...]:
    return tuple(
        Link(subject("decision", str(place)), each.text, shown(each.on)[:10])
        for place, each in enumerate(document.decisions, 1)
    )


def _add_decision(document: Document, _organization: Organization, asked: Asked) -> tuple[Command, Subject]:
    made = Decision(asked.today, "To be written")
    return AddDecision(made), subject("decision", str(len(document.decisions) + 1))


def _views(document: Document, _organization: Organization) -> tuple[Link, ...]:
    return tuple(
        Link(subject("view", str(place)), each.name, _LENS_NAMES.get(each.lens or "", each.lens or "lens unknown"))
        for place, each in enumerate(document.views, 1)
    )


def _add_view(document: Document, _organization: Organization, asked: Asked) -> tuple[Command, Subject]:
    return step_from(document, asked.lens, ())


def _waivers(document: Document, _organization: Organization) -> tuple[Link, ...]:
    return tuple(
        Link(things.subject_of(document, each, subject("waiver", each.rule)), f"{each.rule}: {each.reason}", _end(each))
        for each in document.waivers
    )


def _end(waiver: Any) -> str:
    return f"until {waiver.until.isoformat()}"


def _identifier(named: Subject) -> Any:
    return subject_parts(named)[1]


_LENS_NAMES: Final = dict(LENS_NAMES)
ROTATIONS_OF_TEAM: Final = ListField(
    marked("On call"),
    "rotations",
    _rotations_of_team,
    marked("No rotation: when this team is on call is unknown."),
    _add_rotation_of,
    lambda _, named: RemoveRotation(_identifier(named)),
    one=marked("rotation"),
)
ESCALATIONS_IN: Final = ListField(
    marked("Receives pages from"),
    "escalations.in",
    _escalations_in,
    marked("Nobody pages this team."),
    move=_move_among(_into),
    one=marked("escalation"),
)
ESCALATIONS_OUT: Final = ListField(
    marked("Escalates to"),
    "escalations.out",
    _escalations_out,
    marked("Nobody above this team."),
    move=_move_among(_out_of),
    one=marked("escalation"),
)
ROTATIONS: Final = ListField(
    marked("Rotations"),
    "rotations",
    _rotations,
    marked("No rotations: who is on call when is unknown."),
    _add_rotation,
    lambda _, named: RemoveRotation(_identifier(named)),
    one=marked("rotation"),
)
SERVICES: Final = ListField(
    marked("Services"),
    "services",
    _services,
    marked("No services: every row belongs to the organisation."),
    _add_service,
    lambda _, named: RemoveService(_identifier(named)),
    lambda _, organization, place, to: MoveService(organization.services[place].id, to),
    marked("service"),
)
ASSESSMENTS: Final = ListField(
    marked("Assessments"),
    "assessments",
    _assessments,
    marked("No assessment yet."),
    _add_assessment,
    lambda _, named: RemoveAssessment(_identifier(named)),
    one=marked("assessment"),
)
QUESTIONNAIRES: Final = ListField(
    marked("Questionnaires of your own"),
    "questionnaires",
    _questionnaires,
    marked("None: those that ship are there without."),
    _add_questionnaire,
    lambda _, named: RemoveQuestionnaire(_identifier(named)),
    one=marked("questionnaire"),
)
DECISIONS: Final = ListField(
    marked("Decisions"),
    "decisions",
    _decisions,
    marked("No decisions yet."),
    _add_decision,
    lambda document, named: RemoveDecision(things.find(document, named)),
    one=marked("decision"),
)
VIEWS: Final = ListField(
    marked("Steps of the presentation"),
    "views",
    _views,
    marked("No steps yet."),
    _add_view,
    lambda document, named: RemoveView(things.find(document, named)),
    lambda document, _organization, place, to: MoveView(document.views[place], to),
    marked("step"),
    "name",
)
WAIVERS: Final = ListField(
    marked("Waivers"),
    "waivers",
    _waivers,
    marked("No finding was accepted."),
    None,
    lambda document, named: RemoveWaiver(things.find(document, named)),
    one=marked("waiver"),
)
