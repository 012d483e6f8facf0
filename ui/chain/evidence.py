"""The evidence of a finding on the canvas: which cards and lines stand out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF

from orgmodel.diagram.signs import end_of
from orgmodel.model import Subject, subject
from orgmodel.model.value import value
from ui.chain.canvas import ChainCanvas
from ui.chain.navigation import near
from ui.evidence import Concerns, Highlight, highlight_of
from ui.session import Session


@value
class ChainEvidence:
    """Cards, and lines as the cards that they join."""

    cards: frozenset[Subject] = frozenset()
    ways: frozenset[tuple[Subject, Subject]] = frozenset()
    tone: str = "error"
    """The colour of the finding's severity, as the theme names it."""


NO_EVIDENCE: Final = ChainEvidence()


def evidence_on(session: Session, canvas: ChainCanvas) -> ChainEvidence:
    """What the finding in hand points at, and its neighbours where it names no ways; nothing without a finding."""
    finding = session.highlighted
    if finding is None:
        return NO_EVIDENCE
    highlight = highlight_of(session.organization, finding)
    cards = frozenset(_cards(session, canvas, highlight))
    first = [named for named in finding.subjects[:1] if named in canvas.cards]
    if first and not highlight.ways:
        cards |= near(first, canvas.diagram.arrows)
    ways = frozenset((end_of(source), end_of(target)) for source, target in highlight.ways)
    return ChainEvidence(cards, ways, "ink2" if finding.severity == "info" else finding.severity)


def missing_on(evidence: ChainEvidence, canvas: ChainCanvas) -> tuple[tuple[QRectF, QRectF], ...]:
    """The cards that a way of the evidence should join, where the diagram has no line between them."""
    drawn = {(arrow.source, arrow.target) for arrow in canvas.diagram.arrows} if evidence.ways else set()
    rects = canvas.rects()
    ends = (way for way in sorted(evidence.ways - drawn) if way[0] != way[1])
    return tuple((rects[source], rects[target]) for source, target in ends if source in rects and target in rects)


def _cards(session: Session, canvas: ChainCanvas, highlight: Highlight) -> Iterator[Subject]:
    """Those of its teams and of the ends of its ways, and for each row the card of nobody or of who answers for it."""
    concerns = Concerns(session.organization)
    owners = {team for row in highlight.rows for team in concerns.teams(subject("responsibility", row))}
    for team in highlight.teams | highlight.ends | owners:
        yield from (card for card in (end_of(team),) if card in canvas.cards)
    for nobody in canvas.nobody():
        if not highlight.rows.isdisjoint(nobody.card.rows):
            yield nobody.subject
