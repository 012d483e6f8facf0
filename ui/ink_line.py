"""A line of words and marks, painted: what a rich-text label would be, without markup and without its cost."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orgmodel.model.value import value
from orgmodel.names_in_sentences import names_apart
from ui.icons import pixmap
from ui.marks import draw_mark
from ui.plain_text import as_tip
from ui.theme import Theme, Weight, font


@value
class Words:
    """Some text; `tone` is a token of the theme."""

    text: str
    tone: str = "ink2"
    weight: Weight = "regular"


@value
class Sign:
    """A mark of a finding, or an icon, with the word that it stands for."""

    name: str
    word: str = ""
    icon: bool = False


@value
class Space:
    """Some pixels of nothing, with a hairline in their middle where `ruled`."""

    pixels: int
    ruled: bool = False


Piece = Words | Sign | Space
_SIGN = 14
_SIGN_GAP = 4


class InkLine(QWidget):
    """Shows its pieces in one line; what does not fit ends in “…” and stands whole in the tip."""

    def __init__(self, theme: Theme, pixels: int = 12, *, firm: bool = False, widest: int = 10_000) -> None:
        super().__init__()
        self._widest = widest
        self._theme = theme
        self._pixels = pixels
        self._firm = firm
        self.pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if firm else QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )

    def set_widest(self, widest: int) -> None:
        """Take no more room than this, in pixels."""
        if widest != self._widest:
            self._widest = widest
            self.updateGeometry()

    def show_pieces(self, *pieces: Piece) -> None:
        if pieces != self.pieces:
            self.pieces = pieces
            text = self.text()
            self.setAccessibleName(text)
            self.setToolTip(as_tip(text))
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """What it says, in words alone."""
        said = (
            piece.text if isinstance(piece, Words) else piece.word if isinstance(piece, Sign) else " "
            for piece in self.pieces
        )
        return " ".join(names_apart("".join(said)).split())

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = margins.left() + sum(self._width(piece) for piece in self.pieces) + margins.right()
        return QSize(min(width, self._widest), _metrics(self._pixels).height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._firm else QSize(0, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_pieces(painter, self.pieces, self.contentsRect(), self._theme, self._pixels)

    def _width(self, piece: Piece) -> int:
        return width_of(piece, self._pixels)


@cache
def _metrics(pixels: int, weight: Weight = "regular") -> QFontMetrics:
    return QFontMetrics(font(pixels, weight))


@lru_cache(maxsize=1_000)
def width_of(piece: Piece, pixels: int) -> int:
    """In pixels; remembered, for layouts ask a dozen times and shaping text is what a line of it costs."""
    if isinstance(piece, Words):
        return _metrics(pixels, piece.weight).horizontalAdvance(names_apart(piece.text)) + 1
    return piece.pixels if isinstance(piece, Space) else _SIGN + _SIGN_GAP


def draw_pieces(painter: QPainter, pieces: tuple[Piece, ...], place: QRect, theme: Theme, pixels: int = 12) -> None:
    """The pieces from the left, in the middle of the place's height; what does not fit ends in “…”."""
    x = place.left()
    for piece in pieces:
        box = QRect(x, place.top(), min(width_of(piece, pixels), place.right() + 1 - x), place.height())
        if box.width() <= 0:
            break
        if isinstance(piece, Words):
            _draw_words(painter, piece, box, theme, pixels)
        elif isinstance(piece, Sign):
            _draw_sign(painter, piece, box, theme)
        elif piece.ruled:
            painter.fillRect(box.center().x(), box.center().y() - 6, 1, 14, QColor(theme.line2))
        x += box.width()


def _draw_words(painter: QPainter, piece: Words, box: QRect, theme: Theme, pixels: int) -> None:
    painter.setFont(font(pixels, piece.weight))
    painter.setPen(QColor(getattr(theme, piece.tone)))
    fitting = _metrics(pixels, piece.weight).elidedText(
        names_apart(piece.text), Qt.TextElideMode.ElideRight, box.width()
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)


def _draw_sign(painter: QPainter, piece: Sign, box: QRect, theme: Theme) -> None:
    square = QRectF(box.left(), box.top() + (box.height() - _SIGN) // 2, _SIGN, _SIGN)
    if piece.icon:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(square.topLeft(), pixmap(piece.name, theme.ink2, _SIGN, ratio))
    else:
        draw_mark(painter, square, piece.name, theme)
