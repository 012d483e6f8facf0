"""A document as plain data, for the writer and for everything that is not YAML."""

from __future__ import annotations

from typing import Any

from orgmodel.document import Document
from orgmodel.model import DEFAULT_LIMITS
from orgmodel.yaml_file.fields import plain_fields
from orgmodel.yaml_file.tables import DOCUMENT, FORMAT, ORGANIZATION


def record_of(document: Document) -> dict[str, Any]:
    """Texts, numbers, truth values, lists and dictionaries, in canonical order, without what is absent or default."""
    return _record(document, full=False)


def resolved_record(document: Document) -> dict[str, Any]:
    """The same with every default written out, null for what is unknown, and every limit with its number."""
    record = _record(document, full=True)
    record["settings"]["limits"] = {**DEFAULT_LIMITS, **record["settings"]["limits"]}
    return record


def _record(document: Document, *, full: bool) -> dict[str, Any]:
    return {
        "format": FORMAT,
        **plain_fields(ORGANIZATION, document.organization, full=full),
        **plain_fields(DOCUMENT, document, full=full),
    }
