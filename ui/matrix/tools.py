"""The strip above the matrix, 40 high: what is shown of it and in which order, and one more row or team."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from orgmodel.model import Organization, TeamId
from orgmodel.model.value import changed
from ui import icons
from ui.chips import Chip, ChoiceChip
from ui.filter_field import FilterField
from ui.fitting_row import FittingRow
from ui.matrix.arranging import ArrangeChip, TeamChip
from ui.matrix.filtering import EVERY_ROW, Troubles
from ui.style import wear
from ui.theme import Theme
from ui.translation import tr

STRIP_HEIGHT: Final = 40
_SPACE: Final = 8
_NARROWEST: Final = 560


class MatrixTools(QWidget):
    """The filter as it is chosen here is emitted whole whenever any part of it changes."""

    filter_changed = Signal(object)
    """The new `RowFilter`."""
    row_wanted = Signal()
    team_wanted = Signal()
    plain_wanted = Signal()
    """The usual order and every column are wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.filter = EVERY_ROW
        self.field = FilterField(
            theme, tr("Filter rows"), tr("Filter rows by words of their name, area or service (Ctrl+F)"), self
        )
        self.field.setMaximumWidth(216)
        self.gaps = Chip(theme, tr("Gaps"), ("mark", "nobody"), self)
        self.overlaps = Chip(theme, tr("Overlaps"), ("mark", "two-owners"), self)
        self.undiscussed = Chip(theme, tr("Not yet discussed"), ("icon", "circle-dashed"), self)
        self.undiscussed.short_text = tr("Open")
        self.gaps.short_text = self.overlaps.short_text = ""
        self._has_services = False
        self.services = ChoiceChip(theme, tr("All services"), self)
        self.layers = ChoiceChip(theme, tr("All layers"), self)
        self.areas = ChoiceChip(theme, tr("All areas"), self)
        self.teams = TeamChip(theme, tr("All teams"), self)
        self.more = MoreChip(theme, self)
        self.arrange = ArrangeChip(theme, self)
        self.plain = Chip(theme, "", ("icon", "x"), self)
        self.row = self._button(tr("Row"), tr("A new row below the one in hand (Ctrl+Shift+R)"))
        self.team = self._button(tr("Team"), tr("A new team, with a column of its own (Ctrl+Shift+T)"))
        self.gaps.setToolTip(tr("Show only rows that nobody does"))
        self.overlaps.setToolTip(tr("Show only rows that more than one team answers for"))
        self.undiscussed.setToolTip(tr("Show only rows that are open: not yet discussed"))
        self.plain.setToolTip(tr("Back to the file's order, every column and 100 %"))
        self.plain.setAccessibleName(self.plain.toolTip())
        self.plain.setCheckable(False)
        self.setFixedHeight(STRIP_HEIGHT)
        self._arrange()
        self._connect()
        self._paint_icons()

    def _button(self, text: str, tip: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setToolTip(tip)
        made.setIconSize(QSize(15, 15))
        wear(made, "quiet")
        return made

    def _arrange(self) -> None:
        line = FittingRow(self, self._theme)
        line.setContentsMargins(12, 0, 12, 1)
        line.setSpacing(_SPACE)
        line.addWidget(self.field, 100)
        for chip in self._chips():
            line.addWidget(chip)
        line.addStretch(1)
        line.addWidget(self.row)
        line.addWidget(self.team)
        line.fold(self.team, self.row, self.arrange, self.undiscussed)
        self._row = line
        self.plain.hide()
        self.more.hide()
        self.services.hide()

    def minimumSizeHint(self) -> QSize:
        """What is left where all words are saved: the chips give up theirs before the strip is so narrow."""
        return QSize(_NARROWEST, STRIP_HEIGHT)

    def _choices(self) -> tuple[ChoiceChip, ...]:
        """The chips that choose a thing, save one that has nothing to choose from."""
        return (*([self.services] if self._has_services else []), self.layers, self.areas, self.teams)

    def _chips(self) -> tuple[Chip, ...]:
        choices = self.services, self.layers, self.areas, self.teams
        return self.gaps, self.overlaps, self.undiscussed, *choices, self.more, self.arrange, self.plain

    def _fit(self) -> None:
        """Where the strip is narrow, words are saved one switch after another, then choices go into one menu."""
        if not self.isVisible():
            return  # its width is not known yet
        choices = self._choices()
        shown = [self.gaps, self.overlaps, self.undiscussed, *choices, self.arrange]
        shown += [self.plain] if self.arrange.isChecked() else []
        spare = self.width() - 24 - _SPACE * (len(shown) + 3) - self.field.minimumWidth()
        spare -= sum(chip.width_when(short=False) for chip in shown)
        spare -= self.row.sizeHint().width() + self.team.sizeHint().width()
        for chip in (*choices, self.undiscussed, self.arrange, self.overlaps, self.gaps):
            chip.set_short(short=spare < 0)
            if spare < 0:
                spare += chip.width_when(short=False) - chip.width_when(short=True)
        self._fold_choices(choices, are_folded=spare < 0)
        self.plain.setVisible(self.arrange.isChecked())

    def _fold_choices(self, choices: tuple[ChoiceChip, ...], *, are_folded: bool) -> None:
        """Choices that are made stay in sight; the others are in a menu where there is no room for them."""
        self.more.choices = tuple(choice for choice in choices if not choice.isChecked()) if are_folded else ()
        self.more.setVisible(bool(self.more.choices))
        for chip in (self.services, self.layers, self.areas, self.teams):
            chip.setVisible(chip in choices and chip not in self.more.choices)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda text: self._change(text=text))
        self.gaps.toggled.connect(lambda on: self._change(gaps=on))
        self.overlaps.toggled.connect(lambda on: self._change(overlaps=on))
        self.undiscussed.toggled.connect(lambda on: self._change(undiscussed=on))
        self.services.chosen.connect(lambda service: self._change(service=service))
        self.teams.answers_chosen.connect(self._choose_answers)
        self.plain.clicked.connect(self.plain_wanted)
        self.layers.chosen.connect(lambda layer: self._change(layer=layer))
        self.areas.chosen.connect(lambda area: self._change(area=area))
        self.teams.chosen.connect(lambda team: self._change(team=team))
        self.row.clicked.connect(self.row_wanted)
        self.team.clicked.connect(self.team_wanted)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._row.apply_theme(theme)
        self.field.apply_theme(theme)
        for chip in self._chips():
            chip.theme = theme
            chip.update()
        self._paint_icons()
        self.update()

    def _paint_icons(self) -> None:
        plus = icons.icon("plus", self._theme.ink, 15)
        for button in (self.row, self.team):
            button.setIcon(plus)

    def show_troubles(self, troubles: Troubles) -> None:
        self.gaps.set_count(troubles.gaps)
        self.overlaps.set_count(troubles.overlaps)
        self.undiscussed.set_count(troubles.undiscussed)
        self._fit()

    def show_choices(self, organization: Organization, teams: Iterable[tuple[TeamId, str]]) -> None:
        """What there is to choose from; a choice that is gone is given up."""
        services = organization.services if len(organization.services) > 1 else ()
        self._has_services = bool(services)
        self.services.offer((service.id, service.name) for service in services)
        self.layers.offer((layer.id, layer.title) for layer in organization.layers)
        self.areas.offer((area.id, area.name) for area in organization.areas)
        self.teams.offer(teams)
        self._fit()

    def clear(self) -> None:
        """Let every row through."""
        self.filter = EVERY_ROW
        blockers = [QSignalBlocker(part) for part in (self.field, *self._chips())]
        for chip in (self.gaps, self.overlaps, self.undiscussed):
            chip.setChecked(False)
        self.teams.answers = False
        for choice in (self.services, self.layers, self.areas, self.teams):
            choice.show_choice(None)
        self.field.clear()
        self.field.show_key()
        del blockers
        self._fit()
        self.filter_changed.emit(self.filter)

    def _choose_answers(self, answers: bool) -> None:  # noqa: FBT001 (a signal hands it over)
        self.teams.show_answers(answers=answers)
        self._change(answers=answers)

    def _change(self, **parts: object) -> None:
        self.filter = changed(self.filter, **parts)
        self._fit()
        self.filter_changed.emit(self.filter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))


class MoreChip(Chip):
    """Holds the choices for which the strip has no room, each as a menu of its own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, tr("More"), ("icon", "list-filter"), parent)
        self.choices: tuple[ChoiceChip, ...] = ()
        self._menu: QMenu | None = None
        self.setCheckable(False)
        self.setAccessibleName(tr("More filters"))
        self.clicked.connect(lambda: self.menu().popup(self.mapToGlobal(self.rect().bottomLeft())))

    def menu(self) -> QMenu:
        if self._menu:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        for choice in self.choices:
            menu.addMenu(choice.menu()).setText(choice.text())
        return menu
