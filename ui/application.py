"""The running app: one QApplication in our dress, one window, and what happens when Qt gives up."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from orgmodel import __version__
from ui.appearance import Appearance
from ui.collecting import Collector
from ui.main_window import MainWindow
from ui.read_ahead import ReadAhead
from ui.settings import Settings
from ui.text_size import scale
from ui.translation import load as load_translation
from ui.without_window import APT_LINE, WITHOUT_WINDOW

_LETTER_MS: Final = 1000
"""Letters of one name follow one another within this, where a name is typed to find it in a list."""


def run(paths: tuple[Path, ...] = (), ahead: ReadAhead | None = None) -> int:
    """Show the window until it is closed, the first of these files in front; what it returns is the exit code.

    `ahead` is reading that first one already.
    """
    settings = Settings()
    scale(settings, os.environ)
    qInstallMessageHandler(_LastWords())
    # QApplication.setStyle() would hand back the style, for which PySide makes a dozen classes.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setKeyboardInputInterval(_LETTER_MS)
    qInstallMessageHandler(None)
    load_translation(application)
    application.setApplicationName("orgmodel")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("orgmodel")
    window = MainWindow(settings, Appearance(application, settings))
    window.settled.connect(Collector(window).take_over)
    sys.excepthook = _Surprise(window)
    if paths:
        window.files.open(paths[0], ahead)
        first = window.files.front
        window.files.open_all(paths[1:])
        if first:
            window.files.documents.bring(first)
    window.show()
    code = application.exec()
    window.shut_down()
    return code


class _LastWords:
    """Turns Qt's abort for want of a display or of a library of X11 into a sentence and exit code 2."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def __call__(self, kind: QtMsgType, _: QMessageLogContext, message: str | None) -> None:
        self.said.append(message or "")
        if kind == QtMsgType.QtFatalMsg:
            sys.stderr.write(last_words(self.said, os.environ.get("DISPLAY", "")) + "\n")
            sys.stderr.flush()
            os._exit(2)


def last_words(said: list[str], display: str) -> str:
    """The sentence for what Qt said before it gave up."""
    if any("could not connect to display" in line or "Failed to create wl_display" in line for line in said):
        return f"orgmodel: the display “{display}” cannot be reached. {WITHOUT_WINDOW}"
    if any("xcb" in line for line in said):
        return (
            "orgmodel: a system library that windows need is missing, most often libxcb-cursor0; "
            f"on Debian or Ubuntu install it with “{APT_LINE}”."
        )
    return f"orgmodel: no window can be opened here: {said[-1].splitlines()[0]} {WITHOUT_WINDOW}"


class _Surprise:
    """What nobody foresaw: said in the status bar, with the details on stderr for a report of the fault."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def __call__(self, kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, failure, trace)
        self.window.say(f"Something went wrong ({kind.__name__}: {failure}). What was done before is kept.")
