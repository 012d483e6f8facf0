"""What an edit would do, said before it is done: laws for any organisation, and cases that anybody can read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from staffed import staffed, what_ifs

from orgmodel.analysis import analyse
from orgmodel.commands import (
    AssignTeam,
    HalveTeam,
    MergeTeams,
    RemoveEscalation,
    RemovePerson,
    RemoveSite,
    RemoveTeam,
    SplitTeam,
)
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.history import History
from orgmodel.model import (
    ALERT,
    ALWAYS,
    Escalation,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    Settings,
    Site,
    Team,
    Workload,
)
from orgmodel.model.value import changed
from orgmodel.sentences import few
from orgmodel.verdicts import owners_of
from orgmodel.what_if import accepted, consequences
from orgmodel.yaml_file import read_file

TODAY = date(2026, 11, 22)
LAWS = settings(max_examples=60, deadline=None)
LONDON, DENVER = Site("London", "Europe/London", 9), Site("Denver", "America/Denver", 6)


@LAWS
@given(staffed(), st.data())
def test_nothing_raises_and_everything_said_is_what_comes(document, data):
    command = data.draw(what_ifs(document))
    found = consequences(document, command, TODAY)
    assert found.said
    assert all(sentence.endswith(".") for sentence in found.said)
    if found.refused:
        with pytest.raises(CommandRefused) as refusal:
            command.apply(document)
        assert (found.refused, found.after) == (str(refusal.value), document)
        return
    after = command.apply(document)
    assert found.after == after
    assert found.report_after.findings == analyse(after, TODAY).findings
    before = document.organization
    lost = {
        row.id
        for row in after.organization.responsibilities
        if owners_of(before, before.row_by_id[row.id]) and not owners_of(after.organization, row)
    }
    assert {each.row for each in found.orphaned} == lost
    for each in found.orphaned:
        for candidate in each.candidates:
            team = after.organization.team_by_id[candidate.team]
            assert (team.status != "archived", team.people != 0, team.kind != "governance") == (True, True, True)


@LAWS
@given(staffed(), st.data())
def test_accepting_with_new_owners_is_one_step_and_leaves_no_orphan_that_has_one(document, data):
    command = data.draw(what_ifs(document))
    found = consequences(document, command, TODAY)
    if found.refused:
        return
    chosen = {each.row: each.candidates[0].team for each in found.orphaned if each.candidates}
    step = accepted(document, command, chosen)
    after = step.apply(document)
    history = History.starting(document).then(step.label(document), after)
    assert history.undone().document is document
    for row, team in chosen.items():
        assert owners_of(after.organization, after.organization.row_by_id[row]) == (team,)
    if not chosen:
        assert step is command
        assert after == found.after


@pytest.fixture
def document():
    return Document(
        Organization(
            name="Shop",
            teams=(
                Team("app", "App Team", "application", headcount=6),
                Team(
                    "sre",
                    "App SRE",
                    "application-sre",
                    supports=("app",),
                    headcount=9,
                    workload=Workload(operations=40),
                ),
                Team("infra", "Infra", "infrastructure-sre", headcount=8),
            ),
            responsibilities=(
                Responsibility("code", "Code", layer="application", paged=True, raci=Raci({"app": "A", "sre": "C"})),
                Responsibility("database", "Database", layer="environment", criticality=1, raci=Raci({"sre": "A"})),
                Responsibility("alerts", "Alerts", layer="environment", raci=Raci({"sre": "A", "infra": "R"})),
                Responsibility("servers", "Servers", layer="infrastructure", raci=Raci({"infra": "A"})),
                Responsibility("idea", "Idea"),
            ),
            rotations=(Rotation("sre-primary", "sre", coverage=ALWAYS, members=9),),
            escalations=(
                Escalation(ALERT, "sre"),
                Escalation("sre", "app"),
                Escalation("sre", "infra"),
                Escalation("app", "infra", "hierarchic"),
            ),
        )
    )


def test_the_rows_that_a_team_alone_owned_are_without_an_owner(document):
    found = consequences(document, RemoveTeam("sre"), TODAY)
    assert [(each.row, each.owners) for each in found.orphaned] == [("database", ("sre",))], "Infra does the alerts"
    assert [candidate.team for candidate in found.orphaned[0].candidates] == ["app", "infra"]
    assert found.orphaned[0].said == "Nobody answers for “Database” any more; App SRE did. App Team could take it."
    assert found.said[0] == "One row loses its owner: “Database”."
    assert document.organization.team_by_id["sre"], "nothing is done"


def test_a_row_that_is_still_done_and_answered_for_by_nobody_is_an_orphan_of_those_who_do_it(document):
    organization = document.organization
    shared = Responsibility("tuning", "Tuning", raci=Raci({"infra": "R", "sre": "A", "app": "R"}))
    document = document.with_organization(
        organization.copy_with(responsibilities=(*organization.responsibilities, shared))
    )
    found = consequences(document, RemoveTeam("sre"), TODAY)
    assert [each.row for each in found.orphaned] == ["database", "tuning"]
    assert {candidate.team for candidate in found.orphaned[1].candidates} == {"app", "infra"}
    after = accepted(document, RemoveTeam("sre"), {"tuning": "app"}).apply(document).organization
    assert dict(after.row_by_id["tuning"].raci) == {"infra": "R", "app": "AR"}


def test_pages_that_no_longer_get_to_the_owner_are_told_from_those_that_might(document):
    found = consequences(document, RemoveTeam("sre"), TODAY)
    assert [(each.row, each.is_paged, each.owners) for each in found.cut_off] == [
        ("code", True, ("app",)),
        ("alerts", None, ("infra",)),
        ("servers", None, ("infra",)),
    ]
    assert found.cut_off[0].said == "A page for “Code” no longer gets to App Team."
    assert found.cut_off[2].said == "If an alert can land on it, a page for “Servers” no longer gets to Infra."
    assert "Pages for one row no longer get to the owner." in found.said
    assert "If an alert can land on them, pages for two rows no longer get to the owner." in found.said
    way = document.organization.escalations[1]
    only_app = consequences(document, RemoveEscalation(way), TODAY)
    assert [each.row for each in only_app.cut_off] == ["code"]


def test_load_is_said_for_those_teams_for_which_it_differs(document):
    found = consequences(document, MergeTeams("infra", "app"), TODAY)
    assert [each.said for each in found.loads] == [
        "App Team goes from 0.4 to 0.5 weighted rows a head.",
        "Infra is gone; it carried 0.6 weighted rows a head.",
    ]
    split = consequences(document, SplitTeam("sre", "Data SRE", ("database",), 3), TODAY)
    assert [each.said for each in split.loads] == [
        "App SRE goes from 0.7 to 0.4 weighted rows a head.",
        "Data SRE is new and carries 1.3 weighted rows a head.",
    ]


def test_a_level_around_the_clock_that_is_too_thin_is_said_with_its_minimum(document):
    found = consequences(document, HalveTeam("sre"), TODAY)
    (level,) = found.thin
    assert (level.team, level.level, level.rotations) == ("sre", 1, ("sre-primary",))
    assert (level.before, level.after, level.minimum) == (9, 5, 8)
    assert level.said == (
        "Level 1 of App SRE would have 5 people instead of 9: to be on call around the clock takes 8 at one site."
    )
    assert level.said in found.said
    assert "What was measured of the load of App SRE was measured with other people: measure it again." in found.said
    person = consequences(document, RemovePerson("sre", "Kim"), TODAY)
    assert person.refused == "App SRE has nobody called “Kim”."
    generous = document.with_organization(
        document.organization.copy_with(settings=Settings(limits=(("single_site_members", 5),)))
    )
    assert consequences(generous, HalveTeam("sre"), TODAY).thin == ()


def test_of_several_sites_each_has_a_minimum_of_its_own(document):
    organization = document.organization
    sre = changed(organization.teams[1], headcount=None, sites=(LONDON, DENVER))
    rotations = (Rotation("sre-primary", "sre", coverage=ALWAYS),)
    two = document.with_organization(
        organization.copy_with(teams=(organization.teams[0], sre, organization.teams[2]), rotations=rotations)
    )
    halved = consequences(two, HalveTeam("sre"), TODAY)
    assert [(level.site, level.before, level.after, level.minimum) for level in halved.thin] == [
        ("London", 9, 5, 6),
        ("Denver", 6, 3, 6),
    ]
    closed = consequences(two, RemoveSite("sre", "London"), TODAY)
    assert [(level.site, level.after, level.minimum) for level in closed.thin] == [("Denver", 6, 8)]


def test_findings_are_counted_and_the_errors_among_the_new(document):
    found = consequences(document, AssignTeam("idea", "app", "A"), TODAY)
    assert "GAP001" in [finding.code for finding in found.changes.fixed]
    assert found.said[0] == "No row loses its owner, and every page that got to the owner still does."
    stay = few(len(found.changes.remaining), "stays", "stay")
    assert found.said[-1] == f"One finding goes, none is new and {stay}."
    gone = consequences(document, RemoveTeam("sre"), TODAY)
    errors = [finding for finding in gone.changes.new if finding.severity == "error"]
    assert f"({few(len(errors), 'error')} among them)" in gone.said[-1]
    assert consequences(document, AssignTeam("code", "app", "A"), TODAY).said == ("Nothing changes.",)


def test_an_unknown_number_of_people_is_said(document):
    organization = document.organization
    unknown = changed(organization.teams[0], headcount=None)
    other = document.with_organization(organization.copy_with(teams=(unknown, *organization.teams[1:])))
    found = consequences(other, MergeTeams("app", "infra"), TODAY)
    assert "How many people Infra has is unknown then." in found.said
    assert found.loads[-1].said == (
        "Infra goes from 0.6 weighted rows a head to 7.5 weighted rows with an unknown number of people."
    )


def test_new_owners_go_with_the_command_and_clear_who_is_gone(document):
    step = accepted(document, RemoveTeam("sre"), {"database": "infra"})
    assert step.label(document) == "Remove App SRE, with new owners for 1 row"
    after = step.apply(document).organization
    assert dict(after.row_by_id["database"].raci) == {"infra": "A"}
    with pytest.raises(CommandRefused, match="no row “gone”"):
        accepted(document, RemoveTeam("sre"), {"gone": "infra"})


def test_it_holds_for_the_samples():
    for path in sorted((Path(__file__).parents[2] / "sample_orgs").glob("*.yaml")):
        document = read_file(path).document
        teams = document.organization.teams
        for command in (RemoveTeam(teams[0].id), MergeTeams(teams[1].id, teams[0].id), HalveTeam(teams[0].id)):
            found = consequences(document, command, TODAY)
            assert found.said, command
