"""The whole model as JSON, with every default resolved."""

from __future__ import annotations

import json

from orgmodel.document import Document
from orgmodel.yaml_file import resolved_record


def model_json(document: Document) -> bytes:
    """UTF-8, keys in the order of the format; dates as in the file, durations as `15m`."""
    return (json.dumps(resolved_record(document), indent=2, ensure_ascii=False) + "\n").encode()
