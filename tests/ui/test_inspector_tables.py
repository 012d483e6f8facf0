"""Tables of the Inspector: lines filled, moved and removed, and those of settings and assessments."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from orgmodel.commands import (
    AddQuestionnaire,
    ChangeField,
)
from orgmodel.model import (
    ORGANIZATION,
    Activity,
    Questionnaire,
    Section,
    Site,
    Subject,
)
from tests.ui.inspector_hand import APP, SRE, editor, refusals, type_over

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


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
