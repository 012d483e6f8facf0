"""The text as a tree that knows where everything stands: scalars, mappings and sequences with lines and columns.

Lines and columns count from 0, as YAML's own marks do; `Problem` counts from 1. Values are not resolved here: a
scalar is its text, and `plain` says whether it stood without quotes (only then can it mean a number, a truth value or nothing).
"""

from __future__ import annotations

from dataclasses import dataclass, field

Place = tuple[int, int]
"""Line and column, from 0."""


@dataclass(slots=True, eq=False)
class Scalar:
    """One piece of text; `style` is YAML's: None or "" for plain, else one of `'`, `"`, `|`, `>`."""

    text: str
    style: str | None
    start: Place
    end: Place
    anchor: str | None = None

    @property
    def plain(self) -> bool:
        return not self.style


@dataclass(slots=True, eq=False)
class Mapping:
    """Keys and values in the order of the text; `flow` is written in braces."""

    flow: bool
    start: Place
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    end: Place = (0, 0)
    anchor: str | None = None


@dataclass(slots=True, eq=False)
class Sequence:
    """Items in the order of the text; `flow` is written in brackets."""

    flow: bool
    start: Place
    items: list[Node] = field(default_factory=list)
    end: Place = (0, 0)
    anchor: str | None = None


@dataclass(slots=True, eq=False)
class Alias:
    """`*name`: the same node again; `target` is the anchored node itself."""

    name: str
    start: Place
    end: Place
    target: Node


Node = Scalar | Mapping | Sequence | Alias
