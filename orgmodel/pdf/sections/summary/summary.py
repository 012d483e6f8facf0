"""The first page: is every responsibility owned, what to put right first, where pages go, who carries what."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.findings_said import Said, said
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.sections.summary.answer import LINES, WIDTH, answer, what_changed
from orgmodel.pdf.sections.summary.covered import COVERED_ROW, Covered, covered_layers, draw_covered
from orgmodel.pdf.sections.summary.figures import Figure, draw_figures, figures_of
from orgmodel.pdf.sections.summary.further import further_layers, further_teams
from orgmodel.pdf.sections.summary.load import draw_carried
from orgmodel.pdf.sections.summary.strip import STRIP_HEIGHT, Strip, draw_strip, strip_of
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    HAIRLINE,
    HEAD_RULE,
    INK,
    INK2,
    LEAD,
    LINE,
    SECTION,
    SMALL,
    SMALL_BOLD,
    TABLE_HEAD,
    TITLE,
)
from orgmodel.pdf.type.typesetting import Part, Word, fitted, flowed, width_of
from orgmodel.sentences import counted, day, listed

SECTION_NAME: Final = "Summary"
MOST_FIRST: Final = 5
MOST_ON_LAYOUT: Final = 16
"""Up to so many teams the layout shows what each carries at a glance; more get a list as well."""

_UNDER_TITLE: Final = 2.4
_OVER_CHANGES: Final = 1.6
_UNDER_ANSWER: Final = 6.5
_FIGURES: Final = 18.0
_OVER_SECTION: Final = 7.0
_FIRST_HEAD: Final = SECTION.leading + 1.2
_FIRST_ROW: Final = 11.1
_NO_FINDING: Final = 0.6 * _FIRST_ROW
_WAY_HEAD: Final = SECTION.leading + 3
_OVER_CARRIED: Final = 6.5
_OVER_FOOT: Final = 3.5
_FOOT_LINES: Final = 2
"""Heights in millimetres, from the top of the page down."""

_LOWEST_ROW: Final = 5.6
_HIGHEST_ROW: Final = 7.6
_MOST_COVERED: Final = 7


class Plan(NamedTuple):
    """What stands on the page and how much of the two tables it has room for."""

    title: tuple[str, ...]
    answer: tuple[str, ...]
    changed: tuple[str, ...]
    figures: tuple[Figure, ...]
    first: tuple[Said, ...]
    groups: int
    strip: Strip
    teams: int
    team_row: float
    layers: tuple[Covered, ...]
    covered: int


def summary(matter: Matter) -> list[Leaf]:
    """The page, and after it what its tables had no room for; an executive gets one page, whatever there is."""
    plan = _planned(matter)
    keys = (("summary", SECTION_NAME, 0),)
    page = Leaf(SECTION_NAME, matter.portrait, partial(_draw, matter, plan), bookmarks=keys)
    if matter.order.is_one_page:
        return [page]
    printed = matter.order.printed
    leaves = [page]
    if "layout" not in printed or len(matter.teams) > MOST_ON_LAYOUT:
        leaves += further_teams(matter, plan.teams)
    if "coverage" not in printed:
        leaves += further_layers(matter, plan.layers, plan.covered)
    return leaves


def _planned(matter: Matter) -> Plan:
    sheet = matter.portrait
    title, changed = _title(matter), what_changed(matter)
    groups = said(matter.report.findings, matter.organization)
    first = tuple(groups[:MOST_FIRST])
    layers = tuple(covered_layers(matter))
    fixed = len(title) * TITLE.leading + _UNDER_TITLE + LINES * LEAD.leading + _height_of(changed) + _UNDER_ANSWER
    fixed += _FIGURES + _OVER_SECTION + _FIRST_HEAD + (len(first) * _FIRST_ROW or _NO_FINDING)
    fixed += _OVER_SECTION + _WAY_HEAD + STRIP_HEIGHT + _OVER_CARRIED + TABLE_HEAD + _OVER_SECTION + TABLE_HEAD
    fixed += _OVER_FOOT + _FOOT_LINES * SMALL.leading
    left = sheet.bottom + 2 - sheet.top - fixed
    covered = min(len(layers), max(2, int((left - 3 * _LOWEST_ROW) / COVERED_ROW)), _MOST_COVERED)
    teams = len(matter.teams)
    room = left - covered * COVERED_ROW
    row = min(_HIGHEST_ROW, max(_LOWEST_ROW, room / max(teams, 1)))
    shown = teams if teams * row <= room + 1e-6 else max(int(room / row) - 1, 1)
    figures, strip = figures_of(matter), strip_of(matter)
    return Plan(title, answer(matter), changed, figures, first, len(groups), strip, shown, row, layers, covered)


def _title(matter: Matter) -> tuple[str, ...]:
    name, room = matter.organization.name, matter.portrait.measure
    title = matter.names.fit(f"{name}: who supports what", "organisation", TITLE, room, 2)
    is_parted = len(title) > 1 and width_of(f"{name}:", TITLE) <= room
    return (f"{name}:", "who supports what") if is_parted else title


def _draw(matter: Matter, plan: Plan, pen: Pen, folio: Folio) -> None:
    sheet = pen.sheet
    with pen.tag("H1"):
        y = pen.lines(sheet.left, sheet.top, plan.title, TITLE) + _UNDER_TITLE
    with pen.tag("P"):
        pen.lines(sheet.left, y, plan.answer, LEAD, INK2)
    y += len(plan.answer) * LEAD.leading
    if plan.changed:
        _draw_changed(pen, y + _OVER_CHANGES, plan.changed, folio)
    y += _height_of(plan.changed) + _UNDER_ANSWER
    draw_figures(pen, y, plan.figures)
    y = _draw_first(pen, y + _FIGURES + _OVER_SECTION, plan, folio)
    y = _draw_way(pen, y + _OVER_SECTION, plan.strip, folio)
    y = draw_carried(matter, pen, y + _OVER_CARRIED, folio, shown=plan.teams, height=plan.team_row)
    y = draw_covered(pen, y + _OVER_SECTION, plan.layers, plan.covered, folio)
    _draw_foot(matter, pen, y + _OVER_FOOT, folio)


def _height_of(changed: tuple[str, ...]) -> float:
    return _OVER_CHANGES + len(changed) * LEAD.leading if changed else 0.0


def _draw_changed(pen: Pen, y: float, changed: tuple[str, ...], folio: Folio) -> None:
    """What changed since the baseline, which leads to the changes where they are printed."""
    if "changes" not in folio.page_of:
        with pen.tag("P"):
            pen.lines(pen.sheet.left, y, changed, LEAD, INK2)
        return
    with pen.tag("P"), pen.tag("Link"):
        pen.lines(pen.sheet.left, y, changed, LEAD, INK2)
        pen.link(pen.sheet.left, y, WIDTH, len(changed) * LEAD.leading, "changes")


def _draw_first(pen: Pen, y: float, plan: Plan, folio: Folio) -> float:
    """At most five findings, two lines each; the rest is where the link leads."""
    sheet = pen.sheet
    base = y + SECTION.rise
    pen.piece("H2", sheet.left, base, "What to put right first", SECTION)
    if plan.groups > len(plan.first):
        more = counted(plan.groups - len(plan.first), "more kind", "more kinds")
        rest = f"{more} of finding{folio.page('findings')}"
        with pen.tag("P"), pen.tag("Link"):
            pen.text(sheet.right, base, rest, SMALL, INK2, align="right")
            pen.link(sheet.right - 60, y, 60, 5, "findings")
    y += _FIRST_HEAD
    pen.rule(sheet.left, y, sheet.right, HEAD_RULE)
    if not plan.first:
        pen.piece("P", sheet.left, y + 1.5 + BODY.rise, "No findings. Nothing has to be put right first.", BODY, INK2)
        return y + _NO_FINDING
    pen.open("L")
    for group in plan.first:
        pen.open("LI")
        pen.open("Link")
        draw_mark(pen, group.severity, sheet.left, y + 1.9, 3.6)
        room = sheet.measure - 7 - 24
        detail = f" {', '.join(group.names[:3])}{' …' if len(group.names) > 3 else '.'}" if group.names else ""
        advice = f" {group.advice[0]}" if group.advice else ""
        parts = (Part(group.sentence, BODY_BOLD), Part(detail + advice, BODY, INK2))
        lines = flowed(parts, room)
        for place, line in enumerate(lines[:2]):
            if place == 1 and len(lines) > 2:
                pen.words(sheet.left + 7, y + 1.5 + BODY.rise + BODY.leading, _cut(line, room))
            else:
                pen.words(sheet.left + 7, y + 1.5 + BODY.rise + place * BODY.leading, line)
        pen.text(sheet.right, y + 1.8 + SMALL.rise, group.code, SMALL, INK, align="right")
        pen.text(
            sheet.right, y + 1.8 + SMALL.leading + SMALL.rise, _who(group.short_source), SMALL, INK2, align="right"
        )
        pen.link(sheet.left, y, sheet.measure, _FIRST_ROW, group.key)
        pen.close()
        pen.close()
        y += _FIRST_ROW
        pen.rule(sheet.left, y, sheet.right, HAIRLINE, LINE)
    pen.close()
    return y


def _who(source: str) -> str:
    """As many words of a source's name as its column holds; the findings print all of it."""
    words = source.split()
    while len(words) > 1 and width_of(" ".join(words), SMALL) > 23:
        words.pop()
    return " ".join(fitted(" ".join(words), SMALL, 23, 1).lines)


