"""The lines that each entry of a block mapping or item of a block list takes, and what becomes of them when some go.

A block is the comments directly above a part, at its column, and everything down to its last line, with the comments
below that are set in further. What lies between two blocks, blank lines and comments that stand alone, is a gap: it
belongs to neither, so comments in it stay when a part goes.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, TypeGuard

from orgmodel.yaml_file.emit import Layout
from orgmodel.yaml_file.matching import staying
from orgmodel.yaml_file.nodes import Mapping, Node, Scalar, Sequence
from orgmodel.yaml_file.source import Edit, NotPatchable, Source


class Block(NamedTuple):
    """One part of a collection: the offsets of its comments above, of its own text, and past its last line."""

    start: int
    own: int
    end: int


class Kept(NamedTuple):
    """An old part, by its place before, with edits within it."""

    place: int
    edits: list[Edit]


class Added(NamedTuple):
    """A new part as lines; `apart` where a blank line sets it off from what is above."""

    lines: list[str]
    apart: bool = False


def column_of(source: Source, held: Mapping | Sequence) -> int:
    """The column of a block collection's keys or dashes."""
    first = _first_place(source, held)
    return first - source.line_start(source.line_of(first)) - (source.mark if source.line_of(first) == 0 else 0)


def blocks_of(source: Source, held: Mapping | Sequence) -> list[Block]:
    """The blocks of a collection that is not empty, in its order."""
    column = column_of(source, held)
    if isinstance(held, Mapping):
        own = [_key_offset(source, key, column, first=not place) for place, (key, _) in enumerate(held.entries)]
        ends = [max(source.at(key.end), source.end(part)) for key, part in held.entries]
    else:
        own = _dashes(source, held, column)
        ends = [max(source.end(part), dash + 1) for part, dash in zip(held.items, own, strict=True)]
    blocks: list[Block] = []
    floor = source.line_of(own[0])
    for place, (start, end) in enumerate(zip(own, ends, strict=True)):
        line = source.line_of(start)
        alone = not source.text[source.line_start(line) : start].strip(" \ufeff")
        above = _comments_above(source, line, column, floor if place else 0) if alone else line
        last = _last_line(source, source.line_of(max(end - 1, start)), column)
        first_offset = source.line_start(above) if above < line or (alone and (line or not source.mark)) else start
        blocks.append(Block(first_offset, start, source.line_start(last + 1)))
        floor = last + 1
    return blocks


def layout_of(source: Source, tree: Mapping) -> Layout:
    """How far this file sets in its lists and records, as the first of each shows."""
    record, dash = None, None
    waiting: list[Mapping] = [tree] if not tree.flow else []
    while waiting and (record is None or dash is None):
        node = waiting.pop(0)
        for key, held in node.entries[:64]:
            if not isinstance(held, (Mapping, Sequence)) or not is_block(held):
                continue
            try:
                inset = column_of(source, held) - key.start[1]
            except NotPatchable:
                continue
            if isinstance(held, Mapping):
                record = inset if record is None else record
                waiting.append(held)
            else:
                dash = inset if dash is None else dash
                waiting += [item for item in held.items[:8] if isinstance(item, Mapping) and not item.flow]
    return Layout(record or 2, 2 if dash is None else dash)


def is_block(held: Node) -> TypeGuard[Mapping | Sequence]:
    """Whether it is a list or record without brackets."""
    if isinstance(held, Mapping):
        return not held.flow and bool(held.entries)
    return isinstance(held, Sequence) and not held.flow and bool(held.items)


def gaps_of(source: Source, blocks: list[Block]) -> list[str]:
    """What lies between each block and the next."""
    return [source.text[before.end : after.start] for before, after in pairwise(blocks)]


