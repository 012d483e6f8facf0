"""The matrix, driven by real events: cells in hand, groups, filters, names in place, and what is said."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from orgmodel.commands import AssignTeam
from orgmodel.document import Document
from orgmodel.model import Organization
from tests.ui.matrix_shop import TEAMS, click, letters, point_of, take
from ui.matrix.layout import NAME_COLUMN, Hit
from ui.matrix.lens import MatrixLens
from ui.matrix.navigation import Place
from ui.session import Session
from ui.theme import DARK, LIGHT

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_arrows_begin_at_the_first_cell_and_select_it_everywhere(matrix, keys, matrix_shop):
    keys(K.Key_Down)
    assert (matrix_shop.selection, matrix_shop.team) == (("responsibility:code",), "app")
    keys(K.Key_Down, K.Key_Right)
    assert (matrix_shop.selection, matrix_shop.team) == (("responsibility:runbooks",), "sre")
    keys(K.Key_Home)
    assert (matrix_shop.selection, matrix_shop.team) == (("responsibility:runbooks",), None)
    keys(K.Key_End, modifier=CTRL)
    assert matrix_shop.selection == ("responsibility:lost",)


def test_a_click_takes_a_cell_and_a_click_on_a_head_takes_a_team(qtbot, matrix, matrix_shop):
    click(qtbot, matrix, 1, 1)
    assert (matrix_shop.selection, matrix_shop.team) == (("responsibility:code",), "sre")
    click(qtbot, matrix, 1, NAME_COLUMN)
    assert (matrix_shop.selection, matrix_shop.team) == (("responsibility:code",), None)
    qtbot.mouseClick(matrix.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point_of(matrix, 0, 2).x(), 40))
    assert matrix_shop.selection == ("team:front",)
    assert matrix.view.shown_hand() == (None, 2)


def test_a_group_folds_by_click_and_by_keys(qtbot, matrix, keys, matrix_shop):
    layout = matrix.view.state.layout
    assert len(layout.lines) == 7
    click(qtbot, matrix, 0, NAME_COLUMN)
    assert len(matrix.view.state.layout.lines) == 5
    assert matrix_shop.selection == ("layer:application",)
    keys(K.Key_Right)
    assert len(matrix.view.state.layout.lines) == 7
    keys(K.Key_Left)
    assert len(matrix.view.state.layout.lines) == 5
    keys(K.Key_Return)
    assert len(matrix.view.state.layout.lines) == 7


def test_enter_and_a_double_click_on_the_name_open_the_row(qtbot, matrix, keys):
    opened = QSignalSpy(matrix.opened)
    take(matrix, "code", "app")
    keys(K.Key_Return)
    assert opened.count() == 1
    qtbot.mouseDClick(matrix.view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(matrix, 2, NAME_COLUMN))
    assert opened.count() == 2


def test_the_menu_offers_the_phrases_and_does_what_it_says(matrix, matrix_shop):
    take(matrix, "capacity", "sre")
    entries = {action.text(): action for action in matrix.gestures.menu("cell").actions()}
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
    assert letters(matrix_shop, "capacity", "sre") == "R"


def test_finding_filters_esc_clears_and_goes_back(qtbot, matrix, keys):
    matrix.find()
    assert matrix.tools.field.hasFocus()
    qtbot.keyClicks(matrix.tools.field, "runb")
    assert matrix.view.state.layout.shown == 1
    keys(K.Key_Escape)
    assert matrix.view.state.layout.shown == 5
    keys(K.Key_Escape)
    assert matrix.view.hasFocus()


def test_switches_filter_and_count_and_esc_in_the_matrix_clears_them(qtbot, matrix, keys, matrix_shop):
    assert (matrix.tools.gaps.count, matrix.tools.overlaps.count, matrix.tools.undiscussed.count) == (1, 0, 5)
    qtbot.mouseClick(matrix.tools.gaps, Qt.MouseButton.LeftButton)
    assert matrix.view.state.layout.shown == 1
    matrix_shop.execute(AssignTeam("capacity", "sre", "A"))
    assert matrix.tools.gaps.count == 0
    matrix.view.setFocus()
    keys(K.Key_Escape)
    assert matrix.view.state.layout.shown == 5
    assert not matrix.tools.gaps.isChecked()


def test_choosing_a_layer_filters_and_a_layer_that_goes_away_is_given_up(matrix, matrix_shop):
    entry = next(action for action in matrix.tools.layers.menu().actions() if action.text() == "Application")
    entry.trigger()
    assert matrix.view.state.layout.shown == 2
    assert matrix.tools.layers.text() == "Application"
    matrix.tools.layers.offer([])
    assert matrix.view.state.layout.shown == 5
    assert matrix.tools.layers.text() == "All layers"


def test_where_nothing_matches_a_sentence_says_so_and_its_button_clears_the_filter(qtbot, matrix):
    matrix.tools.field.setText("no such row")
    assert matrix._empty.isVisible()
    assert (matrix._empty.title.text(), matrix._empty.hint.text()) == ("No row matches.", "5 are hidden.")
    qtbot.mouseClick(matrix._empty.action, Qt.MouseButton.LeftButton)
    assert not matrix._empty.isVisible()
    assert matrix.view.state.layout.shown == 5


def test_a_row_that_is_shown_comes_out_of_filters_and_folds(matrix, matrix_shop):
    matrix.tools.field.setText("runb")
    matrix.show_subject("responsibility:capacity")
    assert matrix.view.state.layout.shown == 5
    assert matrix_shop.selection == ("responsibility:capacity",)
    group = matrix.view.state.layout.groups[1]
    matrix.view.fold(group, collapsed=True)
    matrix.show_subject("responsibility:capacity")
    assert matrix.view.row_in_hand().id == "capacity"
    matrix.show_subject("team:front")
    assert matrix_shop.selection == ("team:front",)
    matrix.show_subject("responsibility:unheard-of")
    assert matrix_shop.selection == ("team:front",)


def test_new_rows_are_named_where_they_will_stand_one_after_the_other(qtbot, matrix, keys, matrix_shop):
    before = matrix_shop.document
    take(matrix, "code", "app")
    keys(K.Key_R, modifier=CTRL | SHIFT)
    qtbot.keyClicks(matrix.focusWidget(), "Feature flags")
    keys(K.Key_Return)
    added = matrix_shop.organization.responsibilities[1]
    assert (added.id, added.name, added.layer) == ("feature-flags", "Feature flags", "application")
    assert matrix_shop.selection == ("responsibility:feature-flags",)
    qtbot.keyClicks(matrix.focusWidget(), "Dark launches")
    keys(K.Key_Return, K.Key_Escape)
    assert [row.name for row in matrix_shop.organization.responsibilities[1:3]] == ["Feature flags", "Dark launches"]
    assert matrix.view.hasFocus()
    matrix_shop.undo()
    matrix_shop.undo()
    assert matrix_shop.document is before


def test_esc_and_an_empty_name_add_nothing(qtbot, matrix, keys, matrix_shop):
    before = matrix_shop.document
    for last in (K.Key_Escape, K.Key_Return):
        keys(K.Key_T, modifier=CTRL | SHIFT)
        qtbot.keyClicks(matrix.focusWidget(), "X" if last == K.Key_Escape else "  ")
        keys(last)
    assert matrix_shop.document is before


def test_a_new_team_gets_the_last_column_and_f2_gives_a_row_another_name(qtbot, matrix, keys, matrix_shop):
    keys(K.Key_T, modifier=CTRL | SHIFT)
    qtbot.keyClicks(matrix.focusWidget(), "Data Platform")
    keys(K.Key_Return, K.Key_Escape)
    assert matrix_shop.organization.teams[-1].name == "Data Platform"
    assert [column.team for column in matrix.view.state.columns.teams] == [
        "app",
        "sre",
        "front",
        "data-platform",
        "gone",
    ]
    take(matrix, "code", "app")
    keys(K.Key_F2)
    qtbot.keyClicks(matrix.focusWidget(), "Source")
    keys(K.Key_Return)
    assert matrix_shop.organization.row_by_id["code"].name == "Source"


def test_an_empty_organisation_says_so_and_its_button_asks_for_a_row(qtbot, appearance):
    session = Session(Document(Organization("Empty", teams=TEAMS)))
    matrix = MatrixLens(session, LIGHT)
    qtbot.addWidget(matrix)
    matrix.resize(1000, 700)
    with qtbot.waitActive(matrix):
        matrix.show()
        matrix.activateWindow()
    assert matrix._empty.title.text() == "No rows yet."
    qtbot.mouseClick(matrix._empty.row, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(matrix.focusWidget(), "First")
    qtbot.keyClick(matrix.focusWidget(), K.Key_Return)
    qtbot.keyClick(matrix.focusWidget(), K.Key_Escape)
    assert [row.name for row in session.organization.responsibilities] == ["First"]
    assert not matrix._empty.isVisible()


def test_a_screen_reader_hears_the_cell_in_hand(matrix, keys, matrix_shop):
    assert matrix.view.accessibleName() == "Matrix"
    take(matrix, "runbooks", "sre")
    assert matrix.view.accessibleDescription() == "Application Runbooks × Shop Application SRE: no letter"
    keys(K.Key_I)
    assert matrix.view.accessibleDescription() == "Application Runbooks × Shop Application SRE: I, is told"


def test_tips_say_it_in_words_and_read_no_markup_from_the_file(matrix):
    from ui.matrix.sentences import tip

    view = matrix.view
    assert tip(view.state, view.findings, Hit("team", 2, 2)) == (
        "Application Runbooks<br>Frontline &lt;b&gt;Support&lt;/b&gt; is asked"
    )
    assert tip(view.state, view.findings, Hit("header", None, 0)) == (
        "Shop Application Team<br>Application Team, 9 people"
    )


def test_actions_are_off_where_there_is_no_cell(matrix):
    by_text = {action.text(): action for action in matrix.actions()}
    assert not by_text["A: answers for it"].isEnabled()
    take(matrix, "code", "app")
    assert by_text["A: answers for it"].isEnabled()
    matrix.view.go(Place(1, NAME_COLUMN))
    assert not by_text["Clear letter"].isEnabled()
    assert by_text["Rename row…"].isEnabled()


def test_the_theme_changes_while_it_is_open(matrix):
    matrix.apply_theme(DARK)
    assert matrix.view.theme is DARK
    image = matrix.grab().toImage()
    assert image.pixelColor(320, 10 + 40 + 40).lightness() < 80


def test_a_click_on_the_overview_goes_there(qtbot, matrix):
    matrix.resize(1000, 190)
    bar, strip = matrix.view.verticalScrollBar(), matrix.view.strip
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


def test_a_narrow_strip_saves_words_before_it_cuts_any(matrix):
    matrix.resize(1200, 500)
    assert not matrix.tools.layers.is_short
    matrix.resize(840, 500)
    assert matrix.tools.layers.is_short
    assert matrix.tools.layers.isVisible()
    assert furthest_right(matrix.tools) <= matrix.tools.width()
    assert matrix.tools.field.width() >= matrix.tools.field.minimumWidth()


def test_where_there_is_no_room_for_the_choices_they_stand_in_one_menu(matrix):
    matrix.resize(600, 500)
    tools = matrix.tools
    assert not tools.layers.isVisible()
    entries = [action.text() for action in tools.more.menu().actions()]
    assert entries == ["All layers", "All areas", "All teams"]
    assert furthest_right(tools) <= tools.width()


def test_the_head_says_how_many_rows_there_are(matrix):
    assert matrix.view.scene().summaries == ("5 rows, by layer", "5 rows")
    matrix.tools.field.setText("code")
    assert matrix.view.scene().summaries == ("1 of 5 rows, by layer", "1 of 5 rows")
