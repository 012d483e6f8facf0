"""One chart as a picture, as large as what it shows: SVG, whose text stays text, or PNG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.drawing.raster import pixels
from orgmodel.pdf.drawing.raster import png as png_of
from orgmodel.pdf.drawing.svg_pen import SvgPen
from orgmodel.pdf.drawing.svg_pen import document as svg_document
from orgmodel.pdf.file.metadata import LANGUAGE, About
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.pdf_file import PdfFile
from orgmodel.pdf.pictures.chain import chain_chart
from orgmodel.pdf.pictures.chart import Chart, ChartName, Drawn
from orgmodel.pdf.pictures.frame import Framed, framed, least_size
from orgmodel.pdf.pictures.layout import layout_chart
from orgmodel.pdf.pictures.matrix import matrix_chart
from orgmodel.pdf.type.glyphs import Glyphs
from orgmodel.pdf.type.scripts import missing_said, writable
from orgmodel.sentences import day

CHARTS: Final[Mapping[ChartName, Chart]] = {"chain": chain_chart, "layout": layout_chart, "matrix": matrix_chart}
_MOST_LEGEND: Final = 30.0
"""So many millimetres high is a legend with the space over it."""


class Picture(NamedTuple):
    """The bytes of a picture, and sentences about what could not be shown as it is written."""

    data: bytes
    warnings: tuple[str, ...]


class _Wanted(NamedTuple):
    """A chart in its frame, and what is said of it."""

    framed: Framed
    title: str
    said: str


def svg(matter: Matter, chart: ChartName = "chain", scale: float = 1.0) -> Picture:
    """The same input gives the same bytes; at a scale of 1 a point of the paper is a point."""
    wanted = _wanted(matter, CHARTS[chart](matter))
    pen = SvgPen(wanted.framed.sheet)
    wanted.framed.draw(pen)
    text = svg_document(pen, title=wanted.title, said_of_it=wanted.said, language=LANGUAGE, scale=scale)
    return Picture(text.encode(), missing_said(pen.missing))


def png(matter: Matter, chart: ChartName = "chain", scale: float = 1.0) -> Picture:
    """96 pixels an inch at a scale of 1; raises `ExportFailed` where they become too many."""
    drawn = CHARTS[chart](matter)
    width, height = least_size(drawn)
    pixels(width, height, scale, spare=_MOST_LEGEND)  # before any of it is drawn, which takes longer than all else
    wanted = _wanted(matter, drawn)
    sheet = wanted.framed.sheet
    file = PdfFile(1)
    glyphs = Glyphs(file.fonts.document)
    pen = Pen(sheet, glyphs, file.stamps)
    wanted.framed.draw(pen)
    file.add(wanted.title, pen, keys=(), bookmarks=())
    about = About(title=writable(wanted.title), author="", subject="", given=matter.today)
    return Picture(png_of(file.finished(about), sheet.width, sheet.height, scale), missing_said(glyphs.missing))


def _wanted(matter: Matter, drawn: Drawn) -> _Wanted:
    title = f"{matter.organization.name}: {drawn.title}"
    said = f"{drawn.said} {matter.scenario}. Given {day(matter.today)}."
    return _Wanted(framed(matter, drawn), title, said)
