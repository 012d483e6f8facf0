"""The question of a what-if as a sentence of fields: which team, what becomes of it, and what that needs to know."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from orgmodel.model import Organization, TeamId
from ui.picker import Picker
from ui.style import wear
from ui.theme import Theme
from ui.tick_chip import TickChip, TickWords
from ui.what_if.choices import CHANGES, Change, Chosen, Part, half_of, part_name, parts_of, people_of, usual_name

_NEEDS: Final[dict[Change, tuple[str, ...]]] = {
    "remove": (),
    "merge": ("into",),
    "split": ("name",),
    "halve": (),
    "site": ("site",),
    "person": ("person",),
}


class WhatIfForm(QWidget):
    """Emits `changed` whenever the sentence means something else."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.team = Picker("Team", theme, typed=True)
        self.change = Picker("What becomes of it", theme)
        self.into = Picker("Merged into", theme, typed=True)
        self.site = Picker("Site that is closed", theme)
        self.person = Picker("Who leaves", theme, typed=True)
        self.name, self.people = QLineEdit(), QLineEdit()
        self.parts = PartsChip(theme)
        self.pickers = (self.team, self.change, self.into, self.site, self.person)
        self._organization: Organization | None = None
        self._of: TeamId | None = None
        """The team that the choices are of."""
        self._lay_out()
        self.change.offer(CHANGES, "remove")
        for picker in self.pickers:
            picker.picked.connect(self._say)
        for field in (self.name, self.people):
            field.textEdited.connect(self.changed)
        self.parts.changed.connect(self.changed)
        self._show_needed()

    @property
    def chosen(self) -> Chosen | None:
        """What the fields say; None where there is no team."""
        if self.team.value is None:
            return None
        return Chosen(
            self.team.value,
            self.change.value,
            self.into.value,
            self.site.value,
            self.person.value,
            self.name.text(),
            self.people.text(),
            self.parts.ticked,
        )

    def offer(self, organization: Organization) -> None:
        """What there is to choose from; what was chosen stays so while it is there."""
        self._organization = organization
        teams = tuple((team.id, team.name) for team in organization.teams)
        self.team.offer(teams, self.team.value)
        if self.team.value is None:
            self.team.show_value(teams[0][0] if teams else None)
        self._offer_of_team()

    def show_team(self, team: TeamId) -> None:
        if team != self.team.value:
            self.team.show_value(team)
            self._offer_of_team()

    def apply_theme(self, theme: Theme) -> None:
        for picker in self.pickers:
            picker.theme = theme
        self.parts.apply_theme(theme)

    def _lay_out(self) -> None:
        self.name.setAccessibleName("Name of the new team")
        self.people.setAccessibleName("How many people go")
        self.people.setPlaceholderText("by its rows")
        self.people.setFixedWidth(96)
        self.change.setFixedWidth(232)
        self.site.setMinimumWidth(180)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(_words("What if"))
        first.addWidget(self.team, 1)
        first.addWidget(self.change)
        for field in (self.into, self.site, self.person, self.name):
            first.addWidget(field, 1)
        self._split = QWidget()
        second = QHBoxLayout(self._split)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(_words("with"))
        second.addWidget(self.people)
        second.addWidget(_words("people, and"))
        second.addWidget(self.parts)
        second.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self._split)

    def _say(self, *_: object) -> None:
        if self.sender() is self.team:
            self._offer_of_team()
        self._show_needed()
        self.changed.emit()

    def _offer_of_team(self) -> None:
        """What depends on the team: who it can be merged into, its sites, its people, its rows."""
        organization, team = self._organization, self.team.value
        if organization is None:
            return
        held = organization.team_by_id.get(team) if team else None
        self.name.setPlaceholderText(usual_name(held) if held else "")
        others = [each for each in organization.teams if each is not held]
        alike = next((each.id for each in others if held and each.kind == held.kind), None)
        self.into.offer(((each.id, each.name) for each in others), self.into.value if team == self._of else alike)
        self.site.offer(((site.name, site.name) for site in held.sites) if held else (), self.site.value)
        self.person.offer(people_of(organization, held) if held else (), self.person.value)
        for picker in (self.into, self.site, self.person):
            if picker.value is None and picker.count():
                picker.show_value(picker.names.things[0][0])
        self.parts.offer(organization, team)
        self._of = team

    def _show_needed(self) -> None:
        change = self.change.value
        needed = _NEEDS.get(change, ())
        for name in ("into", "site", "person", "name"):
            getattr(self, name).setVisible(name in needed)
        self._split.setVisible(change == "split")


class PartsChip(TickChip):
    """Which rows of the team go along, by service and layer; about half of them to begin with."""

    def __init__(self, theme: Theme) -> None:
        words = TickWords("Rows that go along", "Rows that go along", "Find a service or a layer", self._word)
        super().__init__(theme, "table-2", words)
        self._team: TeamId | None = None
        self._rows: dict[Part, int] = {}

    def offer(self, organization: Organization, team: TeamId | None) -> None:
        """The rows of a team; for another team than before, half of them are ticked."""
        found = parts_of(organization, team) if team else {}
        self._rows = {part: len(rows) for part, rows in found.items()}
        wanted = self.ticked if team == self._team else half_of(found)
        self._team = team
        names = ((part, part_name(organization, part, count), None) for part, count in self._rows.items())
        self.offer_things(names, wanted)

    def _word(self) -> str:
        return f"{sum(self._rows[part] for part in self.ticked):,} of its {sum(self._rows.values()):,} rows"


def _words(text: str) -> QLabel:
    label = QLabel(text)
    wear(label, "caption")
    return label
