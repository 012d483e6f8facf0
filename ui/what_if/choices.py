"""What can be tried with a team, and the command that each choice means; no Qt."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Literal, TypeVar

from orgmodel.commands import Command, HalveTeam, MergeTeams, RemovePerson, RemoveSite, RemoveTeam, SplitTeam
from orgmodel.errors import CommandRefused
from orgmodel.model import LayerId, Organization, Responsibility, RowId, ServiceId, Team, TeamId
from orgmodel.model.value import value
from orgmodel.sentences import counted

T = TypeVar("T")
Change = Literal["remove", "merge", "split", "halve", "site", "person"]

CHANGES: Final[tuple[tuple[Change, str], ...]] = (
    ("remove", "is removed"),
    ("merge", "is merged into"),
    ("split", "is split: some of it goes to"),
    ("halve", "has half of its people left"),
    ("site", "loses a site:"),
    ("person", "loses a person:"),
)

Part = tuple[ServiceId | None, LayerId | None]
"""Rows that go together: those of one service and layer."""


@value
class Chosen:
    """What the fields say; fields of other changes than the chosen one count for nothing."""

    team: TeamId
    change: Change
    into: TeamId | None = None
    site: str | None = None
    person: str | None = None
    name: str = ""
    people: str = ""
    parts: tuple[Part, ...] = ()


def command_of(organization: Organization, chosen: Chosen) -> Command:
    """Raises `CommandRefused` with what is still to be said."""
    team = organization.team_by_id[chosen.team]
    match chosen.change:
        case "remove":
            return RemoveTeam(team.id)
        case "merge":
            return MergeTeams(team.id, _said(chosen.into, "Choose the team that it is merged into."))
        case "split":
            return _split(organization, team, chosen)
        case "halve":
            return HalveTeam(team.id)
        case "site":
            missing = f"{team.name} has no sites." if not team.sites else "Choose the site that is closed."
            return RemoveSite(team.id, _said(chosen.site, missing))
        case "person":
            known = people_of(organization, team)
            missing = "Choose who leaves." if known else f"Nobody of {team.name} is known by name."
            return RemovePerson(team.id, _said(chosen.person, missing))


def people_of(organization: Organization, team: Team) -> tuple[tuple[str, str], ...]:
    """Who can be taken away: ids and names of members, then of others who lead it or are in its rotations."""
    known = {member.id: member.name for member in team.members}
    names = [team.lead] if team.lead else []
    for rotation in organization.rotations_of.get(team.id, ()):
        names += rotation.members if isinstance(rotation.members, tuple) else ()
    others = (name for name in dict.fromkeys(names) if name not in known and name not in known.values())
    return (*known.items(), *((name, name) for name in others))


def parts_of(organization: Organization, team: TeamId) -> dict[Part, tuple[RowId, ...]]:
    """The rows that a team does or answers for, by service and layer, in the order of the file."""
    parts: dict[Part, list[RowId]] = {}
    for row in organization.responsibilities:
        if _works_on(row, team):
            parts.setdefault((row.service, row.layer), []).append(row.id)
    return {part: tuple(rows) for part, rows in parts.items()}


def half_of(parts: dict[Part, tuple[RowId, ...]]) -> tuple[Part, ...]:
    """The later parts in the file, so many that they come nearest to half of the rows; never all of several."""
    total, order = sum(map(len, parts.values())), tuple(parts)

    def off(start: int) -> int:
        return abs(total - 2 * sum(len(parts[part]) for part in order[start:]))

    return order[min(range(min(1, len(order) - 1), len(order)), key=off) :] if order else ()


def part_name(organization: Organization, part: Part, rows: int) -> str:
    """`Checkout API, Application: 11 rows`."""
    service, layer = part
    held = organization.service_by_id.get(service) if service else None
    named = organization.layer_by_id.get(layer) if layer else None
    where = held.name if held else service or "The whole organisation"
    return f"{where}{f', {named.title if named else layer}' if layer else ''}: {counted(rows, 'row')}"


def usual_name(team: Team) -> str:
    """What the new team is called where nobody says otherwise."""
    return f"{team.name} 2"


def _split(organization: Organization, team: Team, chosen: Chosen) -> SplitTeam:
    name = chosen.name.strip() or usual_name(team)
    typed = chosen.people.strip()
    if typed and not (typed.isascii() and typed.isdecimal() and len(typed) < 7):
        raise CommandRefused(f"“{typed}” is no number of people: type digits, or nothing.")
    rows = _rows_in(parts_of(organization, team.id), chosen.parts)
    return SplitTeam(team.id, name, rows, int(typed) if typed else None)


def _rows_in(parts: dict[Part, tuple[RowId, ...]], wanted: Collection[Part]) -> tuple[RowId, ...]:
    return tuple(row for part, rows in parts.items() if part in wanted for row in rows)


def _works_on(row: Responsibility, team: TeamId) -> bool:
    return team in row.raci.accountable or team in row.raci.doers


def _said(given: T | None, missing: str) -> T:
    if given is None:
        raise CommandRefused(missing)
    return given
