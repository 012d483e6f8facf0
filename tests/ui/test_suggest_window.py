"""Suggesting owners: a plan that somebody can read, take in part, apply and take back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from orgmodel.commands import ChangeField
from orgmodel.verdicts import verdict_of
from tests.ui.inquiring import opened, settle
from ui.theme import DARK

SAMPLES = Path(__file__).parents[2] / "sample_orgs"


@pytest.fixture
def today(window):
    window.files.open(SAMPLES / "ruby_web_today.yaml")
    return window.workspace.session


def suggesting(qtbot, window):
    return opened(qtbot, window, "suggest-owners")


def counts(window):
    return window.counts.text()


def gaps(session):
    rows = session.organization.responsibilities
    return {row.id for row in rows if verdict_of(session.organization, row) not in ("owned", "several answer")}


def seen(made, place):
    model = made.table.moves
    return [model.index(place, column).data() for column in range(model.columnCount())]


def test_every_row_without_an_owner_gets_one_with_the_reason(qtbot, window, today):
    made = suggesting(qtbot, window)
    assert made.statement.text() == "11 rows get an owner."
    assert {line.row for line in made.table.moves.lines} == gaps(today)
    row, now, team, why = seen(made, 1)
    assert (row, now, team) == ("Application Health Endpoints", "nobody", "Ruby Web Application Team")
    assert why.startswith("Is at home in the layer Application")
    assert any(line.now.startswith("not there: dba") for line in made.table.moves.lines)
    assert counts(made).startswith("17 → ")


def test_apply_is_one_step_and_undo_gives_the_same_document_back(qtbot, window, today):
    made = suggesting(qtbot, window)
    before = today.document
    with qtbot.waitSignal(made.answered, timeout=30_000):
        qtbot.mouseClick(made.apply_button, Qt.MouseButton.LeftButton)
    assert gaps(today) == set()
    assert today.history.undo_label == "Find owners for 11 rows"
    assert made.empty.isVisible()
    assert made.empty.title.text() == "Nothing to suggest: every row has an owner."
    today.undo()
    assert today.document is before
    settle(qtbot, made)
    assert made.statement.text() == "11 rows get an owner."


def test_what_is_said_before_is_what_is_found_after(qtbot, window, today):
    made = suggesting(qtbot, window)
    promised = counts(made)
    with qtbot.waitSignal(window.runner.report_ready, timeout=30_000):
        qtbot.mouseClick(made.apply_button, Qt.MouseButton.LeftButton)
    assert promised.startswith(f"17 → {today.report.count('error')} errors")


def test_a_move_is_unticked_with_space_and_left_out(qtbot, window, today):
    made = suggesting(qtbot, window)
    all_of_it = counts(made)
    first = made.table.moves.lines[0]
    assert made.table.currentIndex().row() == 0
    qtbot.keyClick(made.table, Qt.Key.Key_Space)
    assert made.statement.text() == "10 of 11 rows get an owner."
    assert made.apply_button.text() == "Apply ten moves"
    qtbot.waitUntil(lambda: "→" in counts(made), timeout=30_000)
    assert counts(made) != all_of_it
    qtbot.mouseClick(made.apply_button, Qt.MouseButton.LeftButton)
    assert gaps(today) == {first.row}


def test_a_click_on_the_box_unticks_and_a_click_beside_it_does_not(qtbot, window, today):
    made = suggesting(qtbot, window)
    table = made.table
    cell = table.visualRect(table.moves.index(2, 0))
    port = table.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 80, cell.center().y()))
    assert len(table.moves.taken) == 11
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 20, cell.center().y()))
    assert table.moves.lines[2].row not in table.moves.taken
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 20, cell.center().y()))
    assert len(table.moves.taken) == 11


def test_all_can_be_left_and_then_there_is_nothing_to_apply(qtbot, window, today):
    made = suggesting(qtbot, window)
    before = today.document
    qtbot.mouseClick(made.all_or_none, Qt.MouseButton.LeftButton)
    assert made.table.moves.taken == ()
    assert not made.apply_button.isEnabled()
    assert made.apply_button.toolTip() == "Tick a move first."
    assert "→" not in counts(made)
    assert {bar.before - bar.after for bar in made.bars.bars} == {0}
    qtbot.mouseClick(made.all_or_none, Qt.MouseButton.LeftButton)
    assert len(made.table.moves.taken) == 11
    assert today.document is before


def test_who_carries_more_is_shown_before_and_after(qtbot, window, today):
    made = suggesting(qtbot, window)
    bars = {bar.name: (bar.before, bar.after) for bar in made.bars.bars}
    assert sum(after - before for before, after in bars.values()) == 11
    before, after = bars["Ruby Web Application Team"]
    assert f"Ruby Web Application Team: {before} → {after}" in made.bars.accessibleName()
    qtbot.keyClick(made.table, Qt.Key.Key_Space)
    assert sum(bar.after - bar.before for bar in made.bars.bars) == 10


def test_what_nothing_fits_for_is_said_with_the_reason(qtbot, window, today):
    for team in today.organization.teams:
        today.execute(ChangeField(team.subject, "headcount", 0))
    made = suggesting(qtbot, window)
    said = made.left_list.model().stringList()
    assert made.statement.text() == "No team fits without a new error."
    assert said
    assert all("“" in sentence for sentence in said)
    assert not made.apply_button.isEnabled()


def test_nothing_to_suggest_says_so(qtbot, window, sample):
    window.files.open(sample)
    made = suggesting(qtbot, window)
    assert made.empty.isVisible()
    assert made.empty.title.text() == "Nothing to suggest: every row has an owner."
    assert not made.apply_button.isVisible()


def test_an_edit_elsewhere_makes_the_plan_anew(qtbot, window, today):
    made = suggesting(qtbot, window)
    row = made.table.moves.lines[0].row
    with qtbot.waitSignal(made.answered, timeout=30_000):
        today.execute(ChangeField(f"responsibility:{row}", "name", "Best <b>practices</b> & more"))
    assert seen(made, 0)[0] == "Best <b>practices</b> & more"
    tip = made.table.moves.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_enter_shows_the_row_and_esc_closes(qtbot, window, today):
    made = suggesting(qtbot, window)
    qtbot.keyClick(made.table, Qt.Key.Key_Down)
    qtbot.keyClick(made.table, Qt.Key.Key_Return)
    assert today.selection == (f"responsibility:{made.table.moves.lines[1].row}",)
    qtbot.keyClick(made.table, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_it_paints_in_both_themes_and_every_part_has_a_name(qtbot, window, today):
    made = suggesting(qtbot, window)
    light = made.table.grab().toImage()
    window.workspace.apply_theme(DARK)
    assert made.table.grab().toImage() != light
    takers = [
        each
        for each in made.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()
    ]
    assert [each for each in takers if not (each.accessibleName() or getattr(each, "text", str)())] == []
