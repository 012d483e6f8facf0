"""From the start of the process to the first painted matrix, against a bare window."""

from __future__ import annotations

from pathlib import Path

from benchmarks.timing import Result, processes

_SCRIPT = ("-m", "benchmarks.first_paint")


def starting(reference: Path, department: Path) -> list[Result]:
    return [
        processes("start to matrix, reference", (*_SCRIPT, str(reference)), _SCRIPT, 1.4, runs=11),
        processes("start to matrix, department", (*_SCRIPT, str(department)), _SCRIPT, 2.0, runs=11),
    ]
