"""The answer in two lines: composed from the counts, and true of every file."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import LEAD
from orgmodel.pdf.typesetting import wrapped
from orgmodel.sentences import capital, counted, spelled

WIDTH = 158.0
LINES = 2


def answer(matter: Matter) -> tuple[str, ...]:
    """As many of the sentences, the most telling first, as two lines hold."""
    lines: tuple[str, ...] = ()
    text = ""
    for sentence in _sentences(matter):
        longer = f"{text} {sentence}".strip()
        tried = wrapped(longer, LEAD, WIDTH)
        if len(tried) <= LINES:
            text, lines = longer, tried
    return lines


def _sentences(matter: Matter) -> Iterator[str]:
    total = matter.total
    if not total.rows:
        yield "The file holds no responsibilities yet, so nobody can be said to own or to miss one."
        return
    if total.owned == total.rows:
        every = "The one responsibility has" if total.rows == 1 else f"All {total.rows} responsibilities have"
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
