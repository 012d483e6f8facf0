"""How one line of the findings looks: its mark, its sentence, its code, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.findings.lines import FindingLine, GroupLine, Heading, Line, MissingLine
from ui.icons import pixmap
from ui.marks import draw_mark
from ui.theme import Theme, font

LINE: Final = Qt.ItemDataRole.UserRole
Action = Literal["fix", "waive"]

MARGIN, MARK, GAP, TOP, BETWEEN, BOTTOM = 12, 16, 8, 7, 2, 8
FOOT, HEADING, INDENT, CHEVRON = 16, 32, 24, 14
WRAPPED: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where the pieces of one line stand; `fix` holds what opens a group where the line is one."""

    mark: QRect
    sentence: QRect
    code: QRect
    fix: QRect
    waive: QRect


class FindingDelegate(QStyledItemDelegate):
    """Paints lines of `ui.findings.lines`; `action_at` says which of its words a click hit."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self._sentence, self._small, self._link = font(13), font(11), font(12, "medium")
        self._bold = font(13, "semibold")

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE)
        painter.save()
        if isinstance(line, Heading):
            self._paint_heading(painter, option.rect, line)
        else:
            self._paint_line(painter, option, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._width(option)
        return QSize(width, self._height(index.data(LINE), width))

    def action_at(self, line: Line, rect: QRect, point: QPoint) -> Action | None:
        """The action whose words stand at a point of a line that is painted in a rectangle; None elsewhere."""
        if not isinstance(line, FindingLine):
            return None
        parts = self._parts(line, rect)
        if line.finding.fixes and parts.fix.contains(point):
            return "fix"
        if line.finding.waived is None and parts.waive.contains(point):
            return "waive"
        return None

    def shows_whole_fix(self, line: FindingLine, rect: QRect) -> bool:
        """Whether all the words of the fix are to be read in a line that is painted in a rectangle."""
        return self._fix_width(line) <= self._parts(line, rect).fix.width()

    def _fix_width(self, line: FindingLine) -> int:
        return QFontMetrics(self._link).horizontalAdvance(fix_words(line)) + 2

    def _paint_heading(self, painter: QPainter, rect: QRect, line: Heading) -> None:
        painter.setFont(self._bold)
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(rect.adjusted(MARGIN, 8, -MARGIN, 0), Qt.AlignmentFlag.AlignVCenter, line.text)

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, line: FindingLine | GroupLine | MissingLine
    ) -> None:
        rect, theme = option.rect, self.theme
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(theme.accent_tint))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        parts = self._parts(line, rect)
        waived = isinstance(line, FindingLine) and line.finding.waived is not None
        draw_mark(painter, parts.mark.toRectF(), _mark_of(line), theme)
        self._write(painter, parts.sentence, line.text, self._sentence, theme.ink2 if waived else theme.ink)
        self._write(painter, parts.code, _code_of(line), self._small, theme.ink3)
        if isinstance(line, GroupLine):
            self._paint_chevron(painter, parts.fix, is_open=line.is_open)
        if isinstance(line, FindingLine):
            if line.finding.fixes:
                shown = QFontMetrics(self._link).elidedText(
                    fix_words(line), Qt.TextElideMode.ElideRight, parts.fix.width()
                )
                self._write(painter, parts.fix, shown, self._link, theme.accent)
            if selected and not waived:
                self._write(painter, parts.waive, "Waive…", self._link, theme.ink2)
        painter.setPen(QColor(theme.line))
        painter.drawLine(parts.sentence.left(), rect.bottom(), rect.right() - MARGIN, rect.bottom())
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_chevron(self, painter: QPainter, rect: QRect, *, is_open: bool) -> None:
        picture = pixmap("chevron-down" if is_open else "chevron-right", self.theme.accent, CHEVRON, 1)
        painter.drawPixmap(rect.left(), rect.top() + 1, picture)
        shown = rect.adjusted(CHEVRON + 4, 0, 80, 0)
        self._write(painter, shown, "Hide them" if is_open else "Show them", self._link, self.theme.accent)

    def _write(self, painter: QPainter, rect: QRect, text: str, face: QFont, colour: str) -> None:
        painter.setFont(face)
        painter.setPen(QColor(colour))
        painter.drawText(rect, int(WRAPPED), text)

    def _parts(self, line: FindingLine | GroupLine | MissingLine, rect: QRect) -> _Parts:
        start = rect.left() + MARGIN + _indent(line)
        left = start + MARK + GAP
        width = rect.right() - MARGIN - left
        foot = rect.bottom() - BOTTOM - FOOT + 1
        code = QFontMetrics(self._small).horizontalAdvance("GAP001 ") + 6
        waive = QFontMetrics(self._link).horizontalAdvance("Waive…") + 2
        wanted = self._fix_width(line) if isinstance(line, FindingLine) else 0
        room = width - code - waive - GAP
        return _Parts(
            QRect(start, rect.top() + TOP + 1, MARK, MARK),
            QRect(left, rect.top() + TOP, width, rect.height() - TOP - BOTTOM - FOOT - BETWEEN),
            QRect(left, foot + 1, code, FOOT),
            QRect(left + code, foot, min(wanted, room), FOOT),
            QRect(rect.right() - MARGIN - waive, foot, waive, FOOT),
        )

    def _height(self, line: Line, width: int) -> int:
        if isinstance(line, Heading):
            return HEADING
        inner = QRect(0, 0, width - MARGIN - _indent(line) - MARK - GAP - MARGIN, 10_000)
        text = QFontMetrics(self._sentence).boundingRect(inner, int(WRAPPED), line.text)
        return TOP + text.height() + BETWEEN + FOOT + BOTTOM

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListView) else option.rect.width()


def fix_words(line: FindingLine) -> str:
    """The first fix, or what the choice is among when there are several: `Assign A to Web Application SRE, or…`."""
    fixes = line.finding.fixes
    if not fixes:
        return ""
    return fixes[0].label if len(fixes) == 1 else f"{fixes[0].label}, or…"


def _indent(line: Line) -> int:
    return INDENT if isinstance(line, FindingLine) and line.is_within else 0


def _mark_of(line: FindingLine | GroupLine | MissingLine) -> str:
    if isinstance(line, MissingLine):
        return "not-assessed"
    if isinstance(line, GroupLine):
        return line.findings[0].severity
    return "waived" if line.finding.waived else line.finding.severity


def _code_of(line: FindingLine | GroupLine | MissingLine) -> str:
    if isinstance(line, MissingLine):
        return line.missing.code
    return line.findings[0].code if isinstance(line, GroupLine) else line.finding.code
