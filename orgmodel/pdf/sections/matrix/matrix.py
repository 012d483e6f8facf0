"""The responsibility matrix: who answers for each row, does it, is asked and is told."""

from __future__ import annotations

from functools import partial
from typing import Final

from orgmodel.model import Responsibility, TeamId
from orgmodel.pdf.drawing.marks import draw_kind, draw_letters, draw_likeliest, draw_mark, draw_undefined
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import CONTINUED
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.sections.matrix.contents import (
    GUTTER,
    LAYER_HEAD,
    MARK_COLUMN,
    ROW,
    SECOND_LINE,
    Columns,
    as_many,
    sentences_of,
    sheaves_of,
)
from orgmodel.pdf.sections.matrix.plan import Item, MatrixPage, pages_of
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    COLUMN,
    ERROR,
    HAIRLINE,
    HEAD_RULE,
    INK,
    INK2,
    INK3,
    LAYER,
    LINE,
    SECTION,
    SMALL,
    SMALL_BOLD,
    SUBTITLE,
    TITLE_WIDE,
)
from orgmodel.pdf.type.typesetting import width_of

SECTION_NAME: Final = "Responsibility matrix"
EMPTY: Final = "No rows yet. The file names no responsibility, so there is nothing to assign."
_SIGN: Final = 3.9
_SIGNS: Final = "Paged, runbook, state"
_SAID_ABOVE: Final = 1.6


def matrix(matter: Matter) -> list[Leaf]:
    sheet = matter.landscape
    top = sheet.top + TITLE_WIDE.leading + 2
    sheaves = sheaves_of(matter)
    if not sheaves:
        return flowed(SECTION_NAME, "matrix", sheet, "", [], empty=EMPTY)
    pages = list(pages_of(sheaves, sheet, top))
    leaves: list[Leaf] = []
    printed: set[str] = set()
    for number, page in enumerate(pages):
        begins = not page.is_continued
        keys = tuple(key for key in _rows_on(page) if key not in printed)
        printed.update(keys)
        marks = [("matrix", SECTION_NAME, 0)] if number == 0 else []
        marks += [(f"matrix:{sheaf.key}", sheaf.title, 1) for sheaf in page.sheaves] if begins else []
        leaves.append(
            Leaf(
                SECTION_NAME,
                sheet,
                partial(_draw, matter, page, _subtitle(matter, page), is_first=number == 0),
                keys=keys,
                bookmarks=tuple(marks),
            )
        )
    return leaves


def _rows_on(page: MatrixPage) -> tuple[str, ...]:
    """What leads to the rows of a page, each once."""
    keys = (f"matrix:{item.line.row.subject}" for frame in page.frames for item in frame if item.line)
    return tuple(dict.fromkeys(keys))


def _subtitle(matter: Matter, page: MatrixPage) -> str:
    """What stands beside the title: the only service, or how many there are."""
    if len(page.sheaves) > 1:
        return f"{len(page.sheaves)} services"
    sheaf = page.sheaves[0]
    room = matter.landscape.measure - width_of(SECTION_NAME, TITLE_WIDE) - 5
    said: tuple[str, ...] = ("continued.",) if page.is_continued else sentences_of(sheaf)
    if len(sheaf.parts) > 1:
        here = list(dict.fromkeys(team for frame in page.frames for item in frame for team in item.columns.teams))
        every = [team for part in sheaf.parts for team in part.teams]
        which = f"teams {every.index(here[0]) + 1} to {every.index(here[-1]) + 1} of {len(every)}"
        said = (f"{which}, continued.",) if page.is_continued else (f"{which}.", *said)
    shortest = width_of(said[0], SUBTITLE)
    name = " ".join(matter.names.fit(sheaf.title, "service", SUBTITLE, max(room - shortest - 3, 40.0), 1))
    return f"{name}: {as_many(said, SUBTITLE, room - width_of(name, SUBTITLE) - 2)}"


def _draw(matter: Matter, page: MatrixPage, subtitle: str, pen: Pen, folio: Folio, *, is_first: bool) -> None:
    sheet = pen.sheet
    base = sheet.top + TITLE_WIDE.rise
    end = sheet.left + pen.title(SECTION_NAME, TITLE_WIDE, is_first=is_first)
    pen.piece("P" if page.is_continued or len(page.sheaves) > 1 else "H2", end + 5, base, subtitle, SUBTITLE, INK2)
    for place, frame in enumerate(page.frames):
        x = sheet.left + place * (frame[0].columns.width + GUTTER)
        MatrixFrame(matter, pen, x).draw(frame)
    if page.goes_on:
        pen.text(sheet.right, sheet.bottom, f"continued on page {folio.number + 1}", SMALL, INK2, align="right")


