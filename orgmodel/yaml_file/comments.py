"""Where a text's comments stand, and to which entry or item of the tree each belongs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from orgmodel.yaml_file.aliases import nodes_within
from orgmodel.yaml_file.blocks import blocks_of, column_of
from orgmodel.yaml_file.inline import spans_of
from orgmodel.yaml_file.nodes import Alias, Mapping, Node, Scalar, Sequence
from orgmodel.yaml_file.source import Source


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


def commented_tree(source: Source, tree: Mapping, *, deep: bool = False) -> Piece:
    """The tree as pieces, with every comment from its first key on; blank lines are remembered as distance.

    Unless `deep`, the parts of a piece without comments inside are left out: nobody has to look at them one by one.
    """
    comments = [comment for comment in _comments(source, tree) if comment[:2] > tree.start]
    grown = _Growing(source, [comment.line for comment in comments], deep=deep)
    root = Piece(None, tree, tree.start[0], -1, in_line=False)
    root.parts = grown.pieces(tree, in_line=False)
    pieces = list(_walked(root))[1:]
    starts = [piece.line for piece in pieces]
    parents = {id(part): piece for piece in [root, *pieces] for part in piece.parts}
    for comment in comments:
        after = bisect_right(starts, comment.line)
        before = pieces[after - 1]
        while before.in_line and before.line == parents[id(before)].line:
            before = parents[id(before)]
        if comment.alone:
            _attach_alone(comment, before, pieces[after] if after < len(pieces) else None, parents)
        else:
            _attach_beside(comment, before, parents, source)
    return root


class _Growing:
    """The pieces of a tree, as deep as there are comments."""

    def __init__(self, source: Source, comment_lines: list[int], *, deep: bool) -> None:
        self.source = source
        self.comment_lines = comment_lines
        self.deep = deep

    def pieces(self, held: Node, *, in_line: bool) -> list[Piece]:
        if not isinstance(held, (Mapping, Sequence)):
            return []
        entries: list[tuple[Scalar | None, Node]]
        entries = list(held.entries) if isinstance(held, Mapping) else [(None, item) for item in held.items]
        if not entries:
            return []
        source = self.source
        if held.flow:
            in_line = in_line or source.line_of(source.at(held.start)) == source.line_of(source.end(held))
            spans = spans_of(source, held)
            columns = [start - source.line_start(source.line_of(start)) for start, _ in spans]
        else:
            spans = [(block.own, max(block.end - 1, block.own)) for block in blocks_of(source, held)]
            columns = [column_of(source, held)] * len(spans)
        made = []
        for (key, node), (start, end), column in zip(entries, spans, columns, strict=True):
            line = source.line_of(start)
            piece = Piece(key, node, line, column, in_line, apart=bool(line) and not source.line(line - 1).strip())
            if self.deep or self._has_comments(line, source.line_of(end)):
                piece.parts = self.pieces(node, in_line=in_line)
            made.append(piece)
        return made

    def _has_comments(self, first: int, last: int) -> bool:
        place = bisect_left(self.comment_lines, first)
        return place < len(self.comment_lines) and self.comment_lines[place] <= last


def _walked(piece: Piece) -> Iterator[Piece]:
    yield piece
    for part in piece.parts:
        yield from _walked(part)


def _comments(source: Source, tree: Mapping) -> Iterator[Comment]:
    """Every comment, in the order of the text: whatever follows a # outside of a scalar."""
    text = source.text
    lines = sorted({source.line_of(found.start()) for found in re.finditer("#", text)})
    spans = list(_scalar_spans(source, tree, set(lines)))
    starts = [start for start, _ in spans]
    for line in lines:
        place, end = source.line_start(line), source.line_end(line)
        while (place := text.find("#", place, end)) >= 0:
            around = bisect_right(starts, place) - 1
            if around < 0 or place >= spans[around][1]:
                before = text[source.line_start(line) : place]
                apart = bool(line) and not source.line(line - 1).strip()
                column = len(before) - (source.mark if line == 0 else 0)
                yield Comment(line, column, text[place:end].rstrip(), not before.strip(" \t\ufeff"), apart)
                break
            place = spans[around][1]


def _scalar_spans(source: Source, tree: Mapping, lines: set[int]) -> Iterator[tuple[int, int]]:
    """From where to where there is text in which a # is no comment, on some lines."""
    for node in nodes_within(tree):
        if not isinstance(node, (Alias, Scalar)):
            continue
        first, last = node.start[0], node.end[0]
        if first not in lines and (first == last or lines.isdisjoint(range(first, last + 1))):
            continue
        start, end = source.at(node.start), source.end(node)
        if isinstance(node, Scalar) and node.style in ("|", ">"):
            header_end = source.line_end(first)
            yield start, start + len(source.text[start:header_end].partition("#")[0])
            start, end = header_end, max(end, header_end)
        yield start, end


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


def _attach_beside(comment: Comment, before: Piece, parents: dict[int, Piece], source: Source) -> None:
    """To the innermost piece that begins or ends on its line; behind a closing bracket it follows the last part."""
    here: Piece | None = before
    while here and before.line != comment.line and source.line_of(source.end(here.node) - 1) != comment.line:
        here = parents.get(id(here))
    piece = here or before
    if piece.line != comment.line and piece.parts:
        piece.below.append(comment)
    elif piece.beside is None:
        piece.beside = comment
    else:
        piece.above.append(comment)
