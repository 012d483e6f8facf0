"""What the lens shows, on the clipboard: as a picture and as a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QGuiApplication

from orgmodel.model import Subject
from tests.ui.plain_shell import ROW_HEIGHT
from ui.copying import MARGIN, MOST, picture_size
from ui.lens import LensTable
from ui.theme import LIGHT

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def shell(shell, file):
    shell.files.open(file)
    return shell


def test_the_picture_is_of_all_of_it_twice_as_sharp_and_light(qtbot, shell):
    shell.actions_by_id["theme-dark"].trigger()
    qtbot.keyClick(shell, Qt.Key.Key_C, CTRL | ALT)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (2 * (400 + 2 * MARGIN), 2 * (43 * ROW_HEIGHT + 2 * MARGIN))
    assert image.pixelColor(2, 2).name().upper() == LIGHT.paper
    assert shell.status.left.text() == "Copied as a picture of 864 × 1,784 pixels."


def test_a_picture_of_much_is_smaller_and_that_is_said(qtbot, shell, monkeypatch):
    monkeypatch.setattr(shell.workspace.lens, "extent", lambda: QSizeF(400, 40_000))
    shell.actions_by_id["copy-picture"].trigger()
    qtbot.waitUntil(lambda: not shell.stepwise.is_busy)
    assert QGuiApplication.clipboard().image().height() <= MOST
    assert "at 20 %: no side may have more than 8,000." in shell.status.left.text()


@given(st.floats(1, 1e6), st.floats(1, 1e6))
def test_no_side_has_more_than_8000_pixels(width, height):
    size = picture_size(QSizeF(width, height))
    assert 1 <= size.width <= MOST
    assert 1 <= size.height <= MOST
    assert size.is_smaller == (max(width, height) + 2 * MARGIN > MOST / 2)


def test_nothing_is_said_to_be_nothing(shell):
    shell.files.new_empty()
    shell.actions_by_id["copy-picture"].trigger()
    assert shell.status.left.text() == "There is nothing to copy."


def test_the_table_goes_into_a_spreadsheet(qtbot, shell):
    qtbot.keyClick(shell, Qt.Key.Key_C, CTRL | SHIFT)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Row\tLayer\tOwner"
    assert len(lines) == 44
    assert {line.count("\t") for line in lines} == {2}
    assert shell.status.left.text() == "Copied as a table: 43 lines under a head."


def test_cells_are_text_as_they_are_and_no_formulas(shell, monkeypatch):
    table = LensTable(("Name",), ((Subject("team:a"), ("=1+1",)), (Subject("team:b"), ("two\nlines",))))
    monkeypatch.setattr(shell.workspace.lens, "table", lambda: table)
    shell.actions_by_id["copy-table"].trigger()
    assert QGuiApplication.clipboard().text() == 'Name\n\'=1+1\n"two\nlines"\n'
