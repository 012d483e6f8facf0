"""What was said in the room: open questions, actions and decisions, each with its day and what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from orgmodel.document import Decision, DecisionKind
from orgmodel.model import Subject, subject_parts
from orgmodel.pdf.findings_said import placed_name
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.book import Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.pages.headings import heading
from orgmodel.pdf.pages.table import Cell, Column, Row, spread, table_blocks
from orgmodel.pdf.style import BODY, BODY_BOLD, INK2
from orgmodel.sentences import counted, day, listed

SECTION_NAME: Final = "Decisions"
EMPTY: Final = "No decisions were logged."
_TITLES: Final[dict[DecisionKind, tuple[str, str]]] = {
    "question": ("Open questions", "question"),
    "action": ("Actions", "action"),
    "decision": ("Decisions", "decision"),
}
_COLUMNS: Final = (Column("Day", 40), Column("What was said"), Column("About", 56))


def decisions(matter: Matter) -> list[Leaf]:
    sheet = matter.sheet
    blocks: list[Block] = []
    columns = spread(_COLUMNS, sheet.measure)
    for kind, (title, _) in _TITLES.items():
        here = [each for each in matter.document.decisions if each.kind == kind]
        if here:
            rows = [_row(matter, each) for each in sorted(here, key=_moment, reverse=True)]
            blocks += [heading(title, sheet, holds=20), *table_blocks(columns, rows, names=matter.names)]
    return flowed(SECTION_NAME, "decisions", sheet, _lead(matter.document.decisions), blocks, empty=EMPTY)


def _lead(logged: Sequence[Decision]) -> str:
    if not logged:
        return ""
    counts = [
        counted(count, word)
        for kind, (_, word) in _TITLES.items()
        if (count := sum(each.kind == kind for each in logged))
    ]
    return f"{listed(counts)}, the latest of {day(max(map(_moment, logged)))}."


def _row(matter: Matter, decision: Decision) -> Row:
    about = ", ".join(placed_name(matter.organization, named) for named in decision.about)
    on = decision.on
    told = f"{day(on)}, {on:%H:%M}" if isinstance(on, datetime) else day(on)
    style = BODY_BOLD if decision.kind == "question" else BODY
    return Row((Cell(told, colour=INK2), Cell(decision.text, style), Cell(about or "–", link=_link(decision.about))))


def _link(about: Sequence[Subject]) -> str:
    """Where the only thing it is about stands: a row in the matrix, a team on its page, a service in the matrix."""
    if len(about) != 1:
        return ""
    kind, _ = subject_parts(about[0])
    return f"matrix:{about[0]}" if kind in ("responsibility", "service") else str(about[0])


def _moment(decision: Decision) -> datetime:
    """When it was said, on whatever clock; without an hour, at the start of the day."""
    on: date = decision.on
    return on.replace(tzinfo=None) if isinstance(on, datetime) else datetime(on.year, on.month, on.day)  # noqa: DTZ001
