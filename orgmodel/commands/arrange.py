"""Edits of where cards stand on the chain, in screen pixels at 100 %."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.allowed import check_thing
from orgmodel.document import Document, Place
from orgmodel.errors import CommandRefused
from orgmodel.model import Subject, TeamId, subject_parts
from orgmodel.model.value import changed, value


@value
class PlaceCard:
    """Put a card somewhere; it stays there whatever the automatic layout does."""

    place: Place

    def label(self, document: Document) -> str:
        return f"Place {_card_name(document, self.place.subject)}"

    def apply(self, document: Document) -> Document:
        kind, identifier = subject_parts(self.place.subject)
        if kind == "team":
            if identifier not in document.organization.team_by_id:
                raise CommandRefused(f"There is no team “{identifier}” to place.")
        elif self.place.subject != "alert":
            raise CommandRefused("Only the cards of teams and of the alert can be placed.")
        check_thing(self.place)
        arrangement = document.arrangement
        if any(place.subject == self.place.subject for place in arrangement.chain):
            chain = names.mapped(
                arrangement.chain,
                lambda place: self.place if place.subject == self.place.subject and place != self.place else place,
            )
        else:
            chain = (*arrangement.chain, self.place)
        return document.copy_with(arrangement=changed(arrangement, chain=chain))


@value
class ClearPlaces:
    """Leave every card, or those given, to the automatic layout again."""

    subjects: tuple[Subject, ...] = ()

    def label(self, document: Document) -> str:
        if len(self.subjects) == 1:
            return f"Arrange {_card_name(document, self.subjects[0])}"
        return "Arrange the cards"

    def apply(self, document: Document) -> Document:
        arrangement = document.arrangement
        left = names.kept(arrangement.chain, lambda place: bool(self.subjects) and place.subject not in self.subjects)
        return document.copy_with(arrangement=changed(arrangement, chain=left))


def _card_name(document: Document, card: Subject) -> str:
    kind, identifier = subject_parts(card)
    return document.organization.team_name(TeamId(identifier)) if kind == "team" else "the alert"
