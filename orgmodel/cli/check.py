"""`orgmodel check`: what the rules find in model files, for people, for programs, for GitHub and for CI servers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from orgmodel.analysis import analyse, worked_out
from orgmodel.cli.checked import Checked
from orgmodel.cli.days import add_today, today_of
from orgmodel.cli.streams import complain
from orgmodel.errors import FileRefused, Problem
from orgmodel.findings import SEVERITIES, Finding
from orgmodel.garbage import garbage_collection_paused
from orgmodel.yaml_file import ModelFile, read_file

FORMATS: Final[Mapping[str, str]] = {
    "text": "check_text.as_text",
    "json": "check_json.as_json",
    "sarif": "check_sarif.as_sarif",
    "junit": "check_junit.as_junit",
    "github": "check_github.as_annotations",
}
"""What says a report, by the module and function; what the other formats need is not imported."""
NEVER: Final = "never"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="the models to check")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to say it (default: text)")
    parser.add_argument(
        "--fail-on",
        choices=(*SEVERITIES, NEVER),
        default="error",
        help="exit with 1 if there is a finding this bad or worse (default: error)",
    )
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 where a finding is at or above `--fail-on`, 2 where a rule failed; raises `FileRefused`."""
    checked = _checked(arguments.files, today_of(arguments))
    for each in checked:
        for warning in each.file.warnings:
            complain(warning)
    say = _way_to_say(arguments.format)
    checked = [
        each._replace(report=worked_out(each.report, say.fixes_of and partial(say.fixes_of, each))) for each in checked
    ]
    for each in checked:
        for failure in each.report.failures:
            complain(Problem(each.name, 0, 0, failure.said))
    print(say.all_of(checked), end="")
    if any(each.report.failures for each in checked):
        return 2
    if arguments.fail_on == NEVER:
        return 0
    failing = SEVERITIES[: SEVERITIES.index(arguments.fail_on) + 1]
    return int(any(each.report.count(severity) for each in checked for severity in failing))


def _checked(names: list[str], today: date) -> list[Checked]:
    """Read and judge; what is made here lives until the end, so looking for garbage meanwhile is time lost."""
    with garbage_collection_paused():
        files = _read(names)
        return [Checked(name, file, analyse(file.document, today)) for name, file in zip(names, files, strict=True)]


def _read(names: list[str]) -> list[ModelFile]:
    """Every file, or `FileRefused` with the problems of all that cannot be read."""
    files: list[ModelFile] = []
    problems: list[Problem] = []
    for name in names:
        try:
            files.append(read_file(Path(name)))
        except FileRefused as refusal:
            problems += refusal.problems
    if problems:
        raise FileRefused(tuple(problems))
    return files


class _Way(NamedTuple):
    """How a format says it: the whole of standard output, and the fixes that it says of each finding, if any."""

    all_of: Callable[[Sequence[Checked]], str]
    fixes_of: Callable[[Checked, Finding], object] | None


def _way_to_say(form: str) -> _Way:
    name, _, function = FORMATS[form].partition(".")
    module = import_module(f"orgmodel.cli.{name}")
    return _Way(getattr(module, function), getattr(module, "fixes_of", None))
