"""Whoever does not see the window: all that takes the keyboard has a name and a role, in an order that fits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.docks import DOCKS
from ui.inquiries import INQUIRIES
from ui.lens import LENSES

_MEANINGLESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window}


@pytest.fixture
def opened(qtbot, window, sample):
    """A copy of the payments platform, with its findings looked for and both docks open."""
    file = sample.with_name("ruby_web_today.yaml")
    window.files.open_copy(file.name, file.read_text("utf-8"))
    qtbot.waitUntil(lambda: window.workspace.session.report is not None)
    return window


def taking_keyboard(root):
    """The visible widgets below that can have the keyboard."""
    found = [root, *root.findChildren(QWidget)]
    return [each for each in found if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus]


def nameless(root):
    """What of them has no name or no role that says anything."""
    said = []
    for each in taking_keyboard(root):
        spoken = QAccessible.queryAccessibleInterface(each)
        if each.focusProxy() or not each.isEnabled():
            continue
        if not spoken.text(QAccessible.Text.Name).strip():
            said.append(f"no name: {_where(each)}")
        if spoken.role() in _MEANINGLESS:
            said.append(f"role {spoken.role().name}: {_where(each)} “{spoken.text(QAccessible.Text.Name)}”")
    return said


def _where(widget):
    above = [widget]
    while above[-1].parentWidget() and len(above) < 4:
        above.append(above[-1].parentWidget())
    return " in ".join(type(each).__name__ for each in above)


def test_the_start_screen(qtbot, window):
    qtbot.waitUntil(lambda: window.start_screen.samples.count() == 4)
    assert nameless(window) == []


@pytest.mark.parametrize("place", LENSES, ids=lambda place: place.action)
def test_every_lens_and_its_list(opened, place):
    opened.actions_by_id[place.action].trigger()
    QApplication.processEvents()
    assert nameless(opened) == []
    opened.actions_by_id["as-list"].trigger()
    QApplication.processEvents()
    assert nameless(opened) == []


@pytest.mark.parametrize("place", LENSES, ids=lambda place: place.action)
def test_the_view_of_a_lens_says_what_is_in_hand(opened, place):
    opened.actions_by_id[place.action].trigger()
    session = opened.workspace.session
    row = session.organization.responsibilities[0]
    opened.workspace.show_subject(session.organization.teams[0].subject)
    QApplication.processEvents()
    view = opened.workspace.lens
    focused = view.focusProxy() or view
    spoken = QAccessible.queryAccessibleInterface(focused)
    words = " ".join(spoken.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description))
    assert session.organization.teams[0].name in words or row.name in words, words


@pytest.mark.parametrize("place", DOCKS, ids=lambda place: place.action)
def test_every_dock_with_each_kind_of_thing_in_hand(opened, place):
    session = opened.workspace.session
    opened.workspace.docks.open(place.action, wanted=True)
    organization = session.organization
    things = (organization.responsibilities[0], organization.teams[0], organization.escalations[0])
    for thing in (*things, organization.services[0]):
        session.select(thing.subject)
        QApplication.processEvents()
        assert nameless(opened.workspace.docks) == []


@pytest.mark.parametrize("place", INQUIRIES, ids=lambda place: place.action)
def test_every_window_beside_the_work(qtbot, opened, place):
    session = opened.workspace.session
    session.select(session.organization.responsibilities[0].subject)
    opened.actions_by_id[place.action].trigger()
    made = opened.workspace.inquiries.made[place.action]
    qtbot.waitUntil(lambda: made.isVisible() and not made.is_waiting, timeout=20_000)
    assert nameless(made) == []
    made.close()


@pytest.mark.parametrize("action", ["keyboard", "about", "go-to", "tour"])
def test_what_comes_up_over_the_window(qtbot, opened, action):
    before = set(QApplication.topLevelWidgets())
    opened.actions_by_id[action].trigger()
    QApplication.processEvents()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each not in before]
    for each in (opened, *shown):
        assert nameless(each) == []
        if each is not opened:
            each.close()


def test_the_keyboard_goes_through_the_window_from_top_to_bottom_and_left_to_right(opened):
    """Each part is gone through before the next one."""
    parts = opened.parts()
    order = [
        next(place for place, part in enumerate(parts) if part is each or part.isAncestorOf(each))
        for each in tab_chain(opened)
    ]
    assert order == sorted(order)
    assert set(order) >= {1, 2, 3, 4, 5}


@pytest.mark.parametrize("place", LENSES, ids=lambda place: place.action)
def test_the_keyboard_goes_through_the_strips_from_the_left(opened, place):
    opened.actions_by_id[place.action].trigger()
    QApplication.processEvents()
    for strip in (opened.workspace.bar, opened.workspace.lens.tools, opened.status):
        xs = [each.mapTo(strip, QPoint()).x() for each in tab_chain(opened) if strip.isAncestorOf(each)]
        assert xs
        assert xs == sorted(xs)


def tab_chain(window):
    """What Tab stops at, from the first lens of the bar to the last count."""
    first = next(iter(window.workspace.bar.lenses.values()))
    first.setFocus()
    chain = [first]
    while window.focusNextPrevChild(True) and window.focusWidget() is not first:
        chain.append(window.focusWidget())
        assert len(chain) < 500
    return chain


def test_back_goes_the_same_way_back(opened):
    chain = tab_chain(opened)
    chain[0].setFocus()
    back = []
    while opened.focusNextPrevChild(False) and opened.focusWidget() is not chain[0]:
        back.append(opened.focusWidget())
    assert back == chain[:0:-1]


def look_of(widget):
    """The picture of a widget, with a little around it."""
    window = widget.window()
    place = widget.rect().translated(widget.mapTo(window, QPoint())).adjusted(-3, -3, 3, 3)
    return window.grab(place).toImage()


@pytest.mark.parametrize("place", LENSES, ids=lambda place: place.action)
def test_who_has_the_keyboard_is_seen(opened, place):
    opened.actions_by_id[place.action].trigger()
    QApplication.processEvents()
    unseen = []
    for each in tab_chain(opened):
        scrolls = each.parentWidget()
        while scrolls and not isinstance(scrolls, QScrollArea):
            scrolls = scrolls.parentWidget()
        if scrolls:
            scrolls.ensureWidgetVisible(each)
        opened.workspace.bar.export.setFocus() if each is not opened.workspace.bar.export else opened.status.setFocus()
        QApplication.processEvents()
        without = look_of(each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if look_of(each) == without:
            unseen.append(_where(each))
    assert unseen == []


def test_in_an_empty_lens_the_keyboard_is_on_the_button_that_says_how_to_begin(opened):
    opened.actions_by_id["lens-oncall"].trigger()
    lens = opened.workspace.lens
    assert lens.empty.isVisible()
    assert lens.empty.action.hasFocus()


@pytest.fixture
def examined(opened):
    """What comes up when something is done: gone through, then closed; the names of its classes."""

    def examine(act):
        seen, troubles = [], []

        def look():
            for each in QApplication.topLevelWidgets():
                if each.isVisible() and each is not opened and not each.inherits("QTipLabel"):
                    seen.append(type(each).__name__)
                    troubles.extend(nameless(each))
                    least = each.minimumSizeHint().expandedTo(each.minimumSize())
                    if least.width() > 640 or least.height() > 340:
                        troubles.append(f"{type(each).__name__} takes {least.width()} × {least.height()} at least")
                    each.close()

        QTimer.singleShot(0, look)
        act()
        QApplication.processEvents()
        look()
        assert troubles == []
        return seen

    return examine


@pytest.mark.parametrize("action", ["waive-finding", "about-rule"])
def test_what_a_finding_opens(opened, examined, action):
    opened.actions_by_id["next-finding"].trigger()
    assert examined(opened.actions_by_id[action].trigger)


def test_what_a_broken_file_opens(opened, examined, tmp_path):
    file = tmp_path / "broken.yaml"
    file.write_text("format: orgmodel/1\nname: X\nteams: 3\n")
    assert examined(lambda: opened.files.open(file)) == ["ProblemsDialog"]


@pytest.mark.parametrize("part", ["row-new", "team-new", "service-matrix", "service-new", "layer-new"])
def test_what_the_matrix_asks(opened, examined, part):
    (action,) = (each for each in opened.workspace.lens.actions() if each.objectName() == f"matrix-{part}")
    examined(action.trigger)
    assert nameless(opened) == []


def test_what_a_second_owner_asks(qtbot, opened):
    """The popover under the cell."""
    session = opened.workspace.session
    owned = next(row for row in session.organization.responsibilities if row.raci.accountable)
    opened.workspace.show_subject(owned.subject)
    view = opened.workspace.lens.view
    view.setFocus()
    for _ in session.organization.teams:
        qtbot.keyClick(view, Qt.Key.Key_Right)
        qtbot.keyClick(view, Qt.Key.Key_A)
        popovers = [each for each in view.findChildren(QWidget) if "opover" in type(each).__name__ and each.isVisible()]
        if popovers:
            break
    assert popovers
    assert nameless(popovers[0]) == []
