"""What a spreadsheet puts on the clipboard and what a paste makes of it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import TEAMS, documents_of_files

from orgmodel.document import Document
from orgmodel.exchange.csv_matrix import matrix_csv
from orgmodel.model import Layer, Organization, Raci, Responsibility, Service, Team
from orgmodel.model.value import changed
from orgmodel.spreadsheet import MOST_CELLS, cells_in, copied, pasted, tab_separated
from orgmodel.spreadsheet.kinds import kind_said

ROWS = ("code", "database", "alerts")


@pytest.fixture
def organization():
    return Organization(
        name="Shop",
        layers=(Layer("application", "Application"), Layer("environment", "Environment (Prod)")),
        teams=(Team("app", "App Team"), Team("sre", "Web SRE"), Team("desk", "Desk")),
        services=(Service("shop", "Shop"), Service("till", "Till")),
        responsibilities=(
            Responsibility("code", "Code", service="shop", layer="application", raci=Raci({"app": "A", "desk": "I"})),
            Responsibility("database", "Database", service="shop", layer="environment", raci=Raci({"sre": "AR"})),
            Responsibility("alerts", "Alerts"),
        ),
    )


def after(organization, plan):
    return plan.command.apply(Document(organization)).organization if plan.command else organization


def letters(organization):
    return {row.id: dict(row.raci) for row in organization.responsibilities}


def reasons(plan):
    return [(left.line, left.column, left.text, left.reason) for left in plan.left]


# --- text to cells and back


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A\tR\r\nC\tI\r\n", (("A", "R"), ("C", "I"))),
        ("A\tR\nC", (("A", "R"), ("C",))),
        ("A\rR\r", (("A",), ("R",))),
        ("\ufeffA\t\u00a0R\u00a0", (("A", "R"),)),
        ('"two\nlines"\tR\n', (("two lines", "R"),)),
        ('"a ""quoted"" word"\tR', (('a "quoted" word', "R"),)),
        ('"not closed\tR\n', (('"not closed', "R"),)),
        ('"closed" too early\tR\n', (('"closed" too early', "R"),)),
        ("\n", (("",),)),
        ("\t", (("", ""),)),
        ("", ()),
        ("A\n\nR", (("A",), ("",), ("R",))),
        ("'=1+1\t'no formula", (("=1+1", "'no formula"),)),
        ("a\x00b\x07c\ud800", (("abc",),)),
    ],
)
def test_cells_are_read_as_spreadsheets_write_them(text, lines):
    assert cells_in(text).lines == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('"A\tR\nC\tI', (1,)),
        ('A\tR\nC\t"I\n"R\t"A', (2, 3)),
        ('"A\tR\n"C\tI', (1, 2)),
        ('"A "" R\tC', (1,)),
        ('"closed" too early\tR\n', ()),
        ('"two\nlines"\tR\n', ()),
        ('in "the middle\tR', ()),
    ],
)
def test_the_lines_of_quotes_that_are_never_closed(text, lines):
    assert cells_in(text).open_quotes == lines


def test_a_quote_that_is_never_closed_is_said(organization):
    plan = pasted(organization, '"A\tR\nC\tI', ["code", "alerts"], ["app", "sre"])
    assert plan.open_quotes == (1,)
    assert plan.summary.endswith(
        " The quote that begins a cell of line 1 is never closed: it was read as a mere sign, what follows it as cells."
    )
    assert plan.command is not None
    plan = pasted(organization, '"A\tR\nC\t"I\n"R\n"C\n', ["code", "database", "alerts"], ["app", "sre"])
    assert " The quotes that begin cells of lines 1, 2 and 2 more are never closed: they were read" in plan.summary
    assert pasted(organization, "A\tR", ["code"], ["app", "sre"]).open_quotes == ()


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        (" =1+1", "' =1+1"),
        ("-", "-"),
        ("-5", "-5"),
        ("+1,5 %", "+1,5 %"),
        ("a=b", "a=b"),
        ("tab\there", '"tab\there"'),
        ('"quoted"', '"""quoted"""'),
        ('a "b"', 'a "b"'),
        ("=1\n2", '"\'=1\n2"'),
    ],
)
def test_a_cell_is_no_formula_and_quoted_only_where_it_must_be(cell, written):
    assert tab_separated([[cell]]) == f"{written}\n"


one_line = st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from("=+-@'\" "), max_size=12).map(
    str.strip
)


@given(st.lists(st.lists(one_line, min_size=1, max_size=4), max_size=5))
def test_what_is_written_reads_back_as_the_same_cells(lines):
    assert cells_in(tab_separated(lines)).lines == tuple(
        tuple(" ".join(cell.split()) for cell in line) for line in lines
    )


# --- a block of letters


def test_a_block_goes_from_the_cell_in_hand_to_the_right_and_down(organization):
    plan = pasted(organization, "R\tc\r\na/r\t\r\n", ["code", "database"], ["app", "sre"])
    assert (plan.shape, len(plan.taken), plan.left) == ("letters", 4, ())
    assert letters(after(organization, plan)) == {
        "code": {"app": "R", "sre": "C", "desk": "I"},
        "database": {"app": "AR"},
        "alerts": {},
    }
    assert (plan.cleared, plan.command.label(Document(organization))) == (1, "Paste 4 cells")
    assert plan.summary == "4 cells change, 1 of them is cleared."


def test_one_value_fills_every_selected_cell(organization):
    chosen = [("code", "sre"), ("alerts", "sre"), ("database", "desk")]
    plan = pasted(organization, "c\n", ["code"], ["sre"], selected=chosen)
    assert [letters(after(organization, plan))[row][team] for row, team in chosen] == ["C", "C", "C"]


def test_what_is_no_letter_is_left_and_said_and_the_rest_is_taken(organization):
    plan = pasted(organization, "A\tX\nR\tC\tI", ["alerts"], ["app", "sre"])
    assert reasons(plan) == [
        (1, 2, "X", "“X” is no RACI letter: use A, R, C or I."),
        (2, 1, "R", "There is no row so far below."),
        (2, 2, "C", "There is no row so far below."),
        (2, 3, "I", "There is no row so far below."),
    ]
    assert letters(after(organization, plan))["alerts"] == {"app": "A"}
    assert plan.summary == "1 cell changes; 4 cells are left out."


def test_letters_for_a_team_that_is_not_there_are_left(organization):
    plan = pasted(organization, "A\tR", ["alerts"], ["app", "ghost"])
    assert reasons(plan) == [(1, 2, "R", "There is no team “ghost” to give letters to: add it first.")]


def test_a_paste_that_changes_nothing_has_no_command(organization):
    assert pasted(organization, "A\t\tI", ["code"], ["app", "sre", "desk"]).command is None
    assert pasted(organization, "Q", ["code"], ["app"]).command is None
    assert pasted(organization, "", ["code"], ["app"]).shape == "nothing"
    assert pasted(organization, "A", [], []).left[0].reason.startswith("No cell is in hand")


@settings(max_examples=30)
@given(documents_of_files(), st.data())
def test_what_is_copied_pastes_as_the_same_letters(document, data):
    organization = document.organization
    ids = [row.id for row in organization.responsibilities]
    rows = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    teams = data.draw(st.lists(st.sampled_from(TEAMS), min_size=1, unique=True))
    text = copied(organization, rows, teams).replace("\n", data.draw(st.sampled_from(("\n", "\r\n"))))
    assert pasted(organization, text, rows, teams).changes == ()
    bare = organization.copy_with(
        responsibilities=tuple(Responsibility(row.id, row.name) for row in organization.responsibilities)
    )
    plan = pasted(bare, text, rows, teams)
    assert plan.left == ()
    held, made = organization.row_by_id, after(bare, plan).row_by_id
    assert all(made[row].raci.get(team) == held[row].raci.get(team) for row in rows for team in teams)


@settings(max_examples=30)
@given(documents_of_files(), st.data())
def test_what_is_copied_with_its_names_is_found_by_them(document, data):
    organization = document.organization
    ids = [row.id for row in organization.responsibilities]
    rows = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    if len({(row.service, row.name) for row in organization.responsibilities}) < len(ids):
        return
    text = copied(organization, rows, TEAMS, with_names=True)
    cleared = organization.copy_with(
        responsibilities=tuple(changed(row, raci=Raci()) for row in organization.responsibilities)
    )
    plan = pasted(cleared, text, [], [])
    assert (plan.left, plan.new_rows, plan.new_teams) == ((), (), ())
    held, made = organization.row_by_id, after(cleared, plan).row_by_id
    assert all(made[row].raci == held[row].raci for row in rows)


# --- a table with names around it


def test_a_table_is_known_by_the_column_of_its_rows_where_the_first_is_empty(organization):
    plan = pasted(organization, "Service\tResponsibility\tDesk\n\tAlerts\tA\n", [], [])
    assert (plan.shape, letters(after(organization, plan))["alerts"]) == ("table", {"desk": "A"})


TABLE = "Task\tWeb SRE\tapp\tNight Shift\tNotes\nDatabase\tR\tC\tI\tsee wiki\ncode\t\tA\t\t\nBackups\tA\t-\tQ\t\n"


def test_a_table_finds_teams_and_rows_by_name_and_id_and_offers_the_others_as_new(organization):
    plan = pasted(organization, TABLE, ["code", "database", "alerts"], ["app"])
    assert plan.shape == "table"
    assert [team.name for team in plan.new_teams] == ["Night Shift"]
    assert [(row.name, row.service, row.layer) for row in plan.new_rows] == [("Backups", "shop", "application")]
    assert reasons(plan) == [
        (1, 5, "Notes", "No team has that name, and no letters stand below it."),
        (4, 4, "Q", "“Q” is no RACI letter: use A, R, C or I."),
    ]
    made = after(organization, plan)
    assert [row.id for row in made.responsibilities] == ["code", "backups", "database", "alerts"]
    assert letters(made) == {
        "code": {"app": "A", "desk": "I"},
        "backups": {"sre": "A"},
        "database": {"sre": "R", "app": "C", "night-shift": "I"},
        "alerts": {},
    }


def test_a_new_team_is_of_the_kind_that_its_name_says(organization):
    plan = pasted(organization, "Task\tInfrastructure SRE\tService Desk\tNight Shift\nCode\tA\tI\tC\n", [], [])
    assert [team.kind for team in plan.new_teams] == ["infrastructure-sre", "frontline", "other"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Web Application SRE", "application-sre"),
        ("Ruby Web Application Team", "application"),
        ("Cloud Platform Team", "infrastructure-sre"),
        ("Site Reliability Engineering", "application-sre"),
        ("Payments Operations Centre", "frontline"),
        ("Heads of Payments", "governance"),
        ("IT Operations", "other"),
        ("Happy Devils", "other"),
        ("", "other"),
    ],
)
def test_what_kind_of_team_a_name_says(name, kind):
    assert kind_said(name) == kind


def test_unknown_names_are_left_out_where_they_are_not_wanted(organization):
    plan = pasted(organization, TABLE, [], [], add_rows=False, add_teams=False)
    assert (plan.new_rows, plan.new_teams) == ((), ())
    assert (1, 4, "Night Shift", "No team has that name.") in reasons(plan)
    assert (4, 1, "Backups", "No row has that name.") in reasons(plan)
    assert letters(after(organization, plan))["database"] == {"sre": "R", "app": "C"}


def test_names_that_several_things_have_are_left(organization):
    twins = organization.copy_with(
        teams=(*organization.teams, Team("app-2", "App Team")),
        responsibilities=(*organization.responsibilities, Responsibility("code-2", "Code", service="till")),
    )
    plan = pasted(twins, "\tApp Team\tDesk\tDesk\nCode\tA\tR\tR\nAlerts\tA\tC\tR\nAlerts\tA\tC\tR", [], [])
    assert [reason for *_, reason in reasons(plan)] == [
        "Several teams have that name: write the id of one instead.",
        "The team stands twice in the first line.",
        "Several rows have that name: write the id of one instead.",
        "The row stands twice in what is pasted.",
    ]
    assert letters(after(twins, plan))["alerts"] == {"desk": "C"}


def test_a_line_with_nothing_but_a_layer_says_where_new_rows_are(organization):
    plan = pasted(organization, "Row\tDesk\nEnvironment (Prod)\t\nBackups\tA\n", [], [], to=("till", None))
    assert [(row.name, row.service, row.layer) for row in plan.new_rows] == [("Backups", "till", "environment")]


@settings(max_examples=30)
@given(documents_of_files())
def test_the_matrix_as_it_is_exported_pastes_as_the_same_letters(document):
    organization = document.organization
    text = matrix_csv(organization).decode("utf-8-sig").replace(",", "\t")
    plan = pasted(organization, text, [], [])
    assert (plan.changes, plan.new_teams) == ((), ())


# --- a list of names


def test_a_list_of_names_is_new_rows_below_the_one_in_hand(organization):
    plan = pasted(organization, "Backups\nRestores\n\nBackups\nDatabase\n", ["database", "alerts"], ["app"])
    assert plan.shape == "names"
    assert reasons(plan) == [
        (4, 1, "Backups", "The name stands twice in what is pasted."),
        (5, 1, "Database", "There is a row of that name already."),
    ]
    made = after(organization, plan)
    assert [row.id for row in made.responsibilities] == ["code", "database", "backups", "restores", "alerts"]
    assert plan.command.label(Document(organization)) == "Paste 2 rows"


def test_names_of_any_script_get_ids_of_their_own(organization):
    plan = pasted(organization, "日本語\nשלום\nשלום עולם\n", [], [])
    assert [(row.id, row.name) for row in plan.new_rows] == [
        ("unnamed", "日本語"),
        ("unnamed-2", "שלום"),
        ("unnamed-3", "שלום עולם"),
    ]


# --- hostile text


hostile = st.lists(
    st.sampled_from(
        ("A", "AR", "X", "\t", "\t", "\n", "\r\n", '"', '""', "=1+1", "'=", "\x00", "\ud800", "\x1b", "Code")
    )
    | st.text(max_size=4),
    max_size=40,
).map("".join)


@given(hostile, st.booleans())
def test_no_text_raises_and_its_command_is_never_refused(text, add):
    organization = Organization(
        "Shop", teams=(Team("app", "A"),), responsibilities=tuple(Responsibility(row, row.title()) for row in ROWS)
    )
    plan = pasted(organization, text, ROWS, ["app", "ghost"], add_rows=add, add_teams=add, to=("gone", "gone"))
    made = after(organization, plan)
    assert plan.summary.endswith(".")
    for cell in plan.taken:
        assert made.row_by_id[cell.row].raci.get(cell.team) == cell.letters
    assert made == organization or plan.command is not None


@pytest.mark.parametrize(
    "text",
    [
        "A\t" * 300_000,
        "Row\n" * 300_000,
        '"' * 1_000_000,
        '"a' * 200_000,
        '"a\t' * 200_000,
        "x" * 20_000_000,
        "Task" + "".join(f"\tTeam {n}" for n in range(60_000)) + "\nRow" + "\tA" * 60_000,
        "日本\n" + "".join(f"日{chr(0x4E00 + n % 20_000)}{'語' * (n // 20_000)}本本\n" for n in range(90_000)),
    ],
    ids=["cells", "lines", "quotes", "open-quotes", "open-cells", "one-cell", "teams", "unnamed"],
)
def test_a_huge_text_is_cut_off_and_read_in_no_time(organization, text):
    start = time.process_time()
    plan = pasted(organization, text, ROWS, ["app", "sre"])
    assert time.process_time() - start < 20
    assert len(plan.taken) + len(plan.left) <= MOST_CELLS
    assert len(plan.new_teams) <= 200
    assert plan.was_cut or len(text) < 3_000_000
