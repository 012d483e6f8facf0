"""Letters set by keys in the matrix, and the question that a second A asks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy

from orgmodel.model import Organization, Responsibility
from tests.ui.matrix_hand import MatrixHand
from tests.ui.matrix_shop import TEAMS, click, letters, take

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(("key", "letter"), [(K.Key_A, "A"), (K.Key_R, "R"), (K.Key_C, "C"), (K.Key_I, "I")])
def test_a_letter_key_sets_the_cell_and_undo_gives_the_same_document_back(matrix, keys, matrix_shop, key, letter):
    before = matrix_shop.document
    take(matrix, "capacity", "sre")
    keys(key)
    assert letters(matrix_shop, "capacity", "sre") == letter
    assert matrix_shop.undo()
    assert matrix_shop.document is before


def test_shift_r_puts_the_work_beside_the_a_and_takes_it_away_again(matrix, keys, matrix_shop):
    take(matrix, "code", "app")
    keys(K.Key_R, modifier=SHIFT)
    assert letters(matrix_shop, "code", "app") == "AR"
    keys(K.Key_R, modifier=SHIFT)
    assert letters(matrix_shop, "code", "app") == "A"


@pytest.mark.parametrize("key", [K.Key_Delete, K.Key_Backspace])
def test_del_clears_a_letter_also_that_of_a_team_that_does_not_exist(matrix, keys, matrix_shop, key):
    take(matrix, "lost", "gone")
    assert matrix.view.state.columns.teams[-1].missing
    keys(key)
    assert letters(matrix_shop, "lost", "gone") is None
    assert len(matrix.view.state.columns.teams) == 3
    take(matrix, "code", "sre")
    keys(key)
    assert letters(matrix_shop, "code", "sre") is None


def test_a_letter_for_a_ghost_is_refused_with_a_sentence(matrix, keys, matrix_shop):
    refused = QSignalSpy(matrix_shop.refused)
    take(matrix, "code", "gone")
    keys(K.Key_C)
    assert "gone" in refused.at(0)[0]
    assert matrix_shop.document is matrix_shop.history.steps[0].document


@pytest.mark.parametrize(
    ("key", "both", "label"),
    [
        (K.Key_M, (None, "A"), "Move A"),
        (K.Key_S, ("A", "R"), "Assign R"),
        (K.Key_L, ("A", "A"), "Assign A"),
        (K.Key_Return, (None, "A"), "Move A"),
    ],
)
def test_a_second_a_asks_and_the_answer_is_one_step(matrix, keys, key, both, label):
    matrix_shop = matrix._session
    before = matrix_shop.document
    take(matrix, "runbooks", "sre")
    keys(K.Key_A)
    assert matrix_shop.document is before
    assert matrix.edits.popover.isVisible()
    keys(key)
    assert (letters(matrix_shop, "runbooks", "app"), letters(matrix_shop, "runbooks", "sre")) == both
    assert matrix.edits.popover is None
    assert matrix.view.hasFocus()
    assert len(matrix_shop.history.steps) == 2
    assert matrix_shop.history.undo_label.startswith(label)
    matrix_shop.undo()
    assert matrix_shop.document is before


def test_esc_takes_the_second_a_back(matrix, keys):
    matrix_shop = matrix._session
    before = matrix_shop.document
    take(matrix, "runbooks", "sre")
    keys(K.Key_A)
    keys(K.Key_Escape)
    assert matrix_shop.document is before
    assert matrix.edits.popover is None
    assert matrix.view.hasFocus()


def test_a_row_and_a_team_are_removed_and_brought_back(matrix, keys, matrix_shop):
    before = matrix_shop.document
    take(matrix, "runbooks", "sre")
    keys(K.Key_Delete, modifier=CTRL)
    assert "runbooks" not in matrix_shop.organization.row_by_id
    matrix_shop.undo()
    take(matrix, "runbooks", "sre")
    keys(K.Key_Delete, modifier=CTRL | SHIFT)
    assert "sre" not in matrix_shop.organization.team_by_id
    matrix_shop.undo()
    assert matrix_shop.document is before


def test_arrows_choose_in_the_question_and_a_click_chooses_too(qtbot, matrix, keys, matrix_shop):
    take(matrix, "runbooks", "sre")
    keys(K.Key_A, K.Key_Down, K.Key_Return)
    assert letters(matrix_shop, "runbooks", "sre") == "R"
    take(matrix, "code", "sre")
    keys(K.Key_A)
    popover = matrix.edits.popover
    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton, pos=QPoint(60, popover.height() - 10))
    assert letters(matrix_shop, "code", "sre") == "A"
    assert letters(matrix_shop, "code", "app") == "A"


def test_a_click_elsewhere_leaves_both_and_takes_the_other_cell(qtbot, matrix, keys, matrix_shop):
    take(matrix, "runbooks", "sre")
    keys(K.Key_A)
    click(qtbot, matrix, 1, 2)
    matrix.view.setFocus()
    assert letters(matrix_shop, "runbooks", "sre") == "A"
    assert (matrix_shop.selection, matrix_shop.team) == (("responsibility:code",), "front")
    assert matrix.view.pending is None


def test_selecting_something_else_while_the_question_is_open_leaves_both(matrix, keys, matrix_shop):
    take(matrix, "runbooks", "sre")
    keys(K.Key_A)
    matrix_shop.select("team:front")
    assert matrix.edits.popover is None
    assert letters(matrix_shop, "runbooks", "sre") == "A"
    assert matrix_shop.selection == ("team:front",)


def test_undo_while_the_question_is_open_takes_the_question_back(matrix, keys, matrix_shop):
    take(matrix, "capacity", "sre")
    keys(K.Key_I)
    take(matrix, "runbooks", "sre")
    keys(K.Key_A)
    matrix_shop.undo()
    assert matrix.edits.popover is None
    assert letters(matrix_shop, "runbooks", "sre") is None
    assert letters(matrix_shop, "capacity", "sre") is None


def test_the_question_stands_at_its_cell_when_the_matrix_is_scrolled(matrix, keys):
    matrix.resize(600, 220)
    take(matrix, "runbooks", "sre")
    keys(K.Key_A)
    bar = matrix.view.verticalScrollBar()
    bar.setValue(bar.minimum())
    before = matrix.edits.popover.y()
    bar.setValue(bar.minimum() + 13)
    assert matrix.edits.popover.y() == before - 13


MANY = Organization(
    "Many", teams=TEAMS, responsibilities=tuple(Responsibility(f"row-{place}", f"Row {place}") for place in range(20))
)


@pytest.fixture
def many(qtbot, qapp, appearance):
    """Sixty cells, all of them selected."""
    hand = MatrixHand(qtbot, MANY)
    hand.press(K.Key_A, modifier=CTRL)
    return hand


def test_a_stray_letter_on_many_cells_sets_nothing_until_it_comes_again(many):
    many.press(K.Key_I)
    assert many.steps == 0
    assert many.refused == ["I on 60 cells: press I again to set them"]
    many.press(K.Key_I)
    assert many.steps == 1
    assert many.letters("row-19") == {"app": "I", "sre": "I", "front": "I"}


@pytest.mark.parametrize("other", [K.Key_C, K.Key_Home])
def test_anything_else_forgets_the_letter(many, other):
    many.press(K.Key_I)
    many.press(other)
    many.press(K.Key_A, modifier=CTRL)
    many.press(K.Key_I)
    assert many.steps == 0
    assert many.refused[-1] == "I on 60 cells: press I again to set them"


def test_the_work_on_many_cells_is_asked_for_twice_too(many):
    many.press(K.Key_A)
    many.press(K.Key_A)
    many.press(K.Key_R, modifier=SHIFT)
    assert (many.steps, many.refused[-1]) == (1, "Shift+R on 60 cells: press Shift+R again to set them")
    many.press(K.Key_Shift)
    many.press(K.Key_R, modifier=SHIFT)
    assert many.steps == 2
    assert many.letters("row-0")["app"] == "AR"
