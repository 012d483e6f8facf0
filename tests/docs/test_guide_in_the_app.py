"""The words and keys of the guide are the app's, and the tour of the README goes as it says."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu
from written_pages import TEXTS, bold, code_spans

from orgmodel.model import STATE_NAMES
from tests.ui.inquiring import settle
from ui.inquiries import INQUIRIES
from ui.inspector.sheets import FIELDS
from ui.lens import LENSES
from ui.matrix.popover import _CHOICES

OTHER_KEYS = {
    # What the lenses and docks take without an action: arrows, the ends of a row, the answers to a second A.
    *("Up", "Down", "Left", "Right", "Home", "End", "Space", "Ctrl+Home", "Ctrl+End", "Esc", "M", "S", "L", "F", "W"),
    *(f"{held}+{arrow}" for held in ("Ctrl", "Shift") for arrow in ("Left", "Right", "Up", "Down")),
}
KEY = re.compile(r"((Ctrl|Shift|Alt)\+)*([A-Z0-9]|F\d+|Up|Down|Left|Right|Home|End|Esc|Del|Backspace|Enter|Return)")


@pytest.fixture
def opened(qtbot, window, tmp_path, sample):
    """The window with a copy of the reference sample, and its findings."""
    copy = tmp_path / sample.name
    copy.write_bytes(sample.read_bytes())
    window.files.open(copy)
    qtbot.waitUntil(lambda: window.workspace.session.report is not None, timeout=20_000)
    return window


def menu_paths(menu, above=""):
    """`File > Export > PDF…` for everything in the menus, with what fills them as they open."""
    for action in menu.actions():
        below = action.menu()
        path = above + action.text().replace("&", "").partition("\t")[0]
        if isinstance(below, QMenu):
            below.aboutToShow.emit()
            yield from menu_paths(below, f"{path} > ")
        else:
            yield path


@pytest.mark.parametrize("page", ["README.md", "guide.md"])
def test_every_word_in_bold_is_a_word_of_the_app(opened, page):
    known = set(menu_paths(opened.menuBar()))
    for inquiry in INQUIRIES:
        opened.actions_by_id[inquiry.action].trigger()
    for lens in LENSES:
        opened.actions_by_id[lens.action].trigger()
        known |= {button.text() for button in opened.findChildren(QAbstractButton)}
    known |= {field.label for fields in FIELDS.values() for field in fields}
    known |= {word for _, word, _ in _CHOICES} | {"Waive…", "About GAP001"}
    assert [words for words in bold(page) if words not in known] == []


@pytest.mark.parametrize("page", ["README.md", "guide.md"])
def test_every_key_on_a_page_is_a_key_of_the_app(opened, page):
    known = set(OTHER_KEYS)
    for lens in LENSES:
        opened.actions_by_id[lens.action].trigger()
        for action in (*opened.actions(), *opened.workspace.lens.actions()):
            known |= {key.toString() for key in action.shortcuts()}
    assert [span for span in code_spans(page) if KEY.fullmatch(span) and span not in known] == []


def test_the_findings_list_says_the_words_of_the_guide(qtbot, opened):
    panel = opened.workspace.docks.docks["dock-findings"].body
    opened.workspace.session.step_finding(1)
    line = panel.list.current()
    words = [action.text() for action in panel.list.hand.menu_of(line).actions() if action.text()]
    assert words[-2:] == ["Waive…", f"About {line.finding.code}"]


def test_states_and_statuses_are_called_as_in_the_guide():
    assert {"agreed", "parked"} <= set(STATE_NAMES)
    for word in ("Agreed", "Parked", "Archived", "Functional", "Hierarchic", "Inform only"):
        assert f"*{word}*" in TEXTS["guide.md"]


def test_the_two_minutes_go_as_the_readme_says(qtbot, opened, monkeypatch, tmp_path):
    session, matrix = opened.workspace.session, opened.workspace.lens.view
    row = session.organization.responsibilities[0]
    control = Qt.KeyboardModifier.ControlModifier
    before = session.document

    qtbot.keyClick(matrix, Qt.Key.Key_Down)
    assert session.selection == (row.subject,)
    assert row.letters_of(session.team) == "A"
    qtbot.keyClick(matrix, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "GAP001" in {finding.code for finding in session.report.findings}, timeout=20_000)
    qtbot.keyClick(opened, Qt.Key.Key_F8)
    assert session.finding is not None
    qtbot.keyClick(opened, Qt.Key.Key_Z, control)
    assert session.document is before

    opened.workspace.lens.show_subject(row.subject)
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Home)
    qtbot.keyClick(matrix, Qt.Key.Key_End)
    other = session.team
    assert row.letters_of(other) is None
    qtbot.keyClick(matrix, Qt.Key.Key_A)
    assert session.document is before
    qtbot.keyClick(opened.workspace.lens.edits.popover, Qt.Key.Key_S)
    assert session.organization.row_by_id[row.id].letters_of(other) == "R"

    qtbot.keyClick(opened, Qt.Key.Key_2, control)
    assert opened.workspace.lens.name == "Chain"
    qtbot.keyClick(opened, Qt.Key.Key_1, control)
    assert opened.workspace.lens.name == "Matrix"

    paper = tmp_path / "sample.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(paper), ""))
    qtbot.keyClick(opened, Qt.Key.Key_E, control)
    made = opened.workspace.inquiries.made["export-pdf"]
    settle(qtbot, made)
    with qtbot.waitSignal(opened.files.exporter.written, timeout=60_000):
        qtbot.mouseClick(made.button, Qt.MouseButton.LeftButton)
    assert paper.read_bytes().startswith(b"%PDF")
