"""Where a text's comments stand, and to which entry or item of the tree each belongs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from orgmodel.yaml_file.aliases import nodes_within
from orgmodel.yaml_file.blocks import blocks_of, column_of
from orgmodel.yaml_file.inline import spans_of
from orgmodel.yaml_file.nodes import Alias, Mapping, Node, Scalar, Sequence
from orgmodel.yaml_file.source import Source

_COMMENT = re.compile(r"#[^\r\n]*")


class Comment(NamedTuple):
    """A comment at a line and column; `apart` where a blank line stands above it."""

    line: int
    column: int
    text: str
    alone: bool
    apart: bool


@dataclass(slots=True, eq=False)
class Piece:
    """An entry of a mapping or an item of a list, with the comments that go where it goes."""

    key: Scalar | None
    node: Node
    line: int
    column: int
    in_line: bool
    """It stands with its neighbours in brackets on one line, where no comment can be."""
    apart: bool = False
    above: list[Comment] = field(default_factory=list)
    beside: Comment | None = None
    below: list[Comment] = field(default_factory=list)
    """Comments after the last of its parts, set in as they are."""
    parts: list[Piece] = field(default_factory=list)

    @property
    def commented(self) -> bool:
        """Whether there are comments inside."""
        return bool(self.below) or any(part.above or part.beside or part.commented for part in self.parts)


def commented_tree(source: Source, tree: Mapping) -> Piece:
    """The tree as pieces, with every comment from its first key on; blank lines are remembered as distance."""
    root = Piece(None, tree, tree.start[0], -1, in_line=False)
    root.parts = _pieces(source, tree, in_line=False)
    pieces = list(_walked(root))[1:]
    starts = [piece.line for piece in pieces]
    parents = {id(part): piece for piece in [root, *pieces] for part in piece.parts}
    first = source.at(tree.start)
    for comment in _comments(source, tree):
        if source.starts[comment.line] + comment.column < first:
            continue
        after = bisect_right(starts, comment.line)
        before = pieces[after - 1]
        while before.in_line and before.line == parents[id(before)].line:
            before = parents[id(before)]
        if comment.alone:
            _attach_alone(comment, before, pieces[after] if after < len(pieces) else None, parents)
        elif before.beside is None:
            before.beside = comment
        else:
            before.above.append(comment)
    return root


def _pieces(source: Source, held: Node, *, in_line: bool) -> list[Piece]:
    if not isinstance(held, (Mapping, Sequence)):
        return []
    entries: list[tuple[Scalar | None, Node]]
    entries = list(held.entries) if isinstance(held, Mapping) else [(None, item) for item in held.items]
    if not entries:
        return []
    if held.flow:
        in_line = in_line or source.line_of(source.at(held.start)) == source.line_of(source.end(held))
        starts = [start for start, _ in spans_of(source, held)]
        columns = [start - source.line_start(source.line_of(start)) for start in starts]
    else:
        starts = [block.own for block in blocks_of(source, held)]
        columns = [column_of(source, held)] * len(starts)
    made = []
    for (key, node), start, column in zip(entries, starts, columns, strict=True):
        line = source.line_of(start)
        piece = Piece(key, node, line, column, in_line, apart=bool(line) and not source.line(line - 1).strip())
        piece.parts = _pieces(source, node, in_line=in_line)
        made.append(piece)
    return made


def _walked(piece: Piece) -> Iterator[Piece]:
    yield piece
    for part in piece.parts:
        yield from _walked(part)


def _comments(source: Source, tree: Mapping) -> Iterator[Comment]:
    """Every comment, in the order of the text: whatever follows a # outside of a scalar."""
    floor = 0
    for start, end in [*_scalar_spans(source, tree), (len(source.text), len(source.text))]:
        for found in _COMMENT.finditer(source.text, floor, max(start, floor)):
            line = source.line_of(found.start())
            before = source.text[source.line_start(line) : found.start()]
            yield Comment(
                line,
                len(before),
                found.group().rstrip(),
                alone=not before.strip(" \t\ufeff"),
                apart=bool(line) and not source.line(line - 1).strip(),
            )
        floor = max(end, floor)


def _scalar_spans(source: Source, tree: Mapping) -> Iterator[tuple[int, int]]:
    for node in nodes_within(tree):
        if isinstance(node, Alias):
            yield source.at(node.start), source.at(node.end)
        elif isinstance(node, Scalar):
            start = source.at(node.start)
            if node.style in ("|", ">"):
                header = source.text[start : source.line_end(source.line_of(start))].partition("#")[0]
                yield start, start + len(header)
                start = source.line_end(source.line_of(start))
            yield start, max(source.end(node), start)


def _attach_alone(comment: Comment, before: Piece, after: Piece | None, parents: dict[int, Piece]) -> None:
    """To the piece below it, unless it is set in further than that: then to the end of what is above it."""
    floor = after.column if after else -1
    here = before
    while here.column > comment.column and here.column > floor:
        here = parents[id(here)]
    if after and (here.column <= floor or comment.column <= floor):
        after.above.append(comment)
    else:
        parents.get(id(here), here).below.append(comment)
