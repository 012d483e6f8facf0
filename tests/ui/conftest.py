"""Fixtures of the user interface: each lens and dock on a small model, the window, and hands that press and drag."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import Organization, Team
from orgmodel.yaml_file import read_file
from tests.ui import matrix_shop as matrix_example
from tests.ui.boards import SHOP, point_of, widget_of
from tests.ui.chain_hand import ChainHand
from tests.ui.found import REPORT
from tests.ui.night_shift import NIGHT_SHIFT
from tests.ui.plain_shell import show_shell
from tests.ui.weeks import organization as week_organization
from tests.ui.weeks import shown as shown_week
from ui.findings.panel import FindingsPanel
from ui.inspector.panel import InspectorPanel
from ui.matrix.lens import MatrixLens
from ui.session import Session
from ui.teams.lens import TeamsLens
from ui.theme import LIGHT


@pytest.fixture
def panel(qtbot, session, appearance):
    made = FindingsPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(344, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    session.show_findings(REPORT)
    yield made
    session.remedies.stop()


@pytest.fixture
def menus(panel, monkeypatch):
    """The menus that were opened, each as the texts in it; the entry of `menus.chosen` is chosen."""

    class Opened(list):
        chosen = None

    opened = Opened()

    def choose(menu, *_):
        entries = [action for action in menu.actions() if not action.isSeparator()]
        opened.append([action.text() for action in entries])
        opened.tips = [action.toolTip() for action in entries]
        if opened.chosen is not None:
            entries[opened.chosen].trigger()

    monkeypatch.setattr(panel.list.hand, "offer", choose)
    return opened


@pytest.fixture
def night(window, tmp_path):
    """The session of the night shift, open in the main window."""
    file = tmp_path / "night.yaml"
    file.write_text(NIGHT_SHIFT)
    window.files.open(file)
    return window.workspace.session


@pytest.fixture
def file(tmp_path, sample):
    """The reference sample in a place of its own."""
    copy = tmp_path / "ruby_web.yaml"
    copy.write_bytes(sample.read_bytes())
    return copy


@pytest.fixture
def chain(qtbot, appearance, sample):
    """A hand on the Chain lens, on the reference sample with its findings."""
    session = Session(read_file(sample).document)
    session.show_findings(analyse(session.document, date(2026, 11, 22)))
    return ChainHand(qtbot, session)


@pytest.fixture
def bare_chain(qtbot, appearance):
    """A hand on the Chain lens, on two teams that no page goes to."""
    teams = (Team("desk", "Desk", "frontline"), Team("sre", "SRE", "application-sre"))
    return ChainHand(qtbot, Session(Document(Organization(name="Bare", teams=teams))))


@pytest.fixture
def shell(qtbot, appearance, settings):
    """The window around a plain lens, with nothing open."""
    made = show_shell(qtbot, appearance, settings)
    yield made
    made.shut_down()


@pytest.fixture
def shop(qapp, appearance):
    """An open shop of seven teams."""
    return Session(Document(SHOP))


@pytest.fixture
def teams(qtbot, shop):
    """The Teams lens on it, with the keyboard."""
    made = TeamsLens(shop, LIGHT)
    qtbot.addWidget(made)
    made.resize(1396, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.board.setFocus()
    return made


@pytest.fixture
def keys(qtbot):
    """Press keys wherever the focus is."""

    def press(*pressed, modifier=Qt.KeyboardModifier.NoModifier):
        for key in pressed:
            qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return press


@pytest.fixture
def team_drag(teams):
    """Press at one place, move to others, and let go at the last unless told otherwise."""

    def mouse(widget, kind, where, modifiers):
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        changed = none if kind == QEvent.Type.MouseMove else left
        held = none if kind == QEvent.Type.MouseButtonRelease else left
        at = QPointF(widget.mapFromGlobal(where))
        QApplication.sendEvent(widget, QMouseEvent(kind, at, QPointF(where), changed, held, modifiers))

    def go(start, *to, modifiers=Qt.KeyboardModifier.NoModifier, drops=True):
        widget, first = widget_of(teams, start), point_of(teams, start)
        mouse(widget, QEvent.Type.MouseButtonPress, first, Qt.KeyboardModifier.NoModifier)
        for place in to:
            where = place if isinstance(place, QPoint) else point_of(teams, place)
            mouse(widget, QEvent.Type.MouseMove, (first + where) / 2, modifiers)
            mouse(widget, QEvent.Type.MouseMove, where, modifiers)
        if drops:
            mouse(widget, QEvent.Type.MouseButtonRelease, where, modifiers)

    return go


@pytest.fixture
def oncall(qtbot, appearance):
    """The On call lens on a shop with three rotations."""
    return shown_week(qtbot, week_organization())


@pytest.fixture
def matrix_shop(qapp, appearance):
    """An open shop with a row of each kind."""
    return Session(Document(Organization("Shop", teams=matrix_example.TEAMS, responsibilities=matrix_example.ROWS)))


@pytest.fixture
def matrix(qtbot, matrix_shop):
    """The matrix on it, with the keyboard."""
    made = MatrixLens(matrix_shop, LIGHT)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.view.setFocus()
    return made


@pytest.fixture
def inspector(qtbot, session, appearance, settings):
    """The Inspector on the small document, with nothing selected."""
    panel = InspectorPanel(session, LIGHT)
    panel.recall(settings)
    qtbot.addWidget(panel)
    panel.resize(344, 900)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


@pytest.fixture
def opened(shell, file):
    """That window with the reference in it."""
    assert shell.files.open(file)
    return shell


@pytest.fixture
def three_files(tmp_path, sample):
    """Three files with names of their own."""
    made = []
    for name in ("one", "two", "three"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(
            sample.read_text("utf-8").replace("name: Ruby Web Application", f"name: {name.title()}", 1), "utf-8"
        )
        made.append(path)
    return made


@pytest.fixture
def three(shell, three_files):
    """The window with each of them in a tab."""
    assert shell.files.open_all(three_files)
    return shell
