"""A step of the presentation from what somebody looks at: its lens, its focus, its name."""

import pytest
from PySide6.QtCore import Qt

from orgmodel.commands import ChangeField
from orgmodel.document import Document, View
from orgmodel.model import ORGANIZATION, Escalation, Organization, Team, TeamId
from ui.steps import step_from

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("lens", "selection", "step"),
    [
        ("lens-chain", ("team:sre",), View("App SRE", "chain", "team:sre")),
        ("lens-oncall", (), View("On call", "oncall")),
        ("lens-matrix", (ORGANIZATION,), View("Matrix", "matrix")),
        (
            "lens-matrix",
            ("team:gone", "responsibility:database"),
            View("Database", "matrix", "responsibility:database"),
        ),
    ],
)
def test_a_step_has_the_lens_the_focus_and_a_name(session, lens, selection, step):
    command, named = step_from(session.document, lens, selection)
    assert command.view == step
    assert named == "view:1"
    assert session.execute(command)


@pytest.mark.parametrize(("lens", "is_focus"), [("lens-chain", True), ("lens-matrix", False)])
def test_a_step_is_about_what_its_lens_shows(lens, is_focus):
    way = Escalation(TeamId("app"), TeamId("sre"))
    teams = (Team(TeamId("app"), "App"), Team(TeamId("sre"), "SRE"))
    document = Document(Organization("Two", teams=teams, escalations=(way,)))
    command, _ = step_from(document, lens, (way.subject,))
    assert command.view.focus == (way.subject if is_focus else None)


def test_two_gestures_make_a_step_and_the_keyboard_is_in_its_name(qtbot, window, sample):
    window.files.open(sample)
    window.settle()
    session, there = window.workspace.session, len(window.workspace.session.document.views)
    team = session.organization.teams[0]
    session.select(team.subject)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL_ALT)
    assert session.document.views[there:] == (View(team.name, "matrix", team.subject),)
    inspector = window.workspace.docks.docks["dock-inspector"].body
    name = inspector.forms[0].editors["name"]
    assert window.focusWidget() is name
    assert name.selectedText() == team.name
    assert window.status.left.text().startswith(team.name)


def test_undo_names_the_field_as_the_form_does(session):
    session.execute(ChangeField(ORGANIZATION, "based_on", "2.2"))
    assert "“Based on”" in session.history.undo_label
