"""What on the canvas holds the words that somebody looks for."""

from __future__ import annotations

from orgmodel.model import KIND_NAMES, Subject, subject
from orgmodel.model.value import value
from ui.chain.canvas import ArrowKey, ChainCanvas
from ui.chain.items import CardItem, NobodyItem, TeamItem
from ui.translation import tr


@value
class Found:
    """Cards and arrows that match, the cards in reading order; `shown` are those cards and the ends of those arrows."""

    cards: tuple[Subject, ...]
    arrows: frozenset[ArrowKey]
    shown: frozenset[Subject]

    def after(self, named: Subject | None, step: int = 1) -> Subject | None:
        """The match after a card, round and round; the first where that is none of them."""
        if not self.cards:
            return None
        here = self.cards.index(named) if named in self.cards else -1 if step > 0 else 0
        return self.cards[(here + step) % len(self.cards)]

    @property
    def count(self) -> int:
        return len(self.cards) + len(self.arrows)


def found_on(canvas: ChainCanvas, text: str) -> Found | None:
    """Cards by name, id and kind, rows that nobody does by name, escalations by what is said beside them.

    None where there are no words to look for.
    """
    words = text.casefold().split()
    if not words:
        return None
    matching = [card for card in canvas.cards.values() if _holds(_text_of(card), words)]
    matching.sort(key=lambda card: (round(card.rect.y()), card.rect.x()))
    arrows = frozenset(
        key for key, item in canvas.arrows.items() if item.arrow.label and _holds(item.arrow.label.whole, words)
    )
    ends = {end for key in arrows for arrow in (canvas.arrows[key].arrow,) for end in (arrow.source, arrow.target)}
    cards = tuple(card.subject for card in matching)
    return Found(cards, arrows, frozenset(cards) | frozenset(Subject(end) for end in ends))


def _holds(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _text_of(card: CardItem) -> str:
    if isinstance(card, TeamItem):
        return f"{card.name} {card.team} {tr(KIND_NAMES[card.card.team.kind])}"
    if isinstance(card, NobodyItem):
        return " ".join((card.name, *card.card.names))
    return f"{card.name} {subject('alert', '')}"
