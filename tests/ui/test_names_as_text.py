"""Names from a file are shown as they stand: `<b>` is no markup, `&` is no access key."""

import re
from datetime import date

import pytest
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
from ui.pieces import words
from ui.plain_text import breakable
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
    editor.mark(f"“{NAME}” is taken.")
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


@pytest.mark.parametrize("name", ["X" * 200, "ע" * 200, "a\u0300\u0301\u0302" * 60, "👩\u200d👩\u200d👧" * 40])
def test_one_word_of_200_letters_goes_on_in_the_next_line_and_stays_in_its_box(qtbot, name):
    said = words(f"A page for {name} is lost.", "black")
    said.setWordWrap(True)
    qtbot.addWidget(said)
    assert said.minimumSizeHint().width() < 250
    assert re.sub("[\u200b\u2068\u2069]", "", said.text()) == f"A page for {name} is lost."
    assert all(piece[:1] not in "\u0300\u0301\u0302\u200d" for piece in said.text().split("\u200b"))


def test_words_of_any_language_are_left_as_they_are():
    assert "\u200b" not in breakable("Donaudampfschifffahrts und فريق دعم المدفوعات")
