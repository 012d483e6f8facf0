"""The workbook says what the model says, goes on marking gaps while it is filled in, and computes nothing of a name."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from strategies import documents

from orgmodel.document import Document
from orgmodel.exchange.sheet_names import LONGEST, sheet_names
from orgmodel.exchange.sheet_sizes import LINE, characters, lines
from orgmodel.exchange.xlsx_matrix import FACTS, LONGEST_TEXT, matrix_xlsx
from orgmodel.model import Organization, Raci, Responsibility, Service, Team
from orgmodel.yaml_file import read_file

TODAY = date(2026, 11, 22)


def opened(document):
    return load_workbook(BytesIO(matrix_xlsx(document, TODAY)))


@pytest.fixture(scope="module")
def today(request):
    return opened(read_file(request.config.rootpath / "sample_orgs" / "ruby_web_today.yaml").document)


def test_a_sheet_for_the_service_and_one_that_says_what_letters_mean(today):
    assert today.sheetnames == ["Ruby Web Application", "Letters"]
    sheet = today.worksheets[0]
    assert [cell.value for cell in sheet[1]] == [
        *FACTS,
        "Ruby Web Application Team",
        "IT Operations",
        "Service Desk",
        "dba",
    ]
    assert [cell.value for cell in sheet[2]][:3] == ["Application", "Application Code", None]
    assert sheet.max_row == 44
    assert {cell.value for cell in today["Letters"]["A"]} >= {"A", "R", "AR", "C", "I", "Hatched name"}


def test_heads_stay_in_sight_and_rows_can_be_filtered(today):
    sheet = today.worksheets[0]
    assert sheet.freeze_panes == "G2"
    assert sheet.auto_filter.ref == "A1:J44"
    assert sheet.print_title_rows == "$1:$1"


def test_names_have_the_room_that_they_need(today):
    sheet = today.worksheets[0]
    assert sheet.row_dimensions[1].height == 3 * LINE  # “Ruby Web Application Team” over a narrow column
    heights = {sheet.row_dimensions[number].height for number in range(2, 45)}
    assert heights == {LINE, 2 * LINE}  # one address of a runbook is longer than its column is wide
    widest = max(len(cell.value or "") for cell in sheet["C"])
    assert sheet.column_dimensions["C"].width > widest
    assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value} == {"Calibri"}


def test_what_a_sheet_is_called_short_stands_whole_in_the_legend():
    names = ("Payments and settlements of the northern region", "Payments and settlements of the southern region")
    services = tuple(Service(f"s{place}", name) for place, name in enumerate(names))
    rows = tuple(Responsibility(f"r{place}", "R", service=f"s{place}") for place in range(2))
    book = opened(Document(Organization(name="Shop", services=services, responsibilities=rows)))
    told = {head.value: value.value for head, value in book["Letters"].iter_rows()}
    first, second = book.sheetnames[:2]
    assert first != second
    assert (told[f"Sheet {first}"], told[f"Sheet {second}"]) == names
    assert told["Responsibilities"] == "2"


@given(st.text(), st.integers(1, 60))
def test_a_text_takes_no_more_lines_than_room_for_its_words(text, width):
    assert 1 <= lines(text, width) <= 1 + characters(text)
    assert lines(text, max(1, characters(text))) == 1


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("", 9, 1), ("one two", 7, 1), ("one two", 6, 2), ("x" * 30, 10, 3), ("a " + "x" * 20, 10, 3), ("日本語", 3, 2)],
)
def test_lines_break_between_words_and_within_those_that_are_longer(text, width, expected):
    assert lines(text, width) == expected


def test_letters_are_chosen_from_a_list_and_marked_by_rules_that_go_on_working(today):
    sheet = today.worksheets[0]
    (choice,) = sheet.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"A,R,AR,C,I"', "G2:J44")
    rules = {str(held.sqref): [rule.formula[0] for rule in held.rules] for held in sheet.conditional_formatting}
    assert rules["G2:J44"] == [f'G2="{letters}"' for letters in ("A", "AR", "R", "C", "I")]
    # A team that nobody defined answers for nothing: it is not counted.
    gap, shared = rules["B2:B44"]
    assert gap == 'COUNTIF($G2:$I2,"*A*")+COUNTIF($G2:$I2,"*R*")=0'
    assert shared == 'COUNTIF($G2:$I2,"*A*")>1'


@pytest.mark.parametrize("name", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2", "\t=1", "#REF!", "x" * 40_000])
def test_names_are_text_whatever_they_start_with(name):
    document = Document(
        Organization(
            name=name,
            teams=(Team("one", name),),
            services=(Service("shop", name),),
            responsibilities=(Responsibility("code", name, service="shop", raci=Raci({"one": "A"})),),
        )
    )
    sheet = opened(document).worksheets[0]
    for cell in (sheet["B2"], sheet["G1"]):
        assert cell.data_type == "s"
        assert cell.value in (name, name[: LONGEST_TEXT - 1] + "…", name.replace("\t", "\u2409"))


@settings(max_examples=25, deadline=None)
@given(documents())
def test_every_letter_is_in_its_cell_and_the_bytes_are_the_same_twice(document):
    data = matrix_xlsx(document, TODAY)
    assert matrix_xlsx(document, TODAY) == data
    book = load_workbook(BytesIO(data), read_only=True)
    rows = [row for sheet in book.worksheets[:-1] for row in list(sheet.iter_rows(values_only=True))[1:]]
    written = sorted(letters for row in rows for letters in row[len(FACTS) :] if letters)
    held = sorted(letters for row in document.organization.responsibilities for letters in row.raci.values())
    assert written == held
    assert len(rows) == len(document.organization.responsibilities)


@given(st.lists(st.text(max_size=50), max_size=12))
def test_names_of_sheets_are_short_and_unlike_each_other(names):
    made = sheet_names(names)
    assert len(made) == len(names) == len({name.casefold() for name in made})
    for name in made:
        assert name.strip("'")
        assert len(name.encode("utf-16-le")) <= 2 * LONGEST
        assert not set(name) & set("[]:*?/\\")
        assert name.casefold() != "history"


def test_without_rows_there_is_the_legend_alone():
    assert opened(Document(Organization(name="Empty"))).sheetnames == ["Letters"]
