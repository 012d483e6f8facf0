"""The text that a tree was read from: lines and columns to offsets and back, and where each part of it ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from orgmodel.yaml_file.nodes import Mapping, Node, Place, Scalar, Sequence


class Edit(NamedTuple):
    """Replace the characters from `start` up to `end`, offsets of the original text, by `new`."""

    start: int
    end: int
    new: str


class NotPatchable(Exception):
    """A shape of text that is not edited in place."""


class Source:
    """A text and where its lines begin; in text that the format allows, they break as in `splitlines`."""

    def __init__(self, text: str) -> None:
        self.text = text
        lines = text.splitlines(keepends=True)
        self.starts = [0, *accumulate(map(len, lines))]
        self.line_count = len(lines)
        self.mark = 1 if text.startswith("\ufeff") else 0
        self.newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"

    def at(self, place: Place) -> int:
        """The offset of a place; a byte order mark stands before column 0 of the first line."""
        line, column = place
        return min(self.line_start(line) + column + (0 if line else self.mark), len(self.text))

    def line_of(self, offset: int) -> int:
        return bisect_right(self.starts, offset, hi=max(self.line_count, 1)) - 1

    def line_start(self, line: int) -> int:
        return self.starts[min(line, self.line_count)]

    def line(self, line: int) -> str:
        """A line without its break; empty past the end."""
        text = self.text[self.line_start(line) : self.line_start(line + 1)]
        return text.rstrip("\r\n")

    def line_end(self, line: int) -> int:
        """The offset of a line's break."""
        return self.line_start(line) + len(self.line(line))

    def end(self, node: Node) -> int:
        """The offset after the last character of a node itself, without the blank lines or comments that follow it."""
        if isinstance(node, Scalar):
            return self._block_scalar_end(node) if node.style in ("|", ">") else self.at(node.end)
        if isinstance(node, Mapping) and not node.flow and node.entries:
            key, held = node.entries[-1]
            return max(self.at(key.end), self.end(held))
        if isinstance(node, Sequence) and not node.flow and node.items:
            return self.end(node.items[-1])
        return self.at(node.end)

    def applied(self, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
        """A stretch of the text with the edits within it applied."""
        pieces: list[str] = []
        for edit in sorted(edits, key=lambda edit: edit[:2]):
            pieces += self.text[start : edit.start], edit.new
            start = edit.end
        pieces.append(self.text[start : len(self.text) if end is None else end])
        return "".join(pieces)

    def _block_scalar_end(self, node: Scalar) -> int:
        start, end = self.at(node.start), self.at(node.end)
        header = self.text[start : self.line_end(self.line_of(start))].partition("#")[0]
        if "+" in header:
            return start + len(self.text[start:end].removesuffix("\n").removesuffix("\r"))
        return start + len(self.text[start:end].rstrip(" \r\n"))
