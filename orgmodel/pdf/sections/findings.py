"""Every finding in a plain sentence, with what to do and who says so; then what was accepted or not judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from typing import Final, NamedTuple

from orgmodel.findings import SEVERITIES, Finding
from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.findings_said import Said, counted_kinds, missing, placed_name, said
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.block import said as plain
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.pages.headings import ruled_heading
from orgmodel.pdf.style import BODY, BODY_BOLD, HAIRLINE, INK, INK2, LINE, SMALL, Sheet
from orgmodel.pdf.type.typesetting import Part, Word, wrapped
from orgmodel.pdf.type.typesetting import flowed as lines_of
from orgmodel.sentences import counted, day, listed

SECTION_NAME: Final = "Findings"
_INDENT: Final = 7.0
_SIDE: Final = 42.0
_BESIDE_UNKNOWN: Final = 30.0
"""Beside a finding stand its code and source, beside what is unknown codes alone."""
_OVER: Final = 1.5
_UNDER: Final = 1.5
_TOUCHING: Final = 0.3
"""By so much of a line what stands at the side may reach below what it stands beside."""
_LEAST: Final = 3
"""So many lines of an entry stay together."""
_SPARE: Final = 2.5
"""How much nearer to the foot this section may come: its marks are explained in one line."""
_HEADINGS: Final = {"error": "To put right", "warning": "To look at", "info": "To know"}
_UNKNOWN: Final = "Not assessed: what these rules need is unknown, which is neither good nor bad"


class _Line(NamedTuple):
    """A line of an entry; one that `begins` is the first of its paragraph."""

    words: tuple[Word, ...]
    begins: bool


class _Entry(NamedTuple):
    """A finding, or as much of it as stands together: its mark and what stands at its side only where it begins."""

    lines: tuple[_Line, ...]
    mark: str
    side: tuple[str, ...] = ()
    key: str = ""
    link: str = ""
    ends: bool = True

    @property
    def height(self) -> float:
        beside = len(self.side) * SMALL.leading + 0.2
        return self._over + max(len(self.lines) * BODY.leading, beside) + (_UNDER if self.ends else 0.0)

    @property
    def _over(self) -> float:
        return _OVER if self.mark else 0.0

    def block(self, sheet: Sheet) -> Block:
        keys = (self.key,) if self.key else ()
        return Block(self.height, partial(_draw, sheet, self), keys=keys, part=partial(self._part, sheet))

    def _part(self, sheet: Sheet, room: float, *, is_whole_page: bool) -> tuple[Block, Block] | None:
        """As many lines as there is room for: three or more here and there, as far as a page has room for them."""
        count = int((room - self._over) / BODY.leading + 1e-6)
        if not is_whole_page:
            count = min(count, len(self.lines) - _LEAST)
        if count < (1 if is_whole_page else _LEAST) or count >= len(self.lines):
            return None
        here = self._replace(lines=self.lines[:count], ends=False)
        rest = self._replace(lines=self.lines[count:], mark="", side=(), key="")
        return here.block(sheet), rest.block(sheet)


def findings(matter: Matter) -> list[Leaf]:
    sheet = matter.sheet
    return flowed(SECTION_NAME, "findings", sheet, _lead(matter), [*_blocks(matter, sheet)], spare=_SPARE)


def _lead(matter: Matter) -> str:
    report = matter.report
    if not report.findings:
        return f"as of {day(report.as_of)}"
    found = {each: [one for one in report.findings if one.severity == each] for each in SEVERITIES}
    errors, warnings = counted_kinds(found["error"], "error"), counted_kinds(found["warning"], "warning")
    return f"{errors}, {warnings} and {report.count('info')} for information, as of {day(report.as_of)}"


def _blocks(matter: Matter, sheet: Sheet) -> Iterator[Block]:
    report = matter.report
    groups = said(report.findings, matter.organization)
    if not groups:
        judged = f"{counted(len(report.clean), 'rule')} found nothing" if report.clean else "No rule found anything"
        missed = len({missed.code for missed in report.not_assessed})
        yield plain(f"No findings. {judged}, {missed} could not be judged.", sheet, colour=INK)
    for severity in SEVERITIES:
        here = [_group(matter, group, sheet) for group in groups if group.severity == severity]
        yield from _under(_HEADINGS[severity], here, sheet)
    accepted = [_accepted(matter, finding, sheet) for finding in report.waived]
    yield from _under("Accepted", accepted, sheet, "accepted")
    yield from _under(_UNKNOWN, [*_not_assessed(matter, sheet)], sheet)


def _under(title: str, entries: Sequence[_Entry], sheet: Sheet, key: str | None = None) -> Iterator[Block]:
    if entries:
        first = entries[0]
        together = first.height if len(first.lines) <= 2 * _LEAST else 2 * _LEAST * BODY.leading
        yield ruled_heading(title, sheet, key=key, holds=together)
        yield from (entry.block(sheet) for entry in entries)


def _group(matter: Matter, group: Said, sheet: Sheet) -> _Entry:
    """The sentence and its advice; below, the things found, or what is said of each."""
    matter.names.note(group.sentence)
    parts = [Part(group.sentence, BODY_BOLD)]
    parts += [Part(f" {advice}", BODY, INK2) for advice in group.advice if len(group.advice) == 1]
    side = _side(group.code, group.source)
    lines = [*_paragraph(parts, sheet.measure - _INDENT - _SIDE)]
    while group.names and (len(lines) + _TOUCHING) * BODY.leading < len(side) * SMALL.leading:
        lines.append(_Line((), begins=False))
    wide = sheet.measure - _INDENT
    if len(group.advice) > 1:
        for name, advice in zip(group.names, group.advice, strict=True):
            lines += _paragraph([Part(f"{name}.", BODY), Part(f" {advice}", BODY, INK2)], wide)
    elif group.names:
        lines += _paragraph([Part(f"{', '.join(group.names)}.", BODY)], wide)
    return _Entry(tuple(lines), group.severity, side, group.key, str(group.about or ""))


def _accepted(matter: Matter, finding: Finding, sheet: Sheet) -> _Entry:
    waiver = finding.waived
    parts = [Part(finding.message, BODY_BOLD)]
    if waiver is not None:
        by = f" by {waiver.by}" if waiver.by else ""
        parts.append(Part(f" {waiver.reason} Accepted{by} until {day(waiver.until)}.", BODY, INK2))
        matter.names.note(waiver.reason)
    lines = _paragraph(parts, sheet.measure - _INDENT - _SIDE)
    return _Entry(tuple(lines), "waived", _side(finding.code, finding.source.title))


def _not_assessed(matter: Matter, sheet: Sheet) -> Iterator[_Entry]:
    """One entry for each thing that is unknown, with the rules that would need it."""
    for each in missing(matter.report.not_assessed, matter.organization):
        parts = [Part(f"Unknown: {each.words}.", BODY_BOLD)]
        if each.lacking:
            about = listed([placed_name(matter.organization, subject) for subject in each.lacking], 4)
            parts.append(Part(f" {about}.", BODY, INK2))
        side = wrapped(", ".join(each.codes), SMALL, _BESIDE_UNKNOWN - 3)
        yield _Entry(tuple(_paragraph(parts, sheet.measure - _INDENT - _BESIDE_UNKNOWN)), "not-assessed", side)


def _side(code: str, source: str) -> tuple[str, ...]:
    return (code, *wrapped(source, SMALL, _SIDE - 3))


def _paragraph(parts: Sequence[Part], room: float) -> Iterator[_Line]:
    for number, line in enumerate(lines_of(parts, room)):
        yield _Line(tuple(line), begins=number == 0)


def _draw(sheet: Sheet, entry: _Entry, pen: Pen, top: float, _: Folio) -> None:
    """What stands beside its first lines is read after them."""
    paragraphs = _paragraphs(entry.lines)
    y = top
    if entry.mark:
        draw_mark(pen, entry.mark, sheet.left, top + 1.75, 3.6)
        y += _OVER
    for number, paragraph in enumerate(paragraphs):
        leads = bool(number == 0 and entry.link and entry.mark)
        with pen.tag("P"), pen.tag("Link") if leads else nullcontext():
            for line in paragraph:
                pen.words(sheet.left + _INDENT, y + BODY.rise, line.words)
                y += BODY.leading
            if leads:
                pen.link(sheet.left, top, sheet.measure, y - top, entry.link)
        if number == 0 and entry.side:
            _draw_side(pen, sheet, top, entry.side)
    if entry.ends:
        pen.rule(sheet.left, top + entry.height, sheet.right, HAIRLINE, LINE)


def _draw_side(pen: Pen, sheet: Sheet, top: float, side: Sequence[str]) -> None:
    with pen.tag("P"):
        for number, text in enumerate(side):
            base = top + 1.7 + SMALL.rise + number * SMALL.leading
            pen.text(sheet.right, base, text, SMALL, INK if number == 0 else INK2, align="right")


def _paragraphs(lines: Sequence[_Line]) -> list[list[_Line]]:
    found: list[list[_Line]] = []
    for line in lines:
        if line.begins or not found:
            found.append([])
        found[-1].append(line)
    return found
