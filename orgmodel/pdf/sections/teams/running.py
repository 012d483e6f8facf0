"""The names of rows as running text, where there is nothing to draw for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from orgmodel.model import Responsibility
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import CONTINUED
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.sections.teams.flow import Cell, Corner
from orgmodel.pdf.style import INK, INK2, SMALL, SMALL_BOLD
from orgmodel.pdf.type.typesetting import Part, Word, flowed, width_of
from orgmodel.sentences import listed

_LABEL: Final = 20.0
"""So far in, in millimetres, the text stands beside its label."""
_OVER_TEXT: Final = 1.4


def fits_labelled(said: str, measure: float) -> bool:
    """Whether a few words stand in one line beside a label."""
    return width_of(said, SMALL) <= measure - _LABEL


def labelled(label: str, said: str) -> Cell:
    """A word in bold with a few words beside it, in one line."""
    return Cell(SMALL.leading + _OVER_TEXT, partial(_draw_running, label, (Word(0, said, SMALL, INK2),)))


def running(matter: Matter, label: str, rows: list[Responsibility], measure: float) -> Iterator[Cell]:
    """The names of rows as text, service by service where they are of several, a cell for each line."""
    if not rows:
        return
    parts: list[Part] = []
    alike = _alike(matter, rows)
    for names, services in alike:
        if len(alike) > 1 or len(services) > 1:
            parts.append(Part(f"{listed(services)}: ", SMALL, INK))
        parts.append(Part(f"{', '.join(names)}. ", SMALL, INK2))
    again = Cell(0.0, partial(_draw_running, CONTINUED, ()))
    for number, line in enumerate(flowed(parts, measure - _LABEL)):
        if number == 0:
            yield Cell(SMALL.leading + _OVER_TEXT, partial(_draw_running, label, tuple(line)))
        else:
            yield Cell(SMALL.leading, partial(_draw_running, "", tuple(line)), again)


def _alike(matter: Matter, rows: list[Responsibility]) -> list[tuple[tuple[str, ...], list[str]]]:
    """The names of rows, with the services that have just these, or that each of these is of: what is shorter."""
    by_service: dict[str, list[str]] = {}
    by_name: dict[str, list[str]] = {}
    for row in rows:
        matter.names.note(row.name)
        found = matter.organization.service_by_id.get(row.service) if row.service else None
        service = found.name if found else str(row.service or "Of no service")
        by_service.setdefault(service, []).append(row.name)
        by_name.setdefault(row.name, []).append(service)
    of_services = [(names, list(services)) for names, services in _together(by_service)]
    of_names = [(tuple(names), list(services)) for services, names in _together(by_name)]
    return min(of_services, of_names, key=_length)


def _together(held: Mapping[str, list[str]]) -> list[tuple[tuple[str, ...], list[str]]]:
    """What is held by several alike, with those that hold just that."""
    found: dict[tuple[str, ...], list[str]] = {}
    for holder, what in held.items():
        found.setdefault(tuple(what), []).append(holder)
    return list(found.items())


def _length(alike: list[tuple[tuple[str, ...], list[str]]]) -> int:
    return sum(len(word) + 2 for names, services in alike for word in (*names, *services))


def _draw_running(label: str, line: tuple[Word, ...], pen: Pen, at: Corner, _: Folio) -> None:
    base = at.y + (_OVER_TEXT if label and line else 0.0) + SMALL.rise
    if label:
        pen.text(at.x, base, label, SMALL_BOLD if line else SMALL, INK if line else INK2)
    pen.words(at.x + _LABEL, base, line)
