"""While somebody works in the Inspector, what has the keyboard keeps its place and every field its width."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from orgmodel.commands import AssignTeam, ChangeField
from tests.ui.found import DATABASE, SRE, found, report
from ui.inspector.mended import Mended
from ui.inspector.panel import InspectorPanel
from ui.inspector.parts import Banner
from ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
MANY = tuple(found(f"GAP00{number}", DATABASE, message=f"Sentence {number}.") for number in range(1, 6))


@pytest.fixture
def inspector(qtbot, session, appearance):
    panel = InspectorPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(344, 420)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    session.select(DATABASE)
    return panel


def top_of(inspector, field):
    editor = inspector.forms[0].editors[field]
    return editor.mapTo(inspector, QPoint()).y()


def settle():
    """Let everything have its place."""
    for _ in range(3):
        QCoreApplication.processEvents()


def banners(inspector):
    return len(inspector.sheet.top.findChildren(Banner))


@pytest.mark.parametrize("height", [300, 420, 2000])
@pytest.mark.parametrize("turns", [(0, 2, 0), (2, 0, 1, 0), (1, 5, 2, 0, 5)])
def test_the_field_with_the_keyboard_keeps_its_place(qtbot, session, inspector, height, turns):
    inspector.resize(344, height)
    session.show_findings(report(*MANY[: turns[0]]))
    inspector.focus_field("criticality")
    settle()
    at = top_of(inspector, "criticality")
    for number in turns[1:]:
        session.show_findings(report(*MANY[:number]))
        assert top_of(inspector, "criticality") == at
        settle()
        assert top_of(inspector, "criticality") == at


def test_letters_that_come_above_it_leave_it_in_its_place(qtbot, session, inspector):
    inspector.focus_field("name")
    settle()
    at = top_of(inspector, "name")
    session.execute(AssignTeam("database", "app", "R"))
    assert top_of(inspector, "name") == at
    assert session.undo()
    assert top_of(inspector, "name") == at


def test_another_thing_gives_the_room_back(qtbot, session, inspector):
    session.show_findings(report(*MANY[:2]))
    inspector.focus_field("name")
    session.show_findings(report())
    assert inspector.sheet.steadiness.space.height() > 0
    session.select("responsibility:code")
    assert inspector.sheet.steadiness.space.height() == 0


def test_in_the_room_of_findings_that_are_mended_stands_that_they_are(qtbot, session, inspector):
    session.show_findings(report(*MANY[:3]))
    inspector.focus_field("name")
    room = inspector.sheet.steadiness.space
    session.show_findings(report(*MANY[:2]))
    assert room.lines() == ("Fixed: Sentence 3.",)
    session.show_findings(report(*MANY[:3]))
    assert room.lines() == ()
    session.show_findings(report())
    assert room.lines() == ("Fixed: Sentence 1.", "Fixed: Sentence 2.", "Fixed: Sentence 3.")
    assert "Fixed: Sentence 2." in room.accessibleName()
    session.select("responsibility:code")
    assert room.lines() == ()
    assert not room.accessibleName()


def test_a_finding_in_other_words_is_not_mended():
    before, renamed = (("error", "Nobody does Database."),), (("error", "Nobody does Databases."),)
    assert not Mended().then(before, renamed).sentences
    assert Mended().then(before, ()).then((), renamed).sentences == ("Nobody does Database.",)
    assert not Mended().then(before, ()).then((), before).sentences


def test_of_many_findings_two_are_told_until_the_others_are_asked_for(qtbot, session, inspector):
    session.show_findings(report(*MANY[:3]))
    assert banners(inspector) == 3
    session.show_findings(report(*MANY))
    assert banners(inspector) == 2
    others = inspector.sheet.top.others
    assert others.text() == "3 more findings"
    QTest.mouseClick(others, Qt.MouseButton.LeftButton)
    assert banners(inspector) == 5
    session.show_findings(report(*MANY[:4]))
    assert banners(inspector) == 4


def test_the_scroll_bar_takes_no_width(qtbot, session, inspector):
    inspector.resize(344, 3000)
    bar = inspector.sheet.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    width = inspector.sheet.widget().width()
    assert not bar.isEnabled()
    inspector.resize(344, 200)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.isEnabled()
    assert inspector.sheet.widget().width() == width


def test_prose_shows_its_beginning_once_it_is_left(qtbot, session, inspector):
    session.execute(ChangeField(SRE, "mission", "\n".join(f"Line {number}" for number in range(20))))
    session.select(SRE)
    inspector.focus_field("mission")
    mission = inspector.forms[0].editors["mission"]
    QTest.keyClick(mission, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(mission, "!")
    assert mission.verticalScrollBar().value() > 0
    QTest.keyClick(mission, Qt.Key.Key_Tab)
    assert session.organization.team_by_id["sre"].mission.endswith("19!")
    assert mission.verticalScrollBar().value() == 0
