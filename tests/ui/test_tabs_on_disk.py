"""What somebody else writes to the files of the tabs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.plain_shell import edit, names
from ui import stepwise
from ui.problems import ProblemsDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


def rename_outside(path, name):
    text = path.read_text("utf-8")
    path.write_text(text.replace(f"name: {path.stem.title()}", f"name: {name}", 1), "utf-8")


def test_what_somebody_else_wrote_is_taken_over_in_one_step_when_its_tab_comes_to_the_front(qtbot, three, three_files):
    rename_outside(three_files[0], "Uno and more")
    three.files.documents.step(1)
    assert three.files.front.name == "Uno and more"
    assert not three.isWindowModified()
    assert "changed by somebody else" in three.status.left.text()
    assert names(three)[0] == "Uno and more"
    qtbot.keyClick(three, Qt.Key.Key_Z, CONTROL)
    assert three.files.front.name == "One"
    assert three.isWindowModified()


def test_changes_of_both_sides_are_left_alone_until_somebody_says_so(qtbot, three, three_files):
    edit(three)
    mine = three.files.session.document
    rename_outside(three_files[2], "Tres and more")
    three.files.look_again()
    assert three.files.session.document is mine
    assert "Reload (F5) takes that over" in three.status.left.text()
    three.say("")
    three.files.look_again()
    assert three.status.left.text() == "", "it is said once"
    qtbot.keyClick(three, Qt.Key.Key_F5)
    assert three.files.front.name == "Tres and more"
    assert not three.isWindowModified()
    assert three.files.session.undo()
    assert three.files.session.document is mine


def test_a_file_that_cannot_be_read_any_more_leaves_what_is_open(three, three_files):
    document = three.files.session.document
    three_files[2].write_text("<<<<<<< HEAD\n", "utf-8")
    three.files.look_again()
    assert "cannot be read now" in three.status.left.text()
    assert not three.files.reload()
    for dialog in three.findChildren(ProblemsDialog):
        dialog.close()
    assert three.files.session.document is document
    three_files[2].unlink()
    three.files.look_again()
    assert three.files.session.document is document


def test_what_was_never_saved_has_nothing_to_read_anew(three):
    three.files.new_from_reference()
    assert not three.files.reload()
    assert "not saved yet" in three.status.left.text()


def test_coming_back_to_the_app_looks_at_the_file_in_front(three, three_files):
    rename_outside(three_files[2], "Tres and more")
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert three.files.front.name == "Tres and more"


def test_what_is_drawn_is_not_read_anew_until_that_is_over(three, three_files, monkeypatch):
    monkeypatch.setattr(stepwise, "SLICE", 0)
    rename_outside(three_files[2], "Tres and more")
    three.stepwise.do((("Drawing…", 0.0) for _ in range(1000)), lambda _: None)
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert three.files.front.name == "Three"
    three.stepwise.stop()
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert three.files.front.name == "Tres and more"
