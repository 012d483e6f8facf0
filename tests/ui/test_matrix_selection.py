"""Many cells selected together, by keys and by the mouse, and what then happens to all of them in one step."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest

from orgmodel.model import Organization, Raci, Responsibility, Team
from tests.ui.matrix_hand import CTRL, LEFT, SHIFT, K, MatrixHand
from ui.matrix.navigation import Place
from ui.matrix.selection import NO_CELLS, added, everything, extended, selected_letters
from ui.matrix.state import MatrixState
from ui.selection_sentence import selection_sentence


@pytest.fixture
def hand(qtbot, appearance):
    return MatrixHand(qtbot)


def said(hand):
    session = hand.session
    pieces = selection_sentence(session.document, session.selection, session.team, session.cells)
    return "".join(piece.text for piece in pieces)


def test_shift_and_arrows_select_a_block_and_a_letter_goes_into_all_of_it_as_one_step(hand):
    before = hand.session.document
    hand.take("code", "sre")
    hand.press(K.Key_Down, K.Key_Right, modifier=SHIFT)
    assert said(hand) == "4 cells in 2 rows"
    assert hand.session.selection == ("responsibility:alerts", "responsibility:code")
    hand.press(K.Key_I)
    assert hand.letters("code") == {"app": "A", "sre": "I", "front": "I"}
    assert hand.letters("alerts") == {"app": "A", "sre": "I", "front": "I"}
    assert hand.steps == 1
    hand.session.undo()
    assert hand.session.document is before


def test_a_block_grows_over_the_line_of_a_group_and_back(hand):
    hand.take("alerts", "app")
    hand.press(K.Key_Down, K.Key_Down, modifier=SHIFT)
    assert {*hand.view.chosen.rows} == {"alerts", "database"}
    hand.press(K.Key_Up, K.Key_Up, K.Key_Up, modifier=SHIFT)
    assert {*hand.view.chosen.rows} == {"code", "alerts"}
    hand.press(K.Key_Down)
    assert hand.view.chosen is NO_CELLS


def test_del_and_shift_r_reach_every_selected_cell(hand):
    hand.take("code", "app")
    hand.press(K.Key_Down, modifier=SHIFT)
    hand.press(K.Key_R, modifier=SHIFT)
    assert (hand.letters("code")["app"], hand.letters("alerts")["app"]) == ("AR", "AR")
    hand.press(K.Key_Delete)
    assert "app" not in hand.letters("code")
    assert "app" not in hand.letters("alerts")
    assert hand.steps == 2


def test_a_drag_selects_what_it_passes_over_and_a_click_with_shift_what_is_between(hand):
    hand.drag(hand.at("code", "app"), hand.at("database", "sre"))
    assert said(hand) == "6 cells in 3 rows"
    hand.click(hand.at("code", "front"), SHIFT)
    assert {*hand.view.chosen.columns} == {"team:app", "team:sre", "team:front"}
    assert {*hand.view.chosen.rows} == {"code"}


def test_a_click_with_ctrl_adds_a_cell_to_the_one_in_hand(hand):
    hand.click(hand.at("code", "sre"))
    hand.click(hand.at("refunds", "front"), CTRL)
    hand.press(K.Key_C)
    assert hand.letters("refunds") == {"front": "C"}
    assert hand.letters("code") == {"app": "A", "sre": "C"}
    assert said(hand) == "2 cells in 2 rows"


def test_a_drag_with_ctrl_adds_a_range_to_what_is_selected(hand):
    hand.drag(hand.at("code", "app"), hand.at("alerts", "app"))
    hand.drag(hand.at("code", "front"), hand.at("alerts", "front"), CTRL)
    assert hand.session.cells == 4
    assert set(hand.view.letter_cells()) == {(row, team) for row in ("code", "alerts") for team in ("app", "front")}


def test_a_drag_with_ctrl_that_comes_back_leaves_one_cell_more(hand):
    hand.click(hand.at("code", "app"))
    start = hand.at("code", "front")
    QTest.mousePress(hand.view.viewport(), LEFT, CTRL, start)
    QTest.mouseMove(hand.view.viewport(), hand.at("alerts", "front"))
    QTest.mouseMove(hand.view.viewport(), start)
    QTest.mouseRelease(hand.view.viewport(), LEFT, CTRL, start)
    assert hand.session.cells == 2


def test_names_with_shift_are_whole_rows(hand):
    hand.click(hand.at("code"))
    hand.click(hand.at("database"), SHIFT)
    assert said(hand) == "3 rows selected"
    assert hand.view.row_ids() == ("code", "alerts", "database")
    hand.click(hand.at("refunds"), CTRL)
    assert hand.view.row_ids() == ("code", "alerts", "database", "refunds")


def test_a_head_is_a_whole_column_and_with_shift_several(hand):
    hand.click(hand.head("sre"))
    assert hand.session.selection == ("team:sre",)
    assert said(hand) == "5 cells of App SRE"
    hand.press(K.Key_I)
    assert all(row.raci.get("sre") == "I" for row in hand.organization.responsibilities)
    hand.click(hand.head("front"), SHIFT)
    assert hand.session.selection == ("team:front", "team:sre")
    assert said(hand) == "10 cells in 2 teams"


def test_everything_and_whole_rows_and_columns_by_keys_and_esc_lets_go(hand):
    hand.take("alerts", "sre")
    hand.press(K.Key_A, modifier=CTRL)
    assert said(hand) == "15 cells in 5 rows"
    hand.press(K.Key_Escape)
    assert (hand.session.selection, hand.session.team) == (("responsibility:alerts",), "sre")
    hand.press(K.Key_Space, modifier=SHIFT)
    assert hand.view.chosen.whole == "rows"
    hand.press(K.Key_Escape)
    hand.press(K.Key_Space, modifier=CTRL)
    assert hand.session.selection == ("team:sre",)


def test_what_is_selected_elsewhere_lets_go_of_the_block(hand):
    hand.take("code", "app")
    hand.press(K.Key_Down, modifier=SHIFT)
    hand.session.select("team:front")
    assert hand.view.chosen is NO_CELLS
    assert hand.view.letter_cells() == []


def test_rows_that_go_leave_the_selection(hand):
    hand.take("code", "app")
    hand.press(K.Key_Down, modifier=SHIFT)
    from orgmodel.commands import RemoveRow

    hand.session.execute(RemoveRow("alerts"))
    assert {*hand.view.chosen.rows} == {"code"}


def test_fill_down_and_right_take_the_first_cell_of_each_column_and_row(hand):
    hand.drag(hand.at("code", "app"), hand.at("database", "sre"))
    hand.press(K.Key_D, modifier=CTRL)
    assert hand.letters("database") == {"app": "A", "sre": "C"}
    assert hand.letters("alerts") == {"app": "A", "sre": "C"}
    assert hand.steps == 1
    hand.drag(hand.at("code", "sre"), hand.at("code", "front"))
    hand.press(K.Key_R, modifier=CTRL)
    assert hand.letters("code") == {"app": "A", "sre": "C", "front": "C"}


def test_fill_with_one_cell_takes_what_is_above_or_left_of_it(hand):
    hand.take("alerts", "sre")
    hand.press(K.Key_D, modifier=CTRL)
    assert hand.letters("alerts") == {"app": "A", "sre": "C"}
    hand.take("alerts", "front")
    hand.press(K.Key_R, modifier=CTRL)
    assert hand.letters("alerts")["front"] == "C"


def test_many_as_are_left_alone_without_a_question(hand):
    hand.take("code", "sre")
    hand.press(K.Key_Down, modifier=SHIFT)
    hand.press(K.Key_A)
    assert hand.lens.edits.popover is None
    assert hand.letters("code") == {"app": "A", "sre": "A"}


def small(rows, teams):
    return MatrixState(
        Organization(
            "Made up",
            teams=tuple(Team(f"t{n}", f"T{n}") for n in range(teams)),
            responsibilities=tuple(
                Responsibility(f"r{n}", f"R{n}", layer=("application", "environment")[n % 2], raci=Raci())
                for n in range(rows)
            ),
        )
    )


places = st.tuples(st.integers(1, 12), st.integers(0, 4))


@settings(max_examples=60, deadline=None)
@given(rows=st.integers(2, 10), teams=st.integers(1, 5), ends=st.tuples(places, places), more=places)
def test_a_block_holds_every_cell_between_its_ends_and_added_cells_are_counted_once(rows, teams, ends, more):
    state = small(rows, teams)
    last = len(state.layout.lines) - 1

    def inside(place):
        return Place(min(place[0], last), min(place[1], teams - 1))

    start, end = inside(ends[0]), inside(ends[1])
    chosen = extended(state, NO_CELLS, start, end)
    lines = range(min(start.line, end.line), max(start.line, end.line) + 1)
    between = {state.row_on(line).id for line in lines if state.row_on(line)}
    assert chosen.rows == between
    cells = set(selected_letters(state, chosen))
    assert len(cells) == len(between) * (abs(start.column - end.column) + 1)
    place = inside(more)
    if state.row_on(place.line):
        grown = added(state, chosen, start, place, "")
        new = (state.row_on(place.line).id, state.columns.teams[place.column].team)
        assert set(selected_letters(state, grown)) == cells | {new}
        assert grown.count == len(cells | {new})
    assert len(set(selected_letters(state, everything(state, start)))) == rows * teams
