"""What some edits leave behind, said with small organisations."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodel.commands import (
    AddAssessment,
    AddEscalation,
    AddRow,
    AddService,
    AssignTeam,
    ChangeEscalation,
    ChangeField,
    ClearPlaces,
    MapTeam,
    MoveRow,
    PlaceCard,
    RemoveService,
    RemoveTeam,
    Together,
    Waive,
)
from orgmodel.document import Document, Place, Waiver
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALERT,
    ORGANIZATION,
    Assessment,
    Duration,
    Escalation,
    Member,
    Organization,
    Raci,
    Rating,
    Responsibility,
    Rotation,
    Service,
    Team,
)


@pytest.fixture
def document():
    return Document(
        Organization(
            name="Shop",
            teams=(
                Team("app", "App Team", "application", parent="head", members=(Member("kim", "Kim"),)),
                Team("sre", "App SRE", "application-sre", supports=("app",)),
                Team("head", "Head", "governance"),
            ),
            services=(Service("shop", "Shop", "app"), Service("till", "Till", depends_on=("shop",))),
            responsibilities=(
                Responsibility("code", "Code", service="shop", raci=Raci({"app": "A", "ghost": "R"})),
                Responsibility("database", "Database", depends_on=("code",), raci=Raci({"sre": "A", "app": "C"})),
            ),
            rotations=(Rotation("app-primary", "app"),),
            escalations=(
                Escalation(ALERT, "sre"),
                Escalation("sre", "app", services=("shop",)),
                Escalation("sre", "head", "hierarchic", services=("shop", "till")),
            ),
        )
    )


def test_a_team_goes_with_all_that_named_it(document):
    after = RemoveTeam("app").apply(document).organization
    assert [team.id for team in after.teams] == ["sre", "head"]
    assert after.teams[0].supports == ()
    assert after.services[0].team is None
    assert [dict(row.raci) for row in after.responsibilities] == [{"ghost": "R"}, {"sre": "A"}]
    assert after.rotations == ()
    assert [way.target for way in after.escalations] == ["sre", "head"]


def test_what_a_team_that_goes_had_promised_nobody_does(document):
    rated = Assessment(
        "ours", "bt-sre-maturity", date(2026, 11, 2), (("1", Rating(3, action="Audit it", owner="app")),)
    )
    after = RemoveTeam("app").apply(AddAssessment(rated).apply(document)).organization
    assert after.assessments[0].ratings == (("1", Rating(3, action="Audit it")),)


def test_a_missing_team_is_replaced_everywhere_and_letters_add_up(document):
    after = MapTeam("ghost", "app").apply(document).organization
    assert dict(after.row_by_id["code"].raci) == {"app": "AR"}
    assert after.responsibilities[1] is document.organization.responsibilities[1]


def test_a_team_that_takes_over_has_no_way_to_itself(document):
    after = MapTeam("app", "sre").apply(document).organization
    assert [(way.source, way.target) for way in after.escalations] == [(ALERT, "sre"), ("sre", "head")]
    assert after.team_by_id["sre"].supports == ()
    assert dict(after.row_by_id["database"].raci) == {"sre": "A"}


def test_a_service_goes_with_its_rows_and_its_own_escalations(document):
    after = RemoveService("shop").apply(document).organization
    assert [row.id for row in after.responsibilities] == ["database"]
    assert after.responsibilities[0].depends_on == ()
    assert after.services[0].depends_on == ()
    assert [(way.target, way.services) for way in after.escalations] == [("sre", ()), ("head", ("till",))]
    assert RemoveService("shop").label(document) == "Remove service Shop with 1 row"


def test_a_service_comes_with_its_rows(document):
    command = AddService(Service("desk", "Desk"), (Responsibility("desk-code", "Code", service="desk"),))
    assert command.label(document) == "Add service Desk with 1 row"
    assert command.apply(document).organization.row_by_id["desk-code"].service == "desk"


def test_rows_stand_where_they_are_put(document):
    first = AddRow(Responsibility("first", "First"), at=0).apply(document)
    assert [row.id for row in first.organization.responsibilities] == ["first", "code", "database"]
    moved = MoveRow("first", 2).apply(first)
    assert [row.id for row in moved.organization.responsibilities] == ["code", "database", "first"]


def test_where_one_edit_of_several_is_refused_none_is_made(document):
    command = Together("Both", (AssignTeam("code", "sre", "C"), AssignTeam("code", "nobody", "C")))
    with pytest.raises(CommandRefused, match="no team “nobody”"):
        command.apply(document)


@pytest.mark.parametrize(
    ("subject", "field", "given", "label"),
    [
        ("responsibility:database", "criticality", 2, "Change criticality of Database to 2"),
        ("responsibility:database", "paged", True, "Change paged of Database to yes"),
        ("responsibility:database", "layer", "environment", "Change layer of Database to Web Application Environment"),
        ("responsibility:database", "depends_on", (), "Clear dependencies of Database"),
        ("responsibility:database", "effort", Duration(6, "h"), "Change effort of Database to 6h"),
        ("team:app", "name", "Web Team", "Rename App Team to Web Team"),
        ("team:app", "parent", None, "Clear parent of App Team"),
        ("team:sre", "kind", "frontline", "Change kind of App SRE to Frontline Support"),
        ("service:till", "team", "sre", "Change team of Till to App SRE"),
        ("rotation:app-primary", "level", 2, "Change level of app-primary to 2"),
        ("organization", "owner", "Reliability", "Change owner of Shop to Reliability"),
    ],
)
def test_one_field_of_one_thing_changes(document, subject, field, given, label):
    command = ChangeField(subject, field, given)
    assert command.label(document).startswith(label)
    assert command.apply(document) is not document
    assert command.apply(command.apply(document)) == command.apply(document)


@pytest.mark.parametrize(
    ("subject", "field", "given", "sentence"),
    [
        ("responsibility:gone", "criticality", 2, "no row “gone”"),
        ("responsibility:database", "criticality", 5, "from 1 to 4"),
        ("responsibility:database", "id", "db", "cannot|that can be changed"),
        ("responsibility:database", "raci", None, "that can be changed"),
        ("responsibility:database", "depends_on", ("database",), "depend on itself"),
        ("team:head", "parent", "app", "above itself"),
        ("team:app", "name", "  ", "needs a name"),
        ("team:app", "kind", None, "has to be a kind"),
        ("team:app", "kind", "sre", "none of"),
        ("rotation:app-primary", "team", None, "has to be a team"),
        ("rotation:app-primary", "team", "gone", "no team"),
        ("escalation:sre->app", "after", None, "no escalation"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(document, subject, field, given, sentence):
    with pytest.raises(CommandRefused, match=sentence):
        ChangeField(subject, field, given).apply(document)


def test_of_two_ways_between_the_same_teams_the_one_that_was_meant_changes(document):
    night = Escalation("sre", "app", when="at night")
    both = AddEscalation(night).apply(document)
    later = Escalation("sre", "app", when="at night", after=Duration(15, "m"))
    after = ChangeEscalation(night, later).apply(both).organization.escalations
    assert after == (*document.organization.escalations, later)
    with pytest.raises(CommandRefused, match="same escalation"):
        AddEscalation(night).apply(both)


def test_a_waiver_needs_a_reason_and_something_to_be_about(document):
    with pytest.raises(CommandRefused, match="reason"):
        Waive(Waiver("GAP001", ("responsibility:code",), " ", date(2027, 1, 1))).apply(document)
    with pytest.raises(CommandRefused, match="about"):
        Waive(Waiver("GAP001", (), "Agreed.", date(2027, 1, 1))).apply(document)


def test_a_card_stays_where_it_was_put_until_places_are_cleared(document):
    placed = PlaceCard(Place("team:app", 1, 2)).apply(PlaceCard(Place("team:app", 5, 6)).apply(document))
    assert placed.arrangement.chain == (Place("team:app", 1, 2),)
    assert ClearPlaces(("team:sre",)).apply(placed) is placed
    assert ClearPlaces().apply(placed).arrangement.chain == ()
    with pytest.raises(CommandRefused):
        PlaceCard(Place(ORGANIZATION, 1, 2)).apply(document)


@pytest.mark.parametrize(
    "command",
    [
        MapTeam("named-nowhere", "sre"),
        AssignTeam("code", "app", "A"),
        ChangeField("team:sre", "supports", ("app",)),
        MoveRow("code", 0),
        ClearPlaces(),
        Together("Nothing", ()),
    ],
    ids=lambda command: type(command).__name__,
)
def test_an_edit_that_changes_nothing_gives_the_very_same_document(document, command):
    assert command.apply(document) is document


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (2.5, "“2.5” is not whole: it has to be a whole number from 0 to 1000000."),
        (float("nan"), "“nan” is no number: it has to be one from 0 to 1000000."),
        (float("inf"), "“inf” is no number: it has to be one from 0 to 1000000."),
        ("many", "“many” is no number: it has to be one from 0 to 1000000."),
        (True, "“True” is no number: it has to be one from 0 to 1000000."),
        (-1, "“-1” is too small: it has to be a number from 0 to 1000000."),
        (10**400, "” is too large: it has to be a number from 0 to 1000000."),
    ],
)
def test_a_headcount_is_a_whole_number(document, given, sentence):
    with pytest.raises(CommandRefused) as refused:
        ChangeField(document.organization.teams[0].subject, "headcount", given).apply(document)
    assert str(refused.value).endswith(sentence)
