"""Cells to a spreadsheet and back: what is on the clipboard, what a paste does, and what is asked first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.matrix_hand import CTRL, LEFT, SHIFT, K, MatrixHand
from ui.matrix.layout import NAME_COLUMN
from ui.matrix.navigation import Place


@pytest.fixture
def hand(qtbot, appearance):
    return MatrixHand(qtbot)


def clipboard():
    return QGuiApplication.clipboard()


def paste(hand, text):
    clipboard().setText(text)
    hand.press(K.Key_V, modifier=CTRL)


def test_a_block_is_copied_as_tabs_and_lines_and_pasted_elsewhere_as_one_step(hand):
    hand.drag(hand.at("code", "app"), hand.at("alerts", "sre"))
    hand.press(K.Key_C, modifier=CTRL)
    assert clipboard().text() == "A\tC\nA\t\n"
    hand.take("cards", "sre")
    hand.press(K.Key_V, modifier=CTRL)
    assert hand.letters("cards") == {"app": "A", "sre": "A", "front": "C"}
    assert hand.letters("refunds") == {"sre": "A"}
    assert hand.steps == 1
    assert hand.view.chosen.count == 4


def test_whole_rows_and_columns_are_copied_with_their_names(hand):
    hand.click(hand.at("code"))
    hand.click(hand.at("alerts"), SHIFT)
    hand.press(K.Key_C, modifier=CTRL)
    assert clipboard().text().splitlines() == [
        "Responsibility\tApp Team\tApp SRE\tFrontline",
        "Code\tA\tC\t",
        "Alerts\tA\t\t",
    ]
    hand.click(hand.head("sre"))
    hand.press(K.Key_C, modifier=CTRL)
    assert clipboard().text().splitlines()[:2] == ["Responsibility\tApp SRE", "Code\tC"]


def test_cut_takes_the_letters_along(hand):
    hand.drag(hand.at("code", "app"), hand.at("code", "sre"))
    hand.press(K.Key_X, modifier=CTRL)
    assert clipboard().text() == "A\tC\n"
    assert hand.letters("code") == {}


def test_one_letter_goes_into_every_selected_cell(hand):
    hand.drag(hand.at("code", "front"), hand.at("database", "front"))
    paste(hand, "I")
    assert [hand.letters(row).get("front") for row in ("code", "alerts", "database")] == ["I", "I", "I"]
    assert hand.steps == 1


def test_what_is_no_letter_is_shown_first_and_paste_takes_the_rest(qtbot, hand):
    hand.take("code", "sre")
    paste(hand, "R\tmaybe\nI\tC\n")
    preview = hand.lens.edits.clipboard.preview
    assert preview.isVisible()
    assert hand.steps == 0
    assert preview.lines.lines[0].kind == "left"
    assert "maybe" in preview.lines.lines[0].thing
    assert "RACI letter" in preview.lines.lines[0].says
    qtbot.mouseClick(preview.paste, LEFT)
    assert hand.letters("code")["sre"] == "R"
    assert hand.letters("alerts") == {"app": "A", "sre": "I", "front": "C"}
    assert hand.steps == 1


def test_cancel_pastes_nothing(qtbot, hand):
    before = hand.session.document
    hand.take("code", "sre")
    paste(hand, "R\tmaybe\n")
    preview = hand.lens.edits.clipboard.preview
    preview.grab()
    qtbot.keyClick(preview, K.Key_Escape)
    assert hand.session.document is before


def test_a_table_with_new_rows_and_teams_is_shown_first(qtbot, hand):
    hand.take("code", "sre")
    paste(hand, "Responsibility\tApp SRE\tNew Crew\nCode\tR\tC\nNightly jobs\tA\t\n")
    preview = hand.lens.edits.clipboard.preview
    assert {line.happens for line in preview.lines.lines} >= {"New team", "New row", "Changed"}
    qtbot.mouseClick(preview.paste, LEFT)
    added = next(row for row in hand.organization.responsibilities if row.name == "Nightly jobs")
    assert (added.service, added.layer) == ("shop", "web")
    assert "New Crew" in [team.name for team in hand.organization.teams]
    assert hand.steps == 1


def test_names_pasted_on_a_group_become_its_rows(qtbot, hand):
    layout = hand.view.state.layout
    key = next(group.key for group in layout.groups if group.title == "Payments · Web")
    hand.view.go(Place(layout.line_of_group[key], NAME_COLUMN))
    paste(hand, "Chargebacks\nPayouts to shops\n")
    preview = hand.lens.edits.clipboard.preview
    qtbot.mouseClick(preview.paste, LEFT)
    assert {
        row.service for row in hand.organization.responsibilities if row.name in ("Chargebacks", "Payouts to shops")
    } == {"pay"}


def test_an_empty_clipboard_is_a_sentence(hand):
    hand.take("code", "sre")
    paste(hand, "")
    assert hand.refused == ["There is no text to paste."]


def test_why_a_long_name_is_left_out_is_read_within_its_column_and_all_of_it_in_the_tip(hand):
    hand.take("code", "sre")
    name = "Ü" * 200
    paste(hand, f"{name}\tA\n{name}\tR")
    preview = hand.lens.edits.clipboard.preview
    line = preview.lines.lines[0]
    assert line.says == f"“{'Ü' * 19}…” is no RACI letter: use A, R, C or I."
    assert name in preview.lines.data(preview.lines.index(0, 1), Qt.ItemDataRole.ToolTipRole)


def test_blank_lines_that_would_clear_a_column_are_shown_first(qtbot, hand):
    before = hand.session.document
    hand.take("code", "app")
    paste(hand, "\n" * 40)
    preview = hand.lens.edits.clipboard.preview
    assert preview.isVisible()
    assert hand.session.document is before
    qtbot.keyClick(preview, K.Key_Escape)
    assert hand.session.document is before


def test_a_quote_that_is_never_closed_is_shown_first(qtbot, hand):
    before = hand.session.document
    hand.take("code", "app")
    paste(hand, '"C\tI')
    preview = hand.lens.edits.clipboard.preview
    assert preview.isVisible()
    assert "The quote that begins a cell of line 1 is never closed" in preview.said.text()
    assert hand.session.document is before
    qtbot.keyClick(preview, K.Key_Escape)
    assert hand.session.document is before
