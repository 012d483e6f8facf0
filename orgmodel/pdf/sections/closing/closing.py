"""What ends a paper: how fresh it is and how to read it, and the index of names, on its last page if there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from orgmodel.diagram.marks import KIND_GLYPHS
from orgmodel.model import KIND_NAMES, PHRASES, TeamKind
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.freshness import freshness_said
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, air
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import flowed, joined, shared
from orgmodel.pdf.pages.headings import heading, ruled_heading
from orgmodel.pdf.sections.closing.index import CUT_SAID, index_blocks
from orgmodel.pdf.sections.closing.index import SECTION_NAME as INDEX
from orgmodel.pdf.style import INK2, SMALL, SMALL_BOLD, Sheet
from orgmodel.pdf.type.typesetting import Part, Word
from orgmodel.pdf.type.typesetting import flowed as lines_of
from orgmodel.sentences import counted, day

READ: Final = "How to read this"
READ_KEY: Final = "how-to-read"
_AIR: Final = 1.2
_SHAPES: Final = "Each kind has a shape and a code, so that a black-and-white print says the same."
_COMMON_KINDS: Final[tuple[TeamKind, ...]] = ("application", "application-sre", "infrastructure-sre", "frontline")


def closing(matter: Matter, leaves: list[Leaf]) -> list[Leaf]:
    """All pages: empty sections on the one before, how to read them after the findings or at the end, then the index.

    The page of an executive has neither beside it; the method says how to read the paper as well.
    """
    if matter.order.is_one_page:
        return leaves
    leaves = shared(leaves)
    waiting = _reading(matter) if "findings" in matter.order.printed and "method" not in matter.order.printed else []
    ends = [place for place in range(len(leaves)) if leaves[place].section != leaves[(place + 1) % len(leaves)].section]
    for place in (_end_of("findings", leaves), len(leaves) - 1, *reversed(ends)):
        has_its_width = leaves[place].sheet == matter.sheet
        if waiting and has_its_width and (page := joined(leaves[place], waiting)):
            leaves = [*leaves[:place], page, *leaves[place + 1 :]]
            waiting = []
    return _with_index(matter, leaves, waiting)


def _end_of(key: str, leaves: Sequence[Leaf]) -> int:
    """The last page of the section that begins with a key; of the paper where none does."""
    name = next((leaf.section for leaf in leaves for each, _, _ in leaf.bookmarks if each == key), "")
    return max((place for place, leaf in enumerate(leaves) if leaf.section == name), default=len(leaves) - 1)


def _with_index(matter: Matter, leaves: list[Leaf], waiting: list[Block]) -> list[Leaf]:
    """The index on the last page, else on pages of its own, with what found no room elsewhere."""
    sheet = matter.sheet
    blocks = index_blocks(matter, leaves[-1].sheet)
    told = CUT_SAID if matter.names.cut else ""
    if blocks and not waiting:
        opening = heading(INDEX, leaves[-1].sheet, key="index", level=0, aside=lambda _: (told, "index"))
        titled = [opening, *blocks]
        if page := joined(leaves[-1], titled):
            return [*leaves[:-1], page]
    if blocks:
        return [*leaves, *flowed(INDEX, "index", sheet, told, [*index_blocks(matter, sheet), *waiting])]
    return [*leaves, *flowed(READ, READ_KEY, sheet, "", waiting[1:])] if waiting else leaves


def _reading(matter: Matter) -> list[Block]:
    """For somebody who sees such a paper for the first time: small, and never torn apart."""
    sheet = matter.sheet
    lines = lines_of([*_parts(matter)], sheet.measure)
    height = _AIR + len(lines) * SMALL.leading
    return [
        ruled_heading(READ, sheet, key=READ_KEY, holds=height),
        air(_AIR),
        Block(height - _AIR, partial(_draw, sheet, lines)),
    ]


def _draw(sheet: Sheet, lines: list[list[Word]], pen: Pen, top: float, _: Folio) -> None:
    with pen.tag("P"):
        for number, line in enumerate(lines):
            pen.words(sheet.left, top + SMALL.rise + number * SMALL.leading, line)


def _parts(matter: Matter) -> Iterator[Part]:
    letters = "; ".join(f"{letter}: {PHRASES[letter]}" for letter in "ARCI")
    kinds = ", ".join(f"{KIND_GLYPHS[kind].code} {KIND_NAMES[kind]}" for kind in _COMMON_KINDS)
    report = matter.report
    clean = f" {counted(len(report.clean), 'check')} passed." if report.clean else ""
    says_page = "call" in matter.order.printed  # which begins with it
    page = "A call to the people on duty when an alert is raised; it goes on until somebody answers. "
    for head, text in (
        ("Fresh. ", f"{freshness_said(matter)} "),
        *(() if says_page else (("Page. ", page),)),
        ("Letters. ", f"{letters}. The owner of a responsibility is the team with A, else the only team with R. "),
        ("Teams. ", f"{kinds}; SRE is Site Reliability Engineering. {_SHAPES} "),
        (
            "Unknown. ",
            "What the file does not say is printed as a dash or as unknown, and never counted as zero or as good. ",
        ),
        (
            "Findings. ",
            f"Each comes from a rule with a code and a source; the date they hold for is {day(report.as_of)}.{clean}",
        ),
    ):
        yield Part(head, SMALL_BOLD)
        yield Part(text, SMALL, INK2)
