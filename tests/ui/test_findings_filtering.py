"""Which findings the dock lists, and what it says where there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.found import (
    DATABASE,
    GAP,
    NO_HEADCOUNT,
    RELEASE,
    REPORT,
    SHARED,
    SRE,
    report,
)
from tests.ui.panel_hand import LEFT, codes, key, press
from ui.findings.filtering import EVERYTHING, FindingsFilter
from ui.findings.lines import MissingLine, SectionLine
from ui.findings.panel import FindingsPanel
from ui.settings import Settings
from ui.theme import LIGHT

K = Qt.Key


def test_kinds_are_switched_on_and_off_and_the_caption_counts(qtbot, panel):
    panel.button.click()
    said = []
    panel.caption_changed.connect(said.append)
    qtbot.mouseClick(panel.tools.kinds["error"], LEFT)
    assert codes(panel) == ["GAP001"]
    qtbot.keyClick(panel.tools.kinds["warning"], K.Key_Space)
    assert codes(panel) == ["GAP001", "OVR001"]
    assert said[-1] == "2 of 3 open"
    qtbot.mouseClick(panel.tools.kinds["error"], LEFT)
    qtbot.mouseClick(panel.tools.kinds["warning"], LEFT)
    assert panel.filter == EVERYTHING
    assert panel.tools.kinds["not-assessed"].accessibleName() == "Not assessed: 2"


def test_words_filter_and_escape_gives_the_list_back(qtbot, panel):
    panel.focus_filter()
    field = panel.tools.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "release")
    assert codes(panel) == ["GAP001"]
    qtbot.keyClick(field, K.Key_Down)
    assert panel.list.hasFocus()
    assert panel.list.selectedIndexes() == [panel.list.currentIndex()]
    field.setFocus()
    qtbot.keyClick(field, K.Key_Escape)
    assert panel.filter == EVERYTHING


def test_nothing_matches_and_the_filter_is_cleared_by_a_press(qtbot, panel):
    panel.set_filter(FindingsFilter(text="nowhere"))
    assert panel.empty.title.text() == "No finding matches."
    assert panel.empty.hint.text() == "6 are hidden."
    assert panel.list.isHidden()
    qtbot.mouseClick(panel.empty.action, LEFT)
    assert panel.filter == EVERYTHING
    assert panel.list.hasFocus()


def test_nothing_found_says_so_above_what_was_not_assessed(session, panel):
    session.show_findings(report(unknown=(NO_HEADCOUNT,), clean=("GAP001", "OVR001")))
    assert (panel.empty.title.text(), panel.empty.hint.text()) == (
        "No findings.",
        "2 rules are clean, 1 was not assessed.",
    )
    assert panel.empty.isVisible()
    assert [type(line) for line in panel.list.lines.lines] == [SectionLine, MissingLine]
    session.show_findings(report())
    assert panel.list.isHidden()


def test_only_about_the_selection_follows_what_is_selected_in_the_lens(qtbot, session, panel):
    session.select(DATABASE)
    panel.button.click()
    qtbot.mouseClick(panel.tools.selection, LEFT)
    assert codes(panel) == ["OVR001", "GAP005", "SPOF001"]
    session.select(RELEASE)
    assert codes(panel) == ["GAP001"]
    qtbot.mouseClick(panel.tools.selection, LEFT)
    assert panel.filter == EVERYTHING


def test_only_about_the_selection_stays_while_one_goes_through_its_findings(qtbot, session, panel):
    session.select(SRE)
    panel.set_filter(FindingsFilter(about=session.selection))
    before = codes(panel)
    press(qtbot, panel, "OVR001")
    assert session.selection == (DATABASE,)
    assert codes(panel) == before
    panel.list.clearFocus()
    assert session.step_finding(1)
    assert session.selection == (SRE,)
    session.show_finding(SHARED)
    assert codes(panel) == before


def test_the_headings_are_remembered_and_the_filter_is_not(qtbot, session, panel, tmp_path):
    place = tmp_path / "view.ini"
    panel.recall(Settings(place))
    panel.set_grouping("team")
    panel.set_filter(FindingsFilter(text="app", kinds=("error", "not-assessed"), family="GAP"))
    again = FindingsPanel(session, LIGHT)
    qtbot.addWidget(again)
    again.recall(Settings(place))
    assert (again.grouping, again.filter) == ("team", EVERYTHING)
    assert not again.button.isChecked()


def test_the_keyboard_stays_in_a_list_that_was_emptied(qtbot, session, panel):
    panel.set_filter(FindingsFilter(kinds=("waived",)))
    panel.list.setFocus()
    session.show_findings(report(GAP))
    assert codes(panel) == []
    assert panel.empty.isVisible()
    assert panel.list.hasFocus()
    session.show_findings(REPORT)
    assert panel.list.hasFocus()
    key(qtbot, panel, K.Key_Down)
    assert panel.list.current() is not None
    panel.set_filter(FindingsFilter(text="nowhere"))
    qtbot.mouseClick(panel.empty.action, LEFT)
    assert panel.list.hasFocus()


def test_the_keyboard_goes_from_what_is_said_of_an_empty_list_to_the_list(session, panel):
    panel.set_filter(FindingsFilter(kinds=("waived",)))
    session.show_findings(report(GAP))
    panel.empty.action.setFocus()
    assert panel.empty.action.hasFocus()
    session.show_findings(REPORT)
    assert panel.list.hasFocus()


def test_the_field_names_the_key_of_the_menu(panel):
    panel.button.click()
    assert panel.tools.field._key.text() == "Ctrl Shift F"
    assert panel.tools.field._key.isVisible()


def test_settings_that_mean_nothing_are_passed_over(qtbot, session, settings, appearance):
    settings.findings_view = "by-moon error; ??"
    made = FindingsPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.recall(settings)
    assert (made.grouping, made.filter) == ("severity", EVERYTHING)
