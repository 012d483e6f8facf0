"""The door of the command line: finds the command, runs it, turns every failure into a sentence and an exit code.

Exit codes: 0 clean, 1 findings at or above `--fail-on` or `fmt --check` would change something, 2 could not run.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn, Protocol

from orgmodel import __version__
from orgmodel.errors import OrgModelError

COMMANDS = {
    "check": "find gaps, overlaps and broken chains",
    "export": "write a chart or a table: pdf, csv, md, json",
    "new": "start a model file from a template",
    "catalogue": "list the reference matrices, questionnaires and templates",
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
        print(f"orgmodel: {message}; see “{self.prog} --help”.", file=sys.stderr)
        raise SystemExit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what it returns is the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _write_utf_8()
    if not words or words[0] not in (*COMMANDS, "-h", "--help", "--version"):
        return _open_app(words)
    parser = _Parser(prog="orgmodel", description="Who supports what, from the first alert to the fix.")
    parser.add_argument("--version", action="version", version=f"orgmodel {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        if name == words[0]:
            module = _module(name)
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    try:
        parsed = parser.parse_args(words)
        code: int = parsed.run(parsed)
    except OrgModelError as failure:
        print(failure, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("orgmodel: stopped.", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 2
    return code


def _write_utf_8() -> None:
    """Names and quotes come out whole on every system, into a pipe or a file too (Windows would not)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _module(name: str) -> CommandModule:
    return import_module(f"orgmodel.cli.{name}")


def _open_app(words: list[str]) -> int:
    """Hand over to the desktop app, where it is installed and there is a display."""
    try:
        start = import_module("ui.start_app").start
    except ImportError:
        print(
            "orgmodel: the desktop app is not installed; add it with “pip install 'orgmodel[desktop]'”, "
            "or use a command: " + ", ".join(COMMANDS) + ".",
            file=sys.stderr,
        )
        return 2
    code: int = start(words)
    return code
