"""The structure of a document: what each text on its pages is, in the order in which it is read."""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal[
    "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI", "Figure", "Caption", "Link", "Span", "Sect"
]  # fmt: skip
"""The types of ISO 32000-1, 14.8.4, that the paper uses."""

Scope = Literal["", "Column", "Row"]


class Place:
    """A rectangle of a page, in points, that leads to an anchor, and what is said of it.

    `number` is its object's, once that is written.
    """

    __slots__ = ("anchor", "number", "rectangle", "said")

    def __init__(self, rectangle: str, anchor: str, said: str) -> None:
        self.rectangle = rectangle
        self.anchor = anchor
        self.said = said
        self.number = 0


class Element:
    """A piece of a page: its `kids` are pieces, places and numbers of marked sequences, in the order of reading.

    `number` is its object's, and `body` the one that its own text and pieces belong to.
    """

    __slots__ = ("alt", "body", "box", "kids", "kind", "number", "parent", "scope", "span")

    def __init__(self, kind: Kind, alt: str = "", scope: Scope = "", span: int = 1, box: str = "") -> None:
        self.kind = kind
        self.alt = alt
        self.scope = scope
        self.span = span
        self.box = box
        self.kids: list[Element | Place | int] = []
        self.parent: Element | None = None
        self.number = self.body = 0


NOTHING: Final = Element("P")
"""Stands for no marked sequence; never part of a document."""


class PageTags:
    """The tags of one page: all its elements as they are read, and for each marked sequence the one it belongs to."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.outermost: list[Element] = []
        self.owners: list[Element] = []
        self.links: list[tuple[Place, Element]] = []
        self._open: list[Element] = []

    def open(self, element: Element) -> Element:
        self.add(element)
        self._open.append(element)
        return element

    def add(self, element: Element) -> None:
        """Put an element that stays empty inside the one that is open."""
        self.elements.append(element)
        if self._open:
            element.parent = self._open[-1]
            element.parent.kids.append(element)
        else:
            self.outermost.append(element)

    def close(self) -> tuple[Element, Element | None]:
        """What was closed, and what is open now; None where what is written is no part of the text, such as a head."""
        closed = self._open.pop()
        return closed, self._open[-1] if self._open else None

    def mark(self, element: Element) -> int:
        """The number of a new marked sequence of an element."""
        self.owners.append(element)
        element.kids.append(len(self.owners) - 1)
        return len(self.owners) - 1

    def link(self, place: Place) -> None:
        """Let the link that is open lead somewhere; where none is, the place is one by itself."""
        if self._open and self._open[-1].kind == "Link":
            element = self._open[-1]
        else:
            element = Element("Link")
            self.add(element)
        element.kids.append(place)
        self.links.append((place, element))
