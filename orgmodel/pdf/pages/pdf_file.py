"""A PDF file as it is written: pages one after the other, then what belongs to all of them."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.file.attachment import put_attachment
from orgmodel.pdf.file.embedded import Embedded
from orgmodel.pdf.file.metadata import LANGUAGE, About
from orgmodel.pdf.file.objects import Objects, string
from orgmodel.pdf.file.places import Bookmark, Places
from orgmodel.pdf.file.stamps import Stamps
from orgmodel.pdf.file.structure import Structure
from orgmodel.pdf.style import POINT
from orgmodel.pdf.type.scripts import writable


class PdfFile:
    """`fonts` and `stamps` are shared by all pages, which have to be as many as were announced."""

    def __init__(self, pages: int) -> None:
        self.fonts = Embedded()
        self.stamps = Stamps()
        self._objects = Objects()
        self._pages = self._objects.reserve(pages + 2)
        self._resources = self._pages + pages + 1
        self._kids = list(range(self._pages + 1, self._resources))
        self._structure = Structure(self._objects)
        self._places = Places(self._objects)
        self._bookmarks: list[Bookmark] = []
        self._written = 0

    def add(self, section: str, pen: Pen, *, keys: Sequence[str], bookmarks: Sequence[tuple[str, str, int]]) -> None:
        """The next page; `keys` lead to it unless the pen has set an anchor for them."""
        number = self._kids[self._written]
        self._written += 1
        for key, height in pen.anchors.items():
            self._places.set(key, number, height)
        for key in keys:
            self._places.set(key, number)
        for key, title, level in bookmarks:
            self._places.set(key, number)
            self._bookmarks.append(Bookmark(key, writable(title), level))
        content = self._objects.stream("", pen.finish().encode("latin-1"))
        structure_key = self._structure.key()
        links = [self._structure.key() for _ in pen.tags.links]
        for link, (place, _) in zip(links, pen.tags.links, strict=True):
            place.number = self._objects.put(
                f"<</Type/Annot/Subtype/Link/F 4/Rect[{place.rectangle}]/Border[0 0 0]/StructParent {link}"
                f"/Dest {self._places.number(place.anchor)} 0 R/Contents{string(place.said)}>>"
            )
        self._structure.add_page(section, number, structure_key, pen.tags, links)
        notes = " ".join(f"{place.number} 0 R" for place, _ in pen.tags.links)
        sheet = pen.sheet
        self._objects.put(
            f"<</Type/Page/Parent {self._pages} 0 R/MediaBox[0 0 {sheet.width / POINT:.2f} {sheet.height / POINT:.2f}]"
            f"/Resources {self._resources} 0 R/Contents {content} 0 R/StructParents {structure_key}/Tabs/S"
            f"{f'/Annots[{notes}]' if notes else ''}>>",
            number,
        )

    def finished(self, about: About, attached: bytes | None = None) -> bytes:
        """The bytes of the whole; `attached` is the model file to put inside."""
        objects = self._objects
        kids = " ".join(f"{number} 0 R" for number in self._kids)
        objects.put(f"<</Type/Pages/Count {len(self._kids)}/Kids[{kids}]>>", self._pages)
        root = self._structure.finished()
        outline = self._places.outline(self._bookmarks)
        self._places.finish()
        stamps = self.stamps.put_into(objects)
        info, metadata = about.put_into(objects)
        fonts = self.fonts.put_into(objects)
        objects.put(f"<</Font {fonts} 0 R/XObject<<{stamps}>>>>", self._resources)
        inside = "" if attached is None else put_attachment(objects, attached, about.given)
        catalog = objects.put(
            f"<</Type/Catalog/Version/1.7/Pages {self._pages} 0 R/Outlines {outline} 0 R/PageMode/UseOutlines"
            f"/Lang({LANGUAGE})/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R/Metadata {metadata} 0 R"
            f"/ViewerPreferences<</DisplayDocTitle true>>{inside}>>"
        )
        return objects.finished(catalog, info)
