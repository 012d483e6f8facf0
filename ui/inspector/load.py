"""What a team carries, each figure with its sum, under the fields of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from orgmodel.model import TeamId
from ui.load_reading import load_reading
from ui.marks import draw_mark
from ui.pieces import Glyph, rule, words
from ui.plain_text import as_tip
from ui.session import Session
from ui.style import wear
from ui.theme import Theme

if TYPE_CHECKING:
    from orgmodel.load import Load, Part

_NAMES: Final = ("Rows", "Effort", "Pages", "Services", "Hand-offs")
"""What the parts of a load are called where there is little room."""


class LoadSection(QWidget):
    """Follows the document; the figures come a moment later, from beside the window."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.team: TeamId | None = None
        self.load: Load | None = None
        """What is shown."""
        self._reading = load_reading(session)
        self._reading.changed.connect(self._show)
        self._lines = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(rule(theme))
        self._column.addWidget(words("Load, and its sum", theme.ink, 13, "semibold"))
        self._column.addWidget(self._lines)
        every = QPushButton("All teams…")
        wear(every, "link")
        every.setAccessibleName("Load of all teams")
        every.clicked.connect(lambda: session.inquiry_wanted.emit("show-load"))
        self._column.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)

    def show_team(self, team: TeamId) -> None:
        self.team = team
        self._show()

    def _show(self) -> None:
        load = self._reading.of(self.team) if self.team else None
        if load is self.load and load is not None:
            return
        self.load = load
        lines = self._made(load) if load else words("Adding up …", self.theme.ink3, 12)
        self._column.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        lines.show()
        self._lines = lines

    def _made(self, load: Load) -> QWidget:
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for place, (name, part) in enumerate(zip(_NAMES, load.parts, strict=True)):
            label = words(name, self.theme.ink2, 12)
            label.setFixedWidth(64)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            if part.total is None:
                grid.addWidget(self._unknown(), place, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._said(part), place, 2 if part.total is None else 1, 1, 1 if part.total is None else 2)
        return lines

    def _said(self, part: Part) -> QLabel:
        known = part.total is not None
        said = words(part.said, self.theme.ink if known else self.theme.ink2, 12)
        said.setWordWrap(True)
        if part.unit == "pages a day":
            said.setToolTip(as_tip("\n".join(part.terms_said)))
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return said

    def _unknown(self) -> Glyph:
        theme = self.theme
        return Glyph(QSize(14, 16), lambda painter, rect: draw_mark(painter, rect, "not-assessed", theme))
