"""The matrix as a workbook to fill in: a sheet for each service, letters chosen from a list and coloured by rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from orgmodel.document import Document
from orgmodel.errors import ExportFailed
from orgmodel.exchange.sheet_names import sheet_names
from orgmodel.exchange.sheet_sizes import characters, height_for, width_for
from orgmodel.exchange.tables import MatrixTable, matrix_tables, teams_of
from orgmodel.model import PHRASES, STATE_NAMES, Organization, Responsibility
from orgmodel.names_in_sentences import with_symbols

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FACTS: Final = ("Layer", "Responsibility", "Area", "Paged", "Runbook", "State")
_WIDTHS: Final = ((12, 40), (24, 60), (10, 56), (9, 12), (11, 40), (10, 30))
"""How wide the columns of the facts are at least and at most, in characters."""
_TEAM_WIDTHS: Final = (15, 30)
_TEAM_LINES: Final = 3
"""A column of letters is so wide that the longest name over one takes no more lines, if that can be."""
_LEGEND_WIDTHS: Final = (32, 90)
_PAGE_WIDTH: Final = 240
"""So many characters side by side can be read on A4."""
_NAME: Final = "B"
LONGEST_TEXT: Final = 32_767
MOST_COLUMNS: Final = 16_384
"""What a cell and a sheet hold in the format."""

_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_MIDDLE: Final = Alignment(horizontal="center", vertical="top")
_TOP: Final = Alignment(wrap_text=True, vertical="top")
_WRAPPED: Final = Alignment(wrap_text=True, vertical="bottom")
_BOLD: Final = Font(name="Calibri", size=11, bold=True)
_HEAD: Final = PatternFill("solid", fgColor="F1F0EC")
_RULE: Final = Border(bottom=Side("thin", color="111111"))
_FILLS: Final = {"A": "DCE6F5", "AR": "DCE6F5", "R": "E3F1EE", "C": "F1F1F1", "I": "F1F1F1"}
_GAP: Final = PatternFill("lightUp", fgColor="B3261E", bgColor="FBEAE9")
_SHARED: Final = PatternFill("darkHorizontal", fgColor="F3C6C2", bgColor="FBEAE9")


def matrix_xlsx(document: Document, today: date) -> bytes:
    """The bytes of the workbook; `today` is the day that it says it was made. Raises `ExportFailed`.

    Rows nobody has are hatched, and rows that two teams answer for lined, by rules that go on working.
    """
    organization = document.organization
    groups = [tuple(group) for _, group in groupby(matrix_tables(organization), key=lambda table: table.service)]
    names = sheet_names([group[0].service.name if group[0].service else "Organisation" for group in groups])
    book = Workbook()
    book.remove(book.worksheets[0])
    made = datetime.combine(today, time())
    book.properties.creator = "orgmodel"
    book.properties.title = _text(organization.name)
    book.properties.created = book.properties.modified = made
    for name, tables in zip(names, groups, strict=True):
        _add_sheet(book.create_sheet(name), organization, tables)
    cut = [
        (f"Sheet {name}", group[0].service.name)
        for name, group in zip(names, groups, strict=True)
        if group[0].service and group[0].service.name != name
    ]
    _add_legend(book.create_sheet(sheet_names([*names, "Letters"])[-1]), organization, today, cut)
    written = BytesIO()
    book.save(written)
    return _repeatable(written.getvalue(), made)


def _add_sheet(sheet: Worksheet, organization: Organization, tables: tuple[MatrixTable, ...]) -> None:
    teams = teams_of(tables, organization)
    if len(FACTS) + len(teams) > MOST_COLUMNS:
        raise ExportFailed(f"A sheet has {MOST_COLUMNS:,} columns at most: export fewer teams, or use .csv.")
    rows = [
        (row, _facts(organization, table.layer.title if table.layer else "No layer", row))
        for table in tables
        for row in table.rows
    ]
    last = get_column_letter(len(FACTS) + max(1, len(teams)))
    first = get_column_letter(len(FACTS) + 1)
    sheet.freeze_panes = f"{first}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(FACTS) + len(teams))}{len(rows) + 1}"
    if teams and rows:
        there = sum(team in organization.team_by_id for team in teams)
        _add_rules(sheet, f"{first}2:{last}{len(rows) + 1}", _line(there), len(rows))
    sheet.print_title_rows, sheet.print_title_cols = "1:1", f"A:{_NAME}"
    heads = (*FACTS, *map(organization.team_name, teams))
    widths = _widths([facts for _, facts in rows], heads[len(FACTS) :])
    _lay_on_paper(sheet, widths)
    sheet.row_dimensions[1].height = height_for(zip(heads, widths, strict=True))
    for column, text in enumerate(heads, start=1):
        _head(sheet, 1, column, text)
    for number, (row, facts) in enumerate(rows, start=2):
        sheet.row_dimensions[number].height = height_for(zip(facts, widths, strict=False))
        for column, text in enumerate(facts, start=1):
            _data(sheet, number, column, text)
        for column, team in enumerate(teams, start=len(FACTS) + 1):
            letters = row.raci.get(team)
            if letters is not None:
                sheet.cell(number, column, letters).alignment = _MIDDLE


def _widths(facts: Sequence[Sequence[str]], teams: Sequence[str]) -> list[int]:
    """Of the columns of the facts, and of the letters of teams of these names, in characters."""
    columns = zip(FACTS, *facts, strict=True)
    widths = [width_for(texts, *width) for texts, width in zip(columns, _WIDTHS, strict=True)]
    return widths + [_team_width(teams)] * len(teams)


def _team_width(names: Sequence[str]) -> int:
    least, most = _TEAM_WIDTHS
    longest = max(map(characters, names), default=0)
    return max(least, min(most, longest // _TEAM_LINES + least // 2))


def _lay_on_paper(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Pages that lie, as many side by side as keep the type legible, with the name of the sheet and their number."""
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight, sheet.page_setup.fitToWidth = 0, max(1, round(sum(widths) / _PAGE_WIDTH))
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if footer := sheet.oddFooter:
        footer.left.text, footer.right.text = "&A", "&P / &N"


