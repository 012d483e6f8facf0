"""The paper as a whole process against LibreOffice, which makes a PDF of the same matrix from a workbook.

The workbook is plain: a sheet for each service with its rows and teams, no colours, no rules. A sheet for each is what
our own workbook has and what the paper shows; one sheet with every team in a column would print mostly empty cells, and
give the other side far more to do. Both processes are run in turn, so that a busy machine slows both.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.timing import Result, printed_by, seconds_of
from orgmodel.model import Organization
from orgmodel.yaml_file import read_file

_DAY = ("--today", "2026-11-22")
_BARE = (
    "-c",
    "import reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts",
)
_MEMORY = (
    "import os, subprocess, sys; "
    "process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL); "
    "_, status, used = os.wait4(process.pid, 0); "
    "print(used.ru_maxrss // (1024 if sys.platform != 'darwin' else 1024 * 1024)); "
    "os._exit(os.waitstatus_to_exitcode(status)) if status else None"
)
"""The most memory that a process takes, in MB; measured by a small one, for a child begins with its parent's."""


def papering(reference: Path, department: Path, enterprise: Path) -> list[Result]:
    results = []
    with TemporaryDirectory() as place:
        folder = Path(place)
        for name, file, promised, runs in (
            ("reference", reference, 0.25, 9),
            ("2,000 rows", department, 0.25, 5),
            ("20,000 rows", enterprise, 0.5, 3),
        ):
            results.append(_against_office(f"paper, {name}: matrix", file, folder, promised, runs))
        results += _sizes(enterprise, folder)
        results.append(_beyond_imports(reference, folder))
    return results


def _against_office(name: str, file: Path, folder: Path, promised: float, runs: int) -> Result:
    ours = (*_export(file, folder / "ours.pdf"), "--section", "matrix")
    office = shutil.which("soffice")
    if office is None:
        printed_by(*ours)
        seconds = median(seconds_of(lambda: printed_by(*ours)) for _ in range(runs))
        return Result(f"{name} (LibreOffice is not installed)", seconds, None, None)
    workbook = folder / "matrix.xlsx"
    _write_plain(read_file(file).document.organization, workbook)
    theirs = (
        *(office, "--headless", f"-env:UserInstallation={(folder / 'office').as_uri()}"),
        *("--convert-to", "pdf", "--outdir", str(folder / "theirs"), str(workbook)),
    )

    def convert() -> None:
        subprocess.run(theirs, check=True, capture_output=True)

    printed_by(*ours)
    convert()
    pairs = [(seconds_of(lambda: printed_by(*ours)), seconds_of(convert)) for _ in range(runs)]
    return Result(name, median(pair[0] for pair in pairs), median(pair[1] for pair in pairs), promised)


def _sizes(file: Path, folder: Path) -> list[Result]:
    """Bytes of a page, and the memory of the whole process: Python, reading and printing."""
    out = folder / "pages.pdf"
    memory = _memory((*_export(file, out), "--section", "matrix"))
    pages = int(printed_by("-c", "import sys, pypdf; print(len(pypdf.PdfReader(sys.argv[1]).pages))", str(out)))
    size = out.stat().st_size / 1024 / pages
    return [
        Result("paper, 20,000 rows: a page", size, None, 5.0, is_ratio=False, unit="KB"),
        Result("paper, 20,000 rows: memory", memory, None, 100.0, is_ratio=False, unit="MB"),
    ]


def _beyond_imports(file: Path, folder: Path) -> Result:
    """The stakeholder's paper, less a process that imports reportlab and ends."""
    ours = _export(file, folder / "whole.pdf")
    printed_by(*ours)
    printed_by(*_BARE)
    pairs = [(seconds_of(lambda: printed_by(*ours)), seconds_of(lambda: printed_by(*_BARE))) for _ in range(9)]
    beyond = median(own - bare for own, bare in pairs)
    bare = median(bare for _, bare in pairs)
    return Result("paper, reference: all, beyond imports", beyond, bare, 0.5, is_ratio=False)


def _export(file: Path, out: Path) -> tuple[str, ...]:
    return ("-m", "orgmodel.cli", "export", str(file), "-o", str(out), *_DAY)


def _memory(words: tuple[str, ...]) -> float:
    return float(printed_by("-c", _MEMORY, sys.executable, *words))


def _write_plain(organization: Organization, out: Path) -> None:
    """The matrix as cells and nothing else: less work for the other side than any real workbook."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    by_service: dict[str | None, list[tuple[str, ...]]] = {}
    teams_of: dict[str | None, dict[str, None]] = {}
    for row in organization.responsibilities:
        teams_of.setdefault(row.service, {}).update(dict.fromkeys(row.raci))
    for row in organization.responsibilities:
        letters = (str(row.raci.get(team, "")) for team in teams_of[row.service])
        signs = ("yes" if row.paged else "", "yes" if row.runbook else "")
        by_service.setdefault(row.service, []).append((str(row.layer or ""), row.name, *letters, *signs))
    for number, (service, rows) in enumerate(by_service.items(), start=1):
        sheet = book.create_sheet(f"Service {number}")
        sheet.append(["Layer", "Responsibility", *map(organization.team_name, teams_of[service]), "Paged", "Runbook"])
        for cells in rows:
            sheet.append([cell or None for cell in cells])
    book.save(out)
