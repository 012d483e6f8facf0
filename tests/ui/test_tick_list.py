"""A list of boxes is as wide as its names, and never scrolls sideways."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.chips import ChoiceChip
from ui.texts import BODY, width_of
from ui.theme import LIGHT
from ui.tick_list import TickList

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
NAME = "Web Application Environment (Production, Development)"


@pytest.mark.parametrize(("name", "is_whole"), [(NAME, True), (NAME * 4, False)])
def test_a_list_is_as_wide_as_its_names_up_to_a_limit(qtbot, appearance, name, is_whole):
    button = QPushButton("Layers")
    qtbot.addWidget(button)
    button.resize(80, 28)
    made = TickList(LIGHT, "Layers", "Find a layer", button)
    made.offer([("web", name, None), ("stack", "Stack", None)])
    made.open_under(button)
    assert made.list.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert (made.list.viewport().width() >= width_of(name, BODY) + 30) == is_whole
    assert made.width() <= 480
    made.hide()


def test_many_choices_are_found_by_typing_and_one_closes_the_list(qtbot, appearance):
    chip = ChoiceChip(LIGHT, "All services")
    qtbot.addWidget(chip)
    chip.offer((f"service-{number}", f"Service {number}") for number in range(400))
    chosen = []
    chip.chosen.connect(chosen.append)
    chip.show()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.list.isVisible()
    assert chip.screen().availableGeometry().contains(chip.list.geometry())
    qtbot.keyClicks(chip.list.field, "service 37")
    qtbot.keyClick(chip.list.field, Qt.Key.Key_Return)
    assert chosen == ["service-37"]
    assert not chip.list.isVisible()
    assert chip.word == "Service 37"
    chip.open_list()
    qtbot.keyClicks(chip.list.field, "all")
    qtbot.keyClick(chip.list.field, Qt.Key.Key_Return)
    assert chosen == ["service-37", None]
