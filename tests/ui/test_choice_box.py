"""A box with a list, by keyboard: a name with a space in it is typed through, Tab takes what is in hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.picker import Picker
from ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
_KINDS = ("Frontline", "Application", "Application Support", "Infrastructure", "Application SRE")


class _Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.box, self.next = Picker("Kind", LIGHT), QLineEdit()
        self.box.offer([(name, name) for name in _KINDS], "Frontline")
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.next)


@pytest.fixture
def form(qtbot: object) -> Iterator[_Form]:
    made = _Form()
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    made.box.setFocus()
    yield made
    made.close()


def test_a_name_with_a_space_is_typed_through(form: _Form) -> None:
    QTest.keyClicks(form.box, "Application SR")
    assert not form.box.view().isVisible()
    assert form.box.value == "Application SRE"


def test_a_space_alone_opens_the_list_and_tab_takes_what_is_in_hand(form: _Form) -> None:
    QTest.keyClick(form.box, Qt.Key.Key_Space)
    view = form.box.view()
    assert view.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.isVisible()
    assert form.box.value == "Application"
    assert form.next.hasFocus()
