"""The dock of findings under real keys and clicks, on a real session."""

from __future__ import annotations

from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from orgmodel.commands import Waive
from orgmodel.document import Waiver
from orgmodel.findings import Details, Finding, Source
from orgmodel.model import Raci, Subject, TeamId
from orgmodel.model.value import changed
from tests.ui.found import (
    ALONE,
    CODE,
    DATABASE,
    GAP,
    HELD,
    NO_HEADCOUNT,
    RELEASE,
    REPORT,
    SHARED,
    SRE,
    TODAY,
    WAIVED,
    assign,
    found,
    report,
)
from ui.findings.filtering import EVERYTHING, FindingsFilter
from ui.findings.lines import FindingLine, GroupLine, MissingLine, MoreLine, SectionLine
from ui.findings.panel import FindingsPanel
from ui.findings.rule_page import RulePage
from ui.findings.tips import tip_of
from ui.findings.waive import WaiveDialog, dialog_for, take_back
from ui.settings import Settings
from ui.theme import DARK, LIGHT

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, session, appearance):
    made = FindingsPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(344, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    session.show_findings(REPORT)
    yield made
    session.remedies.stop()


def texts(panel):
    return [line.text for line in panel.list.lines.lines]


def codes(panel):
    return [code for line in panel.list.lines.lines for code in line.codes]


def row_of(panel, wanted):
    """The place of the first line that is about a rule, or of a kind."""
    lines = enumerate(panel.list.lines.lines)
    return next(
        row for row, line in lines if wanted in line.codes or (isinstance(wanted, type) and isinstance(line, wanted))
    )


def take(panel, wanted):
    panel.list.setCurrentIndex(panel.list.lines.index(row_of(panel, wanted)))
    return panel.list.current()


def press(qtbot, panel, wanted, action=None):
    """Click where the words of an action stand, or on the sentence."""
    row = row_of(panel, wanted)
    index = panel.list.lines.index(row)
    panel.list.scrollTo(index)
    line, rect = panel.list.lines.lines[row], panel.list.visualRect(index)
    points = (rect.topLeft() + QPoint(x, y) for y in range(2, rect.height(), 4) for x in range(30, rect.width(), 6))
    place = next(point for point in points if panel.list.delegate.action_at(line, rect, point) == action)
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=place)


def key(qtbot, panel, pressed):
    qtbot.keyClick(panel.list, pressed)


def answer(act):
    """Do something with the dialog that opens next."""
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


@pytest.fixture
def menus(panel, monkeypatch):
    """The menus that were opened, each as the texts in it; the entry of `menus.chosen` is chosen."""

    class Opened(list):
        chosen = None

    opened = Opened()

    def choose(menu, *_):
        entries = [action for action in menu.actions() if not action.isSeparator()]
        opened.append([action.text() for action in entries])
        opened.tips = [action.toolTip() for action in entries]
        if opened.chosen is not None:
            entries[opened.chosen].trigger()

    monkeypatch.setattr(panel.list.hand, "offer", choose)
    return opened


def test_a_click_goes_to_the_finding(qtbot, session, panel):
    press(qtbot, panel, "GAP001")
    assert session.selection == (RELEASE,)
    assert session.finding is GAP
    assert session.highlighted is GAP


def test_a_click_on_the_words_of_the_fix_applies_it_as_one_step(qtbot, session, panel):
    press(qtbot, panel, "GAP001", "fix")
    assert session.organization.row_by_id["release"].raci == Raci({TeamId("sre"): "A"})
    assert session.history.undo_label == "Assign A: Release Process to App SRE"
    assert session.undo()
    assert not session.history.undo_label


def test_the_fix_has_a_key_and_the_line_follows_the_selection(qtbot, session, panel):
    session.select(RELEASE)
    assert panel.list.current().finding is GAP
    key(qtbot, panel, K.Key_F)
    assert session.organization.row_by_id["release"].raci == Raci({TeamId("sre"): "A"})


def test_of_several_fixes_all_are_offered_and_one_is_one_step(qtbot, session, panel, menus):
    choices = (assign("release", "sre"), assign("release", "app"), assign("release", "app", "R"))
    session.show_findings(report(found("GAP001", RELEASE, fixes=choices)))
    take(panel, "GAP001")
    menus.chosen = 1
    key(qtbot, panel, K.Key_F)
    assert menus[0][:3] == ["Assign A to sre", "Assign A to app", "Assign R to app"]
    assert {"Waive…", "About GAP001"} < set(menus[0])
    assert menus.tips[1] == "Assign A to app\nPut it right."
    assert session.organization.row_by_id["release"].raci == Raci({TeamId("app"): "A"})
    assert session.undo()
    assert not session.history.undo_label


