"""Lines, boxes and marks on one page, as page operators; millimetres from the top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from orgmodel.diagram.path import Segment
from orgmodel.pdf.drawing.operators import TO_HUNDREDTHS, fill_operator, number, operators, rounded, stroke_operator
from orgmodel.pdf.file.stamps import Stamps
from orgmodel.pdf.style import INK, POINT, Sheet

_TO_POINTS: Final = 1 / POINT


class Shapes:
    """What is drawn on a page, from back to front."""

    def __init__(self, sheet: Sheet, stamps: Stamps) -> None:
        self.sheet = sheet
        self._stamps = stamps
        self._shapes: list[str] = []
        self._last: tuple[int, int] | None = None

    def rule(self, x1: float, y: float, x2: float, width: float, colour: str = INK) -> None:
        """A horizontal line, its width in points."""
        self.line(x1, y, x2, y, width, colour=colour)

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float, *, colour: str = INK) -> None:
        across, up = f"{(x2 - x1) * _TO_POINTS:.2f}", f"{(y1 - y2) * _TO_POINTS:.2f}"
        self.stamp(f"{stroke_operator(colour)} {width:.2f} w 0 0 m {across} {up} l S", x1, y1)

    def stroke(self, points: Sequence[tuple[float, float]], width: float, colour: str = INK, dash: str = "") -> None:
        """A line through points, its width and dashes in points."""
        ways = " ".join(f"{self._at(x, y)} {'l' if place else 'm'}" for place, (x, y) in enumerate(points))
        self._draw(f"q {stroke_operator(colour)} {width:.2f} w [{dash}] 0 d {ways} S Q")

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
        self._draw(f"q {inked} {f'[{dash}] 0 d' if dash else ''} {self._rectangle(x, y, width, height, radius)}")
        self._draw(f"{'B' if fill and stroke else 'f' if fill else 'S'} Q")

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
        self._draw(f"q {scale} {inked} [{dashes}] 0 d {operators(segments)} {painted} Q")

    def shape(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """A filled polygon."""
        ways = " ".join(f"{self._at(x, y)} {'l' if place else 'm'}" for place, (x, y) in enumerate(points))
        self._draw(f"{fill_operator(fill)} {ways} h f")

    def hatch(self, x: float, y: float, width: float, height: float, colour: str, *, step: float = 2.0) -> None:
        """45° lines over a rectangle, `step` millimetres apart along its edge."""
        parts = [f"q {self._rectangle(x, y, width, height, 0)} W n {stroke_operator(colour)} 0.6 w"]
        # every hatched rectangle of a page cuts the same field of lines, so neighbours join without a seam
        start = int((x + y) / step) * step
        while start < x + y + width + height:
            parts.append(f"{self._at(start - y, y)} m {self._at(start - y - height, y + height)} l")
            start += step
        self._draw(" ".join([*parts, "S Q"]))

    def stamp(self, drawn: str, x: float, y: float) -> None:
        """Operators in points from a place of the page, drawn there; what a document repeats is kept once.

        Stamps in a row are each placed from the one before: rows of a table so look alike, and pack well.
        """
        across, up = round(x * TO_HUNDREDTHS), round((self.sheet.height - y) * TO_HUNDREDTHS)
        kept = self._stamps.kept(drawn)
        if self._last is None:
            self._shapes.append(f"q 1 0 0 1 {number(across)} {number(up)} cm {kept}")
        else:
            self._shapes.append(f"1 0 0 1 {number(across - self._last[0])} {number(up - self._last[1])} cm {kept}")
        self._last = across, up

    def _draw(self, drawn: str) -> None:
        if self._last is not None:
            self._shapes.append("Q")
            self._last = None
        self._shapes.append(drawn)

    def _drawn(self) -> str:
        """All shapes, which are decoration: what they say is said in words as well."""
        end = "Q Q" if self._last is not None else "Q"
        return "\n".join(["/Artifact BMC q", *self._shapes, f"{end} EMC"])

    def _at(self, x: float, y: float) -> str:
        return f"{x * _TO_POINTS:.2f} {(self.sheet.height - y) * _TO_POINTS:.2f}"

    def _rectangle(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        left, low = x * _TO_POINTS, (self.sheet.height - y - height) * _TO_POINTS
        wide, high = width * _TO_POINTS, height * _TO_POINTS
        if not radius:
            return f"{left:.2f} {low:.2f} {wide:.2f} {high:.2f} re"
        return rounded(left, low, wide, high, radius * _TO_POINTS)
