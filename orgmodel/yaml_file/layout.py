"""`orgmodel fmt`: a file in the canonical order of keys and the canonical layout, comments and unknown keys kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from orgmodel.errors import FileRefused
from orgmodel.garbage import garbage_collection_paused
from orgmodel.yaml_file.aliases import nodes_within
from orgmodel.yaml_file.comments import Comment, Piece, commented_tree
from orgmodel.yaml_file.emit import CANONICAL, entry_lines, item_lines, key_text
from orgmodel.yaml_file.fields import Record
from orgmodel.yaml_file.meaning import same_meaning
from orgmodel.yaml_file.nested_codecs import ListOf, Pairs, RatingOrScore
from orgmodel.yaml_file.nodes import Alias, Mapping, Node, Scalar, Sequence
from orgmodel.yaml_file.parse import parse
from orgmodel.yaml_file.problems import Problems, refused
from orgmodel.yaml_file.read import check_format
from orgmodel.yaml_file.scalars import Written, quoted
from orgmodel.yaml_file.source import NotPatchable, Source
from orgmodel.yaml_file.tables import FILE

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*)+")


def format_text(text: str, name: str) -> str:
    """The text laid out anew, with the same meaning; laid out twice it is the same as once.

    Raises `FileRefused` where the text cannot be read, or its format is another or a newer one.
    """
    with garbage_collection_paused():
        return _formatted(text, name)


def _formatted(text: str, name: str) -> str:
    tree = parse(text, name)
    check_format(tree, Problems(name))
    for in_order in (True, False):
        try:
            formatted = _Layout(Source(text), tree, in_order=in_order).text()
            if same_meaning(tree, parse(formatted, name)):
                return formatted
        except (NotPatchable, FileRefused):
            continue  # an alias before what it names, where keys were put in order
    raise refused(name, 'this cannot be laid out: write keys without "?", "&" or "!" before them.')


class _Layout:
    """One file on its way to its canonical layout; without `in_order` keys stay where they are."""

    def __init__(self, source: Source, tree: Mapping, *, in_order: bool) -> None:
        self.source = source
        self.tree = tree
        self.in_order = in_order
        self.marked = {id(node) for node in nodes_within(tree) if self._properties(node)}
        """Lists and records with an anchor or a tag, which stand below it."""

    def text(self) -> str:
        start = self.source.at(self.tree.start)
        line_start = self.source.line_start(self.tree.start[0])
        header = self.source.text[: start if self.source.text[line_start:start].strip(" \ufeff") else line_start]
        mark = "\ufeff" if self.source.mark else ""
        root = commented_tree(self.source, self.tree, deep=bool(self.marked))
        lines = [*_squeezed(header.removeprefix(mark).splitlines()), *self._parts(root, FILE, 0)]
        return mark + self.source.newline.join([*lines, ""])

    def _parts(self, piece: Piece, codec: Any, column: int) -> list[str]:
        """The parts of a collection a line or more each, and the comments at its end."""
        lines: list[str] = []
        after_section = False
        for part in self._ordered(piece, codec):
            spread = codec is FILE and _holds_something(part.node)
            made = self._lines(part, _within(codec, part), column, spread=spread)
            rows = [(comment.apart, [" " * column + comment.text]) for comment in part.above]
            rows.append((part.apart, made))
            if spread or after_section:
                rows[0] = (True, rows[0][1])
            after_section = spread
            for apart, row in rows:
                lines += ["", *row] if apart and lines else row
        for comment in piece.below:
            lines += ["", " " * column + comment.text] if comment.apart and lines else [" " * column + comment.text]
        return lines

    def _ordered(self, piece: Piece, codec: Any) -> list[Piece]:
        """Known keys in the canonical order, each followed by the unknown ones that stood below it."""
        known = codec.keys if isinstance(codec, Record) else ()
        if not known or not self.in_order or not isinstance(piece.node, Mapping):
            return piece.parts
        rank = {key: place for place, key in enumerate(known)}
        groups: list[tuple[int, list[Piece]]] = []
        for part in piece.parts:
            place = rank.get(part.key.text) if part.key else None
            if place is None and groups:
                groups[-1][1].append(part)
            else:
                groups.append((-1 if place is None else place, [part]))
        groups.sort(key=lambda group: group[0])
        return [part for _, group in groups for part in group]

    def _lines(self, part: Piece, codec: Any, column: int, *, spread: bool) -> list[str]:
        """One entry or item; the comment beside it stands on its first line."""
        start = f"{' ' * column}{self._key(part.key)}:" if part.key else f"{' ' * column}-"
        if not self._takes_lines(part):
            held = self._plain(part.node, codec)
            lines = entry_lines(part.key.text, held, column, spread=spread) if part.key else item_lines(held, column)
            return _with_comment(lines, part.beside)
        inset = CANONICAL.dash if isinstance(part.node, Sequence) else CANONICAL.record
        inside = self._parts(part, codec, column + (inset if part.key else 2))
        properties = self._properties(part.node)
        if part.key or properties or part.beside or inside[0].lstrip().startswith("#"):
            return [*_with_comment([f"{start} {properties}".rstrip()], part.beside), *inside]
        return [start + inside[0][column + 1 :], *inside[1:]]

    def _takes_lines(self, part: Piece) -> bool:
        """Whether something inside cannot stand on a line with its neighbours."""
        return bool(part.parts) and (
            bool(part.below)
            or id(part.node) in self.marked
            or any(each.above or each.beside or self._takes_lines(each) for each in part.parts)
        )

    def _plain(self, node: Node, codec: Any) -> Any:
        """A node as plain data for the emitter, its plain scalars as they are written."""
        if isinstance(node, Alias):
            return Written(f"*{node.name}", "")
        if isinstance(node, Scalar):
            return self._leaf(node)
        properties = self._properties(node)
        if isinstance(node, Sequence):
            inner = codec.codec if isinstance(codec, ListOf) else None
            items = [self._plain(item, inner) for item in node.items]
            return items if items or not properties else Written(f"{properties} []", "")
        piece = Piece(None, node, 0, 0, in_line=True)
        piece.parts = [Piece(key, part, 0, 0, in_line=True) for key, part in node.entries]
        if properties and not piece.parts:
            return Written(f"{properties} {{}}", "")
        codec = codec.record if isinstance(codec, RatingOrScore) else codec
        ordered = self._ordered(piece, codec)
        return {part.key.text: self._plain(part.node, _within(codec, part)) for part in ordered if part.key}

    def _leaf(self, node: Scalar) -> str | Written:
        written = self.source.text[self.source.at(node.start) : self.source.at(node.end)]
        properties = _PROPERTIES.match(written)
        said = node.text or "null" if node.plain else quoted(node.text)
        if properties:
            return Written(f"{properties.group().strip()} {quoted(node.text) if ',' in said else said}", node.text)
        if not node.plain or "\n" in written or "\r" in written:
            return node.text
        return Written(said, said)

    def _key(self, key: Scalar) -> str:
        if self.source.text[self.source.at(key.start)] in "&!":
            raise NotPatchable
        return key_text(key.text)

    def _properties(self, node: Node) -> str:
        """The anchor and tag before a list or record."""
        if not isinstance(node, (Mapping, Sequence)):
            return ""
        start = self.source.at(node.start)
        if self.source.text[start : start + 1] not in ("&", "!"):
            return ""
        if isinstance(node, Mapping) and node.entries and not node.flow and node.entries[0][0].start == node.start:
            return ""
        found = _PROPERTIES.match(self.source.text, start)
        return found.group().strip() if found else ""


def _holds_something(node: Node) -> bool:
    return bool(node.entries if isinstance(node, Mapping) else isinstance(node, Sequence) and node.items)


def _within(codec: Any, part: Piece) -> Any:
    """What is known of a part of something of which this is known."""
    inner: Any = None
    if isinstance(codec, (ListOf, Pairs)):
        inner = codec.codec
    elif part.key and isinstance(codec, Record):
        inner = {field.key: field.codec for field in codec.fields}.get(part.key.text)
    return inner.record if isinstance(inner, RatingOrScore) else inner


def _with_comment(lines: list[str], comment: Comment | None) -> list[str]:
    """The comment behind the first line, in its old column where there is room."""
    if comment is None:
        return lines
    return [f"{lines[0]}  ".ljust(comment.column) + comment.text, *lines[1:]]


def _squeezed(lines: Iterable[str]) -> list[str]:
    """Without blank lines at the start and more than one in a row."""
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip())
    return kept
