"""The scroll area of the week: what is seen of it, how large, and where; it holds what is in hand for the picture."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from orgmodel.diagram.week import WeekPlan
from orgmodel.diagram.week_blocks import Block
from orgmodel.model import TeamId
from ui.evidence import highlight_of
from ui.oncall import edits
from ui.oncall.hand import ON_MOMENT, Hand, grasped
from ui.oncall.painting import TAG_ROOM, draw_week
from ui.oncall.scene import Port, Preview, Scene
from ui.oncall.state import OnCallState
from ui.session import Session
from ui.theme import Theme
from ui.translation import tr

NARROWEST: Final = 72.0
"""A day is at least so wide at 100 %; narrower windows scroll."""
ZOOMS: Final = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_RIGHT: Final = 16
"""What stays free at the right, for the scroll bar where there is one."""


class WeekSurface(QAbstractScrollArea):
    """Rows and days drawn from their geometry; only what is seen is worked out."""

    fitted = Signal()
    """The week may want another height."""

    def __init__(self, session: Session, theme: Theme, state: OnCallState, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.theme, self.state = session, theme, state
        self.hand: Hand = ON_MOMENT
        self.hover: Block | None = None
        self.preview: Preview | None = None
        self.is_writing = False
        """Whether the keyboard is in a field on the week."""
        self.scale = 1.0
        self._evidence: frozenset[TeamId] = frozenset()
        self.setViewport(QWidget())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Week"))

    @property
    def plan(self) -> WeekPlan:
        return self.state.plan

    @property
    def port(self) -> Port:
        size, zoom = self.viewport().size(), self.scale
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Port(across / zoom, down / zoom, size.width() / zoom, size.height() / zoom)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def scene(self) -> Scene:
        """What is to be drawn now."""
        rotation = edits.rotation_named(self.session.organization, self.hand.rotation)
        held = grasped(rotation, self.hand) if rotation else ()
        return Scene(
            self.state, self.theme, self.port, self.hand, held, self.session.selection, self._evidence,
            self.hasFocus() or self.is_writing, self.hover, self.preview, self.plan,
        )  # fmt: skip

    def draw_all(self, painter: QPainter, theme: Theme) -> None:
        """The whole week at the first width of a day, without what is in hand."""
        size = self.whole_size()
        port = Port(0, 0, size.width(), size.height())
        nothing = frozenset[TeamId]()
        scene = Scene(
            self.state, theme, port, ON_MOMENT, (), (), nothing,
            has_focus=False, hover=None, preview=None, plan=self.state.whole,
        )  # fmt: skip
        draw_week(painter, scene)

    def whole_size(self) -> QSizeF:
        """At 100 %, whatever room there is."""
        whole = self.state.whole
        return QSizeF(whole.width + 1, whole.height + TAG_ROOM)

    def content_size(self) -> QSizeF:
        """At 100 %, with what stands below the last lane."""
        return QSizeF(self.plan.width + 1, self.plan.height + TAG_ROOM)

    def wanted_height(self) -> int:
        bar = self.horizontalScrollBar()
        return round(self.content_size().height() * self.scale) + (bar.sizeHint().height() if bar.maximum() else 0)

    def fit(self) -> None:
        """Give the days the width there is, and the scroll bars what is left over."""
        width, height = self.viewport().width() / self.scale, self.viewport().height() / self.scale
        measures = self.plan.measures
        room = self.width() / self.scale - measures.label - _RIGHT
        self.state.fit(max(NARROWEST, float(int(room / 7))))
        size = self.content_size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round((size.width() - width) * self.scale)))
        across.setPageStep(max(1, round((width - measures.label) * self.scale)))
        across.setSingleStep(round(measures.day * self.scale / 4))
        down.setRange(0, max(0, round((size.height() - height) * self.scale)))
        down.setPageStep(max(1, round((height - measures.header) * self.scale)))
        down.setSingleStep(round(measures.lane * self.scale))
        self.fitted.emit()

    def zoom(self, step: int, at: QPointF | None = None) -> None:
        """To the next larger or smaller size, the place under a point of the viewport kept; 0 is 100 %."""
        nearest = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - self.scale))
        wanted = 1.0 if step == 0 else ZOOMS[min(max(nearest + step, 0), len(ZOOMS) - 1)]
        if wanted == self.scale:
            return
        point = at or QPointF(self.plan.measures.label * self.scale, 0)
        port = self.port
        share = (port.x + point.x() / self.scale - self.plan.measures.label) / self.plan.measures.day
        y = port.y + point.y() / self.scale
        self.scale = wanted
        self.fit()
        x = self.plan.measures.label + share * self.plan.measures.day
        self.horizontalScrollBar().setValue(round(x * wanted - point.x()))
        self.verticalScrollBar().setValue(round(y * wanted - point.y()))
        self.viewport().update()

    def place_at(self, point: QPointF) -> QPointF:
        """A point of the viewport on the whole week at 100 %; the header and the labels lie above the rest."""
        port, measures = self.port, self.plan.measures
        x, y = point.x() / self.scale, point.y() / self.scale
        return QPointF(x if x < measures.label else x + port.x, y if y < measures.header else y + port.y)

    def rect_on_screen(self, row: int, block: Block) -> QRectF:
        """Where a shift of a lane is in the viewport."""
        rect, port, zoom = self.plan.rect_of(row, block.start, block.end, block.track), self.port, self.scale
        return QRectF((rect.x - port.x) * zoom, (rect.y - port.y) * zoom, rect.width * zoom, rect.height * zoom)

    def body(self) -> QRect:
        """The part of the viewport that is neither header nor label."""
        label, header = (round(each * self.scale) for each in (self.plan.measures.label, self.plan.measures.header))
        return self.viewport().rect().adjusted(label, header, -4, 0)

    def show_row(self, row: int) -> None:
        top, bottom = self.plan.tops[row], self.plan.tops[row + 1]
        port, bar, above = self.port, self.verticalScrollBar(), self.plan.measures.header
        if top - port.y < above:
            bar.setValue(round((top - above) * self.scale))
        elif bottom - port.y > port.height:
            bar.setValue(round((bottom - port.height) * self.scale))

    def show_instants(self, start: int, end: int) -> None:
        port, bar, label = self.port, self.horizontalScrollBar(), self.plan.measures.label
        left, right = self.plan.x_of(start), self.plan.x_of(end)
        if left - port.x < label:
            bar.setValue(round((left - label) * self.scale))
        elif right - port.x > port.width:
            bar.setValue(round(min(right - port.width, left - label) * self.scale))

    def show_preview(self, preview: Preview | None) -> None:
        self.preview = preview
        self.viewport().update()

    def show_hover(self, block: Block | None) -> None:
        if block is not self.hover:
            self.hover = block
            self.viewport().update()

    def show_evidence(self, *_: object) -> None:
        """The teams that the finding in hand points at, and no longer those of the one before."""
        self._evidence = highlight_of(self.session.organization, self.session.highlighted).teams
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        painter.scale(self.scale, self.scale)
        draw_week(painter, self.scene())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
