"""The kinds of fields that the Inspector offers, as values; which thing has which is said in `sheets`; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from orgmodel.commands import Command
from orgmodel.document import Document
from orgmodel.model import Organization, Subject
from orgmodel.model.value import value
from ui.inspector.changes import Give
from ui.translation import marked

Choices = tuple[tuple[Any, str], ...]
"""Values and what they are called, in the order they are offered."""

Offer = Callable[[Document, Subject, Any], Choices]
"""What there is to pick, for a thing and its subject; for a line of a table the subject of what the table is of."""

Named = Callable[[Document, Subject, Any], str]
"""What people call what is picked, on the sheet of a subject."""

UNKNOWN: Final = marked("unknown")

LENS_NAMES: Final = (
    ("matrix", marked("Matrix")),
    ("chain", marked("Chain")),
    ("teams", marked("Teams")),
    ("oncall", marked("On call")),
    ("maturity", marked("Maturity")),
    ("compare", marked("Compare")),
)
"""The lenses that a step of the presentation can be in, and what people call them."""


def fixed(*choices: tuple[Any, str]) -> Callable[[Organization], Choices]:
    """The same choices in every organisation."""
    return lambda _: choices


@dataclass(frozen=True, slots=True)
class TextField:
    """A field that is typed; `parse` raises `CommandRefused` with a sentence where the text means nothing."""

    label: str
    field: str
    parse: Callable[[str], Any]
    remark: str = ""
    narrow: bool = False
    long: bool = False
    """Whether it is prose, for which there are several lines."""
    alone: bool = False
    """Whether it is of one thing only: nobody gives several things the same name."""
    absent: str = UNKNOWN
    """What is said where nothing is typed."""


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """A field that is chosen from a few words."""

    label: str
    field: str
    choices: Callable[[Organization], Choices]
    remark: str = ""
    narrow: bool = False
    instead: Callable[[Organization, Any], tuple[str, str]] | None = None
    """What a thing has while the field is unknown: in place of the remark, and as a sentence; empty where nothing."""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class PickField:
    """A field that names one other thing, picked by its name."""

    label: str
    field: str
    things: Offer
    name: Named
    kind: str = ""
    """The kind of what is picked, where one can go there."""
    optional: bool = True
    alone: bool = False
    absent: str = UNKNOWN
    """What is said where nothing is picked."""


@dataclass(frozen=True, slots=True)
class DayField:
    """A field that is a day, or with `minute` perhaps a minute of one."""

    label: str
    field: str
    optional: bool = True
    minute: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ManyField:
    """A field that names several other things: each can be gone to and taken out, and others are picked."""

    label: str
    field: str
    things: Offer
    name: Named
    subject: Callable[[Document, Subject, Any], Subject | None]
    """Where a press on one of them leads; None where it leads nowhere."""
    more: str = marked("Add…")
    """What stands in the field in which another is picked."""
    another: str = ""
    """What stands there once one has been picked, where that is something else."""
    free: Callable[[str], Any] | None = None
    """What a text means that is none of the things; without it only those can be named."""
    empty: Any = ()
    """What is held once the last one is taken out."""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class SaidField:
    """Something that is told and cannot be changed here."""

    label: str
    field: str


Cell = TextField | ChoiceField | PickField | DayField | SaidField


class Whole(NamedTuple):
    """What a table is of: the document, and a thing in it with its subject."""

    document: Document
    named: Subject
    thing: Any


@dataclass(frozen=True, slots=True)
class TableField:
    """A list of values as a table that is edited in place; each edit is one command."""

    label: str
    field: str
    columns: tuple[Cell, ...]
    shares: tuple[int, ...]
    """Widths of the columns, relative to each other."""
    rows: Callable[[Document, Any], tuple[Any, ...]]
    """Its lines, each a value with the fields of the columns."""
    change: Callable[[Whole, int, str, Give], Command]
    """The edit of one cell, by line and column."""
    add: Callable[[Whole, str, Any], Command] | None = None
    """One more line, from what was given in one of its cells; raises `CommandRefused` where that is not enough."""
    remove: Callable[[Whole, int], Command] | None = None
    move: Callable[[Whole, int, int], Command] | None = None
    one: str = marked("line")
    """What a line is called."""
    details: tuple[Cell, ...] = ()
    """Fields of the line in hand, which stand under the table."""
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """A thing in a list, and a few words of it."""

    subject: Subject
    name: str
    says: str = ""


@value
class Asked:
    """On which day somebody asks for one more, and in front of which lens: `lens-matrix`."""

    today: date
    lens: str


@dataclass(frozen=True, slots=True)
class ListField:
    """Things that belong to this one and have sheets of their own: each is gone to, added, removed."""

    label: str
    field: str
    links: Callable[[Document, Any], tuple[Link, ...]]
    nothing: str
    """What to say where there are none."""
    add: Callable[[Document, Any, Asked], tuple[Command, Subject]] | None = None
    """One more, and its subject; raises `CommandRefused` where that cannot be."""
    remove: Callable[[Document, Subject], Command] | None = None
    move: Callable[[Document, Any, int, int], Command] | None = None
    """Put the one at a place to that of another of the list, where their order is the author's."""
    one: str = marked("thing")
    first: str = ""
    """The field of a new one that the keyboard goes into."""
    alone: bool = True


Field = TextField | ChoiceField | PickField | DayField | ManyField | TableField | ListField


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under a heading that folds them away; those that are used most stand first, without a heading."""

    title: str
    fields: tuple[Field, ...]
    is_open: bool = False
    """Whether it is open until somebody folds it."""
