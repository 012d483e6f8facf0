"""The figures of the changes: what moved, what closed and opened, which teams came and went, and how many people."""

from __future__ import annotations

from typing import Final

from orgmodel.comparison import Headline
from orgmodel.pdf.drawing.figures import Figure
from orgmodel.sentences import few

SHARES: Final = (1.2, 1.0, 1.0, 1.1, 1.4)
"""How the width is shared out."""


def figures_of(headline: Headline) -> tuple[Figure, ...]:
    hands, closed, opened = len(headline.hands), len(headline.closed), len(headline.opened)
    return (
        Figure(f"{hands:,}", "responsibility changes hands" if hands == 1 else "responsibilities change hands"),
        Figure(
            f"{closed:,}", "gap closes: it has an owner now" if closed == 1 else "gaps close: they have an owner now"
        ),
        Figure(
            f"{opened:,}",
            "new gap: nobody answers" if opened == 1 else "new gaps: nobody answers",
            "nobody" if opened else "",
        ),
        _teams(len(headline.teams_added), len(headline.teams_removed)),
        _people(headline),
    )


def _teams(added: int, removed: int) -> Figure:
    if removed and added:
        return Figure(f"+{added} −{removed}", "teams added and removed")
    if removed:
        return Figure(f"−{removed}", "team removed" if removed == 1 else "teams removed")
    if added:
        return Figure(f"+{added}", "team added" if added == 1 else "teams added")
    return Figure("0", "teams added or removed")


def _people(headline: Headline) -> Figure:
    before, after = headline.people_before, headline.people_after
    if not after.known and after.unknown:
        return Figure("–", "people before and after: unknown", "not-assessed")
    unknown = max(before.unknown, after.unknown)
    words = "people before and after"
    if unknown:
        words += f"; of {few(unknown, 'team')} unknown"
    return Figure(f"{after.known:,}", words, before=f"{before.known:,}" if before.known or not before.unknown else "?")
