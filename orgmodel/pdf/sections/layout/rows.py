"""The rows on a card of the board: its own layer row by row, the others folded to their letters or counts."""

from __future__ import annotations

from typing import Final, NamedTuple

from orgmodel.diagram.board import Block, answered
from orgmodel.diagram.board_places import CardLine, CardPlace
from orgmodel.diagram.board_words import carried_words
from orgmodel.model import LayerId, Letters, Responsibility
from orgmodel.pdf.drawing.marks import CELL_WIDTH, draw_letters, draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.sections.layout.cards import INSET, UNIT, Board, Frame, team_key
from orgmodel.pdf.style import BODY, HAIRLINE, INK2, INK3, LINE, SMALL, SMALL_BOLD, Type
from orgmodel.pdf.type.typesetting import width_of
from orgmodel.sentences import counted

_NAME_X: Final = INSET + CELL_WIDTH + 1.8
_STEP: Final = CELL_WIDTH + 0.9
_INDENT: Final = 3.0
_MARK: Final = 3.4
_APART: Final = 1.6
_MOST_SERVICE: Final = 0.45
"""A service may take so much of the room that it shares with the name of its row."""


class _Line(NamedTuple):
    """A line of a card, where it stands on the page, and its layer."""

    place: CardPlace
    line: CardLine
    frame: Frame
    says_service: bool

    @property
    def middle(self) -> float:
        return self.frame.top + self.frame.height / 2

    @property
    def base(self) -> float:
        return self.middle + 0.95

    @property
    def block(self) -> Block | None:
        return self.place.card.block_of(self.line.layer)


def draw_card_rows(pen: Pen, board: Board, place: CardPlace, frame: Frame, folio: Folio) -> None:
    mixed = _mixed(board, place)
    pen.open("L")
    for number, line in enumerate(place.lines):
        top, height = frame.top + line.y * UNIT, line.height * UNIT
        if number and line.kind in ("layer", "folded", "others"):
            pen.rule(frame.left, top, frame.right, HAIRLINE, LINE)
        at = _Line(place, line, Frame(frame.left, top, frame.width, height), line.layer in mixed)
        with pen.about(*_about(board, at)), pen.tag("LI"):
            _draw_line(pen, board, at, folio)
    pen.close()


def _about(board: Board, at: _Line) -> tuple[str, str]:
    """What a line is about, and its whole name."""
    if at.line.kind != "row":
        return "", at.block.title if at.block else ""
    row = board.matter.organization.responsibilities[at.line.place]
    return str(row.subject), row.name


def _draw_line(pen: Pen, board: Board, at: _Line, folio: Folio) -> None:
    place, line, block, left = at.place, at.line, at.block, at.frame.left
    if line.kind == "row":
        _draw_row(pen, board, at)
    elif line.kind == "empty":
        pen.text(left + INSET, at.base, "carries no row", SMALL, INK3)
    elif line.kind == "others":
        more = len(place.card.blocks) - (place.look.most_layers or 0)
        _draw_more(pen, at, f"and {counted(more, 'more layer')}", left + INSET, folio)
    elif block is not None and line.kind == "more":
        _draw_more(pen, at, _more(place, block), left + _NAME_X, folio)
    elif block is not None and line.kind == "layer":
        _draw_layer(pen, board, block, at)
    elif block is not None and line.kind == "part":
        words = _part_words(board, place, block.part_of(line.place), at.frame.width)
        _draw_folded(pen, board, words, at, _INDENT)
    elif block is not None:
        _draw_folded(pen, board, _folded_words(board, place, block, at.frame.width), at)


def _more(place: CardPlace, block: Block) -> str:
    shown = [line for line in place.lines if line.layer == block.layer and line.kind in ("row", "part")]
    if shown and shown[0].kind == "part":
        return f"and {counted(len(block.parts) - len(shown), 'more service')}"
    return f"and {len(block.places) - len(shown):,} more"


def _mixed(board: Board, place: CardPlace) -> set[LayerId | None]:
    """The layers of a card whose rows are of several services."""
    rows = board.matter.organization.responsibilities
    return {block.layer for block in place.card.blocks if len({rows[each].service for each in block.places}) > 1}


def _draw_more(pen: Pen, at: _Line, said: str, left: float, folio: Folio) -> None:
    key = team_key(at.place.card)
    page = folio.page_of.get(key)
    with pen.tag("Link"):
        wide = pen.text(left, at.base, f"{said}, page {page}" if page else said, SMALL, INK2)
        pen.link(left, at.frame.top, wide, at.frame.height, key)


def _layer_words(board: Board, block: Block, width: float) -> tuple[str, str]:
    count = f"{len(block.places):,}"
    room = width - 2 * INSET - width_of(count, SMALL) - _APART
    return "".join(board.matter.names.fit(block.title, "layer", SMALL_BOLD, room, 1)), count


def _draw_layer(pen: Pen, board: Board, block: Block, at: _Line) -> None:
    title, count = _layer_words(board, block, at.frame.width)
    end = at.frame.left + INSET + pen.text(at.frame.left + INSET, at.base, title, SMALL_BOLD)
    pen.text(end + _APART, at.base, count, SMALL, INK3)


