"""A lens as a list, and the keys of the window that go to the lens: by real keys, with a plain lens behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPainter

from orgmodel.commands import AssignTeam, ChangeField, RemoveRow
from orgmodel.model import RowId, Subject
from tests.ui.plain_shell import make_room

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DATABASE = Subject("responsibility:database")


@pytest.fixture
def shell(shell, file):
    shell.files.open(file)
    return shell


@pytest.fixture
def twin(qtbot, shell):
    qtbot.keyClick(shell, K.Key_L, CTRL | SHIFT)
    return shell.workspace.lens


def in_hand(twin):
    return twin.rows.subject_at(twin.view.currentIndex().row())


def test_the_list_takes_the_place_of_the_lens_and_gives_it_back(qtbot, shell, twin):
    assert twin.name == "Plain as a list"
    assert twin.view.hasFocus()
    assert shell.actions_by_id["as-list"].isChecked()
    assert shell.actions_by_id["lens-matrix"].isChecked()
    qtbot.keyClick(shell, K.Key_2, CTRL)
    assert shell.workspace.lens.name == "Other as a list"
    qtbot.keyClick(shell, K.Key_L, CTRL | SHIFT)
    assert shell.workspace.lens.name == "Other"
    assert not shell.actions_by_id["as-list"].isChecked()


def test_selection_goes_both_ways(qtbot, shell, twin):
    session = shell.workspace.session
    assert session.selection == (), "nobody selected anything yet"
    qtbot.keyClick(twin.view, K.Key_Down)
    assert session.selection == (session.organization.responsibilities[1].subject,)
    session.select(DATABASE)
    assert in_hand(twin) == DATABASE
    session.select(Subject("team:frontline"))
    assert in_hand(twin) is None
    assert session.selection == ("team:frontline",)


def test_letters_typed_in_the_list_go_to_the_line(qtbot, shell, twin):
    qtbot.keyClicks(twin.view, "datab")
    assert shell.workspace.session.selection == (DATABASE,)


def test_words_in_the_field_sift_the_lines_and_enter_goes_back_to_them(qtbot, shell, twin):
    qtbot.keyClick(shell, K.Key_F, CTRL)
    assert twin.field.hasFocus()
    qtbot.keyClicks(twin.field, "database")
    shown = [twin.rows.subject_at(row) for row in range(twin.rows.rowCount())]
    assert DATABASE in shown
    assert len(shown) < len(twin.rows.table.rows)
    assert twin.count.text() == f"{len(shown)} lines of 43" if len(shown) != 1 else "1 line of 43"
    qtbot.keyClick(twin.field, K.Key_Return)
    assert twin.view.hasFocus()
    assert twin.reveal([Subject("responsibility:rails")])
    assert twin.field.text() == ""


def test_enter_opens_the_inspector(qtbot, shell, twin):
    shell.workspace.session.select(DATABASE)
    with qtbot.waitSignal(twin.opened):
        qtbot.keyClick(twin.view, K.Key_Return)
    assert shell.workspace.docks.has_keyboard("dock-inspector")


def test_the_list_follows_edits_and_keeps_the_line_in_hand(qtbot, shell, twin):
    session = shell.workspace.session
    session.select(DATABASE)
    assert session.execute(RemoveRow(RowId("rails")))
    qtbot.waitUntil(lambda: twin.rows.rowCount() == 42)
    assert in_hand(twin) == DATABASE
    session.undo()
    qtbot.waitUntil(lambda: twin.rows.rowCount() == 43)
    assert session.selection == (DATABASE,)


def test_a_screen_reader_hears_the_column_and_the_cell(twin):
    assert QAccessible.queryAccessibleInterface(twin.view).text(QAccessible.Text.Name) == "Plain as a list"
    index = twin.rows.index(0, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Owner: empty"


def test_zoom_changes_the_type_of_the_list(qtbot, shell, twin):
    height = twin.view.rowHeight(0)
    qtbot.keyClick(shell, K.Key_Equal, CTRL)
    assert twin.view.rowHeight(0) > height
    qtbot.keyClick(shell, K.Key_0, CTRL)
    assert twin.view.rowHeight(0) == height


def test_find_and_zoom_go_to_the_lens(qtbot, shell):
    for key in (K.Key_Plus, K.Key_Equal, K.Key_Minus, K.Key_0, K.Key_F):
        qtbot.keyClick(shell, key, CTRL)
    assert shell.workspace.lens.asked == [1, 1, -1, 0, "find"]


def test_f6_goes_round_lens_tools_docks_and_counts_and_back(qtbot, shell, sample):
    shell.files.open(sample.with_name("ruby_web_today.yaml"))
    shell.workspace.session.select(DATABASE)
    qtbot.waitUntil(lambda: shell.workspace.session.report is not None)
    forth = []
    for _ in range(5):
        qtbot.keyClick(shell, K.Key_F6)
        forth.append(shell.focusWidget())
    lens, docks = shell.workspace.lens, shell.workspace.docks.docks
    assert forth[0] is lens.tools
    assert docks["dock-inspector"].isAncestorOf(forth[1])
    assert docks["dock-findings"].isAncestorOf(forth[2])
    assert shell.status.isAncestorOf(forth[3])
    assert forth[4] is lens
    qtbot.keyClick(shell, K.Key_F6, SHIFT)
    assert shell.focusWidget() is forth[3]


def test_the_lens_shown_last_comes_first_next_time(qtbot, shell, settings):
    qtbot.keyClick(shell, K.Key_2, CTRL)
    shell.files.new_from_reference()
    assert shell.workspace.lens.name == "Other"
    assert settings.lens == "lens-chain"
    settings.lens = "lens-that-is-gone"
    shell.files.new_from_reference()
    assert shell.workspace.lens.name == "Plain"


def test_reset_layout_is_the_beginning_again(qtbot, shell, settings):
    shell.workspace.docks.open("dock-findings", wanted=False)
    shell.workspace.show_lens("lens-chain")
    shell.workspace.show_list(wanted=True)
    settings.dock_width, settings.dock_heights = 400, (100, 500)
    shell.setWindowState(Qt.WindowState.WindowFullScreen)
    shell.actions_by_id["reset-layout"].trigger()
    assert shell.workspace.lens.name == "Plain"
    assert (settings.dock_width, settings.dock_heights, settings.geometry) == (None, None, None)
    assert not shell.isFullScreen()
    make_room(shell)
    assert shell.workspace.docks.open_docks() == ("dock-inspector", "dock-findings")


def test_heights_of_the_docks_are_kept_for_the_next_document(qtbot, shell, settings):
    docks = shell.workspace.docks
    docks.setSizes([600, 150])
    docks.splitterMoved.emit(600, 1)
    shell.files.new_from_reference()
    above, below = shell.workspace.docks.sizes()
    assert above > 2 * below


def test_an_edit_in_the_list_reaches_the_lens_behind(shell, twin):
    assert shell.workspace.session.execute(AssignTeam("database", "frontline", "R"))
    assert twin.table() == shell.workspace._lenses["lens-matrix"].table()


def test_a_list_that_nobody_looks_at_is_read_once_somebody_does(qtbot, shell, twin):
    qtbot.keyClick(shell, K.Key_L, CTRL | SHIFT)
    count = twin.rows.rowCount()
    assert shell.files.session.execute(RemoveRow(RowId("database")))
    assert not twin._later.isActive()
    qtbot.keyClick(shell, K.Key_L, CTRL | SHIFT)
    assert shell.workspace.lens is twin
    assert twin.rows.rowCount() == count - 1


def test_a_name_with_a_break_of_lines_is_written_on_one_line(qtbot, shell, twin, monkeypatch):
    shell.workspace.session.execute(ChangeField(DATABASE, "name", "Data\nbase"))
    twin.refresh()
    drawn = []
    monkeypatch.setattr(QPainter, "drawText", lambda _, *words: drawn.append(words[-1]))
    twin.view.viewport().grab()
    monkeypatch.undo()
    assert "Data base" in drawn
    assert not any("\n" in words for words in drawn)
