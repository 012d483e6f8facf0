"""The start screen: by keyboard as by mouse, whatever was open lately and however wide the window is."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from ui.settings import Recent

Key = Qt.Key


@pytest.fixture
def start(qtbot, window):
    """The start screen in its window, with every sample read."""
    screen = window.start_screen
    qtbot.waitUntil(lambda: screen.samples.count() == 4 and bool(screen.samples.itemAt(3).widget().sample))
    return screen


def top_of(button):
    return button.mapToGlobal(button.rect().topLeft()).y()


def walked(qtbot, window, *keys):
    """Which button has the keyboard after each key."""
    seen = []
    for key in keys:
        qtbot.keyClick(window.focusWidget(), key)
        seen.append(window.focusWidget().accessibleName().partition(":")[0])
    return seen


def test_arrow_keys_go_down_a_column_and_back_and_stop_at_its_ends(qtbot, window, start):
    assert walked(qtbot, window, *(Key.Key_Down,) * 4) == ["Open…", "Start empty", "Take the tour", "Take the tour"]
    upwards = ["Start empty", "Open…", *("New from the reference matrix",) * 2]
    assert walked(qtbot, window, *(Key.Key_Up,) * 4) == upwards


def test_arrow_keys_go_across_to_the_samples_and_among_them(qtbot, window, start):
    keys = (Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up)
    samples = ["Ruby Web Application", "Ruby Web Application, today", "First SRE Team", "Payments Platform"]
    assert walked(qtbot, window, *keys) == [*samples, "Ruby Web Application"]
    assert walked(qtbot, window, Key.Key_Left)[0] in ("New from the reference matrix", "Open…")


def test_recent_files_lie_between_and_are_gone_through(qtbot, window, start, tmp_path):
    now = datetime.now(UTC)
    start.fill(tuple(Recent(tmp_path / f"{name}.yaml", name, now, None, None) for name in ("One", "Two")))
    QApplication.processEvents()
    start.samples.itemAt(0).widget().setFocus()
    assert walked(qtbot, window, Key.Key_Up, Key.Key_Up, Key.Key_Up) == [
        "Two, file not found",
        "One, file not found",
        "One, file not found",
    ]


def test_in_a_narrow_window_all_is_one_column(qtbot, window, start):
    window.resize(640, 700)
    first_sample, last_beginning = start.samples.itemAt(0).widget(), start.beginnings[-1]
    qtbot.waitUntil(lambda: top_of(first_sample) > top_of(last_beginning))
    first = walked(qtbot, window, *(Key.Key_Down,) * 4)
    assert first[:3] == ["Open…", "Start empty", "Take the tour"]
    assert first[3].startswith("Ruby Web Application")
    assert start.verticalScrollBar().value() > 0


def test_a_screen_reader_hears_what_comes_of_each_and_its_key(window, start):
    spoken = QAccessible.queryAccessibleInterface(window.focusWidget())
    assert spoken.text(QAccessible.Text.Name) == "New from the reference matrix"
    assert spoken.text(QAccessible.Text.Description) == (
        "43 responsibilities in four layers; put in your teams (Ctrl+N)"
    )
