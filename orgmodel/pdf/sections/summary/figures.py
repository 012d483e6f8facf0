"""The figures of the first page: how many responsibilities have an owner, and what is wrong with the others."""

from __future__ import annotations

from typing import Final

from orgmodel.pdf.drawing.figures import Figure
from orgmodel.pdf.matter import Matter

SHARES: Final = (1.35, 1.0, 1.0, 1.0, 1.2)
"""How the width is shared out."""


def figures_of(matter: Matter) -> tuple[Figure, ...]:
    total = matter.total
    lost = _lost(matter.ways_lost)
    if not total.rows:
        return Figure("0", "responsibilities\nin the file yet"), lost
    of = f"of {total.rows:,}"
    nobody = "has nobody" if total.nobody == 1 else "have nobody"
    shared = "has two owners\nor more" if total.shared == 1 else "have two owners\nor more"
    return (
        Figure(f"{total.owned:,}", "responsibilities\nhave an owner", of=of),
        Figure(f"{total.nobody:,}", nobody, "nobody" if total.nobody else ""),
        Figure(f"{total.shared:,}", shared, "two-owners" if total.shared else ""),
        lost,
        Figure(f"{total.agreed:,}", "agreed by the\nteams themselves", of=of),
    )


def _lost(lost: int | None) -> Figure:
    if lost is None:
        return Figure("–", "ways for a page\nto be lost: unknown", "not-assessed")
    words = "way for a page\nto be lost" if lost == 1 else "ways for a page\nto be lost"
    return Figure(str(lost), words, "page-lost" if lost else "")
