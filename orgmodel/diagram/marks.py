"""The glyphs of the visual standard as data in a box of 24 × 24, drawn alike on screen and on paper.

Colours are names of the standard's tokens. `own` is the colour a mark is drawn in, which is the mark's `colour` unless
somebody asks for another; `sign` is the near-black of a sign on yellow, the same in every theme.
"""

from __future__ import annotations

from typing import Final, Literal

from orgmodel.findings import Severity
from orgmodel.model import TeamKind
from orgmodel.model.value import value

BOX: Final = 24
"""Every glyph's width and height."""

SIGN: Final = "#1B1D20"

Ink = Literal["own", "paper", "warning", "sign"]


@value
class Part:
    """SVG path data, filled, stroked or both; `dashes` are lengths on and off; ends of strokes may be round."""

    data: str
    fill: Ink | None = None
    stroke: Ink | None = None
    width: float = 0
    dashes: tuple[float, ...] = ()
    is_round: bool = False


@value
class Mark:
    """A sign with its word: it never stands without that or a count."""

    name: str
    word: str
    colour: Literal["error", "warning_fill", "ink", "ink2", "ink3"]
    parts: tuple[Part, ...]


@value
class KindGlyph:
    """The shape of a kind of team, with a two-letter code from 20 px, or 5.4 mm, up.

    The code is centred on the middle of the box; `baseline` and `size` are its baseline from the top and its type size.
    A hollow shape is a line of `outline` in the team colour, with the code in that colour; others are filled.
    """

    code: str
    data: str
    size: float = 11
    baseline: float = 15.9
    outline: float = 0


KIND_GLYPHS: Final[dict[TeamKind, KindGlyph]] = {
    "application": KindGlyph("AP", "M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-14a3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3Z"),
    "application-sre": KindGlyph("AS", "M1 12a11 11 0 1 1 22 0a11 11 0 1 1-22 0Z"),
    "infrastructure-sre": KindGlyph("IS", "M12 .2 23.8 12 12 23.8 .2 12Z", size=10.4, baseline=15.7),
    "frontline": KindGlyph("FS", "M2.5 2.5h19v11.2L12 23 2.5 13.7Z", baseline=14.3),
    "governance": KindGlyph("GO", "M6.5 2.2h11L23.2 12 17.5 21.8h-11L.8 12Z"),
    "other": KindGlyph("OT", "M1.75 12a10.25 10.25 0 1 1 20.5 0a10.25 10.25 0 1 1-20.5 0Z", size=10.4, outline=1.5),
}

_RING: Final = "M1.95 12a10.05 10.05 0 1 1 20.1 0a10.05 10.05 0 1 1-20.1 0Z"
_CIRCLE: Final = "M2 12a10 10 0 1 1 20 0a10 10 0 1 1-20 0Z"
_OCTAGON: Final = "M7.5 1.2h9L22.8 7.5v9L16.5 22.8h-9L1.2 16.5v-9Z"
_SQUARE: Final = "M5.25 2.25h13.5a3 3 0 0 1 3 3v13.5a3 3 0 0 1-3 3h-13.5a3 3 0 0 1-3-3v-13.5a3 3 0 0 1 3-3Z"
_TRIANGLE: Final = "M12 2.1 22.65 21H1.35Z"


def _dot(y: float, radius: float = 1.5) -> str:
    wide = 2 * radius
    return f"M{12 - radius} {y}a{radius} {radius} 0 1 1 {wide} 0a{radius} {radius} 0 1 1 {-wide} 0Z"


def _icon(name: str, word: str, data: str) -> Mark:
    return Mark(name, word, "ink2", (Part(data, stroke="own", width=1.75, is_round=True),))


