"""The model file inside a PDF: put there as it is, and got back byte for byte."""

from __future__ import annotations

import re
from datetime import date
from hashlib import md5
from typing import Final

from orgmodel.errors import FileRefused, Problem
from orgmodel.pdf.file.attached_files import AttachedFile, attached_files, numbers_named, unpacked
from orgmodel.pdf.file.objects import Objects, midnight
from orgmodel.yaml_file.file_bytes import LARGEST

NAME: Final = "model.yaml"
_YAML: Final = re.compile(rb"/Subtype\s*/[\w#.]*yaml\b", re.IGNORECASE)
_WRITTEN_SUM: Final = re.compile(rb"/CheckSum\s*<([0-9A-Fa-f]{32})>")
_LOCKED: Final = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_HEAD: Final = 1024
_TAIL: Final = 2048
"""Within so many bytes a PDF begins and ends, whatever was put before or after it on its way."""


def put_attachment(objects: Objects, model: bytes, given: date) -> str:
    """Write the file as the source of the document; gives the entries of the catalogue that lead to it."""
    about = f"/Params<</Size {len(model)}/CheckSum<{_sum_of(model)}>/ModDate{midnight(given)}>>"
    data = objects.stream(f"/Type/EmbeddedFile/Subtype/application#2Fyaml{about}", model)
    file = objects.put(
        f"<</Type/Filespec/F({NAME})/UF({NAME})/AFRelationship/Source/Desc(The model that this was printed from)"
        f"/EF<</F {data} 0 R/UF {data} 0 R>>>>"
    )
    return f"/AF[{file} 0 R]/Names<</EmbeddedFiles<</Names[({NAME}){file} 0 R]>>>>"


def attached_model(pdf: bytes, name: str) -> bytes:
    """The model inside a PDF called `name`; FileRefused where it is no PDF, or holds none, or not as it was put in."""
    if b"%PDF-" not in pdf[:_HEAD]:
        raise _refused(name, "this is no PDF: choose a chart that was exported with “--attach-model”.")
    if _LOCKED.search(pdf):
        raise _refused(name, "this PDF is locked: save it without a password, and choose that one.")
    files = tuple(attached_files(pdf))
    named = numbers_named(pdf, NAME)
    models = [each for each in files if _YAML.search(each.entries)] or [each for each in files if each.number in named]
    if models:
        return _whole(pdf, models[-1], name)  # what was written last is in force
    if b"startxref" not in pdf[-_TAIL:]:
        raise _refused(name, "this PDF is damaged, its end is missing: ask for it again.")
    raise _refused(name, "there is no model inside: it has to be exported with “--attach-model”.")


def _whole(pdf: bytes, file: AttachedFile, name: str) -> bytes:
    """All that is attached, held against the sum that was put beside it: what is damaged may unpack all the same."""
    model = unpacked(pdf, file, LARGEST)
    if model is None:
        raise _damaged(name)
    if len(model) > LARGEST:
        raise _refused(name, f"the model inside is larger than {LARGEST // 1024 // 1024} MiB, which no model is.")
    told = _WRITTEN_SUM.search(file.entries)
    if told and told[1].decode().upper() != _sum_of(model):
        raise _damaged(name)
    return model


def _sum_of(model: bytes) -> str:
    return md5(model, usedforsecurity=False).hexdigest().upper()


def _damaged(name: str) -> FileRefused:
    return _refused(name, "the model inside is damaged: ask for the PDF again.")


def _refused(name: str, sentence: str) -> FileRefused:
    return FileRefused((Problem(name, 0, 0, sentence),))
