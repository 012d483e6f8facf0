"""Below the week: who has a page at the moment, the share of time on call of one team's people, and the loads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from orgmodel.coverage import zones_in_use
from orgmodel.model import Subject, TeamId, subject
from ui import icons
from ui.oncall.foot_content import LoadLine, ShareLine, load_line, share_head, share_lines, team_of_shares
from ui.oncall.foot_lines import draw_holder, draw_load, draw_share, holder_height, load_height
from ui.oncall.foot_lists import FootList, Lines, Part
from ui.oncall.moment import Holder, moment_elsewhere, moment_title
from ui.oncall.state import OnCallState
from ui.painted_lines import PaintedLines
from ui.theme import Theme
from ui.translation import tr

_ROOMY: Final = 760
"""With so much room the three lists stand side by side."""
_PAIR: Final = 480
_TALL: Final = 320
"""From this height on the loads stand below, where there is no room for three beside each other."""
_PLACES: Final = {
    3: ((0, 0, 1), (0, 1, 1), (0, 2, 1)),
    2: ((0, 0, 1), (0, 1, 2), (1, 0, 1)),
    1: ((0, 0, 1), (1, 0, 1), (2, 0, 1)),
}
"""Row, column and rows spanned of each list, by how many columns there are."""
_SHARES: Final = {3: (9, 11, 12), 2: (10, 13, 0), 1: (1, 0, 0)}
"""How the columns share the width, by how many there are."""


class OnCallFoot(QWidget):
    """Three lists, side by side where there is room."""

    chosen = Signal(str)
    """A subject that somebody pressed."""
    walk_wanted = Signal()

    def __init__(self, theme: Theme, state: OnCallState, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._state = theme, state
        self.team: TeamId | None = None
        """Whose people the shares are of."""
        self._shares: tuple[ShareLine, ...] = ()
        self.moment = Part(
            self._list(tr("Who has a page"), self._holder, lambda held: held.whole, draw_holder, holder_height)
        )
        self.share = Part(self._list(tr("Share of time on call"), self._share, lambda line: line.sentence, draw_share))
        self.load = Part(self._list(tr("Load"), self._load, lambda line: line.sentence, draw_load, load_height))
        self.walk = QPushButton(tr("Walk a page from here…"), self)
        self.walk.setIconSize(QSize(15, 15))
        self.walk.clicked.connect(self.walk_wanted)
        self.parts = (self.moment, self.share, self.load)
        self.moment.body.chosen.connect(lambda held: self.chosen.emit(subject("team", held.team)))
        self.load.body.chosen.connect(lambda held: self.chosen.emit(subject("team", held.team)))
        self.share.body.chosen.connect(self._choose_share)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 16, 12)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._columns = 0
        held = QVBoxLayout()
        held.setSpacing(4)
        held.addWidget(self.moment, 1)
        held.addWidget(self.walk, 0, Qt.AlignmentFlag.AlignLeft)
        self._moment_box = QWidget(self)
        self._moment_box.setLayout(held)
        held.setContentsMargins(0, 0, 0, 0)
        self._arrange(3)
        self.setMinimumHeight(180)
        self.apply_theme(theme)

    def _list(
        self,
        name: str,
        make: Callable[[int], Any],
        says: Callable[[Any], str],
        draw: Any,
        height: Callable[[str, float], int] | None = None,
    ) -> FootList:
        tall = (lambda place, width: height(self._name(place), width)) if height else None
        return FootList(name, Lines(make, says, tall), PaintedLines(self._theme, draw))

    def _name(self, place: int) -> str:
        return self._state.organization.team_name(self._state.teams()[place])

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        boxes = (self._moment_box, self.share, self.load)
        for box, (row, column, rows) in zip(boxes, _PLACES[columns], strict=True):
            self._grid.addWidget(box, row, column, rows, 1, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate(_SHARES[columns]):
            self._grid.setColumnStretch(column, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(3 if self.width() >= _ROOMY else 2 if self.width() >= _PAIR else 1)
        self.load.setVisible(self._columns == 3 or self.height() >= _TALL)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in self.parts:
            part.apply_theme(theme)
        self.walk.setIcon(icons.icon("siren", theme.ink, 15))
        self.update()

    def show_moment(self) -> None:
        state = self._state
        axis = state.plan.axis
        elsewhere = moment_elsewhere(axis, state.instant, zones_in_use(state.organization))
        self.moment.say(moment_title(axis, state.instant), "", elsewhere)
        self.moment.body.show_lines(len(state.teams()))

    def show_team(self, team: TeamId | None) -> None:
        """The shares of a team's people, else of the first team that is on call."""
        state = self._state
        self.team = team_of_shares(state, team)
        self._shares = share_lines(state, self.team) if self.team else ()
        limit = state.organization.settings.limit("on_call_share")
        self.share.say(share_head(state, self.team), tr("limit {limit:g} %", limit=limit) if self._shares else "")
        self.share.body.show_lines(len(self._shares))

    def show_all(self, team: TeamId | None) -> None:
        self.show_moment()
        self.show_team(team)
        self.load.say(tr("Load, and its sum"))
        self.load.body.show_lines(len(self._state.teams()))

    def _holder(self, place: int) -> Holder:
        return self._state.holder(self._state.teams()[place])

    def _share(self, place: int) -> ShareLine:
        return self._shares[place]

    def _load(self, place: int) -> LoadLine:
        return load_line(self._state, self._state.teams()[place])

    def _choose_share(self, line: ShareLine) -> None:
        if line.subject:
            self.chosen.emit(Subject(line.subject))
