"""Edits drawn at random, sensible ones and such as are refused."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from strategies import GHOST, LAYERS, ROWS, SERVICES, TEAMS, escalations

from orgmodel.commands import (
    AddEscalation,
    AddRotation,
    AddRow,
    AddService,
    AddTeam,
    AssignTeam,
    ChangeEscalation,
    ChangeField,
    ClearPlaces,
    HalveTeam,
    KeepOneAccountable,
    MapTeam,
    MarkNotApplicable,
    MergeRows,
    MergeTeams,
    MoveAccountability,
    MoveRow,
    MoveTeam,
    PlaceCard,
    RemoveEscalation,
    RemovePerson,
    RemoveRotation,
    RemoveRow,
    RemoveService,
    RemoveSite,
    RemoveTeam,
    RemoveWaiver,
    SplitTeam,
    Together,
    Waive,
)
from orgmodel.document import Document, Place, Waiver
from orgmodel.model import ALERT, Responsibility, Rotation, Service, Subject, Team, subject

team, row, service = st.sampled_from((*TEAMS, GHOST)), st.sampled_from(ROWS), st.sampled_from(SERVICES)
new_row = st.builds(Responsibility, st.sampled_from((*ROWS, "fresh")), st.just("Fresh"), service=st.none() | service)
fields = st.one_of(
    st.builds(ChangeField, row.map(lambda i: subject("responsibility", i)), st.just("criticality"), st.integers(0, 5)),
    st.builds(ChangeField, row.map(lambda i: subject("responsibility", i)), st.just("layer"), st.sampled_from(LAYERS)),
    st.builds(
        ChangeField,
        row.map(lambda i: subject("responsibility", i)),
        st.just("depends_on"),
        st.tuples(st.sampled_from(ROWS)),
    ),
    st.builds(ChangeField, row.map(lambda i: subject("responsibility", i)), st.just("service"), st.none() | service),
    st.builds(
        ChangeField,
        row.map(lambda i: subject("responsibility", i)),
        st.just("name"),
        st.sampled_from(("Database", "Databases", "Database Backups")),
    ),
    st.builds(ChangeField, team.map(lambda i: subject("team", i)), st.just("parent"), st.none() | team),
    st.builds(ChangeField, team.map(lambda i: subject("team", i)), st.just("supports"), st.tuples(team)),
    st.builds(ChangeField, team.map(lambda i: subject("team", i)), st.just("name"), st.sampled_from(("", "New"))),
    st.builds(ChangeField, service.map(lambda i: subject("service", i)), st.just("team"), st.none() | team),
    st.builds(ChangeField, st.just(Subject("organization")), st.just("version"), st.sampled_from(("1", None))),
)
simple = st.one_of(
    st.builds(AssignTeam, row, team, st.sampled_from(("A", "AR", "R", "C", "I", None))),
    st.builds(MoveAccountability, row, team),
    st.builds(KeepOneAccountable, row, team),
    st.builds(AddRow, new_row, st.none() | st.integers(-1, 6)),
    st.builds(MoveRow, row, st.integers(-1, 6)),
    st.builds(RemoveRow, row),
    st.builds(MergeRows, row, row),
    st.builds(
        MarkNotApplicable,
        service,
        st.tuples(st.sampled_from(("database", "rails"))),
        st.sampled_from(("", "Not needed here.")),
    ),
    st.builds(AddTeam, st.builds(Team, st.sampled_from((*TEAMS, GHOST, "fresh", ALERT)), st.just("New"))),
    st.builds(MoveTeam, team, st.integers(-1, 6)),
    st.builds(RemoveTeam, team),
    st.builds(MapTeam, team, team),
    st.builds(MergeTeams, team, team),
    st.builds(SplitTeam, team, st.just("New"), st.tuples(row), st.none() | st.integers(1, 3)),
    st.builds(HalveTeam, team),
    st.builds(RemoveSite, team, st.sampled_from(("Europe/London", "America/Denver"))),
    st.builds(RemovePerson, team, st.sampled_from(("kim", "Noor Haddad"))),
    st.builds(AddService, st.builds(Service, st.sampled_from((*SERVICES, "fresh")), st.just("New"), st.none() | team)),
    st.builds(RemoveService, service),
    st.builds(AddEscalation, escalations((*TEAMS, GHOST))),
    st.builds(AddRotation, st.builds(Rotation, st.just("fresh-primary"), team)),
    st.builds(RemoveRotation, team.map(lambda i: f"{i}-primary")),
    st.builds(PlaceCard, st.builds(Place, team.map(lambda i: subject("team", i)), st.just(5.0), st.just(6.0))),
    st.just(ClearPlaces()),
    st.builds(
        Waive,
        st.builds(
            Waiver, st.just("ESC003"), st.just(("team:app",)), st.sampled_from(("", "Agreed.")), st.just(date.max)
        ),
    ),
    fields,
)
commands = st.one_of(
    simple,
    st.builds(lambda held: Together("Together", tuple(held)), st.lists(simple, max_size=3)),
    st.sampled_from(("change escalation", "remove escalation", "remove waiver")),
)


def command_for(document: Document, drawn, data):
    """Commands that name a whole value can only be drawn once the document is known."""
    if not isinstance(drawn, str):
        return drawn
    if drawn == "remove waiver":
        return RemoveWaiver(data.draw(st.sampled_from(document.waivers))) if document.waivers else None
    ways = document.organization.escalations
    if not ways:
        return None
    way = data.draw(st.sampled_from(ways))
    if drawn == "remove escalation":
        return RemoveEscalation(way)
    return ChangeEscalation(way, data.draw(escalations(TEAMS)))
