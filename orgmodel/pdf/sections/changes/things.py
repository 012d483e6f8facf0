"""Things that were added, removed or changed: their names, and beside them before → after, letters in real cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import Final, NamedTuple, cast

from orgmodel.comparison import Difference, FieldChange
from orgmodel.comparison.words import Words
from orgmodel.model import Letters, Team, TeamId, TeamKind
from orgmodel.pdf.drawing.marks import CELL_HEIGHT, CELL_WIDTH, draw_kind, draw_letters, draw_mark, draw_undefined
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import (
    BODY,
    BODY_MEDIUM,
    COLUMN,
    HAIRLINE,
    HEAD_RULE,
    INK,
    INK2,
    INK3,
    LINE,
    SMALL,
    Sheet,
)
from orgmodel.pdf.type.typesetting import Part, Word, width_of, wrapped
from orgmodel.pdf.type.typesetting import flowed as lines_of

_MARK: Final = 3.4
_INDENT: Final = 5.4
_DETAILS: Final = 52.0
"""Where what changes begins, from the margin."""
_BETWEEN: Final = 3.0
_OVER: Final = 0.8
_LETTERS: Final = 5.2
"""The height of a line with letters; a line of text is as high as its type."""
_NAME: Final = 4.4
_ARROW: Final = 4.2
_SPOKEN_FOR: Final = _NAME + 2 * CELL_WIDTH + _ARROW + _BETWEEN + 0.5
"""What the glyph, the cells and the arrow leave no room for."""
_MOST_TOGETHER: Final = 10
_HEAD: Final = 4.6


class _Cells(NamedTuple):
    """A team and its letters before and after; None where it has none."""

    name: str
    kind: TeamKind | None
    before: str | None
    after: str | None


class _Line(NamedTuple):
    """A line of what changes: words, or up to two teams with their letters."""

    words: tuple[Word, ...] = ()
    cells: tuple[_Cells, ...] = ()

    @property
    def height(self) -> float:
        return _LETTERS if self.cells else BODY.leading


class _Entry(NamedTuple):
    """A thing, or as much of it as stands together."""

    mark: str
    name: tuple[str, ...]
    lines: tuple[_Line, ...]
    ends: bool
    is_struck: bool = False

    @property
    def height(self) -> float:
        inside = max(len(self.name) * BODY.leading, sum(line.height for line in self.lines))
        return inside + _OVER * (bool(self.mark) + self.ends)


def thing_blocks(
    matter: Matter, words: Words, differences: Sequence[Difference], sheet: Sheet, title: str
) -> Iterator[Block]:
    """A table of things; its head stands again on every page."""
    head = Block(_HEAD, partial(_draw_head, sheet, title), table=f"changes: {title}")
    for place, difference in enumerate(differences):
        for number, entry in enumerate(_entries(matter, words, difference, sheet)):
            if place == number == 0:
                yield head._replace(holds=entry.height)
            yield Block(entry.height, partial(_draw, sheet, entry), again=head, table=head.table)


def _entries(matter: Matter, words: Words, difference: Difference, sheet: Sheet) -> Iterator[_Entry]:
    """One for most; one of very many lines is split."""
    name = words.thing(difference)
    matter.names.note(name)
    lines = tuple(_lines(matter, words, difference, sheet))
    names = wrapped(name, BODY, _DETAILS - _INDENT - _BETWEEN)
    count = max(len(lines), len(names), 1)
    for start in range(0, count, _MOST_TOGETHER):
        end = start + _MOST_TOGETHER
        mark = _mark_of(difference) if start == 0 else ""
        is_struck = mark == "removed" and difference.kind != "decision"  # which is not taken back
        yield _Entry(mark, names[start:end], lines[start:end], end >= count, is_struck)


def _mark_of(difference: Difference) -> str:
    return "added" if difference.before is None else "removed" if difference.after is None else "changed"


def _lines(matter: Matter, words: Words, difference: Difference, sheet: Sheet) -> Iterator[_Line]:
    """The letters first, two teams on a line; then the other fields, each from the start of a line."""
    room = sheet.right - sheet.left - _DETAILS
    cells = [
        _cells(matter, words, change, room / 2) for change in _letters(difference) if change.before != change.after
    ]
    for first, second in zip_longest(cells[::2], cells[1::2]):
        yield _Line(cells=(first, second) if second else (first,))
    if not difference.fields and difference.kind != "responsibility":
        yield from _text([Part(words.told(difference), BODY, INK2)], matter, room)
    if not cells and not difference.fields and difference.kind == "responsibility":
        yield from _text([Part("nobody", BODY, INK2)], matter, room)
    for change in difference.fields:
        if change.path[0] != "raci":
            before, after = words.values(difference, change)
            parts = [Part(f"{words.field(difference, change)}: {before} → ", BODY, INK2), Part(after, BODY_MEDIUM)]
            yield from _text(parts, matter, room)


def _letters(difference: Difference) -> list[FieldChange]:
    """The letters that changed; of a row that came or went all of them."""
    if difference.kind == "responsibility" and difference.before is None:
        return [FieldChange(("raci", team), None, cell) for team, cell in difference.after.raci.items()]
    if difference.kind == "responsibility" and difference.after is None:
        return [FieldChange(("raci", team), cell, None) for team, cell in difference.before.raci.items()]
    return [change for change in difference.fields if change.path[0] == "raci"]


def _cells(matter: Matter, words: Words, change: FieldChange, room: float) -> _Cells:
    team = _team(matter, TeamId(change.path[1]))
    name = "".join(matter.names.fit(words.team(TeamId(change.path[1])), "team", SMALL, room - _SPOKEN_FOR, 1))
    return _Cells(name, team.kind if team else None, change.before, change.after)


def _team(matter: Matter, team: TeamId) -> Team | None:
    before = matter.order.before
    found = matter.organization.team_by_id.get(team)
    return found or (before.organization.team_by_id.get(team) if before else None)


def _text(parts: Sequence[Part], matter: Matter, room: float) -> Iterator[_Line]:
    matter.names.note("".join(part.text for part in parts))
    for line in lines_of(parts, room):
        yield _Line(tuple(line))


def _draw_head(sheet: Sheet, title: str, pen: Pen, top: float, _: Folio) -> None:
    base = top + _HEAD - 1.4
    with pen.tag("TR"):
        pen.piece("TH", sheet.left, base, title, COLUMN, scope="Column")
        pen.piece("TH", sheet.left + _DETAILS, base, "Before → after", COLUMN, scope="Column")
    pen.rule(sheet.left, top + _HEAD, sheet.right, HEAD_RULE)


def _draw(sheet: Sheet, entry: _Entry, pen: Pen, top: float, _: Folio) -> None:
    y = top + (_OVER if entry.mark else 0)
    if entry.mark:
        draw_mark(pen, entry.mark, sheet.left, y + 0.3, _MARK)
    is_gone = entry.mark == "removed"
    with pen.tag("TR"):
        with pen.tag("TH", scope="Row"):
            pen.lines(sheet.left + _INDENT, y, entry.name, BODY, INK2 if is_gone else INK)
        with pen.tag("TD"):
            _draw_lines(pen, sheet, entry.lines, y)
    if entry.is_struck:
        _strike(pen, sheet.left + _INDENT, y, entry.name)
    if entry.ends:
        pen.rule(sheet.left, top + entry.height, sheet.right, HAIRLINE, LINE)


def _strike(pen: Pen, x: float, y: float, name: Sequence[str]) -> None:
    for number, line in enumerate(name):
        middle = y + number * BODY.leading + BODY.rise - 0.9
        pen.line(x, middle, x + width_of(line, BODY), middle, 0.5, colour=INK2)


def _draw_lines(pen: Pen, sheet: Sheet, lines: Sequence[_Line], y: float) -> None:
    x, half = sheet.left + _DETAILS, (sheet.right - sheet.left - _DETAILS) / 2
    for line in lines:
        if line.words:
            pen.words(x, y + BODY.rise, line.words)
        for place, cells in enumerate(line.cells):
            _draw_cells(pen, x + place * half, y + BODY.leading / 2, half, cells)
        y += line.height


def _draw_cells(pen: Pen, x: float, middle: float, room: float, cells: _Cells) -> None:
    if cells.kind is None:
        draw_undefined(pen, x, middle - 1.6, 3.2)
    else:
        draw_kind(pen, cells.kind, x, middle - 1.6, 3.2)
    base = middle + 1.05
    pen.text(x + _NAME, base, cells.name, SMALL)
    after = x + room - _BETWEEN - CELL_WIDTH / 2
    before = after - CELL_WIDTH - _ARROW
    _draw_cell(pen, cells.before, cells.kind, before, middle)
    pen.text((before + after) / 2, base, "→", SMALL, INK2, align="centre")
    _draw_cell(pen, cells.after, cells.kind, after, middle)


def _draw_cell(pen: Pen, letters: str | None, kind: TeamKind | None, x: float, middle: float) -> None:
    """A letter as everywhere, or an empty cell."""
    if letters is not None:
        draw_letters(pen, cast("Letters", letters), kind or "other", x, middle)
        return
    pen.used["no-letter"] = None
    wide, high = CELL_WIDTH - 0.4, CELL_HEIGHT - 0.4
    pen.box(x - wide / 2, middle - high / 2, wide, high, stroke=INK3, line=0.5, radius=0.6, dash="1.6 1.4")
    pen.text(x, middle + 1.05, "–", SMALL, INK3, align="centre")
