"""A row of tools in a place that is too narrow for all of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.fitting_row import FittingRow
from ui.theme import LIGHT

NAMES = ("First", "Second", "Third", "Fourth")


@pytest.fixture
def strip(qtbot, appearance):
    """Four buttons of 100, the third folds first, then the second."""
    made = QWidget()
    line = FittingRow(made, LIGHT)
    line.setContentsMargins(10, 0, 10, 0)
    line.setSpacing(10)
    made.tools = [QPushButton(name) for name in NAMES]
    for place, tool in enumerate(made.tools):
        tool.setStyleSheet("min-width: 100px; max-width: 100px; margin: 0; padding: 0; border: 0")
        line.addWidget(tool)
        if place == 1:
            line.addStretch(1)
    line.fold(made.tools[2], made.tools[1])
    made.row = line
    qtbot.addWidget(made)
    made.resize(600, 40)
    with qtbot.waitExposed(made):
        made.show()
    return made


def in_row(strip):
    placed = (strip.layout().itemAt(place).widget() for place in range(strip.layout().count()))
    return [each.text() for each in placed if each in strip.tools]


def overlaps(strip):
    shown = [each.geometry() for each in (*strip.tools, strip.row.more) if each.isVisible() and each.parent() is strip]
    return any(one.intersects(other) for one in shown for other in shown if one is not other)


def test_with_room_for_all_there_is_no_chevron(strip):
    assert in_row(strip) == list(NAMES)
    assert not strip.row.more.isVisible()


@pytest.mark.parametrize(("width", "left"), [(430, ["First", "Second", "Fourth"]), (330, ["First", "Fourth"])])
def test_what_does_not_fit_goes_behind_the_chevron_and_nothing_overlaps(qtbot, strip, width, left):
    strip.resize(width, 40)
    qtbot.waitUntil(lambda: in_row(strip) == left)
    qtbot.waitUntil(strip.row.more.isVisible)
    strip.layout().activate()
    assert not overlaps(strip)


def test_it_comes_back_to_its_place(qtbot, strip):
    strip.resize(330, 40)
    qtbot.waitUntil(lambda: len(in_row(strip)) == 2)
    strip.resize(600, 40)
    qtbot.waitUntil(lambda: in_row(strip) == list(NAMES))
    assert all(tool.isVisible() for tool in strip.tools)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_folded_tools_are_pressed_by_keyboard(qtbot, strip):
    strip.resize(330, 40)
    qtbot.waitUntil(strip.row.more.isVisible)
    qtbot.keyClick(strip.row.more, Qt.Key.Key_Space)
    assert strip.row.popup.isVisible()
    with qtbot.waitSignal(strip.tools[2].clicked):
        qtbot.keyClick(strip.tools[2], Qt.Key.Key_Space)
    qtbot.keyClick(strip.row.popup, Qt.Key.Key_Escape)
    assert not strip.row.popup.isVisible()


def test_a_tool_that_is_hidden_takes_no_room_and_stays_hidden(qtbot, strip):
    strip.tools[1].hide()
    strip.resize(340, 40)
    qtbot.wait(0)
    strip.resize(350, 40)
    qtbot.waitUntil(lambda: strip.width() == 350)
    assert in_row(strip) == list(NAMES)
    strip.resize(240, 40)
    qtbot.waitUntil(lambda: in_row(strip) == ["First", "Second", "Fourth"])
    assert not strip.tools[1].isVisible()
