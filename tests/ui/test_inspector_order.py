"""The order that is the author's: ways, services and steps are put earlier and later, by keys and by buttons."""

import pytest
from PySide6.QtCore import Qt

from orgmodel.commands import AddEscalation, AddView, Together
from orgmodel.document import View
from orgmodel.model import ORGANIZATION, Duration, Escalation, TeamId
from ui.inspector.panel import InspectorPanel
from ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def inspector(qtbot, session, appearance):
    there = len(session.organization.escalations)
    ways = (("app", "sre", 5), ("sre", "app", 10), ("app", "sre", 30))
    added = [
        AddEscalation(Escalation(TeamId(source), TeamId(target), after=Duration(minutes, "m")))
        for source, target, minutes in ways
    ]
    assert session.execute(Together("Add", tuple(added)))
    assert len(session.organization.escalations) == there + 3
    panel = InspectorPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(344, 600)
    panel.show()
    return panel


def added(session):
    return [str(way.after) for way in session.organization.escalations[-3:]]


def listed(inspector, field):
    """The editor of a list, in its section that is opened."""
    inspector.focus_field(field)
    return inspector.forms[0].editors[field]


def test_a_way_out_of_a_team_is_moved_by_keys_and_the_keyboard_goes_along(qtbot, session, inspector):
    session.select("team:app")
    ways = listed(inspector, "escalations.out")
    assert ways.adds.text() == "Add escalation"
    last = len(ways.lines) - 1
    ways.lines[last].setFocus()
    qtbot.keyClick(ways.lines[last], Qt.Key.Key_Up, ALT_SHIFT)
    assert added(session) == ["30m", "5m", "10m"]
    assert ways.lines[last - 1].hasFocus()
    qtbot.keyClick(ways.lines[last - 1], Qt.Key.Key_Down, ALT_SHIFT)
    assert added(session) == ["5m", "30m", "10m"]
    assert session.undo()
    assert session.undo()
    assert added(session) == ["5m", "10m", "30m"]


def test_a_way_into_a_team_is_moved_by_buttons(qtbot, session, inspector):
    session.select("team:sre")
    ways = listed(inspector, "escalations.in")
    last = len(ways.lines) - 1
    assert last > 0
    ways.lines[last].setFocus()
    assert not ways.moves.later.isEnabled()
    qtbot.mouseClick(ways.moves.earlier, LEFT)
    assert added(session) == ["30m", "5m", "10m"]
    assert ways.place == last - 1
    assert ways.moves.later.isEnabled()


def test_a_list_of_one_has_nothing_to_move(session, inspector):
    session.select("team:sre")
    assert not listed(inspector, "escalations.out").moves.isVisible()


def test_a_way_is_moved_on_its_own_sheet(qtbot, session, inspector):
    session.select(session.organization.escalations[-1].subject)
    number = len(session.organization.escalations)
    first, second = inspector.sheet.places
    assert second.said.text() == f"{number} of {number} in the file"
    assert not second.buttons.later.isEnabled()
    qtbot.mouseClick(second.buttons.earlier, LEFT)
    assert added(session) == ["5m", "30m", "10m"]
    assert inspector.sheet.places[1].said.text() == f"{number - 1} of {number} in the file"
    first.buttons.later.setFocus()
    qtbot.keyClick(first.buttons.later, Qt.Key.Key_Down, ALT_SHIFT)
    assert added(session) == ["30m", "5m", "10m"]


def test_steps_of_the_presentation_are_moved(qtbot, session, inspector):
    session.execute(Together("Add", (AddView(View("One")), AddView(View("Two")))))
    session.select(ORGANIZATION)
    steps = listed(inspector, "views")
    steps.focus_line(0)
    qtbot.keyClick(steps.lines[0], Qt.Key.Key_Down, ALT_SHIFT)
    assert [view.name for view in session.document.views] == ["Two", "One"]


def test_what_is_every_layer_asks_for_another_once_one_is_chosen(session, inspector):
    session.select(session.organization.escalations[0].subject)
    layers = inspector.forms[0].editors["layers"]
    line = layers.more.lineEdit()
    assert line.placeholderText() == "Every layer; only some…"
    layers.take(session.organization.layers[0].id)
    assert line.placeholderText() == "Add a layer…"
