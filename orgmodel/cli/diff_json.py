"""`diff --format json`: one object, with values as the file writes them and null for what it does not say."""

from __future__ import annotations

import json
from typing import Any

from orgmodel.cli.check_json import finding_object
from orgmodel.cli.diff import Compared


def as_json(compared: Compared) -> str:
    """Escaped to ASCII, so that it is whole on any terminal and in any log."""
    comparison = compared.comparison
    found = {
        "added": list(comparison.added),
        "removed": list(comparison.removed),
        "changed": [
            {"subject": change.subject, "field": change.field, "before": change.before, "after": change.after}
            for change in comparison.changed
        ],
        "findings": _findings(compared),
    }
    return json.dumps(found, indent=2) + "\n"


def _findings(compared: Compared) -> dict[str, list[Any]]:
    """Entries as `check` has them, without fixes; lines are those of the file that has the finding.

    What was accepted, or is accepted no more, remains; `waived` says which. What is gone only because its rule cannot
    be assessed any more stands among `fixed` with `not_assessed`: nothing was mended.
    """
    changes = compared.comparison.findings
    unassessed = [finding_object(compared.before, each) | {"not_assessed": True} for each in changes.unassessed]
    return {
        "fixed": [*(finding_object(compared.before, finding) for finding in changes.fixed), *unassessed],
        "remaining": [
            finding_object(compared.after, finding)
            for finding in (*changes.remaining, *changes.waived, *changes.reopened)
        ],
        "new": [finding_object(compared.after, finding) for finding in changes.new],
    }
