"""A manager's first minutes, through the real window with real keys: a gap is seen, filled, taken back, saved."""

from __future__ import annotations

import difflib

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from orgmodel.commands import AssignTeam
from orgmodel.model import RowId, Subject, TeamId

ROW = RowId("best-practices-tooling-info")


@pytest.fixture
def today_file(tmp_path, sample):
    """A copy of the sample of the day before SRE, which has gaps."""
    path = tmp_path / "today.yaml"
    path.write_bytes(sample.with_name("ruby_web_today.yaml").read_bytes())
    return path


def test_a_gap_is_filled_taken_back_and_saved_as_one_line(qtbot, window, today_file):
    before = today_file.read_text(encoding="utf-8")
    window.files.open(today_file)
    session, matrix = window.workspace.session, window.workspace.lens
    gap = ("GAP001", (Subject(f"responsibility:{ROW}"),))
    qtbot.waitUntil(lambda: gap in found(session), timeout=20_000)

    matrix.show_subject(gap[1][0])
    qtbot.keyClick(matrix.view, Qt.Key.Key_Right)
    qtbot.keyClick(matrix.view, Qt.Key.Key_A)
    team = session.organization.row_by_id[ROW].raci.accountable[0]
    qtbot.waitUntil(lambda: gap not in found(session), timeout=20_000)
    assert window.isWindowModified()

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: gap in found(session), timeout=20_000)
    assert not window.isWindowModified()
    assert session.document is session.saved_document
    assert window.files.save()
    assert today_file.read_text(encoding="utf-8") == before

    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.files.save()
    assert not window.isWindowModified()
    after = today_file.read_text(encoding="utf-8")
    changes = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert [line[0] for line in changes] in (["-", "+"], ["+"])
    assert f"{team}: A" in changes[-1]


@pytest.mark.parametrize(("answer", "writes"), [("Save", True), ("Cancel", False)])
def test_what_somebody_else_wrote_is_not_written_over_unasked(qtbot, window, today_file, answer, writes):
    window.files.open(today_file)
    theirs = today_file.read_bytes() + b"# Agreed with the service desk.\n"
    today_file.write_bytes(theirs)
    window.workspace.session.execute(AssignTeam(ROW, TeamId("ruby-web"), "A"))

    def reply():
        box = QApplication.activeModalWidget()
        box.button(QMessageBox.StandardButton[answer]).click()

    QTimer.singleShot(0, reply)
    assert window.files.save() is writes
    assert (today_file.read_bytes() != theirs) is writes


def test_what_is_half_typed_is_saved_and_asked_for(qtbot, window, today_file):
    window.files.open(today_file)
    window.settle()
    session = window.workspace.session
    session.select(Subject(f"responsibility:{ROW}"))
    window.workspace.open_inspector()
    name = window.focusWidget()
    qtbot.keyClicks(name, "!")
    assert window.files.save()
    saved = session.organization.row_by_id[ROW].name
    assert saved.startswith("!") or saved.endswith("!")
    assert saved in today_file.read_text(encoding="utf-8")


def test_what_is_half_chosen_is_saved(qtbot, window, today_file):
    window.files.open(today_file)
    window.settle()
    session = window.workspace.session
    session.select(Subject(f"responsibility:{ROW}"))
    window.workspace.open_inspector()
    criticality = window.workspace.docks.docks["dock-inspector"].body.forms[0].editors["criticality"]
    criticality.setFocus()
    qtbot.keyClick(criticality, Qt.Key.Key_End)
    assert session.organization.row_by_id[ROW].criticality is None
    assert window.files.save()
    assert session.organization.row_by_id[ROW].criticality == 4


def test_enter_in_the_matrix_opens_the_row_in_the_inspector(qtbot, window, today_file):
    window.files.open(today_file)
    window.settle()
    workspace = window.workspace
    workspace.lens.show_subject(Subject(f"responsibility:{ROW}"))
    qtbot.keyClick(workspace.lens.view, Qt.Key.Key_Return)
    inspector = workspace.docks.docks["dock-inspector"].body
    assert inspector.forms[0].editors["name"].text() == "Best Practices & Tooling Info"
    assert window.focusWidget() is inspector.forms[0].editors["name"]


def found(session):
    findings = session.report.findings if session.report else ()
    return {(finding.code, finding.subjects[:1]) for finding in findings}