class MatrixFrame:
    """One column of a page, its left edge at x."""

    def __init__(self, matter: Matter, pen: Pen, x: float) -> None:
        self._matter = matter
        self._pen = pen
        self._x = x
        self._name = x + MARK_COLUMN
        self._is_table = False

    def draw(self, items: tuple[Item, ...]) -> None:
        block: list[Item] = []
        for item in items:
            if item.kind == "row":
                block.append(item)
                continue
            self._rows(block)
            block = []
            columns = item.columns
            if item.kind == "service":
                self._end_table()
                self._service(item)
            elif item.kind == "head":
                self._end_table()
                self._head(columns, item.y)
            else:
                self._layer(item, columns)
        self._rows(block)
        self._end_table()

    def _begin_table(self) -> None:
        self._pen.open("Table")
        self._is_table = True

    def _end_table(self) -> None:
        if self._is_table:
            self._pen.close()
        self._is_table = False

    def _service(self, item: Item) -> None:
        sheaf = item.sheaf
        sentences, width = sentences_of(sheaf), sheaf.parts[0].width
        room = max(width * 0.5, width - 3 - width_of(sentences[0], SMALL))
        name = " ".join(self._matter.names.fit(sheaf.title, "service", SECTION, room, 1))
        base = item.y + SECTION.rise
        with self._pen.about(sheaf.key, sheaf.title):
            end = self._x + self._pen.piece("H2", self._x, base, name, SECTION)
        said = as_many(sentences, SMALL, width - (end + 3 - self._x))
        self._pen.piece("P", end + 3, base, said, SMALL, INK2)

    def _head(self, columns: Columns, y: float) -> None:
        """Glyphs and names of the teams, above columns that stay the same all the way down."""
        pen = self._pen
        base = y + columns.head - 2.2
        self._begin_table()
        pen.open("TR")
        with pen.tag("TH", scope="Column"):
            for line, said in enumerate(columns.said):
                style, colour = (SMALL_BOLD, INK) if not line else (SMALL, INK2)
                pen.text(
                    self._name, base - (len(columns.said) - line) * SMALL.leading - _SAID_ABOVE, said, style, colour
                )
            pen.text(self._name, base, "Responsibility", SMALL, INK2)
        left = self._name + columns.name
        most = max((len(lines) for lines in columns.heads), default=1)
        top = base - COLUMN.leading * most - 5.4
        for place, (team, lines) in enumerate(zip(columns.teams, columns.heads, strict=True)):
            centre = left + (place + 0.5) * columns.team
            name = self._matter.organization.team_name(team)
            with pen.about(f"team:{team}", name), pen.tag("TH", scope="Column"), pen.tag("Link"):
                self._glyph(team, centre - 2.7, top)
                pen.lines(centre, top + 6.2, lines, COLUMN, INK, align="centre")
        pen.cells(1, "TH", alt=_SIGNS, scope="Column")
        pen.close()
        right, rows = self._x + columns.width, self._matter.organization.responsibilities
        if any(row.paged for row in rows):
            draw_mark(pen, "bell", right - 2 * _SIGN - 0.7, base - 3.2, _SIGN, colour=INK)
        if any(row.paged or row.runbook for row in rows):
            draw_mark(pen, "book-open", right - _SIGN, base - 3.2, _SIGN, colour=INK)

    def _unseen_head(self, columns: Columns) -> None:
        """The head of a table whose columns are read under the one above, for those who listen."""
        self._begin_table()
        with self._pen.tag("TR"):
            for name in ("Responsibility", *map(self._matter.organization.team_name, columns.teams), _SIGNS):
                self._pen.cells(1, "TH", alt=name, scope="Column")

    def _glyph(self, team: TeamId, x: float, y: float) -> None:
        self._pen.link(x, y, 5.4, 5.4, f"team:{team}")
        if team in self._matter.organization.team_by_id:
            draw_kind(self._pen, self._matter.kind_of(team), x, y, 5.4)
        else:
            draw_undefined(self._pen, x + 0.3, y + 0.3, 4.8)

    def _layer(self, item: Item, columns: Columns) -> None:
        pen, group = self._pen, item.group
        if group is None:
            return
        if not self._is_table:
            self._unseen_head(columns)
        base = item.y + LAYER_HEAD - 1.9
        pen.open("TR")
        pen.open("TH", scope="Row", span=len(columns.teams) + 2)
        said = CONTINUED if item.is_continued else group.remark
        with pen.about("", group.whole):
            end = self._name + pen.text(self._name, base, group.title, LAYER)
            pen.text(end + 2, base, said, SMALL, INK2)
        pen.close()
        pen.close()
        pen.rule(self._x, item.y + LAYER_HEAD, self._x + columns.width, HEAD_RULE)

    def _rows(self, items: list[Item]) -> None:
        """Rows of one layer, with the lines between the columns drawn once for all of them."""
        if not items:
            return
        pen = self._pen
        columns = items[0].columns
        undiscussed = items[0].sheaf.is_undiscussed
        first, last = items[0], items[-1]
        bottom = last.y + (last.line.height if last.line else 0)
        left = self._name + columns.name
        for place in range(len(columns.teams) + 1):
            x = left + place * columns.team
            pen.line(x, first.y + 0.3, x, bottom, HAIRLINE, colour=LINE)
        for item in items:
            if item.line is not None:
                with pen.about(str(item.line.row.subject), item.line.row.name):
                    self._row(item, columns, says_open=not undiscussed)

    def _row(self, item: Item, columns: Columns, *, says_open: bool) -> None:
        pen, line = self._pen, item.line
        if line is None:
            return
        row, y = line.row, item.y
        middle = y + line.height / 2
        left = self._name + columns.name
        right = self._x + columns.width
        pen.rule(self._x, y + line.height, right, HAIRLINE, LINE)
        if line.verdict == "nobody":
            pen.hatch(left, y, columns.team * len(columns.teams), line.height, ERROR)
        says_open = says_open and row.state == "open" and not line.remark
        self._mark(line.verdict, row.state, middle, says_open=says_open)
        pen.open("TR")
        pen.open("TH", scope="Row")
        self._names(line.name, line.remark, y)
        pen.close()
        shared = set(self._matter.owners(row)) if line.verdict == "several answer" else ()
        for place, team in enumerate(columns.teams):
            letters = row.raci.get(team)
            centre = left + (place + 0.5) * columns.team
            if letters is not None:
                pen.open("TD")
                draw_letters(
                    pen,
                    letters,
                    self._matter.kind_of(team),
                    centre,
                    middle,
                    is_shared=team in shared,
                    on_hatch=line.verdict == "nobody",
                )
                pen.close()
            elif line.verdict == "nobody" and item.group is not None and team == item.group.home:
                with pen.tag("TD"):
                    draw_likeliest(pen, centre, middle)
            else:
                pen.cells(1)
        pen.cells(1, alt=_signs(row, says_open=says_open))
        pen.close()
        self._draw_signs(row, right, middle)

    def _draw_signs(self, row: Responsibility, right: float, middle: float) -> None:
        """Whether the row can raise a page, and whether it has a runbook."""
        pen = self._pen
        if row.paged:
            draw_mark(pen, "bell", right - 2 * _SIGN - 0.7, middle - _SIGN / 2, _SIGN)
        if row.runbook:
            draw_mark(pen, "book-open", right - _SIGN, middle - _SIGN / 2, _SIGN)
        elif row.paged:
            draw_mark(pen, "book-dashed", right - _SIGN, middle - _SIGN / 2, _SIGN, colour=ERROR)

    def _mark(self, verdict: str, state: str, middle: float, *, says_open: bool) -> None:
        x, y = self._x, middle - 1.7
        if verdict in ("nobody", "nobody answers", "missing owner"):
            draw_mark(self._pen, "nobody", x, y, 3.4)
        elif verdict == "several answer":
            draw_mark(self._pen, "two-owners", x, y, 3.4)
        elif state == "parked":
            draw_mark(self._pen, "parked", x, y, 3.4)
        elif says_open:
            draw_mark(self._pen, "open", x, y, 3.4, colour=INK3)

    def _names(self, lines: tuple[str, ...], remark: str, y: float) -> None:
        style = BODY_BOLD if remark else BODY
        base = y + ROW / 2 + 1.05
        end = self._name
        for place, line in enumerate(lines):
            end = self._name + self._pen.text(self._name, base + place * SECOND_LINE, line, style)
        if remark:
            base += SECOND_LINE * max(len(lines) - 1, 0)
            self._pen.text(end + 1.6, base, remark, SMALL_BOLD, ERROR)


def _signs(row: Responsibility, *, says_open: bool) -> str:
    """What the marks of a row say, in words."""
    said = ["can raise a page"] if row.paged else []
    said += ["has a runbook"] if row.runbook else ["no runbook"] if row.paged else []
    said += [row.state] if row.state == "parked" else ["not yet agreed"] if says_open else []
    return ", ".join(said)
