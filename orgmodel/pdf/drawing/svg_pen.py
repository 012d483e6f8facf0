"""Drawing as SVG with the pen that charts draw with on paper: text stays text, shapes are paths, things are groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from orgmodel.diagram.path import Close, Cubic, Line, Move, Segment
from orgmodel.pdf.drawing.pen import Align, Pen
from orgmodel.pdf.drawing.svg_fonts import font_faces
from orgmodel.pdf.drawing.svg_paths import lengths, path, paths, said
from orgmodel.pdf.file.embedded import Embedded
from orgmodel.pdf.file.stamps import Stamps
from orgmodel.pdf.style import INK, PAPER, POINT, Sheet, Type, Weight
from orgmodel.pdf.type.bidi import is_rightward_first
from orgmodel.pdf.type.glyphs import Glyphs
from orgmodel.pdf.type.scripts import coded_in, printable
from orgmodel.pdf.type.typesetting import ELLIPSIS, width_of

FAMILY: Final = "IBM Plex Sans"
PIXELS: Final = 96 / 72
"""In a point, at 100 %."""

_WEIGHTS: Final[dict[Weight, str]] = {"Regular": "", "Medium": "500", "SemiBold": "600"}
_ANCHORS: Final[dict[Align, str]] = {"left": "", "right": "end", "centre": "middle"}
_LONG: Final = 8
"""A line with so many characters says how wide it is, so that in another font it keeps clear of what is beside it."""
_APART: Final = 3.0
"""Of a line that another one follows within so many millimetres the same is said, however short it is."""


class _Written(NamedTuple):
    """One line of text, `x` and `wide` in millimetres; an empty line has no text."""

    x: float
    base: float
    wide: float
    text: str
    style: Type
    colour: str
    align: Align


class _Group:
    """What is drawn about one thing: its shapes and groups from back to front, and the text over them."""

    def __init__(self, key: str = "", name: str = "") -> None:
        self.key = key
        self.name = name
        self.shapes: list[str] = []
        self.texts: list[_Written] = []

    def __str__(self) -> str:
        key = f' id="{attribute(self.key)}"' if self.key else ""
        name = f"<title>{data(self.name)}</title>" if self.name else ""
        return f"<g{key}>{name}{self.inside()}</g>"

    def inside(self, between: str = "") -> str:
        after: Sequence[_Written | None] = (*self.texts[1:], None)
        lines = (_text(written, following) for written, following in zip(self.texts, after, strict=False))
        return between.join((*self.shapes, *lines))


class SvgPen(Pen):
    """Writes one picture; `missing` holds the characters for which only codes in brackets were shown.

    `written` holds the characters in use, for the type that goes along.

    Millimetres become points, the unit of the picture. Within a group text lies above shapes, as on paper.
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet, Glyphs(Embedded().document), Stamps())
        self.missing: dict[str, None] = {}
        self.written: dict[Weight, set[str]] = {}
        self._groups = [_Group()]
        self._keys: set[str] = set()

    @contextmanager
    def about(self, key: str, name: str = "") -> Iterator[None]:
        """Group what is drawn inside; only the first group about a thing has its key."""
        group = _Group("" if key in self._keys else key, name)
        self._keys.add(key)
        self._groups.append(group)
        yield
        self._groups.pop()
        if group.shapes or group.texts:
            self._groups[-1].shapes.append(str(group))

    def text(self, x: float, base: float, text: str, style: Type, colour: str = INK, *, align: Align = "left") -> float:
        shown = printable(text)
        if not shown:
            return 0.0
        if "[" in shown:
            self.missing.update(dict.fromkeys(coded_in(shown)))
        wide = width_of(shown, style)
        seen = shown.strip(" ")
        if seen:
            if align == "left":
                x += width_of(shown[: len(shown) - len(shown.lstrip(" "))], style)
            written = _Written(x, base, width_of(seen, style), seen, style, colour, align)
            self._groups[-1].texts.append(written)
            self.written.setdefault(style.weight, set()).update(seen)
        return wide

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float, *, colour: str = INK) -> None:
        self._put(path(f"M{_at(x1, y1)}L{_at(x2, y2)}", stroke=colour, width=width))

    def stroke(self, points: Sequence[tuple[float, float]], width: float, colour: str = INK, dash: str = "") -> None:
        ways = "L".join(_at(x, y) for x, y in points)
        self._put(path(f"M{ways}", stroke=colour, width=width, dash=lengths(dash)))

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
        if fill is None and stroke is None:
            return
        ink = f'fill="{fill or "none"}"'
        ink += f' stroke="{stroke}" stroke-width="{said(line)}"' if stroke else ""
        ink += f' stroke-dasharray="{lengths(dash)}"' if stroke and dash else ""
        ink += f' rx="{said(min(radius, width / 2, height / 2) / POINT)}"' if radius else ""
        size = f'width="{said(width / POINT)}" height="{said(height / POINT)}"'
        self._put(f'<rect x="{said(x / POINT)}" y="{said(y / POINT)}" {size} {ink}/>')

    def outline(
        self,
        segments: Sequence[Segment],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 1.0,
        dash: str = "",
    ) -> None:
        self._put(path("".join(map(_step, segments)), fill, stroke, line, lengths(dash)))

    def shape(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        self._put(path(f"M{'L'.join(_at(x, y) for x, y in points)}Z", fill))

    def hatch(self, x: float, y: float, width: float, height: float, colour: str, *, step: float = 2.0) -> None:
        """The same lines as on paper, each as long as what the rectangle shows of it."""
        parts = []
        start = int((x + y) / step) * step
        while start < x + y + width + height:
            right, left = min(x + width, start - y), max(x, start - y - height)
            if left < right:
                parts.append(f"M{_at(right, start - right)}L{_at(left, start - left)}")
            start += step
        if parts:
            self._put(path("".join(parts), stroke=colour, width=0.6))

    def stamp(self, drawn: str, x: float, y: float) -> None:
        shapes = paths(drawn)
        if shapes:
            self._put(f'<g transform="translate({_at(x, y)})">{shapes}</g>')

    def finish(self) -> str:
        """All of the picture, without its frame; a line for each thing."""
        return self._groups[0].inside("\n")

    def _put(self, element: str) -> None:
        self._groups[-1].shapes.append(element)


def document(pen: SvgPen, *, title: str, said_of_it: str, language: str, scale: float) -> str:
    """The whole file: the picture of a pen on paper, with what it is in words; `scale` 1.0 is 100 %."""
    wide, high = pen.sheet.width / POINT, pen.sheet.height / POINT
    size = f'width="{said(wide * PIXELS * scale)}" height="{said(high * PIXELS * scale)}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {said(wide)} {said(high)}" role="img"'
        f' lang="{language}" xml:lang="{language}" aria-labelledby="title desc"'
        f' font-family="{FAMILY}, sans-serif" fill="{INK}">\n'
        f'<title id="title">{data(title)}</title>\n<desc id="desc">{data(said_of_it)}</desc>\n'
        f"<style>{font_faces(FAMILY, _WEIGHTS, pen.written)}</style>\n"
        f'<rect width="{said(wide)}" height="{said(high)}" fill="{PAPER}"/>\n{pen.finish()}\n</svg>\n'
    )


