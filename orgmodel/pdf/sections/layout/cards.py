"""The cards of the board of teams on paper: who a team is, how much it carries, and which rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from orgmodel.diagram.board import BoardCard
from orgmodel.diagram.board_places import CardPlace
from orgmodel.diagram.board_sizes import PAPER as SIZES
from orgmodel.diagram.board_words import carried_words, limit_of, operations_of, people_of, per_head, sites_of
from orgmodel.diagram.cover import cover_of
from orgmodel.findings import Finding, Severity
from orgmodel.model import Subject
from orgmodel.pdf.drawing.legend_samples import UNKNOWN_DASH, draw_limit
from orgmodel.pdf.drawing.marks import draw_kind, draw_mark, draw_undefined
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import (
    CARD_TITLE,
    CONTROL,
    ERROR,
    HAIRLINE,
    INK,
    INK2,
    INK3,
    KIND_COLOURS,
    KIND_TINTS,
    LINE,
    LINE2,
    SMALL,
    SMALL_BOLD,
)
from orgmodel.pdf.type.typesetting import fitted, width_of

UNIT: Final = 0.01
"""The board is measured in hundredths of a millimetre."""
INSET: Final = 2.4
RADIUS: Final = 1.2
_GLYPH: Final = 7.0
_TITLE_X: Final = INSET + _GLYPH + 2.4
_ICON: Final = 3.2
_ICON_TEXT: Final = INSET + _ICON + 1.8
_PITCH: Final = SIZES.title_line * UNIT
_BAR_TOP: Final = 5.0
_BAR: Final = 2.0
_LOWER: Final = 0.3
"""How far the tick of a limit stands below the middle of its bar: clear of the words above."""
_NARROWER: Final = (0.6, 0.7, 0.8, 0.9)
"""Shares of a width that text of two lines is tried in, so that both are of a length."""
_NO_LEGEND: Final = "icon"
"""Icons beside words that say the same need no explaining."""


class Frame(NamedTuple):
    """A card's place on its page, in millimetres."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width


class Board(NamedTuple):
    """What all cards share: the fullest of them gives the scale of the bars; the worst finding about each thing."""

    matter: Matter
    most: int
    worst: dict[Subject, Severity]


def worst_of(findings: Iterable[Finding]) -> dict[Subject, Severity]:
    """The worst that is wrong with each thing that a finding is about first; what is only to know has no mark."""
    worst: dict[Subject, Severity] = {}
    for finding in findings:
        if finding.severity != "info":
            worst.setdefault(finding.subjects[0], finding.severity)
    return worst


def team_key(card: BoardCard) -> str:
    """The key of the page of a card's team."""
    return str(card.team.subject)


