"""Steps of the presentation, made one after the other from two lenses, by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.inspector.panel import InspectorPanel


def typed(*parts: str) -> None:
    """Text, each followed by Tab; nothing for a field that is passed over."""
    for part in parts:
        if part:
            QTest.keyClicks(QApplication.focusWidget(), part)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def is_in_name(text: str) -> bool:
    """Whether the keyboard is in the field of the name, which holds so."""
    focused = QApplication.focusWidget()
    is_name = getattr(getattr(focused, "field", None), "field", "") == "name"
    return is_name and focused.isVisible() and focused.text() == text


def test_a_second_step_with_a_note_is_made_as_the_first_was(window, sample, qtbot):
    window.files.open(sample)
    session = window.workspace.session
    before = len(session.document.views)
    bar = window.workspace.stack.currentWidget().view.verticalScrollBar()
    for lens, name in (("lens-chain", "One"), ("lens-matrix", "Two")):
        window.actions_by_id[lens].trigger()
        window.actions_by_id["add-step"].trigger()
        qtbot.waitUntil(lambda: is_in_name(session.document.views[-1].name))
        typed(name, "", "", f"A note on {name}")
        qtbot.waitUntil(lambda name=name: session.document.views[-1].note == f"A note on {name}")
    QApplication.processEvents()
    assert [step.name for step in session.document.views[before:]] == ["One", "Two"]
    assert isValid(bar)  # nobody's parent has become another's child on the way


def test_tab_leaves_the_last_field_for_what_stands_behind_it(window, sample, qtbot):
    window.files.open(sample)
    window.actions_by_id["organization"].trigger()
    qtbot.waitUntil(lambda: is_in_name(window.workspace.session.organization.name))
    sheet = window.workspace.docks.findChild(InspectorPanel).sheet
    focused, seen = QApplication.focusWidget(), []
    while sheet.isAncestorOf(focused):
        assert focused not in seen
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    assert len(seen) > 5
    assert window.isAncestorOf(focused)
