"""The scroll area of the matrix: keeps in step with the session and repaints only what looks different."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from orgmodel.document import Document
from orgmodel.findings import Finding, Report
from orgmodel.model import RowId, Subject, subject_parts
from ui.evidence import NO_HIGHLIGHT, highlight_of
from ui.matrix.area_width import area_width
from ui.matrix.cells import CellPixmaps
from ui.matrix.columns import FROZEN_WIDTH
from ui.matrix.filtering import RowFilter
from ui.matrix.hand import CellInHand
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT, Group, Hit, Port
from ui.matrix.overview import STRIP_WIDTH, OverviewStrip
from ui.matrix.painting import draw_matrix
from ui.matrix.row_findings import RowFindings, marks_by_line
from ui.matrix.scene import Drop, Pending, Scene
from ui.matrix.selection import NO_CELLS
from ui.matrix.shape import MatrixShape
from ui.matrix.state import MatrixState
from ui.matrix.zoom import FULL, port_of, scaled
from ui.session import Session
from ui.theme import Theme

_MANY: Final = 100
"""With more rows changed at once everything is drawn anew."""


class MatrixSurface(QAbstractScrollArea):
    """Lines and columns drawn from their geometry: no widget and no object for a cell."""

    hand_changed = Signal()
    """Another cell is in hand, or rows look different."""
    shape_changed = Signal()
    """Which rows are shown, or what there is to filter by, may be different."""
    scrolled = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.state = MatrixState(session.organization)
        self.findings = RowFindings(session.report, session.remedies)
        self.hand = CellInHand()
        self.pending: Pending | None = None
        self.highlight = NO_HIGHLIGHT
        self.chosen = NO_CELLS
        self.told: tuple[Subject, ...] = ()
        """What was selected everywhere for what is in hand here."""
        self.drop: Drop | None = None
        self.zoom_factor = FULL
        self._pixmaps = CellPixmaps(theme, self.devicePixelRatioF())
        self._hover: int | None = None
        self._prepare(theme)
        session.document_changed.connect(self._take)
        session.findings_changed.connect(self._show_findings)
        session.selection_changed.connect(self._show_evidence)
        session.finding_shown.connect(self._show_evidence)
        session.remedies.known.connect(self._show_owner)

    def _prepare(self, theme: Theme) -> None:
        # For a viewport that is not made here PySide makes every class of widget there is, to find its own.
        self.setViewport(QWidget())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(0, 0, STRIP_WIDTH, 0)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.strip = OverviewStrip(self.verticalScrollBar(), theme, self)
        self.strip.asked_for.connect(self._go_to_share)

    @property
    def theme(self) -> Theme:
        return self._pixmaps.theme

    def apply_theme(self, theme: Theme) -> None:
        self._pixmaps = CellPixmaps(theme, self.devicePixelRatioF())
        self.strip.theme = theme
        self.strip.update()
        self.viewport().update()

    @property
    def port(self) -> Port:
        size = self.viewport().size()
        held = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return port_of(held, (size.width(), size.height()), self.zoom_factor)

    def on_screen(self, place: QRect) -> QRect:
        """A rectangle of the matrix in the pixels of the viewport."""
        return scaled(place, self.zoom_factor)

    def hit_at(self, point: QPoint) -> Hit:
        """What is under a point of the viewport."""
        return self.state.layout.hit(self.port, int(point.x() / self.zoom_factor), int(point.y() / self.zoom_factor))

    def shown_hand(self) -> tuple[int | None, int | None]:
        """Line and column of what is in hand, while it is also what is selected."""
        selected = self.session.selection
        is_ours = selected == self.told if self.chosen.blocks else selected[:1] == self.hand.subjects[:1]
        if not is_ours:
            return None, None
        place = self.hand.place(self.state)
        if place:
            return place
        return None, self.hand.column(self.state) if self.hand.team else None

    def scene(self) -> Scene:
        """What is to be drawn now."""
        ratio = self.devicePixelRatioF() * self.zoom_factor
        if self._pixmaps.ratio != ratio:
            self._pixmaps = CellPixmaps(self.theme, ratio)
        line, column = self.shown_hand()
        has_focus = self.hasFocus() or self.pending is not None
        return Scene(
            self.state, self.findings, self.theme, self._pixmaps, self.port,
            line, column, self._hover, has_focus, self.pending, self.highlight, self.chosen, self.drop,
        )  # fmt: skip

    def show_drop(self, drop: Drop | None) -> None:
        """Show where what is dragged would land; nowhere for None."""
        if drop != self.drop:
            self.drop = drop
            self.viewport().update()

    def set_filter(self, chosen: RowFilter) -> None:
        self.state.set_filter(chosen)
        self.refresh()

    def set_shape(self, shape: MatrixShape) -> None:
        """Sort, group and hide columns."""
        self.state.set_shape(shape, lambda row: self.findings.mark_of(self.state.organization, row))
        self.chosen = self.chosen.without_missing(self.state)
        self.refresh()

    def set_zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Draw so many times as large; what is under a point of the viewport stays there."""
        if factor == self.zoom_factor:
            return
        across, down = (at.x(), at.y()) if at else (0, 0)
        left = self.horizontalScrollBar().value() + across * (1 / self.zoom_factor - 1 / factor)
        top = self.verticalScrollBar().value() + down * (1 / self.zoom_factor - 1 / factor)
        self.zoom_factor = factor
        self._fit()
        self.horizontalScrollBar().setValue(round(left))
        self.verticalScrollBar().setValue(round(top))
        self.viewport().update()
        self.shape_changed.emit()
        self.scrolled.emit()

    def fold(self, group: Group, *, collapsed: bool) -> None:
        if self.state.set_collapsed(group.key, collapsed=collapsed):
            self.refresh()

    def show_pending(self, pending: Pending | None) -> None:
        """Show a letter that is not in the document, until it is or the question about it is taken back."""
        self.pending = pending
        self.viewport().update()

    def refresh(self) -> None:
        """Everything may be elsewhere."""
        self._hover = None
        self._fit()
        self.viewport().update()
        self.shape_changed.emit()
        self.hand_changed.emit()

    def repaint_line(self, line: int) -> None:
        port = self.port
        y = self.state.layout.line_y(port, line)
        top = max(y, HEADER_HEIGHT)
        self.viewport().update(self.on_screen(QRect(0, top, port.width, y + LINE_HEIGHT - top)))

    def hover_over(self, line: int | None) -> None:
        before, self._hover = self._hover, line
        if line != before:
            for changed in (before, line):
                if changed is not None:
                    self.repaint_line(changed)

    def _fit(self) -> None:
        size, port = self.viewport().size(), self.port
        self.state.set_area_width(area_width(self.state, port.width))
        room = port.height - HEADER_HEIGHT
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.state.layout.height - room))
        down.setPageStep(max(LINE_HEIGHT, room))
        down.setSingleStep(LINE_HEIGHT)
        across.setRange(0, max(0, self.state.columns.width - port.width))
        across.setPageStep(max(1, port.width - FROZEN_WIDTH))
        across.setSingleStep(self.state.columns.team_width // 2)
        self.strip.head = round(HEADER_HEIGHT * self.zoom_factor)
        self.strip.setGeometry(size.width(), 0, STRIP_WIDTH, size.height())
        self.strip.show_marks(marks_by_line(self.state, self.findings), len(self.state.layout.lines), room)
        self.strip.show_evidence(self._evidence_lines())

    def _take(self, _: Document, after: Document) -> None:
        changed = self.state.take(after.organization)
        self.pending = None
        if changed is None:
            self.chosen = self.chosen.without_missing(self.state)
            self.refresh()
            return
        if len(changed) > _MANY:
            self._fit()
            self.viewport().update()
            self.hand_changed.emit()
            return
        for place in changed:
            self._repaint_row(place)
        if changed:
            self.hand_changed.emit()

    def _repaint_row(self, place: int) -> None:
        """One row, and its group, where its letters are counted."""
        layout = self.state.layout
        line = layout.line_for(place)
        if line is None:
            return
        self.repaint_line(line)
        if layout.row_at(line) is not None:
            if place in layout.group_of_row:
                self.repaint_line(layout.line_of_group[layout.groups[layout.group_of_row[place]].key])
            self.strip.show_mark(line, self.findings.mark_of(self.state.organization, self.state.row(place)))
        else:
            self._fit()

    def _show_findings(self, report: Report) -> None:
        self.findings = RowFindings(report, self.session.remedies)
        self._fit()
        self.viewport().update()
        self._show_evidence()

    def _show_owner(self, finding: Finding) -> None:
        """Ask about the likeliest owner where it is known now."""
        place = self.state.place_of.get(RowId(subject_parts(finding.subjects[0])[1]))
        line = self.state.layout.line_for(place) if place is not None else None
        if line is not None:
            self.repaint_line(line)

    def _show_evidence(self) -> None:
        """The rows, columns and cells that the finding in hand points at, and no longer those of the one before."""
        before, self.highlight = self.highlight, highlight_of(self.session.organization, self.session.highlighted)
        if self.highlight != before:
            self.viewport().update()
            self.strip.show_evidence(self._evidence_lines())

    def _evidence_lines(self) -> list[int]:
        places = (self.state.place_of.get(row) for row in self.highlight.rows)
        lines = {self.state.layout.line_for(place) for place in places if place is not None}
        return sorted(line for line in lines if line is not None)

    def _go_to_share(self, share: float) -> None:
        room = self.port.height - HEADER_HEIGHT
        self.verticalScrollBar().setValue(round(share * max(room, self.state.layout.height) - room / 2))

    def _scroll(self, dx: int, dy: int) -> None:
        """Move the pixels that stay on screen, so that only the edge that comes in is drawn."""
        viewport, ratio = self.viewport(), self.devicePixelRatioF()
        if (dx and dy) or ratio != int(ratio) or self.zoom_factor != FULL or self.pending or self.drop:
            viewport.update()
        elif dy:
            viewport.scroll(0, dy, QRect(0, HEADER_HEIGHT, viewport.width(), viewport.height() - HEADER_HEIGHT))
        else:
            viewport.scroll(dx, 0, QRect(FROZEN_WIDTH, 0, viewport.width() - FROZEN_WIDTH, viewport.height()))
        if self._hover is not None:
            self.hover_over(self.hit_at(viewport.mapFromGlobal(QCursor.pos())).line)
        self.scrolled.emit()

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        if self.zoom_factor != FULL:
            painter.scale(self.zoom_factor, self.zoom_factor)
            region = QRegion(scaled(region.boundingRect(), 1 / self.zoom_factor))
        draw_matrix(painter, self.scene(), region)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(QPainter(self.viewport()), event.region())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._scroll(dx, dy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
