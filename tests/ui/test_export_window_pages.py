"""The pages of the preview: where they lie, how large, what is drawn, and what happens while they are made anew."""

from __future__ import annotations

from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from orgmodel.errors import ExportFailed
from tests.ui.inquiring import opened, settle
from ui.export_window import composing
from ui.export_window.page_places import MARGIN, placed, zooms_to_fit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

SIZES = st.lists(st.sampled_from(((595.0, 842.0), (842.0, 595.0), (1191.0, 842.0), (612.0, 792.0))), max_size=12)
ROOMS = st.integers(200, 2_000)


@pytest.fixture
def exporting(qtbot, window, night):
    """The window of the export, with the first pages on screen."""
    return opened(qtbot, window, "export-pdf")


@pytest.fixture
def gate(monkeypatch):
    """Composing waits at it until it is opened; it is, at the end."""
    made, plain = Event(), composing.Composing._composed

    def waiting(self, asked):
        made.wait(20)
        return plain(self, asked)

    monkeypatch.setattr(composing.Composing, "_composed", waiting)
    yield made
    made.set()


@given(SIZES, st.floats(0.1, 4.0), ROOMS)
def test_pages_lie_below_each_other_and_none_outside(sizes, zoom, room):
    places = placed(sizes, [zoom] * len(sizes), room)
    assert len(places.boxes) == len(sizes)
    assert places.width >= room
    bottom = 0
    for box in places.boxes:
        assert box.top == bottom + MARGIN
        assert box.left >= 0
        assert box.left + box.width <= places.width
        assert abs(2 * box.left + box.width - places.width) <= 1
        bottom = box.bottom
    assert places.height == (bottom + MARGIN if sizes else 0)


@given(SIZES, st.floats(0.1, 2.0), st.integers(-200, 12_000), st.integers(1, 2_000))
def test_what_is_in_sight_is_what_meets_the_stretch(sizes, zoom, top, height):
    places = placed(sizes, [zoom] * len(sizes), 800)
    meeting = [place for place, box in enumerate(places.boxes) if box.top < top + height and box.bottom > top]
    assert list(places.in_sight(top, height)) == meeting


@given(SIZES.filter(bool), ROOMS, ROOMS)
def test_whole_pages_fit_into_the_room(sizes, width, height):
    zooms = zooms_to_fit("page", sizes, width, height)
    for box, zoom in zip(placed(sizes, zooms, width).boxes, zooms, strict=True):
        assert box.width <= width - 2 * MARGIN + 1 or zoom == 0.1
        assert box.height <= height - 2 * MARGIN + 1 or zoom == 0.1
    wider = zip(zooms, zooms_to_fit("width", sizes, width, height), strict=True)
    assert all(whole <= wide for whole, wide in wider)


def test_a_page_on_larger_paper_makes_none_of_the_others_small():
    upright, large = (595.0, 842.0), (1191.0, 842.0)
    boxes = placed((upright, large), zooms_to_fit("width", (upright, large), 832, 600), 832).boxes
    assert [box.width for box in boxes] == [800, 800]


def test_pages_in_sight_are_drawn_at_the_pixels_of_the_screen(qtbot, exporting):
    view = exporting.preview.pages
    qtbot.waitUntil(lambda: view.is_drawn)
    box, (drawing, pixmap) = view.places.boxes[0], view._held[0]
    assert pixmap.width() == drawing.width == round(box.width * view.devicePixelRatioF())
    inks = {pixmap.toImage().pixel(x, y) for x in range(0, pixmap.width(), 3) for y in range(0, pixmap.height(), 3)}
    assert len(inks) > 3
    assert view.places.boxes[-1].top > view.viewport().height()
    assert len(view.sizes) - 1 not in view._held


def test_page_keys_home_and_end_go_through_the_pages(qtbot, exporting):
    view, where = exporting.preview.pages, exporting.preview.where
    qtbot.mouseClick(exporting.preview.fits["page"], Qt.MouseButton.LeftButton)
    count = len(view.sizes)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert where.text() == f"Page 2 of {count}"
    assert view.accessibleName() == f"Page 2 of {count}"
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert where.text() == f"Page 1 of {count}"
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert where.text() == f"Page {count} of {count}"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert where.text() == f"Page 1 of {count}"


def test_which_page_it_is_is_said_whole_where_there_is_little_room(qtbot, exporting):
    where, count = exporting.preview.where, len(exporting.preview.pages.sizes)
    exporting.resize(560, 400)
    qtbot.waitUntil(lambda: where.text() == f"1 of {count}")
    exporting.resize(1100, 400)
    qtbot.waitUntil(lambda: where.text() == f"Page 1 of {count}")


def test_a_page_wider_than_the_window_is_gone_through_screen_by_screen(qtbot, exporting):
    view = exporting.preview.pages
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert 0 < view.verticalScrollBar().value() < view.viewport().height()


def test_zoom_by_keys_wheel_and_buttons(qtbot, exporting):
    preview, view, control = exporting.preview, exporting.preview.pages, Qt.KeyboardModifier.ControlModifier
    exporting.form.focus_first()
    qtbot.keyClick(exporting, Qt.Key.Key_0, control)
    assert (view.zoom, preview.percent.text()) == (1.0, "100 %")
    assert not preview.fits["width"].isChecked()
    qtbot.keyClick(exporting, Qt.Key.Key_Plus, control)
    qtbot.keyClick(exporting, Qt.Key.Key_Minus, control)
    assert view.zoom == pytest.approx(1.0)
    qtbot.mouseClick(preview.larger, Qt.MouseButton.LeftButton)
    assert preview.percent.text() == "125 %"
    turn(view, -120, control)
    assert preview.percent.text() == "100 %"
    qtbot.mouseClick(preview.fits["width"], Qt.MouseButton.LeftButton)
    assert preview.fits["width"].isChecked()
    assert view.places.width <= view.viewport().width()


