"""The head of a team's page: its glyph and name, its mandate, and the facts that somebody who calls it wants."""

from __future__ import annotations

from typing import Final, NamedTuple

from orgmodel.diagram.board_words import limit_of, percent, sites_of
from orgmodel.diagram.cover import cover_of
from orgmodel.model import KIND_NAMES, Team
from orgmodel.pdf.drawing.marks import draw_kind
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import CONTINUED
from orgmodel.pdf.sections.teams.flow import GUTTER
from orgmodel.pdf.style import BODY, HAIRLINE, HEAD_RULE, INK, INK2, INK3, LEAD, LINE, TITLE, TITLE_WIDE, Sheet
from orgmodel.pdf.type.typesetting import balanced, width_of
from orgmodel.sentences import listed

GLYPH: Final = 15.0
_NAME_X: Final = GLYPH + 5
_SMALL_GLYPH: Final = 8.0
_UNDER_NAME: Final = 6.0
_LABEL: Final = 24.0
_FACT_PADDING: Final = 0.9
_MOST_FACT: Final = 3
_MOST_MANDATE: Final = 14
UNKNOWN: Final = "unknown"


class Fact(NamedTuple):
    """A line of the facts: its label, and what is known in lines; none where it is unknown."""

    label: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(len(self.lines), 1) * BODY.leading + 2 * _FACT_PADDING


class Head(NamedTuple):
    """All of it in print; `end` is how far down the first page it reaches."""

    team: Team
    name: tuple[str, ...]
    short_name: str
    about: tuple[str, ...]
    mandate: tuple[str, ...]
    facts: tuple[Fact, ...]
    top: float
    end: float
    later_end: float


def head_of(matter: Matter, team: Team, sheet: Sheet) -> Head:
    names, room = matter.names, sheet.measure - _NAME_X
    name = names.fit(team.name, "team", TITLE, room, 2)
    short = "".join(names.fit(team.name, "team", TITLE_WIDE, room - 30, 1))
    about = names.fit(_about(matter, team), "team", LEAD, room, 2)
    wide = (sheet.measure - GUTTER) / 2
    mandate = names.fit(team.mission or "", "mandate", LEAD, wide, _MOST_MANDATE) if team.mission else ()
    facts = tuple(_facts(matter, team, wide - _LABEL))
    top = sheet.top + max(GLYPH, len(name) * TITLE.leading + len(about) * LEAD.leading) + _UNDER_NAME
    end = top + max(len(mandate) * LEAD.leading, sum(fact.height for fact in facts))
    return Head(team, name, short, about, mandate, facts, top, end, sheet.top + _SMALL_GLYPH + 4)


def _about(matter: Matter, team: Team) -> str:
    """Its kind, with whom it works, and where it stands: `Application SRE, embedded in Ruby Web Application Team`."""
    organization = matter.organization
    parts = [KIND_NAMES[team.kind]]
    if team.supports:
        word = "embedded in" if team.kind == "application-sre" else "supports"
        parts.append(f"{word} {listed([organization.team_name(one) for one in team.supports], 3)}")
    if team.parent:
        parts.append(f"part of {organization.team_name(team.parent)}")
    if team.status != "active":
        parts.append(team.status)
    return ", ".join(parts)


def _facts(matter: Matter, team: Team, room: float) -> list[Fact]:
    organization = matter.organization
    reach = [team.contact] if team.contact else []
    if team.lead and matter.order.people:
        reach.append(f"lead {team.name_of(team.lead)}")
    services = [service.name for service in organization.services if service.team == team.id]
    cover = cover_of(organization, team, matter.today)
    said = [
        ("Reach them", ", ".join(reach)),
        ("People", _people(team)),
        ("On call", "" if cover is None or "unknown" in cover else cover),
        ("Operations", _operations(matter, team)),
    ]
    if services:
        said.insert(0, ("Services", listed(services, 8)))
    return [Fact(label, _lines(matter, label, text, room) if text else ()) for label, text in said]


def _lines(matter: Matter, label: str, text: str, room: float) -> tuple[str, ...]:
    lines = matter.names.fit(text, label.casefold(), BODY, room, _MOST_FACT)
    return lines if text in matter.names.cut else balanced(text, BODY, room)


def _people(team: Team) -> str:
    """`8: London 5, Denver 3`, `9, Lisbon`; empty where the number is unknown."""
    if team.people is None:
        return ""
    sites = sites_of(team).partition(", ")[2]
    if not sites:
        return str(team.people)
    return f"{team.people}: {sites}" if len(team.sites) > 1 else f"{team.people}, {sites}"


def _operations(matter: Matter, team: Team) -> str:
    load = team.workload
    if load is None or load.operations is None:
        return ""
    toil = "toil unknown" if load.toil is None else f"{percent(load.toil)} toil"
    limit = limit_of(matter.organization.settings, team)
    return f"{percent(load.operations)} of time, {toil}" + ("" if limit is None else f"; limit {percent(limit)}")


def draw_head(head: Head, pen: Pen) -> None:
    sheet, team = pen.sheet, head.team
    draw_kind(pen, team.kind, sheet.left, sheet.top, GLYPH)
    x = sheet.left + _NAME_X
    block = len(head.name) * TITLE.leading + len(head.about) * LEAD.leading
    y = sheet.top + max(0.0, (GLYPH - block) / 2)
    with pen.tag("H1"), pen.tag("Link"):
        y = pen.lines(x, y, head.name, TITLE)
        pen.link(sheet.left, sheet.top, GLYPH, GLYPH, f"card:{team.id}")
    with pen.tag("P"):
        pen.lines(x, y - 0.2, head.about, LEAD, INK2)
    with pen.tag("P"):
        if head.mandate:
            pen.lines(sheet.left, head.top, head.mandate, LEAD)
        else:
            pen.lines(sheet.left, head.top, ("No mandate is written.",), LEAD, INK2)
    _draw_facts(head, pen)


def _draw_facts(head: Head, pen: Pen) -> None:
    sheet = pen.sheet
    left = sheet.left + (sheet.measure + GUTTER) / 2
    y = head.top
    pen.rule(left, y, sheet.right, HEAD_RULE)
    pen.open("Table")
    for fact in head.facts:
        base = y + _FACT_PADDING + BODY.rise
        with pen.tag("TR"):
            with pen.tag("TH", scope="Row"):
                pen.text(left, base, fact.label, BODY, INK2)
            with pen.tag("TD"):
                pen.lines(left + _LABEL, y + _FACT_PADDING, fact.lines or (UNKNOWN,), BODY, INK if fact.lines else INK3)
        if not fact.lines:
            end = left + _LABEL + width_of(UNKNOWN, BODY)
            pen.stroke(((left + _LABEL, base + 0.8), (end, base + 0.8)), 0.5, INK3, "1.6 1.6")
        y += fact.height
        pen.rule(left, y, sheet.right, HAIRLINE, LINE)
    pen.close()


def draw_later_head(head: Head, pen: Pen) -> None:
    """What stands over the further pages of a team."""
    sheet = pen.sheet
    draw_kind(pen, head.team.kind, sheet.left, sheet.top, _SMALL_GLYPH)
    base = sheet.top + (_SMALL_GLYPH - TITLE_WIDE.leading) / 2 + TITLE_WIDE.rise
    x = sheet.left + _SMALL_GLYPH + 3
    end = x + pen.text(x, base, head.short_name, TITLE_WIDE)
    pen.text(end + 5, base, CONTINUED, LEAD, INK2)
