"""What is painted around the choices of the start screen: the mark with its name, and four steps to a first PDF."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from orgmodel.model import TeamKind
from ui.icons import pixmap
from ui.marks import draw_kind
from ui.theme import Theme, font
from ui.translation import marked, tr

LEAD: Final = marked("Ten minutes to a first PDF")
STEPS: Final = (
    marked("Replace the teams with yours"),
    marked("Assign rows: A R C I"),
    marked("See the findings go"),
    marked("Send the PDF"),
)
_MARK_KINDS: Final[tuple[TeamKind, ...]] = ("application", "application-sre", "infrastructure-sre", "frontline")


class Mark(QWidget):
    """The four kinds of team and the name."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(width, 52)
        self.setAccessibleName("orgmodel")

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, kind in enumerate(_MARK_KINDS):
            box = QRectF(1 + 27 * (place % 2), 1 + 27 * (place // 2), 23, 23)
            draw_kind(painter, box, kind, self._theme, with_code=False)
        painter.setFont(font(32, "semibold"))
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(QRect(68, 0, 330, 52), Qt.AlignmentFlag.AlignVCenter, "orgmodel")


class FirstSteps(QWidget):
    """Four numbered steps from nothing to a PDF: in one line, or in as many as the width asks for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{tr(LEAD)}: " + "; ".join(map(tr, STEPS)))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 44)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 44 + self._places(width)[-1].y()

    def _places(self, width: int) -> list[QPoint]:
        """Where the lead and each step begin, the first at the top left; 32 from line to line."""
        places, x, y = [QPoint(0, 0)], _wide(tr(LEAD), bold=True) + 40, 0
        for number, step in enumerate(STEPS, 1):
            needed = 30 + _wide(tr(step))
            if x + needed > width and x > 0:
                x, y = 0, y + 32
            places.append(QPoint(x, y))
            x += needed + 16 + (32 if number < len(STEPS) else 0)
        return places

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.line2))
        lead, *places = self._places(self.width())
        self._write(painter, lead, tr(LEAD), bold=True)
        for number, (step, place) in enumerate(zip(STEPS, places, strict=True), 1):
            if number > 1 and place.x() > 0:
                arrow = pixmap("arrow-right", self._theme.ink3, 16, self.devicePixelRatioF())
                painter.drawPixmap(place + QPoint(-32, 24), arrow)
            self._number(painter, place, number)
            self._write(painter, place + QPoint(30, 0), tr(step))

    def _number(self, painter: QPainter, place: QPoint, number: int) -> None:
        ring = QRectF(place.x() + 0.75, place.y() + 21.75, 20.5, 20.5)
        painter.setPen(QPen(QColor(self._theme.ink2), 1.5))
        painter.drawEllipse(ring)
        painter.setFont(font(12, "semibold"))
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(number))

    def _write(self, painter: QPainter, place: QPoint, text: str, *, bold: bool = False) -> None:
        painter.setFont(font(13, "semibold" if bold else "regular"))
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(QRect(place.x(), place.y() + 20, 600, 24), Qt.AlignmentFlag.AlignVCenter, text)


def _wide(text: str, *, bold: bool = False) -> int:
    return QFontMetrics(font(13, "semibold" if bold else "regular")).horizontalAdvance(text)
