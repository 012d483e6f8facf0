"""The bar over the lenses: which one is shown, undo and redo, and the chart to give away."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.actions import Actions
from ui.go_to_button import GoToButton
from ui.icons import icon, pixmap
from ui.pane import PanePlace
from ui.style import wear
from ui.theme import Theme, font
from ui.translation import tr

HEIGHT = 48
_EDGES = 8 + 9 + 8 + 8


class LensButton(QAbstractButton):
    """An icon and a name; the current one is semibold over a line in the accent."""

    def __init__(self, place: PanePlace, theme: Theme, shortcut: str) -> None:
        super().__init__()
        self._icon, self._theme = place.icon, theme
        self._is_short = False
        self.setText(tr(place.name))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setToolTip(f"{self.text()} ({shortcut})")
        self.setAccessibleName(self.text())

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_short(self, *, short: bool) -> None:
        """Show the icon alone, where the window is narrow."""
        if short != self._is_short:
            self._is_short = short
            self.updateGeometry()
            self.update()

    def width_when(self, *, short: bool) -> int:
        return 42 if short else 50 + QFontMetrics(font(13, "semibold")).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        return QSize(self.width_when(short=self._is_short), HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        theme, middle = self._theme, self.height() // 2
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), QColor(theme.hover))
        ink = theme.ink if self.isChecked() else theme.ink2
        painter.drawPixmap(12, middle - 9, pixmap(self._icon, ink, 18, self.devicePixelRatioF()))
        if not self._is_short:
            painter.setFont(font(13, "semibold" if self.isChecked() else "regular"))
            painter.setPen(ink)
            painter.drawText(QRect(38, 0, self.width() - 38, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.isChecked():
            painter.fillRect(8, self.height() - 3, self.width() - 16, 3, QColor(theme.accent))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(3, 7, -3, -7), 4, 4)


class LensBar(QWidget):
    """48 high; its buttons press the window's actions."""

    def __init__(self, places: tuple[PanePlace, ...], actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 9, 1)
        row.setSpacing(0)
        self.lenses: dict[str, LensButton] = {}
        for place in places:
            action = actions[place.action]
            button = LensButton(place, theme, action.shortcut().toString())
            button.clicked.connect(action.trigger)
            row.addWidget(button)
            self.lenses[place.action] = button
        row.addStretch(1)
        self._steps = {name: _step_button() for name in ("undo", "redo")}
        for name, step in self._steps.items():
            step.setDefaultAction(actions[name])
            row.addWidget(step)
        self.export = QPushButton(tr("Export PDF…"))
        self.export.setAccessibleName(self.export.text())
        self.export.setToolTip(f"{self.export.text()} ({actions['export-pdf'].shortcut().toString()})")
        self.export.setIconSize(QSize(16, 16))
        self.export.clicked.connect(actions["export-pdf"].trigger)
        row.addSpacing(8)
        self.go_to = GoToButton(actions["go-to"], theme)
        row.addWidget(self.go_to)
        row.addSpacing(8)
        row.addWidget(self.export)
        self.apply_theme(theme)

    def show_lens(self, action: str) -> None:
        for name, button in self.lenses.items():
            button.setChecked(name == action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the window is narrow, the field, the export and then the lenses shrink to their icons."""
        spare = self.width() - _EDGES - sum(step.sizeHint().width() for step in self._steps.values())
        spare -= sum(button.width_when(short=False) for button in self.lenses.values())
        exported = tr("Export PDF…")
        full = 48 + QFontMetrics(self.export.font()).horizontalAdvance(exported)
        self.export.setText(exported if spare >= full + self.go_to.narrow_width() else "")
        spare -= self.export.sizeHint().width()
        self.go_to.set_narrow(narrow=spare < self.go_to.least_width())
        spare -= self.go_to.minimumSizeHint().width()
        for button in self.lenses.values():
            button.set_short(short=spare < 0)

    def show_steps(self) -> None:
        """Say by name what undo and redo would do."""
        for step in self._steps.values():
            action = step.defaultAction()
            step.setAccessibleName(action.iconText())

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self.lenses.values():
            button.apply_theme(theme)
        self.go_to.apply_theme(theme)
        for name, step in self._steps.items():
            step.defaultAction().setIcon(icon(f"{name}-2", theme.ink))
        self.export.setIcon(icon("file-down", theme.ink))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line2))


def _step_button() -> QToolButton:
    button = QToolButton()
    wear(button, "icon")
    button.setIconSize(QSize(16, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
