"""The fonts of a document: the subsets that reportlab makes of them, put into our file."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

from orgmodel.pdf.file.character_maps import character_map
from orgmodel.pdf.file.objects import Objects


class Embedded:
    """`document` is reportlab's: it holds which characters of which font are used, and nothing else."""

    def __init__(self) -> None:
        self.document: Any = PDFDocument(compression=1, invariant=1)

    def put_into(self, objects: Objects) -> int:
        """Write all subsets; gives the number of the dictionary that names them."""
        document = self.document
        for font in document.delayedFonts:
            self._add(font)
        first = objects.count + 1
        document.objectcounter += objects.count
        document.numberToId = {number + objects.count: name for number, name in document.numberToId.items()}
        document.idToObjectNumberAndVersion = {
            name: (number, 0) for number, name in document.numberToId.items()
        }  # what refers to them asks here
        bodies: list[tuple[bytes, bool]] = []
        while first + len(bodies) in document.numberToId:
            held = document.idToObject[document.numberToId[first + len(bodies)]]
            bodies.append((held.format(document), isinstance(held, PDFStream)))
        objects.reserve(len(bodies))  # in a row, before any is written: that may take a number for a packed stream
        for number, (body, is_stream) in enumerate(bodies, start=first):
            if is_stream:
                objects.written(body, number)
            else:
                objects.put(body.decode("ascii"), number)
        return first

    def _add(self, font: Any) -> None:
        """The objects of a font, with maps of our own: in reportlab's, unused codes mean U+0000, no character."""
        document = self.document
        subsets = font.state[document].subsets if isinstance(font, TTFont) else []
        names = [font.getSubsetInternalName(place, document)[1:] for place in range(len(subsets))]
        font.addObjects(document)
        for name, subset in zip(names, subsets, strict=True):
            meanings = {code: chr(meant) for code, meant in enumerate(subset) if meant}
            held = document.idToObject["BasicFonts"].dict[name].ToUnicode
            document.idToObject[held.name].content = character_map(meanings, 1)
