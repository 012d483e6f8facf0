"""The fields of a heat map on paper: how many of how many have an owner, hatched where some have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.heat_map import HeatHead, HeatMap, parts_of, shade_of
from orgmodel.pdf.drawing.legend_samples import UNKNOWN_DASH
from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter, Tally
from orgmodel.pdf.pages.block import Block, air, said
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    COLUMN,
    ERROR,
    HEAD_RULE,
    INK,
    INK2,
    INK3,
    PAPER,
    SHADES,
    SMALL,
    SMALL_BOLD,
    Sheet,
)
from orgmodel.pdf.type.typesetting import width_of

_FIELD: Final = 11.4
_LOW_FIELD: Final = 7.4
_BESIDE_LINES: Final = 0.9
"""Above and below the lines of a title that is higher than a low field."""
_GAP: Final = 0.9
_TOTAL: Final = 17.0
_LEAST: Final = 17.2
_WIDEST: Final = 34.0
_MARK: Final = 3.0
_AIR: Final = 2.6
"""Between the counts of a low field and its marks."""
_BESIDE: Final = 1.4
"""Room beside the words of a column's head."""
_MOST_LINES: Final = 4
_EDGE: Final = 0.85
"""How far inside its outer border a double border's second one is."""


class Plan(NamedTuple):
    """One part of a map: some of its columns, with the place and width of each, and its heads in lines."""

    matter: Matter
    heat: HeatMap
    part: range
    label: float
    width: float
    titles: tuple[tuple[str, ...], ...]
    corner: str
    is_low: bool

    @property
    def head_height(self) -> float:
        return max(max((len(title) for title in self.titles), default=1), 1) * COLUMN.leading + 1.6

    @property
    def right(self) -> float:
        """Where the fields end, from the left margin."""
        return self.label + len(self.part) * self.width


def map_blocks(matter: Matter, sheet: Sheet, heat: HeatMap, corner: str, *, is_low: bool = False) -> Iterator[Block]:
    """The map in as many parts as its columns need, each with its heads on every page.

    In low fields, marks stand beside the counts where there is room for them, not below.
    """
    label = min(52.0, sheet.measure * 0.205)
    room = sheet.measure - label - _TOTAL
    words = (word for head in heat.columns for word in head.title.split())
    longest = max((width_of(word, COLUMN) for word in words), default=0.0) + _BESIDE
    parts, width = parts_of(len(heat.columns), room, min(max(_LEAST, longest), _WIDEST), _WIDEST)
    for part in parts:
        if len(parts) > 1:
            shown = f"{heat.across.capitalize()} {part.start + 1} to {part.stop} of {len(heat.columns)}"
            yield said(shown, sheet)._replace(holds=_FIELD * 2 + 20)
        titles = tuple(
            matter.names.fit(
                heat.columns[place].title, heat.across.removesuffix("s"), COLUMN, width - _BESIDE + 0.1, _MOST_LINES
            )
            for place in part
        )
        fits = is_low and _widest(matter, heat, part) <= width - _GAP - 2 * _BESIDE
        plan = Plan(matter, heat, part, label, width, titles, corner, fits)
        head = Block(plan.head_height, partial(_draw_head, plan), holds=_FIELD, table=f"map:{corner}:{part.start}")
        yield head
        for place in range(len(heat.lines)):
            yield _line(plan, place, head)
        yield air(3)


def _widest(matter: Matter, heat: HeatMap, part: range) -> float:
    """What the counts and marks of the fullest field take side by side."""
    tallies = (matter.tally(line[column]) for line in heat.fields for column in part)
    return max((_counts_width(tally) + _AIR + _signs_width(_signs(tally)) for tally in tallies), default=0.0)


def _draw_head(plan: Plan, pen: Pen, top: float, _: Folio) -> None:
    x, bottom = pen.sheet.left, top + plan.head_height
    with pen.tag("TR"):
        with pen.tag("TH", scope="Column"):
            pen.text(x, bottom - 1.6 - COLUMN.leading + COLUMN.rise, plan.corner, COLUMN)
        for place, lines in enumerate(plan.titles):
            with pen.tag("TH", scope="Column"):
                at = x + plan.label + place * plan.width + 0.8
                pen.lines(at, bottom - 1.6 - len(lines) * COLUMN.leading, lines, COLUMN)
        with pen.tag("TH", scope="Column"):
            end = x + plan.right + _TOTAL
            pen.text(end, bottom - 1.6 - COLUMN.leading + COLUMN.rise, "Together", COLUMN, align="right")
    pen.rule(x, bottom - 0.5, x + plan.right + _TOTAL, HEAD_RULE)


def _line(plan: Plan, place: int, head: Block) -> Block:
    title = _title(plan.matter, plan.heat.lines[place], plan)
    tallies = [plan.matter.tally(plan.heat.fields[place][column]) for column in plan.part]
    together = plan.matter.tally(plan.heat.in_line(place))
    is_known = bool(together.rows) or plan.heat.across != "layers"  # a service is never without responsibilities
    height = max(_LOW_FIELD, len(title) * BODY.leading + 2 * _BESIDE_LINES) if plan.is_low else _FIELD

    def draw(pen: Pen, top: float, _: Folio) -> None:
        x = pen.sheet.left
        with pen.tag("TR"):
            with pen.tag("TH", scope="Row"):
                pen.lines(x, top + (height - len(title) * BODY.leading) / 2, title, BODY)
            for number, tally in enumerate(tallies):
                field = Field(x + plan.label + number * plan.width, top + _GAP / 2, plan.width - _GAP, height - _GAP)
                rows = plan.heat.fields[place][plan.part[number]]
                key = f"matrix:{rows[0].subject}" if rows else ""
                with pen.tag("TD", alt=_spoken(tally, is_known=is_known)), _linked(pen, field, key):
                    _draw_field(pen, field, tally, shade_of(tally.rows, plan.heat.most), is_known=is_known)
            with pen.tag("TD"):
                _write_together(pen, x + plan.right + _TOTAL, top + height / 2 + 1.05, together)

    return Block(height, draw, again=head, table=head.table)


