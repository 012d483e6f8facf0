"""The tree of a document's tags as objects of its file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from orgmodel.pdf.file.objects import Objects, string
from orgmodel.pdf.file.tags import Element, PageTags, Place

_STEP: Final = 24
"""The widths of rows and cells are multiples of it, in bytes: an empty cell is as wide, a filled one twice."""
_CELLS: Final = ("TD", "TH")
_IN_TABLES: Final = ("TR", *_CELLS)
_MAY_BE_EMPTY: Final = (*_IN_TABLES, "Table", "Figure", "Link")


class Structure:
    """Takes the tags of one page after the other, each under the section it belongs to."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._document = objects.reserve()
        self._sections: list[tuple[str, int, list[int]]] = []
        self._owned: list[str] = []

    def key(self) -> int:
        """A number under which a reader finds the element that a page's text or a link belongs to."""
        self._owned.append("null")
        return len(self._owned) - 1

    def add_page(self, section: str, page: int, key: int, tags: PageTags, links: Sequence[int]) -> None:
        """Write the elements of a page; `links` are the keys of its links, which have to be written before."""
        kept = [element for element in tags.outermost if _says_something(element)]
        if not kept:
            self._owned[key] = "[]"
            return
        if not self._sections or self._sections[-1][0] != section:
            self._sections.append((section, self._objects.reserve(), []))
        _, parent, kids = self._sections[-1]
        _Elements(tags.elements).write(self._objects, f"/Pg {page:5} 0 R", parent)
        kids += [element.number for element in kept]
        owners = " ".join([f"{owner.body} 0 R" for owner in tags.owners])
        self._owned[key] = f"{self._objects.put(f'[{owners}]')} 0 R"
        for link, (_, element) in zip(links, tags.links, strict=True):
            self._owned[link] = f"{element.number} 0 R"

    def finished(self) -> int:
        """The number of the root, when all pages are in it."""
        put = self._objects.put
        root = self._objects.reserve()
        for title, number, kids in self._sections:
            put(f"<</S/Sect/P {self._document} 0 R/T{string(title)}/K[{_references(kids)}]>>", number)
        sections = _references([number for _, number, _ in self._sections])
        put(f"<</S/Document/P {root} 0 R/K[{sections}]>>", self._document)
        owned = " ".join(f"{key} {element}" for key, element in enumerate(self._owned) if element != "null")
        tree = put(f"<</Nums[{owned}]>>")
        put(
            f"<</Type/StructTreeRoot/K {self._document} 0 R/ParentTree {tree} 0 R"
            f"/ParentTreeNextKey {len(self._owned)}>>",
            root,
        )
        return root


class _Elements:
    """The elements of a page: rows of tables, cells, and others.

    Those of a sort are numbered one after the other and written in the same width, which makes them small: there are
    hundreds of rows and cells on a page of the matrix, and each differs from the one before by a digit or two.
    """

    def __init__(self, elements: Sequence[Element]) -> None:
        self._all = elements
        self._rows = [element for element in elements if element.kind == "TR"]
        self._cells = [element for element in elements if element.kind in _CELLS]
        self._others = [element for element in elements if element.kind not in _IN_TABLES and _says_something(element)]

    def write(self, objects: Objects, page: str, section: int) -> None:
        for number, row in enumerate(self._rows, start=objects.reserve(len(self._rows))):
            row.number = row.body = number
        for other in self._others:
            other.number = other.body = objects.reserve()
            if other.kind == "LI":
                other.body = objects.reserve()
        self._write_cells(objects, page)
        self._write_rows(objects, section)
        for other in self._others:
            parent, number, kind = _parent(other, section), other.number, str(other.kind)
            if kind == "LI":
                objects.put(f"<</S/LI/P {parent} 0 R/K {other.body} 0 R>>", number)
                parent, number, kind = number, other.body, "LBody"
            if kind == "Link" and not any(isinstance(kid, Place) for kid in other.kids):
                kind = "Span"  # what it would lead to is not printed
            said = f"{page}/K[{_kids(other)}]" if other.kids else ""
            objects.put(f"<</S/{kind}/P {parent} 0 R{said}{_attributes(other)}>>", number)
        for element in self._all:
            element.parent = None  # nothing is left to go around in circles, so the page is let go at once

    def _write_cells(self, objects: Objects, page: str) -> None:
        for width, cells in _by_width((cell, _cell(cell, page)) for cell in self._cells).items():
            first = objects.reserve(len(cells))
            for number, (cell, _) in enumerate(cells, start=first):
                cell.number = cell.body = number
            objects.put_all(width, range(first, first + len(cells)), [body.ljust(width) for _, body in cells])

    def _write_rows(self, objects: Objects, section: int) -> None:
        bodies = ((row, f"<</S/TR/P {_parent(row, section):6} 0 R/K[{_kids(row)}]>>") for row in self._rows)
        for width, rows in _by_width(bodies).items():
            objects.put_all(width, [row.number for row, _ in rows], [body.ljust(width) for _, body in rows])


def _by_width(elements: Iterable[tuple[Element, str]]) -> dict[int, list[tuple[Element, str]]]:
    found: dict[int, list[tuple[Element, str]]] = {}
    for element, body in elements:
        found.setdefault(len(body) + -len(body) % _STEP, []).append((element, body))
    return found


def _cell(cell: Element, page: str) -> str:
    kids = cell.kids
    start = f"<</S/{cell.kind}/P {cell.parent.body if cell.parent else 0:6} 0 R"
    if not kids:
        return f"{start}{_attributes(cell)}>> "
    if len(kids) == 1 and type(kids[0]) is int:
        return f"{start}{page}/K {kids[0]:3}{_attributes(cell)}>> "
    return f"{start}{page}/K[{_kids(cell)}]{_attributes(cell)}>> "


def _parent(element: Element, section: int) -> int:
    return element.parent.body if element.parent else section


def _kids(element: Element) -> str:
    parts = []
    for kid in element.kids:
        if isinstance(kid, Element):
            if kid.number:
                parts.append(f"{kid.number:6} 0 R")
        elif isinstance(kid, Place):
            parts.append(f"<</Type/OBJR/Obj {kid.number} 0 R>>")
        else:
            parts.append(str(kid))
    return " ".join(parts)


def _attributes(element: Element) -> str:
    said = f"/Alt{string(element.alt)}" if element.alt else ""
    if element.box:
        return f"{said}/A<</O/Layout/Placement/Block/BBox[{element.box}]>>"
    if element.scope or element.span != 1:
        scope = f"/Scope/{element.scope}" if element.scope else ""
        span = f"/ColSpan {element.span}" if element.span != 1 else ""
        return f"{said}/A<</O/Table{scope}{span}>>"
    return said


def _says_something(element: Element) -> bool:
    return bool(element.kids) or element.kind in _MAY_BE_EMPTY


def _references(numbers: list[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)
