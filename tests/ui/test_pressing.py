"""Enter presses the button that has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton

from tests.ui.inquiring import opened


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_of_the_window_as_space_does(qtbot, window, sample, key):
    window.files.open(sample)
    button = QPushButton("Clear filter", window.workspace.lens)
    button.show()
    button.setFocus()
    pressed = QSignalSpy(button.clicked)
    qtbot.keyClick(button, key)
    assert pressed.count() == 1


def test_enter_with_another_key_and_on_a_button_that_is_off_does_nothing(qtbot, window, sample):
    window.files.open(sample)
    button = QPushButton("Clear filter", window.workspace.lens)
    button.show()
    button.setFocus()
    pressed = QSignalSpy(button.clicked)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert pressed.count() == 0


def test_enter_in_a_choice_of_a_window_presses_its_default_button(qtbot, window, sample):
    window.files.open(sample)
    made = opened(qtbot, window, "export-pdf")
    made.button.clicked.disconnect()
    pressed = QSignalSpy(made.button.clicked)
    for choice in (made.form.whom["stakeholder"], made.form.people):
        choice.setFocus()
        before = choice.isChecked()
        qtbot.keyClick(choice, Qt.Key.Key_Return)
        assert choice.isChecked() == before
    assert pressed.count() == 2
