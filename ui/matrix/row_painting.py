"""Drawing one line of the matrix: the name of a row, its letters and facts; the title of a group and its tallies."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPainter

from orgmodel.model import KIND_NAMES, Responsibility
from ui.matrix.cells import CELL_WIDTH, CellLook, put
from ui.matrix.columns import AREA_INSET, MARK_WIDTH, NAME_WIDTH, Fact
from ui.matrix.filtering import is_gap, is_overlap
from ui.matrix.layout import LINE_HEIGHT, Group
from ui.matrix.scene import Scene
from ui.matrix.sentences import trouble_word
from ui.texts import BODY, SMALL, SMALL_STRONG, STRONG, cut, width_of, write
from ui.translation import marked, tr

MIDDLE: Final = 12.5
"""The middle of a line above its rule."""

_STATES: Final = {
    "open": ("circle-dashed", marked("Open")),
    "agreed": ("circle-check", marked("Agreed")),
    "parked": ("circle-pause", marked("Parked")),
}


def draw_hatch(painter: QPainter, scene: Scene, y: int, teams: range) -> None:
    columns = scene.layout.columns
    hatch = scene.pixmaps.hatch(columns.team_width)
    for team in teams:
        put(painter, hatch, columns.team_x(team) - scene.port.x, y)


def draw_letters(painter: QPainter, scene: Scene, row: Responsibility, y: int, teams: range) -> None:
    """The letters of one row in the columns on screen: rows have few letters, so these are walked, not the columns."""
    columns, pixmaps = scene.layout.columns, scene.pixmaps
    inset = (columns.team_width + 2 - CELL_WIDTH) // 2 - scene.port.x
    organization = scene.state.organization
    gap, shared = is_gap(organization, row), is_overlap(organization, row)
    if gap:
        owner = scene.findings.likeliest_owner(scene.state.organization, row)
        place = columns.place_of.get(owner) if owner else None
        if place is not None and place in teams and row.letters_of(columns.teams[place].team) is None:
            put(painter, pixmaps.suggestion(), columns.team_x(place) + inset, y)
    for team_id, letters in row.raci.items():
        place = columns.place_of.get(team_id, -1)
        if place in teams:
            column = columns.teams[place]
            look = CellLook(letters, column.kind, shared and "A" in letters, gap, column.missing)
            put(painter, pixmaps.letters(look), columns.team_x(place) + inset, y)


def draw_facts(painter: QPainter, scene: Scene, row: Responsibility, y: int) -> None:
    for fact in scene.layout.columns.facts:
        draw_fact(painter, scene, row, y, fact)


def draw_fact(painter: QPainter, scene: Scene, row: Responsibility, y: int, fact: Fact) -> None:
    """What the cell of a fact says; empty where it is not known."""
    theme, middle = scene.theme, y + MIDDLE
    x = scene.layout.columns.fact_x[fact] - scene.port.x
    if fact == "area":
        area = scene.state.organization.area_by_id.get(row.area) if row.area else None
        if area:
            text, _ = cut(area.name, SMALL, scene.layout.columns.area_width - AREA_INSET)
            write(painter, (x + 13, middle), text, SMALL, theme.ink2)
    elif fact == "paged":
        if row.paged:
            put(painter, scene.pixmaps.icon("bell", theme.ink2, 15), x + 8, y + 5)
    elif fact == "runbook":
        if row.runbook:
            put(painter, scene.pixmaps.icon("book-open", theme.ink2, 15), x + 8, y + 5)
        elif row.paged:
            put(painter, scene.pixmaps.icon("book-dashed", theme.warning, 15), x + 8, y + 5)
    else:
        icon, word = _STATES[row.state]
        colour = theme.ink if row.state == "open" else theme.ink2
        put(painter, scene.pixmaps.icon(icon, colour, 14), x + 8, y + 6)
        write(painter, (x + 27, middle), tr(word), SMALL, colour)


def draw_tallies(painter: QPainter, scene: Scene, group: Group, y: int, teams: range) -> None:
    theme, columns, shift, middle = scene.theme, scene.layout.columns, scene.port.x, y + MIDDLE
    for place, tally in scene.state.tally_of(group).items():
        if place in teams:
            text, width = cut(tally, SMALL, columns.team_width - 6)
            x = columns.team_x(place) - shift + (columns.team_width + 1 - width) / 2
            write(painter, (x, middle), text, SMALL, theme.ink2)
    if group.kind:
        x = columns.facts_x - shift + 13.0
        said = tr("Owner by default")
        write(painter, (x, middle), said, SMALL, theme.ink2)
        x += width_of(said, SMALL) + 6
        put(painter, scene.pixmaps.kind(group.kind, 16), x, y + 5)
        write(painter, (x + 22, middle), tr(KIND_NAMES[group.kind]), SMALL, theme.ink2)


def draw_frozen(painter: QPainter, scene: Scene, line: int) -> None:
    """Mark and name of one line, over whatever was scrolled under them."""
    theme, y = scene.theme, scene.layout.line_y(scene.port, line)
    group = scene.layout.group_at(line)
    if group:
        icon = "chevron-right" if group.is_collapsed else "chevron-down"
        put(painter, scene.pixmaps.icon(icon, theme.ink2, 14), 7, y + 6)
        _draw_title(painter, scene, group, y)
    else:
        row = scene.row(scene.layout.lines[line])
        mark = scene.findings.mark_of(scene.state.organization, row)
        if mark:
            size = 14 if mark == "warning" else 16
            put(painter, scene.pixmaps.mark(mark, size), (MARK_WIDTH - size) / 2, y + (25 - size) // 2)
        _draw_name(painter, scene, row, y)
    if line == scene.line or (not group and scene.chosen.whole != "columns" and scene.chosen.columns_of(row.id)):
        painter.fillRect(0, y, 3, LINE_HEIGHT - 1, QColor(theme.accent))


def _draw_title(painter: QPainter, scene: Scene, group: Group, y: int) -> None:
    count = str(group.total) if len(group.rows) == group.total else f"{len(group.rows)} of {group.total}"
    room = NAME_WIDTH - 20 - round(width_of(count, BODY))
    title, width = cut(group.title, STRONG, room)
    write(painter, (MARK_WIDTH + 4, y + MIDDLE), title, STRONG, scene.theme.ink)
    write(painter, (MARK_WIDTH + 12 + width, y + MIDDLE), count, BODY, scene.theme.ink3)


def _draw_name(painter: QPainter, scene: Scene, row: Responsibility, y: int) -> None:
    trouble = trouble_word(row)
    style = STRONG if trouble else BODY
    room = NAME_WIDTH - 12 - (round(width_of(trouble, SMALL_STRONG)) + 8 if trouble else 0)
    name, width = cut(row.name, style, room)
    write(painter, (MARK_WIDTH + 4, y + MIDDLE), name, style, scene.theme.ink)
    if trouble:
        write(painter, (MARK_WIDTH + 12 + width, y + MIDDLE), trouble, SMALL_STRONG, scene.theme.error)
