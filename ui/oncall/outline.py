"""The whole of what the On call lens shows, as a table, and as a picture of what is below the week."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from orgmodel.coverage import zone_of
from orgmodel.diagram.week_lanes import Lane, lane_title, people_said
from orgmodel.model import Subject, TeamId, subject
from orgmodel.sentences import listed
from ui.lens import LensTable
from ui.oncall.foot_content import load_line, share_head, share_lines
from ui.oncall.foot_lines import LINE, holder_height, load_height, paint_holder, paint_load, paint_share
from ui.oncall.moment import moment_title
from ui.oncall.state import OnCallState
from ui.oncall.written import members_shown
from ui.texts import STRONG, cut, write
from ui.theme import Theme
from ui.translation import marked, tr
from ui.written_hours import coverage_text

HEAD: Final = (
    *(marked("Step"), marked("Team"), marked("Level"), marked("Rotation"), marked("Hours"), marked("Time zone")),
    *(marked("People"), marked("Open in this week")),
)
_HEAD_LINE: Final = 30
_MARGIN: Final = 16
_GAP: Final = 24


def table_of(state: OnCallState) -> LensTable:
    """A line for each rotation, and for each level and team that has none."""
    return LensTable(tuple(map(tr, HEAD)), tuple(_lines(state)))


def _lines(state: OnCallState) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    step = ""
    organization = state.organization
    for row in state.plan.rows:
        if not isinstance(row, Lane):
            step = row.said
            continue
        team = lane_title(organization, row)
        level = str(row.level) if row.level else ""
        gaps = listed([gap.labels[0] for gap in state.content(row).gaps])
        if not row.rotations:
            yield subject("team", row.team), (step, team, level, "", "", "", "", gaps)
        found = organization.team_by_id.get(row.team)
        for rotation in row.rotations:
            is_named = isinstance(rotation.members, tuple) and bool(rotation.members)
            people = members_shown(rotation.members, found) if is_named else people_said(rotation)
            hours = coverage_text(rotation.coverage) if rotation.coverage else tr("unknown")
            zone = zone_of(organization, rotation).key
            yield rotation.subject, (step, team, level, str(rotation.id), hours, zone, people, gaps)


def foot_height(state: OnCallState, team: TeamId | None, width: float) -> float:
    """The height of what `draw_foot` draws at a width."""
    names, each = [state.organization.team_name(one) for one in state.teams()], _third(width)
    heights = [sum(of(name, each) for name in names) for of in (holder_height, load_height)]
    shares = LINE * len(share_lines(state, team)) if team else 0
    return _HEAD_LINE + max(*heights, shares) + 2 * _MARGIN


def _third(width: float) -> float:
    return (width - 2 * _MARGIN - 2 * _GAP) / 3


def draw_foot(painter: QPainter, rect: QRectF, state: OnCallState, team: TeamId | None, theme: Theme) -> None:
    """Who has it, the shares and the loads side by side, in full."""
    painter.fillRect(rect, QColor(theme.paper))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = _third(rect.width())
    lefts = [rect.left() + _MARGIN + place * (width + _GAP) for place in range(3)]
    titles = (moment_title(state.plan.axis, state.instant), share_head(state, team), tr("Load, and its sum"))
    top = rect.top() + _MARGIN
    for left, title in zip(lefts, titles, strict=True):
        write(painter, (left, top + _HEAD_LINE / 2), cut(title, STRONG, round(width))[0], STRONG, theme.ink)
        painter.fillRect(QRectF(left, top + _HEAD_LINE - 1, width, 1), QColor(theme.control))
    top += _HEAD_LINE
    held, load = top, top
    for each in state.teams():
        name = state.organization.team_name(each)
        line = QRectF(lefts[0], held, width, holder_height(name, width))
        paint_holder(painter, line, state.holder(each), theme)
        held = line.bottom()
        line = QRectF(lefts[2], load, width, load_height(name, width))
        paint_load(painter, line, load_line(state, each), theme)
        load = line.bottom()
    for place, share in enumerate(share_lines(state, team) if team else ()):
        paint_share(painter, QRectF(lefts[1], top + place * LINE, width, LINE), share, theme)
