"""Editing in the Inspector by mouse and keyboard: pickers, chips, tables, lists, days, letters, several at once."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from orgmodel.commands import (
    AddEscalation,
    AddRotation,
    AddService,
    AssignTeam,
    ChangeField,
)
from orgmodel.model import (
    ALERT,
    ORGANIZATION,
    Duration,
    Escalation,
    Member,
    PersonId,
    Rotation,
    RotationId,
    Service,
    ServiceId,
    Site,
    Subject,
    TeamId,
)
from tests.ui.inspector_hand import APP, CODE, DATABASE, SRE, editor, refusals, type_over
from ui.inspector.panel import InspectorPanel
from ui.inspector.parts import _TeamRow
from ui.theme import DARK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def test_nothing_selected_offers_the_fields_of_the_organisation(qtbot, session, inspector):
    qtbot.mouseClick(inspector.empty.action, Qt.MouseButton.LeftButton)
    assert session.selection == (ORGANIZATION,)
    assert inspector.caption == "Organisation"
    review = editor(inspector, "review_by")
    type_over(review, "+1d")
    QTest.keyClick(review, Qt.Key.Key_Return)
    assert (session.organization.review_by - session.today).days == 1
    assert review.text() == session.organization.review_by.isoformat()


def test_a_team_is_picked_by_a_part_of_its_name_and_gone_to(qtbot, session, inspector):
    session.select(SRE)
    parent = editor(inspector, "parent")
    assert parent.lineEdit().placeholderText() == "unknown"
    type_over(parent, "app t")
    QTest.keyClick(parent, Qt.Key.Key_Return)
    assert session.organization.team_by_id["sre"].parent == "app"
    assert session.history.undo_label == "Change parent of App SRE to App Team"
    goes = parent.parentWidget().go
    assert goes.accessibleName() == "Go to Part of"
    qtbot.mouseClick(goes, Qt.MouseButton.LeftButton)
    assert session.selection == (APP,)


def test_a_name_that_nobody_has_is_said_at_once_and_put_back_by_escape(session, inspector):
    session.select(SRE)
    parent, before = editor(inspector, "parent"), session.document
    type_over(parent, "nobody")
    assert refusals(inspector) == ["Nothing here is called “nobody”."]
    assert parent.property("refused")
    QTest.keyClick(parent, Qt.Key.Key_Escape)
    assert refusals(inspector) == []
    assert parent.lineEdit().text() == ""
    assert session.document is before


def test_what_is_picked_is_made_unknown_again_by_emptying_the_field(session, inspector):
    session.select(CODE)
    layer = editor(inspector, "layer")
    type_over(layer, "")
    QTest.keyClick(layer, Qt.Key.Key_Delete)
    QTest.keyClick(layer, Qt.Key.Key_Return)
    assert session.organization.row_by_id["code"].layer is None
    assert session.undo()
    assert layer.lineEdit().text() == "Application"


def test_arrow_keys_on_a_closed_picker_open_it_and_change_nothing(session, inspector):
    session.select(CODE)
    layer, before = editor(inspector, "layer"), session.document
    QTest.keyClick(layer, Qt.Key.Key_Down)
    assert layer.view().isVisible()
    assert session.document is before
    layer.hidePopup()


def test_a_sentence_says_what_is_wrong_while_it_is_typed_and_nothing_is_written(session, inspector):
    session.select(SRE)
    people, before = editor(inspector, "headcount"), session.document
    type_over(people, "99999999")
    assert refusals(inspector) == ["“99999999” is too large: it has to be a number from 0 to 1000000."]
    assert people.accessibleName() == "People"
    QTest.keyClick(people, Qt.Key.Key_Return)
    assert session.document is before
    QTest.keyClick(people, Qt.Key.Key_Escape)
    assert (people.text(), refusals(inspector)) == ("8", [])
    type_over(people, "9")
    assert refusals(inspector) == []


def test_a_name_cannot_be_taken_away_and_a_contact_can(session, inspector):
    session.execute(ChangeField(SRE, "contact", "#sre"))
    session.select(SRE)
    name = editor(inspector, "name")
    name.clear()
    name.commit()
    assert session.organization.team_by_id["sre"].name == "App SRE"
    contact = editor(inspector, "contact")
    assert contact.text() == "#sre"
    contact.actions()[0].trigger()
    assert session.organization.team_by_id["sre"].contact is None
    assert contact.placeholderText() == "unknown"


def test_prose_is_written_by_enter_and_has_as_many_lines_as_it_takes(qtbot, session, inspector):
    session.select(SRE)
    mission = editor(inspector, "mission")
    low = mission.height()
    QTest.keyClicks(mission, "Runs everything that customers touch, by day and by night, and teaches others to.")
    qtbot.waitUntil(lambda: mission.height() > low)
    QTest.keyClick(mission, Qt.Key.Key_Return)
    assert session.organization.team_by_id["sre"].mission.endswith("teaches others to.")
    QTest.keyClick(mission, Qt.Key.Key_Tab)
    assert not mission.hasFocus()


def test_chips_are_added_taken_out_and_gone_to(qtbot, session, inspector):
    session.select(SRE)
    supports = editor(inspector, "supports")
    QTest.keyClicks(supports.more, "app")
    QTest.keyClick(supports.more, Qt.Key.Key_Return)
    assert session.organization.team_by_id["sre"].supports == ("app",)
    (chip,) = supports.chips
    assert chip.accessibleName() == "App Team"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert session.organization.team_by_id["sre"].supports == ()
    assert session.undo()
    (chip,) = supports.chips
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, 12))
    assert session.organization.team_by_id["sre"].supports == ()
    assert session.undo()
    (chip,) = supports.chips
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert session.selection == (APP,)


def test_members_of_a_rotation_are_people_names_or_a_number(session, inspector):
    session.execute(ChangeField(SRE, "members", (Member(PersonId("ana"), "Ana Sousa"),)))
    session.execute(AddRotation(Rotation(RotationId("first"), TeamId("sre"))))
    session.select("rotation:first")
    members = editor(inspector, "members")

    def give(text):
        QTest.keyClicks(members.more, text)
        QTest.keyClick(members.more, Qt.Key.Key_Return)
        return session.organization.rotations[0].members

    assert give("8") == 8
    assert [chip.name for chip in members.chips] == ["8 people"]
    assert give("ana") == ("ana",)
    assert give("Kim") == ("ana", "Kim")
    assert [chip.name for chip in members.chips] == ["Ana Sousa", "Kim"]
    members.chips[0].click()
    assert session.selection == ("person:sre/ana",)
    assert inspector.caption == "Person"


def test_hours_of_a_rotation_are_checked_as_they_are_typed(session, inspector):
    session.execute(AddRotation(Rotation(RotationId("first"), TeamId("sre"))))
    session.select("rotation:first")
    hours = editor(inspector, "coverage")
    QTest.keyClicks(hours, "Mon-Fri 9-1")
    assert refusals(inspector) == []  # until one in the morning, so far
    type_over(hours, "Mon-Fri nine")
    assert refusals(inspector)[0].startswith("“Mon-Fri nine” are no hours: type 24x7")
    type_over(hours, "Mon-Fri 8-18")
    QTest.keyClick(hours, Qt.Key.Key_Return)
    assert str(session.organization.rotations[0].coverage) == "Mon-Fri 08:00-18:00"


def test_the_ends_of_a_way_are_picked_and_it_stays_selected(session, inspector):
    session.execute(AddEscalation(Escalation(ALERT, TeamId("app"), after=Duration(5, "m"))))
    session.select("escalation:alert->app")
    target = editor(inspector, "target")
    type_over(target, "app sre")
    QTest.keyClick(target, Qt.Key.Key_Return)
    assert session.selection == ("escalation:alert->sre",)
    assert inspector.sheet.top.told.title == "Alert → App SRE"
    assert session.undo()
    assert inspector.caption in ("", "Escalation")


def test_a_day_is_picked_in_the_calendar(qtbot, session, inspector):
    session.select(CODE)
    day = editor(inspector, "confirmed.on")
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = day.calendar
    qtbot.waitUntil(calendar.isVisible)
    assert calendar.days.selectedDate().toPython() == session.today
    calendar.days.clicked.emit(QDate(2026, 10, 6))
    assert session.organization.row_by_id["code"].confirmed.on == date(2026, 10, 6)


def test_sections_stay_as_they_were_left(qtbot, session, inspector, settings):
    session.select(SRE)
    members = inspector.forms[0].heads["Members"]
    assert not members.is_open
    QTest.keyClick(members, Qt.Key.Key_Right)
    assert members.is_open
    qtbot.mouseClick(inspector.forms[0].heads["Sites"], Qt.MouseButton.LeftButton)
    other = InspectorPanel(session, DARK)
    qtbot.addWidget(other)
    other.recall(settings)
    heads = other.forms[0].heads
    assert (heads["Members"].is_open, heads["Sites"].is_open, heads["On call"].is_open) == (True, False, True)


def test_a_field_that_is_wanted_is_found_in_a_section_that_was_folded(session, inspector):
    session.select(SRE)
    inspector.focus_field("members")
    assert inspector.forms[0].heads["Members"].is_open
    assert inspector.forms[0].editors["members"].buttons["add"].hasFocus()
    inspector.focus_field("workload.toil")
    assert inspector.forms[0].editors["workload.toil"].hasFocus()
    inspector.focus_field("no such field")
    assert inspector.forms[0].editors["name"].hasFocus()


def test_what_is_typed_of_one_thing_is_never_written_to_another(session, inspector):
    session.select(SRE)
    lead = editor(inspector, "lead")
    QTest.keyClicks(lead, "Ana")
    session.select(APP)
    lead.commit()
    assert {team.subject: team.lead for team in session.organization.teams if team.lead} == {SRE: "Ana"}
    assert lead.text() == ""
    assert session.selection == (APP,)
    session.undo()
    assert not any(team.lead for team in session.organization.teams)


def test_what_means_nothing_is_said_and_not_kept_when_a_key_goes_to_another_thing(qtbot, session, inspector):
    session.select(SRE)
    people, before = editor(inspector, "headcount"), session.document
    people.setFocus()
    QTest.keyClicks(people, "many")
    with qtbot.waitSignal(session.refused):
        session.select(APP)
    assert session.document is before
    assert people.text() == "6"
    assert refusals(inspector) == []


def test_undo_reaches_a_field_that_has_the_keyboard(session, inspector):
    session.select(SRE)
    lead = editor(inspector, "lead")
    QTest.keyClicks(lead, "Ana")
    QTest.keyClick(lead, Qt.Key.Key_Return)
    assert session.undo()
    assert lead.text() == ""


@pytest.mark.parametrize("named", [SRE, CODE, ORGANIZATION, Subject("service:shop"), Subject("rotation:first")])
def test_whatever_takes_the_keyboard_has_a_name(session, inspector, named):
    session.execute(AddService(Service(ServiceId("shop"), "Shop")))
    session.execute(AddRotation(Rotation(RotationId("first"), TeamId("sre"), members=3)))
    session.select(named)
    for form in inspector.forms:
        for head in form.heads.values():
            head.turned.emit(True)
    for widget in inspector.sheet.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(inspector):
            spoken = QAccessible.queryAccessibleInterface(widget)
            assert spoken.text(QAccessible.Text.Name), widget


def test_tab_goes_from_top_to_bottom(qtbot, session, inspector):
    session.execute(ChangeField(SRE, "sites", (Site("London"), Site("Denver"))))
    session.select(SRE)
    sheet = inspector.sheet
    qtbot.waitUntil(lambda: sheet.widget().height() > 400)
    inspector.focus_first()
    tops, seen = [], set()
    while (widget := QApplication.focusWidget()) not in seen and sheet.widget().isAncestorOf(widget):
        seen.add(widget)
        tops.append(widget.mapTo(sheet.widget(), QPoint()).y())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert len(tops) > 15
    steps_back = [(one, other) for one, other in pairwise(tops) if other < one - 4]
    assert steps_back == []
    last = QApplication.focusWidget()
    QTest.keyClick(last, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is not last


@pytest.mark.parametrize("width", [280, 344])
def test_long_names_in_any_script_widen_nothing(qtbot, session, inspector, width):
    name = "שירותי תשלומים " * 12 + "👩‍🚒 Zoë́"
    session.execute(ChangeField(APP, "name", name))
    session.execute(ChangeField(SRE, "supports", ("app",)))
    session.execute(ChangeField(SRE, "parent", "app"))
    session.execute(AssignTeam("database", "app", "I"))
    inspector.resize(width, 900)
    for named in (SRE, APP, DATABASE):
        session.select(named)
        sheet = inspector.sheet
        qtbot.waitUntil(lambda sheet=sheet: sheet.widget().width() == sheet.viewport().width())
        for row in sheet.widget().findChildren(_TeamRow):
            assert row.geometry().right() <= sheet.viewport().width()
        for form in inspector.forms:
            for held in form.editors.values():
                right = held.mapTo(sheet.widget(), QPoint(held.width(), 0)).x()
                assert right <= sheet.viewport().width()
