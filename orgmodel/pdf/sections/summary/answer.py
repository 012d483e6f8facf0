"""The answer in two lines, and what changed in two more: composed from the counts, and true of every file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from orgmodel.pdf.freshness import plan_said
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import LEAD
from orgmodel.pdf.type.typesetting import balanced, fitted, wrapped
from orgmodel.sentences import capital, counted, spelled

if TYPE_CHECKING:
    from orgmodel.comparison import Comparison  # which runs the rules, and so takes long to import

NO_BASELINE: Final = "No baseline is named, so nothing is said about changes."
WIDTH: Final = 158.0
LINES: Final = 2
_SMALL_AFTER_COLON: Final = frozenset(
    ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "nothing", "people")
)


class Answer(NamedTuple):
    """The lines of what holds, and those of what changed: the latter none where the former say that too."""

    now: tuple[str, ...]
    changed: tuple[str, ...]


def answer(matter: Matter) -> Answer:
    """As many of the sentences, the most telling first, as two lines hold; the same of the changes.

    Where there is no baseline, that nothing is said about changes is among the first where it has room there.
    """
    text = _as_many(_sentences(matter))
    comparison = matter.comparison
    if comparison is not None:
        return Answer(_set(text), _set(_as_many(_changes(comparison))))
    no_baseline = matter.order.no_baseline or NO_BASELINE
    together = _as_many((text, no_baseline))
    return Answer(_set(together), _set("" if together != text else no_baseline))


def _changes(comparison: Comparison) -> Iterator[str]:
    from orgmodel.comparison.headline_said import headline_sentences, since

    first, *others = headline_sentences(comparison)
    yield f"Since {since(comparison)}: {_after_colon(first)}"
    yield from others


def _after_colon(sentence: str) -> str:
    """Names keep their capitals, number words lose theirs."""
    first = sentence.split(" ", 1)[0].lower()
    return sentence[:1].lower() + sentence[1:] if first in _SMALL_AFTER_COLON else sentence


def _as_many(sentences: Iterable[str]) -> str:
    """As many sentences as the lines hold, the first in any case."""
    text = ""
    for sentence in sentences:
        longer = f"{text} {sentence}".strip()
        if not text or len(wrapped(longer, LEAD, WIDTH)) <= LINES:
            text = longer
    return text


def _set(text: str) -> tuple[str, ...]:
    found = fitted(text, LEAD, WIDTH, LINES)
    return found.lines if found.is_cut or not text else balanced(text, LEAD, WIDTH)


def _sentences(matter: Matter) -> Iterator[str]:
    total = matter.total
    if plan := plan_said(matter):
        yield plan
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
        yield f"{capital(spelled(rules))} {'rule' if rules == 1 else 'rules'} could not be judged."


def _has(number: int) -> str:
    return "has" if number == 1 else "have"
