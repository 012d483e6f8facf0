"""`orgmodel import`: get a model out of another kind of file; never over a file that is there."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from orgmodel.errors import SaveFailed
from orgmodel.pdf.file.attachment import NAME, attached_model
from orgmodel.whole_file import write_whole
from orgmodel.yaml_file import read_text
from orgmodel.yaml_file.file_bytes import read_bytes, text_from


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=("pdf",), metavar="KIND", help="what the file is: pdf")
    parser.add_argument("file", type=Path, metavar="FILE", help="a chart that was exported with --attach-model")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help="the model file to make")


def run(arguments: argparse.Namespace) -> int:
    out: Path = arguments.out
    if os.path.lexists(out):
        raise SaveFailed(f"“{out}” is there already and stays as it is; choose another name.")
    name = str(arguments.file)
    model = attached_model(read_bytes(arguments.file), name)
    inside = f"{name} ({NAME})"
    read_text(text_from(model, inside), inside)  # refuses what is no model: a PDF may hold anything by that name
    write_whole(out, model, SaveFailed)
    return 0
