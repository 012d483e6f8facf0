"""Findings in the real window: counts at its foot, keys from anywhere, and what an edit does to them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from orgmodel.model import RowId
from ui.findings.filtering import EVERYTHING, FindingsFilter
from ui.findings.lines import MissingLine
from ui.findings.rule_page import RulePage

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot, window, tmp_path, sample):
    """The window on a copy of the sample of the day before SRE, with its findings."""
    path = tmp_path / "today.yaml"
    path.write_bytes(sample.with_name("ruby_web_today.yaml").read_bytes())
    window.files.open(path)
    window.settle()
    qtbot.waitUntil(lambda: window.workspace.session.report is not None, timeout=20_000)
    return window


def panel_of(window):
    return window.workspace.docks.docks["dock-findings"].body


def inspector_of(window):
    return window.workspace.docks.docks["dock-inspector"].body


def test_the_counts_at_the_foot_are_those_of_the_report(opened):
    report = opened.workspace.session.report
    counts = {kind: button.count for kind, button in opened.status.counts.items()}
    assert counts == {
        "error": report.count("error"),
        "warning": report.count("warning"),
        "info": report.count("info"),
        "not-assessed": len({missing.code for missing in report.not_assessed}),
    }
    assert counts["error"] > 9
    assert all(button.isVisible() for button in opened.status.counts.values())


def test_a_count_at_the_foot_lists_what_it_counts_and_everything_again(qtbot, opened):
    opened.workspace.docks.open("dock-findings", wanted=False)
    qtbot.mouseClick(opened.status.counts["error"], LEFT)
    panel = panel_of(opened)
    assert panel.isVisible()
    assert panel.filter == FindingsFilter(kinds=("error",))
    assert panel.tools.kinds["error"].isChecked()
    assert panel.list.hasFocus()
    qtbot.keyClick(opened.status.counts["error"], K.Key_Return)
    assert panel.filter == EVERYTHING


def test_the_counts_are_gone_with_the_file(qtbot, opened):
    opened.files.close()
    assert not any(button.isVisible() for button in opened.status.counts.values())
    assert opened.status.left.text() == "Nothing open"


def test_a_fix_is_told_at_the_foot_and_the_counts_follow(qtbot, opened):
    session, panel = opened.workspace.session, panel_of(opened)
    before = opened.status.counts["error"].count
    gap = next(each for each in session.report.findings if each.code == "GAP001")
    session.show_finding(gap)
    qtbot.waitUntil(lambda: session.remedies.of(gap) is not None, timeout=20_000)
    with qtbot.waitSignal(opened.runner.report_ready, timeout=20_000):
        session.execute(session.remedies.of(gap)[0].command)
    assert opened.status.left.text().startswith("Fixed 1")
    assert opened.status.counts["error"].count == before - 1
    assert panel.list.session.highlighted is None
    assert session.undo()


def test_what_is_unknown_is_filled_in_from_the_list(qtbot, opened):
    session, panel = opened.workspace.session, panel_of(opened)
    lines = panel.list.lines.lines
    row = next(row for row, line in enumerate(lines) if isinstance(line, MissingLine) and "paged" in line.text)
    panel.list.setCurrentIndex(panel.list.lines.index(row))
    qtbot.keyClick(panel.list, K.Key_Return)
    wanted = lines[row].remedy.subject
    assert session.selection == (wanted,)
    field = inspector_of(opened).forms[0].editors["paged"]
    qtbot.waitUntil(field.hasFocus)
    with qtbot.waitSignal(opened.runner.report_ready, timeout=20_000):
        qtbot.keyClick(field, K.Key_Down)
        qtbot.keyClick(field, K.Key_Return)
    assert session.organization.row_by_id[RowId(wanted.partition(":")[2])].paged is not None
    assert panel.list.current().remedy.subject != wanted


def test_a_typed_field_that_is_jumped_to_can_be_typed_over(qtbot, opened):
    session = opened.workspace.session
    team = session.organization.teams[-1]
    session.fill_in(team.subject, "name")
    field = inspector_of(opened).forms[0].editors["name"]
    qtbot.waitUntil(field.hasFocus)
    assert field.selectedText() == team.name
    session.fill_in(team.subject, "no such field")
    assert inspector_of(opened).forms[0].has_focus()


def test_the_page_of_the_rule_is_one_key_away_from_anywhere(qtbot, opened):
    qtbot.keyClick(opened, K.Key_F8)
    finding = opened.workspace.session.finding
    opened.workspace.lens.setFocus()
    qtbot.keyClick(opened, K.Key_F1, SHIFT)
    (page,) = opened.findChildren(RulePage)
    assert page.windowTitle() == f"{finding.code} {finding.name}"
    page.close()


def test_the_fixes_and_the_waiver_are_one_key_away_from_anywhere(qtbot, opened, monkeypatch):
    qtbot.keyClick(opened, K.Key_F8)
    hand, done = panel_of(opened).list.hand, []
    monkeypatch.setattr(hand, "fix", lambda line, _: done.append(("fix", line.finding)))
    monkeypatch.setattr(hand, "waive", lambda line: done.append(("waive", line.finding)))
    qtbot.keyClick(opened, K.Key_Period, CTRL)
    opened.actions_by_id["waive-finding"].trigger()
    finding = opened.workspace.session.finding
    assert done == [("fix", finding), ("waive", finding)]


def test_without_a_finding_in_hand_the_keys_say_how_to_take_one(qtbot, opened):
    qtbot.keyClick(opened, K.Key_F1, SHIFT)
    assert opened.status.left.text() == "Choose a finding first: F8 goes to the next one."


def test_the_filter_is_one_key_away_from_anywhere(qtbot, opened):
    opened.workspace.docks.open("dock-findings", wanted=False)
    qtbot.keyClick(opened, K.Key_F, CTRL | SHIFT)
    qtbot.waitUntil(panel_of(opened).tools.field.hasFocus)
    qtbot.keyClicks(panel_of(opened).tools.field, "no such words")
    qtbot.keyClick(opened, K.Key_F8)
    assert opened.status.left.text() == "The filter hides every finding."


def test_ctrl_f_finds_in_what_has_the_keyboard(qtbot, opened):
    panel = panel_of(opened)
    panel.list.setFocus()
    qtbot.keyClick(opened, K.Key_F, CTRL)
    assert panel.tools.field.hasFocus()
    opened.workspace.lens.view.setFocus()
    qtbot.keyClick(opened, K.Key_F, CTRL)
    assert opened.workspace.lens.tools.field.hasFocus()


def test_the_next_file_stands_under_the_same_headings_and_is_not_filtered(opened, settings):
    panel_of(opened).set_grouping("team")
    panel_of(opened).show_kind("not-assessed")
    opened.files.new_from_reference()
    opened.settle()
    assert panel_of(opened).grouping == "team"
    assert panel_of(opened).filter == EVERYTHING
    assert not panel_of(opened).button.isChecked()
    assert settings.findings_view == "team"


def test_a_finding_is_said_where_its_list_is_closed(qtbot, opened):
    session = opened.workspace.session
    qtbot.keyClick(opened, K.Key_F8)
    assert session.finding.message not in opened.status.left.text()
    opened.workspace.docks.open("dock-findings", wanted=False)
    qtbot.keyClick(opened, K.Key_F8)
    assert opened.status.left.text() == f"{session.finding.code}: {session.finding.message}"
