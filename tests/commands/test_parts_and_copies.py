"""What edits of parts, layers and copies leave behind, said with a small organisation."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from orgmodel.catalogue import template
from orgmodel.commands import (
    AddDecision,
    AddQuestionnaire,
    AddView,
    ChangeField,
    ChangeFields,
    ConfirmRows,
    DuplicateRotation,
    DuplicateRow,
    DuplicateService,
    DuplicateTeam,
    MoveRows,
    MoveView,
    RemoveArea,
    RemoveLayer,
    RemoveQuestionnaire,
    RemoveWaiver,
    SetLetters,
    SetLimit,
    SetSeverity,
    SetState,
)
from orgmodel.document import Decision, Document, View, Waiver
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    Activity,
    Area,
    Assessment,
    Confirmation,
    Duration,
    Escalation,
    Layer,
    Member,
    NotApplicable,
    Organization,
    Questionnaire,
    Raci,
    Rating,
    Responsibility,
    Rotation,
    Section,
    Service,
    Site,
    Team,
)
from orgmodel.service_from_matrix import service_from_matrix

ANA, KIM = Member("ana", "Ana Sousa", site="London"), Member("kim", "Kim Lee", site="Denver")
OURS = Questionnaire(
    "ours", "Ours", sections=(Section("one", "One", (Activity("1", "Written."), Activity("2", "Read."))),)
)


@pytest.fixture
def document():
    return Document(
        Organization(
            name="Shop",
            layers=(Layer("application", "Application"), Layer("environment", "Environment")),
            areas=(Area("monitoring", "Monitoring"), Area("writing", "Writing")),
            teams=(
                Team(
                    "app",
                    "App Team",
                    "application",
                    lead="Ana Sousa",
                    sites=(Site("London", "Europe/London"), Site("Denver", "America/Denver")),
                    members=(ANA, KIM),
                ),
                Team("sre", "App SRE", "application-sre", supports=("app",)),
            ),
            services=(Service("shop", "Shop", "app"), Service("till", "Till")),
            responsibilities=(
                Responsibility("code", "Code", service="shop", layer="application", raci=Raci({"app": "A"})),
                Responsibility(
                    "shop-database",
                    "Database",
                    service="shop",
                    layer="environment",
                    area="monitoring",
                    depends_on=("code", "alerts"),
                    activities=("ours/1", "ours/2"),
                    raci=Raci({"sre": "AR"}),
                    confirmed=Confirmation("SRE"),
                    state="agreed",
                ),
                Responsibility("alerts", "Alerts", layer="environment"),
            ),
            rotations=(
                Rotation("app-primary", "app", members=("ana", "Kim Lee", "Noor Haddad"), pages_per_day=2),
                Rotation("sre-primary", "sre", members=("ana",)),
            ),
            escalations=(
                Escalation("sre", "app", layers=("environment",), services=("shop",)),
                Escalation("app", "sre", layers=("application",), services=("shop",)),
            ),
            questionnaires=(OURS,),
            assessments=(
                Assessment(
                    "ours-2026", "ours", date(2026, 11, 2), (("1", Rating(3)), ("2", Rating("na"))), (("one", 3),)
                ),
            ),
        ),
        waivers=(
            Waiver("GAP001", ("layer:environment",), "Why.", date(2027, 1, 1)),
            Waiver("GAP001", ("team:sre",), "Why.", date(2027, 1, 1)),
        ),
        decisions=(
            Decision(date(2026, 11, 2), "Said.", about=("person:app/ana", "layer:environment", "assessment:ours-2026")),
        ),
        views=(View("One", focus="waiver:GAP001/2"), View("Two", focus="person:app/kim"), View("Two")),
    )


# --- people and sites


def test_somebody_who_is_renamed_is_renamed_in_the_rotation_and_as_the_lead(document):
    members = (Member("ana", "Ana Reyes", site="London"), Member("kim", "Kim Park", site="Denver"))
    after = ChangeField("team:app", "members", members).apply(document)
    assert after.organization.rotations[0].members == ("ana", "Kim Park", "Noor Haddad")
    assert after.organization.rotations[1] is document.organization.rotations[1]
    assert after.organization.teams[0].lead == "Ana Reyes"
    assert after.decisions is document.decisions


def test_somebody_with_a_new_id_is_the_same_person(document):
    members = (Member("ana-sousa", "Ana Sousa", site="London"), KIM)
    after = ChangeField("team:app", "members", members).apply(document)
    assert after.organization.rotations[0].members == ("ana-sousa", "Kim Lee", "Noor Haddad")
    assert after.decisions[0].about[0] == "person:app/ana-sousa"


def test_somebody_who_goes_is_taken_from_the_rotation_the_lead_and_what_was_said(document):
    after = ChangeField("team:app", "members", (KIM,)).apply(document)
    assert after.organization.rotations[0].members == ("Kim Lee", "Noor Haddad")
    assert after.organization.teams[0].lead is None
    assert after.decisions[0].about == ("layer:environment", "assessment:ours-2026")


def test_members_go_with_their_site_to_its_new_name_and_are_nowhere_when_it_closes(document):
    renamed = ChangeField("team:app", "sites", (Site("Paris", "Europe/Paris"), Site("Denver"))).apply(document)
    assert [member.site for member in renamed.organization.teams[0].members] == ["Paris", "Denver"]
    closed = ChangeField("team:app", "sites", (Site("Denver"),)).apply(document)
    assert [member.site for member in closed.organization.teams[0].members] == [None, "Denver"]
    with pytest.raises(CommandRefused, match="no site “Rome” for Kim"):
        ChangeField("team:app", "members", (Member("kim", "Kim", site="Rome"),)).apply(document)


@pytest.mark.parametrize(
    ("subject", "field", "given", "sentence"),
    [
        ("team:app", "sites", (Site("London"), Site("London")), "stands there twice"),
        ("team:app", "sites", (Site("London", "Europe/Londn"),), "did you mean Europe/London"),
        ("team:app", "members", (ANA, Member("ana", "Other")), "stands there twice"),
        ("rotation:app-primary", "timezone", "Mars/Base", "no time zone"),
        ("rotation:app-primary", "coverage", "24x7", "are no hours: choose 24x7, business hours, or days and hours"),
        ("rotation:app-primary", "turn", Duration(-1, "d"), "no length of time"),
        ("service:shop", "depends_on", ("shop",), "depend on itself"),
        ("service:shop", "not_applicable", (NotApplicable("No Id"),), "cannot be an id"),
        ("responsibility:alerts", "activities", ("ours/3",), "no activity “ours/3”"),
        ("responsibility:alerts", "confirmed", Confirmation(on=datetime(2026, 1, 5)), "no day"),  # noqa: DTZ001
        ("assessment:ours-2026", "questionnaire", None, "has to be a questionnaire"),
        ("assessment:ours-2026", "ratings", (("3", Rating(1)),), "no question “3”"),
        ("assessment:ours-2026", "ratings", (("1", Rating(6)),), "no rating"),
        ("questionnaire:ours", "sections", (OURS.sections[0], OURS.sections[0]), "stands there twice"),
        ("organization", "review_by", "soon", "no day"),
        ("organization", "name", "a\0b", "NUL"),
        ("team:app", "mission", "half \ud800", "half of a character"),
        ("organization", "settings", None, "can be changed like this"),
    ],
)
def test_what_no_file_could_hold_is_refused(document, subject, field, given, sentence):
    with pytest.raises(CommandRefused, match=sentence):
        ChangeField(subject, field, given).apply(document)


def test_a_team_that_is_missing_may_stay_among_those_that_are_named(document):
    stale = ChangeField("team:sre", "supports", ()).apply(document)
    teams = tuple(
        Team("sre", "App SRE", supports=("ghost",)) if team.id == "sre" else team for team in stale.organization.teams
    )
    stale = stale.with_organization(stale.organization.copy_with(teams=teams))
    after = ChangeField("team:sre", "supports", ("ghost", "app")).apply(stale)
    assert after.organization.team_by_id["sre"].supports == ("ghost", "app")


# --- layers, areas, questionnaires


def test_rows_and_escalations_of_a_layer_that_goes_find_another(document):
    command = RemoveLayer("environment", "application")
    after = command.apply(document)
    assert command.label(document) == "Remove layer Environment and move two rows to Application"
    assert {row.layer for row in after.organization.responsibilities} == {"application"}
    assert [way.layers for way in after.organization.escalations] == [("application",), ("application",)]
    assert after.waivers[0].on == ("layer:application",)


def test_without_another_the_rows_are_in_no_layer_and_ways_for_it_alone_go(document):
    after = RemoveLayer("environment").apply(document)
    assert [row.layer for row in after.organization.responsibilities] == ["application", None, None]
    assert [way.target for way in after.organization.escalations] == ["sre"]
    assert [waiver.on for waiver in after.waivers] == [("team:sre",)]
    assert after.views[0].focus == "waiver:GAP001/1", "the second waiver is the first one now"


def test_rows_of_an_area_that_goes(document):
    assert RemoveArea("monitoring", "writing").apply(document).organization.responsibilities[1].area == "writing"
    assert RemoveArea("monitoring").apply(document).organization.responsibilities[1].area is None


def test_a_question_that_goes_takes_its_ratings_and_links_along(document):
    sections = (Section("two", "Two", (Activity("1", "Written."),)),)
    after = ChangeField("questionnaire:ours", "sections", sections).apply(document).organization
    assert after.assessments[0].ratings == (("1", Rating(3)),)
    assert after.assessments[0].printed_totals == ()
    assert after.responsibilities[1].activities == ("ours/1",)
    gone = RemoveQuestionnaire("ours").apply(document)
    assert (gone.organization.assessments, gone.organization.responsibilities[1].activities) == ((), ())
    assert gone.decisions[0].about == ("person:app/ana", "layer:environment")


def test_a_questionnaire_has_what_is_rated_of_it_already(document):
    bare = document.with_organization(document.organization.copy_with(questionnaires=()))
    with pytest.raises(CommandRefused, match="no question “2”"):
        AddQuestionnaire(
            Questionnaire("ours", "Ours", sections=(Section("one", "One", (Activity("1", "W."),)),))
        ).apply(bare)
    assert AddQuestionnaire(OURS).apply(bare) == document


# --- said and shown


def test_a_waiver_that_goes_gives_its_number_to_the_next(document):
    after = RemoveWaiver(document.waivers[0]).apply(document)
    assert after.views[0].focus == "waiver:GAP001/1"
    assert RemoveWaiver(document.waivers[1]).apply(document).views[0].focus is None


def test_a_decision_is_at_a_minute_and_about_what_is_there(document):
    at = datetime(2026, 11, 2, 14, 5, 33)  # noqa: DTZ001 (a file's time is naive)
    after = AddDecision(Decision(at, "Said again.")).apply(document)
    assert after.decisions[-1].on == datetime(2026, 11, 2, 14, 5)  # noqa: DTZ001 (the same)
    with pytest.raises(CommandRefused, match="no team “gone”"):
        AddDecision(Decision(date(2026, 11, 2), "Said.", about=("team:gone",))).apply(document)


def test_a_step_is_of_somebody_whom_a_team_names(document):
    for somebody in ("person:app/kim", "person:app/Noor Haddad", "person:sre/ana", "person:app/Ana Sousa"):
        assert AddView(View("Three", focus=somebody)).apply(document).views[-1].focus == somebody
    with pytest.raises(CommandRefused, match="no person “sre/kim”"):
        AddView(View("Three", focus="person:sre/kim")).apply(document)


def test_of_two_steps_that_are_the_same_the_one_that_was_meant_moves(document):
    twice = AddView(View("Two")).apply(document)
    moved = MoveView(twice.views[3], 0).apply(twice)
    assert [view.name for view in moved.views] == ["Two", "One", "Two", "Two"]
    assert moved.views[0] is twice.views[3]


def test_settings_are_set_and_given_back(document):
    after = SetSeverity("GAP001", "off").apply(SetLimit("stale_days", 90).apply(document))
    settings = after.organization.settings
    assert (settings.limit("stale_days"), settings.severity_of("GAP001")) == (90, "off")
    assert SetSeverity("GAP001", None).apply(SetLimit("stale_days", None).apply(after)) == document
    for wrong in (SetLimit("stale_daze", 1), SetLimit("toil_percent", 101), SetSeverity("gap", "off")):
        with pytest.raises(CommandRefused):
            wrong.apply(document)


# --- many at once


def test_rows_move_together_before_another_or_to_the_end_of_where_they_go(document):
    before = MoveRows(("alerts", "shop-database"), before="code").apply(document)
    assert [row.id for row in before.organization.responsibilities] == ["shop-database", "alerts", "code"]
    into = MoveRows(("alerts",), ("shop", "application")).apply(document)
    assert [row.id for row in into.organization.responsibilities] == ["code", "alerts", "shop-database"]
    assert (into.organization.responsibilities[1].service, into.organization.responsibilities[1].layer) == (
        *("shop", "application"),
    )
    assert MoveRows(("alerts",), ("till", None)).label(document) == "Move Alerts to Till"
    assert MoveRows(("code", "alerts"), before="code").apply(document) is not document
    assert MoveRows(("code",), before="code").apply(document) is document
    with pytest.raises(CommandRefused, match="no service"):
        MoveRows(("alerts",), ("gone", None)).apply(document)


def test_letters_states_confirmations_and_fields_of_many(document):
    cells = (("code", "sre"), ("alerts", "sre"))
    assert SetLetters(cells, "C").label(document) == "Assign C to 2 cells"
    assert [row.raci.get("sre") for row in SetLetters(cells, "C").apply(document).organization.responsibilities] == [
        *("C", "AR", "C"),
    ]
    rows = ("code", "alerts")
    assert {SetState(rows, "parked").apply(document).organization.row_by_id[row].state for row in rows} == {"parked"}
    confirmed = ConfirmRows(rows, Confirmation("Dana", date(2026, 11, 22))).apply(document)
    assert confirmed.organization.row_by_id["code"].confirmed == Confirmation("Dana", date(2026, 11, 22))
    assert ConfirmRows(rows, None).apply(confirmed) == document
    paged = ChangeFields(("responsibility:code", "responsibility:alerts"), "paged", given=True)
    assert paged.label(document) == "Change paged of 2 rows"
    assert [row.paged for row in paged.apply(document).organization.responsibilities] == [True, None, True]


# --- copies


def test_a_copy_of_a_row_has_its_letters_and_is_open_again(document):
    copy = DuplicateRow("shop-database").apply(document).organization.responsibilities[2]
    assert (copy.id, copy.name, copy.state, copy.confirmed) == ("database-copy", "Database (copy)", "open", None)
    assert copy.raci == Raci({"sre": "AR"})


def test_a_copy_of_a_team_has_no_letters_rotations_or_members(document):
    after = DuplicateTeam("app", "Other Team").apply(document).organization
    copy = after.teams[1]
    assert (copy.id, copy.kind, copy.members, copy.headcount) == ("other-team", "application", (), 2)
    assert copy.lead is None
    assert all("other-team" not in row.raci for row in after.responsibilities)
    assert all(rotation.team != "other-team" for rotation in after.rotations)


def test_a_copy_of_a_service_has_its_rows_under_new_ids_and_its_escalations(document):
    after = DuplicateService("shop", "Store").apply(document).organization
    assert [service.id for service in after.services] == ["shop", "store", "till"]
    assert [row.id for row in after.responsibilities] == [
        *("code", "shop-database", "store-code", "store-database", "alerts"),
    ]
    assert after.responsibilities[3].depends_on == ("store-code", "alerts")
    assert after.responsibilities[3].raci == Raci({"sre": "AR"})
    assert [way.services for way in after.escalations] == [("shop", "store"), ("shop", "store")]


def test_how_many_pages_a_copy_of_a_rotation_gets_is_unknown(document):
    copy = DuplicateRotation("app-primary").apply(document).organization.rotations[1]
    assert (copy.id, copy.members, copy.pages_per_day) == ("app-primary-2", ("ana", "Kim Lee", "Noor Haddad"), None)


# --- a service from a reference matrix


def test_a_service_from_a_matrix_has_its_rows_with_the_only_team_of_each_kind():
    document = template("four-teams")
    new = Service("pay", "Payments", "application-team", not_applicable=(NotApplicable("rails", "Written in Go."),))
    command = service_from_matrix(document.organization, new, "support-chain")
    after = command.apply(document).organization
    rows = [row for row in after.responsibilities if row.service == "pay"]
    assert (len(rows), after.service_by_id["pay"].matrix) == (42, "support-chain")
    assert {team for row in rows for team in row.raci} == {team.id for team in document.organization.teams}
    twice = DuplicateTeam("frontline").apply(document).organization
    rows = service_from_matrix(twice, new, "support-chain").rows
    assert all("frontline" not in row.raci for row in rows), "two teams of that kind: nobody owns it yet"


def test_layers_that_an_organization_calls_otherwise_are_found_by_their_kind():
    organization = Organization("Shop", layers=(Layer("product", "Product", "application"),), areas=())
    command = service_from_matrix(organization, Service("pay", "Payments"), "support-chain")
    assert {row.layer for row in command.rows} == {"product", None}
    assert {row.area for row in command.rows} == {None}
    assert command.apply(Document(organization)).organization.services == (command.service,)
