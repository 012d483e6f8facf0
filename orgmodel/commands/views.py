"""Edits of the steps of the presentation. Two steps may be the same, so each is named by its whole value."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.allowed import check_thing
from orgmodel.commands.relations import check_subjects
from orgmodel.document import Document, View
from orgmodel.errors import CommandRefused
from orgmodel.model.value import value


@value
class AddView:
    """One more step, before the place `at` (from 0) or at the end."""

    view: View
    at: int | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Add step {self.view.name}"

    def apply(self, document: Document) -> Document:
        check_thing(self.view)
        check_subjects(document, [self.view.focus] if self.view.focus else [])
        return document.copy_with(views=names.placed(document.views, self.view, self.at))


@value
class ChangeView:
    """Put another step in the place of one: another name, lens, focus or note."""

    view: View
    replacement: View

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Change step {self.view.name}"

    def apply(self, document: Document) -> Document:
        place = _place(document, self.view)
        if self.replacement == self.view:
            return document
        check_thing(self.replacement)
        if self.replacement.focus not in (None, self.view.focus):
            check_subjects(document, [self.replacement.focus])
        left = names.without_place(document.views, place)
        return document.copy_with(views=names.placed(left, self.replacement, place))


@value
class MoveView:
    """Put a step at another place of the presentation, from 0."""

    view: View
    at: int

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Move step {self.view.name}"

    def apply(self, document: Document) -> Document:
        return document.copy_with(views=names.put_elsewhere(document.views, _place(document, self.view), self.at))


@value
class RemoveView:
    """Take a step out of the presentation."""

    view: View

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Remove step {self.view.name}"

    def apply(self, document: Document) -> Document:
        return document.copy_with(views=names.without_place(document.views, _place(document, self.view)))


def _place(document: Document, view: View) -> int:
    place = names.place_in(document.views, view)
    if place is None:
        raise CommandRefused(f"There is no step “{view.name}” any more.")
    return place
