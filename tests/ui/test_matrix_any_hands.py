"""Whatever hands do to the matrix, in whatever order: nothing breaks, and undo gives the first document back."""

import random

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from orgmodel.model import Organization, Raci, Responsibility
from tests.ui.matrix_hand import ALT, CTRL, NONE, ORGANIZATION, SHIFT, K, MatrixHand
from ui.matrix.shape import GROUPING_WORDS, SORT_WORDS, MatrixShape
from ui.matrix.surface import MatrixSurface
from ui.matrix.view import MatrixView

GHOST = Responsibility("lost", "Lost", raci=Raci({"gone": "A"}))
HAUNTED = ORGANIZATION.copy_with(responsibilities=(*ORGANIZATION.responsibilities, GHOST))
KEYS = (
    *(K.Key_Up, K.Key_Down, K.Key_Left, K.Key_Right, K.Key_Home, K.Key_End, K.Key_PageDown, K.Key_Space, K.Key_Return),
    *(K.Key_A, K.Key_R, K.Key_C, K.Key_I, K.Key_Delete, K.Key_F2, K.Key_Escape, K.Key_D, K.Key_X, K.Key_V, K.Key_H),
)
MODIFIERS = (NONE, NONE, NONE, SHIFT, SHIFT, CTRL, ALT, CTRL | SHIFT, ALT | SHIFT)


class AnyHands:
    """Keys, clicks, drags and actions drawn by a seed."""

    def __init__(self, hand, seed):
        self.hand, self.random = hand, random.Random(seed)

    def act(self):
        ways = (self.key, self.key, self.key, self.key, self.click, self.drag, self.arrange, self.undo, self.trigger)
        self.random.choice(ways)()
        self.answer()

    def point(self):
        return QPoint(self.random.randrange(1180), self.random.randrange(420))

    def key(self):
        self.hand.press(self.random.choice(KEYS), modifier=self.random.choice(MODIFIERS))

    def click(self):
        self.hand.click(self.point(), self.random.choice(MODIFIERS[:6]))

    def drag(self):
        self.hand.drag(self.point(), self.point())

    def arrange(self):
        teams = list(self.hand.view.state.columns.by_team)
        hidden = self.random.sample(teams, min(len(teams), self.random.choice((0, 0, 1))))
        self.hand.lens.set_shape(
            MatrixShape(self.random.choice([*SORT_WORDS]), self.random.choice([*GROUPING_WORDS]), frozenset(hidden))
        )
        self.hand.lens.zoom(self.random.choice((1, -1, 0)))
        self.hand.lens.tools.field.setText(self.random.choice(("", "", "a", "nothing like it")))

    def undo(self):
        self.random.choice((self.hand.session.undo, self.hand.session.redo))()

    def trigger(self):
        actions = [action for action in self.hand.lens.actions() if action.isEnabled()]
        self.random.choice([action for action in actions if "matrix…" not in action.text()]).trigger()

    def answer(self):
        """Type a name where one is asked for, and close what is open."""
        field = self.hand.lens.focusWidget()
        if isinstance(field, QLineEdit):
            field.setText(f"Name {self.random.random()}")
            self.hand.press(self.random.choice((K.Key_Return, K.Key_Escape)))
        preview = "edits" in vars(self.hand.lens) and self.hand.lens.edits.clipboard.preview
        if preview:
            self.random.choice((preview.accept, preview.reject))()
            self.hand.lens.edits.clipboard.preview = None
        self.hand.view.setFocus()


@pytest.mark.parametrize(
    ("organization", "seed"), [(ORGANIZATION, 1), (HAUNTED, 2), (HAUNTED, 3), (Organization("Empty"), 4)]
)
def test_nothing_breaks_and_undo_leads_back(qtbot, appearance, monkeypatch, organization, seed):
    broken = []
    # What breaks in an override of Qt's is seen here, for Qt itself goes on after it.
    for cls, name in ((MatrixView, "press"), (MatrixSurface, "_paint")):
        monkeypatch.setattr(cls, name, _watched(getattr(cls, name), broken))
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    hand = MatrixHand(qtbot, organization)
    first, hands = hand.session.document, AnyHands(hand, seed)
    for _ in range(150):
        hands.act()
    assert hand.lens.table().head[0] == "Row"
    QTest.keyClick(hand.view, K.Key_Escape)
    while hand.session.undo():
        pass
    assert broken == []
    assert hand.session.document is first


def _watched(act, broken):
    def watched(*arguments):
        try:
            return act(*arguments)
        except Exception as error:
            broken.append(error)
            raise

    return watched
