"""The model file, `orgmodel/1`: read with every problem named and placed, written so that only what changed changes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from orgmodel.yaml_file.model_file import ModelFile

if TYPE_CHECKING:
    from orgmodel.yaml_file.layout import format_text
    from orgmodel.yaml_file.read import read_file, read_text
    from orgmodel.yaml_file.records import record_of, resolved_record
    from orgmodel.yaml_file.save import save_file
    from orgmodel.yaml_file.schema import json_schema
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

_ON_DEMAND = {
    "format_text": "layout",
    "json_schema": "schema",
    "read_file": "read",
    "read_text": "read",
    "record_of": "records",
    "resolved_record": "records",
    "save_file": "save",
    "write_text": "write",
}
"""What is loaded when it is first asked for: the app paints long before it writes, and may be handed what was read."""


def __getattr__(name: str) -> Any:
    if name not in _ON_DEMAND:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_ON_DEMAND[name]}"), name)
