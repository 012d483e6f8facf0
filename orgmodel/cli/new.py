"""`orgmodel new`: start a model file from a template; never over a file that is there."""

from __future__ import annotations

import argparse
from pathlib import Path

from orgmodel.catalogue import template
from orgmodel.errors import SaveFailed
from orgmodel.yaml_file import write_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT", help="the file to make")
    parser.add_argument(
        "--from",
        dest="template",
        default="four-teams",
        metavar="TEMPLATE",
        help="what to start from; “orgmodel catalogue” lists them (default: four-teams)",
    )


def run(arguments: argparse.Namespace) -> int:
    text = write_text(None, template(arguments.template))
    out: Path = arguments.out
    try:
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as failure:
        raise SaveFailed(f"“{out}” is there already and stays as it is; choose another name.") from failure
    except OSError as failure:
        raise SaveFailed(f"“{out}” could not be written: {failure.strerror or failure}.") from failure
    return 0
