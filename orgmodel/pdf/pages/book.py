"""Pages in their order: head, foot, legend and number on each, bookmarks, and the bytes of the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from orgmodel.pdf.drawing.legend import draw_legend
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.file.metadata import About
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.pdf_file import PdfFile
from orgmodel.pdf.style import (
    FRAME_RULE,
    HEADER,
    HEADER_BOLD,
    INK,
    INK2,
    SMALL,
    SMALL_BOLD,
    Sheet,
    Type,
)
from orgmodel.pdf.type.glyphs import Glyphs
from orgmodel.pdf.type.scripts import writable
from orgmodel.pdf.type.typesetting import fitted, width_of
from orgmodel.sentences import day


class Folio(NamedTuple):
    """Where a page is: its number, and the pages of everything that has a key."""

    number: int
    page_of: Mapping[str, int]

    def page(self, key: str) -> str:
        """`: page 6`; nothing where what the key names is not printed."""
        return f": page {self.page_of[key]}" if key in self.page_of else ""


class Leaf(NamedTuple):
    """One page before it has a number.

    `keys` name what can be led to or referred to on it; `bookmarks` are keys with title and level. `free` is from where
    to where nothing stands on it yet, in millimetres from the top; `only` is the sentence that is all it says.
    """

    section: str
    sheet: Sheet
    draw: Callable[[Pen, Folio], None]
    keys: tuple[str, ...] = ()
    bookmarks: tuple[tuple[str, str, int], ...] = ()
    free: tuple[float, float] = (0.0, 0.0)
    only: str = ""


Section = Callable[[Matter], list[Leaf]]

Closing = Callable[[Matter, list[Leaf]], list[Leaf]]
"""What ends a paper, on its last page or on more: it is given all pages and gives all pages."""


Heard = Callable[[int, int], object]
"""Told before each page how many are drawn and how many there are, 0 of 0 while they are planned; may raise to stop."""


def unheard(drawn: int, pages: int) -> None:
    """Nobody waits for the pages."""


def bound(matter: Matter, sections: Sequence[Section], closing: Closing, tell: Heard = unheard) -> tuple[bytes, int]:
    """The sections and what ends them as one PDF, and the number of its pages."""
    head = _Frame(matter)
    leaves: list[Leaf] = []
    for section in sections:
        tell(0, 0)
        leaves += section(matter)
    leaves = closing(matter, leaves)
    page_of: dict[str, int] = {}
    for number, leaf in enumerate(leaves, start=1):
        for key in (*leaf.keys, *(key for key, _, _ in leaf.bookmarks)):
            page_of.setdefault(key, number)
    count = len(leaves)
    file = PdfFile(count)
    glyphs = Glyphs(file.fonts.document)
    leaves.reverse()
    for number in range(1, count + 1):
        leaf = leaves.pop()  # what was planned for a page is let go when it is drawn
        tell(number - 1, count)
        pen = Pen(leaf.sheet, glyphs, file.stamps)
        pen.places = page_of
        head.draw(pen, leaf.section, number, count)
        leaf.draw(pen, Folio(number, page_of))
        draw_legend(pen)
        file.add(leaf.section, pen, keys=leaf.keys, bookmarks=leaf.bookmarks)
    matter.names.missing.update(glyphs.missing)
    return file.finished(_about(matter), matter.order.attached), count


def _about(matter: Matter) -> About:
    organization = matter.organization
    return About(
        title=writable(f"{organization.name}: who supports what"),
        author=writable(organization.owner or ""),
        subject=writable(organization.description or f"Who supports what, as of {day(matter.today)}."),
        given=matter.today,
    )


class _Frame:
    """What every page carries: at its head the name, scenario and section, at its foot how fresh it is and whose."""

    def __init__(self, matter: Matter) -> None:
        organization = matter.organization
        self._matter = matter
        version = f"Version {organization.version}" if organization.version else "Version unknown"
        foot = (
            organization.classification or "Classification unknown",
            f"{version}, given {day(matter.today)}",
            f"Review by {day(organization.review_by)}" if organization.review_by else "No review date",
            f"Owner: {organization.owner or 'unknown'}",
        )
        # cut names are collected while sections are planned, so the widest they can be is settled here
        self._room = min(matter.portrait.measure, matter.landscape.measure)
        self._name = self._one_line(organization.name, HEADER_BOLD, self._room * 0.4, "organisation")
        self._scenario = self._one_line(matter.scenario, HEADER, self._room * 0.35, "scenario")
        self._foot = self._footed(foot)

    def draw(self, pen: Pen, section: str, number: int, count: int) -> None:
        sheet = pen.sheet
        base = 11 + HEADER.rise
        end = sheet.left + pen.text(sheet.left, base, self._name, HEADER_BOLD)
        pen.text(end + 3, base, self._scenario, HEADER, INK2)
        pen.text(sheet.right, base, section, HEADER, INK, align="right")
        pen.rule(sheet.left, 16, sheet.right, FRAME_RULE)
        pen.rule(sheet.left, sheet.footer_rule, sheet.right, FRAME_RULE)
        base = sheet.footer_rule + 1.6 + SMALL.rise
        x = sheet.left
        for place, part in enumerate(self._foot):
            style, colour = (SMALL_BOLD, INK) if place == 0 else (SMALL, INK2)
            x += pen.text(x, base, part, style, colour) + 5
        parts = (("Page ", SMALL), (str(number), SMALL_BOLD), (f" of {count}", SMALL))
        x = sheet.right - sum(width_of(text, style) for text, style in parts)
        for text, style in parts:
            x += pen.text(x, base, text, style)

    def _footed(self, parts: Sequence[str]) -> tuple[str, ...]:
        """The parts of the foot; where they do not fit side by side, each as long as its share allows."""
        room = self._room - 24 - 5 * (len(parts) - 1)
        styles = [SMALL_BOLD] + [SMALL] * (len(parts) - 1)
        if sum(width_of(part, style) for part, style in zip(parts, styles, strict=True)) <= room:
            return tuple(parts)
        shares = (0.2, 0.34, 0.2, 0.26)
        return tuple(
            self._one_line(part, style, room * share, "foot")
            for part, style, share in zip(parts, styles, shares, strict=True)
        )

    def _one_line(self, text: str, style: Type, width: float, kind: str) -> str:
        if fitted(text, style, width, 1).is_cut or kind != "foot":
            return "".join(self._matter.names.fit(text, kind, style, width, 1))
        return text