def test_what_lies_under_the_pointer_stays_there(exporting):
    view = exporting.preview.pages
    view.set_zoom(1.0)
    at = QPoint(200, 150)
    before = view.places.boxes[0]
    high = (view.verticalScrollBar().value() + at.y() - before.top) / before.height
    view.set_zoom(2.0, at)
    after = view.places.boxes[0]
    assert (view.verticalScrollBar().value() + at.y() - after.top) / after.height == pytest.approx(high, abs=0.01)


def turn(view, by, modifiers):
    at = QPointF(view.viewport().rect().center())
    above, none = view.viewport().mapToGlobal(at), Qt.MouseButton.NoButton
    event = QWheelEvent(at, above, QPoint(), QPoint(0, by), none, modifiers, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view.viewport(), event)


def choose(qtbot, made, whom):
    qtbot.mouseClick(made.form.whom[whom], Qt.MouseButton.LeftButton)


def test_the_old_pages_stay_dimmed_while_others_are_made(qtbot, exporting, gate):
    before = exporting.preview.pages.data
    choose(qtbot, exporting, "executive")
    qtbot.waitUntil(lambda: exporting.preview.status == "Composing…")
    assert exporting.preview.pages.is_dimmed
    assert exporting.preview.pages.data is before
    gate.set()
    settle(qtbot, exporting)
    assert not exporting.preview.pages.is_dimmed
    assert exporting.preview.where.text() == "One page"


def test_only_what_was_chosen_last_is_made_to_its_end(qtbot, exporting, gate):
    choose(qtbot, exporting, "full")
    qtbot.waitUntil(lambda: exporting._background._thread is not None)
    choose(qtbot, exporting, "executive")
    drawn = []
    exporting._composing._tell = lambda page, count: drawn.append(count)
    gate.set()
    settle(qtbot, exporting)
    assert set(drawn) <= {0, 1}, "no page of the others was drawn"
    assert len(exporting.preview.pages.sizes) == 1


def test_cancel_leaves_the_old_pages_and_says_so(qtbot, exporting, gate):
    choose(qtbot, exporting, "executive")
    assert exporting.progress.shown.words == "Composing…"
    exporting.progress._wait.timeout.emit()
    assert exporting.progress.isVisible()
    qtbot.mouseClick(exporting.progress.cancel, Qt.MouseButton.LeftButton)
    assert exporting.preview.status == "Stopped: these are the pages of before."
    assert exporting.preview.pages.is_dimmed
    assert not exporting.progress.isVisible()
    assert not exporting.button.isEnabled()
    gate.set()
    qtbot.mouseClick(exporting.preview.again, Qt.MouseButton.LeftButton)
    settle(qtbot, exporting)
    assert exporting.button.isEnabled()
    assert exporting.preview.again.isHidden()
    assert exporting.preview.where.text() == "One page"


def test_a_file_asked_for_meanwhile_is_written_when_the_pages_are_there(qtbot, exporting, gate, tmp_path, monkeypatch):
    target = tmp_path / "later.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    choose(qtbot, exporting, "executive")
    qtbot.mouseClick(exporting.button, Qt.MouseButton.LeftButton)
    assert not target.exists()
    with qtbot.waitSignal(exporting._exporter.written):
        gate.set()
    assert target.read_bytes() == exporting.preview.pages.data
    assert len(exporting.preview.pages.sizes) == 1


def test_closing_it_stops_what_is_being_made(qtbot, exporting, gate, window):
    choose(qtbot, exporting, "executive")
    exporting.reject()
    assert not exporting.is_waiting
    assert exporting._composing.wanted is None
    gate.set()
    assert opened(qtbot, window, "export-pdf") is exporting
    assert len(exporting.preview.pages.sizes) == 1


def test_pages_that_cannot_be_made_are_a_sentence(qtbot, exporting, monkeypatch):
    def refused(*_):
        raise ExportFailed("No page can be so small: choose A4.")

    monkeypatch.setattr(composing.Composing, "_composed", refused)
    choose(qtbot, exporting, "executive")
    settle(qtbot, exporting)
    assert exporting.preview.problem.text() == "No page can be so small: choose A4."
    assert exporting.preview.pages.is_dimmed
    assert not exporting.button.isEnabled()


def test_letters_that_no_font_draws_are_named(qtbot, exporting, night):
    from orgmodel.commands import ChangeField

    night.execute(ChangeField(night.organization.teams[0].subject, "name", "Team \ue123"))
    settle(qtbot, exporting)
    said = exporting.preview.problem.accessibleName()
    assert "U+E123" in said
    assert exporting.preview.problem.isVisible()
    assert exporting.button.isEnabled()


def test_each_theme_reaches_all_of_it(exporting, window):
    from ui.theme import CONTRAST, DARK

    for theme in (DARK, CONTRAST):
        exporting.apply_theme(theme)
        corner = exporting.preview.pages.viewport().grab().toImage().pixelColor(3, 40)
        assert corner.name().upper() == theme.sunken
        assert exporting.form.people.theme is theme
