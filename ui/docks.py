"""The docks at the right: a head and a body that is made when it is needed; a rail of counts when all are closed."""

from __future__ import annotations

from typing import Final, Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.ink_line import InkLine, Words
from ui.pane import PanePlace
from ui.session import Session
from ui.settings import Settings
from ui.style import wear
from ui.theme import Theme
from ui.translation import plural, tr

WIDTH: Final = 344
NARROWEST: Final = 280
WIDEST: Final = 480
HEAD: Final = 32


class Panel(Protocol):
    """The body of a dock: a widget made with (session, theme)."""

    caption_changed: SignalInstance
    """What stands beside the dock's name from now on."""
    shown: SignalInstance
    """A subject that somebody asked to see in the lens."""

    head: tuple[QWidget, ...]
    """What stands in the dock's head, before the button that closes it."""

    @property
    def caption(self) -> str: ...

    def recall(self, settings: Settings) -> None:
        """Look as it was left in another run, and remember how it is left in this one."""

    def apply_theme(self, theme: Theme) -> None: ...

    def focus_first(self) -> None:
        """Put the keyboard where work in it begins."""


DOCKS: Final = (
    PanePlace("dock-inspector", "Inspector", "sliders-horizontal", "ui.inspector", "InspectorPanel"),
    PanePlace("dock-findings", "Findings", "triangle-alert", "ui.findings", "FindingsPanel"),
)


