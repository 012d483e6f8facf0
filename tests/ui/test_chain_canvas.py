"""The canvas pushed about and zoomed, and what lies over it: the legend and the map."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.chain_hand import ChainHand, large
from ui.session import Session

Key = Qt.Key


def test_ctrl_and_the_wheel_zoom_and_keep_what_is_under_the_cursor(qtbot, chain):
    spot = chain.middle("team:web-sre")
    before = chain.view.mapToScene(spot)
    for _ in range(4):
        wheel(chain, spot, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier)
    after = chain.view.mapToScene(spot)
    assert chain.view.zoom == pytest.approx(1.15**4)
    assert abs(after.x() - before.x()) < 3
    assert abs(after.y() - before.y()) < 3
    chain.press(Key.Key_0)
    assert chain.view.zoom == 1.0
    chain.press(Key.Key_Minus)
    assert chain.lens.over.zoom_bar.share.text() == "87 %"


def wheel(chain, spot, by, modifiers=Qt.KeyboardModifier.NoModifier, *, fingers=False):
    pixels, angle = (by, by * 8) if fingers else (QPoint(), by)
    at = QPointF(chain.view.mapToGlobal(spot))
    phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    chain.view.wheelEvent(QWheelEvent(QPointF(spot), at, pixels, angle, none, modifiers, phase, False))


@pytest.mark.parametrize("fingers", [True, False], ids=["touchpad", "wheel"])
def test_the_wheel_and_two_fingers_push_the_canvas(chain, fingers):
    chain.view.set_zoom(2.0)
    across, down = chain.view.horizontalScrollBar(), chain.view.verticalScrollBar()
    across.setValue(300)
    down.setValue(300)
    wheel(chain, QPoint(200, 200), QPoint(-40, -30), fingers=fingers)
    assert (across.value(), down.value(), chain.view.zoom) == (340, 330, 2.0)


def test_the_middle_button_and_an_empty_place_push_the_canvas(qtbot, chain):
    chain.view.set_zoom(2.0)
    bar = chain.view.horizontalScrollBar()
    bar.setValue(300)
    chain.drag(QPoint(150, 30), QPoint(100, 30))
    assert bar.value() == 350
    port = chain.port
    qtbot.mousePress(port, Qt.MouseButton.MiddleButton, pos=QPoint(400, 300))
    chain.move(QPointF(420, 300))
    qtbot.mouseRelease(port, Qt.MouseButton.MiddleButton, pos=QPoint(420, 300))
    assert bar.value() == 330
    assert chain.steps == []


def test_zooming_by_steps_and_back_to_full_size(chain):
    chain.view.set_zoom(1.0)
    chain.lens.zoom(1)
    assert chain.view.zoom > 1.1
    chain.lens.zoom(-1)
    chain.lens.zoom(-1)
    assert chain.view.zoom < 0.9
    chain.lens.zoom(0)
    assert chain.view.zoom == 1.0


def test_what_lies_over_the_canvas_stays_when_it_is_pushed(chain):
    chain.view.set_zoom(2.0)
    before = chain.lens.over.zoom_bar.pos()
    chain.view.horizontalScrollBar().setValue(200)
    chain.view.verticalScrollBar().setValue(100)
    assert chain.lens.over.zoom_bar.pos() == before


def test_a_small_chain_has_no_map(chain):
    chain.view.set_zoom(3.0)
    assert not chain.lens.over.minimap.isVisible()


def test_the_map_of_a_large_chain_follows_and_is_dragged(qtbot, appearance):
    chain = ChainHand(qtbot, Session(large()))
    qtbot.waitUntil(lambda: not chain.view.is_behind)
    chain.view.set_zoom(1.0)
    small = chain.lens.over.minimap
    assert small.isVisible()
    assert chain.port.rect().contains(small.geometry())
    assert not small.geometry().intersects(chain.lens.over.zoom_bar.geometry())
    home = small.geometry()
    corner = QPoint(small.width() - 4, 4)
    qtbot.mouseClick(small, Qt.MouseButton.LeftButton, pos=corner)
    diagram = chain.view.diagram
    assert small.seen().right() == pytest.approx(diagram.width, abs=2)
    assert small.geometry() == home
    qtbot.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(2, 4))
    assert small.seen().left() == pytest.approx(0, abs=2)
    chain.view.fit()
    assert not small.isVisible()


def test_the_map_and_the_legend_cover_no_card_but_where_there_is_no_other_place(qtbot, appearance):
    chain = ChainHand(qtbot, Session(large()))
    qtbot.waitUntil(lambda: not chain.view.is_behind)
    chain.view.set_zoom(1.0)
    legend = chain.lens.over.legend
    covered = [area for area in chain.lens.over.cards_seen() if area.intersects(QRect(legend.pos(), legend.size()))]
    assert not (legend.isVisible() and covered)


def test_the_legend_covers_no_card(chain):
    view, legend = chain.view, chain.lens.over.legend
    for height in (798, 520, 440, 380):
        chain.lens.resize(860, height)
        for zoom in (0.6, 0.8, 1.0):
            view.set_zoom(zoom)
            QApplication.processEvents()
            for place in range(0, view.verticalScrollBar().maximum() + 1, 40):
                view.verticalScrollBar().setValue(place)
                covered = [
                    item for item in view.canvas.cards.values() if _on_screen(view, item).intersects(legend.geometry())
                ]
                assert not (covered and legend.isVisible()), (height, zoom, place)


def test_the_legend_gives_way_to_a_card_below_it(chain):
    view, legend = chain.view, chain.lens.over.legend
    view.set_zoom(1.0)
    lowest = max(view.canvas.cards.values(), key=lambda item: item.rect.bottom())
    home = legend.pos()
    lowest.setPos(view.mapToScene(home) - QPointF(0, 20))
    view.zoomed.emit()
    assert legend.isVisible()
    assert legend.pos() != home
    assert not _on_screen(view, lowest).intersects(legend.geometry())


def _on_screen(view, item):
    return view.mapFromScene(item.rect).boundingRect()
