"""The legend of the chain: the signs that are on the canvas, and how much of everything is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from orgmodel.diagram.shapes import ChainDiagram
from ui.chain.painting import paint_pin
from ui.chain.words import SMALL
from ui.marks import draw_mark
from ui.texts import width_of, write
from ui.theme import Theme, with_alpha
from ui.translation import tr

_LINE: Final = 30
_SIGN: Final = 15
_GAP: Final = 6
_BETWEEN: Final = 20

_LINES: Final = ("always", "condition", "inform")

Signs = tuple[tuple[str, str], ...]
"""Each `always`, `condition`, `inform`, `pin` or the name of a mark, with its word."""


def signs_of(diagram: ChainDiagram, *, has_placed: bool, with_arrows: bool) -> Signs:
    """What is on the canvas, and no more."""
    arrows = diagram.arrows if with_arrows else ()
    signs = (
        ("always", tr("every page"), bool(arrows)),
        ("condition", tr("some pages"), any(arrow.conditional for arrow in arrows)),
        ("inform", tr("is told"), any(arrow.inform for arrow in arrows)),
        ("page-lost", tr("a page is lost"), any(arrow.is_lost for arrow in arrows)),
        ("two-owners", tr("shares an A"), any(card.shared for card in diagram.cards)),
        ("nobody", tr("nobody"), bool(diagram.nobody)),
        ("pin", tr("put here by hand"), has_placed),
    )
    return tuple((sign, word) for sign, word, is_there in signs if is_there)


class Legend(QWidget):
    """The signs that are on the canvas, each with its word, and how much of everything is shown."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.totals = ""
        self.is_folded = False
        """Whether the totals are left out, where there is little room between the cards."""
        self.signs: Signs = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def show_signs(self, signs: Signs, totals: str) -> None:
        self.signs, self.totals = signs, totals
        words = ", ".join(word for _, word in signs)
        self.setAccessibleName(tr("Legend: {words}. {totals}", words=words, totals=totals))
        self.resize(self.sizeHint())
        self.update()

    def fold(self, *, folded: bool) -> None:
        if folded != self.is_folded:
            self.is_folded = folded
            self.update()

    def sizeHint(self) -> QSize:
        widths = [self._sign_width(name) + _GAP + width_of(word, SMALL) + _BETWEEN for name, word in self.signs]
        totals = 0 if self.is_folded else width_of(self.totals, SMALL)
        return QSize(round(sum(widths) + totals) + 8, 24)

    @staticmethod
    def _sign_width(name: str) -> int:
        return _LINE if name in _LINES else _SIGN

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Cards of a large chain pass under it.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(with_alpha(self.theme.paper, 0.92))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        x, middle = 4.0, self.height() / 2
        for name, word in self.signs:
            if name in _LINES:
                painter.setPen(self._pen(name))
                painter.drawLine(QLineF(x, middle, x + _LINE, middle))
            elif name == "pin":
                paint_pin(painter, QPointF(x + _SIGN / 2, middle + 6), self.theme)
            else:
                draw_mark(painter, QRectF(x, middle - _SIGN / 2, _SIGN, _SIGN), name, self.theme)
            x += self._sign_width(name) + _GAP
            write(painter, (x, middle), word, SMALL, self.theme.ink2)
            x += width_of(word, SMALL) + _BETWEEN
        if not self.is_folded:
            write(painter, (x, middle), self.totals, SMALL, self.theme.ink2)

    def _pen(self, line: str) -> QPen:
        pen = QPen(QColor(self.theme.ink2), 1) if line == "inform" else QPen(QColor(self.theme.ink), 2)
        if line == "condition":
            pen.setDashPattern([3.5, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen
