"""The editor of a list of things that have sheets of their own."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from orgmodel.errors import CommandRefused
from ui.icons import pixmap
from ui.inspector.chips_editor import Chip
from ui.inspector.fields import Asked, Link, ListField
from ui.inspector.hand import Hand
from ui.inspector.move_buttons import MoveButtons, step_of
from ui.pieces import words
from ui.style import wear
from ui.texts import BODY, SMALL, cut, width_of, write
from ui.theme import Theme
from ui.translation import tr

_HEIGHT: Final = 26
_CROSS: Final = 24
_MOST: Final = 60


class LinkLine(Chip):
    """One thing and a few words of it, over the whole width."""

    def __init__(self, link: Link, theme: Theme, *, can_be_removed: bool) -> None:
        super().__init__(link.name, theme, leads=True)
        self.link = link
        self._cross = _CROSS if can_be_removed else 0
        self._is_in_hand = False
        self.setAccessibleName(f"{link.name}: {link.says}" if link.says else link.name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def mark(self, *, is_in_hand: bool) -> None:
        """Show by a bar at its beginning that it is the one the buttons below move."""
        if is_in_hand != self._is_in_hand:
            self._is_in_hand = is_in_hand
            self.update()

    def _is_on_cross(self, x: float) -> bool:
        return bool(self._cross) and super()._is_on_cross(x)

    def _draw(self, painter: QPainter) -> None:
        theme, width, middle = self.theme, self.width(), self.height() / 2
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.hover))
        painter.fillRect(0, self.height() - 1, width, 1, QColor(theme.line))
        if self._is_in_hand:
            painter.fillRect(width - 3 if self.isRightToLeft() else 0, 0, 3, self.height() - 1, QColor(theme.accent))
        room = width - self._cross - 8
        says, says_width = cut(self.link.says, SMALL, round(room * 0.45))
        name, name_width = cut(self.name, BODY, round(room - says_width - 8))
        is_mirrored = self.isRightToLeft()
        write(painter, (width - 4 - name_width if is_mirrored else 4, middle), name, BODY, theme.ink)
        at = self._cross + 4 if is_mirrored else width - self._cross - 4 - width_of(says, SMALL)
        write(painter, (at, middle), says, SMALL, theme.ink2)
        if self._cross and (self.underMouse() or self.hasFocus()):
            left = 0 if is_mirrored else width - _CROSS
            painter.drawPixmap(left + 5, 6, pixmap("x", theme.ink2, 14, self.devicePixelRatioF()))
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(0, 0, width - 1, self.height() - 1)
            painter.drawRect(1, 1, width - 3, self.height() - 3)


class ListEditor(QWidget):
    """Each line leads to its thing; Delete or its cross removes it; the link below adds one and goes there.

    Where their order is the author's, the line that had the keyboard last is moved by keys, or by the buttons below.
    """

    told = Signal(str)
    """As of other editors; what is refused here is said in the status bar."""

    def __init__(self, field: ListField, hand: Hand) -> None:
        super().__init__()
        self.field, self.hand = field, hand
        self.links: tuple[Link, ...] = ()
        self.lines: list[LinkLine] = []
        self.place = 0
        """Which line is in hand."""
        self._most = _MOST
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.nothing = words(tr(field.nothing), hand.theme.ink2, 12)
        self.nothing.setWordWrap(True)
        self._column.addWidget(self.nothing)
        self.others, self.adds = QPushButton(), QPushButton(tr("Add {one}", one=tr(field.one)))
        for button, does in ((self.others, self._show_all), (self.adds, self.add)):
            wear(button, "link")
            button.clicked.connect(does)
        self._column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        self.moves = MoveButtons(tr(field.one), hand.theme, self.move_line) if field.move else None
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.adds)
        foot.addStretch(1)
        if self.moves:
            foot.addWidget(self.moves)
        self._column.addLayout(foot)
        self.adds.setVisible(field.add is not None)
        self.others.hide()

    def fill(self, _: Any) -> None:
        links = self.field.links(self.hand.session.document, self.hand.thing)
        if links != self.links or not self.lines:
            had = next((place for place, line in enumerate(self.lines) if line.hasFocus()), None)
            self.links = links
            self._rebuild()
            if had is not None:
                self.focus_line(min(had, len(self.lines) - 1))
        self.nothing.setVisible(not links)
        self._take_up(self.place)

    def is_in_hand(self) -> bool:
        return False

    def commit(self) -> None:
        """Nothing is ever begun here."""

    def add(self) -> None:
        if self.field.add is None:
            return
        session = self.hand.session
        try:
            command, named = self.field.add(session.document, self.hand.thing, Asked(session.today, session.lens))
        except CommandRefused as said:
            session.refused.emit(str(said))
            return
        if session.execute(command):
            self.hand.go(named)
            if self.field.first:
                session.field_wanted.emit(self.field.first)

    def focus_line(self, place: int = 0) -> None:
        """Put the keyboard on a line; where there is none, on what adds one."""
        (self.lines[place] if 0 <= place < len(self.lines) else self.adds).setFocus()

    def move_line(self, step: int) -> None:
        """Put the line in hand one place on or back; the keyboard goes along where it is on the line."""
        to = self.place + step
        if not self.field.move or not 0 <= to < len(self.links):
            return
        session, has_keyboard = self.hand.session, any(line.hasFocus() for line in self.lines)
        if session.execute(self.field.move(session.document, self.hand.thing, self.place, to)):
            self._take_up(to)
            if has_keyboard:
                self.focus_line(to)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self.lines:
            self._take_up(self.lines.index(watched))
        if self.field.move and step_of(event):
            self.move_line(step_of(event))
            return True
        return super().eventFilter(watched, event)

    def _take_up(self, place: int) -> None:
        """Move this line from now on, where one is to be moved."""
        self.place = max(0, min(place, len(self.lines) - 1))
        for number, line in enumerate(self.lines):
            line.mark(is_in_hand=self.moves is not None and len(self.lines) > 1 and number == self.place)
        if self.moves:
            self.moves.setVisible(len(self.links) > 1)
            self.moves.show_place(self.place, len(self.links))

    def _remove(self, link: Link) -> None:
        if self.field.remove:
            session = self.hand.session
            session.execute(self.field.remove(session.document, link.subject))

    def _show_all(self) -> None:
        self._most = len(self.links)
        self._rebuild()

    def _rebuild(self) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        shown = self.links[: self._most]
        self.lines = [LinkLine(link, self.hand.theme, can_be_removed=self.field.remove is not None) for link in shown]
        before: QWidget = self.nothing
        for place, (line, link) in enumerate(zip(self.lines, shown, strict=True)):
            line.clicked.connect(lambda _=False, link=link: self.hand.go(link.subject))
            line.removed.connect(lambda link=link: self._remove(link))
            line.installEventFilter(self)
            self._column.insertWidget(1 + place, line)
            QWidget.setTabOrder(before, line)
            before = line
            line.show()
        QWidget.setTabOrder(before, self.others)
        QWidget.setTabOrder(self.others, self.adds)
        left = len(self.links) - len(shown)
        self.others.setVisible(left > 0)
        self.others.setText(tr("Show the other {number}", number=left))
