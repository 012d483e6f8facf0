"""The text as a tree that knows where everything stands: scalars, mappings and sequences with lines and columns.

Lines and columns count from 0, as YAML's own marks do; `Problem` counts from 1. Values are not resolved here: a
scalar is its text, and `plain` says whether it stood without quotes (only then can it mean a number, a truth value or
nothing).
"""

from __future__ import annotations

from typing import Any, Protocol

Place = tuple[int, int]
"""Line and column, from 0."""


class Mark(Protocol):
    """Where the parser was."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Placed:
    """A part of the text; it keeps the parser's marks, for of half a million nodes the places are asked for few."""

    __slots__ = ("end_mark", "start_mark")

    start_mark: Mark
    end_mark: Mark

    @property
    def start(self) -> Place:
        return self.start_mark.line, self.start_mark.column

    @property
    def end(self) -> Place:
        return self.end_mark.line, self.end_mark.column


class Scalar(Placed):
    """One piece of text; `style` is YAML's: None or "" for plain, else one of `'`, `"`, `|`, `>`."""

    __slots__ = ("anchor", "style", "text")

    def __init__(self, text: str, style: str | None, start: Mark, end: Mark, anchor: str | None = None) -> None:
        self.text = text
        self.style = style
        self.start_mark = start
        self.end_mark = end
        self.anchor = anchor

    @property
    def plain(self) -> bool:
        return not self.style


class Mapping(Placed):
    """Keys and values in the order of the text; `flow` is written in braces."""

    __slots__ = ("anchor", "entries", "flow")

    def __init__(self, flow: bool, start: Mark, anchor: str | None = None) -> None:  # noqa: FBT001 (an event's own)
        self.flow = flow
        self.start_mark = self.end_mark = start
        self.entries: list[tuple[Scalar, Node]] = []
        self.anchor = anchor


class Sequence(Placed):
    """Items in the order of the text; `flow` is written in brackets."""

    __slots__ = ("anchor", "flow", "items")

    def __init__(self, flow: bool, start: Mark, anchor: str | None = None) -> None:  # noqa: FBT001 (an event's own)
        self.flow = flow
        self.start_mark = self.end_mark = start
        self.items: list[Node] = []
        self.anchor = anchor


class Alias(Placed):
    """`*name`: the same node again; `target` is the anchored node itself."""

    __slots__ = ("name", "target")

    def __init__(self, name: str, start: Mark, end: Mark, target: Node) -> None:
        self.name = name
        self.start_mark = start
        self.end_mark = end
        self.target = target


class Made:
    """What stands for a mapping whose value was made as soon as its text had ended: nothing of it but that value."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


Node = Scalar | Mapping | Sequence | Alias
