"""The Teams lens: the tray, the board under its tool strip, and what the Edit menu offers meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QPoint, QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QResizeEvent, QShowEvent, QStatusTipEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orgmodel.diagram.board_groups import Grouping
from orgmodel.diagram.board_places import Bars
from orgmodel.findings import Report
from orgmodel.model import Subject
from orgmodel.sentences import counted
from ui.evidence import highlight_of
from ui.lens import LensTable
from ui.session import Session
from ui.teams.board_actions import BoardActions
from ui.teams.board_view import BoardView
from ui.teams.card_top import title_lines
from ui.teams.chip_in_hand import ChipInHand
from ui.teams.dragging import Dragging
from ui.teams.emptiness import BoardEmptiness
from ui.teams.found_marks import FoundMarks
from ui.teams.in_hand import InHand
from ui.teams.picture import draw_whole
from ui.teams.revealing import reveal
from ui.teams.sentences import hint_of
from ui.teams.spots import NEW_TEAM
from ui.teams.state import BoardState
from ui.teams.table import table_of
from ui.teams.tools import BoardTools
from ui.teams.tray_painting import owner_lines
from ui.teams.tray_rows import TRAY_WIDTH
from ui.teams.tray_view import TrayView
from ui.theme import Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.teams.board_menus import BoardMenus
    from ui.teams.edits import BoardEdits


class TeamsLens(QWidget):
    """Who is there, what each carries, and what nobody has; all of it moved by hand."""

    name = "Teams"
    repeated_head = 0.0
    column_edges = ()

    opened = Signal()
    """What is selected is to be opened in the Inspector."""
    key_hint_changed = Signal()
    """Other keys may go on with what is in hand."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._status = ""
        self._is_stale = False
        self.state = BoardState(session.organization, session.today, title_lines, owner_lines)
        self.hand = InHand(session, self.state, self)
        self.tools = BoardTools(theme, self)
        self.board = BoardView(session, self.state, self.hand, theme, self)
        self.tray = TrayView(self.board, theme, self)
        self.chip = ChipInHand(self.hand, theme, self)
        self.dragging = Dragging(self.board, self.tray, self.hand, self.chip)
        self._lay_out()
        self.setFocusProxy(self.board)
        self.empty = BoardEmptiness(self, theme)
        self._actions = BoardActions(self)
        self._connect()
        self._show_evidence()
        self._show_shape()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.tools)
        right.addWidget(self.board, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.tray)
        across.addLayout(right, 1)

    def _connect(self) -> None:
        session, tools, board, tray = self._session, self.tools, self.board, self.tray
        session.document_changed.connect(self._take)
        session.findings_changed.connect(self._show_findings)
        session.selection_changed.connect(self._show_evidence)
        session.finding_shown.connect(self._show_evidence)
        tools.grouped.connect(self._group_by)
        tools.bars_chosen.connect(self._show_bars)
        tools.sought.connect(self._find)
        tools.team_wanted.connect(self._edit(lambda edits: edits.ask_team()))
        tools.field.left.connect(self.to_match)
        board.opened.connect(self.opened)
        board.escaped.connect(self._escape)
        board.left_wanted.connect(tray.start)
        board.team_wanted.connect(self._edit(lambda edits: edits.ask_team()))
        board.headcount_wanted.connect(self._edit(lambda edits: edits.ask_headcount()))
        board.kind_wanted.connect(self._ask_kind)
        board.menu_asked.connect(self._show_menu)
        board.spot_changed.connect(self._actions.show_possible)
        board.spot_changed.connect(self.key_hint_changed)
        tray.menu_asked.connect(self._show_tray_menu)
        tray.opened.connect(self.opened)
        tray.right_wanted.connect(lambda: board.setFocus(Qt.FocusReason.OtherFocusReason))
        self.dragging.said.connect(self._announce)
        self.hand.changed.connect(self._show_status)
        self.hand.landed.connect(lambda subject: self.reveal((Subject(subject),)))

    @cached_property
    def edits(self) -> BoardEdits:
        """What the gestures do; made with all the commands when the first of them comes."""
        from ui.teams.edits import BoardEdits

        return BoardEdits(self._session, self.board)

    @cached_property
    def menus(self) -> BoardMenus:
        from ui.teams.board_menus import BoardMenus

        return BoardMenus(self._session, self.board, self.tray, self.edits)

    def _edit(self, gesture: Callable[[BoardEdits], None]) -> Callable[[], None]:
        return lambda: gesture(self.edits)

    def _ask_kind(self, point: QPoint) -> None:
        self.menus.ask_kind(point)

    def _show_menu(self, point: QPoint) -> None:
        self.menus.show_menu(point)

    def _show_tray_menu(self, point: QPoint) -> None:
        self.menus.show_tray_menu(point)

    # What every lens offers

    @property
    def key_hint(self) -> str:
        """The keys that what is in hand takes."""
        return hint_of(self.board.spot)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.tools, self.board, self.tray):
            part.apply_theme(theme)
        self.chip.theme = theme
        self.empty.apply_theme(theme)

    def actions(self) -> list[QAction]:
        return self._actions.all

    def show_subject(self, subject: Subject) -> None:
        """Bring a team or a row into view, whatever is folded or hidden, and select it."""
        if self.reveal((subject,)) and self._session.selection[:1] != (subject,):
            self._session.select(subject)

    def reveal(self, subjects: Iterable[Subject]) -> bool:
        self._catch_up()
        return any(reveal(self, subject) for subject in subjects)

    def find(self) -> None:  # type: ignore[override]  # Qt's finds a window by its number
        self.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.field.selectAll()

    def zoom(self, step: int) -> None:
        self.board.step_zoom(step)

    def extent(self) -> QSizeF:
        self._catch_up()
        layout, tray = self.state.layout, self.state.tray
        return QSizeF(TRAY_WIDTH + layout.width, max(layout.height, tray.height))

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """The tray and the board beside it, all of both, as far as the painter's clip lets them be seen."""
        draw_whole(painter, self.board.scene(), theme, self.extent())

    def table(self) -> LensTable:
        self._catch_up()
        return table_of(self.state)

    # What is shown, and how

    def _group_by(self, by: str) -> None:
        self.hand.put_back()
        self.state.group_by(cast("Grouping", by))
        self._refresh()
        if self.board.spot:
            self.board.go(self.board.spot, selects=False)

    def _show_bars(self, bars: str) -> None:
        self.state.show_bars(cast("Bars", bars))
        self._refresh()

    def _find(self, text: str, hides_others: bool) -> None:  # noqa: FBT001 (a slot)
        self.state.find(text, hides_others=hides_others)
        self._refresh()

    def to_match(self, step: int = 0) -> None:
        """From the field to the first match; with a step, from match to match and round."""
        matches = self.state.matches()
        if not step or not self.board.hasFocus():
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        if not matches:
            return
        now = self.board.spot
        at = matches.index(now) + step if now in matches else (0 if step >= 0 else -1)
        spot = matches[at % len(matches)]
        if spot.row is not None:
            self.state.open_up(spot.team, spot.row)
            self._refresh()
        self.board.go(spot)

    def _escape(self) -> None:
        if self.state.text:
            self.tools.clear()

    def _take(self) -> None:
        self.hand.put_back()
        self._is_stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Take over what was edited; while nobody looks, that waits until somebody does."""
        if not self._is_stale:
            return
        self._is_stale = False
        self.state.take(self._session.organization)
        spot = self.board.spot
        if spot and spot.team not in self.state.cards and spot != NEW_TEAM:
            self.board.spot = None
        self._refresh()

    def _refresh(self) -> None:
        """Everything may be elsewhere."""
        self.board.fit()
        self.tray.fit()
        self._show_shape()

    def _show_findings(self, report: Report) -> None:
        self.board.marks = FoundMarks(report)
        self._show_evidence()

    def _show_evidence(self) -> None:
        """What the finding in hand points at, and no longer what the one before did."""
        self.board.highlight = highlight_of(self._session.organization, self._session.highlighted)
        self.board.viewport().update()
        self.tray.viewport().update()

    def _show_status(self) -> None:
        """Say in the status bar what is in hand, as long as it is."""
        said = self.hand.status
        if said != self._status:
            self._status = said
            QCoreApplication.sendEvent(self, QStatusTipEvent(said))

    def _announce(self, sentence: str) -> None:
        if sentence != self.board.accessibleDescription():
            self.board.setAccessibleDescription(sentence)
            from PySide6.QtGui import QAccessible, QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(self.board, QAccessible.Event.DescriptionChanged))

    def _show_shape(self) -> None:
        state = self.state
        total, shown = len(state.cards), len(state.layout.cards)
        matching = sum(state.found.has_card(card) for card in state.cards.values()) if state.found else total
        said = ""
        if state.hidden:
            said = tr("{shown} of {total} shown", shown=shown, total=counted(total, "team"))
        elif state.found:
            said = tr("{found} of {total} match", found=matching, total=counted(total, "team"))
        self.tools.say_shown(said)
        self.tools.show_limit(state.organization.settings.limit("operations_percent"))
        self._actions.show_possible()
        self.empty.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.empty.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
        self.empty.place()
