"""The Inspector in the main window: what is wanted is jumped to, whatever is selected lets every lens be."""

from pathlib import Path

import pytest

from orgmodel.model import ORGANIZATION
from tests.ui.test_inspector_fields import ONE_OF_EACH
from ui.lens import LENSES

PAYMENTS = Path(__file__).parents[2] / "sample_orgs" / "payments_platform.yaml"


@pytest.fixture
def payments(window, tmp_path):
    """A department in the main window, from a file of its own."""
    file = tmp_path / "payments.yaml"
    file.write_bytes(PAYMENTS.read_bytes())
    window.files.open(file)
    window.settle()
    return window


def test_every_input_that_may_be_wanted_is_jumped_to(payments):
    session, workspace = payments.workspace.session, payments.workspace
    for named, field in (
        (ORGANIZATION, "rotations"),
        (ORGANIZATION, "review_by"),
        (ORGANIZATION, "assessments"),
        ("team:money-sre", "sites"),
        ("team:money-sre", "members"),
        ("team:money-sre", "workload.toil"),
        ("team:money-sre", "rotations"),
        ("rotation:frontline-dublin", "coverage"),
        ("rotation:frontline-dublin", "members"),
        ("assessment:autumn-2026", "ratings"),
        ("layer:environment", "kind"),
        ("service:ledger", "depends_on"),
        ("responsibility:ledger-release-process", "confirmed.on"),
    ):
        session.fill_in(named, field)
        inspector = workspace.docks.docks["dock-inspector"].body
        editor = inspector.forms[0].editors[field]
        focused = payments.focusWidget()
        assert editor is focused or editor.isAncestorOf(focused), (named, field, focused)


def test_every_kind_of_thing_is_selected_in_every_lens(payments):
    session, workspace = payments.workspace.session, payments.workspace
    captions = set()
    for place in LENSES:
        workspace.show_lens(place.action)
        for named in ONE_OF_EACH.values():
            session.select(named)
            workspace.show_subject(named)
            session.select(named)
            captions.add(workspace.docks.docks["dock-inspector"].body.caption)
            workspace.lens.reveal((named,))
            session.select(named)
    assert len(captions) == len(ONE_OF_EACH)


def test_what_is_typed_in_prose_is_saved(qtbot, payments):
    session = payments.workspace.session
    session.fill_in("team:money-sre", "mission")
    qtbot.keyClicks(payments.focusWidget(), "New. ")
    assert payments.files.save()
    qtbot.keyClicks(payments.focusWidget(), "Newer. ")
    assert payments.files.save()
    assert session.organization.team_by_id["money-sre"].mission.startswith("New. Newer. ")


def test_what_is_typed_in_a_picker_is_saved(payments):
    session, workspace = payments.workspace.session, payments.workspace
    session.fill_in("team:money-sre", "parent")
    parent = workspace.docks.docks["dock-inspector"].body.forms[0].editors["parent"]
    parent.lineEdit().setText("storefront")
    assert payments.files.save()
    assert session.organization.team_by_id["money-sre"].parent == "checkout-sre"
    assert session.undo()
    assert session.organization.team_by_id["money-sre"].parent == "heads"
