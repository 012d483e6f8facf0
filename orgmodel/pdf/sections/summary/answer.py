"""The answer in two lines, and what changed in two more: composed from the counts, and true of every file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import LEAD
from orgmodel.pdf.type.typesetting import fitted, wrapped
from orgmodel.sentences import capital, counted, spelled

WIDTH: Final = 158.0
LINES: Final = 2
_SMALL_AFTER_COLON: Final = frozenset(
    ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "nothing", "people")
)


def answer(matter: Matter) -> tuple[str, ...]:
    """As many of the sentences, the most telling first, as two lines hold."""
    return _as_many(_sentences(matter))


def what_changed(matter: Matter) -> tuple[str, ...]:
    """The same of the changes since the baseline; nothing where there is none."""
    comparison = matter.comparison
    if comparison is None:
        return ()
    from orgmodel.comparison.headline_said import headline_sentences, since

    first, *others = headline_sentences(comparison)
    return _as_many((f"Since {since(comparison)}: {_after_colon(first)}", *others))


def _after_colon(sentence: str) -> str:
    """Names keep their capitals, number words lose theirs."""
    first = sentence.split(" ", 1)[0].lower()
    return sentence[:1].lower() + sentence[1:] if first in _SMALL_AFTER_COLON else sentence


def _as_many(sentences: Iterable[str]) -> tuple[str, ...]:
    """As many sentences from the first on as the lines hold; the first is cut where it alone does not fit."""
    lines: tuple[str, ...] = ()
    text = ""
    for sentence in sentences:
        longer = f"{text} {sentence}".strip()
        tried = wrapped(longer, LEAD, WIDTH)
        if len(tried) <= LINES:
            text, lines = longer, tried
        elif not lines:
            text, lines = longer, fitted(longer, LEAD, WIDTH, LINES).lines
    return lines


def _sentences(matter: Matter) -> Iterator[str]:
    total = matter.total
    if not total.rows:
        yield "The file holds no responsibilities yet, so nobody can be said to own or to miss one."
        return
    if total.owned == total.rows:
        every = "The one responsibility has" if total.rows == 1 else f"All {total.rows:,} responsibilities have"
        yield f"{every} an owner."
    else:
        few = capital(spelled(total.owned)) if total.owned else "None"
        yield f"{few} of {counted(total.rows, 'responsibility', 'responsibilities')} {_has(total.owned)} an owner."
    yield from _troubles(matter)


def _troubles(matter: Matter) -> Iterator[str]:
    total, lost = matter.total, matter.ways_lost
    parts = []
    if total.nobody and total.owned:
        parts.append(f"{spelled(total.nobody)} {_has(total.nobody)} none")
    if total.shared:
        parts.append(f"{spelled(total.shared)} {_has(total.shared)} two or more")
    if total.unanswered:
        parts.append(f"{spelled(total.unanswered)} {_has(total.unanswered)} several doers but nobody who answers")
    if total.missing == 1:
        parts.append("one is with a team that is not there")
    elif total.missing:
        parts.append(f"{spelled(total.missing)} are with teams that are not there")
    if parts:
        *first, last = parts
        yield capital(f"{', '.join(first)} and {last}." if first else f"{last}.")
    if lost:
        yield capital(f"a page can be lost in {spelled(lost)} {'place' if lost == 1 else 'places'}.")
    elif lost is None:
        yield "Whether every page reaches its owner is not known."
    else:
        yield "No way was found for a page to be lost."
    if matter.report.not_assessed and lost is not None:
        rules = len({missed.code for missed in matter.report.not_assessed})
        yield f"{capital(spelled(rules))} {'rule was' if rules == 1 else 'rules were'} not assessed."


def _has(number: int) -> str:
    return "has" if number == 1 else "have"
