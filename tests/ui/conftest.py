"""Fixtures of the user interface: the dock of findings and the menus that it opens, and an open file."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import Organization, Team
from orgmodel.yaml_file import read_file
from tests.ui.chain_hand import ChainHand
from tests.ui.found import REPORT
from tests.ui.night_shift import NIGHT_SHIFT
from tests.ui.plain_shell import show_shell
from ui.findings.panel import FindingsPanel
from ui.session import Session
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
