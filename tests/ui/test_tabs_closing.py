"""Closing tabs, and the app with them: questions come before anything is lost."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QTabBar

from tests.ui.plain_shell import answer, edit, names

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_w_asks_where_something_would_be_lost(qtbot, three):
    edit(three)
    answer(QMessageBox.StandardButton.Cancel)
    qtbot.keyClick(three, Qt.Key.Key_W, CONTROL)
    assert names(three) == ["One", "Two", "Three"]
    with qtbot.waitActive(three):
        three.activateWindow()
    answer(QMessageBox.StandardButton.Discard)
    qtbot.keyClick(three, Qt.Key.Key_W, CONTROL)
    assert names(three) == ["One", "Two"]
    assert three.files.front.name == "Two"


def test_the_middle_button_closes_and_so_does_the_cross(qtbot, three):
    qtbot.mouseClick(three.tabs, Qt.MouseButton.MiddleButton, pos=three.tabs.tabRect(0).center())
    assert names(three) == ["Two", "Three"]
    assert three.files.front.name == "Three"
    cross = three.tabs.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert cross.accessibleName() == "Close Three"
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert three.files.front.name == "Two"


def test_the_menu_of_a_tab_closes_the_others_and_copies_the_path(three, three_files):
    second = list(three.files.documents)[1]
    close, others, copied = three.tabs.menu_of(second).actions()
    copied.trigger()
    assert QGuiApplication.clipboard().text() == str(three_files[1])
    others.trigger()
    assert [document.name for document in three.files.documents] == ["Two"]
    close.trigger()
    assert three.workspace is None


def test_cancel_ends_the_closing_of_the_others(three, monkeypatch):
    for document in list(three.files.documents):
        three.files.documents.bring(document)
        edit(three)
    first, second, third = three.files.documents
    buttons, asked = QMessageBox.StandardButton, []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or answers.pop(0))
    answers = [buttons.Cancel, buttons.Discard]
    three.tabs.menu_of(third).actions()[1].trigger()
    assert asked == ["Save the changes to “One”?"]
    assert list(three.files.documents) == [first, second, third]
    answers = [buttons.Discard, buttons.Cancel]
    three.tabs.menu_of(third).actions()[1].trigger()
    assert list(three.files.documents) == [second, third]


def test_quitting_asks_for_each_that_is_modified_and_shows_it(three, three_files):
    before = [path.read_bytes() for path in three_files]
    edit(three)
    three.files.documents.step(1)
    edit(three)
    answer(QMessageBox.StandardButton.Save, QMessageBox.StandardButton.Discard)
    assert three.close()
    assert [path.read_bytes() != held for path, held in zip(three_files, before, strict=True)] == [True, False, False]


def test_quitting_stops_at_the_first_no(three):
    edit(three)
    three.files.documents.step(1)
    answer(QMessageBox.StandardButton.Cancel)
    assert not three.close()
    assert three.files.front.name == "Three"
    assert three.isVisible()


def test_a_closed_tab_leaves_nothing_behind(qtbot, three):
    gone = []
    document, workspace = three.files.front, three.workspace
    document.destroyed.connect(lambda: gone.append("document"))
    workspace.destroyed.connect(lambda: gone.append("workspace"))
    assert three.files.close()
    qtbot.waitUntil(lambda: len(gone) == 2)


def test_a_question_that_is_answered_leaves_nothing_behind(qtbot, three):
    edit(three)
    answer(QMessageBox.StandardButton.Cancel)
    assert not three.files.close()
    qtbot.waitUntil(lambda: three.findChildren(QMessageBox) == [])
