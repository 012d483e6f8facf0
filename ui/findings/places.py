"""Where the pieces of one line of the findings stand, how high it is, and which of its words a point is on."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics

from orgmodel.findings import Fix
from orgmodel.model.value import value
from orgmodel.names_in_sentences import cut_apart, names_apart
from ui.findings.lines import ExpiredLine, FindingLine, GroupLine, Line, MissingLine, MoreLine, SectionLine
from ui.plain_text import breakable
from ui.theme import Weight, font

Action = Literal["about", "fix", "fill", "fold", "more", "waive", "remove", "renew"]
"""What the words of a line do: open the rule's page, mend, go to the field, open or close, accept, take that back."""

Style = tuple[int, Weight]
SENTENCE: Final[Style] = (13, "regular")
REMARK: Final[Style] = (12, "regular")
CODE: Final[Style] = (11, "regular")
LINK: Final[Style] = (12, "medium")

MARGIN, MARK, GAP, TOP, BETWEEN, BOTTOM = 12, 16, 8, 7, 2, 8
FOOT, SECTION, MORE, INDENT, CHEVRON = 16, 32, 30, 24, 14
LINK_LINES: Final = 3
"""So many lines of its own the link takes at most, where it does not fit beside the code."""
WRAPPED: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@value
class Places:
    """The pieces from top to bottom; `link` is what to do about it, `side` what else there is, at the right."""

    mark: QRect
    sentence: QRect
    remark: QRect
    code: QRect
    link: QRect
    side: QRect


def places_in(line: Line, rect: QRect, link: str) -> Places:
    """The pieces of a line that is painted in a rectangle, `link` being the words of what to do about it.

    The link stands beside the code, or above it where it needs lines of its own and the rectangle has room for them.
    """
    start = rect.left() + MARGIN + _indent(line)
    left = start + MARK + GAP
    width = rect.right() - MARGIN - left
    sentence = _text_height(line.text, SENTENCE, width)
    remark = _text_height(line.remark, REMARK, width)
    foot = rect.bottom() - BOTTOM - FOOT + 1
    code, side = width_of(code_words(line), CODE) + 8, width_of(side_words(line), LINK)
    beside = QRect(left + code, foot, max(0, min(width_of(link, LINK), _beside(line, width))), FOOT)
    own = _own_height(line, width, link)
    has_room = own > 0 and rect.height() >= height_of(line, rect.width(), link)
    above = QRect(left, foot - BETWEEN - own, min(width, width_of(link, LINK)), own)
    return Places(
        QRect(start, rect.top() + TOP + 1, MARK, MARK),
        QRect(left, rect.top() + TOP, width, sentence),
        QRect(left, rect.top() + TOP + sentence + BETWEEN, width, remark),
        QRect(left, foot + 1, code - 8, FOOT),
        above if has_room else beside,
        QRect(rect.right() - MARGIN - side, foot, side, FOOT),
    )


def height_of(line: Line, width: int, link: str) -> int:
    """How high a line of so many pixels is, whose link has these words."""
    if isinstance(line, SectionLine):
        return SECTION
    if isinstance(line, MoreLine):
        return MORE
    room = width - MARGIN - _indent(line) - MARK - GAP - MARGIN - 1
    parts = (_text_height(line.text, SENTENCE, room), _text_height(line.remark, REMARK, room))
    own = _own_height(line, room, link)
    return TOP + sum(part + BETWEEN for part in (*parts, own) if part) + FOOT + BOTTOM


def is_whole(link: str, place: QRect) -> bool:
    """Whether all the words of a link are to be read at its place."""
    return width_of(link, LINK) <= place.width() or _text_height(link, LINK, place.width()) <= place.height()


def action_at(line: Line, places: Places, point: QPoint) -> Action | None:
    """What a press at a point of a line does, given where its pieces stand; None where it only goes there."""
    if isinstance(line, SectionLine):
        return "fold"
    if isinstance(line, MoreLine):
        return "more"
    if places.code.adjusted(0, -2, 0, 2).contains(point):
        return "about"
    if places.link.contains(point):
        return "remove" if is_waived(line) else "fill" if _is_filled_in(line) else _LINKS[type(line)]
    if places.side.contains(point):
        return _side_action(line)
    return None


def link_words(line: Line, fixes: tuple[Fix, ...]) -> str:
    """What can be done about a line: the first fix, or what the choice is among when there are several."""
    if isinstance(line, FindingLine):
        if is_waived(line):
            return "Remove waiver"
        return f"{fixes[0].label}, or…" if len(fixes) > 1 else fixes[0].label if fixes else line.remedy.link
    if isinstance(line, GroupLine):
        return f"{'Hide' if line.is_open else 'Show'} them" + " " * 6  # the chevron before it
    if isinstance(line, MissingLine):
        return line.remedy.link
    return "Remove waiver" if isinstance(line, ExpiredLine) else ""


def side_words(line: Line) -> str:
    """What else can be done, at the right."""
    if isinstance(line, FindingLine | GroupLine):
        return "Change…" if is_waived(line) else "Waive…"
    return "Renew…" if isinstance(line, ExpiredLine) else ""


def code_words(line: Line) -> str:
    """The rules of a line: `SPOF001`, `ONC001 and 4 more`."""
    codes = line.codes
    return f"{codes[0]} and {len(codes) - 1} more" if len(codes) > 1 else codes[0] if codes else ""


def is_waived(line: Line) -> bool:
    return isinstance(line, FindingLine) and line.finding.waived is not None


def _is_filled_in(line: Line) -> bool:
    return isinstance(line, FindingLine) and bool(line.remedy.field)


def width_of(text: str, style: Style) -> int:
    return _metrics(style).horizontalAdvance(names_apart(text)) + 2 if text else 0


def elided(text: str, style: Style, width: int) -> str:
    return cut_apart(_metrics(style).elidedText(names_apart(text), Qt.TextElideMode.ElideRight, width))


_LINKS: Final[dict[type, Action]] = {
    FindingLine: "fix",
    GroupLine: "fold",
    MissingLine: "fill",
    ExpiredLine: "remove",
}


def _side_action(line: Line) -> Action:
    return "renew" if isinstance(line, ExpiredLine) or is_waived(line) else "waive"


def _beside(line: Line, width: int) -> int:
    """How much room there is for the link between the code and what else there is."""
    side = width_of(side_words(line), LINK)
    return width - width_of(code_words(line), CODE) - 8 - side - (GAP if side else 0)


def _own_height(line: Line, width: int, link: str) -> int:
    """How high a link is that does not fit beside the code; 0 where it fits."""
    if width_of(link, LINK) <= _beside(line, width):
        return 0
    return min(_text_height(link, LINK, width), LINK_LINES * _metrics(LINK).lineSpacing())


def _indent(line: Line) -> int:
    return INDENT if isinstance(line, FindingLine) and line.is_within else 0


@lru_cache(maxsize=20_000)
def _text_height(text: str, style: Style, width: int) -> int:
    """The height of some words, broken between lines of so many pixels; remembered, for every layout asks again."""
    if not text:
        return 0
    return _metrics(style).boundingRect(QRect(0, 0, width, 10_000), int(WRAPPED), breakable(text)).height()


@lru_cache
def _metrics(style: Style) -> QFontMetrics:
    return QFontMetrics(font(*style))
