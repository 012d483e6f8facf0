"""Where everything on the pages was put, as boxes in millimetres, and what of it is not where it may be."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2
import pytest

from orgmodel.diagram.path import Close, Cubic
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages import book
from orgmodel.pdf.style import POINT, Sheet

CODES = "A[PS]|IS|FS|GO|OT"
"""The letters inside a kind's shape, which may be as small as the shape asks."""
SMALLEST = 7
SLACK = 0.7
HEAD, FOOT = 10.0, 8.0
NEARLY_WHITE = 250


class Drawn(NamedTuple):
    """A text, or a shape by the name of its way of drawing; `part` of the page is frame, legend or content.

    `inside` are the tags that are open around it, the outermost first; `size` is of type, 0 of shapes.
    """

    what: str
    page: int
    part: str
    sheet: Sheet
    left: float
    top: float
    right: float
    bottom: float
    inside: tuple[str, ...] = ()
    size: float = 0.0


@contextmanager
def drawn_boxes():
    """Everything that is drawn, in its order."""
    seen: list[Drawn] = []
    pages: dict[int, tuple[int, Pen]] = {}
    part = ["content"]

    def record(pen, what, xs, ys, size=0.0):
        page, _ = pages.setdefault(id(pen), (len(pages) + 1, pen))
        inside = tuple(element.kind for element in pen.tags._open)
        seen.append(Drawn(what, page, part[0], pen.sheet, min(xs), min(ys), max(xs), max(ys), inside, size))

    def watched(name, boxes):
        drawing = getattr(Pen, name)

        def draw(self, *given, **how):
            record(self, name, *boxes(*given, **how))
            return drawing(self, *given, **how)

        return draw

    text = Pen.text

    def watched_text(self, x, base, written, style, *ink, align="left"):
        wide = text(self, x, base, written, style, *ink, align=align)
        if wide:
            left = x - (wide if align == "right" else wide / 2 if align == "centre" else 0)
            record(self, written, (left, left + wide), (base - style.size * 0.26, base), style.size)
        return wide

    def named(name, drawing):
        def draw(*given):
            part[0] = name
            drawing(*given)
            part[0] = "content"

        return draw

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pen, "text", watched_text)
        for name, boxes in SHAPES.items():
            patch.setattr(Pen, name, watched(name, boxes))
        patch.setattr(book._Frame, "draw", named("frame", book._Frame.draw))
        patch.setattr(book, "draw_legend", named("legend", book.draw_legend))
        yield seen


def _sides(x, y, width, height, *_, **__):
    return (x, x + width), (y, y + height)


def _ends(points, *_, **__):
    return [x for x, _ in points], [y for _, y in points]


def _steps(segments, **_):
    numbers = [
        (x, y)
        for segment in segments
        if not isinstance(segment, Close)
        for x, y in ([segment[4:6]] if isinstance(segment, Cubic) else [segment[:2]])
    ]
    return _ends(numbers or [(50, 50)])


SHAPES = {
    "box": _sides,
    "hatch": _sides,
    "link": _sides,
    "line": lambda x1, y1, x2, y2, *_, **__: ((x1, x2), (y1, y2)),
    "stroke": _ends,
    "shape": _ends,
    "outline": _steps,
}


def faults_of(drawn):
    """Sentences on what is too small, beyond the margins, or in the way of a page's legend and foot."""
    found = []
    tops: dict[int, float] = {}
    for each in drawn:
        if each.part == "legend":
            tops[each.page] = min(tops.get(each.page, each.top), each.top)
    for each in drawn:
        where = f"{each.what[:40]!r} on page {each.page}"
        sheet = each.sheet
        if each.size and each.size < SMALLEST and not re.fullmatch(CODES, each.what):
            found.append(f"{where} in {each.size} points")
        if each.left < sheet.left - SLACK or each.right > sheet.right + SLACK:
            found.append(f"{where} from {each.left:.1f} to {each.right:.1f}: not within {sheet.left} to {sheet.right}")
        lowest = sheet.height - FOOT
        if each.part == "content":
            lowest = min(tops.get(each.page, sheet.footer_rule), sheet.footer_rule) + SLACK
        if each.top < HEAD or each.bottom > lowest:
            found.append(f"{where} from {each.top:.1f} to {each.bottom:.1f}: not within {HEAD} to {lowest:.1f}")
    return found


def empty_pages(drawn, count):
    """The numbers of pages on which nothing is said between head and foot."""
    full = {each.page for each in drawn if each.part == "content" and each.size and each.what.strip()}
    return sorted(set(range(1, count + 1)) - full)


def inked_margins(data, sheets, pages):
    """What of some pages a reader draws beyond the margins, whatever operators it was drawn with."""
    found = []
    with pypdfium2.PdfDocument(data) as held:
        for number in pages:
            bitmap = held[number - 1].render(scale=1, grayscale=True)
            dots = memoryview(bitmap.buffer)
            rows = [bytes(dots[y * bitmap.stride :][: bitmap.width]) for y in range(bitmap.height)]
            sheet = sheets[number]
            left, right = int((sheet.left - SLACK) / POINT) - 1, int((sheet.right + SLACK) / POINT) + 2
            top, bottom = int(HEAD / POINT) - 1, int((sheet.height - FOOT) / POINT) + 2
            sides = {
                "left": [row[:left] for row in rows],
                "right": [row[right:] for row in rows],
                "upper": rows[:top],
                "lower": rows[bottom:],
            }
            for side, strip in sides.items():
                if min(map(min, strip)) < NEARLY_WHITE:
                    found.append(f"page {number}: something beyond the {side} margin")
    return found