class Dock(QWidget):
    """One dock: its head says its name and a few words of what is in it."""

    closed = Signal()
    shown = Signal(str)
    """A subject to bring into view in the lens."""

    def __init__(self, place: PanePlace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.body: QWidget | None = None
        self._theme = theme
        self.head = InkLine(theme, 13)
        self.close_button = QToolButton()
        wear(self.close_button, "small-icon")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.setAccessibleName(tr("Close {dock}", dock=tr(place.name)))
        self.close_button.setToolTip(tr("Close {dock}; View opens it again", dock=tr(place.name)))
        self.close_button.clicked.connect(self.closed)
        self._head_row = QHBoxLayout()
        self._head_row.setContentsMargins(12, 0, 6, 0)
        self._head_row.setSpacing(4)
        self._head_row.addWidget(self.head, 1)
        self._head_row.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        top = QWidget()
        top.setFixedHeight(HEAD)
        top.setLayout(self._head_row)
        self._column.addWidget(top)
        self._column.addStretch(1)
        self._paint_icons()
        self.say("")

    def say(self, words: str) -> None:
        """Show some words after the name: what is selected, how many there are."""
        self.head.show_pieces(Words(tr(self.place.name), "ink", "semibold"), Words("  "), Words(words, "ink3"))

    def mount(self, session: Session, settings: Settings) -> None:
        """Make the body; nothing where it is there already."""
        if self.body is not None:
            return
        self.body = self.place.make(session, self._theme)
        panel = cast("Panel", self.body)
        panel.caption_changed.connect(self.say)
        panel.shown.connect(self.shown)
        panel.recall(settings)
        for part in panel.head:
            self._head_row.insertWidget(self._head_row.count() - 1, part)
        self.say(panel.caption)
        self._column.takeAt(1)
        self._column.addWidget(self.body, 1)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.head.apply_theme(theme)
        self._paint_icons()
        if self.body is not None:
            cast("Panel", self.body).apply_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def _paint_icons(self) -> None:
        self.close_button.setIcon(icon("x", self._theme.ink2))


class DockColumn(QSplitter):
    """The docks, one over the other; hidden when all are closed."""

    escaped = Signal()
    """Esc was pressed in a dock, and nothing in it had a use for it."""
    changed = Signal()
    """A dock was closed or opened."""
    shown = Signal(str)
    """A subject to bring into view in the lens."""

    def __init__(
        self, places: tuple[PanePlace, ...], theme: Theme, closed: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.docks = {place.action: Dock(place, theme) for place in places}
        for action, dock in self.docks.items():
            self.addWidget(dock)
            dock.setMinimumHeight(HEAD * 3)
            if action in closed:
                dock.hide()
            dock.shown.connect(self.shown)
            dock.closed.connect(lambda action=action: self.open(action, wanted=False))
        self._beside: tuple[str, ...] | None = None
        """Which docks are open while there is room for them; None while there is."""
        self.even_out()
        if not self.open_docks():
            self.hide()

    @property
    def are_alone(self) -> bool:
        """Whether there is room for one dock at most."""
        return self._beside is not None

    def show_alone(self, *, alone: bool) -> None:
        """Close all, and show one at a time from now on; or show those again that were open before that."""
        if alone == self.are_alone:
            return
        shown = () if alone else self._beside or ()
        self._beside = self.open_docks() if alone else None
        for action, dock in self.docks.items():
            dock.setVisible(action in shown)
        self.changed.emit()

    def open_docks(self) -> tuple[str, ...]:
        return tuple(action for action, dock in self.docks.items() if not dock.isHidden())

    def open(self, action: str, *, wanted: bool) -> None:
        """Open or close a dock."""
        if action in self.docks and (action in self.open_docks()) != wanted:
            for other in self.open_docks() if wanted and self.are_alone else ():
                self.docks[other].hide()
            self.docks[action].setVisible(wanted)
            self.setVisible(bool(self.open_docks()))
            self.changed.emit()

    def open_all(self) -> None:
        """Open every dock; where there is room for one at most, each is open again once there is room."""
        if self.are_alone:
            self._beside = tuple(self.docks)
            return
        for action in self.docks:
            self.open(action, wanted=True)

    def has_keyboard(self, action: str) -> bool:
        """Whether the keyboard is in this dock."""
        dock, focused = self.docks.get(action), self.window().focusWidget()
        return dock is not None and focused is not None and dock.isAncestorOf(focused)

    def recall(self, settings: Settings) -> None:
        """Open and close the docks, and share the height among them, as they were left last."""
        if self.are_alone:
            self._beside = tuple(action for action in self.docks if action not in settings.closed_docks)
            return
        for action in self.docks:
            self.open(action, wanted=action not in settings.closed_docks)
        if settings.dock_heights and len(settings.dock_heights) == len(self.docks):
            self.setSizes(settings.dock_heights)

    def even_out(self) -> None:
        """Give every dock the same height."""
        self.setSizes([360] * len(self.docks))

    def mount(self, session: Session, settings: Settings) -> None:
        """Make the bodies of the docks that are open."""
        for action in self.open_docks():
            self.docks[action].mount(session, settings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def apply_theme(self, theme: Theme) -> None:
        for dock in self.docks.values():
            dock.apply_theme(theme)


class Rail(QWidget):
    """What stands in the place of closed docks: a button for each, and how many findings there are."""

    opened = Signal(str)
    closed = Signal(str)
    """The dock whose button was pressed once more."""

    def __init__(self, places: tuple[PanePlace, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedWidth(44)
        self._places = places
        self.buttons = {place.action: _rail_button(place) for place in places}
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(8)
        for action, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda on, action=action: (self.opened if on else self.closed).emit(action))
            column.addWidget(button)
        column.addStretch(1)

    def tick(self, opened: tuple[str, ...]) -> None:
        """Show which docks are open, where they lie over the lens."""
        for action, button in self.buttons.items():
            button.setChecked(action in opened)

    def show_counts(self, errors: int, warnings: int) -> None:
        findings = self.buttons.get("dock-findings")
        if findings:
            findings.setText(str(errors + warnings))
            findings.setAccessibleName(
                tr(
                    "Open Findings: {errors}, {warnings}",
                    errors=plural(errors, "1 error", "{count} errors"),
                    warnings=plural(warnings, "1 warning", "{count} warnings"),
                )
            )

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._paint_icons()
        self.update()

    def _paint_icons(self) -> None:
        for place in self._places:
            self.buttons[place.action].setIcon(icon(place.icon, self._theme.ink2, 18))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._paint_icons()

    def paintEvent(self, _: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 1, self.height(), QColor(self._theme.line2))


def _rail_button(place: PanePlace) -> QToolButton:
    button = QToolButton()
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setIconSize(QSize(18, 18))
    button.setFixedSize(36, 44)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(tr("Open {dock}", dock=tr(place.name)))
    button.setToolTip(button.accessibleName())
    return button