def rearranged(source: Source, blocks: list[Block], order: list[Kept | Added], *, grouped: bool) -> Edit:
    """One edit that puts a collection's blocks, some perhaps new, into an order; those left out are gone.

    `grouped` is for lists, where a new item keeps the distance of its neighbours.
    """
    text = source.text
    stay = sorted(staying([part.place for part in order if isinstance(part, Kept)]))
    gaps = gaps_of(source, blocks)
    first_moves = not stay or stay[0] != 0 or not (isinstance(order[0], Kept) and order[0].place == 0)
    if first_moves and text[source.line_start(source.line_of(blocks[0].own)) : blocks[0].own].strip(" \ufeff"):
        raise NotPatchable
    pieces: list[str] = []
    previous: int | None = None
    remaining = iter([*stay, None])
    following = next(remaining)
    pending_gap = _merged(gaps[:following], at_edge=True)
    for part in order:
        if isinstance(part, Kept) and part.place == following:
            pieces += pending_gap, _with_break(source, source.applied(part.edits, *_extent(blocks[part.place])))
            previous, following = part.place, next(remaining)
            inside = gaps[previous:following]
            pending_gap = _merged(inside, at_edge=following is None)
            continue
        if isinstance(part, Kept):
            new, apart = source.applied(part.edits, *_extent(blocks[part.place])), False
        else:
            new, apart = source.newline.join([*part.lines, ""]), part.apart
        space = source.newline if apart else _distance(gaps, previous) if grouped else ""
        new = _with_break(source, new)
        at_start = previous is None and following is not None
        pieces += [new, space] if at_start else [space if pieces else "", new]
    pieces.append(pending_gap)
    whole = "".join(pieces)
    end = blocks[-1].end
    if end == len(text) and not text.endswith(("\n", "\r")):
        whole = whole.removesuffix(source.newline)
    return Edit(blocks[0].start, end, whole)


def lone_comments(source: Source, blocks: list[Block]) -> str:
    """The gaps that hold comments."""
    return _merged(gaps_of(source, blocks), at_edge=True)


def _extent(block: Block) -> tuple[int, int]:
    return block.start, block.end


def _with_break(source: Source, text: str) -> str:
    return text if text.endswith(("\n", "\r")) else text + source.newline


def _merged(gaps: list[str], *, at_edge: bool) -> str:
    """What is left of some gaps whose parts in between are gone: every comment, else one distance, at an edge none."""
    held = [gap for gap in gaps if gap.strip()]
    if held or at_edge or not gaps:
        return "".join(held)
    return gaps[-1]


def _distance(gaps: list[str], previous: int | None) -> str:
    """The blank lines that parts of this list have between them, as seen at one of them."""
    near = gaps[min(previous or 0, len(gaps) - 1)] if gaps else ""
    blank = near[: len(near) - len(near.lstrip())]
    return blank[: blank.rfind("\n") + 1]


def _first_place(source: Source, held: Mapping | Sequence) -> int:
    if isinstance(held, Mapping):
        return source.at(held.entries[0][0].start)
    start = source.at(held.start)
    if held.anchor is None and source.text[start : start + 1] == "-":
        return start
    item = source.at(held.items[0].start)
    dash = source.text.rfind("-", start, item)
    if dash < 0:
        raise NotPatchable
    return dash


def _key_offset(source: Source, key: Scalar, column: int, *, first: bool) -> int:
    offset = source.at(key.start)
    line = source.line_of(offset)
    before = source.text[source.line_start(line) : offset].lstrip("\ufeff")
    if len(before) != column or before.strip(" -" if first else " "):
        raise NotPatchable
    return offset


def _dashes(source: Source, held: Sequence, column: int) -> list[int]:
    """Where each item's dash stands: on its first line, or above it where it has a line of its own."""
    found: list[int] = []
    floor = source.line_of(_first_place(source, held))
    for item in held.items:
        line = source.line_of(source.at(item.start))
        while line >= floor and source.line(line)[column : column + 1] != "-":
            line -= 1
        if line < floor:
            raise NotPatchable
        found.append(source.line_start(line) + column)
        floor = source.line_of(max(source.end(item) - 1, found[-1])) + 1
    return found


def _comments_above(source: Source, line: int, column: int, floor: int) -> int:
    """The first line of the comments directly above a line, at a column."""
    while line > floor:
        above = source.line(line - 1)
        if len(above) - len(above.lstrip(" \ufeff")) != column or above.lstrip(" \ufeff")[:1] != "#":
            break
        line -= 1
    return line


def _last_line(source: Source, line: int, column: int) -> int:
    """The last line of a part that ends on a line, with the comments below that are set in further than its column."""
    last = line
    while line + 1 < source.line_count:
        line += 1
        inside = source.line(line).lstrip(" ")
        if inside.startswith("#") and len(source.line(line)) - len(inside) > column:
            last = line
        elif inside.strip():
            break
    return last
