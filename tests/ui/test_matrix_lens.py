"""The Matrix lens under real keys and clicks, on a real session."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from orgmodel.commands import AssignTeam
from orgmodel.document import Document, Waiver
from orgmodel.findings import Details, Finding, Fix, Report, Source
from orgmodel.model import Organization, Raci, Responsibility, Subject, Team
from orgmodel.model.value import changed
from ui.matrix.layout import NAME_COLUMN, Hit
from ui.matrix.lens import MatrixLens
from ui.matrix.navigation import Place
from ui.session import Session
from ui.theme import DARK, LIGHT

TEAMS = (
    Team("app", "Shop Application Team", "application", headcount=9),
    Team("sre", "Shop Application SRE", "application-sre", headcount=8),
    Team("front", "Frontline <b>Support</b>", "frontline"),
)
ROWS = (
    Responsibility("code", "Application Code", layer="application", raci=Raci({"app": "A", "sre": "C"})),
    Responsibility("runbooks", "Application Runbooks", layer="application", raci=Raci({"app": "A", "front": "C"})),
    Responsibility("database", "Database", layer="environment", raci=Raci({"sre": "AR", "app": "C"}), paged=True),
    Responsibility("capacity", "Capacity", layer="environment", raci=Raci({"app": "C"})),
    Responsibility("lost", "Lost", layer="environment", raci=Raci({"gone": "A"})),
)


@pytest.fixture
def shop(qapp, appearance):
    return Session(Document(Organization("Shop", teams=TEAMS, responsibilities=ROWS)))


@pytest.fixture
def lens(qtbot, shop):
    made = MatrixLens(shop, LIGHT)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.view.setFocus()
    return made


@pytest.fixture
def keys(qtbot, lens):
    """Press keys wherever the focus is."""

    def press(*pressed, modifier=Qt.KeyboardModifier.NoModifier):
        for key in pressed:
            qtbot.keyClick(lens.focusWidget(), key, modifier)

    return press


K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def letters(session, row, team):
    return session.organization.row_by_id[row].raci.get(team)


def take(lens, row, team):
    lens._session.select(f"responsibility:{row}", team=team)


def point_of(lens, line, column):
    box = lens.view.state.layout.cell_box(lens.view.port, line, column)
    return QPoint(box.x + box.width // 2, box.y + box.height // 2)


def click(qtbot, lens, line, column, button=Qt.MouseButton.LeftButton):
    qtbot.mouseClick(lens.view.viewport(), button, pos=point_of(lens, line, column))


def test_arrows_begin_at_the_first_cell_and_select_it_everywhere(keys, shop):
    keys(K.Key_Down)
    assert (shop.selection, shop.team) == (("responsibility:code",), "app")
    keys(K.Key_Down, K.Key_Right)
    assert (shop.selection, shop.team) == (("responsibility:runbooks",), "sre")
    keys(K.Key_Home)
    assert (shop.selection, shop.team) == (("responsibility:runbooks",), None)
    keys(K.Key_End, modifier=CTRL)
    assert shop.selection == ("responsibility:lost",)


@pytest.mark.parametrize(("key", "letter"), [(K.Key_A, "A"), (K.Key_R, "R"), (K.Key_C, "C"), (K.Key_I, "I")])
def test_a_letter_key_sets_the_cell_and_undo_gives_the_same_document_back(lens, keys, shop, key, letter):
    before = shop.document
    take(lens, "capacity", "sre")
    keys(key)
    assert letters(shop, "capacity", "sre") == letter
    assert shop.undo()
    assert shop.document is before


def test_shift_r_puts_the_work_beside_the_a_and_takes_it_away_again(lens, keys, shop):
    take(lens, "code", "app")
    keys(K.Key_R, modifier=SHIFT)
    assert letters(shop, "code", "app") == "AR"
    keys(K.Key_R, modifier=SHIFT)
    assert letters(shop, "code", "app") == "A"


@pytest.mark.parametrize("key", [K.Key_Delete, K.Key_Backspace])
def test_del_clears_a_letter_also_that_of_a_team_that_does_not_exist(lens, keys, shop, key):
    take(lens, "lost", "gone")
    assert lens.view.state.columns.teams[-1].missing
    keys(key)
    assert letters(shop, "lost", "gone") is None
    assert len(lens.view.state.columns.teams) == 3
    take(lens, "code", "sre")
    keys(key)
    assert letters(shop, "code", "sre") is None


def test_a_letter_for_a_ghost_is_refused_with_a_sentence(lens, keys, shop):
    refused = QSignalSpy(shop.refused)
    take(lens, "code", "gone")
    keys(K.Key_C)
    assert "gone" in refused.at(0)[0]
    assert shop.document is shop.history.steps[0].document


@pytest.mark.parametrize(
    ("key", "both", "label"),
    [
        (K.Key_M, (None, "A"), "Move A"),
        (K.Key_S, ("A", "R"), "Assign R"),
        (K.Key_L, ("A", "A"), "Assign A"),
        (K.Key_Return, (None, "A"), "Move A"),
    ],
)
def test_a_second_a_asks_and_the_answer_is_one_step(lens, keys, key, both, label):
    shop = lens._session
    before = shop.document
    take(lens, "runbooks", "sre")
    keys(K.Key_A)
    assert shop.document is before
    assert lens.edits.popover.isVisible()
    keys(key)
    assert (letters(shop, "runbooks", "app"), letters(shop, "runbooks", "sre")) == both
    assert lens.edits.popover is None
    assert lens.view.hasFocus()
    assert len(shop.history.steps) == 2
    assert shop.history.undo_label.startswith(label)
    shop.undo()
    assert shop.document is before


def test_esc_takes_the_second_a_back(lens, keys):
    shop = lens._session
    before = shop.document
    take(lens, "runbooks", "sre")
    keys(K.Key_A)
    keys(K.Key_Escape)
    assert shop.document is before
    assert lens.edits.popover is None
    assert lens.view.hasFocus()


def test_a_row_and_a_team_are_removed_and_brought_back(lens, keys, shop):
    before = shop.document
    take(lens, "runbooks", "sre")
    keys(K.Key_Delete, modifier=CTRL)
    assert "runbooks" not in shop.organization.row_by_id
    shop.undo()
    take(lens, "runbooks", "sre")
    keys(K.Key_Delete, modifier=CTRL | SHIFT)
    assert "sre" not in shop.organization.team_by_id
    shop.undo()
    assert shop.document is before


def test_arrows_choose_in_the_question_and_a_click_chooses_too(qtbot, lens, keys, shop):
    take(lens, "runbooks", "sre")
    keys(K.Key_A, K.Key_Down, K.Key_Return)
    assert letters(shop, "runbooks", "sre") == "R"
    take(lens, "code", "sre")
    keys(K.Key_A)
    popover = lens.edits.popover
    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton, pos=QPoint(60, popover.height() - 10))
    assert letters(shop, "code", "sre") == "A"
    assert letters(shop, "code", "app") == "A"


def test_a_click_elsewhere_leaves_both_and_takes_the_other_cell(qtbot, lens, keys, shop):
    take(lens, "runbooks", "sre")
    keys(K.Key_A)
    click(qtbot, lens, 1, 2)
    lens.view.setFocus()
    assert letters(shop, "runbooks", "sre") == "A"
    assert (shop.selection, shop.team) == (("responsibility:code",), "front")
    assert lens.view.pending is None


def test_selecting_something_else_while_the_question_is_open_leaves_both(lens, keys, shop):
    take(lens, "runbooks", "sre")
    keys(K.Key_A)
    shop.select("team:front")
    assert lens.edits.popover is None
    assert letters(shop, "runbooks", "sre") == "A"
    assert shop.selection == ("team:front",)


def test_undo_while_the_question_is_open_takes_the_question_back(lens, keys, shop):
    take(lens, "capacity", "sre")
    keys(K.Key_I)
    take(lens, "runbooks", "sre")
    keys(K.Key_A)
    shop.undo()
    assert lens.edits.popover is None
    assert letters(shop, "runbooks", "sre") is None
    assert letters(shop, "capacity", "sre") is None


def test_the_question_stands_at_its_cell_when_the_matrix_is_scrolled(lens, keys):
    lens.resize(600, 220)
    take(lens, "runbooks", "sre")
    keys(K.Key_A)
    bar = lens.view.verticalScrollBar()
    bar.setValue(bar.minimum())
    before = lens.edits.popover.y()
    bar.setValue(bar.minimum() + 13)
    assert lens.edits.popover.y() == before - 13


def test_a_click_takes_a_cell_and_a_click_on_a_head_takes_a_team(qtbot, lens, shop):
    click(qtbot, lens, 1, 1)
    assert (shop.selection, shop.team) == (("responsibility:code",), "sre")
    click(qtbot, lens, 1, NAME_COLUMN)
    assert (shop.selection, shop.team) == (("responsibility:code",), None)
    qtbot.mouseClick(lens.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point_of(lens, 0, 2).x(), 40))
    assert shop.selection == ("team:front",)
    assert lens.view.shown_hand() == (None, 2)


def test_a_group_folds_by_click_and_by_keys(qtbot, lens, keys, shop):
    layout = lens.view.state.layout
    assert len(layout.lines) == 7
    click(qtbot, lens, 0, NAME_COLUMN)
    assert len(lens.view.state.layout.lines) == 5
    assert shop.selection == ("layer:application",)
    keys(K.Key_Right)
    assert len(lens.view.state.layout.lines) == 7
    keys(K.Key_Left)
    assert len(lens.view.state.layout.lines) == 5
    keys(K.Key_Return)
    assert len(lens.view.state.layout.lines) == 7


def test_enter_and_a_double_click_on_the_name_open_the_row(qtbot, lens, keys):
    opened = QSignalSpy(lens.opened)
    take(lens, "code", "app")
    keys(K.Key_Return)
    assert opened.count() == 1
    qtbot.mouseDClick(lens.view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(lens, 2, NAME_COLUMN))
    assert opened.count() == 2


def test_the_menu_offers_the_phrases_and_does_what_it_says(lens, shop):
    take(lens, "capacity", "sre")
    entries = {action.text(): action for action in lens.gestures.menu("cell").actions()}
    assert list(entries)[:8] == [
        "A: answers for it",
        "A with R: answers for it and does the work",
        "R: does the work",
        "C: is asked",
        "I: is told",
        "",
        "Clear letter",
        "Fill down",
    ]
    assert {"Remove row", "Remove team", "Walk a page…", "What if…"} < set(entries)
    entries["R: does the work"].trigger()
    assert letters(shop, "capacity", "sre") == "R"


def test_finding_filters_esc_clears_and_goes_back(qtbot, lens, keys):
    lens.find()
    assert lens.tools.field.hasFocus()
    qtbot.keyClicks(lens.tools.field, "runb")
    assert lens.view.state.layout.shown == 1
    keys(K.Key_Escape)
    assert lens.view.state.layout.shown == 5
    keys(K.Key_Escape)
    assert lens.view.hasFocus()


def test_switches_filter_and_count_and_esc_in_the_matrix_clears_them(qtbot, lens, keys, shop):
    assert (lens.tools.gaps.count, lens.tools.overlaps.count, lens.tools.undiscussed.count) == (1, 0, 5)
    qtbot.mouseClick(lens.tools.gaps, Qt.MouseButton.LeftButton)
    assert lens.view.state.layout.shown == 1
    shop.execute(AssignTeam("capacity", "sre", "A"))
    assert lens.tools.gaps.count == 0
    lens.view.setFocus()
    keys(K.Key_Escape)
    assert lens.view.state.layout.shown == 5
    assert not lens.tools.gaps.isChecked()


def test_choosing_a_layer_filters_and_a_layer_that_goes_away_is_given_up(lens, shop):
    entry = next(action for action in lens.tools.layers.menu().actions() if action.text() == "Application")
    entry.trigger()
    assert lens.view.state.layout.shown == 2
    assert lens.tools.layers.text() == "Application"
    lens.tools.layers.offer([])
    assert lens.view.state.layout.shown == 5
    assert lens.tools.layers.text() == "All layers"


def test_where_nothing_matches_a_sentence_says_so_and_its_button_clears_the_filter(qtbot, lens):
    lens.tools.field.setText("no such row")
    assert lens._empty.isVisible()
    assert (lens._empty.title.text(), lens._empty.hint.text()) == ("No row matches.", "5 are hidden.")
    qtbot.mouseClick(lens._empty.action, Qt.MouseButton.LeftButton)
    assert not lens._empty.isVisible()
    assert lens.view.state.layout.shown == 5


def test_a_row_that_is_shown_comes_out_of_filters_and_folds(lens, shop):
    lens.tools.field.setText("runb")
    lens.show_subject("responsibility:capacity")
    assert lens.view.state.layout.shown == 5
    assert shop.selection == ("responsibility:capacity",)
    group = lens.view.state.layout.groups[1]
    lens.view.fold(group, collapsed=True)
    lens.show_subject("responsibility:capacity")
    assert lens.view.row_in_hand().id == "capacity"
    lens.show_subject("team:front")
    assert shop.selection == ("team:front",)
    lens.show_subject("responsibility:unheard-of")
    assert shop.selection == ("team:front",)


def test_new_rows_are_named_where_they_will_stand_one_after_the_other(qtbot, lens, keys, shop):
    before = shop.document
    take(lens, "code", "app")
    keys(K.Key_R, modifier=CTRL | SHIFT)
    qtbot.keyClicks(lens.focusWidget(), "Feature flags")
    keys(K.Key_Return)
    added = shop.organization.responsibilities[1]
    assert (added.id, added.name, added.layer) == ("feature-flags", "Feature flags", "application")
    assert shop.selection == ("responsibility:feature-flags",)
    qtbot.keyClicks(lens.focusWidget(), "Dark launches")
    keys(K.Key_Return, K.Key_Escape)
    assert [row.name for row in shop.organization.responsibilities[1:3]] == ["Feature flags", "Dark launches"]
    assert lens.view.hasFocus()
    shop.undo()
    shop.undo()
    assert shop.document is before


def test_esc_and_an_empty_name_add_nothing(qtbot, lens, keys, shop):
    before = shop.document
    for last in (K.Key_Escape, K.Key_Return):
        keys(K.Key_T, modifier=CTRL | SHIFT)
        qtbot.keyClicks(lens.focusWidget(), "X" if last == K.Key_Escape else "  ")
        keys(last)
    assert shop.document is before


def test_a_new_team_gets_the_last_column_and_f2_gives_a_row_another_name(qtbot, lens, keys, shop):
    keys(K.Key_T, modifier=CTRL | SHIFT)
    qtbot.keyClicks(lens.focusWidget(), "Data Platform")
    keys(K.Key_Return, K.Key_Escape)
    assert shop.organization.teams[-1].name == "Data Platform"
    assert [column.team for column in lens.view.state.columns.teams] == ["app", "sre", "front", "data-platform", "gone"]
    take(lens, "code", "app")
    keys(K.Key_F2)
    qtbot.keyClicks(lens.focusWidget(), "Source")
    keys(K.Key_Return)
    assert shop.organization.row_by_id["code"].name == "Source"


def test_an_empty_organisation_says_so_and_its_button_asks_for_a_row(qtbot, appearance):
    session = Session(Document(Organization("Empty", teams=TEAMS)))
    lens = MatrixLens(session, LIGHT)
    qtbot.addWidget(lens)
    lens.resize(1000, 700)
    with qtbot.waitActive(lens):
        lens.show()
        lens.activateWindow()
    assert lens._empty.title.text() == "No rows yet."
    qtbot.mouseClick(lens._empty.row, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(lens.focusWidget(), "First")
    qtbot.keyClick(lens.focusWidget(), K.Key_Return)
    qtbot.keyClick(lens.focusWidget(), K.Key_Escape)
    assert [row.name for row in session.organization.responsibilities] == ["First"]
    assert not lens._empty.isVisible()


def test_a_screen_reader_hears_the_cell_in_hand(lens, keys, shop):
    assert lens.view.accessibleName() == "Matrix"
    take(lens, "runbooks", "sre")
    assert lens.view.accessibleDescription() == "Application Runbooks × Shop Application SRE: no letter"
    keys(K.Key_I)
    assert lens.view.accessibleDescription() == "Application Runbooks × Shop Application SRE: I, is told"


def test_tips_say_it_in_words_and_read_no_markup_from_the_file(lens):
    from ui.matrix.sentences import tip

    view = lens.view
    assert tip(view.state, view.findings, Hit("team", 2, 2)) == (
        "Application Runbooks<br>Frontline &lt;b&gt;Support&lt;/b&gt; is asked"
    )
    assert tip(view.state, view.findings, Hit("header", None, 0)) == (
        "Shop Application Team<br>Application Team, 9 people"
    )


def report(*findings, waived=()):
    return Report(findings, waived, (), (), date(2026, 11, 1))


def finding(code, severity, row, *fixes):
    made = tuple(Fix("fix", command) for command in fixes)
    subjects = (f"responsibility:{row}",)
    return Finding(
        code, "name", severity, f"{code} of {row}", subjects, Source("S", "T"), Details("advice", fixes=made)
    )


def test_marks_come_from_the_findings_but_gaps_and_overlaps_from_the_letters_at_once(lens, shop):
    findings, row = lens.view.findings, shop.organization.row_by_id
    assert findings.mark_of(shop.organization, row["capacity"]) == "error"
    assert findings.mark_of(shop.organization, row["code"]) is None
    shop.show_findings(
        report(
            finding("GAP001", "error", "capacity", AssignTeam("capacity", "front", "A")),
            finding("GAP006", "warning", "database"),
            finding("GAP008", "info", "code"),
        )
    )
    findings = lens.view.findings
    assert findings.mark_of(shop.organization, row["database"]) == "warning"
    assert findings.mark_of(shop.organization, row["code"]) is None
    assert findings.likeliest_owner(shop.organization, row["capacity"]) == "front"
    shop.execute(AssignTeam("capacity", "sre", "A"))
    assert lens.view.findings.mark_of(shop.organization, shop.organization.row_by_id["capacity"]) is None
    assert list(lens.view.findings.messages_of(shop.organization, shop.organization.row_by_id["capacity"])) == []


def test_a_gap_that_was_accepted_is_marked_as_waived(lens, shop):
    shop.show_findings(report(waived=(finding("GAP001", "error", "capacity"),)))
    assert lens.view.findings.mark_of(shop.organization, shop.organization.row_by_id["capacity"]) == "waived"


def test_a_row_all_of_whose_findings_were_accepted_is_marked_and_its_tip_says_by_whom(lens, shop):
    code, database = (Subject(f"responsibility:{row}") for row in ("code", "database"))
    held = Waiver("GAP006", (code, database), "The new runbook comes in March.", date(2027, 1, 1), "Marek")
    waived = tuple(changed(finding("GAP006", "warning", row), waived=held) for row in ("code", "database"))
    quiet = changed(finding("GAP008", "info", "runbooks"), waived=held)
    shop.show_findings(report(finding("ESC003", "warning", "database"), waived=(*waived, quiet)))
    findings, organization = lens.view.findings, shop.organization
    marks = {row.id: findings.mark_of(organization, row) for row in organization.responsibilities}
    assert (marks["code"], marks["database"], marks["runbooks"]) == ("waived", "warning", None)
    said = "Accepted until 1 January 2027 by Marek: The new runbook comes in March."
    row = organization.row_by_id
    assert list(findings.messages_of(organization, row["code"])) == [f"GAP006 of code {said}"]
    told = list(findings.messages_of(organization, row["database"]))
    assert told == ["ESC003 of database", f"GAP006 of database {said}"]


def test_actions_are_off_where_there_is_no_cell(lens):
    by_text = {action.text(): action for action in lens.actions()}
    assert not by_text["A: answers for it"].isEnabled()
    take(lens, "code", "app")
    assert by_text["A: answers for it"].isEnabled()
    lens.view.go(Place(1, NAME_COLUMN))
    assert not by_text["Clear letter"].isEnabled()
    assert by_text["Rename row…"].isEnabled()


def test_the_theme_changes_while_it_is_open(lens):
    lens.apply_theme(DARK)
    assert lens.view.theme is DARK
    image = lens.grab().toImage()
    assert image.pixelColor(320, 10 + 40 + 40).lightness() < 80


def test_a_click_on_the_overview_goes_there(qtbot, lens):
    lens.resize(1000, 190)
    bar, strip = lens.view.verticalScrollBar(), lens.view.strip
    assert bar.maximum() > 0
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, strip.height() - 1))
    assert bar.value() == bar.maximum()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, 78))
    assert bar.value() == 0


def furthest_right(tools):
    """Where the last of what is in the strip ends, once it is laid out."""
    QApplication.processEvents()
    inside = tools.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return max(each.geometry().right() for each in inside if each.isVisible())


def test_a_narrow_strip_saves_words_before_it_cuts_any(lens):
    lens.resize(1200, 500)
    assert not lens.tools.layers.is_short
    lens.resize(840, 500)
    assert lens.tools.layers.is_short
    assert lens.tools.layers.isVisible()
    assert furthest_right(lens.tools) <= lens.tools.width()
    assert lens.tools.field.width() >= lens.tools.field.minimumWidth()


def test_where_there_is_no_room_for_the_choices_they_stand_in_one_menu(lens):
    lens.resize(600, 500)
    tools = lens.tools
    assert not tools.layers.isVisible()
    entries = [action.text() for action in tools.more.menu().actions()]
    assert entries == ["All layers", "All areas", "All teams"]
    assert furthest_right(tools) <= tools.width()


def test_the_head_says_how_many_rows_there_are(lens):
    assert lens.view.scene().summaries == ("5 rows, by layer", "5 rows")
    lens.tools.field.setText("code")
    assert lens.view.scene().summaries == ("1 of 5 rows, by layer", "1 of 5 rows")
