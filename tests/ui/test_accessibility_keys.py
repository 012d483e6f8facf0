"""Everything by keyboard alone: each action has a way to it, does something without a fault, and no two share a key."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QColorDialog, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

from ui.actions import ACTIONS, MENUS, MenuRow
from ui.lens import LENSES

ENDING = {"close", "quit"}
"""Triggered last: nothing is open behind them."""
STARTING_AGAIN = {row.id for row in ACTIONS if row.id.startswith("text-")}
"""They offer to start another process; `test_text_size` answers that."""


@pytest.fixture
def opened(qtbot, window, sample):
    """A copy of the payments platform, with its findings looked for."""
    file = sample.with_name("ruby_web_today.yaml")
    window.files.open_copy(file.name, file.read_text("utf-8"))
    qtbot.waitUntil(lambda: window.workspace.session.report is not None)
    return window


@pytest.fixture
def unanswered(monkeypatch):
    """Every question is given up at once."""
    nothing = lambda *_, **__: ("", "")  # noqa: E731
    for asks in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, asks, nothing)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("", False))
    for box in (QDialog, QMessageBox, QFileDialog, QInputDialog, QColorDialog):
        monkeypatch.setattr(box, "exec", lambda *_: 0)
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)


def keys_of(action):
    return [key.toString() for key in action.shortcuts()]


def lens_of(window, place):
    window.actions_by_id[place.action].trigger()
    QApplication.processEvents()
    return window.workspace.lens


def give_up():
    """Close whatever came up."""
    for each in QApplication.topLevelWidgets():
        if each.isVisible() and each.isModal():
            each.close()
    popup = QApplication.activePopupWidget()
    if popup:
        popup.close()


def trigger(action, qtbot, errors):
    if not action.isEnabled():
        return
    with qtbot.captureExceptions() as raised:
        QTimer.singleShot(0, give_up)
        action.trigger()
        QApplication.processEvents()
        give_up()
    errors.extend(f"{action.objectName() or action.text()}: {kind.__name__}: {error}" for kind, error, _ in raised)


def test_every_action_of_the_window_is_in_a_menu_and_its_keys_are_its_own(opened):
    in_menus = {action for menu in opened.menuBar().actions() for action in below(menu.menu())}
    missing = [row.id for row in ACTIONS if opened.actions_by_id[row.id] not in in_menus]
    assert missing == []
    keys = Counter(key for row in ACTIONS for key in keys_of(opened.actions_by_id[row.id]))
    assert [key for key, times in keys.items() if times > 1] == []


def below(menu):
    for action in menu.actions():
        yield action
        if action.menu():
            yield from below(action.menu())


def test_every_key_of_the_table_is_one_that_qt_understands():
    written = [(row.id, key) for row in ACTIONS for key in row.shortcut.split(";") if key.strip()]
    assert [each for each in written if QKeySequence(each[1].strip()).isEmpty()] == []


@pytest.mark.parametrize("place", LENSES, ids=lambda place: place.action)
def test_the_keys_of_a_lens_are_neither_those_of_the_window_nor_twice_its_own(opened, place):
    window_wide = {key: row.id for row in ACTIONS for key in keys_of(opened.actions_by_id[row.id])}
    lens = lens_of(opened, place)
    held = [(key, action.text()) for action in lens.actions() for key in keys_of(action)]
    assert [each for each in held if each[0] in window_wide] == []
    organization = opened.workspace.session.organization
    for subject in (organization.teams[0].subject, organization.responsibilities[0].subject):
        opened.workspace.show_subject(subject)
        held = [(key, each.text()) for each in lens.actions() if each.isEnabled() for key in keys_of(each)]
        times = Counter(key for key, _ in held)
        assert [each for each in held if times[each[0]] > 1] == []


def test_the_access_keys_of_a_menu_are_there_and_differ():
    clashes = []
    for row in (MenuRow("", tuple(MENUS)), *_menus(MENUS)):
        titles = [item.title if isinstance(item, MenuRow) else _text(item) for item in row.items if item]
        keys = Counter(title[title.index("&") + 1].lower() for title in titles if "&" in title)
        clashes += [f"{row.title}: {key}" for key, times in keys.items() if times > 1]
        clashes += [f"{row.title}: {title} has none" for title in titles if "&" not in title and row.title != "&Edit"]
    assert clashes == []


def _menus(rows):
    for row in rows:
        if isinstance(row, MenuRow):
            yield row
            yield from _menus(row.items)


def _text(action):
    return next(row.text for row in ACTIONS if row.id == action)


def test_every_action_of_the_window_does_what_it_does_without_a_fault(qtbot, opened, unanswered):
    errors = []
    session = opened.workspace.session
    session.select(session.organization.responsibilities[0].subject)
    for row in ACTIONS:
        if row.id not in ENDING | STARTING_AGAIN:
            trigger(opened.actions_by_id[row.id], qtbot, errors)
    assert errors == []


@pytest.mark.parametrize("place", LENSES, ids=lambda place: place.action)
def test_every_action_of_a_lens_does_what_it_does_without_a_fault(qtbot, opened, unanswered, place):
    """With nothing in hand, with a team and with a row; each time on the document as it was."""
    lens = lens_of(opened, place)
    session = opened.workspace.session
    organization, errors = session.organization, []
    for subject in (None, organization.teams[0].subject, organization.responsibilities[0].subject):
        for action in lens.actions():
            if subject:
                opened.workspace.show_subject(subject)
            trigger(action, qtbot, errors)
            while session.undo():
                pass
    assert errors == []


def test_nothing_open_every_action_is_at_rest_or_does_no_harm(qtbot, window, unanswered):
    errors = []
    for row in ACTIONS:
        if row.id not in ENDING | STARTING_AGAIN | {"tour", "new-reference", "new-empty"}:
            trigger(window.actions_by_id[row.id], qtbot, errors)
    assert errors == []
    assert window.workspace is None
