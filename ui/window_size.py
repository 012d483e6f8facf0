"""How large the window is: as it was left, or as in the beginning; never larger than the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.settings import Settings

FIRST: Final = QSize(1440, 900)
SMALLEST: Final = QSize(600, 320)


def bound_size(window: QWidget) -> None:
    """Let a window be as small as its parts can be read in, or as its screen is."""
    window.setMinimumSize(SMALLEST.boundedTo(_room()))


def restore_size(window: QWidget, settings: Settings) -> None:
    """As it was left; where that is not known as in the beginning, over all of a screen that is no larger."""
    if settings.geometry is not None and window.restoreGeometry(settings.geometry):
        return
    room = _room()
    window.resize(FIRST.boundedTo(room))
    if room.width() <= FIRST.width() or room.height() <= FIRST.height():
        window.setWindowState(Qt.WindowState.WindowMaximized)  # its frame has to fit as well


def reset_size(window: QWidget, settings: Settings) -> None:
    """As in the beginning, whatever it is now."""
    settings.geometry = None
    over_all = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
    window.setWindowState(window.windowState() & ~over_all)
    restore_size(window, settings)


def _room() -> QSize:
    return QGuiApplication.primaryScreen().availableSize()
