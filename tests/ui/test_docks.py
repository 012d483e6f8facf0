"""The docks: what is selected, and the edits that start there; the findings have files of their own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox

from orgmodel.commands import AddEscalation
from orgmodel.model import ALERT, Duration, Escalation, Subject, TeamId
from orgmodel.model.value import changed
from ui.docks import DOCKS, Rail
from ui.inspector.panel import InspectorPanel
from ui.theme import LIGHT

RELEASE = Subject("responsibility:release")
SRE = Subject("team:sre")


@pytest.fixture
def inspector(qtbot, session, appearance):
    panel = InspectorPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(344, 600)
    panel.show()
    return panel


def test_the_rail_counts_one_as_one(qtbot, appearance):
    rail = Rail(DOCKS, LIGHT)
    qtbot.addWidget(rail)
    rail.show_counts(1, 2)
    assert rail.buttons["dock-findings"].accessibleName() == "Open Findings: 1 error, 2 warnings"


def test_a_typed_field_is_written_when_it_is_left(qtbot, session, inspector):
    session.select(SRE)
    people = inspector.forms[0].editors["headcount"]
    people.setFocus()
    people.selectAll()
    qtbot.keyClicks(people, "12")
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert session.organization.team_by_id["sre"].headcount == 12
    assert session.history.undo_label == "Change headcount of App SRE to 12"


def test_the_heading_follows_a_new_name_while_the_field_has_the_keyboard(qtbot, session, inspector):
    session.select(SRE)
    name = inspector.forms[0].editors["name"]
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Platform Reliability")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert inspector.sheet.top.told.title == "Platform Reliability"


def test_a_bare_number_is_minutes_where_minutes_are_meant(qtbot, session, inspector):
    session.execute(AddEscalation(Escalation(ALERT, TeamId("sre"))))
    session.select(Subject("escalation:alert->sre"))
    after = inspector.forms[0].editors["after"]
    qtbot.keyClicks(after, "20")
    qtbot.keyClick(after, Qt.Key.Key_Return)
    assert session.organization.escalations[0].after == Duration(20, "m")


def test_what_means_nothing_is_refused_with_a_sentence_and_changes_nothing(qtbot, session, inspector):
    session.select(SRE)
    before, people = session.document, inspector.forms[0].editors["headcount"]
    people.selectAll()
    qtbot.keyClicks(people, "many")
    assert people.property("refused")
    with qtbot.waitSignal(session.refused) as refusal:
        qtbot.keyClick(people, Qt.Key.Key_Return)
    assert refusal.args == ["“many” is not a whole number: type digits, or nothing where it is unknown."]
    assert session.document is before


def test_a_choice_is_written_by_enter_and_undo_shows_in_the_form(qtbot, session, inspector):
    session.select(RELEASE)
    criticality = inspector.forms[0].editors["criticality"]
    assert isinstance(criticality, QComboBox)
    criticality.setFocus()
    qtbot.keyClick(criticality, Qt.Key.Key_Down)
    qtbot.keyClick(criticality, Qt.Key.Key_Down)
    assert session.organization.row_by_id["release"].criticality is None
    qtbot.keyClick(criticality, Qt.Key.Key_Return)
    assert session.organization.row_by_id["release"].criticality == 2
    assert session.undo()
    assert session.organization.row_by_id["release"].criticality is None
    assert not session.history.undo_label
    assert criticality.hasFocus()
    assert criticality.currentText() == "unknown"


def test_a_choice_is_written_when_its_field_is_left_and_taken_back_by_escape(qtbot, session, inspector):
    session.select(RELEASE)
    criticality = inspector.forms[0].editors["criticality"]
    criticality.setFocus()
    qtbot.keyClick(criticality, Qt.Key.Key_Down)
    qtbot.keyClick(criticality, Qt.Key.Key_Escape)
    assert criticality.currentText() == "unknown"
    qtbot.keyClick(criticality, Qt.Key.Key_Down)
    qtbot.keyClick(criticality, Qt.Key.Key_Tab)
    assert not criticality.hasFocus()
    assert session.organization.row_by_id["release"].criticality == 1


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_a_choice_in_the_open_list_is_written_at_once(qtbot, session, inspector):
    session.select(RELEASE)
    criticality = inspector.forms[0].editors["criticality"]
    criticality.setFocus()
    qtbot.keyClick(criticality, Qt.Key.Key_F4)
    choices = criticality.view()
    qtbot.waitUntil(choices.isVisible)
    qtbot.keyClick(choices, Qt.Key.Key_Down)
    assert session.organization.row_by_id["release"].criticality is None
    qtbot.keyClick(choices, Qt.Key.Key_Return)
    assert session.organization.row_by_id["release"].criticality == 1


def test_the_wheel_over_a_choice_is_left_to_the_sheet(session, inspector):
    session.select(RELEASE)
    layer = inspector.forms[0].editors["layer"]
    shown, middle = layer.currentText(), QPointF(layer.rect().center())
    turn = QWheelEvent(
        middle,
        layer.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(layer, turn)
    assert not turn.isAccepted()
    assert layer.currentText() == shown


def test_the_minutes_of_an_escalation_are_edited(qtbot, session, inspector):
    session.execute(AddEscalation(Escalation(ALERT, TeamId("sre"))))
    session.select(Subject("escalation:alert->sre"))
    after = inspector.forms[0].editors["after"]
    qtbot.keyClicks(after, "15 m")
    qtbot.keyClick(after, Qt.Key.Key_Return)
    assert session.organization.escalations[0].after == Duration(15, "m")


def test_of_two_ways_between_the_same_teams_the_one_that_is_typed_in_is_edited(qtbot, session, inspector):
    always = Escalation(ALERT, TeamId("sre"))
    nightly = Escalation(ALERT, TeamId("sre"), when="at night")
    session.execute(AddEscalation(always))
    session.execute(AddEscalation(nightly))
    session.select(always.subject)
    when = inspector.forms[1].editors["when"]
    assert when.text() == "at night"
    when.setFocus()
    when.selectAll()
    qtbot.keyClicks(when, "at weekends")
    qtbot.keyClick(when, Qt.Key.Key_Return)
    assert session.organization.escalations == (always, changed(nightly, when="at weekends"))


def test_escape_puts_back_what_was_there(qtbot, session, inspector):
    session.select(SRE)
    name = inspector.forms[0].editors["name"]
    qtbot.keyClicks(name, " and more")
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert name.text() == "App SRE"


def test_a_field_may_lose_the_keyboard_to_another_selection(qtbot, session, inspector):
    session.select(SRE)
    people = inspector.forms[0].editors["headcount"]
    people.setFocus()
    people.selectAll()
    qtbot.keyClicks(people, "9")
    people.editingFinished.connect(lambda: session.select(RELEASE))
    inspector.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert session.organization.team_by_id["sre"].headcount == 9
    assert inspector.caption == "Row"


def test_pressing_a_team_goes_there(qtbot, session, inspector):
    session.select(Subject("responsibility:database"))
    from ui.inspector.parts import _TeamRow

    row = inspector.findChild(_TeamRow)
    assert row.accessibleName() == "App SRE: answers for it"
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert session.selection == (SRE,)
    assert inspector.caption == "Team"


def test_nothing_selected_says_so(session, inspector):
    assert inspector.empty.title.text() == "Nothing selected."
    session.select(RELEASE)
    session.select()
    assert inspector.empty.isVisibleTo(inspector)
