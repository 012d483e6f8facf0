"""Editing in the Inspector by mouse and keyboard: pickers, chips, tables, lists, days, letters, several at once."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from orgmodel.commands import (
    AddEscalation,
    AddQuestionnaire,
    AddRotation,
    AddService,
    AssignTeam,
    ChangeField,
    Waive,
)
from orgmodel.document import Waiver
from orgmodel.model import (
    ALERT,
    ORGANIZATION,
    Activity,
    Duration,
    Escalation,
    Member,
    PersonId,
    Questionnaire,
    Rotation,
    RotationId,
    Section,
    Service,
    ServiceId,
    Site,
    Subject,
    TeamId,
)
from tests.ui.found import GAP, report
from ui.inspector.held import SEVERAL
from ui.inspector.panel import InspectorPanel
from ui.inspector.parts import _TeamRow
from ui.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

APP, SRE = Subject("team:app"), Subject("team:sre")
CODE, DATABASE, RELEASE = (Subject(f"responsibility:{row}") for row in ("code", "database", "release"))


@pytest.fixture
def inspector(qtbot, session, appearance, settings):
    panel = InspectorPanel(session, LIGHT)
    panel.recall(settings)
    qtbot.addWidget(panel)
    panel.resize(344, 900)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def editor(inspector, field, form=0):
    """The editor of a field, in its section that is opened."""
    row = inspector.forms[form].focus_field(field)
    return row.editor


def refusals(inspector):
    return [label.text() for label in inspector.findChildren(QLabel, "refusal") if not label.isHidden()]


def type_over(widget, text):
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)


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


def test_a_table_is_filled_from_cell_to_cell(qtbot, session, inspector):
    session.select(SRE)
    sites = editor(inspector, "sites")
    assert sites.buttons["add"].hasFocus()
    qtbot.mouseClick(sites.buttons["add"], Qt.MouseButton.LeftButton)
    for text in ("London", "europe/lond", "5"):
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert session.organization.team_by_id["sre"].sites == (Site("London", "Europe/London", 5),)
    assert session.history.undo_label == "Change sites of App SRE"
    assert sites.lines[0].cells["headcount"].accessibleName() == "People, London"


def test_lines_of_a_table_move_and_go_by_keys_and_by_buttons(qtbot, session, inspector):
    session.execute(ChangeField(SRE, "sites", tuple(Site(name) for name in ("London", "Denver", "Oslo"))))
    session.select(SRE)
    sites = editor(inspector, "sites")

    def names():
        return [site.name for site in session.organization.team_by_id["sre"].sites]

    denver = sites.lines[1].cells["name"]
    denver.setFocus()
    QTest.keyClick(denver, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert names() == ["Denver", "London", "Oslo"]
    assert sites.lines[0].cells["name"].hasFocus()
    assert not sites.buttons["up"].isEnabled()
    qtbot.mouseClick(sites.buttons["down"], Qt.MouseButton.LeftButton)
    assert names() == ["London", "Denver", "Oslo"]
    qtbot.mouseClick(sites.buttons["remove"], Qt.MouseButton.LeftButton)
    assert names() == ["London", "Oslo"]
    oslo = sites.lines[1].cells["name"]
    oslo.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(oslo, Qt.Key.Key_Delete, keys)
    assert names() == ["London"]


def test_a_line_that_was_begun_is_forgotten_by_escape_and_by_going_elsewhere(session, inspector):
    session.select(SRE)
    sites, before = editor(inspector, "sites"), session.document
    sites.start_adding()
    assert not sites.lines[0].isHidden()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert sites.lines[0].isHidden()
    sites.start_adding()
    people = sites.lines[0].cells["headcount"]
    people.setFocus()
    QTest.keyClicks(people, "5")
    assert refusals(inspector) == ["Fill in “Site” first: then there is a site."]
    session.select(APP)
    assert sites.lines[0].isHidden()
    assert session.document is before


def test_layers_are_added_on_the_sheet_of_the_organisation(session, inspector):
    session.select(ORGANIZATION)
    layers = editor(inspector, "layers")
    layers.start_adding()
    QTest.keyClicks(QApplication.focusWidget(), "Edge")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert session.organization.layers[-1].id == "edge"
    assert inspector.forms[0].heads["Layers"].accessibleName() == "Layers: 5"


def test_limits_and_severities_show_their_defaults_and_come_back_to_them(session, inspector):
    session.select(ORGANIZATION)
    limits = editor(inspector, "settings.limits")
    (line,) = (line for line, held in zip(limits.lines, limits.values, strict=True) if held.key == "stale_days")
    here = line.cells["number"]
    assert (line.cells["default"].value, here.text(), here.placeholderText()) == ("180", "", "default")
    here.setFocus()
    QTest.keyClicks(here, "90")
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert session.organization.settings.limit("stale_days") == 90
    here.clear()
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert session.organization.settings.limits == ()
    rules = editor(inspector, "settings.rules")
    severity = rules.lines[0].cells["severity"]
    severity.setFocus()
    QTest.keyClick(severity, Qt.Key.Key_Down)
    QTest.keyClick(severity, Qt.Key.Key_Return)
    assert session.organization.settings.rules == (("GAP001", "off"),)


def test_an_assessment_is_made_and_rated(session, inspector):
    session.select(ORGANIZATION)
    editor(inspector, "assessments").add()
    (made,) = session.organization.assessments
    assert session.selection == (made.subject,)
    assert made.date == session.today
    ratings = editor(inspector, "ratings")
    score = ratings.lines[1].cells["rating.rating"]
    score.setFocus()
    for _ in range(4):
        QTest.keyClick(score, Qt.Key.Key_Down)
    QTest.keyClick(score, Qt.Key.Key_Return)
    assert "2." in ratings.detail_title.text()
    until = ratings.details["rating.due"]
    until.setFocus()
    QTest.keyClicks(until, "+30d")
    QTest.keyClick(until, Qt.Key.Key_Return)
    ((activity, rating),) = session.organization.assessments[0].ratings
    assert (activity, rating.rating, (rating.due - session.today).days) == ("2", 4, 30)
    totals = editor(inspector, "printed_totals")
    assert any(line.said.startswith("4, 1 of") for line in totals.values)


def test_a_questionnaire_of_ones_own_is_written_here(session, inspector):
    session.execute(AddQuestionnaire(Questionnaire("habits", "Habits")))
    session.select("questionnaire:habits")
    sections = editor(inspector, "sections")
    for text in ("Calls", "Care"):
        sections.start_adding()
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    questions = editor(inspector, "sections.activities")
    questions.start_adding()
    QTest.keyClicks(QApplication.focusWidget(), "Calls are kept")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    low = questions.details["activity.low"]
    low.setFocus()
    QTest.keyClicks(low, "Nobody calls")
    QTest.keyClick(low, Qt.Key.Key_Return)
    (held,) = session.organization.questionnaires
    assert [section.name for section in held.sections] == ["Calls", "Care"]
    (activity,) = held.sections[1].activities
    assert (activity.text, activity.low) == ("Calls are kept", "Nobody calls")


def test_what_is_half_typed_under_a_table_goes_to_the_thing_that_it_is_of(session, inspector):
    for name in ("first", "second"):
        asked = (Section("all", "All", (Activity("1", f"Of the {name}"),)),)
        session.execute(AddQuestionnaire(Questionnaire(name, name.title(), sections=asked)))
    session.select("questionnaire:first")
    low = editor(inspector, "sections.activities").details["activity.low"]
    low.setFocus()
    QTest.keyClicks(low, "Nobody calls")
    session.select("questionnaire:second")
    low.commit()
    lows = [each.activities[0].low for each in session.organization.questionnaires]
    assert lows == ["Nobody calls", None]


def test_what_was_said_and_the_steps_are_made_here_and_removed(session, inspector):
    for field in ("decisions", "views"):
        session.select(ORGANIZATION)
        made = editor(inspector, field)
        made.add()
        assert session.selection == (Subject(f"{field[:-1]}:1"),)
    name = editor(inspector, "name")
    type_over(name, "Who is woken")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert session.document.views[0].name == "Who is woken"
    session.select(ORGANIZATION)
    (line,) = editor(inspector, "views").lines
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert session.document.views == ()
    assert len(session.document.decisions) == 1


def test_a_step_is_in_the_lens_in_front(session, inspector):
    for lens, name in (("matrix", "Matrix"), ("oncall", "On call")):
        session.lens = f"lens-{lens}"
        session.select(ORGANIZATION)
        editor(inspector, "views").add()
        assert (session.document.views[-1].lens, session.document.views[-1].name) == (lens, name)


def test_a_waiver_stays_selected_when_it_is_of_another_rule(session, inspector):
    session.execute(Waive(Waiver("GAP001", (RELEASE,), "Later.", date(2027, 1, 1))))
    session.select("waiver:GAP001/1")
    until = editor(inspector, "until")
    type_over(until, "2027-02-01")
    QTest.keyClick(until, Qt.Key.Key_Return)
    assert session.document.waivers[0].until == date(2027, 2, 1)
    rule = editor(inspector, "rule")
    type_over(rule, "gap002")
    QTest.keyClick(rule, Qt.Key.Key_Return)
    assert session.selection == ("waiver:GAP002/1",)
    about = editor(inspector, "on")
    QTest.keyClick(about.chips[0], Qt.Key.Key_Delete)
    assert session.document.waivers[0].on == (RELEASE,)


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


def test_letters_are_changed_by_keys_and_the_keyboard_stays(session, inspector):
    session.select(CODE)
    line = inspector.sheet.top.line_of(SRE)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_R)
    assert session.organization.row_by_id["code"].raci["sre"] == "R"
    line = inspector.sheet.top.line_of(SRE)
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_A)
    assert session.organization.row_by_id["code"].raci["sre"] == "AR"
    QTest.keyClick(inspector.sheet.top.line_of(SRE), Qt.Key.Key_Delete)
    assert "sre" not in session.organization.row_by_id["code"].raci


def test_another_team_is_given_a_letter(qtbot, session, inspector):
    session.select(DATABASE)
    picker = inspector.sheet.another.picker
    picker.setFocus()
    QTest.keyClicks(picker, "app")
    assert [name for _, name in picker.names.things] == ["App Team"]
    QTest.keyClick(picker, Qt.Key.Key_Return)
    (menu,) = inspector.sheet.another.findChildren(QMenu)
    assert menu.actions()[0].text().partition("\t")[2] == "answers for it"
    QTest.keyClick(menu, Qt.Key.Key_I)
    assert session.organization.row_by_id["database"].raci["app"] == "I"


def test_several_rows_are_changed_as_one_step(session, inspector):
    session.select(CODE, DATABASE, RELEASE)
    assert inspector.caption == "3 rows"
    assert inspector.sheet.top.told.title == "3 rows"
    assert "name" not in inspector.forms[0].editors
    layer, state = editor(inspector, "layer"), editor(inspector, "state")
    assert layer.lineEdit().placeholderText() == "several"
    assert state.currentText() == "Open, not yet discussed"
    type_over(layer, "unk")
    QTest.keyClick(layer, Qt.Key.Key_Return)
    assert {row.layer for row in session.organization.responsibilities} == {None}
    assert session.undo()
    before = session.document
    effort = editor(inspector, "effort")
    QTest.keyClicks(effort, "2")
    QTest.keyClick(effort, Qt.Key.Key_Return)
    assert {row.effort for row in session.organization.responsibilities} == {Duration(2, "h")}
    assert session.undo()
    assert session.document is before
    assert session.selection == (CODE, DATABASE, RELEASE)


def test_what_several_rows_name_is_added_to_and_taken_from_each(session, inspector):
    session.execute(ChangeField(CODE, "depends_on", ("release",)))
    session.select(CODE, DATABASE)
    rests = editor(inspector, "depends_on")
    assert rests.value is SEVERAL
    rests.take("release")
    held = {row.id: row.depends_on for row in session.organization.responsibilities}
    assert held == {"code": ("release",), "database": ("release",), "release": ()}
    (chip,) = rests.chips
    chip.removed.emit()
    assert all(row.depends_on == () for row in session.organization.responsibilities)


def test_a_finding_about_two_rows_shows_the_first_of_them(session, inspector):
    session.show_findings(report(GAP))
    session.show_finding(GAP)
    assert inspector.named == GAP.subjects[:1]


def test_things_of_several_kinds_show_the_first(session, inspector):
    session.select(SRE, CODE)
    assert inspector.caption == "Team"


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
