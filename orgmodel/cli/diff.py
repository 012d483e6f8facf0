"""`orgmodel diff`: what differs between two models, by thing and field, and which findings that fixed or made."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from orgmodel.cli.days import add_today, today_of
from orgmodel.cli.streams import complain
from orgmodel.comparison import Comparison, compared
from orgmodel.errors import FileRefused, Problem
from orgmodel.garbage import garbage_collection_paused
from orgmodel.yaml_file import ModelFile, read_file

FORMATS: Final[Mapping[str, str]] = {
    "text": "diff_text.as_text",
    "json": "diff_json.as_json",
    "md": "diff_markdown.as_markdown",
}
"""What says a comparison, by the module and function; what the other formats need is not imported."""


class Compared(NamedTuple):
    """Two files, and what differs between them."""

    before: ModelFile
    after: ModelFile
    comparison: Comparison


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", type=Path, metavar="BEFORE", help="the model as it was")
    parser.add_argument("after", type=Path, metavar="AFTER", help="the model as it is, or is to be")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to say it (default: text)")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0 whatever differs; raises `FileRefused` with the problems of both files."""
    with garbage_collection_paused():
        before, after = _read(arguments.before, arguments.after)
        comparison = compared(before.document, after.document, today_of(arguments))
    for warning in dict.fromkeys((*before.warnings, *after.warnings)):
        complain(warning)
    module, _, function = FORMATS[arguments.format].partition(".")
    said = getattr(import_module(f"orgmodel.cli.{module}"), function)
    print(said(Compared(before, after, comparison)), end="")
    return 0


def _read(*paths: Path) -> list[ModelFile]:
    """Both files, or `FileRefused` with what is wrong with either; of a file that is given twice, once."""
    files: list[ModelFile] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            files.append(read_file(path))
        except FileRefused as refusal:
            problems += refusal.problems
    if problems:
        raise FileRefused(tuple(dict.fromkeys(problems)))
    return files
