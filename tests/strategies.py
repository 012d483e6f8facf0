"""Organisations drawn at random, for laws that have to hold whatever people write."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from orgmodel.document import Arrangement, Decision, Document, Place, View, Waiver
from orgmodel.model import (
    ALERT,
    REFERENCE_LAYERS,
    Escalation,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Service,
    ServiceId,
    Team,
    TeamId,
    subject,
)

TEAMS = tuple(TeamId(name) for name in ("app", "sre", "infra", "desk", "head"))
GHOST = TeamId("ghost")
SERVICES = tuple(ServiceId(name) for name in ("shop", "till"))
ROWS = tuple(RowId(name) for name in ("code", "database", "runbooks", "alerts"))
LAYERS = tuple(layer.id for layer in REFERENCE_LAYERS)
KINDS = ("application", "application-sre", "infrastructure-sre", "frontline", "governance", "other")


def some(choices, most=2):
    return st.lists(st.sampled_from(choices), max_size=most, unique=True).map(tuple)


def perhaps(strategy):
    return st.none() | strategy


@st.composite
def teams(draw, identifier):
    others = [team for team in TEAMS if team != identifier]
    return Team(
        identifier,
        f"Team {identifier.title()}",
        draw(st.sampled_from(KINDS)),
        headcount=draw(perhaps(st.integers(0, 9))),
        supports=draw(some(others)),
        status=draw(st.sampled_from(("active", "active", "active", "planned", "archived"))),
    )


@st.composite
def rows(draw, identifier, named, places):
    letters = draw(st.dictionaries(st.sampled_from(named), st.sampled_from(("A", "AR", "R", "C", "I")), max_size=4))
    return Responsibility(
        identifier,
        f"Row {identifier.title()}",
        service=draw(perhaps(st.sampled_from(places))) if places else None,
        layer=draw(perhaps(st.sampled_from(LAYERS))),
        criticality=draw(perhaps(st.integers(1, 4))),
        paged=draw(perhaps(st.booleans())),
        depends_on=draw(some([other for other in ROWS if other != identifier])),
        raci=Raci(letters),
    )


@st.composite
def escalations(draw, named):
    source = draw(st.sampled_from((ALERT, *named)))
    return Escalation(
        source,
        draw(st.sampled_from([team for team in named if team != source])),
        draw(st.sampled_from(("functional", "functional", "hierarchic", "inform"))),
        when=draw(perhaps(st.just("the runbook does not help"))),
        layers=draw(some(LAYERS, 1)),
        services=draw(some(SERVICES, 1)),
    )


@st.composite
def organizations(draw, *, ghosts=True):
    """Up to five teams, two services, four rows, some rotations and escalations; some names lead nowhere."""
    named = (*TEAMS, GHOST) if ghosts else TEAMS
    ways = draw(st.lists(escalations(named), max_size=7))
    return Organization(
        name="Drawn",
        teams=tuple(draw(teams(team)) for team in TEAMS),
        services=tuple(
            Service(service, service.title(), draw(perhaps(st.sampled_from(TEAMS)))) for service in SERVICES
        ),
        responsibilities=tuple(draw(rows(row, named, SERVICES)) for row in ROWS),
        rotations=tuple(Rotation(RotationId(f"{team}-primary"), team) for team in draw(some(named, 3))),
        escalations=tuple(dict.fromkeys(ways)),
    )


@st.composite
def documents(draw, *, ghosts=True):
    """An organisation, and something said about and placed by the things in it."""
    organization = draw(organizations(ghosts=ghosts))
    things = [
        *(thing.subject for thing in (*organization.teams, *organization.services, *organization.responsibilities)),
        *(rotation.subject for rotation in organization.rotations),
        *(way.subject for way in organization.escalations),
    ]
    about = st.lists(st.sampled_from(things), min_size=1, max_size=3, unique=True).map(tuple)
    return Document(
        organization,
        Arrangement(tuple(Place(subject("team", team), 1.0, 2.0) for team in draw(some(TEAMS)))),
        (Waiver("GAP001", draw(about), "Agreed.", date(2027, 1, 1)),),
        (Decision(date(2026, 11, 22), "Said.", about=draw(about)),),
        (View("First", focus=draw(about)[0]),),
    )
