"""Every finding in a plain sentence, with what to do and who says so; then what was accepted or not judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.marks import KIND_GLYPHS
from orgmodel.findings import SEVERITIES, Finding
from orgmodel.model import KIND_NAMES, PHRASES, TeamKind
from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.findings_said import Said, placed_name, said
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import CONTINUED
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
    TITLE_WIDE,
)
from orgmodel.pdf.type.typesetting import Part, Word, flowed, wrapped
from orgmodel.sentences import counted, day, listed

SECTION_NAME: Final = "Findings"
_INDENT: Final = 7.0
_SIDE: Final = 42.0
_BESIDE_UNKNOWN: Final = 30.0
"""Beside a finding stand its code and source, beside what is unknown codes alone."""
_AIR: Final = 1.2
_COMPANY: Final = 90.0
_SPARE: Final = 2.5
"""How much nearer to the foot this section may come: its marks are explained in one line."""
_COMMON_KINDS: Final[tuple[TeamKind, ...]] = ("application", "application-sre", "infrastructure-sre", "frontline")
_HEADINGS: Final = {"error": "To put right", "warning": "To look at", "info": "To know"}


class Stretch(NamedTuple):
    """A line of the section before it has a place: what is drawn at its top, and how high it is.

    `holds` keeps it on one page with so much of what follows; one that `goes_on` is of the paragraph above it; `link`
    is the key that a click on its paragraph leads to.
    """

    height: float
    words: tuple[tuple[float, float, tuple[Word, ...]], ...] = ()
    mark: str | None = None
    side: tuple[str, ...] = ()
    rule: float = 0.0
    key: str | None = None
    holds: float = 0.0
    goes_on: bool = False
    link: str = ""


def findings(matter: Matter) -> list[Leaf]:
    sheet = matter.sheet
    top = sheet.top + TITLE_WIDE.leading + 3
    stretches = _in_company(list(_stretches(matter, sheet.measure)), list(_method(matter, sheet.measure)))
    pages = _paged(stretches, sheet.bottom + _SPARE - top)
    leaves = []
    for number, page in enumerate(pages):
        marks = (("findings", SECTION_NAME, 0),) if number == 0 else ()
        keys = tuple(stretch.key for stretch in page if stretch.key)
        leaves.append(Leaf(SECTION_NAME, sheet, partial(_draw, top, page, _lead(matter, number)), keys, marks))
    return leaves


def _lead(matter: Matter, number: int) -> str:
    report = matter.report
    if number:
        return CONTINUED
    if not report.findings:
        return f"as of {day(report.as_of)}"
    errors, warnings = counted(report.count("error"), "error"), counted(report.count("warning"), "warning")
    return f"{errors}, {warnings} and {report.count('info')} for information, as of {day(report.as_of)}"


def _in_company(stretches: list[Stretch], method: list[Stretch]) -> list[Stretch]:
    """All of them; where the method has to go to another page, the last entry goes with it, and its heading too."""
    first = max((place for place, stretch in enumerate(stretches) if stretch.mark), default=0)
    if first and stretches[first - 1].rule == HEAD_RULE:
        first -= 1
    together = sum(stretch.height for stretch in (*stretches[first:], *method))
    if together <= _COMPANY:
        stretches[first] = stretches[first]._replace(holds=together - stretches[first].height)
    return [*stretches, *method]


def _paged(stretches: Sequence[Stretch], room: float) -> list[tuple[Stretch, ...]]:
    pages: list[list[Stretch]] = [[]]
    left = room
    for stretch in stretches:
        if pages[-1] and stretch.height + stretch.holds > left:
            pages.append([])
            left = room
        pages[-1].append(stretch)
        left -= stretch.height
    return [tuple(page) for page in pages]


def _draw(top: float, page: tuple[Stretch, ...], lead: str, pen: Pen, _: Folio) -> None:
    sheet = pen.sheet
    base = sheet.top + TITLE_WIDE.rise
    end = sheet.left + pen.title(SECTION_NAME, TITLE_WIDE, is_first=lead != CONTINUED)
    pen.piece("P", end + 5, base, lead, LEAD, INK2)
    y = top
    for paragraph in _paragraphs(page):
        y = _draw_paragraph(pen, y, paragraph)


def _paragraphs(page: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """The stretches of a page, those of one paragraph together."""
    together: list[Stretch] = []
    for stretch in page:
        if together and not stretch.goes_on:
            yield together
            together = []
        together.append(stretch)
    if together:
        yield together


def _draw_paragraph(pen: Pen, top: float, paragraph: Sequence[Stretch]) -> float:
    """What stands beside its first lines is read after it; gives where the next one starts."""
    sheet, first = pen.sheet, paragraph[0]
    if first.key:
        pen.anchor(first.key, top - 3)
    if first.mark:
        draw_mark(pen, first.mark, sheet.left, top + 1.75, 3.6)
    y = top
    with pen.tag("H2" if first.rule == HEAD_RULE else "P"), pen.tag("Link") if first.link else nullcontext():
        for stretch in paragraph:
            for x, down, words in stretch.words:
                pen.words(sheet.left + x, y + down, words)
            y += stretch.height
            if stretch.rule:
                pen.rule(sheet.left, y, sheet.right, stretch.rule, INK if stretch.rule > HAIRLINE else LINE)
        if first.link:
            pen.link(sheet.left, top, sheet.measure, y - top, first.link)
    with pen.tag("P"):
        for number, text in enumerate(first.side):
            colour = INK if number == 0 else INK2
            pen.text(sheet.right, top + 1.7 + SMALL.rise + number * SMALL.leading, text, SMALL, colour, align="right")
    return y


def _stretches(matter: Matter, measure: float) -> Iterator[Stretch]:
    report = matter.report
    groups = said(report.findings, matter.organization)
    if not groups:
        judged = f"{counted(len(report.clean), 'rule')} found nothing" if report.clean else "No rule found anything"
        missed = len({missed.code for missed in report.not_assessed})
        yield from _plain(f"No findings. {judged}, {missed} could not be judged.", measure)
    for severity in SEVERITIES:
        here = [group for group in groups if group.severity == severity]
        if here:
            yield _heading(_HEADINGS[severity])
            for group in here:
                yield from _group(matter, group, measure)
    if report.waived:
        yield _heading("Accepted", "accepted")
        for finding in report.waived:
            yield from _accepted(matter, finding, measure)
    if report.not_assessed:
        yield _heading("Not assessed: an input is unknown, which is neither good nor bad")
        yield from _not_assessed(matter, measure)


def _heading(text: str, key: str | None = None) -> Stretch:
    word = (Word(0, text, SECTION, INK),)
    return Stretch(5 + SECTION.leading + 1.2, ((0, 5 + SECTION.rise, word),), rule=HEAD_RULE, key=key, holds=14)


def _group(matter: Matter, group: Said, measure: float) -> Iterator[Stretch]:
    """The sentence and its advice; below, the things found, or what is said of each."""
    room = measure - _INDENT - _SIDE
    matter.names.note(group.sentence)
    parts = [Part(group.sentence, BODY_BOLD)]
    parts += [Part(f" {advice}", BODY, INK2) for advice in group.advice if len(group.advice) == 1]
    side = (group.code, *wrapped(group.source, SMALL, _SIDE - 3)[:2])
    first, *others = _paragraph(parts, room, side=side, mark=group.severity, key=group.key)
    yield first._replace(link=str(group.about or ""))
    yield from others
    if len(group.advice) > 1:
        for name, advice in zip(group.names, group.advice, strict=True):
            yield from _paragraph([Part(f"{name}.", BODY), Part(f" {advice}", BODY, INK2)], measure - _INDENT)
    elif group.names:
        yield from _paragraph([Part(f"{', '.join(group.names)}.", BODY)], measure - _INDENT)
    yield Stretch(1.5, rule=HAIRLINE)


def _paragraph(
    parts: Sequence[Part],
    room: float,
    *,
    side: tuple[str, ...] = (),
    mark: str | None = None,
    key: str | None = None,
    indent: float = _INDENT,
) -> Iterator[Stretch]:
    """Lines of text as stretches; what stands beside them keeps the first ones together."""
    lines = flowed(parts, room)
    tall = max(len(lines) * BODY.leading, len(side) * SMALL.leading)
    for number, line in enumerate(lines or [[]]):
        words = ((indent, (1.5 if number == 0 and mark else 0) + BODY.rise, tuple(line)),)
        height = BODY.leading + (1.5 if number == 0 and mark else 0)
        if number == 0:
            yield Stretch(height, words, mark, side, key=key, holds=min(tall, 3 * BODY.leading) - BODY.leading)
        else:
            yield Stretch(height, words, goes_on=True)
    rest = len(side) * SMALL.leading + 0.2 - len(lines) * BODY.leading
    if rest > 0:
        yield Stretch(rest)


def _plain(text: str, measure: float) -> Iterator[Stretch]:
    yield from _paragraph([Part(text, BODY)], measure, indent=0)


def _accepted(matter: Matter, finding: Finding, measure: float) -> Iterator[Stretch]:
    waiver = finding.waived
    parts = [Part(finding.message, BODY_BOLD)]
    if waiver is not None:
        by = f" by {waiver.by}" if waiver.by else ""
        parts.append(Part(f" {waiver.reason} Accepted{by} until {day(waiver.until)}.", BODY, INK2))
        matter.names.note(waiver.reason)
    side = (finding.code, *wrapped(finding.source.title, SMALL, _SIDE - 3)[:2])
    yield from _paragraph(parts, measure - _INDENT - _SIDE, side=side, mark="waived")
    yield Stretch(1.5, rule=HAIRLINE)


def _not_assessed(matter: Matter, measure: float) -> Iterator[Stretch]:
    """One line for each thing that is unknown, with the rules that would need it."""
    rules: dict[str, dict[str, None]] = {}
    things: dict[str, dict[str, None]] = {}
    for missed in matter.report.not_assessed:
        rules.setdefault(missed.missing, {})[missed.code] = None
        names = things.setdefault(missed.missing, {})
        for subject in missed.subjects:
            names[placed_name(matter.organization, subject)] = None
    for missing, codes in rules.items():
        about = listed(list(things[missing]), 4)
        parts = [Part(f"Unknown: {missing}.", BODY_BOLD), Part(f" {about}.", BODY, INK2)]
        side = wrapped(", ".join(codes), SMALL, _BESIDE_UNKNOWN - 3)
        yield from _paragraph(parts, measure - _INDENT - _BESIDE_UNKNOWN, side=side, mark="not-assessed")
        yield Stretch(1.5, rule=HAIRLINE)


def _method(matter: Matter, measure: float) -> Iterator[Stretch]:
    """How the paper is to be read, for somebody who sees it for the first time: small, and never torn apart."""
    letters = "; ".join(f"{letter}: {PHRASES[letter]}" for letter in "ARCI")
    kinds = ", ".join(f"{KIND_GLYPHS[kind].code} {KIND_NAMES[kind]}" for kind in _COMMON_KINDS)
    report = matter.report
    clean = f" {counted(len(report.clean), 'rule')} found nothing to say." if report.clean else ""
    parts: list[Part] = []
    for head, text in (
        ("Letters. ", f"{letters}. The owner of a responsibility is the team with A, else the only team with R. "),
        ("Teams. ", f"{kinds}. Each kind has a shape and a code, so that a black-and-white print says the same. "),
        (
            "Unknown. ",
            "What the file does not say is printed as a dash or as unknown, and never counted as zero or as good. ",
        ),
        (
            "Findings. ",
            f"Each comes from a rule with a code and a source; the date they hold for is {day(report.as_of)}.{clean}",
        ),
    ):
        parts += [Part(head, SMALL_BOLD), Part(text, SMALL, INK2)]
    lines = [
        Stretch(SMALL.leading, ((0, SMALL.rise, tuple(line)),), goes_on=number > 0)
        for number, line in enumerate(flowed(parts, measure))
    ]
    yield _heading("How to read this")._replace(holds=_AIR + sum(line.height for line in lines))
    yield Stretch(_AIR)
    yield from lines
