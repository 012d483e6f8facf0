"""`orgmodel export`: a chart or a table of the model; the suffix of the name says which."""

from __future__ import annotations

import argparse
from pathlib import Path

from orgmodel.cli.days import add_today, today_of
from orgmodel.cli.streams import complain
from orgmodel.errors import ExportFailed
from orgmodel.exporting import FORMATS, Wanted
from orgmodel.pdf import Order
from orgmodel.whole_file import write_whole
from orgmodel.yaml_file import read_file

PAGES = ("A4", "A3", "Letter")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the model to read")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help=f"a name in {_possible()}")
    parser.add_argument("--page", choices=PAGES, default="A4", help="the paper of a PDF (default: A4)")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    source: Path = arguments.file
    out: Path = arguments.out
    chosen = next((each for each in FORMATS if each.suffix == out.suffix.lower()), None)
    if chosen is None:
        raise ExportFailed(f"“{out}” cannot be written: name a file in {_possible()}.")
    if _is_same(out, source):
        raise ExportFailed(f"“{out}” is the model itself and stays as it is; choose another name.")
    file = read_file(source)
    for problem in file.warnings:
        complain(problem)
    data, warnings = chosen.make(Wanted(file.document, today_of(arguments), Order(page=arguments.page)))
    for warning in warnings:
        complain(warning)
    write_whole(out, data, ExportFailed)
    return 0


def _is_same(out: Path, source: Path) -> bool:
    """Whether the chart would take the place of the model; a path that cannot be looked at is refused further on."""
    try:
        return out.samefile(source)
    except (OSError, ValueError):
        return False


def _possible() -> str:
    *most, last = (each.suffix for each in FORMATS)
    return f"{', '.join(most)} or {last}"
