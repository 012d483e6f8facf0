"""How soon each lens answers keys, wheel and switching, at the sizes of a department and of an enterprise.

`python -m benchmarks.editing FILE` opens the real window on no screen, sends it real events, and prints all times that
it measured as JSON, in seconds. A time runs from the event until everything that it brought about is painted.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from benchmarks.responsiveness import matrix_keys, pump, run, send
from benchmarks.timing import Result, printed_by

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow

Times = dict[str, list[float]]

PROMISED = {"key": (0.016, 0.033), "wheel": (0.016, 0.033), "lens": (0.100, 0.200), "palette": (0.030, 0.060)}
"""Seconds at most, in the middle and for 95 of 100, by the first word of what is measured."""
OPENING = 1.3
"""Times reading a file without a window that opening it may take until it is painted."""
LENSES = ("lens-matrix", "lens-chain", "lens-teams", "lens-oncall")
KEYS, WHEELS, SWITCHES = 40, 40, 6
TYPED = ("database", "checkout code", "runbook", "export", "team 3")


def editing(department: Path, enterprise: Path) -> list[Result]:
    results: list[Result] = []
    for name, file in (("department", department), ("enterprise", enterprise)):
        measured: Times = json.loads(printed_by("-m", "benchmarks.editing", str(file)))
        opened, read = median(measured.pop("opened")), median(measured.pop("read"))
        results.append(Result(f"{name}: open to first paint", opened, read, OPENING))
        for what, times in measured.items():
            middle, most = PROMISED[what.partition(" ")[0].rstrip(",")]
            results.append(Result(f"{name}: {what}, median", median(times), None, middle, is_ratio=False))
            results.append(Result(f"{name}: {what}, 95 %", _of_95(times), None, most, is_ratio=False))
    return results


def _of_95(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1]


def measured_in(window: MainWindow, file: Path) -> Times:
    """Every time by what was measured: `key in the matrix`, `wheel, Chain`, `lens switch`, `palette`."""
    from orgmodel.yaml_file import read_file

    found: Times = {"opened": [], "read": [], "lens switch": []}
    window.actions_by_id["new-reference"].trigger()
    pump(1.0)
    for _ in range(3):
        found["read"].append(_seconds(lambda: read_file(file)))
        found["opened"].append(_seconds(lambda: _open(window, file)))
        pump(2.5)
        if len(found["opened"]) < 3:
            window.actions_by_id["close"].trigger()
            pump(0.3)
    window.activateWindow()
    found["key in the matrix"] = _keys()
    for lens in LENSES:
        window.actions_by_id[lens].trigger()
        pump(6.0 if lens == "lens-chain" else 1.5)
        found[f"wheel, {lens.removeprefix('lens-')}"] = _wheels(window)
    for _ in range(SWITCHES):
        for lens in LENSES:
            found["lens switch"].append(_seconds(window.actions_by_id[lens].trigger))
            pump(0.15)
    found["palette"] = _palette(window)
    return found


def _open(window: MainWindow, file: Path) -> None:
    """Open a file and wait until it is there, as the app waits; a large one is read beside the window."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    window.files.open(file)
    while not (window.files.front and window.files.front.path == file.absolute()):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _seconds(act: Callable[[], object]) -> float:
    from PySide6.QtWidgets import QApplication

    begun = time.perf_counter()
    act()
    QApplication.processEvents()
    return time.perf_counter() - begun


def _keys() -> list[float]:
    from PySide6.QtCore import Qt

    times = []
    for key in matrix_keys(KEYS):
        times.append(_seconds(lambda key=key: send(key)))
        pump(0.15)
        times.append(_seconds(lambda: send(Qt.Key.Key_Down)))
        pump(0.05)
    return times


def _wheels(window: MainWindow) -> list[float]:
    """Steps of the wheel over the middle of the lens, down and up again, and across."""
    view = _view(window)
    return [_seconds(lambda step=step: _turn(view, step)) for step in range(WHEELS)]


def _turn(view: QWidget, step: int) -> None:
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    middle = QPointF(view.rect().center())
    across = step % 4 == 3
    turn = -120 if step < WHEELS * 3 // 4 else 120
    QApplication.sendEvent(
        view,
        QWheelEvent(
            middle,
            QPointF(view.mapToGlobal(middle)),
            QPoint(),
            QPoint(turn, 0) if across else QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 (not turned round; Qt takes no name for it)
        ),
    )


def _view(window: MainWindow) -> QWidget:
    """The widget of the lens that the wheel is over."""
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    lens = window.workspace.stack.currentWidget() if window.workspace else None
    if lens is None:
        raise SystemExit("nothing is open")
    return lens.childAt(QPoint(lens.width() // 2, lens.height() // 2)) or QWidget()


def _palette(window: MainWindow) -> list[float]:
    from PySide6.QtCore import Qt

    times: list[float] = []
    for typed in TYPED:
        window.actions_by_id["go-to"].trigger()
        pump(0.1)
        for letter in typed:
            times.append(_seconds(lambda letter=letter: _type(letter)))
            pump(0.05)
        send(Qt.Key.Key_Escape)
        pump(0.05)
    return times


def _type(letter: str) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    QTest.keyClicks(QApplication.focusWidget(), letter)


if __name__ == "__main__":
    run(Path(sys.argv[1]), lambda measured: print(json.dumps(measured)), measured_in)
    sys.stdout.flush()
    os._exit(0)
