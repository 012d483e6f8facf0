"""The clock of the strip: a chip that opens a list of time zones, found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.chips import Chip
from ui.theme import Theme
from ui.translation import tr

_LINES = 12
_LINE = 26


class ZoneChip(Chip):
    """Shows the zone that is chosen; not a switch, so never on."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "UTC", ("icon", "globe"), parent)
        self._has_choices = True
        self.setToolTip(tr("Show the week on the clocks of another time zone"))
        self._zone = ""
        self._zones: tuple[str, ...] = ()
        self._list: ZoneList | None = None

    def offer(self, zones: Sequence[str]) -> None:
        self._zones = tuple(zones)

    def show_zone(self, zone: str) -> None:
        self._zone = zone
        self.word = self.short_text = zone.replace("_", " ")
        self.setAccessibleName(tr("Time zone: {zone}", zone=self.word))
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self._list:
            self._list.apply_theme(theme)

    def nextCheckState(self) -> None:
        if self._list is None:
            self._list = ZoneList(self.theme, self)
            self._list.chosen.connect(self._choose)
        self._list.open_under(self, self._zones, self._zone)

    def _choose(self, zone: str) -> None:
        self.show_zone(zone)
        self.chosen.emit(zone)


class ZoneList(QFrame):
    """A field and the zones with what is typed in it; those of the file first. Enter takes the one in hand."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._zones: tuple[str, ...] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a time zone"))
        self.field.setAccessibleName(tr("Find a time zone"))
        self.field.textChanged.connect(self._find)
        self.list = QListView()
        self.list.setAccessibleName(tr("Time zones"))
        self.list.setObjectName("completions")
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names = QStringListModel(self)
        self.list.setModel(self.names)
        self.list.clicked.connect(lambda _index: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.installEventFilter(self)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"ZoneList {{ background: {theme.paper}; border: 1px solid {theme.control}; border-radius: 6px; }}"
        )

    def open_under(self, widget: QWidget, zones: Sequence[str], zone: str) -> None:
        self._zones = tuple(zones)
        self.field.clear()
        self._find("")
        if zone in self._zones:
            self.list.setCurrentIndex(self.names.index(self._zones.index(zone)))
        self.resize(260, _LINES * _LINE + 60)
        place, room = widget.mapToGlobal(QPoint(0, widget.height() + 4)), widget.screen().availableGeometry()
        self.move(max(room.left(), min(place.x(), room.right() - self.width())), place.y())
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: object, event: object) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.list.keyPressEvent(event)
        else:
            return False
        return True

    def _find(self, typed: str) -> None:
        wanted = typed.strip().casefold().replace(" ", "_")
        self.names.setStringList([zone for zone in self._zones if wanted in zone.casefold()])
        self.list.setCurrentIndex(self.names.index(0))

    def _take(self) -> None:
        found = self.list.currentIndex().data()
        self.hide()
        if found:
            self.chosen.emit(found)
