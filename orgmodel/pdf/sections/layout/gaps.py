"""The card “Nobody” over the board: the rows that no team has, that two have, or that only a missing one has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from orgmodel.model import Responsibility
from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.sections.layout.cards import INSET, RADIUS, Frame
from orgmodel.pdf.style import BODY, CARD_TITLE, ERROR, INK2, SMALL, SMALL_BOLD, Type
from orgmodel.pdf.type.typesetting import width_of
from orgmodel.sentences import counted
from orgmodel.verdicts import Verdict

GAPS_HEAD: Final = 8.6
_ROW: Final = 8.4
_PAD: Final = 1.4
_MOST_LINES: Final = 3
_STRIPE: Final = 4.4
_MARK: Final = 3.4
_NAME_X: Final = _MARK + 1.8
_ORDER: Final[dict[Verdict, tuple[str, str]]] = {
    "nobody": ("nobody", ""),
    "missing owner": ("nobody", "owner missing"),
    "several answer": ("two-owners", "two owners"),
    "nobody answers": ("nobody", "nobody answers"),
}
"""For each trouble, the worst first, its mark and what is said of it."""


class Gap(NamedTuple):
    """A row in print: its mark, its name, what is wrong in a few words, and whose it is or may be."""

    mark: str
    name: str
    style: Type
    trouble: str
    about: str
    key: str
    whole: str


class Gaps(NamedTuple):
    """The card in print: what is said at its top, so many rows as it has room for, and how many more there are."""

    said: str
    shown: tuple[Gap, ...]
    more: int
    columns: int
    step: float

    @property
    def height(self) -> float:
        lines = -(-(len(self.shown) + bool(self.more)) // self.columns)
        return GAPS_HEAD + lines * _ROW + _PAD


def gaps_of(matter: Matter, columns: int, card: float, gap: float, most_lines: int = _MOST_LINES) -> Gaps | None:
    """The card over so many columns of cards of a width, `gap` apart; None where every row has its owner."""
    found: dict[Verdict, list[Responsibility]] = {verdict: [] for verdict in _ORDER}
    for row in matter.organization.responsibilities:
        verdict = matter.verdict(row)
        if verdict in found:
            found[verdict].append(row)
    rows = [(verdict, row) for verdict, each in found.items() for row in each]
    if not rows:
        return None
    room = columns * most_lines
    most = len(rows) if len(rows) <= room else room - 1
    width = card - 2 * INSET - _NAME_X
    shown = tuple(_gap(matter, verdict, row, width) for verdict, row in rows[:most])
    return Gaps(_said(found), shown, len(rows) - most, columns, card + gap)


def _said(found: dict[Verdict, list[Responsibility]]) -> str:
    parts = []
    if found["nobody"]:
        parts.append(f"{counted(len(found['nobody']), 'responsibility', 'responsibilities')} that no team does")
    if found["missing owner"]:
        parts.append(f"{len(found['missing owner'])} whose team is not there")
    if found["several answer"]:
        parts.append(f"{len(found['several answer'])} that two or more answer for")
    if found["nobody answers"]:
        parts.append(f"{len(found['nobody answers'])} that several do and nobody answers for")
    return ", ".join(parts)


def _as_far(said: str, room: float) -> str:
    """As many of its parts as there is room for, the worst first, and dots for the others, which the cards say."""
    parts = said.split(", ")
    kept = len(parts)
    while kept > 1 and width_of(said, BODY) > room:
        kept -= 1
        said = f"{', '.join(parts[:kept])}, …"
    return said


def _gap(matter: Matter, verdict: Verdict, row: Responsibility, width: float) -> Gap:
    organization = matter.organization
    mark, trouble = _ORDER[verdict]
    style = BODY if width_of(row.name, BODY) <= width else SMALL
    name = "".join(matter.names.fit(row.name, "responsibility", style, width, 1))
    service = organization.service_by_id.get(row.service) if row.service else None
    layer = organization.layer_by_id.get(row.layer) if row.layer else None
    about = [(service.name, "service")] if service and len(organization.services) > 1 else []
    if verdict in ("nobody", "missing owner"):
        about += [(layer.title, "layer")] if layer else []
    else:
        teams = row.raci.accountable if verdict == "several answer" else row.raci.doers
        about = [(organization.team_name(team), "team") for team in teams] or about
    taken = width_of(f"{trouble}: ", SMALL_BOLD) if trouble else 0.0
    said = _as_many_as_fit(matter, about, width - taken)
    names = [each for each, _ in about]
    whole = f"{row.name} ({', '.join(part for part in (trouble, *names) if part)})" if trouble or about else row.name
    return Gap(mark, name, style, trouble, said, str(row.subject), whole)


def _as_many_as_fit(matter: Matter, about: Sequence[tuple[str, str]], room: float) -> str:
    """Names with what each names: all that a line holds whole, or the first, cut and in the index."""
    if not about:
        return ""
    (first, kind), *_ = about
    for count in range(len(about), 0, -1):
        said = ", ".join(name for name, _ in about[:count])
        if kind == "team" and count < len(about):
            said += f" and {len(about) - count} more"
        if width_of(said, SMALL) <= room:
            return said
    return "".join(matter.names.fit(first, kind, SMALL, room, 1))


def draw_gaps(pen: Pen, gaps: Gaps, frame: Frame, folio: Folio) -> None:
    """A dashed card with a hatched edge, as wide as the cards below it."""
    pen.hatch(frame.left, frame.top, frame.width, _STRIPE / 2, ERROR, step=1.6)
    pen.box(frame.left, frame.top, frame.width, frame.height, stroke=ERROR, line=0.8, radius=RADIUS, dash="2.6 1.7")
    _draw_head(pen, gaps, frame)
    pen.open("L")
    for number, gap in enumerate(gaps.shown):
        x, y = _place(gaps, frame, number)
        with pen.about(gap.key, gap.whole), pen.tag("LI"):
            _draw_gap(pen, gap, x, y)
    if gaps.more:
        x, y = _place(gaps, frame, len(gaps.shown))
        page = folio.page_of.get("findings")
        said = f"and {gaps.more:,} more{f', page {page}' if page else ''}"
        with pen.tag("LI"), pen.tag("Link"):
            wide = pen.text(x + _NAME_X, y + BODY.rise, said, SMALL, INK2)
            pen.link(x + _NAME_X, y, wide, BODY.leading, "findings")
    pen.close()


def _draw_head(pen: Pen, gaps: Gaps, frame: Frame) -> None:
    y = frame.top + _STRIPE / 2
    draw_mark(pen, "nobody", frame.left + INSET, y + 1.1, 4.2)
    base = y + 1.0 + CARD_TITLE.rise
    with pen.tag("H2"):
        end = frame.left + INSET + 6 + pen.text(frame.left + INSET + 6, base, "Nobody", CARD_TITLE)
    with pen.tag("P"):
        pen.text(end + 2.4, base, _as_far(gaps.said, frame.right - INSET - end - 2.4), BODY, INK2)


def _place(gaps: Gaps, frame: Frame, number: int) -> tuple[float, float]:
    """Column by column, so that alike troubles stand below each other."""
    lines = -(-(len(gaps.shown) + bool(gaps.more)) // gaps.columns)
    column, line = divmod(number, lines)
    return frame.left + INSET + column * gaps.step, frame.top + GAPS_HEAD + line * _ROW


def _draw_gap(pen: Pen, gap: Gap, x: float, y: float) -> None:
    draw_mark(pen, gap.mark, x, y + 0.3, _MARK)
    left = x + _NAME_X
    pen.text(left, y + BODY.rise, gap.name, gap.style)
    base = y + BODY.leading + SMALL.rise - 0.2
    if gap.trouble:
        left += pen.text(left, base, f"{gap.trouble}: " if gap.about else gap.trouble, SMALL_BOLD, ERROR)
    pen.text(left, base, gap.about, SMALL, INK2)


def whole_height(gaps: Gaps | None) -> float:
    """How much room the card takes with what stands clear of it."""
    return gaps.height + 3.0 if gaps else 0.0


def names_of(gaps: Sequence[Gap]) -> tuple[str, ...]:
    return tuple(gap.name for gap in gaps)
