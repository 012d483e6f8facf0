"""`orgmodel fmt`: rewrite files in the canonical order and layout, or say which would change."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Final

from orgmodel.cli.symbols import on_one_line
from orgmodel.errors import SaveFailed
from orgmodel.whole_file import write_whole
from orgmodel.yaml_file.file_bytes import text_at
from orgmodel.yaml_file.layout import format_text
from orgmodel.yaml_file.problems import refused

_FORMAT: Final = re.compile("^\ufeff?format: (?!null$)", re.MULTILINE)
"""In the canonical layout the keys of the file itself stand at the start of a line, and nothing else does."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a model file")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if something would change")


def run(arguments: argparse.Namespace) -> int:
    """All files are read before the first is written, so that one that cannot be read leaves the others as they are."""
    changed: list[tuple[Path, str]] = []
    for path in arguments.files:
        text = text_at(path)
        formatted = format_text(text, str(path))
        if not _FORMAT.search(formatted):
            raise refused(str(path), 'this is no model: start the file with "format: orgmodel/1" and a "name:".')
        if formatted != text:
            changed.append((path, formatted))
    for path, formatted in changed:
        if not arguments.check:
            write_whole(path, formatted.encode(), SaveFailed)
    for path, _ in changed:
        print(on_one_line(f"{path}: would change" if arguments.check else f"{path}: rewritten"))
    return 1 if changed and arguments.check else 0
