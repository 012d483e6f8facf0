"""Where an arrow key leads from a card, and who stands next to it in the chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from PySide6.QtCore import QRectF

from orgmodel.diagram.shapes import Arrow
from orgmodel.model import Subject

Direction = Literal["left", "right", "up", "down"]


def neighbour(start: Subject, direction: Direction, cards: Mapping[Subject, QRectF]) -> Subject:
    """The nearest card in a direction, straight ahead rather than aside; the card itself where there is none."""
    here = cards[start].center()
    best, least = start, float("inf")
    for subject, rect in cards.items():
        there = rect.center()
        ahead, aside = there.x() - here.x(), abs(there.y() - here.y())
        if direction in ("up", "down"):
            ahead, aside = there.y() - here.y(), abs(there.x() - here.x())
        if direction in ("left", "up"):
            ahead = -ahead
        if ahead > 1 and ahead + 2 * aside < least:
            best, least = subject, ahead + 2 * aside
    return best


def first_card(cards: Mapping[Subject, QRectF], entry: Subject) -> Subject | None:
    """Where the keyboard starts: at the alert, else at the card that stands first in reading order."""
    if entry in cards:
        return entry
    return min(cards, key=lambda subject: (cards[subject].y(), cards[subject].x()), default=None)


def near(subjects: Iterable[Subject], arrows: Iterable[Arrow]) -> frozenset[Subject]:
    """These cards and those that hand them pages or take theirs."""
    focus = frozenset(subjects)
    joined = [arrow for arrow in arrows if arrow.source in focus or arrow.target in focus]
    return focus.union(*((arrow.source, arrow.target) for arrow in joined))
