"""The Inspector fills the sheet that is there where it can, and builds another where the fields are others."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from orgmodel.commands import AddRotation, AddService, AssignTeam, ChangeField, RemoveTeam
from orgmodel.model import Rotation, RotationId, Service, ServiceId, TeamId
from orgmodel.model.rotations import Coverage, Window
from tests.ui.found import ALONE, SRE, WAIVED, report
from ui.inspector.panel import InspectorPanel
from ui.inspector.parts import _TeamRow
from ui.plain_text import as_tip
from ui.theme import DARK, LIGHT

CODE, DATABASE = "responsibility:code", "responsibility:database"


@pytest.fixture
def inspector(qtbot, session, appearance):
    session.select(DATABASE)
    panel = InspectorPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(344, 600)
    panel.show()
    return panel


def test_another_row_is_filled_into_the_same_fields(session, inspector):
    forms, sheet = inspector.forms, inspector.sheet
    session.select(CODE)
    assert inspector.forms is forms
    assert inspector.sheet is sheet
    assert forms[0].editors["name"].text() == "Code"
    forms[0].editors["name"].setText("Coding")
    forms[0].editors["name"].commit()
    assert session.organization.row_by_id["code"].name == "Coding"
    assert session.organization.row_by_id["database"].name == "Database"


def test_letters_are_told_anew_and_nothing_else_is(qtbot, session, inspector):
    fields, top = inspector.forms[0].editors["name"], inspector.sheet.top
    session.execute(AssignTeam("database", "app", "R"))
    assert inspector.forms[0].editors["name"] is fields
    assert inspector.sheet.top is not top
    assert [row.toolTip() for row in inspector.sheet.top.findChildren(_TeamRow)] == [
        "App Team: does the work",
        "App SRE: answers for it",
    ]
    top = inspector.sheet.top
    session.execute(AssignTeam("code", "sre", "R"))
    assert inspector.sheet.top is top


def test_each_kind_has_fields_of_its_own(session, inspector):
    rows = inspector.forms
    session.select("team:app")
    assert inspector.forms is not rows
    assert inspector.caption == "Team"
    teams = inspector.forms
    session.select(CODE)
    assert inspector.forms is rows
    assert rows[0].editors["name"].text() == "Code"
    session.select("team:app")
    assert inspector.forms is teams
    session.execute(RemoveTeam("app"))
    assert inspector.forms == ()


def test_a_theme_reaches_every_part(session, inspector):
    forms = inspector.forms
    inspector.apply_theme(DARK)
    assert inspector.forms is not forms
    assert inspector.forms[0].theme is DARK


def test_another_thing_is_shown_from_its_top(qtbot, session, inspector):
    inspector.resize(344, 120)
    bar = inspector.sheet.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    session.execute(AssignTeam("database", "app", "R"))
    assert bar.value() > 0
    session.select(CODE)
    assert bar.value() == 0


def test_a_team_that_was_pressed_leaves_the_keyboard_in_the_sheet(qtbot, session, inspector):
    session.execute(AssignTeam("database", "app", "R"))
    first, second = inspector.sheet.top.findChildren(_TeamRow)
    second.click()
    session.select(DATABASE)
    first = inspector.sheet.top.findChildren(_TeamRow)[0]
    first.setFocus()
    session.select(CODE)
    assert inspector.sheet.hasFocus()
    assert not inspector.sheet.is_typed_in()


def test_nothing_is_wider_than_the_dock(qtbot, session, inspector):
    for place in range(6):
        coverage = Coverage(None, (Window(0, 6, 480, 1080 + place),))
        session.execute(AddRotation(Rotation(RotationId(f"r{place}"), TeamId("app"), coverage=coverage)))
    session.select("team:app")
    sheet = inspector.sheet
    qtbot.waitUntil(lambda: sheet.widget().width() == sheet.viewport().width())
    top = sheet.top
    for label in top.findChildren(QLabel):
        assert top.rect().contains(QRect(label.mapTo(top, QPoint()), label.size())), label.text()
        assert label.wordWrap() or label.sizeHint().width() <= label.width(), label.text()


def test_an_unknown_criticality_is_that_of_the_service(session, inspector):
    remark = inspector.forms[0].remarks["criticality"]
    assert remark.text() == "1 is highest"
    session.execute(AddService(Service(ServiceId("shop"), "Shop", criticality=1)))
    session.execute(ChangeField(DATABASE, "service", "shop"))
    assert remark.text() == "as its service: 1"
    assert "Criticality unknown, so that of its service: 1." in remark.toolTip()
    session.execute(ChangeField("service:shop", "criticality", 3))
    assert remark.text() == "as its service: 3"
    session.execute(ChangeField(DATABASE, "criticality", 2))
    assert remark.text() == "1 is highest"
    assert remark.toolTip() == ""


def row_named(session, inspector, name):
    """The only team of the sheet, under another name."""
    session.execute(ChangeField("team:sre", "name", name))
    session.select(CODE)
    session.select(DATABASE)
    (row,) = inspector.sheet.top.findChildren(_TeamRow)
    return row


def test_a_long_name_of_a_team_takes_two_lines_and_its_tip_says_it_whole(qtbot, session, inspector):
    assert row_named(session, inspector, "App SRE").name == ["App SRE"]
    name = "Site Reliability Engineering of Storefront"
    row = row_named(session, inspector, name)
    qtbot.waitUntil(lambda: len(row.name) == 2)
    assert " ".join(row.name) == name
    assert row.height() > 28
    row = row_named(session, inspector, f"{name} and of Everything that Stands Behind It")
    qtbot.waitUntil(lambda: row.name[-1].endswith("…"))
    assert row.toolTip() == f"{name} and of Everything that Stands Behind It: answers for it"


def test_a_finding_that_was_accepted_is_told_after_those_that_are_open(session, inspector):
    session.select(SRE)
    session.show_findings(report(ALONE, waived=(WAIVED,)))
    assert inspector.sheet.top.told.findings == (
        ("info", ALONE.message),
        ("waived", f"{WAIVED.message} Accepted until 1 January 2027 by Marek: Small team."),
    )
    said = [label.text() for label in inspector.sheet.top.findChildren(QLabel)]
    assert said.index(ALONE.message) < next(i for i, text in enumerate(said) if "Accepted until" in text)


def test_a_choice_says_its_whole_name_in_a_tip(session, inspector):
    name = "Rotas & Runbooks of Everything that Stands Behind the Storefront"
    session.execute(ChangeField("team:app", "name", name))
    session.execute(ChangeField("team:sre", "parent", "app"))
    session.select(SRE)
    assert inspector.forms[0].editors["parent"].lineEdit().text() == name
    assert inspector.forms[0].editors["parent"].toolTip() == as_tip(name)


def test_the_id_stands_at_the_foot_and_is_copied(qtbot, session, inspector):
    line = inspector.sheet.id_line
    assert line.button.text() == "database"
    session.execute(ChangeField(DATABASE, "name", "Databases"))
    assert line.button.text() == "database"
    line.button.click()
    assert QGuiApplication.clipboard().text() == "database"
    session.select(CODE, DATABASE)
    assert not inspector.sheet.id_line.isVisible()
