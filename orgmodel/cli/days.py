"""Days on the command line."""

from __future__ import annotations

import argparse
from datetime import date


def add_today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", type=_day, metavar="DATE", help="judge as of this day (default: the machine's)")


def today_of(arguments: argparse.Namespace) -> date:
    """The day that was asked for, else the machine's."""
    asked: date | None = arguments.today
    return asked or date.today()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write it as 2026-11-22") from None
