"""Enter presses the button that has the keyboard, as Space does: Qt does that in dialogs alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QToolButton, QWidget

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press it where nothing below this window wanted the key; False where no button has the keyboard."""
    button = window.focusWidget()
    if isinstance(button, QRadioButton | QCheckBox):
        return False  # Enter says that all is chosen as it should be
    is_enter = event.key() in _ENTERS and not event.isAutoRepeat()
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    if not is_enter or not plain or not isinstance(button, QAbstractButton) or not button.isEnabled():
        return False
    if isinstance(button, QToolButton) and button.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup:
        button.showMenu()
    else:
        button.click()
    return True
