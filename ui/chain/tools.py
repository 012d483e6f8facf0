"""The strip above the chain, 40 high: what is shown, what is looked for, and leaving the places to the layout."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from orgmodel.diagram.shapes import Totals
from orgmodel.model import KIND_NAMES, Organization
from ui import icons
from ui.chips import Chip, ChoiceChip
from ui.filter_field import FilterField
from ui.fitting_row import FittingRow
from ui.style import wear
from ui.theme import Theme, font
from ui.translation import plural, tr

STRIP_HEIGHT: Final = 40


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
    sought = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.services = ChoiceChip(theme, tr("All services"), self)
        self.layers = ChoiceChip(theme, tr("All layers"), self)
        self.kinds = ChoiceChip(theme, tr("All kinds"), self)
        self.escalations = Switch(theme, tr("Escalations"), self)
        self.findings = Switch(theme, tr("Findings"), self)
        self.field = FilterField(
            theme, tr("Find on the chain"), tr("Find teams, rows and escalations by words (Ctrl+F)"), self
        )
        self.field.setMaximumWidth(220)
        self.shown = QLabel(self)
        self.shown.setTextFormat(Qt.TextFormat.PlainText)
        self.shown.setFont(font(12))
        self.arrange = QPushButton(tr("Arrange"), self)
        self._say_tips()
        self.setFixedHeight(STRIP_HEIGHT)
        self._lay_out()
        self.arrange.clicked.connect(self.arrange_wanted)
        self.field.textChanged.connect(lambda text: self.sought.emit(text.strip()))
        self.apply_theme(theme)

    def _say_tips(self) -> None:
        self.services.setToolTip(tr("Show the chain of one service"))
        self.layers.setToolTip(tr("Show one layer"))
        self.kinds.setToolTip(tr("Show one kind of team"))
        self.escalations.setToolTip(tr("Show the escalations that pages take"))
        self.findings.setToolTip(tr("Show findings where they are"))

    def _lay_out(self) -> None:
        self.arrange.setIconSize(QSize(15, 15))
        wear(self.arrange, "quiet")
        line = FittingRow(self, self._theme)
        line.setContentsMargins(12, 0, 12, 1)
        line.setSpacing(8)
        for tool in (self.services, self.layers, self.kinds, self.escalations, self.findings):
            line.addWidget(tool)
        line.addWidget(self.field, 10)
        line.addWidget(self.shown)
        line.addStretch(1)
        line.addWidget(self.arrange)
        line.fold(self.kinds, self.layers, self.escalations, self.findings)
        self._row = line

    @property
    def chips(self) -> tuple[Chip, ...]:
        return self.services, self.layers, self.kinds, self.escalations, self.findings

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for chip in self.chips:
            chip.theme = theme
            chip.update()
        self.field.apply_theme(theme)
        self._row.apply_theme(theme)
        self.shown.setStyleSheet(f"color: {theme.ink2}")
        self.arrange.setIcon(icons.icon("network", theme.ink, 15))
        self.update()

    def show_choices(self, organization: Organization) -> None:
        kinds = {team.kind for team in organization.teams if team.status != "archived"}
        self.services.offer((service.id, service.name) for service in organization.services)
        self.layers.offer((layer.id, layer.title) for layer in organization.layers)
        self.kinds.offer((kind, tr(name)) for kind, name in KIND_NAMES.items() if kind in kinds)
        self.services.setVisible(bool(organization.services))

    @property
    def is_filtered(self) -> bool:
        """Whether something is not shown."""
        return any(chip.isChecked() for chip in (self.services, self.layers, self.kinds))

    def clear_filters(self) -> None:
        """Show everything."""
        for chip in (self.services, self.layers, self.kinds):
            chip.choose(None)

    def say_shown(self, totals: Totals, found: int | None) -> None:
        """How much of everything is shown, where that is not all; else how much matches what is looked for."""
        said = ""
        if totals.teams_shown < totals.teams:
            said = tr(
                "{shown} of {teams} shown",
                shown=totals.teams_shown,
                teams=plural(totals.teams, "1 team", "{count} teams"),
            )
        if found is not None:
            matches = tr("no match") if not found else plural(found, "1 match", "{count} matches")
            said = f"{matches}, {said}" if said else matches
        self.shown.setText(said)
        self.shown.setVisible(bool(said))

    def show_placed(self, count: int) -> None:
        """Arrange has something to do where people placed cards."""
        self.arrange.setEnabled(count > 0)
        placed = plural(
            count,
            "Leave 1 card that somebody placed to the automatic layout",
            "Leave {count} cards that somebody placed to the automatic layout",
        )
        self.arrange.setToolTip(placed if count else tr("No card was moved by hand."))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))
