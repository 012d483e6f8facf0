"""What one file holds: the organisation, and what people have said about it and where they put things."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal, Self

from orgmodel.model import Organization, Subject
from orgmodel.model.value import changed, value

DecisionKind = Literal["decision", "question", "action"]


@value
class Decision:
    """Something that was said in the room, at a day or a minute, about some things of the model."""

    on: date | datetime
    text: str
    kind: DecisionKind = "decision"
    about: tuple[Subject, ...] = ()


@value
class Waiver:
    """A finding that was accepted, until a day (inclusive), with its reason."""

    rule: str
    on: tuple[Subject, ...]
    reason: str
    until: date
    by: str | None = None


@value
class View:
    """A step of the presentation."""

    name: str
    lens: str | None = None
    focus: Subject | None = None
    note: str | None = None


@value
class Place:
    """Where somebody dragged a card on the chain, in screen pixels at 100 %."""

    subject: Subject
    x: float
    y: float


@value
class Arrangement:
    """What people placed themselves; everything else is placed automatically."""

    chain: tuple[Place, ...] = ()


@value
class Document:
    """One file's worth: what commands change, undo walks through and saves write."""

    organization: Organization
    arrangement: Arrangement = Arrangement()
    waivers: tuple[Waiver, ...] = ()
    decisions: tuple[Decision, ...] = ()
    views: tuple[View, ...] = ()

    def copy_with(self, **changes: Any) -> Self:
        """The one way to change: a copy with some fields replaced, or the very same object where nothing differs."""
        return changed(self, **changes)

    def with_organization(self, organization: Organization) -> Self:
        return self.copy_with(organization=organization)
