"""The model file inside a PDF: put there as it is, and got back byte for byte."""

from __future__ import annotations

from datetime import date
from hashlib import md5
from typing import Final

from orgmodel.errors import FileRefused, Problem
from orgmodel.pdf.objects import Objects

NAME: Final = "model.yaml"


def put_attachment(objects: Objects, model: bytes, given: date) -> str:
    """Write the file as the source of the document; gives the entries of the catalogue that lead to it."""
    check = md5(model, usedforsecurity=False).hexdigest().upper()
    about = f"/Params<</Size {len(model)}/CheckSum<{check}>/ModDate(D:{given:%Y%m%d}000000Z)>>"
    data = objects.stream(f"/Type/EmbeddedFile/Subtype/application#2Fyaml{about}", model)
    file = objects.put(
        f"<</Type/Filespec/F({NAME})/UF({NAME})/AFRelationship/Source/Desc(The model that this was printed from)"
        f"/EF<</F {data} 0 R/UF {data} 0 R>>>>"
    )
    return f"/AF[{file} 0 R]/Names<</EmbeddedFiles<</Names[({NAME}){file} 0 R]>>>>"


def attached_model(pdf: bytes, name: str) -> bytes:
    """The model inside a PDF called `name`; FileRefused where it is no PDF, or holds none."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(pdf)
    except PdfiumError:
        raise _refused(name, "this is no PDF, or a damaged or locked one: choose a PDF of this program.") from None
    try:
        for place in range(document.count_attachments()):
            attachment = document.get_attachment(place)
            if attachment.get_name() == NAME:
                return bytes(attachment.get_data())
    except PdfiumError:
        raise _refused(name, "the model inside is damaged: ask for the PDF again.") from None
    finally:
        document.close()
    raise _refused(name, "there is no model inside: it has to be exported with “--attach-model”.")


def _refused(name: str, sentence: str) -> FileRefused:
    return FileRefused((Problem(name, 0, 0, sentence),))
