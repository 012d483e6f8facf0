"""Who carries what: each team's people, and how many rows it answers for and does the work of."""

from __future__ import annotations

from typing import Final, NamedTuple

from orgmodel.model import Team
from orgmodel.pdf.drawing.marks import draw_kind
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    ERROR,
    HAIRLINE,
    HEAD_RULE,
    INK,
    INK2,
    INK3,
    KIND_COLOURS,
    KIND_TINTS,
    LINE,
    SECTION,
    SMALL,
    SMALL_BOLD,
    TABLE_HEAD,
)
from orgmodel.sentences import counted

UNKNOWN: Final = "–"
_BAR: Final = 44.0
_BAR_GAP: Final = 0.35


class TeamRow(NamedTuple):
    """A team in print: where its name is cut, the index has the whole."""

    team: Team
    name: tuple[str, ...]
    hours: tuple[str, ...]
    is_lost: bool


def team_rows(matter: Matter) -> list[TeamRow]:
    lost = {target for _, target in matter.lost_ways}
    rows = []
    for team in matter.teams:
        hours = matter.on_call(team.id)
        name = matter.names.fit(team.name, "team", BODY, 41.5, 1)
        rows.append(TeamRow(team, name, matter.names.fit(hours or UNKNOWN, "hours", BODY, 27, 1), team.id in lost))
    return rows


def draw_carried(matter: Matter, pen: Pen, y: float, folio: Folio, *, shown: int, height: float) -> float:
    """All teams, or those that carry most, with the page that has the others."""
    rows = team_rows(matter)
    sheet = pen.sheet
    if shown < len(rows):
        rows.sort(key=lambda row: -sum(matter.carried[row.team.id]))
    y = draw_teams(matter, pen, y, tuple(rows[:shown]), height)
    if not rows:
        pen.piece("P", sheet.left, y + 1.2 + BODY.rise, "No teams yet.", BODY, INK2)
        return y + height
    if shown < len(rows):
        place = "carried" if "carried" in folio.page_of else "layout"
        more = counted(len(rows) - shown, "more team", "more teams")
        said = f"and {more}, which {'carries' if len(rows) - shown == 1 else 'carry'} less{folio.page(place)}"
        with pen.tag("P"), pen.tag("Link"):
            pen.text(sheet.left, y + 1 + SMALL.rise, said, SMALL, INK2)
            pen.link(sheet.left, y, 60, 5, place)
        y += height
    return y


def draw_teams(
    matter: Matter, pen: Pen, y: float, rows: tuple[TeamRow, ...], height: float, *, is_titled: bool = True
) -> float:
    """Under their title, or under the one of a page that is theirs alone."""
    sheet = pen.sheet
    x = sheet.left
    base = y + SECTION.rise
    if is_titled:
        pen.piece("H2", x, base, "Who carries what", SECTION)
    wide = sheet.measure - 174
    pen.open("Table")
    with pen.tag("TR"):
        if is_titled:
            pen.cells(1, "TH", alt="Team", scope="Column")
        else:
            pen.piece("TH", x, base, "Team", SMALL_BOLD, scope="Column")
        pen.piece("TH", x + 61, base, "People", SMALL_BOLD, align="right", scope="Column")
        pen.piece("TH", x + 66, base, "Responsibilities carried", SMALL_BOLD, scope="Column")
        for word, end in (("Answers", 122), ("Does", 132), ("A head", 145)):
            pen.piece("TH", x + end + wide, base, word, SMALL_BOLD, align="right", scope="Column")
        pen.piece("TH", x + 151 + wide, base, "On call", SMALL_BOLD, scope="Column")
    y += TABLE_HEAD
    pen.rule(x, y, sheet.right, HEAD_RULE)
    most = max((sum(carried) for carried in matter.carried.values()), default=0)
    for row in rows:
        with pen.tag("TR"):
            _draw_team(matter, pen, y, row, height=height, most=most, wide=wide)
        y += height
        pen.rule(x, y, sheet.right, HAIRLINE, LINE)
    pen.close()
    return y


def _draw_team(matter: Matter, pen: Pen, y: float, row: TeamRow, *, height: float, most: int, wide: float) -> None:
    x, team = pen.sheet.left, row.team
    middle = y + height / 2
    base = middle + 1.05
    glyph = 5.4 if height > 6 else 4.2
    with pen.tag("TH", scope="Row"), pen.tag("Link"):
        draw_kind(pen, team.kind, x, middle - glyph / 2, glyph)
        for line in row.name:
            pen.text(x + 7.4, base, line, BODY)
        pen.link(x, y, 50, height, str(team.subject))
    carried = matter.carried[team.id]
    people = team.people
    head = f"{sum(carried) / people:.1f}" if people else UNKNOWN
    if people is None:
        pen.used["dash-unknown"] = None
    pen.piece("TD", x + 61, base, UNKNOWN if people is None else str(people), BODY, INK, align="right")
    _draw_load(pen, x + 66, middle, team, carried, most=most, room=_BAR + wide)
    pen.cells(1)  # the bars say what the two numbers after them do
    pen.piece("TD", x + 122 + wide, base, str(carried.answers), BODY_BOLD, INK, align="right")
    pen.piece("TD", x + 132 + wide, base, str(carried.does), BODY, INK, align="right")
    pen.piece("TD", x + 145 + wide, base, head, BODY, INK, align="right")
    hours = matter.on_call(team.id)
    if hours is None:
        pen.used["dash-unknown"] = None
    style, colour = (BODY_BOLD, ERROR) if row.is_lost else (BODY, INK if hours else INK3)
    with pen.tag("TD"):
        for line in row.hours:
            pen.text(x + 151 + wide, base, line, style, colour)


def _draw_load(
    pen: Pen, x: float, middle: float, team: Team, carried: tuple[int, int], *, most: int, room: float
) -> None:
    """What a team answers for as a solid bar, what else it does as a ring; all teams on one scale."""
    if not most:
        return
    answers, does = (number * (room - _BAR_GAP) / most for number in carried)
    colour = KIND_COLOURS[team.kind]
    if answers:
        pen.used["bar-answers"] = None
        pen.box(x, middle - 1.5, answers, 3.0, fill=colour)
    if does:
        pen.used["bar-does"] = None
        start = x + answers + (_BAR_GAP if answers else 0)
        pen.box(
            start + 0.2, middle - 1.3, max(does - 0.4, 0.2), 2.6, fill=KIND_TINTS[team.kind], stroke=colour, line=1.1
        )
