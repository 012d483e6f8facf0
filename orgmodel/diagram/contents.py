"""What of an organisation a chain diagram shows: bands, teams, ways and counts, before anything has a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from orgmodel.diagram.carried import Carried, carried
from orgmodel.model import (
    ALERT,
    Duration,
    Escalation,
    Layer,
    LayerId,
    Organization,
    Responsibility,
    RowId,
    ServiceId,
    Team,
    TeamId,
    TeamKind,
)
from orgmodel.model.durations import MINUTES_IN
from orgmodel.model.value import value

ABOVE: Final = "Above the layers"
OUTSIDE: Final = "Outside the layers"
LIMITS: Final = ("if ", "when ", "only ", "for ")
"""How a condition begins that says by itself that it is one."""
_MOST_NAMED: Final = 2
"""More layers and services than these are counted, where a way says what it is for."""


@value
class Storey:
    """A band to be: its layer, or None for the teams above the layers or outside them, and its teams in file order."""

    layer: LayerId | None
    title: str
    remark: str
    rows: int
    teams: tuple[Team, ...]
    nobody: tuple[RowId, ...]


@value
class Contents:
    """What is shown. `ghosts` are teams that the chain names and nobody defined; they are among the storeys' teams.

    `is_entered` says whether any team hears an alert, shown or not.
    """

    storeys: tuple[Storey, ...]
    ghosts: frozenset[TeamId]
    ways: tuple[Escalation, ...]
    answers: Mapping[TeamId, int]
    does: Mapping[TeamId, int]
    teams_shown: int
    teams: int
    is_entered: bool


def contents(
    organization: Organization,
    nobody: Iterable[RowId],
    service: ServiceId | None = None,
    layers: Iterable[LayerId] | None = None,
    kind: TeamKind | None = None,
    *,
    missing: Iterable[tuple[TeamId, TeamId]] = (),
) -> Contents:
    """What is shown of one service, some layers and one kind of team, or of all.

    `nobody` are rows that nobody does, `missing` the ways that a page would need.
    """
    unowned = frozenset(nobody) if kind is None else frozenset()
    rows = [row for row in organization.responsibilities if service is None or row.service == service]
    counts = carried(organization.responsibilities, service)
    bands = [layer for layer in organization.layers if layers is None or layer.id in set(layers)]
    ways = [way for way in organization.escalations if way.covers(None, service)]
    defined = [team for team in organization.teams if team.status != "archived"]
    ghosts = _ghosts(organization, ways, {team.id for team in defined})
    shown = [*defined, *ghosts]
    if service is not None:
        wanted = _about_service(organization, service, rows, [*((way.source, way.target) for way in ways), *missing])
        shown = [team for team in shown if team.id in wanted]
    if kind is not None:
        shown = [team for team in shown if team.kind == kind]
    homes = _homes(organization, shown, counts)
    nobody_does = [row for row in rows if row.id in unowned]
    storeys = _storeys(bands, shown, homes, counts, nobody_does, with_others=layers is None)
    there = {team.id for storey in storeys for team in storey.teams}
    return Contents(
        storeys=storeys,
        ghosts=frozenset(team.id for team in ghosts) & there,
        ways=tuple(way for way in ways if way.target in there and (way.source == ALERT or way.source in there)),
        answers=counts.answers,
        does=counts.does,
        teams_shown=sum(team.id in there for team in defined),
        teams=len(defined),
        is_entered=any(way.source == ALERT for way in ways),
    )


def condition_of(organization: Organization, way: Escalation) -> str:
    """When a page goes this way, in the words of the file: `if OS or hardware alert`; empty where nothing is said."""
    if way.when:
        is_said = way.when.casefold().startswith(LIMITS)
        return f"if {way.when}" if way.is_conditional and not is_said else way.when
    named = [organization.layer_by_id[layer].title for layer in way.layers if layer in organization.layer_by_id]
    named += [organization.service_by_id[one].name for one in way.services if one in organization.service_by_id]
    if len(named) > _MOST_NAMED:
        kinds = [(len(way.layers), "layer"), (len(way.services), "service")]
        named = [f"{count} {kind}{'' if count == 1 else 's'}" for count, kind in kinds if count]
    return f"only for {', '.join(named)}" if named else ""


def minutes_text(after: Duration | None) -> str:
    """`15 min`, `2 h`, `90 s`, as short as it stays exact; empty where it is unknown."""
    if after is None:
        return ""
    for unit, name in (("d", "d"), ("h", "h"), ("m", "min")):
        count = after.minutes / MINUTES_IN[unit]
        if count and count == int(count) and (unit == "m" or count > 1):
            return f"{count:.0f} {name}"
    return f"{after.minutes * 60:.0f} s" if after.minutes else "at once"


def _ghosts(organization: Organization, ways: Iterable[Escalation], defined: set[TeamId]) -> list[Team]:
    named = dict.fromkeys(end for way in ways for end in (way.source, way.target) if end != ALERT)
    return [organization.team_by_id.get(team) or Team(id=team, name=str(team)) for team in named if team not in defined]


def _about_service(
    organization: Organization, service: ServiceId, rows: list[Responsibility], ways: list[tuple[TeamId, TeamId]]
) -> set[TeamId]:
    """The teams that answer for or do something of a service, its own team, and whoever hands them its pages."""
    involved = {team for row in rows for team in (*row.raci.accountable, *row.raci.doers)}
    found = organization.service_by_id.get(service)
    if found and found.team:
        involved.add(found.team)
    forward = _reached({ALERT}, ways)
    backward = _reached(involved, [(target, source) for source, target in ways])
    return involved | (forward & backward)


def _reached(starts: set[TeamId], ways: list[tuple[TeamId, TeamId]]) -> set[TeamId]:
    onward: dict[TeamId, list[TeamId]] = {}
    for source, target in ways:
        onward.setdefault(source, []).append(target)
    reached, edge = set(starts), list(starts)
    while edge:
        for target in onward.get(edge.pop(), ()):
            if target not in reached:
                reached.add(target)
                edge.append(target)
    return reached


def _homes(organization: Organization, teams: list[Team], counts: Carried) -> Mapping[TeamId, LayerId | None]:
    """The layer of each team: that of its kind, else, or where several are, the one that it carries most of."""
    carried_of = counts.in_layer
    homes: dict[TeamId, LayerId | None] = {}
    for team in teams:
        own = [layer for layer in organization.layers if layer.kind == team.kind]
        if not own and team.kind != "governance":
            own = [layer for layer in organization.layers if carried_of.get((team.id, layer.id))]
        homes[team.id] = max(own, key=lambda layer: carried_of.get((team.id, layer.id), 0)).id if own else None
    return homes


def _listed(remark: str) -> str:
    """`OS/Hardware/Chef/etc.` as `OS, Hardware, Chef`."""
    parts = [part.strip() for part in remark.replace("/", ",").split(",")]
    said = ", ".join(part for part in parts if part and part != "etc.")
    return said[:1].upper() + said[1:]


def _storeys(
    layers: list[Layer],
    teams: list[Team],
    homes: Mapping[TeamId, LayerId | None],
    counts: Carried,
    nobody: list[Responsibility],
    *,
    with_others: bool,
) -> tuple[Storey, ...]:
    made = [
        Storey(
            layer=layer.id,
            title=layer.title,
            remark=_listed(layer.remark),
            rows=counts.of_layer.get(layer.id, 0),
            teams=tuple(team for team in teams if homes[team.id] == layer.id),
            nobody=tuple(row.id for row in nobody if row.layer == layer.id),
        )
        for layer in layers
    ]
    if not with_others:
        return tuple(made)
    known = {layer.id for layer in layers}
    homeless = [team for team in teams if homes[team.id] is None]
    above = tuple(team for team in homeless if team.kind == "governance")
    outside = tuple(team for team in homeless if team.kind != "governance")
    loose = sum(count for layer, count in counts.of_layer.items() if layer not in known)
    unowned = tuple(row.id for row in nobody if row.layer not in known)
    if above:
        made.insert(0, Storey(None, ABOVE, "", 0, above, ()))
    if outside or unowned:
        made.append(Storey(None, OUTSIDE, "", loose, outside, unowned))
    return tuple(made)
