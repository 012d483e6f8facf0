"""Which sections of the Inspector are open, as it is remembered from one run to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from ui.icons import icon
from ui.inspector.fields import Section
from ui.settings import Settings
from ui.theme import Theme
from ui.translation import tr


class Folds:
    """Remembers the sections that are not as they are in the beginning, by kind of thing and title."""

    def __init__(self) -> None:
        self._turned: set[str] = set()
        self._settings: Settings | None = None

    def recall(self, settings: Settings) -> None:
        self._settings = settings
        self._turned = set(settings.inspector_folds)

    def is_open(self, kind: str, section: Section) -> bool:
        return not section.title or section.is_open != (_key(kind, section) in self._turned)

    def turn(self, kind: str, section: Section, *, is_open: bool) -> None:
        """Remember that somebody opened or folded a section."""
        (self._turned.discard if is_open == section.is_open else self._turned.add)(_key(kind, section))
        if self._settings:
            self._settings.inspector_folds = tuple(sorted(self._turned))


class FoldHead(QToolButton):
    """The heading of a section: pressed it opens or folds; so do Right and Left."""

    turned = Signal(bool)
    """Whether it is open from now on."""

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self.title, self.theme = title, theme
        self.is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("fold")
        self.show_count(None)
        self.clicked.connect(lambda: self.turned.emit(not self.is_open))
        self.show_open(is_open=False)

    def show_open(self, *, is_open: bool) -> None:
        self.is_open = is_open
        side = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self.setIcon(icon("chevron-down" if is_open else side, self.theme.ink2, 14))
        self.setAccessibleDescription(tr("open") if is_open else tr("folded"))

    def show_count(self, count: int | None) -> None:
        """Say how many things are in it; None where that is nothing to count."""
        said = self.title if count is None else f"{self.title}  {count:,}"
        if said != self.text():
            self.setText(said)
        self.setAccessibleName(self.title if count is None else f"{self.title}: {count:,}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if wanted is not None and wanted != self.is_open:
            self.turned.emit(wanted)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _key(kind: str, section: Section) -> str:
    return f"{kind}/{section.title}"
