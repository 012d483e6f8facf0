"""What the tests of the paper share: a day, samples, and a look at what was drawn where."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from orgmodel.analysis import analyse
from orgmodel.pdf import Order, paper
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.yaml_file import read_file

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[2] / "sample_orgs"


@cache
def sample_document(name):
    return read_file(SAMPLES / f"{name}.yaml").document


def printed(document, page="A4", **order):
    return paper(document, analyse(document, TODAY), today=TODAY, order=Order(page=page, **order))


@cache
def printed_sample(name, page="A4"):
    """A sample as a stakeholder gets it, made once for all tests that only read it."""
    return printed(sample_document(name), page)


@cache
def texts_of_sample(name, page="A4"):
    """The text of each of its pages."""
    return tuple(each.extract_text() for each in reader(printed_sample(name, page).data).pages)


def reader(data):
    return PdfReader(BytesIO(data))


def page_texts(data):
    """What a reader finds on each page: quicker than the text of `reader`, and by another program."""
    with pypdfium2.PdfDocument(data) as held:
        return [page.get_textpage().get_text_range() for page in held]


def flat(text):
    """Text as one line, as somebody who searches it sees it."""
    return re.sub(r"\s+", " ", text)


def text_of(data):
    return flat(" ".join(page.extract_text() for page in reader(data).pages))


@contextmanager
def watched():
    """Every text, box and line that is drawn: what it is, its sheet, and left, top, right and bottom in millimetres."""
    seen = []

    def record(pen, what, *sides):
        seen.append((what, pen.sheet, *sides))

    text, box, line = Pen.text, Pen.box, Pen.line

    def watched_text(self, x, base, written, *ink, align="left"):
        style = ink[0]
        wide = text(self, x, base, written, *ink, align=align)
        left = x - (wide if align == "right" else wide / 2 if align == "centre" else 0)
        record(self, written, left, base - style.size * 0.26, left + wide, base)
        if not re.fullmatch("A[PS]|IS|FS|GO|OT", written):
            assert style.size >= 7, f"{written} in {style.size} points"
        return wide

    def watched_box(self, x, y, width, height, **how):
        record(self, "box", x, y, x + width, y + height)
        box(self, x, y, width, height, **how)

    def watched_line(self, x1, y1, x2, y2, *ink, **how):
        record(self, "line", min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        line(self, x1, y1, x2, y2, *ink, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pen, "text", watched_text)
        patch.setattr(Pen, "box", watched_box)
        patch.setattr(Pen, "line", watched_line)
        yield seen


def outside(seen, slack=0.7):
    """What was drawn beyond the margins of its page."""
    return [
        (what, round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
        for what, sheet, left, top, right, bottom in seen
        if left < sheet.left - slack or right > sheet.right + slack or top < 10 or bottom > sheet.height - 8
    ]
