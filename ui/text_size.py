"""The size of text and of all around it: percent of what the system asks for, from the next start on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtWidgets  # their classes are made when they are first named, and few starts need these

from ui.plain_text import message
from ui.settings import Settings, TextSize
from ui.translation import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_FACTOR: Final = "QT_SCALE_FACTOR"
"""What Qt multiplies every length with; it is read once, when the application is made."""


def scale(settings: Settings, environment: MutableMapping[str, str]) -> None:
    """Have Qt draw everything at the chosen size, unless whoever starts the app chose a factor already."""
    if settings.text_size != 100:
        environment.setdefault(_FACTOR, _factor(settings.text_size))


def choose(window: MainWindow, size: TextSize) -> None:
    """Keep the size for the next start, and offer that at once."""
    before = window.settings.text_size
    if size == before:
        return
    window.settings.text_size = size
    box = message(
        window,
        tr("Everything is shown at {size} % from the next start.", size=size),
        tr("Starting again now closes this window and opens the same files."),
    )
    role = QtWidgets.QMessageBox.ButtonRole
    later = box.addButton(tr("&Later"), role.RejectRole)
    again = box.addButton(tr("Start &Again"), role.AcceptRole)
    box.setDefaultButton(again)
    box.setEscapeButton(later)
    box.exec()
    if box.clickedButton() is again and window.close():
        start_again(before, (each.path for each in window.files.documents if each.path))


def start_again(before: TextSize, paths: Iterable[Path]) -> None:
    """Start the app once more, beside this one, without the size that this one was started with."""
    environment = QtCore.QProcessEnvironment.systemEnvironment()
    if environment.value(_FACTOR) == _factor(before):
        environment.remove(_FACTOR)
    process = QtCore.QProcess()
    process.setProcessEnvironment(environment)
    process.setProgram(sys.executable)
    process.setArguments(["-m", "ui", *map(str, paths)])
    process.startDetached()


def _factor(size: TextSize) -> str:
    return str(size / 100)
