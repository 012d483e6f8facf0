"""What a chain has no room to say whole, said under it: why pages are lost, on what condition, what nobody does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from orgmodel.diagram.shapes import Arrow, ChainDiagram
from orgmodel.model import ALERT, Organization, Subject, TeamId, subject_parts
from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.style import INK2, SMALL, SMALL_BOLD
from orgmodel.pdf.type.typesetting import ELLIPSIS, Part, Word, flowed
from orgmodel.sentences import capital

_OVER: Final = 4.0
_APART: Final = 1.2
_MARK: Final = 3.0
_INDENT: Final = _MARK + 1.6


class Note(NamedTuple):
    """A mark, what it is about, and what there is to say."""

    mark: str
    about: str
    said: str


Laid = Sequence[Sequence[Sequence[Word]]]
"""For each note its lines."""


def notes_of(organization: Organization, diagram: ChainDiagram) -> Iterator[Note]:
    for arrow in diagram.arrows:
        if arrow.loss and arrow.loss.lines and arrow.loss.lines[-1].endswith(ELLIPSIS):
            yield Note("error", capital(arrow.loss.title), arrow.loss.whole)
    for arrow in diagram.arrows:
        if arrow.label and not _is_whole(arrow):
            source, target = (_named(organization, end) for end in (arrow.source, arrow.target))
            yield Note("", f"{source} to {target}", arrow.label.whole)
    for nobody in diagram.nobody:
        band = next((each.title for each in diagram.bands if each.layer == nobody.layer), "")
        yield Note("nobody", f"Nobody, {band}" if band else "Nobody", ", ".join(nobody.names))


def laid_out(notes: Sequence[Note], width: float) -> Laid:
    """Their lines in a width in millimetres."""
    return [
        flowed((Part(f"{note.about}: ", SMALL_BOLD), Part(note.said, SMALL, INK2)), width - _INDENT) for note in notes
    ]


def notes_height(laid: Laid) -> float:
    lines = sum(len(note) for note in laid)
    return _OVER + lines * SMALL.leading + (len(laid) - 1) * _APART if laid else 0.0


def draw_notes(pen: Pen, notes: Sequence[Note], laid: Laid, top: float) -> None:
    left, y = pen.sheet.left, top + _OVER
    for note, lines in zip(notes, laid, strict=True):
        if note.mark:
            draw_mark(pen, note.mark, left, y + 0.2, _MARK)
        for line in lines:
            pen.words(left + _INDENT, y + SMALL.rise, line)
            y += SMALL.leading
        y += _APART


def _is_whole(arrow: Arrow) -> bool:
    label = arrow.label
    if label is None:
        return True
    shown = ", ".join(filter(None, (label.minutes, f"{label.condition} {label.second}".strip())))
    return shown.split() == label.whole.split()


def _named(organization: Organization, end: Subject) -> str:
    team = subject_parts(end)[1]
    return "Alert" if ALERT in (end, team) else organization.team_name(TeamId(team or str(end)))
