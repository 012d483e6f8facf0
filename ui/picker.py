"""A field to pick one of many things in: open it, or type a part of the name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QStyle, QStyleOptionComboBox, QStylePainter

from orgmodel.names_in_sentences import with_symbols
from ui.choice_box import ChoiceBox
from ui.elided_line import ElidedLine
from ui.icons import pixmap
from ui.theme import Theme
from ui.translation import tr

Index = QModelIndex | QPersistentModelIndex
Things = tuple[tuple[Any, str], ...]
"""What is picked, and the name it has in the list."""


class _Names(QAbstractListModel):
    """The names of all things; made in one go, for there may be 20,000."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.things: Things = ()

    def show(self, things: Things) -> None:
        self.beginResetModel()
        self.things = things
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole)
        if role == Qt.ItemDataRole.DisplayRole:
            return with_symbols(self.things[index.row()][1])
        return self.things[index.row()][1] if wanted else None


class Picker(ChoiceBox):
    """Shows the name of what is picked; where `typed`, a part of a name is enough to find it."""

    picked = Signal(object)
    """Somebody picked another thing."""
    refused = Signal(str)
    """Why what was typed picks nothing."""
    takes_whole = False
    """Whether only a name that is typed whole, or is chosen from the list, is taken."""

    def __init__(self, name: str, theme: Theme, *, typed: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self.names = _Names(self)
        self._value: Any = None
        self._line: QLineEdit | None = None
        self.setAccessibleName(name)
        self.setModel(self.names)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        view = QListView(self)
        view.setUniformItemSizes(True)
        view.setObjectName("choices")
        self.setView(view)
        self.let_tab_take(view)
        self.activated.connect(self._pick)
        if typed:
            self._let_type(name)

    @property
    def value(self) -> Any:
        """What is picked; None where nothing is."""
        return self._value

    def offer(self, things: Iterable[tuple[Any, str]], value: Any = None) -> None:
        """Things to pick from, and the one that is picked; a thing that is not among them is none."""
        offered = tuple(things)
        if offered != self.names.things:
            self.names.show(offered)
        self.show_value(value)

    def show_value(self, value: Any) -> None:
        place = next((place for place, (thing, _) in enumerate(self.names.things) if thing == value), -1)
        self._value = value if place >= 0 else None
        self.setCurrentIndex(place)
        if self._line:
            self._line.setText(self._name)
            self._line.setCursorPosition(0)

    @property
    def _name(self) -> str:
        place = self.currentIndex()
        return self.names.things[place][1] if place >= 0 else ""

    def _let_type(self, name: str) -> None:
        self._line = line = ElidedLine()
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line.setAccessibleName(name)
        line.setFrame(False)
        line.editingFinished.connect(self._take_typed)
        completer = QCompleter(self.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._take_typed)
        found = QListView()
        found.setObjectName("completions")
        found.setUniformItemSizes(True)
        completer.setPopup(found)
        self.setCompleter(completer)

    def _pick(self, place: int) -> None:
        thing = self.names.things[place][0]
        before = self._value
        self.show_value(thing)
        if thing != before:
            self.picked.emit(thing)

    def _take_typed(self, *_: object) -> None:
        """Take the name that is typed, else the first that begins with it or has it in it; else put back what was.

        Where names have to be whole a part of one is refused, unless no other begins with it.
        """
        typed = self._line.text().strip().casefold() if self._line else ""
        if typed == self._name.casefold():
            return
        names = [name.casefold() for _, name in self.names.things]
        parts = () if self.takes_whole else (lambda name: name.startswith(typed), lambda name: typed in name)
        fits: tuple[Callable[[str], bool], ...] = (lambda name: name == typed, *parts)
        found = (place for fit in fits for place, name in enumerate(names) if fit(name))
        place = next(found, None) if typed else None
        if place is None and typed and self.takes_whole:
            begun = [place for place, name in enumerate(names) if name.startswith(typed)]
            place = begun[0] if len(begun) == 1 else None  # the beginning of one name alone means that one
        if place is None:
            if typed and self.takes_whole and self._line:
                said = tr("Nothing is called “{typed}”: write a name whole, or choose it from the list.",
                          typed=self._line.text().strip())  # fmt: skip
                self.refused.emit(said)
            self.show_value(self._value)
        else:
            self._pick(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._line and event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self._line.selectAll)  # after the click that brought the keyboard here

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QStylePainter(self))

    def _draw(self, painter: QStylePainter) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.subControls &= ~QStyle.SubControl.SC_ComboBoxArrow
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if not self.isEditable():
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self._draw_chevron(painter)

    def _draw_chevron(self, painter: QPainter) -> None:
        chevron = pixmap("chevron-down", self.theme.ink2, 14, self.devicePixelRatioF())
        painter.setOpacity(1.0 if self.isEnabled() else 0.55)
        painter.drawPixmap(6 if self.isRightToLeft() else self.width() - 20, (self.height() - 14) // 2, chevron)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls what is around it; it picks nothing
