"""What an arrow says, measured once: from then on no font is needed, and lines can be drawn in any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from orgmodel.diagram.shapes import Measures, TextRole

_SHORTEST_CONDITION: Final = 8

Measure = Callable[[TextRole, str], float]
"""The width of a text."""


class Condition(NamedTuple):
    """A condition as it may be shown, and how wide that is: in one line, or in two."""

    line: str = ""
    second: str = ""
    width: float = 0.0


class Words(NamedTuple):
    """What a line says, and how wide that is: minutes and condition, or where its page is lost and why, line by line.

    `conditions` are the `whole` condition, as far as two lines hold it, and ever shorter ones.
    """

    minutes: str = ""
    minutes_width: float = 0.0
    whole: str = ""
    conditions: tuple[Condition, ...] = ()
    title: str = ""
    reason: tuple[str, ...] = ()
    loss_width: float = 0.0
    title_width: float = 0.0
    message: str = ""


def words(minutes: str, condition: str, measures: Measures) -> Words:
    """What is said of a way that pages take, or that somebody is told by."""
    width = measures.measure("minutes", minutes) if minutes else 0.0
    widest = measures.condition_width
    return Words(minutes, width, condition, _conditions(condition, widest, measures.measure))


def words_of_loss(minutes: str, title: str, message: str, measures: Measures) -> Words:
    """With the message in lines as wide as the slot."""
    reason = wrapped(message, measures.slot, measures)
    title_width = measures.measure("lost", title) + measures.label_height
    widest = max([title_width, *(measures.measure("reason", line) for line in reason)])
    said = words(minutes, "", measures)
    return said._replace(title=title, reason=reason, loss_width=widest, title_width=title_width, message=message)


@lru_cache(maxsize=2048)
def _conditions(condition: str, widest: float | None, measure: Measure) -> tuple[Condition, ...]:
    return tuple(
        Condition(line, second, max(measure("condition", line), measure("condition", second)))
        for line, second in _ever_shorter(condition, widest, measure)
    )


def _ever_shorter(condition: str, widest: float | None, measure: Measure) -> Iterator[tuple[str, str]]:
    """The condition in one line where it is no wider than `widest`, and in two; then its first words, then none.

    Nothing where there is none; always one line where there is no `widest`.
    """
    if not condition:
        return
    parts = condition.split()
    if widest is None or measure("condition", condition) <= widest:
        yield condition, ""
    if widest is not None and len(parts) > 1:
        yield _in_two(parts, widest, measure)
    for count in (4, 2):
        cut = " ".join(parts[:count])
        if len(parts) > count and len(cut) >= _SHORTEST_CONDITION:
            yield _cut(cut, widest, measure, goes_on=True), ""
    yield "", ""


def _in_two(parts: list[str], widest: float, measure: Measure) -> tuple[str, str]:
    """Words in two lines of about the same width; the second ends in “…” where more would follow."""
    breaks = [(" ".join(parts[:place]), " ".join(parts[place:])) for place in range(1, len(parts))]
    even = min(breaks, key=lambda pair: max(measure("condition", line) for line in pair))
    if max(measure("condition", line) for line in even) <= widest:
        return even
    first = max(
        (pair for pair in breaks if measure("condition", pair[0]) <= widest), default=breaks[0], key=_first_length
    )
    return _cut(first[0], widest, measure), _cut(first[1], widest, measure)


def _first_length(pair: tuple[str, str]) -> int:
    return len(pair[0])


def _cut(
    text: str, widest: float | None, measure: Measure, role: TextRole = "condition", *, goes_on: bool = False
) -> str:
    """As much of a text as is no wider than that, with “…” where more would follow."""
    if widest is None or measure(role, text) <= widest:
        return f"{text}…" if goes_on else text
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if measure(role, f"{text[:middle].rstrip()}…") <= widest:
            least = middle
        else:
            most = middle - 1
    return f"{text[:least].rstrip()}…"


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
        lines[most - 1 :] = [f"{lines[most - 1]}…"]
    return tuple(_cut(line, width, measures.measure, "reason") for line in lines)
