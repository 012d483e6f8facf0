"""How pages come to a team and leave it, and who of it is on call."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.contents import condition_of, minutes_text
from orgmodel.model import ALERT, Duration, Escalation, Rotation, Team, TeamId
from orgmodel.pdf.drawing.marks import SAID, draw_kind, draw_mark, draw_undefined
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.pages.table import GAP, Column, spread, table_blocks
from orgmodel.pdf.pages.table import Cell as TableCell
from orgmodel.pdf.sections.teams.flow import GUTTER, Beside, Cell, Corner, Listing, Single
from orgmodel.pdf.sections.teams.rows import sentence
from orgmodel.pdf.style import BODY, BODY_BOLD, ERROR, HAIRLINE, INK, INK2, INK3, LINE, SMALL, Type
from orgmodel.pdf.type.typesetting import width_of
from orgmodel.sentences import counted, listed

_GLYPH: Final = 5.4
_NAME_X: Final = 7.4
_PADDING: Final = 1.3
_MOST_WORDS: Final = 4
_CUT: Final = 4.4
_MOST_HOURS: Final = 65.0
_UNKNOWN: Final = "unknown"
_MOST_PEOPLE: Final = 14
_DAY: Final = 24 * 60
_WEEK: Final = 7 * _DAY
_MANY: Final = 6
"""So many escalations are listed one by one; of more, those that are alike stand together."""
_MOST_NAMES: Final = 16


class _Printed(NamedTuple):
    """An escalation in print, seen from one of its ends, or several that are alike."""

    teams: tuple[TeamId, ...]
    name: tuple[str, ...]
    after: str
    words: tuple[str, ...]
    is_lost: bool
    wide: float

    @property
    def height(self) -> float:
        lines = len(self.name) * BODY.leading + len(self.words) * SMALL.leading
        return max(lines, _GLYPH) + 2 * _PADDING


def escalations_piece(matter: Matter, team: Team, measure: float) -> Beside:
    """From whom pages come, beside to whom they go."""
    wide = (measure - GUTTER) / 2
    every = matter.organization.escalations
    come = [_said_of(matter, each, each.source) for each in every if each.target == team.id]
    go = [_said_of(matter, each, each.target) for each in every if each.source == team.id]
    come += [_missing(source) for source, target in matter.missing_ways if target == team.id]
    go += [_missing(target) for source, target in matter.missing_ways if source == team.id]
    return Beside(
        _listing(matter, "Receives pages from", come, "Nobody hands it a page.", wide),
        _listing(matter, "Escalates to", go, "It hands pages to nobody.", wide),
    )


def _listing(matter: Matter, title: str, every: list[_Said], nothing: str, wide: float) -> Listing:
    if not every:
        return Listing(title, "", (sentence(nothing, wide),), "P")
    printed = [_printed(matter, each, wide) for each in (_together(matter, every) if len(every) > _MANY else every)]
    note = str(len(every)) if len(printed) < len(every) else ""
    return Listing(title, note, tuple(Cell(each.height, partial(_draw_escalation, matter, each)) for each in printed))


class _Said(NamedTuple):
    """What is to be said of an escalation, or of several that are alike but for the teams at the other end."""

    teams: tuple[TeamId, ...]
    after: str
    words: str
    is_lost: bool


def _together(matter: Matter, every: list[_Said]) -> list[_Said]:
    """Those that are alike as one, if the teams are of one kind, where the first of them stood."""
    groups: dict[object, list[_Said]] = {}
    for each in every:
        groups.setdefault((matter.kind_of(each.teams[0]), each.after, each.words, each.is_lost), []).append(each)
    return [
        group[0]._replace(teams=tuple(dict.fromkeys(team for each in group for team in each.teams)))
        for group in groups.values()
    ]


def _said_of(matter: Matter, escalation: Escalation, other: TeamId) -> _Said:
    reason = matter.lost_ways.get((escalation.source, escalation.target))
    said = condition_of(matter.organization, escalation)
    if reason:
        said = f"lost: {reason}"
    elif not escalation.carries_pages:
        said = ", ".join(filter(None, (said, "is told, the page stays")))
    elif escalation.source == ALERT:
        said = said or "every page enters here"
    after = minutes_text(escalation.after) or ("at once" if escalation.source == ALERT else _UNKNOWN)
    return _Said((other,), after, said, reason is not None)


def _missing(other: TeamId) -> _Said:
    return _Said((other,), "missing", "lost: nothing hands the page on", is_lost=True)


def _printed(matter: Matter, said: _Said, wide: float) -> _Printed:
    names = matter.names
    taken = width_of(said.after, BODY_BOLD) + (_CUT + 1.2 if said.is_lost else 0.0)
    room = wide - _NAME_X - taken - 3
    called = [matter.organization.team_name(team) for team in said.teams]
    most = 2 if len(called) == 1 else _MOST_NAMES
    name = names.fit(listed(called), "team", BODY_BOLD, room, most)
    words = names.fit(said.words, "condition", SMALL, wide - _NAME_X, _MOST_WORDS) if said.words else ()
    return _Printed(said.teams, name, said.after, words, said.is_lost, wide)


def _draw_escalation(matter: Matter, printed: _Printed, pen: Pen, at: Corner, _: Folio) -> None:
    x, y = at
    first = printed.teams[0]
    team = matter.organization.team_by_id.get(first)
    top = y + _PADDING
    right = x + printed.wide
    with pen.tag("LI"), pen.tag("Link"):
        if first == ALERT:
            draw_mark(pen, "siren", x + 0.4, top + 0.2, _GLYPH - 0.8, means="alert-card")
        elif team is None:
            draw_undefined(pen, x, top, _GLYPH)
        else:
            draw_kind(pen, team.kind, x, top, _GLYPH)
        pen.lines(x + _NAME_X, top, printed.name, BODY_BOLD)
        colour = ERROR if printed.is_lost else INK if printed.after != _UNKNOWN else INK3
        style = BODY if printed.after == _UNKNOWN else BODY_BOLD
        taken = pen.text(right, top + BODY.rise, printed.after, style, colour, align="right")
        below = top + len(printed.name) * BODY.leading
        pen.lines(x + _NAME_X, below, printed.words, SMALL, ERROR if printed.is_lost else INK2)
        if len(printed.teams) == 1:
            pen.link(x, y, printed.wide, printed.height, f"team:{first}")
    if printed.after == _UNKNOWN:
        base = top + BODY.rise + 0.7
        pen.stroke(((right - taken, base), (right, base)), 0.5, INK3, "1.6 1.6")
    if printed.is_lost:
        draw_mark(pen, "page-lost", right - taken - _CUT - 1.2, top - 0.1, _CUT, means=SAID)
    pen.rule(x, y + printed.height, right, HAIRLINE, LINE)


def on_call_piece(matter: Matter, team: Team, measure: float) -> Single | None:
    """The rotations of a team level by level; nothing where the file speaks of none of it."""
    rotations = matter.organization.rotations_of.get(team.id, ())
    if not rotations:
        return None
    columns = spread(
        (
            Column("Level", 12.0),
            Column("Hours", min(max(width_of(_hours(each), BODY) for each in rotations) + GAP + 0.1, _MOST_HOURS)),
            Column("People"),
            Column("A turn", 18.0),
            Column("Hands up", 20.0),
        ),
        measure,
    )
    rows = [_rotation(matter, team, rotation, rotations[:place]) for place, rotation in enumerate(rotations)]
    head, *blocks = table_blocks(columns, rows, names=matter.names)
    above = Cell(head.height, partial(_draw_block, head), holds=True)
    cells = [above, *(Cell(block.height, partial(_draw_block, block), above) for block in blocks)]
    note = counted(len(rotations), "rotation")
    return Single(Listing("On call", note, tuple(cells), "Table"))


def _draw_block(block: Block, pen: Pen, at: Corner, folio: Folio) -> None:
    block.draw(pen, at.y, folio)


def _rotation(
    matter: Matter, team: Team, rotation: Rotation, above: tuple[Rotation, ...]
) -> tuple[TableCell | str, ...]:
    then = f"after {minutes_text(rotation.hand_up)}" if rotation.hand_up else "–"
    return (
        TableCell(str(rotation.level), BODY_BOLD),
        _known(_hours(rotation)),
        _known(_people(matter, team, rotation, above), SMALL),
        _known(_turn(rotation.turn)),
        then,
    )


def _hours(rotation: Rotation) -> str:
    """`Mon–Fri 08:00–18:00, Europe/London`."""
    zone = f", {rotation.timezone}" if rotation.timezone else ""
    return f"{rotation.coverage.said}{zone}" if rotation.coverage else _UNKNOWN


def _known(said: str, style: Type = BODY) -> TableCell:
    return TableCell(said or _UNKNOWN, style, INK3 if said in {"", _UNKNOWN} else INK)


def _turn(turn: Duration | None) -> str:
    """`1 week`, `12 h`; empty where it is unknown."""
    for minutes, word in ((_WEEK, "week"), (_DAY, "day")):
        if turn is not None and turn.minutes and turn.minutes % minutes == 0:
            return counted(int(turn.minutes // minutes), word)
    return minutes_text(turn)


def _people(matter: Matter, team: Team, rotation: Rotation, above: tuple[Rotation, ...]) -> str:
    members = rotation.members
    if members is None:
        return ""
    if isinstance(members, int):
        return counted(members, "person", "people") if members else "nobody"
    if not members:
        return "nobody"
    if not matter.order.people:
        return counted(len(members), "person", "people")
    for other in above:
        if isinstance(other.members, tuple) and sorted(other.members) == sorted(members):
            return f"the same {counted(len(members), 'person', 'people')} as on level {other.level}"
    return listed([team.name_of(member) for member in members], _MOST_PEOPLE)
