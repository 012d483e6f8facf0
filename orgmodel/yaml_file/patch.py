"""The difference of two records applied to a text: the lines of what changed are touched, and no others."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from collections.abc import Mapping as Record
from typing import Any, Final

from orgmodel.yaml_file import blocks, inline
from orgmodel.yaml_file.aliases import stale_aliases, written_out
from orgmodel.yaml_file.blocks import Added, Kept, blocks_of, column_of, is_block, layout_of
from orgmodel.yaml_file.emit import DATE_KEYS, Layout, entry_lines, flow_text, is_section, item_lines, key_text
from orgmodel.yaml_file.matching import equal_in_order, matched, order_of_keys, staying
from orgmodel.yaml_file.nodes import Mapping, Node, Scalar, Sequence
from orgmodel.yaml_file.parse import parse
from orgmodel.yaml_file.scalars import date_text, is_plain, literal_lines, quoted, scalar_text, single_quoted
from orgmodel.yaml_file.source import Edit, NotPatchable, Source

ORDERED: Final = frozenset({"settings", "assessments", "arrangement"})
"""Sections in which the order of keys is the author's and part of the document; elsewhere it is no change."""

_EMPTY_IS_ABSENT = frozenset(
    {"teams", "services", "responsibilities", "rotations", "escalations", "questionnaires", "assessments"}
    | {"decisions", "waivers", "views"}
)
_PROPERTIES = re.compile(r"(?:[ \t]+[&!][^ \t\r\n]*)*")


def patched(text: str, tree: Mapping, old: Record[str, Any], new: Record[str, Any]) -> str:
    """The text with the difference of two records applied; the very same text where they are equal.

    What shares a node through an alias with something that changes is written out first, so that it keeps its meaning.
    Raises `NotPatchable` where the text is of a shape that is not edited in place.
    """
    while True:
        patch = Patch(Source(text), tree)
        edits = patch.root_edits(old, new)
        stale = stale_aliases(tree, patch.touched, patch.loose) if edits and "*" in text else []
        if not stale:
            return patch.source.applied(edits) if edits else text
        text = written_out(patch.source, stale)
        tree = parse(text, "")


def rewritten(text: str, tree: Mapping, old: Record[str, Any], new: Record[str, Any]) -> str:
    """The coarser way: every section that differs is laid out anew, with the comments above it kept."""
    patch = Patch(Source(text), tree)
    return patch.source.applied(patch.root_edits(old, new, whole=True))


