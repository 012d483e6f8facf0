"""The strip above the board, 40 high: what stands together, which bars are drawn, what is looked for."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from orgmodel.diagram.board_groups import Grouping
from orgmodel.diagram.board_places import Bars
from ui import icons
from ui.chips import Chip
from ui.filter_field import FilterField
from ui.fitting_row import FittingRow
from ui.picker import Picker
from ui.style import wear
from ui.texts import SMALL, width_of, write
from ui.theme import Theme, font
from ui.translation import marked, tr

STRIP_HEIGHT: Final = 40
GROUPINGS: Final[tuple[tuple[Grouping, str], ...]] = (
    ("product", marked("Product")),
    ("kind", marked("Kind")),
    ("parent", marked("Parent")),
)
BARS: Final[tuple[tuple[Bars, str], ...]] = (
    ("both", marked("Rows and operations")),
    ("rows", marked("Rows")),
    ("operations", marked("Operations")),
    ("none", marked("No bars")),
)


class BoardTools(QWidget):
    """What is chosen here is emitted; the lens does it."""

    grouped = Signal(str)
    bars_chosen = Signal(str)
    sought = Signal(str, bool)
    """The words, and whether what does not match is hidden rather than dimmed."""
    team_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(STRIP_HEIGHT)
        self.grouping = self._picker(tr("Group by"), GROUPINGS, "product", 92)
        self.bars = self._picker(tr("Bars show"), BARS, "both", 156)
        self.field = FilterField(
            theme, tr("Find on the board"), tr("Find teams and rows by words of their name (Ctrl+F)"), self
        )
        self.field.setMaximumWidth(220)
        self.only = Chip(theme, tr("Hide others"), parent=self)
        self.only.setToolTip(tr("Hide the teams where nothing matches, instead of dimming them"))
        self.only.setEnabled(False)
        self.shown = self._label("")
        self.legend = BarsLegend(theme, self)
        self.team = QPushButton(tr("Team"), self)
        self.team.setToolTip(tr("A new team (Ctrl+Shift+T)"))
        self.team.setIconSize(QSize(15, 15))
        wear(self.team, "quiet")
        self._words = (self._label(tr("Group by")), self._label(tr("Bars show")))
        self._arrange()
        self._connect()
        self._paint_icons()

    def _picker(self, name: str, things: tuple[tuple[str, str], ...], value: str, width: int) -> Picker:
        made = Picker(name, self._theme)
        made.offer(((each, tr(text)) for each, text in things), value)
        made.setFixedSize(width, 26)
        return made

    def _label(self, text: str) -> QLabel:
        made = QLabel(text, self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setFont(font(12))
        return made

    def _arrange(self) -> None:
        line = FittingRow(self, self._theme)
        line.setContentsMargins(16, 0, 12, 1)
        line.setSpacing(8)
        line.addWidget(self._words[0])
        line.addWidget(self.grouping)
        line.addWidget(self._words[1])
        line.addWidget(self.bars)
        line.addWidget(self.field, 10)
        line.addWidget(self.only)
        line.addWidget(self.shown)
        line.addStretch(1)
        line.addWidget(self.legend)
        line.addWidget(self.team)
        line.fold(self.shown, self.bars, self.only, self.grouping)
        self._row = line

    def _connect(self) -> None:
        self.grouping.picked.connect(self.grouped.emit)
        self.bars.picked.connect(self.bars_chosen.emit)
        self.field.textChanged.connect(lambda _: self._seek())
        self.only.toggled.connect(lambda _: self._seek())
        self.team.clicked.connect(self.team_wanted)

    def _seek(self) -> None:
        text = self.field.text().strip()
        self.only.setEnabled(bool(text))
        self.sought.emit(text, self.only.isChecked())

    def clear(self) -> None:
        """Look for nothing: everything is shown."""
        self.only.setChecked(False)
        self.field.clear()

    def say_shown(self, said: str) -> None:
        """`12 of 40 shown`, or nothing."""
        self.shown.setText(said)
        self._fit()

    def show_limit(self, limit: float) -> None:
        self.legend.show_limit(limit, cast("Bars", self.bars.value or "both"))
        self._fit()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._row.apply_theme(theme)
        self.field.apply_theme(theme)
        for part in (self.grouping, self.bars, self.only, self.legend):
            part.theme = theme
            part.update()
        self._paint_icons()
        self.update()

    def _paint_icons(self) -> None:
        self.team.setIcon(icons.icon("plus", self._theme.ink, 15))
        for label in (*self._words, self.shown):
            label.setStyleSheet(f"color: {self._theme.ink2}; background: transparent")

    def _fit(self) -> None:
        """Where the strip is narrow the legend goes first, then the words before the choices."""
        fixed = 28 + self.grouping.width() + self.bars.width() + self.only.sizeHint().width() + 120 + 7 * 8
        fixed += self.team.sizeHint().width() + self.shown.sizeHint().width()
        words = sum(label.sizeHint().width() + 8 for label in self._words)
        self.legend.setVisible(self.width() >= fixed + words + self.legend.sizeHint().width() + 40)
        for label in self._words:
            label.setVisible(self.width() >= fixed + words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))


class BarsLegend(QWidget):
    """What the bars mean: answers (A), does (R), and the limit of operations."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._limit, self._bars = 50.0, "both"
        self.setFixedHeight(26)

    def show_limit(self, limit: float, bars: Bars) -> None:
        self._limit, self._bars = limit, bars
        self.setFixedWidth(self.sizeHint().width())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(23 + width_of(text, SMALL) + 14 for _, text in self._entries())), 26)

    def _entries(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        if self._bars in ("both", "rows"):
            found += [("solid", tr("answers (A)")), ("ring", tr("does (R)"))]
        if self._bars in ("both", "operations"):
            found.append(("tick", tr("limit {limit} %", limit=f"{self._limit:g}")))
        return found

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0.0, self.height() / 2
        ink = QColor(self.theme.ink2)
        for sign, text in self._entries():
            if sign == "solid":
                painter.fillRect(QRectF(x, middle - 5, 18, 10), ink)
            elif sign == "ring":
                painter.setPen(QPen(ink, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(x + 0.75, middle - 4.25, 16.5, 8.5))
            else:
                painter.fillRect(QRectF(x + 8, middle - 7, 2, 14), QColor(self.theme.ink))
                painter.fillRect(QRectF(x + 5, middle - 7, 8, 2), QColor(self.theme.ink))
            write(painter, (x + 23, middle), text, SMALL, self.theme.ink2)
            x += 23 + width_of(text, SMALL) + 14
