"""The escalations as rows: what each hands over, when, for which work, and what becomes of the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from orgmodel.diagram.chain import minutes_text
from orgmodel.model import ALERT, Escalation, Subject, Team, subject
from orgmodel.pdf.drawing.marks import draw_kind, draw_mark, draw_undefined
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter, Way
from orgmodel.pdf.style import ERROR, HAIRLINE, HEAD_RULE, HEADER, HEADER_BOLD, INK, INK2, INK3, LINE, SMALL_BOLD
from orgmodel.pdf.type.typesetting import fitted

ROWS_HEAD: Final = 7.4
"""The height of the rows' heading with what it stands clear of, in millimetres."""
_LINE: Final = 3.6
_PADDING: Final = 2.0


class Row(NamedTuple):
    """An escalation in print, its cells in lines."""

    key: Subject
    way: Way
    source: tuple[str, ...]
    target: tuple[str, ...]
    after: str
    when: tuple[str, ...]
    covers: tuple[str, ...]
    fate: tuple[str, ...]
    is_lost: bool

    @property
    def height(self) -> float:
        most = max(len(self.source), len(self.target), len(self.when), len(self.covers), len(self.fate), 1)
        return most * _LINE + _PADDING


def row_of(matter: Matter, escalation: Escalation, measure: float, *, of_service: bool = False) -> Row:
    """One escalation; on the page of a service, which services take it is not said again."""
    organization = matter.organization
    covers = [organization.layer_by_id[layer].title for layer in escalation.layers if layer in organization.layer_by_id]
    services = () if of_service else escalation.services
    covers += [organization.service_by_id[one].name for one in services if one in organization.service_by_id]
    enters = f"{'their pages enter' if covers else 'every page enters'} here"
    entry = enters if escalation.source == ALERT and not escalation.when else ""
    after = minutes_text(escalation.after) or ("at once" if escalation.source == ALERT else "unknown")
    fate, is_lost = _fate(matter, escalation)
    texts = (after, escalation.when or entry or "–", ", ".join(covers) or "every page", fate)
    return _fitted(matter, escalation.subject, (escalation.source, escalation.target), texts, measure, is_lost=is_lost)


def missing_rows(matter: Matter, measure: float) -> list[Row]:
    """Handovers that nothing in the file provides, and without which a page is lost."""
    rows = []
    for way in matter.missing_ways:
        texts = ("–", "missing: nothing hands the page on", "–", "lost: it never gets there")
        key = subject("missing", f"{way[0]}->{way[1]}")
        rows.append(_fitted(matter, key, way, texts, measure, is_lost=True))
    return rows


def _fitted(
    matter: Matter, key: Subject, way: Way, texts: tuple[str, str, str, str], measure: float, *, is_lost: bool
) -> Row:
    names, wide = matter.names, _widths(measure)
    source, target = (matter.organization.team_name(team) for team in way)
    after, when, covers, fate = texts
    return Row(
        key,
        way,
        names.fit(source, "team", HEADER, wide[0] - 7, 3),
        names.fit(target, "team", HEADER, wide[1] - 7, 3),
        after,
        names.fit(when, "condition", HEADER, wide[3] - 8, 6),
        names.fit(covers, "layers and services", HEADER, wide[4] - 3, 6),
        fitted(fate, HEADER_BOLD if is_lost else HEADER, wide[5] - (6 if is_lost else 0), 4).lines,
        is_lost,
    )


def _fate(matter: Matter, escalation: Escalation) -> tuple[str, bool]:
    """What becomes of a page that takes this escalation, as far as it can be told."""
    if not escalation.carries_pages:
        return "not handed over: the team is told", False
    reason = matter.lost_ways.get((escalation.source, escalation.target))
    if reason:
        return f"lost: {reason}", True
    hours = matter.on_call(escalation.target)
    if hours is None:
        return "unknown: no hours are given", False
    return ("kept" if hours == "24x7" else f"kept {hours}"), False


def _widths(measure: float) -> tuple[float, float, float, float, float, float]:
    """From, to, after, when, for, the page is; in millimetres."""
    fixed = (50.0, 50.0, 18.0, 0.0, 54.0, 46.0)
    return (*fixed[:3], measure - sum(fixed), *fixed[4:])


def fitting(rows: list[Row], room: float, least: int = 0) -> tuple[tuple[Row, ...], list[Row]]:
    """The rows that go into a height, and the others; a single one is not left over."""
    count = 0
    for row in rows:
        room -= row.height
        if room < 0:
            break
        count += 1
    if count < len(rows):
        count = min(count, len(rows) - 2) if len(rows) > 2 else 0
    count = max(count, least)
    return tuple(rows[:count]), rows[count:]


def draw_rows(matter: Matter, pen: Pen, y: float, rows: Iterable[Row]) -> None:
    sheet = pen.sheet
    wide = _widths(sheet.measure)
    starts = [sheet.left + sum(wide[:place]) for place in range(6)]
    base = y + 3.4
    pen.open("Table")
    pen.open("TR")
    for place, word in enumerate(("From", "To", "After", "When", "For", "The page is")):
        if place == 2:
            pen.piece("TH", starts[3], base, word, SMALL_BOLD, align="right", scope="Column")
        else:
            pen.piece("TH", starts[place] + (6 if place == 3 else 0), base, word, SMALL_BOLD, scope="Column")
    pen.close()
    y += 4.7
    pen.rule(sheet.left, y, sheet.right, HEAD_RULE)
    for row in rows:
        with pen.tag("TR"):
            _draw_row(matter, pen, y, row, starts)
        y += row.height
        pen.rule(sheet.left, y, sheet.right, HAIRLINE, LINE)
    pen.close()


def _draw_row(matter: Matter, pen: Pen, y: float, row: Row, starts: list[float]) -> None:
    teams = matter.organization.team_by_id
    base = y + _PADDING / 2 + 2.75
    with pen.tag("TH", scope="Row"):
        if row.way[0] == ALERT:
            pen.text(starts[0], base, "Alert", HEADER_BOLD)
        else:
            _draw_team(pen, starts[0], base, teams.get(row.way[0]), row.source)
    with pen.tag("TD"):
        _draw_team(pen, starts[1], base, teams.get(row.way[1]), row.target)
    known = row.after != "unknown"
    style, colour = (HEADER_BOLD, INK) if known else (HEADER, INK3)
    pen.piece("TD", starts[3], base, row.after, style, colour, align="right")
    for x, lines in ((starts[3] + 6, row.when), (starts[4], row.covers)):
        with pen.tag("TD"):
            _draw_lines(pen, x, base, lines, INK)
    x = starts[5]
    with pen.tag("TD"):
        if row.is_lost:
            draw_mark(pen, "page-lost", x, base - 3.3, 4.4)
            for number, line in enumerate(row.fate):
                pen.text(x + 6, base + number * _LINE, line, HEADER_BOLD, ERROR)
        else:
            _draw_lines(pen, x, base, row.fate, INK2)


def _draw_team(pen: Pen, x: float, base: float, team: Team | None, lines: tuple[str, ...]) -> None:
    if team is not None:
        draw_kind(pen, team.kind, x, base - 3.2, 4.2)
    else:
        draw_undefined(pen, x, base - 3.2, 4.2)
    _draw_lines(pen, x + 6, base, lines, INK)


def _draw_lines(pen: Pen, x: float, base: float, lines: tuple[str, ...], colour: str) -> None:
    for number, line in enumerate(lines):
        pen.text(x, base + number * _LINE, line, HEADER, colour)
