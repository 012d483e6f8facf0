"""Names from a file are shown as they stand: `<b>` is no markup, `&` is no access key."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from orgmodel.commands import AssignTeam, ChangeField, RemoveTeam
from orgmodel.findings import Details, Finding, Fix, Report, Source
from orgmodel.model import RowId, Subject, TeamId
from ui.chips import ChoiceChip
from ui.findings.panel import FindingsPanel
from ui.findings.tips import tip_of
from ui.findings.waive import dialog_for
from ui.inspector.panel import InspectorPanel
from ui.inspector.parts import _TeamRow
from ui.theme import LIGHT

NAME = "<b>R&D</b> Team"
ESCAPED = "&lt;b&gt;R&amp;D&lt;/b&gt;"
GAP = Finding(
    "GAP001",
    "nobody-does-it",
    "error",
    f"Nobody does “{NAME}”.",
    (Subject("responsibility:release"),),
    Source("S12", "Trackplus, RACI Matrix Analysis"),
    Details(
        f"Assign it to {NAME}.",
        fixes=(Fix(f"Assign A to {NAME}", AssignTeam(RowId("release"), TeamId("sre"), "A")),),
    ),
)


def test_a_waiver_shows_the_sentence_as_it_stands(qtbot, appearance):
    dialog = dialog_for((GAP,), date(2026, 11, 22), None)
    qtbot.addWidget(dialog)
    (sentence,) = (label for label in dialog.findChildren(QLabel) if label.text() == GAP.message)
    assert sentence.textFormat() == Qt.TextFormat.PlainText


def test_findings_escape_their_tips_and_fixes(qtbot, session, appearance):
    panel = FindingsPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    session.show_findings(Report((GAP,), (), (), (), date(2026, 11, 22)))
    (line,) = panel.list.lines.lines
    assert ESCAPED in tip_of(line, None)
    assert ESCAPED in tip_of(line, "fix")
    assert panel.list.hand.menu_of(line).actions()[0].text() == "Assign A to <b>R&&D</b> Team"


def test_the_inspector_escapes_its_tips(qtbot, session, appearance):
    session.execute(ChangeField("team:sre", "name", NAME))
    session.select("responsibility:database")
    panel = InspectorPanel(session, LIGHT)
    qtbot.addWidget(panel)
    row = next(row for row in panel.findChildren(_TeamRow) if NAME in row.accessibleName())
    assert ESCAPED in row.toolTip()
    editor = panel.forms[0].editors["name"]
    editor._mark(f"“{NAME}” is taken.")
    assert ESCAPED in editor.toolTip()


def test_a_choice_takes_no_access_key(qtbot, appearance):
    chip = ChoiceChip(LIGHT, "All teams")
    qtbot.addWidget(chip)
    chip.offer([("rnd", "R&D Team")])
    chip.choose("rnd")
    assert chip.shortcut().isEmpty()
    assert (chip.word, chip.accessibleName()) == ("R&D Team", "R&D Team")
    assert chip.menu().actions()[1].text() == "R&&D Team"


def test_undo_is_spoken_as_it_stands(qtbot, window):
    window.files.new_from_reference()
    session = window.files.session
    session.execute(ChangeField(session.organization.teams[0].subject, "name", NAME))
    session.execute(RemoveTeam(session.organization.teams[0].id))
    spoken = [step.accessibleName() for step in window.workspace.bar.findChildren(QToolButton)]
    assert f"Undo {session.history.undo_label}" in spoken
    assert NAME in session.history.undo_label
