"""The rules as SARIF describes them: the manual page, as plain text and as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final

from orgmodel.findings import Severity
from orgmodel.rules import Rule

LEVELS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
"""What SARIF calls our severities."""

_PROBLEM_SEVERITIES: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "info": "recommendation"}
"""What code scanning on GitHub shows beside an alert."""


def descriptor(rule: Rule) -> dict[str, Any]:
    """A `reportingDescriptor` (section 3.49 of the standard)."""
    sections = dict(_sections(rule.page))
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize() + "."},
        "fullDescription": {"text": _flowing(sections["What it means"])},
        "help": {"text": rule.page, "markdown": _as_markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "source": f"{rule.source.key}: {rule.source.title}",
            "problem.severity": _PROBLEM_SEVERITIES[rule.severity],
            "tags": [rule.code[:-3]],
        },
    }


def _as_markdown(rule: Rule) -> str:
    said = [f"# {rule.code} {rule.name}"]
    for head, body in _sections(rule.page):
        is_model = head.startswith("An example")
        said.append(f"## {head}\n\n" + (f"```yaml\n{body}\n```" if is_model else body))
    return "\n\n".join(said) + "\n"


def _sections(page: str) -> Iterator[tuple[str, str]]:
    """Each head of a manual page with what stands indented below it."""
    head = ""
    body: list[str] = []
    for line in page.splitlines()[1:]:
        if line and not line[0].isspace():
            if head:
                yield head, textwrap.dedent("\n".join(body)).strip("\n")
            head, body = line, []
        else:
            body.append(line)
    yield head, textwrap.dedent("\n".join(body)).strip("\n")


def _flowing(body: str) -> str:
    """Paragraphs without the line breaks of the page."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in body.split("\n\n"))
