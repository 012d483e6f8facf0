"""What a screen reader calls the widgets that we paint ourselves; Qt would call each of them a window's client area."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

ROLES: Final = {
    "MatrixView": "Table",
    "ChainView": "Canvas",
    "BoardView": "Canvas",
    "TrayView": "List",
    "WeekStrip": "Canvas",
    "StationStrip": "Canvas",
    "SecondOwnerPopover": "Dialog",
    "EmptyState": "Grouping",
    "MatrixEmptiness": "Grouping",
    "TourCard": "Grouping",
    "QScrollArea": "Pane",
    "QAbstractScrollArea": "Pane",
}
"""By the name of the widget's class, or of one that it is made from: the name of a `QAccessible.Role`."""

_HELD: Final[list[QObject | object]] = []
"""Qt asks the interfaces that we make for as long as their widgets live."""
_TAUGHT: Final[list[object]] = []


def teach_roles() -> None:
    """Tell Qt; once in the life of the application, and before anybody asks."""
    from PySide6.QtGui import QAccessible

    if not _TAUGHT:
        _TAUGHT.append(_interface)
        QAccessible.installFactory(_interface)


def _interface(name: str, thing: QObject) -> object | None:
    """The interface of a widget of ours; None where Qt's own is as good."""
    role = ROLES.get(name)
    if role is None or not thing.isWidgetType():
        return None
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAccessibleWidget, QWidget
    from shiboken6 import isValid

    if not isinstance(thing, QWidget):
        return None
    _HELD[:] = [held for held in _HELD if isValid(held)]
    made = QAccessibleWidget(thing, QAccessible.Role[role], "")
    _HELD.append(made)
    return made
