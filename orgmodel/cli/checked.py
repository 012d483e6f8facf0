"""What `check` found in one file, before it is said as text, as JSON or as marks for GitHub."""

from __future__ import annotations

from typing import NamedTuple

from orgmodel.findings import Report
from orgmodel.yaml_file import ModelFile


class Checked(NamedTuple):
    """One file and what was found in it; `name` is the file as it was named on the command line."""

    name: str
    file: ModelFile
    report: Report