def title_lines(matter: Matter, card: BoardCard, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name and mission in the lines that they take on a card of a width in millimetres."""
    room = width - _TITLE_X - INSET
    name = matter.names.fit(card.team.name, "team", CARD_TITLE, room, 2)
    return name, _level(_mission(card), room)


def _level(said: str, room: float) -> tuple[str, ...]:
    """Up to two lines of nearly the same length, so that no word stands alone on the second."""
    whole = fitted(said, SMALL, room, 2)
    if len(whole.lines) < 2 or whole.is_cut:
        return whole.lines
    tries = (fitted(said, SMALL, room * share, 2) for share in _NARROWER)
    return next((tried.lines for tried in tries if not tried.is_cut), whole.lines)


def _mission(card: BoardCard) -> str:
    if card.missing:
        return "responsibilities name it, but it is not there"
    prefix = f"{card.team.status}: " if card.team.status != "active" else ""
    return prefix + (card.team.mission or "no mission written")


def draw_card_top(pen: Pen, board: Board, place: CardPlace, frame: Frame) -> None:
    """Frame, head and bars; the head leads to the team's own page."""
    card = place.card
    dash = "2 2" if card.missing else ""
    pen.box(
        frame.left, frame.top, frame.width, frame.height,
        stroke=CONTROL if card.missing else LINE2, line=0.6, radius=RADIUS, dash=dash,
    )  # fmt: skip
    head = place.look.head_of(card, round(frame.width / UNIT)) * UNIT
    _draw_head(pen, board, card, frame, head)
    pen.rule(frame.left, frame.top + head, frame.right, HAIRLINE, LINE)
    _draw_carried(pen, board, card, frame, frame.top + head)
    _draw_operations(pen, board, card, frame, frame.top + head + SIZES.bar * UNIT)
    pen.rule(frame.left, frame.top + head + (2 * SIZES.bar + SIZES.bars_pad) * UNIT, frame.right, HAIRLINE, LINE)


def _draw_head(pen: Pen, board: Board, card: BoardCard, frame: Frame, head: float) -> None:
    matter, team = board.matter, card.team
    if card.missing:
        draw_undefined(pen, frame.left + INSET, frame.top + 2.4, _GLYPH)
    else:
        draw_kind(pen, team.kind, frame.left + INSET, frame.top + 2.4, _GLYPH)
    name, mission = title_lines(matter, card, frame.width)
    y = frame.top + 1.9
    with pen.tag("H3"), pen.tag("Link"):
        for line in name:
            pen.text(frame.left + _TITLE_X, y + CARD_TITLE.rise - 0.1, line, CARD_TITLE)
            y += _PITCH
        pen.link(frame.left, frame.top, frame.width, head, team_key(card))
    with pen.tag("P"):
        pen.lines(frame.left + _TITLE_X, y, mission, SMALL, INK2)
    y = frame.top + head - 9.2
    _draw_people(pen, board, card, frame, y)
    cover = cover_of(matter.organization, team, matter.today)
    said = _cover(cover or "on call unknown", frame.width - _ICON_TEXT - INSET - 1)
    _fact(pen, frame, y + 4.1, "phone", ("", said), is_known=bool(cover) and "unknown" not in said)


def _cover(said: str, room: float) -> str:
    """Hours and turns, or the hours alone where there is no room for both: the team's own page says the rest."""
    hours, _, turns = said.rpartition(", ")
    is_of_turns = turns.startswith(("each person", "in ")) or turns.endswith("in turn")
    return hours if hours and is_of_turns and width_of(said, SMALL) > room else said


def _draw_people(pen: Pen, board: Board, card: BoardCard, frame: Frame, y: float) -> None:
    team = card.team
    sites, mark = sites_of(team), board.worst.get(team.subject)
    is_known = team.people is not None
    said = (people_of(team), f" {sites}") if is_known else ("", f"people unknown{', ' if sites else ''}{sites}")
    _fact(pen, frame, y, "users-round", said, is_known=is_known, beside=5.0 if mark else 0.0)
    if mark:
        draw_mark(pen, mark, frame.right - INSET - 3.6, y + 0.1, 3.6)


def _fact(
    pen: Pen, frame: Frame, y: float, icon: str, said: tuple[str, str], *, is_known: bool, beside: float = 0.0
) -> None:
    """An icon with a number and words; what is unknown stands over a dashed line."""
    bold, rest = said
    draw_mark(pen, icon, frame.left + INSET, y + 0.3, _ICON, means=_NO_LEGEND)
    base, x = y + 0.2 + SMALL.rise, frame.left + _ICON_TEXT
    with pen.tag("P"):
        if bold:
            x += pen.text(x, base, bold, SMALL_BOLD)
        shown = fitted(rest.strip(), SMALL, frame.right - INSET - beside - x - 1, 1).lines
        gap = width_of(" ", SMALL) if bold else 0.0
        for line in shown:
            end = x + gap + pen.text(x + gap, base, line, SMALL, INK2)
            if not is_known:
                pen.stroke(((x, base + 0.7), (end, base + 0.7)), 0.5, INK3, "1.6 1.6")


def _draw_carried(pen: Pen, board: Board, card: BoardCard, frame: Frame, top: float) -> None:
    """What a team answers for as a solid bar, what else it does as a ring; all cards on one scale."""
    base = top + 1.0 + SMALL.rise
    left, right = frame.left + INSET, frame.right - INSET
    head = per_head(card)
    rest = f", {head}" if head else ""
    with pen.tag("P"):
        pen.text(left, base, "Carries", SMALL, INK2)
        said = carried_words(card.answers, card.does)
        x = right - width_of(said, SMALL_BOLD) - width_of(rest, SMALL)
        if x < left + width_of("Carries  ", SMALL):
            rest, x = "", right - width_of(said, SMALL_BOLD)
        x += pen.text(x, base, said, SMALL_BOLD)
        if rest:
            pen.text(x, base, rest, SMALL, INK2)
    y, room = top + _BAR_TOP, right - left
    pen.rule(left, y + _BAR / 2, right, HAIRLINE, LINE)
    scale = room / max(board.most, 1)
    colour, solid = KIND_COLOURS[card.team.kind], card.answers * scale
    if solid:
        pen.used["bar-answers"] = None
        pen.box(left, y, solid, _BAR, fill=colour)
    if card.does:
        pen.used["bar-does"] = None
        start = left + solid + (0.5 if solid else 0.2)
        wide = max(card.does * scale - 0.7, 0.4)
        pen.box(start, y + 0.2, wide, _BAR - 0.4, fill=KIND_TINTS[card.team.kind], stroke=colour, line=1.1)


def _draw_operations(pen: Pen, board: Board, card: BoardCard, frame: Frame, top: float) -> None:
    """How much of their time goes to operations, and to toil within it, against the limit."""
    base, y = top + 1.0 + SMALL.rise, top + _BAR_TOP
    left, right = frame.left + INSET, frame.right - INSET
    limit = limit_of(board.matter.organization.settings, card.team)
    said, load = operations_of(card.team, limit), card.team.workload
    with pen.tag("P"):
        pen.text(left, base, "Operations", SMALL, INK2)
        if said is None or load is None or load.operations is None:
            pen.used["box-unknown"] = None
            pen.text(right, base, "unknown, not assessed", SMALL, INK2, align="right")
            pen.box(left + 0.1, y + 0.1, right - left - 0.2, _BAR - 0.2, stroke=INK3, line=0.6, dash=UNKNOWN_DASH)
            return
        bold, rest = said
        x = right - width_of(bold, SMALL_BOLD) - width_of(rest, SMALL)
        x += pen.text(x, base, bold, SMALL_BOLD, ERROR if limit is not None and load.operations > limit else INK)
        pen.text(x, base, rest, SMALL, INK2)
    share = (right - left) / 100
    pen.rule(left, y + _BAR / 2, right, HAIRLINE, LINE)
    pen.used["bar-operations"] = None
    pen.box(left, y, min(100.0, load.operations) * share, _BAR, fill=INK3)
    if load.toil:
        pen.used["bar-toil"] = None
        pen.box(left, y, min(load.toil, load.operations, 100.0) * share, _BAR, fill=INK)
    if limit is not None:
        pen.used["limit-tick"] = None
        draw_limit(pen, left + min(limit, 100.0) * share, y + _BAR / 2 + _LOWER)
