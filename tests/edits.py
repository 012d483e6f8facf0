"""Edits drawn at random, sensible ones and such as are refused; every class of command is drawn."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st
from strategies import (
    AREAS,
    COVERAGES,
    GHOST,
    LAYERS,
    PEOPLE,
    ROWS,
    SERVICES,
    TEAMS,
    ZONES,
    escalations,
    layers,
    perhaps,
    questionnaires,
    ratings_of_one,
    some,
)

import orgmodel.commands as c
from orgmodel.document import Decision, Document, Place, View, Waiver
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALERT,
    Area,
    Assessment,
    Confirmation,
    Duration,
    Member,
    NotApplicable,
    Responsibility,
    Rotation,
    Service,
    Site,
    Subject,
    Team,
    Workload,
    subject,
)

team, row, service = st.sampled_from((*TEAMS, GHOST)), st.sampled_from(ROWS), st.sampled_from(SERVICES)
layer, area = st.sampled_from((*LAYERS, "fresh")), st.sampled_from((*AREAS, "fresh"))
rotation = st.one_of(team.map(lambda i: f"{i}-primary"), st.just("fresh-primary"))
assessment, questionnaire = st.sampled_from(("bt", "ours-2026")), st.sampled_from(("ours", "bt-sre-maturity"))
places = perhaps(st.integers(-1, 6))
letters = st.sampled_from(("A", "AR", "R", "C", "I", None))
some_rows = some(ROWS, 3)
durations = st.sampled_from((None, Duration(5, "m"), Duration(7, "d")))
new_row = st.builds(Responsibility, st.sampled_from((*ROWS, "fresh")), st.just("Fresh"), service=st.none() | service)
members = some((Member("kim", "Kim Lee"), Member("kimber", "Kim Lee"), Member("lee", "Lee Park", site="Europe/London")))
things = st.one_of(
    team.map(lambda i: subject("team", i)),
    row.map(lambda i: subject("responsibility", i)),
    service.map(lambda i: subject("service", i)),
    st.sampled_from(
        ("organization", "person:app/kim", "waiver:GAP001/1", "layer:fresh", "area:fresh", "assessment:bt")
    ),
)
decisions = st.builds(
    Decision,
    st.sampled_from((date(2026, 11, 22), datetime(2026, 11, 22, 14, 5, 30))),  # noqa: DTZ001 (a file's is naive)
    st.sampled_from(("Web SRE takes it.", " ")),
    st.sampled_from(("decision", "question", "action")),
    some((Subject("team:app"), Subject("responsibility:code"), Subject("layer:fresh"))),
)
views = st.builds(View, st.sampled_from(("First", "Second", "")), st.sampled_from((None, "chain")), perhaps(things))
waivers = st.builds(
    Waiver,
    st.sampled_from(("ESC003", "GAP001")),
    some((Subject("team:app"), Subject("responsibility:code"))),
    st.sampled_from(("", "Agreed.")),
    st.sampled_from((date.max, date(2026, 12, 1))),
)


def _changes(kind, which, /, **fields):
    """One field of one thing of a kind, to a value that is drawn."""
    named = which.map(lambda identifier: subject(kind, identifier)) if which is not None else st.just(Subject(kind))
    return [st.builds(c.ChangeField, named, st.just(field), given) for field, given in fields.items()]


texts = st.sampled_from((None, "A text", "no", "a: b # c", "", "two\nlines"))
changes = [
    *_changes(
        "responsibility",
        row,
        criticality=st.integers(0, 5),
        name=st.sampled_from(("Database", "Databases", "Database Backups")),
        layer=perhaps(layer),
        area=perhaps(area),
        service=perhaps(service),
        depends_on=some(ROWS),
        activities=some(("bt-sre-maturity/4", "ours/1", "ours/9")),
        paged=perhaps(st.booleans()),
        runbook=texts,
        effort=durations,
        confirmed=perhaps(st.builds(Confirmation, texts, st.sampled_from((None, date(2026, 11, 2))))),
        state=st.sampled_from(("open", "agreed", "parked", "done")),
    ),
    *_changes(
        "team",
        team,
        name=st.sampled_from(("", "New", "12:30")),
        kind=st.sampled_from(("frontline", "other", "sre")),
        mission=texts,
        lead=st.sampled_from((None, "kim", "Kim Lee")),
        contact=texts,
        headcount=perhaps(st.integers(-1, 9)),
        parent=perhaps(team),
        supports=some((*TEAMS, GHOST)),
        sites=some((Site("Europe/London", headcount=3), Site("London", "Europe/London"), Site("Nowhere", "Mars/Base"))),
        members=members,
        workload=perhaps(st.builds(Workload, st.sampled_from((None, 50, 101)), perhaps(st.just(2.5)))),
        status=st.sampled_from(("active", "planned", "archived", None)),
    ),
    *_changes(
        "service",
        service,
        team=perhaps(team),
        name=texts,
        criticality=perhaps(st.integers(0, 5)),
        complexity=st.sampled_from((None, "simple", "hard")),
        user_facing=perhaps(st.booleans()),
        depends_on=some(SERVICES),
        matrix=st.sampled_from((None, "support-chain", "Not An Id")),
        not_applicable=some((NotApplicable("rails", "Written in Go."), NotApplicable("database"))),
    ),
    *_changes("layer", layer, name=texts, kind=st.sampled_from((None, "frontline", "sre"))),
    *_changes("area", area, name=texts),
    *_changes(
        "rotation",
        rotation,
        team=team,
        level=st.integers(0, 3),
        coverage=perhaps(st.sampled_from(COVERAGES)),
        timezone=st.sampled_from((None, *ZONES, "Mars/Base")),
        members=perhaps(st.integers(-1, 9)) | some(PEOPLE, 3),
        turn=durations,
        shift=durations,
        pages_per_day=st.sampled_from((None, 0, 1.5, float("nan"))),
        hand_up=durations,
    ),
    *_changes(
        "assessment",
        assessment,
        questionnaire=questionnaire,
        date=st.sampled_from((date(2026, 1, 5), None)),
        ratings=some((("1", ratings_of_one("na")), ("4", ratings_of_one(3)))),
        printed_totals=some((("bt-specific", 16), ("one", 2.5))),
    ),
    *_changes(
        "questionnaire", questionnaire, name=texts, description=texts, sections=questionnaires.map(lambda q: q.sections)
    ),
    *_changes(
        "organization",
        None,
        name=st.sampled_from(("Renamed", " ")),
        description=texts,
        owner=texts,
        version=st.sampled_from(("1", "1.0", None)),
        classification=texts,
        review_by=st.sampled_from((None, date(2027, 3, 31), "soon")),
        based_on=texts,
        effective=st.sampled_from((None, date(2027, 1, 11))),
        settings=st.none(),
    ),
]
fields = st.one_of(changes)

DRAWN = {
    c.AssignTeam: st.builds(c.AssignTeam, row, team, letters),
    c.AssignTeams: st.builds(
        c.AssignTeams, st.just("Assign"), st.lists(st.builds(c.AssignTeam, row, team, letters), max_size=3).map(tuple)
    ),
    c.SetLetters: st.builds(c.SetLetters, st.lists(st.tuples(row, team), max_size=3).map(tuple), letters),
    c.MoveAccountability: st.builds(c.MoveAccountability, row, team),
    c.KeepOneAccountable: st.builds(c.KeepOneAccountable, row, team),
    c.AddRow: st.builds(c.AddRow, new_row, places),
    c.AddRows: st.builds(
        c.AddRows,
        st.sampled_from(
            (
                (),
                (Responsibility("first", "First", depends_on=("second",)), Responsibility("second", "Second")),
                (Responsibility("twice", "Twice"), Responsibility("twice", "Twice")),
            )
        ),
        places,
    ),
    c.MoveRow: st.builds(c.MoveRow, row, st.integers(-1, 6)),
    c.MoveRows: st.builds(
        c.MoveRows, some_rows, perhaps(st.tuples(perhaps(service), perhaps(layer))), before=perhaps(row)
    ),
    c.RemoveRow: st.builds(c.RemoveRow, row),
    c.RemoveRows: st.builds(c.RemoveRows, some_rows),
    c.DuplicateRow: st.builds(c.DuplicateRow, row, st.sampled_from((None, "Copy")), st.sampled_from((None, "code"))),
    c.MergeRows: st.builds(c.MergeRows, row, row),
    c.SetState: st.builds(c.SetState, some_rows, st.sampled_from(("agreed", "parked", "done"))),
    c.ConfirmRows: st.builds(
        c.ConfirmRows, some_rows, st.sampled_from((None, Confirmation("Web SRE", date(2026, 11, 2))))
    ),
    c.MarkNotApplicable: st.builds(
        c.MarkNotApplicable,
        service,
        st.tuples(st.sampled_from(("database", "rails"))),
        st.sampled_from(("", "Not needed here.")),
    ),
    c.AddTeam: st.builds(c.AddTeam, st.builds(Team, st.sampled_from((*TEAMS, GHOST, "fresh", ALERT)), st.just("New"))),
    c.MoveTeam: st.builds(c.MoveTeam, team, st.integers(-1, 6)),
    c.RemoveTeam: st.builds(c.RemoveTeam, team),
    c.DuplicateTeam: st.builds(c.DuplicateTeam, team, st.sampled_from((None, "Copy", " "))),
    c.MapTeam: st.builds(c.MapTeam, team, team),
    c.MergeTeams: st.builds(c.MergeTeams, team, team),
    c.SplitTeam: st.builds(c.SplitTeam, team, st.just("New"), st.tuples(row), st.none() | st.integers(1, 3)),
    c.HalveTeam: st.builds(c.HalveTeam, team),
    c.RemoveSite: st.builds(c.RemoveSite, team, st.sampled_from(("Europe/London", "America/Denver"))),
    c.RemovePerson: st.builds(c.RemovePerson, team, st.sampled_from(("kim", "Noor Haddad"))),
    c.AddService: st.builds(
        c.AddService, st.builds(Service, st.sampled_from((*SERVICES, "fresh")), st.just("New"), st.none() | team)
    ),
    c.MoveService: st.builds(c.MoveService, service, st.integers(-1, 3)),
    c.RemoveService: st.builds(c.RemoveService, service),
    c.DuplicateService: st.builds(c.DuplicateService, service, st.sampled_from((None, "Copy"))),
    c.AddLayer: st.builds(c.AddLayer, layers, places),
    c.MoveLayer: st.builds(c.MoveLayer, layer, st.integers(-1, 6)),
    c.RemoveLayer: st.builds(c.RemoveLayer, layer, perhaps(layer)),
    c.AddArea: st.builds(c.AddArea, st.builds(Area, area, st.sampled_from(("Fresh", " "))), places),
    c.MoveArea: st.builds(c.MoveArea, area, st.integers(-1, 6)),
    c.RemoveArea: st.builds(c.RemoveArea, area, perhaps(area)),
    c.AddEscalation: st.builds(c.AddEscalation, escalations((*TEAMS, GHOST))),
    c.AddRotation: st.builds(c.AddRotation, st.builds(Rotation, st.just("fresh-primary"), team), places),
    c.MoveRotation: st.builds(c.MoveRotation, rotation, st.integers(-1, 6)),
    c.RemoveRotation: st.builds(c.RemoveRotation, rotation),
    c.DuplicateRotation: st.builds(c.DuplicateRotation, rotation),
    c.AddAssessment: st.builds(
        c.AddAssessment,
        st.builds(
            Assessment,
            assessment,
            questionnaire,
            st.just(date(2026, 11, 22)),
            some((("1", ratings_of_one(5)), ("9", ratings_of_one("unknown")))),
        ),
        places,
    ),
    c.RemoveAssessment: st.builds(c.RemoveAssessment, assessment),
    c.RateQuestion: st.builds(
        c.RateQuestion,
        assessment,
        st.sampled_from(("1", "2", "9")),
        perhaps(st.sampled_from((1, 5, "na", 6)).map(ratings_of_one)),
    ),
    c.SetPrintedTotal: st.builds(
        c.SetPrintedTotal, assessment, st.sampled_from(("one", "bt-specific")), perhaps(st.sampled_from((16, 2.5, -1)))
    ),
    c.AddQuestionnaire: st.builds(c.AddQuestionnaire, questionnaires, places),
    c.RemoveQuestionnaire: st.builds(c.RemoveQuestionnaire, questionnaire),
    c.AddDecision: st.builds(c.AddDecision, decisions, places),
    c.AddView: st.builds(c.AddView, views, places),
    c.SetLimit: st.builds(
        c.SetLimit,
        st.sampled_from(("stale_days", "name_similarity", "unheard_of")),
        st.sampled_from((None, 90, 0.5, -1, float("inf"))),
    ),
    c.SetSeverity: st.builds(
        c.SetSeverity, st.sampled_from(("ESC010", "LOAD003", "esc")), st.sampled_from((None, "off", "error", "fatal"))
    ),
    c.PlaceCard: st.builds(
        c.PlaceCard, st.builds(Place, team.map(lambda i: subject("team", i)), st.just(5.0), st.just(6.0))
    ),
    c.ClearPlaces: st.just(c.ClearPlaces()),
    c.Waive: st.builds(c.Waive, waivers),
    c.ChangeField: fields,
    c.ChangeFields: st.builds(
        lambda change, more: c.ChangeFields((change.subject, *more), change.field, change.given),
        fields,
        some((Subject("responsibility:code"), Subject("responsibility:alerts"), Subject("team:sre"))),
    ),
}
"""What is drawn of each class whose commands name things by their ids."""
simple = st.one_of(*DRAWN.values())


def _of_some(held, make):
    """A command that names one of the whole values that a document holds; None where it holds none."""

    def command(document, data):
        values = held(document)
        return make(data.draw(st.sampled_from(values)), data) if values else None

    return command


def _ways(document):
    return document.organization.escalations


NAMED_BY_VALUE = {
    c.ChangeEscalation: _of_some(_ways, lambda way, data: c.ChangeEscalation(way, data.draw(escalations(TEAMS)))),
    c.MoveEscalation: _of_some(_ways, lambda way, data: c.MoveEscalation(way, data.draw(st.integers(-1, 6)))),
    c.RemoveEscalation: _of_some(_ways, lambda way, _: c.RemoveEscalation(way)),
    c.ChangeWaiver: _of_some(lambda d: d.waivers, lambda held, data: c.ChangeWaiver(held, data.draw(waivers))),
    c.RemoveWaiver: _of_some(lambda d: d.waivers, lambda held, _: c.RemoveWaiver(held)),
    c.ChangeDecision: _of_some(lambda d: d.decisions, lambda held, data: c.ChangeDecision(held, data.draw(decisions))),
    c.RemoveDecision: _of_some(lambda d: d.decisions, lambda held, _: c.RemoveDecision(held)),
    c.ChangeView: _of_some(lambda d: d.views, lambda held, data: c.ChangeView(held, data.draw(views))),
    c.MoveView: _of_some(lambda d: d.views, lambda held, data: c.MoveView(held, data.draw(st.integers(-1, 3)))),
    c.RemoveView: _of_some(lambda d: d.views, lambda held, _: c.RemoveView(held)),
}
"""How a command of each class is drawn that names a whole value, once the document is known."""
commands = st.one_of(
    simple,
    st.builds(lambda held: c.Together("Together", tuple(held)), st.lists(simple, max_size=3)),
    st.sampled_from(tuple(NAMED_BY_VALUE)),
)


def command_for(document: Document, drawn, data):
    """Commands that name a whole value can only be drawn once the document is known; None where it has none."""
    return NAMED_BY_VALUE[drawn](document, data) if isinstance(drawn, type) else drawn


def edited(document: Document, drawn, data):
    """The document after these commands, without those that are refused."""
    for each in drawn:
        command = command_for(document, each, data)
        try:
            document = document if command is None else command.apply(document)
        except CommandRefused:
            continue
    return document
