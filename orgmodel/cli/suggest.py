"""`orgmodel suggest`: owners for the rows that have none, with reasons, and the file with the plan applied."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from orgmodel.cli.days import add_today, today_of
from orgmodel.cli.streams import complain
from orgmodel.cli.symbols import on_one_line
from orgmodel.errors import Problem
from orgmodel.findings import SEVERITIES, Finding, Report
from orgmodel.model import RowId, subject
from orgmodel.sentences import counted, headcount, listed
from orgmodel.suggest import Burden, Left, Move, Other, Plan, plan
from orgmodel.yaml_file import ModelFile, read_file, save_file

_MOST_NEW: Final = 20
"""How many new findings are written out one by one in text."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the model to find owners for")
    parser.add_argument("--apply", type=Path, metavar="OUT", help="write the model with the plan applied to this file")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to say it (default: text)")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0, also where gaps are left; 2 where a rule failed. Raises `FileRefused` and `SaveFailed`."""
    file = read_file(arguments.file)
    made = plan(file.document, today_of(arguments))
    for warning in file.warnings:
        complain(warning)
    for failure in made.before.failures:
        complain(Problem(file.name, 0, 0, failure.said))
    out: Path | None = arguments.apply
    if out is not None:
        save_file(out, file, made.command.apply(file.document) if made.command else file.document)
    if arguments.format == "json":
        print(json.dumps(_as_object(file, made, out), indent=2))
    else:
        print("\n".join(on_one_line(line) for line in _as_text(file, made, out)))
    return 2 if made.before.failures else 0


# JSON


def _as_object(file: ModelFile, made: Plan, out: Path | None) -> dict[str, Any]:
    changes = made.changes
    return {
        "file": file.name,
        "as_of": made.before.as_of.isoformat(),
        "moves": [_move(file, move) for move in made.moves],
        "left": [_row(file, left.row) | {"said": left.said, "others": _others(left.others)} for left in made.left],
        "teams": [
            {
                "team": subject("team", burden.team),
                "people": burden.people,
                "rows_before": burden.before,
                "rows_after": burden.after,
                "fair_share": round(burden.share, 1),
            }
            for burden in made.burdens
        ],
        "summary": {"before": _summary(made.before), "after": _summary(made.after)},
        "findings": {
            "fixed": [_finding(finding) for finding in changes.fixed],
            "remaining": [_finding(finding) for finding in changes.remaining],
            "new": [_finding(finding) for finding in changes.new],
        },
        "applied": None if out is None else str(out),
    }


def _row(file: ModelFile, row: RowId) -> dict[str, Any]:
    held = file.document.organization.row_by_id[row]
    return {"row": row, "name": held.name, "line": file.line_of(held.subject)}


def _move(file: ModelFile, move: Move) -> dict[str, Any]:
    return _row(file, move.row) | {
        "team": subject("team", move.team),
        "letters": move.letters,
        "mends": list(move.mends),
        "reasons": list(move.reasons),
        "adds_level": move.adds_level,
        "others": _others(move.others),
        "said": move.said,
    }


def _others(others: Sequence[Other]) -> list[dict[str, Any]]:
    return [{"team": subject("team", other.team), "reasons": list(other.reasons)} for other in others]


def _summary(report: Report) -> dict[str, int]:
    counts = {severity: report.count(severity) for severity in SEVERITIES}
    return counts | {"waived": len(report.waived), "not_assessed": len(report.not_assessed)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "subjects": list(finding.subjects),
    }


# Text


def _as_text(file: ModelFile, made: Plan, out: Path | None) -> Iterator[str]:
    organization = file.document.organization
    gaps = len(made.moves) + len(made.left)
    wanting = counted(gaps, "row wants an owner", "rows want an owner") if gaps else "every row has an owner"
    yield f"{file.name}: {organization.name}, {wanting}, as of {made.before.as_of.isoformat()}"
    yield from _block(file, f"{counted(len(made.moves), 'row gets', 'rows get')} an owner:", made.moves)
    yield from _block(file, f"{counted(len(made.left), 'row stays', 'rows stay')} as they are:", made.left)
    if made.burdens:
        yield from ("", "Rows that each team answers for, before and after:")
        yield from (f"  {organization.team_name(burden.team)}: {_burden(burden)}" for burden in made.burdens)
    yield from ("", f"Findings before: {_sum(made.before)}. After: {_sum(made.after)}.")
    changes = made.changes
    if changes.fixed:
        codes = Counter(finding.code for finding in changes.fixed)
        yield f"  Fixed: {listed([f'{number} {code}' for code, number in sorted(codes.items())])}."
    for finding in changes.new[:_MOST_NEW]:
        yield f"  New: {finding.severity} {finding.code} {finding.message}"
    if len(changes.new) > _MOST_NEW:
        yield f"  New: {len(changes.new) - _MOST_NEW:,} more; “--format json” has them all."
    if out is not None:
        yield from ("", f"{out}: written" + ("." if made.moves else ", unchanged."))


def _block(file: ModelFile, head: str, entries: Sequence[Move | Left]) -> Iterator[str]:
    """The rows in the order of the file."""
    if entries:
        yield from ("", head)
    lines = [(file.line_of(subject("responsibility", entry.row)), entry.said) for entry in entries]
    for line, said in sorted(lines, key=lambda each: each[0] or 0):
        yield f"  {file.name}:{line}: {said}" if line else f"  {file.name}: {said}"


def _burden(burden: Burden) -> str:
    return f"{burden.before} → {burden.after} ({headcount(burden.people)}; a fair share is {burden.share:.1f})"


def _sum(report: Report) -> str:
    counts = [
        counted(report.count(severity), severity, severity if severity == "info" else None)
        for severity in SEVERITIES
        if report.count(severity)
    ]
    return ", ".join(counts) or "none"
