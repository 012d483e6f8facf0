"""The support chain as a chart by itself: all of it in one, however large."""

from __future__ import annotations

from typing import Final

from orgmodel.diagram.chain import chain_diagram, paper_measures
from orgmodel.diagram.shapes import TextRole
from orgmodel.model.value import changed
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pictures.chart import Drawn, sentence
from orgmodel.pdf.pictures.frame import head_measure
from orgmodel.pdf.pictures.notes import draw_notes, laid_out, notes_height, notes_of
from orgmodel.pdf.sections.chain.chain import SECTION_NAME
from orgmodel.pdf.sections.chain.drawing import TEXTS, draw_chain, extent
from orgmodel.pdf.style import POINT
from orgmodel.pdf.type.typesetting import width_of

EMPTY: Final = "No page goes anywhere yet. The file names no escalation."
_EMPTY_BAND: Final = 17.0
"""So many millimetres high is a band with no cards, for a name of two lines and the count below it."""
_LEAST_WIDTH: Final = 190.0
"""So many millimetres wide are the bands at least, for what is said beside lines at the right of a single card."""


def chain_chart(matter: Matter) -> Drawn:
    organization = matter.organization
    wide = _LEAST_WIDTH / POINT if organization.escalations else 0.0
    measures = changed(paper_measures(_measured, wide, 0.0), empty_band=_EMPTY_BAND / POINT)
    diagram = chain_diagram(organization, matter.report, matter.document.arrangement, measures)
    if not diagram.cards and not diagram.nobody:
        return sentence(SECTION_NAME, EMPTY)
    own = extent(diagram)
    wide, high = own.width * POINT, own.height * POINT
    said = "How a page travels from the first alert to the fix." if organization.escalations else EMPTY
    said = f"{said} {diagram.totals}."
    notes = tuple(notes_of(organization, diagram))
    laid = laid_out(notes, max(wide, head_measure(matter, SECTION_NAME, said)))

    def draw(pen: Pen, top: float) -> None:
        draw_chain(pen, diagram, pen.sheet.left, top, 1.0)
        draw_notes(pen, notes, laid, top + high)

    return Drawn(SECTION_NAME, said, wide, high + notes_height(laid), draw)


def _measured(role: TextRole, text: str) -> float:
    return width_of(text, TEXTS[role]) / POINT
