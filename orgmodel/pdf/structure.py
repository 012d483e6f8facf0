"""The tree of a document's tags as objects of its file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from orgmodel.pdf.objects import Objects, string
from orgmodel.pdf.tags import Element, PageTags, Place

_MAY_BE_EMPTY: Final = ("TR", "TD", "TH", "Table", "Figure", "Link")


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
        numbers = _Numbered(self._objects.count + 1, f"/Pg {page} 0 R", kept, parent)
        self._objects.reserve(len(numbers.bodies))
        self._objects.put_all(numbers.first, numbers.bodies)
        kids += [numbers.of[element] for element in kept]
        owners = " ".join([f"{numbers.inside[owner]} 0 R" for owner in tags.owners])
        self._owned[key] = f"{self._objects.put(f'[{owners}]')} 0 R"
        for link, (_, element) in zip(links, tags.links, strict=True):
            self._owned[link] = f"{numbers.of[element]} 0 R"

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


class _Numbered:
    """The elements of a page, numbered and written in the order of reading."""

    def __init__(self, first: int, page: str, elements: list[Element], parent: int) -> None:
        self.first = first
        self.of: dict[Element, int] = {}
        self.inside: dict[Element, int] = {}
        self.bodies: list[str] = []
        self._page = page
        for element in elements:
            self._add(element, parent)

    def _add(self, element: Element, parent: int) -> None:
        """`inside` is where an element's own text is: for an entry of a list in its body."""
        bodies = self.bodies
        number = self.first + len(bodies)
        self.of[element] = self.inside[element] = number
        bodies.append("")
        if element.kind == "LI":
            bodies[-1] = f"<</S/LI/P {parent} 0 R/K {number + 1} 0 R>>"
            bodies.append("")
            parent, number = number, number + 1
            self.inside[element] = number
        place = len(bodies) - 1
        kids = element.kids
        if len(kids) == 1 and isinstance(kids[0], int):
            said = f"{self._page}/K {kids[0]}"
        elif kids:
            said = self._kids(element, number)
        else:
            said = ""
        kind = "LBody" if element.kind == "LI" else element.kind
        if kind == "Link" and not any(isinstance(kid, Place) for kid in kids):
            kind = "Span"  # what it would lead to is not printed
        bodies[place] = f"<</S/{kind}/P {parent} 0 R{said}{_attributes(element)}>>"

    def _kids(self, element: Element, number: int) -> str:
        parts = []
        has_text = False
        for kid in element.kids:
            if isinstance(kid, Element):
                if _says_something(kid):
                    parts.append(f"{self.first + len(self.bodies)} 0 R")
                    self._add(kid, number)
            else:
                has_text = True
                parts.append(f"<</Type/OBJR/Obj {kid.number} 0 R>>" if isinstance(kid, Place) else str(kid))
        return f"{self._page if has_text else ''}/K[{' '.join(parts)}]"


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
