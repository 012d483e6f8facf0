"""A list that pops up under a switch, with a box for each thing in it; typing finds one among many."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from orgmodel.model import TeamKind
from ui.chips import FEW
from ui.marks import draw_kind
from ui.painted_lines import Index, PaintedLines
from ui.texts import BODY, cut, width_of, write
from ui.theme import Theme
from ui.tick_box import BOX, draw_box

_WIDEST: Final = 480
_AROUND: Final = 56
"""What the edges of the list, the room around a box and a scroll bar take of its width."""
THING: Final = Qt.ItemDataRole.UserRole
KIND: Final = Qt.ItemDataRole.UserRole + 1
_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVES: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up})


class TickList(QFrame):
    """A box for each thing; closed by Esc or a click elsewhere."""

    ticked = Signal(object, bool)
    """A thing, and whether it is ticked now."""

    def __init__(self, theme: Theme, name: str, find: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.field = QLineEdit()
        self.field.setPlaceholderText(find)
        self.field.setAccessibleName(find)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = PaintedLines(theme, _draw_line, self.list)
        self.list.setItemDelegate(self._lines)
        self.list.itemChanged.connect(self._changed)
        self.list.itemClicked.connect(self._clicked)
        self._pressed_state: Qt.CheckState | None = None
        self.list.itemPressed.connect(self._pressed)
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.apply_theme(theme)

    def offer(self, things: Iterable[tuple[Any, str, TeamKind | None]]) -> None:
        """What can be ticked, its name, and the kind of team that it is where it is one."""
        self.list.blockSignals(True)
        self.list.clear()
        for thing, name, kind in things:
            item = QListWidgetItem(name)
            item.setData(THING, thing)
            item.setData(KIND, kind)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, 26))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.field.setVisible(self.list.count() > FEW)

    def show_ticks(self, wanted: Collection[Any]) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            ticked = item.data(THING) in wanted
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def open_under(self, widget: QWidget) -> None:
        self.field.clear()
        lines = max(1, min(self.list.count(), FEW))
        above = self.field.sizeHint().height() + 8 if self.list.count() > FEW else 0
        place, room = widget.mapToGlobal(QPoint(0, widget.height() + 4)), widget.screen().availableGeometry()
        width = max(280, widget.width(), min(self._wanted_width(), _WIDEST))
        self.resize(width, min(lines * 26 + 20 + above, room.height()))
        if place.y() + self.height() > room.bottom():  # above it, where there is no room below
            place.setY(max(room.top(), widget.mapToGlobal(QPoint()).y() - 4 - self.height()))
        self.move(max(room.left(), min(place.x(), room.right() - self.width())), place.y())
        self.show()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        (self.field if self.list.count() > FEW else self.list).setFocus(Qt.FocusReason.PopupFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        self._lines.theme = theme
        self.setStyleSheet(
            f"TickList {{ background: {theme.paper}; border: 1px solid {theme.control}; border-radius: 6px; }}"
            f"QListWidget {{ background: {theme.paper}; outline: 0; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while a name is typed; Enter and Space tick what is in hand there."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES and watched is self.field:
                self.list.setFocus()
                self.list.keyPressEvent(event)
                return True
            if event.key() in _ENTERS or (event.key() == Qt.Key.Key_Space and watched is self.list):
                self._tick_current()
                return True
        return super().eventFilter(watched, event)

    def _wanted_width(self) -> int:
        """So that every name is seen whole, with its box, its glyph, and the bar of a long list."""
        names = (width_of(each.text(), BODY) + (24 if each.data(KIND) else 0) for each in self._items())
        return round(max(names, default=0)) + BOX + _AROUND

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _filter(self, typed: str) -> None:
        for item in self._items():
            item.setHidden(typed.strip().casefold() not in item.text().casefold())

    def _pressed(self, item: QListWidgetItem) -> None:
        self._pressed_state = item.checkState()

    def _clicked(self, item: QListWidgetItem) -> None:
        """A click anywhere in a line ticks it; one on the box has done so already."""
        if item.checkState() == self._pressed_state:
            self._turn(item)

    def _turn(self, item: QListWidgetItem) -> None:
        is_on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

    def _tick_current(self) -> None:
        """The line in hand; where it is not among those found, the first of them."""
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None or item.isHidden():
            item = next((each for each in self._items() if not each.isHidden()), None)
        if item:
            self.list.setCurrentItem(item)
            self._turn(item)

    def _changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(item.data(THING), item.checkState() == Qt.CheckState.Checked)


def _draw_line(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    """A box, the glyph of a team where it is one, and the name."""
    rect, kind = option.rect, index.data(KIND)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.accent_tint))
    middle, left = rect.center().y() + 0.5, rect.left() + 4
    is_on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
    draw_box(painter, left, middle, theme, is_on=is_on)
    left += BOX + 8
    if kind:
        draw_kind(painter, QRectF(left, middle - 8, 16, 16), kind, theme)
        left += 24
    name = cut(index.data(), BODY, rect.right() - 4 - left)[0]
    write(painter, (left, middle), name, BODY, theme.ink)
