"""The Inspector on rows: their letters, several of them at once, and what is accepted about them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from orgmodel.commands import (
    ChangeField,
    Waive,
)
from orgmodel.document import Waiver
from orgmodel.model import (
    Duration,
)
from tests.ui.found import GAP, report
from tests.ui.inspector_hand import CODE, DATABASE, RELEASE, SRE, editor, type_over
from ui.inspector.held import SEVERAL

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


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
