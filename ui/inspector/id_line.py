"""The id of a thing at the foot of its sheet: made from its first name, the same for ever; pressed it is copied."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.icons import icon
from ui.pieces import words
from ui.plain_text import as_menu_text, as_tip
from ui.style import wear
from ui.texts import SMALL, cut
from ui.theme import Theme
from ui.translation import tr

_WIDEST = 220


class IdLine(QWidget):
    """Hidden for things that have none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.id = ""
        self.button = QPushButton()
        wear(self.button, "link")
        self.button.setIcon(icon("copy", theme.ink2, 14))
        self.button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.id))
        label = words(tr("Id"), theme.ink2, 12)
        label.setFixedWidth(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(0)
        row.addWidget(label)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)

    def show_thing(self, thing: Any) -> None:
        self.id = str(getattr(thing, "id", None) or "")
        self.button.setText(as_menu_text(cut(self.id, SMALL, _WIDEST)[0]))
        self.button.setAccessibleName(tr("Copy the id {id}", id=self.id))
        self.button.setToolTip(as_tip(f"{self.id}\n{tr('Copy. Files name it by this, whatever its name becomes.')}"))
        self.setVisible(bool(self.id))
