"""The responsibility matrix as a chart by itself: one service below the other, all teams of each side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, log
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pictures.chart import Drawn, sentence
from orgmodel.pdf.pictures.frame import head_measure
from orgmodel.pdf.sections.matrix.contents import (
    GUTTER,
    LEAST_NAME,
    MARK_COLUMN,
    REMARKS,
    SERVICE_GAP,
    SIGN_COLUMN,
    TEAM_COLUMN,
    WIDEST_TEAM,
    Columns,
    Sheaf,
    groups_of,
    sentences_of,
    sheaves_of,
)
from orgmodel.pdf.sections.matrix.matrix import SECTION_NAME, MatrixFrame
from orgmodel.pdf.sections.matrix.plan import Item, stacked
from orgmodel.pdf.style import BODY, BODY_BOLD, COLUMN, SECTION, SMALL, SMALL_BOLD
from orgmodel.pdf.type.typesetting import width_of
from orgmodel.sentences import counted

EMPTY: Final = "No rows yet. The file names no responsibility."
_MOST_NAME: Final = 95.0
_BESIDE_TITLE: Final = 3.5
_MOST_COLUMNS: Final = 40
_SHAPE: Final = 1.2
"""As wide as high, the nearest that columns of services come to it."""
_CLOSE: Final = 0.5
_APART: Final = 0.6
"""What names of teams side by side keep from each other."""
_LONG_HEAD: Final = 3
"""The lines that the name of a team takes at most."""


def matrix_chart(matter: Matter) -> Drawn:
    sheaves = _whole(matter, sheaves_of(matter))
    if not sheaves:
        return sentence(SECTION_NAME, EMPTY)
    columns = _poured(sheaves)

    def draw(pen: Pen, top: float) -> None:
        left = pen.sheet.left
        for column in columns:
            placed = tuple(item._replace(y=item.y + top) for item in column.items)
            MatrixFrame(matter, pen, left).draw(placed)
            left += column.width + GUTTER

    return Drawn(SECTION_NAME, _said(matter), _width(columns), max(column.height for column in columns), draw)


class _Column(NamedTuple):
    """Services below each other, from the top."""

    items: tuple[Item, ...]
    width: float
    height: float


def _poured(sheaves: Sequence[Sheaf]) -> tuple[_Column, ...]:
    """The services whole, in their order and in so many columns as make them look like a page."""
    most = min(len(sheaves), _MOST_COLUMNS)
    heights = [sheaf.height for sheaf in sheaves]
    tried = [tuple(map(_column, _shared_out(sheaves, heights, count))) for count in range(1, most + 1)]
    return min(tried, key=lambda columns: abs(log(_width(columns) / max(each.height for each in columns) / _SHAPE)))


def _width(columns: Sequence[_Column]) -> float:
    return sum(column.width for column in columns) + GUTTER * (len(columns) - 1)


def _column(sheaves: Sequence[Sheaf]) -> _Column:
    items = tuple(stacked(list(sheaves), 0.0))
    last = items[-1]
    low = last.y + (last.line.height if last.line else last.sheaf.parts[0].head)
    return _Column(items, max(sheaf.parts[0].width for sheaf in sheaves), low)


def _shared_out(sheaves: Sequence[Sheaf], heights: Sequence[float], count: int) -> list[Sequence[Sheaf]]:
    """The services in so many columns or fewer, the highest of which is as low as it can be."""
    low, high = max(heights), sum(heights) + SERVICE_GAP * len(heights)
    while high - low > _CLOSE:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_ends(heights, middle)) <= count else (middle, high)
    return [sheaves[start:end] for start, end in pairwise((0, *_ends(heights, high)))]


def _ends(heights: Sequence[float], room: float) -> list[int]:
    """Before which service each column of a height ends."""
    ends: list[int] = []
    left = room
    for place, height in enumerate(heights):
        if place > (ends[-1] if ends else 0) and SERVICE_GAP + height > left:
            ends.append(place)
            left = room - height
        else:
            left -= height + (SERVICE_GAP if left < room else 0.0)
    return [*ends, len(heights)]


def _whole(matter: Matter, sheaves: Sequence[Sheaf]) -> list[Sheaf]:
    """Names and teams in columns that are equally wide for all services, and no service in parts."""
    team = _team_width(matter, sheaves)
    name, team = _widened(matter, sheaves, max(_name_width(matter), _title_width(sheaves, team)), team)
    made = []
    for sheaf in sheaves:
        teams = tuple(each for part in sheaf.parts for each in part.teams)
        heads = tuple(
            matter.names.fit(matter.organization.team_name(each), "team", COLUMN, team - _APART, _LONG_HEAD)
            for each in teams
        )
        width = MARK_COLUMN + name + team * len(teams) + SIGN_COLUMN
        rows = [line.row for group in sheaf.groups for line in group.lines]
        groups = tuple(groups_of(matter, rows, name, width - MARK_COLUMN))
        made.append(sheaf._replace(groups=groups, parts=(Columns(width, name, team, teams, heads),)))
    return made


def _widened(matter: Matter, sheaves: Sequence[Sheaf], name: float, team: float) -> tuple[float, float]:
    """The columns as wide as lets the widest service fill a picture that its head makes wider."""
    count = max((sum(len(part.teams) for part in sheaf.parts) for sheaf in sheaves), default=0)
    spare = head_measure(matter, SECTION_NAME, _said(matter)) - MARK_COLUMN - SIGN_COLUMN - name - team * count
    if spare <= 0:
        return name, team
    for_teams = min(spare, (WIDEST_TEAM - team) * count)
    return name + spare - for_teams, team + (for_teams / count if count else 0.0)


def _name_width(matter: Matter) -> float:
    """As wide as nearly all names are, with what is said after them; longer ones go on in a second line."""
    lengths = []
    for row in matter.organization.responsibilities:
        remark = REMARKS.get(matter.verdict(row), "two owners")
        beside = width_of(remark, SMALL_BOLD) + 1.6 if remark else 0.0
        lengths.append(width_of(row.name, BODY_BOLD if remark else BODY) + beside)
    longest = sorted(lengths)[ceil((len(lengths) - 1) * 0.98)] if lengths else 0.0
    return max(LEAST_NAME, min(longest + 1.6, _MOST_NAME))


def _title_width(sheaves: Sequence[Sheaf], team: float) -> float:
    """As wide as lets a service, over its rows and teams, be called by its whole name."""
    widths = []
    for sheaf in sheaves:
        title = width_of(sheaf.title, SECTION) + _BESIDE_TITLE + width_of(sentences_of(sheaf)[0], SMALL)
        widths.append(title - MARK_COLUMN - SIGN_COLUMN - team * sum(len(part.teams) for part in sheaf.parts))
    return min(max(widths, default=0.0), _MOST_NAME)


def _team_width(matter: Matter, sheaves: Sequence[Sheaf]) -> float:
    """As wide as the longest word of a name of a team."""
    names = {matter.organization.team_name(team) for sheaf in sheaves for part in sheaf.parts for team in part.teams}
    word = max((width_of(piece, COLUMN) for name in names for piece in name.split()), default=0.0) + 1.0
    return min(max(TEAM_COLUMN, word), WIDEST_TEAM)


def _said(matter: Matter) -> str:
    tally = matter.total
    rows = counted(tally.rows, "responsibility", "responsibilities")
    shared = f", {tally.shared} of them two or more" if tally.shared else ""
    said = [f"{counted(tally.owned, 'has an owner', 'have an owner')}{shared}"]
    said += [counted(tally.nobody, "has nobody", "have nobody")] if tally.nobody else []
    done = ("is done and nobody answers", "are done and nobody answers")
    said += [counted(tally.unanswered, *done)] if tally.unanswered else []
    missing = ("names an owner that is missing", "name an owner that is missing")
    said += [counted(tally.missing, *missing)] if tally.missing else []
    return f"{rows}: {'; '.join(said)}."