def _cut(line: list[Word], room: float) -> list[Word]:
    """A line that ends in "…", because more follows than there is room for."""
    last = line[-1]
    shorter = fitted(f"{last.text}{'x' * 400}", last.style, room - last.x, 1).lines[0]
    words = last.text.strip() if len(shorter) > len(last.text) else shorter[:-1].rsplit(" ", 1)[0]
    space = " " if last.text.startswith(" ") else ""
    return [*line[:-1], last._replace(text=f"{space}{words.rstrip(' ,.;:')}…")]


def _draw_way(pen: Pen, y: float, strip: Strip, folio: Folio) -> float:
    sheet = pen.sheet
    base = y + SECTION.rise
    pen.piece("H2", sheet.left, base, "Where every page goes", SECTION)
    shown, _, rest = strip.said.partition("; ")
    page = folio.page("chain")
    said = f"{strip.said.rstrip(':')}{page}" if page else shown if rest else ""
    if said:
        with pen.tag("P"), pen.tag("Link"):
            pen.text(sheet.right, base, said, SMALL, INK2, align="right")
            pen.link(sheet.right - 70, y, 70, 5, "chain")
    y += _WAY_HEAD
    draw_strip(pen, y, strip)
    return y + STRIP_HEIGHT


def _draw_foot(matter: Matter, pen: Pen, y: float, folio: Folio) -> None:
    """What could not be judged, and what was accepted, in two lines at most."""
    report = matter.report
    parts: list[Part] = []
    if report.not_assessed:
        rules = len({missed.code for missed in report.not_assessed})
        causes = list(dict.fromkeys(missed.missing for missed in report.not_assessed))
        parts.append(Part("Not assessed: ", SMALL_BOLD))
        parts.append(Part(f"{counted(rules, 'rule')}, for want of {listed(causes, 3)}. ", SMALL, INK2))
    if report.waived:
        until = {finding.waived.until for finding in report.waived if finding.waived}
        ends = f", until {day(max(until))}" if until else ""
        parts.append(Part("Accepted: ", SMALL_BOLD))
        page = folio.page("accepted")
        parts.append(Part(f"{counted(len(report.waived), 'finding')}{ends}{page}.", SMALL, INK2))
    with pen.tag("P"):
        for line in flowed(parts, pen.sheet.measure)[:_FOOT_LINES]:
            pen.words(pen.sheet.left, y + SMALL.rise, line)
            y += SMALL.leading