def _spoken(tally: Tally, *, is_known: bool) -> str:
    """What the numbers and marks of a field say, in words."""
    if not tally.rows:
        return "nothing here" if is_known else "unknown"
    open_ = tally.rows - tally.owned
    parts = [f"{tally.owned:,} of {tally.rows:,} have an owner"]
    parts += [f"{open_} without"] if open_ else []
    parts += [f"{tally.shared} with two or more"] if tally.shared else []
    return ", ".join(parts)


@contextmanager
def _linked(pen: Pen, field: Field, key: str) -> Iterator[None]:
    """What is drawn leads to a key, if that is printed."""
    if key not in pen.places:
        yield
        return
    with pen.tag("Link"):
        yield
        pen.link(*field, key)


def _title(matter: Matter, head: HeatHead, plan: Plan) -> tuple[str, ...]:
    return matter.names.fit(head.title, plan.corner.lower(), BODY, plan.label - 3, 2)


class Field(NamedTuple):
    """Where a field is, in millimetres of the page."""

    x: float
    y: float
    width: float
    height: float


def _draw_field(pen: Pen, field: Field, tally: Tally, shade: int, *, is_known: bool) -> None:
    """Its ground says how much there is, its pattern what is wrong, its words and marks both in numbers."""
    middle = field.y + field.height / 2 + 1.05
    if not tally.rows:
        if not is_known:
            pen.used["box-unknown"] = None
            pen.box(*field, stroke=INK3, line=0.6, dash=UNKNOWN_DASH)
        word, style = ("–", BODY) if is_known else ("unknown", SMALL)
        pen.text(field.x + field.width / 2, middle, word, style, INK3, align="centre")
        return
    open_ = tally.rows - tally.owned
    pen.used["field-shades"] = None
    pen.box(*field, fill=SHADES[shade], stroke=INK3, line=0.3)
    if open_:
        pen.used["field-gap"] = None
        pen.hatch(*field, ERROR, step=2.0)
        pen.box(*field, stroke=ERROR, line=1.0)
    if tally.shared:
        pen.used["field-shared"] = None
        pen.box(*field, stroke=ERROR, line=1.0)
        inner = (field.x + _EDGE, field.y + _EDGE, field.width - 2 * _EDGE, field.height - 2 * _EDGE)
        pen.box(*inner, stroke=ERROR, line=1.0)
    _write_counts(pen, field, tally)


def _signs(tally: Tally) -> list[tuple[str, str]]:
    """The marks of a field, each with how many it counts."""
    counts = (("nobody", tally.rows - tally.owned), ("two-owners", tally.shared))
    return [(mark, str(count)) for mark, count in counts if count]


def _signs_width(signs: Sequence[tuple[str, str]]) -> float:
    return sum(_MARK + 1.0 + width_of(count, SMALL_BOLD) for _, count in signs) + 2.2 * (len(signs) - 1)


def _counts_width(tally: Tally) -> float:
    return width_of(f"{tally.owned:,}", BODY_BOLD) + width_of(f" of {tally.rows:,}", BODY)


def _write_counts(pen: Pen, field: Field, tally: Tally) -> None:
    """`6 of 7`, and with their marks how many have nobody or two and more: below, or beside in a low field."""
    signs = _signs(tally)
    wide, more = _counts_width(tally), _signs_width(signs)
    centre, middle = field.x + field.width / 2, field.y + field.height / 2
    is_beside = bool(signs) and field.height < _FIELD - _GAP
    base = middle + (1.05 if is_beside or not signs else -0.95)
    x = centre - (wide + _AIR + more if is_beside else wide) / 2
    if tally.owned < tally.rows:
        pad = (wide + _AIR + more if is_beside else max(wide, more)) + 2.0
        edge = 1.0 if is_beside else 1.3
        pen.box(centre - pad / 2, field.y + edge, pad, field.height - 2 * edge, fill=PAPER, radius=0.4)
    x += pen.text(x, base, f"{tally.owned:,}", BODY_BOLD)
    x += pen.text(x, base, f" of {tally.rows:,}", BODY)
    x, base = (x + _AIR, base) if is_beside else (centre - more / 2, base + 3.9)
    for mark, count in signs:
        draw_mark(pen, mark, x, base - 2.6, _MARK)
        x += _MARK + 1.0
        x += pen.text(x, base, count, SMALL_BOLD, ERROR) + 2.2


def _write_together(pen: Pen, end: float, base: float, tally: Tally) -> None:
    if not tally.rows:
        pen.text(end, base, "no rows", SMALL, INK2, align="right")
        return
    of = f" of {tally.rows:,}"
    pen.text(end - width_of(of, BODY), base, f"{tally.owned:,}", BODY_BOLD, INK, align="right")
    pen.text(end, base, of, BODY, INK, align="right")
