"""Where links and bookmarks lead, as objects of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from orgmodel.pdf.file.objects import Objects, string


class Bookmark(NamedTuple):
    """A line of the outline that a reader shows beside the pages; level 0 is the outermost."""

    key: str
    title: str
    level: int


class Places:
    """The anchors of a document: each has an object, so that a link can be written before its page is."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._numbers: dict[str, int] = {}
        self._heights: dict[str, str] = {}

    def number(self, key: str) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = self._objects.reserve()
        return number

    def set(self, key: str, page: int, height: float | None = None) -> None:
        """The object of a page, and how high above its foot in points; the first place of a key is the one."""
        how = "/Fit" if height is None else f"/FitH {height:.2f}"
        self._heights.setdefault(key, f"[{page} 0 R{how}]")

    def finish(self) -> None:
        for key, number in self._numbers.items():
            self._objects.put(self._heights[key], number)

    def outline(self, bookmarks: Sequence[Bookmark]) -> int:
        """The number of the outline; what is not outermost is closed at first."""
        root = self._objects.reserve(len(bookmarks) + 1)
        children: dict[int, list[int]] = {root: []}
        above = [root]
        for place, mark in enumerate(bookmarks, start=root + 1):
            del above[mark.level + 1 :]
            children[above[-1]].append(place)
            children[place] = []
            above.append(place)
        for parent, kids in children.items():
            for before, number, after in zip([0, *kids], kids, [*kids[1:], 0], strict=False):
                mark = bookmarks[number - root - 1]
                said = f"/Title{string(mark.title)}/Parent {parent} 0 R/Dest {self.number(mark.key)} 0 R"
                said += f"/Prev {before} 0 R" if before else ""
                said += f"/Next {after} 0 R" if after else ""
                self._objects.put(f"<<{said}{_ends(children, number, -1)}>>", number)
        self._objects.put(f"<</Type/Outlines{_ends(children, root, 1)}>>", root)
        return root


def _ends(children: Mapping[int, Sequence[int]], number: int, sign: int) -> str:
    kids = children[number]
    return f"/First {kids[0]} 0 R/Last {kids[-1]} 0 R/Count {sign * len(kids)}" if kids else ""
