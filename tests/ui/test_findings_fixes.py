"""A finding is put right from its line: by a fix as one step, or by filling in a field."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from orgmodel.findings import Details, Finding, NotAssessed, Source
from orgmodel.model import ORGANIZATION, Raci, Subject, TeamId
from orgmodel.model.value import changed
from tests.ui.found import GAP, RELEASE, SHARED, SRE, assign, found, report
from tests.ui.panel_hand import key, press, row_of, take
from ui.findings.tips import tip_of

K = Qt.Key


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


def test_rotations_that_nobody_wrote_down_lead_to_the_organisation(qtbot, session, panel):
    wanted = []
    session.field_wanted.connect(wanted.append)
    press(qtbot, panel, "GAP005", "fill")
    assert (session.selection, wanted) == ((ORGANIZATION,), ["rotations"])


def test_what_no_one_field_settles_says_how_it_is_filled_in(session, panel):
    unknown = "8 teams with a headcount"
    missing = NotAssessed("LOAD003", (ORGANIZATION,), f"{unknown} of Small", unknown, (ORGANIZATION,))
    session.show_findings(changed(report(), not_assessed=(missing,)))
    line = take(panel, "LOAD003")
    assert "needs at least eight teams" in line.remark
    assert line.remark in panel.list.lines.index(row_of(panel, "LOAD003")).data(Qt.ItemDataRole.AccessibleTextRole)
