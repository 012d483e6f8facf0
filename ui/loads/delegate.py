"""How one team's load looks: glyph, name, bar and figure, and under them the sum in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from orgmodel.names_in_sentences import names_apart
from ui.loads.bars import AT_LEAST, LoadBar
from ui.marks import draw_kind, draw_mark
from ui.painted_lines import Index, PaintedLines
from ui.texts import BODY, STRONG, cut, width_of, write
from ui.theme import Theme, font

BAR: Final = Qt.ItemDataRole.UserRole
MARGIN: Final = 12
_GLYPH: Final = 20
_NAME: Final = 220
_FIGURE: Final = 112
_HEAD: Final = 28
_FOOT: Final = 7
_BAR: Final = 10
_LEFT: Final = MARGIN + _GLYPH + 8
WRAPPED: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class LoadLines(PaintedLines):
    """Paints a `LoadBar`; bars begin and end at the same places in every line, so that they compare."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, self._paint, parent)
        self._small = font(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        inner = QRect(0, 0, width - _LEFT - MARGIN, 10_000)
        said = QFontMetrics(self._small).boundingRect(inner, int(WRAPPED), names_apart(index.data(BAR).said))
        return QSize(width, _HEAD + said.height() + _FOOT)

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
        rect, bar = option.rect, index.data(BAR)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, QColor(theme.accent_tint))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        middle = rect.top() + _HEAD / 2 + 1
        draw_kind(painter, QRectF(rect.left() + MARGIN, middle - _GLYPH / 2, _GLYPH, _GLYPH), bar.kind, theme)
        name = cut(bar.name, BODY, _NAME - 12)[0]
        write(painter, (rect.left() + _LEFT, middle), name, BODY, theme.ink)
        self._draw_bar(painter, rect, middle, bar)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.ink2))
        painter.drawText(rect.adjusted(_LEFT, _HEAD, -MARGIN, 0), int(WRAPPED), names_apart(bar.said))
        painter.fillRect(
            QRect(rect.left() + _LEFT, rect.bottom(), rect.width() - _LEFT - MARGIN, 1), QColor(theme.line)
        )
        if is_selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _draw_bar(self, painter: QPainter, rect: QRect, middle: float, bar: LoadBar) -> None:
        """Solid; with a dashed end where there may be more, and a dashed frame alone where it is unknown."""
        theme, start = self.theme, rect.left() + _LEFT + _NAME
        place = QRectF(start, middle - _BAR / 2, rect.right() - MARGIN - _FIGURE - start, _BAR)
        dashed = QPen(QColor(theme.control), 1)
        dashed.setDashPattern([3, 3])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if bar.amount is None:
            painter.setPen(dashed)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
            left = rect.right() - MARGIN - width_of(bar.figure, BODY)
            draw_mark(painter, QRectF(left - 20, middle - 7, 14, 14), "not-assessed", theme)
            write(painter, (left, middle), bar.figure, BODY, theme.ink2)
            return
        solid = QRectF(place.left(), place.top(), max(1.0, place.width() * bar.share), _BAR)
        painter.fillRect(solid, QColor(theme.kinds[bar.kind]))
        if bar.is_least:
            painter.setPen(dashed)
            more = QRectF(solid.right(), solid.top(), min(24.0, place.right() - solid.right()), _BAR)
            painter.drawRect(more.adjusted(0.5, 0.5, -0.5, -0.5))
        number = bar.figure.removeprefix(AT_LEAST)
        least = bar.figure.removesuffix(number).rstrip()
        left = rect.right() - MARGIN - width_of(number, STRONG)
        write(painter, (left, middle), number, STRONG, theme.ink)
        if least:
            write(painter, (left - width_of(f"{least} ", BODY), middle), least, BODY, theme.ink2)