class _Folded(NamedTuple):
    """Rows that are not listed: a title, and how many of each letter there are, or none where the letters fit."""

    title: str
    said: str
    places: tuple[int, ...]


def _folded_words(board: Board, place: CardPlace, block: Block, width: float) -> _Folded:
    return _folded(board, place, (block.title, "layer"), block.places, width - 2 * INSET)


def _part_words(board: Board, place: CardPlace, places: tuple[int, ...], width: float) -> _Folded:
    organization = board.matter.organization
    service = organization.responsibilities[places[0]].service
    found = organization.service_by_id.get(service) if service else None
    title = found.name if found else str(service or "of no service")
    return _folded(board, place, (title, "service"), places, width - 2 * INSET - _INDENT)


def _folded(board: Board, place: CardPlace, title: tuple[str, str], places: tuple[int, ...], room: float) -> _Folded:
    said, kind = title
    if len(places) * _STEP + width_of(said, SMALL) + _APART <= room:
        return _Folded(said, "", places)
    answers = answered(board.matter.organization, place.card, places)
    counts = carried_words(answers, len(places) - answers)
    left = room - width_of(counts, SMALL_BOLD) - _APART
    return _Folded("".join(board.matter.names.fit(said, kind, SMALL, left, 1)), counts, places)


def _draw_folded(pen: Pen, board: Board, words: _Folded, at: _Line, indent: float = 0.0) -> None:
    right = at.frame.right - INSET
    pen.text(at.frame.left + INSET + indent, at.base, words.title, SMALL)
    if words.said:
        pen.text(right, at.base, words.said, SMALL_BOLD, INK2, align="right")
        return
    x, kind = right - len(words.places) * _STEP + _STEP - CELL_WIDTH / 2, at.place.card.team.kind
    for row, letters in _strongest_last(board, at.place, words.places):
        is_shared = _is_shared(board, row, letters)
        draw_letters(pen, letters, kind, x, at.middle, is_shared=is_shared)
        if is_shared:
            pen.used["two-owners"] = None
        x += _STEP


def _strongest_last(board: Board, place: CardPlace, places: tuple[int, ...]) -> list[tuple[Responsibility, Letters]]:
    every = board.matter.organization.responsibilities
    rows = [every[each] for each in places]
    return sorted(((row, row.raci[place.team]) for row in rows), key=lambda pair: "A" in pair[1])


def _is_shared(board: Board, row: Responsibility, letters: Letters) -> bool:
    return "A" in letters and board.matter.verdict(row) == "several answer"


class _Words(NamedTuple):
    """A row in print: its name, smaller where it is long, and behind it its service where that has to be said."""

    name: str
    style: Type
    service: str
    mark: str | None
    is_shared: bool


def note_names(board: Board, place: CardPlace, width: float) -> None:
    """Let the index know which names on a card are cut, before anything is drawn."""
    mixed = _mixed(board, place)
    for line in place.lines:
        block = place.card.block_of(line.layer)
        if line.kind == "row":
            _words(board, place, line.place, width, says_service=line.layer in mixed)
        elif line.kind == "layer" and block:
            _layer_words(board, block, width)
        elif line.kind == "part" and block:
            _part_words(board, place, block.part_of(line.place), width)
        elif line.kind == "folded" and block:
            _folded_words(board, place, block, width)


def _words(board: Board, place: CardPlace, number: int, width: float, *, says_service: bool) -> _Words:
    matter = board.matter
    row = matter.organization.responsibilities[number]
    is_shared = _is_shared(board, row, row.raci.get(place.team) or "R")
    mark = "two-owners" if is_shared else board.worst.get(row.subject)
    room = width - _NAME_X - INSET - (_MARK + 1 if mark else 0.0)
    found = matter.organization.service_by_id.get(row.service) if says_service and row.service else None
    service = found.name if found else ""
    beside = width_of(service, SMALL) + _APART if service else 0.0
    style = BODY if width_of(row.name, BODY) + beside <= room else SMALL
    if service and width_of(row.name, style) + beside > room:
        beside = min(beside, max(room * _MOST_SERVICE, room - width_of(row.name, style)))
        service = "".join(matter.names.fit(service, "service", SMALL, beside - _APART, 1))
    name = "".join(matter.names.fit(row.name, "responsibility", style, room - beside, 1))
    return _Words(name, style, service, mark, is_shared)


def _draw_row(pen: Pen, board: Board, at: _Line) -> None:
    team, left, number = at.place.card.team, at.frame.left, at.line.place
    words = _words(board, at.place, number, at.frame.width, says_service=at.says_service)
    letters = board.matter.organization.responsibilities[number].raci.get(team.id) or "R"
    draw_letters(pen, letters, team.kind, left + INSET + CELL_WIDTH / 2, at.middle, is_shared=words.is_shared)
    x = left + _NAME_X
    x += pen.text(x, at.middle + (1.05 if words.style is BODY else 0.95), words.name, words.style) + _APART
    if words.service:
        pen.text(x, at.base, words.service, SMALL, INK3)
    if words.mark:
        draw_mark(pen, words.mark, at.frame.right - INSET - _MARK, at.middle - _MARK / 2, _MARK)
