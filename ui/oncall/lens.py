"""The On call lens: the week of a chain over who has a page, how much of their time people give, and the loads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import RotationId, ServiceId, Subject, TeamId
from ui.empty_state import EmptyState
from ui.lens import LensTable
from ui.oncall.foot import OnCallFoot
from ui.oncall.foot_content import team_of_shares
from ui.oncall.form import RotationForm
from ui.oncall.keyboard import KEY_HINT
from ui.oncall.outline import draw_foot, foot_height, table_of
from ui.oncall.revealing import reveal, team_of
from ui.oncall.rotation_edits import RotationEdits
from ui.oncall.state import OnCallState
from ui.oncall.strip import WeekStrip
from ui.oncall.tools import OnCallTools
from ui.oncall.week_actions import WeekActions
from ui.session import Session
from ui.theme import Theme
from ui.translation import plural, tr

ROOM_FOR_BOTH: Final = 400
"""From this height on there is room for what stands below the week."""


def rules_without_rotations(report: Report) -> set[str]:
    """The rules that could not judge for want of rotations."""
    return {each.code for each in report.not_assessed if each.unknown == "rotations"}


class OnCallLens(QWidget):
    """Rotations drawn, pulled and written in a week of real dates; every hour that nobody has is seen."""

    name = "On call"
    repeated_head = 0.0
    column_edges = ()

    opened = Signal()
    """What is selected is to be opened in the Inspector."""
    key_hint_changed = Signal()
    """Other keys may go on with what is in hand."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.state = OnCallState(session.organization, session.today)
        self._is_behind = False
        self._later = QTimer(self)
        """What is below the week comes after it: the shares are of everybody in the file."""
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_foot)
        self.tools = OnCallTools(theme, self)
        self.strip = WeekStrip(session, theme, self.state, self)
        self.foot = OnCallFoot(theme, self.state, self)
        self.form = RotationForm(session, theme, self)
        self.form.hide()
        self.empty = EmptyState(theme, self)
        self.rotations = RotationEdits(session, self)
        self._actions = WeekActions(self)
        self._lay_out()
        self.setFocusProxy(self.strip)
        self._connect()
        self._show_choices()
        self._show_week()
        self._later.start()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip, 3)
        column.addWidget(self.foot, 2)
        column.addWidget(self.empty, 1)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(column, 1)
        beside.addWidget(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tools)
        whole.addLayout(beside, 1)

    def _connect(self) -> None:
        tools, strip = self.tools, self.strip
        tools.stepped.connect(self.step_week)
        tools.zone_chosen.connect(self.show_zone)
        tools.service_chosen.connect(self.show_service)
        tools.away_changed.connect(self._take_away)
        tools.words_changed.connect(self._find)
        tools.rotation_wanted.connect(self.rotations.add)
        tools.field.left.connect(strip.setFocus)
        strip.moment_moved.connect(self._show_moment)
        strip.hand_changed.connect(self._actions.show_possible)
        strip.opened.connect(self.opened)
        strip.form_wanted.connect(lambda rotation: self.rotations.open(RotationId(rotation)))
        strip.rotation_wanted.connect(self.rotations.add)
        strip.taken.connect(self.rotations.follow)
        strip.menu_wanted.connect(self._actions.show_menu)
        strip.escaped.connect(self._escape)
        strip.fitted.connect(self._fit_strip)
        self.foot.chosen.connect(lambda named: self.show_subject(Subject(named)))
        self.foot.walk_wanted.connect(lambda: self._session.inquiry_wanted.emit("walk-page"))
        self.form.closed.connect(self.rotations.close)
        self.form.made.connect(lambda rotation: self.rotations.open(RotationId(rotation)))
        self.empty.pressed.connect(self.rotations.add)
        self._session.document_changed.connect(self._take)
        self._session.findings_changed.connect(lambda _report: self._show_shape())
        self._session.selection_changed.connect(self._show_team)

    # The contract of a lens

    @property
    def key_hint(self) -> str:
        return tr(KEY_HINT)

    def apply_theme(self, theme: Theme) -> None:
        for part in (self.tools, self.strip, self.foot, self.form, self.empty):
            part.apply_theme(theme)

    def actions(self) -> list[QAction]:
        """Edits of the window and the rotation in hand, then what week one looks at; their keys work in the week."""
        return self._actions.all

    def show_subject(self, subject: Subject) -> None:
        if self.reveal((subject,)) and self._session.selection[:1] != (subject,):
            self._session.select(subject)

    def reveal(self, subjects: Iterable[Subject]) -> bool:
        """Bring the lane of the first of these into view; a search or a service in its way goes."""
        self._follow()
        return reveal(self, tuple(subjects))

    def find(self) -> None:  # type: ignore[override]  # QWidget.find looks windows up by number; nobody here does
        self.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.field.selectAll()

    def zoom(self, step: int) -> None:
        self.strip.zoom(step)

    def extent(self) -> QSizeF:
        self._follow()
        size = self.strip.whole_size()
        return QSizeF(size.width(), size.height() + foot_height(self.state, self._shown_team(), size.width()))

    def draw(self, painter: QPainter, theme: Theme) -> None:
        self._follow()
        size, team = self.strip.whole_size(), self._shown_team()
        self.strip.draw_all(painter, theme)
        below = QRectF(0, size.height(), size.width(), foot_height(self.state, team, size.width()))
        draw_foot(painter, below, self.state, team, theme)

    def table(self) -> LensTable:
        self._follow()
        return table_of(self.state)

    def _follow(self) -> None:
        """Show the document as it is now, where an edit came while this was out of sight."""
        if self._is_behind:
            self._catch_up(self._session.document)

    def _shown_team(self) -> TeamId | None:
        return team_of_shares(self.state, self.team())

    # What is shown

    def step_week(self, weeks: int) -> None:
        """So many weeks on; 0 is the week of today."""
        if weeks:
            self.state.step(weeks)
        else:
            self.state.show_day(self._session.today)
        self._show_shape()

    def show_zone(self, zone: str) -> None:
        self.state.show_zone(zone)
        self._show_shape()

    def show_service(self, service: ServiceId | None) -> None:
        self.state.service = service
        self.state.refresh()
        self._show_shape()

    def _take_away(self) -> None:
        self.state.away = self.tools.away.ticked
        self.state.refresh()
        self._show_shape()

    def _find(self, words: str) -> None:
        self.state.words = words
        self.state.refresh()
        self._show_shape()

    def _take(self, _: Document, after: Document) -> None:
        if not self.isVisible():
            self._is_behind = True
            return
        self._catch_up(after)

    def _catch_up(self, document: Document) -> None:
        self._is_behind = False
        if self.state.take(document.organization):
            self._show_choices()
            self._show_week()
            self._later.start()
        if self.form.isVisible():
            self.form.refresh()

    def _show_choices(self) -> None:
        self.tools.show_choices(self.state.organization, self.state.away)
        self.tools.services.show_choice(self.state.service)

    def _show_shape(self) -> None:
        self._show_week()
        self._show_foot()

    def _show_week(self) -> None:
        self.tools.show_state(self.state)
        has_any = bool(self._session.organization.rotations)
        self.empty.setVisible(not has_any)
        self.strip.setVisible(has_any)
        self._fit_foot()
        if not has_any:
            waiting = len(rules_without_rotations(self._session.report)) if self._session.report else 0
            rules = plural(waiting, "1 rule was not assessed.", "{count} rules were not assessed.") if waiting else ""
            self.empty.say(
                " ".join(part for part in (tr("No rotations."), rules) if part),
                tr("A rotation says who of a team is on call when."), tr("Rotation…"),
            )  # fmt: skip
        self.strip.refresh()
        self._share_moment()

    def _show_moment(self) -> None:
        self._share_moment()
        self.foot.show_moment()

    def _share_moment(self) -> None:
        """A walk that begins while the week is on screen begins at the moment of its line."""
        self._session.moment = self.state.moment if self.isVisible() else None

    def _show_foot(self) -> None:
        self.foot.show_all(self.team())

    def _show_team(self) -> None:
        self.foot.show_team(self.team())

    def team(self) -> TeamId | None:
        """The team of what is selected."""
        chosen = self._session.selection[:1]
        return team_of(self._session.organization, chosen[0]) if chosen else None

    def _fit_strip(self) -> None:
        """The week takes the height it needs, and no more; the rest is for what is below it."""
        self.strip.setMaximumHeight(max(self.strip.wanted_height(), 120))

    def _fit_foot(self) -> None:
        """In a low window the week has all the height; Ctrl+L has the load then, and walking a page the moment."""
        has_any = bool(self._session.organization.rotations)
        self.foot.setVisible(has_any and self.height() >= ROOM_FOR_BOTH)

    # Qt's doors, and what they lead to

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def _escape(self) -> None:
        if self.form.isVisible():
            self.rotations.close()
        elif self.state.words:
            self.tools.field.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()
        self._share_moment()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._share_moment()
