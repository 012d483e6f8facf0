"""How the paper came about and how to read it: its freshness, letters, marks, rules with their sources, and limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from orgmodel.diagram.marks import MARKS
from orgmodel.findings import OUR_OWN
from orgmodel.model import KIND_NAMES, PHRASES, TeamKind
from orgmodel.model.settings import DEFAULT_LIMITS
from orgmodel.pdf.drawing.marks import draw_kind, draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.freshness import FRESH, confirmed_said, freshness_of
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, air, said
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.columns import in_columns
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.pages.headings import heading
from orgmodel.pdf.pages.table import Cell, Column, Row, spread, table_blocks
from orgmodel.pdf.sections.method.words import FINDINGS, LETTERS, LIMIT, LIMITS, MARK_WORDS, OWNER, UNKNOWN
from orgmodel.pdf.style import BODY, BODY_BOLD, INK, INK2, SMALL
from orgmodel.pdf.type.typesetting import wrapped
from orgmodel.rules import CATALOGUE
from orgmodel.sentences import counted, day, short

SECTION_NAME: Final = "Method"
_LEAD: Final = "How this was found, and how to read it."
_SPARE: Final = 3.4
"""How much nearer to the foot this section may come: its marks are explained in one line."""
_GRID_ROW: Final = 6.0
_AIR: Final = 1.6
_SIGN_ROOM: Final = 9.0
_COLUMNS_OF_SIGNS: Final = 3

Sign = tuple[str, Callable[[Pen, float, float], None]]
"""A word, and what draws the sign that it stands for: from x, in a row whose middle is y."""


def method(matter: Matter) -> list[Leaf]:
    return flowed(SECTION_NAME, "method", matter.sheet, _LEAD, [*_blocks(matter)], spare=_SPARE)


def _blocks(matter: Matter) -> Iterator[Block]:
    sheet = matter.sheet
    yield heading(FRESH, sheet)
    yield from table_blocks(spread((Column("What", 40), Column("Said")), sheet.measure), [*_facts(matter)])
    yield heading("Letters", sheet)
    letters = [Row((Cell(letter, BODY_BOLD), Cell(PHRASES[letter]), Cell(LETTERS[letter]))) for letter in "ARCI"]
    yield from table_blocks(
        spread((Column("Letter", 18), Column("The team", 44), Column("What that means")), sheet.measure), letters
    )
    yield air(_AIR)
    yield said(OWNER, sheet)
    yield heading("Teams and marks", sheet, holds=30)
    yield from _grid(matter, _signs(matter))
    yield air(_AIR)
    yield said(UNKNOWN, sheet)
    yield heading("How findings are found", sheet)
    yield said(" ".join((FINDINGS, *_judged(matter))), sheet)
    yield heading("Sources of the rules", sheet)
    yield from in_columns((Column("Source"), Column("Rules that rest on it", 32)), [*_sources()], sheet.measure, 2)
    yield heading("Limits in force", sheet)
    yield from in_columns((Column("Limit"), Column("Here", 16, "right")), [*_limits(matter)], sheet.measure, 2)
    if any(matter.organization.settings.limit(key) != default for key, default in DEFAULT_LIMITS.items()):
        yield air(_AIR)
        yield said(LIMIT, sheet)


def _facts(matter: Matter) -> Iterator[Row]:
    organization, report = matter.organization, matter.report
    rows = organization.responsibilities
    states = [row.state for row in rows]
    others = f"{states.count('open'):,} not yet discussed, {states.count('parked'):,} parked"
    agreed = f"{states.count('agreed'):,} of {counted(len(rows), 'responsibility', 'responsibilities')}, {others}"
    facts: tuple[tuple[str, str | None], ...] = (
        ("Version", organization.version),
        ("Given", day(matter.today)),
        *(() if report.as_of == matter.today else (("Judged as of", day(report.as_of)),)),
        ("To be reviewed by", day(organization.review_by) if organization.review_by else None),
        ("Owner", organization.owner),
        ("Classification", organization.classification),
        ("State of things", matter.scenario),
        ("Agreed", agreed),
        ("Confirmed", confirmed_said(freshness_of(matter))),
    )
    for what, fact in facts:
        yield Row((what, Cell(fact, BODY_BOLD) if fact else Cell("unknown", colour=INK2, mark="not-assessed")))


def _judged(matter: Matter) -> Iterator[str]:
    report = matter.report
    missed = len({each.code for each in report.not_assessed})
    spoke = len({each.code for each in report.findings})
    yield f"Of {counted(len(CATALOGUE), 'rule')}, {spoke} found something, {len(report.clean)} found nothing,"
    yield (
        f"and {missed} could not be judged everywhere, because the file does not say what they need."
        if missed
        else "and all of them could be judged."
    )
    changed = matter.organization.settings.rules
    if changed:
        told = ", ".join(f"{code} {setting}" for code, setting in changed)
        yield f"The file sets the severity of {counted(len(changed), 'rule')}: {told}."


def _sources() -> Iterator[Row]:
    codes: dict[str, list[str]] = {}
    for rule in CATALOGUE:
        ours = rule.source.key == OUR_OWN
        codes.setdefault(f"Our own: {rule.source.title}" if ours else rule.source.title, []).append(rule.code)
    for title in sorted(codes, key=str.casefold):
        yield Row((title, Cell(", ".join(codes[title]), SMALL, INK2)))


def _limits(matter: Matter) -> Iterator[Row]:
    for key, default in DEFAULT_LIMITS.items():
        here = matter.organization.settings.limit(key)
        told = Cell(short(here)) if here == default else Cell(f"{short(here)} ({short(default)})", BODY_BOLD)
        yield Row((LIMITS[key], told))


def _signs(matter: Matter) -> list[Sign]:
    """The kinds of team there are and the marks, then the letters as the matrix shows them."""
    there = {team.kind for team in matter.organization.teams}
    signs: list[Sign] = [(name, _kind(kind)) for kind, name in KIND_NAMES.items() if kind in there]
    signs += [(word, _mark(name)) for name, word in MARK_WORDS.items() if name in MARKS]
    return signs


def _kind(kind: TeamKind) -> Callable[[Pen, float, float], None]:
    return lambda pen, x, middle: draw_kind(pen, kind, x, middle - 2.7, 5.4)


def _mark(name: str) -> Callable[[Pen, float, float], None]:
    return lambda pen, x, middle: draw_mark(pen, name, x + 0.8, middle - 1.8, 3.6)


def _grid(matter: Matter, signs: list[Sign]) -> Iterator[Block]:
    """Signs with their words, some beside each other, read from left to right."""
    sheet = matter.sheet
    wide = sheet.measure / _COLUMNS_OF_SIGNS
    for start in range(0, len(signs), _COLUMNS_OF_SIGNS):
        line = signs[start : start + _COLUMNS_OF_SIGNS]

        def draw(pen: Pen, top: float, _: Folio, line: list[Sign] = line) -> None:
            middle = top + _GRID_ROW / 2
            explained = dict(pen.used)  # what stands beside its word needs no legend
            for place, (word, sign) in enumerate(line):
                x = sheet.left + place * wide
                sign(pen, x, middle)
                shown = wrapped(word, BODY, wide - _SIGN_ROOM - 2)[0]
                pen.piece("P", x + _SIGN_ROOM, middle + 1.05, shown, BODY, INK)
            pen.used = explained

        yield Block(_GRID_ROW, draw)
