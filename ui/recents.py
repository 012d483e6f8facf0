"""Recent files in words: where they are, when they were open, and what was found in them then."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from ui.ink_line import Piece, Sign, Space, Words
from ui.settings import Recent
from ui.translation import marked, plural, tr

_MONTHS: Final = (
    *(marked("January"), marked("February"), marked("March"), marked("April"), marked("May"), marked("June")),
    *(marked("July"), marked("August"), marked("September"), marked("October"), marked("November")),
    marked("December"),
)


def short_path(path: Path) -> str:
    """The path with the home folder as `~`."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def when_words(opened: datetime, now: datetime) -> str:
    """`Today 14:02`, `Yesterday 17:40`, `16 November`, and the year where it is another one."""
    days = (now.date() - opened.date()).days
    if days in (0, 1):
        return tr("Yesterday {time}" if days else "Today {time}", time=f"{opened:%H:%M}")
    month = tr("{day} {month}", day=opened.day, month=tr(_MONTHS[opened.month - 1]))
    return month if opened.year == now.year else f"{month} {opened.year}"


def found_pieces(recent: Recent, *, is_there: bool) -> tuple[Piece, ...]:
    """The counts of errors and warnings as last known, or that the file is gone."""
    if not is_there:
        return Sign("eye-off", icon=True), Words(tr("file not found"))
    if recent.errors is None or recent.warnings is None:
        return ()
    return (
        *(Sign("error"), Words(str(recent.errors), "ink", "semibold"), Space(10)),
        *(Sign("warning"), Words(str(recent.warnings), "ink", "semibold")),
    )


def spoken(recent: Recent, *, is_there: bool) -> str:
    """All of it for a screen reader."""
    if not is_there:
        return tr("{name}, file not found", name=recent.name)
    if recent.errors is None or recent.warnings is None:
        return recent.name
    errors = plural(recent.errors, "1 error", "{count} errors")
    return f"{recent.name}, {errors}, {plural(recent.warnings, '1 warning', '{count} warnings')}"
