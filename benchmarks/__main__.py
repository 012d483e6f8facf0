"""Measure, and print one table: `python -m benchmarks`, or a part of it with `--only start`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import Result

SAMPLES = Path(__file__).parent.parent / "sample_orgs"
REFERENCE, DEPARTMENT = SAMPLES / "ruby_web.yaml", SAMPLES / "department.yaml"
PARTS = ("start", "check", "answer", "edit", "matrix", "analysis", "layout", "paper")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="measure this part alone")
    only = parser.parse_args().only
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    results: list[Result] = []
    with TemporaryDirectory() as place:
        os.environ["ORGMODEL_SETTINGS"] = str(Path(place) / "settings.ini")
        parts = _parts(Path(place) / "enterprise.yaml")
        for name in (only,) if only else PARTS:
            print(f"Measuring: {name} …", file=sys.stderr, flush=True)
            results += parts[name]()
    print(table(results))
    print(machine())
    return 0


def _parts(enterprise: Path) -> dict[str, Callable[[], list[Result]]]:
    """What is imported and written for a part is so when it is measured."""

    def check() -> list[Result]:
        from benchmarks.checking import checking

        return checking(REFERENCE, _large(enterprise))

    def start() -> list[Result]:
        from benchmarks.starting import starting

        return starting(REFERENCE, DEPARTMENT)

    def answer() -> list[Result]:
        from benchmarks.responsiveness import responsiveness

        return responsiveness(DEPARTMENT)

    def edit() -> list[Result]:
        from benchmarks.editing import editing

        return editing(DEPARTMENT, _large(enterprise))

    def matrix() -> list[Result]:
        from benchmarks.matrix_painting import matrix_painting

        return matrix_painting()

    def analysis() -> list[Result]:
        from benchmarks.analysing import analysing

        return analysing(REFERENCE, DEPARTMENT, _large(enterprise))

    def layout() -> list[Result]:
        from benchmarks.laying_out import laying_out

        return laying_out(tuple(sorted(SAMPLES.glob("*.yaml"))))

    def paper() -> list[Result]:
        from benchmarks.papering import papering

        return papering(REFERENCE, DEPARTMENT, _large(enterprise))

    return {
        "start": start,
        "check": check,
        "answer": answer,
        "edit": edit,
        "matrix": matrix,
        "analysis": analysis,
        "layout": layout,
        "paper": paper,
    }


def _large(file: Path) -> Path:
    """400 teams and 20,000 rows."""
    if not file.exists():
        from sample_orgs.generate import generated

        file.write_text(generated(400, 20_000), encoding="utf-8")
    return file


def table(results: list[Result]) -> str:
    head = ("", "ours", "floor", "measured", "promised", "holds")
    rows = [head, *(_row(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "─" * (sum(widths) + 2 * len(widths) - 2), *lines[1:]])


def _row(result: Result) -> tuple[str, ...]:
    is_ratio = result.is_ratio and result.floor is not None
    said = {True: "yes", False: "NO", None: ""}[result.holds]
    return (
        result.name,
        _amount(result.ours, result.unit),
        _amount(result.floor, result.unit) if result.floor is not None else "",
        _said(result.measured, result.unit, is_ratio=is_ratio),
        f"≤ {_said(result.promised, result.unit, is_ratio=is_ratio)}" if result.promised is not None else "",
        said,
    )


def _said(number: float, unit: str, *, is_ratio: bool) -> str:
    return f"{number:.2f} ×" if is_ratio else _amount(number, unit)


def _amount(number: float, unit: str) -> str:
    return (
        f"{number:,.1f} {unit}" if unit in ("KB", "MB") else f"{number:,.0f} {unit}" if unit else milliseconds(number)
    )


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms"


def machine() -> str:
    return (
        f"Python {platform.python_version()}, PySide6 {version('PySide6-Essentials')}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"
    )


if __name__ == "__main__":
    sys.exit(main())
