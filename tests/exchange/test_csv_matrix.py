"""The matrix as CSV."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.exchange.csv_matrix import FIXED_COLUMNS, as_data, matrix_csv
from orgmodel.model import Organization, Raci, Responsibility, RowId, Team, TeamId
from orgmodel.yaml_file import read_file

RUBY_WEB = Path(__file__).parents[2] / "sample_orgs" / "ruby_web.yaml"


def lines_of(organization: Organization) -> list[list[str]]:
    return list(csv.reader(StringIO(matrix_csv(organization).decode("utf-8-sig"), newline="")))


def test_a_line_for_each_row_and_a_column_for_each_team() -> None:
    organization = read_file(RUBY_WEB).document.organization
    head, *lines = lines_of(organization)
    assert head == [*FIXED_COLUMNS, *(team.name for team in organization.teams)]
    assert len(lines) == 43
    database = next(line for line in lines if line[2] == "Database")
    assert database[0] == "Ruby Web Application"
    assert database[4:] == ["C", "AR", "C", "I"]


def test_a_spreadsheet_knows_the_encoding() -> None:
    organization = Organization(name="x", teams=(Team(TeamId("a"), "Équipe 東京"),))
    assert matrix_csv(organization).startswith(b"\xef\xbb\xbf")
    assert lines_of(organization)[0][-1] == "Équipe 東京"


def test_nothing_that_a_file_says_is_a_formula() -> None:
    organization = Organization(
        name="x",
        teams=(Team(TeamId("a"), "=cmd|' /C calc'!A0"),),
        responsibilities=(Responsibility(RowId("r"), "@SUM(1+1)", raci=Raci({TeamId("a"): "A"})),),
    )
    (head, row) = lines_of(organization)
    assert head[-1] == "'=cmd|' /C calc'!A0"
    assert row[2] == "'@SUM(1+1)"


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_a_cell_never_starts_a_formula_and_loses_nothing(text: str) -> None:
    cell = as_data(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text or cell == text


def test_rows_of_a_layer_or_service_that_is_not_there_are_kept() -> None:
    organization = Organization(name="x", responsibilities=(Responsibility(RowId("r"), "Row"),))
    assert lines_of(organization)[1][:4] == ["", "", "Row", ""]


def test_a_team_that_is_named_and_not_defined_has_a_column_too() -> None:
    row = Responsibility(RowId("r"), "Row", raci=Raci({TeamId("ghost"): "A"}))
    (head, line) = lines_of(Organization(name="x", responsibilities=(row,)))
    assert (head[-1], line[-1]) == ("ghost", "A")
