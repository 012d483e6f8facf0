"""How one line of the findings looks: its mark, its sentence, its code, and what can be done about it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from orgmodel.names_in_sentences import names_apart
from ui.findings.lines import ExpiredLine, FindingLine, GroupLine, Line, MissingLine, MoreLine, SectionLine
from ui.findings.places import (
    CHEVRON,
    CODE,
    FOOT,
    GAP,
    LINK,
    LINK_LINES,
    MARGIN,
    MARK,
    REMARK,
    SENTENCE,
    WRAPPED,
    Action,
    Places,
    Style,
    action_at,
    code_words,
    elided,
    height_of,
    is_waived,
    is_whole,
    link_words,
    places_in,
    side_words,
    width_of,
)
from ui.findings.tips import tip_of
from ui.icons import pixmap
from ui.marks import draw_mark
from ui.plain_text import breakable
from ui.remedies import Remedies
from ui.theme import Theme, font

LINE: Final = Qt.ItemDataRole.UserRole
_BOLD: Final[Style] = (13, "semibold")
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_COUNT_MARK: Final = 14


class FindingDelegate(QStyledItemDelegate):
    """Paints lines of `ui.findings.lines`, and says in tips what their words do."""

    def __init__(self, theme: Theme, remedies: Remedies, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self._remedies = remedies
        self._laid: dict[int, str] = {}
        """The links that lines were laid out with, by their identity: Qt asks for sizes in between, too."""

    def places(self, line: Line, rect: QRect) -> Places:
        """Where the pieces of a line stand that is painted in a rectangle."""
        return places_in(line, rect, self._link(line))

    def action_at(self, line: Line, rect: QRect, point: QPoint) -> Action | None:
        """What a press at a point of a line does; None where it only goes there."""
        return action_at(line, self.places(line, rect), point)

    def shows_whole_link(self, line: Line, rect: QRect) -> bool:
        """Whether all the words of the link are to be read."""
        return is_whole(self._link(line), self.places(line, rect).link)

    def forget_heights(self) -> None:
        """The list is laid out anew."""
        self._laid.clear()

    def is_laid_out(self, line: Line) -> bool:
        """Whether a line is as high as its link takes by now."""
        return self._laid.get(id(line)) == self._known_link(line)

    def _known_link(self, line: Line) -> str:
        """As `_link`, of what is known already: nobody has fixes worked out to lay out the list."""
        known = self._remedies.known_of(line.finding) if isinstance(line, FindingLine) and not is_waived(line) else ()
        return link_words(line, known)

    def _link(self, line: Line) -> str:
        if isinstance(line, FindingLine) and not is_waived(line):
            return link_words(line, self._remedies.latest(line.finding))
        return link_words(line, ())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE)
        painter.save()
        self._paint_ground(painter, option)
        if isinstance(line, SectionLine):
            self._paint_section(painter, option.rect, line)
        elif isinstance(line, MoreLine):
            self._write(painter, option.rect.adjusted(_left(), 0, -MARGIN, 0), line.text, LINK, self.theme.accent)
        else:
            self._paint_line(painter, option, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._width(option)
        line: Line = index.data(LINE)
        return QSize(width, height_of(line, width, self._laid.setdefault(id(line), self._known_link(line))))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        line: Line | None = index.data(LINE)
        said = tip_of(line, self.action_at(line, option.rect, event.pos())) if line else ""
        QToolTip.showText(event.globalPos(), said, view)
        return True

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect, theme, state = option.rect, self.theme, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_tint))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_section(self, painter: QPainter, rect: QRect, line: SectionLine) -> None:
        """A chevron and the title, and at the right how many there are of each kind."""
        theme, middle = self.theme, rect.center().y()
        picture = pixmap("chevron-down" if line.is_open else "chevron-right", theme.ink2, CHEVRON, 1)
        painter.drawPixmap(rect.left() + MARGIN, middle - CHEVRON // 2 + 1, picture)
        x = rect.right() - MARGIN
        for mark, count in reversed(line.counts):
            said = f"{count:,} expired" if mark == "expired" else f"{count:,}"
            x -= width_of(said, LINK)
            self._write(painter, QRect(x, rect.top(), 120, rect.height()), said, LINK, theme.ink2)
            if mark != "expired":
                x -= _COUNT_MARK + 4
                place = QRect(x, middle - _COUNT_MARK // 2 + 1, _COUNT_MARK, _COUNT_MARK)
                draw_mark(painter, place.toRectF(), mark, theme)
            x -= GAP
        title = QRect(rect.left() + MARGIN + CHEVRON + 6, rect.top(), 0, rect.height())
        title.setRight(x)
        self._write(painter, title, elided(line.title, _BOLD, title.width()), _BOLD, theme.ink)

    def _paint_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: FindingLine | GroupLine | ExpiredLine | MissingLine,
    ) -> None:
        theme, places, state = self.theme, self.places(line, option.rect), option.state
        draw_mark(painter, places.mark.toRectF(), _mark_of(line), theme)
        quiet = is_waived(line) or isinstance(line, ExpiredLine)
        self._write(painter, places.sentence, line.text, SENTENCE, theme.ink2 if quiet else theme.ink, wrapped=True)
        self._write(painter, places.remark, line.remark, REMARK, theme.ink2, wrapped=True)
        is_near = bool(state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        self._write(painter, places.code, code_words(line), CODE, theme.ink3, underlined=is_near)
        self._paint_link(painter, places, line)
        if is_near and side_words(line):
            self._write(painter, places.side, side_words(line), LINK, theme.ink2)
        if not state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(theme.line))
            bottom = option.rect.bottom()
            painter.drawLine(places.sentence.left(), bottom, option.rect.right() - MARGIN, bottom)

    def _paint_link(self, painter: QPainter, places: Places, line: Line) -> None:
        place = places.link
        if isinstance(line, GroupLine):
            picture = pixmap("chevron-down" if line.is_open else "chevron-right", self.theme.accent, CHEVRON, 1)
            painter.drawPixmap(place.left(), place.top() + 1, picture)
            place = place.adjusted(CHEVRON + 4, 0, 0, 0)
        link = self._link(line).strip()
        if place.height() > FOOT:
            said = link if is_whole(link, place) else elided(link, LINK, place.width() * LINK_LINES * 7 // 8)
            self._write(painter, place, said, LINK, self.theme.accent, wrapped=True)
        else:
            self._write(painter, place, elided(link, LINK, place.width()), LINK, self.theme.accent)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        style: Style,
        colour: str,
        *,
        wrapped: bool = False,
        underlined: bool = False,
    ) -> None:
        if text:
            face = QFont(font(*style))
            face.setUnderline(underlined)
            painter.setFont(face)
            painter.setPen(QColor(colour))
            painter.drawText(
                rect, int(WRAPPED) if wrapped else _MIDDLE, breakable(text) if wrapped else names_apart(text)
            )

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListView) else option.rect.width()


def _left() -> int:
    """Where sentences begin."""
    return MARGIN + MARK + GAP


def _mark_of(line: FindingLine | GroupLine | ExpiredLine | MissingLine) -> str:
    if isinstance(line, MissingLine):
        return "not-assessed"
    if isinstance(line, GroupLine):
        return line.findings[0].severity
    return "waived" if isinstance(line, ExpiredLine) or line.finding.waived else line.finding.severity
