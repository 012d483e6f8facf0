"""The structure of a document: what each text on its pages is, in the order in which it is read."""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal[
    "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI", "Figure", "Caption", "Link", "Span", "Sect"
]  # fmt: skip
"""The types of ISO 32000-1, 14.8.4, that the paper uses."""

Scope = Literal["", "Column", "Row"]


class Element:
    """A piece of a page: its `kids` are pieces of it, or numbers of marked sequences, in the order of reading."""

    __slots__ = ("alt", "kids", "kind", "scope", "span")

    def __init__(self, kind: Kind, alt: str = "", scope: Scope = "", span: int = 1) -> None:
        self.kind = kind
        self.alt = alt
        self.scope = scope
        self.span = span
        self.kids: list[Element | int] = []


NOTHING: Final = Element("P")
"""Stands for no marked sequence; never part of a document."""


class PageTags:
    """The tags of one page: what is outermost on it, and for each marked sequence the element it belongs to."""

    def __init__(self) -> None:
        self.outermost: list[Element] = []
        self.owners: list[Element] = []
        self._open: list[Element] = []

    @property
    def now(self) -> Element | None:
        """The innermost open element; None where what is written is no part of the text, such as a head."""
        return self._open[-1] if self._open else None

    def open(self, element: Element) -> None:
        if self._open:
            self._open[-1].kids.append(element)
        else:
            self.outermost.append(element)
        self._open.append(element)

    def close(self) -> tuple[Element, Element | None]:
        """What was closed, and what is open now."""
        closed = self._open.pop()
        return closed, self.now

    def mark(self, element: Element) -> int:
        """The number of a new marked sequence of an element."""
        number = len(self.owners)
        self.owners.append(element)
        element.kids.append(number)
        return number
