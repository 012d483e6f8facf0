"""The switches of the tool strip, 26 high: a mark or icon, a word, a count; or a word and what can be chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ui import icons, marks
from ui.plain_text import as_menu_text
from ui.texts import SMALL, SMALL_STRONG, cut, width_of, write
from ui.theme import Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.tick_list import TickList

HEIGHT: Final = 26
_PAD: Final = 9
_SIGN: Final = 13
_GAP: Final = 6
_WIDEST: Final = 180
FEW: Final = 12
"""So many choices are found without typing: in a menu, or in a list without a field."""

Sign = tuple[Literal["mark", "icon"], str]


class Chip(QAbstractButton):
    """A switch, on where it is checked."""

    def __init__(self, theme: Theme, text: str, sign: Sign | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.count: int | None = None
        self.word = self.short_text = text
        self.is_short = False
        self.is_plain = False
        """Whether it looks like a field beside it: full ink, and a border as strong as theirs."""
        self._sign = sign
        self._has_choices = False
        self.setText(as_menu_text(text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)

    def set_count(self, count: int) -> None:
        if count != self.count:
            self.count = count
            self.setAccessibleName(f"{self.word}: {count}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width_when(short=self.is_short), HEIGHT)

    def width_when(self, *, short: bool) -> int:
        return min(self._width(self.short_text if short else self.word), _WIDEST)

    def set_short(self, *, short: bool) -> None:
        """Say it in fewer words, where the strip is narrow."""
        if short != self.is_short:
            self.is_short = short
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _width(self, text: str) -> int:
        signs = (_SIGN + _GAP) * ((self._sign is not None) + self._has_choices)
        return round(2 * _PAD + width_of(text, SMALL) + self._counted(text) + signs)

    def _counted(self, text: str) -> float:
        """The room that the count takes behind the word, where there is one."""
        if self.count is None:
            return 0.0
        return width_of(f"{self.count:,}", SMALL_STRONG) + (_GAP if text else 0)

    def _draw(self, painter: QPainter) -> None:
        theme, is_on = self.theme, self.isChecked() and self.isEnabled()
        painter.setOpacity(1.0 if self.isEnabled() else 0.55)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.accent_tint if is_on else theme.hover if self.underMouse() else theme.paper
        line = 2.0 if self.hasFocus() else 1.0
        painter.setPen(
            QPen(
                QColor(theme.accent if is_on or self.hasFocus() else theme.control if self.is_plain else theme.line2),
                line,
            )
        )
        painter.setBrush(QColor(ground))
        inset = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        middle, x = self.height() / 2, float(_PAD)
        if self._sign:
            self._draw_sign(painter, self._sign, QRectF(x, middle - _SIGN / 2, _SIGN, _SIGN))
            x += _SIGN + _GAP
        room = round(self.width() - x - _PAD - self._behind())
        text, width = cut(self.short_text if self.is_short else self.word, SMALL, room + 1)
        write(painter, (x, middle), text, SMALL, theme.ink if is_on or self.is_plain else theme.ink2)
        if self.count is not None:
            x += width + (_GAP if text else 0)
            write(painter, (x, middle), f"{self.count:,}", SMALL_STRONG, theme.ink)
        if self._has_choices:
            place = QRectF(self.width() - _PAD - _SIGN + 2, middle - _SIGN / 2, _SIGN, _SIGN)
            self._draw_sign(painter, ("icon", "chevron-down"), place)

    def _behind(self) -> float:
        """The room that the count and the arrow of the choices take behind the word."""
        counted = self._counted(self.short_text if self.is_short else self.word)
        return counted + (_SIGN + _GAP - 2 if self._has_choices else 0)

    def _draw_sign(self, painter: QPainter, sign: Sign, place: QRectF) -> None:
        kind, name = sign
        if kind == "mark":
            marks.draw_mark(painter, place, name, self.theme)
        else:
            painter.drawPixmap(place.topLeft(), icons.pixmap(name, self.theme.ink2, _SIGN, self.devicePixelRatioF()))


class ChoiceChip(Chip):
    """Opens its choices when pressed, and shows the one that was made; on where that is not *every*."""

    chosen = Signal(object)
    """The id that was chosen, None for every one."""

    def __init__(self, theme: Theme, every: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, every, parent=parent)
        self._every = every
        self._has_choices = True
        self._things: tuple[tuple[str, str], ...] = ()
        self._chosen: str | None = None
        self._menu: QMenu | None = None
        self.list: TickList | None = None
        """What it opens where there are many choices."""
        self.show_choice(None)

    def offer(self, things: Iterable[tuple[str, str]]) -> None:
        """Ids and names to choose from; a choice that is not among them any more is given up."""
        offered = tuple(things)
        if offered != self._things:
            self._things = offered
            if self._chosen not in dict(offered):
                self.choose(None)
            self.show_choice(self._chosen)

    def show_choice(self, chosen: str | None) -> None:
        self._chosen = chosen
        name = dict(self._things).get(chosen or "")
        self.word = name or self._every
        self.setText(as_menu_text(self.word))
        self.short_text = name or self._every.removeprefix("All ").capitalize()
        self.setAccessibleName(self.word)
        self.setChecked(chosen is not None)
        self.updateGeometry()

    def choose(self, chosen: str | None) -> None:
        if chosen != self._chosen:
            self.show_choice(chosen)
            self.chosen.emit(chosen)

    def nextCheckState(self) -> None:
        if len(self._things) > FEW:
            self.open_list()
        else:
            self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def open_list(self) -> None:
        """Many choices, found by typing a part of their name; the one that is made closes the list."""
        from ui.tick_list import TickList  # few chips have so many choices

        if self.list:
            self.list.deleteLater()
        self.list = TickList(self.theme, self._every, tr("Find a name"), self)
        self.list.offer((thing, name, None) for thing, name in ((None, self._every), *self._things))
        self.list.show_ticks((self._chosen,))
        self.list.ticked.connect(self._take)
        self.list.open_under(self)

    def _take(self, thing: str | None, is_on: bool) -> None:  # noqa: FBT001 (as the signal brings it)
        if self.list:
            self.list.close()
        self.choose(thing if is_on else None)

    def menu(self) -> QMenu:
        """The few choices, made when they are asked for."""
        if self._menu:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        for thing, name in (None, self._every), *self._things:
            action = menu.addAction(as_menu_text(name))
            action.setCheckable(True)
            action.setChecked(thing == self._chosen)
            action.triggered.connect(lambda _checked, thing=thing: self.choose(thing))
        return menu
