"""What if: the consequences are on screen before anything is done, and accepting them is one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from orgmodel.commands import HalveTeam, MergeTeams, RemovePerson, RemoveSite, RemoveTeam, SplitTeam
from orgmodel.errors import CommandRefused
from orgmodel.model import TeamId
from orgmodel.model.value import changed
from tests.ui.inquiring import opened, settle
from ui.before_after import BeforeAfterBars
from ui.theme import DARK
from ui.what_if.choices import CHANGES, Chosen, command_of, half_of, parts_of, people_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def asking(qtbot, window, team, change="remove"):
    """The window, opened about the selected team, with a change chosen by keys."""
    window.workspace.session.select(f"team:{team}")
    made = opened(qtbot, window, "what-if")
    choose(qtbot, made, change)
    return made


def choose(qtbot, made, change):
    made.form.change.setFocus()
    qtbot.keyClick(made.form.change, Qt.Key.Key_Home)
    for _ in range([each for each, _ in CHANGES].index(change)):
        qtbot.keyClick(made.form.change, Qt.Key.Key_Down)
    settle(qtbot, made)


def orphans(made):
    model = made.table.orphans
    return [(model.index(place, 0).data(), model.index(place, 1).data()) for place in range(model.rowCount())]


def loads(made):
    """The lines of bars, in words."""
    (shown,) = made.sections.widget().findChildren(BeforeAfterBars)
    return shown.accessibleName().split("; ")


def test_it_opens_about_the_selected_team_and_changes_nothing(qtbot, window, night):
    before = night.document
    made = asking(qtbot, window, "shop-sre")
    assert made.form.team.lineEdit().text() == "Shop SRE"
    assert made.form.change.currentText() == "is removed"
    assert made.statement.text() == "Two rows lose their owner: “Database” and “Dashboards”."
    assert orphans(made) == [("Database", "nobody"), ("Dashboards", "nobody")]
    assert loads(made) == ["Shop SRE: 0.56 → gone"]
    assert night.document is before
    assert not night.is_modified


def test_pages_that_would_be_lost_are_listed(qtbot, window, night):
    made = asking(qtbot, window, "shop-sre")
    assert "Two pages would not arrive any more" in made.sections.said
    assert "A page for “Code” no longer gets to Shop Team." in made.sections.said


def test_what_is_new_is_what_is_found_after_accepting(qtbot, window, night):
    made = asking(qtbot, window, "shop-sre")
    found = made.found.whole
    said = made.sections.said
    assert all(finding.message in said for finding in (*made.found.changes.new, *made.found.changes.fixed))
    with qtbot.waitSignal(window.runner.report_ready, timeout=30_000):
        qtbot.mouseClick(made.accept_button, Qt.MouseButton.LeftButton)
    assert [each.message for each in night.report.findings] == [each.message for each in found.report_after.findings]
    assert night.organization == found.after.organization


def test_what_can_be_assessed_no_more_is_said(qtbot, window, night):
    made = asking(qtbot, window, "shop")
    assert "One more could not be assessed" in made.sections.said
    assert "Unknown: team of Web Shop (ESC009)." in made.sections.said
    choose(qtbot, made, "halve")
    assert not any("could not be assessed" in said for said in made.sections.said)


def test_accepting_is_one_step_and_undo_gives_the_same_document_back(qtbot, window, night):
    before = night.document
    made = asking(qtbot, window, "tills", "merge")
    assert made.form.into.value == "shop"
    pick(qtbot, made, made.form.into, "platform")
    assert made.form.into.value == "platform"
    pick(qtbot, made, made.form.into, "shop team")
    assert made.statement.text() == "No row loses its owner, and every page that got to the owner still does."
    assert not made.table.isVisible()
    qtbot.mouseClick(made.accept_button, Qt.MouseButton.LeftButton)
    assert not made.isVisible()
    assert night.history.undo_label == "Merge Tills Team into Shop Team"
    assert TeamId("tills") not in night.organization.team_by_id
    night.undo()
    assert night.document is before


def pick(qtbot, made, picker, typed):
    field = picker.lineEdit()
    field.selectAll()
    field.insert(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, made)


def test_an_owner_is_picked_for_each_row_and_the_findings_follow(qtbot, window, night):
    made = asking(qtbot, window, "shop-sre")
    alone = made.counts.text()
    made.table.setFocus()
    menu = made.table.menu_of(0)
    names = [action.text() for action in menu.actions()]
    assert names[0] == "Nobody"
    assert len(names) > 1
    menu.actions()[1].trigger()
    settle(qtbot, made)
    assert orphans(made)[0] == ("Database", names[1])
    assert orphans(made)[1] == ("Dashboards", "nobody")
    assert made.counts.text() != alone
    before = night.document
    qtbot.mouseClick(made.accept_button, Qt.MouseButton.LeftButton)
    row = night.organization.row_by_id["database"]
    assert [night.organization.team_name(team) for team in row.raci.accountable] == [names[1]]
    assert night.organization.row_by_id["dashboards"].raci.accountable == ()
    assert night.history.undo_label == "Remove Shop SRE, with new owners for 1 row"
    night.undo()
    assert night.document is before


def test_the_best_is_taken_for_all_and_given_back(qtbot, window, night):
    made = asking(qtbot, window, "shop-sre")
    qtbot.mouseClick(made.best, Qt.MouseButton.LeftButton)
    settle(qtbot, made)
    assert "nobody" not in [team for _, team in orphans(made)]
    assert "lose" not in made.statement.text()
    qtbot.mouseClick(made.nobody, Qt.MouseButton.LeftButton)
    settle(qtbot, made)
    assert [team for _, team in orphans(made)] == ["nobody", "nobody"]


def test_the_headline_does_not_deny_the_list_below_it(qtbot, window, night):
    made = asking(qtbot, window, "platform")
    assert made.table.isVisible()
    qtbot.mouseClick(made.best, Qt.MouseButton.LeftButton)
    settle(qtbot, made)
    said = "Every row in the list has a new owner, and every page that got to the owner still does."
    assert made.statement.text() == said
    assert made.table.isVisible()


def test_rotations_that_get_too_small_are_named(qtbot, window, night):
    made = asking(qtbot, window, "shop-sre", "person")
    assert made.form.person.lineEdit().text() == "Ana Sousa"
    thin = "Level 1 of Shop SRE would have 1 person at London instead of 2: to be on call around the clock takes 8"
    assert any(said.startswith(thin) for said in made.sections.said)
    assert "One level on call would have too few people" in made.sections.said


def test_a_split_needs_a_part_and_takes_a_name(qtbot, window, night):
    made = asking(qtbot, window, "shop", "split")
    assert made.form.name.placeholderText() == "Shop Team 2"
    assert made.form.parts.word == "2 of its 2 rows"
    qtbot.keyClicks(made.form.name, "Shop <b>&</b> Co")
    settle(qtbot, made)
    assert any(said.startswith("Shop <b>&</b> Co: new") for said in loads(made))
    qtbot.keyClicks(made.form.people, "x")
    settle(qtbot, made)
    assert made.statement.text() == "“x” is no number of people: type digits, or nothing."
    assert not made.accept_button.isEnabled()
    qtbot.keyClick(made.form.people, Qt.Key.Key_Backspace)
    qtbot.keyClicks(made.form.people, "9")
    settle(qtbot, made)
    assert made.statement.text() == "9 people cannot go from Shop Team: choose from 1 to 5."
    qtbot.keyClick(made.form.people, Qt.Key.Key_Backspace)
    qtbot.keyClicks(made.form.people, "2")
    settle(qtbot, made)
    qtbot.mouseClick(made.accept_button, Qt.MouseButton.LeftButton)
    assert [team.name for team in night.organization.teams][1:3] == ["Shop Team", "Shop <b>&</b> Co"]


def test_what_cannot_be_done_says_why(qtbot, window, night):
    made = asking(qtbot, window, "tills", "halve")
    assert made.statement.text().startswith("How many people Tills Team has is unknown")
    assert not made.accept_button.isEnabled()
    assert made.accept_button.toolTip()
    choose(qtbot, made, "site")
    assert made.statement.text() == "Tills Team has no sites."
    choose(qtbot, made, "person")
    assert made.statement.text() == "Nobody of Tills Team is known by name."
    choose(qtbot, made, "remove")
    assert made.accept_button.isEnabled()


def test_each_choice_is_its_command(night):
    organization = night.organization
    shop, sre = TeamId("shop"), TeamId("shop-sre")
    assert command_of(organization, Chosen(sre, "remove")) == RemoveTeam(sre)
    assert command_of(organization, Chosen(sre, "merge", into=shop)) == MergeTeams(sre, shop)
    assert command_of(organization, Chosen(sre, "halve")) == HalveTeam(sre)
    assert command_of(organization, Chosen(sre, "site", site="Denver")) == RemoveSite(sre, "Denver")
    assert command_of(organization, Chosen(sre, "person", person="ana")) == RemovePerson(sre, "ana")
    parts = tuple(parts_of(organization, sre))
    split = Chosen(sre, "split", name=" Night ", people="3", parts=parts)
    assert command_of(organization, split) == SplitTeam(sre, "Night", ("database", "dashboards"), 3)
    with pytest.raises(CommandRefused, match="Choose the team"):
        command_of(organization, Chosen(sre, "merge"))


def test_people_are_members_first_then_who_is_only_named(night):
    team = changed(night.organization.team_by_id[TeamId("shop-sre")], lead="Eve Larsen")
    assert people_of(night.organization, team) == (("ana", "Ana Sousa"), ("ben", "Ben Okafor"), ("Eve Larsen",) * 2)


def test_half_of_the_rows_is_the_nearest_there_is():
    parts = {("shop", "a"): ("1", "2", "3"), ("shop", "b"): ("4", "5"), (None, "c"): ("6",)}
    assert half_of(parts) == (("shop", "b"), (None, "c"))
    assert half_of({("shop", "a"): ("1",)}) == (("shop", "a"),)
    assert half_of({}) == ()


def test_an_edit_elsewhere_is_asked_about_anew(qtbot, window, night):
    made = asking(qtbot, window, "shop-sre")
    with qtbot.waitSignal(made.answered, timeout=30_000):
        night.execute(RemoveTeam(TeamId("tills")))
    assert made.form.team.value == "shop-sre"
    with qtbot.waitSignal(made.answered, timeout=30_000):
        night.execute(RemoveTeam(TeamId("shop-sre")))
    assert made.form.team.value == "desk"


def test_a_cell_in_hand_and_a_person_lead_to_their_team(qtbot, window, night):
    made = asking(qtbot, window, "shop")
    made.hide()
    night.select("responsibility:database", team=TeamId("platform"))
    window.actions_by_id["what-if"].trigger()
    settle(qtbot, made)
    assert made.form.team.value == "platform"
    made.hide()
    night.select("person:shop-sre/ana")
    window.actions_by_id["what-if"].trigger()
    settle(qtbot, made)
    assert made.form.team.value == "shop-sre"


def test_the_menu_of_a_cell_leads_to_both_windows(qtbot, window, night):
    lens = window.workspace.lens
    lens.view.setFocus()
    qtbot.keyClick(lens.view, Qt.Key.Key_Down)
    menu = lens.gestures.menu(lens.gestures.place_in_hand())
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.actions()[texts.index("What if…")].trigger()
    made = window.workspace.inquiries.made["what-if"]
    settle(qtbot, made)
    assert made.form.team.value == night.team
    menu.actions()[texts.index("Walk a page…")].trigger()
    walk = window.workspace.inquiries.made["walk-page"]
    settle(qtbot, walk)
    assert f"responsibility:{walk.row.value}" == night.selection[0]


def test_no_teams_say_what_to_do(qtbot, window):
    window.files.new_empty()
    session = window.workspace.session
    for team in session.organization.teams:
        session.execute(RemoveTeam(team.id))
    window.actions_by_id["what-if"].trigger()
    made = window.workspace.inquiries.made["what-if"]
    qtbot.waitUntil(made.isVisible)
    assert made.empty.isVisible()
    assert made.empty.title.text() == "No teams yet."
    assert not made.accept_button.isEnabled()


def test_it_paints_in_both_themes_and_every_part_has_a_name(qtbot, window, night):
    made = asking(qtbot, window, "shop-sre")
    light = made.grab().toImage()
    window.workspace.apply_theme(DARK)
    assert made.grab().toImage() != light
    takers = [
        each
        for each in made.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()
    ]
    assert [each for each in takers if not (each.accessibleName() or getattr(each, "text", str)())] == []
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
