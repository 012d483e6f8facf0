"""Enter presses the button that has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton


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
