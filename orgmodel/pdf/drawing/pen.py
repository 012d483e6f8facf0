"""Drawing on one page: shapes as page operators, text in embedded subsets; millimetres from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final, Literal

from orgmodel.pdf.drawing.operators import TO_HUNDREDTHS, fill_operator, number
from orgmodel.pdf.drawing.shapes import Shapes
from orgmodel.pdf.file.stamps import Stamps
from orgmodel.pdf.file.tags import NOTHING, Element, Kind, PageTags, Place, Scope
from orgmodel.pdf.style import INK, POINT, Sheet, Type
from orgmodel.pdf.type.glyphs import Glyphs
from orgmodel.pdf.type.scripts import printable
from orgmodel.pdf.type.typesetting import Word, width_of

Align = Literal["left", "right", "centre"]
Box = tuple[float, float, float, float]
_TO_POINTS: Final = 1 / POINT
_TOGETHER: Final = 0.3
"""So few millimetres are no space."""
_BREAKS: Final = (" ", "-", "/")
"""After these a line breaks without a space."""
_NO_GROUP: Final = nullcontext()


class Pen(Shapes):
    """Writes the content of one page.

    `used` holds the marks drawn, in their order, for the page's legend; `places` are what links can lead to, each with
    its page.

    Text lies above shapes; it is kept back until `finish`, so that a page has a single text object. What is written
    inside a tag belongs to it, in the order of writing; text outside any tag is decoration of the page, as shapes are.
    """

    def __init__(self, sheet: Sheet, glyphs: Glyphs, stamps: Stamps) -> None:
        super().__init__(sheet, stamps)
        self.used: dict[str, None] = {}
        self.places: Mapping[str, int] = {}
        self.anchors: dict[str, float] = {}
        self._glyphs = glyphs
        self._text: list[str] = []
        self._font = ""
        self._colour = ""
        self.tags = PageTags()
        self._inside: Element | None = None
        self._marked: Element | None = NOTHING
        self._end = (0.0, 0.0, "")
        self._across = self._up = 0

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

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is written inside is decoration wherever it stands, such as a heading that is repeated over a table."""
        inside, self._inside = self._inside, None
        try:
            yield
        finally:
            self._inside = inside

    def open(self, kind: Kind, *, alt: str = "", scope: Scope = "", span: int = 1, box: Box | None = None) -> None:
        """Begin what `close` ends: the same as `tag`, for what is written thousands of times."""
        self._inside = self.tags.open(Element(kind, alt, scope, span, self._corners(*box) if box else ""))

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

    def about(self, key: str, name: str = "") -> AbstractContextManager[None]:  # noqa: ARG002 (pictures group by it)
        """What is drawn inside is about one thing, such as `team:sre`, whose whole `name` may be cut there."""
        return _NO_GROUP

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
        across, up = round(x * TO_HUNDREDTHS), round((self.sheet.height - base) * TO_HUNDREDTHS)
        # from where the last line began, so that rows of a table are written alike, and pack well
        self._text.append(f"{number(across - self._across)} {number(up - self._up)} Td")
        self._across, self._up = across, up
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
        return "\n".join([self._drawn(), "BT", *self._text, "ET"])

    def _corners(self, x: float, y: float, width: float, height: float) -> str:
        """A rectangle by two of its corners, in points."""
        return f"{self._at(x, y + height)} {self._at(x + width, y)}"
