"""What the editors of a sheet work on: some things, or one line of a table of theirs, and the way to change them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from orgmodel.commands import Command
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Subject
from ui.inspector.changes import Give, change, refusal_of, set_to
from ui.inspector.fields import TableField, Whole
from ui.inspector.held import held, held_by_all
from ui.session import Session
from ui.theme import Theme
from ui.things import subject_of

Go = Callable[[Subject], None]


class Hand(Protocol):
    """Holds what a field is of, and changes it; several editors share one."""

    session: Session
    theme: Theme
    go: Go

    @property
    def named(self) -> Subject:
        """What the sheet is of; of several things the first."""

    @property
    def thing(self) -> Any:
        """What the field is of; of several things the first."""

    def value(self, path: str) -> Any:
        """What the field holds, `SEVERAL` where several things differ."""

    def command(self, path: str, give: Give) -> Command:
        """The edit that gives the field another value; raises `CommandRefused` where there can be none."""

    def give(self, path: str, give: Give) -> bool:
        """Make that edit; False where it was refused, with the sentence, or changed nothing."""


def refusal(hand: Hand, path: str, given: Any) -> str:
    """Why a value could not be given; nothing where it could."""
    try:
        command = hand.command(path, set_to(given))
    except CommandRefused as said:
        return str(said)
    return refusal_of(hand.session.document, command)


class ThingsHand:
    """Some things of one kind, as the document has them now."""

    def __init__(
        self, session: Session, theme: Theme, go: Go, subjects: Sequence[Subject], things: Sequence[Any]
    ) -> None:
        self.session, self.theme, self.go = session, theme, go
        self.subjects, self.things = tuple(subjects), tuple(things)

    @property
    def named(self) -> Subject:
        return self.subjects[0]

    @property
    def thing(self) -> Any:
        return self.things[0]

    @property
    def document(self) -> Document:
        return self.session.document

    def value(self, path: str) -> Any:
        return held_by_all(self.things, path)

    def command(self, path: str, give: Give) -> Command:
        return change(self.document, self.subjects, self.things, path, give)

    def give(self, path: str, give: Give) -> bool:
        after = give(held(self.thing, path))
        is_alone, old, thing = len(self.things) == 1, self.named, self.thing
        if not self.session.execute(self.command(path, give)):
            return False
        if is_alone and self.session.selection[:1] == (old,):
            self._keep_selected(old, thing, path, after)
        return True

    def _keep_selected(self, old: Subject, thing: Any, path: str, after: Any) -> None:
        """Where a thing has another subject now, because that says what it is of, it stays selected."""
        if path in ("source", "target", "rule"):
            from orgmodel.model.value import changed

            new = subject_of(self.document, changed(thing, **{path: after}), old)
            if new != old:
                self.session.select(new)


class LineHand:
    """One line of a table; past its end the line that is about to be added."""

    def __init__(self, table: TableField, whole: Hand, place: int) -> None:
        self.session, self.theme, self.go = whole.session, whole.theme, whole.go
        self.table, self.whole, self.place = table, whole, place

    @property
    def named(self) -> Subject:
        return self.whole.named

    @property
    def lines(self) -> tuple[Any, ...]:
        return self.table.rows(self.session.document, self.whole.thing)

    @property
    def thing(self) -> Any:
        lines = self.lines
        return lines[self.place] if self.place < len(lines) else None

    def value(self, path: str) -> Any:
        thing = self.thing
        return None if thing is None else held(thing, path)

    def command(self, path: str, give: Give) -> Command:
        of = Whole(self.session.document, self.named, self.whole.thing)
        if self.place < len(self.lines):
            return self.table.change(of, self.place, path, give)
        if self.table.add is None:
            raise CommandRefused("Nothing can be added here.")
        return self.table.add(of, path, give(None))

    def give(self, path: str, give: Give) -> bool:
        try:
            command = self.command(path, give)
        except CommandRefused as said:
            self.session.refused.emit(str(said))
            return False
        return self.session.execute(command)
