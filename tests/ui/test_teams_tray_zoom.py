"""The tray grows with the cards; it keeps its size where they shrink, for its rows would be too small to press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.boards import point_of
from ui.teams.spots import TraySpot
from ui.teams.tray_rows import TRAY_WIDTH
from ui.teams.tray_spots import spots_near

SPOT = TraySpot("nobody", "scaling")


def zoom_to(teams, zoom):
    teams.board.set_zoom(zoom)
    QApplication.processEvents()  # the layout gives the tray its room


def test_the_tray_grows_with_the_cards_and_does_not_shrink_with_them(teams):
    tray, row = teams.tray, teams.tray.rect_of(SPOT)
    zoom_to(teams, 1.3)
    assert tray.width() == int(TRAY_WIDTH * 1.3)
    grown = tray.rect_of(SPOT)
    assert (grown.height(), grown.top()) == pytest.approx((row.height() * 1.3, row.top() * 1.3), abs=1)
    assert grown.width() == tray.viewport().width()
    zoom_to(teams, 0.5)
    assert (tray.width(), tray.rect_of(SPOT)) == (TRAY_WIDTH, row)


def test_the_board_keeps_most_of_the_room(teams):
    zoom_to(teams, 2.0)
    assert teams.tray.width() <= teams.width() * 0.4
    teams.resize(1000, 800)
    QApplication.processEvents()
    assert teams.tray.width() <= 400
    zoom_to(teams, 1.0)
    assert teams.tray.width() == TRAY_WIDTH


@pytest.mark.parametrize("zoom", [1.0, 1.2, 1.4])
def test_what_is_pressed_is_what_is_drawn_there(qtbot, teams, shop, zoom):
    zoom_to(teams, zoom)
    tray, lists = teams.tray, teams.state.lists.places
    spots = [TraySpot("nobody", shop.organization.responsibilities[place].id) for place in lists["nobody"]]
    for spot in (TraySpot("nobody"), *spots, TraySpot("open")):
        rect = tray.rect_of(spot)
        for point in (rect.topLeft() + QPoint(4, 2), rect.bottomRight() - QPoint(4, 2)):
            assert tray.spot_at(point) == spot
    where = tray.viewport().mapFromGlobal(point_of(teams, SPOT))
    qtbot.mouseClick(tray.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shop.selection == ("responsibility:scaling",)


def test_the_end_of_the_lists_is_scrolled_to_at_every_size(teams):
    teams.resize(1396, 300)
    QApplication.processEvents()
    for zoom in (1.0, 1.4):
        zoom_to(teams, zoom)
        down = teams.tray.verticalScrollBar()
        down.setValue(down.maximum())
        last = spots_near(teams.state, TraySpot("open"))[-1]
        assert down.maximum() > 0
        assert teams.tray.rect_of(last).bottom() <= teams.tray.viewport().height()
