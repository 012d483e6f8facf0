"""An empty place: what it says, and what it offers to do."""

from PySide6.QtCore import Qt

from ui.empty_state import EmptyState
from ui.theme import LIGHT


def shown(qtbot, width):
    made = EmptyState(LIGHT)
    qtbot.addWidget(made)
    made.say("No rows yet.", "A row is one thing to do.", "From matrix…", "Row…")
    made.resize(width, 320)
    made.show()
    return made


def test_two_buttons_each_say_that_they_were_pressed(qtbot, appearance):
    empty = shown(qtbot, 500)
    with qtbot.waitSignal(empty.pressed):
        qtbot.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(empty.second_pressed):
        qtbot.keyClick(empty.second, Qt.Key.Key_Space)


def test_a_button_without_words_is_not_there(qtbot, appearance):
    empty = shown(qtbot, 500)
    empty.say("Nothing selected.", "Click a row.")
    assert not empty.action.isVisible()
    assert not empty.second.isVisible()
    assert empty.accessibleName() == "Nothing selected. Click a row."


def test_in_a_narrow_place_the_buttons_stand_under_each_other(qtbot, appearance):
    wide, narrow = shown(qtbot, 500), shown(qtbot, 240)
    assert wide.action.y() == wide.second.y()
    qtbot.waitUntil(lambda: narrow.second.y() > narrow.action.geometry().bottom())
