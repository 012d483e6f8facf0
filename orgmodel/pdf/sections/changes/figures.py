"""The headline of the changes: five figures on rules, large enough to be read across a table."""

from __future__ import annotations

from typing import Final, NamedTuple

from orgmodel.comparison import Headline
from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.pages.flow import Block
from orgmodel.pdf.style import FIGURE, FIGURE_OF, FIGURE_RULE, INK2, SMALL, Sheet
from orgmodel.pdf.type.typesetting import width_of, wrapped
from orgmodel.sentences import few

_GAP: Final = 4.0
_SHARES: Final = (1.2, 1.0, 1.0, 1.1, 1.4)
_HEIGHT: Final = 21.0
_WORDS: Final = 11.8
_MOST_LINES: Final = 2


class _Figure(NamedTuple):
    """`before` is set small, with an arrow, before the number."""

    number: str
    words: str
    mark: str = ""
    before: str = ""


def figures_block(headline: Headline, sheet: Sheet) -> Block:
    figures = _figures(headline)

    def draw(pen: Pen, top: float, _: Folio) -> None:
        unit = (sheet.measure - _GAP * (len(figures) - 1)) / sum(_SHARES)
        x = sheet.left
        for figure, share in zip(figures, _SHARES, strict=True):
            _draw(pen, x, top, figure, share * unit)
            x += share * unit + _GAP

    return Block(_HEIGHT, draw)


def _draw(pen: Pen, x: float, top: float, figure: _Figure, wide: float) -> None:
    pen.rule(x, top, x + wide, FIGURE_RULE)
    base = top + 1.9 + FIGURE.rise
    end = x
    with pen.tag("P"):
        if figure.before:
            before = f"{figure.before} →"
            room = wide - width_of(figure.number, FIGURE) - 1.6
            style = FIGURE_OF if width_of(before, FIGURE_OF) <= room else SMALL
            end += pen.text(end, base, before, style, INK2) + 1.6
        end += pen.text(end, base, figure.number, FIGURE)
        if figure.mark:
            draw_mark(pen, figure.mark, end + 2.2, base - 6.0, 4.8)
        pen.lines(x, top + _WORDS, wrapped(figure.words, SMALL, wide)[:_MOST_LINES], SMALL, INK2)


def _figures(headline: Headline) -> tuple[_Figure, ...]:
    hands, closed, opened = len(headline.hands), len(headline.closed), len(headline.opened)
    return (
        _Figure(f"{hands:,}", "responsibility changes hands" if hands == 1 else "responsibilities change hands"),
        _Figure(
            f"{closed:,}", "gap closes: it has an owner now" if closed == 1 else "gaps close: they have an owner now"
        ),
        _Figure(
            f"{opened:,}",
            "new gap: nobody answers" if opened == 1 else "new gaps: nobody answers",
            "nobody" if opened else "",
        ),
        _teams(len(headline.teams_added), len(headline.teams_removed)),
        _people(headline),
    )


def _teams(added: int, removed: int) -> _Figure:
    if removed and added:
        return _Figure(f"+{added} −{removed}", "teams added and removed")
    if removed:
        return _Figure(f"−{removed}", "team removed" if removed == 1 else "teams removed")
    if added:
        return _Figure(f"+{added}", "team added" if added == 1 else "teams added")
    return _Figure("0", "teams added or removed")


def _people(headline: Headline) -> _Figure:
    before, after = headline.people_before, headline.people_after
    if not after.known and after.unknown:
        return _Figure("–", "people before and after: unknown", "not-assessed")
    unknown = max(before.unknown, after.unknown)
    words = "people before and after"
    if unknown:
        words += f"; of {few(unknown, 'team')} unknown"
    return _Figure(f"{after.known:,}", words, before=f"{before.known:,}" if before.known or not before.unknown else "?")