def data(text: str) -> str:
    """Text as data; what XML cannot hold stands as the sign for a character that is not there."""
    return escape("".join(each if _is_xml(ord(each)) else "�" for each in text))


def attribute(text: str) -> str:
    return data("_".join(text.split())).replace('"', "&quot;")


def _is_xml(code: int) -> bool:
    return code in (0x9, 0xA) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF


def _text(written: _Written, following: _Written | None) -> str:
    """A line of text; one that runs from right to left begins where it ends."""
    x, base, wide, text, style, colour, align = written
    weight, anchor, direction = _WEIGHTS[style.weight], _ANCHORS[align], ""
    if not text.isascii() and is_rightward_first(text):
        anchor, direction = {"": "end", "end": "", "middle": "middle"}[anchor], ' direction="rtl"'
    ink = f' font-weight="{weight}"' if weight else ""
    ink += f' fill="{colour}"' if colour != INK else ""
    ink += f' text-anchor="{anchor}"' if anchor else ""
    ink += ' xml:space="preserve"' if "  " in text else ""
    if len(text) >= _LONG or ELLIPSIS in text or _is_followed(written, following):
        ink += f' textLength="{said(wide / POINT)}"'
    place = f'x="{said(x / POINT)}" y="{said(base / POINT)}"'
    return f'<text {place} font-size="{said(style.size)}"{ink}{direction}>{data(text)}</text>'


def _is_followed(written: _Written, following: _Written | None) -> bool:
    if following is None or following.base != written.base or len(written.text) < 2:
        return False
    return -0.1 < following.x - written.x - written.wide < _APART


def _step(segment: Segment) -> str:
    match segment:
        case Move(x, y):
            return f"M{_at(x, y)}"
        case Line(x, y):
            return f"L{_at(x, y)}"
        case Cubic(x1, y1, x2, y2, x, y):
            return f"C{_at(x1, y1)} {_at(x2, y2)} {_at(x, y)}"
        case Close():
            return "Z"


def _at(x: float, y: float) -> str:
    """A place in points."""
    return f"{said(x / POINT)} {said(y / POINT)}"
