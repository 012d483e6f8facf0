"""The door of the command line: finds the command, runs it, turns every failure into a sentence and an exit code.

Exit codes: 0 clean, 1 findings at or above `--fail-on` or `fmt --check` would change something, 2 could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import NoReturn, Protocol

from orgmodel import __version__
from orgmodel.cli.streams import complain, prepare_streams, swallow
from orgmodel.errors import FileRefused, OrgModelError

COMMANDS = {
    "check": "find gaps, overlaps and broken chains",
    "export": "write charts and tables: pdf, svg, png, xlsx, csv, md, json, mmd, dot",
    "trace": "walk a page from the alert to whoever answers for a row",
    "suggest": "propose owners for the rows that have none, with reasons",
    "diff": "say what differs between two models, and which findings that fixed or made",
    "new": "start a model file from a template",
    "catalogue": "list the reference matrices, questionnaires and templates",
    "import": "get the model back out of a chart: pdf",
    "fmt": "rewrite a file in its canonical order and layout",
    "schema": "print the JSON Schema of the model file",
    "rule": "print a rule's manual page",
    "doctor": "say what is installed, for a report of a fault",
}
"""Each is a module of this package with `add_arguments(parser)` and `run(arguments) -> int`."""


class CommandModule(Protocol):
    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, arguments: argparse.Namespace) -> int: ...


class _Parser(argparse.ArgumentParser):
    """A parser whose refusals are one sentence on stderr and exit 2."""

    def error(self, message: str) -> NoReturn:
        complain(f"orgmodel: {message.removeprefix('argument ')}; see “{self.prog} --help”.")
        raise SystemExit(2)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        # argparse has no other place for these words; where it stops asking here, its own are said
        if action.choices is not None and value not in action.choices:
            *most, last = map(str, action.choices)
            known = f"{', '.join(most)} or {last}" if most else last
            raise argparse.ArgumentError(action, f"there is no “{value}”: write {known}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what it returns is the exit code."""
    prepare_streams()
    try:
        try:
            return _run(list(sys.argv[1:] if arguments is None else arguments))
        finally:
            sys.stdout.flush()  # here, where a failure can still be said
    except FileRefused as refusal:
        for problem in refusal.problems:
            complain(problem)
    except OrgModelError as failure:
        complain(failure)
    except KeyboardInterrupt:
        complain("orgmodel: stopped.")
    except MemoryError:
        complain("orgmodel: the memory of this machine does not suffice: split the model, or end other programs.")
    except BrokenPipeError:
        swallow(sys.stdout)
    except OSError as failure:
        complain(_refused_by_the_system(failure))
        swallow(sys.stdout)
    return 2


def _run(words: list[str]) -> int:
    if not words or words[0] not in (*COMMANDS, "-h", "--help", "--version"):
        return _open_app(words)
    parser = _Parser(prog="orgmodel", description="Who supports what, from the first alert to the fix.")
    parser.add_argument("--version", action="version", version=f"orgmodel {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        if name == words[0]:
            module = command_module(name)
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    parsed, unknown = parser.parse_known_args(words)
    if unknown:
        word = unknown[0]
        wrong = f"there is no option “{word}”" if word.startswith("-") else f"“{word}” is a word too many"
        commands.choices[words[0]].error(wrong)
    code: int = parsed.run(parsed)
    return code


def _refused_by_the_system(failure: OSError) -> str:
    """What no command foresaw, such as a disk that is full while the answer is printed."""
    reason = (failure.strerror or "unknown error").lower()
    if failure.filename is None:
        return f"orgmodel: the system refused ({reason}): check this folder, and the disk that the output goes to."
    return f"orgmodel: the system refused “{failure.filename}” ({reason}): check its path and the rights to it."


def command_module(name: str) -> CommandModule:
    """The module of a command; one whose name Python keeps for itself has an underscore after it."""
    return import_module(f"orgmodel.cli.{name}_" if iskeyword(name) else f"orgmodel.cli.{name}")


def _open_app(words: list[str]) -> int:
    """Hand over to the desktop app, where it is installed and there is a display."""
    try:
        # by its name, for no import of the library may lead to the app: it is not there in every installation
        start = import_module("ui.start_app").start
    except ImportError:
        complain(
            "orgmodel: the desktop app is not installed; add it with “pip install 'orgmodel[desktop]'”, "
            "or use a command: " + ", ".join(COMMANDS) + "."
        )
        return 2
    code: int = start(words)
    return code
