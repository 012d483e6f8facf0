"""The editor of a field that names several things: a chip for each, and a picker for one more."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from orgmodel.model import Subject
from ui.icons import pixmap
from ui.inspector.changes import Give
from ui.inspector.fields import Choices, ManyField
from ui.inspector.flow import FlowLayout
from ui.inspector.hand import Hand
from ui.inspector.held import SEVERAL
from ui.inspector.pick_editor import LatePicker
from ui.plain_text import as_tip
from ui.texts import SMALL, cut, width_of, write
from ui.theme import Theme
from ui.translation import tr

_HEIGHT: Final = 24
_CROSS: Final = 24
"""The width of the place that takes a chip out."""
_PAD: Final = 8


def items_of(held: Any) -> tuple[Any, ...]:
    """What a field holds, one by one; a number of people is one item."""
    return held if isinstance(held, tuple) else () if held is None else (held,)


def with_item(held: Any, item: Any) -> Any:
    """With one more; a number stands alone, and nothing is there twice."""
    if isinstance(item, int):
        return item
    names = tuple(each for each in items_of(held) if not isinstance(each, int))
    return names if item in names else (*names, item)


def without_item(held: Any, item: Any, empty: Any) -> Any:
    left = tuple(each for each in items_of(held) if each != item)
    return left or empty


class Chip(QAbstractButton):
    """One thing that is named: pressed it leads there, its cross or Delete takes it out."""

    removed = Signal()

    def __init__(self, name: str, theme: Theme, *, leads: bool) -> None:
        super().__init__()
        self.name, self.theme = name, theme
        self._leads = leads
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        does = tr("Enter goes there, Delete takes it out") if leads else tr("Delete takes it out")
        self.setAccessibleName(name)
        self.setAccessibleDescription(does)
        self.setToolTip(as_tip(f"{name}\n{does}"))
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(round(_PAD + width_of(self.name, SMALL) + 1 + _CROSS), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_CROSS * 2, _HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()) and self._is_on_cross(event.position().x()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _is_on_cross(self, x: float) -> bool:
        return x < _CROSS if self.isRightToLeft() else x >= self.width() - _CROSS

    def _draw(self, painter: QPainter) -> None:
        theme, width = self.theme, self.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.control), line))
        painter.setBrush(QColor(theme.hover if self.underMouse() else theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 4, 4)
        said, said_width = cut(self.name, SMALL, width - _PAD - _CROSS + 1)
        left = width - _PAD - said_width if self.isRightToLeft() else _PAD
        write(painter, (left, self.height() / 2), said, SMALL, theme.ink)
        cross = 0 if self.isRightToLeft() else width - _CROSS
        painter.drawPixmap(cross + 5, 5, pixmap("x", theme.ink2, 14, self.devicePixelRatioF()))


class _More(LatePicker):
    """Picks one more; what is typed may be a name that nobody has."""

    def __init__(self, editor: ChipsEditor) -> None:
        super().__init__(editor.field.label, editor.hand.theme)
        self.editor = editor
        self.say_empty(tr(editor.field.more))
        self.setFixedHeight(_HEIGHT)

    def offered(self) -> Choices:
        editor = self.editor
        there = set(items_of(editor.value)) if editor.value is not SEVERAL else set()
        things = editor.field.things(editor.hand.session.document, editor.hand.named, editor.hand.thing)
        return tuple((thing, name) for thing, name in things if thing not in there)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.show_only(None, "")

    def _check(self, typed: str) -> None:
        if self.editor.field.free is None:
            super()._check(typed)

    def _take_typed(self, *_: object) -> None:
        typed, free = self._typed.strip(), self.editor.field.free
        is_known = any(typed.casefold() in name.casefold() for _, name in self.names.things)
        if typed and free and not is_known:
            self.show_only(None, "")
            self.editor.take(free(typed))
        else:
            super()._take_typed()


class ChipsEditor(QWidget):
    """Every change is written at once; where several things differ, one more is added to each."""

    told = Signal(str)
    """Why what is typed cannot be; nothing where it can."""

    def __init__(self, field: ManyField, hand: Hand) -> None:
        super().__init__()
        self.field, self.hand = field, hand
        self.value: Any = field.empty
        self.chips: list[Chip] = []
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.more = _More(self)
        self.more.setAccessibleName(f"{field.label}: {field.more}")
        self.more.picked.connect(self.take)
        self.more.told.connect(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addWidget(self.more)
        self.setFocusProxy(self.more)
        self._chips.hide()

    def fill(self, value: Any) -> None:
        if value == self.value and len(self.chips) == len(items_of(value)) and value is not SEVERAL:
            self._rename()
            return
        had = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        self.value = value
        self._rebuild(() if value is SEVERAL else items_of(value))
        if had is not None:
            (self.chips[min(had, len(self.chips) - 1)] if self.chips else self.more).setFocus()
        self.more.say_empty(tr("several; add to each…") if value is SEVERAL else tr(self._asks(value)))
        if not self.more.is_in_hand():
            self.more.show_only(None, "")

    def is_in_hand(self) -> bool:
        """Whether somebody is typing here; the chips are shown as they are all the same."""
        return False

    def commit(self) -> None:
        self.more.commit()

    def take(self, item: Any) -> None:
        """One more, in each of the things."""
        if item is not None:
            self._give(lambda held: with_item(held, item))
            self.more.show_only(None, "")

    def _remove(self, item: Any) -> None:
        self._give(lambda held: without_item(held, item, self.field.empty))

    def _give(self, give: Give) -> None:
        self.hand.give(self.field.field, give)

    def _asks(self, value: Any) -> str:
        return (self.field.another if items_of(value) else "") or self.field.more

    def _rename(self) -> None:
        """The same things may be called something else now."""
        if [self._called(item) for item in items_of(self.value)] != [chip.name for chip in self.chips]:
            self._rebuild(items_of(self.value))

    def _rebuild(self, items: tuple[Any, ...]) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for item in items:
            leads = self.field.subject(self.hand.session.document, self.hand.named, item)
            chip = Chip(self._called(item), self.hand.theme, leads=leads is not None)
            chip.removed.connect(lambda item=item: self._remove(item))
            chip.clicked.connect(lambda _=False, leads=leads: self._go(leads))
            self._flow.addWidget(chip)
            self.chips.append(chip)
            chip.show()
        self._chips.setVisible(bool(items))
        self._chips.updateGeometry()
        self._order()

    def _order(self) -> None:
        """Tab goes through the chips, and then to what adds one."""
        for one, other in zip(self.chips, [*self.chips[1:], self.more], strict=False):
            QWidget.setTabOrder(one, other)

    def _called(self, item: Any) -> str:
        return self.field.name(self.hand.session.document, self.hand.named, item)

    def _go(self, leads: Subject | None) -> None:
        if leads is not None:
            self.hand.go(leads)