def test_a_fix_whose_words_are_cut_is_offered_before_it_is_applied(qtbot, session, panel, menus):
    long = changed(assign("release", "sre"), label="Assign A to " + "the team that has the longest name " * 6)
    session.show_findings(report(found("GAP001", RELEASE, fixes=(long,))))
    press(qtbot, panel, "GAP001", "fix")
    assert menus[0][0] == long.label
    assert not session.history.undo_label


LONG = changed(assign("release", "sre"), label="Assign A to the team that has the longest name of all teams there are")


def test_words_that_do_not_fit_beside_the_code_are_read_above_it(qtbot, session, panel, menus):
    session.show_findings(report(found("GAP001", RELEASE, fixes=(LONG,))))
    line, rect = panel.list.lines.lines[0], panel.list.visualRect(panel.list.lines.index(0))
    laid = panel.list.delegate.places(line, rect)
    assert panel.list.delegate.shows_whole_link(line, rect)
    assert laid.sentence.bottom() < laid.link.top() < laid.link.bottom() < laid.code.top()
    press(qtbot, panel, "GAP001", "fix")
    assert menus == []
    assert session.history.undo_label


def test_a_line_grows_when_its_fix_is_known(qtbot, session, panel):
    go = Event()

    def slowly():
        assert go.wait(20)
        return (LONG,)

    session.show_findings(report(slow("GAP001", slowly), SHARED))
    before = panel.list.visualRect(panel.list.lines.index(0)).height()
    panel.list.viewport().grab()
    with qtbot.waitSignal(session.remedies.known, timeout=20_000):
        go.set()
    rect, following = (panel.list.visualRect(panel.list.lines.index(row)) for row in (0, 1))
    assert rect.height() > before
    assert following.top() == rect.bottom() + 1
    assert panel.list.delegate.shows_whole_link(panel.list.lines.lines[0], rect)


def slow(code, fixes):
    """A finding whose fixes are worked out by a function, when somebody asks."""
    return Finding(
        code, "slow", "error", "Nobody does it.", (RELEASE,), Source("S", "Somebody"), Details("", fixes=fixes)
    )


def test_what_has_to_be_worked_out_is_not_waited_for(qtbot, session, panel):
    """Fixes that take their time: the line is there without them, and what was asked for comes when they are known."""
    go = Event()

    def slowly():
        assert go.wait(20)
        return (assign("release", "sre"),)

    session.show_findings(report(slow("GAP001", slowly)))
    take(panel, "GAP001")
    key(qtbot, panel, K.Key_F)
    assert not session.history.undo_label
    with qtbot.waitSignal(session.remedies.known, timeout=20_000):
        go.set()
    assert session.organization.row_by_id["release"].raci == Raci({TeamId("sre"): "A"})


def test_only_findings_on_screen_have_their_fixes_worked_out(qtbot, session, panel):
    asked = []

    def lazily(place):
        def fixes():
            asked.append(place)
            return ()

        return fixes

    rows = [Subject(f"responsibility:row-{place}") for place in range(150)]
    findings = [
        Finding(
            "GAP001", "gap", "error", f"Nobody does {row}.", (row,), Source("S", "S"), Details("", fixes=lazily(place))
        )
        for place, row in enumerate(rows)
    ]
    with qtbot.waitSignal(
        session.remedies.known, timeout=20_000, check_params_cb=lambda finding: finding is findings[9]
    ):
        session.show_findings(report(*findings))
        QApplication.processEvents()
    assert set(asked) <= set(range(25))


def test_what_was_wanted_of_an_earlier_report_is_not_worked_out(qtbot, session, panel):
    begun, go, asked = Event(), Event(), []

    def slowly(code):
        def fixes():
            asked.append(code)
            begun.set()
            assert go.wait(20)
            return ()

        return fixes

    def of(*codes):
        return report(*(slow(code, slowly(code)) for code in codes))

    session.show_findings(of("GAP001", "GAP002", "GAP003"))
    QApplication.processEvents()
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    session.show_findings(of("OVR001"))
    with qtbot.waitSignal(
        session.remedies.known, check_params_cb=lambda finding: finding.code == "OVR001", timeout=20_000
    ):
        go.set()
    assert asked == ["GAP001", "OVR001"]


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
    panel.list.setFocus()
    qtbot.keyClick(panel.list, K.Key_F, Qt.KeyboardModifier.ControlModifier)
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


