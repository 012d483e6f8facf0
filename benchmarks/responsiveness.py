"""The app under the hands of somebody who edits the department: how soon it answers, and how long it is ever deaf.

`python -m benchmarks.responsiveness FILE` opens the real window on no screen, sends it real key events about every
150 ms, and prints what it measured as JSON, in seconds. A timer of one millisecond in the thread of the window tells
for how long the window does nothing else.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from benchmarks.timing import Result, printed_by

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from ui.main_window import MainWindow
    from ui.session import Session

T = TypeVar("T")

FRAME, SOON, DEAF = 0.016, 0.100, 0.050
"""Promised: seconds from a key to the repaint, to the findings, and the longest that the window hears nothing."""

EDITS = 24
PAUSE = 0.150
ROUNDS = 2
"""Times that all of it is measured; the best of each counts, since whatever else a machine does only adds."""

_PROMISED = {"key to repaint, matrix": FRAME, "key to findings, matrix": SOON}
_UNPROMISED = ("opening the department, window blocked", "Chain shown first, window blocked")
"""Once for each file: told, not promised."""


def responsiveness(department: Path) -> list[Result]:
    rounds = [json.loads(printed_by("-m", "benchmarks.responsiveness", str(department))) for _ in range(ROUNDS)]
    measured = {name: min(each[name] for each in rounds) for name in rounds[0]}
    idle = measured.pop("idle")
    results = []
    for name, seconds in measured.items():
        promised = None if name in _UNPROMISED else _PROMISED.get(name, DEAF)
        floor = idle if "blocked" in name else None
        results.append(Result(name, seconds, floor, promised, is_ratio=False))
    return results


def measured_in(window: MainWindow, department: Path) -> dict[str, float]:
    """Everything, by name, in seconds."""
    found: dict[str, float] = {}
    with _pulse() as gaps:
        pump(1.0)
    found["idle"] = max(gaps)
    with _pulse() as gaps:
        window.files.open(department)
        pump(1.5)
    found["opening the department, window blocked"] = max(gaps)
    session = window.files.session
    if session is None:
        raise SystemExit("the department was not opened")
    answers = Answers(session)
    window.activateWindow()
    pump(0.5)
    with _pulse() as gaps:
        repainted = [press(key, answers) for key in matrix_keys(EDITS)]
    found["key to repaint, matrix"] = median(repainted)
    found["key to findings, matrix"] = median(answers.waits)
    found["edits in the matrix, window blocked"] = max(gaps)
    with _pulse() as gaps:
        walk(window, EDITS // 2)
    found["F8, undo and arrows in the matrix, window blocked"] = max(gaps)
    with _pulse() as gaps:
        show(window, "lens-chain")
    found["Chain shown first, window blocked"] = max(gaps)
    show(window, "lens-matrix")
    with _pulse() as gaps:
        for key in matrix_keys(EDITS):
            press(key, answers)
    found["edits in the matrix, Chain hidden, window blocked"] = max(gaps)
    with _pulse() as gaps:
        show(window, "lens-chain")
    found["Chain shown again, window blocked"] = max(gaps)
    with _pulse() as gaps:
        edit_chain(window, session)
    found["edits in Chain, window blocked"] = max(gaps)
    with _pulse() as gaps:
        walk(window, EDITS // 2)
    found["F8, undo and arrows in Chain, window blocked"] = max(gaps)
    return found


def matrix_keys(count: int) -> Iterator[Qt.Key]:
    """Letters down a column; some of them leave rows with nobody."""
    from PySide6.QtCore import Qt

    return islice(cycle((Qt.Key.Key_R, Qt.Key.Key_C, Qt.Key.Key_Delete, Qt.Key.Key_I)), count)


def press(key: Qt.Key, answers: Answers) -> float:
    """Edit the cell in hand, and go one down; seconds until what changed is drawn."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    begun = time.perf_counter()
    answers.expect(begun)
    send(key)
    QApplication.processEvents()
    taken = time.perf_counter() - begun
    pump(PAUSE / 2)
    send(Qt.Key.Key_Down)
    pump(PAUSE / 2)
    return taken


def walk(window: MainWindow, steps: int) -> None:
    """From finding to finding, along the cells or cards, and back and forth in the history."""
    from PySide6.QtCore import Qt

    for step in range(steps):
        for action in ("next-finding", "undo" if step % 4 < 2 else "redo"):
            window.actions_by_id[action].trigger()
            pump(PAUSE)
        send(Qt.Key.Key_Right)
        pump(PAUSE / 2)


def edit_chain(window: MainWindow, session: Session) -> None:
    """Cards moved by keys, ways added and taken back, and letters as the Inspector sets them."""
    from PySide6.QtCore import Qt

    from orgmodel.commands import AddEscalation, AssignTeam
    from orgmodel.model import Escalation

    organization = session.organization
    teams = [team.id for team in organization.teams]
    for step in range(EDITS // 4):
        session.select(organization.teams[step].subject)
        pump(PAUSE)
        send(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        pump(PAUSE)
        session.execute(AddEscalation(Escalation(teams[step], teams[-1 - step], when="it is a drill")))
        pump(PAUSE)
        session.execute(AssignTeam(organization.responsibilities[step].id, teams[step], "R"))
        pump(PAUSE)
        window.actions_by_id["undo"].trigger()
        pump(PAUSE)
    pump(2 * PAUSE)


class Answers:
    """How long each edit waits for findings that know of it."""

    def __init__(self, session: Session) -> None:
        self.waits: list[float] = []
        self._asked: list[float] = []
        session.findings_changed.connect(self._answer)

    def expect(self, begun: float) -> None:
        self._asked.append(begun)

    def _answer(self, _: object) -> None:
        now = time.perf_counter()
        self.waits += [now - begun for begun in self._asked]
        self._asked.clear()


def show(window: MainWindow, lens: str) -> None:
    window.actions_by_id[lens].trigger()
    pump(1.0)


def send(key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    """A real key event to whatever has the keyboard."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    target = QApplication.focusWidget()
    if target is None:
        raise SystemExit("nothing has the keyboard")
    QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)


def pump(seconds: float) -> None:
    """Let the app run as it runs when nobody measures."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


@contextmanager
def _pulse() -> Iterator[list[float]]:
    """The times between two beats of a timer of one millisecond, while the block runs."""
    from PySide6.QtCore import Qt, QTimer

    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(1)
    timer.timeout.connect(beat)
    timer.start()
    yield gaps
    beat()
    timer.stop()


def run(file: Path, report: Callable[[T], None], measure: Callable[[MainWindow, Path], T]) -> None:
    """Open the window as the app does, its settings in a place of their own, and measure in it with a file."""
    gc.disable()
    from PySide6.QtWidgets import QApplication

    from ui.appearance import Appearance
    from ui.collecting import Collector
    from ui.main_window import MainWindow
    from ui.settings import Settings

    application = QApplication([sys.argv[0], "-style", "Fusion"])
    with TemporaryDirectory() as place:
        settings = Settings(Path(place) / "settings.ini")
        window = MainWindow(settings, Appearance(application, settings))
        window.settled.connect(Collector(window).take_over)
        window.show()
        pump(0.5)
        report(measure(window, file))
        window.shut_down()


if __name__ == "__main__":
    run(Path(sys.argv[1]), lambda measured: print(json.dumps(measured)), measured_in)
    sys.stdout.flush()
    os._exit(0)
