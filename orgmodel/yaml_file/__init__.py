"""The model file, `orgmodel/1`: read with every problem named and placed, written so that only what changed changes."""

from __future__ import annotations

from typing import Any

from orgmodel.yaml_file.layout import format_text
from orgmodel.yaml_file.model_file import ModelFile
from orgmodel.yaml_file.read import read_file, read_text
from orgmodel.yaml_file.records import record_of, resolved_record
from orgmodel.yaml_file.save import save_file
from orgmodel.yaml_file.write import write_text

__all__ = [
    "ModelFile",
    "format_text",
    "json_schema",
    "read_file",
    "read_text",
    "record_of",
    "resolved_record",
    "save_file",
    "write_text",
]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the file, for editors."""
    from orgmodel.yaml_file import schema  # for one command only

    return schema.json_schema()
