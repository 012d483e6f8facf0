"""`orgmodel export`: a chart or a table of the model; the suffix of the name says which."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from orgmodel.cli.days import day
from orgmodel.cli.streams import complain
from orgmodel.errors import ExportFailed
from orgmodel.whole_file import write_whole
from orgmodel.yaml_file import ModelFile, read_file

PAGES = ("A4", "A3", "Letter")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the model to read")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help=f"a name in {_possible()}")
    parser.add_argument("--page", choices=PAGES, default="A4", help="the paper of a PDF (default: A4)")
    parser.add_argument(
        "--today", type=day, default=None, metavar="DATE", help="judge as of this day (default: the machine's)"
    )


def run(arguments: argparse.Namespace) -> int:
    source: Path = arguments.file
    out: Path = arguments.out
    write = WRITERS.get(out.suffix.lower())
    if write is None:
        raise ExportFailed(f"“{out}” cannot be written: name a file in {_possible()}.")
    if _is_same(out, source):
        raise ExportFailed(f"“{out}” is the model itself and stays as it is; choose another name.")
    file = read_file(source)
    for warning in file.warnings:
        complain(warning)
    write_whole(out, write(file, arguments), ExportFailed)
    return 0


def _is_same(out: Path, source: Path) -> bool:
    """Whether the chart would take the place of the model; a path that cannot be looked at is refused further on."""
    try:
        return out.samefile(source)
    except (OSError, ValueError):
        return False


def _csv(file: ModelFile, _: argparse.Namespace) -> bytes:
    from orgmodel.exchange.csv_matrix import matrix_csv

    return matrix_csv(file.document.organization)


def _json(file: ModelFile, _: argparse.Namespace) -> bytes:
    from orgmodel.exchange.json_model import model_json

    return model_json(file.document)


def _markdown(file: ModelFile, arguments: argparse.Namespace) -> bytes:
    from orgmodel.analysis import analyse
    from orgmodel.exchange.markdown import markdown

    return markdown(file.document, analyse(file.document, _today(arguments))).encode()


def _pdf(file: ModelFile, arguments: argparse.Namespace) -> bytes:
    from orgmodel.analysis import analyse
    from orgmodel.pdf import paper

    today = _today(arguments)
    made = paper(file.document, analyse(file.document, today), today=today, page=arguments.page)
    for warning in made.warnings:
        complain(warning)
    return made.data


WRITERS: Final[Mapping[str, Callable[[ModelFile, argparse.Namespace], bytes]]] = {
    ".pdf": _pdf,
    ".csv": _csv,
    ".md": _markdown,
    ".json": _json,
}


def _possible() -> str:
    *most, last = WRITERS
    return f"{', '.join(most)} or {last}"


def _today(arguments: argparse.Namespace) -> date:
    return arguments.today or date.today()
