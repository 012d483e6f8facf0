"""The dock of findings under real keys and clicks, on a real session."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from orgmodel.commands import Waive
from orgmodel.document import Waiver
from orgmodel.model import Subject
from orgmodel.model.value import changed
from tests.ui.found import (
    ALONE,
    CODE,
    DATABASE,
    GAP,
    NO_HEADCOUNT,
    RELEASE,
    REPORT,
    SHARED,
    WAIVED,
    found,
    report,
)
from tests.ui.panel_hand import LEFT, key, press, row_of, take
from ui.findings.filtering import FindingsFilter
from ui.findings.lines import FindingLine, GroupLine, MoreLine
from ui.findings.rule_page import RulePage
from ui.findings.tips import tip_of
from ui.theme import DARK, LIGHT

K = Qt.Key


def test_a_click_goes_to_the_finding(qtbot, session, panel):
    press(qtbot, panel, "GAP001")
    assert session.selection == (RELEASE,)
    assert session.finding is GAP
    assert session.highlighted is GAP


def test_the_keyboard_stays_where_a_finding_was_fixed(qtbot, session, panel):
    take(panel, "OVR001")
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    session.show_findings(report(GAP, ALONE))
    assert panel.list.current().finding is ALONE
    session.show_findings(report(GAP))
    assert panel.list.current().finding is GAP


def test_alike_findings_open_and_close_and_step_out(qtbot, session, panel):
    twins = [found("GAP001", named, alike="have nobody to do them") for named in (CODE, DATABASE, RELEASE)]
    session.show_findings(report(*twins))
    take(panel, GroupLine)
    key(qtbot, panel, K.Key_Right)
    assert [type(line) for line in panel.list.lines.lines] == [GroupLine] + [FindingLine] * 3
    key(qtbot, panel, K.Key_Down)
    key(qtbot, panel, K.Key_Down)
    key(qtbot, panel, K.Key_Left)
    assert isinstance(panel.list.current(), GroupLine)
    key(qtbot, panel, K.Key_Left)
    assert len(panel.list.lines.lines) == 1
    session.show_finding(twins[1])
    assert panel.list.current().finding is twins[1]


def test_a_heading_folds_with_a_click_and_with_keys(qtbot, session, panel):
    panel.set_grouping("family")
    before = len(panel.list.lines.lines)
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=panel.list.visualRect(panel.list.lines.index(0)).center())
    assert len(panel.list.lines.lines) == before - 1
    key(qtbot, panel, K.Key_Right)
    assert len(panel.list.lines.lines) == before
    key(qtbot, panel, K.Key_Return)
    assert len(panel.list.lines.lines) == before - 1


def test_more_of_a_long_list_is_shown_when_asked_for(qtbot, session, panel):
    session.show_findings(report(*(found("GAP001", Subject(f"responsibility:row-{place}")) for place in range(1_000))))
    take(panel, MoreLine)
    key(qtbot, panel, K.Key_Return)
    assert len(panel.list.lines.lines) == 401
    assert panel.list.currentIndex().row() == 400


def test_f8_walks_what_is_listed_in_its_order(session, panel):
    panel.set_grouping("team")
    panel.set_filter(FindingsFilter(kinds=("error", "info")))
    walked = []
    session.finding_shown.connect(lambda finding: walked.append(finding.code))
    for _ in range(3):
        assert session.step_finding(1)
    assert walked == ["GAP001", "SPOF002", "GAP001"]
    panel.hide()
    assert session.walk == REPORT.findings


def test_f1_opens_the_page_of_the_rule_and_not_the_keys(qtbot, session, panel):
    take(panel, "GAP001")
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, K.Key_F1, Qt.KeyboardModifier.NoModifier)
    asked.ignore()
    QApplication.sendEvent(panel.list, asked)
    assert asked.isAccepted()
    key(qtbot, panel, K.Key_F1)
    (page,) = panel.findChildren(RulePage)
    assert page.windowTitle() == "GAP001 nobody-does-it"
    assert "Why it hurts" in page.page.toPlainText()
    page.close()


def test_a_click_on_the_code_opens_the_page_of_the_rule(qtbot, panel):
    press(qtbot, panel, "OVR001", "about")
    (page,) = panel.findChildren(RulePage)
    assert page.windowTitle() == "OVR001 several-accountable"
    page.close()


def test_of_several_rules_one_is_chosen(qtbot, session, panel, menus):
    more = changed(NO_HEADCOUNT, code="GAP001")
    session.show_findings(report(unknown=(NO_HEADCOUNT, more)))
    take(panel, "SPOF001")
    menus.chosen = 1
    key(qtbot, panel, K.Key_F1)
    assert menus == [["About SPOF001", "About GAP001"]]
    (page,) = panel.findChildren(RulePage)
    assert page.windowTitle().startswith("GAP001")
    page.close()


def test_tips_say_what_words_do_and_with_which_key(session, panel):
    gap = panel.list.lines.lines[row_of(panel, "GAP001")]
    assert tip_of(gap, "fix").splitlines() == [
        "Assign A to sre",
        "Put it right.",
        "One step, taken back with Ctrl+Z (F)",
    ]
    assert tip_of(gap, "about").endswith("(F1)")
    assert "Small team." in tip_of(panel.list.lines.lines[row_of(panel, "ESC003")], None)


def test_every_line_can_be_painted_in_both_themes(qtbot, session, panel):
    session.execute(Waive(Waiver("GAP001", (RELEASE,), "Hiring.", date(2026, 1, 31))))
    twins = [found("GAP002", named, alike="have nobody to do them") for named in (CODE, DATABASE)]
    session.show_findings(report(GAP, SHARED, ALONE, *twins, waived=(WAIVED,), unknown=REPORT.not_assessed))
    panel.set_grouping("service")
    seen = set()
    for theme in (LIGHT, DARK):
        panel.apply_theme(theme)
        image = panel.grab().toImage()
        seen.add(image.pixelColor(4, image.height() - 4).name())
        assert image.width() == 344
    assert len(seen) == 2


def test_a_narrow_dock_keeps_its_words_apart(panel):
    panel.resize(280, 500)
    QApplication.processEvents()
    lines, places = panel.list.lines.lines, panel.list.delegate.places
    for row, line in enumerate(lines):
        rect = panel.list.visualRect(panel.list.lines.index(row))
        if isinstance(line, FindingLine):
            laid = places(line, rect)
            assert not laid.link.intersects(laid.side)
            assert not laid.code.intersects(laid.link)
            assert laid.sentence.bottom() < laid.code.top()
    chips = panel.tools.flow.chips
    assert all(chip.geometry().right() <= panel.tools.flow.width() for chip in chips)
