"""`orgmodel new`: start a model file from a template; never over a file that is there."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from orgmodel.catalogue import template
from orgmodel.errors import SaveFailed
from orgmodel.yaml_file import save_file


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
    document = template(arguments.template)
    out: Path = arguments.out
    if os.path.lexists(out):
        raise SaveFailed(f"“{out}” is there already and stays as it is; choose another name.")
    save_file(out, None, document)
    return 0
