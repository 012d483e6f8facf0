"""Which rows are shown, and how the state follows the document."""

import pytest

from orgmodel.commands import AddRow, AssignTeam, ChangeField
from orgmodel.document import Document
from orgmodel.model import Area, Organization, Raci, Responsibility, Service, Team
from ui.matrix.filtering import RowFilter, Troubles, troubles_of
from ui.matrix.layout import GroupKey
from ui.matrix.state import MatrixState

ROWS = (
    Responsibility("code", "Application Code", "shop", "application", raci=Raci({"app": "A"}), state="agreed"),
    Responsibility("alerts", "Alerts", "shop", "application", "monitoring", raci=Raci({"app": "A", "sre": "A"})),
    Responsibility("capacity", "Capacity", "shop", "environment", state="agreed"),
    Responsibility("database", "Database", "pay", "environment", "monitoring", raci=Raci({"sre": "AR", "app": "C"})),
)


@pytest.fixture
def document():
    return Document(
        Organization(
            "Shop",
            areas=(Area("monitoring", "Monitoring & Dashboards"),),
            teams=(Team("app", "App Team", "application"), Team("sre", "App SRE", "application-sre")),
            services=(Service("shop", "Web Shop"), Service("pay", "Payments")),
            responsibilities=ROWS,
        )
    )


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (RowFilter(), [0, 1, 2, 3]),
        (RowFilter(text="CODE app"), [0]),
        (RowFilter(text="dashboards"), [1, 3]),
        (RowFilter(text="payments"), [3]),
        (RowFilter(text="nothing like it"), []),
        (RowFilter(gaps=True), [2]),
        (RowFilter(overlaps=True), [1]),
        (RowFilter(gaps=True, overlaps=True), [1, 2]),
        (RowFilter(undiscussed=True), [1, 3]),
        (RowFilter(undiscussed=True, overlaps=True, text="alerts"), [1]),
        (RowFilter(layer="environment"), [2, 3]),
        (RowFilter(area="monitoring", team="app"), [1, 3]),
        (RowFilter(team="sre", layer="application"), [1]),
    ],
)
def test_what_passes_a_filter(document, chosen, shown):
    assert list(chosen.shown(document.organization)) == shown


def test_troubles_are_counted_and_follow_one_edit(document):
    counted = troubles_of(document.organization, *ROWS)
    assert counted == Troubles(gaps=1, overlaps=1, undiscussed=2)
    mended = Responsibility("capacity", "Capacity", "shop", "environment", raci=Raci({"sre": "A"}))
    assert counted.changed_by(document.organization, ROWS[2], mended) == Troubles(gaps=0, overlaps=1, undiscussed=3)


def test_a_letter_changes_one_row_and_nothing_else(document):
    state = MatrixState(document.organization)
    layout = state.layout
    after = AssignTeam("capacity", "sre", "A").apply(document).organization
    assert state.take(after) == [2]
    assert state.layout is layout
    assert state.troubled == {1}
    assert state.troubles.gaps == 0


def test_what_changes_the_shape_changes_everything(document):
    state = MatrixState(document.organization)
    added = AddRow(Responsibility("more", "More", "shop", "application"), at=0).apply(document)
    assert state.take(added.organization) is None
    assert state.place_of["code"] == 1
    renamed = ChangeField("team:app", "name", "Shop Team").apply(added)
    assert state.take(renamed.organization) is None
    assert state.columns.teams[0].name == "Shop Team"
    moved = ChangeField("responsibility:code", "layer", "environment").apply(renamed)
    assert state.take(moved.organization) is None


def test_what_is_no_business_of_the_matrix_changes_nothing(document):
    state = MatrixState(document.organization)
    assert state.take(document.organization.copy_with(description="Else")) == []


def test_clearing_the_last_letter_of_a_ghost_takes_its_column_away(document):
    rows = (*ROWS[:3], Responsibility("lost", "Lost", "pay", "environment", raci=Raci({"gone": "A"})))
    haunted = document.with_organization(document.organization.copy_with(responsibilities=rows))
    state = MatrixState(haunted.organization)
    assert state.columns.teams[-1].missing
    assert state.take(AssignTeam("lost", "gone", None).apply(haunted).organization) is None
    assert not state.columns.teams[-1].missing


def test_a_row_that_is_being_worked_on_stays_though_it_matches_no_more(document):
    state = MatrixState(document.organization)
    state.set_filter(RowFilter(gaps=True))
    state.take(AssignTeam("capacity", "sre", "A").apply(document).organization)
    assert [state.row(place).id for place in state.layout.line_of_row] == ["capacity"]
    assert state.hidden == 3


def test_groups_count_letters_by_team_and_count_again_after_an_edit(document):
    state = MatrixState(document.organization)
    application = state.layout.groups[0]
    assert state.tally_of(application) == {0: "2 A", 1: "1 A"}
    state.take(AssignTeam("code", "sre", "R").apply(document).organization)
    assert state.tally_of(state.layout.groups[0]) == {0: "2 A", 1: "1 A · 1 R"}


def test_folding_keeps_the_rows_and_hides_their_lines(document):
    state = MatrixState(document.organization)
    key = GroupKey("shop", "application")
    assert state.set_collapsed(key, collapsed=True)
    assert not state.set_collapsed(key, collapsed=True)
    assert len(state.layout.lines) == 3 + 2
    assert state.layout.shown == 4
