"""The real pages, one below the other: those in sight are drawn beside the window, at the pixels of the screen."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from orgmodel.model.value import value
from ui.background import Background
from ui.export_window.page_places import MARGIN, STEP, Box, Fit, Places, bounded, placed, step_of, zooms_to_fit
from ui.export_window.sheet_drawing import Size, drawn
from ui.theme import Theme
from ui.translation import tr

_DIMMED: Final = 0.2
_MOST_PIXELS: Final = 12_000_000
"""A page is drawn with no more; larger, it is as sharp as that allows."""
_HELD_PIXELS: Final = 36_000_000
_LINE: Final = 40


@value
class Drawing:
    """One page of a PDF in so many pixels."""

    data: bytes
    place: int
    width: int
    height: int


class Pages(QAbstractScrollArea):
    """Each page fits by itself; where `fit` is None, all have one zoom however large the window is."""

    moved = Signal()
    """Another page is read, or the zoom is another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.data, self.sizes = b"", tuple[Size, ...]()
        self.fit: Fit | None = "width"
        self._zoom = 1.0
        self._zooms: tuple[float, ...] = ()
        self.is_dimmed = False
        self.places: Places = placed((), (), 0)
        self._held: OrderedDict[int, tuple[Drawing, QPixmap]] = OrderedDict()
        self._asked: Drawing | None = None
        self._drawing = Background("drawing pages", _drawn, self)
        self._drawing.done.connect(self._take)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._say()

    @property
    def page(self) -> int:
        """The page that is read, from 0."""
        return self.places.page_at(self.verticalScrollBar().value(), self.viewport().height())

    @property
    def zoom(self) -> float:
        """That of the page that is read; 1.0 is 100 %."""
        return self._zooms[self.page] if self._zooms else self._zoom

    def show_paper(self, data: bytes, sizes: tuple[Size, ...]) -> None:
        """Show another PDF from the same place, as far as that is there; what was drawn stays until the new is."""
        page, into = self.page, self._place_in_page()
        self.data, self.sizes = data, sizes
        self.is_dimmed = False
        self._asked = None
        self._held = OrderedDict((place, held) for place, held in self._held.items() if place < len(sizes))
        self._arrange()
        self._go_into(min(page, len(sizes) - 1), into if page < len(sizes) else 0.0)
        self._say()

    def dim(self, *, is_on: bool) -> None:
        """What is on screen is not what is chosen."""
        self.is_dimmed = is_on
        self.viewport().update()

    def show_fit(self, fit: Fit) -> None:
        page, into = self.page, self._place_in_page()
        self.fit = fit
        self._arrange()
        self._go_into(page, 0.0 if fit == "page" else into)
        self._say()

    def step_zoom(self, step: int, at: QPoint | None = None) -> None:
        self.set_zoom(step_of(self.zoom, step), at)

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """Zoom, with what lies under a point, else in the middle, where it was."""
        at = at or self.viewport().rect().center()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        page = self.places.page_at(down.value() + at.y(), 0)
        before = self.places.boxes[page] if self.places.boxes else Box(0, 0, 1, 1)
        x = (across.value() + at.x() - before.left) / before.width
        y = (down.value() + at.y() - before.top) / before.height
        self.fit, self._zoom = None, bounded(zoom)
        self._arrange()
        if self.places.boxes:
            after = self.places.boxes[page]
            across.setValue(round(after.left + x * after.width - at.x()))
            down.setValue(round(after.top + y * after.height - at.y()))
        self._say()

    def go_to(self, page: int) -> None:
        """Bring the top of a page to the top."""
        self._go_into(page, 0.0)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    # Where everything is

    def _arrange(self) -> None:
        size = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        if self.fit:
            self._zooms = zooms_to_fit(self.fit, self.sizes, size.width() - bar, size.height())
        else:
            self._zooms = (self._zoom,) * len(self.sizes)
        self.places = placed(self.sizes, self._zooms, size.width() - bar)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.places.height - self.viewport().height()))
        down.setPageStep(self.viewport().height())
        across.setRange(0, max(0, self.places.width - (size.width() - bar)))
        across.setPageStep(size.width() - bar)
        self._draw_next()
        self.viewport().update()

    def _place_in_page(self) -> float:
        """How much of the page that is read lies above the window."""
        if not self.places.boxes:
            return 0.0
        box = self.places.boxes[self.page]
        return max(0.0, (self.verticalScrollBar().value() - box.top + MARGIN) / box.height)

    def _go_into(self, page: int, share: float) -> None:
        if 0 <= page < len(self.places.boxes):
            box = self.places.boxes[page]
            self.verticalScrollBar().setValue(round(box.top - MARGIN + share * box.height))

    def _scrolled(self) -> None:
        self._draw_next()
        self._say()

    def _say(self) -> None:
        said = tr("Page {number} of {count}", number=self.page + 1, count=len(self.sizes)) if self.sizes else ""
        self.setAccessibleName(said or tr("No pages yet"))
        self.moved.emit()

    # Drawing

    def in_sight(self) -> range:
        return self.places.in_sight(self.verticalScrollBar().value(), self.viewport().height())

    def _wanted(self, place: int) -> Drawing:
        box, ratio = self.places.boxes[place], self.devicePixelRatioF()
        pixels = box.width * box.height * ratio * ratio
        ratio *= min(1.0, (_MOST_PIXELS / pixels) ** 0.5)
        return Drawing(self.data, place, max(1, round(box.width * ratio)), max(1, round(box.height * ratio)))

    def _is_drawn(self, wanted: Drawing) -> bool:
        held = self._held.get(wanted.place)
        return held is not None and _is_same(held[0], wanted)

    @property
    def is_drawn(self) -> bool:
        """Whether every page in sight is drawn as it should be."""
        return all(self._is_drawn(self._wanted(place)) for place in self.in_sight())

    def _draw_next(self) -> None:
        """Have the next page in sight drawn that is not, then those that scrolling shows next."""
        if self._asked is not None or not self.data:
            return
        seen = self.in_sight()
        around = (seen.stop, seen.start - 1)
        for place in (*seen, *(each for each in around if 0 <= each < len(self.sizes))):
            wanted = self._wanted(place)
            if not self._is_drawn(wanted):
                self._asked = wanted
                self._drawing.ask(wanted)
                return

    def _take(self, drawing: Drawing, image: QImage) -> None:
        if drawing is self._asked:
            self._asked = None
        if drawing.data is self.data:
            self._held[drawing.place] = drawing, QPixmap.fromImage(image)
            self._held.move_to_end(drawing.place)
            self._forget_old()
            self.viewport().update()
        self._draw_next()

    def _forget_old(self) -> None:
        """Those drawn longest ago, where all together are many pixels."""
        seen = self.in_sight()
        pixels = sum(drawing.width * drawing.height for drawing, _ in self._held.values())
        for place in tuple(self._held):
            if pixels <= _HELD_PIXELS:
                return
            if place not in seen:
                drawing, _ = self._held.pop(place)
                pixels -= drawing.width * drawing.height

    def paintEvent(self, event: QPaintEvent) -> None:
        self._draw(QPainter(self.viewport()), event.rect())

    def _draw(self, painter: QPainter, dirty: QRect) -> None:
        painter.fillRect(dirty, QColor(self.theme.sunken))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(_DIMMED if self.is_dimmed else 1.0)
        for place in self.in_sight():
            box = self.places.boxes[place]
            rect = QRect(box.left - across, box.top - down, box.width, box.height)
            painter.fillRect(rect, Qt.GlobalColor.white)
            if place in self._held:
                painter.drawPixmap(rect, self._held[place][1])
            painter.setPen(QPen(QColor(self.theme.line2), 1))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.setOpacity(1.0)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    # Hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _press(self, key: Qt.Key) -> bool:
        """Page keys go from page to page where all of one is in sight, else from screen to screen."""
        down = self.verticalScrollBar()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space):
            step = -1 if key == Qt.Key.Key_PageUp else 1
            if self.fit == "page":
                self.go_to(min(max(self.page + step, 0), len(self.sizes) - 1))
            else:
                down.setValue(down.value() + step * max(_LINE, self.viewport().height() - _LINE))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            down.setValue(0 if key == Qt.Key.Key_Home else down.maximum())
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y() / 120
            if turned:
                self.set_zoom(self.zoom * STEP**turned, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page, into = self.page, self._place_in_page()
        self._arrange()
        self._go_into(page, into)
        self._say()


def _is_same(one: Drawing, other: Drawing) -> bool:
    """Whether two are of the same bytes, which are not compared: there may be many."""
    return one.data is other.data and (one.place, one.width, one.height) == (other.place, other.width, other.height)


def _drawn(asked: object) -> QImage:
    wanted = asked
    if not isinstance(wanted, Drawing):
        raise TypeError("Pages are drawn of a Drawing.")
    return drawn(wanted.data, wanted.place, wanted.width, wanted.height)
