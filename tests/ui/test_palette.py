"""The palette in the real window: type a part of a name, press Enter, and be there; and back again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from orgmodel.commands import AddDecision, AddView, ChangeField, RemoveRow
from orgmodel.document import Decision, View
from orgmodel.model import Member, PersonId, RowId
from ui.main_window import MainWindow
from ui.palette import Palette

REFERENCE = "new-reference"


def opened(window: MainWindow) -> Palette:
    window.actions_by_id["go-to"].trigger()
    assert window.workspace
    assert window.workspace.going.palette
    return window.workspace.going.palette


def shown(palette: Palette) -> list[str]:
    return [entry.name for entry in palette.lines.entries]


def begun(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id[REFERENCE].trigger()
    window.show()
    qtbot.waitExposed(window)


def test_a_typed_row_is_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot)
    palette = opened(window)
    QTest.keyClicks(palette.field, "perf tun")
    assert shown(palette) == ["Performance Tuning"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.workspace
    assert window.workspace.session.selection == ("responsibility:performance-tuning",)


def test_an_action_is_done_by_its_name(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot)
    palette = opened(window)
    QTest.keyClicks(palette.field, "show the chain")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.workspace
    assert window.workspace.lens_id == "lens-chain"


def test_arrows_walk_and_escape_leaves_everything_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot)
    assert window.workspace
    before = window.workspace.session.selection
    palette = opened(window)
    QTest.keyClicks(palette.field, "database")
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 0
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.workspace.session.selection == before


def test_nothing_of_that_name_is_said(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot)
    palette = opened(window)
    QTest.keyClicks(palette.field, "no such thing anywhere")
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_back_and_forward_through_what_was_visited(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot)
    assert window.workspace
    session = window.workspace.session
    for typed in ("rails", "os updates", "frontline support"):
        palette = opened(window)
        QTest.keyClicks(palette.field, typed)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    last = session.selection
    window.actions_by_id["go-back"].trigger()
    assert session.selection == ("responsibility:os-updates",)
    window.actions_by_id["go-back"].trigger()
    assert session.selection == ("responsibility:rails",)
    window.actions_by_id["go-forward"].trigger()
    window.actions_by_id["go-forward"].trigger()
    assert session.selection == last


def test_what_was_visited_is_offered_first(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot)
    for typed in ("rails", "os updates"):
        palette = opened(window)
        QTest.keyClicks(palette.field, typed)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert shown(opened(window))[0] == "Rails"


def test_a_place_that_was_removed_is_passed_over(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot)
    assert window.workspace
    session = window.workspace.session
    for typed in ("rails", "os updates", "database cookbook"):
        palette = opened(window)
        QTest.keyClicks(palette.field, typed)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    session.execute(RemoveRow(RowId("os-updates")))
    window.actions_by_id["go-back"].trigger()
    assert session.selection == ("responsibility:rails",)


def test_people_decisions_and_steps_are_gone_to_and_back_to(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot)
    assert window.workspace
    session = window.workspace.session
    team = session.organization.teams[0]
    session.execute(ChangeField(team.subject, "members", (Member(PersonId("ana"), "Ana Ruiz", "lead"),)))
    session.execute(AddDecision(Decision(date(2026, 11, 2), "Two teams is enough")))
    session.execute(AddView(View("The gap")))
    for typed in ("ana ruiz", "two teams is", "the gap"):
        palette = opened(window)
        QTest.keyClicks(palette.field, typed)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert session.selection == ("view:1",)
    window.actions_by_id["go-back"].trigger()
    assert session.selection == ("decision:1",)
    window.actions_by_id["go-back"].trigger()
    assert session.selection == (f"person:{team.id}/ana",)


def test_the_keyboard_goes_to_the_lens_where_what_had_it_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    begun(window, qtbot)
    assert window.workspace
    field = QLineEdit(window.workspace)
    field.show()
    field.setFocus()
    palette = opened(window)
    delete(field)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.workspace.stack.currentWidget().isAncestorOf(window.focusWidget())
