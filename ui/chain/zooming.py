"""A canvas that is zoomed at the cursor, and that keeps fitting its window until somebody zooms it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from ui.chain.canvas import LEGEND_ROOM

SMALLEST: Final = 0.1
LARGEST: Final = 3.0
STEP: Final = 1.15


class ZoomedView(QGraphicsView):
    """The zoom is a share of the size at 100 %."""

    zoomed = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.on_resize: Callable[[], None] | None = self.fit
        """How the canvas follows its window; None once somebody chose a zoom."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)

    @property
    def zoom(self) -> float:
        return self.transform().m11()

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """Zoom so that what is under a point of the viewport, its middle if none is given, stays there."""
        zoom = min(LARGEST, max(SMALLEST, zoom))
        pivot = at or self.viewport().rect().center()
        before = self.mapToScene(pivot)
        self.on_resize = None
        self.resetTransform()
        self.scale(zoom, zoom)
        moved = self.mapFromScene(before) - pivot
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved.y())
        self.zoomed.emit()

    def zoom_in(self) -> None:
        self.set_zoom(self.zoom * STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self.zoom / STEP)

    def fit(self) -> None:
        """The whole chain, at 100 % at most."""
        self.set_zoom(min(1.0, self.fitting()))
        self.on_resize = self.fit

    def fitting(self) -> float:
        area, port = self.sceneRect(), self.viewport().size()
        # The room under the bands stays as high as the legend, whatever the zoom.
        high = max(1.0, area.height() - LEGEND_ROOM)
        return min(port.width() / max(1.0, area.width()), (port.height() - LEGEND_ROOM) / high)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * STEP ** (event.angleDelta().y() / 120), event.position().toPoint())
            event.accept()
        else:
            self.scroll_by(event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta())

    def scroll_by(self, by: QPoint) -> None:
        """Push the canvas about by the wheel, or by two fingers."""
        for bar, step in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() - step)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.on_resize:
            self.on_resize()
        self.resized.emit()
