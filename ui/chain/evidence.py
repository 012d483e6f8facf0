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
    lines: frozenset[tuple[Subject, Subject]] = frozenset()
    tone: str = "error"
    """The colour of the finding's severity, as the theme names it."""


NO_EVIDENCE: Final = ChainEvidence()


def evidence_on(session: Session, canvas: ChainCanvas) -> ChainEvidence:
    """What the finding in hand points at, its neighbours where it names no escalation; nothing without a finding."""
    finding = session.highlighted
    if finding is None:
        return NO_EVIDENCE
    highlight = highlight_of(session.organization, finding)
    cards = frozenset(_cards(session, canvas, highlight))
    first = [named for named in finding.subjects[:1] if named in canvas.cards]
    if first and not highlight.escalations:
        cards |= near(first, canvas.diagram.arrows)
    lines = frozenset((end_of(source), end_of(target)) for source, target in highlight.escalations)
    return ChainEvidence(cards, lines, "ink2" if finding.severity == "info" else finding.severity)


def missing_on(evidence: ChainEvidence, canvas: ChainCanvas) -> tuple[tuple[QRectF, QRectF], ...]:
    """The cards that an escalation of the evidence should join, where the diagram has no line between them."""
    drawn = {(arrow.source, arrow.target) for arrow in canvas.diagram.arrows} if evidence.lines else set()
    rects = canvas.rects()
    ends = (line for line in sorted(evidence.lines - drawn) if line[0] != line[1])
    return tuple((rects[source], rects[target]) for source, target in ends if source in rects and target in rects)


def _cards(session: Session, canvas: ChainCanvas, highlight: Highlight) -> Iterator[Subject]:
    """Those of its teams and of the ends of its escalations; of each row that of nobody, or of who answers for it."""
    concerns = Concerns(session.organization)
    owners = {team for row in highlight.rows for team in concerns.teams(subject("responsibility", row))}
    for team in highlight.teams | highlight.ends | owners:
        yield from (card for card in (end_of(team),) if card in canvas.cards)
    for nobody in canvas.nobody():
        if not highlight.rows.isdisjoint(nobody.card.rows):
            yield nobody.subject
