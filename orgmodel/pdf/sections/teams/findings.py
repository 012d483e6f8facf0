"""What a team has to put right, and which risk it has accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Final, NamedTuple

from orgmodel.findings import Finding, in_groups
from orgmodel.model import Subject, Team, TeamId
from orgmodel.pdf.drawing.marks import SAID, draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.findings_said import Said, said
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.sections.teams.flow import GUTTER, OVER_PIECE, Beside, Cell, Corner, Folded, Listing, Piece, Single
from orgmodel.pdf.sections.teams.rows import sentence
from orgmodel.pdf.sections.teams.running import fits_labelled, labelled
from orgmodel.pdf.style import BODY, INK2
from orgmodel.pdf.type.typesetting import Part, Word, flowed
from orgmodel.sentences import day, listed

_INDENT: Final = 5.0
_MARK: Final = 3.2
_OVER: Final = 1.6
_MOST_NAMES: Final = 6
_MOST_LINES: Final = 24


class TeamFindings(NamedTuple):
    """For each team the findings about it and those it accepted; and under which key each finding is printed."""

    of_team: Mapping[TeamId, list[Finding]]
    accepted: Mapping[TeamId, list[Finding]]
    unjudged: Mapping[TeamId, list[str]]
    key_of: Mapping[int, str]


def findings_by_team(matter: Matter) -> TeamFindings:
    """Each finding with the teams that it names, that own what it is about, or that have a part in it."""
    teams_of = _teams_of(matter)
    report = matter.report
    keys = {
        id(finding): f"finding:{number}" for number, group in enumerate(in_groups(report.findings)) for finding in group
    }
    unjudged: dict[TeamId, list[str]] = {}
    for missed in report.not_assessed:
        for team in dict.fromkeys(team for named in missed.lacking or missed.subjects for team in _direct(named)):
            unjudged.setdefault(team, []).append(missed.unknown or missed.missing)
    return TeamFindings(_sorted(report.findings, teams_of), _sorted(report.waived, teams_of), unjudged, keys)


def _direct(named: Subject) -> tuple[TeamId, ...]:
    kind, _, identifier = named.partition(":")
    return (TeamId(identifier),) if kind == "team" else ()


def _teams_of(matter: Matter) -> Mapping[Subject, tuple[TeamId, ...]]:
    organization = matter.organization
    teams: dict[Subject, tuple[TeamId, ...]] = {team.subject: (team.id,) for team in organization.teams}
    teams |= {row.subject: matter.owners(row) for row in organization.responsibilities}
    teams |= {rotation.subject: (rotation.team,) for rotation in organization.rotations}
    teams |= {each.subject: (each.source, each.target) for each in organization.escalations}
    teams |= {service.subject: (service.team,) for service in organization.services if service.team}
    return teams


def _sorted(
    findings: Iterable[Finding], teams_of: Mapping[Subject, tuple[TeamId, ...]]
) -> Mapping[TeamId, list[Finding]]:
    by_team: dict[TeamId, list[Finding]] = {}
    for finding in findings:
        for team in dict.fromkeys(team for named in _concerned(finding) for team in teams_of.get(named, ())):
            by_team.setdefault(team, []).append(finding)
    return by_team


def _concerned(finding: Finding) -> tuple[Subject, ...]:
    """Who has to do something: of a warning about a team that team alone, not all those that it serves."""
    is_about_team = finding.subjects[:1] and finding.subjects[0].startswith("team:")
    return finding.subjects[:1] if is_about_team and finding.severity != "error" else finding.subjects


def findings_pieces(matter: Matter, team: Team, found: TeamFindings, measure: float) -> Iterator[Piece]:
    """To put right beside what was accepted: by whom, until when, and why; in few words what there is nothing of.

    The one stands over the other, each in two columns, where that is lower than the one beside the other.
    """
    wide = (measure - GUTTER) / 2
    right = [
        _finding(matter, group, found, own, wide) for group, own in _groups(matter, found.of_team.get(team.id, []))
    ]
    accepted = [_accepted(matter, finding, wide) for finding in found.accepted.get(team.id, [])]
    unjudged = list(dict.fromkeys(found.unjudged.get(team.id, [])))
    wanted = f"for want of {listed(unjudged, 4)}." if unjudged else ""
    if not right and not accepted and fits_labelled(wanted, measure):
        nothing_found = ("To put right", "nothing was found, and no risk is accepted.")
        words = (nothing_found, ("Not assessed", wanted)) if wanted else (nothing_found,)
        yield Single(Listing("", "", tuple(labelled(*each) for each in words), "P"))
        return
    if wanted:
        parts = [Part("Not assessed ", BODY), Part(wanted, BODY, INK2)]
        right.append(_cell("not-assessed", parts, wide, ""))
    if not accepted:
        yield Folded(Listing("To put right", "no risk is accepted", tuple(right)))
        return
    nothing = sentence("Nothing was found.", wide)
    first = Listing("To put right", "", tuple(right) or (nothing,), "L" if right else "P")
    second = Listing("Accepted risk", "", tuple(accepted))
    over = Folded(first), Folded(second)
    if sum(each.height for each in over) + OVER_PIECE < max(each.whole for each in (first, second)):
        yield from over
    else:
        yield Beside(first, second)


def _groups(matter: Matter, findings: list[Finding]) -> list[tuple[Said, Finding]]:
    return list(zip(said(findings, matter.organization), (group[0] for group in in_groups(findings)), strict=True))


def _finding(matter: Matter, group: Said, found: TeamFindings, own: Finding, wide: float) -> Cell:
    matter.names.note(group.sentence)
    parts = [Part(f"{group.sentence} ", BODY)]
    if group.names:
        parts.append(Part(f"{listed(group.names, _MOST_NAMES)}. ", BODY))
    if len(group.advice) == 1 and group.advice[0]:
        parts.append(Part(f"{group.advice[0]} ", BODY, INK2))
    parts.append(Part(group.code, BODY, INK2))
    return _cell(group.severity, parts, wide, found.key_of.get(id(own), ""))


def _accepted(matter: Matter, finding: Finding, wide: float) -> Cell:
    parts = [Part(f"{finding.message} ", BODY)]
    waiver = finding.waived
    if waiver is not None:
        matter.names.note(waiver.reason)
        by = f" by {waiver.by}" if waiver.by and matter.order.people else ""
        parts.append(Part(f"{waiver.reason} Accepted{by} until {day(waiver.until)}. ", BODY, INK2))
    return _cell("waived", [*parts, Part(finding.code, BODY, INK2)], wide, "accepted")


def _cell(mark: str, parts: list[Part], wide: float, key: str) -> Cell:
    lines = tuple(map(tuple, flowed(parts, wide - _INDENT)))[:_MOST_LINES]
    return Cell(_OVER + len(lines) * BODY.leading, partial(_draw_finding, _Entry(mark, lines, wide, key)))


class _Entry(NamedTuple):
    """A finding in print: its mark, its words in lines of a width, and the key under which it is explained."""

    mark: str
    lines: tuple[tuple[Word, ...], ...]
    wide: float
    key: str


def _draw_finding(entry: _Entry, pen: Pen, at: Corner, _: Folio) -> None:
    x, y = at
    means = SAID if entry.mark == "not-assessed" else None
    draw_mark(pen, entry.mark, x, y + _OVER + 0.45, _MARK, means=means)
    with pen.tag("LI"), pen.tag("Link"):
        for number, line in enumerate(entry.lines):
            pen.words(x + _INDENT, y + _OVER + BODY.rise + number * BODY.leading, line)
        pen.link(x, y + _OVER, entry.wide, len(entry.lines) * BODY.leading, entry.key)
