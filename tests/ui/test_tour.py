"""The tour: each step goes on when it is done, by keys as people press them, and it can be left at any time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton

from orgmodel.commands import AddEscalation
from orgmodel.model import Escalation, TeamId
from tests.ui.inquiring import opened
from ui.tour.steps import STEPS, rows_of_nobody


@pytest.fixture
def tour(qtbot, window):
    """The tour at its first step, with the findings of its copy looked for."""
    window.actions_by_id["tour"].trigger()
    qtbot.waitUntil(lambda: window.workspace.session.report is not None)
    return window.tour


def press(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget(), key, modifiers)


def find_gap(qtbot, window, tour):
    session = window.workspace.session
    for _ in session.report.findings:
        if tour.place:
            break
        press(qtbot, window, Qt.Key.Key_F8)
    return session


def test_the_start_screen_offers_the_tour(qtbot, window):
    button = next(each for each in window.start_screen.beginnings if each.accessibleName() == "Take the tour")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.tour.card.isVisible()
    assert window.tour.card.count.text() == "1 of 5"
    assert window.files.session.path is None
    assert not window.isWindowModified()


def test_f8_to_a_gap_and_a_in_its_row_are_the_first_two_steps(qtbot, window, tour):
    session = find_gap(qtbot, window, tour)
    assert tour.step is STEPS[1]
    assert tour.card.done.text() == "✓ Done: Find a gap"
    gaps = rows_of_nobody(session.organization)
    press(qtbot, window, Qt.Key.Key_Right)
    press(qtbot, window, Qt.Key.Key_A)
    assert len(rows_of_nobody(session.organization)) == len(gaps) - 1
    assert tour.step is STEPS[2]
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows_of_nobody(session.organization) == gaps
    assert tour.step is STEPS[2]


def points_at(window, tour, widget):
    return tour.outline.geometry().contains(widget.mapTo(window, widget.rect().center()))


@pytest.mark.parametrize(
    ("step", "lens", "other"), [(1, "lens-matrix", "lens-chain"), (2, "lens-chain", "lens-matrix")]
)
def test_the_lens_of_a_step_is_pointed_at_in_the_bar_until_it_is_in_front(window, tour, step, lens, other):
    workspace = window.workspace
    workspace.show_lens(other)
    tour.show_step(step)
    assert points_at(window, tour, workspace.bar.lenses[lens])
    assert not points_at(window, tour, workspace.stack)
    workspace.show_lens(lens)
    assert points_at(window, tour, workspace.stack)


def test_another_escalation_is_the_third_step(window, tour):
    tour.show_step(2)
    window.workspace.session.execute(AddEscalation(Escalation(TeamId("frontline"), TeamId("ruby-web"))))
    assert tour.step is STEPS[3]


def test_an_answer_that_is_asked_for_is_the_fourth_step(window, tour):
    tour.show_step(3)
    window.actions_by_id["suggest-owners"].trigger()
    assert tour.step is STEPS[4]


def test_the_pdf_is_the_last_step_and_then_the_card_says_good_bye(qtbot, window, tour, tmp_path, monkeypatch):
    target = tmp_path / "charts.pdf"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    tour.show_step(4)
    made = opened(qtbot, window, "export-pdf")
    qtbot.mouseClick(made.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tour.place == 5, timeout=30_000)
    assert target.read_bytes().startswith(b"%PDF")
    assert tour.card.leave_button.isHidden()
    with qtbot.waitSignal(tour.ended):
        qtbot.mouseClick(tour.card.next_button, Qt.MouseButton.LeftButton)
    assert window.tour is None


def test_back_and_next_go_through_the_steps_by_keyboard_and_nothing_changes(qtbot, window, tour):
    document = window.files.session.document
    window.go_round(-1)
    window.go_round(-1)
    assert tour.card.isAncestorOf(window.focusWidget())
    tour.card.next_button.setFocus()
    qtbot.keyClick(tour.card.next_button, Qt.Key.Key_Space)
    assert tour.card.count.text() == "2 of 5"
    tour.card.back_button.setFocus()
    qtbot.keyClick(tour.card.back_button, Qt.Key.Key_Space)
    assert tour.card.count.text() == "1 of 5"
    assert not tour.card.back_button.isEnabled()
    assert window.files.session.document is document


@pytest.mark.parametrize("where", ["card", "window"])
def test_escape_leaves_and_what_was_done_stays(qtbot, window, tour, where):
    session = window.workspace.session
    session.execute(AddEscalation(Escalation(TeamId("frontline"), TeamId("ruby-web"))))
    edited = session.document
    tour.card.next_button.setFocus()
    with qtbot.waitSignal(tour.ended):
        qtbot.keyClick(tour.card.next_button if where == "card" else window, Qt.Key.Key_Escape)
    assert window.tour is None
    assert session.document is edited
    assert window.workspace.isAncestorOf(window.focusWidget())


def test_it_steps_aside_for_another_document_and_ends_with_its_own(window, tour, sample):
    copy = window.files.front
    window.files.open_copy(sample.name, sample.read_text("utf-8"))
    window.files.documents.bring(copy)
    tour._show()
    assert tour.card.isVisible()
    window.files.close(copy)
    assert window.tour is None


def test_once_left_it_is_asked_for_nothing_when_another_document_comes_to_the_front(qtbot, window, tour, sample):
    with qtbot.waitSignal(tour.destroyed):
        tour.leave()
    session = window.workspace.session
    session.inquiry_wanted.emit("what-if")
    with qtbot.captureExceptions() as raised:
        window.files.open(sample)
        window.files.documents.step(1)
    assert not raised


def test_the_card_lies_in_the_smallest_window_and_every_button_in_the_card(qtbot, window, tour):
    window.resize(640, 360)
    for place in range(len(STEPS) + 1):
        tour.show_step(place, done="Find a gap")
        tour._put()
        QApplication.processEvents()
        assert tour.card.text.height() >= tour.card.text.heightForWidth(tour.card.text.width()), tour.card.title.text()
        assert window.rect().contains(tour.card.geometry()), tour.card.title.text()
        for button in tour.card.findChildren(QPushButton):
            if button.isVisible():
                assert tour.card.rect().contains(button.geometry())


def test_a_screen_reader_hears_which_step_it_is_and_when_it_was_the_last(tour):
    def spoken():
        return QAccessible.queryAccessibleInterface(tour.card).text(QAccessible.Text.Name)

    assert spoken().startswith("Tour, 1 of 5: Find a gap. F8 goes to the next finding")
    tour.show_step(5)
    assert spoken().startswith("That was the tour. This copy is yours")
