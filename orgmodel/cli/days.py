"""Days on the command line."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, date, datetime

from orgmodel.errors import OrgModelError

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable by which builds that can be repeated tell the time: seconds since 1970, UTC."""


def add_today(parser: argparse.ArgumentParser, default: str = "the machine's") -> None:
    parser.add_argument("--today", type=_day, metavar="DATE", help=f"judge as of this day (default: {default})")


def today_of(arguments: argparse.Namespace) -> date:
    """The day that was asked for, else the machine's."""
    asked: date | None = arguments.today
    return asked or date.today()


def day_of_build(arguments: argparse.Namespace) -> date:
    """The day that was asked for, else that of the build where one tells it, else the machine's."""
    told = os.environ.get(EPOCH, "").strip()
    if arguments.today or not told:
        return today_of(arguments)
    try:
        return datetime.fromtimestamp(_seconds(told), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise OrgModelError(f"{EPOCH} is “{told}”, which is no number of seconds: mend it, or give --today.") from None


def _seconds(text: str) -> int:
    """A whole number in digits alone; raises `ValueError`, also for what only Python reads as one, such as `1_000`."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write it as 2026-11-22") from None
