"""What PDF/UA asks of a file and a program can check: everything is said, in order, to those who do not see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from printed_pages import reader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

SHOWS = (b"Tj", b"TJ", b"'", b'"')
PAINTS = (b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Do", b"sh")
CELLS = ("/TH", "/TD")
HEADINGS = ("/H1", "/H2", "/H3")
GROUPED = (*HEADINGS, "/P", "/Table", "/L", "/Figure", "/Sect", "/Caption")
INSIDE = {
    "/Document": ("/Sect",),
    "/Sect": GROUPED,
    "/Table": ("/TR", "/Caption"),
    "/TR": CELLS,
    "/L": ("/LI", "/L", "/Caption"),
    "/LI": ("/Lbl", "/LBody"),
    "/LBody": (*GROUPED, "/Link", "/Span"),
    "/TH": (*GROUPED, "/Link", "/Span"),
    "/TD": (*GROUPED, "/Link", "/Span"),
    "/Figure": ("/Link", "/Span", "/Caption", "/P"),
    **dict.fromkeys((*HEADINGS, "/P", "/Span", "/Caption"), ("/Link", "/Span")),
    "/Link": ("/Span",),
}
"""What may stand in what (ISO 32000-1, 14.8.4): an element of another kind is none that a reader knows."""
ONLY_ELEMENTS = ("/Document", "/Sect", "/Table", "/TR", "/L", "/LI")
NO_CHARACTERS = ("0000", "FEFF", "FFFE")


def faults(data: bytes) -> list[str]:
    """Sentences on what is wrong; none for a file that keeps the rules."""
    book = reader(data)
    root = book.trailer["/Root"]
    elements = list(_elements(root["/StructTreeRoot"].raw_get("/K")))
    owned = _owned(root["/StructTreeRoot"]["/ParentTree"]["/Nums"])
    found = [
        *_document(book, root),
        *_metadata(book, root),
        *_fonts(book),
        *_tree(elements),
        *_tables(elements),
        *_links(book, owned),
    ]
    for number, page in enumerate(book.pages, start=1):
        found += [f"page {number}: {fault}" for fault in _page(book, page, owned, elements)]
    return found


def _document(book, root) -> Iterator[str]:
    if root.get("/Lang") != "en":
        yield "no language"
    if not root["/MarkInfo"].get("/Marked"):
        yield "not marked"
    if not root["/ViewerPreferences"].get("/DisplayDocTitle"):
        yield "its title is not shown"
    if not book.metadata.title:
        yield "no title"


def _metadata(book, root) -> Iterator[str]:
    said = root["/Metadata"].get_object().get_data().decode()
    if "<pdfuaid:part>1</pdfuaid:part>" not in said:
        yield "it does not say what it keeps to"
    told = book.xmp_metadata
    about = (told.dc_title["x-default"], *told.dc_creator, told.dc_description["x-default"], *told.dc_language)
    if about != (book.metadata.title, book.metadata.author, book.metadata.subject, root["/Lang"]):
        yield "its metadata and its dictionary tell different things"
    made = (told.pdf_producer, told.xmp_creator_tool, told.xmp_create_date, told.xmp_modify_date)
    dates = (book.metadata.creation_date, book.metadata.modification_date)
    if made != (book.metadata.producer, book.metadata.creator, *(date.replace(tzinfo=None) for date in dates)):
        yield "its metadata and its dictionary tell different things of how it was made"


def _fonts(book) -> Iterator[str]:
    for page in book.pages:
        for font in page["/Resources"]["/Font"].values():
            held = font.get_object()
            kept = held.get("/DescendantFonts", [held])[0].get_object()
            if not any(f"/FontFile{kind}" in kept["/FontDescriptor"].get_object() for kind in ("", "2", "3")):
                yield f"{held['/BaseFont']} is not embedded"
            if "/ToUnicode" not in held:
                yield f"{held['/BaseFont']} has no text"
                continue
            meanings = re.findall(r"<[0-9A-F]{2,4}> <([0-9A-F]*)>", held["/ToUnicode"].get_data().decode())
            if not meanings or any(meant in NO_CHARACTERS for meant in meanings):
                yield f"{held['/BaseFont']} has codes that mean no character"


def _elements(held, parent=None) -> Iterator[tuple[IndirectObject, DictionaryObject, IndirectObject | None]]:
    """Every element with its reference and that of what it is in, in the order of reading."""
    element = held.get_object()
    yield held, element, parent
    for kid in kids_of(element):
        if isinstance(kid, IndirectObject) and "/S" in kid.get_object():
            yield from _elements(kid, held)


def kids_of(element) -> list:
    """What an element is made of, references as references."""
    if "/K" not in element:
        return []
    kids = element.raw_get("/K")
    held = kids.get_object()
    return list(held) if isinstance(held, list) else [kids]


def _tree(elements) -> Iterator[str]:
    for _, element, parent in elements:
        if parent is not None and element.raw_get("/P").idnum != parent.idnum:
            yield f"{element['/S']} is not in what it says"
        yield from _content(element)
    levels = [HEADINGS.index(element["/S"]) for _, element, _ in elements if element["/S"] in HEADINGS]
    if levels and levels[0]:
        yield "the first heading is none of a section"
    yield from (f"a heading skips from {above} to {below}" for above, below in pairwise(levels) if below > above + 1)


def _content(element) -> Iterator[str]:
    kind, kids = element["/S"], kids_of(element)
    if kind not in INSIDE:
        yield f"{kind} is no standard type"
        return
    if kind == "/Figure" and not element.get("/Alt"):
        yield "a figure without words"
    if kind in HEADINGS and not kids:
        yield f"{kind} is empty"
    if kind == "/Link" and element["/P"]["/S"] != "/Figure" and all(isinstance(kid, DictionaryObject) for kid in kids):
        yield "a link without words"
    inside = [kid.get_object() for kid in kids if isinstance(kid, IndirectObject)]
    yield from (f"{kid['/S']} in {kind}" for kid in inside if kid["/S"] not in INSIDE[kind])
    if kind in ONLY_ELEMENTS and len(inside) < len(kids):
        yield f"text in {kind} that is part of nothing in it"


def _tables(elements) -> Iterator[str]:
    for _, table, _ in elements:
        if table["/S"] != "/Table":
            continue
        rows = [kid.get_object() for kid in kids_of(table)]
        if any(not isinstance(row, DictionaryObject) or row["/S"] != "/TR" for row in rows):
            yield "a table of something else than rows"
            continue
        cells = [[kid.get_object() for kid in kids_of(row)] for row in rows]
        if any(not isinstance(cell, DictionaryObject) or cell["/S"] not in CELLS for row in cells for cell in row):
            yield "a row of something else than cells"
            continue
        widths = {sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in row) for row in cells}
        if len(widths) > 1:
            yield f"rows of {sorted(widths)} cells in one table"
        heads = [cell for row in cells for cell in row if cell["/S"] == "/TH"]
        if any(head.get("/A", {}).get("/Scope") not in ("/Column", "/Row") for head in heads):
            yield "a head of neither a row nor a column"
        if not heads:
            yield "a table without heads"
        if any(not kids_of(head) and not head.get("/Alt") for head in heads):
            yield "a head without words"


def _owned(numbers) -> dict[int, object]:
    return {int(key): held for key, held in zip(numbers[::2], numbers[1::2], strict=True)}


def _links(book, owned) -> Iterator[str]:
    for page in book.pages:
        for held in page.get("/Annots", []):
            note = held.get_object()
            element = owned[note["/StructParent"]].get_object()
            inside = [kid.raw_get("/Obj").idnum for kid in kids_of(element) if isinstance(kid, DictionaryObject)]
            if element["/S"] != "/Link" or held.idnum not in inside:
                yield "a link that is not in the text"
            if not note.get("/Contents"):
                yield "a link that does not say where it leads"
            if not isinstance(note["/Dest"], list):
                yield "a link that leads nowhere"


def _page(book, page, owned, elements) -> Iterator[str]:
    if page.get("/Tabs") != "/S":
        yield "links in another order than the text"
    own = owned[page["/StructParents"]]
    owners = own.get_object() if isinstance(own, IndirectObject) else own
    written = _Written(ContentStream(page.get_contents(), book).operations)
    yield from written.faults
    if written.numbers != list(range(len(owners))):
        yield f"{len(written.numbers)} marked pieces for {len(owners)} of the tree"
    read = list(_read(elements[0][0], page.indirect_reference.idnum))
    if [number for number, _ in read] != written.numbers:
        yield "pieces that nobody reads, or reads in another order"
    elif any(owners[number].idnum != owner for number, owner in read):
        yield "pieces of another element than they say"


def _read(held, page: int) -> Iterator[tuple[int, int]]:
    """The numbers of a page's marked pieces as they are read, each with its element."""
    element = held.get_object()
    is_here = "/Pg" in element and element.raw_get("/Pg").idnum == page
    for kid in kids_of(element):
        if isinstance(kid, int):
            if is_here:
                yield int(kid), held.idnum
        elif isinstance(kid, IndirectObject):
            yield from _read(kid, page)


class _Written:
    """The content of a page: the numbers of its marked pieces, and what is in none."""

    def __init__(self, operations) -> None:
        self.numbers: list[int] = []
        self.faults: list[str] = []
        self._inside: list[int | str | None] = []
        for operands, operator in operations:
            if operator in (b"BDC", b"BMC"):
                self._begin(operands)
            elif operator == b"EMC":
                self._inside.pop()
            elif operator in (*SHOWS, *PAINTS) and not any(each is not None for each in self._inside):
                self.faults.append(f"{operator.decode()} is neither part of the document nor decoration")
        if self._inside:
            self.faults.append("a marked piece without an end")

    def _begin(self, operands) -> None:
        about = operands[1] if len(operands) > 1 else {}
        number = about.get("/MCID") if isinstance(about, DictionaryObject) else None
        if number is None:
            self._inside.append("decoration" if operands[0] == "/Artifact" else None)
            return
        if any(each is not None for each in self._inside):
            self.faults.append("a marked piece inside another")
        self._inside.append(int(number))
        self.numbers.append(int(number))
