"""Below the week: who has a page at the moment, the share of time on call of one team's people, and the loads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from orgmodel.coverage import zones_in_use
from orgmodel.model import Subject, TeamId, subject
from ui import icons
from ui.oncall.foot_content import LoadLine, ShareLine, load_line, share_head, share_lines, team_of_shares
from ui.oncall.foot_lines import LINE, draw_holder, draw_load, draw_share, holder_height, load_height
from ui.oncall.moment import Holder, moment_elsewhere, moment_title
from ui.oncall.state import OnCallState
from ui.painted_lines import Index, PaintedLines
from ui.pieces import Said
from ui.plain_text import as_tip
from ui.texts import STRONG, cut
from ui.theme import Theme, font
from ui.translation import tr

THING: Final = Qt.ItemDataRole.UserRole
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


class Lines(QAbstractListModel):
    """Lines that are worked out when they are first seen."""

    def __init__(
        self, make: Callable[[int], Any], says: Callable[[Any], str], height: Callable[[int, int], int] | None = None
    ) -> None:
        super().__init__()
        self._count, self._make, self._says, self._height = 0, make, says, height
        self.width = 0
        """Pixels across, on which the height of a line depends."""
        self._made: dict[int, Any] = {}

    def show(self, count: int) -> None:
        self._made = {}
        if count != self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
        elif count:
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def thing(self, place: int) -> Any:
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]

    def height(self, place: int) -> int:
        return self._height(place, self.width) if self._height else LINE

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == THING:
            return self.thing(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._says(self.thing(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._says(self.thing(index.row())))
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self.height(index.row()))
        return None


class FootList(QListView):
    """A list without a frame; a click or Enter on a line selects what it is about everywhere."""

    chosen = Signal(object)

    def __init__(self, name: str, lines: Lines, cells: PaintedLines) -> None:
        super().__init__()
        self.lines, self.cells = lines, cells
        cells.setParent(self)
        self.setModel(lines)
        self.setItemDelegate(cells)
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(2 * LINE)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_lines(self, count: int) -> None:
        """So many; it takes no more room than they need."""
        self.lines.show(count)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(200, max(sum(map(self.lines.height, range(self.lines.rowCount()))), LINE) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        before, self.lines.width = self.lines.width, self.viewport().width()
        super().resizeEvent(event)
        if self.lines.width != before:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def _choose(self, index: Index) -> None:
        self.chosen.emit(index.data(THING))

    def apply_theme(self, theme: Theme) -> None:
        self.cells.theme = theme
        self.setStyleSheet(f"QListView {{ background: {theme.paper}; outline: 0; }}")
        self.viewport().update()


class Part(QWidget):
    """A head over a rule, perhaps a word at its right, and what is below."""

    def __init__(self, body: FootList) -> None:
        super().__init__()
        self.body = body
        self.title, self.aside, self.below = (Said(parent=self) for _ in range(3))
        self.title.setFont(font(13, "semibold"))
        self.aside.setFont(font(12))
        self.below.setFont(font(12))
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.below.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._said = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.aside, 0, 1)
        grid.addWidget(self.below, 1, 0, 1, 2)
        self.rule = QFrame(self)
        self.rule.setFixedHeight(1)
        grid.addWidget(self.rule, 2, 0, 1, 2)
        grid.addWidget(body, 3, 0, 1, 2)
        grid.setRowMinimumHeight(0, 28)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(0, 1)
        self.below.hide()

    def say(self, title: str, aside: str = "", below: str = "") -> None:
        self._said = title
        self.aside.setText(aside)
        self._fit_title()
        self.below.setText(below)
        self.below.setToolTip(as_tip(below))
        self.below.setVisible(bool(below))

    def _fit_title(self) -> None:
        """As much of it as there is room for beside the word at the right."""
        aside = self.aside.sizeHint().width() + 12 if self.aside.text() else 0
        shown = cut(self._said, STRONG, max(self.width() - aside, 40))[0]
        self.title.setText(shown)
        self.title.setToolTip(as_tip(self._said) if shown != self._said else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def apply_theme(self, theme: Theme) -> None:
        self.title.setStyleSheet(f"color: {theme.ink}")
        self.aside.setStyleSheet(f"color: {theme.ink2}; font-size: 12px")
        self.below.setStyleSheet(f"color: {theme.ink2}; font-size: 12px; padding-bottom: 4px")
        self.rule.setStyleSheet(f"background: {theme.control}")
        self.body.apply_theme(theme)


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
