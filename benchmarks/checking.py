"""`orgmodel check` against a process that imports yaml and networkx and parses the same file."""

from __future__ import annotations

from pathlib import Path

from benchmarks.timing import Result, against

FLOOR = "import sys, yaml, networkx; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"


def checking(reference: Path, large: Path) -> list[Result]:
    return [
        against("check, reference", _check(reference), ("-c", FLOOR, str(reference)), 1.4),
        against("check, 20,000 rows", _check(large), ("-c", FLOOR, str(large)), 0.6, runs=3),
    ]


def _check(file: Path) -> tuple[str, ...]:
    return ("-m", "orgmodel.cli", "check", str(file), "--format", "json")
