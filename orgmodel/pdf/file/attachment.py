"""The model file inside a PDF: put there as it is, and got back byte for byte."""

from __future__ import annotations

import re
from datetime import date
from hashlib import md5
from typing import Any, Final

from orgmodel.errors import FileRefused, Problem
from orgmodel.pdf.file.objects import Objects, midnight
from orgmodel.yaml_file.file_bytes import LARGEST

NAME: Final = "model.yaml"
_SUM: Final = "CheckSum"
_WRITTEN_SUM: Final = re.compile("<[0-9A-Fa-f]{32}>")


def put_attachment(objects: Objects, model: bytes, given: date) -> str:
    """Write the file as the source of the document; gives the entries of the catalogue that lead to it."""
    about = f"/Params<</Size {len(model)}/{_SUM}<{_sum_of(model)}>/ModDate{midnight(given)}>>"
    data = objects.stream(f"/Type/EmbeddedFile/Subtype/application#2Fyaml{about}", model)
    file = objects.put(
        f"<</Type/Filespec/F({NAME})/UF({NAME})/AFRelationship/Source/Desc(The model that this was printed from)"
        f"/EF<</F {data} 0 R/UF {data} 0 R>>>>"
    )
    return f"/AF[{file} 0 R]/Names<</EmbeddedFiles<</Names[({NAME}){file} 0 R]>>>>"


def attached_model(pdf: bytes, name: str) -> bytes:
    """The model inside a PDF called `name`; FileRefused where it is no PDF, or holds none, or not as it was put in."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(pdf)
    except PdfiumError:
        raise _refused(name, "this is no PDF, or a damaged or locked one: choose a PDF of this program.") from None
    try:
        for place in range(document.count_attachments()):
            attachment = document.get_attachment(place)
            if attachment.get_name() == NAME:
                return _whole(attachment, name)
    except (PdfiumError, UnicodeError):
        raise _damaged(name) from None
    finally:
        document.close()
    raise _refused(name, "there is no model inside: it has to be exported with “--attach-model”.")


def _whole(attachment: Any, name: str) -> bytes:
    """All that is attached, held against the sum that was put beside it: what is damaged unpacks without complaint."""
    from ctypes import byref, c_ulong

    from pypdfium2 import raw

    size = c_ulong()
    raw.FPDFAttachment_GetFile(attachment, None, 0, byref(size))
    if size.value > LARGEST:
        raise _refused(name, f"the model inside is larger than {LARGEST // 1024 // 1024} MiB, which no model is.")
    model = bytes(attachment.get_data())
    told = attachment.get_str_value(_SUM) if attachment.has_key(_SUM) else ""
    if _WRITTEN_SUM.fullmatch(told) and told[1:-1].upper() != _sum_of(model):
        raise _damaged(name)
    return model


def _sum_of(model: bytes) -> str:
    return md5(model, usedforsecurity=False).hexdigest().upper()


def _damaged(name: str) -> FileRefused:
    return _refused(name, "the model inside is damaged: ask for the PDF again.")


def _refused(name: str, sentence: str) -> FileRefused:
    return FileRefused((Problem(name, 0, 0, sentence),))
