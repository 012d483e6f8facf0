"""What the start of the app is measured with: ends the process as soon as the first matrix is on the screen.

`python -m benchmarks.first_paint FILE` opens the app as a person would; without a file it opens the floor, which is a
bare window.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


def bare_window() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            os._exit(0)

    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1440, 900)
    window.show()
    application.exec()


def app(file: Path) -> None:
    from ui import start_app

    load_qt = start_app.broken_binding

    def load_qt_and_watch() -> str | None:
        refusal = load_qt()
        from ui.matrix.surface import MatrixSurface

        painted = MatrixSurface.paintEvent

        def paint_and_end(surface: MatrixSurface, event: QPaintEvent) -> None:
            painted(surface, event)
            os._exit(0)

        MatrixSurface.paintEvent = paint_and_end  # type: ignore[method-assign]
        return refusal

    start_app.broken_binding = load_qt_and_watch
    start_app.start([str(file)])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        app(Path(sys.argv[1]))
    else:
        bare_window()
