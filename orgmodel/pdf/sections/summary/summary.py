"""The first page: is every responsibility owned, what to put right first, where pages go, who carries what."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.figures import FIGURES_HEIGHT, Figure, draw_figures
from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.findings_said import Said, missing, said
from orgmodel.pdf.freshness import FRESH, confirmed_said, freshness_of
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.sections.summary.answer import WIDTH, Answer, answer
from orgmodel.pdf.sections.summary.covered import COVERED_ROW, MORE_ROW, Covered, covered_layers, draw_covered
from orgmodel.pdf.sections.summary.figures import SHARES, figures_of
from orgmodel.pdf.sections.summary.further import further
from orgmodel.pdf.sections.summary.load import draw_carried
from orgmodel.pdf.sections.summary.strip import STRIP_HEIGHT, Strip, strip_of
from orgmodel.pdf.sections.summary.strip_drawing import draw_strip
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
_OVER_SECTION: Final = 7.0
_LEAST_OVER_SECTION: Final = 5.4
_FIGURES: Final = FIGURES_HEIGHT - 0.8
_FIRST_HEAD: Final = SECTION.leading + 1.2
_FIRST_ROW: Final = 11.1
_NO_FINDING: Final = 0.6 * _FIRST_ROW
_WAY_HEAD: Final = SECTION.leading + 3
_OVER_FOOT: Final = 3.0
"""Heights in millimetres, from the top of the page down."""

_LOWEST_ROW: Final = 5.6
_HIGHEST_ROW: Final = 7.6
_MOST_COVERED: Final = 7
_LEAST_COVERED: Final = 2
_LEAST_TEAMS: Final = 3
_LEAST_FIRST: Final = 2
_MOST_NAMES: Final = 3
_WHO: Final = 25.0
_MOST_LINES: Final = 2
_MOST_CAUSES: Final = 3
"""Of what is unknown the foot says so many things."""
_WAY: Final = "Where a page goes"
_PAGE: Final = "a page is the call after an alert"
_BESIDE: Final = 3.0
_WIDEST_PAGE: Final = ": page 1,000"
"""What the foot leaves room for before pages have numbers."""


class Plan(NamedTuple):
    """What stands on the page and how much of the two tables it has room for."""

    title: tuple[str, ...]
    answer: Answer
    figures: tuple[Figure, ...]
    first: tuple[Said, ...]
    groups: int
    strip: Strip
    teams: int
    team_row: float
    layers: tuple[Covered, ...]
    covered: int
    air: float


def summary(matter: Matter) -> list[Leaf]:
    """The page, and after it what its tables had no room for; an executive gets one page, whatever there is."""
    plan = _planned(matter)
    keys = (("summary", SECTION_NAME, 0),)
    page = Leaf(SECTION_NAME, matter.portrait, partial(_draw, matter, plan), bookmarks=keys)
    if matter.order.is_one_page:
        return [page]
    printed = matter.order.printed
    needs_teams = "layout" not in printed or len(matter.teams) > MOST_ON_LAYOUT
    needs_layers = "coverage" not in printed and plan.covered < len(plan.layers)
    return [page, *further(matter, plan.teams if needs_teams else None, plan.layers if needs_layers else ())]


def _planned(matter: Matter) -> Plan:
    """With less air between its parts, and one finding less, where it would not show all teams and layers else."""
    roomy = _with_air(matter, _OVER_SECTION, MOST_FIRST)
    if roomy.teams == len(matter.teams) and roomy.covered == len(roomy.layers):
        return roomy
    plans = [_with_air(matter, _LEAST_OVER_SECTION, most) for most in (MOST_FIRST, MOST_FIRST - 1)]
    return next((plan for plan in plans if plan.covered == len(plan.layers)), plans[0])


def _with_air(matter: Matter, air: float, most: int) -> Plan:
    sheet = matter.portrait
    title, told = _title(matter), answer(matter)
    groups = said(matter.report.findings, matter.organization)
    layers = tuple(covered_layers(matter))
    fixed = len(title) * TITLE.leading + _UNDER_TITLE + _height_of(told)
    fixed += _FIGURES + _FIRST_HEAD + _WAY_HEAD + STRIP_HEIGHT + 2 * TABLE_HEAD + 5 * air
    fixed += _OVER_FOOT + sum(map(len, _foot(matter, lambda _: _WIDEST_PAGE))) * SMALL.leading
    left = sheet.bottom + 2 - sheet.top - fixed
    first = tuple(groups[: min(most, _most_first(left))])
    left -= len(first) * _FIRST_ROW or _NO_FINDING
    teams = len(matter.teams)
    is_room = max(teams, 1) * _LOWEST_ROW + len(layers) * COVERED_ROW <= left
    fewer = min(max(_LEAST_COVERED, int((left - 3 * _LOWEST_ROW) / COVERED_ROW)), _MOST_COVERED)
    covered = len(layers) if is_room else min(len(layers), fewer)
    room = left - covered * COVERED_ROW - (MORE_ROW if covered < len(layers) else 0.0)
    row = min(_HIGHEST_ROW, max(_LOWEST_ROW, room / max(teams, 1)))
    shown = teams if teams * row <= room + 1e-6 else max(int(room / row) - 1, 1)
    figures, strip = figures_of(matter), strip_of(matter)
    return Plan(title, told, figures, first, len(groups), strip, shown, row, layers, covered, air)


def _most_first(room: float) -> int:
    """As many findings as leave room for some layers and teams."""
    least = _LEAST_COVERED * COVERED_ROW + (_LEAST_TEAMS + 1) * _LOWEST_ROW
    return max(_LEAST_FIRST, min(MOST_FIRST, int((room - least) / _FIRST_ROW)))


def _title(matter: Matter) -> tuple[str, ...]:
    name, room = matter.organization.name, matter.portrait.measure
    title, is_cut = fitted(f"{name}: who supports what", TITLE, room, 2)
    if is_cut:
        matter.names.cut.setdefault(name, "organisation")
    matter.names.note(name)
    is_parted = len(title) > 1 and width_of(f"{name}:", TITLE) <= room
    return (f"{name}:", "who supports what") if is_parted else title


def _draw(matter: Matter, plan: Plan, pen: Pen, folio: Folio) -> None:
    sheet = pen.sheet
    with pen.tag("H1"):
        y = pen.lines(sheet.left, sheet.top, plan.title, TITLE) + _UNDER_TITLE
    with pen.tag("P"):
        pen.lines(sheet.left, y, plan.answer.now, LEAD, INK2)
    if plan.answer.changed:
        _draw_changed(pen, y + len(plan.answer.now) * LEAD.leading + _OVER_CHANGES, plan.answer.changed, folio)
    y += _height_of(plan.answer) + plan.air
    draw_figures(pen, y, plan.figures, SHARES)
    y = _draw_first(pen, y + _FIGURES + plan.air, plan, folio)
    y = _draw_way(pen, y + plan.air, plan.strip, folio)
    y = draw_carried(matter, pen, y + plan.air, folio, shown=plan.teams, height=plan.team_row)
    y = draw_covered(pen, y + plan.air, plan.layers, plan.covered, folio)
    _draw_foot(pen, y + _OVER_FOOT, _foot(matter, folio.page))


def _height_of(told: Answer) -> float:
    lines = (len(told.now) + len(told.changed)) * LEAD.leading
    return lines + (_OVER_CHANGES if told.changed else 0.0)


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
        room = sheet.measure - 7 - 26
        lines = _two_lines(group, room)
        for place, line in enumerate(lines[:2]):
            if place == 1 and len(lines) > 2:
                pen.words(sheet.left + 7, y + 1.5 + BODY.rise + BODY.leading, _cut(line, room))
            else:
                pen.words(sheet.left + 7, y + 1.5 + BODY.rise + place * BODY.leading, line)
        pen.text(sheet.right, y + 1.8 + SMALL.rise, group.code, SMALL, INK, align="right")
        pen.text(sheet.right, y + 1.8 + SMALL.leading + SMALL.rise, _who(group.source), SMALL, INK2, align="right")
        pen.link(sheet.left, y, sheet.measure, _FIRST_ROW, group.key)
        pen.close()
        pen.close()
        y += _FIRST_ROW
        pen.rule(sheet.left, y, sheet.right, HAIRLINE, LINE)
    pen.close()
    return y


def _two_lines(group: Said, room: float) -> list[list[Word]]:
    """The sentence, the names and the advice: all names go before the advice, some after it, and it is never cut."""
    first, _, _ = group.advice[0].partition(": ") if group.advice else ("", "", "")
    advice = dict.fromkeys((f" {group.advice[0]}", f" {first.rstrip('.')}.", "") if first else ("",))
    details = [f" {listed(group.names, most)}." for most in range(_MOST_NAMES, 1, -1)] if group.names else [""]
    has_all = len(group.names) <= _MOST_NAMES
    choices = product(details, advice) if has_all else ((each, told) for told, each in product(advice, details))
    for detail, said_of in choices:
        parts = (Part(group.sentence, BODY_BOLD), Part(detail + said_of, BODY, INK2))
        lines = flowed(parts, room)
        if len(lines) <= _MOST_LINES:
            return lines
    return lines


def _who(source: str) -> str:
    """Who says it, else which part of it, as far as the column holds that; the findings print all of it."""
    author, _, part = source.partition(", ")
    return next(
        (said for said in (author, part) if width_of(said, SMALL) <= _WHO), fitted(author, SMALL, _WHO, 1).lines[0]
    )


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
    pen.piece("H2", sheet.left, base, _WAY, SECTION)
    said = strip.said(folio.page("chain"))
    if said:
        with pen.tag("P"), pen.tag("Link"):
            pen.text(sheet.right, base, said, SMALL, INK2, align="right")
            pen.link(sheet.right - 70, y, 70, 5, "chain")
    beside = sheet.left + width_of(_WAY, SECTION) + _BESIDE
    if beside + width_of(_PAGE, SMALL) + _BESIDE + width_of(said, SMALL) <= sheet.right:
        pen.piece("P", beside, base, _PAGE, SMALL, INK2)
    y += _WAY_HEAD
    draw_strip(pen, y, strip)
    return y + STRIP_HEIGHT


def _foot(matter: Matter, page: Callable[[str], str]) -> list[list[list[Word]]]:
    """Where whom to call stands, and how fresh this is; below, what could not be judged and what was accepted.

    Two lines of each at most; `page` gives `: page 6` for a key.
    """
    report = matter.report
    is_told = "call" in matter.order.printed and matter.organization.responsibilities
    call = page("call") if is_told else ""
    whom = [Part("Whom to call", SMALL_BOLD), Part(f"{call}. ", SMALL, INK2)] if call else []
    fresh = [*whom, Part(f"{FRESH}: ", SMALL_BOLD), Part(confirmed_said(freshness_of(matter)), SMALL, INK2)]
    parts: list[Part] = []
    if report.not_assessed:
        rules = len({missed.code for missed in report.not_assessed})
        unknown = sorted(missing(report.not_assessed, matter.organization), key=lambda each: -len(each.codes))
        words = [each.words for each in unknown]
        more = [f"{len(words) - _MOST_CAUSES + 1} other things"] if len(words) > _MOST_CAUSES else []
        causes = listed([*words[: _MOST_CAUSES - len(more)], *more])
        parts.append(Part("Not assessed: ", SMALL_BOLD))
        parts.append(Part(f"{counted(rules, 'rule')}, because these are unknown: {causes}. ", SMALL, INK2))
    if report.waived:
        until = {finding.waived.until for finding in report.waived if finding.waived}
        ends = f", until {day(max(until))}" if until else ""
        parts.append(Part("Accepted: ", SMALL_BOLD))
        parts.append(Part(f"{counted(len(report.waived), 'finding')}{ends}{page('accepted')}.", SMALL, INK2))
    measure = matter.portrait.measure
    return [flowed(told, measure)[:_MOST_LINES] for told in (fresh, parts) if told]


def _draw_foot(pen: Pen, y: float, paragraphs: list[list[list[Word]]]) -> None:
    for paragraph in paragraphs:
        with pen.tag("P"):
            for line in paragraph:
                pen.words(pen.sheet.left, y + SMALL.rise, line)
                y += SMALL.leading
