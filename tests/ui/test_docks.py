"""The docks: what was found and what is selected, and the edits that start there."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog

from orgmodel.commands import AddEscalation, AssignTeam
from orgmodel.document import Waiver
from orgmodel.findings import Details, Finding, Fix, NotAssessed, Report, Source
from orgmodel.model import ALERT, Duration, Escalation, Raci, RowId, Subject, TeamId
from orgmodel.model.value import changed
from ui.docks import DOCKS, Rail
from ui.findings.lines import FindingLine, GroupLine, Heading, MissingLine, caption, lines_of
from ui.findings.panel import FindingsPanel
from ui.findings.waive import WaiveDialog
from ui.inspector.panel import InspectorPanel
from ui.theme import LIGHT

RELEASE = Subject("responsibility:release")
SRE = Subject("team:sre")
GAP = Finding(
    "GAP001",
    "nobody-does-it",
    "error",
    "Nobody does “Release Process”.",
    (RELEASE,),
    Source("S12", "Trackplus, RACI Matrix Analysis"),
    Details(
        "Assign it to App SRE.",
        fixes=(Fix("Assign A to App SRE", AssignTeam(RowId("release"), TeamId("sre"), "A")),),
    ),
)
WAIVED = Finding(
    "ESC003",
    "dead-end",
    "warning",
    "App SRE has nobody to escalate to.",
    (SRE,),
    Source("S16", "ITIL, Incident escalation"),
    Details("Add a level."),
    waived=Waiver("ESC003", (SRE,), "Small team.", date(2027, 1, 1)),
)
UNKNOWN = NotAssessed("SPOF001", (SRE,), "headcount of App SRE")
REPORT = Report((GAP,), (WAIVED,), (UNKNOWN,), ("OVR001",), date(2026, 11, 22))


@pytest.fixture
def findings(qtbot, session, appearance):
    panel = FindingsPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(344, 400)
    panel.show()
    session.show_findings(REPORT)
    return panel


@pytest.fixture
def inspector(qtbot, session, appearance):
    panel = InspectorPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(344, 600)
    panel.show()
    return panel


def test_open_waived_and_not_assessed_stand_apart():
    assert [type(line) for line in lines_of(REPORT)] == [FindingLine, Heading, FindingLine, Heading, MissingLine]
    assert caption(REPORT) == "1 open, 1 waived"


def test_a_click_selects_what_the_finding_is_about(qtbot, session, findings):
    place = findings.list.visualRect(findings.list.lines.index(0)).topLeft()
    qtbot.mouseClick(findings.list.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(60, 12))
    assert session.selection == (RELEASE,)
    assert session.finding is GAP


def test_a_click_on_the_words_of_the_fix_applies_it_as_one_step(qtbot, session, findings):
    line, rect = findings.list.lines.lines[0], findings.list.visualRect(findings.list.lines.index(0))
    points = (rect.topLeft() + QPoint(x, y) for x in range(30, 340, 8) for y in range(20, rect.height(), 4))
    place = next(point for point in points if findings.list.delegate.action_at(line, rect, point) == "fix")
    qtbot.mouseClick(findings.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.organization.row_by_id["release"].raci == Raci({TeamId("sre"): "A"})
    assert session.history.undo_label == "Assign A: Release Process to App SRE"


def test_the_fix_has_a_key_and_the_line_follows_the_selection(qtbot, session, findings):
    session.select(RELEASE)
    assert findings.list.currentIndex().row() == 0
    qtbot.keyClick(findings.list, Qt.Key.Key_F)
    assert session.organization.row_by_id["release"].raci == Raci({TeamId("sre"): "A"})


def test_alike_findings_are_one_line_that_opens(qtbot, session, findings):
    twins = tuple(
        changed(GAP, subjects=(Subject(f"responsibility:{row}"),), alike="have nobody to do them", fixes=())
        for row in ("code", "database", "release")
    )
    session.show_findings(Report(twins, (), (), (), date(2026, 11, 22)))
    (group,) = findings.list.lines.lines
    assert isinstance(group, GroupLine)
    assert group.text == "Three rows have nobody to do them."
    findings.list.setCurrentIndex(findings.list.lines.index(0))
    qtbot.keyClick(findings.list, Qt.Key.Key_Right)
    assert len(findings.list.lines.lines) == 4
    findings.list.setCurrentIndex(findings.list.lines.index(0))
    qtbot.keyClick(findings.list, Qt.Key.Key_Left)
    session.show_finding(twins[1])
    assert findings.list.currentIndex().row() == 2


def test_f1_opens_the_page_of_the_rule_and_not_the_keys(qtbot, session, findings):
    session.select(RELEASE)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    asked.ignore()
    QApplication.sendEvent(findings.list, asked)
    assert asked.isAccepted()
    qtbot.keyClick(findings.list, Qt.Key.Key_F1)
    page = findings.list.findChild(QDialog)
    assert page.windowTitle() == "GAP001 nobody-does-it"
    page.close()


def test_nothing_found_says_so(qtbot, session, findings):
    session.show_findings(Report((), (), (), ("GAP001", "OVR001"), date(2026, 11, 22)))
    assert findings.empty.isVisibleTo(findings)
    assert findings.empty.hint.text() == "2 rules are clean, 0 were not assessed."


def test_the_rail_counts_one_as_one(qtbot, appearance):
    rail = Rail(DOCKS, LIGHT)
    qtbot.addWidget(rail)
    rail.show_counts(1, 2)
    assert rail.buttons["dock-findings"].accessibleName() == "Open Findings: 1 error, 2 warnings"


def test_a_waiver_needs_a_reason(qtbot, session, findings):
    dialog = WaiveDialog(GAP, session.today, findings)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    qtbot.keyClicks(dialog.reason, "Hired in March")
    assert ok.isEnabled()
    session.execute(dialog.command())
    assert session.document.waivers[0].reason == "Hired in March"
    assert session.document.waivers[0].on == (RELEASE,)


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


def test_a_choice_is_written_at_once_and_undo_shows_in_the_form(qtbot, session, inspector):
    session.select(RELEASE)
    criticality = inspector.forms[0].editors["criticality"]
    assert isinstance(criticality, QComboBox)
    criticality.setFocus()
    qtbot.keyClick(criticality, Qt.Key.Key_Down)
    assert session.organization.row_by_id["release"].criticality == 1
    session.undo()
    assert session.organization.row_by_id["release"].criticality is None
    inspector.setFocus()
    session.select(SRE)
    session.select(RELEASE)
    assert inspector.forms[0].editors["criticality"].currentText() == "unknown"


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
