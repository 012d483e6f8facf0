"""A document into its file, changing as little as can be of what stands there."""

from __future__ import annotations

from pathlib import Path

from orgmodel.document import Document
from orgmodel.errors import SaveFailed
from orgmodel.whole_file import write_whole
from orgmodel.yaml_file.model_file import ModelFile
from orgmodel.yaml_file.write import written


def save_file(path: Path, file: ModelFile | None, document: Document) -> ModelFile:
    """Write a document to a path, changing as little as can be of the file that it was read from.

    Returns the file as it now reads. Raises `SaveFailed`; then what stood there before is whole.
    """
    made = written(file, document, str(path))
    write_whole(path, made.text.encode(), SaveFailed)
    return made
