"""The file that a scenario is based on, read from beside it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from orgmodel.document import Document
from orgmodel.errors import FileRefused
from orgmodel.yaml_file.problems import shown
from orgmodel.yaml_file.read import read_file


class Baseline(NamedTuple):
    """What a scenario is compared with; where it could not be read, a sentence says why."""

    document: Document | None
    problem: str = ""


def baseline_of(document: Document, path: Path | None) -> Baseline:
    """The baseline of a document whose file is at a path, or nowhere yet; nothing of both where it names none.

    A name that leads out of the folder of the file is not followed: who sends a file does not choose what is read here.
    """
    name = document.organization.based_on
    if not name:
        return Baseline(None)
    if path is None:
        return Baseline(None, f"The baseline {shown(name)} was not read: save this file beside it first.")
    try:
        folder = path.resolve().parent
        place = (folder / name).resolve()
        is_beside = place.is_relative_to(folder)
    except (OSError, ValueError, RuntimeError):
        is_beside = False
    if not is_beside:
        return Baseline(None, f"The baseline {shown(name)} was not read: it is not in the folder of this file.")
    try:
        return Baseline(read_file(place).document)
    except FileRefused as refusal:
        reason = refusal.problems[0].sentence if refusal.problems else "it is no model file."
        return Baseline(None, f"The baseline {shown(name)} was not read: {reason}")
