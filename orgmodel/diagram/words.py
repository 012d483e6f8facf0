"""What an arrow says, measured once: from then on no font is needed, and lines can be drawn in any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from orgmodel.diagram.shapes import Measures, TextRole

_SHORTEST_CONDITION: Final = 8

Measure = Callable[[TextRole, str], float]
"""The width of a text."""


class Words(NamedTuple):
    """What a line says, and how wide that is: minutes and condition, or where its page is lost and why, line by line.

    `conditions` are the whole condition and ever shorter ones, each with its width.
    """

    minutes: str = ""
    minutes_width: float = 0.0
    conditions: tuple[tuple[str, float], ...] = ()
    title: str = ""
    reason: tuple[str, ...] = ()
    loss_width: float = 0.0


def words(minutes: str, condition: str, measures: Measures) -> Words:
    """What is said of a way that pages take, or that somebody is told by."""
    width = measures.measure("minutes", minutes) if minutes else 0.0
    return Words(minutes, width, _conditions(condition, measures.measure))


def words_of_loss(minutes: str, title: str, message: str, measures: Measures) -> Words:
    """With the message in lines as wide as the slot."""
    reason = wrapped(message, measures.slot, measures)
    widths = [measures.measure("lost", title) + measures.label_height]
    widths += [measures.measure("reason", line) for line in reason]
    return words(minutes, "", measures)._replace(title=title, reason=reason, loss_width=max(widths))


@lru_cache(maxsize=2048)
def _conditions(condition: str, measure: Measure) -> tuple[tuple[str, float], ...]:
    return tuple((shown, measure("condition", shown)) for shown in _ever_shorter(condition))


def _ever_shorter(condition: str) -> Iterator[str]:
    """The whole condition, then its first words, then none; nothing where there is none."""
    if not condition:
        return
    yield condition
    parts = condition.split()
    for count in (4, 2):
        cut = " ".join(parts[:count])
        if len(parts) > count and len(cut) >= _SHORTEST_CONDITION:
            yield f"{cut}…"
    yield ""


def wrapped(text: str, width: float, measures: Measures, most: int = 3) -> tuple[str, ...]:
    """Words in lines of a width; the last of at most `most` lines ends in “…” where more would follow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measures.measure("reason", longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        return (*lines[: most - 1], f"{lines[most - 1]}…")
    return tuple(lines)