def _facts(organization: Organization, layer: str, row: Responsibility) -> tuple[str, ...]:
    """In the order of `FACTS`."""
    area = organization.area_by_id.get(row.area) if row.area else None
    paged = "unknown" if row.paged is None else "yes" if row.paged else "no"
    return layer, row.name, area.name if area else "", paged, row.runbook or "unknown", STATE_NAMES[row.state]


def _line(teams: int) -> str:
    """The cells of the first row's teams that are defined, which come first; empty where none is."""
    first, last = get_column_letter(len(FACTS) + 1), get_column_letter(len(FACTS) + teams)
    return f"${first}2:${last}2" if teams else ""


def _add_rules(sheet: Worksheet, cells: str, line: str, count: int) -> None:
    """Letters from a list, a colour for each, and the marks of rows that nobody has or two answer for."""
    choice = DataValidation("list", formula1='"A,R,AR,C,I"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle, choice.error = "Not a letter", "Choose A, R, AR, C or I, or leave the cell empty."
    choice.add(cells)
    sheet.add_data_validation(choice)
    corner = cells.partition(":")[0]
    for letters, colour in _FILLS.items():
        style = DifferentialStyle(Font(bold="A" in letters), fill=PatternFill("solid", bgColor=colour))
        sheet.conditional_formatting.add(cells, _rule(f'{corner}="{letters}"', style))
    if not line:
        return
    names = f"{_NAME}2:{_NAME}{count + 1}"
    gap = f'COUNTIF({line},"*A*")+COUNTIF({line},"*R*")=0'
    sheet.conditional_formatting.add(names, _rule(gap, DifferentialStyle(fill=_GAP)))
    sheet.conditional_formatting.add(names, _rule(f'COUNTIF({line},"*A*")>1', DifferentialStyle(fill=_SHARED)))


def _rule(formula: str, style: DifferentialStyle) -> Rule:
    return Rule("expression", formula=[formula], dxf=style)


def _add_legend(sheet: Worksheet, organization: Organization, today: date, cut: Sequence[tuple[str, str]]) -> None:
    """What letters and marks mean, whose model it is, and the whole names that are `cut` on their sheets."""
    _lay_on_paper(sheet, _LEGEND_WIDTHS)
    said = (
        *PHRASES.items(),
        ("Hatched name", "No team that is there does this or answers for it."),
        ("Lined name", "More than one team answers for this."),
        ("Organisation", organization.name),
        ("Responsibilities", f"{len(organization.responsibilities):,}"),
        *cut,
        ("Version", organization.version or "unknown"),
        ("Classification", organization.classification or "unknown"),
        ("Owner", organization.owner or "unknown"),
        ("Given", today.isoformat()),
    )
    for number, (name, text) in enumerate(said, start=1):
        _head(sheet, number, 1, name).alignment = _TOP
        _data(sheet, number, 2, text)
        sheet.row_dimensions[number].height = height_for(zip((name, text), _LEGEND_WIDTHS, strict=True))


def _head(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    cell = _data(sheet, row, column, text)
    cell.font, cell.fill, cell.border, cell.alignment = _BOLD, _HEAD, _RULE, _WRAPPED
    return cell


def _data(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell of text, whatever it starts with."""
    cell = sheet.cell(row, column, _text(text))
    cell.data_type = "s"
    cell.alignment = _TOP
    return cell


def _text(text: str) -> str:
    seen = with_symbols(text)
    return seen if len(seen) <= LONGEST_TEXT else seen[: LONGEST_TEXT - 1] + "…"


def _repeatable(data: bytes, made: datetime) -> bytes:
    """The same parts with one time on each, and within, in place of the moment at which they were written.

    The years of a ZIP file are those from 1980 to 2107.
    """
    written = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            stamped = ZipInfo(name, (min(max(1980, made.year), 2107), made.month, made.day, 0, 0, 0))
            stamped.compress_type = ZIP_DEFLATED
            new.writestr(stamped, _MODIFIED.sub(f"\\g<1>{made.isoformat()}Z".encode(), old.read(name)))
    return written.getvalue()
