"""What people do in the dock of findings: its lines found by rule, clicks where their words stand, keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

LEFT = Qt.MouseButton.LeftButton


def texts(panel):
    return [line.text for line in panel.list.lines.lines]


def codes(panel):
    return [code for line in panel.list.lines.lines for code in line.codes]


def row_of(panel, wanted):
    """The place of the first line that is about a rule, or of a kind."""
    lines = enumerate(panel.list.lines.lines)
    return next(
        row for row, line in lines if wanted in line.codes or (isinstance(wanted, type) and isinstance(line, wanted))
    )


def take(panel, wanted):
    panel.list.setCurrentIndex(panel.list.lines.index(row_of(panel, wanted)))
    return panel.list.current()


def press(qtbot, panel, wanted, action=None):
    """Click where the words of an action stand, or on the sentence."""
    row = row_of(panel, wanted)
    index = panel.list.lines.index(row)
    panel.list.scrollTo(index)
    line, rect = panel.list.lines.lines[row], panel.list.visualRect(index)
    points = (rect.topLeft() + QPoint(x, y) for y in range(2, rect.height(), 4) for x in range(30, rect.width(), 6))
    place = next(point for point in points if panel.list.delegate.action_at(line, rect, point) == action)
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=place)


def key(qtbot, panel, pressed):
    qtbot.keyClick(panel.list, pressed)


def answer(act):
    """Do something with the dialog that opens next."""
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))
