"""Drawing on one page: shapes as page operators, text in embedded subsets; millimetres from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, Literal

from orgmodel.diagram.path import Close, Cubic, Line, Move, Segment
from orgmodel.pdf.glyphs import Glyphs
from orgmodel.pdf.scripts import printable
from orgmodel.pdf.stamps import Stamps
from orgmodel.pdf.style import INK, POINT, Sheet, Type
from orgmodel.pdf.tags import NOTHING, Element, Kind, PageTags, Place, Scope
from orgmodel.pdf.typesetting import Word, width_of

Align = Literal["left", "right", "centre"]
Box = tuple[float, float, float, float]
_TO_POINTS: Final = 1 / POINT
_TOGETHER: Final = 0.3
"""So few millimetres are no space."""
_BREAKS: Final = (" ", "-", "/")
"""After these a line breaks without a space."""


class Pen:
    """Writes the content of one page.

    `used` holds the marks drawn, in their order, for the page's legend; `places` are what links can lead to, each with
    its page.

    Text lies above shapes; it is kept back until `finish`, so that a page has a single text object. What is written
    inside a tag belongs to it, in the order of writing; text outside any tag is decoration of the page, as shapes are.
    """

    def __init__(self, sheet: Sheet, glyphs: Glyphs, stamps: Stamps) -> None:
        self.sheet = sheet
        self.used: dict[str, None] = {}
        self.places: Mapping[str, int] = {}
        self.anchors: dict[str, float] = {}
        self._glyphs = glyphs
        self._stamps = stamps
        self._shapes: list[str] = []
        self._text: list[str] = []
        self._font = ""
        self._colour = ""
        self.tags = PageTags()
        self._inside: Element | None = None
        self._marked: Element | None = NOTHING
        self._end = (0.0, 0.0, "")

    # what text is

    @contextmanager
    def tag(
        self, kind: Kind, *, alt: str = "", scope: Scope = "", span: int = 1, box: Box | None = None
    ) -> Iterator[None]:
        """What is written inside is of a kind: a heading, a cell over `span` columns, a figure that `alt` describes.

        `box` is where a figure is: left, top, width and height.
        """
        self.open(kind, alt=alt, scope=scope, span=span, box=box)
        try:
            yield
        finally:
            self.close()

    def open(self, kind: Kind, *, alt: str = "", scope: Scope = "", span: int = 1, box: Box | None = None) -> None:
        """Begin what `close` ends: the same as `tag`, for what is written thousands of times."""
        self._inside = Element(kind, alt, scope, span, self._corners(*box) if box else "")
        self.tags.open(self._inside)

    def close(self) -> None:
        closed, self._inside = self.tags.close()
        if closed.kind == "Figure" and not closed.kids:
            self._mark(closed)  # only what has a place on the page can be pointed at

    def title(self, text: str, style: Type, *, is_first: bool = True) -> float:
        """Write a section's name at the top of a page, once as its heading and later as decoration; gives its width."""
        base = self.sheet.top + style.rise
        if is_first:
            return self.piece("H1", self.sheet.left, base, text, style)
        return self.text(self.sheet.left, base, text, style)

    def piece(  # noqa: PLR0917 (the kind, and then what `text` takes)
        self,
        kind: Kind,
        x: float,
        base: float,
        text: str,
        style: Type,
        colour: str = INK,
        *,
        align: Align = "left",
        scope: Scope = "",
    ) -> float:
        """Write one line that is all of a heading, a cell or another piece; gives its width."""
        self.open(kind, scope=scope)
        wide = self.text(x, base, text, style, colour, align=align)
        self.close()
        return wide

    def cells(self, count: int, kind: Kind = "TD", *, alt: str = "", scope: Scope = "") -> None:
        """Cells of a row in which nothing is written; `alt` is what the marks in them say."""
        for _ in range(count):
            self.tags.add(Element(kind, alt, scope))

    def _mark(self, element: Element | None) -> None:
        """Begin a marked sequence of an element, or of decoration."""
        if self._marked is not NOTHING:
            self._text.append("EMC")
        if element is None:
            self._text.append("/Artifact BMC")
        else:
            self._text.append(f"/{element.kind}<</MCID {self.tags.mark(element)}>>BDC")
        self._marked = element

    # text

    def text(self, x: float, base: float, text: str, style: Type, colour: str = INK, *, align: Align = "left") -> float:
        """Write one line with its baseline at `base`; gives its width."""
        shown = printable(text)
        if not shown:
            return 0.0
        wide = width_of(shown, style)
        if align != "left":
            x -= wide if align == "right" else wide / 2
        if self._inside is not self._marked:
            self._mark(self._inside)
        elif self._inside is not None and not self._goes_on(x, base):
            self._show(" ", style)
        self._end = (x + wide, base, shown[-1:])
        if colour != self._colour:
            self._text.append(fill_operator(colour))
            self._colour = colour
        self._text.append(f"1 0 0 1 {x * _TO_POINTS:.2f} {(self.sheet.height - base) * _TO_POINTS:.2f} Tm")
        self._show(shown, style)
        return wide

    def _show(self, shown: str, style: Type) -> None:
        for font, code in self._glyphs.encoded(shown, style):
            if font != self._font:
                self._text.append(font)
                self._font = font
            self._text.append(code)

    def _goes_on(self, x: float, base: float) -> bool:
        """Whether text begins where the last one ended, so that no space is between them."""
        end, level, last = self._end
        return (level == base and abs(x - end) < _TOGETHER) or last in _BREAKS

    def lines(
        self, x: float, top: float, lines: Sequence[str], style: Type, colour: str = INK, *, align: Align = "left"
    ) -> float:
        """Write lines below each other from `top`; gives where the next would start."""
        for line in lines:
            self.text(x, top + style.rise, line, style, colour, align=align)
            top += style.leading
        return top

    def words(self, x: float, base: float, words: Sequence[Word]) -> None:
        """Write one line of differently set words."""
        for word in words:
            self.text(x + word.x, base, word.text, word.style, word.colour)

    # shapes

    def rule(self, x1: float, y: float, x2: float, width: float, colour: str = INK) -> None:
        """A horizontal line, its width in points."""
        self.line(x1, y, x2, y, width, colour=colour)

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float, *, colour: str = INK) -> None:
        self._shapes.append(f"{stroke_operator(colour)} {width:.2f} w {self._at(x1, y1)} m {self._at(x2, y2)} l S")

    def stroke(self, points: Sequence[tuple[float, float]], width: float, colour: str = INK, dash: str = "") -> None:
        """A line through points, its width and dashes in points."""
        ways = " ".join(f"{self._at(x, y)} {'l' if place else 'm'}" for place, (x, y) in enumerate(points))
        self._shapes.append(f"q {stroke_operator(colour)} {width:.2f} w [{dash}] 0 d {ways} S Q")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.5,
        radius: float = 0.0,
        dash: str = "",
    ) -> None:
        """A rectangle; `line` in points, `dash` as lengths in points: `2.6 1.7`."""
        if fill is None and stroke is None:
            return
        inked = f"{fill_operator(fill) if fill else ''} {f'{stroke_operator(stroke)} {line:.2f} w' if stroke else ''}"
        self._shapes.append(
            f"q {inked} {f'[{dash}] 0 d' if dash else ''} {self._rectangle(x, y, width, height, radius)}"
        )
        self._shapes.append(f"{'B' if fill and stroke else 'f' if fill else 'S'} Q")

    def outline(
        self,
        segments: Sequence[Segment],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 1.0,
        dash: str = "",
    ) -> None:
        """An outline whose coordinates are millimetres of the page; `line` and `dash` are points."""
        scale = f"{_TO_POINTS:.5f} 0 0 {-_TO_POINTS:.5f} 0 {self.sheet.height * _TO_POINTS:.2f} cm"
        inked = fill_operator(fill) if fill else ""
        if stroke:
            inked += f" {stroke_operator(stroke)} {line * POINT:.4f} w"
        dashes = " ".join(f"{float(length) * POINT:.4f}" for length in dash.split())
        painted = "B" if fill and stroke else "f" if fill else "S"
        self._shapes.append(f"q {scale} {inked} [{dashes}] 0 d {operators(segments)} {painted} Q")

    def shape(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """A filled polygon."""
        ways = " ".join(f"{self._at(x, y)} {'l' if place else 'm'}" for place, (x, y) in enumerate(points))
        self._shapes.append(f"{fill_operator(fill)} {ways} h f")

    def hatch(self, x: float, y: float, width: float, height: float, colour: str, *, step: float = 2.0) -> None:
        """45° lines over a rectangle, `step` millimetres apart along its edge."""
        parts = [f"q {self._rectangle(x, y, width, height, 0)} W n {stroke_operator(colour)} 0.6 w"]
        # every hatched rectangle of a page cuts the same field of lines, so neighbours join without a seam
        start = int((x + y) / step) * step
        while start < x + y + width + height:
            parts.append(f"{self._at(start - y, y)} m {self._at(start - y - height, y + height)} l")
            start += step
        self._shapes.append(" ".join([*parts, "S Q"]))

    def literal(self, operators_: str) -> None:
        """Page operators in points from the lower left corner, for what is drawn thousands of times."""
        self._shapes.append(operators_)

    def stamp(self, drawn: str, x: float, y: float) -> None:
        """Operators in points from a place of the page, drawn there; what a document repeats is kept once."""
        kept = self._stamps.kept(drawn)
        self._shapes.append(f"q 1 0 0 1 {self._at(x, y)} cm {kept} Q")

    # places to go

    def link(self, x: float, y: float, width: float, height: float, anchor: str) -> None:
        """Make a rectangle lead to an anchor, if that is printed; inside a tag "Link" it is a part of that."""
        page = self.places.get(anchor)
        if page is not None:
            self.tags.link(Place(self._corners(x, y, width, height), anchor, f"Page {page}"))

    def anchor(self, key: str, y: float = 0.0) -> None:
        """Name a height of this page, to be led to."""
        self.anchors[key] = (self.sheet.height - y) * _TO_POINTS

    def finish(self) -> str:
        """Everything as the content of a page."""
        if self._marked is not NOTHING:
            self._text.append("EMC")
        return "\n".join(["/Artifact BMC q", *self._shapes, "Q EMC BT", *self._text, "ET"])

    def _corners(self, x: float, y: float, width: float, height: float) -> str:
        """A rectangle by two of its corners, in points."""
        return f"{self._at(x, y + height)} {self._at(x + width, y)}"

    def _at(self, x: float, y: float) -> str:
        return f"{x * _TO_POINTS:.2f} {(self.sheet.height - y) * _TO_POINTS:.2f}"

    def _rectangle(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        left, low = x * _TO_POINTS, (self.sheet.height - y - height) * _TO_POINTS
        wide, high = width * _TO_POINTS, height * _TO_POINTS
        if not radius:
            return f"{left:.2f} {low:.2f} {wide:.2f} {high:.2f} re"
        return rounded(left, low, wide, high, radius * _TO_POINTS)


def operators(segments: Sequence[Segment]) -> str:
    """The steps of an outline, unpainted, in its own units."""
    steps = []
    for segment in segments:
        match segment:
            case Move(x, y):
                steps.append(f"{x:.3f} {y:.3f} m")
            case Line(x, y):
                steps.append(f"{x:.3f} {y:.3f} l")
            case Cubic():
                steps.append(" ".join(f"{number:.3f}" for number in segment) + " c")
            case Close():
                steps.append("h")
    return " ".join(steps)


def rounded(left: float, low: float, wide: float, high: float, radius: float) -> str:
    """The operators of a rectangle with round corners, in points."""
    radius = min(radius, wide / 2, high / 2)
    bend = radius * 0.4477
    right, top = left + wide, low + high
    numbers = (
        (left + radius, low, "m"),
        (right - radius, low, "l"),
        (right - bend, low, right, low + bend, right, low + radius, "c"),
        (right, top - radius, "l"),
        (right, top - bend, right - bend, top, right - radius, top, "c"),
        (left + radius, top, "l"),
        (left + bend, top, left, top - bend, left, top - radius, "c"),
        (left, low + radius, "l"),
        (left, low + bend, left + bend, low, left + radius, low, "c"),
    )
    return " ".join(" ".join(n if isinstance(n, str) else f"{n:.2f}" for n in step) for step in numbers) + " h"


def fill_operator(colour: str) -> str:
    return f"{_components(colour)} rg"


def stroke_operator(colour: str) -> str:
    return f"{_components(colour)} RG"


_COMPONENTS: dict[str, str] = {}


def _components(colour: str) -> str:
    found = _COMPONENTS.get(colour)
    if found is None:
        parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        found = _COMPONENTS[colour] = " ".join(f"{part:.4g}" for part in parts)
    return found
