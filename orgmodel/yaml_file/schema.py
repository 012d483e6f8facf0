"""The JSON Schema of the model file, from the tables by which it is read."""

from __future__ import annotations

from typing import Any

from orgmodel.yaml_file.tables import FILE, RECORDS


def json_schema() -> dict[str, Any]:
    """For editors: the keywords are those of draft 07, which all of them know.

    What one value alone cannot tell, a schema cannot: ids that stand twice, names that name nothing and circles are
    refused by the reader only. Unknown keys are no error, here as there.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "orgmodel/1, the model file",
        **FILE.definition(),
        "definitions": {record.schema_name: record.definition() for record in RECORDS},
    }
