"""The palette over the window: type a part of a name, press Enter, and be there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.painted_lines import PaintedLines
from ui.palette.entries import Entry
from ui.palette.line import HEIGHT, draw_line
from ui.palette.search import found
from ui.plain_text import as_tip
from ui.style import wear
from ui.theme import Theme
from ui.translation import tr

WIDTH: Final = 560
TOP: Final = 68
"""Pixels from the top of the workspace, which begins 28 below that of the window."""
_MOST_SHOWN: Final = 12
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_MOST_SHOWN,
    Qt.Key.Key_PageDown: _MOST_SHOWN,
}

Index = QModelIndex | QPersistentModelIndex


class Palette(QFrame):
    """Over the middle of the workspace while it is open; goes as soon as the keyboard is elsewhere."""

    chosen = Signal(object)
    """The `Entry` that was chosen; the palette is closed by then."""

    def __init__(self, theme: Theme, workspace: QWidget) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.theme = theme
        self._entries: tuple[Entry, ...] = ()
        self._begin: tuple[Entry, ...] = ()
        self._before: QWidget = workspace
        """What had the keyboard; the dock may have been filled anew meanwhile, and it is gone."""
        self.lines = _Lines(self)
        self.field = _Field(self)
        self.list = QListView(self)
        self.nothing = QLabel(tr("Nothing is called that."), self)
        self._build()
        self.hide()

    def open(self, entries: tuple[Entry, ...], begin: tuple[Entry, ...]) -> None:
        """Offer to search these; `begin` are offered while nothing is typed."""
        self._entries, self._begin = entries, begin
        self._before = self.window().focusWidget() or self._workspace
        self.field.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_again(self) -> None:
        """Close, and give the keyboard back to where it was."""
        if self.isVisible():
            self.hide()
            before = self._before if isValid(self._before) and self._before.isVisible() else self._workspace
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = self._delegate.theme = theme
        self._dress()

    def step(self, by: int) -> None:
        """Take the line so many further on in hand, no further than the ends."""
        count = self.lines.rowCount()
        if count:
            place = max(0, min(self.list.currentIndex().row() + by, count - 1))
            self.list.setCurrentIndex(self.lines.index(place))

    def choose(self) -> None:
        """Take the line in hand."""
        place = self.list.currentIndex().row()
        if 0 <= place < self.lines.rowCount():
            entry = self.lines.entries[place]
            self.close_again()
            self.chosen.emit(entry)

    def _build(self) -> None:
        self._delegate = PaintedLines(self.theme, draw_line, self)
        wear(self.nothing, "caption")
        self.nothing.setContentsMargins(16, 4, 16, 8)
        self.list.setModel(self.lines)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(tr("What is found"))
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(lambda _: self.choose())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.field.textEdited.connect(self._search)
        self.field.stepped.connect(self.step)
        self.field.taken.connect(self.choose)
        self.field.left.connect(self.close_again)
        self._dress()

    def _dress(self) -> None:
        theme = self.theme
        self.field.setStyleSheet(
            f"QLineEdit {{ border: 0; background: transparent; font-size: 15px; padding: 0 14px; color: {theme.ink}; }}"
        )
        self.list.setStyleSheet(f"QListView {{ background: {theme.paper}; outline: 0; }}")
        self.update()

    def _search(self, typed: str) -> None:
        shown = found(self._entries, typed) if typed.strip() else self._begin
        self.lines.show(shown)
        if shown:
            self.list.setCurrentIndex(self.lines.index(0))
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown and bool(typed.strip()))
        self._place()

    def _place(self) -> None:
        space = self._workspace.size()
        width = min(WIDTH, space.width() - 32)
        room = space.height() - TOP - 32
        lines = min(len(self.lines.entries), _MOST_SHOWN, max(3, (room - 60) // HEIGHT))
        self.list.setFixedHeight(lines * HEIGHT)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((space.width() - width) // 2, min(TOP, max(16, space.height() - self.height() - 16)))

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.control), 1))
        painter.setBrush(QColor(self.theme.paper))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)


class _Field(QLineEdit):
    """Hands on the keys that are the list's; leaving it closes the palette."""

    stepped = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Go to a team, row, finding or action"))
        self.setAccessibleName(tr("Go to a team, row, finding or action"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # while it is open every key is its own
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape or _is_go_to(event):
            self.left.emit()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _: bool) -> bool:  # noqa: FBT001 (Qt's own signature)
        return True  # there is nowhere else to go but out

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


def _is_go_to(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_K and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class _Lines(QAbstractListModel):
    """The lines that are offered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: tuple[Entry, ...]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (entry.name, entry.place, entry.word, entry.shortcut)))
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, HEIGHT)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(f"{entry.name}\n{entry.place}".strip())
        return None
