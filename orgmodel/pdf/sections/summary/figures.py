"""The figures of the first page: how many responsibilities have an owner, and what is wrong with the others."""

from __future__ import annotations

from typing import Final, NamedTuple

from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import FIGURE, FIGURE_OF, FIGURE_RULE, INK2, SMALL

_SHARES: Final = (1.35, 1.0, 1.0, 1.0, 1.2)
"""How the width is shared out."""


class Figure(NamedTuple):
    """A number of `of` many, what it counts in lines, and the mark of what is wrong with it; None where nothing is."""

    number: str
    of: str
    words: tuple[str, ...]
    mark: str | None


def figures_of(matter: Matter) -> tuple[Figure, ...]:
    total = matter.total
    lost = matter.ways_lost
    of = f"of {total.rows:,}" if total.rows else ""
    if not total.rows:
        return (Figure("0", "", ("responsibilities", "in the file yet"), None), *_lost(lost))
    return (
        Figure(f"{total.owned:,}", of, ("responsibilities", "have an owner"), None),
        Figure(
            f"{total.nobody:,}",
            "",
            ("has nobody",) if total.nobody == 1 else ("have nobody",),
            "nobody" if total.nobody else None,
        ),
        Figure(
            f"{total.shared:,}",
            "",
            ("has two owners" if total.shared == 1 else "have two owners", "or more"),
            "two-owners" if total.shared else None,
        ),
        *_lost(lost),
        Figure(f"{total.agreed:,}", of, ("agreed by the", "teams themselves"), None),
    )


def _lost(lost: int | None) -> tuple[Figure, ...]:
    if lost is None:
        return (Figure("–", "", ("ways for a page", "to be lost: unknown"), "not-assessed"),)
    words = ("way for a page", "to be lost") if lost == 1 else ("ways for a page", "to be lost")
    return (Figure(str(lost), "", words, "page-lost" if lost else None),)


def draw_figures(pen: Pen, y: float, figures: tuple[Figure, ...]) -> None:
    """Numbers large enough to be read across a table, each under a rule of its own."""
    shares = _SHARES[: len(figures)]
    unit = (pen.sheet.measure - 4 * (len(_SHARES) - 1)) / sum(_SHARES)
    x = pen.sheet.left
    for figure, share in zip(figures, shares, strict=True):
        wide = share * unit
        pen.rule(x, y, x + wide, FIGURE_RULE)
        pen.open("P")
        base = y + 1.9 + FIGURE.rise
        end = x + pen.text(x, base, figure.number, FIGURE)
        if figure.of:
            pen.text(end + 2, base, figure.of, FIGURE_OF)
        if figure.mark:
            draw_mark(pen, figure.mark, end + 2.2, base - 6.0, 5.4 if figure.mark == "page-lost" else 4.8)
        pen.lines(x, y + 11.8, figure.words, SMALL, INK2)
        pen.close()
        x += wide + 4
