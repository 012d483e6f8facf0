"""Every key on one sheet, made from the table of actions and from what the lens offers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.actions import ACTIONS
from ui.findings.keys import LIST_KEYS
from ui.style import wear
from ui.translation import tr


def key_lines(lens_actions: list[QAction]) -> tuple[tuple[str, str], ...]:
    """Pairs of what is done and its key, the window's first, then the lens's and those of the list of findings."""
    own = [
        (row.name, QKeySequence.listToString(QKeySequence.listFromString(row.shortcut)))
        for row in ACTIONS
        if row.shortcut
    ]
    lens = [
        (action.text().replace("&", ""), action.shortcut().toString())
        for action in lens_actions
        if not action.shortcut().isEmpty()
    ]
    return (*own, *lens, *((tr("In the findings: {what}", what=_lower(tr(what))), key) for what, key in LIST_KEYS))


def _lower(text: str) -> str:
    """As it stands within a sentence."""
    return f"{text[:1].lower()}{text[1:]}"


class KeyboardSheet(QDialog):
    """Two columns: what, in as many lines as it takes, and its key."""

    def __init__(self, lens_actions: list[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        heading = QLabel(tr("Keyboard shortcuts"))
        wear(heading, "heading")
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 16, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        for place, (name, key) in enumerate(key_lines(lens_actions)):
            for column, text in enumerate((name, key)):
                label = QLabel(text)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(column == 0)
                grid.addWidget(label, place, column)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self.area = area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(tr("Keyboard shortcuts"))
        for ground in (area.viewport(), sheet):
            ground.setBackgroundRole(QPalette.ColorRole.Base)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(24, 24, 16, 16)
        column_of.setSpacing(16)
        column_of.addWidget(heading)
        column_of.addWidget(area, 1)
        column_of.addWidget(buttons)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(520, room.width() - 32), min(560, room.height() - 64))
