"""A list that pops up under a switch, with a box for each thing in it; typing finds one among many."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from orgmodel.model import TeamKind
from ui.marks import draw_kind
from ui.theme import Theme

_FEW: Final = 12
"""So many things are found without typing."""
_MOVES: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up})


class TickList(QFrame):
    """A box for each thing; closed by Esc or a click elsewhere."""

    ticked = Signal(object, bool)
    """A thing, and whether it is ticked now."""

    def __init__(self, theme: Theme, name: str, find: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.theme = theme
        self.field = QLineEdit()
        self.field.setPlaceholderText(find)
        self.field.setAccessibleName(find)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.itemChanged.connect(self._changed)
        self.list.itemClicked.connect(self._clicked)
        self._pressed_state: Qt.CheckState | None = None
        self.list.itemPressed.connect(self._pressed)
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
        icons: dict[TeamKind, QIcon] = {}
        for thing, name, kind in things:
            item = QListWidgetItem(name)
            if kind:
                icons[kind] = icons.get(kind) or _kind_icon(kind, self.theme)
                item.setIcon(icons[kind])
            item.setData(Qt.ItemDataRole.UserRole, thing)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, 26))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.field.setVisible(self.list.count() > _FEW)

    def show_ticks(self, wanted: Collection[Any]) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            ticked = item.data(Qt.ItemDataRole.UserRole) in wanted
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def open_under(self, widget: QWidget) -> None:
        self.field.clear()
        lines = max(1, min(self.list.count(), _FEW))
        above = self.field.sizeHint().height() + 8 if self.list.count() > _FEW else 0
        self.resize(max(280, widget.width()), lines * 26 + 20 + above)
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 4)))
        self.show()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        (self.field if self.list.count() > _FEW else self.list).setFocus(Qt.FocusReason.PopupFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setStyleSheet(
            f"TickList {{ background: {theme.paper}; border: 1px solid {theme.control}; border-radius: 6px; }}"
            f"QListWidget {{ background: {theme.paper}; outline: 0; }}"
            f"QListWidget::item:selected {{ background: {theme.accent_tint}; color: {theme.ink}; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while a name is typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.list.setFocus()
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

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
            is_on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

    def _changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(item.data(Qt.ItemDataRole.UserRole), item.checkState() == Qt.CheckState.Checked)


def _kind_icon(kind: TeamKind, theme: Theme) -> QIcon:
    picture = QPixmap(32, 32)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_kind(painter, QRectF(0, 0, 16, 16), kind, theme)
    painter.end()
    return QIcon(picture)
