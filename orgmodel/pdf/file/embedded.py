"""The fonts of a document: the subsets that reportlab makes of them, put into our file."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

from orgmodel.pdf.file.objects import Objects


class Embedded:
    """`document` is reportlab's: it holds which characters of which font are used, and nothing else."""

    def __init__(self) -> None:
        self.document: Any = PDFDocument(compression=1, invariant=1)

    def put_into(self, objects: Objects) -> int:
        """Write all subsets; gives the number of the dictionary that names them."""
        document = self.document
        for font in document.delayedFonts:
            font.addObjects(document)
        first = objects.count + 1
        document.objectcounter += objects.count
        document.numberToId = {number + objects.count: name for number, name in document.numberToId.items()}
        document.idToObjectNumberAndVersion = {
            name: (number, 0) for number, name in document.numberToId.items()
        }  # what refers to them asks here
        number = first
        while number in document.numberToId:
            held = document.idToObject[document.numberToId[number]]
            body: bytes = held.format(document)
            number = objects.reserve()
            if isinstance(held, PDFStream):
                objects.written(body, number)
            else:
                objects.put(body.decode("ascii"), number)
            number += 1
        return first