def test_what_is_unknown_leads_to_its_field(qtbot, session, panel):
    wanted = []
    session.field_wanted.connect(wanted.append)
    press(qtbot, panel, "SPOF001", "fill")
    assert (session.selection, wanted) == ((SRE,), ["headcount"])
    session.select()
    take(panel, "SPOF001")
    key(qtbot, panel, K.Key_Return)
    assert (session.selection, wanted) == ((SRE,), ["headcount", "headcount"])


def test_a_page_without_a_runbook_leads_to_its_field(qtbot, session, panel, menus):
    wanted = []
    session.field_wanted.connect(wanted.append)
    session.show_findings(report(found("GAP006", RELEASE, severity="warning")))
    line = panel.list.lines.lines[0]
    press(qtbot, panel, "GAP006", "fill")
    key(qtbot, panel, K.Key_F)
    assert session.selection == (RELEASE,)
    assert wanted == ["runbook", "runbook"]
    assert panel.list.hand.menu_of(line).actions()[0].text() == "Fill in Runbook"
    assert tip_of(line, "fill").startswith("Fill in Runbook (F)")
    assert not session.history.undo_label


def test_what_has_no_field_says_how_it_is_filled_in(session, panel):
    line = take(panel, "GAP005")
    assert "“rotations”" in line.remark
    assert line.remark in panel.list.lines.index(row_of(panel, "GAP005")).data(Qt.ItemDataRole.AccessibleTextRole)


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


def fill_waiver(reason):
    def act(dialog):
        assert isinstance(dialog, WaiveDialog)
        dialog.reason.setText(reason)
        dialog.by.setText("Dana")
        dialog.accept()

    return act


def test_a_finding_is_waived_with_a_reason(qtbot, session, panel):
    take(panel, "GAP001")
    answer(fill_waiver("Hired in March"))
    key(qtbot, panel, K.Key_W)
    (waiver,) = session.document.waivers
    assert (waiver.rule, waiver.on, waiver.reason, waiver.by) == ("GAP001", (RELEASE,), "Hired in March", "Dana")


def test_alike_findings_are_waived_together(qtbot, session, panel):
    twins = [found("GAP001", named, alike="have nobody to do them") for named in (CODE, DATABASE)]
    session.show_findings(report(*twins))
    take(panel, GroupLine)
    answer(fill_waiver("Next quarter"))
    key(qtbot, panel, K.Key_W)
    assert session.document.waivers[0].on == (CODE, DATABASE)
    assert session.history.undo_label.startswith("Waive GAP001 until")


def test_a_waiver_needs_a_reason(qtbot, session, panel):
    dialog = dialog_for((GAP,), session.today, panel)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    qtbot.keyClicks(dialog.reason, "Hired in March")
    assert ok.isEnabled()
    session.execute(Waive(dialog.waiver))
    assert session.document.waivers[0].reason == "Hired in March"
    assert session.document.waivers[0].on == (RELEASE,)


def test_a_waiver_is_removed_from_its_finding(qtbot, session, panel):
    session.execute(Waive(HELD))
    press(qtbot, panel, "ESC003", "remove")
    assert session.document.waivers == ()
    assert session.undo()
    assert session.document.waivers == (HELD,)


def test_of_a_waiver_of_several_things_only_one_is_taken_back(session):
    both = changed(HELD, on=(SRE, Subject("team:app")))
    session.execute(Waive(both))
    session.execute(take_back(both, SRE))
    assert session.document.waivers == (changed(both, on=(Subject("team:app"),)),)
    assert session.undo()
    assert session.document.waivers == (both,)


def test_a_waiver_is_changed_as_one_step(qtbot, session, panel):
    session.execute(Waive(HELD))
    take(panel, "ESC003")
    answer(fill_waiver("Still a small team."))
    key(qtbot, panel, K.Key_W)
    assert session.document.waivers == (changed(HELD, reason="Still a small team.", by="Dana"),)
    assert session.undo()
    assert session.document.waivers == (HELD,)


def test_an_expired_waiver_is_shown_and_can_be_removed(qtbot, session, panel):
    ended = Waiver("GAP001", (RELEASE,), "Hiring.", date(2026, 1, 31))
    session.execute(Waive(ended))
    session.show_findings(REPORT)
    assert "GAP001 of “Release Process”: the waiver ended on 31 January 2026." in texts(panel)
    row = next(row for row, line in enumerate(panel.list.lines.lines) if "ended" in line.text)
    panel.list.setCurrentIndex(panel.list.lines.index(row))
    key(qtbot, panel, K.Key_Delete)
    assert session.document.waivers == ()


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


def test_the_day_of_the_report_decides_what_has_expired(session, panel):
    session.execute(Waive(changed(HELD, until=TODAY)))
    session.show_findings(REPORT)
    assert not any("ended" in text for text in texts(panel))
