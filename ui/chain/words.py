"""What cards and arrows say, and how wide it is."""

from __future__ import annotations

from string import Formatter
from typing import Final

from orgmodel.diagram.shapes import Arrow, Card, ChainDiagram, NobodyCard, TextRole
from orgmodel.diagram.signs import team_at
from orgmodel.model import KIND_NAMES, Organization
from ui.texts import Style, width_of
from ui.translation import plural, tr

NAME: Final[Style] = (14, "semibold")
SMALL: Final[Style] = (12, "regular")
STRONG: Final[Style] = (12, "semibold")
LARGE: Final[Style] = (26, "semibold")
"""Names of cards seen from far away."""

STYLES: Final[dict[TextRole, Style]] = {"minutes": NAME, "lost": NAME, "condition": SMALL, "reason": SMALL}

Runs = tuple[tuple[str, bool], ...]
"""Pieces of a sentence, each with whether it is strong."""


def measure(role: TextRole, text: str) -> float:
    """The width of a text of the diagram in pixels at 100 %."""
    return width_of(text, STYLES[role])


def carried(card: Card) -> Runs:
    """What a team carries, its numbers strong: `Answers for 11, does 3 more`."""
    if card.answers and card.does:
        said = tr("Answers for {answers}, does {does} more")
    elif card.answers:
        said = tr("Answers for {answers}")
    elif card.does:
        said = tr("Answers for nothing, does {does}")
    else:
        said = tr("Answers for nothing")
    numbers = {"answers": card.answers, "does": card.does}
    pieces = Formatter().parse(said)
    runs = (((words, False), (str(numbers[number]) if number else "", True)) for words, number, _, _ in pieces)
    return tuple(run for pair in runs for run in pair if run[0])


def people(card: Card) -> str:
    if card.people is None:
        return tr("people unknown")
    return plural(card.people, "1 person", "{count} people")


def cover(card: Card) -> str:
    return tr("on call {hours}", hours=card.cover) if card.cover else tr("on call unknown")


def card_sentence(card: Card) -> str:
    """The whole card in words, for tips and for those who hear it."""
    said = "".join(text for text, _ in carried(card))
    kind = tr("named by the chain, but not defined") if card.ghost else tr(KIND_NAMES[card.team.kind])
    return f"{card.team.name}, {kind}: {people(card)}, {cover(card)}. {said}."


def nobody_lines(card: NobodyCard, place: int = 0) -> tuple[str, str]:
    """One of the rows that nobody does, the first unless another is asked for, and how many more there are."""
    more = len(card.names) - 1
    return card.names[place], tr("and {count} more", count=more) if more else ""


def arrow_sentence(organization: Organization, arrow: Arrow) -> str:
    """`Frontline Support → Web Application SRE: 15 min, the runbook does not fix it`."""
    ends = " → ".join(organization.team_name(team_at(end)) for end in (arrow.source, arrow.target))
    if arrow.loss:
        return f"{ends}: {arrow.loss.title}. {arrow.loss.whole}"
    return f"{ends}: {arrow.label.whole}" if arrow.label else ends


def diagram_sentence(diagram: ChainDiagram) -> str:
    return tr("Support chain: {totals}", totals=diagram.totals)
