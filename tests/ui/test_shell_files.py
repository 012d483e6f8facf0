"""Files in the window: saved, refused, closed, dragged in, and those that were open lately."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox

from tests.ui.plain_shell import answer, edit
from ui.problems import ProblemsDialog


def test_saving_writes_the_file_and_says_when(qtbot, opened, file):
    before = file.read_text("utf-8")
    edit(opened)
    qtbot.keyClick(opened, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    changed = list(zip(before.splitlines(), file.read_text("utf-8").splitlines(), strict=False))
    assert sum(one != other for one, other in changed) == 1
    assert not opened.isWindowModified()
    assert "Saved " in opened.status.right.text()


def test_save_as_goes_on_with_the_other_file(opened, file, tmp_path, monkeypatch):
    edit(opened)
    before = file.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "other"), ""))
    opened.actions_by_id["save-as"].trigger()
    assert file.read_bytes() == before
    assert (tmp_path / "other.yaml").is_file()
    assert "other.yaml" in opened.windowTitle()
    assert not opened.isWindowModified()


def test_a_file_that_gets_its_suffix_here_is_not_written_over_unasked(qtbot, opened, tmp_path, monkeypatch):
    others, chart = tmp_path / "other.yaml", tmp_path / "chart.csv"
    for there in (others, chart):
        there.write_text("somebody's")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(tmp_path / _typed_in(given[1])), ""))
    edit(opened)
    for action in ("save-as", "export-csv"):
        answer(QMessageBox.StandardButton.Cancel)
        opened.actions_by_id[action].trigger()
    assert (others.read_text(), chart.read_text()) == ("somebody's", "somebody's")
    assert opened.files.session.is_modified

    answer(QMessageBox.StandardButton.Save)
    opened.actions_by_id["save-as"].trigger()
    assert opened.files.front.path == others
    assert not opened.files.session.is_modified


def _typed_in(title):
    return "other" if title == "Save As" else "chart"


def test_a_save_that_fails_is_a_sentence_and_nothing_is_lost(opened, file, monkeypatch):
    edit(opened)
    file.unlink()
    file.mkdir()
    answer(QMessageBox.StandardButton.Ok)
    assert not opened.files.save()
    assert opened.isWindowModified()


def test_a_new_document_is_untouched_until_it_is_edited_and_asks_for_a_place(qtbot, shell, tmp_path, monkeypatch):
    qtbot.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(shell.files.session.organization.responsibilities) == 43
    assert "Not saved yet" in shell.status.right.text()
    assert not shell.isWindowModified()
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (asked.append(given[2]), ("", ""))[1])
    assert not shell.files.save()
    assert asked[0].endswith(".yaml")
    assert shell.files.close()
    assert shell.workspace is None


def test_a_sample_opens_as_a_copy(qtbot, shell):
    screen = shell.start_screen
    qtbot.waitUntil(lambda: screen.samples.count() and screen.samples.itemAt(0).widget().sample is not None)
    qtbot.mouseClick(screen.samples.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert shell.files.session.path is None
    assert shell.files.session.organization.name == "Ruby Web Application"
    assert not shell.isWindowModified()


def test_a_refused_file_lists_its_problems_and_leaves_what_is_open(opened, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text(
        "format: orgmodel/1\nname: Broken\nteams:\n  - {id: a, name: A}\n  - {id: a, name: B, kind: x}\n", "utf-8"
    )
    session = opened.files.session
    assert not opened.files.open(broken)
    (dialog,) = opened.findChildren(ProblemsDialog)
    assert dialog.isVisible()
    lines = dialog.text.toPlainText().splitlines()
    assert len(lines) >= 2
    assert all(line.startswith("Line 5: ") for line in lines)
    dialog.close()
    assert opened.files.session is session
    edit(opened)


def test_bytes_that_are_no_text_are_refused_and_the_app_lives(shell, tmp_path):
    blob = tmp_path / "blob.yaml"
    blob.write_bytes(bytes(range(256)))
    assert not shell.files.open(blob)
    assert not shell.files.open(tmp_path)
    for dialog in shell.findChildren(ProblemsDialog):
        assert "Traceback" not in dialog.text.toPlainText()
        dialog.close()


@pytest.mark.parametrize(
    ("button", "leaves", "writes"),
    [
        (QMessageBox.StandardButton.Save, True, True),
        (QMessageBox.StandardButton.Discard, True, False),
        (QMessageBox.StandardButton.Cancel, False, False),
    ],
)
def test_closing_with_unsaved_changes_asks(opened, file, button, leaves, writes):
    before = file.read_bytes()
    edit(opened)
    answer(button)
    assert opened.close() is leaves
    assert (file.read_bytes() != before) is writes
    assert opened.files.session is not None


def test_recent_files_are_remembered_with_their_counts_and_pruned(qtbot, opened, file, settings):
    qtbot.waitUntil(lambda: opened.files.session.report is not None)
    assert opened.files.close()
    (recent,) = settings.recents
    assert (recent.path, recent.name, recent.errors) == (file, "Ruby Web Application", 0)
    file.unlink()
    opened.open_recent(file)
    assert settings.recents == ()
    assert "no longer there" in opened.status.left.text()


def test_the_recent_menu_is_filled_as_it_opens(opened, file, settings):
    menu = opened.menus._named["recent"]
    menu.aboutToShow.emit()
    assert next(action.text() for action in menu.actions()).startswith("Ruby Web Application")
    settings.recents = ()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["No files yet"]


def drop(shell, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    shell.dropEvent(event)


def test_a_file_can_be_dragged_in(qtbot, shell, file):
    drop(shell, file)
    qtbot.waitUntil(lambda: shell.workspace is not None)
    assert shell.files.session.path == file
