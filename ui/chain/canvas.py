"""The items on the canvas, kept in step with the diagram by identity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from orgmodel.diagram.shapes import Band, ChainDiagram, Measures, NobodyCard, Totals
from orgmodel.diagram.signs import ENTRY
from orgmodel.model import Escalation, Organization, Subject, subject
from ui.chain import line_painting
from ui.chain.arrow_items import ArrowItem
from ui.chain.items import CardItem, EntryItem, NobodyItem, TeamItem
from ui.chain.missing_escalations import MissingEscalations
from ui.chain.words import arrow_sentence
from ui.theme import Theme

LEGEND_ROOM = 54
"""Below the last card: there the legend and the zoom buttons lie over the canvas."""

NOTHING: Final = ChainDiagram(0, 0, (), (), (), None, (), Totals(0, 0, 0, 0), 0)
"""What is shown before the first diagram is drawn."""

ArrowKey = tuple[Subject, int]
"""An escalation by its teams, and which of those between the same ones."""


class ChainCanvas(QGraphicsScene):
    """Cards by subject and arrows by escalation; what did not change is left alone."""

    def __init__(self, theme: Theme, measures: Measures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.measures = measures
        self.diagram = NOTHING
        self.cards: dict[Subject, CardItem] = {}
        self.arrows: dict[ArrowKey, ArrowItem] = {}
        self.missing = MissingEscalations(theme)
        self.addItem(self.missing)

    def show_diagram(
        self, diagram: ChainDiagram, organization: Organization, placed: frozenset[Subject], *, with_arrows: bool
    ) -> None:
        """What is `placed` stands where somebody put it."""
        self.diagram = diagram
        self._sync_cards(diagram)
        self._mark(placed)
        self._sync_arrows(diagram, organization, with_arrows=with_arrows)
        self.setSceneRect(QRectF(0, 0, diagram.width, diagram.height + LEGEND_ROOM))
        # Bands run on beyond the scene, to the edges of the window.
        self.invalidate(QRectF(), QGraphicsScene.SceneLayer.BackgroundLayer)

    def put_back(self, placed: frozenset[Subject]) -> None:
        """Every card where the diagram has it; those that are `placed` marked so."""
        self._sync_cards(self.diagram)
        self._mark(placed)

    def _mark(self, placed: frozenset[Subject]) -> None:
        for named, card in self.cards.items():
            card.mark_placed(placed=named in placed)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        for card in self.cards.values():
            card.apply_theme(theme)
        for item in self.arrows.values():
            item.apply_theme(theme, line_painting.ground_behind(theme, self.diagram, item.arrow))
        self.missing.apply_theme(theme)
        self.invalidate()

    def card_of(self, named: Subject | None) -> CardItem | None:
        """The card of a team, or the Nobody card that holds a row; None where it has none."""
        if named is None:
            return None
        if named in self.cards:
            return self.cards[named]
        return next((card for card in self.nobody() if named in rows_of(card.card)), None)

    def arrow_of(self, named: Subject, escalation: Escalation | None = None) -> ArrowItem | None:
        """The arrow of an escalation; of several between the same teams the one of that value, else the first."""
        found = [item for (between, _), item in self.arrows.items() if between == named]
        return next(
            (item for item in found if escalation is not None and item.arrow.escalation == escalation),
            next(iter(found), None),
        )

    def card_at(self, point: QPointF) -> CardItem | None:
        """The card that lies there above all others."""
        return next((item for item in self.items(point) if isinstance(item, CardItem)), None)

    def band_at(self, y: float) -> Band | None:
        """The band at a height on the canvas; the last one goes on below its end."""
        bands = self.diagram.bands
        return next((band for band in bands if y < band.bottom), bands[-1] if bands else None)

    def labels(self) -> list[QRectF]:
        """Where the names of the bands stand."""
        return [QRectF(0, band.y, self.measures.label_column, band.height) for band in self.diagram.bands]

    def rects(self) -> dict[Subject, QRectF]:
        return {named: card.rect for named, card in self.cards.items()}

    def nobody(self) -> Iterator[NobodyItem]:
        """The cards of rows that nobody does."""
        return (card for card in self.cards.values() if isinstance(card, NobodyItem))

    def _sync_cards(self, diagram: ChainDiagram) -> None:
        wanted: set[Subject] = set()
        for card in diagram.cards:
            item = self.cards.get(card.subject)
            if not isinstance(item, TeamItem):
                item = TeamItem(card, self.theme)
                self._add(item)
            item.show_card(card, diagram.most)
            wanted.add(card.subject)
        for nobody in diagram.nobody:
            named = subject("nobody", nobody.layer or "")
            unowned = self.cards.get(named)
            if not isinstance(unowned, NobodyItem):
                unowned = NobodyItem(named, nobody, self.theme)
                self._add(unowned)
            unowned.show_card(nobody)
            wanted.add(named)
        if diagram.entry:
            if ENTRY not in self.cards:
                self._add(EntryItem(self.theme))
            self.cards[ENTRY].show_at(diagram.entry)
            wanted.add(ENTRY)
        for gone in [named for named in self.cards if named not in wanted]:
            self.removeItem(self.cards.pop(gone))

    def _sync_arrows(self, diagram: ChainDiagram, organization: Organization, *, with_arrows: bool) -> None:
        count: Counter[Subject] = Counter()
        wanted: set[ArrowKey] = set()
        for arrow in diagram.arrows if with_arrows else ():
            key = (arrow.subject, count[arrow.subject])
            count[arrow.subject] += 1
            item = self.arrows.get(key)
            if item is None:
                item = self.arrows[key] = ArrowItem(arrow, self.theme, self.measures.corner)
                self.addItem(item)
                self.addItem(item.words)
            item.show_arrow(
                arrow, line_painting.ground_behind(self.theme, self.diagram, arrow), arrow_sentence(organization, arrow)
            )
            wanted.add(key)
        for gone in [key for key in self.arrows if key not in wanted]:
            item = self.arrows.pop(gone)
            self.removeItem(item)
            self.removeItem(item.words)

    def _add(self, item: CardItem) -> None:
        self.cards[item.subject] = item
        self.addItem(item)


def rows_of(card: NobodyCard) -> tuple[Subject, ...]:
    return tuple(subject("responsibility", row) for row in card.rows)
