"""The text of a document: the old text with what changed, read back before anybody relies on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, Final

from orgmodel.document import Document
from orgmodel.errors import FileRefused, SaveFailed
from orgmodel.garbage import garbage_collection_paused
from orgmodel.model import REFERENCE_AREAS, REFERENCE_LAYERS
from orgmodel.model.value import changed
from orgmodel.yaml_file.comments import Comment, commented_tree
from orgmodel.yaml_file.emit import emit, entry_lines, is_section
from orgmodel.yaml_file.model_file import ModelFile
from orgmodel.yaml_file.nodes import Mapping
from orgmodel.yaml_file.parse import parse
from orgmodel.yaml_file.patch import patched, rewritten
from orgmodel.yaml_file.patch_items import patched_items
from orgmodel.yaml_file.read import read_text
from orgmodel.yaml_file.records import record_of
from orgmodel.yaml_file.source import NotPatchable, Source
from orgmodel.yaml_file.tables import AREA, LAYER

_REFERENCE: Final = {
    "layers": [LAYER.plain(layer, full=False) for layer in REFERENCE_LAYERS],
    "areas": [AREA.plain(area, full=False) for area in REFERENCE_AREAS],
}
"""What the sections mean that a record leaves out where they say what the reference says."""


def write_text(file: ModelFile | None, document: Document) -> str:
    """The text of a document: a file's own with what changed, or the canonical one where there was no file.

    The very same text where nothing changed. Raises `SaveFailed` where no text would read back the same.
    """
    return written(file, document, file.name if file else "the model").text


def written(file: ModelFile | None, document: Document, name: str) -> ModelFile:
    """The text of a document as it reads back, by the name that the file is to have; else raises `SaveFailed`."""
    if file is not None and (file.document is document or file.document == document):
        return changed(file, name=name)
    with garbage_collection_paused():
        return _read_back(_attempts(file, document), document, name)


def _read_back(texts: Iterable[str], document: Document, name: str) -> ModelFile:
    """The first of some texts that reads back as the document."""
    reason = "it would not read back the same"
    for text in texts:
        try:
            made = read_text(text, name)
        except FileRefused as refusal:
            reason = refusal.problems[0].sentence
            continue
        if made.document == document:
            return made
    raise SaveFailed(f"{name} was not written, for the model as it is now cannot be read: {reason}")


def _attempts(file: ModelFile | None, document: Document) -> Iterator[str]:
    """Texts to try, the one that changes least first."""
    if file is None:
        yield emit(record_of(document))
        return
    with suppress(NotPatchable, FileRefused):
        yield patched_items(file, record_of(file.document), record_of(document))
    tree = parse(file.text, file.name)
    old, new = records_of(file, tree, document)
    for way in (patched, rewritten, _written_anew):
        with suppress(NotPatchable, FileRefused):
            yield way(file.text, tree, old, new)


def records_of(file: ModelFile, tree: Mapping, document: Document) -> tuple[dict[str, Any], dict[str, Any]]:
    """A file's document and another as plain data that can be compared along the file's tree."""
    return _record(tree, file.document), _record(tree, document)


def _record(tree: Mapping, document: Document) -> dict[str, Any]:
    """A document as plain data, with the sections that the file spells out though they are the reference's."""
    record = record_of(document)
    spelled_out = {key.text for key, _ in tree.entries}
    return record | {key: held for key, held in _REFERENCE.items() if key in spelled_out and key not in record}


def _written_anew(text: str, tree: Mapping, _: dict[str, Any], new: dict[str, Any]) -> str:
    """Everything laid out anew, with the comments above the file and, where they can be told, above its sections."""
    source = Source(text)
    above: dict[str, list[Comment]] = {}
    with suppress(NotPatchable):
        above = {part.key.text: part.above for part in commented_tree(source, tree).parts if part.key}
    lines = [line for line in text[: source.at(tree.start)].splitlines() if line.startswith("#")]
    for key, held in new.items():
        lines += [""] if is_section(held) and lines else []
        lines += [comment.text for comment in above.get(key, ())]
        lines += entry_lines(key, held, 0, spread=is_section(held))
    return source.newline.join([*lines, ""])
