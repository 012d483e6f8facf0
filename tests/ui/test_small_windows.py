"""The window on small and scaled screens: 640 × 360 is a screen of 1280 × 720 at 200 %."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget, QWidgetItem

from ui.inquiries import INQUIRIES
from ui.lens import LENSES
from ui.narrow_docks import NARROW

SIZES = ((640, 360), (800, 500), (999, 600), (1280, 720))


@pytest.fixture
def opened(window, sample):
    """A copy of the reference sample in the main window."""
    window.files.open_copy(sample.name, sample.read_text("utf-8"))
    return window


def settle(qtbot, window, width, height):
    window.resize(width, height)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == (width, height))
    QApplication.processEvents()
    QApplication.processEvents()


def shown_children(widget):
    flags = Qt.FindChildOption.FindDirectChildrenOnly
    return [each for each in widget.findChildren(QWidget, options=flags) if each.isVisible() and not each.isWindow()]


def troubles(strip):
    """What of a strip's tools overlaps another one or is cut by its edge."""
    tools = shown_children(strip)
    said = [f"{_name(each)} is cut" for each in tools if not strip.rect().contains(each.geometry())]
    least = {each: QWidgetItem(each).minimumSize().width() for each in tools}
    said += [f"{_name(each)} is {each.width()} of {least[each]} wide" for each in tools if each.width() < least[each]]
    for place, one in enumerate(tools):
        for other in tools[place + 1 :]:
            if one.geometry().intersects(other.geometry()):
                said.append(f"{_name(one)} overlaps {_name(other)}")
    return said


def is_in_order(strip, where):
    assert troubles(strip) == [], where


def _name(widget):
    return f"{type(widget).__name__} “{widget.accessibleName()}”"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_window_takes_the_size_and_nothing_in_its_strips_is_cut(qtbot, opened, width, height):
    settle(qtbot, opened, width, height)
    assert (opened.width(), opened.height()) == (width, height)
    for place in LENSES:
        opened.actions_by_id[place.action].trigger()
        QApplication.processEvents()
        QApplication.processEvents()
        workspace = opened.workspace
        for strip in (workspace.bar, workspace.lens.tools, opened.status):
            qtbot.waitUntil(partial(is_in_order, strip, f"{place.name} at {width} × {height}"))


def test_the_smallest_size_fits_a_small_screen(window):
    assert window.minimumWidth() <= 640
    assert window.minimumHeight() <= 360


def test_the_menus_and_the_name_of_the_document_share_their_bar(qtbot, opened):
    settle(qtbot, opened, 640, 360)
    bar = opened.menuBar()
    menus = [bar.actionGeometry(action) for action in bar.actions()]
    assert all(place.width() > 20 for place in menus)
    corner = QRect(opened.document_name.pos(), opened.document_name.size())
    assert not any(corner.intersects(place) for place in menus)


def test_in_a_narrow_window_a_dock_lies_over_the_lens_and_the_rail_opens_and_closes_it(qtbot, opened, settings):
    settle(qtbot, opened, 640, 360)
    docks, rail, stack = (getattr(opened.workspace, name) for name in ("docks", "rail", "stack"))
    width = stack.width()
    assert rail.isVisible()
    assert not docks.isVisible()
    findings, inspector = rail.buttons["dock-findings"], rail.buttons["dock-inspector"]
    qtbot.mouseClick(findings, Qt.MouseButton.LeftButton)
    assert docks.open_docks() == ("dock-findings",)
    assert findings.isChecked()
    assert stack.width() == width
    qtbot.mouseClick(inspector, Qt.MouseButton.LeftButton)
    assert docks.open_docks() == ("dock-inspector",)
    assert opened.rect().contains(QRect(docks.mapTo(opened, docks.rect().topLeft()), docks.size()))
    qtbot.mouseClick(inspector, Qt.MouseButton.LeftButton)
    assert not docks.isVisible()
    assert settings.closed_docks == ()


def test_escape_closes_the_dock_over_the_lens_and_gives_the_keyboard_back(qtbot, opened):
    settle(qtbot, opened, 640, 360)
    docks = opened.workspace.docks
    qtbot.mouseClick(opened.workspace.rail.buttons["dock-findings"], Qt.MouseButton.LeftButton)
    button = docks.docks["dock-findings"].close_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert not docks.isVisible()
    assert opened.workspace.stack.currentWidget().hasFocus()


def test_with_room_again_the_docks_are_beside_the_lens_as_they_were(qtbot, opened):
    docks = opened.workspace.docks
    docks.open("dock-inspector", wanted=False)
    settle(qtbot, opened, 640, 360)
    opened.workspace.open_inspector()
    assert docks.open_docks() == ("dock-inspector",)
    settle(qtbot, opened, NARROW + 100, 700)
    assert docks.open_docks() == ("dock-findings",)
    assert docks.isVisible()
    assert not docks.geometry().intersects(opened.workspace.stack.geometry())
    assert not opened.workspace.rail.isVisible()


def test_every_choice_of_the_start_screen_is_in_reach_of_a_small_window(qtbot, window):
    settle(qtbot, window, 640, 360)
    screen = window.start_screen
    assert screen.horizontalScrollBar().maximum() == 0
    assert all(button.width() <= screen.viewport().width() for button in screen.findChildren(QWidget, "choice"))


@pytest.mark.parametrize("place", INQUIRIES, ids=lambda place: place.action)
def test_every_window_beside_the_work_can_be_as_small_as_a_small_screen(qtbot, opened, place):
    opened.workspace.session.select(opened.workspace.session.organization.responsibilities[0].subject)
    opened.actions_by_id[place.action].trigger()
    made = opened.workspace.inquiries.made[place.action]
    qtbot.waitUntil(lambda: not made.is_waiting, timeout=20_000)
    least = made.minimumSizeHint().expandedTo(made.minimumSize())
    assert least.width() <= 640
    assert least.height() <= 345
    made.close()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize("place", LENSES, ids=lambda place: place.action)
def test_finding_as_one_types_works_where_the_field_is_folded(qtbot, opened, place):
    settle(qtbot, opened, 640, 360)
    opened.actions_by_id[place.action].trigger()
    QApplication.processEvents()
    QApplication.processEvents()
    opened.actions_by_id["find"].trigger()
    field = opened.workspace.lens.tools.field
    assert field.isVisible()
    assert field.hasFocus()
    qtbot.keyClicks(field, "web")
    assert field.text() == "web"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.hasFocus()
    assert QApplication.activePopupWidget() is None
