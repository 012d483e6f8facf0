"""The choices at the left: for whom, which sections, on which paper, of which services and teams."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from orgmodel.model import Organization
from orgmodel.model.value import changed
from ui.chips import Chip
from ui.export_window.choices import EVERY, PAGES, SECTION_WORDS, TURNS, WHOM, Choices, Whom, fitting
from ui.export_window.lines import Option, Tick
from ui.theme import Theme, font
from ui.tick_chip import TickChip, TickWords
from ui.translation import plural, tr

_NO_BASELINE: Final = "This model has no baseline: “Based on” of the organisation names the file of before."
_NAMED: Final = "The model inside would name the people."
_WHOLE: Final = "The model inside would hold every service and team."


class OrderForm(QScrollArea):
    """Emits `changed` with each choice; `choices` are what its fields say."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.choices = Choices()
        self._has_baseline = False
        self._services: Mapping[str, str] = {}
        self._teams: Mapping[str, str] = {}
        self.whom = {whom: Option(theme, tr(text), tr(below)) for whom, (text, below) in WHOM.items()}
        self.sections = {name: Tick(theme, tr(text), tr(tip)) for name, (text, tip) in SECTION_WORDS.items()}
        self.pages = {page: Chip(theme, page) for page in PAGES}
        self.turns = {turn: Chip(theme, tr(text)) for turn, text in TURNS}
        self.services = TickChip(
            theme, "layout-grid", TickWords(tr("Services"), tr("Services"), tr("Find a service"), self._services_word)
        )
        self.teams = TickChip(
            theme, "users-round", TickWords(tr("Teams"), tr("Teams"), tr("Find a team"), self._teams_word)
        )
        self.people = Tick(theme, tr("Names of people"), tr("Without them: Person 1, Person 2 and so on"))
        self.attached = Tick(theme, tr("The model file inside"), tr("Who has the PDF can get the model back out of it"))
        self._lay_out()
        self._connect()
        self._show()

    def show_choices(self, choices: Choices) -> None:
        self.choices = choices
        self._show()

    def offer(self, organization: Organization) -> None:
        """What there is to choose from; services and teams that are gone are chosen no more."""
        self._has_baseline = bool(organization.based_on)
        self._services = {str(each.id): each.name for each in organization.services}
        self._teams = {str(each.id): each.name for each in organization.teams}
        self.choices = fitting(self.choices, organization)
        self.services.offer_things(
            ((each.id, each.name, None) for each in organization.services), self.choices.services
        )
        living = (each for each in organization.teams if each.status != "archived")
        self.teams.offer_things(((each.id, each.name, each.kind) for each in living), self.choices.teams)
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        lines: tuple[Option | Tick, ...] = (*self.whom.values(), *self.sections.values(), self.people, self.attached)
        for line in lines:
            line.theme = theme
        for chip in (*self.pages.values(), *self.turns.values()):
            chip.theme = theme
        self.services.apply_theme(theme)
        self.teams.apply_theme(theme)
        self.setStyleSheet(f"OrderForm, OrderForm > QWidget > QWidget {{ background: {theme.paper}; border: 0; }}")

    def sizeHint(self) -> QSize:
        return QSize(316, 480)

    def focus_first(self) -> None:
        self.whom[self.choices.whom].setFocus(Qt.FocusReason.OtherFocusReason)

    # The frame

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        _put(column, tr("For whom"), self.whom.values(), is_first=True)
        _head(column, tr("Sections"))
        column.addLayout(self._section_grid())
        _head(column, tr("Paper"))
        column.addLayout(_row("paper", self.pages.values()))
        column.addSpacing(4)
        column.addLayout(_row("turns", self.turns.values()))
        _head(column, tr("What goes in"))
        column.addLayout(_row("parts", (self.services, self.teams)))
        column.addSpacing(4)
        column.addWidget(self.people)
        column.addWidget(self.attached)
        column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.turns["portrait"].setToolTip(tr("Findings, calls, decisions and method; other pages lie as they need"))
        self.turns["landscape"].setToolTip(self.turns["portrait"].toolTip())

    def _section_grid(self) -> QLayout:
        """In two columns, each read from the top to the bottom."""
        grid = QGridLayout()
        grid.setSpacing(0)
        half = (len(EVERY) + 1) // 2
        for place, name in enumerate(EVERY):
            grid.addWidget(self.sections[name], place % half, place // half)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _connect(self) -> None:
        for chips in (self.pages.values(), self.turns.values()):
            group = QButtonGroup(self)
            for chip in chips:
                group.addButton(chip)
        for whom, option in self.whom.items():
            option.clicked.connect(partial(self._choose_whom, whom))
        for name, tick in self.sections.items():
            tick.clicked.connect(partial(self._tick_section, name))
        for page, chip in self.pages.items():
            chip.clicked.connect(partial(self._take, "page", page))
        for turn, chip in self.turns.items():
            chip.clicked.connect(partial(self._take, "turned", turn))
        self.services.changed.connect(lambda: self._take("services", self.services.ticked))
        self.teams.changed.connect(lambda: self._take("teams", self.teams.ticked))
        self.people.clicked.connect(lambda: self._take("people", self.people.isChecked()))
        self.attached.clicked.connect(lambda: self._take("attached", self.attached.isChecked()))

    # What is chosen

    def _choose_whom(self, whom: Whom, *_: object) -> None:
        if whom == "own":
            self._set(self.choices.own(self.choices.printed(has_baseline=self._has_baseline)))
        else:
            self._set(changed(self.choices, whom=whom))

    def _tick_section(self, name: Any, *_: object) -> None:
        is_on = self.sections[name].isChecked()
        self._set(self.choices.with_section(name, is_on=is_on, has_baseline=self._has_baseline))

    def _take(self, field: str, held: Any, *_: object) -> None:
        self._set(changed(self.choices, **{field: held}))

    def _set(self, choices: Choices) -> None:
        """Nothing is said where the same was chosen again."""
        is_new = choices != self.choices
        self.choices = choices
        self._show()
        if is_new:
            self.changed.emit()

    def _show(self) -> None:
        choices, printed = self.choices, self.choices.printed(has_baseline=self._has_baseline)
        self.whom[choices.whom].setChecked(True)
        for name, tick in self.sections.items():
            tick.setChecked(name in printed)
        self.sections["changes"].disable("" if self._has_baseline else tr(_NO_BASELINE))
        self.pages[choices.page].setChecked(True)
        self.turns[choices.turned].setChecked(True)
        self.people.setChecked(choices.people)
        self.attached.setChecked(choices.attaches)
        self.attached.disable(tr(_WHOLE) if choices.is_part else "" if choices.people else tr(_NAMED))

    def _services_word(self) -> str:
        return _word(self.services.ticked, self._services, tr("All services"), ("{count} service", "{count} services"))

    def _teams_word(self) -> str:
        return _word(self.teams.ticked, self._teams, tr("All teams"), ("{count} team", "{count} teams"))


def _word(ticked: tuple[Any, ...], names: Mapping[str, str], every: str, counted: tuple[str, str]) -> str:
    """By its name where it is one alone."""
    if len(ticked) == 1:
        return names.get(ticked[0], plural(1, *counted))
    return plural(len(ticked), *counted) if ticked else every


def _put(column: QVBoxLayout, title: str, lines: Iterable[QWidget], *, is_first: bool = False) -> None:
    _head(column, title, is_first=is_first)
    for line in lines:
        column.addWidget(line)


def _head(column: QVBoxLayout, title: str, *, is_first: bool = False) -> None:
    head = QLabel(title)
    head.setFont(font(13, "semibold"))
    head.setContentsMargins(6, 0 if is_first else 10, 0, 4)
    column.addWidget(head)


def _row(name: str, chips: Iterable[Chip]) -> QLayout:
    row = QHBoxLayout()
    row.setObjectName(name)
    row.setContentsMargins(6, 0, 0, 0)
    row.setSpacing(6)
    for chip in chips:
        row.addWidget(chip)
    row.addStretch()
    return row
