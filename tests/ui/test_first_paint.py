"""What the first painted matrix does without: loaded or made before it, each of these costs every start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

UP_TO_THE_FIRST_PAINT = """
import os, sys
from ui import start_app

load_qt = start_app.broken_binding

def load_qt_and_watch():
    refusal = load_qt()
    from ui.matrix.surface import MatrixSurface
    painted = MatrixSurface.paintEvent

    def tell(surface, event):
        painted(surface, event)
        made = [name for package in ("QtCore", "QtGui", "QtWidgets")
                for name, held in vars(sys.modules["PySide6." + package]).items() if isinstance(held, type)]
        print(*sys.modules, *made, flush=True)
        os._exit(0)

    MatrixSurface.paintEvent = tell
    return refusal

start_app.broken_binding = load_qt_and_watch
start_app.start(sys.argv[1:])
"""

PACKAGES = {
    *("networkx", "reportlab", "html", "json", "dataclasses"),
    *("orgmodel.analysis", "orgmodel.commands", "orgmodel.graph", "orgmodel.pdf", "orgmodel.rules"),
    *("orgmodel.yaml_file.write", "orgmodel.yaml_file.layout", "orgmodel.yaml_file.patch"),
    *("ui.chain", "ui.findings", "ui.inspector", "ui.empty_state", "ui.matrix.edits", "ui.matrix.popover"),
}
WIDGETS = {"QDialog", "QMessageBox", "QFileDialog", "QTableView", "QComboBox", "QStyle"}
"""PySide makes all of them where Qt hands over a widget, or a style, that was not made in Python."""
EVENTS = {"QTabletEvent", "QTouchEvent", "QHoverEvent", "QExposeEvent"}
"""PySide makes all of them where a method that takes events of every kind is called."""


@pytest.fixture(scope="module")
def there() -> set[str]:
    """The modules that are loaded and the classes of Qt that are made when the reference is on the screen."""
    done = subprocess.run(
        [sys.executable, "-c", UP_TO_THE_FIRST_PAINT, "sample_orgs/ruby_web.yaml"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return set(done.stdout.split())


def test_packages_wait_until_they_are_used(there: set[str]) -> None:
    assert "ui.matrix.painting" in there
    assert sorted(there & PACKAGES) == []


def test_classes_of_qt_wait_until_they_are_used(there: set[str]) -> None:
    assert "QScrollBar" in there
    assert sorted(there & (WIDGETS | EVENTS)) == []