_SIGNS: Final = (
    Mark(
        "error",
        "error",
        "error",
        (
            Part(_OCTAGON, fill="own"),
            Part("M8.1 8.1l7.8 7.8M15.9 8.1l-7.8 7.8", stroke="paper", width=2.7, is_round=True),
        ),
    ),
    Mark(
        "warning",
        "warning",
        "warning_fill",
        (
            Part(_TRIANGLE, fill="own", stroke="warning", width=1.8, is_round=True),
            Part("M12 8.4v6", stroke="sign", width=2.55, is_round=True),
            Part(_dot(17.7), fill="sign"),
        ),
    ),
    Mark(
        "info",
        "info",
        "ink2",
        (
            Part(_RING, stroke="own", width=2.1),
            Part("M12 11.1v6", stroke="own", width=2.55, is_round=True),
            Part(_dot(7.2), fill="own"),
        ),
    ),
    Mark(
        "not-assessed",
        "not assessed",
        "ink3",
        (
            Part(_RING, stroke="own", width=2.1, dashes=(3.9, 2.85)),
            Part("M9.3 9.45a2.85 2.85 0 1 1 3.9 2.7c-.9.45-1.2.9-1.2 1.8", stroke="own", width=2.25, is_round=True),
            Part(_dot(17.25, 1.425), fill="own"),
        ),
    ),
    Mark(
        "waived",
        "waived",
        "ink3",
        (Part(_RING, stroke="own", width=2.1), Part("M5.1 18.9 18.9 5.1", stroke="own", width=2.1)),
    ),
    Mark(
        "nobody",
        "nobody",
        "error",
        (
            Part("M4.5 13.5l9-9M4.5 19.8 19.8 4.5M10.5 19.8l9.3-9.3", stroke="own", width=1.65),
            Part(
                "M5.25 2.25h13.5a3 3 0 0 1 3 3v13.5a3 3 0 0 1-3 3h-13.5a3 3 0 0 1-3-3v-13.5a3 3 0 0 1 3-3Z",
                stroke="own",
                width=2.1,
                dashes=(3.9, 2.55),
            ),
        ),
    ),
    Mark(
        "two-owners",
        "two owners",
        "error",
        (
            Part(
                "M5.4 1.8h13.2a3.6 3.6 0 0 1 3.6 3.6v13.2a3.6 3.6 0 0 1-3.6 3.6h-13.2"
                "a3.6 3.6 0 0 1-3.6-3.6v-13.2a3.6 3.6 0 0 1 3.6-3.6Z",
                stroke="own",
                width=2.1,
            ),
            Part(
                "M7.5 6h9a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-9"
                "a1.5 1.5 0 0 1-1.5-1.5v-9a1.5 1.5 0 0 1 1.5-1.5Z",
                fill="own",
            ),
        ),
    ),
    Mark(
        "page-lost",
        "a page is lost",
        "error",
        (
            Part("M0 12h7.5M16.5 12h7.5", stroke="own", width=3),
            Part("M6.6 18l3-12M14.4 18l3-12", stroke="own", width=2.25),
        ),
    ),
    Mark(
        "added",
        "added",
        "ink",
        (Part(_SQUARE, fill="own"), Part("M12 7v10M7 12h10", stroke="paper", width=2.7, is_round=True)),
    ),
    Mark(
        "removed",
        "removed",
        "ink2",
        (
            Part(_SQUARE, stroke="own", width=2.1, dashes=(3.9, 2.55)),
            Part("M7.5 12h9", stroke="own", width=2.4, is_round=True),
        ),
    ),
    Mark(
        "changed",
        "changed",
        "ink",
        (
            Part(_SQUARE, stroke="own", width=2.1),
            Part("M12 6.9l5.1 9.6H6.9Z", stroke="own", width=1.95, is_round=True),
        ),
    ),
    Mark("fixed-error", "error, fixed", "ink2", (Part(_OCTAGON, stroke="own", width=2.1),)),
    Mark("fixed-warning", "warning, fixed", "ink2", (Part(_TRIANGLE, stroke="own", width=2.1, is_round=True),)),
    Mark("fixed-info", "information, fixed", "ink2", (Part(_RING, stroke="own", width=2.1),)),
    # The paths of `circle-dashed`, `circle-check`, `circle-pause`, `bell`, `book-open`, `book-dashed`, `phone`,
    # `users-round` and `siren` are Lucide's (ISC); the licence is in ui/icons/LICENSE.txt.
    Mark(
        "open",
        "not yet discussed",
        "ink3",
        (
            Part(
                "M10.1 2.182a10 10 0 0 1 3.8 0M13.9 21.818a10 10 0 0 1-3.8 0M17.609 3.721a10 10 0 0 1 2.69 2.7"
                "M2.182 13.9a10 10 0 0 1 0-3.8M20.279 17.609a10 10 0 0 1-2.7 2.69M21.818 10.1a10 10 0 0 1 0 3.8"
                "M3.721 6.391a10 10 0 0 1 2.7-2.69M6.391 20.279a10 10 0 0 1-2.69-2.7",
                stroke="own",
                width=1.75,
                is_round=True,
            ),
        ),
    ),
    Mark(
        "agreed",
        "agreed",
        "ink2",
        (Part(_CIRCLE + "M16 9l-5.5 5.5L8 12", stroke="own", width=1.75, is_round=True),),
    ),
    Mark(
        "parked",
        "parked",
        "ink2",
        (Part(_CIRCLE + "M10 15V9M14 15V9", stroke="own", width=1.75, is_round=True),),
    ),
)
_ICONS: Final = (
    _icon(
        "bell",
        "is paged",
        "M10.268 21a2 2 0 0 0 3.464 0"
        "M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8"
        "c0 4.499-1.411 5.956-2.738 7.326",
    ),
    _icon(
        "book-open",
        "has a runbook",
        "M12 5v16M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12"
        "a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z",
    ),
    _icon(
        "book-dashed",
        "has no runbook",
        "M12 17h1.5M12 22h1.5M12 2h1.5M17.5 22H19a1 1 0 0 0 1-1M17.5 2H19a1 1 0 0 1 1 1v1.5M20 14v3h-2.5M20 8.5V10"
        "M4 10V8.5M4 19.5V14M4 4.5A2.5 2.5 0 0 1 6.5 2H8M8 22H6.5a1 1 0 0 1 0-5H8",
    ),
    _icon(
        "phone",
        "is on call",
        "M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2"
        "A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233"
        " 14 14 0 0 0 6.392 6.384",
    ),
    _icon(
        "users-round",
        "people",
        "M18 21a8 8 0 0 0-16 0M5 8a5 5 0 1 1 10 0a5 5 0 1 1-10 0ZM22 20c0-3.37-2-6.5-4-8a5 5 0 0 0-.45-8.3",
    ),
    _icon(
        "siren",
        "alert",
        "M7 18v-6a5 5 0 1 1 10 0v6M5 21a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-1a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2z"
        "M21 12h1M18.5 4.5 18 5M2 12h1M12 2v1M4.929 4.929l.707.707M12 12v6",
    ),
)

MARKS: Final[dict[str, Mark]] = {mark.name: mark for mark in _SIGNS + _ICONS}
"""By name. Icons are marks too: they are drawn the same way."""

SEVERITY_MARKS: Final[dict[Severity, Mark]] = {
    "error": MARKS["error"],
    "warning": MARKS["warning"],
    "info": MARKS["info"],
}
