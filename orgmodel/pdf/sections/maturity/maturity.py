"""Maturity: every assessment with its ratings as bars and a radar, what to do next, and what the model contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from orgmodel.diagram.assessed import Assessed, RatedSection, by_questionnaire
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, air, height_of
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.sections.maturity.bars import bars_of
from orgmodel.pdf.sections.maturity.figures import figure_blocks
from orgmodel.pdf.sections.maturity.plan import contradicted, contradiction_blocks, step_blocks, trend_blocks
from orgmodel.pdf.sections.maturity.radar import NARROW, RadarPlan, RadarPoint, draw_radar, radar_plan
from orgmodel.pdf.style import Sheet

SECTION_NAME: Final = "Maturity"
KEY: Final = "maturity"
_GUTTER: Final = 9.0
_WIDE: Final = 230.0
"""From so wide a measure on, a radar stands beside what it shows; else below."""
_SEVERAL: Final = 3
"""From so many sections on, their means have a radar of their own."""
_LARGE: Final = 5
"""Where they have, only sections of so many activities have one as well."""
_AFTER: Final = 2.0
_SHORT: Final = 50.0
_SPARE: Final = 3.4
"""What the legend has to say here stands in one line."""
_WORDS: Final = {"na": "not applicable", "unknown": "unknown"}


def maturity(matter: Matter) -> list[Leaf]:
    """The pages of each assessment, the newest of a questionnaire first, each from a page of its own."""
    sheet = matter.portrait if matter.order.turned == "portrait" else matter.landscape
    leaves: list[Leaf] = []
    for group in by_questionnaire(matter.organization):
        for place in reversed(range(len(group))):
            held = group[place]
            blocks = list(_assessment(matter, sheet, group[: place + 1], is_latest=place == len(group) - 1))
            lead = _lead(held, is_latest=place == len(group) - 1)
            pages = flowed(SECTION_NAME, f"maturity:{held.assessment.id}", sheet, lead, blocks, spare=_SPARE)
            leaves += _bookmarked(pages, held.title, is_first=not leaves)
    if not leaves:
        return flowed(SECTION_NAME, KEY, sheet, "", [], empty="No assessment yet: how mature the work is, is unknown.")
    return leaves


def _lead(held: Assessed, *, is_latest: bool) -> str:
    if not is_latest:
        return f"{held.title}; there is a later one."
    known = "" if held.questionnaire else " Nobody knows that questionnaire, so its activities have no words."
    return f"{held.title}.{known}"


def _bookmarked(pages: list[Leaf], title: str, *, is_first: bool) -> list[Leaf]:
    """The first page of all is the section's; each assessment is a part of it."""
    marks = tuple((key, title, 1) for key, _, _ in pages[0].bookmarks)
    section = ((KEY, SECTION_NAME, 0),) if is_first else ()
    return [pages[0]._replace(bookmarks=(*section, *marks)), *pages[1:]]


def _assessment(matter: Matter, sheet: Sheet, until: Sequence[Assessed], *, is_latest: bool) -> Iterator[Block]:
    """The last of some assessments by one questionnaire."""
    held, before = until[-1], until[-2] if len(until) > 1 else None
    has_overview = len(held.sections) >= _SEVERAL
    overview = _overview(held, before) if has_overview else None
    is_beside = sheet.measure > _WIDE
    earlier = {rated.activity.id: rated.number for rated in before.activities} if before else {}
    plans = [
        None if has_overview and len(section.activities) < _LARGE else _radar(section, earlier, is_titled=not is_beside)
        for section in held.sections
    ]
    wide = max((plan.width for plan in (overview, *plans) if plan), default=NARROW)
    left = sheet.measure - (wide + _GUTTER if is_beside else 0)
    figures = list(figure_blocks(matter, left if overview else sheet.measure, held))
    yield from _beside(sheet, figures, overview) if overview else figures
    marked = contradicted(matter, held) if is_latest else frozenset[str]()
    for number, (section, plan) in enumerate(zip(held.sections, plans, strict=True)):
        bars = bars_of(matter, section, left if plan else sheet.measure, marked, is_first=number == 0)
        yield from _beside(sheet, list(bars.blocks()), plan)
    if is_latest:
        yield from contradiction_blocks(matter, sheet, held)
        yield from step_blocks(matter, sheet, held)
        yield from trend_blocks(sheet, until)


def _radar(section: RatedSection, earlier: Mapping[str, int | None], *, is_titled: bool) -> RadarPlan:
    points = [
        RadarPoint(
            rated.activity.id,
            rated.activity.text,
            rated.number,
            _WORDS.get(str(rated.score), ""),
            earlier.get(rated.activity.id),
        )
        for rated in section.activities
    ]
    return radar_plan(section.name, points, is_titled=is_titled)


def _overview(held: Assessed, before: Assessed | None) -> RadarPlan:
    """The means of the sections."""
    earlier = {section.id: section.mean for section in before.sections} if before else {}
    points = [
        RadarPoint("", section.name, section.mean, _WORDS["unknown"], earlier.get(section.id))
        for section in held.sections
    ]
    return radar_plan("means of the sections", points, "sections")


def _beside(sheet: Sheet, blocks: list[Block], plan: RadarPlan | None) -> Iterator[Block]:
    """Blocks with a radar at their right where the sheet has room for it, else below them."""
    if plan is None or not blocks:
        yield from _together(blocks)
    elif sheet.measure <= _WIDE:
        yield from blocks
        yield air(_AFTER)
        yield Block(plan.height, partial(_draw_below, plan))
    else:
        held = max(plan.height, blocks[0].height + blocks[0].holds)
        yield Block(0.0, partial(_draw_beside, plan), holds=held)
        yield from blocks
        yield air(max(plan.height - height_of(blocks), 0.0))
    yield air(_AFTER)


def _together(blocks: list[Block]) -> list[Block]:
    """A short section is never parted."""
    rest = height_of(blocks[1:])
    if not blocks or rest > _SHORT:
        return blocks
    return [blocks[0]._replace(holds=rest), *blocks[1:]]


def _draw_beside(plan: RadarPlan, pen: Pen, top: float, _: Folio) -> None:
    draw_radar(pen, plan, pen.sheet.right - plan.width, top)


def _draw_below(plan: RadarPlan, pen: Pen, top: float, _: Folio) -> None:
    draw_radar(pen, plan, pen.sheet.left + (pen.sheet.measure - plan.width) / 2, top)