class Patch:
    """One comparison of two records along the tree of the older one's text."""

    def __init__(self, source: Source, tree: Mapping, layout: Layout | None = None) -> None:
        self.source = source
        self.tree = tree
        self.layout = layout or layout_of(source, tree)
        self.top: Mapping | None = None
        """The mapping of the sections, where the tree is a whole file."""
        self.equal: Callable[[Any, Any], bool] = operator.eq
        self.touched: set[int] = set()
        """Nodes in which something changes, by identity."""
        self.loose: list[Node] = []
        """Nodes that go, move or are written anew."""

    def root_edits(self, old: Record[str, Any], new: Record[str, Any], *, whole: bool = False) -> list[Edit]:
        """What to edit; `whole` for sections laid out anew."""
        self.top = self.tree
        edits: dict[str, list[Edit]] = {}
        places = _places(self.tree)
        for key, held in new.items():
            self.equal = equal_in_order if key in ORDERED else operator.eq
            if key in places and not (key in old and self.equal(old[key], held)):
                edits[key] = self._entry(self.tree, places[key], old.get(key), held, whole=whole)
        gone = {key for key in old if key not in new and key in places}
        for key in sorted(gone & _EMPTY_IS_ABSENT):
            if self._has_lone_comments(places[key]):
                edits[key] = self._entry_value(self.tree, places[key], [])
                gone.remove(key)
        self.equal = operator.eq
        return self._arranged(self.tree, edits, gone, old, new)

    def record_edits(self, old: Record[str, Any], new: Record[str, Any]) -> list[Edit]:
        """What to edit where the tree is but one record of a file."""
        return self._mapping(self.tree, old, new)

    def _mapping(self, node: Mapping, old: Record[str, Any], new: Record[str, Any]) -> list[Edit]:
        edits: dict[str, list[Edit]] = {}
        places = _places(node)
        for key, held in new.items():
            if key in places and not (key in old and self.equal(old[key], held)):
                edits[key] = self._entry(node, places[key], old.get(key), held)
        gone = {key for key in old if key not in new and key in places}
        return self._arranged(node, edits, gone, old, new)

    def _arranged(
        self, node: Mapping, edits: dict[str, list[Edit]], gone: set[str], old: Record[str, Any], new: Record[str, Any]
    ) -> list[Edit]:
        """The edits within a mapping, or one over all of it where keys come, go or move."""
        if not node.entries:
            raise NotPatchable
        places = _places(node)
        self.loose += [node.entries[places[key]][1] for key in sorted(gone)]
        order = order_of_keys([key for key in places if key not in gone], old, new, self.equal)
        if order == list(places):
            return [edit for part in edits.values() for edit in part]
        if [key for key in order if key in places] != [key for key in places if key not in gone]:
            self.loose.append(node)
        if node.flow:
            parts = [
                Kept(places[key], edits.get(key, []))
                if key in places
                else f"{key_text(key, flow=True)}: {_flow_leaf(key, new[key])}"
                for key in order
            ]
            return [inline.reordered(self.source, node, parts)]
        return [self._rearranged_mapping(node, edits, order, new)]

    def _rearranged_mapping(
        self, node: Mapping, edits: dict[str, list[Edit]], order: list[str], new: Record[str, Any]
    ) -> Edit:
        places, column = _places(node), column_of(self.source, node)
        if order and order[0] not in places and self._starts_beside_dash(node):
            order.insert(1, order.pop(0))
        parts: list[Kept | Added] = []
        for key in order:
            if key in places:
                parts.append(Kept(places[key], edits.get(key, [])))
            else:
                apart = self._is_section(node, new[key])
                parts.append(Added(entry_lines(key, new[key], column, self.layout, spread=apart), apart))
        if not parts:
            raise NotPatchable
        return blocks.rearranged(self.source, blocks_of(self.source, node), parts, grouped=False)

    def _is_section(self, node: Mapping, held: Any) -> bool:
        return node is self.top and is_section(held)

    def _entry(self, node: Mapping, place: int, old: Any, new: Any, *, whole: bool = False) -> list[Edit]:
        key, held = node.entries[place]
        self.touched |= {id(node), id(held)}
        if not whole:
            try:
                return self._value(held, old, new, key.text, flow=node.flow)
            except NotPatchable:
                pass
        return self._entry_value(node, place, new)

    def _value(self, held: Node, old: Any, new: Any, key: str, *, flow: bool) -> list[Edit]:
        if isinstance(held, Mapping) and "rating" in _places(held):
            old, new = _rating(old), _rating(new)
        if isinstance(held, Mapping) and isinstance(old, dict) and isinstance(new, dict) and new:
            return self._mapping(held, old, new)
        if isinstance(held, Sequence) and isinstance(old, list) and isinstance(new, list) and new:
            return self._sequence(held, old, new)
        if isinstance(held, Scalar) and held.end > held.start and not isinstance(new, (dict, list)):
            text = _restyled(held, new, key, flow=flow)
            if text is not None:
                return [Edit(self.source.at(held.start), self.source.end(held), text)]
        raise NotPatchable

    def _sequence(self, node: Sequence, old: list[Any], new: list[Any]) -> list[Edit]:
        if not node.items or len(node.items) != len(old):
            raise NotPatchable
        found = matched(old, new)
        edits: dict[int, list[Edit]] = {}
        for item, index in zip(new, found, strict=True):
            if index is not None and not self.equal(old[index], item):
                edits[index] = self._item(node, index, old[index], item)
        if found == list(range(len(old))):
            return [edit for part in edits.values() for edit in part]
        stay = staying([index for index in found if index is not None])
        self.loose += [item for index, item in enumerate(node.items) if index not in stay]
        self.touched.add(id(node))
        if node.flow:
            texts = [
                flow_text(item) if index is None else Kept(index, edits.get(index, []))
                for item, index in zip(new, found, strict=True)
            ]
            return [inline.reordered(self.source, node, texts)]
        column = column_of(self.source, node)
        spread = isinstance(node.items[0], Mapping) and not node.items[0].flow
        parts: list[Kept | Added] = []
        for item, index in zip(new, found, strict=True):
            if index is None:
                spread = self._is_spread(node, parts, otherwise=spread)
                parts.append(Added(item_lines(item, column, self.layout, spread=spread)))
            else:
                parts.append(Kept(index, edits.get(index, [])))
        return [blocks.rearranged(self.source, blocks_of(self.source, node), parts, grouped=True)]

    def _is_spread(self, node: Sequence, parts: list[Kept | Added], *, otherwise: bool) -> bool:
        """Whether the item before takes a line for each of its fields, so that a new one does as well."""
        before = parts[-1] if parts else None
        if not isinstance(before, Kept):
            return otherwise
        neighbour = node.items[before.place]
        return isinstance(neighbour, Mapping) and not neighbour.flow

    def _item(self, node: Sequence, index: int, old: Any, new: Any) -> list[Edit]:
        held = node.items[index]
        self.touched |= {id(node), id(held)}
        try:
            return self._value(held, old, new, "", flow=node.flow)
        except NotPatchable:
            pass
        start, end = self.source.at(held.start), self.source.end(held)
        if node.flow:
            return [Edit(start, end, flow_text(new))]
        dash = blocks_of(self.source, node)[index].own
        lines = item_lines(new, column_of(self.source, node), self.layout)
        lines[0] = lines[0].lstrip(" ")
        if is_block(held):
            return [Edit(dash, end, self.source.newline.join(lines))]
        return self._put(dash + 1, start, end, lines[0][1:], lines[1:])

    def _entry_value(self, node: Mapping, place: int, new: Any) -> list[Edit]:
        """The value of a key written anew, on its line or below it, with the comment beside the key kept."""
        key, held = node.entries[place]
        self.loose.append(held)
        start, end = self.source.at(held.start), self.source.end(held)
        if node.flow:
            return [self._flow_value(key, start, end, _flow_leaf(key.text, new))]
        colon = self.source.text.find(":", self.source.at(key.end)) + 1
        if not colon:
            raise NotPatchable
        column = column_of(self.source, node)
        first, *rest = entry_lines(key.text, new, column, self.layout, spread=self._is_section(node, new))
        beside = first[column + len(key_text(key.text)) + 1 :]
        if not is_block(held):
            return self._put(colon, max(start, colon), max(end, colon), beside + self._header_comment(held), rest)
        taken = blocks_of(self.source, held)
        properties = _PROPERTIES.match(self.source.text, colon)
        body = "".join(line + self.source.newline for line in rest) + blocks.lone_comments(self.source, taken)
        if taken[-1].end == len(self.source.text) and not self.source.text.endswith(("\n", "\r")):
            body = body.removesuffix(self.source.newline)
        return [
            Edit(colon, properties.end() if properties else colon, beside),
            Edit(taken[0].start, taken[-1].end, body),
        ]

    def _header_comment(self, held: Node) -> str:
        """The comment beside the sign that opens a text of several lines."""
        if not isinstance(held, Scalar) or held.style not in ("|", ">"):
            return ""
        start = self.source.at(held.start)
        header, sign, comment = self.source.text[start : self.source.line_end(held.start[0])].partition("#")
        return header[len(header.rstrip()) :] + sign + comment if sign else ""

    def _flow_value(self, key: Scalar, start: int, end: int, text: str) -> Edit:
        """A value in braces; one that was nothing may lack its colon, or the space after it."""
        if start != end:
            return Edit(start, end, text)
        before = self.source.text[self.source.at(key.end) : start]
        space = ": " if ":" not in before else "" if before.endswith(" ") else " "
        return Edit(start, end, space + text)

    def _put(self, after: int, start: int, end: int, beside: str, rest: list[str]) -> list[Edit]:
        """Replace what stands from `start` to `end` behind a colon or dash; further lines go below a comment beside."""
        source = self.source
        if not rest:
            return [Edit(start, end, beside.lstrip(" ")) if start > after else Edit(after, end, beside)]
        line_end = source.line_end(source.line_of(max(end - 1, after - 1)))
        below = "".join(source.newline + line for line in rest)
        if line_end == end:
            return [Edit(after, end, beside + below)]
        return [Edit(after, end, beside), Edit(line_end, line_end, below)]

    def _starts_beside_dash(self, node: Mapping) -> bool:
        offset = self.source.at(node.entries[0][0].start)
        return "-" in self.source.text[self.source.line_start(self.source.line_of(offset)) : offset]

    def _has_lone_comments(self, place: int) -> bool:
        """Whether a section has comments that are no item's."""
        held = self.tree.entries[place][1]
        if self.tree.flow or not isinstance(held, Sequence) or not is_block(held):
            return False
        section, taken = blocks_of(self.source, self.tree)[place], blocks_of(self.source, held)
        text = self.source.text
        above = text[self.source.line_start(self.source.line_of(section.own) + 1) : taken[0].start]
        return "#" in above + blocks.lone_comments(self.source, taken) + text[taken[-1].end : section.end]


def _rating(held: Any) -> Any:
    """A score as the record that it stands for: a file may spell either."""
    return held if held is None or isinstance(held, (dict, list)) else {"rating": held}


def _places(node: Mapping) -> dict[str, int]:
    return {key.text: place for place, (key, _) in enumerate(node.entries)}


def _restyled(held: Scalar, new: Any, key: str, *, flow: bool) -> str | None:
    """A new value, in the quotes that the author chose for the old one; None where it takes several lines."""
    if isinstance(new, str):
        chosen = is_plain(held.text, flow=flow) or not is_plain(new, flow=flow)
        if held.style == '"' and chosen:
            return quoted(new)
        if held.style == "'" and chosen:
            return single_quoted(new) or quoted(new)
        if not flow and literal_lines(new):
            return None
        if key in DATE_KEYS:
            return date_text(new)
    elif held.style in ("|", ">"):
        return None
    return scalar_text(new, flow=flow)


def _flow_leaf(key: str, new: Any) -> str:
    return date_text(new) if key in DATE_KEYS and isinstance(new, str) else flow_text(new)
