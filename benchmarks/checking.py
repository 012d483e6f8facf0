"""`orgmodel check` against a process that imports yaml and networkx and parses the same file."""

from __future__ import annotations

from pathlib import Path

from benchmarks.timing import Result, processes

FLOOR = "import sys, yaml, networkx; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"

FOUND = (0, 1)
"""How `check` ends where it ran, without findings or with them."""


def checking(reference: Path, enterprise: Path) -> list[Result]:
    return [
        processes("check, reference", _check(reference), ("-c", FLOOR, str(reference)), 1.4, codes=FOUND),
        processes("check, 20,000 rows", _check(enterprise), ("-c", FLOOR, str(enterprise)), 0.6, runs=3, codes=FOUND),
    ]


def _check(file: Path) -> tuple[str, ...]:
    return ("-m", "orgmodel.cli", "check", str(file), "--format", "json")
