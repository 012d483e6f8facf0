"""The strip above the chain, 40 high: which service, what is drawn, and leaving the places to the layout."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from orgmodel.model import Organization
from orgmodel.sentences import counted
from ui import icons
from ui.chips import Chip, ChoiceChip
from ui.fitting_row import FittingRow
from ui.style import wear
from ui.theme import Theme

STRIP_HEIGHT = 40


class Switch(Chip):
    """A chip with a check while it is on."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(theme, text, None, parent)
        self.toggled.connect(lambda on: self._show_check(wanted=on))
        self.setChecked(True)

    def _show_check(self, *, wanted: bool) -> None:
        self._sign = ("icon", "check") if wanted else None
        self.updateGeometry()
        self.update()


class ChainTools(QWidget):
    """Emits what is chosen; holds nothing else."""

    arrange_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.services = ChoiceChip(theme, "All services", self)
        self.escalations = Switch(theme, "Escalations", self)
        self.findings = Switch(theme, "Findings", self)
        self.arrange = QPushButton("Arrange", self)
        self.services.setToolTip("Show the chain of one service")
        self.escalations.setToolTip("Show the ways that pages take")
        self.findings.setToolTip("Show findings where they are")
        self.arrange.setIconSize(QSize(15, 15))
        wear(self.arrange, "quiet")
        self.arrange.clicked.connect(self.arrange_wanted)
        self.setFixedHeight(STRIP_HEIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 1)
        line.setSpacing(8)
        for chip in (self.services, self.escalations, self.findings):
            line.addWidget(chip)
        line.addStretch(1)
        line.addWidget(self.arrange)
        self._row = FittingRow(self, line, theme, (self.arrange, self.findings, self.escalations))
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for chip in (self.services, self.escalations, self.findings):
            chip.theme = theme
            chip.update()
        self._row.apply_theme(theme)
        self.arrange.setIcon(icons.icon("network", theme.ink, 15))
        self.update()

    def show_choices(self, organization: Organization) -> None:
        self.services.offer((service.id, service.name) for service in organization.services)
        self.services.setVisible(bool(organization.services))

    def show_placed(self, count: int) -> None:
        """Arrange has something to do where people placed cards."""
        self.arrange.setEnabled(count > 0)
        placed = f"Leave {counted(count, 'card')} that somebody placed to the automatic layout"
        self.arrange.setToolTip(placed if count else "No card was moved by hand.")

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))
