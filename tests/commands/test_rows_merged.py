"""Two rows become one, and a service does without rows of its matrix: what is left behind."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import ROWS, TEAMS, documents

from orgmodel.commands import MarkNotApplicable, MergeRows
from orgmodel.document import Decision, Document, View, Waiver
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    Confirmation,
    Duration,
    NotApplicable,
    Organization,
    Raci,
    Responsibility,
    Service,
    Team,
    letters_from,
)

KEPT = Responsibility(
    "database",
    "Database",
    service="shop",
    layer="environment",
    paged=False,
    effort=Duration(2, "h"),
    depends_on=("storage", "databases"),
    raci=Raci({"web": "A", "ops": "C"}),
    confirmed=Confirmation("Web", date(2026, 9, 1)),
    state="agreed",
)
GONE = Responsibility(
    "databases",
    "Databases",
    service="shop",
    layer="environment",
    area="core-infrastructure",
    criticality=1,
    paged=True,
    runbook="https://runbooks.example/databases",
    effort=Duration(90, "m"),
    depends_on=("database", "network"),
    activities=("bt-sre-maturity/4",),
    raci=Raci({"ops": "R", "desk": "I"}),
)


@pytest.fixture
def document():
    return Document(
        Organization(
            name="Shop",
            teams=(Team("web", "Web"), Team("ops", "Ops"), Team("desk", "Desk")),
            services=(Service("shop", "Shop", "web", criticality=3, matrix="support-chain"), Service("till", "Till")),
            responsibilities=(
                Responsibility("storage", "Storage", depends_on=("databases",)),
                KEPT,
                Responsibility("network", "Network", depends_on=("database", "databases")),
                GONE,
            ),
        ),
        waivers=(Waiver("GAP006", ("responsibility:databases",), "Later.", date(2027, 1, 1)),),
        decisions=(Decision(date(2026, 9, 1), "Said.", about=("responsibility:databases", "responsibility:database")),),
        views=(View("First", focus="responsibility:databases"),),
    )


def test_the_row_that_stays_has_the_letters_of_both_and_the_graver_of_each(document):
    organization = MergeRows("databases", "database").apply(document).organization
    assert [row.id for row in organization.responsibilities] == ["storage", "database", "network"]
    merged = organization.row_by_id["database"]
    assert dict(merged.raci) == {"web": "A", "ops": "R", "desk": "I"}
    assert (merged.name, merged.area, merged.criticality, merged.paged) == ("Database", "core-infrastructure", 1, True)
    assert (merged.runbook, merged.effort) == ("https://runbooks.example/databases", Duration(2, "h"))
    assert merged.depends_on == ("storage", "network")
    assert merged.activities == ("bt-sre-maturity/4",)
    assert (merged.confirmed, merged.state) == (None, "open")


def test_what_named_the_row_that_goes_names_the_one_that_stays(document):
    after = MergeRows("databases", "database").apply(document)
    rows = after.organization.row_by_id
    assert rows["storage"].depends_on == ("database",)
    assert rows["network"].depends_on == ("database",)
    assert after.waivers[0].on == ("responsibility:database",)
    assert after.decisions[0].about == ("responsibility:database",)
    assert after.views[0].focus == "responsibility:database"


def test_the_service_counts_where_a_row_says_nothing_of_its_own(document):
    after = MergeRows("database", "databases").apply(document).organization.row_by_id["databases"]
    assert (after.name, after.criticality) == ("Databases", 1)
    one = MergeRows("storage", "network").apply(document).organization.row_by_id["network"]
    assert (one.criticality, one.paged, one.depends_on) == (None, None, ("database", "databases"))


@given(documents(), st.sampled_from(ROWS), st.sampled_from(ROWS))
def test_no_letter_of_either_row_is_lost(document, goes, stays):
    rows = document.organization.row_by_id
    if goes == stays:
        return
    merged = MergeRows(goes, stays).apply(document).organization.row_by_id[stays]
    both = {team: rows[stays].raci.get(team, "") + rows[goes].raci.get(team, "") for team in TEAMS}
    assert {team: merged.raci.get(team) for team in TEAMS} == {
        team: letters_from(cells) if cells else None for team, cells in both.items()
    }


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (MergeRows("database", "database"), "merged with itself"),
        (MergeRows("gone", "database"), "no row “gone”"),
        (MarkNotApplicable("gone", ("rails",), "No."), "no service “gone”"),
        (MarkNotApplicable("till", ("rails",), "No."), "no reference matrix"),
        (MarkNotApplicable("shop", (), "No."), "Say which rows"),
        (MarkNotApplicable("shop", ("rails",), " "), "needs a reason"),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(document, command, sentence):
    with pytest.raises(CommandRefused, match=sentence):
        command.apply(document)


def test_a_row_that_is_marked_keeps_its_reason(document):
    first = MarkNotApplicable("shop", ("rails",), "Written in Go.").apply(document)
    both = MarkNotApplicable("shop", ("rails", "database"), "Not needed here.")
    marked = both.apply(first).organization.services[0].not_applicable
    assert marked == (NotApplicable("rails", "Written in Go."), NotApplicable("database", "Not needed here."))
    assert both.apply(both.apply(first)) == both.apply(first)
    assert MarkNotApplicable("shop", ("rails",), "No.").apply(first) is first
    assert both.label(document) == "Mark two rows of Shop as not applicable"
