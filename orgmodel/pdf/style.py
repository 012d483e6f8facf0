"""How the paper looks: sizes of pages and type, colours and measures, by the names of the visual standard.

Lengths are in millimetres, type in points; y runs down from the top of the page.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from orgmodel.model import TeamKind

PageName = Literal["A4", "A3", "Letter"]

PORTRAIT_SIZES: Final[dict[PageName, tuple[float, float]]] = {
    "A4": (210.0, 297.0),
    "A3": (297.0, 420.0),
    "Letter": (215.9, 279.4),
}

POINT: Final = 25.4 / 72
"""One point in millimetres."""

INK: Final = "#111111"
INK2: Final = "#44484E"
INK3: Final = "#5C6167"
LINE: Final = "#D9D7D1"
LINE2: Final = "#BDBAB2"
CONTROL: Final = "#8A877F"
PAPER: Final = "#FFFFFF"
ERROR: Final = "#B3261E"
WARNING: Final = "#7A5000"
SHADES: Final = ("#FFFFFF", "#F4F3F0", "#E7E5E0", "#D9D7D1")
"""Grounds from the palest, for how much there is of something; ink is read on each."""

KIND_COLOURS: Final[dict[TeamKind, str]] = {
    "application": "#164796",
    "application-sre": "#227C6A",
    "infrastructure-sre": "#6E1647",
    "frontline": "#865210",
    "governance": INK2,
    "other": INK2,
}
KIND_TINTS: Final[dict[TeamKind, str]] = {
    "application": "#E9EFF8",
    "application-sre": "#EAF5F2",
    "infrastructure-sre": "#F7EAF0",
    "frontline": "#F7EFE3",
    "governance": "#F1F1F1",
    "other": "#F1F1F1",
}

Weight = Literal["Regular", "Medium", "SemiBold"]


class Type(NamedTuple):
    """A weight at a size and line height, both in points."""

    weight: Weight
    size: float
    line: float

    @property
    def leading(self) -> float:
        """The line height in millimetres."""
        return self.line * POINT

    @property
    def rise(self) -> float:
        """From the top of the line to the baseline, in millimetres (IBM Plex Sans: ascent 1.025, descent 0.275)."""
        return ((self.line - 1.3 * self.size) / 2 + 1.025 * self.size) * POINT


TITLE: Final = Type("SemiBold", 22, 26)
TITLE_WIDE: Final = Type("SemiBold", 18, 22)
FIGURE: Final = Type("SemiBold", 23, 26)
FIGURE_OF: Final = Type("Regular", 12, 14)
SECTION: Final = Type("SemiBold", 11, 14)
LEAD: Final = Type("Regular", 10, 14)
SUBTITLE: Final = Type("Regular", 9.5, 12)
CARD_TITLE: Final = Type("SemiBold", 9.5, 12)
LAYER: Final = Type("SemiBold", 9, 12)
BODY: Final = Type("Regular", 8.5, 11.5)
BODY_BOLD: Final = Type("SemiBold", 8.5, 11.5)
BODY_MEDIUM: Final = Type("Medium", 8.5, 11.5)
SMALL: Final = Type("Regular", 7.5, 10)
SMALL_BOLD: Final = Type("SemiBold", 7.5, 10)
COLUMN: Final = Type("SemiBold", 7, 8.6)
HEADER: Final = Type("Regular", 8, 10)
HEADER_BOLD: Final = Type("SemiBold", 8, 10)

TABLE_HEAD: Final = SECTION.leading + 1
"""From the top of a table's heading to the line below it, in millimetres."""

HAIRLINE: Final = 0.4
FRAME_RULE: Final = 0.5
HEAD_RULE: Final = 0.75
FIGURE_RULE: Final = 1.5
ARROW: Final = 1.6
CUT_LINE: Final = 2.3
"""Widths of lines in points."""


class Sheet(NamedTuple):
    """One page's size and where its content goes, in millimetres."""

    width: float
    height: float
    margin: float
    top: float

    @property
    def left(self) -> float:
        return self.margin

    @property
    def right(self) -> float:
        return self.width - self.margin

    @property
    def measure(self) -> float:
        """How wide the content is."""
        return self.width - 2 * self.margin

    @property
    def legend_base(self) -> float:
        """The baseline of the last line of the legend."""
        return self.height - 17.2

    @property
    def bottom(self) -> float:
        """Where content has to end so that two lines of legend still fit."""
        return self.height - 24.5

    @property
    def footer_rule(self) -> float:
        return self.height - 14.2


def portrait(page: PageName) -> Sheet:
    width, height = PORTRAIT_SIZES[page]
    return Sheet(width, height, 18.0, 22.0)


def landscape(page: PageName) -> Sheet:
    width, height = PORTRAIT_SIZES[page]
    return Sheet(height, width, 14.0, 20.0)
