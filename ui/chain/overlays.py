"""Boxes over the canvas: notes, the zoom buttons, and the banner of what is in focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui import icons
from ui.plain_text import as_tip
from ui.style import wear
from ui.texts import STRONG, cut
from ui.theme import Theme, font
from ui.translation import tr

_SHORTEST: Final = 40
_LONGEST: Final = 380
"""Pixels of the name of what is in focus."""


class _Panel(QWidget):
    """A box with a border over the canvas."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def border(self) -> str:
        return self.theme.line2

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.border()), 1))
        painter.setBrush(QColor(self.theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class Note(_Panel):
    """A sentence over the canvas: what is being drawn beside the window, or which keys go on with what is in hand."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.words = words
        self._label = QLabel(words, self)
        self._label.setFont(font(12))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.addWidget(self._label)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.adjustSize()
        self.hide()

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()


class ZoomBar(_Panel):
    """Smaller, the share that is shown (pressed: 100 %), larger, everything."""

    smaller = Signal()
    larger = Signal()
    whole = Signal()
    full_size = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(1, 1, 1, 1)
        line.setSpacing(0)
        self._buttons: list[tuple[QToolButton, str]] = []
        line.addWidget(self._button("minus", tr("Smaller"), "−", self.smaller))
        self.share = QPushButton("100 %", self)
        self.share.setToolTip(tr("Show at 100 % (1)"))
        self.share.setFont(font(12))
        wear(self.share, "quiet")
        self.share.clicked.connect(self.full_size)
        line.addWidget(self.share)
        line.addWidget(self._button("plus", tr("Larger"), "+", self.larger))
        line.addWidget(self._button("scan", tr("Show everything"), "0", self.whole))
        self.apply_theme(theme)

    def _button(self, icon: str, name: str, key: str, signal: SignalInstance) -> QToolButton:
        made = QToolButton(self)
        made.setToolTip(f"{name} ({key})")
        made.setAccessibleName(name)
        made.setFixedSize(28, 28)
        made.setIconSize(QSize(15, 15))
        wear(made, "icon")
        made.clicked.connect(signal)
        self._buttons.append((made, icon))
        return made

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        for button, icon in self._buttons:
            button.setIcon(icons.icon(icon, theme.ink, 15))
        self.share.setStyleSheet("QPushButton { min-width: 30px; padding: 0 6px; margin: 0; font-weight: 400; }")
        self.update()

    def show_zoom(self, zoom: float) -> None:
        self.share.setText(f"{zoom * 100:.0f} %")
        self.share.setAccessibleName(tr("Zoom {share} %", share=f"{zoom * 100:.0f}"))


class FocusBanner(_Panel):
    """Says what is in focus while the rest is dimmed, and ends that."""

    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 1, 4, 1)
        line.setSpacing(4)
        self._before, self._name, self._after = QLabel(tr("Focus:"), self), QLabel(self), QLabel(self)
        for label in (self._before, self._name, self._after):
            label.setTextFormat(Qt.TextFormat.PlainText)
            line.addWidget(label)
        self._name.setFont(font(13, "semibold"))
        self._whole = ""
        self.button = QPushButton(tr("Show all"), self)
        self.button.setToolTip(tr("Show everything at full strength again (Esc)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        wear(self.button, "quiet")
        self.button.clicked.connect(self.ended)
        line.addWidget(self.button)
        self._key = QLabel("Esc", self)
        self._key.setFont(font(11))
        self._key.setFixedHeight(18)
        line.addWidget(self._key)
        line.addSpacing(6)
        self.hide()
        self.apply_theme(theme)

    def border(self) -> str:
        return self.theme.accent

    def say(self, name: str, after: str, why: str = "") -> None:
        """`why` is shown as a tip: what is found about it."""
        self._whole = name
        self._name.setToolTip(as_tip(why or name))
        self._after.setText(after)
        self._after.setVisible(bool(after))
        self.setFixedHeight(30)

    def fit(self, room: int) -> None:
        """Be no wider than so many pixels: the name is cut, and nothing else."""
        line = self.layout()
        others = line.minimumSize().width() - self._name.minimumSizeHint().width() if line else 0
        self._name.setText(cut(self._whole, STRONG, max(_SHORTEST, min(_LONGEST, room - others)))[0])
        self.adjustSize()

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._key.setStyleSheet(
            f"color: {theme.ink3}; border: 1px solid {theme.line2}; border-radius: 3px; padding: 0 4px;"
        )
        self.button.setStyleSheet("QPushButton { min-height: 22px; max-height: 22px; padding: 0 4px; margin: 0; }")
        self.update()
