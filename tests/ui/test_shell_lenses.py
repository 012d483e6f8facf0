"""What the window asks of every lens there is: to find, to zoom, to be drawn, copied, printed and read as a list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from tests.ui.plain_shell import make_room
from ui.lens import LENSES
from ui.theme import LIGHT

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(params=[place.action for place in LENSES])
def shown(request, qtbot, window, sample):
    """The window on each of the lenses, with the reference in it."""
    make_room(window)
    window.files.open(sample)
    window.settle()
    window.workspace.show_lens(request.param)
    qtbot.waitUntil(lambda: not window.workspace.lens.extent().isEmpty(), timeout=20_000)
    return window


def test_find_puts_the_keyboard_into_a_field_of_the_lens(qtbot, shown):
    qtbot.keyClick(shown, Qt.Key.Key_F, CTRL)
    lens, focused = shown.workspace.lens, shown.focusWidget()
    assert lens.isAncestorOf(focused)
    assert focused.inherits("QLineEdit")


def test_a_hundred_percent_is_what_it_was_however_one_zoomed(shown):
    lens = shown.workspace.lens
    lens.zoom(0)
    extent = lens.extent()
    for step in (1, 1, -1, 0):
        lens.zoom(step)
    assert lens.extent() == extent


def test_it_draws_something_from_the_top_left_corner_and_nothing_beside_its_extent(shown):
    lens = shown.workspace.lens
    extent = lens.extent().toSize()
    image = QImage(extent.width() + 40, extent.height() + 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#010203"))
    painter = QPainter(image)
    lens.draw(painter, LIGHT)
    painter.end()
    inside = {image.pixel(x, y) for x in range(0, extent.width(), 7) for y in range(0, extent.height(), 7)}
    beside = {image.pixel(extent.width() + 30, y) for y in range(image.height())}
    assert len(inside) > 3
    assert beside == {QColor("#010203").rgb()}


def test_its_table_is_even_and_names_things_that_are_there(shown):
    lens, organization = shown.workspace.lens, shown.workspace.session.organization
    table = lens.table()
    assert table.rows
    assert {len(cells) for _, cells in table.rows} == {len(table.head)}
    subjects = {row.subject for row in organization.responsibilities} | {team.subject for team in organization.teams}
    assert any(subject in subjects for subject, _ in table.rows)
    shown.actions_by_id["copy-table"].trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == len(table.rows) + 1


def test_its_list_has_a_line_for_each_and_enter_opens_the_inspector(qtbot, shown):
    count = len(shown.workspace.lens.table().rows)
    qtbot.keyClick(shown, Qt.Key.Key_L, CTRL | SHIFT)
    twin = shown.workspace.lens
    assert twin.rows.rowCount() == count
    qtbot.keyClick(twin.view, Qt.Key.Key_End)
    qtbot.keyClick(twin.view, Qt.Key.Key_Home)
    qtbot.keyClick(twin.view, Qt.Key.Key_Down)
    assert shown.workspace.session.selection == (twin.rows.subject_at(twin.view.currentIndex().row()),)


def test_its_tools_are_in_it_and_it_says_what_stands_on_every_sheet(shown):
    lens = shown.workspace.lens
    assert lens.isAncestorOf(lens.tools)
    assert 0 <= lens.repeated_head < lens.extent().height()
